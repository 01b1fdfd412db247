//! The facts of an architecture in one kernel era, as data: everything about it that is not a function
//! of a word.
//!
//! Every field must be stated by every architecture: there are no defaults, so a fact that is forgotten
//! does not compile. A fact is here because some code asks for it, under the kernel's own name.

use crate::{Field, MigrationFormat, Mmu};

/// The kernel tree an architecture's helpers were read from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kernel {
    /// 6.1.192 (the stable tree that contains the backported fix of April 2024).
    V6_1,
    /// 6.12.117.
    V6_12,
}

/// The order in which other CPUs may see one CPU's memory accesses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MemoryModel {
    /// Sequential consistency: a plain interleaving.
    Sc,
    /// Total store order: a store may be delayed past later loads of other words (x86).
    Tso,
    /// Loads and stores of different words are unordered unless a barrier or a dependency orders them.
    Weak,
}

impl core::fmt::Display for MemoryModel {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.name())
    }
}

impl MemoryModel {
    /// All of them, the strongest first.
    pub const ALL: [MemoryModel; 3] = [MemoryModel::Sc, MemoryModel::Tso, MemoryModel::Weak];

    /// The memory model of this name.
    pub fn by_name(name: &str) -> Option<MemoryModel> {
        Self::ALL.into_iter().find(|model| model.name() == name)
    }

    /// The name used on the command line and in reports.
    pub const fn name(self) -> &'static str {
        match self {
            MemoryModel::Sc => "sc",
            MemoryModel::Tso => "tso",
            MemoryModel::Weak => "weak",
        }
    }
}

/// How KVM looks up how large a page the host maps, to map as much for the guest.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum KvmWalk {
    /// `host_pfn_mapping_level()`: by none, present and leaf.
    HostPfnMappingLevel {
        /// Whether `lookup_address_in_mm()` did this before 44187235cbcc.
        was_lookup_address: bool,
    },
    /// `get_user_mapping_size()`: by the hardware's valid bit.
    GetUserMappingSize,
}

/// What an architecture is in one kernel era, besides the functions of [`crate::Arch`].
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// The name users type, such as `arm64@6.1`.
    pub name: &'static str,
    /// The kernel tree that all of this was read from.
    pub kernel: Kernel,
    /// The configuration that the bit table assumes, in a few words.
    pub config: &'static str,
    /// The bit table.
    pub fields: &'static [Field],
    /// `PAGE_SHIFT`: log2 of the page size.
    pub page_shift: u32,
    /// `PMD_SHIFT`: log2 of what one PMD maps.
    pub pmd_shift: u32,
    /// The memory model of the hardware.
    pub memory_model: MemoryModel,
    /// How live entries are replaced and TLBs flushed.
    pub mmu: Mmu,
    /// ARCH_ENABLE_THP_MIGRATION (arch/*/Kconfig), and how the entries are encoded (linux/swapops.h); None
    /// without PMD migration entries.
    pub thp_migration: Option<MigrationFormat>,
    /// HAVE_FAST_GUP in 6.1, HAVE_GUP_FAST in 6.12 (arch/*/Kconfig): GUP may walk with interrupts off and
    /// no lock.
    pub gup_fast: bool,
    /// ARCH_SUPPORTS_NUMA_BALANCING (arch/*/Kconfig): entries are made PROT_NONE to see who uses the page.
    /// Without it `pmd_protnone()` is a stub.
    pub numa_balancing: bool,
    /// HAVE_MOVE_PMD (arch/*/Kconfig), where `arch_supports_page_table_move()` (mm/mremap.c, asm/tlb.h) does
    /// not refuse at run time: mremap may move a whole page table.
    pub move_pmd: bool,
    /// How KVM looks up the size of the host's mapping (arch/*/kvm/mmu.c, arch/x86/kvm/mmu/mmu.c); None
    /// where it has another way, which is not modelled, or there is no KVM.
    pub kvm_walk: Option<KvmWalk>,
    /// Whether hardware is modelled that marks an entry accessed and dirty when a user stores by it, as the
    /// architecture's manual has it; [`crate::Arch::hw_store`] says how.
    pub hw_dirty: bool,
    /// Whether a fix was queued for it in April 2024, and withdrawn, that has `pmd_mkinvalid()`
    /// (asm/pgtable.h) leave a word alone that the hardware would not use.
    pub mkinvalid_guard: bool,
}
