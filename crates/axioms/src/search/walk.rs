//! [`Walk`]: the search itself.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::ops::ControlFlow;

use super::choices::{is_taken, places, sources};
use super::histories::{Histories, History};
use super::skeleton::{Skeleton, Skeletons};
use super::{Cut, Found, Limits, Paths, Visitor};
use crate::{Event, Execution, Kind, Loc, MAX_EVENTS, Model, Set, UNKNOWN, Value};

pub(super) struct Walk<'s, M: Model, V> {
    histories: &'s Histories,
    /// The threads in the order in which they are added.
    order: Vec<usize>,
    model: &'s M,
    limits: &'s Limits<'s>,
    initial: Vec<Event>,
    skeletons: Skeletons<M::Fixed>,
    /// The history of each thread so far, in this order, and its shape.
    chosen: Vec<&'s History>,
    shapes: Vec<usize>,
    /// The final registers of these threads; None of others.
    registers: Vec<Option<&'s [Value]>>,
    /// What is known of final memory before all threads are there: nothing.
    unknown: Vec<Option<Value>>,
    /// How many histories were tried.
    tried: usize,
    /// Per event, the source of a read.
    source: Vec<Option<usize>>,
    /// Per location, its writes in coherence order.
    coherence: Vec<Vec<usize>>,
    /// The writes without a place in it.
    unplaced: Set,
    /// What the paths of the threads say, once it was asked.
    paths: OnceCell<Paths>,
    visitor: &'s mut V,
}

/// A read and the sources that it may have; None to wait for a missing thread.
type Reading = (usize, Vec<Option<usize>>);

impl<'s, M: Model, V: Visitor> Walk<'s, M, V> {
    pub(super) fn new(
        histories: &'s Histories,
        model: &'s M,
        limits: &'s Limits<'s>,
        initial: Vec<Event>,
        visitor: &'s mut V,
    ) -> Self {
        Walk {
            histories,
            order: order(histories, initial.len()),
            model,
            limits,
            skeletons: Skeletons::new(),
            chosen: Vec::new(),
            shapes: Vec::new(),
            registers: vec![None; histories.of.len()],
            unknown: vec![None; initial.len()],
            tried: 0,
            source: vec![None; initial.len()],
            coherence: (0..initial.len()).map(|at| vec![at]).collect(),
            unplaced: Set::EMPTY,
            paths: OnceCell::new(),
            initial,
            visitor,
        }
    }

    pub(super) fn run(mut self) -> Result<(), Cut> {
        self.thread()
    }

    /// Adds the next thread in every way.
    fn thread(&mut self) -> Result<(), Cut> {
        let Some(thread) = self.order.get(self.chosen.len()).copied() else {
            return Ok(());
        };
        let histories = self.histories;
        for history in &histories.of[thread] {
            self.go_on()?;
            self.chosen.push(history);
            self.shapes.push(history.shape);
            self.registers[thread] = history.registers.as_deref().ok();
            let result =
                match self.sources_exist() && self.visitor.wants(&self.registers, &self.unknown) {
                    true => self.history(),
                    false => Ok(()),
                };
            self.chosen.pop();
            self.shapes.pop();
            self.registers[thread] = None;
            result?;
        }
        Ok(())
    }

    /// Asks now and then whether to stop.
    fn go_on(&mut self) -> Result<(), Cut> {
        self.tried += 1;
        match self.tried.is_multiple_of(64) && (self.limits.stop)() {
            true => Err(Cut::Stopped),
            false => Ok(()),
        }
    }

    /// Whether all threads are there.
    fn is_full(&self) -> bool {
        self.chosen.len() == self.order.len()
    }

    /// Whether some thread that is still missing may write this value.
    fn may_come(&self, loc: usize, value: Value) -> bool {
        let missing = &self.order[self.chosen.len()..];
        missing.iter().any(|thread| self.histories.written[*thread][loc].contains(&value))
    }

    /// Whether each read has a write that it may have read from, there or still missing.
    fn sources_exist(&self) -> bool {
        let mut reads = self.chosen.iter().flat_map(|history| &history.reads);
        reads.all(|read| {
            let (loc, value) = *read;
            self.initial[loc].value == value
                || self.chosen.iter().any(|history| history.writes.contains(read))
                || self.may_come(loc, value)
        })
    }

