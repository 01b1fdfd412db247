//! `conform`: hold the transcriptions of kernel functions against the C of a kernel build.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use pmdrace_report::counted;
use pmdrace_scenario::{Catalogue, Scenario};
use pmdrace_tree::{Build, Entry, HelperDifference, compare_helpers, entry};
use serde_json::{Value, json};

use crate::exit::{Exit, Failure};
use crate::explore::{Conformance, conformance};
use crate::output::print;
use crate::source::{self, Loaded};

#[derive(Debug, Args)]
pub(crate) struct Conform {
    /// A build directory, as `pmdrace kernel build` makes it. May be given several times.
    #[arg(long, value_name = "DIR", required = true)]
    pub(crate) kernel: Vec<PathBuf>,
    /// Only these routines.
    pub(crate) routines: Vec<String>,
    /// Print what the C rests on: stubs, capabilities, static keys.
    #[arg(long, short)]
    pub(crate) verbose: bool,
    /// Switch off each guard of the transcriptions in turn, and see whether the comparison with one of the builds
    /// notices.
    #[arg(long, conflicts_with = "json")]
    pub(crate) guards: bool,
    /// Print one JSON document instead.
    #[arg(long)]
    pub(crate) json: bool,
    /// Number of threads.
    #[arg(long, short, default_value_t = 2, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) jobs: u16,
}

pub(crate) fn run(args: &Conform, catalogue: &Catalogue) -> Result<Exit, Failure> {
    let entries = selected(&args.routines)?;
    let open = |directory: &PathBuf| {
        let build = Build::open(directory).and_then(|build| build.is_runnable().map(|()| build));
        build.map_err(|error| Failure::usage(format!("{}: {error}", directory.display())))
    };
    let builds = args.kernel.iter().map(open).collect::<Result<Vec<Build>, _>>()?;
    let loaded: Vec<Loaded> = source::load_all(catalogue, &[])?;
    let scenarios: Vec<_> = loaded.iter().map(|loaded| &loaded.scenario).collect();
    if args.guards {
        return guards(&builds, &scenarios, &entries, catalogue, usize::from(args.jobs));
    }
    let mut documents = Vec::new();
    let mut verdicts = Vec::new();
    let mut helpers_differ = false;
    for build in &builds {
        let found = conformance(build, &scenarios, &entries, None, usize::from(args.jobs))
            .map_err(|error| Failure::usage(error.to_string()))?;
        verdicts.extend(found.iter().map(Verdict::of));
        let helpers = compare_helpers(build).map_err(|error| Failure::usage(error.to_string()))?;
        helpers_differ |= !helpers.1.is_empty();
        if args.json {
            documents.push(document(build, &found, &helpers));
        } else {
            print(&told(build, &found, &helpers, args.verbose))?;
        }
    }
    if args.json {
        print(&format!("{:#}\n", Value::Array(documents)))?;
    }
    let any = |which: &[Verdict]| verdicts.iter().any(|verdict| which.contains(verdict));
    Ok(if any(&[Verdict::Differs, Verdict::Missing]) || helpers_differ {
        Exit::Unexpected
    } else if any(&[Verdict::Inconclusive, Verdict::Stopped]) {
        Exit::Inconclusive
    } else if any(&[Verdict::Equal, Verdict::Declared]) {
        Exit::AsExpected
    } else {
        Exit::NothingSelected
    })
}

