//! Whose words: sources that are never named or only half named, and quotes without any.

use super::{Desk, item};
use crate::lexicon::class;
use crate::names::EntityId;
use crate::quotes::Range;
use crate::report::{EntityKind, List, QuoteKind};

/// Tokens around a source in which it may say why it has no name.
const REACH: usize = 60;

/// Asks once about each source that has no name, or only half of one.
pub fn unnamed(desk: &mut Desk<'_, '_>) {
    let names = &desk.quotes.names;
    let mut heard: Vec<Vec<usize>> = vec![Vec::new(); names.entities.len()];
    for (n, quote) in desk.quotes.quotes.iter().enumerate() {
        if let Some(list) = quote.source.and_then(|s| heard.get_mut(s.entity)) {
            list.push(n);
        }
    }
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
                EntityKind::Person => !named || half_named(desk, id),
                EntityKind::Group => !named && !bodied,
                _ => false,
            };
        if !asks || explained(desk, place) {
            continue;
        }
        let mut items: Vec<_> = quotes.iter().map(|n| item(List::Quotes, *n)).collect();
        items.extend(
            desk.numbers.get(id).copied().flatten().map(|n| item(List::Entities, n as usize)),
        );
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

/// Whether a person is named by one word, and no title or office tells who it is.
fn half_named(desk: &Desk<'_, '_>, id: EntityId) -> bool {
    let names = &desk.quotes.names;
    let Some(entity) = names.entity(id) else { return false };
    let words = entity.name.split(' ').filter(|w| w.chars().count() > 1);
    entity.role.is_none() && words.count() == 1
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

/// Whether the paragraph has reporting words outside its marks: then it says whose words they are.
fn reported(desk: &Desk<'_, '_>, place: Range) -> bool {
    let Some(block) = desk.blocks.get(desk.block(place.0)) else { return false };
    let quoted = |i: usize| {
        let after = desk.pairs.partition_point(|p| p.open <= i);
        desk.pairs.get(after.wrapping_sub(1)).is_some_and(|p| i < p.close)
    };
    (block.from..block.to).any(|i| desk.article.is(i, class::SAY.or(class::SHOW)) && !quoted(i))
}
