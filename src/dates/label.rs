//! What an article dates: the words of the clause around a date, for a timeline.

use super::Found;
use crate::article::Article;
use crate::lexicon::class;
use crate::sentences::Sentence;
use crate::tokens::Shape;

/// Most words of a label.
const LABEL: usize = 12;

/// The clause that the date closes or opens, where it is short enough to be told.
pub fn read(article: &Article<'_>, sentence: &Sentence, found: &Found) -> Option<String> {
    behind(article, sentence, found).or_else(|| ahead(article, sentence, found))
}

/// "£4m allocated from 2015/16": the words before the date, back to the mark that opens the clause.
fn behind(article: &Article<'_>, sentence: &Sentence, found: &Found) -> Option<String> {
    let low = sentence.from;
    let mut end = found.from;
    while end > low && found.from - end < LABEL && is_lead(article, end - 1) {
        end -= 1;
    }
    let mut from = end;
    while from > low && end - from <= LABEL && in_clause(article, from - 1) {
        from -= 1;
    }
    let opened = from == low || !in_clause(article, from - 1);
    while from < end && article.is(from, any!(CONJUNCTION, SUBORDINATOR)) {
        from += 1;
    }
    while from < end && article.shape(from) == Shape::Clitic {
        from += 1;
    }
    (opened && (2..=LABEL).contains(&(end - from))).then(|| words(article, from, end))
}

/// "In March 2024, inspectors found test results": the words behind a date that opens its sentence.
fn ahead(article: &Article<'_>, sentence: &Sentence, found: &Found) -> Option<String> {
    let opens = (sentence.from..found.from)
        .all(|i| is_lead(article, i) || article.shape(i).is_quote_mark());
    if !opens || found.from > sentence.from + 4 {
        return None;
    }
    let from = found.to + usize::from(article.shape(found.to) == Shape::Comma);
    let mut to = from;
    while to < sentence.to
        && to - from <= LABEL
        && in_clause(article, to)
        && !article.is(to, class::RELATIVE)
    {
        to += 1;
    }
    (2..=LABEL).contains(&(to - from)).then(|| words(article, from, to))
}

fn is_lead(article: &Article<'_>, i: usize) -> bool {
    article.is(i, any!(YEAR_BEFORE, PREPOSITION, PERIOD_EDGE)) || article.reads(i, word!("the"))
}

fn in_clause(article: &Article<'_>, i: usize) -> bool {
    let shape = article.shape(i);
    shape.is_word()
        || matches!(
            shape,
            Shape::Number
                | Shape::Currency
                | Shape::Percent
                | Shape::Clitic
                | Shape::Hyphen
                | Shape::Ampersand
                | Shape::Slash
        )
}

fn words(article: &Article<'_>, from: usize, to: usize) -> String {
    article.words(from, to).split_whitespace().collect::<Vec<_>>().join(" ")
}
