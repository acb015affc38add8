//! Dates on the calendar: EDTF text, resolved against the article's own day where that is needed.

use super::calendar::{self, Day};
use super::{Atom, Found, Told};
use crate::article::Article;
use crate::lexicon::class;
use crate::tokens::{Gap, Shape};

/// Where the words before a date point, seen from the article's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Back,
    /// "from", "by" and "until" take the nearest such day.
    Near,
    Ahead,
}

/// Tokens before a date in which a word may point ahead.
const REACH: usize = 12;

/// The EDTF text of the date; none where the article does not settle it.
pub fn edtf(article: &Article<'_>, found: &Found, own: Option<Day>) -> Option<String> {
    let weekday = matches!(found.told, Told::One(Atom::Weekday(_)));
    let look = own.map_or(Look::Back, |_| look(article, found.from, weekday));
    match found.told {
        Told::One(atom) => one(atom, own, look),
        Told::Pair(a, b) => {
            let (a, b) = share_year(a, b);
            let start = one(a, own, look)?;
            let end = one(b, own, look)?;
            let first = start.split('/').next()?;
            let last = end.split('/').next_back()?;
            Some([first, last].join("/"))
        }
    }
}

fn look(article: &Article<'_>, from: usize, weekday: bool) -> Look {
    // No further than the sentence.
    let stop = |i: &usize| article.shape(*i) == Shape::Period || article.gap(*i + 1) > Gap::Line;
    let start = (from.saturating_sub(REACH)..from).rev().take_while(|i| !stop(i)).last();
    let start = start.unwrap_or(from);
    let ahead = (start..from).any(|i| article.is(i, class::AHEAD));
    // "by the end of May"
    let edge = from > 3
        && article.reads(from - 1, word!("of"))
        && article.is(from - 2, class::PERIOD_EDGE)
        && article.reads(from - 3, word!("the"));
    let lead = from.wrapping_sub(if edge { 4 } else { 1 });
    match () {
        () if article.reads(lead, word!("since")) => Look::Back,
        () if ahead => Look::Ahead,
        // "Fares to rise in May"
        () if !weekday
            && (start..from)
                .any(|i| article.reads(i, word!("to")) && article.is(i + 1, class::VERB_BASE)) =>
        {
            Look::Near
        }
        () if article.reads_any(lead, &words!["from", "by", "until", "till"])
            && !(start..from).any(|i| article.is(i, class::CHANGE_DOWN)) =>
        {
            Look::Near
        }
        () => Look::Back,
    }
}

/// The first end of a range takes the year of the second: "5 May to 7 June 2022".
fn share_year(a: Atom, b: Atom) -> (Atom, Atom) {
    let ends = |atom| match atom {
        Atom::Day { year, month, day } => Some((year, month * 100 + day)),
        Atom::Month { year, month } => Some((year, month * 100)),
        _ => None,
    };
    let (Some((None, first)), Some((Some(year), last))) = (ends(a), ends(b)) else { return (a, b) };
    let year = Some(if first > last { year - 1 } else { year });
    let a = match a {
        Atom::Day { month, day, .. } => Atom::Day { year, month, day },
        Atom::Month { month, .. } => Atom::Month { year, month },
        other => other,
    };
    (a, b)
}

