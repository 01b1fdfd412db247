//! The properties of an architecture in one kernel era that are not functions of a word, as data.
//!
//! Every architecture must state every field: there are no defaults, so a missing one is a compile error. A
//! field exists only if some code needs it, and cites the kernel's own name.

use crate::{Field, MigrationFormat, Mmu};

/// The kernel tree from which an architecture's helpers were read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kernel {
    /// 6.1.192, which has the backported fix of April 2024.
    V6_1,
    /// 6.12.117.
    V6_12,
}

impl Kernel {
    /// Whether its tools/memory-model lets a chain of updates carry what the store before it carries.
    pub const fn has_rmw_sequences(self) -> bool {
        matches!(self, Kernel::V6_12)
    }
}

/// The order in which other CPUs may observe one CPU's memory accesses.
///
/// An architecture for which there is no model of its own has the kernel's, which allows whatever it does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MemoryModel {
    /// Sequential consistency: plain interleaving.
    Sc,
    /// Total store order: a store may be delayed past later loads of other words (x86).
    Tso,
    /// C11 as repaired by RC11: accesses of different words are unordered unless a barrier or an acquire orders
    /// them, but no store passes an earlier load. It is loom's.
    Rc11,
    /// Armv8: multi-copy atomic, and a store may pass an earlier load of another word unless it depends on it.
    Armv8,
    /// RVWMO, of RISC-V: as `armv8`, but for what its fences and atomic instructions order.
    Rvwmo,
    /// The Linux kernel's own: what every architecture that it runs on may do.
    Lkmm,
}

impl core::fmt::Display for MemoryModel {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.name())
    }
}

impl MemoryModel {
    /// All memory models, each after those that allow less. `rc11` and the three after it are not comparable.
    pub const ALL: [MemoryModel; 6] = [
        MemoryModel::Sc,
        MemoryModel::Tso,
        MemoryModel::Rc11,
        MemoryModel::Armv8,
        MemoryModel::Rvwmo,
        MemoryModel::Lkmm,
    ];

    /// Whether accesses of different words are unordered unless something orders them: other than under total store
    /// order, each barrier counts.
    pub const fn is_relaxed(self) -> bool {
        !matches!(self, MemoryModel::Sc | MemoryModel::Tso)
    }

    /// Whether code for a machine of this model has the barriers that another model asks for.
    pub fn has_barriers_of(self, other: MemoryModel) -> bool {
        other <= self || self.is_relaxed()
    }

    /// What has become of a memory model of this name, if there was one.
    pub fn renamed(name: &str) -> Option<&'static str> {
        (name == "weak").then_some("`weak` is now called `rc11`; the kernel's own model is `lkmm`")
    }

    /// Returns the memory model of this name.
    pub fn by_name(name: &str) -> Option<MemoryModel> {
        Self::ALL.into_iter().find(|model| model.name() == name)
    }

    /// The name on the command line and in reports.
    pub const fn name(self) -> &'static str {
        match self {
            MemoryModel::Sc => "sc",
            MemoryModel::Tso => "tso",
            MemoryModel::Rc11 => "rc11",
            MemoryModel::Armv8 => "armv8",
            MemoryModel::Rvwmo => "rvwmo",
            MemoryModel::Lkmm => "lkmm",
        }
    }
}

/// How KVM determines the size of the host's mapping, to map as much for the guest.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum KvmWalk {
    /// `host_pfn_mapping_level()`: tests for none, present and leaf.
    HostPfnMappingLevel {
        /// Whether `lookup_address_in_mm()` did this before 44187235cbcc.
        was_lookup_address: bool,
    },
    /// `get_user_mapping_size()`: tests the hardware's valid bit.
    GetUserMappingSize,
}

