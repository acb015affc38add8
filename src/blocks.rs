//! Blocks: the lines of the paste, and what each is to the article.
//!
//! Tokens in, ranges of tokens out, in order and without gaps. Furniture is labelled, never cut; it may stand
//! inside a line, so one line may give several blocks.

use crate::article::Article;
use crate::lexicon::class;
use crate::text::Span;
use crate::tokens::{Gap, Shape};

/// What a block is to the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph of the story.
    Body,
    /// The article's headline.
    Headline,
    /// A caption: states facts, but stands beside the story.
    Caption,
    /// Page furniture: no facts are read from it, save the article's own date.
    Furniture,
}

/// A range of tokens of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// First token.
    pub from: usize,
    /// Token after the last.
    pub to: usize,
    /// What it is.
    pub kind: BlockKind,
}

/// Longest line in tokens that can be a byline, a stamp or a label on its own.
const SHORT_LINE: usize = 24;
/// Longest headline in tokens.
const HEADLINE: usize = 30;
/// Longest dateline in tokens: "NEW YORK, March 3 (Reuters) -".
const DATELINE: usize = 14;

/// Cuts the article into blocks.
#[must_use]
pub fn find(article: &Article<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut from = 0;
    for i in 1..=article.len() {
        if article.at(i).gap >= Gap::Line {
            line(article, from, i, &mut blocks);
            from = i;
        }
    }
    headline(article, &mut blocks);
    blocks
}

/// Furniture as the report lists it.
#[must_use]
pub fn furniture(article: &Article<'_>, blocks: &[Block]) -> Vec<Span> {
    let furniture = blocks.iter().filter(|b| b.kind == BlockKind::Furniture);
    furniture.map(|b| article.span(b.from, b.to)).collect()
}

/// The headline's place.
#[must_use]
pub fn title(article: &Article<'_>, blocks: &[Block]) -> Option<Span> {
    blocks.iter().find(|b| b.kind == BlockKind::Headline).map(|b| article.span(b.from, b.to))
}

/// Cuts one line at the labels that stand in it.
fn line(article: &Article<'_>, from: usize, to: usize, blocks: &mut Vec<Block>) {
    if is_furniture_line(article, from, to) {
        blocks.push(Block { from, to, kind: BlockKind::Furniture });
        return;
    }
    let mut start = from + stamp(article, from, to);
    if start > from {
        blocks.push(Block { from, to: start, kind: BlockKind::Furniture });
    }
    let mut kind = BlockKind::Body;
    let mut i = start;
    while i < to {
        let credit = article.find(i, class::CREDIT_LABEL);
        let caption = article.find(i, class::CAPTION_LABEL);
        let Some(hit) = credit.or(caption).filter(|_| article.shape(i).is_capital()) else {
            i += 1;
            continue;
        };
        if start < i {
            blocks.push(Block { from: start, to: i, kind });
        }
        let mut end = i + hit.len;
        if caption.is_some() && credit.is_none() {
            kind = BlockKind::Caption;
            if matches!(article.shape(end), Shape::Comma | Shape::Colon) {
                end += 1;
            }
        } else {
            end = credit_end(article, end, to);
        }
        blocks.push(Block { from: i, to: end, kind: BlockKind::Furniture });
        start = end;
        i = end;
    }
    if start < to {
        blocks.push(Block { from: start, to, kind });
    }
}

/// Where a photographer's credit ends: at the next label, else behind the agency's name, else with the line.
fn credit_end(article: &Article<'_>, from: usize, to: usize) -> usize {
    let near = to.min(from + SHORT_LINE);
    if let Some(label) = (from..near)
        .find(|i| article.find(*i, class::CAPTION_LABEL.or(class::CREDIT_LABEL)).is_some())
    {
        return label;
    }
    if to - from <= 8 {
        return to;
    }
    article.find(from, class::AGENCY).map_or(from, |hit| from + hit.len)
}

