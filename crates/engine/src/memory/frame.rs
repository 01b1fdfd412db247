//! The parts that machines of all memory models share: the classes of the CPUs, lock owners, and the
//! questions of the judge that concern several CPUs.

use std::sync::atomic::{AtomicBool, Ordering};

use pmdrace_mm::{Call, CellKind, Cpus, Goal, Location, LockId, LockKind, Model, Property, SyncOp};

use super::Step;
use crate::program::Program;
use crate::program::automaton::{Automata, Edge, maps};
use crate::program::monitor::{Asked, outcomes};
use crate::program::tree::Tree;

/// The part of a CPU that machines of all memory models share.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub(crate) struct Head {
    /// The class of its history.
    pub(crate) class: u16,
    /// The folios that the words of its walk mapped since, as far as a later acceptance needs them.
    pub(crate) watch: u8,
    /// The CPUs whose interrupt it has taken, while they wait for others; its own bit: it has begun to send
    /// one.
    pub(crate) acked: u8,
    /// Whether it has queued for the semaphore that it is about to write.
    pub(crate) queued: bool,
}

/// What is fixed during a search.
pub(crate) struct Frame<'m> {
    pub(crate) model: &'m Model,
    /// The behaviour of each kind of CPU, history by history.
    pub(crate) trees: &'m [Tree],
    pub(crate) automata: &'m Automata,
    /// The role of each CPU of the search; fewer than the model's while automata are learned.
    pub(crate) slots: Vec<usize>,
    /// The kind of each.
    pub(crate) groups: Vec<usize>,
    /// Whether interrupts are sent at all.
    pub(crate) ipis: bool,
    /// Whether some semaphore has readers and writers, so that writers queue.
    pub(crate) queues: bool,
    /// Whether walks must be watched for what their words mapped since.
    pub(crate) watches: bool,
    /// Per cell and value, the folios it maps.
    maps: Vec<Vec<u8>>,
    /// Per cell, its kind; whether it is a PMD entry; whether it is a counter.
    pub(crate) kinds: Vec<CellKind>,
    pub(crate) pmd: Vec<bool>,
    pub(crate) counter: Vec<bool>,
    /// Per cell, whether the memory model determines which of its stores a read returns.
    pub(crate) entry: Vec<bool>,
    /// The property about deadlocks, if it is judged.
    pub(crate) deadlock: Option<usize>,
    /// The bits of the two properties that concern several CPUs.
    lost_table: u32,
    foreign: u32,
    /// The goals about windows.
    between: u8,
    /// Per outcome, the bit of its property or of its goal.
    outcomes: Vec<(u32, u8)>,
    /// The outcomes whose terms about the model's other CPUs are met before these begin.
    met: u16,
    /// The outcomes that are judged at the end of executions.
    last: Vec<Asked<'m>>,
    page_table_locks: u64,
    /// Per edge of the automata, whether some CPU took it.
    taken: Vec<AtomicBool>,
}

