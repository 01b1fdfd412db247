//! The steps of a CPU, from text: a list of statements, or one text of several.
//!
//! The language is that of `pmdrace_litmus::steps`; here are the names that a scenario's state adds to it, and where in
//! the file a problem is.

use std::collections::BTreeMap;
use std::ops::Range;

use pmdrace_litmus::Problem;
use pmdrace_litmus::steps::{Names, Object, read};
use pmdrace_mm::routine::ArgValue;
use pmdrace_mm::{CellKind, FolioId, LockKind, TableId};
use toml::Value;

use crate::layout::Layout;
use crate::spanned::Spanned;
use crate::{Diagnostic, quoted};

pub(crate) use pmdrace_litmus::steps::{Labelled, assigned, register};

/// The argument that gives steps.
const STEPS: &str = "steps";

/// The function of steps whose argument is the name of CPUs.
const INTERRUPTS: &str = "smp_call_function_many";

/// The texts of which steps consist; None if it is neither a text nor a list of texts.
pub(crate) fn texts(value: &Value) -> Option<Vec<&str>> {
    match value {
        Value::String(text) => Some(vec![text]),
        Value::Array(list) => list.iter().map(Value::as_str).collect(),
        _ => None,
    }
}

/// The labelled statements of a CPU's steps, which are its guards.
pub(crate) fn labelled(args: &BTreeMap<String, Spanned<Value>>) -> Vec<Labelled<'_>> {
    let texts = args.get(STEPS).and_then(|value| texts(value.get_ref()));
    texts.map_or_else(Vec::new, |texts| pmdrace_litmus::steps::labelled(&texts))
}

/// Whether a CPU's steps make PMD migration entries.
pub(crate) fn migrate(args: &BTreeMap<String, Spanned<Value>>) -> bool {
    let texts = args.get(STEPS).and_then(|value| texts(value.get_ref()));
    texts.is_some_and(|texts| pmdrace_litmus::steps::calls(&texts, "migration_pmd"))
}

impl Layout<'_> {
    /// Reads the steps that an argument gives, without those that have one of these labels.
    pub(crate) fn steps(
        &self,
        name: &str,
        value: &Spanned<Value>,
        left_out: &[&str],
    ) -> Result<ArgValue, Diagnostic> {
        let texts = texts(value.get_ref()).ok_or_else(|| {
            Diagnostic::at(value.span(), format!("`{name}` takes steps, in a list or as one text"))
                .help("such as [\"WRITE_ONCE(x, 1)\", \"r0 = READ_ONCE(y)\"]")
        })?;
        read(&texts, self.names(&texts), left_out).map(ArgValue::Code).map_err(
            |(index, problem)| {
                let Problem { line, column, message, help, .. } = &problem;
                let text = texts.get(index).copied().unwrap_or("");
                let said = text.lines().nth(line - 1).unwrap_or("").trim();
                let span = self.place(value, &texts, (index, *line, *column));
                Diagnostic::at(span, format!("`{}`: {message}", quoted(said))).help(help)
            },
        )
    }

    /// What these steps may name.
    fn names(&self, texts: &[&str]) -> Names {
        let mut names = Names::default();
        let word = |at: pmdrace_mm::Addr| {
            let kind = self.cells.get(at.0).map_or(CellKind::Word, |cell| cell.kind);
            Object::Word(at, kind)
        };
        let words = self.words.iter().map(|(name, at)| (*name, *at));
        let pmds = self.pmds.iter().map(|(name, at)| (*name, *at));
        let ptes = self.ptes.iter().map(|(name, at)| (name.as_str(), *at));
        for (name, at) in words.chain(pmds).chain(ptes) {
            names.add(name, word(at));
        }
        for (index, folio) in self.folios.iter().enumerate() {
            names.add(folio.name.as_str(), Object::Folio(FolioId(index)));
            names.add(format!("{}.refcount", folio.name), word(folio.refcount));
            if let Some(at) = folio.exclusive {
                names.add(format!("{}.exclusive", folio.name), word(at));
            }
        }
        for (index, table) in self.tables.iter().enumerate() {
            names.add(table.name.as_str(), Object::Table(TableId(index)));
        }
        for (name, lock) in self.locks_of(LockKind::PageTable) {
            names.add(name, Object::Lock(lock));
        }
        for (name, sem) in self.locks_of(LockKind::Semaphore) {
            names.add(name, Object::Sem(sem));
        }
        for (name, tlb) in &self.tlbs {
            names.add(*name, Object::Tlb(*tlb));
        }
        if pmdrace_litmus::steps::calls(texts, INTERRUPTS) {
            let fits = |name: &str| !names.has(name) && register(name).is_none();
            let cpus: Vec<_> = self.cpus.iter().filter(|(name, _)| fits(name)).collect();
            cpus.into_iter().for_each(|(name, cpus)| names.add(*name, Object::Cpus(*cpus)));
        }
        names
    }

    /// Where in the file a line and column of one of the texts are; all of them if the file spells them otherwise.
    fn place(
        &self,
        value: &Spanned<Value>,
        texts: &[&str],
        (index, line, column): (usize, usize, usize),
    ) -> Range<usize> {
        let all = value.span();
        let file = &self.scenario.document.text;
        let find = || {
            let mut at = all.start;
            for (number, text) in texts.iter().enumerate() {
                at += file.get(at..all.end)?.find(text)?;
                if number == index {
                    let lines = text.split_inclusive('\n').take(line - 1);
                    let line_at = at + lines.map(str::len).sum::<usize>();
                    let rest = file.get(line_at..at + text.len())?;
                    let to = rest.char_indices().nth(column - 1).map_or(rest.len(), |(at, _)| at);
                    let end = rest[to..].find('\n').map_or(rest.len(), |length| to + length);
                    return Some(line_at + to.min(end)..line_at + end);
                }
                at += text.len();
            }
            None
        };
        find().unwrap_or(all)
    }
}
