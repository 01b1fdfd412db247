//! The words that memory can hold, by number: a host atomic holds a number.
//!
//! A word is its bits and its shadow, more than one atomic can hold. Numbers are looked up in each thread's
//! own copy of the list; the shared list is accessed for new words only, which occur in few rounds.

use std::cell::RefCell;

use parking_lot::RwLock;
use pmdrace_mm::Word;

/// The words so far.
#[derive(Default, Debug)]
pub(super) struct Words(RwLock<Vec<Word>>);

impl Words {
    /// The number of a word.
    pub(super) fn number(&self, word: Word) -> u32 {
        let mut words = self.0.write();
        let known = words.iter().position(|known| *known == word);
        known.unwrap_or_else(|| {
            words.push(word);
            words.len() - 1
        }) as u32
    }

    /// All words, by number.
    pub(super) fn all(&self) -> Vec<Word> {
        self.0.read().clone()
    }
}

/// A thread's copy of the words.
pub(super) struct Copied<'w> {
    shared: &'w Words,
    known: RefCell<Vec<Word>>,
}

impl<'w> Copied<'w> {
    pub(super) fn new(shared: &'w Words) -> Copied<'w> {
        Copied { shared, known: RefCell::new(shared.all()) }
    }

    /// The word of a number that this or another thread has assigned.
    pub(super) fn word(&self, number: u64) -> Word {
        let mut known = self.known.borrow_mut();
        if number as usize >= known.len() {
            *known = self.shared.all();
        }
        known[number as usize]
    }

    /// The number of a word.
    pub(super) fn number(&self, word: Word) -> u64 {
        let mut known = self.known.borrow_mut();
        if let Some(number) = known.iter().position(|known| *known == word) {
            return number as u64;
        }
        let number = self.shared.number(word);
        *known = self.shared.all();
        u64::from(number)
    }
}
