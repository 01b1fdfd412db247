//! [`Fences`]: what fences order in their own thread.
//!
//! Only `smp_mb__after_unlock_lock()` orders more: what the thread that held a lock before did.

use super::Release;
use super::classes::Classes;
use super::locks::Locks;
use crate::{Execution, Relation, Set, Tag};

#[derive(Clone, Debug)]
pub(super) struct Fences {
    /// `[R4rmb] ; fencerel(Rmb) ; [~Noreturn]` and its mirror image, which bound plain accesses.
    pub(super) rmb_before: Relation,
    pub(super) rmb_after: Relation,
    /// `wmb`.
    pub(super) wmb: Relation,
    /// `mb` and `gp`: `strong-fence` without what depends on the order of lock operations.
    pub(super) strong: Relation,
    /// `po-rel`.
    pub(super) po_rel: Relation,
    /// `strong-fence | po-rel | acq-po`, again without it.
    pub(super) nonrw: Relation,
    /// All of them.
    pub(super) fence: Relation,
    /// `fencerel(After-unlock-lock) ; [M]` from the events that it can follow; empty in most programs.
    after_unlock_lock: Relation,
    /// `[M] ; po` to what comes before it.
    before_unlock: Relation,
}

impl Fences {
    pub(super) fn new(
        release: Release,
        graph: &Execution,
        classes: &Classes,
        po: &Relation,
        locks: &Locks,
    ) -> Fences {
        let Classes { memory, reads: _, writes, atomic, .. } = *classes;
        let fencerel = |fences: Set| po.to(fences).then(po);
        let tagged = |tag: Tag| graph.tagged(tag);
        let fence = |tag: Tag| fencerel(tagged(tag));
        let empty = || Relation::empty(graph.count());
        let accesses = po.between(memory, memory);

        let rmb = fence(Tag::Rmb);
        let wmb = fence(Tag::Wmb).between(writes, writes);
        let mut strong = fence(Tag::Mb).between(memory, memory);
        let before_atomic = tagged(Tag::BeforeAtomic);
        if !before_atomic.is_empty() {
            let to_atomic = fencerel(before_atomic).between(memory, atomic);
            strong = strong | to_atomic.then(&accesses.maybe());
        }
        // Fences that follow something: from accesses up to that, to accesses after the fence.
        for (tag, follows) in [
            (Tag::AfterAtomic, atomic),
            (Tag::AfterSpinlock, locks.lock_writes),
            (Tag::AfterSrcuReadUnlock, tagged(Tag::SrcuUnlock)),
        ] {
            let fences = tagged(tag);
            if !fences.is_empty() {
                let after = fencerel(fences).between(follows, memory);
                strong = strong | &after | po.from(memory).then(&after);
            }
        }
        let mut after_unlock_lock = empty();
        let mut before_unlock = empty();
        let fences = tagged(Tag::AfterUnlockLock);
        if !fences.is_empty() && !locks.is_empty() {
            let before = po.between(memory, locks.unlocks);
            match release {
                Release::V6_1 => {
                    after_unlock_lock = fencerel(fences).between(locks.lock_writes, memory);
                    let own = before.then(&po.to(locks.lock_writes));
                    strong = strong | own.then(&after_unlock_lock);
                }
                Release::V6_12 => {
                    let after = po.between(fences, memory);
                    after_unlock_lock = po.between(locks.lock_reads, fences).then(&after);
                    let own = before.then(&po.to(locks.lock_reads));
                    strong = strong | own.then(&after_unlock_lock);
                }
            }
            before_unlock = before;
        }
        let periods = tagged(Tag::SyncRcu) | tagged(Tag::SyncSrcu);
        if !periods.is_empty() {
            let before = po.to(periods);
            strong = strong | &before | before.then(po);
        }
        let po_rel = po.between(memory, classes.release);
        let nonrw = &strong | &po_rel | po.between(classes.acquire, memory);
        let known = classes.all - classes.no_return;
        let between_reads = rmb.between(classes.rmb_reads, classes.rmb_reads);
        Fences {
            fence: &nonrw | &wmb | &between_reads,
            rmb_before: rmb.between(classes.rmb_reads, known),
            rmb_after: rmb.between(known, classes.rmb_reads),
            wmb,
            strong,
            po_rel,
            nonrw,
            after_unlock_lock,
            before_unlock,
        }
    }

    /// What `smp_mb__after_unlock_lock()` orders between threads: accesses before an unlock of another thread and
    /// after the fence. None if there is no such fence.
    pub(super) fn handed_over(
        &self,
        release: Release,
        graph: &Execution,
        locks: &Locks,
    ) -> Option<Relation> {
        if self.after_unlock_lock.is_empty() {
            return None;
        }
        let next = match release {
            Release::V6_1 => graph.co.between(locks.unlocks, locks.lock_writes),
            Release::V6_12 => graph.rf.between(locks.unlocks, locks.lock_reads),
        };
        Some(self.before_unlock.then(&next).then(&self.after_unlock_lock))
    }
}

/// `barrier`: what keeps a compiler from moving or merging the accesses around it.
pub(super) fn barrier(graph: &Execution, classes: &Classes, po: &Relation) -> Relation {
    let barriers = graph.all(|event| BARRIERS.iter().any(|tag| event.tags.has(*tag)));
    let barriers = barriers | classes.acquire | classes.release;
    let ends = po.to(classes.release) | po.from(classes.acquire);
    po.to(barriers).then(po) | ends
}

const BARRIERS: [Tag; 12] = [
    Tag::Barrier,
    Tag::Rmb,
    Tag::Wmb,
    Tag::Mb,
    Tag::SyncRcu,
    Tag::SyncSrcu,
    Tag::BeforeAtomic,
    Tag::AfterAtomic,
    Tag::RcuLock,
    Tag::RcuUnlock,
    Tag::SrcuLock,
    Tag::SrcuUnlock,
];
