//! Quotes: what somebody is reported to have said or written, and whose words they are.
//!
//! Sentences, marks and names in; quotes and terms out. Works on units: sentences that one pair of marks binds
//! together count as one. [`subject`] finds the phrase that names the source, [`source`] says whom it means.

pub mod source;
mod subject;

use crate::article::Article;
use crate::blocks::{Block, BlockKind};
use crate::lexicon::{Class, class};
use crate::marks::Pair;
use crate::names::Names;
use crate::order;
use crate::report::QuoteKind;
use crate::sentences::Sentence;
use crate::tokens::{Gap, Shape};
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
const ANY_CUE: Class = class::SAY
    .or(class::SHOW)
    .or(class::TELL)
    .or(class::TO_DO)
    .or(class::NAMING)
    .or(class::FEELING)
    .or(class::MANNER);

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
    let outer: Vec<Pair> = pairs.iter().copied().filter(|p| p.level == 0).collect();
    let mut reader = Reader {
        a: article,
        resolver: Resolver::new(article, names),
        out: Quotes::default(),
        open: None,
        last: None,
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
        let unit = Unit {
            from: first.from,
            to,
            block: *block,
            pairs: outer.get(from_pair..p).unwrap_or(&[]),
        };
        reader.read(&unit);
    }
    let mut out = reader.out;
    out.names = reader.resolver.names;
    out.quotes =
        order::by_key(out.quotes, |q| order::range(q.content.first().copied().unwrap_or_default()));
    out
}

/// Sentences bound together by marks.
struct Unit<'p> {
    from: usize,
    to: usize,
    block: Block,
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
}

impl Reader<'_, '_> {
    fn read(&mut self, unit: &Unit<'_>) {
        // More marks or words than any sentence of news has: nobody's speech.
        if unit.pairs.len() > UNIT_PAIRS || unit.to - unit.from > UNIT_TOKENS {
            return;
        }
        let mut used = vec![false; unit.pairs.len()];
        // Marks that go on from the paragraph before.
        if let (Some(quote), Some(first)) = (self.open.take(), unit.pairs.first())
            && first.open == unit.block.from
        {
            self.append(quote, (first.from(), first.to()));
            mark(&mut used, 0);
            self.note_open(quote, first);
            self.last = Some((quote, unit.block.from));
        }
        let attributions = self.attributions(unit);
        for (k, attribution) in attributions.iter().enumerate() {
            let left = if k == 0 {
                unit.from
            } else {
                attributions.get(k - 1).map_or(unit.from, |p| p.to)
            };
            let right = attributions.get(k + 1).map_or(unit.to, |n| n.from);
            self.report(unit, attribution, left, right, &mut used);
        }
        self.unattributed(unit, &mut used, attributions.is_empty());
    }

    fn append(&mut self, quote: usize, range: Range) {
        if let Some(q) = self.out.quotes.get_mut(quote) {
            q.content.push(range);
            q.quoted.push(range);
        }
    }

    fn note_open(&mut self, quote: usize, pair: &Pair) {
        self.open = pair.goes_on.then_some(quote);
    }

    /// The attributions of a unit, in order; they do not overlap.
    fn attributions(&self, unit: &Unit<'_>) -> Vec<Attribution> {
        let a = self.a;
        let names = &self.resolver.names;
        let mut found: Vec<Attribution> = Vec::new();
        let mut start = unit.from;
        let mut i = unit.from;
        while i < unit.to {
            if let Some(pair) = unit.pair_at(i) {
                if let Some(marked) = self.cue_in_marks(pair, start) {
                    i = marked.to;
                    start = i;
                    found.push(marked);
                    continue;
                }
                i = if pair.closed { pair.close + 1 } else { pair.close.max(i + 1) };
                if found.last().is_none_or(|f: &Attribution| f.to < i) {
                    start = i;
                }
                continue;
            }
            if let Some(hit) = a.find(i, class::ACCORDING)
                && let Some(source) = subject::after(a, names, i + hit.len, unit.to)
            {
                let to = self.skip_apposition(source.1, unit.to);
                found.push(Attribution {
                    cue: (i, i + hit.len),
                    source,
                    from: i,
                    to,
                    inverted: true,
                    according: true,
                    marked: None,
                });
                i = to.max(i + 1);
                start = i;
                continue;
            }
            let attribution =
                self.at_cue(unit, i, start).or_else(|| self.at_joined_cue(unit, i, found.last()));
            if let Some(attribution) =
                attribution.filter(|x| !self.is_nested(unit, x, found.last()))
            {
                i = attribution.to.max(i + 1);
                start = i;
                found.push(attribution);
                continue;
            }
            i += 1;
        }
        found
    }

