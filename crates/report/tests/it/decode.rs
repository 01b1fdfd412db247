//! `decode` against the golden vectors, against its own exact text, and word class by word class.

use pmdrace_pgtable::{ARCHITECTURES, Arch, MigrationAccess, MigrationEntry, Pmd, by_name};
use pmdrace_report::decode;
use serde_json::{Map, Value};

const FILES: &[(&str, &str)] = &[
    ("arm64@6.1", include_str!("../../../pgtable/tests/vectors/arm64.jsonl")),
    ("arm64@6.12", include_str!("../../../pgtable/tests/vectors/arm64-6.12.jsonl")),
    ("x86_64@6.1", include_str!("../../../pgtable/tests/vectors/x86_64.jsonl")),
    ("x86_64@6.12", include_str!("../../../pgtable/tests/vectors/x86_64-6.12.jsonl")),
    ("loongarch64@6.1", include_str!("../../../pgtable/tests/vectors/loongarch64.jsonl")),
];

/// Every row of every file: the architecture, the case, the word and the row without its case.
fn rows() -> impl Iterator<Item = (&'static dyn Arch, String, Pmd, Map<String, Value>)> {
    FILES.iter().flat_map(|(name, text)| {
        text.lines().map(|line| {
            let mut row: Map<String, Value> = serde_json::from_str(line).unwrap();
            let case = row.remove("case").unwrap().as_str().unwrap().to_owned();
            let word = row["word"].as_str().unwrap().strip_prefix("0x").unwrap();
            let word = Pmd(u64::from_str_radix(word, 16).unwrap());
            (by_name(name).unwrap(), case, word, row)
        })
    })
}

/// What the text says the word is: its first lines, joined, without the name and the word.
fn class(arch: &dyn Arch, word: Pmd) -> String {
    let text = decode::text(arch, word);
    let (heading, _) = text.split_once("\n\n").unwrap();
    let start = format!("{} {:#018x}: ", arch.name(), word.0);
    let class = heading.strip_prefix(&start).unwrap_or_else(|| {
        panic!("the heading should start with {start:?}, but is {heading:?}");
    });
    class.replace("\n    ", " ")
}

#[test]
fn json_is_every_row_of_the_vectors() {
    let mut checked = 0;
    for (arch, case, word, row) in rows() {
        let mut got = decode::json(arch, word);
        // The vectors of some architectures are of a configuration without userfaultfd.
        if let (Some(got), false) = (got.as_object_mut(), row.contains_key("uffd_wp_swp")) {
            got.remove("uffd_wp_swp");
        }
        assert_eq!(got, Value::Object(row), "{} {case} {:#x}", arch.name(), word.0);
        checked += 1;
    }
    assert!(checked > 1_500, "only {checked} rows compared");
}

#[test]
fn text_of_an_invalidated_migration_entry() {
    let text = decode::text(by_name("arm64@6.1").unwrap(), Pmd(0x800_0001_2346_00c0));
    let expected = "\
arm64@6.1 0x08000001234600c0: present by pmd_present(), though type 24 and offset 0x1234600 read as
    a migration entry (read) of pfn 0x1234600

fields as an entry
  USER                 6
  RDONLY               7
  address          47-12  0x123460
  PRESENT_INVALID     59

fields as a swap entry
  type               7-3  0x18
  offset            57-8  0x1234600
  in no field             bits 59
  swp_type()              24 (migration, read)
  swp_offset()            0x1234600
  swp_offset_pfn()        0x1234600

answers
  pmd_none()                     no
  pmd_present()                  yes
  pmd_bad()                      yes
  pmd_trans_huge()               yes
  pmd_leaf()                     yes
  pmd_devmap()                   no
  pmd_protnone()                 no
  pmd_write()                    no
  pmd_dirty()                    no
  pmd_young()                    no
  pmd_soft_dirty()               no such helper
  pmd_access_permitted(), read   no
  pmd_access_permitted(), write  no
  valid to the hardware          no
  pmd_swp_soft_dirty()           no such helper
  is_pmd_migration_entry()       no
  pmd_pfn()                      0x123400
  pmd_mkinvalid()                0x08000001234600c0

configuration: 4K pages, 48-bit VA and PA, no MTE, POE or LPA2, nG mappings
";
    assert_eq!(text, expected);
}

