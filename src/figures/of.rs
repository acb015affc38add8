//! What a figure counts, measures or is for, and what it is counted per.

use super::change;
use super::phrase::{self, Subject};
use super::{Figure, Scene};
use crate::claims::Owner;
use crate::lexicon::class;
use crate::numbers;
use crate::report::{Change, EntityKind, FigureKind};
use crate::tokens::{Gap, Shape};

/// Most numbers of a list that share a noun: "100, 200 or 250 refugees".
const LIST: usize = 6;

/// Tokens before a figure in which its own word of change stands.
const FAR: usize = 6;

/// Most tokens of a name.
const NAME: usize = 5;

/// Reads what the figure is counted per ("a year", "per head", "each a night"); gives the token after it.
pub fn per(scene: &Scene<'_, '_>, figure: &mut Figure) -> usize {
    let a = scene.article;
    let mut at = figure.to;
    if a.shape(at) == Shape::Hyphen {
        at += 1;
    }
    if a.reads(at, "each") && a.is(at + 1, class::DETERMINER) {
        at += 1;
    }
    let slash = a.shape(at) == Shape::Slash;
    let sure = a.reads(at, "per");
    // "24 buses at £450,000 each"
    if a.reads(at, "each") && !a.is(at + 1, class::PER_NOUN) && figure.kind == FigureKind::Money {
        let counted = scene.last_in_sentence().filter(|l| l.kind == FigureKind::Count);
        let noun = counted.and_then(|l| l.of.as_deref()).and_then(|of| of.split(' ').next_back());
        figure.per = noun.map(singular);
        return if figure.per.is_some() { at + 1 } else { figure.to };
    }
    if !(sure || slash || ["a", "an", "each", "every"].iter().any(|w| a.reads(at, w))) {
        return figure.to;
    }
    let mut noun = at + 1 + usize::from(a.shape(at + 1) == Shape::Hyphen);
    if a.reads(at, "every") && a.reads(noun, "single") {
        noun += 1;
    }
    let kinds = matches!(
        figure.kind,
        FigureKind::Money
            | FigureKind::Count
            | FigureKind::Percent
            | FigureKind::Mass
            | FigureKind::Volume
            | FigureKind::Energy
            | FigureKind::Length
            | FigureKind::Duration
            | FigureKind::Other
    );
    let known = a.is(noun, any!(TIME_UNIT, UNIT, PER_NOUN));
    if !(kinds && known || sure && a.shape(noun) != Shape::End) || a.at(noun).gap > Gap::Space {
        return figure.to;
    }
    // "per 100,000 people", "per square metre"
    // "£121m a year earlier"
    let last = ["on", "before", "after"].iter().any(|w| a.reads(noun + 1, w));
    if a.is(noun + 1, class::THEN_WORD) || last && !a.shape(noun + 2).is_word() {
        return figure.to;
    }
    let mut to = noun + 1;
    if let Some(number) = numbers::read(a, noun, false) {
        to = number.to + usize::from(a.shape(number.to) == Shape::Lower);
    } else if a.is(noun, class::PER_FIRST) && a.shape(noun + 1) == Shape::Lower {
        to = noun + 2;
    }
    figure.per = Some(phrase::text(scene, (noun, to)));
    to
}

/// "buses" → "bus", "homes" → "home".
fn singular(noun: &str) -> String {
    let es = ["ses", "xes", "ches", "shes"].iter().any(|e| noun.ends_with(e));
    let stem = if es { noun.strip_suffix("es") } else { noun.strip_suffix('s') };
    match noun.strip_suffix("ies") {
        Some(stem) => [stem, "y"].concat(),
        None => stem.unwrap_or(noun).to_string(),
    }
}

