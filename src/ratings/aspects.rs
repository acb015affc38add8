//! Aspects behind a grade: "for safety and leadership", "in every category", "in one area – how well-led it is".

use super::Page;
use super::grades::{self, Grade};
use super::near::Near;
use super::scales::Kind;
use crate::lexicon::class;
use crate::sentences::Sentence;
use crate::tokens::Shape;

/// How far behind a grade "in every category" may stand, in tokens.
const REACH: usize = 30;

/// Longest clause of "for how well it looks after people", in tokens.
const CLAUSE: usize = 20;

impl Page<'_, '_> {
    /// The aspects that a grade is for.
    #[must_use]
    pub fn aspects_after(&self, near: &Near, grade: &Grade, s: &Sentence) -> (Vec<String>, usize) {
        let article = self.article;
        let mut i = near.noun_after.map_or(near.to, |n| n + 1).max(grade.to);
        // "gold, too, for teaching"
        i += usize::from(article.shape(i) == Shape::Comma && article.is(i + 1, class::ASPECT_SKIP));
        while i < s.to && (article.shape(i).is_quote_mark() || article.is(i, class::ASPECT_SKIP)) {
            i += 1;
        }
        // "good by Ofsted for teaching and leadership"
        if article.is(i, class::BY) {
            let name = article.past_the(i + 1);
            let rater = self.raters.within(name, name + 1).first().map(|m| m.to);
            i = rater.filter(|to| article.is(*to, class::ASPECT_FOR)).unwrap_or(i);
        }
        // "inadequate – the lowest grade – for safety", "marked down to ‘poor’, for safety"
        if article.shape(i) == Shape::Dash && article.is(i + 1, class::ASPECT_FOR) {
            i += 1;
        } else if article.shape(i) == Shape::Dash
            && let Some(close) =
                (i + 1..s.to.min(i + 12)).find(|k| article.shape(*k) == Shape::Dash)
            && article.is(close + 1, class::ASPECT_FOR)
        {
            i = close + 1;
        }
        i += usize::from(article.shape(i) == Shape::Comma && article.is(i + 1, class::ASPECT_FOR));
        // "inadequate overall and for being safe", "overall, as well as for being safe": the whole, and parts.
        let as_well = article.shape(i) == Shape::Comma
            && words!["as", "well", "as"].iter().zip(i + 1..).all(|(w, k)| article.reads(k, *w));
        let link = if as_well { 4 } else { usize::from(article.is(i, class::AND)) };
        let whole = i > 0
            && link > 0
            && article.is(i - 1, class::OVERALL)
            && article.find(i + link, class::ASPECT_PREPOSITION).is_some();
        i += link * usize::from(whole);
        if let Some((words, end)) = self.overall(i, s) {
            return (vec![words], end);
        }
        let Some(hit) = article.find(i, class::ASPECT_PREPOSITION) else { return (Vec::new(), i) };
        let at = i + hit.len;
        // "good in two, adequate in three"
        let number = article.shape(at) == Shape::Number && article.word(at).len() < 3
            || article.is(at, class::RATING_NUMBER);
        if article.reads(i, word!("in")) && number {
            return self.counted(at, s).unwrap_or((Vec::new(), i));
        }
        // "for how well it looks after people": what the clause asks, as a whole.
        if article.reads(at, word!("how"))
            && (at + 1..at + 3).any(|k| article.is(k, class::PRONOUN))
        {
            let end = (at + 3..s.to.min(at + CLAUSE)).find(|k| self.ends_clause(*k));
            let end = end.unwrap_or(s.to.min(at + CLAUSE));
            let mut list = vec![article.wording(at, end)];
            // "… and for its leadership"
            let next = end + 2 + usize::from(article.is(end + 2, class::POSSESSIVE));
            let more = article.is(end, class::AND) && article.is(end + 1, class::ASPECT_FOR);
            let found = self.scales.find(article, next, Kind::Aspect).filter(|_| more);
            let to = found.map_or(end, |f| next + f.len);
            list.extend(found.map(|_| article.wording(next, to)));
            return (list, to);
        }
        let end = self.aspects_end(at, s);
        let all = self.aspects(at, end);
        let known = |range: &(usize, usize)| {
            self.scales
                .find(article, range.0, Kind::Aspect)
                .is_some_and(|f| range.0 + f.len <= range.1)
        };
        let free = |range: &(usize, usize)| {
            range.1 - range.0 <= 9
                // "for compliance, the lowest possible mark"
                && !(article.shape(range.0.wrapping_sub(2)) == Shape::Comma
                    && article.is(range.0 - 1, class::DETERMINER)
                    && article.is(range.1 - 1, any!(LEVEL_NOUN, RATING_NOUN, SCORE_NOUN)))
                // "24 per cent for braking, and its maker"
                && !(article.is(range.0 - 1, class::POSSESSIVE)
                    && article.shape(range.0.wrapping_sub(3)) == Shape::Comma)
                && (range.0..range.1).all(|k| {
                    matches!(article.shape(k), Shape::Lower | Shape::Hyphen | Shape::Clitic)
                        || article.shape(k) == Shape::Upper
                })
                && !(range.0..range.1).any(|k| {
                    let edge = k < range.0 + 2 && !article.is(k, class::OBJECT_PRONOUN)
                        || k == range.0
                        || k + 1 == range.1;
                    edge && article.is(k, class::NO_ASPECT)
                        || k > range.0 && article.is(k, class::RATING_NOUN)
                        || article.find(k, class::RATED_LAST).is_some()
                })
                && self.scales.find(article, range.0, Kind::Subject).is_none()
                && self.scales.find(article, range.0, Kind::Subjects).is_none()
        };
        let doing = article.shape(at) == Shape::Lower
            && article.word(at).ends_with("ing")
            && article.word(at).len() > 5;
        let open = hit.len > 1
            || article.is(i, class::ASPECT_FOR)
            || doing
            || article.is(end.wrapping_sub(1), class::TEST_NOUN)
                && !(at..end).any(|k| article.is(k, class::OLD_RATING));
        let mut list = if whole { vec![String::new()] } else { Vec::new() };
        let mut last = i;
        for range in all {
            if known(&range) || open && free(&range) {
                list.push(article.wording(range.0, range.1));
                last = range.1;
            } else {
                break;
            }
        }
        if list.is_empty() && hit.len > 1 {
            // "with regard to whether it was always safe"
            let inside = self.aspect_in(at, s.to.min(at + 12));
            last = inside.as_ref().map_or(last, |i| i.1);
            list.extend(inside.map(|i| i.0));
        }
        (list, last)
    }

