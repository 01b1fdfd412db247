//! Who waits in which primitive, and who is stuck when an execution has ended.

use pmdrace_mm::{Event, LockId, Op, Stuck, SyncOp, Wait};

use super::Record;

/// A primitive that has not returned yet.
#[derive(Clone, Copy)]
pub(super) struct Inside {
    op: SyncOp,
    /// For an interrupt or a grace period, the CPU that it waits for.
    on: Option<usize>,
    /// For a writer of a semaphore that keeps later readers out, the number of events before it did.
    queued: Option<usize>,
}

impl Record {
    /// Records that a CPU enters a primitive in which it may have to wait, until its event is recorded.
    pub(in crate::loom) fn enter(&mut self, cpu: usize, op: SyncOp) {
        self.inside[cpu] = Some(Inside { op, on: None, queued: None });
    }

    /// Records for which CPU an interrupt or a grace period waits now.
    pub(in crate::loom) fn waits_on(&mut self, cpu: usize, target: usize) {
        if let Some(inside) = &mut self.inside[cpu] {
            inside.on = Some(target);
        }
    }

    /// Records that a writer of a semaphore keeps later readers out.
    pub(in crate::loom) fn queued(&mut self, cpu: usize) {
        let events = self.events.len();
        if let Some(inside) = &mut self.inside[cpu] {
            inside.queued = Some(events);
        }
    }

    /// Records that a CPU has ended with a lock held.
    pub(in crate::loom) fn ended_holding(&mut self, cpu: usize) {
        self.holding.push(cpu);
    }

    /// Whether some CPU is in a primitive that has not returned.
    pub(in crate::loom) fn is_waiting(&self) -> bool {
        self.inside.iter().any(Option::is_some)
    }

    /// Ends the record of an execution: appends who is stuck, and inserts who queued for a semaphore in vain.
    pub(in crate::loom) fn end(&mut self) {
        let waiting = std::mem::take(&mut self.inside);
        let mut stuck: Vec<(usize, Option<Inside>)> = Vec::new();
        for (cpu, inside) in waiting.into_iter().enumerate() {
            if inside.is_some() || self.holding.contains(&cpu) {
                stuck.push((cpu, inside));
            }
        }
        let queued = |(cpu, inside): &(usize, Option<Inside>)| {
            let inside = (*inside)?;
            let sem = inside.op.lock()?;
            Some((self.queues_at(sem, inside.queued?)?, *cpu, sem))
        };
        let mut queues: Vec<(usize, usize, LockId)> = stuck.iter().filter_map(queued).collect();
        // The last one first, so that the places of the others stay.
        queues.sort_unstable_by_key(|(place, ..)| std::cmp::Reverse(*place));
        for (place, cpu, sem) in queues {
            self.insert(place, Event { cpu, op: Op::Queue(sem) });
        }
        for (cpu, inside) in stuck {
            let on = inside.and_then(|inside| inside.on).into_iter().collect();
            let inside = inside.map(|inside| Wait::Return(inside.op));
            let op = Op::Stuck(Stuck { inside, on });
            self.events.push(Event { cpu, op });
        }
        self.holding.clear();
    }

    /// The CPUs that violate a property at an event: in a deadlock all that are stuck.
    pub(in crate::loom) fn violators(&self, at: usize) -> impl Iterator<Item = usize> {
        let stuck = |event: &Event| matches!(event.op, Op::Stuck(_));
        let deadlock = stuck(&self.events[at]);
        let events = self.events.iter().enumerate();
        let by = events.filter(move |(index, event)| *index == at || deadlock && stuck(event));
        by.map(|(_, event)| event.cpu)
    }

    /// Where a writer that waits for a semaphore since then keeps readers out who could go on otherwise: from
    /// when no other writer holds it. None if one still does.
    fn queues_at(&self, sem: LockId, since: usize) -> Option<usize> {
        let writes = |event: &Event| match event.op {
            Op::Sync(SyncOp::DownWrite(held)) if held == sem => Some(true),
            Op::Sync(SyncOp::UpWrite(held) | SyncOp::Downgrade(held)) if held == sem => Some(false),
            _ => None,
        };
        let events = self.events.iter().enumerate().rev();
        match events.filter_map(|(index, event)| Some((index, writes(event)?))).next() {
            Some((_, true)) => None,
            Some((index, false)) => Some(since.max(index + 1)),
            None => Some(since),
        }
    }

    /// Inserts an event that stores nothing.
    fn insert(&mut self, place: usize, event: Event) {
        for event in &mut self.events {
            if let Op::Read { from: Some(from), .. } = &mut event.op
                && *from >= place
            {
                *from += 1;
            }
        }
        self.events.insert(place, event);
        let moved = |index: usize| index + usize::from(index >= place);
        let updates = std::mem::take(&mut self.updates).into_iter();
        self.updates = updates.map(|(index, read)| (moved(index), read.map(moved))).collect();
        self.causality.move_events(moved);
    }
}
