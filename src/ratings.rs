//! Ratings: who placed whom on which scale.
//!
//! Walks each sentence from grade to grade. A grade counts where a rating verb, a rating noun, a change or a rated
//! aspect goes with it and a rater of its scale is known; the rest of the sentence then says subject, aspects,
//! status and date. Words and scales are data (`ratings/scales/`, `lexicon/ratings.toml`).

mod context;
mod grades;
pub mod scales;
mod subjects;

use crate::article::Article;
use crate::blocks::{Block, BlockKind};
use crate::lexicon::class;
use crate::report::{Rating, RatingChange, RatingStatus};
use crate::sentences::Sentence;
use crate::tokens::{Gap, Shape};
use context::Raters;
use grades::{Form, Grade};
use subjects::Subjects;

/// How far before a grade its verb may stand, in tokens.
const REACH: usize = 14;

/// What an accepted grade hands on to the next in its sentence.
#[derive(Clone)]
struct Frame {
    scale: u8,
    subject: Option<String>,
    end: usize,
    item: usize,
}

struct Reader<'a, 't> {
    article: &'a Article<'t>,
    raters: Raters,
    subjects: Subjects<'a, 't>,
    found: Vec<Rating>,
}

/// Every rating of the article.
#[must_use]
pub fn find(article: &Article<'_>, blocks: &[Block], sentences: &[Sentence]) -> Vec<Rating> {
    let raters = Raters::find(article, blocks);
    let names = subjects::names(article, blocks);
    let main = subjects::main(article, &names);
    let subjects = Subjects { article, names, main };
    let mut reader = Reader { article, raters, subjects, found: Vec::new() };
    for block in blocks.iter().filter(|b| b.kind != BlockKind::Furniture) {
        reader.line(block);
    }
    for sentence in sentences {
        if blocks.get(sentence.block).is_none_or(|b| b.kind == BlockKind::Furniture) {
            continue;
        }
        reader.sentence(sentence);
    }
    settle(&mut reader.found);
    merge(reader.found)
}

/// A dated grade beside a newer one stood before it, and so did a grade of a scale that is out of force.
fn settle(found: &mut [Rating]) {
    let newer: Vec<(Option<String>, Option<String>, bool, String)> = found
        .iter()
        .filter(|r| r.status == RatingStatus::Current && r.date.is_none())
        .take(64)
        .map(|r| (r.rater.clone(), r.subject.clone(), in_force(r), r.grade.clone()))
        .collect();
    for rating in
        found.iter_mut().filter(|r| r.status == RatingStatus::Current && r.change.is_none())
    {
        let out = !in_force(rating) && newer.iter().any(|n| n.0 == rating.rater && n.2);
        let old = rating.date.is_some()
            && rating.from.is_none()
            && newer
                .iter()
                .any(|n| n.0 == rating.rater && n.1 == rating.subject && n.3 != rating.grade);
        if out || old {
            rating.status = RatingStatus::Previous;
        }
    }
}

fn in_force(rating: &Rating) -> bool {
    scales::all()
        .iter()
        .find(|s| Some(s.id) == rating.scale.as_deref())
        .is_none_or(|s| s.until.is_empty())
}

fn same_words(a: Option<&str>, b: Option<&str>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
        (a, b) => a == b,
    }
}

/// Whether two wordings name one subject: every capitalised word of one is in the other.
fn same_subject(a: Option<&str>, b: Option<&str>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return a == b };
    let inside = |a: &str, b: &str| {
        let mut names = a
            .split([' ', ',', '’', '\''])
            .filter(|w| w.starts_with(|c: char| c.is_ascii_uppercase()) && *w != "The")
            .peekable();
        names.peek().is_some() && names.take(12).all(|w| b.contains(w))
    };
    a.eq_ignore_ascii_case(b) || inside(a, b) || inside(b, a)
}

