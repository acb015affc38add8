//! News-like text that nobody wrote: sentences of `grammar.toml` with words of the project's own data files.
//!
//! The fuzzing reads its choices from the fuzzer's bytes, so that a small change of the bytes is a small change of the
//! article; tests and benches take theirs from a seed, so that every run has the same articles.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test that panics has failed, which is what it is for"
)]
#![allow(dead_code, reason = "everybody who takes this file in needs only a part of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Deepest nesting of the grammar's parts: what is deeper is left out.
const DEEPEST: u32 = 12;

/// Choices to make, one after the other.
pub enum Choices<'b> {
    /// Those that somebody's bytes make; none are left at their end.
    Bytes(&'b [u8]),
    /// As many as are wanted, the same for the same seed.
    Seed(u64),
}

impl Choices<'_> {
    /// A number below `count`, and 0 where nothing is left to choose by.
    pub fn below(&mut self, count: usize) -> usize {
        let count = count.max(1);
        match self {
            Choices::Bytes(bytes) => {
                let wide = usize::from(count > 256) + 1;
                let (now, rest) = bytes.split_at(wide.min(bytes.len()));
                *bytes = rest;
                now.iter().fold(0, |number, byte| number << 8 | usize::from(*byte)) % count
            }
            Choices::Seed(state) => {
                *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
                let mut x = *state;
                x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
                x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
                ((x ^ (x >> 31)) % count as u64) as usize
            }
        }
    }

    /// Whether there is nothing left to choose by.
    pub fn ended(&self) -> bool {
        matches!(self, Choices::Bytes([]))
    }

    fn of<'l>(&mut self, list: &'l [String]) -> &'l str {
        if list.is_empty() { "" } else { &list[self.below(list.len())] }
    }
}

/// A grammar with its words.
pub struct News {
    /// What a name in braces may become: parts of the grammar in small letters, classes of words in capitals.
    parts: BTreeMap<String, Vec<String>>,
    /// Rating scales: who rates, and the grades.
    scales: Vec<(Vec<String>, Vec<String>)>,
}

impl News {
    /// Reads the grammar and the data files of the project in the folder `root`.
    pub fn read(root: &Path) -> News {
        let mut news = News { parts: BTreeMap::new(), scales: Vec::new() };
        for file in ["src/lexicon", "src/figures", "src/ratings/scales"]
            .iter()
            .flat_map(|folder| tables(&root.join(folder)))
        {
            if file.contains_key("grades") {
                let raters = [vec![text(&file["rater"])], texts(file.get("aliases"))].concat();
                let grades = file["grades"].as_array().unwrap().iter();
                news.scales.push((raters, grades.flat_map(|names| texts(Some(names))).collect()));
            }
            for (kind, entries) in &file {
                for entry in entries.as_array().into_iter().flatten().filter_map(|e| e.as_table()) {
                    let own = entry.get("name").filter(|_| kind == "class").map(text);
                    let words = news.parts.entry(own.unwrap_or_else(|| kind.to_uppercase()));
                    let words = words.or_default();
                    words.extend(texts(entry.get("words")));
                    words.extend(texts(entry.get("verbs")).iter().map(|verb| past(verb)));
                }
            }
        }
        let grammar = fs::read_to_string(root.join("tests/news/grammar.toml")).unwrap();
        for (part, choices) in &grammar.parse::<toml::Table>().unwrap() {
            news.parts.insert(part.clone(), texts(Some(choices)));
        }
        news.parts.retain(|_, words| !words.is_empty());
        news
    }

    /// An article of about so many words, or shorter where the choices end.
    pub fn article(&self, choices: &mut Choices<'_>, words: usize) -> String {
        let mut article = self.some("opening", choices);
        let mut count = article.split_whitespace().count();
        while count < words && !choices.ended() {
            let paragraph = self.some("paragraph", choices);
            count += paragraph.split_whitespace().count();
            article.push_str("\n\n");
            article.push_str(&paragraph);
        }
        article
    }

