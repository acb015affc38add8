//! HTML: the bytes as they are, and the choices of a page out of the project's own words.
#![no_main]

use factbox::Options;
use libfuzzer_sys::fuzz_target;
use std::path::Path;
use std::sync::LazyLock;

#[path = "../../tests/news/mod.rs"]
mod news;
#[path = "../../tests/sound/mod.rs"]
mod sound;

static NEWS: LazyLock<news::News> =
    LazyLock::new(|| news::News::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))));

fuzz_target!(|data: &[u8]| {
    let html = match data {
        [b'<', ..] => String::from_utf8_lossy(data).into_owned(),
        _ => NEWS.html(&mut news::Choices::Bytes(data), 200),
    };
    for furniture in [false, true] {
        let report = factbox::extract_html(&html, Options { furniture, ..Options::default() });
        let text = report.text.as_deref().expect("a report of HTML has its text");
        sound::check_report(&report, text);
        sound::check_offsets(&report, text);
    }
});
