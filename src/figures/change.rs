//! Modifier and change of a figure: "almost", "up to"; "rose by", "to", "from".

use super::phrase::{self, Subject};
use super::{Figure, Scene};
use crate::claims::Owner;
use crate::lexicon::{WordId, class};
use crate::report::{Change, FigureKind, Modifier};
use crate::tokens::Shape;

/// No price of a share falls by as much, and no number of exams is passed.
const LARGE: f64 = 1e3;

/// Farthest that a "to" stands from the figure whose change it goes on with.
const CARRIED: usize = 12;

/// Tokens looked at to the left for a word of change.
const REACH: usize = 25;

/// Most words between a word of change and its amount: "expand by a tepid 1.6 percent".
const NEAR: usize = 4;

/// Reads the modifier of the figure; gives the token where it starts.
pub fn modifier(scene: &Scene<'_, '_>, figure: &mut Figure) -> usize {
    let a = scene.article;
    if let Some(modifier) = behind(scene, figure.to) {
        figure.modifier = Some(modifier);
        return figure.from;
    }
    if figure.modifier.is_some() {
        return figure.from;
    }
    let mut end = figure.from;
    // "“about 30”", "a record 30": the modifier stands before the mark.
    while end > scene.sentence.from && a.shape_before(end).is_quote_mark() {
        end -= 1;
    }
    for back in (1..=4).rev() {
        let Some(at) = end.checked_sub(back).filter(|at| *at >= scene.sentence.from) else {
            continue;
        };
        let Some(hit) = a.find(at, class::MODIFIER).filter(|hit| hit.len == back) else {
            continue;
        };
        if is_other(scene, figure, at, back) {
            return figure.from;
        }
        figure.modifier = named(hit.id.text(class::MODIFIER));
        return at;
    }
    // "Prices start from £14", "Tickets from £14"
    let before = figure.from.wrapping_sub(1);
    let verb = before.wrapping_sub(1);
    let starts = || a.reads(verb, word!("start")) && !a.is(verb.wrapping_sub(2), class::RELATIVE);
    if figure.kind == FigureKind::Money
        && (a.reads(before, word!("from")) || a.reads(before, word!("at")) && starts())
        && !a.reads(figure.to, word!("to"))
        && (a.is(before.wrapping_sub(1), class::PRICE_FROM))
    {
        figure.modifier = Some(Modifier::AtLeast);
        return before;
    }
    figure.from
}

fn named(name: Option<&str>) -> Option<Modifier> {
    match name? {
        "approx" => Some(Modifier::Approx),
        "at_least" => Some(Modifier::AtLeast),
        "more_than" => Some(Modifier::MoreThan),
        "at_most" => Some(Modifier::AtMost),
        "less_than" => Some(Modifier::LessThan),
        _ => None,
    }
}

/// Whether the words of a modifier mean something else here: "over two spells", "adds up to 12".
fn is_other(scene: &Scene<'_, '_>, figure: &Figure, at: usize, len: usize) -> bool {
    let a = scene.article;
    let before = at.wrapping_sub(1);
    if len == 1 && a.reads(at, word!("over")) {
        // "Ministers accused of ‘a trick’ over £2bn fund"
        if figure.kind == FigureKind::Money && a.shape(before).is_quote_mark() {
            return true;
        }
        let few = figure.value.is_some_and(|v| v <= 10.0) && figure.kind == FigureKind::Count;
        // "for over 30 years", "after over two hours"; "sold over two years" is no modifier.
        let spent = figure.kind == FigureKind::Duration && !a.is(before, class::LASTS_BEFORE);
        return spent || few || a.is(before, class::OVER_NOUN);
    }
    if a.reads(at, word!("up")) && a.reads(at + 1, word!("to")) {
        return a.is(before, class::ADDS_UP);
    }
    // "sales topped £5m"; not "the top 10", "passed 12 exams"
    if len == 1 && a.is(at, class::COSTS) {
        let large = figure.kind != FigureKind::Count || figure.value.is_some_and(|v| v >= LARGE);
        return !large || a.is(before, any!(DETERMINER, POSSESSIVE, PREPOSITION));
    }
    // "sent some 400 miles" is a modifier; "know about 20 of them" too; "concerns about 20 people" is not.
    if len == 1 && a.reads(at, word!("about")) {
        return a.is(before, class::ABOUT_NOUN);
    }
    false
}

