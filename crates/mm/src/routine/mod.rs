//! The routines: line-by-line readable transcriptions of kernel functions, one file per family.
//!
//! Each names the kernel function and the versions it was read from. Where 6.1 and 6.12 differ, the
//! routine asks [`pmdrace_pgtable::Kernel`] and does what that tree does. Each guard, a step that the
//! code relies on, can be switched off by name, so that tests can show what it protects against.

mod args;
mod bare;
mod clear_bad;
mod collapse;
mod dirty;
mod fault;
mod follow;
mod fork;
mod gup_fast;
mod hmm;
mod khugepaged;
mod kvm;
mod kvm_walk;
pub mod litmus;
mod madvise;
mod migrate;
mod move_ptes;
mod mprotect;
mod mremap;
mod pae;
mod page_vma_mapped;
mod perf;
mod pfnmap;
mod pin;
mod pte_alloc;
mod secondary;
mod share;
mod split;
mod split_folio;
mod switch_mm;

use pmdrace_pgtable::Arch;

use crate::Ctx;

pub use args::{ArgKind, ArgSpec, ArgValue, Args, BindError, Guard};

/// Something a CPU runs from beginning to end.
pub trait Routine: Send + Sync {
    /// Runs it once.
    fn run(&self, k: &Ctx<'_>);

    /// Whether it waits for other CPUs, by interrupt or for a grace period, whatever a TLB flush does.
    fn waits_for_cpus(&self, _: &dyn Arch) -> bool {
        false
    }

    /// Its steps, if they are all that it is: see [`litmus`].
    fn steps(&self) -> Option<&[litmus::Step]> {
        None
    }
}

/// A routine by name: what scenarios can ask for.
pub struct RoutineSpec {
    /// Its name in scenarios.
    pub name: &'static str,
    /// What it does, in one sentence.
    pub summary: &'static str,
    /// The kernel functions it transcribes, with their file.
    pub kernel: &'static [&'static str],
    /// Whether it walks without the lock that mutators hold.
    pub reader: bool,
    /// Whether it may store to an entry without holding a lock.
    pub lockless_stores: bool,
    /// Whether it listens to the mmu notifier.
    pub notifier: bool,
    /// Whether this kernel has it; if not, why.
    pub exists: fn(&dyn Arch) -> Result<(), &'static str>,
    /// What a scenario gives it.
    pub args: &'static [ArgSpec],
    /// The steps that can be switched off by name.
    pub guards: &'static [Guard],
    /// Builds it from checked arguments.
    pub build: fn(&Args) -> Box<dyn Routine>,
}

/// What most routines have in common: mutators of every kernel, without guards.
const SPEC: RoutineSpec = RoutineSpec {
    name: "",
    summary: "",
    kernel: &[],
    reader: false,
    lockless_stores: false,
    notifier: false,
    exists: |_| Ok(()),
    args: &[],
    guards: &[],
    build: |_| Box::new(Nothing),
};

struct Nothing;

impl Routine for Nothing {
    fn run(&self, _: &Ctx<'_>) {}
}

/// Routines that only a kernel with PMD migration entries has.
fn with_migration_entries(arch: &dyn Arch) -> Result<(), &'static str> {
    arch.thp_migration_supported().then_some(()).ok_or("it has no PMD migration entries")
}

/// Every routine, mutators first.
pub static ROUTINES: &[&RoutineSpec] = &[
    &split::SPLIT_HUGE_PMD_LOCKED,
    &migrate::REMOVE_MIGRATION_PMD,
    &migrate::MIGRATE_HUGE_PMD,
    &collapse::COLLAPSE_AND_FREE_PMD,
    &collapse::COLLAPSE_HUGE_PAGE,
    &kvm_walk::COLLAPSE_PTE_MAPPED_THP,
    &mprotect::DO_HUGE_PMD_ANONYMOUS_PAGE,
    &mremap::MOVE_NORMAL_PMD,
    &mremap::RETRACT_PAGE_TABLES,
    &split_folio::SPLIT_HUGE_PMD_OF,
    &pte_alloc::PTE_ALLOC,
    &dirty::SET_PMD_MIGRATION_ENTRY,
    &fork::COPY_PRESENT_PTE,
    &share::TRY_SHARE_ANON_RMAP,
    &secondary::COLLAPSE_FILE,
    &move_ptes::MOVE_PTES,
    &move_ptes::ZAP_PTE_RANGE,
    &switch_mm::FLUSH_TLB_MM_RANGE,
    &pae::PAE_WRITE,
    &madvise::MADVISE_FREE_HUGE_PMD,
    &madvise::ZAP_PMD_RANGE,
    &gup_fast::GUP_FAST_READ,
    &gup_fast::GUP_FAST_WRITE,
    &perf::PERF_SIZE,
    &follow::FOLLOW_PMD,
    &page_vma_mapped::PAGE_VMA_MAPPED,
    &fault::FAULT,
    &hmm::HMM,
    &kvm::HOST_LEVEL,
    &kvm::USER_SIZE,
    &khugepaged::KHUGEPAGED,
    &clear_bad::CLEAR_BAD,
    &clear_bad::PTE_OFFSET_MAP,
    &kvm_walk::KVM_HOST_WALK,
    &mprotect::CHANGE_PMD_RANGE,
    &pfnmap::FOLLOW_PFNMAP_START,
    &pte_alloc::WALK_TABLE,
    &dirty::HARDWARE_STORE,
    &pin::GUP_FAST_PIN_WRITE,
    &pin::GUP_FAST_PIN_READ,
    &secondary::SECONDARY_FAULT,
    &move_ptes::USER_ACCESS,
    &switch_mm::SWITCH_MM_IRQS_OFF,
    &pae::PAE_READ,
    &bare::BARE,
    &litmus::LITMUS,
];

