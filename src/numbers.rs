//! Numbers: the atoms that figures and dates are built from.
//!
//! A token in, the longest number that starts there out, with its exact value. Digits in any grouping, words,
//! scales and fractions; no units, no meaning.

use crate::article::Article;
use crate::lexicon::{Class, class};
use crate::text::whole;
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

/// Words that a number in words may start with.
const OPENS: Class = any!(NUM_ARTICLE, NUM_UNIT, NUM_TENS, NUM_SCALE, NUM_SCALE_PLURAL);

/// The value of digits with separators, as numerator and power of ten; none if the grouping is no number's.
fn digits(text: &str) -> Option<(f64, f64)> {
    let (mut value, mut power, mut count) = (0u64, 1u64, 0);
    // Lengths of the group that is read, of the first, and of those between the first comma and the last.
    let (mut group, mut first, mut middle, mut even) = (0, None, None, true);
    let mut decimals = false;
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => {
                count += 1;
                if count > DIGITS {
                    if decimals {
                        continue;
                    }
                    return None;
                }
                value = value * 10 + u64::from(byte - b'0');
                power *= if decimals { 10 } else { 1 };
                group += usize::from(!decimals);
            }
            b'.' | b',' if decimals => return None,
            b'.' => decimals = true,
            b',' => {
                if first.is_none() {
                    first = Some(group);
                } else {
                    even &= matches!(group, 2 | 3) && middle.is_none_or(|length| length == group);
                    middle = Some(group);
                }
                group = 0;
            }
            _ => {}
        }
    }
    if first.is_some_and(|first| !even || group != 3 || !(1..=3).contains(&first)) {
        return None;
    }
    Some((value as f64, power as f64))
}

/// The value of the fraction that is one character at token `i`.
fn fraction_sign(article: &Article<'_>, i: usize) -> Option<f64> {
    let (top, bottom) = article.text_at(i, class::FRACTION_SIGN)?.split_once('/')?;
    Some(f64::from(whole(top)?) / f64::from(whole(bottom)?))
}

/// Steps over a hyphen between two words of one number.
fn joined(article: &Article<'_>, i: usize) -> usize {
    let hyphen = matches!(article.shape(i), Shape::Hyphen | Shape::Dash);
    i + usize::from(hyphen && article.gap(i) == Gap::None && article.gap(i + 1) == Gap::None)
}

/// The number that starts at token `i`; `money` allows scales as letters ("5.6m").
#[must_use]
pub fn read(article: &Article<'_>, i: usize, money: bool) -> Option<Number> {
    let number = match article.shape(i) {
        Shape::Number => read_digits(article, i, money),
        Shape::Fraction => {
            let value = fraction_sign(article, i)?;
            let to = i + 1;
            scaled(article, Number { from: i, to, value, scale: 1.0, digits: true, fraction: true })
        }
        // ".5"
        Shape::Period if article.gap(i) > Gap::None && article.gap(i + 1) == Gap::None => {
            let (value, _) =
                digits(article.word(i + 1)).filter(|_| article.shape(i + 1) == Shape::Number)?;
            let places = i32::try_from(article.word(i + 1).len()).ok()?;
            let value = value / 10f64.powi(places);
            Some(Number { from: i, to: i + 2, value, scale: 1.0, digits: true, fraction: false })
        }
        shape if shape.is_word() => read_words(article, i),
        _ => None,
    }?;
    Some(mixed(article, number).unwrap_or(number))
}

/// "twenty and three fifths", "3 million and a half", "forty-two and a third".
fn mixed(article: &Article<'_>, number: Number) -> Option<Number> {
    if number.fraction || !article.reads(number.to, word!("and")) {
        return None;
    }
    let at = number.to + 1;
    // "6 crore and two hundred"
    if number.scale == 1e7 || number.scale == 1e5 {
        let rest = read_words(article, at).filter(|n| n.value < number.scale && !n.fraction)?;
        return Some(Number { to: rest.to, value: number.value + rest.value, ..number });
    }
    let (value, to) = part(article, at)?;
    let more = article.reads(to, word!("of"))
        || article.reads(number.from.wrapping_sub(1), word!("between"));
    (!more).then_some(Number { to, value: number.value + value * number.scale, ..number })
}

/// A fraction in words that a whole number takes with it: "a half", "three quarters", "one fourth".
fn part(article: &Article<'_>, i: usize) -> Option<(f64, usize)> {
    let one = article.reads(i, word!("a")) || article.reads(i, word!("an"));
    let top = if one { 1.0 } else { article.number_at(i, class::NUM_UNIT)? };
    let at = joined(article, i + 1);
    let bottom = article.number_at(at, class::FRACTION_PART)?;
    let fits = top < bottom && top > 0.0 && (top == 1.0 || article.word(at).ends_with('s'));
    (fits && article.shape(joined(article, at + 1)) != Shape::Hyphen)
        .then_some((top / bottom, at + 1))
}