/// The modifier that the words behind a figure add: "or more", "and over", "-plus", "or so".
fn behind(scene: &Scene<'_, '_>, to: usize) -> Option<Modifier> {
    let hit = scene.article.find(to, class::MODIFIER_AFTER)?;
    named(hit.id.text(class::MODIFIER_AFTER))
}

/// The change that token `at` names.
#[inline(never)]
fn word(scene: &Scene<'_, '_>, at: usize) -> Option<Change> {
    let a = scene.article;
    // "every contract above £5m": a noun.
    if !a.is(at, any!(CHANGE_UP, CHANGE_DOWN, MULTIPLE_VERB))
        || a.reads(at.wrapping_sub(1), word!("every"))
    {
        return None;
    }
    match () {
        () if a.is(at, class::CHANGE_UP) => Some(Change::Up),
        () if a.is(at, class::CHANGE_DOWN) => Some(Change::Down),
        // "more than halved to £12m"
        () if a.is(at, class::MULTIPLE_VERB) => {
            let part = a.number_at(at, class::MULTIPLE_WORD);
            Some(if part.is_some_and(|n| n < 1.0) { Change::Down } else { Change::Up })
        }
        () => None,
    }
}

/// The nearest word of change before the figure, in its sentence.
#[inline(never)]
pub fn nearest(scene: &Scene<'_, '_>, start: usize) -> Option<usize> {
    let low = start.saturating_sub(REACH).max(scene.sentence.from);
    let moves = |at: &usize| word(scene, *at).is_some();
    // "boost budgets by an extra £5m": the verb tells more than the adjective.
    let verb = (low..start).rev().find(|at| moves(at) && !scene.article.is(*at, class::EXTRA));
    verb.or_else(|| (low..start).rev().find(moves))
}

/// Whether the figure before this one, in the same sentence, has a change.
#[inline(never)]
fn carried(scene: &Scene<'_, '_>) -> Option<Change> {
    scene.last_in_sentence().and_then(|last| last.change)
}

/// Whether the clause tells of a move at all: a word of change, or "went from".
#[inline(never)]
pub fn moved(scene: &Scene<'_, '_>, start: usize) -> bool {
    let low = start.saturating_sub(REACH).max(scene.sentence.from);
    carried(scene).is_some()
        || (low..start)
            .any(|at| word(scene, at).is_some() || scene.article.is(at, class::CHANGE_OTHER))
}

/// Fills in how the figure moves; `start` is where its modifier starts.
pub fn read(scene: &Scene<'_, '_>, figure: &mut Figure, start: usize) {
    let start = over_sum(scene, start);
    figure.change = match figure.kind {
        FigureKind::Age | FigureKind::Score | FigureKind::Ratio => None,
        // "climbed to 38th from 52nd"
        FigureKind::Rank => amount(scene, figure, start)
            .filter(|change| matches!(change, Change::To | Change::From)),
        // "leverage would rise to 3.2 times from 1.9 times"
        FigureKind::Multiple
            if (scene.article.reads_any(start.wrapping_sub(1), &words!["to", "from"])
                || scene.article.is(start, class::LEVEL_LIMIT))
                && figure.to > figure.from + 1 =>
        {
            amount(scene, figure, start)
        }
        FigureKind::Multiple => multiple(scene, figure),
        _ => amount(scene, figure, start),
    };
}