    /// `Ann Day “reassured families” the mill was safe`: the reporting verb itself stands in marks.
    fn cue_in_marks(&self, pair: &Pair, start: usize) -> Option<Attribution> {
        let a = self.a;
        let cue = a
            .find(pair.from(), class::SAY.or(class::TELL))
            .filter(|hit| hit.id.is(class::VERB_PAST.or(class::VERB_S)))?;
        let clause_follows =
            a.shape(pair.close + 1).is_word() && a.at(pair.close + 1).gap == Gap::Space;
        if !pair.closed || pair.open <= start || words(a, pair) > TERM_WORDS || !clause_follows {
            return None;
        }
        let source = subject::before(a, &self.resolver.names, pair.open, start)?;
        let cue = (pair.from(), pair.from() + cue.len);
        let to = pair.close + 1;
        Some(Attribution {
            cue,
            source,
            from: source.0,
            to,
            inverted: false,
            according: false,
            marked: Some((pair.from(), pair.to())),
        })
    }

    /// "Ofsted rated it good and said …", "promised …, but warned …": the subject of the verb before.
    fn at_joined_cue(
        &self,
        unit: &Unit<'_>,
        i: usize,
        last: Option<&Attribution>,
    ) -> Option<Attribution> {
        let a = self.a;
        let hit = a
            .find(i, class::SAY.or(class::SHOW).or(class::NAMING))
            .filter(|hit| hit.id.is(class::VERB_PAST.or(class::VERB_S)))?;
        let before = subject::skip_back(a, i, unit.from);
        if !a.is(before.wrapping_sub(1), class::CONJUNCTION)
            || before <= unit.from + 1
            || a.shape(i) != Shape::Lower
            || a.is(i - 1, class::BE)
        {
            return None;
        }
        let says = hit.id.is(class::SAY);
        if !says && !self.mark_ahead(unit, i + hit.len) {
            return None;
        }
        let source = match last {
            Some(last) => last.source,
            None => self.main_subject(unit, before - 1)?,
        };
        let mut to = i + hit.len;
        if hit.id.is(class::TELL) {
            to = self.skip_addressee(to, unit.to);
        }
        Some(Attribution {
            cue: (i, i + hit.len),
            source,
            from: before - 1,
            to,
            inverted: false,
            according: false,
            marked: None,
        })
    }

    /// Whether an attribution stands inside what an earlier one reports: "said the report shows …".
    fn is_nested(&self, unit: &Unit<'_>, at: &Attribution, last: Option<&Attribution>) -> bool {
        let Some(last) = last.filter(|l| !l.according && !l.inverted) else { return false };
        if at.according {
            return false;
        }
        let a = self.a;
        let joined = a
            .is(subject::skip_back(a, at.cue.0, last.to).wrapping_sub(1), class::CONJUNCTION)
            && at.source == last.source;
        let participle = a.is(at.cue.0, class::VERB_ING)
            && a.before(subject::skip_back(a, at.cue.0, last.to)).shape == Shape::Comma;
        let beside = at.from > unit.from
            && unit.pair_at(at.from - 1).is_some_and(|p| p.open >= last.to)
            || at.from > unit.from + 1
                && a.before(at.from).shape == Shape::Comma
                && unit.pair_at(at.from - 2).is_some_and(|p| p.open >= last.to);
        !(joined || participle || beside)
    }

