//! What is wrong with a program, whatever its outcomes: the `flag` lines of LKMM.

use std::collections::BTreeSet;

use super::classes::{Classes, LOCK_TAGS};
use super::fences::barrier;
use super::happens_before::HappensBefore;
use super::plain::Plain;
use super::propagation::Propagation;
use super::rcu::Order;
use super::{Fixed, Lkmm, Release};
use crate::{Execution, Loc, Model, Relation, Set, Tag};

/// The flags of a complete graph that the axioms allow.
pub(super) fn of(release: Release, graph: &Execution, fixed: &Fixed) -> Vec<&'static str> {
    let Fixed { po, po_loc, classes, locks, sections, .. } = fixed;
    let srcu = sections.srcu(release, graph, fixed);
    let unmatched_rcu = |ends: bool| match ends {
        false => !(sections.rcu_locks - sections.rcu.domain()).is_empty(),
        true => !(sections.rcu_unlocks - sections.rcu.range()).is_empty(),
    };
    let unmatched_srcu = |ends: bool| match ends {
        false => !(sections.srcu_locks - srcu.domain()).is_empty(),
        true => !(sections.srcu_unlocks - srcu.range()).is_empty(),
    };
    let around_srcu_period = po.to(sections.srcu_periods).then(po);
    let sleeps = !(&sections.rcu & &around_srcu_period).is_empty();
    let value = |event: usize| graph.events[event].value;
    let mismatch = srcu.pairs().any(|(lock, unlock)| value(lock) != value(unlock));
    let twice = || {
        let same = srcu.inverse().then(&srcu);
        !(&same - &Relation::identity(graph.count(), classes.all)).is_empty()
    };

    let mut flags = Vec::new();
    let mut flag = |raised: bool, name: &'static str| {
        if raised && !flags.contains(&name) {
            flags.push(name);
        }
    };
    match release {
        Release::V6_1 => {
            flag(unmatched_rcu(false) || unmatched_rcu(true), "unbalanced-rcu-locking");
            flag(unmatched_srcu(false) || unmatched_srcu(true), "unbalanced-srcu-locking");
            flag(sleeps, "invalid-sleep");
            flag(mismatch, "srcu-bad-nesting");
        }
        Release::V6_12 => {
            flag(unmatched_rcu(false), "unmatched-rcu-lock");
            flag(unmatched_rcu(true), "unmatched-rcu-unlock");
            flag(unmatched_srcu(false), "unmatched-srcu-lock");
            flag(unmatched_srcu(true), "unmatched-srcu-unlock");
            flag(twice(), "multiple-srcu-matches");
            flag(sleeps, "invalid-sleep");
            flag(mismatch, "srcu-bad-value-match");
        }
    }
    flag(mixes_lock_accesses(release, graph, classes), "mixed-lock-accesses");
    flag(!locks.unmatched_unlocks.is_empty(), "unmatched-unlock");
    if !classes.plain.is_empty() {
        let plain_writes = classes.plain & classes.writes;
        let unfenced = po_loc - &barrier(graph, classes, po);
        let mixed = unfenced.between(plain_writes, classes.marked)
            | unfenced.between(classes.marked, plain_writes);
        flag(!mixed.is_empty(), "mixed-accesses");

        let hb = HappensBefore::new(release, graph, fixed, &graph.fr());
        let pb = Propagation::new(&hb, fixed);
        let rcu = Order::new(release, graph, fixed, &hb, &pb);
        let plain = Plain::new(release, graph, fixed, &hb, &pb, &rcu);
        flag(plain.races(graph, fixed), "data-race");
    }
    flags
}

/// At least the flags of all graphs that these paths of threads can be put together to.
///
/// Most flags are about one thread and its program text alone. The others are those of a data race, of a lock that one
/// thread takes and another accesses otherwise, and of the indices that SRCU sections hand on through memory.
pub(super) fn possible(
    model: Lkmm,
    paths: &mut dyn Iterator<Item = Execution>,
) -> Vec<&'static str> {
    let mut flags = BTreeSet::new();
    let (mut locks, mut others) = (BTreeSet::new(), BTreeSet::new());
    for path in paths {
        let fixed = model.fixed(&path);
        flags.extend(of(model.release, &path, &fixed));
        let at =
            |of: Set| of.iter().filter_map(|event| path.events[event].at).collect::<Vec<Loc>>();
        let (of_locks, of_others) = lock_accesses(model.release, &path, &fixed.classes);
        locks.extend(at(of_locks));
        others.extend(at(of_others));
        if !fixed.classes.plain.is_empty() {
            flags.insert("data-race");
        }
        if model.release >= Release::V6_12 && !fixed.sections.srcu_unlocks.is_empty() {
            flags.extend(["multiple-srcu-matches", "srcu-bad-value-match"]);
        }
    }
    if !locks.is_disjoint(&others) {
        flags.insert("mixed-lock-accesses");
    }
    flags.into_iter().collect()
}

/// Whether a lock is accessed otherwise too.
fn mixes_lock_accesses(release: Release, graph: &Execution, classes: &Classes) -> bool {
    let (locks, others) = lock_accesses(release, graph, classes);
    !graph.loc.between(others, locks).is_empty()
}

/// The operations on locks, since SRCU is reads and writes those on its structures as well; and all other accesses.
fn lock_accesses(release: Release, graph: &Execution, classes: &Classes) -> (Set, Set) {
    let srcu: &[Tag] = match release {
        Release::V6_1 => &[],
        Release::V6_12 => &[Tag::SrcuLock, Tag::SrcuUnlock, Tag::SyncSrcu],
    };
    let tags = || LOCK_TAGS.iter().chain(srcu);
    let locks = graph.all(|event| tags().any(|tag| event.tags.has(*tag)));
    (locks, classes.memory - classes.initial - locks)
}
