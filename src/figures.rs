//! Figures: every number that tells a quantity, with its unit and what it counts.
//!
//! Reads what dates left over. One pass over each sentence; names, clock times and telephone numbers are set aside.

mod amount;
mod change;
mod context;
mod counts;
mod led;
mod money;
mod of;
mod phrase;
mod proportion;
mod ranges;
mod traps;
mod units;

use crate::article::Article;
use crate::blocks::{self, Block, BlockKind};
use crate::claims::{Claims, Owner};
use crate::lexicon::class;
use crate::names::Names;
use crate::report::{Change, FigureKind, Modifier};
use crate::sentences::Sentence;
use crate::tokens::{Gap, Shape};

/// The text that figures are read from.
type Text<'t> = Article<'t>;

/// A figure in tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// First token.
    pub from: usize,
    /// Token after the last.
    pub to: usize,
    /// What it measures.
    pub kind: FigureKind,
    /// The number.
    pub value: Option<f64>,
    /// Ends of a range.
    pub range: Option<(f64, f64)>,
    /// Unit as in the report.
    pub unit: Option<&'static str>,
    /// How exactly it is meant.
    pub modifier: Option<Modifier>,
    /// Whether it has no number.
    pub vague: bool,
    /// What is counted.
    pub of: Option<String>,
    /// How it moves.
    pub change: Option<Change>,
    /// What it is counted per.
    pub per: Option<String>,
}

impl Figure {
    fn new(from: usize, to: usize, kind: FigureKind, value: Option<f64>) -> Figure {
        Figure {
            from,
            to,
            kind,
            value,
            range: None,
            unit: None,
            modifier: None,
            vague: false,
            of: None,
            change: None,
            per: None,
        }
    }

    fn unit(mut self, unit: &'static str) -> Figure {
        self.unit = Some(unit);
        self
    }
}

/// Most figures that are looked back at for what this one counts.
const FIGURES: usize = 12;

/// What a figure is read in: the article, the sentence, and all that is known so far.
struct Scene<'a, 't> {
    article: &'a Article<'t>,
    sentence: &'a Sentence,
    /// Where the sentence before this one starts.
    before: usize,
    claims: &'a Claims,
    names: &'a Names,
    figures: &'a [Figure],
}

impl Scene<'_, '_> {
    /// The figure before this one, if it stands in the same sentence.
    #[inline(never)]
    fn last_in_sentence(&self) -> Option<&Figure> {
        self.figures.last().filter(|f| f.from >= self.sentence.from)
    }

    /// The figures of this sentence and the one before it, in order.
    fn near(&self) -> impl DoubleEndedIterator<Item = &Figure> {
        let first = self.figures.partition_point(|f| f.from < self.before);
        let first = first.max(self.figures.len().saturating_sub(FIGURES));
        self.figures.get(first..).unwrap_or(&[]).iter()
    }

    /// The nearest figure that fits, of this sentence and the one before it.
    #[inline(never)]
    fn nearest(&self, fits: &dyn Fn(&Figure) -> bool) -> Option<&Figure> {
        self.near().rev().find(|f| f.of.is_some() && fits(f))
    }

    /// Whether a number or a currency sign stands at `at`.
    #[inline(never)]
    fn claims_number(&self, at: usize) -> bool {
        matches!(self.article.shape(at), Shape::Number | Shape::Currency | Shape::Fraction)
            || self.claims.owner(at) == Owner::Figure
    }
}

