//! The explanation of a trace: cause, harm and fix.

use pmdrace_engine::{Explored, Outcome};
use pmdrace_mm::{Kind, Meaning, Note, Op, Word};
use pmdrace_scenario::{CellKey, Scenario};

use super::describe;
use super::tell::Teller;

/// What the fix changes, if the scenario says so.
pub(crate) fn fix(scenario: &Scenario) -> String {
    let source = scenario.source();
    let Some(change) = &source.change else { return String::new() };
    match (&source.fix, &source.merged) {
        (Some(fix), Some(merged)) => format!("{fix} ({merged}) {change}."),
        (Some(fix), None) => format!("{fix} {change}."),
        _ => format!("{change}."),
    }
}

impl Teller<'_> {
    /// Why the execution goes wrong.
    pub(crate) fn cause(&self, cell: &CellKey, stale_reads: usize) -> String {
        let event = &self.events[self.at];
        let cpu = format!("CPU{}", event.cpu);
        if let Op::Note(Note::Warn { word, .. }) = &event.op {
            let means = describe::meaning(self.model, *word);
            return format!("{cpu} invalidates a word that is not present: {means}.");
        }
        if let Some(claimed) = self.claimed_before(stale_reads, cell) {
            return claimed;
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
        let number = |index: usize| self.numbers[index];
        match self.pair {
            Some((Some(write), read)) => {
                let writer = self.events[write].cpu;
                let stale = self.order.newer_than_read(self.events, read).is_some();
                let lockless = match self.reader(event.cpu) {
                    true if stale => format!(
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

    /// The claim that the step contradicts, and who made it.
    fn claimed_before(&self, stale_reads: usize, cell: &CellKey) -> Option<String> {
        let Op::Note(Note::Claim { subject: about, .. } | Note::Use { subject: about, .. }) =
            &self.events[self.at].op
        else {
            return None;
        };
        let cpu = self.events[self.at].cpu;
        let claims = self.events[..self.at].iter().enumerate().rev();
        let (index, claim) = claims.filter(|(_, event)| event.cpu != cpu).find_map(
            |(index, event)| match event.op {
                Op::Note(Note::Claim { subject, claim, .. }) if subject == *about => {
                    Some((index, claim))
                }
                _ => None,
            },
        )?;
        let number = |index: usize| self.numbers[index];
        let stale = match stale_reads {
            0 => String::new(),
            _ => format!(
                " Old values were read on the way, as {} memory permits.",
                describe::memory(cell.memory)
            ),
        };
        Some(format!(
            "CPU{cpu} step {} comes after step {} of CPU{}, which left {} {}.{stale}",
            number(self.at),
            number(index),
            self.events[index].cpu,
            describe::subject(self.model, *about),
            claim.name()
        ))
    }

    /// Why the outcome of a litmus test is possible.
    fn why_outcome(&self, cell: &CellKey, stale_reads: usize) -> String {
        let terms = self.model.exists.terms.iter();
        let terms = terms.map(|term| {
            format!("{}:r{}={}", self.model.roles[term.cpu].name, term.register.0, term.value)
        });
        let terms = terms.collect::<Vec<_>>().join(", ");
        let memory = describe::memory(cell.memory);
        match stale_reads {
            0 if self.events.iter().any(|event| matches!(event.op, Op::Buffer { .. })) => {
                format!("{terms}: a store waits in its CPU's buffer while later loads go ahead.")
            }
            0 if (0..self.events.len()).any(|index| self.overtaken(index).is_some()) => format!(
                "{terms}: a store takes its place before one that was executed earlier, as {memory} memory \
                 permits."
            ),
            0 => format!("{terms}: every read returns the newest store there is."),
            1 => format!("{terms}: one read returns an old value, as {memory} memory permits."),
            reads => {
                format!("{terms}: {reads} reads return old values, as {memory} memory permits.")
            }
        }
    }

    /// The step in which a folio was reallocated before `cpu` took a reference on it.
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
        Some(self.numbers[reuse])
    }

    /// Whether the reader is hurt and by what, or what saves it.
    pub(crate) fn harm(&self, outcome: Option<&Outcome>) -> String {
        if matches!(self.events[self.at].op, Op::Note(Note::Register { .. })) {
            return String::new();
        }
        let violator = self.events[self.at].cpu;
        let who = self.model.roles[violator].runs;
        let hurt = self.hurt(who, outcome);
        let decoded = self.decoded().unwrap_or_default();
        if !hurt.is_empty() {
            return format!("{who} is hurt: it violates {}.{decoded}", hurt.join(", "));
        }
        let place = match outcome {
            Some(outcome) if outcome.cut.is_none() => format!("any of the {}", explored(outcome)),
            Some(outcome) => format!("the explored {}", explored(outcome)),
            None => "this execution".to_owned(),
        };
        let here = if outcome.is_some() { "In this one" } else { "Here" };
        let saved = self.saved_by().map_or(String::new(), |by| format!(" {here} {by}."));
        format!("none to {who} in {place}.{saved}{decoded}")
    }

    /// The consequences violated by CPUs with this routine, in the whole search or in this execution.
    fn hurt(&self, who: &str, outcome: Option<&Outcome>) -> Vec<String> {
        let runs_it = |cpu: &usize| self.model.roles[*cpu].runs == who;
        let judged = self.model.judge(self.events).violated_at;
        let properties = self.model.properties.iter().enumerate();
        let hurt = properties.filter_map(|(index, property)| {
            if property.kind() != Kind::Consequence {
                return None;
            }
            let Some(outcome) = outcome else {
                let by = judged[index].map(|at| self.events[at].cpu);
                return by.filter(runs_it).map(|_| property.name().to_owned());
            };
            let found = &outcome.properties[index];
            let by = found.by.iter().any(runs_it);
            by.then(|| format!("{} {}", property.name(), part(found.violating, outcome)))
        });
        hurt.collect()
    }

    /// The last check after the violation that makes the violating CPU refuse the word.
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

    /// The page that the bits of the word name, and the page that it means.
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

/// How much was explored.
fn explored(outcome: &Outcome) -> String {
    match outcome.explored {
        Explored::Executions { all, .. } => format!("{all} executions"),
        Explored::States { states, .. } => format!("{states} states"),
    }
}

/// A count as part of what was explored.
fn part(count: u64, outcome: &Outcome) -> String {
    match outcome.explored {
        Explored::Executions { all, .. } => format!("in {count} of {all} executions"),
        Explored::States { transitions, .. } => format!("by {count} of {transitions} transitions"),
    }
}
