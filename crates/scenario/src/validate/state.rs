//! The initial memory: page frames in range and disjoint, tables, counts, PMDs and locks.
//!
//! A misplaced folio or table would be a word that no kernel can hold, or one page with two names.

use std::ops::Range;

use pmdrace_pgtable::Arch;

use super::{Problems, known, twice};
use crate::Diagnostic;
use crate::schema::{Document, PmdState};

/// The limit on page frames of modelled memory, well within what every architecture can encode.
const MAX_PFN: u64 = 1 << 32;
/// The limit on modelled entries of a table, each of which costs a word. A real table has 512 or more.
const MAX_ENTRIES: u64 = 16;

/// Reports a duplicate lock, semaphore or TLB.
pub(super) fn repeated_locks(document: &Document, problems: &mut Problems) {
    let state = &document.state;
    for (what, names) in [("lock", &state.lock), ("semaphore", &state.sem), ("TLB", &state.tlb)] {
        if let Some(name) = twice(names) {
            problems.push(Diagnostic::whole(format!("the {what} `{name}` is listed twice")));
        }
    }
}

/// Reports a scenario without PMDs, PTEs and words of data.
pub(super) fn nothing_to_race_over(document: &Document, problems: &mut Problems) {
    let state = &document.state;
    if state.pmd.is_empty() && state.pte.is_empty() && state.word.is_empty() {
        problems.push(
            Diagnostic::whole("there is no memory to race over")
                .help("add a PMD under [state.pmd] or a word of data under [state.word]"),
        );
    }
}

/// Folios, tables, reference counts and PMDs.
pub(super) fn state(
    document: &Document,
    architectures: &[&'static dyn Arch],
    problems: &mut Problems,
) {
    let state = &document.state;
    let most = architectures.iter().map(|arch| arch.hpage_pmd_nr()).max().unwrap_or(1);
    let mut frames: Vec<(Range<u64>, &str)> = Vec::new();
    let mut take = |frames_wanted: Range<u64>, name, span, problems: &mut Problems| {
        let taken = |(range, _): &&(Range<u64>, &str)| {
            range.start < frames_wanted.end && frames_wanted.start < range.end
        };
        if let Some((_, other)) = frames.iter().find(taken) {
            problems.push(Diagnostic::at(span, format!("`{name}` overlaps `{other}`")));
        }
        frames.push((frames_wanted, name));
    };
    if state.folio.contains_key("bystander") {
        problems.push(Diagnostic::whole(
            "the name `bystander` is reserved for the folio of all other pages",
        ));
    }
    for (name, folio) in &state.folio {
        let pfn = *folio.pfn.get_ref();
        if pfn == 0 || pfn >= MAX_PFN || pfn % most != 0 {
            problems.push(
                Diagnostic::at(folio.pfn.span(), format!("page frame {pfn:#x} is out of range"))
                    .help(format!(
                        "a PMD-sized folio starts at a multiple of {most:#x} pages, \
                         above 0 and below {MAX_PFN:#x}"
                    )),
            );
            continue;
        }
        take(pfn..pfn + most, name, folio.pfn.span(), problems);
    }
    for (name, page) in &state.page {
        let pfn = *page.pfn.get_ref();
        if pfn == 0 || pfn >= MAX_PFN {
            problems.push(Diagnostic::at(
                page.pfn.span(),
                format!("page frame {pfn:#x} is out of range: above 0 and below {MAX_PFN:#x}"),
            ));
        }
        if state.folio.contains_key(name) {
            problems.push(Diagnostic::at(page.pfn.span(), format!("`{name}` is already a folio")));
        }
        take(pfn..pfn + 1, name, page.pfn.span(), problems);
    }
    let leaves = state.table.values().filter_map(|table| table.leaf.as_ref());
    for leaf in leaves.chain(state.pte.values().filter_map(|pte| pte.get_ref().leaf.as_ref())) {
        let pages = state.folio.keys().chain(state.page.keys()).map(String::as_str);
        known(leaf.span(), "page", leaf.get_ref(), pages, problems);
    }
    for (name, table) in &state.table {
        let pfn = *table.pfn.get_ref();
        if pfn == 0 || pfn >= MAX_PFN {
            problems.push(Diagnostic::at(
                table.pfn.span(),
                format!("page frame {pfn:#x} is out of range: above 0 and below {MAX_PFN:#x}"),
            ));
            continue;
        }
        take(pfn..pfn + 1, name, table.pfn.span(), problems);
        if !(1..=MAX_ENTRIES).contains(table.entries.get_ref()) {
            problems.push(Diagnostic::at(
                table.entries.span(),
                format!("a table has 1 to {MAX_ENTRIES} modelled entries"),
            ));
        }
    }
    let counts = state.folio.values().map(|folio| &folio.refcount);
    let counts = counts.chain(state.page.values().map(|page| &page.refcount));
    for count in counts.chain(state.bystander.iter().map(|folio| &folio.refcount)) {
        if *count.get_ref() > 1_000_000 {
            problems.push(Diagnostic::at(count.span(), "a reference count is at most 1,000,000"));
        }
    }
    for pmd in state.pmd.values() {
        let PmdState { migration, leaf, table, none, .. } = pmd.get_ref();
        let folios = [migration, leaf];
        let given = [migration.is_some(), leaf.is_some(), table.is_some(), *none];
        if given.into_iter().filter(|given| *given).count() != 1 {
            problems.push(
                Diagnostic::at(pmd.span(), "a PMD needs exactly one initial value").help(
                    "give one of `migration = \"FOLIO\"`, `leaf = \"FOLIO\"`, \
                     `table = \"TABLE\"` and `none = true`",
                ),
            );
        }
        for table in table.iter() {
            let tables = state.table.keys().map(String::as_str);
            known(table.span(), "table", table.get_ref(), tables, problems);
        }
        for folio in folios.into_iter().flatten() {
            let folios = state.folio.keys().map(String::as_str);
            known(folio.span(), "folio", folio.get_ref(), folios, problems);
        }
    }
}
