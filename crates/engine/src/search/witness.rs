//! Single executions on request: one that reaches a goal, one that follows given turns, or some of all.

use pmdrace_mm::{Event, Meaning, Model, Op};

use super::kept::Kept;
use super::learning::Explore;
use super::path::{Move, Recorder, Target};
use super::persistent::PersistentSets;
use super::shortest::{MAX_STATES, shortest};
use super::{Reductions, on_all};
use crate::memory::{Machine, Task};
use crate::program::automaton::Merge;
use crate::program::{Missing, Program, Stop};
use crate::{Budget, Counterexample, Cut, EngineError, ModificationOrder};

/// The easiest execution that reaches the goal at `index`, in the order of [`Effort`](crate::Effort); None if no
/// execution does, or the budget ended first.
///
/// # Errors
/// As [`super::check`], and when some execution does but finding the shortest takes too many states.
pub fn witness(
    model: &Model,
    index: usize,
    budget: &Budget,
) -> Result<Option<Counterexample>, EngineError> {
    let mut program = Program::new(model)?;
    let every = program.cpus();
    let explore = Explore { reductions: Reductions::ALL, keep_finals: false, budget };
    let mut kept = Kept::new(model);
    let (automata, _) = explore.settle(&mut program, &every, Merge::Alike, &mut kept)?;
    if !kept.has_reached(index) {
        return Ok(None);
    }
    let found = shortest(&program, &automata, &[Target::Goal(index)], budget).pop();
    match found.map(|found| (found.execution, found.cut)) {
        Some((None, Some(Cut::MaxStates))) => Err(EngineError::TooMany {
            what: "states on the way to the goal",
            count: MAX_STATES + 1,
            limit: MAX_STATES,
        }),
        found => Ok(found.and_then(|(execution, _)| execution)),
    }
}

/// The execution in which CPUs take the given turns, one step each, reading the newest stores; a CPU that
/// cannot step is skipped. After the turns, every CPU runs to its end.
///
/// # Errors
/// As [`super::replay()`].
pub fn follow(model: &Model, turns: &[usize]) -> Result<Vec<Event>, EngineError> {
    on_all(model, Turns(turns))
}

/// The CPU of each step of an execution: turns for [`follow`].
pub fn turns(events: &[Event]) -> Vec<usize> {
    let steps = events.iter().filter(|event| !matches!(event.op, Op::Note(_) | Op::Stuck(_)));
    steps.map(|event| event.cpu).collect()
}

#[derive(Clone, Copy)]
struct Turns<'a>(&'a [usize]);

impl Task for Turns<'_> {
    type Result = Result<Vec<Event>, Stop>;

    fn run<M: Machine>(self, machine: &M) -> Self::Result {
        let mut recorder = Recorder::new(machine);
        let (mut state, mut next) = (machine.initial(), machine.initial());
        for slot in self.0 {
            if let Some(made) = first(machine, &state, *slot)? {
                recorder.step(&mut state, &mut next, made, None);
            }
        }
        loop {
            let slots = 0..machine.frame().slots.len();
            let mut moves = slots.map(|slot| first(machine, &state, slot));
            let Some(made) = moves.find_map(Result::transpose).transpose()? else { break };
            recorder.step(&mut state, &mut next, made, None);
        }
        recorder.end(&state);
        Ok(recorder.events().to_vec())
    }
}

/// The first move of a CPU, if it has one.
fn first<M: Machine>(machine: &M, state: &M::State, slot: usize) -> Result<Option<Move>, Missing> {
    moves(machine, state, slot).map(|all| all.first().copied())
}

/// The moves of a CPU, newest stores first.
pub(super) fn moves<M: Machine>(
    machine: &M,
    state: &M::State,
    slot: usize,
) -> Result<Vec<Move>, Missing> {
    let mut all = Vec::new();
    let mut missing = None;
    let mut next = state.clone();
    machine.steps(state, slot, &mut next, &mut |step, _| match step {
        Ok(step) => all.push(Move { slot: slot as u8, choice: step.choice }),
        Err(unknown) => missing = missing.or(Some(unknown)),
    });
    missing.map_or(Ok(all), Err)
}

/// Some of the executions of a reduced search, each with its modification order: the first `count` in canonical order.
///
/// # Errors
/// As [`super::replay()`].
pub fn interleavings(
    model: &Model,
    count: usize,
) -> Result<Vec<(Vec<Event>, ModificationOrder)>, EngineError> {
    on_all(model, Listed(count))
}

/// The CPU whose last step reads a life, if the last step does.
fn reads_a_life(events: &[Event]) -> Option<usize> {
    let last = events.iter().rfind(|event| !matches!(event.op, Op::Note(_)))?;
    match last.op {
        Op::Read { word, .. } | Op::Count { word, .. } if word.means() == Meaning::Claims => {
            Some(last.cpu)
        }
        _ => None,
    }
}

#[derive(Clone, Copy)]
struct Listed(usize);

impl Task for Listed {
    type Result = Result<Vec<(Vec<Event>, ModificationOrder)>, Stop>;

    fn run<M: Machine>(self, machine: &M) -> Self::Result {
        let persistent = PersistentSets::new(machine);
        // The states to be explored, each with the record of its path; the first comes last.
        let mut left = vec![(machine.initial(), Recorder::new(machine))];
        let mut found = Vec::new();
        while let Some((state, mut recorder)) = left.pop() {
            if found.len() == self.0 {
                break;
            }
            // A life is read for the access that follows: nobody comes between.
            let slots = &machine.frame().slots;
            let reader = reads_a_life(recorder.events());
            let reader = reader.and_then(|role| slots.iter().position(|slot| *slot == role));
            let mut all = reader.map_or(Ok(Vec::new()), |slot| moves(machine, &state, slot))?;
            if all.is_empty() {
                let follow = persistent.of(machine, &state);
                for slot in (0..slots.len()).filter(|slot| follow >> slot & 1 != 0) {
                    all.extend(moves(machine, &state, slot)?);
                }
            }
            if all.is_empty() {
                recorder.end(&state);
                found.push((recorder.events().to_vec(), recorder.order()));
            }
            for made in all.into_iter().rev() {
                let (mut after, mut next, mut recorded) =
                    (state.clone(), state.clone(), recorder.clone());
                recorded.step(&mut after, &mut next, made, None);
                left.push((after, recorded));
            }
        }
        Ok(found)
    }
}
