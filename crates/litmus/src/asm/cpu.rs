//! [`Cpu`]: runs a thread, instruction by instruction.

use std::sync::Arc;

use pmdrace_axioms::{End, Loc, Run, Value};

use super::Architecture;
use super::trace::{Trace, Word};
use crate::fault::{Asked, Fault};
use crate::memory::Memory;
use crate::view::View;

/// How often a thread may jump back to an instruction if that depends on what it has read. herd7 does the same.
const MAX_JUMPS: u32 = 2;

/// How many instructions a thread may execute.
const MAX_STEPS: usize = 10_000;

/// Where the addresses of instructions begin. Each thread has 4 GiB for itself.
const CODE: Value = 0x3a00_0000_0000;

/// Threads in the instructions of an architecture.
pub(super) struct Program<A: Architecture> {
    pub(super) threads: Vec<Thread<A>>,
    pub(super) memory: Arc<Memory>,
    pub(super) settings: A::Settings,
}

/// What happens after a fault without a handler.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Handling {
    /// The thread ends.
    #[default]
    Fatal,
    /// The instruction is executed again; executions in which the thread faults once more do not count, as in herd7.
    Again,
    /// The thread goes on after the instruction.
    Skip,
}

/// A thread.
pub(super) struct Thread<A: Architecture> {
    /// Its instructions, then an end; after that those of its fault handler and their end.
    pub(super) code: Vec<Option<A::Instruction>>,
    /// Where its fault handler begins, if it has one.
    pub(super) handler: Option<usize>,
    /// The initial values of the registers.
    pub(super) registers: Vec<Value>,
    /// The registers with which its histories end, as the question sees them.
    pub(super) wanted: Vec<(usize, View)>,
    /// The faults that are asked about: for each, histories end with the classes of those that happened.
    pub(super) asked: Vec<Asked>,
}

impl<A: Architecture> pmdrace_axioms::Program for Program<A> {
    fn threads(&self) -> usize {
        self.threads.len()
    }

    fn locations(&self) -> usize {
        self.memory.count()
    }

    fn initial(&self, at: Loc) -> Value {
        self.memory.initial(at)
    }

    fn run(&self, thread: usize, answers: &[Value]) -> Run {
        let Some(code) = self.threads.get(thread) else {
            return Run { events: Vec::new(), end: End::Never };
        };
        let mut cpu = Cpu {
            trace: Trace::new(answers, A::THROUGH_MEMORY),
            memory: &self.memory,
            settings: &self.settings,
            thread,
            code,
            at: 0,
            state: A::State::default(),
            in_handler: false,
            faults: Vec::new(),
            registers: code.registers.iter().map(|bits| Word::constant(*bits)).collect(),
        };
        let end = cpu.run();
        cpu.trace.into_run(end)
    }
}

/// A CPU that runs a thread.
pub(super) struct Cpu<'c, A: Architecture> {
    /// What it has done.
    pub(super) trace: Trace<'c>,
    pub(super) memory: &'c Memory,
    pub(super) settings: &'c A::Settings,
    /// The number of the thread.
    pub(super) thread: usize,
    pub(super) code: &'c Thread<A>,
    /// The place of the instruction at hand.
    pub(super) at: usize,
    /// What it has besides registers.
    pub(super) state: A::State,
    /// Whether it runs the fault handler, or executes again what has faulted.
    pub(super) in_handler: bool,
    /// The faults that it has taken.
    pub(super) faults: Vec<Fault>,
    registers: Vec<Word>,
}

/// What keeps an instruction from its end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Interrupt {
    /// The thread asks something, or ends.
    End(End),
    /// An exception: the thread goes on in its fault handler, or ends if it has none.
    Exception,
}

impl From<End> for Interrupt {
    fn from(end: End) -> Interrupt {
        Interrupt::End(end)
    }
}

/// The result of a part of an instruction.
pub(super) type Step<T> = Result<T, Interrupt>;

/// Where a thread goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Next {
    /// After the instruction.
    Follow,
    /// At another instruction.
    Jump {
        to: usize,
        /// Whether jumps back are counted: those that are not the same in all executions.
        counted: bool,
    },
    /// Nowhere: the thread ends.
    Stop,
}

impl<A: Architecture> Cpu<'_, A> {
    fn run(&mut self) -> End {
        let mut jumps = vec![0; self.code.code.len()];
        for _ in 0..MAX_STEPS {
            let Some(Some(instruction)) = self.code.code.get(self.at) else {
                return self.done();
            };
            self.trace.next_instruction();
            match A::step(self, instruction) {
                Ok(Next::Follow) => self.at += 1,
                Ok(Next::Jump { to, counted }) => {
                    if let Some(jumps) = jumps.get_mut(to)
                        && counted
                        && to <= self.at
                    {
                        *jumps += 1;
                        if *jumps > MAX_JUMPS {
                            return End::Unrolled;
                        }
                    }
                    self.at = to;
                }
                Ok(Next::Stop) => return self.done(),
                Err(Interrupt::End(end)) => return end,
                Err(Interrupt::Exception) => {
                    let again = std::mem::replace(&mut self.in_handler, true);
                    match (self.code.handler, A::handling(self.settings)) {
                        (Some(handler), _) if !again => self.at = handler,
                        (None, Handling::Again) if again => return End::Never,
                        (None, Handling::Again) => {}
                        (None, Handling::Skip) => {
                            self.at += 1;
                            self.in_handler = false;
                        }
                        _ => return self.done(),
                    }
                }
            }
        }
        End::Unrolled
    }

    fn done(&self) -> End {
        let seen = |(register, view): &(usize, View)| view.see(self.register(*register).bits);
        let wanted = self.code.wanted.iter().map(seen);
        let asked = self.code.asked.iter().map(|asked| asked.among(&self.faults));
        End::Done(wanted.chain(asked).collect())
    }

    /// The value of a register.
    pub(super) fn register(&self, register: usize) -> Word {
        self.registers.get(register).copied().unwrap_or_default()
    }

    /// Sets a register.
    pub(super) fn set_register(&mut self, register: usize, value: Word) {
        if let Some(place) = self.registers.get_mut(register) {
            *place = value.later();
        }
    }

    /// The instruction at an address.
    pub(super) fn instruction_at(&self, address: Value) -> Result<usize, End> {
        let offset = address.wrapping_sub(code_address(self.thread, 0));
        match usize::try_from(offset / 4) {
            Ok(at) if offset.is_multiple_of(4) && at < self.code.code.len() => Ok(at),
            _ => Err(End::Astray("jump to a value that is no instruction of its own")),
        }
    }
}

/// Whether a value is the address of an instruction.
pub(crate) fn is_code(value: Value) -> bool {
    value.checked_sub(CODE).is_some_and(|offset| offset < 1 << 40)
}

/// The address of an instruction.
pub(super) fn code_address(thread: usize, instruction: usize) -> Value {
    CODE + ((thread as Value) << 32) + 4 * instruction as Value
}
