//! The rating scales, as `build/ratings.rs` made them from `scales/*.toml`. Holds no grammar.

use crate::lexicon::{Class, WordId, class};

/// A rating scale.
#[derive(Debug)]
pub struct Scale {
    /// Its id in the report.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Canonical name of its rater; in brackets where any body may rate on it.
    pub rater: &'static str,
    /// Grades, best first.
    pub grades: &'static [&'static str],
    /// Highest number, 0 where grades are not numbers.
    pub max: u32,
    /// Whether grades may be percentages.
    pub percent: bool,
    /// Whether it has an outlook ("negative").
    pub outlook: bool,
    /// The part of a body that it is for ("children's services"), empty if it is for the whole.
    pub part: &'static str,
    /// Whether a grade with a rating verb needs no known rater.
    pub alone: bool,
    /// Last year or month in force, empty while it is.
    pub until: &'static str,
    /// Its own page.
    pub url: Option<&'static str>,
    /// Whether it was written from memory.
    pub unverified: bool,
}

include!(concat!(env!("OUT_DIR"), "/scales.rs"));

/// Every scale.
#[must_use]
pub fn all() -> &'static [Scale] {
    &SCALES
}

/// The scale with that number.
#[must_use]
pub fn get(number: u8) -> Option<&'static Scale> {
    SCALES.get(usize::from(number))
}

/// The scales that know the word in that class, each with its detail there.
#[must_use]
pub fn rows(word: WordId, class: Class) -> &'static [(u8, u8)] {
    let Some(row) = word.number(class) else { return &[] };
    let row = row as usize;
    let end = |at: usize| ROW_ENDS.get(at).copied().map_or(0, usize::from);
    ROWS.get(end(row)..end(row + 1)).unwrap_or(&[])
}

/// Whether the word is a kind of thing that the scale is for.
#[must_use]
pub fn is_kind(word: WordId, scale: u8) -> bool {
    rows(word, class::RATED_KIND).iter().any(|r| r.0 == scale)
}
