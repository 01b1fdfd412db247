//! Occasions: the events without which a property cannot be violated.
//!
//! A property that nothing in a model can violate does not hold there: it does not apply. Whether it applies is
//! not declared but counted, over all that the CPUs were seen to do. What is missing, and who would provide it, is
//! said in words.

use crate::property::{Property, violates};
use crate::{
    CellKind, Claim, Event, Location, Locks, Meaning, Model, Note, Op, Subject, Term, Use,
};

/// What an event contributes to the occasions on which a property can be violated, as bits: some properties
/// need two kinds of event, such as a page that is freed and an access to it. An event that violates a property
/// is all the occasion it needs.
///
/// `held` is what the event's CPU holds.
///
/// A property whose [`occasions`] do not all occur cannot be violated, whatever the order of events.
pub fn contributes(property: Property, model: &Model, event: &Event, held: Locks) -> u8 {
    if violates(property, model, event, held) {
        return occasions(property).0;
    }
    const FIRST: u8 = 1;
    const SECOND: u8 = 2;
    let lockless = held.is_lockless(model);
    let bits = |first: bool, second: bool| (u8::from(first) * FIRST) | (u8::from(second) * SECOND);
    let first = |yes: bool| bits(yes, false);
    if property == Property::NoOutcome {
        return first(model.exists.terms.iter().any(|term| term.is_met_by(event).is_some()));
    }
    let note = match &event.op {
        Op::Note(note) => note,
        Op::Read { at, word, .. } => {
            let init = model.cells[at.0].init.means();
            return match property {
                Property::SwapEntryIntact => first(
                    lockless
                        && model.cells[at.0].kind == CellKind::Pmd
                        && matches!(word.means(), Meaning::Swap { .. }),
                ),
                Property::NoUninitialisedSlot => first(lockless && init == Meaning::Rubbish),
                _ => 0,
            };
        }
        Op::Write { at, word } | Op::Rmw { at, new: Some(word), .. } => {
            let pmd = model.cells[at.0].kind == CellKind::Pmd;
            return match property {
                Property::NoBadLink => bits(false, pmd && word.means() == Meaning::None),
                Property::NoLostTable => first(lockless && pmd),
                Property::NoUnguardedStore => first(model.cells[at.0].guard.is_some()),
                _ => 0,
            };
        }
        Op::Sync(op) => return first(property == Property::NoDeadlock && op.may_wait()),
        _ => return 0,
    };
    let claims = |wanted: Claim| matches!(note, Note::Claim { claim, .. } if *claim == wanted);
    let uses = |wanted: Use| matches!(note, Note::Use { how, .. } if *how == wanted);
    // Where the answer is yes, the entry is cleared.
    let asks_whether_bad = matches!(note, Note::Answer { helper: "pmd_bad", .. });
    let is_table = matches!(note, Note::Claim { subject: Subject::Table(_), .. });
    match property {
        Property::NoFalsePresent => first(
            lockless
                && matches!(note, Note::Answer { helper, .. }
                    if matches!(*helper, "pmd_present" | "pmd_trans_huge" | "pte_present")),
        ),
        Property::SwapEntryIntact | Property::NoUninitialisedSlot | Property::NoUnguardedStore => 0,
        Property::NoLostTable => first(lockless && asks_whether_bad),
        Property::NoWarning => first(matches!(note, Note::Warn { .. })),
        Property::NoBrokenAssertion => first(matches!(note, Note::Assert { .. })),
        Property::NoWrongPage => first(matches!(note, Note::Page { .. })),
        Property::NoWrongTable => first(matches!(note, Note::Table { .. })),
        Property::NoWrongSize => first(matches!(note, Note::Size { .. })),
        Property::NoForeignReference => first(matches!(note, Note::Accept { .. })),
        Property::NoStaleAcceptance => bits(
            claims(Claim::Held) || uses(Use::Frame) || uses(Use::Map),
            claims(Claim::Moved) || claims(Claim::Unmapped) || claims(Claim::Freed) && !is_table,
        ),
        Property::NoTableUseAfterFree => bits(uses(Use::Entry), claims(Claim::Freed) && is_table),
        Property::NoBadLink => bits(uses(Use::Link), claims(Claim::Freed) && is_table),
        Property::NoTornValue => first(matches!(note, Note::Assembled { .. })),
        Property::NoLostWrite => bits(claims(Claim::Written), claims(Claim::TakenClean)),
        Property::NoSkippedWork => first(matches!(note, Note::Skip { .. })),
        Property::NoStaleTranslation => {
            bits(uses(Use::Translation), claims(Claim::Freed) && !is_table)
        }
        Property::NoSharedPin => bits(claims(Claim::Pinned), claims(Claim::Shared)),
        Property::NoSecondaryMismatch => {
            bits(uses(Use::Secondary), claims(Claim::Moved) || claims(Claim::Freed) && !is_table)
        }
        Property::NoLostMapping => first(asks_whether_bad || matches!(note, Note::Bad { .. })),
        Property::NoDoubleFree => first(claims(Claim::Freed)),
        Property::NoWriteAfterProtect => bits(claims(Claim::Protected), claims(Claim::Written)),
        Property::NoOutcome => 0,
        Property::NoDeadlock => first(matches!(note, Note::Await(_))),
    }
}

