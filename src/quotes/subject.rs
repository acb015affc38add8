//! Who stands beside a reporting verb: the noun phrase before it, or behind it where the order is turned.
//!
//! Tokens and names in, ranges of tokens out. Does not know whom the phrase means: see [`super::source`].

use super::phrase::{LONGEST, chunk, is_break, is_finite, joins_nouns, phrase_after};
use crate::article::Article;
use crate::lexicon::class;
use crate::names::Names;
use crate::report::EntityKind;
use crate::tokens::{Gap, Shape};

/// Tokens in brackets behind a name ("(D-N.D.)"), at most.
const BRACKET: usize = 8;

/// Tokens from a participle to its "by", at most.
pub(super) const BY: usize = 4;

/// Skips "has", "also", "later", "not" backwards from a verb.
#[must_use]
pub fn skip_back(article: &Article<'_>, mut i: usize, start: usize) -> usize {
    while i > start {
        let before = article.before(i);
        let time = before.word.is(class::TIME_NOUN);
        let adverb = before.shape == Shape::Lower
            && before.word.is(any!(ADVERB, AUXILIARY, NEGATION))
            || before.shape == Shape::Lower
                && article.word(i - 1).ends_with("ly")
                && article.word(i - 1).len() > 4
                && !before.word.is(class::GROUP_NOUN)
            || before.shape == Shape::Lower
                && time
                && i > start + 1
                && article.shape(i - 2) == Shape::Lower
                && article.reads(i - 2, word!("on"))
                && i < start + 3;
        // "did, however, say"
        let aside = before.shape == Shape::Comma
            && i > start + 3
            && article.is(i - 2, class::ADVERB)
            && article.shape_before(i - 2) == Shape::Comma;
        // "he's claiming", "who in 2010 said".
        let short =
            before.shape == Shape::Clitic && i > start + 1 && article.is(i - 2, class::PRONOUN);
        let dated = (before.shape == Shape::Number || time)
            && i > start + 2
            && (article.reads(i - 2, word!("in")) || article.reads(i - 2, word!("on")))
            && article.is(i - 3, class::PRONOUN);
        // "Ann Day on Saturday said"
        let on = time
            && i > start + 2
            && article.shape(i - 2) == Shape::Lower
            && article.reads(i - 2, word!("on"));
        // "Ann Day last week said"
        let last = time
            && i > start + 2
            && (article.shape(i - 3).is_capital() || article.shape(i - 3) == Shape::Close)
            && article.find(i - 2, class::ADVERB).is_some_and(|hit| hit.len == 2);
        // "The department two weeks ago said"
        if article.reads(i - 1, word!("ago")) && i > start + 4 {
            i -= 2;
            while i > start + 1
                && (article.is(i - 1, any!(NUMBER_WORD, QUANTIFIER))
                    || article.shape(i - 1) == Shape::Number)
            {
                i -= 1;
            }
            // "less than two weeks ago"
            i -= if i > start + 3 && article.reads(i - 1, word!("than")) { 2 } else { 0 };
        } else if aside {
            i -= 3;
        } else if dated || on || last {
            i -= 2;
        } else if adverb || short {
            i -= 1;
        } else {
            break;
        }
    }
    i
}

