//! Whether full barriers can be ordered as they are executed, which takes the fewest states.
//!
//! In general a barrier may precede one that was executed earlier (`barrier`). That makes a difference in two
//! shapes only, and few models have one of them:
//!
//! - **A CPU that passes on what it does not synchronise about.** Barrier F led to barrier G by reads that
//!   return stores, and yet G comes before F. If at most one of these reads does not synchronise with the store
//!   that it returns, RC11 orders F before G. So two do not: one CPU between the two orders neither the read
//!   nor the store that it makes later, or two CPUs order only one of both each. A lock around a store and the
//!   read that returns it synchronises.
//! - **Barriers within a fully ordered exchange.** Barrier G comes between the two barriers of an exchange,
//!   which are executed in one step. Then there are three CPUs: one that has seen the exchange, and not its
//!   second barrier, comes before G by two accesses to one word, of which one is a store. That store is not made
//!   by the CPU of the exchange, nor under a lock that this CPU holds: it would come before both barriers or
//!   after both.
//!
//! This file looks for these shapes in the automata. It may find one where there is none, which only costs
//! states. A test compares what both kinds of order lead to with the axioms.

use pmdrace_mm::{Addr, Call, ReadOrder, RmwOrder, SyncOp, WriteOrder};

use super::super::frame::Frame;
use crate::program::automaton::Class;

/// What orders a CPU has executed since it read: none, one of those that pass the read on, all of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Since {
    Read,
    Acquire,
    Release,
}

/// How loosely a CPU passes on what it read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
enum Passes {
    /// Not at all, or ordered.
    #[default]
    Ordered,
    /// Either the read or the store synchronises.
    Half,
    /// Neither does.
    Loosely,
}

/// Whether the order of execution will not do for these CPUs.
pub(crate) fn matters(frame: &Frame<'_>) -> bool {
    let kinds = Kinds::new(frame);
    let slots = || frame.groups.iter().copied();
    let others = |mine: usize, has: &dyn Fn(usize) -> bool| {
        slots().enumerate().filter(|(slot, group)| *slot != mine && has(*group)).count()
    };
    let barriers = |mine| others(mine, &|group| kinds.facts[group].barrier);
    let passes = |slot: usize| kinds.facts[frame.groups[slot]].passes;
    let all = 0..frame.groups.len();
    let between = |slot: &usize| barriers(*slot) >= 2;
    let loosely = all.clone().filter(between).any(|slot| passes(slot) == Passes::Loosely);
    let half = all.clone().filter(between).filter(|slot| passes(*slot) != Passes::Ordered);
    let relays = slots().any(|group| kinds.facts[group].relays);
    loosely || relays && half.count() >= 2 && all.len() >= 4 || within(frame)
}

/// Whether other barriers may come between those of a fully ordered exchange, and that matters.
pub(crate) fn within(frame: &Frame<'_>) -> bool {
    let kinds = Kinds::new(frame);
    let barrier = |group: &&usize| kinds.facts[**group].barrier;
    let exchanges = frame.groups.iter().any(|group| kinds.facts[*group].exchanges);
    exchanges && frame.groups.len() >= 3 && frame.groups.iter().filter(barrier).count() >= 2
}

/// What a kind of CPU does.
#[derive(Clone, Copy, Default)]
struct Facts {
    barrier: bool,
    /// It makes a fully ordered exchange of an entry, and no lock orders it with all stores of others.
    exchanges: bool,
    /// It reads an entry, which no lock orders with all stores of others, and stores later.
    relays: bool,
    passes: Passes,
}

/// What each kind does.
struct Kinds {
    facts: Vec<Facts>,
}

impl Kinds {
    fn new(frame: &Frame<'_>) -> Kinds {
        let kinds = frame.trees.len();
        let mut facts = vec![Facts::default(); kinds];
        for class in &frame.automata.classes {
            let facts = &mut facts[class.group];
            facts.barrier |= class.call.is_some_and(is_barrier);
            facts.exchanges |= stored(frame, class).is_some()
                && class.call.is_some_and(is_barrier)
                && meets(frame, class, |other| stored(frame, other).is_some()) == Some(false);
        }
        let ahead = Ahead::all(frame);
        for (index, class) in frame.automata.classes.iter().enumerate() {
            let Some((at, order)) = read(frame, class) else { continue };
            let stores = |other: &Class| stored(frame, other).is_some_and(|(to, _)| to == at);
            let Some(locked) = meets(frame, class, stores) else { continue };
            let since = match order == ReadOrder::Acquire || locked {
                true => Since::Acquire,
                false => Since::Read,
            };
            let edges = frame.automata.edges(index as u16);
            let passes = edges.iter().map(|edge| ahead[usize::from(edge.class)].after(since)).max();
            let facts = &mut facts[class.group];
            facts.passes = facts.passes.max(passes.unwrap_or_default());
            facts.relays |=
                !locked && edges.iter().any(|edge| ahead[usize::from(edge.class)].stores);
        }
        Kinds { facts }
    }
}

