//! The reference engine: loom explores every interleaving and every permitted stale read.
//!
//! `loom::model::Builder::check` runs inside an ordinary process. The main thread of each execution runs the
//! first role; the others are spawned and not joined, because joins would add executions. An execution is
//! judged when the next one begins or when loom is done. To stop early, the next execution unwinds with a
//! private marker before it has created anything; loom's own limits are never used, because loom reports a
//! search that they ended as a success.

mod atomicity;
mod between;
mod causality;
mod cpu;
mod dpor;
mod machine;
mod record;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;

use loom::model::Builder;
use parking_lot::Mutex;
use pmdrace_mm::{Model, Note, Op, Property, gave_up, held};

use crate::{
    Budget, Counterexample, Cut, Effort, Engine, EngineError, Explored, Final, Finals,
    ModificationOrder, Occasions, Outcome, PropertyOutcome,
};
use machine::Machine;
use record::{Record, Seen};

/// loom's maximum number of threads, including the main one (`loom::MAX_THREADS`).
pub const MAX_THREADS: usize = 5;
/// The number of stores per word that loom remembers, including the initial one (loom's MAX_ATOMIC_HISTORY).
pub const MAX_STORES: usize = 7;
/// The maximum number of branch points in one execution; loom's default is 1,000.
const MAX_BRANCHES: usize = 5_000;

/// The payload that unwinds out of loom when the search must end.
struct Stop;

/// The payload that unwinds out of loom when a CPU waits for a word.
struct Awaits;

/// Explores `model` as far as `budget` allows.
///
/// # Errors
/// When the model has more CPUs than loom supports, or when loom or a routine panics.
pub fn check(model: Arc<Model>, budget: &Budget) -> Result<Outcome, EngineError> {
    explore(model, budget, None).map(|search| search.outcome())
}

/// The final outcomes of all executions of `model`, as far as `budget` allows.
///
/// # Errors
/// As [`check`].
pub fn finals(model: Arc<Model>, budget: &Budget) -> Result<Finals, EngineError> {
    let search = explore(model, budget, Some(BTreeSet::new()))?;
    let (deadlocks, cut) = (search.deadlocks, search.outcome.cut);
    Ok(Finals { set: search.finals.unwrap_or_default(), deadlocks, cut })
}

fn explore(
    model: Arc<Model>,
    budget: &Budget,
    finals: Option<BTreeSet<Final>>,
) -> Result<Search, EngineError> {
    Engine::Loom.must_have(model.memory)?;
    if model.roles.len() > MAX_THREADS {
        return Err(EngineError::TooManyThreads { threads: model.roles.len(), limit: MAX_THREADS });
    }
    let mut seen = Seen::default();
    loop {
        let search = attempt(&model, budget, finals.clone(), seen)?;
        if search.seen == seen {
            return Ok(search);
        }
        seen = search.seen;
    }
}

/// Explores as far as what the CPUs have been seen to do covers what they do.
fn attempt(
    model: &Arc<Model>,
    budget: &Budget,
    finals: Option<BTreeSet<Final>>,
    seen: Seen,
) -> Result<Search, EngineError> {
    let shared = Arc::new(Mutex::new(Search::new(Arc::clone(model), budget.clone(), finals, seen)));
    let record = Arc::new(Mutex::new(Record::new(seen)));
    let ended = catch_unwind(AssertUnwindSafe(|| {
        let (search, record) = (Arc::clone(&shared), Arc::clone(&record));
        let model = Arc::clone(model);
        builder(budget).check(move || {
            record.lock().end();
            search.lock().take(&record.lock());
            if search.lock().must_stop() {
                resume_unwind(Box::new(Stop));
            }
            let machine = Arc::new(Machine::new(&model, Arc::clone(&record), seen));
            for role in 1..model.roles.len() {
                let (model, machine) = (Arc::clone(&model), Arc::clone(&machine));
                loom::thread::spawn(move || machine.run(&model, role));
            }
            machine.run(&model, 0);
        });
    }));
    let mut search = shared.lock().clone();
    match ended {
        Ok(()) => {
            record.lock().end();
            search.take(&record.lock());
        }
        Err(payload) if payload.is::<Stop>() => {}
        Err(payload) if payload.is::<Awaits>() => search.outcome.cut = Some(Cut::LoomAwait),
        Err(payload) if payload.is::<EngineError>() => {
            return Err(payload.downcast().map_or(EngineError::CounterRange, |error| *error));
        }
        Err(payload) => match crate::message(payload.as_ref()) {
            text if text.contains("exceeded maximum number of branches") => {
                search.outcome.cut = Some(Cut::LoomBranches);
            }
            text if text.starts_with("deadlock") && record.lock().is_waiting() => {
                record.lock().end();
                search.take(&record.lock());
                search.outcome.cut = Some(Cut::Deadlock);
            }
            text => return Err(EngineError::Panicked(text)),
        },
    }
    Ok(search)
}

/// loom's settings, none of them taken from loom's environment variables. (`Builder::new` still parses those
/// and panics on invalid values; the caller of a search clears them.)
fn builder(budget: &Budget) -> Builder {
    let mut builder = Builder::new();
    builder.max_threads = MAX_THREADS;
    builder.max_branches = MAX_BRANCHES;
    builder.max_permutations = None;
    builder.max_duration = None;
    builder.preemption_bound = budget.limits.max_preemptions;
    builder.checkpoint_file = None;
    builder.checkpoint_interval = usize::MAX;
    builder.expect_explicit_explore = false;
    builder.location = false;
    builder.log = false;
    builder
}

