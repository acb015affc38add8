//! Amounts: a number with its currency, unit or kind, ranges included.

use super::{Figure, Text, counts, money, proportion, ranges, units};
use crate::lexicon::class;
use crate::numbers::{self, Number};
use crate::report::{FigureKind, Modifier};
use crate::sentences::Sentence;
use crate::tokens::{Gap, Shape};

/// The figure that starts at token `i`.
pub fn read(a: &Text<'_>, i: usize, sentence: &Sentence) -> Option<Figure> {
    let special = proportion::vague(a, i)
        .or_else(|| units::one_and_a_half(a, i))
        .or_else(|| proportion::multiple(a, i))
        .or_else(|| proportion::rank(a, i));
    if special.is_some() {
        return special;
    }
    // A text that is an ordinal alone ranks.
    if let Some((value, to)) = numbers::ordinal(a, i)
        && i == sentence.from
        && (to == sentence.to || to + 1 == sentence.to && a.shape(to) == Shape::Period)
        && a.len() <= sentence.to
    {
        return Some(Figure::new(i, to, FigureKind::Rank, Some(value)));
    }
    let sign = money::sign(a, i);
    let minus = sign.is_none() && minus(a, i);
    let start = sign.map_or(i + usize::from(minus), |(_, to)| to);
    let number = numbers::read(a, start, sign.is_some()).filter(|n| n.to <= sentence.to)?;
    if let Some((code, _)) = sign {
        let far = a.gap(start) > Gap::Space;
        return (number.digits && !far).then(|| money::read(a, i, number, code));
    }
    let value = if minus { -number.value } else { number.value };
    if !minus
        && let Some(figure) =
            proportion::score_or_ratio(a, number).or_else(|| proportion::proportion(a, number))
    {
        return Some(figure);
    }
    if number.fraction
        && a.shape(number.to) == Shape::Hyphen
        && a.is(number.to + 1, class::HALF_NAME)
    {
        return None;
    }
    // "50-odd years"
    let odd = a.shape(number.to) == Shape::Hyphen
        && a.reads(number.to + 1, word!("odd"))
        && a.is(number.to + 2, class::UNIT);
    let number = if odd { Number { to: number.to + 2, ..number } } else { number };
    let unit = units::read(a, number).or_else(|| units::inch(a, number));
    // "the 6-foot-9 forward"
    if let Some(unit) = unit
        && let Some((inches, to)) = units::hyphened_inches(a, unit)
    {
        return Some(Figure::new(i, to, unit.kind, Some(value + inches / 12.0)).unit(unit.symbol));
    }
    if let Some(range) = ranges::read(a, i, number, value, unit) {
        return Some(range);
    }
    let Some(unit) = unit else {
        let whole = !number.fraction || number.digits;
        return whole.then(|| counts::read(a, i, number, value)).flatten();
    };
    let mut figure = Figure::new(i, unit.to, unit.kind, Some(value / unit.by)).unit(unit.symbol);
    figure.modifier = odd.then_some(Modifier::Approx);
    units::compound(a, &mut figure, unit);
    money::with_cents(a, &mut figure);
    units::aged(a, &mut figure);
    Some(figure)
}

/// A minus sign or word before a number; not the one of "plus or minus".
fn minus(a: &Text<'_>, i: usize) -> bool {
    let hyphen = a.word(i) == "-" && a.gap(i) > Gap::None && a.gap(i + 1) == Gap::None;
    let word = (a.reads(i, word!("minus"))
        || a.reads(i, word!("negative")) && a.shape(i + 1) != Shape::Number)
        && a.gap(i + 1) == Gap::Space;
    (hyphen || word || a.word(i) == "−") && !a.reads(i.wrapping_sub(1), word!("or"))
}
