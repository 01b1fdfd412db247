//! Which promises of the helper contract each architecture keeps, as data, text and JSON.

mod text;

use pmdrace_engine::Verdict;
use pmdrace_pgtable::{Arch, CLAUSES, Clause, Establish, Pmd};
use serde_json::{Value, json};

use crate::model::grid::Mark;

pub use text::text;

/// The outcome of one clause on one architecture, over all words of its domain.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Every word keeps the promise.
    Holds {
        /// The number of different words checked.
        checked: u64,
    },
    /// Some word does not.
    Fails {
        /// The number of different words checked.
        checked: u64,
        /// The number of words that fail.
        failed: u64,
        /// The smallest of them as a number.
        word: Pmd,
    },
    /// The architecture has no such word or no such helper.
    NotApplicable,
}

impl Outcome {
    /// The mark in the table. A failure is a fact about a helper and not necessarily a bug, so it counts as
    /// expected.
    fn mark(self) -> Mark {
        let (letter, verdict) = match self {
            Outcome::Holds { .. } => ('.', Some(Verdict::Holds)),
            Outcome::Fails { .. } => ('x', Some(Verdict::Violated)),
            Outcome::NotApplicable => ('-', None),
        };
        Mark { letter, verdict, as_expected: true }
    }
}

/// The contract checked on one architecture.
#[derive(Clone, Debug)]
pub struct ContractReport {
    /// The architecture.
    pub arch: &'static dyn Arch,
    /// The seed of the random words.
    pub seed: u64,
    /// The number of random words of each class.
    pub random_words: u64,
    /// One outcome per clause, in the order of [`CLAUSES`].
    pub outcomes: Vec<Outcome>,
}

impl ContractReport {
    /// Each clause with its outcome.
    pub fn clauses(&self) -> impl Iterator<Item = (&'static Clause, Outcome)> {
        CLAUSES.iter().zip(self.outcomes.iter().copied())
    }
}

const fn establish(how: Establish) -> &'static str {
    match how {
        Establish::Xchg => "exchange, fully ordered",
        Establish::XchgRelaxed => "exchange, unordered",
        Establish::ReadThenStore => "read, then store",
        Establish::LoadReserveLoop => "load-reserve loop",
        Establish::CmpxchgLoop => "compare-exchange loop",
        Establish::FlushThenStore => "read, then store",
    }
}

const fn order(how: Establish) -> &'static str {
    match how {
        Establish::FlushThenStore => "before",
        _ => "after",
    }
}

/// Renders the reports as one JSON document.
pub fn json(reports: &[ContractReport]) -> Value {
    let clauses: Vec<Value> = CLAUSES
        .iter()
        .map(|clause| {
            json!({
                "name": clause.name,
                "text": clause.text,
                "source": clause.source,
                "domain": clause.domain.title(),
            })
        })
        .collect();
    let architectures: Vec<Value> = reports.iter().map(architecture).collect();
    json!({
        "seed": reports.first().map(|report| report.seed),
        "random_words": reports.first().map(|report| report.random_words),
        "clauses": clauses,
        "architectures": architectures,
    })
}

fn architecture(report: &ContractReport) -> Value {
    let outcomes: Vec<Value> = report
        .clauses()
        .map(|(clause, outcome)| match outcome {
            Outcome::Holds { checked } => {
                json!({ "clause": clause.name, "outcome": "holds", "checked": checked })
            }
            Outcome::Fails { checked, failed, word } => json!({
                "clause": clause.name,
                "outcome": "fails",
                "checked": checked,
                "failed": failed,
                "word": format!("{:#x}", word.0),
            }),
            Outcome::NotApplicable => {
                json!({ "clause": clause.name, "outcome": "not-applicable" })
            }
        })
        .collect();
    let mmu = report.arch.facts().mmu;
    json!({
        "arch": report.arch.name(),
        "outcomes": outcomes,
        "invalidation": {
            "establish": establish(mmu.establish),
            "flush": mmu.flush.name(),
            "flush_comes": order(mmu.establish),
            "set_pmd_at_flushes": mmu.set_pmd_at_flushes,
            "invalidate_ad_flushes": mmu.invalidate_ad_flushes,
        },
    })
}
