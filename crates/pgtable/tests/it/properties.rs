//! What must hold of every word that the helpers build, and of every word at all, checked on 1,000
//! random words per architecture. A failure names the seed of the one word that failed.
//!
//! Only for arm64, x86_64 and loongarch64 with its present-invalid bit: these keep the properties below
//! one by one. The others break some of them by design (an old s390x leaf is not valid, an invalidated
//! mips64 leaf is not present); which promise each of them breaks is what the clauses of the helper
//! contract say, for all architectures.

use pmdrace_pgtable::{
    ARCHITECTURES, Answers, Arch, MigrationAccess, MigrationEntry, MigrationFormat, Pmd, SwpEntry,
};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// The first word's seed; each following word has the next one.
const SEED: u64 = 0x706d_6472_6163_6500;
const WORDS: u64 = 1_000;
/// The architectures that have all the properties.
const NAMES: [&str; 5] =
    ["arm64@6.1", "arm64@6.12", "x86_64@6.1", "x86_64@6.12", "loongarch64@6.1"];

fn architectures() -> impl Iterator<Item = &'static dyn Arch> {
    ARCHITECTURES.iter().copied().filter(|arch| NAMES.contains(&arch.name()))
}

/// Runs `check` with [`WORDS`] generators per architecture. Its last argument says which word this is,
/// for the messages.
fn every_word(check: impl Fn(&dyn Arch, &mut StdRng, &str)) {
    for arch in architectures() {
        for seed in SEED..SEED + WORDS {
            let at = format!("{}, seed {seed:#x}", arch.name());
            check(arch, &mut StdRng::seed_from_u64(seed), &at);
        }
    }
}

/// A number below `1 << bits` of a random length, so that short ones occur as well.
fn number(rng: &mut StdRng, bits: u32) -> u64 {
    let number = rng.random::<u64>() >> (64 - bits);
    number >> rng.random_range(0..bits)
}

/// How many bits a page frame number has.
fn pfn_bits(arch: &dyn Arch) -> u32 {
    // Without migration entries nothing says so: 32 bits fit everywhere.
    arch.facts().thp_migration.map_or(32, |format| format.pfn_bits)
}

/// The page frame number of a huge page.
fn huge_pfn(arch: &dyn Arch, rng: &mut StdRng) -> u64 {
    number(rng, pfn_bits(arch)) & !(arch.hpage_pmd_nr() - 1)
}

fn migration_entry(arch: &dyn Arch, rng: &mut StdRng) -> MigrationEntry {
    MigrationEntry {
        access: MigrationAccess::ALL[rng.random_range(0..3)],
        pfn: number(rng, pfn_bits(arch)),
        young: rng.random(),
        dirty: rng.random(),
    }
}

/// A swap entry of any type whose offset is no wider than that of a migration entry, and not zero.
fn swap_entry(arch: &dyn Arch, rng: &mut StdRng) -> SwpEntry {
    SwpEntry { swp_type: rng.random_range(0..32), offset: number(rng, pfn_bits(arch) + 2).max(1) }
}

/// The answers about a word as a mapping, without those about it as a swap entry.
#[derive(Clone, PartialEq, Debug)]
struct Mapping {
    none: bool,
    present: bool,
    bad: bool,
    trans_huge: bool,
    leaf: bool,
    devmap: bool,
    protnone: bool,
    write: bool,
    dirty: bool,
    young: bool,
    soft_dirty: bool,
    pfn: u64,
    access_read: bool,
    access_write: bool,
    hw_valid: bool,
    is_migration: bool,
}

impl Mapping {
    fn of(arch: &dyn Arch, pmd: Pmd) -> Mapping {
        let answers = Answers::of(arch, pmd);
        Mapping {
            none: answers.none,
            present: answers.present,
            bad: answers.bad,
            trans_huge: answers.trans_huge,
            leaf: answers.leaf,
            devmap: answers.devmap == Some(true),
            protnone: answers.protnone == Some(true),
            write: answers.write,
            dirty: answers.dirty,
            young: answers.young,
            soft_dirty: answers.soft_dirty == Some(true),
            pfn: answers.pfn,
            access_read: answers.access_read,
            access_write: answers.access_write,
            hw_valid: answers.hw_valid,
            is_migration: answers.is_migration,
        }
    }

    /// What `mk_huge_pmd()` makes: a young, clean, read-only leaf.
    fn huge(pfn: u64) -> Mapping {
        Mapping {
            none: false,
            present: true,
            bad: true,
            trans_huge: true,
            leaf: true,
            devmap: false,
            protnone: false,
            write: false,
            dirty: false,
            young: true,
            soft_dirty: false,
            pfn,
            access_read: true,
            access_write: false,
            hw_valid: true,
            is_migration: false,
        }
    }
}

/// Whether one bit says both that an entry is young and that the hardware may use it.
fn young_is_valid(arch: &dyn Arch) -> bool {
    arch.name().starts_with("loongarch64@")
}

