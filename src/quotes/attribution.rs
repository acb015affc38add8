//! Attributions: the reporting words of a unit, each with the phrase that names its source.

use super::speaker::SOURCE_NOUN;
use super::{ANY_CUE, Attribution, Range, Reader, SAYS, TERM_WORDS, Unit, subject, words};
use crate::lexicon::{Class, WordId, class};
use crate::marks::Pair;
use crate::tokens::{Gap, Shape};

/// Tokens of a lead-in behind the phrase that names its source, at most.
const LEAD_IN: usize = 24;

/// Tokens of a subject and its verb behind words in marks, at most.
const BEHIND: usize = 10;

/// Words of a clause that is more than a phrase.
pub(super) const FINITE: Class = any!(AUXILIARY, VERB_PAST, VERB_S, SUBORDINATOR);

impl Reader<'_, '_> {
    /// The attributions of a unit, in order; they do not overlap.
    pub(super) fn attributions(&self, unit: &Unit<'_>) -> Vec<Attribution> {
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
            if let Some(signed) = self.signature(unit, i).or_else(|| self.label(unit, i)) {
                i = signed.to;
                start = i;
                found.push(signed);
                continue;
            }
            if let Some(hit) = a.find(i, class::ACCORDING)
                && let Some(source) = subject::after(a, names, i + hit.len, unit.to)
            {
                let to = self.skip_apposition(source.1, unit.to);
                let to = if i == unit.from { self.lead_in_end(to, unit.to) } else { to };
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
            let left = found.last().map_or(unit.from, |last| last.to);
            let attribution = self
                .at_cue(unit, i, start, left)
                .or_else(|| self.at_joined_cue(unit, i, found.last()));
            // "It wants to stay open, the letter says.": the last words say whose all of it is.
            if let (Some(at), Some(last)) = (&attribution, found.last())
                && !last.inverted
                && a.before(at.from).shape == Shape::Comma
                && at.from > last.to + 1
                && a.shape(at.to) == Shape::Period
                && a.find(at.cue.0, SAYS).is_some()
                && a.find(last.cue.0, SAYS).is_none()
            {
                found.pop();
            }
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

    /// “The mill must stay.” – Ann Day: a name behind a dash signs the words in marks before it.
    fn signature(&self, unit: &Unit<'_>, dash: usize) -> Option<Attribution> {
        let a = self.a;
        if a.shape(dash) != Shape::Dash || dash == unit.from {
            return None;
        }
        let pair = unit.pair_at(dash - 1).filter(|p| p.closed && p.close + 1 == dash)?;
        let name = self.resolver.names.at(dash + 1).filter(|m| m.from == dash + 1)?;
        let mut to = self.skip_apposition(name.to, unit.to);
        if a.shape(to) == Shape::Period {
            to += 1;
        }
        (to >= unit.to && words(a, pair) > 2).then_some(Attribution {
            cue: (dash, dash + 1),
            source: (name.from, name.to),
            from: dash,
            to,
            inverted: true,
            according: false,
            marked: None,
        })
    }

    /// "Ann Day: ‘The mill must stay’": a name and a colon that bring words in marks.
    fn label(&self, unit: &Unit<'_>, colon: usize) -> Option<Attribution> {
        let a = self.a;
        if a.shape(colon) != Shape::Colon || colon == unit.from || unit.pairs.is_empty() {
            return None;
        }
        let name = self.resolver.names.at(colon - 1).filter(|m| m.to == colon)?;
        if name.from != unit.from
            && !a.reads(name.from - 1, "from")
            && !matches!(a.before(name.from).shape, Shape::Dash | Shape::Ellipsis)
        {
            return None;
        }
        let headline = unit.headline;
        (headline || self.introduces(unit, colon)).then_some(Attribution {
            cue: (colon, colon + 1),
            source: (name.from, name.to),
            from: name.from,
            to: colon + 1,
            inverted: false,
            according: false,
            marked: None,
        })
    }

    /// `Ann Day “reassured families” the mill was safe`: the reporting verb itself stands in marks.
    pub(super) fn cue_in_marks(&self, pair: &Pair, start: usize) -> Option<Attribution> {
        let a = self.a;
        let cue = a
            .find(pair.from(), any!(SAY, TELL))
            .filter(|hit| hit.id.is(any!(VERB_PAST, VERB_S)))?;
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
    pub(super) fn at_joined_cue(
        &self,
        unit: &Unit<'_>,
        i: usize,
        last: Option<&Attribution>,
    ) -> Option<Attribution> {
        let a = self.a;
        let hit = a
            .find(i, any!(SAY, SHOW, NAMING, NOUN_CUE))
            .filter(|hit| hit.id.is(any!(VERB_PAST, VERB_S)))
            .filter(|hit| hit.id.is(class::VERB_PAST) || !a.is(i + hit.len, class::AUXILIARY))?;
        let before = subject::skip_back(a, i, unit.from);
        if !a.is(before.wrapping_sub(1), class::CONJUNCTION)
            || before <= unit.from + 1
            || a.shape(i) != Shape::Lower
            || a.is(i - 1, class::BE)
        {
            return None;
        }
        let says = hit.id.is(any!(SAY, NOUN_CUE));
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
    pub(super) fn is_nested(
        &self,
        unit: &Unit<'_>,
        at: &Attribution,
        last: Option<&Attribution>,
    ) -> bool {
        let passive = |l: &&Attribution| self.a.reads(l.cue.1, "by");
        let Some(last) = last.filter(|l| !l.according && !l.inverted && !passive(l)) else {
            return false;
        };
        if at.according {
            return self.a.reads(at.from.wrapping_sub(1), "that");
        }
        let a = self.a;
        // `…, Ann Day said, “…”`: the words in marks right behind it are its own.
        if !at.inverted && self.introduces(unit, at.to) {
            return false;
        }
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
        // "said A, but Bob Lee said B", "said A (her staff said B)".
        let mut opener = subject::skip_back(a, at.from, last.to);
        if a.is(opener.wrapping_sub(1), class::CONJUNCTION)
            || a.is(opener.wrapping_sub(1), class::CONTRAST)
        {
            opener -= 1;
        }
        // `blamed “luck” and Bob Lee said …`
        let behind =
            opener > last.to && unit.pair_at(opener - 1).is_some_and(|p| p.open >= last.to);
        // "When Ann Day said no, Bob Lee said …": the first stands in the lead-in.
        let lead = opener == at.from
            && a.before(opener).shape == Shape::Comma
            && a.is(unit.from, any!(SUBORDINATOR, PREPOSITION, VERB_PAST))
            && (last.to..opener - 1).all(|k| a.shape(k) != Shape::Comma);
        let says = a.find(at.cue.0, any!(SAY, NOUN_CUE)).is_some();
        let clause = says
            && opener > last.to
            && (opener < at.from && a.before(opener).shape == Shape::Comma
                || matches!(a.before(opener).shape, Shape::Semicolon | Shape::Open | Shape::Colon)
                || (last.to..opener).any(|i| a.shape(i) == Shape::Colon));
        !(joined || participle || beside || clause || lead || behind)
    }

    /// Whether a comma or colon at token `at` brings words in marks.
    pub(super) fn introduces(&self, unit: &Unit<'_>, at: usize) -> bool {
        matches!(self.a.shape(at), Shape::Comma | Shape::Colon)
            && unit.pair_at(at + 1).is_some_and(|p| p.open == at + 1)
    }

    /// "According to results of polls conducted by the firm, …": the comma that ends the lead-in.
    fn lead_in_end(&self, to: usize, limit: usize) -> usize {
        let a = self.a;
        if a.shape(to) == Shape::Comma {
            return to;
        }
        let stop = |i: &usize| {
            a.shape(*i).is_quote_mark()
                || matches!(a.shape(*i), Shape::Comma | Shape::Period | Shape::Colon | Shape::Dash)
        };
        (to..limit.min(to + LEAD_IN))
            .find(stop)
            .filter(|i| a.shape(*i) == Shape::Comma)
            .unwrap_or(to)
    }

    /// Behind a source: ", the council's leader," belongs to it.
    pub(super) fn skip_apposition(&self, to: usize, limit: usize) -> usize {
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
    pub(super) fn at_cue(
        &self,
        unit: &Unit<'_>,
        i: usize,
        start: usize,
        left: usize,
    ) -> Option<Attribution> {
        let a = self.a;
        let names = &self.resolver.names;
        let behind_mark = i > unit.from && unit.pair_at(i - 1).is_some();
        let hit = a.find(i, ANY_CUE);
        let len = hit.map_or(1, |h| h.len);
        let unknown_verb = hit.is_none()
            && a.shape(i) == Shape::Lower
            && (a.word(i).ends_with("ed") || a.word(i).ends_with("es"))
            && a.word(i).len() > 4;
        let verb = hit.map(|h| h.id);
        if a.before(i).shape == Shape::Hyphen && a.at(i).gap == Gap::None {
            return None;
        }
        // … then boomed, “Today we won.” – “It is over,” the mayor boomed.
        let brings =
            unknown_verb
                && (self.introduces(unit, i + 1)
                    || unit.pairs.iter().rev().find(|p| p.close < i).is_some_and(|p| {
                        p.closed && i - p.close < BEHIND && self.is_end_marked(p)
                    }));
        if verb.is_none() && !(unknown_verb && behind_mark) && !brings {
            return None;
        }
        let mark_ahead = self.mark_ahead(unit, i + len);
        let says = verb.is_some_and(|v| v.is(SAYS));
        let form = verb.is_none_or(|v| v.is(any!(VERB_PAST, VERB_S)));
        let base = verb.is_some_and(|v| v.is(class::VERB_BASE));
        let ing = verb.is_some_and(|v| v.is(class::VERB_ING));
        let aspect = self.aspect_before(i, start);
        // "a claim", "the report": nouns.
        let counted = a.is(i.wrapping_sub(1), class::COUNTED)
            && (form_of_past(verb) || i < unit.from + 3 || a.before(i - 1).shape == Shape::Comma);
        let noun_before = !counted && a.is(i.wrapping_sub(1), any!(DETERMINER, POSSESSIVE))
            || a.reads_clitic_s(i.wrapping_sub(1)) && !a.reads(i, "said")
            || a.is(i.wrapping_sub(1), class::PREPOSITION)
                && !a.is(i - 1, class::ADVERB)
                && !ing
                && aspect.is_none();
        let headline = unit.headline;
        // Said Ann Day, “…”
        if i == unit.from
            && form
            && verb.is_some_and(|v| v.is(class::SAY))
            && let Some(source) = subject::after(a, names, i + len, unit.to)
            && names.at(source.0).is_some()
            && self.introduces(unit, source.1)
        {
            return Some(Attribution {
                cue: (i, i + len),
                source,
                from: i,
                to: source.1,
                inverted: true,
                according: false,
                marked: None,
            });
        }
        let written = a.shape(i) == Shape::Lower
            || headline && verb.is_some_and(|v| v.is(any!(VERB_S, VERB_PAST)));
        // "estimates of the cost", "the notes climbed": nouns, too.
        let noun_behind = !form_of_past(verb)
            && (a.reads(i + len, "of")
                || a.is(i + len, any!(AUXILIARY, VERB_PAST)) && a.shape(i + len) == Shape::Lower);
        let embedded = noun_behind
            && (left.max(i.saturating_sub(6))..i).any(|k| a.reads(k, "which") || a.reads(k, "who"));
        if noun_before || noun_behind && !embedded || !(form || base || ing) || !written {
            return None;
        }
        // "described by Ann Day as “a sham”", "“Nonsense” was how it was dismissed by Ann Day"
        if form
            && a.reads(i + len, "by")
            && verb.is_some_and(|v| v.is(class::VERB_PAST) && v.is(any!(NAMING, SAY)))
            && let Some(source) = subject::after(a, names, i + len + 1, unit.to)
        {
            let before = unit
                .pairs
                .iter()
                .rev()
                .find(|p| p.close < i)
                .filter(|p| p.closed && p.open >= left && a.is(p.close + 1, class::BE));
            let as_at = (source.1..unit.to.min(source.1 + 3)).any(|k| a.reads(k, "as"));
            if before.is_some() || as_at && mark_ahead {
                return Some(Attribution {
                    cue: (i, i + len),
                    source,
                    from: before.map_or(i, |p| p.close + 1),
                    to: source.1,
                    inverted: before.is_some(),
                    according: false,
                    marked: None,
                });
            }
        }
        let whole_pairs = unit.pairs.iter().any(|p| p.to() - p.from() > 1);
        let needs_marks = !says;
        // "a novel called “The Wreck”"
        let titled = verb.is_some_and(|v| v.is(class::NAMING) && !v.is(class::SAY))
            && a.before(i).shape == Shape::Comma
            && a.shape(i + len).is_quote_mark();
        if titled {
            return None;
        }
        // "…," said Ann Day.
        if behind_mark && (form || base) {
            let from = if hit.is_none() { i + 1 } else { i + len };
            if let Some(source) = subject::after(a, names, from, unit.to) {
                let proper = !a.is(source.0, class::PREPOSITION)
                    && (a.is(source.0, any!(PRONOUN, DETERMINER, POSSESSIVE))
                        || names.at(source.0).is_some()
                        || a.shape(source.0).is_capital()
                        || self.is_source_noun(source));
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
        let progressive = ing && (subject::skip_back(a, i, start)..i).any(|k| a.is(k, class::BE));
        if let Some(source) = verb
            .filter(|v| v.is(class::SAY) && !v.is(class::TELL) && (form || base))
            .filter(|_| a.before(i).shape == Shape::Comma)
            .and_then(|_| self.inverted_source(unit, i + len))
            .filter(|source| names.at(source.0).is_some() || self.is_clause(unit, left, i - 1))
            .filter(|source| form || self.plural(*source))
        {
            return Some(Attribution {
                cue: (i, i + len),
                source,
                from: i,
                to: self.skip_apposition(source.1, unit.to),
                inverted: true,
                according: false,
                marked: None,
            });
        }
        let source = if let Some(aspect) = aspect {
            subject::before(a, names, aspect, start)
        } else if ing && !progressive {
            self.subject_of_participle(unit, i)
        } else {
            subject::before(a, names, i, start)
        };
        let source = source?;
        if verb.is_none() {
            let voice = a.is(source.0, class::PRONOUN) || self.is_source_noun(source);
            let beside =
                self.introduces(unit, i + 1) || unit.pair_at(source.0.wrapping_sub(1)).is_some();
            if !(brings && voice && beside) {
                return None;
            }
        }
        let behind_pair = source.0 > unit.from && unit.pair_at(source.0 - 1).is_some();
        if needs_marks
            && !(mark_ahead
                || behind_pair
                || whole_pairs && verb.is_some_and(|v| v.is(any!(NAMING, FEELING))))
        {
            return None;
        }
        // "Talks went on, Ann Day saying …": no marks of its own.
        let manner = verb
            .is_some_and(|v| v.is(class::MANNER) && !v.is(SAYS) && !v.is(any!(NAMING, FEELING)));
        if manner
            && !behind_pair
            && let Some(pair) = unit.pairs.iter().find(|p| p.open >= i)
            && (i + len..pair.open).any(|k| {
                a.shape(k) == Shape::Lower && (a.is(k, FINITE) || a.is(k, class::VERB_ING))
            })
        {
            return None;
        }
        let helped = self.modal_before(i) || aspect.is_some();
        if base && !form && !self.plural(source) && !helped && !a.is(source.0, class::PRONOUN) {
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
            || a.is(i.wrapping_sub(2), class::NEGATION) && a.is(i - 1, any!(AUXILIARY, ADVERB));
        if negated || self.modal_before(i) && !mark_ahead && aspect.is_none() {
            return None;
        }
        // "was said", "is officially told": passive.
        if !ing && (subject::skip_back(a, i, start)..i).any(|k| a.is(k, class::BE)) {
            return None;
        }
        let plain = verb.is_some_and(|v| v.lemma().spelling() == "say");
        // "four of five states, including …", "incendiary remarks in the hall", "4,051 pledged delegates": nouns.
        let last = source.1 - 1;
        let counts = matches!(a.shape(last), Shape::Number | Shape::Currency);
        if !plain && !self.introduces(unit, i + len) && !behind_pair {
            let headless = verb.is_some_and(|v| v.is(class::NOUN_LIKE))
                && !(a.is(last, class::PRONOUN)
                    || source.0 == last && a.is(last, class::COUNTED)
                    || names.at(last).is_some() && !a.is(last, class::DEMONYM)
                    || a.is(last, SOURCE_NOUN));
            let lists = a.shape(i + len) == Shape::Comma
                && verb.is_some_and(|v| v.is(class::NOUN_LIKE))
                && a.before(source.0).shape != Shape::Comma;
            let mut next = i + len;
            while a.is(next, class::TIME_NOUN) || a.reads(next, "on") {
                next += 1;
            }
            // "A merger announced on Monday would …"
            let reduced = a.is(next, class::AUXILIARY) && a.shape(next) == Shape::Lower;
            if headless || lists || counts || reduced {
                return None;
            }
        }
        // ", adding …": the source stands in an earlier clause.
        let from = if source.1 <= start && start > unit.from || ing && !progressive {
            i
        } else {
            source.0.min(i)
        };
        // “…,” the mayor at the time, Ann Day, said: all of it names her.
        let from = unit
            .pairs
            .iter()
            .rev()
            .find(|p| p.close < from)
            .filter(|p| {
                p.closed
                    && from == source.0
                    && p.close + 1 >= start.max(unit.from)
                    && a.before(from).shape == Shape::Comma
            })
            .filter(|p| (p.close + 1..from).all(|k| !a.is(k, FINITE) || a.shape(k) != Shape::Lower))
            .map_or(from, |p| p.close + 1);
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

    /// The source behind a reporting verb that ends its clause: ", said Ann Day on Monday".
    fn inverted_source(&self, unit: &Unit<'_>, from: usize) -> Option<Range> {
        let a = self.a;
        let names = &self.resolver.names;
        let source = subject::after(a, names, from, unit.to)?;
        let stops = source.1 >= unit.to
            || !a.shape(source.1).is_word() && a.shape(source.1) != Shape::Number
            || a.is(source.1, any!(PREPOSITION, TIME_NOUN, RELATIVE));
        let phrase = self.is_source_noun(source)
            && !a.is(source.0, class::PRONOUN)
            && (names.at(source.0).is_some() || !a.is(source.0, class::PREPOSITION));
        (stops && phrase).then_some(source)
    }

    /// "went on to say", "continues to insist": the verb before the infinitive at token `i`.
    fn aspect_before(&self, i: usize, start: usize) -> Option<usize> {
        if !self.a.reads(i.wrapping_sub(1), "to") {
            return None;
        }
        (1..=2).filter_map(|k| (i - 1).checked_sub(k)).find(|at| {
            *at > start && self.a.find(*at, class::ASPECT).is_some_and(|hit| at + hit.len == i - 1)
        })
    }

    pub(super) fn modal_before(&self, i: usize) -> bool {
        self.a.is(i.wrapping_sub(1), class::MODAL)
            && self.a.shape(i.wrapping_sub(1)) == Shape::Lower
            || self.a.reads(i.wrapping_sub(1), "to")
            || self.a.is(i.wrapping_sub(2), class::MODAL)
                && self.a.is(i.wrapping_sub(1), any!(NEGATION, ADVERB))
    }

    /// Whether an opening mark follows within a few tokens, in the same clause.
    pub(super) fn mark_ahead(&self, unit: &Unit<'_>, from: usize) -> bool {
        let next = unit.pairs.iter().find(|p| p.open >= from);
        next.is_some_and(|p| {
            (from..p.open).all(|i| !matches!(self.a.shape(i), Shape::Period | Shape::Semicolon))
        })
    }
}

/// Whether a cue is in the past tense, which no noun looks like.
fn form_of_past(verb: Option<WordId>) -> bool {
    verb.is_none_or(|v| v.is(class::VERB_PAST) || v.is(class::VERB_ING))
}
