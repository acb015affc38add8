//! The rating scales: those of `scales/*.toml`, as `build/ratings.rs` made them, and those that a user adds.
//!
//! Words of the first are in the lexicon. Words of added scales stand in a small table of their own, looked up by a
//! token's small letters. Holds no grammar.

use super::definition::{Definition, Example, Mistake};
use crate::Options;
use crate::article::{Article, Hit};
use crate::lexicon::{Class, Gate, class};
use crate::order;
use crate::report::Rating;
use crate::tokens::{Gap, Shape};
use crate::work;
use std::borrow::Cow;

type Text = Cow<'static, str>;

/// A rating scale.
#[derive(Clone, Debug)]
pub struct Scale {
    /// Its id in the report.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// Canonical name of its rater; in brackets where any body may rate on it.
    pub rater: Text,
    /// Grades, best first, one a line.
    pub grades: Text,
    /// Whether a grade's name is a code ("Baa1") rather than a word.
    pub codes: bool,
    /// Grades that were not always in force, one a line: name, since, until, with tabs between.
    pub in_force: Text,
    /// Highest number, 0 where grades are not numbers.
    pub max: u32,
    /// Whether grades may be percentages.
    pub percent: bool,
    /// Whether it has an outlook ("negative").
    pub outlook: bool,
    /// The part of a body that it is for ("children's services"), empty if it is for the whole.
    pub part: Text,
    /// Whether a grade with a rating verb needs no known rater.
    pub alone: bool,
    /// Whether people are rated on it.
    pub people: bool,
    /// Whether grades lie on two sides, so that none is better.
    pub sides: bool,
    /// Whether what it rates has no name of its own: species.
    pub nouns: bool,
    /// Last year or month in force, empty while it is.
    pub until: Text,
    /// Its own page.
    pub url: Option<Text>,
    /// Whether it was written from memory.
    pub unverified: bool,
}

/// Whether a range of years holds a date; an empty end is open, an empty date today.
fn holds(since: &str, until: &str, date: &str) -> bool {
    let far = if date.is_empty() { "9999" } else { date };
    let cut = |end: &str| far.get(..end.len().min(far.len())).unwrap_or(far);
    (since.is_empty() || cut(since) >= since) && (until.is_empty() || cut(until) <= until)
}

impl Scale {
    /// Names of the grades, best first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.grades.lines()
    }

    /// The name of the grade at that place.
    #[must_use]
    #[inline(never)]
    pub fn grade(&self, place: u8) -> Option<&str> {
        // Every grade word of an article asks this of every scale that has it.
        let (mut left, mut from) = (place, 0);
        for (at, byte) in self.grades.bytes().enumerate() {
            if byte != b'\n' {
                continue;
            }
            if left == 0 {
                return self.grades.get(from..at);
            }
            (left, from) = (left - 1, at + 1);
        }
        self.grades.get(from..).filter(|last| left == 0 && !last.is_empty())
    }

    /// The place of the grade with that name.
    #[must_use]
    pub fn place(&self, name: &str) -> Option<u8> {
        self.names().position(|g| g == name).map(|n| n as u8)
    }

    /// Since when and until when a grade is in force.
    fn years(&self, name: &str) -> (&str, &str) {
        // Hardly any scale has such grades.
        if self.in_force.is_empty() {
            return ("", "");
        }
        let row =
            self.in_force.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'));
        row.and_then(|row| row.split_once('\t')).unwrap_or_default()
    }

    /// Whether anybody may rate on it.
    #[must_use]
    pub fn anybody(&self) -> bool {
        self.rater.starts_with('(')
    }

    /// Whether one of many bodies rates on it, each with a name of its own.
    #[must_use]
    pub fn is_house(&self) -> bool {
        // "state education department": whichever is named.
        self.anybody() && !self.alone || self.rater.starts_with(|c: char| c.is_ascii_lowercase())
    }

    /// The rank of a grade and the number of grades, of those in force at the date; an empty date is today.
    ///
    /// A grade that had ended or not begun by then has no rank, unless the date is unknown: then its own time counts.
    #[must_use]
    pub fn rank(&self, place: u8, date: &str) -> Option<(u32, u32)> {
        let name = self.grade(place)?;
        let (since, until) = self.years(name);
        let date = if date.is_empty() { until } else { date };
        if !holds(since, until, date) {
            return None;
        }
        let live = |name: &&str| {
            let (since, until) = self.years(name);
            holds(since, until, date)
        };
        let rank = self.names().take(usize::from(place)).filter(live).count() as u32 + 1;
        Some((rank, self.names().filter(live).count() as u32))
    }

    fn of(definition: &Definition) -> Scale {
        let own = |text: &String| Cow::Owned(text.clone());
        Scale {
            id: own(&definition.id),
            name: own(&definition.name),
            rater: own(&definition.rater),
            grades: Cow::Owned(definition.grade_lines()),
            codes: definition.has_codes(),
            in_force: Cow::Owned(definition.year_lines()),
            max: definition.max,
            percent: definition.percent,
            outlook: definition.outlook,
            part: own(&definition.part),
            alone: definition.alone,
            people: definition.people,
            sides: definition.sides,
            nouns: definition.nouns,
            until: own(&definition.until),
            url: definition.url.as_ref().map(own),
            unverified: definition.unverified,
        }
    }
}