/// One random change by the helper of that name: the new word, and in `mapping` what it should be.
fn change(
    arch: &dyn Arch,
    rng: &mut StdRng,
    pmd: Pmd,
    mapping: &mut Mapping,
) -> (&'static str, Pmd) {
    match rng.random_range(0..4) {
        0 => {
            mapping.write = true;
            mapping.access_write = true;
            ("pmd_mkwrite", arch.pmd_mkwrite(pmd))
        }
        1 => {
            mapping.write = false;
            mapping.access_write = false;
            ("pmd_wrprotect", arch.pmd_wrprotect(pmd))
        }
        2 => {
            mapping.dirty = true;
            // Where there is a soft-dirty bit, pmd_mkdirty() sets both.
            mapping.soft_dirty = arch.pmd_soft_dirty(pmd).is_some();
            ("pmd_mkdirty", arch.pmd_mkdirty(pmd))
        }
        _ => {
            mapping.young = false;
            mapping.hw_valid &= !young_is_valid(arch);
            ("pmd_mkold", arch.pmd_mkold(pmd))
        }
    }
}

#[test]
fn migration_entries_decode_to_what_was_encoded() {
    every_word(|arch, rng, at| {
        let Some(MigrationFormat { types, .. }) = arch.facts().thp_migration else {
            return;
        };
        let entry = migration_entry(arch, rng);
        let swp = entry.to_swp_entry(arch).unwrap();
        assert_eq!(swp.swp_type, types[entry.access as usize], "{at}");
        assert_eq!(MigrationEntry::from_swp_entry(arch, swp), Some(entry), "{at}");
        let pmd = entry.to_pmd(arch).unwrap();
        let at = format!("{at}: {entry:x?} as {:#x}", pmd.0);
        assert!(arch.is_pmd_migration_entry(pmd), "{at}");
        assert_eq!(MigrationEntry::from_pmd(arch, pmd), Some(entry), "{at}");
        assert_eq!(Answers::of(arch, pmd).swp_pfn, Some(entry.pfn), "{at}");
    });
}

#[test]
fn swap_pmds_are_never_taken_for_mappings() {
    every_word(|arch, rng, at| {
        let mut entry = swap_entry(arch, rng);
        let types = arch.facts().thp_migration.map(|format| format.types);
        // Half of them migration entries, the others of any type.
        if let Some(types) = types
            && rng.random()
        {
            entry.swp_type = types[rng.random_range(0..3)];
        }
        let Some(pmd) = arch.swp_entry_to_pmd(entry) else {
            return;
        };
        let at = format!("{at}: {entry:x?} as {:#x}", pmd.0);
        assert_eq!(arch.pmd_to_swp_entry(pmd), Some(entry), "{at}");
        let answers = Answers::of(arch, pmd);
        assert!(!answers.none, "{at}");
        assert!(!answers.present, "{at}");
        assert!(!answers.trans_huge, "{at}");
        assert!(!answers.hw_valid, "{at}");
        assert!(!answers.access_read && !answers.access_write, "{at}");
        let is_migration = types.is_some_and(|types| types.contains(&entry.swp_type));
        assert_eq!(answers.is_migration, is_migration, "{at}");
    });
}

#[test]
fn leaves_are_changed_only_as_the_helper_says() {
    every_word(|arch, rng, at| {
        let pfn = huge_pfn(arch, rng);
        let mut pmd = arch.mk_huge_pmd(pfn);
        let mut mapping = Mapping::huge(pfn);
        let mut at = format!("{at}: mk_huge_pmd({pfn:#x})");
        assert_eq!(Mapping::of(arch, pmd), mapping, "{at} as {:#x}", pmd.0);
        for _ in 0..6 {
            let name;
            (name, pmd) = change(arch, rng, pmd, &mut mapping);
            at = format!("{at}, {name}()");
            assert_eq!(Mapping::of(arch, pmd), mapping, "{at} as {:#x}", pmd.0);
        }
    });
}

#[test]
fn an_invalidated_leaf_stays_the_leaf_it_was_but_not_for_the_hardware() {
    every_word(|arch, rng, at| {
        let pfn = huge_pfn(arch, rng);
        let mut pmd = arch.mk_huge_pmd(pfn);
        let mut mapping = Mapping::huge(pfn);
        for _ in 0..rng.random_range(0..4) {
            (_, pmd) = change(arch, rng, pmd, &mut mapping);
        }
        let invalid = arch.pmd_mkinvalid(pmd);
        let at = format!("{at}: {:#x} invalidated to {:#x}", pmd.0, invalid.0);
        let answers = Mapping::of(arch, invalid);
        mapping.hw_valid = false;
        mapping.young &= !young_is_valid(arch);
        // Whether GUP-fast may still use it is the architecture's own affair.
        mapping.access_read = answers.access_read;
        mapping.access_write = answers.access_write;
        assert_eq!(answers, mapping, "{at}");
        assert_eq!(arch.pmd_mkinvalid(invalid), invalid, "{at}, twice");
    });
}

