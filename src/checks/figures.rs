//! Figures that lack something or contradict each other: no base, two values, shares above 100, ranges upside down.

use super::{Desk, item};
use crate::blocks::BlockKind;
use crate::figures::Figure;
use crate::lexicon::class;
use crate::names::small;
use crate::quotes::Range;
use crate::report::{Change, FigureKind, List};
use crate::work;
use std::collections::BTreeMap;

/// Figures on either side in which the number that a percentage starts from is looked for.
const BESIDE: usize = 4;

/// Asks about each percentage or multiple of a change where no number tells what it starts from or gets to.
pub fn base(desk: &mut Desk<'_, '_>) {
    let figures = desk.figures;
    for (n, figure) in figures.iter().enumerate() {
        let share = matches!(
            figure.kind,
            FigureKind::Percent | FigureKind::Multiple | FigureKind::Fraction
        );
        if !share || !matches!(figure.change, Some(Change::Up | Change::Down)) {
            continue;
        }
        let (from, to) = desk.sentence(figure.from);
        let level = |f: &&Figure| {
            let inside = (from..to).contains(&f.from);
            let moved = matches!(f.change, Some(Change::From | Change::To));
            inside && (moved || f.of == figure.of && f.unit != figure.unit && f.change.is_none())
        };
        let near = figures.iter().skip(n.saturating_sub(BESIDE)).take(2 * BESIDE + 1);
        if near.into_iter().any(|f| level(&f)) {
            continue;
        }
        let said = desk.said(with_modifier(desk, figure));
        let of = figure.of.as_deref().map_or(String::new(), |of| [" for ", of].concat());
        let message = [&said, ": what was the starting number", &of, "?"];
        desk.ask(
            "figure-without-base",
            &[(figure.from, figure.to)],
            &[item(List::Figures, n)],
            &message,
        );
    }
}

/// The figure's words with "almost" or "up to" before them.
fn with_modifier(desk: &Desk<'_, '_>, figure: &Figure) -> Range {
    let fits = |len: &usize| {
        let hit =
            figure.from.checked_sub(*len).and_then(|at| desk.article.find(at, class::MODIFIER));
        hit.is_some_and(|hit| hit.len == *len)
    };
    let len = (1..=4).rev().find(fits).filter(|_| figure.modifier.is_some());
    (figure.from - len.unwrap_or(0), figure.to)
}

/// Asks where the headline counts something by another number than the story does.
pub fn values(desk: &mut Desk<'_, '_>) {
    let key = |f: &Figure| {
        let of = small(f.of.as_deref()?);
        (f.change.is_none_or(|c| matches!(c, Change::Up | Change::Down))
            && f.per.is_none()
            && f.value.is_some()
            && !of.is_empty())
        .then_some(of)
    };
    let mut told: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (n, figure) in desk.figures.iter().enumerate() {
        if let Some(key) = key(figure) {
            told.entry(key).or_default().push(n);
        }
    }
    for same in told.values() {
        let all = || same.iter().filter_map(|n| Some((*n, desk.figures.get(*n)?)));
        let head = |f: &Figure| {
            desk.blocks.get(desk.block(f.from)).is_some_and(|b| b.kind == BlockKind::Headline)
        };
        let Some((first, title)) = all().find(|(_, f)| head(f)) else { continue };
        let mut rest =
            all().filter(|(_, f)| !head(f) && f.kind == title.kind && f.unit == title.unit);
        let Some((second, body)) = rest.clone().next() else { continue };
        if rest.any(|(_, f)| f.value == title.value) {
            continue;
        }
        let places = [(title.from, title.to), (body.from, body.to)];
        let message = [
            "The headline has ",
            &desk.said(places[0]),
            " and the story ",
            &desk.said(places[1]),
            ": which is right?",
        ];
        let items = [item(List::Figures, first), item(List::Figures, second)];
        desk.ask("two-values", &places, &items, &message);
    }
}

/// Asks where shares of one whole, told in one sentence, come to more than all of it.
pub fn shares(desk: &mut Desk<'_, '_>) {
    let figures = desk.figures;
    let share = |f: &Figure| f.kind == FigureKind::Percent && f.change.is_none();
    let mut n = 0;
    while let Some(first) = figures.get(n) {
        work::step();
        let (from, to) = desk.sentence(first.from);
        let run = figures.iter().skip(n).take_while(|f| f.from < to).count();
        let all: Vec<&Figure> = figures.iter().skip(n).take(run).filter(|f| share(f)).collect();
        let sum: f64 = all.iter().filter_map(|f| f.value).sum();
        let one = all.iter().all(|f| f.of == first.of || f.of.is_none());
        let split = (from..to).any(|i| desk.article.find(i, class::SPLIT).is_some());
        if share(first) && one && split && sum > 101.0 && all.len() > 1 {
            let places: Vec<Range> = all.iter().map(|f| (f.from, f.to)).collect();
            let items: Vec<_> = (n..n + run)
                .filter(|n| figures.get(*n).is_some_and(share))
                .map(|n| item(List::Figures, n))
                .collect();
            let words: Vec<String> = places.iter().map(|p| desk.said(*p)).collect();
            let message = [
                &*words.join(", "),
                ": these shares come to ",
                &sum.to_string(),
                "%. Are they of one whole?",
            ];
            desk.ask("shares-above-100", &places, &items, &message);
        }
        n += run.max(1);
    }
}

/// Asks about each range whose lower end comes second.
pub fn ranges(desk: &mut Desk<'_, '_>) {
    for (n, figure) in desk.figures.iter().enumerate() {
        let place = (figure.from, figure.to);
        if figure.range.is_some_and(|(min, max)| min > max) {
            let message =
                [&desk.said(place), ": the range runs downwards. Are its ends in the right order?"];
            desk.ask("range-upside-down", &[place], &[item(List::Figures, n)], &message);
        }
    }
}
