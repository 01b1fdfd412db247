//! Contract reports as text: which architecture keeps which clause, a counterexample for every failure, and how
//! each architecture invalidates an entry.

use std::fmt::Write as _;

use pmdrace_pgtable::{Answers, Arch, CLAUSES, Clause, Domain, Mmu, Pmd, View};

use super::{ContractReport, Outcome, establish, order};
use crate::model::fields::set_fields;
use crate::model::grid::{Column, Grid, Group, Row, Who};
use crate::text::grid::{legend_text, text as grid_text};
use crate::text::style::wrap;

/// Renders the reports in lines of at most `width` columns, with a counterexample for every failure.
pub fn text(reports: &[ContractReport], width: usize) -> String {
    let mut out = String::new();
    if let Some(first) = reports.first() {
        let _ = writeln!(
            out,
            "{} clauses; classes of words in full and {} random ones each, seed {:#x}\n",
            CLAUSES.len(),
            first.random_words,
            first.seed
        );
    }
    let table = table(reports);
    let _ = writeln!(out, "{}\n{}", grid_text(&table, width), legend_text(&[&table], width));
    out.push_str("failures, each with its smallest counterexample\n");
    for (at, clause) in CLAUSES.iter().enumerate() {
        failures(&mut out, at, clause, reports, width);
    }
    out.push_str("\nhow each architecture invalidates\n");
    invalidation(&mut out, reports);
    out
}

/// Splits an architecture's name into base and era.
fn era(arch: &'static dyn Arch) -> (&'static str, &'static str) {
    arch.name().split_once('@').unwrap_or((arch.name(), ""))
}

/// The table of clauses by architectures, grouped by domain.
fn table(reports: &[ContractReport]) -> Grid<'static> {
    let clauses: Vec<(usize, &Clause)> = CLAUSES.iter().enumerate().collect();
    let row = |(at, clause): &(usize, &Clause)| Row {
        name: clause.name.to_owned(),
        kind: "",
        who: Who::Nobody,
        marks: reports.iter().map(|report| Some(report.outcomes[*at].mark())).collect(),
    };
    let groups = clauses.chunk_by(|a, b| a.1.domain == b.1.domain);
    let groups = groups.map(|clauses| {
        Group::plain(clauses[0].1.domain.title(), clauses.iter().map(row).collect())
    });
    let columns = reports.iter().map(|report| Column::new(report.arch.name(), None));
    Grid { columns: columns.collect(), groups: groups.collect() }
}

/// The architectures that fail a clause, each with its counterexample; eras with the same one are merged.
fn failures(
    out: &mut String,
    at: usize,
    clause: &Clause,
    reports: &[ContractReport],
    width: usize,
) {
    let mut entries: Vec<(&str, String, String)> = Vec::new();
    for report in reports {
        let Outcome::Fails { word, .. } = report.outcomes[at] else { continue };
        let (base, era) = era(report.arch);
        let body = explain(report.arch, clause, word);
        match entries.last_mut().filter(|last| last.0 == base && last.2 == body) {
            Some(last) => last.1 += &format!(", {era}"),
            None => entries.push((base, era.to_owned(), body)),
        }
    }
    if entries.is_empty() {
        return;
    }
    out.push('\n');
    out.push_str(&wrap(&format!("{}: {}", clause.name, clause.text), width, "", "    "));
    let mut indented = |text: &str| out.push_str(&wrap(text, width, "  ", "      "));
    indented(&format!("promised by: {}", clause.source));
    for (base, eras, body) in entries {
        indented(&format!("{base}@{eras}  {body}"));
    }
}

/// A counterexample: the word, its fields, and what the helpers answer about it, or about the word that the
/// clause's helper makes of it.
fn explain(arch: &dyn Arch, clause: &Clause, word: Pmd) -> String {
    let view = if clause.domain == Domain::Migration { View::Swap } else { View::Entry };
    let fields = set_fields(arch, view, word).into_iter().map(|field| match field.hi == field.lo {
        true => field.name,
        false => format!("{}={:#x}", field.name, field.value),
    });
    let fields: Vec<String> = fields.collect();
    let fields = if fields.is_empty() { "no field".to_owned() } else { fields.join(" ") };
    let mut text = format!("{:#x} ({fields})", word.0);
    let _ = match clause.change {
        None => write!(text, " answers {}", answers(arch, view, word)),
        Some(change) => {
            let made = (change.apply)(arch, word);
            write!(
                text,
                ", by {} {:#x}, answers {}",
                change.name,
                made.0,
                answers(arch, view, made)
            )
        }
    };
    text
}

/// The predicates that hold for a word, and the page or swap entry that it names.
fn answers(arch: &dyn Arch, view: View, word: Pmd) -> String {
    let answers = Answers::of(arch, word);
    let yes = |answer: Option<bool>| answer == Some(true);
    let all = [
        ("none", answers.none),
        ("present", answers.present),
        ("bad", answers.bad),
        ("trans_huge", answers.trans_huge),
        ("leaf", answers.leaf),
        ("devmap", yes(answers.devmap)),
        ("protnone", yes(answers.protnone)),
        ("serializing", yes(answers.serializing)),
        ("write", answers.write),
        ("dirty", answers.dirty),
        ("young", answers.young),
        ("read permitted", answers.access_read),
        ("migration", answers.is_migration),
    ];
    let mut said: Vec<String> =
        all.into_iter().filter(|(_, yes)| *yes).map(|(name, _)| name.to_owned()).collect();
    if !answers.present {
        said.insert(0, "not present".to_owned());
    }
    match answers.swp.filter(|_| view == View::Swap) {
        Some(swp) => said.push(format!("type {} offset {:#x}", swp.swp_type, swp.offset)),
        None => said.push(format!("pfn {:#x}", answers.pfn)),
    }
    said.join(", ")
}

/// The table of how architectures invalidate; eras that do the same share a row.
fn invalidation(out: &mut String, reports: &[ContractReport]) {
    let mut rows: Vec<(&str, String, Mmu)> = Vec::new();
    for report in reports {
        let (base, era) = era(report.arch);
        let mmu = report.arch.facts().mmu;
        match rows.last_mut().filter(|last| last.0 == base && last.2 == mmu) {
            Some(last) => last.1 += &format!(" {era}"),
            None => rows.push((base, era.to_owned(), mmu)),
        }
    }
    let yes = |yes| if yes { "yes" } else { "no" };
    let head = ["", "the word changes by", "flush", "flush comes", "set_pmd_at", "_ad"];
    let mut cells = vec![head.map(str::to_owned)];
    for (base, eras, mmu) in rows {
        cells.push([
            format!("{base} {eras}"),
            establish(mmu.establish).to_owned(),
            mmu.flush.name().to_owned(),
            order(mmu.establish).to_owned(),
            yes(mmu.set_pmd_at_flushes).to_owned(),
            yes(mmu.invalidate_ad_flushes).to_owned(),
        ]);
    }
    let width = |at: usize| cells.iter().map(|row| row[at].len()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    for row in &cells {
        let line: Vec<String> =
            row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        let _ = writeln!(out, "  {}", line.join("  ").trim_end());
    }
    out.push_str(
        "set_pmd_at: whether that flushes, too; _ad: whether pmdp_invalidate_ad() flushes\n",
    );
}
