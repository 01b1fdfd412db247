//! A lockless walker that takes a reference on the page that a PMD maps, as GUP-fast does.

use pmdrace_mm::routine::{ArgKind, ArgSpec, Guard, Routine, RoutineSpec};
use pmdrace_mm::{Addr, Ctx};

const RECHECK: Guard =
    Guard::new("recheck", "the folio was still mapped after the reference was taken");

/// The walker as scenarios name it.
pub static OWN_WALKER: RoutineSpec = RoutineSpec {
    name: "own-walker",
    summary: "a reference on the mapped page, then a second read of the PMD",
    enters: &["own_walk"],
    args: &[ArgSpec::required("pmd", ArgKind::Pmd, "the PMD word to walk")],
    guards: &[RECHECK],
    build: |args| Box::new(Walker { pmdp: args.pmd("pmd"), recheck: args.on(RECHECK) }),
    ..RoutineSpec::BASE
};

struct Walker {
    pmdp: Addr,
    recheck: bool,
}

impl Routine for Walker {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("own_walk");
        k.cpu.local_irq_save();
        let pmd = k.cpu.read_once_dep(self.pmdp);
        if k.pmd_present(pmd)
            && k.pmd_access_permitted(pmd, false)
            && let Some(folio) = k.pmd_page(pmd)
            && k.try_get_folio(folio)
            && self.recheck
            && pmd.bits != k.cpu.read_once(self.pmdp).bits
        {
            k.folio_put(folio);
        }
        k.cpu.local_irq_restore();
    }
}
