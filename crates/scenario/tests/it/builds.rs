//! A scenario on an architecture that its rules take for another one, as that of a kernel build: it is about that one
//! alone, and expects what it expects of the shipped one that it stands for.

use pmdrace_mm::pgtable::{ARCHITECTURES, Arch};
use pmdrace_scenario::{CATALOGUE, CellKey, Scenario};

use crate::small::changed;

fn shipped() -> impl Iterator<Item = Scenario> {
    CATALOGUE.iter().map(|entry| Scenario::parse(entry.text).expect("a valid scenario"))
}

fn arch(name: &str) -> &'static dyn Arch {
    ARCHITECTURES.iter().copied().find(|arch| arch.name() == name).expect("an architecture")
}

/// The same cell of another architecture.
fn of(cell: &CellKey, arch: &str) -> CellKey {
    CellKey { arch: arch.to_owned(), ..cell.clone() }
}

#[test]
fn expectations_are_those_of_the_architecture_that_is_stood_for() {
    let (mut asked, mut otherwise) = (0, 0);
    for scenario in shipped() {
        for (own, known_as) in [("x86_64@6.1", "arm64@6.1"), ("arm64@6.1", "x86_64@6.1")] {
            let Some(on) = scenario.on(arch(own), known_as) else { continue };
            for cell in on.cells(None) {
                assert_eq!(cell.arch, own);
                for property in on.properties() {
                    let expects = on.expects_violation(&cell, property);
                    let known = scenario.expects_violation(&of(&cell, known_as), property);
                    assert_eq!(expects, known, "{} {cell} {property:?}", scenario.name());
                    asked += 1;
                    otherwise += u64::from(expects != scenario.expects_violation(&cell, property));
                }
            }
        }
    }
    // The two differ in what is expected of them, or nothing would be shown here.
    assert!(asked > 1000 && otherwise > 10, "{asked} {otherwise}");
}

#[test]
fn models_are_of_the_architecture_that_is_given() {
    for scenario in shipped() {
        let Some(on) = scenario.on(arch("x86_64@6.12"), "arm64@6.1") else { continue };
        assert!(on.is_of_build() && !scenario.is_of_build());
        let names: Vec<&str> = on.architectures().iter().map(|arch| arch.name()).collect();
        assert_eq!(names, ["x86_64@6.12"], "{}", on.name());
        let Some(cell) = on.cells(None).into_iter().find(|cell| on.applies(cell)) else { continue };
        let model = on.model(&cell).expect("a model");
        assert_eq!(model.kernel.arch.name(), "x86_64@6.12", "{}", on.name());
        // Memory is ordered as that architecture orders it, unless the scenario says how.
        let own: Vec<_> = scenario
            .cells(None)
            .iter()
            .filter(|cell| cell.arch == "x86_64@6.12")
            .map(|c| c.memory)
            .collect();
        if !own.is_empty() {
            assert!(on.cells(None).iter().all(|cell| own.contains(&cell.memory)), "{}", on.name());
        }
    }
}

#[test]
fn what_a_scenario_does_not_cover_it_is_not_on() {
    let mut refused = 0;
    for scenario in shipped() {
        for known in ARCHITECTURES {
            let covers = scenario.architectures().iter().any(|arch| arch.name() == known.name());
            let on = scenario.on(arch("x86_64@6.1"), known.name());
            assert_eq!(on.is_some(), covers, "{} {}", scenario.name(), known.name());
            refused += usize::from(!covers);
        }
        assert!(scenario.on(arch("x86_64@6.1"), "vax@2.6").is_none());
    }
    assert!(refused > 0);
}

#[test]
fn own_stands_for_the_memory_model_of_each_architecture() {
    let archs = ("[\"arm64@6.1\"]", "[\"arm64@6.1\", \"x86_64@6.1\", \"powerpc-radix@6.1\"]");
    let text = changed(&[archs, ("[\"sc\"]", "[\"sc\", \"own\", \"lkmm\"]")]);
    let scenario = Scenario::parse(&text).unwrap();
    let of = |arch: &str| -> Vec<&str> {
        let cells = scenario.cells(None).into_iter().filter(|cell| cell.arch == arch);
        let one = cells.filter(|cell| cell.params["n"].to_string() == "1");
        one.filter(|cell| cell.params["there"].to_string() == "true")
            .map(|c| c.memory.name())
            .collect()
    };
    assert_eq!(of("arm64@6.1"), ["sc", "armv8", "lkmm"]);
    assert_eq!(of("x86_64@6.1"), ["sc", "tso", "lkmm"]);
    assert_eq!(of("powerpc-radix@6.1"), ["sc", "lkmm"]);
}
