//! Explores the selected cells for `check`, `matrix` and `gate`.

use std::env;
use std::num::NonZeroUsize;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use indexmap::IndexMap;
use parking_lot::Mutex;
use pmdrace_engine::{Engine, Limits, Sampling, Scheduler};
use pmdrace_report::{CellResult, Report, SamplingResult};
use pmdrace_scenario::CellKey;

use super::reports::Reports;
use super::traces::{Folder, Written};
use crate::TOOL;
use crate::exit::{Exit, Failure};
use crate::options;
use crate::output::tell;
use crate::pool::{self, Done, Event, Interrupt};
use crate::progress::Progress;
use crate::select::{Selected, SelectedCell};
use crate::source::Loaded;
use crate::worker::Job;

/// The result of a run.
pub(crate) struct Found {
    /// The report.
    pub(crate) report: Report,
    /// The number of searches that never began because of an interrupt.
    pub(crate) not_begun: usize,
    /// Whether it was interrupted.
    pub(crate) interrupted: bool,
    /// How long it took.
    pub(crate) seconds: f64,
    /// The trace files.
    pub(crate) traces: Written,
}

impl Found {
    /// The exit code.
    pub(crate) fn exit(&self) -> Exit {
        if self.interrupted { Exit::Interrupted } else { Exit::of(&self.report) }
    }
}

/// The maximum number of executions that loom explores beside the state-space engine.
const AUTO_EXECUTIONS: u64 = 200_000;

/// The memory that the states of one search may take by default: 4 GiB.
pub(super) const MEMORY: u64 = 4 << 30;

/// The default limits of a run of both engines.
pub(crate) fn auto_limits() -> Limits {
    Limits { max_executions: Some(AUTO_EXECUTIONS), ..Limits::default() }
}

impl options::Search {
    /// The limits that the options ask for.
    fn limits(&self) -> Limits {
        let most = match self.engine {
            options::Engine::Auto => Some(AUTO_EXECUTIONS),
            options::Engine::Random => Some(Sampling::EXECUTIONS),
            options::Engine::Loom | options::Engine::Statespace => None,
        };
        let scheduler = self.pct.map_or(Scheduler::Uniform, |depth| Scheduler::Pct { depth });
        Limits {
            max_executions: self.max_executions.or(most),
            max_states: self.max_states,
            max_memory: Some(self.max_memory.map_or(MEMORY, |size| size.as_u64())),
            max_time: self.max_time,
            max_preemptions: self.max_preemptions.map(usize::from),
            first_violation: self.first_violation,
            sampling: Sampling { seed: self.seed.unwrap_or_else(any_seed), scheduler },
            ..Limits::default()
        }
    }
}

/// Picks a seed that fits a JSON number: a double has 53 bits.
pub(crate) fn any_seed() -> u64 {
    rand::random::<u64>() >> 11
}

/// Options of an engine that is not selected are a mistake, since they would have no effect.
pub(crate) fn check_options(search: &options::Search) -> Result<(), Failure> {
    use options::Engine::{Auto, Loom, Random, Statespace};
    let given: [(&str, bool, &[options::Engine]); 7] = [
        ("--seed", search.seed.is_some(), &[Random]),
        ("--pct", search.pct.is_some(), &[Random]),
        ("--full", search.full, &[Loom, Auto]),
        ("--max-executions", search.max_executions.is_some(), &[Loom, Random, Auto]),
        ("--max-preemptions", search.max_preemptions.is_some(), &[Loom, Auto]),
        ("--max-states", search.max_states.is_some(), &[Statespace, Auto]),
        ("--max-memory", search.max_memory.is_some(), &[Statespace, Random, Auto]),
    ];
    let idle = |(_, given, engines): &&(_, bool, &[options::Engine])| {
        *given && !engines.contains(&search.engine)
    };
    let Some((option, _, engines)) = given.iter().find(idle) else { return Ok(()) };
    let names: Vec<String> =
        engines.iter().map(|engine| format!("--engine {}", engine.name())).collect();
    Err(Failure::usage(format!(
        "`{option}` has no effect with --engine {}\n  = help: leave it out, or use {}",
        search.engine.name(),
        names.join(" or ")
    )))
}

