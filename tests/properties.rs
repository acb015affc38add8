//! What holds of every text's report, tried on every beginning of every article that the project has, on articles cut up
//! and joined, and on articles that nobody wrote. Longer searches of the same kind are in `fuzz/`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed, which is what it is for"
)]

mod news;
mod sound;

use news::{Choices, News};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every article of the project: those of the page and the benches, and every example of every data file.
fn articles() -> Vec<String> {
    let page = fs::read_to_string(root().join("www/examples.js")).unwrap();
    let mut articles: Vec<String> = page
        .split("text: `")
        .skip(1)
        .map(|rest| rest.split('`').next().unwrap().to_owned())
        .collect();
    assert!(articles.len() >= 2, "www/examples.js has its articles in another form");
    articles.push(fs::read_to_string(root().join("bench/article.txt")).unwrap());
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for path in entries(&folder) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "toml") {
                let file: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
                examples(&toml::Value::Table(file), &mut articles);
            }
        }
    }
    articles
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn examples(value: &toml::Value, found: &mut Vec<String>) {
    match value {
        toml::Value::Table(table) => {
            found.extend(table.get("text").and_then(|t| t.as_str()).map(str::to_owned));
            table.values().for_each(|inner| examples(inner, found));
        }
        toml::Value::Array(list) => list.iter().for_each(|inner| examples(inner, found)),
        _ => {}
    }
}

/// Articles beside the project, where they are: they may be read here, but are no part of it.
fn articles_beside() -> Vec<String> {
    let shared = std::env::var_os("FACTBOX_SHARED").map_or(root().join("../shared"), PathBuf::from);
    let folder = shared.join("gold/dev");
    if !folder.is_dir() {
        println!("{} is not there: only the project's own articles are read", folder.display());
        return Vec::new();
    }
    let texts = entries(&folder).into_iter().filter(|p| p.extension().is_some_and(|e| e == "txt"));
    texts.map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// Does something with every item, on as many threads as the machine has.
fn each<T: Sync>(items: &[T], work: impl Fn(&T) + Sync) {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
                    work(item);
                }
            });
        }
    });
}

/// So many articles that nobody wrote.
fn invented(count: u64, words: usize) -> Vec<String> {
    let news = News::read(root());
    (0..count).map(|seed| news.wild(&mut Choices::Seed(seed), words)).collect()
}

#[test]
fn every_beginning_of_every_article_gives_a_sound_report() {
    let mut articles = articles();
    articles.extend(articles_beside());
    // The longest first, so that no thread ends with one.
    articles.sort_by_key(|article| std::cmp::Reverse(article.len()));
    each(&articles, |article| {
        for (at, _) in article.char_indices() {
            sound::check(&article[..at]);
        }
        sound::check_offsets(&sound::check(article), article);
    });
}

#[test]
fn articles_cut_up_and_joined_give_sound_reports() {
    let articles = articles();
    let rounds: Vec<u64> = (0..2_000).collect();
    each(&rounds, |round| {
        let mut choices = Choices::Seed(*round);
        let mut text = String::new();
        for _ in 0..2 + choices.below(4) {
            let article = &articles[choices.below(articles.len())];
            let mut ends = [choices.below(article.len() + 1), choices.below(article.len() + 1)];
            ends.sort_unstable();
            let ends = ends.map(|at| article.floor_char_boundary(at));
            text.push_str(&article[ends[0]..ends[1]]);
        }
        let report = sound::check(&text);
        assert_eq!(report, factbox::extract(&text), "another report of the same text: {text:?}");
        sound::check_offsets(&report, &text);
    });
}

#[test]
fn articles_that_nobody_wrote_give_sound_reports() {
    each(&invented(400, 150), |text| {
        sound::check_offsets(&sound::check(text), text);
    });
    let news = News::read(root());
    each(&(0..300).collect::<Vec<_>>(), |seed| {
        let html = news.html(&mut Choices::Seed(*seed), 150);
        let report = factbox::extract_html(&html, factbox::Options::default());
        sound::check_report(&report, report.text.as_ref().unwrap());
    });
}

/// Texts and pages on which the fuzzing found something wrong, as it left them.
#[test]
fn what_the_fuzzing_found_stays_mended() {
    let found = entries(&root().join("fuzz/findings"));
    assert!(!found.is_empty());
    for path in found {
        let text = fs::read_to_string(&path).unwrap();
        if path.extension().is_some_and(|e| e == "html") {
            let report = factbox::extract_html(&text, factbox::Options::default());
            sound::check_report(&report, report.text.as_ref().unwrap());
        } else {
            sound::check(&text);
            sound::check_line_ends(&text);
        }
    }
}

#[test]
fn line_ends_of_windows_shift_spans_only() {
    let mut articles = articles();
    articles.extend(articles_beside());
    articles.extend(invented(200, 150));
    each(&articles, |article| sound::check_line_ends(article));
}

#[test]
fn another_paragraph_changes_only_what_is_settled_by_it() {
    let mut articles = articles();
    articles.extend(articles_beside());
    articles.extend(invented(200, 150));
    let more = "The old road by the river is still there, and so are the trees along it.";
    let compared = AtomicUsize::new(0);
    each(&articles, |article| {
        let article = article.trim_end();
        if !article.ends_with(['.', '”', '"']) {
            return; // a loose line, which may be anything: what stands below it tells
        }
        let end = article.len() as u32;
        let short = factbox::extract(article);
        let long = factbox::extract(&format!("{article}\n\n{more}"));
        let furniture = long.boilerplate.iter().filter(|span| span.end <= end);
        let settled = short.title == long.title && short.published == long.published;
        if !settled || !short.boilerplate.iter().eq(furniture) {
            return;
        }
        compared.fetch_add(1, Ordering::Relaxed);
        let [short, long] = [short, long].map(|report| sound::unresolved(&report, end));
        assert_eq!(short, long, "after another paragraph below {article:?}");
    });
    let compared = compared.into_inner();
    assert!(
        compared * 2 > articles.len(),
        "{compared} of {} articles were compared",
        articles.len()
    );
}