    /// Behind a source: ", the council's leader," belongs to it.
    fn skip_apposition(&self, to: usize, limit: usize) -> usize {
        let a = self.a;
        if a.shape(to) != Shape::Comma || to + 1 >= limit {
            return to;
        }
        let stop = limit.min(to + 24);
        let role = (to + 1..stop.min(to + 8)).any(|i| a.find(i, class::ROLE).is_some())
            || a.is(to + 1, class::RELATIVE);
        if !role {
            return to;
        }
        (to + 1..stop)
            .find(|i| {
                matches!(a.shape(*i), Shape::Comma | Shape::Colon | Shape::Period)
                    || a.shape(*i).is_quote_mark()
            })
            .unwrap_or(to)
    }

    /// The attribution whose reporting verb starts at token `i`.
    fn at_cue(&self, unit: &Unit<'_>, i: usize, start: usize) -> Option<Attribution> {
        let a = self.a;
        let names = &self.resolver.names;
        let behind_mark = i > unit.from && unit.pair_at(i - 1).is_some();
        let hit = a.find(i, ANY_CUE);
        let len = hit.map_or(1, |h| h.len);
        let mark_ahead = self.mark_ahead(unit, i + len);
        let unknown_verb = hit.is_none()
            && a.shape(i) == Shape::Lower
            && (a.word(i).ends_with("ed") || a.word(i).ends_with("es"))
            && a.word(i).len() > 4;
        let verb = hit.map(|h| h.id);
        if verb.is_none() && !(unknown_verb && behind_mark) {
            return None;
        }
        let says = verb.is_some_and(|v| v.is(class::SAY.or(class::SHOW).or(class::TO_DO)));
        let form = verb.is_none_or(|v| v.is(class::VERB_PAST.or(class::VERB_S)));
        let base = verb.is_some_and(|v| v.is(class::VERB_BASE));
        let ing = verb.is_some_and(|v| v.is(class::VERB_ING));
        // "a claim", "the report": nouns.
        let noun_before = a.is(i.wrapping_sub(1), class::DETERMINER.or(class::POSSESSIVE))
            || a.reads_clitic_s(i.wrapping_sub(1))
            || a.is(i.wrapping_sub(1), class::PREPOSITION) && !ing;
        if noun_before || !(form || base || ing) || a.shape(i) != Shape::Lower {
            return None;
        }
        let whole_pairs = unit.pairs.iter().any(|p| p.to() - p.from() > 1);
        let needs_marks = !says;
        // "…," said Ann Day.
        if behind_mark && (form || base) {
            let from = if hit.is_none() { i + 1 } else { i + len };
            if let Some(source) = subject::after(a, names, from, unit.to) {
                let proper = a
                    .is(source.0, class::PRONOUN.or(class::DETERMINER).or(class::POSSESSIVE))
                    || names.at(source.0).is_some()
                    || self.is_source_noun(source);
                if proper {
                    let to = self.skip_apposition(source.1, unit.to);
                    return Some(Attribution {
                        cue: (i, i + len),
                        source,
                        from: i,
                        to,
                        inverted: true,
                        according: false,
                        marked: None,
                    });
                }
            }
        }
        let source = if ing {
            self.subject_of_participle(unit, i, start)
        } else {
            subject::before(a, names, i, start)
        };
        let source = source?;
        verb?;
        let behind_pair = source.0 > unit.from && unit.pair_at(source.0 - 1).is_some();
        if needs_marks
            && !(mark_ahead
                || behind_pair
                || whole_pairs && verb.is_some_and(|v| v.is(class::NAMING.or(class::FEELING))))
        {
            return None;
        }
        if base && !self.plural(source) && !self.modal_before(i) && !a.is(source.0, class::PRONOUN)
        {
            return None;
        }
        // "found" reports only for documents, inspectors and bodies.
        if verb.is_some_and(|v| v.is(class::SHOW) && !v.is(class::SAY))
            && !mark_ahead
            && !behind_pair
            && !self.shows(source)
        {
            return None;
        }
        let negated = a.is(i - 1, class::NEGATION)
            || a.is(i.wrapping_sub(2), class::NEGATION)
                && a.is(i - 1, class::AUXILIARY.or(class::ADVERB));
        if negated || self.modal_before(i) && !mark_ahead {
            return None;
        }
        // "was said", "is told": passive.
        if a.is(i - 1, class::BE) && !ing {
            return None;
        }
        let from = source.0.min(i);
        let mut to = i + len;
        if verb.is_some_and(|v| v.is(class::TELL)) {
            to = self.skip_addressee(to, unit.to);
        }
        Some(Attribution {
            cue: (i, i + len),
            source,
            from,
            to,
            inverted: false,
            according: false,
            marked: None,
        })
    }