/// Compares each transcription without each of its guards: a comparison that notices nothing is worth nothing. A
/// barrier that one architecture's memory model implies is missed on another.
fn guards(
    builds: &[Build],
    scenarios: &[&Scenario],
    entries: &[&'static Entry],
    catalogue: &Catalogue,
    jobs: usize,
) -> Result<Exit, Failure> {
    let mut text = String::new();
    let (mut seen, mut unseen) = (0_u64, 0_u64);
    for build in builds {
        // A difference that is there anyway would pass for one that a guard makes.
        let whole = conformance(build, scenarios, entries, None, jobs)
            .map_err(|error| Failure::usage(error.to_string()))?;
        if let Some(one) = whole.iter().find(|one| one.difference.is_some()) {
            return Err(Failure::usage(format!(
                "{} differs from the C with all its guards: compare without --guards first",
                one.routine
            )));
        }
    }
    for entry in entries {
        let Some(spec) = catalogue.routines().by_name(entry.routine) else { continue };
        for guard in spec.guards {
            let mut cells = 0;
            let mut noticed = None;
            for build in builds {
                let found = conformance(build, scenarios, &[entry], Some(guard.name), jobs)
                    .map_err(|error| Failure::usage(error.to_string()))?;
                let Some(one) = found.into_iter().next() else { continue };
                cells += one.cells;
                if let Some((scenario, _, difference)) = one.difference {
                    let calls = counted(difference.before.len(), "call");
                    let arch = build.arch().name();
                    noticed = Some(format!("seen after {calls}, {scenario} {arch}"));
                    break;
                }
            }
            let what = match noticed {
                Some(what) => what,
                None if cells == 0 => continue,
                None => format!("NOT SEEN in {}", counted(cells, "cell")),
            };
            if what.starts_with("seen") {
                seen += 1;
            } else {
                unseen += 1;
            }
            let _ = writeln!(text, "{:26} without {:24} {what}", entry.routine, guard.name);
        }
    }
    if seen + unseen == 0 {
        return Err(Failure::nothing("these routines have no guards in any cell of these builds"));
    }
    let _ = writeln!(text, "\n{}: {seen} seen, {unseen} not seen", counted(seen + unseen, "guard"));
    print(&text)?;
    Ok(match (seen, unseen) {
        (_, 0) => Exit::AsExpected,
        _ => Exit::Unexpected,
    })
}

fn selected(names: &[String]) -> Result<Vec<&'static Entry>, Failure> {
    let all = || entry::ENTRIES.iter().flat_map(|file| file.iter());
    if names.is_empty() {
        return Ok(all().collect());
    }
    let known = || all().map(|entry| entry.routine).collect::<Vec<_>>().join(", ");
    let one = |name: &String| {
        entry::by_routine(name).ok_or_else(|| {
            Failure::usage(format!(
                "the C of `{name}` cannot be run; that of these can: {}",
                known()
            ))
        })
    };
    names.iter().map(one).collect()
}

/// How a routine compares.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Verdict {
    Equal,
    Declared,
    Differs,
    /// The C could not be run to its end.
    Stopped,
    Inconclusive,
    Missing,
    NotApplicable,
}

impl Verdict {
    const ALL: [Verdict; 7] = [
        Verdict::Equal,
        Verdict::Declared,
        Verdict::Differs,
        Verdict::Stopped,
        Verdict::Inconclusive,
        Verdict::Missing,
        Verdict::NotApplicable,
    ];

    fn of(one: &Conformance) -> Verdict {
        if one.missing.is_some() {
            Verdict::Missing
        } else if one.difference.as_ref().is_some_and(|(.., one)| one.stopped) {
            Verdict::Stopped
        } else if one.difference.is_some() || !one.gone.is_empty() {
            Verdict::Differs
        } else if one.cells == 0 {
            Verdict::NotApplicable
        } else if one.cut > 0 {
            Verdict::Inconclusive
        } else if one.met.is_empty() {
            Verdict::Equal
        } else {
            Verdict::Declared
        }
    }

    fn word(self) -> &'static str {
        match self {
            Verdict::Equal => "equal",
            Verdict::Declared => "declared",
            Verdict::Differs => "differs",
            Verdict::Stopped => "stopped",
            Verdict::Inconclusive => "inconclusive",
            Verdict::Missing => "missing",
            Verdict::NotApplicable => "not applicable",
        }
    }
}

/// The number of answers of helpers that were compared, and the differences.
type Helpers = (usize, Vec<HelperDifference>);

