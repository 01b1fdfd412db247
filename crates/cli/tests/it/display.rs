//! How output looks, where it is asked for.

use crate::program::pmdrace;

const CHECK: &[&str] =
    &["check", "sb", "--variant", "plain", "--memory", "sc", "--engine", "statespace"];

fn check(more: &[&str]) -> String {
    let ran = pmdrace(&[CHECK, more].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out
}

/// The tests run the program with NO_COLOR, and through a pipe.
#[test]
fn colours_that_are_asked_for_are_there_without_a_terminal() {
    assert!(check(&["--color", "always"]).contains('\u{1b}'));
    for plain in [check(&[]), check(&["--color", "auto"]), check(&["--color", "never"])] {
        assert!(!plain.contains('\u{1b}'), "{plain}");
    }
}

#[test]
fn lines_are_as_long_as_is_asked_for() {
    let why = |width: &str| {
        let shown = pmdrace(&["--width", width, "show", "migrate-vs-gup-fast"]).out;
        let why = shown.lines().skip(2).take_while(|line| !line.is_empty());
        why.map(str::to_owned).collect::<Vec<_>>()
    };
    let longest = |width: &str| why(width).iter().map(String::len).max().unwrap();
    for (width, least) in [(45, 35), (100, 80), (160, 130)] {
        let longest = longest(&width.to_string());
        assert!((least..=width).contains(&longest), "{width}: {longest}");
    }
    let refused = pmdrace(&["show", "sb", "--width", "3"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("40..=200"), "{}", refused.err);
}

#[test]
fn an_option_of_every_verb_may_come_before_and_after_it() {
    assert_eq!(pmdrace(&["--progress", "none", "list"]).code, 0);
    assert_eq!(pmdrace(&["list", "--progress", "none"]).code, 0);
    let unknown = pmdrace(&["list", "--progress", "much"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("[possible values: auto, bar, plain, none]"), "{}", unknown.err);
}
