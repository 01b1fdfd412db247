//! The steps of an execution: which events are steps, their numbers, and the function that each belongs to.

use std::fmt::{self, Write as _};

use pmdrace_engine::ModificationOrder;
use pmdrace_mm::{Event, Meaning, Model, Note, Op, Place};

use super::action::Action;

/// A step in words. It is displayed as in a trace file, without its number.
pub(crate) struct Told<'m> {
    /// The event that it is.
    pub(crate) event: usize,
    /// The CPU.
    pub(crate) cpu: usize,
    /// The CPU's name.
    name: &'m str,
    /// The kernel function that the CPU is in.
    pub(crate) function: Option<&'static str>,
    /// What it did.
    pub(crate) action: Action,
}

impl Told<'_> {
    /// The function and what it did.
    pub(crate) fn what(&self) -> String {
        match self.function {
            Some(function) => format!("{function} {}", self.action.line),
            None => self.action.line.clone(),
        }
    }
}

impl fmt::Display for Told<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.name, self.function.unwrap_or("-"), self.action.line)
    }
}

/// Whether an event is a step: all are but entering and leaving functions, where in the source a CPU is, and that it stops.
pub(crate) fn is_step(event: &Event) -> bool {
    !matches!(event.op, Op::Note(Note::Enter(_) | Note::Leave(_) | Note::At(_) | Note::Stop))
}

/// Whether an event only keeps a life: the note after it says what that means.
pub(crate) fn keeps_a_life(event: &Event) -> bool {
    match &event.op {
        Op::Read { word, .. } | Op::Count { word, .. } | Op::Rmw { old: word, .. } => {
            word.means() == Meaning::Claims
        }
        _ => false,
    }
}

/// The step number of each event: its own if it is a step, else that of the last step before it.
pub(crate) fn numbers(events: &[Event]) -> Vec<usize> {
    let numbers = events.iter().scan(0, |number, event| {
        *number += usize::from(is_step(event));
        Some(*number)
    });
    numbers.collect()
}

/// The step number of the event at an index.
pub fn step_number(events: &[Event], at: usize) -> usize {
    numbers(&events[..=at]).last().copied().unwrap_or(0)
}

/// The kernel function that each event is in.
pub(crate) fn functions(model: &Model, events: &[Event]) -> Vec<Option<&'static str>> {
    let mut inside: Vec<Vec<&'static str>> = vec![Vec::new(); model.roles.len()];
    let functions = events.iter().map(|event| {
        let inside = &mut inside[event.cpu];
        match event.op {
            Op::Note(Note::Enter(function)) => inside.push(function),
            Op::Note(Note::Leave(_)) => drop(inside.pop()),
            _ => {}
        }
        inside.last().copied()
    });
    functions.collect()
}

/// What is known of each event by where its CPU is, for the events that take effect before their CPU comes to them by
/// where it is when it does.
pub(crate) fn on_arrival<T: Copy>(
    events: &[Event],
    order: &ModificationOrder,
    known: &[Option<T>],
) -> Vec<Option<T>> {
    let at = |index: usize| match order.comes_after(index) {
        None => known[index],
        Some(after) => {
            let mine = (0..after)
                .rev()
                .find(|other| events[*other].cpu == events[index].cpu && !order.is_early(*other));
            mine.and_then(|other| known[other])
        }
    };
    (0..events.len()).map(at).collect()
}

/// Where in the kernel's source each event comes from.
pub(crate) fn places(model: &Model, events: &[Event]) -> Vec<Option<Place>> {
    let mut at: Vec<Option<Place>> = vec![None; model.roles.len()];
    let places = events.iter().map(|event| {
        match event.op {
            Op::Note(Note::At(place)) => at[event.cpu] = Some(place),
            // What a CPU says at its end, and what the machine does by itself, comes from no line.
            Op::Note(Note::Return(_) | Note::Accept { .. }) => return None,
            _ => {}
        }
        at[event.cpu]
    });
    places.collect()
}

/// Puts every step of an execution into words.
pub(crate) fn tell<'m>(model: &'m Model, events: &[Event]) -> Vec<Told<'m>> {
    let (numbers, functions) = (numbers(events), functions(model, events));
    let steps = events.iter().enumerate().filter(|(_, event)| is_step(event));
    let tell = |(index, event): (usize, &Event)| Told {
        event: index,
        cpu: event.cpu,
        name: model.roles[event.cpu].name.as_str(),
        function: functions[index],
        action: Action::of(model, events, index, &numbers),
    };
    steps.map(tell).collect()
}

/// Every step of an execution as in a trace file, without its number.
pub fn lines(model: &Model, events: &[Event]) -> Vec<String> {
    tell(model, events).iter().map(ToString::to_string).collect()
}

/// The steps of an execution that other CPUs can observe, one per line: accesses, barriers, locks, interrupts, and
/// what becomes of pages and tables.
pub fn listing(model: &Model, events: &[Event]) -> String {
    let mut text = String::new();
    for (index, step) in tell(model, events).iter().enumerate() {
        let event = &events[step.event];
        let shown = match event.op {
            Op::Note(Note::Claim { .. }) => true,
            _ => step.action.kind.is_turn() && !keeps_a_life(event),
        };
        if shown {
            let _ = writeln!(text, "{:>4} {step}", index + 1);
        }
    }
    text
}
