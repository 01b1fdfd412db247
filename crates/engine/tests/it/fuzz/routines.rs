//! Random scenarios: shipped routines with random arguments, guards and initial words, on any architecture.

use std::fmt;
use std::sync::Arc;

use pmdrace_engine::{Budget, Cut, EngineError, Limits, Outcome, loom, search};
use pmdrace_mm::routine::{ArgKind, Registry, RoutineSpec};
use pmdrace_mm::{MemoryModel, Model};
use pmdrace_pgtable::ARCHITECTURES;
use pmdrace_scenario::Scenario;
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};

use crate::catalogue::cells;

/// How much of a model is explored.
const STATES: u64 = 20_000;
const EXECUTIONS: u64 = 300;

/// A CPU: a routine, a number to choose each argument by, which optional arguments are given and which guards
/// are off.
#[derive(Clone)]
struct Cpu {
    routine: &'static RoutineSpec,
    args: Vec<u8>,
    given: u16,
    off: u16,
}

/// A scenario of shipped routines.
#[derive(Clone)]
pub(super) struct Mixed {
    arch: &'static str,
    memory: &'static str,
    cpus: Vec<Cpu>,
    pmds: Vec<String>,
    ptes: Vec<&'static str>,
    entries: u8,
    exclusive: bool,
    life: bool,
}

/// Random scenarios; some of them have no cell.
pub(super) fn scenarios() -> impl Strategy<Value = Mixed> {
    let routines: Vec<&'static RoutineSpec> =
        Registry::shipped().iter().filter(|spec| spec.name != "litmus").collect();
    let count = routines.len();
    // Few guards are off and few defaults replaced.
    let few =
        || prop_oneof![3 => Just(0), 1 => (any::<u16>(), any::<u16>()).prop_map(|(a, b)| a & b)];
    let cpu = (0..count, vec(any::<u8>(), 10), few(), few()).prop_map(
        move |(index, args, given, off)| Cpu { routine: routines[index], args, given, off },
    );
    let arch = (0..ARCHITECTURES.len()).prop_map(|index| ARCHITECTURES[index].name());
    let memory = prop_oneof![Just("sc"), Just("tso"), Just("rc11")];
    let value = prop_oneof![
        Just("none = true"),
        Just("leaf = \"F\""),
        Just("migration = \"F\""),
        Just("table = \"T\""),
        Just("leaf = \"N\""),
    ];
    let access = prop_oneof![Just("read"), Just("read-exclusive"), Just("write")];
    let pmd = (value, access, any::<[bool; 2]>()).prop_map(|(value, access, [young, dirty])| {
        let young = if young && value.starts_with("leaf") { ", young = true" } else { "" };
        let dirty = if dirty && value.starts_with("leaf") { ", dirty = true" } else { "" };
        format!("{value}, access = \"{access}\"{young}{dirty}")
    });
    let pte = prop_oneof![Just(""), Just("leaf = \"P\""), Just("leaf = \"P\", access = \"write\"")];
    let state = (vec(pmd, 2), vec(pte, 2), 1_u8..=2, any::<[bool; 2]>());
    (arch, memory, vec(cpu, 2..=3), state).prop_map(
        |(arch, memory, cpus, (pmds, ptes, entries, [exclusive, life]))| Mixed {
            arch,
            memory,
            cpus,
            pmds,
            ptes,
            entries,
            exclusive,
            life,
        },
    )
}

impl fmt::Debug for Cpu {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.routine.name)
    }
}

impl Cpu {
    /// The arguments as TOML.
    fn arguments(&self) -> String {
        let mut all = Vec::new();
        for (index, arg) in self.routine.args.iter().enumerate() {
            if arg.default.is_some() && self.given >> index & 1 == 0 {
                continue;
            }
            let by = usize::from(self.args[index % self.args.len()]);
            let one_of = |names: &[&str]| format!("{:?}", names[by % names.len()]);
            let value = match arg.kind {
                // Mostly one and the same, so that CPUs meet.
                ArgKind::Pmd => one_of(&["pmd", "pmd", "pmd", "other"]),
                ArgKind::Halves => one_of(&["halves"]),
                ArgKind::Pte => one_of(&["pte", "pte", "T[0]", "next"]),
                ArgKind::Word => one_of(&["w", "w", "v"]),
                ArgKind::Tlb => one_of(&["tlb"]),
                ArgKind::Lock => one_of(&["ptl", "ptl", "ptl", "pte-ptl"]),
                ArgKind::Sem => one_of(&["s"]),
                ArgKind::Table => one_of(&["T", "T", "U"]),
                ArgKind::Folio => one_of(&["F", "N", "P", "Q"]),
                ArgKind::Bool => (by % 2 == 1).to_string(),
                ArgKind::Choice(words) => one_of(words),
                ArgKind::Code => "[]".to_owned(),
            };
            all.push(format!("{} = {value}", arg.name));
        }
        let off = self.routine.guards.iter().enumerate();
        let off = off.filter(|(index, _)| self.off >> index & 1 != 0);
        let off: Vec<&str> = off.map(|(_, guard)| guard.name).collect();
        if !off.is_empty() {
            all.push(format!("without = {off:?}"));
        }
        all.join(", ")
    }
}

