//! Checks: loose ends that a sub-editor would ask about. Runs behind all other stages and reads only what they found.
//!
//! Each rule is a function of its own, with examples and counter-examples in `checks/<rule>.toml`. Nothing is asked
//! about page furniture. A check is a question: it names the words, and says what is missing or what does not fit.

mod age;
mod change;
mod conversion;
mod days;
mod figures;
mod grades;
mod marks;
mod names;
mod sources;
mod text;

use crate::article::Article;
use crate::blocks::{Block, BlockKind};
use crate::dates::Date;
use crate::figures::Figure;
use crate::marks::Pair;
use crate::names::EntityId;
use crate::order;
use crate::quotes::{Quotes, Range};
use crate::report::{Check, CheckItem, List, Rating};
use crate::scales::Scales;
use crate::sentences::Sentence;
use crate::text::Span;

/// All that the stages before found.
pub struct Desk<'a, 't> {
    /// The article.
    pub article: &'a Article<'t>,
    /// Its blocks.
    pub blocks: &'a [Block],
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// Its pairs of quote marks.
    pub pairs: &'a [Pair],
    /// Its quotes and names.
    pub quotes: &'a Quotes,
    /// The numbers of its names in the report.
    pub numbers: &'a [Option<u32>],
    /// Its figures.
    pub figures: &'a [Figure],
    /// Its dates.
    pub dates: &'a [Date],
    /// Its own date.
    pub published: Option<&'a str>,
    /// Its ratings.
    pub ratings: &'a [Rating],
    /// The scales it was read with.
    pub scales: &'a Scales,
    /// What was asked so far.
    pub asked: Vec<Check>,
}

/// Every rule, or rules that share one walk.
const RULES: [fn(&mut Desk<'_, '_>); 14] = [
    sources::unnamed,
    sources::without,
    names::spellings,
    marks::unpaired,
    marks::mixed,
    figures::base,
    figures::values,
    figures::shares,
    figures::ranges,
    change::fits,
    conversion::differs,
    age::fits,
    days::ask,
    grades::ask,
];

/// Everything that there is to ask, in text order.
#[must_use]
pub fn find(mut desk: Desk<'_, '_>) -> Vec<Check> {
    text::characters(&mut desk);
    for rule in RULES {
        rule(&mut desk);
    }
    order::by_key(desk.asked, |check| check.spans.first().map_or(0, |span| u64::from(span.start)))
}

/// Most words of the article in a message.
const WORDS: usize = 10;

impl Desk<'_, '_> {
    /// Asks about those words.
    #[inline(never)]
    fn ask(&mut self, rule: &'static str, at: &[Range], items: &[CheckItem], message: &[&str]) {
        let spans = at.iter().map(|r| self.article.span(r.0, r.1)).collect();
        self.ask_about(rule, spans, items, message);
    }

    #[inline(never)]
    fn ask_about(
        &mut self,
        rule: &'static str,
        spans: Vec<Span>,
        items: &[CheckItem],
        message: &[&str],
    ) {
        let message = message.concat();
        self.asked.push(Check { rule, spans, message, items: items.to_vec() });
    }

    /// The words as a message gives them: in marks, and not more than a few.
    #[inline(never)]
    fn said(&self, (from, to): Range) -> String {
        let end = to.min(from + WORDS);
        let words = self.article.spaced(from, end);
        ["“", &words, if end < to { "…”" } else { "”" }].concat()
    }

    /// The place and number of an entity in the report.
    fn entity(&self, id: EntityId) -> Option<CheckItem> {
        Some(item(List::Entities, (*self.numbers.get(id)?)? as usize))
    }

    /// The sentence that holds token `i`.
    #[inline(never)]
    fn sentence(&self, i: usize) -> Range {
        let after = self.sentences.partition_point(|s| s.from <= i);
        self.sentences.get(after.wrapping_sub(1)).map_or((i, i), |s| (s.from, s.to))
    }

    /// The number of the block that holds token `i`.
    #[inline(never)]
    fn block(&self, i: usize) -> usize {
        self.blocks.partition_point(|b| b.from <= i).wrapping_sub(1)
    }

    /// The blocks that are no furniture.
    fn story(&self) -> impl Iterator<Item = &Block> + use<'_> {
        self.blocks.iter().filter(|b| b.kind != BlockKind::Furniture)
    }
}

/// Numbers with their places, by number: one routine for all rules.
#[inline(never)]
fn sorted(keys: Vec<(u64, usize)>) -> Vec<(u64, usize)> {
    order::by_key(keys, |(key, _)| *key)
}

/// An item of the report.
fn item(list: List, index: usize) -> CheckItem {
    CheckItem { list, index: index as u32 }
}

/// How far a written number may be off by its rounding, as a part of it: 1.2 may be 1.25, 300 may be 300.5.
#[inline(never)]
fn slack(article: &Article<'_>, (from, to): Range) -> f64 {
    let digits = (from..to).flat_map(|i| article.word(i).bytes()).filter(u8::is_ascii_digit);
    let number = digits.take(9).fold(0u32, |n, digit| n * 10 + u32::from(digit - b'0'));
    0.5 / f64::from(number.max(5))
}
