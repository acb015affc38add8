//! The table of words as `build/table.rs` packed it, laid out for looking up when the first article is read.
//!
//! Packed, the words take a third of the room that ready tables took in the compressed wasm.

use super::{Class, Hash, WordId};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// Words of bits of a set of classes: one bit for each class and for each union.
const ROW: usize = (CLASSES as usize + UNIONS.len()).div_ceil(32);

/// Numbers of words and phrases.
const IDS: usize = 1 << 16;

/// One bit for each class and union.
type Bits = [u32; ROW];

// What every question of every stage reads stands at places that the compiler knows: no pointer, no length and no lock
// to look at. Filled when the first word is looked up; before that there is no word to ask about.

/// Sets of classes, [`ROW`] numbers each.
static SETS: [AtomicU32; SET_COUNT * ROW] = [const { AtomicU32::new(0) }; SET_COUNT * ROW];
/// Where the set of each entry starts; the first is that of no word. There is one for every `u16`, so that none has to be
/// told from those that are not there.
static SET_OF: [AtomicU32; IDS] = [const { AtomicU32::new(0) }; IDS];
/// Where the set of each single word starts that holds those of the phrases which start with it, too.
static OPENS_OF: [AtomicU32; IDS] = [const { AtomicU32::new(0) }; IDS];
/// A bit for each gate that each single word, or a phrase that starts with it, passes.
static GATES_OF: [AtomicU64; SINGLES + 1] = [const { AtomicU64::new(0) }; SINGLES + 1];

/// The sets in the making.
#[derive(Default)]
struct Sets {
    all: Vec<u32>,
    of: Vec<u32>,
    opens_of: Vec<u32>,
}

/// A word's or phrase's text in a class, or the number that it stands for.
struct Value {
    entry: u16,
    text: &'static str,
    number: Option<f64>,
}

#[derive(Default)]
struct Table {
    /// All single words, one after the other; a word ends where the next begins.
    letters: String,
    ends: Vec<usize>,
    /// Word numbers by hash, 0 where none is; as many as a power of two.
    slots: Vec<u16>,
    /// The second word of each phrase; those of one first word in the order of their numbers.
    seconds: Vec<u16>,
    /// Words of the phrases after the second, one phrase after the other.
    phrase_words: Vec<u16>,
    phrase_ends: Vec<usize>,
    /// The first phrase of each single word; its last is before the first of the next word.
    first_phrase: Vec<u16>,
    /// For each single word, a bit for each second word of its phrases, by the last digits of that one's number.
    second_words: Vec<u64>,
    /// The lemma of each entry, 0 where it is no form of a verb.
    lemmas: Vec<u16>,
    /// Class by class, in the order of their entries.
    values: Vec<Value>,
    /// Where the values of each class begin; they end where those of the next do.
    first_value: Vec<u16>,
}

/// Reads the packed bytes from the front.
struct Reader(&'static [u8]);

impl Reader {
    #[inline(never)]
    fn number(&mut self) -> usize {
        let mut number = 0;
        for shift in (0..28).step_by(7) {
            let Some((byte, rest)) = self.0.split_first() else { break };
            self.0 = rest;
            number |= usize::from(byte & 127) << shift;
            if byte & 128 == 0 {
                break;
            }
        }
        number
    }

    fn text(&mut self) -> &'static str {
        let length = self.number();
        let (text, rest) = self.0.split_at_checked(length).unwrap_or_default();
        self.0 = rest;
        std::str::from_utf8(text).unwrap_or_default()
    }
}

/// A number as the build wrote it: digits, with or without a point. Reading these few forms takes less room than the
/// standard library's tables for all of them; `build/table.rs` refuses what would lose a digit here.
fn read_decimal(text: &str) -> Option<f64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let mut digits = 0u64;
    for byte in whole.bytes().chain(part.bytes()) {
        digits = digits * 10 + u64::from(char::from(byte).to_digit(10)?);
    }
    (!whole.is_empty()).then(|| digits as f64 / 10f64.powi(part.len() as i32))
}

