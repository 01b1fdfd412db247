//! Tests in assembly from their text to their answer.

use pmdrace_axioms::model::{Armv8, Model, RiscV, Sc, Tso};
use pmdrace_axioms::{Cut, Limits};
use pmdrace_litmus::{Observation, observe, outcomes, read};
use proptest::prelude::*;

use Observation::{Always, Never, Sometimes};

fn limits() -> Limits<'static> {
    Limits { histories: 100_000, stop: &|| false }
}

/// What is observed; the full list must agree.
fn observed(text: &str, model: &impl Model) -> Observation {
    let test = read(text).unwrap_or_else(|problem| panic!("{text}\n{problem}"));
    let observation = observe(&test, model, &limits());
    let listed = outcomes(&test, model, &limits()).map(|all| all.observation());
    assert_eq!(listed, observation, "{text}");
    observation.unwrap_or_else(|cut| panic!("{text}\n{cut}"))
}

/// A table of threads, each with an instruction per line.
fn table(threads: &[&str]) -> String {
    let heads: Vec<String> = (0..threads.len()).map(|thread| format!("P{thread}")).collect();
    let columns: Vec<Vec<&str>> = threads.iter().map(|thread| thread.lines().collect()).collect();
    let rows = columns.iter().map(Vec::len).max().unwrap_or(0);
    let row = |row: usize| {
        let cells: Vec<&str> =
            columns.iter().map(|column| column.get(row).copied().unwrap_or("")).collect();
        cells.join(" | ")
    };
    let rows: Vec<String> = [heads.join(" | ")].into_iter().chain((0..rows).map(row)).collect();
    format!("{} ;\n", rows.join(" ;\n"))
}

/// A test of AArch64 in which X0 is `x`, X1 is `y` and X2 is `z` in all threads.
fn arm(threads: &[&str], question: &str) -> String {
    let places = (0..threads.len()).map(|of| format!("{of}:X0=x; {of}:X1=y; {of}:X2=z;"));
    let init = places.collect::<Vec<_>>().join(" ");
    format!("AArch64 test\n{{ {init} }}\n{}{question}\n", table(threads))
}

/// Message passing with these instructions on both sides: the flag is `y`, read to W5, the data `x`, read to W6.
fn message_passing(writer: &str, reader: &str) -> String {
    arm(&[&format!("MOV W3,#1\n{writer}"), reader], "exists (1:X5=1 /\\ 1:X6=0)")
}

/// Load buffering: P0 reads `x` to W5, then does this; P1 reads `y`, then writes `x`, in order.
fn load_buffering(between: &str) -> String {
    arm(
        &[
            &format!("MOV W3,#1\nLDR W5,[X0]\n{between}"),
            "MOV W3,#1\nLDR W5,[X1]\nDMB SY\nSTR W3,[X0]",
        ],
        "exists (0:X5=1 /\\ 1:X5=1)",
    )
}

