//! Names: of an alphabet that traces and command lines can hold, and each of one thing only.
//!
//! A step of a trace is a line of words, the first of them a CPU, and replaying finds the execution whose lines read
//! the same. So no name may contain a space or be empty, and no two words of memory, locks or CPUs may share one.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Problems;
use crate::Diagnostic;
use crate::cell::ParamValue;
use crate::schema::Document;
use crate::spanned::Spanned;

/// The maximum length of a name.
pub(super) const LONGEST: usize = 64;
/// What the names of words and locks that pmdrace adds to a state end with: counters of folios and the notifier,
/// claims, flags, halves of entries, and locks of TLBs.
const ADDED: [&str; 8] =
    [".refcount", ".life", ".exclusive", ".low", ".high", ".walk", ".seq", ".lock"];

type Name = Spanned<String>;

/// The spelling of every name that a scenario gives.
pub(super) fn spelling(document: &Document, problems: &mut Problems) {
    let state = &document.state;
    let words =
        state.pmd.keys().chain(state.pte.keys()).chain(state.word.keys()).chain(state.aux.keys());
    let words = words.chain(&state.tlb).chain(&state.lock).chain(&state.sem);
    let owners = state.folio.keys().chain(state.page.keys()).chain(state.table.keys());
    for name in words.chain(owners) {
        one(name, problems);
        if let Some(ending) = ADDED.iter().find(|ending| name.get_ref().ends_with(**ending)) {
            problems.push(
                Diagnostic::at(name.span(), format!("names that end in `{ending}` are reserved"))
                    .help("choose another name; pmdrace gives such names to words that it adds"),
            );
        }
    }
    let others = document.params.keys().chain(document.variant.keys()).chain(document.goal.keys());
    others.chain(document.cpu.iter().map(|cpu| &cpu.name)).for_each(|name| one(name, problems));
}

fn one(name: &Name, problems: &mut Problems) {
    let text = name.get_ref();
    let fits = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    let begins = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if !text.starts_with(begins) || !text.chars().all(fits) {
        problems.push(
            Diagnostic::at(name.span(), "a name is made of letters, digits, `_`, `-` and `.`").help(
                "use ASCII letters and digits, and begin with one of them or with an underscore",
            ),
        );
    } else if text.len() > LONGEST {
        problems.push(
            Diagnostic::at(name.span(), format!("a name has at most {LONGEST} characters"))
                .help("choose a shorter name"),
        );
    }
}

/// Reports two words of memory, two locks, two folios or tables, or two CPUs of one name.
pub(super) fn unique(document: &Document, problems: &mut Problems) {
    let state = &document.state;
    let words =
        state.pmd.keys().chain(state.pte.keys()).chain(state.word.keys()).chain(state.aux.keys());
    different("word of memory", words.chain(&state.tlb), problems);
    different("lock", state.lock.iter().chain(&state.sem), problems);
    let owners = state.folio.keys().chain(state.page.keys()).chain(state.table.keys());
    different("folio or table", owners, problems);
    cpus(document, problems);
}

fn different<'n>(what: &str, names: impl Iterator<Item = &'n Name>, problems: &mut Problems) {
    let mut known: BTreeMap<&str, Range<usize>> = BTreeMap::new();
    for name in names {
        match known.get(name.get_ref().as_str()) {
            Some(other) => problems.push(twice(what, name.get_ref(), name.span(), other.clone())),
            None => {
                known.insert(name.get_ref(), name.span());
            }
        }
    }
}

/// A group of several CPUs has the names `NAME0`, `NAME1` and so on, which no other CPU may have either.
fn cpus(document: &Document, problems: &mut Problems) {
    let mut known: BTreeMap<String, Range<usize>> = BTreeMap::new();
    for cpu in &document.cpu {
        let (name, span) = (cpu.name.get_ref(), cpu.name.span());
        let values =
            cpu.count.as_ref().and_then(|count| document.params.get(count.get_ref().as_str()));
        let count = |value: &ParamValue| match value {
            ParamValue::Count(count) => *count,
            ParamValue::Bool(_) => 0,
        };
        let most = values.into_iter().flatten().map(count).max().unwrap_or(0);
        let group = (0..most.min(pmdrace_mm::limits::CPUS as u64)).map(|i| format!("{name}{i}"));
        let names: Vec<String> = std::iter::once(name.clone()).chain(group).collect();
        let taken = |name: &String| Some((name.clone(), known.get(name)?.clone()));
        match names.iter().find_map(taken) {
            Some((name, other)) => problems.push(twice("CPU", &name, span, other)),
            None => known.extend(names.into_iter().map(|name| (name, span.clone()))),
        }
    }
}

fn twice(what: &str, name: &str, span: Range<usize>, other: Range<usize>) -> Diagnostic {
    Diagnostic::at(span, format!("another {what} is named `{name}`"))
        .help("rename one of the two")
        .and(other)
}