    fn modal_before(&self, i: usize) -> bool {
        self.a.is(i.wrapping_sub(1), class::MODAL)
            || self.a.reads(i.wrapping_sub(1), "to")
            || self.a.is(i.wrapping_sub(2), class::MODAL)
                && self.a.is(i.wrapping_sub(1), class::NEGATION.or(class::ADVERB))
    }

    /// Whether an opening mark follows within a few tokens, in the same clause.
    fn mark_ahead(&self, unit: &Unit<'_>, from: usize) -> bool {
        let next = unit.pairs.iter().find(|p| p.open >= from);
        next.is_some_and(|p| {
            (from..p.open).all(|i| !matches!(self.a.shape(i), Shape::Period | Shape::Semicolon))
        })
    }

    /// ", saying …", ", warning …": the subject of the main clause.
    fn subject_of_participle(&self, unit: &Unit<'_>, i: usize, _start: usize) -> Option<Range> {
        let a = self.a;
        let before = a.before(i).shape;
        let joined = a.is(i.wrapping_sub(1), class::CONJUNCTION.or(class::ADVERB));
        if before != Shape::Comma && !joined {
            return None;
        }
        if let Some((quote, _)) = self.last.filter(|(_, end)| *end >= unit.from) {
            return self.out.quotes.get(quote).and_then(|q| q.source).map(|s| (s.from, s.to));
        }
        self.main_subject(unit, i)
    }

    /// The subject of the first verb of the unit, looked for before token `i`.
    fn main_subject(&self, unit: &Unit<'_>, i: usize) -> Option<Range> {
        let a = self.a;
        let names = &self.resolver.names;
        (unit.from..i)
            .find(|k| {
                let verb = a.is(*k, class::VERB_PAST.or(class::VERB_S).or(class::AUXILIARY))
                    && a.shape(*k) == Shape::Lower;
                let regular = a.shape(*k) == Shape::Lower && a.word(*k).ends_with("ed");
                (verb || regular) && unit.pair_at(*k).is_none()
            })
            .and_then(|verb| subject::before(a, names, verb, unit.from))
    }

    fn is_source_noun(&self, (from, to): Range) -> bool {
        let nouns = class::ROLE
            .or(class::ROLE_PLURAL)
            .or(class::PERSON_NOUN)
            .or(class::GROUP_NOUN)
            .or(class::ORG_NOUN)
            .or(class::DOC_NOUN);
        (from..to).any(|i| self.a.find(i, nouns).is_some())
            || self.resolver.names.within(from, to).next().is_some()
    }

    fn plural(&self, (from, to): Range) -> bool {
        let a = self.a;
        (from..to).any(|i| {
            a.is(i, class::ROLE_PLURAL.or(class::GROUP_NOUN)) || a.is(i, class::CONJUNCTION)
        }) || a.word(to - 1).ends_with('s')
            || a.shape(to - 1) == Shape::Number
    }

    fn shows(&self, (from, to): Range) -> bool {
        let a = self.a;
        let nouns = class::DOC_NOUN
            .or(class::ROLE_PLURAL)
            .or(class::ORG_NOUN)
            .or(class::STATEMENT_NOUN)
            .or(class::GROUP_NOUN);
        let body =
            self.resolver.names.within(from, to).any(|m| {
                self.resolver.names.entity(m.entity).is_some_and(|e| e.sort == "regulator")
            });
        body || (from..to).any(|i| a.find(i, nouns).is_some())
            || a.reads(from, "it")
            || a.reads(from, "they")
    }

