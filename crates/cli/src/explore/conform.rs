//! Conformance: are the transcriptions what the C of a kernel build does?
//!
//! For each routine that the build provides, and each cell of the scenarios in which it runs on the build's
//! architecture: the histories of the transcription in that cell, held against the C.

use std::collections::{BTreeMap, BTreeSet};

use crossbeam::channel;
use parking_lot::Mutex;
use pmdrace_engine::{Budget, EngineError, Limits, search};
use pmdrace_mm::routine::Registry;
use pmdrace_mm::{History, Model};
use pmdrace_scenario::{CellKey, Diagnostic, Mutant, Scenario};
use pmdrace_tree::{
    Build, Compared, Declared, Difference, Entry, KernelRoutine, TreeError, conform, declared,
};

/// The maximum number of states to explore of a cell.
const OF_A_CELL: u64 = 300_000;

/// Why conformance could not be examined.
#[derive(Debug, thiserror::Error)]
pub enum ConformError {
    /// A model cannot be built.
    #[error("{0}")]
    Model(#[from] Diagnostic),
    /// The engine cannot run a model.
    #[error("{0}")]
    Engine(#[from] EngineError),
    /// The build cannot be used.
    #[error("{0}")]
    Tree(#[from] TreeError),
}

/// How a routine and the C compare.
#[derive(Clone, Debug)]
pub struct Conformance {
    /// The routine.
    pub routine: &'static str,
    /// The C function.
    pub function: &'static str,
    /// The cells that were compared.
    pub cells: usize,
    /// The cells whose histories are not all known.
    pub cut: usize,
    /// The histories that were compared.
    pub histories: usize,
    /// Why the build cannot run it, if it cannot.
    pub missing: Option<String>,
    /// The difference after the shortest list of answers, with the scenario and the cell.
    pub difference: Option<(String, CellKey, Difference)>,
    /// The declared differences that were met.
    pub met: Vec<&'static Declared>,
    /// The declared differences that no longer occur.
    pub gone: Vec<&'static Declared>,
    /// What the C rests on.
    pub assumptions: BTreeSet<String>,
}

/// A cell in which something is compared.
struct Job<'s> {
    scenario: &'s Scenario,
    cell: CellKey,
    /// The guard that the transcription lacks.
    mutant: Option<Mutant>,
}

/// Compares these routines in the cells of these scenarios, on as many threads as asked for. With a guard, the
/// transcription is the one without it, and the first difference is enough.
///
/// # Errors
/// When a model cannot be built or run, or the build lacks something that an entry needs.
pub fn conformance(
    build: &Build,
    scenarios: &[&Scenario],
    entries: &[&'static Entry],
    guard: Option<&'static str>,
    threads: usize,
) -> Result<Vec<Conformance>, ConformError> {
    let mut all: BTreeMap<&'static str, Conformance> =
        entries.iter().map(|entry| (entry.routine, empty(build, entry))).collect();
    let provided: Vec<&'static Entry> =
        entries.iter().copied().filter(|entry| all[entry.routine].missing.is_none()).collect();
    let (sender, jobs) = channel::unbounded();
    let mut count = 0;
    for scenario in scenarios {
        let mine = |mutant: &Mutant| {
            Some(mutant.guard.as_str()) == guard
                && provided.iter().any(|entry| entry.routine == mutant.routine)
        };
        let mutants: Vec<Option<Mutant>> = match guard {
            None => vec![None],
            Some(_) => scenario.mutants().into_iter().filter(mine).map(Some).collect(),
        };
        for cell in scenario.cells(None) {
            // The C has the barriers that its architecture needs, and no others.
            let memory = build.arch().facts().memory_model.has_barriers_of(cell.memory);
            if cell.arch == build.arch().name() && memory && scenario.applies(&cell) {
                for mutant in &mutants {
                    let (cell, mutant) = (cell.clone(), mutant.clone());
                    // The receiver lives until the end of this function.
                    let _ = sender.send((count, Job { scenario, cell, mutant }));
                    count += 1;
                }
            }
        }
    }
    drop(sender);
    let found = Mutex::new(BTreeMap::new());
    let scope = crossbeam::thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            let (jobs, jobs_left) = (jobs.clone(), jobs.clone());
            let (found, provided) = (&found, &provided);
            scope.spawn(move |_| {
                for (number, job) in jobs {
                    let compared = compare(build, &job, provided);
                    let parted = compared
                        .as_ref()
                        .is_ok_and(|all| all.iter().any(|one| one.compared.difference.is_some()));
                    let enough = job.mutant.is_some() && parted;
                    found.lock().insert(number, (job, compared));
                    if enough {
                        while jobs_left.try_recv().is_ok() {}
                        break;
                    }
                }
            });
        }
    });
    if let Err(panic) = scope {
        std::panic::resume_unwind(panic);
    }
    for (job, compared) in found.into_inner().into_values() {
        for one in compared? {
            if let Some(known) = all.get_mut(one.routine) {
                known.add(&job, one);
            }
        }
    }
    let mut all: Vec<Conformance> = all.into_values().collect();
    all.iter_mut().for_each(|one| one.settle(build));
    Ok(all)
}

