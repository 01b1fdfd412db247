//! The easiest executions to some targets, in the order of [`Effort`](crate::Effort).
//!
//! A search of its own, after Dijkstra: a prefix of an execution costs an effort, and the cheapest is extended
//! first. Two prefixes with the same state and the same last CPU have the same continuations at the same cost,
//! so the cheaper suffices, and of equals the first.
//!
//! It runs twice. The first search is reduced like the exhaustive one, which finds every target but not by the
//! easiest way. The second leaves nothing out and extends no prefix that costs as much as what the first found.
//! Where the first search meets its limit, prefixes are tried by their length alone. Both have limits of their
//! own and those of the budget (see `patience`). A target without an execution, or with one that may not be the
//! easiest because of the budget, says which limit was in the way.
//!
//! Under `tso` and `rc11` the targets are looked for under `sc` first ([`crate::memory::on_sc`]): its
//! executions are executions of every memory model, and have few states.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use hashbrown::hash_map::{Entry, HashMap};
use pmdrace_mm::MemoryModel;
use xxhash_rust::xxh3::xxh3_128;

use super::path::{Move, Recorder, Target};
use super::patience::Patience;
use super::persistent::PersistentSets;
use super::store::States;
use crate::memory::footprint::Footprint;
use crate::memory::{self, Choice, FLUSH, Machine, SPIN, Step, Task};
use crate::program::Program;
use crate::program::automaton::Automata;
use crate::{Budget, Counterexample, Cut, Effort};

/// The maximum number of states of the first search.
pub(super) const MAX_STATES: usize = 2_000_000;
/// The maximum number of states of the first search under `sc` for a model of another memory model.
const MAX_SC: usize = 500_000;
/// The maximum number of states of the second one.
pub(super) const MAX_BETTER: usize = 300_000;
/// The number of prefixes that are extended before the limits are checked again.
const PORTION: usize = 64;

/// What was found for a target.
pub(super) struct Example {
    pub(super) target: Target,
    pub(super) execution: Option<Counterexample>,
    /// The limit because of which there is no execution, or the limit of the budget because of which there may
    /// be an easier one.
    pub(super) cut: Option<Cut>,
}

/// The easiest execution to each of some targets that can be reached. Under `tso` and `rc11` it is one of `sc`
/// if there is one.
pub(super) fn shortest(
    program: &Program<'_>,
    automata: &Automata,
    targets: &[Target],
    budget: &Budget,
) -> Vec<Example> {
    let every = program.cpus();
    let patience = &Patience::new(budget);
    let new = |target: &Target| Example { target: *target, execution: None, cut: None };
    let mut examples: Vec<Example> = targets.iter().map(new).collect();
    if program.model.memory != MemoryModel::Sc {
        let shortest = Shortest { examples: &mut examples, limit: MAX_SC, patience };
        memory::on_sc(program, automata, &every, shortest);
    }
    let shortest = Shortest { examples: &mut examples, limit: MAX_STATES, patience };
    memory::on(program, automata, &every, shortest);
    examples
}

/// The search for the easiest executions to targets that have none yet, on one machine.
struct Shortest<'a> {
    examples: &'a mut [Example],
    /// The maximum number of states of the first search.
    limit: usize,
    patience: &'a Patience,
}

impl Task for Shortest<'_> {
    type Result = ();

    fn run<M: Machine>(self, machine: &M) {
        let Shortest { examples, limit, patience } = self;
        let without = examples.iter().filter(|example| example.execution.is_none());
        let mut targets: Vec<Target> = without.map(|example| example.target).collect();
        if targets.is_empty() {
            return;
        }
        let mut reduced = All::new(machine, true);
        let by_effort = Cheapest { machine, limit, patience, by_length: false };
        let (mut found, mut cut) = by_effort.search(&mut reduced, &targets, Vec::new());
        targets.retain(|target| found.iter().all(|(known, _)| known != target));
        if cut.is_some() && !targets.is_empty() {
            let by_length = Cheapest { by_length: true, ..by_effort };
            let (more, its_cut) = by_length.search(&mut reduced, &targets, Vec::new());
            found.extend(more);
            cut = its_cut.or(cut);
        }
        let (found, better_cut) = better(machine, found, MAX_BETTER, patience);
        let mut found: HashMap<Target, Found> = found.into_iter().collect();
        for example in examples.iter_mut().filter(|example| example.execution.is_none()) {
            let Some(found) = found.remove(&example.target) else {
                example.cut = cut.or(example.cut);
                continue;
            };
            let recorder = Recorder::new(machine);
            example.execution = Some(recorder.execution(&found.path, example.target));
            let cuts = [example.cut, cut, better_cut].into_iter().flatten();
            example.cut = cuts.into_iter().find(|cut| *cut != Cut::MaxStates);
        }
    }
}