    /// "told the Gazette", "warned him": who is told belongs to the attribution.
    fn skip_addressee(&self, from: usize, limit: usize) -> usize {
        let a = self.a;
        if a.is(from, class::OBJECT_PRONOUN) {
            return from + 1;
        }
        if a.is(from, class::SUBORDINATOR) && !a.is(from, class::DETERMINER)
            || a.reads(from, "that") && !a.shape(from + 1).is_word()
        {
            return from;
        }
        let names = &self.resolver.names;
        let named = names.at(from).filter(|m| m.from == from);
        let phrase = a.is(from, class::DETERMINER.or(class::POSSESSIVE))
            || a.find(from, class::ROLE_PLURAL.or(class::GROUP_NOUN).or(class::PERSON_NOUN))
                .is_some();
        if named.is_none() && !phrase || a.reads(from, "that") {
            return from;
        }
        let mut to = named.map_or(from + 1, |m| m.to);
        while to < limit && to < from + 8 {
            let token = a.at(to);
            let stops = !token.shape.is_word()
                && !matches!(token.shape, Shape::Hyphen | Shape::Clitic)
                || token.word.is(class::SUBORDINATOR
                    .or(class::PRONOUN)
                    .or(class::AUXILIARY)
                    .or(class::DETERMINER)
                    .or(class::POSSESSIVE))
                || a.reads(to, "to");
            if stops {
                break;
            }
            to += 1;
        }
        // Only if a clause follows: "told the council that …", "told staff: …".
        let clause = a.is(
            to,
            class::SUBORDINATOR.or(class::PRONOUN).or(class::DETERMINER).or(class::POSSESSIVE),
        ) || matches!(a.shape(to), Shape::Colon | Shape::Comma)
            || a.shape(to).is_quote_mark()
            || a.reads(to, "to");
        if clause {
            to
        } else if let Some(m) = named {
            m.to
        } else {
            from
        }
    }

    /// Makes the quote of one attribution; its content lies in `left..from` and `to..right`.
    fn report(
        &mut self,
        unit: &Unit<'_>,
        at: &Attribution,
        left: usize,
        right: usize,
        used: &mut [bool],
    ) {
        let a = self.a;
        let mut content: Vec<Range> = Vec::new();
        let mut pairs_used: Vec<usize> = Vec::new();
        // Words before the attribution.
        let mut before_end = at.from;
        while before_end > left
            && matches!(a.shape(before_end - 1), Shape::Comma | Shape::Dash | Shape::Colon)
        {
            before_end -= 1;
        }
        let last_pair = unit
            .pairs
            .iter()
            .enumerate()
            .rev()
            .find(|(_, p)| p.closed && p.close < at.from && p.open >= left);
        // "…, and said …": what stands before belongs to the clause before.
        let joined = a.is(at.from, class::CONJUNCTION);
        let direct_left = last_pair.filter(|(_, p)| p.close + 1 == before_end && !joined);
        let verb = a.find(at.cue.0, ANY_CUE).map(|h| h.id);
        let naming = verb.is_some_and(|v| v.is(class::NAMING) && !v.is(class::SAY));
        let ing = verb.is_some_and(|v| v.is(class::VERB_ING));
        let clause_left = at.according
            || !joined
                && direct_left.is_none()
                && before_end < at.from
                && before_end > left
                && !ing
                && a.shape(before_end) == Shape::Comma
                && self.is_clause(unit, left, before_end)
                && self.ends_unit(at.to, unit.to);
        if let Some((_, pair)) = direct_left
            && !ing
        {
            let starts = pair.open == left || self.only_marks(unit, left, pair.open);
            if starts || !at.according && !clause_left && self.is_statement(pair) {
                for (n, p) in unit.pairs.iter().enumerate() {
                    if p.open >= left
                        && p.close < at.from
                        && !used.get(n).copied().unwrap_or(false)
                        && (starts || std::ptr::eq(p, pair))
                    {
                        content.push((p.from(), p.to()));
                        pairs_used.push(n);
                    }
                }
            } else {
                content.push((self.clause_start(left, pair.close), pair.close + 1));
            }
        } else if clause_left {
            content.push((self.clause_start(left, before_end), before_end));
        }
        if let Some(marked) = at.marked {
            content.push(marked);
        }
        // Words behind the attribution.
        let none: &[Range] = &[];
        let taken = if at.marked.is_some() { none } else { &content };
        let tail = self.tail(unit, at, right, taken, naming, verb);
        if let Some((from, to)) = tail {
            let first = unit.pairs.iter().enumerate().find(|(_, p)| p.open == from);
            match first {
                Some((n, pair)) if self.closes_clause(unit, pair, to) => {
                    content.push((pair.from(), pair.to()));
                    pairs_used.push(n);
                    // Further sentences in marks of their own follow in the same unit.
                    for (m, p) in unit.pairs.iter().enumerate().skip(n + 1) {
                        if p.close <= to && self.only_marks(unit, pair.close + 1, p.open) {
                            content.push((p.from(), p.to()));
                            pairs_used.push(m);
                        }
                    }
                }
                _ => content.push((from, to)),
            }
        }
        content.retain(|(from, to)| from < to);
        if content.is_empty() {
            return;
        }
        // Marks inside a reported clause.
        let mut quoted: Vec<Range> = Vec::new();
        for (n, p) in unit.pairs.iter().enumerate() {
            if used.get(n).copied().unwrap_or(true) {
                continue;
            }
            let whole = pairs_used.contains(&n) || at.marked == Some((p.from(), p.to()));
            let inside = content.iter().any(|(from, to)| *from <= p.open && p.close <= *to + 1);
            if whole || inside && !self.is_term(p) {
                quoted.push((p.from(), p.to()));
                mark(used, n);
            } else if inside {
                self.out.terms.push((p.from(), p.to()));
                mark(used, n);
            }
        }
        let kind = if pairs_used.len() == content.len() && !quoted.is_empty() {
            QuoteKind::Direct
        } else if quoted.is_empty() {
            QuoteKind::Indirect
        } else {
            QuoteKind::Mixed
        };
        let says =
            at.according || verb.is_none_or(|v| v.is(class::SAY.or(class::SHOW).or(class::TO_DO)));
        if kind == QuoteKind::Indirect && !says {
            return;
        }
        let content: Vec<Range> = order::by_key(content, |r| order::range(*r))
            .into_iter()
            .map(|r| self.trim(r))
            .filter(|(f, t)| f < t)
            .collect();
        let source = self.resolver.resolve(at.source.0, at.source.1);
        let index = self.out.quotes.len();
        let end = content.last().map_or(unit.to, |c| c.1);
        self.out.quotes.push(Found {
            kind,
            content,
            quoted,
            cue: Some(at.cue),
            source: Some(source),
        });
        self.last = Some((index, end.max(at.to)));
        if let Some(pair) = unit.pairs.last().filter(|p| p.goes_on) {
            self.note_open(index, pair);
        }
    }

