//! Text that a terminal would obey is refused wherever a scenario has text.

use crate::small::problems;

#[test]
fn control_characters_are_refused_with_their_place() {
    for escape in ["\\u001b[31m", "\\u0007", "\\u007f", "\\u009b", "\\u202e", "\\u2066", "\\u200f"]
    {
        for (from, to) in [
            ("title = \"", format!("title = \"{escape}")),
            ("why = \"", format!("why = \"{escape}")),
            ("about = \"", format!("about = \"{escape}")),
            ("[source]", format!("tags = [\"{escape}\"]\n[source]\nfound = \"{escape}\"")),
            ("name = \"Q\"", format!("name = \"Q{escape}\"")),
            ("[variant.plain]", format!("[variant.\"{escape}\"]")),
            ("READ_ONCE(y)", format!("READ_ONCE({escape})")),
            ("[goal.seen]\n", format!("[goal.told]\nreturns = \"{escape}\"\n[goal.seen]\n")),
        ] {
            let (_, problems) = problems(&[(from, &to)]);
            assert!(problems[0].message.contains("U+"), "{to}: {problems:?}");
            let all: String = problems.iter().map(|p| p.message.clone()).collect();
            assert!(!all.chars().any(pmdrace_scenario::is_control), "{to}: {problems:?}");
        }
    }
}

#[test]
fn only_paragraphs_have_several_lines() {
    let (_, problems) = problems(&[("title = \"", "title = \"a\\n")]);
    assert!(problems[0].message.contains("a line break"), "{problems:?}");
    let text = crate::small::changed(&[("why = \"", "why = \"a\\r\\n\\tb")]);
    assert!(pmdrace_scenario::Scenario::parse(&text).is_ok());
}

#[test]
fn type_errors_speak_of_the_format_and_not_of_rust() {
    for (from, to, says) in [
        ("x = 0", "x = \"a\"", "a whole number from 0"),
        ("x = 0", "x = 99999999999999999999", "a whole number from 0"),
        ("[source]\n", "source = 3\n", "must be a table"),
        ("lock = [\"l\"]", "lock = \"l\"", "must be a list"),
        ("name = \"P\"\n", "name = \"P\"\nreader = 3\n", "must be true or false"),
        ("title = \"store buffering\"", "title = 3", "must be text"),
        ("title = \"store buffering\"", "titel = 3", "unknown key `titel`"),
        ("title = \"store buffering\"", "", "the key `title` is missing"),
        ("outcome.P = { r0 = 1 }", "read_between = [\"a\", \"b\", \"c\"]", "two kernel functions"),
        (
            "[exists]",
            "[[expect]]\nvariant = 3\nproperty = \"no-outcome\"\nverdict = \"holds\"\n[exists]",
            "a name or a list of names",
        ),
    ] {
        let (_, problems) = problems(&[(from, to)]);
        let said: String = problems.iter().map(|p| format!("{} {:?}", p.message, p.help)).collect();
        assert!(said.contains(says), "{said}");
        for rust in ["u64", "i128", "struct", "enum", "untagged", "sequence", "field"] {
            assert!(!said.contains(rust), "{said}");
        }
    }
}