/// Steps back over "a record", in headlines "record", which makes what follows a level reached.
fn over_record(scene: &Scene<'_, '_>, start: usize) -> usize {
    let a = scene.article;
    let record = start > scene.sentence.from + 2 && a.reads(start - 1, word!("record"));
    let article = record && a.is(start - 2, any!(DETERMINER, INDEFINITE));
    start - usize::from(record) - usize::from(article)
}

/// Steps back over "an average of", "a total of", and the article of "up from the £75m".
fn over_sum(scene: &Scene<'_, '_>, start: usize) -> usize {
    let a = scene.article;
    // "lowered it to between £3m and £4m"
    let between = start > scene.sentence.from && a.is(start - 1, class::BETWEEN);
    let start = start - usize::from(between);
    let noun = start.saturating_sub(2);
    // "a total of", "its previous range of"
    let old = usize::from(a.is(noun.wrapping_sub(1), class::OLD_RATING));
    let sum = noun > scene.sentence.from + old
        && a.reads(start - 1, word!("of"))
        && a.is(noun, class::SUM_NOUN)
        && a.is(noun - 1 - old, any!(DETERMINER, POSSESSIVE));
    // "up from the £75m that voters approved"
    let the = start > scene.sentence.from + 1
        && a.reads(start - 1, word!("the"))
        && a.reads(noun, word!("from"))
        && a.is(noun.wrapping_sub(1), class::PARTICLE);
    match () {
        () if sum => noun - 1 - old,
        () if the => start - 1,
        () => start,
    }
}

fn multiple(scene: &Scene<'_, '_>, figure: &Figure) -> Option<Change> {
    let a = scene.article;
    match () {
        () if figure.value.is_some_and(|v| v < 1.0) => Some(Change::Down),
        () if a.is(figure.from, class::MULTIPLE_VERB) => Some(Change::Up),
        () => word(scene, figure.to).or_else(|| {
            // "raises the price of grain sixfold"
            let fold = a.word(figure.to - 1).ends_with("fold");
            nearest(scene, figure.from).filter(|_| fold).and_then(|at| word(scene, at))
        }),
    }
}

