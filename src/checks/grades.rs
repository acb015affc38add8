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
        match (&rating.scale, scale(&rating.scale)) {
            (None, _) if knows(desk.scales, rater) => {
                let message = [
                    &*said,
                    " is not on any scale of ",
                    rater,
                    " that is known here: is it the grade's exact name?",
                ];
                desk.ask_about("grade-off-scale", spans, &items, &message);
            }
            // A state such as special measures is no step of a scale.
            (_, Some(scale))
                if !scale.until.is_empty()
                    && scale.place(&rating.grade).is_some()
                    && newer.contains(&rater) =>
            {
                let message = [
                    &*said,
                    " is from an older ",
                    rater,
                    " scale: count no steps between it and the newer grade.",
                ];
                desk.ask_about("grade-from-older-scale", spans, &items, &message);
            }
            _ => {}
        }
    }
}

fn knows(scales: &Scales, rater: &str) -> bool {
    scales.iter().any(|s| s.rater == rater)
}
