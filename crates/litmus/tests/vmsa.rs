//! AArch64 tests of virtual memory, from their text to their answer.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use pmdrace_axioms::model::{Armv8, Ets};
use pmdrace_axioms::{Cut, Limits};
use pmdrace_litmus::{MemoryModel, Observation, observe, outcomes, read};

fn observed(text: &str, ets: Ets) -> Observation {
    let limits = Limits { histories: 100_000, stop: &|| false };
    observe(&read(text).unwrap(), &Armv8 { ets, ..Armv8::default() }, &limits).unwrap()
}

fn states(text: &str) -> Vec<String> {
    let limits = Limits { histories: 100_000, stop: &|| false };
    let all = outcomes(&read(text).unwrap(), &Armv8::default(), &limits).unwrap();
    all.states.into_iter().map(|(state, _)| state).collect()
}

/// A page is unmapped and its translation shot down by these instructions; then another CPU is told, and accesses it.
fn unmap(shoot: &[&str]) -> String {
    let rows: String = shoot.iter().map(|row| format!("{row} | ;\n")).collect();
    format!(
        "AArch64 unmap\n{{ x=1; z=0; 0:X0=(oa:PA(x), valid:0); 0:X1=PTE(x); 0:X2=x; 0:X3=z;\n\
         [PTE(z)]=(af:1); 1:X2=x; 1:X3=z; }}\n\
         P0            | P1              ;\n\
         STR X0,[X1]   | LDR W7,[X3]     ;\n\
         DSB ISH       | DMB SY          ;\n\
         LSR X5,X2,#12 | L0: LDR W4,[X2] ;\n\
         LSR X6,X3,#12 |                 ;\n\
         {rows}\
         MOV W8,#1     |                 ;\n\
         STR W8,[X3]   |                 ;\n\
         exists (1:X7=1 /\\ ~fault(P1:L0,x))\n"
    )
}

#[test]
fn an_access_with_a_stale_translation_is_over_after_the_invalidation() {
    for (shoot, expected) in [
        (&["NOP"][..], Observation::Sometimes),
        (&["TLBI VAAE1IS,X5", "DSB ISH"], Observation::Never),
        (&["TLBI VMALLE1IS", "DSB ISH"], Observation::Never),
        // Without IS other CPUs keep their translations; without a DSB nothing says that they are gone.
        (&["TLBI VAAE1,X5", "DSB ISH"], Observation::Sometimes),
        (&["TLBI VAAE1IS,X5"], Observation::Sometimes),
        // What is invalidated is the page in the operand.
        (&["TLBI VAAE1IS,X6", "DSB ISH"], Observation::Sometimes),
    ] {
        assert_eq!(observed(&unmap(shoot), Ets::None), expected, "{shoot:?}");
    }
}

/// A page is mapped, then another CPU is told.
const MAP: &str = "AArch64 map\n\
    { [PTE(x)]=(valid:0); 0:X0=(oa:PA(x)); 0:X1=PTE(x); 0:X3=y; 1:X2=x; 1:X3=y; }\n\
    P0          | P1              ;\n\
    STR X0,[X1] | LDR W4,[X3]     ;\n\
    DMB SY      | DMB SY          ;\n\
    MOV W6,#1   | L0: LDR W5,[X2] ;\n\
    STR W6,[X3] |                 ;\n\
    exists (1:X4=1 /\\ fault(P1:L0,x,MMU:Translation))\n";

#[test]
fn a_new_mapping_may_still_fault_without_ets() {
    assert_eq!(observed(MAP, Ets::None), Observation::Sometimes);
    assert_eq!(observed(MAP, Ets::Ets2), Observation::Never);
    let synchronized = MAP.replace("| DMB SY          ;", "| DSB SY ;\n | ISB ;");
    assert_eq!(observed(&synchronized, Ets::None), Observation::Never);
}

