//! Puts the C of a build in the place of transcriptions.

use pmdrace_mm::Model;
use pmdrace_mm::routine::Registry;

use crate::entry::by_routine;
use crate::{Build, KernelRoutine, Learned, TreeError};

/// What one CPU of a model runs.
#[derive(Clone)]
pub enum Runs {
    /// The C of the build.
    Kernel {
        /// The function.
        function: &'static str,
        /// What was learned of it.
        learned: Learned,
    },
    /// A transcription, and why.
    Transcription(String),
}

/// Whether a run showed that a read heads an address dependency that was taken for independent: then what was learned
/// is forgotten, and a search has to be repeated.
pub fn is_news(runs: &[Runs]) -> bool {
    let mut news = false;
    for runs in runs {
        if let Runs::Kernel { learned, .. } = runs {
            news |= learned.forget();
        }
    }
    news
}

/// Why a model cannot be played with the C of a build.
#[derive(Debug, thiserror::Error)]
pub enum AdoptError {
    /// A CPU has code that differs from what all releases have: the tree's own would not be what is asked about.
    #[error("{cpu}: {why}")]
    Variant {
        /// The CPU.
        cpu: String,
        /// What it is about.
        why: String,
    },
    /// No CPU has code of the kernel that can be run.
    #[error("no CPU runs a function whose C can be run yet")]
    Nothing,
    /// The build cannot be used.
    #[error(transparent)]
    Tree(#[from] TreeError),
}

/// Whether a model is about what the releases have, so that the C of a tree can stand in its place; the error says
/// which CPU is not, and why.
///
/// # Errors
/// If a CPU runs a variant of a routine that no release has.
pub fn plays(model: &Model) -> Result<(), AdoptError> {
    let mut any = false;
    for role in &model.roles {
        let variant = |why: String| AdoptError::Variant { cpu: role.name.clone(), why };
        if let [guard, ..] = role.args.without() {
            return Err(variant(format!("a transcription of {} without `{guard}`", role.runs)));
        }
        if let Some(entry) = by_routine(role.runs) {
            (entry.is)(&role.args).map_err(|why| variant(why.to_owned()))?;
            any = true;
        }
    }
    if any { Ok(()) } else { Err(AdoptError::Nothing) }
}

/// The function of a build that stands for a routine.
///
/// # Errors
/// Says why a transcription has to run.
pub fn provides(build: &Build, routine: &str) -> Result<&'static str, String> {
    let Some(entry) = by_routine(routine) else {
        let spec = Registry::shipped().by_name(routine);
        let kernel = spec.and_then(|spec| spec.kernel.first());
        return Err(match kernel.filter(|kernel| !kernel.starts_with("none")) {
            Some(_) => "its C cannot be run yet".to_owned(),
            None => "no code of the kernel".to_owned(),
        });
    };
    build.provides(entry).map_err(|error| error.to_string())?;
    Ok((entry.function)(build.arch().kernel()))
}

/// Replaces the routine of each CPU that the build has the C of. Returns what each CPU runs.
///
/// # Errors
/// If a CPU runs a variant of such a routine that no release has, or memory cannot be laid out.
pub fn adopt(build: &Build, model: &mut Model) -> Result<Vec<Runs>, AdoptError> {
    plays(model)?;
    let mut all = Vec::new();
    for index in 0..model.roles.len() {
        let runs = model.roles[index].runs;
        let (function, entry) = match (provides(build, runs), by_routine(runs)) {
            (Ok(function), Some(entry)) => (function, entry),
            (provided, _) => {
                all.push(Runs::Transcription(provided.err().unwrap_or_default()));
                continue;
            }
        };
        let routine = KernelRoutine::new(build, entry, model, &model.roles[index].args)?;
        let learned = Learned::new(routine);
        model.roles[index].routine = Box::new(learned.clone());
        all.push(Runs::Kernel { function, learned });
    }
    Ok(all)
}