/// Joins equal ratings.
fn merge(found: Vec<Rating>) -> Vec<Rating> {
    let mut out: Vec<Rating> = Vec::new();
    for rating in found {
        // Only the nearest are compared, so that a list of thousands stays linear.
        let same = out.iter_mut().rev().take(64).find(|o| {
            o.rater == rating.rater
                && same_words(o.aspect.as_deref(), rating.aspect.as_deref())
                && same_subject(o.subject.as_deref(), rating.subject.as_deref())
                && o.scale == rating.scale
                && o.grade == rating.grade
                && o.status == rating.status
                && (o.date == rating.date || o.date.is_none() || rating.date.is_none())
        });
        match same {
            Some(old) => {
                old.date = old.date.take().or(rating.date);
                old.change = old.change.or(rating.change);
                old.from = old.from.take().or(rating.from);
                old.grade_spans.extend(rating.grade_spans);
                old.evidence.extend(rating.evidence);
            }
            None => out.push(rating),
        }
    }
    out
}

impl Reader<'_, '_> {
    fn sentence(&mut self, s: &Sentence) {
        let article = self.article;
        let mut frame: Option<Frame> = None;
        let mut from: Option<(Grade, usize)> = None;
        let explains = (s.from..s.to).any(|i| {
            article
                .find(i, class::RATING_SUPPOSED)
                .is_some_and(|_| !article.shape(i).is_quote_mark())
        });
        let mut i = s.from;
        while i < s.to {
            let grade = grades::at(article, i).or_else(|| {
                let told = article.reads(i.wrapping_sub(1), "of")
                    && article.is(i.wrapping_sub(2), class::RATING_NOUN)
                    || article.reads(i.wrapping_sub(1), "only") && frame.is_some();
                if told { grades::bare(article, i) } else { None }
            });
            let Some(grade) = grade.filter(|g| g.to <= s.to) else {
                i += 1;
                continue;
            };
            i = grade.to;
            if explains && !matches!(grade.form, Form::Glyphs(..)) {
                continue;
            }
            let prep = self.prep(grade.from, s.from);
            if article.reads(prep, "from") && prep >= s.from {
                let text = self.grade_text(&grade, frame.as_ref().map(|f| f.scale));
                if let Some(f) = &frame
                    && grade.from - f.end < 10
                    && let Some(last) = self.found.get_mut(f.item)
                    && last.from.is_none()
                {
                    last.from = text;
                    if article.reads(prep.wrapping_sub(1), "up") {
                        last.change = Some(RatingChange::Upgraded);
                    } else if article.reads(prep.wrapping_sub(1), "down") {
                        last.change = Some(RatingChange::Downgraded);
                    }
                    let f = last.clone();
                    if last.change.is_none() || last.aspect.is_some() {
                        last.change = direction(&f).or(last.change);
                    }
                } else {
                    from = Some((grade, prep));
                }
                continue;
            }
            if let Some(next) = self.read(s, &grade, frame.as_ref(), from.as_ref()) {
                frame = Some(next);
                from = None;
            }
        }
    }