    /// The content behind an attribution: from the word after the cue (and "that") to the clause's end.
    fn tail(
        &self,
        unit: &Unit<'_>,
        at: &Attribution,
        right: usize,
        content: &[Range],
        naming: bool,
        verb: Option<crate::lexicon::WordId>,
    ) -> Option<Range> {
        let a = self.a;
        let mut from = at.to;
        let mut right = right;
        // A further cue with the same subject: "promised … but warned …".
        while right > from
            && right < unit.to
            && (a.is(right - 1, class::CONJUNCTION.or(class::ADVERB))
                || a.shape(right - 1) == Shape::Comma)
        {
            right -= 1;
        }
        if at.inverted || !content.is_empty() {
            // "…," she said, "…": only marks go on, or the rest of the clause after a comma.
            let comma = a.shape(from) == Shape::Comma || a.shape(from) == Shape::Dash;
            let skipped =
                (from..right.min(from + 8)).find(|i| unit.pairs.iter().any(|p| p.open == *i));
            if let Some(open) = skipped {
                let plain = (from..open).all(|i| {
                    !a.is(i, class::SUBORDINATOR.or(class::PRONOUN)) || a.is(i, class::PREPOSITION)
                });
                return plain.then_some((open, right));
            }
            let clause = comma
                && at.source.0 < at.cue.0
                && content.iter().all(|c| unit.pair_at(c.0).is_none())
                && !at.according;
            return clause.then_some((from + 1, right));
        }
        // "said on Tuesday that", "said in a statement:"
        let mut hops = 0;
        while hops < 2
            && !a.reads(from, "to")
            && (a.is(from, class::PREPOSITION) && !a.is(from, class::SUBORDINATOR)
                || a.is(from, class::TIME_NOUN)
                || a.is(from, class::ADVERB) && !a.is(from, class::DETERMINER))
            && !naming
        {
            let next = (from + 1..right.min(from + 12)).find(|i| {
                a.reads(*i, "that")
                    || matches!(a.shape(*i), Shape::Colon | Shape::Comma)
                    || unit.pairs.iter().any(|p| p.open == *i)
            });
            let time = a.is(from, class::TIME_NOUN)
                || a.reads(from, "on") && a.is(from + 1, class::TIME_NOUN);
            match next {
                Some(i) => from = i,
                None if time => from += if a.is(from, class::TIME_NOUN) { 1 } else { 2 },
                None => break,
            }
            hops += 1;
        }
        while from < right && matches!(a.shape(from), Shape::Comma | Shape::Colon | Shape::Dash) {
            from += 1;
        }
        if naming {
            // "described the mill as …", "called it …": from "as", or the marks.
            let as_at = (from..right).find(|i| {
                a.reads(*i, "as")
                    || a.reads(*i, "of")
                        && verb.is_some_and(|v| a.reads(at.cue.0, "accused") || v.is(class::NAMING))
            });
            let mark_at =
                unit.pairs.iter().find(|p| p.open >= from && p.close <= right).map(|p| p.open);
            let start = match (as_at, mark_at) {
                (Some(x), Some(m)) if x < m => x + 1,
                (_, Some(m)) => m,
                (Some(_), None) | (None, None) => return None,
            };
            return Some((start, self.clause_stop(unit, start, right)));
        }
        if a.reads(from, "that") && !matches!(a.shape(from + 1), Shape::Period | Shape::Comma) {
            from += 1;
        }
        // "found fault with": a noun phrase, no clause.
        let shows = verb.is_some_and(|v| v.is(class::SHOW) && !v.is(class::SAY));
        if shows
            && !a.reads(from.wrapping_sub(1), "that")
            && a.is(from + 1, class::PREPOSITION)
            && !a.is(from, class::PRONOUN)
        {
            return None;
        }
        let to = self.clause_stop(unit, from, right);
        let opens_pair = unit.pairs.iter().any(|p| p.open == from);
        let clause = opens_pair
            || self.is_clause(unit, from, to)
            || a.reads(from, "to") && verb.is_some_and(|v| v.is(class::TO_DO.or(class::FEELING)));
        let marked =
            unit.pairs.iter().any(|p| p.open >= from && p.close <= to + 1 && !self.is_term(p));
        (from < to && (clause || marked)).then_some((from, to))
    }

