//! Threads in C, as herd7 reads those of the kernel's litmus tests.

mod length;
mod lexer;
mod parser;
mod primitives;
mod run;
mod syntax;
mod traits;

use std::sync::Arc;

use pmdrace_axioms::model::Release;
use pmdrace_axioms::{End, Loc, Program, Run, UNKNOWN, Value};

use crate::Problem;
use crate::file::File;
use crate::memory::Memory;
use crate::read::{Input, Threads, constant, too_many};
use crate::syntax::{Init, Place};
use crate::view::View;
use run::Setting;
use traits::Traits;

pub(crate) use lexer::{Token, tokens};
pub(crate) use parser::statements;
pub(crate) use run::{Asked, ROUNDS};
pub(crate) use syntax::{
    Change, Expression, Operator, Order, Statement, Thread, Update, Vocabulary,
};

/// Reads the threads.
pub(crate) fn read(
    input: &Input<'_>,
    mut memory: Memory,
    release: Release,
) -> Result<Threads, Problem> {
    let file = input.file;
    let threads = parser::threads(file, input.init)?;
    for name in threads.iter().flat_map(|thread| &thread.variables[..thread.parameters]) {
        if memory.location(name).is_none() {
            return too_many(file, file.threads.start);
        }
    }
    let memory = Arc::new(memory);
    let threads = threads
        .into_iter()
        .enumerate()
        .map(|(number, thread)| prepare(input, &memory, number, thread));
    let threads: Vec<Prepared> = threads.collect::<Result<_, _>>()?;
    let views = threads.iter().map(|thread| thread.views.clone()).collect();
    let source = Arc::new(Test { memory: Arc::clone(&memory), release, threads });
    let program = Box::new(Arc::clone(&source));
    Ok(Threads { program, memory, views, source: Some(source) })
}

/// How questions see what is declared so.
pub(crate) fn view(file: &File<'_>, init: &Init) -> Result<View, Problem> {
    match View::of_c(&init.typed) {
        Some(view) => Ok(view),
        None => {
            let name = init.typed.name.as_deref().unwrap_or("");
            let help = "numbers of C have 32 bits here, as in herd7: declare it as int, or leave the type out";
            file.problem(init.at, format!("`{name}` is no type of at most 32 bits"), help)
        }
    }
}

/// Gives a thread its initial values and the variables that it ends with.
fn prepare(
    input: &Input<'_>,
    memory: &Memory,
    number: usize,
    mut thread: Thread,
) -> Result<Prepared, Problem> {
    let wanted: Vec<usize> =
        input.wanted(number).iter().map(|name| variable(&mut thread, name)).collect();
    let mut views = vec![View::WHOLE; wanted.len()];
    let mut given = Vec::new();
    for init in input.init {
        let Place::Register(of, name) = &init.place else { continue };
        if *of != number {
            continue;
        }
        let value = match &init.value {
            Some(value) => constant(input.file, init.at, memory, value)?,
            None => 0,
        };
        let variable = variable(&mut thread, name);
        let seen = wanted.iter().zip(&mut views).filter(|(wanted, _)| **wanted == variable);
        let typed = view(input.file, init)?;
        seen.for_each(|(_, view)| *view = typed);
        given.push((variable, value));
    }
    // A parameter is the address of the location with its name.
    let address = |name: &String| memory.element(name, 0).map_or(0, |at| memory.address(at));
    let mut initial: Vec<Value> =
        thread.variables.iter().take(thread.parameters).map(address).collect();
    initial.resize(thread.variables.len(), 0);
    for (variable, value) in given {
        if let Some(initial) = initial.get_mut(variable) {
            *initial = value;
        }
    }
    Ok(Prepared { thread, initial, wanted, views, faults: input.faults(number).len() })
}

fn variable(thread: &mut Thread, name: &str) -> usize {
    let known = thread.variables.iter().position(|other| other == name);
    known.unwrap_or_else(|| {
        thread.variables.push(name.into());
        thread.variables.len() - 1
    })
}

/// A test in C.
pub(crate) struct Test {
    pub(crate) memory: Arc<Memory>,
    release: Release,
    threads: Vec<Prepared>,
}

/// A thread with its initial values.
pub(crate) struct Prepared {
    pub(crate) thread: Thread,
    pub(crate) initial: Vec<Value>,
    wanted: Vec<usize>,
    /// How the values of these are seen.
    views: Vec<View>,
    /// The number of faults that are asked for. None happens.
    faults: usize,
}

impl Program for Test {
    fn threads(&self) -> usize {
        self.threads.len()
    }

    fn locations(&self) -> usize {
        self.memory.count()
    }

    fn initial(&self, at: Loc) -> Value {
        self.memory.initial(at)
    }

    fn guesses(&self) -> Vec<Value> {
        let mut traits = Traits::default();
        for Prepared { thread, initial, .. } in &self.threads {
            traits.block(&thread.body, &initial[..thread.parameters.min(initial.len())]);
        }
        let mut guesses = if traits.branches { traits.constants } else { Vec::new() };
        if traits.circular {
            guesses.push(UNKNOWN);
        }
        guesses
    }

    fn run(&self, thread: usize, answers: &[Value]) -> Run {
        self.made(thread, answers, false).0
    }
}

impl Test {
    /// The threads.
    pub(crate) fn threads_read(&self) -> &[Prepared] {
        &self.threads
    }

    /// Whether some branch has arms of different lengths.
    pub(crate) fn has_unequal_arms(&self) -> bool {
        self.threads.iter().any(|of| length::differs(&of.thread.body))
    }

    /// Runs a thread as [`Program::run`] does, and says what it asks for, if it asks for a value. At the end of the
    /// shorter arm of a branch there are events without annotation that do nothing, so that both are equally long.
    pub(crate) fn ask(&self, thread: usize, answers: &[Value]) -> (Run, Asked) {
        self.made(thread, answers, true)
    }

    fn made(&self, thread: usize, answers: &[Value], padded: bool) -> (Run, Asked) {
        let Some(Prepared { thread, initial, wanted, views, faults }) = self.threads.get(thread)
        else {
            return (Run { events: Vec::new(), end: End::Done(Vec::new()) }, Asked::Read);
        };
        let (memory, release) = (&*self.memory, self.release);
        let (mut run, asked) =
            run::run(Setting { memory, release, thread, initial, wanted, answers, padded });
        if let End::Done(values) = &mut run.end {
            values.iter_mut().zip(views).for_each(|(value, view)| *value = view.see(*value));
            values.extend(std::iter::repeat_n(0, *faults));
        }
        (run, asked)
    }
}
