//! The normal form: what compiled C asks, as calls of [`pmdrace_mm::Cpu`].
//!
//! - A load of a shared word is a read, plain or volatile alike; an acquire stays one. A store is a write, and
//!   keeps a release.
//! - An update keeps its order: fully ordered, or relaxed. One that is ordered on one side only is refused. An update
//!   of the byte that holds a bit of an entry is one of the entry.
//! - On a reference count, a loop of compare and exchange is one `atomic_add_unless()`: the look before it is
//!   answered here, and the exchange asks the model. A negative addend is a `sub_and_test`.
//! - Instructions that wait for TLB maintenance are one flush with all that belongs to it. A store barrier that
//!   is for the walker of the hardware, with no maintenance after it, is left out, which only adds executions.
//! - A wait for TLB maintenance that follows another with nothing asked between them is part of it.
//! - Barriers that the memory model of the model or of the architecture implies are left to the engine. Where
//!   updates wait for all stores, a full barrier after one is such a barrier.
//! - Of the flags of a struct page, the mark that the page is exclusive to its process is a word of the model, and
//!   only functions about the mark access it. An update of it is unordered.
//! - A section with interrupts off, and an RCU read section, in which nothing is asked is left out.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use pmdrace_kir::debug::Place;
use pmdrace_kir::{
    Access, Ask, Effect, Host, Kind, Mark, Memory, MemoryError, Order, Program, Reply, RmwOp,
};
use pmdrace_mm::{Addr, Ctx, FolioId, LockId, Meaning, RmwOrder, Tlb, Word};

use crate::Entry;
use crate::arch::{Instruction, Target};
use crate::image::{Frames, Shared, bystander_page};
use crate::meaning;
use crate::notes::Read;
use crate::order::Pending;
use crate::quiet::Quiet;
use crate::spot::Spots;

/// Functions that add to a counter unless it has a value, by a loop of compare and exchange: what they read first
/// decides nothing that the exchange does not.
const ADD_UNLESS: &[&str] = &[
    "raw_atomic_fetch_add_unless",
    "arch_atomic_fetch_add_unless",
    "raw_atomic_add_unless",
    "arch_atomic_add_unless",
];

/// What is known of a build and an entry while one runs: kept from run to run.
pub(crate) struct Known {
    pub(crate) program: Arc<Program>,
    pub(crate) target: &'static Target,
    pub(crate) entry: &'static Entry,
    pub(crate) shared: HashMap<u64, Shared>,
    pub(crate) locks: HashMap<u64, LockId>,
    pub(crate) frames: Frames,
    pub(crate) tlb: Option<Tlb>,
    pub(crate) allocator: Vec<u64>,
    pub(crate) chains: HashMap<Place, Arc<[String]>>,
    pub(crate) spots: Spots,
    /// The places of reads on which the address of a later access depends, by their number.
    pub(crate) heads: BTreeSet<usize>,
    /// Whether some were found since they were asked for.
    pub(crate) new_heads: bool,
    /// Whether the run met a `BUG()`.
    pub(crate) bug: bool,
    /// What the runs so far rest on.
    pub(crate) assumptions: BTreeSet<String>,
}

/// One run: answers what the C asks through the [`pmdrace_mm::Cpu`] of a model.
pub struct Asking<'r, 'k> {
    /// The context of the routine.
    pub k: Ctx<'k>,
    pub(crate) quiet: &'k Quiet<'k>,
    pub(crate) known: &'r mut Known,
    /// Whether the C has marked a folio dirty.
    pub(crate) dirtied: bool,
    pub(crate) kinds: &'r [pmdrace_mm::CellKind],
    /// What this CPU found last in each cell.
    pub(crate) found: HashMap<Addr, Word>,
    /// Page structs that were declared during this run, by the address of their count.
    bystanders: HashMap<u64, FolioId>,
    /// The struct pages of tables that are freed after a grace period.
    pub(crate) deferred: Vec<u64>,
    /// The flags of struct pages beside the mark that the model has, by their address.
    pub(crate) page_flags: HashMap<u64, u64>,
    /// How many pages the page allocator has given.
    pub(crate) allocated: usize,
    /// The word that the last call read, if it read one.
    pub(crate) just_read: Option<Addr>,
    /// How many spin locks this CPU holds, as far as it calls for them.
    pub(crate) locks_held: usize,
    /// The value that stood in for a count.
    guessed: Option<(u64, u128)>,
    /// Barriers that are not passed on yet.
    pub(crate) pending: Pending,
    /// The mask of interrupts that are let in later.
    pub(crate) soft_mask: u64,
    flushing: bool,
    /// Whether stores are ordered before TLB maintenance that begins now.
    prepared: bool,
    /// Whether nothing was asked since TLB maintenance was waited for.
    flushed: bool,
    /// Whether the next store is a release.
    releases: bool,
    /// The reads of cells, in order.
    pub(crate) reads: Vec<Read>,
    /// The words that were stored to cells, in order, but for entries that were cleared for being bad.
    pub(crate) stored: Vec<(Addr, Word)>,
    /// Which of the reads headed an address dependency, by their number.
    heads: &'r mut Vec<usize>,
}

