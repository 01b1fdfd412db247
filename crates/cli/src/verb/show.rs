//! `show`: what a scenario is made of.

use std::fmt::Write as _;

use pmdrace_mm::routine::{self, RoutineSpec};
use pmdrace_scenario::Scenario;

use super::{print, wrapped};
use crate::args::Show;
use crate::exit::{Exit, Failure};
use crate::source;

pub(crate) fn run(args: &Show) -> Result<Exit, Failure> {
    let loaded = source::load(&args.scenario)?;
    let mut text = String::new();
    about(&mut text, &loaded.scenario);
    cpus(&mut text, &loaded.scenario);
    rest(&mut text, &loaded.scenario);
    print(&text);
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

fn routine(text: &mut String, spec: &RoutineSpec) {
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
        match &cpu.routine {
            Some(name) => routine::by_name(name.get_ref()).iter().for_each(|s| routine(text, s)),
            None => {
                scenario.readers().filter_map(routine::by_name).for_each(|s| routine(text, s));
            }
        }
    }
    text.push('\n');
}

fn rest(text: &mut String, scenario: &Scenario) {
    for (name, variant) in scenario.variants() {
        wrapped(text, 0, &format!("variant {name}: {}", variant.about));
    }
    for (name, values) in scenario.params() {
        let values: Vec<String> = values.iter().map(ToString::to_string).collect();
        let _ = writeln!(text, "parameter {name}: {}", values.join(", "));
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
    let full = cells.iter().filter(|cell| cell.long_on_loom).count();
    let violated = |cell: &&pmdrace_scenario::CellKey| {
        scenario.properties().iter().any(|property| scenario.expects_violation(cell, *property))
    };
    let _ = writeln!(
        text,
        "{} cells, {full} of them on loom only with --full; {} are expected to violate something",
        cells.len(),
        cells.iter().filter(violated).count()
    );
    let _ = writeln!(text, "\nnext: pmdrace check {}", scenario.name());
}
