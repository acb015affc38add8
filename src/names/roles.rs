//! Roles and organisations of named people, as the article words them.
//!
//! Reads the words before a name ("practice manager Colin Peart"), in apposition ("Ann Weir, independent chair of
//! …"), and before a comma ("the union's national officer, Dean Pryce"). Pronouns are not looked at.

use super::runs::Run;
use super::{EntityId, Mention, Names};
use crate::article::Article;
use crate::lexicon::{Class, WordId, class};
use crate::report::EntityKind;
use crate::sentences::Sentence;
use crate::text::alike;
use crate::tokens::{Gap, Shape, Token};
use crate::work;

/// Longest role in tokens.
const LONGEST: usize = 16;

/// Tokens within which a body is the one that a role means, however seldom it is named.
const CLOSE: usize = 50;

/// Roles that belong to a body, named or not.
const INSIDE: Class = any!(INHOUSE, ROLE_OF);

/// Ends the sorts of a role that many have who belong to no body that the article names.
pub const ONLY: &str = "only";

/// Words that cannot stand inside a role before a name.
const BARS: Class = any!(
    PREPOSITION,
    SUBORDINATOR,
    PRONOUN,
    AUXILIARY,
    SAY,
    SHOW,
    VERB_PAST,
    NAMING,
    CONJUNCTION,
    ADVERB
);

/// Fills in the roles and organisations of the people in `names`.
pub fn find(article: &Article<'_>, sentences: &[Sentence], runs: &[Run], names: &mut Names) {
    let main = names.main_body();
    for run in runs {
        work::step();
        let Some(mention) = names.at(run.from).copied().filter(|m| m.from == run.from) else {
            continue;
        };
        let unknown = is_unknown_single(names, mention.entity);
        if !unknown && !names.is(mention.entity, EntityKind::Person) {
            continue;
        }
        // "In the Senate, the mayor told them": no mayor of that name.
        let link = article.back_over_the(run.from).wrapping_sub(1);
        if unknown && article.reads(link, word!("in")) {
            continue;
        }
        let at_sentence = sentences.partition_point(|s| s.to <= run.from);
        let Some(sentence) = sentences.get(at_sentence) else { continue };
        let behind = || after(article, names, run.to, sentence.to);
        let doing = does(article, names, run.to, sentence.to).filter(|_| !unknown);
        // "Her colleague Ann Day, the charity's manager": what she is says more than whose.
        let related = |(from, to): &(usize, usize)| {
            article.is(*from, class::POSSESSIVE)
                && (last_role(article, *from, *to).is_none()
                    // "His former teacher, Ann Day, who now chairs the parish council"
                    || article.reads(from + 1, word!("former")))
        };
        let first = before(article, names, sentence.from, run);
        let found = first
            .or_else(|| equals(article, sentence.from, run))
            .filter(|found| !related(found))
            .or_else(behind)
            .or(first)
            .or(doing.filter(|(verb, _)| {
                *verb > run.to && (heads(article, *verb) || article.reads(verb + 1, word!("for")))
            }))
            .or_else(|| opened(article, sentence.from, run));
        // "Analyst Ann Day at Harrow Securities", "Ann Day with Harrow Securities"
        let at_work = || {
            let at = run.to + 1;
            let links = article.reads(run.to, word!("at")) || article.reads(run.to, word!("with"));
            let m = names.at(at).filter(|m| links && m.from == at)?;
            names.has_staff(m.entity).then_some(m.entity)
        };
        let beside = body_behind(article, names, run)
            .or_else(|| hired(article, names, run.to).map(|(_, id)| id))
            .or_else(at_work)
            .or_else(|| body_before(article, names, sentence.from, run.from));
        let told = doing.and_then(|doing| told_body(article, names, doing));
        let beside = beside.or_else(|| fronted(article, names, sentence.from, run.from));
        let beside = beside.or(told.filter(|_| found.is_none()));
        let Some((from, to)) = found else {
            if let Some((role, body)) = shared(article, names, run.from)
                && let Some(e) = names.entities.get_mut(mention.entity)
                && e.role.is_none()
            {
                (e.role, e.organisation) = (role, e.organisation.or(body));
            }
            if let Some(e) = names.entities.get_mut(mention.entity)
                && e.kind == EntityKind::Person
            {
                e.organisation = e.organisation.or(beside);
            }
            continue;
        };
        // "The harbour's owner, Halvane,": bodies own and run things too.
        if is_unknown_single(names, mention.entity)
            && !run.role
            && article.shape_before(run.from) == Shape::Comma
            && last_role(article, from, to).is_some_and(|head| head.is(class::OWNING))
        {
            if let Some(e) = names.entities.get_mut(mention.entity) {
                e.kind = EntityKind::Organisation;
            }
            continue;
        }
        // "who represents Norton ward"
        let ward = || (from..to).any(|i| article.reads(i, word!("ward")));
        let councillor = (run.from..run.name_from).any(|i| article.is(i, class::COUNCIL_TITLE))
            || article.reads(from, word!("represents")) && ward();
        // "professor of zoology at the institute and adviser to the board": of the first.
        let and = (from + 1..to)
            .find(|i| {
                article.reads(*i, word!("and"))
                    && (1..4).any(|k| article.find(i + k, class::ROLE).is_some())
            })
            .filter(|_| from >= run.to);
        let first = and.and_then(|and| {
            body_in(article, names, from, and).or_else(|| described(article, names, from, and))
        });
        // "Marsh Hill Mayor Ann Day": of the place.
        let mayor = to - 1;
        let place = article.reads(mayor, word!("mayor"))
            && mayor > from + 1
            && (from..mayor).all(|i| {
                article.shape(i) == Shape::Title && !article.is(i, any!(ROLE, PARTISAN, DEMONYM))
            })
            && !article.is(mayor - 1, any!(ORG_NOUN, ORG_HEAD));
        let first = first.or_else(|| place.then(|| named_so(article, names, from, mayor)));
        let body = first
            .or_else(|| set_up(article, names, from, to))
            .or_else(|| long_body(article, names, from, to))
            .or_else(|| body_in(article, names, from, to))
            .or_else(|| body_of_letters(article, names, from, run.from))
            .or(beside);
        // "Labour leader Cllr Ann Day": of the council, where one is named.
        let council = if councillor { names.body_of_sort("council", run.from) } else { None };
        let party = |id: &EntityId| names.entity(*id).is_some_and(|e| e.sort == "party");
        let body = body.filter(|id| council.is_none() || !party(id));
        // "Labour’s Ann Day, who chairs the transport committee"
        let body = match body {
            Some(id) if party(&id) => described(article, names, from, to).or(body),
            body => body,
        };
        let role = article.spaced(from, to);
        let head = last_role(article, from, to);
        // "the union's president" is of no company, "the head of Mercury" of nobody else, though it is not known for a body.
        let sorts = sorts_of(article, from, to);
        let named = article.shape(to - 1).is_capital() && of_body(article, from, to).is_some()
            || sorts.is_none()
                // "Board chair Ann Day": of the body that has the board.
                && owner_noun(article, from, to)
                    .is_some_and(|i| article.text_at(i, class::ORG_NOUN) != Some("committee"));
        // "a new finance director" has the body's one office.
        let one_of_many = (article.reads(from, word!("a")) || article.reads(from, word!("an")))
            && !article.reads(from + 1, word!("new"));
        // "a nurse" may be of any hospital, but where one is named that is the one.
        let one_of_many = one_of_many && sorts.is_none_or(|sorts| !sorts.ends_with(ONLY));
        let inside = (head.is_some_and(|c| c.is(INSIDE)) || sorts.is_some())
            && !(named || one_of_many || (from..to).any(|i| article.reads(i, word!("retired"))));
        // "one of its analysts"
        let many = article.reads(from, word!("one")) && article.reads(from + 1, word!("of"));
        let own = from + 2 * usize::from(many);
        let owned = article.is(own, class::POSSESSIVE) && !article.reads(from, word!("our"));
        let outside = article.is(to - 1, class::OUTSIDE);
        let subject = sentences.get(at_sentence.wrapping_sub(1)).filter(|_| inside || outside);
        let subject = subject.and_then(|s| subject_body(article, names, s));
        let organisation = body.or_else(|| described(article, names, from, to)).or_else(|| {
            // "her partner" is of no body, "with analyst Ann Day saying" of the subject's.
            let with = article.reads(from.wrapping_sub(1), word!("with"))
                && article.shape(from) == Shape::Lower
                && (inside || article.is(run.to, class::VERB_ING));
            // "her deputy", "his director of roads": of hers and his.
            let staff = head.is_some_and(|head| head.is(class::INHOUSE)) && to > from + 2;
            let staff = staff && article.is(from, any!(MALE_PRONOUN, FEMALE_PRONOUN));
            if owned && (staff || sorts.is_some_and(|sorts| sorts.contains("same"))) {
                let before = names.mentions.partition_point(|m| m.from < from);
                let person = |m: &&Mention| names.is(m.entity, EntityKind::Person);
                let last = names.mentions.get(..before)?.iter().rev().take(FIRST).find(person)?;
                return names.entity(last.entity)?.organisation;
            }
            if councillor {
                return council;
            }
            let whose = article.reads(from.wrapping_sub(1), word!("whose"));
            if owned || with || whose {
                let its = whose
                    || article.reads(own, word!("its"))
                    || article.reads(own, word!("their")) && inside;
                // "Harrow Rail, whose": right before.
                let near = names.at(from.wrapping_sub(3)).filter(|_| whose).map(|m| m.entity);
                let near = near.filter(|id| names.has_staff(*id));
                return near
                    .or_else(|| its_body(article, sentences, names, from, sorts.filter(|_| its)))
                    .filter(|_| its || !owned);
            }
            // "Harrow Securities has cut the shares to hold. Analyst Ann Day said"
            let subject = subject.filter(|id| !outside || Some(*id) != main);
            if !inside || outside && subject.is_some() {
                return subject;
            }
            inherent_body(article, names, (main, subject), (from, to), run.from)
        });
        let organisation = organisation.or_else(|| portfolio(article, names, from, to));
        // "the study's lead author", "Co-author Ann Day"
        let the = || (from + 1..to).any(|i| article.reads(i, word!("the")));
        let wrote =
            article.reads(to - 1, word!("author")) && to > from + 1 && (!one_of_many || the());
        let study = if wrote { research_body(article, names, false) } else { None };
        // "the paper's lead author": of no newspaper.
        let organisation = organisation.filter(|id| study.is_none() || names.has_staff(*id));
        let organisation = organisation.or(study).or(told);
        if let Some(e) = names.entities.get_mut(mention.entity) {
            // "who led the work": what somebody is says more, and more than whose kin.
            let kin = |known: &str| {
                let whose = crate::lexicon::first_word(&super::small(known));
                let last = crate::lexicon::last_word(known);
                whose.is(any!(MALE_PRONOUN, FEMALE_PRONOUN)) && last.is(class::PERSON_NOUN)
            };
            if e.role.as_ref().is_none_or(|known| known.starts_with("led ") || kin(known)) {
                e.kind = EntityKind::Person;
                e.role = Some(role);
                e.organisation = organisation.or(e.organisation);
            } else {
                e.organisation = e.organisation.or(beside);
            }
        }
    }
    titles(article, runs, names);
    listed(article, sentences, runs, names);
    sides(article, main, names);
    introduced(article, sentences, names);
    retold(article, sentences, names);
}

