//! Runs of capitalised words: where names stand, with their titles and roles told apart.
//!
//! Tokens in, runs out. What a run names is decided in [`super`].

use super::evidence;
use crate::article::Article;
use crate::blocks::{Block, BlockKind};
use crate::lexicon::{Class, WordId, class};
use crate::sentences::Sentence;
use crate::tokens::{Gap, Shape, is_small};
use std::collections::BTreeSet;

/// A run of words that may be a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// First token of the mention: the title, else the name.
    pub from: usize,
    /// First token of the name itself.
    pub name_from: usize,
    /// Token after the name.
    pub name_to: usize,
    /// Token after the mention ("KC" and "MP" included).
    pub to: usize,
    /// Where a role in capitals begins that stands before the name ("Prime Minister Theresa May").
    pub role_from: usize,
    /// Where that role, or a title inside the run, begins behind a name of its own ("Norton Police Sgt. Ann Day").
    pub prefix_to: usize,
    /// Whether a title stands before the name.
    pub title: bool,
    /// Whether a role stands before the name.
    pub role: bool,
    /// Whether "MP", "OBE" or the like follows.
    pub suffix: bool,
    /// Whether it is one word that opens a sentence, so that its capital says little.
    pub weak: bool,
}

impl Run {
    /// A name without anything before or behind it.
    fn of(from: usize, to: usize) -> Run {
        Run {
            from,
            name_from: from,
            name_to: to,
            to,
            role_from: from,
            prefix_to: from,
            title: false,
            role: false,
            suffix: false,
            weak: false,
        }
    }
}

/// Most marks and brackets that may open a sentence before its first word.
const OPENERS: usize = 4;

/// Tokens that the list of a department's subjects may have before its "and".
const LISTED: usize = 10;

/// Longest name in tokens, with its hyphens and joining words.
const LONGEST: usize = 24;

/// Words that open sentences with a capital and are no names.
const FUNCTION: Class = any!(
    DETERMINER,
    PREPOSITION,
    CONJUNCTION,
    SUBORDINATOR,
    PRONOUN,
    AUXILIARY,
    POSSESSIVE,
    ADVERB,
    NEGATION,
    OBJECT_PRONOUN,
    TIME_NOUN,
    NUMBER_WORD
);

/// All runs in text order.
pub fn find(article: &Article<'_>, blocks: &[Block], sentences: &[Sentence]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut known: BTreeSet<u64> = BTreeSet::new();
    let mut surnames: BTreeSet<u64> = BTreeSet::new();
    for sentence in sentences {
        let Some(block) = blocks.get(sentence.block).filter(|b| super::is_read(b)) else {
            continue;
        };
        let headline = block.kind == BlockKind::Headline
            || sentence.from < OPENERS && article.is_title(sentence.from, sentence.to);
        let mut next = sentence.from;
        for i in article.which(sentence.from..sentence.to, |token| may_name(token.shape)) {
            if i < next || !is_name_word(article, i) {
                continue;
            }
            let opens = opens_sentence(article, i, sentence.from);
            let limit = if headline { verb_after(article, i, sentence.to) } else { sentence.to };
            let surname = surnames.contains(&super::key(article.word(i)));
            if let Some(mut run) = run_at(article, i, limit, opens, surname) {
                if let Some(mut body) = prefix(article, i, &run) {
                    body.weak = opens && body.name_to == body.name_from + 1;
                    runs.push(body);
                }
                run.weak = opens
                    && run.name_to == run.name_from + 1
                    && (article.shape(run.name_from) != Shape::Upper || shouts(article, i))
                    && !run.title;
                run.weak |= headline && !run.title;
                if run.name_to > run.name_from + 1
                    && (run.title
                        || run.role
                        || article.is(run.name_from, any!(GIVEN_MALE, GIVEN_FEMALE))
                            // "the Dale and Moor Trust"
                            && !article.is(run.name_to - 1, class::ORG_HEAD))
                {
                    surnames.insert(super::key(article.word(run.name_to - 1)));
                }
                if !run.weak {
                    for at in [run.name_from, run.name_to - 1] {
                        known.insert(super::key(article.word(at)));
                    }
                }
                next = run.to;
                runs.push(run);
            }
        }
    }
    // A capital that opens a sentence is a name if the word is one elsewhere, or only then a verb follows it.
    runs.retain_mut(|run| {
        let told = || {
            evidence::called(article, run).is_some()
                || evidence::recommends(article, run)
                || evidence::reviewed(article, run)
                // "Rovers, without a win,"
                || article.is(run.name_from, class::FOOTBALL)
                    && article.word(run.name_from).ends_with('s')
        };
        if run.weak && (acts(article, run) || told()) {
            run.weak = false;
            return true;
        }
        let word = super::key(article.word(run.name_from));
        let long = run.name_to > run.name_from + 1;
        run.weak &= long || !known.contains(&word);
        !run.weak
            || long && !is_title_case(article, run)
            || known.contains(&word)
            || named(article, run)
    });
    runs
}

