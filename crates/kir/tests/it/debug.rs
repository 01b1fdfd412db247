//! Debug information: places, layouts, signatures, enumerators, variables.

use pmdrace_kir::debug::{CTypeKind, DebugError};

use super::support::machine;

const PLAIN: &str = include_str!("../c/plain.front.ll");

#[test]
fn layouts_have_members_of_anonymous_ones_bit_fields_and_arrays() {
    let machine = machine("plain.front.ll", PLAIN);
    let program = machine.program();
    let debug = program.debug().next().unwrap();
    let layout = debug.layout("object").unwrap();
    assert_eq!(layout.size, 72);
    let order = layout.member("order").unwrap();
    assert!(order.is_bit_field);
    assert_eq!((order.bit_offset, order.bit_size), (33, 5));
    let offset = |path: &str| debug.member("object", path).unwrap().offset();
    assert_eq!(offset("lru"), 8);
    assert_eq!(offset("lru.prev"), 16);
    assert_eq!(offset("small[3]"), 22);
    assert_eq!(offset("entries[2].bits"), 56);
    assert_eq!(debug.member("object", "entries[2]").unwrap().size(), 8);
    assert_eq!(debug.member("object", "shrink").unwrap().ty.kind, CTypeKind::Pointer);
    assert_eq!(debug.member("object", "kind").unwrap().ty.name, "enum kind");
    assert!(matches!(debug.member("object", "entries[4]"), Err(DebugError::Member { .. })));
    assert!(matches!(debug.layout("nothing"), Err(DebugError::Missing { .. })));
    assert_eq!(debug.layout("entry_t").unwrap().member("bits").unwrap().size(), 8);
}

#[test]
fn signatures_enumerators_and_variables() {
    let machine = machine("plain.front.ll", PLAIN);
    let program = machine.program();
    let debug = program.debug().next().unwrap();
    let signature = debug.signature("calls_out").unwrap();
    assert_eq!(signature.result.name, "u64");
    assert_eq!(signature.result.kind, CTypeKind::Integer { signed: false });
    assert_eq!(signature.parameters[0].name, "o");
    assert_eq!(signature.parameters[0].ty.name, "struct object *");
    assert_eq!(signature.file, "plain.c");
    assert_eq!(debug.signature("clears").unwrap().result.kind, CTypeKind::Void);
    assert_eq!(debug.enumerator("KIND_TABLE").unwrap(), 3);
    assert!(debug.enumerator("KIND_OTHER").is_err());
    let table = debug.variable("table").unwrap();
    assert_eq!((table.name.as_str(), table.size), ("u64[4]", 32));
    assert_eq!(table.kind, CTypeKind::Array(4));
}

#[test]
fn places_name_what_was_inlined() {
    use super::support::WORDS;
    use pmdrace_kir::{Ask, Memory, Reply};
    let mut machine = super::support::machine("arm64.ll", include_str!("../c/arm64.ll"));
    machine.settings.capabilities.insert(26, true);
    let program = machine.program().clone();
    let mut chain = Vec::new();
    let mut host = |ask: &Ask<'_>, _: &mut Memory| {
        chain = program.chain(ask.place);
        Reply::Value(0)
    };
    machine.run(&mut host, "exchange", &super::support::ints(&[WORDS, 1])).unwrap();
    let functions: Vec<&str> = chain.iter().map(|frame| frame.function.as_str()).collect();
    assert_eq!(functions, ["xchg", "exchange"]);
    assert!(chain.iter().all(|frame| frame.file == "arm64.c" && frame.line > 0));
}

#[test]
fn circles_in_metadata_end() {
    let text = "target datalayout = \"e-m:e-i64:64-i128:128-n32:64-S128\"\n\
        target triple = \"aarch64-unknown-linux-gnu\"\n\
        define void @f() {\n  unreachable, !dbg !0\n}\n\
        !0 = !DILocation(line: 1, column: 2, scope: !1, inlinedAt: !0)\n\
        !1 = !DILexicalBlock(scope: !1, file: !9)\n\
        !2 = !DICompositeType(tag: DW_TAG_structure_type, name: \"s\", size: 64, elements: !3)\n\
        !3 = !{!4, !4}\n\
        !4 = !DIDerivedType(tag: DW_TAG_member, baseType: !2, size: 64, offset: 0)\n\
        !5 = !DIDerivedType(tag: DW_TAG_typedef, name: \"t\", baseType: !5)\n";
    let mut machine = machine("t.ll", text);
    let error = super::support::error(&mut machine, "f", &[]);
    assert!(error.len() < 4096, "{error}");
    let program = machine.program();
    let debug = program.debug().next().unwrap();
    assert_eq!(debug.layout("s").unwrap().members, []);
    assert_eq!(debug.layout("t").unwrap().members, []);
}
