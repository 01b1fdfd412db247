//! What is learned of a function is what it does: the same calls and notes along every history of a cell, whoever runs
//! it, and nothing new the second time. And what the C says to oracles is what the transcription says.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Barrier;
use std::thread;

use pmdrace_engine::{Budget, search};
use pmdrace_mm::routine::Routine;
use pmdrace_mm::{Answer, Call, Change, Cpu, History, Model, Note, ReadOrder, Step, Word};
use pmdrace_scenario::{CATALOGUE, Scenario};
use pmdrace_tree::{Build, KernelRoutine, Learned, entry};

use crate::mini::directory;

/// Unwinds out of a run whose history has ended.
struct Ended;

/// A CPU that answers from a history, and records what is asked and noted.
struct Recorder<'a> {
    steps: &'a [Step],
    next: Cell<usize>,
    said: RefCell<Vec<Said>>,
    over: Cell<bool>,
}

/// What a routine does.
#[derive(Clone, PartialEq, Debug)]
enum Said {
    Call(Call, Option<Word>),
    Note(Note),
}

impl Cpu for Recorder<'_> {
    fn call(&self, call: Call, change: Change<'_>) -> Answer {
        let step = self.steps.get(self.next.get());
        let stored = match (call, step.map(|step| step.answer)) {
            (Call::Update { .. }, Some(Answer::Word(old))) => change(old),
            _ => None,
        };
        self.said.borrow_mut().push(Said::Call(call, stored));
        let Some(step) = step else {
            self.over.set(true);
            resume_unwind(Box::new(Ended))
        };
        assert_eq!(once(step.call), once(call), "after {} calls", self.next.get());
        self.next.set(self.next.get() + 1);
        step.answer
    }

    fn note(&self, note: Note) {
        if !self.over.get() {
            self.said.borrow_mut().push(Said::Note(note));
        }
    }
}

/// A call but for dependencies, which the C shows only later.
fn once(call: Call) -> Call {
    match call {
        Call::Read { at, order: ReadOrder::Dependency } => {
            Call::Read { at, order: ReadOrder::Once }
        }
        other => other,
    }
}

/// What a role does along a history.
fn along(model: &Model, history: &History) -> Vec<Said> {
    let recorder = Recorder {
        steps: &history.steps,
        next: Cell::new(0),
        said: RefCell::default(),
        over: Cell::new(false),
    };
    if let Err(payload) = catch_unwind(AssertUnwindSafe(|| model.run(history.role, &recorder)))
        && !payload.is::<Ended>()
    {
        resume_unwind(payload);
    }
    assert_eq!(recorder.next.get(), history.steps.len(), "it ends earlier");
    recorder.said.take()
}

/// A model in which GUP-fast runs, with its histories and what else a test needs.
struct Case {
    model: Model,
    role: usize,
    histories: Vec<History>,
    routine: KernelRoutine,
}

impl Case {
    /// The model with this in the place of GUP-fast.
    fn with(mut self, routine: Box<dyn Routine>) -> Case {
        self.model.roles[self.role].routine = routine;
        self
    }

    fn said(&self) -> Vec<Vec<Said>> {
        self.histories.iter().map(|history| along(&self.model, history)).collect()
    }
}

const SCENARIOS: &[&str] =
    &["split-migration-vs-gup-fast", "migrate-vs-gup-fast", "collapse-vs-gup-fast-recheck"];

/// The cells with one walker in which GUP-fast runs as the releases have it.
fn cases(build: &Build) -> Vec<Case> {
    let mut cases = Vec::new();
    for name in SCENARIOS {
        let test = CATALOGUE.iter().find(|entry| entry.name == *name).unwrap();
        let scenario = Scenario::parse(test.text).unwrap();
        for cell in scenario.cells(None) {
            let walkers = cell.params.get("walkers").map(ToString::to_string);
            let one = walkers.is_none_or(|walkers| walkers == "1");
            if cell.arch != build.arch().name() || !scenario.applies(&cell) || !one {
                continue;
            }
            let model = scenario.model(&cell).unwrap();
            let Some(role) = model.roles.iter().position(|r| r.runs.starts_with("gup-fast")) else {
                continue;
            };
            if !model.roles[role].args.without().is_empty() {
                continue; // a variant that no kernel has
            }
            let (mut histories, cut) = search::histories(&model, &Budget::unlimited()).unwrap();
            assert_eq!(cut, None);
            histories.retain(|history| history.role == role);
            let entry = entry::by_routine(model.roles[role].runs).unwrap();
            let args = &model.roles[role].args;
            let routine = KernelRoutine::new(build, entry, &model, args).unwrap();
            cases.push(Case { model, role, histories, routine });
        }
    }
    assert!(cases.len() > 5, "{} cases", cases.len());
    cases
}

