//! The states of the Armv8 machine: one list of messages, and scalar views of it.

use super::super::frame::Head;

/// A place in the list of messages: 0 before the first, `n` right after the `n`-th. As a view it says that
/// everything up to there must be seen.
pub(crate) type Time = u16;

/// No CPU.
pub(crate) const NOBODY: u8 = u8::MAX;

/// A store, of a word that is given by its index among the entries.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Message {
    pub(crate) entry: u8,
    pub(crate) value: u8,
    /// The CPU that made it, as long as that makes a difference.
    pub(crate) by: u8,
    /// Whether it is the store of a read-modify-write.
    pub(crate) exclusive: bool,
    /// Whether its CPU has yet to come to it.
    pub(crate) promised: bool,
}

/// The oldest store of an entry that somebody may still read, which is not in the list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Oldest {
    pub(crate) message: Message,
    /// The number of messages of the list before it.
    pub(crate) time: Time,
}

/// A read on which what follows depends: see `depend`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Pending {
    /// What was seen with it.
    pub(crate) view: Time,
    /// The classes in which its CPU would now be if it had had other answers.
    pub(crate) otherwise: Vec<u16>,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Cpu<const L: usize> {
    pub(crate) head: Head,
    /// Per entry, the store before which it must not read or store; 0 if the views imply it.
    pub(crate) coherence: [Time; L],
    /// Per entry, what was seen by the read of the update that made its last store, as long as that can be forwarded.
    pub(crate) updated: [Time; L],
    /// What it has seen by reads, and done by stores.
    pub(crate) read: Time,
    pub(crate) made: Time,
    /// What its later reads must see; that after which its later stores come is never beyond its promises.
    pub(crate) reads_after: Time,
    /// Its last store-release, which later load-acquires must see.
    pub(crate) released: Time,
    /// What its later accesses to words that are found through others must see.
    pub(crate) found: Time,
    /// What its last read section or section without interrupts left, for those that wait for it.
    pub(crate) section: Time,
    /// What the CPUs that waited for it knew then, for its sections to come.
    pub(crate) waited: Time,
    /// The locks that it holds although it has yet to come to `spin_lock()`.
    pub(crate) early: u64,
    pub(crate) pending: Vec<Pending>,
}

impl<const L: usize> Cpu<L> {
    pub(crate) fn new(head: Head) -> Cpu<L> {
        Cpu {
            head,
            coherence: [0; L],
            updated: [0; L],
            read: 0,
            made: 0,
            reads_after: 0,
            released: 0,
            found: 0,
            section: 0,
            waited: 0,
            early: 0,
            pending: Vec::new(),
        }
    }

    /// What it has seen and done.
    pub(crate) fn all(&self) -> Time {
        self.read.max(self.made).max(self.reads_after)
    }

    /// Its views, but for [`Pending`] ones.
    pub(crate) fn views(&mut self) -> impl Iterator<Item = &mut Time> {
        let Cpu { coherence, updated, read, made, reads_after, .. } = self;
        let Cpu { released, found, section, waited, .. } = self;
        let per_entry = coherence.iter_mut().chain(updated);
        per_entry.chain([read, made, reads_after, released, found, section, waited])
    }
}

#[derive(Clone, Debug)]
pub(crate) struct State<const L: usize> {
    pub(crate) cpus: Vec<Cpu<L>>,
    /// Copies of the CPUs' heads, contiguous.
    pub(crate) heads: Vec<Head>,
    /// Per entry, its oldest store.
    pub(crate) oldest: Vec<Oldest>,
    /// All other stores; the one at index `n` has time `n + 1`.
    pub(crate) list: Vec<Message>,
    /// Per cell, the value if it is no entry, and the view that its last user left.
    pub(crate) counters: Vec<(u16, Time)>,
    pub(crate) locks: u64,
    pub(crate) lock_views: Vec<Time>,
}

impl<const L: usize> State<L> {
    /// Becomes a copy of another state, reusing its memory.
    pub(crate) fn copy(&mut self, from: &State<L>) {
        self.cpus.clone_from(&from.cpus);
        self.heads.clone_from(&from.heads);
        self.oldest.clone_from(&from.oldest);
        self.list.clone_from(&from.list);
        self.counters.clone_from(&from.counters);
        self.locks = from.locks;
        self.lock_views.clone_from(&from.lock_views);
    }

    /// The stores of an entry with their times, newest first.
    pub(crate) fn stores(&self, entry: usize) -> impl Iterator<Item = (Time, Message)> {
        let listed = self.list.iter().enumerate().rev();
        let listed = listed.filter(move |(_, message)| usize::from(message.entry) == entry);
        let oldest = self.oldest[entry];
        let times = listed.map(|(index, message)| (index as Time + 1, *message));
        times.chain([(oldest.time, oldest.message)])
    }

    /// The time of the newest store of an entry that is in a view; that of the oldest one if none is.
    pub(crate) fn newest_in(&self, entry: usize, view: Time) -> Time {
        let seen = self.stores(entry).find(|(time, _)| *time <= view);
        seen.map_or(self.oldest[entry].time, |(time, _)| time)
    }

    /// The promises of a CPU that it has yet to come to.
    pub(crate) fn promises(&self, slot: usize) -> impl Iterator<Item = (Time, Message)> {
        let listed = self.list.iter().enumerate();
        let mine =
            listed.filter(move |(_, message)| message.promised && usize::from(message.by) == slot);
        mine.map(|(index, message)| (index as Time + 1, *message))
    }

    /// The first of them; none of its stores to come may have to come after that.
    pub(crate) fn first_promise(&self, slot: usize) -> Option<Time> {
        self.promises(slot).map(|(time, _)| time).next()
    }

    /// Changes every view, those of pending reads included, but not those kept for the oldest stores.
    pub(crate) fn each_view(&mut self, mut change: impl FnMut(&mut Time)) {
        for cpu in &mut self.cpus {
            cpu.views().for_each(&mut change);
            cpu.pending.iter_mut().for_each(|pending| change(&mut pending.view));
        }
        self.counters.iter_mut().for_each(|(_, view)| change(view));
        self.lock_views.iter_mut().for_each(change);
    }
}
