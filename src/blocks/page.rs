//! The whole paste: where the story stands in a page that was selected with everything around it.
//!
//! Lines speak for or against a story by their length, end mark and the empty lines around them; the story is the
//! run of lines with the greatest sum. A paste with little furniture is taken as the article alone.

use super::BlockKind;
use super::headline;
use super::line::Line;
use super::seen::{self, Seen};
use crate::article::Article;
use crate::tokens::{Gap, Shape};
use crate::work;

/// Fewest lines of furniture that make a paste a page.
const PAGE: usize = 5;
/// Words of story before a heading like "Most read" ends it.
const STORY: i64 = 120;
/// Words of a paragraph that goes on with the story below such a heading.
const PARAGRAPH: usize = 30;
/// Fewest times of day, each on a line, that make a live page.
const LIVE: usize = 3;
/// Most lines of a few words, one below the other, that stand inside a story: a menu has more.
const NAMES: usize = 5;
/// Fewest headlines glued to their teasers that make a wall of them: then names like "PlayStation" are doubtful too.
const WALL: usize = 3;
/// A story with fewer than this part of the paste's words may have been misread.
const FEW: usize = 4;
/// How many times its words a list must have to be taken instead.
const MORE: usize = 3;

/// What each line is to the article.
pub fn judge(article: &Article<'_>, lines: &[Line]) -> Vec<BlockKind> {
    let linkish = linkish(article, lines);
    if linkish < PAGE {
        return alone(article, lines);
    }
    let repeated = repeated(article, lines);
    let wall = lines.iter().filter(|line| line.glued).count() >= WALL;
    let live = lines.iter().filter(|line| line.clock).count() >= LIVE;
    let weights: Vec<i64> = lines
        .iter()
        .zip(&repeated)
        .map(|(line, repeated)| {
            let weight = weight(article, line, *repeated, wall);
            // The entries of a live page have a time, a heading and buttons each.
            if live && !line.stop { weight.max(-1) } else { weight }
        })
        .collect();
    let mut found = story(article, lines, &weights, false);
    // Recipes and lists are stories of short lines: read them more kindly where next to nothing was found.
    let words = |part: &[Line]| part.iter().map(|l| l.words).sum::<usize>();
    let kept = words(lines.get(found.0..found.1).unwrap_or(&[]));
    if kept * FEW < words(lines) {
        let kinder = story(article, lines, &weights, true);
        if words(lines.get(kinder.0..kinder.1).unwrap_or(&[])) > kept * MORE {
            found = kinder;
        }
    }
    let (from, to) = found;
    let mut kinds: Vec<BlockKind> = lines
        .iter()
        .enumerate()
        .map(|(i, line)| {
            if i >= from && i < to && !is_aside(line) {
                if line.credit { BlockKind::Caption } else { BlockKind::Body }
            } else {
                BlockKind::Furniture
            }
        })
        .collect();
    let twice = |i: usize| if repeated.get(i) == Some(&true) { 3 } else { 0 };
    let headline = headline::find(article, lines, from..to, |i| Some(twice(i)));
    if let Some(kind) = headline.and_then(|i| kinds.get_mut(i)) {
        *kind = BlockKind::Headline;
    }
    kinds
}

/// The article pasted by itself: only lines that say that they are furniture are furniture.
fn alone(article: &Article<'_>, lines: &[Line]) -> Vec<BlockKind> {
    let mut kinds: Vec<BlockKind> = lines
        .iter()
        .map(|line| if line.furniture { BlockKind::Furniture } else { BlockKind::Body })
        .collect();
    let top = below_headers(lines);
    let sentence = lines.iter().skip(top).position(|l| l.ends && l.words > 7 && !l.furniture);
    let headline = sentence.and_then(|at| {
        let at = top + at;
        let above = |i| (top..at).contains(&i).then_some(0);
        headline::find(article, lines, at..lines.len(), above)
    });
    let first = kinds.iter().skip(top).position(|kind| *kind == BlockKind::Body);
    let first = first.map(|at| top + at);
    let headline = headline.or_else(|| {
        first.filter(|i| {
            let follows = lines.get(i + 1..).unwrap_or(&[]).iter().find(|l| !l.furniture);
            lines.get(*i).is_some_and(is_headline)
                && lines.get(i + 1..).unwrap_or(&[]).iter().any(|l| l.ends && l.words > 7)
                && follows.is_some()
        })
    });
    if let Some(kind) = headline.and_then(|i| kinds.get_mut(i)) {
        *kind = BlockKind::Headline;
    }
    kinds
}

/// Furniture between the paragraphs of a story: "READ MORE ABOUT THE MILL".
fn is_aside(line: &Line) -> bool {
    line.furniture || (line.capitals && line.words > 4 && !line.ends && line.cells == 0)
}

