//! The order of all full barriers, kept as a history: a barrier may be placed before one that was executed
//! earlier.
//!
//! RC11 (Lahav et al., "Repairing Sequential Consistency in C/C++11", PLDI 2017) asks for an order of the
//! sequentially consistent fences in which no access that happens after a fence is overtaken by one that
//! happens before an earlier fence, and for nothing else. In particular the order need not be that of
//! execution: a CPU may execute its barrier after it has read, through a third CPU that synchronises with
//! nobody, what was stored behind another barrier, and still take its place before that one.
//!
//! So a barrier is placed anywhere after those that happened before it. It joins the view that the one before
//! it left. Everything that happened after a later barrier must respect what happened before this one:
//!
//! - what is still to come does so, because this CPU's view is added to every view that includes a later
//!   barrier;
//! - what has been done already must have done so: of the accesses that happened after each barrier, it is
//!   remembered how old the stores were that they read, and where their own stores were placed.
//!
//! Whether an execution is possible does not depend on when its barriers were executed. Therefore they
//! conflict with nothing, and a fully ordered exchange, barrier, exchange and barrier, can be one step:
//! barriers of other CPUs can come to lie within it later.
//!
//! All that takes states. Where the order of execution will do (`order`), the only place is the last one,
//! barriers conflict with each other, and nothing is kept but the view that the last one left.

use super::Rc11;
use super::state::{State, View, join};

/// No limit.
const NONE: u8 = u8::MAX;

/// A full barrier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Barrier<const L: usize> {
    /// The view that it left.
    pub(crate) view: View<L>,
    /// Of the accesses that happened after it, and after no later one: per entry, the oldest store that was
    /// read, and the first place at which a store was made.
    pub(crate) read: View<L>,
    pub(crate) made: View<L>,
}

impl<const L: usize> Barrier<L> {
    /// A store is inserted into an entry's history.
    pub(crate) fn shift(&mut self, entry: usize, at: usize) {
        for limit in [&mut self.read[entry], &mut self.made[entry]] {
            if *limit != NONE && usize::from(*limit) >= at {
                *limit += 1;
            }
        }
    }

    /// The first stores of histories are dropped.
    pub(crate) fn rebase(&mut self, base: &View<L>) {
        for limits in [&mut self.read, &mut self.made] {
            for (limit, base) in limits.iter_mut().zip(base) {
                *limit -= if *limit == NONE { 0 } else { *base };
            }
        }
    }

    /// Whether a barrier with this view may come before this one.
    fn allows(&self, view: &View<L>) -> bool {
        (0..L - 1).all(|entry| view[entry] <= self.read[entry] && view[entry] < self.made[entry])
    }
}

impl<const L: usize> Default for Barrier<L> {
    fn default() -> Barrier<L> {
        Barrier { view: [0; L], read: [NONE; L], made: [NONE; L] }
    }
}

impl<const L: usize> State<L> {
    /// The view that a barrier of this CPU would leave as the one before the last `before`, if it may come
    /// there.
    fn placed(&self, slot: usize, before: usize) -> Option<View<L>> {
        let place = self.barriers.len() - before;
        let mut view = self.cpus[slot].cur;
        join(&mut view, &self.cpus[slot].acq);
        if usize::from(view[L - 1]) > place {
            return None;
        }
        if let Some(previous) = place.checked_sub(1) {
            join(&mut view, &self.barriers[previous].view);
        }
        view[L - 1] = place as u8 + 1;
        self.barriers[place..].iter().all(|later| later.allows(&view)).then_some(view)
    }

    /// The places that a barrier of this CPU may take, as the number of those executed earlier that it
    /// precedes.
    fn places(&self, slot: usize) -> impl Iterator<Item = usize> {
        (0..=self.barriers.len()).filter(move |before| self.placed(slot, *before).is_some())
    }

    /// A CPU executes a full barrier behind all that were executed earlier, and no other place is needed.
    fn next_barrier(&mut self, slot: usize) {
        let cpu = &mut self.cpus[slot];
        join(&mut cpu.cur, &cpu.acq);
        for last in self.barriers.drain(..) {
            join(&mut cpu.cur, &last.view);
        }
        cpu.rel = cpu.cur;
        self.barriers.push(Barrier { view: cpu.cur, ..Barrier::default() });
    }

    /// A CPU executes a full barrier at one of its places.
    fn full_barrier(&mut self, slot: usize, before: usize) {
        let Some(view) = self.placed(slot, before) else { return };
        let place = self.barriers.len() - before;
        let own = place as u8 + 1;
        self.each_view(|other| {
            if other[L - 1] >= own {
                other[L - 1] += 1;
                let latest = other[L - 1];
                join(other, &view);
                other[L - 1] = latest;
            }
        });
        self.barriers.insert(place, Barrier { view, ..Barrier::default() });
        self.cpus[slot].cur = view;
        self.cpus[slot].rel = view;
    }
}

