//! Loops of load-exclusive and store-exclusive: one atomic update to every other CPU.
//!
//! No store-exclusive fails here, so a loop runs once. What it stores depends on what it loads, so the host gets
//! the update as a function of the old value.

use super::arch::Architecture;
use super::constraint::Role;
use super::flow::{At, Next, Patched};
use super::micro::{Micro, Place};
use super::state::{Flow, State};
use super::{Compiled, Step};
use crate::host::{Access, Effect, Host, Kind, Order};
use crate::machine::taint::{Taint, Taints};
use crate::machine::value::{Int, mask};
use crate::machine::{Machine, Run};
use crate::memory::Loaded;

/// How many operations the loop of an atomic update may take.
const LOOP: usize = 1000;

/// A load-exclusive that has no store yet.
#[derive(Clone, Copy)]
pub(crate) struct Exclusive {
    pub(crate) address: u64,
    pub(crate) size: u64,
    pub(crate) shared: bool,
}

impl Machine {
    /// The load that begins an atomic update. Of a shared word it is the whole update: the host learns what
    /// the loop makes of any old value, and its answer is the old value that the loop then runs with.
    pub(crate) fn load_exclusive(
        &mut self,
        host: &mut dyn Host,
        address: Int,
        size: u64,
        place: &Place,
        state: &State,
        rest: &Rest<'_>,
    ) -> Run<Int> {
        let at = address.bits as u64;
        let found = self.memory.load(at, size, &mut self.taints);
        match found.map_err(|error| self.near(error))? {
            Loaded::Int(old) => Ok(old),
            Loaded::Shared => {
                let store = rest.store_order(size);
                let full = self.full_barriers(rest.code).is_some();
                let order = match (place.order, store) {
                    _ if full => Order::SeqCst,
                    (Order::Acquire, Some(Order::Release)) => Order::AcqRel,
                    (Order::Relaxed, Some(order @ (Order::Release | Order::SeqCst))) => order,
                    (order, _) => order,
                };
                let change = |old: u128| rest.simulate(state.clone(), old);
                let access = Access { address: at, size, order };
                let kind = Kind::Update { access, change: &change };
                let mut data = Taint::NONE;
                for operand in rest.code.operands.list.iter().filter(|o| o.role == Role::Value) {
                    let taint = state.slots.get(operand.slot).map_or(Taint::NONE, |s| s.taint);
                    data = self.taints.join(data, taint);
                }
                let old = self.ask_value(host, kind, address.taint, data)?;
                Ok(cut(old, size))
            }
        }
    }
}

impl Machine {
    /// The steps of full barriers before and after the loop of a statement: with both of them the update is fully
    /// ordered, and they are part of it.
    pub(crate) fn full_barriers(&self, code: &Compiled) -> Option<(usize, usize)> {
        let before = self.full_barrier(code, 0)?;
        let load = position(code, before, &|one| matches!(one, Micro::LoadExclusive { .. }))?;
        let store = position(code, load, &|one| matches!(one, Micro::StoreExclusive { .. }))?;
        Some((before, self.full_barrier(code, store)?))
    }

    /// The step of a full barrier that makes the single update before it fully ordered.
    pub(crate) fn barrier_after(&self, code: &Compiled, update: usize) -> Option<usize> {
        self.full_barrier(code, update + 1)
    }

    /// Whether a barrier is part of the update of its statement.
    pub(crate) fn is_of_update(&self, code: &Compiled, step: usize) -> bool {
        if let Some((before, after)) = self.full_barriers(code) {
            return step == before || step == after;
        }
        let update = position(code, 0, &|one| matches!(one, Micro::Rmw { .. }));
        update.and_then(|update| self.barrier_after(code, update)) == Some(step)
    }

    fn full_barrier(&self, code: &Compiled, from: usize) -> Option<usize> {
        let architecture = self.program.architecture;
        position(code, from, &|one| match one {
            Micro::Effect { mnemonic, .. } => architecture.is_full_barrier(mnemonic),
            _ => false,
        })
    }
}

/// The first step from `from` on with an operation of a kind.
fn position(code: &Compiled, from: usize, wanted: &dyn Fn(&Micro) -> bool) -> Option<usize> {
    let found = code.steps.iter().skip(from).position(|step| match step {
        Step::Run { micro: Ok(micro), .. } => micro.iter().any(wanted),
        _ => false,
    });
    found.map(|found| found + from)
}

