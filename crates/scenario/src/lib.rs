//! Race scenarios: TOML files that combine routines, initial states, variants and expectations.
//!
//! For writing scenarios, and for reading them in other tools.
//!
//! ```
//! use pmdrace_scenario::{Catalogue, Scenario};
//!
//! let catalogue = Catalogue::shipped();
//! let entry = catalogue.by_name("split-migration-vs-gup-fast").expect("a shipped scenario");
//! let scenario = Scenario::parse(entry.text).expect("a valid scenario");
//! // The product of variants, architectures, readers and parameters, each in its architecture's memory model.
//! let cells = scenario.cells(None);
//! let model = scenario.model(&cells[0]).expect("every cell can be built");
//! assert!(model.roles.len() >= 2);
//! ```
//!
//! [`Scenario::parse`] reads and checks a whole file and reports every problem with its position and the
//! nearest valid spelling. A checked scenario lists its [`CellKey`]s, states what is expected of each and
//! builds the [`pmdrace_mm::Model`] of one. A scenario contains no code: orders and readers are Rust in
//! `pmdrace_mm::routine`, where they can be reviewed against the kernel. A [`Catalogue`] holds scenarios and
//! routines by name, those shipped and those of other crates.

mod bind;
mod catalogue;
mod cell;
mod condition;
mod diagnostic;
mod expect;
mod fix;
#[cfg(feature = "schema")]
mod json_schema;
mod layout;
mod mutant;
mod nesting;
mod printable;
mod schema;
mod spanned;
mod steps;
mod validate;

pub use catalogue::{CATALOGUE, Catalogue, Entry, by_name};
pub use cell::{CellKey, ParamValue, Params};
pub use diagnostic::{Diagnostic, listed, nearest};
#[cfg(feature = "schema")]
pub use json_schema::scenario_schema;
pub use mutant::Mutant;
pub use printable::{is_control, printable, quoted};
pub use schema::{Access, Cpu, Expect, Flags, Flush, Source, Variant};
pub use spanned::Spanned;

use condition::Conditions;
use pmdrace_mm::routine::{Registry, RoutineSpec};
use pmdrace_pgtable::Arch;
use schema::Document;
use serde::Deserialize as _;

/// The format that this version reads.
pub const FORMAT: &str = "pmdrace-scenario/1";

/// A scenario that was read and checked.
#[derive(Clone, Debug)]
pub struct Scenario {
    document: Document,
    conditions: Conditions,
    architectures: Vec<&'static dyn Arch>,
    /// The shipped architecture as which rules know the only one: see [`Scenario::on`].
    known_as: Option<&'static str>,
    routines: Registry,
    /// Whether some routine asserts something by itself.
    asserts: bool,
}

impl Scenario {
    /// Reads and checks the text of a scenario file that uses shipped routines.
    ///
    /// # Errors
    /// Every problem found, each with its position in `text`.
    pub fn parse(text: &str) -> Result<Scenario, Vec<Diagnostic>> {
        Scenario::parse_with(text, &Registry::shipped())
    }

    /// Reads and checks the text of a scenario file that uses these routines.
    ///
    /// # Errors
    /// Every problem found, each with its position in `text`.
    pub fn parse_with(text: &str, routines: &Registry) -> Result<Scenario, Vec<Diagnostic>> {
        if let Some(problem) = nesting::too_deep(text) {
            return Err(vec![problem]);
        }
        let wrong = |error: toml::de::Error| vec![Diagnostic::from_toml(&error)];
        let table = toml::de::DeTable::parse(text).map_err(wrong)?;
        let problems = validate::characters(&table);
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut document = Document::deserialize(toml::Deserializer::from(table)).map_err(wrong)?;
        text.clone_into(&mut document.text);
        let conditions = Conditions::read(&document, text)?;
        validate::check(document, conditions, routines)
    }

    /// The same scenario on an architecture that is not shipped, such as that of a kernel build, which its rules take for
    /// the shipped one named here. None if the scenario does not cover that.
    pub fn on(&self, arch: &'static dyn Arch, known_as: &str) -> Option<Scenario> {
        let covered = self.architectures.iter().find(|covered| covered.name() == known_as)?;
        Some(Scenario {
            document: self.document.clone(),
            conditions: self.conditions.clone(),
            architectures: vec![arch],
            known_as: Some(covered.name()),
            routines: self.routines.clone(),
            asserts: self.asserts,
        })
    }

    /// Whether it is asked of a kernel build: see [`Scenario::on`].
    pub fn is_of_build(&self) -> bool {
        self.known_as.is_some()
    }

    /// The name as which rules know an architecture of this scenario.
    fn known_as<'a>(&self, arch: &'a str) -> &'a str {
        self.known_as.unwrap_or(arch)
    }

    /// The name used on the command line.
    pub fn name(&self) -> &str {
        self.document.name.get_ref()
    }
    /// What it is about, in one line.
    pub fn title(&self) -> &str {
        &self.document.title
    }
    /// Why it matters, in a paragraph.
    pub fn why(&self) -> &str {
        self.document.why.trim()
    }
    /// The tags to find it by.
    pub fn tags(&self) -> &[String] {
        &self.document.tags
    }
    /// Whether it is a litmus test: about an outcome that a memory model allows or forbids, and of CPUs that are nothing
    /// but primitives.
    pub fn is_litmus(&self) -> bool {
        let straight = |cell: &CellKey| {
            let model = self.model(cell);
            model.is_ok_and(|model| model.roles.iter().all(|role| role.routine.steps().is_some()))
        };
        self.document.exists.is_some() && self.cells(None).first().is_some_and(straight)
    }
    /// Where the race was fixed.
    pub fn source(&self) -> &Source {
        &self.document.source
    }
    /// The variants by name, in the file's order.
    pub fn variants(&self) -> impl Iterator<Item = (&str, &Variant)> {
        self.document.variant.iter().map(|(name, variant)| (name.get_ref().as_str(), variant))
    }
    /// The line, from 1, on which `text`, from which the scenario was read, first names a variant.
    pub fn variant_line(&self, text: &str, variant: &str) -> Option<usize> {
        let (name, _) = self.document.variant.get_key_value(variant)?;
        let before = text.as_bytes().get(..name.span().start)?;
        Some(before.iter().filter(|byte| **byte == b'\n').count() + 1)
    }
    /// The architectures it covers.
    pub fn architectures(&self) -> &[&'static dyn Arch] {
        &self.architectures
    }
    /// The routines that a CPU with `reader = true` runs in turn; empty without such a CPU.
    pub fn readers(&self) -> impl Iterator<Item = &str> {
        self.document.readers.iter().map(|reader| reader.get_ref().as_str())
    }
    /// The routines that it can use.
    pub fn routines(&self) -> &Registry {
        &self.routines
    }
    /// The routines of its readers.
    fn reader_specs(&self) -> impl Iterator<Item = &'static RoutineSpec> {
        self.readers().filter_map(|name| self.routines.by_name(name))
    }
    /// The CPUs.
    pub fn cpus(&self) -> &[Cpu] {
        &self.document.cpu
    }
    /// The parameters and their values.
    pub fn params(&self) -> impl Iterator<Item = (&str, &[ParamValue])> {
        self.document
            .params
            .iter()
            .map(|(name, values)| (name.get_ref().as_str(), values.as_slice()))
    }
}
