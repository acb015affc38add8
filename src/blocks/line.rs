//! One line by itself: its measures, the furniture that its words give away, and furniture inside it.

use super::{Block, BlockKind};
use crate::article::{Article, Hit};
use crate::lexicon::{self, class};
use crate::numbers;
use crate::text::Span;
use crate::tokens::{Gap, Shape, is_small};
use crate::work;

/// A line of the paste, or a paragraph of hard-wrapped lines.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// First token.
    pub from: usize,
    /// Token after the last.
    pub to: usize,
    /// Words and numbers.
    pub words: usize,
    /// Numbers among them.
    pub numbers: usize,
    /// Whether two words are glued together as a headline and its teaser are: "ClosesThe mill".
    pub glued: bool,
    /// Whether two words of it may be glued so, or are a name like "PlayStation".
    pub camel: bool,
    /// Whether it ends like a sentence.
    pub ends: bool,
    /// Whether its words alone say that it is furniture.
    pub furniture: bool,
    /// Whether it heads what stands below an article.
    pub stop: bool,
    /// Whether it is a time stamp or a byline.
    pub stamp: bool,
    /// Whether it is nothing but a time of day, as above the entries of a live page.
    pub clock: bool,
    /// Whether it belongs to a mail or a printed page, as its headers do, and so to no page of the web.
    pub letter: bool,
    /// Whether it credits a picture, and so is its caption.
    pub credit: bool,
    /// Tabs, which part the cells of a table.
    pub cells: usize,
    /// Whether all its words are in capitals.
    pub capitals: bool,
}

/// Fewest lines inside paragraphs that show that a text is hard-wrapped.
const WRAPPED: usize = 3;
/// Bytes by which a hard-wrapped line may stay short of the margin: a word and what belongs to it.
const RAGGED: u32 = 12;
/// Width of hard-wrapped lines in bytes.
const WIDTH: std::ops::RangeInclusive<u32> = 45..=100;
/// Most tokens of a dateline or a stamp: "NORTON, England, Nov. 3, 2021 (Wire) -".
const PREFIX: usize = 16;
/// Most tokens of a box of links inside a sentence.
const LINKS: usize = 160;
/// Most words of a line that a phrase at its start makes furniture.
const SHORT: usize = 24;

/// Most tokens of a credit at the end of a caption.
const CREDIT: usize = 14;
/// Most words of a line that a phrase inside it makes furniture.
const PHRASE: usize = 45;
/// Most words of a line in which a site speaks to its readers.
const PLEA: usize = 80;

/// The lines of the article, hard-wrapped ones joined to paragraphs.
pub fn cut(article: &Article<'_>) -> Vec<Line> {
    let mut lines = cut_lines(article, margin(article));
    sign(article, &mut lines);
    lines
}

/// The lines of the article as they stand.
pub fn cut_as_it_stands(article: &Article<'_>) -> Vec<Line> {
    cut_lines(article, None)
}

fn cut_lines(article: &Article<'_>, margin: Option<u32>) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut from, mut start) = (0, 0);
    for i in ends(article) {
        let gap = article.gap(i);
        let joins =
            gap == Gap::Line && margin.is_some_and(|margin| runs_on(article, start, i, margin));
        start = i;
        if !joins {
            lines.push(measure(article, from, i));
            from = i;
        }
    }
    lines
}

/// The token behind each line.
fn ends(article: &Article<'_>) -> impl Iterator<Item = usize> {
    let len = article.len();
    article.which(1..len, |token| token.gap >= Gap::Line).chain((len > 0).then_some(len))
}

/// Most lines of a mail's signature.
const SIGNATURE: usize = 8;

/// Marks the signatures of mails: the lines below "--".
fn sign(article: &Article<'_>, lines: &mut [Line]) {
    let mut left = 0;
    for line in lines {
        let rule = line.words == 0 && line.to - line.from == 1;
        if rule && article.word(line.from) == "--" {
            left = SIGNATURE;
        }
        if left > 0 {
            (line.furniture, line.letter) = (true, true);
            left -= 1;
        }
        if article.gap(line.to) == Gap::Blank {
            left = 0;
        }
    }
}