    /// Where a reported clause ends: the unit's last mark, without a gloss behind a dash.
    fn clause_stop(&self, unit: &Unit<'_>, from: usize, right: usize) -> usize {
        let a = self.a;
        let mut i = from;
        while i < right {
            if let Some(pair) = unit.pair_at(i) {
                i = pair.close.max(i) + 1;
                continue;
            }
            if a.shape(i) == Shape::Dash
                && i > from + 2
                && a.at(i).gap == Gap::Space
                && !unit.pairs.iter().any(|p| p.open > i && p.open < right)
            {
                return i;
            }
            i += 1;
        }
        right.min(unit.to)
    }

    /// Whether the words could be a clause: a verb among them.
    fn is_clause(&self, unit: &Unit<'_>, from: usize, to: usize) -> bool {
        let a = self.a;
        (from..to).any(|i| {
            let lower = a.shape(i) == Shape::Lower;
            let verb = a
                .is(i, class::AUXILIARY.or(class::VERB_PAST).or(class::VERB_S).or(class::MODAL))
                && lower;
            let regular = lower
                && a.word(i).len() > 3
                && (a.word(i).ends_with("ed") || a.word(i).ends_with('s') && i > from + 1);
            let clitic = a.shape(i) == Shape::Clitic && !a.reads_clitic_s(i)
                || a.reads_clitic_s(i) && a.is(i.wrapping_sub(1), class::PRONOUN);
            (verb || regular || clitic) && unit.pair_at(i).is_none()
        }) || unit.pairs.iter().any(|p| p.open >= from && p.close <= to)
    }

    /// Whether nothing but an end mark, or an adverbial, follows token `i`.
    fn ends_unit(&self, i: usize, to: usize) -> bool {
        (i..to).all(|k| !self.a.shape(k).is_word()) || self.a.shape(i) == Shape::Comma || to - i < 8
    }

