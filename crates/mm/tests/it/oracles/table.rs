//! Executions and where each violates a property: those that do, near ones that do not although there is every
//! occasion, and some in which the next access would have changed the answer.

use pmdrace_mm::{Claim, Event, Meaning, Op, Property, Subject, Use, Word};

use super::steps::{
    F, G, INVALIDATED, MAPPED, MUTATOR, PFN, PMD, READER, SLOT, T, accept, answer, asserts, bad,
    claim, exchanges, executed, halves, in_another_register, locks, page, read, register, size,
    skip, stuck, swap, table, takes, unlocks, uses, warns, word, write,
};

/// An execution as the table has it: its steps, and the index of the one that violates the property.
type Judged = (Vec<Event>, Option<usize>);

/// Per property, executions and their judgement.
pub(super) fn executions() -> Vec<(Property, Vec<Event>, Option<usize>)> {
    let all = Property::ALL.into_iter();
    all.flat_map(|property| of(property).into_iter().map(move |case| (property, case)))
        .map(|(property, (steps, at))| match property {
            Property::NoDeadlock => (property, executed(steps), at),
            // The mutator holds the lock.
            _ => {
                let steps = [vec![locks(MUTATOR)], steps].concat();
                (property, executed(steps), at.map(|at| at + 1))
            }
        })
        .collect()
}

fn of(property: Property) -> Vec<Judged> {
    match property {
        Property::NoFalsePresent => false_present(),
        Property::SwapEntryIntact => swap_entry(),
        Property::NoWrongPage => wrong_page(),
        Property::NoWrongTable => wrong_table(),
        Property::NoWrongSize => vec![
            (vec![size(Meaning::None)], Some(0)),
            (vec![size(Meaning::None), size(Meaning::None)], Some(0)),
            (vec![size(INVALIDATED)], None),
            (vec![size(Meaning::Table(T))], Some(0)),
            (vec![size(swap(0).means())], Some(0)),
            (vec![size(MAPPED), write(MUTATOR, PMD, Meaning::None)], None),
        ],
        Property::NoWarning => vec![
            (vec![warns(false)], None),
            (vec![warns(false), warns(true)], Some(1)),
            (vec![warns(true), warns(false)], Some(0)),
            (vec![asserts(false), warns(false)], None),
        ],
        Property::NoBrokenAssertion => vec![
            (vec![asserts(true)], None),
            (vec![asserts(true), asserts(false)], Some(1)),
            (vec![asserts(false), asserts(true)], Some(0)),
            (vec![warns(true), asserts(true)], None),
        ],
        Property::NoLostTable => lost_table(),
        Property::NoForeignReference => foreign_reference(),
        Property::NoStaleAcceptance => stale_acceptance(),
        Property::NoTableUseAfterFree => {
            let other = uses(Subject::Table(T), Use::Link);
            let mut cases = order(Subject::Table(T), Claim::Freed, Use::Entry);
            cases.push((vec![freed(Subject::Table(T)), other], None));
            cases
        }
        Property::NoBadLink => bad_link(),
        Property::NoTornValue => torn_value(),
        Property::NoLostWrite => exclusive(Claim::Written, Claim::TakenClean),
        Property::NoSkippedWork => vec![
            (vec![skip(MAPPED)], Some(0)),
            (vec![skip(Meaning::Table(T))], None),
            (vec![skip(Meaning::None), write(MUTATOR, PMD, MAPPED)], None),
        ],
        Property::NoStaleTranslation => {
            let mut cases = order(Subject::Folio(F), Claim::Freed, Use::Translation);
            let moved = claim(Subject::Folio(F), Claim::Moved);
            cases.push((vec![moved, uses(Subject::Folio(F), Use::Translation)], None));
            let other = uses(Subject::Folio(F), Use::Secondary);
            cases.push((vec![freed(Subject::Folio(F)), other], None));
            cases
        }
        Property::NoSharedPin => exclusive(Claim::Pinned, Claim::Shared),
        Property::NoSecondaryMismatch => {
            let mut cases = order(Subject::Folio(F), Claim::Moved, Use::Secondary);
            cases.extend(order(Subject::Folio(F), Claim::Freed, Use::Secondary));
            let other = uses(Subject::Folio(F), Use::Translation);
            cases.push((vec![freed(Subject::Folio(F)), other], None));
            let unmapped = claim(Subject::Folio(F), Claim::Unmapped);
            cases.push((vec![unmapped, uses(Subject::Folio(F), Use::Secondary)], None));
            cases
        }
        Property::NoUninitialisedSlot => vec![
            (vec![read(READER, SLOT, word(Meaning::Rubbish))], Some(0)),
            (vec![read(MUTATOR, SLOT, word(Meaning::Rubbish))], None),
            (vec![write(MUTATOR, SLOT, MAPPED), read(READER, SLOT, word(MAPPED))], None),
            (
                vec![
                    read(READER, SLOT, word(Meaning::Rubbish)),
                    write(MUTATOR, SLOT, Meaning::None),
                ],
                Some(0),
            ),
        ],
        Property::NoLostMapping => vec![
            (vec![bad(MAPPED)], Some(0)),
            (vec![bad(Meaning::Table(T))], Some(0)),
            (vec![bad(Meaning::Rubbish), write(MUTATOR, PMD, MAPPED)], None),
            (vec![bad(swap(0).means())], None),
            (vec![answer(READER, "pmd_bad", MAPPED, false)], None),
        ],
        Property::NoDoubleFree => vec![
            (vec![freed(Subject::Folio(F)), freed(Subject::Folio(F))], Some(1)),
            (vec![freed(Subject::Folio(F)), freed(Subject::Folio(G))], None),
            (vec![claim(Subject::Folio(F), Claim::Held), freed(Subject::Folio(F))], None),
            (vec![freed(Subject::Folio(F)), claim(Subject::Folio(F), Claim::Shared)], None),
        ],
        Property::NoWriteAfterProtect => {
            let (protected, written) = (Claim::Protected, Claim::Written);
            let both = |first, second| vec![on_f(first), on_f(second)];
            vec![(both(protected, written), Some(1)), (both(written, protected), None)]
        }
        Property::NoUnguardedStore => vec![
            (vec![write(READER, PMD, MAPPED)], Some(0)),
            (vec![exchanges(READER, MAPPED)], Some(0)),
            (vec![write(MUTATOR, PMD, MAPPED), unlocks(MUTATOR)], None),
            (vec![unlocks(MUTATOR), write(MUTATOR, PMD, MAPPED)], Some(1)),
            (vec![write(READER, SLOT, MAPPED)], None),
        ],
        Property::NoOutcome => vec![
            (vec![register(MUTATOR, 1), register(READER, 0)], Some(1)),
            (vec![register(READER, 0), register(MUTATOR, 1)], Some(1)),
            (vec![register(MUTATOR, 1), register(READER, 1)], None),
            (vec![register(MUTATOR, 0), register(READER, 0)], None),
            (vec![register(READER, 1), register(MUTATOR, 0)], None),
            (vec![register(MUTATOR, 1), in_another_register(READER, 0)], None),
        ],
        Property::NoDeadlock => vec![
            (vec![locks(MUTATOR), locks(READER), stuck(MUTATOR), stuck(READER)], Some(3)),
            (vec![locks(MUTATOR), stuck(READER)], Some(1)),
            (vec![locks(MUTATOR), locks(READER)], None),
        ],
    }
}

