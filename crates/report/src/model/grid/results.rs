//! Results as a table: by property and reader, or one row per variant.

use std::collections::BTreeMap;

use pmdrace_engine::Verdict;
use pmdrace_mm::Kind;

use super::{Grid, Group, Mark, Row, distinct};
use crate::{CellResult, PropertyResult};

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

    /// The name of a result's column: the architecture, after the memory model where there are several.
    pub(crate) fn column(&self, result: &CellResult) -> String {
        match self.memories {
            true => format!("{}-{}", result.cell.memory, result.cell.arch),
            false => result.cell.arch.clone(),
        }
    }

    /// The columns that have a case, in order: the eras of an architecture under one memory model side by side.
    fn columns(&self, results: &[&CellResult]) -> Vec<String> {
        let applies = results.iter().filter(|r| r.not_applicable.is_none());
        let applies: Vec<String> = applies.map(|r| self.column(r)).collect();
        let base = |r: &CellResult| r.cell.arch.split('@').next().unwrap_or_default().to_owned();
        let bases = distinct(results.iter().map(|r| base(r)));
        let mut all = results.to_vec();
        all.sort_by_key(|r| (bases.iter().position(|its| *its == base(r)), r.cell.memory));
        let all = distinct(all.into_iter().map(|r| self.column(r)));
        all.into_iter().filter(|column| applies.contains(column)).collect()
    }

    /// The architectures without any case, one line per reason.
    pub(crate) fn missing(&self, results: &[&CellResult]) -> String {
        let columns = self.columns(results);
        let mut reasons: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for result in results.iter().filter(|r| !columns.contains(&self.column(r))) {
            let reason = result.not_applicable.as_deref().unwrap_or_default();
            reasons.entry(reason).or_default().push(self.column(result));
        }
        let line = |(reason, archs): (&str, Vec<String>)| {
            format!("not applicable: {}: {reason}\n", distinct(archs).join(", "))
        };
        reasons.into_iter().map(line).collect()
    }
}

/// One group per variant, with a row for each property that does not hold everywhere, by reader where readers
/// differ.
pub(crate) fn details<'r>(results: &[&'r CellResult]) -> Grid<'r> {
    let places = Places::of(results);
    let archs = places.columns(results);
    let groups = distinct(results.iter().map(|r| places.row(r))).into_iter().map(|title| {
        let cells = results.iter().copied().filter(|r| places.row(r) == title);
        let cells: Vec<(String, &'r CellResult)> =
            cells.map(|cell| (places.column(cell), cell)).collect();
        let properties = || cells.iter().flat_map(|(_, cell)| &cell.properties);
        let (mut rows, mut quiet, mut idle) = (Vec::new(), Vec::new(), Vec::new());
        for name in distinct(properties().map(|p| p.name.as_str())) {
            let judged = || properties().filter(|p| p.name == name);
            let idle_here =
                |p: &PropertyResult| p.verdict == Verdict::NotApplicable && p.is_as_expected();
            if judged().all(idle_here) {
                let basis = judged().find_map(|p| p.basis()).unwrap_or_default();
                idle.push(format!("{name}: {basis}"));
                continue;
            }
            let kind = judged().next().map_or("", |p| p.kind.as_str());
            let all = of_property(&cells, name, kind, &archs);
            let loud: Vec<Row<'_>> = all.into_iter().filter(|row| !row.is_quiet()).collect();
            quiet.extend(loud.is_empty().then_some(name));
            rows.extend(loud);
        }
        let applies = cells.iter().any(|(_, cell)| cell.not_applicable.is_none());
        let bounds = distinct(properties().flat_map(|p| &p.up_to).map(String::as_str));
        Group { rows, quiet, idle, bounds, applies, title }
    });
    Grid::new(&archs, groups.collect())
}

