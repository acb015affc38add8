//! The article in tokens: what every later stage reads.
//!
//! Reads outside the text give [`Token::END`], so that stages look ahead and back without bounds checks.

use crate::lexicon::{Class, Gate, WordId};
use crate::text::Span;
use crate::tokens::{self, Gap, Shape, Token, tokenize};
use crate::work;
use std::ops::Range;

/// A text and its tokens.
#[derive(Debug)]
pub struct Article<'t> {
    text: &'t str,
    tokens: Vec<Token>,
}

/// A word or phrase of the lexicon found in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The entry.
    pub id: WordId,
    /// Tokens covered.
    pub len: usize,
}

/// Words of some length that a title has at least.
const TITLE_WORDS: usize = 4;

impl<'t> Article<'t> {
    /// Cuts the text into tokens.
    #[must_use]
    pub fn new(text: &'t str) -> Article<'t> {
        Article { text, tokens: tokenize(text) }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Number of tokens.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Token number `i`; [`Token::END`] outside the text.
    #[inline]
    #[must_use]
    pub fn at(&self, i: usize) -> Token {
        work::step();
        self.tokens.get(i).copied().unwrap_or(Token::END)
    }

    /// Which of the tokens `range` fit: what a pass over all of the text asks before anything else.
    #[inline]
    pub fn which(
        &self,
        range: Range<usize>,
        fits: impl Fn(&Token) -> bool,
    ) -> impl Iterator<Item = usize> {
        let (from, tokens) = (range.start, self.slice(range));
        let fit = move |(i, token): (usize, &Token)| {
            work::step();
            fits(token).then_some(i)
        };
        (from..).zip(tokens).filter_map(fit)
    }

    /// The last of the tokens `range` that fits.
    pub fn last(&self, range: Range<usize>, fits: impl Fn(&Token) -> bool) -> Option<usize> {
        let from = range.start;
        let step = |token: &Token| {
            work::step();
            fits(token)
        };
        self.slice(range).iter().rposition(step).map(|n| from + n)
    }

    /// What there is of the tokens `range`.
    #[inline]
    fn slice(&self, range: Range<usize>) -> &[Token] {
        self.tokens.get(range.start..range.end.min(self.tokens.len())).unwrap_or_default()
    }

    /// The token before number `i`; [`Token::END`] at the start.
    #[inline]
    #[must_use]
    pub fn before(&self, i: usize) -> Token {
        self.at(i.wrapping_sub(1))
    }

    /// The words of token `i`.
    #[inline(never)]
    #[must_use]
    pub fn word(&self, i: usize) -> &'t str {
        self.at(i).span().of(self.text)
    }

    /// Where the tokens `from..to` stand; empty where there are none.
    #[inline(never)]
    #[must_use]
    pub fn span(&self, from: usize, to: usize) -> Span {
        if from >= to {
            let at = self.tokens.get(from).map_or(self.text.len() as u32, |t| t.start);
            return Span::new(at, at);
        }
        let start = self.tokens.get(from).map_or(self.text.len() as u32, |t| t.start);
        let end = self.tokens.get(to - 1).map_or(self.text.len() as u32, |t| t.end);
        Span::new(start, end)
    }

    /// The words of the tokens `from..to`.
    #[inline(never)]
    #[must_use]
    pub fn words(&self, from: usize, to: usize) -> &'t str {
        self.span(from, to).of(self.text)
    }

    /// The words of the tokens `from..to`, for a report.
    #[inline(never)]
    #[must_use]
    pub fn wording(&self, from: usize, to: usize) -> String {
        self.words(from, to).to_owned()
    }

