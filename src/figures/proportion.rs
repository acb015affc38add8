//! Proportions and places: fractions, ratios, results, multiples, ranks, vague amounts.

use super::{Figure, Text, units};
use crate::lexicon::class;
use crate::numbers::{self, Number};
use crate::report::FigureKind;
use crate::tokens::{Gap, Shape};

/// "dozens", "several hundred", "multi-million pound".
pub fn vague(a: &Text<'_>, i: usize) -> Option<Figure> {
    let mut figure = Figure::new(i, i, FigureKind::Count, None);
    figure.vague = true;
    if a.reads(i, word!("multi"))
        && a.shape(i + 1) == Shape::Hyphen
        && a.is(i + 2, class::NUM_SCALE)
    {
        let at = i + 3 + usize::from(a.shape(i + 3) == Shape::Hyphen);
        figure.to = i + 3;
        if let Some(hit) = a.find(at, class::MONEY_WORD) {
            figure.kind = FigureKind::Money;
            figure.unit = hit.id.text(class::MONEY_WORD);
            figure.to = at + hit.len;
        }
        return Some(figure);
    }
    let hit = a.find(i, class::VAGUE_AMOUNT)?;
    figure.to = i + hit.len;
    if a.reads(i, word!("scores")) && !a.reads(i + 1, word!("of")) && a.shape(i) == Shape::Lower {
        return None;
    }
    let at = figure.to + usize::from(a.reads(figure.to, word!("of")));
    if let Some(money) = a.find(at, class::MONEY_WORD) {
        figure.kind = FigureKind::Money;
        figure.unit = money.id.text(class::MONEY_WORD);
        figure.to = at + money.len;
    } else if let Some(unit) = units::plain(a, at) {
        // "several hundred years", "thousands of miles"
        figure.kind = unit.kind;
        figure.unit = Some(unit.symbol);
        figure.to = unit.to;
    }
    Some(figure)
}

/// "doubled", "fourfold", "10 times bigger", "1.4 times earnings".
pub fn multiple(a: &Text<'_>, i: usize) -> Option<Figure> {
    if let Some(value) = a.number_at(i, class::MULTIPLE_WORD) {
        return Some(Figure::new(i, i + 1, FigureKind::Multiple, Some(value)));
    }
    let number = numbers::read(a, i, false)?;
    let fold = a.shape(number.to) == Shape::Hyphen && a.reads(number.to + 1, word!("fold"))
        || a.reads(number.to, word!("fold"));
    if fold {
        let to = number.to + 1 + usize::from(!a.reads(number.to, word!("fold")));
        return Some(Figure::new(i, to, FigureKind::Multiple, Some(number.value)));
    }
    let times = a.reads(number.to, word!("times"))
        && (a.is(number.to + 1, class::COMPARISON) || a.word(number.to - 1).contains('.'));
    times.then(|| Figure::new(i, number.to + 1, FigureKind::Multiple, Some(number.value)))
}

/// "ranked 15th", "the third-largest", "112th out of 121"; not "for the second time".
pub fn rank(a: &Text<'_>, i: usize) -> Option<Figure> {
    let (value, to) = numbers::ordinal(a, i)?;
    let before = i.wrapping_sub(1);
    let led = a.reads_any(before, &words!["in", "at", "by", "to", "from"]);
    let ranked =
        a.is(before, class::RANK_VERB) || led && a.is(before.wrapping_sub(1), class::RANK_VERB);
    // "Albion are 22nd."
    let stands = a.is(before, class::BE)
        && value > 1.0
        && matches!(a.shape(to), Shape::Period | Shape::Comma | Shape::End);
    // "climbs nine places to fourth, four points off the top", "at 64th, up nine places", "up from 52nd last year"
    let moved = value > 1.0
        && led
        && (!a.shape(to).is_word()
            || a.is(to, any!(PREPOSITION, CONJUNCTION))
            || a.is(to + 1, class::UNIT))
        && (i.saturating_sub(RANK_REACH)..i)
            .any(|k| a.is(k, any!(CHANGE_UP, CHANGE_DOWN, RANK_VERB, COMPARED)));
    let superlative = a.shape(to) == Shape::Hyphen
        && a.word(to + 1).ends_with("st")
        && a.shape(to + 1) == Shape::Lower
        && value > 1.0;
    let place = (a.reads(to, word!("place")) || a.reads(to, word!("position")))
        && !(value == 1.0 && a.reads(before, word!("the")));
    let out_of = a.reads(to, word!("out")) && a.reads(to + 1, word!("of"));
    let total = if out_of { to + 2 } else { to + 1 };
    let total = (out_of || ranked && a.reads(to, word!("of"))).then_some(total);
    let total = total.and_then(|at| numbers::read(a, at, false));
    // "fifth of the crew": a fraction, read elsewhere; "ranked first-class": no place.
    let noun = !superlative
        && !place
        && !out_of
        && (a.shape(to) == Shape::Hyphen || a.is(to, class::RANK_NOT));
    if !(ranked || stands || moved || superlative || place || out_of) || noun {
        return None;
    }
    let end = total.map_or(if superlative { to + 2 } else { to }, |total| total.to);
    Some(Figure::new(i, end, FigureKind::Rank, Some(value)))
}

