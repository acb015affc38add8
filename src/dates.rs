//! Dates: calendar dates and relative dates, as worded and as EDTF.
//!
//! Claims its tokens first, so that years and days are no counts. A date without a year stays open unless the
//! article states its own date; then it resolves to the nearest fitting day before or, where the words say so, after.

mod calendar;

use crate::article::Article;
use crate::blocks::{self, Block, BlockKind};
use crate::claims::{Claims, Owner};
use crate::lexicon::class;
use crate::numbers;
use crate::sentences::Sentence;
use crate::tokens::{Gap, Shape};
use calendar::Day;

/// A date in tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Date {
    /// First token.
    pub from: usize,
    /// Token after the last.
    pub to: usize,
    /// EDTF, where the article settles it.
    pub edtf: Option<String>,
    /// What the article dates by it.
    pub label: Option<String>,
}

/// What a date says, before it is resolved.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Told {
    Day { year: Option<u32>, month: u32, day: u32 },
    Month { year: Option<u32>, month: u32 },
    Year(u32),
    Years(u32, u32),
    Days { year: Option<u32>, a: (u32, u32), b: (u32, u32) },
    Decade(u32),
    Century(u32),
    Season { year: Option<u32>, season: u32, back: i32 },
    Quarter { year: u32, quarter: u32 },
    Weekday(u32),
    Ago { count: u32, unit: u32 },
    Shift(i32),
    YearShift(i32),
    MonthShift { month: u32, years: i32 },
    Open,
}

struct Found {
    from: usize,
    to: usize,
    told: Told,
}

/// Longest date in tokens; look-ahead stops there.
const REACH: usize = 3;

/// The article's own date as its page's markup gives it, in EDTF days.
#[derive(Clone, Copy, Debug, Default)]
pub struct Markup<'p> {
    /// Named as such.
    pub sure: Option<&'p str>,
    /// A date that stands beside the headline; what is printed there tells the reader's day, this the server's.
    pub likely: Option<&'p str>,
}

/// Every date, and the article's own date as an EDTF day.
#[must_use]
pub fn find(
    article: &Article<'_>,
    blocks: &[Block],
    sentences: &[Sentence],
    claims: &mut Claims,
    markup: Markup<'_>,
) -> (Vec<Date>, Option<String>) {
    let american = american(article);
    let mut found = Vec::new();
    let beside = blocks::beside_title(blocks);
    let mut own: Option<(Day, Stated)> = None;
    for sentence in sentences {
        let furniture = blocks.get(sentence.block).is_some_and(|b| b.kind == BlockKind::Furniture);
        let mut i = sentence.from;
        while i < sentence.to {
            let Some(date) = read(article, i, american) else {
                i += 1;
                continue;
            };
            if let Told::Day { year: Some(year), month, day } = date.told {
                let stated = beside_title(article, blocks, sentence, &date, &beside)
                    .or_else(|| states_own(article, blocks, sentence, &date));
                if let Some(how) = stated
                    && own.is_none_or(|(_, before)| how < before)
                {
                    own = Some((Day { year, month, day }, how));
                }
                if furniture && stated.is_none() {
                    i = date.to.max(i + 1);
                    continue;
                }
            } else if furniture {
                i = date.to.max(i + 1);
                continue;
            }
            claims.take(date.from, date.to, Owner::Date);
            i = date.to.max(i + 1);
            found.push(date);
        }
    }
    let printed =
        own.filter(|(_, how)| *how <= Stated::Beside).or(own.filter(|_| markup.likely.is_none()));
    let sure = markup.sure.and_then(Day::from_edtf);
    let day = sure.or(printed.map(|(day, _)| day)).or(markup.likely.and_then(Day::from_edtf));
    let dates = found
        .into_iter()
        .map(|f| Date {
            from: f.from,
            to: f.to,
            edtf: edtf(article, &f, day),
            label: label(article, sentences, &f),
        })
        .collect();
    (dates, day.map(|d| d.edtf()))
}

