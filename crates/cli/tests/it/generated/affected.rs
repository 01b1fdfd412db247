//! Which architectures each race affects, variant by variant, as one Markdown page drawn from the committed results.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use pmdrace_engine::Engine;
use pmdrace_mm::{MemoryModel, Property};
use pmdrace_pgtable::Arch;
use pmdrace_report::{Golden, GoldenCell};
use pmdrace_scenario::{CATALOGUE, Scenario};

/// The page, in the order of the catalogue.
pub(super) fn page() -> String {
    let mut text = String::from(
        "# Affected architectures\n\nGenerated from the committed results: `just bless-generated` writes this page, and the \
         test suite fails when it is stale. An architecture is judged by its own memory model where the \
         scenario has it, with every reader and parameter together, by the state-space engine; *by the kernel's model alone* are those where the code is wrong by LKMM and right on the \
         hardware. [who-is-affected](../explanation/who-is-affected.md) says what it means for the founding race.\n\n",
    );
    for entry in CATALOGUE {
        let scenario = Scenario::parse(entry.text).unwrap();
        if !scenario.is_litmus() {
            race(&mut text, &scenario, &Golden::parse(entry.golden).unwrap());
        }
    }
    text.truncate(text.trim_end().len());
    text + "\n"
}

fn race(text: &mut String, scenario: &Scenario, golden: &Golden) {
    let _ = writeln!(text, "## {}\n\n{}.\n", scenario.name(), scenario.title());
    for (variant, described) in scenario.variants() {
        let _ = writeln!(text, "- `{variant}`, {}:", described.about);
        let of = |arch: &dyn Arch, memory: &dyn Fn(MemoryModel) -> bool| {
            let cells = golden.cells.iter().filter(|found| {
                let cell = &found.cell;
                let same = cell.variant == variant && cell.arch == arch.name();
                same && memory(cell.memory) && found.engine == Engine::Statespace
            });
            cells.collect::<Vec<_>>()
        };
        let (mut violated, mut by_lkmm) = (Vec::new(), Vec::new());
        let (mut open, mut idle, mut holds) = (Vec::new(), Vec::new(), Vec::new());
        for arch in scenario.architectures() {
            let own = arch.facts().memory_model;
            let on_it = of(*arch, &|memory| memory == own);
            let by_model = of(*arch, &|memory| memory == MemoryModel::Lkmm && memory != own);
            let judged = if on_it.is_empty() { of(*arch, &|_| true) } else { on_it };
            let settled = judged.iter().all(|cell| cell.cut_by.is_none());
            match (broken(&judged), broken(&by_model)) {
                _ if judged.is_empty() => {}
                (here, _) if !here.is_empty() => violated.push((arch.name(), here)),
                (_, there) if !there.is_empty() => by_lkmm.push((arch.name(), there)),
                _ if !settled => open.push(arch.name()),
                _ if judged.iter().all(|cell| is_idle(scenario, cell)) => idle.push(arch.name()),
                _ => holds.push(arch.name()),
            }
        }
        list(text, "violated", &violated);
        list(text, "by the kernel's model alone", &by_lkmm);
        let rest = [("inconclusive", open), ("nothing can violate it", idle), ("holds", holds)];
        for (what, archs) in rest.into_iter().filter(|(_, archs)| !archs.is_empty()) {
            let _ = writeln!(text, "  - {what}: {}", archs.join(", "));
        }
    }
    text.push('\n');
}

/// Whether nothing in a cell can violate what the scenario is about.
fn is_idle(scenario: &Scenario, cell: &GoldenCell) -> bool {
    let asked = scenario.properties().into_iter().filter(|p| *p != Property::NoDeadlock);
    let names: Vec<&str> = asked.map(Property::name).collect();
    !names.is_empty() && names.iter().all(|name| cell.not_applicable.contains(*name))
}

/// The properties that are violated in some cell.
fn broken(cells: &[&GoldenCell]) -> BTreeSet<String> {
    cells.iter().flat_map(|cell| cell.violated.keys().cloned()).collect()
}

/// Architectures under the properties that are violated there.
fn list(text: &mut String, what: &str, found: &[(&str, BTreeSet<String>)]) {
    let sets: BTreeSet<&BTreeSet<String>> = found.iter().map(|(_, set)| set).collect();
    for set in sets {
        let archs = found.iter().filter(|(_, of)| of == set).map(|(arch, _)| *arch);
        let properties = set.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        let _ =
            writeln!(text, "  - {what} ({properties}): {}", archs.collect::<Vec<_>>().join(", "));
    }
}
