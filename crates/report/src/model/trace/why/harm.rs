//! Who is hurt by a violation, or what saves the CPU that is misled.

use pmdrace_engine::{Explored, Outcome};
use pmdrace_mm::{Claim, Kind, Meaning, Note, Op, Property};

use super::super::describe;
use super::super::tell::Teller;
use super::unguarded::Unguarded;
use crate::counted;

impl Teller<'_> {
    /// Whether the violating CPU is hurt and by what, or what saves it.
    pub(crate) fn harm(&self, outcome: Option<&Outcome>) -> String {
        // An outcome hurts nobody, and the cause of a deadlock says who is stuck.
        let is_outcome = self.property == Some(Property::NoOutcome);
        if is_outcome || matches!(self.events[self.at].op, Op::Stuck(_)) {
            return String::new();
        }
        if let Some(unguarded) = Unguarded::of(self) {
            return unguarded.harm(self);
        }
        let violator = self.events[self.at].cpu;
        let who = self.model.roles[violator].told();
        let decoded = self.decoded().unwrap_or_default();
        if let Some(victim) = self.relies_on_it() {
            let hurt = self.hurt(who, outcome, |kind| kind == Kind::Consequence).join(", ");
            return format!("{victim} {who} violates {hurt}.{decoded}");
        }
        let others = self.warned(who);
        if let Op::Note(Note::Warn { text, .. }) = &self.events[self.at].op {
            let also = self.hurt(who, outcome, |kind| kind == Kind::Consequence);
            let also = match also.is_empty() {
                true => String::new(),
                false => format!(" It also violates {}.", also.join(", ")),
            };
            return format!("{who} hits a kernel warning, {text}.{also}{decoded}");
        }
        let hurt =
            self.hurt(who, outcome, |kind| matches!(kind, Kind::Consequence | Kind::Warning));
        if !hurt.is_empty() {
            return format!("{who} is hurt: it violates {}.{others}{decoded}", hurt.join(", "));
        }
        let place = match outcome {
            Some(outcome) if outcome.cut.is_none() => format!("any of the {}", explored(outcome)),
            Some(outcome) => format!("the explored {}", explored(outcome)),
            None => "this execution".to_owned(),
        };
        let here = if outcome.is_some() { "In this one" } else { "Here" };
        let saved = self.saved_by().map_or(String::new(), |by| format!(" {here} {by}."));
        format!("none to {who} in {place}.{saved}{others}{decoded}")
    }

    /// The other CPU that has relied on a page since before the violating CPU moved, freed or shared it.
    fn relies_on_it(&self) -> Option<String> {
        let Op::Note(Note::Claim { subject: about, claim: made, .. }) = &self.events[self.at].op
        else {
            return None;
        };
        if !matches!(made, Claim::Moved | Claim::Freed | Claim::Shared) {
            return None;
        }
        let cpu = self.events[self.at].cpu;
        let mut before = (0..self.at).rev().filter(|index| self.events[*index].cpu != cpu);
        before.find_map(|index| match &self.events[index].op {
            Op::Note(Note::Claim { subject, claim, .. })
                if subject == about && matches!(claim, Claim::Held | Claim::Pinned) =>
            {
                let name = describe::subject(self.model, *about);
                let (runs, since) =
                    (self.model.roles[self.events[index].cpu].told(), self.numbers[index]);
                Some(format!(
                    "{runs} is hurt: {name} is {} by it since step {since}.",
                    claim.name()
                ))
            }
            _ => None,
        })
    }

    /// The properties of some kinds violated by CPUs with this routine, in the whole search or in this execution.
    fn hurt(
        &self,
        who: &str,
        outcome: Option<&Outcome>,
        counts: impl Fn(Kind) -> bool,
    ) -> Vec<String> {
        let runs_it = |cpu: &usize| self.model.roles[*cpu].told() == who;
        let judged = self.model.judge(self.events).violated_at;
        let properties = self.model.properties.iter().enumerate();
        let hurt = properties.filter_map(|(index, property)| {
            if !counts(property.kind()) {
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

    /// The other routine that hits a kernel warning in this execution, if one does.
    fn warned(&self, who: &str) -> String {
        let warned = self.events.iter().find_map(|event| match &event.op {
            Op::Note(Note::Warn { text, .. }) if self.model.roles[event.cpu].told() != who => {
                Some((self.model.roles[event.cpu].told(), *text))
            }
            _ => None,
        });
        warned.map_or(String::new(), |(other, text)| {
            format!(" {other} hits a kernel warning, {text}.")
        })
    }

    /// What keeps the violating CPU from going by the word: the helper that refuses it, or how its routine ends.
    fn saved_by(&self) -> Option<String> {
        let cpu = self.events[self.at].cpu;
        let own = self.events[self.at..].iter().filter(|event| event.cpu == cpu);
        let about = match (&self.events[self.at].op, self.pair.map(|(_, read)| self.read(read))) {
            (Op::Note(Note::Answer { word, .. }), _) => Some(*word),
            (_, Some(Some((_, word)))) => Some(word),
            _ => None,
        };
        let mut refused = None;
        for event in own {
            match &event.op {
                // Another look: what the word says does not matter any more.
                Op::Read { .. } => refused = None,
                Op::Note(Note::Answer { helper, word, answer }) if Some(*word) == about => {
                    refused =
                        refuses(helper, *answer).then(|| format!("{helper}() refuses the word"));
                }
                Op::Note(Note::Return(text)) => {
                    return Some(refused.unwrap_or_else(|| format!("it returns: {text}")));
                }
                _ => {}
            }
        }
        refused
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

/// Whether a walker that goes by present leaves alone refuses a word for this answer.
fn refuses(helper: &str, answer: bool) -> bool {
    match helper {
        "pmd_none"
        | "pmd_bad"
        | "pmd_protnone"
        | "pmd_devmap"
        | "is_pmd_migration_entry"
        | "pte_none" => answer,
        _ => !answer,
    }
}

/// How much was explored.
fn explored(outcome: &Outcome) -> String {
    match outcome.explored {
        Explored::Executions { all, .. } => counted(all, "execution"),
        Explored::States { states, .. } => counted(states, "state"),
    }
}

/// A count as part of what was explored.
fn part(count: u64, outcome: &Outcome) -> String {
    match outcome.explored {
        Explored::Executions { all, .. } => format!("in {count} of {}", counted(all, "execution")),
        Explored::States { transitions, .. } => {
            format!("by {count} of {}", counted(transitions, "transition"))
        }
    }
}
