//! Machines: the joint states of CPUs and memory, and the transitions between them, per memory model.
//!
//! [`sc_tso`] has a single memory, under `tso` with a store buffer for each CPU; [`rc11`] and [`lkmm`] have
//! histories and views, [`armv8`], which is the machine of `rvwmo` too, one list of stores and promises. Searches use
//! machines through the trait [`Machine`].

mod ahead;
mod armv8;
pub(crate) mod footprint;
pub(crate) mod frame;
mod lkmm;
mod rc11;
mod sc_tso;
mod view;

use std::cmp::Ordering;

use pmdrace_mm::{Addr, Cell, MemoryModel};

use crate::program::automaton::Automata;
use crate::program::{Missing, Program};
use armv8::Armv8;
use footprint::Footprint;
use frame::{Frame, Head};
use lkmm::Lkmm;
use rc11::Rc11;
use sc_tso::ScTso;

/// One step of one CPU.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Step {
    /// Which of the CPU's possible steps.
    pub(crate) choice: Choice,
    /// The properties it violates.
    pub(crate) violated: u32,
    /// The goals it reaches.
    pub(crate) goals: u8,
    /// The index of the loop it gives up, plus one.
    pub(crate) bound: u8,
    /// The class that the CPU leaves, and by which answer, if it does.
    pub(crate) left: Option<(u16, u16)>,
}

/// Which of a CPU's possible steps; the default reads the newest store and becomes the newest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(crate) struct Choice {
    /// The distance from the newest of a read or of the place of a store, or the target of an interrupt.
    pub(crate) which: u8,
    /// For each full barrier of the step, how many that were executed earlier it precedes.
    pub(crate) before: [u8; 2],
    /// How many calls of its routine it passes, which are yet to be executed or have been.
    pub(crate) ahead: u8,
}

/// The choice that writes the oldest store of a store buffer to memory.
pub(crate) const FLUSH: Choice = Choice { which: u8::MAX, before: [0; 2], ahead: 0 };

/// In a choice, a CPU that waits for a word sees the newest store and goes on waiting, although an older one would do.
/// So it must not read that one any more: a loop that reads the word until it likes it may have read the newest store,
/// and if that is the last one, it never ends.
pub(crate) const SPIN: u8 = u8::MAX - 2;

/// In a choice, a store that is promised; which one is in the rest of it.
pub(crate) const PROMISE: u8 = u8::MAX - 1;

/// In a choice, from here on: a store that was promised, by its number among the CPU's promises.
pub(crate) const KEPT: u8 = 0x80;

/// A store that others see before its CPU comes to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Promised {
    pub(crate) at: Addr,
    pub(crate) value: u16,
    /// Whether a read-modify-write makes it.
    pub(crate) exclusive: bool,
}

/// Called with each step that a CPU can take, or the answer that has yet to be learned, and the state after
/// it.
pub(crate) type Visit<'v, S> = &'v mut dyn FnMut(Result<Step, Missing>, &mut S);

/// A machine under one memory model: its states and transitions.
pub(crate) trait Machine: Sync {
    /// A state, unpacked.
    type State: Clone + Send;

    /// The part that all machines share.
    fn frame(&self) -> &Frame<'_>;
    /// Whether stores enter a buffer before they reach memory.
    fn buffers(&self) -> bool {
        false
    }
    /// The initial state.
    fn initial(&self) -> Self::State;
    /// Packs a state.
    fn encode(&self, state: &Self::State, bytes: &mut Vec<u8>);
    /// Unpacks a state.
    fn decode(&self, bytes: &[u8], state: &mut Self::State);
    /// The CPUs of a state.
    fn heads<'s>(&self, state: &'s Self::State) -> &'s [Head];
    /// Orders two interchangeable CPUs by everything in the state that concerns them.
    fn compare(&self, state: &Self::State, a: usize, b: usize) -> Ordering;
    /// Exchanges two CPUs.
    fn swap(&self, state: &mut Self::State, a: usize, b: usize);
    /// Whether a CPU can take some step.
    fn enabled(&self, state: &Self::State, slot: usize) -> bool;
    /// The footprint of a CPU's next steps, in one of its classes; barriers and buffers differ by model.
    fn footprint(&self, class: u16) -> Footprint;
    /// The additional footprint of a CPU's store buffer: of its next step, and of all its later steps.
    fn buffered(&self, state: &Self::State, slot: usize) -> (Footprint, Footprint);
    /// Visits every step that a CPU can take, each from `state` to `next`.
    fn steps(
        &self,
        state: &Self::State,
        slot: usize,
        next: &mut Self::State,
        visit: Visit<'_, Self::State>,
    );
    /// The store that a choice promises, if it does.
    fn promised(&self, _: &Self::State, _: usize, _: Choice) -> Option<Promised> {
        None
    }
    /// The last values of all cells.
    fn memory(&self, state: &Self::State) -> Vec<u16>;
}

