//! Words in marks without an attribution: a speaker who goes on, or terms that are nobody's statement.

use super::attribution::FINITE;
use super::source::SourceRef;
use super::speaker::SOURCE_NOUN;
use super::{ANY_CUE, Found, Range, Reader, SAYS, TERM_WORDS, Unit, mark, subject, words};
use crate::lexicon::{Class, class};
use crate::marks::Pair;
use crate::report::{EntityKind, QuoteKind};
use crate::tokens::{Gap, Shape};

/// Tokens between a verb and the words in marks that it brings, at most.
const VERB_REACH: usize = 16;

/// The same, where any form of the verb counts.
const LEAD: usize = 24;

/// Tokens before words in marks that are well into their sentence.
const FAR: usize = 13;

/// Tokens from an owner to the reporting noun, at most.
const OWNED: usize = 3;

/// Words that are no noun behind words in marks.
const NO_NOUN: Class = any!(
    PREPOSITION,
    CONJUNCTION,
    SUBORDINATOR,
    AUXILIARY,
    DETERMINER,
    POSSESSIVE,
    PRONOUN,
    ADVERB
);

/// The same, where the marks hold no more words than a term may have.
const NEAR: usize = 8;

/// Quotes that are looked back for the kind of their marks, at most.
const SINCE: usize = 8;

/// Words of a term at most.
const WORK: usize = 8;

/// The same, where the words before it say that it is a work.
const LONG_WORK: usize = 16;

/// Quotes between the words in marks before an attribution and those behind it, at most.
const NEXT: usize = 2;

/// Sentences that report nothing between a quote and one that goes on, at most.
const SILENT: usize = 3;

/// Why words in marks are nobody's statement.
enum Term {
    /// "so-called", "dubbed".
    Called,
    Graded,
    /// By its capitals.
    Title,
    /// By its capitals and the word before it.
    Work,
}

/// Words in marks that are a quote of their own.
fn fragment(range: Range, cue: Option<Range>, source: Option<SourceRef>) -> Found {
    Found { kind: QuoteKind::Direct, content: vec![range], quoted: vec![range], cue, source }
}

impl Reader<'_, '_> {
    /// A sentence of its own in marks: its end mark stands inside them.
    pub(super) fn is_statement(&self, pair: &Pair) -> bool {
        let last = self.a.shape_before(pair.to());
        matches!(
            last,
            Shape::Comma
                | Shape::Period
                | Shape::Question
                | Shape::Exclamation
                | Shape::Ellipsis
                | Shape::Dash
        ) || words(self.a, pair) > TERM_WORDS
            || !pair.closed
    }

    /// Words in marks that are nobody's statement: a grade, a title, a so-called thing.
    pub(super) fn is_term(&self, unit: &Unit<'_>, pair: &Pair) -> bool {
        self.term(unit, pair).is_some()
    }

    /// The same inside what somebody says: there, a word that things are called by is said, too, if it is no name.
    pub(super) fn is_term_inside(&self, unit: &Unit<'_>, pair: &Pair) -> bool {
        let a = self.a;
        let before = pair.open.wrapping_sub(1);
        match self.term(unit, pair) {
            None => false,
            Some(Term::Work) => true,
            Some(Term::Graded) => self.rated || a.find(pair.from(), class::GRADE).is_some(),
            Some(_)
                if a.reads(before, word!("called")) && a.shape_before(before) == Shape::Hyphen =>
            {
                true
            }
            Some(Term::Called) => self.is_in_capitals(pair),
            // "the “Golden Week” fair": a name.
            Some(Term::Title) => self.is_nominal(pair, self.lead(unit, pair)),
        }
    }

    fn term(&self, unit: &Unit<'_>, pair: &Pair) -> Option<Term> {
        let words = words(self.a, pair);
        if words > WORK {
            // "in her book “Hard Times: How a Town Lost the Last of Its Mills”"
            (words <= LONG_WORK && self.is_work(pair)).then_some(Term::Work)
        } else if self.is_so_called(pair) {
            Some(Term::Called)
        } else if self.is_graded(pair) {
            Some(Term::Graded)
        } else if words < 3
            && self.a.shape_before(pair.open) == Shape::Number
            && self.is_nominal(pair, self.lead(unit, pair))
        {
            // "11 “ghost” boats"
            Some(Term::Work)
        } else if unit.headline || !self.is_in_capitals(pair) {
            None
        } else if self.is_work(pair) {
            Some(Term::Work)
        } else {
            (words > 1 && self.is_open_ended(pair)).then_some(Term::Title)
        }
    }

