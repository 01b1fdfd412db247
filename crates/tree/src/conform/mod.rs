//! Conformance: holds a transcription against the kernel's C, along every history of a cell.
//!
//! The transcription's histories are what it asks under every list of answers that occurs in the cell. The C is
//! run on the answers of each; where it asks something else, ends earlier or later, or returns something else,
//! the two differ. Equal histories mean equal automata: whatever engine runs them, no verdict can differ.
//!
//! Orders are compared as they are, but for address dependencies: the C shows only later which read headed one, so
//! a dependency that the transcription claims must be seen in the C after some history with the same beginning.

mod declared;
mod follow;
mod light;
mod say;

use std::collections::HashMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use pmdrace_mm::{
    Addr, Answer, Call, CellKind, History, MemoryModel, Model, ReadOrder, Step, SyncOp,
};

use crate::KernelRoutine;
use crate::routine::{AGAIN, FAULT};
use follow::{Follow, Parted};
use say::say;

pub use declared::{Declared, declared};

/// Where a transcription and the C part.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// The calls up to there, which are the same.
    pub before: Vec<String>,
    /// What the transcription does next.
    pub transcription: String,
    /// What the C does next.
    pub kernel: String,
    /// Where the C is: functions with file and line, innermost first; empty where it has ended.
    pub place: String,
    /// Whether the C could not be run further: then nothing is known of what it does next.
    pub stopped: bool,
}

/// How many functions of the chain are shown.
const FRAMES: usize = 4;

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.before.is_empty() {
            writeln!(f, "      at the first call")?;
        }
        for step in &self.before {
            writeln!(f, "      {step}")?;
        }
        writeln!(f, "    transcription: {}", self.transcription)?;
        write!(f, "    kernel's C:    {}", self.kernel)?;
        let frames = self.place.split(" < ").filter(|frame| !frame.is_empty());
        for (number, frame) in frames.take(FRAMES).enumerate() {
            write!(f, "\n      {} {frame}", if number == 0 { "in" } else { "of" })?;
        }
        Ok(())
    }
}

/// The outcome of a comparison.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Compared {
    /// The difference after the shortest list of answers, if there is one that is not declared.
    pub difference: Option<Difference>,
    /// The declared differences that were met, as indices.
    pub met: Vec<usize>,
}

/// Compares the histories of one role with a kernel routine that was put in its place in `model`. `allowed` are
/// the differences that are meant.
///
/// # Panics
/// Passes on panics of the routine.
pub fn conform(
    model: &Model,
    routine: &KernelRoutine,
    histories: &[History],
    allowed: &[(usize, &Declared)],
) -> Compared {
    let mut compared = Compared::default();
    let mut dependencies = Dependencies::default();
    let mut differences = Vec::new();
    for history in histories {
        let mut steps: Vec<Step> = Vec::new();
        for step in &history.steps {
            if !implied(model, &steps, step.call) {
                steps.push(*step);
            }
        }
        let follow = Follow::new(model, &steps, allowed, routine.has_light_barriers());
        differences.extend(along(model, routine, history, &follow));
        compared.met.extend(follow.met.borrow().iter());
        dependencies.note(model, &steps[..follow.next.get()], &routine.heads());
    }
    compared.met.sort_unstable();
    compared.met.dedup();
    let shortest = differences.into_iter().min_by_key(|difference| difference.before.len());
    compared.difference = shortest.or_else(|| dependencies.unfounded(model, routine));
    compared
}

