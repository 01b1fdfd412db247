//! The readers, the CPUs with their routines and parameters, and what variants change of them.
//!
//! The arguments of a routine are checked when a model is built.

use std::collections::BTreeMap;

use crate::spanned::Spanned;
use pmdrace_mm::routine::Registry;

use super::{Problems, known, twice};
use crate::Diagnostic;
use crate::cell::ParamValue;
use crate::schema::{Cpu, Document};

/// More than any engine supports.
const MAX_COUNT: u64 = 16;

/// Reports a duplicate reader.
pub(super) fn repeated_readers(document: &Document, problems: &mut Problems) {
    let readers: Vec<&str> = document.readers.iter().map(|r| r.get_ref().as_str()).collect();
    if let Some(name) = twice(&readers) {
        problems.push(Diagnostic::whole(format!("the reader `{name}` is listed twice")));
    }
}

/// The routine of each CPU, the number of such CPUs, and the condition.
pub(super) fn cpus(document: &Document, routines: &Registry, problems: &mut Problems) {
    for reader in &document.readers {
        let readers = routines.iter().filter(|spec| spec.reader).map(|spec| spec.name);
        known(reader.span(), "reader", reader.get_ref(), readers, problems);
    }
    if document.cpu.iter().any(|cpu| cpu.reader) == document.readers.is_empty() {
        problems.push(
            Diagnostic::whole("`readers` and a CPU with `reader = true` require each other")
                .help("give both or neither"),
        );
    }
    for (index, cpu) in document.cpu.iter().enumerate() {
        if document.cpu[..index].iter().any(|other| other.name.get_ref() == cpu.name.get_ref()) {
            problems.push(Diagnostic::at(cpu.name.span(), "two CPUs have this name"));
        }
        match (&cpu.routine, cpu.reader) {
            (Some(name), false) => {
                let names = routines.iter().map(|spec| spec.name);
                known(name.span(), "routine", name.get_ref(), names, problems);
            }
            (None, true) => {}
            _ => problems.push(Diagnostic::at(
                cpu.name.span(),
                "a CPU has either a routine or `reader = true`",
            )),
        }
        param(
            document,
            cpu.count.as_ref(),
            &format!("counts of at most {MAX_COUNT}"),
            problems,
            |value| matches!(value, ParamValue::Count(1..=MAX_COUNT)),
        );
        param(document, cpu.when.as_ref(), "true or false", problems, |value| {
            matches!(value, ParamValue::Bool(_))
        });
    }
}

/// Reports an unknown parameter, or one with a value that does not fit.
fn param(
    document: &Document,
    name: Option<&Spanned<String>>,
    takes: &str,
    problems: &mut Problems,
    fits: impl Fn(&ParamValue) -> bool,
) {
    let Some(name) = name else { return };
    let params = document.params.keys().map(String::as_str);
    known(name.span(), "parameter", name.get_ref(), params, problems);
    if let Some(bad) = document.params.get(name.get_ref()).into_iter().flatten().find(|v| !fits(v))
    {
        problems.push(Diagnostic::at(
            name.span(),
            format!(
                "the values of the parameter `{}` must be {takes} here, not {bad}",
                name.get_ref()
            ),
        ));
    }
}

/// Reports arguments that a variant gives to an unknown CPU.
pub(super) fn variants(document: &Document, problems: &mut Problems) {
    let cpus: BTreeMap<&str, &Cpu> =
        document.cpu.iter().map(|cpu| (cpu.name.get_ref().as_str(), cpu)).collect();
    for (variant, overrides) in &document.variant {
        let variant = variant.get_ref();
        for (cpu, args) in &overrides.set {
            if !cpus.contains_key(cpu.as_str()) {
                let near = crate::nearest(cpu, cpus.keys().copied());
                let span = args.values().map(|value| value.span()).next();
                let problem = format!("variant `{variant}` changes `{cpu}`, which is not a CPU");
                problems.push(Diagnostic {
                    message: problem,
                    span,
                    help: near.map(|near| format!("did you mean `{near}`?")),
                });
            }
        }
    }
}
