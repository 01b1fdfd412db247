//! Building the model of a cell from a checked scenario.

use std::collections::BTreeMap;

use indexmap::IndexSet;
use pmdrace_mm::routine::{ArgKind, ArgValue, Args, RoutineSpec};
use pmdrace_mm::{Cpus, FolioId, Goal, Kernel, LockKind, Model, Role, TableId};
use toml::Value;

use crate::spanned::Spanned;

use crate::cell::{PLAIN_RELOADS, ParamValue};
use crate::condition::Binder;
use crate::layout::Layout;
use crate::schema::{self, Cpu};
use crate::{CellKey, Diagnostic, Mutant, Scenario, steps};

type Given = BTreeMap<String, Spanned<Value>>;

impl Scenario {
    /// Builds the model of one cell.
    ///
    /// # Errors
    /// When an argument does not fit its routine, with its position. A scenario that [`Scenario::parse`]
    /// accepted has no such problem in any of its own cells.
    pub fn model(&self, cell: &CellKey) -> Result<Model, Diagnostic> {
        self.build(cell, None)
    }

    /// Builds the model of one cell, with the guard of a mutant disabled as well.
    pub(crate) fn build(
        &self,
        cell: &CellKey,
        mutant: Option<&Mutant>,
    ) -> Result<Model, Diagnostic> {
        let mut layout = Layout::new(self, cell, mutant)?;
        let bystander = layout.folios_and_tables();
        layout.pmds()?;
        layout.ptes()?;
        layout.words();
        layout.locks();
        layout.guards();
        layout.tlbs();
        layout.cpus = self.cpus_by_name(cell);
        let (roles, listens) = self.roles(cell, &layout)?;
        let notifier = listens.then(|| layout.add_notifier());
        let binder = Binder { document: &self.document, layout: &layout, roles: &roles };
        let exists = self.conditions.exists.as_ref().map(|asked| binder.exists(asked));
        let exists = exists.transpose()?.unwrap_or_default();
        let goals = self.goals(cell, &binder)?;
        let variant = self.document.variant.get(cell.variant.as_str());
        let flush = variant.and_then(|variant| variant.flush);
        let flush = flush.map_or(layout.arch.facts().mmu.flush, Into::into);
        let spares = |name: &str| variant.is_some_and(|variant| variant.spares(name));
        let spared = layout.cpus.iter().filter(|(name, _)| spares(name));
        let spared = spared.fold(Cpus::default(), |all, (_, cpus)| all | *cpus);
        Ok(Model {
            exists,
            goals,
            bounds: self.document.bounds.clone(),
            kernel: Kernel {
                arch: layout.arch,
                folios: layout.folios,
                bystander,
                tables: layout.tables,
                notifier,
                flush,
                spared,
                plain_reloads: cell.params.contains_key(PLAIN_RELOADS),
            },
            cells: layout.cells,
            locks: layout.locks,
            roles,
            memory: cell.memory,
            properties: self.properties(),
        })
    }

    /// The goals of a cell. Every cell needs one, so that "holds" is not vacuous.
    fn goals(&self, cell: &CellKey, binder: &Binder<'_, '_>) -> Result<Vec<Goal>, Diagnostic> {
        let reader = cell.reader.as_deref().unwrap_or_default();
        let asked = |goal: &&Spanned<schema::Goal>| {
            goal.get_ref().reader.as_ref().is_none_or(|names| names.select(reader))
        };
        let goal = |(name, goal): (&Spanned<String>, &Spanned<schema::Goal>)| {
            let (name, goal) = (name.get_ref().clone(), goal.get_ref());
            let outcome = self.conditions.goals.get(&name);
            Ok(match (goal.read_between.as_deref(), &goal.returns, outcome) {
                (Some([enter, leave]), ..) => {
                    Goal::ReadBetween { name, enter: enter.clone(), leave: leave.clone() }
                }
                (_, Some(with), _) => Goal::Returns { name, with: with.clone() },
                (.., Some(outcome)) => Goal::Outcome { name, exists: binder.exists(outcome)? },
                _ => Goal::Accepts { name },
            })
        };
        let goals = self.document.goal.iter().filter(|(_, goal)| asked(goal)).map(goal);
        let goals = goals.collect::<Result<Vec<Goal>, Diagnostic>>()?;
        if goals.is_empty() {
            let of_cell = |name: &&Spanned<String>| Some(name.as_str()) == cell.reader.as_deref();
            let place = self.document.readers.iter().find(of_cell).unwrap_or(&self.document.name);
            let problem = format!("no goal applies to the reader `{reader}`");
            return Err(Diagnostic::at(place.span(), problem)
                .help("add a goal without `reader`, or one that names this reader"));
        }
        Ok(goals)
    }

