//! A check of loom's own search: did it have a reason not to reverse two accesses?
//!
//! loom explores by dynamic partial-order reduction: when a CPU is about to store to a word, it looks at the
//! **last** access to that word, and backtracks to try the other order unless that access happened before the
//! store. Loads do not order each other, so the last load may have happened before the store while an earlier
//! load of another CPU did not; loom does not look at that one, and the executions in which it comes after
//! the store stay unexplored. Flanagan and Godefroid (POPL 2005) require the last access that did **not**
//! happen before.
//!
//! A lock can order the last load before the store too: the CPU that stores took it after the load. That loom
//! does not know, since it sees no mutex being given back. It backtracks to the last load, where that CPU still
//! has to wait, and again never looks at the earlier ones.
//!
//! This has two consequences here. A read under a lock is not shown to loom, or as an access that loom orders
//! with every other (see `cpu`), so that a writer's own reads hide nothing. And this file repeats loom's
//! bookkeeping, its version vectors and last accesses, to detect loads that were hidden nevertheless: a
//! search in which that happened cannot conclude "holds".

/// How loom classifies an access.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Access {
    /// A load: independent of other loads.
    Load,
    /// A store or a read-modify-write, even one that fails, and every operation on a mutex.
    Other,
}

/// A version vector: per CPU, the number of its operations that happened before.
type Versions = Vec<u32>;

/// The accesses to one object with which a later access is compared.
#[derive(Clone, Default)]
struct Object {
    last: Option<Versions>,
    last_other: Option<Versions>,
    /// The loads since the last other access, oldest first.
    loads: Vec<(usize, Versions)>,
    /// Of a mutex: what came before it was last given back.
    given: Versions,
}

/// loom's bookkeeping of one execution.
#[derive(Default)]
pub(super) struct Dpor {
    cpus: Vec<Versions>,
    /// Per CPU, what came before its next operation if mutexes order too.
    behind: Vec<Versions>,
    /// Per CPU, the number of its operations before its last full barrier.
    barriers: Vec<Option<u32>>,
    objects: Vec<Object>,
    hidden: bool,
}

fn happened_before(access: &Versions, now: &Versions) -> bool {
    access.iter().zip(now).all(|(access, now)| access <= now)
}

fn join(into: &mut Versions, other: &Versions) {
    for (into, other) in into.iter_mut().zip(other) {
        *into = (*into).max(*other);
    }
}

impl Dpor {
    pub(super) fn restart(&mut self, cpus: usize, objects: usize) {
        self.cpus.clear();
        self.cpus.resize(cpus, vec![0; cpus]);
        self.behind.clear();
        self.behind.resize(cpus, vec![0; cpus]);
        self.barriers.clear();
        self.barriers.resize(cpus, None);
        self.objects.clear();
        self.objects.resize(objects, Object { given: vec![0; cpus], ..Object::default() });
        self.hidden = false;
    }

    /// An access by `cpu` to `object`.
    pub(super) fn access(&mut self, cpu: usize, object: usize, access: Access) {
        let (object, now) = (&mut self.objects[object], &mut self.cpus[cpu]);
        let behind = &mut self.behind[cpu];
        join(behind, &object.given);
        let compared = match access {
            Access::Load => object.last_other.clone(),
            Access::Other => {
                let seen = |(by, load): &(usize, Versions)| {
                    happened_before(load, now) || load[*by] <= behind[*by]
                };
                if object.loads.last().is_some_and(seen) {
                    self.hidden |= !object.loads.iter().all(seen);
                }
                object.last.clone()
            }
        };
        if let Some(compared) = compared {
            join(now, &compared);
        }
        now[cpu] += 1;
        join(behind, now);
        object.last = Some(now.clone());
        match access {
            Access::Load => object.loads.push((cpu, now.clone())),
            Access::Other => {
                object.loads.clear();
                object.last_other = Some(now.clone());
            }
        }
    }

    /// A mutex is given back.
    pub(super) fn give(&mut self, cpu: usize, object: usize) {
        join(&mut self.objects[object].given, &self.behind[cpu]);
    }

    /// A full barrier.
    pub(super) fn full_barrier(&mut self, cpu: usize) {
        self.barriers[cpu] = Some(self.cpus[cpu][cpu]);
    }

    /// Whether no operation of a CPU came after its last full barrier.
    pub(super) fn is_behind_barrier(&self, cpu: usize) -> bool {
        self.barriers[cpu] == Some(self.cpus[cpu][cpu])
    }

    /// Whether a load was hidden from loom in this execution.
    pub(super) fn hid_a_load(&self) -> bool {
        self.hidden
    }
}

#[cfg(test)]
mod tests {
    use super::{Access, Dpor};

    fn started() -> Dpor {
        let mut dpor = Dpor::default();
        dpor.restart(3, 2);
        dpor
    }

    #[test]
    fn a_load_by_the_writer_hides_the_load_of_another_cpu() {
        let mut dpor = started();
        dpor.access(1, 0, Access::Load);
        dpor.access(0, 0, Access::Load);
        dpor.access(0, 0, Access::Other);
        assert!(dpor.hid_a_load());
    }

    #[test]
    fn a_read_that_loom_orders_with_everything_hides_nothing() {
        let mut dpor = started();
        dpor.access(1, 0, Access::Load);
        dpor.access(0, 0, Access::Other);
        dpor.access(0, 0, Access::Other);
        assert!(!dpor.hid_a_load());
    }

    #[test]
    fn a_load_that_is_ordered_by_a_lock_hides_an_earlier_one_that_is_not() {
        let lock = 1;
        let mut dpor = started();
        dpor.access(1, 0, Access::Load);
        dpor.access(2, 0, Access::Load);
        dpor.access(2, lock, Access::Other);
        dpor.access(0, lock, Access::Other);
        dpor.access(0, 0, Access::Other);
        assert!(dpor.hid_a_load());
    }

    #[test]
    fn a_load_under_the_lock_hides_an_earlier_one_that_is_not() {
        let lock = 1;
        for (given, hidden) in [(true, true), (false, false)] {
            let mut dpor = started();
            dpor.access(1, lock, Access::Other);
            dpor.access(2, 0, Access::Load);
            dpor.access(1, 0, Access::Load);
            if given {
                dpor.give(1, lock);
            }
            dpor.access(0, lock, Access::Other);
            dpor.access(0, 0, Access::Other);
            assert_eq!(dpor.hid_a_load(), hidden);
        }
    }

    #[test]
    fn loads_that_loom_compares_are_not_hidden() {
        let mut dpor = started();
        dpor.access(1, 0, Access::Load);
        dpor.access(2, 0, Access::Load);
        dpor.access(0, 0, Access::Other);
        assert!(!dpor.hid_a_load());
    }
}