/// What stands in for a count that only an exchange will read.
const GUESS: u128 = 1;

impl<'r, 'k> Asking<'r, 'k> {
    pub(crate) fn new(
        k: Ctx<'k>,
        quiet: &'k Quiet<'k>,
        known: &'r mut Known,
        kinds: &'r [pmdrace_mm::CellKind],
        heads: &'r mut Vec<usize>,
    ) -> Asking<'r, 'k> {
        heads.clear();
        Asking {
            k,
            quiet,
            known,
            dirtied: false,
            kinds,
            found: HashMap::new(),
            bystanders: HashMap::new(),
            deferred: Vec::new(),
            page_flags: HashMap::new(),
            allocated: 0,
            just_read: None,
            locks_held: 0,
            guessed: None,
            pending: Pending::default(),
            soft_mask: 0,
            flushing: false,
            prepared: false,
            flushed: false,
            releases: false,
            reads: Vec::new(),
            stored: Vec::new(),
            heads,
        }
    }

    /// The model's lock at an address, if it has one.
    pub fn lock(&self, at: u64) -> Option<LockId> {
        self.known.locks.get(&at).copied()
    }

    /// Records what the result rests on.
    pub fn assume(&mut self, what: String) {
        self.known.assumptions.insert(what);
    }

    /// The functions at a place, innermost first.
    pub(crate) fn functions(&mut self, place: Place) -> Arc<[String]> {
        let program = &self.known.program;
        let chain = || program.chain(place).into_iter().map(|frame| frame.function).collect();
        Arc::clone(self.known.chains.entry(place).or_insert_with(chain))
    }

    pub(crate) fn shared(&self, at: u64) -> Option<Shared> {
        let part_of = |word: u64| {
            self.known.shared.get(&(at & !(word - 1))).copied().filter(Shared::has_parts)
        };
        let known = self.known.shared.get(&at).copied();
        let known = known.or_else(|| part_of(8)).or_else(|| part_of(4));
        known.or_else(|| self.bystanders.get(&at).map(|folio| Shared::Count(*folio)))
    }

    fn access(&mut self, mut access: Access, ask: &Ask<'_>) -> Reply {
        // A barrier orders what a release orders where it comes before a store.
        if self.releases && !matches!(ask.kind, Kind::Load(_)) {
            self.releases = false;
            match (ask.kind, access.order) {
                (Kind::Store { .. }, _) => access.order = Order::Release,
                (_, Order::AcqRel | Order::SeqCst) => {}
                (_, order) => return one_sided(order),
            }
        }
        for event in ask.depends.address {
            let mut reads = self.reads.iter().filter(|read| !read.by_update).enumerate();
            if let Some((at, read)) = reads.find(|(_, read)| read.event == *event) {
                self.heads.push(at);
                self.known.new_heads |= self.known.heads.insert(read.spot);
            }
        }
        self.touched(access.address, ask.depends.address);
        let shared = self.shared(access.address);
        match shared {
            Some(Shared::SoftMask) => return self.mask(ask),
            Some(Shared::Lock(lock)) => return self.lock_word(lock, ask),
            _ => {}
        }
        let access = match self.ordered(access, ask) {
            Ok(access) => access,
            Err(refused) => return refused,
        };
        match shared {
            Some(Shared::Cell(at)) if self.is_reversed(at) => {
                self.reversed(ask, access, &mut |asking, ask| asking.cell(at, access, ask))
            }
            Some(Shared::Cell(at)) => self.cell(at, access, ask),
            Some(Shared::Count(folio)) => self.count(folio, access, ask),
            Some(Shared::Flags(flags)) => self.flags(access.address & !7, flags, access, ask),
            Some(Shared::Lock(_) | Shared::SoftMask) | None => {
                Reply::Refuse(format!("nothing is known of the word at {:#x}", access.address))
            }
        }
    }