/// A path to a target.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Found {
    pub(super) effort: Effort,
    pub(super) path: Vec<Move>,
}

/// The easiest paths to the same targets, as far as this many states tell, and the limit that ended the search.
pub(super) fn better<M: Machine>(
    machine: &M,
    found: Vec<(Target, Found)>,
    limit: usize,
    patience: &Patience,
) -> (Vec<(Target, Found)>, Option<Cut>) {
    let targets: Vec<Target> = found.iter().map(|(target, _)| *target).collect();
    let search = Cheapest { machine, limit, patience, by_length: false };
    search.search(&mut All::new(machine, false), &targets, found)
}

/// The steps that a search follows.
pub(super) trait Steps<M: Machine> {
    /// Visits those of a state, in canonical order, each with the state after it.
    fn each(&mut self, state: &M::State, visit: &mut dyn FnMut(Move, Step, &M::State));
}

/// The steps of all CPUs, or of those of a persistent set.
struct All<'m, M: Machine> {
    machine: &'m M,
    next: M::State,
    persistent: Option<PersistentSets>,
}

impl<'m, M: Machine> All<'m, M> {
    fn new(machine: &'m M, reduced: bool) -> All<'m, M> {
        let persistent = reduced.then(|| PersistentSets::new(machine));
        All { machine, next: machine.initial(), persistent }
    }
}

impl<M: Machine> Steps<M> for All<'_, M> {
    fn each(&mut self, state: &M::State, visit: &mut dyn FnMut(Move, Step, &M::State)) {
        let All { machine, next, persistent } = self;
        let follow = persistent.as_ref().map_or(u8::MAX, |sets| sets.of(*machine, state));
        for slot in (0..machine.heads(state).len()).filter(|slot| follow >> slot & 1 != 0) {
            machine.steps(state, slot, next, &mut |step, next| {
                // A step that needs an answer not learned yet is beyond what was explored.
                if let Ok(step) = step {
                    visit(Move { slot: slot as u8, choice: step.choice }, step, next);
                }
            });
        }
    }
}

/// Whether a step departs from sequential consistency: see [`Effort`].
pub(super) fn departs<M: Machine>(machine: &M, state: &M::State, made: Move) -> bool {
    let slot = usize::from(made.slot);
    // The choice of a CPU that waits for others is one of those.
    let old = made.choice != Choice::default()
        && made.choice.which != SPIN
        && !machine.frame().waits_for_cpus(machine.heads(state)[slot]);
    made.choice != FLUSH && (old || machine.buffered(state, slot).1 != Footprint::NONE)
}

/// A search that extends the cheapest prefix first.
pub(super) struct Cheapest<'m, M> {
    pub(super) machine: &'m M,
    /// The maximum number of states.
    pub(super) limit: usize,
    /// The limits of the budget.
    pub(super) patience: &'m Patience,
    /// Whether only the number of steps counts.
    pub(super) by_length: bool,
}

/// The start of an execution: the step that it adds to the prefix `before`.
#[derive(Clone, Copy)]
struct Prefix {
    effort: Effort,
    before: usize,
    made: Move,
}

