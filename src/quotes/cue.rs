//! What stands at one reporting verb: whether it reports here, and the phrase that names its source.

use super::attribution::FINITE;
use super::speaker::SOURCE_NOUN;
use super::{ANY_CUE, Attribution, Range, Reader, SAYS, Unit, is_unknown_verb, subject};
use crate::lexicon::{WordId, class};
use crate::report::EntityKind;
use crate::tokens::{Gap, Shape};

/// Tokens of a subject and its verb behind words in marks, at most.
const BEHIND: usize = 10;

/// Tokens of a phrase that only says what kind of thing something is, at most.
const SHORT: usize = 3;

impl Reader<'_, '_> {
    /// "It was late, he went on, and nobody came": as "said".
    pub(super) fn says_on(&self, i: usize, len: usize) -> bool {
        let a = self.a;
        a.find(i, class::ASPECT).is_some()
            && a.shape(i + len) == Shape::Comma
            && a.is(i.wrapping_sub(1), class::PRONOUN)
            && a.shape_before(i - 1) == Shape::Comma
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
        let unknown_verb =
            hit.is_none() && a.shape(i) == Shape::Lower && is_unknown_verb(a.word(i));
        let verb = hit.map(|h| h.id);
        if a.shape_before(i) == Shape::Hyphen && a.gap(i) == Gap::None {
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
        let says = verb.is_some_and(|v| v.is(SAYS)) || self.says_on(i, len);
        // "had written"
        let perfect = a.is(subject::skip_back(a, i, start), class::AUXILIARY);
        let form = verb.is_none_or(|v| {
            v.is(any!(VERB_PAST, VERB_S))
                || perfect && v.is(class::VERB_PARTICIPLE) && !a.is(i + len, class::OBJECT_PRONOUN)
        });
        let base = verb.is_some_and(|v| v.is(class::VERB_BASE));
        let ing = verb.is_some_and(|v| v.is(class::VERB_ING));
        let aspect = self.aspect_before(i, start);
        // "a claim", "the report": nouns.
        let counted = a.is(i.wrapping_sub(1), class::COUNTED)
            && (form_of_past(verb) || i < unit.from + 3 || a.shape_before(i - 1) == Shape::Comma);
        let noun_before = !counted && a.is(i.wrapping_sub(1), any!(DETERMINER, POSSESSIVE))
            || a.reads_clitic_s(i.wrapping_sub(1)) && !a.reads(i, word!("said"))
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
            && let to = self.skip_apposition(source.1, unit.to)
            && self.introduces(unit, to)
        {
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
        let written = a.shape(i) == Shape::Lower
            || headline && verb.is_some_and(|v| v.is(any!(VERB_S, VERB_PAST)));
        // "Club rules allow it": a noun before its verb.
        let acts = || {
            verb.is_some_and(|v| v.is(class::VERB_S) && v.is(class::NOUN_LIKE))
                && a.is(i + len, class::VERB_BASE)
                && a.is(
                    i + len + 1,
                    any!(DETERMINER, POSSESSIVE, OBJECT_PRONOUN, ROLE_PLURAL, GROUP_NOUN),
                )
                && !a.is(i + len, any!(ADVERB, DETERMINER, PRONOUN, PREPOSITION))
        };
        // "estimates of the cost", "the notes climbed": nouns, too.
        let noun_behind = !form_of_past(verb)
            && (a.reads(i + len, word!("of"))
                || acts()
                || a.is(i + len, any!(AUXILIARY, VERB_PAST)) && a.shape(i + len) == Shape::Lower);
        let embedded = noun_behind
            && (left.max(i.saturating_sub(6))..i)
                .any(|k| a.reads(k, word!("which")) || a.reads(k, word!("who")));
        // "a mill likened to a ship"
        let passive = a.reads(i + len, word!("to"))
            && verb.is_some_and(|v| v.is(class::NAMING) && !v.is(SAYS));
        // "the parents questioned said"
        let asked = a.is(i, class::ASKED) && a.finds(i + len, class::SAY) && form_of_past(verb);
        if passive
            || asked
            || noun_before
            || noun_behind && !embedded
            || !(form || base || ing)
            || !written
        {
            return None;
        }
        // "described by Ann Day as “a sham”", "“Nonsense” was how it was dismissed by Ann Day"
        if form
            && a.reads(i + len, word!("by"))
            && verb.is_some_and(|v| v.is(class::VERB_PAST) && v.is(any!(NAMING, SAY)))
            && let Some(source) = subject::after(a, names, i + len + 1, unit.to)
        {
            let before = unit
                .pairs
                .iter()
                .rev()
                .find(|p| p.close < i)
                .filter(|p| p.closed && p.open >= left && a.is(p.close + 1, class::BE));
            let as_at = (source.1..unit.to.min(source.1 + 3)).any(|k| a.reads(k, word!("as")));
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
        // "She was told by a manager that he was “settled”": whoever told her.
        if form
            && a.reads(i + len, word!("by"))
            && verb.is_some_and(|v| v.is(class::TELL) && v.is(class::VERB_PAST))
            && let group = subject::skip_back(a, i, start)
            && (group..i).any(|k| a.is(k, class::BE))
            && !a.is(group.wrapping_sub(1), class::RELATIVE)
            && let Some(source) = subject::after(a, names, i + len + 1, unit.to)
            && a.reads(source.1, word!("that"))
        {
            let cue = (i, i + len);
            return Some(Self::spoken(cue, source, i, source.1));
        }
        let whole_pairs = unit.pairs.iter().any(|p| p.to() - p.from() > 1);
        let needs_marks = !says;
        // "a novel called “The Wreck”"
        let titled = verb.is_some_and(|v| v.is(class::NAMING) && !v.is(class::SAY))
            && a.shape_before(i) == Shape::Comma
            && a.shape(i + len).is_quote_mark()
            // "in what Ann Day, the mayor, called “a shame”"
            && !(start..i).any(|k| a.reads_any(k, &words!["what", "that", "which"]));
        let title = || unit.pair_at(i + len).is_some_and(|p| self.is_in_capitals(p));
        // "put on a play called “The Wreck”"
        let named = verb.is_some_and(|v| v.is(class::NAMING) && v.is(class::VERB_PAST))
            && (start..i).rev().take(SHORT).any(|k| a.is(k, class::INDEFINITE) && k > start)
            && subject::skip_back(a, i, start) == i
            && title();
        if titled || named {
            return None;
        }
        // "…," said Ann Day.
        let work = || unit.pair_at(i - 1).is_some_and(|p| self.is_work(p));
        if behind_mark && (form || base) && !work() {
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
            .filter(|_| a.shape_before(i) == Shape::Comma)
            .and_then(|_| self.inverted_source(unit, i + len))
            .filter(|source| names.at(source.0).is_some() || self.is_clause(unit, left, i - 1))
            .filter(|source| form || self.plural(*source))
            // "Ann Day, prosecuting, said Bob Lee, who was late, had gone"
            .filter(|source| {
                let aside =
                    names.at(left).is_some_and(|m| m.from == left && a.shape(m.to) == Shape::Comma);
                !(aside && a.shape(source.1) == Shape::Comma && a.is(source.1 + 1, class::RELATIVE))
            })
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
        // "later than Ann Day had forecast", "Ann Day, told of this, laughed"
        let told = a.shape_before(i) == Shape::Comma
            && verb.is_some_and(|v| v.is(class::TELL))
            && a.reads(i + len, word!("of"));
        if told || a.reads(source.0.wrapping_sub(1), word!("than")) {
            return None;
        }
        // `Ann Day, a neighbour said, “was never one to wait”`: she is what it is about.
        let back = subject::skip_back(a, i, start);
        let source = if a.shape(source.1) == Shape::Comma
            && source.1 + 1 < back
            && a.shape_before(back) != Shape::Comma
            && self.introduces(unit, i + len)
            && a.shape(i + len + 2) == Shape::Lower
            && a.is(source.1 + 1, any!(DETERMINER, POSSESSIVE))
        {
            (source.1 + 1, back)
        } else {
            source
        };
        if verb.is_none() {
            let voice = a.is(source.0, class::PRONOUN) || self.is_source_noun(source);
            let beside =
                self.introduces(unit, i + 1) || unit.pair_at(source.0.wrapping_sub(1)).is_some();
            // “…,” Ann Day, who served as mayor, told them: no verb of hers.
            let about = a.is(source.1 - 1, class::RELATIVE);
            // "If it passes, “I am glad,” she said": a lead-in.
            let led = a.reads(source.0.wrapping_sub(1), word!("if"))
                // "While Bob Lee calls it “bad,” Ann Day dozes in it"
                || a.is(unit.from, any!(CONTRAST, WHEN));
            // "its chief resources executive, Bob Lee, told them": a noun.
            let noun = a.find(i + 1, SOURCE_NOUN).is_some() || a.is(i + 1, class::RELATIVE);
            if !(brings && voice && beside) || about || led || noun {
                return None;
            }
        }
        // “…,” as the memo put it
        let as_before = usize::from(source.0 > unit.from && a.reads(source.0 - 1, word!("as")));
        let beside = source.0 - as_before;
        let behind_pair = beside > unit.from && unit.pair_at(beside - 1).is_some();
        if needs_marks
            && !(mark_ahead
                || behind_pair
                || whole_pairs && verb.is_some_and(|v| v.is(any!(NAMING, FEELING))))
        {
            return None;
        }
        // "Talks went on, Ann Day saying …": no marks of its own.
        let manner =
            verb.is_some_and(|v| v.is(class::MANNER) && !says && !v.is(any!(NAMING, FEELING)));
        if manner
            && !behind_pair
            && let Some(pair) = unit.pairs.iter().find(|p| p.open >= i)
            && (i + len..pair.open).any(|k| {
                a.shape(k) == Shape::Lower && (a.is(k, FINITE) || a.is(k, class::VERB_ING))
            })
        {
            return None;
        }
        // "The delegate, who backs Ann Day, warned of a “hard” fight", "Asked whom he backed, Ann Day said, “…”": the marks
        // of another verb.
        if needs_marks
            && !behind_pair
            && let Some(pair) = unit.pairs.iter().find(|p| p.open >= i)
            && (a.is(source.1 - 1, class::RELATIVE)
                && (i..pair.open)
                    .any(|k| a.shape(k) == Shape::Comma && a.is(k + 1, any!(VERB_PAST, VERB_S)))
                || pair.open > i + len + 2
                    && matches!(a.shape_before(pair.open), Shape::Comma | Shape::Colon)
                    && a.find(pair.open - 2, SAYS)
                        .is_some_and(|hit| hit.id.is(any!(VERB_PAST, VERB_S))))
        {
            return None;
        }
        // “…,” raising fresh questions
        let taking = source.1 == source.0 + 1 || verb.is_some_and(|v| v.is(class::NOUN_LIKE));
        if taking && a.is(source.0, class::VERB_ING) {
            return None;
        }
        let helped = self.modal_before(i) || aspect.is_some();
        if base && !form && !self.plural(source) && !helped && !a.is(source.0, class::PRONOUN) {
            return None;
        }
        // "the Mill Survey, which found that"
        let survey = a.reads(i + len, word!("that"))
            && names.within(source.0, source.1).any(|m| !names.is(m.entity, EntityKind::Person));
        // "found" reports only for documents, inspectors and bodies.
        if verb.is_some_and(|v| v.is(class::SHOW) && !v.is(class::SAY))
            && !mark_ahead
            && !behind_pair
            && !self.shows(source)
            && !survey
        {
            return None;
        }
        // "a neighbour, who asked not to be named,": no news.
        let hides = a.is(source.1 - 1, class::RELATIVE) && a.is(i + len, class::NEGATION);
        let negated = hides
            || a.is(i - 1, class::NEGATION)
            || a.is(i.wrapping_sub(2), class::NEGATION) && a.is(i - 1, any!(AUXILIARY, ADVERB));
        // “It is late,” the mayor will say.
        if negated || self.modal_before(i) && !mark_ahead && !behind_pair && aspect.is_none() {
            return None;
        }
        // "was said", "is officially told": passive.
        if !ing && (subject::skip_back(a, i, start)..i).any(|k| a.is(k, class::BE)) {
            return None;
        }
        let plain = verb.is_some_and(|v| v.lemma().spelling() == "say");
        // "four of five states, including …", "incendiary remarks in the hall", "4,051 pledged delegates": nouns.
        let last = source.1 - 1;
        let counts = matches!(a.shape(last), Shape::Number | Shape::Currency)
            && !a.is(last.wrapping_sub(1), class::PREPOSITION);
        let brings = self.introduces(unit, i + len);
        // "a plain text message: “…”"
        let noun = brings && a.shape(i + len) == Shape::Colon && base && !form;
        if !plain && (!brings || noun) && !behind_pair {
            // "Norton, which mills flour, estimates that"
            let that = a.reads(i + len, word!("that")) && a.shape(source.1) == Shape::Comma;
            let headless = verb.is_some_and(|v| v.is(class::NOUN_LIKE) && !that)
                && !(a.is(last, class::PRONOUN)
                    || source.0 == last && a.is(last, class::COUNTED)
                    // "Figures obtained by the Tribune show"
                    || a.is(source.0, class::DOC_NOUN) && a.is(source.0 + 1, class::VERB_PAST)
                    || names.at(last).is_some() && !a.is(last, class::DEMONYM)
                    || a.is(last, SOURCE_NOUN) && !noun);
            let lists = a.shape(i + len) == Shape::Comma
                && verb.is_some_and(|v| v.is(class::NOUN_LIKE))
                && a.shape_before(source.0) != Shape::Comma;
            let mut next = i + len;
            while a.is(next, class::TIME_NOUN) || a.reads(next, word!("on")) {
                next += 1;
            }
            // "A merger announced on Monday would …"
            let reduced = a.is(next, class::AUXILIARY) && a.shape(next) == Shape::Lower;
            if headless || lists || counts || reduced {
                return None;
            }
        }
        // ", adding …": the source stands in an earlier clause.
        let apart = ing && !progressive && !a.reads(i.wrapping_sub(1), word!("as"));
        let from =
            if source.1 <= start && start > unit.from || apart { i } else { source.0.min(i) };
        // “…,” the mayor at the time, Ann Day, said: all of it names her.
        let from = unit
            .pairs
            .iter()
            .rev()
            .find(|p| p.close < from)
            .filter(|p| {
                p.closed
                    && self.is_end_marked(p)
                    && from == source.0
                    && p.close + 1 >= start.max(unit.from)
                    && a.shape_before(from) == Shape::Comma
            })
            .filter(|p| (p.close + 1..from).all(|k| !a.is(k, FINITE) || a.shape(k) != Shape::Lower))
            .map_or(from, |p| p.close + 1);
        let mut to = i + len;
        if verb.is_some_and(|v| v.is(class::TELL)) {
            to = self.skip_addressee(to, unit.to);
        }
        Some(Self::spoken((i, i + len), source, from, to))
    }

    /// The source behind a reporting verb that ends its clause: ", said Ann Day on Monday".
    fn inverted_source(&self, unit: &Unit<'_>, from: usize) -> Option<Range> {
        let a = self.a;
        let names = &self.resolver.names;
        let source = subject::after(a, names, from, unit.to)?;
        // `, said Ann Day “was late”`: the name is the subject of what is said.
        let marks = unit.pairs.iter().any(|p| p.open == source.1);
        let stops = source.1 >= unit.to
            || !a.shape(source.1).is_word() && a.shape(source.1) != Shape::Number && !marks
            || a.is(source.1, any!(PREPOSITION, TIME_NOUN, RELATIVE, WHEN));
        let phrase = self.is_source_noun(source)
            && !a.is(source.0, class::PRONOUN)
            && (names.at(source.0).is_some() || !a.is(source.0, class::PREPOSITION));
        // ", recalled Ann Day singing of": she is what is recalled.
        let told = (source.0 + 1..source.1).any(|i| a.is(i, class::VERB_ING));
        (stops && phrase && !told).then_some(source)
    }

    /// "went on to say", "continues to insist": the verb before the infinitive at token `i`.
    fn aspect_before(&self, i: usize, start: usize) -> Option<usize> {
        if !self.a.reads(i.wrapping_sub(1), word!("to")) {
            return None;
        }
        (1..=2).filter_map(|k| (i - 1).checked_sub(k)).find(|at| {
            *at > start && self.a.find(*at, class::ASPECT).is_some_and(|hit| at + hit.len == i - 1)
        })
    }

    pub(super) fn modal_before(&self, i: usize) -> bool {
        self.a.is(i.wrapping_sub(1), class::MODAL)
            && self.a.shape(i.wrapping_sub(1)) == Shape::Lower
            || self.a.reads(i.wrapping_sub(1), word!("to"))
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
