//! The engines by name.

use std::sync::Arc;

use pmdrace_mm::{MemoryModel, Model};
use serde::{Deserialize, Serialize};
use strum::{Display, IntoStaticStr};

use crate::{Budget, EngineError, Finals, Outcome, loom, search};

/// An engine that explores models.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Display,
    IntoStaticStr,
    Serialize,
    Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Engine {
    /// A state-space search over learned automata.
    Statespace,
    /// Executions under loom: the reference.
    Loom,
    /// Random executions on the machines of the state-space engine; never exhaustive.
    Random,
}

impl Engine {
    /// All engines.
    pub const ALL: [Engine; 3] = [Engine::Statespace, Engine::Loom, Engine::Random];
    /// The exhaustive engines, which `auto` runs and golden files cover.
    pub const EXHAUSTIVE: [Engine; 2] = [Engine::Statespace, Engine::Loom];

    /// The name used in reports and on the command line.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The maximum number of CPUs of a model.
    pub fn max_cpus(self) -> usize {
        match self {
            Engine::Statespace | Engine::Random => search::MAX_CPUS,
            Engine::Loom => loom::MAX_THREADS,
        }
    }

    /// Whether the engine has a memory model.
    pub fn has(self, memory: MemoryModel) -> bool {
        match memory {
            MemoryModel::Sc | MemoryModel::Tso | MemoryModel::Rc11 => true,
            MemoryModel::Lkmm | MemoryModel::Armv8 | MemoryModel::Rvwmo => self != Engine::Loom,
        }
    }

    /// The memory model under which the engine explores in place of one that it does not have. What it finds is
    /// no verdict about that model, but may confirm one: most races are the same under both.
    pub fn stand_in(self, memory: MemoryModel) -> Option<MemoryModel> {
        (!self.has(memory) && self == Engine::Loom).then_some(MemoryModel::Rc11)
    }

    /// An error if the engine does not have a memory model.
    pub(crate) fn must_have(self, memory: MemoryModel) -> Result<(), EngineError> {
        match self.has(memory) {
            true => Ok(()),
            false => Err(EngineError::NoModel { engine: self, memory }),
        }
    }

    /// The names of its memory models.
    pub fn models(self) -> Vec<&'static str> {
        let models = MemoryModel::ALL.into_iter().filter(|memory| self.has(*memory));
        models.map(MemoryModel::name).collect()
    }

    /// Explores `model` as far as `budget` allows.
    ///
    /// # Errors
    /// When the engine cannot run the model, or something panics.
    pub fn check(self, model: Arc<Model>, budget: &Budget) -> Result<Outcome, EngineError> {
        match self {
            Engine::Statespace => search::check(model, budget),
            Engine::Loom => loom::check(model, budget),
            Engine::Random => search::sample(&model, budget),
        }
    }

    /// The final outcomes of all executions of `model`, as far as `budget` allows.
    ///
    /// # Errors
    /// As [`Engine::check`], and for an engine that is not exhaustive.
    pub fn finals(self, model: Arc<Model>, budget: &Budget) -> Result<Finals, EngineError> {
        match self {
            Engine::Statespace => search::finals(model, budget),
            Engine::Loom => loom::finals(model, budget),
            Engine::Random => Err(EngineError::NotExhaustive(self.name())),
        }
    }
}
