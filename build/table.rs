//! The one table of words: gathers entries with their classes and values, and writes them as Rust.

use crate::source::Result;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// What an entry stands for in one of its classes.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Number(f64),
    Text(String),
}

/// Entries by spelling; a phrase is keyed by its words.
#[derive(Default)]
pub struct Table {
    classes: BTreeMap<String, String>,
    entries: BTreeMap<Vec<String>, BTreeSet<String>>,
    values: BTreeMap<(String, Vec<String>), Value>,
    lemmas: BTreeMap<Vec<String>, String>,
    /// Further Rust code: tables of rows that other files make.
    pub code: String,
}

/// Most classes that fit into the bits of an entry.
const CLASSES: usize = 256;

/// Cuts a spelling as `src/tokens.rs` cuts the article.
fn cut(spelling: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for part in spelling.split(' ').filter(|p| !p.is_empty()) {
        let mut word = String::new();
        let letters = part.chars().any(char::is_alphanumeric);
        let dotted =
            part.contains('.') && part.split('.').all(|p| p.chars().count() <= 1) && letters;
        let chars: Vec<char> = part.chars().collect();
        for (i, &c) in chars.iter().enumerate() {
            let rest: String = chars[i + 1..].iter().collect();
            let clitic = c == '\''
                && !word.is_empty()
                && ["s", "ll", "re", "ve", "d", "m"].contains(&rest.as_str());
            if clitic {
                words.push(std::mem::take(&mut word));
                word.push(c);
            } else if c.is_alphanumeric()
                || c == '\'' && !rest.is_empty() && !word.is_empty()
                || dotted && c == '.'
            {
                word.push(c);
            } else {
                if !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
                words.push(c.to_string());
            }
        }
        if !word.is_empty() {
            words.push(word);
        }
    }
    words
}

impl Table {
    /// Names a class and says what it is for.
    pub fn describe(&mut self, class: &str, about: &str) {
        let entry = self.classes.entry(class.to_string()).or_default();
        if entry.is_empty() {
            *entry = about.to_string();
        }
    }

    /// Puts a spelling into a class, with what it stands for there.
    pub fn add(
        &mut self,
        spelling: &str,
        class: &str,
        value: Option<Value>,
    ) -> std::result::Result<(), String> {
        let small = spelling.to_lowercase();
        let words = cut(&small);
        if words.is_empty() || words.len() > 8 {
            return Err(format!("`{spelling}`: an entry has one to eight words"));
        }
        if small != spelling {
            return Err(format!("`{spelling}` must be written in small letters: `{small}`"));
        }
        self.classes.entry(class.to_string()).or_default();
        self.entries.entry(words.clone()).or_default().insert(class.to_string());
        if let Some(value) = value {
            let old = self.values.insert((class.to_string(), words), value.clone());
            if old.is_some_and(|old| old != value) {
                return Err(format!("`{spelling}` has two values in {class}"));
            }
        }
        Ok(())
    }

    /// Remembers the lemma of a verb's form.
    pub fn lemma(&mut self, form: &str, lemma: &str) -> std::result::Result<(), String> {
        let lemma = lemma.replace('_', " ");
        self.lemmas.entry(cut(form)).or_insert(lemma.clone());
        self.entries.entry(cut(&lemma)).or_default();
        Ok(())
    }

