//! What differs between builds for different architectures, one file each.

mod arm64;
mod loongarch64;
mod powerpc64;
mod riscv64;
mod s390x;
mod x86_64;

use pmdrace_kir::Settings;

use crate::TreeError;
use crate::probe::Probe;

/// An architecture as a kernel tree knows it.
pub(crate) struct Target {
    /// What names of shipped architectures begin with.
    pub(crate) name: &'static str,
    /// What `make ARCH=` takes.
    pub(crate) make: &'static str,
    /// The goal of make that configures it.
    pub(crate) defconfig: &'static str,
    /// The option that its configurations have.
    pub(crate) symbol: &'static str,
    /// What target triples begin with.
    pub(crate) triple: &'static str,
    /// Options of the configuration that the shipped bit table assumes; a leading minus switches off.
    pub(crate) options: &'static [&'static str],
    /// Files that define what other architectures have elsewhere.
    pub(crate) files: &'static [&'static str],
    /// Variables with their values in a kernel that has booted; those that a release lacks are passed over.
    pub(crate) variables: &'static [Variable],
    /// How the code finds its task.
    pub(crate) current: Current,
    /// Whether entries of page tables have the other byte order in memory than the CPU.
    pub(crate) reversed_entries: bool,
    /// Whether spin locks are released by a store in line, not by a call.
    pub(crate) unlocks_by_store: bool,
    /// Whether one barrier is both `smp_rmb()` and `smp_wmb()`, and makes loads and stores ordered.
    pub(crate) light_barriers: bool,
    /// Whether the kernel hands out a new page table by its address (`pgtable_t`), not by its struct page.
    pub(crate) tables_by_address: bool,
    /// What the CPU's own struct holds beside `current`.
    pub(crate) own: fn(&Probe) -> Result<Fields, TreeError>,
    /// What the `mm_struct` holds that depends on the architecture.
    pub(crate) process: fn(&Probe) -> Result<Fields, TreeError>,
    /// Declares capabilities, registers and static keys.
    pub(crate) settings: fn(&mut Settings, &Probe) -> Result<(), TreeError>,
    /// What an instruction orders or maintains.
    pub(crate) instruction: fn(&str) -> Instruction,
}

/// Fields of 8 bytes: offsets and values.
pub(crate) type Fields = Vec<(u64, u64)>;

/// A variable of the kernel.
pub(crate) struct Variable {
    pub(crate) name: &'static str,
    pub(crate) value: u64,
    /// Whether the code under test may store to it, as it does to statistics.
    pub(crate) private: bool,
    /// The fields that have values, of a struct: by what the probe calls their places.
    pub(crate) fields: &'static [(&'static str, u64)],
    /// Where it is, if its address is a word that a bit table knows.
    pub(crate) at: Option<u64>,
}

impl Variable {
    pub(crate) const fn constant(name: &'static str, value: u64) -> Variable {
        Variable { name, value, private: false, fields: &[], at: None }
    }
    pub(crate) const fn private(name: &'static str) -> Variable {
        Variable { private: true, ..Variable::constant(name, 0) }
    }
    pub(crate) const fn fields(
        name: &'static str,
        fields: &'static [(&'static str, u64)],
    ) -> Variable {
        Variable { fields, ..Variable::constant(name, 0) }
    }
    /// A variable whose address matters, and not what it holds.
    pub(crate) const fn placed(name: &'static str, at: u64) -> Variable {
        Variable { at: Some(at), ..Variable::constant(name, 0) }
    }
}

/// How the code finds `current`.
pub(crate) enum Current {
    /// In a register.
    Register(&'static str),
    /// In a field of the `struct thread_info` that a register has the address of.
    ThreadInfo(&'static str),
    /// In the first word of one of these per-CPU variables.
    PerCpu(&'static [&'static str]),
    /// In the CPU's own struct, which is at this address and which the probe describes.
    Own(u64),
}

/// What an instruction with an effect is to other CPUs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Instruction {
    /// `smp_mb()`.
    Mb,
    /// `smp_wmb()`.
    Wmb,
    /// `smp_rmb()`.
    Rmb,
    /// What a release is made of: everything before it is ordered before the store that follows.
    Release,
    /// Orders stores before a TLB maintenance that follows; on its own it is for the walker of the hardware.
    BeforeTlb,
    /// Asks all CPUs to drop translations.
    Tlb,
    /// Drops translations of this CPU alone.
    LocalTlb,
    /// Asks all CPUs to drop translations and waits until they have, with all that is ordered before and after.
    WholeFlush,
    /// Orders all but loads after stores: `smp_wmb()` before a store, `smp_rmb()` before a load.
    Light,
    /// Waits until TLB maintenance is done; elsewhere a full barrier.
    AfterTlb,
    /// Concerns this CPU alone.
    Local,
    /// Not known.
    Unknown,
}

