//! Whom a source phrase means: a named person, a body, a document, somebody unnamed, or the one a pronoun stands for.

use super::memory::{Memory, Noun, NounKind};
use super::subject::BY;
use crate::article::Article;
use crate::lexicon::{Class, WordId, class};
use crate::marks::Pair;
use crate::names::{Entity, EntityId, Gender, Mention, Names, roles, small};
use crate::report::EntityKind;
use crate::sentences::Sentence;
use crate::tokens::{Gap, Shape, is_small};
use crate::work;

/// Whose words a quote is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceRef {
    /// First token of the mention.
    pub from: usize,
    /// Token after the last.
    pub to: usize,
    /// The entity.
    pub entity: EntityId,
}

/// Resolves source phrases in text order and remembers who spoke.
pub struct Resolver<'a, 't> {
    article: &'a Article<'t>,
    /// All names; unnamed sources are added.
    pub names: Names,
    memory: Memory<'a>,
}

/// Names among which a description ("the leader of the council") is looked for word by word.
const WIDE: usize = 120;

/// Words of a role between a description and a name: "Her rival, former mayor Ann Day,".
const APPOSED: usize = 8;

/// Sources and mentions that are looked back for a pronoun or a description.
const REACH: usize = 24;

impl<'a, 't> Resolver<'a, 't> {
    /// A resolver that has heard nobody yet.
    #[must_use]
    pub fn new(
        article: &'a Article<'t>,
        sentences: &'a [Sentence],
        pairs: &[Pair],
        names: Names,
    ) -> Resolver<'a, 't> {
        let memory = Memory::new(article, sentences, pairs, &names);
        Resolver { article, names, memory }
    }

    /// The source that the phrase `from..to` means.
    pub fn resolve(&mut self, from: usize, to: usize) -> SourceRef {
        let source = self.find(from, to);
        self.memory.hear(from, source.entity);
        source
    }

    /// The last source, for a quote without an attribution of its own.
    #[must_use]
    pub fn last(&self) -> Option<EntityId> {
        self.memory.voices().next()
    }

    /// The sentence before the one that token `at` opens.
    pub fn sentence_before(&self, at: usize) -> Option<Sentence> {
        self.memory.sentence_before(at)
    }

    /// How many sentences further the token `to` stands than the token `from`.
    pub fn sentences_between(&self, from: usize, to: usize) -> usize {
        self.memory.sentences_between(from, to)
    }

    fn kind(&self, id: EntityId) -> EntityKind {
        self.names.entity(id).map_or(EntityKind::Unknown, |e| e.kind)
    }