    /// Whether a cell is an entry that has the other byte order in memory.
    fn is_reversed(&self, at: Addr) -> bool {
        use pmdrace_mm::CellKind::{Pmd, Pte};
        self.known.frames.reversed && matches!(self.kinds.get(at.0), Some(Pmd | Pte))
    }

    /// Stores eight bytes for a function that no file defines: a step of the model if they are a shared word.
    ///
    /// # Errors
    /// If there is no such memory.
    pub fn store(&mut self, at: u64, bits: u64, memory: &mut Memory) -> Result<(), MemoryError> {
        let Some(Shared::Cell(cell)) = self.shared(at) else {
            return memory.write_int(at, 8, bits);
        };
        let kind = self.kinds.get(cell.0).copied().unwrap_or(pmdrace_mm::CellKind::Word);
        let found = self.found.get(&cell).copied();
        let bits = if self.is_reversed(cell) { bits.swap_bytes() } else { bits };
        let word = meaning::stored(self.k.kernel, kind, bits, found, &[]);
        self.k.cpu.write_once(cell, word);
        self.stores(cell, word);
        Ok(())
    }

    fn cell(&mut self, at: Addr, access: Access, ask: &Ask<'_>) -> Reply {
        self.prepared &= matches!(ask.kind, Kind::Load(_));
        let cpu = self.k.cpu;
        let functions = self.functions(ask.place);
        let kind = self.kinds.get(at.0).copied().unwrap_or(pmdrace_mm::CellKind::Word);
        let known = self.found.get(&at).copied();
        let kernel = self.k.kernel;
        let mut about = functions.to_vec();
        if !matches!(ask.kind, Kind::Load(_)) {
            // One that is not inline stores on behalf of its callers.
            for caller in ask.callers.iter().rev() {
                about.extend_from_slice(&self.functions(*caller));
            }
        }
        let make = |bits: u128, found: Option<Word>| {
            meaning::stored(kernel, kind, bits as u64, found, &about)
        };
        let just_read = self.just_read.take() == Some(at);
        let entry = matches!(kind, pmdrace_mm::CellKind::Pmd | pmdrace_mm::CellKind::Pte);
        let part = if entry && access.size < 8 { (1 << (access.size * 8)) - 1 } else { u128::MAX };
        if part != u128::MAX && !matches!(ask.kind, Kind::Rmw { .. }) {
            return Reply::Refuse(format!("an access to {} bytes of an entry", access.size));
        }
        let found = match ask.kind {
            Kind::Load(_) if just_read && self.rereads(&access, &functions) => {
                known.unwrap_or_else(|| cpu.read_once(at))
            }
            Kind::Load(_) => {
                let spot = self.quiet.spot().map_or(usize::MAX, |spot| spot.number);
                let word = match access.order {
                    Order::Acquire | Order::AcquirePc => cpu.smp_load_acquire(at),
                    _ if self.known.heads.contains(&spot) => cpu.read_once_dep(at),
                    _ => cpu.read_once(at),
                };
                self.reads.push(Read::new(ask.event, at, word, spot));
                word
            }
            Kind::Store { value, .. } => {
                let word = make(value, known);
                self.clears(known);
                match access.order {
                    Order::Release => cpu.smp_store_release(at, word),
                    _ => cpu.write_once(at, word),
                }
                self.stores(at, word);
                return Reply::Done;
            }
            Kind::Rmw { op: RmwOp::Xchg, operand, .. } if part == u128::MAX => {
                let word = make(operand, known);
                self.clears(known);
                let old = match order(access.order) {
                    Some(RmwOrder::Full) => cpu.xchg(at, word),
                    Some(RmwOrder::Relaxed) => cpu.xchg_relaxed(at, word),
                    None => return one_sided(access.order),
                };
                self.reads.push(Read::of_update(ask.event, at, old));
                self.stores(at, word);
                return Reply::Value(u128::from(old.bits));
            }
            kind => {
                let Some(order) = order(access.order) else { return one_sided(access.order) };
                let change = |old: Word| {
                    let whole = u128::from(old.bits);
                    let bits = kind.change(whole & part)? & part | whole & !part;
                    Some(make(bits, Some(old)))
                };
                let old = cpu.update(at, order, &change);
                self.reads.push(Read::of_update(ask.event, at, old));
                match change(old) {
                    Some(word) => self.stores(at, word),
                    None => drop(self.found.insert(at, old)),
                }
                return Reply::Value(u128::from(old.bits) & part);
            }
        };
        self.found.insert(at, found);
        if let Kind::Load(_) = ask.kind {
            self.just_read = Some(at);
        }
        Reply::Value(u128::from(found.bits))
    }

