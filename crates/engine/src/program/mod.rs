//! The possible behaviour of each CPU, learned from the unchanged routines.
//!
//! A routine is a deterministic function of the answers of its [`pmdrace_mm::Cpu`]. Run on recorded answers
//! (`replay_cpu`) it makes the same next call each time, so its behaviour is a finite tree of histories
//! (`tree`). Each step is judged once per history (`monitor`). Indistinguishable histories are merged into
//! the states of an automaton (`automaton`), over numbered calls, answers and words (`numbers`, `values`).
//!
//! Only answers that occur are learned. A task on the automata reports a missing answer and restarts with
//! what was learned ([`Program::until_learned`]); the last attempt misses none.

pub(crate) mod automaton;
pub(crate) mod monitor;
pub(crate) mod numbers;
mod replay_cpu;
pub(crate) mod stated;
pub(crate) mod tree;
pub(crate) mod values;

use std::collections::BTreeSet;
use std::rc::Rc;

use pmdrace_mm::{Model, limits};

use crate::profile::Profile;
use crate::{Engine, EngineError};
use automaton::{Automata, Merge};
use tree::Tree;
use values::Values;

/// The maximum number of CPUs of a model.
pub(crate) const MAX_CPUS: usize = limits::CPUS;
/// The maximum number of locks and semaphores of a model.
pub(crate) const MAX_LOCKS: usize = limits::LOCKS;

/// An answer that has not been learned for this class.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Missing {
    pub(crate) class: u16,
    pub(crate) answer: u16,
}

/// Why a task on the learned automata stops.
#[derive(Debug)]
pub(crate) enum Stop {
    /// These answers must be learned first.
    Missing(BTreeSet<Missing>),
    /// It fails.
    Error(EngineError),
}

impl From<Missing> for Stop {
    fn from(missing: Missing) -> Stop {
        Stop::Missing(BTreeSet::from([missing]))
    }
}

impl From<EngineError> for Stop {
    fn from(error: EngineError) -> Stop {
        Stop::Error(error)
    }
}

/// A model, and what has been learned about its CPUs.
pub(crate) struct Program<'m> {
    pub(crate) model: &'m Model,
    /// The kind of each role: CPUs of one kind are interchangeable.
    pub(crate) groups: Vec<usize>,
    /// One per kind.
    pub(crate) trees: Vec<Tree>,
    values: Values,
    /// What the calls learned so far say.
    profile: Profile,
    /// The automata of the current trees, and which of their histories are merged.
    automata: Option<(Merge, Rc<Automata>)>,
}

