//! Litmus tests for herd7: every scenario that is one can be written as one.

use pmdrace_report::export::{DoesNotFit, litmus};
use pmdrace_scenario::{CATALOGUE, Scenario};

#[test]
fn every_litmus_scenario_fits_and_no_race_does() {
    let mut all = String::new();
    for entry in CATALOGUE {
        let scenario = Scenario::parse(entry.text).unwrap();
        for cell in scenario.cells(None).into_iter().filter(|c| scenario.applies(c)) {
            let model = scenario.model(&cell).unwrap();
            match litmus(entry.name, &model) {
                Ok(text) => all.push_str(&text),
                Err(DoesNotFit::Semaphore { .. } | DoesNotFit::Waits { .. }) => panic!("{cell}"),
                Err(DoesNotFit::Routine { .. }) => {
                    assert!(!scenario.is_litmus(), "{cell}");
                    break;
                }
            }
        }
    }
    for form in [
        "READ_ONCE(*x)",
        "READ_ONCE(*(x + (r0 ^ r0)))",
        "WRITE_ONCE(*(z + (r0 ^ r0)), 1)",
        "smp_load_acquire(x)",
        "WRITE_ONCE(*x, 1)",
        "smp_store_release(flag, 1)",
        "= xchg(x, 1)",
        "= xchg_relaxed(x, 1)",
        "smp_mb();",
        "smp_wmb();",
        "smp_rmb();",
        "spin_lock(ptl);",
        "spin_unlock(ptl);",
        "spinlock_t *ptl",
        "exists (0:r0=0 /\\ 1:r0=0)",
    ] {
        assert!(all.contains(form), "{form}");
    }
}
