//! `check` of litmus tests in herd7's format: each is answered by the axioms of its memory model or, with
//! `--engine statespace`, by its machine (`litmus_states`).

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use pmdrace_engine::Verdict;
use pmdrace_litmus::{
    Language, Limits, MemoryModel, Observation, Quantifier, Release, Stated, Test, stated,
};
use pmdrace_report::{
    LITMUS_FORMAT, LitmusReport, LitmusResult, litmus_details, litmus_table, litmus_totals,
};

use pmdrace_scenario::printable;

use super::check::Check;
use super::litmus_states;
use super::run::on_interrupt;
use crate::TOOL;
use crate::exit::{Exit, Failure};
use crate::input::{self, read_bounded};
use crate::options::{self, Engine};
use crate::output::print;

/// The extension of litmus tests.
const EXTENSION: &str = "litmus";
/// The maximum number of tests to show in detail; more become a table.
const FEW: usize = 4;
/// How many histories the threads of a test may have.
const HISTORIES: usize = 1 << 17;
/// The stack of a thread that answers tests, in bytes.
const STACK: usize = 1 << 29;
/// When the search for one answer ends, unless `--max-time` says otherwise.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// Whether an argument names litmus tests: a file, or a directory.
pub(super) fn is_named(argument: &str) -> bool {
    let path = Path::new(argument);
    path.extension().is_some_and(|extension| extension == EXTENSION) || path.is_dir()
}

/// A test to answer, or why it cannot be.
struct Asked {
    file: String,
    /// Its text, or why there is none.
    text: Result<String, String>,
}

pub(super) fn run(args: &Check) -> Result<Exit, Failure> {
    refuse_others(args)?;
    let files = files(&args.scenarios)?;
    let interrupted = Arc::new(AtomicBool::new(false));
    let raised = Arc::clone(&interrupted);
    on_interrupt(move || raised.store(true, Ordering::Relaxed))?;
    let asked: Vec<Asked> = files
        .iter()
        .map(|path| {
            let text = read_bounded(path, input::SCENARIO).map_err(|failure| failure.to_string());
            Asked { file: path.display().to_string(), text }
        })
        .collect();
    let begun = Instant::now();
    let answers = answer_all(&asked, args, &interrupted);
    let seconds = begun.elapsed().as_secs_f64();
    let (results, herd): (Vec<LitmusResult>, Vec<String>) = answers.into_iter().unzip();
    let report = LitmusReport {
        format: LITMUS_FORMAT.to_owned(),
        tool: TOOL.to_owned(),
        seconds,
        tests: results,
    };
    let text = if args.output.json {
        let text = serde_json::to_string_pretty(&report);
        text.map_err(|error| Failure::internal(format!("cannot write the report: {error}")))? + "\n"
    } else if args.outcomes {
        printable(&herd.join("\n")).into_owned()
    } else if args.verbose || report.tests.len() <= FEW {
        let details = report.tests.iter().map(litmus_details).collect::<Vec<_>>().join("\n");
        match report.tests.len() {
            1 => details,
            _ => format!("{details}\n{}", litmus_totals(&report)),
        }
    } else {
        litmus_table(&report)
    };
    print(&text)?;
    Ok(match interrupted.load(Ordering::Relaxed) {
        true => Exit::Interrupted,
        false => exit(&report),
    })
}

/// Options that select cells of scenarios, or explore them.
fn refuse_others(args: &Check) -> Result<(), Failure> {
    if let Some(other) = args.scenarios.iter().find(|argument| !is_named(argument)) {
        return Err(Failure::usage(format!(
            "`{}` is no litmus test, and others are\n  = help: check them apart",
            pmdrace_scenario::quoted(other)
        )));
    }
    let (selection, search, output) = (&args.selection, &args.search, &args.output);
    let by_states = search.engine == Engine::Statespace;
    let given = [
        ("--variant", !selection.variant.is_empty()),
        ("--arch", !selection.arch.is_empty()),
        ("--reader", !selection.reader.is_empty()),
        ("--param", !selection.param.is_empty()),
        ("--plain-reloads", selection.plain_reloads),
        ("--kernel", args.code.kernel.is_some()),
        ("--engine loom", search.engine == Engine::Loom),
        ("--engine random", search.engine == Engine::Random),
        ("--full", search.full),
        ("--max-executions", search.max_executions.is_some()),
        ("--max-states", search.max_states.is_some() && !by_states),
        ("--max-memory", search.max_memory.is_some() && !by_states),
        ("--max-preemptions", search.max_preemptions.is_some()),
        ("--seed", search.seed.is_some()),
        ("--pct", search.pct.is_some()),
        ("--first-violation", search.first_violation),
        ("--traces", output.traces.is_some()),
        ("--report", !output.report.is_empty()),
    ];
    match given.iter().find(|(_, given)| *given) {
        Some((option, _)) => Err(Failure::usage(format!(
            "`{option}` is for scenarios\n  = help: a litmus test takes --memory, --outcomes, --max-time, --jobs, \
             --json and --verbose, and with --engine statespace --max-states and --max-memory"
        ))),
        None => Ok(()),
    }
}

