//! Units behind a number: measures, durations, percent, points; compounds such as 6ft 2in; ages.

use super::{Figure, Text, money};
use crate::lexicon::class;
use crate::numbers::{self, Number};
use crate::report::FigureKind;
use crate::text::whole;
use crate::tokens::{Gap, Shape};

/// What stands behind a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// Kind of figure.
    pub kind: FigureKind,
    /// Unit as in the report.
    pub symbol: &'static str,
    /// Token after it.
    pub to: usize,
    /// What the number is divided by: 100 for pence.
    pub by: f64,
    /// A smaller unit that may follow.
    pub part: &'static str,
    /// How many of it make one; 0 without.
    pub parts: f64,
}

impl Unit {
    /// A unit without a smaller one.
    pub fn new(kind: FigureKind, symbol: &'static str, to: usize) -> Unit {
        Unit { kind, symbol, to, by: 1.0, part: "", parts: 0.0 }
    }
}

fn kind_of(name: &str) -> FigureKind {
    match name {
        "length" => FigureKind::Length,
        "area" => FigureKind::Area,
        "mass" => FigureKind::Mass,
        "volume" => FigureKind::Volume,
        "temperature" => FigureKind::Temperature,
        "speed" => FigureKind::Speed,
        "energy" => FigureKind::Energy,
        "data" => FigureKind::Data,
        "duration" => FigureKind::Duration,
        _ => FigureKind::Other,
    }
}

/// The unit behind a number.
pub fn read(a: &Text<'_>, number: Number) -> Option<Unit> {
    let next = number.to;
    let gap = a.gap(next);
    if gap > Gap::Line {
        return None;
    }
    let hyphen = a.shape(next) == Shape::Hyphen && gap == Gap::None && a.gap(next + 1) == Gap::None;
    let mut at = next + usize::from(hyphen);
    // "17 second-half minutes"
    if (a.reads(at, word!("second")) || a.reads(at, word!("first")))
        && a.shape(at + 1) == Shape::Hyphen
        && a.reads(at + 2, word!("half"))
    {
        at += 3;
    }
    if a.shape(at) == Shape::Percent {
        return Some(Unit::new(FigureKind::Percent, "%", at + 1));
    }
    // "20 (kg)"
    if a.shape(at) == Shape::Open
        && a.shape(at + 2) == Shape::Close
        && number.digits
        && a.shape(at + 1) != Shape::Number
    {
        return measure(a, number, at + 1, false).map(|u| Unit { to: u.to + 1, ..u });
    }
    // "half a percentage point", "half an hour"
    if number.fraction && (a.reads(at, word!("a")) || a.reads(at, word!("an")))
        || number.fraction && a.reads(at, word!("of")) && a.reads(at + 1, word!("a"))
    {
        at += 1 + usize::from(a.reads(at, word!("of")));
        if !a.is(at, any!(UNIT, POINT_WORD, PERCENT_WORD)) {
            return None;
        }
    }
    points(a, number, at, hyphen)
        .or_else(|| money::behind(a, number, at, hyphen))
        .or_else(|| measure(a, number, at, hyphen))
}

/// Percent, percentage points, basis points.
fn points(a: &Text<'_>, number: Number, at: usize, hyphen: bool) -> Option<Unit> {
    if let Some(hit) = a.find(at, class::PERCENT_WORD) {
        let after = at + hit.len;
        if hit.len == 1 && a.reads(at, word!("percentage")) {
            if a.is(after, class::POINT_WORD) {
                return Some(Unit::new(FigureKind::PercentagePoints, "pp", after + 1));
            }
            let closes = !a.shape(after).is_word();
            return closes.then(|| Unit::new(FigureKind::Percent, "%", after));
        }
        return Some(Unit::new(FigureKind::Percent, "%", after));
    }
    let basis = a.reads(at, word!("basis")) && a.is(at + 1, class::POINT_WORD);
    if basis || a.reads(at, word!("bps")) && number.digits {
        return Some(Unit::new(FigureKind::PercentagePoints, "bp", at + 1 + usize::from(basis)));
    }
    // "five points", "half a point", "a 2-point race", "a lead of 1 point"; not "one point".
    let single = a.reads(at, word!("point")) && !number.fraction;
    let bare = a.is(at, class::POINT_WORD)
        && (!single || hyphen || number.digits && number.value == 1.0)
        && (!hyphen || single && a.is(at + 1, class::POINT_NOUN))
        && number.value < 100.0
        && of_percent(a, at);
    bare.then(|| Unit::new(FigureKind::PercentagePoints, "pp", at + 1))
}

