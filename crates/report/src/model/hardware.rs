//! Where the kernel's memory model and an architecture's own differ: code that is wrong by the first, and right on
//! the hardware.

use indexmap::IndexMap;
use pmdrace_engine::Verdict;
use pmdrace_mm::MemoryModel;
use pmdrace_pgtable::ARCHITECTURES;

use super::grid::distinct;
use crate::CellResult;

/// One line for each property that is violated under `lkmm`, and holds on some architectures under their own models.
pub(crate) fn spared(results: &[&CellResult]) -> Vec<String> {
    let mut found: IndexMap<(&str, String), Vec<&str>> = IndexMap::new();
    for variant in distinct(results.iter().map(|r| r.cell.variant.as_str())) {
        let cells: Vec<&CellResult> =
            results.iter().copied().filter(|r| r.cell.variant == variant).collect();
        let properties = cells.iter().flat_map(|r| &r.properties);
        for property in distinct(properties.map(|p| p.name.as_str())) {
            let archs = distinct(cells.iter().map(|r| r.cell.arch.as_str()));
            let spared = archs.into_iter().filter(|arch| is_spared(&cells, arch, property));
            let spared = spared.collect::<Vec<_>>().join(", ");
            if !spared.is_empty() {
                found.entry((property, spared)).or_default().push(variant);
            }
        }
    }
    let line = |((property, archs), variants): ((&str, String), Vec<&str>)| {
        let variants = variants.join(", ");
        format!("{variants}: {property} is violated by the kernel's model, but not on {archs}")
    };
    found.into_iter().map(line).collect()
}

/// Whether a property is violated under `lkmm` and holds under the architecture's own memory model.
fn is_spared(cells: &[&CellResult], arch: &str, property: &str) -> bool {
    let known = ARCHITECTURES.iter().find(|known| known.name() == arch);
    let own = known.map(|known| known.facts().memory_model);
    let verdicts = |memory: Option<MemoryModel>| -> Vec<Verdict> {
        let cells = cells.iter().filter(|r| r.cell.arch == arch && Some(r.cell.memory) == memory);
        let judged = cells.flat_map(|r| &r.properties).filter(|p| p.name == property);
        judged.map(|p| p.verdict).collect()
    };
    let own = verdicts(own);
    verdicts(Some(MemoryModel::Lkmm)).contains(&Verdict::Violated)
        && own.contains(&Verdict::Holds)
        && own.iter().all(|verdict| [Verdict::Holds, Verdict::NotApplicable].contains(verdict))
}
