//! Random conditions on the last values of registers and words, in random litmus tests: every engine says whether some
//! execution meets one, and so do checkers that share nothing with them.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use pmdrace_engine::{Budget, Cut, End, LastState, Limits, Outcome, loom, search};
use pmdrace_mm::{Location, MemoryModel, Model, Term};
use pmdrace_scenario::Scenario;
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_oneof};

use super::litmus::{Program, programs};
use crate::catalogue::cells;
use crate::independent::last_states;

/// The number of loom's executions after which what it found is some of all.
const EXECUTIONS: u64 = 3_000;
/// The number of executions that are drawn.
const DRAWN: u64 = 30;

/// A condition whose locations and values are yet to be chosen among those of a test.
#[derive(Clone, Debug)]
enum Shape {
    Term(u8, u8),
    Not(Box<Shape>),
    And(Vec<Shape>),
    Or(Vec<Shape>),
}

/// A litmus test that asks a condition.
#[derive(Clone)]
pub(super) struct Asked {
    program: Program,
    shape: Shape,
}

/// Random tests with random conditions.
pub(super) fn conditions() -> impl Strategy<Value = Asked> {
    let term = (any::<u8>(), any::<u8>()).prop_map(|(of, value)| Shape::Term(of, value));
    let shape = term.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            1 => inner.clone().prop_map(|inner| Shape::Not(Box::new(inner))),
            3 => vec(inner.clone(), 2..=3).prop_map(Shape::And),
            1 => vec(inner, 2..=3).prop_map(Shape::Or),
        ]
    });
    (programs(), shape).prop_map(|(program, shape)| Asked { program, shape })
}

impl Shape {
    fn text(&self, locations: &[String], values: u8) -> String {
        let joined = |all: &[Shape], by: &str| {
            let all: Vec<String> = all.iter().map(|one| one.text(locations, values)).collect();
            format!("({})", all.join(by))
        };
        match self {
            Shape::Term(of, value) => {
                format!("{}={}", locations[usize::from(*of) % locations.len()], value % values)
            }
            Shape::Not(inner) => format!("~({})", inner.text(locations, values)),
            Shape::And(all) => joined(all, r" /\ "),
            Shape::Or(all) => joined(all, r" \/ "),
        }
    }
}

/// The scenario: the outcome is the condition, and so is the goal.
impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.program.to_string();
        let (before, _) = text.split_once("[exists]").unwrap_or((&text, ""));
        let mut locations: Vec<String> = ["x", "y", "[z]"].map(str::to_owned).to_vec();
        for (cpu, steps) in before.lines().filter(|line| line.starts_with("args.steps")).enumerate()
        {
            let registers = (0..16).filter(|r| steps.contains(&format!("\"r{r} =")));
            locations.extend(registers.map(|register| format!("P{cpu}:r{register}")));
        }
        let condition = self.shape.text(&locations, 4);
        let asked = before.replace("[source]", &format!("exists = '{condition}'\n[source]"));
        writeln!(f, "{asked}[goal.g]\noutcome = '{condition}'")
    }
}

impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{self}")
    }
}

/// Every difference is an error.
pub(super) fn agree(asked: &Asked) -> Result<bool, String> {
    let scenario = Scenario::parse(&asked.to_string()).map_err(|error| format!("{error:?}"))?;
    let mut checked = false;
    for memory in MemoryModel::ALL {
        let (_, model) = cells(&scenario, Some(memory)).next().ok_or("no cell")?;
        let in_memory = |what| format!("{memory}: {what}");
        under(asked, &model).map_err(in_memory)?;
        checked |= model.exists.words().next().is_some();
    }
    Ok(checked)
}

