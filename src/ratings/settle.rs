//! Joins what was found: equal ratings to one, older grades to newer ones.

use super::Page;
use super::scales::Scale;
use crate::lexicon::class;
use crate::order;
use crate::report::{Rating, RatingChange, RatingStatus};
use crate::text::{alike, whole};

/// A rating with what only this step needs of it.
pub struct Item {
    /// The rating.
    pub rating: Rating,
    /// Token of its grade.
    pub at: usize,
    /// Whether its words set the grade against another one in time: "now", "last time", "had been".
    pub compares: bool,
    /// Which way the sentence says that things went: "a turnaround".
    pub turn: Option<RatingChange>,
    /// Whether it speaks of the whole subject, no single aspect.
    pub whole: bool,
    /// Whether it is a state, which no grade takes the place of.
    pub state: bool,
    /// Whether its words put it some time ago.
    pub ago: bool,
    /// Whether it is a line of a list.
    pub list: bool,
}

/// How many neighbours an item is compared with, so that a list of thousands stays linear.
const REACH: usize = 64;

/// The report's ratings.
#[must_use]
pub fn settle(page: &Page<'_, '_>, mut items: Vec<Item>) -> Vec<Rating> {
    items = order::by_key(items, |i| i.at as u64);
    follow(page, &mut items);
    age(page, &mut items);
    compare(page, &mut items);
    let found = merge(items);
    let mut found =
        order::by_key(found, |r| r.evidence.first().map_or(0, |clause| clause.start as u64));
    for rating in &mut found {
        rank(page, rating);
    }
    found
}

fn scale<'p>(page: &'p Page<'_, '_>, rating: &Rating) -> Option<&'p Scale> {
    page.scales.by_id(rating.scale.as_deref()?)
}

/// What a change without its start came from: the grade that the text gives the same part before, which is over then.
fn follow(page: &Page<'_, '_>, items: &mut [Item]) {
    for at in 1..items.len() {
        let Some((before, [new, ..])) = items.split_at_mut_checked(at) else { return };
        // "It now has four stars"
        let turned = match new.rating.change {
            Some(change) => change != RatingChange::Unchanged,
            None => new.compares && new.rating.status == RatingStatus::Current,
        };
        let stands =
            |r: &Rating| matches!(r.status, RatingStatus::Current | RatingStatus::Previous);
        if !turned || new.rating.from.is_some() || new.state || !stands(&new.rating) {
            continue;
        }
        let old = before.iter_mut().rev().take(REACH / 4).find(|i| {
            let (old, new) = (&i.rating, &new.rating);
            !i.state
                && old.rater == new.rater
                && old.scale == new.scale
                && same_words(old.aspect.as_deref(), new.aspect.as_deref())
                && same_subject(old.subject.as_deref(), new.subject.as_deref())
        });
        let Some(old) = old.filter(|old| {
            let order = old.rating.date.as_ref().zip(new.rating.date.as_ref());
            let same = order.is_some()
                || old.rating.status == new.rating.status
                || old.rating.status == RatingStatus::Previous;
            old.rating.grade != new.rating.grade
                && stands(&old.rating)
                && same
                && order.is_none_or(|(then, now)| then <= now)
                && !(old.rating.date.is_none() && page.is_long_ago(new.rating.date.as_deref()))
        }) else {
            continue;
        };
        let from = Rating { from: Some(old.rating.grade.clone()), ..new.rating.clone() };
        let change = direction(page, &from);
        let sides = scale(page, &from).is_some_and(|s| s.sides);
        if (change.is_some() || sides)
            && (new.rating.change.is_none() || change == new.rating.change)
        {
            let gone = old.rating.clone();
            for same in before.iter_mut().rev().take(REACH).map(|i| &mut i.rating) {
                let again = same.grade == gone.grade
                    && same.scale == gone.scale
                    && same.rater == gone.rater
                    && same.status == RatingStatus::Current
                    && same_words(same.aspect.as_deref(), gone.aspect.as_deref())
                    && same_subject(same.subject.as_deref(), gone.subject.as_deref());
                if again {
                    same.status = RatingStatus::Previous;
                }
            }
            new.rating.from = from.from;
            new.rating.change = change;
        }
    }
}

