//! Checking a scenario as a whole: every name, every number, every rule.
//!
//! All problems are collected, so that one run of `lint` shows them all. What passes here can be bound
//! to a model for every cell; the last step tries exactly that.

use std::collections::BTreeMap;
use std::ops::Range;

use pmdrace_mm::{MemoryModel, Property, routine};
use pmdrace_pgtable::{ARCHITECTURES, Arch, matches_pattern};
use toml::Spanned;

use crate::cell::ParamValue;
use crate::schema::{Cpu, Document, Names, Registers};
use crate::{CellKey, Diagnostic, FORMAT, Scenario};

/// No modelled memory lies above this page frame: well within what every architecture can encode.
const MAX_PFN: u64 = 1 << 32;
/// A real table has 512 entries or more; each modelled entry costs a word.
const MAX_ENTRIES: u64 = 16;
/// More combinations of parameter values than anyone can explore.
const MAX_COMBINATIONS: usize = 1_000;
/// More than any engine can run.
const MAX_COUNT: u64 = 16;

/// Checks everything and returns the scenario, or all problems in the order of the text.
pub(crate) fn check(document: Document) -> Result<Scenario, Vec<Diagnostic>> {
    let mut problems = Vec::new();
    let architectures = architectures(&document, &mut problems);
    identity(&document, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    state(&document, &architectures, &mut problems);
    cpus(&document, &mut problems);
    variants(&document, &mut problems);
    goals(&document, &mut problems);
    let scenario = Scenario { document, architectures };
    if problems.is_empty() {
        expectations(&scenario, &mut problems);
        models(&scenario, &mut problems);
    }
    problems.sort_by_key(|problem| problem.span.as_ref().map(|span| span.start));
    if problems.is_empty() { Ok(scenario) } else { Err(problems) }
}

type Problems = Vec<Diagnostic>;

/// The first value that occurs a second time.
fn twice<T: PartialEq>(values: &[T]) -> Option<&T> {
    values
        .iter()
        .enumerate()
        .find(|(i, value)| values[..*i].contains(value))
        .map(|(_, value)| value)
}

fn architectures(document: &Document, problems: &mut Problems) -> Vec<&'static dyn Arch> {
    for pattern in &document.architectures {
        if !ARCHITECTURES.iter().any(|arch| matches_pattern(arch.name(), pattern.get_ref())) {
            let known = ARCHITECTURES.iter().map(|arch| arch.name()).chain(["all"]);
            problems.push(Diagnostic::unknown(
                pattern.span(),
                "architecture",
                pattern.get_ref(),
                known,
            ));
        }
    }
    let selected = |arch: &&'static dyn Arch| {
        document.architectures.iter().any(|p| matches_pattern(arch.name(), p.get_ref()))
    };
    ARCHITECTURES.iter().copied().filter(selected).collect()
}

