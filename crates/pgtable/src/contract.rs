//! The contract of the page-table helpers, as data: what the kernel's documents, self-tests and callers
//! promise about them, one clause each.
//!
//! Sources: Documentation/mm/arch_pgtable_helpers.rst, mm/debug_vm_pgtable.c and the named callers, 6.1.192
//! and 6.12.117. A clause states what callers rely on. Whether an architecture's violation of it matters
//! depends on the callers and on the order of their tests.

use crate::{Arch, MigrationEntry, Pmd};

/// The words that a clause is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Domain {
    /// The word of an empty PMD.
    Empty,
    /// The word that `pmd_populate()` stores for a table.
    Table,
    /// A present leaf made by the helpers.
    Leaf,
    /// Any word for which both `pmd_protnone()` and `pmd_leaf()` are true.
    ProtNoneLeaf,
    /// A migration entry as `set_pmd_migration_entry()` encodes it.
    Migration,
    /// Any word.
    Any,
}

impl Domain {
    /// All domains, in the order of [`CLAUSES`].
    pub const ALL: [Domain; 6] =
        [Self::Empty, Self::Table, Self::Leaf, Self::ProtNoneLeaf, Self::Migration, Self::Any];

    /// A short description.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Empty => "the empty word",
            Self::Table => "a table word",
            Self::Leaf => "a present leaf made by the helpers",
            Self::ProtNoneLeaf => "any leaf that pmd_protnone() accepts",
            Self::Migration => "a migration entry",
            Self::Any => "any word",
        }
    }
}

/// The helper that a clause applies before its test.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// The kernel's name.
    pub name: &'static str,
    /// The helper.
    pub apply: fn(&dyn Arch, Pmd) -> Pmd,
}

/// One clause of the contract.
#[derive(Clone, Copy, Debug)]
pub struct Clause {
    /// A short name.
    pub name: &'static str,
    /// The promise.
    pub text: &'static str,
    /// The document, self-test or caller that makes it.
    pub source: &'static str,
    /// The words that it is about.
    pub domain: Domain,
    /// The helper whose result is tested; None when the word itself is.
    pub change: Option<Change>,
    /// Whether a word of the domain satisfies the clause; None where it does not apply to the word or to the
    /// architecture.
    pub holds: fn(&dyn Arch, Pmd) -> Option<bool>,
}

const MKINVALID: Option<Change> =
    Some(Change { name: "pmd_mkinvalid()", apply: |arch, pmd| arch.pmd_mkinvalid(pmd) });
const MKWRITE: Option<Change> =
    Some(Change { name: "pmd_mkwrite()", apply: |arch, pmd| arch.pmd_mkwrite(pmd) });
const WRPROTECT: Option<Change> =
    Some(Change { name: "pmd_wrprotect()", apply: |arch, pmd| arch.pmd_wrprotect(pmd) });
const MKDIRTY: Option<Change> =
    Some(Change { name: "pmd_mkdirty()", apply: |arch, pmd| arch.pmd_mkdirty(pmd) });
const MKOLD: Option<Change> =
    Some(Change { name: "pmd_mkold()", apply: |arch, pmd| arch.pmd_mkold(pmd) });

const BASIC: &str = "debug_vm_pgtable.c, pmd_basic_tests()";
const THP: &str =
    "debug_vm_pgtable.c, pmd_thp_tests(), skipped where pmdp_invalidate() is overridden";
const LEAF: &str = "debug_vm_pgtable.c of 6.12, pmd_thp_tests(), skipped where pmdp_invalidate() is \
                    overridden";
const PRESENT_MEANS: &str =
    "arch_pgtable_helpers.rst: pmd_present() means that pmd_page() is memory";
const LEFT_IN_PLACE: &str = "no document: readers of the invalidated word (callers of pmdp_invalidate() \
                             have the word it returns)";
const SWAP: &str = "is_swap_pmd() and all walkers that recognise swap PMDs by pmd_present()";
const BEFORE_FIX: &str = "__split_huge_pmd_locked() before the fix of April 2024; \
                          arch_pgtable_helpers.rst has since forbidden the call";
const CLEAR_BAD: &str = "pmd_none_or_trans_huge_or_clear_bad() of 6.1, __pte_offset_map() of 6.12";
const NO_GUP_FAST: &str = "the protocol \"invalidate, then look for pins\" of page_try_share_anon_rmap() \
                           and set_pmd_migration_entry(); no document promises it";

