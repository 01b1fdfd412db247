//! Auxiliary words on loom: they change for all CPUs at once, and order nothing.
//!
//! To loom each access is a store that nothing loads. So it tries the accesses to a word in every order, and none
//! synchronises, as a load of what another CPU stored would between barriers. The words are in the record.

use loom::sync::atomic::Ordering::Relaxed;
use pmdrace_mm::{Answer, Call, CellKind, Change, Op};

use super::LoomCpu;

impl LoomCpu<'_> {
    /// Executes an access to an auxiliary word; None if the call is another.
    pub(super) fn auxiliary(&self, call: Call, change: Change<'_>) -> Option<Answer> {
        let at = match call {
            Call::Read { at, .. }
            | Call::Write { at, .. }
            | Call::Xchg { at, .. }
            | Call::Update { at, .. } => at,
            _ => return None,
        };
        if self.machine.kinds[at.0] != CellKind::Auxiliary {
            return None;
        }
        self.entry(at).store(0, Relaxed);
        let mut record = self.machine.record.lock();
        let old = record.store(record.newest(at)).word;
        let (op, new) = match call {
            Call::Write { word, .. } => (Op::Write { at, word }, Some(word)),
            Call::Xchg { word, .. } => (Op::Rmw { at, old, new: Some(word) }, Some(word)),
            Call::Update { .. } => {
                let new = change(old);
                (Op::Rmw { at, old, new }, new)
            }
            _ => (Op::Count { at, word: old }, None),
        };
        record.auxiliary(self.cpu, at, op, new);
        Some(if let Call::Write { .. } = call { Answer::Done } else { Answer::Word(old) })
    }
}