impl fmt::Display for Mixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Mixed { arch, memory, entries, exclusive, life, .. } = self;
        writeln!(f, "format = \"pmdrace-scenario/1\"\nname = \"t\"\ntitle = \"t\"\nwhy = \"t\"")?;
        writeln!(f, "architectures = [{arch:?}]\nmemory = [{memory:?}]\n[source]\n[state]")?;
        writeln!(f, "lock = [\"ptl\", \"pte-ptl\"]\nsem = [\"s\"]\ntlb = [\"tlb\"]")?;
        writeln!(f, "bystander = {{ refcount = 1 }}")?;
        writeln!(f, "[state.folio]\nF = {{ pfn = 0x1234800, refcount = 1, life = {life} }}")?;
        writeln!(f, "N = {{ pfn = 0x2345800, refcount = 1, life = {life} }}")?;
        writeln!(
            f,
            "[state.page]\nP = {{ pfn = 0x54400, refcount = 1, exclusive = {exclusive} }}"
        )?;
        writeln!(f, "Q = {{ pfn = 0x54500, refcount = 1, exclusive = {exclusive} }}")?;
        writeln!(f, "[state.table]\nT = {{ pfn = 0x54321, entries = {entries}, life = {life} }}")?;
        writeln!(f, "U = {{ pfn = 0x54322, entries = 1, life = {life} }}")?;
        writeln!(f, "[state.pmd]\npmd = {{ {} }}\nother = {{ {} }}", self.pmds[0], self.pmds[1])?;
        let halves = |cpu: &Cpu| cpu.routine.args.iter().any(|arg| arg.kind == ArgKind::Halves);
        if self.cpus.iter().any(halves) {
            writeln!(f, "halves = {{ none = true, halves = true }}")?;
        }
        writeln!(f, "[state.pte]\npte = {{ {} }}\nnext = {{ {} }}", self.ptes[0], self.ptes[1])?;
        writeln!(f, "[state.word]\nw = 0\nv = 0")?;
        for (index, cpu) in self.cpus.iter().enumerate() {
            writeln!(f, "[[cpu]]\nname = \"c{index}\"\nroutine = {:?}", cpu.routine.name)?;
            writeln!(f, "args = {{ {} }}", cpu.arguments())?;
        }
        writeln!(f, "[variant.v]\nabout = \"t\"\n[goal.g]\naccepts = true")
    }
}

impl fmt::Debug for Mixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{self}")
    }
}

/// Both engines and the whole search say the same of a scenario. False if it has no cell.
pub(super) fn agree(mixed: &Mixed) -> Result<bool, String> {
    let Ok(scenario) = Scenario::parse(&mixed.to_string()) else { return Ok(false) };
    let Some((_, model)) = cells(&scenario, None).next() else { return Ok(false) };
    let limits = Limits { max_states: Some(STATES), ..Limits::default() };
    let reduced = search::check(Arc::clone(&model), &Budget::from(limits.clone()));
    let whole = search::check_unreduced(Arc::clone(&model), &Budget::from(limits));
    same(&model, &reduced, &whole).map_err(|what| format!("whole search: {what}"))?;
    let limits = Limits { max_executions: Some(EXECUTIONS), ..Limits::default() };
    let loom = loom::check(Arc::clone(&model), &Budget::from(limits));
    as_on_loom(&model, &reduced, &loom).map_err(|what| format!("loom: {what}"))?;
    Ok(true)
}

type Checked = Result<Outcome, EngineError>;

/// Whether two searches contradict each other.
fn same(model: &Model, first: &Checked, second: &Checked) -> Result<(), String> {
    match (first, second) {
        (Ok(first), Ok(second)) => {
            for (index, property) in model.properties.iter().enumerate() {
                let verdicts = [first, second].map(|outcome| settled(outcome, index));
                if let [Some(one), Some(other)] = verdicts
                    && one != other
                {
                    return Err(format!("{} violated: {one}, {other}", property.name()));
                }
            }
            let complete = first.cut.is_none() && second.cut.is_none();
            let reached = |outcome: &Outcome| outcome.goals.iter().any(|count| *count > 0);
            match complete && reached(first) != reached(second) {
                true => Err(format!("goal reached: {}, {}", reached(first), reached(second))),
                false => Ok(()),
            }
        }
        (Err(_), Err(_)) => Ok(()),
        // An error lies on some execution, which a search that was cut may not have found.
        (Ok(outcome), Err(_)) | (Err(_), Ok(outcome)) if outcome.cut.is_some() => Ok(()),
        (first, second) => Err(format!("{:?}, {:?}", first.as_ref().err(), second.as_ref().err())),
    }
}

/// Whether a property is violated, if that is known.
fn settled(outcome: &Outcome, index: usize) -> Option<bool> {
    match (outcome.properties[index].violating > 0, outcome.cut) {
        (true, _) => Some(true),
        (false, None) => Some(false),
        (false, Some(_)) => None,
    }
}

fn as_on_loom(model: &Model, states: &Checked, loom: &Checked) -> Result<(), String> {
    let mut loom = loom.clone();
    if let (MemoryModel::Tso, Ok(found), Ok(states)) = (model.memory, &mut loom, states) {
        // loom's tso allows more: a violation that only it has makes its result inconclusive.
        let only = (0..model.properties.len()).any(|index| {
            settled(found, index) == Some(true) && settled(states, index) == Some(false)
        });
        if only {
            found.cut = Some(Cut::LoomTso);
            found.properties.iter_mut().for_each(|property| property.violating = 0);
        }
        // Nor do goals that only it reaches count.
        found.goals.clone_from(&states.goals);
    }
    same(model, states, &loom)
}
