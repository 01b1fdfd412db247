//! `show`: what a scenario is made of.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use clap::Args;
use pmdrace_engine::search;
use pmdrace_mm::routine::RoutineSpec;
use pmdrace_pgtable::TlbFlush;
use pmdrace_report::{counted, listing};
use pmdrace_scenario::{Catalogue, Scenario, Spanned};
use toml::Value;

use super::wrapped;
use crate::exit::{Exit, Failure};
use crate::options::{Code, Engine, Selection};
use crate::output::print;
use crate::select;
use crate::source::{self, Loaded};
use crate::tree::Tree;

#[derive(Debug, Args)]
#[command(mut_group("Selection", |group| group.requires("interleavings")))]
pub(crate) struct Show {
    /// The name of a shipped scenario, or a scenario file.
    pub(crate) scenario: String,
    /// List this many executions of the first selected cell instead, without orders that the search reduces
    /// away.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) interleavings: Option<u16>,
    #[command(flatten)]
    pub(crate) code: Code,
    #[command(flatten)]
    pub(crate) selection: Selection,
}

pub(crate) fn run(args: &Show, catalogue: &Catalogue) -> Result<Exit, Failure> {
    let tree = args.code.open()?;
    let loaded = source::load_on(catalogue, std::slice::from_ref(&args.scenario), tree.as_ref())?;
    if let Some(count) = args.interleavings {
        return interleavings(args, &loaded, tree.as_ref(), usize::from(count));
    }
    let mut text = String::new();
    for one in &loaded {
        let scenario = &one.scenario;
        about(&mut text, scenario);
        state(&mut text, &one.text);
        cpus(&mut text, scenario);
        if let Some(tree) = &tree {
            of_build(&mut text, scenario, tree);
        }
        rest(&mut text, scenario);
        let _ = writeln!(text, "\nnext: pmdrace check {}", one.asked());
    }
    print(&text)?;
    Ok(Exit::AsExpected)
}

/// Lists some executions of one cell.
fn interleavings(
    args: &Show,
    loaded: &[Loaded],
    tree: Option<&Tree>,
    count: usize,
) -> Result<Exit, Failure> {
    let selected = select::cells(loaded, tree, &args.selection, Engine::Statespace, false)?;
    let Some(cell) = selected.applicable().next().map(|cell| &cell.key) else {
        return Err(Failure::nothing("nothing that is selected applies"));
    };
    let scenario = &loaded[0].scenario;
    let (model, executions) = match tree {
        None => {
            let model = Arc::new(scenario.model(cell)?);
            let executions = search::interleavings(&model, count)?;
            (model, executions)
        }
        Some(tree) => {
            let adopted = tree.model(scenario, cell);
            let adopted = adopted.map_err(|error| Failure::usage(format!("{cell}: {error}")))?;
            let executions = adopted.settled(|model| search::interleavings(model, count))?;
            (adopted.model, executions)
        }
    };
    let mut text = format!("{} {cell}\n", scenario.name());
    for (index, (events, order)) in executions.iter().enumerate() {
        let memory = order.last_words(&model, events);
        let judgement = model.judge_with(events, &memory).violated_at;
        let violated = scenario.properties().into_iter().zip(judgement);
        let violated: Vec<&str> =
            violated.filter(|(_, at)| at.is_some()).map(|(property, _)| property.name()).collect();
        let shows = match violated.is_empty() {
            true => "violates nothing".to_owned(),
            false => format!("violates {}", violated.join(", ")),
        };
        let _ = write!(text, "\nexecution {}: {shows}\n{}", index + 1, listing(&model, events));
    }
    let all = match executions.len() {
        found if found >= count => "there may be more",
        1 => "this is all",
        _ => "these are all",
    };
    let _ = writeln!(text, "\n{}; {all}", counted(executions.len(), "execution"));
    print(&text)?;
    Ok(Exit::AsExpected)
}

fn about(text: &mut String, scenario: &Scenario) {
    let _ = writeln!(text, "{}: {}\n", scenario.name(), scenario.title());
    wrapped(text, 0, scenario.why());
    text.push('\n');
    let source = scenario.source();
    let facts = [
        ("fix", &source.fix),
        ("fixes", &source.fixes),
        ("merged", &source.merged),
        ("found", &source.found),
        ("change", &source.change),
    ];
    for (name, fact) in facts {
        if let Some(fact) = fact {
            wrapped(text, 0, &format!("{name:<8}{fact}"));
        }
    }
    text.push('\n');
}

/// The initial state, as the scenario's file has it.
fn state(text: &mut String, file: &str) {
    let is_header = |line: &str| line.trim_start().starts_with('[');
    let is_state = |line: &str| line.starts_with("[state]") || line.starts_with("[state.");
    let mut inside = false;
    let mut lines: Vec<&str> = Vec::new();
    for line in file.lines().map(str::trim_end) {
        inside = if is_header(line) { is_state(line) } else { inside };
        lines.extend(Some(line).filter(|line| inside && !line.is_empty()));
    }
    // A file may write it in another form; its values are the same.
    let parsed = file.parse::<toml::Table>().ok().filter(|_| lines.is_empty());
    let state = parsed.and_then(|mut table| table.remove("state"));
    let printed = state.map_or(String::new(), |state| {
        let whole = toml::Table::from_iter([("state".to_owned(), state)]);
        toml::to_string(&whole).unwrap_or_default()
    });
    lines.extend(printed.lines().filter(|line| !line.is_empty()));
    if lines.is_empty() {
        return;
    }
    text.push_str("initial state\n");
    for line in lines {
        let _ = writeln!(text, "    {line}");
    }
    text.push('\n');
}

