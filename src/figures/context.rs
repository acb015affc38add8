//! Context of a figure: modifier, change, what it is counted per, and what it counts.

use super::Figure;
use super::amount::trailing_modifier;
use crate::article::Article;
use crate::lexicon::class;
use crate::report::{Change, FigureKind, Modifier};
use crate::sentences::Sentence;
use crate::tokens::{Gap, Shape};

/// Tokens looked at to the left for a word of change.
const REACH: usize = 12;

/// Most words of a noun phrase.
const PHRASE: usize = 6;

/// Fills in what the words around the figure say.
pub fn add(article: &Article<'_>, sentence: &Sentence, figure: &mut Figure, last: Option<&Figure>) {
    let start = modifier(article, sentence, figure);
    let last = last.filter(|l| l.from >= sentence.from);
    change(article, sentence, figure, start, last);
    per(article, figure);
    if figure.of.is_none() {
        figure.of = of(article, sentence, figure, start, last);
    }
}

/// Reads the modifier before the figure; gives the token where it starts.
fn modifier(article: &Article<'_>, sentence: &Sentence, figure: &mut Figure) -> usize {
    for back in (1..=4).rev() {
        let Some(at) = figure.from.checked_sub(back).filter(|at| *at >= sentence.from) else {
            continue;
        };
        if let Some(hit) = article.find(at, class::MODIFIER).filter(|hit| hit.len == back) {
            figure.modifier = match hit.id.text(class::MODIFIER) {
                Some("approx") => Some(Modifier::Approx),
                Some("at_least") => Some(Modifier::AtLeast),
                Some("more_than") => Some(Modifier::MoreThan),
                Some("at_most") => Some(Modifier::AtMost),
                _ => Some(Modifier::LessThan),
            };
            // "over two years" is a time, not more than it.
            if figure.kind == FigureKind::Duration && article.reads(at, "over") && back == 1 {
                figure.modifier = None;
                return figure.from;
            }
            return at;
        }
    }
    if let Some(modifier) = trailing_modifier(article, figure.to) {
        figure.modifier = Some(modifier);
    }
    figure.from
}

fn change(
    article: &Article<'_>,
    sentence: &Sentence,
    figure: &mut Figure,
    start: usize,
    last: Option<&Figure>,
) {
    if matches!(
        figure.kind,
        FigureKind::Age | FigureKind::Rank | FigureKind::Score | FigureKind::Ratio
    ) {
        return;
    }
    let low = start.saturating_sub(REACH).max(sentence.from);
    let word = |at: usize| match () {
        () if article.is(at, class::CHANGE_UP) => Some(Change::Up),
        () if article.is(at, class::CHANGE_DOWN) => Some(Change::Down),
        () => None,
    };
    let before = start.wrapping_sub(1);
    let moved = (low..start).rev().any(|at| word(at).is_some());
    if article.reads(before, "to")
        && (moved || last.is_some_and(|l| l.change.is_some()))
        && (figure.kind != FigureKind::Duration || moved)
    {
        figure.change = Some(Change::To);
        return;
    }
    if article.reads(before, "from") && (moved || has_to(article, figure, sentence)) {
        figure.change = Some(Change::From);
        return;
    }
    if figure.kind == FigureKind::Multiple {
        let down = article.reads(figure.from, "halved");
        figure.change = match () {
            () if down => Some(Change::Down),
            () if article.word(figure.from).ends_with("ed") => Some(Change::Up),
            () => word(figure.to),
        };
        return;
    }
    // "12%, down from 30%", "a 12% rise"
    let after = if article.shape(figure.to) == Shape::Comma { figure.to + 1 } else { figure.to };
    if word(after).is_some() && article.reads(after + 1, "from") {
        figure.change = Some(Change::To);
        return;
    }
    let mut at = before;
    if article.reads(at, "by") || article.reads(at, "of") {
        at = at.wrapping_sub(1);
    }
    let near = word(at).or_else(|| {
        if article.reads(before, "by") { (low..start).rev().take(5).find_map(word) } else { None }
    });
    let counted = matches!(figure.kind, FigureKind::Count | FigureKind::Duration);
    let extra = ["extra", "further", "additional"].iter().any(|w| article.reads(at, w));
    if at >= sentence.from
        && near.is_some()
        && !(counted && extra)
        && figure.kind != FigureKind::Duration
    {
        figure.change = near;
        return;
    }
    if figure.to == after && !counted {
        figure.change = word(after).filter(|_| {
            !article.is(after + 1, class::PLURAL_NOUN)
                && !article.word(after).ends_with("ed")
                && !["lower", "higher"].iter().any(|w| article.reads(after, w))
        });
    }
}

