//! The contract of the page-table helpers, as data: what the kernel's documents, self-tests and callers
//! promise about them, one clause each.
//!
//! Sources: Documentation/mm/arch_pgtable_helpers.rst, mm/debug_vm_pgtable.c and the callers that are
//! named, 6.1.192 and 6.12.117. A clause states what the callers count on; that an architecture fails
//! it is a fact about the architecture, and whether it matters depends on who asks in which order.

use crate::{Arch, MigrationEntry, Pmd};

/// Which words a clause is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Domain {
    /// The word of an empty PMD.
    Empty,
    /// The word `pmd_populate()` stores for a table.
    Table,
    /// A present leaf as the helpers make it.
    Leaf,
    /// Any word that answers both `pmd_protnone()` and `pmd_leaf()`.
    ProtNoneLeaf,
    /// A migration entry as `set_pmd_migration_entry()` encodes it.
    Migration,
    /// Any word at all.
    Any,
}

impl Domain {
    /// All of them, in the order of [`CLAUSES`].
    pub const ALL: [Domain; 6] =
        [Self::Empty, Self::Table, Self::Leaf, Self::ProtNoneLeaf, Self::Migration, Self::Any];

    /// The domain in a few words.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Empty => "the empty word",
            Self::Table => "a table word",
            Self::Leaf => "a present leaf that the helpers made",
            Self::ProtNoneLeaf => "any leaf that pmd_protnone() accepts",
            Self::Migration => "a migration entry",
            Self::Any => "any word",
        }
    }
}

/// The helper that a clause applies before it asks.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// The kernel's name.
    pub name: &'static str,
    /// The helper.
    pub apply: fn(&dyn Arch, Pmd) -> Pmd,
}

