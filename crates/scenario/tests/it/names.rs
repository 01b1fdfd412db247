//! Names: their alphabet, names that the program uses itself, and names of two things.

use pmdrace_scenario::{Scenario, by_name};

use crate::small::{at, changed, problems};

#[test]
fn no_scenario_may_have_a_parameter_named_plain_reloads() {
    let text = by_name("migrate-vs-gup-fast").unwrap().text;
    let text = text.replace("walkers = [1, 2]", "walkers = [1, 2]\nplain-reloads = [true]");
    let problems = Scenario::parse(&text).unwrap_err();
    assert!(problems.iter().any(|p| p.to_string().contains("plain-reloads")), "{problems:?}");
}

#[test]
fn names_that_a_trace_cannot_hold_are_refused() {
    let long = "w".repeat(65);
    for name in ["", " ", "a b", "x,y", "a=b", "caf\u{e9}", "-v", ".x", "w[0]", "x*", &long] {
        for (from, to) in [
            ("y = 0", format!("\"{name}\" = 0\ny = 0")),
            ("lock = [\"l\"]", format!("lock = [\"l\", \"{name}\"]")),
            ("n = [1, 2]", format!("n = [1, 2]\n\"{name}\" = [1]")),
            ("name = \"Q\"", format!("name = \"{name}\"")),
            ("[variant.plain]", format!("[variant.\"{name}\"]")),
            ("[goal.seen]", format!("[goal.\"{name}\"]")),
        ] {
            let (text, problems) = problems(&[(from, &to)]);
            let place = at(&text, &problems[0].span);
            assert!(place.trim_matches('"') == name, "{place}: {problems:?}");
        }
    }
    for name in ["data-word", "user.tlb", "_x", "0", &long[1..]] {
        let text = changed(&[("y = 0", &format!("y = 0\n\"{name}\" = 0"))]);
        assert!(Scenario::parse(&text).is_ok(), "{name}");
    }
}

#[test]
fn a_flush_spares_known_cpus_that_it_would_interrupt() {
    let spares =
        |more: &str| problems(&[("[variant.plain]\n", &format!("[variant.plain]\n{more}\n"))]);
    let (text, unknown) = spares("flush_spares = [\"nobody\"]");
    assert_eq!(at(&text, &unknown[0].span), "\"nobody\"");
    assert!(unknown[0].message.contains("unknown CPU"), "{unknown:?}");
    for flush in ["", "flush = \"hypercall\"\n"] {
        let (_, none) = spares(&format!("{flush}flush_spares = [\"Q\"]"));
        assert!(none[0].message.contains("no flush interrupts"), "{none:?}");
    }
    let by = "[variant.plain]\nflush = \"interrupt\"\nflush_spares = [\"Q\"]\n";
    assert!(Scenario::parse(&changed(&[("[variant.plain]\n", by)])).is_ok());
}

#[test]
fn a_cpu_may_have_the_name_of_a_word_or_a_variable() {
    for name in ["x", "l", "r0", "tmp"] {
        let cpu = ("name = \"P\"", &*format!("name = \"{name}\""));
        let steps = "[\"tmp = READ_ONCE(x)\", \"r0 = tmp\", \"spin_lock(l)\", \"spin_unlock(l)\"]";
        let steps = ("[\"WRITE_ONCE(y, 1)\", \"r0 = READ_ONCE(x)\"]", steps);
        let asked = [("P = { r0 = 0 }\n", ""), ("outcome.P =", "outcome.Q =")];
        let text = changed(&[cpu, steps, asked[0], asked[1]]);
        assert!(Scenario::parse(&text).is_ok(), "{name}: {:?}", Scenario::parse(&text));
    }
    let (_, problems) = problems(&[(
        "\"r0 = READ_ONCE(y)\"",
        "\"r0 = READ_ONCE(y)\", \"smp_call_function_many(x)\"",
    )]);
    assert!(problems[0].help.as_ref().is_some_and(|help| help.contains("[[cpu]]")), "{problems:?}");
}

#[test]
fn a_name_of_two_words_or_locks_is_refused_with_both_places() {
    for (from, to) in [
        ("lock = [\"l\"]", "lock = [\"l\"]\ntlb = [\"x\"]"),
        ("lock = [\"l\"]", "lock = [\"l\"]\nsem = [\"l\"]"),
        ("[state.word]", "[state.pte]\nx = {}\n[state.word]"),
    ] {
        let (_, problems) = problems(&[(from, to)]);
        assert!(problems[0].message.starts_with("another "), "{problems:?}");
        assert!(problems[0].other.is_some(), "{problems:?}");
    }
    let (_, problems) = problems(&[("y = 0", "y = 0\n\"F.refcount\" = 0")]);
    assert!(problems[0].message.contains("reserved"), "{problems:?}");
}
