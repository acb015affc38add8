//! Dates with names in them: months, weekdays, seasons, ordinals, holidays.

use super::words::{
    self, comma, day, day_in_words, day_part, month, near, sure_month, the, weekday, year_after,
};
use super::{Atom, Found, Manner, Told, numeric, relative};
use crate::article::Article;
use crate::lexicon::class;
use crate::numbers;
use crate::text::whole;
use crate::tokens::{Gap, Shape};

/// The date that opens with a month, weekday, season, ordinal or holiday at token `i`.
pub fn read(article: &Article<'_>, i: usize, manner: Manner) -> Option<Found> {
    match article.shape(i) {
        Shape::Number => day_first(article, i).or_else(|| ordinal(article, i)),
        Shape::Code => in_code(article, i),
        shape if shape.is_word() => with_weekday(article, i, manner)
            .or_else(|| day_first(article, i))
            .or_else(|| month_first(article, i))
            .or_else(|| ordinal(article, i))
            .or_else(|| season(article, i))
            .or_else(|| holiday(article, i))
            .or_else(|| in_words(article, i)),
        _ => shortened(article, i),
    }
}

/// "Tuesday", "Mon, February 18", "Tuesday the 19th", "wednesday next week", "monday of this week".
fn with_weekday(article: &Article<'_>, i: usize, manner: Manner) -> Option<Found> {
    let token = article.at(i);
    let n = token.word.number(class::WEEKDAY).map(|n| n as u32)?;
    let full = weekday(article, i).is_some();
    if !full && token.shape == Shape::Lower || title(article, i) {
        return None;
    }
    let short_stop = !full && article.shape(i + 1) == Shape::Period && words::glued(article, i + 1);
    let at = the(article, comma(article, i + 1 + usize::from(short_stop)));
    if near(article, at) {
        let after = numeric::read(article, at, manner)
            .or_else(|| day_first(article, at))
            .or_else(|| month_first(article, at))
            .or_else(|| numeric::short(article, at, manner));
        if let Some(after) = after
            && matches!(after.told, Told::One(Atom::Day { .. } | Atom::DayShift { .. }))
        {
            return Some(Found { from: i, ..after });
        }
        if let Some((_, to)) =
            day(article, at).filter(|(_, to)| *to > at + 1 && (full || at == i + 1))
            && article.shape(at) == Shape::Number
            && !article.is(to, class::DATE_UNIT)
        {
            return Some(Found::new(i, to, Told::One(Atom::Open)));
        }
    }
    if !full {
        return None;
    }
    let to = day_part(article, i + 1);
    let week = if article.reads(to, word!("of")) { the(article, to + 1) } else { to };
    if near(article, week)
        && let Some(found) = relative::unit(article, week)
        && let Told::One(Atom::WeekShift(weeks)) = found.told
        && !article.reads(week, word!("last")) | (week > to)
    {
        return Some(Found::new(i, found.to, Told::One(Atom::WeekdayOf { weekday: n, weeks })));
    }
    if article.reads(to, word!("after")) && article.reads(to + 1, word!("next")) {
        return Some(Found::new(i, to + 2, Told::One(Atom::Open)));
    }
    let every = article.reads(i.wrapping_sub(1), word!("every"))
        || article.reads(i.wrapping_sub(1), word!("each"));
    Some(Found::new(i, to, Told::One(if every { Atom::Open } else { Atom::Weekday(n) })))
}

/// Whether the weekday is part of a name: "The Sunday Times", "Black Friday".
fn title(article: &Article<'_>, i: usize) -> bool {
    let capital = article.shape(i) != Shape::Lower;
    let next = capital
        && near(article, i + 1)
        && article.is(i + 1, class::AFTER_DAY_NAME)
        && article.shape(i + 1) != Shape::Lower;
    next || capital
        && article.find(i.wrapping_sub(1), class::HOLIDAY).is_some_and(|hit| hit.len > 1)
        || article.reads_clitic_s(i + 1)
            && article.is(i + 2, class::AFTER_DAY_NAME)
            && article.shape(i + 2) != Shape::Lower
}