/// Where a name in a headline must end: at the next verb, which may have a capital of its own.
fn verb_after(article: &Article<'_>, i: usize, limit: usize) -> usize {
    let names = any!(GIVEN_MALE, GIVEN_FEMALE, PLACE, ORG_HEAD);
    let reach = limit.min(i + LONGEST);
    let given = any!(GIVEN_MALE, GIVEN_FEMALE);
    (i + 1..reach)
        .find(|k| {
            article.is(*k, any!(VERB_S, VERB_PAST, AUXILIARY)) && !article.is(*k, names)
                // "Lee ‘The Diver’ May Search": no nickname.
                || article.shape(*k).is_quote_mark() && !article.is(k - 1, given)
        })
        .unwrap_or(limit)
}

/// In a headline in capitals each word has one: no names can be told.
fn is_title_case(article: &Article<'_>, run: &Run) -> bool {
    run.name_to - run.name_from > 4
        || article.shape(run.name_from) == Shape::Upper
            && article.shape(run.name_to - 1) == Shape::Upper
}

fn named(article: &Article<'_>, run: &Run) -> bool {
    let names = any!(ORG_KNOWN, PLACE, POWER_SEAT, GIVEN_MALE, GIVEN_FEMALE);
    article.find(run.name_from, names).is_some()
}

/// "Usdaw said": an unknown word that opens a sentence and reports.
fn acts(article: &Article<'_>, run: &Run) -> bool {
    let plain = any!(ROLE, ROLE_PLURAL, PERSON_NOUN, GROUP_NOUN, ORG_NOUN, DOC_NOUN, ORG_HEAD);
    let at = if article.is(run.to, any!(AUXILIARY, ADVERB)) { run.to + 1 } else { run.to };
    article.is(at, any!(SAY, SHOW))
        && !article.is(run.name_from, plain)
        && !article.word(run.name_from).ends_with('s')
}

/// "ANGRY manager Ann Day": the first word of a story in capitals.
fn shouts(article: &Article<'_>, i: usize) -> bool {
    article.gap(i) >= Gap::Line
        && article.word(i).len() > 4
        && article.shape(i + 1) == Shape::Lower
        // "RESIDENTS of the mill"
        && article.is(i + 1, any!(ROLE, ROLE_PLURAL, PERSON_NOUN, GROUP_NOUN, PREPOSITION))
}

fn opens_sentence(article: &Article<'_>, i: usize, from: usize) -> bool {
    let mut at = i;
    while at > from
        && i - at < OPENERS
        && (article.shape_before(at).is_quote_mark()
            || matches!(article.shape_before(at), Shape::Open | Shape::Bullet | Shape::Dash))
    {
        at -= 1;
    }
    at == from
        || article.shape_before(at) == Shape::Colon
        || article.shape_before(i).is_quote_mark() && article.gap(i) == Gap::None
}

/// Whether token `i` may be a word of a name.
fn is_name_word(article: &Article<'_>, i: usize) -> bool {
    let shape = article.shape(i);
    may_name(shape) && !(shape == Shape::Initialism && article.word(i).starts_with(is_small))
}

fn may_name(shape: Shape) -> bool {
    matches!(shape, Shape::Title | Shape::Upper | Shape::Capital | Shape::Mixed | Shape::Initialism)
}

