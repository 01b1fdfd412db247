//! Enumerates the graphs of a program that a model allows.
//!
//! Threads are added one after the other. For each, every history is tried; its reads get a source among the
//! writes that are there or wait for a thread that is still missing, and its writes a place in coherence. Because
//! axioms are monotone, a graph that violates one is given up with all its completions. Each complete graph is
//! visited once: a graph is its histories, the source of each read and the order of the writes of each location, and
//! each of these is decided at one place of the search, a source when the later one of the two events is added.
//!
//! What makes it fast enough, in the order of gain:
//!
//! - A visitor says early what it does not want, by the final values of registers and of memory ([`Visitor::wants`]):
//!   a question about one outcome leaves few histories, and often one.
//! - What no model allows, by coherence and atomicity alone, is not offered ([`choices`]). A write of an atomic
//!   operation waits for the source of its read, which then says its place.
//! - Decisions without an alternative come first and are not judged one by one.
//! - What a model derives from program text is computed once for all graphs that differ in values only
//!   ([`skeleton`]).
//!
//! Each of these drops only what the axioms of a complete graph would refuse; tests/enumeration.rs holds that against
//! a search without any of them.

mod choices;
mod histories;
mod skeleton;
mod walk;

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use crate::{Event, Execution, Kind, Loc, MAX_EVENTS, Model, Program, Tags, Value};
use walk::Walk;

/// What a search may use.
pub struct Limits<'l> {
    /// The number of histories of all threads together.
    pub histories: usize,
    /// Whether to stop: asked every now and then.
    pub stop: &'l dyn Fn() -> bool,
}

/// Why not all graphs were visited.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Cut {
    /// The threads have too many histories.
    #[error("the threads have too many different histories")]
    Histories,
    /// An execution has too many events.
    #[error("an execution has more than {MAX_EVENTS} events")]
    Events,
    /// There are too many locations.
    #[error("there are too many locations")]
    Locations,
    /// A thread may do something that has no meaning ([`crate::End::Astray`]).
    #[error("thread {0} may {1}")]
    Astray(usize, &'static str),
    /// All graphs were visited but those in which a thread goes on for longer than it is followed.
    #[error("a loop may go on for longer than it is followed, or a thread is too long")]
    Loops,
    /// [`Limits::stop`] said so.
    #[error("stopped by the budget")]
    Stopped,
    /// The visitor has seen enough.
    #[error("the visitor stopped the search")]
    Enough,
}

/// Who looks at what is found.
pub trait Visitor {
    /// Whether a graph with these final registers and this final memory is wanted. Registers of threads that are
    /// missing are None, and so is a location whose last write is open.
    fn wants(&mut self, registers: &[Option<&[Value]>], memory: &[Option<Value>]) -> bool {
        let _ = (registers, memory);
        true
    }

    /// Looks at a graph. The search ends with [`Cut::Enough`] when it breaks off.
    fn visit(&mut self, found: &Found<'_>) -> ControlFlow<()>;
}

/// A complete graph that the model allows.
pub struct Found<'f> {
    /// The graph.
    pub graph: &'f Execution,
    /// The final values of the registers of each thread.
    pub registers: &'f [&'f [Value]],
    /// The final values of memory.
    pub memory: &'f [Value],
    flags: &'f dyn Fn() -> Vec<&'static str>,
    paths: &'f dyn Fn() -> &'f Paths,
}

impl<'f> Found<'f> {
    /// What the graph shows about the program, such as `data-race`.
    pub fn flags(&self) -> Vec<&'static str> {
        (self.flags)()
    }

    /// What the paths of the threads say of all graphs, also of those that are not visited yet.
    pub fn paths(&self) -> &'f Paths {
        (self.paths)()
    }
}

/// What the paths of the threads say, each alone, of all graphs that they may be part of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Paths {
    /// What some graph may show about the program, and no other flags are shown by any.
    pub flags: BTreeSet<&'static str>,
    /// Whether some path cuts the search that comes to it: it goes astray, or has too many events.
    pub cut: bool,
    /// Whether some path is not followed to its end.
    pub loops: bool,
}

/// Visits every graph of the program that the model allows.
///
/// # Errors
/// When a limit is passed or the visitor stops the search.
pub fn explore<P: Program, M: Model>(
    program: &P,
    model: &M,
    limits: &Limits<'_>,
    visitor: &mut impl Visitor,
) -> Result<(), Cut> {
    let mut histories = histories::grow(program, limits)?;
    let initial: Vec<Event> = (0..program.locations())
        .map(|at| {
            let at = Loc(at as u16);
            Event::new(Kind::Write, Some(at), program.initial(at), Tags::NONE)
        })
        .collect();
    // What the visitor does not want of a single thread, no search needs to see, nor what only that would support.
    let nothing = vec![None; program.locations()];
    histories.keep(|thread, history| {
        let mut registers = vec![None; program.threads()];
        registers[thread] = history.registers.as_deref().ok();
        visitor.wants(&registers, &nothing)
    });
    histories.drop_unsupported(&initial);
    Walk::new(&histories, model, limits, initial, visitor).run()?;
    if histories.unrolled { Err(Cut::Loops) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Sc, Tso};
    use crate::{End, Run, Tag};

    /// Store buffering: each thread stores to its word and reads the other's.
    struct Sb {
        fenced: bool,
    }

    impl Program for Sb {
        fn threads(&self) -> usize {
            2
        }
        fn locations(&self) -> usize {
            2
        }
        fn initial(&self, _: Loc) -> Value {
            0
        }
        fn run(&self, thread: usize, answers: &[Value]) -> Run {
            let (own, other) = (Loc(thread as u16), Loc(1 - thread as u16));
            let mut events = vec![Event::new(Kind::Write, Some(own), 1, Tag::Once.into())];
            if self.fenced {
                events.push(Event::new(Kind::Other, None, 0, Tag::Mb.into()));
            }
            let read = Event::new(Kind::Read, Some(other), 0, Tag::Once.into());
            events.push(read);
            let end = match answers {
                [] => End::Value,
                [value, ..] => {
                    if let Some(last) = events.last_mut() {
                        last.value = *value;
                    }
                    End::Done(vec![*value])
                }
            };
            for (number, event) in events.iter_mut().enumerate() {
                event.instruction = number as u16;
            }
            Run { events, end }
        }
    }

    #[derive(Default)]
    struct Outcomes(Vec<Vec<Value>>);

    impl Visitor for Outcomes {
        fn visit(&mut self, found: &Found<'_>) -> ControlFlow<()> {
            self.0.push(found.registers.concat());
            ControlFlow::Continue(())
        }
    }

    fn outcomes(program: &Sb, model: &impl Model) -> Vec<Vec<Value>> {
        let mut seen = Outcomes::default();
        let limits = Limits { histories: 1000, stop: &|| false };
        explore(program, model, &limits, &mut seen).unwrap();
        seen.0.sort();
        seen.0
    }

    #[test]
    fn store_buffering_needs_a_buffer_and_no_fence() {
        let all = [vec![0, 0], vec![0, 1], vec![1, 0], vec![1, 1]];
        for fenced in [false, true] {
            assert_eq!(outcomes(&Sb { fenced }, &Sc), all[1..]);
            let first = usize::from(fenced);
            assert_eq!(outcomes(&Sb { fenced }, &Tso), all[first..]);
        }
    }
}
