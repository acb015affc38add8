//! Tokens: the only loop over the article's characters.
//!
//! Text in, words, numbers and marks out, each with its span, its shape, the gap before it and its word in the
//! lexicon. Nothing is normalised: curly marks, no-break spaces and invisible characters are shapes, not edits.

pub mod mangled;

use crate::lexicon::{self, WordId};
use crate::text::{Span, alike};
use crate::work;

/// A word, number or mark of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// Its word in the lexicon, [`WordId::NONE`] if it is not there.
    pub word: WordId,
    /// What it looks like.
    pub shape: Shape,
    /// What stands between the token before and this one.
    pub gap: Gap,
}

impl Token {
    /// What a read outside the text gives.
    pub const END: Token = Token {
        start: u32::MAX,
        end: u32::MAX,
        word: WordId::NONE,
        shape: Shape::End,
        gap: Gap::Blank,
    };

    /// The token's place in the text.
    #[must_use]
    #[inline]
    pub fn span(self) -> Span {
        Span { start: self.start, end: self.end }
    }
}

/// White space before a token, the widest wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: the token is glued to the one before.
    None,
    /// Blanks.
    Space,
    /// One line end.
    Line,
    /// An empty line, or the edge of the text.
    Blank,
}

/// What a token looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Outside the text.
    End,
    /// "council".
    Lower,
    /// "Council", "McDonald", "O'Brien".
    Title,
    /// One capital letter: "A", "J".
    Capital,
    /// "OFSTED", "CQC".
    Upper,
    /// "iPhone", "eBay".
    Mixed,
    /// Letters, then digits: "A38", "G7".
    Code,
    /// Letters with full stops: "U.S.", "p.m.".
    Initialism,
    /// "'s", "’ll" after a word.
    Clitic,
    /// "https://…", "www.…".
    Url,
    /// Digits, with inner commas and points: "1,000", "5.6".
    Number,
    /// One character that is a fraction: "½".
    Fraction,
    /// `.`
    Period,
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// `:`
    Colon,
    /// `?`
    Question,
    /// `!`
    Exclamation,
    /// `…` or two and more full stops.
    Ellipsis,
    /// `-` glued on at least one side.
    Hyphen,
    /// `–`, `—`, `--`, or `-` between blanks.
    Dash,
    /// `/`
    Slash,
    /// `(`, `[`, `{`
    Open,
    /// `)`, `]`, `}`
    Close,
    /// `£`, `$`, `€`…
    Currency,
    /// `%`
    Percent,
    /// `&`
    Ampersand,
    /// `•`, `*`, `|` and the like.
    Bullet,
    /// `★`, `☆`
    Star,
    /// `"` or `''`: opens or closes.
    DoubleStraight,
    /// `“`, `„`
    DoubleOpen,
    /// `”`
    DoubleClose,
    /// `'`: opens, closes, or is an apostrophe.
    SingleStraight,
    /// `‘`, a back-tick.
    SingleOpen,
    /// `’`: closes, or is an apostrophe.
    SingleClose,
    /// `«`, `‹`
    GuillemetOpen,
    /// `»`, `›`
    GuillemetClose,
    /// Anything else.
    Symbol,
}

impl Shape {
    /// Letters, whatever their case.
    #[must_use]
    #[inline]
    pub fn is_word(self) -> bool {
        matches!(
            self,
            Shape::Lower
                | Shape::Title
                | Shape::Capital
                | Shape::Upper
                | Shape::Mixed
                | Shape::Code
                | Shape::Initialism
        )
    }

    /// A word that starts with a capital letter.
    #[must_use]
    #[inline]
    pub fn is_capital(self) -> bool {
        matches!(self, Shape::Title | Shape::Capital | Shape::Upper)
    }

    /// A quote mark of any kind.
    #[must_use]
    #[inline]
    pub fn is_quote_mark(self) -> bool {
        matches!(
            self,
            Shape::DoubleStraight
                | Shape::DoubleOpen
                | Shape::DoubleClose
                | Shape::SingleStraight
                | Shape::SingleOpen
                | Shape::SingleClose
                | Shape::GuillemetOpen
                | Shape::GuillemetClose
        )
    }
}

