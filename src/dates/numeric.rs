//! Dates in digits: 2019-03-18, 14/03/2021, 08/11/24, 1990s, 2015/16, and years.

use super::words::{self, century_of, glued, near, year};
use super::{Atom, Found, Manner, Order, Told};
use crate::article::Article;
use crate::lexicon::class;
use crate::numbers;
use crate::text::whole;
use crate::tokens::{Gap, Shape};

/// The date in digits that starts at token `i`.
pub fn read(article: &Article<'_>, i: usize, manner: Manner) -> Option<Found> {
    if article.shape(i) != Shape::Number {
        return None;
    }
    let before = article.before(i);
    let attached = glued(article, i)
        && matches!(before.shape, Shape::Currency | Shape::Hyphen | Shape::Slash | Shape::Symbol);
    if attached && article.word(i.wrapping_sub(1)) != "~" {
        return None;
    }
    any(article, i, manner)
}

/// The same behind the joiner of a range, to which it may be glued: 10/1/2018-10/7/2018.
pub fn any(article: &Article<'_>, i: usize, manner: Manner) -> Option<Found> {
    if article.shape(i) != Shape::Number {
        return None;
    }
    with_separators(article, i, manner).or_else(|| with_year(article, i))
}

/// 2019-03-18, 14/03/2021, 14.03.2021, 2019-aug-01, 12-2015.
fn with_separators(article: &Article<'_>, i: usize, manner: Manner) -> Option<Found> {
    let separator = article.shape(i + 1);
    let tight = |at: usize| glued(article, at) && glued(article, at + 1);
    if !matches!(separator, Shape::Hyphen | Shape::Slash) || !tight(i + 1) {
        return None;
    }
    let a = numbers::plain(article, i)?;
    let more = article.shape(i + 3) == separator && tight(i + 3);
    if !more {
        // 05/2019
        let y = year(article, i + 2)?;
        let alone = !(article.shape(i + 3) == separator && glued(article, i + 3));
        let told = Told::One(Atom::Month { year: Some(y), month: a });
        return ((1..=12).contains(&a) && alone && article.word(i).len() <= 2)
            .then_some(Found::new(i, i + 3, told));
    }
    let c = numbers::plain(article, i + 4)?;
    let named = article.number_at(i + 2, class::MONTH).map(|m| m as u32);
    let day = |year, month, day| Told::One(Atom::Day { year: Some(year), month, day });
    let ends = article.shape(i + 5) != separator
        || !glued(article, i + 5)
        || year(article, i + 4).is_some();
    if year(article, i).is_some() {
        let b = named.or_else(|| numbers::plain(article, i + 2))?;
        let fits = (1..=12).contains(&b) && (1..=31).contains(&c) && ends;
        return fits.then_some(Found::new(i, i + 5, day(a, b, c)));
    }
    let full = year(article, i + 4).or_else(|| {
        (article.word(i + 4).len() == 2 && article.word(i).len() <= 2 && separator == Shape::Slash)
            .then_some(century_of(c) + c)
    })?;
    if let Some(month) = named {
        return ((1..=31).contains(&a) && ends).then_some(Found::new(
            i,
            i + 5,
            day(full, month, a),
        ));
    }
    let b = numbers::plain(article, i + 2)?;
    let (d, m, order) = ordered(a, b, manner)?;
    let mut found = Found::new(i, i + 5, day(full, m, d));
    found.order = order;
    ends.then_some(found)
}

/// Day, month, and which of them was taken to come first where both ways are possible.
fn ordered(a: u32, b: u32, manner: Manner) -> Option<(u32, u32, Option<Order>)> {
    let months = 1..=12;
    let days = 1..=31;
    match (months.contains(&a), months.contains(&b)) {
        (true, true) if a == b => Some((a, b, None)),
        (true, true) if manner == Manner::American => Some((b, a, Some(Order::MonthFirst))),
        (true, true) => Some((a, b, Some(Order::DayFirst))),
        (false, true) if days.contains(&a) => Some((a, b, None)),
        (true, false) if days.contains(&b) => Some((b, a, None)),
        _ => None,
    }
}

/// A day and month alone: "on 15/2". Only beside words that make it a date.
pub fn short(article: &Article<'_>, i: usize, manner: Manner) -> Option<Found> {
    let tight = article.shape(i + 1) == Shape::Slash
        && glued(article, i + 1)
        && glued(article, i + 2)
        && !(article.shape(i + 3) == Shape::Slash && glued(article, i + 3));
    let (a, b) = (numbers::plain(article, i)?, numbers::plain(article, i + 2)?);
    if !tight || article.word(i).len() > 2 || article.word(i + 2).len() > 2 {
        return None;
    }
    let (day, month, order) = ordered(a, b, manner)?;
    let mut found = Found::new(i, i + 3, Told::One(Atom::Day { year: None, month, day }));
    found.order = order;
    Some(found)
}

