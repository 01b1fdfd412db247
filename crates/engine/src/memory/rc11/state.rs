//! The states of the machine of `rc11`, and the operations on all their views.

use pmdrace_mm::Addr;

use super::super::frame::Head;
use super::barrier::Barrier;
pub(super) use crate::memory::view::{View, beyond, join, only};

/// A store to an entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Message<const L: usize> {
    pub(crate) value: u8,
    /// Whether it is an atomic update of the store before it: nothing can be placed between them.
    pub(crate) sealed: bool,
    pub(crate) view: View<L>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Cpu<const L: usize> {
    pub(crate) head: Head,
    pub(crate) cur: View<L>,
    pub(crate) rel: View<L>,
    pub(crate) acq: View<L>,
    pub(crate) dep: View<L>,
    /// The view left by its last IRQ-off section or by the last CPU that interrupted it.
    pub(crate) irq: View<L>,
}

impl<const L: usize> Cpu<L> {
    pub(crate) fn views(&mut self) -> [&mut View<L>; 5] {
        [&mut self.cur, &mut self.rel, &mut self.acq, &mut self.dep, &mut self.irq]
    }
}

#[derive(Clone)]
pub(crate) struct State<const L: usize> {
    pub(crate) cpus: Vec<Cpu<L>>,
    /// Copies of the CPUs' heads, contiguous.
    pub(crate) heads: Vec<Head>,
    /// Per entry, its stores in modification order.
    pub(crate) entries: Vec<Vec<Message<L>>>,
    /// Per cell, the value if it is a counter, and the view that its last user left.
    pub(crate) counters: Vec<(u16, View<L>)>,
    pub(crate) locks: u64,
    pub(crate) lock_views: Vec<View<L>>,
    /// The full barriers, in their order.
    pub(crate) barriers: Vec<Barrier<L>>,
}

impl<const L: usize> State<L> {
    /// Becomes a copy of another state, reusing its memory.
    pub(crate) fn copy(&mut self, from: &State<L>) {
        self.cpus.clone_from(&from.cpus);
        self.heads.clone_from(&from.heads);
        self.entries.clone_from(&from.entries);
        self.counters.clone_from(&from.counters);
        self.locks = from.locks;
        self.lock_views.clone_from(&from.lock_views);
        self.barriers.clone_from(&from.barriers);
    }

    /// The value of the newest store to an entry.
    pub(crate) fn newest(&self, entry: usize) -> u16 {
        self.entries[entry].last().map_or(0, |last| u16::from(last.value))
    }

    /// Inserts a store into an entry's history at `at`.
    pub(crate) fn insert(&mut self, slot: usize, entry: usize, at: usize, message: Message<L>) {
        let later = |view: &mut View<L>| {
            if usize::from(view[entry]) >= at {
                view[entry] += 1;
            }
        };
        self.entries[entry].insert(at, message);
        self.each_view(later);
        for barrier in &mut self.barriers {
            barrier.shift(entry, at);
        }
        let made = &mut self.entries[entry][at];
        made.view[entry] = 0; // implied by its place
        self.cpus[slot].cur[entry] = at as u8;
    }

    /// Changes every view, except what is known of accesses behind barriers.
    pub(crate) fn each_view(&mut self, mut change: impl FnMut(&mut View<L>)) {
        for cpu in &mut self.cpus {
            cpu.views().into_iter().for_each(&mut change);
        }
        self.entries.iter_mut().flatten().for_each(|message| change(&mut message.view));
        self.counters.iter_mut().for_each(|(_, view)| change(view));
        self.lock_views.iter_mut().for_each(&mut change);
        self.barriers.iter_mut().for_each(|barrier| change(&mut barrier.view));
    }

    /// A CPU uses a counter: it joins the view left there and leaves its own.
    pub(crate) fn meet(&mut self, slot: usize, at: Addr) {
        let (cpu, counter) = (&mut self.cpus[slot], &mut self.counters[at.0]);
        join(&mut cpu.cur, &counter.1);
        counter.1 = cpu.cur;
    }
}
