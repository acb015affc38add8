//! Noun phrases around a rating: whom or what they name, which aspects they list, what they count.

use super::Page;
use super::scales::Kind;
use super::subjects::Name;

use crate::lexicon::class;
use crate::tokens::{Gap, Shape};

/// A range of tokens.
pub type Range = (usize, usize);

/// What a noun phrase says about who was rated.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phrase {
    /// The subjects; none where the phrase names none.
    pub subjects: Vec<String>,
    /// Aspects that the phrase lists.
    pub aspects: Vec<Range>,
    /// Whether it counts: "five of the 22 schools".
    pub counts: bool,
    /// Whether it speaks of things in general: "schools".
    pub generic: bool,
    /// Whether what it means is named further on: "a village school".
    pub forward: bool,
    /// Whether it stands for parts that are named elsewhere: "the two areas".
    pub areas: bool,
    /// Whether it names a rating: "its overall grade".
    pub of_rating: bool,
    /// Its kind of thing: "hospital".
    pub kind: Option<Range>,
    /// Whether it says whose it is, without a name: "the county's fire service".
    pub owned: bool,
    /// The part of that thing which was rated: "maternity unit" of "the hospital’s maternity unit".
    pub part: Option<Range>,
    /// Where it begins.
    pub from: usize,
}

impl Phrase {
    /// A phrase that names one subject.
    #[inline(never)]
    pub fn of(subject: String, from: usize) -> Phrase {
        Phrase { subjects: vec![subject], from, ..Phrase::default() }
    }
}

/// Longest noun phrase in tokens.
const LONGEST: usize = 30;

impl Page<'_, '_> {
    #[inline(never)]
    fn kind(&self, i: usize) -> Option<usize> {
        self.scales.find(self.article, i, Kind::Subject).map(|f| f.len)
    }

    #[inline(never)]
    fn kinds(&self, i: usize) -> Option<usize> {
        self.scales.find(self.article, i, Kind::Subjects).map(|f| f.len)
    }

    #[inline(never)]
    fn aspect(&self, i: usize) -> Option<usize> {
        self.scales.find(self.article, i, Kind::Aspect).map(|f| f.len)
    }

    /// The noun phrase that ends before token `end`, asides left out.
    #[must_use]
    pub fn before(&self, end: usize, floor: usize) -> Range {
        let article = self.article;
        // "The trust as a whole"
        let whole = end
            .checked_sub(3)
            .filter(|k| article.find(*k, class::NP_CLOSER).is_some_and(|hit| k + hit.len == end));
        let mut end = whole.unwrap_or(end);
        for _ in 0..6 {
            let Some(last) = end.checked_sub(1).filter(|l| *l >= floor) else { break };
            if let Some(from) = self.aside(end, floor).filter(|from| *from > floor) {
                // "Its sister home in Norwick, Elm Court, was": what the description is called.
                let name = self.name_ending(last, from + 1).filter(|n| n.from == from + 1);
                let own = (floor.max(from.saturating_sub(8))..from)
                    .rev()
                    .take_while(|k| !article.is(*k, any!(AUXILIARY, VERB_PAST)))
                    .any(|k| article.is(k, any!(POSSESSIVE, INDEFINITE)));
                if let Some(name) = name.filter(|n| own && !n.person && !n.place) {
                    return (name.from, name.to);
                }
                // "Oakmoor School, in Leeds, which has 90 pupils,": the comma ends the aside before, too.
                end = from + usize::from(article.shape(from) == Shape::Comma);
            } else if article.shape(last) == Shape::Comma
                || article.is(last, class::RELATIVE) && last > floor
                || article.is(last, class::ALL_OF) && last > floor
            {
                end = last;
            } else {
                break;
            }
        }
        let lowest = floor.max(end.saturating_sub(LONGEST));
        // A title in marks: "‘Ghosts’".
        if end > lowest && article.shape(end - 1).is_quote_mark() {
            let open = (lowest..end - 1).rev().take(10).find(|k| article.shape(*k).is_quote_mark());
            if let Some(open) = open.filter(|o| article.shape(o + 1).is_capital()) {
                return (open + 1, end - 1);
            }
        }
        let mut from = end;
        while from > lowest {
            let k = from - 1;
            if article.shape(k) == Shape::Comma && self.listed(from, end, lowest) {
                from = k;
                continue;
            }
            if self.is_edge(k, from < end) {
                break;
            }
            from = k;
        }
        (from, end)
    }

