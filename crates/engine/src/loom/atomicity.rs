//! Executions of loom that are impossible on any machine: a store between an atomic update and the store it
//! read.
//!
//! In loom 0.7.3 an update reads the store that was executed last. A later store may still precede another in
//! modification order, as C11 permits for unordered stores; but loom does not ensure that it does not come
//! between an update and the store that the update read (C11, 7.17.3: "read-modify-write operations shall
//! always read the last value in the modification order"). Such an execution is explored and not judged.
//!
//! The stores that a CPU makes to a word and reads from it, in program order, are in modification order too.
//! An update and the store it read are adjacent there, so they form one block. If the blocks cannot be
//! ordered consistently with every CPU, the execution is impossible.

use std::collections::BTreeMap;

use pmdrace_mm::{Addr, Event, Op};

/// A store by its event; None for the initial value.
type Store = Option<usize>;

/// The stores to one word.
#[derive(Default)]
struct History {
    /// The block of each store, and its index in it.
    places: BTreeMap<Store, (usize, usize)>,
    /// The number of stores in each block.
    blocks: Vec<usize>,
    newest: Store,
    /// Per CPU, the store that it last made or read.
    seen: BTreeMap<usize, Store>,
    /// Pairs of blocks, the first of which must precede the second.
    edges: Vec<(usize, usize)>,
    broken: bool,
}

impl History {
    fn begin() -> History {
        let mut history = History::default();
        history.open(None);
        history
    }

    /// A store starts a block.
    fn open(&mut self, store: Store) {
        self.places.insert(store, (self.blocks.len(), 0));
        // The initial value comes first.
        if !self.blocks.is_empty() {
            self.edges.push((0, self.blocks.len()));
        }
        self.blocks.push(1);
        self.newest = store;
    }

    /// An update joins the block of the store that it read, which was the newest.
    fn join(&mut self, store: Store) {
        let (block, place) = self.places[&self.newest];
        self.broken |= place + 1 != self.blocks[block];
        self.places.insert(store, (block, place + 1));
        self.blocks[block] += 1;
        self.newest = store;
    }

    /// A CPU made or read a store: the stores it saw before are not newer.
    fn see(&mut self, cpu: usize, store: Store) {
        let before = self.seen.insert(cpu, store).unwrap_or_default();
        let (from, to) = (self.places[&before], self.places[&store]);
        match from.0 == to.0 {
            true => self.broken |= from.1 > to.1,
            false => self.edges.push((from.0, to.0)),
        }
    }

    fn is_possible(&self) -> bool {
        let mut left: Vec<usize> = (0..self.blocks.len()).collect();
        // Remove blocks without a predecessor among those left, until none is left or none can be removed.
        loop {
            let before = left.len();
            let all = left.clone();
            let first = |block: &usize| {
                !self.edges.iter().any(|(from, to)| to == block && from != to && all.contains(from))
            };
            left.retain(|block| !first(block));
            if left.is_empty() || left.len() == before {
                return left.is_empty() && !self.broken;
            }
        }
    }
}

/// Whether a modification order exists that agrees with every CPU and keeps updates atomic.
pub(super) fn is_atomic(events: &[Event]) -> bool {
    let mut words: BTreeMap<Addr, History> = BTreeMap::new();
    for (index, event) in events.iter().enumerate() {
        match event.op {
            Op::Read { at, from, .. } => {
                words.entry(at).or_insert_with(History::begin).see(event.cpu, from);
            }
            Op::Write { at, .. } => {
                let word = words.entry(at).or_insert_with(History::begin);
                word.open(Some(index));
                word.see(event.cpu, Some(index));
            }
            Op::Rmw { at, new: Some(_), .. } => {
                let word = words.entry(at).or_insert_with(History::begin);
                word.join(Some(index));
                word.see(event.cpu, Some(index));
            }
            _ => {}
        }
    }
    words.values().all(History::is_possible)
}

#[cfg(test)]
mod tests {
    use pmdrace_mm::{Addr, Event, Meaning, Op, Word};

    use super::is_atomic;

    const X: Addr = Addr(0);

    fn word(bits: u64) -> Word {
        Word::new(bits, Meaning::None)
    }

    fn update(cpu: usize) -> Event {
        Event { cpu, op: Op::Rmw { at: X, old: word(0), new: Some(word(1)) } }
    }

    fn write(cpu: usize) -> Event {
        Event { cpu, op: Op::Write { at: X, word: word(2) } }
    }

    fn read(cpu: usize, from: Option<usize>) -> Event {
        Event { cpu, op: Op::Read { at: X, word: word(0), from } }
    }

    #[test]
    fn a_store_between_an_update_and_the_store_it_read_is_detected() {
        // CPU1 stores and then reads the update: its store would lie between the initial value and the update.
        assert!(!is_atomic(&[update(0), write(1), read(1, Some(0))]));
        assert!(is_atomic(&[update(0), write(1), read(1, Some(1))]));
        assert!(is_atomic(&[write(1), update(0), read(1, Some(1))]));
    }

    #[test]
    fn unordered_stores_may_be_seen_in_either_order() {
        assert!(is_atomic(&[write(0), write(1), read(1, Some(0))]));
        assert!(!is_atomic(&[write(0), write(1), read(1, Some(0)), read(0, Some(1))]));
        assert!(!is_atomic(&[write(0), write(0), read(0, Some(0))]));
    }

    #[test]
    fn a_chain_of_updates_is_one_block() {
        let chain = [write(0), update(1), update(2), write(3), read(3, Some(2))];
        assert!(is_atomic(&chain)); // the last store comes before the first
        let inside = [write(0), update(1), write(3), read(0, Some(2)), read(3, Some(1))];
        assert!(!is_atomic(&inside));
    }
}
