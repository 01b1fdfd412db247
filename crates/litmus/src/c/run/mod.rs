//! Runs a thread: which events it has, and how they depend on each other.
//!
//! Dependencies are those of herd7 for C (herd/CSem.ml, herd/modelUtils.ml): syntactic, through local variables.
//! - An address or data dependency begins at a read and goes through variables to the access whose address or value
//!   they make.
//! - A control dependency begins at what a condition is made from and goes to the events of its branches, not beyond
//!   them. A variable that is assigned in a branch hands it on to later conditions, but not to addresses or values.
//! - The result of a fully ordered atomic operation comes after its last barrier, and depends on nothing.
//!
//! The events of a statement are one instruction. Those that it orders are related by `iico_data` and `iico_ctrl`,
//! others are not: two reads in one expression are in no order.

mod lock;
#[cfg(test)]
mod tests;
mod update;
mod value;

use pmdrace_axioms::model::Release;
use pmdrace_axioms::{End, Event, Kind, Loc, MAX_EVENTS, Run, Set, Tag, Tags, UNKNOWN, Value};

use super::length;
use super::syntax::{Expression, Order, Statement, Thread};
use crate::memory::{Memory, NO_ADDRESS};

/// How often a loop is followed, as often as herd7 does it.
pub(crate) const ROUNDS: usize = 2;

/// How many statements and expressions of a thread are followed: loops in loops multiply.
const MAX_STEPS: usize = 10_000;

/// What a litmus test cannot have: it is read without a vocabulary.
const OF_SCENARIOS: &str = "use what only scenarios have";

/// What a run is made with.
#[derive(Clone, Copy)]
pub(super) struct Setting<'s> {
    pub(super) memory: &'s Memory,
    pub(super) release: Release,
    pub(super) thread: &'s Thread,
    /// The initial values of its variables.
    pub(super) initial: &'s [Value],
    /// The variables with whose values it ends.
    pub(super) wanted: &'s [usize],
    pub(super) answers: &'s [Value],
    /// Whether the arms of a branch are made equally long.
    pub(super) padded: bool,
}

/// What a thread asks for with the read that is its last event.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Asked {
    /// Its value.
    Read,
    /// The value that an atomic operation finds.
    Update {
        /// How it is ordered if it changes the value.
        order: Order,
        /// The reads that the new value is made from, if there is one.
        data: Set,
    },
    /// Whether a lock is held.
    Lock,
}

/// Runs a thread; also what it asks for last.
pub(super) fn run(setting: Setting<'_>) -> (Run, Asked) {
    let variables = setting.initial.iter();
    let mut machine = Machine {
        setting,
        answered: 0,
        steps: 0,
        variables: variables.map(|value| Made { value: *value, ..Made::default() }).collect(),
        events: Vec::new(),
        instruction: 0,
        control: Control::default(),
        condition: None,
        opening: Set::EMPTY,
        asked: Asked::Read,
    };
    let end = match machine.block(&setting.thread.body) {
        Ok(()) => {
            let value =
                |variable: &usize| machine.variables.get(*variable).map_or(0, |it| it.value);
            End::Done(setting.wanted.iter().map(value).collect())
        }
        Err(end) => end,
    };
    (Run { events: machine.events, end }, machine.asked)
}

/// A value, and the events that it was made from.
#[derive(Clone, Copy, Default)]
struct Made {
    value: Value,
    /// Events of the same statement that give it.
    by: Set,
    /// Reads that it depends on.
    from: Set,
    /// Reads that it is computed from.
    flow: Set,
    /// Those that a condition which it is a part of depends on: also through variables that were assigned in a
    /// branch.
    through: Set,
}

impl Made {
    fn number(value: Value) -> Made {
        Made { value, ..Made::default() }
    }

    fn with(self, other: Made, value: Value) -> Made {
        Made {
            value,
            by: self.by | other.by,
            from: self.from | other.from,
            flow: self.flow | other.flow,
            through: self.through | other.through,
        }
    }
}

