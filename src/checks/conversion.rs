//! Money that is converted at two rates in one article: "£10m ($13m)", then "£20m ($40m)".

use super::{Desk, item, slack};
use crate::lexicon::class;
use crate::report::{FigureKind, List};
use crate::tokens::Shape;

/// How far two rates may lie apart besides their rounding.
const ROOM: f64 = 0.05;

/// Asks about each conversion that does not fit the one before it.
pub fn differs(desk: &mut Desk<'_, '_>) {
    let a = desk.article;
    // The two currencies, the rate, how exact it is, and the first figure of the pair.
    let mut known: Vec<(&str, &str, f64, f64, usize)> = Vec::new();
    for (n, (one, two)) in desk.figures.iter().zip(desk.figures.iter().skip(1)).enumerate() {
        let money = one.kind == FigureKind::Money && two.kind == FigureKind::Money;
        let between = one.to + 1..two.from;
        let brackets = a.shape(one.to) == Shape::Open
            && between.len() <= 3
            && between.clone().all(|i| a.is(i, class::MODIFIER))
            && a.shape(two.to) == Shape::Close;
        let (Some(x), Some(y), Some(mine), Some(theirs)) =
            (one.value, two.value, one.unit, two.unit)
        else {
            continue;
        };
        if !money || !brackets || mine == theirs || x <= 0.0 || y <= 0.0 {
            continue;
        }
        let room = slack(a, (one.from, one.to)) + slack(a, (two.from, two.to));
        let (first, second, rate) =
            if mine < theirs { (mine, theirs, y / x) } else { (theirs, mine, x / y) };
        let same = known.iter().find(|k| k.0 == first && k.1 == second).copied();
        let Some((_, _, before, loose, earlier)) = same else {
            known.push((first, second, rate, room, n));
            continue;
        };
        let off = (rate / before).max(before / rate) - 1.0;
        if off <= room + loose + ROOM {
            continue;
        }
        let pair = |n: usize| Some((desk.figures.get(n)?.from, desk.figures.get(n + 1)?.to + 1));
        let (Some(old), Some(new)) = (pair(earlier), pair(n)) else { continue };
        let message = [
            &*desk.said(old),
            " and ",
            &desk.said(new),
            " are converted at different rates: which is right?",
        ];
        let items = [earlier, earlier + 1, n, n + 1].map(|n| item(List::Figures, n));
        desk.ask("conversion-differs", &[old, new], &items, &message);
    }
}