include!(concat!(env!("OUT_DIR"), "/scales.rs"));

/// What a word is to a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A grade; its detail is the place on the scale.
    Grade,
    /// A rater; 0 a description, 1 its name, 2 the name of its scheme.
    Rater,
    /// A part that gets a grade of its own.
    Aspect,
    /// A kind of thing that is rated.
    Subject,
    /// Several things of a kind.
    Subjects,
    /// A state that a rater puts a subject into.
    State,
}

impl Kind {
    const ALL: [Kind; 6] =
        [Kind::Grade, Kind::Rater, Kind::Aspect, Kind::Subject, Kind::Subjects, Kind::State];

    pub fn class(self) -> Class {
        match self {
            Kind::Grade => class::GRADE,
            Kind::Rater => class::RATER,
            Kind::Aspect => class::ASPECT,
            Kind::Subject => class::RATED_KIND,
            Kind::Subjects => class::RATED_KINDS,
            Kind::State => class::RATED_STATE,
        }
    }
}

/// A word or phrase of a scale in the text.
#[derive(Clone, Copy, Debug)]
pub struct Found<'s> {
    /// Tokens covered.
    pub len: usize,
    fixed: &'static [(u8, u8)],
    own: &'s [(u8, u8)],
}

impl Found<'_> {
    /// The scales that know it, each with its detail there.
    pub fn rows(&self) -> impl Iterator<Item = (u8, u8)> {
        self.fixed.iter().chain(self.own).copied()
    }

    /// Whether the scale knows it.
    #[must_use]
    pub fn is_of(&self, scale: u8) -> bool {
        self.rows().any(|r| r.0 == scale)
    }

    /// Whether some scale has it with that detail.
    #[must_use]
    pub fn has(&self, detail: u8) -> bool {
        self.rows().any(|r| r.1 == detail)
    }
}

/// A spelling of an added scale: its words, what it is, and the scales that have it.
#[derive(Clone, Debug)]
struct Entry {
    words: Vec<String>,
    kind: Kind,
    rows: Vec<(u8, u8)>,
}

/// The scales that an article is read with: all of the project's own, and those that were added.
#[derive(Clone, Debug, Default)]
pub struct Scales {
    own: Vec<Scale>,
    /// Spellings by the hash of their first word, longest first behind each.
    words: Vec<(u64, Entry)>,
}

/// Most scales that can be added: the number of a scale is a byte.
const MOST: usize = 100;