#[test]
fn hardware_sets_access_flags_and_dirty_bits_as_the_test_says() {
    let store = |tthm: &str, entry: &str| {
        states(&format!(
            "AArch64 store\n{tthm}\n{{ [PTE(x)]=({entry}); 0:X1=x; }}\n\
             P0          ;\nMOV W0,#1 ;\nL0: STR W0,[X1] ;\n\
             locations [x; pte_x; fault(P0:L0,x);]\nforall (true)\n"
        ))
    };
    let faults = |entry: &str, class: &str| {
        vec![format!("[x]=0; [PTE(x)]=(oa:PA(x), {entry}); Fault(P0:L0,x,MMU:{class});")]
    };
    let stored =
        |entry: &str| vec![format!("[x]=1; [PTE(x)]=(oa:PA(x){entry});  ~Fault(P0:L0,x);")];
    assert_eq!(store("", "valid:0"), faults("valid:0", "Translation"));
    assert_eq!(store("", "af:0"), faults("af:0", "AccessFlag"));
    assert_eq!(store("", "db:0"), faults("db:0", "Permission"));
    assert_eq!(store("TTHM=HA", "af:0"), stored(""));
    assert_eq!(store("TTHM=HD", "af:0, db:0, dbm:1"), stored(", dbm:1"));
    assert_eq!(store("TTHM=HD", "db:0"), faults("db:0", "Permission"));
    // Only P1 has the feature.
    assert_eq!(store("TTHM=P1:HD", "db:0, dbm:1"), faults("db:0, dbm:1", "Permission"));
}

#[test]
fn faults_end_a_thread_or_enter_its_handler_or_are_skipped() {
    let text = |variant: &str, handler: [&str; 4]| {
        let [a, b, c, d] = handler;
        format!(
            "AArch64 handler\nVariant={variant}\n{{ [PTE(x)]=(valid:0); x=7; 0:X1=x; 0:X2=PTE(x);\n\
             0:X3=(oa:PA(x)); }}\n\
             P0              {a};\nL0: LDR W0,[X1] {b};\nMOV W4,#1       {c};\n{d}\
             locations [0:X0; 0:X4;]\nforall (true)\n"
        )
    };
    let none = [""; 4];
    assert_eq!(states(&text("fatal", none)), ["0:X0=0; 0:X4=0;"]);
    assert_eq!(states(&text("skip", none)), ["0:X0=0; 0:X4=1;"]);
    // The same fault again: such executions do not count.
    assert!(states(&text("handled", none)).is_empty());
    // The handler maps the page and returns to the access.
    let repair = ["| P0.F", "| STR X3,[X2]", "| DSB SY", " | ISB ;\n | ERET ;\n"];
    assert_eq!(states(&text("fatal", repair)), ["0:X0=7; 0:X4=1;"]);
}

#[test]
fn entries_are_computed_with_as_bits() {
    // Bit 7 of a descriptor forbids writes, so clearing it sets db.
    let text = "AArch64 bits\n{ [PTE(x)]=(db:0); 0:X1=PTE(x); 0:X2=128; }\n\
                P0 ;\nSTCLR X2,[X1] ;\nLDR X3,[X1] ;\nexists (0:X3=(oa:PA(x)) /\\ pte_x=(db:1))\n";
    assert_eq!(observed(text, Ets::None), Observation::Always);
}

#[test]
fn what_is_wrong_has_its_place() {
    for (text, place, message) in [
        (
            "AArch64 t\nTTHM=HX\n{}\nP0 ;\nNOP ;\nexists (true)",
            (2, 6),
            "`HX` is no management of descriptors",
        ),
        (
            "AArch64 t\n{[PTE(x)]=(colour:1);}\nP0 ;\nNOP ;\nexists (true)",
            (2, 2),
            "there is no such field `colour` of an entry here",
        ),
        (
            "AArch64 t\n{}\nP0 ;\nTLBI VAE9IS,X0 ;\nexists (true)",
            (4, 6),
            "expected a TLB invalidation, found `VAE9IS`",
        ),
    ] {
        let problem = read(text).unwrap_err();
        assert_eq!((problem.line, problem.column), place, "{problem}");
        assert_eq!(problem.message, message);
        assert!(!problem.help.is_empty());
    }
}