/// A task on a machine of any memory model.
pub(crate) trait Task {
    /// Whether full barriers must be placed in any order, whether that matters to the CPUs or not: what a task
    /// draws at random must not depend on what has been learned of them.
    const ANY_ORDER: bool = false;
    type Result;
    fn run<M: Machine>(self, machine: &M) -> Self::Result;
}

/// Runs a task on the machine of `sc`, whatever the model's memory model: every execution of it is one of that
/// model too.
pub(crate) fn on_sc<T: Task>(
    program: &Program<'_>,
    automata: &Automata,
    slots: &[usize],
    task: T,
) -> T::Result {
    task.run(&ScTso::new(Frame::new(program, automata, slots), MemoryModel::Sc))
}

/// Runs a task on the machine of the model's memory model, with these CPUs.
pub(crate) fn on<T: Task>(
    program: &Program<'_>,
    automata: &Automata,
    slots: &[usize],
    task: T,
) -> T::Result {
    let frame = Frame::new(program, automata, slots);
    let follows = |cell: &&Cell| cell.kind.follows_memory_model();
    let entries = program.model.cells.iter().filter(follows).count();
    match program.model.memory {
        MemoryModel::Rc11 => {}
        MemoryModel::Lkmm => {
            return match entries {
                0..=3 => task.run(&Lkmm::<4>::new(frame)),
                4..=15 => task.run(&Lkmm::<16>::new(frame)),
                _ => task.run(&Lkmm::<65>::new(frame)),
            };
        }
        MemoryModel::Armv8 | MemoryModel::Rvwmo => {
            return match entries {
                0..=4 => task.run(&Armv8::<4>::new(frame)),
                5..=16 => task.run(&Armv8::<16>::new(frame)),
                _ => task.run(&Armv8::<64>::new(frame)),
            };
        }
        memory => return task.run(&ScTso::new(frame, memory)),
    }
    // In any order, full barriers have an index in each view.
    let any_order = T::ANY_ORDER || rc11::order_matters(&frame);
    match entries + usize::from(any_order) {
        0..=4 => task.run(&Rc11::<4>::new(frame, any_order)),
        5..=16 => task.run(&Rc11::<16>::new(frame, any_order)),
        17..=64 => task.run(&Rc11::<64>::new(frame, any_order)),
        _ => task.run(&Rc11::<65>::new(frame, any_order)),
    }
}

impl Step {
    /// The step with this choice.
    pub(crate) fn with_choice(self, choice: usize) -> Step {
        Step { choice: Choice { which: choice as u8, ..self.choice }, ..self }
    }

    /// The step whose full barriers precede this many that were executed earlier.
    pub(crate) fn before(self, before: [usize; 2]) -> Step {
        Step { choice: Choice { before: before.map(|count| count as u8), ..self.choice }, ..self }
    }

    /// The step that passes this many calls.
    pub(crate) fn passing(self, ahead: usize) -> Step {
        Step { choice: Choice { ahead: ahead as u8, ..self.choice }, ..self }
    }

    /// The step with what another one violates and reaches.
    pub(crate) fn and(self, then: Step) -> Step {
        let bound = if self.bound == 0 { then.bound } else { self.bound };
        let (violated, goals) = (self.violated | then.violated, self.goals | then.goals);
        Step { violated, goals, bound, ..self }
    }

    /// The step with additional violations.
    pub(crate) fn violating(self, also: u32) -> Step {
        Step { violated: self.violated | also, ..self }
    }

    /// A step in which a CPU goes on waiting: see [`SPIN`].
    pub(crate) const SPINS: Step =
        Step { choice: Choice { which: SPIN, before: [0; 2], ahead: 0 }, ..Step::SILENT };

    /// A step that only the machine takes.
    pub(crate) const SILENT: Step = Step {
        choice: Choice { which: 0, before: [0; 2], ahead: 0 },
        violated: 0,
        goals: 0,
        bound: 0,
        left: None,
    };
}