/// "18 March 2019", "the fourth of July", "5-7 May", "18 and 19 November", "15th day of June".
fn day_first(article: &Article<'_>, i: usize) -> Option<Found> {
    if !words::ahead(article, i, class::MONTH) {
        return None;
    }
    let (first, to) = day(article, i).or_else(|| day_in_words(article, i))?;
    let named = |at: usize| -> Option<(u32, usize)> {
        let at =
            at + usize::from(article.reads(at, word!("day")) && article.reads(at + 1, word!("of")));
        let at = at + usize::from(article.reads(at, word!("of")));
        (near(article, at) && at < to + 8)
            .then(|| month(article, at).map(|m| (m, at + 1)))
            .flatten()
    };
    if let Some((m, end)) = named(to) {
        // "one march" and "second May" are no dates.
        let digits = article.shape(i) == Shape::Number;
        let dated = year_after(article, end).0.is_some();
        if !digits
            && article.is(end - 1, class::MONTH_DOUBTFUL)
            && !article.reads(end - 2, word!("of"))
            && !dated
        {
            return None;
        }
        let stopped = words::stop(article, end);
        let (year, after) = year_after(article, stopped);
        let end = if year.is_some() { after } else { end };
        let end = trailing_weekday(article, end);
        return Some(of_year(article, i, end, Atom::Day { year, month: m, day: first }));
    }
    let joined = words::joiner(article, to, true)?;
    let (second, after) = day(article, the(article, joined))?;
    let (m, end) = named(after)?;
    let (year, end) = year_after(article, end);
    let start = Atom::Day { year, month: if second > first { m } else { previous(m) }, day: first };
    Some(Found::new(i, end, Told::Pair(start, Atom::Day { year, month: m, day: second })))
}

fn previous(month: u32) -> u32 {
    if month == 1 { 12 } else { month - 1 }
}

/// "2 November last year"
fn of_year(article: &Article<'_>, from: usize, to: usize, atom: Atom) -> Found {
    let years =
        words::shift(article.at(to).word, class::DATE_RELATIVE).filter(|_| near(article, to));
    match (atom, years) {
        (Atom::Day { year: None, month, day }, Some(years))
            if article.reads(to + 1, word!("year")) =>
        {
            Found::new(from, to + 2, Told::One(Atom::DayShift { month, day, years }))
        }
        _ => Found::new(from, to, Told::One(atom)),
    }
}

/// "Jul 18, Fri": the weekday behind a date.
fn trailing_weekday(article: &Article<'_>, to: usize) -> usize {
    let at = to + 1;
    let lone = article.shape(to) == Shape::Comma
        && article.is(at, class::WEEKDAY)
        && near(article, at)
        && article.word(at).len() <= 4;
    if lone { at + 1 } else { to }
}

/// "March 18", "March 2019", "July 13-15", "Sept. 19 to 22", "April the ninth", "May this year".
fn month_first(article: &Article<'_>, i: usize) -> Option<Found> {
    let m = month(article, i)?;
    let start = Atom::Month { year: None, month: m };
    // "the April-June period", "Jan-Feb 2017"
    let last = i + 2;
    if matches!(article.shape(i + 1), Shape::Hyphen | Shape::Dash)
        && words::glued(article, last)
        && article.shape(last) == Shape::Title
        && let Some(month) = month(article, last)
        && day(article, last + 1).is_none()
    {
        let (year, to) = year_after(article, last + 1);
        return Some(Found::new(i, to, Told::Pair(start, Atom::Month { year, month })));
    }
    let after = words::stop(article, i + 1);
    if !near(article, after) {
        let m = sure_month(article, i)?;
        return Some(Found::new(i, i + 1, Told::One(Atom::Month { year: None, month: m })));
    }
    let days = the(article, after);
    let in_words = || {
        let n = day_in_words(article, days)?;
        let ordinal = day(article, days).is_some();
        (!ordinal && year_after(article, n.1).0.is_some()).then_some(n)
    };
    let found_day = day(article, days)
        .filter(|(_, to)| {
            article.shape(days) == Shape::Number
                || !article.is(*to, class::DATE_UNIT) && !article.is(*to, class::WEEKDAY)
        })
        .or_else(in_words)
        .filter(|(_, to)| {
            let clock = article.shape(*to) == Shape::Colon && article.gap(*to + 1) == Gap::None;
            !clock && article.shape(*to) != Shape::Percent && !article.is(*to, class::HALF_DAY)
        });
    if let Some((d, to)) = found_day {
        let opens = article.shape_before(i) == Shape::End
            || article.is(i.wrapping_sub(1), class::MONTH_BEFORE);
        if article.is(i, class::MONTH_WORD)
            && article.shape(i) == Shape::Lower
            && article.shape(days) != Shape::Number
            && !opens
        {
            return None;
        }
        if let Some(next) = words::joiner(article, to, true)
            && let Some((d2, to2)) = day(article, the(article, next))
            && d2 > d
            && (words::glued(article, next)
                || !article.at(to2).shape.is_word()
                || article.is(to2, class::FIGURE_STOP))
        {
            let (year, end) = year_after(article, to2);
            let at = |day| Atom::Day { year, month: m, day };
            return Some(Found::new(i, end, Told::Pair(at(d), at(d2))));
        }
        let (year, end) = year_after(article, to);
        // "March 20 2,000 people", "March 18 of 20"
        let end = if year.is_some() { end } else { trailing_weekday(article, to) };
        return Some(of_year(article, i, end, Atom::Day { year, month: m, day: d }));
    }
    let (year, end) = year_after(article, after);
    if year.is_some() {
        return Some(Found::new(i, end, Told::One(Atom::Month { year, month: m })));
    }
    let shift =
        |years| Some(Found::new(i, after + 2, Told::One(Atom::MonthShift { month: m, years })));
    if article.reads(after + 1, word!("year")) && near(article, after + 1) {
        match () {
            () if article.reads(after, word!("this")) => return shift(0),
            () if article.reads(after, word!("last")) => return shift(-2),
            () if article.reads(after, word!("next")) => return shift(2),
            () => {}
        }
    }
    if article.reads(after, word!("after")) && article.reads(after + 1, word!("next")) {
        return Some(Found::new(i, after + 2, Told::One(Atom::Open)));
    }
    sure_month(article, i)?;
    let before = article.before(i);
    let name = before.shape == Shape::Title
        && !article.is(i.wrapping_sub(1), any!(YEAR_BEFORE, MONTH_BEFORE))
        && near(article, i)
        || article.at(i + 1).shape == Shape::Title
            && near(article, i + 1)
            && !article.is(i + 1, class::FIGURE_STOP)
            && article.is(i, class::MONTH_DOUBTFUL);
    (!name).then(|| Found::new(i, i + 1, Told::One(start)))
}

