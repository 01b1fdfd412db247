//! The head of a scenario: its format and name, and the axes of its cells.
//!
//! Architectures, parameters and memory models span the cells, so they are checked before anything that is
//! checked per cell.

use pmdrace_mm::MemoryModel;
use pmdrace_pgtable::{ARCHITECTURES, Arch, matches_pattern};

use super::{Problems, known, selects, twice};
use crate::cell::PLAIN_RELOADS;
use crate::schema::{Document, Names};
use crate::{Diagnostic, FORMAT};

/// The limit on combinations of parameter values.
const MAX_COMBINATIONS: usize = 1_000;

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
    if name.is_empty() || !name.chars().all(fits) {
        problems.push(Diagnostic::at(
            document.name.span(),
            "a scenario's name is made of lower-case letters, digits and hyphens",
        ));
    }
    if document.architectures.is_empty() {
        problems.push(Diagnostic::whole("the list of architectures is empty"));
    }
    if document.variant.is_empty() {
        problems.push(Diagnostic::whole("a scenario needs at least one variant"));
    }
}

/// The values of each parameter, and the number of combinations.
pub(super) fn params(document: &Document, problems: &mut Problems) {
    for (name, values) in &document.params {
        if values.is_empty() {
            problems.push(Diagnostic::whole(format!("the parameter `{name}` has no value")));
        }
        if name == PLAIN_RELOADS {
            problems.push(
                Diagnostic::whole(format!("the parameter `{name}` is predefined"))
                    .help("choose another name; --plain-reloads sets it"),
            );
        }
        if let Some(twice) = twice(values) {
            problems.push(Diagnostic::whole(format!("the parameter `{name}` lists {twice} twice")));
        }
    }
    let combinations = document.params.values().map(Vec::len).try_fold(1usize, usize::checked_mul);
    if combinations.is_none_or(|combinations| combinations > MAX_COMBINATIONS) {
        problems.push(
            Diagnostic::whole(format!(
                "the parameters have more than {MAX_COMBINATIONS} combinations"
            ))
            .help("remove parameters or values"),
        );
    }
}

/// The rules for slow cells on loom name parameters and readers of this scenario.
pub(super) fn long_on_loom(document: &Document, problems: &mut Problems) {
    for rule in &document.long_on_loom {
        for name in rule.get_ref().params.keys() {
            let params = document.params.keys().map(String::as_str);
            known(rule.span(), "parameter", name, params, problems);
        }
        for name in rule.get_ref().reader.iter().flat_map(Names::iter) {
            let readers = document.readers.iter().map(|reader| reader.get_ref().as_str());
            selects(rule.span(), "reader", name, readers, problems);
        }
    }
}

/// The memory models to explore under.
pub(super) fn memory_models(document: &Document, problems: &mut Problems) {
    for memory in &document.memory {
        let models = MemoryModel::ALL.into_iter().map(MemoryModel::name);
        known(memory.span(), "memory model", memory.get_ref(), models, problems);
    }
    let memories: Vec<&str> = document.memory.iter().map(|name| name.get_ref().as_str()).collect();
    if let Some(name) = twice(&memories) {
        problems.push(Diagnostic::whole(format!("the memory model `{name}` is listed twice")));
    }
}
