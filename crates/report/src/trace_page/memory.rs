//! Memory as it is after each step, one card per word and value.
//!
//! A card is what a word holds since one store. Besides, a CPU may go on with a word that memory does not
//! hold any more, or that it read older than the newest store: that is a card too, next to the word's.

use maud::Markup;

use crate::{Trace, Value};

mod card;

use card::Card;

/// All cards, and which of them belong to each step.
pub(super) struct Memory<'t> {
    cards: Vec<Card<'t>>,
    /// For each step, the cards that show memory after it.
    after: Vec<Vec<usize>>,
}

impl<'t> Memory<'t> {
    pub(super) fn new(trace: &'t Trace) -> Memory<'t> {
        let initial = trace.words.iter().map(|word| Card {
            name: &word.name,
            pmd: word.pmd,
            value: &word.init,
            before: None,
            by: None,
            held: None,
        });
        let mut cards: Vec<Card<'t>> = initial.collect();
        let mut now: Vec<usize> = (0..cards.len()).collect();
        let mut held: Vec<Option<(usize, usize)>> = vec![None; trace.cpus.len()];
        let mut after = Vec::new();
        for step in &trace.steps {
            if let Some((word, value)) = step.word.zip(step.value.as_ref())
                && let Some(current) = now.get_mut(word)
                && let Some(known) = held.get_mut(step.cpu)
            {
                let of = &cards[*current];
                let (name, pmd, before) = (of.name, of.pmd, of.value);
                let card =
                    Card { name, pmd, value, before: None, by: Some(step.number), held: None };
                if step.changes_memory() {
                    cards.push(Card { before: Some(before), ..card });
                    *current = cards.len() - 1;
                    *known = known.filter(|(other, _)| *other != word);
                } else if pmd && step.from.is_some() {
                    cards.push(Card { held: trace.cpus.get(step.cpu).map(String::as_str), ..card });
                    *known = Some((word, cards.len() - 1));
                }
            }
            let old = held.get(step.cpu).copied().flatten();
            let old = old.filter(|(word, card)| {
                now.get(*word).is_some_and(|now| cards[*now].value.bits != cards[*card].value.bits)
            });
            let mut shown: Vec<usize> =
                now.iter().copied().chain(old.map(|(_, card)| card)).collect();
            shown.sort_by_key(|card| !cards[*card].pmd);
            after.push(shown);
        }
        Memory { cards, after }
    }

    /// The cards that the script shows, by number.
    pub(super) fn cards(&self) -> impl Iterator<Item = (usize, Markup)> {
        let used = |id: &usize| self.after.iter().any(|cards| cards.contains(id));
        (0..self.cards.len()).filter(used).map(|id| (id, self.cards[id].markup()))
    }

    /// The cards after a step.
    pub(super) fn shown(&self, step: usize) -> impl Iterator<Item = Markup> {
        self.ids(step).iter().map(|id| self.cards[*id].markup())
    }

    /// The numbers of the cards after a step.
    pub(super) fn ids(&self, step: usize) -> &[usize] {
        self.after.get(step).map_or(&[], Vec::as_slice)
    }

    /// What the store of a step changed, as the card says it.
    pub(super) fn changed(&self, number: usize) -> Option<String> {
        let by = |card: &&Card<'_>| card.by == Some(number) && card.held.is_none();
        self.cards.iter().find(by).and_then(Card::changed)
    }
}

/// The bits of a value of a PMD as a number.
fn word(value: &Value) -> u64 {
    u64::from_str_radix(&value.bits, 16).unwrap_or(0)
}