fn identity(document: &Document, problems: &mut Problems) {
    if document.format.get_ref() != FORMAT {
        problems.push(
            Diagnostic::at(
                document.format.span(),
                format!("this version reads the format `{FORMAT}`"),
            )
            .help(format!("write format = \"{FORMAT}\"")),
        );
    }
    let name = document.name.get_ref();
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if name.is_empty() || !name.chars().all(fits) {
        problems.push(Diagnostic::at(
            document.name.span(),
            "a scenario's name is made of lower-case letters, digits and hyphens",
        ));
    }
    if document.architectures.is_empty() {
        problems.push(Diagnostic::whole("the list of architectures is empty"));
    }
    if document.variant.is_empty() {
        problems.push(Diagnostic::whole("a scenario needs at least one variant"));
    }
    for (name, values) in &document.params {
        if values.is_empty() {
            problems.push(Diagnostic::whole(format!("the parameter `{name}` has no value")));
        }
        if let Some(twice) = twice(values) {
            problems.push(Diagnostic::whole(format!("the parameter `{name}` has {twice} twice")));
        }
    }
    let combinations = document.params.values().map(Vec::len).try_fold(1usize, usize::checked_mul);
    if combinations.is_none_or(|combinations| combinations > MAX_COMBINATIONS) {
        problems.push(
            Diagnostic::whole(format!(
                "the parameters have more than {MAX_COMBINATIONS} combinations"
            ))
            .help("remove parameters or values"),
        );
    }
    let readers: Vec<&str> = document.readers.iter().map(|r| r.get_ref().as_str()).collect();
    let locks: Vec<&str> = document.state.lock.iter().map(String::as_str).collect();
    for (what, names) in [("reader", &readers), ("lock", &locks)] {
        if let Some(name) = twice(names) {
            problems.push(Diagnostic::whole(format!("the {what} `{name}` is there twice")));
        }
    }
    if document.properties.as_ref().is_some_and(Vec::is_empty) {
        problems.push(
            Diagnostic::whole("the list of properties is empty")
                .help("name some, or leave the key out to judge all"),
        );
    }
    for rule in &document.long_on_loom {
        for name in rule.get_ref().params.keys() {
            if !document.params.contains_key(name) {
                let known = document.params.keys().map(String::as_str);
                problems.push(Diagnostic::unknown(rule.span(), "parameter", name, known));
            }
        }
        for name in rule.get_ref().reader.iter().flat_map(Names::iter) {
            if !document.readers.iter().any(|reader| matches_pattern(reader.get_ref(), name)) {
                let known = document.readers.iter().map(|reader| reader.get_ref().as_str());
                problems.push(Diagnostic::unknown(rule.span(), "reader", name, known));
            }
        }
    }
    for memory in &document.memory {
        if MemoryModel::by_name(memory.get_ref()).is_none() {
            let (span, name) = (memory.span(), memory.get_ref());
            problems.push(Diagnostic::unknown(span, "memory model", name, memory_models()));
        }
    }
    let memories: Vec<&str> = document.memory.iter().map(|name| name.get_ref().as_str()).collect();
    if let Some(name) = twice(&memories) {
        problems.push(Diagnostic::whole(format!("the memory model `{name}` is there twice")));
    }
    if let Some(exists) = &document.exists {
        registers(document, Some(exists.get_ref()), exists.span(), problems);
        if exists.get_ref().values().all(BTreeMap::is_empty) {
            problems.push(Diagnostic::at(exists.span(), "an outcome has at least one register"));
        }
    }
    if document.state.pmd.is_empty() && document.state.word.is_empty() {
        problems.push(
            Diagnostic::whole("there is no memory to race over")
                .help("add a PMD under [state.pmd] or a word of data under [state.word]"),
        );
    }
    let outcome = |name: &Spanned<String>| name.get_ref() == Property::NoOutcome.name();
    if let (Some(name), None) =
        (document.properties.iter().flatten().find(|name| outcome(name)), &document.exists)
    {
        problems.push(
            Diagnostic::at(name.span(), "there is no outcome to judge")
                .help("name it under [exists], such as P0 = { r0 = 1 }"),
        );
    }
    for property in document.properties.iter().flatten() {
        if Property::by_name(property.get_ref()).is_none() {
            let known = Property::ALL.into_iter().map(Property::name);
            problems.push(Diagnostic::unknown(
                property.span(),
                "property",
                property.get_ref(),
                known,
            ));
        }
    }
}

fn state(document: &Document, architectures: &[&'static dyn Arch], problems: &mut Problems) {
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
        problems.push(Diagnostic::whole("the name `bystander` stands for any other page"));
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
    for count in counts.chain(state.bystander.iter().map(|folio| &folio.refcount)) {
        if *count.get_ref() > 1_000_000 {
            problems.push(Diagnostic::at(count.span(), "a reference count is at most 1,000,000"));
        }
    }
    for pmd in state.pmd.values() {
        let folios = [&pmd.get_ref().migration, &pmd.get_ref().leaf];
        if folios.iter().filter(|folio| folio.is_some()).count() != 1 {
            problems.push(
                Diagnostic::at(pmd.span(), "a PMD starts as a migration entry or as a leaf")
                    .help("give one of `migration = \"FOLIO\"` and `leaf = \"FOLIO\"`"),
            );
        }
        for folio in folios.into_iter().flatten() {
            known(folio, "folio", state.folio.keys(), problems);
        }
    }
}

/// Reports a name that is not among `names`.
fn known<'n>(
    name: &Spanned<String>,
    what: &str,
    names: impl Iterator<Item = &'n String> + Clone,
    problems: &mut Problems,
) {
    if !names.clone().any(|known| known == name.get_ref()) {
        problems.push(Diagnostic::unknown(
            name.span(),
            what,
            name.get_ref(),
            names.map(String::as_str),
        ));
    }
}

