//! [`Classes`]: which event is what.

use crate::{Event, Execution, Kind, Set, Tag};

/// Sets of events by kind and annotation. Operations on spin locks are reads and writes like others here: taking a
/// lock is an acquire, giving it back a release.
#[derive(Clone, Debug)]
pub(super) struct Classes {
    /// All events.
    pub(super) all: Set,
    /// `R`.
    pub(super) reads: Set,
    /// `W`.
    pub(super) writes: Set,
    /// `M`.
    pub(super) memory: Set,
    /// `IW`.
    pub(super) initial: Set,
    /// `Plain`: accesses that the compiler may tear, fuse or invent.
    pub(super) plain: Set,
    /// `Marked`: all others.
    pub(super) marked: Set,
    /// `Acquire`.
    pub(super) acquire: Set,
    /// `Release`.
    pub(super) release: Set,
    /// `RMW`.
    pub(super) atomic: Set,
    /// `Noreturn`.
    pub(super) no_return: Set,
    /// `R4rmb`: the reads that `smp_rmb()` orders.
    pub(super) rmb_reads: Set,
}

/// The operations on spin locks.
pub(super) const LOCK_TAGS: [Tag; 5] =
    [Tag::LockRead, Tag::LockWrite, Tag::Unlock, Tag::LockFail, Tag::NotLocked];

/// What makes an access marked.
const MARKS: [Tag; 10] = [
    Tag::Once,
    Tag::Acquire,
    Tag::Release,
    Tag::SrcuLock,
    Tag::SrcuUnlock,
    LOCK_TAGS[0],
    LOCK_TAGS[1],
    LOCK_TAGS[2],
    LOCK_TAGS[3],
    LOCK_TAGS[4],
];

impl Classes {
    pub(super) fn new(graph: &Execution) -> Classes {
        let all = Set::first(graph.count());
        let (reads, writes, initial) = (graph.reads(), graph.writes(), graph.initial());
        let memory = reads | writes;
        let has =
            |tags: &'static [Tag]| move |event: &Event| tags.iter().any(|tag| event.tags.has(*tag));
        let halves = graph.rmw.domain() | graph.rmw.range();
        let marks = graph.all(has(&MARKS)) | halves | initial;
        let plain = memory - marks;
        let atomic = graph.all(|event| event.kind != Kind::Other && event.tags.has(Tag::Atomic));
        let no_return = graph.tagged(Tag::NoReturn);
        Classes {
            all,
            reads,
            writes,
            memory,
            initial,
            plain,
            marked: all - plain,
            acquire: graph.all(has(&[Tag::Acquire, Tag::LockRead])),
            release: graph.all(has(&[Tag::Release, Tag::Unlock])),
            atomic: atomic | (halves - graph.all(has(&LOCK_TAGS))),
            no_return,
            rmb_reads: reads - no_return,
        }
    }
}
