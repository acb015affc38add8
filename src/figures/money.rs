//! Money: signs, codes and names of currencies, before and behind the number; cents; ranges that share a scale.

use super::units::Unit;
use super::{Figure, Text, ranges};
use crate::lexicon::class;
use crate::numbers::{self, Number};
use crate::report::FigureKind;
use crate::tokens::{Gap, Shape};

/// The currency sign, code or name before a number at `i`, and the token after it.
pub fn sign(a: &Text<'_>, i: usize) -> Option<(&'static str, usize)> {
    if let Some(hit) = a.find(i, class::MONEY_SIGN) {
        let code = hit.id.text(class::MONEY_SIGN)?;
        let mut to = i + hit.len;
        // "a $5 fine" is no Australian dollar; "hk $ 5" is one of Hong Kong.
        let apart = hit.len > 1 && a.gap(i + 1) != Gap::None && !a.reads(i, word!("us"));
        if apart && (a.reads(i, word!("a")) || a.reads(i, word!("s")) || a.gap(to) == Gap::None) {
            return None;
        }
        let word = a.at(i).shape.is_word();
        if word && hit.len == 1 && a.shape(to) == Shape::Period && a.gap(to) == Gap::None {
            to += 1;
        }
        // Codes that are words ("all", "try", "nis") count in capitals only.
        if word
            && hit.len == 1
            && a.shape(i) == Shape::Lower
            && a.word(i).len() > 2
            && a.gap(to) > Gap::None
            && a.is(i, any!(FIGURE_STOP, VERB_BASE))
        {
            return None;
        }
        return matches!(a.shape(to), Shape::Number | Shape::Fraction).then_some((code, to));
    }
    // "Rupees 500", "Malaysian ringgit 42"
    let hit = a.find(i, class::MONEY_WORD)?;
    let to = i + hit.len;
    let counted = a.shape_before(i) == Shape::Number
        || a.is(i.wrapping_sub(1), any!(NUM_SCALE, NUM_UNIT, NUM_TENS, DETERMINER));
    let number = numbers::read(a, to, true).filter(|n| n.digits && a.gap(to) == Gap::Space)?;
    let lone = !a.shape(number.to).is_word() || a.is(number.to, class::FIGURE_STOP);
    // "She won 31 of them."
    let verb = a.is(i, class::VERB_PAST) && a.shape(i) == Shape::Lower;
    (!counted && lone && !verb && a.shape(i) != Shape::Number)
        .then_some((hit.id.text(class::MONEY_WORD)?, to))
}

/// The currency behind a number, at token `at`.
pub fn behind(a: &Text<'_>, number: Number, at: usize, hyphen: bool) -> Option<Unit> {
    let unit = |symbol, to| Some(Unit::new(FigureKind::Money, symbol, to));
    if a.shape(at) == Shape::Currency && number.digits {
        let code = a.text_at(at, class::MONEY_SIGN).or_else(|| a.text_at(at, class::MONEY_CENT))?;
        let cent = a.text_at(at, class::MONEY_SIGN).is_none();
        let of_next = a.shape(at + 1) == Shape::Number && a.gap(at + 1) == Gap::None;
        let by = if cent { 100.0 } else { 1.0 };
        return (!of_next).then(|| Unit { by, ..Unit::new(FigureKind::Money, code, at + 1) });
    }
    if let Some(hit) = a.find(at, class::MONEY_CENT) {
        let letter = a.word(at).len() == 1;
        if !letter || a.gap(at) == Gap::None && number.digits && !hyphen {
            let code = hit.id.text(class::MONEY_CENT)?;
            return Some(Unit { by: 100.0, ..Unit::new(FigureKind::Money, code, at + hit.len) });
        }
    }
    let longer = a.find(at, class::UNIT).map_or(0, |hit| hit.len);
    if let Some(hit) = a.find(at, class::MONEY_WORD).filter(|hit| hit.len >= longer) {
        if hit.len == 1 && is_weight(a, number, at, hyphen) {
            return Some(Unit::new(FigureKind::Mass, "lb", at + 1));
        }
        return unit(hit.id.text(class::MONEY_WORD)?, at + hit.len);
    }
    let code = a.text_at(at, class::MONEY_SIGN).filter(|_| a.shape(at) == Shape::Upper)?;
    let cents = cents_alone(a, at + 1).is_some();
    (a.shape(at + 1) != Shape::Number || cents).then(|| Unit::new(FigureKind::Money, code, at + 1))
}

