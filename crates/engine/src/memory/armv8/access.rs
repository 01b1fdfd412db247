//! Loads, stores and updates of entries: which store a load may return, and where a store goes.

use pmdrace_mm::{Addr, ReadOrder, RmwOrder};

use super::super::{KEPT, Step, Visit};
use super::Armv8;
use super::state::{Message, Oldest, State, Time};
use crate::program::numbers::STAYS;

/// Where a store goes: to the end of the list, or to the place that was promised.
#[derive(Clone, Copy)]
struct Place {
    /// The choice of the step.
    which: usize,
    promised: Option<Time>,
}

/// A store that a CPU is about to make.
#[derive(Clone, Copy)]
pub(super) struct Store {
    pub(super) at: Addr,
    pub(super) value: u16,
    pub(super) release: bool,
    pub(super) exclusive: bool,
    /// What it must come after, if that is not before all promises anyway.
    pub(super) after: Time,
}

impl<const L: usize> Armv8<'_, L> {
    pub(super) fn read(
        &self,
        state: &State<L>,
        slot: usize,
        (at, order, waits): (Addr, ReadOrder, bool),
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let entry = self.place[at.0];
        let Some(found) = self.address(state, slot, entry) else { return };
        let mut last = true;
        for (place, (time, message)) in self.readable(state, slot, entry, order, found) {
            if self.frame.refuses(state.heads[slot], u16::from(message.value)) {
                continue;
            }
            last = false;
            next.copy(state);
            let view = self.seen(next, slot, (time, message), order, found);
            // All that follows a read that waits depends on it.
            if waits && !Self::fits(next, slot, view) {
                continue;
            }
            if order == ReadOrder::Acquire {
                let before = self.fenced(next, slot);
                let fits = Self::acquire(next, slot, view.max(before));
                if !(fits || waits && self.isa.waits_by_read_barrier()) {
                    continue;
                }
            }
            if order == ReadOrder::Dependency {
                let cpu = &mut next.cpus[slot];
                cpu.found = cpu.found.max(view);
            }
            let step = match self.follow(next.heads[slot], u16::from(message.value)) {
                Ok(edge) => {
                    if self.depends(next, slot, edge).is_none() {
                        continue;
                    }
                    self.answered(next, slot, edge, view);
                    Ok(self.advance(next, slot, edge, Some(at.0)))
                }
                Err(missing) => Err(missing),
            };
            visit(step.map(|step| step.with_choice(place)), next);
        }
        // A CPU that has promised something does go on.
        let newest = state.stores(entry).next().filter(|_| state.first_promise(slot).is_none());
        if let Some((time, message)) = newest
            && !last
            && self.frame.refuses(state.heads[slot], u16::from(message.value))
        {
            next.copy(state);
            next.cpus[slot].coherence[entry] = time;
            self.normalise(next);
            visit(Ok(Step::SPINS), next);
        }
    }

    /// Whether a CPU that waits for a word may read one.
    pub(super) fn can_read(
        &self,
        state: &State<L>,
        slot: usize,
        at: Addr,
        order: ReadOrder,
    ) -> bool {
        let entry = self.place[at.0];
        let Some(found) = self.address(state, slot, entry) else { return false };
        let head = state.heads[slot];
        let mut readable = self.readable(state, slot, entry, order, found);
        readable.any(|(_, (_, message))| !self.frame.refuses(head, u16::from(message.value)))
    }

    /// The stores that a CPU may read, each with its distance from the newest.
    fn readable<'s>(
        &self,
        state: &'s State<L>,
        slot: usize,
        entry: usize,
        order: ReadOrder,
        found: Time,
    ) -> impl Iterator<Item = (usize, (Time, Message))> + 's {
        let cpu = &state.cpus[slot];
        let released = if order == ReadOrder::Acquire { cpu.released } else { 0 };
        let seen = found.max(cpu.reads_after).max(released).max(cpu.coherence[entry]);
        let oldest = state.newest_in(entry, seen);
        // Not its own promise, nor what comes after that.
        let mine = state.promises(slot).find(|(_, message)| usize::from(message.entry) == entry);
        let limit = mine.map_or(Time::MAX, |(time, _)| time);
        let stores = state.stores(entry).enumerate();
        stores.filter(move |(_, (time, _))| *time >= oldest && *time < limit)
    }

    /// A CPU reads a store; returns the view that the value carries.
    fn seen(
        &self,
        next: &mut State<L>,
        slot: usize,
        (time, message): (Time, Message),
        order: ReadOrder,
        found: Time,
    ) -> Time {
        let cpu = &mut next.cpus[slot];
        let acquire = order == ReadOrder::Acquire;
        let entry = usize::from(message.entry);
        let released = if acquire { cpu.released } else { 0 };
        // A store is forwarded to the CPU that made it. From an update a load-acquire also sees what that has read.
        let seen = match usize::from(message.by) == slot {
            true if !message.exclusive => 0,
            true if self.isa.updates_are_one => time,
            true if acquire => cpu.updated[entry],
            true => 0,
            false => time,
        };
        let view = seen.max(found).max(cpu.reads_after).max(released);
        cpu.coherence[entry] = cpu.coherence[entry].max(time);
        cpu.read = cpu.read.max(view);
        view
    }

    /// Where a store can go.
    fn places(&self, state: &State<L>, slot: usize, store: Store) -> Vec<Place> {
        let entry = self.place[store.at.0];
        let here = |message: &Message| usize::from(message.entry) == entry;
        let Some((_, (time, first))) =
            state.promises(slot).enumerate().find(|(_, (_, message))| here(message))
        else {
            return vec![Place { which: 0, promised: None }];
        };
        // A later place would come after one that is still to be kept.
        let same = u16::from(first.value) == store.value && first.exclusive == store.exclusive;
        let coherent = state.cpus[slot].coherence[entry] < time;
        let index = state.promises(slot).take_while(|(other, _)| *other < time).count();
        let keeps = same && coherent && !store.release;
        let place = Place { which: usize::from(KEPT) + index, promised: Some(time) };
        keeps.then_some(place).into_iter().collect()
    }

    /// Makes a store; returns the property that it violates.
    fn store(&self, next: &mut State<L>, slot: usize, store: Store, place: Place) -> u32 {
        let Store { at, value, release, exclusive, after } = store;
        let entry = self.place[at.0];
        let may_lose = self.frame.may_lose(next.heads[slot]);
        let (time, violated) = match place.promised {
            Some(time) => {
                let before = next.stores(entry).find(|(other, _)| *other < time);
                let old = before.map_or(0, |(_, message)| u16::from(message.value));
                next.list[usize::from(time) - 1].promised = false;
                (time, self.frame.lost(may_lose, at.0, value, old))
            }
            None => {
                let old = next.stores(entry).next().map_or(0, |(_, newest)| newest.value);
                let (by, value) = (slot as u8, value as u8);
                let message = Message { entry: entry as u8, value, by, exclusive, promised: false };
                let time = match self.shared[entry] {
                    true => {
                        next.list.push(message);
                        next.list.len() as Time
                    }
                    // Wherever it is, nobody else can tell: as early as possible.
                    false => {
                        let cpu = &next.cpus[slot];
                        let all = if release { cpu.all() } else { 0 };
                        let time = after.max(all).max(next.oldest[entry].time);
                        next.oldest[entry] = Oldest { message, time };
                        time
                    }
                };
                let (value, old) = (u16::from(value), u16::from(old));
                let violated = self.frame.stored(&mut next.heads, may_lose, at.0, value, old);
                (time, violated)
            }
        };
        let cpu = &mut next.cpus[slot];
        cpu.coherence[entry] = time;
        cpu.made = cpu.made.max(time);
        if release {
            self.released(next, slot, time);
        }
        violated
    }

    pub(super) fn write(
        &self,
        state: &State<L>,
        slot: usize,
        store: Store,
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let Some(found) = self.address(state, slot, self.place[store.at.0]) else { return };
        for place in self.places(state, slot, store) {
            next.copy(state);
            let edge = match self.follow(next.heads[slot], 0) {
                Ok(edge) => edge,
                Err(missing) => {
                    visit(Err(missing), next);
                    continue;
                }
            };
            let Some(depends) = self.depends(next, slot, edge) else { continue };
            let store = Store { after: found.max(depends.data), ..store };
            if place.promised.is_some_and(|time| store.after >= time)
                || store.release && !self.may_release(next, slot)
            {
                continue;
            }
            let violated = self.store(next, slot, store, place);
            let step = self.advance(next, slot, edge, None).violating(violated);
            visit(Ok(step.with_choice(place.which)), next);
        }
    }

    pub(super) fn update(
        &self,
        state: &State<L>,
        slot: usize,
        (at, word, order): (Addr, Option<u16>, RmwOrder),
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let entry = self.place[at.0];
        let Some(found) = self.address(state, slot, entry) else { return };
        let class = state.heads[slot];
        let readable: Vec<_> = self.readable(state, slot, entry, ReadOrder::Once, found).collect();
        for (distance, (time, message)) in readable {
            let edge = match self.follow(class, u16::from(message.value)) {
                Ok(edge) => edge,
                Err(missing) => {
                    next.copy(state);
                    visit(Err(missing), next);
                    continue;
                }
            };
            let value = word.unwrap_or(edge.stored);
            if value == STAYS {
                // Nothing is stored or ordered.
                next.copy(state);
                let view = self.seen(next, slot, (time, message), ReadOrder::Once, found);
                if self.depends(next, slot, edge).is_some() {
                    self.answered(next, slot, edge, view);
                    let step = self.advance(next, slot, edge, None);
                    visit(Ok(step.with_choice(distance)), next);
                }
                continue;
            }
            let full = order == RmwOrder::Full;
            let store = Store { at, value, release: full, exclusive: true, after: 0 };
            for place in self.places(state, slot, store) {
                // Right behind the store that is read.
                let after = state.stores(entry).take_while(|(other, _)| *other > time).last();
                let next_to_it = match (place.promised, after) {
                    (None, None) => true,
                    (Some(promised), Some((first, _))) => promised == first,
                    _ => false,
                };
                if !next_to_it {
                    continue;
                }
                next.copy(state);
                let mut view = self.seen(next, slot, (time, message), ReadOrder::Once, found);
                let Some(depends) = self.depends(next, slot, edge) else { continue };
                let store = Store { after: view.max(depends.data), ..store };
                if place.promised.is_some_and(|time| store.after >= time) {
                    continue;
                }
                let violated = self.store(next, slot, store, place);
                let cpu = &mut next.cpus[slot];
                cpu.updated[entry] = view;
                if self.isa.updates_are_one {
                    view = cpu.coherence[entry];
                    cpu.read = cpu.read.max(view);
                }
                if full && !Self::full_barrier(next, slot) {
                    continue;
                }
                self.answered(next, slot, edge, view);
                let step = self.advance(next, slot, edge, None).violating(violated);
                visit(Ok(step.with_choice(place.which)), next);
            }
        }
    }
}
