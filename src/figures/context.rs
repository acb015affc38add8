//! Context of a figure: modifier, change, what it is counted per, and what it counts.

use super::{Figure, Scene, change, of};
use crate::report::{Change, FigureKind};

/// Fills in what the words around the figure say.
pub fn add(scene: &Scene<'_, '_>, figure: &mut Figure) {
    let start = change::modifier(scene, figure);
    change::read(scene, figure, start);
    let end = of::per(scene, figure);
    if figure.of.is_none() {
        figure.of = of::of(scene, figure, start, end);
    }
    share_unit(scene, figure, end);
}

/// "from 34 minutes to under four": the second number is of the first one's unit.
fn share_unit(scene: &Scene<'_, '_>, figure: &mut Figure, end: usize) {
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
