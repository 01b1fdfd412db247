//! The state-space engine: explicit states over automata learned from the unchanged routines.
//!
//! A routine is a deterministic function of the answers its [`pmdrace_mm::Cpu`] gives, so what a CPU can
//! do is a finite automaton, learned by running the routine on recorded answers (`script`, `learn`) and
//! merged until only differences that matter are left (`automaton`). The state of the machine is then a
//! few bytes: where each CPU is, memory, locks, and what the memory model adds, store buffers
//! (`buffered`) or histories and views (`views`). The search visits each state once (`search`, `store`),
//! leaving out orders that cannot matter and states that differ only in which of several CPUs of a kind is
//! where (`reduce`). Shortest counterexamples come from a search of their own that leaves nothing out
//! (`shortest`) and are told as events by walking the tries again (`narrate`). Where there are too many states,
//! executions are drawn at random instead (`random`).

mod automaton;
mod buffered;
mod calls;
mod deadlock;
mod effect;
mod explain;
mod learn;
mod machine;
mod narrate;
mod random;
mod reduce;
mod replay;
mod script;
mod search;
mod shortest;
mod store;
mod values;
mod views;
mod ways;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use pmdrace_mm::{MemoryModel, Model};

use crate::{Budget, Clock, EngineError, Explored, Final, Finals, Outcome, PropertyOutcome};
use automaton::Automata;
use buffered::Buffered;
use learn::Trie;
use machine::{Frame, Machine, Missing};
use search::{Found, Leave, Search};
use shortest::{Shortest, Target};
use values::Values;
use views::Views;

pub use explain::{Certainty, Explanation, Permitted, explain, explain_unreduced};
pub use replay::{Fit, Replay, replay, retell};
pub use ways::{follow, interleavings, turns, witness};

/// How many CPUs a model may have.
pub const MAX_CPUS: usize = machine::MAX_CPUS;

/// Explores `model` as far as `budget` allows.
///
/// # Errors
/// When the model has more of something than the engine has room for, when some execution ends in a
/// deadlock, or when a routine panics.
pub fn check(model: Arc<Model>, budget: &Budget) -> Result<Outcome, EngineError> {
    Learned::new(&model)?.check(budget, Leave { orders: true, twins: true })
}

/// Explores `model` without leaving anything out: every order of every step, every state. For tests of
/// what [`check`] leaves out.
///
/// # Errors
/// As [`check`].
pub fn check_unreduced(model: Arc<Model>, budget: &Budget) -> Result<Outcome, EngineError> {
    Learned::new(&model)?.check(budget, Leave { orders: false, twins: false })
}

/// Draws executions of `model` at random, as `budget` says.
///
/// # Errors
/// As [`check`].
pub fn sample(model: &Model, budget: &Budget) -> Result<Outcome, EngineError> {
    Learned::new(model)?.sample(budget)
}

/// The final outcomes of every execution of `model`, as far as `budget` allows.
///
/// # Errors
/// As [`check`].
pub fn finals(model: Arc<Model>, budget: &Budget) -> Result<Finals, EngineError> {
    Learned::new(&model)?.finals(budget)
}

/// One model, and what has been learned about it.
struct Learned<'m> {
    model: &'m Model,
    /// The kind of each role.
    groups: Vec<usize>,
    tries: Vec<Trie>,
    values: Values,
}