#[test]
fn text_of_a_migration_entry_with_an_inverted_offset() {
    let text = decode::text(by_name("x86_64@6.1").unwrap(), Pmd(0xcfff_fffd_b973_fe00));
    let expected = "\
x86_64@6.1 0xcffffffdb973fe00: migration entry (write) of pfn 0x1234600, old and clean

fields as an entry
  SPECIAL          9
  UFFD_WP         10
  SOFT_DIRTY      11
  pfn          51-12  0xffffdb973f
  SOFTW5          57
  DEVMAP          58
  pkey         62-59  0x9
  NX              63
  in no field         bits 56-52

fields as a swap entry
  ~offset            58-9  0x3fffffedcb9ff
  type              63-59  0x19
  swp_type()               25 (migration, write)
  swp_offset()             0x1234600
  swp_offset_pfn()         0x1234600

answers
  pmd_none()                               no
  pmd_present()                            no
  pmd_bad()                                yes
  pmd_trans_huge()                         no
  pmd_leaf()                               no
  pmd_devmap()                             yes
  pmd_protnone()                           no
  pmd_write()                              no
  pmd_dirty()                              no
  pmd_young()                              no
  pmd_soft_dirty()                         yes
  pmd_access_permitted(), read             no
  pmd_access_permitted(), write            no
  valid to the hardware                    no
  pmd_swp_soft_dirty()                     no
  pmd_swp_uffd_wp()                        no
  is_pmd_migration_entry()                 yes
  is_migration_entry_young()               no
  is_migration_entry_dirty()               no
  is_writable_migration_entry()            yes
  is_readable_exclusive_migration_entry()  no
  pmd_pfn()                                0x2468c0
  pmd_mkinvalid()                          0xcffffffdb9600e00

configuration: 46-bit physical, 4 levels, protection keys allow all, no SME, no shadow stacks
";
    assert_eq!(text, expected);
}

#[test]
fn lines_are_short_and_have_no_trailing_blanks() {
    // Besides the vectors' words: the ones with the longest lists of bits, and every pair of bits.
    let patterns = [u64::MAX, 0x5555_5555_5555_5555, 0xaaaa_aaaa_aaaa_aaaa];
    let pairs = (0..64).flat_map(|a| (0..64).map(move |b| 1 << a | 1 << b));
    let odd: Vec<Pmd> = patterns.into_iter().chain(pairs).map(Pmd).collect();
    let odd = ARCHITECTURES.iter().flat_map(|arch| odd.iter().map(move |word| (*arch, *word)));
    for (arch, word) in rows().map(|(arch, _, word, _)| (arch, word)).chain(odd) {
        let text = decode::text(arch, word);
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{text}");
        for line in text.lines() {
            assert!(line.len() <= 100, "{line:?} in\n{text}");
            assert_eq!(line, line.trim_end(), "in\n{text}");
        }
    }
}

/// The vectors' names of the words they built say what the heading should say about them.
#[test]
fn the_class_is_what_the_word_was_built_as() {
    let mut checked = 0;
    for (arch, case, word, _) in rows() {
        let class = class(arch, word);
        let (built, invalidated) = match case.strip_suffix("+invalidate") {
            Some(built) => (built, true),
            None => (case.as_str(), false),
        };
        let has = |word: &str| built.split(' ').any(|part| part == word);
        let expected = if has("table") {
            "table at pfn "
        } else if has("none") {
            "none, "
        } else if has("zero") {
            "all zero"
        } else if has("migration") && !invalidated {
            "migration entry ("
        } else if has("migration") && arch.name().starts_with("x86_64@") {
            // pmd_mkinvalid() sets no bit that pmd_present() tests here; what it harms is the offset.
            "migration entry ("
        } else if has("migration") {
            "present by pmd_present(), though type "
        } else if has("huge") && has("protnone") && !invalidated {
            "leaf without access rights"
        } else if has("huge") && has("old") && !invalidated {
            "present leaf"
        } else if has("huge") && !invalidated {
            "present leaf of pfn "
        } else if has("huge") && has("protnone") && arch.name().starts_with("arm64@") {
            // An invalidation leaves PROT_NONE as it is.
            "leaf without access rights"
        } else if has("huge") {
            "invalidated leaf"
        } else {
            continue;
        };
        assert!(
            class.starts_with(expected),
            "{} {case} {:#x}: {class:?} should start with {expected:?}",
            arch.name(),
            word.0
        );
        if has("huge") {
            for (name, says) in [
                ("rw", "writable"),
                ("ro", "read-only"),
                ("dirty", "dirty"),
                ("clean", "clean"),
                ("devmap", "devmap"),
            ] {
                assert!(!has(name) || class.contains(says), "{} {case}: {class:?}", arch.name());
            }
        }
        checked += 1;
    }
    assert!(checked > 700, "only {checked} classes checked");
}

