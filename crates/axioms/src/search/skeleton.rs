//! [`Skeleton`]: the graph of some threads without values, sources and coherence.
//!
//! Histories of one shape differ in values only. So do their graphs, and what a model computes from program text is
//! the same for all of them. It is computed once per shape of each thread and kept.

use std::collections::HashMap;

use super::histories::Histories;
use crate::{Event, Execution, Loc, Model, Set};

/// A graph whose values, sources and coherence are filled in by turns.
pub(super) struct Skeleton<F> {
    pub(super) graph: Execution,
    /// What the model knows of it, once it was asked.
    fixed: Option<F>,
    /// The number of events before those of the thread that was added last.
    pub(super) before: usize,
    /// Per event, the read of a read-modify-write that it completes.
    pub(super) half: Vec<Option<usize>>,
    /// These reads.
    pub(super) half_reads: Set,
    /// All writes.
    writes: Set,
}

/// The largest number of skeletons that are kept.
const KEPT: usize = 4096;

/// Skeletons by the shapes of their threads.
pub(super) struct Skeletons<F> {
    known: HashMap<Vec<usize>, Skeleton<F>>,
}

impl<F> Skeletons<F> {
    pub(super) fn new() -> Skeletons<F> {
        Skeletons { known: HashMap::new() }
    }

    /// Takes the skeleton of the first threads of `order` with these shapes, or makes it.
    pub(super) fn take(
        &mut self,
        initial: &[Event],
        histories: &Histories,
        order: &[usize],
        shapes: &[usize],
    ) -> Skeleton<F> {
        if let Some(known) = self.known.remove(shapes) {
            return known;
        }
        let threads: Vec<(u8, &[Event])> = (order.iter().zip(shapes))
            .map(|(thread, shape)| (*thread as u8, &histories.shapes[*thread][*shape][..]))
            .collect();
        let graph = Execution::new(initial, &threads);
        let mut half = vec![None; graph.count()];
        for (read, write) in graph.rmw.pairs() {
            half[write] = Some(read);
        }
        let last = threads.last().map_or(0, |(_, events)| events.len());
        Skeleton {
            before: graph.count() - last,
            fixed: None,
            half,
            half_reads: graph.rmw.domain(),
            writes: graph.writes(),
            graph,
        }
    }

    /// Keeps a skeleton for the next time.
    pub(super) fn put_back(&mut self, shapes: &[usize], skeleton: Skeleton<F>) {
        if self.known.len() < KEPT {
            self.known.insert(shapes.to_vec(), skeleton);
        }
    }
}

impl<F> Skeleton<F> {
    /// Whether the model allows the graph as it is.
    pub(super) fn is_allowed(&mut self, model: &impl Model<Fixed = F>) -> bool {
        let fixed = self.fixed.get_or_insert_with(|| model.fixed(&self.graph));
        model.allows(&self.graph, fixed)
    }

    /// What the graph shows about the program.
    pub(super) fn flags(&self, model: &impl Model<Fixed = F>) -> Vec<&'static str> {
        match &self.fixed {
            Some(fixed) => model.flags(&self.graph, fixed),
            None => model.flags(&self.graph, &model.fixed(&self.graph)),
        }
    }

    /// Puts sources and coherence into the graph.
    pub(super) fn relate(&mut self, source: &[Option<usize>], coherence: &[Vec<usize>]) {
        for event in 0..self.graph.count() {
            self.graph.rf.set_row(event, Set::EMPTY);
            self.graph.co.set_row(event, Set::EMPTY);
        }
        for (read, source) in source.iter().enumerate() {
            if let Some(source) = source {
                self.graph.rf.insert(*source, read);
            }
        }
        coherence.iter().for_each(|order| self.order(order));
    }

    /// Puts the coherence order of one location into the graph.
    pub(super) fn order(&mut self, order: &[usize]) {
        let mut later = Set::EMPTY;
        for write in order.iter().rev() {
            self.graph.co.set_row(*write, later);
            later.insert(*write);
        }
    }

    /// The writes to a location.
    pub(super) fn writes_to(&self, at: Loc) -> Set {
        // The initial writes come first, one per location.
        self.graph.loc.row(at.0.into()) & self.writes
    }

    /// The new writes.
    pub(super) fn new_writes(&self) -> Set {
        self.writes - Set::first(self.before)
    }
}
