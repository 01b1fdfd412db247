//! Normalisation: drops what no CPU can observe any more, so that states that differ only in that are equal.
//!
//! A store leaves the list when every CPU that may still access its word has passed it; the oldest that is left of
//! a word is kept beside the list. Times count what is in the list, so they become dense, and a view is lowered to
//! the newest store that its owner, or whoever takes it over, can still access. What only a promise could
//! contradict is kept as the promise that it contradicts, or not at all.

use pmdrace_mm::{Addr, Call, CellKind, ReadOrder, RmwOrder, SyncOp, WriteOrder};

use super::super::frame::{Frame, Head};
use super::Armv8;
use super::isa::Isa;
use super::state::{NOBODY, State, Time};

/// What a class can still do, as far as views are concerned.
#[derive(Clone, Copy, Default)]
pub(crate) struct Ahead {
    /// Entries it can read or store to, and those it can store to.
    pub(crate) touches: u64,
    pub(crate) stored: u64,
    /// Entries that are found through others.
    dependent: bool,
    /// Counters it can use, and locks it can take.
    counters: u64,
    locks: u64,
    /// It can pass on all its views: by a lock, a counter or a section.
    publishes: bool,
    /// It can execute a full barrier, a read barrier, a write barrier, or a load-acquire.
    full: bool,
    reads: bool,
    stores: bool,
    acquires: bool,
    /// It can disable or enable its interrupts; it can interrupt others, or wait for a grace period.
    irqs: bool,
    interrupts: bool,
    waits: bool,
}

/// What each class can still do: its own call, and those of the classes after it.
pub(crate) fn ahead(
    frame: &Frame<'_>,
    place: &[usize],
    dependent: &[bool],
    shared: &[bool],
) -> Vec<Ahead> {
    let automata = frame.automata;
    let isa = Isa::of(frame.model.memory);
    let mut all: Vec<Ahead> = Vec::new();
    for class in 0..automata.classes.len() as u16 {
        let mut mine = Ahead::default();
        for edge in automata.edges(class) {
            mine.add(all[usize::from(edge.class)]);
        }
        if let Some(call) = automata.class(class).call {
            mine.call(frame, place, dependent, call);
            // What it comes after is known by its place in the list, if it is there.
            if let Call::Write { at, order: WriteOrder::Release, .. } = call {
                mine.full |= frame.entry[at.0] && !shared[place[at.0]];
            }
            mine.order(isa, call);
        }
        all.push(mine);
    }
    all
}

impl Ahead {
    fn add(&mut self, next: Ahead) {
        self.touches |= next.touches;
        self.stored |= next.stored;
        self.dependent |= next.dependent;
        self.counters |= next.counters;
        self.locks |= next.locks;
        self.publishes |= next.publishes;
        self.full |= next.full;
        self.reads |= next.reads;
        self.stores |= next.stores;
        self.acquires |= next.acquires;
        self.irqs |= next.irqs;
        self.interrupts |= next.interrupts;
        self.waits |= next.waits;
    }

    fn touch(&mut self, frame: &Frame<'_>, place: &[usize], dependent: &[bool], at: Addr) -> u64 {
        if frame.entry[at.0] {
            let entry = place[at.0];
            self.touches |= 1 << entry;
            self.dependent |= dependent[entry];
            return 1 << entry;
        }
        // Accesses outside memory order nothing.
        if frame.kinds[at.0] != CellKind::Auxiliary {
            self.counters |= 1 << at.0;
            self.publishes = true;
        }
        0
    }

    /// What the fences beside a call use.
    fn order(&mut self, isa: Isa, call: Call<u16>) {
        let (reads, stores) = isa.orders(call, true);
        self.reads |= reads;
        self.stores |= stores;
        match call {
            Call::Sync(SyncOp::Lock(_)) => self.full |= isa.full_lock,
            Call::Sync(SyncOp::DownRead(_) | SyncOp::DownWrite(_)) => self.reads |= isa.fences,
            _ => {}
        }
    }