/// The run that starts at token `i`, which may be a word of a name; `surname` if it ended somebody's before.
fn run_at(
    article: &Article<'_>,
    i: usize,
    limit: usize,
    opens: bool,
    surname: bool,
) -> Option<Run> {
    if article.reads(i, word!("i")) || article.reads(i, word!("former")) {
        return None;
    }
    // "Neighbouring Norton Council"
    if opens && article.is(i, class::NEARBY) && article.shape(i + 1).is_capital() {
        return None;
    }
    // "The Liberal Democrat MP for Norton": the party's name ends before the office.
    let party = article.find(i, class::ORG_KNOWN).filter(|hit| hit.len == 2);
    if party.is_some() && article.is(i + 1, class::PARTISAN) && article.is(i + 2, class::ROLE) {
        return Some(Run::of(i, i + 2));
    }
    // "Which? said": a body that is called by a question.
    let asks = article.shape(i + 1) == Shape::Question && article.gap(i + 1) == Gap::None;
    if asks && article.reads(i, word!("which")) && article.shape(i) == Shape::Title {
        let goes_on = !opens || article.shape(i + 2) == Shape::Lower || article.owns(i + 2);
        return goes_on.then(|| Run::of(i, i + 2));
    }
    let seat = article.is(i, class::NEGATION) && article.find(i, class::ORG_KNOWN).is_some();
    let function = article.is(i, FUNCTION) && !seat;
    let next_capital = is_name_word(article, i + 1) && article.gap(i + 1) == Gap::Space;
    let given = article.is(i, any!(GIVEN_MALE, GIVEN_FEMALE));
    // "His Majesty's Inspectorate of Constabulary"
    let crown = || {
        article.is(i, class::POSSESSIVE)
            && article.shape(i) == Shape::Title
            && article.find(i, any!(ORG_KNOWN, RATER)).is_some_and(|hit| hit.len > 2)
    };
    // "analyst Per Berg": behind a role there is a name.
    let behind_role = !opens
        && next_capital
        && article.shape(i) == Shape::Title
        && article.shape_before(i) == Shape::Lower
        && article.is(i.wrapping_sub(1), class::ROLE);
    // "the Three Rivers Trust"
    let counted = next_capital
        && article.is(i, class::NUMBER_WORD)
        && article.shape(i) == Shape::Title
        && article.reads(i.wrapping_sub(1), word!("the"));
    let named = behind_role || counted || crown();
    if function
        && !named
        && !(given && next_capital)
        // "The Evening Herald"
        && !(next_capital
            && article.is(i, class::TIME_NOUN)
            && article.is(i + 1, class::ORG_HEAD)
            && !article.is(i, class::MONTH))
        && (article.shape(i) != Shape::Upper
            || article.word(i).len() == 1
            || opens
            || article.is(i, class::AUXILIARY))
    {
        return None;
    }
    let end = extend(article, i, limit);
    split(article, i, end).or_else(|| {
        // "Farmer said", of Ann Farmer
        (surname && end == i + 1 && article.shape(i) == Shape::Title).then(|| Run::of(i, end))
    })
}

/// How far the run goes that starts at token `i`.
fn extend(article: &Article<'_>, i: usize, limit: usize) -> usize {
    let stop = limit.min(i + LONGEST);
    let known = article.find(i, any!(ORG_KNOWN, RATER)).map_or(1, |hit| hit.len);
    let last = article.shape(i + known - 1);
    // "No 10"
    let known = if last.is_capital() || last == Shape::Number { known } else { 1 };
    let mut to = (i + known).min(stop);
    let mut body = article.is(i, class::ORG_HEAD);
    while to < stop {
        let token = article.at(to);
        let next = to + 1;
        let step = match token.shape {
            Shape::Hyphen if token.gap == Gap::None && article.gap(next) == Gap::None => {
                hyphenated(article, to, stop)
            }
            Shape::Period
                if token.gap == Gap::None
                    && article.gap(next) == Gap::Space
                    && is_name_word(article, next) =>
            {
                // "It was a B. Norton said": a grade.
                let initial = article.shape(to - 1) == Shape::Capital
                    && !article.is(to.wrapping_sub(2), class::INDEFINITE);
                // "the Ministry of Justice. The": a sentence's end.
                let title = article.is(to - 1, any!(TITLE, TITLE_MALE, TITLE_FEMALE, ABBREVIATION))
                    && !article.is(next, any!(DETERMINER, PRONOUN));
                (initial || title).then_some(next + 1)
            }
            // "Norton School District 61", "Local 412"
            Shape::Number
                if token.gap == Gap::Space
                    && (article.reads(to - 1, word!("district")) && body
                        || article.reads(to - 1, word!("local")) && to == i + 1) =>
            {
                Some(next)
            }
            Shape::Ampersand if is_name_word(article, next) => {
                body = true;
                Some(next + 1)
            }
            Shape::Clitic if article.reads_clitic_s(to) => possessive(article, i, to, stop),
            // "Norton Carers' Forum"
            _ if token.gap == Gap::None && article.owns(to) => possessive(article, i, to, stop),
            Shape::Comma if token.gap == Gap::None => listed(article, i, to, stop),
            // "Minister of State at the Department of Health Ann Day"
            _ if body
                && (article.is(to, any!(GIVEN_MALE, GIVEN_FEMALE))
                    || known > 2 && to == i + known)
                && is_name_word(article, next)
                && article.gap(next) == Gap::Space
                && article.is(i, class::OF_HEAD)
                && article.find(i, class::ROLE).is_none()
                && article.is(i + 1, class::PREPOSITION)
                && !article.is(next, class::ORG_HEAD) =>
            {
                None
            }
            _ if token.gap == Gap::Space && is_name_word(article, to) => {
                let month = article.is(to, any!(MONTH, WEEKDAY))
                    && !article.is(to, any!(GIVEN_MALE, GIVEN_FEMALE))
                    && !article.is(to - 1, any!(GIVEN_MALE, GIVEN_FEMALE));
                let function = article.is(to, FUNCTION) && !article.is(to, class::AUXILIARY);
                let given = article.is(to - 1, any!(GIVEN_MALE, GIVEN_FEMALE));
                let alone = !given
                    && !is_told(article, i)
                    && function
                    && token.shape == Shape::Title
                    && !is_name_word(article, next);
                (!month && !alone).then_some(next)
            }
            Shape::Lower if token.gap == Gap::Space => joined(article, i, to, stop, body),
            shape if shape.is_quote_mark() && token.gap == Gap::Space => {
                nickname(article, to, stop)
            }
            _ => None,
        };
        let Some(step) = step else { break };
        body |= (to..step).any(|at| article.is(at, class::ORG_HEAD));
        to = step;
    }
    // "Norton Vale Hospitals NHS trust": the small words go on with the last in capitals.
    let last = to - 1;
    let goes_on = if last > i { article.find(last, class::SMALL_COUNCIL) } else { None };
    match goes_on {
        Some(hit) if last + hit.len <= stop => last + hit.len,
        _ if body => to,
        _ => to + small_council(article, i, to, stop),
    }
}

