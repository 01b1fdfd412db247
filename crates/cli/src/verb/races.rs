//! `kernel check`: which of the known races a kernel tree has, race by race, on one screen.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;
use pmdrace_engine::Verdict;
use pmdrace_mm::routine::litmus;
use pmdrace_report::{CellResult, Here, Report, counted, here};
use pmdrace_scenario::{Catalogue, Cpu, Scenario};

use super::beside::beside;
use super::reports::Reports;
use super::run::{Found, How, auto_limits, explore};
use super::traces::{Folder, short};
use crate::exit::{Exit, Failure};
use crate::explore::{Behaviours, behaviours};
use crate::options::{self, Output, Selection};
use crate::output::{all, print};
use crate::select::{self, SelectedCell};
use crate::source::{self, Loaded};
use crate::tree::Tree;

#[derive(Debug, Args)]
pub(crate) struct Races {
    /// Names of shipped scenarios or scenario files. Default: all shipped scenarios.
    scenarios: Vec<String>,
    /// The kernel build.
    #[arg(long, value_name = "DIR")]
    kernel: PathBuf,
    /// Say what differs in this build: in the verdicts, and where those are equal in what the functions do.
    #[arg(long, value_name = "DIR")]
    against: Option<PathBuf>,
    /// Also explore every cell with transcriptions on the shipped architecture, and say which verdicts differ.
    #[arg(long, conflicts_with = "against")]
    transcriptions: bool,
    /// Run this many searches at a time. Default: one per core.
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=options::MAX_PARALLEL))]
    jobs: Option<u16>,
    /// Hide progress.
    #[arg(short, long)]
    quiet: bool,
    /// Also list what the answers rest on.
    #[arg(short, long)]
    verbose: bool,
    #[command(flatten)]
    output: Output,
}

/// A tree, its scenarios and what was found.
struct Asked {
    tree: Tree,
    loaded: Vec<Loaded>,
    /// The names of scenarios that are not about its architecture.
    others: Vec<String>,
    /// Whether scenarios were named.
    named: bool,
    found: Found,
}

pub(crate) fn run(args: &Races, catalogue: &Catalogue) -> Result<Exit, Failure> {
    if args.against.is_some() && (args.output.json || !args.output.report.is_empty()) {
        return Err(Failure::usage(
            "a comparison has no report\n  = help: leave out --against for a report of each build",
        ));
    }
    let folder = Folder::new(args.output.traces.as_deref())?;
    let mut first = ask(args, catalogue, &args.kernel, Some(&folder))?;
    if first.found.interrupted {
        all([print(&first.screen(args.verbose)), first.found.traces.result()])?;
        return Ok(Exit::Interrupted);
    }
    let Some(other) = &args.against else {
        let mut text = first.screen(args.verbose);
        let mut exit = first.exit();
        if args.transcriptions {
            let era = first.tree.build().arch().name();
            let loaded = source::load_all(catalogue, &args.scenarios)?;
            let how = how(args, None, None);
            let beside = beside(&first.found.report, era, &loaded, &how)?;
            let _ = write!(text, "\n{}", beside.text());
            if beside.contradicts && exit == Exit::AsExpected {
                exit = Exit::Unexpected;
            }
        }
        let printed = if args.output.json { Ok(()) } else { print(&text) };
        all([printed, first.found.traces.result()])?;
        return Ok(exit);
    };
    let second = ask(args, catalogue, other, None)?;
    if second.found.interrupted {
        return Err(Failure::interrupted());
    }
    let [one, other] = [&first, &second].map(|asked| asked.tree.build().arch().name());
    if one != other {
        return Err(Failure::usage(format!(
            "the builds are of {one} and {other}, so that what they do cannot be compared\n  = help: build both \
             trees for one architecture and release"
        )));
    }
    let differ = behaviours(
        first.tree.build(),
        second.tree.build(),
        &first.loaded.iter().map(|one| &one.scenario).collect::<Vec<_>>(),
    )
    .map_err(|error| Failure::usage(error.to_string()))?;
    let mut text = first.screen(false);
    let _ = writeln!(text, "\nagainst\n");
    text.push_str(&second.screen(args.verbose));
    text.push('\n');
    text.push_str(&compared(&first.found.report, &second.found.report, &differ));
    print(&text)?;
    Ok(second.exit())
}

/// Explores every cell of the scenarios that the C of a build can be asked.
fn ask(
    args: &Races,
    catalogue: &Catalogue,
    directory: &Path,
    folder: Option<&Folder>,
) -> Result<Asked, Failure> {
    let tree = Tree::open_to_run(directory)?;
    let all = source::load_all(catalogue, &args.scenarios)?;
    let covers = |one: &Loaded| !one.scenario.is_litmus() && tree.scenario(&one.scenario).is_some();
    let (asked, others): (Vec<Loaded>, Vec<Loaded>) = all.into_iter().partition(covers);
    let others = others.into_iter().map(|one| one.scenario.name().to_owned()).collect();
    let loaded = tree.load(asked)?;
    let engine = options::Engine::Statespace;
    let mut selected = select::cells(&loaded, Some(&tree), &Selection::default(), engine, false)?;
    selected.cells.iter_mut().for_each(|cell| decline_steps(&loaded[cell.scenario].scenario, cell));
    let reports = Reports::begin(&args.output, &loaded)?;
    let how = how(args, folder, Some(directory));
    let found = explore(&loaded, &selected, &how, &reports)?;
    if folder.is_some() && args.against.is_none() {
        reports.finish(&found, &[])?;
    }
    Ok(Asked { tree, loaded, others, named: !args.scenarios.is_empty(), found })
}

