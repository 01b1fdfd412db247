//! The modification order: per word, the order of its stores.
//!
//! Under `sc` and `tso` it is the order in which they reach memory. Under `rc11` a store may be placed before
//! one that was executed earlier, if nothing orders the two. C11 calls this the modification order, axiomatic
//! models call it coherence (co).

use std::collections::BTreeMap;

use pmdrace_mm::{Addr, Event, Model, Op, Word};

/// Per word, the events that stored to it, oldest store first.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct ModificationOrder {
    stores: BTreeMap<Addr, Vec<usize>>,
    /// Steps that took effect before their CPU came to them, each with the number of events before it did.
    early: BTreeMap<usize, Option<usize>>,
}

impl ModificationOrder {
    /// The modification order in which all stores are in execution order.
    pub fn as_executed(events: &[Event]) -> ModificationOrder {
        let mut order: BTreeMap<Addr, Vec<usize>> = BTreeMap::new();
        for (index, event) in events.iter().enumerate() {
            if let Some(at) = stored(&event.op) {
                order.entry(at).or_default().push(index);
            }
        }
        ModificationOrder { stores: order, early: BTreeMap::new() }
    }

    /// The modification order with these stores to each word.
    pub(crate) fn of(stores: impl Iterator<Item = (Addr, Vec<usize>)>) -> ModificationOrder {
        let stores = stores.filter(|(_, stores)| !stores.is_empty()).collect();
        ModificationOrder { stores, early: BTreeMap::new() }
    }

    /// The same with these steps made before their CPU came to them, if it did, after so many events.
    pub(crate) fn with_early(self, early: BTreeMap<usize, Option<usize>>) -> ModificationOrder {
        ModificationOrder { early, ..self }
    }

    /// Whether a step took effect before its CPU came to it.
    pub fn is_early(&self, index: usize) -> bool {
        self.early.contains_key(&index)
    }

    /// After how many events a CPU came to a step that had taken effect early.
    pub fn comes_after(&self, index: usize) -> Option<usize> {
        self.early.get(&index).copied().flatten()
    }

    /// By what the events of one CPU are in program order: an early one comes where its CPU came to it.
    pub fn program_place(&self, index: usize) -> (usize, bool) {
        match self.early.get(&index) {
            None => (index, true),
            Some(after) => (after.unwrap_or(usize::MAX), false),
        }
    }

    /// The stores to a word, oldest first.
    pub fn stores(&self, at: Addr) -> &[usize] {
        self.stores.get(&at).map_or(&[], Vec::as_slice)
    }

    /// The newest store to a word among the events before this one; None for the initial value.
    pub fn newest(&self, at: Addr, before: usize) -> Option<usize> {
        self.stores(at).iter().rev().copied().find(|store| *store < before)
    }

    /// What the words of a model hold after these events.
    pub fn last_words(&self, model: &Model, events: &[Event]) -> Vec<Word> {
        let last = |(at, cell): (usize, &pmdrace_mm::Cell)| {
            let store = self.newest(Addr(at), events.len()).map(|store| &events[store].op);
            match store {
                Some(Op::Write { word, .. } | Op::Rmw { new: Some(word), .. }) => *word,
                _ => cell.init,
            }
        };
        model.cells.iter().enumerate().map(last).collect()
    }

    /// The store immediately before this one; None for the initial value.
    pub fn previous(&self, at: Addr, store: usize) -> Option<usize> {
        self.stores(at).iter().copied().take_while(|other| *other != store).last()
    }

    /// The store immediately after this one, or the first one after the initial value.
    pub fn next(&self, at: Addr, store: Option<usize>) -> Option<usize> {
        let stores = self.stores(at);
        let place = store.map(|store| stores.iter().position(|other| *other == store));
        match place {
            None => stores.first().copied(),
            Some(place) => stores.get(place? + 1).copied(),
        }
    }

    /// The same order for a trace of the execution with other events between its stores.
    pub fn retold(&self, from: &[Event], to: &[Event]) -> ModificationOrder {
        let stores = |events: &[Event]| -> Vec<usize> {
            (0..events.len()).filter(|index| stored(&events[*index].op).is_some()).collect()
        };
        let same: BTreeMap<usize, usize> = stores(from).into_iter().zip(stores(to)).collect();
        let moved =
            |stores: &Vec<usize>| stores.iter().filter_map(|s| same.get(s).copied()).collect();
        let stores = self.stores.iter().map(|(at, stores)| (*at, moved(stores))).collect();
        let early = self.early.keys().filter_map(|store| Some((*same.get(store)?, None))).collect();
        ModificationOrder { stores, early }
    }

    /// The newest store when a read returns an older one. A read from the CPU's own store buffer is not
    /// stale: it is newer than memory.
    pub fn newer_than_read(&self, events: &[Event], index: usize) -> Option<usize> {
        let Op::Read { at, from, .. } = events[index].op else { return None };
        let buffered = from.is_some_and(|from| matches!(events[from].op, Op::Buffer { .. }));
        self.newest(at, index).filter(|newest| !buffered && Some(*newest) != from)
    }

    /// The earlier-executed store that an event precedes in modification order; None for a store that was the
    /// newest when it was executed, and for other events.
    pub fn overtaken(&self, events: &[Event], index: usize) -> Option<usize> {
        let at = stored(&events[index].op)?;
        let later = self.stores(at).iter().skip_while(|store| **store != index);
        later.copied().find(|store| *store < index)
    }
}

/// The word in memory to which an operation stores.
fn stored(op: &Op) -> Option<Addr> {
    match op {
        Op::Write { at, .. } | Op::Rmw { at, new: Some(_), .. } => Some(*at),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use pmdrace_mm::{Meaning, Word};

    use super::*;

    #[test]
    fn a_store_placed_in_the_middle_is_never_the_newest() {
        let at = Addr(0);
        let word = Word::new(1, Meaning::None);
        let events = vec![Event { cpu: 0, op: Op::Write { at, word } }; 3];
        let order = ModificationOrder::of([(at, vec![0, 2, 1])].into_iter());
        assert_eq!(order.newest(at, 3), Some(1));
        assert_eq!(order.newest(at, 1), Some(0));
        assert_eq!(order.newest(Addr(1), 3), None);
        assert_eq!(order.overtaken(&events, 2), Some(1));
        assert_eq!(order.overtaken(&events, 1), None);
        assert_eq!((order.previous(at, 1), order.previous(at, 0)), (Some(2), None));
        assert_eq!((order.next(at, None), order.next(at, Some(0))), (Some(0), Some(2)));
        assert_eq!(order.next(at, Some(1)), None);
        let executed = ModificationOrder::as_executed(&events);
        assert_eq!(executed.stores(at), [0, 1, 2]);
    }
}
