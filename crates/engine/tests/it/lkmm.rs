//! The machine of LKMM on the whole catalogue: with and without its reductions.

use pmdrace_mm::MemoryModel;

use crate::armv8::reduction_is_safe;

/// On one architecture, since what bits mean makes no difference to the reduction.
#[test]
fn the_reduction_is_safe_under_lkmm() {
    reduction_is_safe(MemoryModel::Lkmm, "arm64@");
}
