//! Folio references: include/linux/page_ref.h and mm/gup.c of 6.1.192 and 6.12.117.
//!
//! A count is of one of two kinds: a counter that passes on its CPU's view of memory, which has few states,
//! or a word of memory with exactly the ordering of the kernel's atomics. The re-check in `try_get_folio()`
//! that the page still belongs to the folio is not modelled: no routine here splits or merges folios.

use pmdrace_pgtable::Kernel;

use crate::{Claim, Ctx, FolioId, Meaning, Note, RmwOrder, Subject, Word};

/// `GUP_PIN_COUNTING_BIAS`: the amount that a pin adds to the reference count of a small folio.
pub(crate) const GUP_PIN_COUNTING_BIAS: u64 = 1024;

impl Ctx<'_> {
    /// Atomically changes a count that is a word of memory; returns the old count and whether it changed.
    fn count(
        &self,
        folio: FolioId,
        order: RmwOrder,
        change: impl Fn(u64) -> Option<u64>,
    ) -> (u64, bool) {
        let with = |word: Word| change(word.bits).map(|bits| word.with_bits(bits));
        let old = self.cpu.update(self.kernel.folios[folio.0].refcount, order, &with).bits;
        (old, change(old).is_some())
    }

    /// `folio_ref_count()`.
    pub fn folio_ref_count(&self, folio: FolioId) -> u64 {
        let at = self.kernel.folios[folio.0].refcount;
        match self.kernel.folios[folio.0].atomic {
            true => self.cpu.read_once(at).bits,
            false => self.cpu.atomic_read(at),
        }
    }

    /// `folio_maybe_dma_pinned()` of a small folio.
    pub fn folio_maybe_dma_pinned(&self, folio: FolioId) -> bool {
        self.folio_ref_count(folio) >= GUP_PIN_COUNTING_BIAS
    }

    /// `folio_get()`: `folio_ref_inc()`, for a caller that already holds a reference.
    pub fn folio_get(&self, folio: FolioId) {
        self.folio_ref_add(folio, 1);
    }

    /// `folio_ref_add()`.
    pub fn folio_ref_add(&self, folio: FolioId, n: u64) {
        match self.kernel.folios[folio.0].atomic {
            true => drop(self.count(folio, RmwOrder::Relaxed, |count| Some(count + n))),
            false => self.cpu.atomic_add(self.kernel.folios[folio.0].refcount, n),
        }
    }

    /// `folio_put()`; returns whether this was the last reference.
    pub fn folio_put(&self, folio: FolioId) -> bool {
        self.folio_put_refs(folio, 1)
    }

    /// `folio_put_refs()`, which frees the folio with the last reference; returns whether it did.
    pub fn folio_put_refs(&self, folio: FolioId, n: u64) -> bool {
        let last = self.folio_ref_sub_and_test(folio, n);
        if last {
            self.claim(Subject::Folio(folio), Claim::Freed);
        }
        last
    }

    /// `folio_ref_sub_and_test()`: drops references; returns whether none is left.
    pub fn folio_ref_sub_and_test(&self, folio: FolioId, n: u64) -> bool {
        match self.kernel.folios[folio.0].atomic {
            true => self.count(folio, RmwOrder::Full, |count| Some(count.wrapping_sub(n))).0 == n,
            false => self.cpu.atomic_sub_and_test(self.kernel.folios[folio.0].refcount, n),
        }
    }

    /// `try_get_folio()`: `folio_ref_try_add_rcu()` in 6.1, `folio_ref_try_add()` in 6.12; both fail on
    /// a count of zero.
    pub fn try_get_folio(&self, folio: FolioId) -> bool {
        self.try_get_folio_refs(folio, 1, RmwOrder::Full)
    }

    /// `try_get_folio()` with a number of references and an ordering, which tests may weaken. In 6.12
    /// `page_ref_add_unless()` does it in an RCU read section.
    pub fn try_get_folio_refs(&self, folio: FolioId, n: u64, order: RmwOrder) -> bool {
        let in_section = self.arch().kernel() >= Kernel::V6_12;
        if in_section {
            self.cpu.rcu_read_lock();
        }
        let got = self.folio_ref_add_unless_zero(folio, n, order);
        if in_section {
            self.cpu.rcu_read_unlock();
        }
        if !got {
            self.cpu.note(Note::Return("try_get_folio() failed: the count is zero"));
        }
        got
    }

    /// `atomic_add_unless()` of a count and zero, and nothing else.
    pub fn folio_ref_add_unless_zero(&self, folio: FolioId, n: u64, order: RmwOrder) -> bool {
        match self.kernel.folios[folio.0].atomic {
            true => self.count(folio, order, |count| (count != 0).then_some(count + n)).1,
            false => self.cpu.atomic_add_unless(self.kernel.folios[folio.0].refcount, n, 0),
        }
    }

    /// `PageAnonExclusive()`.
    pub fn page_anon_exclusive(&self, folio: FolioId) -> bool {
        let mark = self.kernel.folios[folio.0].exclusive;
        mark.is_some_and(|at| self.cpu.read_once(at).bits != 0)
    }

    /// `ClearPageAnonExclusive()`: `clear_bit()`, an unordered atomic. From now on the page is shared.
    pub fn clear_page_anon_exclusive(&self, folio: FolioId) {
        if let Some(at) = self.kernel.folios[folio.0].exclusive {
            self.cpu.update(at, RmwOrder::Relaxed, &|word: Word| Some(word.with_bits(0)));
        }
        self.claim(Subject::Folio(folio), Claim::Shared);
    }

    /// `smp_mb__after_atomic()`: nothing where every atomic is a full barrier, as under total store order.
    pub fn smp_mb_after_atomic(&self) {
        if self.arch().facts().memory_model.is_relaxed() {
            self.cpu.smp_mb();
        }
    }

    /// `page_dup_anon_rmap()`, `folio_dup_file_rmap_pte()`: one more mapping shares the page.
    pub fn page_dup_rmap(&self, folio: FolioId) {
        self.claim(Subject::Folio(folio), Claim::Shared);
    }

    /// `folio_remove_rmap_pmd()`, `folio_remove_rmap_pte()`: an entry no longer maps the page.
    pub fn folio_remove_rmap(&self, folio: FolioId) {
        self.claim(Subject::Folio(folio), Claim::Unmapped);
    }

    /// `copy_highpage()` of a page whose contents are used elsewhere from now on.
    pub fn copy_page(&self, from: FolioId) {
        self.claim(Subject::Folio(from), Claim::Moved);
    }

    /// `folio_ref_freeze()`: changes the count from `expected` to zero, or fails.
    pub fn folio_ref_freeze(&self, folio: FolioId, expected: u64) -> bool {
        match self.kernel.folios[folio.0].atomic {
            true => self.count(folio, RmwOrder::Full, |count| (count == expected).then_some(0)).1,
            false => self.cpu.atomic_cmpxchg(self.kernel.folios[folio.0].refcount, expected, 0),
        }
    }

    /// `folio_ref_unfreeze()`: a store with release semantics.
    pub fn folio_ref_unfreeze(&self, folio: FolioId, n: u64) {
        let word = Word::new(n, Meaning::Count { reused: false });
        let at = self.kernel.folios[folio.0].refcount;
        match self.kernel.folios[folio.0].atomic {
            true => self.cpu.smp_store_release(at, word),
            false => self.cpu.atomic_set(at, word),
        }
    }

    /// Frees the frozen folio; the page allocator reallocates it to someone else.
    pub fn free_and_reuse(&self, folio: FolioId) {
        self.claim(Subject::Folio(folio), Claim::Freed);
        self.reuse(folio);
    }

    /// The page allocator reallocates a folio that was freed to someone else (`set_page_refcounted()` in
    /// mm/page_alloc.c).
    pub fn reuse(&self, folio: FolioId) {
        let _fn = self.enter("set_page_refcounted");
        let one = Word::new(1, Meaning::Count { reused: true });
        let at = self.kernel.folios[folio.0].refcount;
        match self.kernel.folios[folio.0].atomic {
            true => self.cpu.write_once(at, one),
            false => self.cpu.atomic_set(at, one),
        }
    }
}
