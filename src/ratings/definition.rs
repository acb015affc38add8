//! A rating scale as a person writes it: the keys of a file in `scales/`, read and checked.
//!
//! The build script reads the files of the project with this, the program and the package the scales of a user, so
//! all of them take the same shape and say the same about a mistake. Knows neither TOML nor JSON, only their values.

use std::fmt;

/// A value of TOML or JSON with the place where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Its line, 0 where there are no lines.
    pub line: u32,
}

/// What TOML and JSON have in common.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// True or false.
    Flag(bool),
    /// A list.
    List(Vec<Node>),
    /// Keys with their values.
    Table(Vec<(String, Node)>),
    /// Anything else, by its name.
    Other(&'static str),
}

impl Value {
    fn name(&self) -> &'static str {
        match self {
            Value::Text(_) => "a text",
            Value::Number(_) => "a number",
            Value::Flag(_) => "true or false",
            Value::List(_) => "a list",
            Value::Table(_) => "a table of keys",
            Value::Other(name) => name,
        }
    }
}

/// What is wrong with a scale, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The line, 0 where there are no lines.
    pub line: u32,
    /// The key with the way to it, empty for the scale as a whole: "grades, item 2".
    pub place: String,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "line {}: ", self.line)?;
        }
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        f.write_str(&self.what)
    }
}

type Result<T> = std::result::Result<T, Mistake>;

/// A rating scale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Definition {
    /// Its id in reports.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Canonical name of its rater; in brackets where any body may rate on it.
    pub rater: String,
    /// Further proper names of the rater.
    pub raters: Vec<String>,
    /// Descriptions that point back to the rater ("the watchdog").
    pub aliases: Vec<String>,
    /// Words that name the scheme and so imply the rater ("food hygiene rating").
    pub implied: Vec<String>,
    /// Where the scale is used.
    pub country: String,
    /// Kinds of things that are rated.
    pub subjects: Vec<String>,
    /// Parts that get a grade of their own.
    pub aspects: Vec<String>,
    /// Grades, best first: each its name, then its other spellings.
    pub grades: Vec<Vec<String>>,
    /// Grades that were not always in force: name, since, until; an empty end is open.
    pub in_force: Vec<(String, String, String)>,
    /// Highest number, 0 where grades are not numbers.
    pub max: u32,
    /// Whether grades may be percentages.
    pub percent: bool,
    /// Whether it has an outlook ("negative").
    pub outlook: bool,
    /// Whether a grade with a rating verb needs no known rater.
    pub alone: bool,
    /// Whether people are rated on it, for what they say.
    pub people: bool,
    /// Whether grades lie on two sides, so that none is better ("lean Republican").
    pub sides: bool,
    /// Whether what it rates has no name of its own: "the marsh curlew".
    pub nouns: bool,
    /// States that the rater puts a subject into ("special measures").
    pub states: Vec<String>,
    /// The part of a body that it is for ("children's services").
    pub part: String,
    /// First year or month in force, empty if unknown.
    pub since: String,
    /// Last year or month in force, empty while it is.
    pub until: String,
    /// Its own page.
    pub url: Option<String>,
    /// Whether it was written from memory.
    pub unverified: bool,
    /// Texts in which its ratings must be found.
    pub examples: Vec<Example>,
    /// Texts in which they must not.
    pub counter: Vec<Example>,
}

/// A text with the ratings that it has, or must not have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Example {
    /// The text.
    pub text: String,
    /// One list of fields and values a rating; no fields: any rating.
    pub ratings: Vec<Vec<(String, String)>>,
    /// The line of the example, 0 where there are no lines.
    pub line: u32,
}

/// Fewest examples and counter-examples of a scale.
pub const FEWEST: (usize, usize) = (3, 2);

const MOST_GRADES: usize = 60;
const LONGEST: usize = 4_000;

/// What an example may ask of a rating.
pub const FIELDS: [&str; 9] =
    ["rater", "subject", "aspect", "grade", "scale", "status", "change", "from", "date"];

