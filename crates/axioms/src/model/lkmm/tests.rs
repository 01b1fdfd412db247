//! The shapes of litmus tests that every text on memory models names, as the kernel's model answers them.
//!
//! A program is written as a line: threads are separated by `|`, instructions by spaces.
//!
//! - `Wx1`, `Rx`: `WRITE_ONCE()`, `READ_ONCE()`; `wx1`, `rx` are plain; `Wx1.rel`, `Rx.acq` release and acquire;
//! - `mb`, `wmb`, `rmb`, `(`, `)`, `sync`, `[d`, `]d`, `sync.d`: fences, RCU, SRCU of domain `d`;
//! - `L`, `U`, `unlock-lock`: lock and unlock of `l`, and `smp_mb__after_unlock_lock()`;
//! - `+x1`, `++x1`: `atomic_add()` and `atomic_fetch_add_relaxed()`;
//! - `~`: the value of the read before is the address of what follows, `=` its data, `?` decides whether it happens.
//!
//! The outcome that is asked for is the values of all reads in the order of the text, and final values of memory.

use std::ops::ControlFlow;

use super::{Lkmm, Release};
use crate::{
    End, Event, Found, Kind, Limits, Loc, Program, Run, Set, Tag, Tags, Value, Visitor, explore,
};

struct Line {
    threads: Vec<Vec<String>>,
}

const LOCATIONS: [char; 9] = ['x', 'y', 'z', 'a', 'b', 'c', 'l', 'd', 'e'];

fn loc(name: char) -> Loc {
    Loc(LOCATIONS.iter().position(|other| *other == name).unwrap() as u16)
}

impl Line {
    fn new(text: &str) -> Line {
        let thread = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        Line { threads: text.split('|').map(thread).collect() }
    }
}

/// A thread as it runs.
struct Thread<'a> {
    events: Vec<Event>,
    answers: std::slice::Iter<'a, Value>,
    read: Vec<Value>,
    ctrl: Set,
    instruction: u16,
}

impl Thread<'_> {
    fn push(&mut self, kind: Kind, at: Option<Loc>, value: Value, tags: Tags) -> usize {
        let mut event = Event::new(kind, at, value, tags);
        event.instruction = self.instruction;
        event.ctrl = self.ctrl;
        self.events.push(event);
        self.events.len() - 1
    }

    /// None when the answer is missing.
    fn read(&mut self, at: Loc, tags: Tags) -> Option<(usize, Value)> {
        let event = self.push(Kind::Read, Some(at), 0, tags);
        let value = *self.answers.next()?;
        self.events[event].value = value;
        Some((event, value))
    }

    fn step(&mut self, step: &str) -> Option<()> {
        self.instruction += 1;
        let fence = |tag: Tag| Some((None, tag));
        let srcu = |tag: Tag, name: &str| Some((name.chars().last().map(loc), tag));
        let other = match step {
            "mb" => fence(Tag::Mb),
            "wmb" => fence(Tag::Wmb),
            "rmb" => fence(Tag::Rmb),
            "(" => fence(Tag::RcuLock),
            ")" => fence(Tag::RcuUnlock),
            "sync" => fence(Tag::SyncRcu),
            "unlock-lock" => fence(Tag::AfterUnlockLock),
            "after-atomic" => fence(Tag::AfterAtomic),
            _ if step.starts_with('[') => srcu(Tag::SrcuLock, step),
            _ if step.starts_with(']') => srcu(Tag::SrcuUnlock, step),
            _ if step.starts_with("sync.") => srcu(Tag::SyncSrcu, step),
            _ => None,
        };
        if let Some((at, tag)) = other {
            self.push(Kind::Other, at, 0, tag.into());
            return Some(());
        }
        match step {
            "L" => {
                let (read, value) = self.read(loc('l'), Tag::LockRead.into())?;
                // A lock that is taken cannot be taken: such an answer leads nowhere.
                if value != 0 {
                    return None;
                }
                let write = self.push(Kind::Write, Some(loc('l')), 1, Tag::LockWrite.into());
                self.events[write].rmw = Some(read as u8);
                return Some(());
            }
            "U" => {
                self.push(Kind::Write, Some(loc('l')), 0, Tag::Unlock.into());
                return Some(());
            }
            _ => {}
        }
        let last = Set::one(self.events.len().saturating_sub(1));
        let (link, step) = match step.split_at(1) {
            (link @ ("~" | "=" | "?"), step) => (link, step),
            _ => ("", step),
        };
        if link == "?" {
            self.ctrl |= last;
        }
        let (step, tag) = match step.split_once('.') {
            Some((step, "rel")) => (step, Tag::Release),
            Some((step, "acq")) => (step, Tag::Acquire),
            _ => (step, Tag::Once),
        };
        let letters: Vec<char> = step.chars().collect();
        let digit = |at: usize| Value::from(letters[at].to_digit(10).unwrap());
        let event = match letters[0] {
            'R' => self.read(loc(letters[1]), tag.into()).map(|(event, value)| {
                self.read.push(value);
                event
            }),
            'r' => self.read(loc(letters[1]), Tags::NONE).map(|(event, value)| {
                self.read.push(value);
                event
            }),
            'W' => Some(self.push(Kind::Write, Some(loc(letters[1])), digit(2), tag.into())),
            'w' => Some(self.push(Kind::Write, Some(loc(letters[1])), digit(2), Tags::NONE)),
            '+' => {
                let returns = letters[1] == '+';
                let rest = if returns { 2 } else { 1 };
                let at = loc(letters[rest]);
                let tags = Tags::from(if returns { Tag::Once } else { Tag::NoReturn });
                let (read, value) = self.read(at, tags.with(Tag::Atomic))?;
                if returns {
                    self.read.push(value);
                }
                let tags = Tags::from(Tag::Once).with(Tag::Atomic);
                let write = self.push(Kind::Write, Some(at), value + digit(rest + 1), tags);
                self.events[write].rmw = Some(read as u8);
                self.events[write].iico_data = Set::one(read);
                Some(write)
            }
            _ => panic!("what is {step}?"),
        };
        let here = event.unwrap_or(self.events.len() - 1);
        match link {
            "~" => self.events[here].addr = last,
            "=" => self.events[here].data = last,
            _ => {}
        }
        event.map(|_| ())
    }
}

