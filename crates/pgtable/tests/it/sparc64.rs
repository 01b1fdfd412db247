//! sparc64 (sun4v) by hand: the kernel's helpers are instructions patched at boot, so nothing could be
//! compiled for golden vectors. Each word below is put together from the bit table of the module.

use pmdrace_pgtable::{Arch, Pmd, Pte, SwpEntry, by_name};

fn sparc64() -> &'static dyn Arch {
    by_name("sparc64@6.1").expect("the architecture is in the catalogue")
}

/// What the helpers say of a word, in the order present, trans_huge, leaf, bad, hw_valid.
fn kind(pmd: Pmd) -> [bool; 5] {
    let arch = sparc64();
    [
        arch.pmd_present(pmd),
        arch.pmd_trans_huge(pmd),
        arch.pmd_leaf(pmd),
        arch.pmd_bad(pmd),
        arch.hw_valid(pmd),
    ]
}

/// The same for write, dirty, young, access to read, access to write.
fn rights(pmd: Pmd) -> [bool; 5] {
    let arch = sparc64();
    [
        arch.pmd_write(pmd),
        arch.pmd_dirty(pmd),
        arch.pmd_young(pmd),
        arch.pmd_access_permitted(pmd, false),
        arch.pmd_access_permitted(pmd, true),
    ]
}

// VALID 63, ACCESSED 60, READ 59 and PMD_HUGE 56 make the top byte 0x80 + 0x10 + 0x08 + 0x01 = 0x99.
// Page frame 0x400 is the first at 8M: 0x400 << 13 = 0x80_0000.
// CP 10 and CV 9, PRESENT 4 and the size 3 (4M) make 0x600 + 0x10 + 0x3 = 0x613.
const RO: Pmd = Pmd(0x9900_0000_0080_0613);
// WRITE 58 is 0x04 of the top byte.
const RW: Pmd = Pmd(0x9d00_0000_0080_0613);
// MODIFIED 61 is 0x20 of the top byte; W 6 is 0x40.
const RW_DIRTY: Pmd = Pmd(0xbd00_0000_0080_0653);

#[test]
fn leaves() {
    let arch = sparc64();
    assert_eq!(arch.hpage_pmd_nr(), 1024);
    assert_eq!(arch.mk_huge_pmd(0x400), RO);
    assert_eq!(arch.pmd_mkwrite(RO), RW);
    assert_eq!(arch.pmd_mkdirty(RW), RW_DIRTY);
    for word in [RO, RW, RW_DIRTY] {
        // The flags and the size lie below the page size, so any leaf is "bad".
        assert_eq!(kind(word), [true, true, true, true, true]);
        assert_eq!(arch.pmd_pfn(word), 0x400);
        assert!(arch.pmd_huge(word));
    }
    assert_eq!(rights(RO), [false, false, true, true, false]);
    assert_eq!(rights(RW), [true, false, true, true, true]);
    assert_eq!(rights(RW_DIRTY), [true, true, true, true, true]);
}

#[test]
fn write_protection_keeps_the_dirty_bit() {
    // 0xbd without WRITE (0x04) is 0xb9; 0x653 without W (0x40) is 0x613.
    let word = sparc64().pmd_wrprotect(RW_DIRTY);
    assert_eq!(word, Pmd(0xb900_0000_0080_0613));
    assert_eq!(rights(word), [false, true, true, true, false]);
}

#[test]
fn an_old_leaf_is_not_valid() {
    // 0xbd without VALID (0x80) and ACCESSED (0x10) is 0x2d.
    let word = sparc64().pmd_mkold(RW_DIRTY);
    assert_eq!(word, Pmd(0x2d00_0000_0080_0653));
    assert_eq!(kind(word), [true, true, true, true, false]);
    assert_eq!(rights(word), [true, true, false, true, true]);
}

#[test]
fn an_invalidated_leaf_is_present_and_permits_access() {
    let arch = sparc64();
    // 0xbd without VALID (0x80) is 0x3d.
    let word = arch.pmd_mkinvalid(RW_DIRTY);
    assert_eq!(word, Pmd(0x3d00_0000_0080_0653));
    assert_eq!(kind(word), [true, true, true, true, false]);
    assert_eq!(rights(word), [true, true, true, true, true]);
    assert_eq!(arch.pmd_pfn(word), 0x400);
    // A second time changes nothing, and a read-only word stays read-only: 0x99 without 0x80 is 0x19.
    assert_eq!(arch.pmd_mkinvalid(word), word);
    let word = arch.pmd_mkinvalid(RO);
    assert_eq!(word, Pmd(0x1900_0000_0080_0613));
    assert_eq!(rights(word), [false, false, true, true, false]);
}

