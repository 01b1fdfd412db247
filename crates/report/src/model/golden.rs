//! Golden files: the verdicts and counts of a committed run, which `gate` compares with.
//!
//! There is one line per cell and engine, so that a change shows as a changed line. Times are not part of it, since
//! they never gate. A cell that is not applicable has no line.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use pmdrace_engine::{Cut, Engine, Verdict};
use pmdrace_scenario::{CellKey, printable};
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::result::title;
use crate::{CellResult, Trace};

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

/// What one engine found about one cell.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields of CellResult of the same names")]
pub struct GoldenCell {
    #[serde(flatten)]
    pub cell: CellKey,
    pub engine: Engine,
    pub verdict: Verdict,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut_by: Option<Cut>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub executions: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub violating_executions: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub states: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transitions: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub final_states: Option<u64>,
    /// The violated properties and how many executions (transitions) violate each.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub violated: BTreeMap<String, u64>,
    /// The violated properties and the counterexample of each: how many steps each CPU takes in turn, and a
    /// digest of the steps.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub traces: BTreeMap<String, String>,
    /// The properties that do not apply.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub not_applicable: BTreeSet<String>,
    /// The goals and how many executions (transitions) reach each.
    pub goals: BTreeMap<String, u64>,
}

/// A cell that differs from the golden file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Drift {
    /// The scenario.
    pub scenario: String,
    /// The cell, in words.
    pub cell: String,
    /// What differs.
    pub change: String,
}

impl From<&CellResult> for GoldenCell {
    fn from(result: &CellResult) -> GoldenCell {
        let violated = result.properties.iter().filter(|p| p.violating > 0);
        GoldenCell {
            cell: result.cell.clone(),
            engine: result.engine,
            verdict: result.verdict,
            cut_by: result.cut_by,
            executions: result.executions,
            violating_executions: result.violating_executions,
            states: result.states,
            transitions: result.transitions,
            final_states: result.final_states,
            traces: violated
                .clone()
                .filter_map(|p| Some((p.name.clone(), schedule(p.counterexample.as_ref()?))))
                .collect(),
            not_applicable: result
                .properties
                .iter()
                .filter(|p| p.verdict == Verdict::NotApplicable)
                .map(|p| p.name.clone())
                .collect(),
            violated: violated.map(|p| (p.name.clone(), p.violating)).collect(),
            goals: result.goals.iter().map(|g| (g.name.clone(), g.reached)).collect(),
        }
    }
}

/// How many steps each CPU takes in turn, as in `0*9 1*2`, and a digest of the steps.
fn schedule(trace: &Trace) -> String {
    let turns = trace.steps.chunk_by(|a, b| a.cpu == b.cpu);
    let turns: Vec<String> = turns.map(|turn| format!("{}*{}", turn[0].cpu, turn.len())).collect();
    let steps = trace.steps.iter().map(|step| format!("{} {}\n", step.cpu, step.text));
    format!("{} {:016x}", turns.join(" "), xxh3_64(steps.collect::<String>().as_bytes()))
}

impl GoldenCell {
    /// The cell and the engine that it is about.
    fn key(&self) -> (&CellKey, Engine) {
        (&self.cell, self.engine)
    }

    fn difference(&self, now: &GoldenCell) -> String {
        let mut changes = Vec::new();
        let mut note = |what: &str, was: String, is: String| {
            if was != is {
                changes.push(format!("{what} was {was}, is {is}"));
            }
        };
        let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "none".to_owned());
        let count = |value: Option<u64>| text(&value.map(|value| value.to_string()));
        let cut = |cell: &GoldenCell| text(&cell.cut_by.map(|cut| cut.name().to_owned()));
        note("verdict", self.verdict.name().to_owned(), now.verdict.name().to_owned());
        note("cut by", cut(self), cut(now));
        note("executions", count(self.executions), count(now.executions));
        let violating = |cell: &GoldenCell| count(cell.violating_executions);
        note("violating executions", violating(self), violating(now));
        note("states", count(self.states), count(now.states));
        note("transitions", count(self.transitions), count(now.transitions));
        note("final states", count(self.final_states), count(now.final_states));
        note("violated", format!("{:?}", self.violated), format!("{:?}", now.violated));
        let texts = |cell: &GoldenCell| format!("{:?}", cell.not_applicable);
        note("not applicable", texts(self), texts(now));
        note("traces", format!("{:?}", self.traces), format!("{:?}", now.traces));
        note("goals", format!("{:?}", self.goals), format!("{:?}", now.goals));
        changes.join("; ")
    }
}

