//! Who or what was rated: names in the article, and what a description stands for.

use super::Page;
use super::context::{capital, is_capital, rater_at};
use super::definition::small;
use super::grades;
use super::near::{Role, role_at};
use super::scales::{Found, Kind, Scales};
use crate::article::Article;
use crate::blocks::{Block, BlockKind};
use crate::lexicon::class;
use crate::names::{Gender, Names};
use crate::order;
use crate::report::EntityKind;
use crate::tokens::{Gap, Shape};
use crate::work;

/// A run of capitalised words that may be rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// First token.
    pub from: usize,
    /// Token after the last.
    pub to: usize,
    /// Whether it names a human being.
    pub person: bool,
    /// Whether it only places something that is not named yet: "a Torbury care home".
    pub weak: bool,
    /// Whether it names a place, which only some scales rate.
    pub place: bool,
    /// The noun that the article says it is: "Elm Cottage, a 40-bed care home".
    pub told: Option<u32>,
    /// How often the article has a name with the same last word.
    pub weight: u32,
}

impl Name {
    fn len(self) -> usize {
        self.to - self.from
    }
}

/// Longest name in tokens.
const LONGEST: usize = 14;

/// How far behind a name the noun may stand that says what it is, in tokens.
const TOLD: usize = 9;

/// How many names a search looks at, on either side.
const REACH: usize = 40;

/// Names that are looked at for those that may be meant: raters, people and places may stand between.
const SEEN: usize = 400;

/// The rank from which on a name is hardly more than a guess.
const SURE: u8 = 12;

fn joins(article: &Article<'_>, i: usize) -> usize {
    if article.is(i, class::NAME_JOINT) {
        return if article.reads(i + 1, word!("the")) { 2 } else { 1 };
    }
    // "The Wreckers’ Table"
    let theirs = article.owns(i) && article.shape(i).is_quote_mark();
    let plural = theirs
        && article.gap(i + 1) == Gap::Space
        && capital(article, i + 1)
        // "the Norwick Carers’ Forum" is nothing that is rated.
        && !article.is(i + 1, class::ORG_HEAD);
    let glued = matches!(article.shape(i), Shape::Hyphen | Shape::Clitic | Shape::Ampersand);
    usize::from(plural || glued)
}

#[inline(never)]
fn kind_at(article: &Article<'_>, scales: &Scales, i: usize) -> Option<usize> {
    scales.find(article, i, Kind::Subject).map(|f| f.len)
}

