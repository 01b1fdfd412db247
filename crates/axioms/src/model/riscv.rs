//! RVWMO, the memory model of RISC-V (The RISC-V Instruction Set Manual, volume I, "RVWMO Memory Consistency
//! Model"; its formal text as of herdtools7 7.58, riscv.cat).
//!
//! Like Armv8 it is multi-copy atomic and lets dependencies order. It differs where two reads of a location take
//! the same write, in its fences, which name what they order, and in that an atomic operation is one event: both
//! its halves have the order of each.

use super::Model;
use super::sc::{atomic, coherent};
use crate::{Execution, Relation, Set, Tag};

/// RVWMO. A fence has tags for what it orders before and after it; the halves of an atomic operation have the same
/// [`Tag::Acquire`] and [`Tag::Release`], and they, LR and SC are [`Tag::Exclusive`].
#[derive(Clone, Copy, Debug)]
pub struct RiscV;

/// What does not depend on sources and coherence.
#[derive(Debug)]
pub struct Fixed {
    /// Preserved program order, but for what forwarding decides.
    kept: Relation,
    /// Reads of a location without a write between; they are in order unless they take the same write.
    same_location: Relation,
    /// To the writes that an address or a value depends on.
    depending: Relation,
    exclusive: Set,
    /// Each event to itself, and the halves of an atomic operation and the parts of an access to each other.
    one: Relation,
}

impl Model for RiscV {
    type Fixed = Fixed;

    fn fixed(&self, graph: &Execution) -> Fixed {
        let (reads, writes) = (graph.reads(), graph.writes());
        let accesses = reads | writes;
        let (po, tagged) = (&graph.po, |tag| graph.tagged(tag) & accesses);
        let (acquires, releases) = (tagged(Tag::Acquire), tagged(Tag::Release));
        let exclusive = tagged(Tag::Exclusive);
        let consistent = (acquires | releases) & exclusive;
        let po_loc = po & &graph.loc;
        let through_write = po_loc.maybe().to(writes).then(&po_loc);
        let kept = po_loc.between(accesses, writes)
            | fences(graph)
            | po.between(acquires, accesses)
            | po.between(accesses, releases)
            | po.between(consistent, consistent)
            | &graph.rmw
            | graph.addr.between(accesses, accesses)
            | graph.data.between(accesses, writes)
            | graph.ctrl.between(accesses, writes)
            | graph.addr.between(accesses, accesses).then(&po.to(writes));
        let atomic = &graph.rmw & &graph.same_instruction();
        Fixed {
            kept,
            same_location: (&po_loc - &through_write).between(reads, reads),
            depending: (&graph.addr | &graph.data).between(accesses, writes),
            exclusive,
            one: (&atomic | &atomic.inverse() | &graph.same_access).star(),
        }
    }

    fn allows(&self, graph: &Execution, fixed: &Fixed) -> bool {
        if !coherent(graph) || !atomic(graph) {
            return false;
        }
        let forwarded = graph.internal(&graph.rf);
        let same_source = graph.rf.inverse().then(&graph.rf);
        let sourced = graph.rf.range();
        let kept = &fixed.same_location.between(sourced, sourced) - &same_source;
        let kept =
            kept | &fixed.kept | forwarded.from(fixed.exclusive) | fixed.depending.then(&forwarded);
        let order = kept | graph.external(&graph.rf) | &graph.co | graph.fr();
        let order = &order - &fixed.one;
        fixed.one.then(&order).then(&fixed.one).is_acyclic()
    }
}

/// What fences order: accesses of the kinds that they name.
fn fences(graph: &Execution) -> Relation {
    let (reads, writes) = (graph.reads(), graph.writes());
    let through =
        |from, fences, to| graph.po.between(from, fences).then(&graph.po.between(fences, to));
    let before = [(Tag::AfterReads, reads), (Tag::AfterWrites, writes)];
    let after = [(Tag::BeforeReads, reads), (Tag::BeforeWrites, writes)];
    let tso = graph.tagged(Tag::FenceTso);
    let mut order = through(reads, tso, reads | writes) | through(writes, tso, writes);
    for (before, from) in before {
        for (after, to) in after {
            order = order | through(from, graph.tagged(before) & graph.tagged(after), to);
        }
    }
    order
}
