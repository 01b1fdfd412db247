//! The order in which counterexamples are preferred: the easiest story that is true.
//!
//! Most violations have many executions, and the one that is shown decides what a reader believes the cause to
//! be. An execution with a stale read blames the memory model, although often the same violation needs none.
//! So every engine, and every trace that is chosen among several, prefers by [`Effort`]:
//!
//! 1. the fewest steps that depart from sequential consistency: reads of an older store than the newest,
//!    stores that take their place before a newer one, and under `tso` steps of a CPU whose own store still
//!    waits in its buffer. An execution without any is one of `sc`, and needs no weak memory.
//! 2. the fewest switches between CPUs;
//! 3. the fewest steps up to the violation;
//! 4. the first in canonical order: lower CPUs first, newer stores first.
//!
//! What comes after the violation does not count: it only shows how the CPUs go on.

use pmdrace_mm::{Event, Op};
use serde::{Deserialize, Serialize};

use crate::ModificationOrder;

/// How much an execution asks of its reader, up to the step that matters. Less is preferred.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug, Serialize, Deserialize)]
pub struct Effort {
    /// Steps that depart from sequential consistency.
    pub departures: usize,
    /// Switches between CPUs.
    pub switches: usize,
    /// Steps.
    pub steps: usize,
}

impl Effort {
    /// The effort of an execution up to the event `at`.
    pub fn of(events: &[Event], order: &ModificationOrder, at: usize) -> Effort {
        let upto = &events[..(at + 1).min(events.len())];
        let departs = |index: &usize| {
            matches!(upto[*index].op, Op::Buffer { .. })
                || order.newer_than_read(upto, *index).is_some()
                || order.overtaken(upto, *index).is_some()
                || order.is_early(*index)
        };
        Effort {
            departures: (0..upto.len()).filter(departs).count(),
            switches: upto.windows(2).filter(|pair| pair[0].cpu != pair[1].cpu).count(),
            steps: at,
        }
    }

    /// The effort with one more step.
    pub(crate) fn and(self, departs: bool, switches: bool) -> Effort {
        Effort {
            departures: self.departures + usize::from(departs),
            switches: self.switches + usize::from(switches),
            steps: self.steps + 1,
        }
    }
}
