//! Going by a value that another CPU has replaced: no second look, or nobody waited for the walk.

use pmdrace_mm::{Addr, Claim, Claims, Meaning, Note, Op, Subject, SyncOp, Use};

use super::super::describe;
use super::super::tell::Teller;
use super::scene::steps;

/// A read whose value is outdated when the violation rests on it.
pub(crate) struct Outdated {
    read: usize,
    /// The store that replaces the value.
    replaced: usize,
    /// What became of the page or table in the meantime.
    fate: Option<Fate>,
}

/// What another CPU did to the page or table.
struct Fate {
    /// The event that did it.
    event: usize,
    /// As in "CPU1 frees F".
    text: String,
    /// Whether the page or table is gone, and whoever uses it should have been waited for.
    gone: bool,
}

impl Outdated {
    pub(super) fn of(teller: &Teller<'_>) -> Option<Outdated> {
        let cpu = teller.cpu(teller.at);
        // An update of a counter looks at nothing.
        let looks = |read: &usize| match teller.event(*read).op {
            Op::Rmw { old, .. } => !matches!(old.means(), Meaning::Count { .. }),
            _ => true,
        };
        let late = |read: usize| {
            teller.replaced(read).filter(|store| *store < teller.at).map(|store| (read, store))
        };
        let subject = subject(teller);
        let concerns = |read: &usize| match (subject, teller.read(*read)) {
            (Some(subject), Some((at, word))) => teller.concerns(at, word, subject),
            (None, Some((_, word))) => teller.basis().is_some_and(|(basis, _)| word == basis),
            (_, None) => false,
        };
        // The last value that concerns the page or table and is outdated, or else any on the way to it; and
        // rather one that another CPU replaced after it was read.
        let last = |all: bool| {
            let reads = || teller.reads(cpu, teller.at).filter(|read| all || concerns(read));
            let found = || reads().filter(looks).filter_map(late);
            found().find(|(read, store)| store > read).or_else(|| found().next())
        };
        let (read, replaced) = last(false).or_else(|| last(true))?;
        let fate = subject.and_then(|subject| fate(teller, subject));
        Some(Outdated { read, replaced, fate })
    }

    pub(super) fn pair(&self) -> (Option<usize>, usize) {
        (Some(self.replaced), self.read)
    }

    pub(super) fn text(&self, teller: &Teller<'_>) -> String {
        let Outdated { read, replaced, fate } = self;
        let Some((at, word)) = teller.read(*read) else { return String::new() };
        let (name, reader) = (teller.name(at), teller.cpu(*read));
        let by = teller.by(*replaced);
        let with = teller
            .store(*replaced)
            .map_or(String::new(), |(at, word)| format!(" by {}", teller.value(at, word)));
        let mut text = format!(
            "{} reads {name} = {}, which {by} replaces{with} in step {}.",
            teller.place(*read),
            teller.value(at, word),
            teller.numbers[*replaced]
        );
        if let Some(fate) = fate {
            text.push_str(&format!(" {} in step {}.", fate.text, teller.numbers[fate.event]));
        }
        let own = |index: &usize| {
            teller.cpu(*index) == reader && teller.store(*index).is_some_and(|(to, _)| to == at)
        };
        let since = teller.holds_since(*read, *replaced);
        let again = (since.unwrap_or(*replaced)..teller.at).find(|index| {
            *index > *replaced
                && teller.cpu(*index) == reader
                && teller.read(*index).is_some_and(|(read, _)| read == at)
        });
        let number = |index: usize| teller.numbers[index];
        let goes_by =
            format!("step {} goes by the value of step {}", number(teller.at), number(*read));
        let why = match (self.translation(teller), (*replaced..teller.at).find(own)) {
            (Some(translation), _) => translation,
            (_, Some(over)) => {
                format!("CPU{reader} stores over it in step {}, and {goes_by}.", number(over))
            }
            _ => match (again, since) {
                (Some(again), _) => format!(
                    "CPU{reader} reads {name} again in step {}, and {goes_by} nevertheless.",
                    number(again)
                ),
                (None, Some(since)) => format!(
                    "CPU{reader} does not read {name} again after step {} ({}): {goes_by}.",
                    number(since),
                    holds(teller, since)
                ),
                (None, None) => format!("{}: {goes_by}.", self.wait(teller)),
            },
        };
        format!("{text} {why}{}", self.instead(teller, at))
    }