/// The code around an operation.
pub(crate) struct Rest<'c> {
    pub(crate) code: &'c Compiled,
    pub(crate) patched: &'c Patched,
    pub(crate) at: At,
    /// Which operation of the instruction it is.
    pub(crate) place: usize,
    pub(crate) text: &'c str,
}

impl Rest<'_> {
    /// What the loop that begins with this load-exclusive stores, if it finds `old`.
    fn simulate(&self, mut state: State, old: u128) -> Option<u128> {
        let mut taints = Taints::new();
        let (mut at, mut first) = (self.at, self.place);
        for _ in 0..LOOP {
            let Some(Step::Run { micro: Ok(micro), .. }) = self.code.steps.get(at.step) else {
                return None;
            };
            let mut jump = None;
            for one in micro.iter().skip(first) {
                match one {
                    Micro::LoadExclusive { into, .. } => {
                        state.set(*into, Int::new(old), &mut taints);
                    }
                    Micro::StoreExclusive { from, place, .. } => {
                        let value = cut(state.value(from, &self.code.operands), place.size);
                        return value.is_defined().then_some(value.bits);
                    }
                    Micro::Jump { test: Some(test), to } => {
                        let decided = state.test(test, &self.code.operands, &mut taints);
                        if decided.bits == 1 {
                            jump = Some(*to);
                            break;
                        }
                    }
                    // Ordering does not change what is stored.
                    Micro::Effect { .. } => {}
                    other => match state.run(other, &self.code.operands, &mut taints) {
                        Flow::Next => {}
                        Flow::Jump(to) => {
                            jump = Some(to);
                            break;
                        }
                        Flow::Outside => return None,
                    },
                }
            }
            first = 0;
            let next = match jump {
                Some(to) => self.patched.jump(to),
                None => self.patched.settle(At { step: at.step + 1, ..at }),
            };
            match next {
                Next::Step(next) => at = next,
                Next::Label(_) => return None,
            }
        }
        None
    }

    /// How the store-exclusive that follows orders.
    fn store_order(&self, size: u64) -> Option<Order> {
        let steps = self.code.steps.iter().skip(self.at.step);
        let micro = steps.filter_map(|step| match step {
            Step::Run { micro: Ok(micro), .. } => Some(micro),
            _ => None,
        });
        micro.flatten().find_map(|one| match one {
            Micro::StoreExclusive { place, .. } if place.size == size => Some(place.order),
            _ => None,
        })
    }
}

/// Takes a store-exclusive that is a release and the full barrier that follows it for one that is fully ordered: so
/// the kernel's own atomic operations are written where no store-exclusive is.
pub(super) fn order_fully(architecture: &dyn Architecture, steps: &mut [Step]) {
    for at in 0..steps.len() {
        let Some((before, after)) = steps.split_at_mut_checked(at + 1) else { return };
        let store = before.last_mut().and_then(operations).and_then(|all| {
            all.iter_mut().find_map(|one| match one {
                Micro::StoreExclusive { place, .. } => Some(place),
                _ => None,
            })
        });
        let Some(store) = store.filter(|place| place.order == Order::Release) else { continue };
        let section = after.iter_mut().take_while(|step| !matches!(step, Step::End));
        let completes = |one: &Micro| {
            matches!(one, Micro::Effect { mnemonic, effect: Effect::Barrier, .. }
                if architecture.completes_update(mnemonic))
        };
        for all in section.filter_map(operations) {
            if all.iter().any(completes) {
                all.retain(|one| !completes(one));
                store.order = Order::SeqCst;
            }
        }
    }
}

fn operations(step: &mut Step) -> Option<&mut Vec<Micro>> {
    match step {
        Step::Run { micro: Ok(micro), .. } => Some(micro),
        _ => None,
    }
}

/// As much of a value as `size` bytes hold.
pub(crate) fn cut(int: Int, size: u64) -> Int {
    let all = mask(u32::try_from(size * 8).unwrap_or(128));
    Int { bits: int.bits & all, undefined: int.undefined & all, taint: int.taint }
}
