//! Single executions that somebody asks for: one that reaches a goal, one that follows given turns, a few of
//! all there are.

use pmdrace_mm::{Event, Model, Op};

use super::learn::Trie;
use super::machine::{Machine, Missing};
use super::narrate::Narrator;
use super::reduce::Reduction;
use super::search::Leave;
use super::shortest::{ENOUGH, Move, Shortest, Target};
use super::{Explore, Learned, Task};
use crate::{Budget, Counterexample, EngineError};

/// The shortest execution that reaches the goal at `index`; None: no execution does, or the budget ended first.
///
/// # Errors
/// As [`super::check`], and when some execution does but the way there takes too many states to find.
pub fn witness(
    model: &Model,
    index: usize,
    budget: &Budget,
) -> Result<Option<Counterexample>, EngineError> {
    let mut learned = Learned::new(model)?;
    let every: Vec<usize> = (0..model.roles.len()).collect();
    let leave = Leave { orders: true, twins: true };
    let explore = Explore { leave, last: false, budget };
    let (automata, found) = learned.settle(&every, true, explore)?;
    if found.reaching[index] == 0 {
        return Ok(None);
    }
    let wanted = [Target::Goal(index)];
    let search = Shortest { wanted: &wanted, tries: &learned.tries };
    let mut found = learned.on(&automata, &every, search)?;
    match found.pop() {
        Some((_, example)) => Ok(Some(example)),
        None => Err(EngineError::TooMany {
            what: "states on the way to the goal",
            count: ENOUGH + 1,
            limit: ENOUGH,
        }),
    }
}

/// The execution in which CPUs take turns as given, one step each, reading the newest stores; a CPU that
/// cannot step is passed over. When the turns are over, every CPU goes on to its end.
///
/// # Errors
/// As [`super::replay()`].
pub fn follow(model: &Model, turns: &[usize]) -> Result<Vec<Event>, EngineError> {
    Learned::new(model)?.until_known(|learned, automata, every| {
        learned.on(automata, every, Turns { tries: &learned.tries, turns })
    })
}

/// Which CPU takes each step of an execution, as [`follow`] takes turns.
pub fn turns(events: &[Event]) -> Vec<usize> {
    let steps = events.iter().filter(|event| !matches!(event.op, Op::Note(_)));
    steps.map(|event| event.cpu).collect()
}

struct Turns<'a> {
    tries: &'a [Trie],
    turns: &'a [usize],
}

impl Task for Turns<'_> {
    type Result = Result<Vec<Event>, Missing>;

    fn run<M: Machine>(self, machine: &M) -> Self::Result {
        let mut narrator = Narrator::new(machine, self.tries);
        let (mut state, mut next) = (machine.initial(), machine.initial());
        for slot in self.turns {
            if let Some(made) = first(machine, &state, *slot)? {
                narrator.go(&mut state, &mut next, made, None);
            }
        }
        loop {
            let slots = 0..machine.frame().slots.len();
            let mut moves = slots.map(|slot| first(machine, &state, slot));
            let Some(made) = moves.find_map(Result::transpose).transpose()? else { break };
            narrator.go(&mut state, &mut next, made, None);
        }
        Ok(narrator.events().to_vec())
    }
}

/// The first move that a CPU can make, if it can.
fn first<M: Machine>(machine: &M, state: &M::State, slot: usize) -> Result<Option<Move>, Missing> {
    moves(machine, state, slot).map(|all| all.first().copied())
}

/// The moves that a CPU can make, newest stores first.
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

/// Some of the executions that a reduced search follows: the first `count` in canonical order.
///
/// # Errors
/// As [`super::replay()`].
pub fn interleavings(model: &Model, count: usize) -> Result<Vec<Vec<Event>>, EngineError> {
    Learned::new(model)?.until_known(|learned, automata, every| {
        learned.on(automata, every, Listed { tries: &learned.tries, count })
    })
}

struct Listed<'a> {
    tries: &'a [Trie],
    count: usize,
}

impl Task for Listed<'_> {
    type Result = Result<Vec<Vec<Event>>, Missing>;

    fn run<M: Machine>(self, machine: &M) -> Self::Result {
        let reduction = Reduction::new(machine);
        // What is left to try: states, each with what was told on the way there; the first comes last.
        let mut left = vec![(machine.initial(), Narrator::new(machine, self.tries))];
        let mut found = Vec::new();
        while let Some((state, narrator)) = left.pop() {
            if found.len() == self.count {
                break;
            }
            let follow = reduction.follow(machine, &state);
            let mut all = Vec::new();
            for slot in (0..machine.heads(&state).len()).filter(|slot| follow >> slot & 1 != 0) {
                all.extend(moves(machine, &state, slot)?);
            }
            if all.is_empty() {
                found.push(narrator.events().to_vec());
            }
            for made in all.into_iter().rev() {
                let (mut after, mut next, mut told) =
                    (state.clone(), state.clone(), narrator.clone());
                told.go(&mut after, &mut next, made, None);
                left.push((after, told));
            }
        }
        Ok(found)
    }
}
