//! Reads a sentence from grade to grade, construction by construction.

use super::Page;
use super::context::{Manner, Scaled, capital};
use super::definition::small;
use super::grades::{self, Form, Grade};
use super::near::{Near, Role, Verb, role_at};
use super::phrases::Phrase;
use super::scales::Kind;
use super::settle::{Item, direction};
use super::subjects::Name;
use crate::article::Article;
use crate::lexicon::class;
use crate::report::{EntityKind, Rating, RatingChange, RatingStatus};
use crate::sentences::Sentence;
use crate::tokens::{Gap, Shape};

/// What an accepted grade hands on to the next in its sentence.
#[derive(Clone, Debug)]
pub struct Frame {
    pub scaled: Scaled,
    pub subjects: Vec<String>,
    /// Token after the statement.
    pub end: usize,
    /// Its items.
    pub items: (usize, usize),
    pub status: RatingStatus,
}

/// The construction that makes a grade a rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Construction {
    /// A verb governs it.
    Verb,
    /// A noun for a rating stands behind it, or it stands before a name: "‘inadequate’ Oakmoor School".
    Noun,
    /// A noun for a rating stands before it: "a rating of good".
    OfNoun,
    /// It goes on after another grade: "and inadequate for safety".
    Next,
    /// It stands alone: stars.
    Alone,
}

/// Reads sentences; holds what was found.
pub struct Reader<'p, 'a, 't> {
    pub(super) page: &'p Page<'a, 't>,
    /// What was found.
    pub found: Vec<Item>,
    /// Token after the last line of a list that told a change, and the change.
    pub(super) led: Option<(usize, RatingChange)>,
    /// Token after the last rating, for statements that only make sense behind one.
    last: Option<usize>,
}

/// Most tokens from "which" to the grade of its clause.
const WHICH: usize = 8;

/// How many tokens behind a rating a bare statement still belongs to it.
const NEARBY: usize = 120;

