//! One trace: what it is shown for, its steps with one lane per CPU, and cause, harm and fix.

use maud::{Markup, html};

use super::traces::{Case, Told, Traces};
use crate::grid::distinct;
use crate::{Mark, Step, Trace};

/// Every trace of a scenario by what it violates.
pub(super) fn index(traces: &Traces<'_>) -> Markup {
    let mut groups: Vec<(String, Vec<(String, usize)>)> = Vec::new();
    for told in traces.iter() {
        for case in &told.cases {
            let name = format!("{}, {}", case.variant, case.property);
            let link = (place(case), told.number);
            match groups.iter_mut().find(|(other, _)| *other == name) {
                Some((_, links)) => links.push(link),
                None => groups.push((name, vec![link])),
            }
        }
    }
    html! {
        @if !groups.is_empty() {
            details.index {
                summary { "All traces (" (traces.len()) ")" }
                dl {
                    @for (name, links) in &groups {
                        dt { (name) }
                        dd {
                            @for (place, number) in links {
                                a href={ "#t" (number) } { (place) } " "
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Architecture and reader.
fn place(case: &Case<'_>) -> String {
    match case.reader {
        Some(reader) => format!("{} {reader}", case.arch),
        None => case.arch.clone(),
    }
}

/// One trace; `back` is the id of the scenario's section.
pub(super) fn trace(back: &str, told: &Told<'_>) -> Markup {
    let trace = told.trace;
    let (name, text) = trace.property.split_once(": ").unwrap_or((&trace.property, ""));
    let name_of = format!("trace {}", told.number);
    html! {
        article id={ "t" (told.number) } aria-label=(name_of) {
            h3 { "Trace " (told.number) ": " (name) " violated" }
            @if !text.is_empty() { p { (text) } }
            (cases(&told.cases))
            details open {
                summary { (trace.steps.len()) " steps" }
                (steps(trace, &name_of))
            }
            dl.why {
                @if !trace.cause.is_empty() { dt { "cause" } dd { (trace.cause) } }
                (harm(&told.cases))
                @if !trace.fix.is_empty() { dt { "fix" } dd { (trace.fix) } }
            }
            p.quiet { a href={ "#" (back) } { "back to the matrix" } }
        }
    }
}

/// The harm; where it differs, case by case.
fn harm(cases: &[Case<'_>]) -> Markup {
    let harms = distinct(cases.iter().map(|case| case.harm).filter(|harm| !harm.is_empty()));
    let places = |harm: &str| {
        let of_it = cases.iter().filter(|case| case.harm == harm);
        of_it.map(place).collect::<Vec<_>>().join(", ")
    };
    html! {
        @if !harms.is_empty() {
            dt { "harm" }
            dd {
                @for harm in &harms {
                    p { @if harms.len() > 1 { b { (places(harm)) } ": " } (harm) }
                }
            }
        }
    }
}

/// The cases it is shown for.
fn cases(cases: &[Case<'_>]) -> Markup {
    html! {
        ul.cases {
            @for case in cases { li { b { (case.variant) } ", " (place(case)) } }
        }
    }
}

/// The steps, one lane per CPU that takes part.
fn steps(trace: &Trace, name: &str) -> Markup {
    let lanes: Vec<usize> =
        (0..trace.cpus.len()).filter(|cpu| trace.shown().any(|step| step.cpu == *cpu)).collect();
    let mut functions = vec![""; trace.cpus.len()];
    let mut after = false;
    let mut rows = Vec::new();
    for step in trace.shown() {
        if step.mark == Mark::After && !after {
            after = true;
            rows.push(lane(&lanes, step, "on", None, html! { "how it goes on" }));
        }
        let enters = functions.get(step.cpu).is_some_and(|function| *function != step.function);
        if enters {
            functions[step.cpu] = &step.function;
        }
        if enters && !step.function.is_empty() {
            rows.push(lane(&lanes, step, "fn", None, html! { (step.function) "()" }));
        }
        rows.push(lane(&lanes, step, class(step), Some(step.number), said(step)));
    }
    html! {
        div.scroll role="region" tabindex="0" aria-label={ "steps of " (name) } {
            table.steps {
                thead {
                    tr {
                        th scope="col" { "step" }
                        @for cpu in &lanes { th scope="col" { (trace.cpus[*cpu]) } }
                    }
                }
                tbody { @for row in &rows { (row) } }
            }
        }
    }
}

/// A row with `what` in the lane of the step's CPU.
fn lane(lanes: &[usize], step: &Step, class: &str, number: Option<usize>, what: Markup) -> Markup {
    html! {
        tr.(class) {
            @match number {
                Some(number) => th scope="row" { (number) },
                None => td {},
            }
            @for cpu in lanes {
                @if *cpu == step.cpu { td.at { (what) } } @else { td {} }
            }
        }
    }
}

fn class(step: &Step) -> &'static str {
    match step.mark {
        Mark::None => "step",
        Mark::Racing => "racing",
        Mark::Violated | Mark::Reached => "violated",
        Mark::After => "after",
    }
}

fn said(step: &Step) -> Markup {
    let mark = match step.mark {
        Mark::Racing => Some("racing"),
        Mark::Violated => Some("VIOLATED"),
        Mark::Reached => Some("REACHED"),
        Mark::None | Mark::After => None,
    };
    html! {
        (step.text)
        @if let Some(mark) = mark { " " mark { (mark) } }
        @for detail in &step.details { small { (detail) } }
    }
}