/// The subject of the verb at token `i`, not before `start`.
#[must_use]
pub fn before(
    article: &Article<'_>,
    names: &Names,
    i: usize,
    start: usize,
) -> Option<(usize, usize)> {
    let end = skip_back(article, i, start);
    if end == start {
        return None;
    }
    let last = article.before(end);
    if last.shape == Shape::Close
        && let Some(open) =
            (start + 1..end - 1).rev().take(BRACKET).find(|k| article.shape(*k) == Shape::Open)
    {
        return chunk(article, names, open, start);
    }
    if last.shape == Shape::Comma || last.shape == Shape::Close || last.shape == Shape::Dash {
        return parenthetical(article, names, end - 1, start);
    }
    if is_break(article, end - 1) && names.at(end - 1).is_none() {
        return None;
    }
    // "a report that suggested": the noun before is meant.
    let that = (article.reads(end - 1, word!("that")) || article.reads(end - 1, word!("which")))
        && article.is(end.wrapping_sub(2), any!(DOC_NOUN, GROUP_NOUN, ROLE_PLURAL, ORG_NOUN));
    // "the Mill Survey, which found"
    let which =
        article.reads(end - 1, word!("which")) && article.shape_before(end - 1) == Shape::Comma;
    if last.word.is(class::PRONOUN) || that || which {
        if last.word.is(class::RELATIVE) {
            // "Ann Day, who said": the phrase before is meant.
            let at = if article.shape_before(end - 1) == Shape::Comma { end - 2 } else { end - 1 };
            let phrase = (at > start).then(|| chunk(article, names, at, start)).flatten();
            // "given a grade by the Mill Board, which said", "came from Ann Day, who said"
            let name = names.at(at.wrapping_sub(1)).filter(|m| m.to == at && m.from >= start);
            let near = name
                .filter(|m| phrase.is_none() || which && !names.is(m.entity, EntityKind::Person))
                .map(|m| m.from);
            // "praised by Ofsted inspectors, who say"
            let some = any!(ROLE, ROLE_PLURAL, PERSON_NOUN, GROUP_NOUN);
            let led = || {
                let by = (start..at).rev().take(6).find(|i| article.is(*i, class::PREPOSITION));
                by.filter(|by| by + 1 < at && article.is(at - 1, some)).map(|by| by + 1)
            };
            let from = near.or(phrase.map(|phrase| phrase.0)).or_else(led);
            if which && from.is_none() {
                return None;
            }
            return Some((from.unwrap_or(end - 1), end));
        }
        return Some((end - 1, end));
    }
    if last.word.is(any!(PREPOSITION, DETERMINER, CONJUNCTION))
        && !last.word.is(class::COUNTED)
        && last.shape == Shape::Lower
        || article.reads(end - 1, word!("to"))
        || last.word.is(class::SUBORDINATOR)
    {
        return None;
    }
    let head = relative_head(article, names, end, start);
    let found = chunk(article, names, head.unwrap_or(end), start)?;
    // "Cllr Duggins, Coventry's cabinet member for children said": the comma behind the apposition is missing.
    let named = names.within(found.0, found.1).any(|m| names.is(m.entity, EntityKind::Person));
    if !named
        && found.0 > start
        && article.shape_before(found.0) == Shape::Comma
        && let Some(person) = names
            .at(found.0.wrapping_sub(2))
            .filter(|m| m.to == found.0 - 1 && names.is(m.entity, EntityKind::Person))
        // "In a talk with Bob Lee and Ann Day, the mayor said"
        && !article.is(person.from.wrapping_sub(1), any!(CONJUNCTION, PREPOSITION))
    {
        let role = (found.0..found.1).any(|k| article.find(k, class::ROLE).is_some());
        if role || head.is_some() {
            return Some((person.from, person.to));
        }
    }
    if head.is_some() {
        return Some(found);
    }
    // "Ann Day of Norton, Ohio says": the place goes on behind a comma.
    if article.shape_before(found.0) == Shape::Comma
        && names
            .at(found.0)
            .is_some_and(|m| m.to == found.1 && !names.is(m.entity, EntityKind::Person))
        && let Some(place) = names.at(found.0.wrapping_sub(2)).filter(|m| m.to + 1 == found.0)
        && place.from > start + 1
        && article.is(place.from - 1, class::PREPOSITION)
        && names.at(place.from - 2).is_some_and(|m| names.is(m.entity, EntityKind::Person))
    {
        return chunk(article, names, found.0 - 1, start).map(|whole| (whole.0, found.1));
    }
    // "Another friend, Ann Day told": so is the one behind it.
    if named
        && found.0 > start + 2
        && article.shape_before(found.0) == Shape::Comma
        && article.is(start, any!(DETERMINER, POSSESSIVE))
        && chunk(article, names, found.0 - 1, start).is_some_and(|role| {
            role.0 == start && article.find(role.1 - 1, any!(ROLE, PERSON_NOUN)).is_some()
        })
    {
        return Some((start, found.1));
    }
    Some(found)
}

/// "Inspectors who visited the school on 18 May said": where the phrase ends before "who", when a clause of its own
/// stands between that word and token `end`.
fn relative_head(article: &Article<'_>, names: &Names, end: usize, start: usize) -> Option<usize> {
    let mut verb = false;
    for i in (start + 1..end).rev().take(LONGEST) {
        if is_break(article, i) {
            return None;
        }
        if article.is(i, class::RELATIVE) && article.shape(i) == Shape::Lower {
            let who = article.reads(i, word!("who")) || article.reads(i, word!("which"));
            if article.is(i - 1, class::CONJUNCTION) {
                continue;
            }
            let is_role = (i + 2..i + 4).any(|k| article.find(k, class::ROLE).is_some());
            if is_role && article.is(i + 1, class::BE) && article.shape_before(i) == Shape::Comma {
                // "Ann Day, who is chairman said": the comma behind the clause is missing.
                return names.at(i.wrapping_sub(2)).filter(|m| m.to + 1 == i).map(|m| m.to);
            }
            return (verb && who && article.shape_before(i).is_word()).then_some(i);
        }
        verb |= is_finite(article, i)
            || article.is(i, class::VERB_BASE) && article.is(i - 1, class::RELATIVE)
            || article.shape(i) == Shape::Lower && article.word(i).ends_with("ed");
    }
    None
}

