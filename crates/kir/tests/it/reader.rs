//! The reader: what it takes, what it refuses, and where it says that is.

use std::sync::Arc;

use pmdrace_kir::{LinkError, Machine, Module, Program, Region};

use super::support::{Alone, error, returned, run};

/// A file for arm64 with these lines, the first of which is line 3.
fn file(body: &str) -> String {
    format!(
        "target datalayout = \"e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128\"\n\
         target triple = \"aarch64-unknown-linux-gnu\"\n{body}\n"
    )
}

fn machine(body: &str) -> Machine {
    let module = Module::read("t.ll", file(body)).unwrap();
    Machine::new(Arc::new(Program::link([module]).unwrap()))
}

/// Runs `@f` of a file.
fn f(body: &str, arguments: &[u64]) -> u64 {
    returned(&mut machine(body), "f", arguments)
}

/// Why `@f` of a file does not run.
fn refused(body: &str) -> String {
    error(&mut machine(body), "f", &[])
}

#[test]
fn other_versions_and_other_files_are_refused() {
    let refused = |text: &str| Module::read("t.ll", text).unwrap_err().to_string();
    let ident = "!llvm.ident = !{!0}\n!0 = !{!\"Debian clang version 14.0.6\"}";
    assert_eq!(
        refused(&file(ident)),
        "t.ll:3:1: written by LLVM 14; the text of LLVM 16 to 19 is supported: build with LLVM=-19"
    );
    assert!(refused("BC\u{1}").contains("bitcode"));
    assert!(refused("int main(void) { return 0; }").contains("not the textual LLVM IR"));
    let narrow = "target datalayout = \"e-m:e-p:32:32-i64:64\"\ntarget triple = \"armv7-linux\"\n";
    assert!(refused(narrow).contains("armv7-linux has 32-bit pointers"));
    let good = file("!llvm.ident = !{!0}\n!0 = !{!\"clang version 18.1.0\"}");
    assert_eq!(Module::read("t.ll", good).unwrap().compiler(), Some("clang version 18.1.0"));
    let other = good_with_triple("m68k-linux");
    let module = Module::read("t.ll", other).unwrap();
    let error = Program::link([module]).unwrap_err();
    assert!(matches!(error, LinkError::UnknownTarget { .. }), "{error}");
    let known = "aarch64, x86_64, riscv64, loongarch64, powerpc64le, s390x are";
    assert!(error.to_string().contains(known), "{error}");
}

fn good_with_triple(triple: &str) -> String {
    file("").replace("aarch64-unknown-linux-gnu", triple)
}

#[test]
fn errors_have_line_and_column() {
    let found = refused("define i32 @f() {\n  %a = frobnicate i32 1\n  ret i32 %a\n}");
    assert!(found.starts_with("t.ll:4:19: the instruction `frobnicate` is not known:"), "{found}");
    let found = refused("define i32 @f() {\n  %a = load i32, i32* null\n  ret i32 %a\n}");
    assert!(found.starts_with("t.ll:4:21: typed pointers"), "{found}");
    let found = refused("define i32 @f() {\n  ret i32 @nowhere\n}");
    assert!(found.starts_with("t.ll:4:11: the symbol @nowhere is nowhere declared"), "{found}");
    let found = refused("define void @f() {\n  br label %nowhere\n}");
    assert!(found.contains("no block %nowhere"), "{found}");
    let found = refused("define void @f() {\n  %a = add i32 1, 2\n}");
    assert!(found.contains("a block without an end"), "{found}");
    let found = refused("define void @f() {\nx:\n  br label %x\nx:\n  ret void\n}");
    assert!(found.contains("a second block x"), "{found}");
}

