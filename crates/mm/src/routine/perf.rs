//! The page size that perf reports for an address: a walk from any context, including NMI.
//!
//! Source: kernel/events/core.c, `perf_get_page_size()` and `perf_get_pgtable_size()` of 6.1.192 and
//! 6.12.117. 6.12 retries when the table cannot be mapped, which cannot happen here. The contiguous-entry
//! sizes are not modelled: no entry of the model has that bit.

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
    fn perf_get_pgtable_size(&self, k: &Ctx<'_>) {
        let _fn = k.enter("perf_get_pgtable_size");
        let pmd = k.cpu.read_once_dep(self.pmdp);
        if !k.pmd_present(pmd) {
            k.cpu.note(Note::Return("size 0"));
            return;
        }
        if k.pmd_leaf(pmd) {
            k.cpu.note(Note::Size { word: pmd, bytes: 1 << k.arch().pmd_shift() });
            return;
        }
        let Some(ptep) = k.pte_offset_map_copy(pmd) else {
            k.cpu.note(Note::Return("no table: 6.12 looks again, 6.1 would fault here"));
            return;
        };
        let pte = k.cpu.read_once_dep(ptep);
        if k.pte_present(pte) {
            k.cpu.note(Note::Size { word: pte, bytes: 1 << k.arch().page_shift() });
        } else {
            k.cpu.note(Note::Return("size 0"));
        }
    }
}

impl Routine for PerfSize {
    /// `perf_get_page_size()`.
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("perf_get_page_size");
        k.cpu.local_irq_save();
        self.perf_get_pgtable_size(k);
        k.cpu.local_irq_restore();
    }
}
