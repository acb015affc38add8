//! Who speaks where no phrase stands right before the reporting word: the subject of the main clause, or of a
//! participle; and what a phrase must be to speak, and who is spoken to.

use super::attribution::FINITE;
use super::{ADDRESSEE, Attribution, Range, Reader, SUBJECT, Unit, subject};
use crate::lexicon::{Class, class};
use crate::report::EntityKind;
use crate::tokens::Shape;

/// Nouns for those who report.
pub(super) const SOURCE_NOUN: Class =
    any!(ROLE, ROLE_PLURAL, PERSON_NOUN, GROUP_NOUN, ORG_NOUN, DOC_NOUN);

/// Words that open a clause with a subject of its own.
const CLAUSE: Class = any!(CONTRAST, WHEN);

/// Verbs of clauses about the subject before its own, at most.
const VERBS: usize = 8;

/// Words before a participle that opens its sentence.
const LEADS: Class = any!(PREPOSITION, SUBORDINATOR, ADVERB);

/// Tokens between such a participle and the comma behind its clause, at most.
const LEAD_IN: usize = 40;

/// Tokens from a verb to the "and" behind it, at most.
const BESIDE: usize = 2;

/// Tokens between "with" and its participle, at most.
const WITH: usize = 10;

/// Tokens of who is told up to what is told, at most.
const TOLD: usize = 16;

/// Tokens between a verb and the colon that brings words in marks, at most.
const COLON: usize = 12;

impl Reader<'_, '_> {
    /// ", saying …", ", warning …": the subject of the main clause.
    pub(super) fn subject_of_participle(&self, unit: &Unit<'_>, i: usize) -> Option<Range> {
        let a = self.a;
        let before = a.shape_before(i);
        // "Ann Day is quoted as saying"
        if a.reads(i.wrapping_sub(1), word!("as")) && a.reads(i.wrapping_sub(2), word!("quoted")) {
            return subject::before(a, &self.resolver.names, i - 2, unit.from);
        }
        let aside =
            a.is(i.wrapping_sub(1), class::PREPOSITION) && a.shape_before(i - 1) == Shape::Comma;
        // "by saying", "sent a letter saying"
        let joined = a.is(i.wrapping_sub(1), any!(CONJUNCTION, ADVERB, DOC_NOUN, WHEN, CONTRAST))
            || a.reads(i.wrapping_sub(1), word!("by"))
            || self.writes_to(unit, i)
            // "Ann Day, despite conceding that"
            || aside
            // "issued a statement Tuesday saying"
            || a.is(i.wrapping_sub(1), class::TIME_NOUN) && a.is(i.wrapping_sub(2), class::DOC_NOUN);
        // "footage of Ann Day saying"
        if let Some(name) = self.resolver.names.at(i.wrapping_sub(1)).filter(|m| {
            m.to == i
                && self.resolver.names.is(m.entity, EntityKind::Person)
                && a.is(m.from.wrapping_sub(1), any!(PREPOSITION, CONJUNCTION))
                && !a.reads(m.from - 1, word!("to"))
        }) {
            return Some((name.from, name.to));
        }
        // "with one of her ads asking, …"
        let with = (unit.from..i)
            .rev()
            .take(WITH)
            .take_while(|k| a.shape(*k).is_word() || a.shape(*k) == Shape::Clitic)
            .find(|k| a.reads(*k, word!("with")));
        if let Some(with) = with {
            return subject::before(a, &self.resolver.names, i, with + 1);
        }
        // `his “bad day,” claiming …`
        let marked = unit.pair_at(i.wrapping_sub(1)).is_some_and(|p| self.is_end_marked(p));
        if !matches!(before, Shape::Comma | Shape::Dash) && !joined && !marked {
            return None;
        }
        if let Some((quote, _)) = self.last.filter(|(_, end)| *end >= unit.from) {
            return self.out.quotes.get(quote).and_then(|q| q.source).map(|s| (s.from, s.to));
        }
        let beside = || subject::before(a, &self.resolver.names, i - 1, unit.from);
        let main = self.main_subject(unit, i);
        // "The shares fell after Halvane cut them, saying": the shares do not speak.
        let speaks = |(from, to): &Range| {
            let end = (from + 1..*to).find(|k| a.is(*k, class::PREPOSITION)).unwrap_or(*to);
            a.is(*from, any!(PRONOUN, INDEFINITE)) || self.is_head_of_voice(end - 1)
        };
        let inner = || {
            let when = (unit.from + 1..i).rev().find(|k| a.is(*k, CLAUSE))?;
            self.main_subject(&Unit { from: when + 1, ..*unit }, i).filter(speaks)
        };
        main.filter(speaks)
            .or_else(inner)
            .or(main)
            .or_else(|| self.opening(unit))
            .or_else(|| aside.then(beside).flatten())
    }

