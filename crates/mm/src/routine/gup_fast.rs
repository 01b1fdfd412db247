//! GUP-fast: taking references on user pages without a lock, with interrupts disabled.
//!
//! Source: mm/gup.c, `gup_pmd_range()`, `gup_huge_pmd()`, `gup_pte_range()` of 6.1.192 and
//! `gup_fast_pmd_range()`, `gup_fast_pmd_leaf()`, `gup_fast_pte_range()` of 6.12.117, for one page at
//! the start of the range, with FOLL_GET and with or without FOLL_WRITE.
//! Not modelled: FOLL_PIN and its sequence counter, hugepd, secretmem and long-term tests, marking the page
//! accessed, and contiguous mappings of arm64, from all of whose PTEs 6.12 gathers the accessed and dirty bits:
//! no entry here has that bit. A devmap entry ends the walk, as it does when no dev_pagemap covers its pfn.

use pmdrace_pgtable::{Arch, Kernel};

use super::{ArgSpec, Args, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, Note, Word};

const ACCESS_TEST: Guard =
    Guard::new("access-test", "an entry that the hardware would reject yields no page");
const RECHECK_PMD: Guard = Guard::new(
    "recheck-pmd",
    "the folio was still mapped after the reference was taken, so it cannot have been freed and reused before",
);

const IRQS_OFF: Guard = Guard::new(
    "irqs-off",
    "no table is freed during the walk by a CPU that interrupts all others first",
);

const GUARDS: &[Guard] = &[ACCESS_TEST, RECHECK_PMD, IRQS_OFF];
const KERNEL: &[&str] = &[
    "mm/gup.c gup_pmd_range(), gup_huge_pmd(), gup_pte_range() (6.1)",
    "mm/gup.c gup_fast_pmd_range(), gup_fast_pmd_leaf(), gup_fast_pte_range() (6.12)",
];

const ENTERS: &[&str] = &[
    "gup_fast",
    "gup_fast_pmd_leaf",
    "gup_fast_pmd_range",
    "gup_fast_pte_range",
    "gup_huge_pmd",
    "gup_pmd_range",
    "gup_pte_range",
    "lockless_pages_from_mm",
];

/// HAVE_FAST_GUP (6.1), HAVE_GUP_FAST (6.12).
pub(super) fn has_gup_fast(arch: &dyn Arch) -> Result<(), &'static str> {
    arch.facts().gup_fast.then_some(()).ok_or("no GUP-fast")
}

pub(super) static ROUTINES: &[&RoutineSpec] = &[&GUP_FAST_READ, &GUP_FAST_WRITE];

/// What both have in common.
const GUP_FAST: RoutineSpec = RoutineSpec {
    kernel: KERNEL,
    enters: ENTERS,
    exists: has_gup_fast,
    args: &[ArgSpec::PMD_TO_WALK],
    guards: GUARDS,
    ..RoutineSpec::BASE
};

static GUP_FAST_READ: RoutineSpec = RoutineSpec {
    name: "gup-fast-read",
    summary: "get_user_pages_fast() for reading: takes a reference, then re-reads the entries",
    build: |args| Box::new(GupFast::new(args, false)),
    ..GUP_FAST
};

static GUP_FAST_WRITE: RoutineSpec = RoutineSpec {
    name: "gup-fast-write",
    summary: "get_user_pages_fast() with FOLL_WRITE",
    build: |args| Box::new(GupFast::new(args, true)),
    ..GUP_FAST
};

struct GupFast {
    pmdp: Addr,
    write: bool,
    access_test: bool,
    recheck_pmd: bool,
    irqs_off: bool,
}

impl GupFast {
    fn new(args: &Args, write: bool) -> GupFast {
        GupFast {
            pmdp: args.pmd("pmd"),
            write,
            access_test: args.on(ACCESS_TEST),
            recheck_pmd: args.on(RECHECK_PMD),
            irqs_off: args.on(IRQS_OFF),
        }
    }

