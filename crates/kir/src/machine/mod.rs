//! [`Machine`]: one CPU that runs functions of a program.
//!
//! A run begins with the memory and settings that were declared, and everything it changed is undone before the
//! next. It keeps no state that a later run could see, so the same answers lead to the same questions.

mod access;
pub(crate) mod arith;
mod call;
mod copy;
pub(crate) mod intrinsic;
mod lanes;
mod quick;
mod settings;
mod step;
pub(crate) mod taint;
pub(crate) mod value;

use std::collections::HashMap;
use std::sync::Arc;

pub use settings::{Limits, Settings};
pub use taint::Taint;
pub use value::{Int, Poison, Value};

use crate::debug::{Frame, Place};
use crate::error::{Cause, Decides, RunError};
use crate::host::{Ask, Depends, Host, Kind, Question, Reply};
use crate::memory::{Memory, Region};
use crate::program::{Program, SymbolId};
use crate::read::constant::Context;
use crate::read::image::{Variable, read_variable};
use taint::Taints;

/// How a run ended.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// The function returned.
    Returned(Value),
    /// The host had no answer to this question.
    Stopped(Question),
}

/// Why the code that runs goes no further.
pub(crate) enum Stop {
    Host(Box<Question>),
    Error(Box<Cause>),
}

impl<C: Into<Cause>> From<C> for Stop {
    fn from(cause: C) -> Stop {
        Stop::Error(Box::new(cause.into()))
    }
}

pub(crate) type Run<T> = Result<T, Stop>;

/// One CPU, its memory and what is declared about both.
pub struct Machine {
    pub(crate) program: Arc<Program>,
    /// What the code sees of memory.
    pub memory: Memory,
    /// What is declared about the CPU and the kernel.
    pub settings: Settings,
    pub(crate) taints: Taints,
    /// The events that decided branches so far.
    pub(crate) control: Taint,
    pub(crate) registers: Vec<Value>,
    pub(crate) callers: Vec<Place>,
    /// The private access that was made last at an address that comes from events, until the host is told.
    pub(crate) touched: Option<(u64, Taint)>,
    /// What the host was told of last.
    told: Taint,
    pub(crate) place: Place,
    pub(crate) steps: u64,
    events: u32,
    /// System registers that the run has changed.
    pub(crate) system: HashMap<String, Int>,
    /// Values of phis on their way.
    scratch: Vec<Value>,
}

impl Machine {
    /// A CPU for a program, without any memory.
    pub fn new(program: Arc<Program>) -> Machine {
        Machine {
            memory: Memory::new(program.layout().endian),
            settings: Settings::default(),
            taints: Taints::new(),
            control: Taint::NONE,
            registers: Vec::new(),
            callers: Vec::new(),
            touched: None,
            told: Taint::NONE,
            place: Place::NONE,
            steps: 0,
            events: 0,
            system: HashMap::new(),
            scratch: Vec::new(),
            program,
        }
    }

    /// The program.
    pub fn program(&self) -> &Arc<Program> {
        &self.program
    }

    /// How many instructions the last run took.
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// Runs a function by name.
    ///
    /// # Errors
    /// If the run goes where nothing is declared or known, or reaches a limit.
    pub fn run(
        &mut self,
        host: &mut dyn Host,
        function: &str,
        arguments: &[Value],
    ) -> Result<Outcome, RunError> {
        self.reset();
        self.go_on(host, function, arguments)
    }

    /// Runs a function after the one that ran last, in the memory that it left.
    ///
    /// # Errors
    /// Those of [`Machine::run`].
    pub fn go_on(
        &mut self,
        host: &mut dyn Host,
        function: &str,
        arguments: &[Value],
    ) -> Result<Outcome, RunError> {
        let found = self.program.symbol(function).and_then(|s| self.program.target(s));
        let run = match found {
            Some(symbol) if self.program.is_defined(symbol) => {
                self.memory.begin();
                self.call_symbol(host, symbol, arguments)
            }
            _ => Err(Cause::NoFunction(function.to_owned()).into()),
        };
        self.memory.end();
        match run {
            Ok(value) => Ok(Outcome::Returned(value)),
            Err(Stop::Host(question)) => Ok(Outcome::Stopped(*question)),
            Err(Stop::Error(cause)) => Err(RunError { cause: *cause, trace: self.trace() }),
        }
    }

    /// Undoes everything that the last run did. [`Machine::run`] begins with it, and so does any declaration of memory;
    /// what a run has changed can be looked at until then.
    pub fn reset(&mut self) {
        self.memory.reset();
        self.taints.clear();
        self.control = Taint::NONE;
        self.registers.clear();
        self.callers.clear();
        self.touched = None;
        self.told = Taint::NONE;
        self.place = Place::NONE;
        self.steps = 0;
        self.events = 0;
        self.system.clear();
    }

    /// Declares a variable of the program, with what its file initialises it with, or zeros. Returns its address.
    ///
    /// # Errors
    /// If there is none of this name, its initialiser is not understood, or it overlaps something.
    pub fn map_variable(&mut self, name: &str, region: Region) -> Result<u64, RunError> {
        let failed = |cause: Cause| RunError { cause, trace: Vec::new() };
        let missing = || failed(Cause::Unknown(format!("the variable {name}")));
        let symbol = self.program.symbol(name).and_then(|s| self.program.target(s));
        let symbol = symbol.ok_or_else(missing)?;
        let variable = self.variable(symbol).ok_or_else(missing)?;
        let variable = variable.map_err(|error| failed(error.into()))?;
        let size = usize::try_from(variable.size).unwrap_or(0);
        let image = variable.image.unwrap_or_else(|| vec![0; size]);
        let address = self.program.address(symbol);
        let mapped = self.memory.map(name, address, region, &image);
        mapped.map_err(|error| failed(error.into()))?;
        Ok(address)
    }

