//! riscv64: translations are dropped by the firmware or by interrupts, which other files ask for; `current` is in a
//! register.
//!
//! Source: arch/riscv/include/asm/barrier.h, current.h, page.h, pgtable.h and pgtable-64.h, 6.1.192 and 6.12.117.

use pmdrace_kir::Settings;

use super::{Current, Instruction, Target, Variable};
use crate::TreeError;
use crate::probe::Probe;

/// Where physical memory is mapped, with addresses of 48 bits: PAGE_OFFSET_L4.
const DIRECT_MAP: u64 = 0xffff_af80_0000_0000;

pub(super) static RISCV64: Target = Target {
    name: "riscv64",
    make: "riscv",
    defconfig: "defconfig",
    symbol: "CONFIG_RISCV=y",
    triple: "riscv64",
    // The default configuration is one for debugging.
    options: &[
        "NUMA",
        "NUMA_BALANCING",
        "-DEBUG_VM",
        "-DEBUG_VM_PGTABLE",
        "-DEBUG_PAGEALLOC",
        "-DEBUG_RT_MUTEXES",
        "-DEBUG_SPINLOCK",
        "-DEBUG_MUTEXES",
        "-DEBUG_RWSEMS",
        "-DEBUG_ATOMIC_SLEEP",
        "-DEBUG_LIST",
        "-LIST_HARDENED",
        "-DEBUG_PLIST",
        "-DEBUG_SG",
        "-DEBUG_PER_CPU_MAPS",
        "-RCU_EQS_DEBUG",
        "-PREEMPT_NONE",
        "PREEMPT",
        "-SCHED_STACK_END_CHECK",
    ],
    files: &["arch/riscv/mm/pgtable", "arch/riscv/mm/hugetlbpage"],
    variables: &[
        Variable::fields(
            "kernel_map",
            &[("direct_map_begins", DIRECT_MAP), ("direct_map_offset", DIRECT_MAP)],
        ),
        // Four levels, of five that it is built for.
        Variable::constant("pgtable_l4_enabled", 1),
        Variable::constant("pgtable_l5_enabled", 0),
        Variable::constant("phys_ram_base", 0),
        Variable::constant("vmemmap_start_pfn", 0),
        Variable::constant("__per_cpu_offset", 0),
        Variable::constant("numa_node", 0),
    ],
    current: Current::Register("tp"),
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
    // copy_page() is a memcpy().
    settings.copies.insert(1 << probe.ask("page_shift", &[])?, "copy_page".to_owned());
    settings.registers.insert("sp".to_owned(), 0xffff_f600_0000_4000);
    Ok(())
}

fn instruction(mnemonic: &str) -> Instruction {
    match mnemonic {
        "fence rw,rw" | "fence iorw,iorw" => Instruction::Mb,
        "fence w,w" | "fence ow,ow" => Instruction::Wmb,
        "fence r,r" | "fence ir,ir" => Instruction::Rmb,
        "fence rw,w" => Instruction::Release,
        // Of stores to a table and the hardware's walker of this CPU, too.
        "sfence.vma" => Instruction::LocalTlb,
        "fence.i" => Instruction::Local,
        _ => Instruction::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn barriers_order_what_the_manual_says() {
        assert_eq!(instruction("fence rw,rw"), Instruction::Mb);
        assert_eq!(instruction("fence w,w"), Instruction::Wmb);
        assert_eq!(instruction("fence r,r"), Instruction::Rmb);
        assert_eq!(instruction("fence rw,w"), Instruction::Release);
        assert_eq!(instruction("sfence.vma"), Instruction::LocalTlb);
        // Of an acquire, which no call of a model expresses on its own.
        assert_eq!(instruction("fence r,rw"), Instruction::Unknown);
    }
}
