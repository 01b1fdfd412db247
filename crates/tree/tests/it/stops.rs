//! A CPU that stops where it is not known how it goes on: nothing is said of what it holds, and nobody is said to wait for
//! it forever.

use std::sync::Arc;

use pmdrace_engine::{Budget, Engine, Verdict};
use pmdrace_mm::routine::Routine;
use pmdrace_mm::{Ctx, FolioId, LockId, MemoryModel, Model, Note, Property, RmwOrder};
use pmdrace_scenario::{CATALOGUE, Scenario};

/// Takes a reference on the folio that is moved and a lock, says this, and ends.
struct Takes(&'static [Note]);

impl Routine for Takes {
    fn run(&self, k: &Ctx<'_>) {
        k.folio_ref_add_unless_zero(FolioId(0), 1, RmwOrder::Full);
        k.cpu.spin_lock(LockId(0));
        for note in self.0 {
            k.cpu.note(note.clone());
        }
    }
}

/// The verdicts on no-deadlock and on no-foreign-reference where the walker does that.
fn verdicts(engine: Engine, notes: &'static [Note]) -> (Verdict, Verdict) {
    let test = CATALOGUE.iter().find(|entry| entry.name == "migrate-vs-gup-fast").unwrap();
    let scenario = Scenario::parse(test.text).unwrap();
    let walkers = |text: Option<String>| text.is_some_and(|text| text == "1");
    let cells = scenario.cells(Some(MemoryModel::Rc11));
    let cell = cells
        .iter()
        .find(|cell| {
            cell.arch.starts_with("arm64")
                && cell.variant == "recheck"
                && walkers(cell.params.get("walkers").map(ToString::to_string))
        })
        .unwrap();
    let mut model = scenario.model(cell).unwrap();
    let walker = model.roles.iter().position(|role| role.runs.starts_with("gup-fast")).unwrap();
    model.roles[walker].routine = Box::new(Takes(notes));
    let index = |model: &Model, property: Property| {
        model.properties.iter().position(|known| *known == property).unwrap()
    };
    let deadlock = index(&model, Property::NoDeadlock);
    let foreign = index(&model, Property::NoForeignReference);
    let outcome = engine.check(Arc::new(model), &Budget::unlimited()).unwrap();
    (outcome.verdict(deadlock), outcome.verdict(foreign))
}

#[test]
fn nobody_is_stuck_because_of_what_is_not_known() {
    const UNKNOWN: Note = Note::Bound("something that is not known");
    for engine in Engine::EXHAUSTIVE {
        let (deadlock, foreign) = verdicts(engine, &[]);
        assert_eq!(deadlock, Verdict::Violated, "{engine}");
        assert_eq!(foreign, Verdict::Violated, "{engine}");
        // Whoever gives up a loop goes on.
        let (deadlock, foreign) = verdicts(engine, &[UNKNOWN]);
        assert_eq!(deadlock, Verdict::Violated, "{engine}");
        assert_eq!(foreign, Verdict::Violated, "{engine}");
        // After a BUG() the lock stays held, and the reference is used by nobody.
        let (deadlock, foreign) = verdicts(engine, &[Note::Stop]);
        assert_eq!(deadlock, Verdict::Violated, "{engine}");
        assert_ne!(foreign, Verdict::Violated, "{engine}");
        let (deadlock, foreign) = verdicts(engine, &[UNKNOWN, Note::Stop]);
        assert_eq!(deadlock, Verdict::Inconclusive, "{engine}");
        assert_eq!(foreign, Verdict::Inconclusive, "{engine}");
    }
}
