//! Answers tests by the execution graphs that a model allows: [`observe`] says whether what is asked about is seen,
//! [`outcomes`] lists all final states as herd7 does.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::ControlFlow;

use pmdrace_axioms::{Cut, Found, Limits, Loc, Model, UNKNOWN, Value, Visitor, explore};

use crate::test::fault_classes;
use crate::{Quantifier, Shown, Span, Test};

/// How often the proposition of a question is true of the final states that count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Observation {
    /// Of none.
    Never,
    /// Of some.
    Sometimes,
    /// Of all, and there is one.
    Always,
}

impl fmt::Display for Observation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Observation::Never => "Never",
            Observation::Sometimes => "Sometimes",
            Observation::Always => "Always",
        })
    }
}

/// Whether the proposition of the question is observed. Stops at the first state of which it is true, and at the
/// first of which it is not.
///
/// # Errors
/// When a limit is passed before that is known.
pub fn observe(test: &Test, model: &impl Model, limits: &Limits<'_>) -> Result<Observation, Cut> {
    if !Witness::exists(test, true, model, limits)? {
        return Ok(Observation::Never);
    }
    let others = match Witness::exists(test, false, model, limits) {
        // A state was found, which longer loops do not take back. Whether all states are like it is open.
        Err(Cut::Loops) if test.condition.quantifier != Quantifier::Forall => false,
        others => others?,
    };
    match others {
        true => Ok(Observation::Sometimes),
        false => Ok(Observation::Always),
    }
}

/// The flag of a test in which a loop goes on for longer than it is followed: executions are missing.
pub(crate) const LOOP_CUT: &str = "loop-cut";

/// Looks for one state of which the proposition is true, or is not.
struct Witness<'t> {
    test: &'t Test,
    wanted: bool,
}

impl Witness<'_> {
    fn exists(
        test: &Test,
        wanted: bool,
        model: &impl Model,
        limits: &Limits<'_>,
    ) -> Result<bool, Cut> {
        match explore(&test.program, model, limits, &mut Witness { test, wanted }) {
            Ok(()) => Ok(false),
            Err(Cut::Enough) => Ok(true),
            Err(cut) => Err(cut),
        }
    }
}

impl Visitor for Witness<'_> {
    fn wants(&mut self, registers: &[Option<&[Value]>], memory: &[Option<Value>]) -> bool {
        self.test.filter.decided(registers, memory) != Some(false)
            && self.test.condition.proposition.decided(registers, memory) != Some(!self.wanted)
    }

    fn visit(&mut self, found: &Found<'_>) -> ControlFlow<()> {
        let (registers, memory) = (found.registers, found.memory);
        let counts = self.test.filter.holds(registers, memory);
        match counts && self.test.condition.proposition.holds(registers, memory) == self.wanted {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    }
}

/// All final states, and what else herd7 prints about a test.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Outcomes {
    /// The states in herd7's order, each with the number of graphs that end in it.
    pub states: Vec<(String, usize)>,
    /// The number of graphs of whose final state the proposition is true.
    pub positive: usize,
    /// The number of graphs of whose final state it is not.
    pub negative: usize,
    /// What some graph shows about the program, such as `data-race`.
    pub flags: BTreeSet<&'static str>,
}

/// Lists all final states. Where loops were not followed to their end there is a flag `loop-cut`, and states may be
/// missing.
///
/// # Errors
/// When a limit is passed.
pub fn outcomes(test: &Test, model: &impl Model, limits: &Limits<'_>) -> Result<Outcomes, Cut> {
    let mut all = Collected::new(test);
    let cut = match explore(&test.program, model, limits, &mut all) {
        Ok(()) => false,
        Err(Cut::Loops) => true,
        Err(cut) => return Err(cut),
    };
    let mut outcomes = all.done();
    if cut {
        outcomes.flags.insert(LOOP_CUT);
    }
    Ok(outcomes)
}

/// What orders the values of a state: numbers come before addresses.
type Key = Vec<(bool, i64, String)>;

/// Collects final states.
pub(crate) struct Collected<'t> {
    test: &'t Test,
    states: BTreeMap<Key, (String, usize)>,
    pub(crate) outcomes: Outcomes,
}

impl Visitor for Collected<'_> {
    fn wants(&mut self, registers: &[Option<&[Value]>], memory: &[Option<Value>]) -> bool {
        self.test.filter.decided(registers, memory) != Some(false)
    }

    fn visit(&mut self, found: &Found<'_>) -> ControlFlow<()> {
        if self.add(found.registers, found.memory) {
            self.outcomes.flags.extend(found.flags());
        }
        ControlFlow::Continue(())
    }
}