    /// Whether a comma before `from` stands inside a list of names or aspects that goes on to `end`.
    fn listed(&self, from: usize, end: usize, floor: usize) -> bool {
        let article = self.article;
        let joined = (from..end).any(|k| article.is(k, class::AND));
        let item = from.saturating_sub(2);
        if !joined || item < floor {
            return false;
        }
        if self.name_ending(item + 1, item.saturating_sub(8).max(floor)).is_some()
            && self.names_within(from, from + 2).first().is_some_and(|n| n.from == from)
        {
            return true;
        }
        // "Preventing fires, protecting the public and …"
        let doing = |k: usize| {
            article.word(k).ends_with("ing")
                && (k <= floor || article.shape(k.wrapping_sub(1)) == Shape::Comma)
        };
        if article.word(from).ends_with("ing")
            && (item.saturating_sub(7).max(floor)..=item).any(doing)
        {
            return true;
        }
        (item.saturating_sub(7).max(floor)..=item)
            .any(|k| self.aspect(k).is_some_and(|len| k + len == item + 1))
    }

    #[inline(never)]
    fn is_edge(&self, k: usize, inside: bool) -> bool {
        let article = self.article;
        let shape = article.shape(k);
        // "well-led": a verb's form inside a known part is none.
        let part = |a: usize| self.aspect(a).is_some_and(|len| a < k && a + len > k);
        if matches!(shape, Shape::Lower | Shape::Comma) && (k.saturating_sub(3)..k).any(part) {
            return false;
        }
        if shape.is_quote_mark()
            || matches!(
                shape,
                Shape::Comma
                    | Shape::Semicolon
                    | Shape::Colon
                    | Shape::Dash
                    | Shape::Open
                    | Shape::Close
                    | Shape::Bullet
                    | Shape::Question
                    | Shape::Exclamation
            )
            || inside && article.gap(k + 1) >= Gap::Blank
        {
            // The possessive of a plural: "officers' report".
            return !(shape.is_quote_mark()
                && article.gap(k) == Gap::None
                && article.gap(k + 1) == Gap::Space
                && article.word(k.wrapping_sub(1)).ends_with('s'));
        }
        if shape == Shape::Title && article.gap(k) == Gap::Blank {
            return article.is(k, class::SUBJECT_EDGE);
        }
        if shape != Shape::Lower {
            return shape == Shape::Title
                && article.is(k, any!(SUBJECT_EDGE, PREPOSITION))
                && self.names_within(k, k + 1).is_empty();
        }
        // "Four years ago the same services were judged good"
        if article.is(k, class::AGO) {
            return true;
        }
        if article.is(k, any!(SUBJECT_EDGE, AUXILIARY, SUBORDINATOR)) {
            // "children looked after"
            let past = article.word(k.wrapping_sub(1)).ends_with("ed")
                || article.is(k.wrapping_sub(1), class::VERB_PARTICIPLE);
            let goes_on = article.is(k, class::PREPOSITION) || article.reads(k, word!("to"));
            // "its work with children in care and with care leavers"
            let with = article.reads(k, word!("with"))
                && (article.is(k.wrapping_sub(2), class::POSSESSIVE)
                    || article.is(k.wrapping_sub(1), class::AND) && self.aspect(k + 1).is_some());
            let past = past && goes_on && article.shape(k.wrapping_sub(1)) == Shape::Lower;
            return !(inside && (past || with));
        }
        // "to do better at investigating crime": what a preposition leads to is the aspect.
        if inside
            && article.is(k, any!(ASPECT_FOR, DATE_PREPOSITION))
            && self.aspect(k + 1).is_some()
            && self.aspect(k.wrapping_sub(1)).is_none()
            && article.is(k.wrapping_sub(1), any!(ADVERB, BETTER, VERB_PAST, VERB_BASE))
        {
            return true;
        }
        let past = article.is(k, class::VERB_PAST);
        past && !(article.is(k, class::VERB_PARTICIPLE)
            && inside
            && (article.is(k + 1, class::PREPOSITION)
                || article.is(k.wrapping_sub(1), any!(DETERMINER, POSSESSIVE))))
    }

