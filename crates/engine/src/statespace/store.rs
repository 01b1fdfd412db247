//! The states that were seen: packed, in full, one after the other, found by hash.
//!
//! Keys are the packed states themselves, so no two states are ever taken for one: the odds of a collision
//! that matters are zero. The hash is XXH3, which is the same on every machine.

use hashbrown::HashTable;
use parking_lot::Mutex;
use xxhash_rust::xxh3::xxh3_64;

/// How many parts the store has, each under its own lock, when several threads fill it.
const SHARDS: usize = 64;

/// The states seen so far.
pub(super) struct Store {
    shards: Vec<Mutex<Shard>>,
}

/// One part: states in the order they were first seen here.
#[derive(Default)]
struct Shard {
    bytes: Vec<u8>,
    /// Where each state ends in `bytes`.
    ends: Vec<u64>,
    /// Index of the state, and the low half of its hash.
    table: HashTable<(u32, u32)>,
}

/// Where a state is kept.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Id {
    pub(super) shard: u32,
    pub(super) index: u32,
}

impl Shard {
    fn get(&self, index: usize) -> &[u8] {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.bytes[start as usize..self.ends[index] as usize]
    }
}

impl Store {
    /// An empty store for this many threads.
    pub(super) fn new(threads: usize) -> Store {
        let shards = if threads > 1 { SHARDS } else { 1 };
        Store { shards: (0..shards).map(|_| Mutex::default()).collect() }
    }

    /// Adds a state; tells where it is, and whether it is new.
    pub(super) fn insert(&self, state: &[u8]) -> (Id, bool) {
        let hash = xxh3_64(state);
        // The table uses the high and the low bits: the part is chosen by those in between.
        let shard = (hash >> 32) as usize % self.shards.len();
        let mut part = self.shards[shard].lock();
        let Shard { bytes, ends, table } = &mut *part;
        let start = |index: usize| index.checked_sub(1).map_or(0, |before| ends[before]) as usize;
        let of = |index: u32| &bytes[start(index as usize)..ends[index as usize] as usize];
        let known = table.find(hash, |(index, low)| *low == hash as u32 && of(*index) == state);
        if let Some((index, _)) = known {
            return (Id { shard: shard as u32, index: *index }, false);
        }
        let index = ends.len() as u32;
        table.insert_unique(hash, (index, hash as u32), |(index, _)| xxh3_64(of(*index)));
        bytes.extend(state);
        ends.push(bytes.len() as u64);
        (Id { shard: shard as u32, index }, true)
    }

    /// How many states each part has.
    pub(super) fn sizes(&self) -> Vec<u32> {
        self.shards.iter().map(|part| part.lock().ends.len() as u32).collect()
    }

    /// How much memory it takes, in bytes: what is reserved counts.
    pub(super) fn memory(&self) -> u64 {
        let size = |part: &Mutex<Shard>| {
            let part = part.lock();
            let table = part.table.capacity() * (size_of::<(u32, u32)>() + 1);
            part.bytes.capacity() + part.ends.capacity() * size_of::<u64>() + table
        };
        self.shards.iter().map(|part| size(part) as u64).sum()
    }

    /// Copies some states of one part, one after the other: their bytes, and where each ends.
    pub(super) fn copy(
        &self,
        shard: usize,
        range: std::ops::Range<u32>,
        into: &mut Vec<u8>,
        ends: &mut Vec<usize>,
    ) {
        into.clear();
        ends.clear();
        let part = self.shards[shard].lock();
        for index in range {
            into.extend(part.get(index as usize));
            ends.push(into.len());
        }
    }
}