    /// A line of a pasted list: "5 The Plough, Mill Road - rated on May 3", "The Plough, Mill Road - 5/5".
    fn line(&mut self, block: &Block) {
        let article = self.article;
        let mut from = block.from;
        while from < block.to
            && matches!(article.shape(from), Shape::Bullet | Shape::Dash | Shape::Hyphen)
        {
            from += 1;
        }
        let named = |i: usize| article.shape(i).is_capital();
        let end = (from..block.to.min(from + 40)).find(|k| {
            matches!(
                article.shape(*k),
                Shape::Comma | Shape::Dash | Shape::Colon | Shape::Semicolon
            )
        });
        let Some(end) = end else { return };
        let (grade, name) = if article.shape(from) == Shape::Number && named(from + 1) {
            (grades::bare(article, from), (from + 1, end))
        } else if named(from) {
            let dash = (end..block.to.min(end + 20))
                .rev()
                .find(|k| matches!(article.shape(*k), Shape::Dash | Shape::Colon));
            let grade = dash.and_then(|d| grades::at(article, d + 1)).filter(|g| g.to == block.to);
            (grade.filter(|g| matches!(g.form, Form::Number(..))), (from, end))
        } else {
            (None, (0, 0))
        };
        let Some(grade) = grade else { return };
        let Some((scale, rater)) = self.raters.of_list(&grade) else { return };
        let Some(text) = self.grade_text(&grade, Some(scale)) else { return };
        let id = scales::get(scale).map(|s| s.id.to_string());
        self.found.push(Rating {
            rater: Some(rater),
            subject: Some(article.words(name.0, name.1).to_string()),
            aspect: None,
            grade: text,
            scale: id,
            rank: None,
            of: None,
            status: RatingStatus::Current,
            change: None,
            from: None,
            date: context::day_in(article, name.1, block.to, self.raters.year),
            grade_spans: vec![article.span(grade.from, grade.to)],
            evidence: vec![article.span(from, block.to)],
        });
    }

    /// The word before a grade, past quote marks and an article.
    fn prep(&self, at: usize, start: usize) -> usize {
        let mut i = at;
        for _ in 0..4 {
            if i <= start {
                break;
            }
            i -= 1;
            let skip = self.article.shape(i).is_quote_mark()
                || ["a", "an", "its", "the"].iter().any(|w| self.article.reads(i, w));
            if !skip {
                return i;
            }
        }
        i
    }

    fn grade_text(&self, grade: &Grade, scale: Option<u8>) -> Option<String> {
        match grade.form {
            Form::Percent => Some(format!("{}%", self.article.word(grade.from))),
            Form::Number(n, max) | Form::Glyphs(n, max) => {
                let max = if max > 0 { max } else { scales::get(scale?)?.max };
                Some(format!("{n}/{max}"))
            }
            Form::Outlook => Some(self.article.words(grade.from, grade.to).to_string()),
            Form::Word => {
                let row = grade
                    .rows
                    .iter()
                    .find(|r| Some(r.0) == scale)
                    .or_else(|| grade.rows.first())?;
                scales::get(row.0)?.grades.get(usize::from(row.1)).map(|g| (*g).to_string())
            }
        }
    }

    /// Whether the grade ends where a grade may end: not "good work".
    fn ends_well(&self, grade: &Grade, s: &Sentence) -> bool {
        let article = self.article;
        let mut i = grade.to;
        let quoted = article.shape(i).is_quote_mark();
        while i < s.to && article.shape(i).is_quote_mark() {
            i += 1;
        }
        if i >= s.to || !article.shape(i).is_word() && article.shape(i) != Shape::Number {
            return true;
        }
        if grade.form == Form::Word
            && grade.rows.iter().all(|(s, r)| {
                scales::get(*s)
                    .and_then(|s| s.grades.get(usize::from(*r)))
                    .is_some_and(|g| grades::is_code(g) || g.contains(' '))
            })
        {
            return true;
        }
        quoted
            || article.is(i, class::RATING_AFTER)
            || (i..i + 3).any(|k| article.is(k, class::RATING_NOUN))
            || !matches!(grade.form, Form::Word)
    }

