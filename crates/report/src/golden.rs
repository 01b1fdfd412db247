//! Golden files: the verdicts and counts of a committed run, which `gate` compares with.
//!
//! One line per cell, so that a change shows as a changed line. Times are not in them: they never
//! gate. A cell that is not applicable has no line.

use std::collections::BTreeMap;

use pmdrace_scenario::{CellKey, Params};
use serde::{Deserialize, Serialize};

use crate::CellResult;

/// The format of a golden file.
const FORMAT: &str = "pmdrace-expected/1";

/// A golden file.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Golden {
    format: String,
    /// One per cell.
    pub cells: Vec<GoldenCell>,
}

/// What one cell showed.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields of CellResult of the same names")]
pub struct GoldenCell {
    pub variant: String,
    pub arch: String,
    pub reader: Option<String>,
    pub params: Params,
    pub memory: String,
    pub engine: String,
    pub verdict: String,
    pub executions: Option<u64>,
    #[serde(default, skip_serializing_if = "is_zero")]
    pub violating_executions: u64,
    /// The violated properties and how many executions violate each.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub violated: BTreeMap<String, u64>,
    /// The goals and how many executions reach each.
    pub goals: BTreeMap<String, u64>,
}

fn is_zero(count: &u64) -> bool {
    *count == 0
}

/// A cell that does not show what the golden file says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Drift {
    /// The cell, in words.
    pub cell: String,
    /// What differs.
    pub change: String,
}

impl From<&CellResult> for GoldenCell {
    fn from(result: &CellResult) -> GoldenCell {
        let violated = result.properties.iter().filter(|p| p.violating > 0);
        GoldenCell {
            variant: result.variant.clone(),
            arch: result.arch.clone(),
            reader: result.reader.clone(),
            params: result.params.clone(),
            memory: result.memory.clone(),
            engine: result.engine.clone(),
            verdict: result.verdict.clone(),
            executions: result.executions,
            violating_executions: result.violating_executions,
            violated: violated.map(|p| (p.name.clone(), p.violating)).collect(),
            goals: result.goals.iter().map(|g| (g.name.clone(), g.reached)).collect(),
        }
    }
}

impl GoldenCell {
    /// The cell of a scenario, with nothing known about it yet.
    pub fn unknown(cell: &CellKey) -> GoldenCell {
        GoldenCell {
            variant: cell.variant.clone(),
            arch: cell.arch.to_owned(),
            reader: cell.reader.clone(),
            params: cell.params.clone(),
            memory: cell.memory.name().to_owned(),
            engine: "loom".to_owned(),
            verdict: String::new(),
            executions: None,
            violating_executions: 0,
            violated: BTreeMap::new(),
            goals: BTreeMap::new(),
        }
    }

    /// Whether both are about the same cell.
    pub fn is_same_cell(&self, other: &GoldenCell) -> bool {
        (&self.variant, &self.arch, &self.reader, &self.params, &self.memory, &self.engine)
            == (
                &other.variant,
                &other.arch,
                &other.reader,
                &other.params,
                &other.memory,
                &other.engine,
            )
    }

    fn difference(&self, now: &GoldenCell) -> String {
        let mut changes = Vec::new();
        let mut note = |what: &str, was: String, is: String| {
            if was != is {
                changes.push(format!("{what} was {was}, is {is}"));
            }
        };
        note("verdict", self.verdict.clone(), now.verdict.clone());
        note("executions", format!("{:?}", self.executions), format!("{:?}", now.executions));
        note(
            "violating executions",
            self.violating_executions.to_string(),
            now.violating_executions.to_string(),
        );
        note("violated", format!("{:?}", self.violated), format!("{:?}", now.violated));
        note("goals", format!("{:?}", self.goals), format!("{:?}", now.goals));
        changes.join("; ")
    }
}

impl Golden {
    /// A file that knows no cell yet.
    pub fn empty() -> Golden {
        Golden { format: FORMAT.to_owned(), cells: Vec::new() }
    }

    /// Reads a golden file.
    ///
    /// # Errors
    /// When it is not one, with the place in the text.
    pub fn parse(text: &str) -> Result<Golden, serde_json::Error> {
        let golden: Golden = serde_json::from_str(text)?;
        let cells = &golden.cells;
        let repeated =
            (0..cells.len()).any(|i| cells[..i].iter().any(|c| c.is_same_cell(&cells[i])));
        if repeated {
            Err(serde::de::Error::custom("a cell is there twice"))
        } else if golden.format == FORMAT {
            Ok(golden)
        } else {
            let message = format!("this version reads the format {FORMAT}");
            Err(serde::de::Error::custom(message))
        }
    }

    /// Where `results` differ from the file. A cell the file does not know differs too, unless it is one
    /// that `may_be_missing`.
    pub fn drift(
        &self,
        results: &[CellResult],
        may_be_missing: impl Fn(&GoldenCell) -> bool,
    ) -> Vec<Drift> {
        results
            .iter()
            .filter(|result| result.not_applicable.is_none())
            .filter_map(|result| {
                let now = GoldenCell::from(result);
                let change = match self.cells.iter().find(|cell| cell.is_same_cell(&now)) {
                    Some(was) if *was == now => return None,
                    Some(was) => was.difference(&now),
                    None if may_be_missing(&now) => return None,
                    None => "not in the golden file; run `pmdrace gate --bless`".to_owned(),
                };
                Some(Drift { cell: result.title(), change })
            })
            .collect()
    }

    /// Cells of the file that are none of `known`: left over from a scenario that has changed.
    pub fn leftovers(&self, known: &[GoldenCell]) -> Vec<Drift> {
        let gone = |cell: &&GoldenCell| !known.iter().any(|known| known.is_same_cell(cell));
        let drift = |cell: &GoldenCell| Drift {
            cell: format!(
                "{}  {}  {}",
                cell.variant,
                cell.arch,
                cell.reader.as_deref().unwrap_or("-")
            ),
            change: "the scenario has no such cell any more; run `pmdrace gate --bless`".to_owned(),
        };
        self.cells.iter().filter(gone).map(drift).collect()
    }

    /// The file after a run: `results` take the place of what it said of those cells, and cells that
    /// are not `known` any more are dropped. Cells come in the order of `known`.
    pub fn blessed(&self, known: &[GoldenCell], results: &[CellResult]) -> Golden {
        let fresh: Vec<GoldenCell> = results.iter().map(GoldenCell::from).collect();
        let cells = known.iter().filter_map(|known| {
            let mut newest = fresh.iter().chain(&self.cells);
            newest.find(|cell| cell.is_same_cell(known)).cloned()
        });
        Golden { format: FORMAT.to_owned(), cells: cells.collect() }
    }

    /// The file's text: one line per cell.
    ///
    /// # Errors
    /// When a cell cannot be written as JSON.
    pub fn to_text(&self) -> Result<String, serde_json::Error> {
        let cells = self.cells.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>()?;
        Ok(format!("{{\"format\":\"{FORMAT}\",\"cells\":[\n{}\n]}}\n", cells.join(",\n")))
    }
}
