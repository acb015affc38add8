//! Numbers that tell no quantity: parts of names, clock times, telephone numbers, addresses, list numbers.

use super::Text;
use crate::lexicon::class;
use crate::numbers;
use crate::sentences::Sentence;
use crate::tokens::{Gap, Shape};

/// The token after a number that is no figure, if one starts at `i`.
pub fn skip(a: &Text<'_>, i: usize, sentence: &Sentence) -> Option<usize> {
    let token = a.at(i);
    let before = a.before(i);
    // "★★½"
    if token.shape == Shape::Fraction && token.gap == Gap::None && before.shape == Shape::Star {
        return Some(i + 1);
    }
    if token.shape == Shape::Number {
        return clock(a, i)
            .or_else(|| phone(a, i))
            .or_else(|| list_number(a, i, sentence))
            .or_else(|| name(a, i, sentence))
            .or_else(|| address(a, i));
    }
    // "Division Two, day three", "the League One side"; not "Police Arrest Five After".
    let title = before.shape == Shape::Title
        && !a.shape(i + 1).is_capital()
        && a.gap(i + 1) <= Gap::Space
        && !a.shape_before(i.wrapping_sub(1)).is_capital();
    let unit = token.word.is(class::NUM_UNIT);
    let capital = unit
        && token.shape == Shape::Title
        && (title
            || before.shape != Shape::Lower && a.is(i.wrapping_sub(1), class::NAME_BEFORE_NUMBER))
        && i > sentence.from;
    if capital {
        return Some(i + 1);
    }
    // "on day two"
    if unit
        && a.is(i.wrapping_sub(1), class::NAME_BEFORE_SMALL)
        && !super::counts::counts_something(a, i + 1)
        && i > sentence.from
        && token.gap == Gap::Space
    {
        return Some(i + 1);
    }
    if unit {
        // "I've been up since four", "no table till nine": an hour.
        if a.is(i.wrapping_sub(1), class::HOUR_BEFORE)
            && (!a.shape(i + 1).is_word() || a.reads(i.wrapping_sub(1), word!("half")))
        {
            return Some(i + 1);
        }
        // "four-way race", "a six-figure sum"
        if a.shape(i + 1) == Shape::Hyphen && a.is(i + 2, class::TIED_NAME) {
            return Some(i + 3);
        }
        // "one-to-one care"; "at six o'clock"
        if let Some(to) = one_to_one(a, i).or_else(|| clock(a, i)) {
            return Some(to);
        }
    }
    // "a fifth grade teacher", "the sixth-grade pupils"
    let grade = i + 1 + usize::from(token.word.is(class::NUM_ARTICLE));
    let grade_at = grade + usize::from(a.shape(grade) == Shape::Hyphen);
    if a.is(grade_at, class::GRADE_NOUN) && a.is(grade - 1, class::ORDINAL) {
        return Some(grade_at);
    }
    // "one star out of five": the five is no figure of its own.
    if a.reads(i.wrapping_sub(1), word!("of"))
        && a.reads(i.wrapping_sub(2), word!("out"))
        && a.is(i.wrapping_sub(3), class::MARK_UNIT)
    {
        return Some(i + 1);
    }
    // "a Half True"
    if token.word.is(class::NUM_ARTICLE)
        && token.shape == Shape::Lower
        && a.shape(i + 1) == Shape::Title
        && a.is(i + 1, class::FRACTION_PART)
    {
        return Some(i + 2);
    }
    // "a quarter like this one", "in a quarter in which": three months, no part.
    if a.reads(i, word!("a"))
        && a.reads(i + 1, word!("quarter"))
        && (a.reads(i + 2, word!("like"))
            || a.reads(i + 2, word!("in")) && a.reads(i + 3, word!("which")))
    {
        return Some(i + 2);
    }
    one(a, i)
}

/// "one-to-one care", "a one-on-one interview", "two-for-one tickets".
fn one_to_one(a: &Text<'_>, i: usize) -> Option<usize> {
    let tied = a.shape(i + 1) == Shape::Hyphen && a.shape(i + 3) == Shape::Hyphen;
    // "four-by-four"
    if tied && a.reads(i + 2, word!("by")) {
        return Some(i + 5);
    }
    let joins = a.reads_any(i + 2, &words!["to", "on", "for"]);
    (tied
        && joins
        && (a.reads(i + 4, word!("one"))
            || a.reads(i, word!("one")) && a.reads(i + 2, word!("on"))))
    .then_some(i + 5)
}

