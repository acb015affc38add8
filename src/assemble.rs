//! Puts what the stages found into the report: tokens become spans, words become strings.

use crate::article::Article;
use crate::dates;
use crate::figures;
use crate::names::Names;
use crate::order;
use crate::quotes::{Found, Quotes, Range};
use crate::report::{Date, Entity, EntityKind, Figure, Quote, QuoteKind, Source};
use crate::text::Span;

/// The report's quotes and terms.
pub fn quotes(
    article: &Article<'_>,
    found: Quotes,
    numbers: &[Option<u32>],
) -> (Vec<Quote>, Vec<Span>) {
    let Quotes { quotes, terms, names } = found;
    let terms = terms.into_iter().map(|r| span(article, r)).collect();
    let mut terms = order::by_key(terms, place);
    terms.dedup();
    (turn(quotes, |q| quote(article, &names, &q, numbers)), terms)
}

/// Items of which fewer are left are worth no further step back.
const FEW: usize = 1024;

/// Makes one item out of each. Long texts need the room, so what has been read is given back on the way.
fn turn<From, To>(mut items: Vec<From>, make: impl Fn(From) -> To) -> Vec<To> {
    let mut made = Vec::with_capacity(items.len());
    items.reverse();
    while let Some(item) = items.pop() {
        made.push(make(item));
        if items.len() >= FEW && items.len() <= items.capacity() / 2 {
            items.shrink_to_fit();
        }
    }
    made
}

/// A span as a key to sort by.
fn place(span: &Span) -> u64 {
    order::range((span.start as usize, span.end as usize))
}

fn span(article: &Article<'_>, (from, to): Range) -> Span {
    article.span(from, to)
}

/// The words of a range as they stand, or as a reader has them where line ends or broken characters cut through.
fn readable(article: &Article<'_>, (from, to): Range) -> String {
    let words = article.words(from, to);
    let apart = || (from..to).any(|i| article.word(i).contains(' '));
    let broken = || words.contains(['\n', '\u{ad}', 'â']) || apart();
    if !article.is_plain(from, to) && broken() {
        article.spaced(from, to)
    } else {
        words.to_owned()
    }
}

fn quote(article: &Article<'_>, names: &Names, found: &Found, numbers: &[Option<u32>]) -> Quote {
    let content: Vec<Span> = found.content.iter().map(|r| span(article, *r)).collect();
    let mut text = String::new();
    for part in &found.content {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&readable(article, *part));
    }
    // A full stop before marks that never close is no part of the content.
    let inside = |(from, to): Range| {
        let parts = found.content.iter().map(move |part| (part.0.max(from), part.1.min(to)));
        parts.filter(|(from, to)| from < to)
    };
    let marked = found.quoted.iter().filter(|_| found.kind != QuoteKind::Indirect);
    let quoted = marked.flat_map(|r| inside(*r)).map(|r| span(article, r)).collect();
    let source = found.source.and_then(|s| {
        let e = names.entity(s.entity)?;
        Some(Source {
            mention: span(article, (s.from, s.to)),
            entity: numbers.get(s.entity).copied().flatten(),
            name: e.name.clone(),
            kind: shown_kind(e.kind),
            role: e.role.clone(),
            organisation: organisation(names, e),
        })
    });
    Quote {
        kind: found.kind,
        quoted,
        cue: found.cue.map(|r| span(article, r)),
        text,
        content,
        source,
    }
}

fn shown_kind(kind: EntityKind) -> EntityKind {
    match kind {
        // A place that speaks is a body: "Coventry pledged".
        EntityKind::Place | EntityKind::Unknown => EntityKind::Organisation,
        kind => kind,
    }
}

fn organisation(names: &Names, entity: &crate::names::Entity) -> Option<String> {
    entity.organisation.and_then(|id| names.entity(id)).map(|body| body.name.clone())
}

/// The report's entities, and for each entity of the stages its number there.
pub fn entities(article: &Article<'_>, found: &Quotes) -> (Vec<Entity>, Vec<Option<u32>>) {
    let names = &found.names;
    let mut mentions: Vec<Vec<Span>> = vec![Vec::new(); names.entities.len()];
    for m in &names.mentions {
        if let Some(list) = mentions.get_mut(m.entity) {
            list.push(article.span(m.from, m.to));
        }
    }
    let mut speaks = vec![false; names.entities.len()];
    for source in found.quotes.iter().filter_map(|q| q.source) {
        if let (Some(list), Some(flag)) =
            (mentions.get_mut(source.entity), speaks.get_mut(source.entity))
        {
            list.push(article.span(source.from, source.to));
            *flag = true;
        }
    }
    let mut listed: Vec<(Span, usize, Vec<Span>)> = Vec::new();
    for (id, spans) in mentions.into_iter().enumerate() {
        // "Cllr Ann Day" as a source and "Ann Day" in it are one mention.
        let spans = order::apart(spans);
        let known = names
            .entity(id)
            .is_some_and(|e| matches!(e.kind, EntityKind::Person | EntityKind::Organisation));
        let first = spans.first().copied();
        if let Some(first) = first.filter(|_| known || speaks.get(id).copied().unwrap_or(false)) {
            listed.push((first, id, spans));
        }
    }
    let mut numbers = vec![None; names.entities.len()];
    let mut out = Vec::new();
    for (_, id, spans) in order::by_key(listed, |(first, ..)| place(first)) {
        let Some(e) = names.entity(id) else { continue };
        if let Some(slot) = numbers.get_mut(id) {
            *slot = Some(out.len() as u32);
        }
        out.push(Entity {
            name: e.name.clone(),
            kind: if speaks.get(id).copied().unwrap_or(false) {
                shown_kind(e.kind)
            } else {
                e.kind
            },
            role: e.role.clone(),
            organisation: organisation(names, e),
            mentions: spans,
        });
    }
    (out, numbers)
}

/// The report's figures and dates, and the article's own date.
pub fn figures_and_dates(
    article: &Article<'_>,
    figures: Vec<figures::Figure>,
    (dates, published): (Vec<dates::Date>, Option<String>),
) -> (Vec<Figure>, Vec<Date>, Option<String>) {
    let words = |from, to| article.spaced(from, to);
    let figures = turn(figures, |f| Figure {
        span: article.span(f.from, f.to),
        text: words(f.from, f.to),
        kind: f.kind,
        value: f.value,
        min: f.range.map(|r| r.0),
        max: f.range.map(|r| r.1),
        unit: f.unit.map(str::to_string),
        modifier: f.modifier,
        vague: f.vague,
        of: f.of,
        change: f.change,
        per: f.per,
    });
    let dates = turn(dates, |d| Date {
        span: article.span(d.from, d.to),
        text: words(d.from, d.to),
        edtf: d.edtf,
        label: d.label,
        order: d.order,
    });
    (figures, dates, published)
}
