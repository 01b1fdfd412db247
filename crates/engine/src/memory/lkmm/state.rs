//! The states of the machine of `lkmm`, and the operations on all their views.

use super::super::frame::Head;
use super::super::view::{View, join};

/// The author of a store that nobody needs to know any more.
pub(crate) const NOBODY: u8 = u8::MAX;

/// A store to an entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Message<const L: usize> {
    pub(crate) value: u8,
    /// Whether it is an atomic update of the store before it: nothing can be placed between them.
    pub(crate) sealed: bool,
    /// The CPU that made it, while that CPU may read it.
    pub(crate) by: u8,
    /// The stores that reach every CPU before it, and the number of the last fence that came before it.
    pub(crate) view: View<L>,
}

/// A read that a later step may depend on.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Tie<const L: usize> {
    /// How many calls there are between the CPU's next one and the place that `others` are at.
    pub(crate) at: u8,
    /// The behaviours that other answers would have led to.
    pub(crate) others: Vec<u16>,
    /// What depends on the read must not be behind this.
    pub(crate) view: View<L>,
}

/// A read that a later call depends on, as the routine states.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Origin<const L: usize> {
    /// Where it is, so that no number is negative: see `depend`.
    pub(crate) at: u8,
    /// What depends on the read must not be behind this.
    pub(crate) view: View<L>,
}

/// A CPU. The last index of every view is the number of a fence (see [`State::fences`]).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Cpu<const L: usize> {
    pub(crate) head: Head,
    /// Whether the second barrier of a fully ordered exchange is yet to come.
    pub(crate) owes: bool,
    /// The answers of the calls from its next one on, where some have been executed ahead; None: it has not been.
    pub(crate) window: Vec<Option<u16>>,
    pub(crate) ties: Vec<Tie<L>>,
    pub(crate) origins: Vec<Origin<L>>,
    /// Per entry that it stored to, what a read of that store must not be behind.
    pub(crate) forwards: Vec<(u8, View<L>)>,
    /// Where some have been executed ahead of a release store: how many calls come before that, and what is known
    /// from them and from all before.
    pub(crate) release: Option<(u8, View<L>)>,
    /// The stores that its own accesses returned or made.
    pub(crate) own: View<L>,
    /// What its later reads must not be behind; its later stores.
    pub(crate) reads: View<L>,
    pub(crate) writes: View<L>,
    /// What came with the stores that it read, for barriers to come.
    pub(crate) acq: View<L>,
    /// Its stores and what came with them, for a write barrier to come.
    pub(crate) made: View<L>,
    /// What its stores came after, likewise.
    pub(crate) before: View<L>,
    /// What comes with its later stores.
    pub(crate) rel: View<L>,
    /// What accesses to words that are found through others must not be behind.
    pub(crate) dep: View<L>,
    /// What the last lock that it gave back left, as [`State::lock_views`].
    pub(crate) left: [View<L>; 2],
    /// What its last read section or section without interrupts left, for those that wait for it.
    pub(crate) section: View<L>,
    /// What the CPUs that waited for it knew then, for its sections to come.
    pub(crate) waited: View<L>,
}

impl<const L: usize> Cpu<L> {
    pub(crate) fn new(head: Head) -> Cpu<L> {
        let zero = [0; L];
        Cpu {
            head,
            owes: false,
            window: Vec::new(),
            ties: Vec::new(),
            origins: Vec::new(),
            forwards: Vec::new(),
            release: None,
            own: zero,
            reads: zero,
            writes: zero,
            acq: zero,
            made: zero,
            before: zero,
            rel: zero,
            dep: zero,
            left: [zero; 2],
            section: zero,
            waited: zero,
        }
    }

    /// The views of fixed number.
    pub(crate) fn views(&self) -> [&View<L>; 12] {
        let Cpu {
            own,
            reads,
            writes,
            acq,
            made,
            before,
            rel,
            dep,
            left: [left, handed],
            section,
            waited,
            ..
        } = self;
        [own, reads, writes, acq, made, before, rel, dep, left, handed, section, waited]
    }