fn amount(scene: &Scene<'_, '_>, figure: &Figure, start: usize) -> Option<Change> {
    let a = scene.article;
    let before = start.wrapping_sub(1);
    let inside = start > scene.sentence.from;
    let duration = figure.kind == FigureKind::Duration;
    let moved_here = moved(scene, start);
    let led = |word: WordId| inside && a.reads(before, word);
    // "lopped its target to 310p from 405p": whatever the verb.
    if led(word!("to")) && a.reads(figure.to, word!("from")) && scene.claims_number(figure.to + 1) {
        return Some(Change::To);
    }
    if led(word!("to")) {
        let sum = a.reads(before.wrapping_sub(1), word!("up"))
            && a.is(before.wrapping_sub(2), class::ADDS_UP);
        if sum && a.is(before.wrapping_sub(2), class::ADDS) {
            return None;
        }
        // "its sales forecast to £51": a noun, though it looks like a verb.
        let noun = !["ed", "en"].iter().any(|end| a.word(before.wrapping_sub(1)).ends_with(end))
            && phrase::behind(scene, before, scene.sentence.from)
                .is_some_and(|r| a.is(r.0.wrapping_sub(1), class::POSSESSIVE));
        // "£540m, equivalent to 2.3 times earnings", "dinner came to £90"
        let given = a.is(before.wrapping_sub(1), class::COMES_TO)
            || !noun
                && phrase::past(scene, before.wrapping_sub(1))
                && word(scene, before.wrapping_sub(1)).is_none()
                && !a.is(before.wrapping_sub(1), class::CHANGE_OTHER);
        if given {
            return None;
        }
        let near = scene.last_in_sentence().is_some_and(|l| l.to + CARRIED >= start);
        let direct = near && carried(scene).is_some()
            || nearest(scene, start).is_some_and(|at| is_move(scene, at, start))
            || a.is(before.wrapping_sub(1), class::CHANGE_OTHER)
            || changed_object(scene, before);
        return (direct && !contest(scene, start)).then_some(Change::To);
    }
    if led(word!("from")) {
        let ends =
            scene.last_in_sentence().is_some_and(|l| l.to == before && carried(scene).is_some());
        return (moved_here || ends || goes_on_to(scene, figure)).then_some(Change::From);
    }
    // "margins would reach 20%", "reached a record 131"
    let reach = over_record(scene, start).wrapping_sub(1);
    if inside && (a.reads(reach, word!("reach")) || reach + 1 < start && a.is(reach, class::COSTS))
    {
        return Some(Change::To);
    }
    // "closed down 12.5p at 340p", "fall below 15%", "rose 4% to close at 340p"
    let last = scene.last_in_sentence();
    if led(word!("at"))
        && last.is_some_and(|l| {
            (l.to == before
                || l.to + 1 == before && word(scene, l.to).is_some()
                || l.to + 3 > before && a.reads(before.wrapping_sub(2), word!("to")))
                && matches!(l.change, Some(Change::Up | Change::Down))
        })
    {
        return Some(Change::To);
    }
    // "rose 0.4 percent, or 13 cents"
    if led(word!("or"))
        && let Some(last) =
            last.filter(|l| l.to + 3 >= before && a.shape_before(before) == Shape::Comma)
        && (last.kind == figure.kind || matches!(last.change, Some(Change::Up | Change::Down)))
    {
        return last.change;
    }

    if a.is(start, class::LEVEL_PASSED) && inside && word(scene, before).is_some() {
        return Some(Change::To);
    }
    if let Some(change) = down_from(scene, figure) {
        return Some(change);
    }
    let counted = figure.kind == FigureKind::Count;
    if goes_on(scene, figure, start).is_some() || gapped(scene, figure, start) {
        return carried(scene);
    }
    // "raised £75,000", "scrapped the £210,000 boat club": no amount moves.
    let low = start.saturating_sub(NEAR).max(scene.sentence.from);
    let verb = (low..start).rev().find(|k| !a.is(*k, any!(ADVERB, FILLER, DETERMINER)));
    if figure.kind == FigureKind::Money
        && (verb.is_some_and(|k| {
            // "Shares lost 18p" has moved, "the firm lost £2m" has not.
            a.is(k, class::RAISES)
                && (word(scene, k) != Some(Change::Down)
                    || figure.value.is_some_and(|v| v >= LARGE))
        }) || a.reads(before, word!("the"))
            && phrase::nominal(scene, figure.to)
            && !a.is(figure.to, class::CHANGE_NOUN))
    {
        return None;
    }
    // "get it below 10%"
    if a.is(start, class::LEVEL_LIMIT)
        && (low..start).any(|at| a.is(at, class::CHANGE_OTHER) || a.reads(at, word!("get")))
    {
        return Some(Change::To);
    }
    if let Some(change) = inside.then(|| led_by(scene, start, counted)).flatten() {
        return (!duration && !contest(scene, start)).then_some(change);
    }
    // "85 fewer pilots", "7% more water tax"
    if a.is(figure.to, class::MORE_WORD)
        && (phrase::nominal(scene, figure.to + 1)
            || counted
                && a.reads(figure.to, word!("fewer"))
                && a.reads(figure.to + 1, word!("than"))
            || figure.kind == FigureKind::Money
                && (a.is(figure.to + 1, class::PREPOSITION)
                    || a.is(figure.to + 2, class::TIME_UNIT)
                    || !a.shape(figure.to + 1).is_word()))
    {
        // "23% more likely to fall ill": nothing has risen.
        if a.reads(figure.to + 1, word!("likely")) {
            return None;
        }
        let fewer = a.reads(figure.to, word!("fewer")) || a.reads(figure.to, word!("less"));
        let up = (!counted && !duration).then_some(Change::Up);
        return if fewer { Some(Change::Down) } else { up };
    }
    if counted {
        // "with the loss of 90 jobs", "laid off 12 cooks"
        let (verb, last) = (start.wrapping_sub(2), start.wrapping_sub(1));
        let lost = a.reads(last, word!("of")) && a.reads(verb, word!("loss"))
            || a.reads(last, word!("off"))
                && (a.reads(verb, word!("laid")) || a.reads(verb, word!("laying")));
        return if lost { Some(Change::Down) } else { passive(scene, figure) };
    }
    if duration {
        return None;
    }
    noun_after(scene, figure).or_else(|| passive_sum(scene, figure.to).map(|(change, _)| change))
}

