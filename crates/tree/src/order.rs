//! Barriers of architectures whose updates order nothing by themselves, and whose light barrier is several at once.
//!
//! A fully ordered update is a full barrier, an update and another full barrier there: in a function that is about an
//! atomic update, both barriers are part of it. The light barrier is two calls; which of the two a transcription has, or
//! an acquire or a release instead, is known where both are compared.

use pmdrace_kir::{Access, Ask, Kind, Order, Reply};
use pmdrace_mm::{FolioId, RmwOrder};

use crate::counts::{self, Update};
use crate::cpu::{Asking, one_sided, order};

/// What functions begin with that update atomically, and take their barriers along.
const ATOMIC: &[&str] = &["raw_atomic", "arch_atomic", "arch_test_and", "raw_cmpxchg", "raw_xchg"];
/// What the names of functions end with that release a lock: their barrier is part of it.
const UNLOCK: &str = "spin_unlock";

/// Barriers that are not passed on yet.
#[derive(Default)]
pub(crate) struct Pending {
    /// The function whose update is between two barriers, and whether it was made.
    update: Option<(String, bool)>,
    /// The function whose update came without a barrier.
    bare: Option<String>,
}

impl Asking<'_, '_> {
    /// The function that updates atomically in which this is asked.
    fn atomic(&mut self, ask: &Ask<'_>) -> Option<String> {
        let functions = self.functions(ask.place);
        let about = |f: &&String| ATOMIC.iter().any(|name| f.starts_with(name));
        functions.iter().take_while(about).last().cloned()
    }

    /// A full barrier.
    pub(crate) fn full_barrier(&mut self, ask: &Ask<'_>) -> Reply {
        let Some(function) = self.atomic(ask) else {
            self.k.cpu.smp_mb();
            return Reply::Done;
        };
        if self.pending.bare.take().as_ref() == Some(&function) {
            return one_sided(Order::Acquire);
        }
        self.pending.update = match self.pending.update.take() {
            Some((known, _)) if known == function => None,
            _ => Some((function, false)),
        };
        Reply::Done
    }

    /// A barrier that orders all but loads after stores is `smp_rmb()` and `smp_wmb()`, in this order.
    pub(crate) fn light_barrier(&mut self, ask: &Ask<'_>) -> Reply {
        let functions = self.functions(ask.place);
        let unlocks = functions.first().is_some_and(|function| function.ends_with(UNLOCK));
        if !unlocks && self.atomic(ask).is_none() {
            self.k.cpu.smp_rmb();
            self.k.cpu.smp_wmb();
        }
        Reply::Done
    }

    /// An access as the barriers around it order it. The error says what is not modelled.
    pub(crate) fn ordered(&mut self, access: Access, ask: &Ask<'_>) -> Result<Access, Reply> {
        let function = self.atomic(ask);
        if let Some((known, true)) = &self.pending.update
            && function.as_ref() != Some(known)
        {
            return Err(one_sided(Order::Release));
        }
        match ask.kind {
            Kind::Load(_) | Kind::Store { .. } => {}
            _ => {
                if let Some((known, done)) = &mut self.pending.update {
                    if function.as_ref() == Some(known) {
                        *done = true;
                        return Ok(Access { order: Order::SeqCst, ..access });
                    }
                } else if order(access.order) == Some(RmwOrder::Relaxed) {
                    self.pending.bare = function;
                }
            }
        }
        Ok(access)
    }

    /// An access to an entry that has the other byte order in memory.
    pub(crate) fn reversed(
        &mut self,
        ask: &Ask<'_>,
        access: Access,
        then: &mut dyn FnMut(&mut Self, &Ask<'_>) -> Reply,
    ) -> Reply {
        if access.size != 8 {
            return Reply::Refuse(format!("an access to {} bytes of an entry", access.size));
        }
        let turn = |bits: u128| u128::from((bits as u64).swap_bytes());
        let changed;
        let kind = match ask.kind {
            Kind::Load(access) => Kind::Load(access),
            Kind::Store { access, value } => Kind::Store { access, value: turn(value) },
            Kind::Rmw { access, op, operand } if op.is_bitwise() => {
                Kind::Rmw { access, op, operand: turn(operand) }
            }
            Kind::Cmpxchg { access, expected, new } => {
                Kind::Cmpxchg { access, expected: turn(expected), new: turn(new) }
            }
            Kind::Update { access, change } => {
                changed = move |old: u128| change(turn(old)).map(turn);
                Kind::Update { access, change: &changed }
            }
            _ => return Reply::Refuse("arithmetic on an entry".to_owned()),
        };
        match then(self, &Ask { kind, ..*ask }) {
            Reply::Value(bits) => Reply::Value(turn(bits)),
            other => other,
        }
    }

    /// A loop of reservations on a reference count. What else than the answer it found, nobody asks for.
    pub(crate) fn count_update(
        &mut self,
        folio: FolioId,
        order: RmwOrder,
        change: &dyn Fn(u128) -> Option<u128>,
    ) -> Reply {
        match counts::of(change) {
            Some(Update::AddUnlessZero(n)) => {
                let taken = self.k.folio_ref_add_unless_zero(folio, n, order);
                Reply::Value(u128::from(taken))
            }
            Some(Update::Add(n)) if n > 0 => {
                self.k.folio_ref_add(folio, n.unsigned_abs());
                Reply::Value(1)
            }
            Some(Update::Add(_)) if order != RmwOrder::Full => {
                Reply::Refuse("a count that drops without order".to_owned())
            }
            Some(Update::Add(n)) => {
                let n = n.unsigned_abs();
                let last = self.k.folio_ref_sub_and_test(folio, n);
                Reply::Value(u128::from(if last { n } else { n + 1 }))
            }
            Some(Update::Freeze(n)) => {
                let frozen = self.k.folio_ref_freeze(folio, n);
                Reply::Value(u128::from(if frozen { n } else { n + 1 }))
            }
            None => Reply::Refuse("a loop that changes a count is not understood".to_owned()),
        }
    }
}
