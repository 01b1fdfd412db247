//! What a CPU can still do, as far as the machines with views must know to forget what no longer matters.

use pmdrace_mm::{Addr, Call, CellKind, RmwOrder, SyncOp, WriteOrder};

use super::frame::Frame;

/// What a class can still do, as far as views are concerned.
#[derive(Clone, Copy, Default)]
pub(crate) struct Ahead {
    /// Entries it can read or store to, and those whose stores it can read.
    pub(crate) touches: u64,
    /// Counters it can use.
    pub(crate) counters: u64,
    pub(crate) locks: u64,
    /// It can publish its view to others.
    pub(crate) publishes: bool,
    /// It can execute a full barrier, or an acquire barrier.
    pub(crate) barrier: bool,
    pub(crate) acquires: bool,
    /// Entries it can store to.
    pub(crate) stored: u64,
    /// It can disable or enable its interrupts; it can interrupt others.
    pub(crate) irqs: bool,
    pub(crate) ipi: bool,
    /// It can order its later stores after earlier ones; it can publish all that it knows.
    pub(crate) wmb: bool,
    pub(crate) releases: bool,
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
            mine.wmb |= next.wmb;
            mine.releases |= next.releases;
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
            Some(Call::Read { at, .. } | Call::Await { at, .. }) => touch(at, false),
            Some(Call::Write { at, order, .. }) => {
                touch(at, true);
                mine.releases |= order == WriteOrder::Release;
            }
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
                SyncOp::Wmb => mine.wmb = true,
                SyncOp::Lock(lock) | SyncOp::DownWrite(lock) | SyncOp::DownRead(lock) => {
                    mine.locks |= 1 << lock.0;
                }
                SyncOp::Unlock(_)
                | SyncOp::UpRead(_)
                | SyncOp::UpWrite(_)
                | SyncOp::Downgrade(_) => (mine.publishes, mine.releases) = (true, true),
                SyncOp::IrqSave | SyncOp::RcuLock => mine.irqs = true,
                SyncOp::IrqRestore | SyncOp::RcuUnlock => {
                    (mine.irqs, mine.publishes, mine.releases) = (true, true, true);
                }
                SyncOp::Ipi(_) | SyncOp::GracePeriod => {
                    (mine.ipi, mine.barrier, mine.publishes) = (true, true, true)
                }
            },
        }
        mine.acquires |= mine.barrier;
        mine.releases |= mine.barrier;
        all.push(mine);
    }
    all
}