impl<'m> Frame<'m> {
    pub(crate) fn new(
        program: &'m Program<'m>,
        automata: &'m Automata,
        slots: &[usize],
    ) -> Frame<'m> {
        let model = program.model;
        let bit = |wanted: Property| {
            let index = model.properties.iter().position(|property| *property == wanted);
            index.map_or(0, |index| 1 << index)
        };
        let between = |goal: &Goal| matches!(goal, Goal::ReadBetween { .. });
        let bits = |flags: &mut dyn Iterator<Item = bool>| {
            flags.enumerate().fold(0, |bits, (index, flag)| bits | u8::from(flag) << index)
        };
        let words = |at| automata.values.of(at).iter();
        let others = (0..model.roles.len()).filter(|role| !slots.contains(role));
        let others = others.map(|role| automata.class(automata.roots[program.groups[role]]).met);
        Frame {
            model,
            trees: &program.trees,
            automata,
            slots: slots.to_vec(),
            groups: slots.iter().map(|role| program.groups[*role]).collect(),
            ipis: program.waits(),
            queues: queues(automata),
            watches: automata.classes.iter().any(|class| class.watching != 0),
            maps: (0..model.cells.len())
                .map(|at| words(at).map(|word| maps(*word)).collect())
                .collect(),
            kinds: model.cells.iter().map(|cell| cell.kind).collect(),
            pmd: model.cells.iter().map(|cell| cell.kind == CellKind::Pmd).collect(),
            counter: model.cells.iter().map(|cell| cell.kind == CellKind::Counter).collect(),
            entry: model.cells.iter().map(|cell| cell.kind.follows_memory_model()).collect(),
            deadlock: model.properties.iter().position(|p| *p == Property::NoDeadlock),
            lost_table: bit(Property::NoLostTable),
            foreign: bit(Property::NoForeignReference),
            between: bits(&mut model.goals.iter().map(between)),
            outcomes: outcomes(model, false).iter().map(|a| (a.property, a.goal)).collect(),
            last: outcomes(model, true),
            met: others.fold(u16::MAX, |all, met| all & met),
            page_table_locks: model.page_table_locks(),
            taken: (0..automata.edge_count()).map(|_| AtomicBool::new(false)).collect(),
        }
    }

    /// All CPUs in their initial class.
    pub(crate) fn heads(&self) -> Vec<Head> {
        let root = |group: &usize| Head { class: self.automata.roots[*group], ..Head::default() };
        self.groups.iter().map(root).collect()
    }

    /// The next call of a CPU; None if it is done.
    pub(crate) fn call(&self, head: Head) -> Option<Call<u16>> {
        self.automata.class(head.class).call
    }

    /// Whether a CPU goes on waiting after it has read this word, by number.
    pub(crate) fn refuses(&self, head: Head, value: u16) -> bool {
        self.automata.refuses(head.class, value)
    }

    /// Whether a CPU is about to wait for others, by interrupting them or for a grace period.
    pub(crate) fn waits_for_cpus(&self, head: Head) -> bool {
        matches!(self.call(head), Some(Call::Sync(SyncOp::Ipi(_) | SyncOp::GracePeriod)))
    }

    /// Whether some goal is about a window between two functions.
    pub(crate) fn has_windows(&self) -> bool {
        self.between != 0
    }

    /// Whether a CPU holds no page-table lock, and who loses a page table is asked.
    pub(crate) fn may_lose(&self, head: Head) -> bool {
        self.lost_table != 0 && self.is_lockless(head)
    }

    /// Whether a CPU holds no page-table lock.
    fn is_lockless(&self, head: Head) -> bool {
        self.automata.class(head.class).locks & self.page_table_locks == 0
    }

    /// Updates every walk that has read the cell with what the stored word maps; returns the property
    /// violated if the store lost a page table, as [`Frame::lost`] does.
    pub(crate) fn stored(
        &self,
        heads: &mut [Head],
        may_lose: bool,
        at: usize,
        new: u16,
        old: u16,
    ) -> u32 {
        if !self.entry[at] {
            return 0;
        }
        if self.watches {
            let maps = self.maps[at][usize::from(new)];
            for head in heads.iter_mut().filter(|_| maps != 0) {
                let class = self.automata.class(head.class);
                if class.read >> at & 1 != 0 {
                    head.watch |= maps & class.watching;
                }
            }
        }
        self.lost(may_lose, at, new, old)
    }

    /// The property violated if a store lost a page table, which it can where it was issued by a CPU that
    /// [may lose](Frame::may_lose) one.
    pub(crate) fn lost(&self, may_lose: bool, at: usize, new: u16, old: u16) -> u32 {
        let word = |value| self.automata.values.word(at, value);
        match may_lose && word(new).wipes_out(word(old)) {
            true => self.lost_table,
            false => 0,
        }
    }

    /// Moves a CPU along an edge, as a step that it takes. `read` is the entry that it read, with its newest value.
    pub(crate) fn advance(
        &self,
        heads: &mut [Head],
        slot: usize,
        edge: Edge,
        read: Option<(usize, u16)>,
    ) -> Step {
        let step = self.may_advance(heads, slot, edge, read);
        self.take(step);
        step
    }

    /// The same, as a step that it may turn out not to take.
    pub(crate) fn may_advance(
        &self,
        heads: &mut [Head],
        slot: usize,
        edge: Edge,
        read: Option<(usize, u16)>,
    ) -> Step {
        let mut goals = edge.goals;
        let mut watch = heads[slot].watch;
        let watching = self.automata.class(edge.class).watching;
        if let Some((at, newest)) = read {
            if self.watches {
                watch |= self.maps[at][usize::from(newest)] & (watching | edge.accepts);
            }
            if self.between != 0 && self.pmd[at] && self.is_lockless(heads[slot]) {
                let others = heads.iter().enumerate().filter(|(other, _)| *other != slot);
                let open = others.map(|(_, head)| self.automata.class(head.class).open);
                goals |= open.fold(0, |all, open| all | open) & self.between;
            }
        }
        let unmapped = edge.accepts & !watch != 0;
        let mut violated = edge.violated | if unmapped { self.foreign } else { 0 };
        if !self.outcomes.is_empty() {
            let (property, goal) = self.completed(heads, slot, edge);
            violated |= property;
            goals |= goal;
        }
        let watch = watch & watching;
        let left = Some((heads[slot].class, edge.answer));
        heads[slot] = Head { class: edge.class, watch, queued: false, ..heads[slot] };
        Step { violated, goals, bound: edge.bound, left, ..Step::SILENT }
    }

    /// Notes that some CPU took a step.
    pub(crate) fn take(&self, step: Step) {
        let Some((class, answer)) = step.left else { return };
        let edges = self.automata.numbered_edges(class);
        for (index, _) in edges.filter(|(_, edge)| edge.answer == answer) {
            // Threads that only read do not disturb each other.
            if !self.taken[index].load(Ordering::Relaxed) {
                self.taken[index].store(true, Ordering::Relaxed);
            }
        }
    }

    /// Per edge of the automata, whether some CPU took it.
    pub(crate) fn taken(&self) -> Vec<bool> {
        self.taken.iter().map(|taken| taken.load(Ordering::Relaxed)).collect()
    }

    /// The properties and goals about outcomes whose last term a CPU meets.
    fn completed(&self, heads: &[Head], slot: usize, edge: Edge) -> (u32, u8) {
        let met = |class: u16| self.automata.class(class).met;
        let others = heads.iter().enumerate().filter(|(other, _)| *other != slot);
        let others = others.fold(self.met, |all, (_, head)| all & met(head.class));
        let completed = met(edge.class) & !met(heads[slot].class) & others;
        let of = self.outcomes.iter().enumerate();
        of.filter(|(index, _)| completed >> index & 1 != 0)
            .fold((0, 0), |(p, g), (_, (property, goal))| (p | property, g | goal))
    }

    /// The properties and goals about outcomes that are judged at the end of executions.
    pub(crate) fn judged_at_the_end(&self) -> (u32, u8) {
        self.last.iter().fold((0, 0), |(p, g), asked| (p | asked.property, g | asked.goal))
    }

    /// Those of them that are met where all CPUs of the model have ended and words have these values.
    pub(crate) fn met_at_the_end(&self, heads: &[Head], memory: &[u16]) -> (u32, u8) {
        let mut met = (0, 0);
        let mut first = 0;
        for Asked { property, goal, exists } in &self.last {
            let holds = |index: usize| {
                let term = exists.terms[index];
                match term.of {
                    Location::Memory(at) => {
                        self.automata.values.word(at.0, memory[at.0]).bits == term.value
                    }
                    Location::Register(cpu, _) => {
                        let heads = heads.iter().zip(&self.slots);
                        let mut head =
                            heads.filter(|(_, role)| **role == cpu).map(|(head, _)| head);
                        head.any(|head| self.automata.class(head.class).holds[first + index])
                    }
                }
            };
            if exists.proposition.holds(&holds) {
                met = (met.0 | property, met.1 | goal);
            }
            first += exists.terms.len();
        }
        met
    }

    /// Whether no CPU holds a lock; a semaphore must have no readers either.
    pub(crate) fn is_free(&self, locks: u64, heads: &[Head], lock: LockId) -> bool {
        let shared = |head: &Head| self.automata.class(head.class).shared >> lock.0 & 1 != 0;
        let kind = self.model.locks[lock.0].kind;
        locks >> lock.0 & 1 == 0 && (kind != LockKind::Semaphore || !heads.iter().any(shared))
    }

    /// Whether a CPU would have to wait for a lock or a semaphore.
    pub(crate) fn is_blocked(&self, locks: u64, heads: &[Head], op: SyncOp) -> bool {
        match op {
            SyncOp::Lock(lock) | SyncOp::DownWrite(lock) => !self.is_free(locks, heads, lock),
            SyncOp::DownRead(lock) => locks >> lock.0 & 1 != 0 || self.is_awaited(heads, lock),
            _ => false,
        }
    }

    /// Whether a writer has queued for a semaphore.
    fn is_awaited(&self, heads: &[Head], sem: LockId) -> bool {
        let awaits = |head: &&Head| self.call(**head) == Some(Call::Sync(SyncOp::DownWrite(sem)));
        heads.iter().filter(|head| head.queued).any(|head| awaits(&head))
    }

    /// Whether a CPU is about to write a semaphore that others read, and has not queued for it yet. Where a
    /// writer holds it, queueing would keep nobody out who is not kept out already.
    pub(crate) fn can_queue(&self, locks: u64, heads: &[Head], slot: usize) -> bool {
        match self.call(heads[slot]) {
            Some(Call::Sync(SyncOp::DownWrite(sem))) if self.queues && !heads[slot].queued => {
                locks >> sem.0 & 1 == 0 && !self.is_free(locks, heads, sem)
            }
            _ => false,
        }
    }

    /// Whether a CPU is about to wait for a grace period inside a section of its own.
    pub(crate) fn waits_for_itself(&self, head: Head) -> bool {
        let class = self.automata.class(head.class);
        class.call == Some(Call::Sync(SyncOp::GracePeriod)) && (class.in_rcu || class.irqs_off)
    }

    /// Which CPUs one is about to wait for: those that it interrupts, or all others.
    pub(crate) fn awaited(
        &self,
        heads: &[Head],
        slot: usize,
    ) -> impl Fn(usize) -> bool + use<'_, 'm> {
        let cpus = match self.call(heads[slot]) {
            Some(Call::Sync(SyncOp::Ipi(cpus))) => cpus,
            _ => Cpus::ALL,
        };
        move |other| other != slot && cpus.contains(self.slots[other])
    }

    /// Whether a CPU is about to wait for other CPUs, and there are none.
    pub(crate) fn waits_for_nobody(&self, heads: &[Head], slot: usize) -> bool {
        let awaited = self.awaited(heads, slot);
        !self.waits_for_itself(heads[slot]) && !(0..heads.len()).any(awaited)
    }

    /// The other CPUs that have yet to take the interrupt that a CPU sends, and can; for a grace period,
    /// those not yet seen outside of a section.
    pub(crate) fn interruptible<'s>(
        &'s self,
        heads: &'s [Head],
        slot: usize,
    ) -> impl Iterator<Item = usize> + 's {
        let grace = self.call(heads[slot]) == Some(Call::Sync(SyncOp::GracePeriod));
        let never = self.waits_for_itself(heads[slot]);
        let awaited = self.awaited(heads, slot);
        (0..heads.len()).filter(move |target| {
            let head = heads[*target];
            awaited(*target)
                && !never
                && head.acked >> slot & 1 == 0
                && !self.automata.class(head.class).irqs_off
                && !(grace && self.automata.class(head.class).in_rcu)
        })
    }

    /// A CPU takes an interrupt; returns whether all have now taken it.
    pub(crate) fn interrupt(&self, heads: &mut [Head], slot: usize, target: usize) -> bool {
        heads[target].acked |= 1 << slot;
        self.all_took(heads, slot)
    }

    /// Whether every CPU to which a CPU's interrupt was sent has taken it.
    pub(crate) fn all_took(&self, heads: &[Head], slot: usize) -> bool {
        let awaited = self.awaited(heads, slot);
        (0..heads.len()).all(|cpu| !awaited(cpu) || heads[cpu].acked >> slot & 1 != 0)
    }

    /// Forgets who took the interrupt of a CPU, which goes on.
    pub(crate) fn interrupted_all(&self, heads: &mut [Head], slot: usize) {
        heads.iter_mut().for_each(|head| head.acked &= !(1 << slot));
    }
}

/// Whether some semaphore has readers and writers.
fn queues(automata: &Automata) -> bool {
    let calls = || automata.classes.iter().filter_map(|class| class.call);
    calls().any(|call| match call {
        Call::Sync(SyncOp::DownRead(sem)) => {
            calls().any(|other| other == Call::Sync(SyncOp::DownWrite(sem)))
        }
        _ => false,
    })
}