/// Whether the line of tokens `from..to` ends only because the next word found no room before the margin.
fn runs_on(article: &Article<'_>, from: usize, to: usize, margin: u32) -> bool {
    let (line, next) = (article.span(from, to), article.at(to).span());
    let full = line.len() + 1 + next.len() + RAGGED >= margin && WIDTH.contains(&line.len());
    let begins = article.is(to, class::FURNITURE_START)
        || matches!(article.shape(to), Shape::Bullet | Shape::Dash)
        || (article.shape(to) == Shape::Number && article.shape(to + 1) == Shape::Period)
        || is_header(article, to)
        || is_header(article, from);
    full && !begins && !is_row(article.words(from, to)) && !is_row(article.line(to))
}

/// The margin of hard-wrapped lines: where they end, instead of where paragraphs do.
///
/// Of such lines most break off inside a sentence, and the next one goes on with a small letter.
fn margin(article: &Article<'_>) -> Option<u32> {
    let (mut inner, mut soft, mut over, mut widest, mut from) = (0, 0, 0, 0, 0);
    for i in ends(article) {
        let token = article.at(i);
        let width = article.span(from, i).len();
        from = i;
        let fits = WIDTH.contains(&width);
        widest = if fits { width.max(widest) } else { widest };
        over += usize::from(width > *WIDTH.end());
        if token.gap == Gap::Line && fits {
            inner += 1;
            soft += usize::from(!is_end(article, i) && !token.shape.is_capital());
        }
    }
    (soft >= WRAPPED && soft * 5 >= inner * 2 && over * 2 <= soft).then_some(widest)
}

/// Whether a line is a row of a table: cells parted by tabs or by three blanks and more.
fn is_row(line: &str) -> bool {
    count_cells(line) > 1
}

/// Tabs and wide gaps of a line, or of what stands between two of its tokens.
fn count_cells(line: &str) -> usize {
    let (mut cells, mut blanks) = (0, 0);
    for byte in line.bytes() {
        blanks = if byte == b' ' { blanks + 1 } else { 0 };
        cells += usize::from(byte == b'\t' || blanks == 3);
    }
    work::steps(line.len());
    cells
}

/// "Subject: The mill" at the head of a mail.
fn is_header(article: &Article<'_>, from: usize) -> bool {
    article.shape(from).is_capital()
        && article
            .find(from, class::MAIL_HEADER)
            .is_some_and(|hit| article.shape(from + hit.len) == Shape::Colon)
}

/// Whether a sentence ends before token `to`.
fn is_end(article: &Article<'_>, to: usize) -> bool {
    let mut at = to;
    // Closing marks stand behind the full stop: two at most.
    for _ in 0..3 {
        at = at.wrapping_sub(1);
        match article.shape(at) {
            Shape::Period | Shape::Question | Shape::Exclamation => return true,
            Shape::Symbol => return matches!(article.word(at), "。" | "！" | "？" | "｡" | "।"),
            Shape::DoubleClose
            | Shape::DoubleStraight
            | Shape::SingleClose
            | Shape::SingleStraight
            | Shape::GuillemetClose
            | Shape::Close => {}
            Shape::Initialism => return article.word(at).ends_with('.'),
            _ => return false,
        }
    }
    false
}

fn is_word(shape: Shape) -> bool {
    shape.is_word() || matches!(shape, Shape::Url | Shape::Number)
}