/// Whether the article writes dates with the month first, or prices in dollars only.
fn american(article: &Article<'_>) -> bool {
    let (mut month_first, mut day_first) = (0, 0);
    for i in 0..article.len() {
        if article.is(i, class::MONTH) {
            let after = numbers::plain(article, i + 1).is_some_and(|n| n <= 31);
            let before = numbers::plain(article, i.wrapping_sub(1)).is_some_and(|n| n <= 31);
            month_first += usize::from(after && !before);
            day_first += usize::from(before);
        }
    }
    month_first > day_first
}

/// How an article states its own date, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stated {
    /// Beside the headline, with a word like "published".
    Headed,
    /// Beside the headline, alone.
    Beside,
    /// Elsewhere, with a word like "published".
    Labelled,
    /// Beside the headline, as the day of a later change.
    Updated,
    /// Elsewhere, where dates of articles stand.
    Likely,
}

/// Most tokens of a line of furniture that dates an article.
const STAMP: usize = 40;

/// Whether a full date stands in the furniture beside the headline.
fn beside_title(
    article: &Article<'_>,
    blocks: &[Block],
    sentence: &Sentence,
    date: &Found,
    beside: &std::ops::Range<usize>,
) -> Option<Stated> {
    let block = blocks.get(sentence.block)?;
    let stamp = block.kind == BlockKind::Furniture
        && beside.contains(&date.from)
        && block.to - block.from <= STAMP;
    let before = |words: &[&str]| {
        (1..=5).any(|back| {
            let at = date.from.checked_sub(back).filter(|at| *at >= block.from);
            at.is_some_and(|at| words.iter().any(|word| article.reads(at, word)))
        })
    };
    // The date of a picture stands in a caption, which has words of its own.
    let word = |i: &usize| {
        let known = article.is(*i, class::STAMP_WORD) || article.is(*i, class::BYLINE);
        article.shape(*i) == Shape::Lower && !known
    };
    let stamp = stamp && (block.from..block.to).filter(word).count() <= 2;
    stamp.then(|| {
        if before(&["updated", "modified", "update"]) {
            Stated::Updated
        } else if before(&["published", "posted", "issued", "dated", "date", "created"]) {
            Stated::Headed
        } else {
            Stated::Beside
        }
    })
}

/// Whether a full date is the article's own by the words around it.
fn states_own(
    article: &Article<'_>,
    blocks: &[Block],
    sentence: &Sentence,
    date: &Found,
) -> Option<Stated> {
    let block = blocks.get(sentence.block)?;
    let start = date.from == block.from;
    let end =
        date.to >= block.to || date.to + 4 >= block.to && article.at(date.to).gap <= Gap::Space;
    for back in 1..=4 {
        let Some(at) = date.from.checked_sub(back) else { break };
        let word =
            ["published", "date", "posted", "issued", "dated"].iter().any(|w| article.reads(at, w));
        if word && (at <= block.from || block.kind == BlockKind::Furniture) {
            return Some(Stated::Labelled);
        }
    }
    let updated = article.reads(date.from.wrapping_sub(1), "updated");
    if updated {
        return Some(Stated::Likely);
    }
    let short = block.to.saturating_sub(block.from) <= 14;
    let byline = short
        && (block.kind == BlockKind::Furniture || date.from < 60)
        && end
        && !article.reads(date.from.wrapping_sub(1), "on")
        && !article.reads(date.from.wrapping_sub(1), "in");
    if byline && (start || article.before(date.from).shape != Shape::Lower) {
        // Signatures of embedded posts ("— Name (@name) November 20, 2019") date the post.
        let post = (block.from..date.from)
            .any(|i| article.word(i).starts_with('@') || article.word(i) == "@");
        return (!post).then_some(Stated::Likely);
    }
    None
}

