//! The explanation of a trace: cause, harm and fix.
//!
//! The cause is found from the structure of the steps, never from their text: which store each read returns,
//! what helpers answered about the word, which CPU changed or freed what in between, and which step departs
//! from sequential consistency. [`Cause`] has a kind for each concept, with a file of its own. They are tried
//! in the order of [`Cause::of`], the most specific first. To add a kind of violation, add a file, a kind and
//! a place in that order.

mod alone;
mod bits;
mod deadlock;
mod early;
mod fix;
mod harm;
mod looks;
mod order;
mod outcome;
mod outdated;
mod scene;
mod torn;
mod unguarded;

use pmdrace_mm::{Note, Op, Property};
use pmdrace_scenario::CellKey;

use super::tell::Teller;

pub(crate) use fix::fix;

/// Why an execution violates a property.
pub(crate) enum Cause {
    /// The outcome of a litmus test.
    Outcome,
    /// CPUs wait for what none of them gives up.
    Deadlock,
    /// A value was put together from halves of different values.
    Torn(torn::Torn),
    /// An entry was stored to without its lock.
    Unguarded(unguarded::Unguarded),
    /// Two accesses of a CPU that nothing orders: a read returns an old value, or a store comes late.
    Unordered(order::Unordered),
    /// A word was read twice, and what was asked about the first value was not asked about the second.
    Looks(looks::Looks),
    /// The bits of a word say something else than it means.
    Bits(bits::WrongBits),
    /// A CPU goes by a value that another CPU has replaced: it did not look again, or was not waited for.
    Outdated(outdated::Outdated),
    /// No other CPU misleads it.
    Alone(alone::Alone),
}

impl Cause {
    /// The cause of the violation that a trace shows.
    pub(crate) fn of(teller: &Teller<'_>) -> Cause {
        if teller.property == Some(Property::NoOutcome) {
            return Cause::Outcome;
        }
        match &teller.events[teller.at].op {
            Op::Stuck(_) => return Cause::Deadlock,
            Op::Note(Note::Assembled { .. }) => {
                if let Some(torn) = torn::Torn::of(teller) {
                    return Cause::Torn(torn);
                }
            }
            _ => {}
        }
        let unguarded = unguarded::Unguarded::of(teller).map(Cause::Unguarded);
        unguarded
            .or_else(|| order::Unordered::of(teller).map(Cause::Unordered))
            .or_else(|| looks::Looks::of(teller).map(Cause::Looks))
            .or_else(|| bits::WrongBits::of(teller).map(Cause::Bits))
            .or_else(|| outdated::Outdated::of(teller).map(Cause::Outdated))
            .unwrap_or_else(|| Cause::Alone(alone::Alone::of(teller)))
    }

    /// The store that matters, if one does, and the read that returns it or misses it.
    pub(crate) fn pair(&self, teller: &Teller<'_>) -> Option<(Option<usize>, usize)> {
        let pair = match self {
            Cause::Outcome | Cause::Deadlock | Cause::Unguarded(_) => None,
            Cause::Torn(torn) => Some(torn.pair(teller)),
            Cause::Unordered(unordered) => unordered.pair(),
            Cause::Looks(looks) => Some(looks.pair(teller)),
            Cause::Bits(bits) => Some(bits.pair(teller)),
            Cause::Outdated(outdated) => Some(outdated.pair()),
            Cause::Alone(alone) => alone.pair(teller),
        };
        // What is there from the start misleads nobody unless some step takes effect early.
        pair.map(|(store, read)| (store.or_else(|| early::first(teller)), read))
    }

    /// The cause in words.
    pub(crate) fn text(&self, teller: &Teller<'_>, cell: &CellKey) -> String {
        let cause = match self {
            Cause::Outcome => return outcome::text(teller, cell),
            Cause::Deadlock => deadlock::text(teller),
            Cause::Torn(torn) => torn.text(teller),
            Cause::Unguarded(unguarded) => unguarded.text(teller),
            Cause::Unordered(unordered) => unordered.text(teller, cell),
            Cause::Looks(looks) => looks.text(teller),
            Cause::Bits(bits) => bits.text(teller),
            Cause::Outdated(outdated) => outdated.text(teller),
            Cause::Alone(alone) => alone.text(teller),
        };
        cause + &early::text(teller, cell)
    }
}