/// What is written out in a scenario is no code of the tree: that it is wrong says nothing of the tree, nor that it is right.
fn decline_steps(scenario: &Scenario, cell: &mut SelectedCell) {
    let written =
        |cpu: &&Cpu| cpu.routine.as_ref().is_some_and(|name| name.get_ref() == litmus::NAME);
    if let (None, Some(cpu)) = (&cell.not_applicable, scenario.cpus().iter().find(written)) {
        let name = cpu.name.get_ref();
        let why =
            format!("what {name} does is written out in the scenario, and no code of the tree");
        cell.not_applicable = Some(why);
    }
}

/// How to explore.
fn how<'h>(args: &Races, traces: Option<&'h Folder>, kernel: Option<&'h Path>) -> How<'h> {
    How {
        limits: auto_limits(),
        retell: false,
        jobs: options::parallel(args.jobs),
        quiet: args.quiet,
        traces,
        kernel,
    }
}

impl Asked {
    /// The exit code: whether a race is present, not what scenarios expect of a release.
    fn exit(&self) -> Exit {
        let here = Here::of(&self.found.report);
        match self.found.exit() {
            exit @ (Exit::Internal | Exit::Interrupted) => exit,
            _ if here.iter().any(|(_, here)| here.is_news()) => Exit::Unexpected,
            _ if here.iter().any(|(_, here)| matches!(here, Here::Unsettled(_))) => {
                Exit::Inconclusive
            }
            _ => Exit::AsExpected,
        }
    }

    /// The answers, race by race.
    fn screen(&self, verbose: bool) -> String {
        let build = self.tree.build();
        let mut text = format!(
            "Linux {} on {}, {}\n",
            build.release(),
            self.tree.arch().name(),
            build.compiler()
        );
        let mut functions: BTreeMap<&str, &str> = BTreeMap::new();
        let mut transcribed: BTreeMap<&str, &str> = BTreeMap::new();
        let sources = || self.found.report.results.iter().filter_map(|r| r.source.as_ref());
        for cpu in sources().flat_map(|source| &source.cpus) {
            match (&cpu.kernel, &cpu.transcription) {
                (Some(function), _) => functions.insert(&cpu.routine, function),
                (None, why) => transcribed.insert(&cpu.routine, why.as_deref().unwrap_or("")),
            };
        }
        let functions: BTreeSet<&str> = functions.into_values().collect();
        let _ = writeln!(text, "{} of the tree run", counted(functions.len(), "function"));
        for (routine, why) in &transcribed {
            let _ = writeln!(text, "  {routine} is a transcription: {why}");
        }
        text.push('\n');
        let titles = self
            .loaded
            .iter()
            .map(|one| (one.scenario.name().to_owned(), one.scenario.title().to_owned()));
        let mut report = shortened(&self.found.report);
        if self.found.interrupted {
            // What was not asked to the end is not fixed.
            let found =
                |r: &CellResult| r.properties.iter().any(|p| p.verdict == Verdict::Violated);
            report.results.retain(found);
        }
        text.push_str(&here(&report, &titles.collect()));
        // Of the catalogue, what is not about the architecture need not be told.
        for name in self.others.iter().filter(|_| self.named) {
            let arch = self.tree.build().arch().name();
            let _ = writeln!(text, "{name}  cannot be asked, because it does not cover {arch}");
        }
        if self.found.interrupted {
            text.push_str("interrupted: races that are not listed were not asked\n");
        }
        let mut assumptions: Vec<&String> = sources().flat_map(|s| &s.assumptions).collect();
        assumptions.sort();
        assumptions.dedup();
        let _ = writeln!(
            text,
            "\nassumed: {}{}",
            counted(assumptions.len(), "thing"),
            if verbose { "" } else { ", which --verbose lists" }
        );
        if verbose {
            for assumption in assumptions {
                let _ = writeln!(text, "  {assumption}");
            }
        }
        text
    }
}

/// The report with paths of traces as they are printed.
fn shortened(report: &Report) -> Report {
    let mut report = report.clone();
    for property in report.results.iter_mut().flat_map(|result| &mut result.properties) {
        property.trace = property.trace.take().map(|trace| short(trace.as_ref()));
    }
    report
}

/// What differs between two trees.
fn compared(first: &Report, second: &Report, differ: &Behaviours) -> String {
    let before: BTreeMap<_, _> = Here::of(first).into_iter().collect();
    let mut text = String::new();
    for (name, now) in Here::of(second) {
        let Some(was) = before.get(&name) else { continue };
        if was.word() != now.word() {
            let _ = writeln!(text, "{name}: {}, and {} before", now.word(), was.word());
        }
    }
    if text.is_empty() {
        text.push_str("the answers are the same\n");
    }
    text.push_str(&differ.to_string());
    text
}