/// One promise.
#[derive(Clone, Copy, Debug)]
pub struct Clause {
    /// A short name.
    pub name: &'static str,
    /// What is promised.
    pub text: &'static str,
    /// Which document, self-test or caller promises it.
    pub source: &'static str,
    /// Which words it is about.
    pub domain: Domain,
    /// The helper whose result it judges; None when it judges the word as it is.
    pub change: Option<Change>,
    /// Whether a word of the domain keeps the promise; None where it does not apply to the word or to
    /// the architecture.
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
    "debug_vm_pgtable.c, pmd_thp_tests(), left out where pmdp_invalidate() is overridden";
const LEAF: &str = "debug_vm_pgtable.c of 6.12, pmd_thp_tests(), left out where pmdp_invalidate() is \
                    overridden";
const PRESENT_MEANS: &str =
    "arch_pgtable_helpers.rst: pmd_present() means that pmd_page() is memory";
const LEFT_IN_PLACE: &str = "no document: readers of the invalidated word; callers of pmdp_invalidate() \
                             have the word it returns";
const SWAP: &str = "is_swap_pmd() and every walker that tells swap PMDs by pmd_present()";
const BEFORE_FIX: &str = "__split_huge_pmd_locked() before the fix of April 2024; \
                          arch_pgtable_helpers.rst has since forbidden the call";
const CLEAR_BAD: &str = "pmd_none_or_trans_huge_or_clear_bad() of 6.1, __pte_offset_map() of 6.12";
const NO_GUP_FAST: &str = "the protocol \"invalidate, then look for pins\" of page_try_share_anon_rmap() \
                           and set_pmd_migration_entry(); no document promises it";

/// Whether a walker that comes past its tests for huge entries takes the word for a broken table and
/// clears it.
fn cleared_as_bad(arch: &dyn Arch, pmd: Pmd) -> bool {
    arch.pmd_present(pmd)
        && !arch.pmd_trans_huge(pmd)
        && arch.pmd_devmap(pmd) != Some(true)
        && arch.pmd_bad(pmd)
}

/// Whether GUP-fast gets past its tests and goes on to the page.
fn gup_fast_reads(arch: &dyn Arch, pmd: Pmd) -> bool {
    arch.pmd_present(pmd)
        && arch.pmd_protnone(pmd) != Some(true)
        && arch.pmd_access_permitted(pmd, false)
}

/// The clause's word and what `pmd_mkinvalid()` makes of it give the same answer.
fn kept<T: PartialEq>(arch: &dyn Arch, pmd: Pmd, answer: impl Fn(Pmd) -> T) -> Option<bool> {
    Some(answer(arch.pmd_mkinvalid(pmd)) == answer(pmd))
}

/// The answer about an invalidated word, for migration entries only: without them there is no word.
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

/// Every clause, grouped by domain.
pub static CLAUSES: &[Clause] = &[
    clause(
        Domain::Empty,
        "empty-is-none",
        "the word of an empty PMD is none, and neither present nor a leaf",
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
        "what pmd_mkhuge() makes is present, trans_huge and a leaf",
        "debug_vm_pgtable.c, pmd_thp_tests() and pmd_leaf_tests()",
        None,
        |a, w| Some(a.pmd_present(w) && a.pmd_trans_huge(w) && a.pmd_leaf(w)),
    ),
    clause(
        Domain::Leaf,
        "leaf-is-bad",
        "a leaf points at no table, so pmd_bad() rejects it",
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
        "an invalidated leaf still names its page",
        PRESENT_MEANS,
        MKINVALID,
        |a, w| kept(a, w, |w| a.pmd_pfn(w)),
    ),
    clause(
        Domain::Leaf,
        "invalid-keeps-write",
        "an invalidated leaf is as writable as it was",
        LEFT_IN_PLACE,
        MKINVALID,
        |a, w| kept(a, w, |w| a.pmd_write(w)),
    ),
    clause(
        Domain::Leaf,
        "invalid-keeps-dirty",
        "an invalidated leaf is as dirty as it was",
        LEFT_IN_PLACE,
        MKINVALID,
        |a, w| kept(a, w, |w| a.pmd_dirty(w)),
    ),
    clause(
        Domain::Leaf,
        "invalid-keeps-young",
        "an invalidated leaf is as young as it was",
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
        "pmd_access_permitted() refuses even to read an invalidated leaf",
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
        "an invalidated PROT_NONE leaf is closed to GUP-fast, by pmd_protnone() or else by \
         pmd_access_permitted()",
        "no document: GUP-fast, which must not read what PROT_NONE forbids",
        MKINVALID,
        |a, w| a.pmd_protnone(w).map(|_| !gup_fast_reads(a, a.pmd_mkinvalid(w))),
    ),
    clause(
        Domain::Migration,
        "entry-is-recognised",
        "is_pmd_migration_entry() accepts it",
        "debug_vm_pgtable.c, swap_migration_tests(), for the entry without its word",
        None,
        |a, w| a.thp_migration_supported().then(|| a.is_pmd_migration_entry(w)),
    ),
    clause(
        Domain::Migration,
        "entry-decodes",
        "what decodes from it encodes to the same word",
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
        "pmd_trans_huge_lock() and others that test for swap PMDs beside trans_huge ones",
        None,
        |a, w| a.thp_migration_supported().then(|| !a.pmd_trans_huge(w)),
    ),
    clause(
        Domain::Migration,
        "entry-is-no-leaf",
        "it is not a leaf, so that pmd_leaf() needs no test of pmd_present()",
        "arch_pgtable_helpers.rst: pmd_leaf() is about what is mapped",
        None,
        |a, w| a.thp_migration_supported().then(|| !a.pmd_leaf(w)),
    ),
    clause(
        Domain::Migration,
        "entry-is-not-devmap",
        "it is not devmap, so that pmd_devmap() needs no test of pmd_present()",
        "arch_pgtable_helpers.rst: pmd_devmap() is about what is mapped",
        None,
        |a, w| a.facts().thp_migration.and(a.pmd_devmap(w)).map(|devmap| !devmap),
    ),
    clause(
        Domain::Migration,
        "entry-is-not-cleared",
        "no walker takes it for a broken table, though pmd_bad() may well reject it",
        CLEAR_BAD,
        None,
        |a, w| a.thp_migration_supported().then(|| !cleared_as_bad(a, w)),
    ),
    clause(
        Domain::Migration,
        "invalid-entry-not-present",
        "pmd_mkinvalid() of it makes nothing present",
        BEFORE_FIX,
        MKINVALID,
        |a, w| invalidated_entry(a, w, |made| !a.pmd_present(made)),
    ),
    clause(
        Domain::Migration,
        "invalid-entry-decodes",
        "pmd_mkinvalid() of it keeps its type and offset",
        BEFORE_FIX,
        MKINVALID,
        |a, w| invalidated_entry(a, w, |made| a.pmd_to_swp_entry(made) == a.pmd_to_swp_entry(w)),
    ),
    clause(
        Domain::Migration,
        "invalid-entry-not-cleared",
        "pmd_mkinvalid() of it makes nothing that a walker takes for a broken table",
        CLEAR_BAD,
        MKINVALID,
        |a, w| invalidated_entry(a, w, |made| !cleared_as_bad(a, made)),
    ),
    clause(
        Domain::Any,
        "none-is-not-present",
        "what is none is not present",
        PRESENT_MEANS,
        None,
        |a, w| a.pmd_none(w).then(|| !a.pmd_present(w)),
    ),
    clause(
        Domain::Any,
        "trans_huge-is-present",
        "what is trans_huge is present",
        "debug_vm_pgtable.c, the comment in pmd_thp_tests()",
        None,
        |a, w| a.pmd_trans_huge(w).then(|| a.pmd_present(w)),
    ),
    clause(
        Domain::Any,
        "leaf-is-present",
        "what is a leaf is present: pmd_leaf() needs no other test before it",
        "arch_pgtable_helpers.rst: pmd_leaf() is about what is mapped",
        None,
        |a, w| a.pmd_leaf(w).then(|| a.pmd_present(w)),
    ),
    clause(
        Domain::Any,
        "devmap-is-present",
        "what is devmap is present: pmd_devmap() needs no other test before it",
        "arch_pgtable_helpers.rst: pmd_devmap() is about what is mapped",
        None,
        |a, w| a.pmd_devmap(w)?.then(|| a.pmd_present(w)),
    ),
    clause(
        Domain::Any,
        "access-is-present",
        "what pmd_access_permitted() lets be read is present",
        "GUP-fast, which looks at the page after this test",
        None,
        |a, w| a.pmd_access_permitted(w, false).then(|| a.pmd_present(w)),
    ),
];
