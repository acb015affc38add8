//! Numbers: digits and number words with their values.
//!
//! Tokens in, a value and the tokens read out. Looks at no more than the number itself. Knows nothing of units.

use crate::article::Article;
use crate::lexicon::class;
use crate::tokens::{Gap, Shape};

/// A number at a token.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Its value.
    pub value: f64,
    /// Token after its last.
    pub to: usize,
    /// Whether it is written in digits.
    pub digits: bool,
    /// Whether it holds a decimal point.
    pub decimal: bool,
}

/// Longest number in words, in tokens.
const LONGEST: usize = 14;
/// More digits than a float holds are not read.
const DIGITS: usize = 15;

/// The value of digits with grouping commas and one decimal point; `None` for anything else ("10,5", "1.2.3").
///
/// The value is a whole number over a power of ten, both exact, so that the quotient is the nearest float.
#[must_use]
pub fn digits(text: &str) -> Option<f64> {
    let (mut mantissa, mut scale, mut count) = (0u64, 1u64, 0usize);
    let mut point = false;
    let mut group: Option<usize> = None;
    for c in text.chars() {
        match c {
            '0'..='9' => {
                count += 1;
                if count > DIGITS {
                    return None;
                }
                mantissa = mantissa * 10 + u64::from(c as u32 - '0' as u32);
                if point {
                    scale *= 10;
                }
                group = group.map(|g| g + 1);
            }
            ',' if !point && group.is_none_or(|g| g == 3 || g == 2) => group = Some(0),
            '.' if !point && group.is_none_or(|g| g == 3) => {
                point = true;
                group = None;
            }
            c if crate::tokens::is_invisible(c) => {}
            _ => return None,
        }
    }
    (group.is_none_or(|g| g == 3) && count > 0).then(|| mantissa as f64 / scale as f64)
}

/// The number that starts at token `i`, scale words ("million") included.
#[must_use]
pub fn at(article: &Article<'_>, i: usize) -> Option<Number> {
    let token = article.at(i);
    if token.shape == Shape::Number {
        let value = digits(article.word(i))?;
        let decimal = article.word(i).contains('.');
        let mut number = Number { value, to: i + 1, digits: true, decimal };
        if article.shape(i + 1) == Shape::Fraction && article.at(i + 1).gap == Gap::None {
            number.value += fraction_sign(article.word(i + 1))?;
            number.to = i + 2;
        }
        if let Some(scale) = article.at(number.to).word.number(class::SCALE_WORD).filter(|_| {
            article.at(number.to).gap <= Gap::Space && article.shape(number.to) != Shape::Title
        }) {
            number.value *= scale;
            number.to += 1;
        }
        return Some(number);
    }
    if token.shape == Shape::Fraction {
        return Some(Number {
            value: fraction_sign(article.word(i))?,
            to: i + 1,
            digits: true,
            decimal: true,
        });
    }
    words(article, i)
}

fn fraction_sign(sign: &str) -> Option<f64> {
    let (over, under) = match sign {
        "½" => (1, 2),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "⅕" => (1, 5),
        "⅛" => (1, 8),
        _ => return None,
    };
    Some(f64::from(over) / f64::from(under))
}

/// "two hundred and five", "twenty-one", "half a million", "four and a half".
fn words(article: &Article<'_>, i: usize) -> Option<Number> {
    let (mut total, mut part, mut read) = (0.0, 0.0, false);
    let mut at = i;
    if (article.reads(i, "half") && article.reads(i + 1, "a"))
        && let Some(scale) = article.at(i + 2).word.number(class::SCALE_WORD)
    {
        return Some(Number { value: scale / 2.0, to: i + 3, digits: false, decimal: false });
    }
    if article.reads(i, "a") || article.reads(i, "an") {
        let scale = article.at(i + 1).word.number(class::SCALE_WORD)?;
        let dozen = article.reads(i + 1, "dozen") || scale >= 100.0;
        return dozen.then_some(Number { value: scale, to: i + 2, digits: false, decimal: false });
    }
    let mut last_small = f64::INFINITY;
    while at < i + LONGEST {
        let word = article.at(at).word;
        let glued = at > i && article.at(at).gap >= Gap::Line;
        if glued {
            break;
        }
        if let Some(small) = word.number(class::CARDINAL) {
            // "one two" are two numbers; "twenty one" is one.
            if read
                && !(small < 10.0 && last_small >= 20.0 && last_small < 100.0
                    || last_small >= 100.0)
            {
                break;
            }
            part += small;
            last_small = small;
            read = true;
            at += 1;
        } else if let Some(scale) = word.number(class::SCALE_WORD).filter(|_| read) {
            if scale == 100.0 || scale == 12.0 {
                part *= scale;
            } else {
                total += part * scale;
                part = 0.0;
            }
            last_small = scale;
            at += 1;
        } else if read
            && article.shape(at) == Shape::Hyphen
            && article.at(at).gap == Gap::None
            && article.at(at + 1).word.number(class::CARDINAL).is_some_and(|n| n < 10.0)
            && last_small >= 20.0
            && last_small < 100.0
        {
            at += 1;
        } else if read
            && article.reads(at, "and")
            && last_small >= 100.0
            && article.at(at + 1).word.number(class::CARDINAL).is_some()
        {
            at += 1;
        } else {
            break;
        }
    }
    read.then_some(Number { value: total + part, to: at, digits: false, decimal: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_digits() {
        for (text, value) in [
            ("5.6", Some(5.6)),
            ("1,000,000", Some(1e6)),
            ("10,5", None),
            ("1.2.3", None),
            ("0.1", Some(0.1)),
            ("12,34,567", Some(1_234_567.0)),
        ] {
            assert_eq!(digits(text), value, "of {text}");
        }
    }

    #[test]
    fn reads_words() {
        for (text, value) in [
            ("two hundred and five", 205.0),
            ("twenty-one", 21.0),
            ("half a million", 5e5),
            ("three million", 3e6),
            ("1.2 million", 1.2e6),
            ("a dozen", 12.0),
            ("six thousand four hundred", 6400.0),
            ("3½", 3.5),
        ] {
            let article = Article::new(text);
            let number = at(&article, 0);
            assert_eq!(number.map(|n| (n.value, n.to)), Some((value, article.len())), "of {text}");
        }
    }
}