/// Prints the seed of random executions before they are drawn, if pmdrace picked it: a run that is killed can
/// be repeated.
pub(crate) fn tell_seed(search: &options::Search, how: &How<'_>) {
    if search.engine == options::Engine::Random && search.seed.is_none() {
        let seed = how.limits.sampling.seed;
        tell(format!("seed {seed}: --seed {seed} draws the same executions again"));
    }
}

/// How to explore.
pub(crate) struct How<'h> {
    /// Limits on each search.
    pub(crate) limits: Limits,
    /// Whether to record what loom finds, too.
    pub(crate) retell: bool,
    /// How many searches at a time.
    pub(crate) jobs: NonZeroUsize,
    /// Whether to hide progress.
    pub(crate) quiet: bool,
    /// Where to write trace files, if anywhere.
    pub(crate) traces: Option<&'h Folder>,
    /// The kernel build whose C the CPUs run, if it is not the transcriptions.
    pub(crate) kernel: Option<&'h Path>,
}

impl<'h> How<'h> {
    /// The settings that the options ask for.
    pub(crate) fn asked(search: &options::Search, traces: &'h Folder) -> How<'h> {
        How {
            limits: search.limits(),
            retell: search.engine == options::Engine::Loom,
            jobs: options::parallel(search.jobs),
            quiet: search.quiet,
            traces: Some(traces),
            kernel: None,
        }
    }
}

/// Explores the selected cells in worker processes, and passes each result on to `reports`.
pub(crate) fn explore<'s>(
    loaded: &'s [Loaded],
    selected: &'s Selected,
    how: &How<'_>,
    reports: &Reports<'_>,
) -> Result<Found, Failure> {
    let started = Instant::now();
    let searches = searches(loaded, selected);
    let workers = how.jobs.get();
    // Cores that are left over when every search has a process become threads.
    let threads = NonZeroUsize::new(workers / searches.len().max(1));
    let threads = threads.unwrap_or(NonZeroUsize::MIN);
    let limits = Limits { threads, ..how.limits.clone() };
    let work: Vec<Job> = searches.values().map(|search| search.job(&limits, how)).collect();
    let names: Vec<String> =
        searches.values().map(|s| format!("{} {}", s.cells[0], s.engine.name())).collect();
    let interrupt = Arc::new(Interrupt::default());
    let raised = Arc::clone(&interrupt);
    on_interrupt(move || raised.raise())?;
    let program = env::current_exe()
        .map_err(|error| Failure::internal(format!("cannot find my own program: {error}")))?;
    let start = || worker_command(&program);
    let progress = Progress::new(work.len(), how.quiet);
    let missing = |cell: &SelectedCell| not_applicable(&loaded[cell.scenario], cell);
    selected.cells.iter().filter_map(missing).for_each(|missing| reports.result(&missing));
    let done = pool::run(&work, workers, &start, &interrupt, &|index, event| match event {
        Event::Progress(position) => progress.at(index, &names[index], position),
        Event::Done(done) => {
            for mut result in searches[index].results(done, &limits) {
                how.traces.iter().for_each(|folder| folder.name(&mut result));
                reports.result(&result);
            }
            progress.done(index, &names[index]);
        }
    });
    progress.finish();
    let not_begun = done.iter().filter(|done| matches!(done, Done::NotBegun)).count();
    let found = searches.values().zip(&done).map(|(search, done)| search.results(done, &limits));
    let mut found: Vec<_> = found.map(Vec::into_iter).collect();
    let mut results = Vec::new();
    for cell in &selected.cells {
        if let Some(missing) = missing(cell) {
            results.push(missing);
            continue;
        }
        for engine in &cell.engines {
            // The cells of a search are in the order of the selection.
            let search = searches.get_index_of(&Search::key(cell, *engine));
            results.extend(search.and_then(|index| found[index].next()));
        }
    }
    let mut report = Report::new(TOOL, results);
    let properties = report.results.iter_mut().flat_map(|result| &mut result.properties);
    let properties = properties.map(|property| (&property.record, &mut property.trace));
    let traces = how.traces.map(|folder| folder.write(properties));
    Ok(Found {
        report,
        traces: traces.unwrap_or_default(),
        not_begun,
        interrupted: interrupt.is_raised(),
        seconds: started.elapsed().as_secs_f64(),
    })
}

