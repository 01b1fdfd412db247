//! What is an occasion to violate a property, and what is not.

use pmdrace_mm::occasion::{contributes, occasions};
use pmdrace_mm::{Claim, Cpus, Event, LockId, Meaning, Note, Op, Property, Subject, SyncOp, Use};

use super::steps::{
    F, MAPPED, MUTATOR, PFN, PMD, READER, SLOT, T, accept, answer, asserts, bad, claim, exchanges,
    halves, holds, in_another_register, locks, model, note, page, read, register, size, skip, swap,
    table, uses, warns, word, write,
};

/// Per property, steps that violate nothing, and which occasions each is.
fn steps() -> Vec<(Property, Vec<(Event, u8)>)> {
    let made = |one| claim(Subject::Folio(F), one);
    let used = |how| uses(Subject::Folio(F), how);
    let freed = |subject| claim(subject, Claim::Freed);
    let (page_freed, table_freed) = (freed(Subject::Folio(F)), freed(Subject::Table(T)));
    let asks = |cpu, helper| answer(cpu, helper, MAPPED, true);
    let syncs = |op| Event { cpu: READER, op: Op::Sync(op) };
    let fails = Event { cpu: READER, op: Op::Rmw { at: PMD, old: word(MAPPED), new: None } };
    vec![
        (
            Property::NoFalsePresent,
            vec![
                (asks(READER, "pmd_present"), 1),
                (asks(READER, "pmd_trans_huge"), 1),
                (asks(READER, "pte_present"), 1),
                (asks(READER, "pmd_none"), 0),
                (asks(MUTATOR, "pmd_present"), 0),
            ],
        ),
        (
            Property::SwapEntryIntact,
            vec![
                (read(READER, PMD, swap(0)), 1),
                (read(READER, PMD, word(MAPPED)), 0),
                (read(READER, SLOT, swap(0)), 0),
                (read(MUTATOR, PMD, swap(0)), 0),
            ],
        ),
        (
            Property::NoUninitialisedSlot,
            vec![
                (read(READER, SLOT, word(MAPPED)), 1),
                (read(READER, PMD, word(MAPPED)), 0),
                (read(MUTATOR, SLOT, word(MAPPED)), 0),
            ],
        ),
        (
            Property::NoLostTable,
            vec![
                (write(READER, PMD, MAPPED), 1),
                (exchanges(READER, MAPPED), 1),
                (fails, 0),
                (write(READER, SLOT, MAPPED), 0),
                (write(MUTATOR, PMD, MAPPED), 0),
                (asks(READER, "pmd_bad"), 1),
                (asks(MUTATOR, "pmd_bad"), 0),
                (asks(READER, "pmd_none"), 0),
            ],
        ),
        (Property::NoLostMapping, vec![(asks(MUTATOR, "pmd_bad"), 1), (bad(Meaning::None), 1)]),
        (Property::NoWarning, vec![(warns(false), 1), (asserts(true), 0), (locks(READER), 0)]),
        (Property::NoBrokenAssertion, vec![(asserts(true), 1), (warns(false), 0)]),
        (Property::NoWrongPage, vec![(page(MAPPED, PFN), 1)]),
        (Property::NoWrongTable, vec![(table(Meaning::Table(T), Some(T)), 1)]),
        (Property::NoWrongSize, vec![(size(MAPPED), 1)]),
        (Property::NoForeignReference, vec![(accept(), 1), (made(Claim::Held), 0)]),
        (Property::NoTornValue, vec![(halves(MAPPED, MAPPED, MAPPED), 1)]),
        (Property::NoSkippedWork, vec![(skip(Meaning::None), 1)]),
        (
            Property::NoStaleAcceptance,
            vec![
                (made(Claim::Held), 1),
                (used(Use::Frame), 1),
                (used(Use::Map), 1),
                (used(Use::Secondary), 0),
                (made(Claim::Moved), 2),
                (made(Claim::Unmapped), 2),
                (made(Claim::Pinned), 0),
                (page_freed.clone(), 2),
                (table_freed.clone(), 0),
            ],
        ),
        (
            Property::NoTableUseAfterFree,
            vec![
                (uses(Subject::Table(T), Use::Entry), 1),
                (uses(Subject::Table(T), Use::Link), 0),
                (table_freed.clone(), 2),
                (claim(Subject::Table(T), Claim::Shared), 0),
                (page_freed.clone(), 0),
            ],
        ),
        (
            Property::NoBadLink,
            vec![
                (uses(Subject::Table(T), Use::Link), 1),
                (uses(Subject::Table(T), Use::Entry), 0),
                (exchanges(MUTATOR, Meaning::None), 2),
                (exchanges(MUTATOR, MAPPED), 0),
                (table_freed.clone(), 2),
                (claim(Subject::Table(T), Claim::Shared), 0),
                (page_freed.clone(), 0),
            ],
        ),
        (
            Property::NoStaleTranslation,
            vec![
                (used(Use::Translation), 1),
                (used(Use::Secondary), 0),
                (page_freed.clone(), 2),
                (made(Claim::Moved), 0),
                (table_freed.clone(), 0),
            ],
        ),
        (
            Property::NoSecondaryMismatch,
            vec![
                (used(Use::Secondary), 1),
                (used(Use::Translation), 0),
                (page_freed.clone(), 2),
                (made(Claim::Moved), 2),
                (made(Claim::Unmapped), 0),
                (table_freed, 0),
            ],
        ),
        (Property::NoLostWrite, vec![(made(Claim::Written), 1), (made(Claim::TakenClean), 2)]),
        (Property::NoSharedPin, vec![(made(Claim::Pinned), 1), (made(Claim::Shared), 2)]),
        (Property::NoWriteAfterProtect, {
            vec![(made(Claim::Protected), 1), (made(Claim::Written), 2), (made(Claim::Held), 0)]
        }),
        (Property::NoDoubleFree, vec![(page_freed, 1), (made(Claim::Held), 0)]),
        (
            Property::NoUnguardedStore,
            vec![
                (write(MUTATOR, PMD, MAPPED), 1),
                (exchanges(MUTATOR, MAPPED), 1),
                (write(MUTATOR, SLOT, MAPPED), 0),
            ],
        ),
        (
            Property::NoOutcome,
            vec![
                (register(READER, 0), 1),
                (register(READER, 1), 1),
                (in_another_register(READER, 0), 0),
            ],
        ),
        (
            Property::NoDeadlock,
            vec![
                (locks(READER), 1),
                (syncs(SyncOp::DownRead(LockId(0))), 1),
                (syncs(SyncOp::DownWrite(LockId(0))), 1),
                (syncs(SyncOp::Ipi(Cpus::ALL)), 1),
                (syncs(SyncOp::GracePeriod), 1),
                (syncs(SyncOp::Unlock(LockId(0))), 0),
                (syncs(SyncOp::Mb), 0),
            ],
        ),
    ]
}

/// Every property needs all the occasions that there are.
#[test]
fn a_step_is_an_occasion_for_what_it_can_violate() {
    let model = model();
    let steps = steps();
    for property in Property::ALL {
        let of_it = steps.iter().filter(|(of, _)| *of == property).flat_map(|(_, steps)| steps);
        let mut there_are = 0;
        for (step, is) in of_it {
            assert_eq!(
                contributes(property, &model, step, holds(step)),
                *is,
                "{}: {step:?}",
                property.name()
            );
            there_are |= is;
        }
        assert_eq!(occasions(property).0, there_are, "{}", property.name());
        let idle = note(READER, Note::Return("done"));
        assert_eq!(contributes(property, &model, &idle, holds(&idle)), 0, "{}", property.name());
    }
}