/// The first line below the last headers of mails above most of the text: what was passed on is the story.
fn below_headers(lines: &[Line]) -> usize {
    let all: usize = lines.iter().map(|line| line.words).sum();
    let (mut seen, mut top) = (0, 0);
    for (i, line) in lines.iter().enumerate() {
        work::step();
        seen += line.words;
        if line.letter && seen * 2 < all {
            top = i + 1;
        }
    }
    top
}

fn is_headline(line: &Line) -> bool {
    (3..=20).contains(&line.words) && !line.ends && !line.furniture
}

/// Counts lines that belong to a page rather than to a story: known furniture, and short lines in runs.
fn linkish(article: &Article<'_>, lines: &[Line]) -> usize {
    let (mut count, mut run) = (0, 0);
    for line in lines {
        work::step();
        let short = line.words <= 4 && !line.ends && article.gap(line.to) == Gap::Line;
        run = if short { run + 1 } else { 0 };
        count += usize::from((line.furniture && !line.stamp && !line.letter) || run > 4);
    }
    count
}

/// What a line says for (above zero) or against a story.
fn weight(article: &Article<'_>, line: &Line, repeated: bool, wall: bool) -> i64 {
    if line.furniture {
        return -4;
    }
    let words = line.words as i64;
    let blanks = i64::from(article.gap(line.from) == Gap::Blank)
        + i64::from(article.gap(line.to) == Gap::Blank);
    let cut = article.shape(line.to.wrapping_sub(1)) == Shape::Ellipsis;
    match (line.ends, words) {
        // A row of a table, neither for nor against.
        _ if line.cells > 1 || (line.numbers > 3 && words < 30) => 0,
        _ if repeated && words > 3 => -8,
        _ if cut && words < 40 => -8,
        _ if (line.glued || wall && line.camel) && words < 45 => -3,
        (true, 25..) => words * (1 + blanks) / 3,
        (true, 12..) => [0, words / 3, words * 2 / 3].get(blanks as usize).copied().unwrap_or(0),
        (true, 6..) => [-6, 0, 3].get(blanks as usize).copied().unwrap_or(0),
        (true, _) => blanks - 3,
        (false, 40..) => words * blanks / 3,
        (false, 25..) => blanks * 4 - 4,
        (false, 5..) => [-8, -6, -3].get(blanks as usize).copied().unwrap_or(0),
        (false, 0) => -1,
        (false, _) => [-4, -4, -2].get(blanks as usize).copied().unwrap_or(0),
    }
}

/// The run of lines with the greatest sum of weights.
fn story(article: &Article<'_>, lines: &[Line], weights: &[i64], lists: bool) -> (usize, usize) {
    let (mut best, mut best_from, mut best_to) = (0, 0, 0);
    let (mut sum, mut from, mut seen) = (0i64, 0, 0i64);
    let mut stopped = false;
    let mut names = 0;
    for (i, line) in lines.iter().enumerate() {
        work::step();
        // Lines of code and of tables end in marks and numbers.
        let word = article.shape(line.to.wrapping_sub(1)).is_word();
        let short = (1..=3).contains(&line.words) && word && line.cells == 0;
        names = if short && article.gap(line.to) == Gap::Line { names + 1 } else { 0 };
        let mut weight = weights.get(i).copied().unwrap_or(0);
        let apart = article.gap(line.from) == Gap::Blank || article.gap(line.to) == Gap::Blank;
        if lists && apart && weight < 0 && !line.furniture {
            weight = if line.words > 4 && !line.glued { line.words as i64 / 4 } else { -1 };
        }
        if names > NAMES && !lists {
            weight = -12;
        }
        // "Related: The mill in pictures" between two paragraphs stops nothing.
        let mut below = lines.get(i + 1..).unwrap_or(&[]).iter().take(2);
        if line.stop && seen >= STORY && !below.any(|l| l.ends && l.words >= PARAGRAPH) {
            stopped = true;
            weight = -60;
        }
        if stopped && weight > 0 {
            weight = weight * 2 / 5;
        }
        if sum <= 0 {
            (sum, from, seen) = (0, i, 0);
        }
        sum += weight;
        seen += if weight > 0 { line.words as i64 } else { 0 };
        if sum > best {
            (best, best_from, best_to) = (sum, from, i + 1);
        }
    }
    if best_to == 0 { (0, lines.len()) } else { (best_from, best_to) }
}

/// Which lines stand in the paste more than once.
pub fn repeated(article: &Article<'_>, lines: &[Line]) -> Vec<bool> {
    let mut seen = Seen::new(lines.len());
    let mut found = vec![false; lines.len()];
    for (i, line) in lines.iter().enumerate() {
        let before = seen.first(seen::hash(article.words(line.from, line.to).chars()), i);
        for at in [before, i].into_iter().filter(|_| before != i) {
            if let Some(slot) = found.get_mut(at) {
                *slot = true;
            }
        }
    }
    found
}
