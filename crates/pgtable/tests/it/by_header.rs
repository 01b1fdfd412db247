//! Answers read off the kernel headers, where the golden vectors do not reach: PTEs, and PMD words that
//! none of their rows holds. Page frame 0x1234 and swap entry (5, 0x123) throughout.

use pmdrace_pgtable::{Arch, Pmd, Pte, SwpEntry, by_name};

const PFN: u64 = 0x1234;
const SWAP: SwpEntry = SwpEntry::new(5, 0x123);

fn arch(name: &str) -> &'static dyn Arch {
    by_name(name).expect("the architecture is in the catalogue")
}

/// A read-only PTE, the same made writable, then dirty, then old, and a swap PTE.
fn ptes(arch: &dyn Arch) -> [u64; 5] {
    let ro = arch.mk_pte(PFN);
    let rw = arch.pte_mkwrite(ro);
    let dirty = arch.pte_mkdirty(rw);
    let old = arch.pte_mkold(dirty);
    [ro, rw, dirty, old, arch.swp_entry_to_pte(SWAP)].map(|pte| pte.0)
}

#[test]
fn powerpc() {
    for (name, table) in [
        ("powerpc-radix@6.1", 0x8000_0000_1234_0005),
        ("powerpc-radix@6.12", 0x8000_0000_1234_0005),
        ("powerpc-hash64k@6.1", 0x8000_0000_1234_0000),
        ("powerpc-hash64k@6.12", 0x8000_0000_1234_0000),
    ] {
        let arch = arch(name);
        let expected = [
            0xc000_0000_1234_0104,
            0xc000_0000_1234_0106,
            0xc000_0000_1234_0386,
            0xc000_0000_1234_0286,
            0x4000_0000_0123_0005,
        ];
        assert_eq!(ptes(arch), expected, "{name}");
        assert_eq!(arch.table_pmd(PFN), Pmd(table), "{name}");
        // An invalidated PTE is still present; without the leaf bit (62) it would not be.
        assert!(arch.pte_present(Pte(0x6000_0000_1234_0104)), "{name}");
        assert!(!arch.pte_present(Pte(0xa000_0000_1234_0104)), "{name}");
    }
}

#[test]
fn powerpc_radix_and_hash_differ() {
    let (radix, hash) = (arch("powerpc-radix@6.1"), arch("powerpc-hash64k@6.1"));
    // DIRTY 7 and ACCESSED 8 alone are an empty radix PTE; BUSY 6, COMBO 12 and HASHPTE 55 a hash one.
    let (late_update, bookkeeping) = (Pte(0x180), Pte(0x0080_0000_0000_1040));
    assert!(radix.pte_none(late_update) && !hash.pte_none(late_update));
    assert!(hash.pte_none(bookkeeping) && !radix.pte_none(bookkeeping));
    // A hash page table is aligned to 4K: bit 11 is the highest that must be clear.
    assert!(hash.pmd_bad(Pmd(0x8000_0000_0000_0800)));
    assert!(!radix.pmd_bad(Pmd(0x8000_0000_0000_0800)));
    assert!(!hash.pmd_bad(Pmd(0x8000_0000_0000_1000)));
    // Only hash refuses a leaf that lacks THP_HUGE (13).
    let hugetlb = Pmd(0xc000_0000_0100_0104);
    assert!(radix.pmd_trans_huge(hugetlb) && !hash.pmd_trans_huge(hugetlb));
}

#[test]
fn powerpc_saved_write_is_of_6_1_only() {
    // PRESENT, PTE and ACCESSED: PROT_NONE that is not even privileged.
    let word = Pmd(0xc000_0000_0020_0100);
    let (old, new) = (arch("powerpc-radix@6.1"), arch("powerpc-radix@6.12"));
    assert!(old.pmd_write(word) && !new.pmd_write(word));
    // To take write away from it is to set PRIVILEGED (3).
    let protected = old.pmd_wrprotect(word);
    assert_eq!(protected, Pmd(0xc000_0000_0020_0108));
    assert!(!old.pmd_write(protected));
    assert_eq!(old.pmd_protnone(protected), Some(true));
    assert_eq!(new.pmd_wrprotect(word), word);
}

