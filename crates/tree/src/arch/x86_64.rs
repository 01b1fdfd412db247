//! x86_64: translations are dropped by interrupts, which other files send; `current` is a per-CPU variable.
//!
//! Source: arch/x86/include/asm/barrier.h, current.h, page_64.h and processor.h, 6.1.192 and 6.12.117.

use pmdrace_kir::Settings;

use super::{Current, Instruction, Target, Variable};
use crate::TreeError;
use crate::probe::Probe;

/// X86_FEATURE_ALWAYS: every CPU has it.
const ALWAYS: u32 = 3 * 32 + 21;

pub(super) static X86_64: Target = Target {
    name: "x86_64",
    make: "x86_64",
    defconfig: "defconfig",
    symbol: "CONFIG_X86_64=y",
    triple: "x86_64",
    options: &["CHECKPOINT_RESTORE", "KVM", "MEM_SOFT_DIRTY", "USERFAULTFD"],
    files: &["arch/x86/mm/pgtable", "arch/x86/mm/hugetlbpage"],
    variables: &[
        Variable::constant("page_offset_base", 0xffff_8880_0000_0000),
        Variable::constant("vmemmap_base", 0xffff_ea00_0000_0000),
        Variable::constant("vmalloc_base", 0xffff_c900_0000_0000),
        Variable::constant("phys_base", 0),
        Variable::constant("physical_mask", (1 << 46) - 1),
        Variable::constant("__pgtable_l5_enabled", 0),
        Variable::constant("pgdir_shift", 39),
        Variable::constant("ptrs_per_p4d", 1),
        Variable::constant("sme_me_mask", 0),
        Variable::constant("__default_kernel_pte_mask", u64::MAX),
        Variable::constant("__supported_pte_mask", u64::MAX),
        Variable::constant("cpu_number", 0),
        Variable::constant("__per_cpu_offset", 0),
        Variable::constant("shadow_stack_supported", 0),
        Variable::constant("__userpte_alloc_gfp", 0),
    ],
    current: Current::PerCpu(&["pcpu_hot", "current_task"]),
    reversed_entries: false,
    unlocks_by_store: false,
    light_barriers: false,
    tables_by_address: false,
    own: |_| Ok(Vec::new()),
    process: |_| Ok(Vec::new()),
    settings,
    instruction,
};

fn settings(settings: &mut Settings, _: &Probe) -> Result<(), TreeError> {
    settings.capabilities.insert(ALWAYS, true);
    for (name, value) in
        [("gs_base", 0), ("sp", 0xffff_f600_0000_4000), ("rsp", 0xffff_f600_0000_4000)]
    {
        settings.registers.insert(name.to_owned(), value);
    }
    Ok(())
}

fn instruction(mnemonic: &str) -> Instruction {
    match mnemonic.split_whitespace().next().unwrap_or_default() {
        // smp_mb() is a locked addition of nothing.
        "mfence" | "lock" | "addl" => Instruction::Mb,
        "sfence" => Instruction::Wmb,
        "lfence" => Instruction::Rmb,
        "invlpg" => Instruction::LocalTlb,
        _ => Instruction::Unknown,
    }
}