/// "Norton council", "Norton city council": how many small words more belong to the name of a council.
fn small_council(article: &Article<'_>, from: usize, to: usize, stop: usize) -> usize {
    let barred = any!(TITLE, DEMONYM, GIVEN_MALE, GIVEN_FEMALE, ORG_KNOWN, WEEKDAY, MONTH);
    // "the Royal Norton hospital", and not "Norton hospital"
    let the = || article.reads(from.wrapping_sub(1), word!("the"));
    let place = to - from <= 3
        && (!article.reads(to, word!("hospital")) || to > from + 1 && the())
        && (from..to)
            .all(|i| matches!(article.shape(i), Shape::Title | Shape::Upper | Shape::Hyphen))
        && article.find(from, barred).is_none()
        && article.gap(to) == Gap::Space
        && article.shape(to) == Shape::Lower;
    let hit = article.find(to, class::SMALL_COUNCIL).filter(|hit| place && to + hit.len <= stop);
    hit.map_or(0, |hit| hit.len)
}

/// "Stoke-on-Trent", "Al-Hassan", "Smith-Jones".
fn hyphenated(article: &Article<'_>, hyphen: usize, stop: usize) -> Option<usize> {
    let mut at = hyphen;
    while at + 1 < stop
        && article.shape(at) == Shape::Hyphen
        && article.gap(at + 1) == Gap::None
        && article.shape(at + 1).is_word()
    {
        at += 2;
        if article.gap(at) != Gap::None {
            break;
        }
    }
    (at > hyphen && is_name_word(article, at - 1)).then_some(at)
}

fn is_saint(article: &Article<'_>, i: usize) -> bool {
    article.reads_any(i, &words!["st", "saint"])
}

/// "King's College": the clitic belongs to a name whose last word is the head of a body.
fn possessive(article: &Article<'_>, from: usize, clitic: usize, stop: usize) -> Option<usize> {
    if article.find(from, class::ORG_KNOWN).is_some_and(|hit| from + hit.len == clitic + 1) {
        return Some(clitic + 1);
    }
    // "Norton County Sheriff's Office": of an officer.
    let office = article.is(clitic - 1, class::ROLE);
    let head = !office && (from..clitic).any(|i| article.is(i, class::ORG_HEAD));
    let known =
        article.find(from, any!(ORG_KNOWN, PLACE)).is_some_and(|hit| from + hit.len == clitic);
    let short = article.shape(clitic) == Shape::Clitic && !office;
    // "St. Ann's Hospital"
    let longest = if short { 2 + 2 * usize::from(article.reads(from, word!("st"))) } else { 6 };
    if head && short || known || clitic - from > longest {
        return None;
    }
    let mut to = clitic + 1;
    let of_e = |to: usize| article.reads(to, word!("of")) && article.word(to - 1) == "C";
    while to < stop && (is_name_word(article, to) || of_e(to)) && article.gap(to) == Gap::Space {
        to += 1;
    }
    // "St Ann's hospital"
    if article.reads(from, word!("st")) && article.is(to, class::ORG_HEAD) {
        return Some(to + 1);
    }
    // "St Hild’s, Norton, won", "Patients at St Hild’s were moved": a school, a church or a hospital.
    let point = usize::from(article.shape(from + 1) == Shape::Period);
    let patron = is_saint(article, from)
        && clitic == from + 2 + point
        && short
        && to == clitic + 1
        && (!article.shape(to).is_word()
            || article.is(to, any!(AUXILIARY, VERB_PAST, VERB_S, PREPOSITION, CONJUNCTION)));
    if patron {
        return Some(clitic + 1);
    }
    if short && to == clitic + 1 && is_brand(article, from, clitic) {
        return Some(clitic + 1);
    }
    let ends = to > clitic + 1
        && article.is(to - 1, class::ORG_HEAD)
        && !article.is(clitic + 1, any!(GIVEN_MALE, GIVEN_FEMALE));
    ends.then_some(clitic + 2)
}

