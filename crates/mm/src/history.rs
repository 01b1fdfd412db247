//! [`History`]: what one CPU asked in one run, and what it was answered.
//!
//! A routine is a function of the answers that it is given, so two routines that ask the same along every
//! history of a model behave the same in it, whichever engine runs them.

use crate::{Answer, Call, Word};

/// One call and its answer.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Step {
    /// The call.
    pub call: Call,
    /// What was found or returned.
    pub answer: Answer,
    /// What an update stored; None for other calls, and where it changed nothing.
    pub stored: Option<Word>,
}

/// One run of one CPU.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct History {
    /// The CPU, as an index into [`crate::Model::roles`].
    pub role: usize,
    /// Its calls in program order, those that only oracles notice included.
    pub steps: Vec<Step>,
    /// What it said last about its result, if it said anything.
    pub returned: Option<&'static str>,
    /// Whether the routine came to its end: if not, no answer to its next call occurs.
    pub ended: bool,
}
