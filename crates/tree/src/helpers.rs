//! The helpers of a tree, held against the shipped bit tables word by word.
//!
//! The tree's are those that its probe was compiled with. The words are what the architecture's own constructors
//! make, each of these with every single bit flipped, and random ones.

use pmdrace_mm::pgtable::{
    Arch, Kernel, MigrationAccess as Access, MigrationEntry, Pmd, Pte, SwpEntry,
};

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

/// What an architecture's helper makes of a word.
type Helper = fn(&dyn Arch, u64) -> u64;

/// The helpers on a word.
const ON_WORDS: &[(&str, Helper)] = &[
    ("pmd_none", |arch, word| arch.pmd_none(Pmd(word)).into()),
    ("pmd_present", |arch, word| arch.pmd_present(Pmd(word)).into()),
    ("pmd_bad", |arch, word| arch.pmd_bad(Pmd(word)).into()),
    ("pmd_trans_huge", |arch, word| arch.pmd_trans_huge(Pmd(word)).into()),
    ("pmd_leaf", |arch, word| arch.pmd_leaf(Pmd(word)).into()),
    // 6.12 has none.
    ("pmd_huge", |arch, w| (arch.kernel() == Kernel::V6_1 && arch.pmd_huge(Pmd(w))).into()),
    ("pmd_devmap", |arch, word| has(arch.pmd_devmap(Pmd(word)))),
    ("pmd_special", |arch, word| arch.pmd_special(Pmd(word)).into()),
    ("pmd_protnone", |arch, word| has(arch.pmd_protnone(Pmd(word)))),
    ("pmd_is_serializing", |arch, word| has(arch.pmd_serializing(Pmd(word)))),
    ("pmd_write", |arch, word| arch.pmd_write(Pmd(word)).into()),
    ("pmd_dirty", |arch, word| arch.pmd_dirty(Pmd(word)).into()),
    ("pmd_young", |arch, word| arch.pmd_young(Pmd(word)).into()),
    ("pmd_soft_dirty", |arch, word| has(arch.pmd_soft_dirty(Pmd(word)))),
    ("pmd_pfn", |arch, word| arch.pmd_pfn(Pmd(word))),
    ("pmd_access_permitted, read", |arch, w| arch.pmd_access_permitted(Pmd(w), false).into()),
    ("pmd_access_permitted, write", |arch, w| arch.pmd_access_permitted(Pmd(w), true).into()),
    ("pmd_mkinvalid", |arch, word| arch.pmd_mkinvalid(Pmd(word)).0),
    ("pmd_mkhuge", |arch, word| arch.pmd_mkhuge(Pmd(word)).0),
    ("pmd_mkwrite", |arch, word| arch.pmd_mkwrite(Pmd(word)).0),
    ("pmd_wrprotect", |arch, word| arch.pmd_wrprotect(Pmd(word)).0),
    ("pmd_modify, PAGE_NONE", |arch, w| arch.pmd_modify_none(Pmd(w)).map_or(0, |pmd| pmd.0)),
    ("pmd_mk_savedwrite", |arch, word| arch.pmd_mk_savedwrite(Pmd(word)).0),
    ("pmd_mkdirty", |arch, word| arch.pmd_mkdirty(Pmd(word)).0),
    ("pmd_mkyoung", |arch, word| arch.pmd_mkyoung(Pmd(word)).0),
    ("pmd_mkold", |arch, word| arch.pmd_mkold(Pmd(word)).0),
    ("pmd_page_vaddr", |arch, word| arch.table_pfn(Pmd(word))),
    ("pmd_to_swp_entry, type", |arch, w| swap(arch, w).map_or(0, |entry| entry.swp_type)),
    ("pmd_to_swp_entry, offset", |arch, w| swap(arch, w).map_or(0, |entry| entry.offset)),
    ("pmd_swp_soft_dirty", |arch, word| has(arch.pmd_swp_soft_dirty(Pmd(word)))),
    ("is_pmd_migration_entry", |arch, word| arch.is_pmd_migration_entry(Pmd(word)).into()),
    ("pte_none", |arch, word| arch.pte_none(Pte(word)).into()),
    ("pte_present", |arch, word| arch.pte_present(Pte(word)).into()),
    ("pte_protnone", |arch, word| arch.pte_protnone(Pte(word)).into()),
    ("pte_devmap", |arch, word| arch.pte_devmap(Pte(word)).into()),
    ("pte_special", |arch, word| arch.pte_special(Pte(word)).into()),
    ("pte_write", |arch, word| arch.pte_write(Pte(word)).into()),
    ("pte_dirty", |arch, word| arch.pte_dirty(Pte(word)).into()),
    ("pte_pfn", |arch, word| arch.pte_pfn(Pte(word))),
    ("pte_access_permitted, read", |arch, w| arch.pte_access_permitted(Pte(w), false).into()),
    ("pte_access_permitted, write", |arch, w| arch.pte_access_permitted(Pte(w), true).into()),
    ("pte_mkwrite", |arch, word| arch.pte_mkwrite(Pte(word)).0),
    ("pte_wrprotect", |arch, word| arch.pte_wrprotect(Pte(word)).0),
    ("pte_mkdirty", |arch, word| arch.pte_mkdirty(Pte(word)).0),
    ("pte_mksoft_dirty", |arch, word| arch.pte_mksoft_dirty(Pte(word)).0),
    ("pte_clear_soft_dirty", |arch, word| arch.pte_clear_soft_dirty(Pte(word)).0),
    ("pte_mkyoung", |arch, word| arch.pte_mkyoung(Pte(word)).0),
    ("pte_mkold", |arch, word| arch.pte_mkold(Pte(word)).0),
];