impl<'m> Learned<'m> {
    fn new(model: &'m Model) -> Result<Learned<'m>, EngineError> {
        for (what, count, limit) in [
            ("CPUs", model.roles.len(), MAX_CPUS),
            ("locks", model.locks.len(), reduce::MAX_LOCKS),
            ("properties", model.properties.len(), effect::MAX_PROPERTIES),
            ("goals", model.goals.len(), effect::MAX_JUDGED),
            ("folios", model.kernel.folios.len(), effect::MAX_JUDGED),
        ] {
            if count > limit {
                return Err(EngineError::TooMany { what, count, limit });
            }
        }
        let values = Values::new(model)?;
        let mut kinds: Vec<usize> = Vec::new();
        let mut tries = Vec::new();
        let mut groups = Vec::new();
        for (index, role) in model.roles.iter().enumerate() {
            let known = kinds.iter().position(|kind| *kind == role.group);
            groups.push(known.unwrap_or(kinds.len()));
            if known.is_none() {
                kinds.push(role.group);
                tries.push(Trie::new(model, index)?);
            }
        }
        Ok(Learned { model, groups, tries, values })
    }

    fn check(&mut self, budget: &Budget, leave: Leave) -> Result<Outcome, EngineError> {
        self.learn(budget)?;
        let every: Vec<usize> = (0..self.model.roles.len()).collect();
        let (automata, found) =
            self.settle(&every, true, Explore { leave, last: false, budget })?;
        let mut outcome = self.outcome(&automata, &found);
        let violated = (0..self.model.properties.len()).filter(|p| found.violating[*p] > 0);
        let wanted: Vec<Target> = violated.map(Target::Property).collect();
        if !wanted.is_empty() {
            let search = Shortest { wanted: &wanted, tries: &self.tries };
            for (target, example) in self.on(&automata, &every, search)? {
                if let Target::Property(index) = target {
                    outcome.properties[index].shortest = Some(example);
                }
            }
        }
        Ok(outcome)
    }

    /// Does something with every CPU, and again with what was learned, until nothing is missing.
    fn until_known<R>(
        &mut self,
        task: impl Fn(&Self, &Automata, &[usize]) -> Result<Result<R, Missing>, EngineError>,
    ) -> Result<R, EngineError> {
        let every = self.learn_some()?;
        loop {
            let automata = self.automata()?;
            match task(self, &automata, &every)? {
                Ok(result) => return Ok(result),
                Err(missing) => {
                    let missing = (missing.class, missing.answer);
                    automata.learn(self.model, &mut self.tries, missing)?;
                }
            }
        }
    }

    /// Learns what a small search of all CPUs meets: that is quicker than many questions.
    fn learn_some(&mut self) -> Result<Vec<usize>, EngineError> {
        let every: Vec<usize> = (0..self.model.roles.len()).collect();
        let budget = Budget { max_states: Some(SMALL), ..Budget::unlimited(Arc::new(Untimed)) };
        let leave = Leave { orders: true, twins: true };
        self.settle(&every, true, Explore { leave, last: false, budget: &budget })?;
        Ok(every)
    }

    /// The automata of what has been learned.
    fn automata(&mut self) -> Result<Automata, EngineError> {
        let automata = Automata::new(self.model, &self.tries, self.values.clone(), true)?;
        self.values = automata.values.clone();
        Ok(automata)
    }

    /// The steps of the longest execution of these CPUs that the automata allow.
    fn levels(&self, automata: &Automata, slots: &[usize]) -> u64 {
        let roots = slots.iter().map(|role| automata.roots[self.groups[*role]]);
        roots.map(|root| u64::from(automata.class(root).longest)).sum()
    }

    fn finals(&mut self, budget: &Budget) -> Result<Finals, EngineError> {
        self.learn(budget)?;
        let every: Vec<usize> = (0..self.model.roles.len()).collect();
        let leave = Leave { orders: true, twins: false };
        let explore = Explore { leave, last: true, budget };
        let (automata, found) = self.settle(&every, false, explore)?;
        let set = self.on(&automata, &every, Observed { tries: &self.tries, last: &found.last })?;
        Ok(Finals { set, cut: found.cut })
    }

    /// Learns what one CPU of each kind does among the others: nearly all there is to learn.
    fn learn(&mut self, budget: &Budget) -> Result<(), EngineError> {
        let first = |kind| self.groups.iter().position(|group| *group == kind);
        let one_each: Vec<usize> = (0..self.tries.len()).filter_map(first).collect();
        if one_each.len() < self.model.roles.len() {
            let leave = Leave { orders: true, twins: false };
            self.settle(&one_each, true, Explore { leave, last: false, budget })?;
        }
        Ok(())
    }

    /// Explores with these CPUs, and again with what was learned, until nothing is missing.
    fn settle(
        &mut self,
        slots: &[usize],
        merge: bool,
        explore: Explore<'_>,
    ) -> Result<(Automata, Found), EngineError> {
        loop {
            let automata = Automata::new(self.model, &self.tries, self.values.clone(), merge)?;
            self.values = automata.values.clone();
            let levels = self.levels(&automata, slots);
            explore.budget.progress.levels_at_most.store(levels, Ordering::Relaxed);
            let found = self.on(&automata, slots, explore)??;
            if found.missing.is_empty() {
                return Ok((automata, found));
            }
            for missing in &found.missing {
                let missing = (missing.class, missing.answer);
                automata.learn(self.model, &mut self.tries, missing)?;
            }
        }
    }

    /// Does something with the machine of the model's memory model.
    fn on<T: Task>(
        &self,
        automata: &Automata,
        slots: &[usize],
        task: T,
    ) -> Result<T::Result, EngineError> {
        let frame = Frame::new(self.model, automata, slots, &self.groups);
        let entry = |cell: &&pmdrace_mm::Cell| cell.kind.follows_memory_model();
        let entries = self.model.cells.iter().filter(entry).count();
        Ok(match (self.model.memory, entries) {
            (MemoryModel::Sc | MemoryModel::Tso, _) => task.run(&Buffered::new(frame)),
            (MemoryModel::Weak, 0..=4) => task.run(&Views::<4>::new(frame)),
            (MemoryModel::Weak, 5..=8) => task.run(&Views::<8>::new(frame)),
            (MemoryModel::Weak, 9..=16) => task.run(&Views::<16>::new(frame)),
            (MemoryModel::Weak, _) => task.run(&Views::<64>::new(frame)),
        })
    }

    fn outcome(&self, automata: &Automata, found: &Found) -> Outcome {
        let roles = 0..self.model.roles.len();
        let property = |index: usize| PropertyOutcome {
            violating: found.violating[index],
            // Which of several CPUs of a kind it was is not told apart.
            by: roles
                .clone()
                .filter(|role| {
                    let kind = |slot: &usize| self.groups[*slot] == self.groups[*role];
                    let did = |slot: &usize| found.by[index] >> slot & 1 != 0 && kind(slot);
                    roles.clone().any(|slot| did(&slot))
                })
                .flat_map(|role| self.model.violators(index, role))
                .collect(),
            shortest: None,
        };
        let bounds = automata.bounds.iter().enumerate();
        Outcome {
            explored: Explored::States {
                states: found.states,
                transitions: found.transitions,
                finals: found.finals,
            },
            cut: found.cut,
            max_preemptions: None,
            properties: (0..self.model.properties.len()).map(property).collect(),
            goals: found.reaching[..self.model.goals.len()].to_vec(),
            bounds: bounds
                .filter(|(index, _)| found.bounds >> (index + 1) & 1 != 0)
                .map(|(_, text)| *text)
                .collect(),
            sampled: None,
        }
    }
}

/// How many states are worth exploring to learn what a single execution may need.
const SMALL: u64 = 5_000;

/// The clock of a search that takes as long as it takes.
struct Untimed;

impl Clock for Untimed {
    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }
}