    fn find(&mut self, from: usize, to: usize) -> SourceRef {
        let a = self.article;
        if to == from + 1 && a.is(from, any!(PRONOUN, POSSESSIVE)) {
            return self.pronoun(from);
        }
        // "One resident said … Another said"
        if to == from + 1
            && a.reads(from, word!("another"))
            && let Some((name, role)) = self.another()
        {
            return self.add(
                from,
                to,
                Entity { name, role, kind: EntityKind::Person, ..Entity::default() },
            );
        }
        // "Ann Day, who said"
        if a.is(to - 1, class::RELATIVE) && to > from + 1 {
            let behind = if a.shape_before(to - 1) == Shape::Comma { to - 2 } else { to - 1 };
            // "a suit by a student who": the student.
            // "siding with owners who"
            let links = |i: &usize| {
                a.reads(*i, word!("by"))
                    || a.reads(*i, word!("from"))
                    || a.reads(*i, word!("with")) && a.word(i - 1).ends_with("ing")
            };
            let by = (from + 1..behind).rev().find(links);
            let person = |at: usize| {
                let head = self.head(at, behind).map(|(_, head)| head);
                matches!(head, Some(Head::Role | Head::Person | Head::Officials | Head::Group))
            };
            let from = by.filter(|by| person(by + 1)).map_or(from, |by| by + 1);
            // "Ann Day, a reader at the university, who said"
            let named = from.checked_sub(2).and_then(|i| self.names.at(i)).copied();
            let named = named.filter(|m| {
                m.to + 1 == from
                    && a.shape(m.to) == Shape::Comma
                    && self.kind(m.entity) == EntityKind::Person
            });
            if let Some(m) = named.filter(|_| person(from)) {
                return SourceRef { from: to - 1, to, entity: m.entity };
            }
            let entity = self.find(from, behind.max(from + 1)).entity;
            return SourceRef { from: to - 1, to, entity };
        }
        // A named person in the phrase, unless somebody else's noun follows ("Ann Day's lawyer").
        let is_person = |m: &&Mention| self.kind(m.entity) == EntityKind::Person;
        let first = self.names.within(from, to).find(is_person).copied();
        // "Paul Lee of Mill Watch"
        let person = first
            .filter(|m| a.is(m.to, class::PREPOSITION))
            .or_else(|| self.names.within(from, to).rev().find(is_person).copied());
        // "a spokeswoman for Harrow Mills": the noun before the preposition speaks.
        let led = |m: &Mention| {
            // "the candidate for governor, former sheriff Ann Day,"
            let comma = (from..m.from).rev().find(|i| a.shape(*i) == Shape::Comma);
            let role = |k| m.from.checked_sub(k).and_then(|i| a.find(i, class::ROLE));
            if comma.is_some_and(|comma| comma + APPOSED > m.from)
                && (1..4).any(|k| role(k).is_some_and(|hit| hit.len == k))
            {
                return false;
            }
            // "a study published in Heart Notes"
            self.told(from, m.from) < m.from
                || (from + 1..m.from).any(|i| {
                    a.is(i, class::PREPOSITION)
                        && !self.is_role_of(m, from)
                        && (a.is(i - 1, any!(ROLE, PERSON_NOUN, DOC_NOUN))
                        // "people close to Ann Day"
                        || (from..i).any(|k| a.is(k, any!(ROLE_PLURAL, GROUP_NOUN))))
                })
        };
        // "a study by Ann Day and Bob Lee": the study.
        if !first.is_some_and(|m| led(&m))
            && let Some(joint) = self.joint(from, to)
        {
            return self.unnamed(joint.0, joint.1, EntityKind::Group, None);
        }
        // "the Day campaign": the noun behind the name speaks.
        let headed = person.is_some_and(|m| self.is_noun_behind(m.to, to));
        if let Some(m) = person
            && !(m.to < to && a.owns(m.to))
            && !headed
            && !led(&m)
        {
            // "the mayor, Ann Day": both name her.
            let apposed = a.shape_before(m.from) == Shape::Comma || self.is_role_of(&m, from);
            let from = if apposed { from } else { m.from };
            return SourceRef { from, to: m.to, entity: m.entity };
        }
        // "the mill's owner, Halvane,": a body that its part tells.
        if let Some(m) = self.names.at(to + 1).copied()
            && a.shape(to) == Shape::Comma
            && m.from == to + 1
            && a.shape(m.to) == Shape::Comma
            && self.kind(m.entity) == EntityKind::Organisation
            && (a.is(to - 1, class::OWNING) || a.text_at(to - 1, class::ORG_NOUN).is_some())
        {
            return SourceRef { from, to, entity: m.entity };
        }
        // "A Halvane spokeswoman, Ann Day, said"
        let name = a.past_the(to + 1);
        let apposed = (name..name + APPOSED).filter_map(|i| self.names.at(i));
        let bar = any!(PREPOSITION, SAY, AUXILIARY, POSSESSIVE, RELATIVE);
        let told = |m: &&Mention| {
            // "the committee’s chair, Labour’s Ann Day,"
            let plain = |i| a.reads_clitic_s(i) || a.shape(i).is_word() && !a.is(i, bar);
            a.shape(to) == Shape::Comma && (self.is_role_of(m, name) || (name..m.from).all(plain))
                || self.is_role_of(m, from)
        };
        let one =
            self.head(from, to).is_some_and(|(_, kind)| matches!(kind, Head::Role | Head::Person));
        if (one || a.reads(from, word!("one")) || roles::is_trade(a, to - 1))
            && let Some(m) =
                apposed.filter(|m| self.kind(m.entity) == EntityKind::Person).find(told).copied()
            && (a.shape(m.to) == Shape::Comma || a.is(m.to, class::PREPOSITION))
        {
            let body = self.body_inside(from, to);
            if let Some(e) = self.names.entities.get_mut(m.entity).filter(|e| e.role.is_none()) {
                e.role = Some(a.wording(from, to));
                e.organisation = body.or(e.organisation);
            }
            return SourceRef { from, to, entity: m.entity };
        }
        let from = if to > from + 1
            && a.is(from, class::DETERMINER)
            && a.is(from, class::QUANTIFIER)
            && !a.reads(from + 1, word!("of"))
        {
            from + 1
        } else {
            from
        };
        let head = self.head(from, to);
        // "Sheriff says", as headlines have it.
        let clipped = a.shape(from).is_capital() && !a.is(from, class::DETERMINER)
            || from < TOP
                && (head.is_some_and(|(at, _)| at == from)
                    // "chief constable insists"
                    || a.find(from, class::ROLE).is_some_and(|hit| from + hit.len == to));
        let definite = a.reads(from, word!("the")) || a.is(from, class::POSSESSIVE) || clipped;
        let role = head.filter(|(_, kind)| *kind == Head::Role && definite);
        let known = role.and_then(|(at, _)| self.by_role(from, at, to));
        let one = head.is_none_or(|(_, kind)| matches!(kind, Head::Role | Head::Person));
        if one
            && known.is_none()
            && first.is_none()
            && let Some(entity) = self.told_of(from, head.map(|(at, _)| at), to)
        {
            return SourceRef { from, to, entity };
        }
        // "the prisons watchdog": the one regulator of the article.
        let watchdog = |at: &usize| {
            *at > from + 1
                && at + 1 == to
                && a.text_at(*at, class::ORG_NOUN) == Some("regulator")
                && a.reads(from, word!("the"))
                && (from + 1..*at).all(|i| a.shape(i) == Shape::Lower || a.owns(i))
        };
        if known.is_none()
            && head.is_some_and(|(at, _)| watchdog(&at))
            && let Some(entity) = self.one_regulator()
        {
            return SourceRef { from, to, entity };
        }
        // "the regulator" is a body, unless somebody has that office.
        let body = |at: usize| {
            definite
                && to <= from + 2
                && a.is(at, class::OWNING)
                && a.text_at(at, class::ORG_NOUN).is_some()
                && known.is_none()
        };
        if let Some((at, _)) = head.filter(|(at, c)| *c == Head::Role && !body(*at)) {
            if let Some(entity) = known {
                self.tell_office(entity, from, at, to);
                return SourceRef { from, to, entity };
            }
            // "the regulator": a body that is no person
            if definite
                && let Some(sort) = a.text_at(at, class::ORG_NOUN)
                && let Some(entity) = self.thing(from, sort, false)
            {
                return SourceRef { from, to, entity };
            }
            if !a.is(at, class::SPOKES)
                && let Some(entity) = self.named_below(from, at)
            {
                let office = self.office(from, at, to);
                if let Some(person) = self.names.entities.get_mut(entity) {
                    person.role.get_or_insert(office);
                }
                return SourceRef { from, to, entity };
            }
            return self.unnamed(from, to, EntityKind::Person, Some(at));
        }
        if let Some((_, kind)) = head {
            match kind {
                Head::Document => return self.document(from, to),
                Head::Group => return self.unnamed(from, to, EntityKind::Group, None),
                Head::Officials => {
                    let at = head.map(|(at, _)| at);
                    return self.unnamed(from, to, EntityKind::Group, at);
                }
                Head::Person => {
                    let at = head.map(|(at, _)| at);
                    let role = at.filter(|at| !a.is(*at, any!(ROLE_MALE, ROLE_FEMALE)));
                    return self.unnamed(from, to, EntityKind::Person, role);
                }
                Head::Body | Head::Role => {}
            }
        }
        let whole = self.names.within(from, to).last().filter(|m| m.to == to).copied();
        if let Some(m) = whole {
            let place = matches!(self.kind(m.entity), EntityKind::Place | EntityKind::Unknown);
            let body =
                if place { roles::body_of_place(a, &self.names, m.from, m.to) } else { None };
            return SourceRef { from, to, entity: body.unwrap_or(m.entity) };
        }
        let sort_at = |i| {
            let hit = a.find(i, class::ORG_NOUN)?;
            Some((i, i + hit.len == to, hit.id.text(class::ORG_NOUN)?))
        };
        let last = (from..to).rev().find_map(sort_at);
        // "the fire service": not any service.
        let whole = last.and_then(|last| {
            (from..last.0).filter_map(sort_at).find(|(_, ends, sort)| *ends && *sort != last.2)
        });
        if let Some((noun, ends, sort)) = whole.or(last) {
            // "the Norton-based firm", "the FTSE 100 company"
            let based = a.shape(from + 2) == Shape::Hyphen && a.is(from + 3, class::COMPOUND_TAIL);
            let bare = ends && (noun <= from + 1 || based && a.reads(from, word!("the")))
                || a.reads(from, word!("the"))
                    && self
                        .names
                        .at(to - 2)
                        .is_none_or(|m| m.to < to - 1 || a.is(m.from, class::DEMONYM))
                    && (from + 1..to - 1).all(|i| {
                        a.shape(i) != Shape::Lower && !a.owns(i) || a.shape(i - 1) == Shape::Hyphen
                    });
            // "a watchdog has said": which one stands further down.
            // "police said": those that the article names.
            if (definite || ["regulator", "police"].contains(&sort))
                && bare
                && let Some(entity) = self
                    .names
                    .body_called(a.word(to - 1), from)
                    .or_else(|| if clipped { None } else { self.thing(from, sort, false) })
                    .filter(|_| whole.is_none() && (definite || sort != "police"))
                    .or_else(|| self.names.body_of_sorts(sort, from, false))
            {
                return SourceRef { from, to, entity };
            }
            // "the department store chain": whom the sentence before is about, and no parent company.
            let other = any!(PREPOSITION, CONJUNCTION, VERB_PAST, ADVERB, NEARBY, OTHER_BODY);
            let plain = |i: usize| a.shape(i) == Shape::Lower && !a.is(i, other);
            if ends
                && sort == "company"
                && a.reads(from, word!("the"))
                && (from + 1..noun).all(plain)
            {
                let fits = |e: &Entity| {
                    let body = matches!(e.kind, EntityKind::Organisation | EntityKind::Unknown)
                        && !e.name.starts_with(is_small);
                    (body && ["", "company"].contains(&e.sort)).then_some(0)
                };
                let best = self.memory.likeliest(&self.names, from, None, &fits);
                if let Some((_, entity)) = best.filter(|(score, _)| *score >= STRONG)
                    && let Some(e) = self.names.entities.get_mut(entity)
                {
                    e.kind = EntityKind::Organisation;
                    return SourceRef { from, to, entity };
                }
            }
            // "minutes of its governing body": not the body.
            let behind =
                (from + 1..noun).any(|i| a.reads(i, word!("of")) && a.is(i + 1, class::POSSESSIVE));
            let kind = if behind { EntityKind::Unknown } else { EntityKind::Organisation };
            return self.unnamed(from, to, kind, None);
        }
        if headed {
            return self.unnamed(from, to, EntityKind::Unknown, None);
        }
        // "Day's roommate": not Day.
        if let Some(m) = self.names.within(from, to).last().copied()
            && !(m.to + 1 < to && a.owns(m.to) && self.kind(m.entity) == EntityKind::Person)
        {
            return SourceRef { from, to, entity: m.entity };
        }
        if to == from + 1
            && a.shape(from).is_capital()
            && let Some(entity) = self.surnamed(from)
        {
            return SourceRef { from, to, entity };
        }
        self.unnamed(from, to, EntityKind::Unknown, None)
    }

