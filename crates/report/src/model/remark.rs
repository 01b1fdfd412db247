//! What stands beside verdicts: properties that nothing can violate, and loop bounds.
//!
//! A report that lists violations only, or the worst of many cells, would let both pass for "holds".

use pmdrace_engine::Verdict;

use super::grid::distinct;
use crate::{CellResult, PropertyResult};

/// A remark about a property in the cells of a variant.
pub(crate) struct Remark<'r> {
    /// A cell that it is about.
    pub(crate) cell: &'r CellResult,
    /// The property there.
    pub(crate) property: &'r PropertyResult,
    /// The remark, as the end of a sentence that begins with the variant.
    pub(crate) text: String,
}

/// The remarks about results, by variant: properties that apply in no cell of it, and those that hold up to a bound
/// in some.
pub(crate) fn remarks<'r>(results: &[&'r CellResult]) -> Vec<Remark<'r>> {
    let mut remarks = Vec::new();
    let variant = |result: &&'r CellResult| (&result.scenario, &result.cell.variant);
    for of_it in distinct(results.iter().map(variant)) {
        let cells = || results.iter().filter(|result| variant(result) == of_it);
        let properties =
            || cells().flat_map(|cell| cell.properties.iter().map(move |p| (*cell, p)));
        for name in distinct(properties().map(|(_, property)| &property.name)) {
            let judged = || properties().filter(|(_, property)| property.name == *name);
            let idle = judged().all(|(_, property)| property.verdict == Verdict::NotApplicable);
            let told = judged().find_map(|(cell, property)| {
                let text = match property.verdict {
                    Verdict::NotApplicable if idle => "does not apply: ",
                    Verdict::Holds if !property.up_to.is_empty() => "holds ",
                    _ => return None,
                };
                let text = format!("{name} {text}{}", property.basis().unwrap_or_default());
                Some(Remark { cell, property, text })
            });
            remarks.extend(told);
        }
    }
    remarks
}

/// The remarks that `which` selects, one line for all variants that share one; it names them unless they are all.
pub(crate) fn remark_lines(
    results: &[&CellResult],
    which: impl Fn(Verdict) -> bool,
) -> Vec<String> {
    let applies = results.iter().filter(|result| result.not_applicable.is_none());
    let variants = distinct(applies.map(|result| (&result.scenario, &result.cell.variant))).len();
    let remarks = remarks(results);
    let remarks = || remarks.iter().filter(|remark| which(remark.property.verdict));
    let line = |text: &String| {
        let about = remarks().filter(|remark| remark.text == *text);
        let about: Vec<&str> = about.map(|remark| remark.cell.cell.variant.as_str()).collect();
        match about.len() == variants {
            true => text.clone(),
            false => format!("{}: {text}", about.join(", ")),
        }
    };
    distinct(remarks().map(|remark| &remark.text)).into_iter().map(line).collect()
}
