//! Who has been named and heard before a token, and which of them a pronoun or a description most likely means.
//!
//! A candidate counts more the nearer it stands, as the subject of its sentence, and as somebody who has just spoken;
//! less inside somebody's words or as an owner ("Scooter Braun's company"). Looks back over a bounded number of names.

use crate::article::Article;
use crate::lexicon::{Class, class};
use crate::marks::Pair;
use crate::names::{Entity, EntityId, Names};
use crate::sentences::Sentence;
use crate::tokens::{Shape, Token};
use crate::work;

/// A place where an entity was named, described or heard.
#[derive(Clone, Copy, Debug)]
struct Seen {
    /// First token.
    at: usize,
    /// Number of the sentence.
    sentence: usize,
    entity: EntityId,
    /// Added to the candidate's score, whatever the distance.
    salience: i32,
}

/// What a phrase without a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NounKind {
    /// "another statement"
    Document,
    /// "inspectors"
    Group,
    /// "a businessman"
    Man,
    /// "a businesswoman"
    Woman,
    /// "the judge"
    Somebody,
    /// "the agency"
    Body,
}

/// A phrase without a name that a pronoun may mean.
#[derive(Clone, Copy, Debug)]
pub struct Noun {
    /// First token.
    pub from: usize,
    /// Token after the last.
    pub to: usize,
    /// What it stands for.
    pub kind: NounKind,
    aside: bool,
    sentence: usize,
}

/// What is remembered of an article read up to some token.
pub struct Memory<'s> {
    sentences: &'s [Sentence],
    /// The names of the article, in text order.
    named: Vec<Seen>,
    /// Groups that open sentences and documents that are brought up, in text order.
    nouns: Vec<Noun>,
    /// Sources so far, latest last.
    heard: Vec<Seen>,
}

/// Names that are looked back for what a pronoun means, and sources.
const REACH: usize = 40;
const VOICES: usize = 12;

/// Sentences that are looked back.
const SENTENCES: usize = 9;

/// What a candidate loses with each sentence between, and gains or loses by its part in its own.
const STEP: i32 = 14;
const SUBJECT: i32 = 26;
const SPEAKER: i32 = 30;
const TOPIC: i32 = 16;
/// More for whom the sentence before is about.
const JUST_TOLD: i32 = 26;
const INSIDE_MARKS: i32 = -60;
const OWNER: i32 = -8;

/// Words behind a noun that show that the noun ends its phrase.
const AFTER_DOCUMENT: Class =
    any!(PREPOSITION, SUBORDINATOR, VERB_PAST, VERB_S, VERB_ING, AUXILIARY, ADVERB);

/// Tokens of "41-year-old tram driver", at most.
const AGED: usize = 7;

/// What phrases without a name count for, in the pronoun's own sentence.
const DOCUMENT: i32 = 104;
const GROUP: i32 = 78;
const SOMEBODY: i32 = 56;

