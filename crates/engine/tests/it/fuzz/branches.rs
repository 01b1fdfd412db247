//! Random programs with branches, with and without an auxiliary word: what loom says of them, against the state-space
//! engine.
//!
//! A read that is made in one branch only is no access in the executions of the other one, so loom has fewer reasons to
//! reverse two steps than in a litmus test. The accesses to an auxiliary word are in one order, which binds what is
//! before and behind them and yet synchronises nothing.

use std::fmt;
use std::sync::Arc;

use pmdrace_engine::{Budget, Cut, Limits, loom, search};
use pmdrace_mm::MemoryModel;
use pmdrace_scenario::Scenario;
use proptest::collection::vec;
use proptest::prelude::{Strategy, prop_oneof};
use proptest::sample::select;

use super::compare::within;
use crate::catalogue::cells;
use crate::independent::interleavings;

/// The number of loom's executions after which what it found is some of all.
const EXECUTIONS: u64 = 5_000;

/// The steps of each CPU.
#[derive(Clone)]
pub(super) struct Program(Vec<Vec<String>>);

/// Random programs; most CPUs have a full barrier behind their first step.
pub(super) fn programs() -> impl Strategy<Value = Program> {
    let barrier = |most| {
        (step(), vec(step(), 1..=most)).prop_map(|(first, rest)| {
            [first, "smp_mb()".to_owned()].into_iter().chain(rest).collect::<Vec<String>>()
        })
    };
    let cpu = |most| prop_oneof![1 => vec(step(), 1..=most + 1), 2 => barrier(most)];
    prop_oneof![3 => vec(cpu(3), 2), 1 => vec(cpu(2), 3)].prop_map(Program)
}

/// Small random programs that access auxiliary words, and update others or store to them.
pub(super) fn auxiliary() -> impl Strategy<Value = Program> {
    let accesses = [
        "r0 = READ_ONCE(a)",
        "r1 = READ_ONCE(a)",
        "WRITE_ONCE(a, 1)",
        "WRITE_ONCE(a, 2)",
        "r0 = READ_ONCE(b)",
        "WRITE_ONCE(b, 1)",
    ];
    let updates = [
        "r0 = xchg(a, 1)",
        "r1 = xchg_relaxed(a, 2)",
        "r0 = cmpxchg(a, 0, 1)",
        "r1 = cmpxchg_relaxed(a, 1, 2)",
    ];
    let changes =
        ["r0 = xchg_relaxed(x, 1)", "r1 = xchg(x, 2)", "WRITE_ONCE(x, 3)", "WRITE_ONCE(x, 4)"];
    let step = select([&accesses[..], &updates[..], &changes[..]].concat()).prop_map(str::to_owned);
    vec(vec(prop_oneof![4 => step, 1 => self::step()], 2..=3), 2).prop_map(Program)
}

fn step() -> impl Strategy<Value = String> {
    let access = || {
        (select(&["x", "y", "z"][..]), 1..=2_u8, 0..8_u8).prop_map(|(at, value, kind)| match kind {
            0..3 => format!("r1 = READ_ONCE({at})"),
            3..6 => format!("WRITE_ONCE({at}, {value})"),
            6 => format!("r1 = smp_load_acquire({at})"),
            _ => format!("smp_store_release({at}, {value})"),
        })
    };
    let read = select(&["x", "y", "z"][..]).prop_map(|at| format!("r0 = READ_ONCE({at})"));
    let branch = access().prop_map(|access| format!("if (r0) {access}"));
    let other = select(
        &[
            "smp_mb()",
            "smp_wmb()",
            "smp_rmb()",
            "r0 = xchg_relaxed(x, 2)",
            "r0 = xchg(y, 1)",
            "r0 = cmpxchg(z, 0, 1)",
        ][..],
    );
    prop_oneof![
        3 => access(),
        2 => read,
        3 => branch,
        1 => other.prop_map(str::to_owned),
    ]
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "format = \"pmdrace-scenario/1\"\nname = \"t\"\ntitle = \"t\"\nwhy = \"t\"\n\
             architectures = [\"arm64@6.1\"]\nmemory = [\"sc\", \"rc11\", \"tso\"]\n[source]\n\
             [state.word]\nx = 0\ny = 0\nz = 0\n[state.aux]\na = 0\nb = 0\n",
        )?;
        for (cpu, steps) in self.0.iter().enumerate() {
            let steps = steps.join("; ");
            writeln!(f, "[[cpu]]\nname = \"P{cpu}\"\nroutine = \"litmus\"")?;
            writeln!(f, "args.steps = \"r0 = 0; r1 = 0; {steps}; if (r0 + r1 > 9) return;\"")?;
        }
        f.write_str("[variant.v]\nabout = \"t\"\n[goal.g]\noutcome.P0 = { r0 = 0 }\n")
    }
}

impl fmt::Debug for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{self}")
    }
}

/// loom has no outcome of its own, and all of them unless it says that it may have missed some. Under `tso` it may have
/// more.
pub(super) fn agree(program: &Program) -> Result<bool, String> {
    let scenario = Scenario::parse(&program.to_string()).map_err(|error| format!("{error:?}"))?;
    let mut complete = false;
    for memory in [MemoryModel::Sc, MemoryModel::Rc11, MemoryModel::Tso] {
        let (_, model) = cells(&scenario, Some(memory)).next().ok_or("no cell")?;
        let states = search::finals(Arc::clone(&model), &Budget::unlimited());
        let states = states.map_err(|error| error.to_string())?.set;
        if matches!(memory, MemoryModel::Sc | MemoryModel::Tso) {
            let enumerated = interleavings::enumerate(&model);
            within(&enumerated, &states).map_err(|what| format!("{memory}: missed: {what}"))?;
            within(&states, &enumerated).map_err(|what| format!("{memory}: made up: {what}"))?;
        }
        let limits = Limits { max_executions: Some(EXECUTIONS), ..Limits::default() };
        let found =
            loom::finals(model, &Budget::from(limits)).map_err(|error| error.to_string())?;
        let own = found.set.difference(&states).next();
        if let Some(own) = own.filter(|_| memory != MemoryModel::Tso) {
            return Err(format!("only loom has {own:?} under {memory:?}"));
        }
        let missed = states.difference(&found.set).next();
        match (found.cut, missed) {
            (None, Some(missed)) => return Err(format!("loom misses {missed:?} under {memory:?}")),
            (None, None) => complete |= memory == MemoryModel::Rc11 && states.len() > 1,
            (
                Some(Cut::MaxExecutions | Cut::LoomHiddenLoad | Cut::LoomHistory | Cut::LoomOrder),
                _,
            ) => {}
            (Some(cut), _) => return Err(format!("loom: {cut}")),
        }
    }
    Ok(complete)
}
