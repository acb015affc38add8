//! Context of a figure: modifier, change, what it is counted per, and what it counts.

use super::{Figure, Scene, change, of};
use crate::lexicon::class;
use crate::report::{Change, FigureKind};
use crate::tokens::Shape;

/// Fills in what the words around the figure say.
pub fn add(scene: &Scene<'_, '_>, figure: &mut Figure) {
    let start = change::modifier(scene, figure);
    change::read(scene, figure, start);
    // "38m crowns ($4m) of debt": both sums are of what stands behind the bracket.
    let a = scene.article;
    if let Some(last) = scene.last_in_sentence().filter(|l| {
        l.to + 1 == start
            && l.kind == figure.kind
            && a.shape(l.to) == Shape::Open
            && a.shape(figure.to) == Shape::Close
    }) {
        figure.of.clone_from(&last.of);
        figure.per.clone_from(&last.per);
        figure.change = last.change;
        return;
    }
    let end = of::per(scene, figure);
    // "£12 a week more", "a £5m-a-year cut"
    if end > figure.to && figure.change.is_none() && figure.kind == FigureKind::Money {
        let to = std::mem::replace(&mut figure.to, end);
        change::read(scene, figure, start);
        figure.to = to;
    }
    let end = of::over_bracket(scene, end);
    if figure.of.is_none() {
        figure.of = of::of(scene, figure, start, end);
    }
    let whole = figure.kind == FigureKind::Count || a.reads(figure.to, word!("of"));
    if whole && figure.per.is_none() && end == figure.to {
        of::per_behind(scene, figure);
    }
    share_unit(scene, figure, start, end);
}

/// "every three weeks instead of every two", "45 days, against a target of 30": the unit of the number before.
fn elided_unit(scene: &Scene<'_, '_>, figure: &mut Figure, start: usize, end: usize) {
    let a = scene.article;
    let told = (1..=2).any(|back| {
        start
            .checked_sub(back)
            .is_some_and(|at| a.find(at, class::ELIDED_BEFORE).is_some_and(|hit| hit.len == back))
    });
    let bare = figure.kind == FigureKind::Count
        && !super::phrase::nominal(scene, end)
        && figure.range.is_none()
        && !a.reads(end, word!("of"));
    let last = scene.last_in_sentence().filter(|l| {
        !matches!(
            l.kind,
            FigureKind::Count
                | FigureKind::Money
                | FigureKind::Percent
                | FigureKind::Age
                | FigureKind::PercentagePoints
        )
    });
    if let Some(last) = last.filter(|l| told && bare && l.unit.is_some()) {
        figure.kind = last.kind;
        figure.unit = last.unit;
    }
}

/// Least amount that may leave its currency to the one before it: "1.3 billion euros, against 1.2 billion".
const LARGE: f64 = 1e6;

/// "from 34 minutes to under four": the second number is of the first one's unit.
fn share_unit(scene: &Scene<'_, '_>, figure: &mut Figure, start: usize, end: usize) {
    let a = scene.article;
    if figure.kind == FigureKind::Count
        // "118 million euros ($127 million) from 162 million"
        && let Some(last) = scene.near().rev().find(|l| a.shape_before(l.from) != Shape::Open)
        && last.kind == FigureKind::Money
        && last.from >= scene.sentence.from
        && !super::phrase::nominal(scene, end)
    {
        let large = |f: &Figure| f.value.or(f.range.map(|r| r.0)).is_some_and(|v| v >= LARGE);
        // "to 430 euros from 510"
        let left = figure.change == Some(Change::From) && last.change == Some(Change::To);
        if left && figure.from == last.to + 1 || large(figure) && large(last) {
            (figure.kind, figure.unit) = (FigureKind::Money, last.unit);
            figure.of.clone_from(&last.of);
        }
        return;
    }
    elided_unit(scene, figure, start, end);
    if figure.kind != FigureKind::Count || figure.change != Some(Change::To) {
        return;
    }
    let from = scene.last_in_sentence().filter(|l| l.change == Some(Change::From));
    if let Some(last) = from.filter(|l| l.unit.is_some() && l.kind != FigureKind::Money)
        && !super::phrase::nominal(scene, end)
    {
        figure.kind = last.kind;
        figure.unit = last.unit;
        figure.of.clone_from(&last.of);
    }
}
