//! The reference engine: loom explores every interleaving and every permitted stale read.
//!
//! `loom::model::Builder::check` runs inside an ordinary process. The main thread of each execution
//! plays the first role; the others are spawned and not joined, so that no join adds executions. An
//! execution is judged when the next one begins or when loom is done. To stop early, the next
//! execution unwinds with a private marker before it has created anything; loom's own limits are never
//! used, because loom reports a search they cut short as a success.

mod cpu;
mod dpor;
mod machine;

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;

use loom::model::Builder;
use parking_lot::Mutex;
use pmdrace_mm::{Addr, Event, Model, Op};

use crate::{Budget, Counterexample, Cut, EngineError, Outcome, PropertyOutcome};
use machine::{Machine, Record};

/// How many threads loom runs, the main one included (`loom::MAX_THREADS`).
pub const MAX_THREADS: usize = 5;
/// How many stores per word loom remembers, the initial one included (loom's MAX_ATOMIC_HISTORY).
pub const MAX_STORES: usize = 7;
/// Room for branch points in one execution; loom's default is 1,000.
const MAX_BRANCHES: usize = 5_000;

/// Unwinds out of loom when the search must end.
struct Stop;

/// Explores `model` as far as `budget` allows.
///
/// # Errors
/// When the model has more CPUs than loom takes, or when loom or a routine panics.
pub fn check(model: Arc<Model>, budget: &Budget) -> Result<Outcome, EngineError> {
    if model.roles.len() > MAX_THREADS {
        return Err(EngineError::TooManyThreads { threads: model.roles.len(), limit: MAX_THREADS });
    }
    let search = Arc::new(Mutex::new(Search::new(Arc::clone(&model), budget.clone())));
    let record = Arc::new(Mutex::new(Record::default()));
    let ended = catch_unwind(AssertUnwindSafe(|| {
        let (search, record) = (Arc::clone(&search), Arc::clone(&record));
        builder(budget).check(move || {
            search.lock().take(&record.lock());
            if search.lock().must_stop() {
                resume_unwind(Box::new(Stop));
            }
            let machine = Arc::new(Machine::new(&model, Arc::clone(&record)));
            for role in 1..model.roles.len() {
                let (model, machine) = (Arc::clone(&model), Arc::clone(&machine));
                loom::thread::spawn(move || machine.run(&model, role));
            }
            machine.run(&model, 0);
        });
    }));
    let mut search = search.lock();
    match ended {
        Ok(()) => search.take(&record.lock()),
        Err(payload) if payload.is::<Stop>() => {}
        Err(payload) => match message(payload.as_ref()) {
            text if text.contains("exceeded maximum number of branches") => {
                search.outcome.cut = Some(Cut::LoomBranches);
            }
            text => return Err(EngineError::Panicked(text)),
        },
    }
    Ok(search.outcome.clone())
}

/// loom's settings, none of them left to loom's environment variables. (`Builder::new` still parses
/// those and panics on nonsense; whoever starts a search clears them.)
fn builder(budget: &Budget) -> Builder {
    let mut builder = Builder::new();
    builder.max_threads = MAX_THREADS;
    builder.max_branches = MAX_BRANCHES;
    builder.max_permutations = None;
    builder.max_duration = None;
    builder.preemption_bound = budget.max_preemptions;
    builder.checkpoint_file = None;
    builder.checkpoint_interval = usize::MAX;
    builder.expect_explicit_explore = false;
    builder.location = false;
    builder.log = false;
    builder
}

fn message(payload: &(dyn Any + Send)) -> String {
    payload
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| payload.downcast_ref::<&str>().map(|text| (*text).to_owned()))
        .unwrap_or_else(|| "no message".to_owned())
}

/// What has been found so far.
struct Search {
    model: Arc<Model>,
    budget: Budget,
    outcome: Outcome,
}

impl Search {
    fn new(model: Arc<Model>, budget: Budget) -> Search {
        let outcome = Outcome {
            executions: 0,
            violating_executions: 0,
            cut: None,
            max_preemptions: budget.max_preemptions,
            properties: vec![PropertyOutcome::default(); model.properties.len()],
            goals: vec![0; model.goals.len()],
        };
        Search { model, budget, outcome }
    }

    /// Judges the execution that has just ended, if one has.
    fn take(&mut self, record: &Record) {
        if record.events.is_empty() {
            return;
        }
        self.outcome.executions += 1;
        if record.forgot_stores(&self.model) {
            self.outcome.cut = Some(Cut::LoomHistory);
        } else if record.hid_a_load() {
            self.outcome.cut = Some(Cut::LoomHiddenLoad);
        }
        let judgement = self.model.judge(&record.events);
        for (reached, count) in judgement.reached.iter().zip(&mut self.outcome.goals) {
            *count += u64::from(*reached);
        }
        if judgement.violated_at.iter().any(Option::is_some) {
            self.outcome.violating_executions += 1;
            let effort = (stale_reads(&record.events), switches(&record.events));
            for (at, found) in judgement.violated_at.iter().zip(&mut self.outcome.properties) {
                if let Some(at) = *at {
                    found.violating += 1;
                    found.by.insert(record.events[at].cpu);
                    keep_shortest(found, &record.events, at, effort);
                }
            }
        }
    }

    fn must_stop(&mut self) -> bool {
        let violated = self.outcome.violating_executions > 0;
        let cut = match self.budget.spent(self.outcome.executions) {
            None if self.budget.first_violation && violated => Some(Cut::FirstViolation),
            cut => cut,
        };
        if cut.is_some() {
            self.outcome.cut = cut;
        }
        cut.is_some()
    }
}

fn switches(events: &[Event]) -> usize {
    events.windows(2).filter(|pair| pair[0].cpu != pair[1].cpu).count()
}

/// Reads that return something older than the newest store to their word.
fn stale_reads(events: &[Event]) -> usize {
    let mut newest: BTreeMap<Addr, usize> = BTreeMap::new();
    let mut stale = 0;
    for (index, event) in events.iter().enumerate() {
        match event.op {
            Op::Read { at, from, .. } => stale += usize::from(newest.get(&at).copied() != from),
            Op::Write { at, .. } | Op::Rmw { at, new: Some(_), .. } => {
                newest.insert(at, index);
            }
            _ => {}
        }
    }
    stale
}

fn keep_shortest(
    found: &mut PropertyOutcome,
    events: &[Event],
    at: usize,
    (stale_reads, switches): (usize, usize),
) {
    let easier = found.shortest.as_ref().is_none_or(|best| {
        (stale_reads, switches, at) < (best.stale_reads, best.switches, best.at)
    });
    if easier {
        found.shortest =
            Some(Counterexample { events: events.to_vec(), at, stale_reads, switches });
    }
}
