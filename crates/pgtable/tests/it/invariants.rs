//! What holds on every architecture: words that the helpers build are what the helpers say they are.

use pmdrace_pgtable::{ARCHITECTURES, Kernel, MigrationAccess, MigrationEntry, SwpEntry, by_name};
use proptest::prelude::*;

#[test]
fn names_are_unique_and_say_the_era() {
    for arch in ARCHITECTURES {
        let found = by_name(arch.name()).map(|found| found.name());
        assert_eq!(found, Some(arch.name()));
        let named = ARCHITECTURES.iter().filter(|a| a.name() == arch.name());
        assert_eq!(named.count(), 1, "{}", arch.name());
    }
}

#[test]
fn an_empty_word_is_only_empty() {
    for arch in ARCHITECTURES {
        let none = arch.none_pmd();
        assert!(arch.pmd_none(none), "{arch:?}");
        assert!(!arch.pmd_present(none), "{arch:?}");
        assert!(!arch.pmd_trans_huge(none), "{arch:?}");
        assert!(!arch.is_pmd_migration_entry(none), "{arch:?}");
    }
}

#[test]
fn fields_lie_within_the_word() {
    for arch in ARCHITECTURES {
        for field in arch.facts().fields {
            assert!(field.lo <= field.hi && field.hi < 64, "{arch:?} {field:?}");
        }
    }
}

#[test]
fn facts_agree_with_the_helpers() {
    for arch in ARCHITECTURES {
        let facts = arch.facts();
        let leaf = arch.pmd_mkwrite(arch.mk_huge_pmd(arch.hpage_pmd_nr()));
        assert_eq!(facts.numa_balancing, arch.pmd_protnone(leaf).is_some(), "{arch:?}");
        assert_eq!(facts.hw_dirty, arch.hw_store(leaf).is_some(), "{arch:?}");
        let swap_pmd = arch.swp_entry_to_pmd(SwpEntry::new(1, 1));
        assert_eq!(facts.thp_migration.is_some(), swap_pmd.is_some(), "{arch:?}");
        assert_eq!(
            facts.thp_migration.is_some(),
            arch.pmd_to_swp_entry(leaf).is_some(),
            "{arch:?}"
        );
    }
}

