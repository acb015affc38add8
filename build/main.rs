//! Compiles the data files beside the code (`src/**/*.toml`) into Rust tables.
//!
//! Every word and phrase of every file goes into one table, so that a word of the article is looked up once. A
//! mistake in a file stops the build with the file's name and the line.

#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a panic here stops the build, it meets no user"
)]

#[path = "../src/ratings/definition.rs"]
mod definition;
mod figures;
mod ratings;
mod source;
mod table;
mod unions;
mod words;

use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src");
    let mut table = table::Table::default();
    let result = words::read(&mut table)
        .and_then(|()| figures::read(&mut table))
        .and_then(|()| ratings::read(&mut table))
        .and_then(|scales| {
            let mut asked = unions::Asked::default();
            unions::find(Path::new("src"), &mut asked)?;
            let (classes, words) = table.write(&asked)?;
            Ok([
                ("lexicon.rs", classes.into_bytes()),
                ("lexicon.bin", words),
                ("scales.rs", scales.into_bytes()),
            ])
        });
    match result {
        Ok(files) => {
            let out = env::var("OUT_DIR").unwrap_or_default();
            for (name, content) in files {
                if let Err(error) = fs::write(Path::new(&out).join(name), content) {
                    println!("cargo::error=cannot write {name} to {out}: {error}");
                }
            }
        }
        Err(mistake) => println!("cargo::error={mistake}"),
    }
}
