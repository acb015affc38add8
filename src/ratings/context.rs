//! What stands around a rating: the article's raters, which scale is meant, and the rating's date.

use crate::article::Article;
use crate::blocks::{Block, BlockKind};
use crate::lexicon::{WordId, class};
use crate::ratings::grades::{Form, Grade};
use crate::ratings::{scales, subjects};
use crate::sentences::Sentence;
use crate::tokens::Shape;
use crate::work;

/// A rater in the text.
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    at: usize,
    to: usize,
    word: WordId,
    /// Its proper name, no description.
    named: bool,
}

/// The raters of the article and how much it is about each scale's kind of thing.
pub struct Raters {
    mentions: Vec<Mention>,
    votes: Vec<u32>,
    any_named: bool,
    kinds: Vec<(usize, WordId)>,
    /// The year of the first full date.
    pub year: Option<u32>,
}

impl Raters {
    /// Looks for raters.
    pub fn find(article: &Article<'_>, blocks: &[Block]) -> Raters {
        let mut raters = Raters {
            mentions: Vec::new(),
            votes: vec![0; scales::all().len()],
            any_named: false,
            kinds: Vec::new(),
            year: year(article),
        };
        for block in blocks.iter().filter(|b| b.kind != BlockKind::Furniture) {
            let mut i = block.from;
            while i < block.to {
                work::step();
                if let Some(kind) = article.find(i, class::RATED_KIND) {
                    raters.kinds.push((i, kind.id));
                    for (scale, _) in scales::rows(kind.id, class::RATED_KIND) {
                        if let Some(votes) = raters.votes.get_mut(usize::from(*scale)) {
                            *votes += if kind.len > 1 { 3 } else { 1 };
                        }
                    }
                }
                if let Some(hit) = article.find(i, class::RATER) {
                    let named = subjects::rater_at(article, i).is_some();
                    if named || scales::rows(hit.id, class::RATER).iter().any(|r| r.1 == 0) {
                        raters.any_named |= named;
                        raters.mentions.push(Mention {
                            at: i,
                            to: i + hit.len,
                            word: hit.id,
                            named,
                        });
                        i += hit.len;
                        continue;
                    }
                }
                i += 1;
            }
        }
        raters
    }

    /// The scale of a list of numbers: the one that the article's raters have for them.
    #[must_use]
    pub fn of_list(&self, grade: &Grade) -> Option<(u8, String)> {
        let Form::Number(n, max) = grade.form else { return None };
        self.mentions.iter().take(30).find_map(|m| {
            let row = scales::rows(m.word, class::RATER).iter().find(|r| {
                scales::get(r.0).is_some_and(|s| {
                    s.max > 0
                        && n <= s.max
                        && (max == 0 || max == s.max)
                        && !s.rater.starts_with('(')
                })
            })?;
            Some((row.0, scales::get(row.0)?.rater.to_string()))
        })
    }

    /// Whether a rater stands in the range.
    #[must_use]
    pub fn in_range(&self, from: usize, to: usize) -> bool {
        let first = self.mentions.partition_point(|m| m.at < from);
        self.mentions.get(first).is_some_and(|m| m.at < to)
    }

