//! What `pmdrace decode` prints about a word: its class in plain words, its fields under each reading, and
//! every helper's answer.
//!
//! [`json`] has the same answers as [`text`] under the keys of the golden vectors (crates/pgtable/tests/vectors),
//! so that the two can be compared line by line.

mod class;
mod helpers;

use pmdrace_pgtable::{Answers, Arch, Field, MigrationAccess, MigrationEntry, Pmd, SwpEntry, View};

pub use helpers::json;

use crate::model::fields::{Bits, fields, set_fields};
use crate::text::style::wrap;
use class::classify;

/// The maximum line width.
const WIDTH: usize = 100;

/// One line of a section: a name, its bits and a value; the last two may be empty.
type Row = [String; 3];

/// Renders everything about `word` in lines of at most 100 columns.
pub fn text(arch: &dyn Arch, word: Pmd) -> String {
    let answers = Answers::of(arch, word);
    let class = classify(arch, &answers);
    let told = |text: &str| wrap(text, WIDTH, "", "    ");
    let mut out = told(&format!("{} {:#018x}: {class}", arch.name(), word.0));
    section(&mut out, "fields as an entry", &field_rows(arch, View::Entry, word));
    if !answers.hw_valid
        && !answers.none
        && word.0 != 0
        && let Some(swp) = answers.swp
    {
        let rows = swap_rows(arch, &answers, swp);
        section(&mut out, "fields as a swap entry", &rows);
    }
    let answers = helpers::rows(&answers).into_iter();
    let answers = answers.map(|(name, answer)| [name.to_owned(), String::new(), answer]);
    section(&mut out, "answers", &answers.collect::<Vec<_>>());
    out.push('\n');
    out.push_str(&told(&format!("configuration: {}", arch.facts().config)));
    out
}

/// The fields of the word as a swap entry, and their decoded values.
fn swap_rows(arch: &dyn Arch, answers: &Answers, swp: SwpEntry) -> Vec<Row> {
    let mut rows = field_rows(arch, View::Swap, answers.word);
    let mut put = |name: &str, value: String| rows.push([name.to_owned(), String::new(), value]);
    let migration = migration_access(arch, swp);
    put(
        "swp_type()",
        match migration {
            Some(access) => format!("{} (migration, {})", swp.swp_type, access.name()),
            None => swp.swp_type.to_string(),
        },
    );
    put("swp_offset()", format!("{:#x}", swp.offset));
    if let Some(pfn) = answers.swp_pfn {
        put("swp_offset_pfn()", format!("{pfn:#x}"));
    }
    // A migration entry's offset ends with its young and dirty flags.
    if migration.is_some()
        && let Some(format) = arch.facts().thp_migration
        && let above @ 1.. = swp.offset >> (format.pfn_bits + 2)
    {
        let value = format!("{above:#x}, which no migration entry has");
        put("above young, dirty", value);
    }
    rows
}

/// The migration type of the entry, if it has one.
fn migration_access(arch: &dyn Arch, swp: SwpEntry) -> Option<MigrationAccess> {
    MigrationEntry::from_swp_entry(arch, swp).map(|entry| entry.access)
}

/// The bits that the fields cover.
fn mask<'a>(fields: impl Iterator<Item = &'a Field>) -> u64 {
    fields.fold(0, |all, field| all | field.value(u64::MAX) << field.lo)
}

/// The fields of one reading that are not zero, from the low bits up, and the set bits that belong to no field.
fn field_rows(arch: &dyn Arch, view: View, word: Pmd) -> Vec<Row> {
    let row = |field: Bits| {
        let flag = field.hi == field.lo;
        let value = if flag { String::new() } else { format!("{:#x}", field.value) };
        [field.name, run(field.hi, field.lo), value]
    };
    let mut rows: Vec<Row> = set_fields(arch, view, word).into_iter().map(row).collect();
    let outside = runs(word.0 & !mask(fields(arch, view, word)));
    if !outside.is_empty() {
        let value = format!("bits {}", outside.join(", "));
        rows.push(["in no field".to_owned(), String::new(), value]);
    }
    rows
}

/// Bits `lo..=hi` as the bit tables write them.
fn run(hi: u32, lo: u32) -> String {
    if hi == lo { lo.to_string() } else { format!("{hi}-{lo}") }
}

/// The runs of set bits, from the low bits up.
fn runs(mut word: u64) -> Vec<String> {
    let mut runs = Vec::new();
    while word != 0 {
        let lo = word.trailing_zeros();
        let length = (word >> lo).trailing_ones();
        let hi = lo + length - 1;
        runs.push(run(hi, lo));
        word &= !(u64::MAX >> (63 - hi));
    }
    runs
}

/// A blank line, the title and the rows, each column as wide as its widest cell.
fn section(out: &mut String, title: &str, rows: &[Row]) {
    let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or(0);
    let (names, bits) = (width(0), width(1));
    out.push('\n');
    out.push_str(title);
    out.push('\n');
    if rows.is_empty() {
        out.push_str("  none is set\n");
    }
    for [name, place, value] in rows {
        let line = if bits == 0 {
            format!("  {name:<names$}  {value}")
        } else {
            format!("  {name:<names$}  {place:>bits$}  {value}")
        };
        out.push_str(line.trim_end());
        out.push('\n');
    }
}
