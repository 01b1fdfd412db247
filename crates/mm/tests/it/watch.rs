//! What a machine sees of a run without being told: accesses to what was freed, references that are kept.

use std::cell::RefCell;

use pmdrace_mm::routine::{Args, Routine};
use pmdrace_mm::{
    Addr, Answer, Call, Cell, CellKind, Change, Claim, Claims, Cpu, Ctx, Exists, Folio, FolioId,
    Kernel, Meaning, MemoryModel, Model, Note, RmwOrder, Role, Subject, Table, TableId, Use, Word,
};
use pmdrace_pgtable::by_name;

const PTE: Addr = Addr(0);
const COUNTER: Addr = Addr(1);
const PMD: Addr = Addr(2);
const LIFE_OF_T: Addr = Addr(3);
const LIFE_OF_F: Addr = Addr(4);
const ATOMIC: Addr = Addr(5);
const LIFE_OF_P: Addr = Addr(6);
const F: FolioId = FolioId(0);
const P: FolioId = FolioId(1);
const T: TableId = TableId(0);

const LEAF: Meaning = Meaning::Leaf { folio: F, invalidated: false };

/// A CPU with memory of its own, which keeps the notes and what was accessed.
struct Alone {
    memory: RefCell<Vec<Word>>,
    notes: RefCell<Vec<Note>>,
    accessed: RefCell<Vec<Addr>>,
}

impl Cpu for Alone {
    fn call(&self, call: Call, change: Change<'_>) -> Answer {
        let mut memory = self.memory.borrow_mut();
        let found = call.at().map(|at| memory[at.0]);
        self.accessed.borrow_mut().extend(call.at());
        match call {
            Call::Write { at, word, .. } | Call::Xchg { at, word, .. } => memory[at.0] = word,
            Call::Update { at, .. } => memory[at.0] = change(memory[at.0]).unwrap_or(memory[at.0]),
            Call::Count { at, op } => {
                let old = memory[at.0];
                let bits = op.apply(old.bits).0.unwrap_or(old.bits);
                memory[at.0] = Word::new(bits, old.means());
            }
            _ => {}
        }
        Answer::to(call, found)
    }

    fn note(&self, note: Note) {
        self.notes.borrow_mut().push(note);
    }
}