/// `pmd_swp_uffd_wp()`, which a bit table need not have where kernels do: compared only where it has it.
const UFFD_WP: (&str, Helper) =
    ("pmd_swp_uffd_wp", |arch, word| has(arch.pmd_swp_uffd_wp(Pmd(word))));

/// The helpers that make a word of a page frame.
const ON_FRAMES: &[(&str, Helper)] = &[
    ("pfn_pmd", |arch, pfn| arch.pfn_pmd(pfn).0),
    ("mk_huge_pmd", |arch, pfn| arch.mk_huge_pmd(pfn).0),
    ("pmd_populate", |arch, pfn| arch.table_pmd(pfn).0),
    ("mk_pte", |arch, pfn| arch.mk_pte(pfn).0),
    ("swp_entry_to_pmd", |arch, pfn| swap_pmd(arch, pfn).map_or(0, |pmd| pmd.0)),
    ("swp_entry_to_pte", |arch, pfn| arch.swp_entry_to_pte(swap_entry(pfn)).0),
    ("pmd_clear", |arch, _| arch.none_pmd().0),
    ("pte_clear", |arch, _| arch.none_pte().0),
    ("migration entry in a PMD, read", |arch, pfn| migration(arch, pfn, Access::Read)),
    ("migration entry in a PMD, exclusive", |arch, pfn| {
        migration(arch, pfn, Access::ReadExclusive)
    }),
    ("migration entry in a PMD, write", |arch, pfn| migration(arch, pfn, Access::Write)),
    ("migration entry in a PTE", migration_pte),
];

/// Words of a page frame that the build has under a name of the probe, whatever the architecture's facts say of the
/// encoding.
const OF_THE_PROBE: &[(&str, Helper)] = &[
    ("migration_pmd_read", |arch, pfn| migration(arch, pfn, Access::Read)),
    ("migration_pmd_write", |arch, pfn| migration(arch, pfn, Access::Write)),
    ("migration_pte_write", migration_pte),
];

/// A helper that is a stub answers no.
fn has(answer: Option<bool>) -> u64 {
    answer.unwrap_or(false).into()
}

fn swap(arch: &dyn Arch, word: u64) -> Option<SwpEntry> {
    arch.pmd_to_swp_entry(Pmd(word))
}

/// A swap entry that is no migration: the type of the first swap file.
fn swap_entry(offset: u64) -> SwpEntry {
    SwpEntry { swp_type: 1, offset }
}

fn swap_pmd(arch: &dyn Arch, offset: u64) -> Option<Pmd> {
    arch.swp_entry_to_pmd(swap_entry(offset))
}

