//! Grades in the text: words of a scale, codes, numbers out of a maximum, stars and percentages.

use super::definition::{is_code, small};
use super::scales::{Kind, Scale, Scales};
use crate::article::Article;
use crate::lexicon::class;
use crate::text::whole;
use crate::tokens::{Gap, Shape};

/// How a grade is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A word or code of a scale.
    Word,
    /// "3/5", "three stars": tenths, and the maximum, 0 where the text leaves it open.
    Number(u32, u32),
    /// "★★★☆☆": nothing but a grade.
    Glyphs(u32, u32),
    /// "91%".
    Percent,
    /// "negative" of an outlook.
    Outlook,
}

/// A grade in the text.
#[derive(Clone, Debug)]
pub struct Grade {
    /// First token.
    pub from: usize,
    /// Token after the last.
    pub to: usize,
    /// How it is written.
    pub form: Form,
    /// Scale and place of each scale that has it.
    pub rows: Vec<(u8, u8)>,
}

impl Grade {
    /// Whether the scale may have it.
    #[must_use]
    pub fn on(&self, number: u8, scale: &Scale) -> bool {
        match self.form {
            Form::Word => self.rows.iter().any(|r| r.0 == number),
            Form::Number(n, max) => {
                // Stars are few: "four stars" are not 4 of 100.
                let open = max == 0 && (scale.max <= 10 || self.to == self.from + 1);
                // Critics have four stars as well as five.
                let own = max == scale.max
                    || scale.alone && matches!((scale.max, max), (5, 4) | (10, 20 | 100));
                scale.max > 0 && n <= scale.max.max(max) * 10 && (open || own)
            }
            Form::Glyphs(_, max) => scale.anybody() && scale.max == if max > 5 { max } else { 5 },
            Form::Percent => scale.percent,
            Form::Outlook => scale.outlook,
        }
    }

    /// Its canonical words on the scale; `None` where the scale has no such grade.
    #[must_use]
    pub fn text(&self, article: &Article<'_>, number: u8, scale: &Scale) -> Option<String> {
        match self.form {
            Form::Percent => Some(format!("{}%", article.word(self.from))),
            Form::Number(tenths, max) | Form::Glyphs(tenths, max) => {
                let max = if max > 0 { max } else { scale.max };
                let part =
                    if tenths % 10 == 0 { String::new() } else { format!(".{}", tenths % 10) };
                (max > 0).then(|| format!("{}{part}/{max}", tenths / 10))
            }
            Form::Outlook => Some(small(article.word(self.from))),
            Form::Word => {
                let place = self.place(number)?;
                let name = scale.grade(place)?;
                if scale.anybody() && !is_code(name) {
                    // Every house has words of its own.
                    return Some(small(article.words(self.from, self.to)));
                }
                Some(name.to_string())
            }
        }
    }

    /// Its place on the scale.
    #[must_use]
    pub fn place(&self, number: u8) -> Option<u8> {
        self.rows.iter().find(|r| r.0 == number).map(|r| r.1)
    }

    /// Whether every scale has a name for it that ordinary prose has not: a code or several words.
    #[must_use]
    pub fn is_distinct(&self, scales: &Scales) -> bool {
        self.form == Form::Word
            && self.rows.iter().all(|(scale, place)| {
                let name = scales.get(*scale).and_then(|s| s.grade(*place));
                self.to - self.from > 1
                    || name.is_some_and(|name| is_code(name) || name.contains([' ', '-']))
            })
    }

    /// Whether it is a code on every scale that has it.
    #[must_use]
    pub fn is_of_codes(&self, scales: &Scales) -> bool {
        self.rows.iter().all(|(scale, place)| {
            scales.get(*scale).and_then(|s| s.grade(*place)).is_some_and(is_code)
        })
    }

    /// Whether every scale has a name for it that no other words have: more than a letter or two.
    #[must_use]
    pub fn is_strong(&self, scales: &Scales) -> bool {
        let digit = |(scale, place): &(u8, u8)| {
            let name = scales.get(*scale).and_then(|s| s.grade(*place));
            name.is_some_and(|n| n.len() > 1 && n.bytes().any(|b| b.is_ascii_digit() || b == b'+'))
        };
        self.is_distinct(scales) && (self.to - self.from > 1 || self.rows.iter().all(digit))
    }

    /// Whether it is a number of any kind.
    #[must_use]
    pub fn is_number(&self) -> bool {
        matches!(self.form, Form::Number(..) | Form::Percent)
    }
}

