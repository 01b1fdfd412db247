//! What the CPUs of a model turn out to do, on which it depends what the others can observe.
//!
//! Sections with interrupts disabled and RCU read sections delay nobody unless some CPU waits for them, and an
//! auxiliary word that no CPU updates keeps its initial value. Both follow from the calls that are made, so
//! nobody has to declare them: an engine begins with an empty profile, notes each call, and begins again if
//! the profile has grown. The last attempt rests on a profile that covers every call.

use pmdrace_mm::{Answer, Call, CellKind, Model, SyncOp};

/// What the CPUs of a model have been seen to do.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Profile {
    /// Whether some CPU waits for others, by interrupting them or for a grace period.
    pub(crate) waits: bool,
    /// The auxiliary words that some CPU updates.
    pub(crate) updated: u64,
}

impl Profile {
    /// The profile of CPUs that may do anything.
    pub(crate) const ANYTHING: Profile = Profile { waits: true, updated: u64::MAX };

    /// Notes a call; returns whether it is news.
    pub(crate) fn note<W: Copy>(&mut self, model: &Model, call: Call<W>) -> bool {
        let before = *self;
        match call {
            Call::Sync(SyncOp::Ipi(_) | SyncOp::GracePeriod) => self.waits = true,
            Call::Write { at, .. } | Call::Xchg { at, .. } | Call::Update { at, .. }
                if model.cells[at.0].kind == CellKind::Auxiliary =>
            {
                self.updated |= 1 << at.0;
            }
            _ => {}
        }
        *self != before
    }

    /// The answer to a call that no other CPU can observe or influence; None for other calls.
    pub(crate) fn answer<W: Copy>(self, model: &Model, call: Call<W>) -> Option<Answer> {
        match call {
            Call::Sync(
                SyncOp::IrqSave | SyncOp::IrqRestore | SyncOp::RcuLock | SyncOp::RcuUnlock,
            ) => (!self.waits).then_some(Answer::Done),
            Call::Read { at, .. } => {
                let cell = &model.cells[at.0];
                let fixed = cell.kind == CellKind::Auxiliary && self.updated >> at.0 & 1 == 0;
                fixed.then_some(Answer::Word(cell.init))
            }
            _ => None,
        }
    }
}
