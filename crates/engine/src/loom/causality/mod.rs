//! A check of loom's own search: did it order an update, a store or a full barrier as executed, where memory
//! need not?
//!
//! loom makes accesses in an order that keeps program order and lets no read return a later store. Three things
//! it then orders by this order alone:
//!
//! - an update reads the newest store, though it may as well read an older one and come before stores that
//!   were made earlier (C11, 7.17.3, asks only that nothing comes between it and the store that it reads);
//! - a store comes after all stores to its word, which matters only to an oracle that asks what it overwrites or
//!   what is the newest;
//! - a full barrier comes after all barriers that were executed earlier.
//!
//! Mostly loom has another execution in which the update, the store or the barrier comes first. It has none if
//! the other store or barrier led to it: there is a path of program order, of reads that return stores, of stores
//! that follow an update of their word, or another store if their order matters, and of accesses to an auxiliary word of
//! which one stores.
//! If such a path synchronises, no other order is allowed either. If it does not, and if a barrier that comes first would
//! know of fewer stores, an order went unexplored, and the search cannot conclude "holds". So this file repeats what
//! happened before what, by vector clocks: along synchronisation, and along every path.

mod past;

use std::collections::BTreeMap;

use past::{Clock, Id, Past, View, includes, join};

struct Cpu {
    now: Past,
    /// What a release barrier has put behind its later stores.
    released: View,
    /// What an acquire barrier will add.
    pending: View,
}

/// A store.
struct Stored {
    at: usize,
    id: Id,
    /// What happened before it: stores to the same word among it are older.
    before: Clock,
    /// What a CPU that reads it has behind it.
    past: Past,
    /// The operations that read it.
    reads: Vec<Id>,
}

/// What led to the accesses to an auxiliary word.
#[derive(Default)]
struct Auxiliary {
    any: Clock,
    /// To those that stored.
    stored: Clock,
}

/// A full barrier.
struct Barrier {
    id: Id,
    /// What it left.
    view: Clock,
}

/// How an access is ordered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ordered {
    Relaxed,
    /// A read acquires, a store releases, an update does both.
    Synchronises,
}

/// The place of a store among the stores to its word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Placed {
    /// Nobody asks.
    Anywhere,
    /// Something is judged by it.
    Judged,
    /// Right behind this one, which an update reads.
    Behind(usize),
}

/// What happened before what in one execution.
#[derive(Default)]
pub(super) struct Causality {
    cpus: Vec<Cpu>,
    /// By the index of the store in the record; None for the initial values.
    stores: Vec<Option<Stored>>,
    /// Per word, what led to its updates, and to those of its stores whose place matters.
    placed: BTreeMap<usize, Clock>,
    auxiliary: BTreeMap<usize, Auxiliary>,
    /// What the last user of a mutex left.
    objects: Vec<Past>,
    barriers: Vec<Barrier>,
    /// What the last full barrier left.
    barrier: Clock,
    /// Per access to a word, by its event: the operation, and what it must respect.
    accesses: BTreeMap<usize, (Id, Clock)>,
    fixed: bool,
}

impl Causality {
    pub(super) fn restart(&mut self, cpus: usize, objects: usize) {
        let begin = || Past::begin(cpus);
        self.cpus.clear();
        self.cpus.extend((0..cpus).map(|_| Cpu {
            now: begin(),
            released: View::begin(cpus),
            pending: View::begin(cpus),
        }));
        self.stores.clear();
        self.placed.clear();
        self.auxiliary.clear();
        self.objects.clear();
        self.objects.resize(objects, begin());
        self.barriers.clear();
        self.barrier = vec![0; cpus];
        self.accesses.clear();
        self.fixed = false;
    }

    /// Whether some order of an update, a store or a full barrier went unexplored.
    pub(super) fn fixed_an_order(&self) -> bool {
        self.fixed
    }

    /// The last operation of a CPU is an access to a word, and this event.
    pub(super) fn is_event(&mut self, cpu: usize, event: usize) {
        let Past { view, any } = &self.cpus[cpu].now;
        self.accesses.insert(event, ((cpu, any[cpu]), view.ordered.clone()));
    }

    /// Events have other numbers now.
    pub(super) fn move_events(&mut self, moved: impl Fn(usize) -> usize) {
        let accesses = std::mem::take(&mut self.accesses).into_iter();
        self.accesses = accesses.map(|(event, access)| (moved(event), access)).collect();
    }

    /// Whether an access must be respected by another, later one; both by their events.
    pub(super) fn precedes(&self, first: usize, second: usize) -> bool {
        match (self.accesses.get(&first), self.accesses.get(&second)) {
            (Some((id, _)), Some((_, view))) => includes(view, *id),
            _ => false,
        }
    }