    /// "Ann Day has written to the minister asking for": whether token `i` is a participle behind whom somebody wrote to.
    pub(super) fn writes_to(&self, unit: &Unit<'_>, i: usize) -> bool {
        let a = self.a;
        (unit.from + 1..i)
            .rev()
            .take(WITH)
            .take_while(|k| a.shape(*k).is_word() || a.shape(*k) == Shape::Period)
            .any(|k| a.reads(k, word!("to")) && a.is(k - 1, class::SAY))
    }

    /// "Ann Day struck a soft tone, saying …": who opens the sentence, where no known verb tells its subject.
    pub(super) fn opening(&self, unit: &Unit<'_>) -> Option<Range> {
        let a = self.a;
        let from = unit.from + usize::from(a.is(unit.from, any!(CONJUNCTION, ADVERB)));
        if a.is(from, class::PRONOUN) {
            return Some((from, from + 1));
        }
        self.resolver.names.at(from).filter(|m| m.from == from).map(|m| (m.from, m.to))
    }

    /// "Noting that the mill was old, Ann Day left it": a participle that opens its sentence has the subject behind its
    /// clause.
    pub(super) fn leading(&self, unit: &Unit<'_>, i: usize) -> Option<Attribution> {
        let a = self.a;
        let first = i == unit.from || i == unit.from + 1 && a.is(unit.from, LEADS);
        if !first || !a.is(i, class::VERB_ING) {
            return None;
        }
        // "Praising the “sturdy beams,” Ann Day left it"
        let hit = a.find(i, any!(SAY, NOUN_CUE, NAMING))?;
        let behind = |comma: &usize| {
            let verb = (comma + 2..unit.to).take(SUBJECT).find(|k| {
                a.shape(*k) == Shape::Lower && (a.is(*k, FINITE) || a.word(*k).ends_with("ed"))
            })?;
            subject::before(a, &self.resolver.names, verb, comma + 1)
                .filter(|source| source.0 == comma + 1 && self.is_voice(*source))
        };
        let source = (i + 2..unit.to)
            .take(LEAD_IN)
            .filter(|k| match unit.pair_at(*k) {
                None => a.shape(*k) == Shape::Comma,
                // “…,” she left: the comma of the clause stands inside the marks.
                Some(pair) => pair.close == *k && a.shape_before(pair.to()) == Shape::Comma,
            })
            .find_map(|comma| behind(&comma))?;
        let cue = (i, i + hit.len);
        let told = hit.id.is(class::TELL);
        let to = if told { self.skip_addressee(cue.1, unit.to) } else { cue.1 };
        let from = unit.from;
        let (inverted, according, marked) = (false, false, None);
        Some(Attribution { cue, source, from, to, inverted, according, marked })
    }

