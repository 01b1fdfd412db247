//! Files that are not what they should be: read within bounds, and nothing of theirs printed raw.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::program::{Ran, command, pmdrace, pmdrace_in};

/// Store buffering with these names of two CPUs and two words.
fn scenario([p, q, x, y]: [&str; 4]) -> String {
    format!(
        "format = \"pmdrace-scenario/1\"\nname = \"named\"\ntitle = \"names\"\nwhy = \"w\"\n\
         architectures = [\"arm64@6.1\"]\nmemory = [\"tso\"]\n[source]\n[state.word]\n\
         \"{x}\" = 0\n\"{y}\" = 0\n\
         [[cpu]]\nname = \"{p}\"\nroutine = \"litmus\"\n\
         args.steps = [\"WRITE_ONCE({x}, 1)\", \"r0 = READ_ONCE({y})\"]\n\
         [[cpu]]\nname = \"{q}\"\nroutine = \"litmus\"\n\
         args.steps = [\"WRITE_ONCE({y}, 1)\", \"r0 = READ_ONCE({x})\"]\n\
         [exists]\n\"{p}\" = {{ r0 = 0 }}\n\"{q}\" = {{ r0 = 0 }}\n\
         [variant.v]\nabout = \"a\"\n[goal.g]\noutcome.\"{p}\" = {{ r0 = 1 }}\n\
         [[expect]]\nvariant = \"v\"\nproperty = \"no-outcome\"\nverdict = \"violated\"\n"
    )
}

/// Runs the program, which must end at once with a usage error that says this.
fn refused(folder: &Path, args: &[&str], says: &str) -> Ran {
    let begun = Instant::now();
    let ran = pmdrace_in(folder, args);
    assert!(begun.elapsed() < Duration::from_secs(5), "{args:?} took {:?}", begun.elapsed());
    assert_eq!(ran.code, 2, "{args:?}: {}", ran.err);
    assert!(ran.err.contains(says) && ran.err.contains("help:"), "{args:?}: {}", ran.err);
    ran
}

#[test]
#[cfg(target_os = "linux")]
fn what_is_no_regular_file_or_too_large_is_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for name in ["pipe.toml", "pipe.trace"] {
        assert!(Command::new("mkfifo").arg(at(name)).status().unwrap().success());
    }
    for name in ["huge.toml", "huge.trace"] {
        fs::File::create(at(name)).unwrap().set_len(3 << 30).unwrap();
    }
    let not_regular = "is not a regular file";
    for (file, says) in [
        ("pipe.toml", not_regular),
        ("/dev/zero", not_regular),
        (".", "is a directory"),
        ("huge.toml", "is too large"),
    ] {
        for verb in ["lint", "check", "show", "gate", "replay"] {
            let file = if file == "." { "./" } else { file };
            refused(folder.path(), &[verb, file], says);
        }
    }
    for (file, says) in [("pipe.trace", not_regular), ("huge.trace", "is too large")] {
        refused(folder.path(), &["replay", file], says);
    }
    // Beside a scenario.
    fs::write(at("named.toml"), scenario(["P", "Q", "x", "y"])).unwrap();
    for extension in ["expected.json", "traces"] {
        std::os::unix::fs::symlink("/dev/zero", at(&format!("named.{extension}"))).unwrap();
    }
    refused(folder.path(), &["gate", "named.toml"], not_regular);
    refused(folder.path(), &["replay", "named.toml"], not_regular);
}

#[test]
fn traces_that_are_damaged_are_refused_with_the_line() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let head = "pmdrace-trace 1\ntool t\nscenario sb 0\n";
    let long = format!("pmdrace-trace 1\n{}\n", "w".repeat(1 << 20));
    fs::write(at("latin1.trace"), b"pmdrace-trace 1\ntool caf\xe9\n").unwrap();
    for (name, text, says) in [
        ("bad.trace", "pmdrace-trace 1\n\u{1b}]0;OWNED\u{7}\u{1b}[31mRED\n", "bad.trace:2: "),
        ("long.trace", long.as_str(), "long.trace:2: expected tool"),
        (
            "cell.trace",
            &format!(
                "{head}cell plain arm64@6.1 tso\ncell none\nreaches seen at 1\n\n1 P0 - r0 = 0\n"
            ),
            "cell.trace:5: `sb` has no cell `none`",
        ),
    ] {
        fs::write(at(name), text).unwrap();
        let ran = refused(folder.path(), &["replay", name], says);
        assert!(ran.err.len() < 500, "{} bytes", ran.err.len());
    }
    refused(folder.path(), &["replay", "latin1.trace"], "latin1.trace:2:9: not UTF-8");
}

