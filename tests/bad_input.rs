//! Text that no newsroom would write still gives a report: no panic, no endless wait, no span out of place.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed, which is what it is for"
)]

use factbox::text::Offsets;
use serde_json::Value;

const STATEMENT: &str =
    "“We are very proud of our nurses,” said Amira Cole, the trust's chief executive.";

/// Every span of a report, wherever it stands: whatever is a list of two whole numbers.
fn spans(value: &Value) -> Vec<(usize, usize)> {
    match value {
        Value::Array(items) => match items.iter().map(Value::as_u64).collect::<Vec<_>>()[..] {
            [Some(start), Some(end)] => vec![(start as usize, end as usize)],
            _ => items.iter().flat_map(spans).collect(),
        },
        Value::Object(fields) => fields.values().flat_map(spans).collect(),
        _ => Vec::new(),
    }
}

/// Reads `text` and checks every span in every unit; gives the report back in bytes.
fn read(text: &str) -> Value {
    let name: String = text.chars().take(40).collect();
    let report = factbox::extract(text);
    for (unit, length) in [
        (Offsets::Utf8, text.len()),
        (Offsets::Utf16, text.encode_utf16().count()),
        (Offsets::CodePoint, text.chars().count()),
    ] {
        let converted = serde_json::to_value(report.clone().in_offsets(text, unit)).unwrap();
        for (start, end) in spans(&converted) {
            assert!(start <= end && end <= length, "{start}..{end} {} in {name:?}", unit.name());
        }
    }
    let report = serde_json::to_value(&report).unwrap();
    for (start, end) in spans(&report) {
        assert!(text.get(start..end).is_some(), "{start}..{end} cuts a character in {name:?}");
    }
    report
}

fn found_nothing(report: &Value) -> bool {
    report.as_object().unwrap().values().all(|v| v.as_array().is_none_or(Vec::is_empty))
}

#[test]
fn nothing_is_found_where_nothing_is_written() {
    for text in
        ["", " ", "\n\n\n", "\r\n", "\t", "\0", "\u{FEFF}", "\u{A0}\u{2003}\u{200B}\u{2060}"]
    {
        assert!(found_nothing(&read(text)), "in {text:?}");
    }
}

#[test]
fn five_megabytes_of_one_character_give_a_report() {
    for c in [
        "a", "A", " ", "\n", "1", "£", "\"", "'", "“", ".", "(", "-", "\0", "💛", "\u{301}",
        "\u{202E}",
    ] {
        read(&c.repeat(5_000_000 / c.len()));
    }
}

#[test]
fn a_megabyte_of_one_phrase_gives_a_report() {
    for phrase in [
        "said ",
        "“ ",
        "“a” ",
        "\"a ",
        "£1 ",
        "1-",
        "1,",
        "Mr ",
        "A. ",
        "Ofsted rated ",
        "good ",
        "in May ",
        "a\r\n",
    ] {
        read(&phrase.repeat(1_000_000 / phrase.len()));
    }
}

#[test]
fn odd_characters_neither_shift_nor_hide_a_quote() {
    for before in [
        "",
        "\u{FEFF}",
        "\0 ",
        "Line one.\r\nLine two.\r\n\r\n",
        "Old line ends.\rAnother.\r\r",
        "\u{202E}reversed\u{202C} ",
        "\u{2066}isolated\u{2069} ",
        "zero\u{200B}width\u{200D} and soft\u{AD}hyphen ",
        "שלום עולם. مرحبا. ",
        "e\u{301}e\u{301} 💛👩‍👩‍👧 ",
        "\u{FFFD}\u{FFFE}\u{10FFFF} ",
    ] {
        for after in ["", "\r\n", "\0", "\u{202E}"] {
            let text = format!("{before}{STATEMENT}{after}");
            let report = read(&text);
            let (start, end) = spans(&report["quotes"][0]["quoted"])[0];
            assert_eq!(&text[start..end], "We are very proud of our nurses,", "after {before:?}");
            assert_eq!(report["quotes"][0]["source"]["name"], "Amira Cole", "after {before:?}");
        }
    }
}

#[test]
fn every_beginning_and_every_end_of_a_text_gives_a_report() {
    let text = format!(
        "\u{FEFF}Council “to spend £5.6m”\r\n\r\nBy Ann Lee\r\n{STATEMENT} ‘We won't “stop” now,' she added.\r\n\
         Ofsted rated it \"inadequate\" on 18 March 2019 – 💛 about 50% of 16–18-year-olds.\0"
    );
    for (at, _) in text.char_indices() {
        read(&text[..at]);
        read(&text[at..]);
    }
}
