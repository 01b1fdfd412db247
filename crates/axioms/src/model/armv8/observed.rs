//! Observed-by: in which order CPUs see each other's explicit accesses.

use super::Fixed;
use super::effects::Effects;
use crate::{Execution, Relation};

/// Accesses of different CPUs, related by sources and coherence. What observes a part of a single-copy atomic
/// access is ordered with all of it.
pub(super) fn explicitly(graph: &Execution, effects: &Effects, after: &Relation) -> Relation {
    let seen = graph.external(&(&graph.rf | after)).between(effects.explicit, effects.explicit);
    let whole = graph.same_access.between(effects.explicit, effects.explicit).maybe();
    seen.then(&whole)
}

/// Two reads of a location by a CPU: what the first sees too early, the second does not miss.
pub(super) fn hazards(graph: &Execution, fixed: &Fixed, after: &Relation) -> Relation {
    let (reads, writes) = (fixed.effects.reads, fixed.effects.writes);
    let po_loc = (&graph.po & &fixed.same_location).between(reads, reads);
    po_loc.then(&graph.external(after).to(writes))
}
