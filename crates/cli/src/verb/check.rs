//! `check`: explore, and say for each property whether it holds.

use std::fmt::Write as _;

use clap::Args;
use pmdrace_engine::{Cut, Engine, Verdict};
use pmdrace_report::{
    Case, CellResult, Class, Trace, cell_details, counted, interrupted, matrix, overview,
    overview_legend, totals,
};
use pmdrace_scenario::Catalogue;

use super::failed::Failed;
use super::litmus;
use super::reports::Reports;
use super::run::{Found, How, check_options, explore, tell_seed};
use super::traces::Folder;
use super::{show_trace, width};
use crate::exit::{Exit, Failure};
use crate::options::{Code, Output, Search, Selection};
use crate::output::{all, print};
use crate::select::{self, Selected, SelectedCell};
use crate::source::{self, Loaded};

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Names of shipped scenarios or scenario files, or litmus tests in herd7's format: files that end with
    /// `.litmus`, or directories of them. Default: all shipped scenarios.
    pub(crate) scenarios: Vec<String>,
    #[command(flatten)]
    pub(crate) code: Code,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[command(flatten)]
    pub(crate) search: Search,
    #[command(flatten)]
    pub(crate) output: Output,
    /// Show every cell in detail instead of a table.
    #[arg(short, long)]
    pub(crate) verbose: bool,
    /// Only the cells that were not as expected when they were last checked.
    #[arg(long, conflicts_with = "outcomes")]
    pub(crate) failed: bool,
    /// Of litmus tests, list all final states in the form of herd7.
    #[arg(long, conflicts_with = "json")]
    pub(crate) outcomes: bool,
}

/// The maximum number of cells to show in detail; more become a table.
const FEW: usize = 4;

pub(crate) fn run(args: &Check, catalogue: &Catalogue) -> Result<Exit, Failure> {
    if args.scenarios.iter().any(|argument| litmus::is_named(argument)) {
        return match args.failed {
            false => litmus::run(args),
            true => Err(Failure::usage(
                "`--failed` is for scenarios\n  = help: leave it out, or the litmus tests",
            )),
        };
    }
    if args.outcomes {
        return Err(Failure::usage(
            "`--outcomes` is for litmus tests\n  = help: name files that end with .litmus, or a directory of them",
        ));
    }
    check_options(&args.search)?;
    let tree = args.code.open()?;
    let failed = args.failed.then(Failed::last).transpose()?;
    let asked = match &failed {
        Some(failed) if args.scenarios.is_empty() => failed.asked(),
        _ => args.scenarios.clone(),
    };
    let loaded = source::load_on(catalogue, &asked, tree.as_ref())?;
    let (engine, full) = (args.search.engine, args.search.full);
    let selected = match failed {
        None => select::cells(&loaded, tree.as_ref(), &args.selection, engine, full)?,
        Some(failed) => failed.select((&loaded, tree.as_ref()), &args.selection, (engine, full))?,
    };
    let reports = Reports::begin(&args.output, &loaded)?;
    let folder = Folder::new(args.output.traces.as_deref())?;
    let how = How { kernel: args.code.kernel.as_deref(), ..How::asked(&args.search, &folder) };
    tell_seed(&args.search, &how);
    let mut found = explore(&loaded, &selected, &how, &reports)?;
    let printed = match args.output.json {
        true => Ok(()),
        false => print(&text(&loaded, &selected, &found, args)),
    };
    let traces = found.traces.result();
    let done = all([printed, reports.finish(&found, &[]), traces]);
    Failed::update(&loaded, &found);
    done.map(|()| found.exit())
}

fn text(loaded: &[Loaded], selected: &Selected, found: &Found, args: &Check) -> String {
    let mut text = String::new();
    let cells: Vec<_> = found.report.cases().collect();
    let loaded_many = loaded.len() > 1;
    if args.verbose || cells.len() <= FEW {
        for cell in cells {
            text.push_str(&cell_details(cell));
            text.push('\n');
        }
    } else {
        // Litmus tests are many and small, so they share a table.
        let (litmus, races): (Vec<_>, Vec<_>) =
            loaded.iter().partition(|l| loaded_many && l.scenario.is_litmus());
        let mut tables = Vec::new();
        for loaded in races {
            let title = format!("{}: {}", loaded.scenario.name(), loaded.scenario.title());
            tables.push((title, cells_of(found, &[loaded])));
        }
        if !litmus.is_empty() {
            let title = "litmus tests: is the outcome that each is named for allowed?".to_owned();
            tables.push((title, cells_of(found, &litmus)));
        }
        for (title, cells) in tables.iter().filter(|(_, cells)| !cells.is_empty()) {
            let table = if loaded_many { overview } else { matrix };
            let _ = writeln!(text, "{title}\n{}", table(cells, width()));
        }
        if loaded_many {
            let tables: Vec<_> = tables.into_iter().map(|(_, cells)| cells).collect();
            text.push_str(&overview_legend(&tables, width()));
        }
        for cell in cells.into_iter().filter(|cell| cell.class().odd().is_some()).take(FEW) {
            text.push_str(&cell_details(cell));
            text.push('\n');
        }
    }
    if is_one_case(selected) {
        trace(&mut text, loaded, found, &args.code);
    }
    let _ = writeln!(text, "{}", totals(&found.report, found.seconds));
    notes(&mut text, loaded, selected, found, args);
    text
}

