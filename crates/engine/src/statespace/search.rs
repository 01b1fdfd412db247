//! The search: breadth first, level by level, over every state that can be reached.
//!
//! A level is the states that the same number of steps lead to. Its states are shared out among threads in
//! portions; the next level begins when all are done. What is counted does not depend on who does what
//! when, so the counts are the same for any number of threads.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::deadlock;
use super::machine::{Machine, Missing};
use super::reduce::Reduction;
use super::store::Store;
use crate::{Budget, Cut, EngineError};

/// How many states a thread takes at a time.
const PORTION: u32 = 256;
/// A level smaller than this is not worth a second thread.
const WORTH_SHARING: usize = 4 * PORTION as usize;

/// Which states the search may leave out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Leave {
    /// Orders of steps that do not conflict.
    pub(super) orders: bool,
    /// States that differ only in which of several CPUs of a kind is where.
    pub(super) twins: bool,
}

/// What a search has counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) states: u64,
    pub(super) transitions: u64,
    pub(super) finals: u64,
    /// Per property and goal, how many transitions violate or reach it.
    pub(super) violating: [u64; 8],
    pub(super) reaching: [u64; 8],
    /// Per property, the CPUs that violate it, as bits.
    pub(super) by: [u8; 8],
    /// The loops given up, as bits.
    pub(super) bounds: u64,
    /// Answers that nobody has learned yet: if there are any, the rest means nothing.
    pub(super) missing: BTreeSet<Missing>,
    /// A state in which some CPU waits for ever, packed: the least of those found.
    pub(super) stuck: Option<Vec<u8>>,
    /// Why the search is not complete.
    pub(super) cut: Option<Cut>,
    /// The final states, packed, if they are asked for.
    pub(super) last: Vec<Vec<u8>>,
}

impl Found {
    fn add(&mut self, other: Found) {
        self.transitions += other.transitions;
        self.finals += other.finals;
        for index in 0..8 {
            self.violating[index] += other.violating[index];
            self.reaching[index] += other.reaching[index];
            self.by[index] |= other.by[index];
        }
        self.bounds |= other.bounds;
        self.missing.extend(other.missing);
        self.last.extend(other.last);
        self.stuck = match (self.stuck.take(), other.stuck) {
            (Some(mine), Some(other)) => Some(mine.min(other)),
            (mine, other) => mine.or(other),
        };
    }
}

/// A search of one machine.
pub(super) struct Search<'s, M: Machine> {
    machine: &'s M,
    reduction: Option<Reduction>,
    /// The CPUs of one kind, as ranges.
    twins: Vec<std::ops::Range<usize>>,
    budget: &'s Budget,
    /// Whether to keep the final states.
    keep_last: bool,
    store: Store,
    stop: AtomicBool,
}

/// What a thread works with.
struct Hand<M: Machine> {
    state: M::State,
    next: M::State,
    packed: Vec<u8>,
    found: Found,
}