fn measure(article: &Article<'_>, from: usize, to: usize) -> Line {
    let mut words = 0;
    let mut stampish = true;
    let mut numbers = 0;
    let (mut glued, mut camel, mut credit) = (false, false, false);
    let mut crumbs = 0;
    let mut parted = false;
    let mut phrase = false;
    let (mut quoted, mut said, mut you) = (false, false, false);
    let mut capitals = true;
    let (mut cells, mut end) = (0, article.at(from).start);
    for i in from..to {
        let token = article.at(i);
        let shape = token.shape;
        let between = Span::new(end, token.start).of(article.text());
        cells += if matches!(between, "" | " ") { 0 } else { count_cells(between) };
        end = token.end;
        words += if is_word(shape) { count_words(article, i) } else { 0 };
        capitals &=
            !shape.is_word() || matches!(shape, Shape::Upper | Shape::Capital | Shape::Code);
        numbers += usize::from(shape == Shape::Number);
        if may_glue(shape) {
            let word = article.word(i);
            let at = glue(word);
            glued |= at.is_some_and(|at| is_two(word, at)) || is_joint(article, i, from);
            camel |= at.is_some();
        }
        quoted |= shape.is_quote_mark();
        credit |= i > from && is_credit_inside(article, i, to);
        parted |= matches!(shape, Shape::Colon | Shape::Slash | Shape::Hyphen | Shape::Period);
        let mark = matches!(shape, Shape::Symbol | Shape::GuillemetClose);
        crumbs += usize::from(mark && matches!(article.word(i), ">" | "›" | "»" | "→"));
        stampish = stampish
            && (!is_word(shape)
                || matches!(shape, Shape::Number | Shape::Code)
                || article.is(i, class::STAMP_WORD));
        if article.opens(i, gate!(FURNITURE_PHRASE, READER, SAY, TELL)) {
            phrase |= article.find(i, class::FURNITURE_PHRASE).is_some();
            you |= article.is(i, class::READER);
            said |= article.is(i, any!(SAY, TELL));
        }
    }
    let ends = words > 0 && is_end(article, to);
    let whole = |class| covers(article, from, to, class);
    let stop = whole(class::FURNITURE_STOP)
        || (words <= SHORT
            && article.find(from, class::FURNITURE_STOP_LABEL).is_some_and(|hit| {
                from + hit.len == to || article.shape(from + hit.len) == Shape::Colon
            }));
    let stamp = (words > 0
        && words <= PREFIX
        && stampish
        && (numbers > 0 || words == 1)
        && !ends
        && cells < 2
        // "2023 840" may be anything, "12:30" is a time.
        && (words > numbers || (words > 1 && parted)))
        || is_byline(article, from, to, words, ends)
        || (words <= PREFIX && !ends && cells < 2 && is_dated(article, from, to))
        || (words <= PREFIX
            && !ends
            && article.find(from, class::STAMP_LABEL).is_some_and(|hit| {
                let next = from + hit.len;
                article.shape(next) == Shape::Colon
                    || matches!(article.shape(next), Shape::Number)
                    || article.is(next, class::STAMP_WORD)
            }));
    let starts = words <= SHORT
        && article.shape(from).is_capital()
        && article.find(from, class::FURNITURE_START).is_some();
    let labelled = words <= SHORT
        && article
            .find(from, class::FURNITURE_LABEL)
            .is_some_and(|hit| article.shape(from + hit.len) == Shape::Colon);
    let follows = words <= 2 * SHORT && is_follow(article, from, to);
    let plea = you
        && words <= PLEA
        && !(quoted && said)
        && article.shape(from).is_capital()
        && article.find(from, class::FURNITURE_PLEA).is_some();
    let letter = is_header(article, from)
        || is_mail_mark(article, from, to, words)
        || is_page_number(article, from, to, words);
    let clock = stamp
        && words <= 4
        && (from..to).any(|i| {
            let hour = article.shape(i) == Shape::Number && article.shape(i + 1) == Shape::Colon;
            hour && article.shape(i + 2) == Shape::Number && numbers <= 2
        });
    let furniture = stop
        || plea
        || letter
        // "Home > News > Schools"
        || (crumbs > 1 && words <= SHORT && !ends)
        || stamp
        || starts
        || labelled
        || follows
        || (phrase && !(quoted && said) && words <= PHRASE)
        || whole(class::FURNITURE_LINE)
        || is_credit(article, from, to, words, ends);
    Line {
        from,
        to,
        words,
        numbers,
        glued,
        camel,
        ends,
        furniture,
        stop,
        stamp,
        clock,
        letter,
        credit,
        cells,
        capitals,
    }
}

/// Words of token `i`: scripts without blanks make two letters one word.
fn count_words(article: &Article<'_>, i: usize) -> usize {
    // All letters of those scripts have three bytes, of which the first is one of these.
    let first = article.text().as_bytes().get(article.at(i).start as usize);
    if first.is_none_or(|byte| *byte < 0xe0) {
        return 1;
    }
    let token = article.word(i);
    match token.chars().next() {
        Some('\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{0e00}'..='\u{0eff}') => {
            token.chars().count().div_ceil(2)
        }
        _ => 1,
    }
}

