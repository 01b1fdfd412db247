//! The machine of `lkmm` against the axioms of the kernel's model, over execution graphs.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::Arc;

use pmdrace_axioms::model::{Lkmm, Release};
use pmdrace_axioms::{
    End as Ended, Event, Found, Kind, Limits, Loc, Program, Run, Set, Tag, Tags, Value, Visitor,
    explore,
};
use pmdrace_engine::{Budget, End, LastState, search};
use pmdrace_mm::routine::litmus;
use pmdrace_mm::{
    Call, CellKind, CountOp, LockKind, MemoryModel, Model, ReadOrder, RmwOrder, SyncOp, WriteOrder,
};
use pmdrace_pgtable::Kernel;
use pmdrace_scenario::Scenario;

use crate::catalogue::{cells, scenarios};

/// What the CPUs observe in each execution that the axioms allow; None if they do not speak of some step.
pub(crate) fn observed(model: &Model) -> Option<BTreeSet<Vec<Vec<u64>>>> {
    Some(explored(model)?.0.into_iter().map(|(observed, _)| observed).collect())
}

/// The last states of every execution that the axioms allow, of CPUs that observe what they read into registers.
pub(crate) fn last_states(model: &Model) -> Option<BTreeSet<LastState>> {
    let held = |(cpu, values): (usize, Vec<u64>)| -> Vec<End> {
        let steps = model.roles[cpu].routine.steps().into_iter().flatten();
        let registers = steps.filter_map(|step| step.register);
        registers.zip(values).map(|(register, value)| End::Holds(register, value)).collect()
    };
    let last = |(observed, memory): (Vec<Vec<u64>>, Vec<u64>)| LastState {
        ends: observed.into_iter().enumerate().map(held).collect(),
        memory: memory[..model.cells.len()].to_vec(),
    };
    Some(explored(model)?.0.into_iter().map(last).collect())
}

fn explored(model: &Model) -> Option<Observed> {
    let threads: Option<Vec<&[litmus::Step]>> =
        model.roles.iter().map(|role| role.routine.steps()).collect();
    let test = Litmus { model, threads: threads? };
    let spoken_of = |step: &litmus::Step| match step.call {
        Call::Sync(SyncOp::Ipi(_) | SyncOp::IrqSave | SyncOp::IrqRestore) => false,
        Call::Sync(SyncOp::DownRead(_) | SyncOp::DownWrite(_)) => false,
        Call::Await { .. } | Call::Update { .. } => false,
        call => call.at().is_none_or(|at| model.cells[at.0].kind != CellKind::Auxiliary),
    };
    let spin = model.locks.iter().all(|lock| lock.kind != LockKind::Semaphore);
    if !spin || !test.threads.iter().flat_map(|steps| steps.iter()).all(spoken_of) {
        return None;
    }
    let mut found = Observed::default();
    let limits = Limits { histories: 1_000_000, stop: &|| false };
    let release = match model.kernel.arch.facts().kernel {
        Kernel::V6_1 => Release::V6_1,
        Kernel::V6_12 => Release::V6_12,
    };
    explore(&test, &Lkmm { release }, &limits, &mut found).unwrap();
    Some(found)
}

/// Collects what was observed, and what memory holds in the end.
#[derive(Default)]
struct Observed(BTreeSet<(Vec<Vec<u64>>, Vec<u64>)>);

impl Visitor for Observed {
    fn visit(&mut self, found: &Found<'_>) -> ControlFlow<()> {
        let observed = found.registers.iter().map(|thread| thread.to_vec()).collect();
        self.0.insert((observed, found.memory.to_vec()));
        ControlFlow::Continue(())
    }
}

/// A litmus test as the axioms take it: its words, then its locks.
struct Litmus<'m> {
    model: &'m Model,
    threads: Vec<&'m [litmus::Step]>,
}

