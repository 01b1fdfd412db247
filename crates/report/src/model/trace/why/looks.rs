//! Two looks: a word is read twice, and only the first value is tested.

use pmdrace_mm::{Meaning, Note, Op, Use};

use super::super::tell::Teller;

/// Two reads of one word that return different values.
pub(crate) struct Looks {
    first: usize,
    second: usize,
    /// The question that was asked about the first value only.
    asked: usize,
}

impl Looks {
    pub(super) fn of(teller: &Teller<'_>) -> Option<Looks> {
        let cpu = teller.cpu(teller.at);
        let second = match &teller.event(teller.at).op {
            // A link is made of what the entry held when it was cleared.
            Op::Note(Note::Use { how: Use::Link, .. }) => teller.reads(cpu, teller.at).next()?,
            Op::Write { word, .. } if word.means() == Meaning::None => {
                teller.reads(cpu, teller.at).next()?
            }
            Op::Note(
                Note::Page { .. }
                | Note::Table { .. }
                | Note::Size { .. }
                | Note::Bad { .. }
                | Note::Skip { .. }
                | Note::Warn { .. },
            ) => teller.basis_read()?,
            _ => return None,
        };
        let (at, word) = teller.read(second)?;
        teller.source_of(second).filter(|store| teller.cpu(*store) != cpu)?;
        let first = teller.reads(cpu, second).find(|read| {
            teller.read(*read).is_some_and(|(other, found)| other == at && found != word)
        })?;
        let answers = |from: usize, to: usize| {
            (from..to).filter(move |index| teller.cpu(*index) == cpu).filter_map(move |index| {
                match teller.event(index).op {
                    Op::Note(Note::Answer { helper, word, .. }) => Some((index, helper, word)),
                    _ => None,
                }
            })
        };
        let (_, was) = teller.read(first)?;
        // The last look at the first value that was not repeated.
        let (asked, ..) = answers(first, second).filter(|(_, _, about)| *about == was).find(
            |(_, helper, _)| {
                let again = |(_, other, about): (usize, &str, _)| other == *helper && about == word;
                !answers(second, teller.at).any(again)
            },
        )?;
        Some(Looks { first, second, asked })
    }

    pub(super) fn pair(&self, teller: &Teller<'_>) -> (Option<usize>, usize) {
        (teller.source_of(self.second), self.second)
    }

    pub(super) fn text(&self, teller: &Teller<'_>) -> String {
        let Looks { first, second, asked } = *self;
        let (Some((at, was)), Some((_, is))) = (teller.read(first), teller.read(second)) else {
            return String::new();
        };
        let Op::Note(Note::Answer { helper, answer, .. }) = teller.event(asked).op else {
            return String::new();
        };
        let store = teller.source_of(second);
        let between = store.map_or(String::new(), |store| {
            format!(" {} stores that in step {}.", teller.by(store), teller.numbers[store])
        });
        format!(
            "CPU{} reads {} twice and tests only the first value: step {} returns {}, for which {helper}() is \
             {answer}; step {} returns {}, and {helper}() is not asked again.{between}",
            teller.cpu(first),
            teller.name(at),
            teller.numbers[first],
            teller.value(at, was),
            teller.numbers[second],
            teller.value(at, is),
        )
    }
}