fn month(article: &Article<'_>, i: usize) -> Option<u32> {
    let n = article.at(i).word.number(class::MONTH)? as u32;
    let shape = article.shape(i);
    // "may" and "march" in small letters are months only beside a day.
    let word = article.word(i).len() <= 3 || article.reads(i, "march");
    let beside = numbers::plain(article, i.wrapping_sub(1)).is_some_and(|n| n <= 31)
        || numbers::ordinal(article, i.wrapping_sub(2)).is_some_and(|(_, to)| to == i);
    (shape.is_word() && (shape != Shape::Lower || !word || beside)).then_some(n)
}

/// A month that is plainly one: "may" and "march" are words, and "May" a name.
fn sure_month(article: &Article<'_>, i: usize) -> Option<u32> {
    let n = month(article, i)?;
    let doubtful = ["may", "march", "mar", "jun", "jan", "dec", "sep", "august", "april", "june"]
        .iter()
        .any(|w| article.reads(i, w));
    if !doubtful {
        return Some(n);
    }
    let before = i.wrapping_sub(1);
    let led = article.is(before, class::YEAR_BEFORE)
        || ["last", "next", "this", "on", "mid", "end", "late", "early", "between", "at"]
            .iter()
            .any(|w| article.reads(before, w));
    let follows = article.reads(i + 1, "this") || article.reads(i + 1, "last");
    let led = led
        && !(article.reads(before, "the")
            || article.reads(before, "and") && month(article, before.wrapping_sub(1)).is_none());
    (led || follows).then_some(n)
}

fn year(article: &Article<'_>, i: usize) -> Option<u32> {
    let n = numbers::plain(article, i)?;
    (article.word(i).len() == 4 && (1000..=2199).contains(&n)).then_some(n)
}

/// The day of a month at `i`: "18", "18th", "3rd"; with the token after it.
fn day(article: &Article<'_>, i: usize) -> Option<(u32, usize)> {
    let n = numbers::plain(article, i).filter(|n| (1..=31).contains(n))?;
    if article.word(i).len() > 2 {
        return None;
    }
    let ordinal = numbers::ordinal(article, i);
    Some((n, ordinal.map_or(i + 1, |(_, to)| to)))
}

/// Skips a comma.
fn comma(article: &Article<'_>, i: usize) -> usize {
    if article.shape(i) == Shape::Comma { i + 1 } else { i }
}

/// Skips the full stop of an abbreviated month.
fn stop(article: &Article<'_>, i: usize) -> usize {
    let short = article.shape(i) == Shape::Period
        && article.at(i).gap == Gap::None
        && article.word(i.wrapping_sub(1)).len() <= 4;
    if short && matches!(article.shape(i + 1), Shape::Number) { i + 1 } else { i }
}

fn is_joiner(article: &Article<'_>, i: usize) -> bool {
    matches!(article.shape(i), Shape::Hyphen | Shape::Dash)
        || ["to", "and", "until", "through"].iter().any(|w| article.reads(i, w))
}

/// The year behind a day and month: "2019", ", 2019".
fn year_after(article: &Article<'_>, i: usize) -> (Option<u32>, usize) {
    let at = comma(article, i);
    if article.at(at).gap <= Gap::Space
        && let Some(y) = year(article, at)
    {
        return (Some(y), at + 1);
    }
    (None, i)
}

