//! Figures: money, percentages, counts, durations, ages and measures, with what they count.
//!
//! Numbers that no date owns in; figures out. [`context`] reads the words round a figure: modifier, change, per and
//! what is counted.

mod context;

use crate::article::Article;
use crate::blocks::{Block, BlockKind};
use crate::claims::Claims;
use crate::lexicon::class;
use crate::names::Names;
use crate::numbers;
use crate::report::{Change, FigureKind, Modifier};
use crate::sentences::Sentence;
use crate::tokens::{Gap, Shape};

/// A figure in tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// First token, the currency sign included.
    pub from: usize,
    /// Token after the last, the unit included.
    pub to: usize,
    /// What is measured.
    pub kind: FigureKind,
    /// The number.
    pub value: Option<f64>,
    /// Lower end of a range.
    pub min: Option<f64>,
    /// Upper end of a range.
    pub max: Option<f64>,
    /// Unit as in the report.
    pub unit: Option<&'static str>,
    /// "almost", "more than".
    pub modifier: Option<Modifier>,
    /// Whether there is no number.
    pub vague: bool,
    /// What is counted, in tokens.
    pub of: Option<(usize, usize)>,
    /// Rise, fall, level.
    pub change: Option<Change>,
    /// "a year", "each".
    pub per: Option<(usize, usize)>,
}

/// Finds the figures of all sentences.
#[must_use]
pub fn find(
    article: &Article<'_>,
    blocks: &[Block],
    sentences: &[Sentence],
    claims: &Claims,
    names: &Names,
) -> Vec<Figure> {
    let mut out = Vec::new();
    for sentence in sentences {
        if blocks.get(sentence.block).is_none_or(|b| b.kind == BlockKind::Furniture) {
            continue;
        }
        let mut i = sentence.from;
        while i < sentence.to {
            let found = if claims.has(i) { None } else { read(article, i, sentence, claims) };
            match found.filter(|f| {
                f.to <= sentence.to && !(f.from..f.to).any(|t| claims.has(t)) && !is_name(names, f)
            }) {
                Some(mut figure) => {
                    context::read(article, sentence, &mut figure, names);
                    i = figure.to;
                    out.push(figure);
                }
                None => i += 1,
            }
        }
    }
    out
}

/// A number inside a name ("Studio Nine").
fn is_name(names: &Names, figure: &Figure) -> bool {
    names.at(figure.from).is_some_and(|m| m.from < figure.from && figure.to <= m.to)
}

fn plain(
    from: usize,
    to: usize,
    kind: FigureKind,
    value: f64,
    unit: Option<&'static str>,
) -> Figure {
    Figure {
        from,
        to,
        kind,
        value: Some(value),
        min: None,
        max: None,
        unit,
        modifier: None,
        vague: false,
        of: None,
        change: None,
        per: None,
    }
}

/// The figure that starts at token `i`.
fn read(article: &Article<'_>, i: usize, sentence: &Sentence, claims: &Claims) -> Option<Figure> {
    let glued = article.at(i).gap == Gap::None && i > sentence.from;
    let before = article.before(i).shape;
    if glued
        && (before.is_word()
            || matches!(before, Shape::Number | Shape::Slash)
            || before == Shape::Hyphen && article.at(i - 1).gap == Gap::None)
    {
        return None;
    }
    vague(article, i).or_else(|| money(article, i)).or_else(|| number(article, i, claims))
}

/// "dozens", "tens of thousands", "multi-million pound".
fn vague(article: &Article<'_>, i: usize) -> Option<Figure> {
    let hit = article.find(i, class::VAGUE_AMOUNT)?;
    let mut to = i + hit.len;
    let unit_at = if article.shape(to) == Shape::Hyphen { to + 1 } else { to };
    let currency = article.at(unit_at).word.text(class::CURRENCY_WORD);
    let (kind, unit) =
        if currency.is_some() { (FigureKind::Money, currency) } else { (FigureKind::Count, None) };
    if currency.is_some() {
        to = unit_at + 1;
    } else if article.reads(i, "scores") {
        to = i + 1;
    }
    Some(Figure { value: None, vague: true, ..plain(i, to, kind, 0.0, unit) })
}

