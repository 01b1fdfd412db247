//! The steps of the machine of `rc11`: the effect of each call on histories and views.

use pmdrace_mm::{Addr, Call, CountOp, ReadOrder, RmwOrder, SyncOp, WriteOrder};

use super::super::frame::Head;
use super::super::sc_tso::count;
use super::super::{Step, Visit};
use super::Rc11;
use super::state::{Cpu, Message, State, join};
use crate::program::Missing;
use crate::program::automaton::Edge;
use crate::program::numbers::STAYS;

impl<const L: usize> Rc11<'_, L> {
    /// The oldest store that a CPU may still read, or must store after.
    fn low(&self, cpu: &Cpu<L>, entry: usize) -> usize {
        let dep = if self.dependent[entry] { cpu.dep[entry] } else { 0 };
        usize::from(cpu.cur[entry].max(dep))
    }

    /// The stores that a CPU may read and does not go on waiting after, the newest first.
    fn readable<'s>(
        &'s self,
        state: &'s State<L>,
        slot: usize,
        entry: usize,
    ) -> impl Iterator<Item = usize> + 's {
        let stores = &state.entries[entry];
        let all = (self.low(&state.cpus[slot], entry)..stores.len()).rev();
        let head = state.heads[slot];
        all.filter(move |place| !self.frame.refuses(head, u16::from(stores[*place].value)))
    }

    /// Whether a CPU that waits for a word may read one.
    pub(super) fn can_read(&self, state: &State<L>, slot: usize, at: Addr) -> bool {
        match self.frame.entry[at.0] {
            true => self.readable(state, slot, self.place[at.0]).next().is_some(),
            false => !self.frame.refuses(state.heads[slot], state.counters[at.0].0),
        }
    }

    /// The edge of an answer.
    fn follow(&self, head: Head, answer: u16) -> Result<Edge, Missing> {
        let missing = Missing { class: head.class, answer };
        self.frame.automata.edge(head.class, answer).ok_or(missing)
    }

    /// Ends a step: moves the CPU and normalises the state.
    fn advance(&self, next: &mut State<L>, slot: usize, edge: Edge, read: Option<usize>) -> Step {
        let read = read.map(|at| (at, next.newest(self.place[at])));
        let step = self.frame.advance(&mut next.heads, slot, edge, read);
        self.normalise(next);
        step
    }

    /// Whether an operation on a counter is a full barrier: only if it changes the counter.
    pub(crate) fn orders(&self, state: &State<L>, at: Addr, op: CountOp) -> bool {
        let (answer, _) = count(op, state.counters[at.0].0);
        op.order() == RmwOrder::Full && op.changed(answer & 1 != 0)
    }

    /// Executes a call after a full barrier.
    pub(crate) fn ordered(
        &self,
        state: &State<L>,
        slot: usize,
        call: Call<u16>,
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        self.barrier(state, slot, next, |next, before| {
            let step = self.act(slot, call, next);
            visit(step.map(|step| step.before([before, 0])), next);
        });
    }

    /// Executes a call with a single outcome, apart from its barrier; changes `next` up to the edge.
    pub(crate) fn act(
        &self,
        slot: usize,
        call: Call<u16>,
        next: &mut State<L>,
    ) -> Result<Step, Missing> {
        let head = next.heads[slot];
        let mut answer = 0;
        match call {
            Call::Read { at, .. } | Call::Await { at, .. } => {
                answer = next.counters[at.0].0;
                if self.frame.counter[at.0] {
                    next.meet(slot, at);
                }
            }
            Call::Update { at, .. } => answer = next.counters[at.0].0,
            Call::Xchg { at, word, .. } => {
                answer = std::mem::replace(&mut next.counters[at.0].0, word);
            }
            Call::Write { at, word, .. } => {
                next.meet(slot, at);
                next.counters[at.0].0 = word;
            }
            Call::Count { at, op } => {
                let counter = &mut next.counters[at.0];
                (answer, counter.0) = count(op, counter.0);
                next.meet(slot, at);
            }
            Call::Sync(op) => self.sync(slot, op, next),
        }
        let edge = self.follow(head, answer)?;
        if let Call::Update { at, .. } = call
            && edge.stored != STAYS
        {
            next.counters[at.0].0 = edge.stored;
        }
        Ok(self.advance(next, slot, edge, None))
    }

    /// The effect on views of a primitive that accesses no word.
    fn sync(&self, slot: usize, op: SyncOp, next: &mut State<L>) {
        let cpu = &mut next.cpus[slot];
        match op {
            SyncOp::Wmb => cpu.rel = cpu.cur,
            SyncOp::Rmb => join(&mut cpu.cur, &cpu.acq),
            SyncOp::DownRead(lock) => join(&mut cpu.cur, &next.lock_views[lock.0]),
            SyncOp::UpRead(lock) => join(&mut next.lock_views[lock.0], &cpu.cur),
            SyncOp::Lock(lock) | SyncOp::DownWrite(lock) => {
                next.locks |= 1 << lock.0;
                join(&mut cpu.cur, &next.lock_views[lock.0]);
            }
            SyncOp::Unlock(lock) | SyncOp::UpWrite(lock) | SyncOp::Downgrade(lock) => {
                next.locks &= !(1 << lock.0);
                next.lock_views[lock.0] = cpu.cur;
            }
            SyncOp::IrqSave | SyncOp::RcuLock => join(&mut cpu.cur, &cpu.irq),
            SyncOp::IrqRestore | SyncOp::RcuUnlock => cpu.irq = cpu.cur,
            // See `ordered` and `interrupt`.
            SyncOp::Mb | SyncOp::Ipi(_) | SyncOp::GracePeriod => {}
        }
    }

    pub(crate) fn read(
        &self,
        state: &State<L>,
        slot: usize,
        (at, order): (Addr, ReadOrder),
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let entry = self.place[at.0];
        let count = state.entries[entry].len();
        let mut last = true;
        // The newest first.
        for place in self.readable(state, slot, entry) {
            last = false;
            next.copy(state);
            let message = next.entries[entry][place];
            let cpu = &mut next.cpus[slot];
            cpu.cur[entry] = place as u8;
            join(&mut cpu.acq, &message.view);
            match order {
                ReadOrder::Once => {}
                ReadOrder::Dependency => join(&mut cpu.dep, &message.view),
                ReadOrder::Acquire => join(&mut cpu.cur, &message.view),
            }
            self.accessed(next, slot, entry, Some(place), None);
            let step = self
                .follow(next.heads[slot], u16::from(message.value))
                .map(|edge| self.advance(next, slot, edge, Some(at.0)));
            visit(step.map(|step| step.with_choice(count - 1 - place)), next);
        }
        if !last && self.frame.refuses(state.heads[slot], state.newest(entry)) {
            next.copy(state);
            next.cpus[slot].cur[entry] = count as u8 - 1;
            self.accessed(next, slot, entry, Some(count - 1), None);
            self.normalise(next);
            visit(Ok(Step::SPINS), next);
        }
    }

    pub(crate) fn write(
        &self,
        state: &State<L>,
        slot: usize,
        (at, value, order): (Addr, u16, WriteOrder),
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let entry = self.place[at.0];
        let count = state.entries[entry].len();
        for place in (self.low(&state.cpus[slot], entry) + 1..=count).rev() {
            if state.entries[entry].get(place).is_some_and(|after| after.sealed) {
                continue;
            }
            next.copy(state);
            let old = next.entries[entry][place - 1].value;
            let cpu = &next.cpus[slot];
            let view = if order == WriteOrder::Release { cpu.cur } else { cpu.rel };
            let message = Message { value: value as u8, sealed: false, view };
            next.insert(slot, entry, place, message);
            self.accessed(next, slot, entry, None, Some(place));
            let may_lose = self.frame.may_lose(next.heads[slot]);
            let also = self.frame.stored(&mut next.heads, may_lose, at.0, value, u16::from(old));
            let step = self
                .follow(next.heads[slot], 0)
                .map(|edge| self.advance(next, slot, edge, None).violating(also));
            visit(step.map(|step| step.with_choice(count - place)), next);
        }
    }

    pub(crate) fn update(
        &self,
        state: &State<L>,
        slot: usize,
        (at, value, order): (Addr, Option<u16>, RmwOrder),
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        if order == RmwOrder::Relaxed {
            return self.exchange(state, slot, (at, value), None, next, visit);
        }
        let mut ordered = state.clone();
        self.barrier(state, slot, &mut ordered, |ordered, first| {
            self.exchange(ordered, slot, (at, value), Some((state, first)), next, visit);
        });
    }

    /// The access of an update. If it is fully ordered, `full` is the state before its first barrier, and the
    /// place of that barrier; its second barrier follows.
    fn exchange(
        &self,
        state: &State<L>,
        slot: usize,
        (at, value): (Addr, Option<u16>),
        full: Option<(&State<L>, usize)>,
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let entry = self.place[at.0];
        let count = state.entries[entry].len();
        for place in (self.low(&state.cpus[slot], entry)..count).rev() {
            if state.entries[entry].get(place + 1).is_some_and(|after| after.sealed) {
                continue;
            }
            next.copy(state);
            let old = next.entries[entry][place];
            let edge = match self.follow(next.heads[slot], u16::from(old.value)) {
                Ok(edge) => edge,
                Err(missing) => {
                    visit(Err(missing), next);
                    continue;
                }
            };
            let value = value.unwrap_or(edge.stored);
            if value == STAYS {
                // A failed condition changes and orders nothing; as in loom, it reads the newest store.
                if place + 1 == count && full.is_none_or(|(_, before)| before == 0) {
                    next.copy(full.map_or(state, |(unordered, _)| unordered));
                    let cpu = &mut next.cpus[slot];
                    cpu.cur[entry] = place as u8;
                    join(&mut cpu.acq, &old.view);
                    self.accessed(next, slot, entry, Some(place), None);
                    let step = self.advance(next, slot, edge, None);
                    visit(Ok(step), next);
                }
                continue;
            }
            let cpu = &mut next.cpus[slot];
            join(&mut cpu.acq, &old.view);
            if full.is_some() {
                join(&mut cpu.cur, &old.view);
            }
            let mut view = if full.is_some() { cpu.cur } else { cpu.rel };
            join(&mut view, &old.view);
            let message = Message { value: value as u8, sealed: true, view };
            next.insert(slot, entry, place + 1, message);
            self.accessed(next, slot, entry, Some(place), Some(place + 1));
            let old = u16::from(old.value);
            let mut finish = |next: &mut State<L>, before: [usize; 2]| {
                let may_lose = self.frame.may_lose(next.heads[slot]);
                let also = self.frame.stored(&mut next.heads, may_lose, at.0, value, old);
                let step = self.advance(next, slot, edge, None).violating(also);
                visit(Ok(step.with_choice(count - 1 - place).before(before)), next);
            };
            let Some((_, first)) = full else {
                finish(next, [0, 0]);
                continue;
            };
            let made = next.clone();
            self.barrier(&made, slot, next, |next, second| finish(next, [first, second]));
        }
    }

    /// Whether a CPU has yet to begin to interrupt others.
    pub(crate) fn can_begin(&self, state: &State<L>, slot: usize) -> bool {
        state.heads[slot].acked >> slot & 1 == 0
    }

    /// Whether every other CPU has been seen outside of a section, and a grace period can end.
    pub(crate) fn can_close(&self, state: &State<L>, slot: usize) -> bool {
        let heads = &state.heads;
        !self.can_begin(state, slot)
            && !self.frame.waits_for_itself(heads[slot])
            && self.frame.all_took(heads, slot)
    }

    pub(crate) fn interrupt(
        &self,
        state: &State<L>,
        slot: usize,
        call: Call<u16>,
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let (begins, closes) = (self.can_begin(state, slot), self.can_close(state, slot));
        if begins || closes {
            // The sender's earlier accesses are ordered before the interrupts, and after a grace period its
            // later ones: separate steps.
            self.barrier(state, slot, next, |next, before| {
                next.heads[slot].acked |= 1 << slot;
                let alone = self.frame.waits_for_nobody(&next.heads, slot);
                let step = if closes || alone {
                    self.frame.interrupted_all(&mut next.heads, slot);
                    self.act(slot, call, next)
                } else {
                    self.normalise(next);
                    Ok(Step::SILENT)
                };
                visit(step.map(|step| step.with_choice(slot).before([before, 0])), next);
            });
            return;
        }
        for target in self.frame.interruptible(&state.heads, slot) {
            next.copy(state);
            let left = next.cpus[target].irq;
            join(&mut next.cpus[slot].cur, &left);
            next.cpus[target].irq = next.cpus[slot].cur;
            let done = self.frame.interrupt(&mut next.heads, slot, target);
            let step = if done && matches!(call, Call::Sync(SyncOp::Ipi(_))) {
                self.frame.interrupted_all(&mut next.heads, slot);
                self.act(slot, call, next)
            } else {
                self.normalise(next);
                Ok(Step::SILENT)
            };
            visit(step.map(|step| step.with_choice(target)), next);
        }
    }
}
