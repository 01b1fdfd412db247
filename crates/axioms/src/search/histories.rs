//! The histories of each thread: what it does, for every sequence of answers that memory may give.
//!
//! Which values a location may hold follows from what the threads may write, and that from what they may read: the
//! trees grow until neither gives anything new. In an execution without values out of thin air a value is handed on
//! by each read at most once, which bounds the number of rounds.
//!
//! What a thread writes may depend on a branch that is only taken because of it: a control dependency does not forbid
//! that. The trees begin with the values that the program guesses, and histories that nothing supports in the end
//! are dropped.

use std::collections::BTreeSet;

use super::{Cut, Limits};
use crate::{End, Event, Kind, MAX_EVENTS, Program, Value};

/// A complete history of a thread.
#[derive(Clone, Debug)]
pub(super) struct History {
    /// Its events but for the values of accesses, as an index into the shapes of the thread.
    pub(super) shape: usize,
    /// The values of its events.
    pub(super) values: Vec<Value>,
    /// The locations and values of its reads, each once.
    pub(super) reads: Vec<(usize, Value)>,
    /// The same of its writes.
    pub(super) writes: Vec<(usize, Value)>,
    /// The final values of its registers, or how it goes astray.
    pub(super) registers: Result<Vec<Value>, &'static str>,
}

/// The histories of all threads.
pub(super) struct Histories {
    /// Per thread.
    pub(super) of: Vec<Vec<History>>,
    /// Per thread, the events of its histories with the values of accesses left out. Most threads have few: one for
    /// each way through their branches.
    pub(super) shapes: Vec<Vec<Vec<Event>>>,
    /// Per thread and location, the values that it may write.
    pub(super) written: Vec<Vec<BTreeSet<Value>>>,
    /// Whether some thread goes on for longer than it is followed.
    pub(super) unrolled: bool,
}

/// A history that asks something.
struct Asking {
    thread: usize,
    answers: Vec<Value>,
    events: Vec<Event>,
    end: End,
    /// How many values of its location it was answered.
    answered: usize,
}

/// Grows the histories of all threads.
pub(super) fn grow<P: Program>(program: &P, limits: &Limits<'_>) -> Result<Histories, Cut> {
    let locations = program.locations();
    let guesses: BTreeSet<Value> = program.guesses().into_iter().collect();
    // Values in the order in which they were found, so that a history remembers how many it has seen.
    let mut values: Vec<Vec<Value>> = Vec::with_capacity(locations);
    for at in 0..locations {
        let at = u16::try_from(at).map_err(|_| Cut::Locations)?;
        let initial = program.initial(crate::Loc(at));
        let others = guesses.iter().copied().filter(|guess| *guess != initial);
        values.push(std::iter::once(initial).chain(others).collect());
    }
    let mut all = Histories {
        of: vec![Vec::new(); program.threads()],
        shapes: vec![Vec::new(); program.threads()],
        written: vec![vec![BTreeSet::new(); locations]; program.threads()],
        unrolled: false,
    };
    let mut asking: Vec<Asking> = Vec::new();
    let mut count = 0;
    for thread in 0..program.threads() {
        add(program, thread, Vec::new(), &mut all, &mut asking)?;
    }
    let mut rounds = 0;
    loop {
        let reads: usize = (0..program.threads())
            .map(|thread| {
                let of_thread = asking.iter().filter(|asking| asking.thread == thread);
                of_thread.map(|asking| asking.answers.len() + 1).max().unwrap_or(0)
            })
            .sum();
        for thread in &all.written {
            for (at, written) in thread.iter().enumerate() {
                for value in written {
                    if !values[at].contains(value) {
                        values[at].push(*value);
                    }
                }
            }
        }
        let mut news = false;
        let mut index = 0;
        // Histories that are added in this loop are answered in it too.
        while index < asking.len() {
            let old = &mut asking[index];
            let known: Vec<Value> = match (&old.end, old.events.last().and_then(|event| event.at)) {
                (End::Value, Some(at)) => values[usize::from(at.0)].clone(),
                (End::Choice(count), _) => (0..u64::from(*count)).collect(),
                _ => Vec::new(),
            };
            let (thread, from) = (old.thread, old.answered);
            old.answered = known.len();
            let answers = old.answers.clone();
            for value in &known[from..] {
                news = true;
                count += 1;
                if count > limits.histories {
                    return Err(Cut::Histories);
                }
                let mut answers = answers.clone();
                answers.push(*value);
                add(program, thread, answers, &mut all, &mut asking)?;
            }
            index += 1;
            if index.is_multiple_of(64) && (limits.stop)() {
                return Err(Cut::Stopped);
            }
        }
        rounds += 1;
        if !news || rounds > reads + 1 {
            return Ok(all);
        }
    }
}

