//! The report: what one extraction returns, and nothing else.
//!
//! The shape is the same in Rust, JavaScript, the command line's JSON and the element's events. The TypeScript
//! declarations in `www/report.d.ts` are generated from this file by the test at its end. Knows no stage.

use crate::text::{Offsets, Span};
use serde::Serialize;

/// All that Factbox found in one article. Items come in text order; a list is empty where nothing was found.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Report {
    /// Version of Factbox that made the report.
    pub version: &'static str,
    /// What every span of the report counts.
    pub offsets: Offsets,
    /// The text that was read, where the article came as HTML: what every span points into. Null for plain text.
    pub text: Option<String>,
    /// The headline, if the article has one.
    pub title: Option<Span>,
    /// The article's own date as an EDTF day, if it states one. Relative dates resolve against it.
    pub published: Option<String>,
    /// People, organisations and other sources that the article names.
    pub entities: Vec<Entity>,
    /// What somebody is reported to have said or written.
    pub quotes: Vec<Quote>,
    /// Words in quote marks that are nobody's statement: titles, slogans, grade words.
    pub terms: Vec<Span>,
    /// Who rated whom, on which scale.
    pub ratings: Vec<Rating>,
    /// Amounts, percentages, counts and measures.
    pub figures: Vec<Figure>,
    /// Calendar dates and relative dates.
    pub dates: Vec<Date>,
    /// Loose ends that an editor may want to look at.
    pub checks: Vec<Check>,
    /// Page furniture in the paste: labels of captions, "Share this", bylines, follow-us lines.
    pub boilerplate: Vec<Span>,
}

/// A person, organisation, group, document or place that the article names.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Entity {
    /// The fullest form of the name in the article; for the unnamed, the noun phrase.
    pub name: String,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: EntityKind,
    /// The person's role as the article words it.
    pub role: Option<String>,
    /// The organisation that a person or document belongs to, in its fullest form.
    pub organisation: Option<String>,
    /// Every place that names it, pronouns included.
    pub mentions: Vec<Span>,
}

/// What an entity is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum EntityKind {
    /// One human being, named or not.
    Person,
    /// A company, council, charity, court, party…
    Organisation,
    /// Several people: "inspectors", "neighbours".
    Group,
    /// A report, poll, letter, statement…
    Document,
    /// A place that does not act as a body.
    Place,
    /// It cannot be told.
    #[default]
    Unknown,
}

/// A report of what a source said or wrote.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Quote {
    /// How much of it stands in quote marks.
    pub kind: QuoteKind,
    /// Everything that the source is reported to say, without the marks at its ends.
    pub content: Vec<Span>,
    /// The parts inside quote marks, one span a pair, marks left out.
    pub quoted: Vec<Span>,
    /// The reporting words ("said", "according to"), if there are any.
    pub cue: Option<Span>,
    /// The content's words; several spans are joined by one blank.
    pub text: String,
    /// Who said it; null where nobody is named or described.
    pub source: Option<Source>,
}

/// How much of a quote stands in quote marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum QuoteKind {
    /// All of it.
    Direct,
    /// Some words of a reported clause.
    Mixed,
    /// None of it.
    Indirect,
}

/// Whose words a quote is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Source {
    /// The words that name the source in or nearest to the attribution; may be a pronoun.
    pub mention: Span,
    /// Index into the report's `entities`.
    pub entity: Option<u32>,
    /// The fullest form of the name in the article.
    pub name: String,
    /// What the source is.
    #[serde(rename = "type")]
    pub kind: EntityKind,
    /// The source's role as the article words it.
    pub role: Option<String>,
    /// The organisation that the source speaks for or belongs to.
    pub organisation: Option<String>,
}

