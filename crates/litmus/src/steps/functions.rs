//! The functions that steps may call beside the primitives of litmus tests: helpers of the kernel, by their names, and
//! a few words for what hardware and users of pages do.
//!
//! Each is one of the helpers that routines use (`pmdrace_mm::Ctx`), with the same accesses and the same notes for the
//! oracles.

use pmdrace_mm::pgtable::{MigrationAccess, MigrationEntry, Pmd, Pte};
use pmdrace_mm::{
    Addr, CellKind, Claim, Cpus, Ctx, FolioId, Invalidate, LockId, Meaning, Note, ReadOrder,
    Subject, SyncOp, TableId, Tlb, Word,
};

use super::names::Object;

/// A function.
pub struct Function {
    /// The name.
    pub name: &'static str,
    /// What it takes.
    pub takes: &'static [Takes],
    /// What it is, where the name does not say it.
    pub about: &'static str,
    pub(super) run: Run,
}

/// How a function is executed.
#[derive(Clone, Copy)]
pub(super) enum Run {
    /// It returns something.
    Returns(fn(&Ctx<'_>, &[Argument]) -> Given),
    /// It returns nothing.
    Does(fn(&Ctx<'_>, &[Argument])),
    /// It waits for a word, until what it reads fulfils a condition.
    Waits(ReadOrder),
}

/// What an argument is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Takes {
    /// A number, such as a word that was read.
    Value,
    /// The name or address of a PMD.
    Pmd,
    /// The name or address of a PTE.
    Pte,
    /// The name or address of any word of memory.
    Word,
    /// A folio or page.
    Page,
    /// A page table.
    Table,
    /// A semaphore.
    Sem,
    /// A TLB.
    Tlb,
    /// The CPUs of one `[[cpu]]`.
    Cpus,
    /// A condition on what is read, `VAL`.
    Condition,
}

impl Takes {
    /// In words.
    pub fn what(self) -> &'static str {
        match self {
            Takes::Value => "a number",
            Takes::Pmd => "a PMD",
            Takes::Pte => "a PTE",
            Takes::Word => "a word",
            Takes::Page => "a page",
            Takes::Table => "a page table",
            Takes::Sem => "a semaphore",
            Takes::Tlb => "a TLB",
            Takes::Cpus => "a CPU",
            Takes::Condition => "a condition",
        }
    }

    /// The same as a parameter is named.
    pub fn parameter(self) -> &'static str {
        match self {
            Takes::Value => "value",
            Takes::Pmd => "pmd",
            Takes::Pte => "pte",
            Takes::Word => "word",
            Takes::Page => "page",
            Takes::Table => "table",
            Takes::Sem => "sem",
            Takes::Tlb => "tlb",
            Takes::Cpus => "cpu",
            Takes::Condition => "condition",
        }
    }

    /// Whether an object is that.
    pub(super) fn fits(self, object: Object) -> bool {
        match (self, object) {
            (Takes::Pmd, Object::Word(_, kind)) => kind == CellKind::Pmd,
            (Takes::Pte, Object::Word(_, kind)) => kind == CellKind::Pte,
            (Takes::Word, Object::Word(..))
            | (Takes::Page, Object::Folio(_))
            | (Takes::Table, Object::Table(_))
            | (Takes::Sem, Object::Sem(_))
            | (Takes::Tlb, Object::Tlb(_))
            | (Takes::Cpus, Object::Cpus(_)) => true,
            _ => false,
        }
    }
}

/// An argument.
#[derive(Clone, Copy)]
pub(super) enum Argument {
    Value(Word),
    Object(Object),
}

/// What a function returns.
pub(super) enum Given {
    Word(Word),
    /// The address of this; zero if there is none.
    Object(Option<Object>),
}

impl From<Word> for Given {
    fn from(word: Word) -> Given {
        Given::Word(word)
    }
}

impl From<u64> for Given {
    fn from(number: u64) -> Given {
        Given::Word(Word::new(number, Meaning::None))
    }
}

impl From<bool> for Given {
    fn from(truth: bool) -> Given {
        u64::from(truth).into()
    }
}

impl From<Option<FolioId>> for Given {
    fn from(folio: Option<FolioId>) -> Given {
        Given::Object(folio.map(Object::Folio))
    }
}

/// The arguments of a function, which were checked against what it takes.
trait Arguments {
    fn word(&self, index: usize) -> Word;
    fn object(&self, index: usize) -> Option<Object>;