/// Tokens before a place in which a verb that ranks may stand.
const RANK_REACH: usize = 8;

/// "3-0", "2:1", "6-3", "voted 6 to 1", "split seven-all".
pub fn score_or_ratio(a: &Text<'_>, number: Number) -> Option<Figure> {
    let at = number.to;
    let before = number.from.wrapping_sub(1);
    let score = |to| Some(Figure::new(number.from, to, FigureKind::Score, None));
    if a.shape(at) == Shape::Hyphen && a.reads(at + 1, word!("all")) && a.gap(at + 1) == Gap::None {
        return score(at + 2);
    }
    let voted = a.is(before, class::VOTED)
        || a.reads(before, word!("by")) && a.is(before.wrapping_sub(1), class::VOTED);
    if voted
        && (a.reads(at, word!("to")) || a.reads(at, word!("votes")) && a.reads(at + 1, word!("to")))
        && number.value.fract() == 0.0
        && let Some(second) =
            numbers::read(a, at + 1 + usize::from(a.reads(at, word!("votes"))), false)
        && super::units::read(a, second).is_none()
        && !super::counts::counts_something(a, second.to)
    {
        return score(second.to);
    }
    let tight = a.gap(at) == Gap::None && a.gap(at + 1) == Gap::None;
    if at != number.from + 1 || !number.digits || !tight {
        return None;
    }
    let (first, second) = (numbers::plain(a, number.from)?, numbers::plain(a, at + 1)?);
    let end = at + 2;
    let word =
        a.gap(end) == Gap::None && (a.shape(end).is_word() || a.shape(end) == Shape::Percent);
    match a.shape(at) {
        Shape::Colon => Some(Figure::new(number.from, end, FigureKind::Ratio, None)),
        Shape::Hyphen | Shape::Dash if !word && a.shape(end) != Shape::Hyphen => {
            let fits =
                first >= second && second < 200 && (first < 200 || second <= 10 && first < 1000);
            let told = |k: usize| a.is(k, class::RESULT);
            let near = (number.from.saturating_sub(RESULT_REACH)..number.from).any(told)
                || (end..end + 2).any(told);
            let low = first < second && first < 8 && second < 12 && near;
            (fits || low).then(|| Figure::new(number.from, end, FigureKind::Score, None))
        }
        _ => None,
    }
}

/// Tokens before a result in which a word such as "lost" may stand.
const RESULT_REACH: usize = 6;

/// "one in seven", "eight out of 10", "one day in every five", "a third", "two-thirds".
pub fn proportion(a: &Text<'_>, number: Number) -> Option<Figure> {
    let at = number.to;
    if let Some((start, link)) = total(a, at)
        && let Some(second) = numbers::read(a, start, false)
        && second.value >= number.value
        && fits(a, number, second, link)
    {
        let figure = |kind, value| Some(Figure::new(number.from, second.to, kind, Some(value)));
        let full = second.value == number.value;
        if link == Link::OutOf
            && !super::counts::counts_something(a, second.to)
            && (full || is_mark(a, number.from))
        {
            return figure(FigureKind::Score, number.value);
        }
        return (number.value >= 1.0 && !full)
            .then(|| figure(FigureKind::Fraction, number.value / second.value))
            .flatten();
    }
    // "half-year", "half-term"
    let half = number.fraction
        && a.shape(number.to) == Shape::Hyphen
        && a.is(number.to + 1, class::HALF_NAME);
    if number.fraction && !half && units::read(a, number).is_none() {
        let part = number.to - number.from > 1
            || number.digits
            || a.reads(number.to, word!("of"))
            || a.reads(number.to, word!("the"))
            || super::counts::counts_something(a, number.to);
        let before = number.from.wrapping_sub(1);
        // "half are new", "by more than half", "will do half."
        let half = a.reads(number.from, word!("half"))
            && !a.is(before, any!(DETERMINER, POSSESSIVE))
            && (a.is(number.to, any!(AUXILIARY, VERB_PAST, DETERMINER, POSSESSIVE))
                || (!a.shape(number.to).is_word()
                    || a.is(number.to, class::PREPOSITION) && !a.reads(before, word!("only")))
                    && a.is(before, class::HALF_BEFORE));
        let part = part || half;
        let league = a.is(before, class::ORDINAL);
        let tied = a.shape(number.to) == Shape::Hyphen && a.gap(number.to) == Gap::None;
        let time = a.is(number.to, class::UNIT) || a.is(number.to, class::ORDINAL_NOUN);
        return (part && !league && !time && !tied).then(|| {
            Figure::new(number.from, number.to, FigureKind::Fraction, Some(number.value))
        });
    }
    None
}