    pub(crate) fn views_mut(&mut self) -> [&mut View<L>; 12] {
        let Cpu {
            own,
            reads,
            writes,
            acq,
            made,
            before,
            rel,
            dep,
            left: [left, handed],
            section,
            waited,
            ..
        } = self;
        [own, reads, writes, acq, made, before, rel, dep, left, handed, section, waited]
    }

    /// What comes with an access is known to a release store behind it.
    pub(crate) fn tell_release(&mut self, ahead: usize, entry: usize, view: &View<L>) {
        if let Some((_, known)) = self.release.as_mut().filter(|(at, _)| ahead < usize::from(*at)) {
            join(known, view);
            known[entry] = known[entry].max(self.own[entry]);
        }
    }

    /// All that reached this CPU: what a release publishes, and a full barrier makes known to all.
    pub(crate) fn known(&self) -> View<L> {
        let mut known = self.own;
        for view in [&self.reads, &self.writes, &self.acq, &self.made, &self.rel] {
            join(&mut known, view);
        }
        known
    }
}

#[derive(Clone)]
pub(crate) struct State<const L: usize> {
    pub(crate) cpus: Vec<Cpu<L>>,
    /// Copies of the CPUs' heads, contiguous.
    pub(crate) heads: Vec<Head>,
    /// Per entry, its stores in coherence order.
    pub(crate) entries: Vec<Vec<Message<L>>>,
    /// Per cell, the value if it is a counter, and what came with it.
    pub(crate) counters: Vec<(u16, View<L>)>,
    pub(crate) locks: u64,
    /// Per lock, all that its last holder knew, and the stores that it hands over.
    pub(crate) lock_views: Vec<[View<L>; 2]>,
    /// Per full barrier in order of execution, from number 1 on, what had reached all CPUs then.
    pub(crate) fences: Vec<View<L>>,
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
        self.fences.clone_from(&from.fences);
    }

    /// The oldest store of an entry that is not behind a view.
    pub(crate) fn floor(&self, view: &View<L>, entry: usize) -> u8 {
        let fence = usize::from(view[L - 1]).checked_sub(1);
        let fence = fence.and_then(|fence| self.fences.get(fence));
        view[entry].max(fence.map_or(0, |fence| fence[entry]))
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
        let made = &mut self.entries[entry][at];
        made.view[entry] = 0; // implied by its place
        self.cpus[slot].own[entry] = at as u8;
    }

    /// Changes every view.
    pub(crate) fn each_view(&mut self, mut change: impl FnMut(&mut View<L>)) {
        for cpu in &mut self.cpus {
            cpu.views_mut().into_iter().for_each(&mut change);
            cpu.ties.iter_mut().for_each(|tie| change(&mut tie.view));
            cpu.origins.iter_mut().for_each(|origin| change(&mut origin.view));
            cpu.forwards.iter_mut().for_each(|(_, view)| change(view));
            cpu.release.iter_mut().for_each(|(_, view)| change(view));
        }
        self.entries.iter_mut().flatten().for_each(|message| change(&mut message.view));
        self.counters.iter_mut().for_each(|(_, view)| change(view));
        self.lock_views.iter_mut().flatten().for_each(&mut change);
        self.fences.iter_mut().for_each(change);
    }

    /// A CPU executes a full barrier: all that reached it has now reached everybody.
    pub(crate) fn fence(&mut self, slot: usize) {
        let known = self.cpus[slot].known();
        let mut reached = self.fences.last().copied().unwrap_or([0; L]);
        join(&mut reached, &known);
        reached[L - 1] = 0;
        if self.fences.last() != Some(&reached) {
            self.fences.push(reached);
        }
        let mut from_now = [0; L];
        from_now[L - 1] = self.fences.len() as u8;
        let cpu = &mut self.cpus[slot];
        cpu.rel = known;
        cpu.rel[L - 1] = from_now[L - 1];
        (cpu.reads, cpu.writes) = (from_now, from_now);
        (cpu.acq, cpu.made, cpu.before, cpu.dep) = ([0; L], [0; L], [0; L], [0; L]);
        cpu.left = [[0; L]; 2];
        cpu.ties.clear();
        cpu.origins.clear();
        cpu.forwards.clear();
    }
}
