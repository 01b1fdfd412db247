//! x86-TSO (Sewell et al., CACM 2010), as axioms: a store may be overtaken by later loads of its thread.

use super::Model;
use super::sc::{atomic, coherent};
use crate::{Execution, Kind, Relation, Tag};

/// x86-TSO. Fences are [`Tag::Mb`]; a read-modify-write is one too, and so is a locked instruction that does not
/// write ([`Tag::Exclusive`]).
#[derive(Clone, Copy, Debug)]
pub struct Tso;

impl Model for Tso {
    /// What is kept of program order.
    type Fixed = Relation;

    fn fixed(&self, graph: &Execution) -> Relation {
        let (reads, writes) = (graph.reads(), graph.writes());
        let accesses = reads | writes;
        let fences = graph.all(|event| event.kind == Kind::Other && event.tags.has(Tag::Mb));
        let locked = graph.rmw.domain() | graph.rmw.range() | graph.tagged(Tag::Exclusive);
        let po = &graph.po;
        let fenced = po.between(accesses, fences).then(&po.between(fences, accesses));
        let implied = po.between(accesses, locked) | po.between(locked, accesses);
        po.between(reads, accesses) | po.between(writes, writes) | fenced | implied
    }

    fn allows(&self, graph: &Execution, kept: &Relation) -> bool {
        let order = kept | &graph.external(&graph.rf) | &graph.co | graph.fr();
        coherent(graph) && atomic(graph) && graph.of_accesses(order).is_acyclic()
    }
}
