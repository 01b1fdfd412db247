//! What a step did, in words. This is the only place where events are put into words.
//!
//! Each kind of event has its line in trace files and its text for people side by side. The line has every value,
//! because replay compares it; the text leaves out what its details explain. Committed files depend on both:
//! `*.traces` on the line, the digests in `*.expected.json` on the text.

use pmdrace_mm::{
    Addr, CellKind, Claims, Cpus, Event, FolioId, Model, Note, Op, SyncOp, TableId, Word,
};
use serde::{Deserialize, Serialize};

use super::describe;
use super::stuck::Story;

/// The kind of a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StepKind {
    /// A load.
    Read,
    /// A store that reaches memory.
    Write,
    /// A store that enters the CPU's store buffer.
    Buffer,
    /// An atomic update.
    Update,
    /// An atomic update whose condition failed: it stores nothing.
    Refused,
    /// A barrier, a lock, an interrupt, a section or a grace period.
    Sync,
    /// A helper's answer about a word.
    Answer,
    /// Anything else that the routine reports about itself.
    Note,
}

impl StepKind {
    /// Whether the step stores to memory.
    pub fn stores(self) -> bool {
        matches!(self, StepKind::Write | StepKind::Update)
    }

    /// Whether the step is a turn of its CPU. What a routine reports about itself belongs to the turn before it.
    pub fn is_turn(self) -> bool {
        !matches!(self, StepKind::Answer | StepKind::Note)
    }
}

/// What a step did.
pub(crate) struct Action {
    /// The kind of step.
    pub(crate) kind: StepKind,
    /// As a trace file has it.
    pub(crate) line: String,
    /// As people read it.
    pub(crate) text: String,
    /// What it means, one line each.
    pub(crate) details: Vec<String>,
}

impl Action {
    fn new(kind: StepKind, line: String, text: impl Into<String>) -> Action {
        Action { kind, line, text: text.into(), details: Vec::new() }
    }

    fn with(mut self, details: impl IntoIterator<Item = String>) -> Action {
        self.details.extend(details);
        self
    }

    /// Puts the event at an index into words. `numbers` has the step numbers of the events.
    pub(crate) fn of(model: &Model, events: &[Event], index: usize, numbers: &[usize]) -> Action {
        match &events[index].op {
            Op::Read { at, word, from } => {
                let mut action = access(model, StepKind::Read, "read", *at, *word);
                let from = from.map_or("init".to_owned(), |from| numbers[from].to_string());
                action.line.push_str(&format!(" from {from}"));
                action.with(says(model, *at, *word))
            }
            Op::Write { at, word } => {
                access(model, StepKind::Write, "write", *at, *word).with(says(model, *at, *word))
            }
            Op::Buffer { at, word } => {
                access(model, StepKind::Buffer, "buffer", *at, *word).with(says(model, *at, *word))
            }
            Op::Count { at, word } => {
                let mut action = access(model, StepKind::Read, "read", *at, *word);
                if model.cells[at.0].kind != CellKind::Auxiliary {
                    action.details.clear();
                }
                action
            }
            Op::Rmw { at, old, new } => update(model, *at, *old, *new),
            Op::Sync(op) => sync(model, events[index].cpu, *op),
            Op::Queue(sem) => {
                let name = &model.locks[sem.0].name;
                let text = format!("queues to write {name}");
                let details = ["later readers wait behind it".to_owned()];
                Action::new(StepKind::Sync, format!("queue {name}"), text).with(details)
            }
            Op::Stuck(stuck) => {
                let story = Story::new(model, events, index, numbers);
                let details = story.details(stuck);
                let line = format!("{}: {}", story.waits(stuck), details.join(", "));
                Action::new(StepKind::Note, line, story.waits(stuck)).with(details)
            }
            Op::Note(note) => said(model, note),
        }
    }
}

/// What the bits of a PMD say instead, where they contradict its meaning.
fn says(model: &Model, at: Addr, word: Word) -> Option<String> {
    let pmd = model.cells[at.0].kind == CellKind::Pmd;
    let says = describe::contradiction(model, word).filter(|_| pmd);
    says.map(|says| format!("the bits say: {says}"))
}

