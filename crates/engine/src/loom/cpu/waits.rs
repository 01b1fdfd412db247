//! Locks, semaphores, sections and those who wait for them.

use std::cell::RefCell;

use loom::sync::MutexGuard;
use loom::sync::atomic::Ordering::{self, Acquire, Release};
use loom::sync::atomic::fence;
use pmdrace_mm::{Cpus, LockId, MemoryModel, Op, SyncOp};

use super::LoomCpu;

/// Sections with interrupts disabled, or RCU read sections, of a CPU. They nest; the outermost holds the mutex,
/// if there is one.
#[derive(Default)]
pub(super) struct Section<'m> {
    pub(super) depth: usize,
    pub(super) guard: Option<MutexGuard<'m, ()>>,
}

impl Section<'_> {
    fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0 {
            self.guard = None;
        }
    }
}

impl LoomCpu<'_> {
    /// Takes one of a semaphore's mutexes.
    fn take(&self, sem: LockId, cpu: usize) {
        let guard = self.machine.lock(sem, cpu);
        self.machine.record.lock().lock(self.cpu, sem, cpu);
        self.sems.borrow_mut().push((sem, cpu, guard));
    }

    /// `down_read()`: waits at its gate while a writer waits.
    fn down_read(&self, sem: LockId) {
        let gate = self.machine.gate(self.cpu);
        let passing = self.machine.lock(sem, gate);
        self.machine.record.lock().lock(self.cpu, sem, gate);
        if !self.reads.borrow().contains(&sem) {
            self.take(sem, self.cpu);
        }
        self.reads.borrow_mut().push(sem);
        self.update_semaphore(sem, Acquire, SyncOp::DownRead(sem));
        drop(passing);
    }

    /// `down_write()`: closes all gates, then waits for those who are in.
    fn down_write(&self, sem: LockId) {
        let cpus = 0..self.machine.cpus;
        let gates = cpus.clone().map(|cpu| {
            let gate = self.machine.gate(cpu);
            let guard = self.machine.lock(sem, gate);
            self.machine.record.lock().lock(self.cpu, sem, gate);
            guard
        });
        let gates: Vec<MutexGuard<'_, ()>> = gates.collect();
        self.machine.record.lock().queued(self.cpu);
        cpus.for_each(|cpu| self.take(sem, cpu));
        self.update_semaphore(sem, Acquire, SyncOp::DownWrite(sem));
        drop(gates);
    }

    /// `up_read()`: the last of nested ones releases.
    fn up_read(&self, sem: LockId) {
        self.update_semaphore(sem, Release, SyncOp::UpRead(sem));
        let mut reads = self.reads.borrow_mut();
        if let Some(last) = reads.iter().rposition(|held| *held == sem) {
            reads.remove(last);
        }
        if !reads.contains(&sem) {
            self.sems.borrow_mut().retain(|(held, ..)| *held != sem);
        }
    }

    /// Updates a semaphore's counter.
    fn update_semaphore(&self, sem: LockId, order: Ordering, op: SyncOp) {
        self.machine.count(sem, order);
        let mut record = self.machine.record.lock();
        record.lock(self.cpu, sem, 2 * self.machine.cpus);
        record.push(self.cpu, Op::Sync(op), None);
    }

    fn lock(&self, lock: LockId) {
        let guard = self.machine.lock(lock, 0);
        self.machine.record.lock().lock(self.cpu, lock, 0);
        if self.machine.memory == MemoryModel::Tso {
            // A locked instruction is a full barrier under TSO.
            self.full_barrier();
        }
        self.locks.borrow_mut().push((lock, guard));
        self.push(Op::Sync(SyncOp::Lock(lock)));
    }

    /// Takes the interrupts of every other CPU in turn, which waits for its IRQ-off sections; for a grace
    /// period, RCU read sections too, and the CPU's own: then it waits for itself.
    fn wait_for_others(&self, cpus: Cpus, grace_period: bool) {
        self.full_barrier();
        let own = |section: &RefCell<Section<'_>>| grace_period && section.borrow().depth > 0;
        let waits_for = |target: &usize| match *target == self.cpu {
            true => own(&self.irqs_off) || own(&self.in_rcu),
            false => cpus.contains(*target),
        };
        for target in self.machine.interruptible().filter(waits_for) {
            self.machine.record.lock().waits_on(self.cpu, target);
            if grace_period {
                drop(self.machine.in_rcu(target));
                self.machine.record.lock().rcu(self.cpu, target);
            }
            drop(self.machine.irqs_off(target));
            self.machine.record.lock().irq(self.cpu, target);
        }
        if grace_period {
            self.full_barrier();
        }
    }

    pub(super) fn do_sync(&self, op: SyncOp) {
        if op.may_wait() {
            self.machine.record.lock().enter(self.cpu, op);
        }
        match op {
            SyncOp::Mb => self.full_barrier(),
            SyncOp::Wmb => fence(Release),
            SyncOp::Rmb => fence(Acquire),
            SyncOp::Lock(lock) => return self.lock(lock),
            SyncOp::Unlock(lock) => {
                self.push(Op::Sync(op));
                return self.locks.borrow_mut().retain(|(held, _)| *held != lock);
            }
            SyncOp::DownRead(sem) => return self.down_read(sem),
            SyncOp::DownWrite(sem) => return self.down_write(sem),
            SyncOp::UpRead(sem) => return self.up_read(sem),
            SyncOp::UpWrite(sem) => {
                self.update_semaphore(sem, Release, op);
                return self.sems.borrow_mut().retain(|(held, ..)| *held != sem);
            }
            SyncOp::Downgrade(sem) => {
                self.update_semaphore(sem, Release, op);
                self.reads.borrow_mut().push(sem);
                let keeps = |held: LockId, cpu: usize| held != sem || cpu == self.cpu;
                return self.sems.borrow_mut().retain(|(held, cpu, _)| keeps(*held, *cpu));
            }
            SyncOp::IrqSave => {
                let mut section = self.irqs_off.borrow_mut();
                section.depth += 1;
                if section.depth == 1 {
                    section.guard = self.machine.irqs_off(self.cpu);
                    if section.guard.is_some() {
                        self.machine.record.lock().irq(self.cpu, self.cpu);
                    }
                }
            }
            SyncOp::IrqRestore => {
                self.push(Op::Sync(op));
                return self.irqs_off.borrow_mut().leave();
            }
            SyncOp::RcuLock => {
                let mut section = self.in_rcu.borrow_mut();
                section.depth += 1;
                if section.depth == 1 {
                    section.guard = self.machine.in_rcu(self.cpu);
                    if section.guard.is_some() {
                        self.machine.record.lock().rcu(self.cpu, self.cpu);
                    }
                }
            }
            SyncOp::RcuUnlock => {
                self.push(Op::Sync(op));
                return self.in_rcu.borrow_mut().leave();
            }
            SyncOp::Ipi(cpus) => self.wait_for_others(cpus, false),
            SyncOp::GracePeriod => self.wait_for_others(Cpus::ALL, true),
        }
        self.push(Op::Sync(op));
    }
}
