//! HTML into tags and runs of text: a scanner that accepts anything and never looks back.
//!
//! Follows browsers where pages differ from the standard: an attribute without an end, a comment that never closes or
//! a stray `<` costs no text behind it. Every search for an end either moves the scanner on or is known to fail.

use super::entities;
use crate::text::alike;
use crate::work;

/// One piece of the page.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'h> {
    /// Text with its entities still in it.
    Text(&'h str),
    /// `<name …>`.
    Open(Tag<'h>),
    /// `</name>`.
    Close(&'h str),
    /// What stands inside `script`, `style`, `title` and the like.
    Raw(&'h str),
}

/// An opening tag.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag<'h> {
    /// As written.
    pub name: &'h str,
    /// All that stands between the name and the closing bracket.
    attributes: &'h str,
}

impl<'h> Tag<'h> {
    /// Names and raw values of the attributes in order; a repeated name comes twice.
    pub fn attributes(&self) -> Attributes<'h> {
        Attributes { rest: self.attributes }
    }
}

/// The attributes of a tag.
pub struct Attributes<'h> {
    rest: &'h str,
}

impl<'h> Iterator for Attributes<'h> {
    type Item = (&'h str, &'h str);

    fn next(&mut self) -> Option<(&'h str, &'h str)> {
        work::step();
        let rest = self.rest.trim_start_matches(|c: char| is_blank(c) || c == '/');
        let (name, after) = cut(rest, end_of_name(rest));
        if rest.is_empty() {
            return None;
        }
        let Some(value) = after.trim_start_matches(is_blank).strip_prefix('=') else {
            self.rest = after;
            return Some((name, ""));
        };
        let value = value.trim_start_matches(is_blank);
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote.and_then(|q| value.get(1..)?.split_once(q)) {
            Some(split) => split,
            None => cut(value, value.find(is_blank).unwrap_or(value.len())),
        };
        self.rest = after;
        Some((name, value))
    }
}

/// Bytes of an attribute's name at the start of `rest`; at least one character, so that a stray `=` is passed.
fn end_of_name(rest: &str) -> usize {
    rest.char_indices()
        .find(|(at, c)| is_blank(*c) || *c == '/' || (*c == '=' && *at > 0))
        .map_or(rest.len(), |(at, _)| at)
}

fn cut(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// Elements whose content is no markup, or nothing for a reader.
const RAW: [&str; 6] = ["script", "style", "title", "textarea", "noscript", "iframe"];

/// The scanner.
pub struct Scanner<'h> {
    html: &'h str,
    at: usize,
    /// Where the last of each stands: behind it no search is begun.
    last: Last,
    /// The element whose content is taken as it stands, up to its closing tag.
    raw: Option<&'h str>,
    /// Whether a quoted value was seen to swallow the rest of the page: quotes are then marks like any other.
    swallowed: bool,
}

struct Last {
    bracket: usize,
    double: usize,
    single: usize,
    comment: usize,
}

impl<'h> Scanner<'h> {
    /// At the start of a page.
    pub fn new(html: &'h str) -> Scanner<'h> {
        let last = |what: &str| html.rfind(what).map_or(0, |at| at + 1);
        let last = Last {
            bracket: last(">"),
            double: last("\""),
            single: last("'"),
            comment: last("-->"),
        };
        Scanner { html, at: 0, last, raw: None, swallowed: false }
    }

    fn rest(&self) -> &'h str {
        self.html.get(self.at..).unwrap_or("")
    }

    /// Takes `len` bytes.
    fn take(&mut self, len: usize) -> &'h str {
        let (taken, _) = cut(self.rest(), len);
        self.at += taken.len();
        work::steps(taken.len());
        taken
    }

    /// The content of a raw element, up to its closing tag or the end of the page.
    fn raw(&mut self, name: &str) -> &'h str {
        let rest = self.rest();
        let mut from = 0;
        while let Some(at) = rest.get(from..).and_then(|r| r.find("</")) {
            let after = from + at + 2;
            let end = after + name.len();
            if rest.get(after..end).is_some_and(|n| alike(n, name)) {
                return self.take(after - 2);
            }
            from = after;
        }
        self.take(rest.len())
    }

    /// The tag at the scanner, whose name begins `skip` bytes on: its name and attributes.
    fn tag(&mut self, skip: usize) -> (&'h str, &'h str) {
        self.take(skip);
        let rest = self.rest();
        let name = rest.find(|c: char| is_blank(c) || matches!(c, '/' | '>')).unwrap_or(rest.len());
        let name = self.take(name);
        let from = self.at;
        let end = self.end_of_tag();
        let attributes = self.html.get(from..end).unwrap_or("");
        self.take(end + 1 - from);
        (name, attributes)
    }

    /// Where the bracket stands that closes the tag: the first one outside quoted values.
    fn end_of_tag(&mut self) -> usize {
        let bytes = self.html.as_bytes();
        let (mut at, mut value) = (self.at, false);
        while let Some(byte) = bytes.get(at) {
            work::step();
            let closes_later = match byte {
                b'"' => at + 1 < self.last.double,
                b'\'' => at + 1 < self.last.single,
                _ => false,
            };
            match byte {
                b'>' => return at,
                b'"' | b'\'' if value && closes_later && !self.swallowed => {
                    let inside = bytes.get(at + 1..).unwrap_or(&[]);
                    let len = inside.iter().position(|b| b == byte).unwrap_or(inside.len());
                    work::steps(len);
                    at += len + 1;
                    value = false;
                }
                b'=' => value = true,
                b' ' | b'\t' | b'\n' | b'\r' | 0x0C => {}
                _ => value = false,
            }
            at += 1;
        }
        // The first bracket ends the tag after all.
        self.swallowed = true;
        self.rest().find('>').map_or(self.html.len(), |len| self.at + len)
    }
}