/// The small letter of `c`, for the alphabets that news in English prints.
#[must_use]
#[inline]
pub fn lower(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { lower_beyond_ascii(c) }
}

#[inline(never)]
fn lower_beyond_ascii(c: char) -> char {
    let small = match c {
        'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => c as u32 + 32,
        'Ѐ'..='Џ' => c as u32 + 80,
        'Ÿ' => 'ÿ' as u32,
        'Ĺ'..='Ň' | 'Ź'..='Ž' => c as u32 + c as u32 % 2,
        'Ā'..='ķ' | 'Ŋ'..='ŷ' => c as u32 | 1,
        '’' => '\'' as u32,
        _ => return c,
    };
    char::from_u32(small).unwrap_or(c)
}

#[inline]
fn is_upper(c: char) -> bool {
    lower(c) != c && c != '’'
}

/// Whether `c` is a letter or a digit, in any script that news prints.
#[must_use]
pub fn is_alphanumeric(c: char) -> bool {
    matches!(class(c), Class::Letter | Class::Digit)
}

/// Whether `c` is a small letter of an alphabet that has capitals; the standard library's tables for all of them would
/// add kilobytes to the wasm.
#[must_use]
pub fn is_small(c: char) -> bool {
    match c {
        'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'α'..='ω' | 'а'..='џ' => true,
        'Ā'..='ž' => lower(c) == c,
        _ => false,
    }
}

/// Whether `c` has no width: soft hyphens, joiners, direction marks.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    class(c) == Class::Ignored
}

/// What one character is to the tokenizer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Blank,
    Newline,
    /// Zero width: joins what stands around it.
    Ignored,
    Mark(Shape),
}

/// What the characters of ASCII are: most of any article.
#[allow(clippy::indexing_slicing, reason = "it stops the compiler, and meets no text")]
static ASCII: [Class; 128] = {
    let mut classes = [Class::Letter; 128];
    let mut code = 0;
    while code < 128 {
        classes[code] = wide_class(code as u8 as char);
        code += 1;
    }
    classes
};

#[inline]
fn class(c: char) -> Class {
    ASCII.get(c as usize).copied().unwrap_or_else(|| wide_class(c))
}

const fn wide_class(c: char) -> Class {
    use Class::*;
    match c {
        'a'..='z' | 'A'..='Z' => Letter,
        '0'..='9' => Digit,
        ' ' | '\t' => Blank,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Newline,
        '.' => Mark(Shape::Period),
        ',' => Mark(Shape::Comma),
        ';' => Mark(Shape::Semicolon),
        ':' => Mark(Shape::Colon),
        '?' => Mark(Shape::Question),
        '!' => Mark(Shape::Exclamation),
        '-' | '\u{2010}' | '\u{2011}' | '\u{2212}' => Mark(Shape::Hyphen),
        '\u{2012}'..='\u{2015}' => Mark(Shape::Dash),
        '…' => Mark(Shape::Ellipsis),
        '/' => Mark(Shape::Slash),
        '(' | '[' | '{' => Mark(Shape::Open),
        ')' | ']' | '}' => Mark(Shape::Close),
        '$' | '£' | '€' | '¢' | '¥' | '\u{20a0}'..='\u{20cf}' | '฿' => Mark(Shape::Currency),
        '%' => Mark(Shape::Percent),
        '&' => Mark(Shape::Ampersand),
        '•' | '*' | '|' | '·' | '▪' | '●' | '◦' | '‣' | '►' | '▶' => {
            Mark(Shape::Bullet)
        }
        '★' | '☆' | '⭐' => Mark(Shape::Star),
        '"' | '＂' => Mark(Shape::DoubleStraight),
        '“' | '„' | '‟' => Mark(Shape::DoubleOpen),
        '”' => Mark(Shape::DoubleClose),
        '\'' => Mark(Shape::SingleStraight),
        '‘' | '‚' | '‛' | '`' => Mark(Shape::SingleOpen),
        '’' | '´' => Mark(Shape::SingleClose),
        '«' | '‹' => Mark(Shape::GuillemetOpen),
        '»' | '›' => Mark(Shape::GuillemetClose),
        '¼' | '½' | '¾' | '\u{2150}'..='\u{215e}' => Mark(Shape::Fraction),
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Blank
        }
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => Ignored,
        'ª' | 'µ' | 'º' => Letter,
        '\0'..='\u{bf}'
        | '×'
        | '÷'
        | '\u{2000}'..='\u{2bff}'
        | '\u{3001}'..='\u{303f}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{fff0}'..='\u{ffff}'
        | '\u{1f000}'..='\u{1faff}' => Mark(Shape::Symbol),
        _ => Letter,
    }
}

