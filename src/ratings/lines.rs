//! Lines of pasted lists and tables: "5 The Plough, Mill Road - rated on May 3", "Safe: Good", "Overall - Good".

use super::Page;
use super::context::Scaled;
use super::definition::small;
use super::grades::{self, Form, Grade};
use super::near::{Role, role_at};
use super::phrases::Range;
use super::reader::Reader;
use super::scales::Kind;
use super::settle::direction;
use crate::blocks::Block;
use crate::lexicon::class;
use crate::report::{Rating, RatingChange, RatingStatus};
use crate::sentences::Sentence;
use crate::text::whole;
use crate::tokens::{Gap, Shape};

/// Longest line of a list in tokens.
const LONGEST: usize = 40;

/// Names among which a critic is looked for who signs by first letters.
const LISTED: usize = 60;

/// Longest title before stars, in tokens.
const TITLE: usize = 12;

/// Longest part of an article under a heading of its own, in tokens.
const SECTION: usize = 500;

/// What a line says.
struct Entry {
    grade: Grade,
    subject: Option<Range>,
    aspect: Option<Range>,
    /// The grade before: "Down from an A".
    from: Option<Grade>,
}

impl Reader<'_, '_, '_> {
    /// Reads the lines of a block that are entries of a list; whether all of it was.
    pub fn line(&mut self, block: &Block) -> bool {
        let article = self.page.article;
        let mut from = block.from;
        let mut whole = true;
        while from < block.to {
            let mut ends = article.which(from + 1..block.to, |token| token.gap >= Gap::Line);
            let to = ends.next().unwrap_or(block.to);
            whole &= to - from <= LONGEST && self.entry(from, to);
            from = to;
        }
        whole
    }

    fn entry(&mut self, from: usize, to: usize) -> bool {
        let page = self.page;
        let article = page.article;
        let mut start = from;
        while start < to
            && matches!(article.shape(start), Shape::Bullet | Shape::Dash | Shape::Hyphen)
        {
            start += 1;
        }
        let line = Sentence { from, to, block: 0 };
        let found = page
            .numbered(start, to)
            .or_else(|| page.named_line(start, to))
            .or_else(|| page.scored(start, to))
            .or_else(|| page.labelled(start, to))
            .or_else(|| page.noted(start, to));
        let Some(Entry { grade, subject, aspect, from: before }) = found else { return false };
        let glyphs = matches!(grade.form, Form::Glyphs(..));
        let Some(scaled) = page.raters.of_list(page, &grade, &line) else { return false };
        let Scaled { scale: Some(number), rater, .. } = scaled else { return false };
        let Some((known, text)) =
            page.scales.get(number).and_then(|s| Some((s, grade.text(article, number, s)?)))
        else {
            return false;
        };
        let above = self.found.last().filter(|i| i.list && i.at < from && i.at + LONGEST > from);
        let above = above.map(|i| (i.rating.rater.clone(), i.rating.subject.clone()));
        let rater = match &above {
            Some((old, _)) if glyphs => old.clone(),
            None if glyphs => rater.or_else(|| page.writer(grade.to)),
            _ => rater,
        };
        let subject = match subject {
            Some((a, b)) => Some(article.wording(a, b)),
            // What the line before is of; the title of a review.
            None => above.map_or_else(
                || {
                    let title = page.title.clone().or_else(|| page.heading(from));
                    title
                        .filter(|_| glyphs)
                        .or_else(|| page.resolve(from, number, false, None, rater.as_deref()))
                },
                |(_, subject)| subject,
            ),
        };
        let overall = |(a, b): &Range| {
            article.is(*a, class::OVERALL) || a + 1 == *b && article.is(*a, class::RATING_NOUN)
        };
        let date = page
            .dates_within(start, to)
            .first()
            .and_then(|d| d.edtf.clone().or_else(|| page.day(d.from, d.to)));
        let aspect = aspect.filter(|range| !overall(range)).map(|(a, b)| article.wording(a, b));
        let rating = Rating {
            rater,
            subject,
            aspect,
            grade: text,
            scale: Some(known.id.to_string()),
            rank: None,
            of: None,
            status: RatingStatus::Current,
            change: None,
            from: before.as_ref().and_then(|g| g.text(article, number, known)),
            date,
            grade_spans: vec![article.span(grade.from, grade.to)],
            evidence: vec![article.span(start, to)],
        };
        let change = direction(page, &rating).or_else(|| self.led(from));
        self.led = change.map(|change| (to, change));
        let rating = Rating { change, ..rating };
        self.push(rating, grade.from, false);
        if let Some(item) = self.found.last_mut() {
            item.list = true;
        }
        true
    }
}

