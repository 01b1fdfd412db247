; ModuleID = 'rest.c'
source_filename = "rest.c"
target datalayout = "e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32"
target triple = "aarch64-unknown-linux-gnu"

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(argmem: read)
define dso_local i64 @nothing_of(ptr nocapture noundef readonly %0) local_unnamed_addr #0 !dbg !8 {
    #dbg_value(ptr %0, !33, !DIExpression(), !34)
  %2 = load i64, ptr %0, align 8, !dbg !35
  ret i64 %2, !dbg !36
}

attributes #0 = { mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(argmem: read) "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2, !3, !4, !5, !6}
!llvm.ident = !{!7}

!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, producer: "Debian clang version 19.1.7 (3~deb12u1)", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, splitDebugInlining: false, nameTableKind: None)
!1 = !DIFile(filename: "rest.c", directory: ".", checksumkind: CSK_MD5, checksum: "318aa7322e43f1dc22eadcbd04af4c83")
!2 = !{i32 7, !"Dwarf Version", i32 5}
!3 = !{i32 2, !"Debug Info Version", i32 3}
!4 = !{i32 1, !"wchar_size", i32 4}
!5 = !{i32 7, !"frame-pointer", i32 1}
!6 = !{i32 7, !"debug-info-assignment-tracking", i1 true}
!7 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!8 = distinct !DISubprogram(name: "nothing_of", scope: !1, file: !1, line: 4, type: !9, scopeLine: 5, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !32)
!9 = !DISubroutineType(types: !10)
!10 = !{!11, !14}
!11 = !DIDerivedType(tag: DW_TAG_typedef, name: "u64", file: !12, line: 4, baseType: !13)
!12 = !DIFile(filename: "./tree.h", directory: ".", checksumkind: CSK_MD5, checksum: "f07c8419e110ccfa3beaf448413da030")
!13 = !DIBasicType(name: "unsigned long", size: 64, encoding: DW_ATE_unsigned)
!14 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !15, size: 64)
!15 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "page", file: !12, line: 12, size: 512, elements: !16)
!16 = !{!17, !18, !19, !22, !23, !25, !30, !31}
!17 = !DIDerivedType(tag: DW_TAG_member, name: "flags", scope: !15, file: !12, line: 13, baseType: !11, size: 64)
!18 = !DIDerivedType(tag: DW_TAG_member, name: "compound_head", scope: !15, file: !12, line: 14, baseType: !11, size: 64, offset: 64)
!19 = !DIDerivedType(tag: DW_TAG_member, name: "compound_order", scope: !15, file: !12, line: 15, baseType: !20, size: 32, offset: 128)
!20 = !DIDerivedType(tag: DW_TAG_typedef, name: "u32", file: !12, line: 3, baseType: !21)
!21 = !DIBasicType(name: "unsigned int", size: 32, encoding: DW_ATE_unsigned)
!22 = !DIDerivedType(tag: DW_TAG_member, name: "_refcount", scope: !15, file: !12, line: 16, baseType: !20, size: 32, offset: 160)
!23 = !DIDerivedType(tag: DW_TAG_member, name: "mapping", scope: !15, file: !12, line: 17, baseType: !24, size: 64, offset: 192)
!24 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: null, size: 64)
!25 = !DIDerivedType(tag: DW_TAG_member, name: "lru", scope: !15, file: !12, line: 18, baseType: !26, size: 128, offset: 256)
!26 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "list", file: !12, line: 8, size: 128, elements: !27)
!27 = !{!28, !29}
!28 = !DIDerivedType(tag: DW_TAG_member, name: "next", scope: !26, file: !12, line: 9, baseType: !24, size: 64)
!29 = !DIDerivedType(tag: DW_TAG_member, name: "prev", scope: !26, file: !12, line: 9, baseType: !24, size: 64, offset: 64)
!30 = !DIDerivedType(tag: DW_TAG_member, name: "pmd_huge_pte", scope: !15, file: !12, line: 19, baseType: !14, size: 64, offset: 384)
!31 = !DIDerivedType(tag: DW_TAG_member, name: "ptl", scope: !15, file: !12, line: 20, baseType: !20, size: 32, offset: 448)
!32 = !{!33}
!33 = !DILocalVariable(name: "page", arg: 1, scope: !8, file: !1, line: 4, type: !14)
!34 = !DILocation(line: 0, scope: !8)
!35 = !DILocation(line: 6, column: 15, scope: !8)
!36 = !DILocation(line: 6, column: 2, scope: !8)
