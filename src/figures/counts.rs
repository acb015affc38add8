//! Numbers without a unit: counts, and ages that only their place tells.

use super::{Figure, Text, ranges};
use crate::lexicon::class;
use crate::numbers::{self, Number};
use crate::report::FigureKind;
use crate::tokens::{Gap, Shape};

/// Oldest age that a bare number tells.
const OLDEST: f64 = 115.0;

/// Tokens before a number with an m in which the audience that it counts may stand.
const AUDIENCE_REACH: usize = 10;

/// A number without unit: an age or a count.
pub fn read(a: &Text<'_>, i: usize, number: Number, value: f64) -> Option<Figure> {
    if let Some(age) = age(a, i, number, value) {
        return Some(age);
    }
    let next = number.to;
    let zeros = a.shape(i) == Shape::Number
        && a.word(i).starts_with('0')
        && a.word(i).len() > 1
        && !a.word(i).contains('.');
    if zeros {
        return None;
    }
    // "40m below": metres, where nothing is counted that comes in millions.
    if number.digits && a.word(next.wrapping_sub(1)) == "m" && number.scale == 1e6 {
        let counted = a.reads(next, word!("of"))
            || counts_something(a, next)
            || (i.saturating_sub(AUDIENCE_REACH)..i).any(|k| a.is(k, class::AUDIENCE));
        if !counted {
            return Some(Figure::new(i, next, FigureKind::Length, Some(value / 1e6)).unit("m"));
        }
    }
    // Letters glued to the number make a name or a code.
    let glued = a.gap(next) == Gap::None && a.at(next).shape.is_word();
    // Index levels: 18,104.10
    let level = number.digits && number.scale == 1.0 && value >= 1000.0 && value.fract() != 0.0;
    let kind = if level { FigureKind::Other } else { FigureKind::Count };
    (!glued && !is_name(a, i, number)).then(|| Figure::new(i, next, kind, Some(value)))
}

/// Whether a plural noun follows, with or without an adjective before it.
#[inline(never)]
pub fn counts_something(a: &Text<'_>, at: usize) -> bool {
    let plural = |k: usize| {
        a.is(k, class::PLURAL_NOUN)
            || a.shape(k) == Shape::Lower
                && a.word(k).ends_with('s')
                && a.word(k).len() > 3
                && !a.is(k, class::FIGURE_STOP)
    };
    plural(at) || a.shape(at) == Shape::Lower && !a.is(at, class::FIGURE_STOP) && plural(at + 1)
}

/// "Apollo Theatre 12", "Big Studio 54": a number behind two capitals and before no noun.
fn is_name(a: &Text<'_>, i: usize, number: Number) -> bool {
    let title = a.before(i);
    number.digits
        && title.shape.is_capital()
        && title.gap <= Gap::Space
        && a.gap(i) == Gap::Space
        && a.at(i.wrapping_sub(2)).shape == Shape::Title
        && (!a.at(number.to).shape.is_word() || a.gap(number.to) >= Gap::Line)
}

