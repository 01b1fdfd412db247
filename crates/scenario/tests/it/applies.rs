//! Where a scenario is about nothing that the architecture has.

use pmdrace_scenario::Scenario;

#[test]
fn steps_that_make_migration_entries_need_an_architecture_with_them() {
    let steps = |own: &str, set: &str| {
        let text = format!(
            "format = \"pmdrace-scenario/1\"\nname = \"t\"\ntitle = \"t\"\nwhy = \"t\"\n\
             architectures = [\"arm64@6.12\", \"s390x@6.12\"]\n[source]\n[state]\n\
             folio.F = {{ pfn = 0x1234800, refcount = 1 }}\npmd.p = {{ none = true }}\n\
             [[cpu]]\nname = \"P\"\nroutine = \"litmus\"\nargs.steps = \"{own}\"\n\
             [variant.v]\nabout = \"t\"\nset.P.steps = \"{set}\"\n[goal.g]\noutcome.P = {{ r0 = 1 }}\n"
        );
        let scenario = Scenario::parse(&text).unwrap();
        let cells = scenario.cells(None);
        cells.iter().map(|cell| scenario.not_applicable(cell)).collect::<Vec<_>>()
    };
    let [plain, makes] = ["r0 = 1;", "r0 = 1; set_pmd_at(p, migration_pmd(F));"];
    let lacks = Some("no PMD migration entries");
    assert_eq!(steps(plain, plain), [None, None]);
    assert_eq!(steps(makes, plain), [None, lacks]);
    assert_eq!(steps(plain, makes), [None, lacks]);
}
