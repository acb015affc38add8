//! Dates: calendar dates, months, years, financial years, weekdays and relative dates, as EDTF.
//!
//! Tokens and blocks in, dates out; a date claims its tokens, so that its numbers are no figures. The article's own
//! date is read from the furniture ("date 2019-03-18", "Published 3 March 2024") and settles the others. What
//! it does not settle is null.

use crate::article::Article;
use crate::blocks::{Block, BlockKind};
use crate::claims::Claims;
use crate::lexicon::class;
use crate::tokens::{Gap, Shape};

/// A date in tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// First token.
    pub from: usize,
    /// Token after the last.
    pub to: usize,
    /// On the calendar, if the article settles it.
    pub edtf: Option<String>,
}

/// All dates of an article, and its own.
#[derive(Debug, Default)]
pub struct Dates {
    /// In text order.
    pub dates: Vec<Date>,
    /// The article's own date.
    pub published: Option<String>,
}

/// A day on the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Day {
    year: i32,
    month: i32,
    day: i32,
}

/// Finds the dates and claims their tokens.
#[must_use]
pub fn find(article: &Article<'_>, blocks: &[Block], claims: &mut Claims) -> Dates {
    let own = blocks.iter().filter(|b| b.kind == BlockKind::Furniture).take(OWN_DATE_BLOCKS);
    let own = own.flat_map(|b| (b.from..b.to).filter_map(|i| full(article, i)).take(1)).next();
    let today = own.map(|(day, _)| day);
    let mut out = Dates { dates: Vec::new(), published: today.map(iso) };
    for block in blocks {
        let mut i = block.from;
        while i < block.to {
            let found = if block.kind == BlockKind::Furniture {
                // Only the article's own date counts among the furniture.
                full(article, i)
                    .filter(|(day, _)| Some(*day) == today)
                    .map(|(day, to)| (to, Some(iso(day))))
            } else {
                date(article, i, today)
            };
            match found.filter(|(to, _)| *to <= block.to) {
                Some((to, edtf)) => {
                    claims.take(i, to);
                    out.dates.push(Date { from: i, to, edtf });
                    i = to;
                }
                None => i += 1,
            }
        }
    }
    out
}

/// Blocks of furniture that are looked at for the article's own date.
const OWN_DATE_BLOCKS: usize = 60;