    /// Adds the history that was chosen last.
    fn history(&mut self) -> Result<(), Cut> {
        let events: usize = self.chosen.iter().map(|history| history.values.len()).sum();
        if self.initial.len() + events > MAX_EVENTS {
            return Err(Cut::Events);
        }
        let shapes = self.shapes.clone();
        let mut skeleton = self.skeletons.take(&self.initial, self.histories, &self.order, &shapes);
        let values = self.chosen.iter().flat_map(|history| &history.values);
        let events = &mut skeleton.graph.events[self.initial.len()..];
        events.iter_mut().zip(values).for_each(|(event, value)| event.value = *value);
        self.source.resize(skeleton.graph.count(), None);
        let unplaced = self.unplaced;
        self.unplaced |= skeleton.new_writes();
        skeleton.relate(&self.source, &self.coherence);
        let result = match self.readings(&skeleton) {
            Some(readings) => self.read(&mut skeleton, &readings, false),
            None => Ok(()),
        };
        self.unplaced = unplaced;
        self.source.truncate(skeleton.before);
        self.skeletons.put_back(&shapes, skeleton);
        result
    }

    /// The reads without a source, that with least choice first. None if some read cannot have one.
    fn readings(&self, skeleton: &Skeleton<M::Fixed>) -> Option<Vec<Reading>> {
        let mut readings = Vec::new();
        for (read, event) in skeleton.graph.events.iter().enumerate() {
            let Some(at) = event.at else { continue };
            if event.kind != Kind::Read || self.source[read].is_some() {
                continue;
            }
            // A read that waited has been offered the earlier writes before.
            let first = if read < skeleton.before { skeleton.before } else { 0 };
            let sources = sources(skeleton, read, at, first).into_iter().map(Some);
            let wait = self.may_come(at.0.into(), event.value).then_some(None);
            let sources: Vec<_> = sources.chain(wait).collect();
            if sources.is_empty() {
                return None;
            }
            readings.push((read, sources));
        }
        readings.sort_by_key(|(_, sources)| sources.len());
        Some(readings)
    }

    /// Gives the reads sources in every way. `judged` says that the model has seen the graph as it is.
    fn read(
        &mut self,
        skeleton: &mut Skeleton<M::Fixed>,
        readings: &[Reading],
        judged: bool,
    ) -> Result<(), Cut> {
        let Some(((read, sources), rest)) = readings.split_first() else {
            return self.write(skeleton, judged);
        };
        for source in sources {
            self.go_on()?;
            if let Some(source) = source {
                if is_taken(skeleton, &self.source, *read, *source) {
                    continue;
                }
                skeleton.graph.rf.insert(*source, *read);
            }
            self.source[*read] = *source;
            let judged = sources.len() > 1;
            if !judged || self.possible(skeleton, rest.is_empty()) {
                self.read(skeleton, rest, judged)?;
            }
            self.source[*read] = None;
            if let Some(source) = source {
                skeleton.graph.rf.remove(*source, *read);
            }
        }
        Ok(())
    }

    /// Gives the writes places in every way.
    fn write(&mut self, skeleton: &mut Skeleton<M::Fixed>, judged: bool) -> Result<(), Cut> {
        let Some((write, loc, places)) = self.next_write(skeleton) else {
            // What was decided without an alternative is judged together with the next thread.
            if !self.is_full() {
                return self.thread();
            }
            // Without a missing thread all writes have a place, or none is possible.
            return match self.unplaced.is_empty() && (judged || self.possible(skeleton, true)) {
                true => self.complete(skeleton),
                false => Ok(()),
            };
        };
        let judged = places.len() > 1;
        self.unplaced.remove(write);
        for place in places {
            self.go_on()?;
            self.coherence[loc].insert(place, write);
            skeleton.order(&self.coherence[loc]);
            if self.wanted_memory(skeleton, loc) && (!judged || self.possible(skeleton, true)) {
                self.write(skeleton, judged)?;
            }
            self.coherence[loc].remove(place);
        }
        self.unplaced.insert(write);
        skeleton.graph.co.set_row(write, Set::EMPTY);
        skeleton.order(&self.coherence[loc]);
        Ok(())
    }

    /// The write with the fewest places, its location and these. None if no write can be placed.
    fn next_write(&self, skeleton: &Skeleton<M::Fixed>) -> Option<(usize, usize, Vec<usize>)> {
        let mut best: Option<(usize, usize, Vec<usize>)> = None;
        for write in self.unplaced.iter() {
            let Some(Loc(at)) = skeleton.graph.events[write].at else { continue };
            let order = &self.coherence[usize::from(at)];
            let Some(places) = places(skeleton, &self.source, self.unplaced, order, write) else {
                continue;
            };
            if best.as_ref().is_none_or(|(_, _, fewest)| places.len() < fewest.len()) {
                let is_least = places.len() <= 1;
                best = Some((write, at.into(), places));
                if is_least {
                    break;
                }
            }
        }
        best
    }