/// "Board members Ann Day and Bob Lee": the office of the first, and whose it is, for whoever token `at` names.
#[inline(never)]
fn shared(
    article: &Article<'_>,
    names: &Names,
    at: usize,
) -> Option<(Option<String>, Option<EntityId>)> {
    let and = at.checked_sub(1).filter(|i| article.reads(*i, word!("and")))?;
    let first = names.entity(names.at(and.wrapping_sub(1))?.entity)?;
    let office = crate::lexicon::last_word(first.role.as_deref()?);
    let many = office.is(any!(ROLE_PLURAL, GROUP_NOUN));
    many.then(|| (first.role.clone(), first.organisation))
}

/// "rivers minister", of the Ministry of Mills and Rivers: the department whose name has the minister's subject.
#[inline(never)]
fn portfolio(article: &Article<'_>, names: &Names, from: usize, to: usize) -> Option<EntityId> {
    let office = to - 1;
    if !article.reads(office, word!("minister")) && !article.reads(office, word!("secretary")) {
        return None;
    }
    let subject = office.checked_sub(1).filter(|i| *i >= from && article.shape(*i).is_word())?;
    if (from..subject).any(|i| article.reads(i, word!("shadow"))) {
        return None;
    }
    let fits = |e: &super::Entity| {
        work::step();
        e.sort == "department" && e.name.split(' ').any(|w| alike(w, article.word(subject)))
    };
    names.entities.iter().take(PLACES).position(fits)
}

/// "Norton", "Norton Town": many a club's name does not say that it is one.
fn is_club(names: &Names, id: EntityId) -> bool {
    names.entity(id).is_some_and(|e| {
        ["club", "place", ""].contains(&e.sort)
            && !crate::lexicon::last_word(&e.name).is(class::ORG_HEAD)
    })
}

/// "Ann Day praised her players … The manager": of the club that the article is about.
fn sides(article: &Article<'_>, club: Option<EntityId>, names: &mut Names) {
    let Some(club) = club.filter(|id| is_club(names, *id)) else { return };
    let his = |i: usize| {
        article.is(i, class::POSSESSIVE) && article.is(i, any!(MALE_PRONOUN, FEMALE_PRONOUN))
    };
    let trainer = |i: &usize| {
        article.is(*i, class::TRAINER)
            && (article.reads(i - 1, word!("the")) || his(i - 1))
            && !article.shape(i + 1).is_capital()
    };
    let trainer = (1..article.len().min(TRAINED)).find(trainer);
    for m in names.mentions.iter().take(PLACES) {
        work::step();
        let Some(e) = names.entities.get_mut(m.entity) else { continue };
        if trainer.is_some() && e.role.as_deref() == Some("Captain") {
            e.organisation = e.organisation.or(Some(club));
        }
        if e.kind == EntityKind::Person
            && e.role.is_none()
            && e.weight > 2
            && (m.to + 1..m.to + CLOSE).any(|i| article.is(i, class::SIDE) && his(i - 1))
        {
            e.organisation = e.organisation.or(Some(club));
            e.role = trainer.map(|i| article.spaced(i, i + 1));
        }
    }
}

/// Tokens of an article in which its manager may be called so.
const TRAINED: usize = 4000;

/// "Ann Day needs no proof. The 41-year-old electrician was hit": whom the sentence before is about.
fn retold(article: &Article<'_>, sentences: &[Sentence], names: &mut Names) {
    for pair in sentences.windows(2) {
        work::step();
        let [told, s] = pair else { continue };
        blunt(article, told, s, names);
        let old = s.from + 5;
        if !article.reads(s.from, word!("the"))
            || article.shape(old) != Shape::Hyphen && !article.reads(old, word!("old"))
            || article.shape(s.from + 1) != Shape::Number
        {
            continue;
        }
        let from = (old..old + 2).find(|i| article.reads(*i, word!("old"))).map(|i| i + 1);
        let Some(from) = from else { continue };
        let role = (from..from + 4).find_map(|i| Some(i + article.find(i, class::ROLE)?.len));
        let subject = names.within(told.from, told.to).next().filter(|m| m.from == told.from);
        if let Some((end, m)) = role.zip(subject.copied())
            && let Some(e) = names.entities.get_mut(m.entity)
            && e.kind == EntityKind::Person
            && e.role.is_none()
        {
            e.role = Some(article.spaced(from, end));
        }
    }
}

/// "The union's secretary was blunt. “It is late,” said Ann Day": the role of whom the next sentence names.
fn blunt(article: &Article<'_>, told: &Sentence, s: &Sentence, names: &mut Names) {
    let opens = article.is(told.from, any!(DETERMINER, POSSESSIVE));
    if !opens || first_person(names, told).is_some() {
        return;
    }
    let mut near = told.from + 1..told.to.min(told.from + LONGEST);
    let verb = any!(BE, AUXILIARY, MOOD);
    let Some(be) = near.find(|i| article.is(*i, verb)) else { return };
    // "was blunt", "was not convinced", "disagreed", "would not"
    let mood = (be..told.to).any(|i| article.is(i, any!(MOOD, NEGATION)));
    let short = told.to <= be + 7 && mood;
    let office = any!(INHOUSE, LAWMAKER, ROLE_OF);
    let owned = (told.from..be).any(|i| article.owns(i));
    let head = last_role(article, told.from, be);
    if !short || !owned && head.is_none_or(|head| !head.is(office)) {
        return;
    }
    // "said Ann Day, who", and not "said Ann Day, a fan"
    let apposed = any!(DETERMINER, INDEFINITE, POSSESSIVE);
    let said = |m: &Mention| {
        let say = m.from.wrapping_sub(1);
        let before = article.is(say, class::SAY) && names.at(say).is_none();
        let behind = article.shape_before(m.from).is_quote_mark() && article.is(m.to, class::SAY);
        let told = article.shape(m.to) == Shape::Comma && article.is(m.to + 1, apposed);
        m.from > s.from && (before || behind) && !told
    };
    if role_ends(article, told.from, be)
        && let Some(m) = first_person(names, s).filter(said)
        && names.entity(m.entity).is_some_and(|e| e.role.is_none())
    {
        let body = body_in(article, names, told.from, be);
        if let Some(e) = names.entities.get_mut(m.entity) {
            e.role = Some(article.spaced(told.from, be));
            e.organisation = e.organisation.or(body);
        }
    }
}

/// Sentences at the start of an article, headlines and lines below them included, that may tell of somebody before the name.
const LEAD: usize = 12;

/// The first person that a sentence names.
#[inline(never)]
fn first_person(names: &Names, s: &Sentence) -> Option<Mention> {
    let mut named = names.within(s.from, s.to);
    named.find(|m| names.is(m.entity, EntityKind::Person)).copied()
}

/// "A bus driver who … has been jailed. Ann Day, 44, …": who is told of first and named in the next sentences.
fn introduced(article: &Article<'_>, sentences: &[Sentence], names: &mut Names) {
    for (number, s) in sentences.iter().enumerate().take(LEAD) {
        work::step();
        let the = article.reads(s.from, word!("the"));
        if !(the || article.is(s.from, class::INDEFINITE)) || first_person(names, s).is_some() {
            continue;
        }
        let verb = any!(RELATIVE, AUXILIARY, VERB_PAST, ADVERB);
        let head = (s.from + 1..s.to.min(s.from + 6)).find_map(|i| {
            let end = i + article.find(i, class::ROLE)?.len;
            // "The minister for roads has"
            let links =
                the && (article.reads(end, word!("for")) || article.reads(end, word!("of")));
            let far = (end..end + 8).filter(|_| links).find(|i| article.is(*i, class::AUXILIARY));
            far.or(article.is(end, verb).then_some(end))
        });
        let clean = |end: &usize| {
            the || !(s.from + 1..*end).any(|i| article.is(i, any!(PREPOSITION, CONJUNCTION)))
        };
        let Some(end) = head.filter(clean) else { continue };
        let role = article.spaced(s.from + 1, end);
        // "Ann Day, 44," or else "Ann Day, of Mill Lane," opens a sentence.
        let near = || sentences.iter().skip(number + 1).take(4);
        let first = near().find_map(|s| first_person(names, s));
        let opens = |m: &Mention| {
            article.shape(m.to) == Shape::Comma
                && near().any(|s| {
                    s.from == m.from
                        || s.from < m.from && article.shape_before(m.from) == Shape::Comma
                })
        };
        let aged = |m: &Mention| opens(m) && article.shape(m.to + 1) == Shape::Number;
        // "The minister has closed a mill. In May, Ann Day said"
        let says = |m: &Mention| article.is(m.to, any!(SAY, AUXILIARY));
        let told = if the {
            near().next().and_then(|s| first_person(names, s)).filter(says)
        } else {
            near().find_map(|s| first_person(names, s).filter(aged)).or(first.filter(opens))
        };
        // What somebody is says more than where that one works.
        let open = |known: &str| crate::lexicon::first_word(known).is(any!(VERB_PAST, VERB_S));
        let body = body_in(article, names, s.from + 1, end);
        if let Some(m) = told
            && let Some(e) = names.entities.get_mut(m.entity)
            && e.role.as_deref().is_none_or(open)
        {
            e.role = Some(role);
            e.organisation = e.organisation.or(body);
        }
        return;
    }
}

