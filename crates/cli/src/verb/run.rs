//! Exploring selected cells: what `check`, `matrix` and `gate` have in common.

use std::env;
use std::num::NonZeroUsize;
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use pmdrace_report::{CellResult, Report};
use pmdrace_scenario::CellKey;

use crate::TOOL;
use crate::args::Search;
use crate::exit::{Exit, Failure};
use crate::pool::{self, Done, Interrupt};
use crate::progress::Progress;
use crate::select::Selected;
use crate::source::Loaded;
use crate::worker::{Job, Limits};

/// What a run found.
pub(crate) struct Found {
    /// The report.
    pub(crate) report: Report,
    /// Cells that an interrupt kept from beginning.
    pub(crate) not_begun: usize,
    /// Whether it was interrupted.
    pub(crate) interrupted: bool,
    /// How long it took.
    pub(crate) seconds: f64,
}

impl Found {
    /// The exit code.
    pub(crate) fn exit(&self) -> Exit {
        if self.interrupted { Exit::Interrupted } else { Exit::of(&self.report) }
    }
}

impl From<&Search> for Limits {
    fn from(search: &Search) -> Limits {
        Limits {
            max_executions: search.max_executions,
            max_time: search.max_time,
            max_preemptions: search.max_preemptions.map(usize::from),
            first_violation: search.first_violation,
        }
    }
}

/// Explores the selected cells on worker processes.
pub(crate) fn explore(
    loaded: &[Loaded],
    selected: &Selected,
    limits: &Limits,
    jobs: Option<NonZeroUsize>,
    quiet: bool,
) -> Result<Found, Failure> {
    let started = Instant::now();
    let (applicable, work): (Vec<&CellKey>, Vec<Job>) = selected
        .cells
        .iter()
        .filter(|(_, cell)| cell.not_applicable.is_none())
        .map(|(index, cell)| (cell, Job::new(&loaded[*index].text, cell, limits)))
        .unzip();
    let interrupt = Arc::new(Interrupt::default());
    listen(&interrupt)?;
    let program = env::current_exe()
        .map_err(|error| Failure::internal(format!("cannot find my own program: {error}")))?;
    let start = || worker_command(&program);
    let progress = Progress::new(work.len(), quiet);
    let workers = jobs.or_else(|| std::thread::available_parallelism().ok());
    let done =
        pool::run(&work, workers.map_or(1, NonZeroUsize::get), &start, &interrupt, &|index, _| {
            progress.done(&applicable[index].to_string())
        });
    progress.finish();
    let mut not_begun = 0;
    let mut results = Vec::new();
    let mut done = done.into_iter();
    for (index, cell) in &selected.cells {
        let scenario = &loaded[*index].scenario;
        if let Some(reason) = &cell.not_applicable {
            results.push(CellResult::not_applicable(scenario, cell, reason));
            continue;
        }
        match done.next() {
            Some(Done::Result(result)) => results.push(*result),
            Some(Done::Died(message)) => {
                results.push(CellResult::internal(scenario, cell, message));
            }
            Some(Done::NotBegun) | None => not_begun += 1,
        }
    }
    Ok(Found {
        report: Report::new(TOOL, results),
        not_begun,
        interrupted: interrupt.is_raised(),
        seconds: started.elapsed().as_secs_f64(),
    })
}

/// The first interrupt ends the searches, the second the program.
fn listen(interrupt: &Arc<Interrupt>) -> Result<(), Failure> {
    let interrupt = Arc::clone(interrupt);
    ctrlc::set_handler(move || {
        if interrupt.is_raised() {
            std::process::exit(Exit::Interrupted as i32);
        }
        interrupt.raise();
    })
    .map_err(|error| Failure::internal(format!("cannot listen for interrupts: {error}")))
}

/// A worker of our own program, out of the reach of the terminal's interrupt key and of loom's
/// environment variables.
fn worker_command(program: &std::path::Path) -> Command {
    let mut command = Command::new(program);
    command.arg("worker");
    for (name, _) in env::vars_os() {
        if name.to_string_lossy().starts_with("LOOM_") {
            command.env_remove(name);
        }
    }
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command
}