/// Reads what the figure counts; `start` is where its modifier starts, `end` the token after its "per".
pub fn of(scene: &Scene<'_, '_>, figure: &Figure, start: usize, end: usize) -> Option<String> {
    match figure.kind {
        FigureKind::Age => return person(scene, figure, start),
        FigureKind::Score | FigureKind::Ratio => return None,
        _ => {}
    }
    if let Some(text) = direct(scene, figure, end) {
        return Some(text);
    }
    let inherited = || inherit(scene, figure);
    let a = scene.article;
    // "growth of 3%", "an increase of 12% in applications"
    let noun = start.wrapping_sub(2);
    if start > scene.sentence.from + 1 && a.reads(start - 1, "of") && a.is(noun, class::CHANGE_NOUN)
    {
        let at = end + 1;
        let dated = scene.claims_number(at) || scene.claims.owner(at) == Owner::Date;
        if a.reads(end, "in") && !dated && !a.is(at, class::DETERMINER) {
            return phrase::ahead(scene, at, scene.sentence.to).map(|r| phrase::text(scene, r));
        }
        let apposed = (scene.sentence.from..noun)
            .rev()
            .take(3)
            .any(|k| matches!(a.shape(k), Shape::Comma | Shape::Dash));
        let last = scene.last_in_sentence().filter(|l| apposed && l.of.is_some());
        if let Some(last) = last {
            return last.of.clone();
        }
        return phrase::behind(scene, start - 1, scene.sentence.from)
            .map(|r| phrase::text(scene, r));
    }
    if figure.change.is_some() {
        if matches!(figure.change, Some(Change::To | Change::From))
            && let Some(last) = scene.last_in_sentence().filter(|l| {
                let turned = (l.to..start).any(|k| phrase::moves(scene, k));
                l.change.is_some() && l.of.is_some() && !turned
            })
        {
            return last.of.clone();
        }
        // "will grow 1.6 percent, down 0.2 points": the second change is of the same thing.
        let last = scene.last_in_sentence().filter(|l| {
            let a = scene.article;
            let word = start.saturating_sub(FAR).max(l.to)..start;
            let turn = word.clone().find(|k| phrase::moves(scene, *k));
            l.of.is_some()
                && turn.is_some_and(|k| {
                    matches!(a.before(k).shape, Shape::Comma | Shape::Dash | Shape::Open)
                        && a.is(k, class::PARTICLE)
                        || a.is(k, class::CHANGE_NOUN)
                            && l.change.is_some()
                            && a.reads(start.wrapping_sub(1), "of")
                            && !a.reads(end, "in")
                })
        });
        if let Some(last) = last {
            return last.of.clone();
        }
        if let Some(found) = change::topic(scene, start) {
            return resolve(scene, found).or_else(inherited);
        }
        // "closed 61.5p lower"
        let verb = start.wrapping_sub(1);
        if start > scene.sentence.from
            && phrase::past(scene, verb)
            && let Some(found) = phrase::subject(scene, verb)
        {
            return resolve(scene, found).or_else(inherited);
        }
    }
    if a.reads(start.wrapping_sub(1), "which") && a.reads(start.wrapping_sub(2), "of") {
        return antecedent(scene, start);
    }
    // "a profit of £2.7m on turnover of £15m"
    let owned = start > scene.sentence.from && a.reads(start - 1, "of");
    if owned && let Some(text) = before(scene, figure, start) {
        return Some(text);
    }
    if let Some(text) = purpose(scene, figure, end) {
        return Some(text);
    }
    before(scene, figure, start).or_else(inherited)
}

/// The words of a subject; what a pronoun stands for is taken from the figure before, or the sentence's first phrase.
fn resolve(scene: &Scene<'_, '_>, subject: Subject) -> Option<String> {
    match subject {
        Subject::Phrase(range) => Some(phrase::text(scene, range)),
        Subject::Pronoun(at) => {
            let first = scene.sentence.from.max(at.saturating_sub(NEAR));
            let earlier = (at > first + 1)
                .then(|| (first..at).find(|k| phrase::verbal(scene, *k)))
                .flatten()
                .and_then(|verb| phrase::subject(scene, verb));
            if let Some(Subject::Phrase(range)) = earlier
                && range.1 <= at
            {
                return Some(phrase::text(scene, range));
            }
            scene.near().rev().find(|f| f.change.is_some()).and_then(|f| f.of.clone())
        }
    }
}