    /// The TLB or secondary MMU that the value was taken into, and that nobody told.
    fn translation(&self, teller: &Teller<'_>) -> Option<String> {
        let Op::Note(Note::Use { how: Use::Translation | Use::Secondary, subject, .. }) =
            teller.event(teller.at).op
        else {
            return None;
        };
        let cpu = teller.cpu(teller.at);
        let mut before = (0..teller.at).rev().filter(|index| teller.cpu(*index) == cpu);
        let entry = before.find_map(|index| match teller.event(index).op {
            Op::Count { at, word } if teller.concerns(at, word, subject) => Some(at),
            _ => None,
        })?;
        let filled = (self.read..teller.at)
            .rev()
            .find(|index| teller.store(*index).is_some_and(|(at, _)| at == entry))?;
        let name = teller.name(entry);
        Some(format!(
            "{name} holds the old value since step {}, and nothing invalidates {name} before step {}.",
            teller.numbers[filled], teller.numbers[teller.at]
        ))
    }

    /// Who does not wait for whom, or that the reader does not look again.
    fn wait(&self, teller: &Teller<'_>) -> String {
        let reader = teller.cpu(self.read);
        if self.fate.as_ref().is_some_and(|fate| !fate.gone) {
            let name = teller.read(self.read).map_or("", |(at, _)| teller.name(at));
            return format!("CPU{reader} does not read {name} again");
        }
        let writer = teller.cpu(self.fate.as_ref().map_or(self.replaced, |fate| fate.event));
        let until = self.fate.as_ref().map_or(teller.at, |fate| fate.event);
        let waits = (self.replaced.min(until)..until).find(|index| {
            teller.cpu(*index) != reader
                && matches!(teller.event(*index).op, Op::Sync(SyncOp::Ipi(_) | SyncOp::GracePeriod))
        });
        match (waits, teller.irqs_off_since(self.read)) {
            (Some(wait), None) => {
                let step = teller.numbers[wait];
                match teller.event(wait).op {
                    Op::Sync(SyncOp::GracePeriod) => format!(
                        "The grace period in step {step} waits for read sections, and CPU{reader} is in none"
                    ),
                    _ => format!(
                        "The wait in step {step} is for CPUs with interrupts off, and CPU{reader} has them on"
                    ),
                }
            }
            (_, Some(off)) => format!(
                "CPU{reader} has interrupts off since step {}, and CPU{writer} does not wait for that",
                teller.numbers[off]
            ),
            (None, None) => {
                let [mine, theirs] = [self.read + 1, self.replaced].map(|at| teller.locks_held(at));
                match mine.is_empty() || theirs.is_empty() {
                    true => format!("CPU{writer} does not wait for CPU{reader}"),
                    false => format!(
                        "CPU{reader} holds {}, and CPU{writer} {}, so that neither waits for the other",
                        mine.join(" and "),
                        theirs.join(" and ")
                    ),
                }
            }
        }
    }

    /// The word by which the reader notices changes instead, if it did not change.
    fn instead(&self, teller: &Teller<'_>, at: Addr) -> String {
        let reader = teller.cpu(self.read);
        let looks = |index: &usize| match &teller.event(*index).op {
            Op::Count { at: other, word } | Op::Read { at: other, word, .. }
                if teller.cpu(*index) == reader && *other != at =>
            {
                Some((*other, word.bits, word.means()))
            }
            _ => None,
        };
        let number = |means: Meaning| matches!(means, Meaning::None | Meaning::Count { .. });
        let second = |first: (Addr, u64, Meaning)| {
            (self.read + 1..teller.at).find(|later| looks(later) == Some(first))
        };
        let pair = (0..self.read).rev().find_map(|index| {
            let first = looks(&index).filter(|(_, _, means)| number(*means))?;
            Some((index, second(first)?, first.0))
        });
        pair.map_or(String::new(), |(first, second, guard)| {
            format!(
                " The number that it compares, {}, is the same in {}.",
                teller.name(guard),
                steps(&[teller.numbers[first], teller.numbers[second]])
            )
        })
    }
}

