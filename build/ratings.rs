//! Rating scales: `src/ratings/scales/*.toml`, one scale a file, to words of the table and rows of numbers.
//!
//! The classes GRADE, RATER, ASPECT, RATED_KIND and RATED_KINDS hold the words; the value of a word there is the
//! number of its row, a list of (scale, detail): which grade it is, or how it names the rater.

use crate::definition::{Definition, Node, Value};
use crate::source::{self, Result};
use crate::table::{self, Table};
use std::collections::BTreeMap;
use std::fmt::Write;

#[path = "../src/bin/factbox/nodes.rs"]
mod nodes;
use nodes::parse;

type Rows = BTreeMap<(&'static str, String), Vec<(usize, usize)>>;

/// Reads every scale into the table; gives the Rust code of the scales.
pub fn read(table: &mut Table) -> Result<String> {
    table.describe("GRADE", "Grades of rating scales");
    table.describe("RATER", "Bodies that rate");
    table.describe("ASPECT", "Parts that a rater grades on their own");
    table.describe("RATED_KIND", "Kinds of things that are rated");
    table.describe("RATED_KINDS", "The same, more than one");
    table.describe("RATED_STATE", "States that raters put subjects into");
    let mut rows = Rows::new();
    let mut scales = String::new();
    let files = source::files("src/ratings/scales")?;
    for (number, source) in files.iter().enumerate() {
        let node = parse(&source.text)
            .map_err(|(line, what)| format!("{}:{line}: {what}", source.path))?;
        let scale = Definition::read(&node)
            .map_err(|m| format!("{}:{}: {} {}", source.path, m.line, m.place, m.what))?;
        words(&scale, number, &mut rows);
        write_scale(&scale, &mut scales);
    }
    let mut lists: Vec<Vec<(usize, usize)>> = Vec::new();
    for ((class, spelling), list) in &mut rows {
        list.sort_unstable();
        list.dedup();
        let row = lists.iter().position(|l| l == list).unwrap_or_else(|| {
            lists.push(list.clone());
            lists.len() - 1
        });
        table.add(spelling, class, Some(table::Value::Number(row as f64)))?;
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

fn words(scale: &Definition, number: usize, rows: &mut Rows) {
    for (kind, spelling, detail) in scale.words() {
        let class = ["GRADE", "RATER", "ASPECT", "RATED_KIND", "RATED_KINDS", "RATED_STATE"][kind];
        rows.entry((class, spelling)).or_default().push((number, detail));
    }
}

fn write_scale(scale: &Definition, out: &mut String) {
    let text = |text: &str| format!("Text::Borrowed({text:?})");
    let _ = write!(
        out,
        "Scale {{ id: {}, name: {}, rater: {}, grades: {}, codes: {}, in_force: {}, max: {}, percent: {}, outlook: {}, part: {}, alone: {}, people: {}, sides: {}, nouns: {}, until: {}, url: {}, unverified: {} }},",
        text(&scale.id),
        text(&scale.name),
        text(&scale.rater),
        text(&scale.grade_lines()),
        scale.has_codes(),
        text(&scale.year_lines()),
        scale.max,
        scale.percent,
        scale.outlook,
        text(&scale.part),
        scale.alone,
        scale.people,
        scale.sides,
        scale.nouns,
        text(&scale.until),
        scale.url.as_ref().map_or("None".into(), |url| format!("Some({})", text(url))),
        scale.unverified,
    );
}
