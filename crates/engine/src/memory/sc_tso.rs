//! Machines with a single memory: sequential consistency, and total store order with store buffers.
//!
//! Under TSO (Sewell et al., "x86-TSO", CACM 2010) a store enters the CPU's own FIFO buffer; the CPU reads
//! its own newest buffered store, others read memory; when a store reaches memory is a separate choice.
//! Locked instructions, `smp_mb()` and `spin_lock()` wait until the buffer is empty; `spin_unlock()` is a
//! plain store. A CPU takes an interrupt only with an empty buffer.

use std::cmp::Ordering;

use pmdrace_mm::{Addr, Call, CellKind, CountOp, LockId, MemoryModel, SyncOp, limits};

use super::footprint::Footprint;
use super::frame::{Frame, Head};
use super::{FLUSH, Machine, Step, Visit};
use crate::program::numbers::{OUT_OF_RANGE, STAYS, test};
use crate::program::values::{self, MAX_CELLS};
use crate::program::{MAX_CPUS, Missing};

/// A buffered store: to a cell, or to a lock that it releases.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Entry {
    at: u8,
    value: u16,
}

/// Marks an entry that releases a lock.
const LOCK: u8 = 0x80;
/// Marks a store by a CPU that may lose a page table.
const MAY_LOSE: u8 = 0x40;
/// The cell or the lock of an entry.
const AT: u8 = 0x3f;

#[derive(Clone)]
pub(crate) struct State {
    heads: [Head; MAX_CPUS],
    cells: [u16; MAX_CELLS],
    locks: u64,
    /// Per CPU, oldest first; empty under SC.
    buffers: Vec<Vec<Entry>>,
}

pub(crate) struct ScTso<'m> {
    frame: Frame<'m>,
    /// Whether stores are buffered.
    tso: bool,
}