impl Reader<'_, '_, '_> {
    /// What the line before the list says of all of it: "Two restaurants were downgraded this month:".
    fn led(&self, from: usize) -> Option<RatingChange> {
        let page = self.page;
        if let Some((end, change)) = self.led
            && end == from
        {
            return Some(change);
        }
        let colon = from.checked_sub(1).filter(|k| page.article.shape(*k) == Shape::Colon)?;
        let words = (colon.saturating_sub(16)..colon).rev();
        words.take_while(|k| page.article.shape(*k) != Shape::Period).find_map(|k| {
            match role_at(page, k)?.0 {
                Role::Up => Some(RatingChange::Upgraded),
                Role::Down => Some(RatingChange::Downgraded),
                Role::Kept => Some(RatingChange::Unchanged),
                _ => None,
            }
        })
    }
}

impl Page<'_, '_> {
    /// "Casa Rosa, 40 Second St. — B grade, 17 demerits. Down from an A."
    fn noted(&self, from: usize, to: usize) -> Option<Entry> {
        let article = self.article;
        if !article.shape(from).is_capital() {
            return None;
        }
        let dash = (from + 1..to.min(from + 14)).find(|k| article.shape(*k) == Shape::Dash)?;
        let grade = grades::at(article, self.scales, dash + 1)?;
        let end = grade.to + usize::from(article.is(grade.to, class::RATING_NOUN));
        if end == grade.to && !matches!(grade.form, Form::Number(..))
            || !matches!(article.shape(end), Shape::Comma | Shape::Period | Shape::Semicolon)
        {
            return None;
        }
        let stop = (from..dash).find(|k| article.shape(*k) == Shape::Comma).unwrap_or(dash);
        let before = (end..to).find(|k| {
            article.reads(*k, word!("from")) && article.is(k.wrapping_sub(1), class::VERB_PARTICLE)
        });
        let before = before
            .and_then(|k| (k + 1..to.min(k + 4)).find_map(|k| grades::at(article, self.scales, k)));
        Some(Entry { grade, subject: Some((from, stop)), aspect: None, from: before })
    }

    /// "Cooking 9", "Food: 9/10", "Score 8/10": the box below a review.
    fn scored(&self, from: usize, to: usize) -> Option<Entry> {
        let article = self.article;
        let starred = self.title.is_some() || article.shape_before(from) == Shape::Star;
        let capital = matches!(article.shape(from), Shape::Title | Shape::Upper);
        if !starred || to - from > 6 || !capital {
            return None;
        }
        let at = (from + 1..to).find(|k| article.shape(*k) == Shape::Number)?;
        // What the scores are out of is often told once.
        let max = (at..at + LONGEST).find_map(|k| {
            let full = grades::at(article, self.scales, k)?;
            if let Form::Number(_, max) = full.form { (max > 0).then_some(max) } else { None }
        })?;
        let found = grades::at(article, self.scales, at).or_else(|| grades::bare(article, at))?;
        let Form::Number(n, own) = found.form else { return None };
        let whole = article.is(from, any!(OVERALL, RATING_NOUN));
        (found.to == to && (own == 0 || own == max) && n <= max * 10).then_some(Entry {
            grade: Grade { form: Form::Glyphs(n, max), ..found },
            subject: None,
            aspect: Some((from, at - usize::from(article.shape(at - 1) == Shape::Colon)))
                .filter(|_| !whole),
            from: None,
        })
    }

    /// "5 The Plough, Mill Road - rated on May 3", "Rated 5: The Plough at 3 Mill Road; rated on May 3"
    fn numbered(&self, from: usize, to: usize) -> Option<Entry> {
        let article = self.article;
        let rated = article.is(from, class::RATE) || article.is(from, class::RATING_NOUN);
        let number = if rated { from + 1 } else { from };
        let found =
            grades::at(article, self.scales, number).filter(|g| matches!(g.form, Form::Number(..)));
        let mut name = found.as_ref().map_or(number + 1, |g| g.to);
        let marked = matches!(article.shape(name), Shape::Colon | Shape::Dash | Shape::Hyphen);
        if marked {
            name += 1;
        }
        let grade = found.filter(|_| rated || marked).or_else(|| {
            let plain = article.shape(number) == Shape::Number && (!rated || marked);
            let grade = Grade {
                from: number,
                to: number + 1,
                form: Form::Number(whole(article.word(number))?.checked_mul(10)?, 0),
                rows: Vec::new(),
            };
            plain.then_some(grade)
        })?;
        if !article.shape(name).is_capital() {
            return None;
        }
        let end = (name..to).find(|k| {
            matches!(
                article.shape(*k),
                Shape::Comma | Shape::Dash | Shape::Colon | Shape::Semicolon | Shape::Open
            ) || article.reads(*k, word!("at")) && *k > name
        })?;
        Some(Entry { grade, subject: Some((name, end)), aspect: None, from: None })
    }

