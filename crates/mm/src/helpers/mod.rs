//! The kernel's helpers, as methods of [`Ctx`](crate::Ctx), which routines call besides the primitives of a
//! CPU.

mod folio;
mod notifier;
mod pmd;
mod pte;
mod tlb;

pub(crate) use folio::GUP_PIN_COUNTING_BIAS;
pub use notifier::Notifier;
pub use pmd::Invalidate;
pub use tlb::Tlb;

/// The kernel functions that helpers enter, in alphabetical order.
pub(crate) static ENTERED: &[&str] = &[
    "flush_tlb_page",
    "mmu_interval_read_begin",
    "mmu_notifier_invalidate_range_end",
    "mmu_notifier_invalidate_range_start",
    "pmd_clear",
    "pmd_populate",
    "pmdp_collapse_flush",
    "pmdp_establish",
    "pmdp_huge_get_and_clear",
    "pmdp_huge_get_and_clear_full",
    "pmdp_invalidate",
    "pmdp_invalidate_ad",
    "pmdp_set_access_flags",
    "pmdp_test_and_clear_young",
    "pte_clear",
    "ptep_get_and_clear",
    "ptep_set_wrprotect",
    "set_page_refcounted",
    "set_pmd_at",
    "set_pte_at",
    "set_ptes",
];
