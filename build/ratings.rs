//! Rating scales: `src/ratings/scales/*.toml`, one scale a file, to words of the table and rows of numbers.
//!
//! The classes GRADE, RATER, ASPECT and RATED_KIND hold the words; the value of a word there is the number of its
//! row, a list of (scale, detail): which grade it is, or whether it names the rater.

use crate::source::{self, Result, Source};
use crate::table::{Table, Value};
use std::collections::BTreeMap;
use std::fmt::Write;
use toml::de::{DeTable, DeValue};

const KEYS: [&str; 18] = [
    "id",
    "name",
    "rater",
    "raters",
    "aliases",
    "country",
    "subjects",
    "aspects",
    "grades",
    "max",
    "percent",
    "alone",
    "outlook",
    "part",
    "since",
    "until",
    "url",
    "unverified",
];

type Rows = BTreeMap<(&'static str, String), Vec<(usize, usize)>>;

/// Reads every scale into the table; gives the Rust code of the scales.
pub fn read(table: &mut Table) -> Result<String> {
    table.describe("GRADE", "Grades of rating scales");
    table.describe("RATER", "Bodies that rate");
    table.describe("ASPECT", "Parts that a rater grades on their own");
    table.describe("RATED_KIND", "Kinds of things that are rated");
    let mut rows = Rows::new();
    let mut scales = String::new();
    let files = source::files("src/ratings/scales")?;
    for (number, source) in files.iter().enumerate() {
        let parsed = source.parse()?;
        let known: Vec<&str> = KEYS.iter().copied().chain(["example", "not"]).collect();
        source.only(&parsed, &known)?;
        source.has_examples(&parsed, &(0..0), 3, 2)?;
        read_scale(source, &parsed, number, &mut rows, &mut scales)?;
    }
    let mut lists: Vec<Vec<(usize, usize)>> = Vec::new();
    for ((class, spelling), list) in &mut rows {
        list.sort_unstable();
        list.dedup();
        let row = lists.iter().position(|l| l == list).unwrap_or_else(|| {
            lists.push(list.clone());
            lists.len() - 1
        });
        table.add(spelling, class, Some(Value::Number(row as f64)))?;
    }
    let mut flat = Vec::new();
    let mut ends = vec![0];
    for list in lists {
        flat.extend(list);
        ends.push(flat.len());
    }
    Ok(format!(
        "static SCALES: [Scale; {}] = [{scales}];\nstatic ROWS: [(u8, u8); {}] = {flat:?};\nstatic ROW_ENDS: [u16; {}] = {ends:?};\n",
        files.len(),
        flat.len(),
        ends.len()
    ))
}

fn read_scale(
    source: &Source,
    scale: &DeTable<'_>,
    number: usize,
    rows: &mut Rows,
    out: &mut String,
) -> Result<()> {
    let at = 0..0;
    let mut put = |class, spelling: &str, detail| {
        let small = spelling.to_lowercase().replace('’', "'");
        rows.entry((class, small)).or_default().push((number, detail));
    };
    let id = source.required(scale, &at, "id")?;
    let rater = source.required(scale, &at, "rater")?;
    let mut names =
        source.strings(scale, "raters")?.into_iter().map(|(n, _)| n).collect::<Vec<_>>();
    if !rater.starts_with('(') {
        names.push(rater.clone());
    }
    for name in names {
        put("RATER", &name, 1);
    }
    for (alias, _) in source.strings(scale, "aliases")? {
        put("RATER", alias.trim_start_matches("the "), 0);
    }
    for (aspect, _) in source.strings(scale, "aspects")? {
        put("ASPECT", &aspect, 0);
    }
    for (kind, _) in source.strings(scale, "subjects")? {
        put("RATED_KIND", &kind, 0);
    }
    let mut grades = Vec::new();
    if let Some(value) = scale.get("grades") {
        let DeValue::Array(list) = value.get_ref() else {
            return Err(
                source.mistake(&value.span(), "`grades` must be a list of lists, best first")
            );
        };
        for (rank, item) in list.iter().enumerate() {
            let DeValue::Array(spellings) = item.get_ref() else {
                return Err(source.mistake(
                    &item.span(),
                    "a grade is a list: its name, then its other spellings",
                ));
            };
            for (k, spelling) in spellings.iter().enumerate() {
                let spelling = source.as_string(spelling)?;
                put("GRADE", &spelling, rank);
                if k == 0 {
                    grades.push(spelling);
                }
            }
        }
    }
    let flag =
        |key: &str| scale.get(key).is_some_and(|v| matches!(v.get_ref(), DeValue::Boolean(true)));
    let max = scale.get("max").map_or(Ok(0.0), |v| source.as_number(v))?;
    let _ = write!(
        out,
        "Scale {{ id: {id:?}, name: {:?}, rater: {rater:?}, grades: &{grades:?}, max: {max}, percent: {}, outlook: {}, part: {:?}, alone: {}, until: {:?}, url: {:?}, unverified: {} }},",
        source.required(scale, &at, "name")?,
        flag("percent"),
        flag("outlook"),
        source.string(scale, "part")?.unwrap_or_default(),
        flag("alone"),
        source.string(scale, "until")?.unwrap_or_default(),
        source.string(scale, "url")?,
        flag("unverified"),
    );
    Ok(())
}
