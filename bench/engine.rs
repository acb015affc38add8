//! What the benches ask of the native side: articles that nobody wrote, and the library's time and memory on a text.
//!
//! `news COUNT WORDS` prints COUNT articles, a JSON string a line. `time ROUNDS SIZE` reads a text from standard input in
//! pieces of SIZE bytes, one after the other: a piece that is read again and again is read faster. It prints the mean time
//! of a piece in the best round, in milliseconds, and, on Linux, the most memory that the first took, in bytes.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "no user meets what panics here"
)]

#[path = "../tests/news/mod.rs"]
mod news;

use std::io::Read;
use std::path::Path;
use std::time::Instant;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |nth: usize| arguments[nth].parse::<usize>().unwrap();
    match arguments[0].as_str() {
        "news" => {
            let news = news::News::read(Path::new(env!("CARGO_MANIFEST_DIR")));
            for seed in 0..number(1) as u64 {
                let article = news.article(&mut news::Choices::Seed(seed), number(2));
                println!("{}", serde_json::to_string(&article).unwrap());
            }
        }
        "time" => {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text).unwrap();
            let pieces = pieces(&text, number(2));
            let (mut best, mut most) = (f64::INFINITY, 0);
            for _ in 0..number(1) {
                let start = Instant::now();
                for piece in &pieces {
                    let options =
                        factbox::Options { furniture: true, ..factbox::Options::default() };
                    std::hint::black_box(factbox::extract_with(piece, options));
                    // Of one reading: those behind it find the room in pieces.
                    most = if most == 0 { peak() } else { most };
                }
                best = best.min(start.elapsed().as_secs_f64() * 1000.0 / pieces.len() as f64);
            }
            println!("{best} {most}");
        }
        other => panic!("no such bench: {other}"),
    }
}

/// The text in pieces of about so many bytes.
fn pieces(text: &str, size: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.ceil_char_boundary(size);
        pieces.push(&rest[..end]);
        rest = &rest[end..];
    }
    pieces
}

/// The most memory that the process has used.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}