/// Adds the scale words behind a number: "1.2 million", "5.6m", "3 dozen".
fn scaled(article: &Article<'_>, number: Number) -> Option<Number> {
    let mut n = number;
    let at = joined(article, n.to);
    if article.shape(at).is_word()
        && article.gap(at) <= Gap::Line
        && let Some(by) = article
            .number_at(at, class::NUM_SCALE)
            .or_else(|| article.number_at(at, class::NUM_SCALE_PLURAL))
    {
        n = Number { to: at + 1, value: n.value * by, scale: n.scale * by, ..n };
        // "three thousand millions", "4 million million", "2 lakh crore"
        if let Some(by) = article
            .number_at(n.to, class::NUM_SCALE)
            .or_else(|| article.number_at(n.to, class::NUM_SCALE_PLURAL))
            .filter(|by| *by >= 1000.0)
        {
            n = Number { to: n.to + 1, value: n.value * by, scale: n.scale * by, ..n };
        }
    }
    Some(n)
}

fn read_digits(article: &Article<'_>, i: usize, money: bool) -> Option<Number> {
    let (mut value, power) = digits(article.word(i))?;
    let (mut to, mut fraction) = (i + 1, false);
    if power == 1.0 {
        (value, to) = spaced_groups(article, i, value);
    }
    let make =
        |to, value, fraction| Number { from: i, to, value, scale: 1.0, digits: true, fraction };
    if article.shape(to) == Shape::Fraction && article.gap(to) <= Gap::Space {
        let sign = fraction_sign(article, to)?;
        return scaled(article, make(to + 1, value + sign, false));
    }
    // "3/4", "2 1/2"
    if power == 1.0 && to == i + 1 {
        if let Some(part) = slashed(article, i) {
            (value, to, fraction) = (part, i + 3, true);
        } else if article.gap(to) == Gap::Space
            && let Some(part) = slashed(article, to)
        {
            return Some(make(to + 3, value + part, false));
        }
    }
    // "1 point 1"
    if article.reads(to, word!("point"))
        && article.shape(to + 1) == Shape::Number
        && article.word(to + 1).len() <= 2
    {
        let places = i32::try_from(article.word(to + 1).len()).ok()?;
        value += digits(article.word(to + 1))?.0 / 10f64.powi(places);
        to += 2;
    }
    let number = make(to, value / power, fraction);
    let at = joined(article, to);
    let gap = article.gap(at);
    // "5.6m", "10mn"; "5 m" only behind a currency.
    if at == to
        && (gap == Gap::None || money && gap == Gap::Space && article.word(at).len() > 1)
        && let Some(by) = article.number_at(at, class::NUM_SHORT)
        && (money || article.word(at) != "b" && article.word(at) != "M")
    {
        let n = Number { to: at + 1, value: value * by / power, scale: by, ..number };
        return scaled(article, n);
    }
    // Multiplied before it is divided, so that 5.6 million is exact.
    let scaled = scaled(article, make(to, value, fraction))?;
    Some(Number { value: scaled.value / power, ..scaled })
}

/// "1 000 000": groups of three digits behind the first.
fn spaced_groups(article: &Article<'_>, i: usize, first: f64) -> (f64, usize) {
    let word = article.word(i);
    let (mut value, mut end) = (first, i + 1);
    if word.len() > 3 || word.starts_with('0') || first == 0.0 {
        return (value, end);
    }
    let group = |at: usize| article.shape(at) == Shape::Number && article.gap(at) == Gap::Space;
    while end < i + 5 && group(end) && article.word(end).len() == 3 {
        let Some((next, 1.0)) = digits(article.word(end)) else { return (first, i + 1) };
        value = value * 1000.0 + next;
        end += 1;
    }
    if group(end) { (first, i + 1) } else { (value, end) }
}

/// "3/4": a proper fraction with a small bottom.
fn slashed(article: &Article<'_>, i: usize) -> Option<f64> {
    let glued = |at: usize| article.gap(at) == Gap::None;
    let plain = article.shape(i) == Shape::Number
        && article.shape(i + 1) == Shape::Slash
        && article.shape(i + 2) == Shape::Number
        && glued(i + 1)
        && glued(i + 2)
        && article.shape(i + 3) != Shape::Slash;
    if !plain {
        return None;
    }
    let (top, bottom) = (digits(article.word(i))?, digits(article.word(i + 2))?);
    (top.1 == 1.0
        && bottom.1 == 1.0
        && top.0 < bottom.0
        && (bottom.0 <= 20.0 || [25.0, 50.0, 100.0].contains(&bottom.0)))
    .then(|| top.0 / bottom.0)
}

