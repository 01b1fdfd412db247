//! Breadth-first search, level by level, over all reachable states.
//!
//! A level consists of the states that the same number of steps lead to. Its states are distributed among
//! threads in portions. Each thread owns the states of its share of hashes: states that others find are sent
//! to it in batches, and it alone decides which are new. The next level begins when all are done. The counts
//! do not depend on the threads' timing, so they are the same for any number of threads, except for a search
//! that a budget ends in the middle of a level.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use crossbeam::channel::{self, Sender};
use pmdrace_mm::{Call, SyncOp};

use super::learning::{Attempt, Explore};
use super::persistent::PersistentSets;
use super::store::{self, Batch, Fresh, Shard};
use super::trail::Trail;
use super::{deadlock, ended};
use crate::memory::Machine;
use crate::program::Missing;
use crate::program::monitor::{MAX_JUDGED, MAX_PROPERTIES};
use crate::{Budget, Cut, EngineError};

/// The number of states that a thread takes at a time.
const PORTION: usize = 256;
/// The maximum number of threads. Each has a batch for every other one.
const MAX_THREADS: usize = 64;
/// The size of a level from which on a second thread is worthwhile, and trails are not kept any more: which of
/// several a state gets would depend on the threads.
const WORTH_SHARING: usize = 16 * PORTION;
/// The number of states from which on a search ends with the level in which it misses an answer: smaller ones go on, to
/// miss as much as they can.
const WORTH_LEARNING: u64 = 1000;
/// The size of a batch that is sent to its owner before the level ends.
const WORTH_SENDING: usize = 1024;

/// The counts of a search.
#[derive(Clone, Debug, Default)]
pub(super) struct Reached {
    pub(super) states: u64,
    pub(super) transitions: u64,
    pub(super) finals: u64,
    /// Per property and goal, the number of transitions that violate or reach it.
    pub(super) violating: [u64; MAX_PROPERTIES],
    pub(super) reaching: [u64; MAX_JUDGED],
    /// Per property, the CPUs that violate it, as bits.
    pub(super) by: [u8; MAX_PROPERTIES],
    /// The loops given up, as bits.
    pub(super) bounds: u64,
    /// Answers that have not been learned, each with the trail of a state where one is missing, if it was kept. If
    /// there are any, the rest is meaningless.
    pub(super) missing: BTreeMap<Missing, Option<Trail>>,
    /// Whether in some state a CPU is stuck.
    pub(super) stuck: bool,
    /// Why the search is incomplete.
    pub(super) cut: Option<Cut>,
    /// Per edge of the automata, whether some CPU took it.
    pub(super) taken: Vec<bool>,
    /// The final states, packed, if they are requested.
    pub(super) final_states: Vec<Vec<u8>>,
}

impl Reached {
    fn add(&mut self, other: Reached) {
        self.transitions += other.transitions;
        self.finals += other.finals;
        for index in 0..MAX_PROPERTIES {
            self.violating[index] += other.violating[index];
            self.by[index] |= other.by[index];
        }
        for (mine, other) in self.reaching.iter_mut().zip(other.reaching) {
            *mine += other;
        }
        self.bounds |= other.bounds;
        self.missing.extend(other.missing);
        self.final_states.extend(other.final_states);
        self.stuck |= other.stuck;
    }
}

/// A search on one machine.
pub(super) struct Bfs<'s, M: Machine> {
    machine: &'s M,
    persistent: Option<PersistentSets>,
    /// Interchangeable CPUs, as ranges.
    symmetric: Vec<Range<usize>>,
    budget: &'s Budget,
    keep_finals: bool,
    from: Option<&'s Trail>,
    at_most: u64,
    /// States visited and memory used so far, by all threads; and the memory of the level that is being
    /// expanded.
    states: AtomicU64,
    memory: AtomicU64,
    level_memory: AtomicU64,
    /// Why the search ends before it is complete, from the moment that a thread finds a reason: the memory in
    /// use may shrink again, the reason stays.
    ended: OnceLock<Cut>,
}

/// A thread of the search: its shard of the states, and its buffers.
struct Worker<M: Machine> {
    part: Shard,
    state: M::State,
    next: M::State,
    packed: Vec<u8>,
    /// The trail to the next state, if trails are kept.
    trail: Trail,
    keeps_trails: bool,
    found: Reached,
    /// Per owner, the states to be sent to it.
    out: Vec<Batch>,
    /// What this thread has added to `states` and `memory`.
    reported: (u64, u64),
}

/// A message from one thread to another.
enum Message {
    States(Batch),
    /// There are no more states in this level.
    End,
}

