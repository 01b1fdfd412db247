//! Memory after each step, with one card per word and value.

use maud::Markup;

use super::card;
use crate::{Held, Trace};

/// All cards, and which of them to show after each step.
pub(super) struct Memory<'t> {
    cards: Vec<Held<'t>>,
    /// For each step, the numbers of its cards.
    after: Vec<Vec<usize>>,
}

impl<'t> Memory<'t> {
    pub(super) fn new(trace: &'t Trace) -> Memory<'t> {
        let mut cards: Vec<Held<'t>> = Vec::new();
        let after = (0..trace.steps.len()).map(|index| {
            let mut held = trace.memory_after(index);
            held.extend(trace.outdated_read(index));
            held.sort_by_key(|held| !held.word.pmd);
            let number = |held: Held<'t>| {
                cards.iter().position(|known| *known == held).unwrap_or_else(|| {
                    cards.push(held);
                    cards.len() - 1
                })
            };
            held.into_iter().map(number).collect()
        });
        let after = after.collect();
        Memory { cards, after }
    }

    /// All cards by number.
    pub(super) fn cards(&self) -> impl Iterator<Item = (usize, Markup)> {
        self.cards.iter().map(card::markup).enumerate()
    }

    /// The cards of a step.
    pub(super) fn shown(&self, step: usize) -> impl Iterator<Item = Markup> {
        self.ids(step).iter().map(|id| card::markup(&self.cards[*id]))
    }

    /// The numbers of the cards of a step.
    pub(super) fn ids(&self, step: usize) -> &[usize] {
        self.after.get(step).map_or(&[], Vec::as_slice)
    }

    /// What the store of a step changed, as its card says.
    pub(super) fn changed(&self, number: usize) -> Option<String> {
        let by = |held: &&Held<'_>| held.since == Some(number) && held.reader.is_none();
        self.cards.iter().find(by).and_then(card::changed)
    }
}
