//! The search finds what trying everything finds: on random programs, every history, every source and every
//! coherence order of complete graphs, judged by the axioms at the end only.
//!
//! This holds the rules by which the search gives up early against the models: that their axioms are monotone, that
//! they are coherent and keep atomic operations whole, and that nothing is visited twice.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use pmdrace_axioms::model::{Armv8, Lkmm, Model, Release, RiscV, Sc, Tso};
use pmdrace_axioms::{
    End, Event, Execution, Found, Kind, Limits, Loc, Program, Relation, Run, Set, Tag, Tags, Value,
    Visitor, explore,
};
use proptest::prelude::*;

const LOCATIONS: u16 = 2;
const VALUES: Value = 4;

/// A step of a thread.
#[derive(Clone, Copy, Debug)]
enum Step {
    Read(u16, Option<Tag>),
    Write(u16, Value, Option<Tag>),
    /// Writes what was read last.
    Copy(u16),
    /// Adds one, atomically.
    Increment(u16),
    Other(Tag),
}

#[derive(Clone, Debug)]
struct Steps(Vec<Vec<Step>>);

impl Program for Steps {
    fn threads(&self) -> usize {
        self.0.len()
    }
    fn locations(&self) -> usize {
        LOCATIONS.into()
    }
    fn initial(&self, _: Loc) -> Value {
        0
    }
    fn run(&self, thread: usize, answers: &[Value]) -> Run {
        let mut events: Vec<Event> = Vec::new();
        let mut answers = answers.iter();
        let mut read = Vec::new();
        let mut last = Set::EMPTY;
        for (number, step) in self.0[thread].iter().enumerate() {
            let mut add = |kind, at: Option<u16>, value, tags| {
                let mut event = Event::new(kind, at.map(Loc), value, tags);
                event.instruction = number as u16;
                events.push(event);
                events.len() - 1
            };
            let tags = |tag: Option<Tag>| tag.map_or(Tags::NONE, Tags::from);
            match *step {
                Step::Read(at, tag) => {
                    let event = add(Kind::Read, Some(at), 0, tags(tag));
                    let Some(value) = answers.next() else {
                        return Run { events, end: End::Value };
                    };
                    events[event].value = *value;
                    last = Set::one(event);
                    read.push(*value);
                }
                Step::Write(at, value, tag) => {
                    add(Kind::Write, Some(at), value, tags(tag));
                }
                Step::Copy(at) => {
                    let value = read.last().copied().unwrap_or(1);
                    let event = add(Kind::Write, Some(at), value, Tag::Once.into());
                    events[event].data = last;
                }
                Step::Increment(at) => {
                    let read =
                        add(Kind::Read, Some(at), 0, tags(Some(Tag::Once)).with(Tag::Atomic));
                    let Some(value) = answers.next() else {
                        return Run { events, end: End::Value };
                    };
                    // So that values do not grow without end.
                    if *value >= VALUES - 1 {
                        return Run { events, end: End::Never };
                    }
                    events[read].value = *value;
                    let tags = tags(Some(Tag::Once)).with(Tag::Atomic);
                    let mut write = Event::new(Kind::Write, Some(Loc(at)), value + 1, tags);
                    write.instruction = number as u16;
                    write.data = Set::one(read);
                    write.iico_data = Set::one(read);
                    write.rmw = Some(read as u8);
                    events.push(write);
                }
                Step::Other(tag) => {
                    add(Kind::Other, None, 0, tag.into());
                }
            }
        }
        Run { events, end: End::Done(read) }
    }
}

/// Final registers and memory, and the number of graphs that end so.
type States = BTreeMap<(Vec<Value>, Vec<Value>), usize>;

#[derive(Default)]
struct Counted(States);

impl Visitor for Counted {
    fn visit(&mut self, found: &Found<'_>) -> ControlFlow<()> {
        *self.0.entry((found.registers.concat(), found.memory.to_vec())).or_default() += 1;
        ControlFlow::Continue(())
    }
}

fn searched(program: &Steps, model: &impl Model) -> States {
    let mut counted = Counted::default();
    let limits = Limits { histories: 100_000, stop: &|| false };
    assert_eq!(explore(program, model, &limits, &mut counted), Ok(()));
    counted.0
}

/// The histories of a thread: events and registers.
fn histories(program: &Steps, thread: usize) -> Vec<(Vec<Event>, Vec<Value>)> {
    let mut all = Vec::new();
    let mut open = vec![Vec::new()];
    while let Some(answers) = open.pop() {
        let run = program.run(thread, &answers);
        match run.end {
            End::Done(registers) => all.push((run.events, registers)),
            End::Value => open.extend((0..VALUES).map(|value| [&answers[..], &[value]].concat())),
            _ => {}
        }
    }
    all
}

fn tried(program: &Steps, model: &impl Model) -> States {
    let initial: Vec<Event> =
        (0..LOCATIONS).map(|at| Event::new(Kind::Write, Some(Loc(at)), 0, Tags::NONE)).collect();
    let of: Vec<_> = (0..program.threads()).map(|thread| histories(program, thread)).collect();
    let mut states = States::new();
    let mut chosen = vec![0; of.len()];
    loop {
        let histories: Vec<_> = chosen.iter().zip(&of).map(|(index, of)| &of[*index]).collect();
        let threads: Vec<(u8, &[Event])> =
            (0..).zip(histories.iter().map(|it| &it.0[..])).collect();
        let registers = histories.iter().flat_map(|it| it.1.clone()).collect();
        complete(Execution::new(&initial, &threads), registers, model, &mut states);
        let Some(next) = (0..of.len()).find(|thread| chosen[*thread] + 1 < of[*thread].len())
        else {
            return states;
        };
        chosen[next] += 1;
        chosen[..next].fill(0);
    }
}