fn has_to(article: &Article<'_>, figure: &Figure, sentence: &Sentence) -> bool {
    (figure.to..(figure.to + 4).min(sentence.to))
        .any(|at| article.reads(at, "to") && article.at(at + 1).shape != Shape::Lower)
}

fn per(article: &Article<'_>, figure: &mut Figure) {
    let mut at = figure.to;
    let hyphen = article.shape(at) == Shape::Hyphen;
    if hyphen {
        at += 1;
    }
    let slash = article.shape(at) == Shape::Slash;
    let led = ["a", "an", "per", "each", "every"].iter().any(|w| article.reads(at, w)) || slash;
    if !led {
        return;
    }
    let noun = at + 1 + usize::from(article.shape(at + 1) == Shape::Hyphen);
    let known = article.is(noun, class::TIME_UNIT.or(class::UNIT));
    if (article.reads(at, "per")
        || known
            && matches!(
                figure.kind,
                FigureKind::Money
                    | FigureKind::Count
                    | FigureKind::Percent
                    | FigureKind::Mass
                    | FigureKind::Volume
            ))
        && article.at(noun).shape != Shape::End
    {
        let many =
            article.shape(noun) == Shape::Number && article.at(noun + 1).shape == Shape::Lower;
        figure.per = Some(article.words(noun, noun + 1 + usize::from(many)).to_string());
    }
}

/// Whether token `at` can stand in a noun phrase.
fn nominal(article: &Article<'_>, at: usize) -> bool {
    let token = article.at(at);
    (token.shape.is_word() && !token.word.is(class::FIGURE_STOP))
        || token.shape == Shape::Hyphen
            && token.gap == Gap::None
            && article.at(at + 1).gap == Gap::None
        || token.shape == Shape::Clitic
            && article.word(at).len() <= 4
            && article.word(at).ends_with('s')
}

fn article_word(article: &Article<'_>, at: usize) -> bool {
    [
        "the", "a", "an", "its", "their", "his", "her", "our", "my", "your", "these", "those",
        "all", "any",
    ]
    .iter()
    .any(|w| article.reads(at, w))
}

/// The noun phrase that starts at `at`, up to its first plural noun.
fn phrase(article: &Article<'_>, mut at: usize, limit: usize) -> Option<String> {
    while article_word(article, at) && at < limit {
        at += 1;
    }
    let from = at;
    let mut to = at;
    while to < limit
        && to < from + PHRASE
        && nominal(article, to)
        && (to == from || article.at(to).gap <= Gap::Space)
    {
        let lower = article.at(to).shape == Shape::Lower;
        let word = article.word(to);
        let verb = lower
            && to > from
            && (word.ends_with("ed")
                && word.len() > 4
                && !article.at(to + 1).shape.is_word() | article.is(to + 1, class::FIGURE_STOP));
        if verb {
            break;
        }
        to += 1;
        let plural = article.is(to - 1, class::PLURAL_NOUN)
            || lower
                && word.ends_with('s')
                && !word.ends_with("ss")
                && !word.ends_with("us")
                && word.len() > 3;
        let goes_on = article.shape(to) == Shape::Clitic
            || article.shape(to) == Shape::SingleClose
            || article.shape(to) == Shape::Hyphen;
        if plural && !goes_on {
            break;
        }
    }
    (to > from).then(|| article.words(from, to).to_string())
}

/// The noun phrase that ends before token `end`.
fn phrase_before(article: &Article<'_>, end: usize, low: usize) -> Option<String> {
    let mut from = end;
    while from > low
        && end - from < PHRASE
        && nominal(article, from - 1)
        && (article.shape(from - 1) != Shape::Hyphen || from > low + 1)
    {
        from -= 1;
        if article.at(from).gap > Gap::Space {
            break;
        }
    }
    (from < end).then(|| article.words(from, end).to_string())
}