    fn at(&self, index: usize) -> Addr {
        match self.object(index) {
            Some(Object::Word(at, _)) => at,
            _ => Addr::default(),
        }
    }

    fn page(&self, index: usize) -> FolioId {
        match self.object(index) {
            Some(Object::Folio(folio)) => folio,
            _ => FolioId(0),
        }
    }

    fn table(&self, index: usize) -> TableId {
        match self.object(index) {
            Some(Object::Table(table)) => table,
            _ => TableId(0),
        }
    }

    fn sem(&self, index: usize) -> LockId {
        match self.object(index) {
            Some(Object::Sem(sem)) => sem,
            _ => LockId::default(),
        }
    }

    fn tlb(&self, index: usize) -> Tlb {
        match self.object(index) {
            Some(Object::Tlb(tlb)) => tlb,
            _ => Tlb { entry: Addr::default(), walk: LockId::default() },
        }
    }

    fn cpus(&self, index: usize) -> Cpus {
        match self.object(index) {
            Some(Object::Cpus(cpus)) => cpus,
            _ => Cpus::default(),
        }
    }
}

impl Arguments for [Argument] {
    fn word(&self, index: usize) -> Word {
        match self.get(index) {
            Some(Argument::Value(word)) => *word,
            _ => Word::new(0, Meaning::None),
        }
    }