impl<'m> ScTso<'m> {
    /// The machine of `sc`, or of `tso`, with these CPUs.
    pub(crate) fn new(frame: Frame<'m>, memory: MemoryModel) -> ScTso<'m> {
        let tso = memory == MemoryModel::Tso;
        ScTso { frame, tso }
    }

    fn cpus(&self) -> usize {
        self.frame.slots.len()
    }

    /// Makes `next` a copy, reusing its memory.
    fn copy(&self, state: &State, next: &mut State) {
        next.heads = state.heads;
        let cells = self.frame.counter.len();
        next.cells[..cells].copy_from_slice(&state.cells[..cells]);
        next.locks = state.locks;
        if self.tso {
            next.buffers.clone_from(&state.buffers);
        }
    }

    fn pending(&self, state: &State, slot: usize) -> bool {
        self.tso && !state.buffers[slot].is_empty()
    }

    /// The value that a CPU reads: of its own newest buffered store, or from memory.
    fn load(&self, state: &State, slot: usize, at: Addr) -> u16 {
        let own = state.buffers.get(slot).into_iter().flatten().rev();
        let own = own
            .filter(|entry| usize::from(entry.at & !MAY_LOSE) == at.0)
            .map(|entry| entry.value)
            .next();
        own.unwrap_or(state.cells[at.0])
    }

    /// Whether a CPU waits for another word than the one that it reads.
    fn waits(&self, state: &State, slot: usize, at: Addr) -> bool {
        self.frame.refuses(state.heads[slot], self.load(state, slot, at))
    }

    /// Whether a word changes for all CPUs at once, past their buffers.
    fn is_auxiliary(&self, at: Addr) -> bool {
        self.frame.kinds[at.0] == CellKind::Auxiliary
    }

    /// Whether a call must wait for the buffer to drain.
    fn drains(&self, call: Call<u16>) -> bool {
        match call {
            Call::Read { .. } | Call::Await { .. } | Call::Write { .. } => false,
            Call::Xchg { at, .. } | Call::Update { at, .. } => !self.is_auxiliary(at),
            Call::Count { .. } => true,
            Call::Sync(op) => !matches!(
                op,
                SyncOp::Unlock(_)
                    | SyncOp::Wmb
                    | SyncOp::Rmb
                    | SyncOp::RcuLock
                    | SyncOp::RcuUnlock
                    | SyncOp::IrqSave
                    | SyncOp::IrqRestore
            ),
        }
    }

    fn store(&self, state: &mut State, may_lose: bool, at: Addr, value: u16) -> u32 {
        let old = std::mem::replace(&mut state.cells[at.0], value);
        self.frame.stored(&mut state.heads[..self.cpus()], may_lose, at.0, value, old)
    }

    /// Executes the step of the CPU's routine in `next`, a copy of the state.
    fn act(&self, slot: usize, call: Call<u16>, next: &mut State) -> Result<Step, Missing> {
        let head = next.heads[slot];
        let follow = |answer| {
            let missing = Missing { class: head.class, answer };
            self.frame.automata.edge(head.class, answer).ok_or(missing)
        };
        let may_lose = self.frame.may_lose(head);
        let mut read = None;
        let mut also = 0;
        let edge = match call {
            Call::Read { at, .. } | Call::Await { at, .. } => {
                let value = self.load(next, slot, at);
                let follows = self.frame.entry[at.0];
                read = follows.then_some((at.0, next.cells[at.0]));
                follow(value)?
            }
            Call::Write { at, word, .. } => {
                let edge = follow(0)?;
                match self.tso && !self.is_auxiliary(at) {
                    true => {
                        let at = at.0 as u8 | if may_lose { MAY_LOSE } else { 0 };
                        next.buffers[slot].push(Entry { at, value: word });
                    }
                    false => also = self.store(next, may_lose, at, word),
                }
                edge
            }
            Call::Xchg { at, word, .. } => {
                let edge = follow(next.cells[at.0])?;
                also = self.store(next, may_lose, at, word);
                edge
            }
            Call::Update { at, .. } => {
                let edge = follow(next.cells[at.0])?;
                if edge.stored != STAYS {
                    also = self.store(next, may_lose, at, edge.stored);
                }
                edge
            }
            Call::Count { at, op } => {
                let (answer, value) = count(op, next.cells[at.0]);
                next.cells[at.0] = value;
                follow(answer)?
            }
            Call::Sync(op) => {
                match op {
                    SyncOp::Lock(lock) | SyncOp::DownWrite(lock) => next.locks |= 1 << lock.0,
                    SyncOp::Unlock(lock) if self.tso => {
                        next.buffers[slot].push(Entry { at: LOCK | lock.0 as u8, value: 0 });
                    }
                    // A semaphore is released by a locked instruction.
                    SyncOp::Unlock(lock) | SyncOp::UpWrite(lock) | SyncOp::Downgrade(lock) => {
                        next.locks &= !(1 << lock.0);
                    }
                    _ => {}
                }
                follow(0)?
            }
        };
        let step = self.frame.advance(&mut next.heads[..self.cpus()], slot, edge, read);
        Ok(step.violating(also))
    }
}

/// The answer of an atomic operation on a counter, and the new value. Where that is out of range, nothing changes
/// and the answer says so.
pub(crate) fn count(op: CountOp, code: u16) -> (u16, u16) {
    let (new, yes) = op.apply(values::count(code));
    if new.is_some_and(|new| !limits::is_count(new)) {
        return (OUT_OF_RANGE, code);
    }
    let left = new.map_or(code, |new| values::replace(code, new));
    (test(yes, values::reused(code)), left)
}

impl Machine for ScTso<'_> {
    type State = State;

