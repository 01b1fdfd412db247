//! The helpers of a tree, held against the shipped bit tables word by word.
//!
//! The tree's are those that its probe was compiled with. The words are what the architecture's own constructors
//! make, and each of these with every single bit flipped.

use pmdrace_mm::pgtable::{Arch, MigrationAccess, MigrationEntry, Pmd, Pte};

use crate::{Build, TreeError};

/// A word about which a helper of the tree says something else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HelperDifference {
    /// The helper.
    pub helper: &'static str,
    /// The word, or the page frame of which it makes one.
    pub word: u64,
    /// What the shipped bit table says.
    pub shipped: u64,
    /// What the tree says.
    pub kernel: u64,
}

type Shipped = fn(&dyn Arch, u64) -> u64;

/// The helpers on a word, under the names of the probe.
const ON_WORDS: &[(&str, Shipped)] = &[
    ("pmd_none", |arch, word| arch.pmd_none(Pmd(word)).into()),
    ("pmd_present", |arch, word| arch.pmd_present(Pmd(word)).into()),
    ("pmd_bad", |arch, word| arch.pmd_bad(Pmd(word)).into()),
    ("pmd_trans_huge", |arch, word| arch.pmd_trans_huge(Pmd(word)).into()),
    ("pmd_leaf", |arch, word| arch.pmd_leaf(Pmd(word)).into()),
    ("pmd_write", |arch, word| arch.pmd_write(Pmd(word)).into()),
    ("pmd_dirty", |arch, word| arch.pmd_dirty(Pmd(word)).into()),
    ("pmd_young", |arch, word| arch.pmd_young(Pmd(word)).into()),
    ("pmd_pfn", |arch, word| arch.pmd_pfn(Pmd(word))),
    ("pmd_devmap", |arch, word| arch.pmd_devmap(Pmd(word)).unwrap_or(false).into()),
    ("pmd_protnone", |arch, word| arch.pmd_protnone(Pmd(word)).unwrap_or(false).into()),
    ("is_pmd_migration_entry", |arch, word| arch.is_pmd_migration_entry(Pmd(word)).into()),
    ("pmd_mkinvalid", |arch, word| arch.pmd_mkinvalid(Pmd(word)).0),
    ("pmd_wrprotect", |arch, word| arch.pmd_wrprotect(Pmd(word)).0),
    ("pmd_mkdirty", |arch, word| arch.pmd_mkdirty(Pmd(word)).0),
    ("pmd_mkold", |arch, word| arch.pmd_mkold(Pmd(word)).0),
    ("pmd_mkhuge", |arch, word| arch.pmd_mkhuge(Pmd(word)).0),
    ("pmd_access_permitted_read", |arch, w| arch.pmd_access_permitted(Pmd(w), false).into()),
    ("pmd_access_permitted_write", |arch, w| arch.pmd_access_permitted(Pmd(w), true).into()),
    ("pte_none", |arch, word| arch.pte_none(Pte(word)).into()),
    ("pte_present", |arch, word| arch.pte_present(Pte(word)).into()),
    ("pte_write", |arch, word| arch.pte_write(Pte(word)).into()),
    ("pte_pfn", |arch, word| arch.pte_pfn(Pte(word))),
    ("pte_special", |arch, word| arch.pte_special(Pte(word)).into()),
    ("pte_protnone", |arch, word| arch.pte_protnone(Pte(word)).into()),
    ("pte_access_permitted_read", |arch, w| arch.pte_access_permitted(Pte(w), false).into()),
    ("pte_access_permitted_write", |arch, w| arch.pte_access_permitted(Pte(w), true).into()),
];

/// The helpers that make a word of a page frame.
const ON_FRAMES: &[(&str, Shipped)] = &[
    ("pfn_pmd", |arch, pfn| arch.pfn_pmd(pfn).0),
    ("mk_pte", |arch, pfn| arch.mk_pte(pfn).0),
    ("migration_pmd_read", |arch, pfn| migration(arch, pfn, MigrationAccess::Read)),
    ("migration_pmd_write", |arch, pfn| migration(arch, pfn, MigrationAccess::Write)),
    ("migration_pte_write", |arch, pfn| {
        let entry = of_frame(pfn, MigrationAccess::Write).to_swp_entry(arch);
        entry.map_or(0, |entry| arch.swp_entry_to_pte(entry).0)
    }),
];

fn of_frame(pfn: u64, access: MigrationAccess) -> MigrationEntry {
    MigrationEntry { access, pfn, young: false, dirty: false }
}

fn migration(arch: &dyn Arch, pfn: u64, access: MigrationAccess) -> u64 {
    of_frame(pfn, access).to_pmd(arch).map_or(0, |pmd| pmd.0)
}

/// Page frames that are the first of a huge page.
const FRAMES: [u64; 3] = [0x200, 0x12_3400, 0x234_5800];

/// The words that helpers are asked about.
fn words(arch: &dyn Arch) -> Vec<u64> {
    let mut words = vec![0, arch.none_pmd().0, u64::MAX];
    for pfn in FRAMES {
        let huge = arch.mk_huge_pmd(pfn);
        let written = arch.pmd_mkdirty(arch.pmd_mkwrite(huge));
        let table = arch.table_pmd(pfn + 1);
        let leaves = [huge, written, arch.pmd_mkold(huge), arch.pmd_mkinvalid(written), table];
        words.extend(leaves.map(|pmd| pmd.0));
        words.push(arch.mk_pte(pfn).0);
        for access in MigrationAccess::ALL {
            for (young, dirty) in [(false, false), (true, false), (true, true)] {
                let entry = MigrationEntry { access, pfn, young, dirty }.to_pmd(arch);
                words.extend(entry.map(|pmd| pmd.0));
                words.extend(entry.map(|pmd| arch.pmd_mkinvalid(pmd).0));
            }
        }
    }
    let flipped = |word: &u64| (0..64).map(|bit| word ^ 1 << bit).collect::<Vec<_>>();
    let all: Vec<u64> = words.iter().flat_map(flipped).collect();
    words.extend(all);
    words.sort_unstable();
    words.dedup();
    words
}

/// Compares the helpers of a build with the shipped bit table: how many answers were compared, and the first
/// difference of each helper.
///
/// # Errors
/// If the probe does not run.
pub fn compare_helpers(build: &Build) -> Result<(usize, Vec<HelperDifference>), TreeError> {
    let arch = build.arch();
    let words = words(arch);
    let mut compared = 0;
    let mut differences = Vec::new();
    let on_words = ON_WORDS.iter().map(|helper| (helper, &words[..]));
    for ((helper, shipped), words) in on_words.chain(ON_FRAMES.iter().map(|one| (one, &FRAMES[..])))
    {
        for word in words {
            compared += 1;
            let (shipped, kernel) = (shipped(arch, *word), build.probe.ask(helper, &[*word])?);
            if shipped != kernel {
                differences.push(HelperDifference { helper, word: *word, shipped, kernel });
                break;
            }
        }
    }
    Ok((compared, differences))
}
