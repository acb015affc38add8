//! Sorting by a number: one routine for all kinds of items, as each kind sorted by the standard library's own adds
//! several kilobytes to the wasm.

use crate::text::Span;

/// The items in the order of their keys; equal keys keep their order.
#[must_use]
pub fn by_key<T>(items: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    if items.len() < 2 {
        return items;
    }
    let keys = items.iter().enumerate().map(|(at, item)| (key(item), at as u32)).collect();
    let Some(order) = sorted(keys) else { return items };
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(_, at)| items.get_mut(at as usize)?.take()).collect()
}

/// Keys in their order; `None` where they stand in it.
#[inline(never)]
fn sorted(mut keys: Vec<(u64, u32)>) -> Option<Vec<(u64, u32)>> {
    if keys.is_sorted() {
        return None;
    }
    keys.sort_unstable();
    Some(keys)
}

/// The spans in the order of the text, those joined that share words.
#[must_use]
pub fn apart(spans: Vec<Span>) -> Vec<Span> {
    let mut spans = by_key(spans, |span| range((span.start as usize, span.end as usize)));
    spans.dedup_by(|next, kept| {
        let shared = next.overlaps(*kept);
        if shared {
            *kept = kept.to(*next);
        }
        shared
    });
    spans
}

/// A range as a key: by its start, then by its end.
#[must_use]
pub fn range((from, to): (usize, usize)) -> u64 {
    (from as u64) << 32 | to as u64
}

/// The number of a text with one more character.
#[must_use]
pub fn add(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0000_0100_0000_01b3)
}

/// A number for a text: equal texts have equal numbers, others hardly ever.
#[must_use]
pub fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, b| {
        (hash ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
