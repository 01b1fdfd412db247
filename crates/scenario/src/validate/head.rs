//! The head of a scenario: its format and name, and the axes of its cells.
//!
//! Architectures, parameters and memory models span the cells, so they are checked before anything that is
//! checked per cell.

use pmdrace_mm::MemoryModel;
use pmdrace_pgtable::{ARCHITECTURES, Arch, matches_pattern};

use crate::printable::quoted;
use crate::spanned::Spanned;

use super::{Problems, known, names, selects, twice};
use crate::cell::{OWN_MEMORY, PLAIN_RELOADS};
use crate::schema::{Document, Names};
use crate::{Diagnostic, FORMAT};

/// Reports patterns that select no architecture, and returns the architectures that the others select.
pub(super) fn architectures(
    document: &Document,
    problems: &mut Problems,
) -> Vec<&'static dyn Arch> {
    for pattern in &document.architectures {
        if !ARCHITECTURES.iter().any(|arch| matches_pattern(arch.name(), pattern.get_ref())) {
            let known = ARCHITECTURES.iter().map(|arch| arch.name()).chain(["all"]);
            problems.push(Diagnostic::unknown(
                pattern.span(),
                "architecture",
                pattern.get_ref(),
                known,
            ));
        }
    }
    let selected = |arch: &&'static dyn Arch| {
        document.architectures.iter().any(|p| matches_pattern(arch.name(), p.get_ref()))
    };
    ARCHITECTURES.iter().copied().filter(selected).collect()
}

/// The format, the name, and the lists that must not be empty.
pub(super) fn identity(document: &Document, problems: &mut Problems) {
    if document.format.get_ref() != FORMAT {
        problems.push(
            Diagnostic::at(
                document.format.span(),
                format!("this version reads the format `{FORMAT}`"),
            )
            .help(format!("write format = \"{FORMAT}\"")),
        );
    }
    let name = document.name.get_ref();
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let mut wrong = |problem: &str, help: &str| {
        problems.push(Diagnostic::at(document.name.span(), problem).help(help));
    };
    if name.is_empty() || name.len() > names::LONGEST || !name.chars().all(fits) {
        wrong(
            "a scenario's name is made of at most 64 lower-case letters, digits and hyphens",
            "such as name = \"my-walker-vs-split\"",
        );
    }
    if document.architectures.is_empty() {
        wrong("the list of architectures is empty", "list some, or write [\"all\"]");
    }
    if document.variant.is_empty() {
        wrong("a scenario needs at least one variant", "add [variant.NAME] with an `about`");
    }
}

/// The values of each parameter.
pub(super) fn params(document: &Document, problems: &mut Problems) {
    for (name, values) in &document.params {
        if values.is_empty() {
            problems.push(
                Diagnostic::at(name.span(), format!("the parameter `{name}` has no value"))
                    .help("list its values, or remove it"),
            );
        }
        if name.as_str() == PLAIN_RELOADS {
            problems.push(
                Diagnostic::at(name.span(), format!("the parameter `{name}` is predefined"))
                    .help("choose another name; --plain-reloads sets it"),
            );
        }
        if let Some(twice) = twice(values) {
            problems.push(
                Diagnostic::at(name.span(), format!("the parameter `{name}` lists {twice} twice"))
                    .help("remove one of them"),
            );
        }
    }
}

/// The rules for slow cells on loom name variants, parameters and readers of this scenario, and memory models.
pub(super) fn long_on_loom(document: &Document, problems: &mut Problems) {
    for rule in &document.long_on_loom {
        for name in rule.get_ref().variant.iter().flat_map(Names::iter) {
            let variants = document.variant.keys().map(|variant| variant.get_ref().as_str());
            selects(rule.span(), "variant", name, variants, problems);
        }
        for name in rule.get_ref().params.keys() {
            let params = document.params.keys().map(Spanned::as_str);
            known(rule.span(), "parameter", name, params, problems);
        }
        for name in rule.get_ref().reader.iter().flat_map(Names::iter) {
            let readers = document.readers.iter().map(|reader| reader.get_ref().as_str());
            selects(rule.span(), "reader", name, readers, problems);
        }
        for name in rule.get_ref().memory.iter().flat_map(Names::iter) {
            let models = MemoryModel::ALL.into_iter().map(MemoryModel::name);
            selects(rule.span(), "memory model", name, models, problems);
        }
    }
}

/// The memory models to explore under.
pub(super) fn memory_models(document: &Document, problems: &mut Problems) {
    for memory in &document.memory {
        let models = MemoryModel::ALL.into_iter().map(MemoryModel::name).chain([OWN_MEMORY]);
        known(memory.span(), "memory model", memory.get_ref(), models, problems);
    }
    if let Some(name) = twice(&document.memory) {
        problems.push(
            Diagnostic::at(
                name.span(),
                format!("the memory model `{}` is listed twice", quoted(name.as_str())),
            )
            .help("remove one of them"),
        );
    }
}
