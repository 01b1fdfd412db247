//! What is too large is refused when a scenario is read, with the place, and at once.

use std::fmt::Write as _;

use crate::small::{at, problems};

/// `count` keys with this value.
fn keys(count: usize, value: &str) -> String {
    (0..count).fold(String::new(), |mut all, i| {
        let _ = writeln!(all, "k{i} = {value}");
        all
    })
}

fn list(count: usize) -> String {
    (0..count).map(|i| format!("\"k{i}\", ")).collect()
}

#[test]
fn what_the_engines_cannot_represent_is_refused() {
    let goal = |i: usize| format!("[goal.g{i}]\noutcome.P = {{ r0 = 1 }}\n");
    let goals: String = (0..8).map(goal).collect();
    for (from, to, says) in [
        ("y = 0\n", keys(63, "0") + "y = 0\n", "65 words of memory, and at most 64"),
        ("lock = [\"l\"]", format!("lock = [{}]", list(33)), "33 locks and semaphores"),
        ("[goal.seen]", goals + "[goal.seen]", "9 goals, and at most 8"),
        ("n = [1, 2]", keys(16, "[1]") + "n = [1, 2]", "18 parameters"),
        (
            "[state]",
            "[state.bystander]\nrefcount = 16384\n[state]".to_owned(),
            "a reference count is at most 16383",
        ),
        (
            "\"r0 = READ_ONCE(x)\"]",
            "\"WRITE_ONCE(x, 1)\",".repeat(100) + "\"r0 = READ_ONCE(x)\"]",
            "102 steps, and at most 100",
        ),
    ] {
        let (_, problems) = problems(&[(from, &to)]);
        assert!(problems[0].message.contains(says), "{says}: {problems:?}");
    }
}

#[test]
fn too_many_cpus_are_refused_at_the_last_of_them() {
    let group = "[[cpu]]\nname = \"R\"\nroutine = \"litmus\"\ncount = \"n\"\n\
                 args.steps = [\"r0 = READ_ONCE(x)\"]\n[exists]";
    let (text, found) = problems(&[("n = [1, 2]", "n = [1, 7]"), ("[exists]", group)]);
    assert!(found[0].message.contains("9 CPUs, and at most 8"), "{found:?}");
    assert_eq!(at(&text, &found[0].span), "\"R\"");
    let (_, found) = problems(&[("n = [1, 2]", "n = [1, 9]"), ("[exists]", group)]);
    assert!(found[0].message.contains("counts of 1 to 8"), "{found:?}");
}

#[test]
fn cells_are_counted_before_they_are_made() {
    let values: String = (1..=60).map(|i| format!("{i}, ")).collect();
    let params = keys(16, &format!("[{values}]"));
    let (_, found) = problems(&[("n = [1, 2]\nthere = [true, false]", &params)]);
    assert!(found[0].message.contains("far too many cells"), "{found:?}");
    let (_, found) =
        problems(&[("n = [1, 2]", &format!("a = [{values}]\nb = [{values}]\nn = [1, 2, 3]"))]);
    assert!(found[0].message.contains("21600 cells, and at most 20000"), "{found:?}");
}

#[test]
fn many_names_cost_no_more_than_reading_them() {
    let rule = "[[expect]]\nvariant = \"nobody\"\nproperty = \"no-outcome\"\nverdict = \"holds\"\n";
    for (from, to) in [
        ("lock = [\"l\"]", format!("lock = [{}]", list(30_000))),
        ("architectures = [\"arm64@6.1\"]", format!("architectures = [{}]", list(30_000))),
        ("[exists]", rule.repeat(10_000) + "[exists]"),
        ("[exists]", rule.repeat(1_000) + "[exists]"),
        ("y = 0", format!("y = 0\n{} = 0", "w".repeat(400_000))),
        ("READ_ONCE(y)", format!("READ_ONCE({})", "w".repeat(400_000))),
        ("y = 0\n", keys(30_000, "0") + "y = 0\n"),
    ] {
        let begun = std::time::Instant::now();
        let (_, problems) = problems(&[(from, &to)]);
        assert!(problems.len() <= 1_000);
        assert!(problems.iter().all(|p| p.help.as_ref().is_none_or(|help| help.len() < 2_000)));
        assert!(begun.elapsed().as_secs() < 5, "{}...", &to[..60]);
    }
}
