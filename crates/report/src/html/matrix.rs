//! The table of one scenario: variants and properties down, architectures across.

use maud::{Markup, html};
use pmdrace_engine::Verdict;

use super::traces::Traces;
use crate::CellResult;
use crate::model::grid::{self, Column, Group, Places, Row, distinct};

/// The legend of the letters.
pub(super) fn legend() -> Markup {
    html! {
        details.legend open {
            summary { "How to read the tables" }
            ul.letters {
                li { b.sq.v { "V" } " violated: follow the link to a trace" }
                li { b.sq.h { "." } " holds" }
                li { b.sq.i { "?" } " inconclusive" }
                li { b.sq.e { "E" } " error" }
                li { b.sq.n { "-" } " not applicable" }
                li { b.sq.x { "!" } " not expected" }
            }
            p {
                "A " b { "predicate" } " says what a helper may answer about a word; a "
                b { "consequence" } " says what a CPU may do; a " b { "warning" } " is one of the kernel's own. "
                "A square is the worst over all parameters. Eras of an architecture that agree share a "
                "column; readers that have no row hold wherever they exist."
            }
        }
    }
}

/// The table of one scenario.
pub(super) fn table(name: &str, results: &[&CellResult], traces: &Traces<'_>) -> Markup {
    let grid = grid::details(results);
    let width = grid.columns.len() + 1;
    html! {
        div.scroll role="region" tabindex="0" aria-label={ "verdicts of " (name) } {
            table.matrix {
                thead {
                    tr {
                        th scope="col" { "property" }
                        @for column in &grid.columns {
                            th scope="col" { (column.base) br; small { (column.eras.join(" ")) } }
                        }
                    }
                }
                @for group in &grid.groups {
                    tbody {
                        tr.variant { th scope="rowgroup" colspan=(width) { span { (group.title) } } }
                        @for row in &group.rows {
                            tr {
                                (label(row))
                                @for column in &grid.columns {
                                    (square(group, row, column, results, traces))
                                }
                            }
                        }
                        @for quiet in quiet(group) {
                            tr.rest { td colspan=(width) { span { (quiet) } } }
                        }
                    }
                }
            }
        }
    }
}

fn label(row: &Row<'_>) -> Markup {
    html! {
        th scope="row" {
            (row.name)
            br;
            small {
                span.kind.(row.kind) { (row.kind) }
                @if !row.readers.is_empty() { " " (row.readers.join(", ")) }
            }
        }
    }
}

/// What is said about properties without a row, and about bounds.
fn quiet(group: &Group<'_>) -> Vec<String> {
    if !group.applies {
        return vec!["no such case".to_owned()];
    }
    let said = [
        ("hold wherever they apply", group.quiet.join(", ")),
        ("not applicable", group.idle.join("; ")),
        ("what holds here, holds up to the bound", group.bounds.join("; ")),
    ];
    let said = said.into_iter().filter(|(_, list)| !list.is_empty());
    said.map(|(what, list)| format!("{what}: {list}")).collect()
}

fn square(
    group: &Group<'_>,
    row: &Row<'_>,
    column: &Column,
    results: &[&CellResult],
    traces: &Traces<'_>,
) -> Markup {
    let Some(mark) = row.mark(column) else {
        let said = format!("no such case: {}", reason(group, row, column, results));
        return html! { td.n title=(said) aria-label=(said) { "-" } };
    };
    let verdict = mark.verdict.unwrap_or(Verdict::Error);
    let (letters, class) = (mark.letters(), class(verdict, mark.as_expected));
    let expected = if mark.as_expected { "as expected" } else { "NOT EXPECTED" };
    let said = match verdict {
        Verdict::Inconclusive => verdict.name().to_owned(),
        Verdict::Holds | Verdict::NotApplicable if mark.as_expected => verdict.name().to_owned(),
        verdict => format!("{}, {expected}", verdict.name()),
    };
    let basis = basis(group, row, column, results, verdict);
    let said = if basis.is_empty() { said } else { format!("{said}: {basis}") };
    let trace = match verdict {
        Verdict::Violated => traces.best(|case| {
            case.variant == group.title
                && case.property == row.name
                && column.archs.contains(&case.arch)
                && row.is_about(case.reader.unwrap_or(""))
        }),
        _ => None,
    };
    match trace {
        Some(number) => {
            let archs = row.archs(column).join(" and ");
            let said = format!("{said}: {} on {archs}, trace {number}", row.name);
            html! {
                td class=(class) {
                    a href={ "#t" (number) } title=(said) aria-label={ (letters) ": " (said) } { (letters) }
                }
            }
        }
        None => html! { td class=(class) title=(said) aria-label=(said) { (letters) } },
    }
}

/// The CSS class of a square.
fn class(verdict: Verdict, as_expected: bool) -> &'static str {
    match (verdict, as_expected) {
        (Verdict::Error, _) => "e",
        (Verdict::Inconclusive, _) => "i",
        (_, false) => "x",
        (Verdict::Violated, true) => "v",
        (Verdict::Holds, true) => "h",
        (Verdict::NotApplicable, true) => "n",
    }
}

/// The cells of a square.
fn cells<'r>(
    group: &Group<'_>,
    row: &Row<'_>,
    column: &Column,
    results: &[&'r CellResult],
) -> Vec<&'r CellResult> {
    let places = Places::of(results);
    let is_there = |r: &&CellResult| {
        r.cell.variant == group.title
            && column.archs.contains(&places.column(r))
            && row.is_about(r.cell.reader.as_deref().unwrap_or(""))
    };
    results.iter().copied().filter(is_there).collect()
}

/// What the verdict of a square rests on.
fn basis(
    group: &Group<'_>,
    row: &Row<'_>,
    column: &Column,
    results: &[&CellResult],
    verdict: Verdict,
) -> String {
    let cells = cells(group, row, column, results).into_iter();
    let shown = cells
        .flat_map(|cell| &cell.properties)
        .filter(|p| p.name == row.name && p.verdict == verdict);
    distinct(shown.filter_map(|property| property.basis())).join("; ")
}

/// Why a square is empty.
fn reason(group: &Group<'_>, row: &Row<'_>, column: &Column, results: &[&CellResult]) -> String {
    let cells = cells(group, row, column, results).into_iter();
    let reasons = distinct(cells.filter_map(|r| r.not_applicable.as_deref()));
    match reasons.is_empty() {
        true => "it was not selected".to_owned(),
        false => reasons.join("; "),
    }
}
