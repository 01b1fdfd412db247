//! loongarch64: translations are dropped by interrupts, which other files send; a register has the address of the
//! task's `struct thread_info`.
//!
//! Source: arch/loongarch/include/asm/barrier.h, thread_info.h, addrspace.h, page.h and pgtable.h, 6.12.117.

use pmdrace_kir::Settings;

use super::{Current, Instruction, Target, Variable};
use crate::TreeError;
use crate::probe::Probe;

pub(super) static LOONGARCH64: Target = Target {
    name: "loongarch64",
    make: "loongarch",
    defconfig: "defconfig",
    symbol: "CONFIG_LOONGARCH=y",
    triple: "loongarch64",
    options: &["16KB_3LEVEL", "NUMA", "NUMA_BALANCING"],
    files: &["arch/loongarch/mm/pgtable", "arch/loongarch/mm/hugetlbpage"],
    variables: &[
        // Where the bit table has it: an entry that is none holds this address.
        Variable::placed("invalid_pte_table", 0x9000_0000_012a_4000),
        Variable::constant("vm_map_base", 0xffff_0000_0000_0000),
        Variable::fields("cpu_data", &[("virtual_bits", 48), ("physical_bits", 48)]),
        Variable::constant("__per_cpu_offset", 0),
        Variable::constant("numa_node", 0),
        Variable::constant("cpu_number", 0),
    ],
    current: Current::ThreadInfo("$tp"),
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
    // Register 21 is where the variables of this CPU are.
    for (name, value) in [("$r21", 0), ("$sp", 0xffff_f600_0000_4000)] {
        settings.registers.insert(name.to_owned(), value);
    }
    Ok(())
}

fn instruction(mnemonic: &str) -> Instruction {
    // Of the hint, bit 4 is what devices need, and a bit of the lower four that is clear orders something: reads and
    // writes before (3 and 2), reads and writes after (1 and 0).
    match mnemonic {
        "dbar 0x0" | "dbar 0x10" => Instruction::Mb,
        "dbar 0xa" | "dbar 0x1a" => Instruction::Wmb,
        "dbar 0x5" | "dbar 0x15" => Instruction::Rmb,
        "dbar 0x12" => Instruction::Release,
        // Orders two reads of the same word, which they are anyway here.
        "dbar 0x700" => Instruction::Local,
        "ibar 0x0" => Instruction::Local,
        other if other.starts_with("invtlb ") => Instruction::LocalTlb,
        _ => Instruction::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn barriers_order_what_the_manual_says() {
        assert_eq!(instruction("dbar 0x10"), Instruction::Mb);
        assert_eq!(instruction("dbar 0x1a"), Instruction::Wmb);
        assert_eq!(instruction("dbar 0x15"), Instruction::Rmb);
        assert_eq!(instruction("dbar 0x12"), Instruction::Release);
        assert_eq!(instruction("invtlb 0x5"), Instruction::LocalTlb);
        // Of an acquire, which no call of a model expresses on its own.
        assert_eq!(instruction("dbar 0x14"), Instruction::Unknown);
    }
}