    /// Whether a clause behind "for how" ends before token `k`: at a mark, a rater, a grade or a clause of its own.
    fn ends_clause(&self, k: usize) -> bool {
        let article = self.article;
        let joint = || {
            article.is(k, class::AND)
                && (article.is(k + 1, any!(ASPECT_FOR, GRADE_VERB)) || self.grade_near(k + 1))
        };
        !article.shape(k).is_word()
            && !matches!(article.shape(k), Shape::Hyphen | Shape::Clitic | Shape::Number)
            || article.shape(k) == Shape::Lower && article.is(k, any!(CLAUSE_BREAK, BY))
            || joint()
            || self.date_starting(k)
            || self.raters.in_range(k, k + 1)
    }

    /// Whether a grade stands within a few words.
    fn grade_near(&self, k: usize) -> bool {
        (k..k + 4).any(|k| grades::at(self.article, self.scales, k).is_some())
    }

    /// The first known aspect in the range, and its end.
    fn aspect_in(&self, from: usize, to: usize) -> Option<(String, usize)> {
        (from..to).find_map(|k| {
            let found = self.scales.find(self.article, k, Kind::Aspect)?;
            Some((self.article.wording(k, k + found.len), k + found.len))
        })
    }

    /// "in every category", "across the board": at the grade or behind a heavy object.
    fn overall(&self, from: usize, s: &Sentence) -> Option<(String, usize)> {
        let article = self.article;
        for k in from..(from + REACH).min(s.to) {
            if grades::at(article, self.scales, k).is_some()
                || article.shape(k) == Shape::Semicolon
                || article.is(k, class::CLAUSE_BREAK)
                || article.shape(k) == Shape::Comma && article.is(k + 1, class::AND)
            {
                return None;
            }
            if let Some(hit) = article.find(k, class::ACROSS_BOARD) {
                // "on every count"
                let from =
                    k + usize::from(article.reads(k, word!("on")) || article.reads(k, word!("in")));
                return Some((article.wording(from, k + hit.len), k + hit.len));
            }
            if article.is(k, class::AREA_PREPOSITION) && article.is(k + 1, class::ALL_WORD) {
                let end = (k + 2..(k + 6).min(s.to)).find(|e| article.is(*e, class::AREA))?;
                return Some((article.wording(k + 1, end + 1), end + 1));
            }
        }
        None
    }

