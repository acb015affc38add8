//! The content of an attribution: the words in marks beside it, or the clause before or behind it.

use super::attribution::{FINITE, OPENS};
use super::{ANY_CUE, Attribution, Found, Range, Reader, SAYS, Unit, mark};
use crate::lexicon::{WordId, class};
use crate::order;
use crate::report::QuoteKind;
use crate::tokens::Shape;

/// Tokens of what is described or who is accused, at most.
const OBJECT: usize = 12;

/// Tokens of who owns it, at most.
const OWNED: usize = 5;

/// Tokens between two dashes at most.
pub(super) const ASIDE: usize = 30;

impl Reader<'_, '_> {
    /// Makes the quote of one attribution; its content lies in `left..from` and `to..right`.
    pub(super) fn report(
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
        // "…, as Ann Day said": the word before it is none of what is said.
        let from = at.from.saturating_sub(1).max(left);
        let mut before_end = if a.reads(from, word!("as")) { from } else { at.from };
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
            .find(|(_, p)| p.closed && p.close < at.from && p.open >= left)
            .filter(|(n, _)| !used.get(*n).copied().unwrap_or(true));
        // "…, and said …": what stands before belongs to the clause before.
        let joined = a.is(at.from, class::CONJUNCTION);
        let direct_left = last_pair.filter(|(_, p)| p.close + 1 == before_end && !joined);
        let verb = a.find(at.cue.0, ANY_CUE).map(|h| h.id);
        let naming = verb.is_some_and(|v| v.is(class::NAMING) && !v.is(class::SAY));
        let ing = verb.is_some_and(|v| v.is(class::VERB_ING));
        let comma_before = !joined
            && direct_left.is_none()
            && before_end < at.from
            && before_end > left
            && a.shape(before_end) == Shape::Comma;
        // "The mill, Ann Day said, would close."
        // "Asked again, Ann Day said, “Never.”": a sentence of its own.
        let own = self.introduces(unit, at.to)
            && (a.shape(at.to + 2).is_capital() && a.word(at.to + 2).len() > 1
                || a.is(left, any!(VERB_PAST, WHEN))
                || a.is(unit.from, any!(VERB_PAST, WHEN))
                || ing);
        let about = self.is_relative(at);
        let parenthetical = comma_before
            && !own
            && !about
            && !at.inverted
            && a.shape(at.to) == Shape::Comma
            // "…, a study has found, raising fears"
            && !self.is_participle(at.to + 1)
            && (before_end > left + 1
                // "Hiring, she said, “can wait”"
                || a.is(left, class::VERB_ING)
                || self.introduces(unit, at.to) && !a.is(left, OPENS))
            && at.to + 2 < unit.to;
        // "It closed because, in Ann Day's words, “…”"
        let brings = self.introduces(unit, at.to);
        // "…, a judgment Ann Day called “odd”"
        let judged = naming && a.shape(at.to).is_quote_mark();
        let clause_left = !(at.according && brings || judged)
            && (at.according
                || parenthetical
                || !joined
                    && !about
                    && !own
                    && direct_left.is_none()
                    && before_end < at.from
                    && before_end > left
                    && !ing
                    && a.shape(before_end) == Shape::Comma
                    && !self.clause_follows(unit, at)
                    && (self.is_clause(unit, left, before_end)
                        || before_end > left + 3
                            && !a.is(left, any!(PREPOSITION, TIME_NOUN))
                            && self.is_over(at.to, unit.to))
                    && self.ends_unit(self.skip_work(unit, at.to, unit.to), right));
        // “…,” he also accuses it of theft, “… .” She added that it was late: those marks are somebody else's.
        let aims = direct_left.is_some_and(|(_, p)| naming || !at.inverted && self.is_full(p))
            && self.tail(unit, at, right, &[], naming, verb).is_some();
        // “…,” Ann Day is quoted as saying.
        let quoted_as = direct_left.is_some() && at.source.0 == before_end;
        if let Some((_, pair)) = direct_left.filter(|_| !aims)
            && (!ing || quoted_as)
        {
            let starts = pair.open == left || self.only_marks(unit, left, pair.open);
            // "With so many systems, “there is no danger,” she said": the marks open inside the clause.
            let inside = a.shape(pair.from()) == Shape::Lower
                && !matches!(a.shape_before(pair.open), Shape::Dash | Shape::Colon);
            if starts
                || !at.according
                    && !clause_left
                    && !inside
                    && self.is_statement(pair)
                    && !self.is_term(unit, pair)
            {
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
            } else if !(self.is_term(unit, pair) && a.is(left, any!(PREPOSITION, TIME_NOUN))
                || self.clause_follows(unit, at))
            {
                content.push((self.clause_start(unit, left, pair.close), pair.close + 1));
            }
        } else if clause_left
            // "and drove until, he says, the road ended"
            && !(parenthetical
                && a.is(before_end - 1, class::SUBORDINATOR)
                && a.is(before_end - 1, class::PREPOSITION))
        {
            content.push((self.clause_start(unit, left, before_end), before_end));
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
            if whole || inside && !self.is_term_inside(unit, p) {
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
        let says = at.according
            || verb.is_none_or(|v| v.is(SAYS))
            || self.says_on(at.cue.0, at.cue.1 - at.cue.0);
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
            // A dash is no word.
            cue: Some(at.cue).filter(|cue| a.shape(cue.0).is_word()),
            source: Some(source),
        });
        // What she says more in a clause about her, or somebody in one of time, is not what goes on.
        let aside = about || a.is(at.from.wrapping_sub(1), class::WHEN) && at.from > left + 1;
        let begun =
            self.last.filter(|(quote, end)| aside && quote + 1 == index && *end > unit.from);
        self.last = Some((begun.map_or(index, |begun| begun.0), end.max(at.to)));
        if let Some(pair) = unit.pairs.last().filter(|p| p.goes_on) {
            self.note_open(index, pair);
        }
    }