/// "7.30pm", "19:45", "six o'clock".
#[inline(never)]
fn clock(a: &Text<'_>, i: usize) -> Option<usize> {
    if a.is(i + 1, class::HALF_DAY) && a.gap(i + 1) <= Gap::Space {
        return Some(i + 2);
    }
    let close = a.gap(i + 1) == Gap::None && a.gap(i + 2) == Gap::None;
    let colon = a.shape(i + 1) == Shape::Colon
        && close
        && a.shape(i + 2) == Shape::Number
        && a.word(i + 2).len() == 2
        && a.word(i).len() <= 2;
    colon.then_some(i + 3)
}

/// "0800 123 4567", "+44 20 7946 0000", "(212) 555-0142", "call 999", "999 calls".
fn phone(a: &Text<'_>, i: usize) -> Option<usize> {
    let word = a.word(i);
    let bracketed = a.shape_before(i) == Shape::Open
        && word.len() == 3
        && a.shape(i + 1) == Shape::Close
        && a.shape(i + 2) == Shape::Number
        && a.word(i + 2).len() == 3
        && a.shape(i + 3) == Shape::Hyphen
        && a.word(i + 4).len() == 4;
    if bracketed {
        return Some(numbers_to(a, i + 2));
    }
    if word.starts_with('0') && word.len() >= 3 && !word.contains('.') {
        return Some(numbers_to(a, i));
    }
    if ["999", "111", "101", "911", "112", "119"].contains(&word) {
        let called = a.is(i.wrapping_sub(1), class::PHONE_VERB) || a.is(i + 1, class::CALL_NOUN);
        return called.then_some(i + 1);
    }
    let plus = a.shape_before(i) == Shape::Symbol
        && a.gap(i) == Gap::None
        && a.word(i.wrapping_sub(1)) == "+"
        && word.len() <= 3
        && a.shape(i + 1) == Shape::Number;
    // "555-0142", "020-7946-0000"
    let groups = a.shape(i + 1) == Shape::Hyphen
        && a.gap(i + 1) == Gap::None
        && word.len() >= 3
        && a.shape(i + 2) == Shape::Number
        && (a.word(i + 2).len() == 4 && a.word(i + 2).starts_with('0')
            || a.shape(i + 3) == Shape::Hyphen
                && a.shape(i + 4) == Shape::Number
                && a.gap(i + 4) == Gap::None);
    (plus || groups).then(|| numbers_to(a, i))
}

/// Most groups of a telephone number.
const GROUPS: usize = 6;

#[inline(never)]
fn numbers_to(a: &Text<'_>, i: usize) -> usize {
    let mut to = i + 1;
    while to < i + GROUPS
        && (numbers::plain(a, to).is_some()
            || a.shape(to) == Shape::Hyphen && a.gap(to) == Gap::None)
        && a.gap(to) <= Gap::Space
    {
        to += 1;
    }
    to
}

/// "1. First point".
fn list_number(a: &Text<'_>, i: usize, sentence: &Sentence) -> Option<usize> {
    let lists = i == sentence.from
        && matches!(a.shape(i + 1), Shape::Period | Shape::Close)
        && a.word(i).len() <= 2
        && a.gap(i + 1) == Gap::None
        && a.gap(i) >= Gap::Line
        && a.shape(i + 2) != Shape::End;
    lists.then_some(i + 2)
}