fn read(article: &Article<'_>, i: usize, american: bool) -> Option<Found> {
    let token = article.at(i);
    let make = |to, told| Some(Found { from: i, to, told });
    if token.shape == Shape::Number {
        return read_digits(article, i, american);
    }
    if !token.shape.is_word()
        && token.shape != Shape::SingleClose
        && token.shape != Shape::SingleStraight
    {
        return None;
    }
    // Weekday, with a date behind it
    if token.word.is(class::WEEKDAY) && token.shape != Shape::Lower && token.shape != Shape::Upper {
        let short = article.word(i).len() <= 5 && !article.word(i).ends_with("day");
        let mut at = comma(article, i + 1);
        if article.reads(at, "the") || short && article.shape(at) == Shape::Period {
            at += 1;
        }
        if article.at(at).gap <= Gap::Space
            && let Some(date) =
                read_digits(article, at, american).or_else(|| read_month(article, at))
            && matches!(date.told, Told::Day { .. })
        {
            return make(date.to, date.told);
        }
        if short {
            return None;
        }
        let mut to = i + 1;
        if ["morning", "afternoon", "evening", "night"].iter().any(|w| article.reads(to, w)) {
            to += 1;
        }
        let n = token.word.number(class::WEEKDAY)? as u32;
        let lead = i.wrapping_sub(1);
        return make(to, if article.reads(lead, "every") { Told::Open } else { Told::Weekday(n) });
    }
    if let Some(found) = read_month(article, i) {
        return Some(found);
    }
    // Seasons
    if let Some(season) = token.word.number(class::SEASON)
        && !(article.reads(i, "fall") && token.shape == Shape::Lower)
        && !article.reads(i, "spring") | article.reads(i + 1, "of") | year(article, i + 1).is_some()
    {
        let at = if article.reads(i + 1, "of") { i + 2 } else { i + 1 };
        if let Some(y) = year(article, at) {
            return make(at + 1, Told::Season { year: Some(y), season: season as u32, back: 0 });
        }
    }
    if let Some(hit) = article.find(i, class::DAY_WORD) {
        let shift = match article.word(i) {
            w if w.eq_ignore_ascii_case("yesterday") => -1,
            w if w.eq_ignore_ascii_case("tomorrow") => 1,
            _ => 0,
        };
        return make(i + hit.len, if hit.len > 1 { Told::Open } else { Told::Shift(shift) });
    }
    // "Q3 2023", "fiscal 2016", "the fourth quarter"
    if token.shape == Shape::Code
        && let Some(q) =
            article.word(i).strip_prefix(['Q', 'q']).and_then(|n| n.parse::<u32>().ok())
        && (1..=4).contains(&q)
    {
        if let Some(y) = year(article, i + 1) {
            return make(i + 2, Told::Quarter { year: y, quarter: q });
        }
        return make(i + 1, Told::Open);
    }
    if article.reads(i, "fiscal") || article.reads(i, "FY") {
        let at = if article.reads(i + 1, "year") { i + 2 } else { i + 1 };
        if let Some(y) = year(article, at) {
            return make(at + 1, Told::Year(y));
        }
    }
    if let Some((n, to)) = numbers::ordinal(article, i).filter(|(_, to)| *to <= i + REACH) {
        let at = if article.shape(to) == Shape::Hyphen { to + 1 } else { to };
        if article.reads(at, "century") && (1.0..30.0).contains(&n) {
            return make(at + 1, Told::Century(n as u32));
        }
        if article.reads(to, "quarter") && n <= 4.0 {
            let at = if article.reads(to + 1, "of") { to + 2 } else { to + 1 };
            if let Some(y) = year(article, at) {
                return make(at + 1, Told::Quarter { year: y, quarter: n as u32 });
            }
            return make(to + 1, Told::Open);
        }
        if article.reads(to, "of") && month(article, to + 1).is_some() && n <= 31.0 {
            let m = month(article, to + 1)?;
            let (y, end) = year_after(article, to + 2);
            return make(end, Told::Day { year: y, month: m, day: n as u32 });
        }
    }
    // "last Tuesday", "this week", "earlier this month", "next year"
    let mut at = i;
    let early = (article.reads(i, "earlier") || article.reads(i, "later"))
        && ["this", "that", "next", "last"].iter().any(|w| article.reads(i + 1, w));
    if early {
        at += 1;
    }
    let relative = ["last", "next", "this", "previous", "past", "coming", "following"]
        .iter()
        .position(|w| article.reads(at, w));
    if let Some(which) = relative {
        let shift = [-1, 1, 0, -1, -1, 1, 1].get(which).copied().unwrap_or(0);
        let next = article.at(at + 1);
        if next.word.is(class::WEEKDAY) && next.shape != Shape::Lower {
            let night = ["morning", "afternoon", "evening", "night"]
                .iter()
                .any(|w| article.reads(at + 2, w));
            let n = next.word.number(class::WEEKDAY)? as u32;
            return make(
                at + 2 + usize::from(night),
                if shift <= 0 { Told::Weekday(n) } else { Told::Open },
            );
        }
        if let Some(m) = month(article, at + 1) {
            return make(at + 2, Told::MonthShift { month: m, years: shift });
        }
        if next.word.is(class::SEASON) {
            let season = next.word.number(class::SEASON)? as u32;
            return make(at + 2, Told::Season { year: None, season, back: shift });
        }
        if next.word.is(class::DATE_UNIT) && which < 4 {
            let told = match () {
                () if article.reads(at + 1, "year") => Told::YearShift(shift),
                () if article.reads(at + 1, "night") => Told::Shift(if shift < 0 { -1 } else { 0 }),
                () => Told::Open,
            };
            let stop = article.reads(at + 1, "season") && which == 0;
            return if stop { None } else { make(at + 2, told) };
        }
    }
    // "two years ago", "a month ago"
    let number = numbers::read(article, i, false);
    let (count, to) = match number {
        Some(n) => (n.value, n.to),
        None if article.reads(i, "a") || article.reads(i, "an") => (1.0, i + 1),
        None => return two_digit_decade(article, i),
    };
    ago(article, i, count, to)
}

