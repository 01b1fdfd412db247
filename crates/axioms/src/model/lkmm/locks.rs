//! [`Locks`]: critical sections of spin locks (lock.cat).
//!
//! A lock is a location that holds 1 while it is taken. `spin_lock()` is a read of 0 and a write of 1 that are one
//! atomic operation, `spin_unlock()` a write of 0; a failed `spin_trylock()` reads 1. Coherence and atomicity then say
//! what lock.cat says of the order of critical sections: in the coherence order of a lock each taking follows a giving
//! back, and each giving back its own taking. What remains is said here.

use crate::{Execution, Relation, Set, Tag};

#[derive(Clone, Debug)]
pub(super) struct Locks {
    /// `[UL]`: giving a lock back.
    pub(super) unlocks: Set,
    /// `LKR`.
    pub(super) lock_reads: Set,
    /// `LKW`.
    pub(super) lock_writes: Set,
    /// `po ; [UL]` from accesses and other events, the first half of a hand-over.
    pub(super) before_unlock: Relation,
    /// `[LKR] ; po`, the second half.
    pub(super) after_lock: Relation,
    /// Those of `po-unlock-lock-po` inside one thread.
    pub(super) own_hand_over: Relation,
    /// Whether no thread takes a lock that it holds, at most one keeps it, and what finds a lock held by its own thread
    /// comes after the taking.
    pub(super) possible: bool,
    /// Unlocks without a lock before them.
    pub(super) unmatched_unlocks: Set,
}

impl Locks {
    pub(super) fn new(graph: &Execution, po: &Relation, po_loc: &Relation) -> Locks {
        let unlocks = graph.tagged(Tag::Unlock);
        let lock_reads = graph.tagged(Tag::LockRead);
        let lock_writes = graph.tagged(Tag::LockWrite);
        if (unlocks | lock_reads).is_empty() {
            return Locks::none(graph.count());
        }
        let given_back = po_loc.to(unlocks).then(po_loc);
        let nested = &po_loc.between(lock_writes, lock_reads) - &given_back;
        // Matching pairs: no other operation on the lock that changes it comes between.
        let between = po_loc.to(lock_writes | unlocks).then(po_loc);
        let critical = &po_loc.between(lock_writes, unlocks) - &between;
        let kept = lock_writes - critical.domain();
        let twice = kept.iter().any(|write| (graph.loc.row(write) & kept).len() > 1);
        let found_held = graph.rf.between(lock_writes, graph.tagged(Tag::LockFail));
        let too_early = &graph.internal(&found_held) - po_loc;
        let before_unlock = po.to(unlocks);
        let after_lock = po.from(lock_reads);
        Locks {
            own_hand_over: before_unlock.then(&po.to(lock_reads)).then(&after_lock),
            unlocks,
            lock_reads,
            lock_writes,
            before_unlock,
            after_lock,
            possible: nested.is_empty() && !twice && too_early.is_empty(),
            unmatched_unlocks: unlocks - critical.range(),
        }
    }

    /// Those of a graph without locks.
    fn none(count: usize) -> Locks {
        let empty = Relation::empty(count);
        Locks {
            unlocks: Set::EMPTY,
            lock_reads: Set::EMPTY,
            lock_writes: Set::EMPTY,
            before_unlock: empty.clone(),
            after_lock: empty.clone(),
            own_hand_over: empty,
            possible: true,
            unmatched_unlocks: Set::EMPTY,
        }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.unlocks.is_empty() || self.lock_reads.is_empty()
    }

    /// `po-unlock-lock-po`: from before a lock is given back to after it is taken next, by the same thread or by
    /// another.
    pub(super) fn hand_over(&self, graph: &Execution) -> Relation {
        let taken = graph.rf.between(self.unlocks, self.lock_reads);
        self.before_unlock.then(&taken).then(&self.after_lock) | &self.own_hand_over
    }
}
