//! Names: people, organisations and places, one entity for all the places that name it.
//!
//! Blocks and sentences in, entities and mentions out. Two walks: the first finds runs of capitalised words and
//! makes entities of full names, the second ties surnames, first names and acronyms to them, so that a surname may
//! come before the full name. Roles and organisations are read by [`roles`]. Pronouns and descriptions ("the
//! council") are resolved where they are used: [`crate::quotes`].

mod evidence;
pub mod roles;
mod runs;

use crate::article::Article;
use crate::blocks::{Block, BlockKind};
use crate::lexicon::class;
use crate::order;
use crate::report::EntityKind;
use crate::sentences::Sentence;
use crate::text::alike;
use crate::tokens::{Gap, Shape, is_alphanumeric};
use crate::work;
use runs::Run;
use std::collections::BTreeMap;

/// Index of an entity.
pub type EntityId = usize;

/// Whether a person is spoken of as he or she.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gender {
    /// He.
    Male,
    /// She.
    Female,
    /// It cannot be told.
    #[default]
    Unknown,
}

/// Somebody or something that the article names.
#[derive(Clone, Debug, Default)]
pub struct Entity {
    /// The fullest form of the name, without honorifics.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// The person's role as worded.
    pub role: Option<String>,
    /// The organisation it belongs to: an entity where the article names it.
    pub organisation: Option<EntityId>,
    /// Whether a person is a man or a woman.
    pub gender: Gender,
    /// What sort of body it is ("council", "company", "police"); empty where unknown.
    pub sort: &'static str,
    /// Number of mentions by name.
    pub weight: usize,
    /// How often the article speaks of it as of "the trust", "the club".
    pub told: usize,
}

/// A place in the text that names an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// First token, titles included ("Cllr George Duggins").
    pub from: usize,
    /// Token after the last.
    pub to: usize,
    /// Whom or what it names.
    pub entity: EntityId,
}

/// All entities with all their mentions in text order.
#[derive(Debug, Default)]
pub struct Names {
    /// The entities, in order of their first full mention.
    pub entities: Vec<Entity>,
    /// The mentions by name.
    pub mentions: Vec<Mention>,
}

impl Names {
    /// The mention that holds token `i`.
    #[must_use]
    #[inline(never)]
    pub fn at(&self, i: usize) -> Option<&Mention> {
        work::step();
        let after = self.mentions.partition_point(|m| m.from <= i);
        self.mentions.get(after.wrapping_sub(1)).filter(|m| i < m.to)
    }

    /// Mentions that lie in `from..to`.
    pub fn within(&self, from: usize, to: usize) -> impl DoubleEndedIterator<Item = &Mention> {
        let first = self.mentions.partition_point(|m| m.from < from);
        let last = self.mentions.partition_point(|m| m.from < to);
        self.mentions.get(first..last.max(first)).unwrap_or(&[]).iter().filter(move |m| m.to <= to)
    }

