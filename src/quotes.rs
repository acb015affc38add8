//! Quotes: what somebody is reported to have said or written, and whose words they are.
//!
//! Sentences, marks and names in; quotes and terms out. Works on units: sentences that one pair of marks binds
//! together count as one. [`subject`] finds the phrase that names the source, [`source`] says whom it means.

mod attribution;
mod clause;
mod content;
mod cue;
mod memory;
mod phrase;
pub mod source;
mod speaker;
mod subject;
mod terms;

use crate::article::Article;
use crate::blocks::{Block, BlockKind};
use crate::lexicon::{Class, Gate, class};
use crate::marks::Pair;
use crate::names::Names;
use crate::order;
use crate::report::QuoteKind;
use crate::sentences::Sentence;
use crate::tokens::{Shape, Token};
use crate::work;
use source::{Resolver, SourceRef};

/// A range of tokens.
pub type Range = (usize, usize);

/// A quote in tokens.
#[derive(Clone, Debug)]
pub struct Found {
    /// How much of it stands in marks.
    pub kind: QuoteKind,
    /// What is said.
    pub content: Vec<Range>,
    /// The parts in marks.
    pub quoted: Vec<Range>,
    /// The reporting words.
    pub cue: Option<Range>,
    /// Whose words.
    pub source: Option<SourceRef>,
}

/// Quotes and terms of an article, and the names with the sources that have none.
#[derive(Debug, Default)]
pub struct Quotes {
    /// The quotes in text order.
    pub quotes: Vec<Found>,
    /// Words in marks that are nobody's statement.
    pub terms: Vec<Range>,
    /// Names, unnamed sources added.
    pub names: Names,
}

/// Verbs that can report beside marks.
const ANY_CUE: Class = any!(SAY, SHOW, TELL, TO_DO, NAMING, NOUN_CUE, FEELING, MANNER);

/// All that an attribution is told by.
const CUES: Gate =
    gate!(ACCORDING, OWN_WORDS, SAY, SHOW, TELL, TO_DO, NAMING, NOUN_CUE, FEELING, MANNER);

/// Whether a word in small letters, which is no cue that the lexicon has, looks like a verb: "boomed".
fn is_unknown_verb(word: &str) -> bool {
    word.len() > 4 && (word.ends_with("ed") || word.ends_with("es"))
}

/// Verbs that report without marks.
const SAYS: Class = any!(SAY, SHOW, TO_DO, NOUN_CUE);

/// Pairs of marks and tokens in one unit at most: work inside a unit grows faster than its size.
const UNIT_PAIRS: usize = 24;
const UNIT_TOKENS: usize = 1200;

/// Words of a term at most, if nothing else tells a term from a statement.
const TERM_WORDS: usize = 4;

/// Finds the quotes.
#[must_use]
pub fn find(
    article: &Article<'_>,
    blocks: &[Block],
    pairs: &[Pair],
    sentences: &[Sentence],
    names: Names,
) -> Quotes {
    // `William "Bud" Kessler`: marks inside a name are no quote's.
    let (nicknames, outer): (Vec<Pair>, Vec<Pair>) = pairs
        .iter()
        .copied()
        .filter(|p| p.level == 0)
        .partition(|p| names.at(p.open).is_some_and(|m| p.close < m.to));
    let mut reader = Reader {
        a: article,
        resolver: Resolver::new(article, sentences, &outer, names),
        out: Quotes::default(),
        open: None,
        last: None,
        announced: None,
        rated: !outer.is_empty()
            && (0..article.len()).any(|i| article.find(i, class::RATER).is_some()),
    };
    let mut s = 0;
    while let Some(first) = sentences.get(s) {
        let Some(block) = blocks.get(first.block) else { break };
        let mut to = first.to;
        s += 1;
        if block.kind == BlockKind::Furniture {
            continue;
        }
        // Marks that a sentence leaves open bind the next one to it.
        let mut p = outer.partition_point(|p| p.open < first.from);
        let from_pair = p;
        loop {
            work::step();
            match outer.get(p) {
                Some(pair) if pair.open < to => {
                    while pair.close >= to && to < block.to {
                        let Some(next) = sentences.get(s) else { break };
                        to = next.to;
                        s += 1;
                    }
                    p += 1;
                }
                _ => break,
            }
        }
        // “Why?” Ann Day asked: the attribution is cut off as a sentence of its own.
        while let Some(next) = sentences.get(s).filter(|next| {
            next.block == first.block
                && outer
                    .get(p.wrapping_sub(1))
                    .is_some_and(|pair| pair.closed && pair.close + 1 == to)
                && is_attribution(article, next)
        }) {
            to = next.to;
            s += 1;
            p += outer.get(p..).unwrap_or(&[]).iter().take_while(|pair| pair.open < to).count();
        }
        let unit = Unit {
            from: first.from,
            to,
            block: *block,
            headline: block.kind == BlockKind::Headline
                || block.from < OPENING && article.is_title(first.from, to),
            pairs: outer.get(from_pair..p).unwrap_or(&[]),
        };
        reader.read(&unit);
    }
    let mut out = reader.out;
    out.names = reader.resolver.names;
    out.terms.extend(nicknames.iter().map(|p| (p.from(), p.to())));
    out.quotes =
        order::by_key(out.quotes, |q| order::range(q.content.first().copied().unwrap_or_default()));
    out
}

