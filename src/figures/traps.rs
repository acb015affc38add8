//! Numbers that tell no quantity: parts of names, clock times, telephone numbers, list numbers.

use crate::article::Article;
use crate::lexicon::class;
use crate::numbers;
use crate::sentences::Sentence;
use crate::tokens::{Gap, Shape};

/// The token after a number that is no figure, if one starts at `i`.
pub fn skip(article: &Article<'_>, i: usize, sentence: &Sentence) -> Option<usize> {
    let token = article.at(i);
    let before = article.before(i);
    let glued = token.gap == Gap::None && i > sentence.from;
    if token.shape == Shape::Number {
        let word = article.word(i);
        // Clock times
        let half_day = ["am", "pm", "a.m.", "p.m.", "a.m", "p.m", "gmt", "bst"]
            .iter()
            .any(|w| article.reads(i + 1, w));
        if half_day {
            return Some(i + 2);
        }
        let next = article.shape(i + 1);
        let close = article.at(i + 1).gap == Gap::None && article.at(i + 2).gap == Gap::None;
        if next == Shape::Colon
            && close
            && article.word(i + 2).len() == 2
            && article.shape(i + 2) == Shape::Number
            && word.len() <= 2
        {
            return Some(i + 3);
        }
        // Telephone numbers
        let called = ["call", "dial", "phone", "ring", "tel", "called", "on"]
            .iter()
            .any(|w| article.reads(i.wrapping_sub(1), w));
        if word.starts_with('0') && word.len() >= 3 && !word.contains('.')
            || called && ["999", "111", "101", "911", "112"].contains(&word)
        {
            return Some(numbers_to(article, i));
        }
        if ["999", "111", "911"].contains(&word) && article.reads(i.wrapping_sub(1), "or") {
            return Some(i + 1);
        }
        if before.shape == Shape::Symbol
            && glued
            && article.word(i.wrapping_sub(1)) == "+"
            && word.len() <= 3
            && article.shape(i + 1) == Shape::Number
        {
            return Some(numbers_to(article, i));
        }
        // 24/7, 9/11
        if next == Shape::Slash
            && close
            && article.shape(i + 2) == Shape::Number
            && [("24", "7"), ("9", "11"), ("7", "7")].contains(&(word, article.word(i + 2)))
        {
            return Some(i + 3);
        }
        // "1. First point"
        if i == sentence.from
            && matches!(next, Shape::Period | Shape::Close)
            && word.len() <= 2
            && article.at(i + 1).gap == Gap::None
            && article.at(i).gap >= Gap::Line
        {
            return Some(i + 2);
        }
        // "Covid-19", "F-16", "4x4", "3D"
        if glued
            && matches!(before.shape, Shape::Hyphen)
            && article.at(i.wrapping_sub(2)).shape.is_word()
            && article.at(i.wrapping_sub(1)).gap == Gap::None
        {
            return Some(i + 1);
        }
        if article.at(i + 1).gap == Gap::None && article.shape(i + 1) == Shape::Code
            || article.reads(i + 1, "D") && article.at(i + 1).gap == Gap::None
        {
            return Some(i + 2);
        }
        // "Boeing 737", "Junction 4", "Key Stage 2"
        let named = article.is(i.wrapping_sub(1), class::NAME_BEFORE_NUMBER)
            && (before.shape != Shape::Lower
                || ["page", "grade", "year", "level", "number", "phase"]
                    .iter()
                    .any(|w| article.reads(i.wrapping_sub(1), w)));
        let stop = before.shape == Shape::Period
            && article.is(i.wrapping_sub(2), class::NAME_BEFORE_NUMBER)
            && article.at(i.wrapping_sub(1)).gap == Gap::None;
        if token.gap == Gap::Space
            && (named && i > sentence.from
                || stop && i > sentence.from && article.reads(i.wrapping_sub(2), "no"))
        {
            return Some(i + 1);
        }
    } else if token.shape == Shape::Title
        && article.is(i.wrapping_sub(1), class::NAME_BEFORE_NUMBER)
        && before.shape != Shape::Lower
        && i > sentence.from
        && token.word.is(class::NUM_UNIT)
    {
        return Some(i + 1);
    }
    // "one" as a pronoun
    if article.reads(i, "one") {
        let next = i + 1;
        let led = ["no", "any", "every", "each", "this", "that", "which", "the", "another", "some"]
            .iter()
            .any(|w| article.reads(i.wrapping_sub(1), w));
        let alone = article.reads(next, "of")
            || article.reads(next, "another")
            || !article.at(next).shape.is_word() && article.shape(next) != Shape::Hyphen;
        let fraction = ["in", "out"].iter().any(|w| article.reads(next, w))
            || article.at(next).word.is(class::FRACTION_PART)
            || article.at(next).word.is(class::NUM_SCALE)
            || article.at(next).word.is(class::UNIT);
        if led && !article.at(next).word.is(class::UNIT) && !article.reads(next, "in")
            || alone
            || !fraction && article.at(next).word.is(class::FIGURE_STOP)
        {
            return Some(next);
        }
    }
    None
}

/// Most groups of a telephone number.
const GROUPS: usize = 6;

fn numbers_to(article: &Article<'_>, i: usize) -> usize {
    let mut to = i + 1;
    while to < i + GROUPS
        && (article.shape(to) == Shape::Number
            || article.shape(to) == Shape::Hyphen && article.at(to).gap == Gap::None)
        && numbers::plain(article, to).is_some() | (article.shape(to) == Shape::Hyphen)
    {
        to += 1;
    }
    to
}