/// Characters of the text with their places, one ahead.
struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    #[inline]
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    #[inline]
    fn peek(&self) -> Option<char> {
        let first = *self.text.as_bytes().get(self.at)?;
        if first.is_ascii() { Some(char::from(first)) } else { self.peek_beyond_ascii() }
    }

    #[inline(never)]
    fn peek_beyond_ascii(&self) -> Option<char> {
        self.rest().chars().next()
    }

    #[inline]
    fn peek_class(&self) -> Option<Class> {
        self.peek().map(class)
    }

    #[inline]
    fn bump(&mut self) -> Option<char> {
        work::step();
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }
}

/// Longest run of letters after an apostrophe that is looked at to tell what the apostrophe is.
const APOSTROPHE_REACH: usize = 16;

/// Cuts `text` into tokens.
#[must_use]
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 4 + 8);
    let mut reader = Reader { text, at: 0 };
    let mut gap = Gap::Blank;
    while let Some(c) = reader.peek() {
        let start = reader.at;
        let kind = match c {
            // The mark of a quoted mail: "> We shall come."
            '>' if gap >= Gap::Line => Class::Blank,
            'Â' if mangled::is_stray(reader.rest()) => Class::Ignored,
            _ => class(c),
        };
        let (shape, word) = match kind {
            Class::Blank => {
                reader.bump();
                gap = gap.max(Gap::Space);
                continue;
            }
            Class::Newline => {
                reader.bump();
                if c == '\r' && reader.peek() == Some('\n') {
                    reader.bump();
                }
                gap = if gap >= Gap::Line || c == '\u{2029}' { Gap::Blank } else { Gap::Line };
                continue;
            }
            Class::Ignored => {
                reader.bump();
                continue;
            }
            Class::Letter if c.is_ascii() => {
                plain_word(&mut reader).unwrap_or_else(|| read_word(&mut reader))
            }
            Class::Letter => match mangled::mark(reader.rest()) {
                Some((shape, c, len)) => {
                    work::steps(len);
                    reader.at += len;
                    read_mark(&mut reader, shape, c, gap, tokens.last())
                }
                None => read_word(&mut reader),
            },
            Class::Digit => {
                let shape = read_number(&mut reader);
                let digits = reader.text.get(start..reader.at).unwrap_or("");
                (shape, lexicon::look_up_word(&[digits]))
            }
            Class::Mark(shape) => {
                reader.bump();
                read_mark(&mut reader, shape, c, gap, tokens.last())
            }
        };
        let token = Token { start: start as u32, end: reader.at as u32, word, shape, gap };
        match drop_cap(text, tokens.last(), token) {
            Some(whole) => {
                tokens.pop();
                tokens.push(whole);
            }
            None => tokens.push(token),
        }
        gap = Gap::None;
    }
    tokens
}

