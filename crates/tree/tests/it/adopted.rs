//! Engines that run the C of a build in the place of transcriptions: the same code gives the same verdicts, and what a
//! change of it does is seen where it is.

use std::sync::Arc;

use pmdrace_engine::{Budget, Cut, Engine, Outcome, Verdict};
use pmdrace_mm::{MemoryModel, Model, Note, Op, Property};
use pmdrace_report::{About, Trace};
use pmdrace_scenario::{CATALOGUE, CellKey, Scenario};
use pmdrace_tree::{AdoptError, Build, Runs, adopt, is_news};

use crate::mini::{directory, source, write};

/// What GUP-fast runs in.
const SCENARIOS: &[&str] = &[
    "split-leaf-vs-gup-fast",
    "split-migration-vs-gup-fast",
    "migrate-vs-gup-fast",
    "collapse-vs-gup-fast-recheck",
    "collapse-frees-table-under-gup-fast",
];

fn scenario(name: &str) -> Scenario {
    let entry = CATALOGUE.iter().find(|entry| entry.name == name).unwrap();
    Scenario::parse(entry.text).unwrap()
}

/// The cells of a scenario in which GUP-fast runs on the architecture of a build as the releases have it, under a memory
/// model that both engines have.
fn cells(scenario: &Scenario, build: &Build) -> Vec<CellKey> {
    let gup = |cell: &CellKey| cell.reader.as_deref().is_none_or(|name| name.starts_with("gup-"));
    let mut cells = scenario.cells(Some(MemoryModel::Rc11));
    cells.retain(|cell| cell.arch == build.arch().name() && scenario.applies(cell) && gup(cell));
    cells
}

/// What an engine finds of a model whose CPUs run the C, as far as the build has it.
fn explored(engine: Engine, model: Model, runs: &[Runs]) -> (Arc<Model>, Outcome) {
    let model = Arc::new(model);
    loop {
        let outcome = engine.check(Arc::clone(&model), &Budget::unlimited()).unwrap();
        if !is_news(runs) {
            return (model, outcome);
        }
    }
}

fn verdicts(model: &Model, outcome: &Outcome) -> Vec<(Property, Verdict)> {
    let all = model.properties.iter().enumerate();
    all.map(|(index, property)| (*property, outcome.verdict(index))).collect()
}

fn reached(outcome: &Outcome) -> Vec<bool> {
    outcome.goals.iter().map(|times| *times > 0).collect()
}

/// Whether GUP-fast is the C in it.
fn runs_c(runs: &[Runs]) -> bool {
    let is_c = |runs: &Runs| matches!(runs, Runs::Kernel { function, .. } if *function == "get_user_pages_fast_only");
    runs.iter().any(is_c)
}

/// Compares what an engine finds of the C with what it finds of the transcriptions.
fn same(build: &Build, engine: Engine, scenario: &Scenario, cell: &CellKey) -> bool {
    let mut model = scenario.model(cell).unwrap();
    if !model.roles.iter().any(|role| ["gup-fast-read", "gup-fast-write"].contains(&role.runs)) {
        return false;
    }
    let runs = match adopt(build, &mut model) {
        Ok(runs) => runs,
        Err(AdoptError::Variant { .. }) => return false,
        Err(error) => panic!("{cell}: {error}"),
    };
    assert!(runs_c(&runs), "{cell}");
    let (model, c) = explored(engine, model, &runs);
    let transcriptions = Arc::new(scenario.model(cell).unwrap());
    let other = engine.check(Arc::clone(&transcriptions), &Budget::unlimited()).unwrap();
    let about = format!("{} {cell}", scenario.name());
    assert_eq!(verdicts(&model, &c), verdicts(&transcriptions, &other), "{about}");
    assert_eq!((reached(&c), &c.bounds), (reached(&other), &other.bounds), "{about}");
    assert_eq!(c.cut, other.cut, "{about}");
    true
}