static TABLE: OnceLock<Table> = OnceLock::new();

#[inline]
fn table() -> &'static Table {
    TABLE.get().unwrap_or_else(unpack)
}

#[cold]
#[inline(never)]
fn unpack() -> &'static Table {
    TABLE.get_or_init(|| {
        let mut table = Table::default();
        let mut reader = Reader(PACKED);
        table.read_words(&mut reader);
        let mut sets = Sets::read(&mut reader);
        table.read_phrases(&mut reader, &mut sets);
        sets.fill();
        table.read_values(&mut reader);
        table
    })
}

/// Whether the set of an entry holds the class. Every question of every stage ends here: it is two loads and no call.
#[inline(always)]
fn has(sets_of: &[AtomicU32; IDS], id: u16, class: Class) -> bool {
    let set = sets_of.get(usize::from(id)).map_or(0, |set| set.load(Ordering::Relaxed));
    let part = SETS.get(set as usize + usize::from(class.0 >> 5));
    part.is_some_and(|bits| bits.load(Ordering::Relaxed) >> (class.0 & 31) & 1 == 1)
}

fn put(bits: &mut Bits, number: u16) {
    if let Some(part) = bits.get_mut(usize::from(number >> 5)) {
        *part |= 1 << (number & 31);
    }
}

impl Sets {
    fn read(reader: &mut Reader) -> Sets {
        let mut sets = Sets::default();
        // What a class puts into a set: its own bit, and those of the unions that it is in.
        let mut of_class: Vec<Bits> = vec![Bits::default(); CLASSES.into()];
        of_class.iter_mut().zip(0..).for_each(|(bits, class)| put(bits, class));
        for union in 0..reader.number() as u16 {
            for _ in 0..reader.number() {
                if let Some(bits) = of_class.get_mut(reader.number()) {
                    put(bits, CLASSES + union);
                }
            }
        }
        let shared = reader.number();
        for _ in 0..shared + reader.number() {
            let (mut bits, mut class) = (Bits::default(), 0);
            loop {
                let step = reader.number();
                if step == 0 {
                    break;
                }
                class += step;
                let more = of_class.get(class).into_iter().flatten();
                bits.iter_mut().zip(more).for_each(|(all, some)| *all |= some);
            }
            sets.all.extend(bits);
        }
        sets.of.push(0); // the entry of no word; the first set is that of no class
        let mut own = shared;
        for _ in 0..reader.number() {
            let set = match reader.number() {
                0 => 0,
                1 => {
                    own += 1;
                    own - 1
                }
                number => number - 1,
            };
            sets.of.push((set * ROW) as u32);
        }
        sets.opens_of = sets.of.get(..=SINGLES).unwrap_or_default().to_vec();
        sets
    }

    /// Lets a single word open a phrase, its `first` or one more.
    fn open(&mut self, single: usize, phrase: usize, first: bool) {
        let place = |of: &[u32], id: usize| of.get(id).copied().unwrap_or(0) as usize;
        let classes = place(&self.of, phrase);
        let mut all = place(&self.opens_of, single);
        // The words's own set serves other words as well; that of its first phrase is its alone.
        if first {
            let own = self.all.len();
            self.all.extend_from_within(all..all + ROW);
            if let Some(set) = self.opens_of.get_mut(single) {
                *set = own as u32;
            }
            all = own;
        }
        for part in 0..ROW {
            let more = self.all.get(classes + part).copied().unwrap_or(0);
            if let Some(bits) = self.all.get_mut(all + part) {
                *bits |= more;
            }
        }
    }

