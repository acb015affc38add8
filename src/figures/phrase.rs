//! Noun phrases around a figure: what stands behind it, before it, and the subject of its verb.
//!
//! No parser: a phrase ends at the first word that cannot stand in one. Every walk is bounded.

use super::Scene;
use crate::claims::Owner;
use crate::lexicon::class;
use crate::numbers;
use crate::tokens::{Gap, Shape};

/// Tokens `from..to`.
pub type Range = (usize, usize);

/// Most tokens of a noun phrase.
const PHRASE: usize = 8;

/// Most phrases that hang on one another by prepositions: "the price of bread in shops in Leeds".
const HOPS: usize = 5;

/// Farthest that a subject stands before its verb.
const REACH: usize = 40;

/// What a verb's subject turned out to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// A noun phrase.
    Phrase(Range),
    /// "it", "they": the one spoken of before; its token.
    Pronoun(usize),
}

/// Whether token `at` is a form of a verb, or looks like one.
#[inline(never)]
pub fn verbal(scene: &Scene<'_, '_>, at: usize) -> bool {
    let forms = any!(VERB_PAST, VERB_S, VERB_BASE, VERB_PARTICIPLE, FIGURE_VERB, AUXILIARY);
    let a = scene.article;
    // "must save £12m", "to raise 20 goats", "they need 12"
    let led =
        a.is(at.wrapping_sub(1), any!(MODAL, PRONOUN)) || a.reads(at.wrapping_sub(1), word!("to"));
    a.shape(at) == Shape::Lower && (a.is(at, forms) || led && at > scene.sentence.from)
}

/// Whether token `at` is a part of a word with hyphens: "10-year bonds", "third-quarter sales".
#[inline(never)]
fn tied(scene: &Scene<'_, '_>, at: usize) -> bool {
    let a = scene.article;
    let hyphen = |at: usize| a.shape(at) == Shape::Hyphen && a.gap(at) == Gap::None;
    hyphen(at) || hyphen(at + 1) || a.shape_before(at) == Shape::Hyphen && a.gap(at) == Gap::None
}

/// Whether token `at` is a past form, or ends like one.
#[inline(never)]
pub fn past(scene: &Scene<'_, '_>, at: usize) -> bool {
    let a = scene.article;
    a.shape(at) == Shape::Lower
        && (a.is(at, any!(VERB_PAST, VERB_PARTICIPLE, FIGURE_VERB))
            || a.word(at).len() > 4 && a.word(at).ends_with("ed"))
}

/// Whether token `at` moves an amount.
#[inline(never)]
pub fn moves(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.article.is(at, any!(CHANGE_UP, CHANGE_DOWN, MULTIPLE_VERB))
}

/// Whether token `at` can stand in a noun phrase.
#[inline(never)]
pub fn nominal(scene: &Scene<'_, '_>, at: usize) -> bool {
    let a = scene.article;
    let token = a.at(at);
    let glued = token.gap == Gap::None && a.gap(at + 1) == Gap::None;
    match token.shape {
        Shape::Hyphen => glued,
        Shape::Slash => glued && a.shape(at + 1).is_word() && a.shape_before(at).is_word(),
        Shape::Clitic => a.reads_clitic_s(at),
        Shape::SingleClose | Shape::SingleStraight => {
            token.gap == Gap::None
                && a.word(at.wrapping_sub(1)).ends_with('s')
                && a.gap(at + 1) == Gap::Space
                && a.shape(at + 1).is_word()
        }
        Shape::Ampersand => true,
        shape if shape.is_word() => {
            let stop = any!(
                FIGURE_STOP,
                PREPOSITION,
                AUXILIARY,
                CONJUNCTION,
                SUBORDINATOR,
                PRONOUN,
                POSSESSIVE
            );
            let day = any!(WEEKDAY, MONTH, DAY_WORD);
            !(token.word.is(stop) || token.word.is(day) && shape != Shape::Lower)
        }
        _ => false,
    }
}

/// Whether token `at` is a noun in the plural, or looks like one.
#[inline(never)]
pub fn plural(scene: &Scene<'_, '_>, at: usize) -> bool {
    let a = scene.article;
    let word = a.word(at);
    a.is(at, class::PLURAL_NOUN)
        || !matches!(a.shape(at), Shape::Upper | Shape::Clitic)
            && word.len() > 3
            && word.ends_with('s')
            && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
        || a.shape(at) == Shape::Title && word.ends_with('s') && word.len() == 3
}