    /// The tables as Rust code.
    pub fn write(mut self) -> Result<String> {
        if self.classes.len() > CLASSES {
            return Err(format!(
                "{} classes of words, the table holds {CLASSES}",
                self.classes.len()
            ));
        }
        // Words that only stand inside phrases need a number too.
        let inner: BTreeSet<String> = self.entries.keys().flatten().cloned().collect();
        for word in inner {
            self.entries.entry(vec![word]).or_default();
        }
        let singles: Vec<&Vec<String>> = self.entries.keys().filter(|w| w.len() == 1).collect();
        let mut phrases: Vec<&Vec<String>> = self.entries.keys().filter(|w| w.len() > 1).collect();
        let id_of: BTreeMap<&str, usize> =
            singles.iter().enumerate().map(|(i, w)| (w[0].as_str(), i + 1)).collect();
        // Longest first behind each first word, so that the first phrase that fits is the longest.
        phrases.sort_by_key(|w| (id_of[w[0].as_str()], std::cmp::Reverse(w.len()), (*w).clone()));
        let entry_id: BTreeMap<&Vec<String>, usize> =
            singles.iter().chain(phrases.iter()).enumerate().map(|(i, w)| (*w, i + 1)).collect();
        if entry_id.len() > usize::from(u16::MAX) {
            return Err(format!(
                "{} words and phrases, the table holds {}",
                entry_id.len(),
                u16::MAX
            ));
        }
        let bit: BTreeMap<&str, usize> =
            self.classes.keys().enumerate().map(|(i, c)| (c.as_str(), i)).collect();
        let bits = |words: &Vec<String>| {
            self.entries[words]
                .iter()
                .fold((0u128, 0u128), |b, class| join(b, one(bit[class.as_str()])))
        };

        let mut patterns: Vec<(u128, u128)> = vec![(0, 0)];
        let mut pattern = |bits: (u128, u128)| {
            patterns.iter().position(|p| *p == bits).unwrap_or_else(|| {
                patterns.push(bits);
                patterns.len() - 1
            })
        };
        let mut of_entry = vec![0];
        of_entry.extend(singles.iter().chain(phrases.iter()).map(|w| pattern(bits(w))));
        let mut starts = vec![(0u128, 0u128); singles.len() + 1];
        for phrase in &phrases {
            let slot = &mut starts[id_of[phrase[0].as_str()]];
            *slot = join(*slot, bits(phrase));
        }
        let of_start: Vec<usize> = starts.iter().map(|b| pattern(*b)).collect();

        let mut offsets = vec![0, 0];
        let mut text = String::new();
        for word in &singles {
            text.push_str(&word[0]);
            offsets.push(text.len());
        }
        let size = (singles.len() * 2).next_power_of_two();
        let mut slots = vec![0usize; size];
        for word in &singles {
            let mut slot = hash(&word[0]) as usize & (size - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = id_of[word[0].as_str()];
        }
        let mut phrase_words = Vec::new();
        let mut phrase_ends = vec![0];
        let mut firsts: Vec<(usize, usize, usize)> = Vec::new();
        for (i, phrase) in phrases.iter().enumerate() {
            let first = id_of[phrase[0].as_str()];
            match firsts.last_mut() {
                Some(last) if last.0 == first => last.2 = i + 1,
                _ => firsts.push((first, i, i + 1)),
            }
            phrase_words.extend(phrase.iter().skip(1).map(|w| id_of[w.as_str()]));
            phrase_ends.push(phrase_words.len());
        }

        let mut out = self.code.clone();
        let list = |out: &mut String, name: &str, kind: &str, items: &[usize]| {
            let items: Vec<String> = items.iter().map(usize::to_string).collect();
            let _ =
                writeln!(out, "static {name}: [{kind}; {}] = [{}];", items.len(), items.join(","));
        };
        let _ = writeln!(out, "static TEXT: &str = {text:?};");
        list(&mut out, "TEXT_ENDS", "u32", &offsets);
        list(&mut out, "SLOTS", "u16", &slots);
        list(&mut out, "PATTERN_OF", "u16", &of_entry);
        list(&mut out, "START_PATTERN_OF", "u16", &of_start);
        let _ =
            writeln!(out, "static PATTERNS: [(u128, u128); {}] = {patterns:?};", patterns.len());
        let _ = writeln!(out, "const SINGLES: usize = {};", singles.len());
        list(&mut out, "PHRASE_WORDS", "u16", &phrase_words);
        list(&mut out, "PHRASE_ENDS", "u16", &phrase_ends);
        let _ = writeln!(
            out,
            "static PHRASE_FIRSTS: [(u16, u16, u16); {}] = {firsts:?};",
            firsts.len()
        );

        let mut lemmas: Vec<(usize, usize)> = self
            .lemmas
            .iter()
            .map(|(form, lemma)| (entry_id[form], entry_id[&cut(lemma)]))
            .collect();
        lemmas.sort_unstable();
        let _ = writeln!(out, "static LEMMAS: [(u16, u16); {}] = {lemmas:?};", lemmas.len());
        let mut numbers = Vec::new();
        let mut texts = Vec::new();
        for ((class, words), value) in &self.values {
            match value {
                Value::Number(n) => numbers.push((bit[class.as_str()], entry_id[words], n)),
                Value::Text(t) => texts.push((bit[class.as_str()], entry_id[words], t)),
            }
        }
        numbers.sort_by_key(|n| (n.0, n.1));
        texts.sort_by_key(|n| (n.0, n.1));
        let _ = writeln!(out, "static NUMBERS: [(u8, u16, f64); {}] = {numbers:?};", numbers.len());
        let _ = writeln!(out, "static TEXTS: [(u8, u16, &str); {}] = {texts:?};", texts.len());

        out.push_str("/// Every class of words, made from the data files.\n#[allow(dead_code)] // a class may only serve a phrase or an example yet\npub mod class {\n    use super::Class;\n");
        for (name, about) in &self.classes {
            let about = if about.is_empty() { "Form of a verb" } else { about.as_str() };
            let _ = writeln!(
                out,
                "    /// {about}.\n    pub const {name}: Class = Class({}, {});",
                one(bit[name.as_str()]).0,
                one(bit[name.as_str()]).1
            );
        }
        out.push_str("}\n");
        Ok(out)
    }
}

/// The hash of `src/lexicon.rs`.
fn hash(word: &str) -> u32 {
    let hash =
        word.chars().fold(0x811c_9dc5u32, |hash, c| (hash ^ c as u32).wrapping_mul(0x0100_0193));
    hash ^ (hash >> 15)
}

/// The set of one class.
fn one(number: usize) -> (u128, u128) {
    if number < 128 { (1 << number, 0) } else { (0, 1 << (number - 128)) }
}

fn join(a: (u128, u128), b: (u128, u128)) -> (u128, u128) {
    (a.0 | b.0, a.1 | b.1)
}
