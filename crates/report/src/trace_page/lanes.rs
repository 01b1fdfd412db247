//! The steps as a table: one lane per CPU that takes part, and one row per step.
//!
//! Every step is in it. Those that the short form leaves out are hidden by the style sheet until the reader
//! asks for all. So the rows that name functions come in two kinds where the two forms differ.

use maud::{Markup, html};

use crate::{Mark, Step, Trace};

/// A table of steps.
pub(super) struct Lanes<'t> {
    trace: &'t Trace,
    /// What the ids of its rows begin with.
    prefix: &'static str,
    name: &'static str,
    /// The CPUs that have a lane.
    cpus: Vec<usize>,
}

/// In which form a row is there.
#[derive(Clone, Copy)]
enum Form {
    Both,
    /// Only where all steps are shown.
    Long,
    /// Only where some are left out.
    Short,
}

impl Form {
    fn class(self) -> &'static str {
        match self {
            Form::Both => "",
            Form::Long => "more",
            Form::Short => "less",
        }
    }
}

impl<'t> Lanes<'t> {
    pub(super) fn new(trace: &'t Trace, prefix: &'static str, name: &'static str) -> Lanes<'t> {
        let takes_part = |cpu: &usize| trace.steps.iter().any(|step| step.cpu == *cpu);
        let cpus = (0..trace.cpus.len()).filter(takes_part).collect();
        Lanes { trace, prefix, name, cpus }
    }

    pub(super) fn table(&self) -> Markup {
        html! {
            div.scroll role="region" tabindex="0" aria-label={ "steps of " (self.name) } {
                div.sheet {
                    table.steps {
                        thead {
                            tr {
                                th scope="col" { "step" }
                                @for cpu in &self.cpus {
                                    th class=[self.lane(*cpu)] scope="col" { (self.trace.cpus[*cpu]) }
                                }
                            }
                        }
                        tbody { @for row in self.rows() { (row) } }
                    }
                    svg aria-hidden="true" width="0" height="0" {}
                }
            }
        }
    }

    /// The width that the short form likes to have.
    pub(super) fn width(&self) -> String {
        let lanes = self.cpus.iter().filter(|cpu| self.lane(**cpu).is_none()).count();
        format!("flex-basis: {}rem", 17 * lanes + 3)
    }

    /// The class of a lane: the short form leaves out the CPUs that it says nothing of.
    fn lane(&self, cpu: usize) -> Option<&'static str> {
        let told = self.trace.shown().any(|step| step.cpu == cpu);
        (!told).then(|| Form::Long.class())
    }

    fn rows(&self) -> Vec<Markup> {
        let mut rows = Vec::new();
        let nothing = vec![""; self.trace.cpus.len()];
        let (mut long, mut short) = (nothing.clone(), nothing);
        let mut on = [false; 2];
        for step in &self.trace.steps {
            let form = if step.shown { Form::Both } else { Form::Long };
            let after = step.mark == Mark::After;
            let goes_on = match (after && !on[0], after && step.shown && !on[1]) {
                (true, true) => Some(Form::Both),
                (true, false) => Some(Form::Long),
                (false, true) => Some(Form::Short),
                (false, false) => None,
            };
            on = [on[0] || after, on[1] || after && step.shown];
            if let Some(form) = goes_on {
                rows.push(self.row(step, &["on", form.class()], html! { "how it goes on" }));
            }
            if let Some(form) = enters(step, &mut long, &mut short)
                && !step.function.is_empty()
            {
                rows.push(self.row(step, &["fn", form.class()], html! { (step.function) "()" }));
            }
            rows.push(self.step(step, form));
        }
        rows
    }

    /// A row that is no step.
    fn row(&self, step: &Step, classes: &[&str], what: Markup) -> Markup {
        html! {
            tr class=(classes.join(" ").trim_end()) { td {} (self.cells(step, &what)) }
        }
    }

    fn step(&self, step: &Step, form: Form) -> Markup {
        let kind = match step.mark {
            Mark::None => "step",
            Mark::Racing => "step racing",
            Mark::Violated => "step violated",
            Mark::Reached => "step reached",
            Mark::After => "step after",
        };
        let class = format!("{kind} {}", form.class());
        html! {
            tr id={ (self.prefix) (step.number) } class=(class.trim_end()) {
                th scope="row" { (step.number) }
                (self.cells(step, &said(step)))
            }
        }
    }

    fn cells(&self, step: &Step, what: &Markup) -> Markup {
        html! {
            @for cpu in &self.cpus {
                @if *cpu == step.cpu { td.at.more[self.lane(*cpu).is_some()] { (what) } }
                @else { td class=[self.lane(*cpu)] {} }
            }
        }
    }
}

/// In which form a step enters another function than the step of its CPU before it.
fn enters<'t>(step: &'t Step, long: &mut [&'t str], short: &mut [&'t str]) -> Option<Form> {
    let enters = |functions: &mut [&'t str]| match functions.get_mut(step.cpu) {
        Some(function) if *function != step.function => {
            *function = &step.function;
            true
        }
        _ => false,
    };
    match (enters(long), step.shown && enters(short)) {
        (true, true) => Some(Form::Both),
        (true, false) => Some(Form::Long),
        (false, true) => Some(Form::Short),
        (false, false) => None,
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
    }
}