impl Golden {
    /// A file without cells.
    pub fn empty() -> Golden {
        Golden { format: FORMAT.to_owned(), cells: Vec::new() }
    }

    /// Reads a golden file.
    ///
    /// # Errors
    /// When the text is not a golden file, with the place.
    pub fn parse(text: &str) -> Result<Golden, serde_json::Error> {
        let golden: Golden = serde_json::from_str(text)?;
        if golden.by_key().len() < golden.cells.len() {
            Err(serde::de::Error::custom("a cell is there twice"))
        } else if golden.format == FORMAT {
            Ok(golden)
        } else {
            let message = format!("this version reads the format {FORMAT}");
            Err(serde::de::Error::custom(message))
        }
    }

    /// The cells, to be found by what they are about.
    fn by_key(&self) -> HashMap<(&CellKey, Engine), &GoldenCell> {
        self.cells.iter().map(|cell| (cell.key(), cell)).collect()
    }

    /// The differences between `results` and the file. A cell that the file lacks is a difference too, unless it
    /// `may_be_missing`.
    pub fn drift(
        &self,
        results: &[CellResult],
        may_be_missing: impl Fn(&CellKey, Engine) -> bool,
    ) -> Vec<Drift> {
        let committed = self.by_key();
        results
            .iter()
            .filter(|result| result.not_applicable.is_none())
            .filter_map(|result| {
                let now = GoldenCell::from(result);
                let change = match committed.get(&now.key()) {
                    Some(was) if **was == now => return None,
                    Some(was) => was.difference(&now),
                    None if may_be_missing(&now.cell, now.engine) => return None,
                    None => "not in the golden file".to_owned(),
                };
                Some(Drift {
                    scenario: result.scenario.clone(),
                    cell: format!("{}  {}", result.title(), result.engine.name()),
                    change,
                })
            })
            .collect()
    }

    /// Cells of the file that are not `known`: left over from an earlier version of the scenario.
    pub fn leftovers(&self, scenario: &str, known: &[(CellKey, Engine)]) -> Vec<Drift> {
        let known: HashSet<(&CellKey, Engine)> =
            known.iter().map(|(cell, engine)| (cell, *engine)).collect();
        let gone = |cell: &&GoldenCell| !known.contains(&cell.key());
        let drift = |cell: &GoldenCell| Drift {
            scenario: scenario.to_owned(),
            cell: format!("{}  {}", printable(&title(&cell.cell)), cell.engine.name()),
            change: "the scenario has no such cell any more, or leaves it to full runs".to_owned(),
        };
        self.cells.iter().filter(gone).map(drift).collect()
    }

    /// The file after a run: `results` replace those of the same cells, and cells that are not `known` any more
    /// are dropped. Cells are in the order of `known`.
    pub fn blessed(&self, known: &[(CellKey, Engine)], results: &[CellResult]) -> Golden {
        let fresh: Vec<GoldenCell> = results.iter().map(GoldenCell::from).collect();
        let mut newest = self.by_key();
        newest.extend(fresh.iter().map(|cell| (cell.key(), cell)));
        let cells = known.iter().filter_map(|(known, engine)| {
            newest.get(&(known, *engine)).map(|cell| (*cell).clone())
        });
        Golden { format: FORMAT.to_owned(), cells: cells.collect() }
    }

    /// Renders the file, one line per cell.
    ///
    /// # Errors
    /// When a cell cannot be written as JSON.
    pub fn to_text(&self) -> Result<String, serde_json::Error> {
        let cells = self.cells.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>()?;
        Ok(format!("{{\"format\":\"{FORMAT}\",\"cells\":[\n{}\n]}}\n", cells.join(",\n")))
    }
}