    /// Reads a noun phrase. `at`: where descriptions in it are resolved from.
    #[must_use]
    pub fn phrase(&self, range: Range, scale: u8) -> Phrase {
        let article = self.article;
        let (mut from, mut to) = range;
        let mut read = Phrase { from: range.0, ..Phrase::default() };
        // "its outlook on Ardmore County", "the rating for Oakmoor": what the rating is of.
        if let Some(noun) = (from..to).rev().find(|k| article.is(*k, any!(RATING_NOUN, LEVEL_NOUN)))
        {
            read.of_rating = true;
            // "its ‘people’ rating"
            if noun == range.0 && article.shape(noun.wrapping_sub(1)).is_quote_mark() {
                let a = (noun.saturating_sub(8)..noun - 1)
                    .rev()
                    .find(|k| article.shape(*k).is_quote_mark())
                    .map_or(noun, |k| k + 1);
                let found = self.scales.find(article, a, Kind::Aspect);
                if found.is_some_and(|f| a + f.len == noun - 1 && f.is_of(scale)) {
                    read.aspects = vec![(a, noun - 1)];
                    return read;
                }
            }
            let level = article.is(noun, class::LEVEL_NOUN) && article.reads(noun + 1, word!("in"));
            if (level || article.is(noun + 1, class::OF_SUBJECT)) && noun + 2 < to {
                from = noun + 2;
            } else {
                to = noun;
                // "the primary's Ofsted rating", "Arvonia's sovereign rating"
                if let Some(owner) = (from..to).rev().find(|k| self.possessive(*k)) {
                    to = owner;
                } else if article.is(from, class::POSSESSIVE) {
                    // "its ‘people’ rating", "its viability grade"
                    let (a, b) = self.trim(from + 1, to);
                    let found = self.scales.find(article, a, Kind::Aspect);
                    if found.is_some_and(|f| a + f.len == b && f.is_of(scale)) {
                        read.aspects = vec![(a, b)];
                    }
                    return read;
                }
            }
        }
        // "… by Ofsted and one": a rater belongs to the clause before.
        let rater = self.raters.within(from, to).last();
        if let Some(rater) = rater.filter(|r| article.is(r.to, class::AND) && r.to + 1 < to) {
            from = rater.to + 1;
        }
        let (from, to) = self.trim(from, to);
        if from >= to {
            return read;
        }
        read.from = read.from.min(from);
        // "its predecessor", "her running mate, Ann Day,": somebody else.
        // "None was judged outstanding": nobody.
        if article.is(to - 1, class::OTHER_NOUN)
            || to == from + 1 && article.is(from, class::NONE_OF)
        {
            let named = self.names_within(to, to + 3).first().map(|n| self.full(*n));
            read.generic = named.is_none();
            read.subjects.extend(named);
            return read;
        }
        let first = from + usize::from(article.is(from, any!(DETERMINER, POSSESSIVE)));
        let own = self.scales.find(article, first, Kind::Aspect);
        let own = own.is_some_and(|f| first + f.len == to && f.is_of(scale));
        if article.is(to - 1, class::AREA) {
            // "Safeguarding standards were met"
            let part = self.scales.find(article, first, Kind::Aspect);
            let part = part.is_some_and(|f| first + f.len == to - 1 && f.is_of(scale));
            if own || part {
                read.aspects = vec![(first, to - usize::from(part && !own))];
                return read;
            }
        }
        if article.is(to - 1, class::AREA) && article.is(from, class::NONE_OF) {
            read.aspects = vec![(from, to)];
            return read;
        }
        if article.is(to - 1, class::AREA) && !(from..to).any(|k| article.is(k, class::ALL_WORD)) {
            read.areas = true;
            return read;
        }
        // "the marsh curlew": what the scale rates has no name.
        let nouns = self.scales.get(scale).is_some_and(|s| s.nouns);
        if nouns && article.shape(to - 1) == Shape::Lower && !read.of_rating {
            let bare = to == from + 1
                && (article.is(from, class::PRONOUN)
                    || self.kind(from).is_some()
                    || self.kinds(from).is_some());
            if !bare {
                let the = usize::from(article.is(from, any!(DETERMINER, INDEFINITE)));
                read.subjects.push(article.wording(from + the, to));
                return read;
            }
        }
        if self.counts(from, to) {
            read.counts = true;
            read.subjects.push(article.wording(from, to));
            return read;
        }
        let names: Vec<Name> = self
            .names_within(from.saturating_sub(1), to)
            .iter()
            .copied()
            .filter(|n| n.to <= to + 1 && n.from >= from)
            .collect();
        if let Some(first) = names.first() {
            self.named(&mut read, (from, to), *first, &names, scale);
            return read;
        }
        let indefinite = from > 0
            && (from.saturating_sub(2)..=from)
                .any(|k| k >= range.0 && article.is(k, class::INDEFINITE));
        // "The trust's emergency department"
        let owner = (from..to).find(|k| article.reads_clitic_s(*k));
        if let Some(owner) = owner.filter(|o| *o + 1 < to && o - from < 5) {
            let kind = (from..owner).find(|k| self.kind(*k).is_some_and(|len| k + len == owner));
            read.kind = kind.map(|k| (k, owner));
            let ends = (owner + 1..to).any(|k| self.kind(k).is_some_and(|len| k + len == to));
            if kind.is_some() && !ends && self.kinds(owner + 1).is_none() {
                read.aspects = self.aspects(owner + 1, to);
                return read;
            }
            if kind.is_some() && !indefinite && self.kind(owner + 1).is_none() {
                read.part = Some((owner + 1, to));
                read.from = from;
                return read;
            }
        }
        if own {
            read.aspects = vec![(first, to)];
            return read;
        }
        // "A 14-seat restaurant in a converted barn"
        let placed = |k: &usize| indefinite && self.kind(*k).is_some_and(|len| self.lies(k + len));
        let kind = (from..to).rev().find(|k| self.kind(*k).is_some_and(|len| k + len == to));
        // "urgent care was inadequate, surgery good": a part, whatever else the word is for.
        let bare = from == range.0
            && to == from + 1
            && article.shape(from) == Shape::Lower
            && !article.is(from.wrapping_sub(1), any!(DETERMINER, POSSESSIVE, INDEFINITE));
        if kind.is_some() && bare {
            read.aspects = vec![(from, to)];
            return read;
        }
        // "Its maternity services": a part of whatever "it" is.
        if article.is(to - 1, class::PART_NOUN)
            && kind.is_some()
            && article.is(from.wrapping_sub(1), class::POSSESSIVE)
            && from > range.0
        {
            read.part = Some((from, to));
            return read;
        }
        // "Elmshire, the county whose services were rated": the name before.
        let comma = range.0.wrapping_sub(1);
        if kind.is_some()
            && article.shape(comma) == Shape::Comma
            && article.is(range.0, class::DETERMINER)
            && let Some(name) = self.name_ending(comma, comma.saturating_sub(8))
            && !name.person
        {
            read.subjects.push(self.full(name));
            return read;
        }
        if let Some(kind) = kind.or_else(|| (from..to).find(placed)) {
            read.kind = Some((kind, to));
            read.forward = indefinite;
            if let Some(owner) = owner.filter(|o| *o < kind && self.kind(o + 1).is_some()) {
                read.owned = true;
                read.kind = Some((owner + 1, to));
            }
            read.from = from;
            let owner = (from..kind).any(|k| self.aspect(k).is_some());
            if !owner {
                return read;
            }
        }
        if !indefinite && (from..to).any(|k| self.kinds(k).is_some_and(|len| k + len == to)) {
            let the = range.0 < from || article.is(from, any!(DETERMINER, POSSESSIVE));
            read.generic = !the && !article.is(from.wrapping_sub(1), class::DETERMINER);
            return read;
        }
        read.aspects = self.heads(from, to, range.0);
        // "every private let"
        read.generic = read.aspects.is_empty()
            && to > from + 1
            && article.is(from, class::COUNT_WORD)
            && !article.is(to - 1, class::OUTLOOK_NOUN);
        read
    }

