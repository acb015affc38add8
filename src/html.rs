//! HTML read as text: what a page says, line by line, and what its markup says about each line.
//!
//! One pass of the scanner, with a stack of open elements that is never deeper than [`DEPTH`]; no document is built.
//! Scripts, styles, buttons and what is hidden say nothing. Which lines are the story is not decided here.

mod elements;
mod entities;
mod head;
mod scan;

use crate::lexicon::{self, Hash, WordId, class};
use crate::text::alike;
use crate::tokens::is_alphanumeric;
use crate::work;
pub use elements::{Element, Marks};
use scan::{Piece, Scanner, Tag};

/// A page as text.
#[derive(Debug, Default)]
pub struct Page {
    /// What it says: a line for each block, an empty line around paragraphs, cells parted by tabs.
    pub text: String,
    /// Every line of the text that has words, in order.
    pub lines: Vec<Line>,
    /// The elements that hold the lines; number 0 is the page.
    pub nodes: Vec<Node>,
    /// The day on which the page says in its markup that it was published.
    pub published: Option<String>,
    /// Places in the text at which `time` elements with a date stand, and the dates.
    pub times: Vec<(u32, String)>,
}

/// A line of the page's text.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Byte after its last.
    pub end: u32,
    /// The innermost element that holds its first word.
    pub node: u32,
    /// Letters and digits.
    pub letters: u32,
    /// How many of them stand in links.
    pub linked: u32,
}

/// An element that holds lines.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// The element around it; the page is its own parent.
    pub parent: u32,
    /// What it is by itself.
    pub marks: Marks,
}

/// Deepest nesting that is followed; elements deeper down count as part of the one around them.
const DEPTH: usize = 200;
/// How far back an inline element is looked for when it closes, and a row or an item when the next one opens.
const NEAR: usize = 24;
/// Most words of a cell beside which the next one stands on the same line.
const CELL: u32 = 200;
/// Most parts of a class name that are looked at.
const PARTS: usize = 8;

/// Reads a page, or any piece of one.
#[must_use]
pub fn read(html: &str) -> Page {
    let page = Reader::new(html, true).read();
    // A page that was saved while a dialogue stood before it hides all of itself from readers of the screen.
    if page.text.len() * 40 < html.len() && html.contains("aria-hidden") {
        let open = Reader::new(html, false).read();
        if open.text.len() > page.text.len() * 4 {
            return open;
        }
    }
    page
}

/// White space that is due before the next character.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Space,
    Tab,
    Line,
    Blank,
}

/// An open element.
struct Open<'h> {
    name: &'h str,
    element: Element,
    node: u32,
    hidden: bool,
}

/// A table cell that is being read.
#[derive(Clone, Copy, Default)]
struct Cell {
    /// Whether it has said something.
    begun: bool,
    /// Letters in it.
    letters: u32,
    /// Whether it holds several lines.
    lines: bool,
}

struct Reader<'h> {
    html: &'h str,
    page: Page,
    stack: Vec<Open<'h>>,
    /// Elements beyond [`DEPTH`].
    deeper: usize,
    gap: Gap,
    /// Whether `aria-hidden` hides.
    aria: bool,
    linked: bool,
    cell: Option<Cell>,
    line: Line,
    /// Where `time` elements were met that have said nothing yet.
    head: head::Head,
}

