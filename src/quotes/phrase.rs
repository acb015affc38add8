//! A noun phrase read backwards from its last word, with the lists it may close, and the words at which it must end.

use crate::article::Article;
use crate::lexicon::{Class, class};
use crate::names::Names;
use crate::tokens::{Gap, Shape};

/// Tokens that a subject may stretch over.
pub(super) const LONGEST: usize = 24;

/// Words that end in a full stop without ending a sentence.
const ABBREVIATED: Class =
    any!(ABBREVIATION, ABBREVIATION_MAY_END, TITLE, TITLE_MALE, TITLE_FEMALE);

/// Words at which a noun phrase ends when it is read backwards.
const STOPS: Class = any!(SUBORDINATOR, AUXILIARY);

/// A verb that is surely none of the phrase's words.
pub(super) fn is_finite(article: &Article<'_>, i: usize) -> bool {
    let token = article.at(i);
    token.shape == Shape::Lower
        && (token.word.is(class::VERB_PAST) && !token.word.is(any!(ROLE, DOC_NOUN))
            || token.word.is(class::AUXILIARY)
            || token.word.is(class::VERB_S)
                && !token.word.is(any!(DOC_NOUN, STATEMENT_NOUN, GROUP_NOUN, ROLE_PLURAL))
                && !(token.word.is(class::NOUN_LIKE) && opens_noun(article, i)))
        // "left-leaning"
        && !(article.shape(i + 1) == Shape::Hyphen && article.gap(i + 1) == Gap::None)
        && !is_adjective(article, i)
}

/// "the retired owner": a participle behind an article.
fn is_adjective(article: &Article<'_>, i: usize) -> bool {
    article.is(i, class::VERB_PAST)
        && (article.reads(i.wrapping_sub(1), word!("the"))
            || article.is(i.wrapping_sub(1), class::INDEFINITE))
        && article.shape(i + 1) == Shape::Lower
        && !article.is(i + 1, any!(PREPOSITION, SUBORDINATOR, DETERMINER))
}

/// "voters in six states": whether the word before can only be a noun's.
fn opens_noun(article: &Article<'_>, i: usize) -> bool {
    let before = article.before(i);
    before.shape == Shape::Number
        || before.word.is(any!(NUMBER_WORD, DETERMINER, POSSESSIVE, PREPOSITION, DEMONYM))
}

/// "The mayor rebuked critics": a regular form behind a noun, and no participle before a preposition.
pub(super) fn is_unknown_verb(article: &Article<'_>, names: &Names, i: usize) -> bool {
    article.shape(i) == Shape::Lower
        && article.word(i).ends_with("ed")
        && !article.is(i + 1, class::PREPOSITION)
        && (names.at(i.wrapping_sub(1)).is_some()
            || article.is(i.wrapping_sub(1), any!(ROLE, ROLE_PLURAL, GROUP_NOUN, PRONOUN)))
}

pub(super) fn is_break(article: &Article<'_>, i: usize) -> bool {
    let shape = article.shape(i);
    !(shape.is_word()
        || matches!(
            shape,
            Shape::Number
                | Shape::Clitic
                | Shape::Hyphen
                | Shape::Ampersand
                | Shape::Percent
                | Shape::Currency
                | Shape::Slash
        )
        || shape == Shape::Period
            && article.gap(i) == Gap::None
            && (article.shape(i + 1).is_word() || article.shape(i + 1) == Shape::Number)
            && (article.gap(i + 1) == Gap::None
                || article.shape(i.wrapping_sub(1)) == Shape::Capital
                || article.is(i.wrapping_sub(1), ABBREVIATED))
        || matches!(shape, Shape::SingleClose | Shape::SingleStraight)
            && article.gap(i) == Gap::None
            && article.word(i.wrapping_sub(1)).ends_with('s'))
}

