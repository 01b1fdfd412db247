//! The format of scenario files, as serde reads it. Names are checked later, in `validate`.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use pmdrace_pgtable::TlbFlush;
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::Deserialize;

use crate::cell::ParamValue;
use crate::condition::Condition;
#[cfg(feature = "schema")]
use crate::json_schema::Argument;
use crate::spanned::Spanned;

/// A scenario file.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Document {
    /// All of it, to say where in a value a problem is.
    #[serde(skip)]
    pub(crate) text: String,
    pub(crate) format: Spanned<String>,
    pub(crate) name: Spanned<String>,
    pub(crate) title: String,
    pub(crate) why: String,
    #[serde(default)]
    pub(crate) tags: Vec<String>,
    pub(crate) source: Source,
    pub(crate) architectures: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) readers: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) params: IndexMap<Spanned<String>, Vec<ParamValue>>,
    #[serde(default)]
    pub(crate) long_on_loom: Vec<Spanned<LongOnLoom>>,
    /// The memory models to explore under, among them `own`, each architecture's; by default that alone.
    #[serde(default)]
    pub(crate) memory: Vec<Spanned<String>>,
    pub(crate) state: State,
    pub(crate) cpu: Vec<Cpu>,
    pub(crate) variant: IndexMap<Spanned<String>, Variant>,
    #[serde(default)]
    pub(crate) properties: Option<Vec<Spanned<String>>>,
    /// The outcome for which a litmus test is named: what registers and words hold in the end.
    #[serde(default)]
    pub(crate) exists: Option<Spanned<Condition>>,
    #[serde(default)]
    pub(crate) goal: IndexMap<Spanned<String>, Spanned<Goal>>,
    #[serde(default)]
    pub(crate) expect: Vec<Spanned<Expect>>,
    /// The loop bounds, by their texts, up to which a property may hold; another bound that is hit makes the
    /// verdict inconclusive.
    #[serde(default)]
    pub(crate) bounds: Vec<String>,
}

/// Cells that loom explores in full runs only, because they are slow.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct LongOnLoom {
    /// The variants; by default all.
    #[serde(default)]
    pub(crate) variant: Option<Names>,
    /// Parameter values; by default all.
    #[serde(default)]
    pub(crate) params: BTreeMap<String, ParamValue>,
    /// The readers; by default all.
    #[serde(default)]
    pub(crate) reader: Option<Names>,
    /// The memory models; by default all.
    #[serde(default)]
    pub(crate) memory: Option<Names>,
}

/// Where the race was found and fixed.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The commit that fixed it.
    #[serde(default)]
    pub fix: Option<String>,
    /// What that commit fixes, by its own message.
    #[serde(default)]
    pub fixes: Option<String>,
    /// The first version that contains the fix.
    #[serde(default)]
    pub merged: Option<String>,
    /// How it was found.
    #[serde(default)]
    pub found: Option<String>,
    /// What the fix changes, in a sentence.
    #[serde(default)]
    pub change: Option<String>,
}

/// Initial memory.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct State {
    #[serde(default)]
    pub(crate) lock: Vec<Spanned<String>>,
    /// Reader-writer semaphores.
    #[serde(default)]
    pub(crate) sem: Vec<Spanned<String>>,
    /// TLB entries: one translation each, initially empty.
    #[serde(default)]
    pub(crate) tlb: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) folio: BTreeMap<Spanned<String>, FolioState>,
    #[serde(default)]
    pub(crate) page: BTreeMap<Spanned<String>, PageState>,
    #[serde(default)]
    pub(crate) bystander: Option<Bystander>,
    #[serde(default)]
    pub(crate) table: BTreeMap<Spanned<String>, TableState>,
    #[serde(default)]
    pub(crate) pmd: BTreeMap<Spanned<String>, Spanned<PmdState>>,
    /// PTEs outside the tables, where the table does not matter.
    #[serde(default)]
    pub(crate) pte: BTreeMap<Spanned<String>, Spanned<PteState>>,
    /// Words of data, with their values.
    #[serde(default)]
    pub(crate) word: BTreeMap<Spanned<String>, u64>,
    /// Auxiliary words, with their values: outside memory, they change for all CPUs at once and order nothing.
    #[serde(default)]
    pub(crate) aux: BTreeMap<Spanned<String>, u64>,
}

