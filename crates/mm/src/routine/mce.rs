//! The machine-check handler's look for the page frame of an address, to report memory that failed.
//!
//! Source: arch/powerpc/kernel/mce_power.c `addr_to_pfn()`, arch/powerpc/mm/pgtable.c `__find_linux_pte()` of 6.1.192
//! and 6.12.117, of a user's address. The walk decides by one read of the entry where the translation is, and its caller
//! reads the entry again. Not modelled: leaves above the PMD, and hugepd, which a kernel with pages of 64 KiB has not.

use super::{ArgSpec, Routine, RoutineSpec};
use crate::{Addr, Ctx, Note};

pub(super) static ROUTINES: &[&RoutineSpec] = &[&ADDR_TO_PFN];

static ADDR_TO_PFN: RoutineSpec = RoutineSpec {
    name: "addr-to-pfn",
    summary: "addr_to_pfn(): a machine check finds the entry by one read of it, and the page frame by another",
    kernel: &[
        "arch/powerpc/kernel/mce_power.c addr_to_pfn() (6.1, 6.12)",
        "arch/powerpc/mm/pgtable.c __find_linux_pte() (6.1, 6.12)",
    ],
    enters: &["__find_linux_pte", "addr_to_pfn"],
    exists: |arch| {
        arch.facts().addr_to_pfn.then_some(()).ok_or("no addr_to_pfn() in its machine checks")
    },
    args: &[ArgSpec::PMD_TO_WALK],
    build: |args| Box::new(AddrToPfn { pmdp: args.pmd("pmd") }),
    ..RoutineSpec::BASE
};

struct AddrToPfn {
    pmdp: Addr,
}

impl AddrToPfn {
    /// `__find_linux_pte()`: where the translation is.
    fn find_linux_pte(&self, k: &Ctx<'_>) -> Result<Addr, &'static str> {
        let _fn = k.enter("__find_linux_pte");
        let pmd = k.cpu.read_once_dep(self.pmdp);
        // pmd_is_serializing(): a split captures the walk here.
        if k.pmd_none(pmd) || k.arch().pmd_serializing(pmd.pmd()) == Some(true) {
            return Err(NONE);
        }
        if k.pmd_trans_huge(pmd) || k.pmd_devmap(pmd) || k.pmd_leaf(pmd) {
            return Ok(self.pmdp);
        }
        // pte_offset_kernel() of the copy.
        k.pte_offset_map(pmd).ok_or("no table lies there: a real kernel would fault here")
    }

    /// `addr_to_pfn()` with interrupts off.
    fn addr_to_pfn(&self, k: &Ctx<'_>) -> Result<(), &'static str> {
        let ptep = self.find_linux_pte(k)?;
        let pte = k.cpu.read_once(ptep);
        if !k.pte_present(pte) || k.arch().pte_special(pte.pte()) {
            return Err(NONE);
        }
        // pte_pfn(): only the number, whatever lies there.
        k.pte_page(pte);
        Ok(())
    }
}

const NONE: &str = "no page frame";

impl Routine for AddrToPfn {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("addr_to_pfn");
        k.cpu.local_irq_save();
        let found = self.addr_to_pfn(k);
        k.cpu.local_irq_restore();
        k.cpu.note(Note::Return(found.err().unwrap_or("a page frame, which is reported")));
    }
}
