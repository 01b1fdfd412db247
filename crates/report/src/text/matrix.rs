//! The matrix of who is affected, property by property or at a glance.

use pmdrace_engine::Verdict;

use super::grid::text;
use crate::CellResult;
use crate::model::grid::{self, Places};
use crate::model::hardware::spared;
use crate::model::remark::remark_lines;

/// The legend of [`overview`].
pub const OVERVIEW_LEGEND: &str =
    "C somebody is hurt (consequence)  W a kernel warning fires  P a helper lies (predicate)
. holds  ? inconclusive  - not applicable  ! not expected";

/// Renders the properties of each variant by architecture.
pub fn matrix(results: &[&CellResult]) -> String {
    format!(
        "{}\n{}{}V violated  . holds  ? inconclusive  E error  - not applicable  ! not expected\n\
         A property that holds wherever it applies has no row.\n",
        text(&grid::details(results)),
        Places::of(results).missing(results),
        lines(results, Verdict::NotApplicable) + &spared_lines(results)
    )
}

/// The remarks beside a verdict, a line each.
fn lines(results: &[&CellResult], verdict: Verdict) -> String {
    let lines = remark_lines(results, |its| its == verdict);
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// Where the kernel's memory model and the hardware differ, a line each.
fn spared_lines(results: &[&CellResult]) -> String {
    spared(results).iter().map(|line| format!("{line}\n")).collect()
}

/// Renders one row per variant, with the worst verdict of each architecture. Results may be of several scenarios.
pub fn overview(results: &[&CellResult]) -> String {
    let beside = Places::of(results).missing(results) + &lines(results, Verdict::Holds);
    text(&grid::overview(results)) + &beside
}
