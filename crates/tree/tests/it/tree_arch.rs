//! The architecture that a build has: answers and facts are the build's own, and what it lacks is told.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pmdrace_pgtable::{Arch, CLAUSES, Domain, MigrationAccess, MigrationEntry, Pmd, Pte, View};
use pmdrace_tree::Build;
use tempfile::TempDir;

use crate::mini::{directory, probe, source, write};

/// A build whose probe is this text.
fn with(probe: &str) -> (TempDir, Build) {
    let directory = directory("gup.ll");
    write(&directory, "pmdrace/probe.ll", probe);
    let build = Build::open(directory.path()).unwrap();
    (directory, build)
}

/// The probe with other answers to questions about the configuration.
fn configured(changes: &[(&str, u64)]) -> String {
    changes.iter().fold(probe(), |probe, (name, value)| {
        let at = probe.find(&format!("@pmdrace_{name}()")).unwrap();
        let (head, tail) = probe.split_at(at);
        let start = tail.find("ret i64 ").unwrap() + "ret i64 ".len();
        let end = start + tail[start..].find(',').unwrap();
        assert_ne!(tail[start..end], value.to_string(), "{name}");
        format!("{head}{}{value}{}", &tail[..start], &tail[end..])
    })
}

fn arch(probe: &str) -> &'static dyn Arch {
    with(probe).1.tree_arch().unwrap()
}

fn refused(probe: &str) -> String {
    let directory = directory("gup.ll");
    write(&directory, "pmdrace/probe.ll", probe);
    let found = Build::open(directory.path()).and_then(|build| build.tree_arch());
    found.map(|arch| arch.name()).unwrap_err().to_string()
}

#[test]
fn it_is_the_shipped_one_where_the_build_is() {
    let (_directory, build) = with(&probe());
    let (tree, era) = (build.tree_arch().unwrap(), build.arch());
    assert!(std::ptr::addr_eq(tree, build.tree_arch().unwrap()));
    assert_eq!((tree.name(), era.name()), ("arm64@tree", "arm64@6.1"));
    let (mine, shipped) = (tree.facts(), era.facts());
    assert_eq!((mine.page_shift, mine.pmd_shift), (shipped.page_shift, shipped.pmd_shift));
    assert_eq!(mine.thp_migration, shipped.thp_migration);
    assert_eq!(mine.mmu, shipped.mmu);
    assert_eq!(mine.fields, shipped.fields);
    assert!(mine.gup_fast && mine.numa_balancing && mine.move_pmd && mine.rcu_table_free);
    assert!(mine.config.contains("4 KiB pages"), "{}", mine.config);
    // The mini configuration has no KVM.
    assert_eq!((mine.kvm_walk, shipped.kvm_walk.is_some()), (None, true));

    let huge = tree.pmd_mkdirty(tree.pmd_mkwrite(tree.mk_huge_pmd(0x1200)));
    assert_eq!(tree.hw_store(huge), era.hw_store(huge));
    assert!(tree.hw_valid(huge) && !tree.hw_valid(tree.pmd_mkinvalid(huge)));
    for clause in CLAUSES.iter().filter(|clause| clause.domain == Domain::Leaf) {
        assert_eq!((clause.holds)(tree, huge), (clause.holds)(era, huge), "{}", clause.name);
    }
}

#[test]
fn what_a_configuration_lacks_has_no_answer() {
    let lacking = configured(&[
        ("config_NUMA_BALANCING", 0),
        ("has_pmd_protnone", 0),
        ("has_pmd_devmap", 0),
        ("hw_dirty", 0),
        ("gup_fast", 0),
        ("move_pmd", 0),
        ("config_MMU_GATHER_RCU_TABLE_FREE", 0),
    ]);
    let arch = arch(&lacking);
    let huge = arch.mk_huge_pmd(0x1200);
    assert_eq!(arch.pmd_protnone(huge), None);
    assert_eq!(arch.pmd_modify_none(huge), None);
    assert_eq!(arch.pmd_devmap(huge), None);
    assert_eq!(arch.hw_store(arch.pmd_mkwrite(huge)), None);
    let facts = arch.facts();
    assert!(!facts.numa_balancing && !facts.gup_fast && !facts.move_pmd && !facts.rcu_table_free);
    assert!(facts.config.contains("without NUMA_BALANCING"), "{}", facts.config);
    // Nothing is told by a bit that no helper looks at; how a mapping is protected, is.
    let names: Vec<&str> = facts.fields.iter().map(|field| field.name).collect();
    assert!(!names.contains(&"DEVMAP") && names.contains(&"PROT_NONE"), "{names:?}");
}

#[test]
fn migration_entries_are_those_of_the_configuration() {
    let numbers = [
        ("swp_migration_read", 27),
        ("swp_migration_read_exclusive", 28),
        ("swp_migration_write", 29),
        ("swp_pfn_bits", 40),
    ];
    let other = arch(&configured(&numbers));
    let entry =
        MigrationEntry { access: MigrationAccess::Write, pfn: 0x1200, young: true, dirty: false };
    let swap = entry.to_swp_entry(other).unwrap();
    assert_eq!((swap.swp_type, swap.offset), (29, 0x1200 | 1 << 40));
    assert_eq!(other.pmd_to_swp_entry(entry.to_pmd(other).unwrap()), Some(swap));

    let none = arch(&configured(&[("thp_migration", 0), ("has_swap_pmd", 0)]));
    assert!(!none.thp_migration_supported());
    assert_eq!(entry.to_pmd(none), None);
    assert_eq!(none.pmd_to_swp_entry(Pmd(0x1_2006_0000)), None);
    assert!(none.facts().fields.iter().all(|field| field.view != View::Swap));
    assert_eq!(none.swp_entry_to_pte(swap), other.swp_entry_to_pte(swap));
}