    /// "the so-called “garden city”", "a novel called “The Wreck”", unless somebody calls it so.
    fn is_so_called(&self, pair: &Pair) -> bool {
        let called = (pair.open.saturating_sub(3)..pair.open).any(|i| {
            self.a.find(i, class::SO_CALLED).is_some_and(|hit| {
                i + hit.len >= pair.open.saturating_sub(1) && i + hit.len <= pair.open
            })
        });
        called && !self.is_called_by(pair)
    }

    /// "rated ‘inadequate’", "its ‘good’ rating".
    fn is_graded(&self, pair: &Pair) -> bool {
        let a = self.a;
        let (mut near, mut back, mut clause) = (false, false, true);
        for i in (pair.open.saturating_sub(12)..pair.open).rev() {
            let grading = a.is(i, class::GRADING);
            back |= grading;
            near |= grading && clause && pair.open - i <= 3;
            clause &= !matches!(a.shape(i), Shape::Comma | Shape::Period);
        }
        let grade = a.find(pair.from(), class::GRADE).map_or(0, |hit| pair.from() + hit.len);
        let is_grade = grade == pair.to();
        let before_noun = a.is(pair.close + 1, class::GRADE_NOUN);
        words(a, pair) <= 3 && (near || before_noun || is_grade && back)
            || is_grade && self.rated
            // "rates it a “hold.”"
            || back && grade + 1 == pair.to() && a.shape(grade) == Shape::Period
    }

    /// "In the book “A Mill of One's Own,” Ann Day said": whether the end mark inside is the sentence's.
    fn is_open_ended(&self, pair: &Pair) -> bool {
        let a = self.a;
        let lead = pair.open.wrapping_sub(1);
        let comma = a.shape_before(pair.to()) == Shape::Comma;
        !self.is_end_marked(pair)
            || comma
                && match a.shape(lead) {
                    Shape::Lower => !a.is(lead, ANY_CUE),
                    Shape::Comma => a.is(lead.wrapping_sub(1), class::DOC_NOUN),
                    shape => shape == Shape::Clitic,
                }
    }

    /// "the BBC's “This Week,”", "in her memoir, “Hard Times.”": the title of a work or a show, by its capitals and the
    /// word before it. The end mark inside it is the sentence's.
    pub(super) fn is_work(&self, pair: &Pair) -> bool {
        let a = self.a;
        let lead = pair.open.wrapping_sub(1);
        let noun = if a.shape(lead) == Shape::Comma { lead.wrapping_sub(1) } else { lead };
        let named = a.is(noun, any!(SHOWN_ON, DOC_NOUN));
        let on = a.is(lead, any!(PREPOSITION, TELL));
        // "the author of “Hard Times”"
        let author = a.reads(lead, word!("of")) && a.is(lead.wrapping_sub(1), class::ROLE);
        (named || author || a.reads_clitic_s(lead) || a.is(lead, class::TELL))
            && (words(a, pair) > 1 || !on || a.reads(lead, word!("on")))
            && pair.closed
            && a.shape(pair.from()).is_capital()
            && self.is_in_capitals(pair)
            && !matches!(a.shape_before(pair.to()), Shape::Question | Shape::Exclamation)
    }

    /// "said on the BBC's “This Week” that", "told “Mill Watch” it": behind the title of the show.
    pub(super) fn skip_work(&self, unit: &Unit<'_>, from: usize, right: usize) -> usize {
        let a = self.a;
        // In a headline any word may have a capital.
        if unit.headline {
            return from;
        }
        let work = unit
            .pairs
            .iter()
            .find(|p| p.open >= from)
            .filter(|p| p.close < right && p.open < from + VERB_REACH && self.is_work(p));
        work.filter(|p| {
            (from..p.open.saturating_sub(1)).all(|i| {
                a.shape(i) != Shape::Comma && (a.shape(i) != Shape::Lower || !a.is(i, FINITE))
            })
        })
        .map_or(from, |p| p.close + 1)
    }