#[test]
fn aarch64_orders_by_annotations_and_barriers() {
    let plain = "STR W3,[X0]\nSTR W3,[X1]";
    let release = "STR W3,[X0]\nSTLR W3,[X1]";
    let store_barrier = "STR W3,[X0]\nDMB ISHST\nSTR W3,[X1]";
    for (writer, reader, expected) in [
        (plain, "LDR W5,[X1]\nLDR W6,[X0]", Sometimes),
        (release, "LDR W5,[X1]\nLDR W6,[X0]", Sometimes),
        (release, "LDAR W5,[X1]\nLDR W6,[X0]", Never),
        (release, "LDAPR W5,[X1]\nLDR W6,[X0]", Never),
        (store_barrier, "LDR W5,[X1]\nDMB LD\nLDR W6,[X0]", Never),
        (store_barrier, "LDR W5,[X1]\nDMB ST\nLDR W6,[X0]", Sometimes),
        (store_barrier, "LDR W5,[X1]\nDSB SY\nLDR W6,[X0]", Never),
        (store_barrier, "LDR W5,[X1]\nISB\nLDR W6,[X0]", Sometimes),
        (store_barrier, "LDR W5,[X1]\nCBZ W5,L0\nL0: LDR W6,[X0]", Sometimes),
        (store_barrier, "LDR W5,[X1]\nCBZ W5,L0\nL0: ISB\nLDR W6,[X0]", Never),
        (store_barrier, "LDR W5,[X1]\nEOR W7,W5,W5\nLDR W6,[X0,W7,SXTW]", Never),
        (
            store_barrier,
            "LDR W5,[X1]\nCMP W5,#1\nCSEL W7,WZR,WZR,EQ\nLDR W6,[X0,W7,SXTW]",
            Sometimes,
        ),
        (store_barrier, "SWPA W3,W5,[X1]\nLDR W6,[X0]", Never),
        (store_barrier, "SWP W3,W5,[X1]\nDMB LD\nLDR W6,[X0]", Never),
        (store_barrier, "LDADD WZR,W5,[X1]\nLDR W6,[X0]", Sometimes),
    ] {
        let text = message_passing(writer, reader);
        assert_eq!(observed(&text, &Armv8::default()), expected, "{text}");
        assert_eq!(observed(&text, &Sc), Never, "{text}");
    }
}

#[test]
fn aarch64_orders_stores_by_dependencies() {
    for (between, expected) in [
        ("STR W3,[X1]", Sometimes),
        ("EOR W6,W5,W5\nADD W6,W6,#1\nSTR W6,[X1]", Never),
        ("EOR W6,W5,W5\nSTR W3,[X1,W6,SXTW]", Never),
        ("CBNZ W5,L0\nL0: STR W3,[X1]", Never),
        ("TBZ W5,#0,L0\nL0: STR W3,[X1]", Never),
        ("CMP W5,#1\nB.NE L0\nL0: STR W3,[X1]", Never),
        // What is selected depends on the condition for a store, not for a load.
        ("CMP W5,#1\nCSEL W6,W3,W3,EQ\nSTR W6,[X1]", Never),
        ("CMP W5,#1\nCSEL W6,WZR,WZR,EQ\nLDR W7,[X2,W6,SXTW]\nSTR W3,[X1]", Never),
        ("CMP W5,#1\nCSEL W6,W5,W3,EQ\nSTR W6,[X1]", Never),
        ("CMP W5,#1\nCSET W6,EQ\nEOR W6,W6,W6\nCBNZ W6,L0\nL0: STR W3,[X1]", Never),
        // A dependency goes through memory of the same thread.
        ("EOR W6,W5,W5\nSTR W6,[X2]\nLDR W7,[X2]\nADD W7,W7,#1\nSTR W7,[X1]", Never),
        // The result of a store-exclusive carries nothing.
        ("LDXR W6,[X2]\nSTXR W7,W5,[X2]\nADD W7,W7,#1\nSTR W7,[X1]", Sometimes),
        ("BIC W6,W5,W5\nORR W6,W6,W3\nSTR W6,[X1]", Never),
        ("MOV W6,W5\nMOV W6,#1\nSTR W6,[X1]", Sometimes),
    ] {
        let text = load_buffering(between);
        assert_eq!(observed(&text, &Armv8::default()), expected, "{text}");
    }
}