    /// The text from token `i` to the end of its line.
    #[must_use]
    pub fn line(&self, i: usize) -> &'t str {
        let rest = self.text.get(self.at(i).start as usize..).unwrap_or("");
        rest.lines().next().unwrap_or("")
    }

    /// The words of the tokens `from..to` as a reader has them: one blank wherever the text has white space, words
    /// that were cut at the end of a line in one piece, without invisible and reply marks.
    #[inline(never)]
    #[must_use]
    pub fn spaced(&self, from: usize, to: usize) -> String {
        let words = self.words(from, to);
        // Nearly all are.
        if self.is_plain(from, to) {
            return words.to_owned();
        }
        let mut out = String::with_capacity(words.len());
        for i in from..to {
            let token = self.at(i);
            let compound = token.gap == Gap::Line && self.before(i).shape == Shape::Hyphen;
            if i > from && token.gap > Gap::None && !compound {
                out.push(' ');
            }
            let word = self.word(i);
            let cut = word.contains('\n');
            match tokens::mangled::mark(word) {
                Some((_, c, _)) => out.push(c),
                None => out.extend(word.chars().filter(|c| {
                    let margin = matches!(c, ' ' | '\t' | '\r' | '\n' | '>' | '-' | '\u{2010}');
                    !tokens::is_invisible(*c) && !(margin && (cut || *c == ' '))
                })),
            }
        }
        out
    }

    /// Whether the tokens `from..to` are of common characters only, with one blank between two words and none inside any.
    #[must_use]
    pub fn is_plain(&self, from: usize, to: usize) -> bool {
        let gaps = || self.which(from + 1..to, |token| token.gap > Gap::None).count();
        blanks_of_plain(self.words(from, to)).is_some_and(|blanks| blanks == gaps())
    }

    /// Whether the word of token `i` has one of the classes.
    #[inline(never)]
    #[must_use]
    pub fn is(&self, i: usize, class: Class) -> bool {
        self.at(i).word.has(class)
    }

    /// The number that the word of token `i` stands for in `class`.
    #[inline(never)]
    #[must_use]
    pub fn number_at(&self, i: usize, class: Class) -> Option<f64> {
        self.at(i).word.number(class)
    }

    /// The text that the word of token `i` stands for in `class`.
    #[inline(never)]
    #[must_use]
    pub fn text_at(&self, i: usize, class: Class) -> Option<&'static str> {
        self.at(i).word.text(class)
    }

    /// Whether [`Article::find`] may find any of the gate's words: whether token `i`, or a phrase that starts with it,
    /// is one. What a stage asks first of every token.
    #[inline]
    #[must_use]
    pub fn opens(&self, i: usize, gate: Gate) -> bool {
        self.at(i).word.passes(gate)
    }

    /// Whether token `i` is this word (see `word!`), in small letters or capitals. "U.S." is not "us".
    #[inline(never)]
    #[must_use]
    pub fn reads(&self, i: usize, word: WordId) -> bool {
        let token = self.at(i);
        token.word == word && token.shape != Shape::Initialism
    }

    /// Whether token `i` is one of these words (see `words!`).
    #[inline(never)]
    #[must_use]
    pub fn reads_any(&self, i: usize, words: &[WordId]) -> bool {
        words.iter().any(|word| self.reads(i, *word))
    }

    /// Token `i`, or the one behind it where it is "the".
    #[must_use]
    pub fn past_the(&self, i: usize) -> usize {
        i + usize::from(self.reads(i, word!("the")))
    }

    /// Token `i`, or the one before it where that is "the".
    #[must_use]
    pub fn back_over_the(&self, i: usize) -> usize {
        i - usize::from(self.reads(i.wrapping_sub(1), word!("the")))
    }

    /// Whether token `i` is the possessive "'s", or the apostrophe of a plural.
    #[inline(never)]
    #[must_use]
    pub fn reads_clitic_s(&self, i: usize) -> bool {
        self.shape(i) == Shape::Clitic && self.word(i).ends_with(['s', 'S'])
    }

    /// "Day's", "Sanders’": whether what stands at token `i` makes the word before an owner.
    #[must_use]
    pub fn owns(&self, i: usize) -> bool {
        self.reads_clitic_s(i)
            || matches!(self.shape(i), Shape::SingleClose | Shape::SingleStraight)
                && self.at(i).gap == Gap::None
                && self.word(i.wrapping_sub(1)).ends_with('s')
    }

    /// "Mayor Says Mill Will ‘Never’ Close": whether nearly every word of some length in `from..to` has a capital.
    #[must_use]
    pub fn is_title(&self, from: usize, to: usize) -> bool {
        let long = (from..to).filter(|i| self.shape(*i).is_word() && self.word(*i).len() > 3);
        let (mut words, mut capitals) = (0, 0);
        for i in long {
            words += 1;
            capitals += usize::from(self.shape(i).is_capital());
        }
        words >= TITLE_WORDS && capitals * 5 >= words * 4
    }

    /// The shape of token `i`.
    #[inline(never)]
    #[must_use]
    pub fn shape(&self, i: usize) -> Shape {
        self.at(i).shape
    }

    /// The shape of the token before number `i`.
    #[inline(never)]
    #[must_use]
    pub fn shape_before(&self, i: usize) -> Shape {
        self.before(i).shape
    }

    /// The white space before token `i`.
    #[inline(never)]
    #[must_use]
    pub fn gap(&self, i: usize) -> Gap {
        self.at(i).gap
    }

    /// Whether [`Article::find`] finds something: no call for the many tokens with which nothing of the class starts.
    #[inline]
    #[must_use]
    pub fn finds(&self, i: usize, class: Class) -> bool {
        self.at(i).word.opens(class) && self.find(i, class).is_some()
    }

    /// The longest phrase or word with one of the classes that starts at token `i`.
    #[inline(never)]
    #[must_use]
    pub fn find(&self, i: usize, class: Class) -> Option<Hit> {
        let token = self.at(i);
        if !token.word.opens(class) {
            return None;
        }
        let second = self.at(i + 1);
        if second.word != WordId::NONE && second.gap < Gap::Blank {
            for (id, rest) in token.word.phrases(second.word) {
                let mut further = rest.iter().zip(i + 2..);
                if id.has(class)
                    && further.all(|(word, at)| {
                        let next = self.at(at);
                        next.word.0 == *word && next.gap < Gap::Blank
                    })
                {
                    return Some(Hit { id, len: rest.len() + 2 });
                }
            }
        }
        token.word.has(class).then_some(Hit { id: token.word, len: 1 })
    }
}

/// How many blanks there are in words of letters, digits and the commonest marks; `None` where there is more.
fn blanks_of_plain(words: &str) -> Option<usize> {
    let mut blanks = 0;
    for c in words.chars() {
        match c {
            ' ' => blanks += 1,
            '!'..='~' | '£' | '–' | '‘' | '’' | '“' | '”' | '€' => {}
            _ => return None,
        }
    }
    Some(blanks)
}

/// Words with one blank between them.
pub(crate) fn one_blank(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