    /// Whether a word tells where something lies: "a school in", "a home near".
    fn lies(&self, k: usize) -> bool {
        self.article.is(k, class::DATE_PREPOSITION)
            || self.article.is(k, class::PREPOSITION) && !self.article.is(k, class::OF_ASPECT)
    }

    #[inline(never)]
    fn possessive(&self, k: usize) -> bool {
        self.article.reads_clitic_s(k)
            || self.article.shape(k).is_quote_mark()
                && self.article.gap(k) == Gap::None
                && self.article.word(k.wrapping_sub(1)).ends_with('s')
    }

    /// Subjects and aspects of a phrase that holds a name.
    fn named(&self, read: &mut Phrase, range: Range, first: Name, names: &[Name], scale: u8) {
        let article = self.article;
        let (from, to) = range;
        // "One Kelsingham takeaway", "a Torbury care home": the place is no subject.
        let head = (from..to).any(|k| {
            article.shape(k) == Shape::Lower && self.kind(k).is_some_and(|len| k + len >= to)
        });
        let opened = [from, from.wrapping_sub(1)]
            .iter()
            .any(|k| article.is(*k, class::INDEFINITE) || article.reads(*k, word!("the")));
        // "A takeaway in Burnley"
        let article_a =
            [from, from.wrapping_sub(1)].iter().any(|k| article.is(*k, class::INDEFINITE));
        let leads = (from..first.from).any(|k| self.kind(k).is_some_and(|len| self.lies(k + len)));
        if article_a && leads {
            read.forward = true;
            return;
        }
        // "Britain’s cheapest car", "The cheapest car on sale in Britain": which one is told below.
        let most = |k: usize| article.word(k).len() > 4 && article.word(k).ends_with("est");
        let owner = first.place && article.reads_clitic_s(first.to) && most(first.to + 1);
        let the =
            article.reads(from, word!("the")) || article.reads(from.wrapping_sub(1), word!("the"));
        if range.0 < super::TOP && (owner || the && (from..first.from).take(2).any(most)) {
            read.forward = true;
            return;
        }
        let short = opened
            && !article.reads_clitic_s(first.to)
            && !names.iter().any(|n| n.len_in(range) > 2);
        // "A Larkshire pub": named when a sentence begins with it.
        let named = || {
            self.names_within(to, to + 120).iter().take(16).any(|n| {
                let before = article.shape_before(article.back_over_the(n.from));
                !n.person
                    && !n.weak
                    && n.to > n.from + 1
                    && matches!(before, Shape::Period | Shape::End)
            })
        };
        // "The neighbouring Norwick force" is another one.
        let other = (from..first.from).any(|k| article.is(k, class::SUBJECT_OPENER));
        if head
            && !other
            && ((short || first.weak) && self.has_full(scale) || short && article_a && named())
        {
            read.forward = true;
            return;
        }
        // "The Norfolk city": a borrower that is named elsewhere.
        let outlook = || self.scales.get(scale).is_some_and(|s| s.outlook);
        if head && first.weak && outlook() && self.names().iter().any(|n| !n.weak && !n.person) {
            read.forward = !opened;
            return;
        }
        // "Leadership and safety at Heron Court"
        if first.from > from {
            let mut joint = first.from.saturating_sub(1);
            if article.is(joint, class::DETERMINER) && joint > from {
                joint -= 1;
            }
            let list = self.heads(from, joint.max(from), from);
            let kinds = (from..joint).any(|k| self.kind(k).is_some());
            if article.is(joint, class::OF_SUBJECT) && !list.is_empty() && !kinds {
                read.aspects = list;
                read.subjects.push(self.full(first));
                return;
            }
        }
        // "Heron Court's leadership"
        // "St Mary’s leadership"
        let own = first.to - usize::from(article.reads_clitic_s(first.to - 1));
        if article.reads_clitic_s(own) && own + 1 < to {
            let list = self.heads(own + 1, to, own + 1);
            let kind = self.kind(own + 1).is_some() || self.kinds(own + 1).is_some();
            // "Norwick's shares"
            if kind && self.scales.get(scale).is_some_and(|s| s.anybody()) {
                read.subjects.push(self.full(first));
                return;
            }
            if !list.is_empty() && !kind {
                read.aspects = list;
                read.subjects.push(self.full(first));
                return;
            }
        }
        let whole = (from..first.from).any(|k| self.kind(k).is_some() || self.kinds(k).is_some());
        // "rented homes in Elmshire and Norwick"
        let placed = whole && article.is(first.from - 1, class::PREPOSITION);
        if !placed && self.coordinated(read, range, names) {
            return;
        }
        let the = first.from == from + 1
            && article.reads(from, word!("the"))
            && first.len_in(range) == 1
            && article.shape(first.from) != Shape::Upper;
        // "the Balkan republic": a country that is named elsewhere.
        if the && outlook() && first.weight == 1 && article.shape(to - 1) == Shape::Lower {
            return;
        }
        // "services for children in need": the head of a name may have more behind it.
        let heavy =
            self.kinds(first.to.wrapping_sub(1)).is_some() || article.reads_clitic_s(first.to);
        let subject = if whole || heavy && to - from <= LONGEST && first.from <= from + 1 {
            article.wording(from, to)
        } else {
            let full = self.full(first);
            let place = (first.to..to).find(|k| article.is(*k, class::DATE_PREPOSITION));
            let tail = place.is_some_and(|k| k == first.to)
                && to > first.to + 1
                && self.names_within(first.to + 1, to).first().is_some_and(|n| n.to >= to);
            if tail && full.len() <= article.words(first.from, first.to).len() {
                article.wording(first.from, to)
            } else if the
                && full == article.words(first.from, first.to)
                && !self.fits_kind(first, scale)
            {
                article.wording(from, first.to)
            } else {
                full
            }
        };
        read.subjects.push(subject);
    }

