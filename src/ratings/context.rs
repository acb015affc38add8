//! What an article is about where ratings go: its raters, and which scale a grade is on.

use super::Page;
use super::grades::{Form, Grade};
use super::near::{Role, role_at};
use super::scales::{Found, Kind, Scale, Scales};
use crate::article::Article;
use crate::blocks::{Block, BlockKind};
use crate::lexicon::class;
use crate::sentences::Sentence;
use crate::tokens::{Gap, Shape};
use crate::work;

/// How a rater is mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Manner {
    /// A description: "the watchdog".
    Described,
    /// The name of its scheme: "food hygiene rating".
    Implied,
    /// Its own name.
    Named,
}

/// A rater in the text.
#[derive(Clone, Copy, Debug)]
pub struct Mention<'s> {
    /// First token.
    pub at: usize,
    /// Token after the last.
    pub to: usize,
    /// The scales that know it.
    pub found: Found<'s>,
    /// How it is mentioned.
    pub manner: Manner,
}

/// The scale of a grade and its rater.
#[derive(Clone, Debug, PartialEq)]
pub struct Scaled {
    /// The scale; `None` for a grade that its rater does not give.
    pub scale: Option<u8>,
    /// A scale of the rater's, for its kinds of subject.
    pub family: u8,
    /// Who rates.
    pub rater: Option<String>,
}

/// The raters of the article and how much it is about each scale's kind of thing.
pub struct Raters<'s> {
    mentions: Vec<Mention<'s>>,
    votes: Vec<u32>,
    any_named: bool,
    any_states: bool,
    kinds: Vec<(usize, Found<'s>)>,
}

/// Whether a name may start at token `i`.
pub fn capital(article: &Article<'_>, i: usize) -> bool {
    is_capital(article.shape(i))
}

/// Whether a word is written with a capital, or is a code.
pub fn is_capital(shape: Shape) -> bool {
    shape.is_capital() || shape == Shape::Code
}

/// How a rater's words at token `i` mention it; `None` where they do not.
#[inline(never)]
fn manner(article: &Article<'_>, i: usize, found: Found<'_>) -> Option<Manner> {
    // "the S&P 500", "Moody's Analytics"
    // "one Tripadvisor reviewer"
    let one = article.reads(i.wrapping_sub(1), word!("one"));
    if article.is(i + found.len, class::NO_RATER) || one && article.is(i + found.len, class::CRITIC)
    {
        return None;
    }
    // "the New York City health department"
    let named = capital(article, i)
        || found.len > 1
            && (article.reads(i, word!("the")) && capital(article, i + 1)
                || article.shape_before(i).is_capital() && article.gap(i) == Gap::Space);
    if found.has(1) && named {
        Some(Manner::Named)
    } else if found.has(2) {
        Some(Manner::Implied)
    } else {
        found.has(0).then_some(Manner::Described)
    }
}

/// Where the name of a body begins whose last words are at token `i`: "Oakmoor County Health Department".
fn house_from(article: &Article<'_>, i: usize, floor: usize) -> usize {
    let mut from = i;
    while from > floor
        && article.shape(from - 1).is_capital()
        && article.gap(from) <= crate::tokens::Gap::Space
        && !article.is(from - 1, any!(DETERMINER, SENTENCE_STARTER, PREPOSITION))
    {
        from -= 1;
    }
    from
}

/// Length of a rater's proper name at token `i`.
#[must_use]
#[inline(never)]
pub fn rater_at(article: &Article<'_>, scales: &Scales, i: usize) -> Option<usize> {
    if !capital(article, i) {
        return None;
    }
    let found = scales.find(article, i, Kind::Rater)?;
    manner(article, i, found).filter(|m| *m > Manner::Described).map(|_| found.len)
}

/// Most tokens between a rater and a grade that one clause holds.
const APART: usize = 60;

/// How many mentions before and behind a grade are looked at.
const REACH: usize = 30;

