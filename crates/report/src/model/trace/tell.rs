//! Builds the steps of a trace: what each does, which store it reads from, and which steps race.

use pmdrace_engine::{Counterexample, ModificationOrder};
use pmdrace_mm::{
    CellKind, Event, Frame, Locks, Model, Note, Op, Place, Property, SyncOp, Word, held,
};
use pmdrace_scenario::CellKey;

use super::action::Action;
use super::steps::{self, Told};
use super::why::Cause;
use super::{Mark, SourceLine, Step, Value, describe};

/// An execution to be turned into a trace.
pub(crate) struct Teller<'t> {
    pub(crate) model: &'t Model,
    pub(crate) events: &'t [Event],
    pub(crate) order: &'t ModificationOrder,
    /// The event that violates the property or reaches the goal.
    pub(crate) at: usize,
    /// The step number of each event.
    pub(crate) numbers: Vec<usize>,
    /// The function that each event is in.
    pub(crate) functions: Vec<Option<&'static str>>,
    /// Where in the kernel's source each event comes from.
    places: Vec<Option<Place>>,
    /// What the CPU of each event held.
    pub(crate) held: Vec<Locks>,
    /// The property that it violates, if it does.
    pub(crate) property: Option<Property>,
    /// Whether some CPU of this execution waits for others, so that sections may delay it.
    waits: bool,
    /// The write and the read of the racing pair; without a write, the read returns the initial value.
    pub(crate) pair: Option<(Option<usize>, usize)>,
}

/// Whether an operation waits for other CPUs, or never returns.
fn waits(op: &Op) -> bool {
    matches!(op, Op::Sync(SyncOp::Ipi(_) | SyncOp::GracePeriod) | Op::Stuck(_))
}

/// The lines of a place.
fn source(place: Place) -> Vec<SourceLine> {
    let telling = place.telling();
    let line = |frame: &Frame| SourceLine {
        function: frame.function.clone(),
        file: frame.file.clone(),
        line: frame.line,
        telling: telling.is_some_and(|telling| std::ptr::eq(telling, frame)),
        text: String::new(),
    };
    place.frames().iter().map(line).collect()
}

