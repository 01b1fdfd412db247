//! The properties that must hold of every execution, judged on its events.
//!
//! A **predicate** property is violated when a helper's answer contradicts what the word means; a
//! **consequence** property when a CPU acts on it. The two are reported separately, because a reader that one
//! helper misleads may still be stopped by the next. A kernel **warning** is a consequence of a kind of its own:
//! it hurts whoever hits it, and shows that the kernel noticed.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Addr, CellKind, Claim, Claims, Event, FolioId, Locks, Meaning, Model, Note, Op, Use, Word, held,
};

/// Whether a property is about a helper's answer, a CPU's action or a kernel warning.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// A helper's answer contradicts the word's meaning.
    Predicate,
    /// A CPU acted wrongly.
    Consequence,
    /// A kernel warning fired: whoever hits it may have been told the truth.
    Warning,
    /// The outcome of a litmus test, neither good nor bad in itself.
    Outcome,
}

impl Kind {
    /// The name used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Predicate => "predicate",
            Kind::Consequence => "consequence",
            Kind::Warning => "warning",
            Kind::Outcome => "outcome",
        }
    }
}

/// A property that must hold of every execution.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Property {
    /// No helper reports to a reader that a word is present, or a present huge leaf, when it maps nothing.
    NoFalsePresent,
    /// A swap word keeps its type and offset while a reader can read it.
    SwapEntryIntact,
    /// No kernel warning fires.
    NoWarning,
    /// No page is derived from a word that does not map it.
    NoWrongPage,
    /// No page table is looked up through a word that does not point to it.
    NoWrongTable,
    /// No mapping size is reported from a word that maps nothing.
    NoWrongSize,
    /// No lockless reader clears the entry of a page table.
    NoLostTable,
    /// No accepted reference is on a folio that no word read by the walk mapped during it, or that was
    /// reallocated to someone else.
    NoForeignReference,
    /// No walker keeps a reference that the owner of the page did not see when it moved the page away, and
    /// none returns a page under a lock that no longer keeps it.
    NoStaleAcceptance,
    /// No entry of a page table is read after the table was freed.
    NoTableUseAfterFree,
    /// No entry links anything but a live page table.
    NoBadLink,
    /// No value is assembled from halves of different values.
    NoTornValue,
    /// No data is written to a page that some CPU treats as clean.
    NoLostWrite,
    /// No work on a populated entry is skipped because the entry was transiently empty.
    NoSkippedWork,
    /// No access uses a TLB entry for a page that was freed.
    NoStaleTranslation,
    /// No page is both pinned and shared.
    NoSharedPin,
    /// No access uses a secondary MMU entry for a page that was moved or freed.
    NoSecondaryMismatch,
    /// No walker reads an uninitialised entry of a table.
    NoUninitialisedSlot,
    /// No valid entry is treated as bad and cleared.
    NoLostMapping,
    /// Nothing is freed twice.
    NoDoubleFree,
    /// No data is written to a page after it was write-protected everywhere.
    NoWriteAfterProtect,
    /// No entry is stored to without the lock that guards it.
    NoUnguardedStore,
    /// No assertion of a routine fails.
    NoBrokenAssertion,
    /// The outcome for which a litmus test is named does not occur.
    NoOutcome,
    /// No CPU waits forever or ends with a lock held. Judged in every scenario, wherever some CPU can wait.
    NoDeadlock,
}

impl Property {
    /// All properties, predicates first, in the order that reports use. The last one is judged everywhere.
    pub const ALL: [Property; 25] = [
        Property::NoFalsePresent,
        Property::SwapEntryIntact,
        Property::NoWarning,
        Property::NoWrongPage,
        Property::NoWrongTable,
        Property::NoWrongSize,
        Property::NoLostTable,
        Property::NoForeignReference,
        Property::NoStaleAcceptance,
        Property::NoTableUseAfterFree,
        Property::NoBadLink,
        Property::NoTornValue,
        Property::NoLostWrite,
        Property::NoSkippedWork,
        Property::NoStaleTranslation,
        Property::NoSharedPin,
        Property::NoSecondaryMismatch,
        Property::NoUninitialisedSlot,
        Property::NoLostMapping,
        Property::NoDoubleFree,
        Property::NoWriteAfterProtect,
        Property::NoUnguardedStore,
        Property::NoBrokenAssertion,
        Property::NoOutcome,
        Property::NoDeadlock,
    ];

