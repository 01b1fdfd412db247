//! [`Cpu`] on shuttle: sequentially consistent, depth first over every schedule.
//!
//! A word's atomic holds the index of its store in a list, so that the meaning travels with the bits;
//! shuttle switches before an operation, so what is recorded right after one is in the order of execution.

use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;
use pmdrace_mm::{
    Addr, Answer, Call, CellKind, Change, CountOp, Cpu, Event, LockId, Meaning, Model, Note, Op,
    SyncOp, Word,
};
use shuttle::scheduler::DfsScheduler;
use shuttle::sync::atomic::{AtomicU64, Ordering::SeqCst};
use shuttle::sync::{Mutex as Lock, MutexGuard};
use shuttle::{Config, MaxSteps, Runner, thread};

/// What shuttle found.
pub(crate) struct Found {
    pub(crate) executions: u64,
    pub(crate) violating: u64,
    /// Whether it ran out of time.
    pub(crate) cut: bool,
}

/// Explores every schedule of a model, or as many as fit in `most`.
pub(crate) fn explore(model: &Arc<Model>, most: Duration) -> Found {
    let violating = Arc::new(Mutex::new(0));
    let mut config = Config::new();
    config.max_time = Some(most);
    config.max_steps = MaxSteps::None;
    config.stack_size = 0x10000;
    config.silence_warnings = true;
    let runner = Runner::new(DfsScheduler::new(None, false), config);
    let (of, count) = (Arc::clone(model), Arc::clone(&violating));
    let started = std::time::Instant::now();
    let executions = runner.run(move || {
        let machine = Arc::new(Machine::new(&of));
        let spawn = |role: usize| {
            let (model, machine) = (Arc::clone(&of), Arc::clone(&machine));
            thread::spawn(move || model.run(role, &ShuttleCpu::new(&machine, role)))
        };
        let others: Vec<_> = (1..of.roles.len()).map(spawn).collect();
        of.run(0, &ShuttleCpu::new(&machine, 0));
        for other in others {
            other.join().expect("a role that does not panic");
        }
        let judged = of.judge(&machine.record.lock().events);
        *count.lock() += u64::from(judged.violated_at.iter().any(Option::is_some));
    });
    let violating = *violating.lock();
    Found { executions: executions as u64, violating, cut: started.elapsed() >= most }
}

#[derive(Default)]
struct Record {
    events: Vec<Event>,
    /// Every store: what, and at which event.
    stores: Vec<(Word, Option<usize>)>,
}

struct Machine {
    cells: Vec<(CellKind, AtomicU64)>,
    locks: Vec<Lock<()>>,
    record: Mutex<Record>,
}

impl Machine {
    fn new(model: &Model) -> Machine {
        let cell = |(index, cell): (usize, &pmdrace_mm::Cell)| {
            let holds = match cell.kind {
                CellKind::Counter => cell.init.bits,
                _ => index as u64,
            };
            (cell.kind, AtomicU64::new(holds))
        };
        let stores = model.cells.iter().map(|cell| (cell.init, None)).collect();
        Machine {
            cells: model.cells.iter().enumerate().map(cell).collect(),
            locks: model.locks.iter().map(|_| Lock::new(())).collect(),
            record: Mutex::new(Record { events: Vec::new(), stores }),
        }
    }
}

struct ShuttleCpu<'m> {
    machine: &'m Machine,
    cpu: usize,
    held: std::cell::RefCell<Vec<(LockId, MutexGuard<'m, ()>)>>,
}

