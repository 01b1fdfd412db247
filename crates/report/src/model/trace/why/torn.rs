//! A torn read: a value that is put together from halves of different values.

use pmdrace_mm::{Meaning, Note, Op, Word};

use super::super::tell::Teller;
use super::scene::steps;

/// The halves of the value.
pub(crate) struct Torn {
    /// The last read of the low half.
    low: usize,
    /// The read of the high half.
    high: usize,
}

impl Torn {
    pub(super) fn of(teller: &Teller<'_>) -> Option<Torn> {
        let Op::Note(Note::Assembled { high, last, .. }) = &teller.event(teller.at).op else {
            return None;
        };
        let cpu = teller.cpu(teller.at);
        Some(Torn {
            low: teller.read_of(cpu, *last, teller.at)?,
            high: teller.read_of(cpu, *high, teller.at)?,
        })
    }

    pub(super) fn pair(&self, teller: &Teller<'_>) -> (Option<usize>, usize) {
        let last = self.low.max(self.high);
        (teller.source_of(last), last)
    }

    pub(super) fn text(&self, teller: &Teller<'_>) -> String {
        let half = |which: &str, read: usize| {
            let (at, word) = teller.read(read)?;
            let from = match teller.source_of(read) {
                Some(store) => {
                    format!("stored by {} in step {}", teller.by(store), teller.numbers[store])
                }
                None => "the initial value".to_owned(),
            };
            let of = meaning(teller, word);
            Some(format!(
                "the {which} half of {of} in step {} ({}, {from})",
                teller.numbers[read],
                teller.name(at)
            ))
        };
        let reads = [("high", self.high), ("low", self.low)];
        let halves: Vec<String> =
            reads.into_iter().filter_map(|(which, read)| half(which, read)).collect();
        let between = (self.low.min(self.high)..self.low.max(self.high)).filter(|index| {
            teller.store(*index).is_some_and(|(at, _)| {
                reads.iter().any(|(_, read)| teller.read(*read).is_some_and(|(read, _)| read == at))
            })
        });
        let between: Vec<usize> = between.map(|index| teller.numbers[index]).collect();
        let window = match between.is_empty() {
            true => " Between the two reads the other half changed.".to_owned(),
            false => format!(
                " The halves are stored one by one: {} {} between the two reads.",
                steps(&between),
                if between.len() == 1 { "comes" } else { "come" }
            ),
        };
        let reader = teller.cpu(teller.at);
        format!("CPU{reader} reads {}.{window}", halves.join(" and "))
    }
}

/// What half of a word belongs to.
fn meaning(teller: &Teller<'_>, word: Word) -> String {
    match word.means() {
        Meaning::None => "an empty entry".to_owned(),
        _ => format!("the {}", super::super::describe::meaning(teller.model, word)),
    }
}