#[test]
fn a_table_that_holds_no_entry_is_told() {
    let text = "AArch64 w\n{ 0:X1=x; 0:X3=PTE(x); 0:X4=7; }\nP0 ;\nSTR X4,[X3] ;\nLDR W0,[X1] ;\nexists (0:X0=1)";
    let limits = Limits { histories: 1000, stop: &|| false };
    let cut = outcomes(&read(text).unwrap(), &Armv8::default(), &limits).unwrap_err();
    assert_eq!(cut, Cut::Astray(0, "translate an address by a value that is no page-table entry"));
}

#[test]
fn an_instruction_that_faults_again_and_again_is_no_execution() {
    // As in herd7: the handler maps no page, so that no execution ends.
    let text = |variant: &str| {
        format!(
            "AArch64 again\nVariant=vmsa,{variant}\n{{ 0:X1=x; 0:X3=y; [PTE(x)]=(valid:0); }}\nP0 ;\nMOV W2,#1 ;\n\
             LDR W0,[X1] ;\nSTR W2,[X3] ;\nexists (y=1)"
        )
    };
    assert_eq!(states(&text("handled")), [""; 0]);
    assert_eq!(states(&text("fatal")), ["[y]=0;"]);
    assert_eq!(states(&text("faultToNext")), ["[y]=1;"]);
}

/// The handler returns to it with an open monitor.
#[test]
fn a_store_exclusive_that_faults_fails_when_it_is_retried() {
    let text = |status: u8| {
        format!(
            "AArch64 exclusive\nTTHM=P0:HA\nVariant=vmsa,handled\n{{ [PTE(x)]=(oa:PA(x), af:0); 0:X0=x; 1:X0=x; }}\n\
             P0          | P1                 ;\nLDR W1,[X0] | LDXR W2,[X0]       ;\n            \
             | F: STXR W3,W4,[X0] ;\nexists (1:X3={status} /\\ fault(P1:F,x))"
        )
    };
    assert_eq!(observed(&text(0), Ets::None), Observation::Never);
    assert_eq!(observed(&text(1), Ets::None), Observation::Sometimes);
}

#[test]
fn a_valid_entry_that_replaces_another_requires_break_before_make() {
    // The flag is raised where herd7 7.58 raises it.
    let reader = "LDR W0,[X1]";
    for (init, writer, other, raised) in [
        ("0:X1=(oa:PA(y));", ["STR X1,[X0]", ""], reader, true),
        (
            "0:X1=(oa:PA(y)); 0:X2=(oa:PA(x),valid:0);",
            ["STR X2,[X0]", "STR X1,[X0]"],
            reader,
            false,
        ),
        ("0:X1=(oa:PA(x),af:0);", ["STR X1,[X0]", ""], reader, false),
        ("[PTE(x)]=(valid:0); 0:X1=(oa:PA(y));", ["STR X1,[X0]", ""], reader, false),
        ("0:X1=(oa:PA(y)); 1:X2=(oa:PA(x),valid:0);", ["STR X1,[X0]", ""], "STR X2,[X0]", true),
        ("0:X1=(oa:PA(y));", ["LDR X3,[X0]", "STR X1,[X0]"], "NOP", false),
    ] {
        let [first, second] = writer;
        let text = format!(
            "AArch64 bbm\nVariant=vmsa\n{{ x=1; y=2; {init} 0:X0=PTE(x); 1:X0=PTE(x); 1:X1=x; }}\nP0 | P1 ;\n\
             {first} | {other} ;\n{second} | ;\nexists (1:X0=2)"
        );
        let test = read(&text).unwrap();
        let limits = Limits { histories: 1000, stop: &|| false };
        let all = MemoryModel::Armv8.outcomes(&test, &limits).unwrap().flags;
        assert_eq!(all.contains("requires-BBM"), raised, "{text}");
        assert_eq!(MemoryModel::Armv8.flags(&test, &limits), Ok(all), "{text}");
    }
}