    /// "The Plough, Mill Road - 5/5", "Oakmoor School: Good"
    fn named_line(&self, from: usize, to: usize) -> Option<Entry> {
        let article = self.article;
        if !article.shape(from).is_capital() {
            return None;
        }
        let dash = (from..to).rev().take(12).find(|k| {
            matches!(article.shape(*k), Shape::Dash | Shape::Colon)
                || article.shape(*k) == Shape::Hyphen && article.gap(*k) > Gap::None
        })?;
        let grade = grades::at(article, self.scales, dash + 1)
            .or_else(|| grades::bare(article, dash + 1))?;
        let end = grade.to + usize::from(article.is(grade.to, class::STAR_NOUN));
        // "Casa Rosa, 40 Second St.: B (17 points)"
        let aside = article.shape(end) == Shape::Open && article.shape(to - 1) == Shape::Close
            // "Halden HD80 (£389) - 81%, energy class C"
            || article.shape(end) == Shape::Comma && grade.form == Form::Percent;
        if end < to && !aside || self.scales.find(article, from, Kind::Aspect).is_some() {
            return None;
        }
        // "Food: 8/10" below a review is a part.
        if article.is(from, any!(OVERALL, RATING_NOUN)) || self.title.is_some() && dash < from + 2 {
            return None;
        }
        let name = (from..dash).all(|k| {
            article.shape(k) != Shape::Lower
                || article.is(k, any!(NAME_JOINT, AND))
                || self.scales.find(article, k, Kind::Subject).is_some()
        });
        let ends = |k: &usize| matches!(article.shape(*k), Shape::Comma | Shape::Open);
        let stop = (from + 1..dash).find(ends).unwrap_or(dash);
        let number = matches!(grade.form, Form::Number(..) | Form::Percent);
        (name && (number || dash > from + 1)).then_some(Entry {
            grade,
            subject: Some((from, stop)),
            aspect: None,
            from: None,
        })
    }

    /// "Safe: Good", "Leadership and governance - Inadequate", "Overall: Requires improvement"
    fn labelled(&self, from: usize, to: usize) -> Option<Entry> {
        let article = self.article;
        let mark = (from + 1..to.min(from + 14)).find(|k| {
            matches!(article.shape(*k), Shape::Colon | Shape::Dash | Shape::Question)
                || article.shape(*k) == Shape::Hyphen && article.gap(*k) > Gap::None
        })?;
        let grade = (mark + 1..to.min(mark + 6))
            .filter(|k| !matches!(article.shape(*k), Shape::Dash | Shape::Hyphen))
            .find_map(|k| grades::at(article, self.scales, k).filter(|g| g.to == to))?;
        let known = (from..mark)
            .find_map(|k| self.scales.find(article, k, Kind::Aspect).map(|f| (k, k + f.len)));
        let overall = article.is(from, any!(OVERALL, RATING_NOUN));
        let label = known.filter(|(a, b)| *a == from && *b == mark).unwrap_or((from, mark));
        let label = if article.shape(mark) == Shape::Question { known? } else { label };
        // "Medical care: Requires improvement": whatever stands before a colon in a line of its own, "Rooms: ★★☆☆☆".
        // "Harbour row: Norton stays on grey list" is a headline.
        let part = article.shape(mark) == Shape::Colon
            && mark < from + 6
            && !(mark + 1..grade.from).any(|k| article.shape(k).is_word())
            && article.shape(from) == Shape::Title
            && (from + 1..mark).all(|k| matches!(article.shape(k), Shape::Lower | Shape::Hyphen));
        (known.is_some() || overall || part).then_some(Entry {
            grade,
            subject: None,
            aspect: Some(label),
            from: None,
        })
    }

    /// A day without a year, in the year of the first full date at the top of the article.
    fn day(&self, from: usize, to: usize) -> Option<String> {
        let article = self.article;
        let year =
            self.dates.iter().take(8).filter(|d| d.from < super::TOP).find_map(|d| {
                d.edtf.as_deref().filter(|e| e.len() == 10).and_then(|e| e.get(..4))
            })?;
        let month = (from..to).find_map(|k| article.number_at(k, class::MONTH))? as u32;
        let day = (from..to).find_map(|k| whole(article.word(k)))?;
        (1..=31).contains(&day).then(|| format!("{year}-{month:02}-{day:02}"))
    }

