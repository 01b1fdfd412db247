//! Where there is memory.

use pmdrace_mm::{Addr, Folio, FolioId, Kernel};
use pmdrace_pgtable::by_name;

#[test]
fn the_bystander_has_no_memory_where_none_can_be() {
    let folio = |name: &str, pfns| Folio {
        name: name.to_owned(),
        pfns,
        refcount: Addr(0),
        atomic: false,
        exclusive: None,
        life: None,
    };
    // 48 bits of physical addresses, and pages of 12.
    let end = 1 << 36;
    let arch = by_name("arm64@6.12").expect("an architecture");
    let mut kernel = Kernel {
        arch,
        folios: vec![folio("bystander", 0..0), folio("F", end + 512..end + 1024)],
        bystander: Some(FolioId(0)),
        tables: vec![],
        notifier: None,
        plain_reloads: false,
        flush: arch.facts().mmu.flush,
        spared: pmdrace_mm::Cpus::default(),
    };
    assert_eq!(kernel.folio_at(end - 1), Some(FolioId(0)));
    assert_eq!(kernel.folio_at(end), None);
    assert!(kernel.pfn_valid(end - 1) && !kernel.pfn_valid(end));
    // What the scenario says is there.
    assert_eq!(kernel.folio_at(end + 512), Some(FolioId(1)));
    assert!(kernel.pfn_valid(end + 512));
    kernel.bystander = None;
    assert_eq!(kernel.folio_at(end - 1), None);
    assert!(kernel.pfn_valid(end - 1));
}
