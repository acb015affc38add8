//! Any bytes as an article: the report is sound, the same each time, and moves with its line ends.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/sound/mod.rs"]
mod sound;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let report = sound::check(&text);
    assert_eq!(report, factbox::extract(&text), "another report of the same text");
    sound::check_offsets(&report, &text);
    sound::check_line_ends(&text);
});
