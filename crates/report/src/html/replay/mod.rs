//! One execution as a self-contained page: what `pmdrace replay --html` writes.
//!
//! Every step and its meaning is text in a table with one lane per CPU, so that the page can be read without its
//! script. The script moves a highlight, shows memory after a step, and draws relations as arrows. The cards of
//! memory are rendered here too: the script never builds markup from data.

mod card;
mod data;
mod memory;
mod relations;

use maud::{Markup, PreEscaped, html};

use super::steps::Steps;
use super::{named, page};
use crate::{Mark, Trace};
use memory::Memory;

/// The style sheet of this page, besides that of all pages.
const STYLE: &str = include_str!("page.css");
/// The script that steps through it.
const SCRIPT: &str = include_str!("page.js");
/// Lets [`SCRIPT`] run, which is named by its hash, and no other. A test compares the two.
const POLICY: &str = "; script-src 'sha256-/r+2G6PI0Y4WoZDkzaruHnWzw690I+Y9I3+1DfXRmW4='";

/// Renders the page of a trace. `beside` is an execution to compare with: the fixed variant, with CPUs taking turns
/// in the same order.
pub fn trace_page(tool: &str, trace: &Trace, beside: Option<&Trace>) -> String {
    let memory = Memory::new(trace);
    let start = start(trace);
    let (name, text) = named(trace);
    let does = if trace.violated { "violated" } else { "reached" };
    let body = html! {
        header {
            h1 { (name) " " span.(does) { (does) } }
            @if !text.is_empty() { p.claim { (text) } }
            p.cell { (trace.cell) }
            (why(trace))
        }
        main { (player(trace, beside, &memory, start)) }
        footer { p.quiet { "written by " (tool) } }
        @for (id, card) in memory.cards() { template id={ "c" (id) } { (card) } }
        script type="application/json" id="data" {
            (PreEscaped(data::json(trace, beside, &memory, start)))
        }
        script { (PreEscaped(SCRIPT)) }
    };
    page(&format!("{name} {does}: {}", trace.cell), POLICY, STYLE, &body)
}

/// The index of the step that the page opens at: the violation or the reached goal, or else the last step.
fn start(trace: &Trace) -> usize {
    let telling = |mark| matches!(mark, Mark::Violated | Mark::Reached);
    let told = trace.steps.iter().position(|step| telling(step.mark));
    told.unwrap_or(trace.steps.len().saturating_sub(1))
}

/// Cause, harm and fix.
fn why(trace: &Trace) -> Markup {
    html! {
        @if trace.explanation().next().is_some() {
            dl.why { @for (name, text) in trace.explanation() { dt { (name) } dd { (text) } } }
        }
    }
}

/// Controls, memory and steps.
fn player(trace: &Trace, beside: Option<&Trace>, memory: &Memory<'_>, start: usize) -> Markup {
    let more = trace.steps.iter().any(|step| !step.shown);
    let number = trace.steps.get(start).map_or(0, |step| step.number);
    html! {
        div.player {
            (controls(trace))
            (keys(trace))
            section.memory aria-labelledby="memory" {
                h2 id="memory" { "memory after step " span id="after" { (number) } }
                div.cards id="cards" { @for card in memory.shown(start) { (card) } }
            }
            @if more {
                input type="checkbox" id="all";
                label.all for="all" { "all " (trace.steps.len()) " steps" }
            }
            @if !trace.relations.is_empty() {
                span.all id="choice" hidden {
                    input type="checkbox" id="relations";
                    label for="relations" { "all relations" }
                }
                (relations::legend())
            }
            div.tables {
                (table("execution", "the execution", trace, "s", beside.is_some()))
                @if let Some(beside) = beside {
                    (table("beside", "the fix, same turns", beside, "b", true))
                }
            }
        }
    }
}

/// The steps of one execution. `prefix` begins the ids of its rows; `told` asks for the name of its cell.
fn table(id: &str, name: &'static str, trace: &Trace, prefix: &'static str, told: bool) -> Markup {
    let steps = Steps::new(trace, Some(prefix));
    html! {
        section aria-labelledby=(id) style=(steps.width()) {
            h2 id=(id) { (name) }
            @if told { p.quiet { (trace.cell) } }
            (steps.table(name))
            (relations::list(trace, name))
        }
    }
}

/// The controls, which the script unhides.
fn controls(trace: &Trace) -> Markup {
    let pair = trace.steps.iter().any(|step| step.mark == Mark::Racing);
    html! {
        section.controls id="controls" aria-label="step through it" hidden {
            div.bar {
                button type="button" id="first" { "first" }
                button type="button" id="back" { "back" }
                button type="button" id="forward" { "forward" }
                button type="button" id="last" { "last" }
                @if pair { button type="button" id="pair" { "racing pair" } }
                input type="range" id="slider" min="0" value="0" step="1" aria-label="step";
            }
            div id="status" role="status" aria-live="polite" { p id="said" {} p id="related" {} }
        }
    }
}

/// The keys, which only the script knows. They are outside of the controls, which stay in sight and must be short.
fn keys(trace: &Trace) -> Markup {
    let pair = trace.steps.iter().any(|step| step.mark == Mark::Racing);
    let more = trace.steps.iter().any(|step| !step.shown);
    html! {
        p.keys id="keys" hidden {
            "keys: " kbd { "←" } " " kbd { "→" } " or " kbd { "h" } " " kbd { "l" } " step, "
            kbd { "Home" } " " kbd { "End" } " first and last"
            @if pair { ", " kbd { "r" } " racing pair" }
            @if more { ", " kbd { "a" } " all steps" }
            @if !trace.relations.is_empty() { ", " kbd { "e" } " all relations" }
            ", " kbd { "Tab" } " and " kbd { "↑" } " " kbd { "↓" } " reach and scroll the tables"
        }
    }
}
