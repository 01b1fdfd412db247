//! [`LightBarriers`]: reads the one barrier of an architecture that orders all but loads after stores.
//!
//! In C it is `smp_rmb()`, `smp_wmb()`, the second half of an acquire or the first of a release, and all of them are the
//! same instruction. The C asks for `smp_rmb()` and `smp_wmb()`, always both; what it stands for is what the transcription
//! has at that place, which is never more than the barrier orders.

use std::cell::Cell;

use pmdrace_mm::{Call, ReadOrder, SyncOp, WriteOrder};

/// What is known of light barriers around the next call of the C.
#[derive(Default)]
pub(super) struct LightBarriers {
    owed: Cell<Owed>,
}

/// What comes next.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Owed {
    #[default]
    Nothing,
    /// The second half of a barrier that was met.
    Half,
    /// A barrier that makes the load before it an acquire.
    Acquire,
    /// The second half of a barrier that makes a store a release; then the store.
    Release,
    Store,
}

/// What a call of the C is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Light {
    Is(Call),
    /// A part of what was met.
    Met,
}

impl LightBarriers {
    /// What a call of the C is where the transcription has `expected`.
    pub(super) fn read(&self, call: Call, expected: Option<Call>) -> Light {
        let barrier = |call| matches!(call, Call::Sync(SyncOp::Rmb | SyncOp::Wmb));
        let (is, owed) = match (self.owed.take(), call, expected) {
            (Owed::Half, Call::Sync(SyncOp::Wmb), _) => (Light::Met, Owed::Nothing),
            (Owed::Release, Call::Sync(SyncOp::Wmb), _) => (Light::Met, Owed::Store),
            (Owed::Acquire, Call::Sync(SyncOp::Rmb), _) => (Light::Met, Owed::Half),
            (Owed::Acquire, Call::Sync(SyncOp::Mb), _) => (Light::Is(call), Owed::Nothing),
            // The load was no acquire after all: no call of a transcription is this barrier.
            (Owed::Acquire, _, _) => (Light::Is(Call::Sync(SyncOp::Rmb)), Owed::Nothing),
            (Owed::Store, Call::Write { at, word, order: WriteOrder::Once }, _) => {
                (Light::Is(Call::Write { at, word, order: WriteOrder::Release }), Owed::Nothing)
            }
            (_, Call::Sync(SyncOp::Rmb), Some(Call::Write { order: WriteOrder::Release, .. })) => {
                (Light::Met, Owed::Release)
            }
            (_, Call::Sync(SyncOp::Rmb), Some(expected)) if barrier(expected) => {
                (Light::Is(expected), Owed::Half)
            }
            (_, Call::Read { at, order: ReadOrder::Once }, Some(expected))
                if expected == (Call::Read { at, order: ReadOrder::Acquire }) =>
            {
                (Light::Is(expected), Owed::Acquire)
            }
            (_, call, _) => (Light::Is(call), Owed::Nothing),
        };
        self.owed.set(owed);
        is
    }
}

#[cfg(test)]
mod tests {
    use pmdrace_mm::{Addr, Meaning, Word};

    use super::*;

    const RMB: Call = Call::Sync(SyncOp::Rmb);
    const WMB: Call = Call::Sync(SyncOp::Wmb);

    fn read(order: ReadOrder) -> Call {
        Call::Read { at: Addr(0), order }
    }

    fn write(order: WriteOrder) -> Call {
        Call::Write { at: Addr(1), word: Word::new(1, Meaning::None), order }
    }

    /// Reads calls of the C, each where the transcription has what is given with it.
    fn all(calls: &[(Call, Call)]) -> Vec<Light> {
        let light = LightBarriers::default();
        calls.iter().map(|(call, expected)| light.read(*call, Some(*expected))).collect()
    }

    #[test]
    fn a_light_barrier_is_what_the_transcription_has() {
        let next = read(ReadOrder::Once);
        for barrier in [RMB, WMB] {
            assert_eq!(all(&[(RMB, barrier), (WMB, next)]), [Light::Is(barrier), Light::Met]);
        }
        // Where it has none, both differ.
        assert_eq!(all(&[(RMB, next), (WMB, next)]), [Light::Is(RMB), Light::Is(WMB)]);
    }

    #[test]
    fn with_an_access_it_is_an_acquire_or_a_release() {
        let (acquire, next) = (read(ReadOrder::Acquire), write(WriteOrder::Once));
        let found =
            all(&[(read(ReadOrder::Once), acquire), (RMB, next), (WMB, next), (next, next)]);
        assert_eq!(found, [Light::Is(acquire), Light::Met, Light::Met, Light::Is(next)]);
        let release = write(WriteOrder::Release);
        let found = all(&[(RMB, release), (WMB, release), (next, release)]);
        assert_eq!(found, [Light::Met, Light::Met, Light::Is(release)]);
    }

    #[test]
    fn a_load_without_a_barrier_is_no_acquire() {
        let (acquire, next) = (read(ReadOrder::Acquire), write(WriteOrder::Once));
        let found = all(&[(read(ReadOrder::Once), acquire), (next, next)]);
        assert_ne!(found[1], Light::Is(next));
        // Nor is a store without one a release.
        assert_eq!(all(&[(next, write(WriteOrder::Release))]), [Light::Is(next)]);
    }
}