fn add<P: Program>(
    program: &P,
    thread: usize,
    answers: Vec<Value>,
    all: &mut Histories,
    asking: &mut Vec<Asking>,
) -> Result<(), Cut> {
    let run = program.run(thread, &answers);
    if run.events.len() > MAX_EVENTS {
        return Err(Cut::Events);
    }
    for event in &run.events {
        if let (Kind::Write, Some(at)) = (event.kind, event.at) {
            all.written[thread][usize::from(at.0)].insert(event.value);
        }
    }
    match run.end {
        End::Done(registers) => all.add(thread, run.events, Ok(registers)),
        End::Astray(how) => all.add(thread, run.events, Err(how)),
        End::Never => {}
        End::Unrolled => all.unrolled = true,
        end => asking.push(Asking { thread, answers, events: run.events, end, answered: 0 }),
    }
    Ok(())
}

impl Histories {
    fn add(
        &mut self,
        thread: usize,
        events: Vec<Event>,
        registers: Result<Vec<Value>, &'static str>,
    ) {
        let accesses = |kind: Kind| {
            let of_kind = events.iter().filter(|event| event.kind == kind);
            let accesses: BTreeSet<(usize, Value)> = of_kind
                .filter_map(|event| event.at.map(|at| (usize::from(at.0), event.value)))
                .collect();
            accesses.into_iter().collect()
        };
        let (reads, writes) = (accesses(Kind::Read), accesses(Kind::Write));
        let (shape, values) = shape(&mut self.shapes[thread], events);
        self.of[thread].push(History { shape, values, reads, writes, registers });
    }

    /// Keeps the histories with which a thread is wanted.
    pub(super) fn keep(&mut self, mut wanted: impl FnMut(usize, &History) -> bool) {
        for (thread, of) in self.of.iter_mut().enumerate() {
            of.retain(|history| wanted(thread, history));
        }
    }

    /// Drops histories that read what no history writes, until there are none.
    pub(super) fn drop_unsupported(&mut self, initial: &[Event]) {
        loop {
            for (of, written) in self.of.iter().zip(&mut self.written) {
                written.iter_mut().for_each(BTreeSet::clear);
                for (at, value) in of.iter().flat_map(|history| &history.writes) {
                    written[*at].insert(*value);
                }
            }
            let written = &self.written;
            let is_supported = |(at, value): &(usize, Value)| {
                initial[*at].value == *value
                    || written.iter().any(|thread| thread[*at].contains(value))
            };
            let mut dropped = false;
            for of in &mut self.of {
                let before = of.len();
                of.retain(|history| history.reads.iter().all(is_supported));
                dropped |= of.len() < before;
            }
            if !dropped {
                return;
            }
        }
    }
}

/// The number of the shape of these events, a new one if need be, and their values.
fn shape(shapes: &mut Vec<Vec<Event>>, mut events: Vec<Event>) -> (usize, Vec<Value>) {
    let values = events.iter().map(|event| event.value).collect();
    for event in &mut events {
        if event.kind != Kind::Other {
            event.value = 0;
        }
    }
    let known = shapes.iter().position(|shape| *shape == events);
    let number = known.unwrap_or_else(|| {
        shapes.push(events);
        shapes.len() - 1
    });
    (number, values)
}
