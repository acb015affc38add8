//! Ranges: "16 to 18", "5–7", "between 4% and 6%", "from 100 to 1,000 g".

use super::units::{self, Unit};
use super::{Figure, Text};
use crate::lexicon::class;
use crate::numbers::{self, Number};
use crate::report::FigureKind;
use crate::tokens::{Gap, Shape};

/// Tokens before a figure in which a move makes "to" the level reached.
const REACH: usize = 4;

/// Tokens before a "from" in which a move makes two figures of "from A to B".
const FAR: usize = 25;

/// A range's joiner between two numbers: where the second starts. `and` joins where "between" led.
#[inline(never)]
pub fn joiner(a: &Text<'_>, i: usize, and: bool) -> Option<usize> {
    if matches!(a.shape(i), Shape::Hyphen | Shape::Dash) || a.word(i) == "~" {
        let tight = a.gap(i) == a.gap(i + 1)
            && a.gap(i) <= Gap::Space
            && (a.gap(i) == Gap::None || a.shape(i) == Shape::Dash);
        // "one-to-seven"
        let to = a.reads(i + 1, word!("to")) && a.shape(i + 2) == Shape::Hyphen;
        return tight.then_some(if to { i + 3 } else { i + 1 });
    }
    (a.reads(i, word!("to")) || and && a.reads(i, word!("and"))).then_some(i + 1)
}

/// Whether the word before the figure opens a range: "between".
pub fn between(a: &Text<'_>, i: usize) -> bool {
    a.reads(i.wrapping_sub(1), word!("between"))
}

/// Whether a move stands before: "rose £3 to £5" is no range.
#[inline(never)]
pub fn moves_to(a: &Text<'_>, i: usize) -> bool {
    (i.saturating_sub(REACH)..i).any(|at| {
        a.is(at, any!(CHANGE_UP, CHANGE_DOWN, MULTIPLE_VERB)) && !a.is(at, any!(EXTRA, ADDS))
    }) || a.reads(i.wrapping_sub(1), word!("from"))
}

/// Whether "from" leads and nothing moves: "ranges from 1 to 5" is one range.
pub fn from_without_move(a: &Text<'_>, i: usize) -> bool {
    let from = i.wrapping_sub(1);
    if !a.reads(from, word!("from")) {
        return false;
    }
    if a.is(from.wrapping_sub(1), class::RANGES) {
        return true;
    }
    let moves = any!(CHANGE_UP, CHANGE_DOWN, CHANGE_OTHER, MULTIPLE_VERB);
    !(from.saturating_sub(FAR)..from).any(|at| a.is(at, moves))
}

/// The range whose lower end starts at `i`.
pub fn read(
    a: &Text<'_>,
    i: usize,
    number: Number,
    value: f64,
    first: Option<Unit>,
) -> Option<Figure> {
    let at = first.map_or(number.to, |u| u.to);
    // "three or four"
    let or = first.is_none() && !number.digits && a.reads(at, word!("or"));
    let start = if or { at + 1 } else { joiner(a, at, true)? };
    let second = second_number(a, start)?;
    if or && (second.1.digits || second.1.value != value + 1.0) {
        return None;
    }
    let dash = !a.at(at).shape.is_word();
    let opened = between(a, i);
    // "the six months to 27 September"
    let dated = a.is(second.1.to, class::MONTH);
    if dated || a.reads(at, word!("and")) && !opened || second.1.fraction && !number.fraction {
        return None;
    }
    let (negative, second) = second;
    let unit = units::read(a, second).or_else(|| units::inch(a, second)).or(first);
    let lone_from = from_without_move(a, i);
    let to_word = a.reads(start.wrapping_sub(1), word!("to"));
    let lead = i.wrapping_sub(1);
    // "down by 60 to 75 basis points", "raise it within 12 to 24 months"; not "won by 52% to 48%", "rose from 3 to 5 days"
    let moves = moves_to(a, i);
    let by = a.reads(lead, word!("by"));
    let one = first.is_none() && unit.is_some() && a.is(lead, class::PREPOSITION);
    let both = moves && !a.reads(lead, word!("from")) && (by || one);
    if !opened && !lone_from && to_word && (moves && !dash || by) && !both {
        return None;
    }
    let mut low = value;
    if second.scale > 1.0
        && low < 1000.0
        && low * second.scale <= second.value
        && first.is_none()
        && number.scale == 1.0
    {
        low *= second.scale;
    }
    let high = if negative { -second.value } else { second.value };
    if let (Some(x), Some(y)) = (first, unit)
        && x.symbol != y.symbol
    {
        return None;
    }
    if low == high || low > high && !(negative && low < 0.0) {
        return None;
    }
    let to = unit.map_or(second.to, |u| u.to.max(second.to));
    let by = unit.map_or(1.0, |u| u.by);
    let mut figure = Figure::new(i, to, unit.map_or(FigureKind::Count, |u| u.kind), None);
    figure.unit = unit.map(|u| u.symbol);
    if unit.is_none() && a.is(i.wrapping_sub(1 + usize::from(opened)), class::AGED) {
        figure.kind = FigureKind::Age;
        figure.unit = Some("year");
    }
    let (low, high) = (low / by, high / by);
    figure.range = Some(if low < high { (low, high) } else { (high, low) });
    units::aged(a, &mut figure);
    Some(figure)
}

/// The upper end, which may have its own minus sign.
fn second_number(a: &Text<'_>, start: usize) -> Option<(bool, Number)> {
    let minus = a.word(start) == "−"
        || a.word(start) == "-" && a.gap(start) > Gap::None && a.gap(start + 1) == Gap::None
        || a.reads(start, word!("minus"));
    let number = numbers::read(a, start + usize::from(minus), false)?;
    Some((minus, number))
}
