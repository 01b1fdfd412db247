//! The executions that fit what CPUs observed.
//!
//! What a CPU observed determines its history, so the trees learned here are single paths. The interleaving
//! remains open, and which of equal stores a load read: a search over the machine's states finds all
//! possibilities. If it finds none, the memory model forbids the observation. If it finds several executions,
//! a property is certainly violated if all of them violate it, and possibly if some do.

use hashbrown::HashMap;
use pmdrace_mm::{Addr, Answer, Call, Model, Word};

use super::ended;
use super::finals::observed;
use super::path::{Move, Recorder, Target};
use super::patience::Patience;
use super::persistent::PersistentSets;
use super::shortest::{Cheapest, Found, Steps};
use crate::memory::{self, FLUSH, Machine, Step, Task};
use crate::program::automaton::Merge;
use crate::program::tree::Tree;
use crate::program::{Program, values};
use crate::{Budget, Counterexample, EngineError, Final, Observation};

/// The maximum number of states to visit for an observation.
const MAX_STATES: usize = 300_000;

/// The executions that fit an observation.
#[derive(Clone, Debug)]
pub enum Explanation {
    /// None under the memory model.
    Forbidden,
    /// These executions.
    Permitted(Permitted),
}

/// The executions that fit an observation, taken together.
#[derive(Clone, Debug)]
pub struct Permitted {
    /// Their final outcome.
    pub ends: Final,
    /// Per property of the model, whether it is violated.
    pub violated: Vec<Certainty>,
    /// Per goal of the model, whether some execution reaches it.
    pub reached: Vec<bool>,
    /// Per property, an execution that violates it, if one does.
    pub examples: Vec<Option<Counterexample>>,
}

/// How certain it is that an observed execution violated a property.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Certainty {
    /// No execution that fits violates it.
    No,
    /// Some do, and some do not.
    Possibly,
    /// All do.
    Certainly,
}

/// Searches for the executions of `model` with this observation.
///
/// # Errors
/// When the model exceeds a limit of the engine, when a routine panics, when the words do not fit the calls
/// of the routines, or when too many states fit.
pub fn explain(model: &Model, observation: &Observation) -> Result<Explanation, EngineError> {
    search(model, observation, true)
}

/// The same without partial-order reduction, for tests of the reduction in [`explain`].
///
/// # Errors
/// As [`explain`].
pub fn explain_unreduced(
    model: &Model,
    observation: &Observation,
) -> Result<Explanation, EngineError> {
    search(model, observation, false)
}

fn search(
    model: &Model,
    observation: &Observation,
    reduce: bool,
) -> Result<Explanation, EngineError> {
    if observation.0.len() != model.roles.len() {
        return Err(mismatch(0));
    }
    let mut program = Program::of_all_calls(model)?;
    let mut histories = Vec::new();
    for (role, words) in observation.0.iter().enumerate() {
        histories.push(learn(model, program.tree_of(role), words)?);
    }
    let automata = program.automata(Merge::Nothing)?;
    memory::on(&program, &automata, &program.cpus(), Explain { histories: &histories, reduce })
}

/// The history of a CPU.
struct History {
    /// The last node.
    leaf: usize,
    /// The counters that it changed, by node: their addresses and old words, which the answers do not
    /// contain.
    counts: HashMap<usize, (Addr, Word)>,
}

/// Learns the history of a CPU that observed these words.
fn learn(model: &Model, tree: &mut Tree, words: &[Word]) -> Result<History, EngineError> {
    let mut words = words.iter().copied();
    let mut history = History { leaf: 0, counts: HashMap::new() };
    while let Some(call) = tree.nodes[history.leaf].call {
        let finds = !matches!(call, Call::Write { .. } | Call::Sync(_));
        let word = if finds { Some(words.next().ok_or(mismatch(history.leaf))?) } else { None };
        if let (Call::Count { at, .. }, Some(word)) = (call, word) {
            history.counts.insert(history.leaf, (at, word));
        }
        let answer = Answer::to(call, word);
        tree.learn(model, history.leaf, answer)?;
        history.leaf = tree.next(history.leaf, answer).unwrap_or_default();
    }
    match words.next() {
        None => Ok(history),
        Some(_) => Err(mismatch(history.leaf)),
    }
}

fn mismatch(at: usize) -> EngineError {
    EngineError::Panicked(format!("the observation does not fit the model, after {at} steps"))
}