fn iso(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

/// A whole number of `count` digits at most in token `i`.
fn number(article: &Article<'_>, i: usize, count: usize) -> Option<i32> {
    let word = article.word(i);
    (article.shape(i) == Shape::Number
        && word.len() <= count
        && word.bytes().all(|b| b.is_ascii_digit()))
    .then(|| word.bytes().fold(0, |n, b| n * 10 + i32::from(b - b'0')))
}

fn year(article: &Article<'_>, i: usize) -> Option<i32> {
    number(article, i, 4).filter(|y| (1000..=2199).contains(y) && article.word(i).len() == 4)
}

/// A month's number; "may" and "march" only with a capital.
fn month(article: &Article<'_>, i: usize) -> Option<i32> {
    let month = article.at(i).word.number(class::MONTH)?;
    article.shape(i).is_capital().then_some(month as i32)
}

/// A day of the month, "18", "18th", with the token behind it.
fn day(article: &Article<'_>, i: usize) -> Option<(i32, usize)> {
    let day = number(article, i, 2).filter(|d| (1..=31).contains(d))?;
    let ordinal = article.at(i + 1).gap == Gap::None
        && ["st", "nd", "rd", "th"].iter().any(|s| article.reads(i + 1, s));
    Some((day, if ordinal { i + 2 } else { i + 1 }))
}

/// Day, month and year.
fn full(article: &Article<'_>, i: usize) -> Option<(Day, usize)> {
    let gap = |k: usize| article.at(k).gap;
    if let Some(year) = year(article, i)
        && article.shape(i + 1) == Shape::Hyphen
        && article.shape(i + 3) == Shape::Hyphen
        && (1..=4).all(|k| gap(i + k) == Gap::None)
    {
        let month = number(article, i + 2, 2).filter(|m| (1..=12).contains(m))?;
        let day = number(article, i + 4, 2).filter(|d| (1..=31).contains(d))?;
        return Some((Day { year, month, day }, i + 5));
    }
    if let Some((day, next)) = day(article, i) {
        if let Some(month) = month(article, next) {
            let comma = usize::from(article.shape(next + 1) == Shape::Comma);
            return year(article, next + 1 + comma)
                .map(|year| (Day { year, month, day }, next + 2 + comma));
        }
        // 03/04/2019 is British.
        let slashes = article.shape(i + 1) == Shape::Slash && article.shape(i + 3) == Shape::Slash;
        if slashes && (1..=4).all(|k| gap(i + k) == Gap::None) {
            let second = number(article, i + 2, 2)?;
            let year = year(article, i + 4)?;
            let (month, day) = if second > 12 { (day, second) } else { (second, day) };
            return (1..=12).contains(&month).then_some((Day { year, month, day }, i + 5));
        }
    }
    if let Some(month) = month(article, i) {
        let (day, next) = day(article, i + 1)?;
        let comma = usize::from(article.shape(next) == Shape::Comma);
        return year(article, next + comma)
            .map(|year| (Day { year, month, day }, next + comma + 1));
    }
    None
}

/// A date of any kind at token `i`: the token behind it and its EDTF.
fn date(article: &Article<'_>, i: usize, today: Option<Day>) -> Option<(usize, Option<String>)> {
    if article.at(i).gap == Gap::None
        && i > 0
        && matches!(
            article.before(i).shape,
            Shape::Number | Shape::Hyphen | Shape::Currency | Shape::Code
        )
    {
        return None;
    }
    // "Tuesday 10 June 2025", "Monday, 3 March": the weekday belongs to the date.
    if article.is(i, class::WEEKDAY) && article.shape(i).is_capital() {
        let next = if article.shape(i + 1) == Shape::Comma { i + 2 } else { i + 1 };
        if (day(article, next).is_some_and(|(_, n)| month(article, n).is_some())
            || month(article, next).is_some_and(|_| day(article, next + 1).is_some()))
            && let Some(found) = calendar(article, next, today)
        {
            return Some(found);
        }
        let part = article.is(i + 1, class::DAY_PART) as usize;
        let weekday = article.at(i).word.number(class::WEEKDAY)? as i32;
        let to = i + 1 + part;
        return Some((
            to,
            today.map(|t| {
                iso(nearest_weekday(
                    t,
                    weekday,
                    article.is(i.wrapping_sub(1), class::LAST_NEXT)
                        && article.reads(i.wrapping_sub(1), "next"),
                ))
            }),
        ));
    }
    if let Some(found) = calendar(article, i, today) {
        return Some(found);
    }
    relative(article, i, today)
}

fn calendar(
    article: &Article<'_>,
    i: usize,
    today: Option<Day>,
) -> Option<(usize, Option<String>)> {
    if let Some((day, to)) = full(article, i) {
        return Some((to, Some(iso(day))));
    }
    if let Some((d, next)) = day(article, i)
        && let Some(m) = month(article, next)
    {
        return Some((
            next + 1,
            today.map(|t| iso(Day { year: nearest_year(t, m), month: m, day: d })),
        ));
    }
    if let Some(m) = month(article, i) {
        if let Some((d, next)) = day(article, i + 1).filter(|(_, n)| {
            article.shape(*n) != Shape::Percent && !article.at(*n).word.is(class::SCALE_WORD)
        }) {
            return Some((
                next,
                today.map(|t| iso(Day { year: nearest_year(t, m), month: m, day: d })),
            ));
        }
        let comma =
            usize::from(article.shape(i + 1) == Shape::Comma && year(article, i + 2).is_some());
        if let Some(y) = year(article, i + 1 + comma) {
            return Some((i + 2 + comma, Some(format!("{y:04}-{m:02}"))));
        }
        // "May" and "March" open sentences; "Theresa May" is a name.
        let doubtful = article.is(i, class::AUXILIARY) || article.reads(i, "march");
        let led = article.is(
            i.wrapping_sub(1),
            class::PREPOSITION.or(class::LAST_NEXT).or(class::DAY_PART).or(class::SINCE_WORD),
        );
        if doubtful && !led
            || article.before(i).shape.is_capital()
                && article.at(i).gap == Gap::Space
                && !led
                && !article.is(i.wrapping_sub(1), class::PREPOSITION)
        {
            return None;
        }
        return Some((i + 1, today.map(|t| format!("{:04}-{m:02}", nearest_year_back(t, m)))));
    }
    let y = year(article, i)?;
    // "2015/16", "2022-23", "2010 to 2015".
    let glued = article.at(i + 1).gap == Gap::None && article.at(i + 2).gap == Gap::None;
    if glued && matches!(article.shape(i + 1), Shape::Slash | Shape::Hyphen | Shape::Dash) {
        if let Some(short) = number(article, i + 2, 2)
            .filter(|s| article.word(i + 2).len() == 2 && *s == (y + 1) % 100)
        {
            let end = y - y % 100 + short + if short == 0 { 100 } else { 0 };
            return Some((i + 3, Some(format!("{y:04}/{end:04}"))));
        }
        if let Some(end) = year(article, i + 2).filter(|e| *e > y) {
            return Some((i + 3, Some(format!("{y:04}/{end:04}"))));
        }
    }
    if article.at(i + 1).gap == Gap::None && article.reads(i + 1, "s") {
        let decade = (y % 10 == 0).then(|| format!("{:03}X", y / 10));
        return Some((i + 2, decade));
    }
    // A bare year stands behind a preposition or in a phrase, not before a counted noun.
    let led = article.is(
        i.wrapping_sub(1),
        class::PREPOSITION
            .or(class::DETERMINER)
            .or(class::CONJUNCTION)
            .or(class::SINCE_WORD)
            .or(class::LAST_NEXT),
    ) || article.before(i).shape == Shape::Open
        || article.before(i).shape == Shape::Comma;
    let counted = article.shape(i + 1) == Shape::Lower
        && !article.is(
            i + 1,
            class::PREPOSITION
                .or(class::CONJUNCTION)
                .or(class::SUBORDINATOR)
                .or(class::AUXILIARY)
                .or(class::ADVERB)
                .or(class::PRONOUN)
                .or(class::DETERMINER)
                .or(class::YEAR_NOUN),
        );
    ((1900..=2100).contains(&y) && led && !counted && article.shape(i + 1) != Shape::Percent)
        .then(|| (i + 1, Some(format!("{y:04}"))))
}

/// "next week", "last month", "yesterday", "two years ago".
fn relative(
    article: &Article<'_>,
    i: usize,
    today: Option<Day>,
) -> Option<(usize, Option<String>)> {
    let word = article.at(i).word;
    if let Some(shift) = word.number(class::RELATIVE_DAY) {
        return Some((i + 1, today.map(|t| iso(add_days(t, shift as i32)))));
    }
    if let Some(shift) = word.number(class::LAST_NEXT) {
        let unit = article
            .at(i + 1)
            .word
            .text(class::TIME_UNIT)
            .filter(|_| !article.reads(i + 1, "minute") && !article.reads(i + 1, "second"))?;
        let plural = article.word(i + 1).ends_with('s') && !article.reads(i + 1, "century");
        if plural || matches!(unit, "hour" | "minute" | "second" | "day") {
            return None;
        }
        let earlier = article.reads(i.wrapping_sub(1), "earlier")
            || article.reads(i.wrapping_sub(1), "later");
        let edtf = today.and_then(|t| match unit {
            "year" => Some(format!("{:04}", t.year + shift as i32)),
            "month" => {
                let months = t.year * 12 + t.month - 1 + shift as i32;
                Some(format!("{:04}-{:02}", months / 12, months % 12 + 1))
            }
            _ => None,
        });
        return (!earlier || shift == 0.0).then_some((i + 2, edtf));
    }
    let count = crate::numbers::at(article, i)?;
    let unit = article.at(count.to).word.text(class::TIME_UNIT)?;
    if !article.reads(count.to + 1, "ago") {
        return None;
    }
    let edtf = today.and_then(|t| match unit {
        "year" => Some(format!("{:04}", t.year - count.value as i32)),
        "decade" => Some(format!("{:04}", t.year - 10 * count.value as i32)),
        "month" => {
            let months = t.year * 12 + t.month - 1 - count.value as i32;
            Some(format!("{:04}-{:02}", months / 12, months % 12 + 1))
        }
        "day" => Some(iso(add_days(t, -(count.value as i32)))),
        _ => None,
    });
    Some((count.to + 2, edtf))
}

/// The year in which a month without one lies: the nearest to the article's own date.
fn nearest_year(today: Day, month: i32) -> i32 {
    match month - today.month {
        7.. => today.year - 1,
        ..=-7 => today.year + 1,
        _ => today.year,
    }
}

/// The year of a month named alone: this year, unless the month is still to come by more than half a year.
fn nearest_year_back(today: Day, month: i32) -> i32 {
    nearest_year(today, month)
}

/// Days since 1 March of the year 0.
fn to_days(day: Day) -> i32 {
    let (y, m) =
        if day.month > 2 { (day.year, day.month - 3) } else { (day.year - 1, day.month + 9) };
    365 * y + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + (153 * m + 2) / 5 + day.day
        - 1
}

fn from_days(days: i32) -> Day {
    let era = days.div_euclid(146_097);
    let doe = days.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    Day { year: yoe + era * 400 + i32::from(month <= 2), month, day: doy - (153 * mp + 2) / 5 + 1 }
}

fn add_days(day: Day, shift: i32) -> Day {
    from_days(to_days(day) + shift)
}

/// The weekday on or before the article's date; the one after it behind "next".
fn nearest_weekday(today: Day, weekday: i32, next: bool) -> Day {
    // 1 March of the year 0 was a Wednesday.
    let now = (to_days(today) + 2).rem_euclid(7) + 1;
    let back = (now - weekday).rem_euclid(7);
    add_days(today, if next { 7 - back } else { -back })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_days() {
        let day = Day { year: 2019, month: 3, day: 18 };
        assert_eq!(from_days(to_days(day)), day);
        assert_eq!(iso(add_days(day, -18)), "2019-02-28");
        assert_eq!(iso(nearest_weekday(day, 1, false)), "2019-03-18", "it was a Monday");
        assert_eq!(iso(nearest_weekday(day, 2, false)), "2019-03-12");
    }
}
