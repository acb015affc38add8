//! Whom a source phrase means: a named person, a body, a document, somebody unnamed, or the one a pronoun stands for.

use crate::article::Article;
use crate::lexicon::{Class, class};
use crate::names::{Entity, EntityId, Gender, Names, roles, small};
use crate::report::EntityKind;
use crate::tokens::Shape;
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
    /// Sources so far, latest last.
    spoken: Vec<EntityId>,
}

/// Sources and mentions that are looked back for a pronoun or a description.
const REACH: usize = 24;

impl<'a, 't> Resolver<'a, 't> {
    /// A resolver that has heard nobody yet.
    #[must_use]
    pub fn new(article: &'a Article<'t>, names: Names) -> Resolver<'a, 't> {
        Resolver { article, names, spoken: Vec::new() }
    }

    /// The source that the phrase `from..to` means.
    pub fn resolve(&mut self, from: usize, to: usize) -> SourceRef {
        let source = self.find(from, to);
        self.spoken.push(source.entity);
        source
    }

    /// The last source, for a quote without an attribution of its own.
    #[must_use]
    pub fn last(&self) -> Option<EntityId> {
        self.spoken.last().copied()
    }

    fn kind(&self, id: EntityId) -> EntityKind {
        self.names.entity(id).map_or(EntityKind::Unknown, |e| e.kind)
    }

