//! What the benches ask of the native side: articles that nobody wrote, and the library's time and memory on a text.
//!
//! `news COUNT WORDS` prints COUNT articles, a JSON string a line. `time ROUNDS` reads one text from standard input and
//! prints the best time in milliseconds and, on Linux, the most memory that the process has used, in bytes.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
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
            let mut best = f64::INFINITY;
            for _ in 0..number(1) {
                let start = Instant::now();
                let options = factbox::Options { furniture: true, ..factbox::Options::default() };
                std::hint::black_box(factbox::extract_with(&text, options));
                best = best.min(start.elapsed().as_secs_f64() * 1000.0);
            }
            println!("{best} {}", peak());
        }
        other => panic!("no such bench: {other}"),
    }
}

/// The most memory that the process has used.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}