    /// Puts all where the questions read it.
    fn fill(&self) {
        for (statics, numbers) in
            [(&SETS[..], &self.all), (&SET_OF[..], &self.of), (&OPENS_OF[..], &self.opens_of)]
        {
            for (place, number) in statics.iter().zip(numbers) {
                place.store(*number, Ordering::Relaxed);
            }
        }
        for (id, gates_of) in (0..).zip(&GATES_OF) {
            let passes = GATES.iter().rev().map(|gate| opens(id, Class(CLASSES + gate)));
            let bits = passes.fold(0u64, |all, passes| all << 1 | u64::from(passes));
            gates_of.store(bits, Ordering::Relaxed);
        }
    }
}

impl Table {
    fn read_words(&mut self, reader: &mut Reader) {
        let text = reader.text();
        self.ends = vec![0, 0];
        self.slots = vec![0; (SINGLES * 2).next_power_of_two()];
        let mut last = 0;
        let mut marks = text.match_indices(|c: char| c < ' ').enumerate().peekable();
        while let Some((nth, (at, mark))) = marks.next() {
            let end = marks.peek().map_or(text.len(), |(_, (end, _))| *end);
            let off = mark.bytes().next().map_or(0, usize::from);
            let from = self.letters.len();
            self.letters.extend_from_within(last..from - off);
            self.letters.push_str(text.get(at + 1..end).unwrap_or_default());
            self.ends.push(self.letters.len());
            last = from;
            let mut hash = Hash::new();
            self.letters.get(from..).unwrap_or_default().chars().for_each(|c| hash.push(c));
            let mut at = hash.slot();
            while self.slot(at) != 0 {
                at += 1;
            }
            let at = at & (self.slots.len() - 1);
            if let Some(slot) = self.slots.get_mut(at) {
                *slot = nth as u16 + 1;
            }
        }
    }

    fn read_phrases(&mut self, reader: &mut Reader, sets: &mut Sets) {
        self.second_words = vec![0; SINGLES + 1];
        self.phrase_ends.push(0);
        let (mut first, mut second) = (0, 0);
        for phrase in 0..reader.number() {
            let step = reader.number();
            first += step;
            second = if step > 0 { 0 } else { second } + reader.number() as u16;
            self.first_phrase.resize(first + 1, phrase as u16);
            self.seconds.push(second);
            for _ in 0..reader.number() {
                self.phrase_words.push(reader.number() as u16);
            }
            if let Some(bits) = self.second_words.get_mut(first) {
                *bits |= bit(second);
            }
            self.phrase_ends.push(self.phrase_words.len());
            sets.open(first, SINGLES + phrase + 1, step > 0 || phrase == 0);
        }
        self.first_phrase.resize(SINGLES + 2, self.phrase_ends.len() as u16 - 1);
    }

    fn read_values(&mut self, reader: &mut Reader) {
        self.lemmas = vec![0; ENTRIES + 1];
        let mut form = 0;
        for _ in 0..reader.number() {
            form += reader.number();
            let distance = reader.number();
            let lemma = if distance & 1 == 1 { form + distance / 2 } else { form - distance / 2 };
            if let Some(slot) = self.lemmas.get_mut(form) {
                *slot = lemma as u16;
            }
        }
        let steps: Vec<u16> = (0..reader.number()).map(|_| reader.number() as u16).collect();
        let mut key = (0, 0);
        let keys: Vec<(u16, u16)> = steps
            .into_iter()
            .map(|class| {
                let entry = reader.number() as u16;
                key = (key.0 + class, if class == 0 { key.1 + entry } else { entry });
                key
            })
            .collect();
        for (place, (class, _)) in keys.iter().enumerate() {
            self.first_value.resize(usize::from(*class) + 1, place as u16);
        }
        self.first_value.resize(usize::from(CLASSES) + 1, keys.len() as u16);
        self.values = keys
            .into_iter()
            .zip(reader.text().split('\n'))
            .map(|((_, entry), text)| Value { entry, text, number: read_decimal(text) })
            .collect();
    }

    #[inline]
    fn slot(&self, at: usize) -> u16 {
        self.slots.get(at & (self.slots.len() - 1)).copied().unwrap_or(0)
    }