    fn fits_kind(&self, name: Name, scale: u8) -> bool {
        (name.from..name.to).any(|i| {
            self.scales.find(self.article, i, Kind::Subject).is_some_and(|f| f.is_of(scale))
        })
    }

    /// "Avonside, Westmere and Holt fire services": one subject each.
    fn coordinated(&self, read: &mut Phrase, range: Range, names: &[Name]) -> bool {
        let article = self.article;
        if names.len() < 2 {
            return false;
        }
        let mut joined = false;
        for pair in names.windows(2) {
            let [a, b] = pair else { return false };
            let between = a.to..b.from;
            let list = !between.is_empty()
                && between.clone().all(|k| {
                    article.shape(k) == Shape::Comma || article.is(k, any!(AND, DETERMINER))
                });
            if !list {
                return false;
            }
            joined |= between.clone().any(|k| article.is(k, class::AND));
        }
        if !joined {
            return false;
        }
        let end = names.last().map_or(range.1, |n| n.to);
        let head = self.kinds(end).map(|len| {
            let plural = article.words(end, end + len);
            match plural.strip_suffix("ies") {
                Some(stem) => format!("{stem}y"),
                None => plural.strip_suffix('s').unwrap_or(plural).to_string(),
            }
        });
        for name in names {
            let mut subject = self.full(*name);
            if let Some(head) = &head {
                subject = format!("{} {head}", article.words(name.from, name.to));
            }
            read.subjects.push(subject);
        }
        true
    }

