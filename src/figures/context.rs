//! The words round a figure: how exactly it is meant, whether it is a rise or a fall, and what it counts.
//!
//! Every look is bounded by the sentence and by [`REACH`].

use super::Figure;
use crate::article::Article;
use crate::lexicon::{Class, class};
use crate::names::Names;
use crate::report::{Change, EntityKind, FigureKind, Modifier};
use crate::sentences::Sentence;
use crate::tokens::Shape;

/// Tokens looked at on each side.
const REACH: usize = 14;
/// Longest phrase that is counted, in tokens.
const PHRASE: usize = 7;

/// Words at which a counted phrase ends.
const ENDS: Class = class::PREPOSITION
    .or(class::CONJUNCTION)
    .or(class::SUBORDINATOR)
    .or(class::AUXILIARY)
    .or(class::PRONOUN)
    .or(class::DETERMINER)
    .or(class::POSSESSIVE)
    .or(class::SAY)
    .or(class::ADVERB);

/// Fills in the context of a figure.
pub fn read(article: &Article<'_>, sentence: &Sentence, figure: &mut Figure, names: &Names) {
    figure.modifier = modifier(article, sentence, figure.from);
    figure.change = change(article, sentence, figure);
    figure.per = per(article, sentence, figure.to);
    figure.of = of(article, sentence, figure, names);
}

fn modifier(article: &Article<'_>, sentence: &Sentence, i: usize) -> Option<Modifier> {
    let kinds = [
        (class::AT_LEAST, Modifier::AtLeast),
        (class::AT_MOST, Modifier::AtMost),
        (class::MORE_THAN, Modifier::MoreThan),
        (class::LESS_THAN, Modifier::LessThan),
        (class::ROUGHLY, Modifier::Approx),
    ];
    let ends_here = |c: Class| {
        (1..=4).any(|k| {
            i >= sentence.from + k && article.find(i - k, c).is_some_and(|hit| hit.len == k)
        })
    };
    kinds.into_iter().find(|(c, _)| ends_here(*c)).map(|(_, m)| m)
}

fn change(article: &Article<'_>, sentence: &Sentence, figure: &Figure) -> Option<Change> {
    let back = sentence.from.max(figure.from.saturating_sub(5));
    let counts = matches!(figure.kind, FigureKind::Count | FigureKind::Age | FigureKind::Duration);
    for i in (back..figure.from).rev() {
        let near = figure.from - i <= 2;
        if article.shape(i) == Shape::Comma || article.is(i, class::CONJUNCTION) {
            break;
        }
        if article.reads(i, "to")
            && near
            && (back..i).any(|k| article.is(k, class::GOES_UP.or(class::GOES_DOWN)))
        {
            return Some(Change::To);
        }
        if article.reads(i, "from") && near {
            let moves = (sentence.from.max(i.saturating_sub(6))..i)
                .any(|k| article.is(k, class::GOES_UP.or(class::GOES_DOWN)));
            return moves.then_some(Change::From);
        }
        let adjective = article.is(i, class::GOES_UP)
            && !article
                .is(i, class::VERB_PAST.or(class::VERB_S).or(class::VERB_BASE).or(class::VERB_ING));
        if adjective && counts && !article.reads(i, "up") {
            return None;
        }
        if article.is(i, class::GOES_UP) && !(article.reads(i, "up") && article.reads(i + 1, "to"))
        {
            return Some(Change::Up);
        }
        if article.is(i, class::GOES_DOWN) {
            return Some(Change::Down);
        }
    }
    None
}

/// "a year", "per head", "each".
fn per(article: &Article<'_>, sentence: &Sentence, to: usize) -> Option<(usize, usize)> {
    let led = article.reads(to, "a") || article.reads(to, "an") || article.reads(to, "per");
    let unit = article.is(to + 1, class::TIME_UNIT)
        || article.reads(to, "per") && article.shape(to + 1) == Shape::Lower;
    (led && unit && to + 1 < sentence.to).then_some((to + 1, to + 2))
}

fn is_noun_word(article: &Article<'_>, i: usize) -> bool {
    let token = article.at(i);
    token.shape.is_word() && !token.word.is(ENDS)
        || matches!(token.shape, Shape::Hyphen | Shape::Clitic)
            && token.gap == crate::tokens::Gap::None
}

/// The noun phrase that starts at token `i`: its tokens up to the first word that cannot belong to it.
fn phrase(article: &Article<'_>, sentence: &Sentence, i: usize) -> Option<(usize, usize)> {
    let mut to = i;
    while to < sentence.to
        && to < i + PHRASE
        && is_noun_word(article, to)
        && article.at(to).gap < crate::tokens::Gap::Line
    {
        let verb = to > i
            && article.shape(to) == Shape::Lower
            && article.is(to, class::VERB_PAST.or(class::VERB_S).or(class::VERB_ING))
            && !article.is(to, class::GROUP_NOUN.or(class::DOC_NOUN));
        let past = to > i
            && article.shape(to) == Shape::Lower
            && article.word(to).ends_with("ed")
            && to + 1 < sentence.to
            && !is_noun_word(article, to + 1);
        if verb || past {
            break;
        }
        to += 1;
    }
    (to > i).then_some((i, to))
}

