//! The article's own date, and whether the article is plainly American.

use super::{Atom, Found, Manner, Told};
use crate::article::Article;
use crate::blocks::{Block, BlockKind};
use crate::lexicon::class;
use crate::numbers;
use crate::sentences::Sentence;
use crate::tokens::{Gap, Shape, Token};

/// How sure it is that a full date is the day of the article; the surest wins, the first of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Surety {
    /// "Updated 3 March 2024".
    Updated,
    /// It stands alone in a short line, or among page furniture.
    Alone,
    /// "Updated 3 March 2024" beside the headline.
    UpdatedBeside,
    /// "Published 3 March 2024".
    Labelled,
    /// Alone beside the headline.
    Beside,
    /// "Published 3 March 2024" beside the headline.
    Headed,
}

/// Tokens at the head of the text in which a line that is a date alone is the article's.
const HEAD: usize = 60;

/// Most tokens of a line that is a date alone.
const LINE: usize = 14;

/// Whether the article writes dates with the month first and reads American otherwise too.
pub fn manner(article: &Article<'_>) -> Manner {
    // Only a date like 5/4/2024 asks for it.
    let number = |i: usize| article.shape(i) == Shape::Number;
    let joins = |token: &Token| matches!(token.shape, Shape::Slash | Shape::Hyphen);
    let asked = article.which(1..article.len(), joins).any(|i| number(i - 1) && number(i + 1));
    if !asked {
        return Manner::British;
    }
    let (mut month_first, mut day_first) = (0, 0);
    let (mut american, mut british) = (0, 0);
    let mut slashed = (0, 0);
    for i in 0..article.len() {
        let digits = article.shape(i) == Shape::Number;
        if !digits && !article.is(i, any!(MONTH, AMERICAN_SIGN, BRITISH_SIGN)) {
            continue;
        }
        let number = |at: usize| numbers::plain(article, at);
        if article.is(i, class::MONTH) {
            let after = number(i + 1).is_some_and(|n| n <= 31);
            let before = number(i.wrapping_sub(1)).is_some_and(|n| n <= 31);
            month_first += usize::from(after && !before);
            day_first += usize::from(before);
        }
        american += usize::from(article.is(i, class::AMERICAN_SIGN));
        british += usize::from(article.is(i, class::BRITISH_SIGN));
        let separated =
            |at: usize| article.shape(at) == Shape::Slash && article.gap(at) == Gap::None;
        if digits && separated(i + 1) && separated(i + 3) {
            slashed.0 += usize::from(number(i + 2).is_some_and(|n| (13..=31).contains(&n)));
            slashed.1 += usize::from(number(i).is_some_and(|n| (13..=31).contains(&n)));
        }
    }
    let written = month_first > day_first && american > british;
    if slashed.1 == 0 && (slashed.0 > 0 || written) { Manner::American } else { Manner::British }
}

/// Most tokens of a line of furniture that dates an article.
const STAMP: usize = 40;

/// Whether a full date stands in the furniture beside the headline.
pub fn beside_title(
    article: &Article<'_>,
    blocks: &[Block],
    sentence: &Sentence,
    found: &Found,
    beside: &std::ops::Range<usize>,
) -> Option<Surety> {
    let Told::One(Atom::Day { year: Some(_), .. }) = found.told else { return None };
    let block = blocks.get(sentence.block)?;
    let stamp = block.kind == BlockKind::Furniture
        && beside.contains(&found.from)
        && block.to - block.from <= STAMP;
    let before = |fits: &dyn Fn(usize) -> bool| {
        (1..=5)
            .any(|back| found.from.checked_sub(back).is_some_and(|at| at >= block.from && fits(at)))
    };
    // The date of a picture stands in a caption, which has words of its own.
    let word = |i: &usize| {
        let known = article.is(*i, class::STAMP_WORD) || article.is(*i, class::BYLINE);
        article.shape(*i) == Shape::Lower && !known
    };
    let stamp = stamp && (block.from..block.to).filter(word).count() <= 2;
    stamp.then(|| {
        if before(&|at| article.is(at, class::UPDATE_WORD)) {
            Surety::UpdatedBeside
        } else if before(&|at| article.is(at, class::OWN_DATE_LABEL)) {
            Surety::Headed
        } else {
            Surety::Beside
        }
    })
}

/// Whether a full date is the article's own, and how sure that is.
pub fn states(
    article: &Article<'_>,
    blocks: &[Block],
    sentence: &Sentence,
    found: &Found,
) -> Option<Surety> {
    let Told::One(Atom::Day { year: Some(_), .. }) = found.told else { return None };
    let block = blocks.get(sentence.block)?;
    let furniture = block.kind == BlockKind::Furniture;
    for back in 1..=4 {
        let Some(at) = found.from.checked_sub(back) else { break };
        if article.is(at, class::OWN_DATE_LABEL)
            && (at <= block.from || furniture || back == 1 && at == sentence.from)
        {
            return Some(Surety::Labelled);
        }
    }
    if (1..=4).any(|back| article.is(found.from.wrapping_sub(back), class::UPDATE_WORD)) {
        return Some(Surety::Updated);
    }
    // "By Ann Day on January 22, 2026 in News"
    if furniture
        && article.is(block.from, class::BYLINE)
        && article.reads(found.from.wrapping_sub(1), word!("on"))
        && found.from < HEAD
        && found.from - block.from <= LINE
    {
        return Some(Surety::Labelled);
    }
    let led = article.is(found.from.wrapping_sub(1), class::PREPOSITION) && found.from > block.from;
    // Signatures of embedded posts ("— Name (@name) November 20, 2019") date the post.
    let post = (block.from..found.from).rev().take(LINE).any(|i| article.word(i).starts_with('@'));
    if led || post {
        return None;
    }
    let barred = article.shape(found.to) == Shape::Bullet
        || article.shape_before(found.from) == Shape::Bullet;
    if furniture || barred && found.from < HEAD * 2 {
        return Some(Surety::Alone);
    }
    let start = found.from == block.from;
    let end =
        found.to >= block.to || found.to + 4 >= block.to && article.gap(found.to) <= Gap::Space;
    let short = block.to.saturating_sub(block.from) <= LINE;
    let line = short
        && end
        && found.from < HEAD
        && (start || article.shape_before(found.from) != Shape::Lower);
    // "LONDON, 4 March 2024 (Reuters) –"
    let dateline = found.from < block.from + LINE
        && found.from < HEAD * 3
        && article.shape(block.from) == Shape::Upper
        && (matches!(article.shape(found.to), Shape::Dash | Shape::Open)
            || article.shape_before(found.from) == Shape::Dash);
    (line || dateline).then_some(Surety::Alone)
}
