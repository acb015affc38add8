//! TOML to the values that a scale is read from, each with its line. The build script uses this file too.

use super::{Node, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads a file's text. A mistake comes with its line.
pub fn parse(text: &str) -> Result<Node, (u32, String)> {
    let table = DeTable::parse(text).map_err(|error| {
        (line(text, error.span().map_or(0, |s| s.start)), error.message().to_owned())
    })?;
    Ok(Node { value: keys(text, table.get_ref()), line: 1 })
}

fn line(text: &str, at: usize) -> u32 {
    1 + text.bytes().take(at).filter(|b| *b == b'\n').count() as u32
}

fn keys(text: &str, table: &DeTable<'_>) -> Value {
    Value::Table(
        table.iter().map(|(key, value)| (key.get_ref().to_string(), node(text, value))).collect(),
    )
}

fn node(text: &str, spanned: &Spanned<DeValue<'_>>) -> Node {
    let number = |digits: &str| {
        digits.replace('_', "").parse().map_or(Value::Other("a number"), Value::Number)
    };
    let value = match spanned.get_ref() {
        DeValue::String(string) => Value::Text(string.to_string()),
        DeValue::Integer(integer) => number(integer.as_str()),
        DeValue::Float(float) => number(float.as_str()),
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Datetime(_) => Value::Other("a date without quote marks"),
        DeValue::Array(list) => Value::List(list.iter().map(|item| node(text, item)).collect()),
        DeValue::Table(table) => keys(text, table),
    };
    Node { value, line: line(text, spanned.span().start) }
}