    #[allow(clippy::too_many_lines)]
    fn read(
        &mut self,
        s: &Sentence,
        grade: &Grade,
        frame: Option<&Frame>,
        from: Option<&(Grade, usize)>,
    ) -> Option<Frame> {
        let article = self.article;
        if !self.ends_well(grade, s) {
            return None;
        }
        let prep = self.prep(grade.from, s.from);
        let verb_class = class::RATE
            .or(class::GIVE)
            .or(class::GRADE_UP)
            .or(class::GRADE_DOWN)
            .or(class::GRADE_KEPT)
            .or(class::GRADE_MOVED);
        let mut floor = grade.from.saturating_sub(REACH).max(s.from);
        if let Some(f) = frame {
            floor = floor.max(f.end);
        }
        let mut cue = None;
        for k in (floor..grade.from).rev() {
            if article.shape(k) == Shape::Semicolon {
                break;
            }
            if article.find(k, verb_class).is_some() && !article.is(k, class::RATING_NOUN) {
                cue = Some(k);
                break;
            }
        }
        // "Ofsted rated", but "a rate of": a verb's noun does not count.
        let noun_after = (grade.to..grade.to + 4)
            .take_while(|k| {
                article.shape(*k).is_word()
                    || article.shape(*k).is_quote_mark()
                    || article.shape(*k) == Shape::Hyphen
            })
            .find(|k| article.is(*k, class::RATING_NOUN));
        let noun_before =
            (floor..grade.from).rev().take(8).find(|k| article.is(*k, class::RATING_NOUN));
        let rate = cue.is_some_and(|k| article.is(k, class::RATE));
        let give = cue.is_some_and(|k| article.is(k, class::GIVE));
        let quoted = article.before(grade.from).shape.is_quote_mark();
        let rater_here = self.raters.in_range(s.from, s.to);
        let copula = ["is", "are", "was", "were", "be", "still", "remains", "remained"]
            .iter()
            .any(|w| article.reads(prep, w));
        let line = article.shape(prep) == Shape::Colon
            && prep + 1 == grade.from
            && article.at(grade.to).gap >= Gap::Line;
        let change = cue.is_some_and(|k| !article.is(k, class::RATE.or(class::GIVE)));
        let to_here = article.reads(prep, "to") || article.reads(prep, "at");
        let multi = grade.rows.iter().all(|r| {
            scales::get(r.0)
                .and_then(|s| s.grades.get(usize::from(r.1)))
                .is_some_and(|g| g.contains(' ') || grades::is_code(g))
        });
        let aspect_before = self.label(s, prep);
        let carried = frame.is_some_and(|f| grade.from - f.end <= 16)
            && (quoted
                || rate
                || multi
                || copula
                || article.reads(prep, "and")
                || article.reads(prep, "but")
                || self.aspect_after(grade, s).is_some()
                || article.shape(prep) == Shape::Clitic
                || article.reads(prep, "only"));
        let glyphs = matches!(grade.form, Form::Glyphs(..));
        let kept = cue.is_some_and(|k| article.is(k, class::GRADE_KEPT));
        let numeric = !matches!(grade.form, Form::Word);
        let told = multi && (rater_here || quoted || article.reads(prep, "it") || copula);
        let ok = glyphs
            || rate
            || give
                && (noun_after.is_some()
                    || noun_before.is_some()
                    || quoted
                    || multi && rater_here
                    || numeric
                    || (rater_here && self.aspect_after(grade, s).is_some()))
            || change
                && (to_here
                    || noun_after.is_some()
                    || from.is_some()
                    || kept && (rater_here || self.aspect_after(grade, s).is_some())
                    || quoted
                    || rater_here && multi)
            || noun_after.is_some() && (rater_here || quoted)
            || noun_before.is_some()
                && (copula
                    || quoted
                    || to_here
                    || article.shape(prep) == Shape::Comma
                    || article.reads(prep, "of"))
            || told
            || grade.form == Form::Outlook
            || line
            || copula && rater_here && !self.aspect_heads(prep, s.from).is_empty()
            || carried
            || numeric && rater_here && frame.is_some();
        if !ok {
            return None;
        }
        let (scale, rater) = self.raters.scale_of(
            article,
            grade,
            s,
            frame.map(|f| f.scale),
            rate || noun_after.is_some() || give || change,
        )?;
        let known = scales::get(scale)?;
        let text = self.grade_text(grade, Some(scale))?;

        // Subject.
        let clause_start = frame.map_or(s.from, |f| f.end);
        let mut subject = None;
        let mut aspect = aspect_before.map(|(a, b)| article.words(a, b).to_string());
        let mut heads: Vec<(usize, usize)> = Vec::new();
        if let Some(k) = cue {
            let mut aux = k;
            while aux > clause_start
                && (article.is(aux - 1, class::SUBJECT_EDGE)
                    || article.shape(aux - 1) == Shape::Clitic
                        && !article.reads(aux - 1, "'s")
                        && !article.reads(aux - 1, "’s"))
                && !article.reads(aux - 1, "that")
            {
                aux -= 1;
            }
            let be = (aux..k).any(|x| {
                ["was", "were", "be", "been", "being", "is", "are"]
                    .iter()
                    .any(|w| article.reads(x, w))
            });
            let participle = article.is(k, class::VERB_PARTICIPLE);
            let comma = k == aux && participle && article.shape(k.wrapping_sub(1)) == Shape::Comma;
            let receive = give
                && ["receive", "achieve", "secure", "earn", "get", "manage", "land", "take", "win"]
                    .contains(&article.at(k).word.lemma().spelling());
            let active_rater = self.raters.in_range(aux.saturating_sub(6).max(clause_start), aux);
            let passive = be
                || comma
                || receive
                || change && !active_rater && !article.reads(k + 1, "its")
                || !active_rater && !rate && !give;
            if passive {
                heads = self.aspect_heads(aux, clause_start);
                subject = if heads.is_empty() {
                    self.before(aux, clause_start, scale)
                } else {
                    self.at_name(&heads, aux)
                };
            } else {
                let mut end = grade.from;
                if let Some((f, p)) = from
                    && f.from > k
                {
                    end = (*p).max(k + 1);
                }
                subject = self.between(k + 1, end, scale);
                if subject.is_none() && quoted && rate {
                    subject = self.after(grade.to + 1, s, scale);
                }
                if subject.is_none() && self.raters.in_range(grade.to, s.to) {
                    subject = self.before(aux, clause_start, scale);
                }
                if subject.is_none() && (rate || give) && !active_rater && frame.is_none() {
                    subject = self.before(aux, clause_start, scale);
                }
            }
        } else if copula && aspect.is_none() {
            heads = self.aspect_heads(prep, clause_start);
            subject = if heads.is_empty() {
                self.before(prep, clause_start, scale)
            } else {
                self.at_name(&heads, prep)
            };
        } else if frame.is_none() && noun_after.is_some() {
            subject = self.after(grade.to + 1, s, scale);
        }
        if glyphs && subject.is_none() {
            let first = self.subjects.names.partition_point(|n| n.from < s.from);
            subject = self
                .subjects
                .names
                .get(first)
                .filter(|n| n.to <= grade.from)
                .and_then(|n| self.subjects.named(n.from, n.to));
        }
        let carried_subject = frame.and_then(|f| f.subject.clone());
        let subject =
            subject.or(carried_subject).or_else(|| self.subjects.resolve(grade.from, scale));

        let subject = subject.map(|name| match known.part {
            "" => name,
            _ if name.contains("service") || name.contains("trust") => name,
            part => format!("{name}'s {part}"),
        });

        // Status.
        let after = self.aspect_after(grade, s);
        let window = clause_start.max(grade.from.saturating_sub(24))..grade.from;
        // "May" is a month and "Will" a name.
        let has = |c| {
            window.clone().any(|k| {
                article.find(k, c).is_some() && (k == s.from || !article.shape(k).is_capital())
            })
        };
        let date = context::date_in(article, grade.to, s.to);
        let mut status = RatingStatus::Current;
        if has(class::RATING_NOT) {
            status = RatingStatus::Negated;
        } else if has(class::RATING_HOPED)
            || article.words(s.from, grade.from).contains("would reach")
        {
            status = RatingStatus::Target;
        } else if has(class::RATING_EXPECTED)
            && (cue.is_some_and(|k| {
                !article.is(k, class::VERB_PAST)
                    || window.clone().any(|x| article.is(x, class::RATING_EXPECTED))
            }))
        {
            status = RatingStatus::Predicted;
        } else if has(class::RATED_PREVIOUSLY) && !window.clone().any(|k| article.reads(k, "now")) {
            status = RatingStatus::Previous;
        }
        // Change.
        let mut moved = cue.and_then(|k| {
            if article.is(k, class::GRADE_UP) {
                Some(RatingChange::Upgraded)
            } else if article.is(k, class::GRADE_DOWN) {
                Some(RatingChange::Downgraded)
            } else if article.is(k, class::GRADE_KEPT) {
                Some(RatingChange::Unchanged)
            } else {
                None
            }
        });
        if article.reads(prep, "still") {
            moved = None;
        }
        let from_text = from.and_then(|(g, _)| self.grade_text(g, Some(scale)));
        let mut aspects: Vec<Option<String>> = vec![None];
        if grade.form == Form::Outlook {
            aspect = Some("outlook".into());
        }
        if let Some(aspect) = aspect {
            aspects = vec![Some(aspect)];
        } else if !heads.is_empty() {
            aspects =
                heads.into_iter().map(|(a, b)| Some(article.words(a, b).to_string())).collect();
        } else if let Some(list) = after {
            aspects =
                list.into_iter().map(|(a, b)| Some(article.words(a, b).to_string())).collect();
        }
        let start = cue.map_or(prep, |k| k.min(prep)).max(s.from);
        let evidence = article.span(start.min(grade.from), grade.to);
        let rank = grade.rows.iter().find(|r| r.0 == scale).map(|r| u32::from(r.1) + 1);
        let item = self.found.len();
        let count = known.grades.len() as u32;
        for aspect in aspects {
            let mut rating = Rating {
                rater: rater.clone(),
                subject: subject.clone(),
                aspect,
                grade: text.clone(),
                scale: Some(known.id.to_string()),
                rank,
                of: (rank.is_some()).then_some(count),
                status,
                change: moved,
                from: from_text.clone(),
                date: date.clone(),
                grade_spans: vec![article.span(grade.from, grade.to)],
                evidence: vec![evidence],
            };
            if rating.from.is_some() && rating.change.is_none() {
                rating.change = direction(&rating);
            }
            self.found.push(rating);
        }
        Some(Frame { scale, subject, end: grade.to, item })
    }