#[test]
fn aarch64_atomics_are_atomic() {
    let increment = "L0: LDXR W5,[X0]\nADD W5,W5,#1\nSTXR W6,W5,[X0]\nCBNZ W6,L1\nMOV W7,#1\nL1:";
    let text = arm(&[increment, increment], "exists (0:X7=1 /\\ 1:X7=1 /\\ x=1)");
    assert_eq!(observed(&text, &Armv8::default()), Never);
    let text = arm(&[increment, increment], "forall ((0:X7=1 /\\ 1:X7=1) => x=2)");
    assert_eq!(observed(&text, &Armv8::default()), Always);
    for increment in ["MOV W3,#1\nLDADD W3,W5,[X0]", "MOV W3,#1\nSTADD W3,[X0]"] {
        let text = arm(&[increment; 3], "forall (x=3)");
        assert_eq!(observed(&text, &Armv8::default()), Always);
    }
    let swap = "MOV W3,#1\nCAS W5,W3,[X0]";
    let text = arm(&[swap, swap], "forall (x=1 /\\ (0:X5=0 /\\ 1:X5=1 \\/ 0:X5=1 /\\ 1:X5=0))");
    assert_eq!(observed(&text, &Armv8::default()), Always);
    // A store-exclusive that no load-exclusive precedes, or one of another size or place, fails.
    for wrong in
        ["STXR W6,W3,[X0]", "LDXR W5,[X1]\nSTXR W6,W3,[X0]", "LDXR X5,[X0]\nSTXR W6,W3,[X0]"]
    {
        assert_eq!(observed(&arm(&[wrong], "forall (0:X6=1)"), &Armv8::default()), Always);
    }
}

#[test]
fn aarch64_computes() {
    for (code, register, value) in [
        ("MOV W5,#-1\nMOV X6,X5", "X6", "-1"),
        ("MOVZ W5,#1,LSL #16\nMOVK W5,#2", "X5", "0x10002"),
        ("MOVN W5,#0\nLSR W5,W5,#28", "X5", "15"),
        ("MOV W5,#6\nSUBS W5,W5,#6\nCSET W6,EQ", "X6", "1"),
        ("MOV W5,#3\nNEG W5,W5\nSXTW X6,W5\nASR X6,X6,#1", "X6", "-2"),
        ("MOV W5,#0x80\nSXTB W6,W5", "X6", "-128"),
        ("MOV W5,#7\nMUL W6,W5,W5\nMSUB W6,W5,W5,W6", "X6", "0"),
        ("MOV W5,#5\nSTR W5,[X0]\nLDRB W6,[X0]", "X6", "5"),
        ("MOV W5,#1\nSTP W5,W5,[X3]\nLDP W6,W7,[X3]\nADD W6,W6,W7", "X6", "2"),
        ("MOV W5,#9\nSTR W5,[X3,#4]!\nLDR W6,[X3],#-4\nLDR W7,[X3]\nADD W6,W6,W7", "X6", "9"),
        ("ADR X5,L0\nBR X5\nMOV W6,#1\nL0: ADD W6,W6,#2", "X6", "2"),
        ("BL L0\nADD W6,W6,#1\nB L1\nL0: MOV W6,#4\nRET\nL1:", "X6", "5"),
        ("MOV W5,#3\nL0: ADD W6,W6,#2\nSUBS W5,W5,#1\nB.NE L0", "X6", "6"),
        ("MOV W5,#6\nUBFX W6,W5,#1,#2", "X6", "3"),
        ("MOV W5,#1\nCMP W5,#2\nCINC W6,W5,LO\nCSINV W7,W6,W5,GE\nAND W6,W7,W6", "X6", "2"),
    ] {
        let text = format!(
            "AArch64 compute\n{{ int a[4]; 0:X0=x; 0:X3=a; }}\n{}forall (0:{register}={value})\n",
            table(&[code])
        );
        assert_eq!(observed(&text, &Armv8::default()), Always, "{text}");
    }
}

#[test]
fn values_are_seen_through_their_types() {
    let text = "AArch64 types\n{ int64_t 0:X5; uint16_t 0:X7; 0:X0=x; int8_t y=-1; 0:X1=y; }\n\
        P0 ;\nMOV W5,#-1 ;\nMOV W6,#-1 ;\nMOV W7,#-1 ;\nSTR W5,[X0] ;\nLDRSB X8,[X1] ;\n\
        forall (0:X5=0xffffffff /\\ 0:X6=-1 /\\ 0:X7=0xffff /\\ x=-1 /\\ 0:X8=-1)\n";
    assert_eq!(observed(text, &Armv8::default()), Always);
}

