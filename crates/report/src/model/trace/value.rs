//! The value of a word: its bits, its meaning, and for a PMD its fields and the helpers' answers.

use pmdrace_mm::{Addr, CellKind, Meaning, Model, Word};
use pmdrace_pgtable::{Pmd, View};
use serde::{Deserialize, Serialize};

use super::describe;
use crate::model::fields::{Bits, set_fields};

/// A word of shared memory.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TracedWord {
    /// Its name in the scenario.
    pub name: String,
    /// Whether it is a PMD; only values of PMDs have fields and answers.
    pub pmd: bool,
    /// Its initial value.
    pub init: Value,
}

/// The value of a word and its meaning.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Value {
    /// Its bits as traces show them.
    pub bits: String,
    /// What the kernel means by it; empty where that says no more than its bits.
    pub means: String,
    /// What the bits of a PMD say, where they contradict its meaning.
    pub says: Option<String>,
    /// The named fields of a PMD that are not zero.
    pub fields: Vec<Bits>,
    /// The helpers' answers about a PMD.
    pub answers: Vec<(String, bool)>,
}

impl TracedWord {
    /// A word of a model.
    pub(crate) fn new(model: &Model, at: Addr) -> TracedWord {
        let cell = &model.cells[at.0];
        TracedWord {
            name: cell.name.clone(),
            pmd: cell.kind == CellKind::Pmd,
            init: Value::new(model, at, cell.init),
        }
    }
}

impl Value {
    /// Describes the value of a word.
    pub(crate) fn new(model: &Model, at: Addr, word: Word) -> Value {
        let kind = model.cells[at.0].kind;
        let means = match word.means() {
            // The meaning of a number is its value, unless there is more to it.
            Meaning::None | Meaning::Count { reused: false } if kind != CellKind::Pmd => {
                String::new()
            }
            Meaning::Count { reused: true } => describe::REUSED.to_owned(),
            _ => describe::told_meaning(model, kind, word).unwrap_or_default(),
        };
        let bits = describe::shown(kind, word);
        if kind != CellKind::Pmd {
            return Value { bits, means, says: None, fields: Vec::new(), answers: Vec::new() };
        }
        let (arch, pmd) = (model.kernel.arch, Pmd(word.bits));
        let valid = arch.hw_valid(pmd);
        let mut fields = set_fields(arch, View::Entry, pmd);
        if !valid {
            fields.extend(set_fields(arch, View::Swap, pmd));
        }
        let answers = [
            ("pmd_none", arch.pmd_none(pmd)),
            ("pmd_present", arch.pmd_present(pmd)),
            ("pmd_trans_huge", arch.pmd_trans_huge(pmd)),
            ("pmd_leaf", arch.pmd_leaf(pmd)),
            ("pmd_bad", arch.pmd_bad(pmd)),
            ("is_pmd_migration_entry", arch.is_pmd_migration_entry(pmd)),
            ("pmd_access_permitted, read", arch.pmd_access_permitted(pmd, false)),
            ("valid to the hardware", valid),
        ];
        Value {
            bits,
            means,
            says: describe::contradiction(model, word),
            fields,
            answers: answers.map(|(name, answer)| (name.to_owned(), answer)).to_vec(),
        }
    }
}