/// "£5.6m", "$50-60m", "two million pounds", "7p".
fn money(article: &Article<'_>, i: usize) -> Option<Figure> {
    if let Some(code) = article.at(i).word.text(class::CURRENCY_SIGN) {
        let amount = numbers::at(article, i + 1).filter(|n| n.digits)?;
        let (scale, mut to) = scale(article, amount.to);
        let mut figure = plain(i, to, FigureKind::Money, amount.value * scale, Some(code));
        // A second amount shares the sign, and the scale backwards.
        if matches!(article.shape(to), Shape::Hyphen | Shape::Dash)
            && article.at(to).gap == Gap::None
        {
            let sign = usize::from(article.shape(to + 1) == Shape::Currency);
            if let Some(upper) = numbers::at(article, to + 1 + sign).filter(|n| n.digits) {
                let (upper_scale, end) = self::scale(article, upper.to);
                let lower_scale = if scale > 1.0 || amount.to != to { scale } else { upper_scale };
                to = end;
                figure = Figure {
                    value: None,
                    min: Some(amount.value * lower_scale),
                    max: Some(upper.value * upper_scale),
                    ..plain(i, to, FigureKind::Money, 0.0, Some(code))
                };
            }
        }
        return Some(figure);
    }
    let amount = numbers::at(article, i)?;
    if amount.digits
        && article.at(amount.to).gap == Gap::None
        && let Some(code) = article.at(amount.to).word.text(class::PENCE)
    {
        return Some(plain(i, amount.to + 1, FigureKind::Money, amount.value / 100.0, Some(code)));
    }
    let (scale, to) = if article.at(amount.to).gap == Gap::None {
        self::scale(article, amount.to)
    } else {
        (1.0, amount.to)
    };
    let unit_at = if article.shape(to) == Shape::Hyphen && article.at(to).gap == Gap::None {
        to + 1
    } else {
        to
    };
    if let Some(code) = article.at(unit_at).word.text(class::CURRENCY_WORD) {
        return Some(plain(i, unit_at + 1, FigureKind::Money, amount.value * scale, Some(code)));
    }
    if let Some(code) = article.at(to).word.text(class::PENCE).filter(|_| !article.reads(to, "p")) {
        return Some(plain(i, to + 1, FigureKind::Money, amount.value / 100.0, Some(code)));
    }
    None
}

/// A scale letter glued to an amount.
fn scale(article: &Article<'_>, i: usize) -> (f64, usize) {
    match article.at(i).word.number(class::MONEY_SCALE).filter(|_| article.at(i).gap == Gap::None) {
        Some(scale) => (scale, i + 1),
        None => (1.0, i),
    }
}

/// A number with its unit: percentage, duration, age, measure, range, or a plain count.
fn number(article: &Article<'_>, i: usize, claims: &Claims) -> Option<Figure> {
    if let Some(share) = share(article, i) {
        return Some(share);
    }
    let first = numbers::at(article, i)?;
    // "one of the biggest", "no one": a pronoun.
    if !first.digits && first.value == 1.0 {
        return None;
    }
    let named = article.is(i.wrapping_sub(1), class::NAMES_A_NUMBER)
        && article.before(i).shape != Shape::Lower
        || article.shape(i.wrapping_sub(1)) == Shape::Period
            && article.is(i.wrapping_sub(2), class::NAMES_A_NUMBER);
    if named
        || article.is(first.to, class::NOT_COUNTED)
            && (first.digits || article.reads(first.to, "o'clock"))
    {
        return None;
    }
    // "3-0", "2019-03", "07700 900123", "24/7": neither amounts nor ranges of one.
    if first.digits
        && article.at(first.to).gap == Gap::None
        && matches!(article.shape(first.to), Shape::Slash | Shape::Colon)
    {
        return None;
    }
    if first.digits
        && article.word(i).starts_with('0')
        && article.word(i).len() > 1
        && !first.decimal
    {
        return None;
    }
    let range = upper(article, first.to, claims);
    let end = range.map_or(first.to, |(_, to)| to);
    let mut figure = unit(article, i, end, range.map_or(first.value, |(value, _)| value))?;
    if let Some((upper, _)) = range {
        if upper <= first.value && figure.kind == FigureKind::Count {
            return None;
        }
        figure.min = Some(first.value);
        figure.max = Some(upper);
        figure.value = None;
    }
    Some(figure)
}