    /// "five of the 22 schools", "62% of homes", "most services", "one in three".
    #[inline(never)]
    fn counts(&self, from: usize, to: usize) -> bool {
        let article = self.article;
        let mut first = from;
        while first < to && article.is(first, class::COUNT_BEFORE) {
            first += 1;
        }
        let number = article.shape(first) == Shape::Number
            || article.is(first, any!(RATING_NUMBER, NUMBER_WORD, COUNT_WORD));
        // "a 14-seat restaurant"
        if !number || article.shape(first + 1) == Shape::Hyphen {
            return false;
        }
        let singular =
            article.reads(first, word!("one")) && !article.is(first + 1, class::OF_COUNT);
        !singular
            && (article.is(first + 1, class::OF_COUNT)
                || article.shape(first + 1) == Shape::Percent
                || (first + 1..to.min(first + 6)).any(|k| self.kinds(k).is_some()))
            || first + 1 == to && number && article.shape(first) != Shape::Number
    }

    /// Aspects that are the subject of a clause: "Its support for care leavers", "leadership and safety".
    #[must_use]
    pub fn heads(&self, from: usize, to: usize, start: usize) -> Vec<Range> {
        let article = self.article;
        let list = self.aspects(from, to);
        let known = |(a, b): &Range| self.aspect(*a).is_some_and(|len| a + len == *b);
        if list.iter().all(known) {
            return list;
        }
        let lower = (from..to).all(|k| {
            article.shape(k) == Shape::Lower
                || k == from
                || matches!(article.shape(k), Shape::Hyphen | Shape::Comma)
                || article.shape(k) == Shape::Number && k > from + 1
        });
        let bad = (from..to).any(|k| {
            self.kind(k).is_some() && self.aspect(k).is_none() && (k + 1 == to || k == from)
                || article.is(k, any!(RATING_NOUN, PRONOUN, NO_ASPECT))
        }) || article.is(from, class::VERB_PAST) && self.aspect(from).is_none();
        let owned = start < from && article.is(from - 1, class::POSSESSIVE)
            || article.is(from, class::POSSESSIVE);
        let linked = (from..to).any(|k| article.is(k, class::OF_ASPECT)) && to > from + 2;
        let mixed = list.iter().any(known)
            || list.len() > 1 && list.iter().all(|(a, _)| article.word(*a).ends_with("ing"));
        if lower && !bad && (owned || linked || mixed) { list } else { Vec::new() }
    }

