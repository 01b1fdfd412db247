//! A wake-up that is lost, as a trace tells it: the words are those that a replay looks for.

use std::sync::Arc;

use pmdrace_engine::{Budget, search};
use pmdrace_mm::routine::{ArgKind, ArgSpec, Routine, RoutineSpec};
use pmdrace_mm::{Addr, Ctx, Meaning, Property, Word};
use pmdrace_report::{About, Record, Trace, trace_page, trace_text};
use pmdrace_scenario::Catalogue;

const ARGS: &[ArgSpec] = &[
    ArgSpec::required("done", ArgKind::Word, "what has been waited for"),
    ArgSpec::required("asleep", ArgKind::Word, "whether somebody sleeps"),
];

/// Looks whether all is done, and sleeps until it is woken.
static SLEEPER: RoutineSpec = RoutineSpec {
    name: "sleeper",
    summary: "looks first, and then says that it sleeps",
    args: ARGS,
    build: |args| Box::new(Sleeper { done: args.word("done"), asleep: args.word("asleep") }),
    ..RoutineSpec::BASE
};

/// Says that all is done, and wakes whoever sleeps.
static WAKER: RoutineSpec = RoutineSpec {
    name: "waker",
    summary: "wakes whoever sleeps",
    args: ARGS,
    build: |args| Box::new(Waker { done: args.word("done"), asleep: args.word("asleep") }),
    ..RoutineSpec::BASE
};

struct Sleeper {
    done: Addr,
    asleep: Addr,
}

struct Waker {
    done: Addr,
    asleep: Addr,
}

fn word(bits: u64) -> Word {
    Word::new(bits, Meaning::None)
}

impl Routine for Sleeper {
    fn run(&self, k: &Ctx<'_>) {
        if k.cpu.read_once(self.done).bits == 0 {
            k.cpu.write_once(self.asleep, word(1));
            k.cpu.smp_cond_load_acquire(self.asleep, &|word| word.bits == 0);
        }
    }
}

impl Routine for Waker {
    fn run(&self, k: &Ctx<'_>) {
        k.cpu.write_once(self.done, word(1));
        if k.cpu.xchg(self.asleep, word(0)).bits == 1 {
            k.cpu.note(pmdrace_mm::Note::Return("woken"));
        }
    }
}

const SCENARIO: &str = "\
format = \"pmdrace-scenario/1\"
name = \"sleep\"
title = \"t\"
why = \"t\"
architectures = [\"arm64@6.12\"]
memory = [\"own\"]
[source]
[state.word]
done = 0
asleep = 0
[[cpu]]
name = \"sleeps\"
routine = \"sleeper\"
args = { done = \"done\", asleep = \"asleep\" }
[[cpu]]
name = \"wakes\"
routine = \"waker\"
args = { done = \"done\", asleep = \"asleep\" }
[variant.v]
about = \"t\"
[goal.woken]
returns = \"woken\"
";

#[test]
fn a_lost_wake_up_names_the_word_and_who_stored_it_last() {
    let catalogue = Catalogue::empty().with_routines(&[&SLEEPER, &WAKER]);
    let scenario = catalogue.parse(SCENARIO).unwrap();
    let cell = &scenario.cells(None)[0];
    let model = Arc::new(scenario.model(cell).unwrap());
    let found = search::check(Arc::clone(&model), &Budget::unlimited()).unwrap();
    let index = model.properties.iter().position(|p| *p == Property::NoDeadlock).unwrap();
    let example = found.properties[index].shortest.as_ref().unwrap();
    let about = About::Property(index);
    let trace = Trace::new(&scenario, cell, &model, about, example, Some(&found));
    for text in [trace_text(&trace, 400), trace_page("t", &trace, None)] {
        for told in [
            "waits for asleep",
            "waits forever for asleep, which stays 1",
            "CPU0 sleeps stored that in step",
        ] {
            assert!(text.contains(told), "{told}: {text}");
        }
    }
    let record = Record::new(&model, example, ("no-deadlock", true), ("t", "sleep", "0"), cell);
    let text = record.to_text();
    assert!(text.contains("await asleep\n"), "{text}");
    assert!(
        text.contains("waits forever for asleep, which stays 1: CPU0 sleeps stored that in"),
        "{text}"
    );
    let read = Record::parse_all(&text).unwrap();
    assert_eq!(read[0].steps, record.steps);
}