struct Script(fn(&Ctx<'_>));

impl Routine for Script {
    fn run(&self, k: &Ctx<'_>) {
        (self.0)(k);
    }
}

/// The notes of a run of this script.
fn notes(script: fn(&Ctx<'_>)) -> Vec<Note> {
    run(script).notes.into_inner()
}

/// Runs this script.
fn run(script: fn(&Ctx<'_>)) -> Alone {
    let cell = |name: &str, kind, init| Cell { name: name.to_owned(), kind, init, guard: None };
    let count = |bits| Word::new(bits, Meaning::Count { reused: false });
    let none = Word::new(0, Meaning::None);
    let folio = |name: &str, refcount, atomic, pfn, life| Folio {
        name: name.to_owned(),
        pfns: pfn..pfn + 1,
        refcount,
        atomic,
        exclusive: None,
        life: Some(life),
    };
    let cells = vec![
        cell("T[0]", CellKind::Pte, none),
        cell("F.refcount", CellKind::Counter, count(1)),
        cell("pmd", CellKind::Pmd, none),
        cell("T.life", CellKind::Auxiliary, Claims::none()),
        cell("F.life", CellKind::Auxiliary, Claims::none()),
        cell("P.refcount", CellKind::Atomic, count(1)),
        cell("P.life", CellKind::Auxiliary, Claims::none()),
    ];
    let memory = RefCell::new(cells.iter().map(|cell| cell.init).collect());
    let model = Model {
        kernel: Kernel {
            arch: by_name("arm64@6.1").expect("an architecture"),
            folios: vec![
                folio("F", COUNTER, false, 1, LIFE_OF_F),
                folio("P", ATOMIC, true, 2, LIFE_OF_P),
            ],
            bystander: None,
            tables: vec![Table {
                name: "T".to_owned(),
                pfn: 0x54321,
                ptes: vec![PTE],
                life: Some(LIFE_OF_T),
            }],
            notifier: None,
            flush: pmdrace_mm::pgtable::TlbFlush::Broadcast,
            spared: pmdrace_mm::Cpus::default(),
            plain_reloads: false,
        },
        cells,
        locks: vec![],
        roles: vec![Role {
            name: "cpu".to_owned(),
            runs: "script",
            group: 0,
            args: Args::default(),
            routine: Box::new(Script(script)),
        }],
        memory: MemoryModel::Sc,
        properties: vec![],
        exists: Exists::default(),
        goals: vec![],
        bounds: vec![],
    };
    let cpu = Alone { memory, notes: RefCell::default(), accessed: RefCell::default() };
    model.run(0, &cpu);
    cpu
}

fn after_free(wanted: Use) -> impl Fn(&Note) -> bool {
    move |note| matches!(note, Note::Use { how, found, .. } if *how == wanted && found.has(Claim::Freed))
}

#[test]
fn every_access_to_an_entry_of_a_freed_table_is_seen_whichever_it_is() {
    let accesses: [fn(&Ctx<'_>); 6] = [
        |k| {
            k.cpu.read_once(PTE);
        },
        |k| {
            k.cpu.smp_load_acquire(PTE);
        },
        |k| k.cpu.write_once(PTE, Word::new(1, Meaning::None)),
        |k| {
            k.cpu.xchg(PTE, Word::new(1, Meaning::None));
        },
        |k| {
            k.cpu.update(PTE, RmwOrder::Relaxed, &|_| None);
        },
        |k| {
            k.ptep_get_lockless(PTE);
        },
    ];
    for access in accesses {
        assert!(!notes(access).iter().any(after_free(Use::Entry)));
    }
    // A function pointer takes nothing along: each is spelt out.
    let freed: [fn(&Ctx<'_>); 4] = [
        |k| {
            k.pte_free(T);
            k.cpu.read_once(PTE);
        },
        |k| {
            k.pte_free(T);
            k.cpu.write_once(PTE, Word::new(1, Meaning::None));
        },
        |k| {
            k.pte_free(T);
            k.cpu.xchg(PTE, Word::new(1, Meaning::None));
        },
        |k| {
            k.pte_free(T);
            k.cpu.update(PTE, RmwOrder::Relaxed, &|_| None);
        },
    ];
    for access in freed {
        assert!(notes(access).iter().any(after_free(Use::Entry)));
    }
    // One access early is fine.
    let early = notes(|k| {
        k.cpu.read_once(PTE);
        k.pte_free(T);
    });
    assert!(!early.iter().any(after_free(Use::Entry)));
    let elsewhere = notes(|k| {
        k.pte_free(T);
        k.cpu.read_once(PMD);
    });
    assert!(!elsewhere.iter().any(after_free(Use::Entry)));
}

/// Behind the access, a life may tell of what happened since.
#[test]
fn a_life_is_read_before_the_access_that_it_is_about() {
    let accessed = |script| run(script).accessed.into_inner();
    let entry = accessed(|k| {
        k.cpu.read_once(PTE);
    });
    assert_eq!(entry, [LIFE_OF_T, PTE]);
    let stored = accessed(|k| k.cpu.write_once(PMD, Word::new(7, LEAF)));
    assert_eq!(stored, [LIFE_OF_F, PMD]);
    let stored = accessed(|k| {
        k.cpu.write_once(PMD, Word::new(7, Meaning::Leaf { folio: P, invalidated: false }));
    });
    assert_eq!(stored, [LIFE_OF_P, PMD]);
}

#[test]
fn a_claim_adds_to_those_before() {
    let all = notes(|k| {
        k.claim(Subject::Table(T), Claim::Freed);
        k.claim(Subject::Table(T), Claim::Shared);
        k.uses(Subject::Table(T), Use::Link);
    });
    let found = |note: &Note| match note {
        Note::Claim { found, .. } | Note::Use { found, .. } => Some(found.text()),
        _ => None,
    };
    let found: Vec<String> = all.iter().filter_map(found).collect();
    assert_eq!(found, ["nothing", "freed", "freed, shared"]);
}

#[test]
fn storing_a_leaf_or_a_table_is_a_use_of_what_it_maps() {
    let leaf = |k: &Ctx<'_>| {
        k.folio_put(F);
        k.cpu.write_once(PMD, Word::new(7, LEAF));
    };
    assert!(notes(leaf).iter().any(after_free(Use::Map)));
    let exchanged = |k: &Ctx<'_>| {
        k.folio_put(F);
        k.cpu.xchg(PMD, Word::new(7, LEAF));
    };
    assert!(notes(exchanged).iter().any(after_free(Use::Map)));
    // It maps the page no more than the entry before it did.
    let invalidated = |k: &Ctx<'_>| {
        k.folio_put(F);
        k.cpu.write_once(PMD, Word::new(7, Meaning::Leaf { folio: F, invalidated: true }));
    };
    assert!(!notes(invalidated).iter().any(after_free(Use::Map)));
    let table = |k: &Ctx<'_>| {
        k.pte_free(T);
        k.pmd_populate(PMD, T);
    };
    assert!(notes(table).iter().any(after_free(Use::Link)));
}

#[test]
fn the_last_put_frees_and_no_other_does() {
    let frees = |notes: Vec<Note>| {
        let freed = |note: &&Note| matches!(note, Note::Claim { claim: Claim::Freed, .. });
        notes.iter().filter(freed).count()
    };
    assert_eq!(
        frees(notes(|k| {
            k.folio_put(F);
        })),
        1
    );
    assert_eq!(
        frees(notes(|k| {
            k.folio_put(P);
        })),
        1
    );
    let two = |k: &Ctx<'_>| {
        k.folio_get(F);
        k.folio_put(F);
        k.folio_get(P);
        k.folio_put(P);
    };
    assert_eq!(frees(notes(two)), 0);
}

#[test]
fn a_walker_keeps_the_references_that_it_ends_with() {
    let kept = |notes: Vec<Note>| -> Vec<FolioId> {
        let kept = |note: &Note| match note {
            Note::Accept { folio } => Some(*folio),
            _ => None,
        };
        notes.iter().filter_map(kept).collect()
    };
    assert_eq!(
        kept(notes(|k| {
            k.try_get_folio(F);
        })),
        [F]
    );
    assert_eq!(
        kept(notes(|k| {
            k.try_get_folio(P);
        })),
        [P]
    );
    assert_eq!(
        kept(notes(|k| {
            k.try_get_folio(F);
            k.folio_put(F);
        })),
        []
    );
    assert_eq!(
        kept(notes(|k| {
            k.folio_put(P);
            k.try_get_folio(P);
        })),
        []
    );
    // An attempt that fails takes nothing.
    assert_eq!(
        kept(notes(|k| {
            k.folio_put(F);
            k.try_get_folio(F);
            k.try_get_folio(F);
        })),
        []
    );
    // Others hand their references on to entries.
    let mapped = |k: &Ctx<'_>| {
        k.folio_get(F);
        let leaf = Meaning::Leaf { folio: F, invalidated: false };
        k.cpu.write_once(PTE, Word::new(1, leaf));
    };
    assert_eq!(kept(notes(mapped)), []);
}

#[test]
fn what_is_kept_is_claimed_before_it_is_accepted() {
    let all = notes(|k| {
        k.try_get_folio(F);
    });
    let (subject, found) = (Subject::Folio(F), Claims::default());
    let held = Note::Claim { subject, claim: Claim::Held, found };
    assert_eq!(all, [held, Note::Accept { folio: F }]);
}

#[test]
fn a_pin_is_a_reference_of_its_weight() {
    let pins = |notes: Vec<Note>| {
        let pin = |note: &Note| {
            let subject = Subject::Folio(P);
            matches!(note, Note::Claim { claim: Claim::Pinned, subject: on, .. } if *on == subject)
        };
        notes.iter().any(pin)
    };
    assert!(pins(notes(|k| k.folio_ref_add(P, 1024))));
    assert!(!pins(notes(|k| k.folio_ref_add(P, 1023))));
    // However many operations it takes.
    assert!(pins(notes(|k| {
        k.folio_ref_add(P, 1);
        k.folio_ref_add(P, 1023);
    })));
}
