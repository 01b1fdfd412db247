//! s390x: one instruction invalidates an entry and drops its translations everywhere, `current` is in low memory.
//!
//! The machine has IDTE, EDAT1, no-execute and enhanced suppression on protection, and runs no guests with their own
//! translations. The process runs on more CPUs than this one, by the stub of `__bitmap_equal()`. Source: arch/s390/include/asm/{lowcore,barrier,setup,pgtable}.h, 6.12.117.

use pmdrace_kir::Settings;

use super::{Current, Instruction, Target, Variable};
use crate::TreeError;
use crate::probe::Probe;

pub(super) static S390X: Target = Target {
    name: "s390x",
    make: "s390",
    defconfig: "defconfig",
    symbol: "CONFIG_S390=y",
    triple: "s390x",
    options: &[
        "CHECKPOINT_RESTORE",
        "MEM_SOFT_DIRTY",
        "USERFAULTFD",
        "-RANDOMIZE_IDENTITY_BASE",
        "-PREEMPT_NONE",
        "-PREEMPT_VOLUNTARY",
        "PREEMPT",
    ],
    files: &["arch/s390/mm/pgtable", "arch/s390/mm/hugetlbpage"],
    variables: &[
        Variable::constant("vmemmap", 1 << 48),
        Variable::constant("vm_layout", 0),
        Variable::constant("nr_cpu_ids", 64),
        Variable::constant("zero_page_mask", 0),
        Variable::constant("empty_zero_page", 0),
    ],
    current: Current::Own(0),
    reversed_entries: false,
    unlocks_by_store: true,
    light_barriers: false,
    tables_by_address: true,
    own: |probe| Ok(vec![(probe.ask("own_flags", &[])?, probe.ask("machine_flags", &[])?)]),
    // How much the process may map, which depends on the levels of its tables.
    process: |probe| Ok(vec![(probe.ask("mm_limit", &[])?, probe.ask("mm_limit_value", &[])?)]),
    settings,
    instruction,
};

fn settings(settings: &mut Settings, _: &Probe) -> Result<(), TreeError> {
    // Deposited page tables are a list within themselves.
    for name in ["pgtable_trans_huge_withdraw", "pgtable_trans_huge_deposit"] {
        settings.asked.insert(name.to_owned());
    }
    settings.registers.insert("r15".to_owned(), 0xffff_f600_0000_4000);
    Ok(())
}

fn instruction(mnemonic: &str) -> Instruction {
    match mnemonic {
        "bcr 14,0" | "bcr 15,0" => Instruction::Mb,
        "ipte all" | "idte all" | "idte space all" => Instruction::WholeFlush,
        other if other.ends_with(" local") => Instruction::LocalTlb,
        _ => Instruction::Unknown,
    }
}
