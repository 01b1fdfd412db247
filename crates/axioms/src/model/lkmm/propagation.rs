//! [`Propagation`]: `pb`, the order in which writes reach all threads and memory.
//!
//! Whatever reached the thread of a strong fence before the fence has reached every thread before anything after it:
//! `pb = prop ; strong-fence ; hb* ; [Marked]`. A cycle of `hb` or of `pb` is a cycle of the two first steps
//! together, `hb | (prop ; strong-fence ; [Marked])`, and `hb* ; pb*` is the closure of these.

use super::Fixed;
use super::happens_before::HappensBefore;
use crate::Relation;

/// `hb | (prop ; strong-fence ; [Marked])`.
#[derive(Debug)]
pub(super) struct Propagation {
    pub(super) steps: Relation,
}

impl Propagation {
    pub(super) fn new(hb: &HappensBefore<'_>, fixed: &Fixed) -> Propagation {
        let fenced = hb.prop.then(&hb.strong_fence);
        Propagation { steps: fenced.to(fixed.classes.marked) | &hb.hb }
    }
}