    /// Whether the final values of the locations whose writes are all placed are wanted, this one among them.
    fn wanted_memory(&mut self, skeleton: &Skeleton<M::Fixed>, loc: usize) -> bool {
        let events = &skeleton.graph.events;
        let is_open = |loc: usize| {
            let at = |write: usize| events[write].at.map(|Loc(at)| usize::from(at));
            self.unplaced.iter().any(|write| at(write) == Some(loc))
        };
        if !self.is_full() || is_open(loc) {
            return true;
        }
        let memory = self.memory(skeleton).into_iter().enumerate();
        let memory: Vec<Option<Value>> =
            memory.map(|(loc, value)| (!is_open(loc)).then_some(value)).collect();
        self.visitor.wants(&self.registers, &memory)
    }

    /// Whether the graph may be part of one that the model allows; `last` says that nothing more will be decided
    /// before the next thread.
    fn possible(&self, skeleton: &mut Skeleton<M::Fixed>, last: bool) -> bool {
        skeleton.graph.complete = last && self.is_full() && self.unplaced.is_empty();
        skeleton.is_allowed(self.model)
    }

    /// The last writes of all locations.
    fn memory(&self, skeleton: &Skeleton<M::Fixed>) -> Vec<Value> {
        let events = &skeleton.graph.events;
        let last = |order: &Vec<usize>| order.last().map_or(0, |last| events[*last].value);
        self.coherence.iter().map(last).collect()
    }

    fn complete(&mut self, skeleton: &Skeleton<M::Fixed>) -> Result<(), Cut> {
        let graph = &skeleton.graph;
        // Nothing comes out of thin air: a value does not depend on itself, unless it is unknown.
        let known = graph.all(|event| event.kind == Kind::Other || event.value != UNKNOWN);
        let values = &graph.rf | &graph.flow | &graph.iico_data;
        if !values.between(known, known).is_acyclic() {
            return Ok(());
        }
        let mut threads = self.order.iter().zip(&self.chosen);
        let astray = threads
            .find_map(|(thread, history)| Some((*thread, history.registers.as_ref().err()?)));
        if let Some((thread, how)) = astray {
            return Err(Cut::Astray(thread, how));
        }
        let registers: Vec<&[Value]> = self.registers.iter().copied().flatten().collect();
        let memory = self.memory(skeleton);
        let flags = || skeleton.flags(self.model);
        let paths = || self.paths.get_or_init(|| paths(self.histories, self.model, &self.initial));
        let found =
            Found { graph, registers: &registers, memory: &memory, flags: &flags, paths: &paths };
        match self.visitor.visit(&found) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Cut::Enough),
        }
    }
}

/// What the paths of the threads say.
fn paths(histories: &Histories, model: &impl Model, initial: &[Event]) -> Paths {
    let fits = |shape: &&Vec<Event>| initial.len() + shape.len() <= MAX_EVENTS;
    let threads = (0..).zip(&histories.shapes);
    let mut graphs = threads.flat_map(|(thread, shapes)| {
        let shapes = shapes.iter().filter(fits);
        shapes.map(move |shape| Execution::new(initial, &[(thread, &shape[..])]))
    });
    let flags = model.possible_flags(&mut graphs).into_iter().collect();
    let longest = histories.of.iter().filter_map(|of| of.iter().map(|one| one.values.len()).max());
    let astray = histories.of.iter().flatten().any(|history| history.registers.is_err());
    let cut = astray || initial.len() + longest.sum::<usize>() > MAX_EVENTS;
    Paths { flags, cut, loops: histories.unrolled }
}

/// An order of the threads in which each has as much as possible to do with those before it, and of these the one with
/// the fewest histories.
fn order(histories: &Histories, locations: usize) -> Vec<usize> {
    let touched: Vec<Vec<bool>> = histories
        .shapes
        .iter()
        .map(|shapes| {
            let mut touched = vec![false; locations];
            let ats = shapes.iter().flatten().filter_map(|event| event.at);
            ats.for_each(|at| touched[usize::from(at.0)] = true);
            touched
        })
        .collect();
    let mut order: Vec<usize> = Vec::new();
    while order.len() < touched.len() {
        let shared = |thread: &usize| {
            let with = |other: &&usize| {
                let both = touched[*thread].iter().zip(&touched[**other]);
                both.filter(|(a, b)| **a && **b).count()
            };
            let shared = order.iter().map(|other| with(&other)).sum::<usize>();
            (shared, Reverse(histories.of[*thread].len()))
        };
        let rest = (0..touched.len()).filter(|thread| !order.contains(thread));
        // Of equals the first.
        let next = rest.rev().max_by_key(shared);
        let Some(next) = next else { break };
        order.push(next);
    }
    order
}
