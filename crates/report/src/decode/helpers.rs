//! Every helper's answer about a word, as text and under the keys of the golden vectors.

use pmdrace_pgtable::{Answers, Arch, MigrationAnswers, Pmd};
use serde_json::{Map, Value};

/// The answer of a helper.
enum Answer {
    /// Yes or no; None: the architecture has no such helper.
    Is(Option<bool>),
    /// A number, and its minimum width.
    Number(u64, usize),
}

/// A helper and its answer.
struct Helper {
    /// The key in the golden vectors.
    key: &'static str,
    /// The name in the kernel.
    name: &'static str,
    answer: Answer,
    missing: Missing,
}

/// How to show that the architecture has no such helper, or that there is nothing to answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Missing {
    /// As a line of text, and as null in JSON.
    Told,
    /// As a line of text only: the vectors leave it out.
    InText,
    /// Not at all.
    Silent,
}

/// The helpers, in the order in which they are printed.
fn helpers(answers: &Answers) -> Vec<Helper> {
    // Destructured in full, so that an answer that is added must be shown as well.
    let Answers {
        word: _,
        none,
        present,
        bad,
        trans_huge,
        leaf,
        devmap,
        protnone,
        write,
        dirty,
        young,
        soft_dirty,
        serializing,
        pfn,
        mkinvalid,
        access_read,
        access_write,
        hw_valid,
        swp: _,
        swp_pfn: _,
        soft_dirty_swp,
        uffd_wp_swp,
        is_migration,
        migration,
    } = *answers;
    let helper = |key, name, answer| Helper { key, name, answer, missing: Missing::Silent };
    let is = |key, name, answer| helper(key, name, Answer::Is(Some(answer)));
    let may =
        |key, name, answer, missing| Helper { key, name, answer: Answer::Is(answer), missing };
    // None does not always mean that there is no such helper: some eras have one that is not modelled here.
    let entry = |of: fn(&MigrationAnswers) -> bool| migration.as_ref().map(of);
    vec![
        is("none", "pmd_none()", none),
        is("present", "pmd_present()", present),
        is("bad", "pmd_bad()", bad),
        is("trans_huge", "pmd_trans_huge()", trans_huge),
        is("leaf", "pmd_leaf()", leaf),
        may("devmap", "pmd_devmap()", devmap, Missing::Told),
        may("protnone", "pmd_protnone()", protnone, Missing::Told),
        is("write", "pmd_write()", write),
        is("dirty", "pmd_dirty()", dirty),
        is("young", "pmd_young()", young),
        may("soft_dirty", "pmd_soft_dirty()", soft_dirty, Missing::InText),
        may("serializing", "pmd_is_serializing()", serializing, Missing::Silent),
        is("access_read", "pmd_access_permitted(), read", access_read),
        is("access_write", "pmd_access_permitted(), write", access_write),
        is("hw_valid", "valid to the hardware", hw_valid),
        may("soft_dirty_swp", "pmd_swp_soft_dirty()", soft_dirty_swp, Missing::InText),
        may("uffd_wp_swp", "pmd_swp_uffd_wp()", uffd_wp_swp, Missing::Silent),
        is("is_migration", "is_pmd_migration_entry()", is_migration),
        may("mig_young", "is_migration_entry_young()", entry(|e| e.young), Missing::Silent),
        may("mig_dirty", "is_migration_entry_dirty()", entry(|e| e.dirty), Missing::Silent),
        may(
            "mig_writable",
            "is_writable_migration_entry()",
            entry(|e| e.writable),
            Missing::Silent,
        ),
        may(
            "mig_read_exclusive",
            "is_readable_exclusive_migration_entry()",
            entry(|e| e.read_exclusive),
            Missing::Silent,
        ),
        helper("pfn", "pmd_pfn()", Answer::Number(pfn, 0)),
        helper("mkinvalid", "pmd_mkinvalid()", Answer::Number(mkinvalid.0, 18)),
    ]
}

/// The rows of all helpers: kernel name and answer.
pub(super) fn rows(answers: &Answers) -> Vec<(&'static str, String)> {
    let row = |helper: Helper| {
        let answer = match helper.answer {
            Answer::Is(Some(true)) => "yes".to_owned(),
            Answer::Is(Some(false)) => "no".to_owned(),
            Answer::Is(None) if helper.missing != Missing::Silent => "no such helper".to_owned(),
            Answer::Is(None) => return None,
            Answer::Number(number, width) => format!("{number:#0width$x}"),
        };
        Some((helper.name, answer))
    };
    helpers(answers).into_iter().filter_map(row).collect()
}

/// Renders every helper's answer about a word as one object with the keys of the golden vectors; null stands for a
/// helper that the architecture does not have.
pub fn json(arch: &dyn Arch, word: Pmd) -> Value {
    let answers = Answers::of(arch, word);
    let hex = |number: u64| Value::from(format!("{number:#x}"));
    let helper = |helper: Helper| match helper.answer {
        Answer::Is(None) if helper.missing != Missing::Told => None,
        Answer::Is(answer) => Some((helper.key.to_owned(), answer.into())),
        Answer::Number(number, _) => Some((helper.key.to_owned(), hex(number))),
    };
    let mut all: Map<String, Value> = helpers(&answers).into_iter().filter_map(helper).collect();
    let mut put = |key: &str, value: Value| all.insert(key.to_owned(), value);
    put("word", hex(word.0));
    put("swp_type", answers.swp.map(|entry| entry.swp_type).into());
    put("swp_offset", answers.swp.map_or(Value::Null, |entry| hex(entry.offset)));
    answers.swp_pfn.map(|pfn| put("swp_pfn", hex(pfn)));
    Value::Object(all)
}