    /// The name used in scenarios and reports.
    pub fn name(self) -> &'static str {
        match self {
            Property::NoFalsePresent => "no-false-present",
            Property::SwapEntryIntact => "swap-entry-intact",
            Property::NoWarning => "no-warning",
            Property::NoWrongPage => "no-wrong-page",
            Property::NoWrongTable => "no-wrong-table",
            Property::NoWrongSize => "no-wrong-size",
            Property::NoLostTable => "no-lost-table",
            Property::NoForeignReference => "no-foreign-reference",
            Property::NoStaleAcceptance => "no-stale-acceptance",
            Property::NoTableUseAfterFree => "no-table-use-after-free",
            Property::NoBadLink => "no-bad-link",
            Property::NoTornValue => "no-torn-value",
            Property::NoLostWrite => "no-lost-write",
            Property::NoSkippedWork => "no-skipped-work",
            Property::NoStaleTranslation => "no-stale-translation",
            Property::NoSharedPin => "no-shared-pin",
            Property::NoSecondaryMismatch => "no-secondary-mismatch",
            Property::NoUninitialisedSlot => "no-uninitialised-slot",
            Property::NoLostMapping => "no-lost-mapping",
            Property::NoDoubleFree => "no-double-free",
            Property::NoWriteAfterProtect => "no-write-after-protect",
            Property::NoUnguardedStore => "no-unguarded-store",
            Property::NoBrokenAssertion => "no-broken-assertion",
            Property::NoOutcome => "no-outcome",
            Property::NoDeadlock => "no-deadlock",
        }
    }

    /// Returns the property of this name.
    pub fn by_name(name: &str) -> Option<Property> {
        Property::ALL.into_iter().find(|property| property.name() == name)
    }

    /// Predicate, consequence or outcome.
    pub fn kind(self) -> Kind {
        match self {
            Property::NoFalsePresent | Property::SwapEntryIntact => Kind::Predicate,
            Property::NoWarning => Kind::Warning,
            Property::NoOutcome => Kind::Outcome,
            _ => Kind::Consequence,
        }
    }

    /// The property as one sentence.
    pub fn text(self) -> &'static str {
        match self {
            Property::NoFalsePresent => {
                "pmd_present(), pmd_trans_huge() and pte_present() are false for a lockless reader of a word \
                 that maps nothing"
            }
            Property::SwapEntryIntact => {
                "a swap word keeps its type and offset while a lockless reader can read it"
            }
            Property::NoWarning => "no kernel warning fires",
            Property::NoWrongPage => {
                "no page is derived from a word that is not a present leaf of that page"
            }
            Property::NoWrongTable => {
                "no page table is looked up through a word that does not point to it"
            }
            Property::NoWrongSize => {
                "no mapping size is reported from a word that is not a present leaf"
            }
            Property::NoLostTable => "no lockless reader clears the entry of a page table",
            Property::NoForeignReference => {
                "no reference is accepted on a folio that no word of the walk mapped during it"
            }
            Property::NoStaleAcceptance => {
                "no reference or page frame is kept of a page that its owner moved or freed without seeing it"
            }
            Property::NoTableUseAfterFree => {
                "no entry of a page table is read after the table was freed"
            }
            Property::NoBadLink => "no entry links anything but a live page table",
            Property::NoTornValue => "no value is assembled from halves of different values",
            Property::NoLostWrite => "no data is written to a page that some CPU treats as clean",
            Property::NoSkippedWork => {
                "no populated entry is skipped because it was transiently empty"
            }
            Property::NoStaleTranslation => "no access uses a TLB entry for a freed page",
            Property::NoSharedPin => "no page is both pinned and shared",
            Property::NoSecondaryMismatch => {
                "no access uses a secondary MMU entry for a page that was moved or freed"
            }
            Property::NoUninitialisedSlot => "no walker reads an uninitialised entry of a table",
            Property::NoLostMapping => "no valid entry is treated as bad and cleared",
            Property::NoDoubleFree => "nothing is freed twice",
            Property::NoWriteAfterProtect => {
                "no data is written to a page after it was write-protected everywhere"
            }
            Property::NoUnguardedStore => "no entry is stored to without the lock that guards it",
            Property::NoBrokenAssertion => "no assertion of a routine fails",
            Property::NoOutcome => "the outcome for which the test is named never occurs",
            Property::NoDeadlock => "no CPU waits forever or ends with a lock held",
        }
    }
}