/// A load or a store of one word.
fn access(model: &Model, kind: StepKind, verb: &str, at: Addr, word: Word) -> Action {
    let cell = &model.cells[at.0];
    let line = format!("{verb} {} = {}", cell.name, describe::bits(cell.kind, word));
    let text = format!("{verb} {} = {}", cell.name, describe::shown(cell.kind, word));
    match describe::told_meaning(model, cell.kind, word) {
        Some(means) => {
            Action::new(kind, format!("{line} ({means})"), text).with([format!("means: {means}")])
        }
        None => Action::new(kind, line, text),
    }
}

/// A read-modify-write; without `new`, one whose condition failed.
fn update(model: &Model, at: Addr, old: Word, new: Option<Word>) -> Action {
    let cell = &model.cells[at.0];
    let (name, was) = (&cell.name, describe::bits(cell.kind, old));
    let Some(new) = new else {
        let line = format!("update {name} {was} stays");
        return Action::new(StepKind::Refused, line, format!("{name} stays {was}"));
    };
    let (is, means) =
        (describe::bits(cell.kind, new), describe::told_meaning(model, cell.kind, new));
    let told = means.as_ref().map_or(String::new(), |means| format!(" ({means})"));
    let line = format!("update {name} {was} -> {is}{told}");
    let means = means.map(|means| format!("means: {means}"));
    if matches!(cell.kind, CellKind::Pmd | CellKind::Pte) {
        let changes = format!("changes {}", describe::changes(model.kernel.arch, old, new));
        return Action::new(StepKind::Update, line, format!("xchg {name} = {is}"))
            .with([format!("was {was}"), changes])
            .with(means)
            .with(says(model, at, new));
    }
    // The values of counters and data need no explanation.
    let means = means.filter(|_| cell.kind == CellKind::Auxiliary);
    let [was, is] = [old, new].map(|word| describe::shown(cell.kind, word));
    Action::new(StepKind::Update, line, format!("{name}: {was} -> {is}")).with(means)
}

fn sync(model: &Model, cpu: usize, op: SyncOp) -> Action {
    let name = op.name();
    let lock = op.lock().map_or("", |lock| &model.locks[lock.0].name);
    let (line, text) = match op {
        SyncOp::Lock(_) => (format!("lock {lock}"), format!("lock {lock}")),
        SyncOp::Unlock(_) => (format!("unlock {lock}"), format!("unlock {lock}")),
        SyncOp::IrqSave => ("irqs-off".to_owned(), "interrupts off".to_owned()),
        SyncOp::IrqRestore => ("irqs-on".to_owned(), "interrupts on".to_owned()),
        SyncOp::Ipi(Cpus::ALL) => {
            ("ipi".to_owned(), "IPI to every other CPU, waits for all".to_owned())
        }
        SyncOp::Ipi(cpus) => {
            let others = model.roles.iter().enumerate().filter(|(other, _)| *other != cpu);
            let sent = others.filter(|(other, _)| cpus.contains(*other));
            let names: Vec<&str> = sent.map(|(_, role)| role.name.as_str()).collect();
            match names.is_empty() {
                true => ("ipi none".to_owned(), "IPI to no CPU".to_owned()),
                false => (
                    format!("ipi {}", names.join(" ")),
                    format!("IPI to {}, waits", names.join(", ")),
                ),
            }
        }
        SyncOp::GracePeriod => (name.to_owned(), format!("{name}(), waits for all readers")),
        _ if lock.is_empty() => (name.to_owned(), format!("{name}()")),
        _ => (format!("{name} {lock}"), format!("{name}({lock})")),
    };
    Action::new(StepKind::Sync, line, text)
}