/// The conditions of the branches that execution is in.
#[derive(Clone, Copy, Default)]
struct Control {
    /// What their events depend on.
    events: Set,
    /// What later conditions depend on through variables that are assigned in them.
    variables: Set,
}

#[derive(Clone)]
struct Machine<'m> {
    setting: Setting<'m>,
    /// The number of answers that were used.
    answered: usize,
    /// The number of statements and expressions that were followed.
    steps: usize,
    variables: Vec<Made>,
    events: Vec<Event>,
    /// The number of the statement.
    instruction: u16,
    control: Control,
    /// The condition that is being computed, if one is.
    condition: Option<Control>,
    /// Barriers before the atomic operations that execution is in.
    opening: Set,
    asked: Asked,
}

/// What a computation gives, unless the run ends in it.
type Step<T> = Result<T, End>;

impl Machine<'_> {
    fn block(&mut self, statements: &[Statement]) -> Step<()> {
        statements.iter().try_for_each(|statement| self.statement(statement))
    }

    /// Counts a statement or an expression.
    fn step(&mut self) -> Step<()> {
        self.steps += 1;
        if self.steps > MAX_STEPS { Err(End::Unrolled) } else { Ok(()) }
    }

    fn statement(&mut self, statement: &Statement) -> Step<()> {
        self.step()?;
        self.instruction = self.instruction.saturating_add(1);
        match statement {
            Statement::Evaluate(expression) => {
                self.value(expression)?;
            }
            Statement::Assign(variable, expression) => {
                let made = self.value(expression)?;
                if let Some(variable) = self.variables.get_mut(*variable) {
                    let through = made.through | self.control.variables;
                    *variable = Made { by: Set::EMPTY, through, ..made };
                }
            }
            Statement::Store(tags, address, value) => {
                let address = self.value(address)?;
                let value = self.value(value)?;
                self.store(*tags, address, value)?;
            }
            Statement::Fence(tag) => {
                self.add(Event::new(Kind::Other, None, 0, (*tag).into()))?;
            }
            Statement::Update(update) => {
                self.update(update)?;
            }
            Statement::Lock(address) => {
                let address = self.value(address)?;
                self.lock(address)?;
            }
            Statement::Unlock(address) => {
                let address = self.value(address)?;
                let at = self.location(address.value)?;
                let event = Event::new(Kind::Write, Some(at), 0, Tag::Unlock.into());
                self.access(event, address)?;
            }
            Statement::SrcuUnlock(address, index) => {
                let address = self.value(address)?;
                let index = self.value(index)?;
                match self.setting.release {
                    Release::V6_1 => self.srcu(Tag::SrcuUnlock, address, index.value)?,
                    _ => self.store(Tag::SrcuUnlock.into(), address, index)?,
                };
            }
            Statement::SynchronizeSrcu(address) => {
                let address = self.value(address)?;
                self.srcu(Tag::SyncSrcu, address, 0)?;
            }
            Statement::If(condition, then, otherwise) => {
                let (holds, control) = self.decide(condition)?;
                let (arm, other) = if holds { (then, otherwise) } else { (otherwise, then) };
                self.branch(control, |machine| machine.block(arm))?;
                let missing = length::missing(arm, other).filter(|_| self.setting.padded);
                for _ in 0..missing.unwrap_or(0) {
                    self.add(Event::new(Kind::Other, None, 0, Tags::NONE))?;
                }
            }
            Statement::While(condition, body) => self.repeat(condition, body, 0)?,
            Statement::Return => return Err(End::Astray(OF_SCENARIOS)),
        }
        Ok(())
    }

    fn repeat(&mut self, condition: &Expression, body: &[Statement], round: usize) -> Step<()> {
        let (holds, control) = self.decide(condition)?;
        match holds {
            false => Ok(()),
            true if round == ROUNDS => Err(End::Unrolled),
            true => self.branch(control, |machine| {
                machine.block(body)?;
                machine.instruction = machine.instruction.saturating_add(1);
                machine.repeat(condition, body, round + 1)
            }),
        }
    }

    /// Whether a condition holds, and what depends on it.
    fn decide(&mut self, condition: &Expression) -> Step<(bool, Control)> {
        let outer = self.condition.replace(Control::default());
        let made = self.value(condition)?;
        let inner = std::mem::replace(&mut self.condition, outer).unwrap_or_default();
        if let Some(outer) = &mut self.condition {
            outer.events |= inner.events;
            outer.variables |= inner.variables;
        }
        Ok((known(made.value)? != 0, inner))
    }

    /// What execution does in a branch of a condition.
    fn branch<T>(
        &mut self,
        control: Control,
        inside: impl FnOnce(&mut Self) -> Step<T>,
    ) -> Step<T> {
        let outer = self.control;
        self.control.events = outer.events | control.events;
        self.control.variables = outer.variables | control.variables;
        let result = inside(self)?;
        self.control = outer;
        Ok(result)
    }

    fn store(&mut self, tags: Tags, address: Made, value: Made) -> Step<usize> {
        let at = self.location(address.value)?;
        let mut event = Event::new(Kind::Write, Some(at), value.value, tags);
        event.data = value.from;
        event.flow = value.flow;
        event.iico_data = value.by;
        self.access(event, address)
    }

    /// An operation on an SRCU domain that is no access to memory.
    fn srcu(&mut self, tag: Tag, address: Made, index: Value) -> Step<usize> {
        let at = self.location(address.value)?;
        let mut event = Event::new(Kind::Other, Some(at), index, tag.into());
        event.iico_data = address.by;
        self.add(event)
    }

    /// The value of a read that was answered, on which what is made of it depends.
    fn read(&mut self, read: usize) -> Made {
        let (value, addr) = match self.events.get(read) {
            Some(event) => (event.value, event.addr),
            None => (0, Set::EMPTY),
        };
        let own = Set::one(read);
        if let Some(condition) = &mut self.condition {
            condition.events |= own | addr;
            condition.variables |= addr;
        }
        Made { value, by: own, from: own, flow: own, through: own }
    }

    /// Asks for the value of a read.
    fn answer(&mut self, read: usize, asked: Asked) -> Step<Value> {
        self.asked = asked;
        let answer = self.setting.answers.get(self.answered).copied().ok_or(End::Value)?;
        self.answered += 1;
        if let Some(event) = self.events.get_mut(read) {
            event.value = answer;
        }
        Ok(answer)
    }

    fn tag(&mut self, event: usize, tag: Tag) {
        if let Some(event) = self.events.get_mut(event) {
            event.tags = event.tags.with(tag);
        }
    }

    /// The location at an address.
    fn location(&self, address: Value) -> Step<Loc> {
        self.setting.memory.at(known(address)?).ok_or(End::Astray(NO_ADDRESS))
    }

    /// Adds an access whose address was made so.
    fn access(&mut self, mut event: Event, address: Made) -> Step<usize> {
        event.addr = address.from;
        event.iico_data |= address.by;
        self.add(event)
    }

    /// Adds an event.
    fn add(&mut self, mut event: Event) -> Step<usize> {
        let index = self.events.len();
        event.instruction = self.instruction;
        event.iico_ctrl |= self.opening;
        event.ctrl = self.control.events;
        self.events.push(event);
        // A set has no room for more: the search sees that there are too many.
        if index == MAX_EVENTS { Err(End::Never) } else { Ok(index) }
    }
}

/// A value with which something is done. An execution in which it is unknown does not count, as in herd7: there what
/// is computed from it stays unsolved.
fn known(value: Value) -> Step<Value> {
    if value == UNKNOWN { Err(End::Never) } else { Ok(value) }
}
