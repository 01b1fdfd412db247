//! Builds of the kernel in miniature, in a temporary directory.

use std::fs;
use std::path::Path;

use pmdrace_engine::{Budget, search};
use pmdrace_mm::History;
use pmdrace_scenario::{CATALOGUE, Scenario};
use pmdrace_tree::{Build, Compared, KernelRoutine, PROBE_VERSION, conform, entry};
use tempfile::TempDir;

/// What the build directory is compiled from.
pub(crate) fn source(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mini");
    fs::read_to_string(folder.join(file)).unwrap()
}

/// The probe, as if compiled from the source of today.
pub(crate) fn probe() -> String {
    let today = format!("ret i64 {}", PROBE_VERSION.cast_signed());
    let probe = source("probe.ll").replace("ret i64 20240412", &today);
    assert!(probe.contains(&today));
    probe
}

/// A build directory whose mm/gup.ll is this file.
pub(crate) fn directory(gup: &str) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    write(&directory, "include/config/kernel.release", "6.1.0-mini\n");
    write(&directory, "pmdrace/probe.ll", &probe());
    write(&directory, "mm/gup.ll", &source(gup));
    for file in ["mm/huge_memory.ll", "mm/pgtable-generic.ll"] {
        // Each file defines a name of its own.
        let name = format!("@nothing_of_{}", file.len());
        write(&directory, file, &source("rest.ll").replace("@nothing_of", &name));
    }
    directory
}

/// Writes a file of a build.
pub(crate) fn write(directory: &TempDir, file: &str, text: &str) {
    let path = directory.path().join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Compares GUP-fast with the C, in every cell of a scenario in which it runs.
pub(crate) fn compared(build: &Build, routine: &str, scenario: &str) -> (usize, Vec<Compared>) {
    let test = CATALOGUE.iter().find(|entry| entry.name == scenario).unwrap();
    let scenario = Scenario::parse(test.text).unwrap();
    let mut histories_of_all = 0;
    let mut all = Vec::new();
    for cell in scenario.cells(None) {
        if cell.arch != build.arch().name() || cell.reader.as_deref() != Some(routine) {
            continue;
        }
        let mut model = scenario.model(&cell).unwrap();
        let role = model.roles.iter().position(|role| role.runs == routine).unwrap();
        if !model.roles[role].args.without().is_empty() {
            continue; // a variant that no kernel has
        }
        let (histories, cut) = search::histories(&model, &Budget::unlimited()).unwrap();
        assert_eq!(cut, None);
        let mine: Vec<History> =
            histories.into_iter().filter(|history| history.role == role).collect();
        histories_of_all += mine.len();
        let entry = entry::by_routine(routine).unwrap();
        let kernel = KernelRoutine::new(build, entry, &model, &model.roles[role].args).unwrap();
        model.roles[role].routine = Box::new(kernel.clone());
        all.push(conform(&model, &kernel, &mine, &[]));
    }
    (histories_of_all, all)
}
