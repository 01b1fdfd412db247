//! Each property that is judged on single steps: a step that violates it, and a near one that does not.

use std::collections::BTreeMap;

use pmdrace_mm::occasion::{contributes, occasions};
use pmdrace_mm::property::{first_violation, violates};
use pmdrace_mm::routine::{Args, Registry};
use pmdrace_mm::{
    Addr, Cell, CellKind, Claim, Claims, Event, Exists, Folio, FolioId, Kernel, Lock, LockId,
    LockKind, Locks, Meaning, MemoryModel, Model, Note, Notifier, Op, Property, Role, Stuck,
    Subject, SyncOp, Table, TableId, Use, Word,
};
use pmdrace_pgtable::by_name as arch;

const PMD: Addr = Addr(0);
const F: FolioId = FolioId(0);
const T: TableId = TableId(0);
const PFN: u64 = 0x1234800;
/// A notifier, which no routine here asks for.
const NOTIFIER: Notifier = Notifier { lock: LockId(0), seq: Addr(0) };

/// One reader and one mutator over one PMD, one folio and one table.
fn model() -> Model {
    let spec = Registry::shipped().by_name("bare").unwrap();
    let given = BTreeMap::from([("pmd".to_owned(), pmdrace_mm::routine::ArgValue::Pmd(PMD))]);
    let role = |name: &str, group| Role {
        name: name.to_owned(),
        runs: spec.name,
        group,
        routine: (spec.build)(&Args::bind(spec, &given, &[], NOTIFIER).unwrap()),
    };
    let cell = |name: &str, kind, init| Cell { name: name.to_owned(), kind, init, guard: None };
    let count = Word::new(1, Meaning::Count { reused: false });
    Model {
        kernel: Kernel {
            arch: arch("arm64@6.1").unwrap(),
            folios: vec![Folio {
                name: "F".to_owned(),
                pfns: PFN..PFN + 512,
                refcount: Addr(1),
                atomic: false,
                exclusive: None,
                life: Some(Addr(2)),
            }],
            bystander: None,
            tables: vec![Table { name: "T".to_owned(), pfn: 0x54321, ptes: vec![], life: None }],
            notifier: None,
            plain_reloads: false,
        },
        cells: vec![
            Cell { guard: Some(LockId(0)), ..cell("pmd", CellKind::Pmd, word(Meaning::Table(T))) },
            cell("F.refcount", CellKind::Counter, count),
            cell("F.life", CellKind::Auxiliary, Claims::none()),
        ],
        locks: vec![Lock { name: "ptl".to_owned(), kind: LockKind::PageTable }],
        roles: vec![role("mutator", 0), role("reader", 1)],
        memory: MemoryModel::Sc,
        properties: Property::ALL.to_vec(),
        exists: Exists::default(),
        goals: vec![],
        bounds: vec![],
    }
}

const MUTATOR: usize = 0;
const READER: usize = 1;

/// What a CPU holds here: the mutator the page-table lock, the reader nothing.
fn locks(event: &Event) -> Locks {
    Locks(u64::from(event.cpu == MUTATOR))
}

fn word(means: Meaning) -> Word {
    Word::new(7, means)
}

fn leaf() -> Word {
    word(Meaning::Leaf { folio: F, invalidated: false })
}

/// Claims as they are found after these were made.
fn found(claims: &[Claim]) -> Claims {
    let bits = claims.iter().map(|claim| 1 << *claim as u64).sum();
    Claims::of(Word::new(bits, Meaning::Claims))
}

fn note(cpu: usize, note: Note) -> Event {
    Event { cpu, op: Op::Note(note) }
}

fn claim(claim: Claim, before: &[Claim]) -> Event {
    let subject = Subject::Folio(F);
    note(MUTATOR, Note::Claim { subject, claim, found: found(before) })
}

fn uses(how: Use, before: &[Claim]) -> Event {
    note(READER, Note::Use { subject: Subject::Table(T), how, found: found(before) })
}

fn read(cpu: usize, word: Word) -> Event {
    Event { cpu, op: Op::Read { at: PMD, word, from: None } }
}

fn write(cpu: usize, word: Word) -> Event {
    Event { cpu, op: Op::Write { at: PMD, word } }
}

fn answer(cpu: usize, means: Meaning) -> Event {
    note(cpu, Note::Answer { helper: "pmd_present", word: word(means), answer: true })
}