fn two_digit_decade(article: &Article<'_>, i: usize) -> Option<Found> {
    let apostrophe =
        matches!(article.shape(i), Shape::SingleClose | Shape::SingleStraight | Shape::SingleOpen);
    let n = numbers::plain(article, i + 1)?;
    let decade = apostrophe
        && article.at(i + 1).gap == Gap::None
        && article.reads(i + 2, "s")
        && n % 10 == 0
        && n >= 20;
    decade.then_some(Found { from: i, to: i + 3, told: Told::Decade(1900 + n) })
}

fn ago(article: &Article<'_>, i: usize, count: f64, to: usize) -> Option<Found> {
    let unit = article.at(to).word.number(class::TIME_UNIT)? as u32;
    if !article.reads(to + 1, "ago") {
        return None;
    }
    Some(Found {
        from: i,
        to: to + 2,
        told: if unit == 0 { Told::Open } else { Told::Ago { count: count as u32, unit } },
    })
}

fn read_month(article: &Article<'_>, i: usize) -> Option<Found> {
    let m = month(article, i)?;
    let make = |to, told| Some(Found { from: i, to, told });
    let after = stop(article, i + 1);
    if article.at(after).gap > Gap::Space {
        return sure_month(article, i)
            .and_then(|m| make(i + 1, Told::Month { year: None, month: m }));
    }
    if let Some((d, to)) = day(article, after)
        && !article.reads(to, "%")
        && article.shape(to) != Shape::Colon
    {
        // "September 10 and 11", "April 27 through Sunday", "May 5-7, 2021"
        if is_joiner(article, to) {
            if let Some((d2, to2)) = day(article, to + 1)
                && d2 > d
                && !article.at(to2).shape.is_word() | article.at(to2).word.is(class::FIGURE_STOP)
            {
                let (y, end) = year_after(article, to2);
                return make(end, Told::Days { year: y, a: (m, d), b: (m, d2) });
            }
            if let Some(m2) = month(article, to + 1)
                && let Some((d2, to2)) = day(article, stop(article, to + 2))
                && !article.reads(to, "and")
            {
                let (y, end) = year_after(article, to2);
                return make(end, Told::Days { year: y, a: (m, d), b: (m2, d2) });
            }
            if article.reads(to, "through") && article.is(to + 1, class::WEEKDAY) {
                return make(to + 2, Told::Open);
            }
        }
        let (y, end) = year_after(article, to);
        return make(end, Told::Day { year: y, month: m, day: d });
    }
    let at = if article.reads(after, "of") { after + 1 } else { comma(article, after) };
    if let Some(y) = year(article, at) {
        return make(at + 1, Told::Month { year: Some(y), month: m });
    }
    if article.reads(after, "this") && article.reads(after + 1, "year") {
        return make(after + 2, Told::MonthShift { month: m, years: 0 });
    }
    if article.reads(after, "last") && article.reads(after + 1, "year") {
        return make(after + 2, Told::MonthShift { month: m, years: -2 });
    }
    let m = sure_month(article, i)?;
    let name = article.before(i).shape == Shape::Title
        && !article.is(i.wrapping_sub(1), class::YEAR_BEFORE)
        || article.at(i + 1).shape == Shape::Title
            && !article.at(i + 1).word.is(class::FIGURE_STOP)
            && article.word(i).len() <= 6;
    if name {
        return None;
    }
    make(i + 1, Told::Month { year: None, month: m })
}