/// "the 21st century", "first week of October 2014", "the third quarter of 2019", "20th of next month".
fn ordinal(article: &Article<'_>, i: usize) -> Option<Found> {
    let last = article.reads(i, word!("last"));
    let (n, mut at) = if last { (-1.0, i + 1) } else { numbers::ordinal(article, i)? };
    if article.shape(at) == Shape::Hyphen {
        at += 1;
    }
    at += usize::from(!last && article.reads(at, word!("last")));
    let one = |to, atom| Some(Found::new(i, to, Told::One(atom)));
    if article.reads(at, word!("century")) && (1.0..30.0).contains(&n) {
        return one(at + 1, Atom::Century(n as u32));
    }
    let of = |at: usize| {
        let led = article.reads(at, word!("of"))
            || article.reads(at, word!("in"))
            || article.shape(at) == Shape::Comma;
        (led && near(article, at + 1)).then(|| the(article, at + 1))
    };
    let quarter = article.reads(at, word!("quarter")) && (1.0..=4.0).contains(&n);
    if quarter || article.reads(at, word!("half")) && (1.0..=2.0).contains(&n) {
        let next = of(at + 1).unwrap_or(at + 1);
        let next = next + usize::from(article.reads(next, word!("fiscal")));
        let year = words::year(article, next).filter(|_| near(article, next));
        if year.is_none() && !quarter {
            return None;
        }
        let n = n as u32;
        let atom =
            if quarter { Atom::Quarter { year, quarter: n } } else { Atom::Half { year, half: n } };
        return one(if year.is_some() { next + 1 } else { at + 1 }, atom);
    }
    // "20th of the next month", "15th day of the month"
    if !last && near(article, at) {
        let day = at + usize::from(article.reads(at, word!("day")));
        if let Some(next) = of(day).filter(|_| article.reads(day, word!("of"))) {
            if let Some(found) = relative::unit(article, next)
                && article.is(found.to - 1, class::DATE_UNIT)
            {
                return one(found.to, Atom::Open);
            }
            if article.reads(next, word!("month")) && next > day + 1 {
                return one(next + 1, Atom::Open);
            }
        }
    }
    // "first Monday in October", "last week of September 2014", "the third month of 2021"
    let day_name = weekday(article, at);
    let unit = day_name.is_some() || article.is(at, class::DATE_UNIT);
    let next = of(at + 1).filter(|_| unit && !article.shape(at + 1).eq(&Shape::Comma))?;
    if let Some(found) = month_first(article, next) {
        let atom = match (day_name, found.told) {
            (Some(weekday), Told::One(Atom::Month { year: Some(year), month }))
                if !article.reads(at - 1, word!("last")) || last =>
            {
                Atom::NthWeekday { year, month, weekday, n: n as i32 }
            }
            _ => Atom::Open,
        };
        return one(found.to, atom);
    }
    if let Some(found) = relative::unit(article, next) {
        return one(found.to, Atom::Open);
    }
    words::year(article, next).and_then(|_| one(next + 1, Atom::Open))
}

