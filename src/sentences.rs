//! Sentences: ranges of tokens inside a block.
//!
//! Knows abbreviations, initials, decimals (one token already), "p.m.", and closing marks behind the full stop.
//! Sentences inside quote marks count like any other; whose words they are is not known here.

use crate::article::Article;
use crate::blocks::Block;
use crate::lexicon::class;
use crate::tokens::{Gap, Shape};

/// A sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// First token.
    pub from: usize,
    /// Token after the last.
    pub to: usize,
    /// Index of the block that holds it.
    pub block: usize,
}

/// The sentences of all blocks in order; together they cover every token.
#[must_use]
pub fn find(article: &Article<'_>, blocks: &[Block]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let mut from = block.from;
        for i in article.which(block.from..block.to, |token| may_end(token.shape)) {
            if i >= from
                && let Some(to) = end_of_sentence(article, i, block.to)
            {
                sentences.push(Sentence { from, to, block: index });
                from = to;
            }
        }
        if from < block.to {
            sentences.push(Sentence { from, to: block.to, block: index });
        }
    }
    sentences
}

/// Most closing marks and brackets that may stand behind a full stop.
const CLOSERS: usize = 4;

fn may_end(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Period | Shape::Question | Shape::Exclamation | Shape::Ellipsis | Shape::Initialism
    )
}

/// Where the sentence ends if token `i` is its full stop: the token after it and its closing marks.
fn end_of_sentence(article: &Article<'_>, i: usize, limit: usize) -> Option<usize> {
    let shape = article.shape(i);
    let initialism = shape == Shape::Initialism;
    if initialism && !article.word(i).ends_with('.') {
        return None;
    }
    let mut to = i + 1;
    while to < limit && to <= i + CLOSERS && article.gap(to) == Gap::None {
        let closes = matches!(
            article.shape(to),
            Shape::DoubleClose
                | Shape::DoubleStraight
                | Shape::SingleClose
                | Shape::SingleStraight
                | Shape::GuillemetClose
                | Shape::Close
                | Shape::Question
                | Shape::Exclamation
                | Shape::Period
                | Shape::Ellipsis
        );
        if !closes {
            return None; // "bbc.co.uk", "3.5"
        }
        to += 1;
    }
    if to >= limit {
        return Some(limit);
    }
    // 'He said "No." and left.' goes on.
    let next = article.at(to);
    let next_word = if next.shape.is_quote_mark() { article.at(to + 1) } else { next };
    if matches!(
        next_word.shape,
        Shape::Lower
            | Shape::Clitic
            | Shape::Comma
            | Shape::Semicolon
            | Shape::Dash
            | Shape::Hyphen
    ) {
        return None;
    }
    if shape == Shape::Ellipsis && !next_word.shape.is_capital() {
        return None;
    }
    if initialism {
        // "the U.S. Senate" against "at 9 p.m. The".
        let starter = article.is(to, class::SENTENCE_STARTER) || next.shape.is_quote_mark();
        return (starter && to == i + 1).then_some(to);
    }
    if shape == Shape::Period && to == i + 1 && article.gap(i) == Gap::None {
        let before = article.before(i);
        // An initial; not "earned a B. The school", "kept its A."
        let graded = || {
            let starter = next.shape != Shape::Capital && article.is(to, class::SENTENCE_STARTER);
            starter || article.is(i.wrapping_sub(2), any!(INDEFINITE, POSSESSIVE))
        };
        if before.shape == Shape::Capital && article.word(i.wrapping_sub(1)) != "I" && !graded() {
            return None;
        }
        if article.is(i.wrapping_sub(1), class::ABBREVIATION) {
            return None;
        }
        if article.is(i.wrapping_sub(1), class::ABBREVIATION_BEFORE_NUMBER)
            && next.shape == Shape::Number
        {
            return None;
        }
        if article.is(i.wrapping_sub(1), class::ABBREVIATION_MAY_END)
            && !article.is(to, class::SENTENCE_STARTER)
        {
            return None;
        }
    }
    Some(to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks;

    #[test]
    fn cuts_sentences() {
        #[rustfmt::skip]
        let cases = [
            "Cllr. Ann Day spoke.| Mr. Lee did not.",
            "It rose 5.6 per cent.| Then it fell.",
            "J. K. Ash left the U.S. Senate at 9 p.m.| The rest stayed.",
            "“Go away.”| She left.",
            "\"Go away!\" she said.| He did.",
            "Elm High moved up from a B.| Oak High kept its A.| Ash High stayed at C.| It was a D.",
            "He works for Acme Inc. in Leeds.",
            "See No. 5 and St. Mary's.| End.",
            "Well… maybe.| Yes.",
            "Was it he?| It was (he said.)| Good.",
        ];
        for case in cases {
            let text = case.replace('|', "");
            let article = Article::new(&text);
            let blocks = blocks::find(&article);
            let found: Vec<&str> =
                find(&article, &blocks).iter().map(|s| article.words(s.from, s.to)).collect();
            let expected: Vec<&str> = case.split('|').map(str::trim).collect();
            assert_eq!(found, expected);
        }
    }
}
