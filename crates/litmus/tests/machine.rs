//! Litmus tests in C on the machines of the state-space engine, against the axioms: the same final states.

use std::sync::Arc;

use pmdrace_axioms::model::Release;
use pmdrace_engine::{Budget, End, Limits, search};
use pmdrace_litmus::machine::{self, Ending, LastState};
use pmdrace_litmus::{MemoryModel, Observation, Outcomes, Test, read_for};
use pmdrace_mm::MemoryModel as Memory;

/// What the machine says.
fn by_machine(
    test: &Test,
    memory: Memory,
    release: Release,
    states: u64,
) -> Result<(Outcomes, u64), String> {
    let model = machine::model(test, memory, release).map_err(|error| error.to_string())?;
    let limits = Limits { max_states: Some(states), ..Limits::default() };
    let found = search::last_states(Arc::new(model), &Budget::from(limits));
    let found = found.map_err(|error| error.to_string())?;
    if let Some(cut) = found.cut {
        return Err(format!("cut: {cut}"));
    }
    let states = found.set.into_iter().map(|state| LastState {
        threads: state.ends.iter().map(|ends| ended(ends)).collect(),
        memory: state.memory,
    });
    let outcomes = machine::outcomes(test, states).map_err(|cut| cut.to_string())?;
    Ok((outcomes, found.visited))
}

fn ended(ends: &[End]) -> (Ending, Vec<u64>) {
    let mut values = Vec::new();
    let mut ending = Ending::Never;
    for end in ends {
        match end {
            End::Holds(_, value) => values.push(*value),
            End::Returned(text) => ending = Ending::of(text),
        }
    }
    (ending, values)
}

fn spelled(outcomes: &Outcomes) -> Vec<&str> {
    outcomes.states.iter().map(|(state, _)| &state[..]).collect()
}

const MP: &str = "C MP\n{}\nP0(int *x, int *y)\n{\n\tWRITE_ONCE(*x, 1);\n\tFENCE\n\tWRITE_ONCE(*y, 1);\n}\n\nP1(int *x, int *y)\n{\n\tint r0;\n\tint r1;\n\n\tr0 = READ_ONCE(*y);\n\tsmp_rmb();\n\tr1 = READ_ONCE(*x);\n}\n\nexists (1:r0=1 /\\ 1:r1=0)\n";

#[test]
fn message_passing_needs_both_barriers() {
    for (fence, seen) in [("smp_wmb();", Observation::Never), ("", Observation::Sometimes)] {
        let text = MP.replace("FENCE", fence);
        let test = read_for(&text, Release::V6_12).unwrap();
        let (outcomes, _) = by_machine(&test, Memory::Lkmm, Release::V6_12, 10_000).unwrap();
        assert_eq!(outcomes.observation(), seen, "{fence}");
    }
}

#[test]
#[ignore]
fn probe() {
    let list = std::env::var("LITMUS_FILES").unwrap();
    let release = if std::env::var("RELEASE").as_deref() == Ok("6.1") {
        Release::V6_1
    } else {
        Release::V6_12
    };
    let max = std::env::var("STATES").map_or(100_000, |n| n.parse().unwrap());
    for file in std::fs::read_to_string(list).unwrap().lines() {
        let Ok(text) = std::fs::read_to_string(file) else { continue };
        let Ok(test) = read_for(&text, release) else {
            println!("{file}\tunread");
            continue;
        };
        let begun = std::time::Instant::now();
        let found = by_machine(&test, Memory::Lkmm, release, max);
        let took = begun.elapsed().as_millis();
        let (outcomes, visited) = match found {
            Err(error) => {
                println!("{file}\trefused\t{took}\t{error}");
                continue;
            }
            Ok(found) => found,
        };
        let late = std::time::Instant::now();
        let limits =
            pmdrace_litmus::Limits { histories: 100_000, stop: &|| late.elapsed().as_secs() > 20 };
        let axioms = match MemoryModel::Lkmm(release).outcomes(&test, &limits) {
            Err(cut) => {
                println!("{file}\taxioms cut\t{cut}");
                continue;
            }
            Ok(axioms) => axioms,
        };
        let (mine, theirs) = (spelled(&outcomes), spelled(&axioms));
        let weaker: Vec<_> = mine.iter().filter(|s| !theirs.contains(s)).collect();
        let stronger: Vec<_> = theirs.iter().filter(|s| !mine.contains(s)).collect();
        let verdict = if outcomes.observation() == axioms.observation() { "" } else { " VERDICT" };
        match (weaker.is_empty(), stronger.is_empty()) {
            (true, true) => println!("{file}\tagrees\t{took}\t{visited}"),
            _ => println!("{file}\tdiffers{verdict}\tweaker {weaker:?}\tstronger {stronger:?}"),
        }
    }
}
