//! Deadlocks: what a CPU that never goes on waits for, and what each CPU holds by then.
//!
//! An engine that reaches a state in which no CPU can step ends the execution with one [`Stuck`] per CPU
//! that waits, or that has ended with a lock held. What each CPU holds, and since when, follows from the
//! events before.

use crate::{Addr, Event, LockId, Note, Op, SyncOp, Word};

/// What a CPU waits for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wait {
    /// That a primitive returns.
    Return(SyncOp),
    /// That a word fulfils a condition.
    Word {
        /// The address.
        at: Addr,
        /// What it stays, which does not.
        stays: Word,
    },
}

impl Wait {
    /// The primitive.
    pub fn op(self) -> Option<SyncOp> {
        match self {
            Wait::Return(op) => Some(op),
            Wait::Word { .. } => None,
        }
    }
}

/// Why a CPU never goes on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stuck {
    /// What it waits for forever; None if the routine has ended and holds a lock.
    pub inside: Option<Wait>,
    /// For an interrupt or a grace period, the CPUs that it waits for.
    pub on: Vec<usize>,
}

/// Something that a CPU holds and that others may wait for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hold {
    /// A spin lock, or a semaphore for writing.
    Lock(LockId),
    /// A semaphore for reading.
    Read(LockId),
    /// A place in the queue of a semaphore's writers: later readers wait behind it.
    Queued(LockId),
    /// Its interrupts are disabled.
    IrqsOff,
    /// It is in an RCU read section.
    Rcu,
}

impl Hold {
    /// The lock or semaphore, if it is one.
    pub fn lock(self) -> Option<LockId> {
        match self {
            Hold::Lock(lock) | Hold::Read(lock) | Hold::Queued(lock) => Some(lock),
            Hold::IrqsOff | Hold::Rcu => None,
        }
    }
}

/// Whether some CPU stopped where it is not known how it goes on.
pub fn gave_up(events: &[Event]) -> bool {
    events.iter().any(|event| {
        let bound = |other: &&Event| matches!(other.op, Op::Note(Note::Bound(_)));
        event.op == Op::Note(Note::Stop)
            && events.iter().filter(bound).any(|other| other.cpu == event.cpu)
    })
}

/// What a CPU holds, and the index of the event since which it does.
pub type Held = (Hold, usize);

/// What each of this many CPUs holds after these events, oldest first. What is held more than once is listed
/// as often.
pub fn holdings(cpus: usize, events: &[Event]) -> Vec<Vec<Held>> {
    let mut all: Vec<Vec<Held>> = vec![Vec::new(); cpus];
    for (index, event) in events.iter().enumerate() {
        let mine = &mut all[event.cpu];
        let mut release = |hold: Hold| {
            let last = mine.iter().rposition(|(held, _)| *held == hold);
            last.map(|last| mine.remove(last).1)
        };
        let taken = match event.op {
            Op::Queue(sem) => Some((Hold::Queued(sem), index)),
            Op::Sync(op) => match op {
                SyncOp::Lock(lock) => Some((Hold::Lock(lock), index)),
                SyncOp::DownWrite(sem) => {
                    release(Hold::Queued(sem));
                    Some((Hold::Lock(sem), index))
                }
                SyncOp::DownRead(sem) => Some((Hold::Read(sem), index)),
                SyncOp::IrqSave => Some((Hold::IrqsOff, index)),
                SyncOp::RcuLock => Some((Hold::Rcu, index)),
                SyncOp::Unlock(lock) | SyncOp::UpWrite(lock) => {
                    release(Hold::Lock(lock));
                    None
                }
                SyncOp::UpRead(sem) => {
                    release(Hold::Read(sem));
                    None
                }
                SyncOp::Downgrade(sem) => {
                    release(Hold::Lock(sem)).map(|since| (Hold::Read(sem), since))
                }
                SyncOp::IrqRestore => {
                    release(Hold::IrqsOff);
                    None
                }
                SyncOp::RcuUnlock => {
                    release(Hold::Rcu);
                    None
                }
                SyncOp::Mb | SyncOp::Wmb | SyncOp::Rmb | SyncOp::Ipi(_) | SyncOp::GracePeriod => {
                    None
                }
            },
            _ => None,
        };
        mine.extend(taken);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{Hold, holdings};
    use crate::{Event, LockId, Op, SyncOp};

    #[test]
    fn what_is_taken_twice_is_held_until_it_is_released_twice() {
        let sem = LockId(0);
        let ops = [SyncOp::DownRead(sem), SyncOp::RcuLock, SyncOp::DownRead(sem)];
        let mut events: Vec<Event> =
            ops.iter().map(|op| Event { cpu: 0, op: Op::Sync(*op) }).collect();
        let then = |events: &mut Vec<Event>, op| {
            events.push(Event { cpu: 0, op: Op::Sync(op) });
            holdings(2, events)
        };
        let (reads, rcu) = ((Hold::Read(sem), 0), (Hold::Rcu, 1));
        let held = holdings(2, &events);
        assert_eq!(held, [vec![reads, rcu, (Hold::Read(sem), 2)], vec![]]);
        assert_eq!(then(&mut events, SyncOp::UpRead(sem))[0], [reads, rcu]);
        assert_eq!(then(&mut events, SyncOp::UpRead(sem))[0], [rcu]);
        assert_eq!(then(&mut events, SyncOp::RcuUnlock)[0], []);
    }

    #[test]
    fn a_downgraded_semaphore_is_held_since_it_was_taken_for_writing() {
        let sem = LockId(0);
        let ops = [SyncOp::DownWrite(sem), SyncOp::Mb, SyncOp::Downgrade(sem)];
        let events: Vec<Event> = ops.map(|op| Event { cpu: 0, op: Op::Sync(op) }).into();
        assert_eq!(holdings(1, &events), [[(Hold::Read(sem), 0)]]);
    }
}