/// How loosely a CPU in some class passes on what it has read, by what it has executed since.
#[derive(Clone, Copy, Default)]
struct Ahead {
    passes: [Passes; 3],
    /// Whether it stores something that others read.
    stores: bool,
}

impl Ahead {
    fn after(self, since: Since) -> Passes {
        self.passes[since as usize]
    }

    /// Of every class; those that edges lead to come first.
    fn all(frame: &Frame<'_>) -> Vec<Ahead> {
        let mut all: Vec<Ahead> = Vec::new();
        for (index, class) in frame.automata.classes.iter().enumerate() {
            let edges = frame.automata.edges(index as u16);
            let later = |since| {
                edges
                    .iter()
                    .map(|edge| all[usize::from(edge.class)].after(since))
                    .max()
                    .unwrap_or_default()
            };
            let passes = [Since::Read, Since::Acquire, Since::Release].map(|since| {
                let made = stores(frame, class, since);
                made.max(ordered(class.call, since).map_or(Passes::Ordered, later))
            });
            let mut targets = edges.iter().map(|edge| all[usize::from(edge.class)]);
            let stores = targets.any(|target| target.stores)
                || stores(frame, class, Since::Read) != Passes::Ordered;
            all.push(Ahead { passes, stores });
        }
        all
    }
}

/// What has been executed since a read after this call too; None if everything is ordered.
fn ordered(call: Option<Call<u16>>, since: Since) -> Option<Since> {
    match (call?, since) {
        (Call::Sync(SyncOp::Rmb), Since::Read) => Some(Since::Acquire),
        (Call::Sync(SyncOp::Wmb), Since::Read) => Some(Since::Release),
        (Call::Sync(SyncOp::Wmb), Since::Acquire) => None,
        // An update or a conditional operation on a counter may change, and order, nothing.
        (call @ (Call::Sync(_) | Call::Xchg { .. }), _) if is_barrier(call) => None,
        _ => Some(since),
    }
}

/// How loosely the store of a class, if it makes one, passes on a read.
fn stores(frame: &Frame<'_>, class: &Class, since: Since) -> Passes {
    let Some((at, order)) = stored(frame, class) else { return Passes::Ordered };
    let reads = |other: &Class| read(frame, other).is_some_and(|(from, _)| from == at);
    let Some(locked) = meets(frame, class, reads) else { return Passes::Ordered };
    let releases = order == WriteOrder::Release || locked || class.call.is_some_and(is_barrier);
    match (since, releases) {
        (Since::Acquire, true) => Passes::Ordered,
        (Since::Read, false) => Passes::Loosely,
        _ => Passes::Half,
    }
}

fn is_barrier(call: Call<u16>) -> bool {
    match call {
        Call::Xchg { order, .. } | Call::Update { order, .. } => order == RmwOrder::Full,
        Call::Count { op, .. } => op.order() == RmwOrder::Full,
        Call::Sync(op) => matches!(op, SyncOp::Mb | SyncOp::Ipi(_) | SyncOp::GracePeriod),
        Call::Read { .. } | Call::Await { .. } | Call::Write { .. } => false,
    }
}

/// The entry that a class reads.
fn read(frame: &Frame<'_>, class: &Class) -> Option<(Addr, ReadOrder)> {
    let (at, order) = match class.call? {
        Call::Read { at, order } | Call::Await { at, order } => (at, order),
        Call::Xchg { at, .. } | Call::Update { at, .. } => (at, ReadOrder::Once),
        _ => return None,
    };
    frame.entry[at.0].then_some((at, order))
}

/// The entry that a class stores to.
fn stored(frame: &Frame<'_>, class: &Class) -> Option<(Addr, WriteOrder)> {
    let (at, order) = match class.call? {
        Call::Write { at, order, .. } => (at, order),
        Call::Xchg { at, .. } | Call::Update { at, .. } => (at, WriteOrder::Once),
        _ => return None,
    };
    frame.entry[at.0].then_some((at, order))
}

/// Whether other CPUs make such accesses; if so, whether a lock orders all of them with those of a class.
fn meets(frame: &Frame<'_>, class: &Class, access: impl Fn(&Class) -> bool) -> Option<bool> {
    let several = |group| frame.groups.iter().filter(|of| **of == group).count() > 1;
    let of_others = |other: &&Class| match other.group == class.group {
        true => several(class.group),
        false => frame.groups.contains(&other.group),
    };
    let classes = frame.automata.classes.iter();
    let mut others = classes.filter(of_others).filter(|other| access(other)).peekable();
    others.peek()?;
    Some(others.all(|other| {
        (class.locks & (other.locks | other.shared)) | (class.shared & other.locks) != 0
    }))
}
