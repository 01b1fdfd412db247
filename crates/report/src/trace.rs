//! A counterexample in steps a person can follow: who did what, what it read and from whom, why that
//! was possible, and who is hurt.

use pmdrace_engine::{Counterexample, Explored, Outcome};
use pmdrace_mm::{Addr, CellKind, Event, Kind, Meaning, Model, Note, Op, Property, Word};
use pmdrace_scenario::{CellKey, Scenario};
use serde::{Deserialize, Serialize};

use crate::describe;

/// A counterexample.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Trace {
    /// What is violated, with its text.
    pub property: String,
    /// The CPUs by number.
    pub cpus: Vec<String>,
    /// How many reads return something older than the newest store.
    pub stale_reads: usize,
    /// How often the CPU changes in the whole execution.
    pub switches: usize,
    /// The steps up to the violation, then those of the CPU that violates until it ends.
    pub steps: Vec<Step>,
    /// Why it could happen.
    pub cause: String,
    /// Who is hurt.
    pub harm: String,
    /// What the fix changes; empty if the scenario does not say.
    pub fix: String,
}

/// One step.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Step {
    /// Its number, from 1.
    pub number: usize,
    /// The CPU.
    pub cpu: usize,
    /// The kernel function.
    pub function: String,
    /// What it did.
    pub text: String,
    /// What that means; one line each.
    pub details: Vec<String>,
    /// Whether it is one of the pair that races, or the violation.
    pub mark: Mark,
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
    /// It comes after the violation and shows how the CPU goes on.
    After,
}

/// An execution being told.
struct Teller<'t> {
    model: &'t Model,
    events: &'t [Event],
    at: usize,
    /// The step number of each event that is shown.
    numbers: Vec<Option<usize>>,
    /// The write and the read of the racing pair.
    pair: Option<(Option<usize>, usize)>,
}

impl Trace {
    /// The shortest violation of the property at `index`.
    pub fn new(
        scenario: &Scenario,
        cell: &CellKey,
        model: &Model,
        outcome: &Outcome,
        index: usize,
        example: &Counterexample,
    ) -> Trace {
        let property = model.properties[index];
        let teller = Teller::new(model, &example.events, example.at);
        let cpus = model.roles.iter().enumerate();
        Trace {
            property: format!("{}: {}", property.name(), property.text()),
            cpus: cpus.map(|(cpu, role)| format!("CPU{cpu} {}", role.name)).collect(),
            stale_reads: example.stale_reads,
            switches: example.switches,
            steps: teller.steps(),
            cause: teller.cause(cell, example.stale_reads),
            harm: teller.harm(outcome),
            fix: fix(scenario),
        }
    }
}

fn fix(scenario: &Scenario) -> String {
    let source = scenario.source();
    let Some(change) = &source.change else { return String::new() };
    match (&source.fix, &source.merged) {
        (Some(fix), Some(merged)) => format!("{fix} ({merged}) {change}."),
        (Some(fix), None) => format!("{fix} {change}."),
        _ => format!("{change}."),
    }
}

