//! What the words around a name tell of it: whether it is a person or a body, and whether a person is a man or a woman.
//!
//! Runs and the entities of full names in; kinds and genders of those that the name alone leaves open out.

use super::runs::Run;
use super::{ByKey, Entity, EntityId, Gender, Names, key};
use crate::article::Article;
use crate::lexicon::{WordId, class};
use crate::report::EntityKind;
use crate::sentences::Sentence;
use crate::tokens::{Gap, Shape, Token};
use crate::work;

/// Sentences without a name through which a pronoun still means the last person named.
const CARRIED: usize = 2;

/// Tokens in which a body is described.
const TOLD: usize = 4000;

/// Names at the top among which it is looked for.
const LEAD: usize = 24;

/// Tokens from a name to what is its own.
const OWN: usize = 40;

/// The entities whose kind the words around their names contradict, each with its kind.
pub fn kinds(
    article: &Article<'_>,
    sentences: &[Sentence],
    runs: &[Run],
    of_run: &[Option<EntityId>],
    entities: &[Entity],
) -> Vec<(EntityId, EntityKind)> {
    // Points for a person, below nought for a body.
    let mut points = vec![0i32; entities.len()];
    let (mut by_last, mut by_first) = (ByKey::new(), ByKey::new());
    for (run, id) in runs.iter().zip(of_run) {
        work::step();
        let Some(id) = *id else { continue };
        let last = key(article.word(run.name_to - 1));
        let first = key(article.word(run.name_from));
        for ids in [by_last.entry(last).or_default(), by_first.entry(first).or_default()] {
            if ids.last() != Some(&id) {
                ids.push(id);
            }
        }
        if let Some(sum) = points.get_mut(id) {
            *sum += around(article, sentences, run);
        }
    }
    // "Swift" alone is the surname of Taylor Swift: bodies are named in full, but for clubs.
    let alone = |run: &&Run| {
        run.name_to == run.name_from + 1 && !article.is(run.name_from, class::FOOTBALL)
    };
    for run in runs.iter().filter(alone) {
        work::step();
        let word = key(article.word(run.name_from));
        let only = |by: &ByKey| match by.get(&word).map(Vec::as_slice) {
            Some([id]) => Some(*id),
            _ => None,
        };
        let (last, first) = (only(&by_last), only(&by_first));
        if last.or(first).is_none() {
            continue;
        }
        // "Halvane's finance director", "Storm director Ann Day": a body is called by a part of its name.
        let inhouse = office_behind(article, run.to).is_some_and(|role| role.is(class::INHOUSE));
        let staffed = inhouse || owns_office(article, run) || speaks_through(article, run);
        if let Some(sum) = last.and_then(|id| points.get_mut(id)) {
            // "his Scout": nobody.
            let thing = article.is(run.from.wrapping_sub(1), any!(DETERMINER, POSSESSIVE));
            *sum += if thing || staffed { -3 } else { 3 };
        }
        if let Some(sum) = first.and_then(|id| points.get_mut(id)).filter(|_| staffed) {
            *sum -= 4;
        }
    }
    let open = |e: &Entity, sum: i32| match e.kind {
        EntityKind::Person => sum < 0,
        EntityKind::Organisation => sum > 3 && e.sort.is_empty(),
        _ => false,
    };
    let flip = |kind| match kind {
        EntityKind::Person => EntityKind::Organisation,
        _ => EntityKind::Person,
    };
    entities
        .iter()
        .zip(points)
        .enumerate()
        .filter(|(_, (e, sum))| open(e, *sum))
        .map(|(id, (e, _))| (id, flip(e.kind)))
        .collect()
}

