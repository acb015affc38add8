//! Reads TOML files and remembers where everything stands, so that a mistake can be named by file and line.

use std::{fs, ops::Range, path::Path};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// A data file that has been read.
pub struct Source {
    pub path: String,
    pub text: String,
}

/// `Err` holds the line to print: "src/lexicon/cues.toml:6: …".
pub type Result<T> = std::result::Result<T, String>;

/// All files below `folder` whose names end in `.toml`, by name.
pub fn files(folder: &str) -> Result<Vec<Source>> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).map_err(|error| format!("{folder}: {error}"))?;
    for entry in entries.flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|e| e == "toml") {
            found.push(file(&path)?);
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// One file.
pub fn file(path: &Path) -> Result<Source> {
    let name = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
    Ok(Source { path: name, text })
}

impl Source {
    /// The parsed file.
    pub fn parse(&self) -> Result<DeTable<'_>> {
        let table = DeTable::parse(&self.text).map_err(|error| {
            let at = error.span().unwrap_or(0..0);
            self.mistake(&at, error.message())
        })?;
        Ok(table.into_inner())
    }

    /// A mistake at a place in the file.
    pub fn mistake(&self, at: &Range<usize>, what: impl std::fmt::Display) -> String {
        let line = 1 + self.text.bytes().take(at.start).filter(|b| *b == b'\n').count();
        format!("{}:{line}: {what}", self.path)
    }

    /// The tables of `[[key]]`, each with its place.
    pub fn tables<'a, 's>(
        &self,
        parent: &'a DeTable<'s>,
        key: &str,
    ) -> Result<Vec<(&'a DeTable<'s>, Range<usize>)>> {
        let Some(value) = parent.get(key) else { return Ok(Vec::new()) };
        let DeValue::Array(list) = value.get_ref() else {
            return Err(self.mistake(&value.span(), format!("`{key}` must be written [[{key}]]")));
        };
        list.iter()
            .map(|item| match item.get_ref() {
                DeValue::Table(table) => Ok((table, item.span())),
                _ => Err(self.mistake(&item.span(), format!("`{key}` must be written [[{key}]]"))),
            })
            .collect()
    }

    /// The text of a key, if it is there.
    pub fn string(&self, table: &DeTable<'_>, key: &str) -> Result<Option<String>> {
        let Some(value) = table.get(key) else { return Ok(None) };
        self.as_string(value).map(Some)
    }

    /// The text of a key that must be there.
    pub fn required(&self, table: &DeTable<'_>, at: &Range<usize>, key: &str) -> Result<String> {
        self.string(table, key)?.ok_or_else(|| self.mistake(at, format!("`{key}` is missing")))
    }

    /// A list of texts; empty if the key is not there.
    pub fn strings(&self, table: &DeTable<'_>, key: &str) -> Result<Vec<(String, Range<usize>)>> {
        let Some(value) = table.get(key) else { return Ok(Vec::new()) };
        let DeValue::Array(list) = value.get_ref() else {
            return Err(self.mistake(&value.span(), format!("`{key}` must be a list")));
        };
        list.iter().map(|item| Ok((self.as_string(item)?, item.span()))).collect()
    }

    /// A value as text.
    pub fn as_string(&self, value: &Spanned<DeValue<'_>>) -> Result<String> {
        match value.get_ref() {
            DeValue::String(text) => Ok(text.to_string()),
            other => Err(self.mistake(
                &value.span(),
                format!("expected a text in quotes, found {}", other.type_str()),
            )),
        }
    }

    /// A value as a number.
    pub fn as_number(&self, value: &Spanned<DeValue<'_>>) -> Result<f64> {
        let digits = match value.get_ref() {
            DeValue::Integer(number) => number.as_str().replace('_', ""),
            DeValue::Float(number) => number.as_str().replace('_', ""),
            other => {
                return Err(self.mistake(
                    &value.span(),
                    format!("expected a number, found {}", other.type_str()),
                ));
            }
        };
        digits
            .parse()
            .map_err(|_| self.mistake(&value.span(), format!("`{digits}` is not a number")))
    }

    /// Refuses keys that nobody reads.
    pub fn only(&self, table: &DeTable<'_>, known: &[&str]) -> Result<()> {
        for key in table.keys() {
            if !known.contains(&key.get_ref().as_ref()) {
                let message =
                    format!("unknown key `{}`: expected {}", key.get_ref(), known.join(", "));
                return Err(self.mistake(&key.span(), message));
            }
        }
        Ok(())
    }

    /// Refuses an entry without an example that shows it at work.
    pub fn has_examples(
        &self,
        table: &DeTable<'_>,
        at: &Range<usize>,
        examples: usize,
        counter: usize,
    ) -> Result<()> {
        for (key, least) in [("example", examples), ("not", counter)] {
            let found = self.tables(table, key)?.len();
            if found < least {
                return Err(
                    self.mistake(at, format!("needs at least {least} [[…{key}]], found {found}"))
                );
            }
        }
        Ok(())
    }
}