/// A whole number up to a hundred, in tenths.
#[inline(never)]
fn small_number(article: &Article<'_>, i: usize) -> Option<u32> {
    if article.shape(i) == Shape::Number {
        let word = article.word(i);
        let (ones, tenths) = word.split_once('.').unwrap_or((word, "0"));
        if ones.len() > 3 || tenths.len() > 1 {
            return None;
        }
        return Some(whole(ones)? * 10 + whole(tenths)?);
    }
    // "a first star", "a Michelin star"
    let first = article.number_at(i, class::ORDINAL);
    let first = first.filter(|_| {
        let guide = usize::from(article.shape(i + 1).is_capital());
        article.is(i + 1 + guide, class::STAR_NOUN)
            && article.is(i.wrapping_sub(1), any!(INDEFINITE, POSSESSIVE))
    });
    let guide = || {
        let one = article.is(i, class::INDEFINITE) && article.reads(i + 2, word!("star"));
        let rater = one && article.find(i + 1, Kind::Rater.class()).is_some_and(|h| h.len == 1);
        (rater && article.shape(i + 1).is_capital()).then_some(1.0)
    };
    article.number_at(i, class::RATING_NUMBER).or(first).or_else(guide).map(|n| n as u32 * 10)
}

/// Whether a grade, or a number that may be one, can start at token `i`.
#[must_use]
pub fn may_open(article: &Article<'_>, scales: &Scales, i: usize) -> bool {
    matches!(article.at(i).shape, Shape::Star | Shape::Number)
        || scales.may_open(article, i, gate!(GRADE, OUTLOOK, RATING_NUMBER, ORDINAL))
}

/// The grade that starts at token `i`, if any.
#[must_use]
pub fn at(article: &Article<'_>, scales: &Scales, i: usize) -> Option<Grade> {
    if article.shape(i) == Shape::Star {
        return glyphs(article, i);
    }
    if !may_open(article, scales, i) {
        return None;
    }
    if let Some(n) = small_number(article, i)
        && let Some(grade) = number(article, i, n)
    {
        return Some(grade);
    }
    // "The deal is credit negative": what the rater thinks of the deal.
    if article.is(i, class::OUTLOOK)
        && !article.reads(i.wrapping_sub(1), word!("credit"))
        && (i.saturating_sub(20)..i + 3).any(|k| is_outlook(article, k))
    {
        return Some(Grade { from: i, to: i + 1, form: Form::Outlook, rows: Vec::new() });
    }
    let hit = scales.find(article, i, Kind::Grade)?;
    let first = article.at(i);
    let to = i + hit.len;
    // "A-2", for short terms.
    if hit.len == 2 && article.gap(to) == Gap::None && article.shape(to) == Shape::Number {
        return None;
    }
    // The hyphen of "AA-rated" is no minus, nor is the dash of "A – its best yet" or "A–C".
    let mark = to - 1;
    let dash = article.shape(mark) == Shape::Dash
        && (article.gap(mark) > Gap::None || article.gap(to) == Gap::None);
    let hyphen = article.shape(mark) == Shape::Hyphen && glued(article, to);
    let alone = hit.len == 2 && (hyphen || dash);
    let hit = if alone { Scales::word(article, i, Kind::Grade)? } else { hit };
    let to = i + hit.len;
    // "Oakmoor CC's services": letters of a name.
    if hit.len == 1
        && first.shape != Shape::Lower
        && article.reads_clitic_s(to)
        && article.shape_before(i).is_capital()
    {
        return None;
    }
    // "Sen. Mike Lee (R-Utah)", "vitamin C-rich"
    let lone = hit.len == 1 && first.span().len() == 1;
    // "Minister R. Day"
    let initial = || {
        article.shape(to) == Shape::Period
            && article.gap(to + 1) <= Gap::Space
            && article.shape(to + 1).is_capital()
            && (article.shape_before(i).is_capital() || article.is(i.wrapping_sub(1), class::ROLE))
    };
    // "A restaurant": the article at the head of a sentence.
    let heads = article.is(i, class::INDEFINITE)
        && article.shape(to).is_word()
        && !article.is(to, class::RATING_NOUN)
        && (article.shape(to).is_capital()
            || first.gap >= Gap::Line
            || !article.shape_before(i).is_word() && article.shape_before(i) != Shape::Number);
    // "Group 2A"
    let glued = lone && article.gap(i) == Gap::None && article.shape_before(i) == Shape::Number;
    if lone
        && (heads
            || glued
            || article.shape(to) == Shape::Ampersand
            || initial()
            || article.shape_before(i) == Shape::Open
            || article.shape(to) == Shape::Hyphen && !article.is(to + 1, class::RATE))
    {
        return None;
    }
    let rows: Vec<(u8, u8)> = hit
        .rows()
        .filter(|(scale, place)| {
            // Codes are printed in capitals, or "A-minus".
            let code = || {
                let scale = scales.get(*scale).filter(|s| s.codes);
                scale.is_some_and(|s| s.grade(*place).is_none_or(is_code))
            };
            hit.len > 1 || first.shape.is_capital() || first.shape == Shape::Code || !code()
        })
        .collect();
    (!rows.is_empty()).then_some(Grade { from: i, to, form: Form::Word, rows })
}