impl<'s, M: Machine> Bfs<'s, M> {
    pub(super) fn new(machine: &'s M, attempt: Attempt<'s>) -> Bfs<'s, M> {
        let Attempt { explore, from, at_most } = attempt;
        let Explore { reductions, keep_finals, budget } = explore;
        Bfs {
            machine,
            persistent: reductions.partial_order.then(|| PersistentSets::new(machine)),
            symmetric: if reductions.symmetry { symmetric(machine) } else { Vec::new() },
            budget,
            keep_finals,
            from,
            at_most,
            states: AtomicU64::new(0),
            memory: AtomicU64::new(0),
            level_memory: AtomicU64::new(0),
            ended: OnceLock::new(),
        }
    }

    /// Explores all states.
    ///
    /// # Errors
    /// When a thread of the search panics.
    pub(super) fn run(&self) -> Result<Reached, EngineError> {
        let mut all = Reached::default();
        let mut workers = vec![self.worker(1)];
        self.begin(&mut workers[0]);
        let mut level = 0;
        loop {
            let frontier: Vec<Fresh> =
                workers.iter_mut().map(|worker| std::mem::take(&mut worker.part.fresh)).collect();
            let waiting: usize = frontier.iter().map(Fresh::len).sum();
            let memory: usize = frontier.iter().map(Fresh::memory).sum();
            // Report first that the fresh lists were taken, so that their memory does not count twice.
            workers.iter_mut().for_each(|worker| self.report(worker));
            self.level_memory.store(memory as u64, Ordering::Relaxed);
            self.check_limits();
            let progress = &self.budget.progress;
            progress.states.store(self.states.load(Ordering::Relaxed), Ordering::Relaxed);
            progress.frontier.store(waiting as u64, Ordering::Relaxed);
            progress.level.store(level, Ordering::Relaxed);
            all.cut = all.cut.or(self.ended.get().copied());
            let visited = self.states.load(Ordering::Relaxed);
            if waiting == 0 || all.cut.is_some() || visited >= self.at_most {
                break;
            }
            if waiting >= WORTH_SHARING {
                workers.iter_mut().for_each(|worker| worker.keeps_trails = false);
                if workers.len() == 1 && self.threads() > 1 {
                    self.share(&mut workers);
                }
            }
            self.level(&frontier, &mut workers)?;
            for worker in &mut workers {
                all.add(std::mem::take(&mut worker.found));
            }
            if !all.missing.is_empty() && visited >= WORTH_LEARNING {
                break;
            }
            if self.budget.limits.first_violation && all.violating.iter().any(|count| *count > 0) {
                all.cut = Some(Cut::FirstViolation);
            }
            level += 1;
        }
        all.states = workers.iter().map(|worker| worker.part.len() as u64).sum();
        all.taken = self.machine.frame().taken();
        Ok(all)
    }

    /// The number of threads once there is enough for them.
    fn threads(&self) -> usize {
        self.budget.limits.threads.get().min(MAX_THREADS)
    }

    /// A thread, one of this many.
    fn worker(&self, owners: usize) -> Worker<M> {
        let state = self.machine.initial();
        Worker {
            part: Shard::default(),
            next: state.clone(),
            state,
            packed: Vec::new(),
            trail: Trail::default(),
            keeps_trails: owners == 1,
            found: Reached::default(),
            out: vec![Batch::default(); owners],
            reported: (0, 0),
        }
    }

    /// Puts the state that the search begins in into the first level, if it can be reached.
    fn begin(&self, worker: &mut Worker<M>) {
        let mut trail = self.from.cloned().unwrap_or_else(Trail::new);
        let Some(mut state) = trail.repeat(self.machine) else { return };
        sort(self.machine, &self.symmetric, &mut state, &mut trail);
        self.machine.encode(&state, &mut worker.packed);
        worker.out[0].push(store::hash(&worker.packed), &worker.packed, trail.packed());
        self.keep(worker, 0);
    }

    /// Redistributes the states seen by one thread among all.
    fn share(&self, workers: &mut Vec<Worker<M>>) {
        let owners = self.threads();
        let mut fresh: Vec<Worker<M>> = (0..owners).map(|_| self.worker(owners)).collect();
        for hash in workers.drain(..).flat_map(|worker| worker.part.into_seen()) {
            fresh[store::owner(hash, owners)].part.mark_seen(hash);
        }
        self.states.store(0, Ordering::Relaxed);
        self.memory.store(0, Ordering::Relaxed);
        fresh.iter_mut().for_each(|worker| self.report(worker));
        *workers = fresh;
    }

    /// Why the search must end, if it must.
    fn spent(&self) -> Option<Cut> {
        let states = self.states.load(Ordering::Relaxed);
        if self.budget.limits.max_states.is_some_and(|max| states >= max) {
            return Some(Cut::MaxStates);
        }
        let memory =
            self.memory.load(Ordering::Relaxed) + self.level_memory.load(Ordering::Relaxed);
        if self.budget.limits.max_memory.is_some_and(|max| memory >= max) {
            return Some(Cut::MaxMemory);
        }
        self.budget.spent(0)
    }

    /// Expands every state of a level.
    fn level(&self, frontier: &[Fresh], workers: &mut [Worker<M>]) -> Result<(), EngineError> {
        let portions = portions(frontier);
        let taken = AtomicUsize::new(0);
        let take = || {
            let portion = portions.get(taken.fetch_add(1, Ordering::Relaxed))?;
            self.ended.get().is_none().then(|| portion.clone())
        };
        if let [worker] = workers {
            while let Some((part, range)) = take() {
                self.portion(&frontier[part], range, worker);
                self.keep(worker, 0);
            }
            return Ok(());
        }
        let (senders, receivers): (Vec<_>, Vec<_>) =
            workers.iter().map(|_| channel::unbounded::<Message>()).unzip();
        let joined = crossbeam::thread::scope(|scope| {
            for ((me, worker), receiver) in workers.iter_mut().enumerate().zip(receivers) {
                let (senders, take) = (senders.clone(), &take);
                scope.spawn(move |_| {
                    while let Some((part, range)) = take() {
                        self.portion(&frontier[part], range, worker);
                        self.keep(worker, me);
                        self.send(worker, me, &senders, WORTH_SENDING);
                        receiver.try_iter().for_each(|message| self.receive(worker, message));
                    }
                    self.send(worker, me, &senders, 1);
                    // A thread whose receiver is gone has panicked, which the scope reports.
                    senders.iter().for_each(|to| drop(to.send(Message::End)));
                    let mut open = senders.len();
                    drop(senders);
                    while let (1.., Ok(message)) = (open, receiver.recv()) {
                        open -= usize::from(matches!(message, Message::End));
                        self.receive(worker, message);
                    }
                });
            }
            drop(senders);
        });
        joined.map_err(|payload| EngineError::Panicked(crate::message(payload.as_ref())))
    }

    /// Keeps the states that a thread found for itself.
    fn keep(&self, worker: &mut Worker<M>, me: usize) {
        worker.part.insert(&worker.out[me]);
        worker.out[me].clear();
        self.report(worker);
    }

    /// Sends batches of at least this many states to their owners.
    fn send(&self, worker: &mut Worker<M>, me: usize, senders: &[Sender<Message>], worth: usize) {
        for (owner, to) in senders.iter().enumerate().filter(|(owner, _)| *owner != me) {
            if worker.out[owner].len() >= worth {
                let batch = std::mem::take(&mut worker.out[owner]);
                drop(to.send(Message::States(batch)));
            }
        }
    }

    fn receive(&self, worker: &mut Worker<M>, message: Message) {
        if let Message::States(batch) = message {
            worker.part.insert(&batch);
            self.report(worker);
        }
    }

    /// Adds this thread's states and memory to the totals, and ends the search if a limit is reached.
    fn report(&self, worker: &mut Worker<M>) {
        let now = (worker.part.len() as u64, worker.part.memory());
        self.states.fetch_add(now.0 - worker.reported.0, Ordering::Relaxed);
        // A new level begins with an empty list.
        self.memory.fetch_add(now.1.wrapping_sub(worker.reported.1), Ordering::Relaxed);
        worker.reported = now;
        self.check_limits();
    }

    /// Ends the search if a limit is reached.
    fn check_limits(&self) {
        if let Some(cut) = self.spent() {
            self.ended.get_or_init(|| cut);
        }
    }

    /// Expands some states.
    fn portion(&self, states: &Fresh, range: Range<usize>, worker: &mut Worker<M>) {
        for index in range {
            self.expand(states.get(index), worker);
        }
    }

    /// Expands one state.
    fn expand(&self, (packed, from): (&[u8], &[u8]), worker: &mut Worker<M>) {
        let machine = self.machine;
        let from = if worker.keeps_trails { from } else { &[] };
        machine.decode(packed, &mut worker.state);
        let follow = match &self.persistent {
            Some(persistent) => persistent.of(machine, &worker.state),
            None => u8::MAX,
        };
        let mut last = true;
        for slot in 0..machine.heads(&worker.state).len() {
            if follow >> slot & 1 == 0 {
                continue;
            }
            let Worker { state, next, packed, trail, found, out, .. } = worker;
            machine.steps(state, slot, next, &mut |step, next| {
                last = false;
                let step = match step {
                    Ok(step) => step,
                    Err(missing) => {
                        found.missing.entry(missing).or_insert_with(|| Trail::unpack(from));
                        return;
                    }
                };
                found.transitions += 1;
                count(step.violated, &mut found.violating);
                count(step.goals.into(), &mut found.reaching);
                if step.violated != 0 {
                    for (index, by) in found.by.iter_mut().enumerate() {
                        *by |= ((step.violated >> index & 1) as u8) << slot;
                    }
                }
                found.bounds |= 1 << step.bound;
                trail.copy(from);
                trail.push(slot, step.choice);
                sort(machine, &self.symmetric, next, trail);
                machine.encode(next, packed);
                let hash = store::hash(packed);
                let owner = store::owner(hash, out.len());
                out[owner].push(hash, packed, trail.packed());
            });
        }
        if last {
            let found = &mut worker.found;
            found.finals += 1;
            let (violated, goals) = ended::met(machine, &worker.state);
            count(violated, &mut found.violating);
            count(goals.into(), &mut found.reaching);
            for (index, by) in found.by.iter_mut().enumerate() {
                if violated >> index & 1 != 0 {
                    let every = machine.heads(&worker.state).len();
                    *by |= (0..every).fold(0, |all, slot| all | 1 << slot);
                }
            }
            match deadlock::left_over(machine, &worker.state) {
                0 if self.keep_finals => found.final_states.push(packed.to_vec()),
                0 => {}
                stuck => {
                    found.stuck = true;
                    if let Some(index) = machine.frame().deadlock {
                        found.violating[index] += 1;
                        found.by[index] |= stuck;
                    }
                }
            }
        }
    }
}