/// The cells of some scenarios.
fn cells_of<'f>(found: &'f Found, of: &[&Loaded]) -> Vec<&'f CellResult> {
    let of_it = |r: &&CellResult| of.iter().any(|l| l.scenario.name() == r.scenario);
    found.report.cells().filter(of_it).collect()
}

/// Whether no budget can settle a cell: a loop bound that no scenario accepts is in the way, and nothing else.
fn is_bounded(case: Case<'_>) -> bool {
    let mut cuts = case.results().iter().filter_map(|result| result.cut_by);
    cuts.all(|cut| cut == Cut::LoopBound)
}

/// Whether all cells are of one scenario, variant and architecture, so that one trace is enough.
fn is_one_case(selected: &Selected) -> bool {
    let case =
        |cell: &SelectedCell| (cell.scenario, cell.key.variant.clone(), cell.key.arch.clone());
    selected.cells.windows(2).all(|pair| case(&pair[0]) == case(&pair[1]))
}

/// The scenario of a result.
fn of<'l>(loaded: &'l [Loaded], result: &CellResult) -> Option<&'l Loaded> {
    loaded.iter().find(|loaded| loaded.scenario.name() == result.scenario)
}

fn trace(text: &mut String, loaded: &[Loaded], found: &Found, code: &Code) {
    for result in found.report.cells() {
        let telling = Trace::most_telling(result.properties.iter());
        if let Some(trace) = telling.and_then(|property| property.counterexample.as_ref()) {
            if found.report.cells().count() > 1 {
                let _ = writeln!(text, "{}  {}", result.scenario, result.title());
            }
            let file = telling.and_then(|property| property.trace.as_deref());
            let options = of(loaded, result).map_or(String::new(), Loaded::option);
            show_trace(text, trace, file, &(options + &code.options()));
            return;
        }
    }
}

/// Notes on the run, and suggested commands.
fn notes(text: &mut String, loaded: &[Loaded], selected: &Selected, found: &Found, args: &Check) {
    text.extend(interrupted(found.not_begun).map(|said| said + "\n"));
    match (&found.traces.problem, found.traces.files) {
        (Some(problem), files) => {
            let place = &found.traces.place;
            let none = if files == 0 { "no trace files" } else { "not all trace files" };
            let _ = writeln!(
                text,
                "{none} in {place}: {problem}; --traces DIR names another directory"
            );
        }
        (None, 2..) if !is_one_case(selected) => {
            let _ = writeln!(text, "{} trace files in {}", found.traces.files, found.traces.place);
        }
        _ => {}
    }
    let sampling = found.report.sampling_options();
    let inconclusive = || found.report.cases().filter(|case| case.class() == Class::Inconclusive);
    if inconclusive().next().is_some() {
        let next = match sampling {
            Some(_) => "a sample is no proof; --max-executions N draws more",
            None if found.report.cells().any(|result| result.max_preemptions.is_some()) => {
                "a search under a preemption bound is no proof; leave out --max-preemptions"
            }
            None if inconclusive().all(is_bounded) => {
                "a loop was given up; a scenario can accept that by `bounds`"
            }
            None => "raise the budget that ended the search",
        };
        let _ = writeln!(text, "inconclusive is not a pass: {next}");
    }
    let sampling = sampling.map_or(String::new(), |options| format!(" {options}"));
    let options = args.selection.options() + &sampling + &args.code.options();
    if selected.left_out > 0 {
        let _ = writeln!(
            text,
            "loom skipped {}, slow on it; --full includes what is slow",
            counted(selected.left_out, "cell")
        );
    }
    if selected.too_large > 0 {
        let _ = writeln!(
            text,
            "loom skipped {} with more than {} CPUs",
            counted(selected.too_large, "cell"),
            Engine::Loom.max_cpus()
        );
    }
    let violated = found.report.cells().find(|r| r.verdict == Verdict::Violated);
    let asked = |result: &CellResult| of(loaded, result).map_or("NAME".to_owned(), Loaded::asked);
    if loaded.len() > 1 {
        let name = found.report.results.first().map_or("NAME".to_owned(), asked);
        let _ = writeln!(text, "next: pmdrace matrix {name}{options}");
    }
    let odd = [Class::Unexpected, Class::Error, Class::Inconclusive];
    if found.report.cells().count() > 1
        && found.report.cases().any(|case| odd.contains(&case.class()))
    {
        let _ = writeln!(text, "next: pmdrace check --failed{}", args.code.options());
    }
    match violated.filter(|_| !is_one_case(selected)) {
        Some(result) => {
            let reader =
                result.cell.reader.as_ref().map_or(String::new(), |r| format!(" --reader {r}"));
            let _ = writeln!(
                text,
                "next: pmdrace check {} --variant {} --arch {}{reader}{options}",
                asked(result),
                result.cell.variant,
                result.cell.arch
            );
        }
        None if found.report.cells().count() == 1 => {}
        None => {
            let readers = loaded.iter().any(|loaded| loaded.scenario.readers().next().is_some());
            let _ = match readers && args.selection.reader.is_empty() {
                true => writeln!(
                    text,
                    "next: add --reader R to see one reader's trace, or -v for every cell"
                ),
                false => writeln!(text, "next: add -v for every cell"),
            };
        }
    }
}
