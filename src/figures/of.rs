//! What a figure counts, measures or is for, and what it is counted per.

use super::change;
use super::led;
use super::phrase::{self, Subject};
use super::{Figure, Scene};
use crate::claims::Owner;
use crate::lexicon::class;
use crate::names::small;
use crate::numbers;
use crate::report::{Change, EntityKind, FigureKind};
use crate::tokens::{Gap, Shape};

/// Most numbers of a list that share a noun: "100, 200 or 250 refugees".
const LIST: usize = 6;

/// Tokens before a figure in which its own word of change stands.
const FAR: usize = 6;

/// Most tokens from a value to the colon behind the next label.
const LABEL: usize = 4;

/// Most tokens of a name.
const NAME: usize = 5;

/// Reads what the figure is counted per ("a year", "per head", "each a night"); gives the token after it.
pub fn per(scene: &Scene<'_, '_>, figure: &mut Figure) -> usize {
    let a = scene.article;
    let mut at = figure.to;
    if let Some(noun) = a.text_at(at, class::PER_ADVERB).filter(|_| figure.per.is_none()) {
        figure.per = Some(noun.to_string());
        return at + 1;
    }
    if a.shape(at) == Shape::Hyphen {
        at += 1;
    }
    // "£420 more per term", "$14 more a month"
    if a.is(at, class::MORE_WORD)
        && (a.reads(at + 1, word!("per"))
            || a.is(at + 2, class::TIME_UNIT) && a.reads(at + 1, word!("a")))
    {
        at += 1;
    }
    if a.reads(at, word!("each")) && a.is(at + 1, class::DETERMINER) {
        at += 1;
    }
    // "74p of every pound", "85p for every customer", "nine hours on a charge"
    if a.reads_any(at, &words!["of", "for", "on"])
        && (a.reads(at + 1, word!("every"))
            || a.reads(at, word!("on")) && a.reads(at + 1, word!("a")))
        && a.is(at + 2, any!(PER_NOUN, MONEY_WORD))
    {
        at += 1;
    }
    let slash = a.shape(at) == Shape::Slash;
    let sure = a.reads(at, word!("per"));
    // "24 buses at £450,000 each", "£9,000 on shares at 90p apiece"
    let each = a.reads(at, word!("each")) && !a.is(at + 1, class::PER_NOUN);
    if (each || a.reads(at, word!("apiece"))) && figure.kind == FigureKind::Money {
        let plural = |f: &Figure| f.of.as_deref().is_some_and(|of| of.ends_with('s'));
        let counted = scene.nearest(&plural);
        let noun = counted.and_then(|l| l.of.as_deref()).and_then(|of| of.split(' ').next_back());
        // "adults pay £14 each"
        let verb = figure.from.wrapping_sub(1);
        let payer =
            a.is(verb, class::GIVES).then(|| phrase::behind(scene, verb, scene.sentence.from));
        let payer = payer.flatten().map(|r| a.words(r.1 - 1, r.1)).filter(|w| w.ends_with('s'));
        figure.per = payer.map(small).as_deref().or(noun).map(singular);
        return if figure.per.is_some() { at + 1 } else { figure.to };
    }
    if !(sure || slash || a.reads_any(at, &words!["a", "an", "each", "every"])) {
        return figure.to;
    }
    let mut noun = at + 1 + usize::from(a.shape(at + 1) == Shape::Hyphen);
    if a.reads(at, word!("every")) && a.reads(noun, word!("single")) {
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
    let known = a.is(noun, any!(TIME_UNIT, UNIT, PER_NOUN, MONEY_WORD));
    if !(kinds && known || sure && a.shape(noun) != Shape::End) || a.gap(noun) > Gap::Space {
        return figure.to;
    }
    // "per 100,000 people", "per square metre"
    // "£121m a year earlier"
    let last = a.reads_any(noun + 1, &words!["on", "before", "after"]);
    if a.is(noun + 1, class::THEN_WORD) || last && !a.shape(noun + 2).is_word() {
        return figure.to;
    }
    // "per kilowatt hour"
    let mut to = noun + a.find(noun, class::UNIT).map_or(1, |hit| hit.len);
    if let Some(number) = numbers::read(a, noun, false) {
        // "per 10-minute wash": the hyphen, and the noun behind the unit
        let hyphen = usize::from(a.shape(number.to) == Shape::Hyphen);
        to = number.to + 2 * hyphen + usize::from(a.shape(number.to + hyphen) == Shape::Lower);
    } else if a.is(noun, class::PER_FIRST) && a.shape(noun + 1) == Shape::Lower {
        to = noun + 2;
    }
    figure.per = Some(phrase::text(scene, (noun, to)));
    // "£18 per day per child"
    if a.reads(to, word!("per")) { to + 2 } else { to }
}

/// Most tokens of a sum in brackets.
const BRACKET: usize = 6;

/// Steps over a number in brackets: "seven (7) complaints", "38m crowns ($4m) of debt".
pub fn over_bracket(scene: &Scene<'_, '_>, at: usize) -> usize {
    let a = scene.article;
    if a.shape(at) != Shape::Open || !scene.claims_number(at + 1) {
        return at;
    }
    (at..at + BRACKET).find(|k| a.shape(*k) == Shape::Close).map_or(at, |close| close + 1)
}

/// Reads what things are counted per behind their noun: "700 boats a month", "12 beds per cabin", "three cooks on every
/// shift", "15 boxes apiece".
pub fn per_behind(scene: &Scene<'_, '_>, figure: &mut Figure) {
    let a = scene.article;
    let mut at = figure.to;
    if let Some(hit) = a.find(at, class::MODIFIER_AFTER) {
        at += hit.len;
    }
    at += usize::from(a.is(at, class::MORE_WORD));
    // "five flights of stairs a day", "400km of pipe each month"
    let of = usize::from(a.reads(at, word!("of")));
    let Some((_, mut at)) = phrase::ahead(scene, at + of, scene.sentence.to) else { return };
    if of == 0
        && a.reads(at, word!("of"))
        && let Some(part) = phrase::ahead(scene, at + 1, scene.sentence.to)
    {
        at = part.1;
    }
    if let Some(noun) = a.text_at(at, class::PER_ADVERB) {
        figure.per = Some(noun.to_string());
        return;
    }
    // "porters carrying 15 boxes apiece"
    if a.reads(at, word!("apiece")) || a.reads(at, word!("each")) && !a.shape(at + 1).is_word() {
        let verb = figure.from.wrapping_sub(1);
        let who = phrase::behind(scene, verb, scene.sentence.from)
            .map(|r| a.words(r.1 - 1, r.1))
            .filter(|who| who.len() > 3 && who.ends_with('s'));
        figure.per = who.map(singular);
        return;
    }
    at += usize::from(a.reads(at, word!("on")) || a.reads(at, word!("in")));
    let every = a.reads(at, word!("every")) || a.reads(at, word!("each"));
    let article = a.reads(at, word!("a")) || a.reads(at, word!("an"));
    let noun = at + 1;

    let known = a.is(noun, class::TIME_UNIT)
        || (every || a.reads(noun, word!("night"))) && a.is(noun, class::PER_NOUN);
    let ends = a.is(noun + 1, class::THEN_WORD)
        || phrase::nominal(scene, noun + 1) && !phrase::verbal(scene, noun + 1)
        || a.reads_any(noun + 1, &words!["on", "before", "after", "ago"]);
    if a.reads(at, word!("per")) || (every || article) && known && !ends {
        let to = figure.to;
        figure.to = at;
        per(scene, figure);
        figure.to = to;
        return;
    }
    // "4,000 people die on the roads every year"
    let clause = (at..scene.sentence.to.min(at + PER)).take_while(|k| {
        a.shape(*k) != Shape::Comma && !a.is(*k, class::CONJUNCTION) && !scene.claims_number(*k)
    });
    let mut often = clause.filter(|k| a.reads(*k, word!("every")) || a.reads(*k, word!("each")));
    if let Some(k) = often.find(|k| a.is(k + 1, class::TIME_UNIT)) {
        figure.per = Some(a.word(k + 1).to_string());
    }
}

/// Most tokens between what is counted and "every year".
const PER: usize = 16;

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
    let a = scene.article;
    match figure.kind {
        FigureKind::Age => return person(scene, figure, start),
        // "a 19-16 vote"
        FigureKind::Score => {
            let led =
                a.is(start.wrapping_sub(1), class::DETERMINER) && a.shape(end) == Shape::Lower;
            return (led && phrase::nominal(scene, end)).then(|| a.word(end).to_string());
        }
        FigureKind::Ratio => return None,
        _ => {}
    }
    // "stands in joint 149th place": whoever is ranked.
    if figure.kind == FigureKind::Rank
        && (!phrase::nominal(scene, end) || a.reads(end, word!("place")))
    {
        if figure.change == Some(Change::From)
            && let Some(last) = scene.nearest(&|l| l.kind == FigureKind::Rank)
        {
            return of_figure(last);
        }
        let verb = (scene.sentence.from..start).rev().take(PLACE).find(|k| {
            a.is(*k, any!(RANK_VERB, BE, CHANGE_UP, CHANGE_DOWN)) && !a.is(*k, class::PARTICLE)
        });
        if let Some(found) = verb.and_then(|verb| phrase::subject(scene, verb)) {
            // "It was placed third": what was named last.
            let named = || {
                let mut known = scene.names.within(start.saturating_sub(NEAR), start);
                known.next_back().and_then(|m| scene.names.entity(m.entity)).map(|e| e.name.clone())
            };
            return resolve(scene, found, figure).or_else(named);
        }
    }
    // "Places: 14  Noise: 42dB": a line of labels.
    let colon = start.wrapping_sub(1);
    if a.shape(colon) == Shape::Colon
        && start > scene.sentence.from
        && (end..end + LABEL).any(|k| a.shape(k) == Shape::Colon)
        && let Some(text) = behind(scene, colon)
    {
        return Some(text);
    }
    if let Some(text) = direct(scene, figure, end) {
        return Some(text);
    }
    if figure.kind == FigureKind::Duration
        && let Some(text) = purpose(scene, figure, end)
    {
        return Some(text);
    }
    // "sales have topped £5m"
    if start < figure.from && a.is(start, class::COSTS) {
        return subject(scene, start, figure);
    }
    let inherited = || inherit(scene, figure);

    // "94% of them", "more than half of it"
    if a.reads(end, word!("of")) && a.is(end + 1, class::OBJECT_PRONOUN) {
        return meant(scene, end + 1, start);
    }
    // "Day leads Lee by 49% to 47%"
    if figure.kind == FigureKind::Percent
        && let Some(found) = led::contest(scene, figure, start)
    {
        return match found {
            Subject::Pronoun(at) => last_person(scene, at),
            found @ Subject::Phrase(_) => resolve(scene, found, figure),
        };
    }
    // "Of the first 250 mills, 33% had one fault"
    if shares(figure.kind) || figure.kind == FigureKind::Count {
        // "Among parents, support was 58%"
        let stated = a.is(start.wrapping_sub(1), class::BE);
        if figure.change.is_none()
            && !stated
            && let Some(text) = among(scene, start)
        {
            return Some(text);
        }
        // "49% back Day and 42% prefer Lee, with 9% undecided"
        let with = a.reads(start.wrapping_sub(1), word!("with"))
            && a.shape(start.wrapping_sub(2)) == Shape::Comma;
        if with && scene.last_in_sentence().is_some_and(|l| l.kind == figure.kind) {
            return inherited();
        }
    }
    // "growth of 3%", "an increase of 12% in applications"
    let noun = start.wrapping_sub(2);
    if start > scene.sentence.from + 1
        && a.reads(start - 1, word!("of"))
        && a.is(noun, class::CHANGE_NOUN)
    {
        let at = end + 1;
        let dated = scene.claims_number(at) || scene.claims.owner(at) == Owner::Date;
        if a.reads(end, word!("in")) && !dated && !a.is(at, class::DETERMINER) {
            return ahead(scene, at);
        }
        let apposed = (scene.sentence.from..noun)
            .rev()
            .take(3)
            .any(|k| matches!(a.shape(k), Shape::Comma | Shape::Dash));
        let last = scene.last_in_sentence().filter(|l| apposed && l.of.is_some());
        if let Some(last) = last {
            return of_figure(last);
        }
        return behind(scene, start - 1);
    }
    // "more than halved to £12m": the verb is the figure.
    if a.is(figure.from, class::MULTIPLE_VERB)
        && let Some(found) = phrase::subject(scene, figure.from)
    {
        return resolve(scene, found, figure).or_else(inherited);
    }
    // "£31,000, compared with £36,400 nationally"
    let compared = start > scene.sentence.from + 1
        && (1..=2).any(|back| {
            a.find(start - back, class::COMPARED_WITH).is_some_and(|hit| hit.len == back)
        })
        // "above the 1.3 billion crowns expected by analysts"
        || participle(scene, end) && a.is(start.wrapping_sub(1), class::DETERMINER);
    // "3m books, 9% fewer than", "3m passengers, a 4% rise"
    let remark = matches!(figure.change, Some(Change::Up | Change::Down))
        && a.is(end, any!(MORE_WORD, CHANGE_NOUN))
        && !phrase::nominal(scene, end + 1)
        && (start.saturating_sub(2)..start).any(|k| a.shape(k) == Shape::Comma);
    let same = |l: &Figure| {
        l.from >= scene.sentence.from
            && l.of.is_some()
            && !a.reads(l.from.wrapping_sub(1), word!("per"))
            && (remark || l.kind == figure.kind && l.unit == figure.unit)
    };
    let own = figure.kind == FigureKind::Percent && a.reads(end, word!("for"));
    if (remark || compared && !own)
        && let Some(last) = scene.nearest(&same)
    {
        return of_figure(last);
    }
    if figure.change.is_some() {
        if let Some(text) = added_to(scene, start, end) {
            return Some(text);
        }
        if let Some(last) = change::goes_on(scene, figure, start) {
            return of_figure(last);
        }
        if matches!(figure.change, Some(Change::To | Change::From))
            && let Some(last) = scene.last_in_sentence().filter(|l| {
                // "were 3% higher at 34p" tells of the same shares.
                let turned = (l.to..start).any(|k| {
                    phrase::moves(scene, k) && !(k == l.to && a.is(k, class::PARTICLE))
                        || a.is(k, any!(BRINGS, COSTS))
                });
                l.change.is_some() && l.of.is_some() && !turned
            })
        {
            return of_figure(last);
        }
        // "will grow 1.6 percent, down 0.2 points": the second change is of the same thing.
        let last = scene.last_in_sentence().filter(|l| {
            let a = scene.article;
            let word = start.saturating_sub(FAR).max(l.to)..start;
            let turn = word.clone().find(|k| phrase::moves(scene, *k));
            l.of.is_some()
                && turn.is_some_and(|k| {
                    matches!(a.shape_before(k), Shape::Comma | Shape::Dash | Shape::Open)
                        && a.is(k, class::PARTICLE)
                        || a.is(k, class::CHANGE_NOUN)
                            && l.change.is_some()
                            && a.reads(start.wrapping_sub(1), word!("of"))
                            && !a.reads(end, word!("in"))
                })
        });
        if let Some(last) = last {
            return of_figure(last);
        }
        if change::gapped(scene, figure, start) {
            return before(scene, figure, start);
        }

        // "profits would be £30m lower", "closed 61.5p lower", "the deficit would reach $1.1 billion"
        let verb = start.wrapping_sub(1);
        let after = start > scene.sentence.from
            && (a.is(end, class::PARTICLE) && (a.is(verb, class::BE) || phrase::past(scene, verb))
                || a.reads(verb, word!("reach")));
        if after && let Some(text) = subject(scene, verb, figure) {
            return Some(text);
        }
        if let Some(found) = change::topic(scene, start) {
            return resolve(scene, found, figure).or_else(inherited);
        }
    }
    if a.reads(start.wrapping_sub(1), word!("which")) && a.reads(start.wrapping_sub(2), word!("of"))
    {
        return antecedent(scene, start);
    }
    // "a profit of £2.7m on turnover of £15m"
    let owned = start > scene.sentence.from
        && (a.reads(start - 1, word!("of"))
            || a.reads(start - 1, word!("worth"))
            || figure.kind == FigureKind::Money && a.reads(start - 1, word!("for")));
    if owned && let Some(text) = before(scene, figure, start) {
        return Some(text);
    }

    // "£120 more for energy"
    let more = a.is(end, class::MORE_WORD) && a.reads(end + 1, word!("for"));
    // "cap the price of oil at $35 for people without it": the price.
    let capped = a.reads(start.wrapping_sub(1), word!("at")) && a.reads(end, word!("for"));
    if !capped && let Some(text) = purpose(scene, figure, end + usize::from(more)) {
        return Some(text);
    }
    before(scene, figure, start).or_else(inherited)
}

