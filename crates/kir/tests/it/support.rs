//! A host that keeps shared words as one CPU alone would see them, and records what it is asked.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use pmdrace_kir::{
    Ask, Effect, Host, Kind, Machine, Memory, Module, Order, Outcome, Program, Region, Reply,
    RunError, Value,
};

/// Where tests put their shared words.
pub(crate) const WORDS: u64 = 0xffff_0000_0001_0000;
/// Where tests put private memory.
pub(crate) const PRIVATE: u64 = 0xffff_0000_0002_0000;

/// One CPU alone.
#[derive(Default)]
pub(crate) struct Alone {
    /// Shared words by address.
    pub(crate) words: BTreeMap<u64, u128>,
    /// What functions that no file defines return.
    pub(crate) functions: HashMap<&'static str, Reply>,
    /// Every question in short, with what it depends on: `address|data|control`.
    pub(crate) log: Vec<String>,
    /// Stop at this question.
    pub(crate) stop_at: Option<u32>,
}

impl Host for Alone {
    fn ask(&mut self, ask: &Ask<'_>, _: &mut Memory) -> Reply {
        if self.stop_at.is_some_and(|at| ask.event >= at) {
            return Reply::Stop;
        }
        let (text, reply) = match ask.kind {
            Kind::Instruction { text, effect, .. } => {
                let reply = if effect == Effect::Call { Reply::Value(77) } else { Reply::Done };
                (format!("{text} {effect:?}"), reply)
            }
            Kind::Fence(order) => (format!("fence {order:?}"), Reply::Done),
            Kind::Call { name, arguments } => {
                let arguments: Vec<String> = arguments
                    .iter()
                    .map(|a| a.bits().map_or("?".to_owned(), |bits| format!("{bits:#x}")))
                    .collect();
                let reply = self.functions.get(name).cloned().unwrap_or(Reply::Unknown);
                (format!("{name}({})", arguments.join(", ")), reply)
            }
            kind => {
                let access = kind.access().unwrap();
                let word = self.words.entry(access.address).or_default();
                let old = *word;
                *word = kind.change(old).unwrap_or(old);
                let at = access.address.wrapping_sub(WORDS) / 8;
                let order = order(access.order);
                match kind {
                    Kind::Load(_) => (format!("load{order} {at}"), Reply::Value(old)),
                    Kind::Store { value, .. } => {
                        (format!("store{order} {at} {value:#x}"), Reply::Done)
                    }
                    Kind::Rmw { op, operand, .. } => {
                        (format!("{op:?}{order} {at} {operand:#x}"), Reply::Value(old))
                    }
                    Kind::Cmpxchg { expected, new, .. } => {
                        (format!("Cmpxchg{order} {at} {expected:#x} {new:#x}"), Reply::Value(old))
                    }
                    _ => {
                        let new = kind.change(old);
                        (format!("Update{order} {at} {old:#x}->{new:x?}"), Reply::Value(old))
                    }
                }
            }
        };
        let list = |events: &[u32]| {
            let events: Vec<String> = events.iter().map(u32::to_string).collect();
            events.join(",")
        };
        let depends = ask.depends;
        let depends = [depends.address, depends.data, depends.control].map(list).join("|");
        self.log.push(if depends == "||" { text } else { format!("{text} [{depends}]") });
        reply
    }
}

fn order(order: Order) -> String {
    match order {
        Order::Plain => String::new(),
        other => format!(".{other:?}").to_lowercase(),
    }
}

/// A machine for one file, with eight shared words of 8 bytes and a page of private memory.
pub(crate) fn machine(name: &str, text: &str) -> Machine {
    let module = Module::read(name, text).unwrap();
    let mut machine = Machine::new(Arc::new(Program::link([module]).unwrap()));
    machine.memory.map("word", WORDS, Region::Shared { word: 8 }, &[0; 64]).unwrap();
    machine.memory.map("private", PRIVATE, Region::Private, &[0; 4096]).unwrap();
    machine
}

/// A machine whose shared words have 4 bytes.
pub(crate) fn machine_of_counts(name: &str, text: &str) -> Machine {
    let module = Module::read(name, text).unwrap();
    let mut machine = Machine::new(Arc::new(Program::link([module]).unwrap()));
    machine.memory.map("count", WORDS, Region::Shared { word: 4 }, &[0; 64]).unwrap();
    machine
}

/// Arguments that are integers.
pub(crate) fn ints(arguments: &[u64]) -> Vec<Value> {
    arguments.iter().map(|bits| Value::new(*bits)).collect()
}

/// Runs a function that asks nothing and returns an integer.
pub(crate) fn returned(machine: &mut Machine, function: &str, arguments: &[u64]) -> u64 {
    match run(machine, &mut Alone::default(), function, arguments) {
        Ok(Some(bits)) => bits,
        other => panic!("{function}: {other:?}"),
    }
}

/// Runs a function; what it returns, if it is defined.
pub(crate) fn run(
    machine: &mut Machine,
    host: &mut Alone,
    function: &str,
    arguments: &[u64],
) -> Result<Option<u64>, RunError> {
    match machine.run(host, function, &ints(arguments))? {
        Outcome::Returned(value) => Ok(value.bits()),
        Outcome::Stopped(question) => panic!("stopped at {question:?}"),
    }
}

/// Why a run of a function failed.
pub(crate) fn error(machine: &mut Machine, function: &str, arguments: &[u64]) -> String {
    match run(machine, &mut Alone::default(), function, arguments) {
        Err(error) => error.to_string(),
        Ok(value) => panic!("{function} returned {value:?}"),
    }
}

/// What a function asks of words that begin like this, and what it returns.
pub(crate) fn asked(
    machine: &mut Machine,
    function: &str,
    arguments: &[u64],
    words: &[(u64, u128)],
) -> (Vec<String>, Option<u64>) {
    let mut host = Alone::default();
    host.words.extend(words.iter().map(|(at, value)| (WORDS + at, *value)));
    let returned = run(machine, &mut host, function, arguments).unwrap();
    (host.log, returned)
}
