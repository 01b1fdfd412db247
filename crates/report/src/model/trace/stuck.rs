//! The story of a deadlock: who waits for what, who holds it, and since which step.

use pmdrace_mm::{
    Addr, Cell, Event, Held, Hold, LockId, Model, Op, Stuck, SyncOp, Wait, Word, holdings,
};

use super::describe;

/// What each CPU holds when an execution has ended in a deadlock.
pub(crate) struct Story<'s> {
    model: &'s Model,
    events: &'s [Event],
    numbers: &'s [usize],
    /// The CPU whose story it is.
    cpu: usize,
    held: Vec<Vec<Held>>,
}

impl<'s> Story<'s> {
    /// The story that the event at an index ends.
    pub(crate) fn new(
        model: &'s Model,
        events: &'s [Event],
        index: usize,
        numbers: &'s [usize],
    ) -> Story<'s> {
        let held = holdings(model.roles.len(), &events[..index]);
        Story { model, events, numbers, cpu: events[index].cpu, held }
    }

    fn lock(&self, lock: LockId) -> &str {
        &self.model.locks[lock.0].name
    }

    /// What the CPU waits for.
    pub(crate) fn waits(&self, stuck: &Stuck) -> String {
        match stuck.inside {
            None => "has ended and holds a lock".to_owned(),
            Some(Wait::Return(op)) => {
                let argument = op.lock().map_or("", |lock| self.lock(lock));
                format!("waits forever in {}({argument})", op.name())
            }
            Some(Wait::Word { at, stays }) => {
                let Cell { name, kind, .. } = &self.model.cells[at.0];
                format!("waits forever for {name}, which stays {}", describe::bits(*kind, stays))
            }
        }
    }

    /// Who stored the last word at an address.
    fn stored(&self, at: Addr, stays: Word) -> String {
        let stores = |event: &Event| match event.op {
            Op::Write { at: to, word } | Op::Rmw { at: to, new: Some(word), .. } => {
                to == at && word == stays
            }
            _ => false,
        };
        match self.events.iter().rposition(stores) {
            None => "nobody stores to it".to_owned(),
            Some(last) => {
                let cpu = self.events[last].cpu;
                let name = &self.model.roles[cpu].name;
                format!("CPU{cpu} {name} stored that in step {}", self.numbers[last])
            }
        }
    }

    /// Who keeps it waiting.
    fn blockers(&self, stuck: &Stuck) -> Vec<String> {
        let op = match stuck.inside {
            None => return Vec::new(),
            Some(Wait::Word { at, stays }) => return vec![self.stored(at, stays)],
            Some(Wait::Return(op)) => op,
        };
        let blocks = |cpu: usize, hold: Hold| match op {
            SyncOp::Ipi(_) => stuck.on.contains(&cpu) && hold == Hold::IrqsOff,
            SyncOp::GracePeriod => {
                stuck.on.contains(&cpu) && matches!(hold, Hold::IrqsOff | Hold::Rcu)
            }
            SyncOp::DownRead(_) => hold.lock() == op.lock() && !matches!(hold, Hold::Read(_)),
            _ => hold.lock() == op.lock() && !matches!(hold, Hold::Queued(_)),
        };
        let cpus = self.held.iter().enumerate();
        let all = cpus.flat_map(|(cpu, held)| held.iter().map(move |held| (cpu, *held)));
        let mut told: Vec<String> = Vec::new();
        for (cpu, (hold, since)) in all.filter(|(cpu, (hold, _))| blocks(*cpu, *hold)) {
            let who = match cpu == self.cpu {
                true => format!("CPU{cpu}"),
                false => format!("CPU{cpu} {}", self.model.roles[cpu].name),
            };
            told.push(format!("{who} {}", self.since(hold, since)));
        }
        told
    }

    /// Who keeps it waiting, and what it holds itself.
    pub(crate) fn details(&self, stuck: &Stuck) -> Vec<String> {
        let mut told = self.blockers(stuck);
        for own in self.own() {
            if !told.contains(&own) {
                told.push(own);
            }
        }
        told
    }

    /// What the CPU itself holds, and since when it waits.
    fn own(&self) -> Vec<String> {
        let mine = self.held[self.cpu].iter().filter(|(hold, _)| !matches!(hold, Hold::Queued(_)));
        let mut told: Vec<String> = mine
            .map(|(hold, since)| format!("CPU{} {}", self.cpu, self.since(*hold, *since)))
            .collect();
        let done = |event: &Event| event.cpu == self.cpu && !matches!(event.op, Op::Stuck(_));
        let last = self.events.iter().rposition(done);
        told.extend(last.map(|last| {
            format!("CPU{} has not moved since step {}", self.cpu, self.numbers[last])
        }));
        told
    }

    fn since(&self, hold: Hold, since: usize) -> String {
        let since = self.numbers[since];
        match hold {
            Hold::Lock(lock) => format!("has held {} since step {since}", self.lock(lock)),
            Hold::Read(sem) => {
                format!("has held {} for reading since step {since}", self.lock(sem))
            }
            Hold::Queued(sem) => {
                format!("has waited to write {} since step {since}", self.lock(sem))
            }
            Hold::IrqsOff => format!("has had its interrupts off since step {since}"),
            Hold::Rcu => format!("has been in an RCU read section since step {since}"),
        }
    }
}
