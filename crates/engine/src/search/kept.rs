//! What a search found, over all its attempts.
//!
//! A search starts again when it misses an answer (see `program`), so a budget may end it in an attempt that
//! has got less far than an earlier one, or before all CPUs take part (`learn_kinds`). Nothing found is lost:
//! the counts are those of the attempt that visited most states, and a violation or a goal of any attempt
//! counts. A search that ends by itself needs none of this: its last attempt is complete.
//!
//! **Why a violation found on incomplete automata is a real execution.** An attempt goes no further where an answer is
//! missing and never guesses one, so it walks a part of the complete state space. Histories are merged only if the
//! same answers are known and lead to the same steps, violations and classes, so each path through the
//! automata is a path of the routines' trees, judged as in the trees. Reductions leave steps out and add
//! none, and what the machine forgets is what the known steps do not need, which are all that the attempt
//! takes. The profile covers every call that a known step makes (`crate::profile`). Where only one CPU of each
//! kind takes part, the others have not begun: they hold nothing, read nothing, take every interrupt at once,
//! and count for outcomes as they begin. A CPU that is stuck then stays stuck whatever they do, since it waits
//! for one that is stuck or done; but where CPUs wait for words, which one of the others may store, that does not count.

use std::collections::BTreeSet;

use pmdrace_mm::{Model, Property};

use super::bfs::Reached;
use crate::occasions::Occasions;
use crate::program::Program;
use crate::program::automaton::Automata;
use crate::{Cut, Explored, Outcome, PropertyOutcome};

/// What the attempts found so far.
pub(super) struct Kept {
    outcome: Outcome,
    /// What the steps that they took gave occasion for.
    occasions: Occasions,
}

impl Kept {
    pub(super) fn new(model: &Model) -> Kept {
        let outcome = Outcome {
            explored: Explored::States { states: 0, transitions: 0, finals: 0 },
            cut: None,
            max_preemptions: None,
            properties: vec![PropertyOutcome::default(); model.properties.len()],
            goals: vec![0; model.goals.len()],
            bounds: BTreeSet::new(),
            returns: BTreeSet::new(),
            not_applicable: BTreeSet::new(),
            sampled: None,
        };
        Kept { outcome, occasions: Occasions::default() }
    }

    /// Adds what an attempt with these CPUs found, after which the search starts `again` or not.
    pub(super) fn add(
        &mut self,
        program: &Program<'_>,
        automata: &Automata,
        slots: &[usize],
        reached: &Reached,
        again: bool,
    ) {
        let now = outcome(program, automata, slots, reached);
        let complete = !again && reached.cut.is_none() && slots.len() == program.model.roles.len();
        automata.add_occasions(&reached.taken, &mut self.occasions);
        let earlier = std::mem::replace(&mut self.outcome, now);
        if complete {
            return;
        }
        let Outcome { explored, properties, goals, bounds, .. } = earlier;
        if states(explored) > states(self.outcome.explored) {
            self.outcome.explored = explored;
        }
        for (mine, earlier) in self.outcome.properties.iter_mut().zip(properties) {
            mine.violating = mine.violating.max(earlier.violating);
            mine.by.extend(earlier.by);
        }
        for (mine, earlier) in self.outcome.goals.iter_mut().zip(goals) {
            *mine = (*mine).max(earlier);
        }
        self.outcome.bounds.extend(bounds);
    }

    /// Whether some attempt reached the goal at `index`.
    pub(super) fn has_reached(&self, index: usize) -> bool {
        self.outcome.goals[index] > 0
    }

    /// The result for the model, without counterexamples.
    pub(super) fn outcome(self, model: &Model) -> Outcome {
        let all = 0..model.properties.len();
        let not_applicable = all.filter(|index| !self.occasions.apply(model, *index)).collect();
        Outcome { not_applicable, ..self.outcome }
    }
}

/// The number of states visited.
fn states(explored: Explored) -> u64 {
    match explored {
        Explored::States { states, .. } => states,
        Explored::Executions { .. } => 0,
    }
}

/// What one attempt found.
fn outcome(
    program: &Program<'_>,
    automata: &Automata,
    slots: &[usize],
    reached: &Reached,
) -> Outcome {
    let model = program.model;
    let may_go_on = automata.waits_for_words() && slots.len() < model.roles.len();
    let property = |index: usize| {
        if may_go_on && model.properties[index] == Property::NoDeadlock {
            return PropertyOutcome::default();
        }
        let slots = slots.iter().enumerate();
        let violating = slots.filter(|(slot, _)| reached.by[index] >> slot & 1 != 0);
        let kinds: Vec<usize> = violating.map(|(_, role)| program.groups[*role]).collect();
        // CPUs of one kind are not distinguished.
        let roles = (0..model.roles.len()).filter(|role| kinds.contains(&program.groups[*role]));
        PropertyOutcome {
            violating: reached.violating[index],
            by: roles.flat_map(|role| model.violators(index, role)).collect(),
            ..PropertyOutcome::default()
        }
    };
    let bounds = automata.bounds.iter().enumerate();
    let bounds: BTreeSet<_> = bounds
        .filter(|(index, _)| reached.bounds >> (index + 1) & 1 != 0)
        .map(|(_, text)| *text)
        .collect();
    let bound = bounds.iter().any(|bound| !model.accepts_bound(bound));
    Outcome {
        explored: Explored::States {
            states: reached.states,
            transitions: reached.transitions,
            finals: reached.finals,
        },
        cut: reached.cut.or(bound.then_some(Cut::LoopBound)),
        max_preemptions: None,
        properties: (0..model.properties.len()).map(property).collect(),
        goals: reached.reaching[..model.goals.len()].to_vec(),
        bounds,
        returns: BTreeSet::new(),
        not_applicable: BTreeSet::new(),
        sampled: None,
    }
}
