//! Prints who says what in an article, and its figures: `cargo run --example who_said_what -- article.txt`.

use std::error::Error;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("usage: who_said_what FILE")?;
    let text = fs::read_to_string(&path).map_err(|why| format!("{path}: {why}"))?;
    let report = factbox::extract(&text);
    for quote in &report.quotes {
        let who = quote.source.as_ref().map_or("somebody", |source| &source.name);
        println!("{who}: {}", quote.text);
    }
    for figure in &report.figures {
        // Spans count bytes of the text as it was given.
        let what = figure.of.as_deref().unwrap_or("not said of what");
        println!("{} ({what}), at byte {}", figure.text, figure.span.start);
    }
    Ok(())
}