/// The index of the first event that violates `property` in a complete execution, at whose end words hold `memory`; None
/// if none does. A deadlock is complete with the last CPU that is stuck.
pub fn first_violation(
    property: Property,
    model: &Model,
    events: &[Event],
    memory: &[Word],
) -> Option<usize> {
    match property {
        Property::NoForeignReference => foreign_reference(model, events),
        Property::NoLostTable => lost_table(model, events),
        Property::NoOutcome => model.exists.met_at(model, events, memory),
        Property::NoDeadlock => events.iter().rposition(|event| matches!(event.op, Op::Stuck(_))),
        _ => {
            let mut judged = events.iter().zip(held(model, events));
            judged.position(|(event, held)| violates(property, model, event, held))
        }
    }
}

/// Whether one event alone violates a property, given what its CPU holds.
/// [`Property::NoLostTable`], [`Property::NoForeignReference`] and
/// [`Property::NoDeadlock`] are about several events and never violated by one alone.
pub fn violates(property: Property, model: &Model, event: &Event, held: Locks) -> bool {
    let lockless = held.is_lockless(model);
    match (property, &event.op) {
        (Property::NoFalsePresent, Op::Note(Note::Answer { helper, word, answer })) => {
            let means_nothing = matches!(word.means(), Meaning::None | Meaning::Swap { .. });
            let asked = matches!(*helper, "pmd_present" | "pmd_trans_huge" | "pte_present");
            lockless && asked && *answer && means_nothing
        }
        (Property::SwapEntryIntact, Op::Read { at, word, .. }) => {
            lockless && model.cells[at.0].kind == CellKind::Pmd && damaged(model, *word)
        }
        (Property::NoWarning, Op::Note(Note::Warn { fires, .. })) => *fires,
        (Property::NoBrokenAssertion, Op::Note(Note::Assert { holds, .. })) => !holds,
        (Property::NoWrongPage, Op::Note(Note::Page { word, pfn, .. })) => {
            !matches!(word.means(), Meaning::Leaf { folio, .. }
                if model.kernel.folios[folio.0].pfns.contains(pfn))
        }
        (Property::NoWrongTable, Op::Note(Note::Table { word, table, .. })) => {
            !matches!(word.means(), Meaning::Table(means) if Some(means) == *table)
        }
        (Property::NoWrongSize, Op::Note(Note::Size { word, .. })) => {
            !matches!(word.means(), Meaning::Leaf { .. })
        }
        (Property::NoUnguardedStore, Op::Write { at, .. } | Op::Rmw { at, new: Some(_), .. }) => {
            model.cells[at.0].guard.is_some_and(|guard| !held.has(guard))
        }
        (Property::NoBadLink, Op::Write { at, word }) => {
            let links_nothing = word.means() == Meaning::None;
            let arch = model.kernel.arch;
            model.cells[at.0].kind == CellKind::Pmd && links_nothing && !arch.pmd_none(word.pmd())
        }
        (property, Op::Note(note)) => claimed(property, note),
        (Property::NoUninitialisedSlot, Op::Read { word, .. }) => {
            lockless && word.means() == Meaning::Rubbish
        }
        _ => false,
    }
}

/// Whether a note violates a property about claims, links, halves or skipped entries.
fn claimed(property: Property, note: &Note) -> bool {
    match (property, note) {
        (Property::NoStaleAcceptance, Note::Claim { claim, found, .. }) => {
            excluded((Claim::Held, Claim::Moved), *claim, *found)
                || after((Claim::Freed, Claim::Held), *claim, *found)
        }
        (Property::NoDoubleFree, Note::Claim { claim, found, .. }) => {
            after((Claim::Freed, Claim::Freed), *claim, *found)
        }
        (Property::NoWriteAfterProtect, Note::Claim { claim, found, .. }) => {
            after((Claim::Protected, Claim::Written), *claim, *found)
        }
        // The lock under which a page frame is found keeps it mapped.
        (Property::NoStaleAcceptance, Note::Use { how: Use::Frame, found, .. }) => {
            found.has(Claim::Unmapped) || found.has(Claim::Freed)
        }
        (Property::NoStaleAcceptance, Note::Use { how: Use::Map, found, .. })
        | (Property::NoBadLink, Note::Use { how: Use::Link, found, .. })
        | (Property::NoTableUseAfterFree, Note::Use { how: Use::Entry, found, .. })
        | (Property::NoStaleTranslation, Note::Use { how: Use::Translation, found, .. }) => {
            found.has(Claim::Freed)
        }
        (Property::NoSecondaryMismatch, Note::Use { how: Use::Secondary, found, .. }) => {
            found.has(Claim::Freed) || found.has(Claim::Moved)
        }
        (Property::NoTornValue, Note::Assembled { first, high, last }) => {
            high.means() != first.means() && high.means() != last.means()
        }
        (Property::NoLostWrite, Note::Claim { claim, found, .. }) => {
            excluded((Claim::Written, Claim::TakenClean), *claim, *found)
        }
        (Property::NoSharedPin, Note::Claim { claim, found, .. }) => {
            excluded((Claim::Pinned, Claim::Shared), *claim, *found)
        }
        (Property::NoSkippedWork, Note::Skip { word }) => word.maps().is_some(),
        (Property::NoLostMapping, Note::Bad { word }) => {
            matches!(word.means(), Meaning::Leaf { .. } | Meaning::Table(_))
        }
        _ => false,
    }
}