    /// The entity with that number.
    #[must_use]
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id)
    }

    /// Whether the entity is of that kind.
    #[must_use]
    pub fn is(&self, id: EntityId, kind: EntityKind) -> bool {
        self.entity(id).is_some_and(|e| e.kind == kind)
    }

    /// The body of that sort that a description ("the council") at token `i` means: the last one named before it,
    /// else the most named one of the article.
    #[must_use]
    pub fn body_of_sort(&self, sort: &str, i: usize) -> Option<EntityId> {
        self.of_sort(sort, i).map(|m| m.entity)
    }

    #[inline(never)]
    fn of_sort(&self, sort: &str, i: usize) -> Option<Mention> {
        self.nearest_body(i, true, &|e| e.sort == sort)
    }

    /// The body that a role's words ("the union's", "bishop") mean at token `i`: of one of the sorts that `sorts` lists,
    /// else of a kindred one, else, for `open`, one whose sort its name does not tell.
    #[must_use]
    pub fn body_of_sorts(&self, sorts: &str, i: usize, open: bool) -> Option<EntityId> {
        let akin = |e: &Entity| {
            !sorts.ends_with(roles::ONLY)
                && sorts.split(' ').any(|sort| Self::akin(sort, e.sort))
                // A headline in capitals may look like a name.
                || open && e.sort.is_empty() && e.name.split(' ').count() < LONG
        };
        // A headline speaks of what is named below.
        let top = self.mentions.get(FEW).is_none_or(|m| m.from >= i);
        let akin = || self.nearest_body(i, top, &akin);
        let same = sorts.split(' ').find_map(|sort| self.of_sort(sort, i));
        // "the brokerage's": one that is named right here is not another one that is named far off.
        let one = open && crate::lexicon::look_up_word(&[sorts]).is(class::ANY_BODY);
        let far = |m: &Mention| one && m.from.abs_diff(i) > FAR;
        let near = |m: &Mention| m.from.abs_diff(i) < NEAR;
        match same {
            // "the group's" is sooner of a body named before, whose sort nothing tells, than of one named below.
            Some(same) if open && same.from > i && !top => {
                // "the superintendent", of the school board named before, where the district comes below
                let listed = |sort| self.nearest_body(i, false, &|e| e.sort == sort);
                let listed = sorts.split(' ').find_map(listed);
                listed.or_else(|| akin().filter(|m| m.from < i)).or(Some(same))
            }
            Some(same) if far(&same) => akin().filter(near).or(Some(same)),
            same => same.or_else(akin),
        }
        .map(|m| m.entity)
    }

    /// Whether a description for a body of one sort ("the union") may mean one of another (an association).
    #[must_use]
    pub fn akin(sort: &str, known: &str) -> bool {
        let kin = crate::lexicon::look_up_word(&[sort]).text(class::KINDRED);
        kin.is_some_and(|kin| kin.split(' ').any(|kin| kin == known))
    }

    /// The body that fits and is named last before token `i`, else, for `ahead`, first behind it.
    #[inline(never)]
    fn nearest_body(
        &self,
        i: usize,
        ahead: bool,
        fits: &dyn Fn(&Entity) -> bool,
    ) -> Option<Mention> {
        let fits = |m: &&Mention| {
            work::step();
            self.entity(m.entity).is_some_and(|e| e.kind == EntityKind::Organisation && fits(e))
        };
        let before = self.mentions.partition_point(|m| m.from < i);
        let (earlier, later) = self.mentions.split_at_checked(before)?;
        let back = earlier.len().saturating_sub(REACH);
        // One that is named once below is another.
        let behind =
            || later.iter().take(REACH).find(fits).filter(|m| ahead && !self.in_passing(m.entity));
        earlier.get(back..)?.iter().rev().find(fits).or_else(behind).copied()
    }

    /// Whether a body is named but once, by a name that does not tell its sort.
    fn in_passing(&self, id: EntityId) -> bool {
        self.entity(id).is_some_and(|e| {
            e.weight < 2
                && !e.name.split(' ').any(|word| {
                    crate::lexicon::look_up_word(&[word])
                        .is(any!(ORG_HEAD, ORG_KNOWN, ORG_NOUN, FOOTBALL))
                })
        })
    }

    /// The body named before token `i` whose name holds `word`: the one named most, else first.
    #[must_use]
    pub fn body_called(&self, word: &str, i: usize) -> Option<EntityId> {
        let before = self.mentions.partition_point(|m| m.from < i);
        let fits = |e: &Entity| {
            work::step();
            // "the institute", of the Institute for Rivers; "the charity" is no Charity Commission.
            let mut parts = e.name.split(' ').skip_while(|part| !alike(part, word));
            e.kind == EntityKind::Organisation
                && parts.next().is_some()
                && parts.next().is_none_or(|next| ["of", "for"].contains(&next))
        };
        let earlier = self.mentions.get(..before)?.iter().take(REACH);
        let bodies = earlier.filter_map(|m| Some((m.entity, self.entity(m.entity)?)));
        bodies.rev().filter(|(_, e)| fits(e)).max_by_key(|(_, e)| e.weight).map(|(id, _)| id)
    }

    /// The body that the article is mostly about.
    #[must_use]
    pub fn main_body(&self) -> Option<EntityId> {
        let bodies = (0..self.entities.len()).filter(|id| self.has_staff(*id));
        bodies.rev().max_by_key(|id| self.entity(*id).map(|e| e.weight + e.told))
    }

    /// Whether a chief executive or a manager without a body beside the name may be of this body: not of the watchdog,
    /// the newspaper or the platform that the article mentions.
    #[must_use]
    pub fn has_staff(&self, id: EntityId) -> bool {
        self.entity(id).is_some_and(|e| {
            e.kind == EntityKind::Organisation
                && ![
                    "regulator",
                    "rater",
                    "newspaper",
                    "platform",
                    "government",
                    "court",
                    "parliament",
                    "party",
                ]
                .contains(&e.sort)
        })
    }
}

/// Entities of one surname or word that a name is compared with.
const NAMESAKES: usize = 32;

/// Names at the top of an article before which a body may be spoken of that is named further down.
const FEW: usize = 3;

/// Tokens to the body that a description means, where one of the very sort stands further off.
const NEAR: usize = 40;
const FAR: usize = 50;

/// Words of a name that is none of a body about which nothing else is known.
const LONG: usize = 7;

