//! Memory words in words: what an entry means, what its bits say, and what a store changes.

use pmdrace_mm::{CellKind, Claims, Meaning, MemoryModel, Model, Subject, Word};
use pmdrace_pgtable::{Arch, MigrationEntry, View};

use crate::model::fields::fields;

/// The meaning of a count whose folio was freed and allocated anew.
pub(crate) const REUSED: &str = "the folio is someone else's now";

/// What [`changes`] says of an entry that means something else afterwards.
pub(crate) const WHOLE_ENTRY: &str = "the whole entry";

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
            match MigrationEntry::from_swp_entry(model.kernel.arch, entry) {
                Some(entry) => format!("{} migration entry of {}", entry.access.name(), folio(id)),
                None => format!("swap entry of {}", folio(id)),
            }
        }
        Meaning::Rubbish => "what an earlier use left".to_owned(),
        Meaning::Claims => Claims::of(word).text(),
        Meaning::Count { reused: false } => "count".to_owned(),
        Meaning::Count { reused: true } => format!("count, {REUSED}"),
    }
}

/// Numbers from here on are read as bits or page frames rather than counts.
const LARGE: u64 = 0x1000;

/// A number: a small one as people count, a large one in hexadecimal.
pub(crate) fn number(value: u64) -> String {
    match value {
        0..LARGE => value.to_string(),
        _ => format!("{value:#x}"),
    }
}

/// The value of a word as people read it.
pub(crate) fn shown(kind: CellKind, word: Word) -> String {
    match kind {
        CellKind::Word if !matches!(word.means(), Meaning::Leaf { .. }) => number(word.bits),
        _ => bits(kind, word),
    }
}

/// The value of a word as a trace file has it: bits in hexadecimal, a number, or a set of claims.
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

/// The name of a folio or a table.
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

/// What the bits of a PMD say where they contradict its meaning.
pub(crate) fn contradiction(model: &Model, word: Word) -> Option<String> {
    let arch = model.kernel.arch;
    let entry = match word.means() {
        Meaning::Swap { entry, .. } => entry,
        Meaning::None if !arch.pmd_none(word.pmd()) => {
            return Some("an entry: pmd_none() is false".to_owned());
        }
        _ => return None,
    };
    if arch.pmd_present(word.pmd()) {
        return Some(format!("present, pfn {:#x}", arch.pmd_pfn(word.pmd())));
    }
    let decoded = arch.pmd_to_swp_entry(word.pmd())?;
    (decoded != entry).then(|| format!("swap, offset {:#x}", decoded.offset))
}

/// What a store to an entry changes: named fields, the offset of a swap entry, or the whole entry if it means
/// something else afterwards.
pub(crate) fn changes(arch: &dyn Arch, old: Word, new: Word) -> String {
    let differs = old.bits ^ new.bits;
    let same = match (old.means(), new.means()) {
        (Meaning::Leaf { folio, .. }, Meaning::Leaf { folio: other, .. }) => folio == other,
        (old, new) => old == new,
    };
    if differs == 0 {
        return "no bit".to_owned();
    }
    if !same {
        return WHOLE_ENTRY.to_owned();
    }
    let swap = matches!(old.means(), Meaning::Swap { .. });
    // The address bits of an entry are the offset of a swap entry.
    let touched = fields(arch, View::Entry, new.pmd())
        .filter(|field| field.value(differs) != 0 && (field.is_flag() || !swap));
    let mut changes: Vec<String> = touched
        .map(|field| match (field.is_flag(), field.value(new.bits)) {
            (true, 0) => format!("-{}({})", field.name, field.lo),
            (true, _) => format!("+{}({})", field.name, field.lo),
            (false, new) => format!("{} {:#x} -> {new:#x}", field.name, field.value(old.bits)),
        })
        .collect();
    let named = fields(arch, View::Entry, new.pmd()).fold(0, |named, field| named | field.mask());
    if !swap && !changes.is_empty() && differs & !named != 0 {
        changes.push(format!("bits {:#x} without a name", differs & !named));
    }
    let decode = |word: Word| arch.pmd_to_swp_entry(word.pmd()).filter(|_| swap);
    if let (Some(old), Some(new)) = (decode(old), decode(new))
        && old.offset != new.offset
    {
        changes.push(format!("offset {:#x} -> {:#x}", old.offset, new.offset));
    }
    match changes.is_empty() {
        true => format!("bits {differs:#x} without a name"),
        false => changes.join(" "),
    }
}

/// The name of a memory model in prose.
pub(crate) fn memory(model: MemoryModel) -> &'static str {
    match model {
        MemoryModel::Sc => "sequential consistency",
        MemoryModel::Tso => "total store order",
        MemoryModel::Rc11 => "rc11",
        MemoryModel::Armv8 => "Armv8",
        MemoryModel::Rvwmo => "RVWMO",
        MemoryModel::Lkmm => "the kernel's memory model",
    }
}