    /// Where a clause that ends at `to` starts: behind "But", "And" and marks.
    fn clause_start(&self, left: usize, to: usize) -> usize {
        let mut from = left;
        while from < to
            && (matches!(
                self.a.shape(from),
                Shape::Comma | Shape::Period | Shape::Dash | Shape::Colon | Shape::Bullet
            ) || self.a.is(from, class::CONJUNCTION))
        {
            from += 1;
        }
        from
    }

    /// Whether only pairs of marks and punctuation stand in `from..to`.
    fn only_marks(&self, unit: &Unit<'_>, from: usize, to: usize) -> bool {
        (from..to).all(|i| {
            unit.pair_at(i).is_some()
                || !self.a.shape(i).is_word() && self.a.shape(i) != Shape::Number
        })
    }

    /// Whether a pair of marks ends the clause that reaches to `to`: nothing but punctuation or more marks follows.
    fn closes_clause(&self, unit: &Unit<'_>, pair: &Pair, to: usize) -> bool {
        let behind = if pair.closed { pair.close + 1 } else { pair.close };
        self.only_marks(unit, behind, to)
            || self.is_statement(pair)
                && matches!(self.a.shape(behind), Shape::Comma | Shape::Period)
    }

    /// A sentence of its own in marks: its end mark stands inside them.
    fn is_statement(&self, pair: &Pair) -> bool {
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
    fn is_term(&self, pair: &Pair) -> bool {
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
        let graded = n <= 3 && (verb_near || before_noun || verb_back && is_grade);
        let capitals = (pair.from()..pair.to()).filter(|i| a.shape(*i).is_capital()).count();
        let title = n >= 2 && capitals * 3 >= n * 2 && !self.is_end_marked(pair);
        called || graded || title
    }

    fn is_end_marked(&self, pair: &Pair) -> bool {
        matches!(
            self.a.before(pair.to()).shape,
            Shape::Comma | Shape::Period | Shape::Question | Shape::Exclamation
        )
    }

    /// Pairs that no attribution took: the same speaker goes on, or they are terms.
    fn unattributed(&mut self, unit: &Unit<'_>, used: &mut [bool], alone: bool) {
        let a = self.a;
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
                let source = self.resolver.last().and_then(|entity| self.carried(entity));
                let index = self.out.quotes.len();
                self.out.quotes.push(Found {
                    kind: QuoteKind::Direct,
                    content: vec![range],
                    quoted: vec![range],
                    cue: None,
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
    fn carried(&self, entity: usize) -> Option<SourceRef> {
        self.out.quotes.iter().rev().take(8).find_map(|q| q.source.filter(|s| s.entity == entity))
    }

    /// Cuts punctuation off the ends of a content.
    fn trim(&self, (mut from, mut to): Range) -> Range {
        let a = self.a;
        while from < to
            && matches!(a.shape(from), Shape::Comma | Shape::Colon | Shape::Dash | Shape::Semicolon)
        {
            from += 1;
        }
        let inside_marks =
            a.shape(from.wrapping_sub(1)).is_quote_mark() && a.shape(to).is_quote_mark();
        while to > from
            && !inside_marks
            && matches!(
                a.shape(to - 1),
                Shape::Comma | Shape::Colon | Shape::Dash | Shape::Semicolon | Shape::Period
            )
        {
            to -= 1;
        }
        if to > from + 1 && a.shape(to - 1).is_quote_mark() {
            to -= 1;
        }
        while to > from && !inside_marks && matches!(a.shape(to - 1), Shape::Period | Shape::Comma)
        {
            to -= 1;
        }
        if a.shape(from).is_quote_mark() {
            from += 1;
        }
        (from, to)
    }
}

fn mark(used: &mut [bool], n: usize) {
    if let Some(slot) = used.get_mut(n) {
        *slot = true;
    }
}

/// Words inside a pair of marks.
fn words(article: &Article<'_>, pair: &Pair) -> usize {
    (pair.from()..pair.to())
        .take(40)
        .filter(|i| article.shape(*i).is_word() || article.shape(*i) == Shape::Number)
        .count()
}
