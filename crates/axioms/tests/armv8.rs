//! The axioms of Armv8 and RVWMO on well-known shapes, as programs by hand. Each asks whether all reads see what is
//! given.

use std::ops::ControlFlow;

use pmdrace_axioms::model::{Armv8, Ets, RiscV};
use pmdrace_axioms::{
    End, Event, Found, Kind, Limits, Loc, Model, Program, Run, Set, Tag, Tags, Value, Visitor,
    explore,
};

const X: Loc = Loc(0);
const Y: Loc = Loc(1);
/// A descriptor; invalid is zero.
const PTE: Loc = Loc(2);

/// How an event depends on the last read before it.
#[derive(Clone, Copy)]
enum On {
    Nothing,
    Address,
    Data,
    Control,
}

#[derive(Clone)]
struct Op {
    kind: Kind,
    at: Option<Loc>,
    value: Value,
    tags: Tags,
    on: On,
    /// Whether it belongs to the instruction before it, which is its table walk.
    walked: bool,
}

fn op(kind: Kind, at: Option<Loc>, value: Value) -> Op {
    Op { kind, at, value, tags: Tags::NONE, on: On::Nothing, walked: false }
}

/// A write of 1.
fn write(at: Loc) -> Op {
    op(Kind::Write, Some(at), 1)
}

fn read(at: Loc) -> Op {
    op(Kind::Read, Some(at), 0)
}

fn fence(tag: Tag) -> Op {
    op(Kind::Other, None, 0).tag(tag)
}

/// A walk that finds the descriptor.
fn walk() -> Op {
    read(PTE).tag(Tag::Implicit).tag(Tag::Ttd)
}

fn tlbi() -> Op {
    op(Kind::Other, Some(PTE), 0).tag(Tag::Tlbi).tag(Tag::TlbiShared)
}

impl Op {
    fn tag(mut self, tag: Tag) -> Op {
        self.tags = self.tags.with(tag);
        self
    }

    fn on(mut self, on: On) -> Op {
        self.on = on;
        self
    }

    fn walked(mut self) -> Op {
        self.walked = true;
        self
    }

    fn value(mut self, value: Value) -> Op {
        self.value = value;
        self
    }
}

struct Threads(Vec<Vec<Op>>);

impl Program for Threads {
    fn threads(&self) -> usize {
        self.0.len()
    }

    fn locations(&self) -> usize {
        3
    }

    fn initial(&self, _: Loc) -> Value {
        0
    }

    fn run(&self, thread: usize, answers: &[Value]) -> Run {
        let mut events: Vec<Event> = Vec::new();
        let mut answers = answers.iter();
        let mut values = Vec::new();
        let (mut last, mut ctrl) = (Set::EMPTY, Set::EMPTY);
        let mut instruction = 0;
        for (index, op) in self.0[thread].iter().enumerate() {
            let mut event = Event::new(op.kind, op.at, op.value, op.tags);
            match op.on {
                On::Nothing => {}
                On::Address => event.addr = last,
                On::Data => event.data = last,
                On::Control => ctrl = last,
            }
            event.ctrl = ctrl;
            event.pick = event.addr | event.data;
            if op.walked {
                event.iico_ctrl = Set::one(index - 1);
                event.iico_data = Set::one(index - 1);
            } else {
                instruction += 1;
            }
            event.instruction = instruction;
            events.push(event);
            if op.kind == Kind::Read {
                let Some(value) = answers.next() else { return Run { events, end: End::Value } };
                events[index].value = *value;
                values.push(*value);
                last = Set::one(index);
            }
        }
        Run { events, end: End::Done(values) }
    }
}

struct Seen {
    wanted: Vec<Value>,
    found: bool,
}

impl Visitor for Seen {
    fn visit(&mut self, found: &Found<'_>) -> ControlFlow<()> {
        self.found |= found.registers.concat() == self.wanted;
        ControlFlow::Continue(())
    }
}

/// Whether the reads of the threads, one after the other, may see these values.
fn sees(model: &impl Model, threads: &[&[Op]], wanted: &[Value]) -> bool {
    let threads = Threads(threads.iter().map(|thread| thread.to_vec()).collect());
    let mut seen = Seen { wanted: wanted.to_vec(), found: false };
    let limits = Limits { histories: 10_000, stop: &|| false };
    assert_eq!(explore(&threads, model, &limits, &mut seen), Ok(()));
    seen.found
}

fn arm() -> Armv8 {
    Armv8::default()
}

#[test]
fn message_passing_needs_order_on_both_sides() {
    let writer = |fence_: Tag| [write(X), fence(fence_), write(Y)];
    let reader = |op: Op| [read(Y), op];
    let passes = |writer: &[Op], reader: &[Op]| sees(&arm(), &[writer, reader], &[1, 0]);
    assert!(passes(&[write(X), write(Y)], &reader(read(X).on(On::Address))));
    assert!(passes(&writer(Tag::DmbLd), &reader(read(X).on(On::Address))));
    assert!(passes(&writer(Tag::DmbSt), &reader(read(X))));
    assert!(passes(&writer(Tag::DmbSt), &reader(read(X).on(On::Control))));
    for full in [Tag::DmbFull, Tag::DmbSt, Tag::DsbFull, Tag::DsbSt] {
        assert!(!passes(&writer(full), &reader(read(X).on(On::Address))));
    }
    let isb = [read(Y), fence(Tag::Isb).on(On::Control), read(X)];
    assert!(!passes(&writer(Tag::DmbSt), &isb));
    for acquire in [Tag::Acquire, Tag::AcquirePc] {
        assert!(!passes(&[write(X), write(Y).tag(Tag::Release)], &[read(Y).tag(acquire), read(X)]));
    }
}

