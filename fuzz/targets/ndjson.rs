//! The stream of JSON lines: every line that is not empty is answered by one line of JSON, and only bad ones by an error.
#![no_main]
#![allow(dead_code, reason = "the file taken in has more than this target uses")]

use cli::arguments::{Command, parse};
use libfuzzer_sys::fuzz_target;
use serde_json::value::RawValue;
use std::io::Cursor;

#[path = "../../src/bin/factbox/main.rs"]
mod cli;

/// An answer. Its id stands as the line had it, half pairs of UTF-16 included.
#[derive(serde::Deserialize)]
struct Answer<'a> {
    #[serde(borrow)]
    id: &'a RawValue,
    #[serde(borrow, default)]
    error: Option<&'a RawValue>,
}

fuzz_target!(|data: &[u8]| {
    let Ok(Command::Read(arguments)) = parse(["--format".into(), "ndjson".into()].into_iter()) else {
        panic!("the arguments are refused");
    };
    let reader = Box::new(Cursor::new(data.to_vec()));
    let input = cli::Input { name: "fuzz".to_owned(), reader };
    let mut out = Vec::new();
    let read = cli::ndjson::run(input, &arguments, arguments.options, false, &mut out)
        .expect("memory can be written");
    let out = String::from_utf8(out).expect("answers are UTF-8");
    let lines = data.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(data).split(|b| *b == b'\n');
    let asked = lines.filter(|line| !line.trim_ascii().is_empty()).count();
    let mut errors = 0;
    let mut answered = 0;
    for line in out.lines() {
        let answer: Answer = serde_json::from_str(line).expect("an answer is JSON");
        assert!(answer.id.get() != "", "an answer without an id: {line}");
        errors += usize::from(answer.error.is_some());
        answered += 1;
    }
    assert_eq!(answered, asked, "answers to lines");
    assert_eq!(read, errors == 0);
});