impl<'s, M: Machine> Search<'s, M> {
    pub(super) fn new(machine: &'s M, leave: Leave, budget: &'s Budget) -> Search<'s, M> {
        Search {
            machine,
            reduction: leave.orders.then(|| Reduction::new(machine)),
            twins: if leave.twins { twins(machine) } else { Vec::new() },
            budget,
            keep_last: false,
            store: Store::new(budget.threads.get()),
            stop: AtomicBool::new(false),
        }
    }

    /// Keeps the final states too.
    pub(super) fn keeping_last(self) -> Search<'s, M> {
        Search { keep_last: true, ..self }
    }

    /// Explores everything.
    ///
    /// # Errors
    /// When a thread of the search panics.
    pub(super) fn run(&self) -> Result<Found, EngineError> {
        let mut all = Found::default();
        let mut hand = self.hand();
        self.pack(&mut hand);
        self.store.insert(&hand.packed);
        let mut hands = vec![hand];
        let mut done = vec![0; self.store.sizes().len()];
        let mut level = 0;
        loop {
            let seen = self.store.sizes();
            let portions = portions(&done, &seen);
            let waiting: u32 = portions.iter().map(|(_, range)| range.end - range.start).sum();
            all.states = seen.iter().map(|size| u64::from(*size)).sum();
            let progress = &self.budget.progress;
            progress.states.store(all.states, Ordering::Relaxed);
            progress.frontier.store(u64::from(waiting), Ordering::Relaxed);
            progress.level.store(level, Ordering::Relaxed);
            all.cut = all.cut.or_else(|| self.spent());
            if portions.is_empty() || all.cut.is_some() {
                break;
            }
            self.level(&portions, waiting as usize, &mut hands)?;
            for hand in &mut hands {
                all.add(std::mem::take(&mut hand.found));
            }
            if !all.missing.is_empty() || all.stuck.is_some() {
                break;
            }
            if self.stop.load(Ordering::Relaxed) {
                all.cut = self.spent();
            }
            if self.budget.first_violation && all.violating.iter().any(|count| *count > 0) {
                all.cut = Some(Cut::FirstViolation);
            }
            done = seen;
            level += 1;
        }
        all.states = self.store.sizes().iter().map(|size| u64::from(*size)).sum();
        Ok(all)
    }

    fn hand(&self) -> Hand<M> {
        let state = self.machine.initial();
        Hand { next: state.clone(), state, packed: Vec::new(), found: Found::default() }
    }

    /// Why the search must end, if it must.
    fn spent(&self) -> Option<Cut> {
        let states = self.store.sizes().iter().map(|size| u64::from(*size)).sum::<u64>();
        if self.budget.max_states.is_some_and(|max| states >= max) {
            return Some(Cut::MaxStates);
        }
        if self.budget.max_memory.is_some_and(|max| self.store.memory() >= max) {
            return Some(Cut::MaxMemory);
        }
        self.budget.spent(0)
    }

    /// Finds the successors of every state of a level.
    fn level(
        &self,
        portions: &[(usize, std::ops::Range<u32>)],
        waiting: usize,
        hands: &mut Vec<Hand<M>>,
    ) -> Result<(), EngineError> {
        let taken = AtomicUsize::new(0);
        let work = |hand: &mut Hand<M>| {
            let (mut bytes, mut ends) = (Vec::new(), Vec::new());
            while let Some((shard, range)) = portions.get(taken.fetch_add(1, Ordering::Relaxed)) {
                self.store.copy(*shard, range.clone(), &mut bytes, &mut ends);
                let mut start = 0;
                for end in &ends {
                    self.expand(&bytes[start..*end], hand);
                    start = *end;
                }
                if self.spent().is_some() {
                    self.stop.store(true, Ordering::Relaxed);
                }
                if self.stop.load(Ordering::Relaxed) {
                    break;
                }
            }
        };
        let threads = self.budget.threads.get();
        if threads == 1 || waiting < WORTH_SHARING {
            work(&mut hands[0]);
            return Ok(());
        }
        hands.resize_with(threads, || self.hand());
        let joined = crossbeam::thread::scope(|scope| {
            for hand in hands {
                scope.spawn(|_| work(hand));
            }
        });
        joined.map_err(|payload| EngineError::Panicked(crate::message(payload.as_ref())))
    }

    /// Finds the successors of one state.
    fn expand(&self, packed: &[u8], hand: &mut Hand<M>) {
        let machine = self.machine;
        machine.decode(packed, &mut hand.state);
        let follow = match &self.reduction {
            Some(reduction) => reduction.follow(machine, &hand.state),
            None => u8::MAX,
        };
        let mut stuck = true;
        for slot in 0..machine.heads(&hand.state).len() {
            if follow >> slot & 1 == 0 {
                continue;
            }
            let Hand { state, next, packed, found } = hand;
            machine.steps(state, slot, next, &mut |step, next| {
                stuck = false;
                let step = match step {
                    Ok(step) => step,
                    Err(missing) => {
                        found.missing.insert(missing);
                        return;
                    }
                };
                found.transitions += 1;
                count(step.violated, &mut found.violating);
                count(step.goals, &mut found.reaching);
                for (index, by) in found.by.iter_mut().enumerate() {
                    *by |= (step.violated >> index & 1) << slot;
                }
                found.bounds |= 1 << step.bound;
                order(machine, &self.twins, next);
                machine.encode(next, packed);
                self.store.insert(packed);
            });
        }
        if stuck {
            hand.found.finals += 1;
            if deadlock::is_stuck(machine, &hand.state) {
                let least = hand.found.stuck.take().filter(|least| least.as_slice() <= packed);
                hand.found.stuck = Some(least.unwrap_or_else(|| packed.to_vec()));
            }
            if self.keep_last {
                hand.found.last.push(packed.to_vec());
            }
        }
    }

    fn pack(&self, hand: &mut Hand<M>) {
        order(self.machine, &self.twins, &mut hand.state);
        self.machine.encode(&hand.state, &mut hand.packed);
    }
}

fn count(bits: u8, counts: &mut [u64; 8]) {
    if bits != 0 {
        for (index, count) in counts.iter_mut().enumerate() {
            *count += u64::from(bits >> index & 1);
        }
    }
}

/// Puts interchangeable CPUs in order.
fn order<M: Machine>(machine: &M, twins: &[std::ops::Range<usize>], state: &mut M::State) {
    for range in twins {
        for end in range.start + 1..range.end {
            let mut slot = end;
            while slot > range.start && machine.compare(state, slot - 1, slot).is_gt() {
                machine.swap(state, slot - 1, slot);
                slot -= 1;
            }
        }
    }
}

/// The CPUs of one kind that stand side by side. A kind that interrupts others is not among them: those it
/// interrupts remember which of them did.
fn twins<M: Machine>(machine: &M) -> Vec<std::ops::Range<usize>> {
    let frame = machine.frame();
    let interrupts = |group: usize| {
        let classes = frame.automata.classes.iter();
        frame.ipis
            && classes
                .filter(|class| class.group == group)
                .any(|class| class.op == super::automaton::Do::Ipi)
    };
    let mut ranges = Vec::new();
    let mut start = 0;
    for slot in 1..=frame.groups.len() {
        if frame.groups.get(slot) != frame.groups.get(start) {
            if slot - start > 1 && !interrupts(frame.groups[start]) {
                ranges.push(start..slot);
            }
            start = slot;
        }
    }
    ranges
}

/// The states between two sizes of each part, a portion at a time.
fn portions(done: &[u32], seen: &[u32]) -> Vec<(usize, std::ops::Range<u32>)> {
    let parts = done.iter().zip(seen).enumerate();
    parts
        .flat_map(|(shard, (from, to))| {
            (*from..*to)
                .step_by(PORTION as usize)
                .map(move |start| (shard, start..(start + PORTION).min(*to)))
        })
        .collect()
}
