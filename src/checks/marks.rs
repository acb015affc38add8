//! Quote marks that have no partner, or one of another kind.

use super::Desk;
use crate::article::Article;
use crate::blocks::{Block, BlockKind};
use crate::quotes::Range;
use crate::tokens::Shape;

/// Blocks behind a paragraph in which its speech may go on: a heading or a picture may stand between.
const GOES_ON: usize = 4;

/// Words that a message shows beside a mark.
const BESIDE: usize = 6;

fn is_double(shape: Shape) -> bool {
    matches!(shape, Shape::DoubleStraight | Shape::DoubleOpen | Shape::DoubleClose)
}

/// Asks about each mark that opens and never closes, or closes and never opened: the first one of a paragraph, as one
/// such mark leads to others.
pub fn unpaired(desk: &mut Desk<'_, '_>) {
    let a = desk.article;
    let mut paired = vec![false; a.len() + 1];
    let mut found: Vec<(usize, bool)> = Vec::new();
    for pair in desk.pairs {
        let single = !is_double(a.shape(pair.open));
        let whole = pair.closed || pair.goes_on;
        for mark in [pair.open, pair.close] {
            if let Some(slot) = paired.get_mut(mark) {
                *slot |= whole;
            }
        }
        let again = |b: &Block| a.word(b.from) == a.word(pair.open);
        if single && !whole && !later(desk, pair.block).any(again) {
            found.push((pair.open, true));
        }
    }
    for (n, block) in desk.blocks.iter().enumerate() {
        let mut lone = None;
        // Straight marks so far, and opening ones less closing ones.
        let (mut straight, mut open) = (0, 0);
        for i in a.which(block.from..block.to, |token| is_double(token.shape)) {
            let shape = a.shape(i);
            // 6ft 2" is a length, and marks behind = are a page's markup.
            let before = a.shape_before(i);
            let no_mark = matches!(before, Shape::Number | Shape::Fraction) && i > block.from
                || a.word(i.wrapping_sub(1)) == "=";
            if no_mark && !paired.get(i).copied().unwrap_or(true) {
                continue;
            }
            match shape {
                Shape::DoubleOpen => open += 1,
                Shape::DoubleClose => open -= 1,
                _ => straight += 1,
            }
            let opens = shape == Shape::DoubleOpen || i == block.from || before == Shape::Colon;
            if lone.is_none() && !paired.get(i).copied().unwrap_or(true) {
                lone = Some((i, opens));
            }
        }
        let goes_on = |opens| opens && later(desk, n).any(|b| is_double(a.shape(b.from)));
        let Some((mark, opens)) = lone.filter(|_| straight % 2 != 0 || open != 0) else { continue };
        if block.kind != BlockKind::Furniture && !goes_on(opens) {
            found.push((mark, opens));
        }
    }
    for (mark, opens) in found {
        let block = desk.blocks.get(desk.block(mark)).map_or((mark, mark), |b| (b.from, b.to));
        let (place, end) = if opens {
            ((mark, block.1.min(mark + BESIDE)), "end?")
        } else {
            ((block.0.max(mark.saturating_sub(BESIDE)), mark + 1), "begin?")
        };
        let said = desk.said(place);
        let message = [&*said, ": this quote mark has no partner. Where does the quote ", end];
        desk.ask("quote-mark-alone", &[place], &[], &message);
    }
}

/// The blocks in which a paragraph's speech may go on.
fn later<'d>(desk: &'d Desk<'_, '_>, block: usize) -> impl Iterator<Item = &'d Block> {
    desk.blocks.iter().skip(block + 1).take(GOES_ON)
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
