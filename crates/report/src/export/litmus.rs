//! A litmus test in the dialect of herd7 that the kernel's memory model uses (tools/memory-model).
//!
//! Only scenarios whose CPUs list their steps fit: their primitives are the kernel's, one to one. A routine
//! asks for values and branches on them, which a litmus test of straight lines cannot say.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use pmdrace_mm::routine::litmus::{RcuStep, ReadOrder, Step, Value};
use pmdrace_mm::{Addr, CellKind, LockId, Model};

/// Why a model cannot be written as a litmus test.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum DoesNotFit {
    /// A CPU runs a routine of the kernel.
    #[error("{cpu} runs {routine}, and a litmus test has CPUs that list their steps")]
    Routine {
        /// The CPU.
        cpu: String,
        /// What it runs.
        routine: String,
    },
    /// A CPU relies on an address dependency.
    #[error("{cpu} has an address dependency, and its later steps name their words themselves")]
    Dependency {
        /// The CPU.
        cpu: String,
    },
    /// A CPU uses a semaphore.
    #[error("{cpu} uses a reader-writer semaphore, which herd7 does not have")]
    Semaphore {
        /// The CPU.
        cpu: String,
    },
}

/// The model as a litmus test of this name.
///
/// # Errors
/// When some CPU runs a routine of the kernel, or an address dependency would be lost.
pub fn litmus(name: &str, model: &Model) -> Result<String, DoesNotFit> {
    let mut text = format!("C {name}\n\n{{\n");
    for cell in model.cells.iter().filter(|cell| cell.kind == CellKind::Word) {
        let _ = writeln!(text, "\t{} = {};", cell.name, cell.init.bits);
    }
    text.push_str("}\n");
    for (cpu, role) in model.roles.iter().enumerate() {
        let name = || role.name.clone();
        let routine = || DoesNotFit::Routine { cpu: name(), routine: role.runs.to_owned() };
        let steps = role.routine.steps().ok_or_else(routine)?;
        let depends = |step: &Step| matches!(step, Step::Read { order: ReadOrder::Dependency, .. });
        if let Some(Step::Sem(..)) = steps.iter().find(|step| matches!(step, Step::Sem(..))) {
            return Err(DoesNotFit::Semaphore { cpu: name() });
        }
        if steps.iter().any(depends) {
            return Err(DoesNotFit::Dependency { cpu: name() });
        }
        process(&mut text, model, cpu, steps);
    }
    let terms = model.exists.terms.iter();
    let terms = terms.map(|t| format!("{}:r{}={}", t.cpu, t.register.0, t.value));
    let _ = writeln!(text, "\nexists ({})", terms.collect::<Vec<_>>().join(" /\\ "));
    Ok(text)
}

/// One CPU as a function of the words and locks that it touches.
fn process(text: &mut String, model: &Model, cpu: usize, steps: &[Step]) {
    let word = |at: Addr| model.cells[at.0].name.as_str();
    let lock = |lock: LockId| model.locks[lock.0].as_str();
    let words: BTreeSet<&str> = steps.iter().filter_map(at).map(word).collect();
    let locks: BTreeSet<&str> = steps
        .iter()
        .filter_map(|step| match step {
            Step::Lock(id) | Step::Unlock(id) => Some(lock(*id)),
            _ => None,
        })
        .collect();
    let words = words.into_iter().map(|name| format!("int *{name}"));
    let locks = locks.into_iter().map(|name| format!("spinlock_t *{name}"));
    let args: Vec<String> = words.chain(locks).collect();
    let _ = writeln!(text, "\nP{cpu}({})\n{{", args.join(", "));
    for register in steps.iter().filter_map(|step| step.gives()) {
        let _ = writeln!(text, "\tint r{};", register.0);
    }
    let value = |value: &Value| match value {
        Value::Is(number) => number.to_string(),
        Value::Of(register) => format!("r{}", register.0),
    };
    if steps.iter().any(|step| step.gives().is_some()) {
        text.push('\n');
    }
    for step in steps {
        let line = match step {
            Step::Read { register, at, order } => {
                let read = match order {
                    ReadOrder::Once | ReadOrder::Dependency => "READ_ONCE(*",
                    ReadOrder::Acquire => "smp_load_acquire(",
                };
                format!("r{} = {read}{})", register.0, word(*at))
            }
            Step::Write { at, value: stored, release: false } => {
                format!("WRITE_ONCE(*{}, {})", word(*at), value(stored))
            }
            Step::Write { at, value: stored, release: true } => {
                format!("smp_store_release({}, {})", word(*at), value(stored))
            }
            Step::Xchg { register, at, value: stored, relaxed } => {
                let name = if *relaxed { "xchg_relaxed" } else { "xchg" };
                format!("r{} = {name}({}, {})", register.0, word(*at), value(stored))
            }
            Step::Mb => "smp_mb()".to_owned(),
            Step::Wmb => "smp_wmb()".to_owned(),
            Step::Rmb => "smp_rmb()".to_owned(),
            Step::Rcu(RcuStep::Lock) => "rcu_read_lock()".to_owned(),
            Step::Rcu(RcuStep::Unlock) => "rcu_read_unlock()".to_owned(),
            Step::Rcu(RcuStep::Synchronize) => "synchronize_rcu()".to_owned(),
            Step::Sem(..) => continue, // refused above
            Step::Lock(id) => format!("spin_lock({})", lock(*id)),
            Step::Unlock(id) => format!("spin_unlock({})", lock(*id)),
        };
        let _ = writeln!(text, "\t{line};");
    }
    text.push_str("}\n");
}

/// The word that a step touches.
fn at(step: &Step) -> Option<Addr> {
    match step {
        Step::Read { at, .. } | Step::Write { at, .. } | Step::Xchg { at, .. } => Some(*at),
        _ => None,
    }
}
