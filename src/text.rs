//! The article's text and every position in it.
//!
//! Inside the crate a position is a **byte** offset into the text exactly as it was given. [`Offsets`] is the
//! only place that turns bytes into UTF-16 units or code points, and only the edges (CLI, JavaScript) call it.

use serde::{Serialize, Serializer};

/// A half-open range `start..end` into the article's text.
///
/// Counts bytes inside the crate, and whatever [`Offsets`] says once a report has been converted for a caller.
/// Both ends lie on character boundaries. Serialises as `[start, end]`.
///
/// ```
/// use factbox::text::Span;
///
/// let text = "an extra £5.6m";
/// assert_eq!(Span::new(9, 15).of(text), "£5.6m");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "[number, number]"))]
pub struct Span {
    /// First position inside the range.
    pub start: u32,
    /// First position after the range.
    pub end: u32,
}

/// The whole number that digits give; `None` where they give none.
#[must_use]
#[inline(never)]
pub fn whole(digits: &str) -> Option<u32> {
    digits.parse().ok()
}

/// Whether two texts are the same but for capitals of ASCII.
#[must_use]
#[inline(never)]
pub fn alike(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b)
}

impl Span {
    /// A range from `start` up to and without `end`; an end before the start makes an empty range at `start`.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Span {
        Span { start, end: end.max(start) }
    }

    /// The words that the span covers in `text`, or `""` where it does not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Whether the span covers nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Number of positions covered.
    #[must_use]
    pub fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether `other` lies inside this span.
    #[must_use]
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one position.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.start, self.end).serialize(serializer)
    }
}

/// What the spans of a report count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename_all = "kebab-case"))]
pub enum Offsets {
    /// Bytes of the UTF-8 text: what the crate counts.
    #[default]
    #[cfg_attr(test, ts(rename = "utf-8"))]
    Utf8,
    /// UTF-16 code units: what JavaScript's `slice` counts.
    #[cfg_attr(test, ts(rename = "utf-16"))]
    Utf16,
    /// Unicode scalar values: what Python's slices count.
    #[cfg_attr(test, ts(rename = "codepoint"))]
    CodePoint,
}

impl Offsets {
    /// The name that reports and the command line use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Offsets::Utf8 => "utf-8",
            Offsets::Utf16 => "utf-16",
            Offsets::CodePoint => "codepoint",
        }
    }

    /// The unit with that name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<Offsets> {
        [Offsets::Utf8, Offsets::Utf16, Offsets::CodePoint].into_iter().find(|o| o.name() == name)
    }

    /// What turns byte positions of `text` into positions of this unit.
    #[must_use]
    pub fn of(self, text: &str) -> Positions<'_> {
        let (mut wide, mut end, mut unit) = (Vec::new(), 0, 0);
        // In ASCII every unit counts the same, and so it does between other characters.
        if self != Offsets::Utf8 {
            for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
                unit += at as u32 - end;
                unit += if self == Offsets::Utf16 { c.len_utf16() as u32 } else { 1 };
                end = (at + c.len_utf8()) as u32;
                wide.push((end, unit));
            }
        }
        Positions { text, wide }
    }
}

/// Positions of a text in some unit; see [`Offsets::of`].
#[derive(Debug)]
pub struct Positions<'t> {
    text: &'t str,
    /// Byte after each character beyond ASCII, and the units up to there.
    wide: Vec<(u32, u32)>,
}

impl Positions<'_> {
    /// The place of a byte. One inside a character counts as the start of the next one; one past the end as the end.
    #[must_use]
    pub fn at(&self, byte: u32) -> u32 {
        let byte = self.text.ceil_char_boundary(byte as usize) as u32;
        let before = self.wide.partition_point(|(end, _)| *end <= byte);
        let (end, unit) = self.wide.get(before.wrapping_sub(1)).copied().unwrap_or_default();
        unit + (byte - end)
    }
}

impl Serialize for Offsets {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit_variant("Offsets", *self as u32, self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn converts_in_every_unit() {
        let text = "ä\tcde\nf💛g\r\nhi";
        let bytes: Vec<u32> =
            text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect();
        for (unit, expected) in [
            (Offsets::Utf8, bytes.clone()),
            (Offsets::Utf16, vec![0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14]),
            (Offsets::CodePoint, (0..=13).collect()),
        ] {
            let places = unit.of(text);
            let positions: Vec<u32> = bytes.iter().map(|byte| places.at(*byte)).collect();
            assert_eq!(positions, expected, "{}", unit.name());
            assert_eq!(places.at(1), places.at(2), "inside a character");
            assert_eq!(places.at(99), places.at(text.len() as u32), "past the end");
        }
    }
}
