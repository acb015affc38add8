//! Articles out of the project's own words, damaged here and there. The bytes are the choices that make one.
#![no_main]

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
    let text = NEWS.wild(&mut news::Choices::Bytes(data), 200);
    sound::check_offsets(&sound::check(&text), &text);
    sound::check_line_ends(&text);
});