/// "Dr Ann Day of the Institute for Rivers, a thinktank", "Ann Day, of Mill Watch,": the body behind a name.
fn body_behind(article: &Article<'_>, names: &Names, run: &Run) -> Option<EntityId> {
    let to = run.to;
    let comma = usize::from(article.shape(to) == Shape::Comma);
    let link = to + comma;
    // "Ann Day, on behalf of Mill Watch,"
    let behalf = if article.reads(link + 1, word!("behalf")) { 2 } else { 0 };
    // "Ann Day, whose firm, Harrow Legal,": not its sister.
    if comma > 0 && article.reads(link, word!("whose")) {
        // "whose engineering firm, Harrow & Sons,"
        let one = usize::from(article.find(link + 1, class::ORG_NOUN).is_none());
        let hit = article.find(link + 1 + one, class::ORG_NOUN)?;
        let name = link + 1 + one + hit.len;
        let name = name + usize::from(article.shape(name) == Shape::Comma);
        return names.at(name).filter(|m| m.from == name).map(|m| m.entity);
    }
    // "Ann Day, speaking for Mill Watch,"
    let acting = article.find(link, class::ACTING_FOR).map(|hit| hit.len - 1);
    let with = comma > 0 && (acting.is_some() || article.reads_any(link, &words!["with", "for"]));
    let link = link + behalf + acting.unwrap_or(0);
    if !with && !article.reads_any(link, &words!["of", "from"]) {
        return None;
    }
    let the = article.reads(link + 1, word!("the"));
    let at = link + 1 + usize::from(the);
    // "of law firm Lowe Wharton", "of the charity Mill Watch", "of the Norton-based firm Lowe Wharton"
    let based = the && article.shape(at + 1) == Shape::Hyphen;
    let at = at + 3 * usize::from(based && article.is(at + 2, class::COMPOUND_TAIL));
    let noun = (at..at + 3)
        .take_while(|i| article.shape(*i) == Shape::Lower)
        // "of the trade body the Millers' Association"
        .find_map(|i| {
            let hit = article.find(i, any!(ORG_NOUN, ROLE_PLURAL))?;
            names.at(article.past_the(i + hit.len))
        });
    if let Some(m) = noun {
        let named = !names.is(m.entity, EntityKind::Place);
        return named.then_some(m.entity);
    }
    let Some(mention) = names.at(at).filter(|m| m.from == at) else {
        // "Sgt Ann Day, of the force's roads team"
        return if the { owned_by(article, names, at) } else { None };
    };
    // "Ann Day of the Courier", "analyst Ann Day of Lowe Wharton"
    let comma = usize::from(article.shape_before(run.from) == Shape::Comma);
    let outside =
        acting.is_some() || article.is(run.from.wrapping_sub(1 + comma), any!(OUTSIDE, ADVISING));
    if (the || outside) && names.is(mention.entity, EntityKind::Unknown) {
        return Some(mention.entity);
    }
    let e = names.entity(mention.entity).filter(|e| e.kind == EntityKind::Organisation)?;
    let body = !e.sort.is_empty()
        || outside
        || article.reads(mention.to + 1, word!("which"))
        || article.is(mention.from, class::OF_HEAD)
        || the && mention.to > mention.from + 1
        || (mention.from..mention.to).any(|i| article.is(i, any!(ORG_HEAD, ORG_KNOWN, FOOTBALL)));
    body.then_some(mention.entity)
}

/// "Reform UK's Cllr Ann Day", "the firm's Ann Day": the body that owns a name.
fn body_before(article: &Article<'_>, names: &Names, start: usize, at: usize) -> Option<EntityId> {
    let owner = at.checked_sub(2).filter(|i| *i >= start && article.owns(i + 1))?;
    if article.gap(at) != Gap::Space {
        return None;
    }
    match names.at(owner) {
        Some(m) => names.is(m.entity, EntityKind::Organisation).then_some(m.entity),
        // "The Norwegian bank's Ann Day": of the one that was named.
        None if article.is(owner.wrapping_sub(1), class::DEMONYM)
            && article.reads(owner.wrapping_sub(2), word!("the")) =>
        {
            named_last(names, owner).or_else(|| owned_by(article, names, owner))
        }
        None => owned_by(article, names, owner),
    }
}

/// "the union's", "the teachers' union's": the body that the noun at token `i` means.
#[must_use]
pub fn owned_by(article: &Article<'_>, names: &Names, i: usize) -> Option<EntityId> {
    let hit = article.find(i, class::ORG_NOUN)?;
    let sort = hit.id.text(class::ORG_NOUN)?;
    // "the hotel association": no hotel.
    if hit.len == 1 && article.shape(i + 1) == Shape::Lower && article.is(i + 1, class::ORG_NOUN) {
        return None;
    }
    // "Parish council chairman": of no other council.
    if sort == "council" && article.reads(i + 1, word!("council")) {
        return names.body_called(article.word(i), i);
    }
    // "the group's" may be anybody's, "the council's" only a council's.
    let open = sort == "company" || article.is(i, class::ANY_BODY);
    // "the agency's", of the Environment Agency
    let called = || names.body_called(article.word(i), i);
    // "League spokesman": of the league, and of no association.
    let found = if open || sort == "club" { called() } else { None };
    // "the institute's", of the Institute for Rivers, whatever that is
    found.or_else(|| names.body_of_sorts(sort, i, open)).or_else(called)
}

/// "its governor": the body that the sentence speaks of first, else the one before it.
fn its_body(
    article: &Article<'_>,
    sentences: &[Sentence],
    names: &Names,
    at: usize,
    sorts: Option<&str>,
) -> Option<EntityId> {
    let nth = sentences.partition_point(|s| s.to <= at);
    let back = sentences.get(nth.saturating_sub(BACK)..=nth)?.iter().rev();
    let near = |s: &Sentence, fits: &dyn Fn(&Mention) -> bool| {
        let near = names.within(s.from, s.to).take(FIRST).filter(|m| m.from < at);
        let mut near = near.filter(|m| !in_marks(article, m, at));
        near.find(|m| fits(m)).map(|m| m.entity)
    };
    // "The mill is run by Harrow Water. Its director": its agent. "The school belongs to the Mill Trust, which runs ten."
    let agent = |m: &Mention| {
        let by = article.back_over_the(m.from).wrapping_sub(1);
        let told = article.shape(m.to) == Shape::Comma && article.reads(m.to + 1, word!("which"));
        (told || article.reads(by, word!("by")) && is_done(article, by.wrapping_sub(1)))
            && names.has_staff(m.entity)
    };
    let of = |kind: EntityKind, s: &Sentence| near(s, &|m| names.is(m.entity, kind));
    // "its analyst": sooner of a broker than of whom it speaks.
    let office = |m: &Mention| {
        let sort = names.entity(m.entity).map_or("", |e| e.sort);
        !sort.is_empty() && sorts.is_some_and(|sorts| sorts.split(' ').any(|s| s == sort))
    };
    // "Harrow kept its view but Lowe Wharton, which": the clause that comes last.
    let turn = |m: &Mention| office(m) && article.reads(m.from.wrapping_sub(1), word!("but"));
    let kin = back.clone().find_map(|s| near(s, &turn).or_else(|| near(s, &office)));
    // What nobody is and no place is that.
    // "The association, which owns the mill, is late. Its chair"
    let the = |s: &Sentence| {
        let bare = names.within(s.from, s.from + 5).next().is_none();
        if bare && article.reads(s.from, word!("the")) {
            owned_by(article, names, s.from + 1)
        } else {
            None
        }
    };
    let named = |s| of(EntityKind::Organisation, s).or_else(|| of(EntityKind::Unknown, s));
    let other =
        || back.clone().find_map(|s| near(s, &agent).or_else(|| the(s)).or_else(|| named(s)));
    kin.or_else(other)
}

/// Whether a mark closes behind a name and before token `at`: then the name stands in somebody's words.
fn in_marks(article: &Article<'_>, m: &Mention, at: usize) -> bool {
    let mark = |i: &usize| article.shape(*i).is_quote_mark() && !article.owns(*i);
    (m.to..at.min(m.to + CLOSE)).find(mark).is_some_and(|i| article.gap(i) == Gap::None)
}

/// "run", "owned", "is operated": a participle.
fn is_done(article: &Article<'_>, i: usize) -> bool {
    article.is(i, class::VERB_PAST)
        || article.word(i).ends_with("ed")
        // "one of five run by"
        || article.reads(i, word!("run"))
        || article.is(i.wrapping_sub(1), class::BE)
}

/// Sentences before its own that "its" may point back to.
const BACK: usize = 3;

/// Names of a sentence among which that body is looked for.
const FIRST: usize = 12;

/// The noun for a body that owns a role: "the regulator's chief", "the advice group's editor".
fn owner_noun(article: &Article<'_>, from: usize, to: usize) -> Option<usize> {
    (from..to).find(|i| {
        let clitic = article.owns(i + 1);
        // "Health authority vice-president", "the harbour board chairman"
        let first = *i == from
            || article.find(i + 1, class::ROLE).is_some()
                && article.find(from, class::ORG_NOUN).is_none()
                && (from..*i).all(|k| article.shape(k) == Shape::Lower || k == from)
            || *i == from + 1 && article.is(from, class::DETERMINER);
        (clitic || first && article.find(*i, class::ROLE).is_none())
            && article.text_at(*i, class::ORG_NOUN).is_some()
    })
}

/// "PWD Minister Ann Day": the body whose letters stand in a role in capitals.
fn body_of_letters(
    article: &Article<'_>,
    names: &mut Names,
    from: usize,
    to: usize,
) -> Option<EntityId> {
    let letters = (from..to).find(|i| article.shape(*i) == Shape::Upper)?;
    let same = |m: &&Mention| {
        work::step();
        m.to == m.from + 1
            && article.word(m.from) == article.word(letters)
            && names.is(m.entity, EntityKind::Organisation)
    };
    let met = names.mentions.iter().take(PLACES).find(same).map(|m| m.entity);
    // "NQP leader Ann Day": letters that stand nowhere else.
    let alone = letters == from
        && (3..5).contains(&article.word(from).len())
        && article.at(from).word == WordId::NONE
        && last_role(article, from, to).is_some_and(|head| head.is(class::INHOUSE));
    met.or_else(|| alone.then(|| named_so(article, names, from, from + 1)))
}

fn is_unknown_single(names: &Names, id: EntityId) -> bool {
    names.is(id, EntityKind::Unknown)
}

