//! A page of HTML: where the story stands, by its lines and by the elements that hold them.
//!
//! The run of lines with the greatest sum says which element holds the story; all of that element is read, save what
//! its markup or its words give away as furniture.

use super::BlockKind;
use super::headline;
use super::line::Line;
use super::page;
use crate::article::Article;
use crate::html::{Marks, Page};
use crate::tokens::Shape;
use crate::work;
use std::ops::Range;

/// Weight of a story before a heading may end it.
const STORY: i64 = 80;

/// What is known of the element around a line, all its parents counted in.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    node: usize,
    /// Tenths of the line's letters that stand in links.
    linked: u32,
    marks: Marks,
}

/// What each line is to the article.
pub fn judge(article: &Article<'_>, page: &Page, lines: &[Line]) -> Vec<BlockKind> {
    let mut places = places(article, page, lines);
    let around = around(page, lines, &places);
    for place in &mut places {
        place.marks = around.get(place.node).copied().unwrap_or_default();
    }
    let repeated = page::repeated(article, lines);
    let weights: Vec<i64> = lines
        .iter()
        .zip(&places)
        .zip(&repeated)
        .map(|((line, place), repeated)| weight(article, line, place, *repeated))
        .collect();
    let (from, to) = run(lines, &weights);
    let home = if is_page(lines, &places) { home(page, &places, &weights, from, to) } else { 0 };
    let inside = inside(page, home);
    let lead = lead(&places, &weights, &inside, from);
    let end = end(lines, &places, &weights, &inside);
    let mut kinds: Vec<BlockKind> = lines
        .iter()
        .zip(&places)
        .zip(&repeated)
        .enumerate()
        .map(|(i, ((line, place), repeated))| {
            work::step();
            if lead.contains(&i) || i < end && inside.get(place.node).copied().unwrap_or(false) {
                kind(article, line, place, *repeated)
            } else {
                BlockKind::Furniture
            }
        })
        .collect();
    if let Some(kind) = title(article, lines, &places, &kinds).and_then(|i| kinds.get_mut(i)) {
        *kind = BlockKind::Headline;
    }
    kinds
}

/// Fewest lines of furniture that make a piece of HTML a page.
const PAGE: usize = 5;

/// Whether the story has a page around it; a mail or a few paragraphs have none.
fn is_page(lines: &[Line], places: &[Place]) -> bool {
    let furniture = |(line, place): &(&Line, &Place)| {
        let Place { linked, marks, .. } = **place;
        linked > 5
            || marks.against
            || marks.aside
            || marks.comments
            || (line.furniture && !line.stamp && !line.letter)
    };
    lines.iter().zip(places).filter(furniture).count() >= PAGE
}

/// The element and the links of each line.
fn places(article: &Article<'_>, page: &Page, lines: &[Line]) -> Vec<Place> {
    let mut at = 0;
    let place = |line: &Line| {
        let start = article.at(line.from).start;
        while page.lines.get(at).is_some_and(|l| l.end <= start) {
            work::step();
            at += 1;
        }
        let Some(found) = page.lines.get(at) else { return Place::default() };
        let linked = found.linked * 10 / found.letters.max(1);
        Place { node: found.node as usize, linked, marks: Marks::default() }
    };
    lines.iter().map(place).collect()
}