impl Program for Line {
    fn threads(&self) -> usize {
        self.threads.len()
    }
    fn locations(&self) -> usize {
        LOCATIONS.len()
    }
    fn initial(&self, _: Loc) -> Value {
        0
    }
    fn run(&self, thread: usize, answers: &[Value]) -> Run {
        let mut running = Thread {
            events: Vec::new(),
            answers: answers.iter(),
            read: Vec::new(),
            ctrl: Set::EMPTY,
            instruction: 0,
        };
        for step in &self.threads[thread] {
            if running.step(step).is_none() {
                let asks = running.events.iter().filter(|event| event.kind == Kind::Read).count();
                let end = if asks > answers.len() { End::Value } else { End::Never };
                return Run { events: running.events, end };
            }
        }
        Run { events: running.events, end: End::Done(running.read) }
    }
}

#[derive(Default)]
struct Seen {
    outcomes: Vec<(Vec<Value>, Vec<Value>)>,
    flags: Vec<&'static str>,
}

impl Visitor for Seen {
    fn visit(&mut self, found: &Found<'_>) -> ControlFlow<()> {
        self.outcomes.push((found.registers.concat(), found.memory.to_vec()));
        for flag in found.flags() {
            if !self.flags.contains(&flag) {
                self.flags.push(flag);
            }
        }
        ControlFlow::Continue(())
    }
}

fn run(text: &str, release: Release) -> Seen {
    let mut seen = Seen::default();
    let limits = Limits { histories: 10_000, stop: &|| false };
    explore(&Line::new(text), &Lkmm { release }, &limits, &mut seen).unwrap();
    seen
}

/// Whether these values are read, and these final values, such as `x=2`, are left.
fn allows_in(release: Release, text: &str, reads: &[Value], memory: &str) -> bool {
    let wanted: Vec<(usize, Value)> = memory
        .split_whitespace()
        .map(|word| {
            let (name, value) = word.split_once('=').unwrap();
            let Loc(at) = loc(name.chars().next().unwrap());
            (usize::from(at), value.parse().unwrap())
        })
        .collect();
    let seen = run(text, release);
    assert!(!seen.outcomes.is_empty(), "{text}: no outcome at all");
    let fits = |left: &[Value]| wanted.iter().all(|(at, value)| left[*at] == *value);
    seen.outcomes.iter().any(|(registers, left)| registers == reads && fits(left))
}

/// Whether both releases allow it; they must agree.
fn allows(text: &str, reads: &[Value], memory: &str) -> bool {
    let [old, new] =
        [Release::V6_1, Release::V6_12].map(|release| allows_in(release, text, reads, memory));
    assert_eq!(old, new, "{text}");
    old
}

fn races(text: &str) -> bool {
    run(text, Release::V6_1).flags.contains(&"data-race")
}