fn count(bits: u32, counts: &mut [u64]) {
    if bits != 0 {
        for (index, count) in counts.iter_mut().enumerate() {
            *count += u64::from(bits >> index & 1);
        }
    }
}

/// Sorts interchangeable CPUs of a state, and of the trail to it.
fn sort<M: Machine>(
    machine: &M,
    symmetric: &[Range<usize>],
    state: &mut M::State,
    trail: &mut Trail,
) {
    for range in symmetric {
        for end in range.start + 1..range.end {
            let mut slot = end;
            while slot > range.start && machine.compare(state, slot - 1, slot).is_gt() {
                machine.swap(state, slot - 1, slot);
                trail.swap(slot - 1, slot);
                slot -= 1;
            }
        }
    }
}

/// The ranges of adjacent CPUs of one kind. A kind that interrupts others or waits for a grace period is excluded:
/// the other CPUs remember which of them they let go on. So are CPUs of which some are interrupted and others not.
fn symmetric<M: Machine>(machine: &M) -> Vec<Range<usize>> {
    let frame = machine.frame();
    let interrupts = |group: usize| {
        let classes = frame.automata.classes.iter();
        let mut calls = classes.filter(|class| class.group == group).filter_map(|class| class.call);
        frame.ipis
            && calls.any(|call| matches!(call, Call::Sync(SyncOp::Ipi(_) | SyncOp::GracePeriod)))
    };
    let told_apart = |range: &Range<usize>| {
        frame.automata.classes.iter().any(|class| match class.call {
            Some(Call::Sync(SyncOp::Ipi(cpus))) => {
                let mut sent = frame.slots[range.clone()].iter().map(|cpu| cpus.contains(*cpu));
                let first = sent.next();
                sent.any(|sent| Some(sent) != first)
            }
            _ => false,
        })
    };
    let mut ranges = Vec::new();
    let mut start = 0;
    for slot in 1..=frame.groups.len() {
        if frame.groups.get(slot) != frame.groups.get(start) {
            let range = start..slot;
            if range.len() > 1 && !interrupts(frame.groups[start]) && !told_apart(&range) {
                ranges.push(range);
            }
            start = slot;
        }
    }
    ranges
}

/// The portions of a level.
fn portions(frontier: &[Fresh]) -> Vec<(usize, Range<usize>)> {
    let parts = frontier.iter().enumerate();
    parts
        .flat_map(|(part, states)| {
            let starts = (0..states.len()).step_by(PORTION);
            starts.map(move |start| (part, start..(start + PORTION).min(states.len())))
        })
        .collect()
}