#[test]
fn accesses_of_mixed_sizes_share_bytes() {
    let text = |reader: &str, question: &str| {
        format!(
            "AArch64 mixed\n{{ uint16_t x; uint16_t 1:X5; 0:X0=x; 1:X0=x; }}\n{}{question}\n",
            table(&["MOV W3,#0x101\nSTRH W3,[X0]", reader])
        )
    };
    let halves = "LDRB W5,[X0,#1]\nLDRB W6,[X0]";
    let torn = text(halves, "exists (1:X5=1 /\\ 1:X6=0)");
    assert_eq!(observed(&torn, &Armv8::default()), Sometimes);
    assert_eq!(observed(&torn, &Sc), Never);
    let whole = text("LDRH W5,[X0]", "exists (1:X5=1 \\/ 1:X5=0x100)");
    assert_eq!(observed(&whole, &Armv8::default()), Never);
    assert_eq!(observed(&whole, &Sc), Never);
    let bytes = text("MOV W3,#2\nSTRB W3,[X0]", "exists (x=0x102)");
    assert_eq!(observed(&bytes, &Armv8::default()), Sometimes);
}

#[test]
fn x86_buffers_stores_in_both_syntaxes() {
    let intel = |fence: &str| {
        let thread = |own: &str, other: &str| format!("MOV [{own}],$1\n{fence}\nMOV EAX,[{other}]");
        let threads = table(&[&thread("x", "y"), &thread("y", "x")]);
        format!("X86 sb\n{{ }}\n{threads}exists (0:EAX=0 /\\ 1:EAX=0)\n")
    };
    let att = |fence: &str| {
        let thread =
            |own: &str, other: &str| format!("movl $1,({own})\n{fence}\nmovl ({other}),%eax");
        let threads = table(&[&thread("x", "y"), &thread("y", "x")]);
        format!("X86_64 sb\n{{ 0:rbx=w; 1:rbx=w; }}\n{threads}exists (0:rax=0 /\\ 1:rax=0)\n")
    };
    for (fence, expected) in [("NOP", Sometimes), ("SFENCE", Sometimes), ("MFENCE", Never)] {
        assert_eq!(observed(&intel(fence), &Tso), expected);
        assert_eq!(observed(&att(fence), &Tso), expected);
        assert_eq!(observed(&intel(fence), &Sc), Never);
    }
    for (fence, expected) in [
        ("lock addl $1,(%rbx)", Never),
        ("addl $1,(%rbx)", Sometimes),
        ("xchgl %ecx,(%rbx)", Never),
        ("lock cmpxchgl %ecx,(%rbx)", Never),
        ("lock xaddl %ecx,(%rbx)", Never),
        ("lock decl (w)", Never),
        ("decl (w)", Sometimes),
        ("clflush (w)", Sometimes),
    ] {
        assert_eq!(observed(&att(fence), &Tso), expected, "{fence}");
    }
}

#[test]
fn x86_computes() {
    for (code, register, value) in [
        ("movq $-1,%rax\nmovl $1,%eax", "rax", "1"),
        ("movl $0x1234,%eax\nmovb $1,%ah", "rax", "0x134"),
        ("movl $5,%eax\ncmpl $6,%eax\njl L0\nmovl $1,%eax\nL0:", "rax", "5"),
        ("movl $2,(x)\nincl (x)\nmovl (x),%eax", "rax", "3"),
        ("xorl %ecx,%ecx\ntestl %ecx,%ecx\nsete %al", "rax", "1"),
        ("movl $7,%ecx\nmovl $4,%eax\ncmpl $4,%eax\ncmovel %ecx,%eax", "rax", "7"),
        ("movl $3,(x)\nmovl $3,%eax\nmovl $8,%ebx\ncmpxchgl %ebx,(x)\nmovl (x),%eax", "rax", "8"),
        ("movl $3,(x)\nmovl $9,%ecx\nxaddl %ecx,(x)\nmovl (x),%eax\nsubl %ecx,%eax", "rax", "9"),
        ("movl $1,%ebx\nmovq $a,%rax\nmovl $6,4(%rax)\nmovl (%rax,%rbx,4),%eax", "rax", "6"),
        ("movl $1,%eax\nret\nmovl $2,%eax", "rax", "1"),
    ] {
        let threads = table(&[code]);
        let text = format!("X86_64 c\n{{ int a[2]; }}\n{threads}forall (0:{register}={value})\n");
        assert_eq!(observed(&text, &Tso), Always, "{text}");
    }
}