fn under(asked: &Asked, model: &Arc<Model>) -> Result<(), String> {
    let states = search::last_states(Arc::clone(model), &Budget::unlimited());
    let states = states.map_err(|error| error.to_string())?.set;
    // To the axioms of rc11 such a read is an acquire, and the machine of lkmm lets no store pass an earlier unlock.
    let differs = match model.memory {
        MemoryModel::Rc11 => asked.program.depends(),
        MemoryModel::Lkmm => asked.program.locks(),
        _ => false,
    };
    let checked = last_states(model);
    if !differs && checked != states {
        let only: Vec<&LastState> = checked.symmetric_difference(&states).collect();
        return Err(format!("last states differ: {only:?}"));
    }
    let expected = possible(model, &states);
    let judged = |name: &str, outcome: Outcome| {
        let found = (outcome.properties[0].violating > 0, outcome.goals[0] > 0);
        match found == (expected, expected) {
            true => Ok(outcome),
            false => Err(format!("{name} says {found:?}, of {} last states", states.len())),
        }
    };
    let whole = search::check_unreduced(Arc::clone(model), &Budget::unlimited());
    judged("the whole search", whole.map_err(|error| error.to_string())?)?;
    let reduced = search::check(Arc::clone(model), &Budget::unlimited());
    let reduced = judged("the search", reduced.map_err(|error| error.to_string())?)?;
    if reduced.not_applicable.contains(&0) && expected {
        return Err("it does not apply and is met".to_owned());
    }
    match &reduced.properties[0].shortest {
        None if expected => return Err("no execution is shown".to_owned()),
        None => {}
        Some(example) => {
            let memory = example.order.last_words(model, &example.events);
            let at = model.judge_with(&example.events, &memory).violated_at[0];
            if at != Some(example.at) {
                return Err(format!("the execution shown: {at:?}, not {}", example.at));
            }
        }
    }
    let limits = Limits { max_executions: Some(DRAWN), ..Limits::default() };
    let drawn = search::sample(model, &Budget::from(limits)).map_err(|error| error.to_string())?;
    if (drawn.properties[0].violating > 0 || drawn.goals[0] > 0) && !expected {
        return Err("only a sample meets it".to_owned());
    }
    match model.memory {
        MemoryModel::Sc | MemoryModel::Rc11 => on_loom(asked, model, expected),
        _ => Ok(()),
    }
}

/// Whether some of these states meet the condition.
fn possible(model: &Model, states: &BTreeSet<LastState>) -> bool {
    let holds = |state: &LastState, term: &Term| {
        let value = match term.of {
            Location::Memory(at) => state.memory[at.0],
            Location::Register(cpu, register) => {
                let ends = state.ends[cpu].iter().rev();
                let mut held = ends.filter_map(|end| match end {
                    End::Holds(of, value) if *of == register => Some(*value),
                    _ => None,
                });
                held.next().unwrap_or(0)
            }
        };
        value == term.value
    };
    let terms = &model.exists.terms;
    states.iter().any(|state| model.exists.proposition.holds(&|term| holds(state, &terms[term])))
}

/// loom meets it in no other case, and in this one as far as it claims to have seen all.
fn on_loom(asked: &Asked, model: &Arc<Model>, expected: bool) -> Result<(), String> {
    let limits = Limits { max_executions: Some(EXECUTIONS), ..Limits::default() };
    let found = loom::check(Arc::clone(model), &Budget::from(limits));
    let found = found.map_err(|error| format!("loom: {error}"))?;
    let met = (found.properties[0].violating > 0, found.goals[0] > 0);
    let acquires = asked.program.depends() && model.memory == MemoryModel::Rc11;
    let known = [Cut::MaxExecutions, Cut::LoomHiddenLoad, Cut::LoomHistory, Cut::LoomOrder];
    match found.cut {
        _ if met != (expected, expected) && met != (false, false) => {
            Err(format!("only loom says {met:?}"))
        }
        None if met.0 != expected && !acquires => Err(format!("loom says {met:?}")),
        Some(cut) if !known.contains(&cut) => Err(format!("loom: {cut}")),
        _ => Ok(()),
    }
}