/// The search over the states that fit.
#[derive(Clone, Copy)]
struct Explain<'a> {
    histories: &'a [History],
    /// Whether to reduce the search to persistent sets.
    reduce: bool,
}

impl Task for Explain<'_> {
    type Result = Result<Explanation, EngineError>;

    fn run<M: Machine>(self, machine: &M) -> Self::Result {
        let mut fitting = Fitting::new(self, machine);
        let start = machine.initial();
        let Some(ahead) = fitting.ahead(&start)? else { return Ok(Explanation::Forbidden) };
        let model = machine.frame().model;
        let certainty = |index: usize| match (ahead.must >> index & 1, ahead.may >> index & 1) {
            (1, _) => Certainty::Certainly,
            (_, 1) => Certainty::Possibly,
            _ => Certainty::No,
        };
        let violated: Vec<Target> = (0..model.properties.len())
            .filter(|index| ahead.may >> index & 1 != 0)
            .map(Target::Property)
            .collect();
        let mut examples = vec![None; model.properties.len()];
        for (target, example) in fitting.examples(&violated) {
            if let Target::Property(index) = target {
                examples[index] = Some(example);
            }
        }
        let Some(ends) = fitting.ends else { return Ok(Explanation::Forbidden) };
        Ok(Explanation::Permitted(Permitted {
            ends,
            violated: (0..model.properties.len()).map(certainty).collect(),
            reached: (0..model.goals.len()).map(|index| ahead.goals >> index & 1 != 0).collect(),
            examples,
        }))
    }
}

/// What the executions that continue from a state violate and reach.
#[derive(Clone, Copy)]
struct Ahead {
    /// The properties that all of them violate.
    must: u32,
    /// The properties that some of them violate.
    may: u32,
    /// The goals that some of them reach.
    goals: u8,
}

impl Ahead {
    /// The same with this step before it.
    fn after(self, step: Step) -> Ahead {
        Ahead {
            must: self.must | step.violated,
            may: self.may | step.violated,
            goals: self.goals | step.goals,
        }
    }

    fn or(self, other: Ahead) -> Ahead {
        Ahead {
            must: self.must & other.must,
            may: self.may | other.may,
            goals: self.goals | other.goals,
        }
    }
}

/// The classes that a CPU passes through.
struct Route {
    classes: Vec<u16>,
    last: u16,
    /// The counters that it changes, by class: the cell, and the number of the old word.
    counts: HashMap<u16, (usize, u16)>,
}

struct Fitting<'a, M: Machine> {
    machine: &'a M,
    /// Per CPU, its route.
    routes: Vec<Route>,
    /// The visited states; None if no execution that fits continues from there.
    known: HashMap<Vec<u8>, Option<Ahead>>,
    ends: Option<Final>,
    /// Persistent sets, which are also sound for the executions that fit, because a step that does not fit
    /// does not fit until a conflicting one is taken.
    persistent: Option<PersistentSets>,
}

