//! The cells and scenarios that a command line selects.

use std::collections::BTreeSet;

use indexmap::IndexSet;
use pmdrace_engine::{Engine, EngineError};
use pmdrace_pgtable::{ARCHITECTURES, matches_pattern};
use pmdrace_report::counted;
use pmdrace_scenario::{CellKey, Diagnostic};

use crate::exit::Failure;
use crate::options::{self, Selection};
use crate::source::Loaded;
use crate::tree::Tree;

/// What a command line selects.
pub(crate) struct Selected {
    /// The cells, in the order of reports.
    pub(crate) cells: Vec<SelectedCell>,
    /// The number of cells that loom explores only with `--full`.
    pub(crate) left_out: usize,
    /// The number of cells with more CPUs than loom supports.
    pub(crate) too_large: usize,
}

/// A selected cell and the engines that explore it.
pub(crate) struct SelectedCell {
    /// The index of its scenario.
    pub(crate) scenario: usize,
    /// The cell.
    pub(crate) key: CellKey,
    /// Why it is not applicable; None if it is.
    pub(crate) not_applicable: Option<String>,
    /// The engines.
    pub(crate) engines: Vec<Engine>,
}

impl Selected {
    /// The cells that apply.
    pub(crate) fn applicable(&self) -> impl Iterator<Item = &SelectedCell> {
        self.cells.iter().filter(|cell| cell.not_applicable.is_none())
    }
}

impl From<options::Engine> for Vec<Engine> {
    fn from(asked: options::Engine) -> Vec<Engine> {
        match asked {
            options::Engine::Auto => Engine::EXHAUSTIVE.to_vec(),
            options::Engine::Loom => vec![Engine::Loom],
            options::Engine::Statespace => vec![Engine::Statespace],
            options::Engine::Random => vec![Engine::Random],
        }
    }
}

/// Whether a cell is selected.
pub(crate) fn selects(
    loaded: &[Loaded],
    selection: &Selection,
    cell: &CellKey,
) -> Result<bool, Failure> {
    check_names(loaded, selection)?;
    let params = params(loaded, selection)?;
    let memory = selection.memory;
    Ok(fits(selection, &params, cell) && memory.is_none_or(|memory| memory == cell.memory))
}

fn fits(selection: &Selection, params: &[(String, String)], cell: &CellKey) -> bool {
    let any = |patterns: &[String], name: &str| {
        patterns.is_empty() || patterns.iter().any(|pattern| matches_pattern(name, pattern))
    };
    any(&selection.variant, &cell.variant)
        && (selection.arch.is_empty() || selection.arch.iter().any(|a| is_arch(&cell.arch, a)))
        && any(&selection.reader, cell.reader.as_deref().unwrap_or_default())
        && params
            .iter()
            .all(|(name, value)| cell.params.get(name).is_some_and(|has| has.to_string() == *value))
}

/// Selects cells, and for each the engines among `asked` that are to explore it: loom on those that are slow on it if
/// `full`. With a kernel build, variants that its C has nothing to say about are left out unless they are asked for.
pub(crate) fn cells(
    loaded: &[Loaded],
    tree: Option<&Tree>,
    selection: &Selection,
    asked: options::Engine,
    full: bool,
) -> Result<Selected, Failure> {
    check_names(loaded, selection)?;
    let params = params(loaded, selection)?;
    let memory = selection.memory;
    let asked: Vec<Engine> = asked.into();
    let mut selected = Selected { cells: Vec::new(), left_out: 0, too_large: 0 };
    for (index, loaded) in loaded.iter().enumerate() {
        let scenario = &loaded.scenario;
        let keys = match (memory, asked.as_slice()) {
            (None, [alone]) => under_its_own(*alone, scenario.cells(None)),
            _ => scenario.cells(memory),
        };
        for key in keys.into_iter().filter(|key| fits(selection, &params, key)) {
            let declined = || tree.and_then(|tree| tree.declines(scenario, &key));
            let not_applicable = scenario.not_applicable(&key).map(str::to_owned).or_else(declined);
            let mut engines = asked.clone();
            let slow = scenario.is_slow_on_loom(&key) && !full;
            if slow && asked.contains(&Engine::Loom) {
                selected.left_out += usize::from(not_applicable.is_none());
                engines.retain(|engine| *engine != Engine::Loom);
            }
            if !engines.is_empty() {
                let key = match selection.plain_reloads {
                    true => key.with_plain_reloads(),
                    false => key,
                };
                selected.cells.push(SelectedCell { scenario: index, key, not_applicable, engines });
            }
        }
    }
    if tree.is_some() && selection.variant.is_empty() {
        leave_out_idle_variants(&mut selected);
    }
    if selected.cells.is_empty() {
        return Err(Failure::nothing(match selected.left_out {
            0 => "nothing is selected; `pmdrace show NAME` lists variants, architectures, readers \
              and parameters"
                .to_owned(),
            left => {
                let cells = counted(left, "cell");
                format!("loom explores what is selected, {cells}, in full runs only; add --full")
            }
        }));
    }
    if let (None, Some(cell)) = (selected.applicable().next(), selected.cells.first()) {
        return Err(Failure::nothing(format!(
            "nothing that is selected applies: {}: {}",
            cell.key.arch,
            cell.not_applicable.as_deref().unwrap_or_default()
        )));
    }
    able(loaded, &mut selected)?;
    Ok(selected)
}

