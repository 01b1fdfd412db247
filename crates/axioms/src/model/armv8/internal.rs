//! Internal visibility: each CPU sees its accesses to a location in program order; and atomicity.

use super::Fixed;
use crate::{Execution, Relation};

/// Whether each CPU sees its own explicit accesses in program order. `after` is coherence-after.
pub(super) fn visible(graph: &Execution, fixed: &Fixed, after: &Relation) -> bool {
    let (reads, writes) = (fixed.effects.reads, fixed.effects.writes);
    let po_loc = &graph.po & &fixed.same_location;
    let own_after = graph.internal(after).to(writes);
    // No read of what the CPU writes only later.
    let early =
        (&po_loc | &graph.rmw).between(reads, writes).then(&graph.internal(&graph.rf).to(reads));
    // Writes are not undone by earlier ones, nor read past.
    let stale = po_loc.from(writes).then(&own_after.between(writes | reads, writes));
    early.is_irreflexive() && stale.is_irreflexive()
}

/// Whether no other write comes between the halves of a read-modify-write, except those of its own CPU to a
/// location that is reserved.
pub(super) fn atomic(graph: &Execution, fixed: &Fixed) -> bool {
    let effects = &fixed.effects;
    if graph.rmw.is_empty() {
        return true;
    }
    let fr = graph.fr();
    let broken = &graph.rmw & &fr.then(&graph.co);
    let own = graph.internal(&fr).to(effects.writes).then(&graph.internal(&graph.co));
    let excepted = &graph.rmw.between(effects.explicit, effects.explicit) & &own;
    (&broken - &excepted).is_empty()
}