/// A rater places a subject on a scale.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Rating {
    /// Canonical name of the body that rates; null where the article never says who.
    pub rater: Option<String>,
    /// Who or what was rated, in the article's fullest wording.
    pub subject: Option<String>,
    /// The part that was rated ("leadership"); null for the whole.
    pub aspect: Option<String>,
    /// Canonical grade: small letters for words, as printed for codes ("Baa1"), "4/5" for numbers and stars.
    pub grade: String,
    /// Id of the scale; null where the grade is on no scale that is known for the rater.
    pub scale: Option<String>,
    /// Place of the grade on its scale, 1 is best.
    pub rank: Option<u32>,
    /// Number of grades of the scale.
    pub of: Option<u32>,
    /// Whether the rating stands, stood, or is only expected.
    pub status: RatingStatus,
    /// How it moved, if the article says so.
    pub change: Option<RatingChange>,
    /// The grade before, if a change states it.
    pub from: Option<String>,
    /// EDTF date of the rating, if the article dates the rating itself.
    pub date: Option<String>,
    /// The grade's own words, inside the evidence.
    pub grade_spans: Vec<Span>,
    /// Every place that states the rating: the tightest clause that holds the grade.
    pub evidence: Vec<Span>,
}

/// Whether a rating stands, stood, or is only expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum RatingStatus {
    /// It stands.
    Current,
    /// It stood before.
    Previous,
    /// Somebody expects it.
    Predicted,
    /// Somebody aims at it.
    Target,
    /// It is said not to be so.
    Negated,
}

impl RatingStatus {
    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            RatingStatus::Current => "current",
            RatingStatus::Previous => "previous",
            RatingStatus::Predicted => "predicted",
            RatingStatus::Target => "target",
            RatingStatus::Negated => "negated",
        }
    }
}

/// How a rating moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum RatingChange {
    /// To a better grade.
    Upgraded,
    /// To a worse grade.
    Downgraded,
    /// Kept.
    Unchanged,
}

impl RatingChange {
    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            RatingChange::Upgraded => "upgraded",
            RatingChange::Downgraded => "downgraded",
            RatingChange::Unchanged => "unchanged",
        }
    }
}

/// A number that tells a quantity.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Figure {
    /// The number with its currency sign, scale word and unit, without modifiers.
    pub span: Span,
    /// The words of the span.
    pub text: String,
    /// What is measured.
    pub kind: FigureKind,
    /// The number; null where it is vague or a range.
    pub value: Option<f64>,
    /// Lower end of a range.
    pub min: Option<f64>,
    /// Upper end of a range.
    pub max: Option<f64>,
    /// ISO 4217 for money, "%" for percent, "pp" or "bp" for points, an SI or UCUM symbol for measures, the
    /// unit's English name for durations and ages; null for counts.
    pub unit: Option<String>,
    /// "almost", "more than", "up to"…
    pub modifier: Option<Modifier>,
    /// Whether the amount has no number ("dozens", "multi-million pound").
    pub vague: bool,
    /// What is counted or measured, as worded.
    pub of: Option<String>,
    /// Whether it is a rise or fall by the amount, or a level reached or left.
    pub change: Option<Change>,
    /// What it is counted per ("year", "child").
    pub per: Option<String>,
}

/// What a figure measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the names say it")]
pub enum FigureKind {
    Money,
    Percent,
    PercentagePoints,
    Count,
    Duration,
    Age,
    Length,
    Area,
    Mass,
    Volume,
    Temperature,
    Speed,
    Energy,
    Data,
    Fraction,
    Ratio,
    Multiple,
    Rank,
    Score,
    Other,
}

/// How exactly a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Modifier {
    /// "about", "nearly", "around".
    Approx,
    /// "at least", "or more".
    AtLeast,
    /// "more than", "over".
    MoreThan,
    /// "up to", "no more than".
    AtMost,
    /// "fewer than", "under".
    LessThan,
}

/// How an amount moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Change {
    /// A rise by the amount.
    Up,
    /// A fall by the amount.
    Down,
    /// The level reached.
    To,
    /// The level left.
    From,
}

/// A date, as worded and on the calendar.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Date {
    /// The date's words.
    pub span: Span,
    /// The words of the span.
    pub text: String,
    /// EDTF level 0 or 1 ("2011-11", "2015/2016", "199X"); null where the article does not settle it.
    pub edtf: Option<String>,
    /// What the article dates by it, for a timeline.
    pub label: Option<String>,
    /// Which way a date in digits was read that can be read both ways ("03/04/2019"); else null.
    pub order: Option<DateOrder>,
}

/// Which way a date in digits was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum DateOrder {
    /// The British way: 3 April.
    DayFirst,
    /// The American way: March 4. Taken only in articles that are plainly American.
    MonthFirst,
}

