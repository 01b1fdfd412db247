//! Persistent sets: which CPUs must be considered in a state, and which interleavings need not be explored.
//!
//! **What is done.** In each state the search follows a *persistent set* (Godefroid, "Partial-Order Methods
//! for the Verification of Concurrent Systems", 1996, chapter 4) of whole CPUs: start with a CPU that can
//! step; add every CPU whose *later* steps can conflict with the *next* step of one already in, whether or
//! not that one can step now; stop when nothing is added. Of the sets found in this way the smallest is
//! followed. CPUs of one kind are sorted before a state is looked up, so that states that differ only in a
//! permutation of interchangeable CPUs count once.
//!
//! **Why it is sound.** Two steps of different CPUs conflict when they access one cell, lock, interrupt or
//! order of barriers (unless that is kept whole, see `rc11::barrier`), or take a place in the order of all stores
//! (see `armv8`), and not both only read it; steps that do
//! not conflict lead to the same state in either order, and neither enables or disables the other. A CPU that waits
//! for a word reads it, though it may not be able to step: whoever can store to the word conflicts with it. Every
//! execution ends, since routines are bounded, so the state graph is acyclic and no step is postponed forever.
//! Under these conditions every complete execution has an equivalent one, equal up to the order of adjacent
//! steps that do not conflict, that the search follows (Godefroid, theorem 4.3: by induction over the
//! execution; its first step of a member of the set can be moved to the front, because nothing before it
//! conflicts). Equivalent executions are judged alike:
//!
//! - most properties and goals concern one step of one CPU and the answers it got before;
//! - whether a store loses a page table depends on the store before it to the same cell, which conflicts with
//!   it;
//! - whether an acceptance finds its folio mapped depends on the stores to the cells that the walk has read:
//!   the accepting step is treated as reading all of them;
//! - whether a read lies in a window depends on the steps that open and close windows: those are treated as
//!   writing a separate object, and reads of a PMD by a reader as reading it;
//! - deadlocks are ends of executions, and all ends are found; so are the outcomes that the last values of registers
//!   and words decide, since equivalent executions end in the same state.
//!   Where full barriers are placed in any order, one that is
//!   placed early can take away the last word that a CPU could have gone on with; that CPU may also see the newest
//!   store and go on waiting (`memory::SPIN`), which ends alike.
//!
//! Later steps come from the learned automata. An answer that has not been learned ends its CPU there; the
//! search reports it and restarts once it is learned. If an execution with such an answer existed and the
//! last search had missed it, that execution cut at its first such answer would be one of the automata, and
//! the search follows an equivalent of each.
//!
//! Merging CPUs of one kind is sound because they run the same routine with the same arguments, and no
//! property or goal distinguishes them.

use pmdrace_mm::{Call, SyncOp};

use crate::memory::Machine;
use crate::memory::footprint::Footprint;
use crate::program::MAX_CPUS;

/// The footprints of the next step and of all later steps of each class.
pub(super) struct PersistentSets {
    next: Vec<Footprint>,
    later: Vec<Footprint>,
}

impl PersistentSets {
    pub(super) fn new<M: Machine>(machine: &M) -> PersistentSets {
        let automata = machine.frame().automata;
        let mut sets = PersistentSets { next: Vec::new(), later: Vec::new() };
        // A class comes after the classes that its edges lead to.
        for class in 0..automata.classes.len() as u16 {
            let next = machine.footprint(class);
            let stored = match automata.class(class).call {
                Some(Call::Write { at, .. }) => Footprint::writes(at),
                Some(Call::Sync(SyncOp::Unlock(lock))) => Footprint::lock(lock),
                _ => Footprint::NONE,
            };
            let targets = automata.edges(class).iter().map(|edge| usize::from(edge.class));
            let later = targets.map(|target| sets.later[target]);
            let later = later.fold(next.and(stored), Footprint::and);
            sets.next.push(next);
            sets.later.push(later);
        }
        sets
    }

    /// The CPUs to follow, as bits: a persistent set.
    pub(super) fn of<M: Machine>(&self, machine: &M, state: &M::State) -> u8 {
        let heads = machine.heads(state);
        let mut next = [Footprint::NONE; MAX_CPUS];
        let mut later = [Footprint::NONE; MAX_CPUS];
        for (slot, head) in heads.iter().enumerate() {
            let (first, all) = machine.buffered(state, slot);
            next[slot] = self.next[usize::from(head.class)].and(first);
            later[slot] = self.later[usize::from(head.class)].and(all);
        }
        // Per CPU, the CPUs whose later steps can conflict with its next one.
        let mut others = [0_u8; MAX_CPUS];
        for (slot, others) in others.iter_mut().enumerate().take(heads.len()) {
            for (other, later) in later.iter().enumerate().take(heads.len()) {
                if other != slot && later.conflicts(next[slot]) {
                    *others |= 1 << other;
                }
            }
        }
        let mut best = 0_u8;
        for seed in 0..heads.len() {
            if !machine.enabled(state, seed) {
                continue;
            }
            let set = closure(1 << seed, &others);
            if set.count_ones() == 1 {
                return set;
            }
            if best == 0 || set.count_ones() < best.count_ones() {
                best = set;
            }
        }
        best
    }
}

/// Adds every CPU that can conflict with a member.
fn closure(mut set: u8, others: &[u8; MAX_CPUS]) -> u8 {
    loop {
        let members = (0..MAX_CPUS).filter(|slot| set >> slot & 1 != 0);
        let grown = members.fold(set, |grown, slot| grown | others[slot]);
        if grown == set {
            return set;
        }
        set = grown;
    }
}
