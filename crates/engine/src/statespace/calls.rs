//! Calls and answers as numbers: what the steps of an automaton are made of.

use pmdrace_mm::{Addr, MemoryModel, Model, RmwOrder, SemId};

use super::script::{Answer, Call, Order};
use super::values::Values;
use crate::EngineError;

/// A call with its words as numbers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Do {
    /// The routine has ended.
    Nothing,
    Read {
        at: u8,
        order: Order,
    },
    Write {
        at: u8,
        value: u16,
        release: bool,
    },
    Xchg {
        at: u8,
        value: u16,
        full: bool,
    },
    Update {
        at: u8,
        full: bool,
    },
    AuxRead {
        at: u8,
    },
    AuxUpdate {
        at: u8,
    },
    CountRead {
        at: u8,
    },
    CountAdd {
        at: u8,
        n: u64,
    },
    CountAddUnless {
        at: u8,
        n: u64,
        unless: u64,
    },
    CountSubAndTest {
        at: u8,
        n: u64,
    },
    CountCmpxchg {
        at: u8,
        old: u64,
        new: u64,
    },
    Mb,
    Wmb,
    Rmb,
    /// A spin lock, or a semaphore for writing; semaphores are numbered after the locks.
    Lock(u8),
    Unlock(u8),
    DownRead(u8),
    UpRead(u8),
    UpWrite(u8),
    Downgrade(u8),
    IrqSave,
    IrqRestore,
    Ipi,
    RcuLock,
    RcuUnlock,
    GracePeriod,
}

/// What [`Edge::stored`](super::automaton::Edge::stored) is where an update changes nothing.
pub(super) const STAYS: u16 = u16::MAX;

/// A call with its words as numbers.
pub(super) fn dense(
    model: &Model,
    call: Option<Call>,
    values: &mut Values,
) -> Result<Do, EngineError> {
    let cell = |at: Addr| at.0 as u8;
    let sem = |sem: SemId| (model.locks.len() + sem.0) as u8;
    Ok(match call {
        None => Do::Nothing,
        // Where nothing is reordered but stores, no read orders more than another.
        Some(Call::Read { at, .. }) if model.memory != MemoryModel::Weak => {
            Do::Read { at: cell(at), order: Order::Once }
        }
        Some(Call::Read { at, order }) => Do::Read { at: cell(at), order },
        Some(Call::Write { at, word, release }) => {
            let release = release && model.memory == MemoryModel::Weak;
            Do::Write { at: cell(at), value: values.intern(at, word)?, release }
        }
        Some(Call::CountSet { at, word }) => {
            Do::Write { at: cell(at), value: values.intern(at, word)?, release: false }
        }
        Some(Call::Xchg { at, word, full }) => {
            Do::Xchg { at: cell(at), value: values.intern(at, word)?, full }
        }
        Some(Call::Update { at, order }) => {
            Do::Update { at: cell(at), full: order == RmwOrder::Full }
        }
        Some(Call::AuxRead { at }) => Do::AuxRead { at: cell(at) },
        Some(Call::AuxUpdate { at }) => Do::AuxUpdate { at: cell(at) },
        Some(Call::CountRead { at }) => Do::CountRead { at: cell(at) },
        Some(Call::CountAdd { at, n }) => Do::CountAdd { at: cell(at), n },
        Some(Call::CountAddUnless { at, n, unless }) => {
            Do::CountAddUnless { at: cell(at), n, unless }
        }
        Some(Call::CountSubAndTest { at, n }) => Do::CountSubAndTest { at: cell(at), n },
        Some(Call::CountCmpxchg { at, old, new }) => Do::CountCmpxchg { at: cell(at), old, new },
        Some(Call::Mb) => Do::Mb,
        Some(Call::Wmb) => Do::Wmb,
        Some(Call::Rmb) => Do::Rmb,
        Some(Call::Lock(lock)) => Do::Lock(lock.0 as u8),
        Some(Call::Unlock(lock)) => Do::Unlock(lock.0 as u8),
        Some(Call::DownRead(id)) => Do::DownRead(sem(id)),
        Some(Call::UpRead(id)) => Do::UpRead(sem(id)),
        Some(Call::DownWrite(id)) => Do::Lock(sem(id)),
        Some(Call::UpWrite(id)) => Do::UpWrite(sem(id)),
        Some(Call::Downgrade(id)) => Do::Downgrade(sem(id)),
        Some(Call::IrqSave) => Do::IrqSave,
        Some(Call::IrqRestore) => Do::IrqRestore,
        Some(Call::RcuLock) => Do::RcuLock,
        Some(Call::RcuUnlock) => Do::RcuUnlock,
        Some(Call::GracePeriod) => Do::GracePeriod,
        Some(Call::Ipi) if model.waits_for_cpus() => Do::Ipi,
        Some(Call::Ipi) => Do::Mb,
    })
}

/// An answer as a number.
pub(super) fn number(
    call: Option<Call>,
    answer: Answer,
    values: &mut Values,
) -> Result<u16, EngineError> {
    match (call, answer) {
        (
            Some(
                Call::Read { at, .. }
                | Call::Xchg { at, .. }
                | Call::Update { at, .. }
                | Call::AuxRead { at }
                | Call::AuxUpdate { at }
                | Call::CountRead { at },
            ),
            Answer::Word(word),
        ) => values.intern(at, word),
        (_, Answer::Test { yes, reused }) => Ok(test(yes, reused)),
        _ => Ok(0),
    }
}

/// The number of an answer about a counter.
pub(super) fn test(yes: bool, reused: bool) -> u16 {
    u16::from(yes) | u16::from(reused) << 1
}

/// The answer of this number.
pub(super) fn answer(values: &Values, op: Do, number: u16) -> Answer {
    match op {
        Do::Read { at, .. }
        | Do::Xchg { at, .. }
        | Do::Update { at, .. }
        | Do::AuxRead { at }
        | Do::AuxUpdate { at }
        | Do::CountRead { at } => Answer::Word(values.word(usize::from(at), number)),
        Do::CountAdd { .. }
        | Do::CountAddUnless { .. }
        | Do::CountSubAndTest { .. }
        | Do::CountCmpxchg { .. } => Answer::Test { yes: number & 1 != 0, reused: number & 2 != 0 },
        _ => Answer::Done,
    }
}