impl<'s> Memory<'s> {
    /// Of an article that is about to be read.
    pub fn new(
        article: &Article<'_>,
        sentences: &'s [Sentence],
        pairs: &[Pair],
        names: &Names,
    ) -> Memory<'s> {
        let mut named = Vec::with_capacity(names.mentions.len());
        let (mut sentence, mut pair) = (0, 0);
        let mut first_of = usize::MAX;
        for m in &names.mentions {
            while sentences.get(sentence).is_some_and(|s| s.to <= m.from) {
                work::step();
                sentence += 1;
            }
            while pairs.get(pair).is_some_and(|p| p.close < m.from) {
                work::step();
                pair += 1;
            }
            let start = sentences.get(sentence).map_or(m.from, |s| s.from);
            let inside = pairs.get(pair).is_some_and(|p| p.open < m.from && m.to <= p.close);
            let owner = article.reads_clitic_s(m.to);
            let mut salience = 0;
            if inside {
                salience += INSIDE_MARKS;
            } else if first_of != sentence && is_subject(article, start, m.from, m.to) {
                salience += SUBJECT;
                first_of = sentence;
                // A paragraph that opens with somebody is about them.
                let block = |n: usize| sentences.get(n).map(|s| s.block);
                if sentence > 0 && block(sentence) != block(sentence - 1) {
                    salience += TOPIC;
                }
            }
            // "That did not please Ann Day, the miller.": who is told of.
            let told = article.shape(m.to) == Shape::Comma
                && article.is(m.to + 1, any!(DETERMINER, INDEFINITE))
                && names.entity(m.entity).is_some_and(|e| e.role.is_some());
            if told && !inside && salience == 0 {
                salience += SPEAKER + SUBJECT;
            }
            if owner {
                salience += OWNER;
            }
            named.push(Seen { at: m.from, sentence, entity: m.entity, salience });
        }
        let nouns = nouns(article, sentences, pairs);
        Memory { sentences, named, nouns, heard: Vec::new() }
    }

    /// Remembers a source.
    pub fn hear(&mut self, at: usize, entity: EntityId) {
        let sentence = self.sentence(at);
        self.heard.push(Seen { at, sentence, entity, salience: SPEAKER + SUBJECT });
    }

    fn sentence(&self, at: usize) -> usize {
        work::step();
        self.sentences.partition_point(|s| s.to <= at)
    }

    /// The sentence before the one that token `at` opens.
    pub fn sentence_before(&self, at: usize) -> Option<Sentence> {
        self.sentences.get(self.sentence(at).checked_sub(1)?).copied()
    }

    /// The sentence that holds token `at`.
    pub fn sentence_at(&self, at: usize) -> Option<Sentence> {
        self.sentences.get(self.sentence(at)).copied()
    }

    /// How many sentences further the token `to` stands than the token `from`.
    pub fn sentences_between(&self, from: usize, to: usize) -> usize {
        self.sentence(to).saturating_sub(self.sentence(from))
    }

    /// Whether the name at token `at` is the subject of its sentence.
    pub fn is_subject_at(&self, at: usize) -> bool {
        let nth = self.named.partition_point(|seen| seen.at < at);
        self.named.get(nth).is_some_and(|seen| seen.at == at && seen.salience >= SUBJECT)
    }

    /// The last source and the token where it spoke.
    pub fn last_heard(&self) -> Option<(usize, EntityId)> {
        self.heard.last().map(|seen| (seen.at, seen.entity))
    }

    /// Who spoke by the words at token `at`.
    pub fn heard_at(&self, at: usize) -> Option<EntityId> {
        self.heard.iter().rev().take(REACH).find(|seen| seen.at == at).map(|seen| seen.entity)
    }

    /// The sources so far, the latest first.
    pub fn voices(&self) -> impl Iterator<Item = EntityId> + '_ {
        self.heard.iter().rev().map(|seen| seen.entity)
    }

    /// The likeliest entity for the words at token `at`, other than `not`: `fits` gives a bonus, or none for one that cannot be meant.
    pub fn likeliest(
        &self,
        names: &Names,
        at: usize,
        not: Option<EntityId>,
        fits: &dyn Fn(&Entity) -> Option<i32>,
    ) -> Option<(i32, EntityId)> {
        let here = self.sentence(at);
        let before = self.named.partition_point(|seen| seen.at < at);
        let near = self.named.get(before.saturating_sub(REACH)..before).unwrap_or(&[]);
        let voices = self.heard.get(self.heard.len().saturating_sub(VOICES)..).unwrap_or(&[]);
        let mut best: Option<(i32, usize, EntityId)> = None;
        for seen in near.iter().chain(voices) {
            work::step();
            let back = here.saturating_sub(seen.sentence);
            if back > SENTENCES || seen.at >= at || not == Some(seen.entity) {
                continue;
            }
            let Some(entity) = names.entity(seen.entity) else { continue };
            let Some(bonus) = fits(entity) else { continue };
            let often = entity.weight.min(8) as i32;
            // "Tom Reed agreed. “It is late,” he said."
            let near = if back == 1 && seen.salience >= SUBJECT { JUST_TOLD } else { 0 };
            let score = seen.salience + bonus + often + near - STEP * back as i32;
            if best.is_none_or(|(top, place, _)| (score, seen.at) > (top, place)) {
                best = Some((score, seen.at, seen.entity));
            }
        }
        best.map(|(score, _, entity)| (score, entity))
    }

    /// The document that was brought up last with the noun at token `head`: "a Harrow University poll".
    pub fn document(&self, article: &Article<'_>, head: usize) -> Option<Noun> {
        let before = self.nouns.partition_point(|noun| noun.to <= head);
        let near = self.nouns.get(before.saturating_sub(REACH)..before)?;
        let word = article.at(head).word;
        near.iter()
            .rev()
            .find(|n| n.kind == NounKind::Document && article.at(n.to - 1).word == word)
            .copied()
    }

    /// The nearest phrase without a name of that kind that a pronoun at token `at` may mean, with its score; one that only
    /// says where something was said if `aside`.
    pub fn noun(&self, at: usize, kinds: &[NounKind], aside: bool) -> Option<(i32, Noun)> {
        let here = self.sentence(at);
        let before = self.nouns.partition_point(|noun| noun.to <= at);
        let near = self.nouns.get(before.saturating_sub(4)..before)?;
        let noun =
            near.iter().rev().find(|noun| kinds.contains(&noun.kind) && (aside || !noun.aside))?;
        let back = here.saturating_sub(noun.sentence);
        let (reach, score) = match noun.kind {
            NounKind::Document => (1, DOCUMENT),
            NounKind::Group => (2, GROUP),
            NounKind::Man | NounKind::Woman => (2, SOMEBODY),
            NounKind::Somebody | NounKind::Body => (1, GROUP),
        };
        (back <= reach).then(|| (score - STEP * back as i32, *noun))
    }

    /// The first of the next few names that fits: local papers name the person after the quote.
    pub fn next(
        &self,
        names: &Names,
        at: usize,
        fits: impl Fn(&Entity) -> Option<i32>,
    ) -> Option<EntityId> {
        let before = self.named.partition_point(|seen| seen.at < at);
        let ahead = self.named.get(before..).unwrap_or(&[]).iter().take(4);
        ahead
            .map(|seen| seen.entity)
            .find(|id| names.entity(*id).is_some_and(|e| fits(e).is_some()))
    }
}