impl Definition {
    /// Reads and checks a scale.
    pub fn read(node: &Node) -> Result<Definition> {
        let mut d = Definition::default();
        let Value::Table(keys) = &node.value else {
            return Err(at(node, "", format!("expected a scale, got {}", node.value.name())));
        };
        for (key, value) in keys {
            let read = Read { key, node: value };
            match key.as_str() {
                "id" => read.text_to(&mut d.id)?,
                "name" => read.text_to(&mut d.name)?,
                "rater" => read.text_to(&mut d.rater)?,
                "raters" => read.texts_to(&mut d.raters)?,
                "aliases" => read.texts_to(&mut d.aliases)?,
                "implied" => read.texts_to(&mut d.implied)?,
                "country" => read.text_to(&mut d.country)?,
                "subjects" => read.texts_to(&mut d.subjects)?,
                "aspects" => read.texts_to(&mut d.aspects)?,
                "grades" => d.grades = read.grades()?,
                "states" => read.texts_to(&mut d.states)?,
                "in_force" => d.in_force = read.in_force()?,
                "max" => d.max = read.max()?,
                "percent" => read.flag_to(&mut d.percent)?,
                "outlook" => read.flag_to(&mut d.outlook)?,
                "alone" => read.flag_to(&mut d.alone)?,
                "people" => read.flag_to(&mut d.people)?,
                "sides" => read.flag_to(&mut d.sides)?,
                "nouns" => read.flag_to(&mut d.nouns)?,
                "part" => read.text_to(&mut d.part)?,
                "since" => read.date_to(&mut d.since)?,
                "until" => read.date_to(&mut d.until)?,
                "url" => d.url = Some(read.text()?),
                "unverified" => read.flag_to(&mut d.unverified)?,
                "example" => read.examples_to(&mut d.examples)?,
                "not" => read.examples_to(&mut d.counter)?,
                other => {
                    let known = "id, name, rater, raters, aliases, implied, country, subjects, aspects, grades, \
                                 states, in_force, max, percent, outlook, alone, people, sides, nouns, part, since, until, url, unverified, \
                                 example, not";
                    return Err(at(
                        value,
                        "",
                        format!("unknown key `{other}`: a scale has {known}"),
                    ));
                }
            }
        }
        d.check().map_err(|(place, what)| at(node, place, what))?;
        Ok(d)
    }

    /// Its words in small letters: which kind (grade, rater, aspect, subject, subjects, state), the spelling, and the
    /// detail: the grade's place, or 1 for the rater's own name and 2 for the scheme's.
    #[must_use]
    pub fn words(&self) -> Vec<(usize, String, usize)> {
        let mut words = Vec::new();
        let mut put = |kind, spelling: &str, detail| {
            words.push((kind, small(spelling), detail));
        };
        for (place, spellings) in self.grades.iter().enumerate() {
            // "4/5" is read as any number, its name only gives it a place.
            for s in spellings.iter().filter(|s| !s.contains('/')) {
                put(0, s, place);
                // "A-" is "A-minus" as well, or has a dash.
                if let Some(stem) = s.strip_suffix('-') {
                    put(0, &format!("{stem}-minus"), place);
                    put(0, &format!("{stem}–"), place);
                } else if let Some(stem) = s.strip_suffix('+') {
                    put(0, &format!("{stem}-plus"), place);
                }
            }
        }
        if !self.rater.starts_with('(') {
            put(1, &self.rater, 1);
        }
        self.raters.iter().for_each(|s| put(1, s, 1));
        self.implied.iter().for_each(|s| put(1, s, 2));
        self.aliases.iter().for_each(|s| put(1, s.strip_prefix("the ").unwrap_or(s), 0));
        self.aspects.iter().for_each(|s| put(2, s.strip_prefix("the ").unwrap_or(s), 0));
        self.states.iter().for_each(|s| put(5, s, 0));
        for kind in &self.subjects {
            put(3, kind, 0);
            put(4, &plural(kind), 0);
        }
        words
    }

    /// The names of its grades, one a line.
    #[must_use]
    pub fn grade_lines(&self) -> String {
        let names: Vec<&str> =
            self.grades.iter().filter_map(|g| g.first()).map(String::as_str).collect();
        names.join("\n")
    }

    /// Whether one of its grades is a code.
    #[must_use]
    pub fn has_codes(&self) -> bool {
        self.grade_lines().lines().any(is_code)
    }

    /// Its grades that were not always in force, one a line.
    #[must_use]
    pub fn year_lines(&self) -> String {
        let lines: Vec<String> = self
            .in_force
            .iter()
            .map(|(name, since, until)| format!("{name}\t{since}\t{until}"))
            .collect();
        lines.join("\n")
    }

