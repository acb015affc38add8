//! Marks that a wrong decoding has mangled: the bytes of UTF-8 read as Windows-1252 or Latin-1 (`â€œ` for `“`).
//!
//! They are read as the marks that they were. The text stays as it is.

use super::Shape;
use crate::article::Article;
use crate::report::Check;

/// The mark at the start of `rest`, its character as it was, and its bytes there.
pub fn mark(rest: &str) -> Option<(Shape, char, usize)> {
    let mut chars = rest.chars();
    let (first, second) = (chars.next()?, chars.next()?);
    if first != 'â' || !matches!(second, '€' | '\u{80}') {
        return None;
    }
    let two = first.len_utf8() + second.len_utf8();
    let third = chars.next();
    let (shape, c) = match third {
        Some('œ' | '\u{9c}') => (Shape::DoubleOpen, '“'),
        Some('\u{9d}' | '\u{fffd}') => (Shape::DoubleClose, '”'),
        Some('™' | '\u{99}') => (Shape::SingleClose, '’'),
        Some('˜' | '\u{98}') => (Shape::SingleOpen, '‘'),
        Some('“' | '\u{93}') => (Shape::Dash, '–'),
        Some('”' | '\u{94}') => (Shape::Dash, '—'),
        Some('¦') => (Shape::Ellipsis, '…'),
        Some('¢') => (Shape::Bullet, '•'),
        // Windows-1252 has no character for the last byte of a closing mark: many programs drop it.
        _ => return Some((Shape::DoubleClose, '”', two)),
    };
    Some((shape, c, two + third.map_or(0, char::len_utf8)))
}

/// Whether the `Â` at the start of `rest` is nothing but the first byte of the character behind it: "Â£5".
pub fn is_stray(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next() == Some('Â')
        && matches!(
            chars.next(),
            Some('£' | '©' | '®' | '°' | '·' | '½' | '¼' | '¾' | '«' | '»' | '\u{a0}')
        )
}

/// Asks whether the text was read in the wrong encoding, where its marks look so.
pub fn check(article: &Article<'_>) -> Option<Check> {
    let mangled = |i: &usize| article.word(*i).starts_with('â') && mark(article.word(*i)).is_some();
    let found: Vec<usize> = (0..article.len()).filter(mangled).collect();
    let first = article.word(*found.first()?);
    Some(Check {
        rule: "mangled-characters".to_owned(),
        message: ["“", first, "” is a mark in the wrong encoding: was the text saved as UTF-8?"]
            .concat(),
        spans: found.iter().map(|i| article.span(*i, *i + 1)).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_was_there() {
        for (text, mark_there, len) in [
            ("â€œWe", Some('“'), 7),
            ("â€\u{9d} he", Some('”'), 7),
            ("â€ he", Some('”'), 5),
            ("â€™s", Some('’'), 8),
            ("â\u{80}\u{99}s", Some('’'), 6),
            ("â€“ ", Some('–'), 8),
            ("âge", None, 0),
        ] {
            let found = mark(text);
            assert_eq!(found.map(|(_, c, len)| (c, len)), mark_there.map(|c| (c, len)), "{text}");
        }
        assert!(is_stray("Â£5"));
        assert!(!is_stray("Âge"));
    }
}