/// The files that are named, and those in the directories, by name.
fn files(named: &[String]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for argument in named {
        let path = PathBuf::from(argument);
        if !path.is_dir() {
            files.push(path);
            continue;
        }
        let before = files.len();
        let mut open = vec![path];
        while let Some(directory) = open.pop() {
            let fail = |error: std::io::Error| {
                Failure::usage(format!("cannot read {}: {error}", directory.display()))
            };
            for entry in std::fs::read_dir(&directory).map_err(fail)? {
                let entry = entry.map_err(fail)?;
                // Links are not followed into directories, so that no directory comes twice.
                let kind = entry.file_type().map_err(fail)?;
                let path = entry.path();
                if kind.is_dir() {
                    open.push(path);
                } else if path.extension().is_some_and(|extension| extension == EXTENSION) {
                    files.push(path);
                }
            }
        }
        files[before..].sort();
        if files.len() == before {
            return Err(Failure::usage(format!(
                "{argument} is a directory without litmus tests\n  = help: name a file in it, or a directory with files \
                 that end with .{EXTENSION}"
            )));
        }
    }
    Ok(files)
}

/// Answers the tests, several at a time; the results are in the order of the tests.
fn answer_all(
    asked: &[Asked],
    args: &Check,
    interrupted: &Arc<AtomicBool>,
) -> Vec<(LitmusResult, String)> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(asked.len()));
    let jobs = options::parallel(args.search.jobs).get().min(asked.len()).max(1);
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            let work = || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(asked) = asked.get(index) else { return };
                    let result = answer(asked, args, interrupted);
                    done.lock().push((index, result));
                }
            };
            // Expressions and threads nest as deep as a test makes them.
            let thread = std::thread::Builder::new().stack_size(STACK);
            if thread.spawn_scoped(scope, work).is_err() {
                work();
            }
        }
    });
    let mut done = done.into_inner();
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Answers one test; with `--outcomes` also as herd7 does.
fn answer(asked: &Asked, args: &Check, interrupted: &Arc<AtomicBool>) -> (LitmusResult, String) {
    let mut result = LitmusResult {
        file: asked.file.clone(),
        name: None,
        memory: None,
        engine: engine(args).to_owned(),
        question: None,
        verdict: Verdict::Error,
        observed: None,
        stated: None,
        as_expected: false,
        flags: Vec::new(),
        reason: None,
        witness: Vec::new(),
    };
    let text = match &asked.text {
        Ok(text) => text,
        Err(reason) => {
            result.reason = Some(reason.clone());
            return (result, format!("{reason}\n"));
        }
    };
    let test = match pmdrace_litmus::read(text) {
        Ok(test) => test,
        Err(problem) => {
            let (line, column) = (problem.line, problem.column);
            let place = format!("{}:{line}:{column}", asked.file);
            let herd = format!("{place}: {}\n  = help: {}\n", problem.message, problem.help);
            result.reason = Some(format!("{place}: {}; {}", problem.message, problem.help));
            return (result, herd);
        }
    };
    result.name = Some(test.name.clone());
    result.question = Some(test.question.clone());
    let model = match model(args.selection.memory, test.language) {
        Ok(model) => model,
        Err(reason) => {
            let herd = format!("{}: {reason}\n", asked.file);
            result.reason = Some(reason);
            return (result, herd);
        }
    };
    let by_states = args.search.engine == Engine::Statespace;
    if let Some(reason) = litmus_states::refused(test.language).filter(|_| by_states) {
        let herd = format!("{}: {reason}\n", asked.file);
        result.reason = Some(reason);
        return (result, herd);
    }
    result.memory = Some(model.to_string());
    // What it states is about its own model.
    let own = MemoryModel::of(test.language, Release::V6_12);
    let stated = stated(text).filter(|_| model == own);
    result.stated = stated.as_ref().map(ToString::to_string);
    let begun = Instant::now();
    let patience = args.search.max_time.unwrap_or(PATIENCE);
    let stop = || interrupted.load(Ordering::Relaxed) || begun.elapsed() > patience;
    let limits = Limits { histories: HISTORIES, stop: &stop };
    let found = match by_states {
        true => by_machine(&test, model, args, interrupted),
        false => explored(&test, model, args.outcomes, &limits).map_err(|cut| cut.to_string()),
    };
    match found {
        Ok(mut explored) => {
            let herd = std::mem::take(&mut explored.herd);
            judge(&mut result, &test, stated.as_ref(), explored);
            (result, herd)
        }
        Err(cut) => {
            result.verdict = Verdict::Inconclusive;
            result.reason = Some(cut.clone());
            (result, format!("{}: inconclusive: {cut}\n", asked.file))
        }
    }
}

