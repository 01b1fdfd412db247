//! Random models: each CPU does a few things, drawn from a list that has something for every property.

use pmdrace_mm::routine::{Args, Routine};
use pmdrace_mm::{
    Addr, Cell, CellKind, Claim, Claims, Ctx, Exists, Folio, FolioId, Kernel, Location, Lock,
    LockId, LockKind, Meaning, MemoryModel, Model, Note, Property, Proposition, Register, Role,
    Subject, Table, TableId, Term, Use, Word,
};
use pmdrace_pgtable::{SwpEntry, by_name};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

const PMD: Addr = Addr(0);
/// An entry of T, not initialised.
const SLOT: Addr = Addr(1);
const REFCOUNT: Addr = Addr(2);
const LIFE_OF_F: Addr = Addr(3);
const LIFE_OF_T: Addr = Addr(4);
/// A word of data, for the outcome.
const DATA: Addr = Addr(5);
const COUNT_OF_G: Addr = Addr(6);
const F: FolioId = FolioId(0);
/// Mapped by entries of T only.
const G: FolioId = FolioId(1);
const T: TableId = TableId(0);
const A: LockId = LockId(0);
const B: LockId = LockId(1);
const SEM: LockId = LockId(2);
/// The first page frame of F.
const PFN: u64 = 0x1234800;
const SWAP: SwpEntry = SwpEntry { swp_type: 30, offset: 5 };

