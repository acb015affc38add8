//! What holds of the report of any text. The fuzzing asks the same of what it tries.

#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, which is what it is for"
)]
#![allow(dead_code, reason = "everybody who takes this file in needs only a part of it")]

use factbox::report::Report;
use factbox::text::{Offsets, Span};

/// Reads a text and checks its report.
pub fn check(text: &str) -> Report {
    let report = factbox::extract(text);
    check_report(&report, text);
    report
}

/// Checks the report of a text, or of the text that was read from HTML.
pub fn check_report(report: &Report, text: &str) {
    let words = |span: Span| {
        let inside = text.get(span.start as usize..span.end as usize);
        inside.unwrap_or_else(|| panic!("{span:?} cuts a character or leaves the text: {text:?}"))
    };
    let mut all = Vec::new();
    for quote in &report.quotes {
        let content: Vec<&str> = quote.content.iter().map(|span| words(*span)).collect();
        same_words(&quote.text, &content.join(" "), text);
        rising(&quote.content, "parts of a quote", text);
        rising(&quote.quoted, "marks of a quote", text);
        for quoted in &quote.quoted {
            let inside = quote.content.iter().any(|part| part.contains(*quoted));
            assert!(inside, "{:?} in marks is no part of its quote in {text:?}", words(*quoted));
        }
        all.extend(quote.cue);
        if let Some(source) = &quote.source {
            all.push(source.mention);
            let entity = source.entity.map(|number| report.entities.get(number as usize));
            assert!(entity != Some(None), "a source is no entity of the report of {text:?}");
        }
    }
    for figure in &report.figures {
        same_words(&figure.text, words(figure.span), text);
        for value in [figure.value, figure.min, figure.max].into_iter().flatten() {
            assert!(value.is_finite(), "{value} is no value of {:?} in {text:?}", figure.text);
        }
    }
    for date in &report.dates {
        same_words(&date.text, words(date.span), text);
    }
    for rating in &report.ratings {
        rising(&rating.evidence, "evidence", text);
        for grade in &rating.grade_spans {
            let inside = rating.evidence.iter().any(|clause| clause.contains(*grade));
            assert!(inside, "{:?} stands outside its evidence in {text:?}", words(*grade));
        }
    }
    for entity in &report.entities {
        rising(&entity.mentions, "mentions", text);
    }
    let firsts = |spans: Vec<Option<&Span>>| spans.into_iter().flatten().copied().collect();
    let lists: [(&str, Vec<Span>); 7] = [
        ("figures", report.figures.iter().map(|figure| figure.span).collect()),
        ("dates", report.dates.iter().map(|date| date.span).collect()),
        ("terms", report.terms.clone()),
        ("page furniture", report.boilerplate.clone()),
        ("quotes", firsts(report.quotes.iter().map(|quote| quote.content.first()).collect())),
        ("ratings", firsts(report.ratings.iter().map(|r| r.evidence.first()).collect())),
        ("entities", firsts(report.entities.iter().map(|e| e.mentions.first()).collect())),
    ];
    for (number, (what, list)) in lists.iter().enumerate() {
        let sorted = if number < 4 {
            rising(list, what, text);
            true
        } else {
            list.is_sorted_by_key(|span| span.start)
        };
        assert!(sorted, "{what} do not stand in the order of the text in {text:?}");
    }
    all.extend(report.title);
    all.extend(report.checks.iter().flat_map(|check| check.spans.iter().copied()));
    for span in all {
        assert!(span.start < span.end && !words(span).is_empty(), "{span:?} is empty in {text:?}");
    }
}

/// An item's text is its span's words, but for white space and what broken pastes put between letters.
fn same_words(item: &str, span: &str, text: &str) {
    let letters = |words: &str| words.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let same = item == span || span.contains('â') || letters(item) == letters(span);
    assert!(same, "{item:?} are not the words {span:?} in {text:?}");
}

/// Spans lie on the boundaries of characters, hold something, and follow each other.
fn rising(spans: &[Span], what: &str, text: &str) {
    let mut end = 0;
    for span in spans {
        let holds = text.get(span.start as usize..span.end as usize).is_some_and(|w| !w.is_empty());
        assert!(
            holds && span.start >= end,
            "{what}: {spans:?} do not follow each other in {text:?}"
        );
        end = span.end;
    }
}

/// The report's own shape in another unit: every span fits the text as that unit counts it.
pub fn check_offsets(report: &Report, text: &str) {
    for (unit, length) in
        [(Offsets::Utf16, text.encode_utf16().count()), (Offsets::CodePoint, text.chars().count())]
    {
        let converted = report.clone().in_offsets(text, unit);
        let ends = converted.quotes.iter().flat_map(|quote| quote.content.iter().chain(&quote.cue));
        let ends =
            ends.chain(&converted.boilerplate).chain(converted.figures.iter().map(|f| &f.span));
        for span in ends {
            assert!(span.start < span.end && span.end as usize <= length, "{span:?} in {text:?}");
        }
    }
}

