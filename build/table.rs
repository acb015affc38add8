//! The one table of words: gathers entries with their classes and values, and writes them as Rust.

use crate::source::Result;
use crate::unions::Asked;
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
}

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

    /// The classes and all that the sources ask for as Rust code, and the packed table.
    pub fn write(mut self, asked: &Asked) -> Result<(String, Vec<u8>)> {
        let Asked { unions, gates, words } = asked;
        if gates.len() > 64 {
            return Err(format!("{} gates, the table holds 64: make one an `any!`", gates.len()));
        }
        let places = unions.iter().enumerate().filter(|(_, union)| gates.contains(*union));
        let gates: Vec<usize> = places.map(|(place, _)| place).collect();
        // Words that only stand inside phrases, or in the code, need a number too.
        let inner = self.entries.keys().flatten().chain(words).cloned();
        let inner: BTreeSet<String> = inner.collect();
        for word in inner {
            self.entries.entry(vec![word]).or_default();
        }
        let singles: Vec<&Vec<String>> = self.entries.keys().filter(|w| w.len() == 1).collect();
        let mut phrases: Vec<&Vec<String>> = self.entries.keys().filter(|w| w.len() > 1).collect();
        let id_of: BTreeMap<&str, usize> =
            singles.iter().enumerate().map(|(i, w)| (w[0].as_str(), i + 1)).collect();
        // Longest first behind each two words, so that the first phrase that fits is the longest.
        phrases.sort_by_key(|w| {
            let id = |word: usize| id_of[w[word].as_str()];
            (id(0), id(1), std::cmp::Reverse(w.len()), (*w).clone())
        });
        let entry_id: BTreeMap<&Vec<String>, usize> =
            singles.iter().chain(phrases.iter()).enumerate().map(|(i, w)| (*w, i + 1)).collect();
        if entry_id.len() > usize::from(u16::MAX) {
            return Err(format!(
                "{} words and phrases, the table holds {}",
                entry_id.len(),
                u16::MAX
            ));
        }
        // The more sets of classes have a class, the smaller its number.
        let different: BTreeSet<&BTreeSet<String>> = self.entries.values().collect();
        let uses = |class: &&String| different.iter().filter(|set| set.contains(*class)).count();
        let mut classes: Vec<&String> = self.classes.keys().collect();
        classes.sort_by_cached_key(|class| std::cmp::Reverse(uses(class)));
        let number: BTreeMap<&str, usize> =
            classes.iter().enumerate().map(|(i, c)| (c.as_str(), i + 1)).collect();

        let mut out = Packed::default();
        out.words(&singles)?;
        let sets: Vec<Vec<usize>> = singles
            .iter()
            .chain(phrases.iter())
            .map(|w| {
                let set: BTreeSet<usize> =
                    self.entries[*w].iter().map(|class| number[class.as_str()]).collect();
                set.into_iter().collect()
            })
            .collect();
        // A class that no file has is the compiler's to report.
        let unions: Vec<Vec<usize>> = unions
            .iter()
            .map(|names| {
                names.iter().filter_map(|name| number.get(name.as_str()).copied()).collect()
            })
            .collect();
        out.unions(&unions);
        let firsts: BTreeSet<&str> = phrases.iter().map(|phrase| phrase[0].as_str()).collect();
        let set_count = out.sets(&sets) + firsts.len();
        out.number(phrases.len());
        let mut last = (0, 0);
        for phrase in &phrases {
            let ids: Vec<usize> = phrase.iter().map(|w| id_of[w.as_str()]).collect();
            out.number(ids[0] - last.0);
            out.number(if ids[0] == last.0 { ids[1] - last.1 } else { ids[1] });
            out.number(ids.len() - 2);
            ids[2..].iter().for_each(|id| out.number(*id));
            last = (ids[0], ids[1]);
        }
        let lemmas: BTreeMap<usize, usize> =
            self.lemmas.iter().map(|(f, lemma)| (entry_id[f], entry_id[&cut(lemma)])).collect();
        out.number(lemmas.len());
        let mut last = 0;
        for (form, lemma) in lemmas {
            out.number(form - last);
            // A form stands close to its lemma in the order of the letters: small numbers, either way.
            out.number(form.abs_diff(lemma) * 2 + usize::from(lemma > form));
            last = form;
        }
        let mut rows: Vec<(usize, usize, String)> = self
            .values
            .iter()
            .map(|((class, words), value)| {
                let text = match value {
                    Value::Number(n) if n.to_string().len() > 16 => {
                        return Err(format!("`{}`: {n} has too many digits", words.join(" ")));
                    }
                    Value::Number(n) => n.to_string(),
                    Value::Text(text) => text.clone(),
                };
                Ok((number[class.as_str()], entry_id[words], text))
            })
            .collect::<std::result::Result<_, String>>()?;
        rows.sort();
        out.number(rows.len());
        let lasts =
            [(0, 0)].into_iter().chain(rows.iter().map(|(class, entry, _)| (*class, *entry)));
        rows.iter().zip(lasts.clone()).for_each(|((class, _, _), last)| out.number(class - last.0));
        for ((class, entry, _), last) in rows.iter().zip(lasts) {
            out.number(if *class == last.0 { entry - last.1 } else { *entry });
        }
        let texts: Vec<&str> = rows.iter().map(|(_, _, text)| text.as_str()).collect();
        out.text(&texts.join("\n"));

        let mut code = String::from(
            "/// Every class of words, made from the data files.\n#[allow(dead_code, reason = \"a class may only serve a phrase or an example yet\")]\npub mod class {\n    use super::Class;\n",
        );
        for (name, about) in &self.classes {
            let about = if about.is_empty() { "Form of a verb" } else { about.as_str() };
            let _ = writeln!(
                code,
                "    /// {about}.\n    pub const {name}: Class = Class({});",
                number[name.as_str()]
            );
        }
        let _ = writeln!(
            code,
            "}}\n\n/// The first number that is no class's: that of the first union.\npub(super) const CLASSES: u16 = {};\n\n/// The lists of classes that the sources ask for together, see `any!`.\npub(super) const UNIONS: [&[u16]; {}] = [",
            self.classes.len() + 1,
            unions.len(),
        );
        for union in &unions {
            let _ = writeln!(code, "    &{union:?},");
        }
        let _ = writeln!(
            code,
            "];\n\n/// Which of them are asked of every token, see `gate!`.\npub(super) const GATES: [u16; {}] = {gates:?};",
            gates.len()
        );
        let named: Vec<(&String, usize)> = words.iter().map(|w| (w, id_of[w.as_str()])).collect();
        let _ = writeln!(
            code,
            "\n/// The words that the sources name, see `word!`.\npub(super) const WORDS: [(&str, u16); {}] = {named:?};",
            named.len()
        );
        let counts = [
            ("SINGLES", "Single words.", singles.len()),
            ("ENTRIES", "Words and phrases.", entry_id.len()),
            (
                "SET_COUNT",
                "Sets of classes: of entries, and of words with the phrases that they open.",
                set_count,
            ),
        ];
        for (name, about, count) in counts {
            let _ = writeln!(code, "\n/// {about}\nconst {name}: usize = {count};");
        }
        Ok((code, out.0))
    }
}