    /// What another one of the sort that has just spoken is called, and the role.
    #[inline(never)]
    fn another(&self) -> Option<(String, Option<String>)> {
        let e = self.names.entity(self.last()?).filter(|e| e.kind == EntityKind::Person)?;
        let (first, noun) = e.name.split_once(' ')?;
        let one = ["one", "a", "an", "another"].contains(&first);
        one.then(|| (["another ", noun].concat(), e.role.clone()))
    }

    /// Whether the words from token `from` to the name are what it is called in the names already: "cabinet member for
    /// roads Cllr Ann Day".
    #[inline(never)]
    fn is_role_of(&self, m: &Mention, from: usize) -> bool {
        let role = self.names.entity(m.entity).and_then(|e| e.role.as_deref());
        role.is_some_and(|role| {
            let the = usize::from(self.article.is(from, class::DETERMINER));
            let comma = usize::from(self.article.shape_before(m.from) == Shape::Comma);
            [from, from + the].iter().any(|i| self.article.spaced(*i, m.from - comma) == role)
        })
    }

    /// The regulator of an article that names only one.
    #[inline(never)]
    fn one_regulator(&self) -> Option<EntityId> {
        let weight = |id: EntityId| {
            work::step();
            let e = self.names.entity(id)?;
            let regulates = e.kind == EntityKind::Organisation && e.sort == "regulator";
            regulates.then_some((e.weight, id))
        };
        let named = || self.names.mentions.iter().take(WIDE).filter_map(|m| weight(m.entity));
        let (most, first) = named().max()?;
        named().all(|(weight, id)| id == first || weight < most).then_some(first)
    }

    /// "Norton leader", of "the Norton leader of the party".
    #[inline(never)]
    fn office(&self, from: usize, at: usize, to: usize) -> String {
        let a = self.article;
        let end = (at..to).find(|i| a.is(*i, class::PREPOSITION)).unwrap_or(to);
        let start = from + usize::from(a.is(from, class::DETERMINER));
        a.wording(start.min(at), end)
    }

    /// "Gov. Ann Day … The Republican governor said": the description tells more than the title.
    fn tell_office(&mut self, entity: EntityId, from: usize, at: usize, to: usize) {
        let office = self.office(from, at, to);
        let body = self.body_inside(from, to);
        let title = |role: &str| {
            crate::lexicon::last_word(role).text(class::TITLE_OFFICE).is_some()
                && role.split(' ').count() < 3
        };
        if let Some(person) = self.names.entities.get_mut(entity) {
            person.organisation = person.organisation.or(body);
            if person.role.as_deref().is_some_and(title) {
                person.role = Some(office);
            }
        }
    }

