//! What a CPU can execute ahead of earlier calls of its routine: load buffering.
//!
//! A store may reach other CPUs before an earlier read of its CPU is performed. So a CPU may execute a call while
//! earlier ones are *pending*, if the kernel's model orders it after none of them ([`passes`]) and it is the same
//! call whatever they return. The routine itself stays where it is: the state keeps the answers of what was executed
//! ahead (`Cpu::window`). A pending read is executed later, on the memory of that time, and the routine then moves
//! past all that has been executed. Nothing is guessed: a step that depends on a pending read waits for it, a
//! pending read can always be executed, and what the judge says, it says when the routine has moved.
//!
//! A read that waits until a word fulfils a condition (`Call::Await`) is never pending: it is the last of a loop of
//! reads, and whether the loop ends, and so everything behind it, depends on it by control. LKMM orders such stores, so
//! none passes it. It may pass earlier reads itself, as any read does, if it ends whatever they return.
//!
//! This is complete because all else that the model reorders needs no such thing: a read that is performed early
//! returns what was there early, an old store, and a store that is late is one that others have not read yet. In an
//! execution that the axioms allow take the order of happens-before and propagates-before; each read is pending
//! until its place in that order if a later store of its CPU precedes it there, and is executed in program order
//! otherwise.

use pmdrace_mm::{Addr, Call, CellKind, CountOp, ReadOrder, RmwOrder, SyncOp, WriteOrder};

use super::Lkmm;
use super::state::State;
use super::step::Turn;

/// The calls before some place that have not been executed yet.
#[derive(Clone, Default)]
struct Pending {
    calls: Vec<Call<u16>>,
    /// How far back they are, as bits.
    back: u64,
}

impl Pending {
    /// Moves past a place: one of these calls is pending there, or none is if there are none.
    fn next(&mut self, calls: &[Call<u16>]) {
        self.back = (self.back | u64::from(!calls.is_empty())) << 1;
        self.calls.extend_from_slice(calls);
    }

    /// What is pending behind the next place.
    fn and(&self, calls: &[Call<u16>]) -> Pending {
        let mut more = self.clone();
        more.next(calls);
        more
    }
}

