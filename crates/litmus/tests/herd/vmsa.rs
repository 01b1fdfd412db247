//! Random AArch64 tests that change the page-table entry of one of their locations.
//!
//! X0, X1 and W2 to W7 are those of other tests. X8 holds the address of the entry, X9 and X10 values for it, X11 the
//! number of the page, X12 an entry that was read.

use std::fmt::{self, Display};

use proptest::prelude::*;
use proptest::sample::select;

use super::aarch64::{Step, rows, step, steps, table};

/// A test.
#[derive(Clone, Debug)]
pub(super) struct Program {
    threads: Vec<Vec<Step>>,
    /// The entry at the beginning, and two that each thread has at hand.
    entry: &'static str,
    other: Vec<[&'static str; 2]>,
    hardware: &'static str,
    variant: &'static str,
}

fn entry() -> impl Strategy<Value = &'static str> {
    select(vec![
        "(oa:PA(x))",
        "(oa:PA(x), valid:0)",
        "(oa:PA(x), af:0)",
        "(oa:PA(x), db:0)",
        "(oa:PA(x), db:0, dbm:1)",
        "(oa:PA(x), af:0, db:0, dbm:1)",
        "(oa:PA(z))",
        "(oa:PA(z), valid:0)",
    ])
}

fn paged_step() -> BoxedStrategy<Step> {
    let entries = vec!["LDR X12,[X8]", "STR X9,[X8]", "STR X10,[X8]", "SWP X9,X12,[X8]"];
    let entries = select(entries).prop_map(|line| Step::Lines(vec![line.into()]));
    let invalidate = select(vec!["VAAE1IS,X11", "VAE1IS,X11", "VAAE1,X11", "VMALLE1IS"]);
    let around = (select(vec!["DSB SY", "DSB ISH", "NOP"]), any::<bool>());
    let invalidation = (invalidate, around).prop_map(|(what, (before, after))| {
        let mut lines = vec![before.into(), "LSR X11,X0,#12".into(), format!("TLBI {what}")];
        if after {
            lines.push("DSB SY".into());
        }
        Step::Lines(lines)
    });
    prop_oneof![4 => step(), 3 => entries, 2 => invalidation].boxed()
}

/// Tests of one or two threads.
pub(super) fn programs() -> impl Strategy<Value = Program> {
    let threads =
        |count: usize, most: usize| prop::collection::vec(steps(paged_step(), most), count);
    let threads = prop_oneof![1 => threads(1, 3), 3 => threads(2, 2)];
    let others = prop::collection::vec([entry(), entry()], 2);
    let hardware = select(vec!["", "TTHM=HA\n", "TTHM=HA HD\n", "TTHM=P0:HA\n", "TTHM=P0:HD\n"]);
    let variant = select(vec!["vmsa,fatal", "vmsa,handled"]);
    (threads, entry(), others, hardware, variant).prop_map(
        |(threads, entry, other, hardware, variant)| Program {
            threads,
            entry,
            other,
            hardware,
            variant,
        },
    )
}

impl Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "AArch64 random\n{}Variant={}\n{{", self.hardware, self.variant)?;
        writeln!(f, "[PTE(x)]={}; x=1; z=3;", self.entry)?;
        for (number, [one, other]) in self.other.iter().take(self.threads.len()).enumerate() {
            writeln!(f, "{number}:X0=x; {number}:X1=y; {number}:X8=PTE(x);")?;
            writeln!(f, "{number}:X9={one}; {number}:X10={other};")?;
        }
        writeln!(f, "}}")?;
        let mut shown = Vec::new();
        let mut threads = Vec::new();
        for (number, thread) in self.threads.iter().enumerate() {
            let mut rows = rows(thread, number);
            // Where it may fault.
            for (row, text) in rows.iter_mut().enumerate() {
                if text.contains("[X0") {
                    *text = format!("F{number}{row}: {text}");
                    shown.push(format!("fault(P{number}:F{number}{row},x);"));
                }
            }
            threads.push(rows);
            let registers = [2, 3, 4, 5, 12].map(|register| format!("{number}:X{register};"));
            shown.splice(0..0, registers);
        }
        table(f, &threads)?;
        writeln!(f, "locations [{}x;y;z;pte_x;]\nforall (true)", shown.concat())
    }
}
