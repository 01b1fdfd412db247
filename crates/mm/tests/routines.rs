//! Every routine in the registry can be built from its own argument table, and says what is missing.

use std::collections::BTreeMap;

use pmdrace_mm::routine::{ArgKind, ArgValue, Args, BindError, FUNCTIONS, ROUTINES, by_name};
use pmdrace_mm::{Addr, FolioId, LockId, TableId, Tlb};

fn some_value(kind: ArgKind) -> ArgValue {
    match kind {
        ArgKind::Pmd => ArgValue::Pmd(Addr(0)),
        ArgKind::Halves => ArgValue::Halves([Addr(0), Addr(1)]),
        ArgKind::Pte => ArgValue::Pte(Addr(0)),
        ArgKind::Word => ArgValue::Word(Addr(0)),
        ArgKind::Tlb => ArgValue::Tlb(Tlb { entry: Addr(0), walk: LockId(0) }),
        ArgKind::Sem => ArgValue::Sem(LockId(0)),
        ArgKind::Lock => ArgValue::Lock(LockId(0)),
        ArgKind::Table => ArgValue::Table(TableId(0)),
        ArgKind::Folio => ArgValue::Folio(FolioId(0)),
        ArgKind::Steps => ArgValue::Steps(Vec::new()),
        ArgKind::Bool => ArgValue::Bool(true),
        ArgKind::Choice(words) => ArgValue::Choice(words[0]),
    }
}

#[test]
fn every_routine_is_built_from_its_own_arguments() {
    for spec in ROUTINES {
        let required = spec.args.iter().filter(|arg| arg.default.is_none());
        let given: BTreeMap<String, ArgValue> =
            required.map(|arg| (arg.name.to_owned(), some_value(arg.kind))).collect();
        let off: Vec<&str> = spec.guards.iter().map(|guard| guard.name).collect();
        for off in [&[][..], &off[..]] {
            let args = Args::bind(spec, &given, off).unwrap();
            drop((spec.build)(&args));
        }
        assert!(!spec.kernel.is_empty() && !spec.summary.is_empty(), "{}", spec.name);
    }
}

#[test]
fn a_missing_argument_is_told_with_its_meaning() {
    for spec in ROUTINES {
        let error = Args::bind(spec, &BTreeMap::new(), &[]).unwrap_err();
        assert!(matches!(error, BindError::Missing { routine, .. } if routine == spec.name));
    }
}

#[test]
fn a_value_of_another_kind_is_refused() {
    for spec in ROUTINES {
        let given = spec
            .args
            .iter()
            .map(|arg| (arg.name.to_owned(), ArgValue::Choice("nonsense")))
            .collect();
        let error = Args::bind(spec, &given, &[]).unwrap_err();
        assert!(matches!(error, BindError::WrongKind { .. }), "{error}");
    }
}

#[test]
fn routines_are_found_by_name() {
    for spec in ROUTINES {
        assert_eq!(by_name(spec.name).unwrap().name, spec.name);
    }
    assert!(by_name("gup_fast_pdm").is_none());
}

/// The names in `enter("...")` and the few that reach it as an argument, in a source text.
fn entered(code: &str) -> Vec<&str> {
    code.split("enter(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_function_that_is_entered_can_be_named_by_a_goal() {
    let sources = [
        include_str!("../src/folio.rs"),
        include_str!("../src/notifier.rs"),
        include_str!("../src/pmd.rs"),
        include_str!("../src/pte.rs"),
        include_str!("../src/tlb.rs"),
        include_str!("../src/routine/bare.rs"),
        include_str!("../src/routine/clear_bad.rs"),
        include_str!("../src/routine/collapse.rs"),
        include_str!("../src/routine/fault.rs"),
        include_str!("../src/routine/follow.rs"),
        include_str!("../src/routine/gup_fast.rs"),
        include_str!("../src/routine/hmm.rs"),
        include_str!("../src/routine/khugepaged.rs"),
        include_str!("../src/routine/kvm.rs"),
        include_str!("../src/routine/madvise.rs"),
        include_str!("../src/routine/kvm_walk.rs"),
        include_str!("../src/routine/migrate.rs"),
        include_str!("../src/routine/mprotect.rs"),
        include_str!("../src/routine/mremap.rs"),
        include_str!("../src/routine/page_vma_mapped.rs"),
        include_str!("../src/routine/perf.rs"),
        include_str!("../src/routine/pfnmap.rs"),
        include_str!("../src/routine/dirty.rs"),
        include_str!("../src/routine/fork.rs"),
        include_str!("../src/routine/pin.rs"),
        include_str!("../src/routine/share.rs"),
        include_str!("../src/routine/move_ptes.rs"),
        include_str!("../src/routine/pae.rs"),
        include_str!("../src/routine/pte_alloc.rs"),
        include_str!("../src/routine/secondary.rs"),
        include_str!("../src/routine/switch_mm.rs"),
        include_str!("../src/routine/split.rs"),
        include_str!("../src/routine/split_folio.rs"),
    ];
    let mut found = 0;
    for name in sources.iter().flat_map(|code| entered(code)) {
        found += 1;
        assert!(FUNCTIONS.contains(&name), "{name} is missing from FUNCTIONS");
    }
    assert!(found > 25, "only {found} functions found");
    for name in FUNCTIONS {
        let quoted = format!("\"{name}\"");
        assert!(sources.iter().any(|code| code.contains(&quoted)), "nobody enters {name}");
    }
}
