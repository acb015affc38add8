//! What the word right before a figure leads to: "bought the inn for £2m", "at a cost of £2m", "fine owners £500".

use super::phrase::{self, Subject};
use super::{Figure, Scene, change};
use crate::lexicon::class;
use crate::numbers;
use crate::report::FigureKind;
use crate::tokens::{Gap, Shape};

/// What the words before a figure say of what it counts.
pub enum Led {
    /// What stands there names it.
    By(Subject),
    /// Its noun is left out: "one barn has 18 goats, another 26".
    Elided,
}

/// What is counted by the figure before which token `end` stands, where its word before tells.
pub fn read(scene: &Scene<'_, '_>, figure: &Figure, end: usize) -> Option<Led> {
    let a = scene.article;
    let low = scene.sentence.from;
    let at = end.checked_sub(1).filter(|at| *at > low)?;
    let noun = |end: usize| {
        phrase::behind(scene, end, low).map(|r| Led::By(Subject::Phrase(tight(scene, r))))
    };
    let does = |at: usize| {
        phrase::past(scene, at)
            || phrase::verbal(scene, at)
            || a.is(at.wrapping_sub(1), class::AUXILIARY) && a.shape(at) == Shape::Lower
            || a.word(at).len() > 4 && a.word(at).ends_with("ing")
    };
    let subject = |verb: usize| phrase::subject(scene, verb).map(Led::By);
    match figure.kind {
        FigureKind::Money if a.reads(at, word!("for")) => {
            if does(at - 1) || a.is(at - 1, any!(COSTS, MEASURED)) {
                return subject(at - 1);
            }
            // "The offer, for £2m, came in May"
            return noun(at - usize::from(a.shape(at - 1) == Shape::Comma));
        }
        // "rebuilt at a cost of £2m", "a new pier, at a cost of £2m"
        FigureKind::Money
            if a.reads(at, word!("of"))
                && a.is(at - 1, class::PRICE_NOUN)
                && at > low + 4
                && a.reads(at - 3, word!("at")) =>
        {
            let before = at - 3 - usize::from(a.shape(at - 4) == Shape::Comma);
            return if does(before - 1) { subject(before - 1) } else { noun(before) };
        }
        FigureKind::Money if a.is(at, class::OBJECT_PRONOUN) && a.is(at - 1, class::COSTS) => {
            return subject(at - 1);
        }

        // "The firm was fined £500", "Firm fined £500 after crash"
        FigureKind::Money if a.is(at, class::FINED) && !a.reads(at - 1, word!("to")) => {
            return subject(at);
        }
        FigureKind::Money => {
            if let Some(found) = given(scene, end, low) {
                return Some(found);
            }
        }
        FigureKind::Count if a.is(at, class::HAVE) || does(at) && !is_level(scene, at) => {
            return Some(Led::Elided);
        }
        // "with the Greens taking six and independents five"
        FigureKind::Count if change::gapped(scene, figure, end) => return Some(Led::Elided),
        FigureKind::Duration | FigureKind::Age | FigureKind::Rank | FigureKind::Multiple => {
            return None;
        }
        _ => {}
    }
    // "too many boats – 73 in May – were lost", "most boats, about one in five, were lost"
    let aside = match a.shape(at) {
        Shape::Dash => {
            matches!(figure.kind, FigureKind::Count | FigureKind::Percent | FigureKind::Fraction)
        }
        // "the gap, now £14m, could grow", "the ship, 230 feet long, sank"
        Shape::Comma => {
            // "The turbot, £68 for two, arrived", "Harbour Loaf, £2"
            let mut to = figure.to + usize::from(a.is(figure.to, class::COMPARED));
            if a.reads(to, word!("for"))
                && let Some(number) = numbers::read(a, to + 1, false)
            {
                to = number.to;
            }
            // "the cost, about £1m a year, is"
            to += usize::from(figure.per.is_some() && a.shape(to + 2) == Shape::Comma) * 2;
            let money = figure.kind == FigureKind::Money;
            (!matches!(figure.kind, FigureKind::Count | FigureKind::Percent)
                && a.shape(to) == Shape::Comma)
                || money
                    && (a.gap(to) > Gap::Space
                        || to + 1 >= scene.sentence.to
                        || a.reads(to, word!("and")))
        }
        _ => false,
    };
    let told = aside
        && (a.shape(at - 1) == Shape::Lower || figure.kind == FigureKind::Money)
        && phrase::nominal(scene, at - 1)
        && !a.shape(figure.to).is_quote_mark();
    if told {
        return noun(at);
    }
    // "Trust was higher, at 62%"
    if a.reads(at, word!("at"))
        && a.shape(at - 1) == Shape::Comma
        && a.is(at.wrapping_sub(3), class::BE)
        && at > low + 3
    {
        return subject(at - 3);
    }
    // "Reserves, at £19bn, cover three months of imports"
    if a.reads(at, word!("at"))
        && a.shape(at - 1) == Shape::Comma
        && a.shape(figure.to) == Shape::Comma
        && at > low + 1
    {
        return noun(at - 1);
    }
    None
}