type Act = fn(&Ctx<'_>);

const LEAF: Meaning = Meaning::Leaf { folio: F, invalidated: false };

fn store(k: &Ctx<'_>, bits: u64, means: Meaning) {
    k.cpu.write_once(PMD, Word::new(bits, means));
}

/// Reads the PMD, and notes something about it.
fn of_pmd(k: &Ctx<'_>, note: impl FnOnce(Word) -> Note) {
    let word = k.cpu.read_once(PMD);
    k.cpu.note(note(word));
}

fn claims(k: &Ctx<'_>, claim: Claim) {
    k.claim(Subject::Folio(F), claim);
}

fn uses(k: &Ctx<'_>, how: Use) {
    k.uses(Subject::Folio(F), how);
}

/// What CPUs do to entries and counts.
const STORES: [Act; 10] = [
    |k| k.cpu.write_once(DATA, Word::new(1, Meaning::None)),
    |k| store(k, 0, Meaning::None),
    |k| store(k, 1, Meaning::None),
    |k| store(k, 2, LEAF),
    |k| k.pmd_populate(PMD, T),
    |k| {
        k.cpu.xchg(PMD, Word::new(0, Meaning::None));
    },
    |k| {
        let bits = k.arch().swp_entry_to_pmd(SWAP).map_or(0, |pmd| pmd.0);
        store(k, bits ^ 1 << 20, Meaning::Swap { folio: F, entry: SWAP });
    },
    |k| k.cpu.write_once(SLOT, Word::new(3, Meaning::Leaf { folio: G, invalidated: false })),
    |k| k.pte_free(T),
    |k| {
        if k.folio_ref_freeze(F, 1) {
            k.free_and_reuse(F);
        }
    },
];

/// What they conclude from entries, if they look at any.
const LOOKS: [Act; 15] = [
    |k| {
        k.cpu.read_once(PMD);
        k.try_get_folio(F);
    },
    |k| {
        k.try_get_folio(F);
    },
    |k| {
        k.cpu.read_once(SLOT);
        k.try_get_folio(G);
    },
    |k| k.cpu.note(Note::Skip { word: Word::new(2, LEAF) }),
    |k| of_pmd(k, |word| Note::Answer { helper: "pmd_present", word, answer: true }),
    |k| of_pmd(k, |word| Note::Page { helper: "pmd_page", word, pfn: PFN, folio: Some(F) }),
    |k| of_pmd(k, |word| Note::Table { word, pfn: 0x54321, table: Some(T) }),
    |k| of_pmd(k, |word| Note::Size { word, bytes: 1 << 21 }),
    |k| of_pmd(k, |word| Note::Warn { text: "warns", word, fires: word.bits != 7 }),
    |k| of_pmd(k, |word| Note::Assert { text: "asserts", holds: word.bits == 7 }),
    |k| of_pmd(k, |word| Note::Skip { word }),
    |k| of_pmd(k, |word| Note::Bad { word }),
    |k| {
        let [first, high, last] = [PMD, SLOT, PMD].map(|at| k.cpu.read_once(at));
        k.cpu.note(Note::Assembled { first, high, last });
    },
    |k| {
        k.cpu.read_once(SLOT);
    },
    |k| {
        k.cpu.read_once(PMD);
        k.folio_put(F);
    },
];

/// What they do to pages; most exclude what is next to them.
const CLAIMS: [Act; 12] = [
    |k| uses(k, Use::Frame),
    |k| claims(k, Claim::Unmapped),
    |k| claims(k, Claim::Protected),
    |k| claims(k, Claim::Written),
    |k| claims(k, Claim::TakenClean),
    |k| claims(k, Claim::Pinned),
    |k| claims(k, Claim::Shared),
    |k| uses(k, Use::Translation),
    |k| claims(k, Claim::Freed),
    |k| uses(k, Use::Secondary),
    |k| claims(k, Claim::Moved),
    |k| claims(k, Claim::Held),
];

/// What they wait for.
const WAITS: [Act; 7] = [
    |k| k.cpu.spin_lock(A),
    |k| {
        k.cpu.spin_lock(A);
        k.cpu.spin_lock(B);
        k.cpu.spin_unlock(B);
        k.cpu.spin_unlock(A);
    },
    |k| {
        k.cpu.spin_lock(B);
        k.cpu.spin_lock(A);
        k.cpu.spin_unlock(A);
        k.cpu.spin_unlock(B);
    },
    |k| {
        k.cpu.down_read(SEM);
        k.cpu.read_once(PMD);
        k.cpu.up_read(SEM);
    },
    |k| {
        k.cpu.down_write(SEM);
        k.cpu.read_once(PMD);
        k.cpu.up_write(SEM);
    },
    |k| {
        k.cpu.local_irq_save();
        k.cpu.read_once(PMD);
        k.cpu.local_irq_restore();
    },
    |k| k.cpu.ipi_and_wait(),
];

/// Does these things and ends with the data.
struct Does(Vec<Act>);

impl Routine for Does {
    fn run(&self, k: &Ctx<'_>) {
        for act in &self.0 {
            act(k);
        }
        let value = k.cpu.read_once(DATA).bits;
        k.cpu.note(Note::Register { register: Register(0), value });
    }
}

/// The model of this number: two or three CPUs that do a few different things, and all properties.
pub(super) fn model(number: u64, memory: MemoryModel) -> Model {
    let mut random = StdRng::seed_from_u64(number);
    let cpus = random.random_range(2..=3);
    let all: Vec<Act> = [&STORES[..], &LOOKS, &CLAIMS, &WAITS].concat();
    let mut few = [(); 4].map(|()| all[random.random_range(0..all.len())]);
    // Each in turn, what is listed next to it, and some store.
    few[0] = all[number as usize % all.len()];
    few[1] = all[(number as usize + 1) % all.len()];
    few[2] = STORES[random.random_range(0..STORES.len())];
    let maps = if random.random() { LEAF } else { Meaning::Table(T) };
    let mut acts = || -> Vec<Act> {
        let count = random.random_range(1..=3);
        (0..count).map(|_| few[random.random_range(0..few.len())]).collect()
    };
    let role = |index| Role {
        name: format!("cpu{index}"),
        runs: "random",
        group: index,
        args: Args::default(),
        routine: Box::new(Does(acts())),
    };
    let cell = |name: &str, kind, init| Cell { name: name.to_owned(), kind, init, guard: None };
    let folio = |name: &str, first, refcount, life| Folio {
        name: name.to_owned(),
        pfns: first..first + 512,
        refcount,
        atomic: false,
        exclusive: None,
        life,
    };
    let lock = |name: &str, kind| Lock { name: name.to_owned(), kind };
    let terms = vec![
        Term::register(0, Register(0), 0),
        Term::register(1, Register(0), 1),
        Term { of: Location::Memory(DATA), value: 1 },
    ];
    let [first, second, data] = [0, 1, 2].map(Proposition::Term);
    let proposition = match number % 3 {
        0 => Proposition::And(vec![first, second]),
        1 => Proposition::And(vec![first, Proposition::Or(vec![second, data])]),
        _ => Proposition::And(vec![first, Proposition::Not(Box::new(data))]),
    };
    let count = Word::new(1, Meaning::Count { reused: false });
    Model {
        roles: (0..cpus).map(role).collect(),
        kernel: Kernel {
            arch: by_name("arm64@6.1").unwrap(),
            folios: vec![
                folio("F", PFN, REFCOUNT, Some(LIFE_OF_F)),
                folio("G", PFN + 512, COUNT_OF_G, None),
            ],
            bystander: None,
            tables: vec![Table {
                name: "T".to_owned(),
                pfn: 0x54321,
                ptes: vec![SLOT],
                life: Some(LIFE_OF_T),
            }],
            notifier: None,
            flush: pmdrace_mm::pgtable::TlbFlush::Broadcast,
            spared: pmdrace_mm::Cpus::default(),
            plain_reloads: false,
        },
        cells: vec![
            Cell { guard: Some(A), ..cell("pmd", CellKind::Pmd, Word::new(7, maps)) },
            cell("T[0]", CellKind::Pte, Word::new(9, Meaning::Rubbish)),
            cell("F.refcount", CellKind::Counter, count),
            cell("F.life", CellKind::Auxiliary, Claims::none()),
            cell("T.life", CellKind::Auxiliary, Claims::none()),
            cell("data", CellKind::Word, Word::new(0, Meaning::None)),
            cell("G.refcount", CellKind::Counter, count),
        ],
        locks: vec![
            lock("a", LockKind::PageTable),
            lock("b", LockKind::Spin),
            lock("sem", LockKind::Semaphore),
        ],
        memory,
        properties: Property::ALL.to_vec(),
        exists: Exists { terms, proposition },
        goals: Vec::new(),
        bounds: Vec::new(),
    }
}