/// The currency that the article means by a name that several share: "crowns", where it has "Swedish crowns" too.
pub fn shared(a: &Text<'_>) -> Option<&'static str> {
    let named = |k: &usize| a.is(*k, class::MONEY_SHARED);
    let mut found = (1..a.len()).filter(named).filter_map(|k| a.find(k - 1, class::MONEY_WORD));
    found.find(|hit| hit.len == 2)?.id.text(class::MONEY_WORD)
}

/// Fewest mentions of a country that make an article's dollars its own.
const MENTIONS: usize = 2;

/// Whose dollars the article means: the country's that it names most often, if that is not the United States.
#[inline(never)]
pub fn dollars(a: &Text<'_>) -> &'static str {
    let mut mentions = [("USD", 0), ("AUD", 0), ("CAD", 0), ("NZD", 0)];
    for k in (0..a.len()).filter(|k| a.shape(*k).is_capital()) {
        let code = a.text_at(k, class::DOLLARS);
        if let Some(country) = mentions.iter_mut().find(|country| Some(country.0) == code) {
            country.1 += 1;
        }
    }
    // At equal counts the first is meant.
    let most = mentions.into_iter().rev().max_by_key(|country| country.1);
    most.filter(|country| country.1 >= MENTIONS).map_or("USD", |country| country.0)
}

/// Tokens before a pound in which a weighed thing may stand.
const REACH: usize = 8;

/// Whether "pounds" are a weight: "two pounds of meat", "a twenty-pound bag", "the baby weighed six pounds".
fn is_weight(a: &Text<'_>, number: Number, at: usize, hyphen: bool) -> bool {
    if !a.reads(at, word!("pound")) && !a.reads(at, word!("pounds")) {
        return false;
    }
    let of = a.reads(at + 1, word!("of"))
        && a.shape(at + 2) == Shape::Lower
        && !a.is(at + 2, any!(MONEY_NOUN, DETERMINER, POSSESSIVE));
    let tied = (hyphen || a.reads(at, word!("pound"))) && a.is(at + 1, class::WEIGHED);
    let weighs =
        (number.from.saturating_sub(REACH)..number.from).any(|k| a.is(k, any!(WEIGHED, WEIGHS)));
    (of || tied || weighs) && number.scale < 1e5
}

/// Two digits of cents that stand alone behind a currency: "15 dollars 50".
fn cents_alone(a: &Text<'_>, at: usize) -> Option<Number> {
    let number = numbers::read(a, at, false)?;
    let two = number.value < 100.0 && number.value >= 10.0 && number.value.fract() == 0.0;
    let lone = !a.shape(number.to).is_word()
        && !matches!(a.shape(number.to), Shape::Percent | Shape::Currency | Shape::Hyphen);
    let one = !number.digits || number.to == at + 1;
    (two && lone && one && a.gap(at) == Gap::Space).then_some(number)
}

/// Adds cents: "thirteen dollars and forty-five cents", "15 dollars 50".
pub fn with_cents(a: &Text<'_>, figure: &mut Figure) {
    let at = figure.to + usize::from(a.reads(figure.to, word!("and")));
    let Some(unit) =
        figure.unit.filter(|_| figure.kind == FigureKind::Money && figure.range.is_none())
    else {
        return;
    };
    let word = a.shape(figure.to - 1).is_word();
    if !word || figure.value.is_none_or(|v| v.fract() != 0.0) {
        return;
    }
    if let Some(number) = numbers::read(a, at, false).filter(|n| n.value < 100.0)
        && let Some(hit) = a.find(number.to, class::MONEY_CENT)
        && hit.id.text(class::MONEY_CENT) == Some(unit)
        && a.word(number.to).len() > 1
    {
        figure.to = number.to + hit.len;
        figure.value = figure.value.map(|v| v + number.value / 100.0);
    } else if at == figure.to
        && let Some(number) = cents_alone(a, at)
    {
        figure.to = number.to;
        figure.value = figure.value.map(|v| v + number.value / 100.0);
    }
}

/// Money with its sign before: "£5.6m", "$50-60m", "£1.2bn to £1.4bn".
pub fn read(a: &Text<'_>, i: usize, number: Number, code: &'static str) -> Figure {
    let mut figure = Figure::new(i, number.to, FigureKind::Money, Some(number.value)).unit(code);
    // "$5 US", "£5 sterling"
    if let Some(hit) = a.find(number.to, class::MONEY_WORD)
        && hit.id.text(class::MONEY_WORD) == Some(code)
        && a.gap(number.to) == Gap::Space
    {
        figure.to += hit.len;
    }
    let Some(at) = ranges::joiner(a, figure.to, ranges::between(a, i)) else { return figure };
    let dash = !a.at(figure.to).shape.is_word();
    let signed = sign(a, at).filter(|s| s.0 == code);
    let start = signed.map_or(at, |s| s.1);
    let opened = ranges::between(a, i) || dash;
    let second = numbers::read(a, start, true).filter(|n| n.digits);
    let ranged = opened
        || ranges::from_without_move(a, i)
        || signed.is_some()
            && !a.reads(i.wrapping_sub(1), word!("from"))
            && !ranges::moves_to(a, i);
    if let Some(second) = second.filter(|_| ranged) {
        let shared = number.scale == 1.0
            && number.value < 1000.0
            && number.value * second.scale <= second.value;
        let low = if shared { number.value * second.scale } else { number.value };
        if low <= second.value {
            figure.to = second.to;
            figure.value = None;
            figure.range = Some((low, second.value));
        }
    }
    figure
}
