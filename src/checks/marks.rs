//! Quote marks that have no partner, or one of another kind.

use super::Desk;
use crate::article::Article;
use crate::blocks::BlockKind;
use crate::quotes::Range;
use crate::tokens::Shape;
use crate::work;

/// Blocks behind a paragraph in which its speech may go on: a heading or a picture may stand between.
const GOES_ON: usize = 4;

/// Words that a message shows beside a mark.
const BESIDE: usize = 6;

fn is_double(shape: Shape) -> bool {
    matches!(shape, Shape::DoubleStraight | Shape::DoubleOpen | Shape::DoubleClose)
}

/// Asks about each mark that opens and never closes, or closes and never opened.
pub fn unpaired(desk: &mut Desk<'_, '_>) {
    let a = desk.article;
    let mut paired = vec![false; a.len() + 1];
    let mut found: Vec<(Range, usize)> = Vec::new();
    for pair in desk.pairs {
        for mark in [pair.open, pair.close] {
            if let Some(slot) = paired.get_mut(mark) {
                *slot = true;
            }
        }
        if pair.closed || pair.goes_on {
            continue;
        }
        let family = |i| (is_double(a.shape(i)), a.word(i) == a.word(pair.open));
        let later = desk.blocks.iter().skip(pair.block + 1).take(GOES_ON);
        let opens = |from| family(from).1 || family(from).0 && family(pair.open).0;
        if !later.into_iter().any(|b| opens(b.from)) {
            found.push(((pair.open, pair.close.min(pair.open + BESIDE + 1)), pair.open));
        }
    }
    for block in desk.blocks.iter().filter(|b| b.kind != BlockKind::Furniture) {
        for i in block.from..block.to {
            work::step();
            let lone = is_double(a.shape(i)) && !paired.get(i).copied().unwrap_or(true);
            // 6ft 2" is a length, and a pair of marks with nothing inside is no quote.
            let measure = matches!(a.before(i).shape, Shape::Number | Shape::Fraction);
            if lone && !measure && !is_double(a.before(i).shape) && !is_double(a.shape(i + 1)) {
                found.push(((i.saturating_sub(BESIDE).max(block.from), i + 1), i));
            }
        }
    }
    for (place, mark) in found {
        let opens = place.0 == mark;
        let said = desk.said(place);
        let message = if opens {
            ": these quote marks open and never close. Where does the quote end?"
        } else {
            ": this quote mark has no partner. Where does the quote begin?"
        };
        desk.ask("quote-mark-alone", &[place], &[], &[&said, message]);
    }
}

fn is_straight(a: &Article<'_>, mark: usize) -> bool {
    matches!(a.shape(mark), Shape::DoubleStraight | Shape::SingleStraight)
}

/// Asks once about all pairs of which one mark is curly and the other straight.
pub fn mixed(desk: &mut Desk<'_, '_>) {
    let a = desk.article;
    let pairs =
        desk.pairs.iter().filter(|p| p.closed && is_straight(a, p.open) != is_straight(a, p.close));
    let pairs: Vec<Range> = pairs.map(|p| (p.open, p.close)).collect();
    let Some(first) = pairs.first() else { return };
    let count = pairs.len().to_string();
    let (count, verbs) = if pairs.len() == 1 {
        ("One quote opens", " and closes with ")
    } else {
        (&*[&count, " quotes open"].concat(), " and close with ")
    };
    let message = [count, " with ", a.word(first.0), verbs, a.word(first.1), ". Which is meant?"];
    let marks: Vec<Range> = pairs.iter().flat_map(|p| [(p.0, p.0 + 1), (p.1, p.1 + 1)]).collect();
    desk.ask("quote-marks-mixed", &marks, &[], &message);
}