impl<'t> Teller<'t> {
    pub(crate) fn new(
        model: &'t Model,
        example: &'t Counterexample,
        property: Option<Property>,
    ) -> Teller<'t> {
        let Counterexample { events, order, at, .. } = example;
        let numbers = steps::numbers(events);
        let functions = steps::on_arrival(events, order, &steps::functions(model, events));
        let mut teller = Teller {
            model,
            events,
            order,
            at: *at,
            numbers,
            functions,
            places: steps::on_arrival(events, order, &steps::places(model, events)),
            held: held(model, events),
            property,
            waits: events.iter().any(|event| waits(&event.op)),
            pair: None,
        };
        teller.pair = match property {
            Some(_) => Cause::of(&teller).pair(&teller),
            None => teller.last_read(),
        };
        teller
    }

    /// Whether the short form shows a step. It leaves out predicates under a lock, except the type test of the
    /// founding fix, and sections that delay nobody.
    fn is_shown(&self, index: usize) -> bool {
        let event = &self.events[index];
        if index == self.at {
            return true;
        }
        if index > self.at && event.cpu != self.events[self.at].cpu {
            return false;
        }
        match &event.op {
            Op::Note(Note::Answer { helper, .. }) => {
                self.held[index].is_lockless(self.model) || *helper == "is_pmd_migration_entry"
            }
            Op::Sync(
                SyncOp::IrqSave | SyncOp::IrqRestore | SyncOp::RcuLock | SyncOp::RcuUnlock,
            ) => self.waits,
            _ => !steps::keeps_a_life(event),
        }
    }

    /// The last read of a PMD before a goal, and the store that it returns.
    fn last_read(&self) -> Option<(Option<usize>, usize)> {
        let cpu = self.events[self.at].cpu;
        let mut before = (0..=self.at).rev().filter(|index| self.events[*index].cpu == cpu);
        before.find_map(|index| match self.events[index].op {
            Op::Read { at, from, .. } if self.model.cells[at.0].kind == CellKind::Pmd => {
                Some((from, index))
            }
            _ => None,
        })
    }

    /// Every step, to the end.
    pub(crate) fn steps(&self) -> Vec<Step> {
        let mut memory: Vec<Word> = self.model.cells.iter().map(|cell| cell.init).collect();
        let told = steps::tell(self.model, self.events).into_iter();
        told.map(|told| self.step(told, &mut memory)).collect()
    }

    /// Builds a step and updates `memory`.
    fn step(&self, told: Told<'_>, memory: &mut [Word]) -> Step {
        let (index, op) = (told.event, &self.events[told.event].op);
        let Action { kind, text, mut details, .. } = told.action;
        let from = match op {
            Op::Read { from, .. } => Some(from.map_or(0, |from| self.numbers[from])),
            _ => None,
        };
        if let Some(from) = from {
            details.insert(0, self.source(index, from));
        }
        if self.order.is_early(index) {
            let early = match op {
                Op::Write { .. } | Op::Rmw { new: Some(_), .. } => {
                    "others see it before this CPU comes to it"
                }
                _ => "takes effect before this CPU comes to it",
            };
            details.push(early.to_owned());
        }
        let before = self.overtaken(index);
        details.extend(before.map(|step| format!("takes its place before step {step}")));
        let touched = match op {
            Op::Read { at, word, .. } | Op::Count { at, word } | Op::Write { at, word } => {
                Some((at, word))
            }
            Op::Rmw { at, old, new } => Some((at, new.as_ref().unwrap_or(old))),
            Op::Buffer { .. } | Op::Sync(_) | Op::Queue(_) | Op::Stuck(_) | Op::Note(_) => None,
        };
        let mut changed = None;
        if let Some((at, word)) = touched.filter(|_| kind.stores() && before.is_none()) {
            let was = std::mem::replace(&mut memory[at.0], *word);
            let entry = matches!(self.model.cells[at.0].kind, CellKind::Pmd | CellKind::Pte);
            changed = entry.then(|| describe::changes(self.model.kernel.arch, was, *word));
            // An update says so itself: it knows what it replaces.
            if let (Some(changed), Op::Write { .. }) = (&changed, op) {
                details.insert(0, format!("changes {changed}"));
            }
        }
        Step {
            number: self.numbers[index],
            cpu: told.cpu,
            function: self.functions[index].unwrap_or_default().to_owned(),
            source: self.places[index].map(source).unwrap_or_default(),
            kind,
            text,
            details,
            mark: self.mark(index),
            shown: self.is_shown(index),
            from,
            word: touched.map(|(at, _)| at.0),
            value: touched.map(|(at, word)| Value::new(self.model, *at, *word)),
            changed,
            before,
        }
    }

    /// Says where the value of a read comes from.
    fn source(&self, index: usize, from: usize) -> String {
        let source = match from {
            0 => "reads the initial value".to_owned(),
            step => format!("reads from step {step}"),
        };
        match self.order.newer_than_read(self.events, index) {
            Some(newer) => format!("{source}, older than step {}", self.numbers[newer]),
            None => source,
        }
    }

    /// Why the execution violates the property.
    pub(crate) fn cause(&self, cell: &CellKey) -> String {
        Cause::of(self).text(self, cell)
    }

    fn mark(&self, index: usize) -> Mark {
        let (write, read) = self.pair.unzip();
        if index == self.at && self.property.is_some() {
            Mark::Violated
        } else if index == self.at {
            Mark::Reached
        } else if index > self.at {
            Mark::After
        } else if read == Some(index) || write.flatten() == Some(index) {
            Mark::Racing
        } else {
            Mark::None
        }
    }

    /// The earlier step whose store is newer than this one in modification order.
    pub(crate) fn overtaken(&self, index: usize) -> Option<usize> {
        self.order.overtaken(self.events, index).map(|store| self.numbers[store])
    }
}