/// The figure before, whose rise or fall this one goes on with: "by 4% this year and 3% next year", "30%, not 90%".
pub fn goes_on<'s>(scene: &'s Scene<'_, '_>, figure: &Figure, start: usize) -> Option<&'s Figure> {
    let a = scene.article;
    let last = scene.last_in_sentence().filter(|l| {
        l.kind == figure.kind && matches!(l.change, Some(Change::Up | Change::Down)) && l.to < start
    })?;
    let light = any!(CONJUNCTION, DETERMINER, TIME_UNIT, NEGATION, THEN_WORD, ADVERB);
    let joins = any!(CONJUNCTION, NEGATION);
    let all = (last.to..start).all(|k| {
        scene.claims.owner(k) == Owner::Date || a.shape(k) == Shape::Comma || a.is(k, light)
    });
    let link = (last.to..start).rev().find(|k| a.is(*k, joins))?;
    let own = phrase::nominal(scene, figure.to) && figure.kind == FigureKind::Count;
    // "rose 14% at state schools but just 3% at private ones"
    let parallel = figure.kind == FigureKind::Percent
        && start - last.to <= PHRASE_AND_HOPS
        && a.is(last.to, class::PREPOSITION)
        && a.is(figure.to, class::PREPOSITION)
        && !a.reads(figure.to, word!("of"))
        && (link + 1..start).all(|k| a.is(k, any!(ADVERB, DETERMINER)))
        && !(last.to..start).any(|k| {
            a.is(k, any!(AUXILIARY, PRONOUN, RELATIVE))
                || phrase::past(scene, k)
                || a.shape(k) == Shape::Semicolon
        });
    ((all || parallel) && !own).then_some(last)
}

/// "burglary was up 12% and car theft 9%": the verb of the first half is left out in the second.
pub fn gapped(scene: &Scene<'_, '_>, figure: &Figure, start: usize) -> bool {
    let last = scene.last_in_sentence();
    if last.is_none_or(|l| l.kind != figure.kind || l.to >= start || start - l.to > CARRIED) {
        return false;
    }
    let from = last.map_or(start, |l| l.to);
    phrase::behind(scene, start, from).is_some_and(|r| {
        let verb = phrase::verbal(scene, start - 1) || phrase::past(scene, start - 1);
        !verb && scene.article.is(r.0.wrapping_sub(1), class::CONJUNCTION) && r.0 > from
    })
}

/// "lost by 52% to 48%": a result, no move.
fn contest(scene: &Scene<'_, '_>, start: usize) -> bool {
    let a = scene.article;
    (start.saturating_sub(NEAR).max(scene.sentence.from)..start)
        .any(|at| a.is(at, class::CONTEST) && a.reads(at + 1, word!("by")))
        || scene.last_in_sentence().is_some_and(|l| {
            l.to + 1 >= start && l.change.is_none() && a.reads(l.from.wrapping_sub(1), word!("by"))
        })
}

/// Whether a word of change governs a "to" there: not "extra money to 12 schools".
fn is_move(scene: &Scene<'_, '_>, at: usize, start: usize) -> bool {
    let a = scene.article;
    let clause_ends = (at + 1..start).any(|k| {
        matches!(a.shape(k), Shape::Semicolon | Shape::Colon)
            || a.is(k, class::RELATIVE) && k + 1 < start
    });
    !clause_ends && !a.is(at, class::EXTRA)
}

