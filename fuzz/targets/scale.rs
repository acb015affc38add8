//! A rating scale's file: whatever it holds, it is read or refused in words, and what is read can be read with.
#![no_main]
#![allow(dead_code, reason = "the file taken in has more than this target uses")]

use factbox::Options;
use factbox::scales::Scales;
use libfuzzer_sys::fuzz_target;

#[path = "../../src/bin/factbox/main.rs"]
mod cli;
#[path = "../../tests/sound/mod.rs"]
mod sound;

fuzz_target!(|data: &[u8]| {
    let Ok(file) = std::str::from_utf8(data) else { return };
    match cli::scales::definition(file) {
        Err(why) => assert!(!why.trim().is_empty()),
        Ok(definition) => match Scales::with(&[definition]) {
            Err((number, mistake)) => {
                assert_eq!(number, 0);
                assert!(!mistake.to_string().trim().is_empty());
            }
            Ok(scales) => {
                let options = Options { scales: Some(&scales), ..Options::default() };
                sound::check_report(&factbox::extract_with(file, options), file);
            }
        },
    }
});
