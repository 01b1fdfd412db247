//! Execution graphs: their events, and the axioms of RC11 about the relations between these.

use pmdrace_mm::Word;

use super::super::replay::Answer;

/// An event by CPU and place in it; the initial stores are those of CPU [`INIT`], by word.
pub(super) type Id = (usize, usize);
pub(super) const INIT: usize = usize::MAX;

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(super) struct Event {
    /// The store it returns; a read or an update has one.
    pub(super) rf: Option<Id>,
    /// The location and what it stores there; a write or an update has one.
    pub(super) stores: Option<Word>,
    pub(super) location: Option<usize>,
    pub(super) acquire: bool,
    pub(super) release: bool,
    /// A fence, and whether it is sequentially consistent.
    pub(super) fence: bool,
    pub(super) sc: bool,
}

pub(super) const MB: Event = fence(true, true, true);

pub(super) const fn fence(acquire: bool, release: bool, sc: bool) -> Event {
    Event { rf: None, stores: None, location: None, acquire, release, fence: true, sc }
}

/// A graph, the same however its events were added.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Graph {
    pub(super) answers: Vec<Vec<Answer>>,
    pub(super) events: Vec<Vec<Event>>,
    /// Per location (cells, then locks), its stores in modification order.
    pub(super) mo: Vec<Vec<Id>>,
}

/// A relation between events by number: per event a set of bits.
type Relation = Vec<u128>;

fn closed(mut relation: Relation) -> Relation {
    for middle in 0..relation.len() {
        for from in 0..relation.len() {
            if relation[from] >> middle & 1 != 0 {
                relation[from] |= relation[middle];
            }
        }
    }
    relation
}

fn then(first: &Relation, second: &Relation) -> Relation {
    let through = |set: &u128| {
        (0..second.len()).filter(|e| set >> e & 1 != 0).fold(0, |all, e| all | second[e])
    };
    first.iter().map(through).collect()
}

fn has_cycle(relation: Relation) -> bool {
    closed(relation).iter().enumerate().any(|(event, set)| set >> event & 1 != 0)
}

impl Graph {
    /// The graph with these events of a CPU added, each with its place in modification order.
    pub(super) fn with(&self, cpu: usize, all: &[(Event, Option<usize>)], answer: Answer) -> Graph {
        let mut graph = self.clone();
        graph.answers[cpu].push(answer);
        for (event, place) in all {
            let id = (cpu, graph.events[cpu].len());
            graph.events[cpu].push(*event);
            if let (Some(place), Some(location)) = (place, event.location) {
                graph.mo[location].insert(*place, id);
            }
        }
        graph
    }

    pub(super) fn is_consistent(&self) -> bool {
        // Numbers: the initial stores, then CPU by CPU.
        let mut first = vec![self.mo.len()];
        for events in &self.events {
            first.push(first[first.len() - 1] + events.len());
        }
        let count = first[self.events.len()];
        assert!(count <= 128, "more events than a set has room for");
        let number = |(cpu, index): Id| if cpu == INIT { index } else { first[cpu] + index };
        let mut events = vec![Event::default(); self.mo.len()];
        events.extend(self.events.iter().flatten());
        let none = || vec![0_u128; count];

        let mut order = none();
        for (cpu, events) in self.events.iter().enumerate() {
            for index in 0..events.len() {
                let me = first[cpu] + index;
                (0..self.mo.len()).for_each(|init| order[init] |= 1 << me);
                (first[cpu]..me).for_each(|before| order[before] |= 1 << me);
            }
        }
        let (mut rf, mut mo, mut rb) = (none(), none(), none());
        let mut source = vec![None; count];
        for (reader, event) in events.iter().enumerate() {
            if let Some(store) = event.rf {
                rf[number(store)] |= 1 << reader;
                source[reader] = Some(number(store));
            }
        }
        for stores in &self.mo {
            let stores: Vec<usize> = stores.iter().map(|id| number(*id)).collect();
            for (place, store) in stores.iter().enumerate() {
                let later = stores[place + 1..].iter().fold(0, |all, later| all | 1 << later);
                mo[*store] |= later;
                for reader in (0..count).filter(|reader| rf[*store] >> reader & 1 != 0) {
                    rb[reader] |= later & !(1 << reader);
                    let updates = events[reader].stores.is_some();
                    if updates && stores.get(place + 1) != Some(&reader) {
                        return false; // an update comes right after what it read
                    }
                }
            }
        }
        let hb = closed(synchronised(&events, &order, &source));
        let mut eco: Relation = (0..count).map(|e| rf[e] | mo[e] | rb[e]).collect();
        eco = closed(eco);
        let incoherent = (0..count).any(|e| {
            hb[e] >> e & 1 != 0 || (0..count).any(|o| hb[e] >> o & 1 != 0 && eco[o] >> e & 1 != 0)
        });
        let fences = (0..count).filter(|e| events[*e].sc).fold(0, |all, e| all | 1_u128 << e);
        let around = then(&then(&hb, &eco), &hb);
        let psc = (0..count).map(|e| match fences >> e & 1 {
            0 => 0,
            _ => (hb[e] | around[e]) & fences,
        });
        !incoherent && !has_cycle(psc.collect())
    }
}

/// Program order, and release to acquire.
fn synchronised(events: &[Event], order: &Relation, source: &[Option<usize>]) -> Relation {
    let count = events.len();
    let before = |e: usize| (0..count).filter(move |other| order[*other] >> e & 1 != 0);
    let mut relation = order.clone();
    for (reader, from) in source.iter().enumerate() {
        let after = (0..count).filter(|e| order[reader] >> e & 1 != 0);
        let fenced = after.filter(|e| events[*e].fence && events[*e].acquire);
        let mut to = fenced.fold(0_u128, |all, e| all | 1 << e);
        if events[reader].acquire {
            to |= 1 << reader;
        }
        // The store it returns, and the stores that one updated.
        let mut store = *from;
        while let (Some(head), true) = (store, to != 0) {
            if events[head].release && !events[head].fence {
                relation[head] |= to;
            }
            for fence in before(head).filter(|e| events[*e].fence && events[*e].release) {
                relation[fence] |= to;
            }
            store = source[head];
        }
    }
    relation
}