    /// The first token of the line that holds token `at`, `floor` at least.
    #[must_use]
    #[inline(never)]
    pub fn line_start(&self, at: usize, floor: usize) -> usize {
        self.article.last(floor..at + 1, |token| token.gap >= Gap::Line).unwrap_or(floor)
    }

    /// What a line is of that begins with a name and a colon: "Vale Stores: Norwick upgrades to buy from hold".
    #[must_use]
    pub fn line_head(&self, at: usize) -> Option<String> {
        let article = self.article;
        let from = self.line_start(at, at.saturating_sub(LONGEST));
        let named = |k: usize| {
            let shape = article.shape(k);
            shape.is_capital()
                || matches!(shape, Shape::Ampersand | Shape::Hyphen | Shape::Clitic | Shape::Number)
                || shape == Shape::Lower && article.is(k, any!(NAME_JOINT, AND))
        };
        let colon = from + (from..at.min(from + TITLE)).take_while(|k| named(*k)).count();
        let heads = article.shape(colon) == Shape::Colon
            && article.gap(from) >= Gap::Line
            && colon < at
            && !article.is(from, class::NO_BYLINE)
            && !self.raters.in_range(from, colon);
        let whole = |n: &&super::subjects::Name| n.from == from && n.to == colon && !n.person;
        let name = self.names_within(from, colon).iter().find(whole).filter(|_| heads)?;
        Some(self.full(*name))
    }

    /// What the part of the article that holds token `at` is headed by: the line above stars, or a line of nothing but
    /// a name that comes elsewhere, too.
    #[must_use]
    pub fn heading(&self, at: usize) -> Option<String> {
        let article = self.article;
        let floor = at.saturating_sub(SECTION);
        let mut below = self.line_start(at.checked_sub(1)?, floor);
        while below > floor {
            let mut first = self.line_start(below - 1, floor);
            if article.shape(below - 1) == Shape::Star
                && let Some((from, to)) = self.headed(first, below)
            {
                return Some(article.wording(from, to));
            }
            // "Also showing": what stands below is of no film above.
            let other = below < at
                && first + 4 > below
                && article.gap(first) >= Gap::Blank
                && article.gap(below) >= Gap::Blank
                && (first..below).all(|k| article.shape(k).is_word())
                && article.shape(first + 1) == Shape::Lower;
            if other {
                return None;
            }
            let starred = article.shape(below) == Shape::Star;
            // "Josie Marsh / Low Water / (Saltbox)": above the label stands the title, above that whose it is.
            let label = starred
                && article.shape(first) == Shape::Open
                && article.shape(below - 1) == Shape::Close
                && article.gap(first) < Gap::Blank;
            if label {
                (below, first) = (first, self.line_start(first - 1, floor));
            }
            // Above stars, a name may have lines of its own for place and price.
            while starred
                && !label
                && first > floor
                && article.gap(first) < Gap::Blank
                && article.shape(first - 1) != Shape::Period
                // "FILM": what stands below is one.
                && !(article.gap(first - 1) >= Gap::Line
                    && article.is(first - 1, class::NO_BYLINE))
            {
                (below, first) = (first, self.line_start(first - 1, floor));
            }
            // "1. Zenta Dry 300"
            let numbered = first + 2 < below
                && article.shape(first) == Shape::Number
                && article.shape(first + 1) == Shape::Period;
            let from = first + 2 * usize::from(numbered);
            let most = if starred { 14 } else { 5 };
            let end = (from..below.min(from + most + 1))
                .find(|k| {
                    matches!(article.shape(*k), Shape::Comma | Shape::Open)
                        && matches!(article.shape(k + 1), Shape::Currency | Shape::Number)
                })
                .unwrap_or(below);
            let line = from..end;
            let short = line.len() <= most;
            let ends = article.shape(end - 1).is_word() || article.shape(end - 1) == Shape::Number;
            let capital = |k: usize| !article.shape(k).is_word() || article.shape(k).is_capital();
            let fits = short
                && ends
                && article.shape(from).is_capital()
                && self.dates_within(from, end).is_empty()
                && (starred || line.clone().all(capital) && self.recurs(from));
            if fits {
                // "Ann Day: Low Water", an album and whose it is.
                let from = if starred { self.trim_title(from, end).0 } else { from };
                let words = article.words(from, end);
                return (self.byline.as_deref() != Some(words)).then(|| words.to_string());
            }
            below = first;
        }
        None
    }