    /// "in one area – how well-led it is", "in two areas".
    fn counted(&self, at: usize, s: &Sentence) -> Option<(Vec<String>, usize)> {
        let article = self.article;
        let mut end = at + 1;
        while end < at + 8 && end < s.to && !article.is(end, class::AREA) {
            let goes_on = article.is(end, any!(OF_COUNT, DETERMINER, RATING_NUMBER))
                || article.shape(end) == Shape::Number
                || article.shape(end) == Shape::Lower && article.is(end + 1, class::AREA);
            if !goes_on {
                break;
            }
            end += 1;
        }
        let noun = article.is(end, class::AREA);
        // "in three of the five areas examined – safe, effective and well-led"
        let seen = noun && article.word(end + 1).ends_with("ed");
        let mark = end + 1 + usize::from(seen);
        if noun
            && matches!(article.shape(mark), Shape::Dash | Shape::Colon | Shape::Comma)
            && !article.is(mark + 1, class::CLAUSE_BREAK)
        {
            // "in four areas – leadership, safety and …"
            let stop = self.aspects_end(mark + 1, s);
            let list = self.aspects(mark + 1, stop);
            let known = |k: usize| self.scales.find(article, k, Kind::Aspect).is_some();
            if list.len() > 1 && list.iter().all(|(a, _)| known(*a)) {
                let words = list.iter().map(|(a, b)| article.wording(*a, *b));
                return Some((words.collect(), stop));
            }
            if let Some((words, to)) = self.aspect_in(mark + 1, (mark + 9).min(s.to)) {
                return Some((vec![words], to));
            }
        }
        if noun {
            return Some((vec![article.wording(at, end + 1)], end + 1));
        }
        let bare = !article.shape(at + 1).is_word() || article.is(at + 1, class::AND);
        let one = if article.reads(at, word!("one")) { "area" } else { "areas" };
        bare.then(|| (vec![format!("{} {one}", article.word(at))], at + 1))
    }

    /// Where a list of aspects ends.
    pub fn aspects_end(&self, from: usize, s: &Sentence) -> usize {
        let article = self.article;
        let last = s.to.min(from + 40);
        let mut k = from;
        let mut joint = from;
        while k < last {
            // "in the Environment Agency's report"
            let found = self.scales.find(article, k, Kind::Aspect);
            if let Some(found) = found.filter(|_| !self.raters.hold(k)) {
                k += found.len;
                continue;
            }
            let shape = article.shape(k);
            // "for preventing crime for the second year": time, no part of it.
            let time = k > from
                && article.is(k, class::PREPOSITION)
                && (k + 1..last.min(k + 4)).any(|x| article.is(x, class::NO_ASPECT));
            let number = article.is(k, class::RATING_NUMBER)
                && (article.reads(k + 1, word!("for")) || article.shape(k + 1) == Shape::Open);
            // "good at looking after its people"
            let particle = k == from + 1
                && article.is(k, class::PREPOSITION)
                && article.is(k + 1, class::POSSESSIVE)
                && article.word(from).ends_with("ing");
            let stop = time
                || number
                || matches!(
                    shape,
                    Shape::Period
                        | Shape::Semicolon
                        | Shape::Colon
                        | Shape::Dash
                        | Shape::Open
                        | Shape::Question
                )
                || shape == Shape::Lower
                    && article.is(k, any!(ASPECT_EDGE, CLAUSE_BREAK, RELATIVE))
                    && !particle
                || self.scales.find(article, k, Kind::Grade).is_some()
                || self.date_starting(k)
                || self.raters.in_range(k, k + 1)
                || k > from
                    && article.shape(k) == Shape::Comma
                    && (article.is(k + 1, any!(RELATIVE, ASPECT_EDGE, CLAUSE_BREAK, ADVERB))
                            // "for viability, something the regulator put down to repairs"
                            || article.reads_any(k + 1, &words!["a", "an", "something"])
                            // "for being caring, the only home to be so"
                            || article.reads(k + 2, word!("only")));
            if stop {
                break;
            }
            if article.is(k, class::AND) {
                joint = k;
            }
            k += 1;
        }
        // "good at safety, and no area was inadequate": what has a verb of its own is the next clause.
        let verb = article.shape(k) == Shape::Lower && article.is(k, any!(AUXILIARY, GRADE_VERB));
        if verb && joint > from && article.shape(joint - 1) == Shape::Comma {
            k = joint;
        }
        while k > from
            && (article.is(k - 1, any!(AND, DEGREE, PREPOSITION))
                || article.shape(k - 1).is_quote_mark()
                || article.shape(k - 1) == Shape::Comma)
        {
            k -= 1;
        }
        k
    }

    /// Whether a date begins at token `i`.
    #[must_use]
    pub fn date_starting(&self, i: usize) -> bool {
        !self.dates_within(i, i + 1).is_empty()
    }
}
