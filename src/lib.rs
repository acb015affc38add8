//! Factbox turns a news article into structured facts: ratings, quotes, figures and dates.
//!
//! ```
//! let report = factbox::extract("Ofsted has rated the service \"inadequate\".");
//! assert_eq!(report.version, env!("CARGO_PKG_VERSION"));
//! ```

#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)
)]

mod article;
mod assemble;
mod blocks;
mod claims;
mod dates;
mod figures;
mod lexicon;
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
use report::Report;
use scales::Scales;

/// Longest article that the edges (page, package, command line) accept, in bytes of UTF-8.
pub const MAX_BYTES: usize = 5_000_000;

/// Reads one article. Any text gives a report; spans count bytes (see [`Report::in_offsets`]).
#[must_use]
pub fn extract(text: &str) -> Report {
    extract_with(text, &Scales::default())
}

/// Reads one article with further rating scales.
#[must_use]
pub fn extract_with(text: &str, scales: &Scales) -> Report {
    let article = Article::new(text);
    let blocks = blocks::find(&article);
    let marks = marks::find(&article, &blocks);
    let sentences = sentences::find(&article, &blocks);
    let names = names::find(&article, &blocks, &sentences);
    let mut claims = claims::Claims::new(article.len());
    let dates = dates::find(&article, &blocks, &sentences, &mut claims);
    let figures = figures::find(&article, &blocks, &sentences, &mut claims, &names);
    let ratings = ratings::find(&ratings::Input {
        article: &article,
        blocks: &blocks,
        sentences: &sentences,
        names: &names,
        dates: &dates.0,
        published: dates.1.as_deref(),
        scales,
    });
    let quotes = quotes::find(&article, &blocks, &marks, &sentences, names);
    let (entities, numbers) = assemble::entities(&article, &quotes);
    let (quotes, terms) = assemble::quotes(&article, &quotes, &numbers);
    let (figures, dates, published) = assemble::figures_and_dates(&article, figures, dates);
    let boilerplate = blocks::furniture_spans(&article, &blocks);
    let title = blocks::title(&article, &blocks);
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
        ..Report::default()
    }
}

/// Number of tokens of a text: the measure that `npm run bench` holds `extract` against.
#[doc(hidden)]
#[must_use]
pub fn count_tokens(text: &str) -> usize {
    Article::new(text).len()
}