    /// The noun phrase that ends before token `end`.
    fn before(&self, end: usize, start: usize, scale: u8) -> Option<String> {
        let article = self.article;
        let mut end = end;
        // ", which was rated": what stands before the comma.
        while end > start
            && (!article.shape(end - 1).is_word()
                && article.shape(end - 1) != Shape::Number
                && article.shape(end - 1) != Shape::Clitic
                || ["which", "who", "and"].iter().any(|w| article.reads(end - 1, w)))
        {
            end -= 1;
        }
        let mut from = end;
        while from > start {
            let k = from - 1;
            let shape = article.shape(k);
            let edge = matches!(
                shape,
                Shape::Comma
                    | Shape::Semicolon
                    | Shape::Colon
                    | Shape::Dash
                    | Shape::Open
                    | Shape::Close
            ) || shape.is_quote_mark()
                || shape == Shape::Lower && article.is(k, class::SUBJECT_EDGE);
            if edge {
                break;
            }
            from = k;
        }
        if let Some(cut) = (from..end).find(|k| self.raters_clitic(*k)) {
            from = cut + 1;
        }
        self.subjects
            .named(from, end)
            .filter(|_| from < end)
            .or_else(|| self.subjects.resolve(end, scale))
    }

    /// "Ofsted's", "the primary's Ofsted rating": what stands before belongs elsewhere.
    fn raters_clitic(&self, k: usize) -> bool {
        self.article.shape(k) == Shape::Clitic
            && subjects::rater_at(self.article, k.wrapping_sub(1)).is_some()
    }