    /// "for the mill to be sold": whether "to" and a verb follow, in the same clause.
    fn infinitive_ahead(&self, from: usize, right: usize) -> bool {
        let a = self.a;
        (from + 2..right.min(from + OBJECT))
            .take_while(|i| a.shape(*i).is_word() || a.shape(*i) == Shape::Number)
            .any(|i| a.reads(i, word!("to")) && a.is(i + 1, class::VERB_BASE))
    }

    /// "raising"; not "including".
    fn is_participle(&self, i: usize) -> bool {
        self.a.is(i, class::VERB_ING) && !self.a.is(i, class::PREPOSITION)
    }

    /// Whether a verb follows the "to" at token `i`.
    pub(super) fn is_infinitive(&self, i: usize) -> bool {
        let a = self.a;
        let noun = any!(DETERMINER, POSSESSIVE, GROUP_NOUN, ROLE_PLURAL, OBJECT_PRONOUN);
        a.is(i + 1, class::VERB_BASE)
            || a.shape(i + 1) == Shape::Lower && !a.is(i + 1, noun)
            || a.shape(i + 1).is_quote_mark()
    }

    /// The content behind an attribution: from the word after the cue (and "that") to the clause's end.
    pub(super) fn tail(
        &self,
        unit: &Unit<'_>,
        at: &Attribution,
        right: usize,
        content: &[Range],
        naming: bool,
        verb: Option<WordId>,
    ) -> Option<Range> {
        let a = self.a;
        let mut from = if naming { at.to } else { self.skip_work(unit, at.to, right) };
        // "Noting that …, Ann Day left": up to the comma.
        let leads = !at.inverted && !at.according && at.source.0 >= at.to;
        let marked = unit.pair_at(at.source.0.wrapping_sub(1)).is_some();
        let comma = if marked { at.source.0 } else { at.source.0.saturating_sub(1) };
        let mut right = if leads { right.min(comma) } else { right };
        if let Some(comma) = self.lead_in_comma(unit, at, right) {
            right = comma;
        }
        // “…,” said Ann Day, who says it is late. “…”: the last words in marks go on with the first.
        if self.is_relative(at)
            && let Some(pair) = unit
                .pairs
                .iter()
                .find(|p| p.open > from && p.open < right && self.opens_sentence(p))
        {
            right = pair.open;
        }
        // "The survey, which found that it was late, is out": up to its own verb.
        if self.is_relative(at)
            && let Some(comma) = (from + 1..right).find(|k| {
                a.shape(*k) == Shape::Comma
                    && unit.pair_at(*k).is_none()
                    && a.is(k + 1, any!(AUXILIARY, VERB_PAST, VERB_S))
            })
        {
            right = comma;
        }
        // A further cue with the same subject: "promised … but warned …".
        while right > from
            && right < unit.to
            && (a.is(right - 1, any!(CONJUNCTION, ADVERB, CONTRAST))
                // ", which she called “a shame”"
                || a.is(right - 1, class::RELATIVE)
                || matches!(a.shape(right - 1), Shape::Comma | Shape::Semicolon | Shape::Open))
        {
            right -= 1;
        }
        if at.inverted || !content.is_empty() {
            // "…," she said, "…": only marks go on, or the rest of the clause after a comma.
            let comma = a.shape(from) == Shape::Comma || a.shape(from) == Shape::Dash;
            let skipped =
                (from..right.min(from + 8)).find(|i| unit.pairs.iter().any(|p| p.open == *i));
            // "mutters Ann Day, the pilot of “The Last Ferry,” and"
            let skipped = skipped.filter(|open| {
                a.shape(open - 1) != Shape::Lower
                    || !unit.pair_at(*open).is_some_and(|p| self.is_term(unit, p))
            });
            let unmarked = content.iter().all(|c| unit.pair_at(c.0).is_none());
            let goes_on = comma && at.source.0 < at.cue.0 && unmarked && !content.is_empty();
            if let Some(open) = skipped.filter(|_| !goes_on) {
                let plain = (from..open)
                    .all(|i| !a.is(i, any!(SUBORDINATOR, PRONOUN)) || a.is(i, class::PREPOSITION));
                return plain.then_some((open, right));
            }
            // "According to Ann Day, the mill would close."
            if at.according && comma && !a.is(from + 1, class::RELATIVE) {
                let ends =
                    content.is_empty() || content.iter().all(|c| !self.is_clause(unit, c.0, c.1));
                return ends.then(|| (from + 1, self.clause_stop(unit, from + 1, right)));
            }
            let clause = comma
                && at.source.0 < at.cue.0
                && unmarked
                && !at.according
                && !self.is_participle(from + 1);
            return clause.then_some((from + 1, right));
        }
        // "said on Tuesday that", "said in a statement:"
        let mut hops = 0;
        // "said after the hearing that", "said this week that"
        let that = (from + 1..right.min(from + 10)).find(|i| a.reads(*i, word!("that")));
        let told = a.reads(from, word!("to")) && verb.is_some_and(|v| v.is(class::TELL));
        let dated = a.is(from, class::PREPOSITION) && !told || a.is(from + 1, class::TIME_NOUN);
        if let Some(that) = that.filter(|that| {
            dated
                && !self.tells_of(*that)
                && !naming
                && (from..*that).all(|i| {
                    !a.is(i, any!(AUXILIARY, PRONOUN))
                        && !a.shape(i).is_quote_mark()
                        && (a.shape(i) != Shape::Lower || !a.is(i, class::VERB_PAST))
                })
        }) {
            from = that;
        }
        // "accepted, however, that"
        if a.shape(from) == Shape::Comma
            && a.is(from + 1, class::ADVERB)
            && a.shape(from + 2) == Shape::Comma
        {
            from += 3;
        }
        // "promised not to go": what is promised starts with "not".
        let not = usize::from(a.is(from, class::NEGATION) && a.reads(from + 1, word!("to")));
        while a.is(from, class::ADVERB)
            && not == 0
            && !a.is(from, any!(DETERMINER, PREPOSITION, SUBORDINATOR))
            && !a.reads(from, word!("there"))
            && !naming
        {
            from += 1;
        }
        while hops < 2
            && !a.reads(from, word!("to"))
            && not == 0
            && (a.is(from, class::PREPOSITION) && !a.is(from, class::SUBORDINATOR)
                || a.is(from, class::TIME_NOUN))
            // "said over 200 came", "warned up to 90 would go"
            && a.find(from, class::MODIFIER).is_none_or(|hit| a.shape(from + hit.len) != Shape::Number)
            // "asked for the mill to be sold"
            && !(a.reads(from, word!("for")) && self.infinitive_ahead(from, right))
            && !naming
        {
            let next = (from + 1..right.min(from + 12)).find(|i| {
                a.reads(*i, word!("that")) && !self.tells_of(*i)
                    || matches!(a.shape(*i), Shape::Colon | Shape::Comma)
                    || unit.pairs.iter().any(|p| p.open == *i)
            });
            let time = a.is(from, class::TIME_NOUN)
                || a.reads(from, word!("on")) && a.is(from + 1, class::TIME_NOUN);
            let behind = if a.is(from, class::TIME_NOUN) { from + 1 } else { from + 2 };
            if time && a.is(behind, any!(PRONOUN, DETERMINER, POSSESSIVE)) {
                from = behind;
                break;
            }
            match next {
                Some(i) => from = i,
                None if time => from = behind,
                None => break,
            }
            hops += 1;
        }
        from += not;
        // "told the council when asked about it: “…”"
        if a.is(from, class::WHEN)
            && let Some(pair) = unit.pairs.iter().find(|p| p.open > from && p.close <= right)
            && self.introduces(unit, pair.open - 1)
        {
            from = pair.open;
        }
        while from < right && matches!(a.shape(from), Shape::Comma | Shape::Colon | Shape::Dash) {
            from += 1;
        }
        if naming {
            // "described the mill as …", "called it …": from "as", or the marks.
            let as_at = (from..right).find(|i| {
                a.reads(*i, word!("as"))
                    || a.reads(*i, word!("of"))
                        && a.at(at.cue.0).word.lemma().spelling() == "accuse"
            });
            let mark_at =
                unit.pairs.iter().find(|p| p.open >= from && p.close <= right).map(|p| p.open);
            let start = match (as_at, mark_at) {
                (Some(x), Some(m)) if x < m => x + 1,
                // "hailed her players' “unbelievable” will"
                (_, Some(m)) if m < from + OWNED && a.owns(m - 1) => from,
                (_, Some(m)) => m,
                (Some(x), None) if x < from + OBJECT => x + 1,
                _ => return None,
            };
            let stop = self.clause_stop(unit, start, right);
            // "what it called “Y” in Z": all of it.
            let what = a.reads(at.source.0.wrapping_sub(1), word!("what"));
            // "called it a “disgrace” after …"
            let behind = unit.pairs.iter().rev().find(|p| p.open >= start && p.close < stop);
            let stop = behind.map_or(stop, |pair| {
                (pair.close + 1..stop)
                    .find(|i| {
                        // "called it a “clown” on her show"
                        *i == pair.close + 1
                            && !what
                            && (a.reads_any(*i, &words!["on", "in", "at", "during"])
                                || unit.headline && a.is(*i, class::PREPOSITION))
                            // "once described by a guest as “hollow” has been sold"
                            || *i == pair.close + 1
                                && a.reads(at.cue.1, word!("by"))
                                && a.is(*i, class::AUXILIARY)
                            // "calls it “hollow” and sells it"
                            || *i == pair.close + 1
                                && a.is(*i, class::CONJUNCTION)
                                && (a.is(i + 1, any!(VERB_PAST, VERB_S, VERB_ING))
                                    || a.word(i + 1).ends_with("ed"))
                            || a.is(*i, class::SUBORDINATOR) && !a.is(i - 1, class::PREPOSITION)
                            || a.shape(*i) == Shape::Comma
                    })
                    .unwrap_or(stop)
            });
            return Some((start, stop));
        }
        // "messaged a friend: “…”"
        if let Some(colon) = (from..right.min(from + OWNED)).find(|i| a.shape(*i) == Shape::Colon)
            && self.introduces(unit, colon)
            && (from..colon).all(|i| a.shape(i).is_word() && !a.is(i, FINITE))
        {
            from = colon + 1;
        }
        if a.reads(from, word!("that"))
            && !matches!(a.shape(from + 1), Shape::Period | Shape::Comma)
            && !a.is(from + 1, class::BE)
        {
            from += 1;
        }
        // "If the mayor says it, it is so": nothing is told.
        if a.is(from, class::OBJECT_PRONOUN) && a.shape(from + 1) == Shape::Comma {
            return None;
        }
        // "found fault with": a noun phrase, no clause.
        let shows = verb.is_some_and(|v| v.is(class::SHOW) && !v.is(class::SAY));
        if shows
            && !a.reads(from.wrapping_sub(1), word!("that"))
            && a.is(from + 1, class::PREPOSITION)
            && !a.is(from, class::PRONOUN)
            // "found 11 of the 29 were shut"
            && a.shape(from) != Shape::Number
        {
            return None;
        }
        // "help offered to children requires": no verb behind "to".
        if a.reads(from, word!("to")) && !self.is_infinitive(from) {
            return None;
        }
        let to = self.clause_stop(unit, from, right);
        let opens_pair = unit.pairs.iter().any(|p| p.open == from);
        let that = a.reads(from.wrapping_sub(1), word!("that")) && to > from + 2;
        let says = verb.is_some_and(|v| v.is(class::SAY));
        // "accepted it the same day"
        let object = a.is(from, class::OBJECT_PRONOUN)
            && a.is(from + 1, any!(DETERMINER, PREPOSITION, TIME_NOUN, WHEN))
            && !a.is(from + 1, any!(ADVERB, MODAL));
        let subject = says && a.is(from, class::PRONOUN) && !object && a.shape(from + 1).is_word()
            || that && (says || shows);
        let bare = verb.is_some_and(|v| v.is(class::NOUN_CUE)) && from == at.to && to > from + 1;
        let clause = opens_pair
            || subject
            || bare
            || self.says_more(&Attribution { to: from, ..*at }, to + 1)
            || self.is_clause(unit, from, to) && !a.reads(from, word!("to"))
            || a.reads(from, word!("to")) && verb.is_none_or(|v| v.is(any!(TO_DO, NOUN_CUE)));
        let marked = unit
            .pairs
            .iter()
            .any(|p| p.open >= from && p.close <= to + 1 && !self.is_term(unit, p));
        (from < to && (clause || marked)).then_some((from - not, to))
    }
}