/// "Harrow’s declined to comment", "Sales at Harrow’s fell": a shop that is called by its founder.
fn is_brand(article: &Article<'_>, from: usize, clitic: usize) -> bool {
    let barred = any!(GIVEN_MALE, GIVEN_FEMALE, TITLE, TITLE_MALE, TITLE_FEMALE, PLACE, DEMONYM);
    let name = (from..clitic).all(|i| article.shape(i) == Shape::Title)
        && article.find(from, barred).is_none()
        && article.find(clitic - 1, any!(ROLE, ORG_NOUN, TIME_NOUN, WEEKDAY, MONTH)).is_none();
    let next = clitic + 1;
    let past = article.is(next, class::VERB_PAST) || article.word(next).ends_with("ed");
    let been = article.reads_any(next, &words!["been", "being", "got"]);
    // "Harrow’s had said", "Harrow’s declined to", "Harrow’s tumbled 14.6pc"
    let acts = article.is(next, class::AUXILIARY)
        || article.is(next, class::SAY) && past
        || past
            && (article.shape(next + 1) == Shape::Number
                || article.is(next + 1, class::PREPOSITION)
                || article.reads(next + 1, word!("to")));
    // "sales at Harrow’s fell", "those at Harrow’s."
    let at = article.reads(from.wrapping_sub(1), word!("at"))
        && (past || matches!(article.shape(next), Shape::Comma | Shape::Period));
    name && !been && (acts || at)
}

/// A small word inside a name: "van", "of", "for", "and", "the".
fn joined(article: &Article<'_>, from: usize, at: usize, stop: usize, body: bool) -> Option<usize> {
    if article.is(at, class::NAME_PARTICLE) {
        let last = if article.is(at + 1, class::NAME_PARTICLE) { at + 1 } else { at };
        return is_name_word(article, last + 1).then_some(last + 2).filter(|to| *to <= stop);
    }
    // "Inspector of Constabulary Ann Day": the office goes on behind "of".
    // "Norton Council leader": the council's name ends before the office.
    let office = (from..at)
        .filter(|k| !article.is(*k, class::ORG_HEAD))
        .find_map(|k| article.find(k, class::ROLE).map(|hit| k + hit.len).filter(|end| *end > at));
    if office.is_some() {
        return office.filter(|end| *end < stop);
    }
    // "St Ann's C of E School"
    if article.reads(at, word!("of")) && article.word(at - 1) == "C" && article.word(at + 1) == "E"
    {
        return Some(at + 2);
    }
    let after_the = if article.reads(at + 1, word!("the")) { at + 2 } else { at + 1 };
    let capital_after = is_name_word(article, after_the) && article.gap(after_the) == Gap::Space;
    if !capital_after || article.is(after_the, class::TIME_NOUN) {
        return None;
    }
    // "the charity Free to Fly", "the campaign group Save the Mill"
    let small = article.reads_any(at, &words!["to", "the", "for", "in", "our"]);
    if small && is_told(article, from) {
        return Some(after_the + 1);
    }
    // "Ann and Bob", and not "the Dale and Moor Trust"
    let the = article.reads(from.wrapping_sub(1), word!("the"));
    let given = any!(GIVEN_MALE, GIVEN_FEMALE, TITLE, TITLE_MALE, TITLE_FEMALE);
    let person = article.is(from, given) && !the;
    let of_body = article.is(at - 1, class::OF_HEAD)
        && (!article.is(at - 1, any!(ROLE, ROLE_PLURAL)) || article.is(at - 1, class::ORG_HEAD));
    if article.reads(at, word!("on")) && article.is(at - 1, class::ON_HEAD) {
        return Some(after_the + 1);
    }
    if (article.reads(at, word!("of")) || article.reads(at, word!("for")))
        && (of_body
            || body && article.reads(at, word!("for")) && article.is(at - 1, class::ORG_HEAD))
    {
        return Some(after_the + 1);
    }
    if article.reads(at, word!("of")) && article.is(at - 1, class::PLACE_OF) {
        return Some(after_the + 1);
    }
    // "Office for Mill Safety and Standards", "Royal College of Millers of Norton": a name that has begun to say of what.
    let subject = (from..at).any(|i| {
        article.is(i, class::OF_HEAD)
            && (article.reads(i + 1, word!("of")) || article.reads(i + 1, word!("for")))
    });
    let and = article.reads(at, word!("and"));
    let two = usize::from(subject && and && two_subjects(article, from, at));
    if subject
        && (article.reads(at, word!("of")) && article.find(after_the, class::PLACE).is_some()
            || and
                && after_the == at + 1
                && !is_name_word(article, at + 2 + two)
                && !article.reads_clitic_s(at + 2)
                && article
                    .find(at + 1, any!(ORG_HEAD, ORG_KNOWN, PLACE, GIVEN_MALE, GIVEN_FEMALE))
                    .is_none())
    {
        return Some(after_the + 1 + two);
    }
    if and
        && !person
        // "University and College Union", "Norton Nurses and Millers Association"
        && (!article.is(at - 1, class::ORG_HEAD)
            // "His Majesty's Inspectorate of Constabulary and Fire & Rescue Services"
            || article.is(from, class::POSSESSIVE)
            || article.reads(from, word!("hm"))
            || at == from + 1
            || article.is(at - 1, class::ROLE_PLURAL))
        && article.find(at - 1, class::ORG_KNOWN).is_none()
    {
        // "Sandy's Kiosk and the Bay View Hotel" are two.
        if after_the > at + 1 {
            return None;
        }
        // "Fire and Rescue Service": the head of a body follows within a few capitals.
        // "Marsh and Norton Rivers and Mills Partnership"
        let mut to = after_the;
        while to < stop
            && to < after_the + 6
            && (is_name_word(article, to)
                || article.reads(to, word!("and"))
                || article.shape(to) == Shape::Ampersand)
            && article.gap(to) <= Gap::Space
        {
            if article.is(to, class::ORG_HEAD) {
                return Some(to + 1);
            }
            to += 1;
        }
    }
    None
}