#[test]
fn risc_v_orders_by_fences_annotations_and_dependencies() {
    let text = |writer: &str, reader: &str| {
        let threads = table(&[&format!("li x5,1\n{writer}"), reader]);
        let places = "0:x6=x; 0:x7=y; 1:x6=x; 1:x7=y;";
        format!("RISCV mp\n{{ {places} }}\n{threads}exists (1:x8=1 /\\ 1:a0=0)\n")
    };
    let fenced = "sw x5,0(x6)\nfence w,w\nsw x5,0(x7)";
    for (writer, reader, expected) in [
        ("sw x5,0(x6)\nsw x5,0(x7)", "lw x8,0(x7)\nfence r,r\nlw a0,0(x6)", Sometimes),
        (fenced, "lw x8,0(x7)\nlw a0,0(x6)", Sometimes),
        (fenced, "lw x8,0(x7)\nfence r,r\nlw a0,0(x6)", Never),
        (fenced, "lw x8,0(x7)\nfence w,r\nlw a0,0(x6)", Sometimes),
        (fenced, "lw x8,0(x7)\nfence.tso\nlw a0,0(x6)", Never),
        (fenced, "lw.aq x8,0(x7)\nlw a0,0(x6)", Never),
        (fenced, "lw x8,0(x7)\nxor x9,x8,x8\nadd x9,x9,x6\nlw a0,0(x9)", Never),
        (fenced, "lw x8,0(x7)\nbeqz x8,L0\nL0: lw a0,0(x6)", Sometimes),
        ("sw x5,0(x6)\nsw.rl x5,0(x7)", "lw.aq x8,0(x7)\nlw a0,0(x6)", Never),
        ("sw x5,0(x6)\namoswap.w.rl x0,x5,(x7)", "amoor.w.aq x8,x0,(x7)\nlw a0,0(x6)", Never),
    ] {
        let text = text(writer, reader);
        assert_eq!(observed(&text, &RiscV), expected, "{text}");
    }
    let increment = "L0: lr.w x8,(x6)\naddi x8,x8,1\nsc.w x9,x8,(x6)\nbnez x9,L1\nli a0,1\nL1:";
    let threads = table(&[increment; 2]);
    let text =
        format!("RISCV inc\n{{ 0:x6=x; 1:x6=x; }}\n{threads}exists (0:a0=1 /\\ 1:a0=1 /\\ x=1)\n");
    assert_eq!(observed(&text, &RiscV), Never);
}

#[test]
fn a_pointer_that_points_nowhere_is_told() {
    let text = arm(&["LDR X3,[X0]\nLDR W4,[X3]"], "exists (0:X4=0)");
    let test = read(&text).unwrap();
    let cut = observe(&test, &Armv8::default(), &limits()).unwrap_err();
    assert!(matches!(cut, Cut::Astray(..)), "{cut}");
}

