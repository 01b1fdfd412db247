//! arm64: LSE atomics, translations are dropped by broadcast, `current` is in a register.
//!
//! Source: arch/arm64/include/asm/barrier.h, tlbflush.h, current.h and cpufeature.h, 6.1.192 and 6.12.117.

use pmdrace_kir::Settings;

use super::{Current, Instruction, Target, Variable};
use crate::TreeError;
use crate::probe::Probe;

pub(super) static ARM64: Target = Target {
    name: "arm64",
    make: "arm64",
    defconfig: "defconfig",
    symbol: "CONFIG_ARM64=y",
    triple: "aarch64",
    options: &["ARM64_VA_BITS_48", "-ARM64_VA_BITS_52", "ARM64_PA_BITS_48", "-ARM64_PA_BITS_52"],
    files: &["arch/arm64/mm/hugetlbpage"],
    variables: &[
        Variable::constant("memstart_addr", 0),
        Variable::constant("vabits_actual", 48),
        Variable::constant("kimage_voffset", 0),
        Variable::constant("system_cpucaps", 0),
        Variable::constant("cpu_hwcaps", 0),
        Variable::constant("arm64_use_ng_mappings", 1),
    ],
    current: Current::Register("sp_el0"),
    reversed_entries: false,
    unlocks_by_store: false,
    light_barriers: false,
    tables_by_address: false,
    own: |_| Ok(Vec::new()),
    process: |_| Ok(Vec::new()),
    settings,
    instruction,
};

fn settings(settings: &mut Settings, probe: &Probe) -> Result<(), TreeError> {
    let lse = u32::try_from(probe.ask("lse_capability", &[])?).unwrap_or(u32::MAX);
    settings.capabilities.insert(lse, true);
    settings.static_keys.insert("arm64_const_caps_ready".to_owned(), true);
    for (name, value) in [("tpidr_el1", 0), ("tcr_el1", 0), ("sp", 0xffff_f600_0000_4000)] {
        settings.registers.insert(name.to_owned(), value);
    }
    Ok(())
}

fn instruction(mnemonic: &str) -> Instruction {
    match mnemonic {
        "dmb ish" | "dmb sy" => Instruction::Mb,
        "dmb ishst" => Instruction::Wmb,
        "dmb ishld" => Instruction::Rmb,
        "dsb ishst" => Instruction::BeforeTlb,
        "dsb ish" => Instruction::AfterTlb,
        "dsb nshst" | "dsb nsh" | "isb" => Instruction::Local,
        other if other.starts_with("tlbi ") && other.contains("is") => Instruction::Tlb,
        other if other.starts_with("tlbi ") => Instruction::LocalTlb,
        _ => Instruction::Unknown,
    }
}
