//! [`Plain`]: plain accesses, which the compiler may tear, fuse, repeat or invent.
//!
//! A plain access happens at no particular time. What is known are bounds: marked accesses that are ordered before
//! and after it. The result of a race is defined only as far as these bounds contradict a source or a coherence
//! order: `plain-coherence`. Two accesses race unless their bounds keep them apart.

use super::happens_before::{HappensBefore, maybe_between};
use super::propagation::Propagation;
use super::rcu::Order;
use super::{Fixed, Release};
use crate::{Execution, Relation};

#[derive(Debug)]
pub(super) struct Plain {
    /// `pre-race`: accesses of different threads of which one is plain.
    pre_race: Relation,
    /// `ww-vis`, `wr-vis`: what of a write has surely reached a later access.
    ww_vis: Relation,
    wr_vis: Relation,
    /// `rw-xbstar`: which reads are surely over before a write begins.
    rw_xbstar: Relation,
}

impl Plain {
    pub(super) fn new(
        release: Release,
        graph: &Execution,
        fixed: &Fixed,
        hb: &HappensBefore<'_>,
        pb: &Propagation,
        rcu: &Order,
    ) -> Plain {
        let Fixed { classes, fences, .. } = fixed;
        let (all, marked) = (classes.all, classes.marked);
        let none = Relation::empty(graph.count());
        let rcu_fence = rcu.fence.as_ref().unwrap_or(&none);
        let fence = &*hb.fence | rcu_fence;
        let strong_fence = &*hb.strong_fence | rcu_fence;

        // xb = hb | pb | rb.
        let xbstar = (&pb.steps | rcu.steps.as_ref().unwrap_or(&none)).star();
        let after_strong = strong_fence.to(marked).then(&xbstar);
        let seen = hb.cumul_fences.then(&hb.rfe.maybe()).to(marked);
        let vis = seen.then(&(&after_strong | &graph.internal(&xbstar)));
        let after_strong = strong_fence.then(&xbstar);

        let w_pre_bounded = maybe_between(&(&*hb.addr | &fence), marked, all);
        let r_pre_bounded =
            maybe_between(&(&*hb.addr | &hb.nonrw_fence | &fences.rmb_before), marked, all);
        let mut w_post_bounded = maybe_between(&fence, all, marked);
        if let (Release::V6_12, Some(sequence)) = (release, &hb.rmw_sequence) {
            w_post_bounded = w_post_bounded.then(sequence);
        }
        let r_post_bounded = maybe_between(&(&*hb.nonrw_fence | &fences.rmb_after), all, marked);

        let visible = |bounded: &Relation| {
            &fence | &(after_strong.then(bounded) | w_post_bounded.then(&vis).then(bounded))
        };
        let own_writes = classes.memory - classes.initial;
        let pairs = Relation::cross(graph.count(), classes.plain, classes.memory)
            | Relation::cross(graph.count(), own_writes, classes.plain);
        Plain {
            pre_race: graph.external(&pairs),
            ww_vis: visible(&w_pre_bounded),
            wr_vis: visible(&r_pre_bounded),
            rw_xbstar: &fence | &r_post_bounded.then(&xbstar).then(&w_pre_bounded),
        }
    }

    /// `plain-coherence`.
    pub(super) fn coherent(&self, graph: &Execution) -> bool {
        let contradict = |communication: &Relation, bounds: &Relation| {
            !(&(&self.pre_race & communication) & &bounds.inverse()).is_empty()
        };
        !contradict(&graph.rf, &self.rw_xbstar)
            && !contradict(&graph.fr(), &self.wr_vis)
            && !contradict(&graph.co, &self.ww_vis)
    }

    /// `ww-race | wr-race | rw-race`, not empty.
    pub(super) fn races(&self, graph: &Execution, fixed: &Fixed) -> bool {
        let classes = &fixed.classes;
        let count = graph.count();
        let cross = |from, to| Relation::cross(count, from, to);
        let writes = classes.writes;
        let first = cross(classes.marked, writes) | &self.rw_xbstar;
        let second = cross(writes, classes.marked) | &self.wr_vis;
        let ww_nonrace = &(&self.ww_vis & &first) & &second;
        let ww = &(&self.pre_race & &graph.co) - &ww_nonrace;
        let seen = graph.co.maybe().then(&graph.rf);
        let wr = &(&(&self.pre_race & &seen) - &self.wr_vis) - &self.rw_xbstar.inverse();
        let rw = &(&self.pre_race & &graph.fr()) - &self.rw_xbstar;
        ![ww, wr, rw].iter().all(Relation::is_empty)
    }
}