    /// What an entry that has the class stands for in it.
    fn value(&self, class: Class, id: u16) -> Option<&Value> {
        let first = |class: usize| self.first_value.get(class).copied().map_or(0, usize::from);
        let class = usize::from(class.0);
        let values = self.values.get(first(class)..first(class + 1))?;
        values.get(values.binary_search_by_key(&id, |value| value.entry).ok()?)
    }
}

/// The word that is spelt like this but for capitals of ASCII, looked for from a place of the hash table on; 0 for none.
#[inline]
pub(super) fn ascii(mut at: usize, spelling: &str) -> u16 {
    let table = table();
    let end = |id: usize| table.ends.get(id).copied().unwrap_or(0);
    loop {
        let id = table.slot(at);
        let word = usize::from(id);
        if id == 0
            || end(word + 1) - end(word) == spelling.len()
                && table.letters.as_bytes().get(end(word)..).is_some_and(|letters| {
                    letters.iter().zip(spelling.bytes()).all(|(a, b)| *a == b.to_ascii_lowercase())
                })
        {
            return id;
        }
        at += 1;
    }
}

/// The spelling of a single word.
pub(super) fn text_of(id: u16) -> &'static str {
    let table = table();
    let end = |at: usize| table.ends.get(at).copied().unwrap_or(0);
    table.letters.get(end(usize::from(id))..end(usize::from(id) + 1)).unwrap_or("")
}

/// The word at a place of the hash table, 0 for none.
pub(super) fn slot(at: usize) -> u16 {
    table().slot(at)
}

/// Whether an entry has one of the classes.
#[inline(always)]
pub(super) fn is(id: u16, class: Class) -> bool {
    has(&SET_OF, id, class)
}

/// Whether a word, or a phrase that starts with it, has one of the classes.
#[inline(always)]
pub(super) fn opens(id: u16, class: Class) -> bool {
    has(&OPENS_OF, id, class)
}

/// The gates that a word passes, or a phrase that starts with it.
#[inline(always)]
pub(super) fn gates(id: u16) -> u64 {
    GATES_OF.get(usize::from(id)).map_or(0, |gates| gates.load(Ordering::Relaxed))
}

/// The bit of a second word.
fn bit(second: u16) -> u64 {
    1 << (second & 63)
}

/// Phrases whose first two words are `id` and `second`, longest first: the phrase and its further words.
pub(super) fn phrases_from(id: u16, second: u16) -> impl Iterator<Item = (WordId, &'static [u16])> {
    let table = table();
    let first = |id: usize| table.first_phrase.get(id).map_or(0, |at| usize::from(*at));
    let from = first(usize::from(id));
    // Many phrases start with "the" or "a": hardly ever does the word behind it go on with one.
    let none = table.second_words.get(usize::from(id)).is_none_or(|bits| bits & bit(second) == 0);
    let to = if none { from } else { first(usize::from(id) + 1) };
    let seconds = table.seconds.get(from..to).unwrap_or_default();
    let skipped = seconds.partition_point(|word| *word < second);
    let same = seconds.iter().skip(skipped).take_while(move |word| **word == second);
    same.zip(from + skipped..).map(|(_, at)| {
        let end = |at: usize| table.phrase_ends.get(at).copied().unwrap_or(0);
        let words = table.phrase_words.get(end(at)..end(at + 1)).unwrap_or_default();
        (WordId((at + SINGLES + 1) as u16), words)
    })
}

/// The number that the entry stands for in a class.
pub(super) fn number(class: Class, id: u16) -> Option<f64> {
    table().value(class, id)?.number
}

/// The text that the entry stands for in a class.
pub(super) fn text(class: Class, id: u16) -> Option<&'static str> {
    table().value(class, id).map(|value| value.text)
}

/// The verb of which the entry is a form.
pub(super) fn lemma(id: u16) -> Option<u16> {
    table().lemmas.get(usize::from(id)).copied().filter(|lemma| *lemma != 0)
}