impl State {
    /// The names of entries, and of tables, that name a lock as their guard, with its name.
    pub(crate) fn guards(&self) -> impl Iterator<Item = (&str, &Spanned<String>)> {
        let pmds = self.pmd.iter().map(|(name, pmd)| (name, &pmd.get_ref().guard));
        let ptes = self.pte.iter().map(|(name, pte)| (name, &pte.get_ref().guard));
        let tables = self.table.iter().map(|(name, table)| (name, &table.guard));
        let all = pmds.chain(ptes).chain(tables);
        all.filter_map(|(name, guard)| Some((name.as_str(), guard.as_ref()?)))
    }
}

/// A PMD-sized folio.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct FolioState {
    pub(crate) pfn: Spanned<u64>,
    pub(crate) refcount: Spanned<u64>,
    /// Without effect: what CPUs do to it is always tracked.
    #[serde(default, rename = "life")]
    pub(crate) _life: bool,
}

/// A base page. Its reference count has the kernel's ordering.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct PageState {
    pub(crate) pfn: Spanned<u64>,
    pub(crate) refcount: Spanned<u64>,
    /// Its anon-exclusive flag, where it matters.
    #[serde(default)]
    pub(crate) exclusive: Option<bool>,
}

/// The folio that stands for any page in use that the scenario does not name.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Bystander {
    pub(crate) refcount: Spanned<u64>,
}

/// A deposited page table.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct TableState {
    pub(crate) pfn: Spanned<u64>,
    pub(crate) entries: Spanned<u64>,
    /// Without effect: what CPUs do to it is always tracked.
    #[serde(default, rename = "life")]
    pub(crate) _life: bool,
    /// The page that its first entry maps; by default its entries are empty.
    #[serde(default)]
    pub(crate) leaf: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) access: Access,
    /// Whether its entries are left over from an earlier use of the memory.
    #[serde(default)]
    pub(crate) rubbish: bool,
    /// The lock under which its entries are stored to, for `no-unguarded-store`.
    #[serde(default)]
    pub(crate) guard: Option<Spanned<String>>,
}

/// The initial value of a PTE: empty, a leaf of a page, or a migration entry; by default it allows reading.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct PteState {
    #[serde(default)]
    pub(crate) leaf: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) migration: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) access: Access,
    /// The lock under which it is stored to, for `no-unguarded-store`.
    #[serde(default)]
    pub(crate) guard: Option<Spanned<String>>,
}

/// The initial value of a PMD word: a migration entry or a leaf of a folio, a table, or empty; by default it allows
/// reading, and is neither young nor dirty.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct PmdState {
    #[serde(default)]
    pub(crate) migration: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) leaf: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) table: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) none: bool,
    /// Whether it is read and written in two halves.
    #[serde(default)]
    pub(crate) halves: bool,
    #[serde(default)]
    pub(crate) access: Access,
    #[serde(default)]
    pub(crate) young: bool,
    #[serde(default)]
    pub(crate) dirty: bool,
    /// The lock under which it is stored to, for `no-unguarded-store`.
    #[serde(default)]
    pub(crate) guard: Option<Spanned<String>>,
}

/// The access that a mapping, or the migration entry in its place, allows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// Reading.
    #[default]
    Read,
    /// Reading, of an anonymous page that is exclusive to this process.
    ReadExclusive,
    /// Writing.
    Write,
}

/// A CPU and the routine it runs.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cpu {
    /// The name in traces.
    pub name: Spanned<String>,
    /// The routine; absent for a reader.
    #[serde(default)]
    pub routine: Option<Spanned<String>>,
    /// Whether it runs each of the scenario's readers in turn.
    #[serde(default)]
    pub reader: bool,
    /// The parameter that gives the number of such CPUs; by default one.
    #[serde(default)]
    pub count: Option<Spanned<String>>,
    /// The boolean parameter that decides whether the CPU exists; by default it does.
    #[serde(default)]
    pub when: Option<Spanned<String>>,
    /// The routine's arguments.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, Argument>"))]
    pub args: BTreeMap<String, Spanned<toml::Value>>,
}

