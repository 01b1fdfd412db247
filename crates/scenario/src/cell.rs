//! Cells: the combinations of variant, architecture, reader, parameters and memory model to explore.

use std::collections::BTreeMap;
use std::fmt;

use indexmap::IndexSet;
use pmdrace_pgtable::{Arch, MemoryModel};
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::schema::{Names, PmdState, PteState};
use crate::spanned::Spanned;
use crate::{Scenario, steps};

/// The value of a parameter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(untagged, expecting = "a parameter's value is true, false or a whole number from 0")]
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

/// One cell of a scenario: the combination that selects one model.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct CellKey {
    /// The variant.
    pub variant: String,
    /// The architecture.
    pub arch: String,
    /// The reader; null where the scenario has none.
    pub reader: Option<String>,
    /// The parameters.
    pub params: Params,
    /// The memory model.
    #[serde(with = "memory_by_name")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub memory: MemoryModel,
}

/// Memory models as documents have them.
mod memory_by_name {
    use pmdrace_pgtable::MemoryModel;
    use serde::de::{Deserialize as _, Deserializer, Error as _};
    use serde::ser::Serializer;

    pub(super) fn serialize<S: Serializer>(model: &MemoryModel, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(model.name())
    }

    pub(super) fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<MemoryModel, D::Error> {
        let name = String::deserialize(from)?;
        MemoryModel::by_name(&name).ok_or_else(|| match MemoryModel::renamed(&name) {
            Some(told) => D::Error::custom(told),
            None => D::Error::custom(format!("unknown memory model `{name}`")),
        })
    }
}

/// The parameter that every scenario has implicitly: whether entries are read by plain accesses.
pub(crate) const PLAIN_RELOADS: &str = "plain-reloads";

impl CellKey {
    /// Whether entries are read again at each use of their values.
    pub fn has_plain_reloads(&self) -> bool {
        self.params.contains_key(PLAIN_RELOADS)
    }

    /// The same cell with entries read by plain accesses, which the compiler repeats at each use.
    #[must_use]
    pub fn with_plain_reloads(mut self) -> CellKey {
        self.params.insert(PLAIN_RELOADS.to_owned(), ParamValue::Bool(true));
        self
    }
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

/// In a scenario, the memory model of each architecture.
pub(crate) const OWN_MEMORY: &str = "own";

impl Scenario {
    /// Every cell, in report order: variant, architecture, reader, parameters, memory model. `memory`
    /// replaces the memory models of the scenario and of the architectures.
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
                        cells.extend(self.memory_models(*arch, memory).map(|memory| CellKey {
                            variant: variant.to_owned(),
                            arch: arch.name().to_owned(),
                            reader: reader.clone(),
                            params: params.clone(),
                            memory,
                        }));
                    }
                }
            }
        }
        cells
    }

    /// The memory models under which to explore an architecture.
    fn memory_models(
        &self,
        arch: &dyn Arch,
        asked: Option<MemoryModel>,
    ) -> impl Iterator<Item = MemoryModel> + use<> {
        let own = arch.facts().memory_model;
        let named = self.document.memory.iter().filter_map(|name| match name.get_ref().as_str() {
            OWN_MEMORY => Some(own),
            name => MemoryModel::by_name(name),
        });
        let models: IndexSet<MemoryModel> = match asked {
            Some(memory) => [memory].into(),
            None if self.document.memory.is_empty() => [own].into(),
            None => named.collect(),
        };
        models.into_iter()
    }

    /// All combinations of parameter values.
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

    /// Whether the scenario leaves a cell to full runs on loom, because loom is slow there.
    pub fn is_slow_on_loom(&self, cell: &CellKey) -> bool {
        self.document.long_on_loom.iter().map(|rule| rule.get_ref()).any(|rule| {
            let any = |names: &Option<Names>, name: &str| {
                names.as_ref().is_none_or(|names| names.select(name))
            };
            selects(&rule.params, &cell.params)
                && any(&rule.variant, &cell.variant)
                && any(&rule.reader, cell.reader.as_deref().unwrap_or_default())
                && any(&rule.memory, cell.memory.name())
        })
    }

    /// Why the kernel of a cell has no such case: it lacks a routine, the reader, or migration entries. None if
    /// it has.
    pub fn not_applicable(&self, cell: &CellKey) -> Option<&'static str> {
        let arch = self.architectures().iter().find(|arch| arch.name() == cell.arch)?;
        self.lacks(*arch, cell.reader.as_deref())
    }

    /// The architectures, each with its readers, that have such a case.
    pub(crate) fn kernels(&self) -> impl Iterator<Item = (&'static dyn Arch, Option<&str>)> {
        let readers: Vec<Option<&str>> = match self.readers().next() {
            Some(_) => self.readers().map(Some).collect(),
            None => vec![None],
        };
        let pairs = self
            .architectures()
            .iter()
            .flat_map(move |arch| readers.clone().into_iter().map(move |reader| (*arch, reader)));
        pairs.filter(|(arch, reader)| self.lacks(*arch, *reader).is_none())
    }

    /// What an architecture's kernel lacks for the case of a reader.
    fn lacks(&self, arch: &dyn Arch, reader: Option<&str>) -> Option<&'static str> {
        let starts_migrating = |pmd: &Spanned<PmdState>| pmd.get_ref().migration.is_some();
        let sets = self.document.variant.values().flat_map(|variant| variant.set.values());
        let mut steps = self.document.cpu.iter().map(|cpu| &cpu.args).chain(sets);
        let migrate =
            self.document.state.pmd.values().any(starts_migrating) || steps.any(steps::migrate);
        if migrate && !arch.thp_migration_supported() {
            return Some("no PMD migration entries");
        }
        let pte_migrates = |pte: &Spanned<PteState>| pte.get_ref().migration.is_some();
        if self.document.state.pte.values().any(pte_migrates) && !arch.thp_migration_supported() {
            return Some("the model has no PTE migration entries there");
        }
        let routines = self.document.cpu.iter().filter_map(|cpu| cpu.routine.as_ref());
        let routines = routines.map(|name| name.get_ref().as_str());
        let names = routines.chain(reader);
        let specs = names.filter_map(|name| self.routines.by_name(name));
        specs.filter_map(|spec| (spec.exists)(arch).err()).next()
    }

    /// Whether the kernel of a cell has such a case.
    pub fn applies(&self, cell: &CellKey) -> bool {
        self.not_applicable(cell).is_none()
    }
}

/// Whether `params` has all values of `rule`.
pub(crate) fn selects(rule: &Params, params: &Params) -> bool {
    rule.iter().all(|(name, value)| params.get(name) == Some(value))
}