/// The noun phrase that starts at `at`, without its determiners; it ends with its first plural noun.
#[inline(never)]
pub fn ahead(scene: &Scene<'_, '_>, at: usize, limit: usize) -> Option<Range> {
    let range = plain(scene, at, limit)?;
    // "a chance of dying", "the margin of error"
    let a = scene.article;
    let number = a.reads(range.1 - 1, word!("number"));
    let more = a.is(range.1 - 1, class::NOUN_WITH_OF) && a.reads(range.1, word!("of"))
        // "lowered its guidance for sales"
        || a.is(range.1 - 1, class::FORECAST) && a.reads(range.1, word!("for"));
    let more = if more { plain(scene, range.1 + 1, limit) } else { None };
    let more = more.filter(|m| scene.claims.owner(m.0) == Owner::None);
    Some(more.map_or(range, |m| {
        if number || a.reads(m.0 - 1, word!("for")) { m } else { (range.0, m.1) }
    }))
}

/// A word in -ing before a plural noun: "working days".
#[inline(never)]
pub fn gerund(scene: &Scene<'_, '_>, at: usize) -> bool {
    let a = scene.article;
    a.word(at).ends_with("ing") && plural(scene, at + 1) && a.shape(at + 1) == Shape::Lower
}

/// Whether the phrase follows a bare number, which counts its first plural noun.
#[inline(never)]
fn counted(scene: &Scene<'_, '_>, at: usize) -> bool {
    let number = any!(NUM_UNIT, NUM_TENS, NUM_SCALE);
    matches!(scene.article.shape_before(at), Shape::Number)
        || scene.article.is(at.wrapping_sub(1), number)
}

#[inline(never)]
fn plain(scene: &Scene<'_, '_>, mut at: usize, limit: usize) -> Option<Range> {
    let a = scene.article;
    let opener = |at: usize| a.is(at, any!(DETERMINER, POSSESSIVE)) && a.gap(at) <= Gap::Space;
    let mut led = false;
    // "of those given the drug"
    if a.reads(at, word!("those")) && (past(scene, at + 1) || a.is(at + 1, class::RELATIVE)) {
        return None;
    }
    for _ in 0..4 {
        if at < limit && opener(at) && !(a.reads(at, word!("that")) && a.is(at + 1, class::PRONOUN))
        {
            at += 1;
            led = true;
        } else if (led || a.reads(at.wrapping_sub(1), word!("of")))
            && let Some(number) = numbers::read(a, at, false)
            && number.to < limit
        {
            at = number.to;
        } else {
            break;
        }
    }
    if a.shape(at).is_quote_mark() && led {
        at += 1;
    }
    // "euros of 15-year bonds"
    if at > 0 && a.shape(at) == Shape::Hyphen && a.shape_before(at) == Shape::Number {
        at -= 1;
    }
    let from = at;
    let mut to = at;
    while to < limit
        && to < from + PHRASE
        && (scene.claims.owner(to) != Owner::Date || tied(scene, to))
    {
        // "of Year 6 pupils"
        let code = a.shape(to) == Shape::Number
            && (to > from
                && (a.shape(to - 1) == Shape::Hyphen
                    || a.shape(to - 1) == Shape::Title && a.shape(to + 1) == Shape::Lower)
                || to == from && a.shape(to + 1) == Shape::Hyphen);
        // "31,000 working days"
        let gerund = to == from && gerund(scene, to);
        if !(nominal(scene, to) || code || gerund) || to > from && a.gap(to) > Gap::Space {
            break;
        }
        // "people infected.", "the hatchback scored 91%"; not "three salaried doctors".
        let noun_follows = nominal(scene, to + 1) && !a.word(to + 1).ends_with("ly");
        // "half of patients aged over 75"
        if a.reads(to, word!("aged")) && !noun_follows {
            break;
        }
        // "plastic caught fire"; not "newly built homes".
        let caught = a.is(to, class::VERB_PAST)
            && !a.word(to).ends_with("ed")
            && to > from
            && !a.word(to - 1).ends_with("ly");
        if to > from && past(scene, to) && (!noun_follows || caught) {
            break;
        }
        if to > from
            && a.word(to).ends_with("ly")
            && a.shape(to) == Shape::Lower
            && past(scene, to + 1)
        {
            break;
        }
        to += 1;
        let goes_on = matches!(a.shape(to), Shape::Clitic | Shape::Hyphen | Shape::Ampersand)
            || nominal(scene, to)
                && matches!(a.shape(to), Shape::SingleClose | Shape::SingleStraight);
        // A name goes on to its last capital; a noun phrase ends with its first plural noun.
        let name = a.shape(to) == Shape::Title && a.shape(to - 1) == Shape::Title;
        let closing = !counted(scene, from)
            && a.shape(to) == Shape::Lower
            && nominal(scene, to)
            && !verbal(scene, to)
            && !past(scene, to)
            && !a.is(to, any!(COMPARED, MEASURED, ADVERB, CHANGE_UP, CHANGE_DOWN))
            && a.gap(to) == Gap::Space
            && !nominal(scene, to + 1);
        let second = closing
            || plural(scene, to)
                && a.shape(to) == Shape::Lower
                && nominal(scene, to)
                && !verbal(scene, to)
                && a.gap(to) == Gap::Space;
        if plural(scene, to - 1) && !goes_on && !name && !second {
            break;
        }
    }
    while to > from && !a.shape(to - 1).is_word() && a.shape(to - 1) != Shape::Number {
        to -= 1;
    }
    (to > from).then_some((from, to))
}

