//! Factbox turns a news article into structured facts: ratings, quotes, figures and dates.
//!
//! ```
//! let text = "“We are proud,” said Ann Lee, the head teacher. The school spent £5.6m.";
//! let report = factbox::extract(text);
//! let source = report.quotes[0].source.as_ref().unwrap();
//! assert_eq!(source.name, "Ann Lee");
//! assert_eq!(source.role.as_deref(), Some("the head teacher"));
//! let figure = &report.figures[0];
//! assert_eq!(figure.value, Some(5_600_000.0));
//! assert_eq!(figure.unit.as_deref(), Some("GBP"));
//! ```
//!
//! [`extract_html`] reads pages, [`Options`] and [`scales`] say what to read and with which rating scales, and the
//! fields of [`report::Report`] say what is found. Spans count bytes; [`report::Report::in_offsets`] gives others.

#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        reason = "a test that panics has failed, which is what it is for"
    )
)]

#[macro_use]
mod lexicon;

mod article;
mod assemble;
mod blocks;
mod checks;
mod claims;
mod dates;
mod figures;
mod html;
mod marks;
mod names;
mod numbers;
mod order;
mod quotes;
mod ratings;
pub mod report;
pub mod scales;
mod sentences;
pub mod text;
mod tokens;
#[cfg(target_arch = "wasm32")]
mod wasm;
#[doc(hidden)]
pub mod work;

use article::Article;
use blocks::Block;
use dates::Markup;
use report::Report;
use scales::Scales;

/// Longest article that the command line accepts, in bytes of UTF-8; the page and its package keep a lower limit, as their
/// readers wait. The library refuses nothing: any text below 4 GB has spans that fit.
pub const MAX_BYTES: usize = 20_000_000;

/// What to read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'s> {
    /// Whether facts are read from page furniture too: menus, related headlines, comments.
    pub furniture: bool,
    /// Rating scales to read with besides those that Factbox knows.
    pub scales: Option<&'s Scales>,
}

/// Reads one article. Any text gives a report; spans count bytes (see [`Report::in_offsets`]).
#[must_use]
pub fn extract(text: &str) -> Report {
    extract_with(text, Options::default())
}

/// Reads one article as `options` say.
#[must_use]
pub fn extract_with(text: &str, options: Options<'_>) -> Report {
    let article = Article::new(text);
    let blocks = blocks::find(&article);
    read(&article, blocks, Markup::default(), options)
}

/// Reads the article on a page of HTML, or in any piece of one. The report's `text` is what its spans point into.
#[must_use]
pub fn extract_html(html: &str, options: Options<'_>) -> Report {
    let page = html::read(html);
    let article = Article::new(&page.text);
    let (blocks, markup) = blocks::find_on_page(&article, &page);
    let report = read(&article, blocks, markup, options);
    Report { text: Some(page.text), ..report }
}

/// Reads an article whose blocks are known. `markup` is the day that its page's markup gives.
fn read(
    article: &Article<'_>,
    mut blocks: Vec<Block>,
    markup: Markup<'_>,
    options: Options<'_>,
) -> Report {
    let boilerplate = blocks::furniture_spans(article, &blocks);
    let title = blocks::title(article, &blocks);
    let mut own = None;
    if options.furniture {
        // The article's own date stands in furniture: it is looked for before that is read like the story.
        let sentences = sentences::find(article, &blocks);
        let mut claims = claims::Claims::new(article.len());
        own = dates::find(article, &blocks, &sentences, &mut claims, markup).1;
        blocks::read_furniture(&mut blocks);
    }
    let markup = own.as_deref().map_or(markup, |day| Markup { sure: Some(day), likely: None });
    let marks = marks::find(article, &blocks);
    let sentences = sentences::find(article, &blocks);
    let mut names = names::find(article, &blocks, &sentences);
    let mut claims = claims::Claims::new(article.len());
    let dates = dates::find(article, &blocks, &sentences, &mut claims, markup);
    let figures = figures::find(article, &blocks, &sentences, &mut claims, &names);
    drop(claims);
    let known = Scales::default();
    let ratings = ratings::find(&ratings::Input {
        article,
        blocks: &blocks,
        marks: &marks,
        sentences: &sentences,
        names: &names,
        dates: &dates.0,
        published: dates.1.as_deref(),
        scales: options.scales.unwrap_or(&known),
    });
    ratings::tell_things(&mut names, &ratings, options.scales.unwrap_or(&known));
    let quotes = quotes::find(article, &blocks, &marks, &sentences, names);
    let (entities, numbers) = assemble::entities(article, &quotes);
    let checks = checks::find(checks::Desk {
        article,
        blocks: &blocks,
        sentences: &sentences,
        pairs: &marks,
        quotes: &quotes,
        numbers: &numbers,
        figures: &figures,
        dates: &dates.0,
        published: dates.1.as_deref(),
        ratings: &ratings,
        scales: options.scales.unwrap_or(&known),
        asked: Vec::new(),
    });
    // What the report is made from goes as soon as it has been read: long texts need the room.
    drop((marks, sentences, blocks));
    let (quotes, terms) = assemble::quotes(article, quotes, &numbers);
    let (figures, dates, published) = assemble::figures_and_dates(article, figures, dates);
    Report {
        version: env!("CARGO_PKG_VERSION"),
        title,
        published,
        entities,
        quotes,
        terms,
        ratings,
        figures,
        dates,
        boilerplate,
        checks,
        ..Report::default()
    }
}

/// Number of tokens of a text: the measure that `npm run bench` holds `extract` against.
#[doc(hidden)]
#[must_use]
pub fn count_tokens(text: &str) -> usize {
    Article::new(text).len()
}
