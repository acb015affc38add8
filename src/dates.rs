//! Dates: calendar dates and relative dates, as worded and as EDTF.
//!
//! Claims its tokens first, so that years and days are no counts. A date without a year stays open unless the
//! article states its own date; then it resolves to the nearest fitting day before or, where the words say so, after.

pub mod calendar;
mod label;
mod named;
mod numeric;
mod own;
mod relative;
mod resolve;
mod words;

use crate::article::Article;
use crate::blocks::{self, Block, BlockKind};
use crate::claims::{Claims, Owner};
use crate::lexicon::class;
use crate::numbers;
use crate::report::DateOrder as Order;
use crate::sentences::Sentence;
use crate::tokens::Shape;
use calendar::Day;
use own::Surety;

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
    /// Which way a date in digits was read that can be read both ways.
    pub order: Option<Order>,
    /// Whether only the article's own date could settle it, and the article gives none.
    pub relative: bool,
}

/// One date, before it is resolved.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Atom {
    Day {
        year: Option<u32>,
        month: u32,
        day: u32,
    },
    Month {
        year: Option<u32>,
        month: u32,
    },
    /// "2 November last year": the day, and the years to or from now.
    DayShift {
        month: u32,
        day: u32,
        years: i32,
    },
    Year(u32),
    /// By its first year.
    Decade(u32),
    Century(u32),
    Season {
        year: Option<u32>,
        season: u32,
        back: i32,
    },
    Quarter {
        year: Option<u32>,
        quarter: u32,
    },
    Half {
        year: Option<u32>,
        half: u32,
    },
    Weekday(u32),
    NextWeekday(u32),
    WeekdayOf {
        weekday: u32,
        weeks: i32,
    },
    /// The last one is number -1.
    NthWeekday {
        year: u32,
        month: u32,
        weekday: u32,
        n: i32,
    },
    WeekOf {
        year: Option<u32>,
        month: u32,
        day: u32,
    },
    /// `unit` in days.
    Ago {
        count: u32,
        unit: u32,
    },
    /// In days.
    Shift(i32),
    WeekShift(i32),
    WeekendShift(i32),
    MonthsShift(i32),
    YearShift(i32),
    /// "last May"; two years away is "May last year".
    MonthShift {
        month: u32,
        years: i32,
    },
    /// A date that no calendar settles.
    Open,
}

impl Atom {
    fn with_year(self, y: u32) -> Atom {
        match self {
            Atom::Quarter { quarter, .. } => Atom::Quarter { year: Some(y), quarter },
            Atom::Half { half, .. } => Atom::Half { year: Some(y), half },
            other => other,
        }
    }
}

/// What a date says: one point or period, or from one to another.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Told {
    One(Atom),
    Pair(Atom, Atom),
}

/// A date in the text, not yet resolved.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Found {
    from: usize,
    to: usize,
    told: Told,
    order: Option<Order>,
}

impl Found {
    fn new(from: usize, to: usize, told: Told) -> Found {
        Found { from, to, told, order: None }
    }
}

/// Which way dates in digits are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    British,
    American,
}

/// The article's own date as its page's markup gives it, in EDTF days.
#[derive(Clone, Copy, Debug, Default)]
pub struct Markup<'p> {
    /// Named as such.
    pub sure: Option<&'p str>,
    /// A date that stands beside the headline; what is printed there tells the reader's day, this the server's.
    pub likely: Option<&'p str>,
}

/// A day to try what the article's own date would settle.
const ANY_DAY: Day = Day { year: 2000, month: 1, day: 1 };

