//! Memory models: which execution graphs they allow. One file each.

mod armv8;
mod lkmm;
mod riscv;
mod sc;
mod tso;

pub use armv8::{Armv8, Descriptor, Ets};
pub use lkmm::{Lkmm, Release};
pub use riscv::RiscV;
pub use sc::Sc;
pub use tso::Tso;

use crate::Execution;

/// An axiomatic memory model.
pub trait Model {
    /// What follows from the events and their program text alone.
    type Fixed;

    /// Computes what does not depend on `rf` and `co`, nor on the values of reads and writes: it serves all graphs
    /// that differ in these only.
    fn fixed(&self, graph: &Execution) -> Self::Fixed;

    /// Whether the graph satisfies the axioms. Of an incomplete graph, false only if no completion does: all
    /// axioms must be monotone in `rf`, `co` and threads.
    fn allows(&self, graph: &Execution, fixed: &Self::Fixed) -> bool;

    /// What a complete, allowed graph shows about the program, such as `data-race`.
    fn flags(&self, graph: &Execution, fixed: &Self::Fixed) -> Vec<&'static str> {
        let _ = (graph, fixed);
        Vec::new()
    }

    /// At least all that [`Model::flags`] says of graphs in which each thread takes one of these paths. A path is a graph
    /// of one thread without `rf` and `co`, in which only fences have values.
    fn possible_flags(&self, paths: &mut dyn Iterator<Item = Execution>) -> Vec<&'static str> {
        let _ = paths;
        Vec::new()
    }
}