/// The table in few bytes, read once by `src/lexicon/table.rs`: numbers of seven bits a byte, lowest first, and texts.
#[derive(Default)]
struct Packed(Vec<u8>);

impl Packed {
    fn number(&mut self, mut number: usize) {
        while number > 127 {
            self.0.push((number & 127) as u8 | 128);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// A text, behind its length in bytes.
    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    /// Words in order, behind their length in bytes: a control character says how many bytes of the word before are taken
    /// off its end, then comes what is new.
    fn words(&mut self, words: &[&Vec<String>]) -> Result<()> {
        let (mut last, mut text) = ("", String::new());
        for word in words {
            let word = word[0].as_str();
            let shared = word
                .char_indices()
                .zip(last.chars())
                .find(|((_, a), b)| a != b)
                .map_or(word.len().min(last.len()), |((at, _), _)| at);
            let off = u8::try_from(last.len() - shared).map_or(' ', char::from);
            if off >= ' ' {
                return Err(format!("`{last}`: no word has more than 31 bytes"));
            }
            text.push(off);
            text.push_str(&word[shared..]);
            last = word;
        }
        self.text(&text);
        Ok(())
    }

    /// Sets of classes, each up to a 0, every class as its distance from the one before; then which of them each entry
    /// has: 0 is that of no class, 1 the next of those that only one entry has. Of the others, the more often, the smaller
    /// the number. Gives how many sets there are.
    fn sets(&mut self, of_entry: &[Vec<usize>]) -> usize {
        let none = Vec::new();
        let mut counts = BTreeMap::from([(&none, usize::MAX / 2)]);
        of_entry.iter().for_each(|set| *counts.entry(set).or_default() += 1);
        let mut shared: Vec<_> = counts.into_iter().filter(|(_, count)| *count > 1).collect();
        shared.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let number: BTreeMap<&Vec<usize>, usize> =
            shared.iter().enumerate().map(|(i, (set, _))| (*set, i + usize::from(i > 0))).collect();
        let own: Vec<_> = of_entry.iter().filter(|set| !number.contains_key(set)).collect();
        self.number(shared.len());
        self.number(own.len());
        for set in shared.iter().map(|(set, _)| *set).chain(own.iter().copied()) {
            let mut last = 0;
            for class in set {
                self.number(class - last);
                last = *class;
            }
            self.number(0);
        }
        self.number(of_entry.len());
        of_entry.iter().for_each(|set| self.number(number.get(set).copied().unwrap_or(1)));
        shared.len() + own.len()
    }

    /// Lists of classes that are asked for together.
    fn unions(&mut self, unions: &[Vec<usize>]) {
        self.number(unions.len());
        for union in unions {
            self.number(union.len());
            union.iter().for_each(|class| self.number(*class));
        }
    }
}