/// Words before the verb of an attribution that opens a sentence, at most.
const SUBJECT: usize = 10;

/// The same, where what stands beside a name ends before the verb.
const APPOSED: usize = 24;

/// "Ann Day asked on Monday.": a sentence that only names who speaks.
fn is_attribution(article: &Article<'_>, sentence: &Sentence) -> bool {
    let cues = any!(SAY, MANNER);
    let reach = sentence.to.min(sentence.from + SUBJECT);
    let mut verbs = (sentence.from + 1..sentence.to.min(sentence.from + APPOSED))
        .filter(|i| article.shape(*i) == Shape::Lower && article.is(*i, any!(VERB_PAST, VERB_S)))
        // "in an emailed statement", "to questions"
        .filter(|i| {
            !article.is(i - 1, any!(DETERMINER, POSSESSIVE))
                && !article.is(i - 1, class::PREPOSITION)
        });
    // "Ann Day, a clerk who came in May, said warmly"
    let closes = |i: &usize| matches!(article.shape_before(*i), Shape::Comma | Shape::Close);
    let verb = verbs.next().filter(|i| *i < reach || closes(i)).map(|first| {
        let cue = article.find(first, cues).is_some();
        let later = if cue { None } else { verbs.find(closes) };
        later.unwrap_or(first)
    });
    // "That is why, he added,": a clause of its own.
    let verb = verb.filter(|i| {
        let subject = i.saturating_sub(1);
        !article.is(subject, class::PRONOUN)
            || subject == sentence.from
            || article.shape_before(subject) != Shape::Comma
    });
    let Some(hit) = verb.and_then(|i| Some((i, article.find(i, cues)?))) else { return false };
    let mut behind = hit.0 + hit.1.len;
    if article.shape(behind) == Shape::Lower && article.word(behind).ends_with("ly") {
        behind += 1;
    }
    // "said to reporters", "says of the race"
    if hit.1.id.is(class::SAY)
        && !hit.1.id.is(class::TO_DO)
        && article.is(behind, class::PREPOSITION)
    {
        return true;
    }
    // "asked reporters", "told the court"
    let to = (behind..behind + ADDRESSEE).find(|i| *i >= sentence.to || ends(article, *i));
    to.is_some_and(|to| {
        to == behind
            || hit.1.id.is(class::TELL)
                && !(behind..to).any(|i| article.is(i, any!(PRONOUN, SUBORDINATOR)))
    })
}

/// Whether an attribution's verb may end its clause before token `i`.
fn ends(article: &Article<'_>, i: usize) -> bool {
    matches!(article.shape(i), Shape::Period | Shape::End)
        || article.shape(i) == Shape::Comma && !article.shape(i + 1).is_quote_mark()
        || article.find(i, any!(PREPOSITION, TIME_NOUN, ADVERB, WHEN)).is_some()
            && !article.is(i, class::DETERMINER)
            && !article.reads(i, word!("to"))
}

