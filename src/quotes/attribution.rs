//! Attributions: the reporting words of a unit, each with the phrase that names its source.

use super::{
    Attribution, CUES, OPENING, Range, Reader, SAYS, TERM_WORDS, Unit, is_unknown_verb, subject,
    words,
};
use crate::lexicon::{Class, class};
use crate::marks::Pair;
use crate::tokens::{Gap, Shape};

/// Tokens of a lead-in behind the phrase that names its source, at most.
const LEAD_IN: usize = 24;

/// Tokens of a role before a name, or of what stands in brackets behind it, at most.
const BRACKET: usize = 8;

/// Words before an attribution that opens its sentence.
pub(super) const OPENS: Class = any!(CONJUNCTION, CONTRAST, ADVERB);

/// Words of a clause that is more than a phrase.
pub(super) const FINITE: Class = any!(AUXILIARY, VERB_PAST, VERB_S, SUBORDINATOR);

/// Tokens of an owner without a name, at most.
const SHORT: usize = 5;

/// Tokens between an attribution and a participle that goes on with it, at most.
const BETWEEN: usize = 8;

impl Reader<'_, '_> {
    /// The attributions of a unit, in order; they do not overlap.
    pub(super) fn attributions(&self, unit: &Unit<'_>) -> Vec<Attribution> {
        let a = self.a;
        let names = &self.resolver.names;
        let mut found: Vec<Attribution> = Vec::new();
        let mut start = unit.from;
        let mut i = unit.from;
        while i < unit.to {
            if let Some(pair) = unit.pair_at(i) {
                if let Some(marked) = self.cue_in_marks(pair, start) {
                    i = marked.to;
                    start = i;
                    found.push(marked);
                    continue;
                }
                i = if pair.closed { pair.close + 1 } else { pair.close.max(i + 1) };
                // "Ann Day, who kept her “buy” rating, said"
                let inside = a.shape_before(i).is_quote_mark() && self.is_term(unit, pair);
                if !inside && found.last().is_none_or(|f: &Attribution| f.to < i) {
                    start = i;
                }
                continue;
            }
            if let Some(reply) = self.reply(unit, i) {
                i = reply.to;
                start = i;
                found.push(reply);
                continue;
            }
            if !self.may_cue(i) {
                i += 1;
                continue;
            }
            let signed = self.signature(unit, i).or_else(|| self.label(unit, i));
            if let Some(signed) = signed.or_else(|| self.leading(unit, i)) {
                i = signed.to;
                start = i;
                found.push(signed);
                continue;
            }
            if let Some(own) = self.in_own_words(unit, i) {
                i = own.to;
                start = i;
                found.push(own);
                continue;
            }
            if let Some(hit) = a.find(i, class::ACCORDING)
                // "…, per the bylaws", "40 per cent"
                && (hit.len > 1 || i > unit.from && self.is_cut_off(unit, i))
                && let Some(source) = subject::after(a, names, i + hit.len, unit.to)
            {
                let to = self.skip_apposition(source.1, unit.to);
                let opens = i == unit.from || i == unit.from + 1 && a.is(unit.from, OPENS);
                // "According to the paper, Minister Ann Day said": she is no part of it.
                let to = if opens && a.shape(to) != Shape::Comma { source.1 } else { to };
                let to = if opens { self.lead_in_end(to, unit.to) } else { to };
                found.push(Attribution {
                    cue: (i, i + hit.len),
                    source,
                    from: i,
                    to,
                    inverted: true,
                    according: true,
                    marked: None,
                });
                i = to.max(i + 1);
                // "according to the mill, which says"
                start = if a.is(to + 1, class::RELATIVE) { source.0 } else { i };
                continue;
            }
            let left = found.last().map_or(unit.from, |last| last.to);
            let attribution = found
                .last()
                .and_then(|last| self.at_resumed_cue(i, last))
                .or_else(|| self.at_cue(unit, i, start, left))
                .or_else(|| self.at_joined_cue(unit, i, found.last()))
                .or_else(|| self.at_added_cue(i, found.last()?));
            // "It wants to stay open, the letter says.": the last words say whose all of it is.
            if unit.headline
                && attribution.as_ref().is_some_and(|at| at.inverted && at.to + 1 >= unit.to)
            {
                found.clear();
            }
            if let (Some(at), Some(last)) = (&attribution, found.last())
                && !last.inverted
                && a.find(at.cue.0, SAYS).is_some()
                && self.takes_over(unit, at, last)
            {
                found.pop();
            }
            // "Ann Day wrote to Bob Lee demanding …": what she wrote is what she demands.
            if attribution
                .as_ref()
                .is_some_and(|at| a.is(at.cue.0, class::VERB_ING) && self.writes_to(unit, at.cue.0))
            {
                found.pop();
            }
            // "It will close, Ann Day said, adding …": hers, too.
            let attribution = attribution.map(|at| match found.last() {
                Some(last)
                    if a.finds(at.cue.0, class::VERB_ING)
                        && at.from == at.cue.0
                        && a.find(last.cue.0, class::SAY).is_some()
                        && self.goes_with(unit, last.to, at.from) =>
                {
                    Attribution { source: last.source, ..at }
                }
                Some(last) if a.reads(at.source.0, word!("it")) && self.fills_gap(&at) => {
                    Attribution { source: last.source, ..at }
                }
                _ => at,
            });
            // “…,” Ann Day, who proposed it, said: the words in marks are those of her own verb.
            let attribution = attribution.map(|at| match found.last() {
                Some(last)
                    if self.resumes(last, &at)
                        && at.source.0 > unit.from
                        && unit.pair_at(at.source.0 - 1).is_some() =>
                {
                    found.pop();
                    Attribution { from: at.source.0, ..at }
                }
                _ => at,
            });
            if let Some(attribution) =
                attribution.filter(|x| !self.is_nested(unit, x, found.last()))
            {
                i = attribution.to.max(i + 1);
                start = i;
                found.push(attribution);
                continue;
            }
            i += 1;
        }
        found
    }

