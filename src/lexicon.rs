//! The lexicon: every word and phrase that the data files list, each with its classes.
//!
//! `build/` compiles `src/**/*.toml` into one table. The tokenizer hashes a word while it reads its letters, so a
//! word is looked up once; stages then ask a token for its classes. Holds no grammar.

mod table;

use crate::tokens::{is_invisible, lower};

/// Number of a word or phrase in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub u16);

impl WordId {
    /// A word that is not in the table.
    pub const NONE: WordId = WordId(0);
}

/// The number of a class of words, or of several classes together (see `any!`).
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Class(u16);

/// Words of any of the classes: `any!(VERB_PAST, VERB_S)`.
///
/// `build/unions.rs` gives each such list of the sources a number of its own, so that it is asked for like one class.
macro_rules! any {
    ($($name:ident),+ $(,)?) => {
        const { $crate::lexicon::union(&[$($crate::lexicon::class::$name),+]) }
    };
}

/// Words that open something: what a stage asks of every token before it looks closer.
#[derive(Clone, Copy)]
pub struct Gate {
    /// The words, to ask which of them it is.
    pub words: Class,
    bit: u8,
}

/// Words of any of the classes, as a [`Gate`]. All gates of a word are one number (see `Table::gates`).
macro_rules! gate {
    ($($name:ident),+ $(,)?) => {
        const { $crate::lexicon::gate(&[$($crate::lexicon::class::$name),+]) }
    };
}

/// A word that the code itself names: `word!("of")`, in small letters. `build/unions.rs` gives it a place in the table.
macro_rules! word {
    ($word:literal) => {
        const { $crate::lexicon::word($word) }
    };
}

/// Words that the code itself names: `words!["of", "for"]`.
macro_rules! words {
    [$($word:literal),+ $(,)?] => { [$(word!($word)),+] };
}

/// For `word!`, while the crate is compiled: it panics there or nowhere.
#[allow(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "it stops the compiler, and meets no text"
)]
pub(crate) const fn word(word: &str) -> WordId {
    let letters = word.as_bytes();
    let mut nth = 0;
    while nth < table::WORDS.len() {
        let (other, id) = table::WORDS[nth];
        let mut same = 0;
        while same < letters.len() && same < other.len() && letters[same] == other.as_bytes()[same]
        {
            same += 1;
        }
        if same == letters.len() && same == other.len() {
            return WordId(id);
        }
        nth += 1;
    }
    panic!("build/unions.rs has not found this word");
}

/// For `gate!`, while the crate is compiled: it panics there or nowhere.
#[allow(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "it stops the compiler, and meets no text"
)]
pub(crate) const fn gate(classes: &[Class]) -> Gate {
    let words = union(classes);
    let mut bit = 0;
    while bit < table::GATES.len() {
        if words.0 == table::CLASSES + table::GATES[bit] {
            return Gate { words, bit: bit as u8 };
        }
        bit += 1;
    }
    panic!("build/unions.rs has not found this gate");
}

/// The number of the list of classes; for `any!`, while the crate is compiled: it panics there or nowhere.
#[allow(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "it stops the compiler, and meets no text"
)]
pub(crate) const fn union(classes: &[Class]) -> Class {
    let mut nth = 0;
    while nth < table::UNIONS.len() {
        let union = table::UNIONS[nth];
        let mut same = 0;
        while same < union.len() && same < classes.len() && union[same] == classes[same].0 {
            same += 1;
        }
        if same == union.len() && same == classes.len() {
            return Class(table::CLASSES + nth as u16);
        }
        nth += 1;
    }
    panic!("build/unions.rs has not found this list of classes");
}

pub use table::class;

/// The hash of a word in the making; FNV-1a over its small letters.
#[derive(Clone, Copy)]
pub struct Hash(u32);

impl Hash {
    /// Of no letters.
    #[must_use]
    #[allow(clippy::new_without_default, reason = "no hash is the usual one")]
    #[inline]
    pub fn new() -> Hash {
        Hash(0x811c_9dc5)
    }

    /// Adds a small letter.
    #[inline]
    pub fn push(&mut self, c: char) {
        self.0 = (self.0 ^ c as u32).wrapping_mul(0x0100_0193);
    }

    /// Where in the table of slots to look first.
    #[inline]
    fn slot(self) -> usize {
        (self.0 ^ (self.0 >> 15)) as usize
    }
}

/// The word whose small letters gave `hash`; `spelling` is as in the text.
#[must_use]
pub fn look_up(hash: Hash, spelling: &str) -> WordId {
    // Nearly every word is written in letters that need no folding but from capitals.
    if spelling.is_ascii() {
        return WordId(table::ascii(hash.slot(), spelling));
    }
    find(hash, || spelling.chars().filter(|c| !is_invisible(*c)).map(lower))
}

/// The word whose small letters are those of `parts`, one after the other.
#[must_use]
pub fn look_up_word(parts: &[&str]) -> WordId {
    let mut hash = Hash::new();
    parts.iter().flat_map(|p| p.chars()).map(lower).for_each(|c| hash.push(c));
    find(hash, || parts.iter().flat_map(|p| p.chars()).map(lower))
}

/// The last word of a name or a role: "Mr Justice", "Gov."
#[must_use]
#[inline(never)]
pub fn last_word(text: &str) -> WordId {
    let last = text.rsplit(' ').next().unwrap_or_default();
    look_up_word(&[last.trim_end_matches('.')])
}

/// The first word of a role: "chairs the parish council".
#[must_use]
#[inline(never)]
pub fn first_word(text: &str) -> WordId {
    look_up_word(&[text.split(' ').next().unwrap_or_default()])
}

/// The word that is one character.
#[must_use]
pub fn look_up_mark(c: char) -> WordId {
    let mut hash = Hash::new();
    hash.push(lower(c));
    find(hash, || std::iter::once(lower(c)))
}

fn find<I: Iterator<Item = char>>(hash: Hash, letters: impl Fn() -> I) -> WordId {
    let mut at = hash.slot();
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
    #[inline(never)]
    #[must_use]
    pub fn is(self, class: Class) -> bool {
        self.has(class)
    }

    /// The same without a call, for the few functions through which the stages ask.
    #[inline(always)]
    pub(crate) fn has(self, class: Class) -> bool {
        table::is(self.0, class)
    }

    /// Whether the word, or a phrase that starts with it, has one of the classes.
    #[inline(always)]
    #[must_use]
    pub(crate) fn opens(self, class: Class) -> bool {
        table::opens(self.0, class)
    }

    /// Whether the word, or a phrase that starts with it, is one of the gate's.
    #[inline(always)]
    #[must_use]
    pub(crate) fn passes(self, gate: Gate) -> bool {
        table::gates(self.0) >> gate.bit & 1 == 1
    }

    /// Phrases that start with this word and `second`, longest first: the phrase and its further words.
    pub(crate) fn phrases(self, second: WordId) -> impl Iterator<Item = (WordId, &'static [u16])> {
        table::phrases_from(self.0, second.0)
    }

    /// The number that the word stands for in `class`.
    #[must_use]
    #[inline(never)]
    pub fn number(self, class: Class) -> Option<f64> {
        if self.has(class) { table::number(class, self.0) } else { None }
    }

    /// The text that the word stands for in `class`.
    #[must_use]
    #[inline(never)]
    pub fn text(self, class: Class) -> Option<&'static str> {
        if self.has(class) { table::text(class, self.0) } else { None }
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
