//! [`Entry`]: how a kernel function is called from the arguments of a routine. One file per family.

mod clear_bad;
mod collapse;
mod fault;
mod folio_walk;
mod follow;
mod fork;
mod gup_fast;
mod hmm;
mod khugepaged;
mod mglru;
mod migrate;
mod mremap;
mod page_vma_mapped;
mod perf;
mod pfnmap;
mod pin;
mod pte_alloc;
mod retract;
mod share;
mod split;
mod trans_huge_lock;
mod userfaultfd;
mod zap;
mod zap_page;

use pmdrace_kir::Value;
use pmdrace_mm::pgtable::Kernel;
use pmdrace_mm::routine::Args;
use pmdrace_mm::{Addr, Ctx, LockId, Model, Note, Word};

use crate::{Build, Image, TreeError};

pub use crate::external::{Does, External};

/// Lays out what follows a function, out of the arguments that it had.
pub type After = fn(&mut Image, &Setup<'_>, &[Value]) -> Result<Vec<Then>, TreeError>;

/// A kernel function that stands for a routine.
pub struct Entry {
    /// The name of the routine.
    pub routine: &'static str,
    /// The name of the C function in a release.
    pub function: fn(Kernel) -> &'static str,
    /// The files that it needs, as in the tree without their extension.
    pub files: &'static [&'static str],
    /// Whether the routine with these arguments is what the releases have; the error says why not.
    pub is: fn(&Args) -> Result<(), &'static str>,
    /// Lays out what the function needs beside the model's objects, and returns its arguments.
    pub arguments: fn(&mut Image, &Setup<'_>) -> Result<Vec<Value>, TreeError>,
    /// The lock that its caller holds.
    pub held: fn(&Args) -> Option<LockId>,
    /// The functions that run after it, out of the arguments that it had.
    pub then: After,
    /// What functions do that its files do not define, beside those that mean the same to all.
    pub externals: &'static [External],
    /// Functions whose look at a count decides nothing.
    pub hints: &'static [&'static str],
    /// Functions that read a word again under its lock themselves, by a plain access with nothing in between: whether
    /// a compiler repeats it differs from build to build.
    pub rereads: &'static [&'static str],
    /// What the routine says where the function returns this; None if the routine says nothing.
    pub result: fn(u64) -> Option<&'static str>,
    /// What the routine says at its end, told by what it did rather than by what the function returned.
    pub ends: fn(&Seen<'_>, &mut dyn FnMut(Note)),
    /// What a caller of the function does before and after, where the routine is that too. Its last argument
    /// calls the function, and returns None if that did not return.
    pub caller: fn(&Ctx<'_>, &Args, &mut dyn FnMut() -> Option<Returned>),
}

/// What a function returned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Returned {
    /// Its value; zero of a function without one.
    pub value: u64,
    /// What it left where the entry [said](Image::leaves), else zero.
    pub found: u64,
}

/// What a run did, for [`Entry::ends`].
pub struct Seen<'a> {
    /// The arguments of the routine.
    pub args: &'a Args,
    /// The kernel.
    pub kernel: &'a pmdrace_mm::Kernel,
    /// What the first function returned.
    pub value: u64,
    /// The words that were read, in order.
    pub reads: Vec<(Addr, Word)>,
    /// The words that were stored, in order, but for entries that were cleared for being bad.
    pub stored: Vec<(Addr, Word)>,
}

impl Seen<'_> {
    /// What was read last of a word.
    pub fn last_read(&self, at: Addr) -> Option<Word> {
        self.reads.iter().rev().find(|(read, _)| *read == at).map(|(_, word)| *word)
    }

    /// What was stored last to a word.
    pub fn last_stored(&self, at: Addr) -> Option<Word> {
        self.stored.iter().rev().find(|(stored, _)| *stored == at).map(|(_, word)| *word)
    }
}

impl Entry {
    /// What most entries have in common.
    pub const BASE: Entry = Entry {
        routine: "",
        function: |_| "",
        files: &[],
        is: |_| Ok(()),
        arguments: |_, _| Ok(Vec::new()),
        held: |_| None,
        then: |_, _, _| Ok(Vec::new()),
        externals: &[],
        hints: &[],
        rereads: &[],
        result: |_| None,
        ends: |_, _| {},
        caller: |_, _, function| {
            function();
        },
    };
}

/// A function that runs after others, for a routine that is more than one function of the kernel.
pub struct Then {
    /// Its name.
    pub function: &'static str,
    /// Its arguments.
    pub arguments: Vec<Value>,
    /// Whether it runs, given what those before it returned; one that did not run is None.
    pub when: fn(&[Option<u64>]) -> bool,
    /// What the routine says where it returns this.
    pub result: fn(u64) -> Option<&'static str>,
}

/// What an entry is prepared for.
pub struct Setup<'a> {
    /// The build.
    pub build: &'a Build,
    /// The model.
    pub model: &'a Model,
    /// The arguments of the routine.
    pub args: &'a Args,
}

/// All entries.
pub static ENTRIES: &[&[Entry]] = &[
    clear_bad::ENTRIES,
    collapse::ENTRIES,
    fault::ENTRIES,
    folio_walk::ENTRIES,
    follow::ENTRIES,
    fork::ENTRIES,
    gup_fast::ENTRIES,
    hmm::ENTRIES,
    khugepaged::ENTRIES,
    mglru::ENTRIES,
    migrate::ENTRIES,
    mremap::ENTRIES,
    page_vma_mapped::ENTRIES,
    perf::ENTRIES,
    pfnmap::ENTRIES,
    pin::ENTRIES,
    pte_alloc::ENTRIES,
    retract::ENTRIES,
    share::ENTRIES,
    split::ENTRIES,
    trans_huge_lock::ENTRIES,
    userfaultfd::ENTRIES,
    zap::ENTRIES,
    zap_page::ENTRIES,
];

/// The entry for a routine.
pub fn by_routine(name: &str) -> Option<&'static Entry> {
    ENTRIES.iter().flat_map(|file| file.iter()).find(|entry| entry.routine == name)
}

/// The files that entries need.
pub(crate) fn files() -> Vec<&'static str> {
    ENTRIES
        .iter()
        .flat_map(|file| file.iter())
        .flat_map(|entry| entry.files.iter().copied())
        .collect()
}

/// Arguments out of numbers.
fn values(numbers: &[u64]) -> Vec<Value> {
    numbers.iter().map(|number| Value::new(*number)).collect()
}
