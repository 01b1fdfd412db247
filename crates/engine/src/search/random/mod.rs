//! Random executions, for models with too many states to visit them all.
//!
//! Executions are sampled independently, each with its own generator, and each runs to its end. They are
//! steps of the same machines over the same learned automata as the search's, but no state is stored and
//! there is no reduction. An answer that has not been learned ends the execution; it is learned, and the same
//! execution is sampled again. That changes no choice, so the results do not depend on what was known, nor on
//! the number of threads: a few executions are sampled at a time, and the answers that they miss are learned
//! together.
//!
//! A sample is never complete: [`Cut::Sampled`] says so even of one that found nothing.
//!
//! **What the guarantee counts.** PCT draws its priority changes among the steps of the longest possible
//! execution, as far as the automata know. That bound is fixed before some executions are sampled, never
//! because of what they do, and not changed when one of them is sampled again: otherwise an execution might
//! be sampled twice because it was about to trigger the bug. If they teach something longer, the executions
//! so far do not count, and counting restarts. So the guarantee covers every bug in executions that consist
//! of what is known at the end. There may be longer ones, through answers that no execution met; it states
//! the steps that it covers.

mod execution;
mod schedule;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::Ordering;

use pmdrace_mm::{MemoryModel, Model};

use super::learning::learn_some;
use super::path::{Recorder, Target};
use super::patience::Patience;
use super::shortest::{Found, MAX_BETTER, better};
use crate::memory::{self, Machine, Task};
use crate::program::automaton::Merge;
use crate::program::{Missing, Program, Stop};
use crate::{
    Budget, Counterexample, Cut, EngineError, Explored, Outcome, PropertyOutcome, Sampled, Sampling,
};
use execution::{Drawn, Execution};
use schedule::Schedule;

/// The number of executions sampled before their missing answers are learned: few at first, when they miss
/// many.
const PORTION: std::ops::RangeInclusive<u64> = 4..=256;

/// Samples executions of `model`, as specified by `budget`.
///
/// # Errors
/// As [`super::check`].
pub fn sample(model: &Model, budget: &Budget) -> Result<Outcome, EngineError> {
    let mut program = Program::new(model)?;
    learn_some(&mut program)?;
    let every = program.cpus();
    let asked = budget.limits.max_executions.unwrap_or(Sampling::EXECUTIONS);
    let mut tally = Tally::new(model);
    let mut cut = None;
    while cut.is_none() && tally.all < asked {
        let portion = tally.all.clamp(*PORTION.start(), *PORTION.end());
        let last = asked.min(tally.all + portion);
        let automata = program.automata(Merge::Alike)?;
        let steps = program.longest(&automata, &every);
        tally.expect(steps);
        let mut left: Vec<u64> = (tally.all..last).collect();
        let mut drawn = BTreeMap::new();
        program.until_learned(Merge::Alike, |program, automata| {
            let pass = memory::on(program, automata, &every, Draw { budget, left: &left, steps })?;
            drawn.extend(pass.drawn);
            left.retain(|index| !drawn.contains_key(index));
            cut = pass.cut;
            match pass.missing.is_empty() || cut.is_some() {
                true => Ok(()),
                false => Err(Stop::Missing(pass.missing)),
            }
        })?;
        budget.progress.drawn.store(last, Ordering::Relaxed);
        // In order, and none after a missing one, so that what a budget leaves is reproducible.
        for (index, drawn) in drawn {
            if index != tally.all {
                break;
            }
            tally.add(model, drawn);
            if budget.limits.first_violation && tally.violating > 0 {
                cut = Some(Cut::FirstViolation);
                break;
            }
        }
    }
    let automata = program.automata(Merge::Alike)?;
    tally.expect(program.longest(&automata, &every));
    let drawn: Vec<(Target, Found)> = std::mem::take(&mut tally.easiest).into_iter().collect();
    let patience = &Patience::new(budget);
    let (_, examples) = program.until_learned(Merge::Alike, |program, automata| {
        let mut found = Vec::new();
        if model.memory != MemoryModel::Sc {
            found = memory::on_sc(
                program,
                automata,
                &every,
                Ease { drawn: &drawn, patience, sc: true },
            )?;
        }
        let mut rest = drawn.clone();
        rest.retain(|(target, _)| found.iter().all(|(known, _)| known != target));
        found.extend(memory::on(
            program,
            automata,
            &every,
            Ease { drawn: &rest, patience, sc: false },
        )?);
        Ok(found)
    })?;
    for (target, example) in examples {
        if let Target::Property(index) | Target::Stuck(index) = target {
            tally.properties[index].shortest = Some(example);
        }
    }
    let sampling = budget.limits.sampling;
    let guarantee = schedule::guarantee(
        model,
        program.waits(),
        sampling.scheduler,
        (tally.steps, tally.counted),
    );
    Ok(Outcome {
        explored: Explored::Executions { all: tally.all, violating: tally.violating },
        cut: cut.or(Some(Cut::Sampled)),
        max_preemptions: None,
        properties: tally.properties,
        goals: tally.goals,
        bounds: tally.bounds,
        returns: BTreeSet::new(),
        not_applicable: BTreeSet::new(),
        sampled: Some(Sampled { sampling, guarantee }),
    })
}