    /// Whether a plain load repeats one under a lock that keeps the word from changing.
    fn rereads(&mut self, access: &Access, functions: &[String]) -> bool {
        let rereads = self.known.entry.rereads;
        let listed = functions.first().filter(|function| rereads.contains(&function.as_str()));
        let plain = access.order == Order::Plain && self.locks_held > 0;
        let Some(function) = listed.filter(|_| plain) else { return false };
        self.assume(format!("what {function} reads again under the lock is what it read"));
        true
    }

    fn count(&mut self, folio: FolioId, access: Access, ask: &Ask<'_>) -> Reply {
        self.just_read = None;
        let mask = u128::from(u32::MAX);
        match ask.kind {
            Kind::Load(_) => {
                let functions = self.functions(ask.place);
                let within = |names: &[&str]| functions.iter().any(|f| names.contains(&f.as_str()));
                if within(ADD_UNLESS) {
                    self.guessed = Some((access.address, GUESS));
                    return Reply::Value(GUESS);
                }
                if within(self.known.entry.hints) {
                    let hint = format!("what {} reads of a count decides nothing", functions[0]);
                    self.assume(hint);
                    return Reply::Value(GUESS);
                }
                Reply::Value(u128::from(self.k.folio_ref_count(folio)) & mask)
            }
            Kind::Cmpxchg { expected, new, .. } => {
                let Some(order) = order(access.order) else { return one_sided(access.order) };
                if self.guessed == Some((access.address, expected)) {
                    self.guessed = None;
                    let n = new.wrapping_sub(expected) & mask;
                    let taken = self.k.folio_ref_add_unless_zero(folio, n as u64, order);
                    return Reply::Value(if taken { expected } else { 0 });
                }
                if new != 0 {
                    return Reply::Refuse("a count is set to a value".to_owned());
                }
                let frozen = self.k.folio_ref_freeze(folio, expected as u64);
                // What it found else, nobody asks for.
                Reply::Value(if frozen { expected } else { expected + 1 })
            }
            Kind::Rmw { op: op @ (RmwOp::Add | RmwOp::Sub), operand, .. } => {
                let by = i64::from(operand as u32 as i32) * if op == RmwOp::Sub { -1 } else { 1 };
                if by >= 0 {
                    self.k.folio_ref_add(folio, by as u64);
                    return Reply::Value(GUESS);
                }
                let n = by.unsigned_abs();
                let last = self.k.folio_ref_sub_and_test(folio, n);
                Reply::Value(u128::from(if last { n } else { n + 1 }))
            }
            Kind::Store { value, .. } => {
                let word = Word::new(value as u64, Meaning::Count { reused: false });
                match self.k.kernel.folios.get(folio.0) {
                    Some(folio) => self.k.cpu.atomic_set(folio.refcount, word),
                    None => return Reply::Refuse("a count of no folio".to_owned()),
                }
                Reply::Done
            }
            Kind::Update { change, .. } => {
                let Some(order) = order(access.order) else { return one_sided(access.order) };
                self.count_update(folio, order, change)
            }
            _ => Reply::Refuse("an update of a count that is not understood".to_owned()),
        }
    }