/// Mentions that are looked at, back and ahead, for what a description means.
const REACH: usize = 60;

/// Finds all names.
#[must_use]
pub fn find(article: &Article<'_>, blocks: &[Block], sentences: &[Sentence]) -> Names {
    let found: Vec<Run> = runs::find(article, blocks, sentences);
    let mut builder = Builder {
        article,
        names: Names::default(),
        by_last: ByKey::new(),
        by_word: ByKey::new(),
        by_inner: ByKey::new(),
    };
    let mut mentions: Vec<Option<EntityId>> = vec![None; found.len()];
    for (run, slot) in found.iter().zip(&mut mentions) {
        if run.name_to - run.name_from > 1 {
            *slot = builder.full_name(run);
        }
    }
    for (id, kind) in
        evidence::kinds(article, sentences, &found, &mentions, &builder.names.entities)
    {
        builder.set_kind(id, kind);
    }
    // "Mercy Fairhaven falls to a D", and in the story Mercy Fairhaven Medical Center
    for (run, slot) in found.iter().zip(&mut mentions) {
        let person = slot.is_some_and(|id| builder.names.is(id, EntityKind::Person));
        let told = run.title || run.role || run.suffix || article.finds(run.to, class::SAY);
        if person
            && !told
            && article.shape(run.to) == Shape::Lower
            && let Some(body) = builder.begins(run, false)
            && let Some(id) = slot.replace(body)
        {
            builder.forget(id);
        }
    }
    for (run, slot) in found.iter().zip(&mut mentions) {
        if slot.is_none() {
            *slot = builder.short_name(run);
        }
    }
    evidence::bodies(article, &found, &mentions, &mut builder.names.entities);
    for (run, slot) in found.iter().zip(mentions) {
        if let Some(entity) = slot {
            builder.names.mentions.push(Mention { from: run.from, to: run.to, entity });
            if let Some(e) = builder.names.entities.get_mut(entity) {
                e.weight += 1;
            }
        }
    }
    let mut names = builder.names;
    acronyms_in_brackets(article, &mut names);
    evidence::genders(article, sentences, &mut names);
    evidence::topic(article, &mut names);
    roles::find(article, sentences, &found, &mut names);
    names
}

/// Makes entities of runs.
struct Builder<'a, 't> {
    article: &'a Article<'t>,
    names: Names,
    /// People by the last word of their names, small letters.
    by_last: ByKey,
    /// People by their first names, bodies by their first words and whole names.
    by_word: ByKey,
    /// Bodies by words inside their names that are no words otherwise: "Fairhaven", of Mercy Fairhaven Medical Center.
    by_inner: ByKey,
}

/// Small letters of a text, as the lexicon has them.
#[must_use]
pub fn small(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    letters(text).collect()
}

/// The small letters one by one.
pub fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !crate::tokens::is_invisible(*c)).map(crate::tokens::lower)
}

/// Entities by words of their names; see [`key`].
type ByKey = BTreeMap<u64, Vec<EntityId>>;

/// A number for the small letters of a text: equal letters have equal numbers, others hardly ever.
fn key(text: &str) -> u64 {
    letters(text).fold(0xcbf2_9ce4_8422_2325, order::add)
}

impl Builder<'_, '_> {
    fn word(&self, i: usize) -> String {
        small(self.article.word(i))
    }

    fn name_of(&self, run: &Run) -> String {
        self.article.spaced(run.name_from, run.name_to)
    }

