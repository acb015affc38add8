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
}

impl Raters {
    /// Looks for raters.
    pub fn find(article: &Article<'_>, blocks: &[Block]) -> Raters {
        let mut raters = Raters {
            mentions: Vec::new(),
            votes: vec![0; scales::all().len()],
            any_named: false,
            kinds: Vec::new(),
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
                    (!only_named || r.1 == 1) && open(r.0).is_some() && scales::is_kind(*kind, r.0)
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
                    (self.votes.get(usize::from(r.0)).copied().unwrap_or(0), std::cmp::Reverse(r.0))
                })
                .map(|r| r.0)
        };
        let rater = |scale: u8, near: Option<WordId>| -> Option<String> {
            let known = scales::get(scale)?;
            if !known.rater.starts_with('(') {
                return Some(known.rater.to_string());
            }
            let _ = near;
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
                    return Some((scale, rater(scale, Some(m.word))));
                }
            }
            if let Some(scale) = carried.filter(|c| open(*c).is_some()) {
                return Some((scale, rater(scale, None)));
            }
            for m in before.iter().rev().take(30).chain(after.iter().take(30)).filter(|m| m.named) {
                let media = scales::rows(m.word, class::RATER)
                    .iter()
                    .all(|r| scales::get(r.0).is_some_and(|s| s.rater.starts_with('(')));
                if media && (m.at < s.from || m.at >= s.to) {
                    continue;
                }
                if let Some(scale) = by_votes(m.word, true) {
                    return Some((scale, rater(scale, Some(m.word))));
                }
            }
            if !self.any_named {
                for m in self.mentions.iter().take(30).filter(|m| m.to - m.at > 1) {
                    if let Some(scale) = by_votes(m.word, false) {
                        return Some((scale, rater(scale, None)));
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
        let name = rater(alone, None);
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
        while to < s.to && article.shape(to).is_capital() {
            to += 1;
        }
        (to > from).then(|| article.words(from, to).to_string())
    };
    for k in s.from..s.to {
        if article.reads(k, "critic")
            || article.reads(k, "magazine")
            || article.reads(k, "reviewer")
        {
            if let Some(name) = run(k + 1) {
                return Some(name);
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