/// "Covid-19", "4x4", "Boeing 737", "Key Stage 2", "24/7", "four stars out of 5".
fn name(a: &Text<'_>, i: usize, sentence: &Sentence) -> Option<usize> {
    let before = a.before(i);
    let lead = i.wrapping_sub(1);
    let close = a.gap(i + 1) == Gap::None && a.gap(i + 2) == Gap::None;
    if a.shape(i + 1) == Shape::Slash
        && close
        && [("24", "7"), ("9", "11"), ("7", "7")].contains(&(a.word(i), a.word(i + 2)))
    {
        return Some(i + 3);
    }
    // "Application 23/01187/FUL"
    // "a 4-4-2 formation"
    let tied =
        |k: usize| a.shape(k) == Shape::Hyphen && a.gap(k) == Gap::None && a.word(k + 1).len() == 1;
    if tied(i + 1) && tied(i + 3) && a.word(i).len() == 1 {
        return Some(i + 5);
    }
    let reference =
        |k: usize| a.shape(k) == Shape::Slash && a.gap(k) == Gap::None && a.gap(k + 1) == Gap::None;
    if reference(i + 1) && (reference(i + 3) || a.word(i + 2).starts_with('0')) {
        let mut to = i + 1;
        while to < i + GROUPS * 2 && reference(to) {
            to += 2;
        }
        return Some(to);
    }
    // "Covid-19", "F-16"; but "mid-50s" and "sub-30" tell something.
    if a.gap(i) == Gap::None
        && before.shape == Shape::Hyphen
        && before.gap == Gap::None
        && i > sentence.from
        && a.at(i.wrapping_sub(2)).shape.is_word()
    {
        return Some(i + 1);
    }
    if a.gap(i + 1) == Gap::None && (a.shape(i + 1) == Shape::Code || a.reads(i + 1, word!("d"))) {
        return Some(i + 2);
    }

    // "a 5G network", "the 13F filing"
    if a.gap(i + 1) == Gap::None
        && a.shape(i + 1).is_word()
        && a.word(i + 1).len() == 1
        && a.is(i + 2, class::NAME_AFTER_CODE)
    {
        return Some(i + 2);
    }
    let named = a.is(lead, any!(NAME_BEFORE_NUMBER, NAME_BEFORE_SMALL))
        && (before.shape != Shape::Lower || a.is(lead, class::NAME_BEFORE_SMALL))
        && !(before.shape == Shape::Lower
            && (super::counts::counts_something(a, i + 1)
                || a.find(i + 1, class::PERCENT_WORD).is_some()
                || a.shape(i + 1) == Shape::Percent));
    let stop = before.shape == Shape::Period
        && a.reads(i.wrapping_sub(2), word!("no"))
        && before.gap == Gap::None;
    if a.gap(i) == Gap::Space && i > sentence.from && (named || stop) {
        let joined = matches!(a.shape(i + 1), Shape::Hyphen | Shape::Dash)
            || a.reads(i + 1, word!("and"))
            || a.reads(i + 1, word!("to"));
        let range =
            joined && a.shape(i + 2) == Shape::Number && !super::counts::counts_something(a, i + 3);
        return Some(if range { i + 3 } else { i + 1 });
    }
    None
}

/// Most capitals between a house number and "Street".
const STREET_NAME: usize = 4;

/// "41 Station Parade", "16 Tannery Close", "the 1200 block of Oak Street".
fn address(a: &Text<'_>, i: usize) -> Option<usize> {
    if a.reads(i + 1, word!("block"))
        && a.word(i).ends_with("00")
        && !a.reads(i + 2, word!("grant"))
    {
        return Some(i + 2);
    }
    let short = a.word(i).len() <= 4 && numbers::plain(a, i).is_some();
    if !short {
        return None;
    }
    for at in i + 1..=i + STREET_NAME {
        let initial =
            a.shape(at) == Shape::Period && a.gap(at) == Gap::None && a.word(at - 1).len() == 1;
        if initial {
            continue;
        }
        if a.gap(at) > Gap::Space || !a.shape(at).is_capital() {
            return None;
        }
        if at > i + 1 && a.is(at, class::STREET) {
            return Some(i + 1);
        }
    }
    None
}

/// "one" as a pronoun: "one of the biggest", "no one", "this one".
fn one(a: &Text<'_>, i: usize) -> Option<usize> {
    if !a.reads(i, word!("one")) {
        return None;
    }
    let next = i + 1;
    let led = a.is(i.wrapping_sub(1), class::ONE_BEFORE);
    let fraction = a.is(next, any!(FRACTION_PART, NUM_SCALE, UNIT))
        || (a.reads(next, word!("in")) || a.reads(next, word!("out")))
            && a.is(next + 1, any!(NUM_UNIT, NUM_TENS))
        || (a.reads(next, word!("in")) || a.reads(next, word!("out")))
            && (a.shape(next + 1) == Shape::Number
                || a.reads(next + 1, word!("every"))
                    && numbers::read(a, next + 2, false).is_some()
                || a.reads(next + 1, word!("of")) && a.is(next + 2, class::NUM_UNIT))
        || a.reads(next, word!("and")) && a.reads(next + 1, word!("a"))
        || a.reads(next, word!("point"));
    let alone = a.reads(next, word!("of"))
        || a.reads(next, word!("another"))
        || !a.at(next).shape.is_word() && a.shape(next) != Shape::Hyphen;
    let pronoun = led && !a.is(next, class::UNIT) && !fraction
        || a.is(next, class::PRONOUN)
        || alone
        || !fraction && a.is(next, class::FIGURE_STOP);
    pronoun.then_some(next)
}