/// "Reuters November 18, 2019, 11:03 PM", "5:45 AM PST 11/19/2019 by Pat Shaw": a full date between names.
fn is_dated(article: &Article<'_>, from: usize, to: usize) -> bool {
    // "— Ann Day (@annday) May 2, 2024" signs a post.
    if article.shape(from) == Shape::Dash {
        return false;
    }
    let (mut numbers, mut year, mut month) = (0, false, false);
    for i in from..to {
        let shape = article.shape(i);
        if shape == Shape::Number {
            let value = numbers::plain(article, i);
            year |= value.is_some_and(|n| (1990..2100).contains(&n));
            numbers += 1;
        } else if is_word(shape) {
            let known = article.is(i, class::STAMP_WORD) || article.is(i, class::BYLINE);
            month |= article.is(i, class::MONTH);
            if shape == Shape::Lower && !known {
                return false;
            }
        }
    }
    year && numbers > if month { 1 } else { 2 }
}

/// "-------- Forwarded Message --------", "On 1 March 2024, Sam Lee wrote:", "FOR IMMEDIATE RELEASE – 4 May".
fn is_mail_mark(article: &Article<'_>, from: usize, to: usize, words: usize) -> bool {
    let first = (from..to).find(|i| is_word(article.shape(*i))).unwrap_or(from);
    let label = article.find(first, class::MAIL_MARK).is_some_and(|hit| {
        let next = article.shape(first + hit.len);
        first + hit.len >= to
            || hit.len > 3
            || !next.is_word()
            || article.is(first + hit.len, class::STAMP_WORD)
    });
    let wrote = article.reads(from, word!("on"))
        && article.reads(to.wrapping_sub(2), word!("wrote"))
        && article.shape(to.wrapping_sub(1)) == Shape::Colon;
    (label && words <= PHRASE && article.shape(first) != Shape::Lower) || (wrote && words <= SHORT)
}

/// "Page 2 of 3" at either end of a running head, "- 2 -", "2" between empty lines.
fn is_page_number(article: &Article<'_>, from: usize, to: usize, words: usize) -> bool {
    let page = |i: usize| {
        let of = article.reads(i + 2, word!("of")) && article.shape(i + 3) == Shape::Number;
        let end = if of { i + 4 } else { i + 2 };
        let numbered = article.reads(i, word!("page")) && article.shape(i + 1) == Shape::Number;
        numbered && (end == to || i == from && of || end < to && article.gap(end) > Gap::Space)
    };
    let alone = article.gap(from) == Gap::Blank && article.gap(to) == Gap::Blank;
    let number = words == 1
        && (from..to).all(|i| {
            matches!(article.shape(i), Shape::Number | Shape::Dash | Shape::Hyphen | Shape::Bullet)
                && article.word(i).len() <= 4
        });
    (words <= PREFIX && (from..to).any(page)) || (alone && number)
}

/// "SteakhouseA", "opensThe": two words that meet at a byte, and no name like "PlayStation".
fn is_two(word: &str, at: usize) -> bool {
    let Some((head, tail)) = word.split_at_checked(at) else { return false };
    let starter = lexicon::look_up_word(&[tail]).is(class::SENTENCE_STARTER);
    starter || head.starts_with(is_small)
}

/// "250,000The", "On The Rise?Violence": a sentence begins at token `i` without a blank before it.
fn is_joint(article: &Article<'_>, i: usize, from: usize) -> bool {
    let before = article.shape_before(i);
    let ended = matches!(before, Shape::Question | Shape::Exclamation)
        || (before == Shape::Number && article.is(i, class::SENTENCE_STARTER));
    i > from && ended && article.gap(i) == Gap::None && article.shape(i) == Shape::Title
}

/// Whether a token may be two words: small letters and marks are not.
fn may_glue(shape: Shape) -> bool {
    shape.is_word() && shape != Shape::Lower || shape == Shape::Url
}

/// Where the second word begins in a word that is two.
fn glue(word: &str) -> Option<usize> {
    let pairs = word.as_bytes().windows(2).enumerate().skip(3);
    let mut glued = pairs.filter(|(_, pair)| matches!(pair, [b'a'..=b'z', b'A'..=b'Z']));
    glued.next().map(|(at, _)| at + 1)
}