/// The results of the executions so far.
struct Tally {
    all: u64,
    violating: u64,
    properties: Vec<PropertyOutcome>,
    goals: Vec<u64>,
    bounds: BTreeSet<&'static str>,
    /// The violated properties, each with the path to the violation that is easiest to follow.
    easiest: Vec<(Target, Found)>,
    /// The steps of the longest possible execution, and the number of executions since they were known.
    steps: u64,
    counted: u64,
}

impl Tally {
    fn new(model: &Model) -> Tally {
        Tally {
            all: 0,
            violating: 0,
            properties: vec![PropertyOutcome::default(); model.properties.len()],
            goals: vec![0; model.goals.len()],
            bounds: BTreeSet::new(),
            easiest: Vec::new(),
            steps: 0,
            counted: 0,
        }
    }

    /// The longest possible execution has this many steps.
    fn expect(&mut self, steps: u64) {
        if self.steps != steps {
            (self.steps, self.counted) = (steps, 0);
        }
    }

    fn add(&mut self, model: &Model, drawn: Drawn) {
        self.all += 1;
        self.counted += 1;
        self.violating += u64::from(!drawn.violations.is_empty());
        for (goal, count) in self.goals.iter_mut().enumerate() {
            *count += u64::from(drawn.goals >> goal & 1);
        }
        self.bounds.extend(drawn.bounds);
        for found in &drawn.violations {
            let property = &mut self.properties[found.property];
            property.violating += 1;
            let by = (0..model.roles.len()).filter(|slot| found.slots >> slot & 1 != 0);
            property.by.extend(by.flat_map(|slot| model.violators(found.property, slot)));
            let target = Target::violation(model, found.property);
            let best = self.easiest.iter_mut().find(|(known, _)| *known == target);
            let path = || drawn.path[..found.steps].to_vec();
            match best {
                Some((_, best)) if found.effort < best.effort => {
                    *best = Found { effort: found.effort, path: path() };
                }
                Some(_) => {}
                None => {
                    self.easiest.push((target, Found { effort: found.effort, path: path() }));
                }
            }
        }
    }
}

/// Samples some executions, each at most once.
#[derive(Clone, Copy)]
struct Draw<'a> {
    budget: &'a Budget,
    /// Their numbers.
    left: &'a [u64],
    /// The steps of the longest possible execution.
    steps: u64,
}

/// The result of sampling.
#[derive(Default)]
struct Pass {
    drawn: Vec<(u64, Drawn)>,
    /// The answers that the others miss.
    missing: BTreeSet<Missing>,
    cut: Option<Cut>,
}

impl Task for Draw<'_> {
    const ANY_ORDER: bool = true;
    type Result = Result<Pass, Stop>;

    fn run<M: Machine>(self, machine: &M) -> Self::Result {
        let threads = self.budget.limits.threads.get().min(self.left.len());
        if threads <= 1 {
            return self.part(machine);
        }
        let portions = self.left.chunks(self.left.len().div_ceil(threads));
        let joined = crossbeam::thread::scope(|scope| {
            let draw = |left| scope.spawn(move |_| Draw { left, ..self }.part(machine));
            let threads: Vec<_> = portions.map(draw).collect();
            threads.into_iter().map(|thread| thread.join()).collect::<Vec<_>>()
        });
        let panicked = |payload: Box<dyn std::any::Any + Send>| {
            EngineError::Panicked(crate::message(payload.as_ref()))
        };
        let mut all = Pass::default();
        for part in joined.map_err(panicked)? {
            let part = part.map_err(panicked)??;
            all.drawn.extend(part.drawn);
            all.missing.extend(part.missing);
            all.cut = all.cut.or(part.cut);
        }
        Ok(all)
    }
}

impl Draw<'_> {
    fn part<M: Machine>(self, machine: &M) -> Result<Pass, Stop> {
        let model = machine.frame().model;
        let mut execution = Execution::new(machine);
        let mut pass = Pass::default();
        for index in self.left {
            pass.cut = self.budget.spent(*index);
            if pass.cut.is_some() {
                break;
            }
            let schedule = Schedule::new(model, self.budget.limits.sampling, *index, self.steps);
            match execution.run(schedule) {
                Ok(drawn) => pass.drawn.push((*index, drawn)),
                Err(Stop::Missing(missing)) => pass.missing.extend(missing),
                Err(stop) => return Err(stop),
            }
        }
        Ok(pass)
    }
}

/// Looks for easier paths to the violations that were drawn, and replays them as executions.
#[derive(Clone, Copy)]
struct Ease<'a> {
    drawn: &'a [(Target, Found)],
    patience: &'a Patience,
    /// Whether the machine is that of `sc`, on which the paths that were drawn may not exist.
    sc: bool,
}

impl Task for Ease<'_> {
    const ANY_ORDER: bool = true;
    type Result = Result<Vec<(Target, Counterexample)>, Stop>;

    fn run<M: Machine>(self, machine: &M) -> Self::Result {
        let (found, _) = better(machine, self.drawn.to_vec(), MAX_BETTER, self.patience);
        let retrace = |(target, found): &(Target, Found)| {
            // The steps after the violation may need new answers.
            Execution::new(machine).complete(&found.path)?;
            Ok((*target, Recorder::new(machine).execution(&found.path, *target)))
        };
        let new = |pair: &&(Target, Found)| !self.sc || !self.drawn.contains(pair);
        found.iter().filter(new).map(retrace).collect()
    }
}
