//! The machine of `rc11` against axioms: every execution graph that RC11 allows.
//!
//! Lahav, Vafeiadis, Kang, Hur and Dreyer, "Repairing Sequential Consistency in C/C++11" (PLDI 2017), with
//! fences for all that is sequentially consistent and C++20's release sequences. A graph is events with
//! program order, which store each read returns (rf) and an order of the stores to each word (mo). Graphs
//! grow by one step of one CPU at a time; no read returns a store that comes later, so that program order
//! and rf have no cycle; the axioms only forbid, so a graph that breaks one is dropped at once.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use pmdrace_engine::{Budget, Explored, Final, LastState, search};
use pmdrace_mm::{CellKind, MemoryModel, Model, Word};

mod graph;
mod spoken;

use super::replay::{Answer, Ask, next, observed};
use super::small;
use graph::{Event, Graph, INIT, Id, MB, fence};
use spoken::{has_axioms, is_life};

/// What is known of a model without looking at a graph.
struct Machine<'m> {
    model: &'m Model,
    /// What each location holds at the beginning.
    init: Vec<Word>,
}

impl<'m> Machine<'m> {
    fn new(model: &'m Model) -> Machine<'m> {
        assert!(model.memory == MemoryModel::Rc11);
        let cells = model.cells.iter().map(|cell| cell.init);
        let locks = model.locks.iter().map(|_| model.cells[0].init);
        Machine { model, init: cells.chain(locks).collect() }
    }

    fn stored(&self, graph: &Graph, (cpu, index): Id) -> Word {
        match cpu {
            INIT => self.init[index],
            cpu => graph.events[cpu][index].stores.expect("a store"),
        }
    }

    /// Every graph that one step of a CPU leads to.
    fn steps(&self, graph: &Graph, cpu: usize) -> Vec<Graph> {
        let answers = &graph.answers[cpu];
        let Some(ask) = next(self.model, cpu, answers).ask else { return Vec::new() };
        let locks = self.model.cells.len();
        let last = |location: usize| graph.mo[location].len() - 1;
        let everywhere = |location: usize| 0..graph.mo[location].len();
        match ask {
            Ask::Read { at, acquire, .. } => {
                let read = |place| {
                    let rf = graph.mo[at.0][place];
                    let word = self.stored(graph, rf);
                    let rf = Some(rf);
                    let event = Event { rf, location: Some(at.0), acquire, ..Event::default() };
                    graph.with(cpu, &[(event, None)], Answer::Word(word))
                };
                everywhere(at.0).map(read).collect()
            }
            Ask::Await { at, acquire } => {
                let read = |place| {
                    let rf = graph.mo[at.0][place];
                    let answer = Answer::Word(self.stored(graph, rf));
                    let answers = [&answers[..], &[answer]].concat();
                    let (rf, location) = (Some(rf), Some(at.0));
                    let event = Event { rf, location, acquire, ..Event::default() };
                    let refused = next(self.model, cpu, &answers).refused;
                    (!refused).then(|| graph.with(cpu, &[(event, None)], answer))
                };
                everywhere(at.0).filter_map(read).collect()
            }
            Ask::Write { at, word, release } => {
                let (location, stores) = (Some(at.0), Some(word));
                let event = Event { stores, location, release, ..Event::default() };
                let write = |place| graph.with(cpu, &[(event, Some(place + 1))], Answer::Done);
                everywhere(at.0).map(write).collect()
            }
            Ask::Xchg { at, word, full } => {
                let places = everywhere(at.0);
                let update = |place| self.update(graph, cpu, (at.0, place), Some(word), full);
                places.filter_map(update).collect()
            }
            Ask::Update { at, full } => {
                let update = |place| self.update(graph, cpu, (at.0, place), None, full);
                everywhere(at.0).filter_map(update).collect()
            }
            // No routine decides by a life, so that any answer will do.
            Ask::AuxRead(at) | Ask::AuxUpdate(at) if is_life(self.model, at) => {
                vec![graph.with(cpu, &[], Answer::Word(self.model.cells[at.0].init))]
            }
            Ask::AuxRead(_) | Ask::AuxUpdate(_) => panic!("a graph has no time, and no now"),
            Ask::DownRead(_)
            | Ask::UpRead(_)
            | Ask::DownWrite(_)
            | Ask::UpWrite(_)
            | Ask::Downgrade(_)
            | Ask::Ipi(_)
            | Ask::GracePeriod => panic!("not part of the axioms: {ask:?}"),
            // A counter is under a mutex of its own.
            Ask::Count { at, op } => {
                let rf = graph.mo[at.0][last(at.0)];
                let old = self.stored(graph, rf);
                let (new, number) = op.apply(old);
                let stored = Some(new.unwrap_or(old));
                let (taken, given) = mutex(at.0, rf, stored);
                let end = Some(last(at.0) + 1);
                let after = end.map(|end| end + 1);
                let all = match new.is_some() && op.is_full() {
                    true => vec![(taken, end), (MB, None), (given, after)],
                    false => vec![(taken, end), (given, after)],
                };
                vec![graph.with(cpu, &all, Answer::Number(number))]
            }
            Ask::Lock(lock) => {
                let location = locks + lock.0;
                let rf = graph.mo[location][last(location)];
                let held = rf.0 != INIT && graph.events[rf.0][rf.1].rf.is_some();
                let (taken, _) = mutex(location, rf, Some(self.init[location]));
                let end = last(location) + 1;
                let locked = || graph.with(cpu, &[(taken, Some(end))], Answer::Done);
                (!held).then(locked).into_iter().collect()
            }
            Ask::Unlock(lock) => {
                let location = locks + lock.0;
                let rf = graph.mo[location][last(location)];
                let (_, given) = mutex(location, rf, Some(self.init[location]));
                vec![graph.with(cpu, &[(given, Some(last(location) + 1))], Answer::Done)]
            }
            Ask::Mb => vec![graph.with(cpu, &[(MB, None)], Answer::Done)],
            Ask::Wmb => vec![graph.with(cpu, &[(fence(false, true, false), None)], Answer::Done)],
            Ask::Rmb => vec![graph.with(cpu, &[(fence(true, false, false), None)], Answer::Done)],
            // Nobody waits for the end of a section: see has_axioms().
            Ask::IrqSave | Ask::IrqRestore | Ask::RcuLock | Ask::RcuUnlock => {
                vec![graph.with(cpu, &[], Answer::Done)]
            }
        }
    }

    /// An atomic update right behind the store at `place`. One that leaves the word as it is orders nothing,
    /// and reads the newest store: neither engine lets it return an older one, as RC11 would.
    fn update(
        &self,
        graph: &Graph,
        cpu: usize,
        (location, place): (usize, usize),
        word: Option<Word>,
        full: bool,
    ) -> Option<Graph> {
        let rf = graph.mo[location][place];
        let answer = Answer::Word(self.stored(graph, rf));
        let stores = word.or_else(|| {
            let answers = [&graph.answers[cpu][..], &[answer]].concat();
            next(self.model, cpu, &answers).stored
        });
        let read = Event { rf: Some(rf), location: Some(location), ..Event::default() };
        if stores.is_none() {
            let newest = place + 1 == graph.mo[location].len();
            return newest.then(|| graph.with(cpu, &[(read, None)], answer));
        }
        let update = Event { stores, acquire: full, release: full, ..read };
        let all = match full {
            true => vec![(MB, None), (update, Some(place + 1)), (MB, None)],
            false => vec![(update, Some(place + 1))],
        };
        Some(graph.with(cpu, &all, answer))
    }

    /// Visits every complete graph.
    fn graphs(&self, end: &mut dyn FnMut(&Graph)) {
        let cpus = self.model.roles.len();
        let start = Graph {
            answers: vec![Vec::new(); cpus],
            events: vec![Vec::new(); cpus],
            mo: (0..self.init.len()).map(|location| vec![(INIT, location)]).collect(),
        };
        let (mut seen, mut waiting) = (HashSet::from([start.clone()]), vec![start]);
        while let Some(graph) = waiting.pop() {
            let steps: Vec<Graph> = (0..cpus).flat_map(|cpu| self.steps(&graph, cpu)).collect();
            // A CPU that waits forever has no outcome.
            let ended = |cpu: usize| next(self.model, cpu, &graph.answers[cpu]).ask.is_none();
            if steps.is_empty() && (0..cpus).all(ended) {
                end(&graph);
            }
            for graph in steps.into_iter().filter(Graph::is_consistent) {
                if seen.insert(graph.clone()) {
                    waiting.push(graph);
                }
            }
        }
    }

    /// What a cell holds in the end.
    fn last(&self, graph: &Graph, at: usize) -> u64 {
        self.stored(graph, graph.mo[at][graph.mo[at].len() - 1]).bits
    }

    fn outcome(&self, graph: &Graph) -> Final {
        let cells = self.model.cells.iter().enumerate();
        let counters = cells.filter(|(_, cell)| cell.kind == CellKind::Counter);
        let answers = || graph.answers.iter().enumerate();
        Final {
            observed: answers().map(|(cpu, all)| observed(self.model, cpu, all)).collect(),
            ends: answers().map(|(cpu, all)| next(self.model, cpu, all).ends).collect(),
            counters: counters.map(|(at, _)| self.last(graph, at)).collect(),
        }
    }
}

/// A mutex is taken and given back, with this value in it.
fn mutex(location: usize, rf: Id, stores: Option<Word>) -> (Event, Event) {
    let location = Some(location);
    let taken = Event { rf: Some(rf), stores, location, acquire: true, ..Event::default() };
    (taken, Event { stores, location, release: true, ..Event::default() })
}

/// The outcomes of every execution graph, and how many graphs there are.
pub(crate) fn graphs(model: &Model) -> (usize, BTreeSet<Final>) {
    let machine = Machine::new(model);
    let (mut count, mut finals) = (0, BTreeSet::new());
    machine.graphs(&mut |graph| {
        count += 1;
        finals.insert(machine.outcome(graph));
    });
    (count, finals)
}

/// The last states of every execution graph.
pub(crate) fn last_states(model: &Model) -> BTreeSet<LastState> {
    let machine = Machine::new(model);
    let mut states = BTreeSet::new();
    machine.graphs(&mut |graph| {
        states.insert(LastState {
            ends: machine.outcome(graph).ends,
            memory: (0..model.cells.len()).map(|at| machine.last(graph, at)).collect(),
        });
    });
    states
}

/// What both say of a model: how many graphs, outcomes of the graphs, outcomes of the search.
fn compare(model: Arc<Model>) -> (usize, BTreeSet<Final>, BTreeSet<Final>) {
    let (graphs, by_axioms) = graphs(&model);
    let found = search::finals(model, &Budget::unlimited()).expect("a search");
    assert_eq!(found.cut, None);
    (graphs, by_axioms, found.set)
}

#[test]
fn outcomes_are_those_of_the_axioms() {
    let mut compared = 0;
    for (name, cell, model) in small(MemoryModel::Rc11) {
        if !has_axioms(&model) {
            continue;
        }
        let (_, by_axioms, found) = compare(model);
        assert_eq!(found, by_axioms, "{name} {cell}");
        compared += 1;
    }
    assert!(compared > 100, "{compared}");
}

/// Graphs, outcomes and final states are three measures. Two graphs have one outcome when a read returns
/// the same value from another store, or when nobody tells apart in which order two stores were made. The
/// search ends in fewer states than there are outcomes, because it forgets what was read on the way.
#[test]
fn the_founding_race_has_more_graphs_than_outcomes_and_more_outcomes_than_final_states() {
    let mut counted = Vec::new();
    for (name, cell, model) in small(MemoryModel::Rc11) {
        let remover = cell.params.get("remover").is_some_and(|value| value.to_string() == "true");
        let founding = name == "split-migration-vs-gup-fast" && cell.arch == "arm64@6.1";
        let reader = cell.reader.as_deref() == Some("gup-fast-read");
        if founding && remover && reader && ["before", "after"].contains(&&*cell.variant) {
            let (graphs, by_axioms, found) = compare(Arc::clone(&model));
            let outcome = search::check(model, &Budget::unlimited()).expect("a search");
            let Explored::States { finals, .. } = outcome.explored else { panic!("no states") };
            assert_eq!(found, by_axioms);
            counted.push((cell.variant.clone(), graphs, found.len(), finals));
        }
    }
    let expected = [("before", 21, 18, 4), ("after", 15, 12, 4)];
    assert_eq!(counted, expected.map(|(variant, g, o, f)| (variant.to_owned(), g, o, f)));
}
