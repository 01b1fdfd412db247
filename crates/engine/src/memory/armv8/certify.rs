//! Certification: whether a CPU can keep its promises alone, and whether CPUs can keep theirs together.
//!
//! What others do by then does not matter, nor what they can do later: of their part of a state the certification
//! reads the stores in the list, and nothing else. A CPU with promises uses neither counters nor locks that it does
//! not hold already. So the question is put to a state in which the CPU is the only one, which is normalised as
//! any other.
//!
//! There is one exception. An update stores right behind what it reads, so one that is yet to come, and on whose answer a
//! promise depends, fails once another CPU stores to its word: no execution has such a promise. So CPUs with updates ahead
//! are certified after the steps of all CPUs, and together, since two may rest on the same store. That loses no execution:
//! what a promise depends on is in the list before it, so one that cannot be kept can never be kept later.
//!
//! A state of few CPUs leaves the stores of words that it can still access, and nothing of how far others are; many
//! states ask the same question then, and so do the states on the way, since the runs of one CPU often meet again.
//! The answers are remembered. They depend on nothing else, so which ones are forgotten makes no difference.

use std::collections::BTreeSet;

use hashbrown::HashMap;
use parking_lot::Mutex;
use pmdrace_mm::Addr;
use xxhash_rust::xxh3::xxh3_128;

use super::super::frame::Head;
use super::Armv8;
use super::promise::{is_life, passes};
use super::state::{Cpu, Message, NOBODY, Oldest, State};
use super::step::initial;
use crate::program::Missing;

/// What is known of states of few CPUs, by the hash of the packed state: whether they can keep their promises.
#[derive(Default)]
pub(crate) struct Certified(Mutex<HashMap<u128, bool>>);

/// The number of answers that are remembered; then all are forgotten.
const REMEMBERED: usize = 1 << 18;

impl Certified {
    fn known(&self, key: u128) -> Option<bool> {
        self.0.lock().get(&key).copied()
    }

    fn remember(&self, key: u128, keeps: bool) {
        let mut known = self.0.lock();
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(key, keeps);
    }
}

impl<const L: usize> Armv8<'_, L> {
    /// Whether all promises can be kept after a step of a CPU; if not, which answers might show that they can.
    pub(crate) fn is_certified(
        &self,
        state: &State<L>,
        slot: usize,
        missing: &mut BTreeSet<Missing>,
    ) -> bool {
        let promises = |slot: &usize| state.first_promise(*slot).is_some();
        if promises(&slot) && !self.can_keep(state, &[slot], missing) {
            return false;
        }
        if !self.updates_bind {
            return true;
        }
        let updates = |slot: &usize| self.updates[usize::from(state.heads[*slot].class)];
        let slots: Vec<usize> =
            (0..state.heads.len()).filter(|slot| promises(slot) && updates(slot)).collect();
        slots.is_empty() || slots == [slot] || self.can_keep(state, &slots, missing)
    }

    /// Whether these CPUs can keep all their promises, without others.
    fn can_keep(&self, state: &State<L>, slots: &[usize], missing: &mut BTreeSet<Missing>) -> bool {
        let mut few = self.without_others(state, slots);
        self.normalise(&mut few);
        self.keeps(&mut few, missing)
    }

    /// The state without other CPUs.
    fn without_others(&self, state: &State<L>, slots: &[usize]) -> State<L> {
        let cpu = |slot: &usize| {
            let head = Head { class: state.heads[*slot].class, ..Head::default() };
            Cpu { head, ..state.cpus[*slot].clone() }
        };
        let cpus: Vec<Cpu<L>> = slots.iter().map(cpu).collect();
        let locks = cpus.iter().fold(0, |locks, cpu| locks | cpu.early);
        let early = |lock: usize| locks >> lock & 1 != 0;
        let seen = |message: &Message| match slots
            .iter()
            .position(|slot| *slot == usize::from(message.by))
        {
            Some(by) => Message { by: by as u8, ..*message },
            None => Message { by: NOBODY, exclusive: false, promised: false, ..*message },
        };
        let counters = state.counters.iter().enumerate();
        let counters = counters.map(|(at, (value, _))| match is_life(&self.frame, Addr(at)) {
            true => (*value, 0),
            false => (0, 0),
        });
        let lock_views = state.lock_views.iter().enumerate();
        State {
            heads: cpus.iter().map(|cpu| cpu.head).collect(),
            oldest: (state.oldest.iter())
                .map(|oldest| Oldest { message: seen(&oldest.message), ..*oldest })
                .collect(),
            list: state.list.iter().map(seen).collect(),
            counters: counters.collect(),
            locks,
            lock_views: lock_views
                .map(|(lock, view)| if early(lock) { *view } else { 0 })
                .collect(),
            cpus,
        }
    }

    /// Whether the CPUs of a state can keep their promises.
    fn keeps(&self, state: &mut State<L>, missing: &mut BTreeSet<Missing>) -> bool {
        let promises = |slot: &usize| state.first_promise(*slot).is_some();
        let slots: Vec<usize> = (0..state.heads.len()).filter(promises).collect();
        if slots.is_empty() {
            return true;
        }
        let passes = |slot: &usize| {
            let call = self.frame.call(state.heads[*slot]);
            call.is_some_and(|call| passes(&self.frame, self.isa, call))
        };
        if !slots.iter().all(passes) {
            return false;
        }
        let touches = |slot: &usize| self.ahead[usize::from(state.heads[*slot].class)].touches;
        let touches = slots.iter().map(touches).fold(0, |all, one| all | one);
        for (entry, oldest) in state.oldest.iter_mut().enumerate() {
            if touches >> entry & 1 == 0 {
                *oldest = Oldest { message: initial(entry), time: 0 };
            }
        }
        let mut packed = Vec::new();
        self.pack(state, &mut packed);
        let key = xxh3_128(&packed);
        if let Some(known) = self.certified.known(key) {
            return known;
        }
        let mut unknown = BTreeSet::new();
        let mut found = Vec::new();
        let mut next = state.clone();
        for slot in slots {
            self.execute(state, slot, true, &mut next, &mut |step, next| match step {
                Ok(_) => found.push(next.clone()),
                Err(answer) => {
                    unknown.insert(answer);
                }
            });
        }
        // The oldest stores bind it least.
        let keeps = found.iter_mut().rev().any(|next| self.keeps(next, &mut unknown));
        // What is learned may change the answer.
        if keeps || unknown.is_empty() {
            self.certified.remember(key, keeps);
        }
        missing.append(&mut unknown);
        keeps
    }
}