    fn kind(&self, run: &Run) -> EntityKind {
        let a = self.article;
        let tokens = run.name_from..run.name_to;
        if run.title || run.role || run.suffix {
            return EntityKind::Person;
        }
        if a.find(run.name_from, class::NO_BODY).is_some() {
            return EntityKind::Unknown;
        }
        let whole =
            |c| a.find(run.name_from, c).is_some_and(|hit| hit.len == run.name_to - run.name_from);
        if whole(class::ORG_KNOWN) {
            return EntityKind::Organisation;
        }
        if whole(any!(PLACE, POWER_SEAT, DEMONYM)) {
            return EntityKind::Place;
        }
        // "Norton council", "Which?"
        let last = a.shape(run.name_to - 1);
        // "St Hild’s"
        if a.reads_clitic_s(run.name_to - 1) {
            return EntityKind::Organisation;
        }
        if last == Shape::Question || last == Shape::Lower && a.is(run.name_to - 1, class::ORG_HEAD)
        {
            return EntityKind::Organisation;
        }
        // "41 East Norbury Avenue", "on Mill Lane"
        let before = a.before(run.from);
        if a.is(run.name_to - 1, class::STREET_WORD)
            && run.name_to > run.name_from + 1
            && (before.shape == Shape::Number
                || before.word.has(class::PREPOSITION)
                || a.reads(run.from.wrapping_sub(1), word!("the")))
        {
            return EntityKind::Place;
        }
        // "Larder North East"
        let last = |back: usize| run.name_to.checked_sub(back).filter(|i| *i > run.name_from);
        if last(2).is_some_and(|i| a.is(i, class::COMPASS) && a.is(i + 1, class::COMPASS))
            && !a.is(run.name_from, class::COMPASS)
            && a.before(run.from).word != crate::lexicon::WordId::NONE
            && !a.is(run.from.wrapping_sub(1), class::PREPOSITION)
        {
            return EntityKind::Organisation;
        }
        // "the South East"
        if tokens.clone().all(|i| a.is(i, class::COMPASS)) {
            return EntityKind::Place;
        }
        let given = a.is(run.name_from, any!(GIVEN_MALE, GIVEN_FEMALE));
        let head =
            tokens.clone().any(|i| a.is(i, any!(ORG_HEAD, FOOTBALL)) && a.shape(i) != Shape::Lower);
        let ends_head = a.is(run.name_to - 1, any!(ORG_HEAD, FOOTBALL));
        let joined = tokens.clone().any(|i| {
            a.reads(i, word!("of"))
                || a.reads(i, word!("&"))
                || a.reads(i, word!("for"))
                || a.reads(i, word!("and"))
        });
        // "Day-Lowe" is one word.
        let hyphens = tokens.clone().filter(|i| a.shape(*i) == Shape::Hyphen).count();
        // "A. Norton Day" has three words.
        let points = tokens.clone().filter(|i| a.shape(*i) == Shape::Period).count();
        let words = match run.name_to - run.name_from - points {
            tokens if tokens > 2 * hyphens + 1 => tokens - 2 * hyphens,
            tokens => tokens,
        };
        // "shares in Harrow Aero": no place.
        if words > 1 && self.is_held(run) {
            return EntityKind::Organisation;
        }
        // "Ann Day, 44,", and not "Golden Grill, 2240 Mill Street"
        let aged = a.shape(run.name_to) == Shape::Comma
            && a.shape(run.name_to + 1) == Shape::Number
            && a.word(run.name_to + 1).len() < 4;
        if given && words > 1 && !ends_head && !joined {
            return EntityKind::Person;
        }
        if head || joined {
            return EntityKind::Organisation;
        }
        // "in Thornaby Vale"
        if words > 1 && self.is_located(run) && !aged {
            return EntityKind::Place;
        }
        if words > 1 {
            let place_first = a.find(run.name_from, any!(PLACE, DEMONYM)).is_some();
            let place_last = a.is(run.name_to - 1, class::PLACE);
            let the = a.reads(run.from.wrapping_sub(1), word!("the"));
            let shouted = tokens.clone().any(|i| a.shape(i) == Shape::Upper && a.word(i).len() > 1);
            // "Norton Heights", "Port Marsh"
            let located = a.is(run.name_to - 1, class::PLACE_END)
                || words == 2 && a.is(run.name_from, class::PLACE_START);
            return match (aged, words) {
                (true, _) => EntityKind::Person,
                (false, 2 | 3) if located && !run.title && !run.role => EntityKind::Unknown,
                (false, 2 | 3) if !place_first && !place_last && !the && !shouted => {
                    EntityKind::Person
                }
                (false, _)
                    if place_first && words == 2 && a.is(run.name_to - 1, class::COMPASS) =>
                {
                    EntityKind::Place
                }
                _ => EntityKind::Organisation,
            };
        }
        match a.shape(run.name_from) {
            Shape::Upper if a.find(run.name_from, class::GRADE).is_some() => EntityKind::Unknown,
            // "PUBLISHED: 4 May"
            Shape::Upper if a.shape(run.to) == Shape::Colon && a.gap(run.from) >= Gap::Line => {
                EntityKind::Unknown
            }
            // "an FIR was registered": one of many, no body.
            Shape::Upper
                if a.is(run.from.wrapping_sub(1), class::INDEFINITE)
                    && (a.shape(run.to) != Shape::Lower
                        || a.word(run.to).ends_with("ed")
                        || a.is(run.to, any!(VERB_PAST, VERB_S, AUXILIARY, PREPOSITION))) =>
            {
                EntityKind::Unknown
            }
            Shape::Upper => EntityKind::Organisation,
            _ if aged || given => EntityKind::Person,
            _ => EntityKind::Unknown,
        }
    }