/// Every name of the article that is no rater.
pub fn names(article: &Article<'_>, scales: &Scales, blocks: &[Block], known: &Names) -> Vec<Name> {
    let (mut names, mut last_words) = (Vec::new(), Vec::new());
    for block in blocks.iter().filter(|b| b.kind != BlockKind::Furniture) {
        let mut next = block.from;
        for i in article.which(block.from..block.to, |token| is_capital(token.shape)) {
            if i < next {
                continue;
            }
            if let Some(len) = rater_at(article, scales, i) {
                // "HM Inspectorate of Constabulary and Fire & Rescue Services"
                let whole = known.at(i).filter(|m| m.from == i && article.is(i + len, class::AND));
                next = whole.map_or(i + len, |m| m.to.max(i + len));
                continue;
            }
            // "Likely Republican"
            let grade = scales.find(article, i, Kind::Grade).filter(|h| h.len > 1);
            if let Some(hit) = grade.filter(|h| !capital(article, i + h.len)) {
                next = i + hit.len;
                continue;
            }
            if !starts(article, scales, i) {
                continue;
            }
            let to = end(article, scales, i, block.to);
            // "St Mary's C of E Primary School": what the stage before took for one name.
            let body = known.at(i).filter(|m| {
                let goes_on = m.from == i && m.to > to + 2 && m.to <= block.to;
                let letter = usize::from(article.at(to).span().len() == 1);
                goes_on && article.is(to + letter, class::NAME_JOINT)
            });
            let to = body.map_or(to, |m| m.to);
            // "Headteacher Ann Bell of Oakmoor School": whoever belongs to it is named apart.
            let human = |k: usize| {
                let entity = known.at(k).and_then(|m| known.entity(m.entity));
                entity.is_some_and(|e| {
                    let told = e.gender != Gender::Unknown || e.role.is_some();
                    e.kind == EntityKind::Person && told
                })
            };
            let joint = (i + 2..to).find(|k| article.is(*k, class::NAME_JOINT) && human(k - 1));
            let to = joint.unwrap_or(to);
            // "Rep. Ann Day": a title is no name.
            if to == i + 1
                && article.is(i, class::ABBREVIATION)
                && article.shape(to) == Shape::Period
                && article.gap(to) == Gap::None
            {
                next = to;
                continue;
            }
            // "the Leeds-based company": the place is none of the subject.
            let compound = article.shape(to) == Shape::Hyphen
                && article.shape(to + 1) == Shape::Lower
                && article.gap(to + 1) == Gap::None
                && article.shape(to + 2) != Shape::Hyphen;
            if compound {
                next = to;
                continue;
            }
            // "The UK": an article before letters is none of the name.
            let the = article.reads(i, word!("the"))
                && article.shape(i + 1) == Shape::Upper
                && to > i + 1;
            let from = i + usize::from(the);
            let person = known.at(to.wrapping_sub(1)).is_some_and(|m| {
                known.entity(m.entity).is_some_and(|e| {
                    e.kind == EntityKind::Person
                        && (e.gender != Gender::Unknown
                            || e.role.is_some()
                            || article.is(to, class::SAY))
                }) && !(from..to).any(|k| kind_at(article, scales, k).is_some())
            });
            // "Ann Day, who rents it"
            let who = article.shape(to) == Shape::Comma && article.reads(to + 1, word!("who"));
            let person =
                person || who && !(from..to).any(|k| kind_at(article, scales, k).is_some());
            let led = led_in_capitals(article, from.wrapping_sub(1));
            let before = from.wrapping_sub(if led { 2 } else { 1 });
            // "the Harlan Lyra": a car, whatever it is called.
            let person = person
                && !(article.reads(before, word!("the")) && article.shape(to) != Shape::Comma);
            // "a Torbury care home", "the Nordic country", "Welsh school closes", "Padiham Road"
            // "the Elm Rock company"
            let place_end = known
                .at(from)
                .filter(|m| known.is(m.entity, EntityKind::Place) && m.from == from)
                .map_or(from + 1, |m| m.to);
            let place_end = article.find(from, class::PLACE).map_or(place_end, |h| from + h.len);
            let tail = article.shape(to - 1) == Shape::Lower
                && place_end < to
                && article.shape(place_end) == Shape::Lower;
            // "an overcrowded Norwegian prison"
            let opened = article.is(before, any!(DETERMINER, INDEFINITE))
                || article.shape(before) == Shape::Lower
                    && article.is(before.wrapping_sub(1), class::INDEFINITE);
            let placed = opened
                && (tail
                    || !article.reads(before, word!("the"))
                        && article.shape(to - 1) == Shape::Lower)
                // "Norwick group’s deal"
                || tail && article.is(to - 1, class::ANY_BODY)
                || (tail || article.shape(to - 1) == Shape::Lower && place_end < to
                    && kind_at(article, scales, place_end) == Some(to - place_end))
                    && block.kind == BlockKind::Headline;
            // "Swiss francs"
            let demonym = article.shape(to) == Shape::Lower
                && article.find(from, class::DEMONYM).is_some_and(|hit| from + hit.len == to);
            let court = article.find(to.saturating_sub(2), class::LAW_COURT).is_some();
            let weak = court || placed || demonym || article.is(to - 1, class::STREET_WORD);
            let none = article.is(to - 1, class::NO_BODY) && to < from + 3;
            let lone = to == from + 1
                && (kind_at(article, scales, from) == Some(1)
                    && !article.is(from, class::PLACE)
                    && (article.shape(from) != Shape::Upper || article.word(from).len() > 2)
                    || article.is(from, any!(TIME_NOUN, OUTLOOK_NOUN, RATING_NOUN)));
            // "A CARE home has been told": the first word in capitals is no name.
            let kind = to > from + 1
                && article.shape(to - 1) == Shape::Lower
                && kind_at(article, scales, from) == Some(to - from);
            // "… the house down. AD": who signs a notice.
            let signs = to == from + 1
                && article.shape(from) == Shape::Upper
                && article.word(from).len() < 4
                && !article.shape_before(from).is_word()
                && article.gap(to) >= Gap::Line;
            if lone || kind || none || signs {
                next = to;
                continue;
            }
            let place =
                known.at(from).is_some_and(|m| m.to >= to && known.is(m.entity, EntityKind::Place));
            let told = told(article, scales, to);
            names.push(Name { from, to, person, weak, place, told, weight: 0 });
            last_words.push(order::hash(article.word(to.wrapping_sub(1))));
            next = to;
        }
    }
    // A lone word at the start of a sentence, before a noun, is no name unless it comes elsewhere, too.
    let bare = |n: &Name| {
        let before = article.before(n.from);
        let opens = matches!(before.shape, Shape::Period | Shape::End)
            || before.shape.is_quote_mark()
                && article.shape(n.from.wrapping_sub(2)) != Shape::Comma
            || article.gap(n.from) >= Gap::Line;
        n.len() == 1
            && opens
            && !article.is(n.from, class::PLACE)
            && article.shape(n.from) == Shape::Title
            && article.shape(n.to) == Shape::Lower
            && !article
                .is(n.to, any!(AUXILIARY, VERB_PAST, VERB_S, ADVERB, AND, GRADE_UP, GRADE_DOWN))
    };
    let hash = |i: &usize| last_words.get(*i).copied().unwrap_or(0);
    let sorted = order::by_key((0..names.len()).collect(), hash);
    let mut from = 0;
    while from < sorted.len() {
        work::step();
        let key = |at: usize| sorted.get(at).map(hash);
        let same = (from..sorted.len()).take_while(|at| key(*at) == key(from)).count().max(1);
        let group = sorted.get(from..from + same).unwrap_or(&[]);
        let named = group.iter().any(|i| names.get(*i).is_some_and(|n| !bare(n)));
        // "Ann Day wrote": Day is a person wherever the name stands.
        let person = group.iter().filter_map(|i| names.get(*i)).find(|n| n.person).copied();
        let told = group.iter().filter_map(|i| names.get(*i)).find(|n| n.told.is_some()).copied();
        for i in group {
            if let Some(name) = names.get_mut(*i) {
                // "Elm Cottage, a care home", and "the Cottage"; not "Rose Cottage".
                let like = |t: &Name| {
                    name.len() == 1
                        || article.words(t.from, t.to) == article.words(name.from, name.to)
                };
                name.told = name.told.or(told.filter(like).and_then(|t| t.told));
                name.weight = if named { same as u32 } else { 0 };
                name.person |= person.is_some_and(|p| name.len() == 1 || name.len() == p.len());
            }
        }
        from += same;
    }
    names.retain(|n| n.weight > 0);
    names
}

/// The noun of a scale's kind that the name before token `to` is said to be: "Elm Cottage, a 40-bed care home in Leeds",
/// "Elm Cottage is a care home".
fn told(article: &Article<'_>, scales: &Scales, to: usize) -> Option<u32> {
    let mark = article.shape(to) == Shape::Comma || article.is(to, class::BE);
    if !mark || !article.is(to + 1, any!(INDEFINITE, DETERMINER)) {
        return None;
    }
    // "a school governor", "the company's broker", "the council-run home": of the first, not it.
    let heads = |end: usize| {
        !matches!(article.shape(end), Shape::Lower | Shape::Clitic | Shape::Hyphen)
            || article.shape(end) == Shape::Lower
                && article.is(
                    end,
                    any!(PREPOSITION, RELATIVE, AUXILIARY, VERB_PAST, VERB_PARTICIPLE, AND),
                )
    };
    let words = (to + 2..to + TOLD).take_while(|k| {
        matches!(article.shape(*k), Shape::Lower | Shape::Hyphen | Shape::Number)
            && !article.is(*k, class::PREPOSITION)
    });
    let mut kinds =
        words.filter(|k| kind_at(article, scales, *k).is_some_and(|len| heads(k + len)));
    kinds.next().map(|kind| kind as u32)
}

