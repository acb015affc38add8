//! What stands around a grade: the verb that governs it, nouns for a rating, marks, prepositions.
//!
//! Looks back from the grade to the start of its clause, over what stands in brackets or between commas, and never
//! further than [`REACH`].

use super::Page;
use super::grades::{Form, Grade};
use super::scales::Kind;
use crate::lexicon::class;
use crate::sentences::Sentence;
use crate::tokens::{Gap, Shape};

/// How far before a grade its clause may begin, in tokens.
const REACH: usize = 40;

/// What a verb does with a grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// "rated", "judged".
    Rate,
    /// "gave", "handed".
    Give,
    /// "received", "scored".
    Receive,
    /// "upgraded", "rose".
    Up,
    /// "cut", "slipped".
    Down,
    /// "retained", "affirmed".
    Kept,
    /// "went", "revised".
    Moved,
    /// "stripped of", "lost".
    Lose,
    /// "is", "was", or the grade itself: "requires improvement".
    Be,
}

impl Role {
    /// Whether the verb tells a change, or that there was none.
    #[must_use]
    pub fn changes(self) -> bool {
        matches!(self, Role::Up | Role::Down | Role::Kept | Role::Moved | Role::Lose)
    }
}

/// The verb that governs a grade.
#[derive(Clone, Copy, Debug)]
pub struct Verb {
    /// Its token.
    pub at: usize,
    /// Token after it.
    pub to: usize,
    /// First token of its group: "has now been".
    pub group: usize,
    /// What it does.
    pub role: Role,
    /// Whether a form of "be" makes it passive.
    pub be: bool,
}

/// What stands around a grade.
#[derive(Clone, Debug)]
pub struct Near {
    /// First token of the grade's clause.
    pub floor: usize,
    /// First token of the grade with its marks, articles and words of degree.
    pub from: usize,
    /// Token after its marks.
    pub to: usize,
    /// The token before `from`; outside the text where the clause begins with the grade.
    pub prep: usize,
    /// The verb.
    pub verb: Option<Verb>,
    /// A noun for a rating after the grade: "an inadequate rating".
    pub noun_after: Option<usize>,
    /// A noun for a rating before the grade: "a rating of good".
    pub noun_before: Option<usize>,
    /// Whether the grade stands in marks of its own.
    pub quoted: bool,
    /// Whether the grade is its own verb.
    pub verbal: bool,
    /// Whether only the grade's words stand between verb and grade.
    pub direct: bool,
}

/// What the words of a verb do.
pub fn role_at(page: &Page<'_, '_>, i: usize) -> Option<(Role, usize)> {
    let article = page.article;
    let roles = [
        (class::RATE, Role::Rate),
        (class::COVERS, Role::Give),
        (class::GIVE, Role::Give),
        (class::RECEIVE, Role::Receive),
        (class::GRADE_UP, Role::Up),
        (class::GRADE_DOWN, Role::Down),
        (class::GRADE_KEPT, Role::Kept),
        (class::GRADE_MOVED, Role::Moved),
        (class::GRADE_LOST, Role::Lose),
    ];
    let verbs = any!(
        RATE,
        COVERS,
        GIVE,
        RECEIVE,
        GRADE_UP,
        GRADE_DOWN,
        GRADE_KEPT,
        GRADE_MOVED,
        GRADE_LOST
    );
    let hit = article.find(i, verbs)?;
    // "raising attainment and achievement": a known part is no verb.
    if article.find(i, class::ASPECT).is_some_and(|part| part.len > hit.len) {
        return None;
    }
    // A noun of the same spelling: "the rate of", "a grade", "a cut".
    let form = any!(VERB_PAST, VERB_PARTICIPLE, VERB_ING, VERB_S);
    let before = article.at(i.wrapping_sub(1)).word;
    // "S&P has it at AA-": a verb of its own, no auxiliary.
    let has = hit.len == 1 && hit.id.is(class::AUXILIARY);
    if has {
        // "now has five stars"
        let guide = usize::from(article.shape(i + 2).is_capital());
        let number =
            article.is(i + 1, class::RATING_NUMBER) || article.shape(i + 1) == Shape::Number;
        let stars = number && article.is(i + 2 + guide, class::STAR_NOUN);
        let object = stars || article.is(i + 1, any!(DETERMINER, POSSESSIVE, OBJECT_PRONOUN));
        let name = (i + 1..i + 5).take_while(|k| article.shape(*k).is_capital()).count();
        let held = name > 0 && article.reads(i + 1 + name, word!("at"))
            || article.reads(i + 2, word!("out"));
        // "which has the stock as a “buy”", "has Telcom at outperform": whoever has it there rates it.
        let end = i + if name > 0 { name + 1 } else { 3 };
        let rates = article.is(i + 1, class::DETERMINER) && article.shape(i + 2) == Shape::Lower
            || name > 0;
        let place = article.reads_any(end, &words!["at", "as", "on"]);
        if rates && place && page.scales.find(article, i + 2, Kind::Aspect).is_none() {
            return Some((Role::Rate, 1));
        }
        return (object || held).then_some((Role::Receive, 1));
    }
    let plain = !hit.id.is(form) && !article.word(i).ends_with("ed");
    if plain && hit.len == 1 {
        // "saw its rating slip from five to three"
        let infinitive = before.is(any!(MODAL, NEGATION, PRONOUN, RATING_NOUN, CRITIC))
            || article.reads(i.wrapping_sub(1), word!("to"))
            // "I'd give it six out of ten"
            || article.shape(i.wrapping_sub(1)) == Shape::Clitic
                && article.is(i.wrapping_sub(2), class::PRONOUN)
            || hit.id.is(any!(RATE, RECEIVE)) && before.is(class::ADVERB)
            // "Oakmoor and Larkfield slump to one star"
            || hit.id.is(any!(GRADE_UP, GRADE_DOWN))
                && article.reads(i + 1, word!("to"))
                && article.shape_before(i).is_capital()
            // "It did manage three stars"
            || hit.id.is(class::RECEIVE) && article.is(i.wrapping_sub(1), class::AUXILIARY);
        if !infinitive {
            return None;
        }
    } else if hit.id.is(class::RATING_NOUN)
        && !hit.id.is(class::VERB_PAST)
        // "after rating it inadequate"
        && !article.is(i + 1, any!(OBJECT_PRONOUN, DETERMINER, POSSESSIVE))
        // "dropped two grades to"
        || before.is(any!(DETERMINER, POSSESSIVE, RATING_NUMBER)) && hit.id.is(class::VERB_S)
    {
        return None;
    }
    // "held its A": what somebody has and keeps.
    if hit.id.is(class::GRADE_KEPT) && article.is(i + hit.len, class::POSSESSIVE) {
        return Some((Role::Kept, hit.len));
    }
    roles.iter().find(|(c, _)| hit.id.is(*c)).map(|(_, role)| (*role, hit.len))
}

