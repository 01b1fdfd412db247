//! One execution as a page that stands alone.

use crate::Trace;

/// The page of a trace, with another execution beside it.
pub fn trace_page(_tool: &str, _trace: &Trace, _beside: Option<&Trace>) -> String {
    String::new()
}