impl<'t> Collected<'t> {
    pub(crate) fn new(test: &'t Test) -> Collected<'t> {
        Collected { test, states: BTreeMap::new(), outcomes: Outcomes::default() }
    }

    /// All that was collected.
    pub(crate) fn done(self) -> Outcomes {
        Outcomes { states: self.states.into_values().collect(), ..self.outcomes }
    }

    /// Adds a final state, if it counts. Whether it does.
    pub(crate) fn add(&mut self, registers: &[&[Value]], memory: &[Value]) -> bool {
        if !self.test.filter.holds(registers, memory) {
            return false;
        }
        match self.test.condition.proposition.holds(registers, memory) {
            true => self.outcomes.positive += 1,
            false => self.outcomes.negative += 1,
        }
        let mut key = Key::new();
        let mut state = Vec::new();
        let register = |thread: usize, index: usize| {
            let value = registers.get(thread).and_then(|of| of.get(index)).copied();
            value.unwrap_or(0)
        };
        let of_memory =
            |span: &Span| span.value(|Loc(at)| memory.get(usize::from(at)).copied()).unwrap_or(0);
        let (mut happened, mut absent) = (BTreeSet::new(), BTreeSet::new());
        for shown in &self.test.shown {
            let (name, values) = match shown {
                Shown::Register(thread, index, name) => (name, vec![register(*thread, *index)]),
                Shown::Memory(span, name) => (name, vec![of_memory(span)]),
                Shown::Array(of, name) => (name, of.iter().map(of_memory).collect()),
                Shown::Fault { thread, index, name, class } => {
                    let classes = register(*thread, *index);
                    happened
                        .extend(fault_classes(classes).map(|of| format!("Fault({name},{of});")));
                    if classes == 0 {
                        let class = class.as_ref().map_or(String::new(), |of| format!(",{of}"));
                        absent.insert(format!(" ~Fault({name}{class});"));
                    }
                    continue;
                }
            };
            let spelled: Vec<String> =
                values.iter().map(|value| (self.test.spell)(*value)).collect();
            state.push(match shown {
                Shown::Array(..) => format!("{name}={{{}}};", spelled.join(",")),
                _ => format!("{name}={};", spelled.join(",")),
            });
            key.extend(values.into_iter().zip(spelled).map(|(value, spelled)| {
                match spelled.parse::<i64>() {
                    _ if value == UNKNOWN => (false, i64::MIN, spelled),
                    Ok(number) => (false, number, String::new()),
                    Err(_) => (true, 0, spelled),
                }
            }));
        }
        if !happened.is_empty() || !absent.is_empty() {
            let happened: Vec<String> = happened.into_iter().collect();
            let absent: String = absent.into_iter().rev().collect();
            let faults = format!("{}{absent}", happened.join(" "));
            // herd7 leaves the place before a fault, even if nothing is there.
            if state.is_empty() {
                state.push(String::new());
            }
            key.push((true, 0, faults.clone()));
            state.push(faults);
        }
        self.states.entry(key).or_insert_with(|| (state.join(" "), 0)).1 += 1;
        true
    }
}

impl Outcomes {
    /// How often the proposition is true.
    pub fn observation(&self) -> Observation {
        match (self.positive, self.negative) {
            (0, _) => Observation::Never,
            (_, 0) => Observation::Always,
            _ => Observation::Sometimes,
        }
    }

    /// The report of herd7 on the test, without its time and the hash of the test.
    pub fn report(&self, test: &Test) -> String {
        let quantifier = test.condition.quantifier;
        let (kind, holds) = match quantifier {
            Quantifier::Exists => ("Allowed", self.positive > 0),
            Quantifier::NotExists => ("Forbidden", self.positive == 0),
            Quantifier::Forall => ("Required", self.negative == 0),
        };
        // Witnesses are of what is asked, not of the proposition.
        let (witnesses, others) = match quantifier {
            Quantifier::NotExists => (self.negative, self.positive),
            Quantifier::Exists | Quantifier::Forall => (self.positive, self.negative),
        };
        let mut lines =
            vec![format!("Test {} {kind}", test.name), format!("States {}", self.states.len())];
        lines.extend(self.states.iter().map(|(state, _)| state.clone()));
        lines.push(if holds { "Ok".into() } else { "No".into() });
        lines.push("Witnesses".into());
        lines.push(format!("Positive: {witnesses} Negative: {others}"));
        lines.extend(self.flags.iter().map(|flag| format!("Flag {flag}")));
        lines.push(format!("Condition {}", test.question));
        lines.push(format!(
            "Observation {} {} {} {}",
            test.name,
            self.observation(),
            self.positive,
            self.negative
        ));
        lines.join("\n") + "\n"
    }
}
