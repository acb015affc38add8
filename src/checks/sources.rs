//! Whose words: sources that are never named or only half named, and quotes without any.

use super::names::{heard, titled};
use super::{Desk, item, sorted};
use crate::article::Article;
use crate::blocks::BlockKind;
use crate::lexicon::class;
use crate::names::Entity;
use crate::quotes::Range;
use crate::report::{EntityKind, List, QuoteKind};
use crate::tokens::{Gap, Shape};
use std::cell::OnceCell;

/// Tokens around a source in which it may say why it has no name.
const REACH: usize = 60;

/// Tokens of the story in which the words of a headline are looked for.
const STORY: usize = 2000;

/// Asks once about each source that has no name, or only half of one.
pub fn unnamed(desk: &mut Desk<'_, '_>) {
    let names = &desk.quotes.names;
    let mut heard: Vec<Vec<usize>> = vec![Vec::new(); names.entities.len()];
    for (n, quote) in desk.quotes.quotes.iter().enumerate() {
        if let Some(list) = quote.source.and_then(|s| heard.get_mut(s.entity)) {
            list.push(n);
        }
    }
    let full = OnceCell::new();
    for (id, quotes) in heard.iter().enumerate() {
        let Some(entity) = names.entity(id).filter(|_| !quotes.is_empty()) else { continue };
        let Some(place) = place(desk, quotes) else { continue };
        let quoted =
            |n: &usize| desk.quotes.quotes.get(*n).is_some_and(|q| q.kind != QuoteKind::Indirect);
        let named = entity.weight > 0;
        let hidden = (place.0..place.1).any(|i| desk.article.is(i, class::HIDDEN_SOURCE));
        let bodied = entity.organisation.is_some() || desk.article.is(place.0, class::POSSESSIVE);
        let asks = (hidden || quotes.iter().any(quoted))
            && match entity.kind {
                EntityKind::Person if named => {
                    half_named(entity, &|| full.get_or_init(|| surnames(desk)))
                }
                EntityKind::Group => !named && !bodied && vague(desk.article, place),
                kind if kind != EntityKind::Person && (!hidden || named) => false,
                // "the senator" is somebody whom the article has named, and "a reader would ask" is nobody.
                _ => {
                    desk.article.is(place.0, class::INDEFINITE)
                        && !desk.article.is(place.1, class::MODAL)
                        && !behind_name(desk, place.0)
                }
            };
        if !asks || explained(desk, place) {
            continue;
        }
        let mut items: Vec<_> = quotes.iter().map(|n| item(List::Quotes, *n)).collect();
        items.extend(desk.entity(id));
        let said = desk.said(place);
        let (rule, message) = match (named, entity.kind) {
            (true, _) => (
                "source-half-named",
                " is the only name given for this speaker: what is the full name?",
            ),
            (_, EntityKind::Group) => {
                ("source-not-named", " are quoted but not named: who are they?")
            }
            _ => ("source-not-named", " is quoted but not named: who is it?"),
        };
        desk.ask(rule, &[place], &items, &[&said, message]);
    }
}

/// The first words that tell who speaks.
fn place(desk: &Desk<'_, '_>, quotes: &[usize]) -> Option<Range> {
    let sources = quotes.iter().filter_map(|n| desk.quotes.quotes.get(*n)?.source);
    sources.map(|s| (s.from, s.to)).find(|s| !desk.article.is(s.0, class::PRONOUN))
}

/// Whether the phrase only says more about the name before it: "Ann Day, a lawyer, said".
fn behind_name(desk: &Desk<'_, '_>, from: usize) -> bool {
    let comma = from.wrapping_sub(1);
    desk.article.shape(comma) == Shape::Comma
        && desk.quotes.names.at(comma.wrapping_sub(1)).is_some()
}