/// Whether a term of an outcome may be met, and whether it may fail, before any event is about its location. A counter
/// may have any value: its changes are no events to every engine.
pub fn at_first(model: &Model, term: Term) -> (bool, bool) {
    let is = |value: u64| (value == term.value, value != term.value);
    match term.of {
        Location::Memory(at) if model.cells[at.0].kind == CellKind::Counter => (true, true),
        Location::Memory(at) => is(model.cells[at.0].init.bits),
        Location::Register(cpu, register) => {
            let mut steps = model.roles[cpu].routine.steps().into_iter().flatten();
            match steps.any(|step| step.register == Some(register)) {
                true => (false, false),
                false => is(0),
            }
        }
    }
}

/// The page or table that an event is about, if it is about one: both kinds of event must be about the same one. A
/// store may be about any.
pub fn subject(event: &Event) -> Option<Subject> {
    match event.op {
        Op::Note(Note::Claim { subject, .. } | Note::Use { subject, .. }) => Some(subject),
        _ => None,
    }
}

/// The occasions without which a property cannot be violated, as [`contributes`] counts them, and what they
/// are in words.
pub fn occasions(property: Property) -> (u8, &'static str) {
    match property {
        Property::NoFalsePresent => {
            (1, "no lockless reader asks pmd_present(), pmd_trans_huge() or pte_present()")
        }
        Property::SwapEntryIntact => (1, "no lockless reader reads a PMD that holds a swap entry"),
        Property::NoWarning => (1, "no kernel warning is evaluated"),
        Property::NoWrongPage => (1, "no page is derived from a word"),
        Property::NoWrongTable => (1, "no page table is looked up through a word"),
        Property::NoWrongSize => (1, "no mapping size is reported"),
        Property::NoLostTable => {
            (1, "no lockless reader stores to a PMD, or asks whether it is bad")
        }
        Property::NoForeignReference => (1, "no walker ends with a reference"),
        Property::NoStaleAcceptance => {
            (3, "no page that a CPU keeps or maps is moved, unmapped or freed by another")
        }
        Property::NoTableUseAfterFree => (3, "no page table whose entries are read is freed"),
        Property::NoBadLink => {
            (3, "no page table that is linked is freed or taken away by another CPU")
        }
        Property::NoTornValue => (1, "no value is assembled from halves"),
        Property::NoLostWrite => (3, "no page is both written to and taken for clean"),
        Property::NoSkippedWork => (1, "no CPU passes over an entry for being empty"),
        Property::NoStaleTranslation => (3, "no page that is accessed through a TLB is freed"),
        Property::NoSharedPin => (3, "no page is pinned by one CPU and shared by another"),
        Property::NoSecondaryMismatch => {
            (3, "no page that is accessed through a secondary MMU is moved or freed")
        }
        Property::NoUninitialisedSlot => (1, "no lockless reader reads an entry left over"),
        Property::NoLostMapping => (1, "no CPU asks whether an entry is bad"),
        Property::NoDoubleFree => (1, "nothing is freed"),
        Property::NoWriteAfterProtect => {
            (3, "no page is both write-protected everywhere and written to")
        }
        Property::NoUnguardedStore => (1, "no entry with a guard is stored to"),
        Property::NoBrokenAssertion => (1, "no routine asserts anything"),
        Property::NoOutcome => (1, "some register or word of the outcome never has its value"),
        Property::NoDeadlock => (1, "no CPU takes a lock or waits for other CPUs"),
    }
}

/// Who would provide the occasions that a property lacks.
pub fn provider(property: Property) -> &'static str {
    match property {
        Property::NoFalsePresent => "a lockless reader that asks whether an entry is present",
        Property::SwapEntryIntact => "a lockless reader of a PMD that holds a swap entry",
        Property::NoWarning => "a CPU whose routine evaluates a kernel warning",
        Property::NoWrongPage => "a CPU that derives a page from an entry",
        Property::NoWrongTable => "a CPU that looks a page table up through an entry",
        Property::NoWrongSize => "a CPU that reports a mapping size",
        Property::NoLostTable => "a lockless reader that clears bad entries",
        Property::NoForeignReference => "a walker that ends with a reference",
        Property::NoStaleAcceptance => {
            "a CPU that keeps or maps a page, and one that moves, unmaps or frees it"
        }
        Property::NoTableUseAfterFree => {
            "a CPU that reads the entries of a page table, and one that frees it"
        }
        Property::NoBadLink => {
            "a CPU that links a page table, and one that frees it or takes it away"
        }
        Property::NoTornValue => "a CPU that reads an entry in halves",
        Property::NoLostWrite => "a CPU that writes to a page, and one that takes it for clean",
        Property::NoSkippedWork => "a CPU that passes over an entry for being empty",
        Property::NoStaleTranslation => {
            "a CPU that accesses a page through a TLB, and one that frees it"
        }
        Property::NoSharedPin => "a CPU that pins a page, and one that shares it",
        Property::NoSecondaryMismatch => {
            "a CPU that accesses a page through a secondary MMU, and one that moves or frees it"
        }
        Property::NoUninitialisedSlot => "a lockless reader of a table with entries left over",
        Property::NoLostMapping => "a CPU that asks whether an entry is bad",
        Property::NoDoubleFree => "a CPU that frees a page or a table",
        Property::NoWriteAfterProtect => {
            "a CPU that write-protects a page, and one that writes to it"
        }
        Property::NoUnguardedStore => "`guard` on an entry or a table, and a CPU that stores to it",
        Property::NoBrokenAssertion => "a CPU whose routine asserts something",
        Property::NoOutcome => "steps that can give each register and word its value",
        Property::NoDeadlock => "a CPU that takes a lock or waits for others",
    }
}
