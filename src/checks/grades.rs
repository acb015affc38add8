//! Grades that stand on no scale of their rater, or on one that is over.

use super::{Desk, item};
use crate::report::{List, Rating};
use crate::scales::Scales;

/// Asks about each grade.
pub fn ask(desk: &mut Desk<'_, '_>) {
    let scale = |id: &Option<String>| id.as_deref().and_then(|id| desk.scales.by_id(id));
    let live = |r: &&Rating| scale(&r.scale).is_some_and(|s| s.until.is_empty());
    let raters = desk.ratings.iter().filter(live).filter_map(|r| r.rater.as_deref());
    let mut newer: Vec<&str> = Vec::new();
    for rater in raters {
        if !newer.contains(&rater) {
            newer.push(rater);
        }
    }
    for (n, rating) in desk.ratings.iter().enumerate() {
        let Some(rater) = rating.rater.as_deref() else { continue };
        let Some(words) = rating.grade_spans.first().map(|s| s.of(desk.article.text())) else {
            continue;
        };
        let said = ["“", words, "”"].concat();
        let items = [item(List::Ratings, n)];
        let spans = rating.grade_spans.clone();
        let Some(scale) = scale(&rating.scale) else { continue };
        let graded = scale.place(&rating.grade).is_some();
        // A state such as special measures is no step of a scale.
        let old = graded && !scale.until.is_empty() && newer.contains(&rater);
        let (rule, message): (_, [&str; 4]) = if scale.anybody() && knows(desk.scales, rater) {
            (
                "grade-off-scale",
                [&said, " is on no known scale of ", rater, ": is it the grade's exact name?"],
            )
        } else if old {
            (
                "grade-from-older-scale",
                [
                    &said,
                    " is from an older ",
                    rater,
                    " scale: count no steps between it and the newer grade.",
                ],
            )
        } else if graded && rating.rank.is_none() {
            (
                "grade-from-older-scale",
                [&said, " was not on the ", rater, " scale at the time: is it the exact grade?"],
            )
        } else {
            continue;
        };
        desk.ask_about(rule, spans, &items, &message);
    }
}

/// Whether the rater has a scale of its own.
fn knows(scales: &Scales, rater: &str) -> bool {
    scales.iter().any(|s| s.rater == rater)
}