#[test]
fn message_passing_needs_order_on_both_sides() {
    assert!(allows("Wx1 Wy1 | Ry Rx", &[1, 0], ""));
    assert!(allows("Wx1 wmb Wy1 | Ry Rx", &[1, 0], ""));
    assert!(allows("Wx1 Wy1 | Ry rmb Rx", &[1, 0], ""));
    assert!(!allows("Wx1 wmb Wy1 | Ry rmb Rx", &[1, 0], ""));
    assert!(!allows("Wx1 Wy1.rel | Ry.acq Rx", &[1, 0], ""));
    assert!(!allows("Wx1 mb Wy1 | Ry ~Rx", &[1, 0], ""));
    // A branch orders later writes only.
    assert!(allows("Wx1 mb Wy1 | Ry ?Rx", &[1, 0], ""));
    assert!(allows("Rx wmb Wy1 | Ry mb Wx1", &[1, 1], ""), "smp_wmb() is for writes");
    assert!(allows("Wx1 rmb Wy1 | Ry rmb Rx", &[1, 0], ""), "smp_rmb() is for reads");
}

#[test]
fn store_buffering_needs_full_barriers() {
    assert!(allows("Wx1 Ry | Wy1 Rx", &[0, 0], ""));
    assert!(allows("Wx1 mb Ry | Wy1 Rx", &[0, 0], ""));
    assert!(allows("Wx1.rel Ry.acq | Wy1.rel Rx.acq", &[0, 0], ""));
    assert!(!allows("Wx1 mb Ry | Wy1 mb Rx", &[0, 0], ""));
    assert!(!allows("Wx1 sync Ry | Wy1 mb Rx", &[0, 0], ""));
}

#[test]
fn load_buffering_is_allowed_without_dependencies() {
    assert!(allows("Rx Wy1 | Ry Wx1", &[1, 1], ""));
    assert!(allows("Rx =Wy1 | Ry Wx1", &[1, 1], ""));
    for link in ["=", "?", "~"] {
        assert!(!allows(&format!("Rx {link}Wy1 | Ry {link}Wx1"), &[1, 1], ""), "{link}");
    }
    assert!(!allows("Rx.acq Wy1 | Ry.acq Wx1", &[1, 1], ""));
    assert!(!allows("Rx Wy1.rel | Ry =Wx1", &[1, 1], ""));
}

#[test]
fn causality_is_handed_on_by_releases_and_full_barriers_only() {
    assert!(allows("Wx1 | Rx =Wy1 | Ry rmb Rx", &[1, 1, 0], ""), "WRC");
    assert!(!allows("Wx1 | Rx Wy1.rel | Ry rmb Rx", &[1, 1, 0], ""));
    assert!(!allows("Wx1 | Rx mb Wy1 | Ry rmb Rx", &[1, 1, 0], ""));
    assert!(!allows("Wx1 wmb Wy1.rel | Ry.acq Wz1.rel | Rz.acq Rx", &[1, 1, 0], ""), "ISA2");
    assert!(allows("Wx1 Wy1.rel | Ry =Wz1 | Rz.acq Rx", &[1, 1, 0], ""), "a dependency is not");
    assert!(allows("Wx1 | Rx wmb Wy1 | Ry rmb Rx", &[1, 1, 0], ""), "smp_wmb() is not cumulative");
}

#[test]
fn independent_reads_need_full_barriers() {
    assert!(allows("Wx1 | Wy1 | Rx.acq Ry | Ry.acq Rx", &[1, 0, 1, 0], ""));
    assert!(!allows("Wx1 | Wy1 | Rx mb Ry | Ry mb Rx", &[1, 0, 1, 0], ""));
}

#[test]
fn write_to_write_cycles_need_a_full_barrier() {
    assert!(allows("Wx2 wmb Wy1 | Wy2 wmb Wx1", &[], "x=2 y=2"), "2+2W");
    assert!(!allows("Wx2 mb Wy1 | Wy2 mb Wx1", &[], "x=2 y=2"));
    assert!(allows("Wx1 wmb Wy1 | Wy2 mb Rx", &[0], "y=2"), "R");
    assert!(!allows("Wx1 mb Wy1 | Wy2 mb Rx", &[0], "y=2"));
    assert!(allows("Wx1 | Rx Ry | Wy1 mb Rx", &[1, 0, 0], ""), "RWC");
    assert!(!allows("Wx1 | Rx mb Ry | Wy1 mb Rx", &[1, 0, 0], ""));
    assert!(allows("Wx1 Wy1.rel | Wy2 Wz1.rel | Rz.acq Rx", &[1, 0], "y=2"), "Z6.0");
    assert!(!allows("Wx1 mb Wy1 | Wy2 mb Wz1 | Rz mb Rx", &[1, 0], "y=2"));
    assert!(!allows("Wx1 mb Wy1 | Wy2 mb Wz1 | Rz mb Wx2", &[1], "y=2 x=1"));
}