fn is_outlook(article: &Article<'_>, i: usize) -> bool {
    article.find(i, class::OUTLOOK_NOUN).is_some()
}

fn glued(article: &Article<'_>, i: usize) -> bool {
    article.gap(i) == Gap::None && article.shape(i).is_word()
}

fn glyphs(article: &Article<'_>, i: usize) -> Option<Grade> {
    if article.shape_before(i) == Shape::Star && article.gap(i) == Gap::None {
        return None;
    }
    let (mut full, mut all) = (0, 0);
    while all < 10
        && article.shape(i + all) == Shape::Star
        && (all == 0 || article.gap(i + all) <= Gap::Space)
    {
        full += u32::from(article.word(i + all) != "☆");
        all += 1;
    }
    let half = article.shape(i + all) == Shape::Fraction && article.word(i + all) == "½";
    let to = i + all + usize::from(half);
    // "★★½ (out of four)"
    let open = to + usize::from(article.shape(to) == Shape::Open);
    let most = out_of(article, open).filter(|(max, _)| (30..=100).contains(max));
    let (to, max) = match most {
        Some((max, end)) => (end + usize::from(open > to), max / 10),
        None => (to, 5),
    };
    let tenths = full * 10 + if half { 5 } else { 0 };
    (all <= 5 && tenths <= max * 10).then(|| Grade {
        from: i,
        to,
        form: Form::Glyphs(tenths, max),
        rows: Vec::new(),
    })
}

/// The maximum of "out of four" from token `i`, in tenths, and the token after it.
#[inline(never)]
fn out_of(article: &Article<'_>, i: usize) -> Option<(u32, usize)> {
    let skip = |k: usize| k + usize::from(article.shape(k) == Shape::Hyphen);
    // "three of a possible five stars"
    let bare = article.reads(i, word!("of"))
        && article.is(i + 1, class::INDEFINITE)
        && article.is(i + 2, class::DEGREE);
    let of = if bare { i } else { skip(i + 1) };
    if (bare || article.reads(i, word!("out"))) && article.reads(of, word!("of")) {
        let a = skip(of + 1);
        // "out of a possible 100"
        let most = if article.is(a, class::INDEFINITE) && article.shape(a) == Shape::Lower {
            a + 2
        } else {
            a
        };
        let most = if small_number(article, a).is_some() { a } else { most };
        Some((small_number(article, most)?, most + 1))
    } else {
        None
    }
}

