//! Normalisation: drops what no CPU can observe any more, so that states that differ only in that are equal.
//!
//! Sound because it only drops what no later step uses: stores that are superseded for every CPU that may
//! still access their entry, what a view says of such stores, and whole views that their owner can neither
//! use nor publish.

use pmdrace_mm::{Addr, Call, CellKind, RmwOrder, SyncOp};

use super::super::frame::{Frame, Head};
use super::Rc11;
use super::state::{Cpu, Message, State, View, beyond, only};

/// What a class can still do, as far as views are concerned.
#[derive(Clone, Copy, Default)]
pub(crate) struct Ahead {
    /// Entries it can read or store to, and those whose stores it can read.
    touches: u64,
    /// Counters it can use.
    counters: u64,
    locks: u64,
    /// It can publish its view to others.
    publishes: bool,
    /// It can execute a full barrier, or an acquire barrier.
    barrier: bool,
    acquires: bool,
    /// Entries it can store to.
    stored: u64,
    /// It can disable or enable its interrupts; it can interrupt others.
    irqs: bool,
    ipi: bool,
}

/// What each class can still do: its own call, and those of the classes after it.
pub(crate) fn ahead(frame: &Frame<'_>, place: &[usize]) -> Vec<Ahead> {
    let automata = frame.automata;
    let mut all: Vec<Ahead> = Vec::new();
    for class in 0..automata.classes.len() as u16 {
        let mut mine = Ahead::default();
        for edge in automata.edges(class) {
            let next = all[usize::from(edge.class)];
            mine.touches |= next.touches;
            mine.counters |= next.counters;
            mine.locks |= next.locks;
            mine.publishes |= next.publishes;
            mine.barrier |= next.barrier;
            mine.acquires |= next.acquires;
            mine.stored |= next.stored;
            mine.irqs |= next.irqs;
            mine.ipi |= next.ipi;
        }
        let mut touch = |at: Addr, stores: bool| match place[at.0] {
            // Accesses outside memory order nothing.
            _ if frame.kinds[at.0] == CellKind::Auxiliary => {}
            usize::MAX => {
                mine.counters |= 1 << at.0;
                mine.publishes = true;
            }
            entry => {
                mine.touches |= 1 << entry;
                mine.stored |= u64::from(stores) << entry;
                mine.publishes |= stores;
            }
        };
        match automata.class(class).call {
            None => {}
            Some(Call::Read { at, .. }) => touch(at, false),
            Some(Call::Write { at, .. }) => touch(at, true),
            Some(Call::Xchg { at, order, .. } | Call::Update { at, order }) => {
                touch(at, true);
                mine.barrier |= order == RmwOrder::Full;
            }
            Some(Call::Count { at, op }) => {
                touch(at, false);
                mine.barrier |= op.order() == RmwOrder::Full;
            }
            Some(Call::Sync(op)) => match op {
                SyncOp::Mb => (mine.barrier, mine.publishes) = (true, true),
                SyncOp::Rmb => mine.acquires = true,
                SyncOp::Wmb => {}
                SyncOp::Lock(lock) | SyncOp::DownWrite(lock) | SyncOp::DownRead(lock) => {
                    mine.locks |= 1 << lock.0;
                }
                SyncOp::Unlock(_)
                | SyncOp::UpRead(_)
                | SyncOp::UpWrite(_)
                | SyncOp::Downgrade(_) => mine.publishes = true,
                SyncOp::IrqSave | SyncOp::RcuLock => mine.irqs = true,
                SyncOp::IrqRestore | SyncOp::RcuUnlock => {
                    (mine.irqs, mine.publishes) = (true, true);
                }
                SyncOp::Ipi | SyncOp::GracePeriod => {
                    (mine.ipi, mine.barrier, mine.publishes) = (true, true, true)
                }
            },
        }
        mine.acquires |= mine.barrier;
        all.push(mine);
    }
    all
}

