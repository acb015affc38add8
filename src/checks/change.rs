//! A rise or fall that does not fit the numbers that it goes from and to.

use super::{Desk, item, slack};
use crate::figures::Figure;
use crate::lexicon::class;
use crate::quotes::Range;
use crate::report::{Change, FigureKind, List};

/// Most words between a word of change and the first of its two numbers.
const REACH: usize = 10;

/// Figures before a pair in which the amount of its change is looked for.
const BESIDE: usize = 3;

/// Asks about each "rose from 12 to 10", and each "up 10% from 50 to 60".
pub fn fits(desk: &mut Desk<'_, '_>) {
    let figures = desk.figures;
    for (n, (one, two)) in figures.iter().zip(figures.iter().skip(1)).enumerate() {
        let (left, reached) = match (one.change, two.change) {
            (Some(Change::From), Some(Change::To)) => (one, two),
            (Some(Change::To), Some(Change::From)) => (two, one),
            _ => continue,
        };
        let sentence = desk.sentence(one.from);
        let same = one.kind == two.kind && one.unit == two.unit && one.per == two.per;
        let (Some(from), Some(to)) = (left.value, reached.value) else { continue };
        if !same || !(sentence.0..sentence.1).contains(&two.from) {
            continue;
        }
        let place = (one.from, two.to);
        let items = [item(List::Figures, n), item(List::Figures, n + 1)];
        let up = rises(desk, sentence, one, two);
        if from != to && up.is_some_and(|up| up != (to > from)) {
            let words = if up == Some(true) { "rise: " } else { "fall: " };
            let message = [
                "This is told as a ",
                words,
                &desk.said(place),
                ". Which is right, the word or the numbers?",
            ];
            desk.ask("change-does-not-fit", &[place], &items, &message);
            continue;
        }
        let before = figures.iter().enumerate().skip(n.saturating_sub(BESIDE)).take(2 * BESIDE + 2);
        for (k, amount) in before {
            let inside = (sentence.0..sentence.1).contains(&amount.from);
            let moved = matches!(amount.change, Some(Change::Up | Change::Down));
            let (Some(told), None) = (amount.value, amount.modifier) else { continue };
            let right = (amount.change == Some(Change::Up)) == (to > from);
            let about = amount.of.is_none() || amount.of == one.of || amount.of == two.of;
            if !inside
                || !moved
                || !right
                || !about
                || from == 0.0
                || left.modifier.is_some()
                || reached.modifier.is_some()
            {
                continue;
            }
            let loose = slack(desk.article, (left.from, left.to))
                + slack(desk.article, (reached.from, reached.to));
            let (real, room) =
                if amount.kind == FigureKind::Percent && one.kind != FigureKind::Percent {
                    ((to - from).abs() / from * 100.0, 100.0 * to / from * loose + 1.0)
                } else if amount.kind == one.kind
                    && amount.unit == one.unit
                    && one.kind != FigureKind::Percent
                {
                    ((to - from).abs(), (from + to) * loose)
                } else {
                    continue;
                };
            if (real - told).abs() > room + told * slack(desk.article, (amount.from, amount.to)) {
                let place = (amount.from, amount.to);
                let message = [
                    &*desk.said(place),
                    " does not fit ",
                    &desk.said((one.from, two.to)),
                    ": which is right?",
                ];
                let items = [items[0], items[1], item(List::Figures, k)];
                desk.ask("change-does-not-fit", &[place, (one.from, two.to)], &items, &message);
            }
        }
    }
}

/// Which way the words say that it moves: the word before the numbers, or the one between them.
fn rises(desk: &Desk<'_, '_>, sentence: Range, one: &Figure, two: &Figure) -> Option<bool> {
    let a = desk.article;
    let way = |range: std::ops::Range<usize>| {
        let mut found = range.filter(|i| !a.is(*i, class::EXTRA)).filter_map(|i| match () {
            () if a.is(i, class::CHANGE_UP) => Some(true),
            () if a.is(i, class::CHANGE_DOWN) => Some(false),
            () => None,
        });
        let first = found.next()?;
        found.all(|up| up == first).then_some(first)
    };
    way(one.to..two.from).or_else(|| way(one.from.saturating_sub(REACH).max(sentence.0)..one.from))
}