/// Whether a walker that gets past its tests for huge entries treats the word as a bad table and clears it.
fn cleared_as_bad(arch: &dyn Arch, pmd: Pmd) -> bool {
    arch.pmd_present(pmd)
        && !arch.pmd_trans_huge(pmd)
        && arch.pmd_devmap(pmd) != Some(true)
        && arch.pmd_bad(pmd)
}

/// Whether GUP-fast passes its tests and goes on to the page.
fn gup_fast_reads(arch: &dyn Arch, pmd: Pmd) -> bool {
    arch.pmd_present(pmd)
        && arch.pmd_protnone(pmd) != Some(true)
        && arch.pmd_access_permitted(pmd, false)
}

/// Whether `pmd_mkinvalid()` preserves an answer about the word.
fn kept<T: PartialEq>(arch: &dyn Arch, pmd: Pmd, answer: impl Fn(Pmd) -> T) -> Option<bool> {
    Some(answer(arch.pmd_mkinvalid(pmd)) == answer(pmd))
}

/// The answer about an invalidated migration entry; None without migration entries.
fn invalidated_entry(arch: &dyn Arch, pmd: Pmd, holds: impl Fn(Pmd) -> bool) -> Option<bool> {
    arch.thp_migration_supported().then(|| holds(arch.pmd_mkinvalid(pmd)))
}

/// Shorthand for the table below.
const fn clause(
    domain: Domain,
    name: &'static str,
    text: &'static str,
    source: &'static str,
    change: Option<Change>,
    holds: fn(&dyn Arch, Pmd) -> Option<bool>,
) -> Clause {
    Clause { name, text, source, domain, change, holds }
}