    /// Whether most words have a capital, as in a title.
    pub(super) fn is_in_capitals(&self, pair: &Pair) -> bool {
        if self.a.shape(pair.from()) == Shape::Lower {
            return false;
        }
        let a = self.a;
        let capitals = (pair.from()..pair.to()).filter(|i| a.shape(*i).is_capital()).count();
        // "Tales of the Mill": small words have none.
        let small = |i: &usize| {
            a.shape(*i) == Shape::Lower && a.is(*i, any!(PREPOSITION, DETERMINER, CONJUNCTION))
        };
        let small = (pair.from()..pair.to()).filter(small).count();
        capitals * 3 >= words(a, pair).saturating_sub(small.min(capitals)) * 2
    }

    /// "what he called “a sham”": the word before the marks is a verb with a subject, no "so-called".
    fn is_called_by(&self, pair: &Pair) -> bool {
        let a = self.a;
        let verb = (pair.open.saturating_sub(3)..pair.open)
            .rev()
            .find(|i| a.is(*i, class::NAMING) && a.is(*i, any!(VERB_PAST, VERB_S)));
        verb.is_some_and(|verb| {
            a.is(verb.wrapping_sub(1), any!(PRONOUN, ROLE_PLURAL, GROUP_NOUN))
                || a.is(verb + 1, class::OBJECT_PRONOUN)
                || self.resolver.names.at(verb.wrapping_sub(1)).is_some()
                    && a.shape_before(verb) != Shape::Comma
        })
    }

    /// Whether a full stop ends the words in marks.
    pub(super) fn is_full(&self, pair: &Pair) -> bool {
        self.a.shape_before(pair.to()) == Shape::Period
    }

    /// Whether a sentence ends right before the marks.
    pub(super) fn opens_sentence(&self, pair: &Pair) -> bool {
        let before = self.a.shape_before(pair.open);
        let end = if before.is_quote_mark() { self.a.shape_before(pair.open - 1) } else { before };
        end == Shape::Period
    }

    pub(super) fn is_end_marked(&self, pair: &Pair) -> bool {
        matches!(
            self.a.shape_before(pair.to()),
            Shape::Comma | Shape::Period | Shape::Question | Shape::Exclamation
        )
    }

    /// Pairs that no attribution took: the same speaker goes on, or they are terms.
    pub(super) fn unattributed(&mut self, unit: &Unit<'_>, used: &mut [bool], alone: bool) {
        let a = self.a;
        for (n, pair) in unit.pairs.iter().enumerate() {
            if used.get(n).copied().unwrap_or(true) {
                continue;
            }
            mark(used, n);
            let range = (pair.from(), pair.to());
            let whole = alone && self.only_marks(unit, unit.from, unit.to);
            // 'Coal Is No Villain.' between two paragraphs
            let crosshead = whole
                && pair.single
                && (self.is_in_capitals(pair)
                    // 'A mill that pays.' where what is said stands in double marks
                    || words(a, pair) <= WORK && self.is_single_apart());
            let goes_on = self.last.is_some_and(|(_, end)| end > unit.block.from);
            let statement = self.is_statement(pair)
                && (words(a, pair) > 2
                    || goes_on && self.is_end_marked(pair) && a.shape(pair.from()).is_capital());
            let direct = |q: &Found| q.kind == QuoteKind::Direct;
            let before = |q: &Found| {
                q.content.first().is_some_and(|c| c.0 >= unit.from)
                    && q.content.last().is_some_and(|c| c.1 <= pair.open)
            };
            let begun = (self.out.quotes.iter().enumerate().rev().take(2))
                .find(|(_, q)| direct(q) && before(q));
            let resumed = !alone
                && statement
                && self.opens_sentence(pair)
                && a.shape(pair.from()).is_capital();
            if crosshead {
                self.out.terms.push(range);
            } else if let Some((quote, _)) = begun.filter(|_| resumed) {
                self.append(quote, range);
                self.note_open(quote, pair);
                self.last = Some((quote, pair.to()));
            } else if whole && statement && !unit.headline {
                self.sentence(unit, pair);
            } else if self.is_term(unit, pair) {
                self.out.terms.push(range);
            } else if let Some((cue, (from, to))) = self.judgement(unit, pair) {
                if words(a, pair) <= TERM_WORDS && pair.closed {
                    self.claim(unit, used, n, cue, Some((from, to)));
                } else {
                    let source = Some(self.resolver.resolve(from, to));
                    let mut quote = fragment(range, Some(cue), source);
                    self.coordinated(unit, used, n, &mut quote);
                    self.out.quotes.push(quote);
                }
            } else if a.shape_before(pair.open) == Shape::Colon
                && let Some((from, to)) =
                    self.named_before(pair.open - 1).or_else(|| self.last_subject(unit, pair.open))
            {
                let source = Some(self.resolver.resolve(from, to));
                self.out.quotes.push(fragment(range, None, source));
            } else if words(a, pair) > TERM_WORDS
                && let Some((cue, Some(source))) = self.reported(unit, pair)
            {
                self.claim(unit, used, n, (cue, cue + 1), Some(source));
            } else if words(a, pair) > TERM_WORDS {
                let voice =
                    self.main_subject(unit, pair.open).filter(|source| self.is_voice(*source));
                let source = match voice {
                    Some((from, to)) => Some(self.resolver.resolve(from, to)),
                    // Nobody in sight spoke.
                    None if !goes_on => None,
                    None => self.resolver.last().and_then(|entity| self.carried(entity)),
                };
                let mut quote = fragment(range, None, source);
                self.coordinated(unit, used, n, &mut quote);
                self.out.quotes.push(quote);
            } else if unit.headline
                && words(a, pair) > 1
                && self.is_in_capitals(pair)
                && a.shape(pair.close + 1) == Shape::Lower
            {
                // ‘The Last Ferry’ has no sea legs
                self.out.terms.push(range);
            } else if unit.headline {
                self.out.quotes.push(fragment(range, None, None));
            } else if let Some((verb, source)) = self.reported(unit, pair) {
                self.claim(unit, used, n, (verb, verb + 1), source);
            } else {
                self.out.terms.push(range);
            }
        }
    }