impl Page<'_, '_> {
    /// The first token of a verb's group: back over "has", "now", "been", "not", "on Friday".
    #[must_use]
    pub fn group(&self, at: usize, floor: usize) -> usize {
        let article = self.article;
        let mut i = at;
        while i > floor {
            let before = i - 1;
            let shape = article.shape(before);
            // "well-being was good": a part of a word is no verb.
            let glued = before > 0
                && article.gap(before) == Gap::None
                && article.shape(before - 1) == Shape::Hyphen;
            let word = shape == Shape::Lower
                && !glued
                && article.is(before, any!(AUXILIARY, ADVERB, NEGATION, GROUP_WORD))
                || shape == Shape::Lower
                    && article.is(before, any!(RATING_HOPED, RATING_EXPECTED))
                    && article.reads(i, word!("to"))
                || shape == Shape::Lower
                    && article.word(before).len() > 4
                    && article.word(before).ends_with("ly")
                    && self.scales.find(article, before, Kind::Subject).is_none()
                || shape == Shape::Clitic && !article.reads_clitic_s(before)
                // "remains rated as"
                || i == at && article.is(before, class::COPULA) && article.is(i, class::RATE);
            if word
                && !(article.reads(before, word!("to"))
                    && i == at
                    && !article.is(at, any!(VERB_BASE, GRADE_VERB)))
            {
                i = before;
                continue;
            }
            // "Moody's on Friday lowered"
            // "were said to require", "was found to be"
            let said = article.reads(i, word!("to"))
                && article.is(before, class::VERB_PARTICIPLE)
                && article.is(before.wrapping_sub(1), class::BE)
                && before > floor;
            if said {
                i = before;
                continue;
            }
            let date = self.date_ending(i);
            match date {
                Some(from) if from > floor => {
                    i = from - usize::from(article.is(from - 1, class::DATE_PREPOSITION));
                }
                _ => break,
            }
        }
        i
    }

    /// Where the clause of the token begins: behind the last break before it.
    fn floor(&self, at: usize, s: &Sentence, least: usize) -> usize {
        let article = self.article;
        let lowest = s.from.max(at.saturating_sub(REACH)).max(least);
        let mut i = at;
        while i > lowest {
            let shape = article.shape(i - 1);
            let broken = shape == Shape::Semicolon
                || shape == Shape::Lower && article.is(i - 1, class::CLAUSE_BREAK);
            if broken {
                return i;
            }
            i -= 1;
        }
        lowest
    }