/// What a search found.
struct Explored {
    observation: Observation,
    /// Whether no execution ends: all deadlock.
    deadlock: bool,
    flags: Vec<String>,
    witness: Vec<Vec<String>>,
    herd: String,
}

fn explored(
    test: &Test,
    model: MemoryModel,
    outcomes: bool,
    limits: &Limits<'_>,
) -> Result<Explored, pmdrace_litmus::Cut> {
    let (observation, flags, herd) = match outcomes {
        true => {
            let outcomes = model.outcomes(test, limits)?;
            (outcomes.observation(), outcomes.flags.clone(), outcomes.report(test))
        }
        false => (model.observe(test, limits)?, model.flags(test, limits)?, String::new()),
    };
    let seen = observation != Observation::Never;
    if is_open(test, observation, flags.contains("loop-cut")) {
        return Err(pmdrace_litmus::Cut::Loops);
    }
    let deadlock = !seen && model.witness(test, false, limits)?.is_none();
    let witness = match seen && !outcomes {
        true => model.witness(test, true, limits)?,
        false => None,
    };
    Ok(Explored {
        observation,
        deadlock,
        flags: flags.into_iter().map(str::to_owned).collect(),
        witness: witness.map(|witness| witness.threads).unwrap_or_default(),
        herd,
    })
}

/// The same by the machine, which shows no single execution.
fn by_machine(
    test: &Test,
    model: MemoryModel,
    args: &Check,
    interrupted: &Arc<AtomicBool>,
) -> Result<Explored, String> {
    let outcomes = litmus_states::outcomes(test, model, args, interrupted)?;
    let observation = outcomes.observation();
    if is_open(test, observation, outcomes.flags.contains("loop-cut")) {
        return Err(pmdrace_litmus::Cut::Loops.to_string());
    }
    Ok(Explored {
        observation,
        deadlock: outcomes.states.is_empty(),
        flags: outcomes.flags.iter().map(ToString::to_string).collect(),
        witness: Vec::new(),
        herd: if args.outcomes { outcomes.report(test) } else { String::new() },
    })
}

/// Whether loops that may go on leave the question open.
fn is_open(test: &Test, observation: Observation, cut: bool) -> bool {
    let seen = observation != Observation::Never;
    cut && (!seen || test.condition.quantifier == Quantifier::Forall)
}

/// Puts the answer into a result.
fn judge(result: &mut LitmusResult, test: &Test, stated: Option<&Stated>, found: Explored) {
    let Explored { observation, deadlock, flags, witness, .. } = found;
    let quantifier = test.condition.quantifier;
    let holds = match quantifier {
        Quantifier::Exists | Quantifier::NotExists => observation == Observation::Never,
        Quantifier::Forall => observation == Observation::Always,
    };
    let races = flags.iter().any(|flag| flag == "data-race");
    result.verdict = if holds { Verdict::Holds } else { Verdict::Violated };
    result.as_expected = match stated {
        Some(Stated::Observed(stated)) => *stated == observation && !races && !deadlock,
        Some(Stated::Deadlock) => deadlock,
        Some(Stated::DataRace) => races,
        None => !races && !deadlock && (holds || quantifier == Quantifier::Exists),
    };
    result.observed = Some(observation.to_string());
    result.flags = flags;
    if deadlock {
        result.flags.push("no-execution-ends".to_owned());
    }
    result.witness = witness;
}

/// What answers tests.
fn engine(args: &Check) -> &'static str {
    if args.search.engine == Engine::Statespace { "statespace" } else { "axioms" }
}

/// The memory model for tests of a language.
fn model(
    asked: Option<pmdrace_mm::MemoryModel>,
    language: Language,
) -> Result<MemoryModel, String> {
    let own = MemoryModel::of(language, Release::V6_12);
    let Some(asked) = asked else { return Ok(own) };
    let name = asked.name();
    let all = [
        MemoryModel::Sc,
        MemoryModel::Tso,
        MemoryModel::Lkmm(Release::V6_12),
        MemoryModel::Armv8,
        MemoryModel::Rvwmo,
    ];
    let model = all.into_iter().find(|model| model.to_string() == name);
    model.filter(|model| model.reads(language)).ok_or_else(|| {
        format!("`{name}` says nothing about tests in this language; use `{own}` or `sc`")
    })
}

fn exit(report: &LitmusReport) -> Exit {
    let totals = report.totals();
    if totals.unexpected > 0 {
        Exit::Unexpected
    } else if totals.unread > 0 {
        Exit::Usage
    } else if totals.inconclusive > 0 {
        Exit::Inconclusive
    } else {
        Exit::AsExpected
    }
}
