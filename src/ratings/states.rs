//! States that a rater puts a subject into, beside its grades: "placed in special measures", "out of special measures".

use super::definition::small;
use super::grades::{Form, Grade};
use super::reader::Reader;
use super::scales::Kind;
use super::settle::Item;
use crate::lexicon::class;
use crate::report::{Rating, RatingStatus};
use crate::sentences::Sentence;
use crate::tokens::Shape;

/// How far before the state its verb may stand, in tokens.
const REACH: usize = 14;

impl Reader<'_, '_, '_> {
    /// Reads the states of a sentence.
    pub(super) fn states(&mut self, s: &Sentence) {
        let page = self.page;
        let article = page.article;
        if !page.raters.any_states() {
            return;
        }
        for i in s.from..s.to {
            if !page.scales.may_open(article, i, gate!(RATED_STATE)) {
                continue;
            }
            let Some(found) = page.scales.find(article, i, Kind::State) else { continue };
            let Some(prep) = i.checked_sub(1).filter(|p| *p >= s.from) else { continue };
            let left = article.is(prep, class::STATE_LEFT)
                || article.find(prep.wrapping_sub(1), class::OUT_OF).is_some_and(|h| h.len == 2);
            if !left && !article.is(prep, class::STATE_ENTERED) {
                continue;
            }
            let grade = Grade {
                from: i,
                to: i + found.len,
                form: Form::Word,
                rows: found.rows().collect(),
            };
            let Some(scaled) = page.raters.scale_of(page, &grade, s, None, true) else { continue };
            let Some((number, known)) = scaled.scale.and_then(|n| Some((n, page.scales.get(n)?)))
            else {
                continue;
            };
            let floor = s.from.max(prep.saturating_sub(REACH));
            let verb = (floor..prep).rev().find(|k| {
                article.shape(*k) == Shape::Lower
                    && article.is(*k, any!(VERB_PAST, VERB_PARTICIPLE, AUXILIARY))
            });
            let phrase = verb.map(|verb| {
                let group = page.group(verb, floor);
                let range = page.before(group, s.from.max(group.saturating_sub(40)));
                let range = if self.rates(range) { (verb + 1, prep) } else { range };
                page.phrase(range, number)
            });
            let phrase = phrase.unwrap_or_default();
            if phrase.counts || phrase.generic {
                continue;
            }
            // "three years after it was put in special measures"
            let ago = (grade.to..s.to.min(grade.to + 6)).any(|k| article.is(k, class::AGO))
                || (floor..i).any(|k| article.find(k, class::RATED_AGO).is_some());
            let status = match (left, ago) {
                (true, _) => RatingStatus::Negated,
                (false, true) => RatingStatus::Previous,
                (false, false) => RatingStatus::Current,
            };
            let rater = scaled.rater.as_deref();
            let subject = self.subjects(&phrase, None, &grade, number, rater).into_iter().next();
            let rating = Rating {
                rater: scaled.rater,
                subject,
                aspect: known.outlook.then(|| "outlook".to_string()),
                grade: small(article.words(i, grade.to)),
                scale: Some(known.id.to_string()),
                rank: None,
                of: None,
                status,
                change: None,
                from: None,
                // "put on review for downgrade last month"
                date: page
                    .dates_within(grade.to, grade.to + 2)
                    .first()
                    .and_then(|d| d.edtf.clone()),
                grade_spans: vec![article.span(i, grade.to)],
                evidence: vec![article.span(verb.unwrap_or(prep), grade.to)],
            };
            let state = Item {
                rating,
                at: i,
                compares: false,
                turn: None,
                whole: false,
                state: true,
                ago: false,
                list: false,
            };
            self.found.push(state);
        }
    }
}