/// Names of one word that the words behind or before them show to be bodies: "a Halvane spokeswoman", "Halvane's
/// managing director".
pub fn bodies(
    article: &Article<'_>,
    runs: &[Run],
    of_run: &[Option<EntityId>],
    entities: &mut [Entity],
) {
    for (run, id) in runs.iter().zip(of_run) {
        work::step();
        let Some(e) = id.and_then(|id| entities.get_mut(id)) else { continue };
        // "Norton City's supporters": no surname.
        let side = || article.is(run.name_to - 1, class::CLUB_END) && has_side(article, run);
        if e.kind == EntityKind::Unknown && is_body(article, run)
            || e.kind == EntityKind::Person && e.gender == Gender::Unknown && side()
        {
            e.kind = EntityKind::Organisation;
        }
        // "Halvane, a charity that": what is said of it where its name does not say.
        if e.kind == EntityKind::Organisation && e.sort.is_empty() {
            let fund = || recommends(article, run).then_some("fund");
            let house = || reviewed(article, run).then_some("hotel");
            let told = called(article, run).or_else(|| noun_before(article, run));
            let club = || has_side(article, run).then_some("club");
            e.sort = told.or_else(fund).or_else(house).or_else(club).unwrap_or_default();
            // "told the Norton Post": to whom people talk, and nobody's employer.
            let link = run.from.wrapping_sub(2);
            // "a report seen by the Norton Post"
            let seen = article.reads(link, word!("by"))
                && article.is(link.wrapping_sub(1), class::OBTAINED);
            let told = article.reads(link, word!("told")) || seen;
            if told && article.reads(run.from - 1, word!("the")) && e.sort.is_empty() {
                e.sort = "newspaper";
            }
        }
    }
}

/// "Halvane Ridge has cut its forecast. … The company said": what a description that no body fits tells of the name that
/// the first sentences are about.
pub fn topic(article: &Article<'_>, names: &mut Names) {
    let mut told = [("company", 0), ("club", 0), ("hotel", 0), ("charity", 0)];
    // "The trust … the trust": whom the article keeps speaking of.
    let mut spoken: Vec<(&str, usize)> = Vec::new();
    let body = |token: &Token| token.word.is(class::ORG_NOUN) && token.shape == Shape::Lower;
    for i in article.which(1..article.len().min(TOLD), body) {
        // "the Norton-based company"
        let the = |k: &usize| article.reads(*k, word!("the"));
        let mut before = (i.saturating_sub(4)..i).rev();
        let opens = before.find(|k| the(k) || article.shape(*k) == Shape::Lower);
        let noun = article.text_at(i, class::ORG_NOUN);
        let sort = told.iter_mut().find(|(sort, _)| noun == Some(sort));
        if let Some((_, count)) = sort
            .filter(|(sort, _)| *sort != "club" || article.reads(i, word!("club")))
            .filter(|_| opens.is_some_and(|k| the(&k)))
        {
            *count += 1;
        }
        // "the company" may be anyone's.
        let compound = article.shape(i + 1) == Shape::Lower && article.is(i + 1, class::ORG_NOUN);
        let Some(sort) = noun.filter(|sort| *sort != "company" && the(&(i - 1)) && !compound)
        else {
            continue;
        };
        match spoken.iter_mut().find(|(known, _)| *known == sort) {
            Some((_, count)) => *count += 1,
            None => spoken.push((sort, 1)),
        }
    }
    for (sort, count) in spoken {
        let fits = |m: &&super::Mention| {
            names
                .entity(m.entity)
                .is_some_and(|e| e.kind == EntityKind::Organisation && e.sort == sort)
        };
        let weight = |m: &&super::Mention| names.entity(m.entity).map(|e| e.weight);
        let near = names.within(0, TOLD);
        let best = near.filter(fits).rev().max_by_key(weight).map(|m| m.entity);
        if let Some(e) = best.and_then(|id| names.entities.get_mut(id)) {
            e.told += count;
        }
    }
    for (sort, count) in told {
        let met = |e: &Entity| {
            e.kind == EntityKind::Organisation
                && e.weight > 1
                && (e.sort == sort || sort != "club" && Names::akin(sort, e.sort))
        };
        if count < 2 || names.entities.iter().any(met) {
            continue;
        }
        let lead = names.mentions.iter().take(LEAD).filter(|m| {
            let verb = article.is(m.to, any!(VERB_PAST, VERB_S, AUXILIARY))
                || article.reads(m.to, word!("on"));
            let subject = verb && !article.is(m.to, class::SAY);
            // "has cut its forecast", "lost £4m on their ground": no human being.
            let its = || {
                (m.to..m.to + OWN)
                    .take_while(|k| !matches!(article.shape(*k), Shape::Period | Shape::End))
                    .any(|k| {
                        article.reads(k, word!("its"))
                            || sort == "club" && article.reads(k, word!("their"))
                    })
            };
            names.entity(m.entity).is_some_and(|e| match e.kind {
                EntityKind::Organisation => {
                    e.sort.is_empty() || sort == "club" && e.sort == "place"
                }
                EntityKind::Person => {
                    e.gender == Gender::Unknown && subject && m.to > m.from + 1 && its()
                }
                EntityKind::Unknown => e.weight > 2 - usize::from(sort == "club") && subject,
                _ => false,
            })
        });
        let weight = |m: &&super::Mention| names.entity(m.entity).map(|e| e.weight);
        let best = lead.rev().max_by_key(weight).map(|m| m.entity);
        if let Some(e) = best.and_then(|id| names.entities.get_mut(id))
            && (e.kind != EntityKind::Organisation || !e.sort.is_empty())
        {
            e.kind = EntityKind::Organisation;
            e.sort = sort;
        }
    }
}