    fn gender(&self, run: &Run) -> Gender {
        let a = self.article;
        for i in run.from..run.name_to {
            let (male, female) = (a.is(i, class::TITLE_MALE), a.is(i, class::TITLE_FEMALE));
            if male != female && i < run.name_from {
                return if male { Gender::Male } else { Gender::Female };
            }
        }
        if run.name_to - run.name_from > 1 { self.given(run.name_from) } else { Gender::Unknown }
    }

    /// What the given name at token `i` tells.
    fn given(&self, i: usize) -> Gender {
        match (self.article.is(i, class::GIVEN_MALE), self.article.is(i, class::GIVEN_FEMALE)) {
            (true, false) => Gender::Male,
            (false, true) => Gender::Female,
            _ => Gender::Unknown,
        }
    }

    fn sort(&self, run: &Run) -> &'static str {
        let a = self.article;
        let nouns = (run.name_from..run.name_to).filter_map(|i| {
            let hit = a.find(i, class::ORG_NOUN).filter(|hit| i + hit.len <= run.name_to)?;
            Some((i + hit.len, hit.len, hit.id.text(class::ORG_NOUN)?))
        });
        // "the Ministry of Housing and Local Government": what stands before "of" tells.
        // "His Majesty's Inspectorate of Constabulary"
        let crown = if a.reads(run.name_from, word!("hm")) {
            1
        } else {
            3 * usize::from(a.is(run.name_from, class::POSSESSIVE))
        };
        let heads = |end: usize, len| {
            (end == run.name_from + len || crown > 0 && end == run.name_from + crown + len)
                && (a.reads(end, word!("of")) || a.reads(end, word!("for")))
        };
        let sort = nouns
            .max_by_key(|(end, len, _)| (heads(*end, *len), *end, *len))
            .map(|(.., sort)| sort);
        let known =
            || a.find(run.name_from, class::ORG_KNOWN).and_then(|hit| hit.id.text(class::ORG_SORT));
        let rater = || {
            let hit = a.find(run.name_from, class::RATER);
            // "its PEEL assessment": what was done, and by nobody of that name.
            let done = run.name_to == run.name_from + 1 && a.is(run.to, class::DOC_NOUN);
            let whole = hit.is_some_and(|hit| hit.len == run.name_to - run.name_from);
            (whole && !done).then_some("regulator")
        };
        // "Norton Ports Authority": "the authority" alone is a council.
        let sort =
            if a.reads(run.name_to - 1, word!("authority")) { Some("authority") } else { sort };
        let last = a.word(run.name_to - 1);
        // "Norbank"
        let bank = last.ends_with("bank") && last.len() > 4;
        let sort = if bank { sort.or(Some("bank")) } else { sort };
        let club = a.is(run.name_to - 1, class::FOOTBALL).then_some("club");
        // "WQXN": the letters of an American station.
        let station = a.shape(run.name_from) == Shape::Upper
            && run.name_to == run.name_from + 1
            && a.word(run.name_from).len() == 4
            && a.word(run.name_from).starts_with(['K', 'W']);
        let station = station.then_some("newspaper");
        // "Norton Town"
        let sort = sort.filter(|sort| club.is_none() || *sort != "place");
        // "Ministry of Justice": a department, though it rates.
        let ministry = sort.filter(|sort| *sort == "department");
        // "Norton Primary", "Harrow Securities": no noun for a body, but the end of such a name.
        let first =
            a.reads(run.name_from, word!("radio")) || a.shape(run.name_to - 1) == Shape::Question;
        let end = if first { run.name_from } else { run.name_to - 1 };
        let ending = || a.text_at(end, class::ORG_SORT);
        let sort = sort.or(club).or(station);
        known().or(ministry).or_else(ending).or_else(rater).or(sort).unwrap_or("")
    }

    fn add(&mut self, run: &Run, kind: EntityKind) -> EntityId {
        let name = self.name_of(run);
        let id = self.names.entities.len();
        let gender = match (kind == EntityKind::Person, self.gender(run)) {
            // Alone it is no surname: that would be somebody's.
            (true, Gender::Unknown) if !run.title => self.given(run.name_from),
            (person, gender) => {
                if person {
                    gender
                } else {
                    Gender::Unknown
                }
            }
        };
        let sort = if kind == EntityKind::Person { "" } else { self.sort(run) };
        if kind == EntityKind::Person || run.name_to - run.name_from > 1 {
            self.index(id, kind, &name);
        }
        let first = key(self.article.word(run.name_from));
        self.by_word.entry(first).or_default().push(id);
        self.names.entities.push(Entity { name, kind, gender, sort, ..Entity::default() });
        id
    }

    /// Makes an entity known by its surname, or by its initials and its whole name.
    fn index(&mut self, id: EntityId, kind: EntityKind, name: &str) {
        if kind == EntityKind::Person {
            self.by_last.entry(last_word(name)).or_default().push(id);
            return;
        }
        // "Rovers", of Norton Rovers
        let last = name.rsplit(' ').next().unwrap_or_default();
        let club = crate::lexicon::look_up_word(&[last]).is(class::FOOTBALL);
        // "Tigers", of the Norton Tigers
        let plural = kind == EntityKind::Organisation && last.ends_with('s') && last.len() > 4;
        let last = if club || plural { key(last) } else { key(name) };
        for key in [key(&initials(name, true)), key(&initials(name, false)), key(name), last] {
            self.by_word.entry(key).or_default().push(id);
        }
        let mut inner = name.split(' ').skip(1).peekable();
        while let Some(word) = inner.next() {
            let unknown = || crate::lexicon::look_up_word(&[word]) == crate::lexicon::WordId::NONE;
            if kind == EntityKind::Organisation && inner.peek().is_some() && unknown() {
                self.by_inner.entry(key(word)).or_default().push(id);
            }
        }
    }

    fn set_kind(&mut self, id: EntityId, kind: EntityKind) {
        let Some(entity) = self.names.entities.get_mut(id) else { return };
        entity.kind = kind;
        let name = entity.name.clone();
        if kind == EntityKind::Organisation
            && let Some(ids) = self.by_last.get_mut(&last_word(&name))
        {
            ids.retain(|known| *known != id);
        }
        self.index(id, kind, &name);
    }

    /// A name of several words: an entity met before, or a new one.
    fn full_name(&mut self, run: &Run) -> Option<EntityId> {
        let kind = self.kind(run);
        if kind == EntityKind::Person {
            let last = key(self.article.word(run.name_to - 1));
            let first = self.word(run.name_from);
            let same = self.by_last.get(&last).and_then(|ids| {
                ids.iter().rev().take(NAMESAKES).copied().find(|id| {
                    let known = self.names.entity(*id).map(|e| small(&e.name)).unwrap_or_default();
                    let known_first = known.split([' ', '-']).next().unwrap_or_default();
                    // "Lowe-Marsh", of Ann Lowe-Marsh
                    let alone = (self.article.shape(run.name_from + 1) == Shape::Hyphen
                        && run.name_to == run.name_from + 3
                        // "De Wet", of Ann de Wet
                        || self.article.is(run.name_from, class::NAME_PARTICLE))
                        && known.ends_with(&small(self.article.words(run.name_from, run.name_to)));
                    known_first == first
                        || alone
                        || known_first.trim_end_matches('.') == first.get(..1).unwrap_or(&first)
                        || first.trim_end_matches('.')
                            == known_first.get(..1).unwrap_or(known_first)
                })
            });
            if let Some(id) = same {
                let longer = self.name_of(run);
                if let Some(e) = self.names.entities.get_mut(id)
                    && longer.len() > e.name.len()
                {
                    e.name = longer;
                }
                return Some(id);
            }
        }
        let name = key(&self.name_of(run));
        let same = self
            .by_word
            .get(&name)
            .and_then(|ids| ids.iter().copied().find(|id| self.is_body(*id)));
        let same = same.or_else(|| self.begins(run, true).filter(|_| kind != EntityKind::Place));
        let same = same.or_else(|| self.goes_on(run));
        Some(same.unwrap_or_else(|| self.add(run, kind)))
    }

    /// "Marsh Middle School", which a headline above called "Marsh Middle": the same, by the longer name from here on.
    #[inline(never)]
    fn goes_on(&mut self, run: &Run) -> Option<EntityId> {
        let school = |i| self.article.text_at(i, class::ORG_NOUN) == Some("school");
        let longer = run.name_to > run.name_from + 2 && school(run.name_to - 1);
        let known = self.by_word.get(&key(self.article.word(run.name_from))).filter(|_| longer)?;
        let short = self.article.spaced(run.name_from, run.name_to - 1);
        let id = known.iter().copied().take(NAMESAKES).find(|id| {
            self.names.entity(*id).is_some_and(|e| e.kind != EntityKind::Person && e.name == short)
        })?;
        let name = self.name_of(run);
        self.index(id, EntityKind::Organisation, &name);
        let e = self.names.entities.get_mut(id)?;
        (e.name, e.kind, e.sort) = (name, EntityKind::Organisation, "school");
        Some(id)
    }

    /// "Mill Lane", of Mill Lane Foods: a body, of a sort that is not called by its place if `apart`, whose name goes on.
    fn begins(&self, run: &Run, apart: bool) -> Option<EntityId> {
        let name = self.name_of(run);
        let known = self.by_word.get(&key(self.article.word(run.name_from)))?;
        known.iter().copied().take(NAMESAKES).find(|id| {
            self.names.entity(*id).is_some_and(|e| {
                e.kind == EntityKind::Organisation
                    && (!apart
                        || ["", "company", "bank", "fund", "charity", "newspaper"]
                            .contains(&e.sort))
                    && e.name.strip_prefix(&name).is_some_and(|rest| rest.starts_with(' '))
            })
        })
    }

    /// "shares in Harrow Aero": whether somebody owns part of what the name says.
    fn is_held(&self, run: &Run) -> bool {
        let link = run.from.wrapping_sub(1);
        self.article.reads(link, word!("in")) && self.article.is(link.wrapping_sub(1), class::HELD)
    }

    /// "in Fairhaven": whether the name says where.
    fn is_located(&self, run: &Run) -> bool {
        self.article.reads_any(run.from.wrapping_sub(1), &words!["in", "near", "around"])
    }

    /// The last name that somebody shares who is called "Don and Sheila Marsh" with another.
    fn shared(&self, run: &Run) -> Option<&'_ str> {
        let a = self.article;
        let given = any!(GIVEN_MALE, GIVEN_FEMALE);
        let other = run.to + 1;
        let last = other + 1;
        let both = a.is(run.name_from, given)
            && run.name_to == run.name_from + 1
            && a.reads(run.to, word!("and"))
            && a.is(other, given)
            && a.shape(last) == Shape::Title
            && a.gap(last) == Gap::Space
            && !a.shape(last + 1).is_capital()
            && !a.shape_before(run.from).is_capital();
        let body = a.is(last, any!(ORG_HEAD, FOOTBALL, PLACE, STREET_WORD));
        (both && !body).then(|| a.word(last))
    }

    /// Whoever is none after all has no surname by which to be called.
    fn forget(&mut self, id: EntityId) {
        let last = self.names.entity(id).map(|e| last_word(&e.name));
        if let Some(ids) = last.and_then(|last| self.by_last.get_mut(&last)) {
            ids.retain(|known| *known != id);
        }
    }

    fn is_body(&self, id: EntityId) -> bool {
        self.names.entity(id).is_some_and(|e| e.kind != EntityKind::Person)
    }

    /// A name of one word: the surname, first name, acronym or first word of an entity, or one of its own.
    fn short_name(&mut self, run: &Run) -> Option<EntityId> {
        let word = key(self.article.word(run.name_to - 1));
        let gender = self.gender(run);
        let fits = |e: &Entity| {
            gender == Gender::Unknown || e.gender == Gender::Unknown || e.gender == gender
        };
        let people = self.by_last.get(&word).map_or(&[][..], Vec::as_slice);
        let mut near = people.iter().rev().take(NAMESAKES).copied();
        let person = near.find(|id| self.names.entity(*id).is_some_and(fits));
        if person.is_some() {
            return person;
        }
        // "Harrow’s chief executive", of Harrow’s
        if self.article.reads_clitic_s(run.to) {
            let whole = key(&self.article.spaced(run.name_from, run.to + 1));
            let brand = self.by_word.get(&whole).and_then(|ids| ids.first().copied());
            if let Some(brand) = brand.filter(|id| self.names.is(*id, EntityKind::Organisation)) {
                return Some(brand);
            }
        }
        let named = self.by_word.get(&word).map_or(&[][..], Vec::as_slice);
        let named: Vec<EntityId> = named.iter().take(NAMESAKES).copied().collect();
        if run.title {
            // "Sir Colin", of Sir Colin Marsh; "Professor Lim", of Professor Lim Swee Hoon
            if let [one] = named.as_slice()
                && self.names.is(*one, EntityKind::Person)
            {
                return Some(*one);
            }
            let id = self.add(run, EntityKind::Person);
            // "Mr Pryce", where no more of the name is told.
            if let Some(e) = self.names.entities.get_mut(id) {
                e.name = self.article.spaced(run.from, run.name_to);
            }
            return Some(id);
        }
        // "Don", of "Don and Sheila Marsh"
        if let Some(last) = self.shared(run) {
            let name = [&*self.article.spaced(run.name_from, run.name_to), last].join(" ");
            let id = self.add(run, EntityKind::Person);
            self.index(id, EntityKind::Person, &name);
            if let Some(e) = self.names.entities.get_mut(id) {
                e.name = name;
            }
            return Some(id);
        }
        // "Labour Day": no party.
        let feast = self.article.find(run.name_from, class::NO_BODY);
        if feast.is_some_and(|hit| run.name_from + hit.len > run.name_to) {
            return None;
        }
        let given = self.article.is(run.name_from, any!(GIVEN_MALE, GIVEN_FEMALE));
        let body = |id: &EntityId| {
            self.names.entity(*id).is_some_and(|e| e.kind == EntityKind::Organisation)
        };
        let known = self.article.is(run.name_from, class::ORG_KNOWN);
        let place = self.article.is(run.name_from, any!(PLACE, POWER_SEAT, DEMONYM));
        // "from neighbouring Norton": the place, and no council of it.
        let nearby = self.article.is(run.from.wrapping_sub(1), class::NEARBY);
        if (self.article.shape(run.name_from) == Shape::Upper || !place && !nearby)
            && let Some(id) = named.iter().copied().find(|id| body(id))
        {
            return Some(id);
        }
        // "Fairhaven said", and not "in Fairhaven"
        if named.is_empty()
            && !place
            && !given
            && !self.is_located(run)
            && let Some([one, others @ ..]) = self.by_inner.get(&word).map(Vec::as_slice)
            && others.iter().take(NAMESAKES).all(|other| other == one)
            && body(one)
        {
            return Some(*one);
        }
        if !known {
            let people: Vec<EntityId> =
                named.iter().copied().filter(|id| self.names.is(*id, EntityKind::Person)).collect();
            if let [one] = people.as_slice() {
                return Some(*one);
            }
        }
        let full = self.article.text_at(run.name_from, class::ORG_FULL);
        let full = full.or(known.then(|| self.article.word(run.name_from)));
        if let Some(full) = full
            && let Some(id) = self.by_word.get(&key(full)).and_then(|ids| ids.first())
        {
            return Some(*id);
        }
        if run.weak && !known && !place && !given && named.is_empty() {
            return None;
        }
        if let Some(id) = named
            .iter()
            .copied()
            .find(|id| self.names.entity(*id).is_some_and(|e| key(&e.name) == word))
        {
            return Some(id);
        }
        let kind = if known { EntityKind::Organisation } else { self.kind(run) };
        Some(self.add(run, kind))
    }
}