    fn frame(&self) -> &Frame<'_> {
        &self.frame
    }

    fn buffers(&self) -> bool {
        self.tso
    }

    fn initial(&self) -> State {
        let mut state = State {
            heads: [Head::default(); MAX_CPUS],
            cells: [0; MAX_CELLS],
            locks: 0,
            buffers: if self.tso { vec![Vec::new(); self.cpus()] } else { Vec::new() },
        };
        state.heads[..self.cpus()].copy_from_slice(&self.frame.heads());
        for (at, cell) in self.frame.model.cells.iter().enumerate() {
            if self.frame.counter[at] {
                state.cells[at] = values::code(cell.init);
            }
        }
        state
    }

    fn encode(&self, state: &State, bytes: &mut Vec<u8>) {
        bytes.clear();
        for (slot, head) in state.heads[..self.cpus()].iter().enumerate() {
            bytes.extend_from_slice(&head.class.to_le_bytes());
            if self.frame.watches {
                bytes.push(head.watch);
            }
            if self.frame.ipis {
                bytes.push(head.acked);
            }
            if self.frame.queues {
                bytes.push(head.queued.into());
            }
            if self.tso {
                bytes.push(state.buffers[slot].len() as u8);
                for entry in &state.buffers[slot] {
                    bytes.push(entry.at);
                    bytes.extend_from_slice(&entry.value.to_le_bytes());
                }
            }
        }
        for value in &state.cells[..self.frame.counter.len()] {
            bytes.extend_from_slice(&value.to_le_bytes());
        }
        let locks = self.frame.model.locks.len().div_ceil(8);
        bytes.extend_from_slice(&state.locks.to_le_bytes()[..locks]);
    }

    fn decode(&self, bytes: &[u8], state: &mut State) {
        let mut bytes = Bytes(bytes);
        for slot in 0..self.cpus() {
            let head = &mut state.heads[slot];
            head.class = bytes.word();
            head.watch = if self.frame.watches { bytes.byte() } else { 0 };
            head.acked = if self.frame.ipis { bytes.byte() } else { 0 };
            head.queued = self.frame.queues && bytes.byte() != 0;
            if self.tso {
                let buffer = &mut state.buffers[slot];
                buffer.clear();
                for _ in 0..bytes.byte() {
                    buffer.push(Entry { at: bytes.byte(), value: bytes.word() });
                }
            }
        }
        for cell in &mut state.cells[..self.frame.counter.len()] {
            *cell = bytes.word();
        }
        state.locks = 0;
        for index in 0..self.frame.model.locks.len().div_ceil(8) {
            state.locks |= u64::from(bytes.byte()) << (8 * index);
        }
    }

    fn heads<'s>(&self, state: &'s State) -> &'s [Head] {
        &state.heads[..self.cpus()]
    }

    fn compare(&self, state: &State, a: usize, b: usize) -> Ordering {
        let buffers = || state.buffers.get(a).cmp(&state.buffers.get(b));
        state.heads[a].cmp(&state.heads[b]).then_with(buffers)
    }

    fn swap(&self, state: &mut State, a: usize, b: usize) {
        state.heads.swap(a, b);
        if self.tso {
            state.buffers.swap(a, b);
        }
    }

    fn enabled(&self, state: &State, slot: usize) -> bool {
        if self.pending(state, slot) {
            return true; // its oldest store can reach memory
        }
        match self.frame.call(state.heads[slot]) {
            None => false,
            Some(Call::Sync(SyncOp::Ipi(_) | SyncOp::GracePeriod)) => {
                self.interruptible(state, slot).next().is_some() || self.alone(state, slot)
            }
            Some(Call::Await { at, .. }) => !self.waits(state, slot, at),
            Some(Call::Sync(op)) => {
                let heads = self.heads(state);
                !self.frame.is_blocked(state.locks, heads, op)
                    || self.frame.can_queue(state.locks, heads, slot)
            }
            Some(_) => true,
        }
    }

    fn footprint(&self, class: u16) -> Footprint {
        let known = self.frame.automata.class(class);
        let irqs = if self.frame.ipis { Footprint::IRQS_READ } else { Footprint::NONE };
        let touched = match known.call {
            None => Footprint::NONE,
            Some(Call::Read { at, .. } | Call::Await { at, .. }) => Footprint::reads(at),
            // The store itself comes later: see `buffered`.
            Some(Call::Write { at, .. }) if self.tso && !self.is_auxiliary(at) => irqs,
            Some(Call::Sync(SyncOp::Unlock(_))) if self.tso => irqs,
            Some(
                Call::Write { at, .. }
                | Call::Xchg { at, .. }
                | Call::Update { at, .. }
                | Call::Count { at, .. },
            ) => Footprint::writes(at),
            Some(Call::Sync(op)) => match op {
                SyncOp::Wmb | SyncOp::Rmb | SyncOp::Mb => Footprint::NONE,
                SyncOp::Lock(lock)
                | SyncOp::Unlock(lock)
                | SyncOp::DownWrite(lock)
                | SyncOp::UpWrite(lock)
                | SyncOp::Downgrade(lock) => Footprint::lock(lock),
                SyncOp::DownRead(lock) | SyncOp::UpRead(lock) => Footprint::lock_shared(lock),
                SyncOp::IrqSave | SyncOp::IrqRestore | SyncOp::RcuLock | SyncOp::RcuUnlock => {
                    Footprint::IRQS_READ
                }
                SyncOp::Ipi(_) | SyncOp::GracePeriod => Footprint::IRQS_WRITTEN,
            },
        };
        touched.with_judge(&self.frame, known)
    }

    fn buffered(&self, state: &State, slot: usize) -> (Footprint, Footprint) {
        let irqs = if self.frame.ipis { Footprint::IRQS_READ } else { Footprint::NONE };
        let touched = |entry: &Entry| {
            irqs.and(match entry.at & LOCK {
                0 => Footprint::writes(Addr((entry.at & AT).into())),
                _ => Footprint::lock(LockId((entry.at & AT).into())),
            })
        };
        let buffer = state.buffers.get(slot).map(Vec::as_slice).unwrap_or_default();
        let next = buffer.first().map_or(Footprint::NONE, touched);
        (next, buffer.iter().map(touched).fold(Footprint::NONE, Footprint::and))
    }

    fn steps(&self, state: &State, slot: usize, next: &mut State, visit: Visit<'_, State>) {
        let pending = self.pending(state, slot);
        let call = self.frame.call(state.heads[slot]);
        let blocked = |op| self.frame.is_blocked(state.locks, self.heads(state), op);
        match call.filter(|call| !(pending && self.drains(*call))) {
            Some(call @ Call::Sync(SyncOp::Ipi(_) | SyncOp::GracePeriod)) => {
                let alone = self.alone(state, slot).then_some(slot);
                for target in self.interruptible(state, slot).chain(alone) {
                    self.copy(state, next);
                    let heads = &mut next.heads[..self.cpus()];
                    let mut step = Ok(Step::SILENT);
                    if self.frame.interrupt(heads, slot, target) {
                        self.frame.interrupted_all(heads, slot);
                        step = self.act(slot, call, next);
                    }
                    visit(step.map(|step| step.with_choice(target)), next);
                }
            }
            Some(_) if self.frame.can_queue(state.locks, self.heads(state), slot) => {
                self.copy(state, next);
                next.heads[slot].queued = true;
                visit(Ok(Step::SILENT), next);
            }
            Some(Call::Sync(op)) if blocked(op) => {}
            Some(Call::Await { at, .. }) if self.waits(state, slot, at) => {}
            Some(call) => {
                self.copy(state, next);
                let step = self.act(slot, call, next);
                visit(step, next);
            }
            None => {}
        }
        if pending {
            self.copy(state, next);
            let Entry { at, value } = next.buffers[slot].remove(0);
            let violated = match at & LOCK {
                0 => self.store(next, at & MAY_LOSE != 0, Addr((at & AT).into()), value),
                _ => {
                    next.locks &= !(1 << (at & AT));
                    0
                }
            };
            visit(Ok(Step { choice: FLUSH, violated, ..Step::SILENT }), next);
        }
    }

    fn memory(&self, state: &State) -> Vec<u16> {
        state.cells[..self.frame.counter.len()].to_vec()
    }
}

impl ScTso<'_> {
    /// Whether there is no other CPU to wait for.
    fn alone(&self, state: &State, slot: usize) -> bool {
        self.frame.waits_for_nobody(self.heads(state), slot)
    }

    fn interruptible(&self, state: &State, slot: usize) -> impl Iterator<Item = usize> {
        let heads = &state.heads[..self.cpus()];
        self.frame
            .interruptible(heads, slot)
            .filter(|target| !self.pending(state, *target))
            .collect::<Vec<_>>()
            .into_iter()
    }
}

/// Reads a packed state from front to back.
pub(crate) struct Bytes<'b>(pub(crate) &'b [u8]);

impl Bytes<'_> {
    pub(crate) fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    pub(crate) fn word(&mut self) -> u16 {
        u16::from_le_bytes([self.byte(), self.byte()])
    }
}
