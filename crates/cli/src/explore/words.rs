//! The words on which the helper contract is checked: small classes in full, and random words.
//!
//! The classes are the empty word, tables, and leaves and migration entries of a few page frames with every
//! combination of their flags. Clauses about any word are checked on all of these, and zero, with up to two bits
//! flipped.

use pmdrace_pgtable::{Arch, Domain, MigrationAccess, MigrationEntry, Pmd};
use rand::RngExt;
use rand::rngs::StdRng;

/// The words of a domain, sorted, each once.
pub(super) fn words(arch: &dyn Arch, domain: Domain, rng: &mut StdRng, random: u64) -> Vec<u64> {
    let random = |rng: &mut StdRng, make: &mut dyn FnMut(&mut StdRng)| {
        (0..random).for_each(|_| make(rng));
    };
    let mut words = Vec::new();
    match domain {
        Domain::Empty => words.push(arch.none_pmd().0),
        Domain::Table => {
            words.extend(tables(arch));
            random(rng, &mut |rng| {
                words.push(arch.table_pmd(number(rng, pfn_bits(arch)).max(1)).0)
            });
            // One table address stands for an empty PMD.
            words.retain(|word| *word != arch.none_pmd().0);
        }
        Domain::Leaf => {
            words.extend(leaves(arch));
            random(rng, &mut |rng| words.extend(leaves_of(arch, huge_pfn(arch, rng))));
        }
        Domain::Migration => {
            words.extend(migration_entries(arch));
            random(rng, &mut |rng| words.extend(entries_of(arch, huge_pfn(arch, rng))));
        }
        Domain::Any | Domain::ProtNoneLeaf => {
            let mut bases = vec![0, arch.none_pmd().0];
            bases.extend(tables(arch));
            bases.extend(leaves(arch));
            bases.extend(migration_entries(arch));
            words.extend(bases.into_iter().flat_map(flipped));
            if domain == Domain::ProtNoneLeaf {
                let leaf = |word: &u64| {
                    arch.pmd_protnone(Pmd(*word)) == Some(true) && arch.pmd_leaf(Pmd(*word))
                };
                words.retain(leaf);
                let found = words.clone();
                // Few random words are such leaves, so flip some more bits of those found.
                random(rng, &mut |rng| match found.len() {
                    0 => {}
                    len => words.push(found[rng.random_range(0..len)] ^ few_bits(rng)),
                });
                words.retain(leaf);
            } else {
                random(rng, &mut |rng| words.push(any_word(rng)));
            }
        }
    }
    words.sort_unstable();
    words.dedup();
    words
}

/// The width of a page frame number.
fn pfn_bits(arch: &dyn Arch) -> u32 {
    // Architectures without migration entries do not say; 32-bit arm has the fewest, 40 - 12.
    arch.facts().thp_migration.map_or(28, |format| format.pfn_bits)
}

/// The page frames to check: the first huge page above zero, a pattern, and the last.
fn pfns(arch: &dyn Arch) -> [u64; 3] {
    let pages = arch.hpage_pmd_nr();
    let all = (1 << pfn_bits(arch)) - 1;
    [pages, 0x5555_5555_5555_5555, u64::MAX].map(|pfn| pfn & all & !(pages - 1))
}

fn tables(arch: &dyn Arch) -> Vec<u64> {
    pfns(arch).map(|pfn| arch.table_pmd(pfn).0).to_vec()
}

fn leaves(arch: &dyn Arch) -> Vec<u64> {
    pfns(arch).into_iter().flat_map(|pfn| leaves_of(arch, pfn)).collect()
}

/// The leaves of one huge page with every combination of write, dirty and young.
fn leaves_of(arch: &dyn Arch, pfn: u64) -> Vec<u64> {
    let mut leaves = vec![arch.mk_huge_pmd(pfn)];
    let changes = [
        |arch: &dyn Arch, pmd| arch.pmd_mkwrite(pmd),
        |arch: &dyn Arch, pmd| arch.pmd_mkdirty(pmd),
        |arch: &dyn Arch, pmd| arch.pmd_mkold(pmd),
    ];
    for change in changes {
        let changed: Vec<Pmd> = leaves.iter().map(|pmd| change(arch, *pmd)).collect();
        leaves.extend(changed);
    }
    leaves.into_iter().map(|pmd| pmd.0).collect()
}

fn migration_entries(arch: &dyn Arch) -> Vec<u64> {
    pfns(arch).into_iter().flat_map(|pfn| entries_of(arch, pfn)).collect()
}

/// The migration entries of one page of every type, young and old, dirty and clean.
fn entries_of(arch: &dyn Arch, pfn: u64) -> Vec<u64> {
    let mut words = Vec::new();
    for access in MigrationAccess::ALL {
        for (young, dirty) in [(false, false), (false, true), (true, false), (true, true)] {
            let entry = MigrationEntry { access, pfn, young, dirty };
            words.extend(entry.to_pmd(arch).map(|pmd| pmd.0));
        }
    }
    words
}

/// The word as it is, and with each one and each two of its bits flipped.
fn flipped(word: u64) -> impl Iterator<Item = u64> {
    let two = (0..64).flat_map(move |a| (0..=a).map(move |b| word ^ (1 << a | 1 << b)));
    std::iter::once(word).chain(two)
}

/// A number below `1 << bits` of random length, so that short ones occur as well.
fn number(rng: &mut StdRng, bits: u32) -> u64 {
    let number = rng.random::<u64>() >> (64 - bits);
    number >> rng.random_range(0..bits)
}

/// The page frame number of a huge page other than zero.
fn huge_pfn(arch: &dyn Arch, rng: &mut StdRng) -> u64 {
    let pages = arch.hpage_pmd_nr();
    (number(rng, pfn_bits(arch)) & !(pages - 1)).max(pages)
}

/// Any word: with about half of its bits set, few, or most.
fn any_word(rng: &mut StdRng) -> u64 {
    let (a, b, c): (u64, u64, u64) = rng.random();
    match rng.random_range(0..4) {
        0 => a,
        1 => a & b,
        2 => a & b & c,
        _ => a | b,
    }
}

/// A word with about one bit in eight set.
fn few_bits(rng: &mut StdRng) -> u64 {
    let (a, b, c): (u64, u64, u64) = rng.random();
    a & b & c
}