/// "half a million", "a third", "a quarter of a million", "a dozen".
fn with_article(article: &Article<'_>, i: usize) -> Option<Number> {
    let make = |to, value, scale, fraction| {
        Some(Number { from: i, to, value, scale, digits: false, fraction })
    };
    let one = article.reads(i, word!("a")) || article.reads(i, word!("an"));
    let at = if one { joined(article, i + 1) } else { i };
    let part = match () {
        () if article.reads(at, word!("half")) => Some(0.5),
        () if article.reads(at, word!("quarter")) => Some(0.25),
        () => None,
    };
    if let Some(part) = part {
        let mut next = joined(article, at + 1);
        next += usize::from(article.reads(next, word!("of")));
        next = joined(article, next + usize::from(article.reads(next, word!("a"))));
        if let Some(by) = article.number_at(next, class::NUM_SCALE) {
            return make(next + 1, part * by, by, false);
        }
        let tied =
            article.shape(at + 1) == Shape::Hyphen && article.is(at + 2, any!(UNIT, POINT_WORD));
        return if one || part == 0.5 || tied { make(at + 1, part, 1.0, true) } else { None };
    }
    if !one {
        return None;
    }
    if let Some(by) = article.number_at(at, class::NUM_SCALE) {
        if article.reads(at, word!("grand")) {
            return None;
        }
        let more = article.number_at(at + 1, class::NUM_SCALE).unwrap_or(1.0);
        return make(at + 1 + usize::from(more > 1.0), by * more, by * more, false);
    }
    // "a couple of boats", "a couple more"
    if article.reads(at, word!("couple")) {
        let counts = article.reads(at + 1, word!("of")) && !article.is(at + 2, class::NUM_SCALE)
            || article.reads(at + 1, word!("more"))
            || article.shape(at + 1) == Shape::End;
        return if counts { make(at + 1, 2.0, 1.0, false) } else { None };
    }
    let parts = article.number_at(at, class::FRACTION_PART)?;
    let noun = article.shape(at) == Shape::Lower && !article.word(at).ends_with("hs");
    let number = noun.then(|| make(at + 1, 1.0 / parts, 1.0, true)).flatten()?;
    Some(of_a_scale(article, number))
}

/// "two-thirds of a million"
fn of_a_scale(article: &Article<'_>, number: Number) -> Number {
    let at = number.to;
    if article.reads(at, word!("of"))
        && article.reads(at + 1, word!("a"))
        && let Some(by) = article.number_at(at + 2, class::NUM_SCALE)
    {
        return Number {
            to: at + 3,
            value: number.value * by,
            scale: by,
            fraction: false,
            ..number
        };
    }
    number
}