/// The words of the noun phrase that starts at `at`.
#[inline(never)]
fn ahead(scene: &Scene<'_, '_>, at: usize) -> Option<String> {
    phrase::ahead(scene, at, scene.sentence.to).map(|r| phrase::text(scene, r))
}

/// The words of the noun phrase that ends before `end`.
#[inline(never)]
fn behind(scene: &Scene<'_, '_>, end: usize) -> Option<String> {
    phrase::behind(scene, end, scene.sentence.from).map(|r| phrase::text(scene, r))
}

/// The words of the subject of the verb at `verb`.
#[inline(never)]
fn subject(scene: &Scene<'_, '_>, verb: usize, figure: &Figure) -> Option<String> {
    phrase::subject(scene, verb).and_then(|found| resolve(scene, found, figure))
}

/// What the figure before this one counts, in the same sentence.
#[inline(never)]
fn last_of(scene: &Scene<'_, '_>) -> Option<String> {
    scene.last_in_sentence().and_then(of_figure)
}

/// What a figure counts.
#[inline(never)]
fn of_figure(figure: &Figure) -> Option<String> {
    figure.of.clone()
}

/// The words of a subject; what a pronoun stands for is taken from the figure before, or the sentence's first phrase.
fn resolve(scene: &Scene<'_, '_>, subject: Subject, figure: &Figure) -> Option<String> {
    match subject {
        // "982,000 people, a figure expected to reach 1.4m"
        Subject::Phrase((from, to))
            if to == from + 1
                && scene.article.reads(from, word!("figure"))
                && scene.last_in_sentence().is_some() =>
        {
            last_of(scene)
        }
        Subject::Phrase(range) => Some(phrase::text(scene, range)),
        // "adds £31 to the cost, taking it to £540"
        Subject::Pronoun(at)
            if scene.article.is(at.wrapping_sub(1), class::BRINGS)
                && scene.last_in_sentence().is_some_and(|l| l.of.is_some()) =>
        {
            last_of(scene)
        }
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
            scene
                .nearest(&|f| f.change.is_some())
                .or_else(|| scene.nearest(&|f| f.kind == figure.kind && f.unit == figure.unit))
                .and_then(of_figure)
        }
    }
}