/// A councillor is of the council that the article is about; a title that tells an office is a role where there is no other.
fn titles(article: &Article<'_>, runs: &[Run], names: &mut Names) {
    for run in runs {
        work::step();
        let Some(mention) = names.at(run.from).copied().filter(|_| run.title) else { continue };
        let office = article.find(run.from, class::TITLE_OFFICE);
        let role = office.and_then(|_| {
            let open = names.entity(mention.entity).is_some_and(|e| e.role.is_none());
            open.then(|| article.spaced(run.from, run.name_from))
        });
        let council = (run.from..run.name_from).any(|i| article.is(i, class::COUNCIL_TITLE));
        let sorts = if council {
            Some("council")
        } else {
            // "the Rev Ann Day": of the church.
            office
                .filter(|_| role.is_some())
                .or_else(|| article.find(run.from, class::ROLE_OF))
                .and_then(|hit| hit.id.text(class::ROLE_OF))
        };
        // "Norton Fire Department Capt. Ann Day"
        let beside = names.at(run.from.wrapping_sub(1)).filter(|m| m.to == run.from);
        let beside = beside.filter(|m| names.is(m.entity, EntityKind::Organisation));
        let body = beside
            .filter(|_| role.is_some())
            .map(|m| m.entity)
            .or_else(|| sorts.and_then(|sorts| names.body_of_sorts(sorts, run.from, false)));
        if let Some(e) = names.entities.get_mut(mention.entity) {
            e.organisation = e.organisation.or(body);
            e.role = e.role.take().or(role);
        }
    }
}

/// The entry of the last role word in `from..to`.
fn last_role(article: &Article<'_>, from: usize, to: usize) -> Option<WordId> {
    let mut found = None;
    let mut i = from;
    while i < to {
        match article.find(i, class::ROLE) {
            Some(hit) => {
                found = found.filter(|id: &WordId| id.is(INSIDE)).or(Some(hit.id));
                i += hit.len;
            }
            None => i += 1,
        }
    }
    found
}

/// "chair of Coventry safeguarding children board": a name whose last words are small.
fn long_body(article: &Article<'_>, names: &mut Names, from: usize, to: usize) -> Option<EntityId> {
    let mention = names.within(from, to).last().copied()?;
    let small = |i: usize| {
        article.shape(i) == Shape::Lower && !article.is(i, BARS) && !article.is(i, class::ROLE)
            // "the Norton tenants’ association"
            || article.owns(i) && article.word(i - 1).ends_with('s')
    };
    // "an analyst at the Norwegian bank": the one that the article has spoken of.
    if end_of_told(article, mention, to) {
        return owned_by(article, names, to - 1).or_else(|| named_last(names, from));
    }
    // "White House press secretary", but "chair of the Commons rivers committee"
    let known = names.entity(mention.entity).is_some_and(|e| !e.sort.is_empty());
    let end = (mention.to..to.min(mention.to + 5)).take_while(|i| small(*i)).find(|i| {
        let sort = article.text_at(*i, class::ORG_NOUN);
        let head = || article.is(*i, class::ORG_HEAD) && article.find(*i, class::ROLE).is_none();
        // "the Norton students’ union"
        let theirs = article.owns(i.wrapping_sub(1));
        let ends = if known { sort == Some("committee") || theirs && head() } else { head() };
        ends && !article.owns(i + 1)
    })? + 1;
    Some(named_so(article, names, mention.from, end))
}

/// The body that is named last before token `at`.
fn named_last(names: &Names, at: usize) -> Option<EntityId> {
    let before = names.mentions.partition_point(|m| m.from < at);
    let near = names.mentions.get(before.saturating_sub(FIRST)..before)?;
    near.iter().rfind(|m| names.has_staff(m.entity)).map(|m| m.entity)
}

/// "the Norwegian bank", "the Norton stockbroker": whether a description ends at token `to` that only says from where.
fn end_of_told(article: &Article<'_>, mention: Mention, to: usize) -> bool {
    let sort = article.text_at(to - 1, class::ORG_NOUN);
    mention.to + 1 == to
        && mention.to == mention.from + 1
        && article.shape(to - 1) == Shape::Lower
        && sort.is_some_and(|sort| ["bank", "fund", "company"].contains(&sort))
        && article.reads(mention.from.wrapping_sub(1), word!("the"))
        && article.reads_any(mention.from.wrapping_sub(2), &words!["at", "with", "for", "of"])
}

/// "who set up a swimming group, the Norton Dippers,": the body behind what it is.
fn set_up(article: &Article<'_>, names: &mut Names, from: usize, to: usize) -> Option<EntityId> {
    let what = article.find(to.wrapping_sub(1), any!(ORG_NOUN, ORG_HEAD)).is_some()
        && (from..to).any(|i| article.is(i, class::INDEFINITE));
    // "a spokesman for the Mills Department, Ann Day,"
    let named = names.at(to - 1).is_some()
        || article.is(article.past_the(to + 1), any!(GIVEN_MALE, GIVEN_FEMALE));
    if article.shape(to) != Shape::Comma || !what || named {
        return None;
    }
    let name = article.past_the(to + 1);
    let m = *names.at(name).filter(|m| m.from == name)?;
    let open = !names.is(m.entity, EntityKind::Place)
        && names.entity(m.entity).is_some_and(|e| e.role.is_none());
    let ends = matches!(article.shape(m.to), Shape::Comma | Shape::Period);
    let body = names.entities.get_mut(m.entity).filter(|_| open && ends)?;
    body.kind = EntityKind::Organisation;
    Some(m.entity)
}

/// The body with the name `from..end`, a new one if it is not known.
fn named_so(article: &Article<'_>, names: &mut Names, from: usize, end: usize) -> EntityId {
    let name = article.spaced(from, end);
    let known = names.entities.iter().take(PLACES).position(|e| e.name == name);
    known.unwrap_or_else(|| {
        let sort = article.text_at(end - 1, class::ORG_NOUN).unwrap_or("");
        names.entities.push(super::Entity {
            name,
            kind: EntityKind::Organisation,
            sort,
            weight: 1,
            ..Default::default()
        });
        names.entities.len() - 1
    })
}

/// The body that stands inside a role: "the CQC's deputy director", "chair of Coventry safeguarding children board".
#[inline(never)]
fn body_in(article: &Article<'_>, names: &Names, from: usize, to: usize) -> Option<EntityId> {
    let council = sorts_of(article, from, to) == Some("council");
    // "CQC head of wards in Norton Vale", "a baker from Norton"
    let place = |m: &Mention| {
        let name = article.back_over_the(m.from);
        let link = name.wrapping_sub(1);
        name > from && (article.reads(link, word!("in")) || article.reads(link, word!("from")))
    };
    // "head of Mercury", and not "the MP for Norton"
    let inside = last_role(article, from, to).is_some_and(|head| head.is(class::INHOUSE));
    let state = (from..to).any(|i| article.find(i, class::LAWMAKER).is_some());
    let bound = |m: &Mention| {
        let link = m.from.wrapping_sub(1);
        m.from == from && !state
            || inside
            || !(article.reads(link, word!("of")) || article.reads(link, word!("for")))
    };
    let number = |i: usize| article.shape(i) == Shape::Number;
    let numbered = |i: usize| {
        let last = i.wrapping_sub(1);
        let th = article.shape(last).is_word() && article.gap(last) == Gap::None;
        number(last) || th && number(last.wrapping_sub(1))
    };
    let named = names.within(from, to).filter(|m| {
        names.entity(m.entity).is_some_and(|e| {
            // "represents Norton ward"
            let goes_on = m.from > from + usize::from(article.is(from, class::DETERMINER))
                && article.shape(m.to) == Shape::Lower
                && !article.is(m.to, any!(PREPOSITION, CONJUNCTION));
            (e.kind == EntityKind::Organisation
                || e.kind == EntityKind::Unknown && bound(m) && !goes_on)
                // "Labour councillor", "Green councillor": of the council.
                && !(council && (e.sort == "party" || e.kind == EntityKind::Unknown))
                && !(place(m) && e.sort.is_empty())
                // "represents the 4th Ward"
                && !numbered(m.from)
        })
    });
    // "Harrow Rail's director for Norton": the owner first.
    let owner = |m: &Mention| m.from <= from + 1 && article.owns(m.to);
    // "runs a fund at Harrow Mills and holds Norton Water shares"
    let linked =
        |m: &Mention| article.reads_any(m.from.wrapping_sub(1), &words!["at", "for", "with"]);
    let last = named.max_by_key(|m| (owner(m), !place(m), linked(m))).map(|m| m.entity);
    if last.is_some() {
        return last;
    }
    // "Coventry's cabinet member": the council of that place.
    let place = names.within(from, to).find(|m| names.is(m.entity, EntityKind::Place));
    // "Norton Mayor Ann Day", "a Norton goalkeeper": the place is the council's and the club's name.
    if let Some(place) = place.filter(|m| m.from <= from + 1)
        && sorts_of(article, from, to).is_some_and(|sorts| sorts.starts_with("club"))
            | (article.reads(place.to, word!("mayor")) && place.from == from)
    {
        let body = body_of_place(article, names, place.from, place.to);
        // "Norton mayor": of no Norton Tramway.
        let mayor = article.reads(to - 1, word!("mayor"));
        let council = |id: &EntityId| names.entity(*id).is_some_and(|e| e.sort == "council");
        return body.filter(|id| !mayor || council(id)).or(Some(place.entity));
    }
    if let Some(place) = place
        && !(from..to).any(|i| article.is(i, class::LAWMAKER) && !article.is(i, class::INHOUSE))
        && let Some(id) = body_of_place(article, names, place.from, place.to)
    {
        return Some(id);
    }
    // "the authority's cabinet member", "the union's national officer", "Council leader"; not "Coalition senator".
    let noun = owner_noun(article, from, to)?;
    let side = state && article.text_at(noun, class::ORG_NOUN) == Some("group");
    if side && !article.owns(noun + 1) { None } else { owned_by(article, names, noun) }
}

