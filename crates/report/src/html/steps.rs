//! The steps of a trace as a table: one lane for each CPU that takes part.
//!
//! The table has every step. A style sheet hides the rows of steps that the short form leaves out, and the rows
//! that name functions in only one of the two forms, until the user asks for all steps.

use maud::{Markup, html};

use crate::model::trace::LaneRow;
use crate::{Lanes, Mark, Step, Trace};

/// The class of what only the long form shows.
const LONG: &str = "more";
/// The class of what only the short form shows.
const SHORT: &str = "less";

/// A table of steps.
pub(super) struct Steps<'t> {
    trace: &'t Trace,
    /// What the ids of its rows begin with; None for a table without ids.
    prefix: Option<&'static str>,
    all: Lanes<'t>,
    short: Lanes<'t>,
}

impl<'t> Steps<'t> {
    pub(super) fn new(trace: &'t Trace, prefix: Option<&'static str>) -> Steps<'t> {
        Steps { trace, prefix, all: trace.lanes(true), short: trace.lanes(false) }
    }

    /// Renders the table; screen readers call it `name`.
    pub(super) fn table(&self, name: &str) -> Markup {
        html! {
            div.scroll role="region" tabindex="0" aria-label={ "steps of " (name) } {
                div.sheet {
                    table.steps {
                        thead {
                            tr {
                                th scope="col" { "step" }
                                @for cpu in &self.all.cpus {
                                    th class=[self.lane(*cpu)] scope="col" { (self.trace.cpus[*cpu]) }
                                }
                            }
                        }
                        tbody {
                            (self.initial())
                            @for (row, step, form) in self.rows() { (self.row(row, step, form)) }
                        }
                    }
                    @if self.prefix.is_some() { svg aria-hidden="true" width="0" height="0" {} }
                }
            }
        }
    }

    /// The initial values that edges begin at, above the first step.
    fn initial(&self) -> Markup {
        let words = self.trace.initial();
        html! {
            @if let Some(prefix) = self.prefix.filter(|_| !words.is_empty()) {
                tr.init {
                    th scope="row" { "0" }
                    // Columns that the short form hides must not come back as the width of this cell.
                    td colspan=(self.short.cpus.len().max(1)) {
                        "initial values"
                        @for (at, word, short) in &words {
                            span.more[!short] { " " code id={ (prefix) "w" (at) } {
                                (word.name) " = " @if word.pmd { "0x" } (word.init.bits)
                            } }
                        }
                    }
                }
            }
        }
    }

    /// The preferred width of the short form, as a style.
    pub(super) fn width(&self) -> String {
        format!("flex-basis: {}rem", 17 * self.short.cpus.len() + 3)
    }

    /// The class of a lane.
    fn lane(&self, cpu: usize) -> Option<&'static str> {
        (!self.short.cpus.contains(&cpu)).then_some(LONG)
    }

    /// The rows of both forms, each with the class of its form.
    fn rows(&self) -> Vec<(LaneRow, &'t Step, &'static str)> {
        let has = |lanes: &Lanes<'_>, row: LaneRow, step: &Step| {
            lanes.rows.iter().any(|(other, of)| (*other, of.number) == (row, step.number))
        };
        let all =
            self.all.rows.iter().map(|(row, step)| {
                (*row, *step, if has(&self.short, *row, step) { "" } else { LONG })
            });
        let short = self.short.rows.iter().filter(|(row, step)| !has(&self.all, *row, step));
        let mut rows: Vec<_> = all.chain(short.map(|(row, step)| (*row, *step, SHORT))).collect();
        rows.sort_by_key(|(row, step, _)| (step.number, *row));
        rows
    }

    fn row(&self, row: LaneRow, step: &Step, form: &str) -> Markup {
        let (class, said) = match row {
            LaneRow::GoesOn => ("on", html! { "how it goes on" }),
            LaneRow::Heading => ("fn", html! { (step.call()) }),
            LaneRow::Step => (class(step), said(step)),
        };
        let class = format!("{class} {form}");
        let id = self.prefix.filter(|_| row == LaneRow::Step);
        html! {
            tr id=[id.map(|prefix| format!("{prefix}{}", step.number))] class=(class.trim_end()) {
                @if row == LaneRow::Step { th scope="row" { (step.number) } } @else { td {} }
                @for cpu in &self.all.cpus {
                    @if *cpu == step.cpu { td.at.more[self.lane(*cpu).is_some()] { (said) } }
                    @else { td class=[self.lane(*cpu)] {} }
                }
            }
        }
    }
}

fn class(step: &Step) -> &'static str {
    match step.mark {
        Mark::None => "step",
        Mark::Racing => "step racing",
        Mark::Violated => "step violated",
        Mark::Reached => "step reached",
        Mark::After => "step after",
    }
}

fn said(step: &Step) -> Markup {
    let mark = match step.mark {
        Mark::Racing if step.kind.stores() => Some("racing write"),
        Mark::Racing => Some("racing read"),
        Mark::Violated => Some("VIOLATED"),
        Mark::Reached => Some("REACHED"),
        Mark::None | Mark::After => None,
    };
    html! {
        span.say { (step.text) }
        @if let Some(mark) = mark { " " mark { (mark) } }
        @for detail in &step.details { small { (detail) } }
        @for line in step.shown_source() { small { code { (line.said()) } } }
    }
}