#[test]
fn nothing_of_a_file_reaches_a_terminal_raw() {
    let folder = tempfile::tempdir().unwrap();
    let evil = "\u{1b}]0;T\u{7}\u{9b}31m\u{202e}";
    let escaped = "\\u001b]0;T\\u0007\\u009b31m\\u202e";
    let at = |name: &str| folder.path().join(name);
    fs::write(at("title.toml"), scenario(["P", "Q", "x", "y"]).replace("names", escaped)).unwrap();
    fs::write(
        at("key.toml"),
        scenario(["P", "Q", "x", "y"]).replace("title", &format!("\"titl{escaped}\"")),
    )
    .unwrap();
    fs::write(at("word.toml"), scenario(["P", "Q", "x", escaped])).unwrap();
    fs::write(at("bad.trace"), format!("pmdrace-trace 1\nscenario {evil} 0\n")).unwrap();
    fs::write(at("named.toml"), scenario(["P", "Q", "x", "y"])).unwrap();
    let golden = format!("{{\"format\":\"pmdrace-expected/1\",\"cells\":[{{\"{escaped}\":1}}]}}");
    fs::write(at("named.expected.json"), golden).unwrap();
    fs::write(at(&format!("{evil}.toml")), scenario(["P", "Q", "x", "y"])).unwrap();
    let evil_file = format!("{evil}.toml");
    for args in [
        &["lint", "title.toml", "key.toml", "word.toml", &evil_file][..],
        &["show", "title.toml"],
        &["check", "word.toml"],
        &["replay", "bad.trace"],
        &["gate", "named.toml"],
        &["check", evil],
        &["check", "sb", "--variant", evil],
    ] {
        // As on a terminal: styled.
        let output = command(args)
            .env_remove("NO_COLOR")
            .env("CLICOLOR_FORCE", "1")
            .current_dir(folder.path())
            .output()
            .unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        // Our own sequences set styles.
        let plain = anstream::adapter::strip_str(&said).to_string();
        let raw = said.contains("\u{1b}]")
            || plain.chars().any(|c| c != '\n' && pmdrace_scenario::is_control(c));
        assert!(!raw && !plain.is_empty(), "{args:?}: {said:?}");
    }
}

#[test]
fn own_traces_replay_for_every_name_that_lint_accepts() {
    let long = "n".repeat(64);
    for names in [
        ["P", "P1", "x", "xy"],
        ["P1", "P", "x.y", "x"],
        ["0", "1", "at", "init"],
        ["_", "from", "w-1", "w_1"],
        [&long, &long[1..], &long, &long[1..]],
    ] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("named.toml"), scenario(names)).unwrap();
        let linted = pmdrace_in(folder.path(), &["lint", "named.toml"]);
        assert_eq!(linted.code, 0, "{names:?}: {}", linted.err);
        let ran = pmdrace_in(folder.path(), &["check", "named.toml", "--traces", "t"]);
        assert_eq!(ran.code, 0, "{names:?}: {}{}", ran.out, ran.err);
        let traces: Vec<_> = fs::read_dir(folder.path().join("t")).unwrap().collect();
        assert_eq!(traces.len(), 1, "{names:?}");
        let trace = traces[0].as_ref().unwrap().path();
        let args = ["replay", trace.to_str().unwrap(), "--scenario", "named.toml"];
        let ran = pmdrace_in(folder.path(), &args);
        assert_eq!(ran.code, 0, "{names:?}: {}{}", ran.out, ran.err);
        let args = ["export", "named.toml", "--as", "litmus"];
        let ran = pmdrace_in(folder.path(), &args);
        let variables = ran.out.lines().filter_map(|line| line.trim().strip_suffix(" = 0;"));
        let c = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let variables: Vec<&str> = variables.collect();
        assert!(variables.len() == 2 && variables[0] != variables[1], "{names:?}: {}", ran.out);
        assert!(variables.iter().all(|name| name.chars().all(c)), "{names:?}: {}", ran.out);
    }
}

#[test]
fn an_unknown_scenario_is_told_without_its_whole_name() {
    let ran = pmdrace(&["check", &"w".repeat(10_000)]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.len() < 500, "{} bytes", ran.err.len());
}
