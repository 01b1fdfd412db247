//! What CPUs observed: all that is known of an execution that was not recorded.
//!
//! A routine is a deterministic function of the words that its calls return, so these words determine the
//! steps of each CPU, but not their interleaving.

use pmdrace_mm::{Event, Op, Word};

/// Per CPU, in program order: the word returned by each load and each exchange; for a counter change, the old
/// word.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Observation(pub Vec<Vec<Word>>);

impl Observation {
    /// The observation of an execution on this many CPUs.
    pub fn of(cpus: usize, events: &[Event]) -> Observation {
        let mut observed = vec![Vec::new(); cpus];
        for event in events {
            match event.op {
                Op::Read { word, .. } | Op::Count { word, .. } => observed[event.cpu].push(word),
                Op::Rmw { old, .. } => observed[event.cpu].push(old),
                _ => {}
            }
        }
        Observation(observed)
    }
}
