//! What a scenario is judged by: its properties, the outcome of a litmus test, and its goals.
//!
//! A misspelt property or register would never be violated or reached, and "holds" would say nothing.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::spanned::Spanned;
use pmdrace_mm::Property;
use pmdrace_mm::routine::Registry;

use super::{Problems, known, selects};
use crate::Diagnostic;
use crate::schema::{Cpu, Document, Names, Registers};

/// Reports a list of properties that is empty.
pub(super) fn no_property(document: &Document, problems: &mut Problems) {
    if document.properties.as_ref().is_some_and(Vec::is_empty) {
        problems.push(
            Diagnostic::whole("the list of properties is empty")
                .help("name some, or leave the key out to judge all"),
        );
    }
}

/// The outcome that a litmus test is named for.
pub(super) fn exists(document: &Document, problems: &mut Problems) {
    if let Some(exists) = &document.exists {
        registers(document, Some(exists.get_ref()), exists.span(), problems);
        if exists.get_ref().values().all(BTreeMap::is_empty) {
            problems.push(Diagnostic::at(exists.span(), "an outcome has at least one register"));
        }
    }
}

/// The properties by name; the one about an outcome needs one.
pub(super) fn properties(document: &Document, problems: &mut Problems) {
    let outcome = |name: &Spanned<String>| name.get_ref() == Property::NoOutcome.name();
    if let (Some(name), None) =
        (document.properties.iter().flatten().find(|name| outcome(name)), &document.exists)
    {
        problems.push(
            Diagnostic::at(name.span(), "there is no outcome to judge")
                .help("name it under [exists], such as P0 = { r0 = 1 }"),
        );
    }
    for property in document.properties.iter().flatten() {
        let properties = Property::ALL.into_iter().map(Property::name);
        known(property.span(), "property", property.get_ref(), properties, problems);
    }
}

/// Goals of one kind each, that name functions, readers and registers.
pub(super) fn goals(document: &Document, routines: &Registry, problems: &mut Problems) {
    for goal in document.goal.values() {
        let told = goal.get_ref();
        let kinds = [
            told.read_between.is_some(),
            told.accepts,
            told.returns.is_some(),
            told.outcome.is_some(),
        ];
        if kinds.into_iter().filter(|kind| *kind).count() != 1 {
            problems.push(Diagnostic::at(goal.span(), "a goal is of one kind").help(
                "give one of `read_between = [\"FUNCTION\", \"FUNCTION\"]`, `accepts = true`, \
                 `returns = \"WORDS\"` and `outcome.CPU = { REGISTER = VALUE }`",
            ));
        }
        registers(document, told.outcome.as_ref(), goal.span(), problems);
        for function in told.read_between.iter().flatten() {
            known(goal.span(), "kernel function", function, routines.functions(), problems);
        }
        for name in told.reader.iter().flat_map(Names::iter) {
            let readers = document.readers.iter().map(|reader| reader.get_ref().as_str());
            selects(goal.span(), "reader", name, readers, problems);
        }
    }
    if document.goal.is_empty() {
        problems.push(
            Diagnostic::whole("a scenario needs a goal, or its \"holds\" could be empty")
                .help("add [goal.NAME] with what must happen in at least one execution"),
        );
    }
}

/// Reports CPUs and registers of an outcome that are not there in every variant.
fn registers(
    document: &Document,
    outcome: Option<&Registers>,
    span: Range<usize>,
    problems: &mut Problems,
) {
    for (name, values) in outcome.into_iter().flatten() {
        let litmus = |cpu: &&Cpu| cpu.routine.as_ref().is_some_and(|r| r.get_ref() == "litmus");
        let mut cpus = document.cpu.iter().filter(litmus);
        let Some(cpu) = cpus.clone().find(|cpu| cpu.name.get_ref() == name) else {
            let known = cpus.by_ref().map(|cpu| cpu.name.get_ref().as_str());
            let known: Vec<&str> = known.collect();
            problems.push(Diagnostic::unknown(span.clone(), "litmus CPU", name, known));
            continue;
        };
        let own = cpu.args.get("steps");
        let in_variants = document.variant.values();
        let in_variants = in_variants.map(|v| v.set.get(name).and_then(|args| args.get("steps")));
        for steps in in_variants.map(|steps| steps.or(own)) {
            let texts = steps.and_then(|steps| steps.get_ref().as_array()).into_iter().flatten();
            let given: Vec<&str> =
                texts.filter_map(|step| Some(step.as_str()?.split_once('=')?.0.trim())).collect();
            let what = format!("register of `{name}` that every variant gives a value");
            for register in values.keys() {
                known(span.clone(), &what, register, given.iter().copied(), problems);
            }
        }
    }
}
