//! The headline: the line above a story that speaks of what the story speaks of.

use super::line::Line;
use super::seen::{self, Seen};
use crate::article::Article;
use crate::lexicon::WordId;
use crate::tokens::{Shape, lower};
use std::ops::Range;

/// Lines above the story in which its headline is looked for.
const ABOVE: usize = 40;
/// Lines at the story's beginning that may be its headline.
const INSIDE: usize = 3;
/// Letters of the shortest word that tells one story from another.
const LETTERS: usize = 4;
/// Lines between a headline and the standfirst below it.
const NEAR: usize = 3;
/// How many points fewer than the standfirst the headline may have.
const LESS: usize = 3;
/// Points below which a line is no headline.
const ENOUGH: usize = 7;

/// Finds the headline of the story that stands in the lines `story`; `bonus` gives points to lines that may be it.
pub fn find(
    article: &Article<'_>,
    lines: &[Line],
    story: Range<usize>,
    bonus: impl Fn(usize) -> Option<usize>,
) -> Option<usize> {
    let from = story.start.saturating_sub(ABOVE);
    let to = (story.start + INSIDE).min(story.end);
    let mut candidates: Vec<Candidate> = Vec::new();
    for i in from..to {
        let line = lines.get(i).filter(|line| may_be(article, line, i < story.start));
        if let Some((line, bonus)) = line.zip(bonus(i)) {
            candidates.push(Candidate { number: i, line, bonus });
        }
    }
    // Their words are few and the story's many: what is kept is which of the few the story has.
    let mut words = Seen::new(candidates.iter().map(|candidate| candidate.line.words).sum());
    for candidate in &candidates {
        telling(article, candidate.line, &mut |word| {
            words.first(word, 0);
        });
    }
    if !candidates.is_empty() {
        for line in lines.get(story).unwrap_or(&[]).iter().filter(|line| line.ends) {
            telling(article, line, &mut |word| words.set(word, 1));
        }
    }
    let mut best = (ENOUGH, None);
    let mut scored: Vec<(usize, usize)> = Vec::new();
    for Candidate { number: i, line, bonus } in candidates {
        let (mut all, mut shared) = (0, 0);
        telling(article, line, &mut |word| {
            all += 1;
            shared += words.first(word, 0);
        });
        let stamped = lines.get(i + 1..(i + 4).min(lines.len()));
        let stamped = stamped.unwrap_or(&[]).iter().any(|line| line.stamp);
        let points = shared.min(6)
            + shared * 6 / all.max(4)
            + if stamped { 3 } else { 0 }
            + if (5..=18).contains(&line.words) { 2 } else { 0 }
            + bonus;
        scored.push((i, points));
        if points > best.0 {
            best = (points, Some(i));
        }
    }
    // The sentence below a headline often shares more words with the story than the headline does.
    let (most, best) = (best.0, best.1?);
    let heads = |i: usize, points: usize| {
        (best.saturating_sub(NEAR)..best).contains(&i) && points > ENOUGH && points + LESS >= most
    };
    Some(scored.iter().find(|(i, points)| heads(*i, *points)).map_or(best, |(i, _)| *i))
}

/// A line that may be the headline.
struct Candidate<'l> {
    number: usize,
    line: &'l Line,
    /// Points that it has before its words are read.
    bonus: usize,
}

fn may_be(article: &Article<'_>, line: &Line, above: bool) -> bool {
    let last = line.to.wrapping_sub(1);
    // "Stock is falling. Why you shouldn't worry."
    let two = || (line.from..last).any(|i| article.shape(i) == Shape::Period);
    let stops = match article.shape(last) {
        Shape::Period => !above || line.words > 18 || !two(),
        shape => matches!(shape, Shape::Ellipsis | Shape::Colon),
    };
    let sentence = line.ends && (!above || line.words > 20);
    let label = any!(CREDIT_START, CAPTION_LABEL);
    (2..=30).contains(&line.words)
        && !line.furniture
        && !line.glued
        && !line.credit
        && line.cells == 0
        && !stops
        && !sentence
        && !(line.from..line.to).any(|i| article.find(i, label).is_some())
}

/// Calls `visit` with the hash of each of the line's longer words in small letters.
fn telling(article: &Article<'_>, line: &Line, visit: &mut dyn FnMut(u64)) {
    for i in line.from..line.to {
        let token = article.at(i);
        if !token.shape.is_word() || token.span().len() < LETTERS as u32 {
            continue;
        }
        let word = article.word(i);
        if word.chars().nth(LETTERS - 1).is_some() {
            // A word of the lexicon is known by its number, any other by its letters.
            visit(match token.word {
                WordId::NONE => seen::hash(word.chars().map(lower)),
                WordId(number) => u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
            });
        }
    }
}
