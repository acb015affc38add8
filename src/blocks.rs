//! Blocks: the lines of the paste, and what each is to the article.
//!
//! Tokens in, ranges of tokens out, in order and without gaps. Furniture is labelled, never cut; it may stand
//! inside a line, so one line may give several blocks.

use crate::article::Article;
use crate::tokens::Gap;

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

/// Cuts the article into blocks.
#[must_use]
pub fn find(article: &Article<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut from = 0;
    for i in 1..=article.len() {
        if article.at(i).gap >= Gap::Line {
            blocks.push(Block { from, to: i, kind: BlockKind::Body });
            from = i;
        }
    }
    blocks
}
