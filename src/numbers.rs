//! Numbers: the atoms that figures and dates are built from.
//!
//! A token in, the longest number that starts there out, with its exact value. Digits in any grouping, words,
//! scales and fractions; no units, no meaning.

use crate::article::Article;
use crate::lexicon::class;
use crate::tokens::{Gap, Shape};

/// A number in the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// First token.
    pub from: usize,
    /// Token after the last.
    pub to: usize,
    /// Its value.
    pub value: f64,
    /// The scale word in it, 1 without.
    pub scale: f64,
    /// Whether it starts with digits.
    pub digits: bool,
    /// Whether it is a fraction: "two-thirds", "half".
    pub fraction: bool,
}

/// Most digits that are read exactly.
const DIGITS: usize = 15;

/// Most words of one number.
const WORDS: usize = 16;

/// The value of digits with separators, as numerator and power of ten; none if the grouping is no number's.
fn digits(text: &str) -> Option<(f64, f64)> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if decimals.contains(['.', ',']) {
        return None;
    }
    if whole.contains(',') {
        let mut groups = whole.split(',');
        let first = groups.next()?;
        let mut rest: Vec<usize> = groups.map(str::len).collect();
        let last = rest.pop()?;
        let even = rest.iter().all(|len| *len == 3) || rest.iter().all(|len| *len == 2);
        if last != 3 || first.is_empty() || first.len() > 3 || !even {
            return None;
        }
    }
    let (mut value, mut power, mut count) = (0u64, 1u64, 0);
    for c in whole.chars().filter_map(|c| c.to_digit(10)) {
        count += 1;
        if count > DIGITS {
            return None;
        }
        value = value * 10 + u64::from(c);
    }
    for c in decimals.chars().filter_map(|c| c.to_digit(10)) {
        count += 1;
        if count > DIGITS {
            break;
        }
        value = value * 10 + u64::from(c);
        power *= 10;
    }
    Some((value as f64, power as f64))
}

/// The value of a fraction sign.
fn fraction_sign(sign: &str) -> f64 {
    match sign {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "⅛" => 0.125,
        "⅜" => 0.375,
        "⅝" => 0.625,
        "⅞" => 0.875,
        "⅕" => 0.2,
        "⅖" => 0.4,
        "⅗" => 0.6,
        "⅘" => 0.8,
        "⅙" => 1.0 / 6.0,
        "⅚" => 5.0 / 6.0,
        _ => 0.0,
    }
}

/// The value of the number word at token `i` in one of the classes.
fn word(article: &Article<'_>, i: usize, class: crate::lexicon::Class) -> Option<f64> {
    article.at(i).word.number(class)
}

/// Steps over a hyphen between two words of one number.
fn joined(article: &Article<'_>, i: usize) -> usize {
    if article.shape(i) == Shape::Hyphen && article.at(i).gap == Gap::None { i + 1 } else { i }
}

/// The number that starts at token `i`; `money` allows scales as letters ("5.6m").
#[must_use]
pub fn read(article: &Article<'_>, i: usize, money: bool) -> Option<Number> {
    let token = article.at(i);
    let number = match token.shape {
        Shape::Number => read_digits(article, i, money),
        Shape::Fraction => Some(Number {
            from: i,
            to: i + 1,
            value: fraction_sign(article.word(i)),
            scale: 1.0,
            digits: true,
            fraction: true,
        }),
        shape if shape.is_word() => read_words(article, i),
        _ => None,
    }?;
    Some(number)
}