    /// "wants a barn, which it says would hold more": the writer tells whose view that is.
    fn fills_gap(&self, at: &Attribution) -> bool {
        let a = self.a;
        a.is(at.from.wrapping_sub(1), class::RELATIVE)
            && !a.reads(at.from.wrapping_sub(2), word!("of"))
            && a.is(at.to, any!(AUXILIARY, MODAL, VERB_PAST))
    }

    /// Whether a comma stands before token `i`, or inside the marks that close before it.
    fn is_cut_off(&self, unit: &Unit<'_>, i: usize) -> bool {
        let a = self.a;
        let marked = || unit.pair_at(i - 1).is_some_and(|p| a.shape_before(p.to()) == Shape::Comma);
        a.shape_before(i) == Shape::Comma || marked()
    }

    /// "in Ann Day's words, “…”", "“…,” in her telling": an owner's noun for how somebody puts it.
    fn in_own_words(&self, unit: &Unit<'_>, noun: usize) -> Option<Attribution> {
        let a = self.a;
        if !a.is(noun, class::OWN_WORDS) {
            return None;
        }
        let own = a.is(noun.wrapping_sub(1), class::POSSESSIVE);
        let source = if own {
            (noun - 1, noun)
        } else if a.owns(noun.wrapping_sub(1)) {
            let named = self.resolver.names.at(noun.wrapping_sub(2)).filter(|m| m.to + 1 == noun);
            // "in my brother's words"
            let owner = (unit.from..noun - 1)
                .rev()
                .take(SHORT)
                .find(|i| a.is(*i, any!(POSSESSIVE, DETERMINER)));
            (named.map(|m| m.from).or(owner)?, noun - 1)
        } else {
            return None;
        };
        let from = source.0.checked_sub(1).filter(|from| *from >= unit.from)?;
        let ends = matches!(a.shape(noun + 1), Shape::Comma | Shape::Period);
        let opens =
            from == unit.from || self.is_cut_off(unit, from) || unit.pair_at(from - 1).is_some();
        let brings = self.introduces(unit, noun + 1);
        (a.reads(from, word!("in")) && ends && (opens || brings)).then_some(Attribution {
            cue: (noun, noun + 1),
            source,
            from,
            to: noun + 1,
            inverted: true,
            according: true,
            marked: None,
        })
    }

