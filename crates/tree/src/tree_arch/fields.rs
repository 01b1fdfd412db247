//! The names of bits: those of the release's shipped bit table, as far as the build's helpers agree about them.
//!
//! A bit keeps its name if flipping it, in words of each kind, changes the answers of the build as it changes those of
//! the bit table. So a page frame number is as wide as the build has it, and a bit that its configuration does not
//! use is in no field.

use pmdrace_pgtable::{Arch, Field, Pmd, SwpEntry, View};

/// Names for what only userfaultfd's write protection uses, about which no helper of [`Arch`] is asked.
const UFFD_WP: [&str; 2] = ["UFFD_WP", "uffd-wp"];

/// The fields that the build has.
pub(super) fn consistent(tree: &dyn Arch, era: &dyn Arch) -> Vec<Field> {
    let (entries, swaps) = (entries(tree), swaps(tree));
    let uffd_wp = tree.pmd_swp_uffd_wp(Pmd(0)).is_some();
    let known = era.facts().fields.iter();
    let named = known.filter(|field| uffd_wp || !UFFD_WP.contains(&field.name));
    let fields = named.filter_map(|field| {
        longest(field, |bit| match field.view {
            View::Swap => {
                !swaps.is_empty() && swaps.iter().all(|word| same_swap(tree, era, word ^ 1 << bit))
            }
            View::Entry => entries.iter().all(|word| same_entry(tree, era, word ^ 1 << bit)),
            View::InvalidEntry => {
                let mut invalid = entries.iter().filter(|word| !era.hw_valid(Pmd(**word)));
                invalid.all(|word| same_entry(tree, era, word ^ 1 << bit))
            }
        })
    });
    fields.collect()
}

/// The longest run of bits of a field for which something holds.
fn longest(field: &Field, holds: impl Fn(u32) -> bool) -> Option<Field> {
    let bits: Vec<u32> = (field.lo..=field.hi).filter(|bit| holds(*bit)).collect();
    let runs = bits.chunk_by(|one, next| one + 1 == *next);
    let run = runs.max_by_key(|run| run.len())?;
    let (lo, hi) = (*run.first()?, *run.last()?);
    Some(Field { lo, hi, ..*field })
}

/// Words that map a page or point to a table.
fn entries(tree: &dyn Arch) -> Vec<u64> {
    let pfn = 3 << (tree.pmd_shift() - tree.page_shift());
    let huge = tree.mk_huge_pmd(pfn);
    let written = tree.pmd_mkdirty(tree.pmd_mkwrite(huge));
    let invalid = [huge, written].map(|pmd| tree.pmd_mkinvalid(pmd));
    let mut words = vec![huge, written, tree.pmd_mkold(huge), tree.table_pmd(pfn)];
    words.extend(invalid);
    words.extend(tree.pmd_modify_none(written));
    words.into_iter().map(|pmd| pmd.0).collect()
}

/// Swap entries, of a page and of a migration.
fn swaps(tree: &dyn Arch) -> Vec<u64> {
    let types = tree.facts().thp_migration.map_or(vec![1], |format| format.types.to_vec());
    let made = types
        .into_iter()
        .chain([1, 2])
        .filter_map(|swp_type| tree.swp_entry_to_pmd(SwpEntry { swp_type, offset: 0x1_2345 }));
    made.map(|pmd| pmd.0).collect()
}

fn same_entry(tree: &dyn Arch, era: &dyn Arch, word: u64) -> bool {
    let pmd = Pmd(word);
    let answers = |arch: &dyn Arch| {
        let truths = [
            arch.pmd_none(pmd),
            arch.pmd_present(pmd),
            arch.pmd_bad(pmd),
            arch.pmd_trans_huge(pmd),
            arch.pmd_leaf(pmd),
            arch.pmd_devmap(pmd).unwrap_or(false),
            arch.pmd_special(pmd),
            arch.pmd_write(pmd),
            arch.pmd_dirty(pmd),
            arch.pmd_young(pmd),
            arch.pmd_soft_dirty(pmd).unwrap_or(false),
            arch.pmd_access_permitted(pmd, false),
            arch.pmd_access_permitted(pmd, true),
        ];
        (truths, arch.table_pfn(pmd) << arch.page_shift())
    };
    // Without NUMA balancing nobody asks for PROT_NONE, which entries can be all the same.
    let protnone = tree.pmd_protnone(pmd).is_none_or(|is| era.pmd_protnone(pmd) == Some(is));
    protnone && answers(tree) == answers(era)
}

fn same_swap(tree: &dyn Arch, era: &dyn Arch, word: u64) -> bool {
    let pmd = Pmd(word);
    let flags = |arch: &dyn Arch| arch.pmd_swp_soft_dirty(pmd).unwrap_or(false);
    tree.pmd_to_swp_entry(pmd) == era.pmd_to_swp_entry(pmd) && flags(tree) == flags(era)
}
