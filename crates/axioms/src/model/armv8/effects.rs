//! [`Effects`]: the sets of events that the definitions speak of.

use crate::{Execution, Kind, Set, Tag};

/// Sets of events, by what they are.
#[derive(Debug)]
pub(super) struct Effects {
    /// Explicit reads and writes: those that instructions make.
    pub(super) explicit: Set,
    /// Explicit reads.
    pub(super) reads: Set,
    /// Explicit reads of instructions that keep the value.
    pub(super) returning: Set,
    /// Explicit writes, the initial ones too.
    pub(super) writes: Set,
    /// All writes.
    pub(super) all_writes: Set,
    /// All accesses.
    pub(super) accesses: Set,
    /// Load-acquires.
    pub(super) acquires: Set,
    /// Load-acquires and load-acquirePCs.
    pub(super) weak_acquires: Set,
    /// Store-releases, and those that fault.
    pub(super) releases: Set,
    /// Barriers that order everything, those that order after loads, and those that order stores; a DSB is a DMB too.
    pub(super) dmb: Barriers,
    /// Those among them that wait for completion.
    pub(super) dsb: Barriers,
    /// Context synchronization: ISB, exception entry and return (FEAT_ExS is absent).
    pub(super) context: Set,
    /// Reads of table walks.
    pub(super) walks: Set,
    /// Writes of the memory management unit: updates of the access flag and of the dirty bit.
    pub(super) updates: Set,
    /// Faults of the memory management unit.
    pub(super) faults: Set,
    /// Those whose cause a TLB does not hold: translation faults and access flag faults.
    pub(super) uncached_faults: Set,
    /// The walks that end in one of these.
    pub(super) uncached_walks: Set,
    /// Translation faults.
    pub(super) translation_faults: Set,
    /// TLB invalidations.
    pub(super) invalidations: Set,
    /// All events.
    pub(super) all: Set,
}

/// Barriers of one family.
#[derive(Debug)]
pub(super) struct Barriers {
    /// Those that order everything.
    pub(super) full: Set,
    /// Those that order what is before, of loads only.
    pub(super) load: Set,
    /// Those that order stores.
    pub(super) store: Set,
}

impl Effects {
    pub(super) fn of(graph: &Execution) -> Effects {
        let tagged = |tag| graph.tagged(tag);
        let (implicit, reads, writes) = (tagged(Tag::Implicit), graph.reads(), graph.writes());
        let faults = tagged(Tag::MmuFault);
        let translation_faults = faults & tagged(Tag::TranslationFault);
        let explicit = (reads | writes) - implicit;
        let walks = implicit & reads & tagged(Tag::Ttd);
        let uncached_faults = translation_faults | faults & tagged(Tag::AccessFlagFault);
        let acquires = explicit & reads & tagged(Tag::Acquire);
        let dsb = Barriers {
            full: tagged(Tag::DsbFull),
            load: tagged(Tag::DsbLd),
            store: tagged(Tag::DsbSt),
        };
        Effects {
            explicit,
            reads: explicit & reads,
            returning: (explicit & reads) - tagged(Tag::NoReturn),
            writes: explicit & writes,
            all_writes: writes,
            accesses: reads | writes,
            acquires,
            weak_acquires: acquires | explicit & reads & tagged(Tag::AcquirePc),
            releases: (explicit & writes | faults) & tagged(Tag::Release),
            dmb: Barriers {
                full: tagged(Tag::DmbFull) | dsb.full,
                load: tagged(Tag::DmbLd) | dsb.load,
                store: tagged(Tag::DmbSt) | dsb.store,
            },
            dsb,
            context: tagged(Tag::Isb) | tagged(Tag::ExceptionEntry) | tagged(Tag::ExceptionReturn),
            walks,
            updates: implicit & writes & tagged(Tag::Ttd),
            faults,
            uncached_faults,
            uncached_walks: graph.iico_ctrl.between(walks, uncached_faults).domain(),
            translation_faults,
            invalidations: graph
                .all(|event| event.kind == Kind::Other && event.tags.has(Tag::Tlbi)),
            all: Set::first(graph.count()),
        }
    }
}
