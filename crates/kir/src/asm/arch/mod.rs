//! What an architecture's inline assembly is made of. Each has one file, and one line in the list here.

mod arm64;
mod loongarch64;
mod powerpc64;
mod riscv64;
mod s390x;
mod x86_64;

use super::micro::{Micro, Test};
use super::operand::{Arg, Translate};

/// An architecture: how its assembly is written, and what its instructions do.
pub(crate) trait Architecture: Send + Sync {
    /// What target triples begin with.
    fn triple(&self) -> &'static str;

    /// What comments begin with.
    fn comments(&self) -> &'static [&'static str];

    /// The letters of constraints that only this architecture has; pairs such as `Qo` between spaces.
    fn constraints(&self) -> &'static str;

    /// The register that holds what a name means: its canonical name, and how many bits are meant.
    fn register(&self, name: &str) -> Option<(String, u32)>;

    /// How many bits a modifier of an operand means, and whether writing them leaves the others.
    fn modified(&self, modifier: &str, width: u32) -> Result<(u32, bool), String>;

    /// How many bits of a register are written under a name of so many bits, and whether the others stay.
    fn written(&self, width: u32) -> (u32, bool);

    /// Reads an operand.
    fn argument(&self, text: &str, cx: &mut Translate<'_>) -> Result<Arg, String>;

    /// What an instruction does.
    fn instruction(
        &self,
        mnemonic: &str,
        arguments: &[Arg],
        cx: &mut Translate<'_>,
    ) -> Result<Vec<Micro>, String>;

    /// Splits an instruction's text into prefix and rest, if it begins with a prefix.
    fn prefix<'t>(&self, _: &'t str) -> Option<(&'static str, &'t str)> {
        None
    }

    /// Whether an instruction, after a store-exclusive that is a release, makes the whole update fully ordered.
    fn completes_update(&self, _mnemonic: &str) -> bool {
        false
    }

    /// Whether an instruction is a barrier that makes the update between two of it fully ordered.
    fn is_full_barrier(&self, _: &str) -> bool {
        false
    }

    /// The number of a capability in an entry, and whether the entry is for machines without it; None for an entry
    /// that changes nothing but speed.
    fn capability(&self, feature: u64) -> Option<(u32, bool)>;

    /// What the condition of a flag output tests: `e` of `=@cce`.
    fn condition(&self, name: &str) -> Option<Test>;

    /// How an entry of `.altinstructions` is laid out.
    fn alternatives(&self) -> AlternativeEntry {
        AlternativeEntry { items: 5, feature: 2, end: 3, replacement_end: 4 }
    }

    /// The base of an address space of pointers, as a system register.
    fn segment(&self, _space: u32) -> Option<&'static str> {
        None
    }

    /// The system registers that are known when a run begins, with their values.
    fn initial_registers(&self) -> &'static [(&'static str, u64)];
}

/// The numbers in an entry of `.altinstructions`; the first two are the original and its replacement.
#[derive(Clone, Copy)]
pub(crate) struct AlternativeEntry {
    /// How many numbers an entry has.
    pub(crate) items: usize,
    /// Which is the capability.
    pub(crate) feature: usize,
    /// Which is the length of the original.
    pub(crate) end: usize,
    /// Which is the length of the replacement.
    pub(crate) replacement_end: usize,
}

/// Every architecture.
static ARCHITECTURES: &[&dyn Architecture] = &[
    &arm64::Arm64,
    &x86_64::X86_64,
    &riscv64::Riscv64,
    &loongarch64::Loongarch64,
    &powerpc64::Powerpc64,
    &s390x::S390x,
];

/// The architecture of a target triple.
pub(crate) fn of_triple(triple: &str) -> Option<&'static dyn Architecture> {
    let first = triple.split('-').next()?;
    ARCHITECTURES.iter().find(|known| known.triple() == first).copied()
}

/// The first parts of the triples that are known.
pub(crate) fn known() -> String {
    let names: Vec<&str> = ARCHITECTURES.iter().map(|known| known.triple()).collect();
    names.join(", ")
}