/// The mask of a view for a set of entries; if there are any, with the index of the barriers where it is used.
pub(crate) fn mask<const L: usize>(entries: u64, barriers: bool) -> View<L> {
    std::array::from_fn(|entry| {
        let kept = match barriers && entry == L - 1 {
            true => entries != 0,
            false => entries >> entry & 1 != 0,
        };
        if kept { u8::MAX } else { 0 }
    })
}

impl Ahead {
    /// The entries it can access.
    pub(crate) fn touches(&self) -> u64 {
        self.touches
    }

    /// Whether it can execute a full barrier.
    pub(crate) fn can_order(&self) -> bool {
        self.barrier
    }
}

impl<const L: usize> Rc11<'_, L> {
    /// Reduces a state to what can still matter.
    pub(crate) fn normalise(&self, state: &mut State<L>) {
        let ahead = |head: &Head| &self.ahead[usize::from(head.class)];
        let (mut touched, mut stored, mut counted, mut locked) = (0, 0, 0, 0);
        let mut ipi = false;
        for head in &state.heads {
            let ahead = ahead(head);
            touched |= ahead.touches;
            stored |= ahead.stored;
            counted |= ahead.counters;
            locked |= ahead.locks;
            ipi |= ahead.ipi;
        }
        // What each CPU cannot use itself.
        for (cpu, head) in state.cpus.iter_mut().zip(&state.heads) {
            cpu.head = *head;
            let ahead = ahead(head);
            let touched = &self.touched[usize::from(head.class)];
            if !ahead.publishes {
                only(&mut cpu.cur, touched);
            }
            if ahead.stored == 0 {
                cpu.rel = [0; L];
            }
            if ahead.acquires {
                beyond(&mut cpu.acq, &cpu.cur);
            } else {
                cpu.acq = [0; L];
            }
            only(&mut cpu.dep, touched);
            only(&mut cpu.dep, &self.dependents);
            beyond(&mut cpu.dep, &cpu.cur);
            // A CPU that interrupts it takes over the view it left, even if it is done.
            if !(ahead.irqs || ipi) {
                cpu.irq = [0; L];
            }
        }
        for (at, (_, view)) in state.counters.iter_mut().enumerate() {
            if counted >> at & 1 == 0 {
                *view = [0; L];
            }
        }
        for (lock, view) in state.lock_views.iter_mut().enumerate() {
            if locked >> lock & 1 == 0 {
                *view = [0; L];
            }
        }
        if self.any_order {
            self.forget_accesses(state, touched, stored);
            self.forget_barriers(state);
        } else if !state.heads.iter().any(|head| ahead(head).barrier) {
            state.barriers.clear();
        }
        // What all CPUs have passed.
        let (mut base, mut moved): (View<L>, bool) = ([0; L], false);
        for (entry, base) in base.iter_mut().enumerate().take(self.cells.len()) {
            let reader = |(_, head): &(&Cpu<L>, &Head)| ahead(head).touches >> entry & 1 != 0;
            let behind = state.cpus.iter().zip(&state.heads).filter(reader);
            let last = state.entries[entry].len() - 1;
            *base = behind.map(|(cpu, _)| cpu.cur[entry]).min().unwrap_or(last as u8);
            *base = Self::oldest_limit(state, entry).map_or(*base, |limit| limit.min(*base));
            let messages = &mut state.entries[entry];
            if *base > 0 {
                moved = true;
                messages.drain(..usize::from(*base));
                messages[0].sealed = false;
            }
            if touched >> entry & 1 == 0 {
                let newest = messages.len() - 1;
                for (place, message) in messages.iter_mut().enumerate() {
                    let value = if place == newest { message.value } else { 0 };
                    *message = Message { value, sealed: false, view: [0; L] };
                }
            }
        }
        if !moved {
            return;
        }
        let rebase = |view: &mut View<L>| {
            for (mine, base) in view.iter_mut().zip(&base) {
                *mine = mine.saturating_sub(*base);
            }
        };
        state.each_view(rebase);
        state.barriers.iter_mut().for_each(|barrier| barrier.rebase(&base));
    }
}
