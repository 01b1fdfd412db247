//! Cells: the combinations of variant, architecture, reader, parameters and memory model to explore.

use std::collections::BTreeMap;
use std::fmt;

use pmdrace_pgtable::MemoryModel;
use serde::{Deserialize, Serialize};

use crate::Scenario;

/// The value of a parameter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ParamValue {
    /// A switch.
    Bool(bool),
    /// A count.
    Count(u64),
}

impl fmt::Display for ParamValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ParamValue::Bool(value) => value.fmt(f),
            ParamValue::Count(value) => value.fmt(f),
        }
    }
}

/// Parameter values by name.
pub type Params = BTreeMap<String, ParamValue>;

/// One cell of a scenario: everything that selects one model.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CellKey {
    /// The variant.
    pub variant: String,
    /// The architecture.
    pub arch: &'static str,
    /// The reader; None where the scenario has none.
    pub reader: Option<String>,
    /// The parameters.
    pub params: Params,
    /// The memory model.
    pub memory: MemoryModel,
    /// Whether the scenario keeps it out of everyday runs because it takes long.
    pub full_only: bool,
}

impl fmt::Display for CellKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.variant, self.arch)?;
        if let Some(reader) = &self.reader {
            write!(f, " {reader}")?;
        }
        for (name, value) in &self.params {
            write!(f, " {name}={value}")?;
        }
        write!(f, " {}", self.memory.name())
    }
}

impl Scenario {
    /// Every cell, in the order of reports: variant, architecture, reader, parameters. `memory` is the
    /// memory model to use instead of each architecture's own.
    pub fn cells(&self, memory: Option<MemoryModel>) -> Vec<CellKey> {
        let readers: Vec<Option<String>> = match self.readers().count() {
            0 => vec![None],
            _ => self.readers().map(|reader| Some(reader.to_owned())).collect(),
        };
        let mut cells = Vec::new();
        for (variant, _) in self.variants() {
            for arch in self.architectures() {
                for reader in &readers {
                    for params in self.combinations() {
                        cells.push(CellKey {
                            variant: variant.to_owned(),
                            arch: arch.name(),
                            reader: reader.clone(),
                            full_only: self.is_full_only(&params),
                            params,
                            memory: memory.unwrap_or(arch.memory_model()),
                        });
                    }
                }
            }
        }
        cells
    }

    /// Every combination of parameter values.
    fn combinations(&self) -> Vec<Params> {
        self.params().fold(vec![Params::new()], |combinations, (name, values)| {
            combinations
                .iter()
                .flat_map(|params| {
                    values.iter().map(|value| {
                        let mut params = params.clone();
                        params.insert(name.to_owned(), *value);
                        params
                    })
                })
                .collect()
        })
    }

    fn is_full_only(&self, params: &Params) -> bool {
        self.document.full_only.iter().any(|rule| selects(rule.get_ref(), params))
    }
}

/// Whether `params` has every value that `rule` names.
pub(crate) fn selects(rule: &Params, params: &Params) -> bool {
    rule.iter().all(|(name, value)| params.get(name) == Some(value))
}