    /// “…,” was her reply, “…” was all Ann Day would say, “…” was how he put it: what words in marks are.
    fn reply(&self, unit: &Unit<'_>, be: usize) -> Option<Attribution> {
        let a = self.a;
        let pair = unit.pair_at(be.checked_sub(1)?).filter(|p| p.closed && p.close + 1 == be)?;
        if !a.is(be, class::COPULA) || !a.shape(pair.from()).is_capital() {
            return None;
        }
        let told = |cue: usize, source: Range| {
            (source.0 < source.1 && source.1 <= unit.to).then_some(Attribution {
                cue: (cue, cue + 1),
                source,
                from: be,
                to: cue.max(source.1 - 1) + 1,
                inverted: true,
                according: false,
                marked: None,
            })
        };
        let from = be + 1;
        if a.reads_any(from, &words!["how", "all"]) {
            let cue = (from + 2..unit.to.min(from + LEAD_IN)).find(|k| {
                a.reads(*k, word!("put"))
                    || a.find(*k, any!(SAY, NAMING)).is_some() && a.shape(*k) == Shape::Lower
            })?;
            // "“Nonsense” was how the claim was dismissed by Ann Day"
            if (cue..unit.to.min(cue + SHORT)).any(|k| a.reads(k, word!("by"))) {
                return None;
            }
            let group = subject::skip_back(a, cue, from + 1);
            let modal = |k: usize| a.is(k, any!(AUXILIARY, MODAL)) || a.reads(k, word!("to"));
            let group = (from + 1..group).rev().take_while(|k| modal(*k)).last().unwrap_or(group);
            return told(cue, (from + 1, group));
        }
        let noun = (from..unit.to.min(from + SHORT)).find(|k| a.is(*k, class::REPLY))?;
        if noun == from + 1 && a.is(from, class::POSSESSIVE) {
            return told(noun, (from, noun));
        }
        if a.owns(noun.wrapping_sub(1)) && noun > from + 1 {
            return told(noun, (from, noun - 1));
        }
        let link = a.reads_any(noun + 1, &words!["of", "from"]);
        let source = subject::after(a, &self.resolver.names, noun + 2, unit.to).filter(|_| link)?;
        told(noun, source)
    }

    /// Whether token `i` may be a cue, or the mark of a signature or label: hardly any is, and one question tells.
    fn may_cue(&self, i: usize) -> bool {
        let a = self.a;
        let token = a.at(i);
        match token.shape {
            Shape::Dash | Shape::Colon => true,
            shape => {
                // The length, which costs nothing, tells most other words apart.
                let long = shape == Shape::Lower && token.span().len() > 4;
                a.opens(i, CUES) || long && is_unknown_verb(a.word(i))
            }
        }
    }