    fn call(&mut self, frame: &Frame<'_>, place: &[usize], dependent: &[bool], call: Call<u16>) {
        match call {
            Call::Read { at, order } | Call::Await { at, order } => {
                self.touch(frame, place, dependent, at);
                self.acquires |= order == ReadOrder::Acquire;
            }
            Call::Write { at, .. } => self.stored |= self.touch(frame, place, dependent, at),
            Call::Xchg { at, order, .. } | Call::Update { at, order } => {
                self.stored |= self.touch(frame, place, dependent, at);
                self.full |= order == RmwOrder::Full;
            }
            Call::Count { at, op } => {
                self.touch(frame, place, dependent, at);
                self.full |= op.order() == RmwOrder::Full;
            }
            Call::Sync(op) => match op {
                SyncOp::Mb => self.full = true,
                SyncOp::Rmb => self.reads = true,
                SyncOp::Wmb => self.stores = true,
                SyncOp::Lock(lock) | SyncOp::DownWrite(lock) | SyncOp::DownRead(lock) => {
                    self.locks |= 1 << lock.0;
                    self.acquires = true;
                }
                SyncOp::Unlock(_)
                | SyncOp::UpRead(_)
                | SyncOp::UpWrite(_)
                | SyncOp::Downgrade(_) => self.publishes = true,
                SyncOp::IrqSave | SyncOp::RcuLock => self.irqs = true,
                SyncOp::IrqRestore | SyncOp::RcuUnlock => {
                    (self.irqs, self.publishes) = (true, true);
                }
                SyncOp::Ipi(_) => (self.interrupts, self.full, self.publishes) = (true, true, true),
                SyncOp::GracePeriod => (self.waits, self.full, self.publishes) = (true, true, true),
            },
        }
    }
}