fn one(atom: Atom, own: Option<Day>, look: Look) -> Option<String> {
    let month_text = calendar::month_text;
    let interval = |a: String, b: String| Some([a, b].join("/"));
    match atom {
        Atom::Day { year: Some(year), month, day } => Day::real(year, month, day).map(Day::edtf),
        Atom::Day { year: None, month, day } => {
            let own = own?;
            let year = near_year(own, month * 100 + day, own.month * 100 + own.day, look);
            Day::real(year, month, day).map(Day::edtf)
        }
        Atom::Month { year: Some(year), month } => Some(month_text(year, month)),
        Atom::Month { year: None, month } => {
            let own = own?;
            Some(month_text(near_year(own, month * 100, own.month * 100, look), month))
        }
        Atom::Year(year) => Some(calendar::year_text(year)),
        Atom::Decade(year) => Some(calendar::masked(year / 10, "X")),
        Atom::Century(n) => Some(calendar::masked(n - 1, "XX")),
        Atom::Season { year: Some(year), season, .. } => Some(month_text(year, season)),
        Atom::Season { year: None, season, back } => {
            let own = own?;
            let ends =
                [5, 8, 11, 14].get((season as usize).wrapping_sub(21)).copied().unwrap_or(14);
            let year = match back {
                -1 if own.month <= ends => own.year - 1,
                1 if own.month + 2 >= ends => own.year + 1,
                _ => own.year,
            };
            Some(month_text(year, season))
        }
        Atom::Quarter { year, quarter } => {
            let year = year?;
            interval(month_text(year, quarter * 3 - 2), month_text(year, quarter * 3))
        }
        Atom::Half { year, half } => {
            let year = year?;
            interval(month_text(year, half * 6 - 5), month_text(year, half * 6))
        }
        // "Fares rise from Monday", printed on a Monday: the next.
        Atom::Weekday(n) if look == Look::Near => Some(own?.plus(1).weekday_near(n, true).edtf()),
        Atom::Weekday(n) => Some(own?.weekday_near(n, look == Look::Ahead).edtf()),
        Atom::NextWeekday(n) => Some(own?.plus(1).weekday_near(n, true).edtf()),
        Atom::WeekdayOf { weekday, weeks } => {
            let monday = own?.monday();
            Some(monday.plus(weeks * 7 + weekday as i32 - 1).edtf())
        }
        Atom::NthWeekday { year, month, weekday, n } => {
            let day = match n {
                -1 => Day { year, month, day: calendar::month_length(year, month) }
                    .weekday_near(weekday, false),
                n => Day { year, month, day: 1 }.weekday_near(weekday, true).plus((n - 1) * 7),
            };
            (day.month == month).then(|| day.edtf())
        }
        Atom::WeekOf { year, month, day } => {
            let day = Day::real(year?, month, day)?;
            interval(day.edtf(), day.plus(6).edtf())
        }
        Atom::Ago { count, unit } => ago(own?, count, unit),
        Atom::Shift(days) => Some(own?.plus(days).edtf()),
        Atom::WeekShift(weeks) => {
            let monday = own?.monday().plus(weeks * 7);
            interval(monday.edtf(), monday.plus(6).edtf())
        }
        Atom::WeekendShift(weeks) => {
            let own = own?;
            // "last weekend" on a Sunday is the one before; on a Wednesday the one that has just passed.
            let saturday = own.monday().plus(weeks * 7 + 5);
            interval(saturday.edtf(), saturday.plus(1).edtf())
        }
        Atom::MonthsShift(months) => {
            let own = own?;
            let n = (own.year * 12 + own.month - 1).checked_add_signed(months)?;
            Some(month_text(n / 12, n % 12 + 1))
        }
        Atom::YearShift(years) => Some(calendar::year_text(own?.year.checked_add_signed(years)?)),
        Atom::MonthShift { month, years } => {
            let own = own?;
            let year = match years {
                -2 => own.year - 1,
                2 => own.year + 1,
                -1 if month >= own.month => own.year - 1,
                1 if month <= own.month => own.year + 1,
                _ => own.year,
            };
            Some(month_text(year, month))
        }
        Atom::DayShift { month, day, years } => {
            Day::real(own?.year.checked_add_signed(years)?, month, day).map(Day::edtf)
        }
        Atom::Open => None,
    }
}

/// The year of a day or month that is told without one; `place` and `now` are their places in the year.
fn near_year(own: Day, place: u32, now: u32, look: Look) -> u32 {
    /// About half a year, in months times a hundred.
    const HALF: u32 = 600;
    /// A date told in the past tense may still lie a few weeks ahead: "the hearing, on 18 July".
    const SOON: u32 = 200;
    match look {
        Look::Ahead if place < now => own.year + 1,
        Look::Near if place + HALF < now => own.year + 1,
        Look::Near if place > now + HALF => own.year.saturating_sub(1),
        Look::Back if place > now + SOON || place > now && place.is_multiple_of(100) => {
            own.year.saturating_sub(1)
        }
        _ => own.year,
    }
}

fn ago(own: Day, count: u32, unit: u32) -> Option<String> {
    match unit {
        365 | 3650 => {
            Some(calendar::year_text(own.year.checked_sub(count.checked_mul(unit / 365)?)?))
        }
        30 => {
            let months = (own.year * 12 + own.month - 1).checked_sub(count)?;
            Some(calendar::month_text(months / 12, months % 12 + 1))
        }
        1 => Some(own.plus(-(i32::try_from(count).ok().filter(|n| *n < 100_000)?)).edtf()),
        _ => None,
    }
}