/// The searches of a run, by what they explore: cells that differ in a memory model for which an engine has the same
/// stand-in share one.
fn searches<'s>(loaded: &'s [Loaded], selected: &'s Selected) -> IndexMap<SearchKey, Search<'s>> {
    let mut searches = IndexMap::new();
    for cell in selected.applicable() {
        for engine in &cell.engines {
            let loaded = &loaded[cell.scenario];
            let new = || Search { loaded, cells: Vec::new(), engine: *engine };
            let search = searches.entry(Search::key(cell, *engine)).or_insert_with(new);
            search.cells.push(&cell.key);
        }
    }
    searches
}

/// What a search explores: a scenario by its index, the cell with the memory model that the engine explores under, and
/// the engine.
type SearchKey = (usize, CellKey, Engine);

/// One search of a run.
struct Search<'s> {
    loaded: &'s Loaded,
    /// The cells that it is about, at least one.
    cells: Vec<&'s CellKey>,
    engine: Engine,
}

impl Search<'_> {
    fn key(cell: &SelectedCell, engine: Engine) -> SearchKey {
        let memory = engine.stand_in(cell.key.memory).unwrap_or(cell.key.memory);
        (cell.scenario, CellKey { memory, ..cell.key.clone() }, engine)
    }

    fn job(&self, limits: &Limits, how: &How<'_>) -> Job {
        Job {
            scenario: Arc::clone(&self.loaded.text),
            cells: self.cells.iter().map(|cell| (*cell).clone()).collect(),
            engine: self.engine,
            limits: limits.clone(),
            retell: how.retell,
            kernel: how.kernel.map(Path::to_owned),
        }
    }

    /// What came of it: a result for each cell, unless it never began.
    fn results(&self, done: &Done, limits: &Limits) -> Vec<CellResult> {
        match done {
            Done::Results(results) => results.clone(),
            Done::Died(message) => {
                self.cells.iter().map(|cell| self.died(cell, message, limits)).collect()
            }
            Done::NotBegun => Vec::new(),
        }
    }

    /// The result of a cell whose worker died.
    fn died(&self, cell: &CellKey, message: &str, limits: &Limits) -> CellResult {
        let message = message.to_owned();
        let result = CellResult::internal(&self.loaded.scenario, cell, self.engine, message);
        let random = self.engine == Engine::Random;
        let sampling = random.then(|| SamplingResult::failed(limits.sampling));
        CellResult { sampling, ..result }
    }
}

/// The result of a cell that is not applicable, for the first of its engines.
fn not_applicable(loaded: &Loaded, cell: &SelectedCell) -> Option<CellResult> {
    let engine = cell.engines.first().copied().unwrap_or(Engine::Statespace);
    let reason = cell.not_applicable.as_deref()?;
    Some(CellResult::not_applicable(&loaded.scenario, &cell.key, engine, reason))
}

/// The time within which a second signal is the same request: timeout(1) signals the program and then its group.
const SAME_REQUEST: Duration = Duration::from_millis(500);

/// Handles the first interrupt with `raise`; the second one ends the program.
pub(crate) fn on_interrupt(raise: impl Fn() + Send + 'static) -> Result<(), Failure> {
    // The handler is that of the process, and a command may explore more than once.
    if LISTENER.lock().replace(Box::new(raise)).is_some() {
        return Ok(());
    }
    let mut raised: Option<Instant> = None;
    ctrlc::set_handler(move || match raised {
        None => {
            raised = Some(Instant::now());
            LISTENER.lock().iter().for_each(|raise| raise());
        }
        Some(first) if first.elapsed() < SAME_REQUEST => {}
        Some(_) => std::process::exit(Exit::Interrupted as i32),
    })
    .map_err(|error| Failure::internal(format!("cannot listen for interrupts: {error}")))
}

/// What is to be done when an interrupt comes.
type Raise = Box<dyn Fn() + Send>;

/// What an interrupt does to the exploration under way.
static LISTENER: Mutex<Option<Raise>> = Mutex::new(None);

/// The command of a worker process, shielded from the terminal's interrupt key and from loom's environment
/// variables.
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