/// Tokens on either side in which words of polls and rates tell what points are.
const POINTS_REACH: usize = 60;

/// Whether "points" are percentage points, not points of a game.
fn of_percent(a: &Text<'_>, at: usize) -> bool {
    let around = at.saturating_sub(POINTS_REACH)..at + POINTS_REACH;
    let told = |k: usize| a.is(k, class::POINTS_OF_PERCENT);
    let played = |k: usize| a.is(k, class::POINTS_OF_GAME);
    around.clone().filter(|k| told(*k)).count() > around.filter(|k| played(*k)).count()
}

/// A unit of measure at token `at`.
fn measure(a: &Text<'_>, number: Number, at: usize, hyphen: bool) -> Option<Unit> {
    let hit = a.find(at, class::UNIT)?;
    let glued = a.gap(at) == Gap::None && at == number.to;
    let after = at + hit.len;
    if hit.len == 1 && a.word(at).len() == 1 && !glued {
        // "12 m 2 dm", "30 C outside"; not "7 s".
        let goes_on = a.shape(after) == Shape::Title || a.shape(after) == Shape::Hyphen;
        if !number.digits
            || hyphen
            || goes_on
            || !a.is(at, class::UNIT_SPACED)
            || a.reads(at, word!("c")) != (a.shape(at) == Shape::Capital)
                && !a.reads(at, word!("l"))
        {
            return None;
        }
    }
    if hyphen && hit.len == 1 && a.word(at).len() == 1 {
        return None;
    }
    // "13F filing", "3G network": a capital letter and a noun make a name.
    if glued && a.word(at).len() == 1 && a.is(after, class::NAME_AFTER_CODE) {
        return None;
    }
    if a.reads(at, word!("second")) && !number.digits && number.value == 1.0 && !hyphen {
        return None;
    }
    // "5 st" is a street; "5 in" a place.
    if a.reads(at, word!("st")) && !(number.digits && glued) {
        return None;
    }
    let mut fields = hit.id.text(class::UNIT)?.split(';');
    let kind = kind_of(fields.next()?);
    let symbol = fields.next()?;
    let part = fields.next().unwrap_or("");
    let parts = fields.next().and_then(whole).map_or(0.0, f64::from);
    Some(Unit { kind, symbol, to: after, by: 1.0, part, parts })
}

/// A unit in words at `at`: "years", "miles".
#[inline(never)]
pub fn plain(a: &Text<'_>, at: usize) -> Option<Unit> {
    let hit =
        a.find(at, class::UNIT).filter(|_| a.word(at).len() > 2 && a.shape(at) == Shape::Lower)?;
    let mut fields = hit.id.text(class::UNIT)?.split(';');
    let kind = kind_of(fields.next()?);
    Some(Unit::new(kind, fields.next()?, at + hit.len))
}

/// "2in", "2 in thick", "2 in.": the inch, whose sign is also a preposition.
#[inline(never)]
pub fn inch(a: &Text<'_>, number: Number) -> Option<Unit> {
    let at = number.to;
    let mark = a.shape(at) == Shape::DoubleStraight && a.is(at + 1, class::INCH_AFTER);
    if number.digits && mark && !a.is(at + 1, class::PREPOSITION) {
        return Some(Unit::new(FigureKind::Length, "in", at + 1));
    }
    if !number.digits || !a.reads(at, word!("in")) || a.gap(at) > Gap::Space {
        return None;
    }
    let glued = a.gap(at) == Gap::None;
    let closes = a.is(at + 1, class::INCH_AFTER)
        || a.shape(at + 1) == Shape::End
        || a.shape(at + 1) == Shape::Period && a.gap(at + 2) == Gap::Blank;
    (glued || closes).then(|| Unit::new(FigureKind::Length, "in", at + 1))
}

