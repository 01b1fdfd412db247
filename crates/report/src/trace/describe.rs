//! Words in words: what an entry means, what its bits say, what a change changed.

use pmdrace_mm::{CellKind, Claims, Meaning, MemoryModel, Model, Subject, Word};
use pmdrace_pgtable::{Arch, Field, MigrationEntry, Pmd, View};

/// What is odd about the count of a folio that was freed and allocated anew.
pub(crate) const REUSED: &str = "the folio is someone else's now";

/// What the kernel means by a word.
pub(crate) fn meaning(model: &Model, word: Word) -> String {
    let folio = |id: pmdrace_mm::FolioId| model.kernel.folios[id.0].name.as_str();
    match word.means() {
        Meaning::None => "nothing".to_owned(),
        Meaning::Table(table) => format!("table {}", model.kernel.tables[table.0].name),
        Meaning::Leaf { folio: id, invalidated: false } => format!("leaf of {}", folio(id)),
        Meaning::Leaf { folio: id, invalidated: true } => {
            format!("invalidated leaf of {}", folio(id))
        }
        Meaning::Swap { folio: id, entry } => {
            let access = MigrationEntry::from_swp_entry(model.kernel.arch, entry)
                .map_or("swap", |entry| entry.access.name());
            format!("{access} migration entry of {}", folio(id))
        }
        Meaning::Rubbish => "what an earlier use left".to_owned(),
        Meaning::Claims => Claims::of(word).text(),
        Meaning::Count { reused: false } => "count".to_owned(),
        Meaning::Count { reused: true } => format!("count, {REUSED}"),
    }
}

/// What an entry's bits, a counter's value or a set of claims reads as.
pub(crate) fn bits(kind: CellKind, word: Word) -> String {
    match kind {
        // Half of an entry.
        CellKind::Word if matches!(word.means(), Meaning::Leaf { .. }) => {
            format!("{:08x}", word.bits)
        }
        CellKind::Counter | CellKind::Atomic | CellKind::Word => word.bits.to_string(),
        CellKind::Auxiliary if word.means() == Meaning::Claims => Claims::of(word).text(),
        CellKind::Pmd | CellKind::Pte | CellKind::Auxiliary => format!("{:016x}", word.bits),
    }
}

/// A folio or a table by name.
pub(crate) fn subject(model: &Model, subject: Subject) -> &str {
    match subject {
        Subject::Folio(id) => &model.kernel.folios[id.0].name,
        Subject::Table(id) => &model.kernel.tables[id.0].name,
    }
}

/// What the kernel means by a word, where that says more than its value.
pub(crate) fn told_meaning(model: &Model, kind: CellKind, word: Word) -> Option<String> {
    let told = match kind {
        CellKind::Word => matches!(word.means(), Meaning::Leaf { .. }),
        CellKind::Auxiliary => word.means() != Meaning::Claims,
        _ => true,
    };
    told.then(|| meaning(model, word))
}

/// Where the bits of a PMD contradict its meaning: what they say instead.
pub(crate) fn contradiction(model: &Model, word: Word) -> Option<String> {
    let arch = model.kernel.arch;
    let Meaning::Swap { entry, .. } = word.means() else { return None };
    if arch.pmd_present(word.pmd()) {
        return Some(format!("present, pfn {:#x}", arch.pmd_pfn(word.pmd())));
    }
    let decoded = arch.pmd_to_swp_entry(word.pmd())?;
    (decoded != entry).then(|| format!("swap, offset {:#x}", decoded.offset))
}

/// Which named fields differ between two words of one meaning.
pub(crate) fn changed(arch: &dyn Arch, old: Word, new: Word) -> Vec<String> {
    let differs = old.bits ^ new.bits;
    let touched = |field: &&Field| field.value(differs) != 0;
    let mut changes: Vec<String> = arch
        .fields()
        .iter()
        .filter(touched)
        .filter(|field| field.is_flag() && field.view != View::Swap)
        .filter(|field| field.view == View::Entry || !arch.hw_valid(new.pmd()))
        .map(|field| {
            let sign = if field.value(new.bits) != 0 { '+' } else { '-' };
            format!("{sign}{}({})", field.name, field.lo)
        })
        .collect();
    if matches!(old.means(), Meaning::Swap { .. }) {
        let decode = |word: Word| arch.pmd_to_swp_entry(Pmd(word.bits));
        if let (Some(old), Some(new)) = (decode(old), decode(new))
            && old.offset != new.offset
        {
            changes.push(format!("offset {:#x} -> {:#x}", old.offset, new.offset));
        }
    }
    changes
}

/// The memory model in words.
pub(crate) fn memory(model: MemoryModel) -> &'static str {
    match model {
        MemoryModel::Sc => "sequentially consistent",
        MemoryModel::Tso => "total store order",
        MemoryModel::Weak => "weak",
    }
}
