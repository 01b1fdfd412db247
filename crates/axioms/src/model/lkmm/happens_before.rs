//! [`HappensBefore`]: `hb`, what runs before what.
//!
//! An instruction runs before another of its thread if a fence or a dependency says so (`ppo`), a write before the
//! reads of other threads that return it (`rfe`), and a read before an instruction of its own thread if otherwise
//! the write that overwrites what it read would already have reached it (`prop` back into the thread).

use std::borrow::Cow;

use super::classes::Classes;
use super::fences::Fences;
use super::{Fixed, Release};
use crate::{Execution, Relation, Set};

/// What dependencies and fences say, without `rf` and `co`.
#[derive(Clone, Debug)]
pub(super) struct Text {
    /// Data dependencies, from the read of an atomic operation to its write too.
    pub(super) data: Relation,
    /// `dep`.
    dep: Relation,
    /// `ppo`.
    ppo: Relation,
    /// `strong-fence | po-rel`: the fences that are A-cumulative.
    cumulative: Relation,
    /// `cumul-fence`.
    cumul_fence: Relation,
}

impl Text {
    pub(super) fn new(
        release: Release,
        graph: &Execution,
        classes: &Classes,
        fences: &Fences,
    ) -> Text {
        let data = &graph.data | &(&graph.rmw & &graph.iico_data);
        let dep = &graph.addr | &data;
        let ppo = preserved(release, classes, fences, &graph.addr, &dep, &graph.ctrl);
        let cumulative = &fences.strong | &fences.po_rel;
        let cumul_fence = &cumulative | &fences.wmb;
        Text { data, dep, ppo, cumulative, cumul_fence }
    }
}

/// The part of `ppo` that dependencies and the fences of one thread make.
fn preserved(
    release: Release,
    classes: &Classes,
    fences: &Fences,
    addr: &Relation,
    dep: &Relation,
    ctrl: &Relation,
) -> Relation {
    let to_write = (dep | ctrl).to(classes.writes) | addr.to(classes.plain).then(&fences.wmb);
    let to_read = match release {
        Release::V6_1 => Cow::Borrowed(addr),
        Release::V6_12 => Cow::Owned(addr.to(classes.reads)),
    };
    to_write | &*to_read | &fences.fence
}

#[derive(Debug)]
pub(super) struct HappensBefore<'f> {
    /// `rfe`.
    pub(super) rfe: Relation,
    /// `strong-fence`, not yet with what RCU adds.
    pub(super) strong_fence: Cow<'f, Relation>,
    /// `nonrw-fence`.
    pub(super) nonrw_fence: Cow<'f, Relation>,
    /// `fence`, not yet with what RCU adds.
    pub(super) fence: Cow<'f, Relation>,
    /// `addr`.
    pub(super) addr: Cow<'f, Relation>,
    /// `cumul-fence*`.
    pub(super) cumul_fences: Relation,
    /// `rmw-sequence`, of the releases that have it.
    pub(super) rmw_sequence: Option<Relation>,
    /// `prop`.
    pub(super) prop: Relation,
    /// `hb`.
    pub(super) hb: Relation,
}

impl<'f> HappensBefore<'f> {
    pub(super) fn new(
        release: Release,
        graph: &'f Execution,
        fixed: &'f Fixed,
        fr: &Relation,
    ) -> HappensBefore<'f> {
        let Fixed { classes, fences, locks, text, .. } = fixed;
        let marked = classes.marked;
        let rfe = graph.external(&graph.rf);
        let rfi = graph.internal(&graph.rf);
        let overwrite = fr | &graph.co;

        let handed_over = fences.handed_over(release, graph, locks);
        let with = |relation: &'f Relation| match &handed_over {
            None => Cow::Borrowed(relation),
            Some(more) => Cow::Owned(relation | more),
        };
        let hand_over = (!locks.is_empty()).then(|| locks.hand_over(graph));

        let mut addr = Cow::Borrowed(&graph.addr);
        let mut ppo = graph.internal(&overwrite) | &text.ppo;
        if !rfi.is_empty() && !text.dep.is_empty() {
            let mut dep = Cow::Borrowed(&text.dep);
            if let Some(carry) = carried(release, fixed, &rfi) {
                let ctrl = carry.then(&graph.ctrl);
                addr = Cow::Owned(carry.then(&graph.addr));
                dep = Cow::Owned(carry.then(&text.dep));
                ppo = ppo | preserved(release, classes, fences, &addr, &dep, &ctrl);
            }
            ppo = ppo | dep.to(marked).then(&rfi);
        }
        if let Some(hand_over) = &hand_over {
            ppo = ppo | graph.internal(hand_over);
        }
        match (&handed_over, release) {
            (Some(between_threads), Release::V6_1) => ppo = ppo | between_threads,
            (Some(between_threads), Release::V6_12) => ppo = ppo | graph.internal(between_threads),
            (None, _) => {}
        }

        let rfe_marked = rfe.to(marked);
        let cumulative = with(&text.cumulative);
        let mut cumul_fence = rfe_marked.then(&cumulative) | &*with(&text.cumul_fence);
        if let Some(hand_over) = &hand_over {
            cumul_fence = cumul_fence | hand_over;
        }
        cumul_fence = cumul_fence.between(marked, marked);
        let rmw_sequence = rmw_sequence(release, graph);
        if let Some(sequence) = &rmw_sequence {
            cumul_fence = cumul_fence.then(sequence);
        }
        let cumul_fences = cumul_fence.star();

        let from_overwrite = graph.external(&overwrite);
        let fenced = from_overwrite.then(&cumul_fences) | &cumul_fences;
        let prop = (fenced.to(marked).then(&rfe_marked) | &fenced).between(marked, marked);

        let back = graph.internal(&prop).without_identity();
        let hb = (ppo | &rfe | &back).between(marked, marked);
        HappensBefore {
            rfe,
            strong_fence: with(&fences.strong),
            nonrw_fence: with(&fences.nonrw),
            fence: with(&fences.fence),
            addr,
            cumul_fences,
            rmw_sequence,
            prop,
            hb,
        }
    }
}

/// `carry-dep`: later releases carry dependencies on through a variable. None if nothing is.
fn carried(release: Release, fixed: &Fixed, rfi: &Relation) -> Option<Relation> {
    if release < Release::V6_12 {
        return None;
    }
    let handed_on = fixed.text.data.to(fixed.classes.all - fixed.sections.srcu_unlocks);
    let carry = handed_on.then(rfi);
    (!carry.is_empty()).then(|| carry.star())
}

/// `rmw-sequence`: from a write to the atomic operations that continue it.
fn rmw_sequence(release: Release, graph: &Execution) -> Option<Relation> {
    (release >= Release::V6_12 && !graph.rmw.is_empty()).then(|| graph.rf.then(&graph.rmw).star())
}

/// The pairs of a relation between two sets, and the events of both sets with themselves: `[from] ; r? ; [to]`.
pub(super) fn maybe_between(relation: &Relation, from: Set, to: Set) -> Relation {
    relation.maybe().between(from, to)
}
