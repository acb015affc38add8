//! `--format ndjson`: one article a line in, one report a line out, in the same order, as a stream.
//!
//! Holds one line at a time. A line that cannot be read is answered with an error on its own line.

use super::arguments::Arguments;
use super::{Input, Named, complain, explain, read, too_long};
use factbox::{MAX_BYTES, Options};
use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::fmt;
use std::io::{self, BufRead, Read, Write};

/// Longest line: a text at the limit, every byte of it written as `\u00..`, with room for an id.
const MAX_LINE: usize = 6 * MAX_BYTES + 65_536;

/// Answers every line of `input`, and tells whether all of them could be read. Fails only where the output does.
///
/// `several`: whether messages have to say which input they speak of.
pub fn run(
    input: Input,
    arguments: &Arguments,
    options: Options<'_>,
    several: bool,
    out: &mut impl Write,
) -> io::Result<bool> {
    let (name, mut reader) = input.lines();
    let place = if several { format!("{name}: ") } else { String::new() };
    let mut line = Vec::new();
    let (mut number, mut failed) = (0u64, 0u64);
    loop {
        let whole = match read_line(&mut reader, &mut line) {
            Ok(Some(whole)) => whole,
            Ok(None) => break,
            Err(error) => {
                complain(&format!("{name}: {}", explain(&error)));
                return Ok(false);
            }
        };
        number += 1;
        if let Some(rest) = line.strip_prefix(b"\xEF\xBB\xBF").filter(|_| number == 1) {
            line = rest.to_vec(); // a byte order mark before the first object belongs to no text
        }
        if whole && line.trim_ascii().is_empty() {
            continue;
        }
        let answer =
            if whole { answer(&line, arguments, options, out)? } else { Err((None, too_long())) };
        if let Err((id, why)) = answer {
            failed += 1;
            let error = format!("{place}line {number}: {why}");
            serde_json::to_writer(&mut *out, &Failed { id: id.as_deref(), error })?;
        }
        out.write_all(b"\n")?;
        out.flush()?; // whoever writes line by line also reads line by line
    }
    if failed > 0 {
        let lines = if failed == 1 { "1 line" } else { &format!("{failed} lines") };
        complain(&format!(
            "{name}: {lines} of {number} could not be read: see `error` in the output"
        ));
    }
    Ok(failed == 0)
}

/// Reads the next line into `line`: whether it fits, or none at the end.
fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
    line.clear();
    if reader.take(MAX_LINE as u64 + 1).read_until(b'\n', line)? == 0 {
        return Ok(None);
    }
    if line.len() <= MAX_LINE {
        return Ok(Some(true));
    }
    if !line.ends_with(b"\n") {
        reader.skip_until(b'\n')?;
    }
    Ok(Some(false))
}

/// A line that could not be read: its id, if that much is known, and why.
type Refusal = (Option<Box<RawValue>>, String);

/// Writes the report of one line, without the end of the line.
fn answer(
    line: &[u8],
    arguments: &Arguments,
    options: Options<'_>,
    out: &mut impl Write,
) -> io::Result<Result<(), Refusal>> {
    let (id, text, html) = match parse(line) {
        Ok(request) => request,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let report = read(&text, html || arguments.html, options);
    let report = report.in_offsets(&text, arguments.offsets);
    serde_json::to_writer(out, &Named { id, report: &report })?;
    Ok(Ok(()))
}

/// The id, exactly as it was written, the text of one line, and whether it is HTML.
fn parse(line: &[u8]) -> Result<(Option<&RawValue>, String, bool), Refusal> {
    let line = std::str::from_utf8(line)
        .map_err(|error| (None, format!("not UTF-8 at byte {}", error.valid_up_to())))?;
    if !line.trim_ascii_start().starts_with('{') {
        let why = "expected an object: {\"id\": …, \"text\": \"…\"}";
        return Err((None, why.to_owned()));
    }
    let Request { id, text, html } =
        serde_json::from_str(line).map_err(|error| (None, not_json(&error)))?;
    let refuse = |why: String| (id.map(ToOwned::to_owned), why);
    let (field, text) = match (text, html) {
        (Some(text), None) => ("text", text),
        (None, Some(html)) => ("html", html),
        (Some(_), Some(_)) => {
            return Err(refuse("both `text` and `html`: expected one of them".to_owned()));
        }
        (None, None) => {
            let why = "no `text`: expected {\"id\": …, \"text\": \"…\"}, or `html` for `text`";
            return Err(refuse(why.to_owned()));
        }
    };
    if !text.get().starts_with('"') {
        return Err(refuse(format!("`{field}` must be a string, got {}", kind(text.get()))));
    }
    let Text(text) = serde_json::from_str(text.get()).map_err(|error| refuse(not_json(&error)))?;
    if text.len() > MAX_BYTES {
        return Err(refuse(too_long()));
    }
    Ok((id, text, field == "html"))
}

/// Where and why a line is not JSON. serde_json counts lines too, but there is only one here.
fn not_json(error: &serde_json::Error) -> String {
    let words = error.to_string();
    let why = words.split(" at line ").next().unwrap_or_default();
    format!("not JSON at column {}: {why}", error.column())
}

/// What a JSON value that is no string is called.
fn kind(value: &str) -> &'static str {
    match value.bytes().next() {
        Some(b'{') => "an object",
        Some(b'[') => "a list",
        Some(b't' | b'f') => "true or false",
        Some(b'n') => "null",
        _ => "a number",
    }
}

/// One line as it comes in. Other fields are allowed and ignored.
#[derive(Deserialize)]
struct Request<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    text: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    html: Option<&'a RawValue>,
}

/// Keeps `null` apart from a field that is not there.
fn present<'de, D: Deserializer<'de>>(from: D) -> Result<Option<&'de RawValue>, D::Error> {
    Deserialize::deserialize(from).map(Some)
}

/// The answer to a line that could not be read.
#[derive(Serialize)]
struct Failed<'a> {
    id: Option<&'a RawValue>,
    error: String,
}

/// A JSON string in which half a surrogate pair (`\ud83d` alone) is U+FFFD, as in JavaScript's own encoder.
///
/// serde_json refuses such a string, but hands it over as bytes, with the half pair as the three bytes that UTF-8
/// would have for it.
struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Text, D::Error> {
        from.deserialize_bytes(TextVisitor)
    }
}

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Text, E> {
        let mut bytes = bytes.to_vec();
        replace_surrogates(&mut bytes);
        String::from_utf8(bytes).map(Text).map_err(E::custom)
    }
}

/// Puts U+FFFD, which has three bytes too, in the place of every encoded surrogate (ED A0 80 to ED BF BF).
fn replace_surrogates(bytes: &mut [u8]) {
    let mut rest = bytes;
    while let Some(at) = rest.windows(2).position(|two| matches!(two, [0xED, 0xA0..=0xBF])) {
        let Some((three, after)) = rest.get_mut(at..).and_then(|r| r.split_first_chunk_mut())
        else {
            return;
        };
        *three = *b"\xEF\xBF\xBD";
        rest = after;
    }
}
