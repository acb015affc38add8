//! The command line: reads articles from files or standard input, prints their reports.
//!
//! Exit codes: 0 all was read, 1 some input was not, 2 the command itself was wrong. Errors go to standard error, in
//! ndjson also to the line that they belong to. Knows nothing of English: that is the library's. What is `pub(crate)` is
//! so for `fuzz/`, which takes this file in.

pub(crate) mod arguments;
pub(crate) mod ndjson;
pub(crate) mod scales;
mod summary;

use arguments::{Arguments, Command, Format};
use factbox::report::Report;
use factbox::scales::Scales;
use factbox::{MAX_BYTES, Options};
use serde::Serialize;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let done = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(Command::Read(arguments)) => match scales::load(&arguments.scales) {
            Ok(scales) => read_all(&arguments, &scales, &mut out),
            Err(why) => {
                complain(&why);
                return ExitCode::from(2);
            }
        },
        Ok(Command::Help) => out.write_all(arguments::HELP.as_bytes()).map(|()| true),
        Ok(Command::Version) => {
            writeln!(out, "factbox {}", env!("CARGO_PKG_VERSION")).map(|()| true)
        }
        Err(why) => {
            complain(&why);
            return ExitCode::from(2);
        }
    };
    match done.and_then(|all_read| out.flush().map(|()| all_read)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever reads the output has seen enough ("factbox … | head").
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("the output cannot be written: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// Reads every input in turn, and tells whether all of it could be read. Fails only where the output does.
fn read_all(arguments: &Arguments, scales: &Scales, out: &mut impl Write) -> io::Result<bool> {
    let several = arguments.files.len() > 1;
    let options = Options { scales: Some(scales), ..arguments.options };
    let mut all_read = true;
    for file in &arguments.files {
        let input = match Input::open(file) {
            Ok(input) => input,
            Err(why) => {
                complain(&why);
                all_read = false;
                continue;
            }
        };
        if arguments.format == Format::Ndjson {
            all_read &= ndjson::run(input, arguments, options, several, out)?;
            continue;
        }
        let html = arguments.html || is_html(file);
        match input.article() {
            Ok(text) => {
                print(&text, html, several.then_some(file.as_str()), (arguments, options), out)?
            }
            Err(why) => {
                complain(&why);
                all_read = false;
            }
        }
    }
    Ok(all_read)
}

/// Whether the name of a file says that it is HTML.
fn is_html(file: &str) -> bool {
    let ending = Path::new(file).extension();
    ending.is_some_and(|e| e.eq_ignore_ascii_case("html") || e.eq_ignore_ascii_case("htm"))
}

/// Prints the report of one article. `id` is its file where there are several.
fn print(
    text: &str,
    html: bool,
    id: Option<&str>,
    (arguments, options): (&Arguments, Options<'_>),
    out: &mut impl Write,
) -> io::Result<()> {
    if arguments.format == Format::Text {
        if let Some(id) = id {
            writeln!(out, "== {id}\n")?;
        }
        summary::write(&read(text, html, options), text, out)?;
    } else {
        let report = read(text, html, options).in_offsets(text, arguments.offsets);
        match id {
            Some(id) => serde_json::to_writer(&mut *out, &Named { id, report: &report })?,
            None => serde_json::to_writer(&mut *out, &report)?,
        }
        writeln!(out)?;
    }
    out.flush()
}

/// The report of a text or a page of HTML.
fn read(text: &str, html: bool, options: Options<'_>) -> Report {
    if html { factbox::extract_html(text, options) } else { factbox::extract_with(text, options) }
}

/// A report that begins with the id of its article.
#[derive(Serialize)]
struct Named<'a, Id> {
    id: Id,
    #[serde(flatten)]
    report: &'a Report,
}

/// A file or standard input, with the name that messages call it by.
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) reader: Box<dyn Read>,
}

impl Input {
    fn open(file: &str) -> Result<Input, String> {
        if file == "-" {
            let stdin = io::stdin();
            if stdin.is_terminal() {
                complain("reading from the terminal: end with Ctrl-D (Windows: Ctrl-Z and Enter)");
            }
            return Ok(Input { name: "standard input".to_owned(), reader: Box::new(stdin) });
        }
        let open = File::open(file).and_then(|opened| {
            let is_folder = opened.metadata()?.is_dir();
            if is_folder { Err(io::ErrorKind::IsADirectory.into()) } else { Ok(opened) }
        });
        match open {
            Ok(opened) => Ok(Input { name: file.to_owned(), reader: Box::new(opened) }),
            Err(error) => Err(format!("{file}: {}", explain(&error))),
        }
    }

    /// The whole input as one article, exactly as it stands: a byte order mark stays and counts.
    fn article(self) -> Result<String, String> {
        let Input { name, reader } = self;
        let mut bytes = Vec::new();
        let read = reader.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes);
        read.map_err(|error| format!("{name}: {}", explain(&error)))?;
        if bytes.len() > MAX_BYTES {
            return Err(format!("{name}: {}", too_long()));
        }
        String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            format!("{name}: not UTF-8 at byte {at}: save the article as UTF-8 and try again")
        })
    }

    fn lines(self) -> (String, BufReader<Box<dyn Read>>) {
        (self.name, BufReader::new(self.reader))
    }
}

/// What is wrong with an article above the limit.
fn too_long() -> String {
    format!("longer than {MAX_BYTES} bytes: split it and try again")
}

/// An error of the system in words, with what to do.
fn explain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file: check its name".to_owned(),
        io::ErrorKind::PermissionDenied => "may not be read: check its permissions".to_owned(),
        io::ErrorKind::IsADirectory => "is a folder: name the files in it".to_owned(),
        _ => format!("cannot be read: {error}"),
    }
}

/// Says something to the person at the terminal; if nobody listens any more, that is no reason to stop.
fn complain(words: &str) {
    let _ = writeln!(io::stderr(), "factbox: {words}");
}
