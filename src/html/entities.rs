//! The characters that HTML writes as entities: `&amp;`, `&#8217;`, `&#x2019;`.
//!
//! Holds the names of HTML 4 and those of the rest that news pages print; the full table of the standard would weigh
//! more than the scanner. A name that is not here stays as it stands.

/// Longest name.
const LONGEST: usize = 14;
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
static NAMED: [(&str, char); 360] = [
    ("AElig", '\u{c6}'), ("AMP", '&'), ("Aacute", '\u{c1}'), ("Abreve", '\u{102}'), ("Acirc", '\u{c2}'),
    ("Agrave", '\u{c0}'), ("Alpha", '\u{391}'), ("Aogon", '\u{104}'), ("Aring", '\u{c5}'), ("Atilde", '\u{c3}'),
    ("Auml", '\u{c4}'), ("Beta", '\u{392}'), ("COPY", '\u{a9}'), ("Cacute", '\u{106}'), ("Ccaron", '\u{10c}'),
    ("Ccedil", '\u{c7}'), ("Chi", '\u{3a7}'), ("Dagger", '\u{2021}'), ("Dcaron", '\u{10e}'), ("Delta", '\u{394}'),
    ("ETH", '\u{d0}'), ("Eacute", '\u{c9}'), ("Ecaron", '\u{11a}'), ("Ecirc", '\u{ca}'), ("Egrave", '\u{c8}'),
    ("Eogon", '\u{118}'), ("Epsilon", '\u{395}'), ("Eta", '\u{397}'), ("Euml", '\u{cb}'), ("GT", '>'),
    ("Gamma", '\u{393}'), ("Gbreve", '\u{11e}'), ("Iacute", '\u{cd}'), ("Icirc", '\u{ce}'), ("Igrave", '\u{cc}'),
    ("Iota", '\u{399}'), ("Iuml", '\u{cf}'), ("Kappa", '\u{39a}'), ("LT", '<'), ("Lambda", '\u{39b}'),
    ("Lstrok", '\u{141}'), ("Mu", '\u{39c}'), ("Nacute", '\u{143}'), ("NewLine", '\u{a}'), ("NoBreak", '\u{2060}'),
    ("Ntilde", '\u{d1}'), ("Nu", '\u{39d}'), ("OElig", '\u{152}'), ("Oacute", '\u{d3}'), ("Ocirc", '\u{d4}'),
    ("Ograve", '\u{d2}'), ("Omega", '\u{3a9}'), ("Omicron", '\u{39f}'), ("Oslash", '\u{d8}'), ("Otilde", '\u{d5}'),
    ("Ouml", '\u{d6}'), ("Phi", '\u{3a6}'), ("Pi", '\u{3a0}'), ("Prime", '\u{2033}'), ("Psi", '\u{3a8}'),
    ("QUOT", '"'), ("REG", '\u{ae}'), ("Rcaron", '\u{158}'), ("Rho", '\u{3a1}'), ("Sacute", '\u{15a}'),
    ("Scaron", '\u{160}'), ("Scedil", '\u{15e}'), ("Sigma", '\u{3a3}'), ("THORN", '\u{de}'), ("Tab", '\u{9}'),
    ("Tau", '\u{3a4}'), ("Theta", '\u{398}'), ("Uacute", '\u{da}'), ("Ucirc", '\u{db}'), ("Ugrave", '\u{d9}'),
    ("Upsilon", '\u{3a5}'), ("Uring", '\u{16e}'), ("Uuml", '\u{dc}'), ("Xi", '\u{39e}'), ("Yacute", '\u{dd}'),
    ("Yuml", '\u{178}'), ("Zcaron", '\u{17d}'), ("Zdot", '\u{17b}'), ("ZeroWidthSpace", '\u{200b}'),
    ("Zeta", '\u{396}'), ("aacute", '\u{e1}'), ("abreve", '\u{103}'), ("acirc", '\u{e2}'), ("acute", '\u{b4}'),
    ("aelig", '\u{e6}'), ("agrave", '\u{e0}'), ("alefsym", '\u{2135}'), ("alpha", '\u{3b1}'), ("amacr", '\u{101}'),
    ("amp", '&'), ("and", '\u{2227}'), ("ang", '\u{2220}'), ("aogon", '\u{105}'), ("apos", '\''), ("aring", '\u{e5}'),
    ("ast", '*'), ("asymp", '\u{2248}'), ("atilde", '\u{e3}'), ("auml", '\u{e4}'), ("bdquo", '\u{201e}'),
    ("beta", '\u{3b2}'), ("brvbar", '\u{a6}'), ("bsol", '\\'), ("bull", '\u{2022}'), ("cacute", '\u{107}'),
    ("cap", '\u{2229}'), ("caret", '\u{2041}'), ("ccaron", '\u{10d}'), ("ccedil", '\u{e7}'), ("cedil", '\u{b8}'),
    ("cent", '\u{a2}'), ("check", '\u{2713}'), ("chi", '\u{3c7}'), ("circ", '\u{2c6}'), ("clubs", '\u{2663}'),
    ("colon", ':'), ("comma", ','), ("commat", '@'), ("cong", '\u{2245}'), ("copy", '\u{a9}'), ("crarr", '\u{21b5}'),
    ("cup", '\u{222a}'), ("curren", '\u{a4}'), ("dArr", '\u{21d3}'), ("dagger", '\u{2020}'), ("darr", '\u{2193}'),
    ("dash", '\u{2010}'), ("dcaron", '\u{10f}'), ("deg", '\u{b0}'), ("delta", '\u{3b4}'), ("diams", '\u{2666}'),
    ("divide", '\u{f7}'), ("dollar", '$'), ("dstrok", '\u{111}'), ("eacute", '\u{e9}'), ("ecaron", '\u{11b}'),
    ("ecirc", '\u{ea}'), ("egrave", '\u{e8}'), ("emacr", '\u{113}'), ("empty", '\u{2205}'), ("emsp", '\u{2003}'),
    ("emsp13", '\u{2004}'), ("emsp14", '\u{2005}'), ("ensp", '\u{2002}'), ("eogon", '\u{119}'),
    ("epsilon", '\u{3b5}'), ("equals", '='), ("equiv", '\u{2261}'), ("eta", '\u{3b7}'), ("eth", '\u{f0}'),
    ("euml", '\u{eb}'), ("euro", '\u{20ac}'), ("excl", '!'), ("exist", '\u{2203}'), ("fnof", '\u{192}'),
    ("forall", '\u{2200}'), ("frac12", '\u{bd}'), ("frac13", '\u{2153}'), ("frac14", '\u{bc}'),
    ("frac15", '\u{2155}'), ("frac18", '\u{215b}'), ("frac23", '\u{2154}'), ("frac34", '\u{be}'),
    ("frac38", '\u{215c}'), ("frac58", '\u{215d}'), ("frac78", '\u{215e}'), ("frasl", '\u{2044}'),
    ("gamma", '\u{3b3}'), ("gbreve", '\u{11f}'), ("ge", '\u{2265}'), ("grave", '`'), ("gt", '>'),
    ("hArr", '\u{21d4}'), ("hairsp", '\u{200a}'), ("half", '\u{bd}'), ("harr", '\u{2194}'), ("hearts", '\u{2665}'),
    ("hellip", '\u{2026}'), ("horbar", '\u{2015}'), ("hyphen", '\u{2010}'), ("iacute", '\u{ed}'), ("icirc", '\u{ee}'),
    ("iexcl", '\u{a1}'), ("igrave", '\u{ec}'), ("imacr", '\u{12b}'), ("image", '\u{2111}'), ("infin", '\u{221e}'),
    ("inodot", '\u{131}'), ("int", '\u{222b}'), ("iota", '\u{3b9}'), ("iquest", '\u{bf}'), ("isin", '\u{2208}'),
    ("iuml", '\u{ef}'), ("kappa", '\u{3ba}'), ("lArr", '\u{21d0}'), ("lambda", '\u{3bb}'), ("lang", '\u{2329}'),
    ("laquo", '\u{ab}'), ("larr", '\u{2190}'), ("lcaron", '\u{13e}'), ("lceil", '\u{2308}'), ("lcub", '{'),
    ("ldquo", '\u{201c}'), ("ldquor", '\u{201e}'), ("le", '\u{2264}'), ("lfloor", '\u{230a}'), ("lowast", '\u{2217}'),
    ("lowbar", '_'), ("loz", '\u{25ca}'), ("lpar", '('), ("lrm", '\u{200e}'), ("lsaquo", '\u{2039}'), ("lsqb", '['),
    ("lsquo", '\u{2018}'), ("lsquor", '\u{201a}'), ("lstrok", '\u{142}'), ("lt", '<'), ("macr", '\u{af}'),
    ("mdash", '\u{2014}'), ("micro", '\u{b5}'), ("middot", '\u{b7}'), ("minus", '\u{2212}'), ("mldr", '\u{2026}'),
    ("mu", '\u{3bc}'), ("nabla", '\u{2207}'), ("nacute", '\u{144}'), ("nbsp", '\u{a0}'), ("ncaron", '\u{148}'),
    ("ndash", '\u{2013}'), ("ne", '\u{2260}'), ("ni", '\u{220b}'), ("nldr", '\u{2025}'), ("not", '\u{ac}'),
    ("notin", '\u{2209}'), ("nsub", '\u{2284}'), ("ntilde", '\u{f1}'), ("nu", '\u{3bd}'), ("num", '#'),
    ("numsp", '\u{2007}'), ("oacute", '\u{f3}'), ("ocirc", '\u{f4}'), ("odblac", '\u{151}'), ("oelig", '\u{153}'),
    ("ograve", '\u{f2}'), ("oline", '\u{203e}'), ("omacr", '\u{14d}'), ("omega", '\u{3c9}'), ("omicron", '\u{3bf}'),
    ("oplus", '\u{2295}'), ("or", '\u{2228}'), ("ordf", '\u{aa}'), ("ordm", '\u{ba}'), ("oslash", '\u{f8}'),
    ("otilde", '\u{f5}'), ("otimes", '\u{2297}'), ("ouml", '\u{f6}'), ("para", '\u{b6}'), ("part", '\u{2202}'),
    ("percnt", '%'), ("period", '.'), ("permil", '\u{2030}'), ("perp", '\u{22a5}'), ("phi", '\u{3c6}'),
    ("phone", '\u{260e}'), ("pi", '\u{3c0}'), ("piv", '\u{3d6}'), ("plus", '+'), ("plusmn", '\u{b1}'),
    ("pound", '\u{a3}'), ("prime", '\u{2032}'), ("prod", '\u{220f}'), ("prop", '\u{221d}'), ("psi", '\u{3c8}'),
    ("puncsp", '\u{2008}'), ("quest", '?'), ("quot", '"'), ("rArr", '\u{21d2}'), ("radic", '\u{221a}'),
    ("rang", '\u{232a}'), ("raquo", '\u{bb}'), ("rarr", '\u{2192}'), ("rcaron", '\u{159}'), ("rceil", '\u{2309}'),
    ("rcub", '}'), ("rdquo", '\u{201d}'), ("rdquor", '\u{201d}'), ("real", '\u{211c}'), ("reg", '\u{ae}'),
    ("rfloor", '\u{230b}'), ("rho", '\u{3c1}'), ("rlm", '\u{200f}'), ("rpar", ')'), ("rsaquo", '\u{203a}'),
    ("rsqb", ']'), ("rsquo", '\u{2019}'), ("rsquor", '\u{2019}'), ("sacute", '\u{15b}'), ("sbquo", '\u{201a}'),
    ("scaron", '\u{161}'), ("scedil", '\u{15f}'), ("sdot", '\u{22c5}'), ("sect", '\u{a7}'), ("semi", ';'),
    ("shy", '\u{ad}'), ("sigma", '\u{3c3}'), ("sigmaf", '\u{3c2}'), ("sim", '\u{223c}'), ("sol", '/'),
    ("spades", '\u{2660}'), ("star", '\u{2606}'), ("starf", '\u{2605}'), ("sub", '\u{2282}'), ("sube", '\u{2286}'),
    ("sum", '\u{2211}'), ("sup", '\u{2283}'), ("sup1", '\u{b9}'), ("sup2", '\u{b2}'), ("sup3", '\u{b3}'),
    ("supe", '\u{2287}'), ("szlig", '\u{df}'), ("tau", '\u{3c4}'), ("tcaron", '\u{165}'), ("tcedil", '\u{163}'),
    ("there4", '\u{2234}'), ("theta", '\u{3b8}'), ("thetasym", '\u{3d1}'), ("thinsp", '\u{2009}'),
    ("thorn", '\u{fe}'), ("tilde", '\u{2dc}'), ("times", '\u{d7}'), ("trade", '\u{2122}'), ("uArr", '\u{21d1}'),
    ("uacute", '\u{fa}'), ("uarr", '\u{2191}'), ("ucirc", '\u{fb}'), ("udblac", '\u{171}'), ("ugrave", '\u{f9}'),
    ("umacr", '\u{16b}'), ("uml", '\u{a8}'), ("upsih", '\u{3d2}'), ("upsilon", '\u{3c5}'), ("uring", '\u{16f}'),
    ("uuml", '\u{fc}'), ("vert", '|'), ("weierp", '\u{2118}'), ("xi", '\u{3be}'), ("yacute", '\u{fd}'),
    ("yen", '\u{a5}'), ("yuml", '\u{ff}'), ("zacute", '\u{17a}'), ("zcaron", '\u{17e}'), ("zdot", '\u{17c}'),
    ("zeta", '\u{3b6}'), ("zwj", '\u{200d}'), ("zwnj", '\u{200c}'),
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