    /// What a single key cannot show.
    fn check(&self) -> std::result::Result<(), (&'static str, String)> {
        for (key, value) in [("id", &self.id), ("name", &self.name), ("rater", &self.rater)] {
            if value.is_empty() {
                return Err((key, "is missing".into()));
            }
        }
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !self.id.chars().all(plain) {
            let what = format!("`{}` must be of small letters, digits and hyphens", self.id);
            return Err(("id", what));
        }
        if self.grades.is_empty() && self.max == 0 && !self.percent {
            let what = "a scale needs `grades`, best first, or `max` for numbers, or `percent`";
            return Err(("grades", what.into()));
        }
        let names: Vec<&String> = self.grades.iter().filter_map(|g| g.first()).collect();
        if let Some((name, ..)) = self.in_force.iter().find(|f| !names.contains(&&f.0)) {
            return Err(("in_force", format!("`{name}` is no grade of the scale")));
        }
        let spellings = [&self.raters, &self.aliases, &self.implied, &self.subjects, &self.aspects];
        for spelling in spellings.into_iter().chain(&self.grades).flatten() {
            let words = spelling.split([' ', '-']).filter(|w| !w.is_empty()).count();
            if words == 0 || words > 8 {
                return Err(("", format!("`{spelling}`: an entry has one to eight words")));
            }
        }
        for (key, list, least) in
            [("example", &self.examples, FEWEST.0), ("not", &self.counter, FEWEST.1)]
        {
            if list.len() < least {
                return Err((key, format!("needs at least {least}, found {}", list.len())));
            }
        }
        Ok(())
    }
}

#[inline(never)]
fn at(node: &Node, place: &str, what: String) -> Mistake {
    Mistake { line: node.line, place: place.to_string(), what }
}

/// A key with its value.
struct Read<'a> {
    key: &'a str,
    node: &'a Node,
}

impl Read<'_> {
    #[inline(never)]
    fn wrong<T>(&self, node: &Node, wanted: &str) -> Result<T> {
        Err(at(node, self.key, format!("expected {wanted}, got {}", node.value.name())))
    }

    // Filled in place: an assignment would drop what the field held, a copy of that for every key.
    #[inline(never)]
    fn text_to(&self, field: &mut String) -> Result<()> {
        field.push_str(&self.text()?);
        Ok(())
    }

    #[inline(never)]
    fn texts_to(&self, field: &mut Vec<String>) -> Result<()> {
        field.append(&mut self.texts()?);
        Ok(())
    }

    #[inline(never)]
    fn flag_to(&self, field: &mut bool) -> Result<()> {
        *field = self.flag()?;
        Ok(())
    }

    #[inline(never)]
    fn date_to(&self, field: &mut String) -> Result<()> {
        field.push_str(&self.date()?);
        Ok(())
    }

    #[inline(never)]
    fn examples_to(&self, field: &mut Vec<Example>) -> Result<()> {
        field.append(&mut self.examples()?);
        Ok(())
    }

    #[inline(never)]
    fn text(&self) -> Result<String> {
        self.text_of(self.node)
    }

    #[inline(never)]
    fn text_of(&self, node: &Node) -> Result<String> {
        let Value::Text(text) = &node.value else { return self.wrong(node, "a text") };
        if text.trim().is_empty() {
            return Err(at(node, self.key, "must not be empty".into()));
        }
        if text.len() > LONGEST {
            return Err(at(node, self.key, format!("is longer than {LONGEST} bytes")));
        }
        Ok(text.clone())
    }

    #[inline(never)]
    fn list(&self) -> Result<&[Node]> {
        match &self.node.value {
            Value::List(list) => Ok(list),
            _ => self.wrong(self.node, "a list"),
        }
    }

    #[inline(never)]
    fn texts(&self) -> Result<Vec<String>> {
        self.list()?.iter().map(|item| self.text_of(item)).collect()
    }

    #[inline(never)]
    fn flag(&self) -> Result<bool> {
        match self.node.value {
            Value::Flag(flag) => Ok(flag),
            _ => self.wrong(self.node, "true or false"),
        }
    }

    #[inline(never)]
    fn max(&self) -> Result<u32> {
        match self.node.value {
            Value::Number(n) if (1.0..=1000.0).contains(&n) && n.fract() == 0.0 => Ok(n as u32),
            Value::Number(_) => {
                let what = "must be a whole number from 1 to 1000";
                Err(at(self.node, self.key, what.into()))
            }
            _ => self.wrong(self.node, "a number"),
        }
    }

    /// A year or a month: "2019", "2019-09".
    #[inline(never)]
    fn date(&self) -> Result<String> {
        let text = self.text()?;
        if is_date(&text) {
            return Ok(text);
        }
        let what = format!("`{text}` is no year or month: write \"2019\" or \"2019-09\"");
        Err(at(self.node, self.key, what))
    }

    #[inline(never)]
    fn grades(&self) -> Result<Vec<Vec<String>>> {
        let list = self.list()?;
        if list.len() > MOST_GRADES {
            return Err(at(self.node, self.key, format!("has more than {MOST_GRADES} grades")));
        }
        let mut grades = Vec::new();
        for (number, item) in list.iter().enumerate() {
            let place = format!("{}, item {}", self.key, number + 1);
            let read = Read { key: &place, node: item };
            let spellings = match &item.value {
                Value::List(_) => read.texts()?,
                _ => {
                    return read.wrong(item, "a list of spellings, the grade's own name first");
                }
            };
            if spellings.is_empty() {
                return Err(at(item, &place, "a grade needs a name".into()));
            }
            grades.push(spellings);
        }
        Ok(grades)
    }

    #[inline(never)]
    fn in_force(&self) -> Result<Vec<(String, String, String)>> {
        let Value::Table(keys) = &self.node.value else {
            return self.wrong(self.node, "a table of grades and years");
        };
        keys.iter()
            .map(|(grade, years)| {
                let text = self.text_of(years)?;
                let (since, until) = text.split_once('/').unwrap_or((&text, ".."));
                let end = |date: &str| if date == ".." { String::new() } else { date.to_string() };
                if ![since, until].iter().all(|d| *d == ".." || is_date(d)) {
                    let what = format!(
                        "`{text}` is no range: write \"../2012-08\", \"2012-09/..\" or \"2010/2014\""
                    );
                    return Err(at(years, &format!("in_force, {grade}"), what));
                }
                Ok((grade.clone(), end(since), end(until)))
            })
            .collect()
    }

    #[inline(never)]
    fn examples(&self) -> Result<Vec<Example>> {
        let mut examples = Vec::new();
        for (number, item) in self.list()?.iter().enumerate() {
            let place = format!("{}, item {}", self.key, number + 1);
            let read = Read { key: &place, node: item };
            let Value::Table(keys) = &item.value else {
                return read.wrong(item, "a `text` and its `rating`");
            };
            let mut example = Example { line: item.line, ..Example::default() };
            let mut asks = false;
            for (key, value) in keys {
                match key.as_str() {
                    "text" => example.text = read.text_of(value)?,
                    "rating" => {
                        asks = true;
                        example.ratings = read.ratings(value)?;
                    }
                    other => {
                        let what = format!("unknown key `{other}`: an example has text, rating");
                        return Err(at(value, &place, what));
                    }
                }
            }
            if example.text.is_empty() || !asks {
                return Err(at(item, &place, "an example needs a `text` and a `rating`".into()));
            }
            examples.push(example);
        }
        Ok(examples)
    }

    #[inline(never)]
    fn ratings(&self, node: &Node) -> Result<Vec<Vec<(String, String)>>> {
        let one = |node: &Node| {
            let Value::Table(fields) = &node.value else {
                return self.wrong(node, "the fields of a rating");
            };
            let mut read = Vec::new();
            for (field, value) in fields {
                if !FIELDS.contains(&field.as_str()) {
                    let what =
                        format!("unknown field `{field}`: a rating has {}", FIELDS.join(", "));
                    return Err(at(value, self.key, what));
                }
                read.push((field.clone(), self.text_of(value)?));
            }
            Ok(read)
        };
        match &node.value {
            Value::List(list) => list.iter().map(one).collect(),
            _ => Ok(vec![one(node)?]),
        }
    }
}

