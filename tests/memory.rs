//! The command line's memory: within what a person would think that a text of that length needs.
#![cfg(target_os = "linux")] // where a process can be given a limit of memory
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

/// Kilobytes of addresses that the program, its table of words and its stacks take before it reads anything.
const EMPTY: usize = 16_000;
/// Times the length of the input that may be used besides.
const TIMES: usize = 12;

/// Runs the program on `input` with no more memory than that.
fn runs(arguments: &str, input: &str) -> bool {
    let limit = EMPTY + input.len() * TIMES / 1024;
    let script = format!("ulimit -v {limit}; exec {} {arguments}", env!("CARGO_BIN_EXE_factbox"));
    let mut child = Command::new("sh")
        .args(["-c", &script])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let written = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait().unwrap().success() && written.is_ok()
}

/// The bench's article again and again, with other names and figures, up to `length` bytes.
fn long(length: usize) -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/bench/article.txt");
    let article = fs::read_to_string(path).unwrap();
    let mut text = String::new();
    for nth in 0.. {
        if text.len() + article.len() + 100 > length {
            break;
        }
        text.push_str(&article.replace("Wexmoor", &format!("Wex{nth}moor")));
        text.push_str("\n\n");
    }
    text
}

#[test]
fn the_longest_text_takes_at_most_twelve_times_its_length() {
    assert!(runs("", &long(factbox::MAX_BYTES)));
}

#[test]
fn a_stream_of_ten_megabytes_takes_at_most_twelve_times_its_length() {
    let line = |text: &str| format!("{}\n", serde_json::json!({ "text": text }));
    let text = long(4_900_000);
    assert!(runs("--format ndjson", &[line(&text), line(&text)].concat()));
}

#[test]
fn the_limit_is_a_limit() {
    let script = format!("ulimit -v 1000; exec {} < /dev/null", env!("CARGO_BIN_EXE_factbox"));
    let mut shell = Command::new("sh");
    let run = shell.args(["-c", &script]).stdout(Stdio::null()).stderr(Stdio::null());
    assert!(!run.status().unwrap().success());
}