    /// `gup_pmd_range()` (6.1), `gup_fast_pmd_range()` (6.12).
    fn gup_pmd_range(&self, k: &Ctx<'_>) -> bool {
        let _fn = k.enter(match k.arch().kernel() {
            Kernel::V6_1 => "gup_pmd_range",
            Kernel::V6_12 => "gup_fast_pmd_range",
        });
        let pmd = k.cpu.read_once_dep(self.pmdp);
        if !k.pmd_present(pmd) {
            return false;
        }
        let leaf = match k.arch().kernel() {
            Kernel::V6_1 => k.pmd_trans_huge(pmd) || k.pmd_huge(pmd) || k.pmd_devmap(pmd),
            Kernel::V6_12 => k.pmd_leaf(pmd),
        };
        if leaf {
            if k.pmd_protnone(pmd) {
                return false;
            }
            self.gup_huge_pmd(k, pmd)
        } else {
            self.gup_pte_range(k, pmd)
        }
    }

    /// `gup_huge_pmd()` (6.1), `gup_fast_pmd_leaf()` (6.12).
    fn gup_huge_pmd(&self, k: &Ctx<'_>, orig: Word) -> bool {
        let _fn = k.enter(match k.arch().kernel() {
            Kernel::V6_1 => "gup_huge_pmd",
            Kernel::V6_12 => "gup_fast_pmd_leaf",
        });
        if self.access_test && !k.pmd_access_permitted(orig, self.write) {
            return false;
        }
        if k.arch().kernel() >= Kernel::V6_12 && k.pmd_special(orig) {
            return false;
        }
        if k.pmd_devmap(orig) {
            return false;
        }
        let Some(folio) = k.pmd_page(orig) else { return fault(k) };
        if !k.try_get_folio(folio) {
            return false;
        }
        if self.recheck_pmd && orig.bits != k.cpu.read_once(self.pmdp).bits {
            k.folio_put(folio);
            return false;
        }
        true
    }

    /// `gup_pte_range()` (6.1), `gup_fast_pte_range()` (6.12).
    fn gup_pte_range(&self, k: &Ctx<'_>, pmd: Word) -> bool {
        let _fn = k.enter(match k.arch().kernel() {
            Kernel::V6_1 => "gup_pte_range",
            Kernel::V6_12 => "gup_fast_pte_range",
        });
        let Some(mapped) = k.pte_offset_map_copy(pmd) else { return false };
        let Some(ptep) = mapped else { return fault(k) };
        let taken = self.gup_pte(k, pmd, ptep);
        k.pte_unmap();
        taken
    }

    /// One round of the loop of `gup_pte_range()`.
    fn gup_pte(&self, k: &Ctx<'_>, pmd: Word, ptep: Addr) -> bool {
        let pte = k.ptep_get_lockless(ptep);
        if k.pte_protnone(pte) {
            return false;
        }
        if !k.pte_access_permitted(pte, self.write) {
            return false;
        }
        if k.arch().pte_devmap(pte.pte()) || k.arch().pte_special(pte.pte()) {
            return false;
        }
        let Some(folio) = k.pte_page(pte) else { return fault(k) };
        if !k.try_get_folio(folio) {
            return false;
        }
        if (self.recheck_pmd && pmd.bits != k.cpu.read_once(self.pmdp).bits)
            || pte.bits != k.cpu.read_once(ptep).bits
        {
            k.folio_put(folio);
            return false;
        }
        true
    }
}

/// The address computed from the word is invalid: a real kernel would fault here.
fn fault(k: &Ctx<'_>) -> bool {
    k.cpu.note(Note::Return("nothing lies at that address: a real kernel would fault here"));
    false
}

impl Routine for GupFast {
    /// `lockless_pages_from_mm()` (6.1), `gup_fast()` (6.12).
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter(match k.arch().kernel() {
            Kernel::V6_1 => "lockless_pages_from_mm",
            Kernel::V6_12 => "gup_fast",
        });
        if self.irqs_off {
            k.cpu.local_irq_save();
        }
        let pinned = self.gup_pmd_range(k);
        if self.irqs_off {
            k.cpu.local_irq_restore();
        }
        k.cpu.note(Note::Return(if pinned {
            "one page, with a reference"
        } else {
            "no page: the caller goes on with slow GUP, under the lock"
        }));
    }
}