/// "A POPULAR Norwick takeaway": the capitals in which a story begins.
fn led_in_capitals(article: &Article<'_>, i: usize) -> bool {
    article.shape(i) == Shape::Upper
        && (article.word(i).len() > 4
            // "A FISH and chip shop"
            || article.word(i).len() == 4 && article.is(i + 1, class::AND))
        && article.is(i.wrapping_sub(1), class::INDEFINITE)
        && article.gap(i.wrapping_sub(1)) >= Gap::Line
}

fn starts(article: &Article<'_>, scales: &Scales, i: usize) -> bool {
    // "A&E"
    if article.shape(i + 1) == Shape::Ampersand && article.gap(i + 1) == Gap::None {
        return true;
    }
    let shouting = article.shape(i) == Shape::Upper
        && article.shape(i + 1) == Shape::Upper
        && article.shape(i + 2) == Shape::Upper;
    // The capital that begins a sentence says nothing.
    let opens = (matches!(article.shape_before(i), Shape::Period | Shape::End)
        || article.gap(i) >= Gap::Line)
        && (article.shape(i) == Shape::Title
            // "SAFETY and staffing at": the capitals in which a story begins.
            || article.shape(i) == Shape::Upper
                && article.gap(i) >= Gap::Line
                && scales.find(article, i, Kind::Aspect).is_some())
        && article.shape(i + 1) == Shape::Lower
        && article.at(i).word != crate::lexicon::WordId::NONE
        && !article.is(i, class::PLACE)
        && (kind_at(article, scales, i + 1).is_none() || kind_at(article, scales, i).is_some());
    // "Under Ann Day": no part of the name.
    let under = article.is(i, class::PREPOSITION)
        && article.shape(i) == Shape::Title
        && !article.shape_before(i).is_word();
    let quantity = under
        || article.is(i, any!(DETERMINER, SUBJECT_OPENER))
            && !article.reads_any(i, &words!["the", "all", "both", "a"]);
    // "Maternity, inspected in May, was good"
    let part = || {
        matches!(article.shape_before(i), Shape::Period | Shape::End)
            && scales.find(article, i, Kind::Aspect).is_some_and(|f| !capital(article, i + f.len))
    };
    !shouting
        && !led_in_capitals(article, i)
        && !opens
        && !quantity
        && (article.shape(i) != Shape::Upper || article.shape_before(i) != Shape::Upper)
        && !article.is(i, any!(SENTENCE_STARTER, MONTH, AUXILIARY, MONEY_SIGN))
        && !(article.is(i, class::RATE) && article.is(i, class::VERB_PAST))
        && (article.before(i).gap == Gap::None
            || !article.is(i, any!(ADVERB, PRONOUN, SUBJECT_EDGE))
            || capital(article, i + 1))
        && scales.find(article, i, Kind::Grade).is_none_or(|h| {
            capital(article, i + h.len) && h.len == 1 && article.at(i).span().len() > 2
        })
        && !part()
}

/// "Elmford and Gull Sands are both good", "…, which are each good": whether the names before token `i` are several.
fn each_follows(article: &Article<'_>, i: usize) -> bool {
    let verb = (i..i + 6).find(|k| !capital(article, *k));
    let several = |k: usize| article.is(k, class::EVERY_ONE) || article.reads(k, word!("each"));
    verb.is_some_and(|verb| (verb..verb + 4).any(several))
}

