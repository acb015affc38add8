//! Ratings: who placed whom on which scale.
//!
//! Walks each sentence from grade to grade. A grade counts where a rating verb, a rating noun, a change or a rated
//! aspect goes with it and a rater of its scale is known; the rest of the sentence then says subject, aspects,
//! status and date. Words and scales are data (`ratings/scales/`, `lexicon/ratings.toml`).
//!
//! [`near`] looks around a grade, [`phrases`] reads noun phrases, [`subjects`] resolves descriptions, [`context`]
//! finds scale and rater, [`lines`] reads lists, [`settle`] joins what was found.

mod aspects;
mod context;
pub mod definition;
mod governed;
mod grades;
mod lines;
mod moves;
mod near;
mod phrases;
mod reader;
pub mod scales;
mod settle;
mod states;
mod status;
mod subjects;

use crate::article::Article;
use crate::blocks::{Block, BlockKind};
use crate::dates::Date;
use crate::lexicon::class;
use crate::marks::Pair;
use crate::names::{Gender, Names};
use crate::order;
use crate::report::{EntityKind, Rating};
use crate::sentences::Sentence;
use crate::text::whole;
use crate::tokens::{Gap, Shape, Token};
use context::Raters;
use scales::Scales;
use std::cell::OnceCell;
use subjects::Name;

/// What earlier stages know, and what ratings need of it.
struct Page<'a, 't> {
    article: &'a Article<'t>,
    scales: &'a Scales,
    dates: &'a [Date],
    published: Option<&'a str>,
    blocks: &'a [Block],
    marks: &'a [Pair],
    /// What the stage before knows of the article's names.
    known: &'a Names,
    /// The names that may be rated: hardly any article asks for them.
    names: OnceCell<Vec<Name>>,
    /// The name in the headline of a review.
    title: Option<String>,
    raters: Raters<'a>,
    /// Who wrote the article.
    byline: Option<String>,
    /// Each "By Ann Day" with the first token of its line.
    bylines: Vec<(usize, String)>,
    /// The newest year that it dates something by.
    newest: Option<u32>,
    /// The oldest day, month or year that it dates something by.
    oldest: Option<&'a str>,
}

impl Page<'_, '_> {
    /// The names that may be rated.
    fn names(&self) -> &[Name] {
        let find = || subjects::names(self.article, self.scales, self.blocks, self.known);
        self.names.get_or_init(find)
    }

    /// Where the date begins that ends before token `end`.
    #[inline(never)]
    fn date_ending(&self, end: usize) -> Option<usize> {
        let after = self.dates.partition_point(|d| d.to < end);
        self.dates.get(after).filter(|d| d.to == end).map(|d| d.from)
    }

    /// The dates that start in the range.
    #[inline(never)]
    fn dates_within(&self, from: usize, to: usize) -> &[Date] {
        let first = self.dates.partition_point(|d| d.from < from);
        let last = self.dates.partition_point(|d| d.from < to);
        self.dates.get(first..last.max(first)).unwrap_or(&[])
    }

    /// Whether a date lies more than a year before the newest date of the article.
    fn is_long_ago(&self, date: Option<&str>) -> bool {
        let year = |d: &str| d.get(..4).and_then(whole);
        let newest = self.published.and_then(year).or(self.newest);
        date.and_then(year).zip(newest).is_some_and(|(then, now)| then + 1 < now)
    }

    /// The article's year, for grades that were not always in force.
    fn year(&self) -> &str {
        self.published.and_then(|p| p.get(..7)).unwrap_or("")
    }
}

/// What ratings are read from.
pub struct Input<'a, 't> {
    /// The article.
    pub article: &'a Article<'t>,
    /// Its blocks.
    pub blocks: &'a [Block],
    /// Its pairs of quote marks.
    pub marks: &'a [Pair],
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// Its names.
    pub names: &'a Names,
    /// Its dates.
    pub dates: &'a [Date],
    /// Its own date.
    pub published: Option<&'a str>,
    /// The scales to read with.
    pub scales: &'a Scales,
}

/// Every rating of the article.
#[must_use]
pub fn find(input: &Input<'_, '_>) -> Vec<Rating> {
    let Input { article, blocks, sentences, scales, .. } = *input;
    let raters = Raters::find(article, scales, blocks);
    let page = Page {
        article,
        scales,
        dates: input.dates,
        published: input.published,
        blocks,
        marks: input.marks,
        known: input.names,
        names: OnceCell::new(),
        title: None,
        raters,
        byline: byline(article, blocks, input.dates, input.names),
        bylines: bylines(article),
        newest: newest(input.dates),
        oldest: input.dates.iter().filter_map(|d| d.edtf.as_deref()).min(),
    };
    let page = Page { title: title(&page, blocks), ..page };
    let mut reader = reader::Reader::new(&page);
    let mut line = vec![false; blocks.len()];
    for (block, read) in blocks.iter().zip(&mut line) {
        *read = block.kind != BlockKind::Furniture && reader.line(block);
    }
    for sentence in sentences {
        let read = line.get(sentence.block).copied().unwrap_or(true);
        if read || blocks.get(sentence.block).is_none_or(|b| b.kind == BlockKind::Furniture) {
            continue;
        }
        reader.sentence(sentence);
    }
    settle::settle(&page, reader.found)
}

