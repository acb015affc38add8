//! Figures that lack something or contradict each other: no base, two values, shares above 100, ranges upside down.

use super::{Desk, item, sorted};
use crate::blocks::BlockKind;
use crate::figures::Figure;
use crate::lexicon::{class, look_up_word};
use crate::names::small;
use crate::order;
use crate::quotes::Range;
use crate::report::{Change, FigureKind, List};
use crate::work;

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
        let moves = matches!(figure.change, Some(Change::Up | Change::Down));
        // A headline leaves the number to the story.
        if !share || !moves || headline(desk, figure) {
            continue;
        }
        let (from, to) = desk.sentence(figure.from);
        let level = |f: &&Figure| {
            let moved = matches!(f.change, Some(Change::From | Change::To));
            let same = f.of == figure.of && f.unit != figure.unit;
            moved && (from..to).contains(&f.from) || same && (moved || f.change.is_none())
        };
        let mut near = figures.iter().skip(n.saturating_sub(BESIDE)).take(2 * BESIDE + 1);
        let of = figure.of.as_deref().unwrap_or("the whole");
        let last = of.split(' ').next_back().unwrap_or_default();
        // "the lower 95%", "doubling down"
        let place = (figure.from - led(desk, figure), figure.to);
        let still = (place.0.saturating_sub(2)..=place.0).any(|i| {
            desk.article.find(i, class::NO_MOVE).is_some_and(|hit| i + hit.len >= place.0)
        });
        let rate = look_up_word(&[last]).is(class::RATE_OF);
        if rate || still || near.any(|f| level(&f)) {
            continue;
        }
        let message = [&*desk.said(place), ": what was the starting number for “", of, "”?"];
        desk.ask("figure-without-base", &[place], &[item(List::Figures, n)], &message);
    }
}

fn headline(desk: &Desk<'_, '_>, figure: &Figure) -> bool {
    desk.blocks.get(desk.block(figure.from)).is_some_and(|b| b.kind == BlockKind::Headline)
}

/// Words of "almost", "up to" or "between" before the figure.
fn led(desk: &Desk<'_, '_>, figure: &Figure) -> usize {
    let fits = |len: &usize| {
        let before = figure.from.checked_sub(*len);
        let hit = before.and_then(|at| desk.article.find(at, any!(MODIFIER, BETWEEN)));
        hit.is_some_and(|hit| hit.len == *len)
    };
    (1..=4).rev().find(fits).unwrap_or(0)
}

/// Smallest count that is worth comparing: small ones count now these, now those.
const MANY: f64 = 10.0;

/// Asks where the headline counts something by another number than the story, and where the story does so twice.
pub fn values(desk: &mut Desk<'_, '_>) {
    let mut told: Vec<(u64, usize)> = Vec::new();
    for (n, f) in desk.figures.iter().enumerate() {
        let level = matches!(f.change, Some(Change::From | Change::To));
        let whole = f.modifier.is_none() && f.per.is_none() && !level;
        let many = f.kind != FigureKind::Count || f.value.is_some_and(|v| v >= MANY);
        if let (Some(of), Some(_), true) = (&f.of, f.value, whole && many) {
            let key =
                [&*small(of), f.unit.unwrap_or(if f.kind == FigureKind::Count { "" } else { "-" })]
                    .concat();
            told.push((order::hash(&key), n));
        }
    }
    let told = sorted(told);
    for same in told.chunk_by(|a, b| a.0 == b.0) {
        let ((_, first), (_, last)) = match same {
            [first, .., last] => (*first, *last),
            _ => continue,
        };
        let (Some(one), Some(other)) = (desk.figures.get(first), desk.figures.get(last)) else {
            continue;
        };
        let again = same
            .iter()
            .skip(1)
            .any(|(_, n)| desk.figures.get(*n).is_some_and(|f| f.value == one.value));
        let long = one.of.as_deref().is_some_and(|of| of.contains(' '));
        let dated = |f: &Figure| {
            let (from, to) = desk.sentence(f.from);
            let next = desk.dates.partition_point(|d| d.from < from);
            desk.dates.get(next).is_some_and(|d| d.from < to)
        };
        let apart = desk.block(one.from) != desk.block(other.from);
        if again
            || !apart
            || !(headline(desk, one)
                || long
                    && same.len() == 2
                    && one.change.or(other.change).is_none()
                    && !dated(one)
                    && !dated(other))
        {
            continue;
        }
        let places = [(one.from, one.to), (other.from, other.to)];
        let of = one.of.as_deref().unwrap_or_default();
        let message = [
            &*desk.said(places[0]),
            " and ",
            &desk.said(places[1]),
            ": which is the number for “",
            of,
            "”?",
        ];
        let items = [first, last].map(|n| item(List::Figures, n));
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
        let of = all.first().and_then(|f| f.of.as_ref());
        let one = all.iter().all(|f| f.of.is_none() || f.of.as_ref() == of);
        let split = || (from..to).any(|i| desk.article.find(i, class::SPLIT).is_some());
        if one && sum >= 102.0 && all.len() > 1 && split() {
            let places: Vec<Range> = all.iter().map(|f| (f.from, f.to)).collect();
            let items: Vec<_> = (n..n + run)
                .filter(|n| figures.get(*n).is_some_and(share))
                .map(|n| item(List::Figures, n))
                .collect();
            let words: Vec<String> = places.iter().map(|p| desk.said(*p)).collect();
            let message = [
                &*words.join(", "),
                ": these shares come to ",
                &(sum as u32).to_string(),
                "%. Are they of one whole?",
            ];
            desk.ask("shares-above-100", &places, &items, &message);
        }
        n += run.max(1);
    }
}

/// Asks about each range whose lower end comes second: "between 60 and 40", "£25 to £14".
pub fn ranges(desk: &mut Desk<'_, '_>) {
    let a = desk.article;
    for (n, (one, two)) in desk.figures.iter().zip(desk.figures.iter().skip(1)).enumerate() {
        let alike = one.kind == two.kind && one.unit == two.unit && two.from == one.to + 1;
        let still = one.change.or(two.change).is_none();
        let between =
            a.is(one.from.wrapping_sub(1), class::BETWEEN) && a.reads(one.to, word!("and"));
        let to = one.kind == FigureKind::Money
            && a.reads(one.to, word!("to"))
            && !a.reads(one.from.wrapping_sub(1), word!("from"));
        if alike && still && (between || to) && one.value > two.value {
            let place = (one.from - usize::from(between), two.to);
            let message = [
                &*desk.said(place),
                ": this range runs downwards. Are its ends in the right order?",
            ];
            let items = [item(List::Figures, n), item(List::Figures, n + 1)];
            desk.ask("range-upside-down", &[place], &items, &message);
        }
    }
}