#[test]
fn loongarch64() {
    for name in ["loongarch64@pre", "loongarch64@6.1", "loongarch64@6.12"] {
        let arch = arch(name);
        let expected = [0x048d_009d, 0x048d_019d, 0x048d_039f, 0x048d_039e, 0x0001_2305_0000];
        assert_eq!(ptes(arch), expected, "{name}");
        // HUGE 6, PRESENT 7, WRITE 8 and the hardware's DIRTY 1: the last lives on as MODIFIED 9.
        assert_eq!(arch.pmd_wrprotect(Pmd(0x1c2)), Pmd(0x2c0), "{name}");
    }
    // DIRTY alone counts in 6.12.
    assert!(!arch("loongarch64@6.1").pmd_dirty(Pmd(0x1c2)));
    assert!(arch("loongarch64@6.12").pmd_dirty(Pmd(0x1c2)));
}

#[test]
fn riscv64() {
    for (name, swap) in [("riscv64@6.1", 0x9_1940), ("riscv64@6.12", 0x12_3280)] {
        let arch = arch(name);
        let expected = [0x48_d053, 0x48_d057, 0x48_d0d7, 0x48_d097, swap];
        assert_eq!(ptes(arch), expected, "{name}");
        // G without V.
        assert!(arch.pte_present(Pte(0x48_d022)) && arch.pte_protnone(Pte(0x48_d022)));
        // R alone makes a PMD present, not a PTE.
        assert!(arch.pmd_present(Pmd(0x2)) && !arch.pte_present(Pte(0x2)));
    }
}

#[test]
fn s390x() {
    for name in ["s390x@6.1", "s390x@6.12"] {
        let arch = arch(name);
        // Writable but clean keeps PROTECT (9); dirty drops it; old sets INVALID (10).
        let expected = [0x123_4315, 0x123_4335, 0x123_413f, 0x123_453b, 0x12_3614];
        assert_eq!(ptes(arch), expected, "{name}");
        assert!(arch.pte_none(Pte(0x400)) && !arch.pte_none(Pte(0)));
        // PAGE_NONE: present without READ.
        assert!(arch.pte_present(Pte(0x123_4601)) && arch.pte_protnone(Pte(0x123_4601)));
        // An old segment (0x1000 gone, 0x20 set) and an invalidated one look alike.
        let old = arch.pmd_mkold(Pmd(0x10_1701));
        assert_eq!(old, Pmd(0x10_0721));
        assert_eq!(arch.pmd_mkinvalid(old), old);
        assert_eq!(arch.pmd_wrprotect(Pmd(0x10_7403)), Pmd(0x10_7601));
    }
}

#[test]
fn mips64() {
    let arch = arch("mips64@6.1");
    let expected = [0x1234_2a45, 0x1234_2a47, 0x1234_2e4f, 0x1234_2c4b, 0x0001_2305_0000];
    assert_eq!(ptes(arch), expected);
    // GLOBAL (8) alone is an empty PTE.
    assert!(arch.pte_none(Pte(0x100)) && !arch.pte_none(Pte(0x101)));
    assert_eq!(arch.table_pmd(PFN), Pmd(0xa800_0000_048d_0000));
    assert!(!arch.pmd_none(Pmd(0)) && arch.pmd_present(Pmd(0)));
}

#[test]
fn arm_lpae() {
    let arch = arch("arm-lpae@6.1");
    let expected = [
        0x0440_0000_0123_4443,
        0x0040_0000_0123_4443,
        0x00c0_0000_0123_4443,
        0x00c0_0000_0123_4043,
        0x9194,
    ];
    assert_eq!(ptes(arch), expected);
    // A PROT_NONE page (57) as it is stored: VALID cleared, bit 1 kept.
    let protnone = Pte(0x0640_0000_0123_4402);
    assert!(arch.pte_present(protnone) && !arch.pte_access_permitted(protnone, false));
    // A swap entry is 32 bits wide: offset bit 25 would be bit 32.
    assert_eq!(arch.swp_entry_to_pte(SwpEntry::new(5, 1 << 25)), Pte(0x14));
}