    /// Whether what an attribution before reports is all of it somebody else's words.
    fn takes_over(&self, unit: &Unit<'_>, at: &Attribution, last: &Attribution) -> bool {
        let a = self.a;
        let comma = a.shape_before(at.from) == Shape::Comma;
        // "He believes, he said, that …"
        if comma && at.from == last.to + 1 {
            return !a.is(at.cue.0, class::VERB_ING)
                && !self.is_relative(at)
                && a.shape_before(last.from) != Shape::Comma;
        }
        // "Her lawyer had told them that it was late, she said": she says all of it.
        let aside = a.shape(at.to) == Shape::Comma && !self.introduces(unit, at.to);
        let had = a.reads(last.cue.0.wrapping_sub(1), word!("had"))
            && comma
            && (aside || self.is_over(at.to, unit.to));
        // "The report shows the mill is late, she said": hers, too.
        let shown = comma && a.finds(last.cue.0, class::SHOW) && self.is_over(at.to, unit.to);
        if at.from <= last.to || !had && !shown && a.find(last.cue.0, SAYS).is_some() {
            return false;
        }
        // 'Those who think “it is late,” she said', 'They saw it as “a wreck,” she said'
        let marked = || {
            unit.pair_at(at.from - 1)
                .is_some_and(|p| p.open >= last.to && a.shape_before(p.to()) == Shape::Comma)
        };
        let names = a.find(last.cue.0, class::NAMING).is_some();
        had || comma && a.shape(at.to) == Shape::Period
            || (self.is_relative(last) || !names) && marked()
    }

    /// Whether a participle at token `from` goes on with the attribution that ends at token `to`: a comma, a time or its
    /// words in marks between.
    fn goes_with(&self, unit: &Unit<'_>, to: usize, from: usize) -> bool {
        let a = self.a;
        let pair = unit.pair_at(from - 1).filter(|p| p.closed);
        let end = pair.map_or(from - 1, |p| p.open);
        let joined = pair.is_some() || a.shape_before(from) == Shape::Comma;
        joined
            && end >= to
            && end - to < BETWEEN
            && !(to..end).any(|i| {
                a.shape(i) == Shape::Lower && (a.is(i, FINITE) || a.word(i).ends_with("ed"))
            })
    }

    /// An attribution whose source stands before its cue.
    pub(super) fn spoken(cue: Range, source: Range, from: usize, to: usize) -> Attribution {
        Attribution { cue, source, from, to, inverted: false, according: false, marked: None }
    }

    /// “The mill must stay.” – Ann Day: a name behind a dash signs the words in marks before it.
    fn signature(&self, unit: &Unit<'_>, dash: usize) -> Option<Attribution> {
        let a = self.a;
        if a.shape(dash) != Shape::Dash || dash == unit.from {
            return None;
        }
        let pair = unit.pair_at(dash - 1).filter(|p| p.closed && p.close + 1 == dash)?;
        let name = self.resolver.names.at(dash + 1).filter(|m| m.from == dash + 1)?;
        let mut to = self.skip_apposition(name.to, unit.to);
        if a.shape(to) == Shape::Period {
            to += 1;
        }
        (to >= unit.to && words(a, pair) > 2).then_some(Attribution {
            cue: (dash, dash + 1),
            source: (name.from, name.to),
            from: dash,
            to,
            inverted: true,
            according: false,
            marked: None,
        })
    }

    /// "Ann Day: ‘The mill must stay’": a name and a colon that bring words in marks.
    fn label(&self, unit: &Unit<'_>, colon: usize) -> Option<Attribution> {
        let a = self.a;
        // "…, Ann Day among them – “You could see the bell” – and"
        if a.shape(colon) == Shape::Dash
            && let Some(pair) = unit.pairs.iter().find(|p| p.open == colon + 1)
            && pair.closed
            && words(a, pair) > TERM_WORDS
            && a.shape(pair.from()).is_capital()
            && a.shape(pair.close + 1) == Shape::Dash
            && let Some(source) = self.named_before(colon)
        {
            return Some(Self::spoken((colon, colon + 1), source, source.0, colon + 1));
        }
        if a.shape(colon) != Shape::Colon || colon == unit.from || unit.pairs.is_empty() {
            return None;
        }
        // "Ann Day (Lab): “…”"
        let bracket = (unit.from..colon).rev().take(BRACKET).find(|k| a.shape(*k) == Shape::Open);
        let end = bracket.filter(|_| a.shape_before(colon) == Shape::Close).unwrap_or(colon);
        let name = self.resolver.names.at(end.wrapping_sub(1)).filter(|m| m.to == end)?;
        let role = (unit.from..name.from).all(|k| a.shape(k).is_word() && !a.is(k, FINITE))
            && (unit.from..name.from).take(BRACKET).any(|k| a.find(k, class::ROLE).is_some());
        if name.from != unit.from
            && !role
            && !a.reads(name.from - 1, word!("from"))
            && !matches!(a.shape_before(name.from), Shape::Dash | Shape::Ellipsis)
        {
            return None;
        }
        let headline = unit.headline || unit.from == unit.block.from && unit.from < OPENING;
        (headline || self.introduces(unit, colon)).then_some(Self::spoken(
            (colon, colon + 1),
            (name.from, name.to),
            name.from,
            colon + 1,
        ))
    }