impl<const L: usize> Lkmm<'_, L> {
    /// The classes that a CPU may be in after some calls from its next one on.
    pub(crate) fn classes_at(&self, state: &State<L>, slot: usize, ahead: usize) -> Vec<u16> {
        let mut set = vec![state.heads[slot].class];
        for place in 0..ahead {
            let answer = state.cpus[slot].window.get(place).copied().flatten();
            let edges = set.iter().flat_map(|class| self.frame.automata.edges(*class));
            let edges = edges.filter(|edge| answer.is_none_or(|answer| edge.answer == answer));
            set = edges.map(|edge| edge.class).collect();
            set.sort_unstable();
            set.dedup();
        }
        set
    }

    /// Their behaviours.
    pub(crate) fn at(&self, state: &State<L>, slot: usize, ahead: usize) -> Vec<u16> {
        let classes = self.classes_at(state, slot, ahead).into_iter();
        let mut set: Vec<u16> = classes.map(|class| self.behaviours.of(class)).collect();
        set.sort_unstable();
        set.dedup();
        set
    }

    /// Whether a CPU has begun an RCU read section ahead of earlier calls. Even if it has left it again, a grace period
    /// waits until these are executed: what comes before the end of a section in program order comes before a grace
    /// period that the section comes before.
    pub(crate) fn is_inside(&self, state: &State<L>, slot: usize) -> bool {
        let window = state.cpus[slot].window.iter().enumerate();
        let mut executed = window.filter(|(_, answer)| answer.is_some());
        executed.any(|(ahead, _)| {
            let set = self.at(state, slot, ahead);
            matches!(self.behaviours.common(&set), Some((Call::Sync(SyncOp::RcuLock), _)))
        })
    }

    /// Where the release store is that a call passes, as a number of calls, if it passes one.
    pub(crate) fn passed_release(&self, state: &State<L>, turn: Turn) -> Option<usize> {
        let window = &state.cpus[turn.slot].window;
        let pending = (0..turn.ahead).filter(|at| window.get(*at).is_none_or(Option::is_none));
        let release = |at: &usize| {
            let set = self.at(state, turn.slot, *at);
            self.behaviours.common(&set).is_some_and(|(call, _)| releases(call))
        };
        pending.into_iter().find(release)
    }

    /// The calls that a CPU can execute ahead of others.
    pub(crate) fn turns_ahead(&self, state: &State<L>, slot: usize) -> Vec<Turn> {
        let class = state.heads[slot].class;
        let window = &state.cpus[slot].window;
        if window.is_empty() && self.passed[usize::from(class)].is_empty() {
            return Vec::new();
        }
        let mut turns = Vec::new();
        let first = vec![self.behaviours.of(class)];
        self.scan(first, window, &mut |ahead, call| {
            let blocked = |op| self.frame.is_blocked(state.locks, &state.heads, op);
            if !matches!(call, Call::Sync(op) if blocked(op)) {
                turns.push(Turn { slot, ahead, call });
            }
        });
        turns
    }

    /// Visits the calls that can be executed ahead, from some behaviours on.
    fn scan(
        &self,
        mut set: Vec<u16>,
        window: &[Option<u16>],
        found: &mut dyn FnMut(usize, Call<u16>),
    ) {
        let mut pending = Pending::default();
        for ahead in 0.. {
            let Some((calls, same)) = self.calls(&set) else { return };
            let answer = window.get(ahead).copied().flatten();
            if answer.is_none() {
                let can = same && ahead > 0 && self.passes_all(&set, calls[0], &pending);
                if can && (self.stores(calls[0]) || self.leads(&set, &pending)) {
                    found(ahead, calls[0]);
                }
                if !self.can_wait_behind(&calls, &pending) {
                    return;
                }
            }
            pending.next(if answer.is_none() { &calls } else { &[] });
            set = self.behaviours.after(&set, answer);
        }
    }

    /// Whether executing the call of these behaviours, which stores nothing, lets a later store pass what is pending.
    fn leads(&self, set: &[u16], pending: &Pending) -> bool {
        let answers = self.behaviours.answers(set).into_iter();
        let pending = pending.and(&[]);
        answers
            .map(|answer| self.behaviours.after(set, Some(answer)))
            .any(|set| self.stores_soon(&set, &pending))
    }

    /// Whether some store from here on may pass what is pending.
    fn stores_soon(&self, set: &[u16], pending: &Pending) -> bool {
        let Some((calls, same)) = self.calls(set) else { return false };
        let can = same && self.passes_all(set, calls[0], pending);
        if can && (self.stores(calls[0]) || self.leads(set, pending)) {
            return true;
        }
        let after = self.behaviours.after(set, None);
        self.can_wait_behind(&calls, pending) && self.stores_soon(&after, &pending.and(&calls))
    }

    /// Per class, the calls that a CPU there may execute ahead.
    pub(crate) fn all_passed(&self) -> Vec<Vec<Call<u16>>> {
        let classes = 0..self.frame.automata.classes.len() as u16;
        let passed = classes.map(|class| {
            let mut passed = Vec::new();
            let mut sets = vec![(vec![self.behaviours.of(class)], Pending::default(), 0)];
            while let Some((set, pending, ahead)) = sets.pop() {
                let Some((calls, same)) = self.calls(&set) else { continue };
                let can = same
                    && ahead > 0
                    && self.passes_all(&set, calls[0], &pending)
                    && (self.stores(calls[0]) || self.leads(&set, &pending));
                if can {
                    passed.push(calls[0]);
                    let answers = self.behaviours.answers(&set).into_iter();
                    sets.extend(answers.map(|answer| {
                        (self.behaviours.after(&set, Some(answer)), pending.and(&[]), ahead + 1)
                    }));
                }
                if self.can_wait_behind(&calls, &pending) {
                    let after = self.behaviours.after(&set, None);
                    sets.push((after, pending.and(&calls), ahead + 1));
                }
            }
            passed
        });
        passed.collect()
    }

    /// The calls that some behaviours make next, at least one, and whether they are one call that is the same in all.
    /// Where dependencies are not stated, steps that differ depend on what came before, and so does all behind them.
    fn calls(&self, set: &[u16]) -> Option<(Vec<Call<u16>>, bool)> {
        match self.behaviours.common(set) {
            Some((call, same)) => Some((vec![call], same)),
            None if !self.states || set.is_empty() => None,
            None => {
                let calls = set.iter().map(|behaviour| self.behaviours.call(*behaviour));
                calls.collect::<Option<Vec<_>>>().map(|calls| (calls, false))
            }
        }
    }

    /// The same behind others that wait; one release store at most is passed.
    fn can_wait_behind(&self, calls: &[Call<u16>], pending: &Pending) -> bool {
        let release = pending.calls.iter().copied().any(releases);
        calls.iter().all(|call| self.can_wait(*call) && !(releases(*call) && release))
    }

    /// Whether a call may be executed before all that is pending: nothing orders it, and it states no dependency.
    fn passes_all(&self, set: &[u16], call: Call<u16>, pending: &Pending) -> bool {
        self.stated_of(set).any() & pending.back == 0
            && pending.calls.iter().all(|earlier| self.passes(call, *earlier))
    }

    /// Whether a call may wait for later ones.
    fn can_wait(&self, call: Call<u16>) -> bool {
        match call {
            Call::Read { at, order } => order != ReadOrder::Acquire && self.is_memory(at),
            // No store behind it passes it: all that follows depends on it.
            Call::Await { .. } => false,
            Call::Write { at, .. } => self.is_memory(at),
            Call::Xchg { at, order, .. } | Call::Update { at, order } => {
                order == RmwOrder::Relaxed && self.is_memory(at)
            }
            Call::Count { op, .. } => op.order() == RmwOrder::Relaxed,
            Call::Sync(op) => matches!(op, SyncOp::Rmb | SyncOp::Wmb),
        }
    }

    /// Whether a call stores to memory, without an order that keeps it where it is.
    fn stores(&self, call: Call<u16>) -> bool {
        !matches!(call, Call::Read { .. } | Call::Await { .. } | Call::Sync(_))
            && !releases(call)
            && self.can_wait(call)
    }

    /// Whether a call may be executed before an earlier one of its CPU.
    fn passes(&self, call: Call<u16>, earlier: Call<u16>) -> bool {
        if call.at().is_some() && call.at() == earlier.at() {
            return false;
        }
        let reads = |call| match call {
            // `atomic_add()` returns nothing.
            Call::Write { .. } | Call::Sync(_) | Call::Count { op: CountOp::Add(_), .. } => false,
            _ => true,
        };
        let stores = |call| !matches!(call, Call::Read { .. } | Call::Await { .. } | Call::Sync(_));
        let found = |at: Addr| self.frame.counter[at.0] || self.dependent[self.place[at.0]];
        let can = match call {
            Call::Sync(op) => {
                matches!(op, SyncOp::Wmb | SyncOp::RcuLock | SyncOp::RcuUnlock | SyncOp::Lock(_))
            }
            Call::Read { at, .. } | Call::Await { at, .. } => self.is_memory(at),
            call => self.stores(call),
        };
        can && match (earlier, call) {
            // A lock is taken by an acquire and a store.
            (Call::Sync(_), Call::Sync(SyncOp::Lock(_))) => false,
            (Call::Sync(SyncOp::Rmb), _) => !reads(call),
            (Call::Sync(SyncOp::Wmb), _) => !stores(call) && !matches!(call, Call::Sync(_)),
            (Call::Read { order: ReadOrder::Dependency, .. }, _) => !call.at().is_some_and(found),
            (Call::Read { .. }, _) => true,
            (_, Call::Sync(op)) => matches!(op, SyncOp::Lock(_)),
            _ => true,
        }
    }

    fn is_memory(&self, at: Addr) -> bool {
        self.frame.kinds[at.0] != CellKind::Auxiliary
    }
}

fn releases(call: Call<u16>) -> bool {
    matches!(call, Call::Write { order: WriteOrder::Release, .. })
}
