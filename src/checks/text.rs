//! Characters that an encoding has damaged, and characters that nobody sees.

use super::Desk;
use crate::text::Span;
use crate::tokens::{is_invisible, mangled};
use crate::work;

/// Asks once about each kind. A mark that holds an emoji together is no stranger.
pub fn characters(desk: &mut Desk<'_, '_>) {
    let (mut damaged, mut unseen) = (Vec::new(), Vec::new());
    for block in desk.story() {
        let place = desk.article.span(block.from, block.to);
        let text = desk.article.words(block.from, block.to);
        work::steps(text.len());
        let (mut last, mut skip) = (' ', 0);
        let mut from = 0;
        // No encoding damages ASCII, and its control characters are not asked about.
        while let Some(at) = text.bytes().skip(from).position(|byte| !byte.is_ascii()) {
            let at = from + at;
            let rest = text.get(at..).unwrap_or("");
            let Some(c) = rest.chars().next() else { break };
            last = if at > from { ' ' } else { last };
            from = at + c.len_utf8();
            let bytes = mangled::damaged(rest);
            let start = place.start + at as u32;
            if at >= skip && bytes > 0 {
                skip = at + bytes;
                damaged.push(Span::new(start, start + bytes as u32));
            }
            let joins = last >= '\u{2190}' || at == 0 && start == 0;
            if is_invisible(c) && !joins {
                unseen.push(Span::new(start, start + c.len_utf8() as u32));
            }
            if !is_invisible(c) {
                last = c;
            }
        }
    }
    if let Some(first) = damaged.first() {
        let words = first.of(desk.article.text());
        let message =
            ["“", words, "” is damaged by a wrong encoding: was the text saved as UTF-8?"];
        desk.ask_about("mangled-characters", damaged, &[], &message);
    }
    let count = unseen.len().to_string();
    let many = if unseen.len() == 1 {
        " invisible character: can it"
    } else {
        " invisible characters: can they"
    };
    if !unseen.is_empty() {
        desk.ask_about("invisible-characters", unseen, &[], &[&count, many, " go?"]);
    }
}
