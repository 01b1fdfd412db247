//! [`Witness`]: one execution, to be shown; and what all executions show of a program.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use pmdrace_axioms::{
    Cut, Event, Execution, Found, Kind, Limits, Model, Tag, Value, Visitor, explore,
};

use crate::Test;
use crate::answer::LOOP_CUT;

/// An execution.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Witness {
    /// Per thread its events in program order, each as herd7 labels it: `R[once]x=1`.
    pub threads: Vec<Vec<String>>,
    /// The locations that are written more than once, each with its values in coherence order.
    pub coherence: Vec<(String, Vec<String>)>,
}

/// An execution of whose final state the proposition is true, or is not.
pub(crate) fn find(
    test: &Test,
    holds: bool,
    model: &impl Model,
    limits: &Limits<'_>,
) -> Result<Option<Witness>, Cut> {
    let mut finder = Finder { test, holds, found: None };
    match explore(&test.program, model, limits, &mut finder) {
        Ok(()) | Err(Cut::Enough) => Ok(finder.found),
        Err(cut) => Err(cut),
    }
}

struct Finder<'t> {
    test: &'t Test,
    holds: bool,
    found: Option<Witness>,
}

impl Visitor for Finder<'_> {
    fn wants(&mut self, registers: &[Option<&[Value]>], memory: &[Option<Value>]) -> bool {
        self.test.filter.decided(registers, memory) != Some(false)
            && self.test.condition.proposition.decided(registers, memory) != Some(!self.holds)
    }

    fn visit(&mut self, found: &Found<'_>) -> ControlFlow<()> {
        let Found { graph, registers, memory, .. } = *found;
        let counts = self.test.filter.holds(registers, memory);
        if !counts || self.test.condition.proposition.holds(registers, memory) != self.holds {
            return ControlFlow::Continue(());
        }
        self.found = Some(shown(self.test, graph));
        ControlFlow::Break(())
    }
}

/// What is to be shown of a graph.
fn shown(test: &Test, graph: &Execution) -> Witness {
    let mut threads = vec![Vec::new(); test.program.threads()];
    for (event, thread) in graph.events.iter().zip(&graph.thread) {
        let thread = thread.and_then(|thread| threads.get_mut(usize::from(thread)));
        if let Some(thread) = thread {
            thread.push(label(test, event));
        }
    }
    // The memory management unit has threads of its own, which may do nothing.
    while threads.last().is_some_and(Vec::is_empty) {
        threads.pop();
    }
    let mut coherence = Vec::new();
    for first in graph.initial().iter() {
        let later = graph.co.row(first);
        let Some(at) = graph.events[first].at.filter(|_| later.len() > 1) else { continue };
        let mut order: Vec<usize> = later.iter().collect();
        // A write comes after as many as have it among their successors.
        order.sort_by_key(|write| std::cmp::Reverse(graph.co.row(*write).len()));
        let value = |write: &usize| (test.spell)(graph.events[*write].value);
        let values = std::iter::once(&first).chain(&order).map(value).collect();
        coherence.push(((test.locate)(at), values));
    }
    Witness { threads, coherence }
}

/// An event as herd7 labels it.
fn label(test: &Test, event: &Event) -> String {
    let tags: Vec<String> =
        Tag::all().filter(|tag| event.tags.has(*tag)).map(|tag| tag.to_string()).collect();
    let tags = if tags.is_empty() { String::new() } else { format!("[{}]", tags.join(",")) };
    let at = event.at.map(|at| (test.locate)(at));
    match (event.kind, at) {
        (Kind::Read, Some(at)) => format!("R{tags}{at}={}", (test.spell)(event.value)),
        (Kind::Write, Some(at)) => format!("W{tags}{at}={}", (test.spell)(event.value)),
        (_, Some(at)) => format!("F{tags}{at}"),
        (_, None) => format!("F{tags}"),
    }
}

/// What the executions show about the program: the flags of [`crate::Outcomes`]. The search ends when the threads, each
/// by itself, say that the other executions show nothing new.
pub(crate) fn flags(
    test: &Test,
    model: &impl Model,
    limits: &Limits<'_>,
) -> Result<BTreeSet<&'static str>, Cut> {
    let mut flags = Flags { test, found: BTreeSet::new() };
    match explore(&test.program, model, limits, &mut flags) {
        Ok(()) | Err(Cut::Enough) => Ok(flags.found),
        Err(Cut::Loops) => {
            flags.found.insert(LOOP_CUT);
            Ok(flags.found)
        }
        Err(cut) => Err(cut),
    }
}

struct Flags<'t> {
    test: &'t Test,
    found: BTreeSet<&'static str>,
}

impl Visitor for Flags<'_> {
    fn wants(&mut self, registers: &[Option<&[Value]>], memory: &[Option<Value>]) -> bool {
        self.test.filter.decided(registers, memory) != Some(false)
    }

    fn visit(&mut self, found: &Found<'_>) -> ControlFlow<()> {
        if !self.test.filter.holds(found.registers, found.memory) {
            return ControlFlow::Continue(());
        }
        self.found.extend(found.flags());
        let paths = found.paths();
        if paths.loops {
            self.found.insert(LOOP_CUT);
        }
        match !paths.cut && paths.flags.is_subset(&self.found) {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    }
}
