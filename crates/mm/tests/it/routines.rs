//! Every routine in the registry can be built from its own argument table, and says what is missing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use pmdrace_mm::routine::litmus::Litmus;
use pmdrace_mm::routine::{ArgKind, ArgValue, Args, BindError, Code, Registry, RoutineSpec};
use pmdrace_mm::{Addr, FolioId, LockId, Notifier, TableId, Tlb};

const NOTIFIER: Notifier = Notifier { lock: LockId(0), seq: Addr(0) };

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
        ArgKind::Code => ArgValue::Code(Code(Arc::new(Litmus { steps: Vec::new() }))),
        ArgKind::Bool => ArgValue::Bool(true),
        ArgKind::Choice(words) => ArgValue::Choice(words[0]),
    }
}

#[test]
fn every_routine_is_built_from_its_own_arguments() {
    for spec in Registry::shipped().iter() {
        let required = spec.args.iter().filter(|arg| arg.default.is_none());
        let given: BTreeMap<String, ArgValue> =
            required.map(|arg| (arg.name.to_owned(), some_value(arg.kind))).collect();
        let off: Vec<&str> = spec.guards.iter().map(|guard| guard.name).collect();
        for off in [&[][..], &off[..]] {
            let args = Args::bind(spec, &given, off, NOTIFIER).unwrap();
            drop((spec.build)(&args));
        }
        assert!(!spec.kernel.is_empty() && !spec.summary.is_empty(), "{}", spec.name);
    }
}

#[test]
fn a_missing_argument_is_told_with_its_meaning() {
    for spec in Registry::shipped().iter() {
        let error = Args::bind(spec, &BTreeMap::new(), &[], NOTIFIER).unwrap_err();
        assert!(matches!(error, BindError::Missing { routine, .. } if routine == spec.name));
    }
}

#[test]
fn a_value_of_another_kind_is_refused() {
    for spec in Registry::shipped().iter() {
        let given = spec
            .args
            .iter()
            .map(|arg| (arg.name.to_owned(), ArgValue::Choice("nonsense")))
            .collect();
        let error = Args::bind(spec, &given, &[], NOTIFIER).unwrap_err();
        assert!(matches!(error, BindError::WrongKind { .. }), "{error}");
    }
}

#[test]
fn routines_are_found_by_name() {
    let shipped = Registry::shipped();
    for spec in shipped.iter() {
        assert_eq!(shipped.by_name(spec.name).unwrap().name, spec.name);
        assert_eq!(
            shipped.iter().filter(|other| other.name == spec.name).count(),
            1,
            "{}",
            spec.name
        );
    }
    assert!(shipped.by_name("gup_fast_pdm").is_none());
}

#[test]
fn a_routine_from_outside_joins_the_shipped_ones_or_takes_the_place_of_one() {
    static OWN: RoutineSpec =
        RoutineSpec { name: "own", enters: &["own_walk"], ..RoutineSpec::BASE };
    static PERF: RoutineSpec =
        RoutineSpec { name: "perf-size", summary: "another", ..RoutineSpec::BASE };
    let shipped = Registry::shipped();
    let with = shipped.with(&[&OWN, &PERF]);
    assert_eq!(with.iter().count(), shipped.iter().count() + 1);
    assert_eq!(with.by_name("perf-size").unwrap().summary, "another");
    assert!(with.functions().contains(&"own_walk") && !shipped.functions().contains(&"own_walk"));
}

/// The code below a folder of this crate, without comments.
fn sources(folder: &Path, texts: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => sources(&path, texts),
            false => {
                let text = fs::read_to_string(path).unwrap();
                let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
                texts.push(code.collect::<Vec<_>>().join("\n"));
            }
        }
    }
}

#[test]
fn every_function_that_is_entered_can_be_named_by_a_goal() {
    let mut texts = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut texts);
    let entered = texts.iter().flat_map(|code| code.split("enter(\"").skip(1));
    let entered: Vec<&str> = entered.filter_map(|rest| rest.split('"').next()).collect();
    assert!(entered.len() > 60, "only {} functions found", entered.len());
    let functions = Registry::shipped().functions();
    for name in &entered {
        assert!(functions.contains(name), "no routine says that it enters {name}");
    }
    // Where the name depends on the kernel, it is in the text all the same, beside the list.
    for name in functions {
        let quoted = format!("\"{name}\"");
        let told: usize = texts.iter().map(|code| code.matches(&quoted).count()).sum();
        assert!(told > 1, "nothing enters {name}");
    }
}