fn told(build: &Build, found: &[Conformance], helpers: &Helpers, verbose: bool) -> String {
    let (release, arch) = (build.release(), build.arch().name());
    let mut text = format!("Linux {release} on {arch}, {}\n", build.compiler());
    told_helpers(&mut text, helpers);
    let name = found.iter().map(|one| one.routine.len()).max().unwrap_or(0);
    let function = found.iter().map(|one| one.function.len() + 2).max().unwrap_or(0);
    for one in found {
        let verdict = Verdict::of(one);
        let what = match verdict {
            Verdict::NotApplicable => "no cell has it on this architecture and release".to_owned(),
            Verdict::Missing => one.missing.clone().unwrap_or_default(),
            Verdict::Inconclusive => {
                format!("{} not explored to the end", counted(one.cut, "cell"))
            }
            _ => format!("{}, {} histories", counted(one.cells, "cell"), one.histories),
        };
        let called = format!("{}()", one.function);
        let word = verdict.word();
        let _ = writeln!(text, "{:name$}  {called:function$}  {word:14}  {what}", one.routine);
        if let Some((scenario, cell, difference)) = &one.difference {
            let _ = writeln!(text, "  {scenario} {cell}\n{difference}");
        }
        for one in &one.met {
            let _ = writeln!(text, "  meant: {}", one.reason);
        }
        for one in &one.gone {
            let _ = writeln!(text, "  declared and no longer met: {}; remove it", one.kernel);
        }
        if verbose {
            for assumption in &one.assumptions {
                let _ = writeln!(text, "  assumed: {assumption}");
            }
        }
    }
    let counts = Verdict::ALL.iter().filter_map(|verdict| {
        let count = found.iter().filter(|one| Verdict::of(one) == *verdict).count();
        (count > 0).then(|| format!("{count} {}", verdict.word()))
    });
    let counts = counts.collect::<Vec<_>>().join(", ");
    let _ = writeln!(text, "\n{}: {counts}", counted(found.len(), "routine"));
    text
}

/// What was found of helpers: a configuration that differs there makes routines differ too.
fn told_helpers(text: &mut String, (answers, differences): &Helpers) {
    if differences.is_empty() {
        let _ = writeln!(text, "page-table helpers: {answers} answers, all as in the bit table\n");
        return;
    }
    let _ = writeln!(
        text,
        "page-table helpers: {} differently than in the bit table, which is of another configuration or \
         tree;\nroutines that use them differ too",
        match differences.len() {
            1 => "1 answers".to_owned(),
            many => format!("{many} answer"),
        }
    );
    for one in differences {
        let _ = writeln!(
            text,
            "  {} of {:#x}: {:#x} in the bit table, {:#x} here",
            one.helper, one.word, one.shipped, one.kernel
        );
    }
    text.push('\n');
}

fn document(build: &Build, found: &[Conformance], helpers: &Helpers) -> Value {
    let one = |one: &Conformance| {
        json!({
            "routine": one.routine,
            "function": one.function,
            "verdict": Verdict::of(one).word(),
            "cells": one.cells,
            "cells_cut": one.cut,
            "histories": one.histories,
            "missing": one.missing,
            "difference": one.difference.as_ref().map(|(scenario, cell, difference)| json!({
                "scenario": scenario,
                "cell": cell.to_string(),
                "before": difference.before,
                "transcription": difference.transcription,
                "kernel": difference.kernel,
                "place": difference.place,
            })),
            "declared": one.met.iter().map(|one| &one.reason).collect::<Vec<_>>(),
            "no_longer_met": one.gone.iter().map(|one| &one.kernel).collect::<Vec<_>>(),
            "assumptions": one.assumptions,
        })
    };
    json!({
        "kernel": build.release(),
        "arch": build.arch().name(),
        "compiler": build.compiler(),
        "helpers": {
            "answers": helpers.0,
            "differences": helpers.1.iter().map(|one| json!({
                "helper": one.helper,
                "word": format!("{:#x}", one.word),
                "shipped": format!("{:#x}", one.shipped),
                "kernel": format!("{:#x}", one.kernel),
            })).collect::<Vec<_>>(),
        },
        "routines": found.iter().map(one).collect::<Vec<_>>(),
    })
}