/// "the charity Mill Now": whether the noun for a body stands right before a name.
fn is_told(article: &Article<'_>, from: usize) -> bool {
    let before = article.before(from);
    before.shape == Shape::Lower && before.word.text(class::ORG_NOUN).is_some()
}

/// "Department of Mills and River Trade": whether the second thing that a department is for has two words.
fn two_subjects(article: &Article<'_>, from: usize, and: usize) -> bool {
    let heads = (from..and).any(|i| article.is(i, class::SUBJECT_HEAD));
    let other = any!(ORG_KNOWN, PLACE, GIVEN_MALE, GIVEN_FEMALE, DEMONYM, ROLE, TITLE);
    heads
        && [and + 1, and + 2].iter().all(|i| {
            article.shape(*i) == Shape::Title
                && article.gap(*i) == Gap::Space
                && article.find(*i, other).is_none()
                && !article.is(*i, FUNCTION)
        })
}

/// "Ministry of Housing, Communities and Local Government": what a department is for may be a list.
fn listed(article: &Article<'_>, from: usize, comma: usize, stop: usize) -> Option<usize> {
    let subject = |i: usize| {
        article.shape(i) == Shape::Title
            && article.gap(i) == Gap::Space
            && article.find(i, any!(ORG_KNOWN, PLACE, GIVEN_MALE, GIVEN_FEMALE)).is_none()
    };
    let named = (from..comma.saturating_sub(1)).any(|i| {
        article.is(i, class::SUBJECT_HEAD)
            && (article.reads(i + 1, word!("of")) || article.reads(i + 1, word!("for")))
    });
    let mut at = comma + 1;
    while named && at < stop.min(comma + LISTED) {
        let word = at;
        while subject(at) {
            at += 1;
        }
        if at == word || at > word + 3 {
            return None;
        }
        if article.reads(at, word!("and")) || article.shape(at) == Shape::Ampersand {
            let last = at + 1;
            let ends = (last..stop).take(2).take_while(|i| subject(*i)).last()?;
            return Some(ends + 1);
        }
        if article.shape(at) != Shape::Comma {
            return None;
        }
        at += 1;
    }
    None
}

