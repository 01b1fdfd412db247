//! An execution in steps a person can follow: a counterexample, or a witness of a goal.
//!
//! Everything that the texts and pages show of it is here, as data: steps with what they touch, and words
//! with what their bits say. `teller` makes it out of events.

use pmdrace_engine::{Counterexample, Outcome};
use pmdrace_mm::{Addr, CellKind, Model, Property, Word};
use pmdrace_pgtable::{Pmd, View};
use pmdrace_scenario::{CellKey, Scenario};
use serde::{Deserialize, Serialize};

use crate::describe;
use crate::teller::Teller;
use crate::why;

/// An execution.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Trace {
    /// What is violated or reached, with its text.
    pub property: String,
    /// Whether it is violated; if not, it is a goal that is reached.
    pub violated: bool,
    /// The cell that it is of.
    pub cell: String,
    /// The CPUs by number.
    pub cpus: Vec<String>,
    /// Shared memory, with its initial values.
    pub words: Vec<TracedWord>,
    /// How many reads return something older than the newest store.
    pub stale_reads: usize,
    /// How often the CPU changes in the whole execution.
    pub switches: usize,
    /// Every step, to the end.
    pub steps: Vec<Step>,
    /// Why it could happen.
    pub cause: String,
    /// Who is hurt.
    pub harm: String,
    /// What the fix changes; empty if the scenario does not say.
    pub fix: String,
}

/// A word of shared memory.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TracedWord {
    /// Its name in the scenario.
    pub name: String,
    /// `pmd`, `pte`, `word` or `counter`.
    pub kind: String,
    /// Its initial value.
    pub init: Value,
}

/// The value of a word, and what it says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Value {
    /// Its bits, as traces show them.
    pub bits: String,
    /// What the kernel means by it; empty for data.
    pub means: String,
    /// What the bits of a PMD say instead, where that contradicts the meaning.
    pub says: Option<String>,
    /// The named fields of a PMD that are not zero.
    pub fields: Vec<Bits>,
    /// What the helpers answer about a PMD.
    pub answers: Vec<(String, bool)>,
}

/// A named field.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Bits {
    /// The kernel's or the manual's name.
    pub name: String,
    /// Highest bit.
    pub hi: u32,
    /// Lowest bit.
    pub lo: u32,
    /// Its value, shifted down.
    pub value: u64,
    /// Whether the name applies to a swap entry.
    pub swap: bool,
}

/// One step.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Step {
    /// Its number, from 1: the same as in the trace file.
    pub number: usize,
    /// The CPU.
    pub cpu: usize,
    /// The kernel function; empty if there is none.
    pub function: String,
    /// What it did.
    pub text: String,
    /// What that means; one line each.
    pub details: Vec<String>,
    /// Whether it is one of the pair that races, or the violation.
    pub mark: Mark,
    /// Whether the short form shows it.
    pub shown: bool,
    /// For a read, the step that stored what it returns; 0 for the initial value.
    pub from: Option<usize>,
    /// The word it touches, as an index into the trace's words.
    pub word: Option<usize>,
    /// What the word then holds, or what it returned.
    pub value: Option<Value>,
    /// Whether it stores to the word.
    pub stores: bool,
    /// The earlier step whose store counts as newer than this one: the word goes on holding that.
    pub before: Option<usize>,
}

impl Step {
    /// Whether the word holds this step's value from then on.
    pub fn changes_memory(&self) -> bool {
        self.stores && self.before.is_none()
    }
}

/// What stands out about a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    /// Nothing.
    None,
    /// It is the write or the read of the racing pair.
    Racing,
    /// It violates the property.
    Violated,
    /// It reaches the goal.
    Reached,
    /// It comes after the violation and shows how the CPU goes on.
    After,
}

/// What a trace is shown for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum About {
    /// The violation of the model's property at this index.
    Property(usize),
    /// The model's goal at this index.
    Goal(usize),
}

