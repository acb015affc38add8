//! The command line's memory: within what a person would think that a text of that length needs.
#![cfg(target_os = "linux")] // where a process tells the most memory that it has used
#![allow(clippy::unwrap_used, reason = "a test that panics has failed, which is what it is for")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};

/// Times the length of the input that may be used.
const TIMES: usize = 12;

/// The most memory in bytes that the program has used when the last of `lines` reports begins to come out. It waits then:
/// a report of megabytes does not fit into the pipe.
fn peak(arguments: &[&str], input: String, lines: usize) -> usize {
    let mut child = Command::new(env!("CARGO_BIN_EXE_factbox"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()).unwrap());
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut passed = Vec::new();
    for _ in 1..lines {
        out.read_until(b'\n', &mut passed).unwrap();
    }
    out.read_exact(&mut [0]).unwrap();
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let kilobytes: usize = line.trim().trim_end_matches(" kB").parse().unwrap();
    out.read_to_end(&mut passed).unwrap();
    writer.join().unwrap();
    assert!(child.wait().unwrap().success());
    kilobytes * 1024
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
    let text = long(factbox::MAX_BYTES);
    let length = text.len();
    let peak = peak(&[], text, 1);
    assert!(peak <= TIMES * length, "{peak} bytes for a text of {length}");
}

#[test]
fn a_stream_of_ten_megabytes_takes_at_most_twelve_times_its_length() {
    let line = format!("{}\n", serde_json::json!({ "text": long(4_900_000) }));
    let input = line.repeat(2);
    let length = input.len();
    let peak = peak(&["--format", "ndjson"], input, 2);
    assert!(peak <= TIMES * length, "{peak} bytes for a stream of {length}");
}
