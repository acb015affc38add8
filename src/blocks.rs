//! Blocks: the paragraphs of the paste, and what each is to the article.
//!
//! Tokens in, ranges of tokens out, in order and without gaps. Furniture is labelled, never cut; it may stand
//! inside a line, so one line may give several blocks, and hard-wrapped lines make up one block.

mod headline;
mod line;
mod markup;
mod page;
mod seen;

use crate::article::Article;
use crate::dates::Markup;
use crate::html::Page;
use crate::text::Span;
use std::ops::Range;

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
    let lines = line::cut(article);
    let verdicts = page::judge(article, &lines);
    blocks(article, &lines, &verdicts)
}

/// Cuts the text of a page into blocks, with the help of its markup; the page's own date comes with them.
#[must_use]
pub fn find_on_page<'p>(article: &Article<'_>, page: &'p Page) -> (Vec<Block>, Markup<'p>) {
    let lines = line::cut_as_it_stands(article);
    let verdicts = markup::judge(article, page, &lines);
    let blocks = blocks(article, &lines, &verdicts);
    let likely = markup::time(article, page, &lines, &verdicts);
    (blocks, Markup { sure: page.published.as_deref(), likely })
}

fn blocks(article: &Article<'_>, lines: &[line::Line], verdicts: &[BlockKind]) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(lines.len());
    for (line, kind) in lines.iter().zip(verdicts) {
        match kind {
            BlockKind::Body => line::split(article, line, &mut blocks),
            kind => blocks.push(Block { from: line.from, to: line.to, kind: *kind }),
        }
    }
    blocks
}

/// Makes furniture part of the story, for whoever asks to have everything read.
pub fn read_furniture(blocks: &mut [Block]) {
    for block in blocks.iter_mut().filter(|b| b.kind == BlockKind::Furniture) {
        block.kind = BlockKind::Body;
    }
}

/// Where furniture stands; neighbouring blocks make one span.
#[must_use]
pub fn furniture_spans(article: &Article<'_>, blocks: &[Block]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut open = false;
    for block in blocks {
        let furniture = block.kind == BlockKind::Furniture;
        if furniture {
            let span = article.span(block.from, block.to);
            match spans.last_mut() {
                Some(last) if open => last.end = span.end,
                _ => spans.push(span),
            }
        }
        open = furniture;
    }
    spans
}

/// Blocks above the headline and into the story between which the article's own date stands.
const BESIDE: usize = 8;

/// Whether nothing of the text is story, so that furniture is all there is to read.
#[must_use]
pub fn only_furniture(blocks: &[Block]) -> bool {
    blocks.iter().all(|b| b.kind == BlockKind::Furniture)
}

/// The tokens around the headline and the story's beginning, where the article's own date stands.
#[must_use]
pub fn beside_title(blocks: &[Block]) -> Range<usize> {
    let place = |kind| blocks.iter().position(|b| b.kind == kind);
    let Some(first) = place(BlockKind::Body) else { return 0..0 };
    let top = place(BlockKind::Headline).unwrap_or(first).min(first);
    let from = blocks.get(top.saturating_sub(BESIDE)).map_or(0, |b| b.from);
    let to = blocks.get((first + 2).min(blocks.len() - 1)).map_or(0, |b| b.to);
    from..to
}

/// The article's headline.
#[must_use]
pub fn title(article: &Article<'_>, blocks: &[Block]) -> Option<Span> {
    let block = blocks.iter().find(|b| b.kind == BlockKind::Headline)?;
    Some(article.span(block.from, block.to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(BlockKind, &str)> {
        let article = Article::new(text);
        find(&article).iter().map(|b| (b.kind, article.words(b.from, b.to))).collect()
    }

    #[test]
    fn labels_furniture_inside_a_line() {
        use BlockKind::{Body, Caption, Furniture};
        assert_eq!(
            kinds(
                "date 2023-04-05 Image copyright Wire Pictures Image caption The mill was shut.\n\nIt closed."
            ),
            [
                (Furniture, "date 2023-04-05"),
                (Furniture, "Image copyright Wire Pictures Image caption"),
                (Caption, "The mill was shut."),
                (Body, "It closed."),
            ]
        );
        assert_eq!(
            kinds("NORTON (Wire) - The mill was shut on Friday."),
            [(Furniture, "NORTON (Wire) -"), (Body, "The mill was shut on Friday.")]
        );
    }

    #[test]
    fn finds_a_headline_only_above_a_story() {
        let story = "The mill in Norton closes on Friday after ninety years of work.";
        assert_eq!(kinds(&format!("Mill to close on Friday\n\n{story}"))[0].0, BlockKind::Headline);
        assert_eq!(kinds(&format!("{story}\n\n{story}"))[0].0, BlockKind::Body);
        assert_eq!(kinds("Mill to close on Friday")[0].0, BlockKind::Body);
    }

    #[test]
    fn joins_hard_wrapped_lines() {
        let text = "The mill in Norton closes on Friday after ninety years of\nwork, and its owners have said that \
                    none of the staff will\nfind another place in the town before the winter comes.\n\nAnn Day, who \
                    has worked there for thirty years, said she\nhad known of it for weeks, as had the others who \
                    work at\nthe mill.\n";
        assert_eq!(kinds(text).len(), 2);
    }

    #[test]
    fn the_entries_of_a_live_page_are_the_story() {
        let entry = |time, words| {
            format!(
                "{time}\nA short heading\nShare\n{words} on Friday, the council said in a statement.\n\n"
            )
        };
        let page = [
            "Home\nNews\nSport\nShare\nLog in\n\n".to_owned(),
            entry("14:07", "The mill in Norton will close"),
            entry("13:52", "The pool in Norton will open"),
            entry("13:38", "The school in Norton will move"),
        ]
        .concat();
        let body: Vec<&str> = kinds(&page)
            .into_iter()
            .filter(|k| k.0 == BlockKind::Body && k.1.len() > 30)
            .map(|k| k.1)
            .collect();
        assert_eq!(body.len(), 3, "{body:?}");
    }

    #[test]
    fn what_a_mail_passes_on_is_the_story() {
        let mail = "From: Ann Day\nSubject: Fwd: The mill\n\n> FOR IMMEDIATE RELEASE\n>\n> Mill to close on Friday\n>\n\
                    > The mill in Norton closes on Friday after ninety years of work, its owner said.\n\n--\nAnn Day";
        let article = Article::new(mail);
        let blocks = find(&article);
        let title = title(&article, &blocks).map(|span| span.of(mail));
        assert_eq!(title, Some("Mill to close on Friday"));
        assert_eq!(blocks.iter().filter(|b| b.kind == BlockKind::Body).count(), 1);
    }

    #[test]
    fn blocks_cover_every_token_in_order() {
        for text in [
            "",
            "\n\n",
            "a",
            "Home\nNews\nSport\nShare\nTweet\n\nThe end.",
            "By Ann Day\nImage caption",
        ] {
            let article = Article::new(text);
            let mut at = 0;
            for block in find(&article) {
                assert_eq!(block.from, at);
                assert!(block.to > at);
                at = block.to;
            }
            assert_eq!(at, article.len());
        }
    }
}