/// What oracles are told of a word, as far as a transcription and the C both tell it.
fn told(said: &[Said]) -> BTreeSet<String> {
    const HELPERS: &[&str] =
        &["pmd_present", "pmd_trans_huge", "pmd_access_permitted", "pte_access_permitted"];
    let told = said.iter().filter_map(|said| match said {
        Said::Note(note @ (Note::Page { .. } | Note::Table { .. })) => Some(format!("{note:?}")),
        Said::Note(note @ Note::Answer { helper, .. }) if HELPERS.contains(helper) => {
            Some(format!("{note:?}"))
        }
        _ => None,
    });
    told.collect()
}

#[test]
fn oracles_are_told_by_the_c_what_the_transcription_tells() {
    let directory = directory("gup.ll");
    let build = Build::open(directory.path()).unwrap();
    let (mut pages, mut tables, mut answers) = (0, 0, 0);
    for case in cases(&build) {
        let transcription = case.said();
        let routine = case.routine.clone();
        let case = case.with(Box::new(routine));
        for ((theirs, c), history) in transcription.iter().zip(case.said()).zip(&case.histories) {
            let c = told(&c);
            assert_eq!(c, told(theirs), "{history:#?}");
            let count = |begins: &str| c.iter().filter(|note| note.starts_with(begins)).count();
            pages += count("Page");
            tables += count("Table");
            answers += count("Answer");
        }
    }
    assert!(pages > 10 && tables > 10 && answers > 50, "{pages} {tables} {answers}");
}

#[test]
fn what_is_learned_is_what_the_function_does() {
    let directory = directory("gup.ll");
    let build = Build::open(directory.path()).unwrap();
    for case in cases(&build) {
        let learned = Learned::new(case.routine.clone());
        let case = case.with(Box::new(learned.clone()));
        // Which reads head a dependency is known once all was run.
        case.said();
        assert!(learned.forget());
        assert_eq!(learned.runs(), 0);
        let said = case.said();
        assert!(!learned.forget(), "a dependency was found that was there before");
        let runs = learned.runs();
        assert!(runs > 1);

        assert_eq!(case.said(), said);
        assert_eq!(learned.runs(), runs, "something was run again");
        let depends = |said: &Said| {
            matches!(said, Said::Call(Call::Read { order: ReadOrder::Dependency, .. }, _))
        };
        assert!(said.iter().flatten().any(depends));

        let routine = learned.routine().clone();
        let case = case.with(Box::new(routine));
        let direct = case.said();
        for ((direct, said), history) in direct.iter().zip(&said).zip(&case.histories) {
            assert_eq!(direct, said, "{history:#?}");
        }
    }
}

#[test]
fn several_threads_can_learn_at_the_same_time() {
    let directory = directory("gup.ll");
    let build = Build::open(directory.path()).unwrap();
    let case = cases(&build).into_iter().max_by_key(|case| case.histories.len()).unwrap();
    let learned = Learned::new(case.routine.clone());
    let mut case = case.with(Box::new(learned.clone()));
    case.said();
    assert!(learned.forget());
    let said = case.said();
    let runs = learned.runs();
    for _ in 0..20 {
        // The heads are known, so nothing but the runs is new.
        let learned = Learned::new(learned.routine().clone());
        case = case.with(Box::new(learned.clone()));
        let start = Barrier::new(4);
        thread::scope(|scope| {
            let learn = || {
                start.wait();
                case.said()
            };
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(learn)).collect();
            for thread in threads {
                assert_eq!(thread.join().unwrap(), said);
            }
        });
        assert_eq!(learned.runs(), runs, "a list of answers was run for two threads");
    }
}
