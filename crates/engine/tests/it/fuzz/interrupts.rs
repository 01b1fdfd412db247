//! Random programs that interrupt all other CPUs or some: the state-space engine against a plain enumerator of
//! interleavings and store buffers, and loom.

use std::fmt;
use std::sync::Arc;

use pmdrace_engine::{Budget, Cut, Limits, loom, search};
use pmdrace_mm::MemoryModel;
use pmdrace_scenario::Scenario;
use proptest::collection::vec;
use proptest::prelude::{Strategy, prop_oneof};
use proptest::sample::select;

use super::compare::{reduction, within};
use crate::catalogue::cells;
use crate::independent::interleavings;

/// The number of loom's executions after which what it found is some of all.
const EXECUTIONS: u64 = 3_000;

/// The steps of each CPU, in sections with and without interrupts.
#[derive(Clone)]
pub(super) struct Program(Vec<Vec<(bool, Vec<String>)>>);

/// Two or three CPUs that do something.
pub(super) fn programs() -> impl Strategy<Value = Program> {
    let access = || {
        select(
            &["r0 = READ_ONCE(x)", "r1 = READ_ONCE(y)", "WRITE_ONCE(x, 1)", "WRITE_ONCE(y, 1)"][..],
        )
    };
    let sends = select(
        &[
            "smp_call_function_many(P0)",
            "smp_call_function_many(P1)",
            "smp_call_function_many(P2)",
            "smp_call_function()",
        ][..],
    );
    let text = |step: &str| step.to_owned();
    let section = vec(access().prop_map(text), 1..=2).prop_map(|steps| (true, steps));
    let open =
        vec(prop_oneof![access(), sends].prop_map(text), 1..=2).prop_map(|steps| (false, steps));
    let cpu = vec(prop_oneof![section, open], 1..=2);
    vec(cpu, 2..=3).prop_map(Program)
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "format = \"pmdrace-scenario/1\"\nname = \"t\"\ntitle = \"t\"\nwhy = \"t\"\n\
             architectures = [\"arm64@6.1\"]\nmemory = [\"sc\"]\n[source]\n\
             [state.word]\nx = 0\ny = 0\n",
        )?;
        for cpu in 0..3 {
            let sections = self.0.get(cpu).map(Vec::as_slice).unwrap_or_default();
            let steps = sections.iter().map(|(off, steps)| match off {
                true => format!("local_irq_save(); {}; local_irq_restore();", steps.join("; ")),
                false => format!("{};", steps.join("; ")),
            });
            let steps: String = steps.collect();
            writeln!(f, "[[cpu]]\nname = \"P{cpu}\"\nroutine = \"litmus\"")?;
            writeln!(f, "args.steps = \"r0 = 2; r1 = 2; {steps} if (r0 + r1 > 9) return;\"")?;
        }
        f.write_str("[variant.v]\nabout = \"t\"\n[exists]\nP0 = { r0 = 0 }\n[goal.g]\noutcome.P0 = { r0 = 2 }\n")
    }
}

impl fmt::Debug for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{self}")
    }
}

/// All engines have the outcomes that they should, and what loom has is among them: it waits for the lowest CPU first.
pub(super) fn agree(program: &Program) -> Result<bool, String> {
    let scenario = Scenario::parse(&program.to_string()).map_err(|error| format!("{error:?}"))?;
    for memory in MemoryModel::ALL {
        let (_, model) = cells(&scenario, Some(memory)).next().ok_or("no cell")?;
        let found = search::finals(Arc::clone(&model), &Budget::unlimited());
        let found = found.map_err(|error| error.to_string())?.set;
        let at = |what: String| format!("{memory}: {what}");
        reduction(&model).map_err(at)?;
        if let MemoryModel::Sc | MemoryModel::Tso = memory {
            let enumerated = interleavings::enumerate(&model);
            within(&enumerated, &found).map_err(|what| at(format!("missed: {what}")))?;
            within(&found, &enumerated).map_err(|what| at(format!("made up: {what}")))?;
        }
        if let MemoryModel::Sc | MemoryModel::Rc11 = memory {
            let limits = Limits { max_executions: Some(EXECUTIONS), ..Limits::default() };
            let loom = loom::finals(Arc::clone(&model), &Budget::from(limits));
            let loom = loom.map_err(|error| at(format!("loom: {error}")))?;
            within(&loom.set, &found).map_err(|what| at(format!("only loom allows {what}")))?;
            if !matches!(
                loom.cut,
                None | Some(
                    Cut::MaxExecutions | Cut::LoomHiddenLoad | Cut::LoomOrder | Cut::Deadlock
                )
            ) {
                return Err(at(format!("loom: {:?}", loom.cut)));
            }
        }
    }
    Ok(program.to_string().contains("_many"))
}