    /// Whether the last words in marks stood in double ones.
    fn is_single_apart(&self) -> bool {
        let last = self.out.quotes.iter().rev().take(SINCE).find_map(|q| q.quoted.last());
        last.is_some_and(|(from, _)| {
            !matches!(
                self.a.shape(from.wrapping_sub(1)),
                Shape::SingleOpen | Shape::SingleClose | Shape::SingleStraight
            )
        })
    }

    /// "It is no news to Ann Day: “…”": the person whose name ends before token `at`.
    pub(super) fn named_before(&self, at: usize) -> Option<Range> {
        let names = &self.resolver.names;
        let person = names.at(at.wrapping_sub(1)).filter(|m| m.to == at)?;
        names.is(person.entity, EntityKind::Person).then_some((person.from, person.to))
    }

    /// Words in marks that are sentences of their own: the last speaker goes on, or who was announced speaks.
    pub(super) fn sentence(&mut self, unit: &Unit<'_>, pair: &Pair) {
        let range = (pair.from(), pair.to());
        let same_block = self.last.filter(|(_, end)| *end > unit.block.from);
        let index = if let Some((quote, _)) = same_block {
            let quote = self.continued(quote, unit);
            let told = self.out.quotes.get(quote).filter(|q| q.kind != QuoteKind::Direct);
            // "She said it would stay. “It is ours.”": a quote of its own, of the same speaker.
            if let Some(source) = told.map(|q| q.source) {
                self.out.quotes.push(fragment(range, None, source));
                self.out.quotes.len() - 1
            } else {
                self.append(quote, range);
                quote
            }
        } else {
            let (cue, source) = match self.announced.take() {
                Some((cue, (from, to))) => (cue, Some(self.resolver.resolve(from, to))),
                None => (None, self.goes_on(unit)),
            };
            self.out.quotes.push(fragment(range, cue, source));
            self.out.quotes.len() - 1
        };
        self.note_open(index, pair);
        self.last = Some((index, pair.to()));
    }

    /// "as “a barn with a grand door” and a “draught”": words in marks that "and" joins to those of a quote are said with them.
    fn coordinated(&self, unit: &Unit<'_>, used: &mut [bool], n: usize, quote: &mut Found) {
        let joins = any!(CONJUNCTION, DETERMINER);
        let mut end = quote.content.last().map_or(unit.to, |c| c.1) + 1;
        for (m, p) in unit.pairs.iter().enumerate().skip(n + 1) {
            let joined = p.open > end
                && (end..p.open).all(|i| self.a.is(i, joins) || self.a.shape(i) == Shape::Comma);
            if !joined || used.get(m).copied().unwrap_or(true) {
                break;
            }
            quote.content.push((p.from(), p.to()));
            quote.quoted.push((p.from(), p.to()));
            mark(used, m);
            end = p.close + 1;
        }
    }

