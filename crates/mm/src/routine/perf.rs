//! The page size that perf reports for an address: a walk from any context, including NMI.
//!
//! Source: kernel/events/core.c, `perf_get_page_size()` and `perf_get_pgtable_size()` of 6.1.192 and
//! 6.12.117. Where 6.12 looks again because the table cannot be mapped, this gives up. The sizes of contiguous
//! entries are not modelled: no entry of the model has that bit.

use super::{ArgSpec, Routine, RoutineSpec};
use crate::{Addr, Ctx, Note};

pub(super) static ROUTINES: &[&RoutineSpec] = &[&PERF_SIZE];

static PERF_SIZE: RoutineSpec = RoutineSpec {
    name: "perf-size",
    summary: "perf_get_pgtable_size(): the mapping size of an address, from present and leaf alone",
    kernel: &["kernel/events/core.c perf_get_page_size(), perf_get_pgtable_size() (6.1, 6.12)"],
    enters: &["perf_get_page_size", "perf_get_pgtable_size"],
    exists: super::gup_fast::has_gup_fast, // its body is empty without it
    args: &[ArgSpec::PMD_TO_WALK],
    build: |args| Box::new(PerfSize { pmdp: args.pmd("pmd") }),
    ..RoutineSpec::BASE
};

struct PerfSize {
    pmdp: Addr,
}

impl PerfSize {
    /// `perf_get_pgtable_size()`.
    fn perf_get_pgtable_size(&self, k: &Ctx<'_>) -> &'static str {
        let _fn = k.enter("perf_get_pgtable_size");
        let pmd = k.cpu.read_once_dep(self.pmdp);
        if !k.pmd_present(pmd) {
            return "size 0";
        }
        if k.pmd_leaf(pmd) {
            k.cpu.note(Note::Size { word: pmd, bytes: 1 << k.arch().pmd_shift() });
            return "the size of a huge page";
        }
        match k.pte_offset_map_copy(pmd) {
            Some(mapped) => self.pte_size(k, mapped),
            None => "no table: the walk begins again",
        }
    }

    fn pte_size(&self, k: &Ctx<'_>, mapped: Option<Addr>) -> &'static str {
        let Some(ptep) = mapped else {
            return "no table lies there: a real kernel would fault here";
        };
        let pte = k.cpu.read_once(ptep);
        let present = k.pte_present(pte);
        if present {
            k.cpu.note(Note::Size { word: pte, bytes: 1 << k.arch().page_shift() });
        }
        k.pte_unmap();
        if present { "the size of a page" } else { "size 0" }
    }
}

impl Routine for PerfSize {
    /// `perf_get_page_size()`.
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("perf_get_page_size");
        k.cpu.local_irq_save();
        let size = self.perf_get_pgtable_size(k);
        k.cpu.local_irq_restore();
        k.cpu.note(Note::Return(size));
    }
}
