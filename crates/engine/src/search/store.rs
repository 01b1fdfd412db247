//! The visited states, and those whose successors have not been computed yet.
//!
//! Of a visited state only a 128-bit hash is kept: XXH3 of the packed state, which is the same on every
//! machine. Two states with the same hash would be taken for one, and the successors of the second would be
//! missed. Among n states the probability of that is about n²/2¹²⁹ if the hash is as good as random: below
//! 10⁻²⁴ for ten million states, below 10⁻²⁰ for a billion. A packed state itself is needed only until it is
//! expanded.
//!
//! The states are divided among owners by their hash, one owner per thread; only the owner accesses its
//! shard, so that no locks are needed.

use hashbrown::HashTable;
use xxhash_rust::xxh3::xxh3_128;

/// Packed states in one buffer.
#[derive(Clone, Default)]
pub(super) struct States {
    bytes: Vec<u8>,
    /// The end of each in `bytes`.
    ends: Vec<usize>,
}

impl States {
    pub(super) fn push(&mut self, state: &[u8]) {
        self.bytes.extend_from_slice(state);
        self.ends.push(self.bytes.len());
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn get(&self, index: usize) -> &[u8] {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.bytes[start..self.ends[index]]
    }

    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }

    /// Their memory in bytes, including reserved capacity.
    pub(super) fn memory(&self) -> usize {
        self.bytes.capacity() + self.ends.capacity() * size_of::<usize>()
    }
}

/// States that have not been expanded, with their trails as far as these are kept.
#[derive(Clone, Default)]
pub(super) struct Fresh {
    states: States,
    trails: States,
}

impl Fresh {
    fn push(&mut self, state: &[u8], trail: &[u8]) {
        self.states.push(state);
        if !trail.is_empty() {
            self.trails.push(trail);
        }
    }

    pub(super) fn len(&self) -> usize {
        self.states.len()
    }

    /// A state, and its trail; nothing if that was not kept.
    pub(super) fn get(&self, index: usize) -> (&[u8], &[u8]) {
        let trail = if self.trails.len() == 0 { &[][..] } else { self.trails.get(index) };
        (self.states.get(index), trail)
    }

    fn clear(&mut self) {
        self.states.clear();
        self.trails.clear();
    }

    /// Their memory in bytes, including reserved capacity.
    pub(super) fn memory(&self) -> usize {
        self.states.memory() + self.trails.memory()
    }
}

/// States to be sent to their owner, with their hashes.
#[derive(Clone, Default)]
pub(super) struct Batch {
    hashes: Vec<u128>,
    states: Fresh,
}

impl Batch {
    pub(super) fn push(&mut self, hash: u128, state: &[u8], trail: &[u8]) {
        self.hashes.push(hash);
        self.states.push(state, trail);
    }

    pub(super) fn clear(&mut self) {
        self.hashes.clear();
        self.states.clear();
    }

    pub(super) fn len(&self) -> usize {
        self.hashes.len()
    }
}

/// The hash of a packed state.
pub(super) fn hash(state: &[u8]) -> u128 {
    xxh3_128(state)
}

/// The owner of a state, among this many.
pub(super) fn owner(hash: u128, owners: usize) -> usize {
    // The table uses the low half.
    (hash >> 64) as usize % owners
}

/// The number of states that a shard may get before its memory is computed again.
const HEADROOM: usize = 1 << 14;

/// The states of one owner.
#[derive(Default)]
pub(super) struct Shard {
    seen: HashTable<u128>,
    /// The states that are new since the last level began.
    pub(super) fresh: Fresh,
}

impl Shard {
    /// Adds the states of a batch that are new.
    pub(super) fn insert(&mut self, batch: &Batch) {
        for (index, hash) in batch.hashes.iter().enumerate() {
            let low = |hash: &u128| *hash as u64;
            if self.seen.find(low(hash), |known| known == hash).is_none() {
                self.seen.insert_unique(low(hash), *hash, low);
                let (state, trail) = batch.states.get(index);
                self.fresh.push(state, trail);
            }
        }
    }

    /// Marks a state as seen that another owner has seen and expanded.
    pub(super) fn mark_seen(&mut self, hash: u128) {
        self.seen.insert_unique(hash as u64, hash, |hash| *hash as u64);
    }

    /// All states that it has seen.
    pub(super) fn into_seen(self) -> impl Iterator<Item = u128> {
        self.seen.into_iter()
    }

    /// The number of states that it has seen.
    pub(super) fn len(&self) -> usize {
        self.seen.len()
    }

    /// An upper bound of its memory until the next call, in bytes. Growing copies, and for a while the old
    /// buffer exists beside the new one: a full table takes three times its size when it doubles.
    pub(super) fn memory(&self) -> u64 {
        let full = self.seen.capacity() - self.seen.len() < HEADROOM;
        let table = self.seen.allocation_size() * if full { 3 } else { 1 };
        (table + 2 * self.fresh.memory()) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::{Batch, Shard, hash, owner};

    #[test]
    fn a_state_is_new_once() {
        let mut part = Shard::default();
        let mut batch = Batch::default();
        for state in [&b"one"[..], b"two", b"", b"one"] {
            batch.push(hash(state), state, &[]);
        }
        part.insert(&batch);
        part.insert(&batch);
        assert_eq!((part.len(), part.fresh.len()), (3, 3));
        let fresh = |index| part.fresh.get(index).0;
        assert_eq!((fresh(1), fresh(2)), (&b"two"[..], &b""[..]));
    }

    #[test]
    fn hashes_are_the_same_on_every_machine() {
        // The reference implementation's result for the empty input and seed 0.
        assert_eq!(hash(b""), 0x99aa_06d3_0147_98d8_6001_c324_468d_497f);
        assert!((0..100_u8).any(|byte| owner(hash(&[byte]), 2) == 0));
        assert!((0..100_u8).any(|byte| owner(hash(&[byte]), 2) == 1));
    }
}
