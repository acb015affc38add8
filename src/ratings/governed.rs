//! Who or what a statement rates: the noun phrase that its construction points to.

use super::grades::Grade;
use super::near::{Near, Role, Verb, role_at};
use super::phrases::Phrase;
use super::reader::{Construction, Frame, Reader};
use super::scales::Kind;
use crate::lexicon::class;
use crate::report::EntityKind;
use crate::sentences::Sentence;
use crate::tokens::{Gap, Shape, is_small};

/// Tokens within which "the group" is what was rated right before, where nothing else has been named since.
const RIGHT_BEFORE: usize = 40;

impl Reader<'_, '_, '_> {
    /// The noun phrase that says who or what was rated.
    #[allow(clippy::too_many_arguments, reason = "each names a thing of its own")]
    pub(super) fn subject(
        &self,
        construction: Construction,
        s: &Sentence,
        grade: &Grade,
        near: &Near,
        frame: Option<&Frame>,
        from: Option<&Grade>,
        scale: u8,
    ) -> Phrase {
        let page = self.page;
        let article = page.article;
        match construction {
            Construction::Alone => self.starred(s, grade),
            Construction::Next => self.gapped(near, frame, scale),
            Construction::Noun => self.of_noun(s, near, scale),
            Construction::OfNoun => {
                let colon = article.shape(near.prep) == Shape::Colon;
                let noun = near.noun_before.map_or(near.from, |n| n + 1);
                let end = if colon { near.prep } else { noun };
                let range = page.before(end, near.floor);
                let with = (range.0.saturating_sub(2)..=range.0)
                    .chain([near.prep])
                    .find(|k| *k > near.floor && article.is(*k, class::SCORED_WITH));
                if let Some(phrase) = with.and_then(|with| self.clause(with, near, scale)) {
                    return phrase;
                }
                page.phrase(range, scale)
            }
            Construction::Verb => match near.verb {
                Some(verb) => self.of_verb(s, near, verb, from, scale),
                None => Phrase::default(),
            },
        }
    }

    /// "Larkair came last with a score of 44%": whoever came last.
    fn clause(&self, with: usize, near: &Near, scale: u8) -> Option<Phrase> {
        let page = self.page;
        let past = any!(VERB_PAST, AUXILIARY, VERB_S);
        let colon = (near.floor..with).rev().find(|k| page.article.shape(*k) == Shape::Colon);
        let floor = colon.map_or(near.floor, |k| k + 1);
        let verb = (floor..with)
            .find(|k| page.article.shape(*k) == Shape::Lower && page.article.is(*k, past));
        // "A flat in Norwick with a rating of E"
        let verb = verb.or(Some(with));
        let phrase = verb.map(|verb| page.phrase(page.before(verb, floor), scale));
        let told = |p: &Phrase| {
            !p.subjects.is_empty() && !p.counts
                || !p.aspects.is_empty()
                || p.kind.is_some()
                || p.forward
        };
        phrase.filter(told).or_else(|| {
            let names = page.names_within(floor, with);
            let name = names.iter().find(|n| !n.person && !n.weak && !page.raters.hold(n.from))?;
            Some(Phrase::of(page.full(*name), name.from))
        })
    }

    pub(super) fn of_verb(
        &self,
        s: &Sentence,
        near: &Near,
        verb: Verb,
        from: Option<&Grade>,
        scale: u8,
    ) -> Phrase {
        let page = self.page;
        let article = page.article;
        let left = page.before(verb.group, near.floor);
        // "Ann Day at Norwick Securities kept her ‘buy’ rating": no human being is rated where things are.
        let known = page.scales.get(scale);
        let human = || {
            let mut tokens = left.0..left.1;
            let person = |k: usize| page.known.at(k).map(|m| m.entity);
            tokens.any(|k| person(k).is_some_and(|e| page.known.is(e, EntityKind::Person)))
        };
        let rates = self.rates(left) || known.is_some_and(|s| s.anybody() && !s.people) && human();
        // "A, three stars in 2023, and B both crashed to one": each of them.
        let both = (verb.group.saturating_sub(1)..verb.at)
            .find(|k| article.is(*k, class::EVERY_ONE) && page.listed_before(*k).is_some());
        if let Some(both) = both {
            return Phrase { counts: true, from: both, ..Phrase::default() };
        }
        let end = from.filter(|f| f.from > verb.to).map_or(near.from, |f| f.from.min(near.from));
        let object = self.object(verb, end);
        // "reiterated its buy rating on Northgate Media": whoever reiterates, the rating is of what follows.
        let of = near
            .noun_after
            .map(|n| n + 1)
            .filter(|of| !verb.be && object.0 >= object.1 && article.is(*of, class::OF_SUBJECT));
        let of_name = near.noun_after.map(|n| n + 1).filter(|of| article.reads(*of, word!("of")));
        if let Some(of) = of_name.or(of).filter(|of| !page.names_within(of + 1, of + 3).is_empty())
        {
            let (a, b) = self.behind(of + 1, s);
            let named = page.names_within(a, b).first().map_or(a, |n| n.to);
            let stop = (named..b).find(|k| article.is(*k, class::PREPOSITION)).unwrap_or(b);
            return page.phrase((a, stop), scale);
        }
        let receives = verb.role == Role::Be
            || verb.role == Role::Receive && !(rates && object.0 < object.1)
            || verb.be
            || verb.role.changes() && !rates && object.0 >= object.1
            || matches!(verb.role, Role::Rate) && near.direct && !rates;
        if receives {
            // "who won a Michelin star at Tidewrack": no human being has stars.
            let behind = near.noun_after.map_or(near.to, |n| n + 1);
            let who = article.reads(verb.group.wrapping_sub(1), word!("who"));
            if verb.role == Role::Receive
                && known.is_some_and(|s| !s.people)
                && (who || human())
                && article.reads_any(behind, &words!["at", "for"])
                && let Some(name) = page.names_within(behind + 1, behind + 2).first()
                && !name.person
                && !name.weak
            {
                return Phrase::of(page.full(*name), name.from);
            }
            return self.left(left, verb, near, s, scale);
        }
        // "rated a similar line from Ann Day ‘False’": the claim as worded.
        let claims = page.scales.get(scale).is_some_and(|s| s.people) && object.0 < object.1;

        if claims {
            let stop = (object.0..end).find(|k| {
                article.reads(*k, word!("as")) || article.is(*k, any!(RELATIVE, GOVERNOR_EDGE))
            });
            let (a, b) = page.trim(object.0, stop.unwrap_or(end));
            let names = page.names_within(a, b);
            if names.first().is_some_and(|n| n.from > a || n.to + 1 < b) {
                return Phrase::of(article.wording(a, b), object.0);
            }
        }
        // "gave her last play, ‘Salt Road’, two stars": the name, not what it is.
        let named = |k: &usize| {
            article.shape(*k) == Shape::Comma
                && article.shape_before(*k) == Shape::Lower
                && (article.shape(k + 1).is_capital() || article.shape(k + 1).is_quote_mark())
        };
        let apart = (object.0..object.1).find(named).filter(|_| known.is_some_and(|s| s.anybody()));
        let object = (apart.map_or(object.0, |comma| comma + 1), object.1);
        let mut phrase = page.phrase(object, scale);
        // "Tripadvisor users score the harbour walk 4.6": whatever people write about.
        if phrase == (Phrase { from: phrase.from, ..Phrase::default() })
            && article.reads(object.0, word!("the"))
            && object.1 > object.0 + 2
            && page.scales.get(scale).is_some_and(|s| s.is_house() && s.max == 5)
        {
            phrase.subjects.push(article.wording(object.0 + 1, object.1));
        }
        if !phrase.subjects.is_empty()
            || !phrase.aspects.is_empty()
            || phrase.counts
            || object.0 < object.1 && !phrase.of_rating
        {
            return phrase;
        }
        // "Ghosts, to which I awarded three stars"
        let k = left.0.wrapping_sub(1);
        if article.is(k, class::RELATIVE) {
            let to = k - usize::from(article.is(k.wrapping_sub(1), class::PREPOSITION));
            // "Larkfield Care runs Oakmoor Lodge, which the CQC rated good"
            let range = page.before(to, near.floor);
            let last = page.name_ending(range.1, range.0);
            return match last.filter(|n| !n.person && !n.place) {
                Some(name) => Phrase::of(page.full(name), name.from),
                None => page.phrase(range, scale),
            };
        }
        // "has rated as 'good' Oakmoor Council's services", "awarded a C3 grade to Oakmoor Council"
        let behind = near.noun_after.map_or(near.to, |n| n + 1);
        let after = self.behind(behind, s);
        // "reiterated its buy rating on Northgate Media"
        let of = article.is(behind, class::OF_SUBJECT) && near.noun_after.is_some();
        let after = if of { self.behind(behind + 1, s) } else { after };
        let to = article.reads(behind, word!("to"));
        if near.direct || of || to {
            let phrase = page.phrase((after.0 + usize::from(to), after.1), scale);
            if !phrase.subjects.is_empty() {
                return phrase;
            }
        }
        if !rates {
            return self.left(left, verb, near, s, scale);
        }
        // "Ofsted's report card for Lark Rise gives"
        let names = page.names_within(left.0, left.1);
        match names.last() {
            Some(name) if article.is(name.from.wrapping_sub(1), class::OF_SUBJECT) => {
                Phrase::of(page.full(*name), left.0)
            }
            _ => Phrase { from: left.0, ..Phrase::default() },
        }
    }

    /// Whether the phrase before a verb is the rater: "Ofsted inspectors", "the watchdog".
    pub(super) fn rates(&self, range: (usize, usize)) -> bool {
        let page = self.page;
        let noun = (range.0..range.1).any(|k| page.article.is(k, any!(RATING_NOUN, LEVEL_NOUN)));
        !noun
            && (range.0 < range.1 && page.article.is(range.1 - 1, class::FIRST_PERSON)
                || page.raters.in_range(range.0, range.1)
                || (range.0..range.1).any(|k| page.article.is(k, class::CRITIC)))
    }

    /// The object between a verb and its grade.
    pub(super) fn object(&self, verb: Verb, end: usize) -> (usize, usize) {
        let article = self.page.article;
        let edge = |k: usize| {
            article.shape(k) == Shape::Lower && article.is(k, class::OBJECT_EDGE)
                || article.is(k, any!(DETERMINER, POSSESSIVE))
                    && k > verb.to
                    && (k + 1..(k + 5).min(end)).any(|x| article.is(x, class::RATING_NOUN))
        };
        let mut from = verb.to;
        // "went up from"
        while from < end
            && (article.is(from, class::VERB_PARTICLE)
                // "clawed its way back to"
                || article.is(from, class::POSSESSIVE) && article.reads(from + 1, word!("way"))
                || article.reads(from, word!("way")))
        {
            from += 1;
        }
        // "plunged two ratings, from good"
        let unit =
            article.is(from, class::RATING_NUMBER) && article.shape(from + 1) == Shape::Lower;
        let after = from + 2 + usize::from(article.shape(from + 2) == Shape::Comma);
        if unit && (after >= end || edge(after)) {
            from = after.min(end);
        }
        // "slipped, from good to adequate"
        let comma = article.shape(from) == Shape::Comma && edge(from + 1);
        from += usize::from(comma);
        let stop = (from..end).find(|k| edge(*k)).unwrap_or(end);
        (from, stop)
    }

    /// The subject before a verb, or further off: "Rated good by Ofsted, the school", "was inspected and judged good".
    pub(super) fn left(
        &self,
        left: (usize, usize),
        verb: Verb,
        near: &Near,
        s: &Sentence,
        scale: u8,
    ) -> Phrase {
        let page = self.page;
        let article = page.article;
        let word = verb.group.wrapping_sub(1);
        let opens = verb.group <= near.floor
            || verb.group <= s.from + 1 && page.names_within(s.from, s.from + 1).is_empty();
        if opens && !verb.be && verb.role != Role::Be {
            let comma = (near.to..s.to.min(near.to + 24))
                .find(|k| matches!(article.shape(*k), Shape::Comma | Shape::Open))
                .filter(|k| article.shape(*k) == Shape::Comma);
            if let Some(comma) = comma {
                return page.phrase(self.behind(comma + 1, s), scale);
            }
        }
        // "… by Ofsted in May and judged good", "…, earning a good rating": the subject of the verb before.
        let ing = article.shape(word) == Shape::Comma && article.is(verb.at, class::VERB_ING);
        if (ing || article.is(word, any!(AND, CLAUSE_BREAK)))
            && let Some(range) = self.shared(verb.group, s)
        {
            return page.phrase(range, scale);
        }
        // "has become only the second council to be given a C4": the subject of the clause.
        let mut link = left.0.wrapping_sub(1);
        while link > near.floor && article.is(link, any!(DEGREE, ADVERB, OF_COUNT, RATING_NUMBER)) {
            link -= 1;
        }
        if article.reads(verb.group, word!("to"))
            && left.1 == verb.group
            && article.is(link, any!(COPULA, BECOME))
        {
            let group = page.group(link, near.floor);
            let range = page.before(group, near.floor);
            if range.0 < range.1 {
                return page.phrase(range, scale);
            }
        }
        // "Council with 16,800 homes given a C3": what has them.
        let with = left.0.wrapping_sub(1);
        let has = article.reads(with, word!("with")) && article.shape(left.0) == Shape::Number;
        let start = s.from.max(with.saturating_sub(40));
        // "A village inn saved by its own regulars has been awarded a star": the inn.
        let saved = article.is(with, class::BY)
            && start == s.from
            && article.is(s.from, class::INDEFINITE)
            && !(s.from..with).any(|k| {
                article.is(k, any!(AUXILIARY, RELATIVE)) || article.shape(k) == Shape::Comma
            });
        let whose = match (has, saved) {
            (true, _) => page.before(with, start),
            (_, true) => (s.from, with),
            _ => left,
        };
        let phrase = page.phrase(if whose.0 < whose.1 { whose } else { left }, scale);
        // "has been told it requires improvement"
        let it = left.1 > left.0 && left.1 - left.0 <= 2 && article.is(left.1 - 1, class::PRONOUN);
        if it && phrase.subjects.is_empty() && article.is(left.0.wrapping_sub(1), class::TOLD) {
            let group = page.group(left.0 - 1, s.from);
            let told = page.phrase(page.before(group, s.from.max(group.saturating_sub(40))), scale);
            if !told.subjects.is_empty() || told.forward {
                return told;
            }
        }
        // "was one of three inns raised to", "was among 22 pubs awarded": the subject of the clause.
        // "Salt Mill, whose £2 pies earned": whose they are.
        let k = left.0.wrapping_sub(1);
        let whose = article.is(k, class::RELATIVE) && !article.is(left.0, class::RELATIVE);
        let among = k.wrapping_sub(usize::from(article.is(k, class::PREPOSITION)));
        let many = phrase.counts || article.shape(left.0) == Shape::Number;
        let be = many && article.is(among, any!(COPULA, BE));
        if k > near.floor
            && (be || whose && phrase.subjects.is_empty() && phrase.aspects.is_empty())
        {
            let end = if be { page.group(among, near.floor) } else { k };
            let clause = page.phrase(page.before(end, near.floor), scale);
            if !clause.subjects.is_empty() {
                return clause;
            }
        }
        // "The Black Horse saw its rating slip": whose it is.
        let saw = left.0.wrapping_sub(1);
        if phrase.of_rating && phrase.subjects.is_empty() && article.is(saw, class::SAW) {
            let group = page.group(saw, s.from);
            return page.phrase(page.before(group, s.from.max(group.saturating_sub(40))), scale);
        }
        // "A third, Fern Lodge, requires improvement", "Its owner's other home, Fern Lodge, is good": the name between
        // the commas.
        let described = phrase.subjects.is_empty() && phrase.aspects.is_empty()
            || article.shape(left.1.wrapping_sub(1)) == Shape::Lower;
        if (phrase.counts || described)
            && let Some(open) = page.aside(verb.group, near.floor)
            && article.shape(open) == Shape::Comma
            && let Some(first) = page.names_within(open + 1, open + 8).first().filter(|n| {
                !n.person
                    && (n.to + 1 >= verb.group || article.is(n.to, any!(DATE_PREPOSITION, AND)))
                    && (n.from == open + 1
                        || article.is(open + 1, class::DETERMINER)
                        || phrase.counts && article.reads(open + 1, word!("including")))
            })
        {
            let the = article.is(open + 1, class::DETERMINER);
            let from = if the { open + 1 } else { first.from };
            let named = page.phrase((from, verb.group - 1), scale);
            if !named.subjects.is_empty() {
                return named;
            }
        }
        phrase
    }

    /// The subject of the first verb of a sentence, which the verb group at `group` shares.
    pub(super) fn shared(&self, group: usize, s: &Sentence) -> Option<(usize, usize)> {
        let page = self.page;
        let floor = s.from.max(group.saturating_sub(40));
        let aux = (floor..group).find(|k| {
            page.article.shape(*k) == Shape::Lower && page.article.is(*k, class::AUXILIARY)
                || role_at(page, *k).is_some()
        });
        let past = |k: &usize| {
            page.article.shape(*k) == Shape::Lower && page.article.is(*k, class::VERB_PAST)
        };
        let aux = aux.or_else(|| (floor..group).find(past))?;
        Some(page.before(aux, floor))
    }

    /// The noun phrase that begins at token `from`.
    pub(super) fn behind(&self, from: usize, s: &Sentence) -> (usize, usize) {
        let article = self.page.article;
        let last = s.to.min(from + 30);
        let mut to = from;
        while to < last {
            let shape = article.shape(to);
            let stop = matches!(
                shape,
                Shape::Period
                    | Shape::Comma
                    | Shape::Dash
                    | Shape::Semicolon
                    | Shape::Colon
                    | Shape::Open
                    | Shape::Close
            ) && !(shape == Shape::Comma && self.listed_on(to, last))
                || shape == Shape::Lower
                    && (article.is(to, class::AUXILIARY)
                        || article.is(to, class::CLAUSE_BREAK)
                        || article.is(to, class::SUBJECT_EDGE)
                            && to > from
                            && !article.is(to - 1, class::VERB_PAST))
                || article.is(to, class::PREPOSITION)
                    && article.is(to + 1, class::ALL_WORD)
                    && to > from;
            if stop {
                break;
            }
            to += 1;
        }
        (from, to)
    }

    /// Whether a comma is followed by a small letter and an "and": a list inside a noun phrase.
    pub(super) fn listed_on(&self, comma: usize, last: usize) -> bool {
        let article = self.page.article;
        article.shape(comma + 1) == Shape::Lower
            && !article.is(comma + 1, any!(RELATIVE, AND, PREPOSITION, CLAUSE_BREAK, DETERMINER))
            && (comma + 1..last.min(comma + 8)).any(|k| article.is(k, class::AND))
            && !(comma + 1..last.min(comma + 8)).any(|k| article.is(k, class::AUXILIARY))
    }

    /// The subject of "an inadequate rating from Ofsted means Oakmoor School", "Oakmoor School's good rating".
    pub(super) fn of_noun(&self, s: &Sentence, near: &Near, scale: u8) -> Phrase {
        let page = self.page;
        let article = page.article;
        let behind = near.noun_after.map_or(near.to, |n| n + 1);
        // "Oakmoor School's outstanding rating"
        if article.reads_clitic_s(near.prep) || self.plural_owner(near.prep) {
            let owner = page.before(near.prep, near.floor);
            if !self.rates(owner) {
                return page.phrase(owner, scale);
            }
        }
        // "the outstanding-rated hospice", "‘Inadequate’ Nunford school", "a good rating for Oakmoor School"
        let compound = near.noun_after.is_some_and(|n| {
            article.is(n, class::RATE) && article.shape(n.wrapping_sub(1)) == Shape::Hyphen
        });
        let at = if article.is(behind, class::OF_SUBJECT) { behind + 1 } else { behind };
        let by = article.is(at, class::BY);
        if at > behind || near.noun_after.is_none() && !by || compound {
            let phrase = page.phrase(self.behind(at, s), scale);
            if !phrase.subjects.is_empty() {
                return phrase;
            }
            if compound {
                let indefinite = article.is(near.prep, class::INDEFINITE)
                    || article.is(near.from, class::INDEFINITE);
                // "poor-rated models"
                let many = article.shape(at) == Shape::Lower
                    && article.word(at).ends_with('s')
                    && !article.is(near.prep, class::DETERMINER);
                return Phrase { generic: indefinite || many || phrase.generic, ..phrase };
            }
        }
        // "Audiences were won over, giving it an A-minus"
        if article.is(near.from.wrapping_sub(1), class::OBJECT_PRONOUN) {
            return Phrase { from: near.from, ..Phrase::default() };
        }
        // "Oakmoor School has its good rating": the clause's own subject.
        let names = page.names_within(near.floor, near.from);
        let many = |k: usize| page.scales.find(article, k, Kind::Subjects).is_some();
        if let Some(name) = names.iter().rev().find(|n| !n.person && !page.raters.hold(n.from)) {
            // "Denby has 12 restaurants with a five-star rating"
            if article.reads(near.prep, word!("with")) && (name.to..near.from).any(many) {
                return Phrase { generic: true, from: near.from, ..Phrase::default() };
            }
            // "The Lyra brought up the rear with a poor rating"
            if article.is(near.prep, class::SCORED_WITH)
                && let Some(phrase) = self.clause(near.prep, near, scale)
            {
                return phrase;
            }
            return Phrase::of(page.full(*name), name.from);
        }
        // "rated D. Ann Day": whoever the next sentence begins with is somebody else.
        let last = s.to.min(behind + 16);
        let stop = (behind..last).find(|k| article.shape(*k) == Shape::Period);
        let after = page.names_within(behind, stop.unwrap_or(last));
        // "Five stars from the Guardian, two from the Times: …"
        let by = |n: &super::subjects::Name| {
            let link = article.back_over_the(n.from).wrapping_sub(1);
            article.is(link, class::BY) || page.raters.hold(n.from)
        };
        // "kept its ‘buy’ rating but Norwick Water fell": of another clause.
        let apart = |n: &super::subjects::Name| {
            (behind..n.from).any(|k| article.is(k, any!(CLAUSE_BREAK, AND)))
        };
        match after.iter().find(|n| !n.person && !by(n) && !apart(n)) {
            Some(name) => Phrase::of(page.full(*name), near.from),
            None => Phrase { from: near.from, ..Phrase::default() },
        }
    }

    pub(super) fn plural_owner(&self, k: usize) -> bool {
        let article = self.page.article;
        article.shape(k).is_quote_mark()
            && article.gap(k) == Gap::None
            && article.word(k.wrapping_sub(1)).ends_with('s')
    }

    /// The subject of a grade without a verb of its own: "and Larkshire's inadequate", "safety good".
    pub(super) fn gapped(&self, near: &Near, frame: Option<&Frame>, scale: u8) -> Phrase {
        let page = self.page;
        let article = page.article;
        let Some(frame) = frame.filter(|_| !article.reads(near.prep, word!("with"))) else {
            return Phrase::default();
        };
        // "Time Out gave it five stars, the Guardian four": to the same.
        if near.from > frame.end && page.raters.hold(near.from - 1) {
            return Phrase { from: near.from, ..Phrase::default() };
        }
        // "two stars to Salt Kitchen and one to the Elm Room"
        if article.reads(near.to, word!("to"))
            && article.is(near.from - 1, class::AND)
            && let Some(name) = page.names_within(near.to + 1, near.to + 3).first()
        {
            return Phrase::of(page.full(*name), near.from);
        }
        let mut from = frame.end;
        while from < near.from
            && (!article.shape(from).is_word()
                || article.is(from, any!(AND, CLAUSE_BREAK, GAP_OPENER)))
        {
            from += 1;
        }
        let mut range = (from, near.from);
        while range.1 > from && article.is(range.1 - 1, class::GRADE_LINK) {
            range.1 -= 1;
        }
        let owner = (range.0..range.1).rev().find(|k| article.reads_clitic_s(*k));
        if let Some(owner) = owner
            && owner + 1 == range.1
            && let Some(name) = page.names_within(range.0, owner).last()
        {
            // "Larkshire’s inadequate" after "Holt fire services": the head of the others.
            let head = frame.subjects.last().and_then(|last| {
                let at = last
                    .find(|c: char| c.is_ascii_lowercase() && last.contains(' '))
                    .and_then(|_| {
                        last.split(' ')
                            .position(|w| w.starts_with(|c: char| c.is_ascii_lowercase()))
                    })?;
                Some(last.split(' ').skip(at).collect::<Vec<_>>().join(" "))
            });
            let words = article.words(name.from, owner + 1);
            let subject = head.map_or(words.to_string(), |head| format!("{words} {head}"));
            return Phrase::of(subject, range.0);
        }
        // "against the original's 91%"
        if let Some(owner) = owner.filter(|o| o + 1 == range.1) {
            let mut from = page.before(owner, frame.end).0;
            while from < owner && article.is(from, class::PREPOSITION) {
                from += 1;
            }
            return Phrase::of(article.wording(from, owner), range.0);
        }
        if range.0 >= range.1 {
            return Phrase { from: near.from, ..Phrase::default() };
        }
        page.phrase(range, scale)
    }

    /// The subject of stars: the name before them in their line, the line above, or what the review is of.
    pub(super) fn starred(&self, s: &Sentence, grade: &Grade) -> Phrase {
        let page = self.page;
        let first = page.line_start(grade.from, s.from);
        let line = page.headed(first, grade.to).map(|(from, to)| page.article.wording(from, to));
        let named = page.names_within(first, grade.from).first().map(|n| page.full(*n));
        let named = line.or(named);
        let above = || (first == grade.from).then(|| page.heading(grade.from + 1)).flatten();
        let subject = named.or_else(|| page.title.clone()).or_else(above);
        Phrase { subjects: subject.into_iter().collect(), from: grade.from, ..Phrase::default() }
    }

    /// The subjects of a statement, descriptions resolved.
    pub(super) fn subjects(
        &self,
        phrase: &Phrase,
        frame: Option<&Frame>,
        grade: &Grade,
        scale: u8,
        rater: Option<&str>,
    ) -> Vec<String> {
        if let [only] = phrase.subjects.as_slice()
            && phrase.counts
            && !only.contains(' ')
            && let Some((_, whole)) = frame.and_then(|f| f.subjects.first()?.split_once(" of "))
        {
            return vec![format!("{only} of {whole}")];
        }
        // "All kept their A grades": whoever was just listed.
        if (phrase.counts || phrase.subjects.is_empty())
            && let Some(listed) = self.page.listed_before(phrase.from)
        {
            return listed;
        }
        // "Three homes were rated inadequate: Ash Grove, Elm Court and Oak House"
        if phrase.counts
            && let Some(colon) = (grade.to..grade.to + 10)
                .find(|k| matches!(self.page.article.shape(*k), Shape::Colon | Shape::Period))
            && let Some(listed) = self.page.listed_after(colon)
        {
            return listed;
        }
        if !phrase.subjects.is_empty() {
            return phrase.subjects.clone();
        }
        // "The county's fire service": nothing else in the article has that name.
        if let Some((from, to)) = phrase.kind.filter(|_| phrase.owned)
            && !self.page.has_kind(from, to)
        {
            let owner = self.page.trim(phrase.from, to).0;
            let article = self.page.article;
            let owner = owner + usize::from(article.is(owner, class::DETERMINER));
            return vec![article.wording(owner, to)];
        }
        if let Some(frame) = frame.filter(|f| !f.subjects.is_empty() && !phrase.forward) {
            return frame.subjects.clone();
        }
        let page = self.page;
        let headed = || page.line_head(grade.from).or_else(|| page.heading(grade.from));
        if let Some(topic) = page.title.clone().or_else(headed) {
            return vec![topic];
        }
        // Shares are told of one after the other: whatever the sentence is about.
        let shares = page.scales.get(scale).is_some_and(|s| s.anybody() && s.alone && s.max == 0);
        if shares
            && !phrase.forward
            && let Some(name) = page.told_of(grade.from, rater)
        {
            return vec![page.full(name)];
        }
        // "The unit": the part of a body that was rated, "surgical services at Oakmoor Hospital".
        let part = |words: &str| {
            let small = words.split(' ').filter(|w| w.bytes().all(|b| b.is_ascii_lowercase()));
            small.take(12).any(|w| crate::lexicon::look_up_word(&[w]).is(class::PART_NOUN))
        };
        if let Some((_, end)) = phrase.kind.filter(|_| !phrase.forward)
            && page.article.is(end - 1, class::PART_NOUN)
            && let Some(rated) = (self.found.iter().rev().take(8))
                .find_map(|item| item.rating.subject.as_ref().filter(|words| part(words)))
        {
            return vec![rated.clone()];
        }
        // "Shoppers of Norwick Power were the happiest, giving it 78%": what the sentence names.
        if let Some(name) = self.named_here(phrase, grade) {
            return vec![name];
        }
        // "Its previous rating was four": of whatever was rated last, unless another has been named since.
        if phrase.kind.is_none()
            && !phrase.forward
            && page.scales.get(scale).is_none_or(|s| !s.people)
            && let Some(last) = self.found.iter().rev().find(|i| i.at < grade.from)
            && last.rating.scale.as_deref().is_some_and(|id| page.scales.number(id) == Some(scale))
            && grade.from.saturating_sub(last.at) < 150
            && !page.named_between(last.at, grade.from, scale)
            && let Some(subject) = &last.rating.subject
        {
            let part = page.scales.get(scale).map_or("", |s| &*s.part);
            let suffix = format!("'s {part}");
            return vec![subject.strip_suffix(&suffix).unwrap_or(subject).to_string()];
        }
        // "The district was cheered when it kept its Aa2 rating": what the sentence begins with.
        let opener = || {
            let article = page.article;
            let open = page.sentence_start(grade.from, grade.from.saturating_sub(40))?;
            let noun = article.reads(open, word!("the")) && article.shape(open + 1) == Shape::Lower;
            noun.then_some((open + 1, open + 2))
        };
        let kind = phrase.kind.or_else(opener);
        // Whatever was rated last, if nothing fits better.
        let last = || {
            let last = self.found.iter().rev().take(4).find(|i| i.at < grade.from)?;
            let near = last.at + 150 > grade.from && !phrase.forward;
            last.rating.subject.clone().filter(|_| near)
        };
        // "Moody's affirmed Calder Vale's A2. S&P, which rates the group A": of what was rated right before.
        let group = kind.filter(|(_, end)| page.article.is(end - 1, class::ANY_BODY));
        let right_before = || {
            let last = self.found.last().filter(|i| i.at < grade.from)?;
            let near = last.at + RIGHT_BEFORE > grade.from
                && page.line_start(grade.from, last.at) == last.at
                && !page.named_between(last.at, grade.from, scale);
            // "Harrow's senior notes": a part of it.
            let whole =
                |name: &String| !name.split(' ').any(|w| w.len() > 3 && w.starts_with(is_small));
            last.rating.subject.clone().filter(|name| near && whole(name))
        };
        if group.is_some()
            && let Some(subject) = right_before()
        {
            return vec![subject];
        }
        let found = page.resolve(grade.from, scale, phrase.forward, kind, rater);
        // "The three-bedroom house is rated D": nothing has a name.
        let words = || {
            let (from, to) = phrase.kind.map(|kind| page.trim(phrase.from.min(kind.0), kind.1))?;
            let from = from + usize::from(page.article.is(from, class::DETERMINER));
            (from + 1 < to).then(|| page.article.wording(from, to))
        };
        found.or_else(last).or_else(words).into_iter().collect()
    }

    /// The one thing that the words of a sentence before a pronoun name.
    fn named_here(&self, phrase: &Phrase, grade: &Grade) -> Option<String> {
        let page = self.page;
        let article = page.article;
        let it = (grade.from.saturating_sub(6)..grade.from)
            .rev()
            .find(|k| article.reads(*k, word!("it")))
            .filter(|it| article.is(it.wrapping_sub(1), class::VERB_ING))
            .filter(|_| phrase.kind.is_none() && !phrase.forward)?;
        let first = (it.saturating_sub(24)..it)
            .rev()
            .find(|k| matches!(article.shape(*k), Shape::Period | Shape::Semicolon))?;
        let names = page.names_within(first, it);
        // "Audiences were won over, giving it": who gives.
        let gives = |n: &super::subjects::Name| {
            n.from <= first + 1 && n.to == n.from + 1 && article.is(n.to, class::AUXILIARY)
        };
        let fits = |n: &&super::subjects::Name| {
            let rates = page.raters.hold(n.from) || page.employs_critic(**n);
            !n.person && !n.weak && !rates && !gives(n)
        };
        Some(page.full(*names.iter().find(fits)?))
    }
}