    /// `Ann Day “reassured families” the mill was safe`: the reporting verb itself stands in marks.
    pub(super) fn cue_in_marks(&self, pair: &Pair, start: usize) -> Option<Attribution> {
        let a = self.a;
        let cue = a
            .find(pair.from(), any!(SAY, TELL))
            .filter(|hit| hit.id.is(any!(VERB_PAST, VERB_S)))?;
        let clause_follows =
            a.shape(pair.close + 1).is_word() && a.gap(pair.close + 1) == Gap::Space;
        if !pair.closed || pair.open <= start || words(a, pair) > TERM_WORDS || !clause_follows {
            return None;
        }
        let source = subject::before(a, &self.resolver.names, pair.open, start)?;
        let cue = (pair.from(), pair.from() + cue.len);
        let to = pair.close + 1;
        Some(Attribution {
            cue,
            source,
            from: source.0,
            to,
            inverted: false,
            according: false,
            marked: Some((pair.from(), pair.to())),
        })
    }

    /// "Ofsted rated it good and said …", "promised …, but warned …": the subject of the verb before.
    pub(super) fn at_joined_cue(
        &self,
        unit: &Unit<'_>,
        i: usize,
        last: Option<&Attribution>,
    ) -> Option<Attribution> {
        let a = self.a;
        let hit = a
            .find(i, any!(SAY, SHOW, NAMING, NOUN_CUE))
            // "Officers describe a fire and say"
            .filter(|hit| hit.id.is(any!(VERB_PAST, VERB_S)) || a.reads(i, word!("say")))
            .filter(|hit| hit.id.is(class::VERB_PAST) || !a.is(i + hit.len, class::AUXILIARY))?;
        let before = subject::skip_back(a, i, unit.from);
        if !a.is(before.wrapping_sub(1), class::CONJUNCTION)
            || before <= unit.from + 1
            || a.shape(i) != Shape::Lower
            || a.is(i - 1, any!(BE, NEGATION))
        {
            return None;
        }
        // "The team read ten reports and found that"
        let shows = hit.id.is(class::SHOW) && a.reads(i + hit.len, word!("that"));
        let says = hit.id.is(any!(SAY, NOUN_CUE)) || shows;
        let comma = a.shape_before(before - 1) == Shape::Comma;
        if !says && !comma && !self.mark_ahead(unit, i + hit.len) {
            return None;
        }
        let lead = last.and_then(|last| self.lead_in_comma(unit, last, before - 1));
        let nearer = last.and_then(|last| self.nearer_subject(unit, last.to, before - 1));
        let source = match (last, lead) {
            // "When she mentioned the bill, I stood up and said", "after he missed it and blamed “luck”"
            (Some(_), None) if nearer.is_some() => nearer?,
            // "When asked by Ann Day, he smiled, looked up and said"
            (_, Some(comma)) => {
                let main = Unit { from: comma + 1, ..*unit };
                self.main_subject(&main, before - 1)?
            }
            // "blamed his men, who had said no, but admitted"
            (Some(last), None) if !self.is_relative(last) => last.source,
            (Some(_), None) => self.main_subject(unit, before - 1)?,
            (None, None) => {
                let past = hit.id.is(class::VERB_PAST);
                self.joined_subject(unit, before - 1, shows, past)?
            }
        };
        let finite = |k: &usize| a.is(*k, class::VERB_BASE) && a.shape(*k) == Shape::Lower;
        if a.reads(i, word!("say"))
            && !((source.1..before - 1).find(finite) == Some(source.1) && self.plural(source))
        {
            return None;
        }
        let mut to = i + hit.len;
        if hit.id.is(class::TELL) {
            to = self.skip_addressee(to, unit.to);
        }
        let at = Self::spoken((i, i + hit.len), source, before - 1, to);
        // "said it was “sorry” and accepted the findings": no report of its own, and so part of what is said.
        let goes_on = !comma
            && last.is_some_and(|last| {
                let that = usize::from(a.reads(last.to, word!("that")));
                // "said voters were “tired” and predicted": not the voters.
                !last.inverted && last.source == source && a.is(last.to + that, class::PRONOUN)
            });
        (!goes_on || self.tail(unit, &at, unit.to, &[], !says, Some(hit.id)).is_some())
            .then_some(at)
    }