fn page(pfn: u64) -> Event {
    note(READER, Note::Page { helper: "pmd_page", word: leaf(), pfn, folio: Some(F) })
}

fn table(means: Meaning) -> Event {
    note(READER, Note::Table { word: word(means), pfn: 0x54321, table: Some(T) })
}

fn size(means: Meaning) -> Event {
    note(READER, Note::Size { word: word(means), bytes: 1 << 21 })
}

fn halves(first: Meaning, high: Meaning, last: Meaning) -> Event {
    let (first, high, last) = (word(first), word(high), word(last));
    note(READER, Note::Assembled { first, high, last })
}

/// Per property: a step that violates it, and one that does not.
fn cases() -> Vec<(Property, Event, Event)> {
    let mapped = Meaning::Leaf { folio: F, invalidated: false };
    let other = Meaning::Leaf { folio: FolioId(1), invalidated: false };
    let skip = |means| note(READER, Note::Skip { word: word(means) });
    let bad = |means| note(READER, Note::Bad { word: word(means) });
    let link = |before: &[Claim]| uses(Use::Link, before);
    let assertion = |holds| note(MUTATOR, Note::Assert { text: "it holds", holds });
    let quiet = Note::Warn { text: "VM_WARN_ON", word: leaf(), fires: false };
    let warn = Note::Warn { text: "VM_WARN_ON", word: leaf(), fires: true };
    vec![
        (Property::NoFalsePresent, answer(READER, Meaning::None), answer(READER, mapped)),
        (Property::NoFalsePresent, answer(READER, Meaning::None), answer(MUTATOR, Meaning::None)),
        (Property::NoWarning, note(MUTATOR, warn), note(MUTATOR, quiet)),
        (Property::NoWrongPage, page(PFN + 512), page(PFN)),
        (Property::NoWrongTable, table(Meaning::None), table(Meaning::Table(T))),
        (Property::NoWrongSize, size(Meaning::None), size(mapped)),
        (
            Property::NoStaleAcceptance,
            claim(Claim::Moved, &[Claim::Held]),
            claim(Claim::Moved, &[Claim::Pinned]),
        ),
        (Property::NoStaleAcceptance, claim(Claim::Held, &[Claim::Moved]), claim(Claim::Held, &[])),
        (
            Property::NoStaleAcceptance,
            uses(Use::Frame, &[Claim::Freed]),
            uses(Use::Frame, &[Claim::Held]),
        ),
        (Property::NoTableUseAfterFree, uses(Use::Entry, &[Claim::Freed]), uses(Use::Entry, &[])),
        (Property::NoBadLink, write(MUTATOR, word(Meaning::None)), write(MUTATOR, leaf())),
        (Property::NoBadLink, link(&[Claim::Freed]), link(&[Claim::Held])),
        (
            Property::NoDoubleFree,
            claim(Claim::Freed, &[Claim::Freed]),
            claim(Claim::Freed, &[Claim::Held]),
        ),
        // One order of the two is fine.
        (
            Property::NoWriteAfterProtect,
            claim(Claim::Written, &[Claim::Protected]),
            claim(Claim::Protected, &[Claim::Written]),
        ),
        (
            Property::NoUnguardedStore,
            write(READER, word(Meaning::None)),
            write(MUTATOR, word(Meaning::None)),
        ),
        (Property::NoBrokenAssertion, assertion(false), assertion(true)),
        (
            Property::NoStaleAcceptance,
            uses(Use::Map, &[Claim::Freed]),
            uses(Use::Map, &[Claim::Held]),
        ),
        (
            Property::NoTornValue,
            halves(mapped, Meaning::None, mapped),
            halves(Meaning::None, mapped, mapped),
        ),
        (Property::NoTornValue, halves(mapped, other, mapped), halves(mapped, mapped, other)),
        (
            Property::NoLostWrite,
            claim(Claim::Written, &[Claim::TakenClean]),
            claim(Claim::Written, &[]),
        ),
        (
            Property::NoLostWrite,
            claim(Claim::TakenClean, &[Claim::Written]),
            claim(Claim::TakenClean, &[Claim::Held]),
        ),
        (Property::NoSkippedWork, skip(mapped), skip(Meaning::None)),
        (
            Property::NoStaleTranslation,
            uses(Use::Translation, &[Claim::Freed]),
            uses(Use::Translation, &[Claim::Moved]),
        ),
        (
            Property::NoSharedPin,
            claim(Claim::Pinned, &[Claim::Shared]),
            claim(Claim::Pinned, &[Claim::Held]),
        ),
        (Property::NoSharedPin, claim(Claim::Shared, &[Claim::Pinned]), claim(Claim::Shared, &[])),
        (
            Property::NoSecondaryMismatch,
            uses(Use::Secondary, &[Claim::Freed]),
            uses(Use::Translation, &[Claim::Freed]),
        ),
        (
            Property::NoSecondaryMismatch,
            uses(Use::Secondary, &[Claim::Moved]),
            uses(Use::Secondary, &[Claim::Held]),
        ),
        (
            Property::NoUninitialisedSlot,
            read(READER, word(Meaning::Rubbish)),
            read(MUTATOR, word(Meaning::Rubbish)),
        ),
        (Property::NoLostMapping, bad(mapped), bad(Meaning::Rubbish)),
    ]
}