#[test]
fn what_is_not_reached_is_not_missed() {
    let body = "define i32 @f(i1 %c) {\n  br i1 %c, label %a, label %b\na:\n  ret i32 7\nb:\n  \
                %x = frobnicate i32 1\n  ret i32 %x\n}\ndefine i32 @g() {\n  nonsense\n}";
    let mut machine = machine(body);
    assert_eq!(returned(&mut machine, "f", &[1]), 7);
    assert!(error(&mut machine, "f", &[0]).contains("frobnicate"));
    let program = machine.program();
    assert_eq!(program.gaps(program.symbol("f").unwrap()).len(), 1);
}

#[test]
fn hostile_types_and_constants_are_bounded() {
    let found = refused(
        "%a = type { %b }\n%b = type { %a }\ndefine void @f() {\n  %x = alloca %a\n  ret void\n}",
    );
    assert!(found.contains("contains itself"), "{found}");
    let deep = format!(
        "define void @f() {{\n  %x = alloca {}i8{}\n  ret void\n}}",
        "{".repeat(500),
        "}".repeat(500)
    );
    assert!(refused(&deep).contains("nest too deeply"));
    let deep = format!(
        "define i64 @f() {{\n  ret i64 {}1{}\n}}",
        "add (i64 1, i64 ".repeat(500),
        ")".repeat(500)
    );
    assert!(refused(&deep).contains("nest too deeply"));
    let large =
        "define void @f() {\n  %x = alloca [99999999999 x [99999999999 x i8]]\n  ret void\n}";
    assert!(refused(large).contains("too large"));
    let large = "define void @f() {\n  %x = alloca [99999999999 x i8]\n  ret void\n}";
    assert!(refused(large).contains("bytes of stack"));
    let large = "define [1000000 x i8] @f() {\n  ret [1000000 x i8] zeroinitializer\n}";
    let found = refused(large);
    assert!(found.contains("an aggregate this large"), "{found}");
    let cycle = "@a = alias i8, ptr @b\n@b = alias i8, ptr @a\ndefine ptr @f() {\n  ret ptr @a\n}";
    assert!(refused(cycle).contains("nowhere declared"));
    let types: String =
        (0..200).map(|n| format!("%t{n} = type {{ %t{}, %t{} }}\n", n + 1, n + 1)).collect();
    let found = refused(&format!("{types}define void @f() {{\n  %x = alloca %t0\n  ret void\n}}"));
    assert!(found.contains("nest too deeply"), "{found}");
}

#[test]
fn names_labels_and_numbers() {
    let body = "@\"a b\\5C\" = constant i32 5\n\
                define i32 @f(i32 %0) {\n  %2 = icmp eq i32 %0, 0\n  br i1 %2, label %3, label %4\n\n\
                3:                                                ; preds = %1\n  br label %4\n\n\
                4:                                                ; preds = %3, %1\n  \
                %5 = phi i32 [ 10, %3 ], [ 20, %1 ]\n  %6 = load i32, ptr @\"a b\\5C\"\n  \
                %\"x y\" = add i32 %5, %6\n  ret i32 %\"x y\"\n}";
    assert_eq!(f(body, &[0]), 15);
    assert_eq!(f(body, &[1]), 25);
}

#[test]
fn constants_and_initialisers() {
    let body = "%s = type { i32, ptr, [2 x i16] }\n\
        @x = constant %s { i32 -1, ptr getelementptr inbounds (i8, ptr @y, i64 3), [2 x i16] [i16 7, i16 -2] }\n\
        @y = constant [6 x i8] c\"ab\\00\\FFef\"\n\
        @z = internal constant <{ i8, i64 }> <{ i8 1, i64 sub (i64 ptrtoint (ptr @y to i64), i64 ptrtoint (ptr @y to i64)) }>\n\
        @w = alias [6 x i8], ptr @y\n\
        define i64 @f(i64 %n) {\n\
        %p = getelementptr %s, ptr @x, i64 0, i32 1\n  %q = load ptr, ptr %p\n  %b = load i8, ptr %q\n\
        %h = getelementptr %s, ptr @x, i64 0, i32 2, i64 %n\n  %c = load i16, ptr %h\n\
        %d = load i8, ptr @w\n  %e = load i64, ptr getelementptr (i8, ptr @z, i64 1)\n\
        %b2 = zext i8 %b to i64\n  %c2 = zext i16 %c to i64\n  %d2 = zext i8 %d to i64\n\
        %1 = shl i64 %c2, 8\n  %2 = or i64 %1, %b2\n  %3 = shl i64 %d2, 32\n  %4 = or i64 %2, %3\n\
        %5 = add i64 %4, %e\n  ret i64 %5\n}";
    assert_eq!(f(body, &[1]), 0x61_00ff_feff);
    assert_eq!(f(body, &[0]), 0x61_0000_07ff);
}