/// Tokens of a speaker's name in a transcript, at most.
const SPEAKER: usize = 6;

/// Tokens behind the name of who signs, at most.
const SIGNED: usize = 12;

/// Tokens that say who was told, at most.
const ADDRESSEE: usize = 8;

/// Tokens before the first line, at most.
const OPENING: usize = 3;

/// Sentences bound together by marks.
struct Unit<'p> {
    from: usize,
    to: usize,
    block: Block,
    /// A headline, or a first line in its capitals.
    headline: bool,
    pairs: &'p [Pair],
}

impl Unit<'_> {
    /// The pair that holds token `i`, marks included.
    fn pair_at(&self, i: usize) -> Option<&Pair> {
        // Outermost pairs do not overlap: only the last one opened before can hold the token.
        let after = self.pairs.partition_point(|p| p.open <= i);
        self.pairs.get(after.wrapping_sub(1)).filter(|p| i <= p.close && (p.closed || i < p.close))
    }
}

/// An attribution: a reporting word with its source.
#[derive(Clone, Copy, Debug)]
struct Attribution {
    cue: Range,
    source: Range,
    /// The words of both: nothing of it is content.
    from: usize,
    to: usize,
    inverted: bool,
    according: bool,
    /// The pair that holds the cue: “reassured families” the council would act.
    marked: Option<Range>,
}

struct Reader<'a, 't> {
    a: &'a Article<'t>,
    resolver: Resolver<'a, 't>,
    out: Quotes,
    /// Index of a quote whose marks open again in the next paragraph.
    open: Option<usize>,
    /// The last quote, the block it ends in, and where.
    last: Option<(usize, usize)>,
    /// An attribution that a colon ends, for the words in marks of the next paragraph.
    announced: Option<(Option<Range>, Range)>,
    /// Whether the article names a body that rates, so that a grade's words in marks are a grade.
    rated: bool,
}

impl Reader<'_, '_> {
    fn read(&mut self, unit: &Unit<'_>) {
        // More marks or words than any sentence of news has: nobody's speech.
        if unit.pairs.len() > UNIT_PAIRS || unit.to - unit.from > UNIT_TOKENS {
            return;
        }
        if self.signed(unit) {
            return;
        }
        let mut used = vec![false; unit.pairs.len()];
        let attributions = self.attributions(unit);
        // “…,” she continued: words that go on under a cue of their own.
        let cued =
            |pair: &Pair| pair.closed && attributions.iter().any(|at| at.from == pair.close + 1);
        // `“LEE: If I may.”` in a transcript: a speaker of its own.
        if let Some(first) = unit.pairs.first().filter(|p| p.open == unit.block.from)
            && let Some(colon) = self.speaker(first)
        {
            let source = self.resolver.resolve(first.from(), colon);
            let index = self.out.quotes.len();
            self.out.quotes.push(Found {
                kind: QuoteKind::Direct,
                content: vec![(first.from(), first.to())],
                quoted: vec![(first.from(), first.to())],
                cue: None,
                source: Some(source),
            });
            mark(&mut used, 0);
            self.note_open(index, first);
            self.last = Some((index, unit.block.from));
        } else if let (Some(quote), Some(first)) = (self.open.take(), unit.pairs.first())
            && first.open == unit.block.from
            && !cued(first)
        {
            self.append(quote, (first.from(), first.to()));
            mark(&mut used, 0);
            self.note_open(quote, first);
            self.last = Some((quote, unit.block.from));
        }
        // “… .” She added that it was late: a sentence of the last speaker before one with a cue of its own.
        if let (Some(first), Some(at)) = (unit.pairs.first(), attributions.first())
            && first.open == unit.from
            && used.first() == Some(&false)
            && self.is_full(first)
            && !at.inverted
            && at.from == first.close + 1
            && self
                .tail(unit, at, attributions.get(1).map_or(unit.to, |n| n.from), &[], false, None)
                .is_some()
        {
            self.sentence(unit, first);
            mark(&mut used, 0);
        }
        for (k, attribution) in attributions.iter().enumerate() {
            let before = k.checked_sub(1).and_then(|k| attributions.get(k));
            let left = match before {
                Some(before) if self.resumes(before, attribution) => attribution.from,
                Some(before) => {
                    self.lead_in_comma(unit, before, attribution.from).unwrap_or(before.to)
                }
                None => unit.from,
            };
            let next = attributions.get(k + 1);
            let mut right = next.map_or(unit.to, |n| n.from);
            // “Why?” asked Ann Day: those words in marks are not the cue's before.
            if let Some(pair) = unit.pairs.iter().find(|p| p.closed && p.close + 1 == right)
                && next.is_some_and(|n| n.source.0 >= right && (n.inverted || !self.is_full(pair)))
                && pair.open > attribution.to
                && !self.introduces(unit, attribution.to)
                && self.is_statement(pair)
            {
                right = pair.open;
            }
            self.report(unit, attribution, left, right, &mut used);
        }
        self.unattributed(unit, &mut used, attributions.is_empty());
        self.announced = self.announcement(unit, attributions.last());
    }