/// Why the build cannot run an entry whose routine its architecture and release have.
fn missing(build: &Build, entry: &'static Entry) -> Option<String> {
    let registry = Registry::shipped();
    let routine = registry.by_name(entry.routine);
    let exists = routine.is_none_or(|routine| (routine.exists)(build.arch()).is_ok());
    build.provides(entry).err().filter(|_| exists).map(|error| error.to_string())
}

fn empty(build: &Build, entry: &'static Entry) -> Conformance {
    Conformance {
        routine: entry.routine,
        function: (entry.function)(build.arch().kernel()),
        cells: 0,
        cut: 0,
        histories: 0,
        missing: missing(build, entry),
        difference: None,
        met: Vec::new(),
        gone: Vec::new(),
        assumptions: BTreeSet::new(),
    }
}

/// What was found of one routine in one cell.
struct Found {
    routine: &'static str,
    cut: bool,
    histories: usize,
    compared: Compared,
    assumptions: Vec<String>,
}

impl Conformance {
    fn add(&mut self, job: &Job<'_>, found: Found) {
        self.cells += 1;
        self.cut += usize::from(found.cut);
        self.histories += found.histories;
        self.assumptions.extend(found.assumptions);
        self.met.extend(found.compared.met.iter().filter_map(|index| declared().get(*index)));
        if let Some(difference) = found.compared.difference {
            let known = self.difference.as_ref();
            let shorter =
                known.is_none_or(|(.., known)| difference.before.len() < known.before.len());
            if shorter {
                let scenario = job.scenario.name().to_owned();
                self.difference = Some((scenario, job.cell.clone(), difference));
            }
        }
    }

    /// Looks for declared differences that were not met.
    fn settle(&mut self, build: &Build) {
        let mut met = Vec::new();
        std::mem::swap(&mut met, &mut self.met);
        for one in declared().iter().filter(|one| one.concerns(self.routine, build.arch().name())) {
            let list = if met.contains(&one) { &mut self.met } else { &mut self.gone };
            list.push(one);
        }
        if self.cells == 0 {
            self.gone.clear();
        }
    }
}

/// The roles of a model that run one of these entries as the releases have it, one of each kind.
fn wanted(
    model: &Model,
    entries: &[&'static Entry],
    mutant: Option<&Mutant>,
) -> Vec<(usize, &'static Entry)> {
    let mut kinds = BTreeSet::new();
    let mut wanted = Vec::new();
    for (role, runs) in model.roles.iter().enumerate() {
        let entry = entries.iter().find(|entry| entry.routine == runs.runs);
        let without = match mutant {
            None => runs.args.without().is_empty(),
            Some(mutant) => {
                mutant.routine == runs.runs && runs.args.without() == [mutant.guard.as_str()]
            }
        };
        if let Some(entry) = entry
            && without
            && (entry.is)(&runs.args).is_ok()
            && kinds.insert(runs.group)
        {
            wanted.push((role, *entry));
        }
    }
    wanted
}

fn compare(
    build: &Build,
    job: &Job<'_>,
    entries: &[&'static Entry],
) -> Result<Vec<Found>, ConformError> {
    let mut model = match &job.mutant {
        None => job.scenario.model(&job.cell)?,
        Some(mutant) => match job.scenario.mutated(&job.cell, mutant)? {
            Some(model) => model,
            None => return Ok(Vec::new()),
        },
    };
    let wanted = wanted(&model, entries, job.mutant.as_ref());
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let budget = Budget::from(Limits { max_states: Some(OF_A_CELL), ..Limits::default() });
    let (histories, cut) = search::histories(&model, &budget)?;
    let mut found = Vec::new();
    for (role, entry) in wanted {
        let mine = histories.iter().filter(|history| history.role == role);
        let mine: Vec<History> = mine.cloned().collect();
        let kernel = KernelRoutine::new(build, entry, &model, &model.roles[role].args)?;
        let allowed: Vec<(usize, &Declared)> = declared()
            .iter()
            .enumerate()
            .filter(|(_, one)| one.concerns(entry.routine, build.arch().name()))
            .collect();
        let transcription =
            std::mem::replace(&mut model.roles[role].routine, Box::new(kernel.clone()));
        let compared = conform(&model, &kernel, &mine, &allowed);
        model.roles[role].routine = transcription;
        found.push(Found {
            routine: entry.routine,
            cut: cut.is_some(),
            histories: mine.len(),
            compared,
            assumptions: kernel.assumptions(),
        });
    }
    Ok(found)
}
