//! The facts of a build's architecture: from its configuration where that decides, else those of the release.

use std::fmt::Write as _;

use pmdrace_pgtable::{Arch, Facts, MigrationFormat, Mmu};

use crate::TreeError;
use crate::probe::Probe;

/// Options that decide which bits and numbers entries have.
const OPTIONS: &[&str] = &[
    "NUMA_BALANCING",
    "MEMORY_FAILURE",
    "DEVICE_PRIVATE",
    "MEM_SOFT_DIRTY",
    "HAVE_ARCH_USERFAULTFD_WP",
    "CONTPTE",
];

/// The facts, without the names of bits.
pub(super) fn facts(make: &str, era: &'static dyn Arch, probe: &Probe) -> Result<Facts, TreeError> {
    let shipped = era.facts();
    let ask = |name: &str| probe.ask(name, &[]);
    let is = |name: &str| Ok::<bool, TreeError>(ask(name)? != 0);
    let number = |name: &str| {
        let number = ask(name)?;
        let small = u32::try_from(number).ok().filter(|number| *number < 64);
        small.ok_or_else(|| {
            TreeError::Entry(format!(
                "{name} of the kernel build is {number}, which makes no sense"
            ))
        })
    };
    let thp_migration = if is("thp_migration")? {
        let types = [
            ask("swp_migration_read")?,
            ask("swp_migration_read_exclusive")?,
            ask("swp_migration_write")?,
        ];
        Some(MigrationFormat { types, pfn_bits: number("swp_pfn_bits")? })
    } else {
        None
    };
    Ok(Facts {
        name: Box::leak(format!("{make}@tree").into_boxed_str()),
        kernel: shipped.kernel,
        config: Box::leak(config(shipped, probe)?.into_boxed_str()),
        fields: &[],
        page_shift: number("page_shift")?,
        pmd_shift: number("pmd_shift")?,
        memory_model: shipped.memory_model,
        mmu: Mmu { merge_vmas: is("config_MMU_GATHER_MERGE_VMAS")?, ..shipped.mmu },
        thp_migration,
        gup_fast: is("gup_fast")?,
        numa_balancing: is("config_NUMA_BALANCING")?,
        move_pmd: is("move_pmd")?,
        rcu_table_free: is("config_MMU_GATHER_RCU_TABLE_FREE")?,
        kvm_walk: if is("config_KVM")? { shipped.kvm_walk } else { None },
        hw_dirty: is("hw_dirty")? && shipped.hw_dirty,
        mkinvalid_guard: shipped.mkinvalid_guard,
        contpte: is("config_CONTPTE")?,
        wrprotect_reads: shipped.wrprotect_reads,
        per_vma_lock: is("config_PER_VMA_LOCK")?,
        hw_pte_young: is("config_ARCH_HAS_HW_PTE_YOUNG")?,
        max_physmem_bits: number("max_physmem_bits")?,
        userfaultfd_wp: is("config_HAVE_ARCH_USERFAULTFD_WP")?,
        addr_to_pfn: shipped.addr_to_pfn,
    })
}

/// The configuration in a few words.
fn config(shipped: &Facts, probe: &Probe) -> Result<String, TreeError> {
    let ask = |name: &str| probe.ask(name, &[]);
    let size = 1_u64.checked_shl(u32::try_from(ask("page_shift")?).unwrap_or(64)).unwrap_or(0);
    let mut text = format!(
        "{} KiB pages, PGTABLE_LEVELS={}, {}-bit physical",
        size >> 10,
        ask("levels")?,
        ask("max_physmem_bits")?
    );
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for option in OPTIONS {
        if ask(&format!("config_{option}"))? != 0 {
            with.push(*option);
        } else if *option != "CONTPTE" || shipped.contpte {
            without.push(*option);
        }
    }
    for (word, options) in [("with", with), ("without", without)] {
        if !options.is_empty() {
            let _ = write!(text, "; {word} {}", options.join(", "));
        }
    }
    Ok(text)
}
