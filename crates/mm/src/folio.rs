//! Folio references: include/linux/page_ref.h and mm/gup.c of 6.1.192 and 6.12.117.
//!
//! The re-check of `try_get_folio()` that the page still belongs to the folio is not modelled: no
//! routine here splits or joins folios.

use crate::{Ctx, FolioId, Meaning, Note, Word};

impl Ctx<'_> {
    /// `folio_get()`: `folio_ref_inc()`, for a caller that holds a reference already.
    pub fn folio_get(&self, folio: FolioId) {
        self.folio_ref_add(folio, 1);
    }

    /// `folio_ref_add()`.
    pub fn folio_ref_add(&self, folio: FolioId, n: u64) {
        self.cpu.atomic_add(self.kernel.folios[folio.0].refcount, n);
    }

    /// `folio_put()`; tells whether this was the last reference.
    pub fn folio_put(&self, folio: FolioId) -> bool {
        self.cpu.atomic_sub_and_test(self.kernel.folios[folio.0].refcount, 1)
    }

    /// `try_get_folio()`: `folio_ref_try_add_rcu()` in 6.1, `folio_ref_try_add()` in 6.12; both fail on
    /// a count of zero.
    pub fn try_get_folio(&self, folio: FolioId) -> bool {
        let got = self.cpu.atomic_add_unless(self.kernel.folios[folio.0].refcount, 1, 0);
        if !got {
            self.cpu.note(Note::Return("try_get_folio() failed: the count is zero"));
        }
        got
    }

    /// `folio_ref_freeze()`: takes the count from `expected` to zero, or fails.
    pub fn folio_ref_freeze(&self, folio: FolioId, expected: u64) -> bool {
        self.cpu.atomic_cmpxchg(self.kernel.folios[folio.0].refcount, expected, 0)
    }

    /// The frozen folio is freed, and the page allocator gives it to someone else
    /// (`set_page_refcounted()` in mm/page_alloc.c).
    pub fn free_and_reuse(&self, folio: FolioId) {
        let _fn = self.enter("set_page_refcounted");
        self.cpu.atomic_set(
            self.kernel.folios[folio.0].refcount,
            Word::new(1, Meaning::Count { reused: true }),
        );
    }
}