/// The noun phrase that ends before token `end`.
#[inline(never)]
pub fn behind(scene: &Scene<'_, '_>, end: usize, low: usize) -> Option<Range> {
    let a = scene.article;
    let mut from = end;
    while from > low && end - from < PHRASE {
        let at = from - 1;
        let unit = a.shape(at) == Shape::Number
            && (a.shape(from) == Shape::Hyphen
                // "the benchmark Nifty 50"
                || from == end
                    && a.shape_before(at).is_capital()
                    && scene.claims.owner(at) == Owner::Ignored);
        let inner = from < end;
        let is_past = past(scene, at);
        let subject_before = at > low && nominal(scene, at - 1) && a.shape(at - 1).is_word();
        let bound = a.shape_before(at) == Shape::Hyphen && a.gap(at) == Gap::None;
        let verb = inner
            && !bound
            && a.shape(at) == Shape::Lower
            && (is_past && (subject_before || a.shape(from) == Shape::Title)
                || verbal(scene, at) && !is_past);
        let owner = scene.claims.owner(at);
        let claimed = matches!(owner, Owner::Date | Owner::Figure) && !tied(scene, at);
        if !(nominal(scene, at) || unit) || verb || claimed {
            break;
        }
        from -= 1;
        if a.gap(from) > Gap::Space {
            break;
        }
    }
    while from < end
        && (!a.shape(from).is_word() && a.shape(from) != Shape::Number
            || a.gap(from) == Gap::None && a.shape_before(from) == Shape::Number)
    {
        from += 1;
    }
    (from < end).then_some((from, end))
}

/// Steps back over the words between a subject and what is said of it: auxiliaries, adverbs, "expected to".
fn before_verb(scene: &Scene<'_, '_>, verb: usize, low: usize) -> usize {
    let a = scene.article;
    let mut end = verb;
    while end > low {
        let at = end - 1;
        let word = a.word(at);
        let adverb = a.shape(at) == Shape::Lower && word.len() > 4 && word.ends_with("ly");
        let chain = a.is(at, any!(AUXILIARY, ADVERB))
            || adverb
            || a.reads_any(at, &words!["themselves", "itself"])
            || a.reads(at, word!("than")) && a.reads(at.wrapping_sub(1), word!("more"))
            || a.reads(at, word!("more")) && a.reads(end, word!("than"))
            || a.reads(at, word!("to"))
            || end < verb
                && past(scene, at)
                && (a.reads(end, word!("to")) || a.is(at.wrapping_sub(1), class::BE))
            || end < verb && a.is(at, class::LEVEL_VERB)
            || end == verb
                && a.is(verb, class::PARTICLE)
                && (past(scene, at)
                    || verbal(scene, at)
                    || at > low && word.ends_with('s') && nominal(scene, at - 1))
            || scene.claims.owner(at) == Owner::Date && end < verb && a.is(at, class::DAY_WORD);
        if !chain {
            break;
        }
        end = at;
    }
    end
}