/// The noun phrase right behind the figure, or behind its "of".
fn direct(scene: &Scene<'_, '_>, figure: &Figure, end: usize) -> Option<String> {
    let a = scene.article;
    let limit = scene.sentence.to;
    let text = |at: usize| phrase::ahead(scene, at, limit).map(|r| phrase::text(scene, r));
    let mut at = end;
    if let Some(hit) = a.find(at, class::MODIFIER_AFTER) {
        at += hit.len;
    }
    // "Seven (7) complaints"
    if a.shape(at) == Shape::Open
        && a.shape(at + 2) == Shape::Close
        && a.shape(at + 1) == Shape::Number
    {
        at += 3;
    }
    if a.reads(at, "of") {
        if a.is(at + 1, class::OBJECT_PRONOUN) && !a.is(at + 1, class::POSSESSIVE) {
            return None;
        }
        // "43 residents, 19 of whom"
        if a.reads(at + 1, "whom") || a.reads(at + 1, "which") {
            return antecedent(scene, figure.from);
        }
        return text(at + 1);
    }
    // "a £2,500 “golden hello”"
    if a.shape(at).is_quote_mark() && a.at(at).gap == Gap::Space {
        at += 1;
    }
    let tied = a.shape(at) == Shape::Hyphen && a.at(at).gap == Gap::None;
    let at = if tied { at + 1 } else { at };
    if a.reads(at, "strong") {
        return text(at + 1);
    }
    let token = a.at(at);
    if !(phrase::nominal(scene, at) || phrase::gerund(scene, at))
        || !token.shape.is_word()
        || token.gap > Gap::Space && figure.kind != FigureKind::Count
    {
        return list(scene, figure, at);
    }
    // "grew 4% organically", "nine due to start", "one in five believe it": no noun.
    let manner = a.word(at).len() > 4 && a.word(at).ends_with("ly");
    let due = a.reads(at, "due") && a.reads(at + 1, "to");
    let does = figure.kind == FigureKind::Fraction
        && phrase::verbal(scene, at)
        && a.is(at + 1, any!(PRONOUN, SUBORDINATOR, DETERMINER));
    if due || does || manner && !phrase::nominal(scene, at + 1) {
        return None;
    }
    let counted = matches!(figure.kind, FigureKind::Count | FigureKind::Fraction);
    if counted && tied {
        return Some(a.word(at).to_string());
    }
    // "the 16 recommended", "71% full"
    if a.is(at, any!(MEASURED, COMPARED)) && !phrase::nominal(scene, at + 1) {
        return None;
    }
    let range = phrase::ahead(scene, at, limit)?;
    if a.is(range.0, class::CHANGE_NOUN) && range.1 == range.0 + 1 || phrase_of_change(scene, range)
    {
        let led = ["in", "on", "to", "of", "for"].iter().any(|w| a.reads(range.1, w));
        let lone = range.1 == range.0 + 1;
        return match () {
            () if led && !scene.claims_number(range.1 + 1) => text(range.1 + 1),
            () if lone => None,
            () => Some(phrase::text(scene, (range.0, range.1 - 1))),
        };
    }
    if a.is(at, class::COMPARED) || phrase::moves(scene, at) && a.reads(at + 1, "from") {
        return None;
    }
    if figure.kind == FigureKind::Duration {
        let hyphen = tied || (figure.from..figure.to).any(|k| a.shape(k) == Shape::Hyphen);
        let noun = hyphen && !a.is(at, class::EXTREME);
        return noun.then(|| phrase::text(scene, range));
    }
    if !counted {
        // "5 percent prefer Jones": a verb with its object, no noun.
        let object = a.is(at + 1, any!(DETERMINER, POSSESSIVE, OBJECT_PRONOUN, SUBORDINATOR))
            || a.shape(at + 1).is_capital()
            || a.reads(at + 1, "to")
            || a.is(at + 1, class::ADVERB);
        let share = figure.kind == FigureKind::Percent
            && a.shape(at) == Shape::Lower
            && a.shape(at + 1) == Shape::Title;
        let verb = share
            || phrase::verbal(scene, at)
                && (object || a.is(at, class::VERB_PAST) || a.is(at, class::VERB_S))
            || a.word(at).ends_with("ed") && !phrase::nominal(scene, at + 1)
            || a.is(at, class::ADVERB)
            || a.is(at, class::MEASURED);
        if verb {
            return None;
        }
    }
    Some(phrase::text(scene, range))
}

/// The phrase before the comma that opens "19 of whom" or "of which 30 per cent".
fn antecedent(scene: &Scene<'_, '_>, from: usize) -> Option<String> {
    let low = scene.sentence.from;
    let comma = (low..from).rev().take(LIST).find(|k| scene.article.shape(*k) == Shape::Comma)?;
    phrase::behind(scene, comma, low).map(|r| phrase::text(scene, r))
}

/// "pay rise", "price cut": a noun of change that closes a phrase.
fn phrase_of_change(scene: &Scene<'_, '_>, range: phrase::Range) -> bool {
    let last = range.1 - 1;
    last > range.0 && scene.article.is(last, class::CHANGE_NOUN) && !phrase::past(scene, last)
}