/// "T he council": the word whose first letter was set so large that it was copied apart from it.
fn drop_cap(text: &str, before: Option<&Token>, token: Token) -> Option<Token> {
    let letter = before.filter(|b| b.shape == Shape::Capital && b.gap >= Gap::Line)?;
    let alone = token.gap == Gap::Line && letter.gap == Gap::Blank;
    if token.shape != Shape::Lower || !(token.gap == Gap::Space || alone) {
        return None;
    }
    let (first, rest) = (letter.span().of(text), token.span().of(text));
    let whole = lexicon::look_up_word(&[first, rest]);
    // "A" and "I" are words, and a capital may be a name.
    let joins = match (whole, token.word) {
        (WordId::NONE, WordId::NONE) => !matches!(first, "A" | "I" | "O") && !alone,
        (WordId::NONE, _) => false,
        (_, WordId::NONE) => true,
        _ => !matches!(first, "A" | "I" | "O"),
    };
    let word =
        Token { start: letter.start, word: whole, shape: Shape::Title, gap: letter.gap, ..token };
    joins.then_some(word)
}

/// Reads a mark whose first character `c` has been taken; joins the marks that are written with several.
fn read_mark(
    reader: &mut Reader<'_>,
    shape: Shape,
    c: char,
    gap: Gap,
    before: Option<&Token>,
) -> (Shape, WordId) {
    let shape = match shape {
        Shape::Period if reader.peek() == Some('.') => {
            while reader.peek() == Some('.') {
                reader.bump();
            }
            Shape::Ellipsis
        }
        Shape::Hyphen if c == '-' && reader.peek() == Some('-') => {
            while reader.peek() == Some('-') {
                reader.bump();
            }
            Shape::Dash
        }
        Shape::Hyphen
            if gap != Gap::None
                && !matches!(
                    reader.peek_class(),
                    Some(Class::Letter | Class::Digit | Class::Mark(_))
                ) =>
        {
            Shape::Dash
        }
        // “…'''”: the inner mark closes before the doubled one.
        Shape::SingleStraight
            if reader.peek() == Some('\'')
                && !(gap == Gap::None
                    && reader.rest().starts_with("''")
                    && !reader.rest().starts_with("'''")) =>
        {
            reader.bump();
            Shape::DoubleStraight
        }
        Shape::SingleOpen if c == '`' && reader.peek() == Some('`') => {
            reader.bump();
            Shape::DoubleOpen
        }
        Shape::SingleStraight | Shape::SingleClose
            if gap == Gap::None
                && before.is_some_and(|t| t.shape.is_word() || t.shape == Shape::Number) =>
        {
            if let Some(len) = clitic(reader.rest()) {
                reader.at += len;
                return (
                    Shape::Clitic,
                    lexicon::look_up_word(&[
                        "'",
                        reader.text.get(reader.at - len..reader.at).unwrap_or(""),
                    ]),
                );
            }
            shape
        }
        _ => shape,
    };
    let mark = match shape {
        Shape::Dash => '–',
        Shape::Hyphen => '-',
        Shape::SingleClose | Shape::SingleStraight => '\'',
        _ => c,
    };
    (shape, lexicon::look_up_mark(mark))
}

/// Bytes of the letters of a clitic ("s", "ll", "re"…) at the start of `rest`, which follows an apostrophe.
fn clitic(rest: &str) -> Option<usize> {
    let letters = rest.chars().take(3).take_while(|c| class(*c) == Class::Letter);
    let len: usize = letters.map(char::len_utf8).sum();
    let word = rest.get(..len)?;
    let known = ["s", "ll", "re", "ve", "d", "m"].iter().any(|c| alike(c, word));
    known.then_some(len)
}

/// Nearly every word: letters of ASCII, and behind them what neither belongs to a word nor changes it.
#[inline]
fn plain_word(reader: &mut Reader<'_>) -> Option<(Shape, WordId)> {
    let rest = reader.rest();
    let mut hash = lexicon::Hash::new();
    let (mut letters, mut capitals) = (0, 0);
    for byte in rest.bytes().take_while(u8::is_ascii_alphabetic) {
        letters += 1;
        capitals += usize::from(byte.is_ascii_uppercase());
        hash.push(char::from(byte.to_ascii_lowercase()));
    }
    work::steps(letters);
    let ends = match rest.as_bytes().get(letters) {
        None | Some(b' ' | b'\n' | b'\r' | b'\t' | b',' | b';' | b'?' | b'!' | b')' | b'"') => true,
        // Neither "U.S." nor "www.".
        Some(b'.') => letters > 1 && !rest.starts_with(['w', 'W']),
        _ => false,
    };
    if !ends {
        return None;
    }
    let word = rest.get(..letters)?;
    reader.at += letters;
    let shape = shape_of(word.starts_with(|c: char| c.is_ascii_uppercase()), capitals, letters);
    Some((shape, lexicon::look_up(hash, word)))
}

