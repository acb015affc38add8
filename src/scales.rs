//! Rating scales as data: those that Factbox has, and those that a user adds.
//!
//! ```
//! # use factbox::{Options, scales::Scales};
//! let scales = Scales::with(&[]).map_err(|(_, mistake)| mistake.to_string())?;
//! let options = Options { scales: Some(&scales), ..Options::default() };
//! let report = factbox::extract_with("Ofsted rated Oakmoor School “good”.", options);
//! assert_eq!(report.ratings.len(), 1);
//! # Ok::<(), String>(())
//! ```

pub use crate::ratings::definition::{Definition, Example, Mistake, Node, Value};
pub use crate::ratings::scales::Scales;

/// A rating scale as a page needs it to draw it.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ScaleInfo {
    /// Id as in [`crate::report::Rating::scale`].
    pub id: String,
    /// Name of the scale.
    pub name: String,
    /// Canonical name of the body that rates on it.
    pub rater: String,
    /// Grades, best first; empty for a scale of numbers.
    pub grades: Vec<String>,
    /// The scale's own page, if known.
    pub url: Option<String>,
    /// Whether the scale was written down from memory and not checked against real pages.
    pub unverified: bool,
}

impl Scales {
    /// Every scale, for drawing.
    #[must_use]
    pub fn info(&self) -> Vec<ScaleInfo> {
        let info = |s: &crate::ratings::scales::Scale| ScaleInfo {
            id: s.id.to_string(),
            name: s.name.to_string(),
            rater: s.rater.to_string(),
            grades: s.names().map(str::to_string).collect(),
            url: s.url.as_ref().map(ToString::to_string),
            unverified: s.unverified,
        };
        self.iter().map(info).collect()
    }
}
