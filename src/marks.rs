//! Quote marks in pairs, paragraph by paragraph.
//!
//! Reads curly, straight, doubled (`''`), angled and mismatched marks, tells apostrophes and possessives from
//! closing marks, and remembers marks that never close or open again in the next paragraph. Does not know whose
//! words stand inside.

use crate::article::Article;
use crate::blocks::{Block, BlockKind};
use crate::lexicon::class;
use crate::order;
use crate::tokens::{Gap, Shape};
use crate::work;

/// A pair of quote marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The opening mark's token.
    pub open: usize,
    /// The closing mark's token, or the block's end where it never closes.
    pub close: usize,
    /// Whether a closing mark was found.
    pub closed: bool,
    /// Whether the paragraph ended first and the next one opens again: the same speaker goes on.
    pub goes_on: bool,
    /// 0 for outermost marks.
    pub level: u8,
    /// Whether it is a single mark.
    pub single: bool,
    /// Index of the block that holds it.
    pub block: usize,
}

impl Pair {
    /// First token inside the marks.
    #[must_use]
    pub fn from(&self) -> usize {
        self.open + 1
    }

    /// Token after the last inside the marks.
    #[must_use]
    pub fn to(&self) -> usize {
        self.close
    }
}

/// The family of a mark: marks close with one of their own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Guillemet,
}

/// What a mark may do where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    /// Either, by what is open.
    Both,
    /// Closes, unless it is the apostrophe of a plural ("workers'").
    MayClose,
    /// An apostrophe or an inch mark.
    Nothing,
}

/// Deepest nesting that is followed; deeper marks are read as part of the words.
const DEPTH: usize = 4;

/// Pairs of marks in text order of their opening marks.
#[must_use]
pub fn find(article: &Article<'_>, blocks: &[Block]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        if block.kind != BlockKind::Furniture {
            pair_block(article, blocks, index, &mut pairs);
        }
    }
    order::by_key(pairs, |p| p.open as u64)
}

fn family(shape: Shape) -> Option<Family> {
    match shape {
        Shape::DoubleStraight | Shape::DoubleOpen | Shape::DoubleClose => Some(Family::Double),
        Shape::SingleStraight | Shape::SingleOpen | Shape::SingleClose => Some(Family::Single),
        Shape::GuillemetOpen | Shape::GuillemetClose => Some(Family::Guillemet),
        _ => None,
    }
}

fn role(article: &Article<'_>, block: &Block, i: usize) -> Role {
    if !article.shape(i).is_quote_mark() {
        return Role::Nothing;
    }
    let (token, before, after) = (article.at(i), article.before(i), article.at(i + 1));
    let glued_before = token.gap == Gap::None && i > block.from;
    let glued_after = after.gap == Gap::None && i + 1 < block.to;
    let opens_here = !glued_before || opens_before(before.shape);
    match token.shape {
        Shape::DoubleOpen if glued_before && !glued_after && !opens_before(before.shape) => {
            Role::Closes
        }
        Shape::DoubleOpen | Shape::GuillemetOpen => Role::Opens,
        Shape::DoubleClose if !glued_before && glued_after => Role::Opens,
        Shape::DoubleClose | Shape::GuillemetClose => Role::Closes,
        Shape::DoubleStraight => match (opens_here, glued_after) {
            // 6ft 2" is a length.
            (false, false) if matches!(before.shape, Shape::Number | Shape::Fraction) => Role::Both,
            (true, true) => Role::Opens,
            (false, false) => Role::Closes,
            (false, true) if closes_after(after.shape) => Role::Closes,
            _ => Role::Both,
        },
        Shape::SingleOpen | Shape::SingleStraight | Shape::SingleClose => {
            let word_after = after.shape.is_word() || after.shape == Shape::Number;
            if opens_here && glued_after {
                let decade = after.shape == Shape::Number && article.is(i + 2, class::DECADE_S);
                let elided = article.is(i + 1, class::ELIDED) && token.shape != Shape::SingleOpen;
                return if decade || elided { Role::Nothing } else { Role::Opens };
            }
            if glued_before && glued_after && word_after && before.shape.is_word() {
                // "rated as'inadequate'": a blank is missing.
                return if token.shape == Shape::SingleClose { Role::Nothing } else { Role::Both };
            }
            let plural = before.shape.is_word()
                && article.word(i.wrapping_sub(1)).ends_with(['s', 'S', 'z']);
            match (glued_before, plural) {
                (true, true) => Role::MayClose,
                (true, false) if article.is(i.wrapping_sub(1), class::ELIDED_END) => Role::MayClose,
                (true, false) => Role::Closes,
                (false, _) => Role::Both,
            }
        }
        _ => Role::Nothing,
    }
}

/// A mark glued to one of these may open.
fn opens_before(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Open | Shape::Dash | Shape::Hyphen | Shape::Slash | Shape::Colon | Shape::Bullet
    ) || matches!(shape, Shape::DoubleOpen | Shape::SingleOpen | Shape::GuillemetOpen)
}

fn closes_after(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Period
            | Shape::Comma
            | Shape::Semicolon
            | Shape::Colon
            | Shape::Question
            | Shape::Exclamation
            | Shape::Ellipsis
            | Shape::Close
            | Shape::Dash
            | Shape::Hyphen
            | Shape::Clitic
            | Shape::DoubleClose
            | Shape::SingleClose
            | Shape::DoubleStraight
            | Shape::SingleStraight
    )
}

