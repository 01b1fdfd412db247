//! Taint: from which earlier events a value comes.
//!
//! Whether an access depends on an earlier load by its address, its data or the branches before it decides how
//! the two are ordered (tools/memory-model/Documentation/explanation.txt of the kernel). A value carries one number that stands for a set of
//! events. Sets are interned and unions remembered, so carrying them through arithmetic costs a comparison.

use std::collections::HashMap;
use std::num::NonZeroU32;

/// A set of events of the run, by number. What it holds is known to the machine that made it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Taint(NonZeroU32);

impl Taint {
    /// No event.
    pub const NONE: Taint = Taint(NonZeroU32::MIN);

    fn place(self) -> usize {
        self.0.get() as usize - 1
    }
}

impl Default for Taint {
    fn default() -> Taint {
        Taint::NONE
    }
}

/// The sets of one run.
#[derive(Debug)]
pub(crate) struct Taints {
    /// Sorted event numbers; the first set is empty.
    sets: Vec<Box<[u32]>>,
    interned: HashMap<Box<[u32]>, Taint>,
    joins: HashMap<(Taint, Taint), Taint>,
    /// The last unions, by a few bits of what was joined.
    recent: [(Taint, Taint, Taint); RECENT],
}

/// How many unions are kept at hand.
const RECENT: usize = 64;
/// No union that needs remembering.
const NOTHING: (Taint, Taint, Taint) = (Taint::NONE, Taint::NONE, Taint::NONE);

impl Taints {
    pub(crate) fn new() -> Taints {
        Taints {
            sets: vec![Box::default()],
            interned: HashMap::new(),
            joins: HashMap::new(),
            recent: [NOTHING; RECENT],
        }
    }

    /// Forgets all sets, for the next run.
    pub(crate) fn clear(&mut self) {
        self.sets.truncate(1);
        self.interned.clear();
        self.joins.clear();
        self.recent = [NOTHING; RECENT];
    }

    /// The set of one event.
    pub(crate) fn single(&mut self, event: u32) -> Taint {
        self.intern(Box::new([event]))
    }

    /// The union of two sets.
    pub(crate) fn join(&mut self, a: Taint, b: Taint) -> Taint {
        if a == b || b == Taint::NONE {
            return a;
        }
        if a == Taint::NONE {
            return b;
        }
        let at = (a.place() * 7 + b.place()) % RECENT;
        if let Some(&(x, y, joined)) = self.recent.get(at)
            && (x, y) == (a, b)
        {
            return joined;
        }
        let joined = self.remembered(a, b);
        if let Some(slot) = self.recent.get_mut(at) {
            *slot = (a, b, joined);
        }
        joined
    }

    fn remembered(&mut self, a: Taint, b: Taint) -> Taint {
        let key = if a.place() < b.place() { (a, b) } else { (b, a) };
        if let Some(&known) = self.joins.get(&key) {
            return known;
        }
        let mut union: Vec<u32> = self.events(a).to_vec();
        union.extend_from_slice(self.events(b));
        union.sort_unstable();
        union.dedup();
        let joined = self.intern(union.into_boxed_slice());
        self.joins.insert(key, joined);
        joined
    }

    /// The events of a set, ascending.
    pub(crate) fn events(&self, set: Taint) -> &[u32] {
        self.sets.get(set.place()).map_or(&[], |events| events)
    }

    fn intern(&mut self, set: Box<[u32]>) -> Taint {
        if let Some(&known) = self.interned.get(&set) {
            return known;
        }
        let number = u32::try_from(self.sets.len() + 1).ok().and_then(NonZeroU32::new);
        let Some(number) = number else { return Taint::NONE };
        self.sets.push(set.clone());
        self.interned.insert(set, Taint(number));
        Taint(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_are_sets() {
        let mut taints = Taints::new();
        let (a, b) = (taints.single(3), taints.single(1));
        let both = taints.join(a, b);
        assert_eq!(taints.events(both), [1, 3]);
        assert_eq!(taints.join(b, a), both);
        assert_eq!(taints.join(both, a), both);
        assert_eq!(taints.join(Taint::NONE, a), a);
        taints.clear();
        assert_eq!(taints.events(both), [0u32; 0]);
    }
}
