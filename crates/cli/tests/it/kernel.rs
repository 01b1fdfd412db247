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
    // As if compiled from the source of today.
    let today = format!("ret i64 {}", pmdrace_tree::PROBE_VERSION.cast_signed());
    write("pmdrace/probe.ll", &read("probe.ll").replace("ret i64 20240412", &today));
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

#[test]
fn decode_asks_the_helpers_of_a_build() {
    let build = build("gup.ll");
    let build = build.path().to_str().unwrap();
    for word in ["0x8000001234600c0", "0x0", "0x60000012200fc1", "0x123418d1", "0x12003"] {
        let own = pmdrace(&["decode", "--kernel", build, word, "--json"]);
        let shipped = pmdrace(&["decode", "arm64@6.1", word, "--json"]);
        assert_eq!((own.code, &own.out), (0, &shipped.out), "{}", own.err);
        let own = pmdrace(&["decode", "--kernel", build, word]).out;
        let shipped = pmdrace(&["decode", "arm64@6.1", word]).out;
        let body = |text: &str| text.split_once("\n\n").unwrap().1.to_owned();
        let answers = |text: &str| body(text).split("\nconfiguration:").next().unwrap().to_owned();
        assert_eq!(answers(&own), answers(&shipped), "{word}");
        assert!(own.starts_with("arm64@tree"), "{own}");
        assert!(own.contains("configuration: 4 KiB pages, PGTABLE_LEVELS=4"), "{own}");
    }
    for args in [
        &["decode", "--kernel", build][..],
        &["decode", "--kernel", build, "arm64@6.1", "0x0"],
        &["decode", "0x0"],
        &["decode", "--kernel", "/no/such/build", "0x0"],
    ] {
        let ran = pmdrace(args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}: {}", ran.err);
    }
}

#[test]
fn contract_asks_the_helpers_of_a_build() {
    let build = build("gup.ll");
    let directory = build.path().to_str().unwrap();
    let own = pmdrace(&["contract", "--kernel", directory, "--json"]);
    let shipped = pmdrace(&["contract", "arm64@6.1", "--json"]);
    assert_eq!(own.out.replace("arm64@tree", "arm64@6.1"), shipped.out, "{}", own.err);
    assert_eq!(pmdrace(&["contract", "arm64@6.1", "--kernel", directory]).code, 2);

    // A build whose pmd_mkinvalid() leaves the entry valid breaks a promise.
    let path = build.path().join("pmdrace/probe.ll");
    let probe = fs::read_to_string(&path).unwrap();
    let at = probe.find("@pmdrace_pmd_mkinvalid(").unwrap();
    let end = at + probe[at..].find("\n}").unwrap();
    let head = probe[at..end].split_once("{\n").unwrap().0;
    let same = format!("{}{head}{{\n  ret i64 %0{}", &probe[..at], &probe[end..]);
    fs::write(&path, same).unwrap();
    let ran = pmdrace(&["contract", "--kernel", directory]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for text in ["invalid-faults", "arm64@tree"] {
        assert!(ran.out.contains(text), "no {text} in {}", ran.out);
    }
    let failed = ran.out.split_once("failures,").unwrap().1;
    assert!(failed.contains("invalid-faults: the hardware does not use an invalidated leaf"));
}