    fn object(&self, index: usize) -> Option<Object> {
        match self.get(index) {
            Some(Argument::Object(object)) => Some(*object),
            _ => None,
        }
    }
}

/// A helper whose name says what it is.
const fn helper(
    name: &'static str,
    takes: &'static [Takes],
    run: fn(&Ctx<'_>, &[Argument]) -> Given,
) -> Function {
    Function { name, takes, about: "", run: Run::Returns(run) }
}

/// The same for one that returns nothing.
const fn does(
    name: &'static str,
    takes: &'static [Takes],
    run: fn(&Ctx<'_>, &[Argument]),
) -> Function {
    Function { name, takes, about: "", run: Run::Does(run) }
}

/// A function that waits for a word.
const fn waits(name: &'static str, order: ReadOrder) -> Function {
    Function { name, takes: &[WordAt, Condition], about: "", run: Run::Waits(order) }
}

impl Function {
    /// How it is called.
    pub fn usage(&self) -> String {
        let takes: Vec<&str> = self.takes.iter().map(|takes| takes.parameter()).collect();
        format!("{}({})", self.name, takes.join(", "))
    }

    /// One that the kernel has not, or under another name: what it is.
    const fn about(self, about: &'static str) -> Function {
        Function { about, ..self }
    }
}

/// What the kernel says where `WARN_ON()` of some steps fires.
const WARNING: &str = "WARN_ON()";

use Takes::{
    Condition, Cpus as ToCpus, Page, Pmd as PmdAt, Pte as PteAt, Sem, Table, Tlb as InTlb, Value,
    Word as WordAt,
};

/// All functions, by what they are about.
pub static FUNCTIONS: &[Function] = &[
    // The bits of a PMD.
    helper("pmd_none", &[Value], |k, a| k.pmd_none(a.word(0)).into()),
    helper("pmd_present", &[Value], |k, a| k.pmd_present(a.word(0)).into()),
    helper("pmd_leaf", &[Value], |k, a| k.pmd_leaf(a.word(0)).into()),
    helper("pmd_trans_huge", &[Value], |k, a| k.pmd_trans_huge(a.word(0)).into()),
    helper("pmd_huge", &[Value], |k, a| k.pmd_huge(a.word(0)).into()),
    helper("pmd_bad", &[Value], |k, a| k.pmd_bad(a.word(0)).into()),
    helper("pmd_devmap", &[Value], |k, a| k.pmd_devmap(a.word(0)).into()),
    helper("pmd_special", &[Value], |k, a| k.pmd_special(a.word(0)).into()),
    helper("pmd_protnone", &[Value], |k, a| k.pmd_protnone(a.word(0)).into()),
    helper("pmd_write", &[Value], |k, a| k.pmd_write(a.word(0)).into()),
    helper("pmd_young", &[Value], |k, a| k.arch().pmd_young(k.cpu.used(a.word(0)).pmd()).into()),
    helper("pmd_dirty", &[Value], |k, a| k.arch().pmd_dirty(k.cpu.used(a.word(0)).pmd()).into()),
    helper("pmd_pfn", &[Value], |k, a| k.arch().pmd_pfn(k.cpu.used(a.word(0)).pmd()).into()),
    helper("pmd_access_permitted", &[Value, Value], |k, a| {
        k.pmd_access_permitted(a.word(0), a.word(1).bits != 0).into()
    }),
    helper("is_pmd_migration_entry", &[Value], |k, a| k.is_pmd_migration_entry(a.word(0)).into()),
    helper("pmd_page", &[Value], |k, a| k.pmd_page(a.word(0)).into()),
    helper("pmd_migration_page", &[Value], |k, a| {
        k.pfn_swap_entry_to_page(a.word(0)).map(|(_, folio)| folio).into()
    })
    .about("pfn_swap_entry_to_page() of a migration entry; 0 if it is none"),
    helper("pte_offset_map", &[Value], |k, a| {
        let at = k.pte_offset_map(a.word(0));
        Given::Object(at.map(|at| Object::Word(at, CellKind::Pte)))
    }),
    helper("pmd_mkinvalid", &[Value], |k, a| {
        a.word(0).invalidated(k.arch().pmd_mkinvalid(a.word(0).pmd()).0).into()
    }),
    helper("pmd_mkwrite", &[Value], |k, a| k.pmd_mkwrite(a.word(0)).into()),
    helper("pmd_wrprotect", &[Value], |k, a| pmd(k, a, |k, pmd| k.arch().pmd_wrprotect(pmd))),
    helper("pmd_mkdirty", &[Value], |k, a| k.pmd_mkdirty(a.word(0)).into()),
    helper("pmd_mkyoung", &[Value], |k, a| k.pmd_mkyoung(a.word(0)).into()),
    helper("pmd_mkold", &[Value], |k, a| k.pmd_mkold(a.word(0)).into()),
    helper("mk_huge_pmd", &[Page], |k, a| k.mk_huge_pmd(a.page(0)).into()),
    helper("none_pmd", &[], |k, _| Word::new(k.arch().none_pmd().0, Meaning::None).into())
        .about("an empty PMD"),
    helper("table_pmd", &[Table], |k, a| {
        let table = a.table(0);
        let pfn = k.kernel.tables.get(table.0).map_or(0, |table| table.pfn);
        Word::new(k.arch().table_pmd(pfn).0, Meaning::Table(table)).into()
    })
    .about("what pmd_populate() stores for a table"),
    helper("migration_pmd", &[Page], migration)
        .about("a writable migration entry, neither young nor dirty"),
    // The bits of a PTE.
    helper("pte_none", &[Value], |k, a| k.pte_none(a.word(0)).into()),
    helper("pte_present", &[Value], |k, a| k.pte_present(a.word(0)).into()),
    helper("pte_protnone", &[Value], |k, a| k.pte_protnone(a.word(0)).into()),
    helper("pte_write", &[Value], |k, a| k.pte_write(a.word(0)).into()),
    helper("pte_dirty", &[Value], |k, a| k.pte_dirty(a.word(0)).into()),
    helper("pte_pfn", &[Value], |k, a| k.arch().pte_pfn(k.cpu.used(a.word(0)).pte()).into()),
    helper("pte_access_permitted", &[Value, Value], |k, a| {
        k.pte_access_permitted(a.word(0), a.word(1).bits != 0).into()
    }),
    helper("is_migration_entry", &[Value], |k, a| {
        k.pte_to_migration_entry(a.word(0)).is_some().into()
    })
    .about("of a PTE: is_migration_entry(pte_to_swp_entry())"),
    helper("pte_migration_page", &[Value], |k, a| {
        k.pte_to_migration_entry(a.word(0)).map(|(_, folio)| folio).into()
    })
    .about("the page of a PTE's migration entry, without a barrier; 0 if it is none"),
    helper("pte_page", &[Value], |k, a| k.pte_page(a.word(0)).into()),
    helper("pte_mkwrite", &[Value], |k, a| pte(k, a, |k, pte| k.arch().pte_mkwrite(pte))),
    helper("pte_wrprotect", &[Value], |k, a| pte(k, a, |k, pte| k.arch().pte_wrprotect(pte))),
    helper("pte_mkdirty", &[Value], |k, a| pte(k, a, |k, pte| k.arch().pte_mkdirty(pte))),
    helper("pte_mkyoung", &[Value], |k, a| pte(k, a, |k, pte| k.arch().pte_mkyoung(pte))),
    helper("pte_mkold", &[Value], |k, a| pte(k, a, |k, pte| k.arch().pte_mkold(pte))),
    helper("mk_pte", &[Page], |k, a| k.mk_pte(a.page(0), false).into())
        .about("a read-only PTE of a page"),
    helper("none_pte", &[], |k, _| k.none_pte().into()).about("an empty PTE"),
    // Reads of entries: pages and tables that are found through them depend on them.
    helper("rcu_dereference", &[WordAt], |k, a| k.cpu.read_once_dep(a.at(0)).into())
        .about("accesses through its variable, r0->x, depend on it"),
    helper("pmdp_get_lockless", &[PmdAt], |k, a| k.cpu.read_once_dep(a.at(0)).into()),
    helper("pmdp_get", &[PmdAt], |k, a| k.cpu.read_once(a.at(0)).into()),
    helper("ptep_get_lockless", &[PteAt], |k, a| k.ptep_get_lockless(a.at(0)).into()),
    helper("ptep_get", &[PteAt], |k, a| k.cpu.read_once(a.at(0)).into()),
    // Stores to entries.
    does("set_pmd_at", &[PmdAt, Value], |k, a| k.set_pmd_at(a.at(0), a.word(1))),
    does("pmd_clear", &[PmdAt], |k, a| k.pmd_clear(a.at(0))),
    does("pmd_populate", &[PmdAt, Table], |k, a| k.pmd_populate(a.at(0), a.table(1))),
    helper("pmdp_huge_get_and_clear", &[PmdAt], |k, a| k.pmdp_huge_get_and_clear(a.at(0)).into()),
    helper("pmdp_collapse_flush", &[PmdAt], |k, a| k.pmdp_collapse_flush(a.at(0)).into()),
    helper("pmdp_invalidate", &[PmdAt], |k, a| {
        let how = Invalidate { warn: true, mkinvalid_guard: false };
        k.pmdp_invalidate(a.at(0), how).into()
    }),
    does("set_pte_at", &[PteAt, Value], |k, a| k.set_pte_at(a.at(0), a.word(1))),
    does("pte_clear", &[PteAt], |k, a| k.pte_clear(a.at(0))),
    helper("ptep_get_and_clear", &[PteAt], |k, a| k.ptep_get_and_clear(a.at(0)).into()),
    helper("ptep_set_wrprotect", &[PteAt], |k, a| k.ptep_set_wrprotect(a.at(0)).into()),
    // Pages and tables.
    helper("folio_ref_count", &[Page], |k, a| k.folio_ref_count(a.page(0)).into()),
    does("folio_get", &[Page], |k, a| k.folio_get(a.page(0))),
    helper("folio_put", &[Page], |k, a| k.folio_put(a.page(0)).into()),
    helper("folio_try_get", &[Page], |k, a| k.try_get_folio(a.page(0)).into()),
    helper("folio_ref_freeze", &[Page, Value], |k, a| {
        k.folio_ref_freeze(a.page(0), a.word(1).bits).into()
    }),
    does("folio_ref_unfreeze", &[Page, Value], |k, a| {
        k.folio_ref_unfreeze(a.page(0), a.word(1).bits)
    }),
    helper("folio_maybe_dma_pinned", &[Page], |k, a| k.folio_maybe_dma_pinned(a.page(0)).into()),
    helper("PageAnonExclusive", &[Page], |k, a| k.page_anon_exclusive(a.page(0)).into()),
    does("ClearPageAnonExclusive", &[Page], |k, a| k.clear_page_anon_exclusive(a.page(0))),
    does("folio_remove_rmap", &[Page], |k, a| k.folio_remove_rmap(a.page(0)))
        .about("an entry no longer maps the page"),
    does("copy_page", &[Page], |k, a| k.copy_page(a.page(0)))
        .about("copy_highpage(): its contents are elsewhere from now on"),
    does("reuse", &[Page], |k, a| k.reuse(a.page(0)))
        .about("the page allocator gives the page, which was freed, to someone else"),
    does("accept", &[Page], |k, a| k.cpu.note(Note::Accept { folio: a.page(0) }))
        .about("a walker ends with a reference on the page"),
    does("pte_free", &[Table], |k, a| k.pte_free(a.table(0))),
    does("free_page", &[Page], |k, a| k.claim(Subject::Folio(a.page(0)), Claim::Freed))
        .about("the page is freed, whatever its count"),
    // Flushes and TLBs.
    does("flush_tlb", &[], |k, _| k.flush_tlb()).about("orders and interrupts; drops nothing"),
    does("flush_tlb_page", &[InTlb], |k, a| k.flush_tlb_page(a.tlb(0)))
        .about("the same, and drops what the TLB holds"),
    does("tlb_walk", &[InTlb, PteAt], |k, a| k.tlb_walk(a.tlb(0), a.at(1)))
        .about("the hardware walks the table and caches the entry"),
    helper("tlb_access", &[InTlb], |k, a| k.tlb_access(a.tlb(0)).into())
        .about("an access through the TLB; whether something is cached"),
    does("walk_cache", &[InTlb, PmdAt], |k, a| k.walk_cache(a.tlb(0), a.at(1)))
        .about("the hardware caches the PMD of a table for later walks"),
    helper("walk_cached", &[InTlb], |k, a| k.walk_cached(a.tlb(0)).into())
        .about("the hardware walks by the PMD that it cached; whether there is one"),
    // What waits for a word.
    waits("smp_cond_load_relaxed", ReadOrder::Once)
        .about("waits until VAL, which is what it reads, fulfils the condition"),
    waits("smp_cond_load_acquire", ReadOrder::Acquire).about("the same, and an acquire"),
    // Interrupts, semaphores, warnings.
    does("local_irq_save", &[], |k, _| k.cpu.local_irq_save()),
    does("local_irq_restore", &[], |k, _| k.cpu.local_irq_restore()),
    does("smp_call_function", &[], |k, _| k.cpu.ipi_and_wait())
        .about("an IPI to every other CPU, and waiting for all"),
    does("smp_call_function_many", &[ToCpus], |k, a| k.cpu.sync(SyncOp::Ipi(a.cpus(0))))
        .about("the same to the CPUs of that name"),
    does("kick_all_cpus_sync", &[], |k, _| {
        k.cpu.smp_mb();
        k.cpu.ipi_and_wait()
    }),
    does("down_read", &[Sem], |k, a| k.cpu.down_read(a.sem(0))),
    does("up_read", &[Sem], |k, a| k.cpu.up_read(a.sem(0))),
    does("down_write", &[Sem], |k, a| k.cpu.down_write(a.sem(0))),
    does("up_write", &[Sem], |k, a| k.cpu.up_write(a.sem(0))),
    does("downgrade_write", &[Sem], |k, a| k.cpu.downgrade_write(a.sem(0))),
    helper("WARN_ON", &[Value], |k, a| {
        let fires = a.word(0).bits != 0;
        k.warn_on(fires, WARNING, a.word(0));
        fires.into()
    }),
    does("assert", &[Value], |k, a| k.assert(a.word(0).bits != 0, "assert()"))
        .about("no-broken-assertion is violated where this is zero"),
];

/// A word with the bits that a helper makes of those of a PMD, and the same meaning.
fn pmd(k: &Ctx<'_>, a: &[Argument], make: fn(&Ctx<'_>, Pmd) -> Pmd) -> Given {
    a.word(0).with_bits(make(k, a.word(0).pmd()).0).into()
}

/// The same of a PTE.
fn pte(k: &Ctx<'_>, a: &[Argument], make: fn(&Ctx<'_>, Pte) -> Pte) -> Given {
    a.word(0).with_bits(make(k, a.word(0).pte()).0).into()
}

fn migration(k: &Ctx<'_>, a: &[Argument]) -> Given {
    let folio = a.page(0);
    let pfn = k.kernel.folios.get(folio.0).map_or(0, |folio| folio.pfns.start);
    let access = MigrationAccess::Write;
    let entry = MigrationEntry { access, pfn, young: false, dirty: false };
    let word = k.migration_pmd(entry, folio);
    word.unwrap_or(Word::new(k.arch().none_pmd().0, Meaning::None)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_no_primitives() {
        for (index, function) in FUNCTIONS.iter().enumerate() {
            let same = |other: &Function| other.name == function.name;
            assert!(!FUNCTIONS[..index].iter().any(same), "{}", function.name);
        }
    }
}
