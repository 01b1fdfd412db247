//! A batch: some hundred rounds of one model in sequence, each CPU on a host thread.
//!
//! Every round has its own memory, so that nothing must be cleaned up between rounds: the threads go from one
//! gate to the next. The thread that runs a CPU changes from round to round, because cores differ. With
//! threads to spare, several copies of the machine run in parallel.

use std::any::Any;
use std::cell::RefCell;
use std::num::{NonZeroU32, NonZeroUsize};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;

use pmdrace_mm::Model;
use rand::rngs::SmallRng;
use rand::{RngExt, SeedableRng};

use super::cpu::{HardwareCpu, Stuck, Thread};
use super::gate::Gate;
use super::machine::{Machine, Memory, initial};
use super::pace::Pace;
use super::words::{Copied, Words};
use crate::{EngineError, Observation};

/// The number of rounds of a batch per copy of the machine.
const ROUNDS: usize = 200;

/// How to run rounds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settings {
    /// The maximum number of threads, unless one machine has more CPUs.
    pub threads: NonZeroUsize,
    /// The seed of every random choice; the host's scheduler does not depend on it.
    pub seed: u64,
    /// Have a CPU yield the processor before one step in this many, on average.
    pub yield_every: Option<NonZeroU32>,
}

/// A model and the copies of it that run in parallel.
pub(super) struct Bench {
    model: Arc<Model>,
    words: Words,
    copies: Vec<(Machine, Vec<Memory>)>,
}

/// The observations of a thread: all words of all rounds, and where each round ends.
#[derive(Default)]
struct Log {
    words: Vec<u32>,
    ends: Vec<usize>,
}

impl Log {
    fn round(&self, round: usize) -> &[u32] {
        let begin = if round == 0 { 0 } else { self.ends[round - 1] };
        &self.words[begin..self.ends[round]]
    }
}

/// The observations of the threads of all copies.
pub(super) struct Logs {
    cpus: usize,
    threads: Vec<Log>,
}

impl Logs {
    /// The observations of the CPUs of each round, concatenated.
    pub(super) fn rounds(&self) -> impl Iterator<Item = Vec<u32>> {
        let cpus = self.cpus;
        let copies = self.threads.chunks(cpus);
        copies.flat_map(move |threads| {
            (0..ROUNDS).map(move |round| {
                let mut observed = Vec::new();
                for cpu in 0..cpus {
                    let player = (cpu + cpus - round % cpus) % cpus;
                    observed.extend_from_slice(threads[player].round(round));
                    observed.push(NEXT_CPU);
                }
                observed
            })
        })
    }
}

/// Ends the observations of a CPU.
const NEXT_CPU: u32 = u32::MAX;

impl Bench {
    pub(super) fn new(model: Arc<Model>, settings: Settings) -> Bench {
        let copies = (settings.threads.get() / model.roles.len()).max(1);
        let words = Words::default();
        let memory = || (0..ROUNDS).map(|_| initial(&model, &words)).collect();
        let copies = (0..copies).map(|_| (Machine::new(&model, false), memory())).collect();
        Bench { model, words, copies }
    }

    /// Runs a batch; again if a CPU waited for others, for whom sections are not yet kept.
    ///
    /// # Errors
    /// When a CPU waits forever, a routine panics, or the host has no more threads.
    pub(super) fn run(
        &mut self,
        settings: Settings,
        random: &mut SmallRng,
    ) -> Result<Logs, EngineError> {
        let logs = self.run_once(settings, random)?;
        if self.copies.iter().all(|(machine, _)| machine.waits || !machine.waited.load(Relaxed)) {
            return Ok(logs);
        }
        for (machine, _) in &mut self.copies {
            *machine = Machine::new(&self.model, true);
        }
        self.run_once(settings, random)
    }

    fn run_once(&mut self, settings: Settings, random: &mut SmallRng) -> Result<Logs, EngineError> {
        let (model, words) = (self.model.as_ref(), &self.words);
        let cpus = model.roles.len();
        for memory in self.copies.iter_mut().flat_map(|(_, memories)| memories) {
            *memory = initial(model, words);
        }
        let copies = &self.copies;
        let gates: Vec<Gate> = copies.iter().map(|_| Gate::new(cpus)).collect();
        let ran = crossbeam::thread::scope(|scope| {
            let mut running = Vec::new();
            for ((machine, memories), gate) in copies.iter().zip(&gates) {
                for thread in 0..cpus {
                    let pace = Pace::new(random.random(), settings.yield_every);
                    let work = move |_: &_| {
                        let work = || rounds(model, machine, memories, gate, words, (thread, pace));
                        let done = catch_unwind(AssertUnwindSafe(work));
                        if done.is_err() {
                            gate.close();
                        }
                        done
                    };
                    running.push(scope.builder().spawn(work));
                    if running.last().is_some_and(Result::is_err) {
                        // The host has no more threads: those that wait for this one must stop.
                        gates.iter().for_each(Gate::close);
                    }
                }
            }
            let ended = running.into_iter().map(|thread| match thread {
                Ok(thread) => thread.join().and_then(|done| done).map_err(ended_by),
                Err(error) => Err(EngineError::Panicked(format!("cannot start a thread: {error}"))),
            });
            // All are joined, and the first error is returned.
            ended.collect::<Vec<_>>().into_iter().collect::<Result<Vec<Log>, _>>()
        });
        let threads = ran.unwrap_or_else(|payload| Err(ended_by(payload)))?;
        Ok(Logs { cpus, threads })
    }

    /// The observation of these word numbers.
    pub(super) fn observation(&self, numbers: &[u32]) -> Observation {
        let words = self.words.all();
        let cpus = numbers.split(|number| *number == NEXT_CPU).take(self.model.roles.len());
        let word = |number: &u32| words[*number as usize];
        Observation(cpus.map(|numbers| numbers.iter().map(word).collect()).collect())
    }
}

/// Why a thread unwound.
fn ended_by(payload: Box<dyn Any + Send>) -> EngineError {
    match payload.downcast_ref::<Stuck>() {
        Some(Stuck(text)) => EngineError::Deadlock(text.clone()),
        None => EngineError::Panicked(crate::message(payload.as_ref())),
    }
}

/// The work of one thread of a machine.
fn rounds(
    model: &Model,
    machine: &Machine,
    memories: &[Memory],
    gate: &Gate,
    words: &Words,
    (number, pace): (usize, Pace),
) -> Log {
    let thread = Thread { words: Copied::new(words), pace, epochs: machine.rcu.register() };
    let mut log = Log::default();
    let observed = RefCell::new(Vec::new());
    for (round, memory) in memories.iter().enumerate() {
        if !gate.pass(round) {
            break;
        }
        let cpu = (number + round) % model.roles.len();
        thread.pace.start();
        model.run(cpu, &HardwareCpu::new(machine, memory, &thread, cpu, &observed));
        log.ends.push(observed.borrow().len());
    }
    log.words = observed.into_inner();
    log
}

/// Returns the generator of a seed.
pub(super) fn generator(seed: u64) -> SmallRng {
    SmallRng::seed_from_u64(seed)
}