fn read_digits(article: &Article<'_>, i: usize, money: bool) -> Option<Number> {
    let (mut value, power) = digits(article.word(i))?;
    let mut to = i + 1;
    let len = article.word(i).len();
    // "1 000 000"
    if len <= 3 && power == 1.0 && !article.word(i).starts_with('0') && value > 0.0 {
        let mut end = to;
        while end < i + 5
            && article.shape(end) == Shape::Number
            && article.at(end).gap == Gap::Space
            && article.word(end).len() == 3
        {
            end += 1;
        }
        let goes_on = article.shape(end) == Shape::Number && article.at(end).gap == Gap::Space;
        if !goes_on {
            for at in to..end {
                value = value * 1000.0 + digits(article.word(at))?.0;
            }
            to = end;
        }
    }
    let (mut fraction, mut scale) = (false, 1.0);
    if article.shape(to) == Shape::Fraction && article.at(to).gap <= Gap::Space {
        let sign = fraction_sign(article.word(to));
        return Some(Number {
            from: i,
            to: to + 1,
            value: value + sign,
            scale,
            digits: true,
            fraction,
        });
    }
    // "3/4", "2 1/2"
    let slash = |at: usize| -> Option<f64> {
        let plain = article.shape(at) == Shape::Number
            && article.shape(at + 1) == Shape::Slash
            && article.shape(at + 2) == Shape::Number
            && article.at(at + 1).gap == Gap::None
            && article.at(at + 2).gap == Gap::None
            && article.shape(at + 3) != Shape::Slash;
        let (top, bottom) = (digits(article.word(at))?, digits(article.word(at + 2))?);
        (plain && top.1 == 1.0 && top.0 < bottom.0 && bottom.0 <= 12.0).then(|| top.0 / bottom.0)
    };
    if power == 1.0 && to == i + 1 {
        if let Some(part) = slash(i) {
            value = part;
            to = i + 3;
            fraction = true;
        } else if article.at(to).gap == Gap::Space
            && let Some(part) = slash(to)
        {
            return Some(Number {
                from: i,
                to: to + 3,
                value: value + part,
                scale,
                digits: true,
                fraction,
            });
        }
    }
    // "5 and a half"
    if let Some(end) = and_a_half(article, to) {
        value += 0.5;
        to = end;
    }
    let mut turns = 0;
    while turns < 2 {
        turns += 1;
        let at = joined(article, to);
        let gap = article.at(at).gap;
        if gap <= Gap::Space
            && let Some(by) = word(article, at, class::NUM_SCALE)
            && article.shape(at).is_word()
        {
            value *= by;
            scale *= by;
            to = at + 1;
        } else if at == to
            && turns == 1
            && (gap == Gap::None || money && gap == Gap::Space && article.word(at).len() > 1)
            && let Some(by) = word(article, at, class::NUM_SHORT)
            && (money || article.word(at) != "b" && article.word(at) != "M")
        {
            value *= by;
            scale *= by;
            to = at + 1;
        } else {
            break;
        }
    }
    Some(Number { from: i, to, value: value / power, scale, digits: true, fraction })
}

fn and_a_half(article: &Article<'_>, i: usize) -> Option<usize> {
    let at = joined(article, i);
    if !article.reads(at, "and") {
        return None;
    }
    let at = joined(article, at + 1);
    if !article.reads(at, "a") {
        return None;
    }
    let at = joined(article, at + 1);
    article.reads(at, "half").then_some(at + 1)
}