/// "Ann Day, chair of the panel, said": the first noun phrase of the clause.
fn parenthetical(
    article: &Article<'_>,
    names: &Names,
    comma: usize,
    start: usize,
) -> Option<(usize, usize)> {
    // "…, which the owner, Bob Lee, called": the subject of its own clause.
    let own = (start + 1..comma).rev().take(LONGEST).find(|k| {
        article.is(*k, class::RELATIVE)
            && !article.reads(*k, word!("whose"))
            && !article.shape_before(*k).is_word()
            && (article.is(k + 1, any!(DETERMINER, POSSESSIVE)) || names.at(k + 1).is_some())
    });
    let mut from = own.map_or(start, |k| k + 1);
    // Leading words that are no subject: "In a statement, …", "Meanwhile, …".
    for _ in 0..3 {
        while from < comma {
            // "Last week, Ann Day, the mayor, said"
            let phrase = article.find(from, class::ADVERB).filter(|hit| hit.len > 1);
            if let Some(hit) = phrase {
                from += hit.len;
            } else if article.is(from, any!(CONJUNCTION, ADVERB))
                && !article.is(from, class::DETERMINER)
                || is_break(article, from)
            {
                from += 1;
            } else {
                break;
            }
        }
        // "Briefing them at noon, the mayor, Ann Day, said"
        let doing = article.is(from, class::VERB_ING)
            || from == start
                && article.word(from).ends_with("ing")
                && article.is(from + 1, any!(DETERMINER, POSSESSIVE, ROLE_PLURAL, GROUP_NOUN))
                && (from..comma)
                    .find(|i| article.shape(*i) == Shape::Comma)
                    .is_some_and(|i| article.is(i + 1, class::DETERMINER));
        let leads = article.is(from, any!(PREPOSITION, SUBORDINATOR)) || doing;
        if !leads || names.at(from).is_some_and(|m| m.from == from) {
            break;
        }
        let next = (from..comma).find(|i| article.shape(*i) == Shape::Comma)?;
        // "as Ann Day, the mayor, put it", "when the director, Bob Lee, said": no clause of its own.
        let bare = article.is(from, any!(WHEN, SUBORDINATOR))
            && (!article.is(from, class::PREPOSITION) || article.reads(from, word!("as")))
            && (article.shape(from + 1) != Shape::Lower || article.is(from + 1, class::DETERMINER))
            && !(from..next).any(|i| is_finite(article, i));
        // "In a statement the Mill Club, which pays for it, said"
        let inner = phrase_after(article, names, from + 1, next)
            .filter(|k| article.is(k - 1, class::DOC_NOUN));
        from = if bare { from + 1 } else { inner.unwrap_or(next + 1) };
        if bare || inner.is_some() {
            break;
        }
    }
    // "Ann “Annie” Day": marks inside a name.
    let first = names
        .at(from)
        .filter(|m| m.from >= from)
        .or_else(|| names.within(from, from + BRACKET).next());
    let inside = |i: usize| first.is_some_and(|m| m.from < i && i < m.to);
    let end = (from..comma + 1).find(|i| {
        !inside(*i)
            && (*i == comma
                || is_break(article, *i)
                || is_finite(article, *i) && *i > from
                || article.is(*i, class::RELATIVE)
                && *i > from
                // "one of the authors of that report"
                && !(article.is(*i, class::DETERMINER) && article.is(i - 1, class::PREPOSITION)))
    })?;
    if end <= from {
        return None;
    }
    // "Note: A piece about the mill, one of three, said"
    if article.shape(end) == Shape::Colon && end + 1 < comma {
        return parenthetical(article, names, comma, end + 1);
    }
    if is_finite(article, end) && end < comma {
        // A whole clause stands before the comma: the subject is nearer.
        // "It comes after the supplier, Britain's fourth, revealed": the phrase before the words between commas.
        let opened = || {
            let open = (end..comma).rev().find(|i| article.shape(*i) == Shape::Comma)?;
            let phrase = chunk(article, names, open, end)?;
            article.is(phrase.0.wrapping_sub(1), class::WHEN).then_some(phrase)
        };
        return nearest_name(article, names, comma, end).or_else(opened);
    }
    // "the union's national officer, Dean Pryce, said"
    let named = names
        .within(from, end)
        .any(|m| names.is(m.entity, EntityKind::Person) && !article.reads_clitic_s(m.to));
    if !named
        && article.shape(end) == Shape::Comma
        && let Some(person) = names
            .within(end + 1, comma)
            .next()
            .filter(|m| names.is(m.entity, EntityKind::Person))
            .filter(|m| m.to <= comma && article.shape(m.to) != Shape::Lower)
        // "his rival, retired teacher Bob Lee,"
        && (end + 1..person.from)
            .all(|i| article.shape(i) == Shape::Lower && !article.is(i, any!(PREPOSITION, RELATIVE)))
    {
        return Some((from, person.to));
    }
    // "It belongs to Harrow Water, whose director, Ann Day, said"
    if article.reads(end, word!("whose"))
        && let Some(person) = names
            .within(end, comma + 1)
            .rev()
            .find(|m| m.to == comma && names.is(m.entity, EntityKind::Person))
    {
        return Some((person.from, person.to));
    }
    // "The group that owns the mill, Harrow Water, said"
    if article.is(end, class::RELATIVE)
        && article.shape(end) == Shape::Lower
        && let Some(body) = names.at(comma.wrapping_sub(1)).filter(|m| {
            m.to == comma && m.from > end && article.shape_before(m.from) == Shape::Comma
        })
    {
        return Some((body.from, body.to));
    }
    Some((from, end))
}

