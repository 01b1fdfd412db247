//! [`LitmusReport`]: what axioms say about litmus tests in herd7's format.

use pmdrace_engine::Verdict;
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::Serialize;

/// The format of the document.
pub const LITMUS_FORMAT: &str = "pmdrace-litmus/1";

/// The results of a run over litmus tests.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct LitmusReport {
    /// [`LITMUS_FORMAT`].
    pub format: String,
    /// The program and its version.
    pub tool: String,
    /// Wall time.
    pub seconds: f64,
    /// The tests in the order in which they were named.
    pub tests: Vec<LitmusResult>,
}

/// What is known about one test.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct LitmusResult {
    /// The file.
    pub file: String,
    /// The name of the test; null if the file could not be read.
    pub name: Option<String>,
    /// The memory model.
    pub memory: Option<String>,
    /// What answers it: `axioms`, or `statespace` for the machine of the memory model.
    pub engine: String,
    /// What the test asks.
    pub question: Option<String>,
    /// `holds` if no execution has the outcome that is asked about (with `forall`, if all have), `violated` if some
    /// has (with `forall`, has not), `inconclusive` if a budget ended the search, `error` if the test could not be
    /// read.
    #[serde(serialize_with = "by_name")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub verdict: Verdict,
    /// `Never`, `Sometimes` or `Always`, as herd7 says it.
    pub observed: Option<String>,
    /// The answer that the test states in a `Result:` line.
    pub stated: Option<String>,
    /// Whether this is what the test states; without a statement, whether `~exists` and `forall` hold. A data race is
    /// never as expected unless it is stated.
    pub as_expected: bool,
    /// What is wrong with the program whatever its outcomes, such as `data-race`.
    pub flags: Vec<String>,
    /// Why there is no answer.
    pub reason: Option<String>,
    /// An execution with the outcome: per thread its events.
    pub witness: Vec<Vec<String>>,
}

fn by_name<S: serde::Serializer>(verdict: &Verdict, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(verdict.name())
}

/// How many tests ended how.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct LitmusTotals {
    /// Tests whose answer is as stated.
    pub as_stated: usize,
    /// Tests whose answer differs from what is expected.
    pub unexpected: usize,
    /// Tests that state nothing that can be compared, and have an answer.
    pub unstated: usize,
    /// Searches that a budget ended.
    pub inconclusive: usize,
    /// Tests that could not be read.
    pub unread: usize,
}

impl LitmusReport {
    /// How many tests ended how.
    pub fn totals(&self) -> LitmusTotals {
        let mut totals = LitmusTotals::default();
        for test in &self.tests {
            *match (test.verdict, &test.stated) {
                (Verdict::Error, _) => &mut totals.unread,
                (Verdict::Inconclusive, _) => &mut totals.inconclusive,
                _ if !test.as_expected => &mut totals.unexpected,
                (_, Some(_)) => &mut totals.as_stated,
                (_, None) => &mut totals.unstated,
            } += 1;
        }
        totals
    }
}