    /// "The retired baker said", "the singer, 51, said": whom the article speaks of, told of by what that one is.
    fn told_of(&mut self, from: usize, head: Option<usize>, to: usize) -> Option<EntityId> {
        let a = self.article;
        let old = (from..to).any(|i| a.shape(i) == Shape::Number && a.reads(i + 4, word!("old")));
        let aged = a.shape(to) == Shape::Comma
            && a.shape(to + 1) == Shape::Number
            && a.word(to + 1).len() == 2;
        let former = a.reads(from + 1, word!("former"));
        let at = head.unwrap_or(to - 1);
        let trade = a.find(at, class::ROLE).is_some() || roles::is_trade(a, at);
        // "Ann Day, who studies rivers, said … the professor said"
        let epithet = to == from + 2 && a.is(at, class::EPITHET);
        // "Ann Day defended the staff. “They are late,” the delivery driver said.": a trade that nobody had yet.
        let met = || a.last(at.saturating_sub(BELOW)..from, |t| t.word == a.at(at).word).is_some();
        let worker = head.is_some()
            && to == at + 1
            && at == from + 2
            && a.shape(from + 1) == Shape::Lower
            && !a.is(from + 1, any!(CONJUNCTION, PREPOSITION, VERB_PAST, NOUN_LIKE))
            && !a.is(at, any!(INHOUSE, ROLE_OF, LAWMAKER))
            && !met();
        let of = (at..to).any(|i| a.is(i, class::PREPOSITION));
        let capital = (from + 1..to).any(|i| a.shape(i).is_capital());
        // "the lead detective", "the firm's lawyer", "the other woman": somebody else.
        let telling = old
            || aged
            || former
            || epithet
            || worker
            // "the Liberal Democrat"
            || to == from + 3 && capital && a.is(at, class::PARTISAN)
            || (head.is_some() || trade)
                && (capital || !trade && of || at > from + 1 && a.is(from + 1, class::VERB_PAST));
        let police = || a.text_at(at, class::ROLE_OF) == Some("police");
        if !a.reads(from, word!("the"))
            || !telling
            || !(old
                || matches!(a.shape(at), Shape::Lower | Shape::Upper)
                || a.is(at, class::PARTISAN))
            || a.is(at, class::SPOKES)
            || a.text_at(at, class::ORG_NOUN).is_some()
            || (from..to).any(|i| a.shape(i) == Shape::Clitic)
            || police()
        {
            return None;
        }
        let strong = worker || a.reads(from + 1, word!("retired"));
        // What goes with any office.
        let besides = old || aged || former || !trade || capital && !of;
        let office = |e: &Entity| crate::lexicon::last_word(e.role.as_deref().unwrap_or_default());
        let fits = |e: &Entity| {
            let office = office(e);
            let lawmaker = office.is(class::LAWMAKER);
            let open = e.role.as_deref().is_none_or(|role| {
                // "studies rivers at Norton University": what somebody does, and no office.
                let first = crate::lexicon::first_word(role);
                let does = epithet && (first.is(class::VERB_S) || first == word!("studies"));
                // "Holidaymaker Ann Day … said the retired miller"
                let idle = strong && !office.is(any!(INHOUSE, ROLE_OF, LAWMAKER));
                does || idle || of && capital && e.organisation.is_none() && !lawmaker
            });
            let other = e.gender == Gender::Male && a.is(at, class::ROLE_FEMALE)
                || e.gender == Gender::Female && a.is(at, class::ROLE_MALE);
            let person = e.kind == EntityKind::Person && !e.name.starts_with(is_small);
            // "the Conservative", "the peer": sooner a lawmaker.
            let politic = a.is(at, class::PARTISAN) || epithet && a.is(at, class::LAWMAKER);
            let partisan = lawmaker && !old && politic;
            let often = if old { 4 * e.weight.min(12) as i32 } else { 0 };
            let often = often + if partisan { SAME_GENDER } else { 0 };
            (person && !other && (open || besides || partisan)).then_some(often)
        };
        let (score, entity) = self.memory.likeliest(&self.names, from, None, &fits)?;
        // Whoever has been called something else must be meant surely.
        let called = self.names.entity(entity).is_some_and(|e| e.role.is_some());
        let least = if worker || strong && called { STRONG } else { FAINT };
        if !old && !former && score < least {
            return None;
        }
        // Whoever has spoken is told of by the name.
        if worker && self.memory.voices().take(REACH).any(|id| id == entity) {
            return None;
        }
        let body = self.body_inside(from, to);
        let e = self.names.entities.get_mut(entity)?;
        let does = !besides && !office(e).is(class::LAWMAKER);
        if (trade || epithet) && (e.role.is_none() || does) {
            e.role = Some(a.wording(from + 1, to));
            e.organisation = e.organisation.or(body);
        }
        Some(entity)
    }

    /// "The transport minister said …" in the first lines, before anybody has a name: whom the next sentence names.
    fn named_below(&self, from: usize, at: usize) -> Option<EntityId> {
        let a = self.article;
        // A name that is a line is a byline.
        let by = |m: &Mention| a.reads(m.from.wrapping_sub(1), word!("by"));
        let line = |m: &Mention| {
            by(m) && a.gap(m.from - 1) >= Gap::Line
                || a.gap(m.from) >= Gap::Line && a.gap(m.to) >= Gap::Line
        };
        let person = |m: &&Mention| self.kind(m.entity) == EntityKind::Person && !line(m);
        let mut persons = self.names.mentions.iter().take(REACH).filter(person);
        let first = persons.next().filter(|m| m.from > from && m.from < from + BELOW)?;
        let near = self.memory.sentences_between(from, first.from);
        // A headline has lines below it before the story begins.
        let says = a.is(first.to, class::SAY);
        let near = near == 1 || from < TOP && says && near <= HEADED;
        let subject = near && self.memory.is_subject_at(first.from);
        let heard = self.memory.voices().next().is_some_and(|id| id != first.entity);
        let role = self.names.entity(first.entity).and_then(|e| e.role.as_deref());
        let fits = role.is_none_or(|role| small(role).contains(&*small(a.word(at))));
        (!heard && subject && fits).then_some(first.entity)
    }

    /// "Ann Day and Bob Lee": several names that speak together.
    fn joint(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let a = self.article;
        let and =
            (from + 1..to).find(|i| a.reads(*i, word!("and")) && self.names.at(*i).is_none())?;
        let person = |m: &Mention| self.kind(m.entity) == EntityKind::Person;
        let first = self.names.at(and - 1).filter(|m| m.to == and && person(m))?;
        let second = self.names.within(and, to).find(|m| m.to == to && person(m))?;
        let role = (and + 1..second.from).all(|i| a.shape(i) == Shape::Lower);
        (role && a.find(first.from.wrapping_sub(1), class::PREPOSITION).is_none())
            .then_some((first.from, second.to))
    }

    /// "the Day campaign", "Lee supporters": whether a noun follows the name that ends at token `at` in its phrase.
    fn is_noun_behind(&self, at: usize, to: usize) -> bool {
        let a = self.article;
        let other = any!(
            PREPOSITION,
            CONJUNCTION,
            ADVERB,
            TIME_NOUN,
            OBJECT_PRONOUN,
            SUBORDINATOR,
            DETERMINER,
            VERB_PAST,
            VERB_ING,
            AUXILIARY
        );
        at < to && a.shape(at) == Shape::Lower && !a.is(at, other) && !a.word(at).ends_with("ed")
    }

    /// Somebody whose name ends with the word at token `at`: in a headline that nothing else shows to be a name.
    fn surnamed(&self, at: usize) -> Option<EntityId> {
        let word = self.article.word(at);
        let mut near = self.names.mentions.iter().take(REACH).map(|m| m.entity);
        near.find(|id| {
            work::step();
            let name = self.names.entity(*id).map_or("", |e| &e.name);
            name.strip_suffix(word).is_some_and(|rest| rest.ends_with([' ', '-']))
        })
    }

    /// The noun that tells what the phrase is: the last word before the first preposition.
    fn head(&self, from: usize, to: usize) -> Option<(usize, Head)> {
        let a = self.article;
        let end = (from + 1..to)
            .find(|i| {
                (a.is(*i, class::PREPOSITION) || matches!(a.shape(*i), Shape::Comma | Shape::Dash))
                    && self.names.at(*i).is_none()
            })
            .unwrap_or(to);
        let end = self.told(from, end);
        let in_name = self.names.at(end - 1);
        let body = |m: &Mention| m.to == to && self.kind(m.entity) == EntityKind::Organisation;
        if in_name.is_some_and(|m| !a.is(end - 1, any!(SPOKES, DOC_NOUN)) || body(m)) {
            return None;
        }
        let kinds = [
            (class::ROLE, Head::Role),
            (class::DOC_NOUN, Head::Document),
            (class::ROLE_PLURAL, Head::Officials),
            (class::ORG_NOUN, Head::Body),
            (class::GROUP_NOUN, Head::Group),
            (class::PERSON_NOUN, Head::Person),
        ];
        let found = |end: usize| {
            let ends = |c: Class| {
                (1..=4.min(end - from))
                    .map(|k| end - k)
                    // "leader of the council" goes on behind the preposition.
                    .find(|at| a.find(*at, c).is_some_and(|hit| at + hit.len >= end))
            };
            kinds.iter().find_map(|(c, head)| ends(*c).map(|at| (at, *head)))
        };
        // "people close to Ann Day"
        found(end).or_else(|| found((end < to).then_some(end - 1)?.max(from)))
    }