    /// The subject of the first verb of the unit, looked for before token `i`.
    pub(super) fn main_subject(&self, unit: &Unit<'_>, i: usize) -> Option<Range> {
        let a = self.a;
        let names = &self.resolver.names;
        // "…, when Ann Day met them, saying …": the clause that the participle stands in.
        let clause = (unit.from + 1..i).rev().find(|k| {
            (a.is(*k, CLAUSE) && a.shape_before(*k) == Shape::Comma
                || a.reads(*k, word!("where")) && a.shape_before(*k).is_word()
                // "It holds, and Ann Day left, calling it “hollow”"
                || a.is(*k, class::CONJUNCTION)
                    && a.shape_before(*k) == Shape::Comma
                    && names.at(k + 1).is_some_and(|m| {
                        names.is(m.entity, EntityKind::Person) && !a.owns(m.to)
                    }))
                && unit.pair_at(*k).is_none()
        });
        let mut from = clause.unwrap_or(unit.from);
        // "Asked about it, Ann Day shook her head and said …": behind the lead-in.
        let lead = (from..i).find(|k| a.is(*k, CLAUSE) && unit.pair_at(*k).is_none());
        if clause.is_none()
            && let Some(lead) = lead
            && let Some(comma) =
                (lead..i).find(|k| a.shape(*k) == Shape::Comma && unit.pair_at(*k).is_none())
        {
            let verb =
                |k| a.shape(k) == Shape::Lower && (a.is(k, FINITE) || a.word(k).ends_with("ed"));
            if (comma + 2..i).any(verb) {
                from = comma + 1;
            } else if lead == unit.from
                && let Some(name) = names.at(comma + 1).filter(|m| m.from == comma + 1)
            {
                // No verb that is known: the name stands where the subject does.
                return Some((name.from, name.to));
            }
        }
        let subject = |from: usize| {
            let verbs = (from..i).filter(|k| {
                // "The retired owner has said": no verb.
                if a.reads(k.wrapping_sub(1), word!("the")) {
                    return false;
                }
                let base = a.is(*k, class::VERB_BASE) && a.word(k.wrapping_sub(1)).ends_with('s');
                let verb = (base || a.is(*k, any!(VERB_PAST, VERB_S, AUXILIARY)))
                    && a.shape(*k) == Shape::Lower;
                // "The Norton-based company cut": no verb.
                let regular = a.shape(*k) == Shape::Lower
                    && a.word(*k).ends_with("ed")
                    && a.shape_before(*k) != Shape::Hyphen;
                (verb || regular) && unit.pair_at(*k).is_none()
            });
            // "Ann Day, who says it is late, left": the verb behind the clause about her.
            let mut about = false;
            for verb in verbs.take(VERBS) {
                let behind = || a.shape_before(subject::skip_back(a, verb, from)) == Shape::Comma;
                if about && !behind() {
                    continue;
                }
                let source = subject::before(a, names, verb, from)?;
                about = a.is(source.1 - 1, class::RELATIVE);
                if !about {
                    return Some(source);
                }
            }
            None
        };
        subject(from).or_else(|| (from > unit.from).then(|| subject(unit.from)).flatten())
    }

    /// "When Ann Day announced the sale, she called it a “coup”": the comma behind a clause that only leads in.
    pub(super) fn lead_in_comma(
        &self,
        unit: &Unit<'_>,
        at: &Attribution,
        right: usize,
    ) -> Option<usize> {
        let a = self.a;
        let leads = a.is(unit.from, any!(WHEN, CONTRAST))
            && !a.reads(unit.from, word!("as"))
            && !at.inverted
            && (at.source.0 == unit.from + 1 || at.source.0 == unit.from + 2);
        if !leads {
            return None;
        }
        (at.to + 1..right).find(|k| {
            a.shape(*k) == Shape::Comma
                && unit.pair_at(*k).is_none()
                && (a.is(k + 1, any!(PRONOUN, DETERMINER, POSSESSIVE))
                    || self.resolver.names.at(k + 1).is_some())
                && self.is_clause(unit, k + 2, unit.to)
        })
    }

