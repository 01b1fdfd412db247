//! userfaultfd's last look before a fault waits for user space: is there still something to wait for?
//!
//! Source: fs/userfaultfd.c `handle_userfault()`, `userfaultfd_must_wait()` of 6.1.192 and 6.12.117, for a fault of a
//! write to a protected page, where the kernel can tell of those, else of a missing page. For the table, 6.1 reads the
//! entry again, by a plain load that clang makes one with the first read; 6.12 tests it again as well. Not modelled: the
//! queue of faults, of which the barrier of `set_current_state()` before the look is a part, and markers in page tables.

use pmdrace_pgtable::Kernel;

use super::clear_bad::{Mapped, pte_offset_map};
use super::{ArgSpec, Routine, RoutineSpec};
use crate::{Addr, Ctx, Note};

pub(super) static ROUTINES: &[&RoutineSpec] = &[&USERFAULTFD];

static USERFAULTFD: RoutineSpec = RoutineSpec {
    name: "userfaultfd",
    summary: "userfaultfd_must_wait(): whether a fault waits for user space, from entries read without a lock",
    kernel: &["fs/userfaultfd.c handle_userfault(), userfaultfd_must_wait() (6.1, 6.12)"],
    enters: &["__pte_offset_map", "pmd_clear_bad", "userfaultfd_must_wait"],
    args: &[ArgSpec::PMD_TO_WALK],
    build: |args| Box::new(Userfaultfd { pmdp: args.pmd("pmd") }),
    ..RoutineSpec::BASE
};

struct Userfaultfd {
    pmdp: Addr,
}

impl Userfaultfd {
    /// `userfaultfd_must_wait()`.
    fn must_wait(&self, k: &Ctx<'_>) -> &'static str {
        let _fn = k.enter("userfaultfd_must_wait");
        let protected = k.arch().facts().userfaultfd_wp;
        let is_6_1 = k.arch().kernel() == Kernel::V6_1;
        let pmd = match is_6_1 {
            true => k.cpu.read_once_dep(self.pmdp),
            false => k.cpu.read_once(self.pmdp),
        };
        if k.pmd_none(pmd) {
            return WAITS;
        }
        if !k.pmd_present(pmd) || (!is_6_1 && k.pmd_devmap(pmd)) {
            return RETRIES;
        }
        if k.pmd_trans_huge(pmd) {
            return if protected && !k.pmd_write(pmd) { WAITS } else { RETRIES };
        }
        let table = match is_6_1 {
            true => Mapped::at(k, pmd),
            false => pte_offset_map(k, self.pmdp),
        };
        let ptep = match table {
            Mapped::Entry(ptep) => ptep,
            Mapped::Nothing | Mapped::Again => return "no table: the walk begins again",
            Mapped::Wild => return "no table lies there: a real kernel would fault here",
        };
        let pte = k.cpu.read_once(ptep);
        let waits = k.pte_none(pte) || (k.pte_present(pte) && !k.pte_write(pte) && protected);
        k.pte_unmap();
        if waits { WAITS } else { RETRIES }
    }
}

const WAITS: &str = "waits for user space";
const RETRIES: &str = "does not wait: the fault is taken again";

impl Routine for Userfaultfd {
    fn run(&self, k: &Ctx<'_>) {
        let found = self.must_wait(k);
        k.cpu.note(Note::Return(found));
    }
}