/// Most smaller units of one compound: "1 year, 2 days, 3 hours".
const PARTS: usize = 3;

/// "6ft 2in", "5 hours and 20 minutes", "2 yards, 7 feet, 10 inches": adds the smaller units.
pub fn compound(a: &Text<'_>, figure: &mut Figure, first: Unit) {
    let mut unit = first;
    let mut share = 1.0;
    for _ in 0..PARTS {
        if unit.parts == 0.0 {
            return;
        }
        let comma = a.shape(figure.to) == Shape::Comma;
        if comma && unit.kind == FigureKind::Duration {
            return;
        }
        let at = figure.to + usize::from(comma || a.reads(figure.to, word!("and")));
        let Some(number) = numbers::read(a, at, false).filter(|n| {
            a.gap(n.from) <= Gap::Space
                && (n.value < unit.parts || unit.part == "ft")
                && !n.fraction
        }) else {
            return;
        };
        let smaller = (if unit.part == "in" {
            inch(a, number).or_else(|| spaced_inch(a, number))
        } else {
            None
        })
        .or_else(|| read(a, number));
        let Some(smaller) = smaller.filter(|u| u.symbol == unit.part) else { return };
        share /= unit.parts;
        figure.value = figure.value.map(|v| v + number.value * share);
        figure.to = smaller.to;
        unit = smaller;
    }
}

/// "7 ft 10 in" behind feet needs no further word.
fn spaced_inch(a: &Text<'_>, number: Number) -> Option<Unit> {
    let at = number.to;
    (number.digits
        && a.reads(at, word!("in"))
        && a.gap(at) <= Gap::Space
        && !a.is(at + 1, class::DETERMINER))
    .then(|| Unit::new(FigureKind::Length, "in", at + 1))
}

/// The inches of "6-foot-9", and the token after them.
pub fn hyphened_inches(a: &Text<'_>, unit: Unit) -> Option<(f64, usize)> {
    let tied = unit.symbol == "ft"
        && a.shape(unit.to) == Shape::Hyphen
        && a.gap(unit.to) == Gap::None
        && a.gap(unit.to + 1) == Gap::None;
    let inches = numbers::plain(a, unit.to + 1).filter(|n| tied && *n < 12)?;
    Some((f64::from(inches), unit.to + 2))
}

/// Turns a duration into an age where "old", "of age" or "aged" stands by it.
pub fn aged(a: &Text<'_>, figure: &mut Figure) {
    if figure.kind != FigureKind::Duration {
        return;
    }
    let hyphen = a.shape(figure.to) == Shape::Hyphen;
    let at = figure.to + usize::from(hyphen);
    let of_age = a.reads(at, word!("of")) && a.reads(at + 1, word!("age"));
    let old = a.reads(at, word!("old")) || a.reads(at, word!("olds"));
    if old || of_age || a.reads(figure.from.wrapping_sub(1), word!("aged")) {
        figure.kind = FigureKind::Age;
        if of_age {
            figure.to += 2;
        } else if !hyphen && a.reads(at, word!("old")) {
            figure.to += 1;
        }
    }
}

/// "a second and a half", "a year and a half": one and a half of a unit.
pub fn one_and_a_half(a: &Text<'_>, i: usize) -> Option<Figure> {
    if !(a.reads(i, word!("a")) || a.reads(i, word!("an")) || a.reads(i, word!("one"))) {
        return None;
    }
    let tail = words!["and", "a", "half"].iter().zip(i + 2..).all(|(word, k)| a.reads(k, *word));
    let hit = a.find(i + 1, class::UNIT).filter(|hit| tail && hit.len == 1)?;
    let mut fields = hit.id.text(class::UNIT)?.split(';');
    let kind = kind_of(fields.next()?);
    Some(Figure::new(i, i + 5, kind, Some(1.5)).unit(fields.next()?))
}