/// Whether one of two mutually exclusive claims is made after the other.
fn excluded(pair: (Claim, Claim), claim: Claim, found: Claims) -> bool {
    (claim == pair.0 && found.has(pair.1)) || (claim == pair.1 && found.has(pair.0))
}

/// Whether the second of two claims is made after the first; the other order is fine.
fn after(pair: (Claim, Claim), claim: Claim, found: Claims) -> bool {
    claim == pair.1 && found.has(pair.0)
}

/// Whether a swap word no longer decodes to what was encoded.
fn damaged(model: &Model, word: Word) -> bool {
    match word.means() {
        Meaning::Swap { entry, .. } => {
            model.kernel.arch.pmd_to_swp_entry(word.pmd()) != Some(entry)
        }
        _ => false,
    }
}

/// A store of an empty word over the entry of a page table, by a CPU that holds no page-table lock.
fn lost_table(model: &Model, events: &[Event]) -> Option<usize> {
    let mut memory: Vec<Word> = model.cells.iter().map(|cell| cell.init).collect();
    let held = held(model, events);
    for (index, event) in events.iter().enumerate() {
        let stored = match event.op {
            Op::Write { at, word } | Op::Rmw { at, new: Some(word), .. } => Some((at, word)),
            _ => None,
        };
        if let Some((at, word)) = stored {
            if word.wipes_out(memory[at.0]) && held[index].is_lockless(model) {
                return Some(index);
            }
            memory[at.0] = word;
        }
    }
    None
}

/// Follows every reader's walk: has a word that it read mapped the folio at some moment since, and was the
/// accepted reference taken before the folio was reallocated?
///
/// Only the words that the walk has read count, so that the order of two steps that touch different words
/// never matters: engines may skip one of the two orders.
fn foreign_reference(model: &Model, events: &[Event]) -> Option<usize> {
    let mut memory: Vec<Word> = model.cells.iter().map(|cell| cell.init).collect();
    // Per CPU: for each word it has read, the folios that the word has mapped since.
    let mut walks: Vec<BTreeMap<Addr, BTreeSet<FolioId>>> =
        vec![BTreeMap::new(); model.roles.len()];
    // Per CPU: whether the last reference it took is on a folio that was reallocated.
    let mut took_reused = vec![false; model.roles.len()];
    for (index, event) in events.iter().enumerate() {
        let mut stored: Option<(Addr, Word)> = None;
        match &event.op {
            Op::Read { at, word, .. } => {
                let mapped = walks[event.cpu].entry(*at).or_default();
                mapped.extend([memory[at.0].maps(), word.maps()].into_iter().flatten());
            }
            Op::Write { at, word } => stored = Some((*at, *word)),
            Op::Rmw { at, old, new } => {
                if let Meaning::Count { reused } = old.means() {
                    took_reused[event.cpu] = reused;
                }
                stored = new.map(|new| (*at, new));
            }
            Op::Note(Note::Accept { folio }) => {
                let mapped = walks[event.cpu].values().any(|mapped| mapped.contains(folio));
                if !mapped || took_reused[event.cpu] {
                    return Some(index);
                }
            }
            _ => {}
        }
        if let Some((at, word)) = stored {
            memory[at.0] = word;
            for mapped in walks.iter_mut().filter_map(|walk| walk.get_mut(&at)) {
                mapped.extend(word.maps());
            }
        }
    }
    None
}