    /// How many CPUs of a `[[cpu]]` exist under the cell's parameters.
    fn count(&self, cell: &CellKey, cpu: &Cpu) -> u64 {
        let value = |name: &Option<Spanned<String>>| {
            name.as_ref().and_then(|name| cell.params.get(name.get_ref()))
        };
        match (value(&cpu.when), value(&cpu.count)) {
            (Some(ParamValue::Bool(false)), _) => 0,
            (_, Some(ParamValue::Count(count))) => *count,
            _ => 1,
        }
    }

    /// Per name of a `[[cpu]]`, the CPUs that exist.
    fn cpus_by_name(&self, cell: &CellKey) -> Vec<(&str, Cpus)> {
        let mut next = 0;
        let entry = |cpu: &'_ Cpu| {
            let first = next;
            next += self.count(cell, cpu) as usize;
            (first..next).collect()
        };
        let names = self.document.cpu.iter().map(|cpu| cpu.name.as_str());
        names.zip(self.document.cpu.iter().map(entry)).collect()
    }

    /// The CPUs that exist under the cell's parameters, and whether one uses the notifier.
    fn roles(&self, cell: &CellKey, layout: &Layout<'_>) -> Result<(Vec<Role>, bool), Diagnostic> {
        let mut roles = Vec::new();
        let mut listens = false;
        for (group, cpu) in self.document.cpu.iter().enumerate() {
            let count = self.count(cell, cpu);
            for index in 0..count {
                let name = cpu.name.get_ref();
                let name = if count == 1 { name.clone() } else { format!("{name}{index}") };
                let (role, listening) = self.role(cell, layout, (group, cpu), name)?;
                listens |= listening;
                roles.push(role);
            }
        }
        Ok((roles, listens))
    }

    fn role(
        &self,
        cell: &CellKey,
        layout: &Layout<'_>,
        (group, cpu): (usize, &Cpu),
        name: String,
    ) -> Result<(Role, bool), Diagnostic> {
        let asked = match (&cpu.routine, &cell.reader) {
            (Some(routine), _) => routine.get_ref(),
            (None, Some(reader)) => reader,
            (None, None) => cpu.name.get_ref(),
        };
        let spec = self.routines.by_name(asked).ok_or_else(|| {
            Diagnostic::unknown(
                cpu.name.span(),
                "routine",
                asked,
                self.routines.iter().map(|spec| spec.name),
            )
        })?;
        let mut given: Given = cpu.args.clone();
        let overrides = self.document.variant.get(cell.variant.as_str());
        if let Some(overrides) = overrides.and_then(|v| v.set.get(cpu.name.get_ref().as_str())) {
            given.extend(overrides.clone());
        }
        if cpu.reader {
            // Readers take different arguments: those of another reader are not an error.
            let others = || self.reader_specs().flat_map(|other| other.args);
            let mine = |name: &str| spec.args.iter().any(|arg| arg.name == name);
            given.retain(|name, _| mine(name) || !others().any(|arg| arg.name == name));
        }
        let mut off = layout.guards_off(spec, cpu.reader, &given)?;
        let mine =
            |mutant: &&Mutant| mutant.cpu == *cpu.name.get_ref() && mutant.routine == spec.name;
        off.extend(layout.mutant.filter(mine).map(|mutant| mutant.guard.as_str()));
        let values = (given.iter().filter(|(name, _)| *name != "without"))
            .map(|(name, value)| Ok((name.clone(), layout.value(spec, name, value, &off)?)))
            .collect::<Result<BTreeMap<_, _>, Diagnostic>>()?;
        let args = Args::bind(spec, &values, &off, layout.notifier()).map_err(|error| {
            Diagnostic::at(cpu.name.span(), error.to_string())
                .help("give it under args, or under set.CPU in every variant")
        })?;
        let routine = (spec.build)(&args);
        let listens = args.listens();
        Ok((Role { name, runs: spec.name, group, args, routine }, listens))
    }
}