    fn step(&mut self, cpu: usize) -> Id {
        let Past { view, any } = &mut self.cpus[cpu].now;
        any[cpu] += 1;
        (view.synchronised[cpu], view.ordered[cpu]) = (any[cpu], any[cpu]);
        (cpu, any[cpu])
    }

    /// A read returns a store.
    pub(super) fn read(&mut self, cpu: usize, from: usize, ordered: Ordered) {
        let id = self.step(cpu);
        let Some(Some(stored)) = self.stores.get_mut(from) else { return };
        stored.reads.push(id);
        let cpu = &mut self.cpus[cpu];
        join(&mut cpu.now.any, &stored.past.any);
        cpu.pending.join(&stored.past.view);
        if ordered == Ordered::Synchronises {
            cpu.now.view.join(&stored.past.view);
        }
    }

    /// A store.
    pub(super) fn store(
        &mut self,
        cpu: usize,
        at: usize,
        index: usize,
        ordered: Ordered,
        placed: Placed,
    ) {
        let id = self.step(cpu);
        let led = self.placed.entry(at).or_default();
        let maker = &mut self.cpus[cpu];
        join(&mut maker.now.any, led);
        if placed != Placed::Anywhere {
            led.clone_from(&maker.now.any);
        }
        let before = maker.now.view.synchronised.clone();
        let mut past = maker.now.clone();
        if ordered == Ordered::Relaxed {
            past.view.clone_from(&maker.released);
        }
        if let Placed::Behind(read) = placed
            && let Some(Some(before)) = self.stores.get(read)
        {
            past.join(&before.past);
        }
        self.stores.resize_with(self.stores.len().max(index + 1), || None);
        self.stores[index] = Some(Stored { at, id, before, past, reads: Vec::new() });
    }

    /// An access to an auxiliary word, which happens at once for all CPUs: it comes after what was stored before, and a
    /// store after all accesses. Nothing synchronises.
    pub(super) fn auxiliary(&mut self, cpu: usize, at: usize, stores: bool) {
        self.step(cpu);
        let now = &mut self.cpus[cpu].now.any;
        let word = self.auxiliary.entry(at).or_default();
        join(now, if stores { &word.any } else { &word.stored });
        word.any.resize(now.len(), 0);
        join(&mut word.any, now);
        if stores {
            word.stored.clone_from(now);
        }
    }

    /// Whether a CPU cannot come before a store any more: it happened before, or was read, or is older than
    /// one that did or was.
    fn knows(&self, cpu: usize, store: &Stored) -> bool {
        let known = &self.cpus[cpu].now.view.synchronised;
        let seen = |stored: &&Stored| {
            stored.reads.iter().chain([&stored.id]).any(|id| includes(known, *id))
        };
        let same_word = self.stores.iter().flatten().filter(|newer| newer.at == store.at);
        seen(&store) || same_word.filter(seen).any(|newer| includes(&newer.before, store.id))
    }

    /// An update or a store is about to come after all stores to its word: one that led here but is not known
    /// here could come after it.
    pub(super) fn comes_last(&mut self, cpu: usize, at: usize) {
        let led =
            |stored: &&Stored| stored.at == at && includes(&self.cpus[cpu].now.any, stored.id);
        let mut stores = self.stores.iter().flatten().filter(led);
        self.fixed |= stores.any(|stored| !self.knows(cpu, stored));
    }

    /// A full barrier: another that led here without synchronising could come after it, and what only that one
    /// knows of too.
    pub(super) fn full_barrier(&mut self, cpu: usize) {
        self.acquire_barrier(cpu);
        let now = &self.cpus[cpu].now;
        let unknown = |view: &Clock| {
            let mut stores = self.stores.iter().flatten();
            stores.any(|stored| includes(view, stored.id) && !self.knows(cpu, stored))
        };
        let fixed = self.barriers.iter().any(|barrier| {
            includes(&now.any, barrier.id)
                && !includes(&now.view.synchronised, barrier.id)
                && unknown(&barrier.view)
        });
        self.fixed |= fixed;
        let id = self.step(cpu);
        let view = &mut self.cpus[cpu].now.view;
        join(&mut view.ordered, &self.barrier);
        self.barrier.clone_from(&view.ordered);
        self.barriers.push(Barrier { id, view: view.ordered.clone() });
        self.release_barrier(cpu);
    }

    pub(super) fn acquire_barrier(&mut self, cpu: usize) {
        let cpu = &mut self.cpus[cpu];
        cpu.now.view.join(&cpu.pending);
    }

    pub(super) fn release_barrier(&mut self, cpu: usize) {
        let cpu = &mut self.cpus[cpu];
        cpu.released.clone_from(&cpu.now.view);
    }

    /// A mutex is taken.
    pub(super) fn take(&mut self, cpu: usize, object: usize) {
        self.step(cpu);
        self.cpus[cpu].now.join(&self.objects[object]);
    }

