//! Virtual memory (VMSA): table walks are implicit reads of descriptors, which TLB invalidations order.
//!
//! A TLB may keep a descriptor, so a walk may read long before its access. A TLB invalidation of its address either
//! comes before the walk, which then sees no older descriptor than the invalidation does, or after it, and then a
//! later DSB waits for the access. Nothing says which, unless local order does: an execution is allowed if some
//! choice for each pair makes no cycle.

use super::Ets;
use super::effects::Effects;
use crate::{Execution, Relation, Set, Tag};

/// A TLB invalidation and a walk that it concerns.
#[derive(Debug)]
pub(super) struct Invalidation {
    /// The invalidation.
    event: usize,
    /// The walk.
    walk: usize,
    /// If the walk comes first: all of these come before all of those. None if local order has it second.
    walk_first: Option<(Set, Set)>,
    /// Whether the walk may come second: local order does not have it first.
    walk_second: bool,
}

/// Translation-intrinsically-before: a walk to the access that it translates, or to the fault that it ends in.
pub(super) fn translated(graph: &Execution, effects: &Effects) -> Relation {
    graph.iico_ctrl.between(effects.walks, effects.explicit | effects.faults)
}

/// Same location, faults included: a translation fault concerns every location at its offset, any other fault
/// the frame that its descriptor names.
pub(super) fn same_location(
    graph: &Execution,
    effects: &Effects,
    translated: &Relation,
) -> Relation {
    let memory = graph.loc.between(effects.accesses, effects.accesses);
    if effects.faults.is_empty() {
        return memory;
    }
    let same_offset = same_offset(graph);
    let frame = |index: usize| graph.events[index].frame;
    let same_frame = |a, b| frame(a).is_some() && frame(a) == frame(b);
    let same_frame = Relation::of(graph.count(), same_frame);
    let aliased = &translated.inverse().then(&same_frame).then(translated) & &same_offset;
    memory
        | same_offset.from(effects.translation_faults)
        | same_offset.to(effects.translation_faults)
        | aliased
}

/// Events at the same offset in their pages.
fn same_offset(graph: &Execution) -> Relation {
    let offset = |index: usize| graph.events[index].offset;
    Relation::of(graph.count(), |a, b| offset(a).is_some() && offset(a) == offset(b))
}

/// The completed invalidations, each with every walk that it concerns.
pub(super) fn invalidations(
    graph: &Execution,
    effects: &Effects,
    translated: &Relation,
    local: &Relation,
    ets: Ets,
) -> Vec<Invalidation> {
    let complete = graph.po.between(effects.invalidations, effects.dsb.full).domain();
    if complete.is_empty() {
        return Vec::new();
    }
    let shared = graph.tagged(Tag::TlbiShared);
    let same_page = translated.then(&same_offset(graph)).then(&translated.inverse());
    let later_in_page = &(&same_page & &graph.loc) & &graph.po;
    let earlier_in_page = later_in_page.inverse();
    let mut pairs = Vec::new();
    for event in complete.iter() {
        let target = graph.events[event].at;
        let waiting = waiting(graph, effects, event, ets);
        for walk in effects.walks.iter() {
            let own = graph.int.contains(event, walk);
            let concerned = target.is_none() || graph.events[walk].at == target;
            if !concerned || !(own || shared.contains(event)) {
                continue;
            }
            // The access of another CPU goes with its walk, and so do earlier walks for the same page.
            let with = translated.row(walk) | earlier_in_page.row(walk);
            let first = Set::one(walk) | if own { Set::EMPTY } else { with };
            pairs.push(Invalidation {
                event,
                walk,
                walk_first: (!local.contains(event, walk)).then_some((first, waiting)),
                walk_second: !local.contains(walk, event),
            });
        }
    }
    pairs
}

/// What waits for a TLB invalidation: all that is after its DSB, but walks only after a context synchronization
/// event as well, or with FEAT_ETS2.
fn waiting(graph: &Execution, effects: &Effects, invalidation: usize, ets: Ets) -> Set {
    let implicit = effects.accesses - effects.explicit;
    let after =
        |events: Set| events.iter().fold(Set::EMPTY, |after, event| after | graph.po.row(event));
    let completed = after(graph.po.row(invalidation) & effects.dsb.full);
    let walks = if ets >= Ets::Ets2 { completed } else { after(completed & effects.context) };
    (completed - implicit) | (walks & implicit)
}

/// TTD-observed-by: how implicit accesses are ordered by sources and coherence. A walk that ends in a fault that no
/// TLB holds misses no descriptor that was there before.
pub(super) fn observed(graph: &Execution, effects: &Effects, after: &Relation) -> Relation {
    let implicit = effects.walks | effects.updates;
    if implicit.is_empty() {
        return Relation::empty(graph.count());
    }
    let sources = graph.rf.from(implicit) | graph.rf.to(implicit);
    let updates = after.between(effects.updates, effects.all_writes)
        | after.between(effects.all_writes, effects.updates);
    sources | updates | after.from(effects.uncached_walks)
}

/// What needs all of an execution: a walk, or another read, comes before an update of the memory management unit
/// that follows its source at once.
pub(super) fn updated(graph: &Execution, effects: &Effects, after: &Relation) -> Relation {
    if !graph.complete || effects.updates.is_empty() {
        return Relation::empty(graph.count());
    }
    let direct = after - &after.to(effects.all_writes).then(after);
    direct.to(effects.updates)
}

/// Whether some order of invalidations and walks makes no cycle with `order`.
pub(super) fn completes(pairs: &[Invalidation], order: &Relation, after: &Relation) -> bool {
    if !order.is_acyclic() {
        return false;
    }
    pairs.is_empty() || choose(pairs.iter().collect(), order.plus(), after)
}

/// The same for an order that is closed transitively and has no cycle.
fn choose(mut open: Vec<&Invalidation>, mut order: Relation, after: &Relation) -> bool {
    // First the pairs that leave no choice, until there are none.
    let mut index = 0;
    while let Some(pair) = open.get(index) {
        let decided = match pair.choices(&order, after) {
            [None, None] => return false,
            [Some(only), None] | [None, Some(only)] => only,
            // What adds nothing excludes nothing.
            [Some(one), Some(other)] if one == order || other == order => order.clone(),
            [Some(_), Some(_)] => {
                index += 1;
                continue;
            }
        };
        open.remove(index);
        if decided != order {
            order = decided;
            index = 0;
        }
    }
    let Some(pair) = open.pop() else { return true };
    let choices = pair.choices(&order, after);
    choices.into_iter().flatten().any(|order| choose(open.clone(), order, after))
}

impl Invalidation {
    /// The order with the walk first, and with the walk second, where these are possible.
    fn choices(&self, order: &Relation, after: &Relation) -> [Option<Relation>; 2] {
        let first = self.walk_first.and_then(|(first, rest)| extended(order, first, rest));
        let second = self.walk_second.then(|| {
            // Then what the walk missed was written after the invalidation.
            extended(order, Set::one(self.event), after.row(self.walk))
        });
        [first, second.flatten()]
    }
}

/// A closed order with each of `first` before each of `rest`, closed; None if that makes a cycle.
fn extended(order: &Relation, first: Set, rest: Set) -> Option<Relation> {
    let reached = rest.iter().fold(rest, |all, event| all | order.row(event));
    if !(reached & first).is_empty() {
        return None;
    }
    let mut order = order.clone();
    for event in 0..order.events() {
        if first.contains(event) || !(order.row(event) & first).is_empty() {
            order.insert_all(event, reached);
        }
    }
    Some(order)
}