    fn instruction(&mut self, mnemonic: &str, effect: Effect, ask: &Ask<'_>) -> Reply {
        let cpu = self.k.cpu;
        match effect {
            Effect::Interrupts { enabled: false } => cpu.local_irq_save(),
            Effect::Interrupts { enabled: true } => cpu.local_irq_restore(),
            // BUGFLAG_WARNING
            Effect::Trap { flags } => self.traps(flags.is_some_and(|flags| flags & 1 != 0)),
            Effect::Call => {
                let name = mnemonic.strip_prefix("call ").unwrap_or(mnemonic);
                return self.external(name, &[], &mut None);
            }
            Effect::System | Effect::Cache => {}
            Effect::Barrier | Effect::Tlb => match (self.known.target.instruction)(mnemonic) {
                Instruction::Mb => return self.full_barrier(ask),
                Instruction::Light => return self.light_barrier(ask),
                Instruction::WholeFlush => self.flush_tlb(),
                Instruction::Wmb => cpu.smp_wmb(),
                Instruction::Rmb => cpu.smp_rmb(),
                Instruction::Tlb if !self.prepared => {
                    let what = "translations are dropped without a barrier after the store before";
                    return Reply::Refuse(what.to_owned());
                }
                Instruction::Tlb => self.flushing = true,
                Instruction::AfterTlb if self.flushing => {
                    self.flushing = false;
                    self.flush_tlb();
                    self.flushed = true;
                }
                Instruction::AfterTlb if self.flushed => {}
                Instruction::AfterTlb => cpu.smp_mb(),
                Instruction::Release => self.releases = true,
                Instruction::BeforeTlb => self.prepared = true,
                Instruction::LocalTlb | Instruction::Local => {}
                Instruction::Unknown => {
                    return Reply::Refuse(format!("what `{mnemonic}` orders is not known"));
                }
            },
        }
        Reply::Done
    }
}

impl Host for Asking<'_, '_> {
    fn ask(&mut self, ask: &Ask<'_>, memory: &mut Memory) -> Reply {
        self.arrives(ask);
        if ask.kind.access().is_none() {
            self.just_read = None;
        }
        self.flushed &= matches!(ask.kind, Kind::Instruction { .. });
        match ask.kind {
            Kind::Fence(Order::SeqCst) => {
                self.k.cpu.smp_mb();
                Reply::Done
            }
            // A fence for the compiler, or one that x86 gives for nothing.
            Kind::Fence(_) => Reply::Done,
            Kind::Instruction { mnemonic, effect, .. } => self.instruction(mnemonic, effect, ask),
            Kind::Call { name, arguments } => self.external(name, arguments, &mut Some(memory)),
            kind => match kind.access() {
                Some(access) => self.access(access, ask),
                None => Reply::Unknown,
            },
        }
    }

    fn mark(&mut self, mark: &Mark<'_>) {
        self.marked(mark);
    }

    fn touches(&mut self, address: u64, events: &[u32]) {
        self.touched(address, events);
    }

    fn unmapped(&mut self, address: u64, memory: &mut Memory) -> bool {
        let Some(bystander) = self.k.kernel.bystander else { return false };
        let Some(pfn) = self.known.frames.pfn_of_page(address) else { return false };
        if self.k.kernel.folio_at(pfn) != Some(bystander) {
            return false;
        }
        let Some(count) = bystander_page(&self.known.frames, memory, pfn) else { return false };
        self.bystanders.insert(count, bystander);
        true
    }
}

/// The order of an update; None if it is ordered on one side only.
pub(crate) fn order(order: Order) -> Option<RmwOrder> {
    match order {
        Order::AcqRel | Order::SeqCst => Some(RmwOrder::Full),
        Order::Relaxed | Order::Plain | Order::Volatile => Some(RmwOrder::Relaxed),
        Order::Acquire | Order::AcquirePc | Order::Release => None,
    }
}

pub(crate) fn one_sided(order: Order) -> Reply {
    Reply::Refuse(format!("an update with {order:?} order is not modelled"))
}
