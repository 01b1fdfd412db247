//! Results as a table: by property and reader, or one row per variant.

use std::collections::BTreeMap;

use pmdrace_engine::Verdict;
use pmdrace_mm::Kind;

use super::{Column, Grid, Group, Mark, Row, Who, distinct};
use crate::{CellResult, Class, PropertyResult};

/// How results are named in a table.
pub(crate) struct Places {
    /// Whether they are of several scenarios, which rows then name.
    scenarios: bool,
    /// Whether an architecture has several memory models, which then have columns of their own.
    memories: bool,
}

impl Places {
    pub(crate) fn of(results: &[&CellResult]) -> Places {
        let count = |of: fn(&CellResult) -> (&str, &str)| {
            distinct(results.iter().map(|result| of(result))).len()
        };
        Places {
            scenarios: count(|r| (&r.scenario, "")) > 1,
            memories: count(|r| (&r.cell.arch, r.cell.memory.name()))
                > count(|r| (&r.cell.arch, "")),
        }
    }

    /// The name of a result's row: the variant, after the scenario where there are several.
    pub(crate) fn row(&self, result: &CellResult) -> String {
        match self.scenarios {
            true => format!("{} {}", result.scenario, result.cell.variant),
            false => result.cell.variant.clone(),
        }
    }

    /// A result's column.
    pub(crate) fn column(&self, result: &CellResult) -> Column {
        Column::new(&result.cell.arch, self.memories.then_some(result.cell.memory))
    }

    /// The columns that have a case, in order: the releases of an architecture under one memory model side by side.
    fn columns(&self, results: &[&CellResult]) -> Vec<Column> {
        let applies = results.iter().filter(|r| r.not_applicable.is_none());
        let applies: Vec<Column> = distinct(applies.map(|r| self.column(r)));
        let base = |r: &CellResult| r.cell.arch.split('@').next().unwrap_or_default().to_owned();
        let bases = distinct(results.iter().map(|r| base(r)));
        let mut all = results.to_vec();
        all.sort_by_key(|r| (bases.iter().position(|its| *its == base(r)), r.cell.memory));
        let all = distinct(all.into_iter().map(|r| self.column(r)));
        all.into_iter().filter(|column| applies.contains(column)).collect()
    }

    /// The columns left out because they have no case, one line per reason.
    pub(crate) fn missing(&self, results: &[&CellResult]) -> Vec<String> {
        let columns = self.columns(results);
        let mut reasons: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for result in results.iter().filter(|r| !columns.contains(&self.column(r))) {
            let reason = result.not_applicable.as_deref().unwrap_or_default();
            reasons.entry(reason).or_default().push(self.column(result).name());
        }
        let line = |(reason, columns): (&str, Vec<String>)| {
            format!("not applicable: {}: {reason}", distinct(columns).join(", "))
        };
        reasons.into_iter().map(line).collect()
    }
}

/// One group per variant, with a row for each property that does not hold everywhere, by reader where readers
/// differ.
pub(crate) fn details<'r>(results: &[&'r CellResult]) -> Grid<'r> {
    let places = Places::of(results);
    let columns = places.columns(results);
    let groups = distinct(results.iter().map(|r| places.row(r))).into_iter().map(|title| {
        let cells = results.iter().copied().filter(|r| places.row(r) == title);
        let cells: Vec<(Column, &'r CellResult)> =
            cells.map(|cell| (places.column(cell), cell)).collect();
        let properties = || cells.iter().flat_map(|(_, cell)| &cell.properties);
        let (mut rows, mut quiet, mut idle) = (Vec::new(), Vec::new(), Vec::new());
        let lost = cells.iter().any(|(_, cell)| is_lost(cell));
        let mut hides = false;
        for name in distinct(properties().map(|p| p.name.as_str())) {
            let judged = || properties().filter(|p| p.name == name);
            let idle_here =
                |p: &PropertyResult| p.verdict == Verdict::NotApplicable && p.is_as_expected();
            if !lost && judged().all(idle_here) {
                let basis = judged().find_map(|p| p.basis()).unwrap_or_default();
                idle.push(format!("{name}: {basis}"));
                continue;
            }
            let kind = judged().next().map_or("", |p| p.kind.as_str());
            let all = of_property(&cells, name, kind, &columns);
            let (hidden, loud): (Vec<_>, Vec<_>) = all.into_iter().partition(Row::is_quiet);
            hides |= !hidden.is_empty();
            quiet.extend(loud.is_empty().then_some(name));
            rows.extend(loud);
        }
        let applies = cells.iter().any(|(_, cell)| cell.not_applicable.is_none());
        let bounds = distinct(properties().flat_map(|p| &p.up_to).map(String::as_str));
        Group { rows, hides, quiet, idle, bounds, applies, lost, title }
    });
    let groups = groups.collect();
    Grid { columns, groups }
}