fn freed(subject: Subject) -> Event {
    claim(subject, Claim::Freed)
}

fn on_f(made: Claim) -> Event {
    claim(Subject::Folio(F), made)
}

/// A use after a claim violates, the other order does not, nor does a claim on something else.
fn order(subject: Subject, made: Claim, how: Use) -> Vec<Judged> {
    vec![
        (vec![claim(subject, made), uses(subject, how)], Some(1)),
        (vec![uses(subject, how), claim(subject, made)], None),
        (vec![claim(Subject::Folio(G), made), uses(subject, how)], None),
    ]
}

/// Two claims on one page that exclude each other, whichever comes first.
fn exclusive(one: Claim, other: Claim) -> Vec<Judged> {
    let both = |first, second| vec![on_f(first), on_f(second)];
    let apart = vec![on_f(one), claim(Subject::Folio(G), other)];
    let twice = |made| (both(made, made), None);
    vec![
        (both(one, other), Some(1)),
        (both(other, one), Some(1)),
        (apart, None),
        twice(one),
        twice(other),
    ]
}

fn false_present() -> Vec<Judged> {
    let none = |helper| (vec![answer(READER, helper, Meaning::None, true)], Some(0));
    let present = |cpu, means, says| answer(cpu, "pmd_present", means, says);
    vec![
        none("pmd_present"),
        none("pmd_trans_huge"),
        none("pte_present"),
        (vec![present(READER, swap(0).means(), true)], Some(0)),
        (vec![present(READER, Meaning::Table(T), true)], None),
        // What is left over may be present.
        (vec![present(READER, Meaning::Rubbish, true)], None),
        (vec![present(READER, Meaning::None, false)], None),
        (vec![present(MUTATOR, Meaning::None, true)], None),
        (vec![answer(READER, "pmd_none", Meaning::None, true)], None),
        (vec![present(READER, MAPPED, true), write(MUTATOR, PMD, Meaning::None)], None),
    ]
}

fn swap_entry() -> Vec<Judged> {
    const DAMAGE: u64 = 1 << 20;
    let stored = |word| Event { cpu: MUTATOR, op: Op::Write { at: PMD, word } };
    vec![
        (vec![read(READER, PMD, swap(DAMAGE))], Some(0)),
        (vec![read(MUTATOR, PMD, swap(DAMAGE))], None),
        (vec![read(READER, SLOT, swap(DAMAGE))], None),
        (vec![read(READER, PMD, word(MAPPED))], None),
        (vec![read(READER, PMD, swap(0)), stored(swap(DAMAGE))], None),
    ]
}