    /// An article with damage: words of any class, odd pieces and repeats in the middle, other line ends.
    pub fn wild(&self, choices: &mut Choices<'_>, words: usize) -> String {
        let mut article = self.article(choices, words);
        for _ in 0..choices.below(8) {
            let from = boundary(&article, choices);
            let piece = match choices.below(6) {
                0 => self.some("odd", choices).repeat(1 + choices.below(4)),
                1 => {
                    let class = choices.below(self.parts.len());
                    let words = self.parts.values().nth(class).map_or(&[][..], Vec::as_slice);
                    format!(" {} ", choices.of(words))
                }
                2 => self.some("sentence", choices),
                3 => article[from..].chars().take(choices.below(300)).collect(),
                _ => String::new(),
            };
            let until = from
                + article[from..]
                    .chars()
                    .take(choices.below(12))
                    .map(char::len_utf8)
                    .sum::<usize>();
            let until = if choices.below(2) == 0 { from } else { until };
            article.replace_range(from..until, &piece);
        }
        match choices.below(8) {
            0 => article.replace('\n', "\r\n"),
            1 => article.replace("\n\n", "\n"),
            2 => article.replace(['“', '”'], "\""),
            3 => article.replace('“', "‘").replace('”', "’"),
            _ => article,
        }
    }

    /// An article as a page of HTML, with elements that do not always close.
    pub fn html(&self, choices: &mut Choices<'_>, words: usize) -> String {
        let article = self.wild(choices, words);
        let mut html = self.some("html_before", choices);
        for line in article.split("\n\n") {
            html.push_str(&self.some("html_open", choices));
            html.push_str(line);
            html.push_str(&self.some("html_close", choices));
        }
        html
    }

    /// One choice of a part of the grammar.
    pub fn some(&self, part: &str, choices: &mut Choices<'_>) -> String {
        let mut out = String::new();
        let scale = choices.below(self.scales.len());
        self.expand(part, choices, scale, DEEPEST, &mut out);
        out
    }

    /// Writes a part: `{name}` stands for one of its choices, `{^name}` begins it with a capital letter, `{*name}` each
    /// of its words. A number in braces is one of so many digits.
    fn expand(
        &self,
        part: &str,
        choices: &mut Choices<'_>,
        scale: usize,
        depth: u32,
        out: &mut String,
    ) {
        let (raters, grades) = &self.scales[scale];
        let list = match part {
            "rater" => raters,
            "grade" => grades,
            _ => self.parts.get(part).unwrap_or_else(|| panic!("the grammar has no {{{part}}}")),
        };
        let mut rest = choices.of(list);
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            out.push_str(before);
            rest = after;
            if let Ok(digits) = name.parse::<u32>() {
                let low = 10_usize.pow(digits - 1);
                out.push_str(&(low + choices.below(9 * low)).to_string());
            } else if depth > 0 {
                let mut inner = String::new();
                let (plain, words) = match name.strip_prefix('*') {
                    Some(plain) => (plain, true),
                    None => (name, false),
                };
                self.expand(plain.trim_start_matches('^'), choices, scale, depth - 1, &mut inner);
                let mut begins = name.starts_with(['^', '*']);
                for letter in inner.chars() {
                    if begins {
                        out.extend(letter.to_uppercase())
                    } else {
                        out.push(letter)
                    }
                    begins = words && letter == ' ';
                }
            }
        }
        out.push_str(rest);
    }
}

/// A place between two characters.
fn boundary(text: &str, choices: &mut Choices<'_>) -> usize {
    let mut at = choices.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The TOML files of a folder.
fn tables(folder: &Path) -> Vec<toml::Table> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> =
        entries.filter(|p| p.extension().is_some_and(|e| e == "toml")).collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).unwrap().parse().unwrap()).collect()
}

fn text(value: &toml::Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The texts of a list, or the keys of a table.
fn texts(value: Option<&toml::Value>) -> Vec<String> {
    match value {
        Some(toml::Value::Array(list)) => list.iter().map(text).collect(),
        Some(toml::Value::Table(table)) => table.keys().cloned().collect(),
        _ => Vec::new(),
    }
}

/// The past of a verb as the data files write it: "tell told told", "point_out", "claim".
fn past(verb: &str) -> String {
    let mut forms = verb.split(' ');
    let lemma = forms.next().unwrap_or_default();
    let (word, particle) = lemma.split_once('_').unwrap_or((lemma, ""));
    let past = match forms.next() {
        Some(past) => past.to_owned(),
        None if word.ends_with('e') => format!("{word}d"),
        None => format!("{word}ed"),
    };
    format!("{past} {}", particle.replace('_', " ")).trim_end().to_owned()
}