impl<'p, 'a, 't> Reader<'p, 'a, 't> {
    /// A reader of the page.
    #[must_use]
    pub fn new(page: &'p Page<'a, 't>) -> Reader<'p, 'a, 't> {
        Reader { page, found: Vec::new(), led: None, last: None }
    }

    /// Reads a sentence.
    pub fn sentence(&mut self, s: &Sentence) {
        let grades = self.grades(s);
        let listed = self.explained(&grades, s);
        let mut frame: Option<Frame> = None;
        let mut from: Option<Grade> = None;
        for (n, grade) in grades.iter().enumerate() {
            if listed.get(n).copied().unwrap_or(false) {
                continue;
            }
            let least = frame.as_ref().map_or(s.from, |f| f.end.min(grade.from));
            let near = self.page.near(grade, s, least);
            if self.is_from(grade, &near) {
                match &mut frame {
                    Some(f)
                        if grade.from.saturating_sub(f.end) < 16
                            && near.verb.is_none_or(|v| v.at < f.end || v.role == Role::Be) =>
                    {
                        self.came_from(f, grade, &near);
                        f.end = near.to;
                    }
                    _ => from = Some(grade.clone()),
                }
                continue;
            }
            // "Norton Beach was downgraded from sufficient, while Larkfield Beach is poor": another's.
            let apart = |k: usize| self.page.article.reads_any(k, &words!["while", "whereas"]);
            let from_here = from.as_ref().filter(|f| !(f.to..grade.from).any(apart));
            if let Some(next) = self.read(s, grade, &near, frame.as_ref(), from_here) {
                self.last = Some(next.end);
                self.so_does(s, frame.replace(next), grade.from);
                from = None;
            }
        }
        self.states(s);
        self.lost(s, from);
        self.so_does(s, frame, s.to);
    }

    /// The grades of a sentence, in order.
    fn grades(&self, s: &Sentence) -> Vec<Grade> {
        let mut grades = Vec::new();
        let mut i = s.from;
        while i < s.to {
            if !grades::may_open(self.page.article, self.page.scales, i) {
                i += 1;
                continue;
            }
            let found = grades::at(self.page.article, self.page.scales, i).or_else(|| {
                if self.asks_number(i, s) { grades::bare(self.page.article, i) } else { None }
            });
            // "a Rotten Tomatoes score", "Washington High"
            let inside = |g: &Grade| {
                let lone = g.to == g.from + 1
                    && self.page.article.shape(g.from) == Shape::Title
                    && self.page.article.shape_before(g.from).is_capital();
                let names = || self.page.names_within(g.from.saturating_sub(8), g.from);
                self.page.raters.hold_more(g.from, g.to)
                    || lone && names().iter().any(|n| n.to >= g.to)
            };
            match found.filter(|g| g.to <= s.to && !inside(g)) {
                Some(grade) => {
                    i = grade.to;
                    match grades.last_mut().filter(|last| self.same(last, &grade)) {
                        Some(last) => last.to = grade.to,
                        None => grades.push(grade),
                    }
                }
                None => i += 1,
            }
        }
        grades
    }

    /// Whether two grades are one by two names: "a grade two, or “weak”", "five – very good".
    fn same(&self, one: &Grade, two: &Grade) -> bool {
        let article = self.page.article;
        let mut between = one.to..two.from;
        one.form == Form::Word
            && between.len() < 6
            && one.rows.iter().any(|row| two.rows.contains(row))
            && between.any(|k| {
                matches!(article.shape(k), Shape::Dash | Shape::Open) && k < one.to + 2
                    || article.is(k, any!(OR, RELATIVE)) && article.shape(k - 1) == Shape::Comma
            })
    }

    /// Whether the words before token `i` ask for a number as a grade: "was given only", "a score of".
    fn asks_number(&self, i: usize, s: &Sentence) -> bool {
        let article = self.page.article;
        let number = article.shape(i) == Shape::Number || article.is(i, class::RATING_NUMBER);
        if !number {
            return false;
        }
        // "its 12-rated predecessor": for an age.
        let compound = article.shape(i + 1) == Shape::Hyphen
            && article.is(i + 2, class::RATE)
            && article.at(i).span().len() != 2;
        if compound {
            return true;
        }
        let mut k = i;
        let mut a = false;
        while k > s.from && k + 5 > i && article.is(k - 1, class::DEGREE) {
            k -= 1;
            a |= article.is(k, class::INDEFINITE);
        }
        let Some(p) = k.checked_sub(1).filter(|p| *p >= s.from) else { return false };
        let noun = |k: usize| article.is(k, class::RATING_NOUN);
        // "four ratings have been given", "plunged two grades": these count.
        if noun(i + 1) && article.word(i + 1).ends_with('s') && !article.word(i + 1).ends_with("ss")
        {
            return false;
        }
        // "Spills had fallen from eleven to four": these are counted.
        let counted = |k: usize| {
            let head = self.page.group(k, s.from).wrapping_sub(1);
            article.shape(head) == Shape::Lower
                && article.word(head).ends_with('s')
                && !article.is(head, any!(PRONOUN, RATING_NOUN, RATED_KIND, RATED_KINDS, ASPECT))
        };
        let moved = || {
            (p.saturating_sub(8).max(s.from)..p).any(|k| {
                role_at(self.page, k).is_some_and(|(r, _)| r.changes() && !counted(k)) || noun(k)
            })
        };
        // "scored two out of four for care, but only one for meals"
        let again = || {
            (i.saturating_sub(24).max(s.from)..i).any(|k| {
                article.reads(k, word!("out")) && article.reads(k + 1, word!("of"))
                    || article.is(k, class::STAR_NOUN) && k + 1 < i
                    // "Elm Park got five, Oakmoor four and Ash Grove none"
                    || article.is(k, class::RATING_NUMBER)
                        && role_at(self.page, k.wrapping_sub(1)).is_some()
            })
        };
        // "four stars out of five and Elm Park Hospital three", "five stars overall and four for rollover"
        let gapped = || {
            let name = || self.page.name_ending(i, i.saturating_sub(8).max(s.from));
            // "one star for inspections, one for staffing and four for quality"
            let joined = (article.is(p, class::AND) || article.shape(p) == Shape::Comma)
                && (article.reads(i + 1, word!("for")) || article.reads(i + 1, word!("to")));
            (joined || name().is_some_and(|n| !n.person)) && again()
        };
        let only =
            k < i && (article.shape(i + 1) == Shape::Dash || article.is(i + 1, class::ASPECT_FOR));
        // "sits on 91 at Metacritic"
        let on = i + 1 + usize::from(article.is(i + 1, class::SCORED_WITH));
        // "the ratings: Elm Court (five), Elm House (two)"
        let bracketed = || {
            article.shape(p) == Shape::Open
                && article.shape(i + 1) == Shape::Close
                && (i.saturating_sub(40).max(s.from)..i).any(noun)
        };
        gapped()
            || bracketed()
            || article.find(on, Kind::Rater.class()).is_some() && !article.is(on, class::CRITIC)
            || (only || article.is(p, class::SCORED_WITH)) && again()
            || article.reads(p, word!("of")) && noun(p.wrapping_sub(1))
            // "has the top grade, four"
            || matches!(article.shape(p), Shape::Colon | Shape::Comma) && noun(p.wrapping_sub(1))
            || noun(p)
            || noun(i + 1)
            || a && article.is(p, any!(COPULA, BE))
            || (article.reads(p, word!("to")) || article.reads(p, word!("from"))) && moved()
            || article.reads(p, word!("from"))
                && article.reads_any(p.wrapping_sub(1), &words!["down", "up"])
            || (0..3).any(|back| {
                back == 1
                    && article.is(p, class::OBJECT_PRONOUN)
                    && role_at(self.page, p.wrapping_sub(1)).is_some()
                    || role_at(self.page, p.wrapping_sub(back))
                        .is_some_and(|(role, len)| role != Role::Be && len == back + 1)
            })
    }

    /// Which grades only explain the scale, or stand in a list of choices: "good or outstanding".
    fn explained(&self, grades: &[Grade], s: &Sentence) -> Vec<bool> {
        let article = self.page.article;
        let mut listed = vec![false; grades.len()];
        if grades.is_empty() {
            return listed;
        }
        // "judged poor – the lowest of four grades –": one that was given.
        let given = |k: usize| {
            let most = k.wrapping_sub(usize::from(article.reads(k, word!("of"))));
            article.word(most).ends_with("est")
                && article.reads(most.wrapping_sub(1), word!("the"))
                && matches!(article.shape(most.wrapping_sub(2)), Shape::Dash | Shape::Comma)
        };
        let explains = (s.from..s.to).any(|k| {
            article.finds(k, class::SCALE_WORD)
                && !given(k)
                && grades.iter().any(|g| g.from.abs_diff(k) < 30)
        });
        // "61% of pupils reached the expected standard": theirs, not the school's.
        for (grade, slot) in grades.iter().zip(&mut listed) {
            let near = |back: usize, c| {
                (grade.from.saturating_sub(back)..grade.from).any(|k| article.is(k, c))
            };
            // "61% were at band C or above"
            let end = grade.to + usize::from(article.shape(grade.to).is_quote_mark());
            *slot = near(3, class::STANDARD_MET) && near(12, class::LEARNER)
                || grade.is_of_codes(self.page.scales)
                    && article.is(end, class::OR)
                    && article.is(end + 1, class::OR_BETTER);
        }
        // "to grade hospitals from A to F": all that there is.
        for n in 1..grades.len() {
            let (Some(one), Some(two)) = (grades.get(n - 1), grades.get(n)) else { break };
            let ends = |row: &(u8, u8)| {
                let last = self.page.scales.get(row.0).map_or(0, |s| s.names().count() as u8);
                let other = two.rows.iter().find(|r| r.0 == row.0);
                other.is_some_and(|r| r.1.min(row.1) == 0 && r.1.max(row.1) + 1 == last)
            };
            let rated = || {
                let near = self.page.near(one, s, s.from);
                article.reads(near.prep, word!("from"))
                    && near.verb.is_some_and(|v| v.role == Role::Rate && !v.be)
            };
            if two.from < one.to + 4
                && (one.to..two.from).any(|k| article.reads(k, word!("to")))
                && one.rows.iter().any(ends)
                && rated()
            {
                listed.iter_mut().take(n + 1).skip(n - 1).for_each(|l| *l = true);
            }
        }
        let mut first = 0;
        let mut choice = false;
        for n in 0..grades.len() {
            let Some(grade) = grades.get(n) else { break };
            let next = grades.get(n + 1);
            let filler = |k: usize| {
                let shape = article.shape(k);
                shape.is_quote_mark()
                    || matches!(
                        shape,
                        Shape::Comma | Shape::Semicolon | Shape::Slash | Shape::Bullet
                    )
                    || article.is(k, any!(AND, OR, DEGREE))
            };
            // "a grade two, or weak": a word of some other scale is no choice.
            let common = |x: &Grade| {
                (x.form != Form::Word || grade.form != Form::Word) && !grade.is_number()
                    || x.rows.iter().any(|r| grade.rows.iter().any(|own| own.0 == r.0))
            };
            let joined = next.is_some_and(|x| {
                common(x)
                    && x.from - grade.to <= 6
                    && (grade.to..x.from).all(filler)
                    && x.from > grade.to
            });
            if joined {
                choice |=
                    next.is_some_and(|x| (grade.to..x.from).any(|k| article.is(k, class::OR)));
                continue;
            }
            if n + 1 - first >= 3 || choice {
                listed.iter_mut().take(n + 1).skip(first).for_each(|l| *l = true);
            }
            (first, choice) = (n + 1, false);
        }
        if explains {
            let glyph =
                |n: usize| grades.get(n).is_some_and(|g| matches!(g.form, Form::Glyphs(..)));
            for n in 0..listed.len() {
                if !glyph(n)
                    && let Some(slot) = listed.get_mut(n)
                {
                    *slot = true;
                }
            }
        }
        listed
    }

    #[inline(never)]
    pub(super) fn push(&mut self, rating: Rating, at: usize, compares: bool) {
        let whole = rating.aspect.is_none();
        self.found.push(Item {
            rating,
            at,
            compares,
            turn: None,
            whole,
            state: false,
            ago: false,
            list: false,
        });
    }

    /// Whether the grade ends where a grade may end: not "good work".
    pub(super) fn ends_well(&self, grade: &Grade, near: &Near, s: &Sentence) -> bool {
        let article = self.page.article;
        let i = near.to;
        let shape = article.shape(i);
        if i >= s.to
            || !shape.is_word() && shape != Shape::Number
            || article.gap(i) >= Gap::Line && near.quoted
        {
            return true;
        }
        if matches!(grade.form, Form::Glyphs(..) | Form::Outlook) {
            return true;
        }
        near.quoted && near.to > grade.to
            || near.noun_after.is_some()
            || article.find(i, class::RATING_AFTER).is_some()
            // "two AA batteries", "the PG-13 drama"
            || grade.form == Form::Word
                && grade.is_distinct(self.page.scales)
                && !(shape == Shape::Lower
                    && article.gap(i) == Gap::Space
                    && grade.is_of_codes(self.page.scales)
                    && !article.is(i, any!(PREPOSITION, CONJUNCTION, VERB_S, VERB_ING, PRONOUN)))
            || self.of_kind(grade, near, s)
            || self.parted(grade, near).is_some()
            || capital(article, i) && !self.page.names_within(i, i + 1).is_empty()
            || self.page.date_starting(i)
            || article.is(i, any!(VERB_PAST, AUXILIARY, ADVERB))
            || grade.is_number() && article.is(i, class::AND)
    }

    /// "remains a good school, Ofsted has confirmed": a thing of a kind that the grade is for.
    fn of_kind(&self, grade: &Grade, near: &Near, s: &Sentence) -> bool {
        let page = self.page;
        let kind = || page.scales.find(page.article, near.to, Kind::Subject);
        near.verb.is_some_and(|v| matches!(v.role, Role::Be | Role::Kept))
            && page.article.is(near.from, class::INDEFINITE)
            && kind().is_some_and(|f| grade.rows.iter().any(|row| f.is_of(row.0)))
            && page.raters.within(s.from, s.to).iter().any(|m| m.manner == Manner::Named)
    }

    /// "good overall, with outstanding behaviour": where the part ends that the grade stands before.
    fn parted(&self, grade: &Grade, near: &Near) -> Option<usize> {
        let page = self.page;
        if grade.form != Form::Word || !page.article.reads(near.prep, word!("with")) {
            return None;
        }
        let part = page.scales.find(page.article, near.to, Kind::Aspect)?;
        let end = near.to + part.len;
        let own = grade.rows.iter().any(|row| part.is_of(row.0));
        (own && !page.article.shape(end).is_word()).then_some(end)
    }

    /// The construction of a grade; `None` where it is no rating.
    fn construction(
        &self,
        s: &Sentence,
        grade: &Grade,
        near: &Near,
        frame: Option<&Frame>,
    ) -> Option<Construction> {
        let page = self.page;
        let article = page.article;
        if matches!(grade.form, Form::Glyphs(..)) {
            return Some(Construction::Alone);
        }
        if self.apposed(grade, near) {
            return Some(Construction::Noun);
        }
        if self.sought(near) || !self.ends_well(grade, near, s) {
            return None;
        }
        // "‘Needs attention’ is not a fail": the grade is spoken of.
        if (near.from == s.from || near.verbal && near.verb.is_some_and(|v| v.group == s.from))
            && article.is(near.to, class::COPULA)
        {
            return None;
        }
        let rater_here = page
            .raters
            .in_range(s.from.max(grade.from.saturating_sub(60)), s.to.min(grade.to + 60));
        let distinct = grade.is_distinct(page.scales) || grade.form == Form::Outlook;
        let number = grade.is_number();
        let aspects = || !self.page.aspects_after(near, grade, s).0.is_empty();
        let nearby = self.last.is_some_and(|l| l + NEARBY > grade.from);
        // "its lowest rating, inadequate": a noun, then the grade as its name.
        let apposed = near.noun_before.is_some_and(|n| {
            let between = n + 1..near.from;
            // "Ofsted's verdict on Oakmoor School: requires improvement"
            article.shape(near.prep) == Shape::Colon
                || between.len() <= 3
                    && between.clone().all(|k| {
                        !article.shape(k).is_word()
                            || article.is(k, any!(GRADE_LINK, COPULA))
                            || article.reads(k, word!("of"))
                    })
        });
        // Pupils and players get grades and scores as well.
        let plain = grade.form == Form::Word && !distinct && !near.quoted && !rater_here;
        let noun_after = near.noun_after.filter(|n| !(plain && article.is(*n, class::SCORE_NOUN)));
        // "the number of G-rated flats": whichever.
        if let Some(n) = near.noun_after
            && article.is(n, class::RATE)
            && article.shape(n - 1) == Shape::Hyphen
            && article.shape(n + 1) == Shape::Lower
            && article.word(n + 1).ends_with('s')
            && !article.is(near.prep, class::DETERMINER)
        {
            return None;
        }
        // "after two consecutive ‘inadequate’ ratings" counts.
        if article.is(near.prep, class::RATING_NUMBER)
            && noun_after.is_some_and(|n| article.word(n).ends_with('s'))
        {
            return None;
        }
        // "cut the vacancy rate to 14%": a percentage is a grade where something calls it one.
        if grade.form == Form::Percent && !self.is_scored(near) {
            return None;
        }
        if let Some(verb) = near.verb {
            let named = || page.name_ending(near.from, verb.to).is_some();
            let to = article.reads_any(near.prep, &words!["to", "at", "as", "into"]);
            let ok = match verb.role {
                Role::Rate => {
                    near.direct
                        || near.quoted
                        || number
                        || distinct
                        || self.object_fits(verb, near)
                        || noun_after.is_some()
                        // "rates the shares a buy"
                        || article.is(near.from, class::INDEFINITE)
                }
                Role::Give | Role::Receive => {
                    noun_after.is_some()
                        || apposed
                        || near.quoted
                        // "We gave her a False"
                        || article.shape(grade.from).is_capital()
                            && grade.from > verb.to
                            && article.is(grade.from - 1, class::INDEFINITE)
                            && page.raters.any_named()
                        || distinct
                            && (rater_here
                                || nearby
                                || grade.is_strong(page.scales) && page.raters.any())
                        || number
                        || near.direct && (rater_here || nearby && aspects())
                        // "started coverage of Telcom at neutral", "initiated Telcom at outperform"
                        || article.find(verb.at, class::COVERS).is_some()
                            && article.reads_any(near.prep, &words!["at", "with"])
                        // "awarded Oakmoor University gold"
                        || rater_here
                            && (article.is(near.from - 1, class::OBJECT_PRONOUN) || named())
                        // "Elm Park University also got gold", "Norwick General got a B"
                        || (near.direct && nearby
                            || distinct && article.is(near.from, class::INDEFINITE))
                            && page.raters.any_named()
                            && self.fitting(grade, near, verb)
                }
                Role::Up | Role::Down | Role::Moved | Role::Lose => {
                    to || noun_after.is_some() || near.quoted || distinct && rater_here || apposed
                }
                Role::Kept => {
                    to || noun_after.is_some()
                        || near.quoted
                        || rater_here
                        || apposed
                        || near.direct && (aspects() || nearby || distinct)
                        // "Vale Stores: Norwick repeats buy, target 55p"
                        || near.direct && page.line_head(grade.from).is_some()
                }
                Role::Be => {
                    self.copular(s, grade, near, verb, (rater_here || nearby, frame.is_some()))
                }
            };
            if ok {
                return Some(Construction::Verb);
            }
        }
        let numberless = !matches!(grade.form, Form::Number(_, 0))
            || article.is(grade.to.wrapping_sub(1), class::STAR_NOUN)
            || noun_after.is_some();
        // "In a three-star review for this newspaper, Ann Day wrote"
        let review = noun_after.is_some_and(|n| article.is(n, class::REVIEW_WORD));
        if noun_after.is_some()
            && (rater_here || near.quoted || distinct || nearby || review || page.raters.any())
            && numberless
        {
            return Some(Construction::Noun);
        }
        // "34% on Rotten Tomatoes and a C+ CinemaScore"
        let on = near.to + usize::from(article.is(near.to, any!(DATE_PREPOSITION, BY)));
        if (grade.is_number() || distinct && on == near.to)
            && on < s.to
            && (!article.is(near.prep, class::SCORED_WITH)
                || article.is(near.prep.wrapping_sub(1), class::COPULA))
            && page
                .raters
                .within(on, on + 1 + usize::from(article.reads(on, word!("the"))))
                .iter()
                .any(|m| m.manner == Manner::Named)
        {
            return Some(Construction::Noun);
        }
        if apposed && (rater_here || near.quoted || distinct || nearby) {
            return Some(Construction::OfNoun);
        }
        if grade.form == Form::Outlook && rater_here {
            return Some(Construction::OfNoun);
        }
        // "Oakmoor Council’s C4 follows an inspection"
        let owned = article.reads_clitic_s(near.prep)
            && grade.is_strong(page.scales)
            && page.raters.any_named()
            && page.name_ending(near.prep, near.prep.saturating_sub(8)).is_some();
        if owned || self.epithet(grade, near, s) {
            return Some(Construction::Noun);
        }
        if let Some(f) = frame
            && self.goes_on(grade, near, f, s)
        {
            return Some(Construction::Next);
        }
        if page.raters.any_named() && self.label(near).is_some() {
            return Some(Construction::OfNoun);
        }
        // "came top with 79 per cent", "came bottom on 49%": where a rater is known that gives such scores.
        // "brought up the tail at D+", "sailed through with a PG"
        let code =
            distinct && (grade.is_strong(page.scales) || article.is(near.from, class::INDEFINITE));
        // "Sickness was running at 9%": no rating of anybody.
        let named = || !page.names_within(near.floor, near.prep).is_empty();
        let score = grade.form == Form::Percent && named()
            || matches!(grade.form, Form::Number(_, 6..))
            || code
            || near.quoted && grade.form == Form::Word;
        (score
            && article.is(near.prep, class::SCORED_WITH)
            && !article.is(near.prep.wrapping_sub(1), class::BETTER_THAN)
            && page.raters.any_named())
        .then_some(Construction::OfNoun)
    }

    /// The part that a mark before the grade sets it to: "Safe: inadequate. Effective: good."
    fn label(&self, near: &Near) -> Option<(usize, usize)> {
        let article = self.page.article;
        let mark = near.prep;
        let set = matches!(article.shape(mark), Shape::Colon | Shape::Dash)
            || article.shape(mark) == Shape::Hyphen && article.gap(mark) > Gap::None;
        let fills = |k: &usize| {
            let found = self.page.scales.find(article, *k, Kind::Aspect);
            found.is_some_and(|f| k + f.len == mark)
                && (article.is(k.wrapping_sub(1), class::AND)
                    || !article.shape_before(*k).is_word())
        };
        let first = if set { (mark.saturating_sub(8)..mark).find(fills) } else { None };
        first.map(|k| (k, mark))
    }

    /// Whether a percentage may be a grade: not "fell to 14%", "get it below 10%".
    pub(super) fn is_scored(&self, near: &Near) -> bool {
        let article = self.page.article;
        let noun = near.noun_before.or(near.noun_after).is_some();
        let measured = near.verb.is_some_and(|v| v.role.changes())
            || article.is(near.prep, class::PREPOSITION)
                && !article.reads_any(near.prep, &words!["of", "at", "to", "as"])
                && !article.is(near.prep, class::SCORED_WITH);
        noun || !measured
    }

    /// Whether the phrase before a verb names a thing that a scale of the grade is for.
    fn fitting(&self, grade: &Grade, near: &Near, verb: Verb) -> bool {
        let page = self.page;
        let (from, to) = page.before(verb.group, near.floor);
        let fits = |n: &Name| grade.rows.iter().any(|row| page.fits(*n, row.0));
        page.names_within(from, to).iter().any(|n| !n.person && fits(n))
    }

    /// Whether a verb has an object between itself and the grade that can be rated.
    fn object_fits(&self, verb: Verb, near: &Near) -> bool {
        let page = self.page;
        (verb.to..near.from).any(|k| {
            page.article.shape(k).is_capital()
                || page.article.is(k, class::OBJECT_PRONOUN)
                || page.article.is(k, class::STATEMENT_NOUN)
                    && page.article.shape(near.to.wrapping_sub(1)).is_capital()
                || page.scales.find(page.article, k, Kind::Subject).is_some()
                || page.scales.find(page.article, k, Kind::Aspect).is_some()
        })
    }

    /// "Leadership was inadequate", "its rating is good", "the school requires improvement".
    fn copular(
        &self,
        s: &Sentence,
        grade: &Grade,
        near: &Near,
        verb: Verb,
        (context, next): (bool, bool),
    ) -> bool {
        let page = self.page;
        let article = page.article;
        let distinct = grade.is_distinct(page.scales);
        if self.of_kind(grade, near, s) {
            return true;
        }
        // "The outlook is positive, where it was stable before"
        if next && grade.form == Form::Outlook {
            return true;
        }
        let mut range = page.before(verb.group, near.floor);
        // "Leadership had improved and was now good"
        if article.is(verb.group.wrapping_sub(1), class::AND)
            && !near.verbal
            && range.0 + 1 >= range.1
            && let Some(shared) = self.shared(verb.group, s)
        {
            range = shared;
        }
        // "The service, which was rated good, is now inadequate", "…, having previously required improvement"
        // "It was previously good"
        let it = range.0 + 1 == range.1 && article.is(range.0, class::PRONOUN);
        let turned = (next || context && it)
            && (verb.group..grade.from)
                .any(|k| article.find(k, any!(RATED_NOW, RATED_PREVIOUSLY)).is_some());
        // "has been told that it is inadequate"
        let told = it
            && page.raters.any()
            && (range.0.saturating_sub(2)..range.0).any(|k| article.is(k, class::TOLD));
        if turned || told || (range.0..range.1).any(|k| article.is(k, class::RATING_NOUN)) {
            return true;
        }
        if !context {
            let scale = grade.rows.first().map_or(0, |r| r.0);
            let named = !page.names_within(range.0, range.1).is_empty()
                || !page.phrase(range, scale).aspects.is_empty();
            // "Elmford is in phase four": no words of anything else.
            let strong = grade.is_strong(page.scales) && page.raters.any_named();
            // "The home requires improvement"
            let kind = || {
                let found = page.scales.find(article, range.1.wrapping_sub(1), Kind::Subject);
                found.is_some_and(|f| grade.rows.iter().any(|row| f.is_of(row.0)))
            };
            if near.verbal && article.is(range.0, class::DETERMINER) && kind() {
                return page.raters.any_named();
            }
            return named && page.raters.any() && (strong || self.known_aspects(grade, near, s));
        }
        if near.verbal && !near.quoted {
            let capital = article.shape(grade.from) == Shape::Title && grade.from > s.from;
            let told = (range.0.saturating_sub(3)..range.1 + 1)
                .any(|k| article.is(k, any!(PRONOUN, ALL_OF)));
            let kind = (range.0..range.1).any(|k| {
                page.scales.find(article, k, Kind::Subject).is_some()
                    || page.scales.find(article, k, Kind::Aspect).is_some()
            });
            // "A third, Fern Lodge, requires improvement"
            let named = !page.names_within(range.0, verb.group).is_empty();
            return capital
                || told
                || kind
                || named
                || !page.heads(range.0, range.1, range.0).is_empty();
        }
        let scale = grade.rows.first().map_or(0, |r| r.0);
        let phrase = page.phrase(range, scale);
        // "Six were rated acceptable, while the Lyra and the Vento were marginal"
        let names = page.names_within(range.0, range.1);
        let series = next || self.last.is_some_and(|l| l + 40 > grade.from);
        let listed = series
            && !names.is_empty()
            && names.iter().all(|n| !n.person)
            && phrase.aspects.is_empty()
            && (range.0..range.1).all(|k| {
                article.is(k, any!(DETERMINER, AND, CLAUSE_BREAK))
                    || article.shape(k) == Shape::Comma
                    || matches!(article.shape(k), Shape::Hyphen | Shape::Number)
                    || names.iter().any(|n| (n.from..n.to).contains(&k))
            });
        near.quoted
            || distinct
            || listed && grade.form == Form::Word
            || matches!(grade.form, Form::Number(_, 0)) && article.is(near.from, class::INDEFINITE)
            || grade.is_number() && near.noun_after.is_some()
            || !phrase.aspects.is_empty()
            || next && phrase.counts
            || (!phrase.subjects.is_empty()
                || phrase.kind.is_some()
                // "The hospital requires improvement but is good for caring"
                || next && range.0 >= range.1
                || range.0 + 1 == range.1 && article.is(range.0, class::PRONOUN))
                && !page.aspects_after(near, grade, s).0.is_empty()
                && (page
                    .raters
                    .in_range(s.from.max(grade.from.saturating_sub(60)), s.to.min(grade.to + 60))
                    || self.known_aspects(grade, near, s)
                    || (phrase.kind.is_some() || phrase.subjects.is_empty())
                        && article.reads(near.to.max(grade.to), word!("at")))
            || article.is(verb.at, class::GRADE_KEPT)
    }

    /// Whether the grade is for parts that a scale knows.
    fn known_aspects(&self, grade: &Grade, near: &Near, s: &Sentence) -> bool {
        let page = self.page;
        let hit = page.article.find(near.to.max(grade.to), class::ASPECT_PREPOSITION);
        hit.is_some_and(|hit| {
            let at = near.to.max(grade.to) + hit.len;
            (at..s.to.min(at + 3))
                .any(|k| page.scales.find(page.article, k, Kind::Aspect).is_some())
        })
    }

    /// "Elm Cove, poor in 2023, has …", "Elm Water, a two-star performer until now, …", "Elm Air, a three-star airline
    /// in the eyes of Skytrax", "the ratings: Elm Court (five), Elm House (two)"
    fn apposed(&self, grade: &Grade, near: &Near) -> bool {
        let page = self.page;
        let article = page.article;
        let bracket =
            article.shape(near.prep) == Shape::Open && article.shape(near.to) == Shape::Close;
        if article.shape(near.prep) != Shape::Comma && !bracket {
            return false;
        }
        if self.titled(near).is_some() {
            return grade.is_number();
        }
        let name = page.name_ending(near.prep, near.prep.saturating_sub(8).max(near.floor));
        if name.is_none_or(|n| n.person) {
            return false;
        }
        if bracket {
            return matches!(grade.form, Form::Number(_, 0 | 5))
                || grade.form == Form::Word
                    && !grade.is_of_codes(page.scales)
                    && page.raters.any_named();
        }
        let noun = article.shape(near.to) == Shape::Lower && grade.is_number();
        let to = near.to + usize::from(noun);
        let day = article.is(near.to, class::DATE_PREPOSITION) && page.date_starting(near.to + 1);
        let last = |k: &usize| article.find(*k, class::RATED_LAST).is_some();
        let rated = |m: &super::context::Mention<'_>| m.manner == Manner::Named;
        day || [near.to, to].iter().any(last)
            || noun && page.raters.within(to, to + 7).iter().any(rated)
    }

    /// The title in marks before stars in brackets: "“The Glass Ferry” (two stars)".
    pub(super) fn titled(&self, near: &Near) -> Option<(usize, usize)> {
        let page = self.page;
        let article = page.article;
        let bracket =
            article.shape(near.prep) == Shape::Open && article.shape(near.to) == Shape::Close;
        let close = near.prep.checked_sub(1).filter(|_| bracket)?;
        let pair = page.marks.get(page.marks.partition_point(|p| p.close < close))?;
        let title = pair.closed && pair.close == close && article.shape(pair.from()).is_capital();
        (title && page.byline.is_some()).then(|| (pair.from(), pair.to()))
    }

    /// "‘Inadequate’ Oakmoor School", "the formerly outstanding Oakmoor School".
    fn epithet(&self, grade: &Grade, near: &Near, s: &Sentence) -> bool {
        let page = self.page;
        let article = page.article;
        let named = page.names_within(near.to, near.to + 1).first().is_some_and(|n| {
            (n.from..n.to + 2).any(|k| page.scales.find(article, k, Kind::Subject).is_some())
        });
        let once = article.find(near.prep, class::RATED_PREVIOUSLY).is_some();
        named
            && near.to < s.to
            && (near.quoted && near.to > grade.to
                || once
                || grade.is_distinct(page.scales) && near.prep == usize::MAX)
    }

    /// Whether the grade goes on with the statement before it: "and inadequate for safety".
    fn goes_on(&self, grade: &Grade, near: &Near, frame: &Frame, s: &Sentence) -> bool {
        let page = self.page;
        let article = page.article;
        // "gave it 47%, …, with one star for seating"
        let with = grade.is_number() && article.is(near.prep, class::SCORED_WITH);
        let reach = if with { 32 } else { 16 };
        if grade.from.saturating_sub(frame.end) > reach || frame.scaled.scale.is_none() {
            return false;
        }
        let short = near.prep == usize::MAX || near.prep < frame.end;
        let between = frame.end.min(near.from)..near.from;
        let glued = between
            .clone()
            .all(|k| !article.shape(k).is_word() || article.is(k, any!(AND, CLAUSE_BREAK, ADVERB)));
        let aspect = between.clone().any(|k| page.scales.find(article, k, Kind::Aspect).is_some());
        let verbless = !between
            .clone()
            // "and well-being to be good"
            .filter(|k| {
                !article.is(*k, class::BE_LINK) || !article.reads(k.wrapping_sub(1), word!("to"))
            })
            .any(|k| article.is(k, any!(AUXILIARY, VERB_PAST)) && article.shape(k) == Shape::Lower);
        // "Oakmoor School good, Elm Park outstanding and Ash Grove inadequate"
        let rater = |k: usize| page.raters.hold(k);
        let named = || {
            // "Time Out gave it five stars, the Guardian four"
            if near.from > frame.end && rater(near.from - 1) {
                return between
                    .clone()
                    .all(|k| !article.shape(k).is_word() || rater(k) || article.is(k, class::AND));
            }
            let name = page.names_within(between.start, near.from).first();
            name.is_some_and(|n| {
                n.to == near.from
                    && !n.person
                    && (between.start..n.from).all(|k| {
                        !article.shape(k).is_word() || article.is(k, any!(AND, DETERMINER))
                    })
            })
        };
        short
            || glued
            || with
            || near.quoted
            || named()
            || verbless
                && (grade.is_distinct(page.scales)
                    || grade.is_number()
                    || aspect
                    || article.shape(near.prep) == Shape::Clitic
                    || !page.aspects_after(near, grade, s).0.is_empty())
    }

    /// Reads one grade; gives what the next in the sentence may take over.
    fn read(
        &mut self,
        s: &Sentence,
        grade: &Grade,
        near: &Near,
        frame: Option<&Frame>,
        from: Option<&Grade>,
    ) -> Option<Frame> {
        let page = self.page;
        let construction = self.construction(s, grade, near, frame)?;
        if self.supposed(s, grade, near) {
            return None;
        }
        let titled = self.titled(near);
        let cued = near.verb.is_some() || near.noun_after.is_some() || titled.is_some();
        let carried = frame.map(|f| &f.scaled);
        let mut scaled = page.raters.scale_of(page, grade, s, carried, cued).or_else(|| {
            let strict =
                near.verb.is_some_and(|v| v.role == Role::Rate) && grade.form == Form::Word;
            if strict {
                page.raters.off_scale(page, grade, s.from.max(near.floor), s.to)
            } else {
                None
            }
        })?;
        let family = scaled.family;
        let known = page.scales.get(family)?;
        if !known.anybody() && self.by_others(s, near) {
            return None;
        }
        let text = match scaled.scale {
            Some(number) => grade.text(page.article, number, known)?,
            None => small(page.article.words(grade.from, grade.to)),
        };
        let mut phrase = match titled {
            Some((a, b)) => Phrase::of(page.article.wording(a, b), a),
            None => self.subject(construction, s, grade, near, frame, from, family),
        };
        if let Some((frame, name)) = frame.and_then(|f| Some((f, self.rates_too(s, near, f)?))) {
            scaled.rater = Some(page.article.wording(name.from, name.to));
            phrase.subjects.clone_from(&frame.subjects);
        }
        // "Early years, which was good when last seen, has slipped to inadequate": the clause between has its subject.
        let inner = frame.and_then(|f| self.found.get(f.items.0)).filter(|item| {
            let comma = |k: usize| page.article.shape(k) == Shape::Comma;
            near.verb.is_some_and(|v| comma(v.group.wrapping_sub(1)))
                && (item.at.saturating_sub(WHICH)..item.at)
                    .any(|k| comma(k) && page.article.is(k + 1, class::RELATIVE))
        });
        let inner = inner.and_then(|item| item.rating.aspect.clone());
        if let Some(frame) = frame.filter(|_| inner.is_some()) {
            phrase.subjects.clone_from(&frame.subjects);
        }
        // "Norwick cuts to ‘sell’", of Norwick Securities
        if known.anybody()
            && let Some(firm) = scaled.rater.as_deref().and_then(|rater| page.firm(rater))
        {
            scaled.rater = Some(firm);
        }
        // "Norwick Capital reiterated its ‘sell’ stance": who rates is not rated.
        phrase.subjects.retain(|name| scaled.rater.as_ref() != Some(name));
        if phrase.generic && near.verb.is_none_or(|v| !v.be || phrase.subjects.is_empty()) {
            return None;
        }
        let subjects = self.subjects(&phrase, frame, grade, family, scaled.rater.as_deref());
        // "Five are rated good": nobody knows of what.
        let bare = |name: &String| !name.contains(' ');
        if phrase.counts && subjects == phrase.subjects && subjects.iter().all(bare) {
            return None;
        }
        let parted = |name: &String| match (phrase.part, &*known.part) {
            (Some((a, b)), _) => format!("{name}'s {}", page.article.words(a, b)),
            (None, "") => name.clone(),
            _ if phrase.counts || ["service", "trust"].iter().any(|w| name.contains(w)) => {
                name.clone()
            }
            (None, part) => format!("{name}'s {part}"),
        };
        let subjects: Vec<String> = subjects.iter().map(parted).collect();
        let (mut aspects, aspects_end) = self.aspects(s, grade, near, &phrase);
        if let Some(part) = inner {
            aspects = vec![part];
        }
        if let Some(frame) = self.respectively(s, grade, near, frame, &aspects, &text) {
            return Some(frame);
        }
        let (mut status, mut compares) = self.status(s, grade, near, frame);
        // "returned to good after it was judged inadequate", "Oakmoor, which earned a B in May, landed a D": one of the
        // two is over.
        if let Some(frame) = frame.filter(|_| aspects.is_empty() && status == RatingStatus::Current)
            && let Some(old) = self.found.get_mut(frame.items.0)
            && old.rating.aspect.is_none()
            && old.rating.status == RatingStatus::Current
            && old.rating.scale.as_deref() == scaled.scale.and(Some(&*known.id))
            && old.rating.rater == scaled.rater
            && old.rating.grade != text
            && (subjects.is_empty() || subjects.first() == old.rating.subject.as_ref())
            && let Some(verb) = near.verb
        {
            let article = page.article;
            if (frame.end..verb.group).any(|k| article.reads(k, word!("after"))) {
                (status, compares) = (RatingStatus::Previous, true);
            } else if article.shape(verb.group.wrapping_sub(1)) == Shape::Comma
                && (old.at.saturating_sub(WHICH)..old.at)
                    .any(|k| article.shape(k) == Shape::Comma && article.is(k + 1, class::RELATIVE))
            {
                (old.rating.status, old.compares) = (RatingStatus::Previous, true);
            }
        }
        let change = self.change(near, construction).or_else(|| {
            // "both kept their G1 and V1 grades", "retained its G1/V2"
            let next = construction == Construction::Next && near.from < frame?.end + 2;
            let kept = self.found.get(frame?.items.0)?.rating.change;
            kept.filter(|c| next && near.verb.is_none() && *c == RatingChange::Unchanged)
        });
        // "Telcom lost 2.2 per cent, though Norwick kept its “buy” rating": a grade of another kind is not the one before.
        let from = from.filter(|g| g.on(family, known));
        let from_text = from.and_then(|g| g.text(page.article, family, known));
        // "In May it affirmed its A3 rating but cut the outlook", "a Best Buy in May with a score of 78%": one day for both.
        let mut date = self.dated(s, grade, near);
        if date.is_none()
            && let Some(f) = frame
            && (near.verb.is_none() || page.date_starting(s.from + 1))
            && let Some(item) = self.found.get(f.items.0)
        {
            date.clone_from(&item.rating.date);
        }
        let start = near.verb.map_or(near.from, |v| v.group.min(near.from));
        let start = if (s.from..=start).contains(&phrase.from)
            && phrase.from + 60 > start
            && phrase.from > 0
        {
            phrase.from
        } else {
            start
        };
        let end = near.noun_after.map_or(grade.to, |n| n + 1);
        let first = self.found.len();
        let listed: Vec<Option<String>> = if aspects.is_empty() {
            vec![None]
        } else {
            let whole = |a: &String| {
                let words = Article::new(a);
                words.find(0, class::OVERALL).is_some_and(|hit| hit.len == words.len())
            };
            aspects.into_iter().map(|a| Some(a).filter(|a| !a.is_empty() && !whole(a))).collect()
        };
        let all: Vec<Option<String>> = if subjects.is_empty() {
            vec![None]
        } else {
            subjects.iter().cloned().map(Some).collect()
        };
        for subject in &all {
            for aspect in &listed {
                let mut rating = Rating {
                    rater: scaled.rater.clone(),
                    subject: subject.clone(),
                    aspect: aspect.clone(),
                    grade: text.clone(),
                    scale: scaled.scale.and(Some(known.id.to_string())),
                    rank: None,
                    of: None,
                    status,
                    change,
                    from: from_text.clone(),
                    date: date.clone(),
                    grade_spans: vec![page.article.span(grade.from, grade.to)],
                    evidence: vec![page.article.span(start, end)],
                };
                if rating.from.is_some()
                    && rating.change.is_none_or(|c| c == RatingChange::Unchanged)
                {
                    rating.change = direction(page, &rating).or(rating.change);
                }
                let turn = self.turn(s);
                let whole = aspect.as_ref().is_none_or(|a| self.is_whole(a));
                let ago = (near.to..s.to.min(near.to + 8))
                    .take_while(|k| page.article.find(*k, class::GRADE).is_none())
                    .any(|k| page.article.reads(k, word!("ago")));
                self.push(rating, grade.from, compares);
                if let Some(item) = self.found.last_mut() {
                    (item.turn, item.whole, item.ago) = (turn, whole, ago);
                }
            }
        }
        Some(Frame {
            scaled,
            subjects,
            end: near.to.max(end).max(aspects_end),
            items: (first, self.found.len()),
            status,
        })
    }

    /// "was raised to A by MSCI", "an A rating from the Gun Owners' Alliance": whether somebody gave the grade who is no
    /// known rater.
    fn by_others(&self, s: &Sentence, near: &Near) -> bool {
        let page = self.page;
        let article = page.article;
        let body = |link: &usize| {
            let named = page.known.at(article.past_the(link + 1));
            named.is_some_and(|m| page.known.is(m.entity, EntityKind::Organisation))
        };
        let unknown = |link: usize, reach: usize| !page.raters.in_range(link, link + reach);
        let passive = near.verb.is_some_and(|v| v.be);
        let by = (near.to..s.to.min(near.to + 6)).find(|k| article.is(*k, class::BY) && body(k));
        let from = near.noun_after.map(|n| n + 1).filter(|k| article.reads(*k, word!("from")));
        by.is_some_and(|by| passive && unknown(by, 4))
            || from.filter(body).is_some_and(|from| unknown(from, 6))
    }

    /// "Larkbank rates Telcom a buy and Oakmoor Capital a hold": another house.
    fn rates_too(&self, s: &Sentence, near: &Near, frame: &Frame) -> Option<Name> {
        let page = self.page;
        let known = page.scales.get(frame.scaled.family).filter(|k| k.alone && k.anybody())?;
        let name = page.name_ending(near.from, frame.end)?;
        let joined = page.article.is(name.from.wrapping_sub(1), class::AND)
            && page.article.is(name.to - 1, class::FIRM_WORD);
        let first = self.found.get(frame.items.0)?.at;
        let verb = (s.from..first).rev().find(|k| role_at(page, *k).is_some())?;
        let rater = frame.scaled.rater.as_deref()?;
        let acts = page.article.words(s.from.max(verb.saturating_sub(WHICH)), verb).contains(rater);
        (joined && acts && near.verb.is_none_or(|v| v.at < frame.end) && known.max == 0)
            .then_some(name)
    }

    fn is_whole(&self, aspect: &str) -> bool {
        aspect
            .split(' ')
            .next()
            .is_some_and(|w| crate::lexicon::look_up_word(&[w]).is(class::ALL_WORD))
    }

    /// The second grade of "leadership and safety were rated inadequate and good respectively".
    fn respectively(
        &mut self,
        s: &Sentence,
        grade: &Grade,
        near: &Near,
        frame: Option<&Frame>,
        aspects: &[String],
        text: &str,
    ) -> Option<Frame> {
        let article = self.page.article;
        let frame = frame.filter(|f| aspects.is_empty() && f.items.1 - f.items.0 > 1)?;
        (near.to..s.to.min(near.to + 8)).find(|k| article.is(*k, class::RESPECTIVELY))?;
        let item = self.found.get_mut(frame.items.0 + 1)?;
        item.rating.grade = text.to_string();
        let words = article.span(grade.from, grade.to);
        item.rating.grade_spans = vec![words];
        item.rating.evidence.iter_mut().for_each(|clause| *clause = clause.to(words));
        Some(Frame { items: (frame.items.0 + 1, frame.items.1), end: near.to, ..frame.clone() })
    }

    /// The aspects of a statement.
    fn aspects(
        &self,
        s: &Sentence,
        grade: &Grade,
        near: &Near,
        phrase: &Phrase,
    ) -> (Vec<String>, usize) {
        let page = self.page;
        let article = page.article;
        if grade.form == Form::Outlook {
            return (vec!["outlook".into()], grade.to);
        }
        if let Some(end) = self.parted(grade, near) {
            return (vec![article.wording(near.to, end)], end);
        }
        if let Some((from, to)) = self.label(near) {
            return (vec![article.wording(from, to)], grade.to);
        }
        // "its A3 senior unsecured rating"
        if let Some(noun) = near.noun_after
            && noun > near.to
            && article
                .find(near.to, class::INSTRUMENT)
                .is_some_and(|found| near.to + found.len == noun)
        {
            return (vec![article.wording(near.to, noun)], noun + 1);
        }
        let after = page.aspects_after(near, grade, s);
        let known =
            |range: &(usize, usize)| page.scales.find(article, range.0, Kind::Aspect).is_some();
        // "Outcomes for prisoners were poor for safety": what the grade is for is the part.
        if !after.0.is_empty() && !phrase.aspects.iter().all(known) {
            return after;
        }
        // "The two areas rated as requires improvement were investigating crime and …"
        if phrase.areas && article.is(near.to, class::BE) {
            let end = page.aspects_end(near.to + 1, s);
            let list: Vec<String> = page
                .aspects(near.to + 1, end)
                .into_iter()
                .map(|(a, b)| article.wording(a, b))
                .collect();
            if !list.is_empty() {
                return (list, end);
            }
        }
        if !phrase.aspects.is_empty() {
            let list = phrase.aspects.iter().map(|(a, b)| article.wording(*a, *b));
            return (list.collect(), grade.to);
        }
        // "Only in caring did it hold on to a good rating"
        let at = s.from + usize::from(article.reads(s.from, word!("only")));
        if after.0.is_empty()
            && article.is(at, class::AREA_PREPOSITION)
            && let Some(found) = page.scales.find(article, at + 1, Kind::Aspect)
        {
            let end = at + 1 + found.len;
            if article.shape(end) == Shape::Comma || article.is(end, any!(AUXILIARY, PRONOUN)) {
                return (vec![article.wording(at + 1, end)], grade.to);
            }
        }
        after
    }
}
