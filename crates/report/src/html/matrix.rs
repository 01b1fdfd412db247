//! The table of one scenario: variants and properties down, architectures across.

use maud::{Markup, html};
use pmdrace_engine::Verdict;

use super::traces::Traces;
use crate::CellResult;
use crate::model::grid::{Grid, Group, Places, Row, begins, distinct, legend, levels};

/// The legend of the letters that occur in some tables.
pub(super) fn letters(grids: &[&Grid<'_>]) -> Markup {
    html! {
        details.legend open {
            summary { "How to read the tables" }
            ul.letters {
                @for (symbol, meaning) in legend(grids) {
                    li {
                        b.sq.(class_of(symbol)) { (symbol) }
                        " " (meaning)
                        @if symbol == 'V' { ": follow the link to a trace" }
                    }
                }
            }
            p {
                "A " b { "predicate" } " says what a helper may answer about a word; a "
                b { "consequence" } " says what a CPU may do; a " b { "warning" } " is one of the kernel's own. "
                "A square is the worst over all parameters; under “any of” several readers, the worst of theirs. "
                "What holds wherever it applies has no row."
            }
        }
    }
}

/// The CSS class of a symbol.
fn class_of(symbol: char) -> &'static str {
    match symbol {
        '.' => "h",
        '?' => "i",
        'E' => "e",
        '-' => "n",
        '!' => "x",
        _ => "v",
    }
}

/// The table of one scenario.
pub(super) fn table(
    name: &str,
    grid: &Grid<'_>,
    results: &[&CellResult],
    traces: &Traces<'_>,
) -> Markup {
    let width = grid.columns.len() + 1;
    html! {
        div.scroll role="region" tabindex="0" aria-label={ "verdicts of " (name) } {
            table.matrix {
                (head(grid))
                @for group in &grid.groups {
                    tbody {
                        tr.variant { th scope="rowgroup" colspan=(width) { span { (group.title) } } }
                        @for row in &group.rows {
                            tr {
                                (label(row))
                                @for column in 0..grid.columns.len() {
                                    (square(grid, group, row, column, results, traces))
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

/// The headings, a line for each level.
fn head(grid: &Grid<'_>) -> Markup {
    let levels = levels(&grid.columns);
    html! {
        thead {
            @for (at, level) in levels.iter().enumerate() {
                tr {
                    th scope="row" { (level.label) }
                    @for heading in &level.headings {
                        @let scope = if at + 1 == levels.len() { "col" } else { "colgroup" };
                        @let first = starts(grid, heading.first);
                        th.first[first] scope=(scope) colspan=(heading.columns) { (heading.text) }
                    }
                }
            }
        }
    }
}

/// Whether a column is the first of an architecture, which a line separates from the one before.
fn starts(grid: &Grid<'_>, column: usize) -> bool {
    column == 0 || begins(&grid.columns[column], &grid.columns[column - 1]) == 0
}

fn label(row: &Row<'_>) -> Markup {
    let (who, readers) = (row.who.full(), row.who.readers().join(", "));
    let all = Some(&readers).filter(|all| !all.is_empty() && **all != who);
    html! {
        th scope="row" {
            (row.name) " " small.kind.(row.kind) { (row.kind) }
            br;
            small title=[all] { (who) }
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
    grid: &Grid<'_>,
    group: &Group<'_>,
    row: &Row<'_>,
    column: usize,
    results: &[&CellResult],
    traces: &Traces<'_>,
) -> Markup {
    let (name, first) = (grid.columns[column].name(), starts(grid, column));
    let cells = cells(group, row, &name, results);
    let Some(mark) = row.marks[column] else {
        let said = format!("no such case: {}", reason(&cells));
        return html! { td.n.first[first] title=(said) aria-label=(said) { "-" } };
    };
    let verdict = mark.verdict.unwrap_or(Verdict::Error);
    let (letters, class) = (mark.letters(), class(verdict, mark.as_expected));
    let expected = if mark.as_expected { "as expected" } else { "NOT EXPECTED" };
    let said = match verdict {
        Verdict::Inconclusive => verdict.name().to_owned(),
        Verdict::Holds | Verdict::NotApplicable if mark.as_expected => verdict.name().to_owned(),
        verdict => format!("{}, {expected}", verdict.name()),
    };
    let basis = basis(row, &cells, verdict);
    let said = if basis.is_empty() { said } else { format!("{said}: {basis}") };
    let trace = match verdict {
        Verdict::Violated => traces.best(|case| {
            case.variant == group.title
                && case.property == row.name
                && case.arch == name
                && row.who.includes(case.reader.unwrap_or(""))
        }),
        _ => None,
    };
    match trace {
        Some(number) => {
            let said = format!("{said}: {} on {name}, trace {number}", row.name);
            html! {
                td.(class).first[first] {
                    a href={ "#t" (number) } title=(said) aria-label={ (letters) ": " (said) } { (letters) }
                }
            }
        }
        None => html! { td.(class).first[first] title=(said) aria-label=(said) { (letters) } },
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
    column: &str,
    results: &[&'r CellResult],
) -> Vec<&'r CellResult> {
    let places = Places::of(results);
    let is_there = |r: &&CellResult| {
        r.cell.variant == group.title
            && places.column(r).name() == column
            && row.who.includes(r.cell.reader.as_deref().unwrap_or(""))
    };
    results.iter().copied().filter(is_there).collect()
}

/// What the verdict of a square rests on.
fn basis(row: &Row<'_>, cells: &[&CellResult], verdict: Verdict) -> String {
    let properties = cells.iter().flat_map(|cell| &cell.properties);
    let shown = properties.filter(|p| p.name == row.name && p.verdict == verdict);
    distinct(shown.filter_map(|property| property.basis())).join("; ")
}

/// Why a square is empty.
fn reason(cells: &[&CellResult]) -> String {
    let reasons = distinct(cells.iter().filter_map(|r| r.not_applicable.as_deref()));
    match reasons.is_empty() {
        true => "it was not selected".to_owned(),
        false => reasons.join("; "),
    }
}