fn read_words(article: &Article<'_>, i: usize) -> Option<Number> {
    let done = |to: usize, value: f64, scale: f64, fraction: bool| {
        Some(Number { from: i, to, value, scale, digits: false, fraction })
    };
    // "half a million", "half a dozen"; "a third", "a million"
    if article.reads(i, "half") || article.reads(i, "quarter") {
        let part = if article.reads(i, "half") { 0.5 } else { 0.25 };
        let mut at = joined(article, i + 1);
        if article.reads(at, "a") || article.reads(at, "of") && article.reads(at + 1, "a") {
            at += 1 + usize::from(article.reads(at, "of"));
        }
        at = joined(article, at);
        if let Some(by) = word(article, at, class::NUM_SCALE) {
            return done(at + 1, part * by, by, false);
        }
        return if part == 0.5 { done(i + 1, 0.5, 1.0, true) } else { None };
    }
    if article.reads(i, "a") || article.reads(i, "an") {
        let at = joined(article, i + 1);
        if article.reads(at, "half") || article.reads(at, "quarter") {
            let part = if article.reads(at, "half") { 0.5 } else { 0.25 };
            let mut next = joined(article, at + 1);
            if article.reads(next, "of") && article.reads(next + 1, "a") {
                next += 2;
            }
            if let Some(by) = word(article, next, class::NUM_SCALE) {
                return done(next + 1, part * by, by, false);
            }
            return done(at + 1, part, 1.0, true);
        }
        if let Some(by) = word(article, at, class::NUM_SCALE) {
            if article.reads(at, "grand") {
                return None;
            }
            let more = word(article, at + 1, class::NUM_SCALE).unwrap_or(1.0);
            return done(at + 1 + usize::from(more > 1.0), by * more, by * more, false);
        }
        if let Some(parts) = word(article, at, class::FRACTION_PART)
            && article.shape(at) == Shape::Lower
            && !article.word(at).ends_with("hs")
        {
            return done(at + 1, 1.0 / parts, 1.0, true);
        }
        return None;
    }
    let (mut total, mut current, mut scale) = (0.0, 0.0, 1.0);
    let (mut to, mut at, mut last) = (i, i, 0.0f64);
    let mut turns = 0;
    while turns < WORDS
        && article.shape(at).is_word()
        && (at == i || article.at(at).gap <= Gap::Space)
    {
        turns += 1;
        if let Some(n) = word(article, at, class::NUM_UNIT) {
            // "twenty three", "hundred three"; not "two three".
            if to > i && !(last >= 20.0 && (last >= 100.0 || n < 10.0)) {
                break;
            }
            current += n;
            last = n.max(0.5);
        } else if let Some(n) = word(article, at, class::NUM_TENS) {
            if to > i && last < 100.0 {
                break;
            }
            current += n;
            last = n;
        } else if let Some(by) = word(article, at, class::NUM_SCALE) {
            if to == i {
                break;
            }
            if by == 100.0 || by == 12.0 {
                current *= by;
            } else {
                total += current * by;
                current = 0.0;
            }
            scale = by;
            last = by;
        } else {
            break;
        }
        to = at + 1;
        at = joined(article, to);
        if let Some(end) = and_a_half(article, to) {
            current += 0.5;
            to = end;
            at = joined(article, to);
            if let Some(by) = word(article, at, class::NUM_SCALE) {
                return done(at + 1, (total + current) * by, by, false);
            }
            return done(to, total + current, 1.0, false);
        }
        let small = |at| {
            word(article, at, class::NUM_UNIT).or(word(article, at, class::NUM_TENS)).is_some()
        };
        if last >= 100.0 && article.reads(at, "and") && small(joined(article, at + 1)) {
            at = joined(article, at + 1);
        }
        if article.reads(at, "point") && small(at + 1) {
            let mut place = 0.1;
            at += 1;
            while let Some(n) = word(article, at, class::NUM_UNIT) {
                current += n * place;
                place /= 10.0;
                at += 1;
                to = at;
            }
        }
    }
    if to == i {
        return None;
    }
    let value = total + current;
    let at = joined(article, to);
    if let Some(parts) = word(article, at, class::FRACTION_PART)
        && value < parts
        && value > 0.0
        && (value == 1.0 || article.word(at).ends_with('s'))
    {
        let scaled = word(article, at + 1, class::NUM_SCALE);
        return done(
            at + 1 + usize::from(scaled.is_some()),
            value / parts * scaled.unwrap_or(1.0),
            1.0,
            scaled.is_none(),
        );
    }
    done(to, value, scale, false)
}

/// The ordinal at token `i`: its value and the token after it ("21st", "third", "twenty-first").
#[must_use]
pub fn ordinal(article: &Article<'_>, i: usize) -> Option<(f64, usize)> {
    if article.shape(i) == Shape::Number && article.at(i + 1).gap == Gap::None {
        let ending = ["st", "nd", "rd", "th"].iter().any(|e| article.reads(i + 1, e));
        let (value, power) = digits(article.word(i))?;
        return (ending && power == 1.0).then_some((value, i + 2));
    }
    if let Some(tens) = word(article, i, class::NUM_TENS) {
        let at = joined(article, i + 1);
        return word(article, at, class::ORDINAL).filter(|n| *n < 10.0).map(|n| (tens + n, at + 1));
    }
    word(article, i, class::ORDINAL).map(|n| (n, i + 1))
}

/// The whole number that token `i` is alone, without separators.
#[must_use]
pub fn plain(article: &Article<'_>, i: usize) -> Option<u32> {
    let word = article.word(i);
    let short = article.shape(i) == Shape::Number && word.len() <= 8;
    if !short || !word.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(word.bytes().fold(0, |n, b| n * 10 + u32::from(b - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers() {
        #[rustfmt::skip]
        let cases = [
            ("1,000,000", Some(1e6)), ("1 000 000", Some(1e6)), ("10,5", None), ("5.6 million", Some(5.6e6)),
            ("two hundred and five", Some(205.0)), ("four-and-a-half", Some(4.5)), ("half a million", Some(5e5)),
            ("a dozen", Some(12.0)), ("3/4", Some(0.75)), ("two-thirds", Some(2.0 / 3.0)), ("1½", Some(1.5)),
            ("3 lakh", Some(3e5)), ("twenty-three thousand", Some(23e3)), ("a house", None), ("1,23,456", Some(123_456.0)),
        ];
        for (text, value) in cases {
            let article = Article::new(text);
            let found = read(&article, 0, false).map(|n| n.value);
            assert_eq!(found, value, "in {text:?}");
        }
    }
}