/// A loose end: a question to the editor, never an accusation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Check {
    /// Name of the rule that asks.
    pub rule: &'static str,
    /// The words concerned.
    pub spans: Vec<Span>,
    /// The question.
    pub message: String,
    /// The items of the report that it concerns.
    pub items: Vec<CheckItem>,
}

/// An item of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CheckItem {
    /// The list that holds it.
    pub list: List,
    /// Its place there.
    pub index: u32,
}

/// A list of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the names say it")]
pub enum List {
    Entities,
    Quotes,
    Ratings,
    Figures,
    Dates,
}

impl Report {
    /// The same report with every span counted in `unit` instead of bytes.
    ///
    /// `text` is the article that the report was made from; a report of HTML counts in its own text instead.
    #[must_use]
    pub fn in_offsets(mut self, text: &str, unit: Offsets) -> Report {
        let own = self.text.take();
        let places = unit.of(own.as_deref().unwrap_or(text));
        self.each_span(|span| *span = Span::new(places.at(span.start), places.at(span.end)));
        self.text = own;
        self.offsets = unit;
        self
    }

    /// Calls `visit` with every span of the report.
    fn each_span<'a>(&'a mut self, mut visit: impl FnMut(&'a mut Span)) {
        self.title.iter_mut().for_each(&mut visit);
        self.entities.iter_mut().flat_map(|e| &mut e.mentions).for_each(&mut visit);
        for quote in &mut self.quotes {
            quote.content.iter_mut().for_each(&mut visit);
            quote.quoted.iter_mut().for_each(&mut visit);
            quote.cue.iter_mut().for_each(&mut visit);
            quote.source.iter_mut().map(|s| &mut s.mention).for_each(&mut visit);
        }
        self.terms.iter_mut().for_each(&mut visit);
        for rating in &mut self.ratings {
            rating.grade_spans.iter_mut().for_each(&mut visit);
            rating.evidence.iter_mut().for_each(&mut visit);
        }
        self.figures.iter_mut().map(|f| &mut f.span).for_each(&mut visit);
        self.dates.iter_mut().map(|d| &mut d.span).for_each(&mut visit);
        self.checks.iter_mut().flat_map(|c| &mut c.spans).for_each(&mut visit);
        self.boilerplate.iter_mut().for_each(&mut visit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ts_rs::{Config, TS};

    /// Name and declaration of every type of the report.
    fn declarations() -> Vec<(String, String)> {
        let config = Config::default();
        macro_rules! declared {
            ($($type:ty),+ $(,)?) => {
                vec![$((<$type>::ident(&config), <$type>::decl(&config))),+]
            };
        }
        declared![
            Report,
            Entity,
            EntityKind,
            Quote,
            QuoteKind,
            Source,
            Rating,
            RatingStatus,
            RatingChange,
            Figure,
            FigureKind,
            Modifier,
            Change,
            Date,
            DateOrder,
            Check,
            CheckItem,
            List,
            Span,
            Offsets,
        ]
    }

    /// Holds a file of `www/` to `text`; with `UPDATE=1` it is written anew.
    fn is_up_to_date(name: &str, text: &str) {
        let path = format!("{}/www/{name}", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, text).expect("the file can be written");
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            committed == text,
            "www/{name} is stale: run `UPDATE=1 cargo test --lib` and commit it"
        );
    }

    /// `www/report.d.ts` says what this file says. `UPDATE=1 cargo test` rewrites it.
    #[test]
    fn typescript_is_up_to_date() {
        let mut text = String::from(
            "// GENERATED from src/report.rs by its test `typescript_is_up_to_date`: run `UPDATE=1 cargo test --lib`.\n",
        );
        for (_, declaration) in declarations() {
            text.push_str("\nexport ");
            text.push_str(&declaration);
            text.push('\n');
        }
        is_up_to_date("report.d.ts", &text);
    }

    /// What stands before the readers in `www/reader.js`.
    const READER: &str = r#"// GENERATED from src/report.rs by its test `reader_is_up_to_date`: run `UPDATE=1 cargo test --lib`.
//
// Makes objects of what the engine hands over: numbers one after the other, and the letters of all texts. Their order is
// that of the fields here; src/wasm/wire.rs says how each is written. Absent values are NaN there and null here.

/** @type {Float64Array} */
let numbers = new Float64Array();
let letters = "";
let place = 0;
let at = 0;

const next = () => /** @type {number} */ (numbers[place++]);
const flag = () => next() === 1;

function text() {
  const from = at;
  at += next();
  return letters.slice(from, at);
}

/** Whether the next value is absent, which is then passed. */
function absent() {
  const number = numbers[place];
  if (number === number) return false;
  place += 1;
  return true;
}

/**
 * @template T
 * @param {() => T} item
 */
function list(item) {
  const items = [];
  for (let left = next(); left > 0; left -= 1) items.push(item());
  return items;
}

/**
 * @template T
 * @param {Float64Array} values in the engine's memory: to be read before the engine is asked again
 * @param {string} words
 * @param {() => T} value
 */
function read(values, words, value) {
  numbers = values;
  letters = words;
  place = at = 0;
  try {
    return value();
  } finally {
    numbers = new Float64Array();
    letters = "";
  }
}
"#;

    /// The JavaScript that reads a value of a TypeScript type.
    fn reading(kind: &str) -> String {
        if let Some(kind) = kind.strip_suffix(" | null") {
            return format!("absent() ? null : {}", reading(kind));
        }
        if let Some(item) = kind.strip_prefix("Array<").and_then(|k| k.strip_suffix('>')) {
            let item = reading(item);
            return format!("list({})", item.strip_suffix("()").expect("items have a reader"));
        }
        match kind {
            "string" => "text()".into(),
            "number" => "next()".into(),
            "boolean" => "flag()".into(),
            name => format!("read{name}()"),
        }
    }

    /// Names and types of the fields of a declared object, without their comments.
    fn fields(declaration: &str) -> Vec<(&str, &str)> {
        let lines = declaration.lines().filter(|line| !line.trim_start().starts_with(['/', '*']));
        lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, kind)| (name, kind.split(',').next().unwrap_or_default()))
            .collect()
    }

    /// The reader of a declared type.
    fn reader(name: &str, declaration: &str) -> String {
        let of = if name == "ScaleInfo" { "facts.js\").Scale" } else { "report.d.ts\")." };
        let of = format!("import(\"./{of}{}", if name == "ScaleInfo" { "" } else { name });
        let kind = declaration.split_once(" = ").expect("a type has a definition").1;
        let kind = kind.trim_end_matches(';');
        if kind.starts_with('"') {
            let names = kind.replace(" | ", ", ");
            return format!(
                "\n/** @type {{{of}[]}} */\nconst of{name} = [{names}];\n\
                 const read{name} = () => /** @type {{{of}}} */ (of{name}[next()]);\n"
            );
        }
        let body = if kind.starts_with('{') {
            let fields = fields(declaration);
            let lines = fields.iter().map(|(name, kind)| format!("  {name}: {},\n", reading(kind)));
            format!("({{\n{}}})", lines.collect::<String>())
        } else {
            let items: Vec<_> = kind.trim_matches(['[', ']']).split(", ").map(reading).collect();
            format!("[{}]", items.join(", "))
        };
        format!("\n/** @returns {{{of}}} */\nconst read{name} = () => {body};\n")
    }

    /// `www/reader.js` reads what this file declares. `UPDATE=1 cargo test` rewrites it.
    #[test]
    fn reader_is_up_to_date() {
        let mut all = declarations();
        all.push(("ScaleInfo".into(), crate::scales::ScaleInfo::decl(&Config::default())));
        let mut text = String::from(READER);
        for (name, declaration) in all.iter().rev() {
            text.push_str(&reader(name, declaration));
            // An absent object is told by its first value, which therefore is always there.
            let first = fields(declaration).first().map_or("", |(_, kind)| kind);
            let absent = all.iter().any(|(_, d)| d.contains(&format!(": {name} | null")));
            assert!(!(absent && first.ends_with(" | null")), "{name} begins with an absent value");
        }
        text.push_str(
            "\n/** @param {Float64Array} values @param {string} words */\n\
             export const report = (values, words) => read(values, words, readReport);\n\
             \n/** @param {Float64Array} values @param {string} words */\n\
             export const scales = (values, words) => read(values, words, () => list(readScaleInfo));\n",
        );
        is_up_to_date("reader.js", &text);
    }
}