    /// “…,” said Ann Day, who chairs it and does not sell, adding that: her participle.
    fn at_added_cue(&self, i: usize, last: &Attribution) -> Option<Attribution> {
        let a = self.a;
        let hit = a.find(i, class::SAY).filter(|hit| hit.id.is(class::VERB_ING))?;
        let to = i + hit.len;
        let hers = last.inverted && !last.according && a.shape_before(i) == Shape::Comma;
        let says = a.reads(to, word!("that")) && a.find(last.cue.0, class::SAY).is_some();
        (hers && says).then(|| Self::spoken((i, to), last.source, i, to))
    }

    /// "Ann Day, who says it is late, said …": behind the clause about her, her own verb.
    fn at_resumed_cue(&self, i: usize, last: &Attribution) -> Option<Attribution> {
        let a = self.a;
        if !a.is(last.cue.0, class::VERB_ING) && !self.is_relative(last) {
            return None;
        }
        let hit = a.find(i, class::SAY).filter(|hit| hit.id.is(any!(VERB_PAST, VERB_S)))?;
        let comma = subject::skip_back(a, i, last.to);
        // "Ann Day, noting that it is late, said"
        let aside = a.is(last.cue.0, class::VERB_ING)
            && last.source.1 + 1 == last.cue.0
            && a.shape_before(last.cue.0) == Shape::Comma;
        if a.shape_before(comma) != Shape::Comma
            || comma <= last.to
            || !aside && !self.is_relative(last)
        {
            return None;
        }
        if aside {
            let to = i + hit.len;
            return Some(Attribution { cue: (i, to), from: comma, to, ..*last });
        }
        let who = last.source.1 - 1;
        let to = if a.shape_before(who) == Shape::Comma { who - 1 } else { who };
        let from = last.source.0;
        // "Ann Day, the mayor who closed it, said"
        let named = self
            .resolver
            .names
            .at(from.wrapping_sub(2))
            .filter(|m| m.to + 1 == from && a.shape(m.to) == Shape::Comma);
        let source = named.map_or((from, to), |m| (m.from, m.to));
        if source.0 >= source.1 {
            return None;
        }
        let behind = i + hit.len;
        let tells = hit.id.is(class::TELL);
        Some(Self::spoken(
            (i, behind),
            source,
            comma,
            if tells { self.skip_addressee(behind, behind + LEAD_IN) } else { behind },
        ))
    }

    /// Whether an attribution is that of somebody about whom the clause of the one before is.
    pub(super) fn resumes(&self, last: &Attribution, at: &Attribution) -> bool {
        (self.is_relative(last)
            || self.a.is(last.cue.0, class::VERB_ING) && at.source == last.source)
            && at.source.0 <= last.source.0
            && !self.a.is(at.cue.0, class::VERB_ING)
            && self.a.shape_before(at.from) == Shape::Comma
    }

