//! Plain accesses: the compiler may read a word again each time its value is used.
//!
//! READ_ONCE() forbids it. Before 20a004e7b017 (v4.16) page-table entries were read by plain accesses, which
//! a compiler may repeat between a check and a use. This CPU remembers where each value was read; a helper
//! that uses the value reads that word again. A word that nobody else changes stays the same, so what holds
//! under a lock is unaffected. Reading again at every use covers reading again at some: a use that is not
//! read again sees what it would see if nothing had changed until then.

use std::cell::RefCell;

use crate::{Addr, Answer, Call, Cell, Change, Cpu, Depends, Note, ReadOrder, Word};

/// A CPU whose reads are plain accesses.
pub(crate) struct Reloading<'a> {
    cpu: &'a dyn Cpu,
    cells: &'a [Cell],
    /// The values that were read and their addresses, newest last.
    read: RefCell<Vec<(Word, Addr)>>,
}

impl<'a> Reloading<'a> {
    pub(crate) fn new(cpu: &'a dyn Cpu, cells: &'a [Cell]) -> Reloading<'a> {
        Reloading { cpu, cells, read: RefCell::default() }
    }

    fn remember(&self, word: Word, at: Addr) {
        let mut read = self.read.borrow_mut();
        if !read.contains(&(word, at)) {
            read.push((word, at));
        }
    }
}

impl Cpu for Reloading<'_> {
    fn call(&self, call: Call, change: Change<'_>) -> Answer {
        let answer = self.cpu.call(call, change);
        if let (Call::Read { at, order }, Answer::Word(word)) = (call, answer)
            && order != ReadOrder::Acquire
            && self.cells[at.0].kind.follows_memory_model()
        {
            self.remember(word, at);
        }
        answer
    }

    fn used(&self, word: Word) -> Word {
        let known = self.read.borrow().iter().rev().find(|(known, _)| *known == word).copied();
        known.map_or(word, |(_, at)| self.read_once_dep(at))
    }

    fn next_call(&self) -> usize {
        self.cpu.next_call()
    }

    fn depends(&self, depends: Depends<'_>) {
        self.cpu.depends(depends);
    }

    fn note(&self, note: Note) {
        self.cpu.note(note);
    }
}