    fn between(&self, from: usize, end: usize, scale: u8) -> Option<String> {
        let (from, mut end) = self.subjects.trim(from, end);
        if let Some(cut) = (from..end).find(|k| {
            self.article.is(*k, class::RATING_NOUN)
                || self.article.shape(*k) == Shape::Comma
                || ["its", "a", "an", "to", "as"]
                    .iter()
                    .any(|w| *k > from && self.article.reads(*k, w))
        }) {
            end = cut;
        }
        let (from, end) = self.subjects.trim(from, end);
        if from >= end {
            return None;
        }
        self.subjects.named(from, end).or_else(|| self.subjects.resolve(from, scale))
    }

    fn after(&self, from: usize, s: &Sentence, scale: u8) -> Option<String> {
        let article = self.article;
        let first = self.subjects.names.partition_point(|n| n.from < from);
        let name = self.subjects.names.get(first).filter(|n| n.from < s.to)?;
        let mut to = name.to;
        if name.from > from + 8 {
            return None;
        }
        // The rest of a heavy object: up to a comma, "in every category" or the end.
        while to < s.to {
            let stop = matches!(article.shape(to), Shape::Period | Shape::Dash | Shape::Semicolon)
                || article.shape(to).is_word() && article.is(to, class::SUBJECT_EDGE)
                || article.reads(to, "in")
                    && (article.reads(to + 1, "every") || article.reads(to + 1, "all"));
            if stop || to - from > 24 {
                break;
            }
            to += 1;
        }
        let (a, b) = if subjects::fits(article, *name, scale) {
            (name.from, name.to)
        } else {
            self.subjects.trim(name.from, to)
        };
        self.subjects.named(a, b)
    }