/// Tokens of a stamp or dateline at the start of a line that goes on as text.
fn stamp(article: &Article<'_>, from: usize, to: usize) -> usize {
    // "date 2019-03-18"
    let iso = [Shape::Number, Shape::Hyphen, Shape::Number, Shape::Hyphen, Shape::Number];
    if article.reads(from, "date")
        && iso.iter().enumerate().all(|(k, shape)| article.shape(from + 1 + k) == *shape)
        && from + 6 < to
    {
        return 6;
    }
    // "LONDON (Reuters) -", "WASHINGTON —"
    if article.shape(from) != Shape::Upper && article.shape(from + 1) != Shape::Open {
        return 0;
    }
    let dash = (from + 1..to.min(from + DATELINE)).find(|i| article.shape(*i) == Shape::Dash);
    let Some(dash) = dash.filter(|d| d + 3 < to) else { return 0 };
    let agency = (from..dash)
        .any(|i| article.shape(i) == Shape::Open && article.find(i + 1, class::AGENCY).is_some());
    let place = (from..dash).all(|i| {
        matches!(
            article.shape(i),
            Shape::Upper | Shape::Comma | Shape::Number | Shape::Period | Shape::Initialism
        ) || article.is(i, class::TIME_NOUN)
    });
    if agency || place { dash + 1 - from } else { 0 }
}

/// Whether the whole line is furniture.
fn is_furniture_line(article: &Article<'_>, from: usize, to: usize) -> bool {
    let len = to - from;
    let opens = |c| article.find(from, c).is_some();
    let ends_sentence =
        matches!(article.shape(to - 1), Shape::Period | Shape::Question | Shape::Exclamation);
    if opens(class::FURNITURE_ALWAYS)
        || opens(class::FURNITURE_LINE) && len <= SHORT_LINE && !ends_sentence
    {
        return true;
    }
    let social = || (from..to.min(from + SHORT_LINE)).any(|i| article.is(i, class::SOCIAL_NETWORK));
    if opens(class::FOLLOW) && social() {
        return true;
    }
    if len > SHORT_LINE || ends_sentence {
        return false;
    }
    // "Published 3 hours ago", "By Ann Day, Local Democracy Reporter"
    let number = (from..to).any(|i| article.shape(i) == Shape::Number);
    let byline = article.reads(from, "by")
        && article.shape(from + 1).is_capital()
        && article.shape(from + 2).is_capital()
        && !(from..to).any(|i| {
            article.is(i, class::AUXILIARY) || article.is(i, class::SAY.or(class::VERB_PAST))
        });
    let stamped = opens(class::STAMP_LABEL) && number;
    let clock = !ends_sentence
        && len <= 16
        && number
        && (from..to).all(|i| {
            article.is(i, class::TIME_NOUN.or(class::STAMP_WORD))
                || !article.shape(i).is_word()
                || article.shape(i) == Shape::Initialism
                || article.shape(i).is_capital() && article.is(i, class::STAMP_WORD)
        });
    byline || stamped || clock
}

/// The first line is the headline if it is short, has no end mark and a paragraph follows.
fn headline(article: &Article<'_>, blocks: &mut [Block]) {
    let lines: Vec<(usize, Block)> = blocks
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, b)| b.kind == BlockKind::Body)
        .take(2)
        .collect();
    let [(at, first), (_, next)] = lines.as_slice() else { return };
    let opens_line = article.at(first.from).gap >= Gap::Line;
    let end = article.before(first.to).shape;
    let short = first.to - first.from <= HEADLINE && first.to - first.from >= 3;
    let marked = matches!(end, Shape::Period | Shape::Colon | Shape::Comma);
    let speech = article.shape(first.from).is_quote_mark() && (end.is_quote_mark());
    let text = next.to - next.from > 8
        && matches!(
            article.before(next.to).shape,
            Shape::Period
                | Shape::DoubleClose
                | Shape::DoubleStraight
                | Shape::SingleClose
                | Shape::Question
                | Shape::SingleStraight
                | Shape::Exclamation
        );
    if opens_line
        && short
        && !marked
        && !speech
        && text
        && let Some(block) = blocks.get_mut(*at)
    {
        block.kind = BlockKind::Headline;
    }
}