/// Whether the tokens are one phrase of the class, with nothing but numbers and marks beside it.
fn covers(article: &Article<'_>, from: usize, to: usize, class: crate::lexicon::Class) -> bool {
    let mut at = from;
    let mut found = false;
    while at < to {
        if let Some(hit) = article.find(at, class) {
            found = true;
            at += hit.len;
        } else if is_word(article.shape(at)) && article.shape(at) != Shape::Number {
            return false;
        } else {
            at += 1;
        }
    }
    found && at == to
}

/// "By Ann Day, Education correspondent".
fn is_byline(article: &Article<'_>, from: usize, to: usize, words: usize, ends: bool) -> bool {
    let Some(hit) = article.find(from, class::BYLINE) else { return false };
    let name = from + hit.len;
    !ends
        && words > hit.len
        && words <= PREFIX
        && name < to
        && article.shape(from).is_capital()
        && article.shape(name).is_capital()
}

/// "Follow Norton News on Facebook …": only at the start, and before a network's name.
fn is_follow(article: &Article<'_>, from: usize, to: usize) -> bool {
    article.reads(from, word!("follow"))
        && (from + 1..to.min(from + PREFIX))
            .any(|i| article.reads(i, word!("on")) && article.is(i + 1, class::FOLLOW))
}

/// "Photograph: J. Marsh/Wirefoto", "(Image: Norton Gazette)".
fn is_credit(article: &Article<'_>, from: usize, to: usize, words: usize, ends: bool) -> bool {
    let open = usize::from(article.shape(from) == Shape::Open);
    let Some(hit) = article.find(from + open, class::CREDIT_LABEL) else {
        return words <= 6 && !ends && covers(article, from, to, class::CREDIT_AGENCY);
    };
    let next = from + open + hit.len;
    words <= 12
        && !ends
        && next < to
        && (hit.len > 1 || article.shape(next) == Shape::Colon)
        && caption_label(article, from, to).is_none()
}

/// "… on Friday. Photograph: J. Marsh/Wirefoto", "… on Friday. (AP Photo/Ann Day)" at token `i` of a line.
fn is_credit_inside(article: &Article<'_>, i: usize, to: usize) -> bool {
    if to - i > CREDIT || !article.opens(i, gate!(CREDIT_LABEL, CREDIT_AGENCY)) {
        return false;
    }
    let bracket = article.shape_before(i) == Shape::Open;
    if !(article.shape(i).is_capital() || bracket) {
        return false;
    }
    let by = |hit: Hit| article.shape(i + hit.len) == Shape::Colon || hit.len > 1;
    article.find(i, class::CREDIT_LABEL).is_some_and(by)
        || article.find(i, class::CREDIT_AGENCY).is_some_and(|hit| {
            let (before, after) = (article.shape_before(i), article.shape(i + hit.len));
            let parted = |shape| matches!(shape, Shape::Slash | Shape::Bullet);
            parted(after)
                || (i + hit.len + 1 >= to
                    && (parted(before) || bracket || article.word(i.wrapping_sub(1)) == "©"))
        })
}

/// The first "Image caption" of a line: its first token and the token after it.
fn caption_label(article: &Article<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
    (from..to).find_map(|i| {
        let hit = article.find(i, class::CAPTION_LABEL)?;
        article.shape(i).is_capital().then_some((i, i + hit.len))
    })
}

/// Cuts a line of the story into blocks where furniture stands inside it.
pub fn split(article: &Article<'_>, line: &Line, blocks: &mut Vec<Block>) {
    let mut push = |from: usize, to: usize, kind| {
        if from < to {
            blocks.push(Block { from, to, kind });
        }
    };
    let mut from = line.from;
    if let Some(end) = date_label(article, from, line.to) {
        push(from, end, BlockKind::Furniture);
        from = end;
    }
    if let Some(end) = dateline(article, from, line.to) {
        push(from, end, BlockKind::Furniture);
        from = end;
    }
    if let Some(end) = section_number(article, from, line.to) {
        push(from, end, BlockKind::Furniture);
        from = end;
    }
    let mut kind = BlockKind::Body;
    let mut i = from;
    while i < line.to {
        if line.camel
            && let Some(end) = link_box(article, i, line.to)
        {
            push(from, i + 1, kind);
            push(i + 1, end, BlockKind::Furniture);
            from = end;
            i = end;
            continue;
        }
        let label = label(article, i, line.to);
        if let Some((end, after)) = label {
            push(from, i, kind);
            push(i, end, BlockKind::Furniture);
            kind = after;
            from = end;
            i = end;
        } else {
            i += 1;
        }
    }
    push(from, line.to, kind);
}