impl<const L: usize> Armv8<'_, L> {
    /// Reduces a state to what can still matter.
    pub(crate) fn normalise(&self, state: &mut State<L>) {
        let mut all = Ahead::default();
        for head in &state.heads {
            all.add(self.ahead[usize::from(head.class)]);
        }
        self.drop_passed(state);
        self.reduce_views(state, all);
        self.reduce_stores(state);
    }

    fn ahead_of(&self, head: &Head) -> &Ahead {
        &self.ahead[usize::from(head.class)]
    }

    /// Takes stores out of the list that are the oldest anybody may read, or older.
    fn drop_passed(&self, state: &mut State<L>) {
        let mut kept = vec![true; state.list.len()];
        let listed = state.list.iter().fold(0_u64, |bits, message| bits | 1 << message.entry);
        for entry in (0..self.cells.len()).filter(|entry| listed >> entry & 1 != 0) {
            let touching = state.cpus.iter().zip(&state.heads);
            let touching =
                touching.filter(|(_, head)| self.ahead_of(head).touches >> entry & 1 != 0);
            let passed = touching
                .map(|(cpu, _)| state.newest_in(entry, cpu.coherence[entry].max(cpu.reads_after)));
            let oldest = passed.min().unwrap_or(Time::MAX);
            let mut left = None;
            for (index, message) in state.list.iter().enumerate().take(usize::from(oldest)) {
                if usize::from(message.entry) != entry {
                    continue;
                }
                if message.promised {
                    break;
                }
                kept[index] = false;
                left = Some((index as Time + 1, *message));
            }
            if let Some((time, message)) = left {
                state.oldest[entry].message = message;
                state.oldest[entry].time = time;
            }
        }
        if kept.iter().all(|kept| *kept) {
            return;
        }
        // Per time, how many stores up to it are kept.
        let mut count = 0;
        let mut dense: Vec<Time> = vec![0];
        dense.extend(kept.iter().map(|kept| {
            count += Time::from(*kept);
            count
        }));
        let mut index = 0;
        state.list.retain(|_| {
            index += 1;
            kept[index - 1]
        });
        let move_time = |time: &mut Time| *time = dense[usize::from(*time)];
        state.each_view(move_time);
        state.oldest.iter_mut().for_each(|oldest| move_time(&mut oldest.time));
    }

    /// Lowers views to what they tell about the stores that are left.
    fn reduce_views(&self, state: &mut State<L>, all: Ahead) {
        let State { cpus, heads, list, oldest, counters, lock_views, .. } = state;
        for (slot, (cpu, head)) in cpus.iter_mut().zip(heads.iter()).enumerate() {
            cpu.head = *head;
            let ahead = self.ahead_of(head);
            let publishes = ahead.publishes || all.interrupts;
            let promises: Vec<Time> = (1..)
                .zip(list.iter())
                .filter(|(_, message)| message.promised && usize::from(message.by) == slot)
                .map(|(time, _)| time)
                .collect();
            let floor = |view: Time| match publishes {
                true => view,
                false => {
                    let older = list[..usize::from(view)].iter();
                    let touched =
                        |message: &super::state::Message| ahead.touches >> message.entry & 1 != 0;
                    older.clone().rposition(touched).map_or(0, |index| index as Time + 1)
                }
            };
            cpu.reads_after = floor(cpu.reads_after);
            // What later reads must see need not bind later stores, which it does only before the promises.
            let first = promises.first().map_or(Time::MAX, |first| first - 1);
            let known = cpu.reads_after.min(first);
            let keep = |view: Time, needed: bool| {
                let view = if needed { floor(view) } else { 0 };
                if view <= known { 0 } else { view }
            };
            cpu.read = keep(cpu.read, publishes || ahead.full || ahead.reads);
            let writes = ahead.stores && !promises.is_empty();
            cpu.made = keep(cpu.made, publishes || ahead.full || writes);
            cpu.released = keep(cpu.released, ahead.acquires);
            cpu.found = keep(cpu.found, ahead.dependent);
            if !all.waits {
                cpu.section = 0;
            }
            if !ahead.irqs {
                cpu.waited = 0;
            }
            for (entry, time) in cpu.coherence.iter_mut().enumerate().filter(|(_, t)| **t != 0) {
                let here = |index: &usize| usize::from(list[*index].entry) == entry;
                let seen = (0..usize::from(*time)).rev().find(here);
                let seen = seen.map_or(0, |index| index as Time + 1);
                let touched = ahead.touches >> entry & 1 != 0;
                *time = if touched && seen > known { seen } else { 0 };
            }
            for updated in &mut cpu.updated {
                *updated = keep(*updated, ahead.acquires);
            }
            for pending in &mut cpu.pending {
                let contradicts = promises.iter().rev().find(|time| **time <= pending.view);
                pending.view = contradicts.copied().unwrap_or(0);
            }
            cpu.pending.retain(|pending| pending.view != 0);
            cpu.pending.sort_unstable();
            cpu.pending.dedup();
        }
        let known = |uses: &dyn Fn(&Ahead) -> bool| {
            let users = cpus.iter().zip(heads.iter());
            let users = users.filter(|(_, head)| uses(self.ahead_of(head)));
            users.map(|(cpu, _)| cpu.reads_after).min().unwrap_or(Time::MAX)
        };
        for (at, (_, view)) in counters.iter_mut().enumerate().filter(|(_, (_, view))| *view != 0) {
            if *view <= known(&|ahead| ahead.counters >> at & 1 != 0) {
                *view = 0;
            }
        }
        for (lock, view) in lock_views.iter_mut().enumerate().filter(|(_, view)| **view != 0) {
            if *view <= known(&|ahead| ahead.locks >> lock & 1 != 0) {
                *view = 0;
            }
        }
        for (entry, oldest) in oldest.iter_mut().enumerate().filter(|(_, oldest)| oldest.time != 0)
        {
            if oldest.time <= known(&|ahead| ahead.touches >> entry & 1 != 0) {
                oldest.time = 0;
            }
        }
    }

    /// Forgets who made a store, and how, where that makes no difference to its own reads.
    fn reduce_stores(&self, state: &mut State<L>) {
        let State { cpus, heads, list, oldest, .. } = state;
        let mut updated: Vec<u64> = vec![0; cpus.len()];
        let listed = (1..).zip(list.iter_mut());
        let kept = oldest.iter_mut().map(|oldest| (oldest.time, &mut oldest.message));
        for (time, message) in listed.chain(kept) {
            if message.by == NOBODY || message.promised {
                continue;
            }
            let by = usize::from(message.by);
            let ahead = self.ahead_of(&heads[by]);
            let entry = usize::from(message.entry);
            let cpu = &cpus[by];
            // Its own stores are never older than what it must read.
            let forwards = ahead.touches >> entry & 1 != 0
                && !(message.exclusive && self.isa.updates_are_one)
                && time > cpu.reads_after
                && time >= cpu.coherence[entry];
            if !forwards {
                message.by = NOBODY;
            }
            if !forwards || !ahead.acquires {
                message.exclusive = false;
            }
            updated[by] |= u64::from(message.exclusive) << entry;
        }
        for (cpu, updated) in cpus.iter_mut().zip(updated) {
            for (entry, view) in cpu.updated.iter_mut().enumerate() {
                *view *= (updated >> entry & 1) as Time;
            }
        }
    }
}
