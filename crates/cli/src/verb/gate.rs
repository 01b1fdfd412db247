//! `gate`: compare verdicts with the scenario's expectations, and verdicts and counts with the golden file.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use pmdrace_engine::{Cut, Engine};
use pmdrace_report::{CellResult, Drift, Golden, Record, cell_details, interrupted, totals};
use pmdrace_scenario::{Catalogue, CellKey, quoted};

use super::reports::Reports;
use super::run::{Found, How, auto_limits, explore};
use super::traces::Folder;
use crate::exit::{Exit, Failure};
use crate::options::{self, MAX_PARALLEL, Output, Selection};
use crate::output::{all, check_folders, print, write_together};
use crate::select;
use crate::source::{self, Committed, Loaded, Origin};

#[derive(Debug, Args)]
#[command(mut_arg("traces", |arg| {
    arg.help("Write trace files, one per violation, to this directory. Default: none")
}))]
pub(crate) struct Gate {
    /// Names of shipped scenarios or scenario files. Default: all shipped scenarios.
    pub(crate) scenarios: Vec<String>,
    /// Also run loom on the cells that are slow on it.
    #[arg(long)]
    pub(crate) full: bool,
    /// Write the results to the golden files instead of comparing with them.
    #[arg(long)]
    pub(crate) bless: bool,
    /// The directory in which `--bless` writes the golden files of shipped scenarios.
    #[arg(long, value_name = "DIR", default_value = "scenarios")]
    pub(crate) dir: PathBuf,
    /// Run this many searches at a time, each in its own process. Default: one per core.
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=MAX_PARALLEL))]
    pub(crate) jobs: Option<u16>,
    /// Hide progress.
    #[arg(short, long)]
    pub(crate) quiet: bool,
    #[command(flatten)]
    pub(crate) output: Output,
}

/// The maximum number of changed cells to list.
const MANY: usize = 20;

pub(crate) fn run(args: &Gate, catalogue: &Catalogue) -> Result<Exit, Failure> {
    let loaded = source::load_all(catalogue, &args.scenarios)?;
    // An unreadable golden file is an error before anything runs.
    let goldens = loaded.iter().map(|l| golden(l, args.bless)).collect::<Result<Vec<_>, _>>()?;
    let whole = Selection::default();
    let selected = select::cells(&loaded, None, &whole, options::Engine::Auto, args.full)?;
    if args.bless {
        let both = [Committed::Golden, Committed::Traces];
        let paths: Vec<PathBuf> =
            loaded.iter().flat_map(|one| both.map(|what| path(one, args, what))).collect();
        check_folders(paths.iter().map(AsRef::as_ref))?;
    }
    let reports = Reports::begin(&args.output, &loaded)?;
    let traces = args.output.traces.as_deref();
    let folder = traces.map(|path| Folder::new(Some(path))).transpose()?;
    let how = How {
        limits: auto_limits(),
        retell: false,
        jobs: options::parallel(args.jobs),
        quiet: args.quiet,
        traces: folder.as_ref(),
        kernel: None,
    };
    let mut found = explore(&loaded, &selected, &how, &reports)?;
    let summary = &found.report.summary;
    let complete = matches!(found.exit(), Exit::AsExpected | Exit::Unexpected)
        && summary.errors + summary.inconclusive == 0;
    let mut drifts = Vec::new();
    let mut blessed = Vec::new();
    for (loaded, golden) in loaded.iter().zip(&goldens) {
        let results: Vec<CellResult> = found
            .report
            .results
            .iter()
            .filter(|result| result.scenario == loaded.scenario.name())
            // A search that was interrupted differs from its golden file in nothing that matters.
            .filter(|result| result.cut_by != Some(Cut::Interrupted))
            .cloned()
            .collect();
        // Counts of slow cells are not committed; their verdicts are still checked.
        let slow = |cell: &CellKey, engine| {
            engine == Engine::Loom && loaded.scenario.is_slow_on_loom(cell)
        };
        let cells = loaded.scenario.cells(None).into_iter();
        let applicable = cells.filter(|cell| loaded.scenario.applies(cell));
        let known: Vec<(CellKey, Engine)> = applicable
            .flat_map(|cell| Engine::EXHAUSTIVE.map(|engine| (cell.clone(), engine)))
            .filter(|(cell, engine)| !slow(cell, *engine))
            .collect();
        if args.bless {
            blessed.push((loaded, golden.blessed(&known, &results), results));
        } else {
            drifts.extend(golden.drift(&results, slow));
            drifts.extend(golden.leftovers(loaded.scenario.name(), &known));
        }
    }
    let blessed = blessed.iter().filter(|_| complete);
    let mut outputs: Vec<Result<(), Failure>> =
        blessed.map(|(loaded, golden, results)| bless(loaded, args, golden, results)).collect();
    let golden = match (args.bless, complete, outputs.iter().all(Result::is_ok)) {
        (false, ..) => compared(&found, drifts.len()),
        (true, false, _) => {
            "nothing written: golden files need a complete run without errors and inconclusive verdicts"
                .to_owned()
        }
        (true, true, true) => "golden files written".to_owned(),
        (true, true, false) => "not all golden files written".to_owned(),
    };
    if !args.output.json {
        outputs.push(print(&text(&found, &drifts, &golden)));
    }
    outputs.extend([reports.finish(&found, &drifts), found.traces.result()]);
    all(outputs)?;
    Ok(match found.exit() {
        Exit::AsExpected if !drifts.is_empty() => Exit::Unexpected,
        exit => exit,
    })
}