/// A variant: its description, and arguments that differ from those of the CPUs.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// What it shows.
    pub about: String,
    /// What would fix it, as a sentence; by default the scenario's fix.
    #[serde(default)]
    pub fix: Option<Spanned<String>>,
    /// Whether it has the scenario's fix, and is violated nevertheless. A variant of which nothing is expected
    /// to be violated has it anyway.
    #[serde(default)]
    pub fixed: Option<Spanned<bool>>,
    /// How a TLB flush reaches other CPUs; by default as on the architecture.
    #[serde(default)]
    pub flush: Option<Flush>,
    /// The CPUs that a flush by interrupt passes over, as a kernel does over those in lazy TLB mode.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub flush_spares: Vec<Spanned<String>>,
    /// Per CPU name, arguments that replace the CPU's own.
    #[serde(default)]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "BTreeMap<String, BTreeMap<String, Argument>>")
    )]
    pub set: IndexMap<Spanned<String>, BTreeMap<String, Spanned<toml::Value>>>,
    /// Per PMD name, flags that replace those of its initial value.
    #[serde(default)]
    pub flags: IndexMap<Spanned<String>, Flags>,
}

impl Variant {
    /// Whether a flush by interrupt passes over the CPUs of this name.
    pub(crate) fn spares(&self, cpu: &str) -> bool {
        self.flush_spares.iter().any(|name| name.get_ref() == cpu)
    }
}

/// Flags of a leaf or a migration entry that a variant changes.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Flags {
    /// Whether it is young.
    #[serde(default)]
    pub young: Option<bool>,
    /// Whether it is dirty.
    #[serde(default)]
    pub dirty: Option<bool>,
}

/// How a TLB flush reaches other CPUs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Flush {
    /// By an interrupt to each of them: it waits for CPUs with interrupts off.
    Interrupt,
    /// By a broadcast of the hardware, such as TLBI or INVLPGB.
    Broadcast,
    /// By a call of the firmware.
    FirmwareCall,
    /// By a message that is handled with interrupts off, too.
    CrossCall,
    /// By the hypervisor.
    Hypercall,
}

impl From<Flush> for TlbFlush {
    fn from(flush: Flush) -> TlbFlush {
        match flush {
            Flush::Interrupt => TlbFlush::Ipi,
            Flush::Broadcast => TlbFlush::Broadcast,
            Flush::FirmwareCall => TlbFlush::Firmware,
            Flush::CrossCall => TlbFlush::CrossCall,
            Flush::Hypercall => TlbFlush::Hypercall,
        }
    }
}

/// A goal.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Goal {
    /// The functions between whose entry and return a CPU without a page-table lock must read a PMD.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<[String; 2]>"))]
    pub(crate) read_between: Option<Vec<String>>,
    /// Some CPU must end with a reference.
    #[serde(default)]
    pub(crate) accepts: bool,
    /// Some CPU must return a text that starts like this.
    #[serde(default)]
    pub(crate) returns: Option<String>,
    /// What registers and words must hold in the end.
    #[serde(default)]
    pub(crate) outcome: Option<Spanned<Condition>>,
    /// The readers whose cells must reach it; by default all.
    #[serde(default)]
    pub(crate) reader: Option<Names>,
}

/// One or several names or patterns.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(untagged, expecting = "this must be a name or a list of names")]
pub enum Names {
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
}

impl Names {
    /// Whether one of them selects `name`.
    pub(crate) fn select(&self, name: &str) -> bool {
        self.iter().any(|pattern| pmdrace_pgtable::matches_pattern(name, pattern))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        let names: &[String] = match self {
            Names::One(name) => std::slice::from_ref(name),
            Names::Several(names) => names,
        };
        names.iter().map(String::as_str)
    }
}

/// The expectation of the cells that it selects. Cells that no rule selects are expected to hold; where
/// several rules select one, the last applies.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Expect {
    /// The variants.
    pub variant: Names,
    /// The properties.
    pub property: Names,
    /// The architectures; by default all.
    #[serde(default)]
    pub arch: Option<Names>,
    /// The readers; by default all.
    #[serde(default)]
    pub reader: Option<Names>,
    /// The memory models; by default all.
    #[serde(default)]
    pub memory: Option<Names>,
    /// Parameter values; by default all.
    #[serde(default)]
    pub params: BTreeMap<String, ParamValue>,
    /// The expected verdict.
    pub verdict: Spanned<String>,
}
