//! `--plain-reloads`: entries read by plain accesses, on scenarios that hold because they are not.

use serde_json::Value;

use crate::program;

fn pmdrace(args: &[&str]) -> (i32, Value) {
    let ran = program::pmdrace(args);
    (ran.code, serde_json::from_str(&ran.out).unwrap_or_default())
}

/// The verdict on a property of the first result.
fn verdict<'d>(document: &'d Value, property: &str) -> &'d Value {
    let properties = document["results"][0]["properties"].as_array().unwrap();
    let found = properties.iter().find(|found| found["name"] == property).unwrap();
    &found["verdict"]
}

#[test]
fn both_engines_show_what_the_compiler_may_do() {
    let folder = tempfile::tempdir().unwrap();
    let traces = folder.path().to_str().unwrap();
    let cell = |scenario, variant, arch| {
        vec!["check", scenario, "--variant", variant, "--arch", arch, "--json", "--traces", traces]
    };
    for (scenario, arch, property, without) in [
        ("kvm-host-walk", "x86_64@6.12", "no-wrong-table", "holds"),
        ("dontneed-vs-transient-clear", "arm64@6.12", "no-skipped-work", "not-applicable"),
    ] {
        let mut args = cell(scenario, "after", arch);
        let (code, document) = pmdrace(&args);
        assert_eq!((code, verdict(&document, property)), (0, &without.into()), "{scenario}");
        args.push("--plain-reloads");
        let (code, document) = pmdrace(&args);
        let result = &document["results"][0];
        assert_eq!(result["params"]["plain-reloads"], true, "{scenario}");
        let broken = property != "no-skipped-work";
        let (code_now, verdict_now) = if broken { (1, "violated") } else { (0, without) };
        assert_eq!((code, verdict(&document, property)), (code_now, &verdict_now.into()));
        let of_all = if broken { "violated" } else { "holds" };
        let engines = document["results"].as_array().unwrap();
        // Where loom hides a load from itself it settles nothing.
        let settled = |result: &&Value| result["cut_by"] != "loom-hidden-load";
        let mut settled = engines.iter().filter(settled);
        assert!(settled.all(|result| result["verdict"] == of_all), "{scenario}");
    }
    // Each trace replays in the cell that it names.
    let mut replayed = 0;
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(" plain-reloads=true "), "{text}");
        let (code, _) = pmdrace(&["replay", path.to_str().unwrap()]);
        assert_eq!(code, 0, "{}: {code}", path.display());
        replayed += 1;
    }
    assert!(replayed >= 1, "{replayed}");
}