    /// "– Ann Day" in a line of its own: whose the words in marks in the line before are.
    fn signed(&mut self, unit: &Unit<'_>) -> bool {
        let dash = matches!(self.a.shape(unit.from), Shape::Dash | Shape::Hyphen);
        let name = self.resolver.names.at(unit.from + 1).filter(|m| m.from == unit.from + 1);
        let Some((name, (last, end))) = name.copied().zip(self.last).filter(|_| dash) else {
            return false;
        };
        let next = self.resolver.sentences_between(end, unit.from) == 1;
        let bare = self.out.quotes.get(last).is_some_and(|q| q.cue.is_none());
        let short = unit.pairs.is_empty() && unit.to.saturating_sub(name.to) < SIGNED;
        if next && bare && short {
            let source = self.resolver.resolve(name.from, name.to);
            if let Some(quote) = self.out.quotes.get_mut(last) {
                quote.source = Some(source);
            }
        }
        next && bare && short
    }

    /// The colon behind a name in capitals that opens words in marks.
    fn speaker(&self, pair: &Pair) -> Option<usize> {
        let stop = pair.to().min(pair.from() + SPEAKER);
        let colon = (pair.from() + 1..stop).find(|i| self.a.shape(*i) == Shape::Colon)?;
        let name = (pair.from()..colon)
            .all(|i| matches!(self.a.shape(i), Shape::Upper | Shape::Initialism | Shape::Period));
        name.then_some(colon)
    }

    /// "Ann Day said:" or "Ann Day made this promise:" at the end of a paragraph.
    fn announcement(
        &self,
        unit: &Unit<'_>,
        last: Option<&Attribution>,
    ) -> Option<(Option<Range>, Range)> {
        if self.a.shape_before(unit.to) != Shape::Colon || unit.pair_at(unit.to - 1).is_some() {
            return None;
        }
        match last {
            Some(at) => Some((Some(at.cue), at.source)),
            None => self.last_subject(unit, unit.to).map(|source| (None, source)),
        }
    }

    fn append(&mut self, quote: usize, range: Range) {
        if let Some(q) = self.out.quotes.get_mut(quote) {
            q.content.push(range);
            q.quoted.push(range);
            if q.kind == QuoteKind::Indirect {
                q.kind = QuoteKind::Mixed;
            }
        }
    }

    fn note_open(&mut self, quote: usize, pair: &Pair) {
        self.open = pair.goes_on.then_some(quote);
    }
}

fn mark(used: &mut [bool], n: usize) {
    if let Some(slot) = used.get_mut(n) {
        *slot = true;
    }
}

/// Words inside a pair of marks.
#[inline(never)]
fn words(article: &Article<'_>, pair: &Pair) -> usize {
    let to = pair.to().min(pair.from() + 40);
    let word = |token: &Token| token.shape.is_word() || token.shape == Shape::Number;
    article.which(pair.from()..to, word).count()
}
