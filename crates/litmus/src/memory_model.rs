//! [`MemoryModel`]: which axioms a test is held against, by name.

use std::collections::BTreeSet;
use std::fmt;

use pmdrace_axioms::model::{Armv8, Ets, Lkmm, RiscV, Sc, Tso};
use pmdrace_axioms::{Cut, Limits};

use crate::answer::{self, Observation, Outcomes};
use crate::entry::Entry;
use crate::witness::{self, Witness};
use crate::{Language, Test};

/// A memory model whose axioms tests can be held against.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MemoryModel {
    /// Sequential consistency.
    Sc,
    /// x86-TSO.
    Tso,
    /// The Linux kernel's memory model, with the axioms of a release.
    Lkmm(pmdrace_axioms::model::Release),
    /// Armv8-A with its virtual memory.
    Armv8,
    /// RISC-V's RVWMO.
    Rvwmo,
}

impl fmt::Display for MemoryModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            MemoryModel::Sc => "sc",
            MemoryModel::Tso => "tso",
            MemoryModel::Lkmm(_) => "lkmm",
            MemoryModel::Armv8 => "armv8",
            MemoryModel::Rvwmo => "rvwmo",
        })
    }
}

/// Evaluates an expression with `$axioms` bound to the axioms of a model.
macro_rules! with_axioms {
    ($model:expr, $test:expr, $axioms:ident => $run:expr) => {
        match $model {
            MemoryModel::Sc => {
                let $axioms = &Sc;
                $run
            }
            MemoryModel::Tso => {
                let $axioms = &Tso;
                $run
            }
            MemoryModel::Lkmm(release) => {
                let $axioms = &Lkmm { release };
                $run
            }
            MemoryModel::Armv8 => {
                let $axioms = &Armv8 { ets: ets($test), descriptor: Some(Entry::descriptor) };
                $run
            }
            MemoryModel::Rvwmo => {
                let $axioms = &RiscV;
                $run
            }
        }
    };
}

/// Which features of enhanced translation synchronization a test is about, by its line `Variant=`.
fn ets(test: &Test) -> Ets {
    let lines = test.info.iter().filter(|(key, _)| key.eq_ignore_ascii_case("variant"));
    let named = |name: &str| {
        let mut variants = lines.clone().flat_map(|(_, value)| value.split([',', ' ']));
        variants.any(|variant| variant.trim().eq_ignore_ascii_case(name))
    };
    match (named("ets3"), named("ets2")) {
        (true, _) => Ets::Ets3,
        (_, true) => Ets::Ets2,
        _ => Ets::None,
    }
}

impl MemoryModel {
    /// The model of a language: what its primitives or instructions promise.
    pub fn of(language: Language, release: pmdrace_axioms::model::Release) -> MemoryModel {
        match language {
            Language::C => MemoryModel::Lkmm(release),
            Language::AArch64 => MemoryModel::Armv8,
            Language::X86 => MemoryModel::Tso,
            Language::RiscV => MemoryModel::Rvwmo,
        }
    }

    /// Whether the model gives a meaning to what tests of this language consist of.
    pub fn reads(self, language: Language) -> bool {
        match self {
            MemoryModel::Sc => true,
            MemoryModel::Tso => matches!(language, Language::X86),
            MemoryModel::Lkmm(_) => language == Language::C,
            MemoryModel::Armv8 => language == Language::AArch64,
            MemoryModel::Rvwmo => language == Language::RiscV,
        }
    }

    /// See [`answer::observe`].
    ///
    /// # Errors
    /// When a limit is passed before that is known.
    pub fn observe(self, test: &Test, limits: &Limits<'_>) -> Result<Observation, Cut> {
        with_axioms!(self, test, axioms => answer::observe(test, axioms, limits))
    }

    /// See [`answer::outcomes`].
    ///
    /// # Errors
    /// When a limit is passed.
    pub fn outcomes(self, test: &Test, limits: &Limits<'_>) -> Result<Outcomes, Cut> {
        with_axioms!(self, test, axioms => answer::outcomes(test, axioms, limits))
    }

    /// What the executions show about the program, whatever its outcomes, such as `data-race`.
    ///
    /// # Errors
    /// When a limit is passed.
    pub fn flags(self, test: &Test, limits: &Limits<'_>) -> Result<BTreeSet<&'static str>, Cut> {
        with_axioms!(self, test, axioms => witness::flags(test, axioms, limits))
    }

    /// An execution of whose final state the proposition of the question is true, or is not.
    ///
    /// # Errors
    /// When a limit is passed before one is found.
    pub fn witness(
        self,
        test: &Test,
        holds: bool,
        limits: &Limits<'_>,
    ) -> Result<Option<Witness>, Cut> {
        with_axioms!(self, test, axioms => witness::find(test, holds, axioms, limits))
    }
}
