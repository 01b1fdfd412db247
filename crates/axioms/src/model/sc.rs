//! Sequential consistency (Lamport, 1979): program order and communication have no cycle.

use super::Model;
use crate::{Execution, Relation};

/// Sequential consistency.
#[derive(Clone, Copy, Debug)]
pub struct Sc;

impl Model for Sc {
    /// Program order, and the order inside instructions.
    type Fixed = Relation;

    fn fixed(&self, graph: &Execution) -> Relation {
        &graph.po | &graph.iico_data | &graph.iico_ctrl | &graph.rmw
    }

    fn allows(&self, graph: &Execution, fixed: &Relation) -> bool {
        let order = fixed | &graph.rf | &graph.co | graph.fr();
        graph.of_accesses(order).is_acyclic() && atomic(graph)
    }
}

/// No write of another thread comes between the two halves of a read-modify-write.
pub(super) fn atomic(graph: &Execution) -> bool {
    if graph.rmw.is_empty() {
        return true;
    }
    let fre = graph.external(&graph.fr());
    let coe = graph.external(&graph.co);
    (&graph.rmw & &fre.then(&coe)).is_empty()
}

/// Coherence: per location, program order and communication have no cycle. The read of an atomic operation comes before
/// its write.
pub(super) fn coherent(graph: &Execution) -> bool {
    let po_loc = &graph.po & &graph.loc;
    (po_loc | &graph.rmw | &graph.rf | &graph.co | graph.fr()).is_acyclic()
}