/// The cells for an engine that is asked for alone: under the memory model that it has in place of one it does not have.
fn under_its_own(engine: Engine, cells: Vec<CellKey>) -> Vec<CellKey> {
    let own = |key: CellKey| {
        let memory = engine.stand_in(key.memory).unwrap_or(key.memory);
        CellKey { memory, ..key }
    };
    let cells: IndexSet<CellKey> = cells.into_iter().map(own).collect();
    cells.into_iter().collect()
}

/// Leaves out the variants that do not apply in any cell, of scenarios in which another does.
fn leave_out_idle_variants(selected: &mut Selected) {
    let of = |cell: &SelectedCell| (cell.scenario, cell.key.variant.clone());
    let plays: BTreeSet<(usize, String)> = selected.applicable().map(of).collect();
    let alive: BTreeSet<usize> = plays.iter().map(|(scenario, _)| *scenario).collect();
    selected.cells.retain(|cell| !alive.contains(&cell.scenario) || plays.contains(&of(cell)));
}

/// A name that no scenario in question has is a mistake and not an empty selection.
fn check_names(loaded: &[Loaded], selection: &Selection) -> Result<(), Failure> {
    let variants = loaded.iter().flat_map(|l| l.scenario.variants().map(|(name, _)| name));
    check("variant", &selection.variant, &variants.collect::<Vec<_>>(), matches_pattern)?;
    let readers = loaded.iter().flat_map(|l| l.scenario.readers());
    check("reader", &selection.reader, &readers.collect::<Vec<_>>(), matches_pattern)?;
    let covered = loaded.iter().flat_map(|l| l.scenario.architectures());
    let archs: Vec<&str> = ARCHITECTURES.iter().chain(covered).map(|arch| arch.name()).collect();
    check("architecture", &selection.arch, &archs, is_arch)
}

/// Whether an architecture has this name, in every release if it names none, or matches this pattern.
pub(crate) fn is_arch(name: &str, asked: &str) -> bool {
    matches_pattern(name, asked) || name.split('@').next() == Some(asked)
}

fn check(
    what: &str,
    patterns: &[String],
    known: &[&str],
    selects: impl Fn(&str, &str) -> bool,
) -> Result<(), Failure> {
    for pattern in patterns {
        if !known.iter().any(|known| selects(known, pattern)) {
            return Err(unknown(what, pattern, known));
        }
    }
    Ok(())
}

/// The failure for an unknown name.
pub(crate) fn unknown(what: &str, name: &str, known: &[&str]) -> Failure {
    let mut known = known.to_vec();
    known.dedup();
    let Diagnostic { message, help, .. } = Diagnostic::unknown(0..0, what, name, known);
    Failure::usage(format!("{message}\n  = help: {}", help.unwrap_or_default()))
}

/// The parsed `--param` options.
fn params(loaded: &[Loaded], selection: &Selection) -> Result<Vec<(String, String)>, Failure> {
    let known: Vec<&str> =
        loaded.iter().flat_map(|l| l.scenario.params().map(|(name, _)| name)).collect();
    let split = |param: &String| {
        let (name, value) = param.split_once('=').ok_or_else(|| {
            Failure::usage(format!("`--param {param}`: give NAME=VALUE, such as walkers=1"))
        })?;
        if known.contains(&name) {
            Ok((name.to_owned(), value.to_owned()))
        } else {
            Err(unknown("parameter", name, &known))
        }
    };
    selection.param.iter().map(split).collect()
}

/// Leaves out engines that do not have the memory model or cannot run so many CPUs. A cell that no engine can run is
/// an error before anything runs.
fn able(loaded: &[Loaded], selected: &mut Selected) -> Result<(), Failure> {
    for SelectedCell { scenario, key, engines, .. } in
        selected.cells.iter_mut().filter(|cell| cell.not_applicable.is_none())
    {
        let scenario = &loaded[*scenario].scenario;
        let name = scenario.name();
        let asked = engines.clone();
        let exact = engines.iter().any(|engine| engine.has(key.memory));
        engines.retain(|engine| {
            engine.has(key.memory) || exact && engine.stand_in(key.memory).is_some()
        });
        if let (true, Some(first)) = (engines.is_empty(), asked.first()) {
            let error = EngineError::NoModel { engine: *first, memory: key.memory };
            return Err(Failure::usage(format!(
                "{name}: {key}: {error}\n  = help: choose another with --memory"
            )));
        }
        let cpus = scenario.model(key).map_or(0, |model| model.roles.len());
        let most = engines.iter().max_by_key(|engine| engine.max_cpus()).copied();
        let asked = engines.len();
        engines.retain(|engine| cpus <= engine.max_cpus());
        selected.too_large += usize::from(engines.len() < asked);
        if let (true, Some(most)) = (engines.is_empty(), most) {
            let instead = match most {
                Engine::Loom => "use --engine statespace, or ",
                Engine::Statespace | Engine::Random => "",
            };
            return Err(Failure::usage(format!(
                "{name}: {key}: {cpus} CPUs, but {} runs at most {}\n  = help: {instead}lower the number \
                 of walkers or remove a CPU",
                most.name(),
                most.max_cpus()
            )));
        }
    }
    Ok(())
}