/// What the comparison with the golden files says.
fn compared(found: &Found, drifts: usize) -> String {
    let said = match drifts {
        0 => "counts as in the golden files".to_owned(),
        1 => "1 cell differs from the golden files; --bless rewrites them".to_owned(),
        drifts => format!("{drifts} cells differ from the golden files; --bless rewrites them"),
    };
    match found.interrupted {
        true => format!("{said}, as far as the run got"),
        false => said,
    }
}

fn text(found: &Found, drifts: &[Drift], golden: &str) -> String {
    let mut text = String::new();
    for case in found.report.cases().filter(|case| case.class().odd().is_some()) {
        let _ = writeln!(text, "{}", cell_details(case));
    }
    for drift in drifts.iter().take(MANY) {
        let _ = writeln!(text, "drift  {}\n       {}", drift.cell, drift.change);
    }
    if drifts.len() > MANY {
        let _ = writeln!(text, "and {} more", drifts.len() - MANY);
    }
    let _ = writeln!(text, "{}\ngate: {golden}", totals(&found.report, found.seconds));
    text.extend(interrupted(found.not_begun).map(|said| said + "\n"));
    text
}

/// Where `--bless` writes what is committed beside a scenario.
fn path(loaded: &Loaded, args: &Gate, what: Committed) -> PathBuf {
    let path = match &loaded.origin {
        Origin::Shipped(entry) => args.dir.join(entry.path),
        Origin::File(path) => path.clone(),
    };
    path.with_extension(what.extension())
}

fn golden(loaded: &Loaded, bless: bool) -> Result<Golden, Failure> {
    let (name, text) = match loaded.committed(Committed::Golden) {
        Err(_) if bless => return Ok(Golden::empty()),
        committed => committed?,
    };
    if text.trim().is_empty() && !bless {
        return Err(Failure::usage(format!(
            "{name} is empty: no results are committed\n  = help: `pmdrace gate {} --bless` writes them",
            loaded.asked()
        )));
    }
    match Golden::parse(&text) {
        Err(_) if bless => Ok(Golden::empty()),
        parsed => parsed.map_err(|error| {
            let place = match error.line() {
                0 => name,
                line => format!("{name}:{line}:{}", error.column()),
            };
            Failure::usage(format!(
                "{place}: the golden file is damaged: {}\n  = help: `pmdrace gate {} --bless` \
                 rewrites it",
                quoted(&error.to_string()),
                loaded.asked()
            ))
        }),
    }
}

/// Writes the golden file of a scenario and the trace of every violation, both or neither.
fn bless(
    loaded: &Loaded,
    args: &Gate,
    golden: &Golden,
    results: &[CellResult],
) -> Result<(), Failure> {
    let golden = golden.to_text().map_err(|error| {
        Failure::internal(format!("the golden file cannot be written: {error}"))
    })?;
    let properties = results.iter().flat_map(|result| &result.properties);
    let records = Record::gathered(properties.filter_map(|property| property.record.clone()));
    let traces: Vec<String> = records.iter().map(Record::to_text).collect();
    write_together(&[
        (path(loaded, args, Committed::Golden), golden),
        (path(loaded, args, Committed::Traces), traces.join("\n")),
    ])
}