fn cpus(document: &Document, problems: &mut Problems) {
    let readers = || routine::ROUTINES.iter().filter(|spec| spec.reader).map(|spec| spec.name);
    for reader in &document.readers {
        if !readers().any(|name| name == reader.get_ref()) {
            problems.push(Diagnostic::unknown(
                reader.span(),
                "reader",
                reader.get_ref(),
                readers(),
            ));
        }
    }
    if document.cpu.iter().any(|cpu| cpu.reader) == document.readers.is_empty() {
        problems.push(
            Diagnostic::whole("`readers` and a CPU with `reader = true` belong together")
                .help("give both or neither"),
        );
    }
    for (index, cpu) in document.cpu.iter().enumerate() {
        if document.cpu[..index].iter().any(|other| other.name.get_ref() == cpu.name.get_ref()) {
            problems.push(Diagnostic::at(cpu.name.span(), "two CPUs have this name"));
        }
        match (&cpu.routine, cpu.reader) {
            (Some(name), false) => {
                if routine::by_name(name.get_ref()).is_none() {
                    let names = routine::ROUTINES.iter().map(|spec| spec.name);
                    problems.push(Diagnostic::unknown(
                        name.span(),
                        "routine",
                        name.get_ref(),
                        names,
                    ));
                }
            }
            (None, true) => {}
            _ => problems.push(Diagnostic::at(
                cpu.name.span(),
                "a CPU has either a routine or `reader = true`",
            )),
        }
        param(document, cpu.count.as_ref(), "counts", problems, |value| {
            matches!(value, ParamValue::Count(1..=MAX_COUNT))
        });
        param(document, cpu.when.as_ref(), "true or false", problems, |value| {
            matches!(value, ParamValue::Bool(_))
        });
    }
}

/// Reports a parameter that does not exist or has a value that does not fit.
fn param(
    document: &Document,
    name: Option<&Spanned<String>>,
    takes: &str,
    problems: &mut Problems,
    fits: impl Fn(&ParamValue) -> bool,
) {
    let Some(name) = name else { return };
    known(name, "parameter", document.params.keys(), problems);
    if let Some(bad) = document.params.get(name.get_ref()).into_iter().flatten().find(|v| !fits(v))
    {
        problems.push(Diagnostic::at(
            name.span(),
            format!(
                "the parameter `{}` must be {takes} here, at most {MAX_COUNT}; it can be {bad}",
                name.get_ref()
            ),
        ));
    }
}

fn variants(document: &Document, problems: &mut Problems) {
    let cpus: BTreeMap<&str, &Cpu> =
        document.cpu.iter().map(|cpu| (cpu.name.get_ref().as_str(), cpu)).collect();
    for (variant, overrides) in &document.variant {
        let variant = variant.get_ref();
        for (cpu, args) in &overrides.set {
            if !cpus.contains_key(cpu.as_str()) {
                let near = crate::nearest(cpu, cpus.keys().copied());
                let span = args.values().map(Spanned::span).next();
                let problem = format!("variant `{variant}` changes `{cpu}`, which is no CPU");
                problems.push(Diagnostic {
                    message: problem,
                    span,
                    help: near.map(|near| format!("did you mean `{near}`?")),
                });
            }
        }
    }
}

fn goals(document: &Document, problems: &mut Problems) {
    for goal in document.goal.values() {
        let told = goal.get_ref();
        let kinds = [
            told.read_between.is_some(),
            told.accepts,
            told.returns.is_some(),
            told.outcome.is_some(),
        ];
        if kinds.into_iter().filter(|kind| *kind).count() != 1 {
            problems.push(Diagnostic::at(goal.span(), "a goal is of one kind").help(
                "give one of `read_between = [\"FUNCTION\", \"FUNCTION\"]`, `accepts = true`, \
                 `returns = \"WORDS\"` and `outcome.CPU = { REGISTER = VALUE }`",
            ));
        }
        registers(document, told.outcome.as_ref(), goal.span(), problems);
        for function in told.read_between.iter().flatten() {
            if !routine::FUNCTIONS.contains(&function.as_str()) {
                let known = routine::FUNCTIONS.iter().copied();
                problems.push(Diagnostic::unknown(goal.span(), "kernel function", function, known));
            }
        }
        for name in told.reader.iter().flat_map(Names::iter) {
            if !document.readers.iter().any(|reader| matches_pattern(reader.get_ref(), name)) {
                let known = document.readers.iter().map(|reader| reader.get_ref().as_str());
                problems.push(Diagnostic::unknown(goal.span(), "reader", name, known));
            }
        }
    }
    if document.goal.is_empty() {
        problems.push(
            Diagnostic::whole("a scenario needs a goal, or its \"holds\" could be empty")
                .help("add [goal.NAME] with what must happen in at least one execution"),
        );
    }
}

