//! Forgetting stale translations: what a flush means for the order of things.
//!
//! No TLB contents are modelled yet, only the two effects that the routines rely on: a flush is a full
//! barrier, and where it is done by interrupt it waits for every IRQ-off section.
//! Source: arch/arm64/include/asm/tlbflush.h (DSB, TLBI, DSB), arch/x86/mm/tlb.c and
//! arch/loongarch/kernel/smp.c (`on_each_cpu_mask(..., wait)`), and what the other architectures' files
//! in pgtable say, 6.1.192 and 6.12.117.

use pmdrace_pgtable::TlbFlush;

use crate::Ctx;

impl Ctx<'_> {
    /// `flush_tlb_range()`, `flush_pmd_tlb_range()` and `flush_tlb_all()`.
    pub fn flush_tlb(&self) {
        match self.arch().mmu().flush {
            TlbFlush::Broadcast | TlbFlush::Firmware | TlbFlush::CrossCall => self.cpu.smp_mb(),
            TlbFlush::Ipi => self.cpu.ipi_and_wait(),
        }
    }
}
