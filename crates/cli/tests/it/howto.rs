//! The examples of how-to pages: what they run is a recipe, and the page shows the file.

use std::fs;

use crate::program::{pmdrace, pmdrace_in, root};

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// The examples of the page on CI.
fn examples() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join("docs/how-to/ci")).unwrap() {
        let path = entry.unwrap().path();
        found.push((
            path.file_name().unwrap().to_string_lossy().into_owned(),
            fs::read_to_string(path).unwrap(),
        ));
    }
    assert_eq!(found.len(), 2);
    found
}

/// The names of the justfile's recipes.
fn recipes() -> Vec<String> {
    let recipe = |line: &str| {
        let (name, _) = line.split_once(':')?;
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        (!name.is_empty() && name.chars().all(fits)).then(|| name.to_owned())
    };
    read("justfile").lines().filter_map(recipe).collect()
}

/// The commands of a job: what follows `run:`, and the items under a key that ends in `script:`.
fn commands(yaml: &str) -> Vec<String> {
    let mut commands = Vec::new();
    let mut script = None;
    for line in yaml.lines() {
        let indent = line.len() - line.trim_start().len();
        let item = line.trim_start();
        let plain = item.strip_prefix("- ").unwrap_or(item);
        if let Some(command) = plain.strip_prefix("run:") {
            commands.push(command.trim().to_owned());
        }
        if script.is_some_and(|outer| indent <= outer && !item.starts_with("- ")) {
            script = None;
        }
        if script.is_some() {
            commands.push(plain.to_owned());
        }
        if let Some((_, command)) = plain.split_once("script:") {
            script = Some(indent);
            commands.extend(Some(command.trim().to_owned()).filter(|c| !c.is_empty()));
        }
    }
    commands
}

#[test]
fn the_race_of_the_page_is_as_expected() {
    let path = root().join("docs/how-to/add-a-race/one-careless-walker.toml");
    let page = read("docs/how-to/add-a-race.md");
    let text = fs::read_to_string(&path).unwrap();
    assert!(page.contains(&format!("```toml\n{text}```\n")), "the page does not show the file");
    let path = path.to_str().unwrap();
    let linted = pmdrace(&["lint", path]).out;
    assert!(linted.ends_with(": one-careless-walker, 4 cells\n"), "{linted}");
    let checked = pmdrace(&["check", "--engine", "statespace", "--quiet", path]);
    assert_eq!(checked.code, 0);
    assert!(checked.out.contains("4 as expected (2 violated)"), "{}", checked.out);
}

#[test]
fn every_command_of_an_example_is_a_recipe() {
    let recipes = recipes();
    assert!(recipes.iter().any(|recipe| recipe == "gate"), "{recipes:?}");
    for (name, yaml) in examples() {
        let commands = commands(&yaml);
        assert!(commands.iter().any(|command| command == "just gate-ci"), "{name}: {commands:?}");
        for command in commands {
            let recipe = command.strip_prefix("just ").unwrap_or_default();
            assert!(
                recipes.iter().any(|known| known == recipe),
                "{name}: `{command}` is no recipe"
            );
        }
    }
}

#[test]
fn commands_are_found_wherever_they_stand() {
    let yaml = "a:\n  before_script:\n    - one\n  script:\n  - two\n  - three\n  after: x\nb:\n  - run: four";
    assert_eq!(commands(yaml), ["one", "two", "three", "four"]);
    assert_eq!(commands("steps:\n  - name: x\n    run: |\n      five"), ["|"]);
}

#[test]
fn the_page_shows_the_files() {
    let page = read("docs/how-to/ci.md");
    for (name, yaml) in examples() {
        assert!(page.contains(&format!("```yaml\n{yaml}```\n")), "{name} is not on the page");
        assert!(page.contains(&format!("(ci/{name})")), "no link to {name}");
    }
}

#[test]
fn the_reports_that_examples_pick_up_are_those_that_the_recipe_writes() {
    let justfile = read("justfile");
    for file in ["gate.xml", "gate.sarif", "gate.md"] {
        assert!(justfile.contains(&format!("=target/gate/{file}")), "{file}");
    }
    for (name, yaml) in examples() {
        for path in yaml.split_whitespace().filter_map(|word| word.strip_prefix("target/gate/")) {
            assert!(justfile.contains(&format!("=target/gate/{path}")), "{name}: {path}");
        }
    }
}

/// A command of a page with what the page shows of its output.
fn shown(page: &str) -> Vec<(String, String)> {
    let blocks = page.split("```text\n$ pmdrace ").skip(1);
    let block = |block: &str| {
        let (command, rest) = block.split_once('\n').unwrap();
        (command.to_owned(), rest.split_once("```").unwrap().0.to_owned())
    };
    blocks.map(block).collect()
}

#[test]
fn the_large_model_of_the_page_is_drawn_as_shown() {
    let page = read("docs/how-to/large-models.md");
    let commands = shown(&page);
    assert_eq!(commands.len(), 2);
    for (command, shows) in &commands {
        let args: Vec<&str> = command.split_whitespace().collect();
        let ran = pmdrace_in(&root().join("docs/how-to/large-models"), &args);
        assert_eq!(ran.code, 3, "{command}");
        assert!(ran.out.starts_with(&format!("{shows}\n")), "{command}\n{}", ran.out);
    }
    // Eight CPUs, 38 steps, and half of the executions.
    let guarantee = format!("the guarantee is one in {}.", 2 * 8 * 38);
    assert!(page.contains(&guarantee) && commands[1].1.contains("within 38 steps"));
}

/// The commands of a page and what it says that each prints.
fn sessions(page: &str) -> Vec<(String, String)> {
    let mut sessions: Vec<(String, String)> = Vec::new();
    let mut inside = false;
    for line in read(page).lines() {
        if line.starts_with("```") {
            inside = line == "```text";
        } else if let Some(command) = line.strip_prefix("$ pmdrace ").filter(|_| inside) {
            sessions.push((command.to_owned(), String::new()));
        } else if let Some((_, output)) = sessions.last_mut().filter(|_| inside) {
            output.push_str(line);
            output.push('\n');
        }
    }
    sessions
}

#[test]
fn the_answers_about_arm64_are_those_of_the_models() {
    let folder = root().join("docs/how-to/can-arm64-do-that");
    let sessions = sessions("docs/how-to/can-arm64-do-that.md");
    assert_eq!(sessions.len(), fs::read_dir(&folder).unwrap().count());
    for (command, says) in sessions {
        let arguments: Vec<&str> = command.split(' ').collect();
        let output = pmdrace_in(&folder, &arguments);
        assert_eq!(output.code, 0, "{command}: {}", output.err);
        assert_eq!(output.out, says, "{command}");
    }
}