fn of_frame(pfn: u64, access: Access) -> MigrationEntry {
    MigrationEntry { access, pfn, young: false, dirty: false }
}

fn migration(arch: &dyn Arch, pfn: u64, access: Access) -> u64 {
    of_frame(pfn, access).to_pmd(arch).map_or(0, |pmd| pmd.0)
}

fn migration_pte(arch: &dyn Arch, pfn: u64) -> u64 {
    let entry = of_frame(pfn, Access::Write).to_swp_entry(arch);
    entry.map_or(0, |entry| arch.swp_entry_to_pte(entry).0)
}

/// Page frames that are the first of a huge page.
const FRAMES: [u64; 3] = [0x200, 0x12_3400, 0x234_5800];

/// Which random words are asked about besides.
const RANDOM: std::ops::Range<u64> = 0..1_000;

/// A word that looks random, always the same of one number: the output function of SplitMix64.
fn scrambled(number: u64) -> u64 {
    let mut word = number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    word = (word ^ word >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    word = (word ^ word >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ word >> 31
}

/// The words that helpers are asked about.
fn words(arch: &dyn Arch) -> Vec<u64> {
    let mut words = vec![0, arch.none_pmd().0, u64::MAX];
    for pfn in FRAMES {
        let huge = arch.mk_huge_pmd(pfn);
        let written = arch.pmd_mkdirty(arch.pmd_mkwrite(huge));
        let table = arch.table_pmd(pfn + 1);
        let leaves = [huge, written, arch.pmd_mkold(huge), arch.pmd_mkinvalid(written), table];
        words.extend(leaves.map(|pmd| pmd.0));
        words.extend(arch.pmd_modify_none(written).map(|pmd| pmd.0));
        words.extend(swap_pmd(arch, pfn).map(|pmd| pmd.0));
        let page = arch.mk_pte(pfn);
        let written = arch.pte_mkdirty(arch.pte_mkwrite(page));
        let pages = [page, written, arch.pte_wrprotect(written), arch.pte_mkold(page)];
        words.extend(pages.map(|pte| pte.0));
        words.extend([arch.swp_entry_to_pte(swap_entry(pfn)).0, migration_pte(arch, pfn)]);
        for access in Access::ALL {
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
    words.extend(RANDOM.map(scrambled));
    words.sort_unstable();
    words.dedup();
    words
}

/// Compares the helpers of a build with the shipped bit table: how many answers were compared, and the first
/// difference of each helper.
///
/// # Errors
/// If a helper does not run.
pub fn compare_helpers(build: &Build) -> Result<(usize, Vec<HelperDifference>), TreeError> {
    let (arch, tree) = (build.arch(), build.tree_arch()?);
    let words = words(arch);
    let mut compared = 0;
    let mut differences = Vec::new();
    let mut compare = |helper: &'static str,
                       words: &[u64],
                       shipped: &dyn Fn(u64) -> u64,
                       kernel: &dyn Fn(u64) -> Result<u64, TreeError>| {
        for word in words {
            compared += 1;
            let (shipped, kernel) = (shipped(*word), kernel(*word)?);
            if shipped != kernel {
                differences.push(HelperDifference { helper, word: *word, shipped, kernel });
                break;
            }
        }
        Ok::<(), TreeError>(())
    };
    let uffd_wp = arch.pmd_swp_uffd_wp(Pmd(0)).map(|_| UFFD_WP);
    for (helper, answer) in ON_WORDS.iter().copied().chain(uffd_wp) {
        compare(helper, &words, &|word| answer(arch, word), &|word| Ok(answer(tree, word)))?;
    }
    for (helper, answer) in ON_FRAMES {
        compare(helper, &FRAMES, &|pfn| answer(arch, pfn), &|pfn| Ok(answer(tree, pfn)))?;
    }
    // Without huge migration entries the bit table does not say what any migration entry is.
    let of_the_probe = OF_THE_PROBE.iter().filter(|_| arch.facts().thp_migration.is_some());
    for (helper, answer) in of_the_probe {
        compare(helper, &FRAMES, &|pfn| answer(arch, pfn), &|pfn| build.probe.ask(helper, &[pfn]))?;
    }
    Ok((compared, differences))
}
