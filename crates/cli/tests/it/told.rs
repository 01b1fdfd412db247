//! How a violation is told: a word of data is its value, and a value is called old only if it is.

use crate::program::pmdrace;

fn check(scenario: &str, variant: &str) -> String {
    let cell = ["check", scenario, "--variant", variant, "--arch", "arm64@6.12"];
    pmdrace(&[&cell[..], &["--memory", "weak", "--engine", "statespace"]].concat()).out
}

#[test]
fn a_page_flag_has_a_value_and_no_fields_of_an_entry() {
    let told = check("anon-exclusive-vs-gup-fast", "no-flag-barrier");
    assert!(told.contains("F.exclusive: 1 -> 0\n"), "{told}");
}

#[test]
fn a_new_value_is_not_called_old() {
    // The read that the violation rests on returns the newest value, though an earlier one did not.
    let told = check("numa-pmd-double-read", "before");
    assert!(told.contains("older than step"), "{told}");
    assert!(!told.contains("an old value by then"), "{told}");
}

#[test]
fn a_change_is_told_by_fields_while_the_entry_means_the_same() {
    let invalidated = check("split-migration-vs-gup-fast", "before");
    assert!(invalidated.contains("changes +nG(11) +PRESENT_INVALID(11)"), "{invalidated}");
    let cleared = check("collapse-vs-gup-fast-recheck", "before");
    assert!(cleared.contains("changes the whole entry"), "{cleared}");
}