    /// A quote of the clause behind a verb, with the words in marks that stand in it.
    fn claim(
        &mut self,
        unit: &Unit<'_>,
        used: &mut [bool],
        n: usize,
        cue: Range,
        source: Option<Range>,
    ) {
        let Some(pair) = unit.pairs.get(n) else { return };
        let a = self.a;
        // "dismissed the offer as “cheap”"
        let as_at = (cue.1..pair.open).find(|i| a.reads(*i, word!("as")));
        // "has been accused of “theft” after closing it"
        let opener = a.reads(cue.1, word!("that"))
            || a.reads(cue.1, word!("of"))
            || a.reads(cue.1, word!("for"));
        let from = as_at.map_or(cue.1 + usize::from(opener), |i| i + 1);
        let to = self.clause_stop(unit, pair.close, unit.to);
        let to = (pair.close + 1..to)
            .find(|i| a.reads(*i, word!("after")) && a.is(i + 1, class::VERB_ING))
            .unwrap_or(to);
        // "apologised “at once” and said …"
        let behind = pair.close + 1;
        let more = a.is(behind, class::CONJUNCTION)
            && a.find(behind + 1, SAYS).is_some_and(|hit| hit.id.is(any!(VERB_PAST, VERB_S)));
        let to = if more { behind } else { to };
        let source = source.map(|(from, to)| self.resolver.resolve(from, to));
        let mut quote = fragment((pair.from(), pair.to()), Some(cue), source);
        quote.kind = QuoteKind::Mixed;
        quote.content = vec![self.trim((from, to))];
        for (m, p) in unit.pairs.iter().enumerate().skip(n + 1).take_while(|(_, p)| p.close <= to) {
            let nominal = words(self.a, p) <= 2 && self.is_nominal(p, self.lead(unit, p));
            if !used.get(m).copied().unwrap_or(true) && !nominal && !self.is_term_inside(unit, p) {
                quote.quoted.push((p.from(), p.to()));
                mark(used, m);
            }
        }
        self.out.quotes.push(quote);
    }

    /// "The mayor hailed him as “the best”", "She has used the words “never again”": beside words in marks any verb
    /// reports, where the words right before them say that they are somebody's. Gives the verb and its subject.
    fn judgement(&self, unit: &Unit<'_>, pair: &Pair) -> Option<(Range, Range)> {
        let a = self.a;
        let names = &self.resolver.names;
        let lead = self.lead(unit, pair);
        let led = a.reads(lead.wrapping_sub(1), word!("as"))
            || a.is(lead.wrapping_sub(1), class::WORDS_NOUN)
            || a.shape(lead.wrapping_sub(1)) == Shape::Colon
            || a.reads(lead.wrapping_sub(1), word!("being"))
                && (a.reads(lead.wrapping_sub(2), word!("of"))
                    || a.reads(lead.wrapping_sub(2), word!("as")));
        let nominal = self.is_nominal(pair, lead);
        if !led && words(a, pair) <= TERM_WORDS && nominal {
            return None;
        }
        let verb = (unit.from + 1..lead).rev().take(VERB_REACH).find(|i| {
            unit.pair_at(*i).is_none()
                && a.shape(*i) == Shape::Lower
                && (a.is(*i, any!(VERB_PAST, VERB_S))
                    || a.word(*i).ends_with("ed")
                    // "has been selling it as “a palace”"
                    || a.reads(lead.wrapping_sub(1), word!("as")) && self.goes_on_at(unit, *i)
                    // "had this to say:"
                    || led && a.is(*i, class::AUXILIARY) && a.is(*i + 1, class::DETERMINER)
                    || (led || words(a, pair) > TERM_WORDS)
                        && a.word(*i).ends_with('s')
                        && a.find(*i, SOURCE_NOUN).is_none()
                        && a.shape(i + 1) != Shape::Comma
                        && a.word(*i).len() > 3
                        && self
                            .resolver
                            .names
                            .at(subject::skip_back(a, *i, unit.from).wrapping_sub(1))
                            .is_some())
                && !a.is(*i, class::BE)
                && (!self.is_helped(unit, *i) || self.goes_on_at(unit, *i))
        })?;
        let (from, to) = subject::before(a, names, verb, unit.from)?;
        // "He sat for a talk, which …": the verb is not that of the words in marks.
        let far = lead - verb > NEAR
            || (verb + 1..lead).any(|i| {
                a.shape(i) == Shape::Comma
                    || a.is(i, any!(SUBORDINATOR, VERB_PAST, VERB_S)) && !a.reads(i, word!("that"))
            });
        // "With the river rising, Ann Day sends a message: “…”": so is one that a comma cuts off.
        let cut = a.shape(lead.wrapping_sub(1)) == Shape::Colon
            && (verb..lead).any(|i| a.shape(i) == Shape::Comma);
        if cut || !led && words(a, pair) <= TERM_WORDS && (far || a.reads(from, word!("it"))) {
            return None;
        }
        self.is_voice((from, to)).then_some(((verb, verb + 1), (from, to)))
    }