/// What is counted or measured.
fn of(
    article: &Article<'_>,
    sentence: &Sentence,
    figure: &Figure,
    names: &Names,
) -> Option<(usize, usize)> {
    match figure.kind {
        FigureKind::Age => person(article, sentence, figure, names),
        FigureKind::Count => {
            let mut at = figure.to;
            while article.reads(at, "of")
                || article.is(at, class::DETERMINER.or(class::POSSESSIVE))
                    && article.reads(at.wrapping_sub(1), "of")
            {
                at += 1;
            }
            phrase(article, sentence, at)
        }
        FigureKind::Fraction => {
            let at = if article.reads(figure.to, "of") { figure.to + 1 } else { figure.to };
            let at =
                if article.is(at, class::DETERMINER.or(class::POSSESSIVE)) { at + 1 } else { at };
            phrase(article, sentence, at)
        }
        FigureKind::Duration => {
            // "three-week study": only where it stands before its noun.
            let hyphen = (figure.from..figure.to).any(|i| article.shape(i) == Shape::Hyphen);
            if hyphen { phrase(article, sentence, figure.to) } else { None }
        }
        FigureKind::Money if figure.vague => phrase(article, sentence, figure.to),
        FigureKind::Percent if article.reads(figure.to, "of") => {
            let at = if article.is(figure.to + 1, class::DETERMINER.or(class::POSSESSIVE)) {
                figure.to + 2
            } else {
                figure.to + 1
            };
            phrase(article, sentence, at)
        }
        FigureKind::Percent
        | FigureKind::PercentagePoints
        | FigureKind::Money
        | FigureKind::Multiple => moved(article, sentence, figure),
        _ => None,
    }
}

/// "workloads, which had increased by 50%", "boost budgets by £5m": what moves by the amount.
fn moved(article: &Article<'_>, sentence: &Sentence, figure: &Figure) -> Option<(usize, usize)> {
    let back = sentence.from.max(figure.from.saturating_sub(REACH));
    let verb = (back..figure.from).rev().find(|i| {
        article.is(*i, class::GOES_UP.or(class::GOES_DOWN))
            && article
                .is(*i, class::VERB_PAST.or(class::VERB_S).or(class::VERB_BASE).or(class::VERB_ING))
    })?;
    // An object between the verb and the amount: "boost budgets by £5m".
    let by = (verb + 1..figure.from).find(|i| article.is(*i, class::PREPOSITION));
    if let Some(by) = by.filter(|by| *by > verb + 1) {
        let start = if article.is(verb + 1, class::DETERMINER.or(class::POSSESSIVE)) {
            verb + 2
        } else {
            verb + 1
        };
        if (start..by).all(|i| is_noun_word(article, i)) && start < by {
            return Some((start, by));
        }
    }
    // The subject before the verb, over "which had".
    let mut end = verb;
    while end > back
        && (article.is(end - 1, class::AUXILIARY.or(class::RELATIVE).or(class::ADVERB))
            || article.shape(end - 1) == Shape::Comma)
    {
        end -= 1;
    }
    let mut from = end;
    while from > back && is_noun_word(article, from - 1) {
        let bar = article.shape(from - 1) == Shape::Lower
            && article.is(from - 1, class::VERB_PAST.or(class::VERB_BASE));
        if bar && !article.is(from - 1, class::DOC_NOUN) {
            break;
        }
        from -= 1;
    }
    (from < end).then_some((from, end))
}

/// The person an age belongs to: named behind "four-year old", or before "45,".
fn person(
    article: &Article<'_>,
    sentence: &Sentence,
    figure: &Figure,
    names: &Names,
) -> Option<(usize, usize)> {
    let mut at = figure.to;
    while article.shape(at) == Shape::Hyphen || article.reads(at, "old") {
        at += 1;
    }
    let named = |i: usize| {
        names.at(i).filter(|m| {
            m.from == i && names.is(m.entity, EntityKind::Person)
                || m.from == i && article.shape(i).is_capital()
        })
    };
    if at > figure.to {
        return named(at).map(|m| (m.from, m.to)).or_else(|| phrase(article, sentence, at));
    }
    if article.before(figure.from).shape == Shape::Comma {
        return names.at(figure.from.wrapping_sub(2)).map(|m| (m.from, m.to));
    }
    None
}