/// The text with CRLF for LF must give the same report, with its spans shifted and nothing else.
pub fn check_line_ends(text: &str) {
    if text.contains('\r') {
        return;
    }
    let windows = text.replace('\n', "\r\n");
    let there = shifted(factbox::extract(text), text);
    let mut here = factbox::extract(&windows);
    each_string(&mut here, |string| {
        if string.contains('\r') {
            *string = string.replace("\r\n", "\n");
        }
    });
    assert_eq!(there, here, "with CRLF for LF in {text:?}");
}

/// The report with spans as they are where each line ends in two characters.
fn shifted(report: Report, text: &str) -> Report {
    let mut moved = vec![0_u32; text.len() + 1];
    let mut lines = 0;
    for (at, byte) in text.bytes().enumerate() {
        moved[at] = at as u32 + lines;
        lines += u32::from(byte == b'\n');
    }
    moved[text.len()] = text.len() as u32 + lines;
    let mut report = report;
    each_span(&mut report, |span| {
        *span = Span::new(moved[span.start as usize], moved[span.end as usize]);
    });
    report
}

/// What an added paragraph must leave as it is: what was found where, but not whom or which day it was settled to mean.
pub fn unresolved(report: &Report, end: u32) -> Vec<String> {
    let furniture = |span: &Span| report.boilerplate.iter().any(|line| line.overlaps(*span));
    let before = |span: &Span| span.end <= end && !furniture(span);
    let quotes = report
        .quotes
        .iter()
        .filter(|q| q.content.iter().all(before))
        .map(|q| format!("quote {:?} {:?} {:?} {:?}", q.kind, q.content, q.quoted, q.cue));
    let figures = report.figures.iter().filter(|f| before(&f.span)).map(|f| {
        format!("figure {:?} {:?} {:?} {:?} {:?}", f.span, f.kind, f.value, f.unit, f.modifier)
    });
    let dates = report.dates.iter().filter(|d| before(&d.span));
    let terms = report.terms.iter().filter(|span| before(span));
    let ratings = report.ratings.iter().flat_map(|r| r.evidence.iter().map(|e| (&r.grade, e)));
    let ratings = ratings.filter(|(_, span)| before(span));
    quotes
        .chain(figures)
        .chain(dates.map(|d| format!("date {:?}", d.span)))
        .chain(terms.map(|span| format!("term {span:?}")))
        .chain(ratings.map(|(grade, span)| format!("rating {grade:?} {span:?}")))
        .collect()
}

fn each_span(report: &mut Report, mut visit: impl FnMut(&mut Span)) {
    report.title.iter_mut().for_each(&mut visit);
    report.entities.iter_mut().flat_map(|e| &mut e.mentions).for_each(&mut visit);
    for quote in &mut report.quotes {
        quote.content.iter_mut().chain(&mut quote.quoted).for_each(&mut visit);
        quote.cue.iter_mut().for_each(&mut visit);
        quote.source.iter_mut().map(|s| &mut s.mention).for_each(&mut visit);
    }
    for rating in &mut report.ratings {
        rating.grade_spans.iter_mut().chain(&mut rating.evidence).for_each(&mut visit);
    }
    report.terms.iter_mut().chain(&mut report.boilerplate).for_each(&mut visit);
    report.figures.iter_mut().map(|f| &mut f.span).for_each(&mut visit);
    report.dates.iter_mut().map(|d| &mut d.span).for_each(&mut visit);
    report.checks.iter_mut().flat_map(|c| &mut c.spans).for_each(&mut visit);
}

fn each_string(report: &mut Report, mut visit: impl FnMut(&mut String)) {
    for entity in &mut report.entities {
        visit(&mut entity.name);
        entity.role.iter_mut().chain(&mut entity.organisation).for_each(&mut visit);
    }
    for quote in &mut report.quotes {
        visit(&mut quote.text);
        if let Some(source) = &mut quote.source {
            visit(&mut source.name);
            source.role.iter_mut().chain(&mut source.organisation).for_each(&mut visit);
        }
    }
    for rating in &mut report.ratings {
        let named = rating.rater.iter_mut().chain(&mut rating.subject).chain(&mut rating.aspect);
        named.chain(&mut rating.from).for_each(&mut visit);
        visit(&mut rating.grade);
    }
    for figure in &mut report.figures {
        visit(&mut figure.text);
        figure.of.iter_mut().chain(&mut figure.per).for_each(&mut visit);
    }
    for date in &mut report.dates {
        visit(&mut date.text);
        date.label.iter_mut().for_each(&mut visit);
    }
}