impl<'h> Iterator for Scanner<'h> {
    type Item = Piece<'h>;

    fn next(&mut self) -> Option<Piece<'h>> {
        if let Some(name) = self.raw.take() {
            return Some(Piece::Raw(self.raw(name)));
        }
        loop {
            work::step();
            let rest = self.rest();
            let mut chars = rest.chars();
            let first = chars.next()?;
            let closes = self.at < self.last.bracket;
            let second = chars.next().unwrap_or(' ');
            if first != '<' || !closes {
                // Without a bracket ahead nothing is a tag.
                let end = if closes { rest.find('<').unwrap_or(rest.len()) } else { rest.len() };
                return Some(Piece::Text(self.take(end)));
            }
            match second {
                '!' | '?' => {
                    let comment = rest.starts_with("<!--") && self.at + 2 < self.last.comment;
                    let end = if comment { "-->" } else { ">" };
                    let skip = if comment { 2 } else { 1 };
                    let found = rest.get(skip..).and_then(|r| r.find(end));
                    self.take(found.map_or(rest.len(), |at| skip + at + end.len()));
                }
                '/' if chars.next().is_some_and(|c| c.is_ascii_alphabetic()) => {
                    return Some(Piece::Close(self.tag(2).0));
                }
                c if c.is_ascii_alphabetic() => {
                    let (name, attributes) = self.tag(1);
                    let is = |other: &&str| alike(other, name);
                    if RAW.iter().any(is) || (is(&"svg") && !attributes.ends_with('/')) {
                        self.raw = Some(name);
                    }
                    return Some(Piece::Open(Tag { name, attributes }));
                }
                _ => {
                    let end =
                        rest.get(1..).and_then(|r| r.find('<')).map_or(rest.len(), |at| at + 1);
                    return Some(Piece::Text(self.take(end)));
                }
            }
        }
    }
}

/// The text with its entities read.
#[cfg(test)]
pub fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each_char(text, &mut |c| out.push(c));
    out
}

/// Calls `visit` with every character of `text`, entities read.
pub fn each_char(text: &str, visit: &mut dyn FnMut(char)) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, entity) = cut(rest, at);
        before.chars().for_each(&mut *visit);
        work::steps(at + 1);
        let len = match entities::read(entity) {
            Some((c, len)) => {
                visit(c);
                len
            }
            None => {
                visit('&');
                1
            }
        };
        rest = cut(entity, len).1;
    }
    work::steps(rest.len());
    rest.chars().for_each(visit);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(html: &str) -> Vec<String> {
        Scanner::new(html)
            .map(|piece| match piece {
                Piece::Text(text) => decode(text),
                Piece::Close(name) => format!("/{name}"),
                Piece::Raw(text) => format!("raw {text}"),
                Piece::Open(tag) => {
                    let attributes: Vec<String> =
                        tag.attributes().map(|(name, value)| format!(" {name}={value}")).collect();
                    format!("<{}{}", tag.name, attributes.concat())
                }
            })
            .collect()
    }

    #[test]
    fn reads_tags_text_and_comments() {
        #[rustfmt::skip]
        let cases: [(&str, &[&str]); 13] = [
            ("a<b>c</b >", &["a", "<b", "c", "/b"]),
            ("<p class='x y' id=z hidden>", &["<p class=x y id=z hidden="]),
            ("<p title=\"a > b\" data-x = 1/>c", &["<p title=a > b data-x=1/", "c"]),
            ("a<!-- <p> -->b<!doctype x>c<?xml?>d", &["a", "b", "c", "d"]),
            ("a<!-- b<p>c", &["a", "c"]),
            ("1 < 2 <3 > 0", &["1 ", "< 2 ", "<3 > 0"]),
            ("<script>if (a < b) '</p>'</SCRIPT>c", &["<script", "raw if (a < b) '</p>'", "/SCRIPT", "c"]),
            ("<p a=\"b>c<p>d", &["<p a=\"b", "c", "<p", "d"]),
            ("<p a='b\">c</p>d", &["<p a='b\"", "c", "/p", "d"]),
            ("a <b", &["a <b"]),
            ("<p =a>b", &["<p =a=", "b"]),
            ("", &[]),
            ("&lt;p&gt;", &["<p>"]),
        ];
        for (html, expected) in cases {
            assert_eq!(pieces(html), expected, "{html}");
        }
    }
}