    /// The subject of the verb that stands nearest before the "and" at token `i`: "When asked, she smiled and said".
    /// Where it is said in the past, so is what was done: "factory hands and guards".
    pub(super) fn joined_subject(
        &self,
        unit: &Unit<'_>,
        i: usize,
        shows: bool,
        past: bool,
    ) -> Option<Range> {
        let a = self.a;
        let forms = if past { class::VERB_PAST } else { any!(VERB_PAST, VERB_S) };
        // "after inspectors judged it unsafe and found that": a clause of its own.
        let reach = if shows { LEAD_IN } else { BESIDE };
        let verb = self.verb_before(unit, unit.from, i, reach, forms);
        verb.and_then(|verb| subject::before(a, &self.resolver.names, verb, unit.from))
            .filter(|s| self.is_voice(*s) && !a.is(s.1 - 1, class::RELATIVE))
            .filter(|s| !a.reads_clitic_s(s.1 - 1))
            .or_else(|| self.main_subject(unit, i))
    }

    /// The subject of the verb before the "and" at token `i`, where a clause of its own opens with it behind token `from`.
    pub(super) fn nearer_subject(&self, unit: &Unit<'_>, from: usize, i: usize) -> Option<Range> {
        let a = self.a;
        let verb = self.verb_before(unit, from, i, SUBJECT, any!(VERB_PAST, VERB_S))?;
        let source = subject::before(a, &self.resolver.names, verb, from)
            .filter(|s| a.is(s.0, class::PRONOUN) && s.1 == s.0 + 1 && s.0 > from)?;
        let opens = a.is(source.0 - 1, class::WHEN)
            || a.shape_before(source.0) == Shape::Comma && a.is(unit.from, any!(WHEN, ADVERB));
        opens.then_some(source)
    }

    /// The last verb of these forms between the tokens `from` and `i`, at most `reach` tokens back and in no marks.
    fn verb_before(
        &self,
        unit: &Unit<'_>,
        from: usize,
        i: usize,
        reach: usize,
        forms: Class,
    ) -> Option<usize> {
        let a = self.a;
        (from + 1..i).rev().take(reach).find(|k| {
            a.shape(*k) == Shape::Lower
                && unit.pair_at(*k).is_none()
                && (a.is(*k, forms) || a.word(*k).ends_with("ed"))
                && a.shape_before(*k) != Shape::Hyphen
        })
    }

    /// The subject of the last verb before token `i`: "…, but Ann Day had this to say:".
    pub(super) fn last_subject(&self, unit: &Unit<'_>, i: usize) -> Option<Range> {
        let a = self.a;
        let forms = any!(VERB_PAST, VERB_S, AUXILIARY);
        let verb = self.verb_before(unit, unit.from, i, COLON, forms);
        // "is sure that it will": a clause inside.
        let outer = verb.filter(|verb| {
            !a.is(*verb, class::AUXILIARY) || !(unit.from..*verb).any(|k| a.reads(k, word!("that")))
        });
        let Some(verb) = outer else { return self.main_subject(unit, i) };
        subject::before(a, &self.resolver.names, verb, unit.from)
            .filter(|source| {
                self.resolver.names.at(source.1 - 1).is_some()
                    || self.is_voice((source.1 - 1, source.1))
            })
            .or_else(|| self.main_subject(unit, i))
    }

    pub(super) fn is_source_noun(&self, (from, to): Range) -> bool {
        (from..to).any(|i| self.a.find(i, SOURCE_NOUN).is_some())
            || self.resolver.names.within(from, to).next().is_some()
    }

    pub(super) fn plural(&self, (from, to): Range) -> bool {
        let a = self.a;
        (from..to).any(|i| {
            // A body may take the plural: "police say", "the council say".
            a.is(i, any!(ROLE_PLURAL, GROUP_NOUN, ORG_NOUN)) || a.is(i, class::CONJUNCTION)
        }) || a.word(to - 1).ends_with('s')
            // "Figures obtained by the Tribune show"
            || a.is(from, class::DOC_NOUN)
                && a.word(from).ends_with('s')
                && a.is(from + 1, class::VERB_PAST)
            || matches!(a.shape(to - 1), Shape::Number | Shape::Percent)
            || a.is(to - 1, class::NUMBER_WORD)
            || a.is(to - 1, class::COUNTED)
            || a.reads(to - 1, word!("percent"))
            || a.reads(to - 1, word!("data"))
    }

