//! Machines: the states of all CPUs and of memory together, and the steps from one to the next, per memory model.
//!
//! [`sc_tso`] has one memory, under `tso` with a store buffer for each CPU; [`weak`] has histories and views.
//! Searches know machines by the trait [`Machine`] only.

pub(crate) mod footprint;
pub(crate) mod frame;
mod sc_tso;
mod weak;

use std::cmp::Ordering;

use pmdrace_mm::{Cell, MemoryModel};

use crate::program::automaton::Automata;
use crate::program::{Missing, Program};
use footprint::Footprint;
use frame::{Frame, Head};
use sc_tso::ScTso;
use weak::Weak;

/// One step of one CPU.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Step {
    /// Which of the steps that the CPU could take: how far from the newest a read or the place of a store
    /// is, the target of an interrupt, or [`FLUSH`].
    pub(crate) choice: u8,
    /// The properties it violates.
    pub(crate) violated: u32,
    /// The goals it reaches.
    pub(crate) goals: u8,
    /// The loop it gives up, plus one.
    pub(crate) bound: u8,
}

/// The choice of a store buffer that lets its oldest store reach memory.
pub(crate) const FLUSH: u8 = u8::MAX;

/// Is told each step that a CPU can take, or the answer that has yet to be learned, and the state after it.
pub(crate) type Visit<'v, S> = &'v mut dyn FnMut(Result<Step, Missing>, &mut S);

/// A machine under one memory model: its states, and the steps from one to the next.
pub(crate) trait Machine: Sync {
    /// A state, unpacked.
    type State: Clone + Send;

    /// What every machine has.
    fn frame(&self) -> &Frame<'_>;
    /// Where every execution begins.
    fn initial(&self) -> Self::State;
    /// Packs a state.
    fn encode(&self, state: &Self::State, bytes: &mut Vec<u8>);
    /// Unpacks a state.
    fn decode(&self, bytes: &[u8], state: &mut Self::State);
    /// The CPUs of a state.
    fn heads<'s>(&self, state: &'s Self::State) -> &'s [Head];
    /// Orders two interchangeable CPUs by everything the state says of them.
    fn compare(&self, state: &Self::State, a: usize, b: usize) -> Ordering;
    /// Exchanges two CPUs.
    fn swap(&self, state: &mut Self::State, a: usize, b: usize);
    /// Whether a CPU can take some step.
    fn enabled(&self, state: &Self::State, slot: usize) -> bool;
    /// What a CPU's next steps touch, in one of its classes; barriers and buffers differ by model.
    fn footprint(&self, class: u16) -> Footprint;
    /// What is in a CPU's store buffer: what its next step and what all its later steps touch besides.
    fn buffered(&self, state: &Self::State, slot: usize) -> (Footprint, Footprint);
    /// Takes every step that a CPU can take, each from `state` to `next`.
    fn steps(
        &self,
        state: &Self::State,
        slot: usize,
        next: &mut Self::State,
        visit: Visit<'_, Self::State>,
    );
    /// The last values of all cells.
    fn memory(&self, state: &Self::State) -> Vec<u16>;
}

/// Something to do with a machine, whatever its memory model.
pub(crate) trait Task {
    type Result;
    fn run<M: Machine>(self, machine: &M) -> Self::Result;
}

/// Does something with the machine of the model's memory model, on which these CPUs run.
pub(crate) fn on<T: Task>(
    program: &Program<'_>,
    automata: &Automata,
    slots: &[usize],
    task: T,
) -> T::Result {
    let frame = Frame::new(program, automata, slots);
    let follows = |cell: &&Cell| cell.kind.follows_memory_model();
    let entries = program.model.cells.iter().filter(follows).count();
    match (program.model.memory, entries) {
        (MemoryModel::Sc | MemoryModel::Tso, _) => task.run(&ScTso::new(frame)),
        (MemoryModel::Weak, 0..=4) => task.run(&Weak::<4>::new(frame)),
        (MemoryModel::Weak, 5..=16) => task.run(&Weak::<16>::new(frame)),
        (MemoryModel::Weak, _) => task.run(&Weak::<64>::new(frame)),
    }
}

impl Step {
    /// The step as one of several.
    pub(crate) fn with_choice(self, choice: usize) -> Step {
        Step { choice: choice as u8, ..self }
    }

    /// The step that also violates these.
    pub(crate) fn violating(self, also: u32) -> Step {
        Step { violated: self.violated | also, ..self }
    }

    /// A step that only the machine takes.
    pub(crate) const SILENT: Step = Step { choice: 0, violated: 0, goals: 0, bound: 0 };
}