    /// "Leadership and safety at Heron Court": the name behind the aspects.
    fn at_name(&self, heads: &[(usize, usize)], end: usize) -> Option<String> {
        let from = heads.last()?.1;
        let first = self.subjects.names.partition_point(|n| n.from < from);
        let name = self.subjects.names.get(first).filter(|n| n.to <= end)?;
        self.subjects.named(name.from, name.to)
    }

    /// Aspects that are the subject of the clause: "Its support for care leavers was rated …".
    fn aspect_heads(&self, end: usize, start: usize) -> Vec<(usize, usize)> {
        let article = self.article;
        let mut list = Vec::new();
        let mut end = end;
        while end > start
            && (article.shape(end - 1) == Shape::Comma || article.is(end - 1, class::SUBJECT_EDGE))
        {
            end -= 1;
        }
        let mut from = end;
        while from > start && from + 24 > end {
            let shape = article.shape(from - 1);
            if shape.is_quote_mark()
                || matches!(shape, Shape::Semicolon | Shape::Colon | Shape::Dash | Shape::Open)
                || shape == Shape::Lower && article.is(from - 1, class::SUBJECT_EDGE)
            {
                break;
            }
            from -= 1;
        }
        let mut k = from;
        while k < end {
            while k < end
                && (article.shape(k) == Shape::Comma
                    || ["and", "its", "the", "their"].iter().any(|w| article.reads(k, w)))
            {
                k += 1;
            }
            match article.find(k, class::ASPECT) {
                Some(hit) if k + hit.len <= end => {
                    list.push((k, k + hit.len));
                    k += hit.len;
                }
                _ => break,
            }
        }
        if list.is_empty() {
            let (a, b) = (
                if article.reads(from, "its") || article.reads(from, "the") {
                    from + 1
                } else {
                    from
                },
                end,
            );
            let plain = (a..b).all(|x| {
                article.shape(x) == Shape::Lower || x == from || article.shape(x) == Shape::Hyphen
            });
            let kind = (a..b).any(|x| {
                article.find(x, class::RATED_KIND).is_some()
                    && article.find(x, class::ASPECT).is_none()
            });
            let linked = (a..b).any(|x| article.reads(x, "for") || article.reads(x, "of"));
            if plain && !kind && linked && b > a + 2 {
                list.push((from, b));
            }
        }
        list
    }