#[test]
fn aggregates_and_vectors() {
    let body = "define i64 @f(i64 %x) {\n\
        %a = insertvalue { i64, [2 x i32] } poison, i64 %x, 0\n\
        %b = insertvalue { i64, [2 x i32] } %a, i32 5, 1, 1\n\
        %c = extractvalue { i64, [2 x i32] } %b, 1, 1\n\
        %v = insertelement <4 x i32> zeroinitializer, i32 %c, i64 2\n\
        %w = shufflevector <4 x i32> %v, <4 x i32> <i32 1, i32 2, i32 3, i32 4>, <4 x i32> <i32 2, i32 7, i32 0, i32 2>\n\
        %s = add <4 x i32> %w, splat (i32 10)\n\
        %p = alloca <4 x i32>\n  store <4 x i32> %s, ptr %p\n  %q = load <4 x i32>, ptr %p\n\
        %m = icmp ugt <4 x i32> %q, splat (i32 12)\n\
        %t = select <4 x i1> %m, <4 x i32> %q, <4 x i32> zeroinitializer\n\
        %r = call i32 @llvm.vector.reduce.add.v4i32(<4 x i32> %t)\n\
        %z = zext i32 %r to i64\n  %e = extractvalue { i64, [2 x i32] } %b, 0\n\
        %sum = add i64 %z, %e\n  ret i64 %sum\n}\n\
        declare i32 @llvm.vector.reduce.add.v4i32(<4 x i32>)";
    assert_eq!(f(body, &[1000]), 1000 + 15 + 14 + 15);
}

#[test]
fn integers_of_every_width() {
    let body = "define i64 @f(i64 %x) {\n\
        %a = trunc i64 %x to i7\n  %b = sext i7 %a to i24\n  %c = mul i24 %b, 3\n\
        %d = zext i24 %c to i128\n  %e = shl i128 %d, 70\n  %g = lshr i128 %e, 72\n\
        %p = alloca i24\n  store i24 %c, ptr %p\n  %q = load i24, ptr %p\n\
        %h = trunc i128 %g to i64\n  %i = zext i24 %q to i64\n  %j = add i64 %h, %i\n  ret i64 %j\n}";
    // 0x7f is -1 in 7 bits; three times that is 0xfffffd in 24.
    assert_eq!(f(body, &[0xff]), (0xff_fffd >> 2) + 0xff_fffd);
}

#[test]
fn poison_is_an_error_when_it_decides() {
    let body = "define i32 @f(i32 %x) {\n  %a = add nsw i32 %x, 1\n  %b = xor i32 %a, 3\n  \
                %c = icmp eq i32 %b, 0\n  br i1 %c, label %t, label %e\nt:\n  ret i32 1\ne:\n  ret i32 0\n}\n\
                define i32 @g(i32 %x) {\n  %a = add nuw i32 %x, 1\n  %s = select i1 true, i32 5, i32 %a\n  \
                %u = freeze i32 %a\n  %v = and i32 %u, 0\n  %w = add i32 %s, %v\n  ret i32 %w\n}";
    let mut machine = machine(body);
    assert_eq!(returned(&mut machine, "f", &[2]), 1);
    let found = error(&mut machine, "f", &[0x7fff_ffff]);
    assert!(found.starts_with("a poison value decides a branch; it was made by `add`"), "{found}");
    // What is thrown away decides nothing.
    assert_eq!(returned(&mut machine, "g", &[0xffff_ffff]), 5);
}