impl<const L: usize> Rc11<'_, L> {
    /// Remembers an access of a CPU behind the latest barrier that happened before it: the store that it
    /// read, or the place of the one that it made.
    pub(crate) fn accessed(
        &self,
        state: &mut State<L>,
        slot: usize,
        entry: usize,
        read: Option<usize>,
        made: Option<usize>,
    ) {
        if !self.any_order {
            return;
        }
        let latest = usize::from(state.cpus[slot].cur[L - 1]);
        if let Some(barrier) = latest.checked_sub(1).and_then(|index| state.barriers.get_mut(index))
        {
            let least = |limit: &mut u8, place: Option<usize>| {
                *limit = place.map_or(*limit, |place| (*limit).min(place as u8));
            };
            least(&mut barrier.read[entry], read);
            least(&mut barrier.made[entry], made);
        }
    }

    /// Visits every way in which a CPU can execute a full barrier.
    pub(crate) fn barrier(
        &self,
        state: &State<L>,
        slot: usize,
        next: &mut State<L>,
        mut then: impl FnMut(&mut State<L>, usize),
    ) {
        if !self.any_order {
            next.copy(state);
            next.next_barrier(slot);
            return then(next, 0);
        }
        for before in state.places(slot) {
            next.copy(state);
            next.full_barrier(slot, before);
            then(next, before);
        }
    }

    /// Forgets the barriers before which none can be placed any more, and those whose place makes no
    /// difference: no view ends with them, and no access happened after them and after no later one.
    pub(crate) fn forget_barriers(&self, state: &mut State<L>) {
        if state.barriers.is_empty() {
            return;
        }
        let cpus = state.cpus.iter().zip(&state.heads);
        let can = cpus.filter(|(_, head)| self.ahead[usize::from(head.class)].barrier);
        let latest = can.map(|(cpu, _)| cpu.cur[L - 1].max(cpu.acq[L - 1]));
        let passed = latest.min().map_or(state.barriers.len(), usize::from);
        let mut ends = vec![false; state.barriers.len() + 1];
        for barrier in &mut state.barriers {
            barrier.view[L - 1] = 0; // its own number, by which no view ends with it
        }
        state.each_view(|view| ends[usize::from(view[L - 1])] = true);
        // What holds before a barrier holds before the ones that precede it.
        let mut after = Barrier::default();
        for (index, barrier) in state.barriers.iter_mut().enumerate().skip(passed).rev() {
            let (read, made) = (after.read, after.made);
            least(&mut barrier.read, &read);
            least(&mut barrier.made, &made);
            ends[index + 1] |= (barrier.read, barrier.made) != (read, made);
            after = *barrier;
        }
        ends[..=passed].fill(false);
        // Per number of barriers, how many of those are kept.
        let mut kept = 0;
        let numbers: Vec<u8> = ends
            .iter()
            .map(|kept_too| {
                kept += u8::from(*kept_too);
                kept
            })
            .collect();
        let mut number = 0;
        state.barriers.retain(|_| {
            number += 1;
            ends[number]
        });
        state.each_view(|view| view[L - 1] = numbers[usize::from(view[L - 1])]);
        for (index, barrier) in state.barriers.iter_mut().enumerate() {
            barrier.view[L - 1] = index as u8 + 1;
        }
    }

    /// Forgets what accesses forbid that no barrier will ask for: of the entries that nobody can store to any
    /// more, what no view can come to contradict.
    pub(crate) fn forget_accesses(&self, state: &mut State<L>, touched: u64, stored: u64) {
        for entry in 0..self.cells.len() {
            let limited =
                |barrier: &Barrier<L>| (barrier.read[entry], barrier.made[entry]) != (NONE, NONE);
            if stored >> entry & 1 != 0 || !state.barriers.iter().any(limited) {
                continue;
            }
            let mut newest = 0;
            match touched >> entry & 1 {
                0 => state.each_view(|view| newest = view[entry].max(newest)),
                _ => newest = state.entries[entry].len() as u8 - 1,
            }
            for barrier in &mut state.barriers {
                if barrier.read[entry] >= newest {
                    barrier.read[entry] = NONE;
                }
                if barrier.made[entry] > newest {
                    barrier.made[entry] = NONE;
                }
            }
        }
    }

    /// The oldest store of an entry that barriers must tell apart from older ones, if any.
    pub(crate) fn oldest_limit(state: &State<L>, entry: usize) -> Option<u8> {
        let limits = state.barriers.iter().flat_map(|barrier| {
            [
                barrier.read[entry],
                barrier.made[entry].saturating_sub(u8::from(barrier.made[entry] != NONE)),
            ]
        });
        limits.filter(|limit| *limit != NONE).min()
    }
}

/// Keeps the lesser limit of each entry.
fn least<const L: usize>(limits: &mut View<L>, others: &View<L>) {
    for (mine, other) in limits.iter_mut().zip(others) {
        *mine = (*mine).min(*other);
    }
}
