//! No other CPU misleads the one that violates the property: it does not test what it reads, or it reads what
//! is there from the start.

use pmdrace_mm::{Meaning, Note, Op, Word};

use super::super::describe;
use super::super::tell::Teller;
use super::outdated::what_became_of_it;

/// The word that it goes by.
pub(crate) struct Alone {
    read: Option<usize>,
}

impl Alone {
    pub(super) fn of(teller: &Teller<'_>) -> Alone {
        let cpu = teller.cpu(teller.at);
        let last = || teller.reads(cpu, teller.at).next();
        Alone { read: teller.basis_read().or_else(last) }
    }

    pub(super) fn pair(&self, teller: &Teller<'_>) -> Option<(Option<usize>, usize)> {
        let read = self.read?;
        Some((teller.source_of(read), read))
    }

    pub(super) fn text(&self, teller: &Teller<'_>) -> String {
        let at = teller.at;
        let Some((read, (cell, word))) =
            self.read.and_then(|read| Some((read, teller.read(read)?)))
        else {
            return match what_became_of_it(teller) {
                Some(fate) => format!("{fate}, and {} uses it afterwards.", teller.place(at)),
                None => format!("{} reads nothing that another CPU stores.", teller.place(at)),
            };
        };
        let name = teller.name(cell);
        let value = teller.value(cell, word);
        let from = match teller.source_of(read) {
            Some(store) if teller.cpu(store) != teller.cpu(read) => {
                format!("which {} stored in step {}", teller.by(store), teller.numbers[store])
            }
            Some(store) => format!("which it stored itself in step {}", teller.numbers[store]),
            None => "which is there from the start".to_owned(),
        };
        let step = teller.numbers[read];
        match &teller.event(at).op {
            Op::Note(Note::Warn { .. }) => format!(
                "{} is about {name} = {value}, {from}; CPU{} read it in step {step}, and no step of another CPU \
                 is needed.",
                teller.place(at),
                teller.cpu(at)
            ),
            Op::Note(Note::Page { .. } | Note::Table { .. } | Note::Size { .. }) => format!(
                "{} decodes {name} = {value}, {from}.{}{}",
                teller.place(at),
                self.tested(teller, word),
                encoding(teller, word)
            ),
            _ => format!("{} goes by {name} = {value} of step {step}, {from}.", teller.place(at)),
        }
    }

    /// What the CPU was told about the word, rightly, and did not heed.
    fn tested(&self, teller: &Teller<'_>, word: Word) -> String {
        let cpu = teller.cpu(teller.at);
        let told = (0..teller.at).rev().find_map(|index| match &teller.event(index).op {
            Op::Note(Note::Answer { helper, word: about, answer })
                if teller.cpu(index) == cpu && *about == word =>
            {
                Some((index, *helper, *answer))
            }
            _ => None,
        });
        let means = describe::meaning(teller.model, word);
        match told {
            Some((index, helper, answer)) => format!(
                " No helper misleads it: {helper}() is {answer} in step {}, and it decodes the word \
                 nevertheless.",
                teller.numbers[index]
            ),
            None => format!(" It asked nothing about the word, which is {means}."),
        }
    }
}

/// What the bits of a swap entry are, and what they are taken for.
fn encoding(teller: &Teller<'_>, word: Word) -> String {
    let (Meaning::Swap { entry, .. }, Op::Note(Note::Page { helper, pfn, .. })) =
        (word.means(), &teller.event(teller.at).op)
    else {
        return String::new();
    };
    format!(
        " Its bits encode swap type {:#x} and offset {:#x}, which {helper}() takes for page frame {pfn:#x}.",
        entry.swp_type, entry.offset
    )
}
