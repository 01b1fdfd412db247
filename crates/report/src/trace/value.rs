//! What a word holds, as data: its bits, the fields and helpers' answers of a PMD, and the meaning.

use std::fmt;

use pmdrace_mm::{Addr, CellKind, Meaning, Model, Word};
use pmdrace_pgtable::{Pmd, View};
use serde::{Deserialize, Serialize};

use super::describe;

/// A word of shared memory.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TracedWord {
    /// Its name in the scenario.
    pub name: String,
    /// Whether it is a PMD: only then do its values have fields and answers.
    pub pmd: bool,
    /// Its initial value.
    pub init: Value,
}

/// The value of a word, and what it says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Value {
    /// Its bits, as traces show them.
    pub bits: String,
    /// What the kernel means by it; empty where its bits say it all.
    pub means: String,
    /// What the bits of a PMD say instead, where that contradicts the meaning.
    pub says: Option<String>,
    /// The named fields of a PMD that are not zero.
    pub fields: Vec<Bits>,
    /// What the helpers answer about a PMD.
    pub answers: Vec<(String, bool)>,
}

/// A named field.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Bits {
    /// The kernel's or the manual's name.
    pub name: String,
    /// Highest bit.
    pub hi: u32,
    /// Lowest bit.
    pub lo: u32,
    /// Its value, shifted down.
    pub value: u64,
    /// Whether the name applies to a swap entry.
    pub swap: bool,
}

/// As in `PRESENT_INVALID(59)` or `type(7-3)=0x1a`.
impl fmt::Display for Bits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Bits { name, hi, lo, value, .. } = self;
        match hi == lo {
            true => write!(f, "{name}({lo})"),
            false => write!(f, "{name}({hi}-{lo})={value:#x}"),
        }
    }
}

impl TracedWord {
    /// A word of a model with its initial value.
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
    /// What a word holds.
    pub(crate) fn new(model: &Model, at: Addr, word: Word) -> Value {
        let kind = model.cells[at.0].kind;
        let means = match word.means() {
            // Of a number only what its value does not say.
            Meaning::None | Meaning::Count { reused: false } if kind != CellKind::Pmd => {
                String::new()
            }
            Meaning::Count { reused: true } => describe::REUSED.to_owned(),
            _ => describe::told_meaning(model, kind, word).unwrap_or_default(),
        };
        let bits = describe::bits(kind, word);
        if kind != CellKind::Pmd {
            return Value { bits, means, says: None, fields: Vec::new(), answers: Vec::new() };
        }
        let (arch, pmd) = (model.kernel.arch, Pmd(word.bits));
        let valid = arch.hw_valid(pmd);
        let applies = |view: View| match view {
            View::Entry => true,
            View::InvalidEntry | View::Swap => !valid,
        };
        let fields = arch.fields().iter().filter(|field| applies(field.view));
        let fields = fields.filter(|field| field.value(word.bits) != 0).map(|field| Bits {
            name: field.name.to_owned(),
            hi: field.hi,
            lo: field.lo,
            value: field.value(word.bits),
            swap: field.view == View::Swap,
        });
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
            fields: fields.collect(),
            answers: answers.map(|(name, answer)| (name.to_owned(), answer)).to_vec(),
        }
    }
}