/// Who is of an age: the name or noun beside it.
fn person(
    article: &Article<'_>,
    sentence: &Sentence,
    figure: &Figure,
    start: usize,
) -> Option<String> {
    let mut at = figure.to;
    if article.shape(at) == Shape::Hyphen {
        at += 1;
    }
    if article.reads(at, "old") {
        at += 1;
    }
    if at > figure.to || article.reads(at.wrapping_sub(1), "old") {
        return phrase(article, at, sentence.to);
    }
    let mut end = start;
    while end > sentence.from
        && (matches!(article.shape(end - 1), Shape::Comma | Shape::Open)
            || article.reads(end - 1, "aged")
            || article.reads(end - 1, "was")
            || article.reads(end - 1, "is"))
    {
        end -= 1;
    }
    let mut from = end;
    while from > sentence.from && end - from < 4 && article.at(from - 1).shape.is_capital() {
        from -= 1;
    }
    while from < end && article.is(from, class::FIGURE_STOP) {
        from += 1;
    }
    if from < end {
        Some(article.words(from, end).to_string())
    } else {
        phrase_before(article, end, sentence.from)
    }
}

fn of(
    article: &Article<'_>,
    sentence: &Sentence,
    figure: &Figure,
    start: usize,
    last: Option<&Figure>,
) -> Option<String> {
    let to = figure.to;
    let limit = sentence.to;
    match figure.kind {
        FigureKind::Age => return person(article, sentence, figure, start),
        FigureKind::Score | FigureKind::Ratio => return None,
        _ => {}
    }
    if figure.change.is_some() {
        // "a 12% rise in annual revenue"
        if article.is(to, class::CHANGE_UP.or(class::CHANGE_DOWN))
            && (article.reads(to + 1, "in") || article.reads(to + 1, "on"))
        {
            return phrase(article, to + 2, limit);
        }
        if let Some(last) = last
            && last.change.is_some()
            && matches!(figure.change, Some(Change::To | Change::From))
            && last.of.is_some()
        {
            return last.of.clone();
        }
        let direct = figure.kind == FigureKind::Count
            && nominal(article, to)
            && article.shape(to) != Shape::Hyphen;
        let low = start.saturating_sub(REACH).max(sentence.from);
        let verb =
            (low..start).rev().find(|at| article.is(*at, class::CHANGE_UP.or(class::CHANGE_DOWN)));
        if !direct && let Some(verb) = verb {
            if article.reads(verb + 1, "in") || article.reads(verb + 1, "the") {
                return phrase(article, verb + 2, start);
            }
            if verb + 1 < start && nominal(article, verb + 1) {
                return phrase(article, verb + 1, start);
            }
            let mut end = verb;
            while end > low
                && [
                    "has", "have", "had", "is", "was", "were", "will", "would", "been", "be",
                    "could", "are", "closed", "and", "also",
                ]
                .iter()
                .any(|w| article.reads(end - 1, w))
            {
                end -= 1;
            }
            return phrase_before(article, end, low);
        }
    }
    if article.reads(to, "of") {
        return phrase(article, to + 1, limit);
    }
    match figure.kind {
        FigureKind::Duration => {
            let tied = (figure.from..to).any(|at| article.shape(at) == Shape::Hyphen)
                && nominal(article, to);
            let peak = ["low", "high"].iter().any(|w| article.reads(to, w));
            if tied && !peak { phrase(article, to, limit) } else { None }
        }
        FigureKind::Money | FigureKind::Percent | FigureKind::PercentagePoints => {
            if nominal(article, to)
                && article.shape(to) != Shape::Hyphen
                && article.at(to).gap == Gap::Space
            {
                return phrase(article, to, limit);
            }
            if ["on", "for", "in"].iter().any(|w| article.reads(to, w))
                && figure.kind == FigureKind::Money
            {
                return phrase(article, to + 1, limit);
            }
            None
        }
        FigureKind::Count | FigureKind::Fraction => {
            let at = if article.shape(to) == Shape::Hyphen { to + 1 } else { to };
            let at = if ["or", "and"].iter().any(|w| article.reads(at, w))
                && trailing_modifier(article, at).is_some()
            {
                at + 2
            } else {
                at
            };
            if article.reads(at, "strong") {
                return phrase(article, at + 1, limit);
            }
            if at > to && nominal(article, at) {
                return Some(article.word(at).to_string());
            }
            phrase(article, at, limit)
        }
        _ => {
            if nominal(article, to) && article.at(to).gap == Gap::Space {
                phrase(article, to, limit)
            } else {
                None
            }
        }
    }
}