fn end(article: &Article<'_>, scales: &Scales, from: usize, limit: usize) -> usize {
    let mut to = from + 1;
    while to < limit && to - from < LONGEST {
        if article.gap(to) >= Gap::Line {
            break;
        }
        // "Oakmoor Fire and Rescue Service"
        if let Some(len) = kind_at(article, scales, to - 1)
            .filter(|len| *len > 1 && capital(article, to + len - 2))
        {
            to += len - 1;
            continue;
        }
        let step = joins(article, to);
        // "Castle Gold firmed 14.5p"
        let acts = |k: usize| {
            article.shape(k) == Shape::Lower
                && (article.word(k).ends_with("ed") || article.is(k, class::VERB_PAST))
                && !article.is(k, class::AUXILIARY)
        };
        let grade = scales.find(article, to, Kind::Grade).is_some_and(|hit| {
            !article.reads_clitic_s(to + hit.len)
                && !acts(to + hit.len)
                && !capital(article, to + hit.len)
                && kind_at(article, scales, to).is_none()
        });
        // "Pho Lucky 8, …", "the Lyra 3 managed"
        let number = article.shape(to) == Shape::Number
            && article.gap(to) == Gap::Space
            // "the Larkline 40 five stars"; a year is none.
            && (article.word(to).len() < 4
                || article.word(to).len() < 5
                    && !["19", "20"].iter().any(|c| article.word(to).starts_with(c)))
            && (matches!(article.shape(to + 1), Shape::Comma | Shape::Dash | Shape::Clitic)
                || article.shape(to + 1).is_quote_mark()
                || article.is(to + 1, any!(AUXILIARY, VERB_PAST, VERB_S, PREPOSITION, AND, INDEFINITE))
                || grades::may_open(article, scales, to + 1))
            && !article.is(to - 1, any!(MONTH, RATING_NOUN, TIME_NOUN))
            && grades::at(article, scales, to).is_none();
        // "St. Mary’s Hospital"
        let saint = article.shape(to) == Shape::Period
            && article.is(to - 1, class::SAINT)
            && article.gap(to) == Gap::None
            && capital(article, to + 1);
        // "Hartley Foods Cut to Hold"
        if article.is(to, any!(GRADE_UP, GRADE_DOWN)) && article.reads(to + 1, word!("to")) {
            break;
        }
        // "St Mary’s was rated good"
        let point = usize::from(article.shape(from + 1) == Shape::Period);
        let owned =
            to == from + 2 + point && article.is(from, class::SAINT) && article.reads_clitic_s(to);
        if owned {
            to += 1;
        } else if saint {
            to += 2;
        } else if number
            || capital(article, to) && rater_at(article, scales, to).is_none() && !grade
        {
            to += 1;
        } else if step > 0
            && capital(article, to + step)
            && !article.is(to + step, any!(TIME_NOUN, MONTH, RATING_NOUN, OUTLOOK_NOUN))
            && to + step < limit
            // "Oakmoor County's A3 rating"
            && !((article.shape(to) == Shape::Clitic || article.shape(to).is_quote_mark())
                && scales.find(article, to + step, Kind::Grade).is_some())
            && rater_at(article, scales, to + step).is_none()
            && article.gap(to + step) < Gap::Line
        {
            to += step + 1;
        } else if to == from + 1
            && kind_at(article, scales, to - 1).is_none()
            && (article.reads(to, word!("and")) || article.shape(to) == Shape::Ampersand)
            && capital(article, to + 1)
            && !each_follows(article, to + 2)
            && (capital(article, to + 2)
                && (to + 2..to + 6)
                    .take_while(|k| capital(article, *k))
                    .any(|k| {
                        let many = || scales.find(article, k, Kind::Subjects);
                        kind_at(article, scales, k).is_some() || many().is_some()
                    })
                // "The Fox and Hounds, in Mill Lane"
                || article.reads(from.wrapping_sub(1), word!("the"))
                    && article.shape(from.wrapping_sub(1)).is_capital()
                    && !capital(article, to + 2))
        {
            to += if capital(article, to + 2) { 3 } else { 2 };
        } else {
            break;
        }
    }
    // "Elmshire's children's services": the head that a possessive leads to.
    if article.shape(to) == Shape::Clitic {
        // "the Journal's restaurant critic" is of no restaurant.
        let critic = |end: usize| article.is(end, class::CRITIC);
        if let Some(len) = kind_at(article, scales, to + 1).filter(|len| !critic(to + 1 + len)) {
            to += 1 + len;
        }
    } else if article.shape(to) == Shape::Lower
        && let Some(len) = kind_at(article, scales, to)
    {
        to += len;
        if article.shape(to) == Shape::Clitic
            && let Some(len) = kind_at(article, scales, to + 1)
        {
            to += 1 + len;
        }
    }
    to
}