    /// "has been selling": whether token `i` is a participle of what goes on.
    fn goes_on_at(&self, unit: &Unit<'_>, i: usize) -> bool {
        let a = self.a;
        a.word(i).ends_with("ing") && self.is_helped(unit, i)
    }

    /// "was widely mocked": whether a form of "be" helps the verb at token `i`.
    fn is_helped(&self, unit: &Unit<'_>, i: usize) -> bool {
        (subject::skip_back(self.a, i, unit.from)..i).any(|k| self.a.is(k, class::BE))
    }

    /// The first determiner right before words in marks.
    fn lead(&self, unit: &Unit<'_>, pair: &Pair) -> usize {
        let is_determiner = |i: &usize| {
            self.a.is(*i, any!(DETERMINER, POSSESSIVE)) || self.a.shape(*i) == Shape::Number
        };
        pair.open - (unit.from..pair.open).rev().take_while(is_determiner).count()
    }

    /// "the “garden city” plan", "its outlook to “negative”", "lumps, or “buboes”": a name, a grade or an explained word.
    /// `lead` is the first determiner before the marks.
    fn is_nominal(&self, pair: &Pair, lead: usize) -> bool {
        let a = self.a;
        let adjective = (lead < pair.open || a.reads_clitic_s(lead.wrapping_sub(1)))
            && a.gap(pair.close + 1) == Gap::Space
            && a.shape(pair.close + 1) == Shape::Lower
            && !a.is(pair.close + 1, NO_NOUN);
        let level = words(self.a, pair) <= 2
            && a.reads_any(lead.wrapping_sub(1), &words!["to", "from", "or"]);
        adjective || level
    }

    /// A few words in marks, in no capitals, behind a reporting word in any form ("led her to declare it “in sight”") or
    /// well into a sentence: somebody's. Gives the verb, and the subject where it may speak.
    fn reported(&self, unit: &Unit<'_>, pair: &Pair) -> Option<(usize, Option<Range>)> {
        let a = self.a;
        let lead = self.lead(unit, pair);
        let one = words(a, pair) == 1;
        // "a barge – a “bargery” that sold bread": a coined word.
        let coined = one && lead < pair.open && a.shape_before(lead) == Shape::Dash;
        // "for years “it” has been “they”"
        let pronoun = one && a.is(pair.from(), class::PRONOUN);
        if self.is_in_capitals(pair) || coined || pronoun {
            return None;
        }
        let forms = any!(VERB_PAST, VERB_S, VERB_ING, VERB_BASE);
        let cues = any!(SAY, SHOW, TELL, TO_DO, NOUN_CUE, NAMING, FEELING);
        let mut verb = None;
        for i in (unit.from + 1..pair.open).rev().take(LEAD) {
            if a.shape(i) != Shape::Lower || unit.pair_at(i).is_some() {
                continue;
            }
            let form = a.is(i, forms) && !a.is(i, class::NOUN_LIKE);
            if a.is(i, class::STATEMENT_NOUN) || form && a.find(i, cues).is_some() {
                return Some((i, self.voice_of(unit, i)));
            }
            let word = a.word(i);
            let finite = a.is(i, any!(VERB_PAST, VERB_S, AUXILIARY));
            if verb.is_none() && (finite || word.ends_with("ed") || word.ends_with("ing")) {
                verb = Some(i);
            }
        }
        let verb = verb?;
        let far = pair.open - unit.from > FAR
            && !(a.is(verb, class::BE) && one)
            && !(words(a, pair) <= 2 && self.is_nominal(pair, lead));
        far.then_some((verb, None))
    }