#[test]
fn the_same_code_has_the_verdicts_of_the_transcription() {
    let directory = directory("gup.ll");
    let build = Build::open(directory.path()).unwrap();
    for name in SCENARIOS {
        let scenario = scenario(name);
        let cells = cells(&scenario, &build);
        let asked = cells.iter().filter(|cell| same(&build, Engine::Statespace, &scenario, cell));
        // Variants that no release has are left out.
        assert!(asked.count() > 0, "{name} is not asked in any cell");
    }
    let two = scenario("migrate-vs-gup-fast");
    let walkers = |cell: &CellKey| cell.params.get("walkers").is_some_and(|n| n.to_string() == "2");
    assert!(cells(&two, &build).iter().any(walkers), "no cell with two walkers");
}

#[test]
fn loom_finds_of_the_c_what_it_finds_of_the_transcription() {
    let directory = directory("gup.ll");
    let build = Build::open(directory.path()).unwrap();
    let scenario = scenario("migrate-vs-gup-fast");
    let small = |cell: &&CellKey| {
        cell.params.get("walkers").is_some_and(|n| n.to_string() == "1")
            && cell.variant == "recheck"
    };
    let cells = cells(&scenario, &build);
    let cells: Vec<&CellKey> = cells.iter().filter(small).collect();
    assert!(!cells.is_empty());
    for cell in cells {
        assert!(same(&build, Engine::Loom, &scenario, cell));
    }
}

/// The line of gup.c that has this text, which occurs once.
fn line(text: &str) -> u32 {
    let source = source("gup.c");
    let lines: Vec<usize> = (source.lines().enumerate())
        .filter(|(_, line)| line.contains(text))
        .map(|(number, _)| number + 1)
        .collect();
    let [line] = lines[..] else { panic!("{text}: {lines:?}") };
    u32::try_from(line).unwrap()
}

/// A cell of the scenario in which a huge page is moved, explored with a variant of the C.
fn moved(gup: &str) -> (Scenario, CellKey, Arc<Model>, Outcome) {
    let directory = directory(gup);
    let build = Build::open(directory.path()).unwrap();
    let scenario = scenario("migrate-vs-gup-fast");
    let scenario = scenario.on(build.arch(), build.arch().name()).unwrap();
    let all = cells(&scenario, &build);
    let cell = all.iter().find(|cell| cell.variant == "recheck").unwrap().clone();
    let mut model = scenario.model(&cell).unwrap();
    let runs = adopt(&build, &mut model).unwrap();
    assert!(runs_c(&runs));
    let (model, outcome) = explored(Engine::Statespace, model, &runs);
    (scenario, cell, model, outcome)
}

fn index(model: &Model, property: Property) -> usize {
    model.properties.iter().position(|known| *known == property).unwrap()
}

#[test]
fn a_recheck_that_is_left_out_is_found_with_its_line() {
    let (scenario, cell, model, outcome) = moved("gup-NO_RECHECK.ll");
    let index = index(&model, Property::NoForeignReference);
    assert_eq!(outcome.verdict(index), Verdict::Violated);
    let example = outcome.properties[index].shortest.as_ref().unwrap();
    let trace = Trace::new(&scenario, &cell, &model, About::Property(index), example, None);
    let opens = trace.opens().unwrap();
    let telling = opens.telling().unwrap();
    assert_eq!(
        (telling.file.as_str(), telling.line),
        ("gup.c", line("u64 pmd = READ_ONCE(*pmdp);"))
    );
    assert_eq!(telling.function, "walk");
}

#[test]
fn what_is_not_known_leaves_open_what_depends_on_it() {
    let (_, _, model, outcome) = moved("gup-UNKNOWN_CALL.ll");
    let place = format!("gup.c:{}", line("\tmystery(page);"));
    let [bound] = outcome.bounds.iter().copied().collect::<Vec<_>>()[..] else {
        panic!("{:?}", outcome.bounds)
    };
    assert!(bound.contains("mystery") && bound.contains(&place), "{bound}");
    assert_eq!(outcome.cut, Some(Cut::LoopBound));
    for (property, verdict) in verdicts(&model, &outcome) {
        assert_eq!(verdict, Verdict::Inconclusive, "{property:?}");
    }

    // Where the call is not made, nothing is lost.
    let directory = directory("gup-UNKNOWN_CALL.ll");
    let build = Build::open(directory.path()).unwrap();
    let mut settled = 0;
    for name in SCENARIOS {
        let scenario = scenario(name);
        for cell in cells(&scenario, &build) {
            let mut model = scenario.model(&cell).unwrap();
            let Ok(runs) = adopt(&build, &mut model) else { continue };
            let (model, c) = explored(Engine::Statespace, model, &runs);
            let transcriptions = Arc::new(scenario.model(&cell).unwrap());
            let other = Engine::Statespace
                .check(Arc::clone(&transcriptions), &Budget::unlimited())
                .unwrap();
            let (mine, its) = (verdicts(&model, &c), verdicts(&transcriptions, &other));
            if c.bounds == other.bounds {
                assert_eq!(mine, its, "{name} {cell}");
                settled += 1;
            }
            // Nothing is said to hold that does not, nor to be violated that is not.
            for ((property, mine), (_, its)) in mine.into_iter().zip(its) {
                assert!(mine == its || mine == Verdict::Inconclusive, "{name} {cell} {property:?}");
            }
        }
    }
    assert!(settled > 0);
}