/// The groups that open sentences ("Inspectors visited …") and the documents that are brought up ("in a statement").
fn nouns(article: &Article<'_>, sentences: &[Sentence], pairs: &[Pair]) -> Vec<Noun> {
    let mut found = Vec::new();
    let mut pair = 0;
    for (number, sentence) in sentences.iter().enumerate() {
        let from = sentence.from + usize::from(article.is(sentence.from, class::CONJUNCTION));
        let mut start = from;
        if article.is(start, any!(DETERMINER, QUANTIFIER)) {
            start += 1;
        }
        while pairs.get(pair).is_some_and(|p| p.close < start) {
            work::step();
            pair += 1;
        }
        // Groups inside somebody's words are not those of the writer's "they".
        let quoted = pairs.get(pair).is_some_and(|p| p.open <= start);
        let aged = article.shape(start) == Shape::Number;
        let reach = if aged { AGED } else { 3 };
        let head =
            (start..sentence.to.min(start + reach)).find_map(|i| Some((i, kind_of(article, i)?)));
        // "The report", and not "In a statement"
        let the = article.reads(from, word!("the"));
        let fits = |kind: NounKind| kind != NounKind::Document || the;
        if let Some((head, kind)) =
            head.filter(|(i, kind)| !quoted && fits(*kind) && !article.reads_clitic_s(i + 1))
        {
            found.push(Noun { from, to: head + 1, kind, aside: false, sentence: number });
        }
        let leads = gate!(POSSESSIVE, INDEFINITE);
        let leads = |token: &Token| token.word.passes(leads) && token.word.is(leads.words);
        for i in article.which(sentence.from..sentence.to, leads) {
            if article.reads(i, word!("one")) {
                continue;
            }
            let document = (i + 1..sentence.to.min(i + 6)).find(|k| {
                article.is(*k, class::DOC_NOUN) && !article.shape(k + 1).is_word()
                    || article.is(*k, class::DOC_NOUN)
                        && (article.is(k + 1, AFTER_DOCUMENT)
                            || article.word(k + 1).ends_with("ed"))
            });
            if let Some(head) = document {
                // "in a statement" only says where: the sentence is about somebody else.
                let aside = article.shape_before(i).is_quote_mark()
                    || article.is(i.wrapping_sub(1), class::PREPOSITION)
                        && !article.reads_any(i - 1, &words!["out", "up"]);
                let noun = Noun {
                    from: i,
                    to: head + 1,
                    kind: NounKind::Document,
                    aside,
                    sentence: number,
                };
                found.push(noun);
            }
        }
    }
    found
}

/// What a noun that opens a sentence stands for, if it is one that a pronoun may mean.
fn kind_of(article: &Article<'_>, i: usize) -> Option<NounKind> {
    let word = article.at(i).word;
    let kinds = gate!(
        DOC_NOUN,
        GROUP_NOUN,
        ORG_NOUN,
        PERSON_NOUN,
        ROLE,
        ROLE_FEMALE,
        ROLE_MALE,
        ROLE_PLURAL
    );
    if !word.passes(kinds) {
        return None;
    }
    match (word.is(class::ROLE_MALE), word.is(class::ROLE_FEMALE)) {
        (true, false) => Some(NounKind::Man),
        (false, true) => Some(NounKind::Woman),
        _ if word.is(any!(ROLE_PLURAL, GROUP_NOUN)) => Some(NounKind::Group),
        // "The judge turned"; not "The council leader"
        _ if article.shape(i) != Shape::Lower
            || article.shape(i + 1).is_word() && !article.is(i + 1, AFTER_DOCUMENT) =>
        {
            None
        }
        // "The report, “Mills”, draws on"
        _ if word.is(class::DOC_NOUN) => Some(NounKind::Document),
        _ => match word.text(class::ORG_NOUN) {
            // "The regulator" is a body, though somebody may have that office.
            Some(_) => Some(NounKind::Body),
            None => word.is(any!(ROLE, PERSON_NOUN)).then_some(NounKind::Somebody),
        },
    }
}

/// Whether a name may be the subject of its sentence: nothing but a lead-in stands before it, and no verb.
fn is_subject(article: &Article<'_>, start: usize, from: usize, to: usize) -> bool {
    let verb_before = (start..from).rev().take(14).any(|i| {
        article.shape(i) == Shape::Lower
            && article.is(i, any!(VERB_PAST, AUXILIARY, VERB_S))
            && !article.is(i, any!(ROLE, PERSON_NOUN))
    });
    // "For Ann Day, it is late": whom the sentence is about.
    let topic = from == start + 1
        && article.reads(start, word!("for"))
        && article.shape(to) == Shape::Comma;
    let object = from > start && article.is(from - 1, class::PREPOSITION) && !topic;
    let after = article.is(to, any!(AUXILIARY, VERB_PAST, VERB_S));
    // "asked whether Mrs Lee could": the subject of a clause inside.
    let inner = from > start && article.is(from - 1, class::SUBORDINATOR);
    !inner && after || !verb_before && !object
}
