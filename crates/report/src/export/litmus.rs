//! A litmus test in the dialect of herd7 that the kernel's memory model uses (tools/memory-model).
//!
//! Only scenarios whose CPUs list their steps can be written: their primitives map one to one. Kernel routines
//! branch on the values that they read, which a straight-line litmus test cannot express.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use pmdrace_mm::routine::litmus::{Step, Value};
use pmdrace_mm::{
    Addr, Call, CellKind, Exists, Location, LockKind, Model, Proposition, ReadOrder, Register,
    RmwOrder, SyncOp, WriteOrder,
};

use super::identifiers::identifiers;

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
    /// A CPU has steps that are more than primitives in a row.
    #[error(
        "{cpu} computes, branches, calls a helper or assigns a register twice, and only accesses and barriers in a row \
         are written"
    )]
    Steps {
        /// The CPU.
        cpu: String,
    },
    /// A CPU waits for a word.
    #[error("{cpu} waits for a word, and a litmus test has no loops")]
    Waits {
        /// The CPU.
        cpu: String,
    },
    /// A CPU uses a semaphore.
    #[error("{cpu} uses a reader-writer semaphore, which herd7 does not have")]
    Semaphore {
        /// The CPU.
        cpu: String,
    },
    /// The outcome is about a word that no litmus test has.
    #[error("the outcome is about {word}, and a litmus test has words of data only")]
    Word {
        /// The word.
        word: String,
    },
}

/// Renders the model as a litmus test of this name.
///
/// # Errors
/// When some CPU runs a routine of the kernel, waits for a word, or uses a semaphore, or the outcome is about anything but
/// registers and words of data.
pub fn litmus(name: &str, model: &Model) -> Result<String, DoesNotFit> {
    let mut text = format!("C {name}\n\n{{\n");
    let cells = model.cells.iter().map(|cell| cell.name.as_str());
    let names = identifiers(cells.chain(model.locks.iter().map(|lock| lock.name.as_str())));
    for (cell, name) in model.cells.iter().zip(&names).filter(|(c, _)| c.kind == CellKind::Word) {
        let _ = writeln!(text, "\t{name} = {};", cell.init.bits);
    }
    text.push_str("}\n");
    for (cpu, role) in model.roles.iter().enumerate() {
        let name = || role.name.clone();
        let routine = || match role.runs {
            "litmus" => DoesNotFit::Steps { cpu: name() },
            runs => DoesNotFit::Routine { cpu: name(), routine: runs.to_owned() },
        };
        let steps = role.routine.steps().ok_or_else(routine)?;
        let semaphore = |op: SyncOp| {
            op.lock().is_some_and(|lock| model.locks[lock.0].kind == LockKind::Semaphore)
        };
        if steps.iter().any(|step| matches!(step.call, Call::Sync(op) if semaphore(op))) {
            return Err(DoesNotFit::Semaphore { cpu: name() });
        }
        if steps.iter().any(|step| matches!(step.call, Call::Await { .. })) {
            return Err(DoesNotFit::Waits { cpu: name() });
        }
        process(&mut text, names.split_at(model.cells.len()), cpu, steps);
    }
    let mut others = model.exists.words().map(|at| &model.cells[at.0]);
    if let Some(cell) = others.find(|cell| cell.kind != CellKind::Word) {
        return Err(DoesNotFit::Word { word: cell.name.clone() });
    }
    let asked = proposition(&model.exists, &model.exists.proposition, &names);
    let _ = writeln!(text, "\nexists ({asked})");
    Ok(text)
}

/// A proposition, with words of these names.
fn proposition(exists: &Exists, asked: &Proposition, names: &[String]) -> String {
    let of = |one: &Proposition| match one {
        Proposition::And(_) | Proposition::Or(_) => {
            format!("({})", proposition(exists, one, names))
        }
        Proposition::Term(_) | Proposition::Not(_) => proposition(exists, one, names),
    };
    let joined = |all: &[Proposition], by: &str| all.iter().map(of).collect::<Vec<_>>().join(by);
    match asked {
        Proposition::Term(index) => {
            let term = exists.terms[*index];
            match term.of {
                Location::Register(cpu, register) => {
                    format!("{cpu}:r{}={}", register.0, term.value)
                }
                Location::Memory(at) => format!("{}={}", names[at.0], term.value),
            }
        }
        Proposition::Not(inner) => match **inner {
            Proposition::Not(_) => format!("~({})", of(inner)),
            _ => format!("~{}", of(inner)),
        },
        Proposition::And(all) => joined(all, " /\\ "),
        Proposition::Or(all) => joined(all, " \\/ "),
    }
}

/// One CPU as a function of the words and locks that it touches.
fn process(text: &mut String, (cells, locks): (&[String], &[String]), cpu: usize, steps: &[Step]) {
    let word = |at: Addr| cells[at.0].as_str();
    let lock = |op: SyncOp| op.lock().map(|lock| locks[lock.0].as_str());
    let words: BTreeSet<&str> = steps.iter().filter_map(|step| step.call.at()).map(word).collect();
    let locks: BTreeSet<&str> = steps
        .iter()
        .filter_map(|step| match step.call {
            Call::Sync(op) => lock(op),
            _ => None,
        })
        .collect();
    let words = words.into_iter().map(|name| format!("int *{name}"));
    let locks = locks.into_iter().map(|name| format!("spinlock_t *{name}"));
    let args: Vec<String> = words.chain(locks).collect();
    let _ = writeln!(text, "\nP{cpu}({})\n{{", args.join(", "));
    for register in steps.iter().filter_map(|step| step.register) {
        let _ = writeln!(text, "\tint r{};", register.0);
    }
    let value = |value: Value| match value {
        Value::Is(number) => number.to_string(),
        Value::Of(register) => format!("r{}", register.0),
    };
    if steps.iter().any(|step| step.register.is_some()) {
        text.push('\n');
    }
    let mut through: Option<Register> = None;
    for step in steps {
        // After an address dependency every step has one: an address that is computed from the register.
        let place = |at: Addr| match through {
            Some(Register(register)) => format!("({} + (r{register} ^ r{register}))", word(at)),
            None => word(at).to_owned(),
        };
        let call = match step.call {
            Call::Read { at, order: ReadOrder::Acquire } => {
                format!("smp_load_acquire({})", place(at))
            }
            Call::Read { at, order: ReadOrder::Once | ReadOrder::Dependency } => {
                format!("READ_ONCE(*{})", place(at))
            }
            Call::Write { at, word: stored, order: WriteOrder::Once } => {
                format!("WRITE_ONCE(*{}, {})", place(at), value(stored))
            }
            Call::Write { at, word: stored, order: WriteOrder::Release } => {
                format!("smp_store_release({}, {})", place(at), value(stored))
            }
            Call::Xchg { at, word: stored, order: RmwOrder::Full } => {
                format!("xchg({}, {})", place(at), value(stored))
            }
            Call::Xchg { at, word: stored, order: RmwOrder::Relaxed } => {
                format!("xchg_relaxed({}, {})", place(at), value(stored))
            }
            Call::Sync(op) => format!("{}({})", op.name(), lock(op).unwrap_or_default()),
            // No step that is written is one of these.
            Call::Await { .. } | Call::Update { .. } | Call::Count { .. } => continue,
        };
        let register =
            step.register.map_or(String::new(), |register| format!("r{} = ", register.0));
        let _ = writeln!(text, "\t{register}{call};");
        if let Call::Read { order: ReadOrder::Dependency, .. } = step.call {
            through = step.register;
        }
    }
    text.push_str("}\n");
}