/// Something to do with a machine, whatever its memory model.
trait Task {
    type Result;
    fn run<M: Machine>(self, machine: &M) -> Self::Result;
}

/// The search.
#[derive(Clone, Copy)]
struct Explore<'b> {
    leave: Leave,
    last: bool,
    budget: &'b Budget,
}

impl Task for Explore<'_> {
    type Result = Result<Found, EngineError>;

    fn run<M: Machine>(self, machine: &M) -> Result<Found, EngineError> {
        let search = Search::new(machine, self.leave, self.budget);
        let search = if self.last { search.keeping_last() } else { search };
        let found = search.run()?;
        if let (Some(stuck), true) = (&found.stuck, found.missing.is_empty()) {
            let mut state = machine.initial();
            machine.decode(stuck, &mut state);
            return Err(EngineError::Deadlock(deadlock::explain(machine, &state)));
        }
        Ok(found)
    }
}

/// What the CPUs of a final state observed, where histories are not merged.
fn observed<M: Machine>(machine: &M, tries: &[Trie], state: &M::State) -> Final {
    let frame = machine.frame();
    let histories = || {
        let heads = machine.heads(state).iter().zip(&frame.groups);
        heads.map(|(head, group)| (&tries[*group], frame.automata.history(head.class)))
    };
    let memory = machine.memory(state);
    let counters = (0..memory.len()).filter(|at| frame.counter[*at]);
    Final {
        observed: histories().map(|(trie, node)| trie.observed(node)).collect(),
        counters: counters.map(|at| values::count(memory[at])).collect(),
        ends: histories().map(|(trie, node)| trie.ends(node)).collect(),
    }
}

/// What the CPUs of final states observed.
struct Observed<'f> {
    tries: &'f [Trie],
    last: &'f [Vec<u8>],
}

impl Task for Observed<'_> {
    type Result = BTreeSet<Final>;

    fn run<M: Machine>(self, machine: &M) -> BTreeSet<Final> {
        let mut state = machine.initial();
        let mut finals = BTreeSet::new();
        for packed in self.last {
            machine.decode(packed, &mut state);
            finals.insert(observed(machine, self.tries, &state));
        }
        finals
    }
}
