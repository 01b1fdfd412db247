//! Every row and every key of the golden vectors: the answers of the real kernel headers, compiled.

use pmdrace_pgtable::{Answers, Arch, MigrationAccess, MigrationEntry, Pmd, by_name};
use serde_json::{Map, Value};

const FILES: &[(&str, &str)] = &[
    ("arm64@6.1", include_str!("../vectors/arm64.jsonl")),
    ("arm64@6.12", include_str!("../vectors/arm64-6.12.jsonl")),
    ("x86_64@6.1", include_str!("../vectors/x86_64.jsonl")),
    ("x86_64@6.12", include_str!("../vectors/x86_64-6.12.jsonl")),
    ("powerpc-radix@6.1", include_str!("../vectors/powerpc-radix.jsonl")),
    ("powerpc-radix@6.12", include_str!("../vectors/powerpc-radix-6.12.jsonl")),
    ("powerpc-hash64k@6.1", include_str!("../vectors/powerpc-hash64k.jsonl")),
    ("powerpc-hash64k@6.12", include_str!("../vectors/powerpc-hash64k-6.12.jsonl")),
    ("loongarch64@pre", include_str!("../vectors/loongarch64-pre.jsonl")),
    ("loongarch64@6.1", include_str!("../vectors/loongarch64.jsonl")),
    ("loongarch64@6.12", include_str!("../vectors/loongarch64-6.12.jsonl")),
    ("riscv64@6.1", include_str!("../vectors/riscv64.jsonl")),
    ("riscv64@6.12", include_str!("../vectors/riscv64-6.12.jsonl")),
    ("s390x@6.1", include_str!("../vectors/s390x.jsonl")),
    ("s390x@6.12", include_str!("../vectors/s390x-6.12.jsonl")),
    ("mips64@6.1", include_str!("../vectors/mips64.jsonl")),
    ("arm-lpae@6.1", include_str!("../vectors/arm-lpae.jsonl")),
];

fn number(value: &Value) -> u64 {
    match value {
        Value::String(text) => u64::from_str_radix(text.strip_prefix("0x").unwrap(), 16).unwrap(),
        other => other.as_u64().unwrap(),
    }
}

fn rows(text: &str) -> impl Iterator<Item = Map<String, Value>> + '_ {
    text.lines().map(|line| serde_json::from_str(line).unwrap())
}

/// The model's answer to one key, in the form the vectors use. None: no such key is known.
fn answer(answers: &Answers, key: &str) -> Option<Value> {
    let hex = |word: u64| Value::from(format!("{word:#x}"));
    let mig = |get: fn(&pmdrace_pgtable::MigrationAnswers) -> bool| {
        Value::from(answers.migration.as_ref().map(get))
    };
    Some(match key {
        "word" => hex(answers.word.0),
        "none" => answers.none.into(),
        "present" => answers.present.into(),
        "bad" => answers.bad.into(),
        "trans_huge" => answers.trans_huge.into(),
        "leaf" => answers.leaf.into(),
        "devmap" => answers.devmap.into(),
        "protnone" => answers.protnone.into(),
        "serializing" => answers.serializing.into(),
        "write" => answers.write.into(),
        "dirty" => answers.dirty.into(),
        "young" => answers.young.into(),
        "soft_dirty" => answers.soft_dirty.into(),
        "pfn" => hex(answers.pfn),
        "mkinvalid" => hex(answers.mkinvalid.0),
        "access_read" => answers.access_read.into(),
        "access_write" => answers.access_write.into(),
        "hw_valid" => answers.hw_valid.into(),
        "swp_type" => answers.swp.map(|entry| entry.swp_type).into(),
        "swp_offset" => answers.swp.map_or(Value::Null, |entry| hex(entry.offset)),
        "swp_pfn" => answers.swp_pfn.map_or(Value::Null, hex),
        "soft_dirty_swp" => answers.soft_dirty_swp.into(),
        "uffd_wp_swp" => answers.uffd_wp_swp.into(),
        "is_migration" => answers.is_migration.into(),
        "mig_young" => mig(|m| m.young),
        "mig_dirty" => mig(|m| m.dirty),
        "mig_writable" => mig(|m| m.writable),
        "mig_read_exclusive" => mig(|m| m.read_exclusive),
        _ => return None,
    })
}

#[test]
fn every_row_and_every_key() {
    for (name, text) in FILES {
        let arch = by_name(name).unwrap();
        let mut checked = 0;
        for row in rows(text) {
            let answers = Answers::of(arch, Pmd(number(&row["word"])));
            for (key, expected) in row.iter().filter(|(key, _)| *key != "case") {
                let got = answer(&answers, key).unwrap_or_else(|| panic!("unknown key {key}"));
                assert_eq!(&got, expected, "{name} {} {} {key}", row["case"], row["word"]);
                checked += 1;
            }
        }
        println!("{name}: {checked} answers compared");
        assert!(checked > 3_000, "{name}: only {checked} answers compared");
    }
}

/// A word built the way the case's name says, or None for cases that name no construction.
fn build(arch: &dyn Arch, case: &str) -> Option<Pmd> {
    let (case, invalidate) = match case.strip_suffix("+invalidate") {
        Some(case) => (case, true),
        None => (case, false),
    };
    let (words, pfn) = case.split_once(" pfn=0x")?;
    let pfn = u64::from_str_radix(pfn, 16).unwrap();
    let words: Vec<&str> = words.split(' ').collect();
    let has = |word| words.contains(&word);
    if has("protnone") || has("devmap") || has("softdirty") || has("uffdwp") {
        return None;
    }
    let pmd = match words[0] {
        "migration" => {
            let access = MigrationAccess::ALL.into_iter().find(|a| has(a.name())).unwrap();
            MigrationEntry { access, pfn, young: has("young"), dirty: has("dirty") }.to_pmd(arch)?
        }
        "huge" => {
            let mut pmd = arch.mk_huge_pmd(pfn);
            if has("rw") {
                pmd = arch.pmd_mkwrite(pmd);
            }
            if has("dirty") {
                pmd = arch.pmd_mkdirty(pmd);
            }
            if has("old") {
                pmd = arch.pmd_mkold(pmd);
            }
            pmd
        }
        _ => return None,
    };
    Some(if invalidate { arch.pmd_mkinvalid(pmd) } else { pmd })
}

#[test]
fn named_words_are_built_as_the_kernel_builds_them() {
    for (name, text) in FILES {
        let arch = by_name(name).unwrap();
        let mut built = 0;
        for row in rows(text) {
            let case = row["case"].as_str().unwrap();
            if let Some(pmd) = build(arch, case) {
                assert_eq!(format!("{:#x}", pmd.0), row["word"].as_str().unwrap(), "{name} {case}");
                built += 1;
            }
        }
        println!("{name}: {built} words built");
        // Without migration entries only the leaves are left to build.
        let least = if arch.thp_migration_supported() { 50 } else { 40 };
        assert!(built > least, "{name}: only {built} words built");
    }
}
