//! The content of an attribution: the words in marks beside it, or the clause before or behind it.

use super::{ANY_CUE, Attribution, Found, Range, Reader, SAYS, Unit, mark};
use crate::lexicon::{WordId, class};
use crate::marks::Pair;
use crate::order;
use crate::report::QuoteKind;
use crate::tokens::{Gap, Shape};

/// Tokens of what is described or who is accused, at most.
const OBJECT: usize = 12;

/// Tokens between two dashes at most.
const ASIDE: usize = 30;

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
        let mut before_end = if a.reads(from, "as") { from } else { at.from };
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
            && before_end > left + 1
            && at.to + 2 < unit.to;
        let clause_left = at.according
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
                && self.ends_unit(self.skip_work(unit, at.to, unit.to), right);
        // “…,” he also accuses it of theft, “… .” She added that it was late: those marks are somebody else's.
        let aims = direct_left.is_some_and(|(_, p)| naming || !at.inverted && self.is_full(p))
            && self.tail(unit, at, right, &[], naming, verb).is_some();
        if let Some((_, pair)) = direct_left.filter(|_| !aims)
            && !ing
        {
            let starts = pair.open == left || self.only_marks(unit, left, pair.open);
            // "With so many systems, “there is no danger,” she said": the marks open inside the clause.
            let inside = a.shape(pair.from()) == Shape::Lower
                && !matches!(a.before(pair.open).shape, Shape::Dash | Shape::Colon);
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
        let says = at.according || verb.is_none_or(|v| v.is(SAYS));
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
        // What she says more in a clause about her is not what goes on.
        let begun =
            self.last.filter(|(quote, end)| about && quote + 1 == index && *end > unit.from);
        self.last = Some((begun.map_or(index, |begun| begun.0), end.max(at.to)));
        if let Some(pair) = unit.pairs.last().filter(|p| p.goes_on) {
            self.note_open(index, pair);
        }
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
        let mut right = if leads { right.min(at.source.0 - 1) } else { right };
        // “…,” said Ann Day, who says it is late. “…”: the last words in marks go on with the first.
        if self.is_relative(at)
            && let Some(pair) = unit
                .pairs
                .iter()
                .find(|p| p.open > from && p.open < right && self.opens_sentence(p))
        {
            right = pair.open;
        }
        // A further cue with the same subject: "promised … but warned …".
        while right > from
            && right < unit.to
            && (a.is(right - 1, any!(CONJUNCTION, ADVERB, CONTRAST))
                // ", which she called “a shame”"
                || a.is(right - 1, class::RELATIVE) && a.before(right - 1).shape == Shape::Comma
                || matches!(a.shape(right - 1), Shape::Comma | Shape::Semicolon | Shape::Open))
        {
            right -= 1;
        }
        if at.inverted || !content.is_empty() {
            // "…," she said, "…": only marks go on, or the rest of the clause after a comma.
            let comma = a.shape(from) == Shape::Comma || a.shape(from) == Shape::Dash;
            let skipped =
                (from..right.min(from + 8)).find(|i| unit.pairs.iter().any(|p| p.open == *i));
            let unmarked = content.iter().all(|c| unit.pair_at(c.0).is_none());
            let goes_on = comma && at.source.0 < at.cue.0 && unmarked && !content.is_empty();
            if let Some(open) = skipped.filter(|_| !goes_on) {
                let plain = (from..open)
                    .all(|i| !a.is(i, any!(SUBORDINATOR, PRONOUN)) || a.is(i, class::PREPOSITION));
                return plain.then_some((open, right));
            }
            // "According to Ann Day, the mill would close."
            if at.according && comma {
                let ends =
                    content.is_empty() || content.iter().all(|c| !self.is_clause(unit, c.0, c.1));
                return ends.then(|| (from + 1, self.clause_stop(unit, from + 1, right)));
            }
            let clause = comma && at.source.0 < at.cue.0 && unmarked && !at.according;
            return clause.then_some((from + 1, right));
        }
        // "said on Tuesday that", "said in a statement:"
        let mut hops = 0;
        // "said after the hearing that", "said this week that"
        let that = (from + 1..right.min(from + 10)).find(|i| a.reads(*i, "that"));
        let dated = a.is(from, class::PREPOSITION) || a.is(from + 1, class::TIME_NOUN);
        if let Some(that) = that.filter(|that| {
            dated
                && !naming
                && (from..*that).all(|i| {
                    !a.is(i, any!(AUXILIARY, PRONOUN))
                        && !a.shape(i).is_quote_mark()
                        && (a.shape(i) != Shape::Lower || !a.is(i, class::VERB_PAST))
                })
        }) {
            from = that;
        }
        // "promised not to go": what is promised starts with "not".
        let not = usize::from(a.is(from, class::NEGATION) && a.reads(from + 1, "to"));
        while a.is(from, class::ADVERB)
            && not == 0
            && !a.is(from, any!(DETERMINER, PREPOSITION, SUBORDINATOR))
            && !a.reads(from, "there")
            && !naming
        {
            from += 1;
        }
        while hops < 2
            && !a.reads(from, "to")
            && not == 0
            && (a.is(from, class::PREPOSITION) && !a.is(from, class::SUBORDINATOR)
                || a.is(from, class::TIME_NOUN))
            && !naming
        {
            let next = (from + 1..right.min(from + 12)).find(|i| {
                a.reads(*i, "that")
                    || matches!(a.shape(*i), Shape::Colon | Shape::Comma)
                    || unit.pairs.iter().any(|p| p.open == *i)
            });
            let time = a.is(from, class::TIME_NOUN)
                || a.reads(from, "on") && a.is(from + 1, class::TIME_NOUN);
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
                a.reads(*i, "as")
                    || a.reads(*i, "of")
                        && verb.is_some_and(|v| a.reads(at.cue.0, "accused") || v.is(class::NAMING))
            });
            let mark_at =
                unit.pairs.iter().find(|p| p.open >= from && p.close <= right).map(|p| p.open);
            let start = match (as_at, mark_at) {
                (Some(x), Some(m)) if x < m => x + 1,
                (_, Some(m)) => m,
                (Some(x), None) if x < from + OBJECT => x + 1,
                _ => return None,
            };
            let stop = self.clause_stop(unit, start, right);
            // "called it a “disgrace” after …"
            let behind = unit.pairs.iter().rev().find(|p| p.open >= start && p.close < stop);
            let stop = behind.map_or(stop, |pair| {
                (pair.close + 1..stop)
                    .find(|i| {
                        a.is(*i, class::SUBORDINATOR) && !a.is(i - 1, class::PREPOSITION)
                            || a.shape(*i) == Shape::Comma
                    })
                    .unwrap_or(stop)
            });
            return Some((start, stop));
        }
        if a.reads(from, "that")
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
            && !a.reads(from.wrapping_sub(1), "that")
            && a.is(from + 1, class::PREPOSITION)
            && !a.is(from, class::PRONOUN)
        {
            return None;
        }
        // "help offered to children requires": no verb behind "to".
        let noun = any!(DETERMINER, POSSESSIVE, GROUP_NOUN, ROLE_PLURAL, OBJECT_PRONOUN);
        let infinitive = a.is(from + 1, class::VERB_BASE)
            || a.shape(from + 1) == Shape::Lower && !a.is(from + 1, noun)
            || a.shape(from + 1).is_quote_mark();
        if a.reads(from, "to") && !infinitive {
            return None;
        }
        let to = self.clause_stop(unit, from, right);
        let opens_pair = unit.pairs.iter().any(|p| p.open == from);
        let subject = verb.is_some_and(|v| v.is(class::SAY))
            && (a.is(from, class::PRONOUN) && a.shape(from + 1).is_word()
                || a.reads(from.wrapping_sub(1), "that") && to > from + 2);
        let bare = verb.is_some_and(|v| v.is(class::NOUN_CUE)) && from == at.to && to > from + 1;
        let clause = opens_pair
            || subject
            || bare
            || self.says_more(&Attribution { to: from, ..*at }, to + 1)
            || self.is_clause(unit, from, to) && !a.reads(from, "to")
            || a.reads(from, "to") && verb.is_none_or(|v| v.is(any!(TO_DO, NOUN_CUE)));
        let marked = unit
            .pairs
            .iter()
            .any(|p| p.open >= from && p.close <= to + 1 && !self.is_term(unit, p));
        (from < to && (clause || marked)).then_some((from - not, to))
    }

    /// Where a reported clause ends: the unit's last mark, without a gloss behind a dash.
    pub(super) fn clause_stop(&self, unit: &Unit<'_>, from: usize, right: usize) -> usize {
        let a = self.a;
        let mut i = from;
        let mut depth = 0;
        while i < right {
            if let Some(pair) = unit.pair_at(i) {
                i = pair.close.max(i) + 1;
                // A comma inside the marks ends the clause: “…,” meaning that …
                let comma = pair.closed && a.before(pair.to()).shape == Shape::Comma;
                if comma && i < right && !unit.pairs.iter().any(|p| p.open >= i && p.open < right) {
                    return i;
                }
                continue;
            }
            let marks_follow = || unit.pairs.iter().any(|p| p.open > i && p.open < right);
            match a.shape(i) {
                Shape::Open => depth += 1,
                // The clause stands in brackets of its own.
                Shape::Close if depth == 0 => return i,
                Shape::Close => depth -= 1,
                // ", citing …", ", adding …": the writer goes on.
                Shape::Comma
                    if depth == 0
                        && a.is(i + 1, class::GLOSS_VERB)
                        && a.is(i + 1, class::VERB_ING) =>
                {
                    return i;
                }
                // "; they only learned of it": a sentence of its own, and no further part of a list.
                Shape::Semicolon
                    if depth == 0
                        && !marks_follow()
                        && a.is(i + 1, any!(PRONOUN, DETERMINER, CONJUNCTION)) =>
                {
                    return i;
                }
                // ": 42% of voters say": a report of its own.
                Shape::Colon
                    if depth == 0
                        && i > from + 2
                        && !marks_follow()
                        && (i + 1..unit.to.min(i + ASIDE))
                            .any(|k| a.is(k, class::SAY) && !a.is(k, class::VERB_ING)) =>
                {
                    return i;
                }
                // ", though she did not say when": the writer's.
                Shape::Comma
                    if depth == 0
                        && (a.reads(i + 1, "though")
                            || a.reads(i + 1, "although")
                            || a.reads(i + 1, "as") && a.is(i + 2, class::DETERMINER))
                        && !marks_follow() =>
                {
                    return i;
                }
                Shape::Dash if i > from && a.at(i).gap == Gap::Space && !marks_follow() => {
                    // Words between two dashes interrupt the clause, words behind one are the writer's.
                    let second = (i + 1..right.min(i + ASIDE))
                        .find(|k| a.shape(*k) == Shape::Dash && a.at(*k).gap == Gap::Space);
                    match second {
                        Some(dash) => i = dash,
                        None => return i,
                    }
                }
                _ => {}
            }
            i += 1;
        }
        right.min(unit.to)
    }

    /// Whether the words could be a clause: a verb among them.
    pub(super) fn is_clause(&self, unit: &Unit<'_>, from: usize, to: usize) -> bool {
        let a = self.a;
        // A verb behind "after", "which" or "when" is of a clause inside, up to the next comma: "reported its third
        // case after two were seen".
        let opens = a.is(from, class::SUBORDINATOR);
        let mut inner = false;
        let headline = unit.headline;
        let followed = any!(DETERMINER, POSSESSIVE, OBJECT_PRONOUN, ADVERB, SUBORDINATOR);
        (from..to).any(|i| {
            let lower = a.shape(i) == Shape::Lower || headline && i > from;
            if a.shape(i) == Shape::Comma {
                inner = false;
            } else if lower
                && i > from
                && !opens
                && a.is(i, class::SUBORDINATOR)
                && !a.is(i, class::ADVERB)
                && !a.reads(i, "that")
            {
                inner = true;
            }
            if inner {
                return false;
            }
            let verb = a.is(i, any!(AUXILIARY, VERB_PAST, VERB_S, MODAL)) && lower;
            // "the videos show": a plural right before its verb.
            let plural = lower
                && a.is(i, class::VERB_BASE)
                && i > from
                && (a.word(i - 1).ends_with('s') || a.is(i - 1, class::GROUP_NOUN));
            let regular = lower
                && a.word(i).len() > 3
                && (a.word(i).ends_with("ed")
                    || a.word(i).ends_with('s')
                        && i > from
                        && (a.is(i + 1, followed) || a.reads(i + 1, "to")));
            let clitic = a.shape(i) == Shape::Clitic && !a.reads_clitic_s(i)
                || a.reads_clitic_s(i) && a.is(i.wrapping_sub(1), class::PRONOUN);
            (verb || plural || regular || clitic) && unit.pair_at(i).is_none()
        }) || unit.pairs.iter().any(|p| p.open >= from && p.close <= to)
    }

    /// Whether nothing but a time and an end mark follows token `i`.
    fn is_over(&self, i: usize, to: usize) -> bool {
        (i..to).all(|k| {
            !self.a.shape(k).is_word() || self.a.is(k, class::TIME_NOUN) || self.a.reads(k, "on")
        })
    }

    /// "Asked again, she said there was no danger": what is said stands behind the cue.
    fn clause_follows(&self, unit: &Unit<'_>, at: &Attribution) -> bool {
        let a = self.a;
        let opens = a.reads(at.to, "that")
            || a.is(at.to, any!(PRONOUN, POSSESSIVE, DETERMINER))
            || a.reads(at.to, "there")
            || self.resolver.names.at(at.to).is_some();
        !at.inverted
            && !at.according
            && (opens && self.is_clause(unit, at.to, unit.to) || self.says_more(at, unit.to))
    }

    /// "said areas of growth include …": the plain verb of saying needs no known verb behind it.
    fn says_more(&self, at: &Attribution, to: usize) -> bool {
        let a = self.a;
        let other = any!(PREPOSITION, ADVERB, TIME_NOUN, WHEN, CONJUNCTION, VERB_ING);
        !at.inverted
            && a.at(at.cue.0).word.lemma().spelling() == "say"
            && to > at.to + 4
            && a.shape(at.to).is_word()
            && a.shape(at.to + 1) != Shape::Comma
            && !a.is(at.to, other)
            && !a.word(at.to).ends_with("ly")
    }

    /// Whether nothing but an end mark, or an adverbial, follows token `i`.
    pub(super) fn ends_unit(&self, i: usize, to: usize) -> bool {
        let a = self.a;
        (i..to).all(|k| !a.shape(k).is_word())
            || a.shape(i) == Shape::Comma
            || to - i < 8
            || a.is(i, any!(PREPOSITION, TIME_NOUN, WHEN))
                && !a.reads(i, "to")
                && (i..to).all(|k| !a.reads(k, "that") && !a.shape(k).is_quote_mark())
    }

    /// Whether a dash follows the attribution behind token `to`.
    fn aside_closes(&self, to: usize) -> bool {
        (to..to + ASIDE)
            .take_while(|i| !matches!(self.a.shape(*i), Shape::Period | Shape::End))
            .any(|i| self.a.shape(i) == Shape::Dash && self.a.at(i).gap == Gap::Space)
    }

    /// Where a clause that ends at `to` starts: behind "But", "And" and marks.
    pub(super) fn clause_start(&self, left: usize, to: usize) -> usize {
        // "The stores – to be named soon, according to the firm – employ …": from the dash that opens the aside.
        let dash = (left + 1..to)
            .rev()
            .take(ASIDE)
            .find(|i| self.a.shape(*i) == Shape::Dash && self.a.at(*i).gap == Gap::Space);
        let mut from = dash.filter(|_| self.aside_closes(to)).map_or(left, |i| i + 1);
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
    pub(super) fn only_marks(&self, unit: &Unit<'_>, from: usize, to: usize) -> bool {
        (from..to).all(|i| {
            unit.pair_at(i).is_some()
                || !self.a.shape(i).is_word() && self.a.shape(i) != Shape::Number
        })
    }

    /// Whether a pair of marks ends the clause that reaches to `to`: nothing but punctuation or more marks follows.
    pub(super) fn closes_clause(&self, unit: &Unit<'_>, pair: &Pair, to: usize) -> bool {
        let behind = if pair.closed { pair.close + 1 } else { pair.close };
        self.only_marks(unit, behind, to)
            || self.is_statement(pair)
                && matches!(self.a.shape(behind), Shape::Comma | Shape::Period)
    }

    /// Cuts punctuation off the ends of a content.
    pub(super) fn trim(&self, (mut from, mut to): Range) -> Range {
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
