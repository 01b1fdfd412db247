//! What the weak machine's states are made of, and the few things that happen to all of it at once.

use pmdrace_mm::Addr;

use super::super::machine::Head;

/// From which store on each entry may be read: a position in its history. `L` is room for the entries.
pub(super) type View<const L: usize> = [u8; L];

pub(super) fn join<const L: usize>(view: &mut View<L>, other: &View<L>) {
    for (mine, theirs) in view.iter_mut().zip(other) {
        *mine = (*mine).max(*theirs);
    }
}

/// Keeps what a mask leaves.
pub(super) fn only<const L: usize>(view: &mut View<L>, mask: &View<L>) {
    for (mine, mask) in view.iter_mut().zip(mask) {
        *mine &= mask;
    }
}

/// Forgets what `known` says anyway.
pub(super) fn beyond<const L: usize>(view: &mut View<L>, known: &View<L>) {
    for (mine, known) in view.iter_mut().zip(known) {
        *mine = if *mine <= *known { 0 } else { *mine };
    }
}

/// A store to an entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Message<const L: usize> {
    pub(super) value: u8,
    /// It is an atomic update of the store before it: nothing can come between.
    pub(super) sealed: bool,
    pub(super) view: View<L>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Cpu<const L: usize> {
    pub(super) head: Head,
    pub(super) cur: View<L>,
    pub(super) rel: View<L>,
    pub(super) acq: View<L>,
    pub(super) dep: View<L>,
    /// What it or who interrupted it last left to the next.
    pub(super) irq: View<L>,
}

impl<const L: usize> Cpu<L> {
    pub(super) fn views(&mut self) -> [&mut View<L>; 5] {
        [&mut self.cur, &mut self.rel, &mut self.acq, &mut self.dep, &mut self.irq]
    }
}

#[derive(Clone)]
pub(in super::super) struct State<const L: usize> {
    pub(super) cpus: Vec<Cpu<L>>,
    /// The same heads once more, in one piece.
    pub(super) heads: Vec<Head>,
    /// Per entry, its stores in modification order.
    pub(super) entries: Vec<Vec<Message<L>>>,
    /// Per cell, the value if it is a counter, and the view that its last user left.
    pub(super) counters: Vec<(u16, View<L>)>,
    pub(super) locks: u64,
    pub(super) lock_views: Vec<View<L>>,
    /// What the last full barrier left.
    pub(super) barrier: View<L>,
}

impl<const L: usize> State<L> {
    /// Becomes a copy of another state, in the memory it has.
    pub(super) fn copy(&mut self, from: &State<L>) {
        self.cpus.clone_from(&from.cpus);
        self.heads.clone_from(&from.heads);
        self.entries.clone_from(&from.entries);
        self.counters.clone_from(&from.counters);
        self.locks = from.locks;
        self.lock_views.clone_from(&from.lock_views);
        self.barrier = from.barrier;
    }

    /// `smp_mb()`.
    pub(super) fn full_barrier(&mut self, slot: usize) {
        let cpu = &mut self.cpus[slot];
        join(&mut cpu.cur, &cpu.acq);
        join(&mut cpu.cur, &self.barrier);
        self.barrier = cpu.cur;
        cpu.rel = cpu.cur;
    }

    /// Puts a store into an entry's history at `at`.
    pub(super) fn insert(&mut self, slot: usize, entry: usize, at: usize, message: Message<L>) {
        let later = |view: &mut View<L>| {
            if usize::from(view[entry]) >= at {
                view[entry] += 1;
            }
        };
        self.entries[entry].insert(at, message);
        for cpu in &mut self.cpus {
            cpu.views().into_iter().for_each(later);
        }
        self.entries.iter_mut().flatten().for_each(|message| later(&mut message.view));
        self.counters.iter_mut().for_each(|(_, view)| later(view));
        self.lock_views.iter_mut().for_each(later);
        later(&mut self.barrier);
        let made = &mut self.entries[entry][at];
        made.view[entry] = 0; // its own place says that
        self.cpus[slot].cur[entry] = at as u8;
    }

    /// A CPU uses a counter: it takes over the view left there and leaves its own.
    pub(super) fn meet(&mut self, slot: usize, at: Addr) {
        let (cpu, counter) = (&mut self.cpus[slot], &mut self.counters[at.0]);
        join(&mut cpu.cur, &counter.1);
        counter.1 = cpu.cur;
    }
}