fn read_digits(article: &Article<'_>, i: usize, american: bool) -> Option<Found> {
    if article.shape(i) != Shape::Number {
        return None;
    }
    let make = |to, told| Some(Found { from: i, to, told });
    let glued = |at: usize| article.at(at).gap == Gap::None;
    let before = article.before(i);
    let attached = glued(i)
        && matches!(before.shape, Shape::Currency | Shape::Hyphen | Shape::Slash | Shape::Symbol);
    // 2019-03-18, 14/03/2021, 14.03.2021
    let separator = article.shape(i + 1);
    if matches!(separator, Shape::Hyphen | Shape::Slash)
        && glued(i + 1)
        && article.shape(i + 3) == separator
        && glued(i + 3)
        && glued(i + 2)
        && glued(i + 4)
        && !attached
    {
        let (a, b, c) = (
            numbers::plain(article, i)?,
            numbers::plain(article, i + 2)?,
            numbers::plain(article, i + 4)?,
        );
        if year(article, i).is_some() && (1..=12).contains(&b) && (1..=31).contains(&c) {
            return make(i + 5, Told::Day { year: Some(a), month: b, day: c });
        }
        if year(article, i + 4).is_some() && (1..=31).contains(&a) && (1..=31).contains(&b) {
            let (d, m) = if american && a <= 12 || b > 12 { (b, a) } else { (a, b) };
            return if m <= 12 {
                make(i + 5, Told::Day { year: Some(c), month: m, day: d })
            } else {
                None
            };
        }
    }
    if attached {
        return None;
    }
    // Two years ago
    if let Some(n) = numbers::read(article, i, false)
        && let Some(found) = ago(article, i, n.value, n.to)
    {
        return Some(found);
    }
    // 18 March 2019; 5-7 May; 5 May to 7 June 2022
    if let Some((d, to)) = day(article, i) {
        let at = if article.reads(to, "of") { to + 1 } else { to };
        if let Some(m) = month(article, at)
            && article.at(at).gap <= Gap::Space
        {
            let end = stop(article, at + 1);
            let (y, end_y) = year_after(article, end);
            let end = if y.is_some() { end_y } else { at + 1 };
            if y.is_none()
                && is_joiner(article, end)
                && !article.reads(end, "and")
                && let Some((d2, to2)) = day(article, end + 1)
                && let Some(m2) = month(article, to2)
            {
                let (y, last) = year_after(article, to2 + 1);
                return make(last, Told::Days { year: y, a: (m, d), b: (m2, d2) });
            }
            return make(end, Told::Day { year: y, month: m, day: d });
        }
        if is_joiner(article, to)
            && let Some((d2, to2)) = day(article, to + 1)
            && let Some(m) = month(article, to2)
            && d2 > d
        {
            let (y, end) = year_after(article, to2 + 1);
            return make(end, Told::Days { year: y, a: (m, d), b: (m, d2) });
        }
        if let Some((n, to)) = numbers::ordinal(article, i) {
            let at = if article.shape(to) == Shape::Hyphen { to + 1 } else { to };
            if article.reads(at, "century") && (1.0..30.0).contains(&n) {
                return make(at + 1, Told::Century(n as u32));
            }
            if article.reads(to, "quarter") && n <= 4.0 {
                return make(to + 1, Told::Open);
            }
        }
    }
    let y = year(article, i)?;
    if glued(i)
        && before.shape != Shape::Open
        && !before.shape.is_quote_mark()
        && before.shape != Shape::Dash
    {
        return None;
    }
    // 1990s
    if article.reads(i + 1, "s") && glued(i + 1)
        || article.word(i + 1) == "'s" && y % 10 == 0 && glued(i + 1)
    {
        return make(i + 2, Told::Decade(y));
    }
    // 2015/16, 2024-25, 2010-2015
    if matches!(article.shape(i + 1), Shape::Slash | Shape::Hyphen | Shape::Dash)
        && let Some(z) = numbers::plain(article, i + 2)
        && (glued(i + 2) || article.shape(i + 1) == Shape::Dash)
    {
        let long = year(article, i + 2).is_some() && z > y;
        let short = article.word(i + 2).len() == 2 && z == (y + 1) % 100
            || article.word(i + 2).len() == 2
                && z > y % 100
                && article.shape(i + 1) != Shape::Slash;
        if long || short {
            return make(
                i + 3,
                Told::Years(
                    y,
                    if long { z } else { y / 100 * 100 + z + if z < y % 100 { 100 } else { 0 } },
                ),
            );
        }
        return None;
    }
    let led = article.is(i.wrapping_sub(1), class::YEAR_BEFORE);
    if ["to", "and", "until", "through", "till"].iter().any(|w| article.reads(i + 1, w))
        && let Some(z) = year(article, i + 2)
        && z > y
        && (!article.reads(i + 1, "and") || article.reads(i.wrapping_sub(1), "between"))
        && led
    {
        return make(i + 3, Told::Years(y, z));
    }
    let next = article.at(i + 1);
    if next.gap == Gap::None
        && (next.shape.is_word() || matches!(next.shape, Shape::Percent | Shape::Slash))
    {
        return None;
    }
    let sure = (1500..=2100).contains(&y);
    let counted = next.shape == Shape::Lower
        && next.gap == Gap::Space
        && !next.word.is(class::FIGURE_STOP)
        && (next.word.is(class::PLURAL_NOUN)
            || article.word(i + 1).ends_with('s') && !article.word(i + 1).ends_with("ss")
            || next.word.is(class::UNIT)
            || next.word.is(class::NUM_SCALE))
        && !["has", "was", "is", "as", "this", "its", "his"]
            .iter()
            .any(|w| article.reads(i + 1, w));
    let open_end = ["and", "to", "of", "for", "by", "from", "around", "before", "after"]
        .iter()
        .any(|w| article.reads(i.wrapping_sub(1), w));
    if counted && (!led || open_end) {
        return None;
    }
    (sure
        || led
            && y >= 1000
            && ["in", "since", "by", "until", "from"]
                .iter()
                .any(|w| article.reads(i.wrapping_sub(1), w)))
    .then_some(Found { from: i, to: i + 1, told: Told::Year(y) })
}

