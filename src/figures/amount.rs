//! Amounts: a number with its currency, unit or kind, ranges included.

use super::Figure;
use crate::article::Article;
use crate::lexicon::class;
use crate::numbers::{self, Number};
use crate::report::FigureKind;
use crate::sentences::Sentence;
use crate::tokens::{Gap, Shape};

/// What stands behind or before a number.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Unit {
    kind: FigureKind,
    symbol: Option<&'static str>,
    to: usize,
    /// What the number is divided by.
    by: f64,
    part: &'static str,
    parts: f64,
}

/// The figure that starts at token `i`.
pub fn read(article: &Article<'_>, i: usize, sentence: &Sentence) -> Option<Figure> {
    if let Some(figure) = vague(article, i) {
        return Some(figure);
    }
    if let Some(figure) = multiple(article, i) {
        return Some(figure);
    }
    if let Some(figure) = rank(article, i) {
        return Some(figure);
    }
    let sign = sign(article, i);
    let mut start = sign.map_or(i, |(_, to)| to);
    let minus = sign.is_none()
        && !article.reads(i.wrapping_sub(1), "or")
        && (article.reads(i, "minus")
            || article.word(i) == "-"
                && article.at(i).gap > Gap::None
                && article.at(i + 1).gap == Gap::None
            || article.word(i) == "−");
    if minus {
        start += 1;
    }
    let number = numbers::read(article, start, sign.is_some())?;
    if sign.is_some()
        && (!number.digits && !article.word(i).chars().all(char::is_alphabetic)
            || article.at(start).gap > Gap::Space)
    {
        return None;
    }
    if number.to > sentence.to {
        return None;
    }
    let value = if minus { -number.value } else { number.value };
    let next = number.to;
    if let Some((code, _)) = sign {
        return Some(money(article, i, number, code));
    }
    // "$50-60m", "4% and 6%", "16 to 18", "5–7"
    if let Some(figure) = score_or_ratio(article, number) {
        return Some(figure);
    }
    if let Some(figure) = proportion(article, number) {
        return Some(figure);
    }
    let first = unit(article, number);
    if let Some(second) = second_end(article, first.map_or(next, |u| u.to), first.is_some())
        && let Some(range) = range(article, i, value, first, second)
    {
        return Some(range);
    }
    let Some(unit) = first else {
        return plain(article, i, number, value);
    };
    let mut figure = Figure::new(i, unit.to, unit.kind, Some(value / unit.by));
    figure.unit = unit.symbol;
    if unit.parts > 0.0 {
        compound(article, &mut figure, unit);
    }
    aged(article, &mut figure);
    Some(figure)
}

fn vague(article: &Article<'_>, i: usize) -> Option<Figure> {
    let mut figure = Figure::new(i, i, FigureKind::Count, None);
    figure.vague = true;
    if article.reads(i, "multi")
        && article.shape(i + 1) == Shape::Hyphen
        && article.at(i + 2).word.is(class::NUM_SCALE)
    {
        let at = if article.shape(i + 3) == Shape::Hyphen { i + 4 } else { i + 3 };
        figure.to = i + 3;
        if let Some(hit) = article.find(at, class::MONEY_WORD) {
            figure.kind = FigureKind::Money;
            figure.unit = hit.id.text(class::MONEY_WORD);
            figure.to = at + hit.len;
        }
        return Some(figure);
    }
    let hit = article.find(i, class::VAGUE_AMOUNT)?;
    figure.to = i + hit.len;
    if article.reads(i, "scores") && !article.reads(i + 1, "of") && article.shape(i) == Shape::Lower
    {
        return None;
    }
    if let Some(money) =
        article.find(figure.to + usize::from(article.reads(figure.to, "of")), class::MONEY_WORD)
    {
        figure.kind = FigureKind::Money;
        figure.unit = money.id.text(class::MONEY_WORD);
        figure.to += money.len + usize::from(article.reads(figure.to, "of"));
    }
    Some(figure)
}