impl Scales {
    /// The project's scales with some of the user's. Runs the examples of those.
    ///
    /// # Errors
    /// The index of the scale that is refused, with what is wrong.
    pub fn with(definitions: &[Definition]) -> Result<Scales, (usize, Mistake)> {
        let refuse = |n: usize, line: u32, place: &str, what: String| {
            Err((n, Mistake { line, place: place.to_string(), what }))
        };
        let mut scales = Scales::default();
        for (n, definition) in definitions.iter().enumerate() {
            if n >= MOST {
                return refuse(n, 0, "", format!("more than {MOST} scales cannot be added"));
            }
            if scales.iter().any(|s| s.id == definition.id) {
                let what = format!("`{}` is the id of another scale", definition.id);
                return refuse(n, 0, "id", what);
            }
            scales.add(definition);
        }
        for (n, definition) in definitions.iter().enumerate() {
            for (key, list, wanted) in
                [("example", &definition.examples, true), ("not", &definition.counter, false)]
            {
                for (item, example) in list.iter().enumerate() {
                    if let Err(what) = scales.try_example(example, wanted) {
                        return refuse(n, example.line, &format!("{key}, item {}", item + 1), what);
                    }
                }
            }
        }
        Ok(scales)
    }

    fn add(&mut self, definition: &Definition) {
        let number = (SCALES.len() + self.own.len()) as u8;
        self.own.push(Scale::of(definition));
        for (kind, spelling, detail) in definition.words() {
            let Some(kind) = Kind::ALL.get(kind).copied() else { continue };
            let article = Article::new(&spelling);
            let words: Vec<String> = (0..article.len()).map(|i| small(&article, i)).collect();
            let Some(key) = words.first().map(|w| order::hash(w)) else { continue };
            let row = (number, detail as u8);
            let from = self.words.partition_point(|(k, _)| *k < key);
            let mut same = self.words.iter_mut().skip(from).take_while(|(k, _)| *k == key);
            let known = same.find(|(_, e)| e.kind == kind && e.words == words);
            match known {
                Some((_, entry)) => entry.rows.push(row),
                None => {
                    let length = words.len();
                    let at = self
                        .words
                        .partition_point(|(k, e)| *k < key || *k == key && e.words.len() >= length);
                    #[allow(clippy::disallowed_methods, reason = "`at` is at most the length")]
                    self.words.insert(at, (key, Entry { words, kind, rows: vec![row] }));
                }
            }
        }
    }

    /// Every scale in order of its number.
    pub fn iter(&self) -> impl Iterator<Item = &Scale> {
        SCALES.iter().chain(&self.own)
    }

    /// The scale with that number.
    #[must_use]
    #[inline(never)]
    pub fn get(&self, number: u8) -> Option<&Scale> {
        let number = usize::from(number);
        SCALES.get(number).or_else(|| self.own.get(number.checked_sub(SCALES.len())?))
    }

    /// Numbers of all scales.
    pub fn numbers(&self) -> impl Iterator<Item = u8> + use<> {
        0..(SCALES.len() + self.own.len()) as u8
    }

    /// The scale with that id.
    #[must_use]
    #[inline(never)]
    pub fn by_id(&self, id: &str) -> Option<&Scale> {
        self.iter().find(|s| s.id == id)
    }

    /// Whether a word or phrase of the gate may start at token `i`; any may that an added scale has.
    #[must_use]
    pub fn may_open(&self, article: &Article<'_>, i: usize, gate: Gate) -> bool {
        !self.words.is_empty() || article.opens(i, gate)
    }

