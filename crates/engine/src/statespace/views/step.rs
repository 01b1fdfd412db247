//! The steps of the weak machine: what each call does to histories and views.

use super::super::automaton::Edge;
use super::super::buffered::change;
use super::super::calls::{Do, STAYS};
use super::super::machine::{Head, Missing, Step, Visit};
use super::super::script::Order;
use super::Views;
use super::state::{Cpu, Message, State, join};

impl<const L: usize> Views<'_, L> {
    /// The first store that a CPU may still read, or must store after.
    fn low(&self, cpu: &Cpu<L>, entry: usize) -> usize {
        let dep = if self.dependent[entry] { cpu.dep[entry] } else { 0 };
        usize::from(cpu.cur[entry].max(dep))
    }

    /// Where an answer leads.
    fn follow(&self, head: Head, answer: u16) -> Result<Edge, Missing> {
        let missing = Missing { class: head.class, answer };
        self.frame.automata.edge(head.class, answer).ok_or(missing)
    }

    /// Ends a step: moves the CPU and forgets what nobody can tell any more.
    fn advance(&self, next: &mut State<L>, slot: usize, edge: Edge, read: Option<usize>) -> Step {
        let newest = |entry: usize| next.entries[entry].last().map_or(0, |last| last.value);
        let read = read.map(|at| (at, u16::from(newest(self.place[at]))));
        let step = self.frame.advance(&mut next.heads, slot, edge, read);
        self.normalise(next);
        step
    }

    /// An op that has one outcome; changes `next` up to the edge.
    pub(super) fn act(&self, slot: usize, next: &mut State<L>) -> Result<Step, Missing> {
        let head = next.heads[slot];
        let mut answer = 0;
        match self.frame.op(head) {
            Do::CountRead { at } => {
                answer = next.counters[usize::from(at)].0;
                next.meet(slot, at);
            }
            Do::AuxRead { at } | Do::AuxUpdate { at } => {
                answer = next.counters[usize::from(at)].0;
            }
            Do::Write { at, value, .. } => {
                next.meet(slot, at);
                next.counters[usize::from(at)].0 = value;
            }
            op @ (Do::CountAdd { at, .. }
            | Do::CountAddUnless { at, .. }
            | Do::CountSubAndTest { at, .. }
            | Do::CountCmpxchg { at, .. }) => {
                let counter = &mut next.counters[usize::from(at)];
                let (result, value) = change(op, counter.0);
                let done = matches!(op, Do::CountSubAndTest { .. }) || result & 1 != 0;
                let full = done && !matches!(op, Do::CountAdd { .. });
                (answer, counter.0) = (result, value);
                join(&mut next.cpus[slot].cur, &next.counters[usize::from(at)].1);
                if full {
                    next.full_barrier(slot);
                }
                next.meet(slot, at);
            }
            Do::Mb => next.full_barrier(slot),
            Do::Wmb => next.cpus[slot].rel = next.cpus[slot].cur,
            Do::Rmb => {
                let cpu = &mut next.cpus[slot];
                join(&mut cpu.cur, &cpu.acq);
            }
            Do::DownRead(lock) => {
                join(&mut next.cpus[slot].cur, &next.lock_views[usize::from(lock)]);
            }
            Do::UpRead(lock) => {
                join(&mut next.lock_views[usize::from(lock)], &next.cpus[slot].cur);
            }
            Do::Lock(lock) => {
                next.locks |= 1 << lock;
                join(&mut next.cpus[slot].cur, &next.lock_views[usize::from(lock)]);
            }
            Do::Unlock(lock) | Do::UpWrite(lock) | Do::Downgrade(lock) => {
                next.locks &= !(1 << lock);
                next.lock_views[usize::from(lock)] = next.cpus[slot].cur;
            }
            Do::IrqSave | Do::RcuLock => {
                let cpu = &mut next.cpus[slot];
                join(&mut cpu.cur, &cpu.irq);
            }
            Do::IrqRestore | Do::RcuUnlock => next.cpus[slot].irq = next.cpus[slot].cur,
            _ => {}
        }
        let edge = self.follow(head, answer)?;
        if let Do::AuxUpdate { at } = self.frame.op(head) {
            next.counters[usize::from(at)].0 = edge.stored;
        }
        Ok(self.advance(next, slot, edge, None))
    }

    pub(super) fn read(
        &self,
        state: &State<L>,
        slot: usize,
        (at, order): (u8, Order),
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let entry = self.place[usize::from(at)];
        let count = state.entries[entry].len();
        // The newest first.
        for place in (self.low(&state.cpus[slot], entry)..count).rev() {
            next.copy(state);
            let message = next.entries[entry][place];
            let cpu = &mut next.cpus[slot];
            cpu.cur[entry] = place as u8;
            join(&mut cpu.acq, &message.view);
            match order {
                Order::Once => {}
                Order::Dependency => join(&mut cpu.dep, &message.view),
                Order::Acquire => join(&mut cpu.cur, &message.view),
            }
            let step = self
                .follow(next.heads[slot], u16::from(message.value))
                .map(|edge| self.advance(next, slot, edge, Some(usize::from(at))));
            visit(step.map(|step| step.with_choice(count - 1 - place)), next);
        }
    }

    pub(super) fn write(
        &self,
        state: &State<L>,
        slot: usize,
        (at, value, release): (u8, u16, bool),
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let entry = self.place[usize::from(at)];
        let count = state.entries[entry].len();
        for place in (self.low(&state.cpus[slot], entry) + 1..=count).rev() {
            if state.entries[entry].get(place).is_some_and(|after| after.sealed) {
                continue;
            }
            next.copy(state);
            let old = next.entries[entry][place - 1].value;
            let cpu = &next.cpus[slot];
            let view = if release { cpu.cur } else { cpu.rel };
            let message = Message { value: value as u8, sealed: false, view };
            next.insert(slot, entry, place, message);
            let also =
                self.frame.stored(&mut next.heads, slot, usize::from(at), value, u16::from(old));
            let step = self
                .follow(next.heads[slot], 0)
                .map(|edge| self.advance(next, slot, edge, None).violating(also));
            visit(step.map(|step| step.with_choice(count - place)), next);
        }
    }

    pub(super) fn update(
        &self,
        state: &State<L>,
        slot: usize,
        (at, value, full): (u8, Option<u16>, bool),
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let entry = self.place[usize::from(at)];
        let mut before = state.clone();
        if full {
            before.full_barrier(slot);
        }
        let count = before.entries[entry].len();
        for place in (self.low(&before.cpus[slot], entry)..count).rev() {
            if before.entries[entry].get(place + 1).is_some_and(|after| after.sealed) {
                continue;
            }
            next.copy(&before);
            let old = next.entries[entry][place];
            let head = next.heads[slot];
            let edge = match self.follow(head, u16::from(old.value)) {
                Ok(edge) => edge,
                Err(missing) => {
                    visit(Err(missing), next);
                    continue;
                }
            };
            let value = value.unwrap_or(edge.stored);
            if value == STAYS {
                // A condition that fails changes and orders nothing; like loom's, it looks at the newest store.
                if place + 1 == count {
                    next.copy(state);
                    let cpu = &mut next.cpus[slot];
                    cpu.cur[entry] = place as u8;
                    join(&mut cpu.acq, &old.view);
                    let step = self.advance(next, slot, edge, None);
                    visit(Ok(step), next);
                }
                continue;
            }
            let cpu = &mut next.cpus[slot];
            join(&mut cpu.acq, &old.view);
            if full {
                join(&mut cpu.cur, &old.view);
            }
            let mut view = if full { cpu.cur } else { cpu.rel };
            join(&mut view, &old.view);
            let message = Message { value: value as u8, sealed: true, view };
            next.insert(slot, entry, place + 1, message);
            if full {
                next.full_barrier(slot);
            }
            let old = u16::from(old.value);
            let also = self.frame.stored(&mut next.heads, slot, usize::from(at), value, old);
            let step = self.advance(next, slot, edge, None).violating(also);
            visit(Ok(step.with_choice(count - 1 - place)), next);
        }
    }

    pub(super) fn interrupt(
        &self,
        state: &State<L>,
        slot: usize,
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let own = 1 << slot;
        if state.heads[slot].acked & own == 0 {
            // What it did so far is ordered before the interrupts: a step of its own.
            next.copy(state);
            next.full_barrier(slot);
            next.heads[slot].acked |= own;
            if next.heads.len() > 1 {
                self.normalise(next);
                visit(Ok(Step::SILENT.with_choice(slot)), next);
            } else {
                next.heads[slot].acked &= !own;
                let step = self.act(slot, next);
                visit(step.map(|step| step.with_choice(slot)), next);
            }
            return;
        }
        for target in self.frame.interruptible(&state.heads, slot) {
            next.copy(state);
            let left = next.cpus[target].irq;
            join(&mut next.cpus[slot].cur, &left);
            next.cpus[target].irq = next.cpus[slot].cur;
            let done = self.frame.interrupt(&mut next.heads, slot, target);
            let step = if done {
                self.act(slot, next)
            } else {
                self.normalise(next);
                Ok(Step::SILENT)
            };
            visit(step.map(|step| step.with_choice(target)), next);
        }
    }
}