fn multiple(article: &Article<'_>, i: usize) -> Option<Figure> {
    let value = match article.word(i) {
        w if w.eq_ignore_ascii_case("doubled") || w.eq_ignore_ascii_case("doubling") => 2.0,
        w if w.eq_ignore_ascii_case("trebled") || w.eq_ignore_ascii_case("tripled") => 3.0,
        w if w.eq_ignore_ascii_case("quadrupled") => 4.0,
        w if w.eq_ignore_ascii_case("halved") => 0.5,
        w if w.eq_ignore_ascii_case("twofold") => 2.0,
        w if w.eq_ignore_ascii_case("threefold") => 3.0,
        w if w.eq_ignore_ascii_case("fourfold") => 4.0,
        w if w.eq_ignore_ascii_case("fivefold") => 5.0,
        w if w.eq_ignore_ascii_case("sixfold") => 6.0,
        w if w.eq_ignore_ascii_case("tenfold") => 10.0,
        _ => {
            let number = numbers::read(article, i, false)?;
            let comparison = |at: usize| {
                [
                    "as", "more", "the", "higher", "bigger", "larger", "greater", "less",
                    "likelier", "faster", "longer", "earnings", "over",
                ]
                .iter()
                .any(|w| article.reads(at, w))
            };
            if article.reads(number.to, "times") && comparison(number.to + 1) {
                return Some(Figure::new(
                    i,
                    number.to + 1,
                    FigureKind::Multiple,
                    Some(number.value),
                ));
            }
            return None;
        }
    };
    Some(Figure::new(i, i + 1, FigureKind::Multiple, Some(value)))
}

fn rank(article: &Article<'_>, i: usize) -> Option<Figure> {
    let (value, to) = numbers::ordinal(article, i)?;
    let before = i.wrapping_sub(1);
    let ranked =
        ["ranked", "ranks", "rank", "finished", "lie", "lies", "placed", "came", "currently"]
            .iter()
            .any(|w| article.reads(before, w));
    let superlative = article.shape(to) == Shape::Hyphen
        && article.word(to + 1).ends_with("st")
        && article.at(to + 1).shape == Shape::Lower
        && value > 1.0;
    let place = article.reads(to, "place")
        || article.reads(to, "position")
        || article.reads(to, "out") && article.reads(to + 1, "of");
    if !ranked && !superlative && !place
        || article.shape(i) != Shape::Number && article.reads(i, "first") && !place && !ranked
    {
        return None;
    }
    let mut end = if superlative { to + 2 } else { to };
    if article.reads(to, "out")
        && article.reads(to + 1, "of")
        && let Some(total) = numbers::read(article, to + 2, false)
    {
        end = total.to;
    }
    Some(Figure::new(i, end, FigureKind::Rank, Some(value)))
}

/// The currency sign or code at `i`, and the token after it.
fn sign(article: &Article<'_>, i: usize) -> Option<(&'static str, usize)> {
    let hit = article.find(i, class::MONEY_SIGN)?;
    let code = hit.id.text(class::MONEY_SIGN)?;
    // "a $5 fine" is no Australian dollar.
    if hit.len > 1 && article.at(i + 1).gap != Gap::None && !article.reads(i, "us") {
        return None;
    }
    let word = article.at(i).shape.is_word();
    let mut to = i + hit.len;
    if word && hit.len == 1 && article.shape(to) == Shape::Period && article.at(to).gap == Gap::None
    {
        to += 1;
    }
    let shape = article.shape(to);
    let fits = shape == Shape::Number || shape == Shape::Fraction;
    fits.then_some((code, to))
}

/// A range's joiner between two numbers: where the second starts.
fn joiner(article: &Article<'_>, i: usize, wide: bool) -> Option<usize> {
    let dash = matches!(article.shape(i), Shape::Hyphen | Shape::Dash);
    if dash {
        let tight = article.at(i).gap == Gap::None || article.shape(i) == Shape::Dash;
        // "one-to-seven"
        let at = if article.reads(i + 1, "to") && article.shape(i + 2) == Shape::Hyphen {
            i + 3
        } else {
            i + 1
        };
        return tight.then_some(at);
    }
    (article.reads(i, "to") || wide && article.reads(i, "and")).then_some(i + 1)
}

/// Whether the words before the figure open a range: "between".
fn between(article: &Article<'_>, i: usize) -> bool {
    article.reads(i.wrapping_sub(1), "between")
}

fn money(article: &Article<'_>, i: usize, number: Number, code: &'static str) -> Figure {
    let mut figure = Figure::new(i, number.to, FigureKind::Money, Some(number.value)).unit(code);
    if let Some(at) = joiner(article, number.to, between(article, i)) {
        let dash = !article.at(number.to).shape.is_word();
        let start = sign(article, at).filter(|s| s.0 == code).map_or(at, |s| s.1);
        let opened = between(article, i) || dash;
        if let Some(second) = numbers::read(article, start, true).filter(|n| n.digits)
            && (opened || start > at && !article.reads(i.wrapping_sub(1), "from"))
            && !moves_to(article, i)
        {
            let low = if number.scale == 1.0
                && number.value < 1000.0
                && number.value * second.scale <= second.value
            {
                number.value * second.scale
            } else {
                number.value
            };
            figure.to = second.to;
            figure.value = None;
            figure.range = Some((low, second.value));
        }
    }
    figure
}