/// What joins the two numbers of a proportion.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Link {
    In,
    OutOf,
    Of,
}

/// Where the second number of a proportion starts.
fn total(a: &Text<'_>, at: usize) -> Option<(usize, Link)> {
    // "one in every five", "54 out of a possible 100", "89 points out of 100"
    let every = |at: usize| {
        at + usize::from(a.reads(at, word!("every")))
            + 2 * usize::from(a.reads(at + 1, word!("possible")))
    };
    let at = at + usize::from(a.is(at, class::POINT_WORD) && a.reads(at + 1, word!("out")));
    // "one day in every five"
    let noun = a.is(at, any!(UNIT, PERSON_NOUN))
        && a.reads(at + 1, word!("in"))
        && a.reads(at + 2, word!("every"));
    // "one adult in four"
    let of_four = a.is(at.wrapping_sub(1), class::NUM_UNIT)
        && a.reads(at.wrapping_sub(1), word!("one"))
        && a.shape(at) == Shape::Lower
        && a.reads(at + 1, word!("in"))
        && a.is(at + 2, any!(NUM_UNIT, NUM_TENS))
        && !super::counts::counts_something(a, at + 3)
        && !a.is(at + 3, class::UNIT);
    match () {
        () if noun => Some((at + 3, Link::In)),
        () if of_four => Some((at + 2, Link::In)),
        () if a.reads(at, word!("in")) => Some((every(at + 1), Link::In)),
        // "one-in-five"
        () if a.shape(at) == Shape::Hyphen
            && a.reads(at + 1, word!("in"))
            && a.shape(at + 2) == Shape::Hyphen =>
        {
            Some((at + 3, Link::In))
        }
        () if a.reads(at, word!("out")) && a.reads(at + 1, word!("of")) => {
            Some((every(at + 2), Link::OutOf))
        }
        // "three of the last five quarters"
        () if a.reads(at, word!("of")) && a.reads(at + 1, word!("the")) => {
            let last = a.reads_any(at + 2, &words!["last", "past", "first"]);
            last.then_some((at + 3, Link::Of))
        }
        () if a.reads(at, word!("of")) => Some((every(at + 1), Link::Of)),
        () => None,
    }
}

/// Whether two numbers make a proportion: not "two in 2019", "12 of 300".
fn fits(a: &Text<'_>, number: Number, second: Number, link: Link) -> bool {
    /// Totals beyond ten that people use in "one in …".
    const ROUND: [f64; 15] =
        [11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 18.0, 20.0, 25.0, 30.0, 40.0, 50.0, 60.0, 80.0, 75.0];
    if units::read(a, second).is_some() || number.fraction || number.scale > 1.0 {
        return false;
    }
    match link {
        Link::In => {
            second.value <= 10.0
                || ROUND.contains(&second.value)
                || second.value >= 100.0 && second.value % 100.0 == 0.0 && number.value == 1.0
        }
        Link::OutOf => true,
        Link::Of => {
            second.value <= 10.0
                && number.value.fract() == 0.0
                && super::counts::counts_something(a, second.to)
        }
    }
}

/// Whether the words before a number make it a mark: "a score of zero out of five".
#[inline(never)]
fn is_mark(a: &Text<'_>, i: usize) -> bool {
    (i.saturating_sub(3)..i).any(|k| a.is(k, class::MARK_WORD))
}