/// The page or table that the violation is about.
fn subject(teller: &Teller<'_>) -> Option<Subject> {
    match &teller.event(teller.at).op {
        Op::Note(Note::Claim { subject, .. } | Note::Use { subject, .. }) => Some(*subject),
        Op::Note(Note::Accept { folio }) => Some(Subject::Folio(*folio)),
        _ => None,
    }
}

/// What became of the page or table that a step uses, in words; None if nothing did.
pub(super) fn what_became_of_it(teller: &Teller<'_>) -> Option<String> {
    let fate = fate(teller, subject(teller)?)?;
    Some(format!("{} in step {}", fate.text, teller.numbers[fate.event]))
}

/// What another CPU did to it that the violation contradicts: a claim, or giving the page to someone else.
fn fate(teller: &Teller<'_>, about: Subject) -> Option<Fate> {
    let cpu = teller.cpu(teller.at);
    let name = describe::subject(teller.model, about);
    let mut before = (0..teller.at).rev().filter(|index| teller.cpu(*index) != cpu);
    let found = match &teller.event(teller.at).op {
        Op::Note(Note::Claim { found, .. } | Note::Use { found, .. }) => *found,
        _ => {
            let reused = before.find(|index| {
                teller.store(*index).is_some_and(|(at, word)| {
                    word.means() == Meaning::Count { reused: true }
                        && teller.concerns(at, word, about)
                })
            })?;
            let text = format!("{name} is freed, and someone else's from {}", teller.by(reused));
            return Some(Fate { event: reused, text, gone: true });
        }
    };
    before.find_map(|event| match teller.event(event).op {
        Op::Note(Note::Claim { subject, claim, .. })
            if subject == about && found.has(claim) && excludes(teller, claim, found) =>
        {
            let text = format!("CPU{} {}", teller.cpu(event), does(claim, name));
            let gone = matches!(claim, Claim::Freed | Claim::Moved | Claim::Unmapped);
            Some(Fate { event, text, gone })
        }
        _ => None,
    })
}

/// What a CPU does when it makes a claim.
fn does(claim: Claim, name: &str) -> String {
    match claim {
        Claim::Freed => format!("frees {name}"),
        Claim::Moved => format!("moves {name}"),
        Claim::Written => format!("writes to {name}"),
        Claim::Pinned => format!("pins {name}"),
        Claim::Shared => format!("shares {name}"),
        Claim::Unmapped => format!("drops the mapping of {name}"),
        claim => format!("leaves {name} {}", claim.name()),
    }
}

/// Whether a claim that was found is one that the violating step contradicts.
fn excludes(teller: &Teller<'_>, claim: Claim, found: Claims) -> bool {
    let only = Claim::ALL.into_iter().filter(|claim| found.has(*claim)).count() == 1;
    only || match &teller.event(teller.at).op {
        Op::Note(Note::Claim { claim: made, .. }) => *made != claim,
        _ => matches!(claim, Claim::Freed | Claim::Moved | Claim::Unmapped),
    }
}

/// What a CPU takes in a step.
fn holds(teller: &Teller<'_>, index: usize) -> String {
    match &teller.event(index).op {
        Op::Sync(op) => match op.lock() {
            Some(lock) => format!("{} taken", teller.model.locks[lock.0].name),
            None => op.name().to_owned(),
        },
        Op::Rmw { at, .. } => format!("{} raised", teller.name(*at)),
        _ => String::new(),
    }
}