fn changed_object(scene: &Scene<'_, '_>, before: usize) -> bool {
    let a = scene.article;
    let low = before.saturating_sub(6).max(scene.sentence.from);
    (low..before).any(|k| a.is(k, class::CHANGE_OTHER))
}

/// Whether "to" and another figure follow: "from 12% to 15%".
fn goes_on_to(scene: &Scene<'_, '_>, figure: &Figure) -> bool {
    let a = scene.article;
    (figure.to..(figure.to + NEAR).min(scene.sentence.to))
        .any(|at| a.reads(at, word!("to")) && a.at(at + 1).shape != Shape::Lower)
}

/// "12%, down from 30%", "41% among pupils on free meals, up from 29%".
fn down_from(scene: &Scene<'_, '_>, figure: &Figure) -> Option<Change> {
    let a = scene.article;
    // "in the 52 weeks to March, up from"
    let mut commas = usize::from(a.reads(figure.to, word!("to"))) * 2;
    // "78% of the 340 mills, up from 71%": the share rose.
    let share = matches!(figure.kind, FigureKind::Percent | FigureKind::Fraction)
        && a.reads(figure.to, word!("of"));
    let base = a.reads(figure.from.wrapping_sub(2), word!("of"))
        && scene.last_in_sentence().is_some_and(|l| l.to + 2 == figure.from);
    if base && a.is(figure.from - 1, any!(DETERMINER, POSSESSIVE)) {
        return None;
    }
    // "ranked 8th among 90 colleges, up from"
    if scene.last_in_sentence().is_some_and(|l| l.kind == FigureKind::Rank) {
        return None;
    }
    for at in figure.to..(figure.to + TURN).min(scene.sentence.to) {
        if word(scene, at).is_some() && a.reads(at + 1, word!("from")) {
            return Some(Change::To);
        }
        commas += usize::from(a.shape(at) == Shape::Comma);
        // "grows by 85 metres and numbers rise from 2m"
        let joined = a.is(at, class::CONJUNCTION) && phrase_goes_on(scene, at);
        let ends = joined
            || matches!(a.shape(at), Shape::Semicolon | Shape::Colon | Shape::Dash)
            || a.shape(at).is_quote_mark() && at > figure.to
            || scene.claims_number(at)
                && scene.claims.owner(at) != Owner::Date
                && figure.kind != FigureKind::Rank
                && !(share && at < figure.to + 3)
            || commas > 1
            || !share && a.is(at, any!(AUXILIARY, RELATIVE))
            || commas > 0 && a.shape(at) != Shape::Comma;
        if ends {
            return None;
        }
    }
    None
}

/// Farthest that ", down from" stands behind its figure.
const TURN: usize = 24;

/// Whether a word of change stands between a conjunction and the "from" behind it, without a comma.
fn phrase_goes_on(scene: &Scene<'_, '_>, at: usize) -> bool {
    let a = scene.article;
    (at..at + NEAR + 2).take_while(|k| a.shape(*k) != Shape::Comma).any(|k| phrase::moves(scene, k))
}

