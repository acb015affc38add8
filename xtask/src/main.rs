//! Tasks of the project: `cargo run --profile xtask -p xtask -- web` makes `www/pkg/` out of the wasm.
//!
//! The JavaScript around the wasm comes from the crate `wasm-bindgen-cli-support`, so that it is always of the
//! version that Cargo.lock names and there is no program to install. `scripts/build.mjs` calls this, then `wasm-opt`.

use std::path::Path;
use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

const USAGE: &str = "usage: cargo run -p xtask -- web [WASM]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let made = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["web"] => web("target/wasm32-unknown-unknown/web/factbox.wasm"),
        ["web", wasm] => web(wasm),
        _ => Err(USAGE.to_owned()),
    };
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Writes `factbox.js`, `factbox_bg.wasm` and their declarations into `www/pkg/`.
fn web(wasm: &str) -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let wasm = root.join(wasm);
    if !wasm.exists() {
        return Err(format!(
            "{} is missing: run `cargo build --profile web --lib --target wasm32-unknown-unknown` first",
            wasm.display()
        ));
    }
    let mut bindgen = Bindgen::new();
    bindgen
        .web(true)
        .map_err(|e| format!("{e:#}"))?
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        // For `www/factbox.js`: after a trap it goes on with a new instance of the module.
        .reset_state_function(true)
        .input_path(wasm)
        .out_name("factbox")
        .generate(root.join("www/pkg"))
        .map_err(|e| format!("{e:#}"))?;
    let glue = root.join("www/pkg/factbox.js");
    let code = std::fs::read_to_string(&glue).map_err(|e| format!("{}: {e}", glue.display()))?;
    std::fs::write(&glue, without_comments(&code)).map_err(|e| format!("{}: {e}", glue.display()))
}

/// Without the doc comments, which the declarations beside it have as well, and the margins: a visitor loads them for
/// nothing. wasm-bindgen writes each comment in lines of its own, and no text over several lines.
fn without_comments(code: &str) -> String {
    let mut inside = false;
    let mut out = String::new();
    for line in code.lines() {
        let text = line.trim();
        inside |= text.starts_with("/**");
        if !inside && !text.is_empty() {
            out.push_str(text);
            out.push('\n');
        }
        inside &= !text.ends_with("*/");
    }
    out
}