    /// The label of a line: "Leadership: Inadequate".
    fn label(&self, s: &Sentence, prep: usize) -> Option<(usize, usize)> {
        let article = self.article;
        if article.shape(prep) != Shape::Colon {
            return None;
        }
        let first = (s.from..prep).find(|k| article.shape(*k).is_word())?;
        Some((first, prep))
    }

    /// Aspects after a grade: "for safety and leadership", "in every category".
    fn aspect_after(&self, grade: &Grade, s: &Sentence) -> Option<Vec<(usize, usize)>> {
        let article = self.article;
        let mut i = grade.to;
        while i < s.to && article.shape(i).is_quote_mark() {
            i += 1;
        }
        for k in i..(i + 30).min(s.to) {
            if article.reads(k, "in")
                && ["all", "every", "any"].iter().any(|w| article.reads(k + 1, w))
            {
                let end = (k + 2..(k + 5).min(s.to)).find(|e| {
                    ["areas", "area", "category", "categories"].iter().any(|w| article.reads(*e, w))
                });
                if let Some(end) = end {
                    return Some(vec![(k + 1, end + 1)]);
                }
            }
        }
        if !["for", "at", "in"].iter().any(|w| article.reads(i, w)) {
            return None;
        }
        let mut k = i + 1;
        for word in ["being", "its", "the"] {
            if article.reads(k, word) {
                k += 1;
            }
        }
        let mut list = Vec::new();
        let mut start = k;
        while k <= s.to {
            let edge = k == s.to
                || !article.shape(k).is_word() && article.shape(k) != Shape::Hyphen
                || ["and", "but", "while", "by", "after", "in"].iter().any(|w| article.reads(k, w));
            if edge {
                if let Some(hit) = article.find(start, class::ASPECT).filter(|h| h.len + start >= k)
                {
                    k = start + hit.len;
                    list.push((start, k));
                } else if k > start
                    && article.shape(start) == Shape::Lower
                    && (article.reads(i, "for") || article.reads(i, "at"))
                    && k - start <= 8
                    && !(start..k).any(|x| {
                        article.find(x, class::RATED_PREVIOUSLY.or(class::RATED_KIND)).is_some()
                    })
                {
                    list.push((start, k));
                } else {
                    break;
                }
                while article.shape(k) == Shape::Comma || article.reads(k, "and") {
                    k += 1;
                }
                if k >= s.to
                    || k == start
                    || ["but", "while", "by", "after", "in"].iter().any(|w| article.reads(k, w))
                    || article.find(k, class::GRADE).is_some()
                {
                    break;
                }
                start = k;
            }
            k += 1;
        }
        (!list.is_empty()).then_some(list)
    }
}

/// Which way a change went, by the places on the scale.
fn direction(rating: &Rating) -> Option<RatingChange> {
    let outlook = |grade: &str| {
        ["positive", "stable", "developing", "negative"].iter().position(|g| *g == grade)
    };
    let scale = scales::all().iter().find(|s| Some(s.id) == rating.scale.as_deref())?;
    let rank =
        |grade: &str| scale.grades.iter().position(|g| *g == grade).or_else(|| outlook(grade));
    let (old, new) = (rank(rating.from.as_deref()?)?, rank(&rating.grade)?);
    Some(match new.cmp(&old) {
        std::cmp::Ordering::Less => RatingChange::Upgraded,
        std::cmp::Ordering::Greater => RatingChange::Downgraded,
        std::cmp::Ordering::Equal => RatingChange::Unchanged,
    })
}