/// `William "Bud" Kessler`.
fn nickname(article: &Article<'_>, open: usize, stop: usize) -> Option<usize> {
    let close = (open + 2..(open + 5).min(stop)).find(|i| article.shape(*i).is_quote_mark())?;
    let inside =
        (open + 1..close).all(|i| is_name_word(article, i) || article.reads(i, word!("the")));
    let surname = is_name_word(article, close + 1)
        && article.gap(close + 1) == Gap::Space
        && article.gap(close) == Gap::None;
    (inside && surname && article.gap(open + 1) == Gap::None).then_some(close + 2)
}

/// "Norton Police" of "Norton Police Sgt. Ann Day": the name of a body before a role or a title.
fn prefix(article: &Article<'_>, from: usize, run: &Run) -> Option<Run> {
    let to = run.prefix_to;
    let known = any!(ORG_KNOWN, PLACE, DEMONYM);
    let named = to > from + 1
        && article.is(to - 1, any!(ORG_HEAD, FOOTBALL))
        && !article.reads(from, word!("former"))
        || to == from + 1
            && (article.at(from).word == WordId::NONE || article.find(from, known).is_some())
        // "Sinn Féin TD Ann Day"
        || article.find(from, class::ORG_KNOWN).is_some_and(|hit| from + hit.len == to);
    if to <= from || !named {
        return None;
    }
    split(article, from, to).filter(|body| !body.title && !body.role)
}

/// Where a title stands inside `from..end` with a name behind it.
fn inner_title(article: &Article<'_>, from: usize, end: usize) -> Option<usize> {
    let names = any!(GIVEN_MALE, GIVEN_FEMALE, NAME_PARTICLE);
    (from + 1..end.saturating_sub(1)).take(6).find(|at| {
        let Some(hit) = article.find(*at, any!(TITLE, HONOUR)) else { return false };
        let mut behind = at + hit.len;
        if article.shape(behind) == Shape::Period {
            behind += 1;
        }
        behind < end
            && article.shape(*at) == Shape::Title
            && article.shape(behind).is_capital()
            && !article.is(behind, class::NAME_SUFFIX)
            && !article.is(end - 1, class::ORG_HEAD)
            && !article.is(at - 1, names)
            // "Chief Constable": a longer title.
            && !(1..=3.min(at - from)).any(|k| {
                article.find(at - k, any!(TITLE, ROLE)).is_some_and(|longer| longer.len > k)
            })
            && article.gap(*at) == Gap::Space
            && article.shape(at - 1).is_word()
    })
}

