//! The named bits of a PMD word, under one reading of it.

use std::fmt;

use pmdrace_pgtable::{Arch, Field, Pmd, View};
use serde::{Deserialize, Serialize};

/// A named field and its value.
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

/// The fields that apply to a word read as an entry, valid or not, or as a swap entry.
pub(crate) fn fields(
    arch: &dyn Arch,
    view: View,
    word: Pmd,
) -> impl Iterator<Item = &'static Field> {
    let invalid = view == View::Entry && !arch.hw_valid(word);
    arch.facts()
        .fields
        .iter()
        .filter(move |field| field.view == view || invalid && field.view == View::InvalidEntry)
}

/// The fields that apply and are not zero, from the low bits up.
pub(crate) fn set_fields(arch: &dyn Arch, view: View, word: Pmd) -> Vec<Bits> {
    let set = fields(arch, view, word).filter(|field| field.value(word.0) != 0);
    let bits = |field: &Field| Bits {
        name: field.name.to_owned(),
        hi: field.hi,
        lo: field.lo,
        value: field.value(word.0),
        swap: view == View::Swap,
    };
    let mut set: Vec<Bits> = set.map(bits).collect();
    set.sort_by_key(|field| field.lo);
    set
}
