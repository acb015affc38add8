//! The words that dates are made of: days, months, years, joiners.

use crate::article::Article;
use crate::lexicon::{Class, WordId, class};
use crate::numbers;
use crate::tokens::{Gap, Shape};

/// Most tokens of a date between the first one of its number and its month, or its "ago".
const REACH: usize = 16;

/// Whether a word of the class stands behind token `i` where a date that opens with it may have it. Hardly any number
/// has one, which is told sooner than what the number is.
pub fn ahead(article: &Article<'_>, i: usize, class: Class) -> bool {
    let to = article.len().min(i + REACH);
    article.which(i + 1..to, |token| token.word.opens(class)).next().is_some()
}

/// Whether token `i` follows the one before it without a line end.
pub fn near(article: &Article<'_>, i: usize) -> bool {
    article.gap(i) <= Gap::Space
}

/// Whether token `i` is glued to the one before it.
pub fn glued(article: &Article<'_>, i: usize) -> bool {
    article.gap(i) == Gap::None
}

/// A month's name at `i`. "may" and "march" in small letters are months only beside a day.
pub fn month(article: &Article<'_>, i: usize) -> Option<u32> {
    let n = article.number_at(i, class::MONTH)? as u32;
    let shape = article.shape(i);
    let doubtful = article.word(i).len() <= 3 || article.reads(i, word!("march"));
    let beside = || {
        let day = |at: usize| numbers::plain(article, at).is_some_and(|n| (1..=31).contains(&n));
        day(i.wrapping_sub(1))
            || day(i + 1) && near(article, i + 1) && !article.is(i + 2, class::PLURAL_NOUN)
            || (1..=3).any(|back| {
                numbers::ordinal(article, i.wrapping_sub(back))
                    .is_some_and(|(_, to)| to == i || to + 1 == i && article.reads(to, word!("of")))
            })
    };
    // "498-7 dec": a short month in small letters needs its year.
    if shape == Shape::Lower
        && article.is(i, class::MONTH_WORD)
        && article.word(i).len() == 3
        && !article.reads(i, word!("may"))
        && !article.reads(i, word!("mar"))
    {
        return year(article, comma(article, stop(article, i + 1))).map(|_| n);
    }
    (shape.is_word() && (shape != Shape::Lower || !doubtful || beside())).then_some(n)
}

/// A month that is plainly one: "may" and "march" are words, "May" and "April" are also names.
pub fn sure_month(article: &Article<'_>, i: usize) -> Option<u32> {
    let n = month(article, i)?;
    if !article.is(i, class::MONTH_DOUBTFUL) {
        return Some(n);
    }
    let before = i.wrapping_sub(1);
    let ranged = joiner(article, stop(article, i + 1), false)
        .is_some_and(|at| month(article, at).is_some() && !article.reads(at, word!("may")));
    let follows =
        article.reads(i + 1, word!("this")) || article.reads(i + 1, word!("last")) || ranged;
    let led = article.is(before, any!(YEAR_BEFORE, MONTH_BEFORE))
        && !article.reads(before, word!("the"))
        && !(article.reads(before, word!("and"))
            && month(article, before.wrapping_sub(1)).is_none());
    (led || follows).then_some(n)
}

/// A year in four digits.
pub fn year(article: &Article<'_>, i: usize) -> Option<u32> {
    let n = numbers::plain(article, i)?;
    (article.word(i).len() == 4 && (1000..=2199).contains(&n)).then_some(n)
}

/// A year in words behind a month: "nineteen eighty six", "two thousand", "nineteen hundred ninety three".
fn year_in_words(article: &Article<'_>, i: usize) -> Option<(u32, usize)> {
    if !article.is(i, any!(NUM_UNIT, NUM_TENS)) {
        return None;
    }
    if article.shape(i) == Shape::Number {
        return None;
    }
    let number = numbers::read(article, i, false)?;
    if (1000.0..2200.0).contains(&number.value) {
        return Some((number.value as u32, number.to));
    }
    let word = article.at(i).word;
    let century = word.number(class::NUM_UNIT).or_else(|| word.number(class::NUM_TENS))?;
    let mut at = i + 1;
    if article.reads(at, word!("hundred")) {
        at += 1;
    }
    let rest = numbers::read(article, at, false).filter(|n| n.value < 100.0 && !n.digits)?;
    ((10.0..=20.0).contains(&century))
        .then_some((century as u32 * 100 + rest.value as u32, rest.to))
}