/// The results so far.
#[derive(Clone)]
struct Search {
    model: Arc<Model>,
    budget: Budget,
    outcome: Outcome,
    executions: u64,
    violating: u64,
    /// The final outcomes, if they are requested.
    finals: Option<BTreeSet<Final>>,
    /// What the CPUs have been seen to do; if it is news, the search begins again.
    seen: Seen,
    is_news: bool,
    occasions: Occasions,
    /// Whether one waits forever.
    deadlocks: bool,
}

impl Search {
    fn new(
        model: Arc<Model>,
        budget: Budget,
        finals: Option<BTreeSet<Final>>,
        seen: Seen,
    ) -> Search {
        let outcome = Outcome {
            explored: Explored::Executions { all: 0, violating: 0 },
            cut: None,
            max_preemptions: budget.limits.max_preemptions,
            properties: vec![PropertyOutcome::default(); model.properties.len()],
            goals: vec![0; model.goals.len()],
            bounds: BTreeSet::new(),
            returns: BTreeSet::new(),
            not_applicable: BTreeSet::new(),
            sampled: None,
        };
        let (executions, violating, is_news) = (0, 0, false);
        let (occasions, deadlocks) = (Occasions::default(), false);
        Search {
            model,
            budget,
            outcome,
            executions,
            violating,
            finals,
            seen,
            is_news,
            occasions,
            deadlocks,
        }
    }

    /// The results, with the counts filled in.
    fn outcome(&self) -> Outcome {
        let explored = Explored::Executions { all: self.executions, violating: self.violating };
        let bound = self.outcome.bounds.iter().any(|bound| !self.model.accepts_bound(bound));
        let cut = self.outcome.cut.or(bound.then_some(Cut::LoopBound));
        let applies = |index: &usize| self.occasions.apply(&self.model, *index);
        let not_applicable = (0..self.model.properties.len()).filter(|index| !applies(index));
        let not_applicable = not_applicable.collect();
        Outcome { explored, cut, not_applicable, ..self.outcome.clone() }
    }

    /// Judges the execution that has just ended, if one has.
    fn take(&mut self, record: &Record) {
        if record.events.is_empty() {
            return;
        }
        if record.seen != self.seen {
            (self.seen, self.is_news) = (record.seen, true);
            return; // this execution does not count
        }
        self.executions += 1;
        // loom's next execution depends on this one too, whether it is possible on a machine or not.
        if record.forgot_stores(&self.model) {
            self.outcome.cut = Some(Cut::LoomHistory);
        } else if record.hid_a_load() {
            self.outcome.cut = Some(Cut::LoomHiddenLoad);
        } else if record.fixed_an_order(self.model.memory) {
            self.outcome.cut = Some(Cut::LoomOrder);
        }
        if !record.is_atomic() {
            return; // impossible on any machine
        }
        let stuck = record.events.iter().any(|event| matches!(event.op, Op::Stuck(_)));
        self.deadlocks |= stuck;
        if let Some(finals) = self.finals.as_mut().filter(|_| !stuck) {
            finals.insert(Final::of(&self.model, &record.events));
        }
        for event in &record.events {
            if let Op::Note(Note::Bound(text)) = event.op {
                self.outcome.bounds.insert(text);
            }
        }
        self.occasions.merge(&record.silent);
        let held = held(&self.model, &record.events);
        for index in 0..self.model.properties.len() {
            if !self.occasions.apply(&self.model, index) {
                for (event, held) in record.events.iter().zip(&held) {
                    self.occasions.add(&self.model, index, event, *held);
                }
            }
        }
        let mut judgement = self.model.judge(&record.events);
        if gave_up(&record.events) {
            // Who waits for a CPU that stopped where it is not known how it goes on, may only wait.
            let properties = self.model.properties.iter().zip(&mut judgement.violated_at);
            let deadlock = properties.filter(|(property, _)| **property == Property::NoDeadlock);
            deadlock.for_each(|(_, at)| *at = None);
        }
        for (reached, count) in judgement.reached.iter().zip(&mut self.outcome.goals) {
            *count += u64::from(*reached);
        }
        if judgement.violated_at.iter().any(Option::is_some) {
            self.violating += 1;
            // loom keeps no modification order; the store executed last counts as the newest.
            let order = ModificationOrder::as_executed(&record.events);
            let judged = judgement.violated_at.iter().zip(&mut self.outcome.properties);
            for (index, (at, found)) in judged.enumerate() {
                if let Some(at) = *at {
                    found.violating += 1;
                    let by = record.violators(at);
                    found.by.extend(by.flat_map(|cpu| self.model.violators(index, cpu)));
                    let effort = Effort::of(&record.events, &order, at);
                    if found.shortest.as_ref().is_none_or(|best| effort < best.effort) {
                        let (events, order) = (record.events.clone(), order.clone());
                        found.shortest = Some(Counterexample::new(events, order, at));
                    }
                }
            }
        }
    }

    fn must_stop(&mut self) -> bool {
        if self.is_news {
            return true;
        }
        let violated = self.violating > 0;
        let cut = match self.budget.spent(self.executions) {
            None if self.budget.limits.first_violation && violated => Some(Cut::FirstViolation),
            cut => cut,
        };
        if cut.is_some() {
            self.outcome.cut = cut;
        }
        cut.is_some()
    }
}