impl Trace {
    /// The trace of an execution. `outcome` is what the search found about the whole cell, if it is known.
    pub fn new(
        scenario: &Scenario,
        cell: &CellKey,
        model: &Model,
        about: About,
        example: &Counterexample,
        outcome: Option<&Outcome>,
    ) -> Trace {
        let violated = matches!(about, About::Property(_));
        let teller = Teller::new(model, example, violated);
        let cpus = model.roles.iter().enumerate();
        let word = |(at, cell): (usize, &pmdrace_mm::Cell)| TracedWord {
            name: cell.name.clone(),
            kind: kind(cell.kind).to_owned(),
            init: Value::new(model, Addr(at), cell.init),
        };
        Trace {
            property: match about {
                About::Property(index) => {
                    let property = model.properties[index];
                    format!("{}: {}", property.name(), property.text())
                }
                About::Goal(index) => model.goals[index].name().to_owned(),
            },
            violated,
            cell: format!("{} {cell}", scenario.name()),
            cpus: cpus.map(|(cpu, role)| format!("CPU{cpu} {}", role.name)).collect(),
            words: model.cells.iter().enumerate().map(word).collect(),
            stale_reads: example.stale_reads,
            switches: example.switches,
            steps: teller.steps(),
            cause: if violated { teller.cause(cell, example.stale_reads) } else { String::new() },
            harm: if violated { teller.harm(outcome) } else { String::new() },
            fix: if violated { why::fix(scenario) } else { String::new() },
        }
    }

    /// The trace of an execution that is shown beside another, for nothing of its own.
    pub fn plain(
        scenario: &Scenario,
        cell: &CellKey,
        model: &Model,
        example: &Counterexample,
    ) -> Trace {
        let mut trace = Trace::new(scenario, cell, model, About::Goal(0), example, None);
        trace.property = String::new();
        trace.steps.iter_mut().for_each(|step| {
            step.mark = Mark::None;
            step.shown = true;
        });
        trace
    }

    /// The trace without what only a page of its own shows: words and values.
    pub fn slim(mut self) -> Trace {
        self.words.clear();
        self.steps.retain(|step| step.shown);
        self.steps.iter_mut().for_each(|step| step.value = None);
        self
    }

    /// The steps that the short form shows.
    pub fn shown(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| step.shown)
    }
}

fn kind(kind: CellKind) -> &'static str {
    match kind {
        CellKind::Pmd => "pmd",
        CellKind::Pte => "pte",
        CellKind::Word => "word",
        CellKind::Counter | CellKind::Atomic => "counter",
        CellKind::Auxiliary => "auxiliary",
    }
}

impl Value {
    /// What a word holds.
    pub(crate) fn new(model: &Model, at: Addr, word: Word) -> Value {
        let kind = model.cells[at.0].kind;
        let means = match describe::has_meaning(kind, word) {
            false => String::new(),
            true => describe::meaning(model, word),
        };
        let bits = describe::bits(kind, word);
        if kind != CellKind::Pmd {
            return Value { bits, means, says: None, fields: Vec::new(), answers: Vec::new() };
        }
        let (arch, pmd) = (model.kernel.arch, Pmd(word.bits));
        let valid = arch.hw_valid(pmd);
        let applies = |view: View| match view {
            View::Entry => true,
            View::InvalidEntry | View::Swap => !valid,
        };
        let fields = arch.facts().fields.iter().filter(|field| applies(field.view));
        let fields = fields.filter(|field| field.value(word.bits) != 0).map(|field| Bits {
            name: field.name.to_owned(),
            hi: field.hi,
            lo: field.lo,
            value: field.value(word.bits),
            swap: field.view == View::Swap,
        });
        let answers = [
            ("pmd_none", arch.pmd_none(pmd)),
            ("pmd_present", arch.pmd_present(pmd)),
            ("pmd_trans_huge", arch.pmd_trans_huge(pmd)),
            ("pmd_leaf", arch.pmd_leaf(pmd)),
            ("pmd_bad", arch.pmd_bad(pmd)),
            ("is_pmd_migration_entry", arch.is_pmd_migration_entry(pmd)),
            ("pmd_access_permitted, read", arch.pmd_access_permitted(pmd, false)),
            ("valid to the hardware", valid),
        ];
        Value {
            bits,
            means,
            says: describe::contradiction(model, word),
            fields: fields.collect(),
            answers: answers.map(|(name, answer)| (name.to_owned(), answer)).to_vec(),
        }
    }
}

impl Trace {
    /// Among the violated properties of a cell, the one whose trace says most: a consequence if there
    /// is one, else the first predicate.
    pub fn most_telling<'p>(
        properties: impl Iterator<Item = &'p crate::PropertyResult>,
    ) -> Option<&'p crate::PropertyResult> {
        let violated: Vec<_> = properties.filter(|p| p.counterexample.is_some()).collect();
        let rank = |p: &&&crate::PropertyResult| {
            Property::by_name(&p.name).map(|property| match property {
                Property::NoWrongPage | Property::NoWrongTable | Property::NoWrongSize => 1,
                Property::NoFalsePresent => 2,
                Property::SwapEntryIntact => 3,
                Property::NoWarning => 4,
                Property::NoOutcome => 5,
                _ => 0,
            })
        };
        violated.iter().min_by_key(rank).copied()
    }
}