    /// "a survey published in May": where a noun ends that a participle follows.
    fn told(&self, from: usize, end: usize) -> usize {
        let a = self.article;
        let participle = |i: &usize| {
            a.is(*i, class::VERB_PAST)
                && a.shape(*i) == Shape::Lower
                && a.is(i - 1, class::DOC_NOUN)
                && (a.shape(i - 1) == Shape::Lower || i - 1 == from)
        };
        (from + 1..end).find(participle).unwrap_or(end)
    }

    /// "the spokesman", "the council leader": somebody met before in that role.
    fn by_role(&self, from: usize, at: usize, to: usize) -> Option<EntityId> {
        let a = self.article;
        // "the Norton manager" is nobody of Harrow.
        let side = self.names.within(from, at).next().filter(|_| a.is(at, class::TRAINER));
        let side = side.and_then(|m| self.names.entity(m.entity)).map(|e| e.name.as_str());
        let other = |e: &Entity| {
            side.zip(e.organisation.and_then(|id| self.names.entity(id)))
                .is_some_and(|(side, body)| !body.name.contains(side) && !side.contains(&body.name))
        };
        // "the former foreign minister" is not the foreign minister.
        let former = (at.saturating_sub(3)..at).any(|i| a.reads(i, word!("former")));
        // "the transport secretary" is not the shadow transport secretary.
        let shadow = (at.saturating_sub(3)..to).any(|i| a.reads(i, word!("shadow")));
        let end = (at..to).find(|i| a.is(*i, class::PREPOSITION)).unwrap_or(to);
        let wanted = small(a.words(at, end));
        // "CEO says", of the chief executive
        let whole = crate::lexicon::look_up_word(&[&wanted]).text(class::ROLE_LONG);

        let fits = |id: &EntityId| {
            work::step();
            self.names.entity(*id).is_some_and(|e| {
                e.kind == EntityKind::Person
                    && !other(e)
                    && e.role.as_deref().is_some_and(|role| {
                        let role = small(role);
                        if former && !role.contains("former") || !shadow && role.contains("shadow")
                        {
                            return false;
                        }
                        if whole.is_some_and(|whole| role.contains(whole)) {
                            return true;
                        }
                        let last = wanted.split(' ').next_back();
                        crate::lexicon::last_word(&role).text(class::TITLE_OFFICE) == last
                            || last.is_some_and(|w| role.split([' ', '-']).any(|r| r == w))
                    })
            })
        };
        let exact = |id: &EntityId| {
            work::step();
            let role = self.names.entity(*id).and_then(|e| e.role.as_deref());
            self.kind(*id) == EntityKind::Person && role.is_some_and(|role| small(role) == wanted)
        };
        let wide = || self.names.mentions.iter().take(WIDE).map(|m| m.entity).find(|id| exact(id));
        self.memory.voices().take(REACH).find(|id| fits(id)).or_else(wide).or_else(|| {
            let before = self.names.mentions.partition_point(|m| m.from < at);
            let back = before.saturating_sub(REACH);
            self.names
                .mentions
                .get(back..(before + REACH).min(self.names.mentions.len()))?
                .iter()
                .map(|m| m.entity)
                .find(|id| fits(id))
        })
    }

    fn document(&mut self, from: usize, to: usize) -> SourceRef {
        let a = self.article;
        let end = self.told(from, to);
        let noun = small_first(a.words(from, end));
        let short = small(strip(&noun));
        let name = small_first(a.words(from, to));
        // "the report" is the one met before.
        let the = a.reads(from, word!("the"));
        let met = self.memory.voices().take(REACH).find(|id| {
            self.names.entity(*id).is_some_and(|e| {
                e.kind == EntityKind::Document && the && small(&e.name).contains(&*short)
            })
        });
        if let Some(entity) = met {
            let open = self.names.entity(entity).is_some_and(|e| e.organisation.is_none());
            let body = if open { self.author(from, end, to) } else { None };
            if let Some(e) = self.names.entities.get_mut(entity) {
                e.organisation = e.organisation.or(body);
            }
            return SourceRef { from, to, entity };
        }
        if a.reads(from, word!("the"))
            && let Some(noun) = self.memory.document(a, end - 1).filter(|noun| noun.to <= from)
        {
            let entity = self.brought_up(noun);
            return SourceRef { from, to, entity };
        }
        // "Report finds …", as the headline has it: the one that is told of here.
        let bare = self.head(from, to).map_or("", |(at, _)| a.word(at));
        let told = self.memory.voices().take(REACH).filter(|_| from < FIRST).find(|id| {
            self.names.entity(*id).is_some_and(|e| {
                e.kind == EntityKind::Document
                    && (!bare.is_empty() && e.name == bare
                        || e.name.strip_prefix(&name).is_some_and(|rest| rest.starts_with(' ')))
            })
        });
        let body = self.author(from, end, to);
        if let Some(entity) = told {
            if let Some(e) = self.names.entities.get_mut(entity).filter(|e| e.name == bare) {
                e.name = name;
                e.organisation = body.or(e.organisation);
            }
            return SourceRef { from, to, entity };
        }
        self.add(
            from,
            to,
            Entity { name, kind: EntityKind::Document, organisation: body, ..Entity::default() },
        )
    }