impl<'h> Reader<'h> {
    fn new(html: &'h str, aria: bool) -> Reader<'h> {
        let root = Node { parent: 0, marks: Marks::default() };
        let page = Page {
            nodes: vec![root],
            text: String::with_capacity(html.len() / 4),
            ..Page::default()
        };
        let line = Line { end: 0, node: 0, letters: 0, linked: 0 };
        Reader {
            html,
            page,
            stack: Vec::new(),
            deeper: 0,
            gap: Gap::None,
            aria,
            linked: false,
            cell: None,
            line,
            head: head::Head::default(),
        }
    }

    fn read(mut self) -> Page {
        let mut data = false;
        for piece in Scanner::new(self.html) {
            work::step();
            match piece {
                Piece::Text(text) => self.text(text),
                Piece::Open(tag) => {
                    data = alike(tag.name, "script")
                        && tag.attributes().any(|(_, value)| value.ends_with("ld+json"));
                    self.open(&tag);
                }
                Piece::Close(name) => self.close(name),
                Piece::Raw(text) if data => self.head.linked_data(text),
                Piece::Raw(_) => {}
            }
        }
        self.end_line();
        self.page.published = self.head.published();
        self.page
    }

    fn hidden(&self) -> bool {
        self.stack.last().is_some_and(|open| open.hidden)
    }

    fn node(&self) -> u32 {
        self.stack.last().map_or(0, |open| open.node)
    }

    #[inline(never)]
    fn text(&mut self, text: &str) {
        work::steps(text.len());
        if self.hidden() {
            return;
        }
        let kept = self.stack.iter().rev().take(NEAR).any(|open| open.element.keeps_lines());
        scan::each_char(text, &mut |c| self.character(c, kept));
    }

    #[inline(never)]
    fn character(&mut self, c: char, keeps_lines: bool) {
        match c {
            '\n' | '\r' if keeps_lines => self.due(Gap::Line),
            ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{a0}' | '\u{2028}'
            | '\u{2029}' => {
                self.due(Gap::Space);
            }
            '\0' => {}
            c => self.put(c),
        }
    }

    /// Writes a character that is seen, behind the white space that is due.
    #[inline(never)]
    fn put(&mut self, c: char) {
        if self.gap >= Gap::Line {
            self.end_line();
        }
        let starts = self.line.end == u32::MAX || self.page.text.is_empty();
        let out = &mut self.page.text;
        if !out.is_empty() {
            match self.gap {
                Gap::None => {}
                Gap::Space if starts => {}
                Gap::Space => out.push(' '),
                Gap::Tab => out.push('\t'),
                Gap::Line => out.push('\n'),
                Gap::Blank => out.push_str("\n\n"),
            }
        }
        self.gap = Gap::None;
        out.push(c);
        if starts {
            self.line = Line { end: 0, node: self.node(), letters: 0, linked: 0 };
        }
        if is_alphanumeric(c) {
            self.line.letters += 1;
            self.line.linked += u32::from(self.linked);
        }
        if let Some(cell) = &mut self.cell {
            cell.lines |= cell.begun && starts;
            cell.begun = true;
            cell.letters += 1;
        }
    }

    /// Closes the line that is being written, if there is one.
    #[inline(never)]
    fn end_line(&mut self) {
        if self.line.end == u32::MAX || self.page.text.is_empty() {
            return;
        }
        self.line.end = self.page.text.len() as u32;
        self.page.lines.push(self.line);
        self.line.end = u32::MAX;
    }

    /// Asks for white space before the next character; the widest wins.
    #[inline(never)]
    fn due(&mut self, gap: Gap) {
        // What a cell begins with breaks no row.
        let breaks = gap < Gap::Line || self.cell.is_none_or(|cell| cell.begun);
        if breaks {
            self.gap = self.gap.max(gap);
        }
    }

    #[inline(never)]
    fn open(&mut self, tag: &Tag<'h>) {
        let element = Element::named(tag.name);
        if element.is_void() {
            self.void(tag, element);
            return;
        }
        self.close_implied(element);
        self.due_around(element);
        match element {
            Element::Row => self.end_row(),
            Element::Cell => self.start_cell(),
            Element::Link => self.linked = true,
            Element::Quotation if !self.hidden() => self.put('“'),
            _ => {}
        }
        if self.stack.len() >= DEPTH {
            self.deeper += 1;
            return;
        }
        let (marks, hidden) = self.marks(tag, element);
        let mut node = self.node();
        if element.is_block() || marks != Marks::default() {
            self.page.nodes.push(Node { parent: node, marks });
            node = self.page.nodes.len() as u32 - 1;
        }
        let hidden = hidden || self.hidden() || element.is_dropped();
        self.stack.push(Open { name: tag.name, element, node, hidden });
    }

    /// What the tag says about the lines inside it, and whether it hides them.
    #[inline(never)]
    fn marks(&mut self, tag: &Tag<'h>, element: Element) -> (Marks, bool) {
        let mut marks = element.marks();
        let mut hidden = false;
        let (mut datetime, mut content, mut dates) = ("", "", element == Element::Time);
        for (name, value) in tag.attributes() {
            let name_is = |other: &str| alike(name, other);
            if name_is("class")
                || name_is("id")
                || name_is("role")
                || name_is("data-component")
                || name_is("data-testid")
            {
                for token in value.split_ascii_whitespace() {
                    marks.add(class_name(token));
                }
            } else if name_is("itemprop") {
                marks.story |= alike(value, "articleBody");
                dates |= alike(value, "datePublished");
                self.head.sure |= alike(value, "datePublished");
            } else if name_is("hidden") {
                hidden |= !alike(value, "false");
            } else if name_is("aria-hidden") {
                hidden |= self.aria && alike(value, "true");
            } else if name_is("style") {
                hidden |= hides(value);
            } else if name_is("datetime") {
                datetime = value;
            } else if name_is("content") {
                content = value;
            }
        }
        let date = head::day(datetime).or_else(|| head::day(content));
        if dates && let Some(day) = date {
            self.head.item(&day);
            self.page.times.push((self.page.text.len() as u32, day));
        }
        self.head.sure = false;
        (marks, hidden)
    }

    /// An element without content.
    #[inline(never)]
    fn void(&mut self, tag: &Tag<'h>, element: Element) {
        match element {
            Element::Break if self.gap == Gap::Line => self.due(Gap::Blank),
            Element::Break => self.due(Gap::Line),
            Element::Rule => self.due(Gap::Blank),
            Element::Meta => self.head.meta(tag.attributes()),
            _ => {}
        }
    }

    /// Between rows there is no empty line, whatever their cells end with.
    fn end_row(&mut self) {
        if self.cell.take().is_some_and(|cell| !cell.lines) {
            self.gap = self.gap.min(Gap::Line);
        }
    }

    fn start_cell(&mut self) {
        let wide = self.cell.is_some_and(|cell| cell.lines || cell.letters > CELL);
        if let Some(before) = self.cell.filter(|_| !wide) {
            // What the cell before ended with breaks no row either.
            self.gap = if before.begun || self.gap < Gap::Line { Gap::Tab } else { self.gap };
        } else if wide {
            self.gap = self.gap.max(Gap::Line);
        }
        self.cell = Some(Cell::default());
    }

    fn due_around(&mut self, element: Element) {
        if self.hidden() {
            return;
        }
        if element.is_paragraph() {
            self.due(Gap::Blank);
        } else if element.is_block() && element != Element::Cell {
            self.due(Gap::Line);
        }
    }

    /// Elements that end where the next one begins: paragraphs, items, rows, cells.
    fn close_implied(&mut self, element: Element) {
        if element == Element::Link {
            self.linked = false;
        }
        if !element.is_block() {
            return;
        }
        let near = self.stack.iter().enumerate().rev().take(NEAR);
        for (at, open) in near {
            work::step();
            if element.ends(open.element) {
                self.pop_to(at);
                return;
            }
            if open.element.is_block() && !element.looks_past(open.element) {
                return;
            }
        }
    }

    #[inline(never)]
    fn close(&mut self, name: &'h str) {
        let element = Element::named(name);
        if element.is_void() {
            if element == Element::Break {
                self.due(Gap::Line);
            }
            return;
        }
        if element == Element::Link {
            self.linked = false;
        }
        if element == Element::Quotation && !self.hidden() {
            self.gap = self.gap.min(Gap::Space);
            self.put('”');
        }
        if self.deeper > 0 {
            self.deeper -= 1;
            self.due_around(element);
            return;
        }
        let reach = if element.is_block() { DEPTH } else { NEAR };
        for (at, open) in self.stack.iter().enumerate().rev().take(reach) {
            work::step();
            if open.element == element && alike(open.name, name) {
                self.pop_to(at);
                break;
            }
            // Nothing inside a cell closes what is outside; no inline element closes a block.
            let fence = if element.is_block() {
                open.element == Element::Cell && !element.is_table()
            } else {
                open.element.is_block()
            };
            if fence {
                break;
            }
        }
        if element == Element::Row {
            self.end_row();
        } else if element == Element::Table {
            self.cell = None;
        }
        self.due_around(element);
    }

    fn pop_to(&mut self, at: usize) {
        work::steps(self.stack.len() - at);
        self.stack.truncate(at);
    }
}

/// Whether a style attribute takes the element from view.
fn hides(style: &str) -> bool {
    style.split(';').any(|rule| {
        let (name, value) = rule.split_once(':').unwrap_or(("", ""));
        let (name, value) = (name.trim(), value.trim());
        (alike(name, "display") && value.starts_with("none"))
            || (alike(name, "visibility") && value.starts_with("hidden"))
    })
}

/// What a class name or id says: "related-stories", "articleBody", "c-share__list".
#[inline(never)]
fn class_name(name: &str) -> Marks {
    let mut marks = Marks::default();
    let mut parts: [&str; PARTS] = [""; PARTS];
    let mut count = 0;
    let mut from = 0;
    let mut before = ' ';
    let mut add = |part: &str| {
        let word = word(part);
        marks.against |= word.is(class::MARKUP_FURNITURE);
        marks.comments |= word.is(class::MARKUP_COMMENTS);
    };
    for (at, c) in name.char_indices().chain([(name.len(), ' ')]) {
        work::step();
        let parted =
            !c.is_ascii_alphabetic() || c.is_ascii_uppercase() && before.is_ascii_lowercase();
        if parted {
            let part =
                name.get(from..at).unwrap_or("").trim_matches(|c: char| !c.is_ascii_alphabetic());
            if !part.is_empty() && count < PARTS {
                add(part);
                if let Some(slot) = parts.get_mut(count) {
                    *slot = part;
                }
                count += 1;
            }
            from = at;
        }
        before = c;
    }
    let whole = lexicon::look_up_word(parts.get(..count).unwrap_or(&[]));
    marks.story |= whole.is(class::MARKUP_STORY);
    marks.against |= whole.is(class::MARKUP_FURNITURE);
    marks
}

fn word(part: &str) -> WordId {
    let mut hash = Hash::new();
    part.chars().map(crate::tokens::lower).for_each(|c| hash.push(c));
    lexicon::look_up(hash, part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_reader_sees() {
        #[rustfmt::skip]
        let cases = [
            ("<p>One.</p><p>Two<br>three", "One.\n\nTwo\nthree"),
            ("<div>a</div><div>b  c\n d</div>", "a\nb c d"),
            ("<ul><li>a<li>b<ul><li>c</ul></ul>d", "a\nb\n\nc\n\nd"),
            ("<table><tr><th>Year<th>Cost<tr><td><p>2022</p></td><td>&pound;4m</table>e", "Year\tCost\n2022\t£4m\n\ne"),
            ("<table><tr><td><p>One.</p><p>Two.</p></td><td>three</td></tr></table>", "One.\n\nTwo.\n\nthree"),
            ("a<script>b</script><style>c</style><!-- d --><button>e</button> f<noscript>g</noscript>", "a f"),
            ("a<p hidden>b<span>c</span></p><span aria-hidden='true'>d</span><i style='display: none'>e</i>f", "a\n\nf"),
            ("<q>We go,</q> she said. 5 < 6 &amp; 7&nbsp;m", "“We go,” she said. 5 < 6 & 7 m"),
            ("<pre>a\n  b</pre>", "a\nb"),
            ("<p>a <b>b</b><i>c</i></p>", "a bc"),
        ];
        for (html, text) in cases {
            assert_eq!(read(html).text, text, "{html}");
        }
    }

    #[test]
    fn a_page_behind_a_dialogue_is_read() {
        let words = "The mill in Norton closes on Friday. ".repeat(20);
        let html = format!("<main aria-hidden=true><p>{words}</p></main><dialog>Hello</dialog>");
        assert!(read(&html).text.contains("Norton closes"));
    }
}