/// A routine, the kernel functions that it stands for, and its guards.
pub(super) fn routine(text: &mut String, spec: &RoutineSpec) {
    wrapped(text, 4, &format!("{}: {}", spec.name, spec.summary));
    for function in spec.kernel {
        wrapped(text, 8, &format!("kernel: {function}"));
    }
    for guard in spec.guards {
        wrapped(text, 8, &format!("guard {}: {}", guard.name, guard.protects));
    }
}

fn cpus(text: &mut String, scenario: &Scenario) {
    for cpu in scenario.cpus() {
        let often = match (&cpu.count, &cpu.when) {
            (Some(count), _) => format!(" (as many as the parameter {})", count.get_ref()),
            (_, Some(when)) => format!(" (if the parameter {} is true)", when.get_ref()),
            _ => String::new(),
        };
        let _ = writeln!(text, "CPU {}{often}", cpu.name.get_ref());
        let own = cpu.routine.as_ref().map(|name| name.get_ref().as_str());
        let readers = scenario.readers().filter(|_| own.is_none());
        let names = own.into_iter().chain(readers);
        names.filter_map(|name| scenario.routines().by_name(name)).for_each(|s| routine(text, s));
        for guard in scenario.mutants().iter().filter(|mutant| mutant.cpu == *cpu.name.get_ref()) {
            if guard.of != guard.routine {
                wrapped(text, 8, &format!("guard {}: {}", guard.guard, guard.protects));
            }
        }
        arguments(text, &cpu.args);
    }
    text.push('\n');
}

/// The argument that holds steps.
const STEPS: &str = "steps";

/// What a CPU or a variant gives a routine; steps as they are written.
fn arguments(text: &mut String, given: &BTreeMap<String, Spanned<Value>>) {
    for (name, value) in given {
        match value.get_ref() {
            Value::String(steps) if name == STEPS || steps.trim().contains('\n') => {
                let _ = writeln!(text, "        {name} =");
                for line in steps.trim_end().lines() {
                    let _ = writeln!(text, "{}", format!("            {line}").trim_end());
                }
            }
            value => wrapped(text, 8, &format!("{name} = {value}")),
        }
    }
}

/// What CPUs run with the C of a kernel build.
fn of_build(text: &mut String, scenario: &Scenario, tree: &Tree) {
    let (build, names) = (tree.build(), scenario.cpus().iter());
    let _ = writeln!(text, "on this build of Linux {}:", build.release());
    let own = names.filter_map(|cpu| cpu.routine.as_ref().map(|name| name.get_ref().as_str()));
    for name in own.chain(scenario.readers()) {
        let _ = match tree.provides(name) {
            Ok(function) => writeln!(text, "    {name}: the C of {function}()"),
            Err(why) => writeln!(text, "    {name}: a transcription; {why}"),
        };
    }
    let asked = scenario.variants().filter(|(variant, _)| {
        let cells = scenario.cells(None);
        let mut of_it = cells.iter().filter(|cell| cell.variant == *variant);
        of_it.any(|cell| scenario.applies(cell) && tree.declines(scenario, cell).is_none())
    });
    let asked: Vec<&str> = asked.map(|(variant, _)| variant).collect();
    let _ = match asked.is_empty() {
        true => writeln!(text, "    no variant is about what it has\n"),
        false => writeln!(text, "    variants that can be asked of it: {}\n", asked.join(", ")),
    };
}

fn rest(text: &mut String, scenario: &Scenario) {
    for (name, variant) in scenario.variants() {
        wrapped(text, 0, &format!("variant {name}: {}", variant.about));
        if let Some(flush) = variant.flush {
            let _ = writeln!(text, "    TLB flushes: by {}", TlbFlush::from(flush).name());
        }
        if !variant.flush_spares.is_empty() {
            let names: Vec<&str> = variant.flush_spares.iter().map(|name| name.as_str()).collect();
            let _ = writeln!(text, "    TLB flushes pass over {}", names.join(", "));
        }
        for (cpu, set) in &variant.set {
            let _ = writeln!(text, "    CPU {}", cpu.get_ref());
            arguments(text, set);
        }
    }
    for (name, values) in scenario.params() {
        let values: Vec<String> = values.iter().map(ToString::to_string).collect();
        let _ = writeln!(text, "parameter {name}: {}", values.join(", "));
    }
    if let Some(asked) = scenario.exists() {
        wrapped(text, 0, &format!("exists {asked}"));
    }
    for property in scenario.properties() {
        wrapped(
            text,
            0,
            &format!(
                "property {} ({}): {}",
                property.name(),
                property.kind().name(),
                property.text()
            ),
        );
    }
    let archs: Vec<&str> = scenario.architectures().iter().map(|arch| arch.name()).collect();
    wrapped(text, 0, &format!("architectures: {}", archs.join(", ")));
    let cells = scenario.cells(None);
    let full = cells.iter().filter(|cell| scenario.is_slow_on_loom(cell)).count();
    let violated = |cell: &&pmdrace_scenario::CellKey| {
        scenario.properties().iter().any(|property| scenario.expects_violation(cell, *property))
    };
    let _ = writeln!(
        text,
        "{}, {full} of them on loom only with --full; {} expected to violate something",
        counted(cells.len(), "cell"),
        cells.iter().filter(violated).count()
    );
}