#[inline(never)]
fn number(article: &Article<'_>, i: usize, n: u32) -> Option<Grade> {
    let grade = |to, n: u32, max: u32| {
        (max == 0 || n <= max * 10).then_some(Grade {
            from: i,
            to,
            form: Form::Number(n, max),
            rows: Vec::new(),
        })
    };
    let mut j = i + 1;
    if article.shape(j) == Shape::Percent || article.reads(j, word!("percent")) {
        return Some(Grade { from: i, to: j + 1, form: Form::Percent, rows: Vec::new() });
    }
    if article.reads(j, word!("per")) && article.reads(j + 1, word!("cent")) {
        return Some(Grade { from: i, to: j + 2, form: Form::Percent, rows: Vec::new() });
    }
    // "three-and-a-half stars", "3½ stars"
    let mut n = n;
    let skip = |k: usize| k + usize::from(article.shape(k) == Shape::Hyphen);
    if article.shape(j) == Shape::Fraction && article.word(j) == "½" {
        (n, j) = (n + 5, j + 1);
    } else if article.reads(skip(j), word!("and"))
        && article.reads(skip(skip(j) + 1), word!("a"))
        && article.reads(skip(skip(skip(j) + 1) + 1), word!("half"))
    {
        (n, j) = (n + 5, skip(skip(skip(j) + 1) + 1) + 1);
    }
    // "two Michelin stars"
    let guide = article.shape(j).is_capital() && article.is(j + 1, class::STAR_NOUN);
    let j = if guide { j + 1 } else { skip(j) };
    let out_of = |k: usize| out_of(article, k + usize::from(article.reads(k, word!("points"))));
    // "4★"; not "Fury 3 ★★☆☆☆"
    let star = article.shape(j) == Shape::Star && article.shape(j + 1) != Shape::Star;
    if article.is(j, class::STAR_NOUN) || star {
        let open = j + 1 + usize::from(article.shape(j + 1) == Shape::Open);
        let (end, max) = match out_of(open) {
            Some((max, end)) => (end + (open - j - 1), max / 10),
            None => (j + 1, 0),
        };
        // A line of its own, as reviews have it: "3.5 stars (out of 4)".
        let close = end + usize::from(article.shape(end) == Shape::Period);
        if article.gap(i) >= Gap::Line && article.gap(close) >= Gap::Line && n > 0 {
            let max = if max > 0 { max } else { 5 };
            return (n <= max * 10).then(|| Grade {
                from: i,
                to: end,
                form: Form::Glyphs(n, max),
                rows: Vec::new(),
            });
        }
        return grade(end, n, max);
    }
    if let Some((max, end)) = out_of(j) {
        let stars = usize::from(article.is(end, class::STAR_NOUN));
        return grade(end + stars, n, max / 10);
    }
    if article.shape(j) == Shape::Slash
        && article.gap(j) == Gap::None
        && article.gap(j + 1) == Gap::None
    {
        let max = small_number(article, j + 1)? / 10;
        // "4/5 stars" in a line of its own is that of a review.
        let stars = article.is(j + 2, class::STAR_NOUN);
        let end = j + 2 + usize::from(stars);
        let alone = stars && article.gap(i) >= Gap::Line && article.gap(end) >= Gap::Line;
        let found = if matches!(max, 5 | 6 | 10 | 100) { grade(end, n, max) } else { None };
        return found.map(|grade| match grade.form {
            Form::Number(n, max) if alone => Grade { form: Form::Glyphs(n, max), ..grade },
            _ => grade,
        });
    }
    None
}

/// A bare number as a grade, where the words before it ask for one: "a score of zero", "was given only one".
#[must_use]
#[inline(never)]
pub fn bare(article: &Article<'_>, i: usize) -> Option<Grade> {
    let n = small_number(article, i)?;
    // "down from five in 2019"
    let dated = article.is(i + 2, class::MONTH)
        || article.shape(i + 2) == Shape::Number && article.at(i + 2).span().len() == 4;
    // "one of the schools", "five homes", "5%", "5.4"
    let next = article.at(i + 1);
    let counts = next.gap <= Gap::Space
        && (next.shape.is_word()
            && !article.is(i + 1, any!(RATING_AFTER, RATING_NOUN, AND))
            // "a zero food hygiene rating", "from three a year earlier"
            && (article.find(i + 1, Kind::Rater.class()).is_none() || article.is(i + 1, class::CRITIC))
            && !(article.is(i + 1, class::INDEFINITE) && article.is(i + 2, class::TIME_NOUN))
            || !article.is(i.wrapping_sub(1), class::INDEFINITE)
                && (article.reads(i + 1, word!("of"))
                    || article.reads(i + 1, word!("in"))
                        && !dated
                        // "climbed from two to five in its hygiene rating"
                        && !(article.reads(i.wrapping_sub(1), word!("to"))
                            && article.is(i + 2, any!(DETERMINER, POSSESSIVE))
                            && (i + 3..i + 6).any(|k| article.is(k, class::RATING_NOUN))))
            || matches!(
                next.shape,
                Shape::Number | Shape::Percent | Shape::Currency | Shape::Slash
            ));
    let rated = next.shape == Shape::Hyphen && article.is(i + 2, class::RATE);
    let hyphen = next.shape == Shape::Hyphen && !rated;
    (!counts && !hyphen && n <= 1000).then_some(Grade {
        from: i,
        to: i + 1,
        form: Form::Number(n, 0),
        rows: Vec::new(),
    })
}
