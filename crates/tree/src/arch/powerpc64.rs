//! powerpc of 64-bit servers, little endian, with the radix tree: entries are big-endian in memory, translations are
//! dropped by functions of a file that is not linked, `current` is in the CPU's own struct.
//!
//! One kernel has the radix tree and the hashed page table, and chooses at boot: here it has chosen the radix tree. Its
//! geometry is in variables. Source: arch/powerpc/include/asm/{mmu,paca,barrier}.h and book3s/64/{pgtable,radix,radix-64k}.h,
//! arch/powerpc/mm/book3s64/radix_pgtable.c (`radix__early_init_mmu()`), 6.12.117.

use pmdrace_kir::Settings;

use super::{Current, Instruction, Target, Variable};
use crate::TreeError;
use crate::probe::Probe;

/// Where the CPU's own struct is (`struct paca_struct`).
const PACA: u64 = 0xffff_a800_0000_0000;

pub(super) static POWERPC64: Target = Target {
    name: "powerpc-radix",
    make: "powerpc",
    defconfig: "ppc64le_defconfig",
    symbol: "CONFIG_PPC64=y",
    triple: "powerpc64le",
    options: &[
        "PPC_64K_PAGES",
        "PPC_RADIX_MMU",
        "-PPC_MEM_KEYS",
        "-DEBUG_VM",
        "USERFAULTFD",
        "CHECKPOINT_RESTORE",
        "MEM_SOFT_DIRTY",
        "-PREEMPT_NONE",
        "-PREEMPT_VOLUNTARY",
        "PREEMPT",
    ],
    files: &[
        "arch/powerpc/mm/pgtable",
        "arch/powerpc/mm/pgtable_64",
        "arch/powerpc/mm/book3s64/pgtable",
        "arch/powerpc/mm/book3s64/radix_pgtable",
    ],
    variables: &[
        Variable::constant("vmemmap", 0xc00c_0000_0000_0000),
        Variable::constant("__pte_index_size", 5),
        Variable::constant("__pmd_index_size", 9),
        Variable::constant("__pud_index_size", 9),
        Variable::constant("__pgd_index_size", 13),
        Variable::constant("__pud_cache_index", 9),
        Variable::constant("__pte_table_size", 8 << 5),
        Variable::constant("__pmd_table_size", 8 << 9),
        Variable::constant("__pud_table_size", 8 << 9),
        Variable::constant("__pgd_table_size", 8 << 13),
        // What a word has that links a table: that it is valid, and the size of the table.
        Variable::constant("__pmd_val_bits", VALID | 5),
        Variable::constant("__pud_val_bits", VALID | 9),
        Variable::constant("__pgd_val_bits", VALID | 9),
        Variable::constant("__pte_frag_nr", 256),
        Variable::constant("__pte_frag_size_shift", 8),
        Variable::constant("__pmd_frag_nr", 16),
        Variable::constant("__pmd_frag_size_shift", 12),
        Variable::constant("powerpc_firmware_features", 0),
        // MMU_PAGE_64K
        Variable::constant("mmu_virtual_psize", 2),
        Variable::constant("mmu_psize_defs", 0),
    ],
    current: Current::Own(PACA),
    reversed_entries: true,
    unlocks_by_store: false,
    light_barriers: true,
    tables_by_address: true,
    own: |_| Ok(Vec::new()),
    process: |_| Ok(Vec::new()),
    settings,
    instruction,
};

/// That a word links a table.
const VALID: u64 = 1 << 63;

fn settings(settings: &mut Settings, probe: &Probe) -> Result<(), TreeError> {
    // Deposited page tables are a list within themselves.
    for name in ["radix__pgtable_trans_huge_withdraw", "radix__pgtable_trans_huge_deposit"] {
        settings.asked.insert(name.to_owned());
    }
    let key = probe.ask("radix_key", &[])?;
    settings.static_keys.insert(format!("mmu_feature_keys+{key}"), true);
    for (name, value) in [("r13", PACA), ("r1", 0xffff_f600_0000_4000), ("msr", 1 << 15)] {
        settings.registers.insert(name.to_owned(), value);
    }
    Ok(())
}

fn instruction(mnemonic: &str) -> Instruction {
    match mnemonic {
        "sync" | "hwsync" => Instruction::Mb,
        "lwsync" => Instruction::Light,
        "eieio" => Instruction::Wmb,
        // After a loop of reservations it makes the update an acquire.
        "isync" => Instruction::Local,
        // Orders stores before the hardware's table walker, beside what `sync` does.
        "ptesync" => Instruction::Mb,
        _ => Instruction::Unknown,
    }
}