    /// A mutex is given back.
    pub(super) fn give(&mut self, cpu: usize, object: usize) {
        self.step(cpu);
        let now = &self.cpus[cpu].now;
        self.objects[object].join(now);
    }
}

#[cfg(test)]
mod tests {
    use super::Causality;
    use super::Ordered::{Relaxed, Synchronises};
    use super::Placed::{Anywhere, Behind, Judged};

    const X: usize = 0;
    const Y: usize = 1;

    fn started() -> Causality {
        let mut causality = Causality::default();
        causality.restart(3, 1);
        causality
    }

    /// CPU0 stores to x and then to y; CPU1 reads y and then updates x.
    fn passes_a_message(store: super::Ordered, read: super::Ordered) -> bool {
        let mut causality = started();
        causality.store(0, X, 2, Relaxed, Anywhere);
        causality.store(0, Y, 3, store, Anywhere);
        causality.read(1, 3, read);
        causality.comes_last(1, X);
        causality.fixed_an_order()
    }

    #[test]
    fn an_update_after_a_message_that_does_not_synchronise_could_read_older_stores() {
        assert!(passes_a_message(Relaxed, Relaxed));
        assert!(passes_a_message(Synchronises, Relaxed));
        assert!(!passes_a_message(Synchronises, Synchronises));
    }

    #[test]
    fn an_update_after_a_store_that_did_not_lead_to_it_has_another_execution() {
        let mut causality = started();
        causality.store(0, X, 2, Relaxed, Anywhere);
        causality.comes_last(1, X);
        assert!(!causality.fixed_an_order());
    }

    /// Each of two CPUs stores to a word and updates that of the other.
    #[test]
    fn an_update_could_come_before_a_store_that_led_to_it_through_another_update() {
        let mut causality = started();
        causality.store(0, X, 2, Relaxed, Anywhere);
        causality.comes_last(0, Y);
        causality.read(0, 1, Relaxed);
        causality.store(0, Y, 3, Relaxed, Behind(1));
        causality.store(1, Y, 4, Relaxed, Anywhere);
        assert!(!causality.fixed_an_order());
        causality.comes_last(1, X);
        assert!(causality.fixed_an_order());
    }

    /// Each of two CPUs stores to both words, in opposite order.
    #[test]
    fn a_store_could_come_before_one_that_led_to_it_through_another_whose_place_matters() {
        for (placed, fixed) in [(Judged, true), (Anywhere, false)] {
            let mut causality = started();
            causality.store(0, X, 2, Relaxed, placed);
            causality.store(0, Y, 3, Relaxed, placed);
            causality.store(1, Y, 4, Relaxed, placed);
            causality.comes_last(1, X);
            assert_eq!(causality.fixed_an_order(), fixed);
        }
    }

    /// CPU0 stores to x and accesses an auxiliary word; CPU1 accesses that and updates x.
    #[test]
    fn an_update_could_come_before_a_store_that_led_to_it_through_an_auxiliary_word() {
        for (first, second) in [(false, false), (false, true), (true, false), (true, true)] {
            let mut causality = started();
            causality.store(0, X, 2, Relaxed, Anywhere);
            causality.auxiliary(0, Y, first);
            causality.auxiliary(1, Y, second);
            causality.comes_last(1, X);
            assert_eq!(causality.fixed_an_order(), first || second);
        }
    }

    #[test]
    fn an_update_behind_a_mutex_has_one_order() {
        let mut causality = started();
        causality.take(0, 0);
        causality.store(0, X, 2, Relaxed, Anywhere);
        causality.give(0, 0);
        causality.take(1, 0);
        causality.comes_last(1, X);
        assert!(!causality.fixed_an_order());
    }

    /// CPU0 stores to x after a barrier; CPU1 passes it on to CPU2, whose barrier follows.
    #[test]
    fn a_barrier_that_was_led_to_by_another_could_come_before_it() {
        for (passes_on, fixed) in [(Relaxed, true), (Synchronises, false)] {
            let mut causality = started();
            causality.store(0, 3, 4, Relaxed, Anywhere);
            causality.full_barrier(0);
            causality.store(0, X, 2, Relaxed, Anywhere);
            causality.read(1, 2, passes_on);
            causality.store(1, Y, 3, passes_on, Anywhere);
            causality.read(2, 3, Relaxed);
            causality.full_barrier(2);
            assert_eq!(causality.fixed_an_order(), fixed);
        }
    }

    /// CPU0 stores to x before a barrier; CPU1 reads x before its own, which loom also executes first.
    #[test]
    fn a_barrier_could_come_before_one_that_did_not_lead_to_it() {
        let mut causality = started();
        causality.store(0, Y, 2, Relaxed, Anywhere);
        causality.store(0, X, 3, Relaxed, Anywhere);
        causality.full_barrier(0);
        causality.read(1, 3, Relaxed);
        causality.full_barrier(1);
        assert!(!causality.fixed_an_order());
    }
}
