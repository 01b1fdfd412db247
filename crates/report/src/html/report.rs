//! A run as one page without a script: for each scenario a matrix, unexpected results, the cases that do not
//! exist, and the traces that the matrix links to.

use maud::{Markup, html};

use super::traces::Traces;
use super::{matrix, page, story};

use crate::model::finding::why;
use crate::model::grid::{self, Grid, distinct};
use crate::model::hardware::spared;
use crate::{CellResult, Report, counted};

/// Renders the report as a self-contained page.
pub fn html(report: &Report) -> String {
    let names = distinct(report.results.iter().map(|r| r.scenario.as_str()));
    let title = match names.as_slice() {
        [name] => format!("pmdrace: {name}"),
        names => format!("pmdrace: {}", counted(names.len(), "scenario")),
    };
    let mut first = 1;
    let mut sections = Vec::new();
    let of_it = |name: &str| report.cells().filter(|r| r.scenario == name).collect();
    let results: Vec<Vec<&CellResult>> = names.iter().map(|name| of_it(name)).collect();
    let grids: Vec<Grid<'_>> = results.iter().map(|its| grid::details(its)).collect();
    for (index, ((name, results), grid)) in names.iter().zip(&results).zip(&grids).enumerate() {
        let traces = Traces::new(results, first);
        first += traces.len();
        let id = format!("s{}", index + 1);
        sections.push(scenario(report, &id, name, (grid, results), &traces));
    }
    let body = html! {
        header {
            h1 { (title) }
            p.quiet { "written by " (report.tool) }
            (totals(report))
            @if names.len() > 1 {
                nav aria-label="scenarios" {
                    ul {
                        @for (index, name) in names.iter().enumerate() {
                            li { a href={ "#s" (index + 1) } { (name) } }
                        }
                    }
                }
            }
        }
        main {
            (matrix::letters(&grids.iter().collect::<Vec<_>>()))
            @for section in &sections { (section) }
        }
    };
    page(&title, "", "", &body)
}

/// The totals of the run.
fn totals(report: &Report) -> Markup {
    let summary = report.summary;
    let (states, executions) = (report.sum(|r| r.states), report.sum(|r| r.executions));
    let violated = report.violated_as_expected();
    let bad = |count: usize| if count > 0 { "bad" } else { "" };
    html! {
        dl.totals {
            div { dt { "cells" } dd { (report.explored()) } }
            @if let Some(states) = states { div { dt { "states" } dd { (states) } } }
            @if let Some(executions) = executions { div { dt { "executions" } dd { (executions) } } }
            div { dt { "as expected" } dd { (summary.as_expected) small { " " (violated) " violated" } } }
            div class=(bad(summary.unexpected)) { dt { "unexpected" } dd { (summary.unexpected) } }
            div class=(bad(summary.inconclusive)) { dt { "inconclusive" } dd { (summary.inconclusive) } }
            div class=(bad(summary.errors)) { dt { "errors" } dd { (summary.errors) } }
            div { dt { "not applicable" } dd { (summary.not_applicable) } }
        }
    }
}

fn scenario(
    report: &Report,
    id: &str,
    name: &str,
    (grid, results): (&Grid<'_>, &[&CellResult]),
    traces: &Traces<'_>,
) -> Markup {
    html! {
        section.scenario id=(id) {
            h2 { (name) }
            p.quiet { (extent(report, name)) }
            (matrix::table(name, grid, results, traces))
            (odd(results))
            (missing(results))
            @for line in spared(results) { p { (line) } }
            (story::index(traces))
            @for trace in traces.iter() { (story::trace(id, trace)) }
        }
    }
}

/// What was explored, in a sentence.
fn extent(report: &Report, scenario: &str) -> String {
    let of_it = |r: &&CellResult| r.scenario == scenario;
    let explored = |r: &&CellResult| of_it(r) && r.not_applicable.is_none();
    let cells = report.cells().filter(explored).count();
    let mut parts = vec![counted(cells, "cell")];
    let results: Vec<&CellResult> = report.results.iter().filter(of_it).collect();
    let done = || results.iter().filter(|r| r.not_applicable.is_none());
    for engine in distinct(done().map(|r| r.engine)) {
        let by_it = || done().filter(|r| r.engine == engine);
        let executions: u64 = by_it().filter_map(|r| r.executions).sum();
        let states: u64 = by_it().filter_map(|r| r.states).sum();
        let seed = by_it().find_map(|r| r.sampling.as_ref()).map(|sampling| sampling.seed);
        let seed = seed.map_or(String::new(), |seed| format!(" drawn with seed {seed}"));
        parts.push(match states {
            0 => format!("{engine} {}{seed}", counted(executions, "execution")),
            states => format!("{engine} {}", counted(states, "state")),
        });
    }
    let memory = distinct(results.iter().map(|r| r.cell.memory.name()));
    parts.push(format!("memory {}", memory.join(", ")));
    let params: Vec<(&str, String)> = results
        .iter()
        .flat_map(|r| &r.cell.params)
        .map(|(name, value)| (name.as_str(), value.to_string()))
        .collect();
    for name in distinct(params.iter().map(|(name, _)| *name)) {
        let of_it = params.iter().filter(|(n, _)| *n == name).map(|(_, value)| value.as_str());
        parts.push(format!("{name} = {}", distinct(of_it).join(" or ")));
    }
    parts.join("; ")
}

/// The cells that are unexpected, inconclusive or in error.
fn odd(results: &[&CellResult]) -> Markup {
    let odd: Vec<_> = results.iter().filter_map(|r| Some((*r, r.class().odd()?))).collect();
    html! {
        @if !odd.is_empty() {
            details open {
                summary { "Not as expected (" (odd.len()) ")" }
                ul {
                    @for (result, word) in &odd {
                        li { b.odd { (word) } " " (result.title()) ": " (why(result)) }
                    }
                }
            }
        }
    }
}

/// The cases that do not exist, by reason.
fn missing(results: &[&CellResult]) -> Markup {
    let reasons = distinct(results.iter().filter_map(|r| r.not_applicable.as_deref()));
    let cells = results.iter().filter(|r| r.not_applicable.is_some()).count();
    html! {
        @if !reasons.is_empty() {
            details {
                summary { "Cases that do not exist (" (counted(cells, "cell")) ")" }
                dl {
                    @for reason in &reasons {
                        dt { (reason) }
                        @for case in cases_without(results, reason) { dd { (case) } }
                    }
                }
            }
        }
    }
}

/// The cases that do not exist for a reason: architectures, with the readers unless it is all of them.
fn cases_without(results: &[&CellResult], reason: &str) -> Vec<String> {
    let of_it = || results.iter().filter(|r| r.not_applicable.as_deref() == Some(reason));
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for arch in distinct(of_it().map(|r| r.cell.arch.as_str())) {
        let mut all = results.iter().filter(|r| r.cell.arch == arch);
        let readers = match all.all(|r| r.not_applicable.is_some()) {
            true => Vec::new(),
            false => distinct(
                of_it().filter(|r| r.cell.arch == arch).filter_map(|r| r.cell.reader.as_deref()),
            ),
        };
        let readers = readers.join(", ");
        match groups.iter_mut().find(|(other, _)| *other == readers) {
            Some((_, archs)) => archs.push(arch),
            None => groups.push((readers, vec![arch])),
        }
    }
    let said = groups.iter().map(|(readers, archs)| match readers.is_empty() {
        true => archs.join(", "),
        false => format!("{readers} on {}", archs.join(", ")),
    });
    said.collect()
}