/// The architectures whose builds can be run.
pub(crate) static TARGETS: &[&Target] = &[
    &arm64::ARM64,
    &x86_64::X86_64,
    &riscv64::RISCV64,
    &loongarch64::LOONGARCH64,
    &powerpc64::POWERPC64,
    &s390x::S390X,
];

/// Variables that mean the same on every architecture.
pub(crate) static VARIABLES: &[Variable] = &[
    Variable::constant("huge_zero_pfn", u64::MAX),
    Variable::constant("huge_zero_page", 0),
    Variable::constant("huge_zero_folio", 0),
    Variable::constant("zero_pfn", 1),
    Variable::constant("highest_memmap_pfn", u64::MAX),
    Variable::constant("jiffies", 1 << 32),
    Variable::constant("node_states", 0),
    Variable::constant("percpu_counter_batch", 32),
    Variable::constant("swap_migration_ad_supported", 1),
    Variable::constant("system_state", 3),
    Variable::constant("nr_swapfiles", 0),
    Variable::constant("swapper_spaces", 0),
    Variable::constant("swapper_pg_dir", 0),
    Variable::constant("node_data", 0),
    Variable::constant("memory_cgroup_data", 0),
    Variable::constant("transparent_hugepage_flags", 0),
    Variable::constant("node_reclaim_mode", 0),
    Variable::constant("khugepaged_max_ptes_none", 0),
    Variable::constant("khugepaged_max_ptes_swap", 0),
    Variable::constant("khugepaged_max_ptes_shared", 0),
    Variable::constant("sysctl_overcommit_memory", 0),
    Variable::constant("kmalloc_caches", 0),
    // What WARN_ONCE() keeps, which is read before the condition is known.
    Variable::private("get_file.__already_done"),
    Variable::constant("split_underused_thp", 0),
    // NUMA_BALANCING_NORMAL
    Variable::constant("sysctl_numa_balancing_mode", 1),
    Variable::private("vm_event_states"),
    Variable::private("mthp_stats"),
    Variable::private("write_protect_page.__already_done"),
    Variable::private("__preempt_count"),
];

#[cfg(test)]
mod tests {
    use pmdrace_pgtable::ARCHITECTURES;

    use super::*;

    #[test]
    fn every_target_has_a_bit_table_and_variables_with_one_value() {
        for target in TARGETS {
            let mine = |name: &str| name.split('@').next() == Some(target.name);
            assert!(ARCHITECTURES.iter().any(|arch| mine(arch.name())), "{}", target.name);
            for (at, variable) in target.variables.iter().enumerate() {
                let again = target.variables[at + 1..].iter().chain(VARIABLES);
                let again = again.filter(|other| other.name == variable.name);
                assert_eq!(again.count(), 0, "{} of {}", variable.name, target.name);
            }
            let same = TARGETS.iter().filter(|other| other.triple == target.triple);
            assert_eq!(same.count(), 1, "{}", target.triple);
        }
    }

    #[test]
    fn a_variable_at_an_address_of_its_own_is_an_entry_that_is_none() {
        let placed = |target: &Target| {
            let mut variables = target.variables.iter();
            variables.find_map(|variable| variable.at)
        };
        for target in TARGETS {
            for arch in ARCHITECTURES.iter().filter(|arch| arch.name().starts_with(target.name)) {
                // Elsewhere it is zero or a bit.
                let none = Some(arch.none_pmd().0).filter(|none| none.count_ones() > 1);
                assert_eq!(placed(target), none, "{}", arch.name());
            }
        }
    }

    #[test]
    fn what_is_no_barrier_anywhere_is_not_known() {
        for target in TARGETS {
            for mnemonic in ["", "nop", "fence r,rw", "dbar 0x14", "dmb", "isb sy"] {
                let known = (target.instruction)(mnemonic);
                assert_eq!(known, Instruction::Unknown, "{mnemonic} of {}", target.name);
            }
        }
    }
}