#[test]
fn coherence_and_atomicity() {
    assert!(!allows("Wx1 | Rx Rx", &[1, 0], ""));
    assert!(!allows("Wx1 Wx2", &[], "x=1"));
    assert!(!allows("++x1 | ++x1", &[0, 0], ""));
    assert!(!allows("+x1 | +x1 | Wx2", &[], "x=1"));
    assert!(allows("+x1 | Wx2", &[], "x=2"));
    assert!(!allows("+x1 after-atomic Ry | Wy1 mb Rx", &[0, 0], ""));
}

#[test]
fn a_grace_period_waits_for_read_side_critical_sections() {
    assert!(!allows("( Rx Ry ) | Wx1 sync Wy1", &[0, 1], ""));
    assert!(!allows("( Ry Rx ) | Wx1 sync Wy1", &[1, 0], ""));
    assert!(allows("Ry Rx | Wx1 sync Wy1", &[1, 0], ""), "no critical section");
    // The end of a section is after, its beginning before: even an empty one between the reads orders them.
    assert!(allows("( ) Ry Rx ( ) | Wx1 sync Wy1", &[1, 0], ""));
    assert!(!allows("Ry ( ) Rx | Wx1 sync Wy1", &[1, 0], ""));
    // As many grace periods as critical sections order, fewer do not.
    let readers = "( Rx Wy1 ) | ( Ry Wz1 )";
    assert!(allows(&format!("{readers} | Rz sync Wx1"), &[1, 1, 1], ""));
    assert!(!allows(&format!("{readers} | Rz sync sync Wx1"), &[1, 1, 1], ""));
    assert!(!allows("( ( Ry ) Rx ) | Wx1 sync Wy1", &[1, 0], ""), "nested");
}

#[test]
fn srcu_domains_are_apart() {
    let release = Release::V6_1;
    let forbidden = |text: &str| !allows_in(release, text, &[1, 0], "");
    assert!(forbidden("[d Ry Rx ]d | Wx1 sync.d Wy1"));
    assert!(!forbidden("[d Ry Rx ]d | Wx1 sync.e Wy1"));
    assert!(!forbidden("[d Ry Rx ]d | Wx1 sync Wy1"));
}

#[test]
fn locks_exclude_and_hand_over() {
    // Within the lock all is in order; one of two critical sections comes first.
    assert!(!allows("L Rx Wx1 U | L Rx Wx1 U", &[0, 0], ""));
    assert!(!allows("L Wx1 U | L Rx U Ry | L Wy1 U mb Rx", &[1, 0, 0], ""));
    // A third thread without the lock sees writes of both sections in order.
    let passing = "L Wx1 U L Wy1 U | Ry rmb Rx";
    assert!(!allows(passing, &[1, 0], ""));
    let between = "L Wx1 U | L Rx Wy1 U | Ry rmb Rx";
    assert!(!allows(between, &[1, 1, 0], ""));
    // It takes a full barrier to order a write before with a read after.
    assert!(allows("L Wx1 U L Ry U | Wy1 mb Rx", &[0, 0], ""));
    assert!(!allows("L Wx1 U L unlock-lock Ry U | Wy1 mb Rx", &[0, 0], ""));
    assert!(run("L L U", Release::V6_1).outcomes.is_empty(), "deadlock");
}

#[test]
fn plain_accesses_race_unless_marked_ones_keep_them_apart() {
    assert!(races("wx1 | rx"));
    assert!(races("wx1 | Rx"));
    assert!(!races("Wx1 | Rx"));
    assert!(races("wx1 wmb Wy1 | Ry ?rx"));
    assert!(races("wx1 wmb Wy1 | Ry rmb rx"), "where it reads 0 from y");
    assert!(!races("L wx1 U | L rx U"));
    assert!(!races("rx Ry.acq | rx"));
    assert!(!races("( rx ) | Wy1"));
    assert!(allows("wx1 wmb Wy1 | Ry rmb rx", &[1, 1], ""));
    assert!(!allows("wx1 wmb Wy1 | Ry rmb rx", &[1, 0], ""), "plain coherence");
}

#[test]
fn later_releases_extend_release_sequences_and_dependencies() {
    // An atomic operation of another thread continues the release.
    let sequence = "Wx1 Wy1.rel | ++y1 | Ry.acq Rx";
    assert!(allows_in(Release::V6_1, sequence, &[1, 2, 0], ""));
    assert!(!allows_in(Release::V6_12, sequence, &[1, 2, 0], ""));
    // A plain variable carries a dependency.
    let carried = "Rx =wz1 rz =Wy1 | Ry ?Wx1";
    assert!(allows_in(Release::V6_1, carried, &[1, 1, 1], ""));
    assert!(!allows_in(Release::V6_12, carried, &[1, 1, 1], ""));
}