    /// Back over a bracket or a phrase between commas that ends at token `i`: where it begins.
    #[must_use]
    #[inline(never)]
    pub fn aside(&self, i: usize, floor: usize) -> Option<usize> {
        let article = self.article;
        let last = i.checked_sub(1)?;
        let opens = |k: usize| match article.shape(last) {
            Shape::Close => article.shape(k) == Shape::Open,
            Shape::Dash => article.shape(k) == Shape::Dash,
            Shape::Comma => {
                let next = article.at(k + 1);
                article.shape(k) == Shape::Comma
                    // "‘Salt Road,’ the No. 1 movie, got": American papers put the comma inside.
                    && (next.shape.is_quote_mark() && next.gap == Gap::None
                        || next.word.is(any!(RELATIVE, PREPOSITION, ASIDE))
                        || next.word.is(any!(VERB_PARTICIPLE, VERB_ING))
                        || next.shape == Shape::Lower && article.word(k + 1).ends_with("ed")
                        || next.shape == Shape::Lower
                            && (article.shape(k.wrapping_sub(1)).is_capital()
                                || article.shape(k.wrapping_sub(1)).is_quote_mark())
                        || matches!(next.shape, Shape::Number)
                        || next.shape.is_capital() && k + 8 > last)
            }
            _ => false,
        };
        if !matches!(article.shape(last), Shape::Close | Shape::Dash | Shape::Comma) {
            return None;
        }
        let lowest = floor.max(last.saturating_sub(30));
        let mut k = last;
        while k > lowest {
            k -= 1;
            if opens(k) {
                return Some(k);
            }
            if matches!(article.shape(k), Shape::Semicolon | Shape::Colon)
                || article.gap(k) >= Gap::Blank
            {
                return None;
            }
        }
        None
    }

    /// Looks around a grade. `least`: where the statement before ends.
    #[must_use]
    pub fn near(&self, grade: &Grade, s: &Sentence, least: usize) -> Near {
        let article = self.article;
        let floor = self.floor(grade.from, s, least);
        let mut from = grade.from;
        while from > floor
            && (article.shape(from - 1).is_quote_mark()
                || article.shape(from - 1) == Shape::Lower && article.is(from - 1, class::DEGREE))
        {
            from -= 1;
        }
        let mut to = grade.to;
        while to < s.to && article.shape(to).is_quote_mark() && to < grade.to + 2 {
            to += 1;
        }
        let mut quoted = article.shape_before(grade.from).is_quote_mark()
            && (to > grade.to || matches!(article.shape(grade.to), Shape::Period | Shape::Comma));
        // "a two, or weak, for leadership", "at four (good)", "a three, which means adequate": the name of a number.
        if grade.form == Form::Word && from > floor + 2 {
            let first = from - usize::from(article.shape(from - 1).is_quote_mark());
            let open = matches!(article.shape(first - 1), Shape::Open | Shape::Dash);
            let or = (first.saturating_sub(3).max(floor + 2)..first).find(|k| {
                article.is(*k, any!(OR, RELATIVE)) && article.shape(k - 1) == Shape::Comma
            });
            let number = or.map_or(first.saturating_sub(2), |k| k - 2);
            // "three, adequate, for care planning"
            let comma = matches!(article.shape(to), Shape::Comma | Shape::Period)
                && article.shape(first - 1) == Shape::Comma;
            if (open || comma || or.is_some()) && article.is(number, class::RATING_NUMBER) {
                (from, quoted) = (number, true);
                // "just two out of six, or weak,"
                if article.reads(number.wrapping_sub(1), word!("of"))
                    && article.reads(number.wrapping_sub(2), word!("out"))
                {
                    from = number.saturating_sub(3).max(floor);
                }
                // "a grade two, or “weak”"
                while from > floor && article.is(from - 1, any!(DEGREE, RATING_NOUN)) {
                    from -= 1;
                }
                to += usize::from(matches!(article.shape(to), Shape::Close | Shape::Comma));
            }
        }
        let prep = if from > floor { from - 1 } else { usize::MAX };
        let word_or_mark = |k: &usize| {
            article.shape(*k).is_word()
                || article.shape(*k).is_quote_mark()
                || article.shape(*k) == Shape::Hyphen
        };
        let mut noun_after = (to..to + 5)
            .take_while(|k| {
                *k < s.to && word_or_mark(k) && !article.is(*k, any!(PREPOSITION, CONJUNCTION))
            })
            .find(|k| {
                // "the Echo's four-star review"
                let stars = article.is(grade.to.wrapping_sub(1), class::STAR_NOUN);
                article.is(*k, class::RATING_NOUN) || stars && article.is(*k, class::REVIEW_WORD)
            });
        if article.shape(to) == Shape::Hyphen && article.is(to + 1, class::RATE) {
            noun_after = Some(to + 1);
        }
        // "keeps its rating of requires improvement": a name, no verb.
        let named = from > floor && article.reads(from - 1, word!("of"));
        let verbal = !named && article.is(grade.from, class::GRADE_VERB);
        let (verb, direct) = self.governor(grade, from, floor, verbal);
        let lowest = from.saturating_sub(8).max(floor);
        let noun_before = (lowest..from)
            .rev()
            .take_while(|k| article.find(*k, class::AUXILIARY).is_none() || *k + 2 > from)
            .find(|k| article.find(*k, class::RATING_NOUN).is_some());
        Near { floor, from, to, prep, verb, noun_after, noun_before, quoted, verbal, direct }
    }

