//! What a scenario is judged by: properties, the outcome of a litmus test, and goals.
//!
//! A misspelt property or register would never be violated or reached, and "holds" would be vacuous.

use std::ops::Range;

use crate::spanned::Spanned;
use pmdrace_litmus::{Named, NamedLocation};
use pmdrace_mm::Property;
use pmdrace_mm::routine::Registry;

use super::{Problems, known, selects};
use crate::condition::Conditions;
use crate::schema::{Cpu, Document, Names};
use crate::{Diagnostic, steps};

/// Reports an empty list of properties.
pub(super) fn no_property(document: &Document, problems: &mut Problems) {
    if document.properties.as_ref().is_some_and(Vec::is_empty) {
        problems.push(
            Diagnostic::at(document.name.span(), "the list of properties is empty")
                .help("list some, or omit the key to judge all"),
        );
    }
}

/// The outcome for which a litmus test is named.
pub(super) fn exists(document: &Document, conditions: &Conditions, problems: &mut Problems) {
    if let (Some(exists), Some(asked)) = (&document.exists, &conditions.exists) {
        condition(document, asked, exists.span(), problems);
    }
}

/// The properties by name; the one about an outcome needs an outcome.
pub(super) fn properties(document: &Document, problems: &mut Problems) {
    let outcome = |name: &Spanned<String>| name.get_ref() == Property::NoOutcome.name();
    if let (Some(name), None) =
        (document.properties.iter().flatten().find(|name| outcome(name)), &document.exists)
    {
        problems.push(
            Diagnostic::at(name.span(), "there is no outcome to judge").help(
                "name it under [exists], such as P0 = { r0 = 1 }, or as exists = \"P0:r0=1\"",
            ),
        );
    }
    for property in document.properties.iter().flatten() {
        let properties = Property::ALL.into_iter().map(Property::name);
        known(property.span(), "property", property.get_ref(), properties, problems);
    }
}

/// The goals: each of one kind, with known functions, readers and registers.
pub(super) fn goals(
    document: &Document,
    conditions: &Conditions,
    routines: &Registry,
    problems: &mut Problems,
) {
    for (name, goal) in &document.goal {
        let given = goal.get_ref();
        let kinds = [
            given.read_between.is_some(),
            given.accepts,
            given.returns.is_some(),
            given.outcome.is_some(),
        ];
        if kinds.into_iter().filter(|kind| *kind).count() != 1 {
            problems.push(Diagnostic::at(goal.span(), "a goal has exactly one kind").help(
                "give one of `read_between = [\"FUNCTION\", \"FUNCTION\"]`, `accepts = true`, \
                 `returns = \"WORDS\"` and `outcome = \"CPU:REGISTER=VALUE\"`",
            ));
        }
        if let Some(asked) = conditions.goals.get(name.as_str()) {
            condition(document, asked, goal.span(), problems);
        }
        if given.read_between.as_ref().is_some_and(|functions| functions.len() != 2) {
            problems
                .push(Diagnostic::at(goal.span(), "`read_between` takes two kernel functions").help(
                "write [\"ENTERED\", \"LEFT\"]: the first opens the window, the second closes it",
            ));
        }
        for function in given.read_between.iter().flatten() {
            known(goal.span(), "kernel function", function, routines.functions(), problems);
        }
        for name in given.reader.iter().flat_map(Names::iter) {
            let readers = document.readers.iter().map(|reader| reader.get_ref().as_str());
            selects(goal.span(), "reader", name, readers, problems);
        }
    }
    if document.goal.is_empty() {
        problems.push(
            Diagnostic::at(
                document.name.span(),
                "a scenario needs a goal, so that \"holds\" is not vacuous",
            )
            .help("add [goal.NAME] with what must happen in at least one execution"),
        );
    }
}

/// Reports CPUs of a condition that are not exactly one CPU in every cell, and registers that some variant lacks. What
/// words there are is known once a model is built.
fn condition(document: &Document, asked: &Named, span: Range<usize>, problems: &mut Problems) {
    if asked.terms().is_empty() {
        problems.push(
            Diagnostic::at(span, "an outcome needs at least one register or word")
                .help("such as P0 = { r0 = 1 } or memory = { x = 1 }"),
        );
    }
    let mut seen: Vec<&str> = Vec::new();
    for term in asked.terms() {
        let NamedLocation::Register { cpu: name, register } = &term.of else { continue };
        let span = || term.place.clone();
        let litmus = |cpu: &&Cpu| cpu.routine.as_ref().is_some_and(|r| r.get_ref() == "litmus");
        let mut cpus = document.cpu.iter().filter(litmus);
        let cpu = cpus.clone().find(|cpu| cpu.name.get_ref() == name);
        let is_news = !seen.contains(&name.as_str());
        seen.push(name);
        let Some(cpu) = cpu else {
            let known = cpus.by_ref().map(|cpu| cpu.name.get_ref().as_str());
            let unknown = Diagnostic::unknown(span(), "litmus CPU", name, known);
            problems.extend(is_news.then_some(unknown));
            continue;
        };
        for (param, varies) in [(&cpu.count, "several CPUs"), (&cpu.when, "no CPU")] {
            if let Some(param) = param.as_ref().filter(|_| is_news) {
                problems.push(
                    Diagnostic::at(span(), format!("`{name}` is {varies} in some cells"))
                        .help("name a CPU that has neither `count` nor `when`")
                        .and(param.span()),
                );
            }
        }
        if steps::register(register).is_none() {
            let message = format!("`{register}` is not a register");
            problems.push(Diagnostic::at(span(), message).help("registers are named r0 to r15"));
            continue;
        }
        let own = cpu.args.get("steps");
        let in_variants = document.variant.values();
        let in_variants =
            in_variants.map(|v| v.set.get(name.as_str()).and_then(|args| args.get("steps")));
        for steps in in_variants.map(|steps| steps.or(own)) {
            // What is no text, or no C, is told where it is read.
            let Some(texts) = steps.and_then(|steps| steps::texts(steps.get_ref())) else {
                continue;
            };
            let Some(given) = steps::assigned(&texts) else { continue };
            if !given.contains(register.as_str()) {
                let message = format!("some variant of `{name}` does not assign `{register}`");
                let help = "assign it in the steps of every variant";
                if !problems.iter().any(|known| known.message == message) {
                    problems.push(Diagnostic::at(span(), message).help(help));
                }
            }
        }
    }
}