/// The subject of the verb (or particle) at token `verb`.
pub fn subject(scene: &Scene<'_, '_>, verb: usize) -> Option<Subject> {
    let low = scene.sentence.from.max(verb.saturating_sub(REACH));
    let a = scene.article;
    let end = before_verb(scene, verb, low);
    let at = end.checked_sub(1).filter(|at| *at >= low)?;
    // "rose 7.5p and closed at": the verb before shares its subject.
    if a.is(at, class::CONJUNCTION) {
        let verb = any!(COSTS, VERB_ING);
        let other =
            (low..at).rev().find(|k| verbal(scene, *k) || moves(scene, *k) || a.is(*k, verb))?;
        return named(scene, before_verb(scene, other, low), low);
    }
    named(scene, end, low)
}

/// The object that ends before `end` and stands behind token `verb`.
pub fn object(scene: &Scene<'_, '_>, verb: usize, end: usize) -> Option<Subject> {
    let a = scene.article;
    if a.is(end.wrapping_sub(1), class::OBJECT_PRONOUN) {
        return Some(Subject::Pronoun(end - 1));
    }
    named(scene, end, verb + 1)
}

/// The noun phrase or pronoun that ends before `end`, up to the noun that its prepositions hang on.
fn named(scene: &Scene<'_, '_>, mut end: usize, low: usize) -> Option<Subject> {
    let a = scene.article;
    end = over_insertion(scene, end, low);
    // "prices dropped … to stand at": the verb before takes the same subject.
    while end > low + 1 && moves(scene, end - 1) && past(scene, end - 1) {
        end -= 1;
    }
    let at = end.checked_sub(1).filter(|at| *at >= low)?;
    // "go to mills, which rank 31st": the clause is about the noun right before the comma.
    let mut near = false;
    if a.is(at, class::RELATIVE) {
        near = at > low && a.shape(at - 1) == Shape::Comma;
        end = at - usize::from(near);
    } else if a.is(at, class::PRONOUN) || a.reads(at, word!("that")) || a.reads(at, word!("this")) {
        return Some(Subject::Pronoun(at));
    }
    // "the number of patients on trolleys"
    let number = (low..end).rev().take_while(|k| {
        let verb = moves(scene, *k) && past(scene, *k) || a.is(*k, class::AUXILIARY);
        !verb || a.is(k.wrapping_sub(1), class::RELATIVE)
    });
    if let Some(of) =
        number.skip(1).find(|k| a.reads(*k, word!("number")) && a.reads(k + 1, word!("of")))
    {
        return ahead(scene, of + 2, end).map(Subject::Phrase);
    }
    let mut phrase: Option<Range> = None;
    for _ in 0..HOPS {
        // "parcels handed out"
        let particle = phrase.is_none()
            && end > low + 3
            && a.is(end - 1, any!(PARTICLE, PREPOSITION))
            && past(scene, end - 2)
            && a.shape(end - 3) == Shape::Lower
            && nominal(scene, end - 3);
        end -= if particle { 2 } else { 0 };
        end = over_date(scene, end, low);
        end = over_date(scene, end, low);
        end = over_insertion(scene, end, low);
        // "Okafor, 19, who cost …": the comma before the age.
        if phrase.is_none() && end > low + 1 && a.shape(end - 1) == Shape::Comma {
            end -= 1;
        }
        let Some(found) = behind(scene, end, low) else { break };
        let verb = found.1 > found.0 + 1 && moves(scene, found.1 - 1) && past(scene, found.1 - 1);
        let found = (found.0, found.1 - usize::from(verb));
        // "struggled to cope with workloads": the verb before a preposition is no noun.
        if phrase.is_some() && verbal_phrase(scene, found) {
            // "posts filled by agency staff": the noun before the participle.
            let noun = found.0 > low + 1
                && a.reads(found.1, word!("by"))
                && past(scene, found.0)
                && a.shape(found.0 - 1) == Shape::Lower
                && nominal(scene, found.0 - 1);
            if !noun {
                break;
            }
            (phrase, end) = (None, found.0);
            continue;
        }
        // "earnings before interest and tax", "sales of coats and boots"
        let tax = |k: usize| {
            a.reads(k, word!("before")) && a.reads_any(k + 1, &words!["tax", "interest"])
        };
        let before = over_determiners(scene, found.0, low).checked_sub(1).filter(|k| {
            phrase.is_none()
                && *k > low
                && a.is(*k, class::CONJUNCTION)
                && a.shape(found.0) == Shape::Lower
        });
        let mut first = before.and_then(|and| behind(scene, and, low));
        // "earnings before interest, tax, depreciation and amortisation"
        while let Some(r) = first.filter(|r| r.0 > low + 1 && a.shape(r.0 - 1) == Shape::Comma) {
            first = behind(scene, r.0 - 1, low);
        }
        let first = first.filter(|r| {
            let lead = over_determiners(scene, r.0, low).saturating_sub(1);
            lead > low
                && a.reads_any(lead, &words!["of", "before", "between"])
                && !verbal(scene, r.1 - 1)
        });
        let found = (first.map_or(found.0, |r| r.0), found.1);
        let of =
            phrase.is_some() && (a.reads(found.1, word!("of")) || first.is_none() && tax(found.1));
        phrase = Some(match phrase {
            Some(before) if of => (found.0, before.1),
            _ => found,
        });
        // "…on the county's 10-year notes": step over determiners, numbers and owners to the preposition.
        let at = over_determiners(scene, found.0, low);
        if at <= low || !a.is(at - 1, class::PREPOSITION) || at - 1 == low {
            break;
        }
        // "since the rent on her flat rose"
        if a.is(at - 1, class::SUBORDINATOR) && !tax(at - 1) {
            break;
        }
        if near && !a.reads(at - 1, word!("of")) {
            break;
        }
        end = at - 1;
    }
    phrase.map(Subject::Phrase)
}

