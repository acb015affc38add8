//! Who or what was rated: names in the article, and the noun phrase beside a rating verb.

use crate::article::Article;
use crate::blocks::{Block, BlockKind};
use crate::lexicon::class;
use crate::ratings::scales;
use crate::tokens::{Gap, Shape};
use crate::work;

/// A run of capitalised words that may be rated.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    /// First token.
    pub from: usize,
    /// Token after the last.
    pub to: usize,
}

/// Longest name in tokens.
const LONGEST: usize = 14;

fn joins(article: &Article<'_>, i: usize) -> usize {
    if ["of", "for", "on", "the", "with"].iter().any(|w| article.reads(i, w)) {
        return if article.reads(i + 1, "the") { 2 } else { 1 };
    }
    usize::from(matches!(article.shape(i), Shape::Hyphen | Shape::Clitic) || article.reads(i, "&"))
}

fn capital(article: &Article<'_>, i: usize) -> bool {
    article.shape(i).is_capital() || article.shape(i) == Shape::Code
}

/// Every name of the article that is no rater.
pub fn names(article: &Article<'_>, blocks: &[Block]) -> Vec<Name> {
    let mut names = Vec::new();
    for block in blocks.iter().filter(|b| b.kind != BlockKind::Furniture) {
        let mut i = block.from;
        while i < block.to {
            work::step();
            if let Some(hit) = rater_at(article, i) {
                i += hit;
                continue;
            }
            let shouting = article.shape(i) == Shape::Upper
                && article.shape(i + 1) == Shape::Upper
                && article.shape(i + 2) == Shape::Upper;
            let starts = capital(article, i)
                && !shouting
                && (article.shape(i) != Shape::Upper || article.before(i).shape != Shape::Upper)
                && !article.is(i, class::SENTENCE_STARTER.or(class::RATING_MONTH))
                && article.find(i, class::GRADE).is_none_or(|h| {
                    capital(article, i + h.len) && h.len == 1 && article.at(i).span().len() > 3
                });
            if !starts {
                i += 1;
                continue;
            }
            let from = i;
            let mut to = i + 1;
            while to < block.to && to - from < LONGEST {
                if article.at(to).gap >= Gap::Line {
                    break;
                }
                let step = joins(article, to);
                if capital(article, to) && rater_at(article, to).is_none() {
                    to += 1;
                } else if step > 0
                    && capital(article, to + step)
                    && to + step < block.to
                    && rater_at(article, to + step).is_none()
                {
                    to += step + 1;
                } else if article.reads(to, "and")
                    && capital(article, to + 1)
                    && article.find(to + 2, class::RATED_KIND).is_some()
                    && capital(article, to + 2)
                {
                    to += 3;
                } else {
                    break;
                }
            }
            // "Elmshire's children's services": the head that a possessive leads to.
            if article.shape(to) == Shape::Clitic {
                if let Some(hit) = article.find(to + 1, class::RATED_KIND) {
                    to += 1 + hit.len;
                }
            } else if article.shape(to) == Shape::Lower
                && let Some(hit) = article.find(to, class::RATED_KIND)
            {
                to += hit.len;
                if article.shape(to) == Shape::Clitic
                    && let Some(hit) = article.find(to + 1, class::RATED_KIND)
                {
                    to += 1 + hit.len;
                }
            }
            names.push(Name { from, to });
            i = to;
        }
    }
    names
}

/// Length of a rater's proper name at token `i`.
#[must_use]
pub fn rater_at(article: &Article<'_>, i: usize) -> Option<usize> {
    let hit = article.find(i, class::RATER)?;
    (capital(article, i) && scales::rows(hit.id, class::RATER).iter().any(|r| r.1 == 1))
        .then_some(hit.len)
}

/// Whether the name says that it is a thing of the scale's kind.
#[must_use]
pub fn fits(article: &Article<'_>, name: Name, scale: u8) -> bool {
    (name.from..name.to).any(|i| {
        article
            .find(i, class::RATED_KIND)
            .is_some_and(|h| i + h.len == name.to && scales::is_kind(h.id, scale))
    })
}

/// Whether some word of the name says so, though not its last.
fn holds(article: &Article<'_>, name: Name, scale: u8) -> bool {
    (name.from..name.to)
        .any(|i| article.find(i, class::RATED_KIND).is_some_and(|h| scales::is_kind(h.id, scale)))
}

