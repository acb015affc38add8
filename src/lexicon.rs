//! The lexicon: every word and phrase that the data files list, each with its classes.
//!
//! `build/` compiles `src/**/*.toml` into one table. The tokenizer hashes a word while it reads its letters, so a
//! word is looked up once; stages then ask a token for its classes. Holds no grammar.

use crate::tokens::{is_invisible, lower};

/// Number of a word or phrase in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub u16);

impl WordId {
    /// A word that is not in the table.
    pub const NONE: WordId = WordId(0);
}

/// A set of classes of words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Class(u128, u128);

impl Class {
    /// Whether the two sets share a class.
    const fn meets(self, other: Class) -> bool {
        self.0 & other.0 != 0 || self.1 & other.1 != 0
    }

    /// The number of a single class.
    const fn number(self) -> u8 {
        if self.0 != 0 {
            self.0.trailing_zeros() as u8
        } else {
            128 + self.1.trailing_zeros() as u8
        }
    }

    /// Either of two classes.
    #[must_use]
    pub const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0, self.1 | other.1)
    }
}

#[allow(clippy::unreadable_literal, missing_docs)]
mod table {
    use super::Class;
    include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

    pub(super) fn text_of(id: u16) -> &'static str {
        let end = |at: usize| TEXT_ENDS.get(at).copied().unwrap_or(0) as usize;
        TEXT.get(end(usize::from(id))..end(usize::from(id) + 1)).unwrap_or("")
    }

    pub(super) fn slot(at: usize) -> u16 {
        SLOTS.get(at & (SLOTS.len() - 1)).copied().unwrap_or(0)
    }

    pub(super) fn classes(id: u16) -> Class {
        let pattern = PATTERN_OF.get(usize::from(id)).copied().unwrap_or(0);
        let (low, high) = PATTERNS.get(usize::from(pattern)).copied().unwrap_or((0, 0));
        Class(low, high)
    }

    pub(super) fn classes_of_phrases_from(id: u16) -> Class {
        let pattern = START_PATTERN_OF.get(usize::from(id)).copied().unwrap_or(0);
        let (low, high) = PATTERNS.get(usize::from(pattern)).copied().unwrap_or((0, 0));
        Class(low, high)
    }

    /// Phrases whose first word is `id`, longest first: entry number and the words after the first.
    pub(super) fn phrases_from(id: u16) -> impl Iterator<Item = (u16, &'static [u16])> {
        let found = PHRASE_FIRSTS.binary_search_by_key(&id, |(first, _, _)| *first).ok();
        let (from, to) =
            found.and_then(|at| PHRASE_FIRSTS.get(at)).map_or((0, 0), |(_, from, to)| (*from, *to));
        (from..to).map(|at| {
            let end = |at: usize| PHRASE_ENDS.get(at).copied().map_or(0, usize::from);
            let words = PHRASE_WORDS.get(end(usize::from(at))..end(usize::from(at) + 1));
            (at + SINGLES as u16 + 1, words.unwrap_or(&[]))
        })
    }

    fn find<T: Copy>(rows: &[(u8, u16, T)], class: Class, id: u16) -> Option<T> {
        let key = (class.number(), id);
        rows.binary_search_by_key(&key, |(class, id, _)| (*class, *id))
            .ok()
            .and_then(|at| rows.get(at))
            .map(|r| r.2)
    }

    pub(super) fn number(class: Class, id: u16) -> Option<f64> {
        find(&NUMBERS, class, id)
    }

    pub(super) fn text(class: Class, id: u16) -> Option<&'static str> {
        find(&TEXTS, class, id)
    }

    pub(super) fn lemma(id: u16) -> Option<u16> {
        LEMMAS
            .binary_search_by_key(&id, |(form, _)| *form)
            .ok()
            .and_then(|at| LEMMAS.get(at))
            .map(|(_, lemma)| *lemma)
    }
}

pub use table::class;

/// The hash of a word in the making; FNV-1a over its small letters.
#[derive(Clone, Copy)]
pub struct Hash(u32);

impl Hash {
    /// Of no letters.
    #[must_use]
    #[allow(clippy::new_without_default)]
    pub fn new() -> Hash {
        Hash(0x811c_9dc5)
    }

    /// Adds a small letter.
    pub fn push(&mut self, c: char) {
        self.0 = (self.0 ^ c as u32).wrapping_mul(0x0100_0193);
    }
}

/// The word whose small letters gave `hash`; `spelling` is as in the text.
#[must_use]
pub fn look_up(hash: Hash, spelling: &str) -> WordId {
    find(hash, || spelling.chars().filter(|c| !is_invisible(*c)).map(lower))
}

/// The word whose small letters are those of `parts`, one after the other.
#[must_use]
pub fn look_up_word(parts: &[&str]) -> WordId {
    let mut hash = Hash::new();
    parts.iter().flat_map(|p| p.chars()).map(lower).for_each(|c| hash.push(c));
    find(hash, || parts.iter().flat_map(|p| p.chars()).map(lower))
}

fn find<I: Iterator<Item = char>>(hash: Hash, letters: impl Fn() -> I) -> WordId {
    let mut at = (hash.0 ^ (hash.0 >> 15)) as usize;
    loop {
        match table::slot(at) {
            0 => return WordId::NONE,
            id if table::text_of(id).chars().eq(letters()) => return WordId(id),
            _ => at += 1,
        }
    }
}

impl WordId {
    /// Whether the word or phrase has at least one of the classes.
    #[must_use]
    pub fn is(self, class: Class) -> bool {
        self != WordId::NONE && table::classes(self.0).meets(class)
    }

    /// Whether a phrase with one of the classes may start with this word.
    #[must_use]
    pub(crate) fn starts(self, class: Class) -> bool {
        self != WordId::NONE && table::classes_of_phrases_from(self.0).meets(class)
    }

    /// Phrases with one of the classes that start with this word, longest first: the phrase and its further words.
    pub(crate) fn phrases(self, class: Class) -> impl Iterator<Item = (WordId, &'static [u16])> {
        table::phrases_from(self.0)
            .map(|(id, words)| (WordId(id), words))
            .filter(move |(id, _)| id.is(class))
    }

    /// The number that the word stands for in `class`.
    #[must_use]
    pub fn number(self, class: Class) -> Option<f64> {
        table::number(class, self.0)
    }

    /// The text that the word stands for in `class`.
    #[must_use]
    pub fn text(self, class: Class) -> Option<&'static str> {
        table::text(class, self.0)
    }

    /// The verb that this is a form of; itself where it is no form of a verb.
    #[must_use]
    pub fn lemma(self) -> WordId {
        table::lemma(self.0).map_or(self, WordId)
    }

    /// The spelling, for a single word.
    #[must_use]
    pub fn spelling(self) -> &'static str {
        table::text_of(self.0)
    }
}