/// 1990s, 2015/16, 2017-q1, 2019.
fn with_year(article: &Article<'_>, i: usize) -> Option<Found> {
    let y = year(article, i)?;
    let before = article.before(i);
    let joined = article.word(i.wrapping_sub(1)) == "~";
    if glued(article, i)
        && !matches!(before.shape, Shape::Open | Shape::Dash)
        && !before.shape.is_quote_mark()
        && !joined
    {
        return None;
    }
    let one = |to, atom| Some(Found::new(i, to, Told::One(atom)));
    // 1990s
    let s = article.reads(i + 1, word!("s"))
        || article.word(i + 1) == "'s"
        || article.word(i + 1) == "’s";
    if s && y % 10 == 0
        && article.gap(i + 1) <= Gap::Space
        && (glued(article, i + 1) || article.reads(i + 1, word!("s")))
        && !(article.shape(i + 1) == Shape::Clitic
            && article.shape(i + 2) == Shape::Lower
            && !article.is(i.wrapping_sub(1), class::DETERMINER))
    {
        return one(i + 2, Atom::Decade(y));
    }
    let tight = glued(article, i + 1);
    let dash = matches!(article.shape(i + 1), Shape::Hyphen | Shape::Dash | Shape::Slash);
    let code = if dash && tight { i + 2 } else { i + 1 };
    if let Some(part) = part_of_year(article, code).filter(|_| near(article, code)) {
        return one(code + 1, part.with_year(y));
    }
    // 2015/16, 2024-25, 2010-2015
    if dash
        && let Some(z) = numbers::plain(article, i + 2)
        && (glued(article, i + 2) || article.shape(i + 1) == Shape::Dash)
    {
        let head = y / 100 * 100;
        let z_full = match article.word(i + 2).len() {
            4 if z > y && year(article, i + 2).is_some() => z,
            2 if z == (y + 1) % 100 => y + 1,
            2 if article.shape(i + 1) != Shape::Slash && z > y % 100 && z <= y % 100 + LONGEST => {
                head + z
            }
            _ => return None,
        };
        return Some(Found::new(i, i + 3, Told::Pair(Atom::Year(y), Atom::Year(z_full))));
    }
    // "2017 april"
    if near(article, i + 1)
        && article.shape(i + 1) == Shape::Lower
        && let Some(m) = words::month(article, i + 1)
            .filter(|_| article.word(i + 1).len() > 3 && !article.reads(i + 1, word!("march")))
    {
        return one(i + 2, Atom::Month { year: Some(y), month: m });
    }
    is_year(article, i, y).then_some(Found::new(i, i + 1, Told::One(Atom::Year(y))))
}

/// Most years of a range that is written like 2010-25.
const LONGEST: u32 = 15;

/// "q1", "H2".
pub fn part_of_year(article: &Article<'_>, i: usize) -> Option<Atom> {
    if article.shape(i) != Shape::Code {
        return None;
    }
    let word = article.word(i);
    let digit = |prefix: [char; 2]| word.strip_prefix(prefix).and_then(whole);
    if let Some(quarter) = digit(['Q', 'q']).filter(|n| (1..=4).contains(n)) {
        return Some(Atom::Quarter { year: None, quarter });
    }
    digit(['H', 'h']).filter(|n| (1..=2).contains(n)).map(|half| Atom::Half { year: None, half })
}

/// Whether four digits are a year and no count.
fn is_year(article: &Article<'_>, i: usize, y: u32) -> bool {
    let next = article.at(i + 1);
    if next.gap == Gap::None
        && (next.shape.is_word()
            || matches!(next.shape, Shape::Percent | Shape::Slash | Shape::Number))
        // "by 1815 GMT"
        || article.is(i + 1, class::HALF_DAY)
    {
        return false;
    }
    let lead = i.wrapping_sub(1);
    let led = article.is(lead, class::YEAR_BEFORE);
    let counted = next.shape == Shape::Lower
        && next.gap == Gap::Space
        && !next.word.is(class::FIGURE_STOP)
        && (next.word.is(any!(PLURAL_NOUN, UNIT, NUM_SCALE))
            || article.word(i + 1).ends_with('s') && !article.word(i + 1).ends_with("ss"));
    if counted && (!led || article.is(lead, class::YEAR_OR_COUNT)) {
        return false;
    }
    if article.reads(lead, word!("than"))
        || article.reads(lead, word!("some"))
        || article.reads(lead, word!("nearly"))
    {
        return article.reads(i.wrapping_sub(2), word!("later"))
            || article.reads(i.wrapping_sub(2), word!("earlier"));
    }
    let owned = article.shape_before(i) == Shape::Clitic;
    (1500..=2100).contains(&y) && !owned
        || led && (1500..=2199).contains(&y)
        || article.is(lead, class::YEAR_SURE)
}