/// Every date, and the article's own date as an EDTF day.
#[must_use]
pub fn find(
    article: &Article<'_>,
    blocks: &[Block],
    sentences: &[Sentence],
    claims: &mut Claims,
    markup: Markup<'_>,
) -> (Vec<Date>, Option<String>) {
    let manner = own::manner(article);
    let all_furniture = blocks::only_furniture(blocks);
    let mut found = Vec::new();
    let beside = blocks::beside_title(blocks);
    let mut own: Option<(Surety, Day)> = None;
    let mut end = 0;
    for sentence in sentences {
        let furniture = !all_furniture
            && blocks.get(sentence.block).is_some_and(|b| b.kind == BlockKind::Furniture);
        // "in July. 18 and 19 November": a date may run over what looks like the end of a sentence.
        let mut i = sentence.from.max(end);
        while i < sentence.to {
            let Some(date) = read(article, sentence, i, manner) else {
                i += 1;
                continue;
            };
            let surety = own::beside_title(article, blocks, sentence, &date, &beside)
                .or_else(|| own::states(article, blocks, sentence, &date));
            if let (Some(surety), Told::One(Atom::Day { year: Some(year), month, day })) =
                (surety, date.told)
                && own.is_none_or(|(best, _)| surety > best)
                && let Some(day) = Day::real(year, month, day)
            {
                own = Some((surety, day));
            }
            i = date.to.max(i + 1);
            end = i;
            let dateline = matches!(article.shape(date.to), Shape::Open | Shape::Dash);
            if furniture && surety.is_none() && !dateline {
                continue;
            }
            claims.take(date.from, date.to, Owner::Date);
            found.push((date, *sentence));
        }
    }
    let printed = own
        .filter(|(surety, _)| *surety >= Surety::Beside)
        .or(own.filter(|_| markup.likely.is_none()));
    let sure = markup.sure.and_then(Day::from_edtf);
    let day = sure.or(printed.map(|(_, day)| day)).or(markup.likely.and_then(Day::from_edtf));
    let dates = found
        .into_iter()
        .map(|(f, sentence)| {
            let edtf = resolve::edtf(article, &f, day);
            Date {
                from: f.from,
                to: f.to,
                label: label::read(article, &sentence, &f),
                order: f.order,
                relative: day.is_none()
                    && edtf.is_none()
                    && resolve::edtf(article, &f, Some(ANY_DAY)).is_some(),
                edtf,
            }
        })
        .collect();
    (dates, day.map(Day::edtf))
}

/// The date that starts at token `i`, ranges included.
fn read(article: &Article<'_>, sentence: &Sentence, i: usize, manner: Manner) -> Option<Found> {
    let opens = may_open(article, i);
    let starts = i <= sentence.from + 2;
    if !(opens || starts && article.reads(i, word!("the"))) {
        return None;
    }
    if starts {
        let last = sentence.to.saturating_sub(1).max(i);
        let ends =
            matches!(article.shape(last), Shape::Period | Shape::Question | Shape::Exclamation);
        let end = if ends { last } else { sentence.to };
        let inner = |at: usize| single(article, at, manner);
        if let Some(found) = relative::bare(article, i, end, inner)
            && (sentence.from..i).all(|k| article.is(k, any!(PREPOSITION, DETERMINER)))
        {
            return Some(found);
        }
    }
    if !opens {
        return None;
    }
    let led = article.is(i.wrapping_sub(1), class::RANGE_BEFORE);
    let first = single(article, i, manner)
        .or_else(|| numeric::short(article, i, manner).filter(|f| led || opens_range(article, f)))
        .or_else(|| week_of(article, i, manner))
        .or_else(|| {
            let now = article.reads(i, word!("now"))
                && article.reads(i.wrapping_sub(1), word!("between"));
            now.then(|| Found::new(i, i + 1, Told::One(Atom::Shift(0))))
        })?;
    Some(join(article, first, manner))
}

/// Whether a date may start at token `i` at all: hardly any word does, and one question tells.
fn may_open(article: &Article<'_>, i: usize) -> bool {
    match article.at(i).shape {
        Shape::Number | Shape::Code => true,
        Shape::SingleClose | Shape::SingleStraight | Shape::SingleOpen => {
            article.shape(i + 1) == Shape::Number
        }
        shape => {
            let words = gate!(
                DATE_OPENER,
                DATE_RELATIVE,
                DAY_WORD,
                DECADE_WORD,
                HOLIDAY,
                MONTH,
                NUM_ARTICLE,
                NUM_SCALE,
                NUM_SCALE_PLURAL,
                NUM_TENS,
                NUM_UNIT,
                ORDINAL,
                PART_BEFORE,
                PERIOD_EDGE,
                SEASON,
                WEEKDAY,
            );
            shape.is_word()
                && article.opens(i, words)
                && article.find(i, words.words).is_some()
                && (!article.is(i, class::NUM_ARTICLE)
                    || article.is(i + 1, any!(TIME_UNIT, WEEKDAY_PLURAL))
                    || numbers::read(article, i, false).is_some())
        }
    }
}

/// Whether another short date follows behind a joiner: "10/1 to 11/7".
fn opens_range(article: &Article<'_>, found: &Found) -> bool {
    words::joiner(article, found.to, true).is_some_and(|at| {
        numeric::short(article, at, Manner::British).is_some()
            || numeric::any(article, at, Manner::British).is_some_and(|f| f.to > at + 3)
    })
}