impl<'t> Page<'_, 't> {
    /// The names that start in the range.
    #[must_use]
    #[inline(never)]
    pub fn names_within(&self, from: usize, to: usize) -> &[Name] {
        let first = self.names().partition_point(|n| n.from < from);
        let last = self.names().partition_point(|n| n.from < to);
        self.names().get(first..last.max(first)).unwrap_or(&[])
    }

    /// The name that ends before token `at` and begins no earlier than token `floor`.
    #[must_use]
    #[inline(never)]
    pub fn name_ending(&self, at: usize, floor: usize) -> Option<Name> {
        self.names_within(floor, at).last().copied().filter(|n| n.to == at)
    }

    /// The pair of quote marks around a token, and who speaks in them: whoever is named behind, else the last before.
    #[must_use]
    #[inline(never)]
    pub fn speaks(&self, at: usize) -> Option<(Option<Name>, usize)> {
        let last = self.marks.partition_point(|m| m.open < at);
        let pair = self.marks.get(..last)?.iter().rev().take(4).find(|m| m.close > at)?;
        let behind = self.names_within(pair.close, pair.close + 4);
        let before = self.names_within(0, pair.open).iter().rev().take(REACH);
        Some((behind.iter().chain(before).find(|n| n.person).copied(), pair.open))
    }

    /// The noun that the article says the name is: its first token and its scales.
    fn told(&self, name: Name) -> Option<(usize, Found<'_>)> {
        let at = name.told? as usize;
        Some((at, self.scales.find(self.article, at, Kind::Subject)?))
    }

    /// Whether the name's head, or what the article says it is, makes it a thing of the scale's kind.
    #[inline(never)]
    pub fn fits(&self, name: Name, scale: u8) -> bool {
        self.told(name).is_some_and(|(_, found)| found.is_of(scale))
            || (name.from..name.to).any(|i| {
                let one = self.scales.find(self.article, i, Kind::Subject);
                // "Norwick and Leeds Hospitals"
                let many = || self.scales.find(self.article, i, Kind::Subjects);
                one.or_else(|| many().filter(|_| capital(self.article, i))).is_some_and(|f| {
                    let own = f.len > 1 || self.article.shape(i) == Shape::Upper;
                    // "HMP Norwick"
                    let first = i == name.from && self.article.shape(i) == Shape::Upper;
                    (first || i + f.len == name.to) && f.is_of(scale) && (f.len < name.len() || own)
                })
            })
    }

    /// "the critic of the Courier": whoever rates is of it.
    pub fn employs_critic(&self, n: Name) -> bool {
        let article = self.article;
        let the = usize::from(article.is(n.from.wrapping_sub(1), class::DETERMINER));
        let of = n.from.wrapping_sub(1 + the);
        article.is(of, class::OF_PAPER) && article.is(of.wrapping_sub(1), class::CRITIC)
    }

    /// Whether the article names something of the scale's kind in full.
    #[must_use]
    pub fn has_full(&self, scale: u8) -> bool {
        self.names().iter().take(REACH * 2).any(|n| {
            n.len() > 1
                && self.fits(*n, scale)
                && (n.from..n.to).all(|k| {
                    self.article.shape(k) != Shape::Lower || self.article.is(k, class::NAME_JOINT)
                })
        })
    }

    /// The names of a list behind a colon.
    #[must_use]
    #[inline(never)]
    pub fn listed_after(&self, colon: usize) -> Option<Vec<String>> {
        let article = self.article;
        if article.shape(colon) != Shape::Colon {
            return None;
        }
        let mut list: Vec<Name> = Vec::new();
        for name in self.names_within(colon + 1, colon + 60) {
            let last = list.last().map_or(colon + 1, |n| n.to);
            let joined = list.is_empty()
                || (last..name.from)
                    .any(|k| article.shape(k) == Shape::Comma || article.is(k, class::AND));
            if name.person || !joined || name.from > last + 3 {
                break;
            }
            list.push(*name);
        }
        (list.len() > 1).then(|| list.iter().map(|n| self.full(*n)).collect())
    }

    /// The names of the list that a sentence ends with, where the next begins with "All", "Both" or "All three".
    #[must_use]
    pub fn listed_before(&self, at: usize) -> Option<Vec<String>> {
        let article = self.article;
        let next = at + 1 + usize::from(article.is(at + 1, class::RATING_NUMBER));
        if !article.is(at, class::EVERY_ONE) || !article.is(next, any!(VERB_PAST, AUXILIARY)) {
            return None;
        }
        let names = self.names_within(at.saturating_sub(40), at);
        let list: Vec<Name> = names.iter().copied().filter(|n| !n.person && !n.weak).collect();
        let mut from = list.len().checked_sub(1)?;
        // Back over "A, B, C and the cafeteria at D".
        while from > 0 {
            let (Some(a), Some(b)) = (list.get(from - 1), list.get(from)) else { break };
            let joined = (a.to..b.from).any(|k| {
                article.shape(k) == Shape::Comma && k == a.to || article.is(k, class::AND)
            });
            let apart = (a.to..b.from).any(|k| article.shape(k) == Shape::Period);
            if !joined || apart || b.from - a.to > 8 {
                break;
            }
            from -= 1;
        }
        let list = list.get(from..)?;
        (list.len() > 1).then(|| list.iter().map(|n| self.full(*n)).collect())
    }

    /// Whether a name of the article ends with the words of the range.
    #[must_use]
    pub fn has_kind(&self, from: usize, to: usize) -> bool {
        let words = small(self.article.words(from, to));
        self.names().iter().take(REACH * 2).any(|n| {
            n.len() > to - from
                && small(self.article.words(n.to.saturating_sub(to - from), n.to)) == words
        })
    }

    /// Whether some word of the name says so, though not its last.
    #[inline(never)]
    fn holds(&self, name: Name, scale: u8) -> bool {
        (name.from..name.to).any(|i| {
            self.scales.find(self.article, i, Kind::Subject).is_some_and(|f| f.is_of(scale))
        })
    }

    /// Whether something of the scale's kind is named between the tokens.
    #[must_use]
    pub fn named_between(&self, from: usize, to: usize, scale: u8) -> bool {
        let names = self.names_within(from, to);
        names.iter().rev().take(REACH).any(|n| !n.weak && !n.person && self.fits(*n, scale))
    }

    /// "Norwick Securities analyst Ann Day", "analysts at Mills & Day", "Brokerage Mills & Day": who rates is not rated.
    fn rates(&self, n: Name) -> bool {
        let article = self.article;
        let places = [n.to, n.from, n.from.wrapping_sub(1), n.from.wrapping_sub(2)];
        if self.employs_critic(n) {
            return true;
        }
        // "the Times' critic"
        let owner = article.shape(n.to).is_quote_mark() || article.reads_clitic_s(n.to);
        // "Norwick Capital, which rates the shares “hold”"
        let which = article.shape(n.to) == Shape::Comma && article.is(n.to + 1, class::RELATIVE);
        let which =
            which && role_at(self, n.to + 2).is_some_and(|(role, _)| matches!(role, Role::Rate));
        which
            || places.iter().any(|k| article.is(*k, class::CRITIC))
            || owner && article.is(n.to + 1, class::CRITIC)
            || role_at(self, n.to).is_some_and(|(role, len)| {
                // "Norwick Capital lowered Telcom"
                let object = article.shape(n.to + len).is_capital()
                    || article.is(n.to + len, any!(DETERMINER, POSSESSIVE));
                // "Telcom gave up 11p": nothing is given to anybody.
                let lost = article.is(n.to + len, class::VERB_PARTICLE);
                matches!(role, Role::Rate | Role::Give) && !lost || role.changes() && object
            })
    }

    /// "Vale Stores lost 2.2 per cent, even though Norwick stuck with its ‘overweight’ rating": the first thing that the
    /// sentence before token `at` tells of, or the one before in the paragraph, unless it rates.
    #[must_use]
    pub fn told_of(&self, at: usize, rater: Option<&str>) -> Option<Name> {
        let article = self.article;
        let floor = at.saturating_sub(TOPIC);
        let start = |at: usize| self.sentence_start(at, floor);
        let first = start(at)?;
        let told = |from: usize, to: usize| {
            let mut names = self.names_within(from, to).iter().copied();
            let first = names.find(|n| self.is_told_of(n, from, rater))?;
            // "…, and Mills & Day gave up 11p"
            let next = |n: &Name| {
                let joint = article.is(n.from.wrapping_sub(1), class::AND)
                    || article.reads_any(n.from.wrapping_sub(1), &words!["but", "while"]);
                joint && self.is_told_of(n, from, rater)
            };
            Some(names.filter(next).last().unwrap_or(first))
        };
        told(first, at).or_else(|| {
            let inside = article.gap(first) < Gap::Line;
            told(start(first - 1).filter(|_| inside)?, first)
        })
    }

    /// Where the sentence begins that token `at` ends or stands in: behind a full stop or a line's end, not before `floor`.
    #[must_use]
    pub fn sentence_start(&self, at: usize, floor: usize) -> Option<usize> {
        let article = self.article;
        let ends =
            |k: &usize| article.shape(*k) == Shape::Period || article.gap(k + 1) >= Gap::Line;
        Some((floor..at).rev().find(ends)? + 1)
    }

    /// Whether the sentence from token `from` tells of the name: its verb follows, and nothing lower leads to it.
    fn is_told_of(&self, n: &Name, from: usize, rater: Option<&str>) -> bool {
        let article = self.article;
        let words = article.words(n.from, n.to);
        let rates = rater.is_some_and(|r| r.contains(words) || words.contains(r));
        let leads =
            |k: usize| article.shape(k) != Shape::Lower || article.is(k, any!(DETERMINER, ADVERB));
        let heads = (from..n.from).all(leads)
            || article.is(n.from.wrapping_sub(1), any!(CLAUSE_BREAK, AND));
        let acts = article.is(n.to, any!(VERB_PAST, VERB_S, AUXILIARY))
            || article.shape(n.to) == Shape::Lower && article.word(n.to).ends_with("ed");
        let led = article.is(n.from.wrapping_sub(1), class::PREPOSITION);
        let firm = (n.from..n.to).any(|k| article.is(k, class::FIRM_WORD));
        !n.person
            && !n.place
            && !n.weak
            && !rates
            && !firm
            && !self.rates(*n)
            && heads
            && acts
            && !led
    }

    /// The words of a name in its fullest form.
    #[must_use]
    #[inline(never)]
    pub fn full(&self, name: Name) -> String {
        let full = self.fullest(name);
        self.article.wording(full.from, full.to)
    }

    /// The tokens' own name where they are one, letters in full: "the EPA", of the Environmental Protection Agency.
    #[must_use]
    pub fn called(&self, from: usize, to: usize) -> String {
        let name = self.known.at(from).filter(|m| m.from == from && m.to == to);
        let full = name.and_then(|m| self.known.entity(m.entity)).map(|e| e.name.clone());
        full.unwrap_or_else(|| self.article.wording(from, to))
    }

    /// The longest name that starts or ends with the same words.
    fn fullest(&self, name: Name) -> Name {
        let words = self.article.words(name.from, name.to);
        // "Oakmoor Police" is whole; "Oakmoor Police Federation" is somebody else.
        let whole = name.len() > 1
            && (name.from + 1..name.to).any(|i| {
                kind_at(self.article, self.scales, i).is_some_and(|len| i + len == name.to)
            });
        if whole || words.len() < 3 {
            return name;
        }
        let single = name.len() == 1;
        // Hardly any name is longer and may begin or end with the same words: only those are looked at.
        let like = |a: usize, b: usize| {
            let (a, b) = (self.article.at(a), self.article.at(b));
            a.word == b.word && a.span().len() == b.span().len()
        };
        let mut best = name;
        for other in self.names().iter().take(300) {
            work::step();
            if other.len() <= best.len()
                || other.person && !name.person
                || !like(other.from, name.from) && !like(other.to - 1, name.to - 1)
            {
                continue;
            }
            let text = self.article.words(other.from, other.to);
            let starts = text.strip_prefix(words);
            let ends = || {
                text.strip_suffix(words).is_some_and(|rest| {
                    rest.ends_with("s ") && rest.contains(['\'', '’'])
                        || single && other.len() <= 3 && rest.ends_with(' ')
                })
            };
            if starts.is_some_and(|rest| !single || rest.starts_with(' ')) || ends() {
                best = *other;
            }
        }
        best
    }

    /// What a description ("the school", "it") stands for: the nearest name of the scale's kind before, else after.
    #[must_use]
    pub fn resolve(
        &self,
        at: usize,
        scale: u8,
        forward: bool,
        kind: Option<(usize, usize)>,
        rater: Option<&str>,
    ) -> Option<String> {
        let split = self.names().partition_point(|n| n.from < at);
        let (before, after) = self.names().split_at_checked(split)?;
        let known = self.scales.get(scale);
        let people = known.is_some_and(|s| s.people);
        // Shares, cars and shows: whatever was named last.
        let last = known.is_some_and(|s| s.anybody() && s.alone) && !forward;
        let outlook = known.is_some_and(|s| s.outlook);
        let kind = kind.filter(|_| !forward).map(|(from, to)| small(self.article.words(from, to)));
        // "Mr Lund, who runs the Museum's Friends, said: “I'd give it four out of ten.”": nothing that tells of who speaks.
        let aside = match self.speaks(at) {
            Some((Some(n), open)) if rater == Some(&self.full(n)) => n.from..open,
            _ => 0..0,
        };
        let mut ranks = Ranks {
            page: self,
            scale,
            kind,
            people,
            last,
            outlook,
            forward,
            rater,
            aside,
            topic: None,
            first: false,
        };
        ranks.first =
            ranks.kind.is_some() && !before.iter().rev().take(REACH).any(|n| ranks.may(n));
        if !forward {
            ranks.topic = ranks.topic(before, at);
        }
        let sure = |found: &Option<(u8, Name)>| found.is_some_and(|f| f.0 < SURE);
        let back = ranks.best(&mut before.iter().rev(), true);
        // Nothing that stands behind fits better than what is found before.
        let settled = sure(&back) && back.is_some_and(|found| found.0 <= ranks.least(false));
        let ahead = if settled { None } else { ranks.best(&mut after.iter(), false) };
        let found = match (back, ahead) {
            (Some(back), Some(ahead)) => Some(if back.0 <= ahead.0 { back.1 } else { ahead.1 }),
            (back, ahead) => back.or(ahead).map(|found| found.1),
        };
        if !last
            && !sure(&back)
            && !sure(&ahead)
            && let Some((from, to)) = self.raters.thing(self, at, scale)
        {
            return Some(self.article.wording(from, to));
        }
        found.map(|name| self.full(name))
    }

    /// Whom the paper asked "to rate" what stands below.
    #[must_use]
    pub fn asked(&self, at: usize) -> Option<String> {
        let rate = (at.saturating_sub(200)..at).rev().find(|k| {
            self.article.is(*k, class::RATE) && self.article.reads(k.wrapping_sub(1), word!("to"))
        })?;
        let names = self.names_within(rate.saturating_sub(12), rate);
        names.iter().rev().find(|n| n.person).map(|n| self.full(*n))
    }

    /// The house that rates where the text only says "the broker": the nearest name that is the first words of a
    /// sentence's possessive, or of a firm.
    #[must_use]
    pub fn house(&self, at: usize) -> Option<String> {
        let split = self.names().partition_point(|n| n.from < at);
        let (before, after) = self.names().split_at_checked(split)?;
        let firm = |n: &&Name| (n.from..n.to).any(|i| self.article.is(i, class::FIRM_WORD));
        let found = before.iter().rev().take(REACH).find(firm);
        let found = found.or_else(|| after.iter().take(REACH).find(firm))?;
        Some(self.article.wording(found.from, found.to))
    }

    /// The firm that is called by the first word of its name.
    #[must_use]
    pub fn firm(&self, word: &str) -> Option<String> {
        let article = self.article;
        if word.contains(' ') {
            return None;
        }
        let goes_on = |n: &&Name| {
            work::step();
            n.len() > 1 && article.is(n.to - 1, class::FIRM_WORD) && article.word(n.from) == word
        };
        let name = self.names().iter().take(REACH * 2).find(goes_on)?;
        Some(article.wording(name.from, name.to))
    }

    /// Cuts quote marks, articles of no use and linking words off a phrase.
    #[must_use]
    #[inline(never)]
    pub fn trim(&self, mut from: usize, mut to: usize) -> (usize, usize) {
        let article = self.article;
        while from < to
            && (!article.shape(from).is_word() && article.shape(from) != Shape::Number
                || article.shape(from) != Shape::Upper
                    && article.is(from, class::NP_OPENER)
                    && !(article.shape(from).is_capital()
                        && (article.shape(from + 1).is_capital()
                            || article.shape(from + 1) == Shape::Ampersand)))
        {
            from += 1;
        }
        while to > from {
            let shape = article.shape(to - 1);
            let dangling = shape == Shape::Lower
                && article.is(to - 1, class::PREPOSITION)
                && !article.is(to.wrapping_sub(2), class::VERB_PAST);
            // "well-being"
            let glued = article.gap(to - 1) == Gap::None
                && article.shape(to.wrapping_sub(2)) == Shape::Hyphen;
            let word = shape.is_word()
                && !dangling
                && (glued || !article.is(to - 1, any!(NP_CLOSER, SUBJECT_EDGE)));
            if word || shape == Shape::Number || shape.is_capital() {
                break;
            }
            to -= 1;
        }
        (from, to)
    }
}

