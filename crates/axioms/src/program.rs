//! [`Program`]: what is explored. Threads are deterministic functions of the answers to their questions.

use std::sync::Arc;

use crate::{Event, Loc, Value};

/// A concurrent program.
pub trait Program {
    /// The number of threads.
    fn threads(&self) -> usize;

    /// The number of locations.
    fn locations(&self) -> usize;

    /// The initial value of a location.
    fn initial(&self, at: Loc) -> Value;

    /// Values that reads are tried with before a write of them is known. A thread may write a value only because it,
    /// or one that follows from it, is read: where branches decide about writes, the constants of the program.
    fn guesses(&self) -> Vec<Value> {
        Vec::new()
    }

    /// Runs a thread from its beginning on the answers to its first questions.
    fn run(&self, thread: usize, answers: &[Value]) -> Run;
}

/// A thread up to a question that has no answer yet, or to its end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Run {
    /// Its events so far. Of a question for a value, the read is the last of them, and its value is not set.
    pub events: Vec<Event>,
    /// What comes next.
    pub end: End,
}

/// What comes next in a thread.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum End {
    /// It asks for the value of its last event, a read.
    Value,
    /// It asks for one of the numbers 0 to `n - 1`, such as whether a store-conditional succeeds.
    Choice(u8),
    /// It has ended, with these final values of its registers.
    Done(Vec<Value>),
    /// It does this, which has no meaning: "access memory at a value that is no address".
    Astray(&'static str),
    /// It goes on for longer than it is followed, usually in a loop.
    Unrolled,
    /// These answers are those of no execution that is to be considered: a bound on loops is passed, a lock is
    /// taken that the thread holds.
    Never,
}

macro_rules! through {
    ($($pointer:ident),+) => {
        $(impl<P: Program + ?Sized> Program for $pointer<P> {
            fn threads(&self) -> usize {
                (**self).threads()
            }
            fn locations(&self) -> usize {
                (**self).locations()
            }
            fn initial(&self, at: Loc) -> Value {
                (**self).initial(at)
            }
            fn guesses(&self) -> Vec<Value> {
                (**self).guesses()
            }
            fn run(&self, thread: usize, answers: &[Value]) -> Run {
                (**self).run(thread, answers)
            }
        })+
    };
}

through!(Box, Arc);
