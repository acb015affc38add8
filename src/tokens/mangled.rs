//! Marks that a wrong decoding has mangled: the bytes of UTF-8 read as Windows-1252 or Latin-1 (`â€œ` for `“`).
//!
//! They are read as the marks that they were. The text stays as it is.

use super::Shape;

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

/// Bytes at the start of `rest` that a wrong decoding has left of one character; 0 where it looks sound.
pub fn damaged(rest: &str) -> usize {
    let mut chars = rest.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else { return 0 };
    let two = first.len_utf8() + second.map_or(0, char::len_utf8);
    match (first, second) {
        ('\u{fffd}', _) => first.len_utf8(),
        ('Â', _) if is_stray(rest) => two,
        // "Ã©" for é: the second byte of such letters is a sign, or unseen, in the other encoding.
        (
            'Ã',
            Some('\u{80}'..='\u{bf}' | '€'..='™' | 'ƒ' | 'Œ' | 'œ' | 'Š' | 'š' | 'Ž' | 'ž' | 'Ÿ'),
        ) => two,
        _ => mark(rest).map_or(0, |(_, _, bytes)| bytes),
    }
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
        for (text, bytes) in
            [("â€œWe", 7), ("Â£5", 4), ("Ã©t", 4), ("\u{fffd}s", 3), ("Âge", 0), ("ÃO", 0)]
        {
            assert_eq!(damaged(text), bytes, "{text}");
        }
    }
}