/// "aged 45", "Smith, 45,", "Smith (45)", "who was 26,", "87 yo".
fn age(a: &Text<'_>, i: usize, number: Number, value: f64) -> Option<Figure> {
    let before = i.wrapping_sub(1);
    let next = number.to;
    let small = (1.0..=OLDEST).contains(&value) && number.scale == 1.0 && !number.fraction;
    if !small {
        return None;
    }
    let aged = |to| Some(Figure::new(i, to, FigureKind::Age, Some(value)).unit("year"));
    if a.is(next, class::YEARS_OLD) && number.digits {
        return aged(next + 1);
    }
    if a.is(before, class::AGED)
        && !(a.reads(before, word!("age")) && a.reads(i.wrapping_sub(2), word!("the")))
    {
        let second = ranges::joiner(a, next, true)
            .and_then(|at| numbers::read(a, at, false))
            .filter(|n| n.value > value && n.value <= OLDEST);
        if let Some(second) = second {
            let mut figure = Figure::new(i, second.to, FigureKind::Age, None).unit("year");
            figure.range = Some((value, second.value));
            return Some(figure);
        }
        return aged(next);
    }
    // "among those under 30", "people over 65", "patients aged over 75", "nurses were over 60"
    let were = usize::from(a.reads(before.wrapping_sub(1), word!("were")));
    let group = before.wrapping_sub(1 + were);
    if a.is(before, class::LIMIT)
        && (a.is(group, any!(AGE_GROUP, AGED)) || were == 1 && a.is(group, class::ROLE_PLURAL))
        && (!a.shape(next).is_word() || a.is(next, any!(FIGURE_STOP, VERB_PAST, VERB_BASE)))
        && !(a.shape(next) == Shape::Hyphen || a.shape(next) == Shape::Percent)
    {
        return aged(next);
    }
    // "boys as young as 11"
    if a.reads(before, word!("as")) && a.is(before.wrapping_sub(1), class::AGE_EXTENT) {
        return aged(next);
    }
    let lone = next == i + 1 && number.digits && value.fract() == 0.0;
    let closes = matches!(
        a.shape(next),
        Shape::Comma
            | Shape::Period
            | Shape::Close
            | Shape::Semicolon
            | Shape::Question
            | Shape::End
    ) || a.shape(next).is_quote_mark();
    // "Ferrier, who was 26, …", "My daughter is six.", "since I was nine", "Mum's 89."
    let link = usize::from(a.is(before, class::AGE_ADVERB));
    let at = before.wrapping_sub(link);
    let who = a.is(at.wrapping_sub(1), any!(AGE_PRONOUN, PERSON_NOUN));
    let is = a.is(at, class::AGE_VERB) || a.reads_clitic_s(at);
    if is && who && value >= 2.0 && (closes || a.is(next, class::AGE_AFTER)) {
        return aged(next);
    }
    // "Evie Grant, eight, said"
    let word = !number.digits && value <= 18.0 && a.shape(next) == Shape::Comma;
    if !lone && !word {
        return None;
    }
    // "died at 68", "left school at 16", "became a baker at 22"; by ten one may leave the house.
    let noun = before.wrapping_sub(1);
    let ends = closes || a.is(next, any!(AGE_AFTER, AUXILIARY, RELATIVE));
    let work = |k: usize| a.is(before.wrapping_sub(k), class::AGE_WORK);
    let at_age = a.reads(before, word!("at"))
        && (a.is(noun, class::AGE_EVENT) || value >= 14.0 && (1..=5).any(work));
    // "a boy of 12"
    let of_age = a.reads(before, word!("of"))
        && value >= 10.0
        && a.shape(noun) == Shape::Lower
        && (a.is(noun, any!(PERSON_NOUN, ROLE)) || a.word(noun).ends_with("man"))
        && !a.is(noun, class::GROUP_NOUN);
    let event = ends && (at_age || of_age);
    if event || a.is(before, class::AGE_VERB) && a.reads(next, word!("when")) && lone {
        return aged(next);
    }
    // "Ferrier, now 76,"
    let name = a.at(at.wrapping_sub(1)).shape;
    if a.shape(at) == Shape::Comma
        && closes
        && value >= 5.0
        && (name.is_capital() || link == 1 && name.is_word())
        && !a.is(at.wrapping_sub(1), class::AGE_NOT)
    {
        return aged(next);
    }
    // "a worker, 24, was hurt"
    if a.shape(at) == Shape::Comma
        && a.shape(next) == Shape::Comma
        && value >= 10.0
        && name == Shape::Lower
        && a.is(at.wrapping_sub(1), any!(PERSON_NOUN, ROLE))
        && !a.word(at.wrapping_sub(1)).ends_with('s')
    {
        return aged(next);
    }
    // "The screen favourite, 29, called": a description at the head of a sentence.
    let head = (1..=4).any(|k| a.shape(at.wrapping_sub(k)) == Shape::Title);
    if a.shape(at) == Shape::Comma
        && a.shape(next) == Shape::Comma
        && value >= 10.0
        && name == Shape::Lower
        && head
        && a.shape(next + 1) == Shape::Lower
        && a.is(next + 1, any!(VERB_PAST, VERB_S, AUXILIARY))
    {
        return aged(next);
    }
    if a.shape(before) == Shape::Open
        && a.shape(next) == Shape::Close
        && value >= 10.0
        && name == Shape::Title
        && !a.is(at.wrapping_sub(1), class::AGE_NOT)
    {
        return aged(next);
    }
    None
}
