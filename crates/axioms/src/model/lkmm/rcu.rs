//! Read-copy update: a grace period waits for the read-side critical sections that began before it.
//!
//! [`Sections`] matches the ends of critical sections with their beginnings; [`Order`] is `rcu-order` and what
//! follows from it. A sequence of grace periods and critical sections, joined by `rcu-link`, with at least as many of
//! the former as of the latter, orders like a strong fence between threads. SRCU is the same per domain.

use super::happens_before::HappensBefore;
use super::propagation::Propagation;
use super::{Fixed, Release};
use crate::{Execution, Loc, Relation, Set, Tag};

/// Grace periods and critical sections, as far as the text says them.
#[derive(Clone, Debug)]
pub(super) struct Sections {
    /// `Sync-rcu`.
    pub(super) rcu_periods: Set,
    /// `Sync-srcu`.
    pub(super) srcu_periods: Set,
    /// `Rcu-lock` and `Rcu-unlock`.
    pub(super) rcu_locks: Set,
    pub(super) rcu_unlocks: Set,
    /// `Srcu-lock` and `Srcu-unlock`.
    pub(super) srcu_locks: Set,
    pub(super) srcu_unlocks: Set,
    /// `rcu-rscs`: the beginning of a critical section to its end.
    pub(super) rcu: Relation,
    /// `srcu-rscs`, where nesting says it.
    pub(super) nested_srcu: Relation,
    /// `po?`.
    maybe_po: Relation,
}

impl Sections {
    pub(super) fn new(graph: &Execution, po: &Relation) -> Sections {
        let locks = graph.tagged(Tag::RcuLock);
        let unlocks = graph.tagged(Tag::RcuUnlock);
        let srcu_locks = graph.tagged(Tag::SrcuLock);
        let srcu_unlocks = graph.tagged(Tag::SrcuUnlock);
        Sections {
            rcu_periods: graph.tagged(Tag::SyncRcu),
            srcu_periods: graph.tagged(Tag::SyncSrcu),
            rcu_locks: locks,
            rcu_unlocks: unlocks,
            srcu_locks,
            srcu_unlocks,
            rcu: matched(graph, locks, unlocks),
            nested_srcu: matched(graph, srcu_locks, srcu_unlocks),
            maybe_po: po.maybe(),
        }
    }

    /// Grace periods and the ends of critical sections.
    fn all(&self) -> Set {
        let ends = self.rcu_locks | self.rcu_unlocks | self.srcu_locks | self.srcu_unlocks;
        ends | self.rcu_periods | self.srcu_periods
    }

    /// `srcu-rscs`. Later releases match an end with the beginning whose index it is given: `carry-srcu-data`.
    pub(super) fn srcu(&self, release: Release, graph: &Execution, fixed: &Fixed) -> Relation {
        if release < Release::V6_12 || self.srcu_locks.is_empty() {
            return self.nested_srcu.clone();
        }
        let others = Set::first(graph.count()) - self.srcu_unlocks;
        let carry = fixed.text.data.to(others).then(&graph.rf).star();
        let given = carry.then(&fixed.text.data).between(self.srcu_locks, self.srcu_unlocks);
        &given & &graph.loc
    }
}

/// Pairs up beginnings and ends of sections like brackets, per thread and domain.
fn matched(graph: &Execution, locks: Set, unlocks: Set) -> Relation {
    let mut pairs = Relation::empty(graph.count());
    let mut open: Vec<(Option<u8>, Option<Loc>, usize)> = Vec::new();
    // The events of a thread are numbered in program order.
    for event in (locks | unlocks).iter() {
        let (thread, at) = (graph.thread[event], graph.events[event].at);
        if locks.contains(event) {
            open.push((thread, at, event));
        } else if let Some(last) = open.iter().rposition(|lock| (lock.0, lock.1) == (thread, at)) {
            let (.., lock) = open.remove(last);
            pairs.insert(lock, event);
        }
    }
    pairs
}

/// What RCU orders.
#[derive(Debug)]
pub(super) struct Order {
    /// `rcu-fence`; None without a grace period, and where only `rb` would use it and `pb` says as much because
    /// there is no critical section.
    pub(super) fence: Option<Relation>,
    /// `prop ; rcu-fence ; [Marked]`: the first step of `rb`, which `hb* ; pb*` follows.
    pub(super) steps: Option<Relation>,
    possible: bool,
}

impl Order {
    pub(super) fn new(
        release: Release,
        graph: &Execution,
        fixed: &Fixed,
        hb: &HappensBefore<'_>,
        pb: &Propagation,
    ) -> Order {
        let sections = &fixed.sections;
        let count = graph.count();
        let no_period = (sections.rcu_periods | sections.srcu_periods).is_empty();
        let no_section = (sections.rcu_locks | sections.srcu_locks).is_empty();
        if no_period || no_section && fixed.classes.plain.is_empty() {
            return Order { fence: None, steps: None, possible: true };
        }
        let rcu_period = Relation::identity(count, sections.rcu_periods);
        let srcu_period = Relation::identity(count, sections.srcu_periods);
        let rcu_section = sections.rcu.inverse();
        let srcu_section = sections.srcu(release, graph, fixed).inverse();
        let all = sections.all();

        let after = pb.steps.star();
        let link = sections.maybe_po.from(all).then(&after).then(&hb.prop);
        let link = link.then(&fixed.po.to(all));
        // A period and a section with an ordered sequence between them, in either order.
        let joined = |between: &Relation| {
            let pairs = |period: &Relation, section: &Relation| {
                period.then(between).then(section) | section.then(between).then(period)
            };
            pairs(&rcu_period, &rcu_section) | &pairs(&srcu_period, &srcu_section) & &graph.loc
        };
        let mut order = joined(&link) | &rcu_period | &srcu_period;
        loop {
            let linked = order.then(&link);
            let longer = joined(&link.then(&linked)) | linked.then(&order) | &order;
            if longer == order {
                break;
            }
            order = longer;
        }
        let fence = fixed.po.to(all).then(&order).then(&sections.maybe_po);
        let steps = hb.prop.then(&fence).to(fixed.classes.marked);
        let possible = steps.then(&after).is_irreflexive();
        Order { fence: Some(fence), steps: Some(steps), possible }
    }

    /// Whether `rb` is irreflexive.
    pub(super) fn is_possible(&self) -> bool {
        self.possible
    }
}