    /// "Ann Day, who": whether a clause about somebody reports.
    pub(super) fn is_relative(&self, at: &Attribution) -> bool {
        self.a.is(at.source.1 - 1, class::RELATIVE)
    }

    /// Whether an attribution stands inside what an earlier one reports: "said the report shows …".
    pub(super) fn is_nested(
        &self,
        unit: &Unit<'_>,
        at: &Attribution,
        last: Option<&Attribution>,
    ) -> bool {
        let passive = |l: &&Attribution| self.a.reads(l.cue.1, word!("by"));
        let Some(last) = last.filter(|l| !l.according && !l.inverted && !passive(l)) else {
            return false;
        };
        if at.according {
            return self.a.reads(at.from.wrapping_sub(1), word!("that"));
        }
        // "Noting that …, Ann Day said": behind the participle's clause.
        if at.from >= last.source.0 && last.source.0 >= last.to {
            return false;
        }
        let a = self.a;
        // `…, Ann Day said, “…”`: the words in marks right behind it are its own.
        if !at.inverted && self.introduces(unit, at.to) {
            return false;
        }
        let and =
            a.is(subject::skip_back(a, at.cue.0, last.to).wrapping_sub(1), class::CONJUNCTION);
        // "added that it was late, and had asked them to wait"
        if and
            && at.source == last.source
            && a.reads(at.cue.0 - 1, word!("had"))
            && !a.reads(last.cue.0 - 1, word!("had"))
        {
            return true;
        }
        let joined = and
            && (at.source == last.source
                // "said A after he met them and blamed “B”"
                || at.source.0 > last.to && a.is(at.source.0 - 1, class::WHEN))
            || self.resumes(last, at);
        let participle = a.finds(at.cue.0, class::VERB_ING)
            && a.shape_before(subject::skip_back(a, at.cue.0, last.to)) == Shape::Comma;
        let beside = at.from > unit.from
            && unit.pair_at(at.from - 1).is_some_and(|p| {
                // `said “three visitors” who think so`
                p.open >= last.to && (self.is_end_marked(p) || !self.is_relative(at))
            })
            || at.from > unit.from + 1
                && a.shape_before(at.from) == Shape::Comma
                && unit.pair_at(at.from - 2).is_some_and(|p| p.open >= last.to);
        // "said A, but Bob Lee said B", "said A (her staff said B)".
        let mut opener = subject::skip_back(a, at.from, last.to);
        if a.is(opener.wrapping_sub(1), class::CONJUNCTION)
            || a.is(opener.wrapping_sub(1), class::CONTRAST)
            // ", after Bob Lee said B"
            || (a.is(opener.wrapping_sub(1), class::WHEN)
                || a.reads(opener.wrapping_sub(1), word!("where")))
                && a.shape_before(opener - 1) == Shape::Comma
        {
            opener -= 1;
        }
        // "opens with footage of Ann Day saying, “…”": hers.
        let shown = a.is(at.cue.0, class::VERB_ING)
            && a.reads(last.to, word!("with"))
            && at.source.0 > last.to
            && at.source.1 == at.cue.0;
        // `blamed “luck” and Bob Lee said …`
        let behind =
            opener > last.to && unit.pair_at(opener - 1).is_some_and(|p| p.open >= last.to);
        // "When Ann Day said no, Bob Lee said …": the first stands in the lead-in.
        let lead = opener == at.from
            && a.shape_before(opener) == Shape::Comma
            && a.is(unit.from, any!(SUBORDINATOR, PREPOSITION, VERB_PAST))
            && (last.to..opener - 1).all(|k| a.shape(k) != Shape::Comma);
        let marks = self.mark_ahead(unit, at.to);
        let says = a.find(at.cue.0, any!(SAY, NOUN_CUE)).is_some() || marks;
        // "said it would close, which he called “a shame”"
        let judged = marks
            // "blamed the mill, which he said was “a shame”"
            && (a.find(at.cue.0, class::NAMING).is_some() || a.find(last.cue.0, SAYS).is_none())
            && a.is(at.from.wrapping_sub(1), class::RELATIVE)
            && !a.reads(at.from - 1, word!("that"))
            && a.shape_before(at.from - 1) == Shape::Comma;
        let gap = self.fills_gap(at);
        let clause = says
            && opener > last.to
            && (opener < at.from && a.shape_before(opener) == Shape::Comma
                || matches!(a.shape_before(opener), Shape::Semicolon | Shape::Open | Shape::Colon)
                || (last.to..opener).any(|i| a.shape(i) == Shape::Colon));
        // "She says it is late, but she knows that “it will come”": what she says goes on.
        let felt = a.find(at.cue.0, class::FEELING).is_some()
            && a.find(at.cue.0, any!(SAY, NAMING)).is_none()
            && a.is(at.source.0, class::PRONOUN)
            && a.find(last.cue.0, SAYS).is_some();
        // "said it was free, and a boy shouted “Mind the goat!”"
        let utters = a.shape_before(opener) == Shape::Comma
            && unit.pair_at(at.to).is_some_and(|p| {
                p.open == at.to && a.shape(p.from()).is_capital() && self.is_end_marked(p)
            });
        !(joined
            || utters
            || participle
            || beside
            || clause && !felt
            || gap && says
            || lead
            || behind
            || judged
            || shown)
    }

