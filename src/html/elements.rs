//! The elements of HTML as far as a reader of text needs them.

/// What an element is to the lines inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Element {
    /// `p`
    Paragraph,
    /// `h1`
    Title,
    /// `h2` to `h6`
    Heading,
    /// `div` and other blocks that mean nothing.
    Block,
    /// `section`, `details`, `fieldset` and the like: blocks with an empty line around them.
    Section,
    /// `article`
    Article,
    /// `main`
    Main,
    /// `nav`, `menu`
    Nav,
    /// `aside`, `dialog`
    Aside,
    /// `header`
    Header,
    /// `footer`
    Footer,
    /// `form`
    Form,
    /// `figure`
    Figure,
    /// `figcaption`
    Caption,
    /// `blockquote`
    BlockQuote,
    /// `pre`
    Preformatted,
    /// `ul`, `ol`, `dl`
    List,
    /// `li`
    Item,
    /// `dt`, `dd`
    Term,
    /// `table`
    Table,
    /// `tr`
    Row,
    /// `td`, `th`
    Cell,
    /// `a`
    Link,
    /// `q`
    Quotation,
    /// `time`
    Time,
    /// `button`, `select`, `video`…: not for reading.
    Dropped,
    /// `br`
    Break,
    /// `hr`
    Rule,
    /// `meta`
    Meta,
    /// `img` and other elements that have no content.
    Void,
    /// `b`, `span` and all that is not listed.
    Inline,
}

/// What an element says about the lines inside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// It is a form, or its class names it a part of the page that is no story.
    pub against: bool,
    /// It is a `nav`, `aside` or `footer`.
    pub aside: bool,
    /// Its class names it the text of a story.
    pub story: bool,
    /// It holds readers' comments.
    pub comments: bool,
    /// `article`, `main`
    pub article: bool,
    /// `p`, `blockquote`
    pub paragraph: bool,
    /// `h1`
    pub title: bool,
    /// `h2` to `h6`
    pub heading: bool,
    /// `li`, `dt`, `dd`
    pub item: bool,
    /// `table`
    pub table: bool,
    /// `figcaption`
    pub caption: bool,
}

impl Marks {
    /// Adds what `other` says.
    pub fn add(&mut self, other: Marks) {
        self.against |= other.against;
        self.story |= other.story;
        self.comments |= other.comments;
    }
}

/// Names and elements, in order of the names.
#[rustfmt::skip]
static NAMES: [(&str, Element); 82] = [
    ("a", Element::Link), ("address", Element::Block), ("applet", Element::Dropped), ("area", Element::Void),
    ("article", Element::Article), ("aside", Element::Aside), ("audio", Element::Dropped), ("base", Element::Void),
    ("basefont", Element::Void), ("blockquote", Element::BlockQuote), ("body", Element::Block),
    ("br", Element::Break), ("button", Element::Dropped), ("canvas", Element::Dropped), ("caption", Element::Block),
    ("center", Element::Block), ("col", Element::Void), ("datalist", Element::Dropped), ("dd", Element::Term),
    ("details", Element::Section), ("dialog", Element::Aside), ("dir", Element::List), ("div", Element::Block),
    ("dl", Element::List), ("dt", Element::Term), ("embed", Element::Void), ("fieldset", Element::Section),
    ("figcaption", Element::Caption), ("figure", Element::Figure), ("footer", Element::Footer),
    ("form", Element::Form), ("frame", Element::Void), ("frameset", Element::Dropped), ("h1", Element::Title),
    ("h2", Element::Heading), ("h3", Element::Heading), ("h4", Element::Heading), ("h5", Element::Heading),
    ("h6", Element::Heading), ("header", Element::Header), ("hgroup", Element::Block), ("hr", Element::Rule),
    ("html", Element::Block), ("img", Element::Void), ("input", Element::Void), ("keygen", Element::Void),
    ("legend", Element::Block), ("li", Element::Item), ("link", Element::Void), ("listing", Element::Preformatted),
    ("main", Element::Main), ("map", Element::Dropped), ("menu", Element::Nav), ("meta", Element::Meta),
    ("meter", Element::Dropped), ("nav", Element::Nav), ("noembed", Element::Dropped),
    ("noframes", Element::Dropped), ("object", Element::Dropped), ("ol", Element::List),
    ("option", Element::Dropped), ("p", Element::Paragraph), ("param", Element::Void),
    ("pre", Element::Preformatted), ("progress", Element::Dropped), ("q", Element::Quotation),
    ("rp", Element::Dropped), ("search", Element::Block), ("section", Element::Section),
    ("select", Element::Dropped), ("source", Element::Void), ("summary", Element::Block), ("table", Element::Table),
    ("td", Element::Cell), ("template", Element::Dropped), ("th", Element::Cell), ("time", Element::Time),
    ("tr", Element::Row), ("track", Element::Void), ("ul", Element::List), ("video", Element::Dropped),
    ("wbr", Element::Void),
];

