//! A store to an entry without the lock that guards it.

use pmdrace_mm::{LockId, Op, Property};

use super::super::tell::Teller;

/// The guard of the entry.
pub(crate) struct Unguarded {
    guard: LockId,
}

impl Unguarded {
    /// The store without its guard, if that is all that the step violates.
    pub(super) fn of(teller: &Teller<'_>) -> Option<Unguarded> {
        let (Op::Write { at, .. } | Op::Rmw { at, .. }) = teller.event(teller.at).op else {
            return None;
        };
        let guard = teller.model.cells[at.0].guard?;
        let violated = teller.model.judge(teller.events).violated_at;
        let here = teller.model.properties.iter().zip(violated);
        let mut here = here.filter(|(_, at)| *at == Some(teller.at)).map(|(property, _)| *property);
        let alone = here.next() == Some(Property::NoUnguardedStore) && here.next().is_none();
        alone.then_some(Unguarded { guard })
    }

    /// Who relies on the entry.
    pub(super) fn harm(&self, teller: &Teller<'_>) -> String {
        let guard = &teller.model.locks[self.guard.0].name;
        let name = teller.store(teller.at).map_or("the entry", |(at, _)| teller.name(at));
        format!("a CPU that holds {guard} relies on {name} not changing.")
    }

    pub(super) fn text(&self, teller: &Teller<'_>) -> String {
        let lock = |lock: usize| teller.model.locks[lock].name.as_str();
        let held = (0..teller.model.locks.len())
            .filter(|other| teller.held[teller.at].has(LockId(*other)));
        let held: Vec<&str> = held.map(lock).collect();
        let held = if held.is_empty() { "no lock".to_owned() } else { held.join(" and ") };
        let name = teller.store(teller.at).map_or("an entry", |(at, _)| teller.name(at));
        format!(
            "{} stores to {name} without {}, the lock that guards it; it holds {held}.",
            teller.place(teller.at),
            lock(self.guard.0)
        )
    }
}