/// "Mill House, on the shore", "walked into Saffron Row": whether a name is told of as a house.
#[inline(never)]
fn stands(article: &Article<'_>, run: &Run) -> bool {
    let before = run.from.wrapping_sub(1);
    article.shape(run.to) == Shape::Comma && article.is(run.to + 1, class::STANDS)
        || article.reads(before, word!("into"))
        || article.reads(before, word!("inside"))
}

/// "The Halvane, Norton: “Old”": the house that a review's headline names.
#[inline(never)]
pub fn reviewed(article: &Article<'_>, run: &Run) -> bool {
    run.from < HEAD
        && article.shape(run.to) == Shape::Comma
        && article.shape(run.to + 1).is_capital()
        && article.shape(run.to + 2) == Shape::Colon
}

/// Tokens of an article's headline in which a review names its house.
const HEAD: usize = 6;

/// "Halvane has cut the stock to sell": whether a name is of a firm that recommends shares.
#[inline(never)]
pub fn recommends(article: &Article<'_>, run: &Run) -> bool {
    let verb = run.to + usize::from(article.is(run.to, class::AUXILIARY));
    let grade = |i: usize| article.find(i, class::GRADE).is_some();
    article.is(verb, any!(GRADE_UP, GRADE_DOWN, GRADE_KEPT))
        && !article.is(verb + 1, class::PREPOSITION)
        && (verb + 1..verb + OBJECT).take_while(|i| article.shape(*i) != Shape::Period).any(|i| {
            article.is(i, class::SHARE_NOUN)
                && (article.is(i - 1, class::DETERMINER)
                    || article.reads(i, word!("recommendation")))
                || article.reads(i, word!("to")) && (grade(i + 1) || grade(i + 2))
        })
}

/// Tokens in which a verb's object says that it is about shares.
const OBJECT: usize = 16;

/// Whether the words around a name of one word are such as only bodies have.
fn is_body(article: &Article<'_>, run: &Run) -> bool {
    let before = article.before(run.from);
    let near = article.gap(run.from) == Gap::Space && before.shape == Shape::Lower;
    // "according to brokers Halvane"
    let plural_before = near && before.word.is(class::ROLE_PLURAL);
    // "Halvane boss Ann Day"
    let office = office_behind(article, run.to).is_some_and(|office| {
        office.is(class::INHOUSE)
            && office.text(class::ROLE_OF).is_none_or(|sorts| sorts.contains("club"))
    });
    // "Rovers have had five managers": a name in the singular is of a side.
    let who = 2 * usize::from(article.reads(run.to + 1, word!("who")));
    let plural = article.reads_any(run.to + who, &words!["have", "are", "were"])
        && !article.reads(run.from.wrapping_sub(1), word!("and"))
        && !article.word(run.name_from).ends_with('s');
    noun_before(article, run).is_some()
        || recommends(article, run)
        || reviewed(article, run)
        // "The Halvane, in Fore Street,"
        || article.reads(run.from.wrapping_sub(1), word!("the")) && stands(article, run)
        || plural_before
        || office
        || plural
        || speaks_through(article, run)
        || owns_office(article, run)
        || has_side(article, run)
        || called(article, run).is_some()
}