#[test]
fn a_jump_to_no_instruction_of_the_thread_is_told() {
    let ask = |target: &str| {
        let text = format!(
            "AArch64 jump\n{{ 0:X0=x; 0:X2={target}; }}\nP0 | P1 ;\nMOV W3,#1 | L0: NOP ;\nBR X2 | ;\n\
             L1: STR W3,[X0] | ;\nexists (x=1)"
        );
        let test = read(&text).unwrap();
        let all = outcomes(&test, &Armv8::default(), &limits()).map(|all| all.observation());
        assert_eq!(observe(&test, &Armv8::default(), &limits()), all);
        all
    };
    let astray = Err(Cut::Astray(0, "jump to a value that is no instruction of its own"));
    assert_eq!(ask("P0:L1"), Ok(Always));
    assert_eq!(ask("P1:L0"), astray);
    assert_eq!(ask("7"), astray);
    assert_eq!(ask("x"), astray);
}

#[test]
fn an_instruction_has_several_labels() {
    let twice = |head: &str, init: &str, rows: [&str; 4]| {
        let [set, jump, other, store] = rows;
        format!(
            "{head} labels\n{{ {init} }}\nP0 ;\n{set} ;\n{jump} ;\n{other} ;\nL0: L1: ;\nL2: {store} ;\n\
             exists (x=1)\n"
        )
    };
    for label in ["L0", "L1", "L2"] {
        let arm = ["MOV W0,#1", &format!("B {label}"), "MOV W0,#2", "STR W0,[X1]"];
        assert_eq!(observed(&twice("AArch64", "0:X1=x;", arm), &Armv8::default()), Always);
        let riscv = ["ori x5,x0,1", &format!("bne x5,x0,{label}"), "ori x5,x0,2", "sw x5,0(x6)"];
        assert_eq!(observed(&twice("RISCV", "0:x6=x;", riscv), &RiscV), Always);
        let x86 = ["MOV EAX,$1", &format!("JMP {label}"), "MOV EAX,$2", "MOV [x],EAX"];
        assert_eq!(observed(&twice("X86", "", x86), &Tso), Always);
    }
    for label in ["L0", "L1"] {
        let text = arm(&["L0: L1: LDR W3,[X0]"], &format!("exists (fault(P0:{label},x))"));
        let text = text.replace("{ ", "{ [PTE(x)]=(valid:0); ");
        assert_eq!(observed(&text, &Armv8::default()), Always);
    }
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    for (code, column, message) in [
        ("LDRX W0,[X1]", 1, "there is no instruction `LDRX`"),
        ("LDR W0", 7, "expected `,`, found the end of the instruction"),
        ("LDR W0,X1", 8, "expected `[`, found `X1`"),
        ("LDR W0,[W1]", 9, "an address has 64 bits"),
        ("LDR W0,[X1,W2]", 14, "this register has not 64 bits"),
        ("LDR W31,[X1]", 5, "expected a register, found `W31`"),
        ("LDRB X0,[X1]", 6, "this register has the wrong size"),
        ("LDAR W0,[X1] X2", 14, "expected the end of the instruction, found `X2`"),
        ("STXR X0,W1,[X2]", 6, "this register has the wrong size"),
        ("DMB NOTHING", 5, "expected the option of a barrier, found `NOTHING`"),
        ("B L9", 3, "there is no label `L9`"),
        ("B.XX L0", 1, "there is no instruction `B.XX`"),
        ("TBZ W0,#32,L0", 8, "32 is too large here"),
        ("MOV W0,#99999999999999999999", 9, "`99999999999999999999` is too large"),
        ("MOVZ W0,#1,LSL #8", 16, "there is no such shift here"),
        ("CSET W0,AL", 9, "AL has no opposite"),
        ("SWP W0,W1,[X2,#4]", 11, "this instruction has no offset"),
        ("ADD W0,W1,?", 11, "`?` means nothing here"),
    ] {
        let text = format!("AArch64 wrong\n{{}}\nP0 ;\n{code} ;\nexists (true)\n");
        let problem = read(&text).unwrap_err();
        assert_eq!((problem.line, problem.column), (4, column), "{code}: {problem}");
        assert_eq!(problem.message, message, "{code}");
        assert!(!problem.help.is_empty());
    }
    for (language, code, column, message) in [
        ("X86", "MOVE EAX,$1", 1, "there is no instruction `MOVE`"),
        ("X86", "MOV $1,EAX", 5, "a number is no place for a result"),
        ("X86", "MOV [x],[y]", 5, "both operands are memory"),
        ("X86", "LOCK MOV [x],EAX", 1, "`MOV` has no lock prefix here"),
        ("X86_64", "movl %rax,(x)", 14, "the operands differ in size"),
        ("X86_64", "movl (%rax,7),%eax", 12, "expected an index register, found `7`"),
        ("RISCV", "lw x5,x6", 7, "expected a number, found `x6`"),
        ("RISCV", "lwa x5,0(x6)", 1, "there is no instruction `lwa`"),
        ("RISCV", "add.aq x5,x5,x5", 1, "there is no instruction `add.aq`"),
        ("RISCV", "amoadd.w x5,x5,4(x6)", 16, "this instruction has no offset"),
        ("RISCV", "fence x,w", 7, "expected what a fence orders, found `x`"),
    ] {
        let text = format!("{language} wrong\n{{}}\nP0 ;\n{code} ;\nexists (true)\n");
        let problem = read(&text).unwrap_err();
        assert_eq!((problem.line, problem.column), (4, column), "{code}: {problem}");
        assert_eq!(problem.message, message, "{code}");
    }
    for (text, place, message) in [
        ("AArch64 t\n{}\nP0 | P2 ;\n", (3, 6), "there is no thread P1"),
        ("AArch64 t\n{}\nP0 | P0 ;\n", (3, 6), "this column is there already"),
        ("AArch64 t\n{}\nX0 ;\n", (3, 1), "this is not the head of a thread"),
        ("AArch64 t\n{}\nP0 ;\nNOP | NOP ;\n", (4, 7), "this column has no head"),
        ("AArch64 t\n{}\nP0 ;\nL: NOP ;\nL: NOP ;\n", (5, 1), "`L` is there already"),
        ("AArch64 t\n{ 0:Y0=1; }\nP0 ;\nNOP ;\n", (2, 3), "there is no register `Y0`"),
        ("AArch64 t\n{ 3:X0=1; }\nP0 ;\nNOP ;\n", (2, 3), "there is no thread P3"),
        ("AArch64 t\n{ 0:X0=P0:L; }\nP0 ;\nNOP ;\n", (2, 3), "there is no label `L`"),
    ] {
        let problem = read(text).unwrap_err();
        assert_eq!((problem.line, problem.column), place, "{text}: {problem}");
        assert_eq!(problem.message, message, "{text}");
    }
}

