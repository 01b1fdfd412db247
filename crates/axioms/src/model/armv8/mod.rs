//! Armv8-A: the memory model of the architecture (Arm ARM, DDI 0487, B2.3), with its virtual memory (VMSA).
//!
//! The reference for every definition is Arm's own formal text of it as of herdtools7 7.58 (aarch64.cat and what it
//! includes). Each CPU orders some of its accesses ([`local`]); others observe accesses in some order
//! ([`observed`]); together the two have no cycle (external visibility). Besides, each CPU sees its own accesses
//! in program order, and nothing comes between the halves of an atomic operation ([`internal`]). Table walks and
//! TLB invalidations are in [`vmsa`], break-before-make in [`flags`].
//!
//! Not here: memory tagging, instruction fetch and cache maintenance.

mod dependency;
mod effects;
mod flags;
mod internal;
mod local;
mod observed;
mod vmsa;

use super::Model;
use crate::{Execution, Relation, Value};
use effects::Effects;
pub use flags::Descriptor;
use vmsa::Invalidation;

/// Whether an access that faults is ordered like one that does not (FEAT_ETS2, FEAT_ETS3: enhanced translation
/// synchronization).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Ets {
    /// Neither feature.
    #[default]
    None,
    /// FEAT_ETS2: for translation faults and access flag faults.
    Ets2,
    /// FEAT_ETS3: for all faults of the memory management unit.
    Ets3,
}

/// Armv8-A. Read-modify-writes, acquires and releases, barriers, table walks and TLB invalidations are marked as
/// [`Tag`](crate::Tag) says.
#[derive(Clone, Copy, Debug, Default)]
pub struct Armv8 {
    /// Enhanced translation synchronization.
    pub ets: Ets,
    /// How values are read as translation table descriptors, if they are: for what is asked of programs, not for the
    /// axioms.
    pub descriptor: Option<fn(Value) -> Option<Descriptor>>,
}

/// What does not depend on sources and coherence.
#[derive(Debug)]
pub struct Fixed {
    effects: Effects,
    /// Same location: of memory, or so that one access may decide about the fault of another.
    same_location: Relation,
    /// What each CPU keeps in order: hardware requirements that are local.
    local: Relation,
    /// TLB invalidations and the table walks that they concern.
    invalidations: Vec<Invalidation>,
}

impl Model for Armv8 {
    type Fixed = Fixed;

    fn fixed(&self, graph: &Execution) -> Fixed {
        let effects = Effects::of(graph);
        let translated = vmsa::translated(graph, &effects);
        let same_location = vmsa::same_location(graph, &effects, &translated);
        let local = local::order(graph, &effects, &translated, &same_location, self.ets);
        let invalidations = vmsa::invalidations(graph, &effects, &translated, &local, self.ets);
        Fixed { effects, same_location, local, invalidations }
    }

    fn allows(&self, graph: &Execution, fixed: &Fixed) -> bool {
        let after = &graph.co | &graph.fr();
        if !internal::visible(graph, fixed, &after) || !internal::atomic(graph, fixed) {
            return false;
        }
        let order = observed::explicitly(graph, &fixed.effects, &after)
            | &fixed.local
            | observed::hazards(graph, fixed, &after)
            | vmsa::observed(graph, &fixed.effects, &after)
            | vmsa::updated(graph, &fixed.effects, &after);
        vmsa::completes(&fixed.invalidations, &order, &after)
    }

    fn flags(&self, graph: &Execution, _: &Fixed) -> Vec<&'static str> {
        flags::of(self, graph)
    }

    fn possible_flags(&self, paths: &mut dyn Iterator<Item = Execution>) -> Vec<&'static str> {
        flags::possible(self, paths)
    }
}