/// The upper end of a range behind a number: "5-7", "16 to 18", "4% and 6%" behind "between".
fn upper(article: &Article<'_>, to: usize, claims: &Claims) -> Option<(f64, usize)> {
    let percent = usize::from(article.shape(to) == Shape::Percent);
    let at = to + percent;
    let dash = matches!(article.shape(at), Shape::Hyphen | Shape::Dash)
        && article.at(at).gap == Gap::None
        && article.at(at + 1).gap == Gap::None;
    let word = article.reads(at, "to") && !article.is(at + 1, class::DETERMINER);
    let start = to.wrapping_sub(2);
    let between = article.reads(at, "and")
        && (article.reads(start, "between") || article.reads(start.wrapping_sub(1), "between"));
    let from_to = word
        && (article.reads(start, "from") || article.is(start, class::GOES_UP.or(class::GOES_DOWN)));
    if !(dash || word || between) || from_to || claims.has(at + 1) {
        return None;
    }
    let second = numbers::at(article, at + 1)?;
    Some((second.value, second.to))
}

/// "one in seven", "eight out of 10", "two-thirds", "half".
fn share(article: &Article<'_>, i: usize) -> Option<Figure> {
    let first = numbers::at(article, i)?;
    let in_at = if article.reads(first.to, "in") {
        Some(first.to + 1)
    } else if article.reads(first.to, "out") && article.reads(first.to + 1, "of") {
        Some(first.to + 2)
    } else {
        None
    };
    if let Some(second) = in_at.and_then(|at| numbers::at(article, at)) {
        let known = second.value > first.value
            && second.value <= 1000.0
            && second.value >= 2.0
            && !article.is(second.to, class::TIME_UNIT);
        return known
            .then(|| plain(i, second.to, FigureKind::Fraction, first.value / second.value, None));
    }
    let part_at = if article.shape(first.to) == Shape::Hyphen { first.to + 1 } else { first.to };
    let part = article.at(part_at).word.number(class::FRACTION_WORD)?;
    Some(plain(i, part_at + 1, FigureKind::Fraction, first.value / part, None))
}

/// The unit behind a number that ends before token `to`.
fn unit(article: &Article<'_>, i: usize, to: usize, value: f64) -> Option<Figure> {
    if let Some(hit) = article.find(to, class::POINTS) {
        return Some(plain(i, to + hit.len, FigureKind::PercentagePoints, value, Some("pp")));
    }
    if let Some(hit) = article.find(to, class::PER_CENT) {
        return Some(plain(i, to + hit.len, FigureKind::Percent, value, Some("%")));
    }
    let hyphen = article.shape(to) == Shape::Hyphen && article.at(to).gap == Gap::None;
    let unit_at = if hyphen { to + 1 } else { to };
    if let Some(unit) = article.at(unit_at).word.text(class::TIME_UNIT) {
        let after =
            if article.shape(unit_at + 1) == Shape::Hyphen { unit_at + 2 } else { unit_at + 1 };
        let age = article.reads(after, "old") || article.reads(after, "olds");
        let kind = if age { FigureKind::Age } else { FigureKind::Duration };
        return Some(plain(i, unit_at + 1, kind, value, Some(unit)));
    }
    if let Some(measure) = article
        .find(unit_at, class::MEASURE)
        .and_then(|hit| Some((hit.len, hit.id.text(class::MEASURE)?)))
    {
        let (kind, symbol) = measure.1.split_once(' ')?;
        let kind = MEASURES.iter().find(|(name, _)| *name == kind)?.1;
        return Some(plain(i, unit_at + measure.0, kind, value, Some(symbol)));
    }
    // "Ken Altoft, 71,": an age in apposition; "aged 45".
    let commas = article.before(i).shape == Shape::Comma
        && matches!(article.shape(to), Shape::Comma | Shape::Period);
    let person = commas
        && article.before(i - 1).shape.is_capital()
        && (1.0..=115.0).contains(&value)
        && article.shape(i) == Shape::Number;
    if person || article.reads(i.wrapping_sub(1), "aged") || article.reads(i.wrapping_sub(1), "age")
    {
        return Some(plain(i, to, FigureKind::Age, value, Some("year")));
    }
    Some(plain(i, to, FigureKind::Count, value, None))
}

const MEASURES: [(&str, FigureKind); 9] = [
    ("length", FigureKind::Length),
    ("area", FigureKind::Area),
    ("mass", FigureKind::Mass),
    ("volume", FigureKind::Volume),
    ("speed", FigureKind::Speed),
    ("energy", FigureKind::Energy),
    ("data", FigureKind::Data),
    ("temperature", FigureKind::Temperature),
    ("other", FigureKind::Other),
];