/// Instructions in which much of each syntax is used.
const INSTRUCTIONS: [(&str, &str); 3] = [
    (
        "AArch64",
        "L0: LDR W5,[X0,W7,SXTW #2] LDP X3,X4,[X0],#-16 STLXR W6,W5,[X1] CASPAL X2,X3,X4,X5,[X0] SWPAB W1,W2,[X3] \
         CSINC W6,WZR,W7,LO B.EQ L0 TBNZ X1,#63,L0 MOVK X5,#0xffff,LSL #48 UBFX W1,W2,#3,#4 ADR X1,L0 MSR NZCV,X3 \
         STR X1,[X2,#8]! DSB ISHLD SUBS X1,X2,W3,UXTB LSL #1 STADDLH W0,[SP]",
    ),
    (
        "X86_64",
        "LOCK cmpxchgl %ebx,8(%rax,%rcx,4) MOV [x],$-1 xaddq %r8,(y) movzx L0: jne L0 cmovaeb %al,%bh setnle (x) \
         incw %cs:4(%rip) MFENCE xchg %eax,x(%rip) shll $33,%eax mov [EAX],EBX",
    ),
    (
        "RISCV",
        "L0: lw.aq.rl x5,-4(x6) amomaxu.d.aqrl a0,a1,(a2) sc.w.rl t0,t1,(s2) fence iorw,ow bgeu x1,zero,L0 lui x5,99999 \
         la x5,x sraiw x1,x2,31 zext.h x1,x2 seqz x3,x4 li x5,0x7fffffffffffffff fence.tso",
    ),
];

