//! The shipped scenarios as one Markdown page: what each is about, where it was fixed, what it covers and how
//! much there is to explore. Generated from the scenarios and their committed results, so it has no times.

use std::collections::HashSet;
use std::fmt::Write as _;

use pmdrace_mm::MemoryModel;
use pmdrace_pgtable::ARCHITECTURES;
use pmdrace_report::{Golden, GoldenCell};
use pmdrace_scenario::{CATALOGUE, CellKey, Scenario};

type Entry = (&'static str, Scenario, Golden);

/// The page, in the order of the catalogue.
pub(super) fn page() -> String {
    let entries: Vec<Entry> = CATALOGUE
        .iter()
        .map(|entry| {
            let scenario = Scenario::parse(entry.text).unwrap();
            (entry.path, scenario, Golden::parse(entry.golden).unwrap())
        })
        .collect();
    let (litmus, races): (Vec<_>, Vec<_>) =
        entries.iter().partition(|(_, scenario, _)| scenario.is_litmus());
    let mut text = String::from(
        "# Catalogue\n\nGenerated: `just bless-generated` writes this page, and the test suite fails when it \
         is stale. Counts are those of the committed results, which `pmdrace gate` compares with; how long \
         it takes is in [performance](performance.md).\n\n",
    );
    let _ =
        writeln!(text, "{} races and {} litmus tests.\n\n## Races\n", races.len(), litmus.len());
    races.iter().for_each(|(path, scenario, golden)| race(&mut text, path, scenario, golden));
    text.push_str(
        "## Litmus tests\n\n| test | variants | memory models | states |\n|---|---|---|---|\n",
    );
    for (path, scenario, golden) in litmus {
        let states: u64 = golden.cells.iter().filter_map(|cell| cell.states).sum();
        let _ = writeln!(
            text,
            "| [{}](../../scenarios/{path}) {} | {} | {} | {states} |",
            scenario.name(),
            scenario.title(),
            scenario.variants().count(),
            memory_models(scenario)
        );
    }
    text
}

fn race(text: &mut String, path: &str, scenario: &Scenario, golden: &Golden) {
    let _ = writeln!(text, "### {}\n\n{}.\n", scenario.name(), scenario.title());
    let source = scenario.source();
    let fixed = match (&source.fix, &source.merged) {
        (Some(fix), Some(merged)) => format!("`{fix}` ({merged})"),
        (Some(fix), None) => format!("`{fix}`"),
        _ => "no single commit".to_owned(),
    };
    let fixes = source.fixes.as_ref().map(|fixes| format!(", which repairs `{fixes}`"));
    let change = source.change.as_deref().unwrap_or("nothing");
    let archs: Vec<String> =
        scenario.architectures().iter().map(|arch| format!("`{}`", arch.name())).collect();
    let archs = match archs.len() == ARCHITECTURES.len() {
        true => format!("all {}", archs.len()),
        false => archs.join(", "),
    };
    let variants: Vec<String> = scenario.variants().map(|(name, _)| format!("`{name}`")).collect();
    let properties: Vec<String> = scenario
        .properties()
        .iter()
        .map(|property| format!("`{}` ({})", property.name(), property.kind().name()))
        .collect();
    let sum = |of: &dyn Fn(&GoldenCell) -> Option<u64>| -> u64 {
        golden.cells.iter().filter_map(of).sum()
    };
    let cells: HashSet<&CellKey> = golden.cells.iter().map(|cell| &cell.cell).collect();
    let facts = [
        ("file", format!("[{path}](../../scenarios/{path})")),
        ("fixed by", format!("{fixed}{}: {change}", fixes.unwrap_or_default())),
        ("mechanism", scenario.tags().join(", ")),
        ("variants", variants.join(", ")),
        ("properties", properties.join(", ")),
        ("architectures", archs),
        ("memory models", memory_models(scenario)),
        (
            "size",
            format!(
                "{} cells, {} states, {} executions on loom",
                cells.len(),
                sum(&|cell| cell.states),
                sum(&|cell| cell.executions)
            ),
        ),
    ];
    for (name, fact) in facts {
        let _ = writeln!(text, "- **{name}**: {fact}");
    }
    text.push('\n');
}

/// The memory models under which a scenario is explored.
fn memory_models(scenario: &Scenario) -> String {
    let cells = scenario.cells(None);
    let models = MemoryModel::ALL.into_iter();
    let used = models.filter(|model| cells.iter().any(|cell| cell.memory == *model));
    let names: Vec<&str> = used.map(MemoryModel::name).collect();
    names.join(", ")
}