impl<'m> ShuttleCpu<'m> {
    fn new(machine: &'m Machine, cpu: usize) -> ShuttleCpu<'m> {
        ShuttleCpu { machine, cpu, held: std::cell::RefCell::default() }
    }

    fn push(&self, op: Op) {
        self.machine.record.lock().events.push(Event { cpu: self.cpu, op });
    }

    fn announce(&self, word: Word) -> u64 {
        let mut record = self.machine.record.lock();
        record.stores.push((word, None));
        record.stores.len() as u64 - 1
    }

    /// The store of this index was made by the event that comes next.
    fn made(&self, index: u64) {
        let mut record = self.machine.record.lock();
        let event = Some(record.events.len());
        record.stores[index as usize].1 = event;
    }

    fn stored(&self, index: u64) -> (Word, Option<usize>) {
        self.machine.record.lock().stores[index as usize]
    }

    fn cell(&self, at: Addr) -> &AtomicU64 {
        &self.machine.cells[at.0].1
    }

    fn read(&self, at: Addr) -> Word {
        if self.machine.cells[at.0].0 == CellKind::Counter {
            return Word::new(self.cell(at).load(SeqCst), Meaning::Count { reused: false });
        }
        let (word, from) = self.stored(self.cell(at).load(SeqCst));
        self.push(Op::Read { at, word, from });
        word
    }

    fn write(&self, at: Addr, word: Word) {
        match self.machine.cells[at.0].0 {
            CellKind::Counter => self.cell(at).store(word.bits, SeqCst),
            _ => {
                let index = self.announce(word);
                self.cell(at).store(index, SeqCst);
                self.made(index);
            }
        }
        self.push(Op::Write { at, word });
    }

    fn xchg(&self, at: Addr, word: Word) -> Word {
        let index = self.announce(word);
        let (old, _) = self.stored(self.cell(at).swap(index, SeqCst));
        self.made(index);
        self.push(Op::Rmw { at, old, new: Some(word) });
        old
    }

    fn update(&self, at: Addr, change: Change<'_>) -> Word {
        let mut found = self.cell(at).load(SeqCst);
        loop {
            let (old, _) = self.stored(found);
            let Some(new) = change(old) else { return old };
            let index = self.announce(new);
            match self.cell(at).compare_exchange(found, index, SeqCst, SeqCst) {
                Ok(_) => {
                    let new = Some(self.stored(index).0);
                    self.made(index);
                    self.push(Op::Rmw { at, old, new });
                    return old;
                }
                Err(other) => found = other,
            }
        }
    }

    fn count(&self, at: Addr, op: CountOp) -> Answer {
        let result = self.cell(at).fetch_update(SeqCst, SeqCst, |value| op.apply(value).0);
        let (Ok(old) | Err(old)) = result;
        let word = |bits| Word::new(bits, Meaning::Count { reused: false });
        let (new, yes) = op.apply(old);
        self.push(Op::Rmw { at, old: word(old), new: new.map(word) });
        Answer::test(yes, word(old))
    }

    fn do_sync(&self, op: SyncOp) {
        match op {
            SyncOp::Lock(lock) => {
                let guard = self.machine.locks[lock.0].lock().expect("a lock that nobody poisons");
                self.held.borrow_mut().push((lock, guard));
            }
            SyncOp::Unlock(lock) => {
                self.push(Op::Sync(op));
                let mut held = self.held.borrow_mut();
                let index = held.iter().position(|(known, _)| *known == lock);
                let guard = index.map(|index| held.remove(index));
                drop(held);
                drop(guard);
                return;
            }
            SyncOp::DownRead(_)
            | SyncOp::UpRead(_)
            | SyncOp::DownWrite(_)
            | SyncOp::UpWrite(_)
            | SyncOp::Downgrade(_)
            | SyncOp::GracePeriod => unreachable!("{op:?} is not modelled here"),
            _ => {}
        }
        self.push(Op::Sync(op));
    }
}

impl Cpu for ShuttleCpu<'_> {
    fn call(&self, call: Call, change: Change<'_>) -> Answer {
        match call {
            Call::Read { at, .. } => Answer::Word(self.read(at)),
            Call::Write { at, word, .. } => {
                self.write(at, word);
                Answer::Done
            }
            Call::Xchg { at, word, .. } => Answer::Word(self.xchg(at, word)),
            Call::Await { at, .. } => unreachable!("{at:?} is not waited for here"),
            Call::Update { at, .. } => Answer::Word(self.update(at, change)),
            Call::Count { at, op } => self.count(at, op),
            Call::Sync(op) => {
                self.do_sync(op);
                Answer::Done
            }
        }
    }

    fn note(&self, note: Note) {
        self.push(Op::Note(note));
    }
}