/// The names of the article, for resolution.
pub struct Subjects<'a, 't> {
    /// The article.
    pub article: &'a Article<'t>,
    /// Its names.
    pub names: Vec<Name>,
    /// The name that the article has most often.
    pub main: Option<usize>,
}

/// Index of the name with most repeats; the longest form of it among the first.
#[must_use]
pub fn main(article: &Article<'_>, names: &[Name]) -> Option<usize> {
    let some = names.get(..names.len().min(120)).unwrap_or(names);
    let last = |n: &Name| article.word(n.to.wrapping_sub(1));
    (0..some.len().min(60)).max_by_key(|i| {
        let Some(name) = some.get(*i) else { return (0, 0, 0) };
        let count = some.iter().filter(|o| last(o) == last(name)).count();
        (count, name.to - name.from, usize::MAX - i)
    })
}

impl Subjects<'_, '_> {
    /// The words of a noun phrase, its names in their fullest form; `None` where it names nothing.
    #[must_use]
    pub fn named(&self, from: usize, to: usize) -> Option<String> {
        let article = self.article;
        let (from, to) = self.trim(from, to);
        let first = self.names.partition_point(|n| n.to <= from);
        let name = self.names.get(first).filter(|n| n.from < to)?;
        if name.from <= from + 1 && name.to >= to {
            let start = name.from.min(from);
            let best = self.fullest(Name { from: name.from, to });
            if best.to - best.from > to - name.from {
                return Some(article.words(best.from, best.to).to_string());
            }
            return Some(
                article
                    .words(if article.reads(from, "the") { from } else { start }, to)
                    .to_string(),
            );
        }
        Some(article.words(from, to).to_string())
    }

    /// Cuts quote marks, articles of no use and linking words off a phrase.
    #[must_use]
    pub fn trim(&self, mut from: usize, mut to: usize) -> (usize, usize) {
        let article = self.article;
        while from < to
            && (!article.shape(from).is_word() && article.shape(from) != Shape::Number
                || ["as", "to", "be", "and", "in", "a", "an", "at", "its", "for"]
                    .iter()
                    .any(|w| article.reads(from, w)))
        {
            from += 1;
        }
        while to > from {
            let last = to - 1;
            let shape = article.shape(last);
            if shape.is_word()
                && !article.is(last, class::SUBJECT_EDGE)
                && !["a", "an", "its", "only", "just", "the", "rare", "'s"]
                    .iter()
                    .any(|w| article.reads(last, w))
                || shape == Shape::Number
            {
                break;
            }
            to -= 1;
        }
        (from, to)
    }

    /// The longest name that starts with the same words.
    fn fullest(&self, name: Name) -> Name {
        let words = self.article.words(name.from, name.to);
        let mut best = name;
        // "Oakmoor Police" is whole; "Oakmoor Police Federation" is somebody else.
        let whole = (name.from + 1..name.to)
            .any(|i| self.article.find(i, class::RATED_KIND).is_some_and(|h| i + h.len == name.to));
        if whole {
            return name;
        }
        for other in self.names.iter().take(300) {
            work::step();
            let longer = other.to - other.from > best.to - best.from;
            if longer && self.article.words(other.from, other.to).starts_with(words) {
                best = *other;
            }
        }
        best
    }

    /// What a description ("the school", "it") stands for: the nearest name of the scale's kind before, else after.
    #[must_use]
    pub fn resolve(&self, at: usize, scale: u8) -> Option<String> {
        let split = self.names.partition_point(|n| n.from < at);
        let (before, after) = self.names.split_at_checked(split)?;
        let kind = |n: &&Name| fits(self.article, **n, scale);
        let long = |n: &&Name| n.to - n.from > 1 && kind(n);
        let found = before
            .iter()
            .rev()
            .take(40)
            .find(long)
            .or_else(|| after.iter().take(40).find(long))
            .or_else(|| before.iter().rev().take(40).find(kind))
            .or_else(|| before.iter().rev().take(40).find(|n| holds(self.article, **n, scale)))
            .or_else(|| self.names.get(self.main?))?;
        let full = self.fullest(*found);
        Some(self.article.words(full.from, full.to).to_string())
    }
}