/// A dated grade beside a newer one stood before it, and so did a grade of a scale that is out of force.
fn age(page: &Page<'_, '_>, items: &mut [Item]) {
    let in_force = |r: &Rating| scale(page, r).is_none_or(|s| s.until.is_empty());
    let current = |r: &Rating| r.status == RatingStatus::Current;
    let list: Vec<(&Rating, bool)> = items
        .iter()
        .filter(|i| current(&i.rating) && !i.state)
        .take(REACH)
        .map(|i| (&i.rating, i.ago))
        .collect();
    let is_past = |item: &Item| {
        let rating = &item.rating;
        if item.state || !current(rating) || rating.change.is_some() && rating.date.is_none() {
            return false;
        }
        let newer = |n: &Rating| match (&n.date, &rating.date) {
            (None, Some(_)) => true,
            (Some(a), Some(b)) => a > b,
            _ => false,
        };
        let out = || {
            let newer = |n: &Rating| n.rater == rating.rater && n.scale.is_some() && in_force(n);
            !in_force(rating) && list.iter().any(|(n, _)| newer(n))
        };
        let old = (rating.from.is_none() || rating.date.is_some())
            && list.iter().any(|(n, ago)| {
                (newer(n) || item.ago && !ago)
                    && n.rater == rating.rater
                    && same_subject(n.subject.as_deref(), rating.subject.as_deref())
                    && (n.grade != rating.grade
                        || n.date.is_none() && page.is_long_ago(rating.date.as_deref()))
                    && (same_words(n.aspect.as_deref(), rating.aspect.as_deref())
                        || item.whole && n.aspect.is_none())
            });
        old || list.len() > 1 && out()
    };
    let past: Vec<bool> = items.iter().map(is_past).collect();
    for (item, _) in items.iter_mut().zip(past).filter(|(_, past)| *past) {
        item.rating.status = RatingStatus::Previous;
    }
}

/// An old grade that the text sets against the new one is what the new one came from.
fn compare(page: &Page<'_, '_>, items: &mut [Item]) {
    let olds: Vec<(usize, Rating, bool, Option<RatingChange>)> = items
        .iter()
        .filter(|i| i.rating.status == RatingStatus::Previous && !i.state)
        .take(REACH)
        .map(|i| (i.at, i.rating.clone(), i.compares, i.turn))
        .collect();
    for (at, old, compares, turn) in olds {
        // What another grade came from is told.
        let told = items.iter().take(REACH).any(|i| {
            i.rating.from.as_ref() == Some(&old.grade)
                && i.rating.scale == old.scale
                && i.rating.status == RatingStatus::Previous
                && same_words(i.rating.aspect.as_deref(), old.aspect.as_deref())
                && same_subject(i.rating.subject.as_deref(), old.subject.as_deref())
        });
        if told {
            continue;
        }
        let fits = |i: &Item| {
            i.rating.status == RatingStatus::Current
                && !i.state
                && i.rating.rater == old.rater
                && i.rating.from.is_none()
                && (old.aspect.is_none() && i.whole
                    || same_words(i.rating.aspect.as_deref(), old.aspect.as_deref()))
                && (compares || i.compares || turn.is_some())
                && (i.rating.grade != old.grade || i.rating.scale != old.scale)
        };
        let same = |i: &Item| same_subject(i.rating.subject.as_deref(), old.subject.as_deref());
        let alike = |i: &Item| {
            same(i) || turn.is_some() && at > i.at && first_name(&i.rating) == first_name(&old)
        };
        let Some(new) = items.iter_mut().take(REACH * 4).find(|i| fits(i) && alike(i)) else {
            continue;
        };
        new.rating.from = Some(old.grade.clone());
        new.rating.change = new.rating.change.or(turn).or_else(|| direction(page, &new.rating));
    }
}

fn first_name(rating: &Rating) -> Option<&str> {
    let subject = rating.subject.as_deref()?;
    subject
        .split([' ', '\'', '’'])
        .find(|w| w.starts_with(|c: char| crate::tokens::lower(c) != c) && *w != "The")
}

#[inline(never)]
fn same_words(a: Option<&str>, b: Option<&str>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => alike(a, b),
        (a, b) => a == b,
    }
}