/// Tells titles and roles before a name, and letters behind it, from the name itself.
fn split(article: &Article<'_>, from: usize, end: usize) -> Option<Run> {
    let titles = any!(TITLE, TITLE_MALE, TITLE_FEMALE);
    let mut run = Run::of(from, end);
    // The last role in capitals that leaves a name behind it.
    let mut at = from;
    while at < end {
        match article.find(at, class::ROLE) {
            Some(hit) if at + hit.len < end && !(hit.len == 1 && hit.id.is(titles)) => {
                let behind = at + hit.len;
                // "Dean Pryce": a given name that is also an office.
                let given = hit.len == 1
                    && at == from
                    && end == behind + 1
                    && article.is(at, any!(GIVEN_MALE, GIVEN_FEMALE));
                let body = given
                    || article.is(end - 1, class::ORG_HEAD)
                    || article.reads(behind, word!("of"))
                    || article.reads(behind, word!("for"))
                    || article.reads(behind, word!("&"));
                if !body
                    && article.shape(behind).is_word()
                    && (article.shape(at + hit.len - 1) != Shape::Upper
                        || hit.id.is(any!(LAWMAKER, INHOUSE))
                        // "Local GP Ann Day"
                        || article.is(behind, any!(GIVEN_MALE, GIVEN_FEMALE)))
                {
                    run.prefix_to = if run.role { run.prefix_to } else { at };
                    run.role = true;
                    run.name_from = behind;
                    run.from = behind;
                }
                at = behind;
            }
            _ => at += 1,
        }
    }
    // "Norton Rep. Ann Day", "Former GP Dr Ann Day": what stands before a title is no part of the name.
    // "Student Ann Day", "Democrat Ann Day": what opens a sentence, and a party, have a capital.
    let given = any!(GIVEN_MALE, GIVEN_FEMALE);
    let party = article.is(from, class::PARTISAN) && !article.is(end - 1, class::ORG_HEAD);
    if !run.role
        && end > from + 2
        && article.is(from, any!(PERSON_NOUN, ROLE_PLURAL))
        && !article.is(from, given)
        && (article.is(from + 1, given) || party)
    {
        run.role = !party;
        run.name_from = from + 1;
        run.from = from + 1;
    }
    // "Retailer Halvane", which opens a sentence: what it does is no part of its name.
    let word = article.word(from);
    let agent = (word.ends_with("er") || word.ends_with("or"))
        && (article.text_at(from, class::ORG_NOUN) == Some("company")
            || article.is(from, class::OWNING));
    if !run.role
        && end > from + 1
        && (agent || article.is(from, class::BARE_BODY))
        && (article.gap(from) >= Gap::Line || !article.shape_before(from).is_word())
        && !article.is(from + 1, given)
        && (!article.is(end - 1, class::ORG_HEAD) || agent && end > from + 2)
        && article.find(from, class::ORG_KNOWN).is_none()
    {
        run.name_from = from + 1;
        run.from = from + 1;
    }
    // "the mayor of Norton Ann Day": the place and the name.
    let of = from.wrapping_sub(1);
    if !run.role
        && (article.reads(of, word!("of")) || article.reads(of, word!("for")))
        && article.is(of.wrapping_sub(1), class::ROLE)
        && !article.is(from, given)
        && !article.is(end - 1, class::ORG_HEAD)
        && let Some(at) = (from + 1..end - 1).find(|i| article.is(*i, given))
    {
        run.prefix_to = at;
        run.name_from = at;
        run.from = at;
    }
    if let Some(at) = inner_title(article, run.name_from, end) {
        run.prefix_to = if run.role { run.prefix_to } else { at };
        run.name_from = at;
        run.from = at;
        run.role |= (1..=4.min(at - from))
            .any(|k| article.find(at - k, class::ROLE).is_some_and(|hit| hit.len == k));
    }
    // "the Princess Ann Hospital": of no princess.
    // "His Majesty's Inspectorate of Prisons": of no majesty.
    let the = article.reads(from.wrapping_sub(1), word!("the"));
    let head = |i: usize| article.is(i, class::ORG_HEAD) && article.shape(i) == Shape::Title;
    let body = the && head(end - 1) || article.is(from, class::POSSESSIVE) && (from..end).any(head);
    while let Some(hit) = article.find(run.name_from, titles).filter(|_| !body) {
        let mut behind = run.name_from + hit.len;
        if article.shape(behind) == Shape::Period {
            behind += 1;
        }
        if behind >= end {
            break;
        }
        run.title = true;
        run.name_from = behind;
    }
    // "Council", "Report", "Leader" alone are no names.
    let common = any!(ORG_NOUN, ORG_HEAD, ROLE, ROLE_PLURAL, DOC_NOUN, PERSON_NOUN, GROUP_NOUN);
    // "Dean, 36,"
    let aged = article.is(from, given)
        && article.shape(end) == Shape::Comma
        && article.shape(end + 1) == Shape::Number;
    if end == from + 1
        && article.shape(from) == Shape::Title
        && article.is(from, common)
        && !article.is(from, class::ORG_KNOWN)
        && !aged
    {
        return None;
    }
    if article.find(from, common).is_some_and(|hit| from + hit.len == end)
        && !aged
        && article.find(from, class::ORG_KNOWN).is_none()
    {
        return None;
    }
    while run.name_to > run.name_from + 1 {
        let last = run.name_to - 1;
        if (article.shape(last) == Shape::Upper && article.is(last, class::ROLE)
            || article.is(last, class::PARTISAN))
            && article.is(run.from.wrapping_sub(1), any!(INDEFINITE, DETERMINER))
            && !run.title
            && article.find(run.name_from, class::ORG_KNOWN).is_none()
        {
            // "a Norton GP", "the Norton MP", "the Mill Creek Republican": no name of a body.
            run.name_to = last;
            run.to = last;
        } else if article.is(last, class::NAME_SUFFIX) && article.shape(last) != Shape::Lower {
            run.suffix = true;
            run.name_to = last;
        } else if matches!(article.shape(last), Shape::Clitic | Shape::Period | Shape::Hyphen)
            && article
                .find(run.name_from, class::ORG_KNOWN)
                .is_none_or(|h| run.name_from + h.len != run.name_to)
            && !(article.reads_clitic_s(last)
                && (is_saint(article, run.name_from) || is_brand(article, run.name_from, last)))
        {
            run.name_to = last;
        } else {
            break;
        }
    }
    if article.shape(run.to - 1) == Shape::Clitic && run.name_to < run.to {
        run.to = run.name_to;
    }
    // "Mark Rogers MP" and "Rogers, QC".
    if article.shape(run.to) == Shape::Comma
        && article.is(run.to + 1, class::NAME_SUFFIX)
        && matches!(article.shape(run.to + 1), Shape::Upper)
    {
        run.suffix = true;
    }
    (run.name_to > run.name_from).then_some(run)
}