/// The rows of one property: one for all readers, or one for each set of readers that agree.
fn of_property<'r>(
    cells: &[(Column, &'r CellResult)],
    property: &str,
    kind: &'r str,
    columns: &[Column],
) -> Vec<Row<'r>> {
    let row = |reader: Option<&'r str>, who: Who<'r>| Row {
        name: property.to_owned(),
        kind,
        who,
        marks: columns.iter().map(|column| mark(cells, column, reader, property)).collect(),
    };
    let judged = cells.iter().filter(|(_, cell)| verdict(cell, property).is_some());
    let readers = distinct(judged.filter_map(|(_, cell)| cell.cell.reader.as_deref()));
    if readers.is_empty() {
        let together = kind == Kind::Outcome.name();
        return vec![row(None, if together { Who::AllCpus } else { Who::AnyCpu })];
    }
    // A predicate is about the word: what one reader is told, any reader could be told.
    if kind == Kind::Predicate.name() {
        return vec![row(None, Who::Any(readers))];
    }
    // A warning that a mutator hits does not depend on the reader beside it, where there is such a cell.
    let is_warning = kind == Kind::Warning.name();
    let mut sets: Vec<(Vec<&'r str>, Row<'r>)> = Vec::new();
    for reader in &readers {
        let row = row(Some(reader), Who::Nobody);
        let mut pairs = sets.iter_mut();
        let agree = |(_, known): &&mut (Vec<&str>, Row<'_>)| match is_warning {
            true => known
                .marks
                .iter()
                .zip(&row.marks)
                .all(|(a, b)| a.is_none() || b.is_none() || a == b),
            false => known.marks == row.marks,
        };
        match pairs.find(agree) {
            Some((known, union)) => {
                known.push(reader);
                union
                    .marks
                    .iter_mut()
                    .zip(row.marks)
                    .for_each(|(mark, other)| *mark = mark.or(other));
            }
            None => sets.push((vec![reader], row)),
        }
    }
    let who = |set: Vec<&'r str>| match (set.len() == readers.len(), is_warning) {
        (false, _) => Who::These(set),
        (true, false) => Who::All(set),
        (true, true) => Who::Any(set),
    };
    sets.into_iter().map(|(set, row)| Row { who: who(set), ..row }).collect()
}

/// The worst verdict on a property over the cells of one column, and of one reader or any.
fn mark(
    cells: &[(Column, &CellResult)],
    column: &Column,
    reader: Option<&str>,
    property: &str,
) -> Option<Mark> {
    let reads =
        |cell: &CellResult| reader.is_none_or(|r| r == cell.cell.reader.as_deref().unwrap_or(""));
    let cells = cells.iter().filter(|(its, cell)| its == column && reads(cell));
    let found = cells.filter_map(|(_, cell)| verdict(cell, property));
    let worst = found.reduce(|a, b| (a.0.min(b.0), a.1 && b.1));
    worst.map(|(verdict, as_expected)| Mark::new(verdict, as_expected))
}

/// The verdict of a cell on a property that it has, and whether it is expected. An error that is about the whole
/// cell is one about each of its properties, so that none of them passes for one that holds.
fn verdict(cell: &CellResult, property: &str) -> Option<(Verdict, bool)> {
    let own = cell.properties.iter().find(|p| p.name == property);
    match is_lost(cell) {
        true if own.is_some() || cell.properties.is_empty() => Some((Verdict::Error, false)),
        _ => own.map(|p| (p.verdict, p.is_as_expected())),
    }
}

/// Whether a cell ended in an error that none of its properties shows.
fn is_lost(cell: &CellResult) -> bool {
    let shown = cell.properties.iter().any(|p| p.verdict == Verdict::Error);
    cell.verdict == Verdict::Error && !shown
}

impl Row<'_> {
    /// Whether the property holds, as expected, wherever it applies.
    fn is_quiet(&self) -> bool {
        let quiet = [Some(Verdict::Holds), Some(Verdict::NotApplicable)];
        self.marks.iter().flatten().all(|m| quiet.contains(&m.verdict) && m.as_expected)
    }
}

/// One row per variant: the worst that each column shows.
pub(crate) fn overview(results: &[&CellResult]) -> Grid<'static> {
    let places = Places::of(results);
    let columns = places.columns(results);
    let rows = distinct(results.iter().map(|r| places.row(r))).into_iter().map(|name| {
        let marks = columns.iter().map(|column| {
            let cells = results.iter().copied().filter(|r| {
                places.row(r) == name && places.column(r) == *column && r.not_applicable.is_none()
            });
            worst(&cells.collect::<Vec<_>>())
        });
        Row { marks: marks.collect(), kind: "", who: Who::Nobody, name }
    });
    let groups = vec![Group::plain("", rows.collect())];
    Grid { columns, groups }
}

/// The worst verdict of some cells; the letter of a violation says of what kind of property.
fn worst(cells: &[&CellResult]) -> Option<Mark> {
    let verdict = cells.iter().map(|cell| cell.verdict).min()?;
    let violated = |kind: Kind| {
        let mut properties = cells.iter().flat_map(|cell| &cell.properties);
        properties.any(|p| p.verdict == Verdict::Violated && p.kind == kind.name())
    };
    // What is not settled is not unexpected.
    let odd = |cell: &&CellResult| matches!(cell.class(), Class::Unexpected | Class::Error);
    let mut mark = Mark::new(verdict, !cells.iter().any(odd));
    if verdict == Verdict::Violated {
        let letters = [(Kind::Consequence, 'C'), (Kind::Warning, 'W'), (Kind::Outcome, 'A')];
        let worst = letters.into_iter().find(|(kind, _)| violated(*kind));
        mark.letter = worst.map_or('P', |(_, letter)| letter);
    }
    Some(mark)
}
