//! Pages that stand alone: nothing is loaded from elsewhere, light or dark as the browser asks.
//!
//! Colour only repeats what a letter or a word says.

mod matrix;
mod replay;
mod report;
mod steps;
mod story;
mod traces;

use maud::{DOCTYPE, Markup, PreEscaped, html};

pub use replay::trace_page;
pub use report::html;

use crate::Trace;

/// What all pages look like.
const STYLE: &str = include_str!("style.css");

/// A page. `policy` says what may be loaded or run besides its own styles.
fn page(title: &str, policy: &str, style: &str, body: &Markup) -> String {
    let policy = format!("default-src 'none'; style-src 'unsafe-inline'{policy}");
    html! {
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
    .into_string()
}

/// The name of what a trace is shown for, and its text if there is one.
fn named(trace: &Trace) -> (&str, &str) {
    trace.property.split_once(": ").unwrap_or((&trace.property, ""))
}