    /// The title that stands before stars in a line of its own: "Pedal to the Metal 3 ★☆☆☆☆".
    pub fn headed(&self, first: usize, below: usize) -> Option<Range> {
        let article = self.article;
        let star = (first..below.min(first + TITLE)).find(|k| article.shape(*k) == Shape::Star)?;
        let word = |k: usize| {
            let shape = article.shape(k);
            let part = matches!(
                shape,
                Shape::Number | Shape::Hyphen | Shape::Clitic | Shape::Colon | Shape::Ampersand
            );
            shape.is_word() || part
        };
        let title = star > first
            && article.gap(first) >= Gap::Line
            && article.shape(first).is_capital()
            && (first..star).all(word);
        // "Ann Day: Low Water ★★★", an album and whose it is.
        title.then(|| (self.trim_title(first, star).0, star))
    }

    /// Whether a name of the article begins with the word, in other letters.
    fn recurs(&self, at: usize) -> bool {
        let article = self.article;
        let word = small(article.word(at));
        article.shape(at) == Shape::Upper
            && self.scales.find(article, at, Kind::Subject).is_none()
            && self.names().iter().take(300).any(|n| {
                article.shape(n.from) == Shape::Title && small(article.word(n.from)) == word
            })
    }

    /// Who wrote what stands at token `at`, where stars end: whoever signs it, below the stars, at its end or above.
    #[must_use]
    pub fn writer(&self, at: usize) -> Option<String> {
        let above = self.bylines.partition_point(|(line, _)| *line < at);
        let named = |nth: usize| self.bylines.get(nth).map(|(_, name)| name.clone());
        let next = self.bylines.get(above).is_some_and(|(line, _)| *line == at);
        if next {
            return named(above);
        }
        let above = || named(above.checked_sub(1)?);
        self.signed(at).or_else(above).or_else(|| self.byline.clone())
    }

    /// Who signs the part of the article that goes on from token `from`: "… and fewer of them. Ann Day"
    #[must_use]
    pub fn signed(&self, from: usize) -> Option<String> {
        let article = self.article;
        let mut next = false;
        for end in from + 4..from + SECTION {
            next |= article.shape(end) == Shape::Star;
            if article.gap(end) >= Gap::Line {
                let first =
                    (end - 4..end).rev().take_while(|k| article.shape(*k).is_capital()).last();
                let first = first.filter(|k| (2..4).contains(&(end - k)));
                if let Some(first) = first.filter(|k| {
                    let before = article.shape(k - 1);
                    // In a line of its own a name signs all of the parts above; "1. Zenta Dry" is none.
                    let signs = match article.gap(*k) {
                        Gap::Line => self.known.at(*k).is_some_and(|m| {
                            self.known.is(m.entity, crate::report::EntityKind::Person)
                        }),
                        gap => !next && gap < Gap::Line && article.gap(k - 2) < Gap::Line,
                    };
                    signs && (before == Shape::Period || before.is_quote_mark())
                }) {
                    return Some(article.wording(first, end));
                }
            }
            // "… I believe him. AD", of Ann Day
            if article.gap(end) >= Gap::Line
                && article.shape(end - 1) == Shape::Upper
                && matches!(article.shape(end - 2), Shape::Period | Shape::Question)
                && let Some(name) = self.of_initials(article.word(end - 1))
            {
                return Some(name);
            }
            if article.shape(end) == Shape::End {
                return None;
            }
        }
        None
    }

    /// The person of the article whose first letters stand there for the name.
    fn of_initials(&self, letters: &str) -> Option<String> {
        let person = |e: &&crate::names::Entity| {
            e.kind == crate::report::EntityKind::Person
                && (2..4).contains(&letters.len())
                && crate::names::initials(&e.name, true) == letters
        };
        let known =
            self.known.mentions.iter().take(LISTED).filter_map(|m| self.known.entity(m.entity));
        known.filter(|e| e.name.contains(' ')).find(person).map(|e| e.name.clone())
    }

    /// The name in a review's headline, without what may stand before it.
    pub fn trim_title(&self, from: usize, to: usize) -> Range {
        let article = self.article;
        let colon = (from..to).rev().find(|k| article.shape(*k) == Shape::Colon);
        let (mut from, mut to) = (colon.map_or(from, |c| c + 1), to);
        while from < to
            && (article.shape(from).is_quote_mark() || article.shape(from) == Shape::Star)
        {
            from += 1;
        }
        while to > from
            && !article.shape(to - 1).is_word()
            && article.shape(to - 1) != Shape::Number
        {
            to -= 1;
        }
        (from, to)
    }
}
