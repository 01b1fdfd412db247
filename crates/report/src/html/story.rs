//! One trace of a report: the cases it belongs to, its steps, and cause, harm and fix.

use maud::{Markup, html};

use super::named;
use super::steps::Steps;
use super::traces::{Case, Told, Traces};
use crate::model::grid::distinct;

/// An index of the traces of a scenario by violated property.
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

/// Renders one trace; `back` is the id of the scenario's section.
pub(super) fn trace(back: &str, told: &Told<'_>) -> Markup {
    let trace = told.trace;
    let (name, text) = named(trace);
    let name_of = format!("trace {}", told.number);
    html! {
        article id={ "t" (told.number) } aria-label=(name_of) {
            h3 { "Trace " (told.number) ": " (name) " violated" }
            @if !text.is_empty() { p { (text) } }
            (cases(&told.cases))
            details open {
                summary { (trace.steps.len()) " steps" }
                (Steps::new(trace, None).table(&name_of))
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

/// The harm, case by case where it differs.
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

/// The cases that the trace belongs to.
fn cases(cases: &[Case<'_>]) -> Markup {
    html! {
        ul.cases {
            @for case in cases { li { b { (case.variant) } ", " (place(case)) } }
        }
    }
}
