//! Finds the lists of classes that the sources ask for together: every `any!(A, B)` and `gate!(A, B)`.

use crate::source::Result;
use std::{collections::BTreeSet, fs, path::Path};

/// All lists that `name` has below `folder`, with the classes in the order in which the source names them.
pub fn find(folder: &Path, name: &str, found: &mut BTreeSet<Vec<String>>) -> Result<()> {
    let fail = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        if path.is_dir() {
            find(&path, name, found)?;
        } else if path.extension().is_some_and(|e| e == "rs") {
            let source = fs::read_to_string(&path).map_err(fail)?;
            found.extend(source.split(&format!("{name}!(")).skip(1).filter_map(list));
        }
    }
    Ok(())
}

/// The names up to the closing bracket; none where this is no list of names, as in the macro's own text.
fn list(source: &str) -> Option<Vec<String>> {
    let (inside, _) = source.split_once(')')?;
    let names: Vec<String> = inside
        .split(',')
        .map(|name| name.trim().to_string())
        .filter(|name| !name.is_empty())
        .collect();
    let named = |name: &String| {
        name.chars().all(|c| c.is_ascii_uppercase() || c == '_' || c.is_ascii_digit())
    };
    (!names.is_empty() && names.iter().all(named)).then_some(names)
}
