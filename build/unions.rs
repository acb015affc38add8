//! Finds the lists of classes that the sources ask for together, every `any!(A, B)` and `gate!(A, B)`, and the words that
//! they name, every `word!("a")` and `words!["a", "b"]`.

use crate::source::Result;
use std::{collections::BTreeSet, fs, path::Path};

/// What the sources ask the table for.
#[derive(Default)]
pub struct Asked {
    /// Lists of classes.
    pub unions: BTreeSet<Vec<String>>,
    /// Those that are asked of every token; they are unions, too.
    pub gates: BTreeSet<Vec<String>>,
    /// Words.
    pub words: BTreeSet<String>,
}

/// Adds what the sources below `folder` ask for, with the classes of a list in the order in which they name them.
pub fn find(folder: &Path, asked: &mut Asked) -> Result<()> {
    let fail = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        if path.is_dir() {
            find(&path, asked)?;
        } else if path.extension().is_some_and(|e| e == "rs") {
            let source = fs::read_to_string(&path).map_err(fail)?;
            asked.unions.extend(inside(&source, "any!(", ')').filter_map(classes));
            let gates: Vec<Vec<String>> =
                inside(&source, "gate!(", ')').filter_map(classes).collect();
            asked.unions.extend(gates.iter().cloned());
            asked.gates.extend(gates);
            let lists = [inside(&source, "word!(", ')'), inside(&source, "words![", ']')];
            for word in lists.into_iter().flatten().filter_map(words).flatten() {
                if word.to_lowercase() != word {
                    return Err(format!("{}: `{word}` must be in small letters", path.display()));
                }
                asked.words.insert(word);
            }
        }
    }
    Ok(())
}

/// What stands in each bracket that opens with `open`.
fn inside<'s>(source: &'s str, open: &'s str, close: char) -> impl Iterator<Item = &'s str> {
    source.split(open).skip(1).filter_map(move |rest| Some(rest.split_once(close)?.0))
}

/// The names of a list; none where this is no list of classes, as in the macro's own text.
fn classes(inside: &str) -> Option<Vec<String>> {
    let names = items(inside);
    let named = |name: &String| {
        name.chars().all(|c| c.is_ascii_uppercase() || c == '_' || c.is_ascii_digit())
    };
    (!names.is_empty() && names.iter().all(named)).then_some(names)
}

/// The words of a list, of which each stands in quotation marks.
fn words(inside: &str) -> Option<Vec<String>> {
    let bare = |word: &String| Some(word.strip_prefix('"')?.strip_suffix('"')?.to_string());
    items(inside).iter().map(bare).collect()
}

fn items(inside: &str) -> Vec<String> {
    inside.split(',').map(|item| item.trim().to_string()).filter(|item| !item.is_empty()).collect()
}