    /// The scale that a grade is on, and who rates on it.
    #[must_use]
    pub fn scale_of(
        &self,
        article: &Article<'_>,
        grade: &Grade,
        s: &Sentence,
        carried: Option<u8>,
        cued: bool,
    ) -> Option<(u8, Option<String>)> {
        let open = |scale: u8| -> Option<u8> {
            let known = scales::get(scale)?;
            let rank = match grade.form {
                Form::Word => grade.rows.iter().find(|r| r.0 == scale)?.1,
                Form::Number(n, max) => {
                    (known.max > 0 && n <= known.max && (max == 0 || max == known.max))
                        .then_some(0)?
                }
                Form::Glyphs(..) => {
                    known.rater.starts_with('(').then_some(0).filter(|_| known.max == 5)?
                }
                Form::Percent => known.percent.then_some(0)?,
                Form::Outlook => known.outlook.then_some(0)?,
            };
            Some(rank)
        };
        // A scale that ended long ago is meant only where no other of the rater's has the grade.
        let lives =
            |scale: u8| scales::get(scale).is_some_and(|s| s.until.is_empty() || s.until >= "2020");
        let by_votes = |word: WordId, only_named: bool| -> Option<u8> {
            // What stands nearest before the grade settles which of a rater's scales it is.
            let last = self.kinds.partition_point(|k| k.0 < grade.from);
            let near = self
                .kinds
                .get(..last)
                .unwrap_or(&[])
                .iter()
                .rev()
                .take(6)
                .take_while(|k| k.0 + 60 > grade.from);
            for (_, kind) in near {
                let fits = |r: &&(u8, u8)| {
                    (!only_named || r.1 == 1)
                        && open(r.0).is_some()
                        && lives(r.0)
                        && scales::is_kind(*kind, r.0)
                };
                let mut rows = scales::rows(word, class::RATER).iter().filter(fits);
                if let (Some(one), None) = (rows.next(), rows.next()) {
                    return Some(one.0);
                }
            }
            scales::rows(word, class::RATER)
                .iter()
                .filter(|r| !only_named || r.1 == 1)
                .filter(|r| open(r.0).is_some())
                .max_by_key(|r| {
                    (
                        lives(r.0),
                        self.votes.get(usize::from(r.0)).copied().unwrap_or(0),
                        std::cmp::Reverse(r.0),
                    )
                })
                .map(|r| r.0)
        };
        let rater = |scale: u8| -> Option<String> {
            let known = scales::get(scale)?;
            if !known.rater.starts_with('(') {
                return Some(known.rater.to_string());
            }
            critic(article, s, grade)
        };
        if !matches!(grade.form, Form::Glyphs(..)) {
            // In the sentence, then the nearest before, then the first behind.
            let split = self.mentions.partition_point(|m| m.at < grade.from);
            let (before, after) = self.mentions.split_at_checked(split)?;
            let here = before
                .iter()
                .rev()
                .take_while(|m| m.at >= s.from)
                .chain(after.iter().take_while(|m| m.at < s.to));
            for m in here.filter(|m| m.named) {
                if let Some(scale) = by_votes(m.word, true) {
                    return Some((scale, rater(scale)));
                }
            }
            if let Some(scale) = carried.filter(|c| open(*c).is_some()) {
                return Some((scale, rater(scale)));
            }
            for m in before.iter().rev().take(30).chain(after.iter().take(30)).filter(|m| m.named) {
                let media = scales::rows(m.word, class::RATER)
                    .iter()
                    .all(|r| scales::get(r.0).is_some_and(|s| s.rater.starts_with('(')));
                if media && (m.at < s.from || m.at >= s.to) {
                    continue;
                }
                if let Some(scale) = by_votes(m.word, true) {
                    return Some((scale, rater(scale)));
                }
            }
            if !self.any_named {
                for m in self.mentions.iter().take(30).filter(|m| m.to - m.at > 1) {
                    if let Some(scale) = by_votes(m.word, false) {
                        return Some((scale, rater(scale)));
                    }
                }
            }
        }
        if !cued && !matches!(grade.form, Form::Glyphs(..)) {
            return None;
        }
        let alone = (0..scales::all().len().min(255) as u8)
            .filter(|n| scales::get(*n).is_some_and(|s| s.alone) && open(*n).is_some())
            .find(|n| !matches!(grade.form, Form::Number(_, m) if m == 0 && scales::get(*n).is_some_and(|s| s.max == 10)))?;
        let known = scales::get(alone)?;
        // Single letters and star numbers need a name that rates them.
        let name = rater(alone);
        if known.rater.starts_with('(') && name.is_none() && !matches!(grade.form, Form::Glyphs(..))
        {
            return None;
        }
        if let Form::Word = grade.form
            && !known.rater.starts_with('(')
            && grade.rows.len() > 1
        {
            return None;
        }
        Some((alone, name))
    }
}