    /// Whose the document `from..to` is, whose noun ends at token `end`.
    #[inline(never)]
    fn author(&mut self, from: usize, end: usize, to: usize) -> Option<EntityId> {
        let a = self.article;
        // "figures seen by the Tribune": who got hold of them did not write them.
        let seen = a.is(end, class::OBTAINED);
        let to_body = if seen { end } else { to };
        // "a poll commissioned by the council", "a report by director Ann Day"
        let participle = end + usize::from(a.shape(end) == Shape::Comma);
        let by = (end..end + BY).find(|i| a.reads(*i, word!("by"))).filter(|_| !seen);
        let by =
            by.filter(|_| a.is(participle, class::VERB_PAST) || a.word(participle).ends_with("ed"));
        let by = by.and_then(|by| {
            let the = by + 1 + usize::from(a.is(by + 1, class::DETERMINER));
            let m = self.names.at(the).filter(|m| self.kind(m.entity) == EntityKind::Organisation);
            m.map(|m| m.entity).or_else(|| roles::owned_by(a, &self.names, the))
        });
        let body = by.or_else(|| self.body_inside(from, to_body)).or_else(|| {
            let mut named = self.names.within(from, to_body);
            named.find_map(|m| self.names.entity(m.entity)?.organisation)
        });
        // "data from the clearing corporation"
        let link = (from + 1..to).find(|i| a.reads(*i, word!("by")) || a.reads(*i, word!("from")));
        let body = body.or_else(|| roles::described_by(a, &mut self.names, link?, to));
        let fits = |e: &Entity| match e.kind {
            EntityKind::Organisation => Some(if e.sort == "platform" { -SAME_GENDER } else { 0 }),
            _ => None,
        };
        // A report is by the body that the article speaks of, a study or somebody's letter by whoever it names.
        let bare = self.names.within(from, to).next().is_none();
        let of_topic =
            a.find(end - 1, class::ISSUED).is_some() && !(from..end).any(|i| a.owns(i)) && bare;
        let topic = || {
            if !of_topic {
                return None;
            }
            let near = || self.memory.likeliest(&self.names, from, None, &fits).map(|b| b.1);
            self.issuer(from)
                .or_else(|| self.names.body_of_sorts("regulator", from, false))
                .or_else(near)
        };
        // "Harrow Estates said it was late. “It is old,” a statement said": the speaker's.
        let statement = bare && a.reads(end - 1, word!("statement"));
        let body = body.or_else(|| {
            let (spoke, id) = self.memory.last_heard().filter(|_| statement)?;
            let near = spoke < from && self.sentences_between(spoke, from) < SPOKEN;
            self.body_of(id).filter(|_| near)
        });
        // "The study", "new research": what the article tells of, and no other one.
        let start = from + usize::from(a.is(from, any!(DETERMINER, INDEFINITE)));
        let new = a.reads(start, word!("new"));
        let noun = start + usize::from(new);
        let told = a.is(noun, class::DOC_NOUN);
        let own = told && bare && (new || from < FIRST || !a.is(from, class::INDEFINITE));
        let issued = a.find(noun, class::ISSUED).is_some();
        let research = || if own { roles::research_body(a, &self.names, issued) } else { None };
        let topic = || if issued { research().or_else(topic) } else { topic().or_else(research) };
        // "its report", "a survey of its members"
        body.or_else(|| {
            if (from..to).any(|i| a.reads(i, word!("its"))) { self.its_body(from) } else { topic() }
        })
        .or_else(|| if a.reads(from, word!("their")) { self.its_body(from) } else { None })
    }

    /// "In a statement, Harrow Water said … The statement said": a document that was brought up, the speaker's.
    fn brought_up(&mut self, noun: Noun) -> EntityId {
        let speaker = self.memory.last_heard().filter(|(at, _)| {
            let (first, last) = (noun.from.min(*at), noun.from.max(*at));
            self.sentences_between(first, last) == 0
        });
        // "In a letter to the mayor, …": to whom it was.
        let a = self.article;
        let to = (noun.to..noun.to + APPOSED).find(|i| a.shape(*i) == Shape::Comma);
        let to = to.filter(|_| a.reads(noun.to, word!("to"))).unwrap_or(noun.to);
        let entity = self.document(noun.from, to).entity;
        let body = speaker.and_then(|(_, id)| self.body_of(id));
        if let Some(e) = self.names.entities.get_mut(entity) {
            e.organisation = body.or(e.organisation);
        }
        entity
    }

    /// The body that speaks, or whose people do.
    fn body_of(&self, id: EntityId) -> Option<EntityId> {
        let e = self.names.entity(id)?;
        if e.kind == EntityKind::Organisation { Some(id) } else { e.organisation }
    }

    /// Who issued a report: the regulator named nearest before, else after.
    fn issuer(&self, at: usize) -> Option<EntityId> {
        let came = roles::inspecting_body(self.article, &self.names);
        // A kitchen is inspected by the council, whoever keeps the ratings.
        let council = || {
            self.article.last(0..FIRST, |t| t.word == word!("hygiene"))?;
            self.names.body_of_sort("council", at)
        };
        came.or_else(council).or_else(|| self.names.body_of_sort("regulator", at))
    }

    /// The body that "its" at token `at` means.
    #[inline(never)]
    fn its_body(&self, at: usize) -> Option<EntityId> {
        let fits = |e: &Entity| {
            let body = e.kind == EntityKind::Organisation;
            (body && e.sort != "platform" && e.sort != "newspaper").then_some(0)
        };
        self.memory.likeliest(&self.names, at, None, &fits).map(|b| b.1)
    }

    fn body_inside(&self, from: usize, to: usize) -> Option<EntityId> {
        let named = self
            .names
            .within(from, to)
            .find(|m| {
                let kind = self.kind(m.entity);
                kind == EntityKind::Organisation
                    || kind == EntityKind::Unknown
                        && m.from > from
                        && !self.article.is(m.to, class::LAWMAKER)
                        && self.article.is(m.from - 1, any!(PREPOSITION, DETERMINER))
            })
            .map(|m| m.entity);
        // "the rivers regulator, the Norton Mills Office,"
        let a = self.article;
        let name = a.past_the(to + 1);
        let apposed = || {
            let body = a.shape(to) == Shape::Comma && a.is(to - 1, class::ORG_NOUN);
            let m = self.names.at(name).filter(|m| body && m.from == name)?;
            (self.kind(m.entity) == EntityKind::Organisation).then_some(m.entity)
        };
        named.or_else(apposed).or_else(|| {
            (from..to).find_map(|i| {
                let hit = a.find(i, class::ORG_NOUN)?;
                let sort = hit.id.text(class::ORG_NOUN).filter(|sort| *sort != "court")?;
                let start = i;
                let i = i + hit.len - 1;
                // "a spokesman for the council", "for the governing body"
                let ends = i + 1 == to
                    && start > from + 2
                    && a.reads(start - 1, word!("the"))
                    && a.is(start - 2, class::PREPOSITION);
                // "the council's report", "a council spokesman", "county data"
                let owner = ends || a.owns(i + 1);
                // "trust board papers"
                let next = i + 1 + usize::from(i + 2 < to && a.is(i + 1, class::ORG_NOUN));
                let before = i + 1 < to
                    && a.find(next, any!(ROLE, ROLE_PLURAL, DOC_NOUN, GROUP_NOUN)).is_some()
                    && !a.is(from, class::POSSESSIVE);
                let called = || self.names.body_called(a.word(i), from);
                let described = || {
                    if !owner && !a.is(i, class::STAFF_NOUN) {
                        return None;
                    }
                    self.names.body_of_sorts(sort, from, a.is(i, class::ANY_BODY))
                };
                if owner || before { called().or_else(described) } else { None }
            })
        })
    }