/// The noun phrase that ends before token `end`.
pub(super) fn chunk(
    article: &Article<'_>,
    names: &Names,
    end: usize,
    start: usize,
) -> Option<(usize, usize)> {
    let mut from = end;
    while from > start && end - from < LONGEST {
        let i = from - 1;
        if let Some(mention) = names.at(i).filter(|m| m.from >= start && m.to <= end) {
            from = mention.from;
            continue;
        }
        let token = article.at(i);
        // "the bespectacled, 71-year-old diplomat"
        let listed = token.shape == Shape::Comma
            && i > start + 1
            && article.shape(i - 1) == Shape::Lower
            && article.is(i - 2, class::DETERMINER)
            && article.shape(from) == Shape::Number;
        // "parents surveyed said"
        let asked = i + 1 == end && token.word.is(class::ASKED);
        if is_break(article, i) && !listed
            || token.word.is(STOPS)
                && (token.shape == Shape::Lower || i == start)
                && !article.is(i, class::PREPOSITION)
            // "old hands said": right before the cue it is a noun.
            // A report released last year: its participle.
            || is_finite(article, i)
                && (i + 1 != end || !token.word.is(class::VERB_S))
                && !(token.word.is(class::VERB_PAST)
                    && (article.is(i.wrapping_sub(1), class::DOC_NOUN)
                        || asked
                        // "registered voters"
                        || i + 2 == end && article.is(i + 1, any!(GROUP_NOUN, ROLE_PLURAL))))
            || is_unknown_verb(article, names, i) && !asked
        {
            break;
        }
        if token.word.is(class::PRONOUN) {
            break;
        }
        if token.word.is(class::CONJUNCTION) && !joins_nouns(article, names, i, start) {
            break;
        }
        if article.gap(from) >= Gap::Line {
            break;
        }
        from = i;
        // "a step the mayor said would": a clause of its own behind the noun.
        let inner = token.word.is(class::DETERMINER)
            && i > start + 1
            && article.shape(i - 1) == Shape::Lower
            && article.is(i - 2, class::INDEFINITE)
            && article.reads(i, word!("the"))
            && !article.is(i - 1, any!(PREPOSITION, CONJUNCTION, SUBORDINATOR, ADVERB, QUANTIFIER));
        if inner {
            break;
        }
    }
    if let Some(open) = list_before(article, names, from, start, end) {
        return Some((open, end));
    }
    // "Four years after inspectors found": the clause behind the preposition has a subject of its own.
    let clause = (from + 1..end).rev().find(|k| {
        article.shape(*k) == Shape::Lower
            && names.at(*k).is_none()
            && article.is(*k, class::PREPOSITION)
            && article.is(*k, class::SUBORDINATOR)
            && !article.reads(*k, word!("as"))
    });
    if let Some(k) = clause.filter(|k| k + 1 < end) {
        from = phrase_after(article, names, k + 1, end).unwrap_or(k + 1);
    }
    // "But", "Meanwhile", "On Tuesday" before the phrase.
    loop {
        if from >= end {
            return None;
        }
        let token = article.at(from);
        let skip = token.word.is(any!(CONJUNCTION, ADVERB)) && !token.word.is(class::DETERMINER)
            || token.word.is(class::TIME_NOUN) && names.at(from).is_none_or(|m| m.from != from)
            || token.shape == Shape::Number && article.is(from.wrapping_sub(1), class::TIME_NOUN);
        let phrase = article.find(from, class::ADVERB).map_or(1, |hit| hit.len);
        let counts =
            article.shape(from + 1) == Shape::Number || article.is(from + 1, class::NUMBER_WORD);
        if skip || phrase > 1 || counts && token.word.is(class::QUANTIFIER) {
            from += phrase;
        } else if token.word.is(any!(PREPOSITION, SUBORDINATOR))
            && !token.word.is(class::DETERMINER)
            && names.at(from).is_none_or(|m| m.from != from)
        {
            // "after the mayor said"
            let next = article.at(from + 1).word;
            let bare = token.word.is(class::SUBORDINATOR)
                && (names.at(from + 1).is_some()
                    || next.is(any!(DETERMINER, POSSESSIVE, ROLE_PLURAL)));
            from = if bare { from + 1 } else { phrase_after(article, names, from + 1, end)? };
        } else {
            break;
        }
    }
    (from < end).then_some((from, end))
}

