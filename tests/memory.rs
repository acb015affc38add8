//! The command line's memory: within what a person would think that a text of that length needs.
#![cfg(target_os = "linux")] // where a process tells the most memory that it has used
#![allow(clippy::unwrap_used, reason = "a test that panics has failed, which is what it is for")]

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// Times the length of the input that may be used.
const TIMES: usize = 12;

/// The most memory in bytes that the program has used when its report begins to come out. It waits then: a report of
/// megabytes does not fit into the pipe.
fn peak(arguments: &[&str], input: String) -> usize {
    let (mut child, mut stdin, mut out) = start(arguments);
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()).unwrap());
    out.read_exact(&mut [0]).unwrap();
    let peak = used(&child);
    io::copy(&mut out, &mut io::sink()).unwrap();
    writer.join().unwrap();
    assert!(child.wait().unwrap().success());
    peak
}

/// The same of a stream of JSON lines, while the program waits for another line behind them; and the reports' length.
fn peak_of_stream(texts: &[String]) -> (usize, usize) {
    let (mut child, mut stdin, mut out) = start(&["--format", "ndjson"]);
    let mut answers = Vec::new();
    for text in texts {
        let line = format!("{}\n", serde_json::json!({ "text": text }));
        stdin.write_all(line.as_bytes()).unwrap();
        out.read_until(b'\n', &mut answers).unwrap();
    }
    let peak = used(&child);
    drop(stdin);
    assert!(child.wait().unwrap().success());
    (peak, answers.len())
}

fn start(arguments: &[&str]) -> (Child, ChildStdin, BufReader<ChildStdout>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_factbox"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (stdin, out) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    (child, stdin, BufReader::new(out))
}

/// The most memory in bytes that a process has used.
fn used(child: &Child) -> usize {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap() * 1024
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

/// Length of the inputs in bytes.
const LENGTH: usize = 10_000_000;

#[test]
fn ten_megabytes_of_text_take_at_most_twelve_times_their_length() {
    let text = long(LENGTH);
    let length = text.len();
    let peak = peak(&[], text);
    assert!(peak <= TIMES * length, "{peak} bytes for a text of {length}");
}

#[test]
fn ten_megabytes_of_html_take_at_most_twelve_times_their_length() {
    let mut html = String::from("<!doctype html><title>News</title><article>");
    for line in long(LENGTH * 9 / 10).lines().filter(|line| !line.is_empty()) {
        html.push_str(&format!("<p>{line}</p>\n"));
    }
    let length = html.len();
    let peak = peak(&["--html"], html);
    assert!(peak <= TIMES * length, "{peak} bytes for a page of {length}");
}

#[test]
fn a_stream_of_ten_megabytes_takes_at_most_twelve_times_its_length() {
    let text = long(LENGTH / 2);
    let length = 2 * text.len();
    let (peak, _) = peak_of_stream(&[text.clone(), text]);
    assert!(peak <= TIMES * length, "{peak} bytes for a stream of {length}");
}

/// Every token has its fixed size, and so has every line, sentence, grade and figure of one token.
#[test]
fn the_shortest_tokens_take_a_fixed_room_each() {
    for token in ["a ", "A ", ". ", "a\n", "1 ", "“a” "] {
        let text = token.repeat(500_000 / token.len());
        let length = text.len();
        let (peak, report) = peak_of_stream(&[text]);
        let room = 70 * length + report;
        assert!(peak <= room, "{peak} bytes for {token:?}, of which {length} give {report}");
    }
}