/// Every figure of the article, in order.
#[must_use]
pub fn find(
    article: &Article<'_>,
    blocks: &[Block],
    sentences: &[Sentence],
    claims: &mut Claims,
    names: &Names,
) -> Vec<Figure> {
    let mut figures: Vec<Figure> = Vec::new();
    let all_furniture = blocks::only_furniture(blocks);
    let mut before = 0;
    let mut current = 0;
    let mut shared = None;
    let mut dollars = None;
    for sentence in sentences {
        if sentence.to - sentence.from > 2 {
            before = current;
            current = sentence.from;
        }
        if !all_furniture
            && blocks.get(sentence.block).is_some_and(|b| b.kind == BlockKind::Furniture)
        {
            continue;
        }
        let mut i = sentence.from;
        while i < sentence.to {
            if !may_open(article, i) || claims.owner(i) != Owner::None {
                i += 1;
                continue;
            }
            if let Some(to) = traps::skip(article, i, sentence) {
                claims.take(i, to, Owner::Ignored);
                i = to.max(i + 1);
                continue;
            }
            let found = amount::read(article, i, sentence)
                .filter(|f| (f.from..f.to).all(|at| claims.owner(at) == Owner::None))
                .filter(|f| !is_name(names, f));
            if let Some(mut figure) = found {
                after_age(article, &mut figure, figures.last());
                if figure.kind == FigureKind::Count && article.is(figure.to, class::MONEY_SHARED) {
                    let code = *shared.get_or_insert_with(|| money::shared(article));
                    if let Some(code) = code.filter(|_| figure.unit.is_none()) {
                        (figure.kind, figure.unit) = (FigureKind::Money, Some(code));
                        figure.to += 1;
                    }
                }
                if article.word(figure.from) == "$" {
                    figure.unit = Some(*dollars.get_or_insert_with(|| money::dollars(article)));
                }
                let scene = Scene { article, sentence, before, claims, names, figures: &figures };
                context::add(&scene, &mut figure);
                claims.take(figure.from, figure.to, Owner::Figure);
                i = figure.to.max(i + 1);
                // "from £40m to £120m a year": both are a year.
                if let Some(last) = figures.last_mut().filter(|l| {
                    l.to + 1 == figure.from
                        && article.reads(l.to, word!("to"))
                        && l.change == Some(Change::From)
                        && l.unit == figure.unit
                        && l.per.is_none()
                }) {
                    last.per.clone_from(&figure.per);
                }
                // "from £40 a week to £60": so is the second.
                if let Some(last) = figures.last().filter(|l| {
                    l.from >= sentence.from
                        && l.change == Some(Change::From)
                        && figure.change == Some(Change::To)
                        && figure.kind == FigureKind::Money
                        && l.unit == figure.unit
                        && figure.per.is_none()
                }) {
                    figure.per.clone_from(&last.per);
                }
                figures.push(figure);
            } else {
                i += 1;
            }
        }
    }
    figures
}

/// Whether a figure may start at token `i` at all: hardly any word does, and one question tells.
fn may_open(article: &Article<'_>, i: usize) -> bool {
    let sign = match article.at(i).shape {
        Shape::Number | Shape::Fraction | Shape::Currency | Shape::Symbol => true,
        // ".5", "-5"
        Shape::Period | Shape::Hyphen | Shape::Dash => {
            article.gap(i) > Gap::None && article.gap(i + 1) == Gap::None
        }
        _ => false,
    };
    let words = gate!(
        FIGURE_OPENER,
        NUM_ARTICLE,
        MONEY_SIGN,
        MONEY_WORD,
        MULTIPLE_WORD,
        NUM_SCALE,
        NUM_SCALE_PLURAL,
        NUM_TENS,
        NUM_UNIT,
        ORDINAL,
        VAGUE_AMOUNT,
    );
    sign || article.opens(i, words) && article.find(i, words.words).is_some()
}

/// "women, ages 81 and 67": a bare number that an age leads is an age.
fn after_age(article: &Article<'_>, figure: &mut Figure, last: Option<&Figure>) {
    let Some(last) = last.filter(|l| l.kind == FigureKind::Age && l.to + 1 == figure.from) else {
        return;
    };
    let joined = article.reads(last.to, word!("and")) || article.shape(last.to) == Shape::Comma;
    let closes = !article.shape(figure.to).is_word();
    if figure.kind == FigureKind::Count && joined && closes && last.to == last.from + 1 {
        figure.kind = FigureKind::Age;
        figure.unit = Some("year");
        figure.of.clone_from(&last.of);
    }
}

/// A number inside a name ("Studio Nine").
fn is_name(names: &Names, figure: &Figure) -> bool {
    names.at(figure.from).is_some_and(|m| m.from < figure.from && figure.to <= m.to)
}
