//! Classes of words: `src/lexicon/*.toml`.
//!
//! ```toml
//! [[class]]
//! name = "MONTH"                       # becomes `class::MONTH`
//! about = "Names of months"
//! words = ["may", "june"]              # or a table with values: words = { may = 5, june = 6 }
//! verbs = ["warn", "say said said"]    # lemma, past and participle where they are irregular
//! [[class.example]]                    # run by tests/examples.rs
//! ```
//! A word may stand in several classes. Words are written in small letters; a phrase is several words.

use crate::source::{self, Result, Source};
use crate::table::{Table, Value};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// Reads every class file into the table.
pub fn read(table: &mut Table) -> Result<()> {
    for source in source::files("src/lexicon")? {
        let parsed = source.parse()?;
        source.only(&parsed, &["class"])?;
        for (class, at) in source.tables(&parsed, "class")? {
            read_class(table, &source, class, &at)?;
        }
    }
    Ok(())
}

fn read_class(
    table: &mut Table,
    source: &Source,
    class: &DeTable<'_>,
    at: &Range<usize>,
) -> Result<()> {
    source.only(class, &["name", "about", "words", "verbs", "example", "not"])?;
    let name = source.required(class, at, "name")?;
    let about = source.required(class, at, "about")?;
    source.has_examples(class, at, 1, 0)?;
    table.describe(&name, &about);
    match class.get("words").map(|w| (w.get_ref(), w.span())) {
        None => {}
        Some((DeValue::Table(words), _)) => {
            for (word, value) in words {
                let value = match value.get_ref() {
                    DeValue::String(text) => Value::Text(text.to_string()),
                    _ => Value::Number(source.as_number(value)?),
                };
                table
                    .add(word.get_ref(), &name, Some(value))
                    .map_err(|message| source.mistake(&word.span(), message))?;
            }
        }
        Some(_) => {
            for (word, span) in source.strings(class, "words")? {
                table.add(&word, &name, None).map_err(|message| source.mistake(&span, message))?;
            }
        }
    }
    for (verb, span) in source.strings(class, "verbs")? {
        for (form, kind) in conjugate(&verb)
            .ok_or_else(|| source.mistake(&span, "a verb has one or three forms"))?
        {
            for class in [name.as_str(), kind] {
                table.add(&form, class, None).map_err(|message| source.mistake(&span, message))?;
            }
            let lemma = verb.split(' ').next().unwrap_or_default();
            table.lemma(&form, lemma).map_err(|message| source.mistake(&span, message))?;
        }
    }
    Ok(())
}

/// The forms of a verb with the class that each has besides the verb's own: `VERB_BASE`, `VERB_S`, `VERB_PAST`,
/// `VERB_PARTICIPLE`, `VERB_ING`. A particle after an underscore goes with every form ("point_out").
fn conjugate(verb: &str) -> Option<Vec<(String, &'static str)>> {
    let forms: Vec<&str> = verb.split(' ').collect();
    let (base, particle) = match forms.first()?.split_once('_') {
        Some((base, particle)) => (base, format!(" {}", particle.replace('_', " "))),
        None => (*forms.first()?, String::new()),
    };
    let (past, participle) = match forms.as_slice() {
        [_] => (regular(base, "ed"), regular(base, "ed")),
        [_, past, participle] => ((*past).to_string(), (*participle).to_string()),
        _ => return None,
    };
    // "admit admitted admitted" doubles its last letter before -ing as well.
    let doubled = past.strip_suffix("ed").is_some_and(|stem| {
        stem.len() == base.len() + 1 && !base.ends_with('e') && !stem.ends_with('k')
    });
    // "cut cut cut", "win won won": so does an irregular verb that ends in one vowel and one consonant.
    let vowel = |b: &u8| b"aeiou".contains(b);
    let short = forms.len() == 3
        && matches!(base.as_bytes(), [.., a, b, c]
            if !vowel(a) && vowel(b) && !vowel(c) && !b"wxy".contains(c));
    let ing = match past.strip_suffix("ed").filter(|_| doubled) {
        Some(stem) => format!("{stem}ing"),
        None if short => format!("{base}{}ing", &base[base.len() - 1..]),
        None => regular(base, "ing"),
    };
    let forms = [
        (base.to_string(), "VERB_BASE"),
        (third_person(base), "VERB_S"),
        (past, "VERB_PAST"),
        (participle, "VERB_PARTICIPLE"),
        (ing, "VERB_ING"),
    ];
    Some(forms.into_iter().map(|(form, kind)| (form + &particle, kind)).collect())
}

fn regular(base: &str, ending: &str) -> String {
    let vowel_before_y = base.len() > 1
        && base.as_bytes()[base.len() - 2..].first().is_some_and(|b| b"aeiou".contains(b));
    match (base.strip_suffix('e'), base.strip_suffix('y'), ending) {
        (Some(stem), _, "ing") if stem.ends_with('i') => format!("{}ying", &stem[..stem.len() - 1]),
        (Some(stem), _, "ing") if !stem.ends_with(['e', 'o', 'y']) => format!("{stem}ing"),
        (Some(_), _, "ed") => format!("{base}d"),
        (_, Some(stem), "ed") if !vowel_before_y => format!("{stem}ied"),
        _ => format!("{base}{ending}"),
    }
}

fn third_person(base: &str) -> String {
    let vowel_before_y = base.len() > 1
        && base.as_bytes()[base.len() - 2..].first().is_some_and(|b| b"aeiou".contains(b));
    if base == "have" {
        "has".into()
    } else if base.ends_with(['s', 'x', 'z', 'o']) || base.ends_with("sh") || base.ends_with("ch") {
        format!("{base}es")
    } else if base.ends_with('y') && !vowel_before_y {
        format!("{}ies", &base[..base.len() - 1])
    } else {
        format!("{base}s")
    }
}
