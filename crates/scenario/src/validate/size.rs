//! How much a scenario may hold: lists, cells, and what the engines can represent of one cell.
//!
//! Lists are checked before anything that compares their elements with each other, and the number of cells before
//! any cell is made. What is too large for the engines is refused here rather than in the middle of a run.

use std::ops::Range;

use pmdrace_mm::{Model, limits};

use super::Problems;
use crate::condition::Conditions;
use crate::schema::{Document, Names};
use crate::spanned::Spanned;
use crate::{CellKey, Diagnostic, Scenario};

/// The maximum number of cells. Every one of them is listed before a run, and again in its report.
const CELLS: usize = 20_000;
/// The maximum number of elements of a list of names.
const LIST: usize = 64;
/// The maximum number of variants.
const VARIANTS: usize = 256;
/// The maximum number of parameters, and of CPUs and groups of CPUs.
const FEW: usize = 16;
/// The maximum number of expectations, and of rules for slow cells.
const RULES: usize = 1_000;

/// Every list.
pub(super) fn lists(document: &Document, problems: &mut Problems) {
    let state = &document.state;
    let names = |list: &[Spanned<String>]| list.iter().map(|name| name.span()).collect::<Vec<_>>();
    let words =
        state.pmd.keys().chain(state.pte.keys()).chain(state.word.keys()).chain(state.aux.keys());
    let locks = state.lock.iter().chain(&state.sem);
    let folios = state.folio.keys().chain(state.page.keys());
    let spans = |names: &mut dyn Iterator<Item = &Spanned<String>>| -> Vec<Range<usize>> {
        names.map(|name| name.span()).collect()
    };
    for (what, limit, spans) in [
        ("architectures", LIST, names(&document.architectures)),
        ("readers", LIST, names(&document.readers)),
        ("memory models", LIST, names(&document.memory)),
        ("properties", LIST, document.properties.as_deref().map(names).unwrap_or_default()),
        ("parameters", FEW, spans(&mut document.params.keys())),
        ("CPUs", FEW, spans(&mut document.cpu.iter().map(|cpu| &cpu.name))),
        ("variants", VARIANTS, spans(&mut document.variant.keys())),
        ("goals", LIST, spans(&mut document.goal.keys())),
        ("words of memory", limits::WORDS, spans(&mut words.chain(&state.tlb))),
        ("locks and semaphores", limits::LOCKS, spans(&mut { locks })),
        ("folios", limits::FOLIOS, spans(&mut { folios })),
        ("tables", limits::WORDS, spans(&mut state.table.keys())),
        ("expectations", RULES, document.expect.iter().map(|rule| rule.span()).collect()),
        ("rules for slow cells", RULES, document.long_on_loom.iter().map(|r| r.span()).collect()),
    ] {
        if let Some(span) = spans.get(limit) {
            problems.push(too_many(span.clone(), what, spans.len(), limit));
        }
    }
    for (name, values) in &document.params {
        if values.len() > LIST {
            problems.push(too_many(name.span(), "values of a parameter", values.len(), LIST));
        }
    }
    let mut rules: Vec<(Range<usize>, Option<&Names>)> = Vec::new();
    for rule in &document.expect {
        let (span, rule) = (|| rule.span(), rule.get_ref());
        let others = [&rule.arch, &rule.reader, &rule.memory].map(|names| (span(), names.as_ref()));
        rules.extend([(span(), Some(&rule.variant)), (span(), Some(&rule.property))]);
        rules.extend(others);
    }
    for rule in &document.long_on_loom {
        let (span, rule) = (|| rule.span(), rule.get_ref());
        rules.extend([&rule.variant, &rule.reader].map(|names| (span(), names.as_ref())));
    }
    rules.extend(document.goal.values().map(|goal| (goal.span(), goal.get_ref().reader.as_ref())));
    for (span, names) in rules {
        let count = names.map_or(0, |names| names.iter().count());
        if count > LIST {
            problems.push(too_many(span, "names in a list", count, LIST));
        }
    }
}

/// The terms of conditions.
pub(super) fn terms(document: &Document, conditions: &Conditions, problems: &mut Problems) {
    let exists = document.exists.as_ref().map(|exists| exists.span());
    let goals = document.goal.iter().map(|(name, goal)| (goal.span(), name));
    let goals = goals.map(|(span, name)| (span, conditions.goals.get(name.as_str())));
    for (span, asked) in
        exists.map(|span| (span, conditions.exists.as_ref())).into_iter().chain(goals)
    {
        let count = asked.map_or(0, |asked| asked.terms().len());
        if count > LIST {
            problems.push(too_many(span, "terms of a condition", count, LIST));
        }
    }
}

/// The number of cells.
pub(super) fn cells(document: &Document, architectures: usize, problems: &mut Problems) {
    let axes = [
        document.variant.len(),
        architectures,
        document.readers.len().max(1),
        document.memory.len().max(1),
    ];
    let axes = axes.into_iter().chain(document.params.values().map(Vec::len));
    let count = axes.into_iter().try_fold(1, usize::checked_mul);
    if count.is_none_or(|count| count > CELLS) {
        let count = count.map_or("far too many".to_owned(), |count| count.to_string());
        problems.push(
            Diagnostic::at(
                document.name.span(),
                format!("the scenario has {count} cells, and at most {CELLS} are supported"),
            )
            .help(
                "remove variants, architectures, readers, memory models or values of parameters, \
                 or split the scenario",
            ),
        );
    }
}

/// What is too large for every engine in the model of a cell.
pub(super) fn model(scenario: &Scenario, cell: &CellKey, model: &Model) -> Option<Diagnostic> {
    let document = &scenario.document;
    let state = &document.state;
    let words =
        state.word.keys().chain(state.aux.keys()).chain(state.pmd.keys()).chain(state.pte.keys());
    let words = words.chain(&state.tlb).chain(state.table.keys());
    let locks = state.lock.iter().chain(&state.sem).chain(&state.tlb);
    let folios = state.folio.keys().chain(state.page.keys());
    let cpus = document.cpu.iter().map(|cpu| &cpu.name);
    let last = |names: &mut dyn Iterator<Item = &Spanned<String>>| names.last().map(|n| n.span());
    let span = |last: Option<Range<usize>>| last.unwrap_or_else(|| document.name.span());
    [
        ("CPUs", model.roles.len(), limits::CPUS, last(&mut { cpus })),
        ("words of memory", model.cells.len(), limits::WORDS, last(&mut { words })),
        ("locks and semaphores", model.locks.len(), limits::LOCKS, last(&mut { locks })),
        ("folios", model.kernel.folios.len(), limits::FOLIOS, last(&mut { folios })),
        ("goals", model.goals.len(), limits::GOALS, last(&mut document.goal.keys())),
    ]
    .into_iter()
    .find(|(_, count, limit, _)| count > limit)
    .map(|(what, count, limit, last)| {
        let problem = too_many(span(last), what, count, limit);
        let message = format!("{}, in {cell}", problem.message);
        let help = match what {
            "CPUs" => "lower the values of parameters that count CPUs, or remove a CPU",
            "goals" => "remove some, or restrict each to its readers with `reader`",
            _ => "remove some; folios, tables, TLBs and the notifier bring words and locks too",
        };
        Diagnostic { message, ..problem }.help(help)
    })
}

fn too_many(span: Range<usize>, what: &str, count: usize, limit: usize) -> Diagnostic {
    Diagnostic::at(span, format!("{count} {what}, and at most {limit} are supported"))
        .help("remove some, or split the scenario")
}
