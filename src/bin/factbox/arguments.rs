//! What the command line asks for.

use factbox::Options;
use factbox::text::Offsets;
use std::ffi::OsString;

/// What `--help` prints.
pub const HELP: &str = "\
Factbox turns news articles into structured facts: ratings, quotes, figures
and dates. Nothing leaves this machine.

Usage: factbox [OPTIONS] [FILE…]

Reads each FILE as one article in UTF-8, of 20 MB at most; `-`, or no FILE, is
standard input.
A FILE whose name ends in .html or .htm is read as HTML: its report carries the
`text` that was read, and spans point into that.

Options:
  --format json     one report a line, as JSON (the default); with several files
                    each report begins with an `id`, the name of its file, and a
                    file that cannot be read is named on standard error only
  --format ndjson   reads one JSON object a line, {\"id\": …, \"text\": \"…\"}, or
                    with `html` for `text`, and writes one report a line in the
                    same order, with the `id`; a line that cannot be read gives
                    {\"id\": …, \"error\": \"…\"}
  --format text     a summary for people
  --offsets codepoint | utf-16 | utf-8
                    what the spans of a report count: characters as Python
                    does (the default), as JavaScript does, or bytes
  --scales FILE     reads a rating scale of your own from a TOML file, runs its
                    examples and reads with it; may be given several times
  --html            every input is HTML, whatever its name
  --furniture leave | read
                    whether facts in page furniture (menus, related headlines,
                    comments) are left alone (the default) or read as well
  --                what follows are files, whatever they begin with
  -h, --help        prints this
  -V, --version     prints the version

Exit code: 0 all was read, 1 some input could not be read, 2 wrong usage.

Examples:
  factbox --format text article.txt
  factbox --html < page.html
  factbox article.txt | jq '.quotes[] | [.source.name, .text]'
  factbox --scales bus-stars.toml article.txt
  factbox --format ndjson < articles.ndjson > reports.ndjson
";

/// What to do.
pub enum Command {
    Read(Arguments),
    Help,
    Version,
}

/// What to read and how to print it.
pub struct Arguments {
    pub format: Format,
    pub offsets: Offsets,
    /// Files of further rating scales.
    pub scales: Vec<String>,
    /// Whether every input is HTML.
    pub html: bool,
    /// What the library is to read.
    pub options: Options<'static>,
    /// Names of files; `-` is standard input. Never empty.
    pub files: Vec<String>,
}

/// How reports are printed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Json,
    Ndjson,
    Text,
}

const OPTIONS: [&str; 7] =
    ["--format", "--offsets", "--scales", "--html", "--furniture", "--help", "--version"];
const FORMATS: [(&str, Format); 3] =
    [("json", Format::Json), ("ndjson", Format::Ndjson), ("text", Format::Text)];
const OFFSETS: [(&str, Offsets); 3] =
    [("codepoint", Offsets::CodePoint), ("utf-16", Offsets::Utf16), ("utf-8", Offsets::Utf8)];
const FURNITURE: [(&str, bool); 2] = [("leave", false), ("read", true)];

/// Reads the arguments after the program's name.
pub fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let mut read = Arguments {
        format: Format::Json,
        offsets: Offsets::CodePoint,
        scales: Vec::new(),
        html: false,
        options: Options::default(),
        files: Vec::new(),
    };
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        let argument = text(argument)?;
        let (name, mut value) = match argument.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name, Some(value.to_owned())),
            _ => (argument.as_str(), None),
        };
        if matches!(name, "--format" | "--offsets" | "--scales" | "--furniture") && value.is_none()
        {
            value = arguments.next().map(text).transpose()?;
        }
        match (name, value) {
            ("--format", value) => read.format = pick("format", "--format", value, &FORMATS)?,
            ("--offsets", value) => read.offsets = pick("unit", "--offsets", value, &OFFSETS)?,
            ("--scales", Some(file)) if !file.is_empty() => read.scales.push(file),
            ("--scales", _) => return Err("`--scales` needs a value: expected a TOML file".into()),
            ("--furniture", value) => {
                read.options.furniture = pick("choice", "--furniture", value, &FURNITURE)?;
            }
            ("--html", None) => read.html = true,
            ("--help" | "-h", None) => return Ok(Command::Help),
            ("--version" | "-V", None) => return Ok(Command::Version),
            ("--html" | "--help" | "--version", Some(_)) => {
                return Err(format!("`{name}` takes no value"));
            }
            ("--", None) => {
                for file in arguments.by_ref() {
                    read.files.push(text(file)?);
                }
            }
            ("-", None) => read.files.push(argument),
            (name, _) if name.starts_with('-') => return Err(unknown("option", name, &OPTIONS)),
            _ => read.files.push(argument),
        }
    }
    if read.files.is_empty() {
        read.files.push("-".to_owned());
    }
    Ok(Command::Read(read))
}

fn text(argument: OsString) -> Result<String, String> {
    argument.into_string().map_err(|wrong| {
        format!("{}: a name that is not UTF-8: rename the file", wrong.to_string_lossy())
    })
}

/// The choice that an option's value names.
fn pick<T: Copy>(
    kind: &str,
    option: &str,
    value: Option<String>,
    choices: &[(&str, T)],
) -> Result<T, String> {
    let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
    let Some(value) = value else {
        return Err(format!("`{option}` needs a value: expected {}", list(&names)));
    };
    match choices.iter().find(|(name, _)| *name == value) {
        Some((_, choice)) => Ok(*choice),
        None => Err(unknown(kind, &value, &names)),
    }
}

/// What was expected in place of `found`, with the nearest first if it looks like a slip.
fn unknown(kind: &str, found: &str, expected: &[&str]) -> String {
    let mut message = format!("no {kind} is called `{found}`: expected {}", list(expected));
    let nearest = expected.iter().map(|name| (distance(name, found), name)).min();
    if let Some((steps, name)) = nearest
        && steps <= 2
    {
        message.push_str(&format!(". Did you mean `{name}`?"));
    }
    message
}

/// "`a`, `b` or `c`".
fn list(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

/// Number of letters to insert, drop or replace to get from one word to the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(40).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (to, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let best = (diagonal + usize::from(from != *to)).min(left + 1).min(*cell + 1);
            diagonal = *cell;
            *cell = best;
            left = best;
        }
    }
    row.last().copied().unwrap_or(0)
}