impl Program for Litmus<'_> {
    fn threads(&self) -> usize {
        self.threads.len()
    }

    fn locations(&self) -> usize {
        self.model.cells.len() + self.model.locks.len()
    }

    fn initial(&self, at: Loc) -> Value {
        self.model.cells.get(usize::from(at.0)).map_or(0, |cell| cell.init.bits)
    }

    fn run(&self, thread: usize, answers: &[Value]) -> Run {
        let mut machine = Thread {
            test: self,
            answers: answers.iter(),
            events: Vec::new(),
            instruction: 0,
            addr: Set::EMPTY,
            registers: vec![None; litmus::REGISTERS],
            observed: Vec::new(),
        };
        let ended = self.threads[thread].iter().try_for_each(|step| machine.step(step));
        let end = ended.map_or_else(|end| end, |()| Ended::Done(machine.observed));
        Run { events: machine.events, end }
    }
}

struct Thread<'t> {
    test: &'t Litmus<'t>,
    answers: std::slice::Iter<'t, Value>,
    events: Vec<Event>,
    instruction: u16,
    /// The reads that later addresses are made from.
    addr: Set,
    registers: Vec<Option<(usize, Value)>>,
    observed: Vec<Value>,
}

impl Thread<'_> {
    fn push(&mut self, kind: Kind, at: Option<usize>, value: Value, tags: Tags) -> usize {
        let mut event = Event::new(kind, at.map(|at| Loc(at as u16)), value, tags);
        event.instruction = self.instruction;
        let found = at.and_then(|at| self.test.model.cells.get(at));
        if found.is_some_and(|cell| cell.kind != CellKind::Pmd) {
            event.addr = self.addr;
        }
        self.events.push(event);
        self.events.len() - 1
    }

    fn fence(&mut self, tag: Tag) {
        self.push(Kind::Other, None, 0, tag.into());
    }

    fn read(&mut self, at: usize, tags: Tags) -> Result<(usize, Value), Ended> {
        let event = self.push(Kind::Read, Some(at), 0, tags);
        let value = *self.answers.next().ok_or(Ended::Value)?;
        self.events[event].value = value;
        Ok((event, value))
    }

    /// The write of a read-modify-write.
    fn modify(&mut self, at: usize, read: usize, value: Value, data: Set) {
        let write =
            self.push(Kind::Write, Some(at), value, Tags::from(Tag::Once).with(Tag::Atomic));
        self.events[write].rmw = Some(read as u8);
        self.events[write].iico_ctrl = Set::one(read);
        self.events[write].data = data;
    }

    fn value(&self, value: litmus::Value) -> (Value, Set) {
        match value {
            litmus::Value::Is(value) => (value, Set::EMPTY),
            litmus::Value::Of(register) => match self.registers[usize::from(register.0)] {
                Some((event, value)) => (value, Set::one(event)),
                None => (0, Set::EMPTY),
            },
        }
    }

    fn step(&mut self, step: &litmus::Step) -> Result<(), Ended> {
        self.instruction += 1;
        match step.call {
            Call::Read { at, order } => {
                let tag = if order == ReadOrder::Acquire { Tag::Acquire } else { Tag::Once };
                let (event, value) = self.read(at.0, tag.into())?;
                if order == ReadOrder::Dependency {
                    self.addr |= Set::one(event);
                }
                self.note(step, event, value);
            }
            Call::Write { at, word, order } => {
                let (value, data) = self.value(word);
                let tag = if order == WriteOrder::Release { Tag::Release } else { Tag::Once };
                let write = self.push(Kind::Write, Some(at.0), value, tag.into());
                self.events[write].data = data;
            }
            Call::Xchg { at, word, order } => {
                let full = order == RmwOrder::Full;
                if full {
                    self.fence(Tag::Mb);
                }
                self.instruction += 1;
                let (new, data) = self.value(word);
                let (read, old) = self.read(at.0, Tags::from(Tag::Atomic).with(Tag::Once))?;
                self.modify(at.0, read, new, data);
                if full {
                    self.instruction += 1;
                    self.fence(Tag::Mb);
                }
                self.note(step, read, old);
            }
            Call::Count { at, op } => self.count(at.0, op)?,
            Call::Sync(op) => self.sync(op)?,
            Call::Await { .. } | Call::Update { .. } => return Err(Ended::Never),
        }
        Ok(())
    }

    fn note(&mut self, step: &litmus::Step, event: usize, value: Value) {
        self.observed.push(value);
        if let Some(register) = step.register {
            self.registers[usize::from(register.0)] = Some((event, value));
        }
    }

    /// Only one that succeeds is ordered, by barriers before and after it.
    fn count(&mut self, at: usize, op: CountOp) -> Result<(), Ended> {
        let begun = self.events.len();
        let tag = if let CountOp::Add(_) = op { Tag::NoReturn } else { Tag::Once };
        let tags = Tags::from(Tag::Atomic).with(tag);
        let (_, old) = self.read(at, tags)?;
        let (new, yes) = op.apply(old);
        self.observed.push(op.changed(yes).into());
        let Some(new) = new else { return Ok(()) };
        let full = op.order() == RmwOrder::Full;
        self.events.truncate(begun);
        if full {
            self.fence(Tag::Mb);
            self.instruction += 1;
        }
        let read = self.push(Kind::Read, Some(at), old, tags);
        self.modify(at, read, new, Set::one(read));
        if full {
            self.instruction += 1;
            self.fence(Tag::Mb);
        }
        Ok(())
    }

    fn sync(&mut self, op: SyncOp) -> Result<(), Ended> {
        let lock = |lock: pmdrace_mm::LockId| self.test.model.cells.len() + lock.0;
        match op {
            SyncOp::Mb => self.fence(Tag::Mb),
            SyncOp::Wmb => self.fence(Tag::Wmb),
            SyncOp::Rmb => self.fence(Tag::Rmb),
            SyncOp::RcuLock => self.fence(Tag::RcuLock),
            SyncOp::RcuUnlock => self.fence(Tag::RcuUnlock),
            SyncOp::GracePeriod => self.fence(Tag::SyncRcu),
            SyncOp::Lock(of) => {
                let at = lock(of);
                let (read, value) = self.read(at, Tag::LockRead.into())?;
                if value != 0 {
                    return Err(Ended::Never);
                }
                let write = self.push(Kind::Write, Some(at), 1, Tag::LockWrite.into());
                self.events[write].rmw = Some(read as u8);
                self.events[write].iico_ctrl = Set::one(read);
            }
            SyncOp::Unlock(of) => {
                let at = lock(of);
                self.push(Kind::Write, Some(at), 0, Tag::Unlock.into());
            }
            _ => return Err(Ended::Never),
        }
        Ok(())
    }
}

