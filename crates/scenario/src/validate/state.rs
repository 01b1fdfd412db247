//! The initial memory: page frames in range and disjoint, tables, counts, PMDs and locks.
//!
//! A misplaced folio or table would be a word that no kernel can hold, or one page with two names.

use std::ops::Range;

use pmdrace_mm::limits;
use pmdrace_pgtable::Arch;

use crate::spanned::Spanned;

use super::{Problems, known};
use crate::Diagnostic;
use crate::schema::{Document, PmdState};

/// The limit on page frames of modelled memory, well within what every architecture can encode.
const MAX_PFN: u64 = 1 << 32;
/// The limit on modelled entries of a table, each of which costs a word. A real table has 512 or more.
const MAX_ENTRIES: u64 = 16;

/// Reports a scenario without PMDs, PTEs and words of data.
pub(super) fn nothing_to_race_over(document: &Document, problems: &mut Problems) {
    let state = &document.state;
    if state.pmd.is_empty() && state.pte.is_empty() && state.word.is_empty() {
        problems.push(
            Diagnostic::at(document.name.span(), "there is no memory to race over")
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
    for (_, guard) in state.guards() {
        let locks = state.lock.iter().map(|lock| lock.get_ref().as_str());
        known(guard.span(), "lock", guard.get_ref(), locks, problems);
    }
    let most = architectures.iter().map(|arch| arch.hpage_pmd_nr()).max().unwrap_or(1);
    let mut frames: Vec<(Range<u64>, &str)> = Vec::new();
    let mut take = |frames_wanted: Range<u64>, name, span, problems: &mut Problems| {
        let taken = |(range, _): &&(Range<u64>, &str)| {
            range.start < frames_wanted.end && frames_wanted.start < range.end
        };
        if let Some((_, other)) = frames.iter().find(taken) {
            problems.push(
                Diagnostic::at(span, format!("`{name}` overlaps `{other}`"))
                    .help("choose another page frame; a PMD-sized folio takes all that follow it"),
            );
        }
        frames.push((frames_wanted, name));
    };
    if let Some((name, _)) = state.folio.get_key_value("bystander") {
        problems.push(
            Diagnostic::at(name.span(), "the name `bystander` is that of all other pages")
                .help("choose another name"),
        );
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
        take(pfn..pfn + most, name.as_str(), folio.pfn.span(), problems);
    }
    for (name, page) in &state.page {
        let pfn = *page.pfn.get_ref();
        if pfn == 0 || pfn >= MAX_PFN {
            problems.push(out_of_range(&page.pfn));
            continue;
        }
        take(pfn..pfn + 1, name.as_str(), page.pfn.span(), problems);
    }
    let leaves = state.table.values().filter_map(|table| table.leaf.as_ref());
    for leaf in leaves.chain(state.pte.values().filter_map(|pte| pte.get_ref().leaf.as_ref())) {
        let pages = state.folio.keys().chain(state.page.keys()).map(Spanned::as_str);
        known(leaf.span(), "page", leaf.get_ref(), pages, problems);
    }
    for (name, table) in &state.table {
        let pfn = *table.pfn.get_ref();
        if pfn == 0 || pfn >= MAX_PFN {
            problems.push(out_of_range(&table.pfn));
            continue;
        }
        take(pfn..pfn + 1, name.as_str(), table.pfn.span(), problems);
        if !(1..=MAX_ENTRIES).contains(table.entries.get_ref()) {
            problems.push(
                Diagnostic::at(
                    table.entries.span(),
                    format!("a table has 1 to {MAX_ENTRIES} modelled entries"),
                )
                .help("model the entries that the race is about"),
            );
        }
    }
    let counts = state.folio.values().map(|folio| &folio.refcount);
    let counts = counts.chain(state.page.values().map(|page| &page.refcount));
    for count in counts.chain(state.bystander.iter().map(|folio| &folio.refcount)) {
        if *count.get_ref() > limits::COUNT as u64 {
            problems.push(
                Diagnostic::at(
                    count.span(),
                    format!("a reference count is at most {}", limits::COUNT),
                )
                .help("a model needs no more than the references that its CPUs take and drop"),
            );
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
            let tables = state.table.keys().map(Spanned::as_str);
            known(table.span(), "table", table.get_ref(), tables, problems);
        }
        for folio in folios.into_iter().flatten() {
            let folios = state.folio.keys().map(Spanned::as_str);
            known(folio.span(), "folio", folio.get_ref(), folios, problems);
        }
    }
    for pte in state.pte.values() {
        if let (Some(_), Some(migration)) = (&pte.get_ref().leaf, &pte.get_ref().migration) {
            problems.push(
                Diagnostic::at(migration.span(), "a PTE has one initial value")
                    .help("give `leaf = \"PAGE\"` or `migration = \"PAGE\"`, or neither"),
            );
        }
    }
}

fn out_of_range(pfn: &Spanned<u64>) -> Diagnostic {
    Diagnostic::at(pfn.span(), format!("page frame {:#x} is out of range", pfn.get_ref()))
        .help(format!("choose one above 0 and below {MAX_PFN:#x}"))
}