/// What tells the name that a description stands for from the others around it.
struct Ranks<'p, 'a, 't> {
    page: &'p Page<'a, 't>,
    scale: u8,
    /// The description's noun.
    kind: Option<String>,
    people: bool,
    last: bool,
    outlook: bool,
    forward: bool,
    rater: Option<&'p str>,
    /// Where no name is looked for.
    aside: std::ops::Range<usize>,
    /// The name that the sentence before is about.
    topic: Option<usize>,
    /// Whether a description comes before all names.
    first: bool,
}

/// How far before a description the sentence may begin that it takes up, in tokens.
const TOPIC: usize = 60;

impl Ranks<'_, '_, '_> {
    /// Whether the name may be rated at all: no human being, no rater, nothing that only places another.
    fn may(&self, n: &Name) -> bool {
        work::step();
        let page = self.page;
        let words = page.article.words(n.from, n.to);
        (self.people || !n.person)
            && !n.weak
            && !self.aside.contains(&n.from)
            && !page.raters.hold(n.from)
            // "Norwick cut it", of Norwick Securities
            && self.rater.is_none_or(|r| !r.contains(words) && !words.starts_with(r))
            && (self.outlook
                || !n.place && !page.article.is(n.to - 1, class::PLACE)
                || page.fits(*n, self.scale))
    }

    /// What the paragraph is about so far: the one thing that it has named, or what its last sentence but this begins
    /// with: "Elm Court, in Leeds, …"; else what the one before begins with.
    fn topic(&self, before: &[Name], at: usize) -> Option<usize> {
        let page = self.page;
        let article = page.article;
        let floor = page.line_start(at, at.saturating_sub(TOPIC));
        let sure = |n: &Name| n.len() > 1 || n.weight > 2 || page.fullest(*n).len() > 1;
        let heads = |n: &&Name| {
            let first = article.back_over_the(n.from);
            // "Its sister home, Elm Court, fared better.", "Nearby rival Elm Court got an A."
            let led = || {
                let edge = any!(AUXILIARY, VERB_PAST, VERB_S, PREPOSITION, AND);
                let mut words = (first.saturating_sub(8)..first).rev();
                words.find_map(|k| match article.shape(k) {
                    Shape::Period | Shape::End => Some(true),
                    Shape::Clitic if k + 1 == first => Some(false),
                    shape if shape == Shape::Lower && article.is(k, edge) => Some(false),
                    _ => (article.gap(k) >= Gap::Line).then_some(true),
                })
            };
            let opens = article.gap(first) >= Gap::Line || led() == Some(true);
            opens && !article.reads_clitic_s(n.to)
        };
        // "The utility", where nothing has been told to be one
        let open = |one: &Name| {
            let told = |n: &Name| self.is_kind(*n) || page.fits(*n, self.scale);
            let before_it = || (one.to..at).any(|k| article.shape(k) == Shape::Period);
            self.kind.is_none() || before_it() && !before.iter().rev().take(REACH).any(told)
        };
        // The one thing that is named between the tokens.
        let only = |from: usize, to: usize| {
            let (from, to) = (
                before.partition_point(|n| n.from < from),
                before.partition_point(|n| n.from < to),
            );
            let mut near = before.get(from..to)?.iter().rev().filter(|n| self.may(n));
            let one = near.next()?;
            let same = |n: &Name| page.fullest(*n) == page.fullest(*one);
            let by = article.is(one.from.wrapping_sub(1), class::BY);
            (near.all(same) && sure(one) && !by && open(one)).then_some(one.from)
        };
        if let Some(one) = only(floor, at) {
            return Some(one);
        }
        let heading = |from: usize, to: usize| {
            let from = before.partition_point(|n| n.from < from);
            let to = before.partition_point(|n| n.from < to);
            before.get(from..to)?.iter().rev().filter(|n| self.may(n)).find(heads)
        };
        // A line of a list: what the line above is headed by, "Oakmoor Hospital at a glance".
        // "Shares in Norwick rose after Larkbank raised the company": what the sentence has named.
        if self.last {
            let period = (floor..at).rev().find(|k| article.shape(*k) == Shape::Period);
            let start = period.unwrap_or(floor);
            let here = before.partition_point(|n| n.from < start);
            if before.get(here..)?.iter().any(|n| self.may(n) && !self.page.rates(*n)) {
                return heading(start, at).map(|n| n.from);
            }
        }
        let found = heading(floor, at).or_else(|| {
            let last = floor.checked_sub(1).filter(|_| floor == at)?;
            let line = page.line_start(last, last.saturating_sub(TOPIC / 4));
            heading(line, floor).filter(|_| article.shape(last).is_word())
        })?;
        let aside = article.shape_before(found.from) == Shape::Comma;
        (aside || sure(found)).then_some(found.from)
    }

    /// The lowest rank that a name on that side may have.
    fn least(&self, back: bool) -> u8 {
        match back {
            true if self.last || self.people || self.kind.is_some() => 0,
            true => 4,
            false if self.last || self.kind.is_some() => 2,
            false if self.forward => 3,
            false => 8,
        }
    }

    /// The name of the lowest rank, the first of those.
    fn best(&self, names: &mut dyn Iterator<Item = &Name>, back: bool) -> Option<(u8, Name)> {
        let least = self.least(back);
        let mut best: Option<(u8, Name)> = None;
        for (place, name) in names.take(SEEN).filter(|n| self.may(n)).take(REACH).enumerate() {
            if let Some(rank) = self.rank(*name, back, place)
                && best.is_none_or(|(least, _)| rank < least)
            {
                best = Some((rank, *name));
                if rank == least {
                    break;
                }
            }
        }
        best
    }

    /// Whether a name has the description's very word, or the article says that it is one.
    fn is_kind(&self, n: Name) -> bool {
        let article = self.page.article;
        let Some(word) = self.kind.as_ref().filter(|_| n.len() > 1 || n.told.is_some()) else {
            return false;
        };
        let told = self.page.told(n).map(|(at, found)| small(article.word(at + found.len - 1)));
        told.is_some_and(|told| word.rsplit(' ').next() == Some(&told))
            // "State of the City" is no city.
            || (n.from..n.to).any(|k| {
                (k == n.from || !article.reads(k - 1, word!("the")))
                    && small(article.word(k)) == *word
            })
    }

    /// How well a name fits, 0 best; `place`: how many that may be rated stand between.
    fn rank(&self, n: Name, back: bool, place: usize) -> Option<u8> {
        let page = self.page;
        let article = page.article;
        if self.last {
            let rates = self.page.rates(n);
            // "It opened at the Old Mill": a place, no show.
            let the = n.from.wrapping_sub(1);
            let place =
                article.reads(the, word!("the")) && article.reads(the.wrapping_sub(1), word!("at"));
            let least = u8::from(n.weight < 2) + u8::from(place);
            let topic = self.topic == Some(n.from);
            return (!rates).then_some(if !back {
                2
            } else if topic {
                0
            } else {
                least
            });
        }
        // "gave her three Pinocchios"
        if self.people && back && n.person {
            return Some(0);
        }
        let (long, fits) = (n.len() > 1, page.fits(n, self.scale));
        // "The hospital": the nearest name with that very word. "The school" may be an academy that has been named.
        if self.kind.is_some() && (long || n.told.is_some()) {
            if self.is_kind(n) {
                return Some(if back { 0 } else { 2 });
            }
            if back && fits && !self.outlook && !article.is(n.to - 1, class::OVER_BODY) {
                return Some(1);
            }
        }
        // "run by Larkfield Care"
        if article.is(n.from.wrapping_sub(1), class::BY) {
            return None;
        }
        let any = |heads: bool| {
            (n.from..n.to).any(|k| {
                article.is(k, class::ORG_HEAD)
                    || heads
                        && (kind_at(article, page.scales, k).is_some()
                            || article.is(k, class::TIME_NOUN))
            })
        };
        // Named more than once, and no council or company.
        let often = n.weight > 1
            && (long || page.fullest(n).len() > 1 || n.weight > 2 && self.outlook)
            && !any(true);
        let whole = || {
            (n.from..n.to)
                .all(|k| article.shape(k) != Shape::Lower || article.is(k, class::NAME_JOINT))
        };
        let own = article.shape(n.from) == Shape::Upper;
        let kind = (long || own || n.told.is_some()) && fits && (!self.forward || whole());
        let either = kind || often;
        if back && self.topic == Some(n.from) {
            return Some(4);
        }
        // A paragraph that begins with it: "Lucky House, on Padiham Road, …"
        let opens = || {
            let first = article.back_over_the(n.from);
            let before = article.before(first);
            // "Larkhouse, near Leeds, …"
            let aside = article.shape(n.to) == Shape::Comma && n.weight > 1;
            (long || aside)
                && (article.gap(first) >= Gap::Line
                    || matches!(before.shape, Shape::Period | Shape::End) && !n.person)
                && !any(false)
        };
        let holds = || page.holds(n, self.scale);
        match back {
            true if either && self.outlook => Some(5),
            true if kind => Some(6),
            true if often && place < 12 => Some(7),
            true if fits => Some(9),
            true if holds() => Some(10),
            true if n.weight > 1 && place < 8 => Some(13),
            true if place < 4 && !n.person && opens() => Some(16),
            false if self.forward && either => Some(3),
            false if self.forward && place < 12 && opens() => Some(4),
            false if either => Some(8),
            false if holds() => Some(11),
            false if n.weight > 1 && (self.forward || place < 8) => {
                Some(if self.forward { 12 } else { 14 })
            }
            // "The nursery was rated good. Little Acorns, in Norwick, …"
            false if self.first && place < 12 && opens() => Some(17),
            // The one thing that the article names.
            _ => {
                let mut few = page.names().iter().take(REACH).filter(|n| self.may(n));
                (few.next().is_some() && few.next().is_none()).then_some(15)
            }
        }
    }
}
