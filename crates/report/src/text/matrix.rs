//! Many cells as a table in a terminal: who is affected, property by property or at a glance.

use super::grid::text;
use crate::CellResult;
use crate::model::grid::{self, Places};

/// What the letters of [`overview`] mean.
pub const OVERVIEW_LEGEND: &str =
    "C somebody is hurt (consequence)  P a helper lies (predicate)  A the outcome is allowed
. holds  ? inconclusive  ! not expected";

/// Properties under each variant by architectures, in lines of at most 100 columns.
pub fn matrix(results: &[&CellResult]) -> String {
    format!(
        "{}\n{}V violated  . holds  ? inconclusive  E error  - no such case  ! not expected\n\
         A property that holds everywhere has no row.\n",
        text(&grid::details(results)),
        Places::of(results).missing(results)
    )
}

/// One row per variant: the worst that each architecture shows. Results may be of several scenarios.
pub fn overview(results: &[&CellResult]) -> String {
    text(&grid::overview(results)) + &Places::of(results).missing(results)
}
