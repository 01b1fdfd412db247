//! The matrix of who is affected, property by property or at a glance.

use pmdrace_engine::Verdict;

use super::grid::{legend_text, text};
use super::style::wrap;
use crate::CellResult;
use crate::model::grid::{self, Places};
use crate::model::hardware::spared;
use crate::model::remark::remark_lines;

/// What follows a table is indented from its second line.
const NEXT: &str = "    ";

/// Renders the properties of each variant by architecture, in lines of at most `width` columns.
pub fn matrix(results: &[&CellResult], width: usize) -> String {
    let grid = grid::details(results);
    let mut beside = Places::of(results).missing(results);
    beside.extend(remark_lines(results, |its| its == Verdict::NotApplicable));
    beside.extend(spared(results));
    let hides = grid.groups.iter().any(|group| group.hides && !group.rows.is_empty());
    let hides = hides.then(|| "What holds wherever it applies has no row.".to_owned());
    format!(
        "{}\n{}{}{}",
        text(&grid, width),
        lines(&beside, width),
        legend_text(&[&grid], width),
        lines(hides.as_slice(), width)
    )
}

/// Renders one row per variant, with the worst verdict of each architecture, in lines of at most `width` columns.
/// Results may be of several scenarios.
pub fn overview(results: &[&CellResult], width: usize) -> String {
    let mut beside = Places::of(results).missing(results);
    beside.extend(remark_lines(results, |its| its == Verdict::Holds));
    text(&grid::overview(results), width) + &lines(&beside, width)
}

/// Explains the letters that occur in some tables of [`overview`].
pub fn overview_legend(tables: &[Vec<&CellResult>], width: usize) -> String {
    let grids: Vec<_> = tables.iter().map(|results| grid::overview(results)).collect();
    legend_text(&grids.iter().collect::<Vec<_>>(), width)
}

/// Lines, broken where they are too long.
fn lines(lines: &[String], width: usize) -> String {
    lines.iter().map(|line| wrap(line, width, "", NEXT)).collect()
}