    /// The items of a list of aspects that fills the range.
    #[must_use]
    pub fn aspects(&self, from: usize, to: usize) -> Vec<Range> {
        let article = self.article;
        let mut list = Vec::new();
        let mut k = from;
        while k < to {
            let filler = article.shape(k) == Shape::Comma
                || article.shape(k).is_quote_mark()
                || article.is(k, any!(AND, ASPECT_OPENER))
                || article.is(k, any!(ASPECT_FOR, OF_ASPECT))
                    && (article.is(k.wrapping_sub(1), class::AND)
                        || article.shape_before(k) == Shape::Comma);
            if filler {
                k += 1;
                continue;
            }
            let known = self.aspect(k).unwrap_or(0);
            let mut end = (k + known).max(k + 1);
            while end < to && article.shape(end) != Shape::Comma && !article.is(end, class::AND) {
                // "children in need of help and protection"
                end += self.aspect(end).unwrap_or(1);
            }
            // "help and protection offered to children": a lone word before "and" opens a longer one.
            if known == 0
                && end == k + 1
                && article.is(end, class::AND)
                && article.is(k.wrapping_sub(1), any!(DETERMINER, POSSESSIVE))
            {
                while end < to && article.shape(end) != Shape::Comma {
                    end += 1;
                }
            }
            // "understanding fires and other risks": what the verb goes on to.
            let doing = |k: usize| article.word(k).ends_with("ing") && article.word(k).len() > 5;
            if known == 0
                && doing(k)
                && article.is(end, class::AND)
                && !doing(end + 1)
                && !article.is(end + 1, class::ASPECT_FOR)
                && self.aspect(end + 1).is_none()
            {
                end += 1;
                while end < to && article.shape(end) != Shape::Comma && !article.is(end, class::AND)
                {
                    end += 1;
                }
            }
            let end = end.min(to);
            // What stands behind a known aspect belongs to it only where it is "of" something.
            let near = end <= k + known + 2
                && (k + known..end).all(|x| {
                    article.shape(x) == Shape::Lower
                        && !article.is(x, any!(ADVERB, DETERMINER, PRONOUN))
                });
            let cut = if known > 0 && !near && !article.is(k + known, class::OF_ASPECT) {
                k + known
            } else {
                end
            };
            list.push((k, cut));
            k = end;
        }
        list
    }
}

impl Name {
    fn len_in(&self, range: Range) -> usize {
        self.to.min(range.1).saturating_sub(self.from)
    }
}
