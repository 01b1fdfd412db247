//! `__pte_alloc()`: the page allocator has the table.

use pmdrace_kir::{Memory, Reply};

use super::{Does, Entry, values};
use crate::cpu::Asking;
use crate::external::externals;

pub(super) static ENTRIES: &[Entry] = &[Entry {
    routine: "pte_alloc",
    function: |_| "__pte_alloc",
    files: &["mm/memory", "mm/pgtable-generic"],
    arguments: |image, setup| {
        let (_, pmdp) = image.entry(setup.args.pmd("pmd"))?;
        image.pmd_lock(setup.args.lock("ptl"))?;
        Ok(values(&[image.mm(), pmdp]))
    },
    externals: externals! {
        Does::Runs(alloc_pages) => "alloc_pages", "alloc_pages_noprof", "pte_alloc_one",
            "pte_fragment_alloc", "page_table_alloc";
    },
    ..Entry::BASE
}];

/// The page that becomes a table, cleared because `__GFP_ZERO` is asked for.
fn alloc_pages(asking: &mut Asking<'_, '_>, _: &[u64], _: &mut Memory) -> Reply {
    let k = asking.k;
    let Some(table) = k.kernel.tables.first() else { return Reply::Value(0) };
    for ptep in &table.ptes {
        k.cpu.write_once(*ptep, k.none_pte());
    }
    Reply::Value(u128::from(asking.known.frames.handed_out(table.pfn)))
}
