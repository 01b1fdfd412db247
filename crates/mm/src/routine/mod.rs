//! The routines: line-by-line readable transcriptions of kernel functions, one file per family.
//!
//! Each names the kernel function and the versions it was read from. Where 6.1 and 6.12 differ, the
//! routine asks [`pmdrace_pgtable::Kernel`] and does what that tree does. Each guard, a step that the
//! code relies on, can be switched off by name, so that tests can show what it protects against.

mod args;
mod bare;
mod gup_fast;
mod migrate;
mod perf;
mod split;

use crate::Ctx;

pub use args::{ArgKind, ArgSpec, ArgValue, Args, BindError, Guard};

/// Something a CPU runs from beginning to end.
pub trait Routine: Send + Sync {
    /// Runs it once.
    fn run(&self, k: &Ctx<'_>);
}

/// A routine by name: what scenarios can ask for.
pub struct RoutineSpec {
    /// Its name in scenarios.
    pub name: &'static str,
    /// What it does, in one sentence.
    pub summary: &'static str,
    /// The kernel functions it transcribes, with their file.
    pub kernel: &'static [&'static str],
    /// Whether it walks without the lock that mutators hold.
    pub reader: bool,
    /// What a scenario gives it.
    pub args: &'static [ArgSpec],
    /// The steps that can be switched off by name.
    pub guards: &'static [Guard],
    /// Builds it from checked arguments.
    pub build: fn(&Args) -> Box<dyn Routine>,
}

/// Every routine, mutators first.
pub static ROUTINES: &[&RoutineSpec] = &[
    &split::SPLIT_HUGE_PMD_LOCKED,
    &migrate::REMOVE_MIGRATION_PMD,
    &migrate::MIGRATE_HUGE_PMD,
    &gup_fast::GUP_FAST_READ,
    &gup_fast::GUP_FAST_WRITE,
    &perf::PERF_SIZE,
    &bare::BARE,
];

/// The routine of this name.
pub fn by_name(name: &str) -> Option<&'static RoutineSpec> {
    ROUTINES.iter().copied().find(|spec| spec.name == name)
}
