//! Random tests in AArch64 assembly.
//!
//! X0 and X1 hold the addresses of two locations, W2 to W5 numbers; W6 and W7 are for what an instruction needs besides.

use std::fmt::{self, Display};

use proptest::prelude::*;
use proptest::sample::select;

/// A register with a number: W2 to W5.
pub(super) fn register() -> impl Strategy<Value = u8> {
    2..6_u8
}

/// A register with an address.
pub(super) fn base() -> impl Strategy<Value = &'static str> {
    select(vec!["X0", "X1"])
}

/// One instruction or a few that belong together.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Lines(Vec<String>),
    /// A branch over what is inside: its mnemonic, its register.
    Skip(&'static str, u8, Vec<Step>),
}

/// A test.
#[derive(Clone, Debug)]
pub(super) struct Program(Vec<Vec<Step>>);

fn lines<const N: usize>(lines: [String; N]) -> Step {
    Step::Lines(lines.into())
}

/// What accesses memory or orders accesses.
pub(super) fn step() -> BoxedStrategy<Step> {
    let loads = select(vec!["LDR", "LDR", "LDAR", "LDAPR"]);
    let load = (loads, register(), base())
        .prop_map(|(name, to, base)| lines([format!("{name} W{to},[{base}]")]));
    let address = (select(vec!["LDR", "STR"]), register(), base(), register()).prop_map(
        |(name, of, base, on)| {
            lines([format!("EOR W6,W{on},W{on}"), format!("{name} W{of},[{base},W6,SXTW]")])
        },
    );
    let store = (select(vec!["STR", "STLR"]), 1..3_u8, base()).prop_map(|(name, value, base)| {
        lines([format!("MOV W6,#{value}"), format!("{name} W6,[{base}]")])
    });
    let data = (select(vec!["STR", "STLR"]), register(), base())
        .prop_map(|(name, of, base)| lines([format!("{name} W{of},[{base}]")]));
    let barriers =
        vec!["DMB SY", "DMB LD", "DMB ST", "DMB ISH", "DSB SY", "DSB LD", "DSB ST", "ISB"];
    let barrier = select(barriers).prop_map(|name| lines([name.into()]));
    let swap = (
        select(vec![
            "SWP", "SWPA", "SWPL", "SWPAL", "LDADD", "LDADDA", "LDADDL", "LDSET", "LDEOR",
            "LDCLRAL",
        ]),
        register(),
        register(),
        base(),
    )
        .prop_map(|(name, of, to, base)| lines([format!("{name} W{of},W{to},[{base}]")]));
    let update = (select(vec!["STADD", "STADDL", "STSET"]), register(), base())
        .prop_map(|(name, of, base)| lines([format!("{name} W{of},[{base}]")]));
    let compare = (select(vec!["CAS", "CASA", "CASL", "CASAL"]), register(), 0..3_u8, base())
        .prop_map(|(name, of, new, base)| {
            lines([format!("MOV W6,#{new}"), format!("{name} W{of},W6,[{base}]")])
        });
    let exclusive = (
        select(vec!["LDXR", "LDAXR"]),
        select(vec!["STXR", "STLXR"]),
        register(),
        register(),
        register(),
        base(),
    )
        .prop_map(|(load, store, to, status, of, base)| {
            let status = if status == of { 7 } else { status };
            lines([format!("{load} W{to},[{base}]"), format!("{store} W{status},W{of},[{base}]")])
        });
    let compute = (select(vec!["ADD", "EOR", "ORR", "SUB"]), register(), register(), register())
        .prop_map(|(name, to, a, b)| lines([format!("{name} W{to},W{a},W{b}")]));
    let number = (register(), 0..3_u8).prop_map(|(to, of)| lines([format!("MOV W{to},#{of}")]));
    let select_one = (register(), register(), register()).prop_map(|(to, on, of)| {
        lines([format!("CMP W{on},#1"), format!("CSEL W{to},W{of},W{on},EQ")])
    });
    prop_oneof![
        5 => load,
        2 => address,
        4 => store,
        3 => data,
        4 => barrier,
        2 => swap,
        1 => update,
        1 => compare,
        1 => exclusive,
        2 => compute,
        1 => number,
        1 => select_one,
    ]
    .boxed()
}

/// Steps, also in branches.
pub(super) fn steps(step: BoxedStrategy<Step>, most: usize) -> impl Strategy<Value = Vec<Step>> {
    let inside = prop::collection::vec(step.clone(), 0..3);
    let skip = (select(vec!["CBZ", "CBNZ"]), register(), inside)
        .prop_map(|(name, on, inside)| Step::Skip(name, on, inside));
    prop::collection::vec(prop_oneof![6 => step, 1 => skip], 1..=most)
}

/// Tests of two or three threads.
pub(super) fn programs() -> impl Strategy<Value = Program> {
    let threads = |count: usize, most: usize| prop::collection::vec(steps(step(), most), count);
    prop_oneof![3 => threads(2, 4), 1 => threads(3, 3)].prop_map(Program)
}

/// The rows of a thread.
pub(super) fn rows(thread: &[Step], number: usize) -> Vec<String> {
    let mut rows = Vec::new();
    for (index, step) in thread.iter().enumerate() {
        match step {
            Step::Lines(lines) => rows.extend(lines.iter().cloned()),
            Step::Skip(name, on, inside) => {
                let label = format!("E{number}{index}");
                rows.push(format!("{name} W{on},{label}"));
                rows.extend(self::rows(inside, number));
                // An instruction has one label, so that one way to spell its faults.
                rows.push(format!("{label}: NOP"));
            }
        }
    }
    rows
}

/// The threads side by side.
pub(super) fn table(f: &mut fmt::Formatter<'_>, threads: &[Vec<String>]) -> fmt::Result {
    let names: Vec<String> = (0..threads.len()).map(|number| format!("P{number}")).collect();
    writeln!(f, "{} ;", names.join(" | "))?;
    for row in 0..threads.iter().map(Vec::len).max().unwrap_or(0) {
        let cells: Vec<&str> =
            threads.iter().map(|thread| thread.get(row).map_or("", |cell| cell)).collect();
        writeln!(f, "{} ;", cells.join(" | "))?;
    }
    Ok(())
}

impl Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "AArch64 random\n{{")?;
        let threads = 0..self.0.len();
        for number in threads.clone() {
            writeln!(f, "{number}:X0=x; {number}:X1=y;")?;
        }
        writeln!(f, "}}")?;
        let rows: Vec<Vec<String>> =
            self.0.iter().enumerate().map(|(number, thread)| rows(thread, number)).collect();
        table(f, &rows)?;
        let shown = threads.flat_map(|of| (2..6).map(move |register| format!("{of}:X{register};")));
        let shown: String = shown.collect();
        writeln!(f, "locations [{shown}x;y;]\nexists (x=1 /\\ 1:X2=1)")
    }
}