/// "100, 200 or 250 refugees": numbers that share the noun behind the last.
fn list(scene: &Scene<'_, '_>, figure: &Figure, at: usize) -> Option<String> {
    let a = scene.article;
    if figure.kind != FigureKind::Count {
        return None;
    }
    let mut at = at;
    for _ in 0..LIST {
        let comma = a.shape(at) == Shape::Comma;
        let next = if comma { at + 1 } else { at };
        let joined = ["or", "and", "to", "but"].iter().any(|w| a.reads(next, w));
        if !comma && !joined {
            return None;
        }
        let number = numbers::read(a, next + usize::from(joined), false)?;
        at = number.to;
        if phrase::nominal(scene, at) && a.at(at).gap == Gap::Space {
            return phrase::ahead(scene, at, scene.sentence.to).map(|r| phrase::text(scene, r));
        }
    }
    None
}

/// What money is for, or a share is of: "£25m on its warehouse", "91% for child protection".
fn purpose(scene: &Scene<'_, '_>, figure: &Figure, end: usize) -> Option<String> {
    let a = scene.article;
    let money = figure.kind == FigureKind::Money;
    let led = match () {
        () if money => a.is(end, class::PURPOSE) || a.reads(end, "in"),
        () if figure.kind == FigureKind::Percent => a.reads(end, "for"),
        () => false,
    };
    let at = end + 1;
    if !led || scene.claims_number(at) || scene.claims.owner(at) == Owner::Date {
        return None;
    }
    let range = phrase::ahead(scene, at, scene.sentence.to)?;
    let gerund = a.shape(range.0) == Shape::Lower && a.word(range.0).ends_with("ing");
    let place = a.reads(end, "in") && a.shape(range.0) != Shape::Lower;
    (!gerund && !place).then(|| phrase::text(scene, range))
}

/// What stands before the figure: "an average of", "population", "The Spark (", "Pay is".
fn before(scene: &Scene<'_, '_>, figure: &Figure, start: usize) -> Option<String> {
    let a = scene.article;
    let low = scene.sentence.from;
    let mut end = start;
    let mut linked = false;
    // "a margin of error of plus or minus 4 points", "a score of “up to 9”"
    if a.reads(start, "from") {
        end = start + 1;
    }
    while end > low
        && (a.is(end - 1, any!(DETERMINER, FILLER, EXTRA, BETWEEN))
            || a.before(end).shape.is_quote_mark()
            || matches!(a.before(end).shape, Shape::Symbol | Shape::Slash)
            || a.before(end).shape == Shape::Hyphen && a.shape(end.wrapping_sub(2)) == Shape::Slash)
        && !a.is(end - 1, class::RELATIVE)
    {
        end -= 1;
    }
    let at = end.checked_sub(1).filter(|at| *at >= low)?;
    let phrase_before = |end: usize| phrase::behind(scene, end, low);
    let whole = |end: usize| -> Option<String> {
        let (from, to) = phrase_before(end)?;
        // "margin of error of 4%"
        let from = if a.reads(from.wrapping_sub(1), "of") && from > low {
            phrase_before(from - 1).map_or(from, |r| r.0)
        } else {
            from
        };
        Some(phrase::text(scene, (from, to)))
    };
    if a.reads(at, "of") || a.shape(at) == Shape::Open || a.shape(at) == Shape::Colon {
        let number = scene.claims_number(at.wrapping_sub(1));
        return if number || a.is(at.wrapping_sub(1), class::NOT_OF) { None } else { whole(at) };
    }
    if a.shape(at) == Shape::Clitic {
        return if figure.kind == FigureKind::Count { None } else { whole(at) };
    }
    if a.reads(at, "worth") {
        return whole(at);
    }
    let compared = a.is(at.wrapping_sub(1), class::COMPARED);
    let on = a.reads(at, "on") && figure.kind == FigureKind::Percent;
    if (a.reads(at, "at") || a.reads(at, "with") || on) && !compared {
        linked = true;
        end = at;
        if a.shape(end.wrapping_sub(1)) == Shape::Comma {
            return whole(end - 1);
        }
    }
    if a.reads(at, "from") && a.is(at.wrapping_sub(1), class::PRICE_FROM) {
        let price = phrase_before(at).filter(|_| !phrase::verbal(scene, at - 1));
        return price
            .map(|r| phrase::text(scene, r))
            .or_else(|| phrase::subject(scene, at - 1).and_then(|s| resolve(scene, s)));
    }
    let verb = end.wrapping_sub(1);
    if end <= low {
        return None;
    }
    let copula = a.is(verb, any!(BE, AUXILIARY));
    let ending = a.shape(verb) == Shape::Lower
        && (phrase::verbal(scene, verb)
            || a.is(verb, any!(COSTS, VERB_ING))
            || a.word(verb).ends_with("ing") && a.word(verb).len() > 4
            || ["s", "ed"].iter().any(|e| a.word(verb).ends_with(e)));
    let object = matches!(figure.kind, FigureKind::Money)
        && ending
        && !copula
        && !linked
        && !a.is(verb, class::COSTS);
    let steady = linked && a.is(verb, class::LEVEL_WORD);
    if copula || ending && !object {
        let ended = phrase::subject(scene, verb).and_then(|s| resolve(scene, s));
        if ended.is_some() || !steady {
            return ended;
        }
    }
    if steady {
        return whole(verb);
    }
    if phrase::nominal(scene, verb) && (linked || !object) && a.shape(verb).is_word() {
        return whole(end);
    }
    None
}

