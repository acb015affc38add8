//! Words in marks without an attribution: a speaker who goes on, or terms that are nobody's statement.

use super::source::SourceRef;
use super::{Found, Reader, TERM_WORDS, Unit, mark, words};
use crate::blocks::BlockKind;
use crate::lexicon::class;
use crate::marks::Pair;
use crate::report::QuoteKind;
use crate::tokens::Shape;

impl Reader<'_, '_> {
    /// A sentence of its own in marks: its end mark stands inside them.
    pub(super) fn is_statement(&self, pair: &Pair) -> bool {
        let last = self.a.before(pair.to()).shape;
        matches!(
            last,
            Shape::Comma
                | Shape::Period
                | Shape::Question
                | Shape::Exclamation
                | Shape::Ellipsis
                | Shape::Dash
        ) || words(self.a, pair) > TERM_WORDS
            || !pair.closed
    }

    /// Words in marks that are nobody's statement: a grade, a title, a so-called thing.
    pub(super) fn is_term(&self, pair: &Pair) -> bool {
        let a = self.a;
        let n = words(a, pair);
        if n > 8 {
            return false;
        }
        let near = pair.open.saturating_sub(3)..pair.open;
        let called = near.clone().any(|i| {
            a.find(i, class::SO_CALLED).is_some_and(|hit| {
                i + hit.len >= pair.open.saturating_sub(1) && i + hit.len <= pair.open
            })
        });
        let verb_near = near.clone().any(|i| {
            a.is(i, class::GRADING)
                && (i + 1..pair.open).all(|k| !matches!(a.shape(k), Shape::Comma | Shape::Period))
        });
        let verb_back = (pair.open.saturating_sub(12)..pair.open).any(|i| a.is(i, class::GRADING));
        let is_grade =
            a.find(pair.from(), class::GRADE).is_some_and(|h| pair.from() + h.len == pair.to());
        let before_noun = a.is(pair.close + 1, class::GRADE_NOUN);
        let graded =
            n <= 3 && (verb_near || before_noun || verb_back && is_grade) || is_grade && self.rated;
        let capitals = (pair.from()..pair.to()).filter(|i| a.shape(*i).is_capital()).count();
        let title = n >= 2 && capitals * 3 >= n * 2 && !self.is_end_marked(pair);
        called || graded || title
    }

    pub(super) fn is_end_marked(&self, pair: &Pair) -> bool {
        matches!(
            self.a.before(pair.to()).shape,
            Shape::Comma | Shape::Period | Shape::Question | Shape::Exclamation
        )
    }

    /// Pairs that no attribution took: the same speaker goes on, or they are terms.
    pub(super) fn unattributed(&mut self, unit: &Unit<'_>, used: &mut [bool], alone: bool) {
        let a = self.a;
        let mut announced = self.announced.take();
        for (n, pair) in unit.pairs.iter().enumerate() {
            if used.get(n).copied().unwrap_or(true) {
                continue;
            }
            mark(used, n);
            let range = (pair.from(), pair.to());
            let whole = alone && self.only_marks(unit, unit.from, unit.to);
            let statement = self.is_statement(pair) && words(a, pair) > 2;
            if whole && statement && unit.block.kind != BlockKind::Headline {
                let same_block = self.last.filter(|(_, end)| *end > unit.block.from);
                if let Some((quote, _)) = same_block {
                    self.append(quote, range);
                    self.note_open(quote, pair);
                    self.last = Some((quote, pair.to()));
                    continue;
                }
                let (cue, source) = match announced.take() {
                    Some((cue, (from, to))) => (cue, Some(self.resolver.resolve(from, to))),
                    None => (None, self.resolver.last().and_then(|entity| self.carried(entity))),
                };
                let index = self.out.quotes.len();
                self.out.quotes.push(Found {
                    kind: QuoteKind::Direct,
                    content: vec![range],
                    quoted: vec![range],
                    cue,
                    source,
                });
                self.note_open(index, pair);
                self.last = Some((index, pair.to()));
            } else if words(a, pair) > TERM_WORDS && !self.is_term(pair) {
                let source = self.resolver.last().and_then(|entity| self.carried(entity));
                self.out.quotes.push(Found {
                    kind: QuoteKind::Direct,
                    content: vec![range],
                    quoted: vec![range],
                    cue: None,
                    source,
                });
            } else {
                self.out.terms.push(range);
            }
        }
    }

    /// The source of the last attributed quote, with its mention.
    pub(super) fn carried(&self, entity: usize) -> Option<SourceRef> {
        self.out.quotes.iter().rev().take(8).find_map(|q| q.source.filter(|s| s.entity == entity))
    }
}
