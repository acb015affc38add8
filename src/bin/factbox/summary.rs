//! `--format text`: a report as a person reads it. Plain words in 80 columns, no colours, nothing of it to parse.

use factbox::report::{
    Change, Date, Figure, Modifier, Quote, QuoteKind, Rating, RatingChange, RatingStatus, Report,
    Source,
};
use serde::Serialize;
use std::io::{self, Write};

const WIDTH: usize = 80;

/// Writes the summary of `text`'s report, whose spans still count bytes.
pub fn write(report: &Report, text: &str, out: &mut impl Write) -> io::Result<()> {
    let text = report.text.as_deref().unwrap_or(text);
    if let Some(title) = report.title {
        paragraph(out, "", title.of(text))?;
    }
    if let Some(published) = &report.published {
        paragraph(out, "", &format!("Published {published}"))?;
    }
    if report.title.is_some() || report.published.is_some() {
        writeln!(out)?;
    }
    let sections = [
        ("Ratings", report.ratings.iter().map(rating).collect::<Vec<_>>()),
        ("Quotes", report.quotes.iter().map(quote).collect()),
        ("Figures", report.figures.iter().map(figure).collect()),
        ("Dates", report.dates.iter().map(date).collect()),
        ("To check", report.checks.iter().map(|check| check.message.clone()).collect()),
    ];
    let mut found = false;
    for (name, items) in sections.iter().filter(|(_, items)| !items.is_empty()) {
        found = true;
        writeln!(out, "{name} ({})", items.len())?;
        for item in items {
            paragraph(out, "  ", item)?;
        }
        writeln!(out)?;
    }
    if found { Ok(()) } else { writeln!(out, "No ratings, quotes, figures or dates were found.\n") }
}

/// "inadequate (4 of 4): Northbridge Council's children's services, leadership; rated by Ofsted; 2011-11, previous".
fn rating(rating: &Rating) -> String {
    let mut words = rating.grade.clone();
    if let (Some(rank), Some(of)) = (rating.rank, rating.of) {
        words.push_str(&format!(" ({rank} of {of})"));
    }
    words.push_str(": ");
    words.push_str(rating.subject.as_deref().unwrap_or("subject not named"));
    if let Some(aspect) = &rating.aspect {
        words.push_str(&format!(", {aspect}"));
    }
    words.push_str("; ");
    match &rating.rater {
        Some(rater) => words.push_str(&format!("rated by {rater}")),
        None => words.push_str("rater not named"),
    }
    let change = match rating.change {
        Some(RatingChange::Upgraded) => Some("upgraded"),
        Some(RatingChange::Downgraded) => Some("downgraded"),
        Some(RatingChange::Unchanged) => Some("unchanged"),
        None => None,
    };
    match (change, &rating.from) {
        (Some(change), Some(from)) => words.push_str(&format!("; {change} from {from}")),
        (Some(change), None) => words.push_str(&format!("; {change}")),
        (None, Some(from)) => words.push_str(&format!("; from {from}")),
        (None, None) => {}
    }
    if rating.status != RatingStatus::Current {
        words.push_str(&format!("; {}", name(&rating.status)));
    }
    if let Some(date) = &rating.date {
        words.push_str(&format!("; {date}"));
    }
    words
}

/// "“We are proud” – Amira Cole, chief executive, Northbridge Trust".
fn quote(quote: &Quote) -> String {
    let words = match quote.kind {
        QuoteKind::Direct => format!("“{}”", quote.text),
        QuoteKind::Mixed | QuoteKind::Indirect => format!("{} ({})", quote.text, name(&quote.kind)),
    };
    match &quote.source {
        Some(Source { name, role, organisation, .. }) => {
            let parts = [Some(name), role.as_ref(), organisation.as_ref()];
            let who: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
            format!("{words} – {}", who.join(", "))
        }
        None => format!("{words} – nobody named"),
    }
}

/// "£5.6m – money: more than 5,600,000 GBP a year (extra social workers)".
fn figure(figure: &Figure) -> String {
    let mut words = format!("{} – {}", figure.text, name(&figure.kind).replace('_', " "));
    let value = match (figure.value, figure.min, figure.max) {
        (Some(value), ..) => Some(number(value)),
        (None, Some(min), Some(max)) => Some(format!("{} to {}", number(min), number(max))),
        (None, Some(min), None) => Some(format!("{} or more", number(min))),
        (None, None, Some(max)) => Some(format!("{} or less", number(max))),
        (None, None, None) => None,
    };
    if let Some(value) = value {
        words.push_str(": ");
        words.push_str(figure.modifier.map_or("", worded));
        words.push_str(&value);
        if let Some(unit) = &figure.unit {
            words.push_str(&format!(" {unit}"));
        }
    }
    if let Some(per) = &figure.per {
        words.push_str(&format!(" per {per}"));
    }
    match figure.change {
        Some(Change::Up) => words.push_str(", a rise"),
        Some(Change::Down) => words.push_str(", a fall"),
        Some(Change::To) => words.push_str(", the new level"),
        Some(Change::From) => words.push_str(", the old level"),
        None => {}
    }
    if let Some(of) = &figure.of {
        words.push_str(&format!(" ({of})"));
    }
    words
}

fn worded(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Approx => "about ",
        Modifier::AtLeast => "at least ",
        Modifier::MoreThan => "more than ",
        Modifier::AtMost => "at most ",
        Modifier::LessThan => "less than ",
    }
}

/// "in November 2011 – 2011-11 (performing poorly)".
fn date(date: &Date) -> String {
    let mut words = format!("{} – {}", date.text, date.edtf.as_deref().unwrap_or("not settled"));
    if let Some(label) = &date.label {
        words.push_str(&format!(" ({label})"));
    }
    words
}

/// A number with commas between its thousands.
fn number(value: f64) -> String {
    let plain = value.to_string();
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, part) = plain.split_once('.').map_or((plain, None), |(w, p)| (w, Some(p)));
    let mut grouped = String::from(sign);
    for (nth, digit) in whole.chars().enumerate() {
        if nth > 0 && (whole.len() - nth).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if let Some(part) = part {
        grouped.push('.');
        grouped.push_str(part);
    }
    grouped
}

/// The name that reports use for a value of an enumeration.
fn name(value: &impl Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}

/// Writes one item, broken between words; what follows its first line is indented further.
///
/// Control characters of an article must not steer somebody's terminal: they become U+FFFD.
fn paragraph(out: &mut impl Write, indent: &str, words: &str) -> io::Result<()> {
    let mut line = indent.to_owned();
    let mut length = indent.len();
    let mut empty = true;
    for word in words.split_whitespace() {
        let letters = word.chars().count();
        if !empty && length + 1 + letters > WIDTH {
            writeln!(out, "{line}")?;
            line.clear();
            line.push_str(indent);
            line.push_str("  ");
            length = indent.len() + 2;
            empty = true;
        }
        if !empty {
            line.push(' ');
            length += 1;
        }
        line.extend(word.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }));
        length += letters;
        empty = false;
    }
    writeln!(out, "{line}")
}
