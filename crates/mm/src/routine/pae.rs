//! 32-bit PAE: a 64-bit entry that is read and written in two halves.
//!
//! Source: arch/x86/include/asm/pgtable-3level.h `native_set_pte()`, `native_pte_clear()` of 6.1.192 for the
//! writer. That is how PTEs are written; `native_set_pmd()` is set_64bit(), one atomic store, so that of the two
//! stores of a PMD only the clearing is in halves (`native_pmd_clear()`). The readers are `pmd_read_atomic()` as
//! introduced by 26c191788f18, and include/linux/pgtable.h `ptep_get_lockless()` of 6.1.192, which is what
//! `pmdp_get_lockless()` became with 024d232ae4fc. The entry has x86_64's flags: the present bit is in the low half,
//! the page frame number spans both. The loop gives up after a few rounds.

use super::{ArgKind, ArgSpec, ArgValue, Args, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, FolioId, LockId, Meaning, Note, Word};

const IRQS_OFF: Guard = Guard::new(
    "irqs-off",
    "the entry is not replaced by another present one during the walk, because that takes a flush",
);
const LOW_AGAIN: Guard =
    Guard::new("low-again", "the low half did not change while the high half was read");
const HIGH_FIRST: Guard =
    Guard::new("high-first", "the half with the present bit is written last and cleared first");

const LOW_HIGH_LOW: &str = "low-high-low";
const LOW_HIGH: &str = "low-high";
const HIGH_LOW: &str = "high-low";
/// The number of rounds of the loop, each of which reads the high half.
const ROUNDS: usize = 2;

const PMD: ArgSpec = ArgSpec::required("pmd", ArgKind::Halves, "the entry, in two halves");

pub(super) static ROUTINES: &[&RoutineSpec] = &[&PAE_READ, &PAE_WRITE];

static PAE_READ: RoutineSpec = RoutineSpec {
    name: "pae-read",
    summary: "reads an entry in two halves without the lock",
    kernel: &["include/linux/pgtable.h ptep_get_lockless() with CONFIG_GUP_GET_PXX_LOW_HIGH (6.1)"],
    enters: &["pmdp_get_lockless"],
    args: &[
        PMD,
        ArgSpec::optional(
            "order",
            ArgKind::Choice(&[HIGH_LOW, LOW_HIGH, LOW_HIGH_LOW]),
            ArgValue::Choice(LOW_HIGH_LOW),
            "the order in which the halves are read",
        ),
    ],
    guards: &[LOW_AGAIN, IRQS_OFF],
    build: |args| Box::new(Read::new(args)),
    ..RoutineSpec::BASE
};

static PAE_WRITE: RoutineSpec = RoutineSpec {
    name: "pae-write",
    summary: "maps a folio by an entry of two halves, then optionally another in its place",
    kernel: &["arch/x86/include/asm/pgtable-3level.h native_set_pte(), native_pte_clear() (6.1)"],
    enters: &["pae_write"],
    args: &[
        PMD,
        ArgSpec::PMD_LOCK,
        ArgSpec::required("folio", ArgKind::Folio, "the first folio"),
        ArgSpec::required("then", ArgKind::Folio, "the folio that replaces it"),
        ArgSpec::optional(
            "replace",
            ArgKind::Bool,
            ArgValue::Bool(true),
            "whether the first folio is replaced",
        ),
    ],
    guards: &[HIGH_FIRST],
    build: |args| {
        Box::new(Write {
            pmd: args.halves("pmd"),
            ptl: args.lock("ptl"),
            folio: args.folio("folio"),
            then: args.folio("then"),
            replace: args.bool("replace"),
            high_first: args.on(HIGH_FIRST),
        })
    },
    ..RoutineSpec::BASE
};

struct Read {
    low: Addr,
    high: Addr,
    order: &'static str,
    low_again: bool,
    irqs_off: bool,
}

impl Read {
    fn new(args: &Args) -> Read {
        let [low, high] = args.halves("pmd");
        Read {
            low,
            high,
            order: args.choice("order"),
            low_again: args.on(LOW_AGAIN),
            irqs_off: args.on(IRQS_OFF),
        }
    }

    /// The low half, the high half, and the low half as last read.
    fn halves(&self, k: &Ctx<'_>) -> Option<[Word; 3]> {
        if self.order == HIGH_LOW {
            let high = k.cpu.read_once(self.high);
            let low = k.cpu.read_once(self.low);
            return Some([low, high, low]);
        }
        let mut low = k.cpu.read_once(self.low);
        if self.order == LOW_HIGH && low.bits == 0 {
            return None;
        }
        for _ in 0..ROUNDS {
            k.cpu.smp_rmb();
            let high = k.cpu.read_once(self.high);
            if self.order == LOW_HIGH || !self.low_again {
                return Some([low, high, low]);
            }
            k.cpu.smp_rmb();
            let again = k.cpu.read_once(self.low);
            if again.bits == low.bits {
                return Some([low, high, again]);
            }
            low = again;
        }
        k.cpu.note(Note::Bound("more rounds of reading both halves"));
        None
    }
}

impl Routine for Read {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("pmdp_get_lockless");
        if self.irqs_off {
            k.cpu.local_irq_save();
        }
        let halves = self.halves(k);
        if self.irqs_off {
            k.cpu.local_irq_restore();
        }
        match halves {
            Some([first, high, last]) if last.bits & 1 != 0 => {
                k.cpu.note(Note::Assembled { first, high, last });
                k.cpu.note(Note::Return("present"));
            }
            _ => k.cpu.note(Note::Return("not present")),
        }
    }
}

struct Write {
    pmd: [Addr; 2],
    ptl: LockId,
    folio: FolioId,
    then: FolioId,
    replace: bool,
    high_first: bool,
}

impl Write {
    /// Stores a value in two halves: high half first if it becomes present, low half first if it is cleared.
    fn set(&self, k: &Ctx<'_>, pmd: Word, present: bool) {
        let [low, high] = self.pmd;
        let [low_half, high_half] = pmd.halves();
        let mut steps = [(high, high_half), (low, low_half)];
        if present != self.high_first {
            steps.reverse();
        }
        k.cpu.write_once(steps[0].0, steps[0].1);
        k.cpu.smp_wmb();
        k.cpu.write_once(steps[1].0, steps[1].1);
    }
}

impl Routine for Write {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("pae_write");
        let none = Word::new(k.arch().none_pmd().0, Meaning::None);
        k.cpu.spin_lock(self.ptl);
        self.set(k, k.mk_huge_pmd(self.folio), true);
        k.cpu.spin_unlock(self.ptl);
        if self.replace {
            k.cpu.spin_lock(self.ptl);
            self.set(k, none, false);
            k.flush_tlb();
            self.set(k, k.mk_huge_pmd(self.then), true);
            k.cpu.spin_unlock(self.ptl);
        }
    }
}