    /// A source that has no name: its noun phrase is its name.
    fn unnamed(
        &mut self,
        from: usize,
        to: usize,
        kind: EntityKind,
        role_at: Option<usize>,
    ) -> SourceRef {
        let a = self.article;
        let words = a.words(from, to);
        let proper = self.names.at(from).is_some_and(|m| m.from == from);
        let unknown = a.at(from).word == WordId::NONE && a.shape(from).is_capital();
        let name = if proper || unknown { words.to_string() } else { small_first(words) };
        let short = small(&name);
        // "One mother said … the woman said"
        let sex = |at: usize| match (a.is(at, class::ROLE_MALE), a.is(at, class::ROLE_FEMALE)) {
            (true, false) => Gender::Male,
            (false, true) => Gender::Female,
            _ => Gender::Unknown,
        };
        let head = sex(from + 1);
        let same = to == from + 2 && a.reads(from, word!("the")) && head != Gender::Unknown;
        let met = self.memory.voices().take(REACH).find(|id| {
            self.names.entity(*id).is_some_and(|e| {
                if same && e.kind == EntityKind::Person && e.name.starts_with(is_small) {
                    return e.gender == head;
                }
                if e.kind != kind {
                    return false;
                }
                let known = small(&e.name);
                // "four people who know", "the people"
                let again = kind == EntityKind::Group
                    && short.strip_prefix("the ").is_some_and(|short| known.contains(short));
                strip(&known) == strip(&short) || again
            })
        });
        if let Some(entity) = met {
            return SourceRef { from, to, entity };
        }
        let end = (from..to)
            .find(|i| a.is(*i, class::PREPOSITION) && self.names.at(*i).is_none())
            .unwrap_or(to);
        // "prime minister", not "minister"
        let two = |at: usize| at > from && a.find(at - 1, class::ROLE).is_some_and(|h| h.len == 2);
        let role = role_at.map(|at| match kind {
            EntityKind::Person => a.wording(at - usize::from(two(at)), end),
            _ => {
                let start = if a.is(from, any!(DETERMINER, POSSESSIVE)) { from + 1 } else { from };
                a.wording(start.min(at), end)
            }
        });
        let mut body = self.body_inside(from, to);
        // "a government spokesman"
        if body.is_none()
            && role_at.is_some_and(|at| a.reads(at.wrapping_sub(1), word!("government")))
        {
            body = Some(self.government(from, to));
        }
        // "a transport ministry spokeswoman"
        if body.is_none()
            && let Some(at) = role_at.filter(|at| *at >= from + 3 && a.is(*at, class::SPOKES))
        {
            body = roles::department(a, &mut self.names, at);
        }
        // "a spokesman for the harbour board"
        let links = |i: usize| a.reads_any(i, &words!["for", "from", "at", "of"]);
        if body.is_none() && role_at.is_some() && links(end) {
            body = roles::described_by(a, &mut self.names, end, to);
        }
        // "A spokesman said", "its chief inspector said": of the body that was spoken of.
        let spokes =
            to == from + 2 && a.is(from, class::INDEFINITE) && a.is(from + 1, class::SPOKES);
        if spokes || body.is_none() && a.reads(from, word!("its")) {
            // "Harrow Mills will appeal, its agent said"
            let start = self.memory.sentence_at(from).map_or(from, |s| s.from);
            let mut named = self.names.within(start, from).take(REACH).filter(|_| !spokes);
            let first = named.find(|m| self.kind(m.entity) == EntityKind::Organisation);
            body = first.map(|m| m.entity).or_else(|| self.its_body(from));
        }
        // "In her report, the inspector said": of the regulator, where the article names no police.
        if body.is_none()
            && to == from + 2
            && a.reads(from, word!("the"))
            && a.reads(from + 1, word!("inspector"))
            && self.names.body_of_sort("police", from).is_none()
        {
            body = self.issuer(from);
        }
        // "a senior midwife": of the one hospital.
        if body.is_none() && kind == EntityKind::Person && !a.is(from, class::POSSESSIVE) {
            let sorts = role_at.and_then(|at| a.find(at, class::ROLE_OF)?.id.text(class::ROLE_OF));
            let sorts = sorts.filter(|sorts| sorts.ends_with(roles::ONLY));
            body = sorts.and_then(|sorts| self.names.body_of_sorts(sorts, from, false));
        }
        if body.is_none() && a.is(end - 1, class::RESEARCHERS) {
            body = roles::research_body(a, &self.names, false);
        }
        if body.is_none() && kind == EntityKind::Group {
            if a.is(end - 1, class::INSPECTOR_WORD) {
                // "A report by the Norton Mills Authority found … Inspectors said"
                let heard = self.last().and_then(|id| self.names.entity(id));
                let heard = heard.filter(|e| e.kind == EntityKind::Document);
                body = heard.and_then(|e| e.organisation).or_else(|| self.issuer(from));
            }
            let plain = !a.is(from, any!(DETERMINER, INDEFINITE, QUANTIFIER, POSSESSIVE));
            let office = role_at.and_then(|at| a.find(at, class::ROLE_OF)?.id.text(class::ROLE_OF));
            if let Some(sorts) = office.filter(|_| plain && body.is_none()) {
                body = self.names.body_of_sorts(sorts, from, false);
            }
            if body.is_none() && a.is(end - 1, class::VISITORS) {
                body = self.names.body_of_sorts("regulator", from, false);
            }
        }
        let gender = sex(end - 1);
        let entity = Entity { name, kind, role, organisation: body, gender, ..Entity::default() };
        self.add(from, to, entity)
    }

    /// The government whose people speak, and no country's.
    fn government(&mut self, from: usize, to: usize) -> EntityId {
        let (kind, sort) = (EntityKind::Organisation, "government");
        let bodies = self.memory.voices().take(REACH);
        let known = bodies
            .filter_map(|id| self.names.entity(id)?.organisation)
            .find(|id| self.names.entity(*id).is_some_and(|e| e.name == sort));
        let name = sort.to_string();
        known.unwrap_or_else(|| {
            self.add(from, to, Entity { name, kind, sort, ..Entity::default() }).entity
        })
    }

    fn add(&mut self, from: usize, to: usize, entity: Entity) -> SourceRef {
        let id = self.names.entities.len();
        self.names.entities.push(entity);
        SourceRef { from, to, entity: id }
    }

    fn pronoun(&mut self, at: usize) -> SourceRef {
        let a = self.article;
        let found = if a.is(at, class::MALE_PRONOUN) {
            self.person(at, Gender::Male)
        } else if a.is(at, class::FEMALE_PRONOUN) {
            self.person(at, Gender::Female)
        } else if a.reads(at, word!("it")) || a.reads(at, word!("its")) {
            self.thing(at, "", false)
        } else if a.reads(at, word!("they")) || a.reads(at, word!("their")) {
            self.somebody(at)
                .or_else(|| self.thing(at, "", true))
                .or_else(|| self.person(at, Gender::Unknown))
        } else {
            self.last()
        };
        match found {
            Some(entity) => SourceRef { from: at, to: at + 1, entity },
            None => self.unnamed(at, at + 1, EntityKind::Unknown, None),
        }
    }

