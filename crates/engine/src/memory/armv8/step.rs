//! The steps of the machine: the effect of each call on the list and the views.

use pmdrace_mm::{Addr, Call, CellKind, CountOp, LockId, RmwOrder, SyncOp, WriteOrder};

use super::super::frame::Head;
use super::super::sc_tso::count;
use super::super::{Step, Visit};
use super::Armv8;
use super::access::Store;
use super::depend::{self, Depends};
use super::promise::is_life;
use super::state::{Message, NOBODY, State, Time};
use crate::program::Missing;
use crate::program::automaton::Edge;
use crate::program::numbers::STAYS;

impl<const L: usize> Armv8<'_, L> {
    /// The edge of an answer.
    pub(super) fn follow(&self, head: Head, answer: u16) -> Result<Edge, Missing> {
        let missing = Missing { class: head.class, answer };
        self.frame.automata.edge(head.class, answer).ok_or(missing)
    }

    /// Whether everything after a CPU's later stores may come after this view, given what it has promised.
    pub(super) fn fits(state: &State<L>, slot: usize, view: Time) -> bool {
        state.first_promise(slot).is_none_or(|first| view < first)
    }

    /// A CPU reads something that its later accesses come after.
    pub(crate) fn acquire(next: &mut State<L>, slot: usize, view: Time) -> bool {
        let cpu = &mut next.cpus[slot];
        cpu.read = cpu.read.max(view);
        cpu.reads_after = cpu.reads_after.max(view);
        Self::fits(next, slot, view)
    }

    /// A load-acquire of what the last store-release of a lock left.
    fn take(&self, next: &mut State<L>, slot: usize, lock: LockId) -> bool {
        let view = next.lock_views[lock.0].max(next.cpus[slot].released);
        Self::acquire(next, slot, view.max(self.fenced(next, slot)))
    }

    /// What comes before the fence that makes an acquire, if one does.
    pub(super) fn fenced(&self, next: &State<L>, slot: usize) -> Time {
        let cpu = &next.cpus[slot];
        if self.isa.fences { cpu.read.max(cpu.reads_after) } else { 0 }
    }

    /// Whether all that a store-release comes after agrees with what was promised behind it.
    pub(super) fn may_release(&self, state: &State<L>, slot: usize) -> bool {
        !self.isa.fences || Self::fits(state, slot, state.cpus[slot].all())
    }

    /// The view that a store-release has to leave.
    fn release(&self, next: &mut State<L>, slot: usize) -> Time {
        let all = next.cpus[slot].all();
        self.released(next, slot, all);
        all
    }

    /// Later load-acquires must see a store-release, unless it is a plain store.
    pub(super) fn released(&self, next: &mut State<L>, slot: usize, time: Time) {
        let cpu = &mut next.cpus[slot];
        cpu.released = if self.isa.fences { 0 } else { cpu.released.max(time) };
    }

    /// `DMB ISH`, or `fence rw,rw`.
    pub(crate) fn full_barrier(next: &mut State<L>, slot: usize) -> bool {
        let cpu = &mut next.cpus[slot];
        let all = cpu.all();
        cpu.reads_after = cpu.reads_after.max(all);
        Self::fits(next, slot, all)
    }

    /// What a CPU must see at an access because its address was found through others; None if that contradicts a
    /// promise.
    pub(super) fn address(&self, state: &State<L>, slot: usize, entry: usize) -> Option<Time> {
        let found = if self.dependent[entry] { state.cpus[slot].found } else { 0 };
        Self::fits(state, slot, found).then_some(found)
    }

    /// Follows what later steps depend on over a step; None if the step comes too early for a promise. The data of
    /// its store is not judged.
    pub(super) fn depends(&self, next: &mut State<L>, slot: usize, edge: Edge) -> Option<Depends> {
        if next.cpus[slot].pending.is_empty() {
            return Some(Depends::default());
        }
        let class = next.heads[slot].class;
        let cpu = &mut next.cpus[slot];
        let depends = depend::follow(self.frame.automata, &self.behaviours, cpu, class, edge);
        Self::fits(next, slot, depends.control).then_some(depends)
    }

    /// Later steps may depend on an answer that was seen with this view.
    pub(super) fn answered(&self, next: &mut State<L>, slot: usize, edge: Edge, view: Time) {
        if !Self::fits(next, slot, view) {
            let class = next.heads[slot].class;
            let cpu = &mut next.cpus[slot];
            depend::answered(self.frame.automata, &self.behaviours, cpu, class, edge, view);
        }
    }

    /// Ends a step: moves the CPU and normalises the state.
    pub(super) fn advance(
        &self,
        next: &mut State<L>,
        slot: usize,
        edge: Edge,
        read: Option<usize>,
    ) -> Step {
        let newest = |entry: usize| next.stores(entry).next().map_or(0, |(_, newest)| newest.value);
        let read = read.map(|at| (at, u16::from(newest(self.place[at]))));
        let step = self.frame.may_advance(&mut next.heads, slot, edge, read);
        self.normalise(next);
        step
    }

    /// Visits every way in which a CPU can execute its next call; `alone` if only to certify its promises. Of the
    /// steps of a CPU with promises, some may not be certified.
    pub(crate) fn execute(
        &self,
        state: &State<L>,
        slot: usize,
        alone: bool,
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let Some(call) = self.frame.call(state.heads[slot]) else { return };
        if self.is_blocked(state, slot, call) {
            return;
        }
        match call {
            Call::Sync(SyncOp::Ipi(_) | SyncOp::GracePeriod) => {
                self.interrupt(state, slot, call, next, visit);
            }
            Call::Read { at, order } if self.frame.entry[at.0] => {
                self.read(state, slot, (at, order, false), next, visit);
            }
            Call::Await { at, order } if self.frame.entry[at.0] => {
                self.read(state, slot, (at, order, true), next, visit);
            }
            Call::Write { at, word, order } if self.frame.entry[at.0] => {
                let release = order == WriteOrder::Release;
                let store = Store { at, value: word, release, exclusive: false, after: 0 };
                self.write(state, slot, store, next, visit);
            }
            Call::Xchg { at, word, order } if self.frame.entry[at.0] => {
                self.update(state, slot, (at, Some(word), order), next, visit);
            }
            Call::Update { at, order } if self.frame.entry[at.0] => {
                self.update(state, slot, (at, None, order), next, visit);
            }
            call => {
                next.copy(state);
                if let Some(step) = self.act(slot, call, alone, next) {
                    visit(step, next);
                }
            }
        }
    }

    /// Whether a call must wait, or must not be executed while promises are to be kept.
    pub(crate) fn is_blocked(&self, state: &State<L>, slot: usize, call: Call<u16>) -> bool {
        let cpu = &state.cpus[slot];
        let shared = match call {
            Call::Sync(SyncOp::Lock(lock)) => {
                let mine = cpu.early >> lock.0 & 1 != 0;
                if mine {
                    return false;
                }
                true
            }
            Call::Sync(op) => match op {
                SyncOp::DownRead(_)
                | SyncOp::DownWrite(_)
                | SyncOp::Ipi(_)
                | SyncOp::GracePeriod => true,
                SyncOp::IrqSave | SyncOp::RcuLock => self.frame.ipis,
                _ => false,
            },
            call => {
                let at = call.at();
                at.is_some_and(|at| !self.frame.entry[at.0] && !is_life(&self.frame, at))
            }
        };
        let waits = match call {
            Call::Sync(op) => self.frame.is_blocked(state.locks, &state.heads, op),
            Call::Await { at, .. } if !self.frame.entry[at.0] => {
                self.frame.refuses(state.heads[slot], state.counters[at.0].0)
            }
            _ => false,
        };
        waits || shared && state.first_promise(slot).is_some()
    }

    /// Executes a call with a single outcome in `next`; None if that contradicts a promise.
    pub(crate) fn act(
        &self,
        slot: usize,
        call: Call<u16>,
        alone: bool,
        next: &mut State<L>,
    ) -> Option<Result<Step, Missing>> {
        let head = next.heads[slot];
        let mut answer = 0;
        let mut fits = true;
        let mut life = false;
        match call {
            Call::Read { at, .. } | Call::Await { at, .. } | Call::Update { at, .. } => {
                answer = next.counters[at.0].0;
                life = is_life(&self.frame, at);
                if self.frame.counter[at.0] {
                    self.meet(slot, at, next);
                }
            }
            Call::Xchg { at, word, .. } => {
                answer = std::mem::replace(&mut next.counters[at.0].0, word);
            }
            Call::Write { at, word, .. } => {
                if self.frame.kinds[at.0] != CellKind::Auxiliary {
                    self.meet(slot, at, next);
                }
                next.counters[at.0].0 = word;
            }
            Call::Count { at, op } => {
                (answer, next.counters[at.0].0) = count(op, next.counters[at.0].0);
                self.meet(slot, at, next);
                if orders(op, answer) {
                    fits = Self::full_barrier(next, slot);
                }
            }
            Call::Sync(op) => fits = self.sync(slot, op, next),
        }
        if !fits {
            return None;
        }
        let edge = match self.follow(head, answer) {
            Ok(edge) => edge,
            // No CPU decides by a life, so that any answer shows what it does next.
            Err(missing) => match self.frame.automata.edges(head.class).first() {
                Some(edge) if life && alone => *edge,
                _ => return Some(Err(missing)),
            },
        };
        if let Call::Update { at, .. } = call
            && edge.stored != STAYS
        {
            next.counters[at.0].0 = edge.stored;
        }
        self.depends(next, slot, edge)?;
        Some(Ok(self.advance(next, slot, edge, None)))
    }

    /// A CPU uses a counter, as under a mutex of its own.
    fn meet(&self, slot: usize, at: Addr, next: &mut State<L>) {
        let view = next.counters[at.0].1;
        Self::acquire(next, slot, view);
        next.counters[at.0].1 = next.cpus[slot].all();
    }

    /// The effect on views of a primitive that accesses no word; whether it agrees with what was promised.
    fn sync(&self, slot: usize, op: SyncOp, next: &mut State<L>) -> bool {
        match op {
            SyncOp::Mb => return Self::full_barrier(next, slot),
            SyncOp::Wmb => return Self::fits(next, slot, next.cpus[slot].made),
            SyncOp::Rmb => {
                let read = next.cpus[slot].read;
                let fits = Self::acquire(next, slot, read);
                return fits || !self.isa.read_barrier_orders_stores;
            }
            SyncOp::Lock(lock) | SyncOp::DownWrite(lock) => {
                next.locks |= 1 << lock.0;
                next.cpus[slot].early &= !(1 << lock.0);
                let full = self.isa.full_lock && matches!(op, SyncOp::Lock(_));
                let fits = !full || Self::full_barrier(next, slot);
                return self.take(next, slot, lock) && fits;
            }
            SyncOp::DownRead(lock) => return self.take(next, slot, lock),
            SyncOp::UpRead(lock) => {
                let others = next.lock_views[lock.0];
                next.lock_views[lock.0] = self.release(next, slot).max(others);
                return self.may_release(next, slot);
            }
            SyncOp::Unlock(lock) | SyncOp::UpWrite(lock) | SyncOp::Downgrade(lock) => {
                next.locks &= !(1 << lock.0);
                next.lock_views[lock.0] = self.release(next, slot);
                return self.may_release(next, slot);
            }
            SyncOp::IrqSave | SyncOp::RcuLock => {
                let view = next.cpus[slot].waited;
                return Self::acquire(next, slot, view);
            }
            SyncOp::IrqRestore | SyncOp::RcuUnlock => {
                next.cpus[slot].section = next.cpus[slot].all()
            }
            // See `interrupt`.
            SyncOp::Ipi(_) | SyncOp::GracePeriod => {}
        }
        true
    }
}

/// Whether an operation on a counter is a full barrier: only if it changes the counter.
fn orders(op: CountOp, answer: u16) -> bool {
    op.order() == RmwOrder::Full && op.changed(answer & 1 != 0)
}

/// The first store of an entry.
pub(crate) fn initial(entry: usize) -> Message {
    Message { entry: entry as u8, value: 0, by: NOBODY, exclusive: false, promised: false }
}