#[test]
fn an_invalidated_migration_entry_is_recognised_wherever_it_answers_present() {
    let mut present = 0;
    for arch in ARCHITECTURES {
        for access in MigrationAccess::ALL {
            for (young, dirty) in [(false, false), (true, true)] {
                let entry = MigrationEntry { access, pfn: 0x123_4800, young, dirty };
                let Some(encoded) = entry.to_pmd(*arch) else {
                    continue;
                };
                let word = arch.pmd_mkinvalid(encoded);
                if !arch.pmd_present(word) {
                    continue;
                }
                let class = class(*arch, word);
                let says =
                    format!("read as a migration entry ({}) of pfn 0x1234800", access.name());
                assert!(class.starts_with("present by pmd_present(), "), "{class:?}");
                assert!(class.ends_with(&says), "{class:?}");
                present += 1;
            }
        }
    }
    // arm64 in both eras, and loongarch64.
    assert!(present >= 18, "only {present} of them answer present");
}

/// On arm64@6.1 the swap type of an invalidated leaf is made of its permission bits.
#[test]
fn a_leaf_is_not_taken_for_a_migration_entry_by_its_type_alone() {
    let arch = by_name("arm64@6.1").unwrap();
    let word = arch.pmd_mkinvalid(arch.mk_huge_pmd(0x123_4600));
    let swp = arch.pmd_to_swp_entry(word).unwrap();
    assert!(arch.facts().thp_migration.unwrap().types.contains(&swp.swp_type));
    assert_eq!(
        class(arch, word),
        "invalidated leaf (present by pmd_present(), not valid to the hardware) of pfn 0x1234600: \
         read-only, clean, young"
    );
    let text = decode::text(arch, word);
    assert!(text.contains("24 (migration, read)\n"), "{text}");
    assert!(text.contains(", which no migration entry has\n"), "{text}");
}

#[test]
fn contradictory_and_odd_words() {
    for (name, word, expected) in [
        (
            "arm64@6.1",
            0x800_0000_1234_5002,
            "present and a leaf by pmd_leaf(), though none by pmd_trans_huge(); not valid to the \
             hardware",
        ),
        ("arm64@6.1", 0x1200, "swap entry of type 0 and offset 0x12, not a migration entry"),
        ("x86_64@6.1", 0x20, "none, an empty PMD: the bits that are set do not count"),
        ("x86_64@6.1", 0x1234_5027, "table at pfn 0x12345, though pmd_bad() rejects it"),
        (
            "x86_64@6.1",
            0x100,
            "present by pmd_present(), though neither a leaf nor a table that pmd_bad() accepts",
        ),
        (
            "x86_64@6.1",
            0xcfff_fffd_b960_0e00,
            "migration entry (write) of pfn 0x1234ff8, old and clean; no huge page starts there: the \
             pfn is no multiple of 0x200",
        ),
        ("loongarch64@6.1", 0x41, "not present by pmd_present(), though valid to the hardware"),
        (
            "loongarch64@6.1",
            0x1c_0041,
            "migration entry (read) of pfn 0x0, old and clean; yet valid to the hardware",
        ),
        (
            "loongarch64@6.1",
            0x200_01dc,
            "present leaf, not valid to the hardware, of pfn 0x800: writable, clean, old",
        ),
    ] {
        assert_eq!(class(by_name(name).unwrap(), Pmd(word)), expected, "{name}");
    }
}

#[test]
fn fields_come_from_the_low_bits_up() {
    let text = decode::text(by_name("arm64@6.12").unwrap(), Pmd(0x400_0000_0020_0840));
    let expected = "
fields as an entry
  USER                 6
  nG                  11
  PRESENT_INVALID     11
  address          47-12  0x200
  UFFD_WP             58

";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn only_a_word_that_could_be_a_swap_entry_is_read_as_one() {
    let swap = |name, word| {
        decode::text(by_name(name).unwrap(), Pmd(word)).contains("\nfields as a swap entry\n")
    };
    // Empty, where that is not zero; zero, where that is not empty; the hardware's own.
    assert!(!swap("loongarch64@6.1", 0x9000_0000_012a_4000));
    assert!(!swap("loongarch64@6.1", 0));
    assert!(!swap("arm64@6.1", 0x1234_5003));
    assert!(swap("arm64@6.1", 0x1_2346_00c0));
}
