//! Self-contained pages: nothing is loaded from elsewhere, and colours follow the browser's scheme.
//!
//! Colour only repeats what a letter or a word says.

mod matrix;
mod replay;
mod report;
mod steps;
mod story;
mod traces;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use pmdrace_scenario::printable;

pub use replay::trace_page;
pub use report::html;

use crate::Trace;

/// The style sheet of all pages.
const STYLE: &str = include_str!("style.css");

/// Renders a page. `policy` extends the content security policy, which allows inline styles only.
fn page(title: &str, policy: &str, style: &str, body: &Markup) -> String {
    let policy = format!("default-src 'none'; style-src 'unsafe-inline'{policy}");
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta http-equiv="Content-Security-Policy" content=(policy);
                title { (title) }
                style { (PreEscaped(STYLE)) (PreEscaped(style)) }
            }
            body { (body) }
        }
    }
    .into_string();
    // No page has control characters of its own.
    printable(&page).into_owned()
}

/// The name of the property or goal that a trace shows, and its text if it has one.
fn named(trace: &Trace) -> (&str, &str) {
    trace.property.split_once(": ").unwrap_or((&trace.property, ""))
}