#[test]
fn tables_are_found_again() {
    every_word(|arch, rng, at| {
        let pfn = number(rng, pfn_bits(arch));
        let pmd = arch.table_pmd(pfn);
        if pmd == arch.none_pmd() {
            // The one table whose address stands for an empty PMD.
            return;
        }
        let at = format!("{at}: table_pmd({pfn:#x}) as {:#x}", pmd.0);
        assert_eq!(arch.table_pfn(pmd), pfn, "{at}");
        let answers = Answers::of(arch, pmd);
        assert!(answers.present && !answers.none, "{at}");
        assert!(!answers.leaf && !answers.trans_huge, "{at}");
        assert!(!answers.bad, "{at}");
        assert!(!answers.is_migration, "{at}");
        assert!(!arch.pmd_huge(pmd), "{at}");
    });
}

#[test]
fn ptes_map_their_page_until_they_are_swap_entries() {
    every_word(|arch, rng, at| {
        let pfn = number(rng, pfn_bits(arch));
        let mut pte = arch.mk_pte(pfn);
        let mut write = false;
        let mut at = format!("{at}: mk_pte({pfn:#x})");
        for _ in 0..4 {
            let at_word = format!("{at} as {:#x}", pte.0);
            assert!(arch.pte_present(pte) && !arch.pte_none(pte), "{at_word}");
            assert_eq!(arch.pte_pfn(pte), pfn, "{at_word}");
            assert_eq!(arch.pte_write(pte), write, "{at_word}");
            assert!(arch.pte_access_permitted(pte, false), "{at_word}");
            assert_eq!(arch.pte_access_permitted(pte, true), write, "{at_word}");
            assert!(
                !arch.pte_special(pte) && !arch.pte_devmap(pte) && !arch.pte_protnone(pte),
                "{at_word}"
            );
            let name;
            (name, pte) = match rng.random_range(0..3) {
                0 => {
                    write = true;
                    ("pte_mkwrite", arch.pte_mkwrite(pte))
                }
                1 => ("pte_mkdirty", arch.pte_mkdirty(pte)),
                _ => ("pte_mkold", arch.pte_mkold(pte)),
            };
            at = format!("{at}, {name}()");
        }
    });
    every_word(|arch, rng, at| {
        let entry = swap_entry(arch, rng);
        let pte = arch.swp_entry_to_pte(entry);
        let at = format!("{at}: {entry:x?} as {:#x}", pte.0);
        assert!(!arch.pte_present(pte), "{at}");
        assert!(!arch.pte_none(pte), "{at}");
        assert!(!arch.pte_access_permitted(pte, false), "{at}");
    });
}

/// Any word, mapping or not: some with half of their bits set, some with few, some with most.
fn any_word(rng: &mut StdRng) -> Pmd {
    let (a, b, c): (u64, u64, u64) = rng.random();
    Pmd(match rng.random_range(0..4) {
        0 => a,
        1 => a & b,
        2 => a & b & c,
        _ => a | b,
    })
}

#[test]
fn answers_about_any_word_agree_with_each_other() {
    for arch in architectures() {
        // How many words showed each property, so that none of them holds for want of a word.
        let (mut present, mut absent, mut huge, mut write) = (0, 0, 0, 0);
        for seed in SEED..SEED + WORDS {
            let pmd = any_word(&mut StdRng::seed_from_u64(seed));
            let at = format!("{}, seed {seed:#x}: {:#x}", arch.name(), pmd.0);
            let answers = Answers::of(arch, pmd);
            assert!(!(answers.none && answers.present), "{at}");
            assert!(answers.present || !answers.trans_huge, "{at}");
            assert!(answers.access_read || !answers.access_write, "{at}");
            assert!(answers.present || !answers.access_read, "{at}");
            assert!(!arch.hw_valid(answers.mkinvalid), "{at}");
            assert_eq!(answers.migration.is_some(), answers.is_migration, "{at}");
            if answers.is_migration {
                assert!(!answers.none && !answers.present, "{at}");
            }
            // Also where the hardware has made the entry dirty, which no helper builds.
            let protected = arch.pmd_wrprotect(pmd);
            assert!(!arch.pmd_write(protected), "{at}");
            // loongarch64 of 6.1 has pmd_wrprotect() copy the hardware's bit, which pmd_dirty() ignores.
            let hidden = arch.name() == "loongarch64@6.1" && pmd.0 & 2 != 0;
            assert_eq!(arch.pmd_dirty(protected), answers.dirty || hidden, "{at}");
            let old = arch.pmd_mkold(pmd);
            assert!(!arch.pmd_young(old), "{at}");
            assert_eq!(arch.pmd_dirty(old), answers.dirty, "{at}");
            present += u64::from(answers.present);
            absent += u64::from(!answers.present);
            huge += u64::from(answers.trans_huge);
            write += u64::from(answers.access_write);
        }
        for (name, seen) in
            [("present", present), ("absent", absent), ("trans_huge", huge), ("writable", write)]
        {
            assert!(seen > 10, "{}: only {seen} {name} words", arch.name());
        }
        let none = arch.none_pmd();
        assert!(arch.pmd_none(none) && !arch.pmd_present(none), "{}", arch.name());
    }
}
