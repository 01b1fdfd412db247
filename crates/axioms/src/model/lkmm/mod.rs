//! The Linux kernel's memory model, LKMM (Alglave, Maranget, McKenney, Parri and Stern, "Frightening Small Children
//! and Disconcerting Grown-ups", ASPLOS 2018), as of Linux 6.1 and 6.12.
//!
//! Read from tools/memory-model/linux-kernel.bell, linux-kernel.cat and lock.cat, and explained in
//! Documentation/explanation.txt there. Relations have the names that these give them. One file per concept:
//!
//! - [`classes`]: which event is what: marked, plain, acquire, release, half of an atomic operation;
//! - [`locks`]: critical sections of spin locks;
//! - [`fences`]: what fences order in their own thread;
//! - [`happens_before`]: dependencies, cumulativity, `prop` and `hb`;
//! - [`propagation`]: `pb`, what strong fences do to all threads;
//! - [`rcu`]: grace periods and read-side critical sections, `rb`;
//! - [`plain`]: when a plain access has a definite value, and data races;
//! - [`flags`]: what is wrong with a program, whatever its outcomes.
//!
//! The axioms are coherence, atomicity, acyclic `hb`, acyclic `pb`, irreflexive `rb` and the coherence of plain
//! accesses. All of them are built from `rf`, `co` and `fr` by union, composition and closure only, never by
//! complement, so an incomplete graph that violates one has no completion that satisfies it. They are asked in the
//! order of their price. The definition of data races does use complements; it is a flag of complete graphs.

mod classes;
mod fences;
mod flags;
mod happens_before;
mod locks;
mod plain;
mod propagation;
mod rcu;
#[cfg(test)]
mod tests;

use super::Model;
use super::sc::atomic;
use crate::{Execution, Relation};
use classes::Classes;
use fences::Fences;
use happens_before::{HappensBefore, Text};
use locks::Locks;
use plain::Plain;
use propagation::Propagation;
use rcu::{Order, Sections};

/// The memory model of the Linux kernel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lkmm {
    /// The release whose tools/memory-model it is.
    pub release: Release,
}

/// A release of the kernel whose model differs from earlier ones.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Release {
    /// Linux 6.1.
    V6_1,
    /// Linux 6.12: dependencies carry through plain variables, atomic operations extend release sequences, SRCU
    /// sections match by the index that is handed on, `smp_mb__after_unlock_lock()` is about one hand-over.
    V6_12,
}

/// What the program text says, without `rf` and `co`.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// Program order, also of the events of one instruction.
    po: Relation,
    /// Program order per location.
    po_loc: Relation,
    classes: Classes,
    locks: Locks,
    fences: Fences,
    sections: Sections,
    text: Text,
}

impl Model for Lkmm {
    type Fixed = Fixed;

    fn fixed(&self, graph: &Execution) -> Fixed {
        let iico = (&graph.iico_data | &graph.iico_ctrl | &graph.rmw).plus();
        let po = &graph.po | &iico;
        let po_loc = &po & &graph.loc;
        let classes = Classes::new(graph);
        let locks = Locks::new(graph, &po, &po_loc);
        let fences = Fences::new(self.release, graph, &classes, &po, &locks);
        let sections = Sections::new(graph, &po);
        let text = Text::new(self.release, graph, &classes, &fences);
        Fixed { po, po_loc, classes, locks, fences, sections, text }
    }

    fn allows(&self, graph: &Execution, fixed: &Fixed) -> bool {
        let fr = graph.fr();
        let coherent = || (&fixed.po_loc | &graph.rf | &graph.co | &fr).is_acyclic();
        if !fixed.locks.possible || !coherent() || !atomic(graph) {
            return false;
        }
        let hb = HappensBefore::new(self.release, graph, fixed, &fr);
        let pb = Propagation::new(&hb, fixed);
        if !pb.steps.is_acyclic() {
            return false;
        }
        let rcu = Order::new(self.release, graph, fixed, &hb, &pb);
        if !rcu.is_possible() {
            return false;
        }
        fixed.classes.plain.is_empty()
            || Plain::new(self.release, graph, fixed, &hb, &pb, &rcu).coherent(graph)
    }

    fn flags(&self, graph: &Execution, fixed: &Fixed) -> Vec<&'static str> {
        flags::of(self.release, graph, fixed)
    }

    fn possible_flags(&self, paths: &mut dyn Iterator<Item = Execution>) -> Vec<&'static str> {
        flags::possible(*self, paths)
    }
}