#[test]
fn the_page_frame_is_bits_13_to_55() {
    let arch = sparc64();
    // All ones but for the 13 low and the 8 high bits leave 43.
    assert_eq!(arch.pmd_pfn(Pmd(u64::MAX)), (1 << 43) - 1);
    // PMD_HUGE, just above, is no part of it; bit 55 is.
    assert_eq!(arch.pmd_pfn(Pmd(0x0100_0000_0000_0000)), 0);
    assert_eq!(arch.pmd_pfn(Pmd(0x0080_0000_0000_0000)), 1 << 42);
}

#[test]
fn tables_and_empty_words() {
    let arch = sparc64();
    // A table word is a physical address: 0x1234 << 13 = 0x246_8000.
    let table = arch.table_pmd(0x1234);
    assert_eq!(table, Pmd(0x0246_8000));
    assert_eq!(arch.table_pfn(table), 0x1234);
    assert_eq!(kind(table), [true, false, false, false, false]);
    // Neither VALID nor PMD_HUGE, hence not "VALID without PMD_HUGE".
    assert!(arch.pmd_huge(table));
    // One bit below the page size.
    assert!(arch.pmd_bad(Pmd(0x0246_9000)));
    assert!(arch.pmd_none(Pmd(0)));
    assert_eq!(kind(Pmd(0)), [false; 5]);
    assert!(!arch.pmd_huge(Pmd(0)));
    // Any bit makes a word present.
    assert!(arch.pmd_present(Pmd(1)));
}

#[test]
fn there_are_no_swap_pmds() {
    let arch = sparc64();
    let entry = SwpEntry::new(24, 0x400);
    assert_eq!(arch.swp_entry_to_pmd(entry), None);
    assert_eq!(arch.pmd_to_swp_entry(RO), None);
    assert!(!arch.thp_migration_supported());
    assert!(!arch.is_pmd_migration_entry(RO));
    assert_eq!(arch.pmd_protnone(RO), None);
    assert_eq!(arch.pmd_devmap(RO), None);
}

#[test]
fn ptes() {
    let arch = sparc64();
    // As the leaf above without PMD_HUGE (0x01) and the size, page frame 0x1234 << 13 = 0x246_8000.
    let ro = arch.mk_pte(0x1234);
    assert_eq!(ro, Pte(0x9800_0000_0246_8610));
    assert!(arch.pte_present(ro) && !arch.pte_none(ro) && !arch.pte_write(ro));
    assert_eq!(arch.pte_pfn(ro), 0x1234);
    // WRITE 0x04, then MODIFIED 0x20 and W 0x40; old is without VALID 0x80 and ACCESSED 0x10.
    let rw = arch.pte_mkwrite(ro);
    assert_eq!(rw, Pte(0x9c00_0000_0246_8610));
    let dirty = arch.pte_mkdirty(rw);
    assert_eq!(dirty, Pte(0xbc00_0000_0246_8650));
    assert!(arch.pte_write(dirty));
    assert_eq!(arch.pte_mkold(dirty), Pte(0x2c00_0000_0246_8650));
    // SPECIAL 57 is 0x02 of the top byte.
    assert!(arch.pte_special(Pte(0x0200_0000_0000_0000)));
    assert!(!arch.pte_special(dirty));
}

#[test]
fn the_pte_access_test_wants_a_privileged_page() {
    let arch = sparc64();
    let user = Pte(0xbc00_0000_0246_8650);
    assert!(!arch.pte_access_permitted(user, false));
    // P 8 is 0x100.
    let privileged = Pte(0xbc00_0000_0246_8750);
    assert!(arch.pte_access_permitted(privileged, false));
    assert!(arch.pte_access_permitted(privileged, true));
    // 0xbc without WRITE (0x04) is 0xb8; with SPECIAL (0x02) it is 0xbe.
    assert!(!arch.pte_access_permitted(Pte(0xb800_0000_0246_8750), true));
    assert!(!arch.pte_access_permitted(Pte(0xbe00_0000_0246_8750), false));
}

#[test]
fn swap_ptes() {
    let arch = sparc64();
    // Type 5 << 13 = 0xa000; offset 0x123 << 21 = 0x2460_0000.
    let pte = arch.swp_entry_to_pte(SwpEntry::new(5, 0x123));
    assert_eq!(pte, Pte(0x2460_a000));
    assert!(!arch.pte_present(pte) && !arch.pte_none(pte));
}
