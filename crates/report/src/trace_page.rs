//! One execution as a page that stands alone: what `pmdrace replay --html` writes.
//!
//! Every step and what it means is text in a table, one lane per CPU, so that the page can be read without
//! its script. The script only steps: it moves a highlight, shows memory as it is after a step, and draws
//! who reads from whom. What it shows of memory is rendered here too; it never builds markup from data.
//! Source: [`Trace`], and nothing else.

mod data;
mod lanes;
mod memory;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::{Mark, Trace};
use lanes::Lanes;
use memory::Memory;

/// What all pages look like.
const STYLE: &str = include_str!("html/style.css");
/// What only this page has.
const PAGE_STYLE: &str = include_str!("trace_page/page.css");
/// What steps through it.
const SCRIPT: &str = include_str!("trace_page/page.js");
/// Nothing is loaded, and no script runs but [`SCRIPT`], which is named by its hash. A test compares the two.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; \
     script-src 'sha256-gX+aR3V7ZV/zfCSpUIAyxAhL1YJWa8zkvhGCq2bXUKs='";

/// The page of a trace. `beside` is another execution for comparison: the fixed variant, with CPUs taking
/// turns in the same order.
pub fn trace_page(tool: &str, trace: &Trace, beside: Option<&Trace>) -> String {
    let memory = Memory::new(trace);
    let start = start(trace);
    let (name, text) = trace.property.split_once(": ").unwrap_or((&trace.property, ""));
    let does = if trace.violated { "violated" } else { "reached" };
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { (name) " " (does) ": " (trace.cell) }
                style { (PreEscaped(STYLE)) (PreEscaped(PAGE_STYLE)) }
            }
            body {
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
            }
        }
    }
    .into_string()
}

/// The step that the page opens at, as an index: what it is shown for, or else the last.
fn start(trace: &Trace) -> usize {
    let telling = |mark| matches!(mark, Mark::Violated | Mark::Reached);
    let told = trace.steps.iter().position(|step| telling(step.mark));
    told.unwrap_or(trace.steps.len().saturating_sub(1))
}

/// Cause, harm and fix.
fn why(trace: &Trace) -> Markup {
    let said = [("cause", &trace.cause), ("harm", &trace.harm), ("fix", &trace.fix)];
    html! {
        @if said.iter().any(|(_, text)| !text.is_empty()) {
            dl.why {
                @for (name, text) in said {
                    @if !text.is_empty() { dt { (name) } dd { (text) } }
                }
            }
        }
    }
}

/// Controls, memory and the lanes.
fn player(trace: &Trace, beside: Option<&Trace>, memory: &Memory<'_>, start: usize) -> Markup {
    let more = trace.steps.iter().any(|step| !step.shown);
    let number = trace.steps.get(start).map_or(0, |step| step.number);
    html! {
        div.player {
            (controls(trace))
            section.memory aria-labelledby="memory" {
                h2 id="memory" { "memory after step " span id="after" { (number) } }
                div.cards id="cards" { @for card in memory.shown(start) { (card) } }
            }
            @if more {
                input type="checkbox" id="all";
                label.all for="all" { "all " (trace.steps.len()) " steps" }
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

/// One execution in lanes; `prefix` is what the ids of its rows begin with. It is told of which cell it is
/// where that is not clear.
fn table(id: &str, name: &'static str, trace: &Trace, prefix: &'static str, told: bool) -> Markup {
    let lanes = Lanes::new(trace, prefix, name);
    html! {
        section aria-labelledby=(id) style=(lanes.width()) {
            h2 id=(id) { (name) }
            @if told { p.quiet { (trace.cell) } }
            (lanes.table())
        }
    }
}

/// What the script needs; it is hidden where there is none.
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
            p id="status" role="status" aria-live="polite" {}
            p.keys {
                kbd { "←" } " " kbd { "→" } " or " kbd { "h" } " " kbd { "l" } " step, "
                kbd { "Home" } " " kbd { "End" } " first and last"
                @if pair { ", " kbd { "r" } " racing pair" }
            }
        }
    }
}