fn read_words(article: &Article<'_>, i: usize) -> Option<Number> {
    // Hardly any word opens a number: one question tells.
    if !article.is(i, OPENS) {
        return None;
    }
    if article.is(i, class::NUM_ARTICLE)
        && let Some(number) = with_article(article, i)
    {
        return Some(number);
    }
    let (mut total, mut current, mut scale) = (0.0, 0.0, 1.0);
    let (mut to, mut at, mut last) = (i, i, 0.0f64);
    for _ in 0..WORDS {
        if !article.shape(at).is_word() || at > i && article.gap(at) > Gap::Line {
            break;
        }
        if let Some(n) = article.number_at(at, class::NUM_UNIT) {
            // "twenty three", "hundred three"; not "two three".
            if to > i && !(last >= 20.0 && (last >= 100.0 || n < 10.0)) {
                break;
            }
            current += n;
            last = n.max(0.5);
        } else if let Some(n) = article.number_at(at, class::NUM_TENS) {
            if to > i && last < 100.0 {
                break;
            }
            current += n;
            last = n;
        } else if let Some(by) = article
            .number_at(at, class::NUM_SCALE)
            .or_else(|| article.number_at(at, class::NUM_SCALE_PLURAL))
        {
            if to == i {
                // "thousand litres", "the million-pound deal"
                let next = joined(article, at + 1);
                let unit = article.is(next, any!(UNIT, MONEY_WORD));
                let plural = article.number_at(at, class::NUM_SCALE).is_none();
                if !unit || plural || article.shape_before(i) == Shape::Hyphen {
                    break;
                }
                return Some(Number {
                    from: i,
                    to: at + 1,
                    value: by,
                    scale: by,
                    digits: false,
                    fraction: false,
                });
            }
            if by == 100.0 || by == 12.0 {
                current *= by;
            } else if current == 0.0 {
                total *= by;
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
        let small = |at| article.is(at, any!(NUM_UNIT, NUM_TENS));
        if last >= 100.0
            && article.reads(at, word!("and"))
            && small(joined(article, at + 1))
            && part(article, at + 1).is_none()
        {
            at = joined(article, at + 1);
        }
        if article.reads(at, word!("point")) && small(at + 1) {
            let mut place = 0.1;
            for next in at + 1..at + DIGITS {
                let Some(n) = article.number_at(next, class::NUM_UNIT) else { break };
                current += n * place;
                place /= 10.0;
                to = next + 1;
            }
            at = joined(article, to);
        }
        // "four-and-a-half", "ten and a half million"
        if let Some(end) = and_a_half(article, to) {
            current += 0.5;
            to = end;
            at = joined(article, to);
        }
    }
    if to == i {
        return None;
    }
    let make =
        |to, value, scale, fraction| Number { from: i, to, value, scale, digits: false, fraction };
    let value = total + current;
    let at = joined(article, to);
    if let Some(parts) = article.number_at(at, class::FRACTION_PART)
        && value < parts
        && value > 0.0
        && (value == 1.0 || article.word(at).ends_with('s'))
    {
        let number = make(at + 1, value / parts, 1.0, true);
        if let Some(by) = article.number_at(at + 1, class::NUM_SCALE) {
            return Some(make(at + 2, number.value * by, by, false));
        }
        return Some(of_a_scale(article, number));
    }
    // "twenty-fifth" is no number.
    let ordinal = article.number_at(at, class::ORDINAL).is_some_and(|n| n < 20.0 && last >= 20.0);
    let unit = article.reads(at, word!("second")) || article.shape(at + 1) == Shape::Hyphen;
    (!ordinal || unit).then(|| make(to, value, scale, false))
}

fn and_a_half(article: &Article<'_>, i: usize) -> Option<usize> {
    let at = joined(article, i);
    if !article.reads(at, word!("and")) {
        return None;
    }
    let at = joined(article, at + 1);
    if !article.reads(at, word!("a")) {
        return None;
    }
    let at = joined(article, at + 1);
    article.reads(at, word!("half")).then_some(at + 1)
}

/// The ordinal at token `i`: its value and the token after it ("21st", "third", "one hundred twenty-fifth").
#[must_use]
pub fn ordinal(article: &Article<'_>, i: usize) -> Option<(f64, usize)> {
    if article.shape(i) == Shape::Number {
        let ending = article.gap(i + 1) == Gap::None
            && article.reads_any(i + 1, &words!["st", "nd", "rd", "th"]);
        if !ending {
            return None;
        }
        let (value, power) = digits(article.word(i))?;
        return (power == 1.0).then_some((value, i + 2));
    }
    if !article.is(i, any!(NUM_UNIT, NUM_TENS, NUM_SCALE, NUM_SCALE_PLURAL, ORDINAL)) {
        return None;
    }
    if let Some(n) = article.number_at(i, class::ORDINAL) {
        return Some((n, i + 1));
    }
    let (mut total, mut at) = (0.0, i);
    for _ in 0..WORDS {
        let step = article
            .number_at(at, class::NUM_UNIT)
            .or_else(|| article.number_at(at, class::NUM_TENS));
        match (step, article.number_at(at, class::NUM_SCALE)) {
            (Some(n), _) => total += n,
            (None, Some(by)) if total > 0.0 => total *= by,
            _ => return None,
        }
        at = joined(article, at + 1);
        if let Some(n) = article.number_at(at, class::ORDINAL) {
            let fits = total >= 100.0 || total >= 20.0 && total % 10.0 == 0.0 && n < 10.0;
            return fits.then_some((total + n, at + 1));
        }
    }
    None
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
            ("3 lakh", Some(3e5)), (".25", Some(0.25)), ("3 dozens", Some(36.0)), ("twenty and three fifths", Some(20.6)),
            ("3 million and a half", Some(3.5e6)), ("two thirds of a million", Some(2e6 / 3.0)), ("1 point 1", Some(1.1)),
            ("three thousand millions", Some(3e9)), ("twenty-fifth", None), ("ten and a half million", Some(1.05e7)), ("twenty-three thousand", Some(23e3)), ("a house", None), ("1,23,456", Some(123_456.0)),
        ];
        for (text, value) in cases {
            let article = Article::new(text);
            let found = read(&article, 0, false).map(|n| n.value);
            assert_eq!(found, value, "in {text:?}");
        }
    }
}
