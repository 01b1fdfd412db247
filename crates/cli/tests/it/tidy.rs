//! The house rules that a script can check: which crate may use which, how long a file may be, and
//! that every file says what it is.

use std::fs;
use std::path::{Path, PathBuf};

use crate::program::root;

/// Who may use whom: each crate with the crates of ours it depends on.
const ARROWS: &[(&str, &[&str])] = &[
    ("axioms", &[]),
    ("litmus", &["axioms", "mm"]),
    ("kir", &[]),
    ("tree", &["kir", "mm", "pgtable"]),
    ("pgtable", &[]),
    ("mm", &["pgtable"]),
    ("scenario", &["litmus", "mm", "pgtable"]),
    ("engine", &["mm"]),
    ("report", &["engine", "mm", "pgtable", "scenario"]),
    ("cli", &["engine", "litmus", "mm", "pgtable", "report", "scenario", "tree"]),
];
/// What tests alone use besides: those of engine and tree are about the shipped scenarios.
const FOR_TESTS: &[(&str, &[&str])] = &[
    ("engine", &["axioms", "pgtable", "scenario"]),
    ("litmus", &["engine"]),
    ("tree", &["engine", "report", "scenario"]),
];

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    rust_files(&root().join("crates"), &mut found);
    assert!(found.len() > 40, "found only {} files", found.len());
    found
}

/// The crates of ours in one section of a crate's manifest.
fn ours(name: &str, section: &str) -> Vec<String> {
    let manifest = fs::read_to_string(root().join("crates").join(name).join("Cargo.toml"));
    let manifest: toml::Table = manifest.unwrap().parse().unwrap();
    let none = toml::Table::new();
    let section = manifest.get(section).and_then(toml::Value::as_table).unwrap_or(&none);
    section.keys().filter_map(|key| key.strip_prefix("pmdrace-")).map(str::to_owned).collect()
}

#[test]
fn arrows_between_crates_go_one_way() {
    let crates = fs::read_dir(root().join("crates")).unwrap().count();
    assert_eq!(crates, ARROWS.len(), "a crate is missing from ARROWS");
    for (name, allowed) in ARROWS {
        assert_eq!(ours(name, "dependencies"), *allowed, "crate {name}");
        let besides = FOR_TESTS.iter().find(|(other, _)| other == name);
        let besides = besides.map_or(&[][..], |(_, besides)| besides);
        let mut of_tests = ours(name, "dev-dependencies");
        of_tests.retain(|ours| !allowed.contains(&ours.as_str()));
        assert_eq!(of_tests, besides, "tests of crate {name}");
    }
}

/// The folders of the engine, and those that each may not use.
const LAYERS: &[(&str, &[&str])] = &[
    ("program", &["memory", "search", "loom", "hardware"]),
    ("memory", &["search", "loom", "hardware"]),
    ("search", &["loom", "hardware"]),
    ("loom", &["program", "memory", "search", "hardware"]),
    ("hardware", &["program", "memory", "loom"]),
];

/// What follows each `crate::`: a module or an item, or all those of a group in braces.
fn of_the_crate(code: &str) -> Vec<&str> {
    let names = |text| str::split(text, |c: char| !c.is_alphanumeric() && c != '_');
    let parts = code.split("crate::").skip(1);
    parts
        .flat_map(|part| match part.strip_prefix('{') {
            Some(group) => names(group.split(';').next().unwrap()).collect::<Vec<_>>(),
            None => names(part).take(1).collect(),
        })
        .collect()
}

#[test]
fn what_a_layer_uses_is_found_however_it_is_written() {
    let code = "use crate::memory::Machine;\nuse crate::{\n    Budget, search::{self, x},\n};\ncrate::loom::check()";
    let found = of_the_crate(code);
    assert!(["memory", "search", "loom"].iter().all(|module| found.contains(module)), "{found:?}");
}

/// Whether a file is of tests only.
fn is_test(path: &Path) -> bool {
    let text = path.to_string_lossy();
    !text.contains("/src/") || text.ends_with("/tests.rs") || text.contains("/tests/")
}

#[test]
fn layers_of_the_engine_go_one_way() {
    for (layer, above) in LAYERS {
        let mut files = Vec::new();
        rust_files(&root().join("crates/engine/src").join(layer), &mut files);
        assert!(files.len() > 2, "{layer} has moved");
        for path in files.into_iter().filter(|path| !is_test(path)) {
            let code = fs::read_to_string(&path).unwrap();
            let code = code.lines().filter(|line| !line.trim_start().starts_with("//"));
            let code: String = code.flat_map(|line| [line, "\n"]).collect();
            for named in of_the_crate(&code) {
                assert!(!above.contains(&named), "{} uses {named}", path.display());
            }
        }
    }
}