/// The person named nearest before the comma, as in "…, housing minister Priya Nair, said".
fn nearest_name(
    article: &Article<'_>,
    names: &Names,
    comma: usize,
    from: usize,
) -> Option<(usize, usize)> {
    let person =
        names.within(from, comma).rev().find(|m| names.is(m.entity, EntityKind::Person))?;
    // "…, when the mayor, Ann Day, said"
    let role = (person.to == comma && article.shape_before(person.from) == Shape::Comma)
        .then(|| chunk(article, names, person.from - 1, from))
        .flatten()
        .filter(|(from, to)| (*from..*to).any(|k| article.find(k, class::ROLE).is_some()));
    Some((role.map_or(person.from, |role| role.0), person.to))
}

/// The noun phrase that starts at token `from`, behind a reporting verb or "according to".
#[must_use]
pub fn after(
    article: &Article<'_>,
    names: &Names,
    from: usize,
    limit: usize,
) -> Option<(usize, usize)> {
    let mut to = from;
    let stop = limit.min(from + LONGEST);
    if article.is(from, class::PRONOUN) && !article.is(from + 1, class::PRONOUN) {
        return Some((from, from + 1));
    }
    while to < stop {
        if let Some(mention) = names.at(to).filter(|m| m.to <= stop) {
            to = mention.to;
            continue;
        }
        let token = article.at(to);
        // "analysis published today by the Mill Trust"
        if to > from
            && token.word.is(any!(VERB_PAST, VERB_PARTICIPLE))
            && article.is(to - 1, class::DOC_NOUN)
            && let Some(by) = (to + 1..stop.min(to + BY)).find(|i| article.reads(*i, word!("by")))
        {
            to = by + 1;
            continue;
        }
        // "a study of more than 280,000 adults"
        let than = article.reads(to, word!("than"))
            && article.reads_any(to.wrapping_sub(1), &words!["more", "fewer", "less"])
            && article.shape(to + 1) == Shape::Number;
        let inner = article.reads_any(to, &words!["of", "for", "at", "from", "by"])
            || than && to > from
            || (article.reads(to, word!("in")) || article.reads(to, word!("outside")))
                && (article.is(to - 1, any!(ROLE_PLURAL, GROUP_NOUN, DOC_NOUN))
                    // "muttered a man in the gallery"
                    || to == from + 2
                        && article.is(from, class::INDEFINITE)
                        && article.is(to - 1, class::PERSON_NOUN)
                        && article.reads(to + 1, word!("the")));
        let ends = is_break(article, to)
            || token.word.is(any!(PREPOSITION, SUBORDINATOR, CONJUNCTION, ADVERB))
                && token.shape == Shape::Lower
                && !inner
                // "the now empty mill"
                && !(article.is(to.wrapping_sub(1), class::DETERMINER) && to == from + 1)
                && !joins_nouns(article, names, to, from)
            || to > from && is_finite(article, to)
            || to > from
                && token.word.is(class::TIME_NOUN)
                // "reads a Wednesday editorial"
                && !(article.is(to - 1, class::DETERMINER) && article.shape(to + 1).is_word())
            || to > from && token.gap >= Gap::Line
            || token.word.is(class::PRONOUN);
        if ends {
            break;
        }
        to += 1;
    }
    // The period of the sentence is no part of its last phrase; one inside a name is.
    if to > from && article.shape(to - 1) == Shape::Period && names.at(to - 1).is_none() {
        to -= 1;
    }
    if to == from {
        return None;
    }
    let named = names.within(from, to).any(|m| names.is(m.entity, EntityKind::Person));
    if !named
        && article.shape(to) == Shape::Comma
        && let Some(person) =
            names.at(to + 1).filter(|m| m.from == to + 1 && names.is(m.entity, EntityKind::Person))
    {
        let role = (from..to).any(|k| article.find(k, any!(ROLE, PERSON_NOUN)).is_some());
        if role {
            return Some((from, person.to));
        }
    }
    Some((from, to))
}
