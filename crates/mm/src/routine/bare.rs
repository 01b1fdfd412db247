//! A reader that no kernel has: it tests present and leaf, and trusts them.
//!
//! It is the reader of the discussion of April 2024: it lacks GUP-fast's access test and re-read, and shows
//! their effect.

use super::{ArgSpec, Routine, RoutineSpec};
use crate::{Addr, Ctx, Note};

pub(super) static ROUTINES: &[&RoutineSpec] = &[&BARE];

static BARE: RoutineSpec = RoutineSpec {
    name: "bare",
    summary: "a walker that tests present and leaf only, then takes and keeps a reference",
    kernel: &["none: a simplified reader, for comparison"],
    enters: &["bare_walk"],
    args: &[ArgSpec::PMD_TO_WALK],
    build: |args| Box::new(Bare { pmdp: args.pmd("pmd") }),
    ..RoutineSpec::BASE
};

struct Bare {
    pmdp: Addr,
}

impl Routine for Bare {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("bare_walk");
        k.cpu.local_irq_save();
        let pmd = k.cpu.read_once_dep(self.pmdp);
        if k.pmd_present(pmd) && k.pmd_leaf(pmd) {
            match k.pmd_page(pmd) {
                Some(folio) if k.try_get_folio(folio) => {}
                _ => k.cpu.note(Note::Return("no page")),
            }
        }
        k.cpu.local_irq_restore();
    }
}