impl<'s> Raters<'s> {
    /// Looks for raters.
    pub fn find(article: &Article<'_>, scales: &'s Scales, blocks: &[Block]) -> Raters<'s> {
        let mut raters = Raters {
            mentions: Vec::new(),
            votes: vec![0; scales.iter().count()],
            any_named: false,
            any_states: false,
            kinds: Vec::new(),
        };
        // "By Ann Day, PolitiFact": who publishes may rate.
        let read = |b: &&Block| b.kind != BlockKind::Furniture || b.from < super::TOP;
        for block in blocks.iter().filter(read) {
            let furniture = block.kind == BlockKind::Furniture;
            let mut i = block.from;
            while i < block.to {
                work::step();
                if !scales.may_open(article, i, gate!(RATED_KIND, RATED_KINDS, RATED_STATE, RATER))
                {
                    i += 1;
                    continue;
                }
                raters.any_states |= scales.may_open(article, i, gate!(RATED_STATE));
                let kinds = scales.may_open(article, i, gate!(RATED_KIND, RATED_KINDS));
                let kind = || {
                    let one = scales.find(article, i, Kind::Subject);
                    one.or_else(|| scales.find(article, i, Kind::Subjects))
                };
                if let Some(kind) = kinds.then(kind).flatten() {
                    raters.kinds.push((i, kind));
                    for (scale, _) in kind.rows() {
                        if let Some(votes) = raters.votes.get_mut(usize::from(scale)) {
                            *votes += if kind.len > 1 { 3 } else { 1 };
                        }
                    }
                }
                let rater = scales.may_open(article, i, gate!(RATER));
                let found = rater.then(|| scales.find(article, i, Kind::Rater)).flatten();
                // "The Independent Schools Inspectorate" is not the Independent.
                let found = found.filter(|f| {
                    let longer = || scales.find(article, i + 1, Kind::Rater);
                    f.len == 1
                        || !article.reads(i, word!("the"))
                        || longer().is_none_or(|l| l.len < f.len)
                });
                let found = found.and_then(|f| Some((f, manner(article, i, f)?)));
                if let Some((found, manner)) = found.filter(|f| !furniture || f.1 == Manner::Named)
                {
                    let own = found
                        .rows()
                        .any(|r| scales.get(r.0).is_some_and(|s| !s.anybody() || s.is_house()));
                    raters.any_named |= manner > Manner::Described && own;
                    let at = if found.rows().any(|r| scales.get(r.0).is_some_and(Scale::is_house)) {
                        house_from(article, i, block.from)
                    } else {
                        i
                    };
                    raters.mentions.push(Mention { at, to: i + found.len, found, manner });
                    i += found.len;
                    continue;
                }
                i += 1;
            }
        }
        raters
    }

    /// Whether the article may put anything into a state that a rater has.
    #[must_use]
    pub fn any_states(&self) -> bool {
        self.any_states
    }

    /// The mentions that start in the range.
    #[must_use]
    #[inline(never)]
    pub fn within(&self, from: usize, to: usize) -> &[Mention<'s>] {
        let first = self.mentions.partition_point(|m| m.at < from);
        let last = self.mentions.partition_point(|m| m.at < to);
        self.mentions.get(first..last.max(first)).unwrap_or(&[])
    }

    /// The last thing of the scale's kind that was only described before a token: "a two-bedroom terrace".
    #[must_use]
    pub fn thing(&self, page: &Page<'_, '_>, at: usize, scale: u8) -> Option<(usize, usize)> {
        let last = self.kinds.partition_point(|k| k.0 < at);
        let near = self.kinds.get(..last).unwrap_or(&[]).iter().rev().take(6);
        near.take_while(|k| k.0 + 40 > at).filter(|k| k.1.is_of(scale)).find_map(|(k, kind)| {
            let words = |a: &usize| {
                let shape = page.article.shape(*a);
                shape.is_word() || matches!(shape, Shape::Hyphen | Shape::Number)
            };
            let mut near = (k.saturating_sub(6)..*k).rev().take_while(words);
            let a = near.find(|a| page.article.is(*a, class::INDEFINITE))?;
            Some((a + 1, k + kind.len))
        })
    }

    /// Whether a rater stands in the range.
    #[must_use]
    #[inline(never)]
    pub fn in_range(&self, from: usize, to: usize) -> bool {
        !self.within(from, to).is_empty()
    }

    /// Whether a rater's words hold the token.
    #[must_use]
    #[inline(never)]
    pub fn hold(&self, at: usize) -> bool {
        let after = self.mentions.partition_point(|m| m.at <= at);
        self.mentions.get(after.wrapping_sub(1)).is_some_and(|m| at < m.to)
    }

    /// Whether the tokens are only a part of a rater's words.
    #[must_use]
    pub fn hold_more(&self, from: usize, to: usize) -> bool {
        let after = self.mentions.partition_point(|m| m.at <= from);
        let mention = self.mentions.get(after.wrapping_sub(1));
        mention.is_some_and(|m| to <= m.to && m.to - m.at > to - from)
    }

    /// Whether the article names a rater by its own name.
    #[must_use]
    pub fn any_named(&self) -> bool {
        self.any_named
    }

    /// Whether the article names any rater.
    #[must_use]
    pub fn any(&self) -> bool {
        !self.mentions.is_empty()
    }

    /// The scale of a list of numbers or words: the one that the article's raters have for them.
    #[must_use]
    pub fn of_list(&self, page: &Page<'_, '_>, grade: &Grade, s: &Sentence) -> Option<Scaled> {
        if matches!(grade.form, Form::Glyphs(..)) {
            return self.alone(page, grade, s, None);
        }
        self.mentions.iter().take(REACH).filter(|m| m.manner > Manner::Described).find_map(|m| {
            let scale = self.best(page, grade, m)?;
            let known = page.scales.get(scale)?;
            if known.is_house() && m.manner == Manner::Named {
                let rater = Some(page.article.wording(m.at, m.to));
                return Some(Scaled { rater, ..scaled(page, scale) });
            }
            (!known.anybody()).then(|| scaled(page, scale))
        })
    }

    /// Which of a rater's scales a grade is on.
    fn best(&self, page: &Page<'_, '_>, grade: &Grade, mention: &Mention<'s>) -> Option<u8> {
        let on = |scale: u8| page.scales.get(scale).is_some_and(|s| grade.on(scale, s));
        // A scale that ended long ago is meant only where no other of the rater's has the grade.
        let lives = |scale: u8| {
            page.scales.get(scale).is_some_and(|s| s.until.is_empty() || &*s.until >= "2020")
        };
        // Words of an ended scale are meant only where they are its own, or where the article goes that far back.
        let oldest = page.oldest.unwrap_or("9999");
        let meant = |scale: u8| {
            lives(scale)
                || !mention.found.rows().any(|r| lives(r.0))
                || grade.is_distinct(page.scales)
                || page.scales.get(scale).is_some_and(|s| oldest <= &*s.until)
        };
        let least = if mention.manner == Manner::Named { 1 } else { 0 };
        let rows = || {
            mention.found.rows().filter(move |r| (least == 0 || r.1 > 0) && on(r.0) && meant(r.0))
        };
        // What stands nearest before the grade settles which of a rater's scales it is.
        let last = self.kinds.partition_point(|k| k.0 < grade.from);
        let near = self.kinds.get(..last).unwrap_or(&[]).iter().rev().take(6);
        for (_, kind) in near.take_while(|k| k.0 + 60 > grade.from) {
            let mut fits = rows().filter(|r| lives(r.0) && kind.is_of(r.0));
            if let (Some(one), None) = (fits.next(), fits.next()) {
                return Some(one.0);
            }
        }
        rows()
            .max_by_key(|r| {
                let votes = self.votes.get(usize::from(r.0)).copied().unwrap_or(0);
                // Where nothing tells, the scale that has the rater's plain name: "ofsted".
                let length = page.scales.get(r.0).map_or(0, |s| s.id.len());
                (lives(r.0), votes, std::cmp::Reverse((length, r.0)))
            })
            .map(|r| r.0)
    }

    /// The scale that a grade is on, and who rates on it. `cued`: a verb or noun of rating goes with it.
    #[must_use]
    pub fn scale_of(
        &self,
        page: &Page<'_, '_>,
        grade: &Grade,
        s: &Sentence,
        carried: Option<&Scaled>,
        cued: bool,
    ) -> Option<Scaled> {
        if matches!(grade.form, Form::Glyphs(..)) {
            return self.alone(page, grade, s, carried);
        }
        // "I gave it four stars", "the Echo's own Ann Day gave it two": whoever else is named.
        let writes = |k: usize| {
            page.article.is(k, class::FIRST_PERSON)
                || page
                    .names_within(k.saturating_sub(2), k + 1)
                    .iter()
                    .any(|n| n.person && n.to == k + 1)
        };
        let own = page.article.is(grade.to.wrapping_sub(1), class::STAR_NOUN)
            && (s.from..grade.from)
                .rev()
                .take(8)
                .any(|k| page.article.is(k + 1, class::GIVE) && writes(k));
        if own && let Some(found) = self.alone(page, grade, s, carried) {
            return Some(found);
        }
        let split = self.mentions.partition_point(|m| m.at < grade.from);
        let (before, after) = self.mentions.split_at_checked(split)?;
        let by = after.iter().take(2).find(|m| {
            m.at < (grade.to + 6).min(s.to)
                && (page.article.is(m.at.wrapping_sub(1), class::BY)
                    || page.article.is(m.at.wrapping_sub(2), class::BY)
                    // "cut to ‘hold’ at Norwick Securities", "has 91 out of 100 on Metacritic"
                    || m.at == grade.to + 1
                        && page.article.reads_any(grade.to, &words!["at", "on"]))
        });
        let here = || {
            by.into_iter()
                .chain(before.iter().rev().take_while(|m| m.at >= s.from))
                .chain(after.iter().take_while(|m| m.at < s.to))
        };
        for least in [Manner::Named, Manner::Implied] {
            for mention in here().filter(|m| m.manner == least) {
                if let Some(scale) = self.best(page, grade, mention) {
                    let mut found = scaled(page, scale);
                    let house = least == Manner::Named
                        && page.scales.get(scale).is_some_and(Scale::is_house);
                    if found.rater.is_none() || house {
                        let words = page.called(mention.at, mention.to);
                        // "Norwick raised the stock to buy; Larkbank started at hold"
                        let split = || {
                            grade.from > mention.to + APART
                                || (mention.to..grade.from).any(|k| {
                                    page.article.shape(k) == Shape::Semicolon
                                        || page.article.is(k, class::CLAUSE_BREAK)
                                })
                        };
                        // "Time Out gave it five stars, the Guardian four"
                        let acts = house
                            || role_near(page, mention.to) && !split()
                            || mention.to == grade.from;
                        let rater = anybody(page, s, grade).filter(|_| !acts);
                        let rater = rater.unwrap_or(words);
                        found.rater = Some(rater);
                    }
                    return Some(found);
                }
            }
        }
        if let Some(carried) = carried
            && let Some(scale) = carried.scale
            && let Some(known) = page.scales.get(scale).filter(|known| grade.on(scale, known))
        {
            // "Norwick cut Telcom to hold; Larkbank raised it to buy"
            let own = known.alone && known.anybody();
            let rater = if own { anybody(page, s, grade) } else { None };
            return Some(Scaled { rater: rater.or(carried.rater.clone()), ..carried.clone() });
        }
        let near = before.iter().rev().take(REACH).chain(after.iter().take(REACH));
        for mention in near.filter(|m| m.manner > Manner::Described) {
            let Some(scale) = self.best(page, grade, mention) else { continue };
            let Some(known) = page.scales.get(scale) else { continue };
            if known.is_house() && mention.manner == Manner::Named {
                let rater = Some(page.called(mention.at, mention.to));
                return Some(Scaled { rater, ..scaled(page, scale) });
            }
            // A critic's paper rates only where it stands.
            if known.anybody() {
                continue;
            }
            return Some(scaled(page, scale));
        }
        if !self.any_named {
            for mention in self.mentions.iter().take(REACH).filter(|m| m.to - m.at > 1) {
                if let Some(scale) = self.best(page, grade, mention) {
                    // "19 analysts rate it a buy": nobody in particular.
                    return Some(named(page, scale, s, grade)).filter(|f| f.rater.is_some());
                }
            }
        }
        let alone = cued && grade.form != Form::Outlook;
        if alone { self.alone(page, grade, s, carried) } else { None }
    }

    /// A scale whose grades need no known rater.
    fn alone(
        &self,
        page: &Page<'_, '_>,
        grade: &Grade,
        s: &Sentence,
        carried: Option<&Scaled>,
    ) -> Option<Scaled> {
        let number = page.scales.numbers().find(|n| {
            page.scales.get(*n).is_some_and(|scale| {
                // Four is the most of nothing but stars.
                let open = match grade.form {
                    Form::Number(_, 0) => scale.max != 5,
                    Form::Number(_, 4) => {
                        !(grade.from..grade.to).any(|k| page.article.is(k, class::STAR_NOUN))
                            && !page.article.is(grade.to, class::STAR_NOUN)
                    }
                    _ => false,
                };
                scale.alone && !open && grade.on(*n, scale)
            })
        })?;
        let scale = page.scales.get(number)?;
        // "Rovers hit three", "she gave three": a number alone is a score only where something calls it one.
        let bare = matches!(grade.form, Form::Number(_, 0)) && grade.to == grade.from + 1;
        if bare && scale.anybody() {
            let mut near = grade.from.saturating_sub(8).max(s.from)..s.to.min(grade.to + 4);
            if !near.any(|k| page.article.is(k, any!(RATING_NOUN, STAR_NOUN))) {
                return None;
            }
        }
        let mut found = named(page, number, s, grade);
        if found.rater.is_none() {
            found.rater = carried.filter(|c| c.family == number).and_then(|c| c.rater.clone());
        }
        // Single letters and star numbers need a name that rates them.
        if scale.anybody() && found.rater.is_none() && !matches!(grade.form, Form::Glyphs(..)) {
            return None;
        }
        if grade.form == Form::Word && !scale.anybody() && grade.rows.len() > 1 {
            return None;
        }
        Some(found)
    }

    /// A scale of the rater that is named in the range, for a grade that is on none of its scales.
    #[must_use]
    pub fn off_scale(
        &self,
        page: &Page<'_, '_>,
        grade: &Grade,
        from: usize,
        to: usize,
    ) -> Option<Scaled> {
        let mention = self.within(from, to).iter().find(|m| m.manner == Manner::Named)?;
        if self.best(page, grade, mention).is_some() {
            return None;
        }
        let (family, _) = mention.found.rows().find(|r| r.1 == 1)?;
        let known = page.scales.get(family)?;
        (!known.anybody() && known.max == 0 && !known.outlook).then(|| Scaled {
            scale: None,
            family,
            rater: Some(known.rater.to_string()),
        })
    }
}