    /// Whether a comma or colon at token `at` brings words in marks.
    pub(super) fn introduces(&self, unit: &Unit<'_>, at: usize) -> bool {
        matches!(self.a.shape(at), Shape::Comma | Shape::Colon)
            && unit.pair_at(at + 1).is_some_and(|p| p.open == at + 1)
    }

    /// "According to results of polls conducted by the firm, …": the comma that ends the lead-in.
    fn lead_in_end(&self, to: usize, limit: usize) -> usize {
        let a = self.a;
        if a.shape(to) == Shape::Comma {
            return to;
        }
        let stop = |i: &usize| {
            a.shape(*i).is_quote_mark()
                || matches!(a.shape(*i), Shape::Comma | Shape::Period | Shape::Colon | Shape::Dash)
        };
        (to..limit.min(to + LEAD_IN))
            .find(stop)
            .filter(|i| a.shape(*i) == Shape::Comma)
            .unwrap_or(to)
    }

    /// Behind a source: ", the council's leader," belongs to it.
    pub(super) fn skip_apposition(&self, to: usize, limit: usize) -> usize {
        let a = self.a;
        if a.shape(to) != Shape::Comma || to + 1 >= limit {
            return to;
        }
        let stop = limit.min(to + 24);
        let role = (to + 1..stop.min(to + 8)).any(|i| a.find(i, class::ROLE).is_some())
            // "according to Mill Watch, a campaign group,"
            || a.is(to + 1, class::INDEFINITE)
                && (to + 2..to + 6)
                    .any(|i| a.is(i, class::ORG_NOUN) && a.shape(i + 1) == Shape::Comma)
            || a.is(to + 1, class::RELATIVE);
        if !role {
            return to;
        }
        // "said Ann Day, who says …": what she says more.
        let more = (to + 1..stop).find(|i| {
            a.is(*i, class::RELATIVE)
                && a.find(i + 1, class::SAY).is_some_and(|hit| hit.id.is(any!(VERB_PAST, VERB_S)))
        });
        if let Some(more) = more {
            return if a.shape_before(more) == Shape::Comma { more - 1 } else { more };
        }
        (to + 1..stop)
            .find(|i| {
                matches!(a.shape(*i), Shape::Comma | Shape::Colon | Shape::Period)
                    || a.shape(*i).is_quote_mark()
            })
            .unwrap_or(to)
    }
}
