//! Shortest counterexamples: fewest steps, then fewest changes of CPU, then the first in canonical order.
//!
//! A search of its own that leaves nothing out, level by level: what a reduced search finds is not the
//! shortest. A level keeps, for each state and the CPU that stepped last, the best way there: fewest
//! changes, then the first by the CPUs and choices of its steps, newest store first. Two ways to one state
//! and last CPU go on alike, so the best of them is enough. Where that takes too many states, the reduced
//! search's shortest way has to do. No budget ends it but its own: a search that a budget has ended owes its
//! violations a trace like any other.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::path::{Move, Recorder, Target};
use super::persistent::PersistentSets;
use crate::Counterexample;
use crate::memory::{Machine, Task};

/// How many states it looks at before it settles for what it has.
pub(super) const ENOUGH: usize = 2_000_000;

/// The search for the shortest ways to some targets, all known to be there.
pub(super) struct Shortest<'a>(pub(super) &'a [Target]);

/// The best way to a state with a given last CPU.
struct Way {
    state: Vec<u8>,
    last: u8,
    switches: u32,
    /// Index of the way that it goes on, and the step that it adds.
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
            // The shortest of those the reduced search follows is better than none.
            attempt(machine, Some(&PersistentSets::new(machine)), &mut wanted, &mut examples);
        }
        examples
    }
}

/// Goes level by level until every wanted property has its example, or it is enough.
fn attempt<M: Machine>(
    machine: &M,
    persistent: Option<&PersistentSets>,
    wanted: &mut Vec<Target>,
    examples: &mut Vec<(Target, Counterexample)>,
) {
    let mut packed = Vec::new();
    machine.encode(&machine.initial(), &mut packed);
    let none = Move { slot: 0, choice: 0 };
    let start = Way { state: packed, last: u8::MAX, switches: 0, before: 0, step: none };
    let mut levels = vec![vec![start]];
    let mut looked_at = 0;
    while !wanted.is_empty() {
        let Some(level) = levels.last().filter(|level| !level.is_empty()) else { return };
        looked_at += level.len();
        if looked_at > ENOUGH {
            return;
        }
        let (ways, best) = next_level(machine, persistent, level, wanted);
        for (target, best) in wanted.iter().zip(&best) {
            if let Some((_, before, step)) = *best {
                let mut way = path(&levels, before);
                way.push(step);

                examples.push((*target, Recorder::new(machine).execution(&way, *target)));
            }
        }
        wanted.retain(|target| examples.iter().all(|(found, _)| found != target));
        levels.push(ways);
    }
}

/// A step that hits a target: the changes of CPU up to it, the way before, and the step.
type Violation = Option<(u32, usize, Move)>;

/// The best ways that are one step longer, in canonical order, and for each wanted property the best
/// violation among those steps.
fn next_level<M: Machine>(
    machine: &M,
    persistent: Option<&PersistentSets>,
    level: &[Way],
    wanted: &[Target],
) -> (Vec<Way>, Vec<Violation>) {
    let (mut state, mut next) = (machine.initial(), machine.initial());
    let mut packed = Vec::new();
    let mut known: HashMap<(Vec<u8>, u8), usize> = HashMap::new();
    let mut ways: Vec<Way> = Vec::new();
    let mut best: Vec<Violation> = vec![None; wanted.len()];
    // Ways come in canonical order, so the first of equals is the one to keep.
    for (before, way) in level.iter().enumerate() {
        machine.decode(&way.state, &mut state);
        let follow = persistent.map_or(u8::MAX, |persistent| persistent.of(machine, &state));
        for slot in (0..machine.heads(&state).len()).filter(|slot| follow >> slot & 1 != 0) {
            let last = slot as u8;
            let switches = way.switches + u32::from(way.last != last);
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
                    Entry::Occupied(way) => {
                        let way = &mut ways[*way.get()];
                        if switches < way.switches {
                            (way.switches, way.before, way.step) = (switches, before, made);
                        }
                    }
                    Entry::Vacant(free) => {
                        free.insert(ways.len());
                        let state = packed.clone();
                        ways.push(Way { state, last, switches, before, step: made });
                    }
                }
            });
        }
    }
    // In canonical order: by the way before, then by the step.
    ways.sort_by_key(|way| (way.before, way.step));
    (ways, best)
}

/// The steps to a way of the last level.
fn path(levels: &[Vec<Way>], mut index: usize) -> Vec<Move> {
    let mut steps = Vec::new();
    for level in levels[1..].iter().rev() {
        steps.push(level[index].step);
        index = level[index].before;
    }
    steps.reverse();
    steps
}
