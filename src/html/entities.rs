//! The characters that HTML writes as entities: `&amp;`, `&#8217;`, `&#x2019;`.
//!
//! Holds the names of letters, marks and signs that news pages print; the full table of the standard would weigh more
//! than the scanner. A name that is not here stays as it stands.

/// Longest name.
const LONGEST: usize = 6;
/// Most digits of a numeric entity.
const DIGITS: usize = 8;

/// The character that the entity at the start of `text` (which begins with `&`) stands for, and its bytes.
pub fn read(text: &str) -> Option<(char, usize)> {
    let after = text.get(1..)?;
    if let Some(number) = after.strip_prefix('#') {
        let (radix, digits) = match number.strip_prefix(['x', 'X']) {
            Some(hex) => (16, hex),
            None => (10, number),
        };
        let len =
            digits.bytes().take(DIGITS).take_while(|b| char::from(*b).is_digit(radix)).count();
        let value = u32::from_str_radix(digits.get(..len)?, radix).ok()?;
        let end = text.len() - digits.len() + len;
        return Some((
            numbered(value),
            end + usize::from(digits.as_bytes().get(len) == Some(&b';')),
        ));
    }
    let len = after.bytes().take(LONGEST + 1).take_while(u8::is_ascii_alphanumeric).count();
    let name = after.get(..len)?;
    let found = NAMED.binary_search_by_key(&name, |(name, _)| *name).ok();
    let (_, c) = NAMED.get(found?)?;
    let closed = after.as_bytes().get(len) == Some(&b';');
    // Only the oldest names do without a semicolon: "&copy 2024", but not "?a=1&sub=2".
    (closed || (*c <= '\u{ff}' && after.as_bytes().get(len) != Some(&b'=')))
        .then_some((*c, len + 1 + usize::from(closed)))
}