/// The shape of a word of letters.
#[inline]
fn shape_of(first_capital: bool, capitals: usize, letters: usize) -> Shape {
    match (first_capital, capitals) {
        (false, 0) => Shape::Lower,
        (true, 1) if letters == 1 => Shape::Capital,
        (true, n) if n == letters => Shape::Upper,
        (true, _) => Shape::Title,
        (false, _) => Shape::Mixed,
    }
}

fn read_word(reader: &mut Reader<'_>) -> (Shape, WordId) {
    let start = reader.at;
    if let Some(len) = url(reader.rest()) {
        reader.at += len;
        return (Shape::Url, WordId::NONE);
    }
    if let Some((len, id)) = initialism(reader.rest()) {
        reader.at += len;
        return (Shape::Initialism, id);
    }
    let mut hash = lexicon::Hash::new();
    let (mut letters, mut capitals, mut digits) = (0usize, 0usize, 0usize);
    let mut first_capital = false;
    let mut broken = None;
    while let Some(c) = reader.peek() {
        match class(c) {
            Class::Letter if c == 'â' && mangled::mark(reader.rest()).is_some() => break,
            Class::Letter => {
                if is_upper(c) {
                    first_capital |= letters == 0;
                    capitals += 1;
                }
                letters += 1;
                hash.push(lower(c));
            }
            // "USD115", "Rs20": a currency's code, then the number.
            Class::Digit
                if digits == 0
                    && (letters == 2 || letters == 3)
                    && capitals > 0
                    && lexicon::look_up(hash, reader.text.get(start..reader.at).unwrap_or(""))
                        .is(lexicon::class::MONEY_SIGN) =>
            {
                break;
            }
            Class::Digit => {
                digits += 1;
                hash.push(c);
            }
            Class::Ignored => {}
            Class::Mark(Shape::SingleStraight | Shape::SingleClose)
                if digits == 0
                    && apostrophe_inside(
                        letters,
                        reader.text.get(start..reader.at),
                        reader.rest(),
                    ) =>
            {
                hash.push('\'');
            }
            Class::Mark(Shape::Hyphen) if broken.is_none() && letters > 1 && digits == 0 => {
                let head = reader.text.get(start..reader.at).unwrap_or("");
                let Some(len) = line_end(head, reader.rest()) else { break };
                broken = Some((head, reader.at + len));
                reader.at += len;
                work::steps(len);
                continue;
            }
            _ => break,
        }
        reader.bump();
    }
    let shape = if digits > 0 { Shape::Code } else { shape_of(first_capital, capitals, letters) };
    let word = match broken {
        Some((head, tail)) => {
            lexicon::look_up_word(&[head, reader.text.get(tail..reader.at).unwrap_or("")])
        }
        None => lexicon::look_up(hash, reader.text.get(start..reader.at).unwrap_or("")),
    };
    (shape, word)
}

/// Most characters of a line's beginning that are passed to find the rest of a word: blanks and reply marks.
const MARGIN: usize = 16;
/// Most letters of the rest of a word that are looked at.
const REST: usize = 24;

/// Bytes from the hyphen at the start of `rest` to the second part of a word that was cut at the end of its line.
///
/// A part that is a word by itself stays one, as in "well-known", unless both together are a word too.
fn line_end(head: &str, rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices();
    chars.next()?;
    let mut lines = 0;
    let (at, _) = chars.take(MARGIN).find(|(_, c)| {
        lines += usize::from(*c == '\n');
        let reply = lines == 1 && *c == '>';
        !(reply || matches!(c, ' ' | '\t' | '\r' | '\n'))
    })?;
    let after = rest.get(at..)?;
    let letters = after.chars().take(REST).take_while(|c| class(*c) == Class::Letter);
    let tail = after.get(..letters.map(char::len_utf8).sum())?;
    let small = tail.chars().next().is_some_and(|c| !is_upper(c));
    let known = |parts: &[&str]| lexicon::look_up_word(parts) != WordId::NONE;
    (lines == 1 && small && (!known(&[tail]) || known(&[head, tail]))).then_some(at)
}