    /// "A spokesperson said … they added": somebody without a name who has just spoken.
    fn somebody(&self, at: usize) -> Option<EntityId> {
        let (spoke, id) = self.memory.last_heard()?;
        let e = self.names.entity(id).filter(|e| e.kind == EntityKind::Person)?;
        let role = crate::lexicon::look_up_word(&[e.role.as_deref().unwrap_or_default()]);
        let open = role.is(class::SPOKES) || e.gender == Gender::Unknown;
        let unnamed = e.name.starts_with(is_small);
        (open && unnamed && self.memory.sentences_between(spoke, at) <= SPOKEN).then_some(id)
    }

    /// The person that "he" or "she" at token `at` means, or anybody where the gender is unknown.
    fn person(&mut self, at: usize, gender: Gender) -> Option<EntityId> {
        let a = self.article;
        let fits = |e: &Entity| match (e.kind, e.gender) {
            (EntityKind::Person, _) if gender == Gender::Unknown => Some(0),
            // "a surgeon warned … “It is late,” she said": sooner who has a name.
            (EntityKind::Person, Gender::Unknown) if e.name.starts_with(is_small) => {
                Some(-SAME_GENDER)
            }
            (EntityKind::Person, Gender::Unknown) => Some(0),
            (EntityKind::Person, known) if known == gender => Some(SAME_GENDER),
            _ => None,
        };
        // "Ann Day, she said, was late": not Ann Day.
        let about = self
            .names
            .at(at.wrapping_sub(2))
            .filter(|m| m.to + 1 == at && a.shape_before(at) == Shape::Comma)
            .map(|m| m.entity);
        let found = self.memory.likeliest(&self.names, at, about, &fits);
        let noun = match gender {
            Gender::Male => self.memory.noun(at, &[NounKind::Man, NounKind::Somebody], false),
            Gender::Female => self.memory.noun(at, &[NounKind::Woman, NounKind::Somebody], false),
            Gender::Unknown => None,
        };
        if let Some((rival, noun)) = noun
            && found.is_none_or(|(score, _)| rival > score)
        {
            let entity = self.find(noun.from, noun.to).entity;
            let agrees = |e: &Entity| {
                e.kind == EntityKind::Person && (e.gender == gender || e.gender == Gender::Unknown)
            };
            if self.names.entity(entity).is_some_and(agrees) {
                return Some(entity);
            }
        }
        let ahead = || self.memory.next(&self.names, at, fits);
        found.map(|(_, entity)| entity).or_else(ahead)
    }

    /// The body, document or group that "it", "they" or "the firm" at token `at` means.
    fn thing(&mut self, at: usize, sort: &str, plural: bool) -> Option<EntityId> {
        let akin = |known| Names::akin(sort, known);
        let fits = |e: &Entity| match e.kind {
            EntityKind::Group if plural && sort.is_empty() => Some(SAME_GENDER),
            EntityKind::Document
                if sort.is_empty()
                    && (!plural || e.name.contains("s ") && !e.name.contains("its ")) =>
            {
                Some(SAME_GENDER)
            }
            EntityKind::Organisation if e.sort == "platform" => Some(-SAME_GENDER),
            EntityKind::Organisation if e.sort == sort || sort.is_empty() => Some(SAME_GENDER),
            EntityKind::Organisation if akin(e.sort) => Some(SAME_GENDER / 2),
            // "the union" is not "the district" met before.
            EntityKind::Organisation if e.sort.is_empty() => {
                (!e.name.starts_with(is_small)).then_some(0)
            }
            _ => None,
        };
        // "the regulator", "the government": no company, where the article speaks of one.
        let exact =
            |e: &Entity| (e.kind == EntityKind::Organisation && e.sort == sort).then_some(0);
        if ["regulator", "government", "court"].contains(&sort) {
            return self.memory.likeliest(&self.names, at, None, &exact).map(|(_, entity)| entity);
        }
        // "In a letter, Ann Day thanked them. “It was fun,” it read.": what is written.
        let reads =
            self.article.reads(at + 1, word!("read")) || self.article.reads(at + 1, word!("reads"));
        let best = self.memory.likeliest(&self.names, at, None, &fits);
        let group: &[NounKind] = &[NounKind::Group];
        let kinds = if plural { group } else { &[NounKind::Document, NounKind::Body] };
        // "raised its forecast, helped by what it called": not the forecast.
        let own = |noun: &Noun| {
            noun.kind == NounKind::Document && self.article.reads(noun.from, word!("its"))
        };
        let noun = self.memory.noun(at, kinds, reads).filter(|(_, n)| sort.is_empty() && !own(n));
        match (best, noun) {
            (Some((score, entity)), Some((rival, _))) if score >= rival && !reads => Some(entity),
            (_, Some((_, noun))) if noun.kind == NounKind::Document => {
                self.memory.heard_at(noun.from).or_else(|| Some(self.brought_up(noun)))
            }
            (_, Some((_, noun))) if noun.kind == NounKind::Body => {
                Some(self.find(noun.from, noun.to).entity)
            }
            (_, Some((_, noun))) => {
                let head = noun.to - 1;
                // "Researchers at the University of Norton"
                let a = self.article;
                let name = a.past_the(noun.to + 1);
                let body = self.names.at(name).filter(|_| a.is(noun.to, class::PREPOSITION));
                let to = body.map_or(noun.to, |m| m.to);
                let source = self.unnamed(noun.from, to, EntityKind::Group, Some(head));
                Some(source.entity)
            }
            (best, None) => best.map(|(_, entity)| entity),
        }
    }
}

/// Tokens at the start of an article that tell which document its headline speaks of.
const FIRST: usize = 150;

/// Sentences behind somebody's words in which "they" still means the speaker.
const SPOKEN: usize = 3;

/// Tokens of an article in which a role without an article is a headline's: "says chairman".
const TOP: usize = 24;

/// What whoever a description means counts for at least, and whoever the sentence before is about.
const FAINT: i32 = -14;
const STRONG: i32 = 36;

/// Sentences and lines between a headline and the name below that it means, at most.
const HEADED: usize = 6;

/// Tokens between somebody's description and the name in the next sentence, at most.
const BELOW: usize = 80;

/// What a candidate gains that surely agrees with the pronoun.
const SAME_GENDER: i32 = 24;

/// What the head noun of a source phrase says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Head {
    Role,
    Officials,
    Document,
    Body,
    Group,
    Person,
}

/// The phrase with a small first letter, unless its first word is in capitals.
fn small_first(words: &str) -> String {
    let words = crate::article::one_blank(words);
    let first = words.chars().next();
    let shout = words
        .split(' ')
        .next()
        .is_some_and(|w| w.len() > 1 && w.chars().all(|c| crate::tokens::lower(c) != c));
    match first.and_then(|c| Some((c, words.strip_prefix(c)?))) {
        Some((c, rest)) if !shout => format!("{}{rest}", crate::tokens::lower(c)),
        _ => words,
    }
}

fn strip(name: &str) -> &str {
    ["the ", "a ", "an ", "its ", "their "]
        .iter()
        .find_map(|article| name.strip_prefix(article))
        .unwrap_or(name)
}