/// What a routine reports about itself.
fn said(model: &Model, note: &Note) -> Action {
    let hex = |word: &Word| format!("{:016x}", word.bits);
    let means = |word: &Word| describe::meaning(model, *word);
    let folio = |id: FolioId| model.kernel.folios[id.0].name.as_str();
    let table = |id: TableId| model.kernel.tables[id.0].name.as_str();
    let that_is = |name: Option<&str>, what: &str| match name {
        Some(name) => format!("that is {name}"),
        None => format!("no {what} lies there"),
    };
    let before = |found: &Claims| format!("before that: {}", found.text());
    let told = |line: String, text: String| Action::new(StepKind::Note, line, text);
    let points_to = |helper: &str, word: &Word, pfn: &u64, name: Option<&str>, what: &str| {
        let found = name.map_or(format!("no {what}"), str::to_owned);
        let line = format!("{helper}({}) = pfn {pfn:#x}, {found}", hex(word));
        told(line, format!("{helper}() -> pfn {pfn:#x}")).with([that_is(name, what)])
    };
    let judged = |line: &str, text: &str, word: &Word| {
        let line = format!("{line} {} ({})", hex(word), means(word));
        told(line, text.to_owned()).with([format!("it means: {}", means(word))])
    };
    match note {
        Note::At(place) => {
            let function = place.frames().first().map_or("", |frame| frame.function.as_str());
            told(function.to_owned(), format!("{function}()"))
        }
        Note::Enter(function) | Note::Leave(function) => {
            told((*function).to_owned(), format!("{function}()"))
        }
        Note::Answer { helper, word, answer } => {
            let line = format!("{helper}({}) = {answer}", hex(word));
            Action::new(StepKind::Answer, line, format!("{helper}() = {answer}"))
        }
        Note::Page { helper, word, pfn, folio: id } => {
            points_to(helper, word, pfn, id.map(folio), "memory")
        }
        Note::Table { word, pfn, table: id } => {
            points_to("pte_offset_map", word, pfn, id.map(table), "table")
        }
        Note::Size { word, bytes } => {
            let line = format!("size({}) = {bytes}", hex(word));
            told(line, format!("reports a mapping of {} KiB", bytes >> 10))
        }
        Note::Accept { folio: id } => {
            let name = folio(*id);
            told(format!("accept {name}"), format!("accepts its reference on {name}"))
        }
        Note::Assert { text, holds: false } => {
            told(format!("broken assertion {text}"), format!("BROKEN ASSERTION: {text}"))
        }
        Note::Assert { text, holds: true } => {
            told(format!("assertion {text}"), format!("asserts: {text}"))
        }
        Note::Warn { text, fires: false, .. } => {
            told(format!("no warning {text}"), format!("does not warn: {text}"))
        }
        Note::Warn { text, word, fires: true } => {
            told(format!("warn {text} about {}", hex(word)), format!("WARNING: {text}"))
                .with([format!("about: {}", means(word))])
        }
        Note::Claim { subject, claim, found } => {
            let (name, claim) = (describe::subject(model, *subject), claim.name());
            let line = format!("claim {name} {claim}, before {}", found.text());
            told(line, format!("{name} is {claim} now")).with([before(found)])
        }
        Note::Use { subject, how, found } => {
            let text = format!("{} {}", how.name(), describe::subject(model, *subject));
            told(format!("{text}, which is {}", found.text()), text).with([before(found)])
        }
        Note::Skip { word } => judged("skip", "passes the entry over", word),
        Note::Bad { word } => judged("bad", "takes the entry for a bad one", word),
        Note::Assembled { first, high, last } => {
            let [low, top, again] = [first, high, last].map(means);
            let line =
                format!("assemble {:08x}:{:08x} ({low}; {top}; {again})", high.bits, last.bits);
            let low = if first == last { low } else { format!("{low}, then {again}") };
            told(line, format!("puts together {:016x}", high.bits << 32 | last.bits))
                .with([format!("low half of: {low}"), format!("high half of: {top}")])
        }
        Note::Register { register, value } => {
            let text = format!("r{} = {}", register.0, describe::number(*value));
            told(format!("r{} = {value}", register.0), text)
        }
        Note::Bound(text) => {
            told(format!("gives up {text}"), format!("gives up: {text} is not modelled"))
        }
        Note::Await(at) => {
            let name = &model.cells[at.0].name;
            told(format!("await {name}"), format!("waits for {name}"))
        }
        Note::Stop => told("stop".to_owned(), "goes no further".to_owned()),
        Note::Return(text) => told(format!("return {text}"), format!("returns: {text}")),
    }
}