/// What is rated is no human being, however much its name looks like one: "Fenwick Grange", "Iron Meridian".
pub fn tell_things(names: &mut Names, ratings: &[Rating], scales: &Scales) {
    let thing = |rating: &Rating| {
        let scale = scales.by_id(rating.scale.as_deref()?).filter(|s| !s.people)?;
        let kind = if scale.alone { EntityKind::Unknown } else { EntityKind::Organisation };
        Some((order::hash(rating.subject.as_deref()?), kind))
    };
    let things = order::by_key(ratings.iter().filter_map(thing).collect(), |thing| thing.0);
    for entity in &mut names.entities {
        let guessed = entity.kind == EntityKind::Person
            && entity.gender == Gender::Unknown
            && entity.role.is_none();
        if guessed {
            let name = order::hash(&entity.name);
            let found = things.get(things.partition_point(|thing| thing.0 < name));
            entity.kind =
                found.filter(|thing| thing.0 == name).map_or(entity.kind, |thing| thing.1);
        }
    }
}

/// Most tokens at the top of an article that are searched for its title and byline.
const TOP: usize = 160;

/// The newest year of the dates.
fn newest(dates: &[Date]) -> Option<u32> {
    let years = dates.iter().filter_map(|d| whole(d.edtf.as_deref()?.get(..4)?));
    years.max()
}

/// The lines that say who wrote what stands around them: "By Ann Day", "By Ann Day, Arts Editor".
fn bylines(article: &Article<'_>) -> Vec<(usize, String)> {
    let by = |token: &Token| token.gap >= Gap::Line && token.word.is(class::BY);
    let name = |at: usize| {
        let to = capitals(article, at + 1);
        let beside = article.gap(at + 1) <= Gap::Space;
        let ends = article.gap(to) >= Gap::Line || article.shape(to) == Shape::Comma;
        (beside && ends && to > at + 2).then(|| (at, article.wording(at + 1, to)))
    };
    article.which(0..article.len(), by).filter_map(name).collect()
}

/// Where the capitalised words end that begin with token `from`, in one line and at most four.
fn capitals(article: &Article<'_>, from: usize) -> usize {
    let goes_on =
        |k: &usize| article.shape(*k).is_capital() && (*k == from || article.gap(*k) <= Gap::Space);
    from + (from..from + 4).take_while(goes_on).count()
}

/// Who wrote the article: "By Ann Day", or a line with nothing but two or three capitalised words.
fn byline(
    article: &Article<'_>,
    blocks: &[Block],
    dates: &[Date],
    names: &Names,
) -> Option<String> {
    let run = |from: usize| (from, capitals(article, from));
    for k in 0..article.len().min(TOP) {
        if article.gap(k) >= Gap::Line && article.is(k, class::BY) {
            let (from, to) = run(k + 1);
            if to > from {
                return Some(article.wording(from, to));
            }
        }
    }
    blocks.iter().take_while(|b| b.from < TOP).find_map(|b| {
        let starts = (b.from..b.to.min(TOP)).filter(|k| article.gap(*k) >= Gap::Line);
        starts.take(TOP).find_map(|k| {
            let (from, to) = run(k);
            let alone = article.gap(to) >= Gap::Line && (2..=3).contains(&(to - from));
            let dated = dates.iter().take(8).any(|d| (to..to + 3).contains(&d.from));
            let person = !(from..to).any(|x| article.is(x, class::NO_BYLINE));
            let given = any!(GIVEN_MALE, GIVEN_FEMALE);
            // "Ann Day on a noir, a two-hander and the return of a bear": what a critic writes about.
            let writes = article.reads(to, word!("on"))
                && article.shape_before(b.to) != Shape::Period
                && names.at(from).is_some_and(|m| {
                    m.from == from && m.to == to && names.is(m.entity, EntityKind::Person)
                });
            (alone && person && (dated || article.is(from, given)) || writes)
                .then(|| article.wording(from, to))
        })
    })
}

/// The thing that a review's headline names: "The Salt Road review – a ghost story".
fn title(page: &Page<'_, '_>, blocks: &[Block]) -> Option<String> {
    let article = page.article;
    let first = blocks.iter().take_while(|b| b.from < TOP);
    first.filter(|b| b.kind != BlockKind::Furniture).find_map(|b| {
        // "placed it on review", "a review found": no headline of one.
        let review = (b.from..b.to.min(TOP)).find(|k| {
            article.is(*k, class::REVIEW_WORD) && article.shape_before(*k) != Shape::Lower
        })?;
        // "Restaurant review: Salt & Rye, Norwick"
        let sort = (b.from..review).all(|k| article.is(k, class::NO_BYLINE));
        let (from, to) = if sort && article.shape(review + 1) == Shape::Colon {
            let end = (review + 2..b.to)
                .find(|k| article.shape(*k) == Shape::Comma || article.gap(*k) >= Gap::Line);
            let (from, to) = page.trim_title(review + 2, end.unwrap_or(b.to));
            // "Review: is The Salt Road worth the wait?"
            let asks = (from..to).any(|k| article.shape(k) == Shape::Question);
            let name = page.names_within(from, to).first().filter(|_| asks);
            name.map_or((from, to), |n| (n.from, n.to))
        } else {
            page.trim_title(b.from, review)
        };
        // "MOVIE REVIEW" over "‘The Salt Road’ has grit in its teeth"
        if (from..to).all(|k| article.is(k, class::NO_BYLINE)) {
            let open = (to..TOP)
                .find(|k| article.shape(*k).is_quote_mark() && article.shape(k + 1).is_capital())?;
            let close = (open + 2..open + 12).find(|k| article.shape(*k).is_quote_mark())?;
            return Some(article.words(open + 1, close).trim_end_matches(',').to_string());
        }
        (from < to && article.shape(from).is_capital()).then(|| article.wording(from, to))
    })
}