/// The day of a month at `i` ("18", "18th", "third"), and the token after it.
pub fn day(article: &Article<'_>, i: usize) -> Option<(u32, usize)> {
    if article.shape(i) == Shape::Number {
        let n = numbers::plain(article, i).filter(|n| (1..=31).contains(n))?;
        let price = glued(article, i) && article.shape_before(i) == Shape::Currency;
        if article.word(i).len() > 2 || price {
            return None;
        }
        return Some((n, numbers::ordinal(article, i).map_or(i + 1, |(_, to)| to)));
    }
    let (n, to) = numbers::ordinal(article, i)?;
    (n <= 31.0).then_some((n as u32, to))
}

/// A day in cardinal words, which only a month beside it makes one: "fifteen August".
pub fn day_in_words(article: &Article<'_>, i: usize) -> Option<(u32, usize)> {
    if article.shape(i) == Shape::Number {
        return None;
    }
    let number = numbers::read(article, i, false).filter(|n| !n.digits && !n.fraction)?;
    ((1.0..=31.0).contains(&number.value) && number.scale == 1.0)
        .then_some((number.value as u32, number.to))
}

/// How many days or spans of time a word counts from now: "last" is -1.
pub fn shift(word: WordId, class: Class) -> Option<i32> {
    word.text(class)?.parse().ok()
}

/// Steps over "the".
pub fn the(article: &Article<'_>, i: usize) -> usize {
    i + usize::from(article.reads(i, word!("the")) && near(article, i))
}

/// Steps over a comma.
pub fn comma(article: &Article<'_>, i: usize) -> usize {
    i + usize::from(article.shape(i) == Shape::Comma)
}

/// Steps over the full stop of an abbreviated month where the date goes on.
pub fn stop(article: &Article<'_>, i: usize) -> usize {
    let short = article.shape(i) == Shape::Period
        && glued(article, i)
        && article.word(i.wrapping_sub(1)).len() <= 4;
    i + usize::from(
        short && matches!(article.shape(i + 1), Shape::Number | Shape::Hyphen | Shape::Dash),
    )
}

/// Steps over the joiner of a range at `i`; `and` joins only where "between" led.
pub fn joiner(article: &Article<'_>, i: usize, and: bool) -> Option<usize> {
    let dash = matches!(article.shape(i), Shape::Hyphen | Shape::Dash) || article.word(i) == "~";
    let word = article.is(i, class::DATE_JOINER) || and && article.reads(i, word!("and"));
    ((dash || word) && near(article, i) && near(article, i + 1)).then_some(i + 1)
}

/// The year behind a day or month: "2019", ", 2019", "of 1992", "in 2017", "of 87", words.
pub fn year_after(article: &Article<'_>, i: usize) -> (Option<u32>, usize) {
    let led = article.reads(i, word!("of")) || article.reads(i, word!("in"));
    let at = if led { the(article, i + 1) } else { comma(article, i) };
    // "Feb. 9 in the 1200 block of Oak Street"
    if !near(article, at) || led && article.reads(at + 1, word!("block")) {
        return (None, i);
    }
    if let Some(y) = year(article, at) {
        return (Some(y), at + 1);
    }
    if !led && let Some((y, to)) = year_in_words(article, at) {
        return (Some(y), to);
    }
    let apostrophe =
        matches!(article.shape(at), Shape::SingleClose | Shape::SingleStraight | Shape::SingleOpen);
    let short = if apostrophe { at + 1 } else { at };
    if (apostrophe && glued(article, short) || article.reads(i, word!("of")))
        && article.word(short).len() == 2
        && let Some(n) = numbers::plain(article, short)
        && !article.at(short + 1).shape.is_word() | article.is(short + 1, class::FIGURE_STOP)
    {
        return (Some(century_of(n) + n), short + 1);
    }
    (None, i)
}

/// The century that a year of two digits belongs to in news.
pub fn century_of(two_digits: u32) -> u32 {
    if two_digits < 50 { 2000 } else { 1900 }
}

/// Whether token `i` is the name of a weekday, in full.
pub fn weekday(article: &Article<'_>, i: usize) -> Option<u32> {
    let n = article.number_at(i, class::WEEKDAY)? as u32;
    let full = article.word(i).ends_with("day") || article.word(i).ends_with("DAY");
    full.then_some(n)
}

/// Steps over "morning", "night" and the like behind a day.
pub fn day_part(article: &Article<'_>, i: usize) -> usize {
    i + usize::from(article.is(i, class::DAY_PART) && near(article, i))
}