/// In small letters, with a straight apostrophe. Covers Latin letters; the standard library's own tables for all
/// alphabets are left out of the wasm.
#[must_use]
pub fn small(text: &str) -> String {
    let letter = |c| match c {
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(c as u32 + 32).unwrap_or(c),
        '’' => '\'',
        c => c.to_ascii_lowercase(),
    };
    text.chars().map(letter).collect()
}

/// "2019" or "2019-09".
fn is_date(text: &str) -> bool {
    let (year, month) = text.split_once('-').unwrap_or((text, "01"));
    let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
    digits(year, 4) && digits(month, 2) && ("01"..="12").contains(&month)
}

/// "school" to "schools", "nursery" to "nurseries".
fn plural(noun: &str) -> String {
    let before_y = noun.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    match before_y {
        Some(stem) => format!("{stem}ies"),
        None if noun.ends_with("ss") || noun.ends_with("ch") || noun.ends_with('x') => {
            format!("{noun}es")
        }
        None if noun.ends_with('s') => noun.to_string(),
        None => format!("{noun}s"),
    }
}

/// Whether a grade's name is a code ("Baa1", "A", "C3") rather than a word.
#[must_use]
#[inline(never)]
pub fn is_code(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.len() == 1
        || bytes.iter().any(|b| b.is_ascii_digit() || matches!(b, b'+' | b'*'))
        || bytes.iter().filter(|b| b.is_ascii_uppercase()).count() == bytes.len()
        || name.ends_with('-')
        || matches!(name, "Aaa" | "Ca")
}