/// The noun phrase right behind the figure, or behind its "of".
fn direct(scene: &Scene<'_, '_>, figure: &Figure, end: usize) -> Option<String> {
    let a = scene.article;
    let limit = scene.sentence.to;
    let text = |at: usize| part(scene, at).map(|r| phrase::text(scene, r));
    let mut at = end;
    if let Some(hit) = a.find(at, class::MODIFIER_AFTER) {
        at += hit.len;
    }
    if a.reads(at, word!("of")) {
        // "debt fell to 61% of GDP" is about the debt.
        let base =
            a.shape(at + 1) == Shape::Upper || a.reads_any(at + 1, &words!["gross", "output"]);
        if base && figure.kind == FigureKind::Percent && figure.change.is_some() {
            return None;
        }
        if a.is(at + 1, class::OBJECT_PRONOUN)
            && !(a.is(at + 1, class::POSSESSIVE)
                && (phrase::nominal(scene, at + 2) || scene.claims_number(at + 2)))
        {
            return None;
        }
        // "43 residents, 19 of whom"
        if a.reads(at + 1, word!("whom")) || a.reads(at + 1, word!("which")) {
            return antecedent(scene, figure.from);
        }
        // "31% of those stopped", "46% of all those below the line"
        let those = at + 1 + usize::from(a.reads(at + 1, word!("all")));
        if a.reads(those, word!("those")) {
            let below = a.is(those + 1, class::PREPOSITION);
            let to = phrase::ahead(scene, those + 2, limit).filter(|_| below).map(|r| r.1);
            let stopped = phrase::past(scene, those + 1).then_some(those + 2);
            if let Some(to) = to.or(stopped) {
                return Some(phrase::text(scene, (those, to)));
            }
        }
        return text(at + 1);
    }
    // "20 days’ notice", "two years’ pay"
    if a.gap(at) == Gap::None
        && matches!(a.shape(at), Shape::SingleClose | Shape::SingleStraight)
        && a.word(at.wrapping_sub(1)).ends_with('s')
        && a.gap(at + 1) == Gap::Space
        && phrase::nominal(scene, at + 1)
    {
        return text(at + 1);
    }
    // "two more boats", "85 fewer pilots", "7% more water tax"
    if a.is(at, class::MORE_WORD) && a.gap(at) == Gap::Space {
        let noun = phrase::nominal(scene, at + 1)
            && !phrase::verbal(scene, at + 1)
            && (!a.is(at + 1, class::COMPARED) || phrase::nominal(scene, at + 2))
            && (!participle(scene, at + 1) || phrase::nominal(scene, at + 2));
        return if noun { text(at + 1) } else { None };
    }
    // "a £2,500 “golden hello”"
    if a.shape(at).is_quote_mark() && a.gap(at) == Gap::Space {
        at += 1;
    }
    // "£8,000 worth of tools"
    if figure.kind == FigureKind::Money
        && a.reads(at, word!("worth"))
        && a.reads(at + 1, word!("of"))
    {
        return text(at + 2);
    }
    // "nine times its estimate", "half a system"
    let half = figure.kind == FigureKind::Fraction && figure.to == figure.from + 1;
    if (figure.kind == FigureKind::Multiple || half) && a.is(at, any!(POSSESSIVE, DETERMINER)) {
        return text(at);
    }
    let tied = a.shape(at) == Shape::Hyphen && a.gap(at) == Gap::None;
    let at = if tied { at + 1 } else { at };
    if a.reads(at, word!("strong")) {
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
    let counted = matches!(figure.kind, FigureKind::Count | FigureKind::Fraction);
    let due = a.reads(at, word!("due")) && a.reads(at + 1, word!("to"))
        || counted && participle(scene, at) && !tied && !phrase::nominal(scene, at + 1);
    let does = figure.kind == FigureKind::Fraction
        && phrase::verbal(scene, at)
        && a.is(at + 1, any!(PRONOUN, SUBORDINATOR, DETERMINER));
    if due || does || manner && !phrase::nominal(scene, at + 1) {
        return None;
    }
    if counted && tied {
        return Some(a.word(at).to_string());
    }
    // "rose 4% year on year"
    if figure.kind == FigureKind::Percent
        && a.is(at, class::TIME_UNIT)
        && a.is(at + 1, class::PREPOSITION)
    {
        return None;
    }
    // "the 16 recommended", "71% full"
    if a.is(at, any!(MEASURED, COMPARED)) && !phrase::nominal(scene, at + 1) {
        return None;
    }
    let range = phrase::ahead(scene, at, limit)?;
    // "11 “ghost” suppliers"
    let marked = a.shape_before(at).is_quote_mark()
        && a.shape(range.1).is_quote_mark()
        && a.gap(range.1 + 1) == Gap::Space;
    if marked && let Some(noun) = phrase::ahead(scene, range.1 + 1, limit) {
        return Some(phrase::text(scene, (at - 1, noun.1)));
    }
    // "rating three poor and six good", "a gang of five stole a car": more than one would be in the plural.
    let many = figure.kind == FigureKind::Count
        && !tied
        && (figure.value.is_some_and(|v| v > 1.0) || figure.range.is_some())
        && a.shape(at) == Shape::Lower
        && !(range.0..range.1).any(|k| phrase::plural(scene, k) || a.shape(k) != Shape::Lower);
    if many {
        // "seven say buy"
        if (phrase::past(scene, at) || a.is(at, class::VERB_BASE)) && range.1 > at + 1 {
            return None;
        }
        let last = scene.last_in_sentence().filter(|l| l.kind == FigureKind::Count);
        if range.1 == at + 1
            && !a.reads(range.1, word!("of"))
            && let Some(last) = last.filter(|l| l.of.is_some() && l.value.is_none_or(|v| v > 1.0))
        {
            return of_figure(last);
        }
    }
    // "17 falls in six weeks" are counted.
    let falls = figure.kind == FigureKind::Count && phrase::plural(scene, range.1 - 1);
    if !falls
        && (a.is(range.0, class::CHANGE_NOUN) && range.1 == range.0 + 1
            || phrase_of_change(scene, range))
    {
        let led = a.reads_any(range.1, &words!["in", "on", "to", "of", "for"]);
        let lone = range.1 == range.0 + 1;
        return match () {
            () if led && !scene.claims_number(range.1 + 1) => text(range.1 + 1),
            () if lone => None,
            () => Some(phrase::text(scene, (range.0, range.1 - 1))),
        };
    }
    if a.is(at, class::COMPARED) && range.1 == at + 1
        || phrase::moves(scene, at) && a.reads(at + 1, word!("from"))
    {
        return None;
    }
    if figure.kind == FigureKind::Duration {
        let hyphen = tied || (figure.from..figure.to).any(|k| a.shape(k) == Shape::Hyphen);
        return hyphen.then(|| phrase::text(scene, range));
    }
    if !counted {
        // "5 percent prefer Jones": a verb with its object, no noun.
        let object = a.is(at + 1, any!(DETERMINER, POSSESSIVE, OBJECT_PRONOUN, SUBORDINATOR))
            || a.shape(at + 1).is_capital()
            || a.reads(at + 1, word!("to"))
            || a.is(at + 1, class::ADVERB);
        let share = figure.kind == FigureKind::Percent
            && a.shape(at) == Shape::Lower
            && a.shape(at + 1) == Shape::Title;
        // "its 3.75% notes": a noun whatever else the word may be.
        let owned = a.is(figure.from.wrapping_sub(1), any!(DETERMINER, POSSESSIVE))
            || a.shape_before(figure.from) == Shape::Clitic;
        let verb = !owned && share
            || !owned
                && phrase::verbal(scene, at)
                && (object || a.is(at, class::VERB_PAST) || a.is(at, class::VERB_S))
            || a.word(at).ends_with("ed")
                && !(phrase::nominal(scene, at + 1) && a.gap(at + 1) <= Gap::Space)
            || a.is(at, class::ADVERB)
            || a.is(at, class::MEASURED);
        if verb {
            return None;
        }
    }
    Some(phrase::text(scene, range))
}

/// The phrase before the comma that opens "19 of whom" or "of which 30 per cent".
#[inline(never)]
fn antecedent(scene: &Scene<'_, '_>, from: usize) -> Option<String> {
    let low = scene.sentence.from;
    let comma = (low..from).rev().take(LIST).find(|k| scene.article.shape(*k) == Shape::Comma)?;
    // "where 19 boats had been kept, eight of which": the figure before.
    if phrase::past(scene, comma.wrapping_sub(1)) { last_of(scene) } else { behind(scene, comma) }
}

/// The phrase behind "of"; of an owner's numbered things, the things: "30 of the island’s 44 mills".
fn part(scene: &Scene<'_, '_>, at: usize) -> Option<phrase::Range> {
    let a = scene.article;
    let range = phrase::ahead(scene, at, scene.sentence.to)?;
    let owner = usize::from(a.reads_clitic_s(range.1) || a.shape(range.1).is_quote_mark());
    let at = range.1 + owner;
    if owner == 0 || a.gap(at) != Gap::Space {
        return Some(range);
    }
    let number = super::amount::read(a, at, scene.sentence)
        .map_or_else(|| numbers::read(a, at, false).map(|n| n.to), |f| Some(f.to));
    let things = number.and_then(|to| phrase::ahead(scene, to, scene.sentence.to));
    Some(things.unwrap_or(range))
}

/// Whether a word that stands where a noun might is a participle or past form: "17 related to tides".
#[inline(never)]
fn participle(scene: &Scene<'_, '_>, at: usize) -> bool {
    let word = scene.article.word(at);
    phrase::past(scene, at)
        && !word.ends_with("eed")
        && !word.ends_with('s')
        && !scene.article.is(at, class::PLURAL_NOUN)
}

/// Whether a kind tells a part of something.
#[inline(never)]
fn shares(kind: FigureKind) -> bool {
    matches!(kind, FigureKind::Percent | FigureKind::Fraction)
}

/// What the pronoun behind "of" stands for: what the nearest figure before counts, for "them" in the plural.
fn meant(scene: &Scene<'_, '_>, at: usize, start: usize) -> Option<String> {
    let a = scene.article;
    let many = a.reads(at, word!("them"));
    let fits = |f: &Figure| {
        f.of.is_some() && (!many || matches!(f.kind, FigureKind::Count | FigureKind::Fraction))
    };
    let known = scene.nearest(&fits);
    // "Volunteers wore trackers, and 91% of them": the plural before the verb.
    if many && known.is_none() {
        let low = scene.before;
        let verb = (low..start).rev().find(|k| {
            *k > low
                && phrase::plural(scene, *k - 1)
                && (a.is(*k, class::AUXILIARY)
                    || phrase::past(scene, *k)
                    || phrase::verbal(scene, *k))
        })?;
        return phrase::behind(scene, verb, low).map(|r| phrase::text(scene, r));
    }
    // "Shares in the group, which has 300m of them": the figure stands in a clause about the thing itself.
    let here = known.is_some_and(|f| f.from >= scene.sentence.from);
    if !here && many && a.is(start.wrapping_sub(1), class::HAVE) {
        return phrase::ahead(scene, scene.sentence.from, start).map(|r| phrase::text(scene, r));
    }
    known.and_then(of_figure)
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
        let joined = a.reads_any(next, &words!["or", "and", "to", "but"]);
        if !comma && !joined {
            return None;
        }
        let number = numbers::read(a, next + usize::from(joined), false)?;
        at = number.to;
        if phrase::nominal(scene, at) && a.gap(at) == Gap::Space {
            return ahead(scene, at);
        }
    }
    None
}

