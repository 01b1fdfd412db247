//! Wrong bits: what helpers say about a word contradicts what the word means.

use pmdrace_mm::{CellKind, Meaning, Model, Note, Op, Word};

use super::super::describe;
use super::super::tell::Teller;

/// A word whose bits mislead the CPU that reads it.
pub(crate) struct WrongBits {
    /// The read that returns it.
    read: usize,
    /// The answer that misleads, if a helper was asked.
    answer: Option<usize>,
}

impl WrongBits {
    pub(super) fn of(teller: &Teller<'_>) -> Option<WrongBits> {
        let cpu = teller.cpu(teller.at);
        let read = match &teller.event(teller.at).op {
            // A store over a page table: of whoever takes the word for a bad one.
            Op::Write { at, .. } | Op::Rmw { at, .. } => teller
                .reads(cpu, teller.at)
                .find(|read| teller.read(*read).is_some_and(|(read, _)| read == *at))?,
            _ => teller.basis_read()?,
        };
        let (at, word) = teller.read(read)?;
        let misled = |index: &usize| {
            matches!(teller.event(*index).op, Op::Note(Note::Answer { helper, word: about, answer })
                if teller.cpu(*index) == cpu && about == word && contradicts(helper, answer, word))
        };
        let answer = (0..=teller.at).rev().find(misled);
        let pmd = teller.model.cells[at.0].kind == CellKind::Pmd;
        let says = pmd && describe::contradiction(teller.model, word).is_some();
        (answer.is_some() || says).then_some(WrongBits { read, answer })
    }

    pub(super) fn pair(&self, teller: &Teller<'_>) -> (Option<usize>, usize) {
        (teller.source_of(self.read), self.read)
    }

    pub(super) fn text(&self, teller: &Teller<'_>) -> String {
        let Some((at, word)) = teller.read(self.read) else { return String::new() };
        let name = teller.name(at);
        let says = self.says(teller, word);
        let reader = teller.place(self.read);
        let Some(store) = teller.source_of(self.read) else {
            return format!(
                "{name} holds {} from the start, and {says}. {reader} reads it.",
                teller.value(at, word)
            );
        };
        let encoding = changed_fields(teller, store)
            .map_or(String::new(), |fields| format!(" The store changes {fields}."));
        let (by, number) = (teller.by(store), teller.numbers[store]);
        let mut text = format!(
            "{by} stores {} to {name} in step {number}, and {says}.{encoding}",
            teller.value(at, word)
        );
        if teller.cpu(store) == teller.cpu(self.read) {
            return format!("{text} {reader} reads it.");
        }
        let next = teller.order.next(at, Some(store));
        text.push_str(&match next.and_then(|next| Some((next, teller.store(next)?.1))) {
            Some((next, with)) => format!(
                " The window is open until step {}, where {} stores {}; {reader} reads in it.",
                teller.numbers[next],
                teller.by(next),
                teller.value(at, with)
            ),
            None => format!(" Nothing replaces it in this execution; {reader} reads it."),
        });
        if let Op::Write { at, .. } = teller.event(teller.at).op
            && let Some(lost) = teller.order.previous(at, teller.at)
            && let Some((_, table)) = teller.store(lost)
            && teller.cpu(lost) != teller.cpu(self.read)
        {
            text.push_str(&format!(
                " By step {} it holds {}, stored in step {}.",
                teller.numbers[teller.at],
                describe::meaning(teller.model, table),
                teller.numbers[lost]
            ));
        }
        text
    }

    /// What the bits say, by the helper that was asked or by how they decode.
    fn says(&self, teller: &Teller<'_>, word: Word) -> String {
        if let Some(Op::Note(Note::Answer { helper, answer, .. })) =
            self.answer.map(|answer| &teller.event(answer).op)
        {
            return format!("{helper}() is {answer} for it");
        }
        match describe::contradiction(teller.model, word) {
            Some(says) => format!("its bits say {says}"),
            None => "its bits say something else".to_owned(),
        }
    }
}

/// The fields that a store changes in an entry that keeps its meaning.
fn changed_fields(teller: &Teller<'_>, store: usize) -> Option<String> {
    let (at, new) = teller.store(store)?;
    let model: &Model = teller.model;
    let old = match teller.order.previous(at, store) {
        Some(before) => teller.store(before)?.1,
        None => model.cells[at.0].init,
    };
    if new.bits == 0 {
        return Some("every bit to 0".to_owned());
    }
    let fields = describe::changes(model.kernel.arch, old, new);
    (fields != describe::WHOLE_ENTRY).then_some(fields)
}

/// Whether a helper's answer contradicts what the word means.
fn contradicts(helper: &str, answer: bool, word: Word) -> bool {
    let maps = matches!(word.means(), Meaning::Leaf { .. });
    let used = maps || matches!(word.means(), Meaning::Table(_));
    let nothing = matches!(word.means(), Meaning::None | Meaning::Swap { .. });
    match helper {
        "pmd_present" | "pte_present" => {
            if answer {
                nothing
            } else {
                used
            }
        }
        "pmd_trans_huge" | "pmd_leaf" | "pmd_huge" => {
            if answer {
                !maps
            } else {
                maps
            }
        }
        "pmd_none" | "pte_none" => answer && word.means() != Meaning::None,
        "is_pmd_migration_entry" => answer != matches!(word.means(), Meaning::Swap { .. }),
        "pmd_bad" => answer && matches!(word.means(), Meaning::Table(_) | Meaning::Swap { .. }),
        _ => false,
    }
}