#[test]
fn debug_records_and_intrinsics_of_both_forms_are_skipped() {
    let body = "define i32 @f() {\n    #dbg_value(i32 %nowhere, !1, !DIExpression(), !2)\n  \
                tail call void @llvm.dbg.value(metadata i32 %later, metadata !1, metadata !DIExpression())\n  \
                call void @llvm.assume(i1 true) [ \"align\"(ptr null, i64 8) ]\n  \
                %r = tail call noundef range(i32 0, 10) i32 @g(i32 noundef signext 3) #4, !dbg !7\n  \
                ret i32 %r, !dbg !8\n}\ndefine internal fastcc i32 @g(i32 %x) unnamed_addr #0 {\n  ret i32 %x\n}\n\
                declare void @llvm.dbg.value(metadata, metadata, metadata)\ndeclare void @llvm.assume(i1)";
    assert_eq!(f(body, &[]), 3);
}

#[test]
fn files_are_linked_by_name() {
    let first = file(
        "@shared = global i32 0\ndefine internal i32 @local() {\n  ret i32 1\n}\n\
                      define weak i32 @either() {\n  ret i32 10\n}\n\
                      define i32 @f() {\n  %a = call i32 @local()\n  %b = call i32 @other()\n  \
                      %c = call i32 @either()\n  %d = add i32 %a, %b\n  %e = add i32 %c, %d\n  ret i32 %e\n}\n\
                      declare i32 @other()",
    );
    let second = file(
        "define internal i32 @local() {\n  ret i32 200\n}\ndefine i32 @either() {\n  ret i32 4000\n}\n\
                       define i32 @other() {\n  %a = call i32 @local()\n  ret i32 %a\n}\ndeclare void @nobody()",
    );
    let read = |name: &str, text: &str| Module::read(name, text).unwrap();
    let program = Program::link([read("a.ll", &first), read("b.ll", &second)]).unwrap();
    assert_eq!(program.undefined_functions().collect::<Vec<_>>(), ["nobody"]);
    let mut machine = Machine::new(Arc::new(program));
    assert_eq!(returned(&mut machine, "f", &[]), 4201);
    let again = Program::link([read("a.ll", &first), read("b.ll", &second), read("c.ll", &second)]);
    let twice = again.unwrap_err();
    assert_eq!(twice.to_string(), "either is defined by both b.ll and c.ll");
    let other = read("x.ll", &good_with_triple("x86_64-unknown-linux-gnu"));
    let error = Program::link([read("a.ll", &first), other]).unwrap_err();
    assert!(matches!(error, LinkError::Targets { .. }), "{error}");
}

#[test]
fn variables_are_declared_by_name() {
    let body = "@here = global [2 x i32] [i32 3, i32 4]\n@there = external global i64\n\
                define i32 @f() {\n  %a = load i32, ptr getelementptr ([2 x i32], ptr @here, i64 0, i64 1)\n  \
                store i32 9, ptr @here\n  ret i32 %a\n}\ndefine i64 @g() {\n  %a = load i64, ptr @there\n  ret i64 %a\n}";
    let mut machine = machine(body);
    assert!(error(&mut machine, "f", &[]).contains("(4 bytes into here)"));
    let at = machine.map_variable("here", Region::Private).unwrap();
    assert_eq!(returned(&mut machine, "f", &[]), 4);
    assert_eq!(machine.memory.read_int(at, 4).unwrap(), 9);
    let at = machine.map_variable("there", Region::Constant).unwrap();
    machine.memory.write_int(at, 8, 77).unwrap();
    assert_eq!(machine.memory.read_int(at, 8).unwrap(), 77);
    assert_eq!(run(&mut machine, &mut Alone::default(), "g", &[]).unwrap(), Some(77));
    assert_eq!(machine.memory.constants_read(), [("there".to_owned(), 0, 8)]);
    assert!(machine.map_variable("nowhere", Region::Constant).is_err());
}