/// "president of the state teachers union": a body that only its description names.
fn described(article: &Article<'_>, names: &mut Names, from: usize, to: usize) -> Option<EntityId> {
    let body = |link: usize| small_body(article, link, to);
    // "chairs the mill association in Norton"
    let heads = || article.find(from, class::HEADS_VERB).map(|hit| from + hit.len - 1);
    let heads = || heads().filter(|verb| article.reads(verb + 1, word!("the")));
    // "head of rivers at the agency"
    let at = || (from + 1..to).take(LONGEST).find(|i| article.reads(*i, word!("at")));
    // "Parish council chairman", "Central bank governor"
    let whole = article.find(from, class::ORG_NOUN).map(|hit| from + hit.len);
    let parish = whole.filter(|end| {
        // "Students’ union president"
        let long = *end == from + 2 || *end == from + 3 && article.owns(from + 1);
        long && article.find(*end, class::ROLE).is_some()
    });
    let found = parish
        .map(|end| (from, end))
        .or_else(|| of_words(article, from, to).and_then(body))
        .or_else(|| at().and_then(body))
        .or_else(|| {
            // A committee is a council's.
            let sort = |end: usize| article.text_at(end - 1, class::ORG_NOUN);
            // "chairs the parish council": no other council.
            // "chairs the transport select committee": where no council is that has it.
            let select = |start, end| {
                let council = names.body_of_sort("council", start).is_some();
                sort(end) == Some("committee") && start + 1 < end && !council
            };
            let local = words!["parish", "town", "village", "community"];
            let parish = |start, end| {
                let council = sort(end) == Some("council") && start + 2 == end;
                council && article.reads_any(start, &local)
            };
            heads().and_then(body).filter(|(s, end)| {
                sort(*end) == Some("club") || parish(*s, *end) || select(*s, *end)
            })
        })
        .or_else(|| {
            let noun = owner_noun(article, from, to).filter(|i| article.owns(i + 1))?;
            let council = article.text_at(noun, class::ORG_NOUN) == Some("committee")
                && names.body_of_sort("council", noun).is_some();
            if council { None } else { told_before(article, noun) }
        })?;
    meant(article, names, found)
}

/// "The partnership’s", of what the article has called "the health and social care partnership".
fn told_before(article: &Article<'_>, noun: usize) -> Option<(usize, usize)> {
    let same = |token: &Token| token.word == article.at(noun).word && token.shape == Shape::Lower;
    let last = article.last(noun.saturating_sub(TOLD)..noun, same)?;
    let bars = any!(
        PREPOSITION,
        PRONOUN,
        AUXILIARY,
        SUBORDINATOR,
        RELATIVE,
        DETERMINER,
        INDEFINITE,
        POSSESSIVE
    );
    let plain = |i: usize| article.shape(i) == Shape::Lower && !article.is(i, bars);
    let words = (last.saturating_sub(6)..last).rev().take_while(|i| plain(*i)).count();
    let start = last - words;
    let led = article.is(start.wrapping_sub(1), any!(DETERMINER, INDEFINITE, POSSESSIVE))
        || article.reads_clitic_s(start.wrapping_sub(1));
    (words > 0 && led && !article.is(start, class::CONJUNCTION)).then_some((start, last + 1))
}

/// Tokens before a description in which the article may have told more of what it means.
const TOLD: usize = 200;

/// "the state teachers union", behind the preposition at token `link`: where such a description begins and ends.
#[inline(never)]
fn small_body(article: &Article<'_>, link: usize, to: usize) -> Option<(usize, usize)> {
    let noun = |i: usize| article.text_at(i, class::ORG_NOUN).is_some() && !article.owns(i + 1);
    let bars = any!(PREPOSITION, PRONOUN, CONJUNCTION, AUXILIARY, SUBORDINATOR, RELATIVE);
    let plain = |i: usize| article.shape(i) == Shape::Lower && !article.is(i, bars);
    let start = link + 1 + usize::from(article.is(link + 1, class::DETERMINER));
    let end = (start..to.min(start + 6)).find(|i| noun(*i) && (i + 1 == to || !plain(i + 1)))? + 1;
    // "the Commons rivers committee"
    let first = |i: usize| i == start && article.shape(i) == Shape::Title;
    let whole = (start..end).all(|i| plain(i) || article.owns(i) || first(i));
    (whole && !article.is(start, class::POSSESSIVE)).then_some((start, end))
}

/// "a spokesman for the harbour board": the body that only a description names behind the preposition at token `link`.
#[inline(never)]
pub fn described_by(
    article: &Article<'_>,
    names: &mut Names,
    link: usize,
    to: usize,
) -> Option<EntityId> {
    meant(article, names, small_body(article, link, to)?)
}

/// "a transport ministry spokeswoman": the department of state in small letters that ends before token `end`.
#[inline(never)]
pub fn department(article: &Article<'_>, names: &mut Names, end: usize) -> Option<EntityId> {
    let sort = article.text_at(end - 1, class::ORG_NOUN);
    let of = article.find(end - 2, class::ORG_NOUN).is_none();
    let small = (end - 2..end).all(|i| article.shape(i) == Shape::Lower);
    let state = sort.is_some_and(|sort| ["department", "ministry"].contains(&sort));
    if state && of && small { meant(article, names, (end - 2, end)) } else { None }
}

/// The body that the description `start..end` means: one that is named, or one of that name.
#[inline(never)]
fn meant(
    article: &Article<'_>,
    names: &mut Names,
    (start, end): (usize, usize),
) -> Option<EntityId> {
    let noun = article.find(start, class::ORG_NOUN).is_some_and(|hit| start + hit.len == end);
    let known = if noun { owned_by(article, names, start) } else { None };
    known.or_else(|| (end > start + 1).then(|| named_so(article, names, start, end)))
}

/// "head of": where the words behind a role's own begin.
fn of_words(article: &Article<'_>, from: usize, to: usize) -> Option<usize> {
    let links = |i: usize| article.reads_any(i, &words!["of", "at", "for", "with", "on"]);
    (from + 1..to).take(8).find(|i| links(*i) && role_ends(article, from, *i))
}

/// The body whose name begins with the place: Coventry → Coventry City Council.
#[must_use]
pub fn body_of_place(
    article: &Article<'_>,
    names: &Names,
    from: usize,
    to: usize,
) -> Option<EntityId> {
    let place = article.words(from, to);
    let fits = |e: &&super::Entity| {
        work::step();
        e.kind == EntityKind::Organisation
            && e.name.len() > place.len()
            && e.name.get(..place.len()).is_some_and(|head| alike(head, place))
            && e.name.as_bytes().get(place.len()) == Some(&b' ')
    };
    let bodies = names.entities.iter().enumerate().take(PLACES).filter(|(_, e)| fits(e));
    bodies.max_by_key(|(_, e)| (e.sort == "council", e.weight)).map(|(id, _)| id)
}

/// Entities that are looked at for the body of a place.
const PLACES: usize = 200;

/// A role that belongs to a body names none: the body that the words before speak of, else the article's main one.
fn inherent_body(
    article: &Article<'_>,
    names: &Names,
    (main, subject): (Option<EntityId>, Option<EntityId>),
    (from, to): (usize, usize),
    i: usize,
) -> Option<EntityId> {
    if let Some(sorts) = sorts_of(article, from, to) {
        let open = sorts != "council" && sorts != "police" && !sorts.ends_with(ONLY);
        // "London Mayor": of no other council.
        let place = |m: &Mention| {
            !names.is(m.entity, EntityKind::Organisation)
                && !article.is(m.from, any!(PARTISAN, DEMONYM))
                && !article.reads(m.from.wrapping_sub(1), word!("in"))
                // "Norton ward councillor"
                && !article.reads(m.to, word!("ward"))
        };
        if names.within(from, to).any(place) && !open {
            return None;
        }
        let found = names.body_of_sorts(sorts, i, open);
        // "Owner Ann Day": of the shop that the article is about, and of no hotel that it names once.
        let weight = |id: EntityId| names.entity(id).map_or(0, |e| e.weight);
        let shop = |id: &EntityId| names.entity(*id).is_some_and(|e| e.sort.is_empty());
        let seldom = found.is_some_and(|id| weight(id) == 1);
        let main = main.filter(|id| seldom && shop(id) && weight(*id) > 2);
        return main.filter(|_| sorts.starts_with("hotel")).or(found);
    }
    if subject.is_some() {
        return subject;
    }
    let before = names.mentions.partition_point(|m| m.from < i);
    let back = before.saturating_sub(8);
    let near = names.mentions.get(back..before).unwrap_or(&[]);
    let weight = |id: EntityId| names.entity(id).map_or(0, |e| e.weight + e.told);
    // Whom a clause is about, and no body that is cited or dealt with.
    let acts = |m: &Mention| {
        let behind = m.to + usize::from(article.shape(m.to) == Shape::Comma);
        // "which makes pumps for Boeing, said", "the Mill House, a restaurant in Norton, climbed"
        let comma = behind > m.to;
        let link = article.back_over_the(m.from).wrapping_sub(1);
        let object = comma && article.is(link, any!(PREPOSITION, CONJUNCTION));
        article.owns(m.to)
            || article.is(behind, class::RELATIVE)
            || !object
                && (article.is(behind, any!(AUXILIARY, VERB_PAST, VERB_S))
                    || comma && article.is(behind, class::INDEFINITE)
                    || article.word(behind).ends_with("ed"))
    };
    let near =
        near.iter().rfind(|m| names.has_staff(m.entity) && !names.in_passing(m.entity) && acts(m));
    let close = near.is_some_and(|m| i - m.from < CLOSE);
    let near = near.map(|m| m.entity);
    // "Manager Ann Day": of the club.
    if article.is(to - 1, class::TRAINER)
        && let Some(club) = names.body_of_sort("club", i).filter(|id| is_club(names, *id))
    {
        return Some(club);
    }
    let sort = |id: EntityId| names.entity(id).map_or("", |e| e.sort);
    // A body named in passing is not preferred to the one that the article is about, nor is the other side.
    match (near, main) {
        // "Manager Ann Day", of the mill named before and not of the council that looks after mills.
        (Some(near), Some(main)) if close && sort(near).is_empty() && sort(main) == "council" => {
            Some(near)
        }
        (Some(near), Some(main))
            if weight(main) > 2
                && weight(near) * if close && sort(main) != "club" { 4 } else { 2 }
                    <= weight(main)
                || weight(near) < weight(main)
                    && sort(near).is_empty()
                    && !sort(main).is_empty() =>
        {
            Some(main)
        }
        (near, main) => near.or(main),
    }
}