/// Tokens before money in which somebody is fined.
const FINE: usize = 8;

/// Tokens before an "at" in which somebody puts a thing there.
const PUT: usize = 12;

/// Tokens before a place in which the verb stands.
const PLACE: usize = 10;

/// Tokens before a duration in which somebody waits.
const WAIT: usize = 4;

/// What an amount is added to or taken off: "add £31 a month to the cost", "knocking £2bn off its value".
fn added_to(scene: &Scene<'_, '_>, start: usize, end: usize) -> Option<String> {
    let a = scene.article;
    if let Some((_, at)) = change::passive_sum(scene, end) {
        return ahead(scene, at);
    }
    let verb = (start.saturating_sub(2)..start).rev().find(|k| phrase::moves(scene, *k))?;
    let added = a.is(verb, class::ADDS) && a.reads(end, word!("to"));
    let taken =
        a.is(verb, class::TAKES_OFF) && (a.reads(end, word!("off")) || a.reads(end, word!("from")));
    if !(added || taken) || scene.claims_number(end + 1) {
        return None;
    }
    let dated = scene.claims.owner(end + 1) == Owner::Date;
    let number = numbers::read(a, end + 1, false).is_some();
    (!dated && !number)
        .then(|| phrase::ahead(scene, end + 1, scene.sentence.to))
        .flatten()
        .map(|r| phrase::text(scene, r))
}

