//! Locally-ordered-before: which of its events a CPU keeps in order.

use super::Ets;
use super::dependency::{Dependencies, dependencies};
use super::effects::Effects;
use crate::{Execution, Relation};

/// What a CPU keeps in order, closed transitively. `translated` relates walks to the accesses that they translate.
pub(super) fn order(
    graph: &Execution,
    effects: &Effects,
    translated: &Relation,
    same_location: &Relation,
    ets: Ets,
) -> Relation {
    let po_loc = &graph.po & same_location;
    let stores = po_loc.between(effects.all_writes, effects.all_writes);
    let loads = po_loc.from(effects.all_writes).to(graph.reads());
    // The reads that may take the value of a write of the same CPU: no other one is between.
    let successor = &loads - &stores.then(&loads);
    let (plain, pick) = dependencies(graph, effects, &successor);
    let waits = completion(graph, effects, ets);
    let local = [
        translated.clone(),
        faulting(graph, effects, translated, ets),
        context(graph, effects, translated, &plain, &pick, &waits),
        waits,
        stores_after(graph, effects, &po_loc),
        by_dependency(graph, effects, translated, &plain, &successor),
        by_pick(graph, effects, &pick),
        atomics(graph, effects, &successor),
        barriers(graph, effects),
    ];
    let local = local.iter().fold(Relation::empty(graph.count()), |all, part| all | part).plus();
    let picked = [&pick.basic, &pick.addr, &pick.data, &(&pick.ctrl - &graph.same_instruction())];
    let picked = picked.into_iter().fold(Relation::empty(graph.count()), |all, part| all | part);
    (&local | &picked.then(&local.to(effects.writes))).plus()
}

/// A write, or a fault, after an access to the same location.
fn stores_after(graph: &Execution, effects: &Effects, po_loc: &Relation) -> Relation {
    let explicit = po_loc.between(effects.explicit, effects.writes | effects.faults);
    let walked = po_loc.between(effects.walks, effects.writes | effects.updates);
    let all = explicit | walked;
    let whole = graph.same_access.between(effects.explicit, effects.explicit).maybe();
    all.then(&whole)
}

/// What a DSB waits for, and what waits for it. Walks for later accesses wait only with FEAT_ETS2.
fn completion(graph: &Execution, effects: &Effects, ets: Ets) -> Relation {
    let descriptors = effects.walks | effects.updates;
    let waiting = if ets >= Ets::Ets2 { effects.all } else { effects.all - descriptors };
    let po = &graph.po;
    let through = |from, barriers| po.between(from, barriers).then(&po.between(barriers, waiting));
    through(effects.accesses, effects.dsb.full)
        | through(effects.returning, effects.dsb.load)
        | through(effects.writes, effects.dsb.store)
}

/// What comes before a context synchronization event comes before all that is after it.
fn context(
    graph: &Execution,
    effects: &Effects,
    translated: &Relation,
    plain: &Dependencies,
    pick: &Dependencies,
    waits: &Relation,
) -> Relation {
    let po = &graph.po;
    let addressed = (&plain.addr | &pick.addr).to(effects.explicit);
    let before = (&plain.ctrl | &pick.ctrl)
        | addressed.then(po)
        | pick.addr.then(translated)
        | waits
        | translated
        | translated.to(effects.explicit).then(po);
    before.to(effects.context).then(po)
}

/// Dependency-ordered-before.
fn by_dependency(
    graph: &Execution,
    effects: &Effects,
    translated: &Relation,
    plain: &Dependencies,
    successor: &Relation,
) -> Relation {
    let ordered = effects.writes | effects.updates | effects.invalidations;
    let addressed = plain.addr.to(effects.explicit);
    let walked = translated.to(effects.explicit).then(&graph.po.to(effects.writes));
    let forwarded = (&addressed | &plain.data).then(&successor.to(effects.reads));
    let behind = addressed.then(&graph.po.to(effects.writes | effects.updates));
    &plain.addr | &plain.data | plain.ctrl.to(ordered) | behind | forwarded | walked
}

/// Pick-ordered-before.
fn by_pick(graph: &Execution, effects: &Effects, pick: &Dependencies) -> Relation {
    let ordered = effects.writes | effects.updates | effects.invalidations;
    let behind =
        pick.addr.to(effects.explicit).then(&graph.po.to(effects.writes | effects.updates));
    pick.addr.to(ordered) | &pick.data | pick.ctrl.to(ordered) | behind
}

/// Atomic-ordered-before.
fn atomics(graph: &Execution, effects: &Effects, successor: &Relation) -> Relation {
    let explicit = graph.rmw.between(effects.explicit, effects.explicit);
    let acquired = graph.rmw.from(effects.explicit).then(&successor.to(effects.weak_acquires));
    explicit | acquired | graph.rmw.between(effects.walks, effects.updates)
}

/// Barrier-ordered-before.
fn barriers(graph: &Execution, effects: &Effects) -> Relation {
    let (po, amo) = (&graph.po, &graph.rmw & &graph.same_instruction());
    let accesses = effects.explicit;
    let after = accesses | effects.faults;
    let through = |from, barriers, to| po.between(from, barriers).then(&po.between(barriers, to));
    let acquire_release = amo.between(effects.acquires, effects.releases).range();
    let kept = po | &graph.iico_order;
    through(accesses, effects.dmb.full, after)
        | through(effects.returning, effects.dmb.load, after)
        | through(effects.writes, effects.dmb.store, effects.writes | effects.faults)
        | po.between(acquire_release, after)
        | po.between(effects.releases, effects.acquires)
        | kept.between(effects.weak_acquires, after)
        | kept.between(accesses, effects.releases)
}

/// Enhanced translation synchronization: a walk that ends in a fault comes after earlier accesses.
fn faulting(graph: &Execution, effects: &Effects, translated: &Relation, ets: Ets) -> Relation {
    let faults = match ets {
        Ets::None => return Relation::empty(graph.count()),
        Ets::Ets2 => effects.uncached_faults,
        Ets::Ets3 => effects.faults,
    };
    graph.po.between(effects.explicit, faults).then(&translated.inverse())
}