/// Whether a rating verb follows at once.
fn role_near(page: &Page<'_, '_>, at: usize) -> bool {
    (at..at + 3).any(|k| role_at(page, k).is_some())
}

/// The scale with its own rater.
fn scaled(page: &Page<'_, '_>, scale: u8) -> Scaled {
    let rater = page.scales.get(scale).filter(|s| !s.anybody()).map(|s| s.rater.to_string());
    Scaled { scale: Some(scale), family: scale, rater }
}

/// The scale with its rater, or with whoever rates in the sentence.
fn named(page: &Page<'_, '_>, scale: u8, s: &Sentence, grade: &Grade) -> Scaled {
    let mut found = scaled(page, scale);
    if found.rater.is_none() {
        found.rater = anybody(page, s, grade);
    }
    found
}

/// A run of capitalised words from token `from`: "Ann Day", "What Car?".
#[inline(never)]
fn run(article: &Article<'_>, from: usize) -> Option<String> {
    let mut to = from;
    while to < from + 6
        && (to == from || article.gap(to) <= crate::tokens::Gap::Space)
        && (article.shape(to).is_capital()
            || to > from && matches!(article.shape(to), Shape::Ampersand))
    {
        to += 1;
    }
    if to > from && article.shape(to) == Shape::Question && article.shape(to + 1) == Shape::Lower {
        to += 1;
    }
    (to > from).then(|| article.wording(from, to))
}