/// "Norton City's supporters", "Norton City striker Ann Day": whether a name is of a club.
fn has_side(article: &Article<'_>, run: &Run) -> bool {
    let owner = usize::from(article.reads_clitic_s(run.to));
    let mut near = run.to + owner..=run.to + 2 * owner;
    near.any(|i| article.find(i, class::CLUB_HAS).is_some())
}

/// The role that follows a name in small letters, before somebody's: "Halvane Transit chief engineer Ann Day".
#[inline(never)]
fn office_behind(article: &Article<'_>, to: usize) -> Option<WordId> {
    let plain = |i: &usize| {
        article.shape(*i) == Shape::Lower
            && !article.is(*i, any!(PREPOSITION, CONJUNCTION, PRONOUN, AUXILIARY, SUBORDINATOR))
            && (article.find(*i, class::ROLE).is_some() || !article.is(*i, any!(SAY, VERB_PAST)))
    };
    (to..to + 4).take_while(plain).find_map(|i| {
        let hit = article.find(i, class::ROLE)?;
        article.shape(i + hit.len).is_capital().then_some(hit.id)
    })
}

/// "the consultancy Halvane", and not "the town of": the sort that the noun right before a name tells.
#[inline(never)]
fn noun_before(article: &Article<'_>, run: &Run) -> Option<&'static str> {
    let before = article.before(run.from);
    let near = article.gap(run.from) == Gap::Space
        && matches!(before.shape, Shape::Lower | Shape::Title)
        // "non-league Norton"
        && article.shape(run.from.wrapping_sub(2)) != Shape::Hyphen;
    // "the think tank Halvane"
    let sort = (1..=2).filter(|_| near).find_map(|k| {
        let hit = article.find(run.from.checked_sub(k)?, class::ORG_NOUN)?;
        hit.id.text(class::ORG_NOUN).filter(|_| hit.len == k)
    })?;
    (!["place", "court"].contains(&sort)).then_some(sort)
}

/// "Halvane's director of mills": whether a body's office follows, and not one of a place's council.
#[inline(never)]
fn owns_office(article: &Article<'_>, run: &Run) -> bool {
    let office = |i| article.find(i, class::INHOUSE);
    article.reads_clitic_s(run.to)
        && (1..=3)
            .filter_map(|k| office(run.to + k))
            .any(|hit| hit.id.text(class::ROLE_OF).is_none_or(|sorts| sorts.contains("club")))
}

/// "Mill Forward, a group backing Ann Day", "Halvane, the firm that": the sort of body that an apposition calls it.
#[inline(never)]
pub fn called(article: &Article<'_>, run: &Run) -> Option<&'static str> {
    let told = article.shape(run.to) == Shape::Comma
        && (article.is(run.to + 1, class::INDEFINITE) || article.reads(run.to + 1, word!("the")));
    told.then(|| body_noun(article, run.to + 2))?
}

/// "Mill Watch says so. Its director …": whether the next sentence speaks of the subject as of a thing.
fn it_follows(article: &Article<'_>, sentences: &[Sentence], run: &Run) -> bool {
    let at = sentences.partition_point(|s| s.to <= run.from);
    let opens = sentences.get(at).is_some_and(|s| s.from == run.from);
    opens && sentences.get(at + 1).is_some_and(|s| article.reads(s.from, word!("its")))
}

/// "a Halvane spokeswoman", "Halvane's managing director": whether a body with staff is named.
#[inline(never)]
fn speaks_through(article: &Article<'_>, run: &Run) -> bool {
    let owner = article.reads_clitic_s(run.to);
    let behind = run.to + usize::from(owner);
    article.shape(behind) == Shape::Lower
        && (article.is(behind, class::SPOKES)
            || owner && article.find(behind, class::STAFFED).is_some())
}

/// What stands right before and behind a name.
fn around(article: &Article<'_>, sentences: &[Sentence], run: &Run) -> i32 {
    let mut points = 0;
    // A byline below a headline is of none of its words.
    let near = article.gap(run.from) <= Gap::Space;
    let before = if near { article.before(run.from) } else { article.at(usize::MAX) };
    let comma = article.shape(run.to) == Shape::Comma;
    let behind = if comma { run.to + 1 } else { run.to };
    if run.title || run.role || run.suffix {
        points += 5;
    }
    if article.is(run.name_from, any!(GIVEN_MALE, GIVEN_FEMALE)) {
        points += 3;
    }
    // "A. Norton Day"
    if article.shape(run.name_from) == Shape::Capital
        && article.shape(run.name_from + 1) == Shape::Period
        && article.shape(run.name_from + 2).is_capital()
        && run.name_to > run.name_from + 2
    {
        points += 4;
    }
    // "ten-man Norton Rovers": no man of that name.
    let compound = article.shape_before(run.from.wrapping_sub(1)) == Shape::Hyphen;
    if before.shape == Shape::Lower && before.word.is(any!(ROLE, PERSON_NOUN)) && !compound {
        points += 4;
    }
    let aged = article.shape(behind) == Shape::Number && article.word(behind).len() < 4;
    if comma && aged || article.reads(behind, word!("who")) {
        points += 3;
    }
    // "Peking Garden, at 41 Station Parade,", "Mill House, on the shore", "walked into Saffron Row"
    if stands(article, run) {
        points -= 2;
    }
    if comma
        && article.reads(behind, word!("which"))
        && article.shape(behind + 1) != Shape::Question
    {
        points -= 6;
    }
    // "Big Machine have denied": a body may take the plural, a person never does.
    if article.reads_any(run.to, &words!["have", "are", "were"]) {
        points -= 3;
    }
    // "a spokeswoman for Harrow Water"
    if article.reads(run.from.wrapping_sub(1), word!("for"))
        && article.is(run.from.wrapping_sub(2), class::SPOKES)
    {
        points -= 6;
    }
    if speaks_through(article, run) {
        points -= 4;
    }
    if called(article, run).is_some() {
        points -= 5;
    }
    if it_follows(article, sentences, run) {
        points -= 3;
    }
    // "speaking for Save Norton Mill", "a report from Mill Watch"
    let back = |k: usize| run.from.wrapping_sub(k);
    if (2..=4).any(|k| article.find(back(k), class::ACTING_FOR).is_some_and(|hit| hit.len == k))
        || article.reads(back(1), word!("from")) && article.is(back(2), class::DOC_NOUN)
        || article.reads(back(1), word!("of")) && article.reads(back(2), word!("behalf"))
    {
        points -= 6;
    }
    // "Lowe Wharton analyst Ann Day": of a body, or of somebody who is known by the given name.
    if office_behind(article, run.to).is_some() {
        points -= 3;
    }
    // "Ann Day at Lowe Wharton", "Lowe Growers said its mills"
    // "analyst Ann Day of Lowe Wharton"
    let title = |k: usize| article.shape(back(k)) == Shape::Title;
    let of = article.reads(back(1), word!("of")) && title(3);
    let person_at = title(2) && (of || article.reads(back(1), word!("at")));
    let its = || {
        (run.to + 1..run.to + 6)
            .take_while(|i| article.shape(*i) == Shape::Lower)
            .any(|i| article.reads(i, word!("its")))
    };
    if person_at {
        points -= 5;
    }
    if article.is(run.to, any!(SAY, VERB_PAST, VERB_S, AUXILIARY)) && its() {
        points -= 2;
    }
    // "who flies for Lowe Wharton"
    if article.reads(back(1), word!("for"))
        && article.reads(back(3), word!("who"))
        && article.word(back(2)).ends_with('s')
    {
        points -= 5;
    }
    // "head of rivers at Lowe Wharton"
    let plain = |k: &usize| {
        let token = article.at(*k);
        (token.shape == Shape::Lower || token.shape == Shape::Hyphen)
            && !token.word.is(any!(VERB_PAST, SAY, AUXILIARY, RELATIVE, PRONOUN))
            && !article.word(*k).ends_with("ed")
    };
    let at = article.reads(back(1), word!("at")) || article.reads(back(1), word!("with"));
    let office = at && (2..=6).map(back).take_while(plain).any(|k| article.is(k, class::ROLE));
    // "a professor at Norton State", "the secretary of Rent Lowe" and not "the lawyer of", "the founder of Mill Watch", "a Mill Watch poll"
    if (article.reads(back(1), word!("of")) || article.reads(back(1), word!("behind")))
        && article.find(back(2), class::ROLE).is_some()
        && !article.is(back(2), any!(ADVISING, PERSON_NOUN))
        || office
        || at && article.is(back(2), any!(ROLE_PLURAL, PERSON_NOUN))
        || article.is(run.to, class::DOC_NOUN)
            && article.shape(run.to) == Shape::Lower
            && before.word.has(any!(DETERMINER, INDEFINITE))
    {
        points -= 5;
    }
    if noun_before(article, run).is_some() {
        points -= 4;
    }
    if owns_office(article, run) {
        points -= 3;
    }
    // "who joined Lowe Wharton as chief executive"
    if article.reads(back(1), word!("joined"))
        && article.reads(run.to, word!("as"))
        && article.find(run.to + 1, class::ROLE).is_some()
    {
        points -= 6;
    }
    // "the solicitors Lowe Wharton": one name for many.
    let many = before.shape == Shape::Lower && before.word.is(class::ROLE_PLURAL);
    if many && article.reads(back(2), word!("the")) && !article.reads(run.to, word!("and")) {
        points -= 8;
    }
    points
}

/// "a group backing", "a US think tank,": the sort of the body whose noun heads the phrase at token `i`.
fn body_noun(article: &Article<'_>, i: usize) -> Option<&'static str> {
    let plain = |k: &usize| article.shape(*k).is_word() || article.shape(*k) == Shape::Hyphen;
    let ends = any!(PREPOSITION, RELATIVE, VERB_ING, VERB_PAST, AUXILIARY);
    let head = (i..i + 6).take_while(plain).find(|k| {
        article.shape(*k) == Shape::Lower
            && (!plain(&(k + 1)) || article.is(k + 1, ends) || article.word(k + 1).ends_with("ed"))
    });
    let sort = |k: usize, len: usize| {
        let hit = article.find((k + 1).checked_sub(len)?, class::ORG_NOUN)?;
        hit.id.text(class::ORG_NOUN).filter(|sort| hit.len == len && *sort != "place")
    };
    let k = head.filter(|k| !article.owns(k + 1) && !article.is(*k, any!(ROLE, PERSON_NOUN)))?;
    (1..=3).find_map(|len| sort(k, len))
}

/// Tells men from women by the pronouns near the only person of a sentence.
pub fn genders(article: &Article<'_>, sentences: &[Sentence], names: &mut Names) {
    let mut votes = vec![(0u32, 0u32); names.entities.len()];
    let mut m = 0;
    let mut last: Option<(EntityId, usize)> = None;
    for (number, sentence) in sentences.iter().enumerate() {
        let (mut person, mut from, mut several) = (None, sentence.from, false);
        while let Some(mention) = names.mentions.get(m).filter(|x| x.from < sentence.to) {
            work::step();
            m += 1;
            if !names.is(mention.entity, EntityKind::Person) {
                continue;
            }
            several |= person.is_some_and(|id| id != mention.entity);
            if person.is_none() {
                person = Some(mention.entity);
                from = mention.to;
            }
        }
        if several {
            last = None;
            continue;
        }
        if let Some(id) = person {
            last = Some((id, number));
        }
        let Some((id, _)) = last.filter(|(_, at)| number - at <= CARRIED) else { continue };
        if names.entity(id).is_none_or(|e| e.gender != Gender::Unknown) {
            continue;
        }
        let pronoun =
            (from..sentence.to).find(|i| article.is(*i, any!(MALE_PRONOUN, FEMALE_PRONOUN)));
        // "Ann Day asked the witness whether he knew": not Ann Day.
        let other = |at: usize| {
            (from..at).any(|i| {
                article.is(i, class::PERSON_NOUN)
                    && (article.reads(i - 1, word!("the")) || article.is(i - 1, class::POSSESSIVE))
            })
        };
        if let (Some(at), Some((male, female))) =
            (pronoun.filter(|at| !other(*at)), votes.get_mut(id))
        {
            if article.is(at, class::MALE_PRONOUN) {
                *male += 1;
            } else {
                *female += 1;
            }
        }
    }
    for (entity, (male, female)) in names.entities.iter_mut().zip(votes) {
        if entity.kind == EntityKind::Person && entity.gender == Gender::Unknown {
            entity.gender = if male > 2 * female {
                Gender::Male
            } else if female > 2 * male {
                Gender::Female
            } else {
                Gender::Unknown
            };
        }
    }
}