/// "fines owners £500", "gave the club £5m": whoever the money goes to; "cost the town £5m": what it is paid for.
fn given(scene: &Scene<'_, '_>, end: usize, low: usize) -> Option<Led> {
    let a = scene.article;
    let range = phrase::behind(scene, end, low).filter(|_| a.shape(end - 1).is_word())?;
    let cost = |at: usize| a.reads_any(at, &words!["cost", "costs", "costing"]);
    // "storm damage cost insurers £2bn": the verb looks like a noun of the phrase.
    let inner = (range.0..range.1 - 1).find(|k| a.is(*k, class::GIVES) || cost(*k));
    let mut verb = inner.or(range.0.checked_sub(1))?;
    while verb > low && a.is(verb, any!(DETERMINER, POSSESSIVE)) {
        verb -= 1;
    }
    if verb < low || verb + 1 >= end {
        return None;
    }
    if a.is(verb, class::GIVES) {
        return Some(Led::By(Subject::Phrase((range.0.max(verb + 1), range.1))));
    }
    if cost(verb) { phrase::subject(scene, verb).map(Led::By) } else { None }
}

/// Whether a verb tells how many its subject is: "is", "averaged", "rose".
fn is_level(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.article.is(at, any!(AUXILIARY, COSTS, CHANGE_UP, CHANGE_DOWN))
        || scene.article.is(at, class::RANK_VERB)
}

/// A phrase without the verb or determiner that it starts with; of a name with a description, the name: "she bought flour
/// maker Hartley".
fn tight(scene: &Scene<'_, '_>, (mut from, to): phrase::Range) -> phrase::Range {
    let a = scene.article;
    let verb =
        phrase::past(scene, from) && a.is(from.wrapping_sub(1), any!(PRONOUN, RELATIVE, AUXILIARY));
    from += usize::from(verb);
    while from + 1 < to && a.is(from, class::DETERMINER) {
        from += 1;
    }
    let in_name = |k: &usize| a.shape(*k).is_capital() || a.shape(*k) == Shape::Hyphen;
    let named = (from..to).rev().take_while(in_name).count();
    if named > 0 && a.shape(from) == Shape::Lower { (to - named, to) } else { (from, to) }
}

/// Tokens before a share in which the verb of a contest may stand.
const CONTEST_REACH: usize = 8;

/// Whose share it is in "Day leads Lee by 49% to 47%": the first share is the subject's, the second the object's.
pub fn contest(scene: &Scene<'_, '_>, figure: &Figure, start: usize) -> Option<Subject> {
    let a = scene.article;
    let low = start.saturating_sub(CONTEST_REACH).max(scene.sentence.from);
    let verb = (low..start).rev().find(|k| a.is(*k, class::LEADS))?;
    let second = a.reads(start - 1, word!("to"))
        && scene.last_in_sentence().is_some_and(|l| l.kind == figure.kind && l.to + 1 == start);
    let rival = phrase::ahead(scene, verb + 1, start)
        .filter(|r| r.1 < start || r.1 == start && !a.is(r.0, class::DETERMINER))?;
    if second {
        return Some(Subject::Phrase(rival));
    }
    (a.reads(figure.to, word!("to")) && scene.last_in_sentence().is_none_or(|l| l.from <= verb))
        .then(|| phrase::subject(scene, verb))
        .flatten()
}
