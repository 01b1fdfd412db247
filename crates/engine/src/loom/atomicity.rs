//! Executions of loom that are impossible on any machine: a store between an atomic update and the store it
//! read.
//!
//! In loom 0.7.3 an update reads a store that no other is known to follow in modification order: mostly the one
//! that was executed last. A later store may still precede another in modification order, as C11 permits for
//! unordered stores; but loom does not ensure that it does not come between an update and the store that the
//! update read (C11, 7.17.3: "read-modify-write operations shall
//! always read the last value in the modification order"). Such an execution is explored and not judged.
//!
//! The stores that are made to a word and read from it, one after the other by what happens before what, are in
//! modification order too. An update and the store it read are adjacent there, so they form one block. If the
//! blocks cannot be ordered consistently with all accesses, the execution is impossible.
//!
//! Where a word's last value is judged, that is the one stored last in execution. An execution in which a read contradicts
//! this is one of which loom has another, with the stores the other way round, or else `causality` says that an order is
//! missing, since it asks about every store to such a word. It is not judged either.

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
    /// Each access by its event, with the store that it made or read.
    seen: Vec<(usize, Store)>,
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
    }

    /// An update joins the block of the store that it read.
    fn join(&mut self, read: Store, store: Store) {
        let (block, place) = self.places[&read];
        self.broken |= place + 1 != self.blocks[block];
        self.places.insert(store, (block, place + 1));
        self.blocks[block] += 1;
    }

    /// The order of stores is that of execution: this one comes after the one that was executed before it.
    fn follow(&mut self, store: Store) {
        let previous = self.places.range(..store).next_back().map(|(_, place)| *place);
        let (Some(from), to) = (previous, self.places[&store]) else { return };
        match from.0 == to.0 {
            true => self.broken |= from.1 > to.1,
            false => self.edges.push((from.0, to.0)),
        }
    }

    /// A store was made or read: the stores that were before are not newer.
    fn see(&mut self, event: usize, store: Store, precedes: &impl Fn(usize, usize) -> bool) {
        let seen = self.seen.iter().filter(|(earlier, _)| precedes(*earlier, event));
        for before in seen.map(|(_, before)| *before).chain([None]) {
            let (from, to) = (self.places[&before], self.places[&store]);
            match from.0 == to.0 {
                true => self.broken |= from.1 > to.1,
                false => self.edges.push((from.0, to.0)),
            }
        }
        self.seen.push((event, store));
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

/// Whether a modification order exists that agrees with all accesses and keeps updates atomic. `updates` are
/// those of entries, each with the store that it read; `precedes` says of two events what must be respected; and
/// `as_executed` of which words the last value is judged, so that their order is that of execution.
pub(super) fn is_atomic(
    events: &[Event],
    updates: &BTreeMap<usize, Store>,
    precedes: impl Fn(usize, usize) -> bool,
    as_executed: impl Fn(Addr) -> bool,
) -> bool {
    let mut words: BTreeMap<Addr, History> = BTreeMap::new();
    for (index, event) in events.iter().enumerate() {
        match event.op {
            Op::Read { at, from, .. } => {
                words.entry(at).or_insert_with(History::begin).see(index, from, &precedes);
            }
            Op::Write { at, .. } => {
                let word = words.entry(at).or_insert_with(History::begin);
                word.open(Some(index));
                if as_executed(at) {
                    word.follow(Some(index));
                }
                word.see(index, Some(index), &precedes);
            }
            Op::Rmw { at, new, .. } => {
                let Some(read) = updates.get(&index) else { continue };
                let word = words.entry(at).or_insert_with(History::begin);
                word.see(index, *read, &precedes);
                if new.is_some() {
                    word.join(*read, Some(index));
                    if as_executed(at) {
                        word.follow(Some(index));
                    }
                    word.see(index, Some(index), &precedes);
                }
            }
            _ => {}
        }
    }
    words.values().all(History::is_possible)
}

#[cfg(test)]
mod tests {
    use pmdrace_mm::{Addr, Event, Meaning, Op, Word};

    use std::collections::BTreeMap;

    use super::Store;

    const X: Addr = Addr(0);

    fn word(bits: u64) -> Word {
        Word::new(bits, Meaning::None)
    }

    /// Where every update reads the store before it.
    fn is_atomic(events: &[Event]) -> bool {
        let mut newest = None;
        let mut updates = BTreeMap::new();
        for (index, event) in events.iter().enumerate() {
            if let Op::Rmw { .. } = event.op {
                updates.insert(index, newest);
            }
            if !matches!(event.op, Op::Read { .. }) {
                newest = Some(index);
            }
        }
        possible(events, &updates)
    }

    /// Where CPUs do not synchronise.
    fn possible(events: &[Event], updates: &BTreeMap<usize, Store>) -> bool {
        judged(events, updates, false)
    }

    fn judged(events: &[Event], updates: &BTreeMap<usize, Store>, as_executed: bool) -> bool {
        let precedes = |first: usize, second: usize| events[first].cpu == events[second].cpu;
        super::is_atomic(events, updates, precedes, |_| as_executed)
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
    fn an_update_may_read_a_store_that_was_not_executed_last() {
        let events = [write(0), update(1), update(0)];
        let both = |last: Store| BTreeMap::from([(1, None), (2, last)]);
        // CPU0's store comes before the initial value's update, or after it; CPU0's own update follows it.
        assert!(possible(&events, &both(Some(0))));
        assert!(possible(&events[..2], &both(None)));
        // CPU0 has stored after the initial value: it cannot update that any more, nor what follows it at once.
        assert!(!possible(&events, &both(None)));
        assert!(!possible(&events, &BTreeMap::from([(1, Some(0)), (2, Some(0))])));
    }

    #[test]
    fn a_store_that_another_cpu_knows_of_cannot_come_behind_what_it_reads() {
        let events = [update(0), write(1), read(2, Some(0))];
        let updates = BTreeMap::from([(0, None)]);
        assert!(possible(&events, &updates));
        assert!(!super::is_atomic(&events, &updates, |first, _| first == 1, |_| false));
    }

    #[test]
    fn a_cpu_that_has_stored_reads_no_store_that_is_judged_to_be_older() {
        let events = [write(0), write(1), read(1, Some(0))];
        assert!(judged(&events, &BTreeMap::new(), false));
        assert!(!judged(&events, &BTreeMap::new(), true));
        assert!(judged(&[write(1), write(0), read(1, Some(1))], &BTreeMap::new(), true));
    }

    #[test]
    fn a_chain_of_updates_is_one_block() {
        let chain = [write(0), update(1), update(2), write(3), read(3, Some(2))];
        assert!(is_atomic(&chain)); // the last store comes before the first
        let inside = [write(0), update(1), write(3), read(0, Some(2)), read(3, Some(1))];
        assert!(!is_atomic(&inside));
    }
}