fn pair_block(article: &Article<'_>, blocks: &[Block], index: usize, pairs: &mut Vec<Pair>) {
    let Some(block) = blocks.get(index) else { return };
    // `<a id="7">`: a value in mark-up, up to its second mark.
    let mut value: Option<Shape> = None;
    let marks: Vec<(usize, Family, Role)> = article
        .which(block.from..block.to, |token| family(token.shape).is_some())
        .filter_map(|i| {
            let family = family(article.shape(i))?;
            let closes = value.take();
            if closes == Some(article.shape(i)) {
                return None;
            }
            if article.gap(i) == Gap::None && article.word(i.wrapping_sub(1)) == "=" {
                value = Some(article.shape(i));
                return None;
            }
            let role = role(article, block, i);
            (role != Role::Nothing).then_some((i, family, role))
        })
        .collect();
    // Behind each mark: is there a sure closing single mark before the next opening one?
    let mut sure_close_ahead = vec![false; marks.len() + 1];
    for k in (0..marks.len()).rev() {
        work::step();
        let here = marks.get(k).is_some_and(|(_, f, r)| *f == Family::Single && *r == Role::Closes);
        let opening =
            marks.get(k).is_some_and(|(_, f, r)| *f == Family::Single && *r == Role::Opens);
        let later = sure_close_ahead.get(k + 1).copied().unwrap_or(false);
        if let Some(slot) = sure_close_ahead.get_mut(k) {
            *slot = here || (later && !opening);
        }
    }
    let mut stack: Vec<(usize, Family)> = Vec::new();
    for (k, &(i, family, role)) in marks.iter().enumerate() {
        let open = stack.iter().rposition(|(_, f)| *f == family);
        let closes = match role {
            Role::Closes => open.is_some(),
            Role::MayClose => {
                open.is_some() && !sure_close_ahead.get(k + 1).copied().unwrap_or(false)
            }
            Role::Both => open.is_some(),
            Role::Opens | Role::Nothing => false,
        };
        if closes {
            let at = open.unwrap_or(0);
            // Marks opened inside and never closed were no marks.
            stack.truncate(at + 1);
            if let Some((start, family)) = stack.pop() {
                let level = stack.len() as u8;
                push(
                    pairs,
                    Pair {
                        open: start,
                        close: i,
                        closed: true,
                        goes_on: false,
                        level,
                        single: family == Family::Single,
                        block: index,
                    },
                );
            }
        } else if matches!(role, Role::Opens) && stack.len() < DEPTH {
            if let Some(at) = open {
                // A second opening mark before any close: the first one never closed, if it is the same kind and no
                // two marks close both.
                if family != Family::Single && !closes_twice(&marks, k, family) {
                    stack.truncate(at);
                }
            }
            stack.push((i, family));
        } else if role == Role::Both
            && family == Family::Double
            && article.gap(i + 1) == Gap::None
            && stack.len() < DEPTH
        {
            stack.push((i, family));
        }
    }
    close_at_end(article, blocks, index, &stack, pairs);
}

/// `“She said “no” twice.”`: whether a mark inside another one of its kind is closed, and that other one, too.
fn closes_twice(marks: &[(usize, Family, Role)], k: usize, family: Family) -> bool {
    let mut open = 2;
    for (_, _, role) in marks.iter().skip(k + 1).take(DEPTH).filter(|(_, f, _)| *f == family) {
        match role {
            Role::Opens => open += 1,
            Role::Closes => open -= 1,
            _ => return false,
        }
        if open == 0 {
            return true;
        }
    }
    false
}

/// Marks still open at the block's end: the speech goes on in the next paragraph, or the mark was forgotten.
fn close_at_end(
    article: &Article<'_>,
    blocks: &[Block],
    index: usize,
    stack: &[(usize, Family)],
    pairs: &mut Vec<Pair>,
) {
    let (Some(block), Some(&(open, family))) = (blocks.get(index), stack.first()) else { return };
    let next =
        blocks.get(index + 1..).unwrap_or(&[]).iter().find(|b| b.kind != BlockKind::Furniture);
    let goes_on = next.is_some_and(|b| {
        crate::marks::family(article.shape(b.from)) == Some(family)
            && role(article, b, b.from) == Role::Opens
    });
    let at_start = open == block.from || article.shape_before(open) == Shape::Colon;
    // A lone single mark is an apostrophe more often than a quote.
    if family == Family::Single && !goes_on && !at_start {
        return;
    }
    let single = family == Family::Single;
    push(
        pairs,
        Pair { open, close: block.to, closed: false, goes_on, level: 0, single, block: index },
    );
}

fn push(pairs: &mut Vec<Pair>, pair: Pair) {
    if pair.close > pair.open + 1 {
        pairs.push(pair);
    }
}

#[cfg(test)]
mod tests {
    use crate::{article::Article, blocks};

    #[test]
    fn values_in_mark_up_stand_in_no_quote_marks() {
        let pairs = |text: &str| {
            let article = Article::new(text);
            super::find(&article, &blocks::find(&article)).len()
        };
        assert_eq!(pairs("Ann Day left <a id=\"mill\" rel=\"me\">a note</a> at the mill."), 0);
        assert_eq!(pairs("Ann Day left \"a note\" at the mill."), 1);
    }

    #[test]
    fn marks_of_one_kind_stand_inside_each_other_where_both_close() {
        let outer = |text: &str| {
            let article = Article::new(text);
            let pairs = super::find(&article, &blocks::find(&article));
            pairs.iter().filter(|p| p.level == 0 && p.closed).count()
        };
        assert_eq!(outer("“They said “no” twice at the old mill.” Ann Day left."), 1);
        assert_eq!(outer("“They said no. Ann Day left. “They were late.” Then it rained."), 1);
        assert_eq!(outer("“It is late.” “It is not.” Ann Day left."), 2);
    }
}
