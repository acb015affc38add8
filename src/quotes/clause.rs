//! Where a reported clause starts and ends, and what makes words one.

use super::content::ASIDE;
use super::{Attribution, Range, Reader, Unit};
use crate::lexicon::class;
use crate::marks::Pair;
use crate::report::EntityKind;
use crate::tokens::{Gap, Shape};

/// Tokens from "which" to its verb, at most.
const PRESENT: usize = 6;

impl Reader<'_, '_> {
    /// Where a reported clause ends: the unit's last mark, without a gloss behind a dash.
    pub(super) fn clause_stop(&self, unit: &Unit<'_>, from: usize, right: usize) -> usize {
        let a = self.a;
        let mut i = from;
        let mut depth = 0;
        while i < right {
            if let Some(pair) = unit.pair_at(i) {
                i = pair.close.max(i) + 1;
                // A comma inside the marks ends the clause: “…,” meaning that …
                let comma = pair.closed && a.shape_before(pair.to()) == Shape::Comma;
                let cause = a.reads(i, word!("since"))
                    || a.reads(i, word!("because"))
                    || a.is(i, class::CONJUNCTION) && a.reads(i + 1, word!("that"));
                if comma
                    && !cause
                    && i < right
                    && !unit.pairs.iter().any(|p| p.open >= i && p.open < right)
                {
                    return i;
                }
                continue;
            }
            let marks_follow = || self.marks_between(unit, i, right);
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
                // ", a figure the council disputes", ", a decision that Ann Day defended": the writer's.
                Shape::Comma
                    if depth == 0
                        && a.is(i + 1, class::INDEFINITE)
                        && a.is(i + 2, class::TOLD_NOUN)
                        && (a.is(i + 3, any!(DETERMINER, POSSESSIVE, RELATIVE, PRONOUN))
                            || a.shape(i + 3).is_capital()) =>
                {
                    return i;
                }
                // "offers 96 beds as queues grow", in a headline
                Shape::Lower
                    if a.reads(i, word!("as"))
                        && depth == 0
                        && i > from + 1
                        // A line below it has no end mark, either.
                        && (unit.headline || a.shape_before(unit.to).is_word())
                        && !a.is(i + 1, any!(DETERMINER, INDEFINITE))
                        && !marks_follow()
                        && self.is_clause(unit, i + 1, right) =>
                {
                    return i;
                }
                // "… “stretched”, and Ann Day went further": a clause of its own.
                Shape::Comma
                    if depth == 0
                        && a.shape_before(i).is_quote_mark()
                        && a.is(i + 1, any!(CONJUNCTION, CONTRAST))
                        && (a.reads(i + 1, word!("but")) && a.is(i + 2, class::POSSESSIVE)
                            || self.resolver.names.at(i + 2).is_some_and(|m| {
                                self.resolver.names.is(m.entity, EntityKind::Person)
                            }))
                        && !marks_follow() =>
                {
                    return i;
                }
                // "will not be “blown off course”, after new figures showed": what had happened.
                Shape::Comma
                    if depth == 0
                        && a.shape_before(i).is_quote_mark()
                        && a.reads_any(i + 1, &words!["after", "amid", "despite"])
                        && !marks_follow() =>
                {
                    return i;
                }
                // "to switch to dimmer bulbs after tracking hedgehogs", in a headline: what led to it.
                Shape::Lower
                    if unit.headline
                        && depth == 0
                        && a.reads(i, word!("after"))
                        && a.word(i + 1).ends_with("ing")
                        && i > from + 1
                        && !marks_follow() =>
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
                // ", though she did not say when", ", which is late" behind what was: the writer's.
                Shape::Comma
                    if depth == 0
                        && (a.reads(i + 1, word!("though"))
                            || a.reads(i + 1, word!("although"))
                            || a.reads(i + 1, word!("as")) && a.is(i + 2, class::DETERMINER)
                            || a.is(i + 1, class::RELATIVE)
                                && self.is_present(i + 2, right)
                                && !(i + 2..right).any(|k| a.shape(k) == Shape::Comma)
                                && (from..i).any(|k| {
                                    a.is(k, class::VERB_PAST) || a.reads(k, word!("would"))
                                }))
                        && !marks_follow() =>
                {
                    return i;
                }
                // "but declined to say when"
                Shape::Lower
                    if depth == 0
                        && i > from
                        && (a.is(i, class::CONJUNCTION) || a.is(i, class::CONTRAST))
                        && (a.reads(i + 1, word!("declined")) && a.reads(i + 2, word!("to"))
                            // "but would not say when"
                            || a.is(i + 1, class::MODAL)
                                && a.is(i + 2, class::NEGATION)
                                && a.is(i + 3, any!(SAY, NAMING)))
                        && !marks_follow() =>
                {
                    return i;
                }
                Shape::Dash if i > from && a.gap(i) == Gap::Space && !marks_follow() => {
                    // Words between two dashes interrupt the clause, words behind one are the writer's.
                    let second = (i + 1..right.min(i + ASIDE))
                        .find(|k| a.shape(*k) == Shape::Dash && a.gap(*k) == Gap::Space);
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

    /// Whether words in marks open between two tokens.
    fn marks_between(&self, unit: &Unit<'_>, from: usize, to: usize) -> bool {
        unit.pairs.iter().any(|p| p.open > from && p.open < to)
    }

    /// Whether the first verb behind token `from` is in the present tense: ", which in Norton means".
    fn is_present(&self, from: usize, right: usize) -> bool {
        let a = self.a;
        let forms = any!(AUXILIARY, VERB_PAST, VERB_S, MODAL);
        let verb = (from..right.min(from + PRESENT)).find(|i| a.is(*i, forms)).unwrap_or(from);
        !a.is(verb, class::VERB_PAST) && a.is(verb, any!(VERB_S, VERB_BASE))
            || a.reads_any(verb, &words!["has", "have", "is", "are"])
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
                && !a.reads(i, word!("that"))
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
                        && (a.is(i + 1, followed) || a.reads(i + 1, word!("to"))));
            let clitic = a.shape(i) == Shape::Clitic && !a.reads_clitic_s(i)
                || a.reads_clitic_s(i) && a.is(i.wrapping_sub(1), class::PRONOUN);
            // "kept the mill but sold it": no subject of its own.
            let joined = i > from && a.is(i - 1, class::CONJUNCTION);
            !joined && (verb || plural || regular || clitic) && unit.pair_at(i).is_none()
        }) || unit.pairs.iter().any(|p| p.open >= from && p.close <= to)
    }