/// "Image copyright … Image caption" or "Image caption" at token `i`: where it ends, and what stands behind it.
fn label(article: &Article<'_>, i: usize, to: usize) -> Option<(usize, BlockKind)> {
    if !article.at(i).shape.is_capital() || !article.opens(i, gate!(CAPTION_LABEL, CREDIT_START)) {
        return None;
    }
    if let Some(hit) = article.find(i, class::CAPTION_LABEL) {
        return Some((i + hit.len, BlockKind::Caption));
    }
    let hit = article.find(i, class::CREDIT_START)?;
    let reach = to.min(i + PREFIX);
    match caption_label(article, i + hit.len, reach) {
        Some((_, end)) => Some((end, BlockKind::Caption)),
        // Without a caption the credit runs to the end of a short line.
        None if to <= reach => Some((to, BlockKind::Body)),
        None => None,
    }
}

/// "Ann LoweAnn LoweTown hall 'in chaos' Bus fares to rise MORE said": a name whose box of links stands in the text.
/// Token `i` is where the name ends and begins again; the token after the box is given.
fn link_box(article: &Article<'_>, i: usize, to: usize) -> Option<usize> {
    if !may_glue(article.shape(i)) {
        return None;
    }
    let last = glue(article.word(i)).and_then(|at| article.word(i).get(..at))?;
    let again = (i + 1..to.min(i + 4)).any(|k| article.word(k).starts_with(last));
    let more = || (i + 1..to.min(i + LINKS)).find(|k| article.word(*k) == "MORE");
    again.then(more).flatten().map(|k| k + 1)
}

/// "1.1 This report" at the start of a line: the token after the number.
fn section_number(article: &Article<'_>, from: usize, to: usize) -> Option<usize> {
    let number = article.shape(from) == Shape::Number && article.word(from).len() <= 5;
    let point = article.shape(from + 1) == Shape::Period && article.gap(from + 1) == Gap::None;
    let end = from + 1 + usize::from(point);
    let next = article.at(end);
    let numbers = number && (point || article.word(from).contains('.'));
    (numbers && end < to && next.gap == Gap::Space && next.shape.is_capital()).then_some(end)
}

/// "date 2024-05-06" at the start of a line.
fn date_label(article: &Article<'_>, from: usize, to: usize) -> Option<usize> {
    let dated = article.reads(from, word!("date")) && article.shape(from + 1) == Shape::Number;
    let mut at = from + 1;
    while dated
        && at < to.min(from + 6)
        && matches!(article.shape(at), Shape::Number | Shape::Hyphen | Shape::Slash)
    {
        at += 1;
    }
    (dated && (at > from + 4 || at == to)).then_some(at)
}

/// "NORTON, England (Wire) —" at the start of a paragraph: the token after the dash.
fn dateline(article: &Article<'_>, from: usize, to: usize) -> Option<usize> {
    let place = article.shape(from) == Shape::Upper && article.word(from).len() > 2;
    if !place && article.shape(from) != Shape::Open {
        return None;
    }
    let mut inside = false;
    let mut at = from;
    let mut bracket = false;
    while at < to.min(from + PREFIX) {
        match article.shape(at) {
            Shape::Open => (inside, bracket) = (true, true),
            Shape::Close => inside = false,
            Shape::Dash if !inside && at > from => {
                let next = article.at(at + 1);
                let begins = next.shape.is_capital() || next.shape.is_quote_mark();
                // A second dash closes an insertion: "NORTON — England's oldest town — said".
                let pair = (at + 1..to.min(at + PREFIX)).any(|i| article.shape(i) == Shape::Dash);
                return (at + 1 < to && begins && (bracket || !pair)).then_some(at + 1);
            }
            Shape::Upper
            | Shape::Title
            | Shape::Initialism
            | Shape::Comma
            | Shape::Period
            | Shape::Number
            | Shape::Slash => {}
            _ => return None,
        }
        at += 1;
    }
    None
}