impl Layout<'_> {
    /// The guards of the routine, or of steps, that a `without` argument names.
    fn guards_off<'g>(
        &self,
        spec: &'static RoutineSpec,
        reader: bool,
        given: &'g Given,
    ) -> Result<Vec<&'g str>, Diagnostic> {
        let Some(without) = given.get("without") else { return Ok(Vec::new()) };
        let span = without.span();
        let names = without.get_ref().as_array().ok_or_else(|| {
            Diagnostic::at(span.clone(), "`without` takes a list of guard names")
                .help("such as [\"recheck-pmd\"]; `pmdrace show` lists the guards of a routine")
        })?;
        // A reader's CPU runs several routines: it may name the guards of any of them.
        let readers = self.scenario.reader_specs().filter(|_| reader);
        let specs = std::iter::once(spec).chain(readers);
        let known: IndexSet<&str> =
            specs.flat_map(|spec| spec.guards.iter().map(|guard| guard.name)).collect();
        let labels: Vec<&str> = steps::labelled(given).iter().map(|one| one.label).collect();
        let mut off = Vec::new();
        for name in names {
            let name = name.as_str().unwrap_or_default();
            if !known.contains(&name) && !labels.contains(&name) {
                let known = known.into_iter().chain(labels);
                return Err(Diagnostic::unknown(span, "guard", name, known));
            }
            let own = spec.guards.iter().map(|guard| guard.name).chain(labels.iter().copied());
            off.extend(own.filter(|guard| *guard == name).take(1).map(|_| name));
        }
        Ok(off)
    }

    /// The value of an argument, with names resolved.
    fn value(
        &self,
        spec: &'static RoutineSpec,
        name: &str,
        value: &Spanned<Value>,
        off: &[&str],
    ) -> Result<ArgValue, Diagnostic> {
        let arg = spec.args.iter().find(|arg| arg.name == name).ok_or_else(|| {
            let what = format!("argument of `{}`", spec.name);
            let known = spec.args.iter().map(|arg| arg.name).chain(["without"]);
            Diagnostic::unknown(value.span(), &what, name, known)
        })?;
        if arg.kind == ArgKind::Code {
            return self.steps(name, value, off);
        }
        if let (ArgKind::Bool, Some(switch)) = (arg.kind, value.get_ref().as_bool()) {
            return Ok(ArgValue::Bool(switch));
        }
        let text = value.get_ref().as_str().filter(|_| arg.kind != ArgKind::Bool);
        let Some(text) = text else {
            let takes = if arg.kind == ArgKind::Bool { "true or false" } else { "a name" };
            return Err(Diagnostic::at(value.span(), format!("`{name}` takes {takes}"))
                .help(format!("meaning: {}", arg.about)));
        };
        let find = |what: &str, names: Vec<&str>| {
            names
                .iter()
                .position(|known| *known == text)
                .ok_or_else(|| Diagnostic::unknown(value.span(), what, text, names.iter().copied()))
        };
        let lock = |what: &str, kind| {
            let known = self.locks_of(kind);
            let index = find(what, known.iter().map(|(name, _)| *name).collect())?;
            Ok(known[index].1)
        };
        Ok(match arg.kind {
            ArgKind::Pmd => {
                let index = find("PMD", self.pmds.keys().copied().collect())?;
                ArgValue::Pmd(self.pmds.values().copied().nth(index).unwrap_or_default())
            }
            ArgKind::Halves => {
                let index = find("PMD in halves", self.halves.keys().copied().collect())?;
                ArgValue::Halves(self.halves.values().copied().nth(index).unwrap_or_default())
            }
            ArgKind::Pte => {
                let index = find("PTE", self.ptes.keys().map(String::as_str).collect())?;
                ArgValue::Pte(self.ptes.values().copied().nth(index).unwrap_or_default())
            }
            ArgKind::Word => {
                let index = find("word", self.words.iter().map(|(name, _)| *name).collect())?;
                ArgValue::Word(self.words[index].1)
            }
            ArgKind::Tlb => {
                let index = find("TLB", self.tlbs.iter().map(|(name, _)| *name).collect())?;
                ArgValue::Tlb(self.tlbs[index].1)
            }
            ArgKind::Sem => ArgValue::Sem(lock("semaphore", LockKind::Semaphore)?),
            ArgKind::Lock => ArgValue::Lock(lock("lock", LockKind::PageTable)?),
            ArgKind::Table => {
                let tables = self.tables.iter().map(|table| table.name.as_str()).collect();
                ArgValue::Table(TableId(find("table", tables)?))
            }
            ArgKind::Folio => {
                let folios = self.folios.iter().map(|folio| folio.name.as_str()).collect();
                ArgValue::Folio(FolioId(find("folio", folios)?))
            }
            ArgKind::Choice(words) => ArgValue::Choice(words[find(name, words.to_vec())?]),
            ArgKind::Bool | ArgKind::Code => ArgValue::Bool(false),
        })
    }
}