/// "Harrow Water has sold the mill.": the body that a sentence is about.
fn subject_body(article: &Article<'_>, names: &Names, s: &Sentence) -> Option<EntityId> {
    let the = article.reads(s.from, word!("the"));
    let from = s.from + usize::from(the);
    // "The firm said": the one that is meant.
    if the && names.at(from).is_none() && article.is(from + 1, any!(AUXILIARY, VERB_PAST, VERB_S)) {
        return owned_by(article, names, from).filter(|id| names.has_staff(*id));
    }
    // "The first tenant, law firm Norwick,": told of, then named.
    let apposed = || {
        let comma = (from..from + 6).find(|i| article.shape(*i) == Shape::Comma)?;
        let m = names.within(comma, comma + 5).next()?;
        let plain = (from..m.from).all(|i| article.shape(i) == Shape::Lower || i == comma);
        (plain && article.shape(m.to) == Shape::Comma).then_some(m)
    };
    let first = names.at(from).filter(|m| m.from == from);
    let first = first.or_else(|| if the { apposed() } else { None });
    let subject = first.filter(|m| names.has_staff(m.entity))?;
    // "Marsh Hall is owned by Harrow Care, which": of whom it is run by.
    let by = (subject.to..subject.to + 4).find(|i| article.reads(*i, word!("by")));
    let run = by.filter(|by| {
        article.is(by - 1, class::RUN_BY) && article.is(by.wrapping_sub(2), class::BE)
    });
    if let Some(owner) = run.and_then(|by| names.at(article.past_the(by + 1)))
        && names.has_staff(owner.entity)
    {
        return Some(owner.entity);
    }
    let verb = article.is(subject.to, any!(AUXILIARY, VERB_PAST, VERB_S))
        || article.shape(subject.to) == Shape::Comma;
    (verb && article.find(from, class::RATER).is_none()).then_some(subject.entity)
}

/// "who set up Mill Watch", "has worked at Norton Hospital": the body that what somebody does tells.
fn told_body(article: &Article<'_>, names: &Names, (from, to): (usize, usize)) -> Option<EntityId> {
    // "who led the study": of those whose study it is.
    if leads(article, from) {
        return research_body(article, names, false);
    }
    body_in(article, names, from, to).or_else(|| {
        let the = (from + 1..to).find(|i| article.reads(*i, word!("the")))?;
        owned_by(article, names, the + 1)
    })
}

/// "led the study"
fn leads(article: &Article<'_>, verb: usize) -> bool {
    article.is(verb, class::VERB_PAST)
        && (article.is(verb + 2, class::DOC_NOUN) || article.reads(verb + 2, word!("work")))
}

/// "Researchers at the University of Norton", "a study by Mill Watch": whose work an article tells of. A report
/// (`issued`) may be anybody's who does not sign it.
#[must_use]
#[inline(never)]
pub fn research_body(article: &Article<'_>, names: &Names, issued: bool) -> Option<EntityId> {
    let whose = |m: &&Mention| {
        let link = article.back_over_the(m.from).wrapping_sub(1);
        // "a study published today by Mill Watch"
        let made = |i: &usize| {
            article.is(*i, any!(VERB_PAST, TIME_NOUN, ADVERB)) || article.word(*i).ends_with("ed")
        };
        let theirs = || {
            let by = article.reads(link, word!("by"));
            (by || !issued && article.reads_any(link, &words!["at", "from"]))
                && (article.reads(link.wrapping_sub(1), word!("led"))
                    || (0..link)
                        .rev()
                        .take(4)
                        .find(|i| !by || !made(i))
                        .is_some_and(|i| article.is(i, any!(RESEARCHERS, DOC_NOUN))))
        };
        // "University of Norton researchers"
        (!issued && article.is(m.to, class::RESEARCHERS) || theirs()) && names.has_staff(m.entity)
    };
    // "lead author Ann Day, of the University of Norton", "Ann Day of Mill Watch, who led the study"
    let author = |m: &Mention| {
        let e = names.entity(m.entity)?;
        let role = e.role.as_deref().unwrap_or_default();
        let wrote = ["author", "researcher", "investigator"].iter().any(|word| role.contains(word));
        let led = || {
            does(article, names, m.to, m.to + LONGEST).is_some_and(|(verb, _)| leads(article, verb))
        };
        e.organisation.filter(|id| names.has_staff(*id) && (wrote || led()))
    };
    let near = || names.mentions.iter().take(PLACES);
    let found = near().find(whose).map(|m| m.entity);
    found.or_else(|| if issued { None } else { near().find_map(author) })
}

/// "Officers from Norton City Council found": whose inspectors came.
#[must_use]
pub fn inspecting_body(article: &Article<'_>, names: &Names) -> Option<EntityId> {
    let came = |m: &&Mention| {
        let from = m.from.wrapping_sub(1);
        let theirs = article.is(from.wrapping_sub(1), class::INSPECTOR_WORD)
            || article.reads(from.wrapping_sub(1), word!("officers"));
        article.reads(from, word!("from"))
            && theirs
            && names
                .entity(m.entity)
                .is_some_and(|e| e.sort == "council" || Names::akin("regulator", e.sort))
    };
    names.mentions.iter().take(PLACES).find(came).map(|m| m.entity)
}