/// The properties of an architecture in one kernel era, besides the functions of [`crate::Arch`].
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// The name on the command line, such as `arm64@6.1`.
    pub name: &'static str,
    /// The kernel tree from which all of this was read.
    pub kernel: Kernel,
    /// The configuration that the bit table assumes, in a few words.
    pub config: &'static str,
    /// The bit table.
    pub fields: &'static [Field],
    /// `PAGE_SHIFT`: log2 of the page size.
    pub page_shift: u32,
    /// `PMD_SHIFT`: log2 of the size of what one PMD maps.
    pub pmd_shift: u32,
    /// The memory model of the hardware.
    pub memory_model: MemoryModel,
    /// How live entries are replaced and TLBs flushed.
    pub mmu: Mmu,
    /// ARCH_ENABLE_THP_MIGRATION (arch/*/Kconfig) and the encoding of the entries (linux/swapops.h); None
    /// without PMD migration entries.
    pub thp_migration: Option<MigrationFormat>,
    /// HAVE_FAST_GUP in 6.1, HAVE_GUP_FAST in 6.12 (arch/*/Kconfig): GUP may walk without a lock, with
    /// interrupts disabled.
    pub gup_fast: bool,
    /// ARCH_SUPPORTS_NUMA_BALANCING (arch/*/Kconfig): entries are made PROT_NONE to sample accesses to the
    /// page. Without it `pmd_protnone()` is a stub.
    pub numa_balancing: bool,
    /// HAVE_MOVE_PMD (arch/*/Kconfig), unless `arch_supports_page_table_move()` (mm/mremap.c, asm/tlb.h)
    /// refuses at run time: mremap may move a whole page table.
    pub move_pmd: bool,
    /// MMU_GATHER_RCU_TABLE_FREE (arch/*/Kconfig): page tables are freed by a protocol with lockless walkers, and
    /// `tlb_remove_table_sync_one()` (mm/mmu_gather.c) interrupts every CPU. Without it that function is an empty
    /// inline (asm-generic/tlb.h), because a flush interrupts every CPU already.
    pub rcu_table_free: bool,
    /// How KVM determines the size of the host's mapping (arch/*/kvm/mmu.c, arch/x86/kvm/mmu/mmu.c); None
    /// where it does so in another way, which is not modelled, or where there is no KVM.
    pub kvm_walk: Option<KvmWalk>,
    /// Whether the hardware's update of accessed and dirty bits on a user store is modelled, following the
    /// architecture's manual; see [`crate::Arch::hw_store`].
    pub hw_dirty: bool,
    /// Whether a fix was queued in April 2024, and withdrawn, that makes `pmd_mkinvalid()` (asm/pgtable.h)
    /// leave words unchanged that are not valid for the hardware.
    pub mkinvalid_guard: bool,
    /// CONFIG_ARM64_CONTPTE: functions that change a PTE read it first, to see whether it is one of a contiguous
    /// mapping that they must unfold (asm/pgtable.h). Words of contiguous mappings are not modelled.
    pub contpte: bool,
    /// Whether `ptep_set_wrprotect()` is a loop of compare and exchange that begins with a read (asm/pgtable.h), not
    /// one atomic update.
    pub wrprotect_reads: bool,
    /// PER_VMA_LOCK (mm/Kconfig), which 6.1 has not: `mmap_write_lock()` begins a sequence count
    /// (include/linux/mmap_lock.h).
    pub per_vma_lock: bool,
    /// ARCH_HAS_HW_PTE_YOUNG (arch/*/Kconfig), which 6.1 has not: the hardware marks entries as accessed.
    pub hw_pte_young: bool,
    /// MAX_PHYSMEM_BITS (asm/sparsemem.h): no memory has a physical address of more bits.
    pub max_physmem_bits: u32,
    /// HAVE_ARCH_USERFAULTFD_WP (arch/*/Kconfig): userfaultfd can be told of writes to protected pages, not only of
    /// pages that are missing.
    pub userfaultfd_wp: bool,
    /// Whether the handler of machine checks finds page frames by `addr_to_pfn()` (arch/*/kernel/mce_power.c).
    pub addr_to_pfn: bool,
}