proptest! {
    #[test]
    fn leaves_hold_what_they_were_made_of(block in 1u64..1 << 8) {
        for arch in ARCHITECTURES {
            let pfn = block * arch.hpage_pmd_nr();
            let ro = arch.mk_huge_pmd(pfn);
            prop_assert!(!arch.pmd_none(ro) && arch.pmd_present(ro), "{:?}", arch);
            prop_assert!(arch.pmd_trans_huge(ro) && arch.pmd_leaf(ro), "{:?}", arch);
            prop_assert!(arch.pmd_huge(ro), "{:?}", arch);
            prop_assert!(arch.hw_valid(ro) && arch.pmd_young(ro), "{:?}", arch);
            prop_assert!(!arch.pmd_write(ro) && !arch.pmd_dirty(ro), "{:?}", arch);
            prop_assert_eq!(arch.pmd_pfn(ro), pfn, "{:?}", arch);
            let rw = arch.pmd_mkdirty(arch.pmd_mkwrite(ro));
            prop_assert_eq!(rw, arch.pmd_mkwrite(arch.pmd_mkdirty(ro)), "{:?}", arch);
            prop_assert!(arch.pmd_write(rw) && arch.pmd_dirty(rw), "{:?}", arch);
            let wp = arch.pmd_wrprotect(rw);
            prop_assert!(!arch.pmd_write(wp) && arch.pmd_dirty(wp), "{:?}", arch);
            prop_assert!(!arch.pmd_young(arch.pmd_mkold(rw)), "{:?}", arch);
            let marks = arch.facts().numa_balancing && arch.thp_migration_supported();
            prop_assert_eq!(arch.pmd_modify_none(rw).is_some(), marks, "{:?}", arch);
            for marked in [arch.pmd_modify_none(ro), arch.pmd_modify_none(rw)].into_iter().flatten() {
                prop_assert!(arch.pmd_protnone(marked) == Some(true), "{:?}", arch);
                prop_assert!(arch.pmd_trans_huge(marked) && !arch.pmd_write(marked), "{:?}", arch);
                prop_assert_eq!(arch.pmd_pfn(marked), pfn, "{:?}", arch);
                let saved = arch.pmd_mk_savedwrite(marked);
                if arch.kernel() == Kernel::V6_1 {
                    prop_assert!(arch.pmd_protnone(saved) == Some(true), "{:?}", arch);
                    prop_assert!(arch.pmd_write(saved), "{:?}", arch);
                }
            }
            let dirty = arch.pmd_modify_none(rw).map(|marked| arch.pmd_dirty(marked));
            prop_assert!(dirty != Some(false), "{:?}", arch);
            let invalid = arch.pmd_mkinvalid(rw);
            prop_assert!(!arch.hw_valid(invalid), "{:?}", arch);
            prop_assert_eq!(arch.pmd_pfn(invalid), pfn, "{:?}", arch);
        }
    }

    #[test]
    fn tables_are_found_again(pfn in 1u64..1 << 20) {
        for arch in ARCHITECTURES {
            let table = arch.table_pmd(pfn);
            prop_assert!(!arch.pmd_none(table) && arch.pmd_present(table), "{:?}", arch);
            prop_assert!(!arch.pmd_bad(table) && !arch.pmd_leaf(table), "{:?}", arch);
            prop_assert!(!arch.pmd_trans_huge(table), "{:?}", arch);
            prop_assert_eq!(arch.table_pfn(table), pfn, "{:?}", arch);
        }
    }

    #[test]
    fn ptes_hold_what_they_were_made_of(pfn in 1u64..1 << 20) {
        for arch in ARCHITECTURES {
            let ro = arch.mk_pte(pfn);
            prop_assert!(arch.pte_present(ro) && !arch.pte_none(ro), "{:?}", arch);
            prop_assert!(!arch.pte_write(ro) && !arch.pte_protnone(ro), "{:?}", arch);
            prop_assert!(!arch.pte_special(ro) && !arch.pte_devmap(ro), "{:?}", arch);
            prop_assert_eq!(arch.pte_pfn(ro), pfn, "{:?}", arch);
            let rw = arch.pte_mkdirty(arch.pte_mkwrite(ro));
            prop_assert_eq!(rw, arch.pte_mkwrite(arch.pte_mkdirty(ro)), "{:?}", arch);
            prop_assert!(arch.pte_write(rw), "{:?}", arch);
            prop_assert!(arch.pte_dirty(rw) && !arch.pte_dirty(ro), "{:?}", arch);
            prop_assert!(arch.pte_present(arch.pte_mkold(rw)), "{:?}", arch);
            prop_assert_eq!(arch.pte_pfn(rw), pfn, "{:?}", arch);
            // sparc64's helper asks for a privileged page; see its own tests.
            if arch.name() != "sparc64@6.1" {
                prop_assert!(arch.pte_access_permitted(ro, false), "{:?}", arch);
                prop_assert!(!arch.pte_access_permitted(ro, true), "{:?}", arch);
                prop_assert!(arch.pte_access_permitted(rw, true), "{:?}", arch);
            }
        }
    }

    #[test]
    fn swap_ptes_are_neither_empty_nor_present(swp_type in 0u64..32, offset in 1u64..1 << 20) {
        for arch in ARCHITECTURES {
            let pte = arch.swp_entry_to_pte(SwpEntry::new(swp_type, offset));
            prop_assert!(!arch.pte_none(pte) && !arch.pte_present(pte), "{:?}", arch);
        }
    }

    #[test]
    fn migration_entries_come_back(
        pfn in 1u64..1 << 20,
        access in prop::sample::select(&MigrationAccess::ALL[..]),
        young: bool,
        dirty: bool,
    ) {
        for arch in ARCHITECTURES {
            let entry = MigrationEntry { access, pfn, young, dirty };
            match entry.to_pmd(*arch) {
                Some(pmd) => {
                    prop_assert!(!arch.pmd_present(pmd) && !arch.hw_valid(pmd), "{:?}", arch);
                    prop_assert!(!arch.pmd_trans_huge(pmd), "{:?}", arch);
                    let back = MigrationEntry::from_pmd(*arch, pmd);
                    prop_assert_eq!(back, Some(entry), "{:?}", arch);
                }
                None => prop_assert!(!arch.thp_migration_supported(), "{:?}", arch),
            }
        }
    }
}