#[test]
fn a_bit_keeps_its_name_only_where_helpers_agree() {
    // Frames of 16 KiB: the address begins at bit 14, whatever the bits below mean.
    let text = source("probe.c");
    assert!(text.contains("ASK1(table_pfn, (x & ADDRESS) >> 12)"));
    let shifted = probe_function(&configured(&[("page_shift", 14)]), "table_pfn", |body| {
        let other = body.replace("lshr i64 %0, 12", "lshr i64 %0, 14");
        let other = other.replace("68719476735", "17179869183");
        assert_ne!(other, body, "{body}");
        other
    });
    let fields = arch(&shifted).facts().fields;
    let address = fields.iter().find(|field| field.name == "address").unwrap();
    assert_eq!((address.hi, address.lo), (47, 14));
}

/// The probe with the text of one function changed.
fn probe_function(probe: &str, name: &str, change: impl Fn(&str) -> String) -> String {
    let at = probe.find(&format!("@pmdrace_{name}(")).unwrap();
    let end = at + probe[at..].find("\n}").unwrap();
    format!("{}{}{}", &probe[..at], change(&probe[at..end]), &probe[end..])
}

/// What images ask and architectures do not.
const OF_IMAGES: &[&str] = &[
    "address_of_frame",
    "page_of_frame",
    "pud_shift",
    "split_pmd_locks",
    "pgd_index",
    "pud_index",
    "pmd_index",
    "pud_to_table",
    "p4d_to_table",
    "page_head",
    "page_locked",
    "page_uptodate",
    "page_swapbacked",
    "page_exclusive",
    "vma_flags",
    "vma_protection",
    "migration_pmd_read",
    "migration_pmd_write",
    "migration_pte_write",
];

#[test]
fn every_question_is_asked_at_the_beginning() {
    let text = source("probe.c");
    let questions = text.lines().filter_map(|line| line.strip_prefix("ASK"));
    let questions = questions.filter_map(|line| Some(line[2..].split_once(',')?.0));
    let mut missed = 0;
    for question in questions.filter(|question| !OF_IMAGES.contains(question)) {
        let gone = probe().replace(&format!("@pmdrace_{question}("), "@pmdrace_elsewhere(");
        assert_ne!(gone, probe(), "{question}");
        let text = refused(&gone);
        let told = text.contains(&format!("pmdrace_{question}"));
        assert!(told || question == "version", "{question}: {text}");
        missed += 1;
    }
    assert!(missed > 80, "{missed} questions");
}

#[test]
fn a_configuration_that_hides_locks_or_checks_too_much_is_not_run() {
    let (_directory, plain) = with(&probe());
    assert!(plain.is_runnable().is_ok());
    for option in ["INLINE_SPIN_UNLOCK", "DEBUG_VM", "LOCKDEP", "KASAN", "KCSAN"] {
        let (_directory, build) = with(&configured(&[(&format!("config_{option}"), 1)]));
        let told = build.is_runnable().unwrap_err().to_string();
        assert!(told.contains(&format!("CONFIG_{option}")), "{told}");
        // Its helpers can be asked all the same.
        assert!(build.tree_arch().is_ok());
    }
}

#[test]
fn a_probe_of_another_version_is_refused() {
    let old = source("probe.ll");
    let text = refused(&old);
    assert!(text.contains("another version") && text.contains("pmdrace kernel build"), "{text}");
}

#[test]
fn numbers_that_make_no_sense_are_refused() {
    let text = refused(&configured(&[("page_shift", 4096)]));
    assert!(text.contains("page_shift") && text.contains("4096"), "{text}");
    let text = refused(&configured(&[("none_pmd", 3)]));
    assert!(text.contains("pmd_none() of the kernel build denies 0x3"), "{text}");
}

#[test]
fn a_helper_that_does_not_run_on_a_word_unwinds_with_the_reason() {
    // Goes where it cannot go on a word that is not one of those tried at the beginning.
    let breaks = probe_function(&probe(), "pte_special", |body| {
        let (head, _) = body.split_once("{\n").unwrap();
        format!(
            "{head}{{\n  %2 = icmp eq i64 %0, 1193046\n  br i1 %2, label %3, label %4\n\n3:\n  \
             unreachable\n\n4:\n  ret i64 0"
        )
    });
    let arch = arch(&breaks);
    assert!(!arch.pte_special(Pte(0x99)));
    let payload = catch_unwind(AssertUnwindSafe(|| arch.pte_special(Pte(0x12_3456)))).unwrap_err();
    let reason = payload.downcast::<String>().unwrap();
    assert!(reason.contains("pte_special()") && reason.contains("0x123456"), "{reason}");
}