impl Element {
    /// The element with that name, in letters of any case.
    pub fn named(name: &str) -> Element {
        let mut small = [0u8; 10];
        let Some(letters) = small.get_mut(..name.len()) else { return Element::Inline };
        for (small, letter) in letters.iter_mut().zip(name.bytes()) {
            *small = letter.to_ascii_lowercase();
        }
        let found = NAMES.binary_search_by(|(other, _)| other.as_bytes().cmp(letters));
        found.ok().and_then(|at| NAMES.get(at)).map_or(Element::Inline, |(_, element)| *element)
    }

    /// Whether it has no content and no closing tag.
    pub fn is_void(self) -> bool {
        matches!(self, Element::Break | Element::Rule | Element::Meta | Element::Void)
    }

    /// Whether its text is not for reading.
    pub fn is_dropped(self) -> bool {
        self == Element::Dropped
    }

    /// Whether it stands on lines of its own.
    pub fn is_block(self) -> bool {
        !self.is_void()
            && !matches!(
                self,
                Element::Link
                    | Element::Quotation
                    | Element::Time
                    | Element::Dropped
                    | Element::Inline
            )
    }

    /// Whether there is an empty line around it.
    pub fn is_paragraph(self) -> bool {
        self.is_block()
            && !matches!(
                self,
                Element::Block
                    | Element::Item
                    | Element::Term
                    | Element::Row
                    | Element::Cell
                    | Element::Caption
            )
    }

    /// Whether it is part of a table.
    pub fn is_table(self) -> bool {
        matches!(self, Element::Table | Element::Row | Element::Cell)
    }

    /// Whether line ends inside it are line ends.
    pub fn keeps_lines(self) -> bool {
        self == Element::Preformatted
    }

    /// Whether an open `other` ends where this one begins.
    pub fn ends(self, other: Element) -> bool {
        match self {
            Element::Item => other == Element::Item,
            Element::Term => other == Element::Term,
            Element::Row => other == Element::Row,
            Element::Cell => other == Element::Cell,
            Element::Title | Element::Heading => {
                matches!(other, Element::Title | Element::Heading | Element::Paragraph)
            }
            _ => other == Element::Paragraph,
        }
    }

    /// Whether an open `other` hides no element that this one may end.
    pub fn looks_past(self, other: Element) -> bool {
        match self {
            Element::Item => !matches!(other, Element::List | Element::Cell | Element::Table),
            Element::Term => !matches!(other, Element::List | Element::Cell | Element::Table),
            Element::Row | Element::Cell => !matches!(other, Element::Table | Element::Row),
            _ => false,
        }
    }

    /// What its name says about the lines inside it.
    pub fn marks(self) -> Marks {
        let none = Marks::default();
        match self {
            Element::Nav | Element::Aside | Element::Footer => Marks { aside: true, ..none },
            Element::Form => Marks { against: true, ..none },
            Element::Article | Element::Main => Marks { article: true, ..none },
            Element::Paragraph | Element::BlockQuote => Marks { paragraph: true, ..none },
            Element::Title => Marks { title: true, ..none },
            Element::Heading => Marks { heading: true, ..none },
            Element::Item | Element::Term => Marks { item: true, ..none },
            Element::Table => Marks { table: true, ..none },
            Element::Caption => Marks { caption: true, ..none },
            _ => none,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order() {
        assert!(NAMES.is_sorted_by_key(|(name, _)| *name));
        assert_eq!(Element::named("BlockQuote"), Element::BlockQuote);
        assert_eq!(Element::named("x-player"), Element::Inline);
        assert_eq!(Element::named(""), Element::Inline);
    }
}