/// The outcomes of the machine, as far as the axioms speak of them.
fn by_machine(model: &Arc<Model>) -> BTreeSet<Vec<Vec<u64>>> {
    let finals = search::finals(Arc::clone(model), &Budget::unlimited()).unwrap();
    assert_eq!(finals.cut, None);
    finals.set.into_iter().map(|outcome| outcome.observed).collect()
}

/// What the machine allows and the axioms forbid, and the other way round; None if they do not speak of the test.
pub(crate) fn differences(model: &Arc<Model>) -> Option<[Vec<Vec<Vec<u64>>>; 2]> {
    let axioms = observed(model)?;
    let machine = by_machine(model);
    let without = |some: &BTreeSet<_>, others| some.difference(others).cloned().collect();
    Some([without(&machine, &axioms), without(&axioms, &machine)])
}

#[test]
fn litmus_tests_end_as_the_axioms_of_the_kernel_say() {
    let mut compared = 0;
    for scenario in scenarios().filter(Scenario::is_litmus) {
        for (cell, model) in cells(&scenario, Some(MemoryModel::Lkmm)) {
            let Some([weaker, stronger]) = differences(&model) else { continue };
            let name = format!("{} {cell}", scenario.name());
            assert!(weaker.is_empty(), "{name}: only the machine allows {weaker:?}");
            assert!(stronger.is_empty(), "{name}: only the axioms allow {stronger:?}");
            compared += 1;
        }
    }
    assert!(compared > 30, "{compared}");
}
