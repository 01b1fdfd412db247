//! What the kernel means by a word that its C stores: told by the bits, and by the function that stores it.

use pmdrace_mm::pgtable::{MigrationEntry, Pmd, Pte};
use pmdrace_mm::{CellKind, Kernel, Meaning, TableId, Word};

/// Functions that change an entry's bits and leave what the kernel means by it, also where they call others.
const KEEPS: &[&str] = &["pmdp_invalidate", "pmdp_invalidate_ad", "pmdp_establish", "__pmdp_idte"];

/// Functions that put a mapping of the same folio back in the place of what they clear, under the same lock: an entry
/// that they leave empty is so for a moment.
const RESTORES: &[&str] = &["madvise_free_huge_pmd", "change_huge_pmd"];

/// The word that is stored with these bits. `found` is what the CPU knows to have been there, and `functions` the
/// functions that the store is in, innermost first.
pub(crate) fn stored(
    kernel: &Kernel,
    kind: CellKind,
    bits: u64,
    found: Option<Word>,
    functions: &[String],
) -> Word {
    let within =
        |names: &[&str]| functions.iter().any(|function| names.contains(&function.as_str()));
    let cleared = kernel.arch.pmd_none(Pmd(bits));
    let keeps = within(KEEPS) || (cleared && within(RESTORES));
    match (kind, found) {
        (CellKind::Pmd, Some(found)) if keeps => found.invalidated(bits),
        (CellKind::Pmd, _) => Word::new(bits, of_pmd(kernel, Pmd(bits))),
        (CellKind::Pte, _) => Word::new(bits, of_pte(kernel, Pte(bits))),
        (_, Some(found)) => found.with_bits(bits),
        _ => Word::new(bits, Meaning::None),
    }
}

fn of_pmd(kernel: &Kernel, pmd: Pmd) -> Meaning {
    let arch = kernel.arch;
    if arch.pmd_none(pmd) {
        return Meaning::None;
    }
    if let Some(entry) = MigrationEntry::from_pmd(arch, pmd) {
        return match (kernel.folio_at(entry.pfn), entry.to_swp_entry(arch)) {
            (Some(folio), Some(entry)) => Meaning::Swap { folio, entry },
            _ => Meaning::Rubbish,
        };
    }
    if arch.pmd_leaf(pmd) || arch.pmd_trans_huge(pmd) {
        let folio = kernel.folio_at(arch.pmd_pfn(pmd));
        return folio.map_or(Meaning::Rubbish, |folio| Meaning::Leaf { folio, invalidated: false });
    }
    // A link to where no table lies links nothing.
    let table: Option<TableId> = kernel.table_at(arch.table_pfn(pmd));
    table.map_or(Meaning::None, Meaning::Table)
}

fn of_pte(kernel: &Kernel, pte: Pte) -> Meaning {
    let arch = kernel.arch;
    if arch.pte_none(pte) {
        return Meaning::None;
    }
    if arch.pte_present(pte) {
        let folio = kernel.folio_at(arch.pte_pfn(pte));
        return folio.map_or(Meaning::Rubbish, |folio| Meaning::Leaf { folio, invalidated: false });
    }
    // A swap entry of a page has the format of one of a huge page here, but for the word that holds it.
    let swap = kernel.folios.iter().enumerate().find_map(|(id, folio)| {
        folio.pfns.clone().find_map(|pfn| migration_pte(kernel, pfn, pte).map(|entry| (id, entry)))
    });
    match swap {
        Some((id, entry)) => Meaning::Swap { folio: pmdrace_mm::FolioId(id), entry },
        None => Meaning::Rubbish,
    }
}

/// The migration entry of a page frame that this word is, if it is one.
fn migration_pte(kernel: &Kernel, pfn: u64, pte: Pte) -> Option<pmdrace_mm::pgtable::SwpEntry> {
    use pmdrace_mm::pgtable::MigrationAccess;
    MigrationAccess::ALL.into_iter().find_map(|access| {
        [(false, false), (false, true), (true, false), (true, true)].into_iter().find_map(
            |(young, dirty)| {
                let entry = MigrationEntry { access, pfn, young, dirty };
                let swap = entry.to_swp_entry(kernel.arch)?;
                (kernel.arch.swp_entry_to_pte(swap) == pte).then_some(swap)
            },
        )
    })
}
