//! One name in two spellings: "Priya Nandakumar" and "Priya Nandakumer".

use super::{Desk, sorted};
use crate::lexicon::{class, look_up_word};
use crate::names::{letters, small};
use crate::order;
use crate::quotes::Range;
use crate::report::EntityKind;
use crate::work;

/// Names of one sound that a name is compared with.
const NEIGHBOURS: usize = 6;

/// Shortest word that may be a misspelling of another.
const SHORTEST: usize = 5;

/// A person's name, or a body's: where it first stands, and which entity it is.
struct Name {
    place: Range,
    entity: usize,
}

/// The words of a name in small letters, without titles.
fn words(name: &str) -> Vec<String> {
    small(name).split(' ').skip_while(|w| titled(w)).map(str::to_owned).collect()
}

/// Asks about names that sound alike and are spelt in two ways.
pub fn spellings(desk: &mut Desk<'_, '_>) {
    let names = &desk.quotes.names;
    let mut first: Vec<Option<Range>> = vec![None; names.entities.len()];
    for m in &names.mentions {
        if let Some(slot) = first.get_mut(m.entity)
            && slot.is_none()
        {
            *slot = Some((m.from, m.to));
        }
    }
    let mut list: Vec<Name> = Vec::new();
    let mut keys = Vec::new();
    for (entity, (e, place)) in names.entities.iter().zip(first).enumerate() {
        let Some(place) = place else { continue };
        let several = || e.name.split(' ').skip_while(|w| titled(w)).nth(1).is_some();
        let key = match e.kind {
            EntityKind::Person => heard(e.name.rsplit(' ').next().unwrap_or_default()),
            _ if several() => heard(&e.name),
            _ => continue,
        };
        keys.push((key, list.len()));
        list.push(Name { place, entity });
    }
    let keys = sorted(keys);
    for (n, (key, one)) in keys.iter().enumerate() {
        for (_, other) in keys.iter().skip(n + 1).take(NEIGHBOURS).take_while(|k| k.0 == *key) {
            work::step();
            let (Some(one), Some(other)) = (list.get(*one), list.get(*other)) else { continue };
            let name = |of: &Name| names.entity(of.entity).map_or("", |e| &e.name);
            if !alike(&words(name(one)), &words(name(other))) {
                continue;
            }
            let mut items = Vec::new();
            items.extend(desk.entity(one.entity));
            items.extend(desk.entity(other.entity));
            let message = [
                &*desk.said(one.place),
                " and ",
                &desk.said(other.place),
                ": are these two spellings of one name?",
            ];
            desk.ask("name-in-two-spellings", &[one.place, other.place], &items, &message);
        }
    }
}

/// Whether the word is a title that tells no office: "Mr".
pub fn titled(word: &str) -> bool {
    look_up_word(&[word.trim_end_matches('.')]).is(class::PLAIN_TITLE)
}

/// How a word sounds, as a number: that of its consonants, doubled ones once.
#[inline(never)]
pub fn heard(word: &str) -> u64 {
    let mut last = ' ';
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for c in letters(word) {
        let c = match c {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'w' | '\'' | '’' | '-' | '.' | ' ' => {
                continue;
            }
            'c' | 'q' => 'k',
            'z' => 's',
            'p' | 'v' => 'f',
            c => c,
        };
        if c != last {
            hash = order::add(hash, c);
            last = c;
        }
    }
    hash
}

/// Whether the names differ by one letter of one word; a lone surname is compared with the last word of a full name.
fn alike(one: &[String], other: &[String]) -> bool {
    let length = one.len().min(other.len());
    if length > 1 && one.len() != other.len() {
        return false;
    }
    let tail = |words: &[String]| words.len() - length;
    let pairs = one.iter().skip(tail(one)).zip(other.iter().skip(tail(other)));
    let differ: Vec<(&String, &String)> = pairs.filter(|(a, b)| a != b).collect();
    matches!(differ.as_slice(), [(a, b)] if slip(a, b))
}

/// Whether one letter was left out, doubled, changed or swapped with the next, and not at the end: Paul and Paula are two.
fn slip(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.len() < SHORTEST || long.len() > short.len() + 1 {
        return false;
    }
    let head = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let tail = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    let middle = short.len().saturating_sub(head + tail);
    let swapped = middle == 2
        && short.len() == long.len()
        && short.get(head) == long.get(head + 1)
        && short.get(head + 1) == long.get(head);
    tail > 0 && (middle <= 1 || swapped) && heard(one) == heard(other)
}
