//! [`Execution`]: an execution graph, complete or with threads and sources missing.

use crate::{Event, Kind, Loc, Relation, Set, Tag};

/// An execution graph: events, what program text says of them, and what memory did. While a search builds it,
/// threads are missing, some reads have no source, and `co` orders the writes that are there.
#[derive(Clone, Debug, Default)]
pub struct Execution {
    /// The events: an initial write per location, then those of one thread after the other.
    pub events: Vec<Event>,
    /// The thread of each event; None of an initial write.
    pub thread: Vec<Option<u8>>,
    /// Program order: between events of different instructions of one thread.
    pub po: Relation,
    /// Address dependencies.
    pub addr: Relation,
    /// Data dependencies.
    pub data: Relation,
    /// What values are computed from.
    pub flow: Relation,
    /// Control dependencies.
    pub ctrl: Relation,
    /// The order of events of one instruction by data.
    pub iico_data: Relation,
    /// The order of events of one instruction by control.
    pub iico_ctrl: Relation,
    /// Address dependencies, through selected values too.
    pub pick_addr: Relation,
    /// Data dependencies, through selected values too.
    pub pick_data: Relation,
    /// Control dependencies, through selected values too.
    pub pick_ctrl: Relation,
    /// Dependencies of any kind, through selected values too, except by control.
    pub pick: Relation,
    /// The order of events of one instruction by decree.
    pub iico_order: Relation,
    /// The read of a read-modify-write to its write.
    pub rmw: Relation,
    /// Parts of one single-copy atomic access, and every other event to itself.
    pub same_access: Relation,
    /// Whether an access has several parts.
    pub divided: bool,
    /// A write to the reads that return its value.
    pub rf: Relation,
    /// Coherence: a write to the later writes of its location.
    pub co: Relation,
    /// Events of the same location.
    pub loc: Relation,
    /// Events of the same thread.
    pub int: Relation,
    /// Whether it is complete: no thread, source or place in coherence is missing.
    pub complete: bool,
}

impl Execution {
    /// The graph of these threads, without sources and coherence. Each thread has its number and its events.
    pub fn new(initial: &[Event], threads: &[(u8, &[Event])]) -> Execution {
        let count = initial.len() + threads.iter().map(|(_, events)| events.len()).sum::<usize>();
        let mut graph = Execution {
            events: initial.to_vec(),
            thread: vec![None; initial.len()],
            po: Relation::empty(count),
            addr: Relation::empty(count),
            data: Relation::empty(count),
            flow: Relation::empty(count),
            ctrl: Relation::empty(count),
            iico_data: Relation::empty(count),
            iico_ctrl: Relation::empty(count),
            pick_addr: Relation::empty(count),
            pick_data: Relation::empty(count),
            pick_ctrl: Relation::empty(count),
            pick: Relation::empty(count),
            iico_order: Relation::empty(count),
            rmw: Relation::empty(count),
            same_access: Relation::identity(count, Set::first(count)),
            divided: false,
            rf: Relation::empty(count),
            co: Relation::empty(count),
            loc: Relation::empty(count),
            int: Relation::empty(count),
            complete: false,
        };
        for (number, events) in threads {
            graph.add(*number, events);
        }
        let mut at: Vec<Set> = Vec::new();
        for (index, event) in graph.events.iter().enumerate() {
            let Some(Loc(loc)) = event.at else { continue };
            let loc = usize::from(loc);
            at.resize(at.len().max(loc + 1), Set::EMPTY);
            at[loc].insert(index);
        }
        for same in at {
            same.iter().for_each(|event| graph.loc.insert_all(event, same));
        }
        graph
    }

    fn add(&mut self, number: u8, events: &[Event]) {
        let base = self.events.len();
        let ordered = |event: &Event| !event.tags.has(Tag::Spontaneous);
        let own = events.iter().enumerate().filter(|(_, event)| ordered(event));
        let own = own.map(|(index, _)| base + index).collect();
        for (index, event) in events.iter().enumerate() {
            let here = base + index;
            for (other, earlier) in events.iter().enumerate() {
                if earlier.instruction < event.instruction && ordered(earlier) && ordered(event) {
                    self.po.insert(base + other, here);
                }
            }
            for (relation, from) in [
                (&mut self.addr, event.addr),
                (&mut self.data, event.data),
                (&mut self.flow, event.flow | event.data),
                (&mut self.ctrl, event.ctrl),
                (&mut self.iico_data, event.iico_data),
                (&mut self.iico_ctrl, event.iico_ctrl),
                (&mut self.pick_addr, event.pick_addr | event.addr),
                (&mut self.pick_data, event.pick_data | event.data),
                (&mut self.pick_ctrl, event.pick_ctrl | event.ctrl),
                (&mut self.pick, event.pick),
                (&mut self.iico_order, event.iico_order),
            ] {
                from.iter().for_each(|from| relation.insert(base + from, here));
            }
            if let Some(read) = event.rmw {
                self.rmw.insert(base + usize::from(read), here);
            }
            let part = |event: &Event, index| event.part_of.map_or(index, usize::from);
            for (other, earlier) in events.iter().enumerate().take(index) {
                if part(earlier, other) == part(event, index) {
                    self.same_access.insert(base + other, here);
                    self.same_access.insert(here, base + other);
                    self.divided = true;
                }
            }
            self.int.insert_all(here, if ordered(event) { own } else { Set::one(here) });
            self.events.push(event.clone());
            self.thread.push(Some(number));
        }
    }

    /// The number of events.
    pub fn count(&self) -> usize {
        self.events.len()
    }

    /// The events for which `is` holds.
    pub fn all(&self, is: impl Fn(&Event) -> bool) -> Set {
        let events = self.events.iter().enumerate();
        events.filter(|(_, event)| is(event)).map(|(index, _)| index).collect()
    }

    /// The events with this annotation.
    pub fn tagged(&self, tag: Tag) -> Set {
        self.all(|event| event.tags.has(tag))
    }

    /// The reads.
    pub fn reads(&self) -> Set {
        self.all(|event| event.kind == Kind::Read)
    }

    /// The writes, initial ones too.
    pub fn writes(&self) -> Set {
        self.all(|event| event.kind == Kind::Write)
    }

    /// The initial writes.
    pub fn initial(&self) -> Set {
        let threads = self.thread.iter().enumerate();
        threads.filter(|(_, thread)| thread.is_none()).map(|(index, _)| index).collect()
    }

    /// An order of events as one of whole accesses, as single-copy atomicity demands.
    pub fn of_accesses(&self, order: Relation) -> Relation {
        match self.divided {
            true => self.same_access.then(&order).then(&self.same_access),
            false => order,
        }
    }

    /// Events of one instruction.
    pub fn same_instruction(&self) -> Relation {
        &(&self.int - &self.po) - &self.po.inverse()
    }

    /// From-reads: a read to the writes that come after its source in coherence.
    pub fn fr(&self) -> Relation {
        let mut fr = Relation::empty(self.count());
        // A read has one source.
        self.rf.pairs().for_each(|(source, read)| fr.set_row(read, self.co.row(source)));
        fr
    }

    /// The pairs of a relation between different threads; an initial write is of none.
    pub fn external(&self, relation: &Relation) -> Relation {
        relation - &self.int
    }

    /// The pairs of a relation in one thread.
    pub fn internal(&self, relation: &Relation) -> Relation {
        relation & &self.int
    }
}