impl<'t> Teller<'t> {
    fn new(model: &'t Model, events: &'t [Event], at: usize) -> Teller<'t> {
        let mut teller =
            Teller { model, events, at, numbers: vec![None; events.len()], pair: None };
        let violator = events[at].cpu;
        let mut number = 0;
        for (index, event) in events.iter().enumerate() {
            let told = index <= at || event.cpu == violator;
            if told && (index == at || teller.is_shown(event)) {
                number += 1;
                teller.numbers[index] = Some(number);
            }
        }
        teller.pair = teller.racing_pair();
        teller
    }

    fn reader(&self, cpu: usize) -> bool {
        self.model.roles[cpu].reader
    }

    /// Steps worth a line. A mutator's predicates are not, but for the type test that the fix is about.
    fn is_shown(&self, event: &Event) -> bool {
        match &event.op {
            Op::Note(Note::Enter(_) | Note::Leave(_)) => false,
            Op::Note(Note::Answer { helper, .. }) => {
                self.reader(event.cpu) || *helper == "is_pmd_migration_entry"
            }
            Op::IrqSave | Op::IrqRestore => self.model.sends_ipis(),
            _ => true,
        }
    }

    /// The read that the violation rests on, and the write it read from (None: the initial value).
    fn racing_pair(&self) -> Option<(Option<usize>, usize)> {
        let event = &self.events[self.at];
        if !self.reader(event.cpu) {
            return None;
        }
        let about = match &event.op {
            Op::Note(
                Note::Answer { word, .. }
                | Note::Page { word, .. }
                | Note::Table { word, .. }
                | Note::Size { word, .. },
            ) => Some(*word),
            _ => None,
        };
        let reads = self.events[..=self.at].iter().enumerate().rev();
        reads.filter(|(_, read)| read.cpu == event.cpu).find_map(|(index, read)| match &read.op {
            Op::Read { word, from, at } => {
                let fits =
                    about.map_or(self.model.cells[at.0].kind == CellKind::Pmd, |a| a == *word);
                fits.then_some((*from, index))
            }
            _ => None,
        })
    }

    fn steps(&self) -> Vec<Step> {
        let mut functions: Vec<Vec<&'static str>> = vec![Vec::new(); self.model.roles.len()];
        let mut steps = Vec::new();
        for (index, event) in self.events.iter().enumerate() {
            match &event.op {
                Op::Note(Note::Enter(function)) => functions[event.cpu].push(function),
                Op::Note(Note::Leave(_)) => {
                    functions[event.cpu].pop();
                }
                _ => {}
            }
            if let Some(number) = self.numbers[index] {
                let (text, details) = self.tell(index, event);
                let function = functions[event.cpu].last().copied().unwrap_or("");
                steps.push(Step {
                    number,
                    cpu: event.cpu,
                    function: function.to_owned(),
                    text,
                    details,
                    mark: self.mark(index),
                });
            }
        }
        steps
    }

    fn mark(&self, index: usize) -> Mark {
        let (write, read) = self.pair.unzip();
        if index == self.at {
            Mark::Violated
        } else if index > self.at {
            Mark::After
        } else if read == Some(index) || write.flatten() == Some(index) {
            Mark::Racing
        } else {
            Mark::None
        }
    }

    fn cell(&self, at: Addr) -> (&'t str, CellKind) {
        let cell = &self.model.cells[at.0];
        (&cell.name, cell.kind)
    }

    /// What a step did, and what that means.
    fn tell(&self, index: usize, event: &Event) -> (String, Vec<String>) {
        let lock = |index: usize| self.model.locks[index].as_str();
        match &event.op {
            Op::Read { at, word, from } => {
                let (name, kind) = self.cell(*at);
                let mut source = match from.map(|from| self.numbers[from]) {
                    Some(Some(step)) => format!("reads from step {step}"),
                    Some(None) => "reads from a step that is not shown".to_owned(),
                    None => "reads the initial value".to_owned(),
                };
                let newest = self.newest_store(*at, index);
                if let (true, Some(step)) = (newest != *from, newest.and_then(|n| self.numbers[n]))
                {
                    source.push_str(&format!(", older than step {step}"));
                }
                let mut details = vec![source];
                details.extend(self.means(kind, *word));
                if kind == CellKind::Pmd {
                    details.extend(describe::contradiction(self.model, *word));
                }
                (format!("read {name} = {}", describe::bits(kind, *word)), details)
            }
            Op::Write { at, word } => {
                let (name, kind) = self.cell(*at);
                let details = self.means(kind, *word).into_iter().collect();
                (format!("write {name} = {}", describe::bits(kind, *word)), details)
            }
            Op::Buffer { at, word } => {
                let (name, kind) = self.cell(*at);
                let details = self.means(kind, *word).into_iter().collect();
                (format!("buffer {name} = {}", describe::bits(kind, *word)), details)
            }
            Op::Rmw { at, old, new } => self.tell_rmw(*at, *old, *new),
            Op::Count { at, word } => {
                (format!("read {} = {}", self.cell(*at).0, word.bits), Vec::new())
            }
            Op::Mb => ("smp_mb()".to_owned(), Vec::new()),
            Op::Wmb => ("smp_wmb()".to_owned(), Vec::new()),
            Op::Rmb => ("smp_rmb()".to_owned(), Vec::new()),
            Op::Lock(id) => (format!("lock {}", lock(id.0)), Vec::new()),
            Op::Unlock(id) => (format!("unlock {}", lock(id.0)), Vec::new()),
            Op::IrqSave => ("interrupts off".to_owned(), Vec::new()),
            Op::IrqRestore => ("interrupts on".to_owned(), Vec::new()),
            Op::Ipi => ("IPI to every other CPU, waits for all".to_owned(), Vec::new()),
            Op::Note(note) => self.tell_note(note),
        }
    }

    /// What the kernel means by an entry or a counter; a word of data is its value.
    fn means(&self, kind: CellKind, word: Word) -> Option<String> {
        (kind != CellKind::Word).then(|| format!("means: {}", describe::meaning(self.model, word)))
    }

    /// The newest store to a word before an event.
    fn newest_store(&self, word: Addr, before: usize) -> Option<usize> {
        self.events[..before].iter().rposition(|event| match event.op {
            Op::Write { at, .. } | Op::Rmw { at, new: Some(_), .. } => at == word,
            _ => false,
        })
    }

    fn tell_rmw(&self, at: Addr, old: Word, new: Option<Word>) -> (String, Vec<String>) {
        let (name, kind) = self.cell(at);
        let Some(new) = new else {
            return (format!("{name} stays {}", describe::bits(kind, old)), Vec::new());
        };
        if kind == CellKind::Counter {
            return (format!("{name}: {} -> {}", old.bits, new.bits), Vec::new());
        }
        let mut details = vec![format!("was {}", describe::bits(kind, old))];
        let changed = describe::changed(self.model.kernel.arch, old, new);
        details.push(match changed.is_empty() {
            true => "changes no bit".to_owned(),
            false => format!("changes {}", changed.join(" ")),
        });
        details.push(format!("means: {}", describe::meaning(self.model, new)));
        details.extend(describe::contradiction(self.model, new));
        (format!("xchg {name} = {}", describe::bits(kind, new)), details)
    }

    fn tell_note(&self, note: &Note) -> (String, Vec<String>) {
        let place = |name: Option<&str>, what: &str| match name {
            Some(name) => format!("that is {name}"),
            None => format!("no {what} lies there"),
        };
        match note {
            Note::Enter(function) | Note::Leave(function) => (format!("{function}()"), Vec::new()),
            Note::Answer { helper, answer, .. } => (format!("{helper}() = {answer}"), Vec::new()),
            Note::Page { helper, pfn, folio, .. } => {
                let name = folio.map(|id| self.model.kernel.folios[id.0].name.as_str());
                (format!("{helper}() -> pfn {pfn:#x}"), vec![place(name, "memory")])
            }
            Note::Table { pfn, table, .. } => {
                let name = table.map(|id| self.model.kernel.tables[id.0].name.as_str());
                (format!("pte_offset_map() -> pfn {pfn:#x}"), vec![place(name, "table")])
            }
            Note::Size { bytes, .. } => {
                (format!("reports a mapping of {} KiB", bytes >> 10), vec![])
            }
            Note::Accept { folio } => {
                let name = &self.model.kernel.folios[folio.0].name;
                (format!("accepts its reference on {name}"), Vec::new())
            }
            Note::Warn { text, word } => {
                let means = describe::meaning(self.model, *word);
                (format!("WARNING: {text}"), vec![format!("about: {means}")])
            }
            Note::Register { register, value } => {
                (format!("r{} = {value}", register.0), Vec::new())
            }
            Note::Bound(text) => (format!("gives up: {text} is not modelled"), Vec::new()),
            Note::Return(text) => (format!("returns: {text}"), Vec::new()),
        }
    }

    /// Why it could happen, in a sentence or two.
    fn cause(&self, cell: &CellKey, stale_reads: usize) -> String {
        let event = &self.events[self.at];
        let cpu = format!("CPU{}", event.cpu);
        if let Op::Note(Note::Warn { word, .. }) = &event.op {
            let means = describe::meaning(self.model, *word);
            return format!("{cpu} invalidates a word that is not present: {means}.");
        }
        if let Some(reuse) = self.reuse_before_reference(event.cpu) {
            return format!(
                "{cpu} read the PMD before the folio was freed and given to someone else in step \
                 {reuse}, and took its reference after that; it did not look at the PMD again."
            );
        }
        if let Op::Note(Note::Register { .. }) = &event.op {
            return self.why_outcome(cell, stale_reads);
        }
        let number = |index: usize| self.numbers[index].unwrap_or_default();
        match self.pair {
            Some((Some(write), read)) => {
                let writer = self.events[write].cpu;
                let lockless = match self.reader(event.cpu) {
                    true if stale_reads > 0 => format!(
                        " It is an old value by then: {} memory lets a read that nothing orders return it.",
                        describe::memory(cell.memory)
                    ),
                    true => format!(
                        " {cpu} takes no lock, so nothing keeps its read out of the window that \
                         CPU{writer} opens there."
                    ),
                    false => String::new(),
                };
                format!(
                    "{cpu} step {} reads what CPU{writer} wrote in step {}.{lockless}",
                    number(read),
                    number(write)
                )
            }
            Some((None, read)) => format!("{cpu} step {} reads the initial value.", number(read)),
            None => format!("{cpu} step {} does it by itself.", number(self.at)),
        }
    }

    /// Why the outcome of a litmus test could come about.
    fn why_outcome(&self, cell: &CellKey, stale_reads: usize) -> String {
        let terms = self.model.exists.terms.iter();
        let terms = terms.map(|term| {
            format!("{}:r{}={}", self.model.roles[term.cpu].name, term.register.0, term.value)
        });
        let terms = terms.collect::<Vec<_>>().join(", ");
        let memory = describe::memory(cell.memory);
        match stale_reads {
            0 => format!("{terms}: every read returns the newest store there is."),
            1 => format!("{terms}: one read returns an old value, as {memory} memory permits."),
            reads => {
                format!("{terms}: {reads} reads return old values, as {memory} memory permits.")
            }
        }
    }

    /// The step in which a folio was given to someone else before `cpu` took a reference on it.
    fn reuse_before_reference(&self, cpu: usize) -> Option<usize> {
        if !matches!(self.events[self.at].op, Op::Note(Note::Accept { .. })) {
            return None;
        }
        let reused = |word: Word| word.means() == Meaning::Count { reused: true };
        let mut took = self.events[..self.at].iter().rev().filter(|event| event.cpu == cpu);
        took.find_map(|event| match event.op {
            Op::Rmw { old, .. } if matches!(old.means(), Meaning::Count { .. }) => {
                Some(reused(old))
            }
            _ => None,
        })
        .filter(|reused| *reused)?;
        let reuse = self
            .events
            .iter()
            .position(|event| matches!(event.op, Op::Write { word, .. } if reused(word)))?;
        self.numbers[reuse]
    }

    /// Whether the reader of this cell is hurt, and by what; if not, what saves it.
    fn harm(&self, outcome: &Outcome) -> String {
        if matches!(self.events[self.at].op, Op::Note(Note::Register { .. })) {
            return String::new();
        }
        let violator = self.events[self.at].cpu;
        let who = self.model.roles[violator].runs;
        let runs_it = |cpu: &usize| self.model.roles[*cpu].runs == who;
        let properties = self.model.properties.iter().zip(&outcome.properties);
        let hurt: Vec<String> = properties
            .filter(|(property, found)| {
                property.kind() == Kind::Consequence && found.by.iter().any(runs_it)
            })
            .map(|(property, found)| {
                format!("{} {}", property.name(), part(found.violating, outcome))
            })
            .collect();
        let decoded = self.decoded().unwrap_or_default();
        if !hurt.is_empty() {
            return format!("{who} is hurt: it violates {}.{decoded}", hurt.join(", "));
        }
        let those = if outcome.cut.is_none() { "any of the" } else { "the explored" };
        let saved = self.saved_by().map_or(String::new(), |by| format!(" In this one {by}."));
        format!("none to {who} in {those} {}.{saved}{decoded}", explored(outcome))
    }

    /// The last refusal of the violating CPU after the violation.
    fn saved_by(&self) -> Option<String> {
        let cpu = self.events[self.at].cpu;
        if !self.reader(cpu) {
            return None;
        }
        self.events[self.at..].iter().rev().filter(|event| event.cpu == cpu).find_map(|event| {
            match &event.op {
                Op::Note(Note::Answer { helper, answer: false, .. }) => {
                    Some(format!("{helper}() refuses the word"))
                }
                Op::Note(Note::Answer { helper: "pmd_protnone", answer: true, .. }) => {
                    Some("pmd_protnone() refuses the word".to_owned())
                }
                _ => None,
            }
        })
    }

    /// Which page the word's bits name, beside the page it means.
    fn decoded(&self) -> Option<String> {
        let (_, read) = self.pair?;
        let Op::Read { word, .. } = self.events[read].op else { return None };
        let Meaning::Swap { folio, .. } = word.means() else { return None };
        let arch = self.model.kernel.arch;
        if !arch.pmd_present(word.pmd()) {
            return None;
        }
        let folio = &self.model.kernel.folios[folio.0];
        let pfn = arch.pmd_pfn(word.pmd());
        Some(format!(
            " pmd_pfn() of the word is {pfn:#x} (physical {:#x}); {} is at {:#x}.",
            pfn << arch.page_shift(),
            folio.name,
            folio.pfns.start
        ))
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
                Property::NoForeignReference | Property::NoLostTable => 0,
                Property::NoWrongPage | Property::NoWrongTable | Property::NoWrongSize => 1,
                Property::NoFalsePresent => 2,
                Property::SwapEntryIntact => 3,
                Property::NoWarning => 4,
                Property::NoOutcome => 5,
            })
        };
        violated.iter().min_by_key(rank).copied()
    }
}

/// How much was explored, in words.
fn explored(outcome: &Outcome) -> String {
    match outcome.explored {
        Explored::Executions { all, .. } => format!("{all} executions"),
        Explored::States { states, .. } => format!("{states} states"),
    }
}

/// A count as part of what was explored, in words.
fn part(count: u64, outcome: &Outcome) -> String {
    match outcome.explored {
        Explored::Executions { all, .. } => format!("in {count} of {all} executions"),
        Explored::States { transitions, .. } => format!("by {count} of {transitions} transitions"),
    }
}
