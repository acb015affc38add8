//! Whether a rating stands, when it was given and which way it went.

use super::grades::Grade;
use super::near::{Near, Role, role_at};
use super::reader::{Construction, Frame, Reader};
use crate::lexicon::class;
use crate::report::{RatingChange, RatingStatus};
use crate::sentences::Sentence;
use crate::tokens::Shape;

impl Reader<'_, '_, '_> {
    /// Whether the clause only supposes: "if Ofsted were to rate it inadequate".
    pub(super) fn supposed(&self, s: &Sentence, grade: &Grade, near: &Near) -> bool {
        let article = self.page.article;
        let first = near.floor.max(grade.from.saturating_sub(24));
        let word = |k: &usize| article.finds(*k, class::RATING_SUPPOSED);
        let before = (first..grade.from).find(word).is_some()
            || (s.from..s.from + 2).find(word).is_some() && grade.from < s.from + 24;
        let would = near.verb.is_some_and(|v| (v.group..v.at).any(|k| article.is(k, class::MODAL)));
        before
            || would
                && (grade.to..s.to.min(grade.to + 24))
                    .any(|k| article.reads(k, word!("if")) || article.reads(k, word!("unless")))
    }

    /// Whether the rating stands, and whether words of time set it against another.
    pub(super) fn status(
        &self,
        s: &Sentence,
        grade: &Grade,
        near: &Near,
        frame: Option<&Frame>,
    ) -> (RatingStatus, bool) {
        let article = self.page.article;
        let first = near.floor.max(near.verb.map_or(near.from, |v| v.group).saturating_sub(16));
        // "May" is a month and "Will" a name.
        let has = |from: usize, to: usize, c| {
            // "was last week found inadequate"
            let dated = |k: usize| {
                article.find(k, c).is_some_and(|h| article.is(k + h.len, class::TIME_NOUN))
            };
            (from..to).any(|k| {
                article.finds(k, c) && (k == s.from || !article.shape(k).is_capital()) && !dated(k)
            })
        };
        let now = has(first, grade.from, class::RATED_NOW);
        let group = near.verb.map_or(near.from, |v| v.group);
        let not =
            if near.verb.is_some() { group.saturating_sub(2) } else { near.from.saturating_sub(6) };
        if has(not.max(first), near.from, class::RATING_NOT) {
            return (RatingStatus::Negated, false);
        }
        // "Neither Oakmoor School nor Larkfield School was rated outstanding."
        let neither = near.floor == s.from
            && group < s.from + 16
            && article.is(s.from, class::NONE_OF)
            && !article.is(group.wrapping_sub(1), class::RELATIVE)
            // "and no area was found to be inadequate"; not "No change at Norwick, which reiterates"
            || near.verb.is_some()
                && !article.is(group.wrapping_sub(1), class::RELATIVE)
                && article.is(self.page.before(group, near.floor).0, class::NONE_OF);
        if neither {
            return (RatingStatus::Negated, false);
        }
        let near_by = group.saturating_sub(8).max(first);
        if has(near_by, grade.from, class::RATING_HOPED) {
            return (RatingStatus::Target, false);
        }
        if has(near_by, near.verb.map_or(near.from, |v| v.at), class::RATING_EXPECTED) {
            return (RatingStatus::Predicted, false);
        }
        // "I would give them six out of ten": that is the grade.
        let own = |group: usize| article.is(group.wrapping_sub(1), class::FIRST_PERSON);
        if near.verb.is_some_and(|v| {
            !own(v.group) && (v.group..v.at).any(|k| article.is(k, class::RATED_LATER))
        }) {
            return (RatingStatus::Predicted, false);
        }
        let behind = near.noun_after.map_or(near.to, |n| n + 1);
        let after = || {
            (behind..s.to.min(behind + 10))
                .take_while(|k| {
                    // "– having previously been rated good", "; the year before it had …": of another grade.
                    article.shape(*k) != Shape::Semicolon
                        && !article.is(*k, class::CLAUSE_BREAK)
                        && !article.reads(*k, word!("having"))
                        && article.find(*k, class::GRADE).is_none()
                })
                .any(|k| article.find(k, class::RATED_LAST).is_some())
                // "where it was stable before."
                || article.reads(behind, word!("before"))
                    && !article.shape(behind + 1).is_word()
                    && article.shape(behind + 1) != Shape::Number
        };
        // "said she was proud that it had been graded good": only reported, not past.
        let that = (s.from.max(group.saturating_sub(16))..group)
            .any(|k| article.reads(k, word!("that")) || article.is(k, class::SAY));
        // "Oakmoor School, which had been outstanding since 2011, was graded inadequate": what stands between is past.
        let aside = self.page.aside(group, near.floor).unwrap_or(group);
        let past = |c| has(first, aside, c) || has(group, grade.from, c);
        if !now && (past(class::RATED_PREVIOUSLY) || after())
            || !now && !that && past(class::RATED_BEFORE)
        {
            return (RatingStatus::Previous, true);
        }
        if !now && has(s.from.max(first.saturating_sub(4)), grade.from, class::RATED_AGO) {
            return (RatingStatus::Previous, false);
        }
        let carried = frame.filter(|_| near.verb.is_none()).map(|f| f.status);
        (carried.unwrap_or(RatingStatus::Current), now)
    }

    /// Which way a verb says that the rating went.
    pub(super) fn change(&self, near: &Near, construction: Construction) -> Option<RatingChange> {
        let article = self.page.article;
        // "left its A3 rating where it was"
        let later = any!(MODAL, RATED_LATER);
        // "rated poor again"; not "hopes to be rated good again"
        let hoped = near.verb.is_some_and(|v| {
            (v.group..v.at).any(|k| article.is(k, later) || article.reads(k, word!("to")))
        });
        let stands = usize::from(!hoped);
        let behind = near.noun_after.map_or(near.to, |n| n + 1);
        // "its third consecutive good rating", "its third good rating in a row", "rated poor again"
        if article.find(behind, class::LEFT_AS).is_some()
            || (near.from..near.to + stands).any(|k| article.is(k, class::AGAIN))
        {
            return Some(RatingChange::Unchanged);
        }
        let verb = near.verb.filter(|_| construction == Construction::Verb)?;

        match verb.role {
            Role::Up => Some(RatingChange::Upgraded),
            Role::Down => Some(RatingChange::Downgraded),
            Role::Kept => Some(RatingChange::Unchanged),
            // "moved up to a one", "was marked down to two stars"
            Role::Moved | Role::Rate if article.is(verb.to, class::VERB_PARTICLE) => {
                (verb.to..verb.to + 2).find_map(|k| {
                    let way = |word, change| article.reads(k, word).then_some(change);
                    way(word!("up"), RatingChange::Upgraded)
                        .or(way(word!("down"), RatingChange::Downgraded))
                })
            }
            // "had improved and was now good"
            Role::Be if self.page.article.is(verb.group.wrapping_sub(1), class::AND) => {
                match role_at(self.page, verb.group.wrapping_sub(2))?.0 {
                    Role::Up => Some(RatingChange::Upgraded),
                    Role::Down => Some(RatingChange::Downgraded),
                    _ => None,
                }
            }
            // "remains good", "remains rated as good", "was again found to be good"
            Role::Be | Role::Rate => (verb.group..verb.to.max(near.from))
                .any(|k| self.page.article.is(k, any!(GRADE_KEPT, AGAIN)))
                .then_some(RatingChange::Unchanged),
            _ => None,
        }
    }

    /// "The judgement marks a turnaround for Oakmoor".
    pub(super) fn turn(&self, s: &Sentence) -> Option<RatingChange> {
        let article = self.page.article;
        (s.from..s.to.min(s.from + 24)).find_map(|k| {
            if article.finds(k, class::TURN_UP) {
                Some(RatingChange::Upgraded)
            } else if article.finds(k, class::TURN_DOWN) {
                Some(RatingChange::Downgraded)
            } else {
                None
            }
        })
    }

    /// The date of a rating: in its clause behind the grade, or at the head of the sentence.
    pub(super) fn dated(&self, s: &Sentence, grade: &Grade, near: &Near) -> Option<String> {
        let article = self.page.article;
        let last = s.to.min(grade.to + 24);
        // "with a negative outlook since May"
        let since = near.noun_after.map_or(near.to, |n| n + 1);
        if article.reads(since, word!("since")) && self.page.date_starting(since + 1) {
            return self.date(since, since + 2, since + 2);
        }
        let stop = (grade.to..last)
            .find(|k| {
                article.shape(*k) == Shape::Semicolon
                    || article.shape(*k) == Shape::Dash
                    || article.is(*k, class::VERB_PARTICLE) && article.reads(k + 1, word!("from"))
                    || article.shape(*k) == Shape::Lower
                        && article.is(*k, class::DATE_EDGE)
                        && !self.page.raters.hold(*k)
                    || article.find(*k, class::GRADE).is_some()
            })
            .unwrap_or(last);
        let date = self.date(grade.to, stop, stop);
        if date.is_some() {
            return date;
        }
        let verb = near.verb.map_or(near.from, |v| v.group);
        // "stripped it of its rating on Friday, lowering it to BB+"
        if article.is(verb, class::VERB_ING)
            && article.shape(verb.wrapping_sub(1)) == Shape::Comma
            && let Some(day) = self.page.date_ending(verb - 1)
        {
            return self.date(day, verb, verb);
        }
        if let Some(between) = near.verb.and_then(|v| self.date(v.group, grade.from, grade.from)) {
            return Some(between);
        }
        // "In 2020, all three areas were rated inadequate."
        let head = near.floor == s.from && article.shape(s.from).is_capital();
        // "In 2021 the force was judged inadequate."
        // "As recently as 2021 the force was judged good."
        let day = s.from + if article.is(s.from, class::DATE_OPENER) { 3 } else { 1 };
        if near.floor == s.from
            && article.is(s.from, any!(DATE_PREPOSITION, DATE_OPENER))
            && self.page.date_starting(day)
        {
            let date = self.page.dates_within(day, day + 1).first();
            return date.and_then(|d| d.edtf.clone());
        }
        // "When the school was last inspected, in 2016, it was judged good."
        // "The previous inspection, in 2016, had found it good."
        let seen = (s.from..verb.min(s.from + 12)).find(|k| {
            article.is(*k, class::VISITED)
                || article.is(*k, class::VISIT)
                    && (s.from..*k).any(|x| article.is(x, class::OLD_RATING))
        });
        if near.floor == s.from
            && let Some(date) = seen.and_then(|seen| self.date(seen, verb, verb))
        {
            return Some(date);
        }
        // "In its 2022 inspection the service was rated inadequate."
        let visit = (s.from..s.from + 6).find(|k| article.is(*k, class::VISIT));
        if near.floor == s.from
            && article.is(s.from, class::DATE_PREPOSITION)
            && let Some(visit) = visit
        {
            let date = self.page.dates_within(s.from, visit).first();
            return date.and_then(|d| d.edtf.clone());
        }
        // "since October 2022, when it was graded poor"
        let when = near.verb.map_or(near.from, |v| v.group);
        let when =
            (when.saturating_sub(5).max(s.from)..when).find(|k| article.reads(*k, word!("when")));
        if let Some(day) = when.and_then(|k| {
            let to = k - usize::from(article.shape(k.wrapping_sub(1)) == Shape::Comma);
            self.page.date_ending(to)
        }) {
            return self.page.dates_within(day, day + 1).first().and_then(|d| d.edtf.clone());
        }
        // "…, and in May it moved up to a one"
        let group = near.verb.map_or(near.from, |v| v.group);
        let left = self.page.before(group, s.from);
        let before = [left.0, left.1.saturating_sub(1)]
            .iter()
            .find_map(|end| self.page.date_ending(*end))
            .filter(|d| *d > s.from && left.0 < left.1);
        if let Some(day) = before
            && article.is(day - 1, class::DATE_PREPOSITION)
            && (day < s.from + 2 || article.is(day - 2, any!(AND, CLAUSE_BREAK)))
        {
            return self.page.dates_within(day, day + 1).first().and_then(|d| d.edtf.clone());
        }
        // "In May it moved up to a one"
        let first = s.from + usize::from(article.is(s.from, class::DATE_PREPOSITION));
        let opening = self.page.dates_within(first, first + 1).first().filter(|_| head);
        if let Some(date) = opening.filter(|d| d.to + 6 > verb) {
            return date.edtf.clone();
        }
        let comma = (s.from..verb.min(s.from + 12)).find(|k| article.shape(*k) == Shape::Comma)?;
        let fronted = head
            && (article.is(s.from, any!(DATE_PREPOSITION, DATE_OPENER))
                || self.page.date_starting(s.from));
        if fronted { self.date(s.from, comma, comma) } else { None }
    }

    pub(super) fn date(&self, from: usize, to: usize, end: usize) -> Option<String> {
        let article = self.page.article;
        let dates = self.page.dates_within(from, to);
        // "results for 2025", "the 2025 report" date something else.
        let own = |d: &&crate::dates::Date| {
            let bare = d.to == d.from + 1 && article.shape(d.from) == Shape::Number;
            let before = d.from.wrapping_sub(1);
            d.to <= end.max(to) + 3
                && (!bare || article.is(before, any!(DATE_PREPOSITION, DATE_OPENER)))
        };
        dates.iter().find(own).and_then(|d| d.edtf.clone())
    }
}