/// The rows of one property: one for all readers, or one for each set of readers that agree.
fn of_property<'r>(
    cells: &[(String, &'r CellResult)],
    property: &str,
    kind: &'r str,
    archs: &[String],
) -> Vec<Row<'r>> {
    let row = |reader: Option<&'r str>| Row {
        name: property.to_owned(),
        kind,
        readers: Vec::from_iter(reader),
        marks: archs.iter().map(|arch| mark(cells, arch, reader, property)).collect(),
    };
    // A predicate is about the word: what one reader is told, any reader could be told.
    if kind == Kind::Predicate.name() {
        return vec![row(None)];
    }
    let mut rows: Vec<Row<'r>> = Vec::new();
    for reader in distinct(cells.iter().map(|(_, cell)| cell.cell.reader.as_deref().unwrap_or("")))
    {
        let row = row(Some(reader));
        // A warning that a mutator hits does not depend on the reader beside it, where there is such a cell.
        let agree = |known: &&mut Row<'_>| match kind == Kind::Warning.name() {
            true => known
                .marks
                .iter()
                .zip(&row.marks)
                .all(|(a, b)| a.is_none() || b.is_none() || a == b),
            false => known.marks == row.marks,
        };
        match rows.iter_mut().find(agree) {
            Some(known) => {
                known.readers.push(reader);
                known
                    .marks
                    .iter_mut()
                    .zip(row.marks)
                    .for_each(|(mark, other)| *mark = mark.or(other));
            }
            None => rows.push(row),
        }
    }
    if let [row] = rows.as_mut_slice() {
        row.readers.clear();
    }
    rows
}

/// The worst verdict on a property over the cells of one architecture, and of one reader or any.
fn mark(
    cells: &[(String, &CellResult)],
    arch: &str,
    reader: Option<&str>,
    property: &str,
) -> Option<Mark> {
    let reads =
        |cell: &CellResult| reader.is_none_or(|r| r == cell.cell.reader.as_deref().unwrap_or(""));
    let cells = cells.iter().filter(|(column, cell)| column == arch && reads(cell));
    let found = cells.flat_map(|(_, cell)| &cell.properties).filter(|p| p.name == property);
    let found = found.map(|p| (p.verdict, p.is_as_expected()));
    let worst = found.reduce(|a, b| (a.0.min(b.0), a.1 && b.1));
    worst.map(|(verdict, as_expected)| Mark::new(verdict, as_expected))
}

impl Row<'_> {
    /// Whether the property holds, as expected, wherever it applies.
    fn is_quiet(&self) -> bool {
        let quiet = [Some(Verdict::Holds), Some(Verdict::NotApplicable)];
        self.marks.iter().flatten().all(|m| quiet.contains(&m.verdict) && m.as_expected)
    }
}

/// One row per variant: the worst that each architecture shows.
pub(crate) fn overview(results: &[&CellResult]) -> Grid<'static> {
    let places = Places::of(results);
    let archs = places.columns(results);
    let rows = distinct(results.iter().map(|r| places.row(r))).into_iter().map(|name| {
        let marks = archs.iter().map(|arch| {
            let cells = results.iter().copied().filter(|r| {
                places.row(r) == name && places.column(r) == *arch && r.not_applicable.is_none()
            });
            worst(&cells.collect::<Vec<_>>())
        });
        Row { marks: marks.collect(), kind: "", readers: Vec::new(), name }
    });
    let group = Group {
        title: String::new(),
        rows: rows.collect(),
        quiet: Vec::new(),
        idle: Vec::new(),
        bounds: Vec::new(),
        applies: true,
    };
    Grid::new(&archs, vec![group])
}

/// The worst verdict of some cells; the letter of a violation says of what kind of property.
fn worst(cells: &[&CellResult]) -> Option<Mark> {
    let verdict = cells.iter().map(|cell| cell.verdict).min()?;
    let violated = |kind: Kind| {
        let mut properties = cells.iter().flat_map(|cell| &cell.properties);
        properties.any(|p| p.verdict == Verdict::Violated && p.kind == kind.name())
    };
    let mut mark = Mark::new(verdict, cells.iter().all(|cell| cell.as_expected));
    if verdict == Verdict::Violated {
        let letters = [(Kind::Consequence, 'C'), (Kind::Warning, 'W'), (Kind::Outcome, 'A')];
        let worst = letters.into_iter().find(|(kind, _)| violated(*kind));
        mark.letter = worst.map_or('P', |(_, letter)| letter);
    }
    Some(mark)
}