impl<'m> Program<'m> {
    /// Learns the first call of each kind of CPU.
    ///
    /// # Errors
    /// When the model exceeds a limit, or a routine panics.
    pub(crate) fn new(model: &'m Model) -> Result<Program<'m>, EngineError> {
        Program::with(model, Profile::default())
    }

    /// The same where every call counts, as in what real threads observe.
    ///
    /// # Errors
    /// As [`Program::new`].
    pub(crate) fn of_all_calls(model: &'m Model) -> Result<Program<'m>, EngineError> {
        Program::with(model, Profile::ANYTHING)
    }

    fn with(model: &'m Model, profile: Profile) -> Result<Program<'m>, EngineError> {
        for (what, count, limit) in [
            ("CPUs", model.roles.len(), MAX_CPUS),
            ("locks", model.locks.len(), MAX_LOCKS),
            ("properties", model.properties.len(), monitor::MAX_PROPERTIES),
            ("goals", model.goals.len(), monitor::MAX_JUDGED),
            ("folios", model.kernel.folios.len(), monitor::MAX_JUDGED),
        ] {
            if count > limit {
                return Err(EngineError::TooMany { what, count, limit });
            }
        }
        Engine::Statespace.must_have(model.memory)?;
        let values = Values::new(model)?;
        let mut kinds: Vec<usize> = Vec::new();
        let mut groups = Vec::new();
        for role in &model.roles {
            let known = kinds.iter().position(|kind| *kind == role.group);
            groups.push(known.unwrap_or(kinds.len()));
            if known.is_none() {
                kinds.push(role.group);
            }
        }
        let mut program =
            Program { model, groups, trees: Vec::new(), values, profile, automata: None };
        program.plant()?;
        Ok(program)
    }

    /// Learns the first calls again, until the profile covers them.
    fn plant(&mut self) -> Result<(), EngineError> {
        loop {
            let first = self.one_of_each_kind();
            let plant = |role: &usize| Tree::new(self.model, *role, self.profile);
            self.trees = first.iter().map(plant).collect::<Result<_, _>>()?;
            if !self.note_calls() {
                return Ok(());
            }
        }
    }

    /// Whether the calls learned so far are news.
    fn note_calls(&mut self) -> bool {
        let calls = self.trees.iter().flat_map(|tree| &tree.nodes).filter_map(|node| node.call);
        let mut profile = self.profile;
        let news = calls.fold(false, |news, call| news | profile.note(self.model, call));
        self.profile = profile;
        news
    }

    /// Whether some CPU waits for others, as far as is known.
    pub(crate) fn waits(&self) -> bool {
        self.profile.waits
    }

    /// All CPUs of the model.
    pub(crate) fn cpus(&self) -> Vec<usize> {
        (0..self.model.roles.len()).collect()
    }

    /// The first CPU of each kind.
    pub(crate) fn one_of_each_kind(&self) -> Vec<usize> {
        let kinds = self.groups.iter().max().map_or(0, |last| last + 1);
        let first = |kind| self.groups.iter().position(|group| *group == kind);
        (0..kinds).filter_map(first).collect()
    }

    /// The tree of the CPU of this role.
    pub(crate) fn tree_of(&mut self, role: usize) -> &mut Tree {
        self.automata = None;
        &mut self.trees[self.groups[role]]
    }

    /// The automata of what has been learned. Where the CPUs' observations are needed, histories are not
    /// merged.
    ///
    /// # Errors
    /// When there are more histories or words than supported.
    pub(crate) fn automata(&mut self, merge: Merge) -> Result<Rc<Automata>, EngineError> {
        if let Some((merged, automata)) = &self.automata
            && *merged == merge
        {
            return Ok(Rc::clone(automata));
        }
        let automata = Automata::new(self.model, &self.trees, self.values.clone(), merge)?;
        self.values = automata.values.clone();
        let automata = Rc::new(automata);
        self.automata = Some((merge, Rc::clone(&automata)));
        Ok(automata)
    }

    /// The number of steps of the longest execution of these CPUs that the automata allow.
    pub(crate) fn longest(&self, automata: &Automata, slots: &[usize]) -> u64 {
        let roots = slots.iter().map(|role| automata.roots[self.groups[*role]]);
        let longest: u64 = roots.map(|root| u64::from(automata.class(root).longest)).sum();
        // For each store, every CPU that waits may take a step in which it goes on waiting: see `memory::SPIN`.
        match automata.waits_for_words() && self.model.memory.is_relaxed() {
            true => longest * slots.len() as u64,
            false => longest,
        }
    }

    /// Runs a task on the automata, and again after learning, until no answer is missing.
    ///
    /// # Errors
    /// Those of the task, of learning and of building automata.
    pub(crate) fn until_learned<R>(
        &mut self,
        merge: Merge,
        mut task: impl FnMut(&Self, &Automata) -> Result<R, Stop>,
    ) -> Result<(Rc<Automata>, R), EngineError> {
        loop {
            let automata = self.automata(merge)?;
            match task(self, &automata) {
                Ok(result) => return Ok((automata, result)),
                Err(Stop::Error(error)) => return Err(error),
                Err(Stop::Missing(missing)) => {
                    self.automata = None;
                    for missing in missing {
                        automata.learn(self.model, &mut self.trees, missing)?;
                    }
                    if self.note_calls() {
                        self.plant()?;
                    }
                }
            }
        }
    }
}