    /// The verb before a grade, and whether nothing else stands between.
    fn governor(
        &self,
        grade: &Grade,
        from: usize,
        floor: usize,
        verbal: bool,
    ) -> (Option<Verb>, bool) {
        let article = self.article;
        let verb = |at: usize, to: usize, role: Role| {
            let group = self.group(at, floor);
            let be = (group..at).any(|k| article.is(k, any!(BE, COPULA)));
            Verb { at, to, group, role, be }
        };
        let mut k = from;
        while k > floor {
            let at = k - 1;
            if let Some((role, len)) = role_at(self, at)
                && at + len <= from
            {
                // "was rated good": nothing between; "as", "to be" and words of degree do not count.
                // "was awarded TEF silver"
                let direct = (at + len..from)
                    .all(|x| article.is(x, class::GRADE_LINK) || self.raters.hold(x));
                return (Some(verb(at, at + len, role)), direct);
            }
            // "found its leadership to be inadequate"
            let to_be = from > k + 2 && article.is(from - 1, class::BE_LINK);
            // "found the home inadequate"
            if article.is(at, class::FOUND)
                && (to_be && article.reads(from - 2, word!("to"))
                    || from > k && from < k + 9 && !verbal)
            {
                return (Some(verb(at, k, Role::Rate)), false);
            }
            // "made the Lyra a Best Buy", "makes it one of its Best Buys"
            let made = (k + 1..k + 8).contains(&from)
                && (k..grade.from).any(|x| article.is(x, any!(INDEFINITE, OF_COUNT)))
                // "were both made Don't Buys", "was made a Best Buy"
                || from <= k + 1
                    && article.shape(grade.from).is_capital()
                    && (at.saturating_sub(2)..at).any(|x| article.is(x, class::BE));
            if article.is(at, class::MADE) && made {
                return (Some(verb(at, k, Role::Rate)), false);
            }
            let adjacent = (k..from).all(|x| {
                article.is(x, any!(GRADE_LINK, RATED_PREVIOUSLY))
                    // "is in phase four"
                    || grade.to > grade.from + 1 && article.reads(x, word!("in"))
            });
            if article.shape(at) == Shape::Clitic && !article.reads_clitic_s(at) && !adjacent {
                break;
            }
            if article.is(at, any!(COPULA, BECOME)) && adjacent {
                return (Some(verb(at, k, Role::Be)), true);
            }
            // "rated the claim that crime had tripled ‘False’": over the clause that a claim makes.
            let said = (article.is(at, any!(AUXILIARY, VERB_PAST)) && at + 1 < from
                || article.reads(at, word!("that")))
                && grade.form == Form::Word
                && article.shape(grade.from).is_capital();
            if said
                && let Some(claim) = (floor + 1..=at)
                    .rev()
                    .take(16)
                    .find(|t| article.reads(*t, word!("that")))
                    .filter(|t| article.is(t - 1, class::STATEMENT_NOUN))
            {
                k = claim;
                continue;
            }
            // "had to make do with one star"
            let inside = || role_at(self, at.wrapping_sub(1)).is_some_and(|(_, len)| len > 1);
            let finite =
                article.is(at, class::AUXILIARY) && !article.is(at, class::BE_LINK) && !inside();
            if finite && !verbal {
                break;
            }
            let that =
                article.reads(at, word!("that")) && role_at(self, at.wrapping_sub(1)).is_some();
            if article.shape(at) == Shape::Lower && article.is(at, class::GOVERNOR_EDGE) && !that {
                break;
            }
            k = self
                .aside(k, floor)
                .filter(|a| *a + 1 < at || article.shape(at) == Shape::Close)
                .unwrap_or(at);
            let to = (k..from).any(|x| article.reads(x, word!("to")));
            // "graded safety as requires improvement": no verb of its own.
            let link = k < from && article.reads(from - 1, word!("as"));
            if verbal && adjacent && !to && !link && !article.is(at, class::GRADE_LINK) {
                break;
            }
        }
        if verbal {
            // "its attendance ‘needs attention’"
            let own = verb(grade.from, grade.from, Role::Be);
            return (Some(Verb { group: self.group(from, floor), ..own }), true);
        }
        (None, false)
    }
}
