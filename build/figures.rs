//! Units and currencies: `src/figures/units.toml` and `src/figures/currencies.toml`.
//!
//! A unit's word carries "kind;symbol;smaller unit;how many of it make one"; a currency's word carries its code.

use crate::source::{self, Result};
use crate::table::{Table, Value};
use std::path::Path;

/// Reads both files into the table.
pub fn read(table: &mut Table) -> Result<()> {
    table.describe("UNIT", "Units of measure");
    table.describe("MONEY_SIGN", "Signs and codes of currencies");
    table.describe("MONEY_WORD", "Names of currencies");
    table.describe("MONEY_CENT", "Hundredths of currencies");
    let source = source::file(Path::new("src/figures/units.toml"))?;
    let parsed = source.parse()?;
    source.only(&parsed, &["unit"])?;
    for (unit, at) in source.tables(&parsed, "unit")? {
        source.only(unit, &["symbol", "kind", "words", "part", "parts", "example", "not"])?;
        source.has_examples(unit, &at, 1, 0)?;
        let part = source.string(unit, "part")?.unwrap_or_default();
        let parts = unit.get("parts").map_or(Ok(0.0), |n| source.as_number(n))?;
        let value = format!(
            "{};{};{part};{parts}",
            source.required(unit, &at, "kind")?,
            source.required(unit, &at, "symbol")?
        );
        for (word, span) in source.strings(unit, "words")? {
            table
                .add(&word, "UNIT", Some(Value::Text(value.clone())))
                .map_err(|message| source.mistake(&span, message))?;
        }
    }
    let source = source::file(Path::new("src/figures/currencies.toml"))?;
    let parsed = source.parse()?;
    source.only(&parsed, &["currency"])?;
    for (currency, at) in source.tables(&parsed, "currency")? {
        source.only(currency, &["code", "signs", "words", "cents", "example", "not"])?;
        source.has_examples(currency, &at, 1, 0)?;
        let code = source.required(currency, &at, "code")?;
        for (key, class) in
            [("signs", "MONEY_SIGN"), ("words", "MONEY_WORD"), ("cents", "MONEY_CENT")]
        {
            for (word, span) in source.strings(currency, key)? {
                table
                    .add(&word, class, Some(Value::Text(code.clone())))
                    .map_err(|message| source.mistake(&span, message))?;
            }
        }
    }
    Ok(())
}
