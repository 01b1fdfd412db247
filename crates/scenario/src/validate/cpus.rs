//! The readers, the CPUs with their routines and parameters, and what variants change of them.
//!
//! The arguments of a routine are checked when a model is built.

use std::collections::BTreeMap;

use crate::printable::quoted;
use crate::spanned::Spanned;
use pmdrace_mm::limits;
use pmdrace_mm::routine::Registry;
use pmdrace_pgtable::{Arch, TlbFlush};

use super::{Problems, known, twice};
use crate::Diagnostic;
use crate::cell::ParamValue;
use crate::schema::{Cpu, Document, Flush};

/// The maximum number of CPUs in a group.
const MAX_COUNT: u64 = limits::CPUS as u64;

/// Reports a duplicate reader.
pub(super) fn repeated_readers(document: &Document, problems: &mut Problems) {
    if let Some(name) = twice(&document.readers) {
        problems.push(
            Diagnostic::at(
                name.span(),
                format!("the reader `{}` is listed twice", quoted(name.as_str())),
            )
            .help("remove one of them"),
        );
    }
}

/// The routine of each CPU, the number of such CPUs, and the condition.
pub(super) fn cpus(document: &Document, routines: &Registry, problems: &mut Problems) {
    for reader in &document.readers {
        let names = routines.iter().map(|spec| spec.name);
        known(reader.span(), "reader", reader.get_ref(), names, problems);
    }
    if document.cpu.iter().any(|cpu| cpu.reader) == document.readers.is_empty() {
        problems.push(
            Diagnostic::at(
                document.name.span(),
                "`readers` and a CPU with `reader = true` require each other",
            )
            .help("give both or neither"),
        );
    }
    for cpu in &document.cpu {
        match (&cpu.routine, cpu.reader) {
            (Some(name), false) => {
                let names = routines.iter().map(|spec| spec.name);
                known(name.span(), "routine", name.get_ref(), names, problems);
            }
            (None, true) => {}
            _ => problems.push(
                Diagnostic::at(cpu.name.span(), "a CPU has either a routine or `reader = true`")
                    .help("give one of the two"),
            ),
        }
        param(
            document,
            cpu.count.as_ref(),
            &format!("counts of 1 to {MAX_COUNT}"),
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
    let params = document.params.keys().map(Spanned::as_str);
    known(name.span(), "parameter", name.get_ref(), params, problems);
    if let Some(bad) = document.params.get(name.as_str()).into_iter().flatten().find(|v| !fits(v)) {
        problems.push(
            Diagnostic::at(
                name.span(),
                format!("the values of the parameter `{name}` must be {takes} here, not {bad}"),
            )
            .help("change the value under [params], or name another parameter"),
        );
    }
}

/// Reports arguments that a variant gives to an unknown CPU, flags of an unknown PMD, and CPUs that a flush does not pass
/// over.
pub(super) fn variants(
    document: &Document,
    architectures: &[&'static dyn Arch],
    problems: &mut Problems,
) {
    let by_interrupt = |arch: &&dyn Arch| arch.facts().mmu.flush == TlbFlush::Ipi;
    let interrupts = architectures.iter().any(by_interrupt);
    let cpus: BTreeMap<&str, &Cpu> =
        document.cpu.iter().map(|cpu| (cpu.name.get_ref().as_str(), cpu)).collect();
    for (variant, overrides) in &document.variant {
        let variant = variant.get_ref();
        for cpu in overrides.set.keys() {
            let known = cpus.keys().copied();
            let what = format!("CPU in variant `{variant}`:");
            super::known(cpu.span(), &what, cpu.get_ref(), known, problems);
        }
        for cpu in &overrides.flush_spares {
            let what = format!("CPU in variant `{variant}`:");
            super::known(cpu.span(), &what, cpu.get_ref(), cpus.keys().copied(), problems);
            if !overrides.flush.map_or(interrupts, |flush| flush == Flush::Interrupt) {
                problems.push(
                    Diagnostic::at(cpu.span(), "no flush interrupts a CPU that it could spare")
                        .help("leave out `flush_spares`, or say `flush = \"interrupt\"`"),
                );
            }
        }
        for pmd in overrides.flags.keys() {
            let known = document.state.pmd.keys().map(|name| name.get_ref().as_str());
            let what = format!("PMD in variant `{variant}`:");
            super::known(pmd.span(), &what, pmd.get_ref(), known, problems);
        }
    }
}