#[test]
fn only_the_cli_reads_files_the_clock_or_the_environment_or_prints() {
    let forbidden =
        ["std::fs", "std::env", "std::io", "Instant::now", "SystemTime", "println!", "eprintln!"];
    for path in sources() {
        let text = path.to_string_lossy().into_owned();
        // A build directory is read where it is opened, and the probe is written to it.
        let build = [
            "/tree/src/build.rs",
            "/tree/src/plan.rs",
            "/tree/src/error.rs",
            "/tree/src/sources.rs",
        ];
        let build = build.iter().any(|file| text.ends_with(file));
        if build || text.contains("/crates/cli/") || !text.contains("/src/") {
            continue;
        }
        let code = fs::read_to_string(&path).unwrap();
        // Examples in documentation are programs of their own.
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let used = forbidden.iter().find(|word| line.contains(**word));
            assert_eq!(used, None, "{text} uses it: {line}");
        }
    }
}

#[test]
fn the_engine_knows_no_pmd_and_routines_see_no_meaning() {
    for path in sources().into_iter().filter(|path| !is_test(path)) {
        let text = path.to_string_lossy().into_owned();
        let code = fs::read_to_string(&path).unwrap();
        if text.contains("/engine/src/") {
            for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
                let knows = line.contains("pgtable") || line.contains("pmd_");
                assert!(!knows, "{text}: {line}");
            }
        }
        if text.contains("/mm/src/routine/") {
            assert!(!code.contains(".means()"), "{text} looks at the shadow");
        }
    }
}

/// The string literals of a file's code, with the line that each begins in: no comments, and nothing below
/// `#[cfg(test)]`.
fn literals(code: &str) -> Vec<(usize, String)> {
    let code = code.split("#[cfg(test)]").next().unwrap();
    let raw = |line: &str| line.contains("r#\"") && !line.trim_start().starts_with("//");
    assert!(!code.lines().any(raw), "raw strings are not understood here");
    let mut chars = code.char_indices().peekable();
    let mut found = Vec::new();
    while let Some((at, c)) = chars.next() {
        if code[at..].starts_with("//") {
            while chars.next_if(|(_, c)| *c != '\n').is_some() {}
        } else if code[at..].starts_with("'\"'") {
            chars.nth(1);
        } else if c == '"' {
            let mut text = String::new();
            while let Some((_, c)) = chars.next_if(|(_, c)| *c != '"') {
                text.push(c);
                text.extend(if c == '\\' { chars.next().map(|(_, c)| c) } else { None });
            }
            chars.next();
            found.push((code[..at].lines().count(), text));
        }
    }
    found
}

/// What depends on the architecture is one of its facts, or one of its helpers. Code that compares names
/// gives an answer for a new architecture that nobody has thought about.
///
/// So no literal in our sources may name an architecture, on its own or as a part such as `arm64@`. Literals
/// with a space are texts for people (sources, help, examples) and may. So may `target_arch = "..."`, the
/// machine that pmdrace itself is built for. And mm and engine never ask for an architecture's name.
#[test]
fn nothing_is_decided_by_the_name_of_an_architecture() {
    let names: Vec<&str> = pmdrace_pgtable::ARCHITECTURES
        .iter()
        .map(|arch| arch.name().split(['@', '-']).next().unwrap())
        .collect();
    let word = |c: char| !c.is_ascii_alphanumeric() && c != '_';
    for path in sources() {
        let text = path.to_string_lossy().into_owned();
        let own = ["/pgtable/src/arch/", "/kir/src/asm/arch/", "/tree/src/arch/"];
        let own = own.iter().any(|folder| text.contains(folder));
        if is_test(&path) || own {
            continue;
        }
        let code = fs::read_to_string(&path).unwrap();
        // A space in front: a text for people, as far as the rule goes.
        let code = code.replace("target_arch = \"", "\" ");
        for (line, literal) in literals(&code) {
            let named = literal.split(word).any(|word| names.contains(&word));
            assert!(
                !named || literal.contains(' '),
                "{text}:{line} names an architecture: {literal}"
            );
        }
        if text.contains("/mm/src/") || text.contains("/engine/src/") {
            assert!(!code.contains("arch.name()"), "{text} asks for an architecture's name");
            assert!(!code.contains("arch().name()"), "{text} asks for an architecture's name");
        }
    }
}

#[test]
fn files_say_what_they_are_and_stay_short() {
    for path in sources() {
        let code = fs::read_to_string(&path).unwrap();
        assert!(code.starts_with("//! "), "{} has no module doc", path.display());
        let lines = code.lines().count();
        assert!(lines <= 600, "{} has {lines} lines: split it by concept", path.display());
    }
}

#[test]
fn every_scenario_file_is_in_the_catalogue() {
    let mut on_disk = Vec::new();
    for group in fs::read_dir(root().join("scenarios")).unwrap() {
        let group = group.unwrap().path();
        if group.is_dir() {
            let files = fs::read_dir(&group).unwrap().map(|entry| entry.unwrap().path());
            on_disk.extend(files.filter(|path| path.extension().is_some_and(|e| e == "toml")));
        }
    }
    assert_eq!(on_disk.len(), pmdrace_scenario::CATALOGUE.len());
    for entry in pmdrace_scenario::CATALOGUE {
        assert!(on_disk.iter().any(|path| path.ends_with(entry.path)), "{}", entry.path);
    }
}