/// The character with that number; the numbers 128 to 159 are those of Windows, as in browsers.
fn numbered(value: u32) -> char {
    let windows = value.checked_sub(128).and_then(|at| WINDOWS.get(at as usize)).copied();
    match windows.unwrap_or(value) {
        0 => char::REPLACEMENT_CHARACTER,
        value => char::from_u32(value).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// Characters 128 to 159 of Windows-1252.
const WINDOWS: [u32; 32] = [
    0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
];

/// Names and characters, in order of the names.
#[rustfmt::skip]
static NAMED: [(&str, char); 182] = [
    ("AElig", '\u{c6}'), ("AMP", '&'), ("Aacute", '\u{c1}'), ("Acirc", '\u{c2}'), ("Agrave", '\u{c0}'),
    ("Aring", '\u{c5}'), ("Atilde", '\u{c3}'), ("Auml", '\u{c4}'), ("Ccaron", '\u{10c}'), ("Ccedil", '\u{c7}'),
    ("Dagger", '\u{2021}'), ("ETH", '\u{d0}'), ("Eacute", '\u{c9}'), ("Ecirc", '\u{ca}'), ("Egrave", '\u{c8}'),
    ("Euml", '\u{cb}'), ("Iacute", '\u{cd}'), ("Icirc", '\u{ce}'), ("Igrave", '\u{cc}'), ("Iuml", '\u{cf}'),
    ("Lstrok", '\u{141}'), ("Ntilde", '\u{d1}'), ("OElig", '\u{152}'), ("Oacute", '\u{d3}'), ("Ocirc", '\u{d4}'),
    ("Ograve", '\u{d2}'), ("Oslash", '\u{d8}'), ("Otilde", '\u{d5}'), ("Ouml", '\u{d6}'), ("Prime", '\u{2033}'),
    ("Scaron", '\u{160}'), ("THORN", '\u{de}'), ("Uacute", '\u{da}'), ("Ucirc", '\u{db}'), ("Ugrave", '\u{d9}'),
    ("Uuml", '\u{dc}'), ("Yacute", '\u{dd}'), ("Yuml", '\u{178}'), ("Zcaron", '\u{17d}'), ("Zdot", '\u{17b}'),
    ("aacute", '\u{e1}'), ("abreve", '\u{103}'), ("acirc", '\u{e2}'), ("acute", '\u{b4}'), ("aelig", '\u{e6}'),
    ("agrave", '\u{e0}'), ("amacr", '\u{101}'), ("amp", '&'), ("aogon", '\u{105}'), ("apos", '\''),
    ("aring", '\u{e5}'), ("atilde", '\u{e3}'), ("auml", '\u{e4}'), ("bdquo", '\u{201e}'), ("brvbar", '\u{a6}'),
    ("bull", '\u{2022}'), ("cacute", '\u{107}'), ("ccaron", '\u{10d}'), ("ccedil", '\u{e7}'), ("cedil", '\u{b8}'),
    ("cent", '\u{a2}'), ("commat", '@'), ("copy", '\u{a9}'), ("curren", '\u{a4}'), ("dagger", '\u{2020}'),
    ("dash", '\u{2010}'), ("dcaron", '\u{10f}'), ("deg", '\u{b0}'), ("divide", '\u{f7}'), ("dstrok", '\u{111}'),
    ("eacute", '\u{e9}'), ("ecaron", '\u{11b}'), ("ecirc", '\u{ea}'), ("egrave", '\u{e8}'), ("emacr", '\u{113}'),
    ("emsp", '\u{2003}'), ("ensp", '\u{2002}'), ("eogon", '\u{119}'), ("eth", '\u{f0}'), ("euml", '\u{eb}'),
    ("euro", '\u{20ac}'), ("frac12", '\u{bd}'), ("frac13", '\u{2153}'), ("frac14", '\u{bc}'),
    ("frac15", '\u{2155}'), ("frac18", '\u{215b}'), ("frac23", '\u{2154}'), ("frac34", '\u{be}'),
    ("frac38", '\u{215c}'), ("frac58", '\u{215d}'), ("frac78", '\u{215e}'), ("frasl", '\u{2044}'),
    ("gbreve", '\u{11f}'), ("gt", '>'), ("half", '\u{bd}'), ("hellip", '\u{2026}'), ("hyphen", '\u{2010}'),
    ("iacute", '\u{ed}'), ("icirc", '\u{ee}'), ("iexcl", '\u{a1}'), ("igrave", '\u{ec}'), ("imacr", '\u{12b}'),
    ("iquest", '\u{bf}'), ("iuml", '\u{ef}'), ("laquo", '\u{ab}'), ("ldquo", '\u{201c}'), ("ldquor", '\u{201e}'),
    ("lpar", '('), ("lrm", '\u{200e}'), ("lsaquo", '\u{2039}'), ("lsquo", '\u{2018}'), ("lsquor", '\u{201a}'),
    ("lstrok", '\u{142}'), ("lt", '<'), ("macr", '\u{af}'), ("mdash", '\u{2014}'), ("micro", '\u{b5}'),
    ("middot", '\u{b7}'), ("minus", '\u{2212}'), ("nacute", '\u{144}'), ("nbsp", '\u{a0}'), ("ndash", '\u{2013}'),
    ("not", '\u{ac}'), ("ntilde", '\u{f1}'), ("num", '#'), ("oacute", '\u{f3}'), ("ocirc", '\u{f4}'),
    ("oelig", '\u{153}'), ("ograve", '\u{f2}'), ("omacr", '\u{14d}'), ("ordf", '\u{aa}'), ("ordm", '\u{ba}'),
    ("oslash", '\u{f8}'), ("otilde", '\u{f5}'), ("ouml", '\u{f6}'), ("para", '\u{b6}'), ("permil", '\u{2030}'),
    ("plusmn", '\u{b1}'), ("pound", '\u{a3}'), ("prime", '\u{2032}'), ("quot", '"'), ("raquo", '\u{bb}'),
    ("rcaron", '\u{159}'), ("rdquo", '\u{201d}'), ("rdquor", '\u{201d}'), ("reg", '\u{ae}'), ("rlm", '\u{200f}'),
    ("rpar", ')'), ("rsaquo", '\u{203a}'), ("rsquo", '\u{2019}'), ("rsquor", '\u{2019}'), ("sacute", '\u{15b}'),
    ("sbquo", '\u{201a}'), ("scaron", '\u{161}'), ("scedil", '\u{15f}'), ("sect", '\u{a7}'), ("shy", '\u{ad}'),
    ("sol", '/'), ("star", '\u{2606}'), ("starf", '\u{2605}'), ("sup1", '\u{b9}'), ("sup2", '\u{b2}'),
    ("sup3", '\u{b3}'), ("szlig", '\u{df}'), ("tcaron", '\u{165}'), ("thinsp", '\u{2009}'), ("thorn", '\u{fe}'),
    ("times", '\u{d7}'), ("trade", '\u{2122}'), ("uacute", '\u{fa}'), ("ucirc", '\u{fb}'), ("ugrave", '\u{f9}'),
    ("uml", '\u{a8}'), ("uuml", '\u{fc}'), ("yacute", '\u{fd}'), ("yen", '\u{a5}'), ("yuml", '\u{ff}'),
    ("zacute", '\u{17a}'), ("zcaron", '\u{17e}'), ("zdot", '\u{17c}'), ("zwj", '\u{200d}'), ("zwnj", '\u{200c}'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order() {
        assert!(NAMED.is_sorted_by_key(|(name, _)| *name));
        assert!(NAMED.iter().all(|(name, _)| name.len() <= LONGEST));
    }

    #[test]
    fn reads_names_and_numbers() {
        #[rustfmt::skip]
        let cases = [
            ("&amp;x", Some(('&', 5))), ("&amp x", Some(('&', 4))), ("&pound;5", Some(('£', 7))),
            ("&#8217;s", Some(('’', 7))), ("&#x2019;s", Some(('’', 8))), ("&#150;", Some(('–', 6))), ("&#8220", Some(('“', 6))),
            ("&rsquo;", Some(('’', 7))), ("&rsquo x", None), ("&copy=1", None), ("&copy 1", Some(('©', 5))),
            ("&#0;", Some(('\u{fffd}', 4))), ("&#xd800;", Some(('\u{fffd}', 8))), ("&#;", None), ("&", None), ("&unknown;", None),
            ("&#99999999999;", Some(('\u{fffd}', 10))),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
