//! `page_vma_mapped_walk()` of a caller that does nothing with what is found.

use super::migrate::prepare;
use super::{Entry, Then, values};

pub(super) static ENTRIES: &[Entry] = &[Entry {
    routine: "page-vma-mapped",
    function: |_| "page_vma_mapped_walk",
    files: &["mm/page_vma_mapped", "mm/huge_memory", "mm/pgtable-generic"],
    arguments: |image, setup| {
        let pmd = setup.args.pmd("pmd");
        let folio = setup.args.folio("folio");
        prepare(image, setup, pmd, &[folio])?;
        let address = image.entry(pmd)?.0;
        let pfns = setup.model.kernel.folios.get(folio.0).map_or(0..0, |folio| folio.pfns.clone());
        let walk = image.object("page_vma_mapped_walk")?;
        let fields = [
            ("pfn", pfns.start),
            ("nr_pages", pfns.end - pfns.start),
            ("pgoff", image.index(address)),
            ("vma", image.vma()),
            ("address", address),
        ];
        for (field, value) in fields {
            image.set(walk, "page_vma_mapped_walk", field, value)?;
        }
        Ok(values(&[walk]))
    },
    then: |_, _, arguments| {
        Ok(vec![Then {
            function: "page_vma_mapped_walk",
            arguments: arguments.to_vec(),
            when: |returned| returned.first() == Some(&Some(1)),
            result: |_| None,
        }])
    },
    result: |found| match found {
        0 => Some("not mapped here"),
        _ => None,
    },
    ..Entry::BASE
}];
