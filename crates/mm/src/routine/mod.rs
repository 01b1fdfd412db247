//! The routines: transcriptions of kernel functions, one file per family.
//!
//! Each cites the kernel functions and the versions it was read from. Where 6.1 and 6.12 differ, the routine
//! checks [`pmdrace_pgtable::Kernel`] and follows that tree. Each guard, a step that the code relies on, can
//! be disabled by name, so that tests can show what it protects against.
//!
//! To add one here, write its file, which lists its [`RoutineSpec`]s in `ROUTINES`, and add the file to the
//! list below. Another crate adds its own with [`Registry::with`].

mod args;
pub mod litmus;
mod registry;

use std::fmt;
use std::sync::Arc;

use pmdrace_pgtable::Arch;

use crate::Ctx;

pub use args::{ArgKind, ArgSpec, ArgValue, Args, BindError, Guard};
pub use registry::Registry;

macro_rules! routines {
    ($($file:ident),+ $(,)?) => {
        $(mod $file;)+

        /// The routines of each file.
        static FILES: &[&[&RoutineSpec]] = &[$($file::ROUTINES,)+ litmus::ROUTINES];
    };
}

routines! {
    split,
    migrate,
    collapse,
    kvm_walk,
    mprotect,
    mremap,
    split_folio,
    pte_alloc,
    dirty,
    fork,
    share,
    secondary,
    move_ptes,
    switch_mm,
    pae,
    madvise,
    gup_fast,
    perf,
    follow,
    page_vma_mapped,
    fault,
    hmm,
    kvm,
    khugepaged,
    mglru,
    trans_huge_lock,
    folio_walk,
    userfaultfd,
    mce,
    clear_bad,
    pfnmap,
    pin,
    bare,
}

/// Code that a CPU runs from start to end.
pub trait Routine: Send + Sync {
    /// Runs it once.
    fn run(&self, k: &Ctx<'_>);

    /// Its steps, if it consists of nothing else: see [`litmus`].
    fn steps(&self) -> Option<&[litmus::Step]> {
        None
    }

    /// Whether it asserts something by itself, such as that there is memory at an address that it computes:
    /// `no-broken-assertion` is then judged whether the scenario lists it or not.
    fn asserts(&self) -> bool {
        false
    }
}

/// A routine that an argument brings.
#[derive(Clone)]
pub struct Code(pub Arc<dyn Routine>);

impl Routine for Code {
    fn run(&self, k: &Ctx<'_>) {
        self.0.run(k);
    }

    fn steps(&self) -> Option<&[litmus::Step]> {
        self.0.steps()
    }

    fn asserts(&self) -> bool {
        self.0.asserts()
    }
}

impl PartialEq for Code {
    fn eq(&self, other: &Code) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Code {}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code")
    }
}

/// A routine to which scenarios refer by name.
pub struct RoutineSpec {
    /// The name in scenarios.
    pub name: &'static str,
    /// What it does, in one sentence.
    pub summary: &'static str,
    /// The kernel functions it transcribes, with their file.
    pub kernel: &'static [&'static str],
    /// The kernel functions that it enters, besides the helpers of this crate: the names for goals.
    pub enters: &'static [&'static str],
    /// Whether this architecture and kernel have it; the error says why not.
    pub exists: fn(&dyn Arch) -> Result<(), &'static str>,
    /// The arguments that a scenario gives it.
    pub args: &'static [ArgSpec],
    /// The steps that can be disabled by name.
    pub guards: &'static [Guard],
    /// Builds it from checked arguments.
    pub build: fn(&Args) -> Box<dyn Routine>,
}

impl RoutineSpec {
    /// The defaults: in every kernel, without arguments and guards. A spec sets its name, its
    /// summary and how to build it, and takes the rest from here.
    pub const BASE: RoutineSpec = RoutineSpec {
        name: "",
        summary: "",
        kernel: &[],
        enters: &[],
        exists: |_| Ok(()),
        args: &[],
        guards: &[],
        build: |_| Box::new(Nothing),
    };
}

struct Nothing;

impl Routine for Nothing {
    fn run(&self, _: &Ctx<'_>) {}
}

/// Restricts a routine to kernels with PMD migration entries.
fn with_migration_entries(arch: &dyn Arch) -> Result<(), &'static str> {
    arch.thp_migration_supported().then_some(()).ok_or("no PMD migration entries")
}
