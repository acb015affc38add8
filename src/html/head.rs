//! The day that a page's markup gives as that of its publication.
//!
//! JSON-LD speaks first, then `meta`, then `itemprop`; a `time` element alone may be anybody's and is only noted.

use super::scan::Attributes;
use crate::text::{alike, whole};
use crate::work;

/// What the markup says so far.
#[derive(Debug, Default)]
pub struct Head {
    linked: Option<String>,
    meta: Option<String>,
    item: Option<String>,
    /// Whether the element at hand is named as the date of publication.
    pub sure: bool,
}

/// Names under which pages keep the day in a `meta` element.
const META: [&str; 9] = [
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
];

impl Head {
    /// Reads `"datePublished": "2024-05-06T…"` out of JSON-LD.
    pub fn linked_data(&mut self, data: &str) {
        work::steps(data.len());
        let Some((_, after)) = data.split_once("\"datePublished\"") else { return };
        let value = after.trim_start().strip_prefix(':').map(str::trim_start);
        let value = value.and_then(|v| v.strip_prefix('"'));
        if self.linked.is_none() {
            self.linked = value.and_then(day);
        }
    }

    /// Reads a `meta` element.
    pub fn meta(&mut self, attributes: Attributes<'_>) {
        let (mut named, mut content, mut item) = (false, "", false);
        for (name, value) in attributes {
            let is = |other: &str| alike(name, other);
            if is("property") || is("name") {
                named |= META.iter().any(|known| alike(known, value));
            } else if is("itemprop") {
                item |= alike(value, "datePublished");
            } else if is("content") {
                content = value;
            }
        }
        if named && self.meta.is_none() {
            self.meta = day(content);
        }
        if item && self.item.is_none() {
            self.item = day(content);
        }
    }

    /// Notes the day of an element, if it is named as the date of publication.
    pub fn item(&mut self, day: &str) {
        if self.sure && self.item.is_none() {
            self.item = Some(day.to_owned());
        }
    }

    /// The day that the markup settles on.
    pub fn published(self) -> Option<String> {
        self.linked.or(self.meta).or(self.item)
    }
}

/// The day at the start of an ISO 8601 date: "2024-05-06T07:08:09Z".
#[inline(never)]
pub fn day(value: &str) -> Option<String> {
    let value = value.trim_start().get(..10)?;
    let number = |from: usize, to: usize| whole(value.get(from..to)?);
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let shape =
        |(at, b): (usize, u8)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() };
    let marks = value.bytes().enumerate().all(shape);
    let real = (1990..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    (marks && real).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_days() {
        for (value, expected) in [
            ("2024-05-06T07:08:09Z", Some("2024-05-06")),
            (" 2024-05-06 ", Some("2024-05-06")),
            ("2024-13-06", None),
            ("0001-01-01", None),
            ("6 May 2024", None),
            ("2024-05", None),
            ("", None),
        ] {
            assert_eq!(day(value).as_deref(), expected, "{value}");
        }
    }
}