/// "rose 12%", "up by almost 12%", "expand by a tepid 1.6 percent", "an extra £5m", "a further £2m".
fn led_by(scene: &Scene<'_, '_>, start: usize, counted: bool) -> Option<Change> {
    let a = scene.article;
    let last = scene.last_in_sentence().map_or(0, |l| l.to);
    let low = start.saturating_sub(NEAR).max(scene.sentence.from).max(last);
    for at in (low..start).rev() {
        if let Some(change) = word(scene, at) {
            let extra = a.is(at, class::EXTRA);
            // "carry a chair up four flights"
            let before = at.wrapping_sub(1);
            if counted
                && a.is(at, class::PARTICLE)
                && phrase::nominal(scene, before)
                && !phrase::verbal(scene, before)
                && !phrase::past(scene, before)
                && phrase::plural(scene, start + 1)
            {
                return None;
            }
            // "make up 22 percent of the town"
            if a.is(at, class::PARTICLE) && a.is(at.wrapping_sub(1), class::MAKE) {
                return None;
            }
            // "put up 186 houses"
            let built = counted
                && a.is(at, class::PARTICLE)
                && phrase::verbal(scene, at.wrapping_sub(1))
                && !a.is(at.wrapping_sub(1), class::BE);
            let noun = built
                || counted
                    && a.is(at, class::CHANGE_NOUN)
                    && !(at + 1 == start && phrase::verbal(scene, at))
                    && !a.reads(at + 1, word!("by"));
            return (!noun && !(extra && (counted || at + 1 < start))).then_some(change);
        }
        // "pledged another €85m"
        if at + 1 == start && !counted && a.reads(at, word!("another")) {
            return Some(Change::Up);
        }
        let passable = a.is(at, any!(DETERMINER, ADVERB, BETWEEN))
            || a.reads(at, word!("by"))
            || a.reads(at, word!("of"))
            || a.word(at).ends_with("ly")
            || a.shape(at) == Shape::Lower
                && phrase::nominal(scene, at)
                && led_by_preposition(scene, at)
            || a.shape_before(start).is_quote_mark() && at + 1 == start;
        if !passable {
            break;
        }
    }
    // "increased its forecast by 0.1 points", "cut the bill by half"
    let by = (low..start).rev().find(|at| a.reads(*at, word!("by")))?;
    let verb = nearest(scene, by)?;
    let object = by - verb <= PHRASE_AND_HOPS
        && !(verb + 1..by).any(|k| {
            matches!(a.shape(k), Shape::Comma | Shape::Semicolon | Shape::Dash)
                || a.reads(k, word!("to"))
        });
    object.then(|| word(scene, verb)).flatten()
}

/// Most tokens between a verb of change and its "by".
const PHRASE_AND_HOPS: usize = 14;

fn led_by_preposition(scene: &Scene<'_, '_>, at: usize) -> bool {
    let a = scene.article;
    (at.saturating_sub(2)..at).any(|k| a.reads(k, word!("by")) || a.reads(k, word!("of")))
}

/// "£2bn was wiped off the value of": the change, and the token of what is changed.
pub fn passive_sum(scene: &Scene<'_, '_>, end: usize) -> Option<(Change, usize)> {
    let a = scene.article;
    let mut at = end;
    while at < end + NEAR && a.is(at, any!(AUXILIARY, ADVERB)) {
        at += 1;
    }
    let passive = at > end && a.is(at - 1, class::BE);
    let taken = a.is(at, class::TAKES_OFF)
        && (a.reads(at + 1, word!("off")) || a.reads(at + 1, word!("from")));
    let added = a.is(at, class::ADDS) && a.reads(at + 1, word!("to"));
    let change = word(scene, at).filter(|_| passive && (taken || added))?;
    Some((change, at + 2))
}

/// "300 jobs were cut", "12 homes will be added".
fn passive(scene: &Scene<'_, '_>, figure: &Figure) -> Option<Change> {
    let a = scene.article;
    let (_, mut at) = phrase::ahead(scene, figure.to, scene.sentence.to)?;
    let verb = at;
    while at < verb + NEAR && a.is(at, any!(AUXILIARY, ADVERB)) {
        at += 1;
    }
    let passive = at > verb && a.is(at - 1, class::BE) && phrase::past(scene, at);
    if passive && a.is(at, class::CHANGES_NUMBER) { word(scene, at) } else { None }
}