/// All clauses, grouped by domain.
pub static CLAUSES: &[Clause] = &[
    clause(
        Domain::Empty,
        "empty-is-none",
        "an empty PMD is none, and neither present nor a leaf",
        "debug_vm_pgtable.c, pmd_clear_tests()",
        None,
        |a, w| Some(a.pmd_none(w) && !a.pmd_present(w) && !a.pmd_leaf(w)),
    ),
    clause(
        Domain::Table,
        "table-is-present",
        "a table word is present and not none",
        PRESENT_MEANS,
        None,
        |a, w| Some(a.pmd_present(w) && !a.pmd_none(w)),
    ),
    clause(
        Domain::Table,
        "table-is-no-leaf",
        "a table word is neither a leaf nor trans_huge",
        "arch_pgtable_helpers.rst on pmd_leaf() and pmd_trans_huge()",
        None,
        |a, w| Some(!a.pmd_leaf(w) && !a.pmd_trans_huge(w)),
    ),
    clause(
        Domain::Table,
        "table-is-not-bad",
        "a table word is not bad",
        "debug_vm_pgtable.c, pmd_populate_tests()",
        None,
        |a, w| Some(!a.pmd_bad(w)),
    ),
    clause(
        Domain::Leaf,
        "leaf-is-leaf",
        "the result of pmd_mkhuge() is present, trans_huge and a leaf",
        "debug_vm_pgtable.c, pmd_thp_tests() and pmd_leaf_tests()",
        None,
        |a, w| Some(a.pmd_present(w) && a.pmd_trans_huge(w) && a.pmd_leaf(w)),
    ),
    clause(
        Domain::Leaf,
        "leaf-is-bad",
        "a leaf does not point to a table, so pmd_bad() is true",
        BASIC,
        None,
        |a, w| Some(a.pmd_bad(w)),
    ),
    clause(
        Domain::Leaf,
        "mkwrite",
        "pmd_mkwrite() makes the leaf writable and keeps its pfn",
        BASIC,
        MKWRITE,
        |a, w| {
            let made = a.pmd_mkwrite(w);
            Some(a.pmd_write(made) && a.pmd_pfn(made) == a.pmd_pfn(w))
        },
    ),
    clause(
        Domain::Leaf,
        "wrprotect",
        "pmd_wrprotect() makes the leaf read-only and keeps its pfn and dirty bit",
        BASIC,
        WRPROTECT,
        |a, w| {
            let made = a.pmd_wrprotect(w);
            let kept = a.pmd_pfn(made) == a.pmd_pfn(w) && a.pmd_dirty(made) == a.pmd_dirty(w);
            Some(!a.pmd_write(made) && kept)
        },
    ),
    clause(
        Domain::Leaf,
        "mkdirty",
        "pmd_mkdirty() makes the leaf dirty and keeps its pfn",
        BASIC,
        MKDIRTY,
        |a, w| {
            let made = a.pmd_mkdirty(w);
            Some(a.pmd_dirty(made) && a.pmd_pfn(made) == a.pmd_pfn(w))
        },
    ),
    clause(
        Domain::Leaf,
        "mkold",
        "pmd_mkold() makes the leaf old and keeps its pfn",
        BASIC,
        MKOLD,
        |a, w| {
            let made = a.pmd_mkold(w);
            Some(!a.pmd_young(made) && a.pmd_pfn(made) == a.pmd_pfn(w))
        },
    ),
    clause(
        Domain::Leaf,
        "invalid-faults",
        "the hardware does not use an invalidated leaf",
        "arch_pgtable_helpers.rst on pmd_mkinvalid()",
        MKINVALID,
        |a, w| Some(!a.hw_valid(a.pmd_mkinvalid(w))),
    ),
    clause(
        Domain::Leaf,
        "invalid-keeps-present",
        "an invalidated leaf is still present",
        THP,
        MKINVALID,
        |a, w| Some(a.pmd_present(a.pmd_mkinvalid(w))),
    ),
    clause(
        Domain::Leaf,
        "invalid-keeps-trans_huge",
        "an invalidated leaf is still trans_huge",
        THP,
        MKINVALID,
        |a, w| Some(a.pmd_trans_huge(a.pmd_mkinvalid(w))),
    ),
    clause(
        Domain::Leaf,
        "invalid-keeps-leaf",
        "an invalidated leaf is still a leaf",
        LEAF,
        MKINVALID,
        |a, w| Some(a.pmd_leaf(a.pmd_mkinvalid(w))),
    ),
    clause(
        Domain::Leaf,
        "invalid-keeps-pfn",
        "an invalidated leaf keeps its pfn",
        PRESENT_MEANS,
        MKINVALID,
        |a, w| kept(a, w, |w| a.pmd_pfn(w)),
    ),
    clause(
        Domain::Leaf,
        "invalid-keeps-write",
        "an invalidated leaf keeps its write permission",
        LEFT_IN_PLACE,
        MKINVALID,
        |a, w| kept(a, w, |w| a.pmd_write(w)),
    ),
    clause(
        Domain::Leaf,
        "invalid-keeps-dirty",
        "an invalidated leaf keeps its dirty state",
        LEFT_IN_PLACE,
        MKINVALID,
        |a, w| kept(a, w, |w| a.pmd_dirty(w)),
    ),
    clause(
        Domain::Leaf,
        "invalid-keeps-young",
        "an invalidated leaf keeps its young state",
        LEFT_IN_PLACE,
        MKINVALID,
        |a, w| kept(a, w, |w| a.pmd_young(w)),
    ),
    clause(
        Domain::Leaf,
        "invalid-twice",
        "invalidating an invalidated leaf changes nothing",
        "no document: two invalidations of one leaf under the PMD lock",
        MKINVALID,
        |a, w| kept(a, w, |w| a.pmd_mkinvalid(w)),
    ),
    clause(
        Domain::Leaf,
        "invalid-stops-gup-fast",
        "pmd_access_permitted() denies even read access to an invalidated leaf",
        NO_GUP_FAST,
        MKINVALID,
        |a, w| Some(!gup_fast_reads(a, a.pmd_mkinvalid(w))),
    ),
    clause(
        Domain::ProtNoneLeaf,
        "protnone-is-present",
        "a PROT_NONE leaf is present",
        "debug_vm_pgtable.c, pmd_protnone_tests()",
        None,
        |a, w| a.pmd_protnone(w).map(|_| a.pmd_present(w)),
    ),
    clause(
        Domain::ProtNoneLeaf,
        "invalid-keeps-protnone",
        "an invalidated PROT_NONE leaf is still PROT_NONE",
        LEFT_IN_PLACE,
        MKINVALID,
        |a, w| a.pmd_protnone(a.pmd_mkinvalid(w)),
    ),
    clause(
        Domain::ProtNoneLeaf,
        "invalid-protnone-stops-gup",
        "GUP-fast rejects an invalidated PROT_NONE leaf, by pmd_protnone() or by \
         pmd_access_permitted()",
        "no document: GUP-fast, which must not read what PROT_NONE forbids",
        MKINVALID,
        |a, w| a.pmd_protnone(w).map(|_| !gup_fast_reads(a, a.pmd_mkinvalid(w))),
    ),
    clause(
        Domain::Migration,
        "entry-is-recognised",
        "is_pmd_migration_entry() accepts it",
        "debug_vm_pgtable.c, swap_migration_tests(), on the swap entry, not on the word",
        None,
        |a, w| a.thp_migration_supported().then(|| a.is_pmd_migration_entry(w)),
    ),
    clause(
        Domain::Migration,
        "entry-decodes",
        "decoding and encoding it gives the same word",
        "arch_pgtable_helpers.rst on __pmd_to_swp_entry() and its inverse",
        None,
        |a, w| {
            let entry = MigrationEntry::from_swp_entry(a, a.pmd_to_swp_entry(w)?);
            Some(entry.and_then(|entry| entry.to_pmd(a)) == Some(w))
        },
    ),
    clause(Domain::Migration, "entry-is-not-none", "it is not none", SWAP, None, |a, w| {
        a.thp_migration_supported().then(|| !a.pmd_none(w))
    }),
    clause(Domain::Migration, "entry-is-not-present", "it is not present", SWAP, None, |a, w| {
        a.thp_migration_supported().then(|| !a.pmd_present(w))
    }),
    clause(
        Domain::Migration,
        "entry-is-not-trans_huge",
        "it is not trans_huge",
        "pmd_trans_huge_lock() and others, which test for swap PMDs separately",
        None,
        |a, w| a.thp_migration_supported().then(|| !a.pmd_trans_huge(w)),
    ),
    clause(
        Domain::Migration,
        "entry-is-no-leaf",
        "it is not a leaf, so that pmd_leaf() needs no prior pmd_present()",
        "arch_pgtable_helpers.rst: pmd_leaf() is about mapped memory",
        None,
        |a, w| a.thp_migration_supported().then(|| !a.pmd_leaf(w)),
    ),
    clause(
        Domain::Migration,
        "entry-is-not-devmap",
        "it is not devmap, so that pmd_devmap() needs no prior pmd_present()",
        "arch_pgtable_helpers.rst: pmd_devmap() is about mapped memory",
        None,
        |a, w| a.facts().thp_migration.and(a.pmd_devmap(w)).map(|devmap| !devmap),
    ),
    clause(
        Domain::Migration,
        "entry-is-not-cleared",
        "no walker clears it as a bad table, although pmd_bad() may be true",
        CLEAR_BAD,
        None,
        |a, w| a.thp_migration_supported().then(|| !cleared_as_bad(a, w)),
    ),
    clause(
        Domain::Migration,
        "invalid-entry-not-present",
        "pmd_mkinvalid() does not make it present",
        BEFORE_FIX,
        MKINVALID,
        |a, w| invalidated_entry(a, w, |made| !a.pmd_present(made)),
    ),
    clause(
        Domain::Migration,
        "invalid-entry-decodes",
        "pmd_mkinvalid() keeps its type and offset",
        BEFORE_FIX,
        MKINVALID,
        |a, w| invalidated_entry(a, w, |made| a.pmd_to_swp_entry(made) == a.pmd_to_swp_entry(w)),
    ),
    clause(
        Domain::Migration,
        "invalid-entry-not-cleared",
        "pmd_mkinvalid() does not make it a bad table that a walker clears",
        CLEAR_BAD,
        MKINVALID,
        |a, w| invalidated_entry(a, w, |made| !cleared_as_bad(a, made)),
    ),
    clause(
        Domain::Any,
        "none-is-not-present",
        "a none word is not present",
        PRESENT_MEANS,
        None,
        |a, w| a.pmd_none(w).then(|| !a.pmd_present(w)),
    ),
    clause(
        Domain::Any,
        "trans_huge-is-present",
        "a trans_huge word is present",
        "debug_vm_pgtable.c, the comment in pmd_thp_tests()",
        None,
        |a, w| a.pmd_trans_huge(w).then(|| a.pmd_present(w)),
    ),
    clause(
        Domain::Any,
        "leaf-is-present",
        "a leaf is present: pmd_leaf() needs no prior test",
        "arch_pgtable_helpers.rst: pmd_leaf() is about mapped memory",
        None,
        |a, w| a.pmd_leaf(w).then(|| a.pmd_present(w)),
    ),
    clause(
        Domain::Any,
        "devmap-is-present",
        "a devmap word is present: pmd_devmap() needs no prior test",
        "arch_pgtable_helpers.rst: pmd_devmap() is about mapped memory",
        None,
        |a, w| a.pmd_devmap(w)?.then(|| a.pmd_present(w)),
    ),
    clause(
        Domain::Any,
        "access-is-present",
        "a word is present if pmd_access_permitted() allows reads",
        "GUP-fast, which looks at the page after this test",
        None,
        |a, w| a.pmd_access_permitted(w, false).then(|| a.pmd_present(w)),
    ),
];