/// "summer 2019", "spring of 2024", "winter 2019/20".
fn season(article: &Article<'_>, i: usize) -> Option<Found> {
    let season = article.number_at(i, class::SEASON)? as u32;
    let at = the(article, i + 1 + usize::from(article.reads(i + 1, word!("of"))));
    let year = words::year(article, at).filter(|_| near(article, at))?;
    let fall = article.reads(i, word!("fall"))
        && article.shape(i) == Shape::Lower
        && !article.reads(i + 1, word!("of"));
    (!fall).then(|| {
        Found::new(i, at + 1, Told::One(Atom::Season { year: Some(year), season, back: 0 }))
    })
}

/// "by Christmas", "on Boxing Day"; not "the Christmas market".
fn holiday(article: &Article<'_>, i: usize) -> Option<Found> {
    let hit = article.find(i, class::HOLIDAY).filter(|_| article.shape(i) != Shape::Lower)?;
    let to = i + hit.len;
    let led = hit.len > 1 || article.is(i.wrapping_sub(1), class::HOLIDAY_BEFORE);
    let noun = near(article, to)
        && (article.shape(to) == Shape::Lower
            && !article.is(to, any!(FIGURE_STOP, PREPOSITION, AUXILIARY))
            || article.shape(to) == Shape::Title && words::year(article, to).is_none()
            || matches!(article.shape(to), Shape::Clitic | Shape::Hyphen));
    if !led || noun {
        return None;
    }
    let place = hit.id.number(class::HOLIDAY).unwrap_or(0.0) as u32;
    let (year, end) = year_after(article, to);
    let atom = match place {
        0 => Atom::Open,
        place => Atom::Day { year, month: place / 100, day: place % 100 },
    };
    Some(Found::new(i, end, Told::One(atom)))
}

/// "Q3 2023", "FY24".
fn in_code(article: &Article<'_>, i: usize) -> Option<Found> {
    let one = |to, atom| Some(Found::new(i, to, Told::One(atom)));
    if let Some(part) = numeric::part_of_year(article, i) {
        let year = words::year(article, i + 1).filter(|_| near(article, i + 1));
        if year.is_none() && matches!(part, Atom::Half { .. }) {
            return None;
        }
        return one(i + 1 + usize::from(year.is_some()), year.map_or(part, |y| part.with_year(y)));
    }
    let short = article.word(i).strip_prefix("FY").filter(|n| n.len() == 2);
    let year = whole(short?)?;
    one(i + 1, Atom::Year(words::century_of(year) + year))
}

/// "fiscal 2016", "FY 2024", "the nineties".
fn in_words(article: &Article<'_>, i: usize) -> Option<Found> {
    let one = |to, atom| Some(Found::new(i, to, Told::One(atom)));
    if article.reads(i, word!("fiscal")) || article.reads(i, word!("fy")) {
        let at = if article.reads(i + 1, word!("year")) { i + 2 } else { i + 1 };
        return words::year(article, at).and_then(|y| one(at + 1, Atom::Year(y)));
    }
    if let Some(decade) = article.number_at(i, class::DECADE_WORD)
        && article.is(i.wrapping_sub(1), class::DECADE_BEFORE)
        && !near_number(article, i)
    {
        return one(i + 1, Atom::Decade(1900 + decade as u32));
    }
    None
}

/// "'90s", "since '98".
fn shortened(article: &Article<'_>, i: usize) -> Option<Found> {
    let one = |to, atom| Some(Found::new(i, to, Told::One(atom)));
    let apostrophe =
        matches!(article.shape(i), Shape::SingleClose | Shape::SingleStraight | Shape::SingleOpen);
    let n = numbers::plain(article, i + 1).filter(|_| apostrophe)?;
    let decade =
        words::glued(article, i + 1) && article.reads(i + 2, word!("s")) && n % 10 == 0 && n >= 20;
    if decade {
        return one(i + 3, Atom::Decade(1900 + n));
    }
    // "since '98", "in the class of ’04"; not "in '24 hours'"
    let year = article.word(i + 1).len() == 2
        && words::glued(article, i + 1)
        && article.is(i.wrapping_sub(1), any!(YEAR_BEFORE, SEASON, MONTH))
        && (!article.shape(i + 2).is_word() || article.is(i + 2, class::FIGURE_STOP))
        && !(article.shape(i + 2).is_quote_mark() && words::glued(article, i + 2));
    if year { one(i + 2, Atom::Year(words::century_of(n) + n)) } else { None }
}

fn near_number(article: &Article<'_>, i: usize) -> bool {
    article.shape(i + 1) == Shape::Number && near(article, i + 1)
}
