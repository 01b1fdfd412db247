//! Mutants: a scenario with one guard of one routine disabled.
//!
//! If no verdict changes, either the guard is not needed or the scenario does not show what it is for. After
//! DeMillo, Lipton and Sayward, "Hints on test data selection" (IEEE Computer, 1978).

use pmdrace_mm::Model;
use pmdrace_mm::routine::Guard;

use crate::schema::Cpu;
use crate::{CellKey, Diagnostic, Scenario};

/// One guard of a routine that one CPU runs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mutant {
    /// The CPU's name in the scenario.
    pub cpu: String,
    /// The routine.
    pub routine: &'static str,
    /// The disabled guard.
    pub guard: Guard,
}

impl Scenario {
    /// All guards of all routines that some CPU runs.
    pub fn mutants(&self) -> Vec<Mutant> {
        let of_cpu = |cpu: &Cpu| {
            let name = cpu.name.get_ref().clone();
            let own = cpu.routine.as_ref().map(|routine| routine.get_ref().as_str());
            let own = own.and_then(|name| self.routines.by_name(name));
            let readers = self.reader_specs().filter(|_| cpu.reader);
            let specs: Vec<_> = own.into_iter().chain(readers).collect();
            specs.into_iter().flat_map(move |spec| {
                let cpu = name.clone();
                spec.guards.iter().map(move |guard| Mutant {
                    cpu: cpu.clone(),
                    routine: spec.name,
                    guard: *guard,
                })
            })
        };
        self.cpus().iter().flat_map(of_cpu).collect()
    }

    /// The model of one cell with a guard disabled; None if the cell does not use it: it runs another
    /// routine, or its variant already disables the guard.
    ///
    /// # Errors
    /// As [`Scenario::model`].
    pub fn mutated(&self, cell: &CellKey, mutant: &Mutant) -> Result<Option<Model>, Diagnostic> {
        let there = |cpu: &&Cpu| {
            let runs = cpu.routine.as_ref().map(|routine| routine.get_ref().as_str());
            *cpu.name.get_ref() == mutant.cpu
                && runs.or(cell.reader.as_deref()) == Some(mutant.routine)
        };
        let Some(cpu) = self.cpus().iter().find(there) else { return Ok(None) };
        let changed = self.document.variant.get(cell.variant.as_str());
        let changed = changed.and_then(|variant| variant.set.get(cpu.name.get_ref().as_str()));
        let without = changed.and_then(|args| args.get("without")).or(cpu.args.get("without"));
        let names = without.and_then(|names| names.get_ref().as_array()).into_iter().flatten();
        if names.into_iter().any(|name| name.as_str() == Some(mutant.guard.name)) {
            return Ok(None);
        }
        self.build(cell, Some(mutant)).map(Some)
    }
}
