//! An execution told step by step: what each CPU did, what it read and from whom, what that means.

use pmdrace_engine::{Counterexample, ModificationOrder};
use pmdrace_mm::{Addr, CellKind, Event, Model, Note, Op, SyncOp, Word};

use crate::describe;
use crate::trace::{Mark, Step, Value};

/// An execution being told.
pub(crate) struct Teller<'t> {
    pub(crate) model: &'t Model,
    pub(crate) events: &'t [Event],
    pub(crate) order: &'t ModificationOrder,
    pub(crate) at: usize,
    /// The number of each step; entering and leaving functions are no steps.
    pub(crate) numbers: Vec<Option<usize>>,
    /// Whether the step is the violation of a property, or else reaches a goal.
    violates: bool,
    /// The write and the read of the racing pair.
    pub(crate) pair: Option<(Option<usize>, usize)>,
}

impl<'t> Teller<'t> {
    pub(crate) fn new(model: &'t Model, example: &'t Counterexample, violates: bool) -> Teller<'t> {
        let Counterexample { events, order, at, .. } = example;
        let mut number = 0;
        let numbers = events.iter().map(|event| {
            let told = is_step(event);
            number += usize::from(told);
            told.then_some(number)
        });
        let numbers = numbers.collect();
        let mut teller = Teller { model, events, order, at: *at, numbers, violates, pair: None };
        teller.pair = teller.racing_pair();
        teller
    }

    pub(crate) fn reader(&self, cpu: usize) -> bool {
        self.model.roles[cpu].reader
    }

    /// Steps worth a line. A mutator's predicates are not, but for the type test that the fix is about.
    fn is_shown(&self, index: usize) -> bool {
        let event = &self.events[index];
        if index == self.at {
            return true;
        }
        if index > self.at && event.cpu != self.events[self.at].cpu {
            return false; // how another CPU goes on is another story
        }
        match &event.op {
            Op::Note(Note::Answer { helper, .. }) => {
                self.reader(event.cpu) || *helper == "is_pmd_migration_entry"
            }
            Op::Sync(
                SyncOp::IrqSave | SyncOp::IrqRestore | SyncOp::RcuLock | SyncOp::RcuUnlock,
            ) => self.model.waits_for_cpus(),
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

    pub(crate) fn steps(&self) -> Vec<Step> {
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
                let (text, mut details) = self.tell(index, event);
                let before = self.overtaken(index);
                details.extend(before.map(|step| format!("takes its place before step {step}")));
                let function = functions[event.cpu].last().copied().unwrap_or("");
                let (word, value, stores) = self.touched(&event.op);
                steps.push(Step {
                    number,
                    cpu: event.cpu,
                    function: function.to_owned(),
                    text,
                    details,
                    mark: self.mark(index),
                    shown: self.is_shown(index),
                    from: self.from(&event.op),
                    word,
                    value,
                    stores,
                    before,
                });
            }
        }
        steps
    }

    fn mark(&self, index: usize) -> Mark {
        let (write, read) = self.pair.unzip();
        if index == self.at && self.violates {
            Mark::Violated
        } else if index == self.at {
            Mark::Reached
        } else if index > self.at {
            Mark::After
        } else if read == Some(index) || write.flatten() == Some(index) {
            Mark::Racing
        } else {
            Mark::None
        }
    }

    /// The word that a step touches, what it then holds or returned, and whether it was stored.
    fn touched(&self, op: &Op) -> (Option<usize>, Option<Value>, bool) {
        let (at, word, stores) = match op {
            Op::Read { at, word, .. } | Op::Count { at, word } => (at, word, false),
            Op::Write { at, word } | Op::Rmw { at, new: Some(word), .. } => (at, word, true),
            Op::Rmw { at, old, new: None } => (at, old, false),
            _ => return (None, None, false),
        };
        (Some(at.0), Some(Value::new(self.model, *at, *word)), stores)
    }

    /// The step that a read reads from; 0 for the initial value.
    fn from(&self, op: &Op) -> Option<usize> {
        match op {
            Op::Read { from, .. } => {
                Some(from.and_then(|from| self.numbers[from]).unwrap_or_default())
            }
            _ => None,
        }
    }

    fn cell(&self, at: Addr) -> (&'t str, CellKind) {
        let cell = &self.model.cells[at.0];
        (&cell.name, cell.kind)
    }

    /// What a step did, and what that means.
    fn tell(&self, index: usize, event: &Event) -> (String, Vec<String>) {
        match &event.op {
            Op::Read { at, word, from } => {
                let (name, kind) = self.cell(*at);
                let mut source = match from.and_then(|from| self.numbers[from]) {
                    Some(step) => format!("reads from step {step}"),
                    None => "reads the initial value".to_owned(),
                };
                let newer = self.order.newer_than_read(self.events, index);
                if let Some(step) = newer.and_then(|newer| self.numbers[newer]) {
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
                let (name, kind) = self.cell(*at);
                let details = match kind {
                    CellKind::Auxiliary => self.means(kind, *word).into_iter().collect(),
                    _ => Vec::new(),
                };
                (format!("read {name} = {}", describe::bits(kind, *word)), details)
            }
            Op::Sync(op) => (self.tell_sync(*op), Vec::new()),
            Op::Note(note) => self.tell_note(note),
        }
    }

    fn tell_sync(&self, op: SyncOp) -> String {
        let lock = op.lock().map_or("", |lock| &self.model.locks[lock.0].name);
        match op {
            SyncOp::Lock(_) => format!("lock {lock}"),
            SyncOp::Unlock(_) => format!("unlock {lock}"),
            SyncOp::IrqSave => "interrupts off".to_owned(),
            SyncOp::IrqRestore => "interrupts on".to_owned(),
            SyncOp::Ipi => "IPI to every other CPU, waits for all".to_owned(),
            SyncOp::GracePeriod => "synchronize_rcu(), waits for all readers".to_owned(),
            op => format!("{}({lock})", op.name()),
        }
    }

    /// What the kernel means by an entry or a counter; a word of data is its value.
    fn means(&self, kind: CellKind, word: Word) -> Option<String> {
        describe::has_meaning(kind, word)
            .then(|| format!("means: {}", describe::meaning(self.model, word)))
    }

    /// The step that an event was executed after and whose store counts as newer all the same.
    pub(crate) fn overtaken(&self, index: usize) -> Option<usize> {
        self.order.overtaken(self.events, index).and_then(|store| self.numbers[store])
    }

    fn tell_rmw(&self, at: Addr, old: Word, new: Option<Word>) -> (String, Vec<String>) {
        let (name, kind) = self.cell(at);
        let Some(new) = new else {
            return (format!("{name} stays {}", describe::bits(kind, old)), Vec::new());
        };
        if !matches!(kind, CellKind::Pmd | CellKind::Pte) {
            let means = match kind {
                CellKind::Auxiliary => self.means(kind, new).into_iter().collect(),
                _ => Vec::new(),
            };
            let (old, new) = (describe::bits(kind, old), describe::bits(kind, new));
            return (format!("{name}: {old} -> {new}"), means);
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
        let before = |found: pmdrace_mm::Claims| format!("before that: {}", found.text());
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
            Note::Claim { subject, claim, found } => {
                let name = describe::subject(self.model, *subject);
                (format!("{name} is {} now", claim.name()), vec![before(*found)])
            }
            Note::Use { subject, how, found } => {
                let name = describe::subject(self.model, *subject);
                (format!("{} {name}", how.name()), vec![before(*found)])
            }
            Note::Skip { word } => {
                let means = describe::meaning(self.model, *word);
                ("passes the entry over".to_owned(), vec![format!("it means: {means}")])
            }
            Note::Bad { word } => {
                let means = describe::meaning(self.model, *word);
                ("takes the entry for a bad one".to_owned(), vec![format!("it means: {means}")])
            }
            Note::Assembled { first, high, last } => {
                let means = |word: &Word| describe::meaning(self.model, *word);
                let bits = high.bits << 32 | last.bits;
                let low = match first == last {
                    true => means(first),
                    false => format!("{}, then {}", means(first), means(last)),
                };
                (
                    format!("puts together {bits:016x}"),
                    vec![format!("low half of: {low}"), format!("high half of: {}", means(high))],
                )
            }
            Note::Link { table, found } => {
                let name = table.map(|id| self.model.kernel.tables[id.0].name.as_str());
                ("links a table".to_owned(), vec![place(name, "table"), before(*found)])
            }
            Note::Register { register, value } => {
                (format!("r{} = {value}", register.0), Vec::new())
            }
            Note::Bound(text) => (format!("gives up: {text} is not modelled"), Vec::new()),
            Note::Return(text) => (format!("returns: {text}"), Vec::new()),
        }
    }
}

/// Whether an event is a step of a trace: entering and leaving functions is told with the steps in them.
pub(crate) fn is_step(event: &Event) -> bool {
    !matches!(event.op, Op::Note(Note::Enter(_) | Note::Leave(_)))
}
