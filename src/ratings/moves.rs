//! Grades that were left or are shared: "from good", "stripped of its outstanding rating", "and so does …".

use super::grades::{self, Form, Grade};
use super::near::{Near, Role};
use super::reader::{Frame, Reader};
use super::settle::direction;
use crate::lexicon::class;
use crate::report::{Rating, RatingChange, RatingStatus};
use crate::sentences::Sentence;
use crate::tokens::Shape;

impl Reader<'_, '_, '_> {
    /// Whether the grade is the one that was left: "from good", "stripped of its outstanding rating".
    pub(super) fn is_from(&self, grade: &Grade, near: &Near) -> bool {
        let article = self.page.article;
        let lost = near.verb.is_some_and(|v| v.role == Role::Lose && near.from < v.to + 14);
        // "good, an improvement on its previous rating of inadequate"
        let old = near.noun_before.is_some_and(|n| {
            article.reads(n + 1, word!("of"))
                && (n.saturating_sub(2)..n).any(|k| article.is(k, class::OLD_RATING))
                && (n.saturating_sub(6)..n).any(|k| article.is(k, class::BETTER_THAN))
        });
        // "lost its appeal for a PG-13": that was never theirs.
        let lost = lost && !self.sought(near);
        // "cuts to hold (buy)", in a list of recommendations
        let bracketed = article.shape(grade.from.wrapping_sub(1)) == Shape::Open
            && article.shape(grade.to) == Shape::Close
            && grades::at(article, self.page.scales, grade.from.wrapping_sub(2)).is_some();
        old || bracketed
            || article.reads(near.prep, word!("from")) && near.prep < grade.from
            || article.find(near.prep.wrapping_sub(1), class::OUT_OF).is_some_and(|h| h.len == 2)
            || lost
    }

    /// Whether the grade is what was lost for: "lost its appeal for a PG-13".
    pub(super) fn sought(&self, near: &Near) -> bool {
        let verb = near.verb.filter(|v| v.role == Role::Lose);
        verb.is_some_and(|v| (v.to..near.from).any(|k| self.page.article.reads(k, word!("for"))))
    }

    /// Hangs an old grade on the statement before it.
    pub(super) fn came_from(&mut self, frame: &Frame, grade: &Grade, near: &Near) {
        let page = self.page;
        let Some(number) = frame.scaled.scale else { return };
        let Some(text) = page.scales.get(number).and_then(|s| grade.text(page.article, number, s))
        else {
            return;
        };
        // "up from a D in 2022": the old grade has a date of its own; "cut to BB from BBB in 2022" has not.
        let date = self.date(near.to, near.to + 4, near.to + 4);
        let word = near.prep.wrapping_sub(1);
        let said = if page.article.reads(word, word!("up")) {
            Some(RatingChange::Upgraded)
        } else if page.article.reads(word, word!("down")) {
            Some(RatingChange::Downgraded)
        } else {
            None
        };
        for item in self.found.iter_mut().take(frame.items.1).skip(frame.items.0) {
            let rating = &mut item.rating;
            if rating.from.is_some() {
                continue;
            }
            rating.from = Some(text.clone());
            if said.is_none() && rating.date.is_none() {
                rating.date.clone_from(&date);
            }
            let told = direction(page, rating);
            if said.is_some() || rating.change.is_none() || rating.aspect.is_some() {
                rating.change = said.or(told).or(rating.change);
            }
        }

        if said.is_some() && date.is_some() {
            let items: Vec<Rating> = self
                .found
                .iter()
                .take(frame.items.1)
                .skip(frame.items.0)
                .map(|i| i.rating.clone())
                .collect();
            for rating in items {
                let old = Rating {
                    grade: text.clone(),
                    status: RatingStatus::Previous,
                    change: None,
                    from: None,
                    date: date.clone(),
                    grade_spans: vec![page.article.span(grade.from, grade.to)],
                    evidence: vec![page.article.span(near.prep, near.to)],
                    ..rating
                };
                self.push(old, grade.from, false);
            }
        }
    }

    /// A grade that was only left: "has lost its outstanding rating".
    pub(super) fn lost(&mut self, s: &Sentence, from: Option<Grade>) {
        let Some(grade) = from else { return };
        let page = self.page;
        let near = page.near(&grade, s, s.from);
        let counted = grade.form == Form::Percent && !self.is_scored(&near);
        if counted || self.supposed(s, &grade, &near) || !self.ends_well(&grade, &near, s) {
            return;
        }
        let Some(verb) = near.verb.filter(|v| v.role.changes()) else { return };
        let Some(scaled) = page.raters.scale_of(page, &grade, s, None, true) else { return };
        let Some((number, known)) = scaled.scale.and_then(|n| Some((n, page.scales.get(n)?)))
        else {
            return;
        };
        let Some(text) = grade.text(page.article, number, known) else { return };
        let phrase = self.of_verb(s, &near, verb, None, number);
        let rater = scaled.rater.as_deref();
        let subject = self.subjects(&phrase, None, &grade, number, rater).into_iter().next();
        let rating = Rating {
            rater: scaled.rater,
            subject,
            aspect: None,
            grade: text,
            scale: Some(known.id.to_string()),
            rank: None,
            of: None,
            status: RatingStatus::Previous,
            change: None,
            from: None,
            date: None,
            grade_spans: vec![page.article.span(grade.from, grade.to)],
            evidence: vec![
                page.article
                    .span(verb.group.min(near.from), near.noun_after.map_or(grade.to, |n| n + 1)),
            ],
        };
        self.push(rating, grade.from, true);
    }

    /// "…, and so does the impact of leaders": the grade of the clause before for one aspect more.
    pub(super) fn so_does(&mut self, s: &Sentence, frame: Option<Frame>, limit: usize) {
        let Some(frame) = frame else { return };
        let page = self.page;
        let article = page.article;
        let last = s.to.min(limit).min(frame.end + 24);
        let Some(so) = (frame.end..last).find(|k| {
            (article.is(*k, class::SO_TOO)
                || article.reads(*k, word!("as"))
                    && article.shape(k.wrapping_sub(1)) == Shape::Comma)
                && article.is(k + 1, class::AUXILIARY)
        }) else {
            return;
        };
        let from = so + 2;
        let to = (from..last)
            .find(|k| {
                matches!(article.shape(*k), Shape::Comma | Shape::Semicolon | Shape::Dash)
                    || article.shape(*k) == Shape::Period
                    || article.is(*k, any!(CLAUSE_BREAK, RELATIVE))
            })
            .unwrap_or(last);
        let Some(item) = self.found.get(frame.items.0) else { return };
        let rating = item.rating.clone();
        // "…, as was Larkfield School": one subject more.
        let named = frame.scaled.scale.map(|scale| page.phrase((from, to), scale));
        if let Some(subject) = named.as_ref().and_then(|p| p.subjects.first())
            && rating.aspect.is_none()
        {
            let mut rating = Rating { subject: Some(subject.clone()), ..rating };
            rating.evidence.push(article.span(so, to));
            self.push(rating, frame.end, false);
            return;
        }
        let known = named.map(|p| p.aspects).filter(|list| !list.is_empty());
        let (from, to) = page.trim(from, to);
        let list = known.unwrap_or_else(|| page.aspects(from, to));
        for (a, b) in if list.len() > 1 { list } else { vec![(from, to)] } {
            let mut rating = rating.clone();
            rating.aspect = Some(article.wording(a, b));
            rating.evidence.push(article.span(so, b));
            self.push(rating, frame.end, false);
        }
    }
}