#[test]
fn loads_are_not_buffered_past_dependencies() {
    let thread = |from, to, on| [read(from), write(to).on(on)];
    let buffers = |on| sees(&arm(), &[&thread(X, Y, on), &thread(Y, X, on)], &[1, 1]);
    assert!(buffers(On::Nothing));
    for on in [On::Data, On::Control, On::Address] {
        assert!(!buffers(on));
    }
}

#[test]
fn store_buffering_needs_full_order_or_a_release_and_an_acquire() {
    let sees = |a: &[Op], b: &[Op]| sees(&arm(), &[a, b], &[0, 0]);
    let thread = |from, to, fence_| [write(from), fence(fence_), read(to)];
    assert!(!sees(&thread(X, Y, Tag::DmbFull), &thread(Y, X, Tag::DmbFull)));
    assert!(sees(&thread(X, Y, Tag::DmbSt), &thread(Y, X, Tag::DmbSt)));
    let sc = |from, to, acquire| [write(from).tag(Tag::Release), read(to).tag(acquire)];
    assert!(!sees(&sc(X, Y, Tag::Acquire), &sc(Y, X, Tag::Acquire)));
    assert!(sees(&sc(X, Y, Tag::AcquirePc), &sc(Y, X, Tag::AcquirePc)));
}

#[test]
fn writes_reach_all_others_at_once() {
    let readers = |on| ([read(X), read(Y).on(on)], [read(Y), read(X).on(on)]);
    for (on, allowed) in [(On::Nothing, true), (On::Address, false)] {
        let (a, b) = readers(on);
        let threads: [&[Op]; 4] = [&[write(X)], &[write(Y)], &a, &b];
        assert_eq!(sees(&arm(), &threads, &[1, 0, 1, 0]), allowed);
        assert_eq!(sees(&RiscV, &threads, &[1, 0, 1, 0]), allowed);
    }
}

#[test]
fn an_invalidation_ends_what_the_tlb_has_cached() {
    // A page is unmapped; then its old memory is used again.
    let unmap = |completed: bool| {
        let mut ops = vec![
            write(PTE).tag(Tag::Ttd),
            fence(Tag::DsbFull),
            tlbi(),
            fence(Tag::DsbFull),
            write(X),
        ];
        if !completed {
            ops.remove(3);
        }
        ops
    };
    let user = [walk(), read(X).walked()];
    // The walk has the old descriptor, the access sees the new memory.
    assert!(sees(&arm(), &[&unmap(false), &user], &[0, 1]));
    assert!(!sees(&arm(), &[&unmap(true), &user], &[0, 1]));
    assert!(sees(&arm(), &[&unmap(true), &user], &[0, 0]));
    assert!(sees(&arm(), &[&unmap(true), &user], &[1, 1]));
}

#[test]
fn faults_wait_for_earlier_accesses_only_with_ets() {
    // Message passing of a valid descriptor: the reader faults although it saw the message.
    let writer = [write(PTE).tag(Tag::Ttd), fence(Tag::DmbFull), write(Y)];
    let fault = op(Kind::Other, None, 0)
        .tag(Tag::MmuFault)
        .tag(Tag::TranslationFault)
        .tag(Tag::ExceptionEntry)
        .walked();
    let reader = [read(Y), walk(), fault];
    for (ets, allowed) in [(Ets::None, true), (Ets::Ets2, false), (Ets::Ets3, false)] {
        assert_eq!(
            sees(&Armv8 { ets, ..Armv8::default() }, &[&writer, &reader], &[1, 0]),
            allowed,
            "{ets:?}"
        );
    }
}

#[test]
fn riscv_fences_name_what_they_order() {
    let fence_ = |tags: &[Tag]| tags.iter().fold(fence(tags[0]), |fence, tag| fence.tag(*tag));
    let writes = fence_(&[Tag::AfterWrites, Tag::BeforeWrites]);
    let reads = fence_(&[Tag::AfterReads, Tag::BeforeReads]);
    let passes = |a: &Op, b: &Op| {
        let (writer, reader) = ([write(X), a.clone(), write(Y)], [read(Y), b.clone(), read(X)]);
        sees(&RiscV, &[&writer, &reader], &[1, 0])
    };
    assert!(!passes(&writes, &reads));
    assert!(passes(&reads, &reads));
    assert!(passes(&writes, &writes));
    // Two writes of one CPU are read in order, or both by forwarding.
    let two = [write(X), write(X).value(2)];
    assert!(!sees(&RiscV, &[&two, &[read(X), read(X)]], &[2, 1]));
    assert!(!sees(&arm(), &[&two, &[read(X), read(X)]], &[2, 1]));
}