impl<M: Machine> Cheapest<'_, M> {
    /// The cheapest path to each target that is cheaper than what is known, or else what is known; and the limit
    /// that ended the search before it had tried all that might be cheaper.
    pub(super) fn search(
        &self,
        steps: &mut impl Steps<M>,
        targets: &[Target],
        known: Vec<(Target, Found)>,
    ) -> (Vec<(Target, Found)>, Option<Cut>) {
        // Per target, the cheapest hit: its effort, the prefix before it, and the step.
        let mut hits: Vec<Option<Prefix>> = vec![None; targets.len()];
        let bound = |target: &Target, hit: &Option<Prefix>| {
            let known = known.iter().find(|(known, _)| known == target);
            hit.map(|hit| hit.effort).or(known.map(|(_, found)| found.effort))
        };
        let mut state = self.machine.initial();
        let mut packed = Vec::new();
        self.machine.encode(&state, &mut packed);
        let mut states = States::default();
        states.push(&packed);
        let none = Move { slot: u8::MAX, choice: Choice::default() };
        let mut prefixes = vec![Prefix { effort: Effort::default(), before: 0, made: none }];
        let mut open = BinaryHeap::from([Reverse((Effort::default(), 0))]);
        let mut costs: HashMap<u128, Effort> = HashMap::new();
        let share = self.patience.share();
        let mut cut = None;
        let mut extended = 0;
        while let Some(Reverse((cost, index))) = open.pop() {
            let bounds = targets.iter().zip(&hits).map(|(target, hit)| bound(target, hit));
            if bounds.clone().all(|bound| bound.is_some_and(|bound| cost >= self.cost(bound))) {
                break;
            }
            if extended % PORTION == 0 {
                let each = size_of::<Prefix>() + 3 * size_of::<(u128, Effort)>();
                cut = share.spent(states.memory() + prefixes.capacity() * each);
            }
            cut = cut.or((prefixes.len() > self.limit).then_some(Cut::MaxStates));
            if cut.is_some() {
                break;
            }
            extended += 1;
            let Prefix { effort, made: last, .. } = prefixes[index];
            self.machine.decode(states.get(index), &mut state);
            if costs.get(&key(states.get(index), last)).is_some_and(|least| *least < cost) {
                continue;
            }
            steps.each(&state, &mut |made, step, next| {
                let switches = last.slot != made.slot && last.slot != u8::MAX;
                let effort = effort.and(departs(self.machine, &state, made), switches);
                let prefix = Prefix { effort, before: index, made };
                for (target, hit) in targets.iter().zip(&mut hits) {
                    if bound(target, hit).is_none_or(|b| self.cost(effort) < self.cost(b))
                        && target.is_hit_by(self.machine, step, next)
                    {
                        *hit = Some(prefix);
                    }
                }
                self.machine.encode(next, &mut packed);
                let cost = self.cost(effort);
                let cheaper = match costs.entry(key(&packed, made)) {
                    Entry::Occupied(mut least) => {
                        let cheaper = cost < *least.get();
                        if cheaper {
                            least.insert(cost);
                        }
                        cheaper
                    }
                    Entry::Vacant(free) => {
                        free.insert(cost);
                        true
                    }
                };
                if cheaper {
                    open.push(Reverse((cost, prefixes.len())));
                    states.push(&packed);
                    prefixes.push(prefix);
                }
            });
        }
        let found = targets.iter().zip(hits).filter_map(|(target, hit)| {
            let Some(hit) = hit else {
                return known.iter().find(|(known, _)| known == target).cloned();
            };
            let before = std::iter::successors(Some(hit), |prefix| {
                Some(prefixes[prefix.before]).filter(|before| before.made.slot != u8::MAX)
            });
            let mut path: Vec<Move> = before.map(|prefix| prefix.made).collect();
            path.reverse();
            Some((*target, Found { effort: hit.effort, path }))
        });
        (found.collect(), cut)
    }

    /// What counts of an effort.
    fn cost(&self, effort: Effort) -> Effort {
        match self.by_length {
            true => Effort { steps: effort.steps, ..Effort::default() },
            false => effort,
        }
    }
}

/// What decides how a prefix can continue, and at what cost: its state, and the CPU that stepped last.
fn key(state: &[u8], last: Move) -> u128 {
    xxh3_128(state) ^ u128::from(last.slot) << 64
}