/// Who rates where anybody may: "writes our critic Ann Day", "Joypad gave", "I gave" under a byline.
fn anybody(page: &Page<'_, '_>, s: &Sentence, grade: &Grade) -> Option<String> {
    let article = page.article;
    // "“The Glass Ferry” (two stars)": like stars behind a title.
    let boxed = article.shape_before(grade.from) == Shape::Open
        && article.shape(grade.to) == Shape::Close
        && article.shape_before(grade.from - 1).is_quote_mark();
    let glyphs = matches!(grade.form, Form::Glyphs(..)) || boxed;
    let last = s.to.min(grade.to + 40);
    // "They cut their rating": the analysts of the sentence before.
    let they = article.is(s.from, class::PRONOUN);
    let open = if they { s.from.saturating_sub(40) } else { s.from };
    // "Norwick kept its ‘buy’ rating, while analysts at Larkbank moved to ‘add’"
    let apart = |k: &usize| {
        grade.form == Form::Word
            && (article.shape(*k) == Shape::Semicolon || article.is(*k, class::CLAUSE_BREAK))
    };
    let open = (open..grade.from).rev().find(apart).unwrap_or(open);
    let end = (grade.to..last).find(apart).unwrap_or(last);
    for k in grade.from.saturating_sub(40).max(open)..end {
        if !article.is(k, class::CRITIC) {
            continue;
        }
        // "Norwick Securities analyst Ann Day", "analysts at Mills & Day": shares are rated by houses.
        if grade.form == Form::Word {
            let before = page.name_ending(k, k.saturating_sub(8));
            let next = || page.names_within(k + 2, k + 3).first().copied();
            let at = || next().filter(|_| article.reads(k + 1, word!("at")));
            if let Some(house) = before.or_else(at) {
                return Some(article.wording(house.from, house.to));
            }
            // "Analyst Ann Day at Norwick Securities"
            let person = (k + 1..k + 5).find(|p| !article.shape(*p).is_capital());
            if let Some(at) = person.filter(|p| *p > k + 1 && article.is(*p, class::OF_PAPER))
                && let Some(house) = run(article, at + 1)
            {
                return Some(house);
            }
        }
        if grade.form != Form::Word
            && article.shape(k + 1).is_capital()
            && let Some(name) = run(article, k + 1)
        {
            return Some(name);
        }
    }
    // "“I would give it six out of ten,” she said": in quote marks somebody else speaks.
    let writer = || match page.speaks(grade.from) {
        Some((speaker, _)) => speaker.map(|name| page.full(name)),
        None => page.writer(grade.to),
    };
    if glyphs {
        return page.asked(grade.from).or_else(writer);
    }
    let floor = grade.from.saturating_sub(16).max(s.from);
    let verb = |k: &usize| {
        role_at(page, *k).is_some_and(|(role, _)| !matches!(role, Role::Receive | Role::Lose))
    };
    let cue = (floor..grade.from).rev().find(verb);
    let by = (grade.to..last).take(12).find_map(|k| {
        // "was cut to ‘hold’ at Norwick Securities", "four stars by the Norwick Echo"
        let house = grade.form == Form::Word && article.reads(k, word!("at"));
        let name = article.past_the(k + 1);
        ((house || article.is(k, class::BY)) && article.shape(name).is_capital()).then_some(name)
    });
    // "Norwick has a ‘hold’ rating on Telcom"
    let has = || {
        (floor..grade.from)
            .rev()
            .find(|k| article.is(*k, class::AUXILIARY) && article.is(k + 1, class::INDEFINITE))
    };
    let has = if cue.is_none() && by.is_none() && grade.form == Form::Word { has() } else { None };
    // "The Norton Echo's four-star review", "In a three-star review, Ann Day wrote"
    let owner = grade.from.wrapping_sub(1);
    if cue.is_none() && article.reads_clitic_s(owner) && article.shape_before(owner).is_capital() {
        let first = (s.from..owner).rev().find(|k| !article.shape(*k).is_capital());
        return run(article, first.map_or(s.from, |k| k + 1));
    }
    let by = by.or_else(|| {
        let comma = |k: &usize| article.shape(*k) == Shape::Comma;
        let comma = (grade.to..last).take(12).find(comma)?;
        (grade.form != Form::Word && article.shape(comma + 1).is_capital()).then_some(comma + 1)
    });
    let Some(cue) = cue.or(has) else { return by.and_then(|k| run(article, k)) };
    if article.is(cue + 1, class::BY) {
        return run(article, cue + 2);
    }
    // "At Norwick Research, Tom Reed, who has had a ‘sell’ rating": shares are rated by houses.
    if grade.form == Form::Word
        && article.reads(s.from, word!("at"))
        && let Some(house) = page.names_within(s.from + 1, s.from + 2).first()
        && article.shape(house.to) == Shape::Comma
        && page.names_within(house.to, house.to + 2).first().is_some_and(|n| n.person)
    {
        return Some(page.full(*house));
    }
    // "Norwick on Tuesday reiterated"
    let mut to = page.group(cue, floor);
    while to > floor && article.is(to - 1, any!(AUXILIARY, ADVERB, RELATIVE)) {
        to -= 1;
    }
    // "I gave", "I'd give"
    let clitic = usize::from(article.shape(to.wrapping_sub(1)) == Shape::Clitic);
    if article.is(to.wrapping_sub(1 + clitic), class::FIRST_PERSON) {
        return writer();
    }
    // "Hartley Foods Cut to ‘Hold’ as Norwick Warns"
    let passive = (to..cue).any(|k| article.is(k, class::BE))
        || grade.form == Form::Word
            && article.shape(cue).is_capital()
            && article.reads(cue + 1, word!("to"));
    if passive {
        return by.and_then(|k| run(article, k));
    }
    // "Norwick, long a bull on the name, stuck with": over what stands between commas.
    let floor = grade.from.saturating_sub(40).max(s.from);
    let comma = article.shape(to.wrapping_sub(1)) == Shape::Comma;
    to -= usize::from(comma);
    if comma && !article.shape(to.wrapping_sub(1)).is_capital() {
        to = page.before(to + 1, floor).1;
    }
    // "Joypad magazine gave", "analysts at Mills & Day raised"
    while to > floor && article.is(to - 1, class::CRITIC) {
        to -= 1;
    }
    if article.shape(to.wrapping_sub(1)) == Shape::Question {
        to -= 1;
    }
    let end = to;
    while to > floor
        && (article.shape(to - 1).is_capital()
            && !article.is(to - 1, any!(SENTENCE_STARTER, SUBJECT_OPENER))
            || article.shape(to - 1) == Shape::Ampersand)
    {
        to -= 1;
    }
    // "Ann Day of the Norwick Echo gave"
    let of = to - usize::from(article.is(to.wrapping_sub(1), class::DETERMINER));
    if to < end
        && grade.form != Form::Word
        && article.is(of.wrapping_sub(1), class::OF_PAPER)
        && of > floor + 2
        && article.shape(of - 2).is_capital()
        && article.shape(of - 3).is_capital()
    {
        return Some(article.wording(of - 3, of - 1));
    }
    // "Norwick Capital's Ann Day kept": shares are rated by houses.
    let owner = to.wrapping_sub(1);
    if to < end && grade.form == Form::Word && article.reads_clitic_s(owner) {
        let first = (floor..owner).rev().find(|k| !article.shape(*k).is_capital());
        return run(article, first.map_or(floor, |k| k + 1));
    }
    // "Analyst Ann Day lowered the shares": for the house that is named elsewhere.
    if to < end && grade.form == Form::Word && article.is(to, class::CRITIC) {
        // "Brokerage Mills & Day lowered the shares"
        let firm = (to..end).any(|k| article.shape(k) == Shape::Ampersand)
            || page.names_within(to, end).iter().any(|n| !n.person && n.to == end);
        let named = (firm && to + 1 < end).then(|| article.wording(to + 1, end));
        return named.or_else(|| page.house(grade.from));
    }
    if to < end {
        let end = end + usize::from(article.shape(end) == Shape::Question);
        return Some(article.wording(to, end));
    }
    // "The broker upgraded Telcom": the broker is named elsewhere.
    if article.is(cue.wrapping_sub(1), class::CRITIC) {
        return page.house(grade.from);
    }
    // "Norwick begs to differ and sticks with ‘buy’", "The Echo called it flat and gave it one star"
    let gives = grade.form == Form::Word || article.is(cue, class::GIVE);
    let heads = || {
        let first = s.from + usize::from(article.is(s.from, class::ADVERB));
        // "Our friends at the Echo have made it album of the month and given it nine out of ten"
        let of = |k: &usize| article.is(*k, class::OF_PAPER) && article.shape(k + 1).is_capital();
        let first = match article.is(first, class::POSSESSIVE) {
            true => (first..to).find(of)? + 1,
            false => first,
        };
        run(article, first).filter(|_| gives && article.is(to.wrapping_sub(1), class::AND))
    };
    by.and_then(|k| run(article, k)).or_else(heads)
}
