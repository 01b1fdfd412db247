//! What CPUs observed: all that can be known of an execution that nobody recorded.
//!
//! A routine is a deterministic function of the words that its calls return, so these words tell everything
//! that each CPU did. They do not tell in which order CPUs took their steps.

use pmdrace_mm::{Event, Op, Word};

/// Per CPU, in program order: the word that each load and each exchange returned; for a change of a counter,
/// what the counter was.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Observation(pub Vec<Vec<Word>>);

impl Observation {
    /// That of an execution on so many CPUs.
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
