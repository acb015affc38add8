//! `--scales FILE`: rating scales of the user's own, one a TOML file of the same shape as `src/ratings/scales/*.toml`.

use super::{explain, io};
use factbox::scales::{Definition, Node, Scales, Value};
use std::fs::File;
use std::io::Read;

#[path = "nodes.rs"]
mod nodes;

/// No scale is as long as this; what is longer is something else.
const LONGEST: u64 = 1_000_000;

/// The project's scales with those of the files; a message for a person where one is refused.
pub fn load(files: &[String]) -> Result<Scales, String> {
    let definitions: Vec<Definition> = files
        .iter()
        .map(|file| read(file).map_err(|why| format!("{file}: {why}")))
        .collect::<Result<_, _>>()?;
    Scales::with(&definitions).map_err(|(number, mistake)| {
        let file = files.get(number).map_or("--scales", String::as_str);
        format!("{file}: {mistake}")
    })
}

fn read(file: &str) -> Result<Definition, String> {
    let text = open(file).map_err(|error| explain(&error))?;
    let text = String::from_utf8(text)
        .map_err(|error| format!("not UTF-8 at byte {}", error.utf8_error().valid_up_to()))?;
    definition(&text)
}

/// The scale that a file's text defines.
pub fn definition(text: &str) -> Result<Definition, String> {
    let node = nodes::parse(text).map_err(|(line, what)| format!("line {line}: {what}"))?;
    Definition::read(&node).map_err(|mistake| mistake.to_string())
}

fn open(file: &str) -> io::Result<Vec<u8>> {
    let opened = File::open(file)?;
    if opened.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut bytes = Vec::new();
    opened.take(LONGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}
