//! Litmus tests in C as models for machines: one CPU per thread, one word per location, no properties.
//!
//! A search for the last states of such a model answers the test by an operational machine, where
//! [`crate::outcomes`] answers it by axioms. Both read the threads in the same way (`crate::c`): what a thread asks of
//! the axioms as events, it asks of its CPU as calls (`thread`), with the same dependencies. What a machine has no
//! primitive for is refused (`support`).

mod sections;
mod support;
mod thread;

use std::sync::Arc;

use pmdrace_axioms::model::Release;
use pmdrace_axioms::{Cut, Loc, Program, Value};
use pmdrace_mm::pgtable::{self, ARCHITECTURES, Arch};
use pmdrace_mm::routine::Args;
use pmdrace_mm::{
    Addr, Cell, CellKind, Cpus, Exists, Kernel, Lock, LockKind, Meaning, MemoryModel, Model, Role,
    Word, limits,
};

use crate::answer::{Collected, LOOP_CUT, Outcomes};
use crate::{Language, Test};

pub use support::Unsupported;
pub use thread::Ending;
use thread::Thread;

/// The model of a test, whose last states are those of its executions. `release` says which release of the
/// kernel's memory model is meant.
///
/// # Errors
/// When the test is not in C, or needs what the machines do not have.
pub fn model(test: &Test, memory: MemoryModel, release: Release) -> Result<Model, Unsupported> {
    let source = match (test.language, &test.source) {
        (Language::C, Some(source)) => source,
        _ => return Err(Unsupported::new("instructions: only tests in C run on it")),
    };
    let locks = Arc::new(support::locks(test, source)?);
    let locations = 0..source.locations() as u16;
    let mut cells: Vec<Cell> = locations
        .map(Loc)
        .map(|at| Cell {
            name: (test.locate)(at),
            kind: if locks.contains(&at) { CellKind::Auxiliary } else { CellKind::Word },
            init: Word::new(source.initial(at), Meaning::None),
            guard: None,
        })
        .collect();
    let pad = (source.has_unequal_arms() && cells.len() < limits::WORDS).then(|| {
        let init = Word::new(0, Meaning::None);
        cells.push(Cell { name: "nothing".to_owned(), kind: CellKind::Word, init, guard: None });
        Addr(cells.len() - 1)
    });
    let lock = |at: &Loc| Lock { name: (test.locate)(*at), kind: LockKind::Spin };
    let roles = (0..source.threads()).map(|thread| Role {
        name: format!("P{thread}"),
        runs: "litmus",
        group: thread,
        args: Args::default(),
        routine: Box::new(Thread {
            source: Arc::clone(source),
            locks: Arc::clone(&locks),
            thread,
            pad,
        }),
    });
    let arch = arch(release)?;
    Ok(Model {
        kernel: Kernel {
            arch,
            folios: Vec::new(),
            bystander: None,
            tables: Vec::new(),
            notifier: None,
            flush: arch.facts().mmu.flush,
            spared: Cpus::default(),
            plain_reloads: false,
        },
        cells,
        locks: locks.iter().map(lock).collect(),
        roles: roles.collect(),
        memory,
        properties: Vec::new(),
        exists: Exists::default(),
        goals: Vec::new(),
        bounds: Vec::new(),
    })
}

/// An architecture of a release. Nothing but the memory model depends on it: there are no page tables.
fn arch(release: Release) -> Result<&'static dyn Arch, Unsupported> {
    let kernel = match release {
        Release::V6_1 => pgtable::Kernel::V6_1,
        Release::V6_12 => pgtable::Kernel::V6_12,
    };
    let found = ARCHITECTURES.iter().copied().find(|arch| arch.facts().kernel == kernel);
    found.ok_or_else(|| Unsupported::new("this release of the kernel"))
}

/// What remains of one execution of a machine.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LastState {
    /// Per thread, how it ended, and the values of its registers if it came to its end.
    pub threads: Vec<(Ending, Vec<Value>)>,
    /// The last value of each word.
    pub memory: Vec<Value>,
}

/// What [`crate::outcomes`] says, of the last states of all executions of a machine; their numbers are those of
/// states. Of flags there is `loop-cut` alone: machines look for no others.
///
/// # Errors
/// When a thread does something that has no meaning.
pub fn outcomes(test: &Test, states: impl IntoIterator<Item = LastState>) -> Result<Outcomes, Cut> {
    let mut all = Collected::new(test);
    for LastState { threads, memory } in states {
        let astray = threads.iter().enumerate().find_map(|(thread, (ended, _))| match ended {
            Ending::Astray(what) => Some(Cut::Astray(thread, what)),
            _ => None,
        });
        if let Some(astray) = astray {
            return Err(astray);
        }
        let ended = |ending| threads.iter().any(|(ended, _)| *ended == ending);
        if ended(Ending::Never) {
            continue;
        }
        if ended(Ending::Unrolled) {
            all.outcomes.flags.insert(LOOP_CUT);
            continue;
        }
        let registers: Vec<&[Value]> = threads.iter().map(|(_, values)| &values[..]).collect();
        all.add(&registers, &memory);
    }
    Ok(all.done())
}