    pub(super) fn shows(&self, (from, to): Range) -> bool {
        let a = self.a;
        let nouns = any!(DOC_NOUN, ROLE_PLURAL, ORG_NOUN, STATEMENT_NOUN, GROUP_NOUN);
        let body =
            self.resolver.names.within(from, to).any(|m| {
                self.resolver.names.entity(m.entity).is_some_and(|e| e.sort == "regulator")
            });
        body || (from..to).any(|i| a.find(i, nouns).is_some())
            || a.reads(from, word!("it"))
            || a.reads(from, word!("they"))
    }

    /// "told the Gazette", "warned him": who is told belongs to the attribution.
    pub(super) fn skip_addressee(&self, from: usize, limit: usize) -> usize {
        let a = self.a;
        let opens = |i: usize| {
            a.reads(i, word!("that"))
                && (a.shape(i + 1).is_word() || a.shape(i + 1).is_quote_mark())
                && !self.tells_of(i)
                || a.reads(i, word!("whether"))
                || a.reads(i, word!("to")) && self.is_infinitive(i)
        };
        if !a.shape(from).is_word() && a.shape(from) != Shape::Number
            || opens(from)
            // "asked for the mill to be sold"
            || a.reads(from, word!("for"))
            || a.is(from, class::SUBORDINATOR) && !a.is(from, class::DETERMINER)
        {
            return from;
        }
        let names = &self.resolver.names;
        let named = names.at(from).filter(|m| m.from == from);
        let start = named.map_or(from + 1, |m| m.to);
        let phrase = named.is_some()
            || a.is(from, any!(DETERMINER, POSSESSIVE))
            || a.find(from, any!(ROLE_PLURAL, GROUP_NOUN, PERSON_NOUN)).is_some();
        // "her heads to", "her the mill": whose, or who.
        let told = a.is(from, class::OBJECT_PRONOUN);
        let mut about = false;
        let mut to = start;
        while to < limit && to < from + TOLD {
            if opens(to) {
                // "warned them not to"
                return to - usize::from(a.is(to - 1, class::NEGATION));
            }
            // "told the clerk, of Mill Road, he was late"
            if a.shape(to) == Shape::Comma
                && !a.shape(to + 1).is_quote_mark()
                && let Some(comma) =
                    (to + 1..limit.min(to + ADDRESSEE)).find(|i| a.shape(*i) == Shape::Comma)
                && (a.is(comma + 1, class::PRONOUN) || opens(comma + 1))
            {
                return comma + 1;
            }
            // "anyone who asked"
            about |=
                a.is(to, class::RELATIVE) && !a.reads(to, word!("that")) && a.is(to + 1, FINITE);
            let inner = a.is(to - 1, class::PREPOSITION);
            let stops = !a.shape(to).is_word()
                && !matches!(
                    a.shape(to),
                    Shape::Hyphen | Shape::Clitic | Shape::Ampersand | Shape::Number
                )
                || a.is(to, class::SUBORDINATOR) && !about
                || a.is(to, any!(PRONOUN, DETERMINER, POSSESSIVE)) && !inner && !about;
            let verb = a.shape(to) == Shape::Lower && a.is(to, FINITE) && !about;
            if stops || verb {
                break;
            }
            to += 1;
        }
        if told {
            return from + 1;
        }
        // Only if a clause follows: "told the council the mill …", "told staff: …".
        let clause = a.is(to, any!(SUBORDINATOR, PRONOUN, DETERMINER, POSSESSIVE))
            || matches!(a.shape(to), Shape::Colon | Shape::Comma | Shape::Period)
            || a.shape(to).is_quote_mark();
        if phrase && clause { to } else { named.map_or(from, |m| m.to) }
    }
}