    /// Who speaks by the reporting word at token `cue`: its subject, whoever's noun it is, or the sentence's subject.
    fn voice_of(&self, unit: &Unit<'_>, cue: usize) -> Option<Range> {
        let a = self.a;
        // "is trying not to listen to the mill's claims": no voice; "leading Ann Day to claim" has one.
        let voice = |source: &Range| {
            self.is_voice(*source)
                && (!a.is(source.0, class::VERB_ING)
                    || self.resolver.names.at(source.0 + 1).is_some())
        };
        // "her blunt warning that …", "Ann Day's call for …"
        let owner = (cue.saturating_sub(OWNED)..cue)
            .rev()
            .take_while(|_| a.is(cue, class::STATEMENT_NOUN))
            .find(|i| a.is(*i, class::POSSESSIVE) || a.reads_clitic_s(*i));
        match owner {
            Some(at) if a.is(at, class::POSSESSIVE) => return Some((at, at + 1)),
            Some(at) => return self.resolver.names.at(at - 1).map(|m| (m.from, m.to)),
            None => {}
        }
        // "led Ann Day to declare"
        let from = if a.reads(cue - 1, word!("to")) { cue - 1 } else { cue };
        subject::before(a, &self.resolver.names, from, unit.from)
            .filter(voice)
            .or_else(|| self.main_subject(unit, cue).filter(voice))
    }

    /// The quote that a sentence of its own in marks goes on with: “…,” she said, noting that …. “…”
    fn continued(&self, last: usize, unit: &Unit<'_>) -> usize {
        let quotes = &self.out.quotes;
        let Some(of) = quotes.get(last).filter(|q| q.kind == QuoteKind::Indirect) else {
            return last;
        };
        let speaker = |q: &Found| q.source.map(|s| s.entity);
        let here = |q: &Found| q.content.first().is_some_and(|c| c.0 >= unit.block.from);
        let direct = (last.saturating_sub(NEXT)..last).rev().find(|at| {
            quotes.get(*at).is_some_and(|q| {
                q.kind == QuoteKind::Direct && here(q) && speaker(q) == speaker(of)
            })
        });
        direct.unwrap_or(last)
    }

    /// Whether a phrase may be somebody who speaks.
    pub(super) fn is_voice(&self, (from, to): Range) -> bool {
        self.a.is(from, class::PRONOUN) || self.is_source_noun((from, to))
    }

    /// "Ann Day was angry. “This must end.”": whom the sentence before is about, where it reports nothing; else the last
    /// who spoke.
    fn goes_on(&mut self, unit: &Unit<'_>) -> Option<SourceRef> {
        let before = self.resolver.sentence_before(unit.from);
        let silent = before.filter(|s| self.last.is_none_or(|(_, end)| end <= s.from));
        if let Some(sentence) = silent {
            let told = Unit {
                from: sentence.from,
                to: sentence.to,
                block: unit.block,
                headline: false,
                pairs: &[],
            };
            let subject = self.main_subject(&told, told.to).or_else(|| self.opening(&told));
            let voice = subject.filter(|(from, to)| {
                self.is_head_of_voice(to - 1)
                    // Not inside marks.
                    && (told.from..*from).filter(|i| self.a.shape(*i).is_quote_mark()).count() % 2 == 0
            });
            if let Some((from, to)) = voice {
                return Some(self.resolver.resolve(from, to));
            }
            let near = self
                .last
                .is_some_and(|(_, end)| self.resolver.sentences_between(end, unit.from) <= SILENT);
            if !near {
                return None;
            }
        }
        self.resolver.last().and_then(|entity| self.carried(entity))
    }

    /// Whether a phrase that ends with the word at token `i` names somebody who may speak.
    pub(super) fn is_head_of_voice(&self, i: usize) -> bool {
        let names = &self.resolver.names;
        match names.at(i) {
            Some(m) => {
                names.is(m.entity, EntityKind::Person)
                    || names.is(m.entity, EntityKind::Organisation)
            }
            None => self.is_voice((i, i + 1)),
        }
    }

    /// The source of the last attributed quote, with its mention.
    pub(super) fn carried(&self, entity: usize) -> Option<SourceRef> {
        self.out.quotes.iter().rev().take(8).find_map(|q| q.source.filter(|s| s.entity == entity))
    }
}