/// For each element, what it and the elements around it say together.
///
/// An element that holds most of the page's sentences is not furniture, whatever it is called.
fn around(page: &Page, lines: &[Line], places: &[Place]) -> Vec<Marks> {
    let mut sentences = vec![0usize; page.nodes.len()];
    for (line, place) in lines.iter().zip(places) {
        let sentence = line.ends && line.words > 11 && place.linked < 5;
        if sentence && let Some(sum) = sentences.get_mut(place.node) {
            *sum += line.words;
        }
    }
    for i in (1..page.nodes.len()).rev() {
        work::step();
        let parent = page.nodes.get(i).map_or(0, |node| node.parent as usize);
        let sum = sentences.get(i).copied().unwrap_or(0);
        if let Some(above) = sentences.get_mut(parent) {
            *above += sum;
        }
    }
    let all = sentences.first().copied().unwrap_or(0);
    let mut known: Vec<Marks> = Vec::with_capacity(page.nodes.len());
    for (i, node) in page.nodes.iter().enumerate() {
        work::step();
        let above = known.get(node.parent as usize).copied().unwrap_or_default();
        let own = node.marks;
        let share = sentences.get(i).copied().unwrap_or(0);
        known.push(Marks {
            against: above.against || (own.against && !own.story && share * 5 < all * 2),
            aside: above.aside || (own.aside && share * 5 < all * 4),
            story: above.story || own.story,
            comments: above.comments || (own.comments && share * 10 < all * 9),
            article: above.article || own.article,
            paragraph: above.paragraph || own.paragraph,
            title: above.title || own.title,
            heading: above.heading || own.heading,
            item: above.item || own.item,
            table: above.table || own.table,
            caption: above.caption || own.caption,
        });
    }
    known
}

/// What a line says for (above zero) or against a story.
fn weight(article: &Article<'_>, line: &Line, place: &Place, repeated: bool) -> i64 {
    let words = line.words as i64;
    let Place { linked, marks, .. } = *place;
    if marks.against || marks.aside || marks.comments {
        return if line.ends && words > 11 { -8 } else { -3 };
    }
    if line.furniture {
        return -4;
    }
    if linked > 5 {
        return -3 - words.min(20) / 4;
    }
    let cut = article.shape(line.to.wrapping_sub(1)) == Shape::Ellipsis;
    match (line.ends, words) {
        _ if repeated && words > 3 && !marks.story => -8,
        _ if cut && words < 40 => -8,
        _ if marks.caption || marks.title || marks.heading => -1,
        _ if marks.table && words < 30 => 0,
        (_, 1..) if marks.story => 1 + words / if line.ends { 1 } else { 3 },
        (true, 6..) if marks.paragraph => words * 2 / 3,
        (true, 12..) => words / 2,
        (true, 6..) => 1,
        (false, 25..) => words / 3,
        (_, 5..) if marks.paragraph || marks.item => 0,
        (_, 5..) => -3,
        _ if marks.paragraph || marks.item => -1,
        _ => -2,
    }
}

/// The run of lines with the greatest sum.
fn run(lines: &[Line], weights: &[i64]) -> (usize, usize) {
    let (mut best, mut found) = (0, (0, lines.len()));
    let (mut sum, mut from) = (0, 0);
    for (i, weight) in weights.iter().enumerate() {
        work::step();
        if sum <= 0 {
            (sum, from) = (0, i);
        }
        sum += weight;
        if sum > best {
            (best, found) = (sum, (from, i + 1));
        }
    }
    found
}

/// The smallest element that holds nearly all of the run.
fn home(page: &Page, places: &[Place], weights: &[i64], from: usize, to: usize) -> usize {
    let mut sums = vec![0; page.nodes.len()];
    let mut all = 0;
    for i in from..to {
        let weight = weights.get(i).copied().unwrap_or(0).max(0);
        all += weight;
        if let Some(sum) = places.get(i).and_then(|p| sums.get_mut(p.node)) {
            *sum += weight;
        }
    }
    // Elements come after the elements around them: the first that is full from behind is the smallest.
    for i in (1..page.nodes.len()).rev() {
        work::step();
        let sum = sums.get(i).copied().unwrap_or(0);
        if all > 0 && sum * 100 >= all * 92 {
            return i;
        }
        let parent = page.nodes.get(i).map_or(0, |node| node.parent as usize);
        if let Some(above) = sums.get_mut(parent) {
            *above += sum;
        }
    }
    0
}

/// Which elements stand inside element `home`, itself among them.
fn inside(page: &Page, home: usize) -> Vec<bool> {
    let mut inside: Vec<bool> = Vec::with_capacity(page.nodes.len());
    for (i, node) in page.nodes.iter().enumerate() {
        work::step();
        let above = inside.get(node.parent as usize).copied().unwrap_or(false);
        inside.push(i == home || above);
    }
    inside
}