/// Tries all sources and coherence orders.
fn complete(mut graph: Execution, registers: Vec<Value>, model: &impl Model, states: &mut States) {
    graph.complete = true;
    let of_kind = |kind: Kind| {
        let events = graph.events.iter().enumerate();
        events.filter(move |(_, event)| event.kind == kind).map(|(index, _)| index)
    };
    let mut sources = vec![graph.rf.clone()];
    for read in of_kind(Kind::Read) {
        let same = |a: &Event, b: &Event| (a.at, a.value) == (b.at, b.value);
        let writes: Vec<usize> = of_kind(Kind::Write)
            .filter(|write| same(&graph.events[read], &graph.events[*write]))
            .collect();
        sources = extended(&sources, &writes, |rf, write| rf.insert(*write, read));
    }
    let mut coherence = vec![graph.co.clone()];
    for at in 0..usize::from(LOCATIONS) {
        let writes: Vec<usize> = of_kind(Kind::Write)
            .filter(|write| *write != at && graph.events[*write].at == graph.events[at].at)
            .collect();
        let orders = permutations(&writes);
        coherence = extended(&coherence, &orders, |co, order| {
            let order = [&[at], &order[..]].concat();
            for (index, write) in order.iter().enumerate() {
                order[index + 1..].iter().for_each(|later| co.insert(*write, *later));
            }
        });
    }
    let fixed = model.fixed(&graph);
    for rf in &sources {
        graph.rf = rf.clone();
        if !(&graph.rf | &graph.data | &graph.iico_data).is_acyclic() {
            continue;
        }
        for co in &coherence {
            graph.co = co.clone();
            if model.allows(&graph, &fixed) {
                let last = |at: usize| {
                    let mut writes = graph.loc.row(at).iter();
                    let is_last = |write: &usize| {
                        graph.events[*write].kind == Kind::Write && co.row(*write).is_empty()
                    };
                    writes.find(is_last).map_or(0, |last| graph.events[last].value)
                };
                let memory = (0..usize::from(LOCATIONS)).map(last).collect();
                *states.entry((registers.clone(), memory)).or_default() += 1;
            }
        }
    }
}

/// Each relation with each choice.
fn extended<T>(
    relations: &[Relation],
    choices: &[T],
    insert: impl Fn(&mut Relation, &T),
) -> Vec<Relation> {
    let with = |relation: &Relation, choice: &T| {
        let mut relation = relation.clone();
        insert(&mut relation, choice);
        relation
    };
    let all = |relation| choices.iter().map(move |choice| (relation, choice));
    relations.iter().flat_map(all).map(|(relation, choice)| with(relation, choice)).collect()
}

fn permutations(of: &[usize]) -> Vec<Vec<usize>> {
    let Some((first, rest)) = of.split_first() else { return vec![Vec::new()] };
    let insert = |order: Vec<usize>| {
        (0..=order.len()).map(move |place| [&order[..place], &[*first], &order[place..]].concat())
    };
    permutations(rest).into_iter().flat_map(insert).collect()
}

fn step() -> impl Strategy<Value = Step> {
    let at = || 0..LOCATIONS;
    let reads = prop::sample::select(vec![None, Some(Tag::Once), Some(Tag::Acquire)]);
    let writes = prop::sample::select(vec![None, Some(Tag::Once), Some(Tag::Release)]);
    let others = prop::sample::select(vec![
        Tag::Mb,
        Tag::Wmb,
        Tag::Rmb,
        Tag::RcuLock,
        Tag::RcuUnlock,
        Tag::SyncRcu,
        Tag::AfterAtomic,
        Tag::DmbFull,
    ]);
    prop_oneof![
        4 => (at(), reads).prop_map(|(at, tag)| Step::Read(at, tag)),
        4 => (at(), 1..3u64, writes).prop_map(|(at, value, tag)| Step::Write(at, value, tag)),
        1 => at().prop_map(Step::Copy),
        1 => at().prop_map(Step::Increment),
        2 => others.prop_map(Step::Other),
    ]
}

fn program() -> impl Strategy<Value = Steps> {
    prop::collection::vec(prop::collection::vec(step(), 1..5), 2..4)
        .prop_filter("few enough writes to a location, and reads", |threads| {
            let steps = || threads.iter().flatten();
            let writes = |at: u16| {
                let writes = steps().filter(|step| {
                    matches!(step, Step::Write(to, ..) | Step::Copy(to) | Step::Increment(to) if *to == at)
                });
                writes.count()
            };
            let reads =
                steps().filter(|step| matches!(step, Step::Read(..) | Step::Increment(_))).count();
            writes(0) <= 3 && writes(1) <= 3 && reads <= 4
        })
        .prop_map(Steps)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_search_finds_what_trying_everything_finds(program in program()) {
        prop_assert_eq!(searched(&program, &Sc), tried(&program, &Sc), "SC");
        prop_assert_eq!(searched(&program, &Tso), tried(&program, &Tso), "TSO");
        for release in [Release::V6_1, Release::V6_12] {
            let model = Lkmm { release };
            prop_assert_eq!(searched(&program, &model), tried(&program, &model), "{:?}", model);
        }
        let armv8 = Armv8::default();
        prop_assert_eq!(searched(&program, &armv8), tried(&program, &armv8), "Armv8");
        prop_assert_eq!(searched(&program, &RiscV), tried(&program, &RiscV), "RVWMO");
    }
}