/// Reads a test and runs it for a short time.
fn survives(text: &str) {
    match read(text) {
        Ok(test) => {
            let limits = Limits { histories: 200, stop: &|| false };
            let _ = observe(&test, &Sc, &limits);
        }
        Err(problem) => {
            let line = text.split('\n').nth(problem.line - 1).unwrap_or_default();
            assert!((1..=line.chars().count() + 1).contains(&problem.column), "{problem}");
            assert!(!problem.message.is_empty() && !problem.help.is_empty());
        }
    }
}

proptest! {
    #[test]
    fn any_mixture_of_instructions_is_read_or_told(
        language in 0..INSTRUCTIONS.len(),
        picks in prop::collection::vec((0..100usize, 0..100usize, 0..12usize, "[ ,|;]{1,2}"), 0..12),
    ) {
        let (name, words) = INSTRUCTIONS[language];
        let words: Vec<&str> = words.split_whitespace().collect();
        // Mostly an instruction as it is, with a piece of another one now and then.
        let mut text = format!("{name} mixture\n{{ 0:X0=x; 0:rax=y; int a[2]; }}\nP0 | P1 ;\n");
        if language != 0 {
            text = text.replace("0:X0=x;", "");
        }
        if language != 1 {
            text = text.replace("0:rax=y;", "");
        }
        for (first, second, cut, end) in picks {
            let (first, second) = (words[first % words.len()], words[second % words.len()]);
            let cut = cut.min(second.len());
            text += &format!("{first} {}{end}", &second[..cut]);
        }
        survives(&format!("{text}\nexists (x=1)\n"));
        let rows = words.join(" ").replace(" L", " ;\nL");
        survives(&format!("{name} all\n{{}}\nP0 ;\n{rows} ;\nexists (x=1)\n"));
    }

    #[test]
    fn any_program_of_whole_instructions_runs(
        picks in prop::collection::vec((0..14usize, 0..4u8, 0..4u8, 0..3u8), 1..14),
    ) {
        let instruction = |(kind, a, b, c): (usize, u8, u8, u8)| match kind {
            0 => format!("LDR W{a},[X{}]", 4 + b % 2),
            1 => format!("STR W{a},[X{}]", 4 + b % 2),
            2 => format!("LDXR W{a},[X4]"),
            3 => format!("STXR W{a},W{b},[X4]"),
            4 => format!("CAS W{a},W{b},[X{}]", 4 + c % 2),
            5 => format!("SWPAL W{a},W{b},[X4]"),
            6 => format!("ADDS W{a},W{b},W{c}"),
            7 => format!("CSEL W{a},W{b},W{c},NE"),
            8 => format!("CBNZ W{a},L{}", b % 2),
            9 => format!("STRH W{a},[X4,#2]"),
            10 => format!("LDP W{a},W{},[X4]", (a + 1) % 4),
            11 => "DMB SY".into(),
            12 => format!("STR X{},[X5]", 4 + a % 2),
            _ => format!("LDR X{a},[X5]"),
        };
        let mut threads = [String::from("L0: NOP\n"), String::from("L0: NOP\n")];
        for (index, pick) in picks.into_iter().enumerate() {
            threads[index % 2] += &format!("{}\n", instruction(pick));
        }
        for thread in &mut threads {
            *thread += "L1: NOP";
        }
        let table = table(&[&threads[0], &threads[1]]);
        let init = "0:X4=x; 0:X5=y; 1:X4=x; 1:X5=y; int x[2]; int64_t y;";
        survives(&format!("AArch64 any\n{{ {init} }}\n{table}exists (0:X1=1)\n"));
    }
}