impl<'a, M: Machine> Fitting<'a, M> {
    fn new(explain: Explain<'a>, machine: &'a M) -> Fitting<'a, M> {
        let automata = machine.frame().automata;
        let classes = 0..automata.classes.len() as u16;
        let route = |(slot, history): (usize, &History)| {
            let group = machine.frame().groups[slot];
            let nodes: Vec<usize> = machine.frame().trees[group].path(history.leaf).collect();
            let node = |class: &u16| automata.history(*class);
            let passes =
                |class: &u16| automata.class(*class).group == group && nodes.contains(&node(class));
            let classes: Vec<u16> = classes.clone().filter(passes).collect();
            let last = classes.iter().find(|class| node(class) == history.leaf);
            let count = |class: &u16| {
                let (at, word) = history.counts.get(&node(class))?;
                Some((*class, (at.0, values::code(*word))))
            };
            let counts = classes.iter().filter_map(count).collect();
            Route { last: last.copied().unwrap_or_default(), counts, classes }
        };
        let routes = explain.histories.iter().enumerate().map(route).collect();
        let persistent = explain.reduce.then(|| PersistentSets::new(machine));
        let known = HashMap::new();
        Fitting { machine, routes, known, ends: None, persistent }
    }

    /// The steps from a state that keep every CPU on its route.
    fn steps(&self, state: &M::State) -> Vec<(Move, Step, M::State)> {
        let mut steps = Vec::new();
        let mut next = state.clone();
        let persistent = self.persistent.as_ref();
        let follow = persistent.map_or(u8::MAX, |persistent| persistent.of(self.machine, state));
        let routes = self.routes.iter().enumerate().filter(|(slot, _)| follow >> slot & 1 != 0);
        for (slot, route) in routes {
            let class = self.machine.heads(state)[slot].class;
            let count = route.counts.get(&class);
            let too_early = count.is_some_and(|(at, was)| self.machine.memory(state)[*at] != *was);
            self.machine.steps(state, slot, &mut next, &mut |step, next| {
                // An answer that has not been learned is one that this CPU did not observe.
                let Ok(step) = step else { return };
                if too_early && step.choice != FLUSH {
                    return; // the counter has another value than the CPU found; a buffered store can still go
                }
                if route.classes.contains(&self.machine.heads(next)[slot].class) {
                    let made = Move { slot: slot as u8, choice: step.choice };
                    steps.push((made, step, next.clone()));
                }
            });
        }
        steps
    }

    /// What lies ahead of a state; None if nothing fits.
    fn ahead(&mut self, state: &M::State) -> Result<Option<Ahead>, EngineError> {
        let mut packed = Vec::new();
        self.machine.encode(state, &mut packed);
        if let Some(known) = self.known.get(&packed) {
            return Ok(*known);
        }
        if self.known.len() == MAX_STATES {
            let what = "states that fit the observation";
            return Err(EngineError::TooMany { what, count: MAX_STATES + 1, limit: MAX_STATES });
        }
        let steps = self.steps(state);
        let heads = self.machine.heads(state).iter().zip(&self.routes);
        let at_the_end = heads.clone().all(|(head, route)| head.class == route.last);
        let mut ahead = None;
        if steps.is_empty() && at_the_end {
            let (met, goals) = ended::met(self.machine, state);
            ahead = Some(Ahead { must: met, may: met, goals });
            self.ends.get_or_insert_with(|| observed(self.machine, state));
        }
        for (_, step, next) in steps {
            let after = self.ahead(&next)?.map(|ahead| ahead.after(step));
            ahead = match (ahead, after) {
                (Some(one), Some(other)) => Some(one.or(other)),
                (one, other) => one.or(other),
            };
        }
        self.known.insert(packed, ahead);
        Ok(ahead)
    }

    /// For each target, the easiest execution that fits and hits it: with the reduction first, then without as far
    /// as a limited search tells.
    fn examples(&mut self, targets: &[Target]) -> Vec<(Target, Counterexample)> {
        let patience = &Patience::new(&Budget::unlimited());
        let machine = self.machine;
        let search = Cheapest { machine, limit: MAX_STATES, patience, by_length: false };
        let (found, _) = search.search(self, targets, Vec::new());
        let known = std::mem::take(&mut self.known);
        let persistent = self.persistent.take();
        let (found, _) = search.search(self, targets, found);
        (self.known, self.persistent) = (known, persistent);
        let record = |(target, found): (Target, Found)| Some((target, self.record(found, target)?));
        found.into_iter().filter_map(record).collect()
    }

    /// The execution of a path, continued to an end that fits.
    fn record(&mut self, found: Found, target: Target) -> Option<Counterexample> {
        let mut recorder = Recorder::new(self.machine);
        let (mut state, mut next) = (self.machine.initial(), self.machine.initial());
        for (at, made) in found.path.iter().enumerate() {
            recorder.step(&mut state, &mut next, *made, found.path.get(at + 1));
        }
        let mut last = found.path.last().map(|made| made.slot);
        loop {
            let mut steps = self.steps(&state);
            steps.sort_by_key(|(made, ..)| Some(made.slot) != last);
            let fits = |(_, _, after): &(Move, Step, M::State)| {
                self.ahead(after).is_ok_and(|ahead| ahead.is_some())
            };
            let Some((made, ..)) = steps.into_iter().find(fits) else { break };
            recorder.step(&mut state, &mut next, made, None);
            last = Some(made.slot);
        }
        let Target::Property(index) = target else { return None };
        let events = recorder.events().to_vec();
        let model = self.machine.frame().model;
        let at = model.judge_with(&events, &recorder.last_words()).violated_at[index]?;
        Some(Counterexample::new(events, recorder.order(), at))
    }
}

/// The steps of the executions that fit to their end.
impl<M: Machine> Steps<M> for Fitting<'_, M> {
    fn each(&mut self, state: &M::State, visit: &mut dyn FnMut(Move, Step, &M::State)) {
        for (made, step, after) in self.steps(state) {
            if self.ahead(&after).is_ok_and(|ahead| ahead.is_some()) {
                visit(made, step, &after);
            }
        }
    }
}
