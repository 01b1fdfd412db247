//! Reads threads of any architecture: columns of instructions, labels, initial registers.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Architecture;
use super::cpu::{self, Program, Thread};
use super::cursor::Cursor;
use super::table::{Column, columns};
use crate::Problem;
use crate::fault::{Asked, Classes};
use crate::memory::Memory;
use crate::read::{Input, Threads, constant, too_many};
use crate::syntax::{Constant, Fault, Init, Place};
use crate::view::View;

/// What names in an instruction stand for.
pub(super) struct Names<'n> {
    /// The labels of the thread.
    labels: &'n BTreeMap<&'n str, usize>,
    memory: &'n mut Memory,
    thread: usize,
}

impl Names<'_> {
    /// Takes a label of the thread: the place of an instruction.
    pub(super) fn label(&self, cursor: &mut Cursor<'_, '_>) -> Result<usize, Problem> {
        let (name, at) = cursor.label()?;
        match self.labels.get(name) {
            Some(instruction) => Ok(*instruction),
            None => {
                let help = "put it before an instruction of the same thread, with a colon";
                cursor.problem_at(at, format!("there is no label `{name}`"), help)
            }
        }
    }

    /// Takes a label or a location: an address.
    pub(super) fn address(&mut self, cursor: &mut Cursor<'_, '_>) -> Result<u64, Problem> {
        let (name, at) = cursor.label()?;
        if let Some(instruction) = self.labels.get(name) {
            return Ok(cpu::code_address(self.thread, *instruction));
        }
        match self.memory.location(name) {
            Some(at) => Ok(self.memory.address(at)),
            None => cursor.problem_at(at, "there are too many locations", "use fewer names"),
        }
    }
}

/// Reads the threads of a test.
pub(super) fn read<A: Architecture>(
    input: &Input<'_>,
    mut memory: Memory,
) -> Result<Threads, Problem> {
    let file = input.file;
    let mut columns = columns(file.text, file.threads.clone())?;
    columns.sort_by_key(|column| (column.thread, column.handler));
    let threads = columns.iter().filter(|column| !column.handler).count();
    for (number, column) in columns.iter().filter(|column| !column.handler).enumerate() {
        if column.thread != number {
            let help = format!("number the {threads} threads from P0");
            return file.problem(column.at, format!("there is no thread P{number}"), help);
        }
    }
    let mut labels = vec![BTreeMap::new(); threads];
    let mut next = vec![0; threads];
    for column in &columns {
        let (Some(labels), Some(next)) =
            (labels.get_mut(column.thread), next.get_mut(column.thread))
        else {
            let message = format!("there is no thread P{}", column.thread);
            return file.problem(column.at, message, "give the thread a column too");
        };
        number_labels(input, column, labels, next)?;
    }
    let settings = A::settings(file)?;
    let mut program =
        Program::<A> { threads: Vec::new(), memory: Arc::new(Memory::default()), settings };
    for column in &columns {
        let Some(labels) = labels.get(column.thread) else { continue };
        let mut names = Names { labels, memory: &mut memory, thread: column.thread };
        let mut code = Vec::new();
        for line in column.lines.iter().filter(|line| !line.instruction.is_empty()) {
            let mut cursor = line.cursor(file.text);
            code.push(Some(A::instruction(&mut cursor, &mut names)?));
            cursor.end()?;
        }
        code.push(None);
        if column.handler {
            if let Some(thread) = program.threads.last_mut() {
                thread.handler = Some(thread.code.len());
                thread.code.extend(code);
            }
        } else {
            let wanted = wanted::<A>(input, column.thread)?;
            let asked = asked(input, &memory, column.thread, labels)?;
            let registers = vec![0; A::REGISTERS];
            program.threads.push(Thread { code, handler: None, registers, wanted, asked });
        }
    }
    let instructions = program.threads.iter().flat_map(|thread| &thread.code).flatten();
    let smallest = instructions.filter_map(A::access).min();
    if let Some(bytes) = smallest.and_then(|bytes| usize::try_from(bytes).ok())
        && memory.divide(bytes).is_none()
    {
        return too_many(file, file.threads.start);
    }
    initial(input, &memory, &labels, &mut program)?;
    let memory = Arc::new(memory);
    program.memory = Arc::clone(&memory);
    let views = program.threads.iter().map(|thread| thread.wanted.iter().map(|(_, view)| *view));
    let views = views.map(Iterator::collect).collect();
    Ok(Threads { program: A::machine(program), memory, views, source: None })
}

