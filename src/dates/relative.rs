//! Dates that count from another day: "last week", "next Tuesday", "two years ago", "today".

use super::words::{self, day_part, month, near, the, weekday};
use super::{Atom, Found, Told};
use crate::article::Article;
use crate::lexicon::class;
use crate::numbers;
use crate::tokens::Shape;

/// The relative date that starts at token `i`.
pub fn read(article: &Article<'_>, i: usize) -> Option<Found> {
    if article.shape(i) == Shape::Number {
        return ago(article, i);
    }
    day_word(article, i)
        .or_else(|| unit(article, i))
        .or_else(|| ago(article, i))
        .or_else(|| edge(article, i))
}

/// "today", "tomorrow night", "the day before yesterday".
fn day_word(article: &Article<'_>, i: usize) -> Option<Found> {
    let hit = article.find(i, class::DAY_WORD)?;
    let shift = words::shift(hit.id, class::DAY_WORD).unwrap_or(0);
    let to = i + hit.len;
    // "Today programme", "USA Today"
    let name = matches!(article.shape(i), Shape::Title | Shape::Upper)
        && i > 0
        && near(article, i)
        && (article.shape_before(i).is_capital() || article.shape(to) == Shape::Title);
    (!name).then(|| Found::new(i, day_part(article, to), Told::One(Atom::Shift(shift))))
}

/// "last week", "earlier this month", "next Tuesday", "this May", "last fiscal year".
pub fn unit(article: &Article<'_>, i: usize) -> Option<Found> {
    let turned = article.reads(i, word!("earlier")) || article.reads(i, word!("later"));
    let at = if turned { i + 1 } else { i };
    let shift = words::shift(article.at(at).word, class::DATE_RELATIVE)?;
    if !near(article, at + 1) || turned && !near(article, at) {
        return None;
    }
    let one = |to, atom| Some(Found::new(i, to, Told::One(atom)));
    // "the last year" is the twelve months up to now.
    let rolling = !turned && article.reads(at.wrapping_sub(1), word!("the")) && shift < 0
        || article.reads(at, word!("past"));
    let fiscal = usize::from(article.is(at + 1, class::FISCAL));
    let noun = at + 1 + fiscal;
    if let Some(n) = weekday(article, noun).filter(|_| fiscal == 0) {
        let to = day_part(article, noun + 1);
        return one(to, if shift <= 0 { Atom::Weekday(n) } else { Atom::NextWeekday(n) });
    }
    if fiscal == 0
        && let Some(m) = month(article, noun).filter(|_| article.shape(noun) != Shape::Lower)
    {
        return one(noun + 1, Atom::MonthShift { month: m, years: shift });
    }
    if let Some(season) = article.number_at(noun, class::SEASON) {
        let verb = article.reads(noun, word!("fall"))
            && article.shape(noun) == Shape::Lower
            && article.reads(at, word!("this"));
        return if verb {
            None
        } else {
            one(noun + 1, Atom::Season { year: None, season: season as u32, back: shift })
        };
    }
    if !article.is(noun, class::DATE_UNIT) {
        return None;
    }
    let to = noun + 1;
    if article.reads(noun, word!("season")) && shift < 0 {
        return None;
    }
    // "this day", "next time", "the following night"
    let odd = article.is(noun, class::DATE_UNIT_SMALL);
    if odd && article.reads(noun, word!("day")) && shift <= 0 {
        return None;
    }
    // "last week's Sunday"
    if article.reads(noun, word!("week"))
        && article.reads_clitic_s(to)
        && let Some(weekday) = weekday(article, to + 1)
    {
        return one(to + 2, Atom::WeekdayOf { weekday, weeks: shift });
    }
    let atom = match () {
        () if fiscal > 0 || rolling => Atom::Open,
        () if article.reads(noun, word!("year")) => Atom::YearShift(shift),
        () if article.reads(noun, word!("month")) => Atom::MonthsShift(shift),
        () if article.reads(noun, word!("week")) => Atom::WeekShift(shift),
        () if article.reads(noun, word!("weekend")) => Atom::WeekendShift(shift),
        () if article.reads(noun, word!("night")) => Atom::Shift(shift.min(0)),
        () if odd && shift == 0 => Atom::Shift(0),
        () => Atom::Open,
    };
    one(to, atom)
}

