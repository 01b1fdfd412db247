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
pub(crate) mod tree;
pub(crate) mod values;

use std::collections::BTreeSet;
use std::rc::Rc;

use pmdrace_mm::Model;

use crate::EngineError;
use automaton::Automata;
use tree::Tree;
use values::Values;

/// The maximum number of CPUs of a model.
pub(crate) const MAX_CPUS: usize = 8;
/// The maximum number of locks and semaphores of a model.
pub(crate) const MAX_LOCKS: usize = 32;

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
    /// The automata of the current trees, and whether their histories are merged.
    automata: Option<(bool, Rc<Automata>)>,
}

impl<'m> Program<'m> {
    /// Learns the first call of each kind of CPU.
    ///
    /// # Errors
    /// When the model exceeds a limit, or a routine panics.
    pub(crate) fn new(model: &'m Model) -> Result<Program<'m>, EngineError> {
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
        let values = Values::new(model)?;
        let mut kinds: Vec<usize> = Vec::new();
        let (mut trees, mut groups) = (Vec::new(), Vec::new());
        for (index, role) in model.roles.iter().enumerate() {
            let known = kinds.iter().position(|kind| *kind == role.group);
            groups.push(known.unwrap_or(kinds.len()));
            if known.is_none() {
                kinds.push(role.group);
                trees.push(Tree::new(model, index)?);
            }
        }
        Ok(Program { model, groups, trees, values, automata: None })
    }

    /// All CPUs of the model.
    pub(crate) fn cpus(&self) -> Vec<usize> {
        (0..self.model.roles.len()).collect()
    }

    /// The first CPU of each kind.
    pub(crate) fn one_of_each_kind(&self) -> Vec<usize> {
        let first = |kind| self.groups.iter().position(|group| *group == kind);
        (0..self.trees.len()).filter_map(first).collect()
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
    pub(crate) fn automata(&mut self, merge: bool) -> Result<Rc<Automata>, EngineError> {
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
        roots.map(|root| u64::from(automata.class(root).longest)).sum()
    }

    /// Runs a task on the automata, and again after learning, until no answer is missing.
    ///
    /// # Errors
    /// Those of the task, of learning and of building automata.
    pub(crate) fn until_learned<R>(
        &mut self,
        merge: bool,
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
                }
            }
        }
    }
}
