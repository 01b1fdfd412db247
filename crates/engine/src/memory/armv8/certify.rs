//! Certification: whether a CPU can keep its promises alone.
//!
//! What others do by then does not matter, nor what they can do later: of their part of a state the certification
//! reads the stores in the list, and nothing else. A CPU with promises uses neither counters nor locks that it does
//! not hold already. So the question is put to a state in which the CPU is the only one, which is normalised as
//! any other. That leaves the stores of words that it can still access, and nothing of how far others are; many
//! states ask the same question then, and so do the states on the way, since the runs of one CPU often meet again.
//! The answers are remembered. They depend on nothing else, so which ones are forgotten makes no difference.

use std::collections::{BTreeSet, HashMap};

use parking_lot::Mutex;
use pmdrace_mm::Addr;
use xxhash_rust::xxh3::xxh3_128;

use super::super::frame::Head;
use super::Armv8;
use super::promise::{is_life, passes};
use super::state::{Cpu, Message, NOBODY, Oldest, State};
use super::step::initial;
use crate::program::Missing;

/// What is known of CPUs that are alone, by the hash of the packed state: whether they can keep their promises.
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
    /// Whether a CPU can keep all its promises alone; if not, which answers might show that it can.
    pub(crate) fn is_certified(
        &self,
        state: &State<L>,
        slot: usize,
        missing: &mut BTreeSet<Missing>,
    ) -> bool {
        let mut alone = self.alone(state, slot);
        self.normalise(&mut alone);
        self.keeps(&mut alone, missing)
    }

    /// The state with a single CPU.
    fn alone(&self, state: &State<L>, slot: usize) -> State<L> {
        let head = Head { class: state.heads[slot].class, ..Head::default() };
        let cpu = Cpu { head, ..state.cpus[slot].clone() };
        let early = |lock: usize| cpu.early >> lock & 1 != 0;
        let seen = |message: &Message| match usize::from(message.by) == slot {
            true => Message { by: 0, ..*message },
            false => Message { by: NOBODY, exclusive: false, promised: false, ..*message },
        };
        let counters = state.counters.iter().enumerate();
        let counters = counters.map(|(at, (value, _))| match is_life(&self.frame, Addr(at)) {
            true => (*value, 0),
            false => (0, 0),
        });
        let lock_views = state.lock_views.iter().enumerate();
        State {
            heads: vec![head],
            oldest: (state.oldest.iter())
                .map(|oldest| Oldest { message: seen(&oldest.message), ..*oldest })
                .collect(),
            list: state.list.iter().map(seen).collect(),
            counters: counters.collect(),
            locks: cpu.early,
            lock_views: lock_views
                .map(|(lock, view)| if early(lock) { *view } else { 0 })
                .collect(),
            cpus: vec![cpu],
        }
    }

    /// Whether the only CPU of a state can keep its promises.
    fn keeps(&self, state: &mut State<L>, missing: &mut BTreeSet<Missing>) -> bool {
        if state.first_promise(0).is_none() {
            return true;
        }
        let call = self.frame.call(state.heads[0]);
        if call.is_none_or(|call| !passes(&self.frame, self.isa, call)) {
            return false;
        }
        let touches = self.ahead[usize::from(state.heads[0].class)].touches;
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
        self.execute(state, 0, true, &mut next, &mut |step, next| match step {
            Ok(_) => found.push(next.clone()),
            Err(answer) => {
                unknown.insert(answer);
            }
        });
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