/// "Friends, lobbyists and old rivals said": where the list opens whose last part is the phrase `from..end`, if the list
/// opens its clause.
fn list_before(
    article: &Article<'_>,
    names: &Names,
    from: usize,
    start: usize,
    end: usize,
) -> Option<usize> {
    let joins = |i: usize| article.shape(i) == Shape::Lower && article.reads(i, word!("and"));
    let first = article.shape_before(from) == Shape::Comma;
    let and = if first {
        (from..end).find(|i| joins(*i))?
    } else {
        from.checked_sub(1).filter(|i| joins(*i))?
    };
    // "in recent months, and people close to her said": a clause of its own.
    let oxford = !first && article.shape_before(and) == Shape::Comma;
    if article.is(from, class::VERB_ING) {
        return None;
    }
    let mut open = and;
    while open > start && end - open < LONGEST {
        let i = open - 1;
        if let Some(mention) = names.at(i).filter(|m| m.from >= start && m.to <= end) {
            open = mention.from;
            continue;
        }
        let token = article.at(i);
        // A verb before: the first parts of the list are its objects.
        if is_finite(article, i)
            || is_unknown_verb(article, names, i)
            || token.word.is(class::VERB_ING)
        {
            return None;
        }
        if is_break(article, i) && token.shape != Shape::Comma
            || token.word.is(any!(SUBORDINATOR, PRONOUN)) && !token.word.is(class::PREPOSITION)
            || token.word.is(class::CONJUNCTION) && !joins(i)
            || article.gap(open) >= Gap::Line
        {
            break;
        }
        open = i;
    }
    // "In May, doctors and nurses said": the lead-in is no part of it.
    let leads = any!(PREPOSITION, ADVERB, TIME_NOUN, CONJUNCTION);
    while open < and
        && (article.is(open, leads) && !article.is(open, class::DETERMINER)
            || article.shape(open) == Shape::Comma)
    {
        open = (open..and).find(|i| article.shape(*i) == Shape::Comma)? + 1;
    }
    let listed = |i| article.shape(i) == Shape::Comma;
    (open < and && (!oxford || (open..and - 1).any(listed))).then_some(open)
}

/// Behind a preposition's own noun: where the next noun phrase starts.
pub(super) fn phrase_after(
    article: &Article<'_>,
    names: &Names,
    from: usize,
    end: usize,
) -> Option<usize> {
    (from + 1..end).find(|i| {
        let opens =
            article.is(*i, any!(DETERMINER, POSSESSIVE)) && !article.is(i - 1, class::PREPOSITION);
        let name = names.at(*i).is_some_and(|m| m.from == *i)
            && !article.is(i - 1, class::PREPOSITION)
            && article.shape(i - 1) != Shape::Hyphen
            && !article.is(i - 1, any!(DETERMINER, ROLE))
            && !article.reads_clitic_s(i - 1);
        opens || name
    })
}

pub(super) fn joins_nouns(article: &Article<'_>, names: &Names, i: usize, start: usize) -> bool {
    article.reads(i, word!("and"))
        && i > start
        && (names.at(i - 1).is_some() && names.at(i + 1).is_some()
            || names.at(i - 1).is_some()
                && (article.is(i + 1, any!(PREPOSITION, POSSESSIVE)) || article.reads(i + 1, word!("other")))
            // "Current and former officials", "lawyers and judges"
            || i == start + 1
            || article.is(i - 1, any!(ROLE_PLURAL, GROUP_NOUN))
            || article.is(i - 1, any!(ROLE, DEMONYM)))
}