    /// Whether nothing but a time and an end mark follows token `i`.
    pub(super) fn is_over(&self, i: usize, to: usize) -> bool {
        (i..to).all(|k| {
            !self.a.shape(k).is_word()
                || self.a.is(k, class::TIME_NOUN)
                || self.a.is(k, class::ADVERB)
                || self.a.reads(k, word!("on"))
        })
    }

    /// "Asked again, she said there was no danger": what is said stands behind the cue.
    pub(super) fn clause_follows(&self, unit: &Unit<'_>, at: &Attribution) -> bool {
        let a = self.a;
        let opens = a.reads(at.to, word!("that"))
            || a.is(at.to, any!(PRONOUN, POSSESSIVE, DETERMINER))
            || a.reads(at.to, word!("there"))
            || self.resolver.names.at(at.to).is_some();
        !at.inverted
            && !at.according
            && (opens && self.is_clause(unit, at.to, unit.to) || self.says_more(at, unit.to))
    }

    /// "said areas of growth include …": the plain verb of saying needs no known verb behind it.
    pub(super) fn says_more(&self, at: &Attribution, to: usize) -> bool {
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

    /// "warned in a report that strips it of its grade": whether "that" stands for the document before it.
    pub(super) fn tells_of(&self, that: usize) -> bool {
        let a = self.a;
        let verb = any!(AUXILIARY, VERB_S, VERB_PAST);
        let word = a.word(that + 1);
        a.is(that - 1, class::DOC_NOUN)
            && (a.is(that + 1, verb) || word.ends_with('s') || word.ends_with("ed"))
            && a.shape(that + 1) == Shape::Lower
            && !a.is(that + 1, any!(PRONOUN, DETERMINER))
            && !a.is(that + 2, verb)
    }

    /// Whether nothing but an end mark, or an adverbial, follows token `i`.
    pub(super) fn ends_unit(&self, i: usize, to: usize) -> bool {
        let a = self.a;
        (i..to).all(|k| !a.shape(k).is_word())
            || a.shape(i) == Shape::Comma
            // "announced Thursday, raising …"
            || a.is(i, class::TIME_NOUN) && a.shape(i + 1) == Shape::Comma
            || to - i < 8
            || a.is(i, any!(PREPOSITION, TIME_NOUN, WHEN))
                && !a.reads(i, word!("to"))
                && (i..to).all(|k| {
                    (!a.reads(k, word!("that")) || self.tells_of(k)) && !a.shape(k).is_quote_mark()
                })
    }

    /// Whether a dash follows the attribution behind token `to`.
    fn aside_closes(&self, to: usize) -> bool {
        (to..to + ASIDE)
            .take_while(|i| !matches!(self.a.shape(*i), Shape::Period | Shape::End))
            .any(|i| self.a.shape(i) == Shape::Dash && self.a.gap(i) == Gap::Space)
    }

    /// Where a clause that ends at `to` starts: behind "But", "And" and marks.
    pub(super) fn clause_start(&self, unit: &Unit<'_>, left: usize, to: usize) -> usize {
        // "The stores – to be named soon, according to the firm – employ …": from the dash that opens the aside.
        let dash = (left + 1..to)
            .rev()
            .take(ASIDE)
            .find(|i| self.a.shape(*i) == Shape::Dash && self.a.gap(*i) == Gap::Space);
        let dash = dash.filter(|_| self.aside_closes(to));
        // "The mill is sold; price “fair”, says Day"
        let part =
            (left + 1..to).rev().find(|i| unit.headline && self.a.shape(*i) == Shape::Semicolon);
        let mut from = dash.or(part).map_or(left, |i| i + 1);
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
