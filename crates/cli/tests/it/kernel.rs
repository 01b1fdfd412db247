//! `kernel` and `conform`, on a kernel in miniature (crates/tree/tests/mini) and on what is no build at all.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::program::{pmdrace, root};

/// A build directory of the kernel in miniature whose mm/gup.ll is this file.
fn build(gup: &str) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    let mini = root().join("crates/tree/tests/mini");
    let read = |file: &str| fs::read_to_string(mini.join(file)).unwrap();
    let write = |file: &str, text: &str| {
        let path = directory.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("include/config/kernel.release", "6.1.0-mini\n");
    write("pmdrace/probe.ll", &read("probe.ll"));
    write("mm/gup.ll", &read(gup));
    for file in ["mm/huge_memory.ll", "mm/pgtable-generic.ll"] {
        let name = format!("@nothing_of_{}", file.len());
        write(file, &read("rest.ll").replace("@nothing_of", &name));
    }
    directory
}

fn conform(build: &Path, more: &[&str]) -> crate::program::Ran {
    let mut args = vec!["conform", "--kernel", build.to_str().unwrap()];
    args.extend(more);
    pmdrace(&args)
}

#[test]
fn what_conforms_is_equal_with_one_job_and_with_two() {
    let build = build("gup.ll");
    let one = conform(build.path(), &["gup-fast-read", "--json", "--jobs", "1"]);
    let two = conform(build.path(), &["gup-fast-read", "--json", "--jobs", "2"]);
    assert_eq!((one.code, &one.out), (two.code, &two.out), "{}", one.err);
    assert_eq!(one.code, 0, "{}", one.out);
    let routine = &one.json()[0]["routines"][0];
    assert_eq!(routine["verdict"], "equal");
    assert!(routine["histories"].as_u64().unwrap() > 100);
    let guards = conform(build.path(), &["gup-fast-read", "--guards"]);
    assert_eq!(guards.code, 0, "{}", guards.out);
    assert!(guards.out.contains("0 not seen"), "{}", guards.out);
}

#[test]
fn what_differs_is_shown_with_its_place() {
    let build = build("gup-NO_RECHECK.ll");
    let ran = conform(build.path(), &["gup-fast-read"]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    for text in ["differs", "transcription: read pmd", "kernel's C:", "gup.c:"] {
        assert!(ran.out.contains(text), "no {text} in {}", ran.out);
    }
}

#[test]
fn a_build_that_lacks_a_file_is_said_to_miss_it() {
    let build = build("gup.ll");
    fs::remove_file(build.path().join("mm/huge_memory.ll")).unwrap();
    let path = build.path().to_str().unwrap();
    let status = pmdrace(&["kernel", "status", path]);
    assert_eq!(status.code, 0);
    assert!(status.out.contains("mm/huge_memory.ll"), "{}", status.out);
    let ran = conform(build.path(), &["gup-fast-read"]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(ran.out.contains("missing"), "{}", ran.out);
}

#[test]
fn mistakes_end_with_exit_code_2_and_a_remedy() {
    let empty = tempfile::tempdir().unwrap();
    let path = empty.path().to_str().unwrap();
    for (args, text) in [
        (vec!["conform", "--kernel", path], "pmdrace kernel build"),
        (vec!["kernel", "status", path], "pmdrace kernel build"),
        (vec!["kernel", "plan", "--tree", path, "--arch", "arm64"], "no kernel tree"),
        (vec!["kernel", "build", "--tree", path, "--arch", "vax", "--out", path], "vax"),
    ] {
        let ran = pmdrace(&args);
        assert_eq!(ran.code, 2, "{args:?}: {}", ran.err);
        assert!(ran.err.contains(text), "{args:?}: {}", ran.err);
        assert!(ran.out.is_empty(), "{args:?}: {}", ran.out);
    }
    let build = build("gup.ll");
    let ran = conform(build.path(), &["no-such-routine"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("no-such-routine") && ran.err.contains("gup-fast-read"),
        "{}",
        ran.err
    );
    assert!(fs::read_dir(empty.path()).unwrap().next().is_none(), "something was written");
}