/// "two years ago", "a month ago", "three Fridays from now", "one week hence".
fn ago(article: &Article<'_>, i: usize) -> Option<Found> {
    if !words::ahead(article, i, class::AGO) {
        return None;
    }
    let (count, mut to) = match numbers::read(article, i, false) {
        Some(n) => (n.value, n.to),
        None if article.reads(i, word!("a")) || article.reads(i, word!("an")) => (1.0, i + 1),
        None => return None,
    };
    let mut unit = article.number_at(to, class::TIME_UNIT);
    // "2 weeks and 2 days ago"
    if unit.is_some()
        && article.reads(to + 1, word!("and"))
        && !article.is(i.wrapping_sub(1), class::DATE_RELATIVE)
        && let Some(more) = numbers::read(article, to + 2, false)
        && article.is(more.to, class::TIME_UNIT)
        && is_ago(article, more.to + 1).is_some()
    {
        to = more.to;
        unit = None;
    } else if unit.is_none() && !article.is(to, class::WEEKDAY_PLURAL) {
        return None;
    }
    let end = is_ago(article, to + 1)?;
    let back = article.reads(to + 1, word!("back")) && unit.is_some();
    if back || !near(article, to + 1) {
        return None;
    }
    let ago = article.reads(to + 1, word!("ago"));
    let atom = match unit.map(|u| u as u32) {
        Some(unit) if unit > 0 && ago && count.fract() == 0.0 => {
            Atom::Ago { count: count as u32, unit }
        }
        _ => Atom::Open,
    };
    Some(Found::new(i, end, Told::One(atom)))
}

fn is_ago(article: &Article<'_>, i: usize) -> Option<usize> {
    article.find(i, class::AGO).map(|hit| i + hit.len)
}

/// "the end of the month", "the beginning of year": a point of a period that is not named.
fn edge(article: &Article<'_>, i: usize) -> Option<Found> {
    if !article.is(i, class::PERIOD_EDGE) || !article.reads(i + 1, word!("of")) {
        return None;
    }
    let noun = the(article, i + 2);
    let unit = words!["year", "month", "week", "day", "season", "decade", "century", "weekend"];
    let whole = article.reads_any(noun, &unit) && near(article, noun);
    let led = article.is(i.wrapping_sub(1), class::EDGE_BEFORE) || i == 0 || !near(article, i);
    let small = article.reads(noun, word!("day")) || article.reads(noun, word!("season"));
    let goes_on = article.shape(noun + 1) == Shape::Lower
        && near(article, noun + 1)
        && !article.is(noun + 1, class::FIGURE_STOP);
    (whole && led && !small && !goes_on && !article.reads(noun + 1, word!("of")))
        .then(|| Found::new(i, noun + 1, Told::One(Atom::Open)))
}

/// A text that is a date alone is read whole: "beginning of last week", "next 3 days", "end of April".
pub fn bare(
    article: &Article<'_>,
    from: usize,
    to: usize,
    inner: impl Fn(usize) -> Option<Found>,
) -> Option<Found> {
    let mut at = from;
    if article.is(at, class::PERIOD_EDGE) && article.reads(at + 1, word!("of")) {
        at = the(article, at + 2);
        at += usize::from(article.is(at, class::MODIFIER));
        let found = inner(at).filter(|f| f.to == to)?;
        return Some(Found { from, ..found });
    }
    if article.is(at, class::DATE_RELATIVE) || article.is(at, class::PART_BEFORE) {
        at += 1;
        let some = article.reads(at, word!("few"));
        let end =
            if some { at + 1 } else { numbers::read(article, at, false).map_or(at, |n| n.to) };
        let span = article.is(end, any!(TIME_UNIT, DATE_UNIT)) && end > at && end + 1 == to;
        if span {
            return Some(Found::new(from, to, Told::One(Atom::Open)));
        }
        return inner(at)
            .filter(|f| f.to == to && article.is(from, class::PART_BEFORE))
            .map(|f| Found { from, ..f });
    }
    if month(article, at).is_some() && at + 1 == to {
        return inner(at).or_else(|| {
            Some(Found::new(
                at,
                to,
                Told::One(Atom::Month { year: None, month: month(article, at)? }),
            ))
        });
    }
    let first = the(article, at);
    let (_, end) = words::day(article, first)?;
    (end == to && first > at && article.shape(first) == Shape::Number)
        .then(|| Found::new(from, to, Told::One(Atom::Open)))
}