#[test]
fn a_function_that_a_build_lacks_stays_a_transcription() {
    let other = directory("gup.ll");
    let renamed = source("gup.ll").replace("@get_user_pages_fast_only", "@something_else");
    write(&other, "mm/gup.ll", &renamed);
    let build = Build::open(other.path()).unwrap();
    let scenario = scenario("migrate-vs-gup-fast");
    let all = cells(&scenario, &build);
    let cell = all.iter().find(|cell| cell.variant == "recheck").unwrap();
    let mut model = scenario.model(cell).unwrap();
    let runs = adopt(&build, &mut model).unwrap();
    assert_eq!(runs.len(), model.roles.len());
    for (runs, role) in runs.iter().zip(&model.roles) {
        let Runs::Transcription(why) = runs else { panic!("{} runs C", role.name) };
        let missing = match role.runs.starts_with("gup-fast") {
            true => "get_user_pages_fast_only()",
            // The mini has no such file.
            false => "mm/rmap.ll",
        };
        assert!(why.contains(missing), "{}: {why}", role.name);
    }
    let (model, outcome) = explored(Engine::Statespace, model, &runs);
    let transcriptions = Arc::new(scenario.model(cell).unwrap());
    let its = Engine::Statespace.check(Arc::clone(&transcriptions), &Budget::unlimited()).unwrap();
    assert_eq!(verdicts(&model, &outcome), verdicts(&transcriptions, &its));
}

#[test]
fn a_variant_that_no_release_has_is_refused() {
    let directory = directory("gup.ll");
    let build = Build::open(directory.path()).unwrap();
    let scenario = scenario("migrate-vs-gup-fast");
    let all = cells(&scenario, &build);
    let cell = all.iter().find(|cell| cell.variant == "no-recheck").unwrap();
    let error = adopt(&build, &mut scenario.model(cell).unwrap()).err().unwrap().to_string();
    assert!(error.contains("walker") && error.contains("recheck-pmd"), "{error}");
}

#[test]
fn a_warning_and_a_bug_of_the_c_are_found_with_their_line() {
    for (gup, kind, text) in [
        ("gup-WARNS.ll", "WARN", "TRAP(\"(1 << 0)|(9 << 8)\");"),
        ("gup-BUGS.ll", "BUG", "TRAP(\"0\");"),
    ] {
        let (_, _, model, outcome) = moved(gup);
        let index = index(&model, Property::NoWarning);
        assert_eq!(outcome.verdict(index), Verdict::Violated, "{gup}");
        let example = outcome.properties[index].shortest.as_ref().unwrap();
        let event = &example.events[example.at];
        let Op::Note(Note::Warn { text: said, fires: true, .. }) = &event.op else {
            panic!("{gup}: {event:?}")
        };
        assert_eq!(*said, format!("{kind} in huge() at gup.c:{}", line(text)));
        assert!(outcome.bounds.is_empty(), "{gup}: {:?}", outcome.bounds);
        // A CPU goes on after a warning, and not after a BUG().
        let mut after = example.events[example.at + 1..].iter().filter(|e| e.cpu == event.cpu);
        let goes_on = after.any(|event| !matches!(event.op, Op::Note(_)));
        assert_eq!(goes_on, kind == "WARN", "{gup}");
    }
}
