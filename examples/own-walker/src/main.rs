//! A walker of one's own in a shipped race, without touching pmdrace: does it survive a THP being moved?
//!
//! The walker takes a reference on the page that a PMD maps, as GUP-fast does. Built one way it looks at the
//! PMD again after that, built the other way it does not. Run with `cargo run` in this folder.

use std::sync::Arc;

use pmdrace_engine::{Budget, Engine};
use pmdrace_mm::routine::Routine;
use pmdrace_mm::{Addr, Ctx, Note};
use pmdrace_scenario::Scenario;

/// The routine: straight-line code over `k.cpu`, which is memory, and `k`, which has the kernel's helpers.
struct Walker {
    pmdp: Addr,
    look_again: bool,
}

impl Routine for Walker {
    fn run(&self, k: &Ctx<'_>) {
        k.cpu.local_irq_save();
        let pmd = k.cpu.read_once_dep(self.pmdp);
        if k.pmd_present(pmd)
            && k.pmd_access_permitted(pmd, false)
            && let Some(folio) = k.pmd_page(pmd)
            && k.try_get_folio(folio)
        {
            if self.look_again && pmd.bits != k.cpu.read_once(self.pmdp).bits {
                k.folio_put(folio);
            } else {
                k.cpu.note(Note::Accept { folio });
            }
        }
        k.cpu.local_irq_restore();
    }
}

fn main() -> Result<(), String> {
    let entry = pmdrace_scenario::by_name("migrate-vs-gup-fast").ok_or("it is not shipped")?;
    let scenario = Scenario::parse(entry.text).map_err(|problems| problems[0].to_string())?;
    let budget = Budget::unlimited();
    for arch in ["arm64@6.12", "x86_64@6.12"] {
        let cells = scenario.cells(None);
        let cell = cells.iter().find(|cell| cell.arch == arch).ok_or("no such cell")?;
        for look_again in [true, false] {
            let mut model = scenario.model(cell).map_err(|problem| problem.to_string())?;
            let pmd = model.cells.iter().position(|cell| cell.name == "pmd").map(Addr);
            let walker = Walker { pmdp: pmd.ok_or("no PMD")?, look_again };
            // The scenario's second CPU is its walker.
            model.roles[1].routine = Box::new(walker);
            let model = Arc::new(model);
            for engine in Engine::EXHAUSTIVE {
                let found = engine.check(Arc::clone(&model), &budget).map_err(|e| e.to_string())?;
                let violated: Vec<&str> = model
                    .properties
                    .iter()
                    .zip(&found.properties)
                    .filter(|(_, found)| found.violating > 0)
                    .map(|(property, _)| property.name())
                    .collect();
                let verdict = match violated.is_empty() {
                    true => "every property holds".to_owned(),
                    false => format!("violated: {}", violated.join(", ")),
                };
                println!("{arch} looks again: {look_again:5} {:10} {verdict}", engine.name());
            }
        }
    }
    Ok(())
}
