//! What was seen before, by its hash: a table of its own, as the standard library's adds kilobytes to the wasm.

use crate::work;

/// Places that are looked at for one hash: crafted collisions cost findings, not time.
const PROBES: usize = 16;

/// Hashes, each with a number.
pub struct Seen(Vec<(u64, usize)>);

impl Seen {
    /// Room for `count` hashes.
    pub fn new(count: usize) -> Seen {
        Seen(vec![(0, 0); (count * 2).next_power_of_two().max(PROBES)])
    }

    /// The number that came with the hash first: `number`, if it is new.
    pub fn first(&mut self, hash: u64, number: usize) -> usize {
        let mask = self.0.len() - 1;
        for at in 0..PROBES {
            work::step();
            let place = (hash as usize).wrapping_add(at) & mask;
            match self.0.get_mut(place) {
                Some(slot) if slot.0 == 0 => {
                    *slot = (hash, number);
                    return number;
                }
                Some(slot) if slot.0 == hash => return slot.1,
                _ => {}
            }
        }
        number
    }

    /// Gives the hash another number, if it was seen.
    pub fn set(&mut self, hash: u64, number: usize) {
        let mask = self.0.len() - 1;
        for at in 0..PROBES {
            work::step();
            match self.0.get_mut((hash as usize).wrapping_add(at) & mask) {
                Some(slot) if slot.0 == hash => slot.1 = number,
                Some(slot) if slot.0 != 0 => continue,
                _ => {}
            }
            return;
        }
    }
}

/// The hash of characters (FNV-1a, folded so that its low bits are good); never 0.
pub fn hash(characters: impl Iterator<Item = char>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for c in characters {
        work::step();
        hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
    }
    (hash ^ (hash >> 29)) | 1 << 63
}
