//! What is wrong with a build directory is told, with what to run.

use std::fs;

use pmdrace_tree::{Build, KernelRoutine, Plan, entry};

use crate::mini::{directory, source, write};

fn refused(directory: &tempfile::TempDir) -> String {
    match Build::open(directory.path()) {
        Ok(_) => panic!("accepted"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn a_directory_that_is_no_build() {
    let directory = tempfile::tempdir().unwrap();
    let text = refused(&directory);
    assert!(text.contains("kernel.release") && text.contains("pmdrace kernel build"), "{text}");
}

#[test]
fn a_build_without_its_files() {
    for file in ["mm/gup.ll", "pmdrace/probe.ll"] {
        let directory = directory("gup.ll");
        fs::remove_file(directory.path().join(file)).unwrap();
        let text = refused(&directory);
        assert!(text.contains(file) && text.contains("pmdrace kernel build"), "{text}");
    }
    let directory = directory("gup.ll");
    fs::remove_file(directory.path().join("mm/huge_memory.ll")).unwrap();
    let build = Build::open(directory.path()).unwrap();
    let text = build.provides(entry::by_routine("gup-fast-read").unwrap()).unwrap_err().to_string();
    assert!(text.contains("mm/huge_memory.ll") && text.contains("pmdrace kernel build"), "{text}");
}

#[test]
fn a_build_of_another_release_architecture_or_compiler() {
    let other = directory("gup.ll");
    write(&other, "include/config/kernel.release", "5.15.3\n");
    assert!(refused(&other).contains("5.15.3"), "{}", refused(&other));

    let other = directory("gup.ll");
    write(&other, "mm/gup.ll", &source("gup.ll").replace("aarch64-", "mips64-"));
    assert!(refused(&other).contains("mips64"), "{}", refused(&other));

    let other = directory("gup.ll");
    let typed = "target triple = \"aarch64-linux-gnu\"\ndefine void @f(i8* %p) {\n  ret void\n}\n";
    write(&other, "mm/gup.ll", typed);
    // Of LLVM 14 or so, with typed pointers.
    assert!(!refused(&other).is_empty());
}

#[test]
fn a_function_that_is_not_there() {
    let other = directory("gup.ll");
    let renamed = source("gup.ll").replace("@get_user_pages_fast_only", "@something_else");
    write(&other, "mm/gup.ll", &renamed);
    let build = Build::open(other.path()).unwrap();
    let text = build.provides(entry::by_routine("gup-fast-read").unwrap()).unwrap_err().to_string();
    assert!(text.contains("get_user_pages_fast_only()"), "{text}");
}

#[test]
fn a_build_without_debug_information() {
    let other = directory("gup-without-debug.ll");
    let plain = source("gup-without-debug.ll");
    let head: Vec<&str> = plain.lines().filter(|line| line.starts_with("target ")).collect();
    for file in ["mm/huge_memory.ll", "mm/pgtable-generic.ll"] {
        write(&other, file, &head.join("\n"));
    }
    let build = Build::open(other.path()).unwrap();
    let test = pmdrace_scenario::by_name("migrate-vs-gup-fast").unwrap();
    let scenario = pmdrace_scenario::Scenario::parse(test.text).unwrap();
    let cells = scenario.cells(None);
    let cell = cells.iter().find(|cell| cell.arch == build.arch().name()).unwrap();
    let model = scenario.model(cell).unwrap();
    let role = model.roles.iter().find(|role| role.runs.starts_with("gup-fast")).unwrap();
    let entry = entry::by_routine(role.runs).unwrap();
    let refused = KernelRoutine::new(&build, entry, &model, &role.args);
    let text = refused.err().map(|error| error.to_string()).unwrap_or_default();
    assert!(text.contains("CONFIG_DEBUG_INFO"), "{text}");
}

#[test]
fn a_truncated_file() {
    let whole = source("gup.ll");
    for part in 1..40 {
        let other = directory("gup.ll");
        let mut end = whole.len() * part / 40;
        while !whole.is_char_boundary(end) {
            end -= 1;
        }
        write(&other, "mm/gup.ll", &whole[..end]);
        let text = refused(&other);
        assert!(text.contains("gup.ll"), "{part}: {text}");
    }
}

#[test]
fn a_plan_names_the_tree_and_keeps_a_configuration() {
    let tree = tempfile::tempdir().unwrap();
    let out = tempfile::tempdir().unwrap();
    assert!(Plan::new(tree.path(), "arm64", out.path(), "19").is_err());
    write(&tree, "mm/gup.c", "");
    assert!(Plan::new(tree.path(), "vax", out.path(), "19").is_err());
    let plan = Plan::new(tree.path(), "arm64", out.path(), "19").unwrap();
    let text = format!("{:?}", plan.commands());
    assert!(text.contains("defconfig") && text.contains("\"mm/gup.ll\""), "{text}");
    // A file that the tree does not have is not asked for.
    assert!(!text.contains("huge_memory"), "{text}");
    write(&out, ".config", "CONFIG_ARM64=y\n");
    assert!(!format!("{:?}", plan.commands()).contains("\"defconfig\""));
    assert!(Plan::new(tree.path(), "x86_64", out.path(), "19").is_err());
    let text = plan.probe().map(|_| ()).unwrap_err().to_string();
    assert!(text.contains(".gup.ll.cmd"), "{text}");
}

#[test]
fn a_file_that_does_not_compile_with_a_configuration_is_not_asked_for() {
    let tree = tempfile::tempdir().unwrap();
    let out = tempfile::tempdir().unwrap();
    write(&tree, "mm/gup.c", "");
    write(&tree, "fs/userfaultfd.c", "");
    let asks = || {
        let plan = Plan::new(tree.path(), "arm64", out.path(), "19").unwrap();
        format!("{:?}", plan.commands()).contains("\"fs/userfaultfd.ll\"")
    };
    assert!(asks(), "the plan switches it on");
    write(&out, ".config", "CONFIG_ARM64=y\n# CONFIG_USERFAULTFD is not set\n");
    assert!(!asks());
    write(&out, ".config", "CONFIG_ARM64=y\nCONFIG_USERFAULTFD=y\n");
    assert!(asks());
}

#[test]
fn an_architecture_has_the_name_of_the_kernel_or_of_its_bit_table() {
    let tree = tempfile::tempdir().unwrap();
    let out = tempfile::tempdir().unwrap();
    write(&tree, "mm/gup.c", "");
    let commands = |arch| Plan::new(tree.path(), arch, out.path(), "19").unwrap().commands();
    for (make, name) in [("riscv", "riscv64"), ("loongarch", "loongarch64"), ("arm64", "arm64")] {
        assert_eq!(commands(make), commands(name));
        let text = format!("{:?}", commands(name));
        assert!(text.contains(&format!("\"ARCH={make}\"")), "{text}");
    }
    // What the default configuration of an architecture has on, and the bit tables do not.
    let text = format!("{:?}", commands("riscv64"));
    assert!(text.contains("\"-d\", \"DEBUG_VM\""), "{text}");
}
