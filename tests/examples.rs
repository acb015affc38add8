//! Runs every `[[…example]]` and `[[…not]]` of every data file.
//!
//! An example holds a `text` or `html` and what must be found in it, one key an item: `quote`, `figure`, `date`, `rating`,
//! `entity`, `term`, `check` or `boilerplate`. The value names the fields that must be as given; spans are compared by their
//! words. `{}` means "any", "null" null. In a `[[…not]]` nothing like it may be found. A list asks for several items.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed, which is what it is for"
)]

use serde_json::{Map, Value};
use std::{fs, path::Path};

#[test]
fn every_example_of_every_data_file() {
    let mut files = Vec::new();
    collect(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut files);
    assert!(!files.is_empty());
    let (mut ran, mut wrong) = (0, Vec::new());
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let table: toml::Table =
            text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        walk(&from_toml(toml::Value::Table(table)), &mut |example, wanted| {
            ran += 1;
            if let Err(why) = check(example, wanted) {
                wrong.push(format!("{}: {why}", path.file_name().unwrap().display()));
            }
        });
    }
    assert!(wrong.is_empty(), "{} of {ran} examples fail:\n{}", wrong.len(), wrong.join("\n"));
}

/// What a scale must tell besides its words: examples of both kinds, where to check it, since when it holds.
#[test]
fn every_scale_is_whole() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/ratings/scales"));
    let mut files = Vec::new();
    collect(folder, &mut files);
    assert!(files.len() >= 60, "{} scales", files.len());
    let mut wrong = Vec::new();
    for path in files {
        let scale: toml::Table = fs::read_to_string(&path).unwrap().parse().unwrap();
        let count = |key: &str| scale.get(key).map_or(0, |list| list.as_array().unwrap().len());
        let name = path.file_stem().unwrap().to_str().unwrap();
        let anybody = scale["rater"].as_str().unwrap().starts_with('(');
        let closed = scale.contains_key("until");
        for (what, holds) in [
            ("at least three examples", count("example") >= 3),
            ("at least two counter-examples", count("not") >= 2),
            ("its file's name as its id", scale["id"].as_str() == Some(name)),
            ("a link", scale.contains_key("url") || anybody || closed),
            ("a year", scale.contains_key("since") || anybody || closed),
        ] {
            if !holds {
                wrong.push(format!("{name} needs {what}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a check must tell: examples and counter-examples in a file with the name of its rule.
#[test]
fn every_rule_of_a_check_has_both_kinds_of_examples() {
    let mut files = Vec::new();
    collect(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/checks")), &mut files);
    assert!(files.len() >= 19, "{} rules", files.len());
    for path in files {
        let rule: toml::Table = fs::read_to_string(&path).unwrap().parse().unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap();
        for (kind, least) in [("example", 1), ("not", 2)] {
            let list = rule[kind].as_array().unwrap();
            assert!(list.len() >= least, "{name} needs more of `{kind}`");
            for example in list {
                assert_eq!(example["check"]["rule"].as_str(), Some(name), "{example:?}");
            }
        }
    }
}

fn collect(folder: &Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|e| e == "toml") {
            files.push(path);
        }
    }
    files.sort();
}

fn from_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(s) => s.into(),
        toml::Value::Integer(n) => (n as f64).into(),
        toml::Value::Float(n) => n.into(),
        toml::Value::Boolean(b) => b.into(),
        toml::Value::Datetime(d) => d.to_string().into(),
        toml::Value::Array(list) => list.into_iter().map(from_toml).collect(),
        toml::Value::Table(table) => {
            table.into_iter().map(|(k, v)| (k, from_toml(v))).collect::<Map<_, _>>().into()
        }
    }
}

/// Calls `visit` with every example of a file, at whatever depth, and whether it must be found.
fn walk(value: &Value, visit: &mut impl FnMut(&Map<String, Value>, bool)) {
    match value {
        Value::Array(list) => list.iter().for_each(|item| walk(item, visit)),
        Value::Object(table) => {
            for (key, inner) in table {
                match key.as_str() {
                    "example" | "not" => {
                        for example in inner.as_array().unwrap() {
                            visit(example.as_object().unwrap(), key == "example");
                        }
                    }
                    _ => walk(inner, visit),
                }
            }
        }
        _ => {}
    }
}

fn check(example: &Map<String, Value>, wanted: bool) -> Result<(), String> {
    let given = |key: &str| example.get(key).and_then(Value::as_str);
    let report = match (given("text"), given("html")) {
        (Some(text), None) => factbox::extract(text),
        (None, Some(html)) => factbox::extract_html(html, factbox::Options::default()),
        _ => return Err("an example needs a `text` or `html`".to_owned()),
    };
    let report = serde_json::to_value(report).unwrap();
    let text = report["text"].as_str().or(given("text")).unwrap_or_default();
    let mut asked = 0;
    for (key, value) in example {
        if key == "text" || key == "html" {
            continue;
        }
        asked += 1;
        let list = match key.as_str() {
            "quote" => "quotes",
            "figure" => "figures",
            "date" => "dates",
            "rating" => "ratings",
            "entity" => "entities",
            "term" => "terms",
            "check" => "checks",
            "boilerplate" => "boilerplate",
            "title" | "published" => {
                let found = in_words(&report[key], text);
                if matches(value, &found) != wanted {
                    return Err(format!("{text:?}: {key} is {found}"));
                }
                continue;
            }
            other => return Err(format!("unknown key `{other}` in an example")),
        };
        let found: Vec<Value> =
            report[list].as_array().unwrap().iter().map(|item| in_words(item, text)).collect();
        let asked_for = match value {
            Value::Array(items) => items.clone(),
            item => vec![item.clone()],
        };
        for item in asked_for {
            if found.iter().any(|f| matches(&item, f)) != wanted {
                let verb = if wanted { "misses" } else { "has" };
                let found: Vec<String> = found.iter().map(Value::to_string).collect();
                return Err(format!(
                    "{text:?} {verb} {key} {item}\n    found: {}",
                    found.join("\n           ")
                ));
            }
        }
    }
    if asked == 0 { Err(format!("{text:?}: the example asks for nothing")) } else { Ok(()) }
}

/// The value with every span replaced by its words.
fn in_words(value: &Value, text: &str) -> Value {
    match value {
        Value::Array(pair) if pair.len() == 2 && pair.iter().all(Value::is_u64) => {
            text[pair[0].as_u64().unwrap() as usize..pair[1].as_u64().unwrap() as usize].into()
        }
        Value::Array(list) => list.iter().map(|item| in_words(item, text)).collect(),
        Value::Object(table) => {
            table.iter().map(|(k, v)| (k.clone(), in_words(v, text))).collect::<Map<_, _>>().into()
        }
        other => other.clone(),
    }
}

/// Whether everything that `wanted` names is so in `found`.
fn matches(wanted: &Value, found: &Value) -> bool {
    match (wanted, found) {
        (Value::Object(wanted), Value::Object(found)) => {
            wanted.iter().all(|(key, value)| matches(value, found.get(key).unwrap_or(&Value::Null)))
        }
        (Value::Object(wanted), Value::String(_)) => wanted.is_empty(),
        (Value::Array(wanted), Value::Array(found)) => {
            wanted.len() == found.len() && wanted.iter().zip(found).all(|(w, f)| matches(w, f))
        }
        (Value::String(wanted), Value::Null) => wanted == "null",
        (Value::Number(wanted), Value::Number(found)) => {
            let (wanted, found) = (wanted.as_f64().unwrap(), found.as_f64().unwrap());
            (wanted - found).abs() <= 1e-9 * wanted.abs().max(1.0)
        }
        _ => wanted == found,
    }
}