/// What money is for, or a share is of: "£25m on its warehouse", "91% for child protection".
fn purpose(scene: &Scene<'_, '_>, figure: &Figure, mut end: usize) -> Option<String> {
    let a = scene.article;
    let timed =
        |at| super::amount::read(a, at, scene.sentence).filter(|f| f.kind == FigureKind::Duration);
    if figure.kind == FigureKind::Money {
        // "£50m over 10 years to fund the repairs", "£12m over the next five years in"
        let mut over = end + 1;
        while a.is(over, any!(DETERMINER, OF_FIRST)) && over < end + WAIT {
            over += 1;
        }
        if a.is(end, class::PREPOSITION)
            && let Some(years) = timed(over)
        {
            end = years.to;
        }
        // "£1.1bn would go on roads"
        let mut verb = end;
        while a.is(verb, class::AUXILIARY) && verb < end + WAIT {
            verb += 1;
        }
        if let Some(hit) = a.find(verb, class::SPENT) {
            end = verb + hit.len;
        }
    }
    let mut at = end + 1;
    let led = match figure.kind {
        // "£16m to settle claims"
        FigureKind::Money if a.reads(end, word!("to")) => {
            at += 1;
            a.is(at - 1, class::PURPOSE_VERB)
        }
        // "fined the port £4m for 37 faults": the port pays.
        FigureKind::Money if a.reads(end, word!("for")) => {
            let from = figure.from;
            !(from.saturating_sub(FINE)..from).any(|k| a.is(k, class::FINED))
        }
        FigureKind::Money => a.is(end, class::PURPOSE) || a.reads(end, word!("in")),
        // "support of 91% for a bridge"; not "left its rate at 4% for a month"
        FigureKind::Percent => {
            a.reads(end, word!("for")) && !a.reads(figure.from.wrapping_sub(1), word!("at"))
        }
        // "wait 45 days, on average, for a licence"
        FigureKind::Duration => {
            let from = figure.from;
            let waits = (from.saturating_sub(WAIT)..from).any(|k| a.is(k, class::WAITS));
            let aside = a.shape(end) == Shape::Comma && a.shape(end + 3) == Shape::Comma;
            at += if aside { 4 } else { 0 };
            waits && a.reads(at - 1, word!("for"))
        }
        _ => false,
    };
    if !led || timed(at).is_some() || scene.claims.owner(at) == Owner::Date {
        return None;
    }
    // "to hire 40 nurses", "for 450 homes"; not "£68 for two"
    if let Some(number) = numbers::read(a, at, false) {
        at = number.to;
        if a.reads(end, word!("in")) || !phrase::nominal(scene, at) || a.gap(at) != Gap::Space {
            return None;
        }
    }
    if scene.claims_number(at) {
        return None;
    }

    let range = phrase::ahead(scene, at, scene.sentence.to)?;
    // "for repairing roads"; not "towards policing"
    let gerund = a.shape(range.0) == Shape::Lower
        && a.word(range.0).ends_with("ing")
        && (range.1 > range.0 + 1 || a.is(range.1, any!(DETERMINER, POSSESSIVE)));
    // "in its first week", "for the quarter"
    let period = a.is(range.1 - 1, class::TIME_UNIT);
    let place = a.reads(end, word!("in")) && a.shape(range.0) != Shape::Lower;
    (!gerund && !place && !period).then(|| phrase::text(scene, range))
}

