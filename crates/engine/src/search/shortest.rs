//! Shortest counterexamples: fewest steps, then fewest switches, then the first in canonical order.
//!
//! A separate search without reductions, level by level: what a reduced search finds is not the shortest. A
//! level keeps, for each state and the CPU that stepped last, the best prefix of an execution: fewest
//! switches, then the first by the CPUs and choices of its steps, newest store first. Two prefixes with the
//! same state and last CPU have the same continuations, so the best of them suffices. Where that takes too
//! many states, the shortest prefix of the reduced search must do. Only its own limit ends it, not the
//! budget: violations found by a search that a budget ended get a trace like any others.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::path::{Move, Recorder, Target};
use super::persistent::PersistentSets;
use crate::Counterexample;
use crate::memory::{Machine, Task};

/// The maximum number of states that it visits.
pub(super) const MAX_STATES: usize = 2_000_000;

/// The search for the shortest executions to some targets, all known to be reachable.
pub(super) struct Shortest<'a>(pub(super) &'a [Target]);

/// The best prefix to a state with a given last CPU.
struct Prefix {
    state: Vec<u8>,
    last: u8,
    switches: u32,
    /// The index of the prefix that it extends, and the step that it adds.
    before: usize,
    step: Move,
}

impl Task for Shortest<'_> {
    type Result = Vec<(Target, Counterexample)>;

    fn run<M: Machine>(self, machine: &M) -> Self::Result {
        let mut examples = Vec::new();
        let mut wanted = self.0.to_vec();
        attempt(machine, None, &mut wanted, &mut examples);
        if !wanted.is_empty() {
            // The shortest that the reduced search follows is better than none.
            attempt(machine, Some(&PersistentSets::new(machine)), &mut wanted, &mut examples);
        }
        examples
    }
}

/// Searches level by level until every target has its example, or the limit is reached.
fn attempt<M: Machine>(
    machine: &M,
    persistent: Option<&PersistentSets>,
    wanted: &mut Vec<Target>,
    examples: &mut Vec<(Target, Counterexample)>,
) {
    let mut packed = Vec::new();
    machine.encode(&machine.initial(), &mut packed);
    let none = Move { slot: 0, choice: 0 };
    let start = Prefix { state: packed, last: u8::MAX, switches: 0, before: 0, step: none };
    let mut levels = vec![vec![start]];
    let mut visited = 0;
    while !wanted.is_empty() {
        let Some(level) = levels.last().filter(|level| !level.is_empty()) else { return };
        visited += level.len();
        if visited > MAX_STATES {
            return;
        }
        let (prefixes, best) = next_level(machine, persistent, level, wanted);
        for (target, best) in wanted.iter().zip(&best) {
            if let Some((_, before, step)) = *best {
                let mut prefix = path(&levels, before);
                prefix.push(step);

                examples.push((*target, Recorder::new(machine).execution(&prefix, *target)));
            }
        }
        wanted.retain(|target| examples.iter().all(|(found, _)| found != target));
        levels.push(prefixes);
    }
}

/// A step that hits a target: the switches up to it, the prefix before it, and the step.
type Violation = Option<(u32, usize, Move)>;

/// The best prefixes that are one step longer, in canonical order, and for each target the best hit among
/// those steps.
fn next_level<M: Machine>(
    machine: &M,
    persistent: Option<&PersistentSets>,
    level: &[Prefix],
    wanted: &[Target],
) -> (Vec<Prefix>, Vec<Violation>) {
    let (mut state, mut next) = (machine.initial(), machine.initial());
    let mut packed = Vec::new();
    let mut known: HashMap<(Vec<u8>, u8), usize> = HashMap::new();
    let mut prefixes: Vec<Prefix> = Vec::new();
    let mut best: Vec<Violation> = vec![None; wanted.len()];
    // Prefixes are in canonical order, so the first of equals is kept.
    for (before, prefix) in level.iter().enumerate() {
        machine.decode(&prefix.state, &mut state);
        let follow = persistent.map_or(u8::MAX, |persistent| persistent.of(machine, &state));
        for slot in (0..machine.heads(&state).len()).filter(|slot| follow >> slot & 1 != 0) {
            let last = slot as u8;
            let switches = prefix.switches + u32::from(prefix.last != last);
            machine.steps(&state, slot, &mut next, &mut |step, next| {
                let Ok(step) = step else { return };
                let made = Move { slot: last, choice: step.choice };
                for (target, best) in wanted.iter().zip(&mut best) {
                    let better = best.is_none_or(|(least, ..)| switches < least);
                    if target.is_hit_by(step) && better {
                        *best = Some((switches, before, made));
                    }
                }
                machine.encode(next, &mut packed);
                match known.entry((packed.clone(), last)) {
                    Entry::Occupied(prefix) => {
                        let prefix = &mut prefixes[*prefix.get()];
                        if switches < prefix.switches {
                            (prefix.switches, prefix.before, prefix.step) =
                                (switches, before, made);
                        }
                    }
                    Entry::Vacant(free) => {
                        free.insert(prefixes.len());
                        let state = packed.clone();
                        prefixes.push(Prefix { state, last, switches, before, step: made });
                    }
                }
            });
        }
    }
    // In canonical order: by the prefix before, then by the step.
    prefixes.sort_by_key(|prefix| (prefix.before, prefix.step));
    (prefixes, best)
}

/// The steps of a prefix of the last level.
fn path(levels: &[Vec<Prefix>], mut index: usize) -> Vec<Move> {
    let mut steps = Vec::new();
    for level in levels[1..].iter().rev() {
        steps.push(level[index].step);
        index = level[index].before;
    }
    steps.reverse();
    steps
}