    /// A variable, as the file says that defines it or else the first that declares it.
    fn variable(&self, symbol: SymbolId) -> Option<Result<Variable, crate::ReadError>> {
        let program = &*self.program;
        let definition = program.symbols.get(symbol.0 as usize)?.definition;
        let name = program.name(symbol);
        let declares = |number: &u32| program.symbol_in(*number, name) == Some(symbol);
        let count = u32::try_from(program.modules.len()).unwrap_or(0);
        let module = definition.map(|(module, _)| module).or_else(|| (0..count).find(declares))?;
        read_variable(&Context::new(program, module)?, symbol)
    }

    /// Makes a constant of the program readable when it is first read.
    pub(crate) fn map_constant(&mut self, address: u64) -> bool {
        let Some((symbol, _)) = self.program.symbol_at(address) else { return false };
        let Some(Ok(variable)) = self.variable(symbol) else { return false };
        let Some(image) = variable.image.filter(|image| variable.constant && !image.is_empty())
        else {
            return false;
        };
        let name = self.program.name(symbol).to_owned();
        self.memory.map_program(&name, self.program.address(symbol), &image).is_ok()
    }

    /// Where the run is: the inline chain of each active call, innermost first.
    pub fn trace(&self) -> Vec<Frame> {
        let places = std::iter::once(&self.place).chain(self.callers.iter().rev());
        places.flat_map(|place| self.program.chain(*place)).collect()
    }

    /// Asks the host.
    pub(crate) fn ask(
        &mut self,
        host: &mut dyn Host,
        kind: Kind<'_>,
        address: Taint,
        data: Taint,
    ) -> Run<Reply> {
        let bound = self.settings.limits.events;
        if self.events >= bound {
            return Err(Cause::Limit { what: "events", bound: u64::from(bound) }.into());
        }
        let ask = Ask {
            kind,
            event: self.events,
            place: self.place,
            callers: &self.callers,
            depends: Depends {
                address: self.taints.events(address),
                data: self.taints.events(data),
                control: self.taints.events(self.control),
            },
        };
        self.events += 1;
        match host.ask(&ask, &mut self.memory) {
            Reply::Stop => Err(Stop::Host(Box::new(kind.question()))),
            Reply::Refuse(why) => Err(Cause::Host(why).into()),
            Reply::Unknown if !matches!(kind, Kind::Call { .. }) => Err(Cause::Answer {
                asked: format!("{:?}", kind.question()),
                answered: "that it does not know the function",
            }
            .into()),
            reply => Ok(reply),
        }
    }

    /// Tells the host of an access to private or unmapped memory, unless it comes from the same events as the last.
    pub(crate) fn touch(&mut self, host: &mut dyn Host, address: u64, taint: Taint) {
        if taint != Taint::NONE && taint != self.told {
            self.told = taint;
            host.touches(address, self.taints.events(taint));
        }
    }

    /// Asks for a value, which then comes from this event.
    pub(crate) fn ask_value(
        &mut self,
        host: &mut dyn Host,
        kind: Kind<'_>,
        address: Taint,
        data: Taint,
    ) -> Run<Int> {
        let reply = self.ask(host, kind, address, data)?;
        let taint = self.taints.single(self.events - 1);
        match reply {
            Reply::Value(bits) => Ok(Int { taint, ..Int::new(bits) }),
            Reply::Result(Value::Int(int)) => Ok(Int { taint, ..int }),
            _ => Err(self.unfit(kind, "nothing, and a value was asked for")),
        }
    }

    /// Asks for something to be done.
    pub(crate) fn ask_done(
        &mut self,
        host: &mut dyn Host,
        kind: Kind<'_>,
        address: Taint,
        data: Taint,
    ) -> Run<()> {
        match self.ask(host, kind, address, data)? {
            Reply::Done => Ok(()),
            _ => Err(self.unfit(kind, "a value, and there is none")),
        }
    }

    /// The set of the event that was asked last.
    pub(crate) fn last_event(&mut self) -> Taint {
        self.taints.single(self.events.saturating_sub(1))
    }

    fn unfit(&self, kind: Kind<'_>, answered: &'static str) -> Stop {
        Cause::Answer { asked: format!("{:?}", kind.question()), answered }.into()
    }

    /// Counts steps.
    pub(crate) fn count(&mut self, steps: u64) -> Run<()> {
        self.steps += steps;
        let bound = self.settings.limits.steps;
        if self.steps > bound {
            return Err(Cause::Limit { what: "steps", bound }.into());
        }
        Ok(())
    }

    /// An integer that decides something: poison and undefined bits are errors.
    pub(crate) fn decided(&self, value: &Value, decides: Decides) -> Run<Int> {
        match value {
            Value::Int(int) if int.is_defined() => Ok(*int),
            Value::Poison(poison) => {
                let chain = self.program.chain(poison.place);
                let place = chain.first().map_or_else(String::new, |frame| format!(" in {frame}"));
                Err(Cause::Poison { decides, made: format!("`{}`{place}", poison.made_by) }.into())
            }
            Value::Int(_) => Err(Cause::Undefined(decides).into()),
            Value::Many(_) => Err(Cause::Unknown(format!("an aggregate that {decides}")).into()),
        }
    }

    /// A value with the events that its control depends on.
    pub(crate) fn branch_on(&mut self, taint: Taint) {
        self.control = self.taints.join(self.control, taint);
    }
}