/// Runs the C along one history.
fn along(
    model: &Model,
    routine: &KernelRoutine,
    history: &History,
    follow: &Follow<'_>,
) -> Option<Difference> {
    let ran = catch_unwind(AssertUnwindSafe(|| model.run(history.role, follow)));
    let finished = ran.is_ok();
    if let Err(payload) = ran
        && !payload.is::<Parted>()
    {
        resume_unwind(payload);
    }
    let (steps, next) = (follow.steps, follow.next.get());
    let before = || steps[..next].iter().map(|step| say(model, step.call, Some(step))).collect();
    let difference = |transcription: String, kernel: String| {
        let (before, place) = (before(), routine.place());
        Some(Difference { before, transcription, kernel, place, stopped: false })
    };
    let ends = |text: Option<&str>| text.map_or("ends".to_owned(), |text| format!("ends: {text}"));
    let expected = match steps.get(next) {
        Some(step) => say(model, step.call, Some(step)),
        None => ends(history.returned),
    };
    if follow.is_declared() {
        return None;
    }
    if let Some(error) = routine.error() {
        let stopped = difference(expected, format!("cannot be run further: {}", error.cause));
        return stopped.map(|one| Difference { stopped: true, ..one });
    }
    if let Some(asked) = follow.parted.borrow().clone() {
        // A history that stops where no answer occurs asks one call more, which it does not record.
        // A walk that begins again is one of a walker that begins now: there the transcription ends.
        let again = || history.returned.is_some_and(|text| text.contains(AGAIN));
        return if next == steps.len() && (!history.ended || (again() && follow.asks_again())) {
            None
        } else {
            difference(expected, asked)
        };
    }
    if !finished {
        return None;
    }
    let returned = follow.returned.get();
    if next < steps.len() || !history.ended {
        return difference(expected, ends(returned));
    }
    let faults = |text: Option<&str>| text.is_some_and(|text| text.contains(FAULT));
    let same = match (history.returned, returned) {
        _ if faults(history.returned) || faults(returned) => {
            faults(history.returned) == faults(returned)
        }
        // An entry need not say what its function returns.
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    if same { None } else { difference(expected, ends(returned)) }
}

/// The stronger of the memory models of the model and of the architecture: the C of the architecture has no
/// instructions for an order that is there anyway.
fn strongest(model: &Model) -> MemoryModel {
    model.memory.min(model.kernel.arch.facts().memory_model)
}

/// Whether the memory model implies a barrier, so that nobody can tell whether it is there. `before` are the calls
/// before it.
fn implied(model: &Model, before: &[Step], call: Call) -> bool {
    let barrier = matches!(call, Call::Sync(SyncOp::Mb | SyncOp::Wmb | SyncOp::Rmb));
    // Before the first step there is nothing to order.
    if barrier && before.is_empty() {
        return true;
    }
    match (call, strongest(model)) {
        (Call::Sync(SyncOp::Mb), MemoryModel::Sc) => true,
        (Call::Sync(SyncOp::Mb), MemoryModel::Tso) => nothing_delayed(model, before),
        (Call::Sync(SyncOp::Wmb | SyncOp::Rmb), memory) => !memory.is_relaxed(),
        _ => false,
    }
}

/// Whether no store is delayed after these calls, where nothing else is and an update waits for all stores.
fn nothing_delayed(model: &Model, before: &[Step]) -> bool {
    let of_memory = |step: &&Step| step.call.at().is_none_or(|at| is_memory(model, at));
    let others = |step: &&Step| !matches!(step.call, Call::Read { .. });
    let last = before.iter().rev().filter(of_memory).find(others);
    last.is_some_and(|step| match (step.call, step.answer) {
        (Call::Xchg { .. }, _) => true,
        (Call::Update { .. }, _) => step.stored.is_some(),
        (Call::Count { op, .. }, Answer::Test { yes, .. }) => op.changed(yes),
        _ => false,
    })
}

/// Which reads are claimed, and seen, to head an address dependency: by what leads to them.
#[derive(Default)]
struct Dependencies(HashMap<Vec<Step>, (bool, bool)>);

impl Dependencies {
    /// `heads` are the reads of entries that headed one in the C, by their number.
    fn note(&mut self, model: &Model, steps: &[Step], heads: &[usize]) {
        let reads = steps.iter().enumerate().filter(|(_, step)| is_entry_read(model, step.call));
        for (number, (at, step)) in reads.enumerate() {
            let claimed = matches!(step.call, Call::Read { order: ReadOrder::Dependency, .. })
                && orders(model, step.call, &steps[at + 1..]);
            let known = self.0.entry(steps[..at].to_vec()).or_default();
            known.0 |= claimed;
            known.1 |= heads.contains(&number);
        }
    }

    /// A dependency that is claimed and never seen.
    fn unfounded(self, model: &Model, routine: &KernelRoutine) -> Option<Difference> {
        if !strongest(model).is_relaxed() {
            return None;
        }
        let unfounded = self.0.into_iter().filter(|(_, (claimed, seen))| *claimed && !seen);
        let (steps, _) = unfounded.min_by_key(|(steps, _)| steps.len())?;
        Some(Difference {
            before: steps.iter().map(|step| say(model, step.call, Some(step))).collect(),
            transcription: "a read on which addresses depend".to_owned(),
            kernel: "a read on which no address depends".to_owned(),
            place: routine.place(),
            stopped: false,
        })
    }
}

/// Whether a dependency on what a call reads orders anything that no barrier after it does: an access to something
/// else.
fn orders(model: &Model, call: Call, after: &[Step]) -> bool {
    let mut reads = true;
    for step in after {
        match step.call {
            Call::Sync(SyncOp::Mb) => return false,
            Call::Sync(SyncOp::Rmb) => reads = false,
            Call::Read { .. } if !reads => {}
            other => {
                let at = other.at().filter(|at| Some(*at) != call.at());
                if at.is_some_and(|at| is_memory(model, at)) {
                    return true;
                }
            }
        }
    }
    false
}

/// Whether a call reads a word that is not an oracle's and not a count.
fn is_entry_read(model: &Model, call: Call) -> bool {
    let count = |at: Addr| {
        let kind = model.cells.get(at.0).map(|cell| cell.kind);
        matches!(kind, Some(CellKind::Counter | CellKind::Atomic))
    };
    matches!(call, Call::Read { at, .. } if is_memory(model, at) && !count(at))
}

/// Whether a word is one that CPUs see, rather than an oracle's.
fn is_memory(model: &Model, at: Addr) -> bool {
    model.cells.get(at.0).is_some_and(|cell| cell.kind != CellKind::Auxiliary)
}
