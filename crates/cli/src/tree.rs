//! [`Tree`]: a kernel build in the place of shipped architectures and transcriptions, for the verbs that take
//! `--kernel DIR`. Its architecture is the build's own: helpers are answered by its probe.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

use pmdrace_engine::{Budget, Engine, EngineError, Outcome};
use pmdrace_mm::Model;
use pmdrace_mm::pgtable::Arch;
use pmdrace_report::{Played, Source, Trace};
use pmdrace_scenario::{CellKey, Scenario};
use pmdrace_tree::entry::by_routine;
use pmdrace_tree::{AdoptError, Build, Runs, TreeError, adopt, is_news, plays, provides};

use std::sync::Arc;

use crate::exit::Failure;
use crate::options::Code;
use crate::source::Loaded;
use crate::verb::kernel::shell;

/// An open kernel build.
pub(crate) struct Tree {
    directory: PathBuf,
    build: Build,
    arch: &'static dyn Arch,
}

/// Opens a build directory and returns the architecture that it has.
pub(crate) fn arch_of(directory: &Path) -> Result<&'static dyn Arch, Failure> {
    Ok(Tree::open(directory)?.arch())
}

/// Runs what asks helpers of a build. One that does not run on some word unwinds with the reason.
pub(crate) fn asking<T>(ask: impl FnOnce() -> T) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(ask)).or_else(|payload| match payload.downcast::<String>() {
        Ok(reason) => Err(Failure::usage(*reason)),
        Err(other) => resume_unwind(other),
    })
}

/// A model whose CPUs run the C of a build, as far as it has it.
pub(crate) struct Adopted {
    pub(crate) model: Arc<Model>,
    runs: Vec<Runs>,
}

impl Code {
    /// Opens the kernel build that is asked for, if one is.
    pub(crate) fn open(&self) -> Result<Option<Tree>, Failure> {
        self.kernel.as_deref().map(Tree::open_to_run).transpose()
    }

    /// The same code as options of a suggested command, with a space before them.
    pub(crate) fn options(&self) -> String {
        let Some(directory) = &self.kernel else { return String::new() };
        format!(" --kernel {}", shell(&vec![directory.display().to_string()]))
    }
}

impl Tree {
    /// Opens a build directory.
    pub(crate) fn open(directory: &Path) -> Result<Tree, Failure> {
        let wrong = |error: TreeError| Failure::usage(error.to_string());
        let build = Build::open(directory).map_err(wrong)?;
        let arch = build.tree_arch().map_err(wrong)?;
        Ok(Tree { directory: directory.to_owned(), build, arch })
    }

    /// Opens a build directory whose C is to be run.
    pub(crate) fn open_to_run(directory: &Path) -> Result<Tree, Failure> {
        let tree = Tree::open(directory)?;
        tree.build
            .is_runnable()
            .map_err(|error| Failure::usage(format!("{}: {error}", directory.display())))?;
        Ok(tree)
    }

    /// Where it is.
    pub(crate) fn directory(&self) -> &Path {
        &self.directory
    }

    /// The build.
    pub(crate) fn build(&self) -> &Build {
        &self.build
    }

    /// The architecture that the build is for.
    pub(crate) fn arch(&self) -> &'static dyn Arch {
        self.arch
    }

    /// A scenario on the architecture of the build; None if it does not cover that.
    pub(crate) fn scenario(&self, scenario: &Scenario) -> Option<Scenario> {
        scenario.on(self.arch(), self.build.arch().name())
    }

    /// Why the C of a tree cannot be asked what a cell asks, if it cannot.
    pub(crate) fn declines(&self, scenario: &Scenario, cell: &CellKey) -> Option<String> {
        if scenario.is_litmus() {
            return Some("a litmus test has no kernel code".to_owned());
        }
        let hardware = self.arch().facts().memory_model;
        if !hardware.has_barriers_of(cell.memory) {
            return Some(format!(
                "compiled for {hardware}: it lacks the barriers of {}",
                cell.memory
            ));
        }
        let declines = || {
            let model = scenario.model(cell).ok()?;
            if let Err(error) = plays(&model) {
                return Some(error.to_string());
            }
            let found = model.roles.iter().map(|role| provides(&self.build, role.runs));
            let lacks = found.collect::<Result<Vec<_>, _>>().err();
            let any = model.roles.iter().any(|role| provides(&self.build, role.runs).is_ok());
            lacks.filter(|_| !any)
        };
        asking(declines).unwrap_or_else(|failure| Some(failure.to_string()))
    }

    /// The function of the build that stands for a routine.
    ///
    /// # Errors
    /// Says why a transcription has to run.
    pub(crate) fn provides(&self, routine: &str) -> Result<&'static str, String> {
        provides(&self.build, routine)
    }

    /// Builds the model of a cell, with the C of the build.
    pub(crate) fn model(&self, scenario: &Scenario, cell: &CellKey) -> Result<Adopted, AdoptError> {
        let mut model = scenario.model(cell).map_err(|problem| AdoptError::Variant {
            cpu: "the scenario".to_owned(),
            why: problem.to_string(),
        })?;
        let runs = adopt(&self.build, &mut model)?;
        Ok(Adopted { model: Arc::new(model), runs })
    }

    /// Scenarios on the architecture of the build.
    ///
    /// # Errors
    /// If one does not cover it.
    pub(crate) fn load(&self, loaded: Vec<Loaded>) -> Result<Vec<Loaded>, Failure> {
        let on = |one: Loaded| match self.scenario(&one.scenario) {
            Some(scenario) => Ok(Loaded { scenario, ..one }),
            None => Err(Failure::nothing(format!(
                "`{}` does not cover {}",
                one.scenario.name(),
                self.build.arch().name()
            ))),
        };
        loaded.into_iter().map(on).collect()
    }

    /// Fills in the lines of the source.
    pub(crate) fn read_source(&self, trace: &mut Trace) {
        trace.read_source(&|file, line| self.build.source_line(file, line));
    }

    /// What a result rests on.
    pub(crate) fn source(&self, adopted: &Adopted) -> Source {
        let mut assumptions: Vec<String> = Vec::new();
        let mut played = Vec::new();
        for (role, runs) in adopted.model.roles.iter().zip(&adopted.runs) {
            let (kernel, transcription) = match runs {
                Runs::Kernel { function, learned } => {
                    assumptions.extend(learned.routine().assumptions());
                    (Some((*function).to_owned()), None)
                }
                Runs::Transcription(why) => (None, Some(why.clone())),
            };
            played.push(Played {
                cpu: role.name.clone(),
                routine: role.runs.to_owned(),
                kernel,
                transcription,
                lacking: matches!(runs, Runs::Transcription(_)) && by_routine(role.runs).is_some(),
            });
        }
        assumptions.sort();
        assumptions.dedup();
        Source {
            build: self.directory.display().to_string(),
            kernel: self.build.release().to_owned(),
            compiler: self.build.compiler().to_owned(),
            cpus: played,
            assumptions,
        }
    }
}

impl Adopted {
    /// Explores the model, again if a run showed a dependency that was not known of.
    pub(crate) fn check(&self, engine: Engine, budget: &Budget) -> Result<Outcome, EngineError> {
        self.settled(|_| engine.check(Arc::clone(&self.model), budget))
    }

    /// What a search finds when it knows every dependency that its runs show.
    pub(crate) fn settled<R>(
        &self,
        search: impl Fn(&Model) -> Result<R, EngineError>,
    ) -> Result<R, EngineError> {
        loop {
            let found = search(&self.model)?;
            if !is_news(&self.runs) {
                return Ok(found);
            }
        }
    }
}