/// Steps back from a noun over its numbers, owner and determiners.
#[inline(never)]
fn over_determiners(scene: &Scene<'_, '_>, mut at: usize, low: usize) -> usize {
    let a = scene.article;
    let figure = |k: usize| {
        scene.claims.owner(k) == Owner::Figure
            || a.shape(k) == Shape::Hyphen && a.gap(k) == Gap::None
    };
    let start = at;
    while at > low && start - at < PHRASE && figure(at - 1) {
        at -= 1;
    }
    if at < start && at > low && nominal(scene, at - 1) {
        at = behind(scene, at, low).map_or(at, |r| r.0);
    }
    while at > low
        && start - at < 2 * PHRASE
        && (a.is(at - 1, any!(DETERMINER, POSSESSIVE))
            || figure(at - 1)
            || at == start && scene.claims.owner(at - 1) == Owner::Date)
    {
        at -= 1;
    }
    at
}

/// Whether a phrase before a preposition is a verb: "cope with", "struggled to".
fn verbal_phrase(scene: &Scene<'_, '_>, (from, to): Range) -> bool {
    let a = scene.article;
    let led = a.reads(from.wrapping_sub(1), word!("to"));
    // "her drive to work"
    let owned = a.is(from.wrapping_sub(1), any!(DETERMINER, POSSESSIVE));
    to == from + 1
        && !owned
        && a.shape(from) == Shape::Lower
        && (led || past(scene, from) || verbal(scene, from) || a.word(from).ends_with("ing"))
}

/// Steps back over a date or figure and its preposition: "sales in March", "profit for the 52 weeks to 2019".
#[inline(never)]
fn over_date(scene: &Scene<'_, '_>, mut end: usize, low: usize) -> usize {
    let a = scene.article;
    let start = end;
    let claimed = |k: usize| matches!(scene.claims.owner(k), Owner::Date | Owner::Figure);
    while end > low && claimed(end - 1) {
        end -= 1;
    }
    if end < start {
        while end > low
            && (a.is(end - 1, any!(PREPOSITION, DETERMINER, YEAR_BEFORE))
                || a.reads(end - 1, word!("due")))
        {
            end -= 1;
        }
    }
    end
}

/// Steps back over what stands between two commas, dashes or brackets: ", which has three shops,".
#[inline(never)]
pub fn over_insertion(scene: &Scene<'_, '_>, end: usize, low: usize) -> usize {
    let a = scene.article;
    let Some(at) = end.checked_sub(1).filter(|at| *at > low) else { return end };
    let mate = match a.shape(at) {
        Shape::Comma => Shape::Comma,
        Shape::Dash => Shape::Dash,
        Shape::Close => Shape::Open,
        _ => return end,
    };
    (low..at).rev().find(|k| a.shape(*k) == mate).unwrap_or(end)
}

/// The words of a phrase, as worded.
#[inline(never)]
pub fn text(scene: &Scene<'_, '_>, range: Range) -> String {
    let words = scene.article.words(range.0, range.1);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
