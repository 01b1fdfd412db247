//! Plain accesses: what if the compiler reads a word again each time that its value is used?
//!
//! READ_ONCE() forbids it. Before 20a004e7b017 (v4.16) page-table entries were read by plain accesses, which a
//! compiler may repeat between a check and a use. This CPU remembers where each value was read; a helper that
//! looks at the value reads that word again. A word that nobody else changes stays the same, so what holds under a
//! lock goes on to hold. What holds with every use read again also holds if only some are: a use that is not
//! read again sees what it would see if nothing had changed until then.

use std::cell::RefCell;

use crate::{Addr, Cpu, LockId, Note, RmwOrder, SemId, Word};

/// A CPU whose reads are plain accesses.
pub(crate) struct Reloading<'a> {
    cpu: &'a dyn Cpu,
    /// The values that were read, and where; the newest last.
    read: RefCell<Vec<(Word, Addr)>>,
}

impl<'a> Reloading<'a> {
    pub(crate) fn new(cpu: &'a dyn Cpu) -> Reloading<'a> {
        Reloading { cpu, read: RefCell::default() }
    }

    fn remember(&self, word: Word, at: Addr) -> Word {
        let mut read = self.read.borrow_mut();
        if !read.contains(&(word, at)) {
            read.push((word, at));
        }
        word
    }
}

/// Hands a call on.
macro_rules! hand_on {
    ($($name:ident($($arg:ident: $type:ty),*) $(-> $result:ty)?;)*) => {
        $(fn $name(&self, $($arg: $type),*) $(-> $result)? {
            self.cpu.$name($($arg),*)
        })*
    };
}

impl Cpu for Reloading<'_> {
    fn read_once(&self, at: Addr) -> Word {
        self.remember(self.cpu.read_once(at), at)
    }

    fn read_once_dep(&self, at: Addr) -> Word {
        self.remember(self.cpu.read_once_dep(at), at)
    }

    fn used(&self, word: Word) -> Word {
        let known = self.read.borrow().iter().rev().find(|(known, _)| *known == word).copied();
        known.map_or(word, |(_, at)| self.read_once_dep(at))
    }

    hand_on! {
        smp_load_acquire(at: Addr) -> Word;
        write_once(at: Addr, word: Word);
        smp_store_release(at: Addr, word: Word);
        xchg(at: Addr, word: Word) -> Word;
        xchg_relaxed(at: Addr, word: Word) -> Word;
        update(at: Addr, order: RmwOrder, change: &dyn Fn(Word) -> Option<Word>) -> Word;
        atomic_read(at: Addr) -> u64;
        atomic_add(at: Addr, n: u64);
        atomic_add_unless(at: Addr, n: u64, unless: u64) -> bool;
        atomic_sub_and_test(at: Addr, n: u64) -> bool;
        atomic_cmpxchg(at: Addr, old: u64, new: u64) -> bool;
        atomic_set(at: Addr, word: Word);
        smp_mb();
        smp_wmb();
        smp_rmb();
        spin_lock(lock: LockId);
        spin_unlock(lock: LockId);
        down_read(sem: SemId);
        up_read(sem: SemId);
        down_write(sem: SemId);
        up_write(sem: SemId);
        downgrade_write(sem: SemId);
        local_irq_save();
        local_irq_restore();
        ipi_and_wait();
        rcu_read_lock();
        rcu_read_unlock();
        synchronize_rcu();
        aux_read(at: Addr) -> Word;
        aux_update(at: Addr, change: &dyn Fn(Word) -> Word) -> Word;
        note(note: Note);
    }
}