fn wrong_page() -> Vec<Judged> {
    vec![
        (vec![page(MAPPED, PFN + 512)], Some(0)),
        (vec![page(Meaning::None, PFN)], Some(0)),
        (vec![page(swap(0).means(), PFN)], Some(0)),
        (vec![page(INVALIDATED, PFN + 511)], None),
        (vec![page(MAPPED, PFN), write(MUTATOR, PMD, Meaning::None)], None),
    ]
}

fn wrong_table() -> Vec<Judged> {
    vec![
        (vec![table(Meaning::None, Some(T))], Some(0)),
        (vec![table(Meaning::None, None)], Some(0)),
        (vec![table(Meaning::Table(T), None)], Some(0)),
        (vec![table(Meaning::Table(T), Some(T)), write(MUTATOR, PMD, MAPPED)], None),
    ]
}

fn lost_table() -> Vec<Judged> {
    let clears = |cpu| write(cpu, PMD, Meaning::None);
    vec![
        (vec![clears(READER)], Some(0)),
        (vec![clears(MUTATOR), clears(READER)], None),
        (vec![write(READER, PMD, MAPPED)], None),
        (vec![clears(MUTATOR), clears(READER), write(MUTATOR, PMD, Meaning::Table(T))], None),
        (vec![exchanges(READER, MAPPED), exchanges(READER, Meaning::None)], None),
        (vec![exchanges(READER, Meaning::None)], Some(0)),
    ]
}

fn foreign_reference() -> Vec<Judged> {
    let reads = |means| read(READER, PMD, word(means));
    let maps = |at| write(MUTATOR, at, MAPPED);
    vec![
        (vec![reads(Meaning::None), accept()], Some(1)),
        (vec![reads(MAPPED), takes(false), accept()], None),
        (vec![reads(Meaning::None), maps(PMD), accept()], None),
        (vec![reads(Meaning::None), exchanges(MUTATOR, MAPPED), accept()], None),
        // Behind the store, the word in memory maps it, whatever the read returned.
        (vec![maps(PMD), reads(Meaning::None), accept()], None),
        (vec![reads(Meaning::None), accept(), maps(PMD)], Some(1)),
        // A word that the walk has not read, a walk of another CPU, and another page.
        (vec![reads(Meaning::None), maps(SLOT), accept()], Some(2)),
        (vec![reads(Meaning::None), read(MUTATOR, PMD, word(MAPPED)), accept()], Some(2)),
        (
            vec![reads(Meaning::Leaf { folio: G, invalidated: false }), takes(false), accept()],
            Some(2),
        ),
        // The page has changed hands before it was taken.
        (vec![reads(MAPPED), takes(true), accept()], Some(2)),
        (vec![reads(MAPPED), takes(true), takes(false), accept()], None),
    ]
}

fn stale_acceptance() -> Vec<Judged> {
    let both = |first, second| vec![on_f(first), on_f(second)];
    let after = |made, how| vec![on_f(made), uses(Subject::Folio(F), how)];
    vec![
        (both(Claim::Held, Claim::Moved), Some(1)),
        (both(Claim::Moved, Claim::Held), Some(1)),
        (both(Claim::Freed, Claim::Held), Some(1)),
        (both(Claim::Held, Claim::Freed), None),
        (both(Claim::Pinned, Claim::Moved), None),
        (after(Claim::Freed, Use::Frame), Some(1)),
        (after(Claim::Unmapped, Use::Frame), Some(1)),
        (after(Claim::Moved, Use::Frame), None),
        (after(Claim::Freed, Use::Map), Some(1)),
        (after(Claim::Unmapped, Use::Map), None),
        (after(Claim::Freed, Use::Secondary), None),
        (vec![uses(Subject::Folio(F), Use::Frame), on_f(Claim::Unmapped)], None),
    ]
}

fn bad_link() -> Vec<Judged> {
    let nothing =
        Event { cpu: MUTATOR, op: Op::Write { at: PMD, word: Word::new(0, Meaning::None) } };
    let mut cases = order(Subject::Table(T), Claim::Freed, Use::Link);
    cases.extend([
        (vec![write(MUTATOR, PMD, Meaning::None)], Some(0)),
        (vec![write(MUTATOR, SLOT, Meaning::None)], None),
        (vec![write(MUTATOR, PMD, MAPPED)], None),
        (vec![nothing], None),
        (vec![freed(Subject::Table(T)), uses(Subject::Table(T), Use::Entry)], None),
    ]);
    cases
}

fn torn_value() -> Vec<Judged> {
    let other = Meaning::Leaf { folio: G, invalidated: false };
    let (maps, none) = (write(MUTATOR, PMD, MAPPED), Meaning::None);
    vec![
        (vec![halves(MAPPED, none, MAPPED), maps], Some(0)),
        (vec![halves(MAPPED, other, MAPPED)], Some(0)),
        // One of the two looks at the low half saw the value that the high half belongs to.
        (vec![halves(none, MAPPED, MAPPED)], None),
        (vec![halves(MAPPED, MAPPED, other)], None),
    ]
}