    fn find(&mut self, from: usize, to: usize) -> SourceRef {
        let a = self.article;
        if to == from + 1 && a.is(from, class::PRONOUN) {
            return self.pronoun(from);
        }
        // A named person in the phrase, unless somebody else's noun follows ("Ann Day's lawyer").
        let person = self
            .names
            .within(from, to)
            .rev()
            .find(|m| self.kind(m.entity) == EntityKind::Person)
            .copied();
        if let Some(m) = person
            && !(a.reads_clitic_s(m.to) && m.to < to)
        {
            return SourceRef { from: m.from, to: m.to, entity: m.entity };
        }
        let from = if a.is(from, class::DETERMINER) && a.is(from, class::QUANTIFIER) {
            from + 1
        } else {
            from
        };
        let head = self.head(from, to);
        let definite = a.reads(from, "the") || a.is(from, class::POSSESSIVE);
        if let Some((at, _)) = head.filter(|(_, c)| *c == Head::Role) {
            if definite && let Some(entity) = self.by_role(at, to) {
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
                Head::Person => return self.unnamed(from, to, EntityKind::Person, None),
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
        if let Some(sort) = (from..to).rev().find_map(|i| a.at(i).word.text(class::ORG_NOUN)) {
            let bare = to - from <= 2;
            if definite
                && bare
                && let Some(entity) = self.names.body_of_sort(sort, from)
            {
                return SourceRef { from, to, entity };
            }
            return self.unnamed(from, to, EntityKind::Organisation, None);
        }
        if let Some(m) = self.names.within(from, to).last().copied() {
            return SourceRef { from, to, entity: m.entity };
        }
        let age =
            definite && (from..to).any(|i| a.shape(i) == Shape::Number) && a.reads(to - 1, "old");
        if age && let Some(entity) = self.last_person(from, Gender::Unknown) {
            return SourceRef { from, to, entity };
        }
        self.unnamed(from, to, EntityKind::Unknown, None)
    }

    /// The noun that tells what the phrase is: the last word before the first preposition.
    fn head(&self, from: usize, to: usize) -> Option<(usize, Head)> {
        let a = self.article;
        let end = (from + 1..to)
            .find(|i| {
                a.is(*i, class::PREPOSITION) && self.names.at(*i).is_none()
                    || matches!(a.shape(*i), Shape::Comma | Shape::Dash)
            })
            .unwrap_or(to);
        let ends = |c: Class| {
            (1..=4.min(end - from))
                .find(|k| a.find(end - k, c).is_some_and(|hit| hit.len == *k))
                .map(|k| end - k)
        };
        let in_name = self.names.at(end - 1).is_some();
        if in_name && !a.is(end - 1, class::SPOKES.or(class::DOC_NOUN)) {
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
        kinds.into_iter().find_map(|(c, head)| ends(c).map(|at| (at, head)))
    }

    /// "the spokesman", "the council leader": somebody met before in that role.
    fn by_role(&self, at: usize, to: usize) -> Option<EntityId> {
        let a = self.article;
        let end = (at..to).find(|i| a.is(*i, class::PREPOSITION)).unwrap_or(to);
        let wanted = small(a.words(at, end));
        let fits = |id: &EntityId| {
            work::step();
            self.names.entity(*id).is_some_and(|e| {
                e.kind == EntityKind::Person
                    && e.role.as_deref().is_some_and(|role| {
                        let role = small(role);
                        role.ends_with(&wanted)
                            || role.starts_with(&wanted)
                            || role.contains(&format!("{wanted} "))
                            || wanted
                                .split(' ')
                                .next_back()
                                .is_some_and(|w| role.split([' ', '-']).any(|r| r == w))
                    })
            })
        };
        self.spoken.iter().rev().take(REACH).copied().find(|id| fits(id)).or_else(|| {
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
        let name = small_first(a.words(from, to));
        let short = small(
            name.trim_start_matches("the ").trim_start_matches("a ").trim_start_matches("its "),
        );
        // "the report" is the one met before.
        let met = self.spoken.iter().rev().take(REACH).copied().find(|id| {
            self.names.entity(*id).is_some_and(|e| {
                e.kind == EntityKind::Document
                    && a.reads(from, "the")
                    && small(&e.name).ends_with(&short)
                    && !small(&e.name).starts_with("a ")
            })
        });
        if let Some(entity) = met {
            return SourceRef { from, to, entity };
        }
        let body = self.body_inside(from, to).or_else(|| self.issuer(from));
        self.add(
            from,
            to,
            Entity { name, kind: EntityKind::Document, organisation: body, ..Entity::default() },
        )
    }

    /// Who issued a report: the regulator named nearest before, else after.
    fn issuer(&self, at: usize) -> Option<EntityId> {
        self.names.body_of_sort("regulator", at)
    }

    fn body_inside(&self, from: usize, to: usize) -> Option<EntityId> {
        let named = self
            .names
            .within(from, to)
            .find(|m| self.kind(m.entity) == EntityKind::Organisation)
            .map(|m| m.entity);
        named.or_else(|| {
            (from..to).find_map(|i| {
                let sort = self.article.at(i).word.text(class::ORG_NOUN)?;
                if self.article.reads_clitic_s(i + 1) {
                    self.names.body_of_sort(sort, from)
                } else {
                    None
                }
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
        let name = if proper { words.to_string() } else { small_first(words) };
        let short = small(&name);
        let met = self.spoken.iter().rev().take(REACH).copied().find(|id| {
            self.names.entity(*id).is_some_and(|e| {
                let known = small(&e.name);
                e.kind == kind && (known == short || strip(&known) == strip(&short))
            })
        });
        if let Some(entity) = met {
            return SourceRef { from, to, entity };
        }
        let end = (from..to)
            .find(|i| a.is(*i, class::PREPOSITION) && self.names.at(*i).is_none())
            .unwrap_or(to);
        let role = role_at.map(|at| match kind {
            EntityKind::Person => a.words(at, end).to_string(),
            _ => {
                let start = if a.is(from, class::DETERMINER.or(class::POSSESSIVE)) {
                    from + 1
                } else {
                    from
                };
                a.words(start.min(at), end).to_string()
            }
        });
        let mut body = self.body_inside(from, to);
        if body.is_none() && kind == EntityKind::Group && a.is(end - 1, class::INSPECTOR_WORD) {
            body = self.issuer(from);
        }
        let gender = match (a.is(end - 1, class::ROLE_MALE), a.is(end - 1, class::ROLE_FEMALE)) {
            (true, false) => Gender::Male,
            (false, true) => Gender::Female,
            _ => Gender::Unknown,
        };
        self.add(
            from,
            to,
            Entity { name, kind, role, organisation: body, gender, ..Entity::default() },
        )
    }

    fn add(&mut self, from: usize, to: usize, entity: Entity) -> SourceRef {
        let id = self.names.entities.len();
        self.names.entities.push(entity);
        SourceRef { from, to, entity: id }
    }

    fn pronoun(&mut self, at: usize) -> SourceRef {
        let a = self.article;
        let found = if a.is(at, class::MALE_PRONOUN) {
            self.last_person(at, Gender::Male)
        } else if a.is(at, class::FEMALE_PRONOUN) {
            self.last_person(at, Gender::Female)
        } else if a.reads(at, "it") {
            self.last_of(at, |k| matches!(k, EntityKind::Document | EntityKind::Organisation))
        } else if a.reads(at, "they") {
            self.last_of(at, |k| matches!(k, EntityKind::Group | EntityKind::Organisation))
                .or_else(|| self.last_person(at, Gender::Unknown))
        } else {
            self.last_of(at, |_| true)
        };
        match found {
            Some(entity) => SourceRef { from: at, to: at + 1, entity },
            None => self.unnamed(at, at + 1, EntityKind::Unknown, None),
        }
    }

    /// The last source of a kind; else the last body named before.
    fn last_of(&self, at: usize, fits: impl Fn(EntityKind) -> bool) -> Option<EntityId> {
        let spoken = self.spoken.iter().rev().take(2).copied().find(|id| fits(self.kind(*id)));
        spoken.or_else(|| {
            let before = self.names.mentions.partition_point(|m| m.from < at);
            let back = before.saturating_sub(REACH);
            let near = self.names.mentions.get(back..before)?.iter().rev();
            near.map(|m| m.entity)
                .find(|id| fits(self.kind(*id)) && self.kind(*id) == EntityKind::Organisation)
        })
    }

    /// The person that "he" or "she" at token `at` means: the last speaker if it fits and nobody fitting was named
    /// since, else the last one named before, else the next one named.
    fn last_person(&self, at: usize, gender: Gender) -> Option<EntityId> {
        let fits = |id: EntityId, strict: bool| {
            work::step();
            self.names.entity(id).is_some_and(|e| {
                e.kind == EntityKind::Person
                    && (e.gender == gender
                        || gender == Gender::Unknown
                        || !strict && e.gender == Gender::Unknown)
            })
        };
        let before = self.names.mentions.partition_point(|m| m.from < at);
        let back = before.saturating_sub(REACH);
        let near = self.names.mentions.get(back..before).unwrap_or(&[]);
        for strict in [true, false] {
            if let Some(m) = near.iter().rev().find(|m| fits(m.entity, strict)) {
                // Two fitting people since the last speaker: the speaker stays the likelier one.
                let speaker = self.spoken.last().copied().filter(|id| fits(*id, strict));
                return Some(
                    speaker.filter(|_| !self.named_since_speaker(m.entity, at)).unwrap_or(m.entity),
                );
            }
            if let Some(id) = self.spoken.iter().rev().take(3).copied().find(|id| fits(*id, strict))
            {
                return Some(id);
            }
        }
        let ahead = self
            .names
            .mentions
            .get(before..(before + 4).min(self.names.mentions.len()))
            .unwrap_or(&[]);
        ahead.iter().map(|m| m.entity).find(|id| fits(*id, false))
    }

    /// Whether somebody else was named in the sentence right before the pronoun's.
    fn named_since_speaker(&self, entity: EntityId, _at: usize) -> bool {
        self.spoken.last() != Some(&entity)
    }
}

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
    let mut words = crate::article::one_blank(words);
    let first = words.chars().next();
    let shout = words
        .split(' ')
        .next()
        .is_some_and(|w| w.len() > 1 && w.chars().all(|c| crate::tokens::lower(c) != c));
    if let Some(c) = first.filter(|_| !shout) {
        words.replace_range(..c.len_utf8(), crate::tokens::lower(c).encode_utf8(&mut [0; 4]));
    }
    words
}

fn strip(name: &str) -> &str {
    ["the ", "a ", "an ", "its ", "their "]
        .iter()
        .find_map(|article| name.strip_prefix(article))
        .unwrap_or(name)
}
