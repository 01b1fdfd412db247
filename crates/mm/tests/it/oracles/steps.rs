//! A model without an engine, and the steps of its CPUs.

use std::collections::BTreeMap;
use std::sync::Arc;

use pmdrace_mm::routine::litmus::{Litmus, Step};
use pmdrace_mm::routine::{ArgValue, Args, Code, Registry};
use pmdrace_mm::{
    Addr, Call, Cell, CellKind, Claim, Claims, Event, Exists, Folio, FolioId, Kernel, Lock, LockId,
    LockKind, Locks, Meaning, MemoryModel, Model, Note, Notifier, Op, Property, ReadOrder,
    Register, Role, Stuck, Subject, SyncOp, Table, TableId, Term, Use, Wait, Word,
};
use pmdrace_pgtable::by_name as arch;

pub(super) const PMD: Addr = Addr(0);
/// An entry of T, not initialised.
pub(super) const SLOT: Addr = Addr(1);
const REFCOUNT: Addr = Addr(2);
pub(super) const F: FolioId = FolioId(0);
pub(super) const G: FolioId = FolioId(1);
pub(super) const T: TableId = TableId(0);
/// The first page frame of F, which is as large as a PMD; G comes behind it.
pub(super) const PFN: u64 = 0x1234800;

pub(super) const MUTATOR: usize = 0;
pub(super) const READER: usize = 1;

/// What a word that maps F means.
pub(super) const MAPPED: Meaning = Meaning::Leaf { folio: F, invalidated: false };

/// What it means once it has been made invalid.
pub(super) const INVALIDATED: Meaning = Meaning::Leaf { folio: F, invalidated: true };

/// One lockless reader, and one mutator under the page-table lock, over one PMD, two folios and one table. The outcome is that the mutator's
/// register is 1 and the reader's 0.
pub(super) fn model() -> Model {
    let spec = Registry::shipped().by_name("litmus").unwrap();
    let call = Call::Read { at: PMD, order: ReadOrder::Once };
    let steps = vec![Step { register: Some(Register(0)), call }];
    let given =
        BTreeMap::from([("steps".to_owned(), ArgValue::Code(Code(Arc::new(Litmus { steps }))))]);
    // None of the routines here asks for it.
    let notifier = Notifier { lock: PTL, seq: REFCOUNT };
    let role = |name: &str, group| {
        let args = Args::bind(spec, &given, &[], notifier).unwrap();
        let routine = (spec.build)(&args);
        Role { name: name.to_owned(), runs: spec.name, group, args, routine }
    };
    let cell = |name: &str, kind, init| Cell { name: name.to_owned(), kind, init, guard: None };
    let folio = |name: &str, first| Folio {
        name: name.to_owned(),
        pfns: first..first + 512,
        refcount: REFCOUNT,
        atomic: false,
        exclusive: None,
        life: None,
    };
    let term = |cpu, value| Term::register(cpu, Register(0), value);
    Model {
        kernel: Kernel {
            arch: arch("arm64@6.1").unwrap(),
            folios: vec![folio("F", PFN), folio("G", PFN + 512)],
            bystander: None,
            tables: vec![Table {
                name: "T".to_owned(),
                pfn: 0x54321,
                ptes: vec![SLOT],
                life: None,
            }],
            notifier: None,
            flush: pmdrace_mm::pgtable::TlbFlush::Broadcast,
            spared: pmdrace_mm::Cpus::default(),
            plain_reloads: false,
        },
        cells: vec![
            Cell { guard: Some(PTL), ..cell("pmd", CellKind::Pmd, word(Meaning::Table(T))) },
            cell("T[0]", CellKind::Pte, word(Meaning::Rubbish)),
            cell("F.refcount", CellKind::Counter, count(false)),
        ],
        locks: vec![Lock { name: "ptl".to_owned(), kind: LockKind::PageTable }],
        roles: vec![role("mutator", 0), role("reader", 1)],
        memory: MemoryModel::Sc,
        properties: Property::ALL.to_vec(),
        exists: Exists::all(vec![term(MUTATOR, 1), term(READER, 0)]),
        goals: vec![],
        bounds: vec![],
    }
}

/// An execution of these steps: each claim and each use finds what was claimed before.
pub(super) fn executed(mut steps: Vec<Event>) -> Vec<Event> {
    let mut lives: Vec<(Subject, u64)> = Vec::new();
    for step in &mut steps {
        let Op::Note(Note::Claim { subject, found, .. } | Note::Use { subject, found, .. }) =
            &mut step.op
        else {
            continue;
        };
        let before = lives.iter().filter(|(on, _)| on == subject);
        let before = before.fold(0, |all, (_, bits)| all | bits);
        *found = Claims::of(Word::new(before, Meaning::Claims));
        if let Op::Note(Note::Claim { subject, claim, .. }) = &step.op {
            lives.push((*subject, 1 << *claim as u64));
        }
    }
    steps
}