#[test]
fn a_step_violates_what_it_should_and_its_neighbour_does_not() {
    let model = model();
    for (property, does, does_not) in cases() {
        assert!(violates(property, &model, &does, locks(&does)), "{}: {does:?}", property.name());
        assert!(
            !violates(property, &model, &does_not, locks(&does_not)),
            "{}: {does_not:?}",
            property.name()
        );
    }
}

/// A property cannot be violated by what is no occasion to violate it.
#[test]
fn a_step_that_violates_a_property_is_an_occasion_to_do_so() {
    let model = model();
    for (property, does, _) in cases() {
        let (needed, _) = occasions(property);
        assert_eq!(
            contributes(property, &model, &does, locks(&does)),
            needed,
            "{}: {does:?}",
            property.name()
        );
    }
    let idle = note(READER, Note::Return("done"));
    for property in Property::ALL {
        assert_eq!(
            contributes(property, &model, &idle, Locks::default()),
            0,
            "{}",
            property.name()
        );
    }
}

/// Three properties are about more than one step.
fn longer_cases() -> Vec<(Property, Vec<Event>, Vec<Event>)> {
    let accept = note(READER, Note::Accept { folio: F });
    let entry = pmdrace_pgtable::SwpEntry { swp_type: 30, offset: 5 };
    let swap = |bits| Word::new(bits, Meaning::Swap { folio: F, entry });
    let encoded = arch("arm64@6.1").unwrap().swp_entry_to_pmd(entry).unwrap().0;
    let takes = SyncOp::Lock(LockId(0));
    let lock = |cpu| Event { cpu, op: Op::Sync(takes) };
    let waits = Stuck { inside: Some(takes), on: vec![] };
    let stuck = Event { cpu: READER, op: Op::Stuck(waits) };
    vec![
        (
            Property::SwapEntryIntact,
            vec![read(READER, swap(encoded ^ 1 << 20))],
            vec![read(READER, swap(encoded))],
        ),
        (
            Property::NoLostTable,
            vec![write(READER, word(Meaning::None))],
            vec![lock(MUTATOR), write(MUTATOR, word(Meaning::None))],
        ),
        (
            Property::NoForeignReference,
            vec![read(READER, word(Meaning::None)), accept.clone()],
            vec![read(READER, word(Meaning::None)), write(MUTATOR, leaf()), accept],
        ),
        (
            Property::NoDeadlock,
            vec![lock(MUTATOR), lock(READER), stuck],
            vec![lock(MUTATOR), lock(READER)],
        ),
    ]
}

#[test]
fn steps_together_violate_what_they_should() {
    let model = model();
    for (property, does, does_not) in longer_cases() {
        let last = Some(does.len() - 1);
        assert_eq!(first_violation(property, &model, &does), last, "{}", property.name());
        assert_eq!(first_violation(property, &model, &does_not), None, "{}", property.name());
    }
}

#[test]
fn no_property_is_left_out() {
    let mut judged: Vec<Property> = cases().iter().map(|(property, ..)| *property).collect();
    judged.extend(longer_cases().iter().map(|(property, ..)| *property));
    for property in Property::ALL {
        // The outcome of a litmus test has tests of its own.
        assert!(
            judged.contains(&property) || property == Property::NoOutcome,
            "{}",
            property.name()
        );
    }
}
