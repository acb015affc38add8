//! The command line as a person or a script meets it: the program itself, run as a process.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed, which is what it is for"
)]

use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const STATEMENT: &str =
    "“We are very proud of our nurses,” said Amira Cole, the trust's chief executive.";
const QUOTED: &str = "We are very proud of our nurses,";

fn factbox() -> Command {
    Command::new(env!("CARGO_BIN_EXE_factbox"))
}

/// Runs the program with `arguments`, `input` on its standard input.
fn run(arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut child = factbox()
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    // The program may end before it has read everything.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// Every line of the output as JSON.
fn json(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A file that the test made, in cargo's own folder for such things.
fn file(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path
}

/// The words of the first quoted span of a report.
fn quoted(report: &Value, text: &str) -> String {
    let span = |nth: usize| report["quotes"][0]["quoted"][0][nth].as_u64().unwrap() as usize;
    let (start, end) = (span(0), span(1));
    match report["offsets"].as_str().unwrap() {
        "codepoint" => text.chars().skip(start).take(end - start).collect(),
        "utf-8" => text[start..end].to_owned(),
        "utf-16" => {
            let units: Vec<u16> = text.encode_utf16().collect();
            String::from_utf16(&units[start..end]).unwrap()
        }
        other => panic!("unknown offsets {other}"),
    }
}

#[test]
fn reads_standard_input_and_files_alike() {
    let path = file("article.txt", STATEMENT);
    let from_file = run(&[path.to_str().unwrap()], "");
    for arguments in [&[][..], &["-"][..], &["--format", "json"][..], &["--format=json", "-"][..]] {
        let from_stdin = run(arguments, STATEMENT);
        assert_eq!(code(&from_stdin), 0);
        assert_eq!(stdout(&from_stdin), stdout(&from_file), "{arguments:?}");
    }
    assert_eq!(stdout(&from_file).lines().count(), 1);
    let report = &json(&from_file)[0];
    assert_eq!(report["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(report["offsets"], "codepoint");
    assert!(report.get("id").is_none());
}

#[test]
fn spans_count_what_was_asked_for() {
    let text = format!("\u{FEFF}Ärger 💛💛 über £5.6m. {STATEMENT}");
    for unit in ["codepoint", "utf-16", "utf-8"] {
        let output = run(&["--offsets", unit], &text);
        let report = &json(&output)[0];
        assert_eq!(report["offsets"], unit);
        assert_eq!(quoted(report, &text), QUOTED, "{unit}");
    }
}

#[test]
fn odd_characters_shift_no_span() {
    for before in ["\u{FEFF}", "a\r\nb\r\n\r\n", "\0\0 ", "\u{202E}abc\u{202C} ", "\u{200B}\u{AD} "]
    {
        let text = format!("{before}{STATEMENT}");
        let output = run(&["--offsets", "utf-16"], &text);
        assert_eq!(code(&output), 0);
        assert_eq!(quoted(&json(&output)[0], &text), QUOTED, "after {before:?}");
    }
}

#[test]
fn checks_stand_in_every_format() {
    let text = "Visits rose from 12 to 10, said Ann Day.";
    let asked = "This is told as a rise: “12 to 10”. Which is right, the word or the numbers?";
    let line = serde_json::json!({ "text": text }).to_string();
    for (arguments, input) in [(&[][..], text), (&["--format", "ndjson"][..], line.as_str())] {
        let output = run(arguments, input);
        let check = &json(&output)[0]["checks"][0];
        assert_eq!(check["message"], asked);
        assert_eq!(check["spans"], serde_json::json!([[17, 25]]));
        assert_eq!(check["items"][0], serde_json::json!({ "list": "figures", "index": 0 }));
    }
    let output = run(&["--format", "text"], text);
    assert!(stdout(&output).contains("To check (1)\n  This is told as a rise: “12 to 10”."));
}

#[test]
fn several_files_give_a_line_each_with_the_name_of_the_file() {
    let (a, b) = (file("a.txt", "One."), file("b.txt", "Two."));
    let (a, b) = (a.to_str().unwrap(), b.to_str().unwrap());
    let output = run(&[a, "missing.txt", b], "");
    assert_eq!(code(&output), 1);
    assert_eq!(stderr(&output), "factbox: missing.txt: there is no such file: check its name\n");
    let reports = json(&output);
    assert_eq!([&reports[0]["id"], &reports[1]["id"]], [a, b]);
    assert_eq!(reports.len(), 2);
    assert!(stdout(&output).lines().all(|line| line.starts_with(r#"{"id":"#)));
}

#[test]
fn files_that_cannot_be_read_are_told_in_words() {
    let broken = file("latin1.txt", b"Ann said: caf\xe9.");
    let long = file("long.txt", vec![b'a'; factbox::MAX_BYTES + 1]);
    let folder = env!("CARGO_TARGET_TMPDIR");
    for (path, words) in [
        (broken.to_str().unwrap(), "not UTF-8 at byte 13: save the article as UTF-8 and try again"),
        (long.to_str().unwrap(), "longer than 20000000 bytes: split it and try again"),
        (folder, "is a folder: name the files in it"),
    ] {
        for format in ["json", "text"] {
            let output = run(&["--format", format, path], "");
            assert_eq!(stderr(&output), format!("factbox: {path}: {words}\n"));
            assert_eq!((code(&output), stdout(&output)), (1, ""));
        }
    }
    let output = run(&[], b"\xff");
    let words =
        "factbox: standard input: not UTF-8 at byte 0: save the article as UTF-8 and try again\n";
    assert_eq!((code(&output), stderr(&output)), (1, words));
}

#[test]
fn an_article_at_the_limit_is_read() {
    let output = run(&[], vec![b'a'; factbox::MAX_BYTES]);
    assert_eq!((code(&output), stderr(&output)), (0, ""));
}

#[test]
fn wrong_usage_says_what_was_expected() {
    #[rustfmt::skip]
    let cases = [
        (&["--fromat", "json"][..], "no option is called `--fromat`: expected `--format`, `--offsets`, `--scales`, `--html`, `--furniture`, `--help` or `--version`. Did you mean `--format`?"),
        (&["-x"], "no option is called `-x`: expected `--format`, `--offsets`, `--scales`, `--html`, `--furniture`, `--help` or `--version`"),
        (&["--format", "ndjsn"], "no format is called `ndjsn`: expected `json`, `ndjson` or `text`. Did you mean `ndjson`?"),
        (&["--format", "yaml"], "no format is called `yaml`: expected `json`, `ndjson` or `text`"),
        (&["--format"], "`--format` needs a value: expected `json`, `ndjson` or `text`"),
        (&["--offsets=utf16"], "no unit is called `utf16`: expected `codepoint`, `utf-16` or `utf-8`. Did you mean `utf-16`?"),
        (&["--furniture", "all"], "no choice is called `all`: expected `leave` or `read`"),
        (&["--html=yes"], "`--html` takes no value"),
        (&["--version=1"], "`--version` takes no value"),
    ];
    for (arguments, words) in cases {
        let output = run(arguments, "");
        assert_eq!(stderr(&output), format!("factbox: {words}\n"));
        assert_eq!((code(&output), stdout(&output)), (2, ""), "{arguments:?}");
    }
}

#[test]
fn help_and_version_go_to_standard_output() {
    for option in ["--help", "-h"] {
        let output = run(&[option], "");
        assert_eq!((code(&output), stderr(&output)), (0, ""));
        for word in ["--format json", "ndjson", "--offsets", "Exit code", "Usage: factbox"] {
            assert!(stdout(&output).contains(word), "{word}");
        }
        assert!(stdout(&output).lines().all(|line| line.chars().count() <= 80));
    }
    for option in ["--version", "-V"] {
        let output = run(&[option], "");
        assert_eq!(stdout(&output), concat!("factbox ", env!("CARGO_PKG_VERSION"), "\n"));
    }
}

#[test]
fn after_two_dashes_everything_is_a_file() {
    let output = run(&["--", "--format"], "");
    assert_eq!(stderr(&output), "factbox: --format: there is no such file: check its name\n");
}

#[test]
fn ndjson_answers_every_line_in_order_and_goes_on_after_bad_ones() {
    let lines: [&[u8]; 11] = [
        b"\xEF\xBB\xBF{\"id\": \"first\", \"text\": \"One.\"}\r",
        b"",
        b"  \t ",
        br#"{"text": "No id.", "id": null, "more": [1, {}]}"#,
        b"not json",
        br#"{"id": 5, "text": "a" "b"}"#,
        br#"{"id": [1, "x"]}"#,
        br#"{"id": 12345678901234567890123, "text": 7}"#,
        b"{\"id\": 8, \"text\": \"caf\xe9\"}",
        br#"["id", "text"]"#,
        br#"{"id": {"a": 1.50}, "text": "Last."}"#,
    ];
    let output = run(&["--format", "ndjson"], lines.join(&b"\n"[..]));
    assert_eq!(code(&output), 1);
    let told =
        "factbox: standard input: 6 lines of 11 could not be read: see `error` in the output\n";
    assert_eq!(stderr(&output), told);
    let version =
        concat!(r#""version":""#, env!("CARGO_PKG_VERSION"), r#"","offsets":"codepoint","#);
    #[rustfmt::skip]
    let expected = [
        format!(r#"{{"id":"first",{version}"#),
        format!(r#"{{"id":null,{version}"#),
        r#"{"id":null,"error":"line 5: expected an object: {\"id\": …, \"text\": \"…\"}"}"#.to_owned(),
        r#"{"id":null,"error":"line 6: not JSON at column 23: expected `,` or `}`"}"#.to_owned(),
        r#"{"id":[1, "x"],"error":"line 7: no `text`: expected {\"id\": …, \"text\": \"…\"}, or `html` for `text`"}"#.to_owned(),
        r#"{"id":12345678901234567890123,"error":"line 8: `text` must be a string, got a number"}"#.to_owned(),
        r#"{"id":null,"error":"line 9: not UTF-8 at byte 22"}"#.to_owned(),
        r#"{"id":null,"error":"line 10: expected an object: {\"id\": …, \"text\": \"…\"}"}"#.to_owned(),
        format!(r#"{{"id":{{"a": 1.50}},{version}"#),
    ];
    let answers: Vec<&str> = stdout(&output).lines().collect();
    assert_eq!(answers.len(), expected.len());
    for (answer, expected) in answers.iter().zip(&expected) {
        assert!(answer.starts_with(expected.as_str()), "{answer}\nshould begin with\n{expected}");
    }
    json(&output);
}

#[test]
fn ndjson_names_every_kind_of_value_that_is_no_text() {
    for (value, kind) in [
        ("null", "null"),
        ("true", "true or false"),
        ("-1", "a number"),
        ("[]", "a list"),
        ("{}", "an object"),
    ] {
        let output = run(&["--format", "ndjson"], format!("{{\"text\": {value}}}\n"));
        let error = format!("line 1: `text` must be a string, got {kind}");
        assert_eq!(json(&output)[0]["error"], error);
        let told =
            "factbox: standard input: 1 line of 1 could not be read: see `error` in the output\n";
        assert_eq!(stderr(&output), told);
    }
}

#[test]
fn ndjson_refuses_a_text_or_a_line_above_the_limit_and_goes_on() {
    let limit = factbox::MAX_BYTES;
    let input = format!(
        "{{\"id\": 1, \"text\": \"{}\"}}\n{{\"id\": 2, \"text\": \"{}\"}}\n{{\"id\": 3, \"text\": \"x\"}}\n",
        "a".repeat(limit + 1),
        " ".repeat(6 * limit + 100_000),
    );
    let output = run(&["--format", "ndjson"], input);
    let answers = json(&output);
    assert_eq!(code(&output), 1);
    let words = "longer than 20000000 bytes: split it and try again";
    assert_eq!(
        (&answers[0]["id"], &answers[0]["error"]),
        (&1.into(), &format!("line 1: {words}").into())
    );
    assert_eq!(
        (&answers[1]["id"], &answers[1]["error"]),
        (&Value::Null, &format!("line 2: {words}").into())
    );
    assert_eq!((&answers[2]["id"], answers[2].get("error")), (&3.into(), None));
}

#[test]
fn ndjson_hands_an_id_back_as_it_was_written_half_a_surrogate_pair_too() {
    for line in [r#"{"id":"\ud83d \u8000","text":"Half."}"#, r#"{"id":"\ud83d \u0000"}"#] {
        let output = run(&["--format", "ndjson"], format!("{line}\n"));
        let id = line.split_inclusive('"').take(4).collect::<String>();
        assert!(stdout(&output).starts_with(&id), "{}", stdout(&output));
    }
}

#[test]
fn ndjson_reads_half_a_surrogate_pair_as_one_replacement_character() {
    let tail = STATEMENT.replace('“', "\\u201c").replace('”', "\\u201d");
    for (escaped, read) in [
        (r"\ud83d", "\u{FFFD}"),
        (r"\udc9b", "\u{FFFD}"),
        (r"\udc9b\ud83d", "\u{FFFD}\u{FFFD}"),
        (r"\ud83d\ud83d\udc9b", "\u{FFFD}💛"),
        (r"\ud83dx\ud83d", "\u{FFFD}x\u{FFFD}"),
        (r"\ud83d\udc9b", "💛"),
        ("\u{D7FF}\u{E000}", "\u{D7FF}\u{E000}"),
    ] {
        let arguments = ["--format", "ndjson", "--offsets", "utf-16"];
        let output = run(&arguments, format!("{{\"text\": \"{escaped} {tail}\"}}\n"));
        assert_eq!((code(&output), stderr(&output)), (0, ""), "{escaped}");
        let text = format!("{read} {STATEMENT}");
        assert_eq!(quoted(&json(&output)[0], &text), QUOTED, "{escaped}");
    }
}

#[test]
fn ndjson_of_several_files_says_which_file_is_meant() {
    let a = file("a.ndjson", "{\"id\": 1, \"text\": \"One.\"}\nwrong\n");
    let b = file("b.ndjson", "{\"id\": 2, \"text\": \"Two.\"}");
    let (a, b) = (a.to_str().unwrap(), b.to_str().unwrap());
    let output = run(&["--format", "ndjson", a, b], "");
    let answers = json(&output);
    assert_eq!((&answers[0]["id"], &answers[2]["id"]), (&1.into(), &2.into()));
    let error = answers[1]["error"].as_str().unwrap();
    assert!(error.starts_with(&format!("{a}: line 2: expected an object")), "{error}");
    assert_eq!(code(&output), 1);
}

#[test]
fn ndjson_answers_a_line_before_it_reads_the_next() {
    let mut child = factbox()
        .args(["--format", "ndjson"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in 0..20 {
        writeln!(stdin, "{{\"id\": {id}, \"text\": \"Line {id}.\"}}").unwrap();
        let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["id"], id);
    }
    drop(stdin);
    assert!(answers.next().is_none());
    assert!(child.wait().unwrap().success());
}

/// Most memory that the program ever held while it answered `count` lines, in KB.
#[cfg(target_os = "linux")]
fn peak_memory(count: usize) -> f64 {
    let mut child = factbox()
        .args(["--format", "ndjson"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        for id in 0..count {
            writeln!(stdin, "{{\"id\": {id}, \"text\": \"Ann Lee spent £{id}.\"}}").unwrap();
        }
        stdin // stays open, so that the program is still there to be asked
    });
    let answers = BufReader::new(child.stdout.take().unwrap()).lines();
    assert_eq!(answers.take(count).filter(|line| line.is_ok()).count(), count);
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let peak = peak.trim().trim_end_matches(" kB").parse().unwrap();
    drop(writer.join().unwrap());
    assert!(child.wait().unwrap().success());
    peak
}

#[test]
#[cfg(target_os = "linux")]
fn memory_does_not_grow_with_the_number_of_lines() {
    let (few, many) = (peak_memory(1_000), peak_memory(200_000));
    assert!(many < 1.25 * few, "{many} KB after 200,000 lines, {few} KB after 1,000");
}

#[test]
fn a_reader_who_leaves_early_is_no_error() {
    let mut child = factbox()
        .args(["--format", "ndjson"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    drop(child.stdout.take());
    for _ in 0..100 {
        if writeln!(stdin, "{{\"text\": \"One.\"}}").is_err() {
            break;
        }
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!((code(&output), stderr(&output)), (0, ""));
}

/// A page with its furniture around a statement.
fn page() -> String {
    format!(
        "<!doctype html><title>Northbridge Mail</title><nav><a href=/>News</a> <a href=/s>Sport</a></nav>\
         <script type=\"application/ld+json\">{{\"datePublished\": \"2024-05-06T07:08:09Z\"}}</script>\
         <main><h1>Trust &amp; its nurses</h1><article><p>{STATEMENT}</p>\
         <p>The trust will spend &pound;5.6m on nurses before the winter of next year.</p></article></main>\
         <aside><h2>Related</h2><p>A rival has spent &pound;9m on a tower in the middle of the town.</p></aside>"
    )
}

/// The texts of the report's figures.
fn figures(report: &Value) -> Vec<&str> {
    let figures = report["figures"].as_array().unwrap();
    figures.iter().map(|figure| figure["text"].as_str().unwrap()).collect()
}

#[test]
fn html_is_read_by_the_name_of_the_file_or_on_request() {
    let path = file("page.html", page());
    let other = file("PAGE.HTM", page());
    let by_name = run(&[path.to_str().unwrap()], "");
    assert_eq!((code(&by_name), stderr(&by_name)), (0, ""));
    assert_eq!(stdout(&run(&["--html"], page())), stdout(&by_name));
    assert_eq!(stdout(&run(&[other.to_str().unwrap()], "")), stdout(&by_name));
    for unit in ["codepoint", "utf-16", "utf-8"] {
        let report = &json(&run(&["--html", "--offsets", unit], page()))[0];
        let text = report["text"].as_str().unwrap();
        assert_eq!(quoted(report, text), QUOTED, "{unit}");
        assert_eq!(figures(report), ["£5.6m"]);
        assert_eq!(report["published"], "2024-05-06");
    }
    let summary = run(&["--format", "text", path.to_str().unwrap()], "");
    assert!(stdout(&summary).starts_with("Trust & its nurses\nPublished 2024-05-06\n"));
}

#[test]
fn a_text_is_no_html_and_its_report_repeats_it_not() {
    let report = &json(&run(&[], page()))[0];
    assert!(report["text"].is_null());
}

#[test]
fn ndjson_takes_html_for_text() {
    let lines = format!(
        "{}\n{}\n{}\n",
        serde_json::json!({"id": 1, "html": page()}),
        serde_json::json!({"id": 2, "html": page(), "text": "Both."}),
        serde_json::json!({"id": 3, "html": 7}),
    );
    let output = run(&["--format", "ndjson"], lines);
    let answers = json(&output);
    assert_eq!(quoted(&answers[0], answers[0]["text"].as_str().unwrap()), QUOTED);
    assert_eq!(answers[1]["error"], "line 2: both `text` and `html`: expected one of them");
    assert_eq!(answers[2]["error"], "line 3: `html` must be a string, got a number");
    assert_eq!(code(&output), 1);
}

#[test]
fn furniture_is_read_where_that_is_asked_for() {
    for (arguments, expected) in [
        (&["--html"][..], &["£5.6m"][..]),
        (&["--html", "--furniture", "leave"], &["£5.6m"]),
        (&["--html", "--furniture=read"], &["£5.6m", "£9m"]),
    ] {
        let report = &json(&run(arguments, page()))[0];
        assert_eq!(figures(report), expected, "{arguments:?}");
        assert_eq!(report["published"], "2024-05-06");
        assert!(!report["boilerplate"].as_array().unwrap().is_empty());
    }
}

#[test]
fn text_is_a_summary_for_people() {
    let article = format!(
        "{STATEMENT} The trust will spend more than £5.6m on 12 extra nurses by 18 March 2019. \
         \x1b[31mInspectors from Ofsted rated its nursery inadequate.\n"
    );
    let output = run(&["--format", "text"], &article);
    assert_eq!((code(&output), stderr(&output)), (0, ""));
    let summary = stdout(&output);
    for heading in ["Quotes (", "Ratings (", "Figures (", "Dates ("] {
        assert!(summary.lines().any(|line| line.starts_with(heading)), "{heading} in\n{summary}");
    }
    let flowing = summary.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in
        ["Amira Cole", "chief executive", "5,600,000 GBP", "inadequate (4 of 4)", "2019-03-18"]
    {
        assert!(flowing.contains(words), "{words} in\n{summary}");
    }
    assert!(summary.lines().all(|line| line.chars().count() <= 80), "{summary}");
    assert!(!summary.contains('\x1b'), "an article must not steer the terminal");
}

#[test]
fn text_says_where_nothing_was_found() {
    let output = run(&["--format", "text"], "");
    assert_eq!(stdout(&output), "No ratings, quotes, figures or dates were found.\n\n");
}

/// A scale of a user's own.
const BUSES: &str = r#"
id = "oakmoor-buses"
name = "Oakmoor bus comfort grades"
rater = "Oakmoor Transport Board"
raters = ["OTB"]
aliases = ["the bus watchdog"]
subjects = ["bus company", "coaches"]
aspects = ["comfort", "legroom"]
grades = [["plush", "grade one"], ["bearable"], ["bone-shaking", "bone-shaker"]]

[[example]]
text = "The Oakmoor Transport Board rated Larkfield Coaches “plush”."
rating = { subject = "Larkfield Coaches", grade = "plush", scale = "oakmoor-buses" }

[[example]]
text = "Larkfield Coaches was judged bone-shaking for legroom by the OTB."
rating = { aspect = "legroom", grade = "bone-shaking" }

[[example]]
text = "The OTB downgraded Fenwick Coaches from plush to bearable."
rating = { grade = "bearable", from = "plush", change = "downgraded" }

[[not]]
text = "The OTB met in a plush hotel."
rating = {}

[[not]]
text = "Larkfield Coaches said the heat was bearable."
rating = {}
"#;

#[test]
fn a_scale_from_a_file_is_read_with() {
    let scale = file("buses.toml", BUSES);
    let scale = scale.to_str().unwrap();
    let text =
        "Fenwick Coaches was rated bone-shaking by the OTB. Ofsted rated Oakmoor School good.";
    let with = json(&run(&["--scales", scale], text));
    let scales: Vec<&Value> =
        with[0]["ratings"].as_array().unwrap().iter().map(|r| &r["scale"]).collect();
    assert_eq!(scales, ["oakmoor-buses", "ofsted"]);
    assert_eq!(with[0]["ratings"][0]["rank"], 3);
    let line = serde_json::json!({ "id": 1, "text": text }).to_string();
    let ndjson = json(&run(&["--format", "ndjson", "--scales", scale], line));
    assert_eq!(ndjson[0]["ratings"], with[0]["ratings"]);
    let without = json(&run(&[], text));
    assert_eq!(without[0]["ratings"].as_array().unwrap().len(), 1);
}

#[test]
fn whole_numbers_have_ranks_where_the_scale_names_them() {
    let places = |args: &[&str], text: &str| {
        let report = json(&run(args, text));
        let rating = &report[0]["ratings"][0];
        (rating["grade"].clone(), rating["rank"].clone(), rating["of"].clone())
    };
    let two = places(&[], "The Golden Fig, a takeaway, was given a food hygiene rating of two.");
    assert_eq!(two, (Value::from("2/5"), Value::from(4), Value::from(6)));
    let none = places(&[], "Oakmoor Restaurant was given a food hygiene rating of zero.");
    assert_eq!(none, (Value::from("0/5"), Value::from(6), Value::from(6)));
    // Critics rate in halves, too.
    let half = places(&[], "Edge gave Fenwick Game 8 out of 10.");
    assert_eq!(half, (Value::from("8/10"), Value::Null, Value::Null));
}

#[test]
fn several_scales_are_read_with() {
    let first = file("several-buses.toml", BUSES);
    let second = BUSES
        .replace("oakmoor-buses", "fenwick-trams")
        .replace("Oakmoor Transport Board", "Fenwick Tram Office")
        .replace("OTB", "FTO");
    let second = file("several-trams.toml", second);
    let text =
        "Fenwick Coaches was rated plush by the OTB. The FTO rated Larkfield Coaches bearable.";
    let output =
        run(&["--scales", first.to_str().unwrap(), "--scales", second.to_str().unwrap()], text);
    let report = &json(&output)[0];
    assert_eq!(report["ratings"][0]["scale"], "oakmoor-buses");
    assert_eq!(report["ratings"][1]["scale"], "fenwick-trams");
}

#[test]
fn a_bad_scale_is_refused_with_place_and_reason() {
    let cases = [
        ("not TOML", "id = ", "line 1"),
        ("an unknown key", &BUSES.replace("aspects =", "parts ="), "unknown key `parts`"),
        (
            "a missing key",
            &BUSES.replace("rater = \"Oakmoor", "country = \"Oakmoor"),
            "rater: is missing",
        ),
        (
            "a grade that is no list",
            &BUSES.replace("[\"bearable\"]", "\"bearable\""),
            "line 9: grades, item 2",
        ),
        (
            "too few examples",
            &BUSES.replace("[[not]]\ntext = \"The", "[[example]]\ntext = \"The"),
            "not: needs at least 2",
        ),
        (
            "an example that fails",
            &BUSES.replace("grade = \"plush\", scale", "grade = \"bearable\", scale"),
            "is not found in “The Oakmoor Transport Board rated",
        ),
        (
            "a counter-example that fails",
            &BUSES.replace("The OTB met in a plush hotel", "The OTB rated Ann Coaches plush"),
            "must not be",
        ),
        (
            "an id that is taken",
            &BUSES.replace("oakmoor-buses", "ofsted"),
            "`ofsted` is the id of another scale",
        ),
    ];
    for (number, (what, content, expected)) in cases.into_iter().enumerate() {
        let path = file(&format!("bad-{number}.toml"), content);
        let output = run(&["--scales", path.to_str().unwrap()], "Ofsted came.");
        assert_eq!(code(&output), 2, "{what}");
        assert_eq!(stdout(&output), "", "{what}");
        assert!(
            stderr(&output).contains(&format!("bad-{number}.toml: ")),
            "{what}: {}",
            stderr(&output)
        );
        assert!(stderr(&output).contains(expected), "{what}: {}", stderr(&output));
    }
    let missing = run(&["--scales", "no-such.toml"], "");
    assert_eq!(code(&missing), 2);
    assert!(stderr(&missing).contains("no-such.toml: there is no such file"));
    assert!(stderr(&run(&["--scales"], "")).contains("`--scales` needs a value"));
}

/// Everything that it does with files, seen by the system: no connection to anything.
#[cfg(target_os = "linux")]
#[test]
fn it_opens_no_connection() {
    let article = file("unpublished.txt", STATEMENT);
    let log = Path::new(env!("CARGO_TARGET_TMPDIR")).join("calls.txt");
    let traced = Command::new("strace")
        .args(["-f", "-qq", "-e", "trace=%network,execve", "-o"])
        .arg(&log)
        .arg(env!("CARGO_BIN_EXE_factbox"))
        .arg(&article)
        .output();
    match traced {
        Ok(output) if output.status.success() => {
            assert!(stdout(&output).contains("proud"));
            let calls = std::fs::read_to_string(&log).unwrap();
            let all: Vec<&str> = calls.lines().filter(|line| !line.contains("+++")).collect();
            assert!(matches!(all[..], [only] if only.contains("execve(")), "{calls}");
        }
        // Where there is no strace, or it may not trace, nothing can be seen.
        _ => eprintln!("strace cannot be run here: what the program opens has not been looked at"),
    }
}