/// Whether a group is told by a word for anybody: "experts", not "the authors of the report" or "economists who argue".
fn vague(a: &Article<'_>, (from, to): Range) -> bool {
    let definite = a.is(from, class::DETERMINER) && !a.is(from, any!(QUANTIFIER, INDEFINITE));
    let head = (from..to).any(|i| a.is(i, any!(VAGUE_GROUP, HIDDEN_SOURCE)));
    head && !definite && !a.is(to, class::RELATIVE)
}

/// Words with a first name or an office before them, as sorted numbers.
fn surnames(desk: &Desk<'_, '_>) -> Vec<(u64, usize)> {
    let a = desk.article;
    let led = |i: &usize| {
        let first = i - 1;
        a.shape(*i).is_capital()
            && a.gap(*i) == Gap::Space
            && a.shape(first).is_capital()
            && !a.is(first, any!(SENTENCE_STARTER, PLAIN_TITLE))
    };
    sorted((1..a.len()).filter(led).map(|i| (heard(a.word(i)), i)).collect())
}

/// Whether a person is named by one word, with "Mr" or without: no office tells who it is, and nobody whose full name
/// the article gives ends on that word.
fn half_named<'f>(entity: &Entity, full: &dyn Fn() -> &'f Vec<(u64, usize)>) -> bool {
    let last = entity.name.rsplit(' ').next().unwrap_or_default();
    let surname = heard(last.split('-').next().unwrap_or_default());
    let mut words = entity.name.split(' ');
    let lone = match (words.next(), words.next(), words.next()) {
        (Some(_), None, _) => true,
        (Some(title), Some(_), None) => titled(title),
        _ => false,
    };
    lone && entity.role.is_none()
        && full().binary_search_by_key(&surname, |(hash, _)| *hash).is_err()
}

/// Whether the article says why there is no name: "who did not wish to be named".
fn explained(desk: &Desk<'_, '_>, place: Range) -> bool {
    let (from, to) = desk.sentence(place.0);
    let near = from.max(place.0.saturating_sub(REACH))..desk.sentence(to).1.min(place.1 + REACH);
    near.into_iter().any(|i| desk.article.find(i, class::NAMELESS).is_some())
}

/// Asks about each quote in marks that has no source.
pub fn without(desk: &mut Desk<'_, '_>) {
    for n in 0..desk.quotes.quotes.len() {
        let Some(quote) = desk.quotes.quotes.get(n) else { break };
        let whole = quote.source.is_none() && quote.kind != QuoteKind::Indirect;
        let Some(place) = quote.quoted.first().copied().filter(|_| whole) else { continue };
        if reported(desk, place) {
            continue;
        }
        let message = [&desk.said(place), ": whose words are these?"];
        desk.ask("quote-without-source", &[place], &[item(List::Quotes, n)], &message);
    }
}

/// Whether the paragraph has reporting words outside its marks, or the headline a colon before them; the words of a
/// headline may also stand in the story. Then it can be seen whose words they are.
fn reported(desk: &Desk<'_, '_>, place: Range) -> bool {
    let a = desk.article;
    let Some(block) = desk.blocks.get(desk.block(place.0)) else { return false };
    let colon = (block.from..place.0).rev().take(3).any(|i| a.shape(i) == Shape::Colon);
    if colon || block.kind == BlockKind::Headline {
        let end = place.1.min(place.0 + 2);
        let again = |i: &usize| {
            (place.0..end).all(|k| a.word(i + k - place.0).eq_ignore_ascii_case(a.word(k)))
        };
        return colon || (block.to..a.len().min(block.to + STORY)).any(|i| again(&i));
    }
    let quoted = |i: usize| {
        let after = desk.pairs.partition_point(|p| p.open <= i);
        desk.pairs.get(after.wrapping_sub(1)).is_some_and(|p| i < p.close)
    };
    let from = block.from.max(place.0.saturating_sub(REACH));
    (from..block.to.min(place.1 + REACH)).any(|i| a.is(i, any!(SAY, SHOW)) && !quoted(i))
}