/// "a 12% rise", "a £5m funding cut", "12% higher", "half a point less than".
fn noun_after(scene: &Scene<'_, '_>, figure: &Figure) -> Option<Change> {
    let a = scene.article;
    // "closed 61.5p lower", "40% higher than"
    if a.reads(figure.to, word!("lower")) || a.reads(figure.to, word!("higher")) {
        return word(scene, figure.to);
    }
    let points = matches!(
        figure.kind,
        FigureKind::PercentagePoints
            | FigureKind::Percent
            | FigureKind::Money
            | FigureKind::Fraction
    );
    // "attendances are running 12% above last year's"
    let beside = a.is(figure.to, class::LEVEL_LIMIT) || a.reads(figure.to, word!("ahead"));
    if figure.kind == FigureKind::Percent && beside {
        return Some(if a.reads(figure.to, word!("below")) { Change::Down } else { Change::Up });
    }
    if a.is(figure.to, class::MORE_WORD) && a.reads(figure.to + 1, word!("than")) && points {
        return Some(if a.reads(figure.to, word!("more")) { Change::Up } else { Change::Down });
    }
    let at = if a.shape(figure.to) == Shape::Hyphen { figure.to + 1 } else { figure.to };
    if a.is(at, class::CHANGE_NOUN) && !phrase::past(scene, at) {
        let noun = !a.shape(at + 1).is_word() || !phrase::nominal(scene, at + 1);
        return if noun { word(scene, at) } else { None };
    }
    let (_, to) = phrase::ahead(scene, at, scene.sentence.to)?;
    let last = to - 1;
    if last > at && a.is(last, class::CHANGE_NOUN) && !phrase::past(scene, last) {
        return word(scene, last);
    }
    None
}

/// What the word of change before the figure is about: its object ("raised rates by"), or its subject.
pub fn topic(scene: &Scene<'_, '_>, start: usize) -> Option<Subject> {
    let a = scene.article;
    let low = start.saturating_sub(REACH).max(scene.sentence.from);
    let before = start.saturating_sub(1);
    let verb = nearest(scene, start)
        .filter(|at| !a.is(*at, class::EXTRA))
        // "The payroll went from £14m in May to £23m": the verb does not say which way.
        .or_else(|| (low..start).rev().find(|at| a.is(*at, class::CHANGE_OTHER)))
        // "lopped its target to 310p from 405p"
        .or_else(|| {
            (low..before).rev().find(|at| a.reads(before, word!("to")) && phrase::past(scene, *at))
        })?;
    if let Some(found) = joined_object(scene, verb, start) {
        return Some(found);
    }
    // "dipped 0.3%, taking the cost of a flat to £210,000"
    if a.reads(before, word!("to"))
        && let Some(brings) = (low..before).rev().find(|at| a.is(*at, class::BRINGS))
        && let Some(found) = phrase::object(scene, brings, before)
    {
        return Some(found);
    }
    let after = if a.reads(verb + 1, word!("in")) || a.reads(verb + 1, word!("of")) {
        verb + 2
    } else {
        verb + 1
    };
    let closed =
        |r: &phrase::Range| r.1 <= start && scene.claims.owner(r.0) == crate::claims::Owner::None;
    let noun_in = after == verb + 2 && a.is(verb, class::CHANGE_NOUN);
    if (after == verb + 1 || noun_in)
        && let Some(range) = phrase::ahead(scene, after, start).filter(closed)
        && !a.is(range.0, class::ADVERB)
        && !a.word(range.0).ends_with("ly")
    {
        return Some(Subject::Phrase(range));
    }
    // "profit rises to", "a fall in profit to": a noun of change with its own preposition was read above.
    phrase::subject(scene, verb)
}

/// "cut its grade to hold and its forecast to £51": the phrase that the conjunction adds.
fn joined_object(scene: &Scene<'_, '_>, verb: usize, start: usize) -> Option<Subject> {
    let a = scene.article;
    let link =
        start.checked_sub(1).filter(|at| a.reads(*at, word!("to")) || a.reads(*at, word!("by")))?;
    let range = phrase::behind(scene, link, verb + 1)?;
    let led = a.is(range.0.wrapping_sub(1), any!(DETERMINER, POSSESSIVE));
    let and = range.0.checked_sub(1 + usize::from(led)).filter(|at| *at > verb)?;
    (a.is(and, class::CONJUNCTION) || led && phrase::past(scene, and))
        .then_some(Subject::Phrase(range))
}