/// Gives the labels of a column their instructions. The end of a column has a place of its own.
fn number_labels<'t>(
    input: &Input<'_>,
    column: &Column<'t>,
    labels: &mut BTreeMap<&'t str, usize>,
    next: &mut usize,
) -> Result<(), Problem> {
    for line in &column.lines {
        for (name, at) in &line.labels {
            if labels.insert(name, *next).is_some() {
                let help = "give each label of a thread its own name";
                return input.file.problem(*at, format!("`{name}` is there already"), help);
            }
        }
        if !line.instruction.is_empty() {
            *next += 1;
        }
    }
    *next += 1;
    Ok(())
}

/// The registers whose final values are asked for, and how these are seen.
fn wanted<A: Architecture>(
    input: &Input<'_>,
    thread: usize,
) -> Result<Vec<(usize, View)>, Problem> {
    let view = |register: usize| {
        let same = |one: &&Init| match &one.place {
            Place::Register(of, name) => *of == thread && A::register(name) == Some(register),
            Place::Memory(_) => false,
        };
        let given = input.init.iter().find(same);
        given.map_or(View::INT, |given| View::of(&given.typed))
    };
    let register = |name: &String| match A::register(name) {
        Some(register) => Ok((register, view(register))),
        None => {
            let at = input.file.question.start;
            let help = "ask for registers of this architecture";
            input.file.problem(at, format!("there is no register `{name}`"), help)
        }
    };
    input.wanted(thread).iter().map(register).collect()
}

/// The faults of a thread that are asked about.
fn asked(
    input: &Input<'_>,
    memory: &Memory,
    thread: usize,
    labels: &BTreeMap<&str, usize>,
) -> Result<Vec<Asked>, Problem> {
    let file = input.file;
    let at = file.question.start;
    let asked = |fault: &Fault| {
        let instruction = match &fault.label {
            None => None,
            Some(label) => match labels.get(&label[..]) {
                Some(instruction) => Some(*instruction),
                None => {
                    let help = format!("put it before an instruction of P{thread}, with a colon");
                    return file.problem(at, format!("there is no label `{label}`"), help);
                }
            },
        };
        let page = match &fault.at {
            None => None,
            Some(symbol) => {
                let address = Constant::Address(symbol.clone());
                memory.page(constant(file, at, memory, &address)?)
            }
        };
        let classes = match &fault.class {
            None => Classes::ALL,
            Some(name) => match Classes::named(name) {
                Some(classes) => classes,
                None => {
                    let help = "use MMU, MMU:Translation, MMU:AccessFlag, MMU:Permission, \
                                UndefinedInstruction or SupervisorCall";
                    return file.problem(at, format!("there are no faults `{name}`"), help);
                }
            },
        };
        Ok(Asked { instruction, page, classes })
    };
    input.faults(thread).iter().map(asked).collect()
}

/// Puts the initial values into the registers.
fn initial<A: Architecture>(
    input: &Input<'_>,
    memory: &Memory,
    labels: &[BTreeMap<&str, usize>],
    program: &mut Program<A>,
) -> Result<(), Problem> {
    let file = input.file;
    for one in input.init {
        let (Place::Register(thread, name), Some(value)) = (&one.place, &one.value) else {
            continue;
        };
        let Some(register) = A::register(name) else {
            let help = "use a register of this architecture";
            return file.problem(one.at, format!("there is no register `{name}`"), help);
        };
        let value = match value {
            Constant::Label(of, label) => match labels.get(*of).and_then(|of| of.get(&label[..])) {
                Some(instruction) => cpu::code_address(*of, *instruction),
                None => {
                    let help = "put it before an instruction of that thread, with a colon";
                    return file.problem(one.at, format!("there is no label `{label}`"), help);
                }
            },
            value => constant(file, one.at, memory, value)?,
        };
        let Some(thread) = program.threads.get_mut(*thread) else {
            let help = "give it a column";
            return file.problem(one.at, format!("there is no thread P{thread}"), help);
        };
        if let Some(initial) = thread.registers.get_mut(register) {
            *initial = value;
        }
    }
    Ok(())
}