/// One date.
fn single(article: &Article<'_>, i: usize, manner: Manner) -> Option<Found> {
    let digits = numeric::read(article, i, manner);
    let found = digits
        .filter(|f| f.to > i + 1)
        .or_else(|| named::read(article, i, manner))
        .or_else(|| relative::read(article, i))
        .or(digits)?;
    // "this Friday 5/12"
    let weekday = matches!(found.told, Told::One(Atom::Weekday(_) | Atom::NextWeekday(_)));
    let day = numeric::short(article, found.to, manner).filter(|_| weekday);
    Some(day.map_or(found, |day| Found { from: i, ..day }))
}

/// "the week of April 10th", "week commencing 3 June 2024".
fn week_of(article: &Article<'_>, i: usize, manner: Manner) -> Option<Found> {
    if !article.reads(i, word!("week")) || !article.is(i + 1, class::WEEK_LINK) {
        return None;
    }
    let found = single(article, words::the(article, i + 2), manner)?;
    let Told::One(Atom::Day { year, month, day }) = found.told else { return None };
    Some(Found { from: i, told: Told::One(Atom::WeekOf { year, month, day }), ..found })
}

/// Goes on to the end of a range: "5 May to 7 June 2022", "Jan-Feb 2017", "2010 to 2015".
fn join(article: &Article<'_>, first: Found, manner: Manner) -> Found {
    let Told::One(a) = first.told else { return first };
    let between = article.reads(first.from.wrapping_sub(1), word!("between"))
        || article.reads(first.from.wrapping_sub(1), word!("the"))
            && article.reads(first.from.wrapping_sub(2), word!("between"));
    let stopped = words::stop(article, first.to);
    let Some(at) = words::joiner(article, stopped, between) else { return first };
    let mut at = words::the(article, at);
    if article.is(at, class::PERIOD_EDGE) && article.reads(at + 1, word!("of")) {
        at = words::the(article, at + 2);
    }
    let dash = !article.at(stopped).shape.is_word();
    if at - first.to > 6 || dash && article.gap(stopped) != article.gap(stopped + 1) {
        return first;
    }
    // "between March and the end of September", "from March to date"
    if article.is(at, class::UP_TO_NOW)
        && !dash
        && (between || article.reads(first.from.wrapping_sub(1), word!("from")))
    {
        return Found { to: at + 1, told: Told::Pair(a, Atom::Shift(0)), ..first };
    }
    let second = single(article, at, manner)
        .or_else(|| numeric::any(article, at, manner).filter(|_| dash))
        .or_else(|| {
            numeric::short(article, at, manner)
                .filter(|_| matches!(a, Atom::Day { .. } | Atom::Weekday(_)))
        });
    let Some(second) = second else { return first };
    let Told::One(b) = second.told else { return first };
    if !fits(article, a, b, &first, dash) {
        return first;
    }
    // "5/1-5/7, 2020"
    let (to, b) = match b {
        Atom::Day { year: None, month, day } => {
            let (year, to) = words::year_after(article, second.to);
            (to, Atom::Day { year, month, day })
        }
        b => (second.to, b),
    };
    Found { to, told: Told::Pair(a, b), order: first.order.or(second.order), ..first }
}

/// Whether two dates make a range.
fn fits(article: &Article<'_>, a: Atom, b: Atom, first: &Found, dash: bool) -> bool {
    let lead = first.from.wrapping_sub(1);
    let led = article.is(lead, class::RANGE_BEFORE) || article.reads(lead, word!("between"));
    match (a, b) {
        (Atom::Year(y), Atom::Year(z)) => {
            z > y
                && z - y < 1000
                && (led || dash || first.from == 0 || article.is(lead, any!(YEAR_BEFORE, BE)))
        }
        (Atom::Year(_), Atom::Day { .. } | Atom::Month { .. } | Atom::Shift(0)) => led,
        (Atom::Weekday(_), Atom::Shift(_)) | (Atom::Open, _) => led && !dash,
        (Atom::Shift(0), Atom::Day { .. } | Atom::Month { .. } | Atom::Year(_)) => led,
        (Atom::Shift(_) | Atom::Ago { .. }, _) => false,
        (Atom::Day { year: Some(_), .. }, Atom::Day { year: None, .. }) => false,
        (Atom::NextWeekday(_), Atom::Day { .. }) => led,
        (_, Atom::Decade(_) | Atom::Century(_)) => matches!(
            (a, b),
            (Atom::Decade(_), Atom::Decade(_)) | (Atom::Century(_), Atom::Century(_))
        ),
        (Atom::Decade(_) | Atom::Century(_), _) => false,
        (Atom::Month { .. }, Atom::Year(_)) => false,
        _ => true,
    }
}