/// The noun of an earlier figure of the same kind, where this one has none: "good in two, adequate in three".
fn inherit(scene: &Scene<'_, '_>, figure: &Figure) -> Option<String> {
    // "a range of 178 miles, below the 231 miles claimed"
    let same = scene.last_in_sentence().filter(|l| {
        figure.unit.is_some()
            && l.unit == figure.unit
            && l.kind != FigureKind::Money
            && l.kind != FigureKind::Percent
    });
    if let Some(last) = same.filter(|_| figure.kind != FigureKind::Duration) {
        return last.of.clone();
    }
    let kinds = matches!(
        figure.kind,
        FigureKind::Count
            | FigureKind::Percent
            | FigureKind::PercentagePoints
            | FigureKind::Fraction
    ) || figure.kind == FigureKind::Money && figure.change.is_some();
    if !kinds {
        return None;
    }
    if figure.kind == FigureKind::Percent
        && let Some(text) = among(scene)
    {
        return Some(text);
    }
    let shares = |k: FigureKind| matches!(k, FigureKind::Percent | FigureKind::Fraction);
    scene
        .near()
        .rev()
        .find(|f| {
            (f.kind == figure.kind || shares(f.kind) && shares(figure.kind)) && f.of.is_some()
        })
        .and_then(|f| f.of.clone())
}

/// "Among likely voters, 46 percent would choose Clinton."
fn among(scene: &Scene<'_, '_>) -> Option<String> {
    let a = scene.article;
    let first = scene.sentence.from + usize::from(a.shape(scene.sentence.from).is_quote_mark());
    (a.reads(first, "among") || a.reads(first, "of"))
        .then(|| phrase::ahead(scene, first + 1, scene.sentence.to))
        .flatten()
        .map(|r| phrase::text(scene, r))
}

/// Who is of an age: the noun behind it, the name before it, or the person named last.
fn person(scene: &Scene<'_, '_>, figure: &Figure, start: usize) -> Option<String> {
    let a = scene.article;
    let mut at = figure.to;
    if a.shape(at) == Shape::Hyphen {
        at += 1;
    }
    at += usize::from(a.reads(at, "old"));
    let adjective = at > figure.to || a.reads(at.wrapping_sub(1), "old");
    if adjective
        && phrase::nominal(scene, at)
        && a.shape(at).is_word()
        && !phrase::verbal(scene, at)
        && a.at(at).gap <= Gap::Space
    {
        return phrase::ahead(scene, at, scene.sentence.to).map(|r| phrase::text(scene, r));
    }
    let low = scene.sentence.from;
    let mut end = start;
    while end > low
        && (matches!(a.shape(end - 1), Shape::Comma | Shape::Open | Shape::Dash)
            || a.is(end - 1, class::AGE_LINK))
    {
        end -= 1;
    }
    let mut from = end;
    while from > low
        && end - from < NAME
        && (a.before(from).shape.is_capital() || a.shape(from - 1) == Shape::Hyphen)
    {
        from -= 1;
    }
    while from < end && !a.shape(from).is_capital() {
        from += 1;
    }
    if from < end && !a.is(from, class::PRONOUN) && !adjective {
        return Some(phrase::text(scene, (from, end)));
    }
    if !adjective
        && !a.is(end.wrapping_sub(1), class::PRONOUN)
        && let Some(range) = phrase::behind(scene, end, low)
    {
        return Some(phrase::text(scene, range));
    }
    let known = scene.names.within(figure.from.saturating_sub(NEAR), figure.from);
    known
        .rev()
        .find(|m| scene.names.is(m.entity, EntityKind::Person))
        .and_then(|m| scene.names.entity(m.entity))
        .map(|e| e.name.clone())
}

/// How far back the person of an age is looked for, in tokens.
const NEAR: usize = 80;