pub(super) fn word(means: Meaning) -> Word {
    Word::new(7, means)
}

fn count(reused: bool) -> Word {
    Word::new(1, Meaning::Count { reused })
}

/// A migration entry of F whose bits are as encoded but for these.
pub(super) fn swap(flipped: u64) -> Word {
    let entry = pmdrace_pgtable::SwpEntry { swp_type: 30, offset: 5 };
    let encoded = arch("arm64@6.1").unwrap().swp_entry_to_pmd(entry).unwrap().0;
    Word::new(encoded ^ flipped, Meaning::Swap { folio: F, entry })
}

pub(super) fn note(cpu: usize, note: Note) -> Event {
    Event { cpu, op: Op::Note(note) }
}

/// A claim by the mutator on a folio or a table.
pub(super) fn claim(subject: Subject, claim: Claim) -> Event {
    note(MUTATOR, Note::Claim { subject, claim, found: Claims::default() })
}

/// The reader uses a folio or a table.
pub(super) fn uses(subject: Subject, how: Use) -> Event {
    note(READER, Note::Use { subject, how, found: Claims::default() })
}

pub(super) fn read(cpu: usize, at: Addr, word: Word) -> Event {
    Event { cpu, op: Op::Read { at, word, from: None } }
}

pub(super) fn write(cpu: usize, at: Addr, means: Meaning) -> Event {
    Event { cpu, op: Op::Write { at, word: word(means) } }
}

/// An exchange of the PMD, which was the entry of a table.
pub(super) fn exchanges(cpu: usize, means: Meaning) -> Event {
    let (old, new) = (word(Meaning::Table(T)), Some(word(means)));
    Event { cpu, op: Op::Rmw { at: PMD, old, new } }
}

/// The reader takes a reference on F.
pub(super) fn takes(reused: bool) -> Event {
    let (at, old) = (REFCOUNT, count(reused));
    Event { cpu: READER, op: Op::Rmw { at, old, new: Some(Word::new(2, old.means())) } }
}

pub(super) fn answer(cpu: usize, helper: &'static str, means: Meaning, answer: bool) -> Event {
    note(cpu, Note::Answer { helper, word: word(means), answer })
}

pub(super) fn page(means: Meaning, pfn: u64) -> Event {
    note(READER, Note::Page { helper: "pmd_page", word: word(means), pfn, folio: Some(F) })
}

pub(super) fn table(means: Meaning, table: Option<TableId>) -> Event {
    note(READER, Note::Table { word: word(means), pfn: 0x54321, table })
}

pub(super) fn size(means: Meaning) -> Event {
    note(READER, Note::Size { word: word(means), bytes: 1 << 21 })
}

pub(super) fn halves(first: Meaning, high: Meaning, last: Meaning) -> Event {
    let (first, high, last) = (word(first), word(high), word(last));
    note(READER, Note::Assembled { first, high, last })
}

pub(super) fn skip(means: Meaning) -> Event {
    note(READER, Note::Skip { word: word(means) })
}

pub(super) fn bad(means: Meaning) -> Event {
    note(READER, Note::Bad { word: word(means) })
}

pub(super) fn accept() -> Event {
    note(READER, Note::Accept { folio: F })
}

pub(super) fn warns(fires: bool) -> Event {
    note(MUTATOR, Note::Warn { text: "VM_WARN_ON", word: word(MAPPED), fires })
}

pub(super) fn asserts(holds: bool) -> Event {
    note(MUTATOR, Note::Assert { text: "it holds", holds })
}

pub(super) fn register(cpu: usize, value: u64) -> Event {
    note(cpu, Note::Register { register: Register(0), value })
}

/// A register that the outcome does not mention.
pub(super) fn in_another_register(cpu: usize, value: u64) -> Event {
    note(cpu, Note::Register { register: Register(1), value })
}

const PTL: LockId = LockId(0);
const LOCK: SyncOp = SyncOp::Lock(PTL);

pub(super) fn locks(cpu: usize) -> Event {
    Event { cpu, op: Op::Sync(LOCK) }
}

pub(super) fn unlocks(cpu: usize) -> Event {
    Event { cpu, op: Op::Sync(SyncOp::Unlock(PTL)) }
}

/// What a CPU holds in the steps of this file: the mutator the page-table lock, the reader nothing.
pub(super) fn holds(event: &Event) -> Locks {
    Locks(u64::from(event.cpu == MUTATOR))
}

pub(super) fn stuck(cpu: usize) -> Event {
    Event { cpu, op: Op::Stuck(Stuck { inside: Some(Wait::Return(LOCK)), on: vec![] }) }
}