/// Whether a change stands before: "rose £3 to £5" is no range.
fn moves_to(article: &Article<'_>, i: usize) -> bool {
    (i.saturating_sub(3)..i).any(|at| {
        article.is(at, class::CHANGE_UP.or(class::CHANGE_DOWN)) || article.reads(at, "from")
    })
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
fn unit(article: &Article<'_>, number: Number) -> Option<Unit> {
    let next = number.to;
    let simple = |kind, symbol, to, by| {
        Some(Unit { kind, symbol: Some(symbol), to, by, part: "", parts: 0.0 })
    };
    let gap = article.at(next).gap;
    if gap > Gap::Space {
        return None;
    }
    let hyphen = article.shape(next) == Shape::Hyphen
        && gap == Gap::None
        && article.at(next + 1).gap == Gap::None;
    let mut at = if hyphen { next + 1 } else { next };
    if article.shape(at) == Shape::Percent {
        return simple(FigureKind::Percent, "%", at + 1, 1.0);
    }
    if number.value == 0.5 && number.fraction && (article.reads(at, "a") || article.reads(at, "an"))
    {
        at += 1;
    }
    if article.reads(at, "percent")
        || article.reads(at, "pc")
        || article.reads(at, "per") && article.reads(at + 1, "cent")
    {
        return simple(
            FigureKind::Percent,
            "%",
            at + 1 + usize::from(article.reads(at, "per")),
            1.0,
        );
    }
    if article.reads(at, "percentage")
        && (article.reads(at + 1, "point") || article.reads(at + 1, "points"))
    {
        return simple(FigureKind::PercentagePoints, "pp", at + 2, 1.0);
    }
    if article.reads(at, "points") && number.value < 100.0 && !hyphen {
        return simple(FigureKind::PercentagePoints, "pp", at + 1, 1.0);
    }
    if article.reads(at, "basis")
        && (article.reads(at + 1, "point") || article.reads(at + 1, "points"))
    {
        return simple(FigureKind::PercentagePoints, "bp", at + 2, 1.0);
    }
    if article.at(at).shape == Shape::Currency && number.digits {
        let code = article.at(at).word.text(class::MONEY_SIGN)?;
        let sign_of_next =
            article.shape(at + 1) == Shape::Number && article.at(at + 1).gap == Gap::None;
        return if sign_of_next { None } else { simple(FigureKind::Money, code, at + 1, 1.0) };
    }
    if let Some(hit) = article.find(at, class::MONEY_CENT) {
        let letter = article.word(at).len() == 1;
        if !letter || gap == Gap::None {
            return simple(FigureKind::Money, hit.id.text(class::MONEY_CENT)?, at + hit.len, 100.0);
        }
    }
    let longer = article.find(at, class::UNIT).map_or(0, |hit| hit.len);
    if let Some(hit) = article.find(at, class::MONEY_WORD).filter(|hit| hit.len >= longer) {
        return simple(FigureKind::Money, hit.id.text(class::MONEY_WORD)?, at + hit.len, 1.0);
    }
    if article.at(at).shape == Shape::Upper
        && let Some(code) = article.at(at).word.text(class::MONEY_SIGN)
        && article.shape(at + 1) != Shape::Number
    {
        return simple(FigureKind::Money, code, at + 1, 1.0);
    }
    let hit = article.find(at, class::UNIT)?;
    // Letters that are also words count only glued to digits.
    let letter = hit.len == 1 && article.word(at).len() == 1;
    if letter && !(number.digits && gap == Gap::None && !hyphen) {
        return None;
    }
    if article.reads(at, "second") && !number.digits && number.value == 1.0 && !hyphen {
        return None;
    }
    let mut fields = hit.id.text(class::UNIT)?.split(';');
    let kind = kind_of(fields.next()?);
    let symbol = fields.next()?;
    let part = fields.next().unwrap_or("");
    let parts = fields.next().and_then(|n| n.parse::<u32>().ok()).map_or(0.0, f64::from);
    if symbol == "st"
        && (!number.digits || gap != Gap::None && article.reads(at, "st"))
        && article.reads(at, "st")
    {
        return None;
    }
    Some(Unit { kind, symbol: Some(symbol), to: at + hit.len, by: 1.0, part, parts })
}

/// The second number of a range behind token `at`.
fn second_end(article: &Article<'_>, at: usize, wide: bool) -> Option<(Number, bool)> {
    let start = joiner(article, at, true)?;
    let and = article.reads(at, "and");
    let _ = wide;
    let number = numbers::read(article, start, false)?;
    Some((number, and))
}

fn range(
    article: &Article<'_>,
    i: usize,
    low: f64,
    first: Option<Unit>,
    (second, and): (Number, bool),
) -> Option<Figure> {
    let opened = between(article, i);
    if and && !opened {
        return None;
    }
    if !opened
        && (moves_to(article, i)
            && !article.at(i).shape.is_word()
            && article.reads(second.from - 1, "to")
            || article.reads(i.wrapping_sub(1), "by"))
    {
        return None;
    }
    let mut low = low;
    if second.scale > 1.0 && low < 1000.0 && low * second.scale <= second.value && first.is_none() {
        low *= second.scale;
    }
    if low >= second.value || second.fraction {
        return None;
    }
    let unit = unit(article, second).or(first);
    if let (Some(a), Some(b)) = (first, unit)
        && a.symbol != b.symbol
    {
        return None;
    }
    let to = unit.map_or(second.to, |u| u.to.max(second.to));
    let by = unit.map_or(1.0, |u| u.by);
    let mut figure = Figure::new(i, to, unit.map_or(FigureKind::Count, |u| u.kind), None);
    figure.unit = unit.and_then(|u| u.symbol);
    figure.range = Some((low / by, second.value / by));
    aged(article, &mut figure);
    Some(figure)
}

/// "3-0", "2:1", "6-3".
fn score_or_ratio(article: &Article<'_>, number: Number) -> Option<Figure> {
    let at = number.to;
    if at != number.from + 1
        || !number.digits
        || article.at(at).gap != Gap::None
        || article.at(at + 1).gap != Gap::None
    {
        return None;
    }
    let second = numbers::plain(article, at + 1)?;
    let first = numbers::plain(article, number.from)?;
    let more = article.at(at + 2).gap == Gap::None && article.shape(at + 2).is_word();
    match article.shape(at) {
        Shape::Colon => Some(Figure::new(number.from, at + 2, FigureKind::Ratio, None)),
        Shape::Hyphen | Shape::Dash
            if first >= second
                && second < 100
                && first < 200
                && !more
                && article.shape(at + 2) != Shape::Hyphen =>
        {
            Some(Figure::new(number.from, at + 2, FigureKind::Score, None))
        }
        Shape::Hyphen | Shape::Dash
            if first < second
                && !more
                && first < 8
                && second < 12
                && ["lost", "defeat", "win", "won", "loss", "beaten", "beat", "drew", "draw"]
                    .iter()
                    .any(|w| {
                        (number.from.saturating_sub(4)..number.from).any(|k| article.reads(k, w))
                            || article.reads(at + 2, w)
                    }) =>
        {
            Some(Figure::new(number.from, at + 2, FigureKind::Score, None))
        }
        _ => None,
    }
}

/// "one in seven", "eight out of 10", "a third", "two-thirds".
fn proportion(article: &Article<'_>, number: Number) -> Option<Figure> {
    let at = number.to;
    let total = match () {
        () if article.reads(at, "in") && article.reads(at + 1, "every") => Some(at + 2),
        () if article.reads(at, "in") => Some(at + 1),
        () if article.reads(at, "out") && article.reads(at + 1, "of") => {
            Some(if article.reads(at + 2, "every") { at + 3 } else { at + 2 })
        }
        () if article.reads(at, "of")
            && number.digits == (article.shape(at + 1) == Shape::Number)
            && article.at(at + 2).shape == Shape::Lower
            && number.value <= 10.0 =>
        {
            Some(at + 1)
        }
        () => None,
    };
    if let Some(start) = total
        && let Some(second) = numbers::read(article, start, false)
        && second.value > number.value
        && number.value >= 1.0
        && unit(article, second).is_none()
        && (!article.reads(at, "in")
            || second.value <= 10.0
            || [12.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0, 100.0, 1000.0].contains(&second.value))
        && (!article.reads(at, "of") || second.value == 10.0)
    {
        return Some(Figure::new(
            number.from,
            second.to,
            FigureKind::Fraction,
            Some(number.value / second.value),
        ));
    }
    if number.fraction && unit(article, number).is_none() {
        let part = number.to - number.from > 1
            || number.digits
            || article.reads(number.to, "of")
            || article.reads(number.to, "the");
        let league =
            ["second", "first"].iter().any(|w| article.reads(number.from.wrapping_sub(1), w));
        let time = article.is(number.to, class::UNIT);
        return (part && !league && !time && article.shape(number.to) != Shape::Hyphen).then(
            || Figure::new(number.from, number.to, FigureKind::Fraction, Some(number.value)),
        );
    }
    None
}

/// "6ft 2in", "5 hours 20 minutes".
fn compound(article: &Article<'_>, figure: &mut Figure, first: Unit) {
    let mut at = figure.to;
    if article.shape(at) == Shape::Comma || article.reads(at, "and") {
        at += 1;
    }
    let Some(number) = numbers::read(article, at, false)
        .filter(|n| article.at(n.from).gap <= Gap::Space && n.value < first.parts)
    else {
        return;
    };
    let inch = first.part == "in"
        && article.reads(number.to, "in")
        && article.at(number.to).gap == Gap::None;
    let second = unit(article, number).filter(|u| u.symbol == Some(first.part)).map(|u| u.to);
    if let Some(to) = second.or(inch.then_some(number.to + 1)) {
        figure.value = figure.value.map(|v| v + number.value / first.parts);
        figure.to = to;
    }
}

/// Turns a duration into an age where "old", "of age" or "aged" stands by it.
fn aged(article: &Article<'_>, figure: &mut Figure) {
    if figure.kind != FigureKind::Duration {
        return;
    }
    let at = if article.shape(figure.to) == Shape::Hyphen { figure.to + 1 } else { figure.to };
    let of_age = article.reads(at, "of") && article.reads(at + 1, "age");
    if article.reads(at, "old")
        || article.reads(at, "olds")
        || of_age
        || article.reads(figure.from.wrapping_sub(1), "aged")
    {
        figure.kind = FigureKind::Age;
        if at == figure.to && !of_age {
            figure.to += usize::from(article.reads(at, "old"));
        } else if of_age {
            figure.to += 2;
        }
    }
}

/// A number without unit: an age or a count.
fn plain(article: &Article<'_>, i: usize, number: Number, value: f64) -> Option<Figure> {
    let before = i.wrapping_sub(1);
    let next = number.to;
    let after = article.shape(next);
    let small = (1.0..=115.0).contains(&value) && number.scale == 1.0 && !number.fraction;
    let age = || Some(Figure::new(i, next, FigureKind::Age, Some(value)).unit("year"));
    if small && (article.reads(before, "aged") || article.reads(before, "age")) {
        if let Some((second, _)) =
            second_end(article, next, true).filter(|s| s.0.value > value && s.0.value < 116.0)
        {
            let mut figure = Figure::new(i, second.to, FigureKind::Age, None).unit("year");
            figure.range = Some((value, second.value));
            return Some(figure);
        }
        return age();
    }
    let name = article.at(before.wrapping_sub(1)).shape.is_word();
    if small
        && article.shape(before) == Shape::Comma
        && name
        && number.digits
        && next == i + 1
        && value >= 5.0
        && matches!(after, Shape::Comma | Shape::Period | Shape::Close | Shape::Semicolon)
        && article.at(before.wrapping_sub(1)).shape.is_capital()
    {
        return age();
    }
    if small
        && article.shape(before) == Shape::Open
        && article.shape(next) == Shape::Close
        && article.at(before.wrapping_sub(1)).shape == Shape::Title
        && value >= 10.0
    {
        return age();
    }
    if article.shape(i) == Shape::Number
        && article.word(i).starts_with('0')
        && article.word(i).len() > 1
        && !article.word(i).contains('.')
    {
        return None;
    }
    // "299.5m of them", "40m below"
    if number.digits && article.word(next.wrapping_sub(1)) == "m" && number.scale == 1e6 {
        let people = article.reads(next, "of")
            || article.is(next, class::PLURAL_NOUN)
            || article.at(next).shape == Shape::Lower
                && article.word(next).ends_with('s')
                && !article.is(next, class::FIGURE_STOP);
        if !people {
            return Some(Figure::new(i, next, FigureKind::Length, Some(value / 1e6)).unit("m"));
        }
    }
    // "10-strong", ordinals and names glued to the number are no counts.
    let glued = article.at(next).gap == Gap::None && article.at(next).shape.is_word();
    if glued {
        return None;
    }
    let title = article.before(i);
    let name = number.digits
        && title.shape.is_capital()
        && title.gap <= Gap::Space
        && article.at(i).gap == Gap::Space
        && article.at(before.wrapping_sub(1)).shape == Shape::Title
        && !article.at(next).shape.is_word();
    if name {
        return None;
    }
    Some(Figure::new(i, next, FigureKind::Count, Some(value)))
}