/// Whether the apostrophe at the start of `rest` is a letter of the word `before` it: "O'Brien", "don't", "Qur'an".
fn apostrophe_inside(letters: usize, before: Option<&str>, rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next();
    let after = chars.as_str();
    let run =
        after.chars().take(APOSTROPHE_REACH).take_while(|c| class(*c) == Class::Letter).count();
    if run == 0 {
        return false;
    }
    let next = after.chars().nth(run).map(class);
    let ends_n = before.is_some_and(|b| b.ends_with(['n', 'N']));
    if run == 1 && ends_n && after.starts_with(['t', 'T']) {
        return true;
    }
    if clitic(after).is_some() {
        return false;
    }
    let marked = matches!(next, Some(Class::Mark(shape)) if shape.is_quote_mark());
    !marked && (letters == 1 || run <= 4)
}

/// Bytes of a web address at the start of `rest`.
fn url(rest: &str) -> Option<usize> {
    let starts = |prefix: &str| rest.get(..prefix.len()).is_some_and(|head| alike(head, prefix));
    if !(starts("http://") || starts("https://") || starts("www.")) {
        return None;
    }
    let end = rest.find(|c: char| {
        matches!(class(c), Class::Blank | Class::Newline)
            || matches!(c, '<' | '>' | '"' | '“' | '”' | '’' | '‘' | ')' | ']')
    });
    let address = rest.get(..end.unwrap_or(rest.len())).unwrap_or(rest);
    Some(address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']).len())
}

/// Most letters of an initialism; longer rows of "a.b.c." are no word.
const INITIALISM_LETTERS: usize = 8;

/// Bytes and word of "U.S.", "p.m.", "U.K" at the start of `rest`.
fn initialism(rest: &str) -> Option<(usize, WordId)> {
    let mut hash = lexicon::Hash::new();
    let (mut len, mut letters) = (0, 0);
    let mut chars = rest.chars().peekable();
    while letters < INITIALISM_LETTERS {
        let Some(c) = chars.next() else { break };
        if class(c) != Class::Letter {
            break;
        }
        let dot = chars.next_if_eq(&'.').is_some();
        let ends_here =
            !dot && letters > 0 && chars.peek().is_none_or(|c| class(*c) != Class::Letter);
        if !dot && !ends_here {
            return None;
        }
        letters += 1;
        len += c.len_utf8() + usize::from(dot);
        hash.push(lower(c));
        if dot {
            hash.push('.');
        }
        if ends_here || chars.peek().is_none_or(|c| class(*c) != Class::Letter) {
            break;
        }
    }
    if letters < 2 {
        return None;
    }
    Some((len, lexicon::look_up(hash, rest.get(..len)?)))
}

/// "202410:42": a year that was copied without the blank before the time of day.
fn year_and_clock(rest: &str) -> bool {
    let digit = |b: &u8| b.is_ascii_digit();
    match rest.as_bytes() {
        [b'2', b'0', y1, y2, h, b':', m, ..] => [y1, y2, h, m].into_iter().all(digit),
        [b'2', b'0', y1, y2, h1, h2, b':', m, ..] => [y1, y2, h1, h2, m].into_iter().all(digit),
        _ => false,
    }
}

/// Digits with single commas and points between them.
fn read_number(reader: &mut Reader<'_>) -> Shape {
    if year_and_clock(reader.rest()) {
        reader.at += 4;
        return Shape::Number;
    }
    while let Some(c) = reader.peek() {
        let goes_on = match class(c) {
            Class::Digit | Class::Ignored => true,
            Class::Mark(Shape::Comma | Shape::Period) => {
                reader.rest().chars().nth(1).is_some_and(|next| next.is_ascii_digit())
            }
            _ => false,
        };
        if !goes_on {
            break;
        }
        reader.bump();
    }
    Shape::Number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        tokenize(text).iter().map(|t| t.span().of(text)).collect()
    }

    #[test]
    fn cuts_words_numbers_and_marks() {
        #[rustfmt::skip]
        let cases = [
            ("children's services",      "children|'s|services"),
            ("social workers’ caseloads", "social|workers|’|caseloads"),
            ("O’Brien doesn’t",          "O’Brien|doesn’t"),
            ("rated as'inadequate'",     "rated|as|'|inadequate|'"),
            ("an extra £5.6m,",          "an|extra|£|5.6|m|,"),
            ("1,000,000 or 10,5",        "1,000,000|or|10,5"),
            ("four-year old",            "four|-|year|old"),
            ("he said - then",           "he|said|-|then"),
            ("the U.S. at 9.30 p.m.",    "the|U.S.|at|9.30|p.m."),
            ("Mr. A. Smith",             "Mr|.|A|.|Smith"),
            ("''unfair''",               "''|unfair|''"),
            ("the A38 and 2015/16",      "the|A38|and|2015|/|16"),
            ("see https://a.example/b.", "see|https://a.example/b|."),
            ("wait... what",             "wait|...|what"),
            ("in\u{200b}visible a\u{a0}b", "in\u{200b}visible|a|b"),
            ("accord-\ning to well-\nknown", "accord-\ning|to|well|-|known"),
            ("the coun-  \r\n> > cil -\nwas", "the|coun-  \r\n> > cil|-|was"),
            ("> We shall\n>> come > go",  "We|shall|come|>|go"),
            ("T he council\n\nA dog, I think", "T he|council|A|dog|,|I|think"),
            ("3, 202410:42 AM",          "3|,|2024|10|:|42|AM"),
            ("M arlow. Plan B of", "M arlow|.|Plan|B|of"),
            ("â€œNoâ€\u{9d}, itâ€™s Â£5 â€“ so", "â€œ|No|â€\u{9d}|,|it|â€™s|£|5|â€“|so"),
        ];
        for (text, expected) in cases {
            assert_eq!(cut(text).join("|"), expected, "in {text:?}");
        }
    }

    #[test]
    fn knows_shapes_and_gaps() {
        let text = "The CQC's iPhone, 5 - A\nb\r\n\r\nÉmile's 80% “x”";
        let shapes: Vec<_> = tokenize(text).iter().map(|t| (t.shape, t.gap)).collect();
        use Shape::*;
        #[rustfmt::skip]
        let expected = [
            (Title, Gap::Blank), (Upper, Gap::Space), (Clitic, Gap::None), (Mixed, Gap::Space), (Comma, Gap::None),
            (Number, Gap::Space), (Dash, Gap::Space), (Capital, Gap::Space), (Lower, Gap::Line), (Title, Gap::Blank),
            (Clitic, Gap::None), (Number, Gap::Space), (Percent, Gap::None), (DoubleOpen, Gap::Space),
            (Lower, Gap::None), (DoubleClose, Gap::None),
        ];
        assert_eq!(shapes, expected);
    }

    #[test]
    fn knows_words_that_were_cut_apart() {
        for (text, word) in
            [("nine mil-\nlion", "million"), ("T he mill", "the"), ("the mil\u{ad}lion", "million")]
        {
            let known = lexicon::look_up_word(&[word]);
            assert!(known != WordId::NONE);
            assert!(tokenize(text).iter().any(|t| t.word == known), "{word} in {text:?}");
        }
    }

    #[test]
    fn small_letters() {
        for (capital, small) in [
            ('É', 'é'),
            ('Š', 'š'),
            ('Ł', 'ł'),
            ('Ž', 'ž'),
            ('Ÿ', 'ÿ'),
            ('Ω', 'ω'),
            ('Ж', 'ж'),
            ('ß', 'ß'),
            ('š', 'š'),
            ('ł', 'ł'),
            ('×', '×'),
        ] {
            assert_eq!(lower(capital), small, "of {capital}");
        }
    }
}