/// Who rates where anybody may: "writes our critic Lena Voss", "Joypad gave".
fn critic(article: &Article<'_>, s: &Sentence, grade: &Grade) -> Option<String> {
    let run = |from: usize| {
        let mut to = from;
        while to < from + 6
            && (to == from || article.at(to).gap < crate::tokens::Gap::Line)
            && article.shape(to).is_capital()
        {
            to += 1;
        }
        (to > from).then(|| article.words(from, to).to_string())
    };
    for k in s.from..s.to {
        if (article.reads(k, "critic")
            || article.reads(k, "magazine")
            || article.reads(k, "reviewer"))
            && let Some(name) = run(k + 1)
        {
            return Some(name);
        }
    }
    if matches!(grade.form, Form::Glyphs(..)) {
        for k in 0..article.len().min(120) {
            if article.reads(k, "by") && article.at(k).gap >= crate::tokens::Gap::Line {
                return run(k + 1);
            }
        }
    }
    let verb =
        class::RATE.or(class::GIVE).or(class::GRADE_UP).or(class::GRADE_DOWN).or(class::GRADE_KEPT);
    let cue = (s.from..grade.from).rev().take(14).find(|k| article.is(*k, verb))?;
    if article.reads(cue + 1, "by") {
        return run(cue + 2);
    }
    let mut from = cue;
    while from > s.from
        && (article.shape(from - 1).is_capital() && !article.is(from - 1, class::SENTENCE_STARTER))
    {
        from -= 1;
    }
    (from < cue).then(|| article.words(from, cue).to_string())
}

/// The date of a rating in the words after its grade: "in November 2019", "in 2015".
#[must_use]
pub fn date_in(article: &Article<'_>, from: usize, to: usize) -> Option<String> {
    for k in from..to.min(from + 14) {
        if article.shape(k) == Shape::Number && article.word(k).len() == 4 {
            let year = article.word(k);
            if !(year.starts_with("19") || year.starts_with("20")) {
                continue;
            }
            if let Some(month) = article.at(k.wrapping_sub(1)).word.number(class::RATING_MONTH) {
                return Some(format!("{year}-{:02}", month as u32));
            }
            if ["in", "by", "since", "back"].iter().any(|w| article.reads(k.wrapping_sub(1), w)) {
                return Some(year.to_string());
            }
        }
        if article.find(k, class::GRADE).is_some() {
            return None;
        }
    }
    None
}

/// A day with its month in the range, in the article's own year where the text leaves the year out.
#[must_use]
pub fn day_in(article: &Article<'_>, from: usize, to: usize, year: Option<u32>) -> Option<String> {
    let month_at = |k: usize| {
        article.at(k).word.number(class::RATING_MONTH).filter(|_| article.shape(k).is_capital())
    };
    let number = |k: usize| {
        article.word(k).parse::<u32>().ok().filter(|_| article.shape(k) == Shape::Number)
    };
    (from..to.min(from + 40)).find_map(|k| {
        let month = month_at(k)? as u32;
        let after = number(k + 1).filter(|d| (1..=31).contains(d));
        let day = after.or_else(|| number(k.wrapping_sub(1)).filter(|d| (1..=31).contains(d)))?;
        let year = (k..k + 4).filter_map(number).find(|y| (1990..2100).contains(y)).or(year)?;
        Some(format!("{year}-{month:02}-{day:02}"))
    })
}

/// The year of a full date near the article's start.
fn year(article: &Article<'_>) -> Option<u32> {
    (0..article.len().min(120)).find_map(|k| {
        article.at(k).word.number(class::RATING_MONTH).filter(|_| article.shape(k).is_capital())?;
        (k + 1..k + 4)
            .find_map(|y| article.word(y).parse::<u32>().ok().filter(|y| (1990..2100).contains(y)))
    })
}