/// Every kernel function that a routine enters, in alphabetical order: what a goal can name.
pub static FUNCTIONS: &[&str] = &[
    "__collapse_huge_page_copy",
    "__collapse_huge_page_isolate",
    "__handle_mm_fault",
    "__pte_alloc",
    "__pte_offset_map",
    "__split_huge_pmd",
    "__split_huge_pmd_locked",
    "bare_walk",
    "change_pmd_range",
    "collapse_and_free_pmd",
    "collapse_file",
    "collapse_huge_page",
    "collapse_pte_mapped_thp",
    "copy_page_range",
    "copy_present_page",
    "copy_present_pte",
    "direct_page_fault",
    "do_huge_pmd_anonymous_page",
    "do_huge_pmd_numa_page",
    "do_huge_pmd_wp_page",
    "find_pmd_or_thp_or_none",
    "flush_tlb_mm_range",
    "flush_tlb_page",
    "folio_try_share_anon_rmap",
    "follow_page_pte",
    "follow_pfnmap_start",
    "follow_pmd_mask",
    "get_user_mapping_size",
    "gup_fast",
    "gup_fast_pmd_leaf",
    "gup_fast_pmd_range",
    "gup_fast_pte_range",
    "gup_huge_pmd",
    "gup_pmd_range",
    "gup_pte_range",
    "hardware_store",
    "hmm_range_fault",
    "hmm_vma_walk_pmd",
    "host_pfn_mapping_level",
    "huge_pmd_set_accessed",
    "kvm_page_fault",
    "lockless_pages_from_mm",
    "madvise_free_huge_pmd",
    "map_pte",
    "migrate_pages",
    "mmu_interval_read_begin",
    "mmu_notifier_invalidate_range_end",
    "mmu_notifier_invalidate_range_start",
    "move_normal_pmd",
    "move_page_tables",
    "move_ptes",
    "pae_write",
    "page_vma_mapped_walk",
    "perf_get_page_size",
    "perf_get_pgtable_size",
    "pmd_clear",
    "pmd_clear_bad",
    "pmd_none_or_trans_huge_or_clear_bad",
    "pmd_populate",
    "pmdp_collapse_flush",
    "pmdp_establish",
    "pmdp_get_lockless",
    "pmdp_huge_get_and_clear",
    "pmdp_invalidate",
    "pte_clear",
    "ptep_get_and_clear",
    "ptep_set_wrprotect",
    "raw_write_seqcount_begin",
    "raw_write_seqcount_end",
    "remove_migration_pmd",
    "remove_migration_ptes",
    "retract_page_tables",
    "set_page_refcounted",
    "set_pmd_at",
    "set_pmd_migration_entry",
    "set_pte_at",
    "switch_mm_irqs_off",
    "tlb_remove_table_sync_one",
    "user_access",
    "walk_table",
    "write_protect_page",
    "zap_huge_pmd",
    "zap_pmd_range",
    "zap_pte_range",
];

/// Guards that no scenario can show to be needed, and why they are there all the same: routine, guard, reason.
pub static UNCAUGHT: &[(&str, &str, &str)] = &[(
    "kvm-user-size",
    "notifier-retry",
    "in the races that are shipped, the hardware's valid bit turns this walk away by itself; the guest's \
     mapping that the guard keeps from outliving a split is not modelled",
)];

/// The routine of this name.
pub fn by_name(name: &str) -> Option<&'static RoutineSpec> {
    ROUTINES.iter().copied().find(|spec| spec.name == name)
}