/// The key of a name's last word.
fn last_word(name: &str) -> u64 {
    key(name.rsplit([' ', '-']).next().unwrap_or_default())
}

/// First letters of a name's words: all words, or those with a capital only.
#[must_use]
pub fn initials(name: &str, capitals_only: bool) -> String {
    let words = name.split([' ', '-']).filter_map(|w| w.chars().find(|c| is_alphanumeric(*c)));
    words.filter(|c| !capitals_only || crate::tokens::lower(*c) != *c).collect()
}

/// "Care Quality Commission (CQC)": the letters in brackets are the same body from there on.
fn acronyms_in_brackets(article: &Article<'_>, names: &mut Names) {
    let mut renamed: Vec<(EntityId, EntityId)> = Vec::new();
    for pair in names.mentions.windows(2) {
        work::step();
        let [long, short] = pair else { continue };
        let brackets = article.shape(long.to) == Shape::Open
            && short.from == long.to + 1
            && article.shape(short.to) == Shape::Close;
        let letters = short.to == short.from + 1
            && matches!(article.shape(short.from), Shape::Upper | Shape::Mixed | Shape::Title);
        let body = |id| names.entity(id).is_some_and(|e: &Entity| e.kind != EntityKind::Person);
        if brackets
            && letters
            && long.entity != short.entity
            && body(long.entity)
            && body(short.entity)
        {
            let same = |c: bool| {
                names
                    .entity(long.entity)
                    .is_some_and(|e| alike(&initials(&e.name, c), article.word(short.from)))
            };
            if article.shape(short.from) == Shape::Upper || same(true) || same(false) {
                renamed.push((short.entity, long.entity));
            }
        }
    }
    let mut target = vec![None; names.entities.len()];
    for (short, long) in renamed {
        // The letters may be known where the full name is not.
        let sort = names.entity(short).map_or("", |e| e.sort);
        if let Some(e) = names.entities.get_mut(long).filter(|_| !sort.is_empty()) {
            e.sort = sort;
        }
        if let Some(slot) = target.get_mut(short) {
            *slot = Some(long);
        }
    }
    for mention in &mut names.mentions {
        if let Some(id) = target.get(mention.entity).copied().flatten() {
            mention.entity = id;
            if let Some(e) = names.entities.get_mut(id) {
                e.weight += 1;
                if e.kind == EntityKind::Unknown {
                    e.kind = EntityKind::Organisation;
                }
            }
        }
    }
}

/// Whether a block's names count: furniture names nobody.
pub(crate) fn is_read(block: &Block) -> bool {
    block.kind != BlockKind::Furniture
}