/// Paragraphs right above the story's element that begin its run: pages set the first one apart.
fn lead(places: &[Place], weights: &[i64], inside: &[bool], from: usize) -> Range<usize> {
    let within = |p: &Place| inside.get(p.node).copied().unwrap_or(false);
    let first = places.iter().position(within).unwrap_or(from);
    let speaks = |i: &usize| weights.get(*i).is_some_and(|weight| *weight > 3);
    let start = (from..first).rev().take(3).take_while(speaks).last();
    start.unwrap_or(first)..first
}

/// Where the story ends in its element: at a heading like "Most read" behind which little of a story stands.
fn end(lines: &[Line], places: &[Place], weights: &[i64], inside: &[bool]) -> usize {
    let weight = |i: usize| {
        let within = places.get(i).is_some_and(|p| inside.get(p.node).copied().unwrap_or(false));
        if within { weights.get(i).copied().unwrap_or(0).max(0) } else { 0 }
    };
    let all: i64 = (0..lines.len()).map(weight).sum();
    let mut before = 0;
    for (i, line) in lines.iter().enumerate() {
        work::step();
        if line.stop && before > STORY && (all - before) * 5 < all {
            return i;
        }
        before += weight(i);
    }
    lines.len()
}

/// What a line inside the story's element is.
fn kind(article: &Article<'_>, line: &Line, place: &Place, repeated: bool) -> BlockKind {
    let Place { linked, marks, .. } = *place;
    let sentence = line.ends && line.words > 7;
    let cut = article.shape(line.to.wrapping_sub(1)) == Shape::Ellipsis;
    let furniture = line.furniture
        || marks.against
        || marks.aside
        || marks.comments
        || marks.title
        || (linked > 5 && !(sentence && linked < 9))
        || (repeated && line.words > 3 && !(marks.table || marks.item || marks.paragraph))
        || (cut && line.words < 40 && !marks.paragraph);
    if furniture {
        BlockKind::Furniture
    } else if marks.caption {
        if sentence { BlockKind::Caption } else { BlockKind::Furniture }
    } else {
        BlockKind::Body
    }
}

/// The headline: a line near the story's beginning, most likely one that is marked as a title.
fn title(
    article: &Article<'_>,
    lines: &[Line],
    places: &[Place],
    kinds: &[BlockKind],
) -> Option<usize> {
    let first = kinds.iter().position(|kind| *kind == BlockKind::Body)?;
    let last = kinds.iter().rposition(|kind| *kind == BlockKind::Body)?;
    let bonus = |i: usize| {
        let marks = places.get(i)?.marks;
        let marked = if marks.title {
            8
        } else if marks.heading {
            2
        } else {
            0
        };
        (!marks.aside && !marks.comments && !marks.caption).then_some(marked)
    };
    headline::find(article, lines, first..last + 1, bonus)
}

/// Lines above the headline and paragraphs of the story between which its own `time` element stands.
const BESIDE: usize = 8;

/// The day of the `time` element that stands beside the headline or the story's beginning.
pub fn time<'p>(
    article: &Article<'_>,
    page: &'p Page,
    lines: &[Line],
    kinds: &[BlockKind],
) -> Option<&'p str> {
    let first = kinds.iter().position(|kind| *kind == BlockKind::Body)?;
    let headline = kinds.iter().position(|kind| *kind == BlockKind::Headline);
    let from = headline.unwrap_or(first).min(first).saturating_sub(BESIDE);
    let to = (first + 2).min(lines.len());
    let start = lines.get(from).map_or(0, |line| article.at(line.from).start);
    let end = lines.get(to).map_or(u32::MAX, |line| article.at(line.from).start);
    let after = headline.and_then(|i| lines.get(i)).map_or(0, |line| article.at(line.from).start);
    let beside = || page.times.iter().filter(|(at, _)| (start..end).contains(at));
    // Below the headline first: above it stands the clock of the page.
    let found = beside().find(|(at, _)| *at >= after).or_else(|| beside().next_back());
    found.map(|(_, day)| day.as_str())
}