    /// The longest word or phrase of that kind that starts at token `i`.
    #[must_use]
    pub fn find(&self, article: &Article<'_>, i: usize, kind: Kind) -> Option<Found<'_>> {
        if self.words.is_empty() && !article.at(i).word.opens(kind.class()) {
            return None;
        }
        let fixed = article.find(i, kind.class()).map(|hit| fixed(hit, kind));
        if self.words.is_empty() {
            return fixed;
        }
        let key = order::hash(&small(article, i));
        let from = self.words.partition_point(|(k, _)| *k < key);
        let same = self.words.get(from..).unwrap_or(&[]).iter().take_while(|(k, _)| *k == key);
        let own = same.map(|(_, e)| e).filter(|e| e.kind == kind).find(|e| {
            e.words.iter().enumerate().all(|(k, word)| {
                work::step();
                (k == 0 || article.gap(i + k) < Gap::Blank) && small(article, i + k) == *word
            })
        });
        match (fixed, own) {
            (Some(f), Some(o)) if o.words.len() == f.len => Some(Found { own: &o.rows, ..f }),
            (f, Some(o)) if f.is_none_or(|f| o.words.len() > f.len) => {
                Some(Found { len: o.words.len(), fixed: &[], own: &o.rows })
            }
            (f, _) => f,
        }
    }

    /// The word of that kind at token `i`, whatever phrase of the project's scales begins with it.
    #[must_use]
    pub fn word<'s>(article: &Article<'_>, i: usize, kind: Kind) -> Option<Found<'s>> {
        let id = article.at(i).word;
        id.is(kind.class()).then(|| fixed(Hit { id, len: 1 }, kind))
    }

    /// The place of a grade on a scale by any of its spellings.
    #[must_use]
    pub fn place(&self, number: u8, name: &str) -> Option<u8> {
        if let Some(place) = self.get(number)?.place(name) {
            return Some(place);
        }
        let article = Article::new(name);
        let found = self.find(&article, 0, Kind::Grade)?;
        found.rows().find(|r| r.0 == number && found.len == article.len()).map(|r| r.1)
    }

    /// The number of the scale with that id.
    #[must_use]
    #[inline(never)]
    pub fn number(&self, id: &str) -> Option<u8> {
        self.numbers().find(|n| self.get(*n).is_some_and(|s| s.id == id))
    }

    /// Whether the example holds.
    fn try_example(&self, example: &Example, wanted: bool) -> Result<(), String> {
        let report = crate::extract_with(
            &example.text,
            Options { scales: Some(self), ..Options::default() },
        );
        for asked in &example.ratings {
            if report.ratings.iter().any(|r| fits(r, asked)) == wanted {
                continue;
            }
            let asked: Vec<String> = asked.iter().map(|(k, v)| format!("{k} “{v}”")).collect();
            let asked = if asked.is_empty() { "a rating".into() } else { asked.join(", ") };
            let found: Vec<String> = report.ratings.iter().map(in_words).collect();
            let found = if found.is_empty() { "nothing".into() } else { found.join("; ") };
            let verb = if wanted { "is not found" } else { "is found, but must not be" };
            return Err(format!("{asked} {verb} in “{}”; found: {found}", example.text));
        }
        Ok(())
    }
}

/// What the project's scales say of a word or phrase.
fn fixed<'s>(hit: Hit, kind: Kind) -> Found<'s> {
    let row = hit.id.number(kind.class()).unwrap_or(0.0) as usize;
    let end = |at: usize| ROW_ENDS.get(at).copied().map_or(0, usize::from);
    Found { len: hit.len, fixed: ROWS.get(end(row)..end(row + 1)).unwrap_or(&[]), own: &[] }
}

/// A token in small letters.
fn small(article: &Article<'_>, i: usize) -> String {
    match article.shape(i) {
        Shape::End => String::new(),
        Shape::SingleClose | Shape::SingleStraight => "'".into(),
        Shape::Hyphen => "-".into(),
        _ => crate::names::small(article.word(i)),
    }
}

fn field<'r>(rating: &'r Rating, name: &str) -> Option<Cow<'r, str>> {
    let text = |t: &'r Option<String>| t.as_deref().map(Cow::Borrowed);
    match name {
        "rater" => text(&rating.rater),
        "subject" => text(&rating.subject),
        "aspect" => text(&rating.aspect),
        "grade" => Some(Cow::Borrowed(&rating.grade)),
        "scale" => text(&rating.scale),
        "from" => text(&rating.from),
        "date" => text(&rating.date),
        "status" => Some(Cow::Borrowed(rating.status.name())),
        "change" => rating.change.map(|c| Cow::Borrowed(c.name())),
        _ => None,
    }
}

fn fits(rating: &Rating, asked: &[(String, String)]) -> bool {
    asked.iter().all(|(name, value)| match field(rating, name) {
        Some(found) => found == *value,
        None => value == "null",
    })
}

fn in_words(rating: &Rating) -> String {
    let fields = super::definition::FIELDS.iter();
    let told = fields.filter_map(|f| Some(format!("{f} “{}”", field(rating, f)?)));
    told.collect::<Vec<_>>().join(", ")
}