/// Whether two wordings name one subject: every capitalised word of one is in the other.
#[inline(never)]
fn same_subject(a: Option<&str>, b: Option<&str>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return a == b };
    let inside = |a: &str, b: &str| {
        let mut names = a
            .split([' ', ',', '’', '\''])
            .filter(|w| w.starts_with(|c: char| c.is_ascii_uppercase()) && *w != "The")
            .filter(|w| w.len() > 1 && (w.len() < 5 || w.bytes().any(|b| b.is_ascii_lowercase())))
            .peekable();
        names.peek().is_some() && names.take(12).all(|w| b.contains(w))
    };
    alike(a, b) || inside(a, b) || inside(b, a)
}

/// Joins equal ratings.
fn merge(items: Vec<Item>) -> Vec<Rating> {
    let mut out: Vec<Rating> = Vec::new();
    for Item { rating, .. } in items {
        let same = out.iter_mut().rev().take(REACH).find(|o| {
            o.rater == rating.rater
                && same_words(o.aspect.as_deref(), rating.aspect.as_deref())
                && same_subject(o.subject.as_deref(), rating.subject.as_deref())
                && o.scale == rating.scale
                && o.grade == rating.grade
                && o.status == rating.status
                && (o.date == rating.date || o.date.is_none() || rating.date.is_none())
        });
        match same {
            Some(old) => {
                if rating.subject.as_ref().map(String::len) > old.subject.as_ref().map(String::len)
                {
                    old.subject = rating.subject;
                }
                old.date = old.date.take().or(rating.date);
                old.change = old.change.or(rating.change);
                old.from = old.from.take().or(rating.from);
                old.grade_spans.extend(rating.grade_spans);
                old.evidence.extend(rating.evidence);
            }
            None => out.push(rating),
        }
    }
    // A clause with a grade twice is one piece of evidence.
    for rating in &mut out {
        rating.evidence = order::apart(std::mem::take(&mut rating.evidence));
    }
    out
}

/// The place among the grades in force when the rating was given.
fn rank(page: &Page<'_, '_>, rating: &mut Rating) {
    let Some(scale) = scale(page, rating).filter(|s| !s.sides) else { return };
    let date = match (&rating.date, rating.status) {
        (Some(date), _) => date.get(..7).or(date.get(..4)).unwrap_or(""),
        (None, RatingStatus::Current) => page.year(),
        (None, _) => "",
    };
    let date = if date.ends_with(|c: char| c.is_ascii_digit()) { date } else { "" };
    let number = rating.scale.as_deref().and_then(|id| page.scales.number(id));
    let place = number.and_then(|n| page.scales.place(n, &rating.grade));
    let Some(place) = place else { return };
    match scale.rank(place, date) {
        Some((rank, of)) => (rating.rank, rating.of) = (Some(rank), Some(of)),
        // Given when the scale no longer had it, or not yet.
        None if rating.date.is_some() => rating.scale = None,
        None => {}
    }
}

/// Which way a change went, by the places on the scale.
#[inline(never)]
pub fn direction(page: &Page<'_, '_>, rating: &Rating) -> Option<RatingChange> {
    let number = page.scales.number(rating.scale.as_deref()?)?;
    if page.scales.get(number)?.sides {
        return None;
    }
    let (old, new) =
        (height(page, number, rating.from.as_deref()?)?, height(page, number, &rating.grade)?);
    Some(if new > old {
        RatingChange::Upgraded
    } else if new < old {
        RatingChange::Downgraded
    } else {
        RatingChange::Unchanged
    })
}

/// How good a grade is; more is better.
fn height(page: &Page<'_, '_>, number: u8, grade: &str) -> Option<f64> {
    if let Some(place) = page.scales.place(number, grade) {
        return Some(-f64::from(place));
    }
    let number = grade.split_once('/').map_or(grade, |g| g.0).trim_end_matches('%');
    let (ones, tenths) = number.split_once('.').unwrap_or((number, "0"));
    let number = whole(ones).zip(whole(tenths));
    number.map(|(ones, tenths)| f64::from(ones * 10 + tenths)).or_else(|| {
        let outlook = crate::lexicon::look_up_word(&[grade]);
        outlook.number(class::OUTLOOK).map(|n| -n)
    })
}
