//! Grades in the text: words of a scale, codes, numbers out of a maximum, stars and percentages.

use crate::article::Article;
use crate::lexicon::class;
use crate::ratings::scales;
use crate::tokens::{Gap, Shape};

/// How a grade is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// A word or code of the lexicon.
    Word,
    /// "3/5", "three stars", "★★★": number and maximum, the maximum 0 where the text leaves it open.
    Number(u32, u32),
    /// "★★★☆☆": nothing but a grade.
    Glyphs(u32, u32),
    /// "91%".
    Percent,
    /// "negative" of an outlook.
    Outlook,
}

/// A grade word in the text.
#[derive(Clone, Debug)]
pub struct Grade {
    /// First token.
    pub from: usize,
    /// Token after the last.
    pub to: usize,
    /// How it is written.
    pub form: Form,
    /// Scale and rank of each scale that has it.
    pub rows: Vec<(u8, u8)>,
}

fn small_number(article: &Article<'_>, i: usize) -> Option<u32> {
    const WORDS: [&str; 11] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    if article.shape(i) == Shape::Number {
        let word = article.word(i);
        return if word.len() <= 3 { word.parse::<u32>().ok() } else { None };
    }
    WORDS.iter().position(|w| article.reads(i, w)).map(|n| n as u32)
}

/// The grade that starts at token `i`, if any.
#[must_use]
pub fn at(article: &Article<'_>, i: usize) -> Option<Grade> {
    if article.shape(i) == Shape::Star {
        return glyphs(article, i);
    }
    if let Some(n) = small_number(article, i)
        && let Some(grade) = number(article, i, n)
    {
        return Some(grade);
    }
    if article.is(i, class::OUTLOOK)
        && (i.saturating_sub(20)..i + 3).any(|k| article.reads(k, "outlook"))
    {
        return Some(Grade { from: i, to: i + 1, form: Form::Outlook, rows: Vec::new() });
    }
    let hit = article.find(i, class::GRADE)?;
    let first = article.at(i);
    let rows: Vec<(u8, u8)> = scales::rows(hit.id, class::GRADE)
        .iter()
        .copied()
        .filter(|(scale, rank)| {
            // Codes are printed in capitals, or "A-minus".
            scales::get(*scale).and_then(|s| s.grades.get(usize::from(*rank))).is_some_and(|name| {
                !is_code(name)
                    || first.shape.is_capital()
                    || first.shape == Shape::Code
                    || hit.len > 1
            })
        })
        .collect();
    (!rows.is_empty()).then_some(Grade { from: i, to: i + hit.len, form: Form::Word, rows })
}

/// Whether a grade's name is a code ("Baa1", "A", "C3") rather than a word.
#[must_use]
pub fn is_code(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.len() == 1
        || bytes.iter().any(|b| b.is_ascii_digit() || matches!(b, b'+' | b'*'))
        || bytes.iter().filter(|b| b.is_ascii_uppercase()).count() == bytes.len()
        || name.ends_with('-')
        || matches!(name, "Aaa" | "Ca")
}

fn glyphs(article: &Article<'_>, i: usize) -> Option<Grade> {
    if article.before(i).shape == Shape::Star && article.at(i).gap == Gap::None {
        return None;
    }
    let (mut full, mut all) = (0, 0);
    while all < 10
        && article.shape(i + all) == Shape::Star
        && (all == 0 || article.at(i + all).gap <= Gap::Space)
    {
        full += u32::from(article.word(i + all) != "☆");
        all += 1;
    }
    let max = if (all as u32) < 5 { 5 } else { all as u32 };
    (all <= 5).then(|| Grade {
        from: i,
        to: i + all,
        form: Form::Glyphs(full, max),
        rows: Vec::new(),
    })
}

fn number(article: &Article<'_>, i: usize, n: u32) -> Option<Grade> {
    let grade = |to, max| {
        (max == 0 || n <= max).then_some(Grade {
            from: i,
            to,
            form: Form::Number(n, max),
            rows: Vec::new(),
        })
    };
    let mut j = i + 1;
    if article.shape(j) == Shape::Percent || article.reads(j, "percent") {
        return Some(Grade { from: i, to: j + 1, form: Form::Percent, rows: Vec::new() });
    }
    if matches!(article.shape(j), Shape::Hyphen) {
        j += 1;
    }
    let star = article.reads(j, "star") || article.reads(j, "stars");
    if star {
        if article.reads(j + 1, "out") && article.reads(j + 2, "of") {
            return grade(j + 4, small_number(article, j + 3)?);
        }
        return grade(j + 1, 0);
    }
    if article.reads(i + 1, "out") && article.reads(i + 2, "of") {
        return grade(i + 4, small_number(article, i + 3)?);
    }
    if article.shape(i + 1) == Shape::Slash
        && article.at(i + 1).gap == Gap::None
        && article.at(i + 2).gap == Gap::None
    {
        let max = small_number(article, i + 2)?;
        return if matches!(max, 5 | 10 | 100) { grade(i + 3, max) } else { None };
    }
    None
}

/// A bare number as a grade: "a score of zero".
#[must_use]
pub fn bare(article: &Article<'_>, i: usize) -> Option<Grade> {
    let n = small_number(article, i)?;
    Some(Grade { from: i, to: i + 1, form: Form::Number(n, 0), rows: Vec::new() })
}