/// Whether the words before the date look ahead from the article's day.
fn looks_ahead(article: &Article<'_>, from: usize) -> bool {
    let start = from.saturating_sub(12);
    (start..from).any(|i| {
        ["will", "next", "until", "payable", "due", "would", "expected", "plans"]
            .iter()
            .any(|w| article.reads(i, w))
    }) || ["from", "by", "until"].iter().any(|w| article.reads(from.wrapping_sub(1), w))
        && !(start..from).any(|i| article.is(i, class::CHANGE_DOWN))
}

fn edtf(article: &Article<'_>, found: &Found, own: Option<Day>) -> Option<String> {
    let pad = calendar::month_text;
    let ahead = looks_ahead(article, found.from);
    Some(match found.told {
        Told::Day { year: Some(year), month, day } => Day { year, month, day }.edtf(),
        Told::Day { year: None, month, day } => {
            let own = own?;
            own.near(month, day, ahead).edtf()
        }
        Told::Month { year: Some(year), month } => pad(year, month),
        Told::Month { year: None, month } => {
            let own = own?;
            let year = match () {
                () if month > own.month && !ahead => own.year - 1,
                () if month < own.month && ahead => own.year + 1,
                () => own.year,
            };
            pad(year, month)
        }
        Told::Year(year) => calendar::year_text(year),
        Told::Years(a, b) => [calendar::year_text(a), calendar::year_text(b)].join("/"),
        Told::Days { year, a, b } => {
            let (first, second) = match (year, own) {
                (Some(year), _) => {
                    let start = if a > b { year - 1 } else { year };
                    (Day { year: start, month: a.0, day: a.1 }, Day { year, month: b.0, day: b.1 })
                }
                (None, Some(own)) => (own.near(a.0, a.1, ahead), own.near(b.0, b.1, ahead)),
                _ => return None,
            };
            [first.edtf(), second.edtf()].join("/")
        }
        Told::Decade(year) => calendar::masked(year / 10, "X"),
        Told::Century(n) => calendar::masked(n - 1, "XX"),
        Told::Season { year: Some(year), season, .. } => pad(year, season),
        Told::Season { year: None, season, back } => {
            let own = own?;
            let passed = own.month
                > [5, 8, 11, 12].get((season as usize).wrapping_sub(21)).copied().unwrap_or(12);
            let year = match back {
                -1 if !passed => own.year - 1,
                1 if passed => own.year + 1,
                _ => own.year,
            };
            pad(year, season)
        }
        Told::Quarter { year, quarter } => {
            [pad(year, quarter * 3 - 2), pad(year, quarter * 3)].join("/")
        }
        Told::Weekday(n) => own?.weekday_near(n, ahead).edtf(),
        Told::Ago { count, unit } => {
            let own = own?;
            match unit {
                365 | 3650 => calendar::year_text(own.year.checked_sub(count * (unit / 365))?),
                30 => {
                    let months = (own.year * 12 + own.month - 1).checked_sub(count)?;
                    pad(months / 12, months % 12 + 1)
                }
                1 => own.plus(-(i32::try_from(count).ok()?)).edtf(),
                _ => return None,
            }
        }
        Told::Shift(days) => own?.plus(days).edtf(),
        Told::YearShift(years) => calendar::year_text(own?.year.checked_add_signed(years)?),
        Told::MonthShift { month, years } => {
            let own = own?;
            let year = match years {
                -2 => own.year - 1,
                -1 if month >= own.month => own.year - 1,
                1 if month <= own.month => own.year + 1,
                _ => own.year,
            };
            pad(year, month)
        }
        Told::Open => return None,
    })
}

/// Most words of a label.
const LABEL: usize = 8;

/// The clause that the date closes or opens, where it is short enough to be told.
fn label(article: &Article<'_>, sentences: &[Sentence], found: &Found) -> Option<String> {
    let at = sentences.partition_point(|s| s.to <= found.from);
    let sentence = sentences.get(at)?;
    let mut end = found.from;
    while end > sentence.from
        && found.from - end < LABEL
        && article.is(end - 1, class::YEAR_BEFORE.or(class::FIGURE_STOP))
    {
        end -= 1;
    }
    let mut from = end;
    while from > sentence.from && end - from <= LABEL && article.shape(from - 1).is_word() {
        from -= 1;
    }
    let clause = end - from;
    (from == sentence.from && (2..=LABEL).contains(&clause))
        .then(|| article.words(from, end).to_string())
}
