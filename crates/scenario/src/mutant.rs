//! Mutants: a scenario with one guard of one routine, or of one CPU's steps, disabled.
//!
//! If no verdict changes, either the guard is not needed or the scenario does not show what it is for. After
//! DeMillo, Lipton and Sayward, "Hints on test data selection" (IEEE Computer, 1978).

use std::collections::BTreeMap;

use pmdrace_mm::Model;
use pmdrace_mm::routine::RoutineSpec;
use toml::Value;

use crate::schema::Cpu;
use crate::spanned::Spanned;
use crate::{CellKey, Diagnostic, Scenario, steps};

/// One guard of what one CPU runs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mutant {
    /// The CPU's name in the scenario.
    pub cpu: String,
    /// The routine.
    pub routine: &'static str,
    /// What has the guard: the routine, or of steps the scenario and CPU.
    pub of: String,
    /// The name of the disabled guard; of steps, the label.
    pub guard: String,
    /// What it guarantees; of steps, the statement.
    pub protects: String,
    /// Why no scenario shows that it is needed, if none does.
    pub uncaught: Option<&'static str>,
}

impl Scenario {
    /// All guards of all routines and steps that some CPU runs.
    pub fn mutants(&self) -> Vec<Mutant> {
        self.cpus().iter().flat_map(|cpu| self.of_routines(cpu).chain(self.of_steps(cpu))).collect()
    }

    /// For each guard that the readers' CPU switches off and some of the readers do not have, a warning that these run as
    /// they are.
    pub fn guards_that_readers_lack(&self) -> Vec<Diagnostic> {
        let sets = self.document.variant.values().flat_map(|variant| &variant.set);
        let readers = || self.document.cpu.iter().filter(|cpu| cpu.reader);
        let is_readers = |name: &str| readers().any(|cpu| cpu.name.get_ref() == name);
        let sets = sets.filter(|(cpu, _)| is_readers(cpu.as_ref())).map(|(_, given)| given);
        let given = readers().map(|cpu| &cpu.args).chain(sets);
        given
            .filter_map(|given| given.get("without"))
            .flat_map(|names| self.lacked(names))
            .collect()
    }

    fn lacked(&self, without: &Spanned<Value>) -> Vec<Diagnostic> {
        let names = without.get_ref().as_array().into_iter().flatten().filter_map(Value::as_str);
        let warn = |name: &str| {
            let has = |spec: &RoutineSpec| spec.guards.iter().any(|guard| guard.name == name);
            let lack = self.reader_specs().filter(|spec| !has(spec));
            let lack: Vec<&str> = lack.map(|spec| spec.name).collect();
            (!lack.is_empty()).then(|| {
                let lack = lack.join(", ");
                Diagnostic::at(without.span(), format!("no guard `{name}` to switch off in {lack}"))
                    .help("leave these readers out, or know that they run as they are here")
            })
        };
        names.filter_map(warn).collect()
    }

    fn of_routines<'s>(&'s self, cpu: &'s Cpu) -> impl Iterator<Item = Mutant> + use<'s> {
        let own = cpu.routine.as_ref().map(|routine| routine.get_ref().as_str());
        let own = own.and_then(|name| self.routines.by_name(name));
        let readers = self.reader_specs().filter(|_| cpu.reader);
        own.into_iter().chain(readers).flat_map(|spec| {
            spec.guards.iter().map(|guard| Mutant {
                cpu: cpu.name.get_ref().clone(),
                routine: spec.name,
                of: spec.name.to_owned(),
                guard: guard.name.to_owned(),
                protects: guard.protects.to_owned(),
                uncaught: guard.uncaught,
            })
        })
    }

    fn of_steps<'s>(&'s self, cpu: &'s Cpu) -> impl Iterator<Item = Mutant> + use<'s> {
        let own = cpu.routine.as_ref().map(|routine| routine.get_ref().as_str());
        let spec = own.and_then(|name| self.routines.by_name(name));
        let mut labelled = steps::labelled(&cpu.args);
        labelled.dedup_by(|one, other| one.label == other.label);
        spec.into_iter().flat_map(move |spec| {
            let name = cpu.name.get_ref();
            let mutant = |one: &steps::Labelled<'_>| Mutant {
                cpu: name.clone(),
                routine: spec.name,
                of: format!("{} {name}", self.name()),
                guard: one.label.to_owned(),
                protects: one.statement.to_owned(),
                uncaught: None,
            };
            labelled.iter().map(mutant).collect::<Vec<Mutant>>()
        })
    }

    /// The model of one cell with a guard disabled; None if the cell does not use it: it runs something else, or its
    /// variant already disables the guard.
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
        let mut args: BTreeMap<String, Spanned<Value>> = cpu.args.clone();
        let variant = self.document.variant.get(cell.variant.as_str());
        let set = variant.and_then(|variant| variant.set.get(cpu.name.get_ref().as_str()));
        args.extend(set.cloned().unwrap_or_default());
        let names = args.get("without").and_then(|names| names.get_ref().as_array());
        let is_off =
            names.into_iter().flatten().any(|name| name.as_str() == Some(mutant.guard.as_str()));
        let has_steps = mutant.of != mutant.routine;
        if is_off || has_steps && !steps::labelled(&args).iter().any(|s| s.label == mutant.guard) {
            return Ok(None);
        }
        self.build(cell, Some(mutant)).map(Some)
    }
}