/// What stands before the figure: "an average of", "population", "The Spark (", "Pay is".
fn before(scene: &Scene<'_, '_>, figure: &Figure, start: usize) -> Option<String> {
    let a = scene.article;
    let low = scene.sentence.from;
    let mut end = start;
    let mut linked = false;
    // "a margin of error of plus or minus 4 points", "a score of “up to 9”"
    if a.reads(start, word!("from")) || a.reads(start, word!("at")) && start + 1 == figure.from {
        end = start + 1;
    }
    while end > low
        && (a.is(end - 1, any!(DETERMINER, FILLER, EXTRA, BETWEEN, FIGURE_ADVERB))
            || adjective(scene, figure, end)
            || sum(scene, end)
            || a.shape_before(end).is_quote_mark()
            || matches!(a.shape_before(end), Shape::Symbol | Shape::Slash)
            || a.shape_before(end) == Shape::Hyphen && a.shape(end.wrapping_sub(2)) == Shape::Slash)
        && !a.is(end - 1, class::RELATIVE)
        // "bills, which average £603"
        && !(a.is(end - 1, class::COSTS) && a.is(end.wrapping_sub(2), class::RELATIVE))
    {
        end -= 1;
    }
    if let Some(found) = led::read(scene, figure, end) {
        return match found {
            led::Led::By(subject) => resolve(scene, subject, figure),
            led::Led::Elided => {
                // "one class has 31": the pupils of the figures before.
                let of =
                    |f: &Figure| f.kind == figure.kind && f.value != Some(1.0) && f.of.is_some();
                scene.nearest(&of).and_then(of_figure)
            }
        };
    }
    let at = end.checked_sub(1).filter(|at| *at >= low)?;
    let phrase_before = |end: usize| phrase::behind(scene, end, low);
    let whole = |end: usize| -> Option<String> {
        // "core earnings (EBITDA) of"
        let end = if a.shape_before(end) == Shape::Close {
            phrase::over_insertion(scene, end, low)
        } else {
            end
        };
        let (from, to) = phrase_before(end)?;
        // "margin of error of 4%"
        let from = if a.reads(from.wrapping_sub(1), word!("of")) && from > low {
            phrase_before(from - 1).map_or(from, |r| r.0)
        } else {
            from
        };
        Some(phrase::text(scene, (from, to)))
    };
    if a.reads(at, word!("of")) || a.shape(at) == Shape::Open || a.shape(at) == Shape::Colon {
        // "the first payment, of £5,000,"
        if a.shape_before(at) == Shape::Comma && at > low + 1 {
            return whole(at - 1);
        }
        let number = scene.claims_number(at.wrapping_sub(1));
        // "were up 6% after touching an all-time high of £4": the shares.
        let high = a.is(at.wrapping_sub(1), class::EXTREME) && a.reads(at, word!("of"));
        if let Some(last) = scene.last_in_sentence().filter(|l| high && l.change.is_some()) {
            return of_figure(last);
        }
        return if number || a.is(at.wrapping_sub(1), class::NOT_OF) { None } else { whole(at) };
    }
    if a.shape(at) == Shape::Clitic {
        // "This month it’s £8m."
        if a.is(at.wrapping_sub(1), class::PRONOUN) && at > low {
            return resolve(scene, Subject::Pronoun(at - 1), figure);
        }
        return if figure.kind == FigureKind::Count { None } else { whole(at) };
    }
    if a.reads(at, word!("worth")) {
        // "the offer is worth 5%"
        let verb = at.wrapping_sub(1);
        if at > low && a.is(verb, class::AUXILIARY) {
            return subject(scene, verb, figure);
        }
        // "The fund, worth £3bn,"
        return whole(at - usize::from(at > low && a.shape(verb) == Shape::Comma));
    }
    // "Ticket prices range from £12 to £45", "dinner for four came to £90"
    let ranges = a.reads(at, word!("from")) && a.is(at.wrapping_sub(1), class::RANGES)
        || a.reads(at, word!("to")) && a.is(at.wrapping_sub(1), class::COMES_TO);
    if ranges && at > low {
        return subject(scene, at - 1, figure);
    }
    let compared = a.is(at.wrapping_sub(1), class::COMPARED);
    let on = a.reads(at, word!("on")) && figure.kind == FigureKind::Percent;
    if (a.reads(at, word!("at")) || a.reads(at, word!("with")) || on) && !compared {
        linked = true;
        end = at;
        // "put the gap for the coming year at £21m"
        let puts = |k: &usize| a.reads(*k, word!("put")) || a.reads(*k, word!("puts"));
        if let Some(put) = (low..end).rev().take(PUT).find(puts)
            && let Some(Subject::Phrase(range)) = phrase::object(scene, put, end)
        {
            return Some(phrase::text(scene, range));
        }
        // "Attendance among girls, at 91%,"
        if a.shape(end.wrapping_sub(1)) == Shape::Comma {
            let found = phrase::object(scene, low, end - 1);
            return found.and_then(|found| resolve(scene, found, figure));
        }
    }
    if a.reads(at, word!("from")) && a.is(at.wrapping_sub(1), class::PRICE_FROM) {
        let price = phrase_before(at).filter(|_| !phrase::verbal(scene, at - 1));
        return price.map(|r| phrase::text(scene, r)).or_else(|| subject(scene, at - 1, figure));
    }
    let verb = end.wrapping_sub(1);
    if end <= low {
        return None;
    }

    let copula = a.is(verb, any!(BE, AUXILIARY));
    // "put her lead at 1 point": a noun whatever else the word may be.
    let (left, far) = (verb.wrapping_sub(1), verb.wrapping_sub(2));
    let owned = linked
        && (a.is(left, any!(DETERMINER, POSSESSIVE))
            || a.shape(left) == Shape::Clitic && !a.is(far, class::PRONOUN)
            // "a single hit at 20 mph"
            || phrase::nominal(scene, left) && a.reads(far, word!("a")))
        // "at speeds below 25 mph"
        || verb > low
            && a.is(left, class::PREPOSITION)
            && !a.reads(left, word!("to"))
            && !a.word(verb).ends_with("ing")
        // "tickets £27.50"
        || phrase::plural(scene, verb)
            && (verb == low || !a.shape(left).is_word() && a.shape(left) != Shape::Clitic)
        // "cap insulin costs at $35"
        || linked && (a.reads(verb, word!("costs")) || phrase::past(scene, left) && phrase::plural(scene, verb));
    let ending = a.shape(verb) == Shape::Lower
        && !owned
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
        let ended = subject(scene, verb, figure);
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

/// "a ‘modest’ 45", "a miserly £5": an adjective between an article and the number.
fn adjective(scene: &Scene<'_, '_>, figure: &Figure, end: usize) -> bool {
    let a = scene.article;
    let at = end - 1;
    let mut low = at;
    while low > scene.sentence.from && a.shape_before(low).is_quote_mark() {
        low -= 1;
    }
    let led = a.reads(low.wrapping_sub(1), word!("a")) || a.reads(low.wrapping_sub(1), word!("an"));
    let kinds = matches!(figure.kind, FigureKind::Count | FigureKind::Percent | FigureKind::Money);
    led && kinds
        && low > scene.sentence.from
        && a.shape(at) == Shape::Lower
        && phrase::nominal(scene, at)
        && !a.is(at, class::PRICE_NOUN)
}

/// "a total of £5m": the words of a sum say nothing of what it is.
fn sum(scene: &Scene<'_, '_>, end: usize) -> bool {
    let a = scene.article;
    // "against a national average of 45%" says of what.
    let total =
        |at: usize| a.is(at, class::SUM_NOUN) && a.is(at.wrapping_sub(1), any!(DETERMINER, FILLER));
    total(end - 1) && a.reads(end, word!("of"))
        || a.reads(end - 1, word!("of")) && total(end.wrapping_sub(2))
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
        return of_figure(last);
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
    // "In a survey of 2,100 nurses, 44% said"
    let verb = phrase::past(scene, figure.to) || phrase::verbal(scene, figure.to);
    let counted = scene
        .last_in_sentence()
        .filter(|l| shares(figure.kind) && verb && l.kind == FigureKind::Count && l.of.is_some());
    if let Some(counted) = counted {
        return of_figure(counted);
    }
    scene
        .nearest(&|f| {
            (f.kind == figure.kind || shares(f.kind) && shares(figure.kind))
                && f.of.is_some()
                && !scene.article.reads(f.from.wrapping_sub(1), word!("per"))
        })
        .and_then(of_figure)
}

/// Most tokens of a fronted "of the 90 boats lost in May".
const FRONT: usize = 30;

/// "Among likely voters, 46 percent would choose Clinton", "Of the 90 boats lost, 17 were new"; the figure
/// stands behind the comma.
fn among(scene: &Scene<'_, '_>, start: usize) -> Option<String> {
    let a = scene.article;
    let mut first = scene.sentence.from + usize::from(a.shape(scene.sentence.from).is_quote_mark());
    first += usize::from(a.is(first, class::CONJUNCTION));
    if !(a.reads(first, word!("among")) || a.reads(first, word!("of"))) {
        return None;
    }
    if !(first..start.min(first + FRONT)).any(|k| a.shape(k) == Shape::Comma) {
        return None;
    }
    let mut at = first + 1;
    while at < first + FRONT && a.is(at, any!(DETERMINER, POSSESSIVE, ORDINAL, OF_FIRST)) {
        at += 1;
    }
    if let Some(number) = numbers::read(a, at, false) {
        at = number.to;
    }
    if participle(scene, at) && !phrase::nominal(scene, at + 1) {
        return None;
    }
    part(scene, at).filter(|r| r.1 < start).map(|r| phrase::text(scene, r))
}

/// Who is of an age: the noun behind it, the name before it, or the person named last.
fn person(scene: &Scene<'_, '_>, figure: &Figure, start: usize) -> Option<String> {
    let a = scene.article;
    let mut at = figure.to;
    if a.shape(at) == Shape::Hyphen {
        at += 1;
    }
    at += usize::from(a.reads(at, word!("old")));
    let adjective = at > figure.to || a.reads(at.wrapping_sub(1), word!("old"));
    // "Ida Moor, a 41-year-old baker": the name.
    let mut led = start.saturating_sub(2);
    let apposed = start > 2
        && a.reads(start - 1, word!("a"))
        && a.shape(led) == Shape::Comma
        && a.shape(led - 1) == Shape::Title;
    if !apposed {
        led = start;
    }
    // "The 41-year-old electrician" of a sentence is somebody named before.
    let known = start == scene.sentence.from + 1
        && a.reads(start - 1, word!("the"))
        && a.is(at, any!(PERSON_NOUN, ROLE))
        && scene.names.within(start.saturating_sub(NEAR), start).next().is_some();
    if adjective
        && !known
        && !apposed
        && phrase::nominal(scene, at)
        && a.shape(at).is_word()
        && !phrase::verbal(scene, at)
        && a.gap(at) <= Gap::Space
    {
        return ahead(scene, at);
    }
    let low = scene.sentence.from;
    // "a boy of 12", "nurses were over 60"
    let mut end = led - usize::from(led > low && a.is(led - 1, class::AGE_OF));
    while end > low
        && (matches!(a.shape(end - 1), Shape::Comma | Shape::Open | Shape::Dash)
            || a.is(end - 1, any!(AGE_LINK, AGE_EVENT, AGE_VERB, BETWEEN)))
    {
        end -= 1;
    }
    let mut from = end;
    while from > low
        && end - from < NAME
        && (a.shape_before(from).is_capital() || a.shape(from - 1) == Shape::Hyphen)
    {
        from -= 1;
    }
    while from < end && !a.shape(from).is_capital() {
        from += 1;
    }
    // "those aged between 60 and 74"
    if a.reads(end.wrapping_sub(1), word!("those")) {
        return Some(a.wording(end - 1, end));
    }
    if from < end && !a.is(from, class::PRONOUN) && !adjective {
        return Some(phrase::text(scene, (from, end)));
    }
    if !adjective
        && !a.is(end.wrapping_sub(1), class::PRONOUN)
        && let Some(range) = phrase::behind(scene, end, low)
    {
        // "Her coach, Tom Reed, a retired fireman of 71": the name.
        let comma = range.0.wrapping_sub(2);
        let named = a.shape(comma) == Shape::Comma && a.reads(comma + 1, word!("a"));
        let name = scene.names.within(low, comma).next_back().filter(|m| named && m.to == comma);
        let range = name.map_or(range, |m| (m.from, m.to));
        return Some(phrase::text(scene, range));
    }
    // "The judge told the 33-year-old": somebody else than the clause is about.
    let mut until = figure.from;
    if adjective && a.is(until.wrapping_sub(1), class::DETERMINER) {
        let verb = until.wrapping_sub(2);
        if phrase::past(scene, verb) || phrase::verbal(scene, verb) {
            until = low;
        }
    }
    last_person(scene, until)
}

/// The person named last before token `until`.
#[inline(never)]
fn last_person(scene: &Scene<'_, '_>, until: usize) -> Option<String> {
    let known = scene.names.within(until.saturating_sub(NEAR), until);
    known
        .rev()
        .find(|m| scene.names.is(m.entity, EntityKind::Person))
        .and_then(|m| scene.names.entity(m.entity))
        .map(|e| e.name.clone())
}

/// How far back the person of an age is looked for, in tokens.
const NEAR: usize = 80;