/// The sorts of bodies that the role `from..to` may be of.
fn sorts_of(article: &Article<'_>, from: usize, to: usize) -> Option<&'static str> {
    let mut i = from;
    while i < to {
        let hit = article.find(i, any!(ROLE, ROLE_OF));
        i += hit.map_or(1, |hit| hit.len);
        // "Principal planning officer", "chief nursing officer": no principal and no chief.
        let plain = |i: &usize| article.shape(*i).is_word() && !article.is(*i, BARS);
        let mut behind = (i..to).take(3).take_while(plain);
        let inner = behind.any(|i| article.find(i, any!(ROLE, ROLE_OF)).is_some());
        if let Some(sorts) = hit.filter(|_| !inner).and_then(|hit| hit.id.text(class::ROLE_OF)) {
            return Some(sorts);
        }
    }
    None
}

/// "Defending, Ann Day said": what somebody does who opens the sentence.
fn opened(article: &Article<'_>, start: usize, run: &Run) -> Option<(usize, usize)> {
    let end = run.from.checked_sub(1)?;
    (article.shape(end) == Shape::Comma && acts(article, start) && end - start < LONGEST)
        .then_some((start, end))
}

/// "prosecuting,", "prosecuting for", "representing the miners": whether token `i` opens what somebody does for a side.
fn acts(article: &Article<'_>, i: usize) -> bool {
    article.find(i, class::ACTING_FOR).is_some()
        || article.is(i, class::ACTING)
            && (article.shape(i + 1) == Shape::Comma || article.reads(i + 1, word!("for")))
}

/// The role right before a name, or before it and a comma.
fn before(article: &Article<'_>, names: &Names, start: usize, run: &Run) -> Option<(usize, usize)> {
    // "the bishop, the Rev Ann Day,"
    let the = usize::from(run.title && article.reads(run.from.wrapping_sub(1), word!("the")));
    let edge = run.from - the;
    let comma = article.shape_before(edge) == Shape::Comma;
    let end = if comma && !run.role { edge - 1 } else { edge };
    if end <= start || (!comma && !run.role && article.gap(run.from) > Gap::Space) {
        return None;
    }
    // Some role word must end right here.
    // "Republican Ann Day": of a party.
    let partisan = !comma && article.is(end - 1, class::PARTISAN);
    // "Trustees Ann Day and Bob Lee"
    let plural = (run.role && article.is(end - 1, class::ROLE_PLURAL)).then_some(1);
    // "Board members Ann Day and Bob Lee"
    let two = (2..4).find(|k| {
        let hit = end.checked_sub(*k).filter(|i| *i >= start);
        let hit = hit.and_then(|i| article.find(i, class::ROLE_PLURAL));
        hit.is_some_and(|hit| hit.len == *k) && article.reads(run.to, word!("and"))
    });
    let plural = plural.or(two.filter(|_| !comma));
    // "said trucker Ann Day"
    let trade = || {
        let plain = |i: &usize| article.shape(*i) == Shape::Lower && !article.is(*i, BARS);
        let first = (start..end).rev().take(4).find(|i| !plain(i))?;
        (is_trade(article, end - 1)
            && article.at(end - 1).word == WordId::NONE
            && run.name_to > run.name_from + 1
            // "Its proposer, Ann Day,"
            && (article.is(first, class::SAY)
                || comma && first + 2 == end && article.is(first, class::POSSESSIVE)))
        .then_some(1)
    };
    // "one of its analysts, Ann Day,"
    let one = || (start..end).rev().take(8).find(|i| article.reads(*i, word!("one")));
    if comma
        && article.is(end - 1, any!(ROLE_PLURAL, GROUP_NOUN))
        && let Some(one) = one().and_then(|one| one_of(article, one, end))
    {
        return Some(one);
    }
    let whole = role_before(article, start, end).or(plural).or_else(trade).filter(|_| !partisan);
    let last = if let Some(len) = whole {
        end - len + 1
    } else {
        of_body(article, start, end)
            .filter(|_| comma && !article.shape(run.to).is_word())
            .or_else(|| of_subject(article, start, run).filter(|_| !comma))?
    };
    // "Norshire Police and Crime Commissioner"
    let longer = |k: &usize| {
        let hit = run.role_from.checked_sub(*k).and_then(|i| article.find(i, class::ROLE));
        hit.is_some_and(|hit| hit.len > *k)
    };
    let wider = (1..3).rev().find(longer).filter(|k| run.role_from >= start + k).unwrap_or(0);
    let mut from = if run.role { run.role_from - wider } else { last };
    while from > start && end - from < LONGEST {
        // "Norton Fire and Rescue Service's chief": a name whole.
        if let Some(m) = names.at(from - 1).filter(|m| m.to <= end && m.from >= start) {
            from = m.from;
            continue;
        }
        let token = article.before(from);
        let i = from - 1;
        // "Long-time resident"
        let joined = article.shape(from) == Shape::Hyphen && token.shape.is_word();
        let here = joined
            || token.shape.is_word()
            && (!token.word.is(BARS)
                || joins_roles(article, i)
                || is_name_part(article, i)
                // "the then head of rivers"
                || article.reads(i, word!("then")) && article.is(i.wrapping_sub(1), class::DETERMINER)
                // "former state Treasurer"
                || token.word.is(class::NOUN_LIKE) && !article.word(i).ends_with('s')
                || retired(article, start, i))
            // "Ann Day grilled Harrow boss Tom Lee"
            && !(token.shape == Shape::Lower
                && article.word(i).ends_with("ed")
                && article.shape_before(i).is_capital())
            // "By contrast Rovers boss Ann Day"
            && article.find(i.wrapping_sub(1), class::ADVERB).is_none_or(|hit| hit.len != 2)
            // "section 12 officer"
            || token.shape == Shape::Number
                && token.gap == Gap::Space
                && article.shape_before(i).is_word()
                && article.shape(from) == Shape::Lower
            || matches!(token.shape, Shape::Clitic | Shape::Hyphen | Shape::Ampersand)
            || article.owns(i);
        let owner = token.word.is(class::POSSESSIVE);
        if !(here || owner) || article.gap(from) > Gap::Space && from < last {
            break;
        }
        from = i;
        if owner {
            break;
        }
        if token.word.is(class::DETERMINER) {
            from = i + 1;
            if token.word.is(class::DETERMINER) && comma {
                from = i;
            }
            break;
        }
    }
    let opens = |i: usize| article.is(i, any!(DETERMINER, POSSESSIVE));
    // "That coach, Ann Day,": "that" is a pronoun too.
    if comma
        && !(opens(from)
            || article.shape(from).is_capital()
            || article.reads(start, word!("that")) && last_role(article, from, end).is_some())
    {
        return None;
    }
    // "Harrow Rail, whose chief executive, Ann Day, left"
    from += usize::from(article.reads(from, word!("whose")));
    (from < end).then_some((from, end))
}

/// Whether a role's last word stands before token `end`.
fn role_ends(article: &Article<'_>, start: usize, end: usize) -> bool {
    role_before(article, start, end).is_some()
}

/// How long the role is that ends before token `end`.
#[inline(never)]
fn role_before(article: &Article<'_>, start: usize, end: usize) -> Option<usize> {
    // "ten-man Norton": nobody.
    let last = end.wrapping_sub(1);
    if article.reads(last, word!("man")) && article.shape_before(last) == Shape::Hyphen {
        return None;
    }
    (1..=5.min(end - start))
        .rev()
        .find(|k| article.find(end - k, any!(ROLE, PERSON_NOUN)).is_some_and(|hit| hit.len == *k))
}

/// "the chief executive of Harrow Water, Ann Day": where the role's own words end.
fn of_body(article: &Article<'_>, start: usize, end: usize) -> Option<usize> {
    let links = |i: usize| article.reads_any(i, &words!["of", "to", "at", "for"]);
    // "its head of policy, Ann Day,": what is named in small letters has no verb in it.
    let barred = any!(SUBORDINATOR, PRONOUN, AUXILIARY, SAY, VERB_PAST, VERB_ING);
    let named = article.shape(end.wrapping_sub(1)).is_capital();
    let joins = |shape| matches!(shape, Shape::Clitic | Shape::Hyphen | Shape::Ampersand);
    (start + 1..end)
        .rev()
        .take(8)
        .take_while(|i| {
            let plain = article.shape(*i).is_word() && (named || !article.is(*i, barred));
            plain || joins(article.shape(*i)) || article.owns(*i)
        })
        .find(|i| links(*i) && role_ends(article, start, *i))
}

/// "cabinet member for roads Cllr Ann Day", "head of policy Ann Day": where the role's own words end.
fn of_subject(article: &Article<'_>, start: usize, run: &Run) -> Option<usize> {
    let long = run.title || run.name_to > run.name_from + 1;
    let plain = |i: &usize| {
        (article.shape(*i) == Shape::Lower || article.shape(*i).is_capital())
            && (!article.is(*i, BARS) || article.reads(*i, word!("and")))
            && !article.is(*i, any!(DETERMINER, POSSESSIVE, PERSON_NOUN, ROLE))
    };
    let link = (start + 1..run.from).rev().take(6).find(|i| !plain(i)).filter(|_| long)?;
    // "Chair of the board Ann Day"
    let link = link - usize::from(article.reads(link, word!("the")));
    let links = article.reads(link, word!("of")) || article.reads(link, word!("for"));
    (links && link + 1 < run.from && role_ends(article, start, link)).then_some(link)
}

/// "Retired teacher Ann Day": a participle that opens a phrase.
fn retired(article: &Article<'_>, start: usize, i: usize) -> bool {
    article.is(i, class::VERB_PAST)
        && article.word(i).ends_with("ed")
        && (i == start || article.is(i - 1, class::DETERMINER))
}

/// "chief executive and SOLACE president": and between two roles.
fn joins_roles(article: &Article<'_>, i: usize) -> bool {
    article.reads(i, word!("and"))
        && (1..=3)
            .any(|k| i >= k && article.find(i - k, class::ROLE).is_some_and(|hit| hit.len == k))
}

/// "of" and the like inside "Department for Education minister".
fn is_name_part(article: &Article<'_>, i: usize) -> bool {
    (article.reads(i, word!("for"))
        || article.reads(i, word!("of"))
        || article.reads(i, word!("and")))
        && article.shape(i + 1).is_capital()
        && article.is(i.wrapping_sub(1), class::OF_HEAD)
}

/// The role in apposition behind a name that ends before token `to`, or behind "is the".
fn after(article: &Article<'_>, names: &Names, to: usize, limit: usize) -> Option<(usize, usize)> {
    let mut to = to;
    // "Ann Day of Norton, the mayor"
    if article.reads(to, word!("of"))
        && let Some(place) = names.at(to + 1).filter(|m| names.is(m.entity, EntityKind::Place))
        && article.shape(place.to) == Shape::Comma
    {
        to = place.to;
    }
    // "Ann Lee (D-Ohio), chairwoman of"
    if article.shape(to) == Shape::Open
        && let Some(close) = (to + 1..to + 8).find(|i| article.shape(*i) == Shape::Close)
        && article.shape(close + 1) == Shape::Comma
        && !(to..close).any(|i| article.is(i, class::ROLE))
    {
        to = close + 1;
    }
    // "Ann Day is the chief executive of Harrow Water", "is a nurse", "was appointed director", "works as a nurse".
    // "Harrow Water has named Ann Day as its chief executive"
    let (is, the) = (article.reads(to, word!("is")), article.reads(to + 1, word!("the")));
    let told = the && (is || article.reads(to, word!("was")))
        || is && article.is(to + 1, class::INDEFINITE)
        || article.reads(to, word!("as"))
            && (article.is(to + 1, class::POSSESSIVE) || article.is(to + 1, class::ROLE));
    let takes = || article.find(to, class::BECOMES).map(|hit| hit.len);
    let from = if told { Some(1) } else { takes() }.map(|len| to + len);
    if let Some(from) = from
        && let Some(found) = phrase(article, names, from, clause_end(article, from, limit))
    {
        return Some(found);
    }
    let bracket = article.shape(to) == Shape::Open;
    if article.shape(to) != Shape::Comma && !bracket && article.shape(to) != Shape::Dash {
        return None;
    }
    let mut from = to + 1;
    // "Blackstock, 49, who …", "Ken Altoft, 71, of Mill Bank".
    if article.shape(from) == Shape::Number {
        from += 1;
        if article.shape(from) == Shape::Comma {
            from += 1;
        } else {
            return None;
        }
    }
    // "Ann Day, DDS, owner of"
    if matches!(article.shape(from), Shape::Upper | Shape::Mixed)
        && article.shape(from + 1) == Shape::Comma
    {
        from += 2;
    }
    // "once the office's chemist and now a consultant with"
    let now = (from..limit.min(from + LONGEST)).find(|i| article.reads(*i, word!("now")));
    let now = now.filter(|i| *i == from || article.is(from, class::ADVERB));
    if let Some(now) = now {
        from = now + 1;
    }
    if article.reads(from, word!("who")) {
        // "who now chairs"
        let verb = from + 1 + usize::from(article.reads(from + 1, word!("now")));
        if heads(article, verb) {
            return Some((verb, clause_end(article, verb, limit)));
        }
        // "who lives in Norton and works as a nurse"
        let and = (from + 2..limit.min(from + LONGEST)).find(|i| article.reads(*i, word!("and")));
        // "and is chair of the union"
        let is = |i: usize| {
            article.reads(i + 1, word!("is"))
                && (2..5).any(|k| article.find(i + k, class::ROLE).is_some())
        };
        let office =
            and.filter(|i| is(*i) || article.find(i + 1, any!(HEADS_VERB, BECOMES)).is_some());
        if let Some(and) = office {
            let takes = article.find(and + 1, class::BECOMES).map_or(0, |hit| hit.len);
            let takes = takes.max(usize::from(is(and)));
            return Some((and + 1 + takes, clause_end(article, and + 1 + takes, limit)));
        }
        if let Some((role, _)) = hired(article, names, to) {
            return phrase(article, names, role, clause_end(article, role, limit));
        }
        if article.reads(from + 1, word!("has")) && article.reads(from + 2, word!("been")) {
            from += 3;
        } else if article.reads(from + 1, word!("is")) || article.reads(from + 1, word!("was")) {
            from += 2;
        } else if let Some(hit) = article.find(from + 1, class::BECOMES) {
            from += 1 + hit.len;
        }
    }
    if acts(article, from) {
        return Some((from, clause_end(article, from, limit)));
    }
    // "Mill House, whose landlady, Ann Day,": what she is.
    if article.is(from, any!(PRONOUN, SUBORDINATOR, CONJUNCTION, AUXILIARY))
        || article.reads(from, word!("whose"))
        || tells(article, from)
    {
        return None;
    }
    let end = clause_end(article, from, limit);
    // "a Republican from Norton and the plan's lead author": what stands behind "and" tells more.
    let and = (from..end).find(|i| {
        article.reads(*i, word!("and"))
            && (article.is(i + 1, any!(DETERMINER, POSSESSIVE)) || article.owns(i + 2))
    });
    let first = (from, and.unwrap_or(end));
    phrase(article, names, first.0, end)
        .or_else(|| phrase(article, names, and? + 1, end))
        .or_else(|| worker(article, names, first.0, first.1))
}

/// "For the millers' union Unimill, branch secretary Ann Day said": the body that opens the sentence of somebody.
fn fronted(article: &Article<'_>, names: &Names, start: usize, name: usize) -> Option<EntityId> {
    let acting = article.find(start, class::ACTING_FOR).is_some();
    if !acting && !article.reads(start, word!("for")) && !article.reads(start, word!("at")) {
        return None;
    }
    let m = names.within(start, name.min(start + LONGEST)).next()?;
    let plain = |i: usize| article.shape(i).is_word() && !article.is(i, BARS);
    let beside = article.shape(m.to) == Shape::Comma
        && name < m.to + 2 + LONGEST
        && (start + 1..m.from).all(|i| article.shape(i) == Shape::Lower)
        // "At Halvane, which runs the mill, manager Ann Day"
        && (article.reads(m.to + 1, word!("which"))
            && (name.saturating_sub(5)..name).any(|i| article.shape(i) == Shape::Comma)
            || (m.to + 1..name).all(|i| {
                plain(i)
                    || article.reads(i, word!("of"))
                    || article.shape(i) == Shape::Comma && i + 1 == name
            }));
    (beside && names.is(m.entity, EntityKind::Organisation)).then_some(m.entity)
}

/// "The chef is Ann Day, who": an office that opens the sentence.
fn equals(article: &Article<'_>, start: usize, run: &Run) -> Option<(usize, usize)> {
    let is = run.from.checked_sub(1).filter(|i| article.reads(*i, word!("is")))?;
    let opens = article.reads(start, word!("the")) || article.reads(start, word!("its"));
    (opens
        && is > start
        && role_before(article, start, is).is_some_and(|len| start + 1 + len == is))
    .then_some((start, is))
}

/// "Ann Day, who joined Harrow Mills as chief executive": where the role begins, and whose it is.
#[inline(never)]
fn hired(article: &Article<'_>, names: &Names, to: usize) -> Option<(usize, EntityId)> {
    let who = (to..to + 4).find(|i| article.reads(*i, word!("who")))?;
    let m = names.within(who + 2, who + 4).next()?;
    let role = m.to + 1;
    let takes = article.is(who + 1, class::VERB_PAST) && article.reads(m.to, word!("as"));
    let named =
        matches!(names.entity(m.entity)?.kind, EntityKind::Organisation | EntityKind::Unknown);
    (takes && named && article.find(role, class::ROLE).is_some()).then_some((role, m.entity))
}

/// "Ann Day, a 29-year-old Democrat who works at a warehouse", "Ann Day runs the mill": what somebody is said to do.
fn does(article: &Article<'_>, names: &Names, to: usize, limit: usize) -> Option<(usize, usize)> {
    let barred = any!(AUXILIARY, VERB_PAST, VERB_S);
    let who = (to..limit.min(to + LONGEST))
        .take_while(|i| !article.is(*i, barred) && !article.shape(*i).is_quote_mark())
        .find(|i| article.reads(*i, word!("who")));
    let verb = who.map_or(to, |who| who + 1);
    let led =
        verb > to && article.is(verb, class::VERB_PAST) && article.reads(verb + 1, word!("the"));
    // "who flies for Harrow Air", and not "who votes for Labour"
    let name = verb + 2 + usize::from(article.reads(verb + 2, word!("the")));
    let side = |m: &Mention| {
        names
            .entity(m.entity)
            .is_some_and(|e| e.kind == EntityKind::Organisation && e.sort != "party")
    };
    let works = verb > to
        && article.reads(verb + 1, word!("for"))
        && article.word(verb).ends_with('s')
        && names.at(name).is_some_and(side);
    (led || works || heads(article, verb)).then(|| (verb, clause_end(article, verb, limit)))
}

/// "who headed the panel", and not "who headed to the panel".
fn heads(article: &Article<'_>, verb: usize) -> bool {
    let past = article.is(verb, class::VERB_PAST) || article.word(verb).ends_with("ed");
    let goes = past
        && (article.is(verb + 1, class::PREPOSITION)
            || article.reads(verb + 1, word!("to"))
            || article.shape(verb + 1) == Shape::Number);
    article.find(verb, class::HEADS_VERB).is_some_and(|hit| hit.len > 1 || !goes)
}

/// A verb of saying, and not as in "state secretary".
fn tells(article: &Article<'_>, i: usize) -> bool {
    let noun = !article.is(i, any!(VERB_PAST, VERB_S)) && article.is(i + 1, class::ROLE);
    article.is(i, class::SAY) && !noun
}

/// A role in the noun phrase that opens with token `from`.
#[inline(never)]
fn phrase(article: &Article<'_>, names: &Names, from: usize, end: usize) -> Option<(usize, usize)> {
    // "the Royal College of Milling's director": a body whole.
    let the = from + usize::from(article.reads(from, word!("the")));
    let body = names.at(the).filter(|m| m.from == the && article.owns(m.to));
    let start = body.map_or(from, |m| m.to);
    let near = end.min(start + 10);
    let role = (start..near).find(|i| article.find(*i, class::ROLE).is_some())?;
    // The words before the role must be a noun phrase.
    let clean = (start..role).all(|i| {
        !article.is(i, any!(PREPOSITION, AUXILIARY, PRONOUN))
            && !tells(article, i)
            && article.shape(i) != Shape::Comma
    });
    // "Ann Day, director Tom Lee": a name of its own follows.
    clean.then_some((from, end))
}

/// "Ann Day, one of the trustees": what somebody is of whom no more is told.
fn listed(article: &Article<'_>, sentences: &[Sentence], runs: &[Run], names: &mut Names) {
    for run in runs.iter().filter(|run| article.reads(run.to + 1, word!("one"))) {
        work::step();
        let Some(m) = names.at(run.from).copied() else { continue };
        let at = sentences.partition_point(|s| s.to <= run.from);
        let limit = sentences.get(at).map_or(run.to, |s| s.to);
        let role = one_of(article, run.to + 1, clause_end(article, run.to + 1, limit));
        if let Some((from, to)) = role.filter(|_| article.shape(run.to) == Shape::Comma)
            && let Some(e) = names.entities.get_mut(m.entity)
            && e.kind == EntityKind::Person
        {
            e.role.get_or_insert_with(|| article.spaced(from, to));
        }
    }
}

/// "one of the trustees": one of many that a role in the plural tells.
fn one_of(article: &Article<'_>, from: usize, end: usize) -> Option<(usize, usize)> {
    let of = article.reads(from, word!("one")) && article.reads(from + 1, word!("of"));
    let many = (from + 2..end.min(from + LONGEST))
        .any(|i| article.find(i, any!(ROLE_PLURAL, GROUP_NOUN)).is_some());
    (of && many).then_some((from, end))
}

/// "a retired cobbler", "a roofing contractor": a noun that its ending shows to be a trade.
fn worker(article: &Article<'_>, names: &Names, from: usize, end: usize) -> Option<(usize, usize)> {
    if !article.reads(from, word!("a")) && !article.reads(from, word!("an")) {
        return None;
    }
    let bars = any!(PREPOSITION, PRONOUN, CONJUNCTION, AUXILIARY, SUBORDINATOR, RELATIVE);
    let plain = |i: &usize| {
        article.shape(*i) == Shape::Lower
            || article.shape(*i) == Shape::Hyphen
            || names.at(*i).is_some()
    };
    let stop =
        (from + 1..end.min(from + 7)).take_while(|i| plain(i) && !article.is(*i, bars)).last()?;
    is_trade(article, stop).then_some((from, end))
}

/// "cobbler", "contractor": whether the ending shows a trade.
#[must_use]
#[inline(never)]
pub fn is_trade(article: &Article<'_>, i: usize) -> bool {
    let word = article.word(i);
    let trade = ["ist", "er", "or", "ian", "man", "woman", "eer", "ant"];
    article.shape(i) == Shape::Lower
        && word.len() > 5
        && trade.iter().any(|ending| word.ends_with(ending))
        && !article.is(i, any!(PERSON_NOUN, ADVERB, TIME_NOUN, DOC_NOUN))
}

/// Where an apposition ends: at a comma that no list goes on behind, a verb of saying, or the sentence's end.
fn clause_end(article: &Article<'_>, from: usize, limit: usize) -> usize {
    let stop = limit.min(from + LONGEST + 8);
    let mut i = from;
    while i < stop {
        let token = article.at(i);
        let ends = match token.shape {
            Shape::Comma => !list_goes_on(article, i, stop),
            // "a spokeswoman for Gov. Ann Day"
            Shape::Period => {
                !article.is(i - 1, any!(TITLE, TITLE_MALE, TITLE_FEMALE, ABBREVIATION))
            }
            // "head of mills at Which?"
            Shape::Question => !article.reads(i.wrapping_sub(1), word!("which")),
            Shape::Semicolon | Shape::Colon | Shape::Close | Shape::Dash | Shape::Exclamation => {
                true
            }
            // "the police officers' union"
            shape if shape.is_quote_mark() => {
                !(article.owns(i)
                    && article.shape(i + 1).is_word()
                    && article.gap(i + 1) == Gap::Space)
            }
            // "became chairwoman last year", "its chief executive since May"
            _ if i > from
                && (article.is(i + 1, class::TIME_NOUN)
                    || article.is(i + 1, class::MONTH)
                    || article.reads(i, word!("since"))
                        && article.word(i + 1).len() == 4
                        && !article.is(from, class::AUXILIARY))
                && (article.is(i, any!(PREPOSITION, SUBORDINATOR))
                    || article.reads(i, word!("last"))
                    || article.reads(i, word!("this"))) =>
            {
                true
            }
            _ => {
                // "owns a mill and is secretary of"
                let goes_on = article.reads(i - 1, word!("and"))
                    && (1..4).any(|k| article.find(i + k, class::ROLE).is_some());
                i > from
                    && !goes_on
                    && (token.word.is(class::AUXILIARY)
                        || token.word.is(any!(PRONOUN, RELATIVE))
                            && article.shape(i + 1) != Shape::Question
                        || token.word.is(any!(SAY, NAMING))
                            && token.word.is(any!(VERB_PAST, VERB_S))
                            && token.shape == Shape::Lower)
            }
        };
        if ends {
            // "chairs the club and has"
            return i - usize::from(i > from + 1 && article.reads(i - 1, word!("and")));
        }
        i += 1;
    }
    stop
}

/// "communities, localism and children": one more noun or two, then "and", belong to the list.
fn list_goes_on(article: &Article<'_>, comma: usize, stop: usize) -> bool {
    let plain = |i: usize| {
        article.shape(i) == Shape::Lower
            && !article.is(i, BARS)
            && !article.is(i, any!(DETERMINER, POSSESSIVE))
    };
    (1..=2).any(|k| {
        (1..=k).all(|j| plain(comma + j))
            && article.reads(comma + k + 1, word!("and"))
            && comma + k + 2 < stop
            && plain(comma + k + 2)
    })
}