/// Reports CPUs and registers of an outcome that are not there in every variant.
fn registers(
    document: &Document,
    outcome: Option<&Registers>,
    span: Range<usize>,
    problems: &mut Problems,
) {
    for (name, values) in outcome.into_iter().flatten() {
        let litmus = |cpu: &&Cpu| cpu.routine.as_ref().is_some_and(|r| r.get_ref() == "litmus");
        let mut cpus = document.cpu.iter().filter(litmus);
        let Some(cpu) = cpus.clone().find(|cpu| cpu.name.get_ref() == name) else {
            let known = cpus.by_ref().map(|cpu| cpu.name.get_ref().as_str());
            let known: Vec<&str> = known.collect();
            problems.push(Diagnostic::unknown(span.clone(), "litmus CPU", name, known));
            continue;
        };
        let own = cpu.args.get("steps");
        let in_variants = document.variant.values();
        let in_variants = in_variants.map(|v| v.set.get(name).and_then(|args| args.get("steps")));
        for steps in in_variants.map(|steps| steps.or(own)) {
            let texts = steps.and_then(|steps| steps.get_ref().as_array()).into_iter().flatten();
            let given: Vec<&str> =
                texts.filter_map(|step| Some(step.as_str()?.split_once('=')?.0.trim())).collect();
            for register in values.keys().filter(|name| !given.contains(&name.as_str())) {
                let what = format!("register of `{name}` that every variant gives a value");
                problems.push(Diagnostic::unknown(
                    span.clone(),
                    &what,
                    register,
                    given.iter().copied(),
                ));
            }
        }
    }
}

fn memory_models() -> Vec<&'static str> {
    MemoryModel::ALL.into_iter().map(MemoryModel::name).collect()
}

fn expectations(scenario: &Scenario, problems: &mut Problems) {
    let own = scenario.cells(None);
    for rule in &scenario.document.expect {
        let before = problems.len();
        let (span, rule) = (rule.span(), rule.get_ref());
        if !matches!(rule.verdict.get_ref().as_str(), "violated" | "holds") {
            let verdict = rule.verdict.get_ref();
            problems.push(Diagnostic::unknown(
                rule.verdict.span(),
                "verdict",
                verdict,
                ["violated", "holds"],
            ));
        }
        let mut names = |what, names: &Names, known: &[&str]| {
            for name in names.iter() {
                if !known.iter().any(|known| matches_pattern(known, name)) {
                    problems.push(Diagnostic::unknown(
                        span.clone(),
                        what,
                        name,
                        known.iter().copied(),
                    ));
                }
            }
        };
        let properties: Vec<&str> = scenario.properties().into_iter().map(Property::name).collect();
        let variants: Vec<&str> = scenario.variants().map(|(name, _)| name).collect();
        let readers: Vec<&str> = scenario.readers().collect();
        let archs: Vec<&str> = scenario.architectures().iter().map(|arch| arch.name()).collect();
        names("variant", &rule.variant, &variants);
        names("property", &rule.property, &properties);
        rule.arch.iter().for_each(|n| names("architecture", n, &archs));
        rule.reader.iter().for_each(|n| names("reader", n, &readers));
        rule.memory.iter().for_each(|n| names("memory model", n, &memory_models()));
        let memories = MemoryModel::ALL.into_iter().flat_map(|m| scenario.cells(Some(m)));
        let mut cells = own.iter().cloned().chain(memories);
        let judged = scenario.properties();
        if problems.len() == before
            && !cells.any(|cell| {
                cell.not_applicable.is_none()
                    && judged.iter().any(|property| rule.selects(&cell, *property))
            })
        {
            problems.push(
                Diagnostic::at(span, "this expectation selects no cell")
                    .help("look at the parameters and names it asks for"),
            );
        }
    }
}

/// Builds one model per variant, architecture and reader, which checks all arguments; the parameters
/// change only how many CPUs there are, so the largest values stand for all. Each problem is told once.
fn models(scenario: &Scenario, problems: &mut Problems) {
    let largest = |cell: &CellKey| {
        let values = |name: &str| scenario.params().find(|(n, _)| *n == name).map(|(_, v)| v);
        cell.params
            .iter()
            .all(|(name, value)| values(name).and_then(|v| v.iter().max()) == Some(value))
    };
    let applies = |cell: &CellKey| cell.not_applicable.is_none();
    for cell in scenario.cells(None).into_iter().filter(|cell| applies(cell) && largest(cell)) {
        if let Err(problem) = scenario.model(&cell)
            && !problems.contains(&problem)
        {
            problems.push(problem);
        }
    }
}
