; ModuleID = 'loongarch64.c'
source_filename = "loongarch64.c"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "loongarch64-unknown-linux-gnusf"

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @exchange(ptr noundef %0, i64 noundef %1) local_unnamed_addr #0 !dbg !16 {
    #dbg_value(ptr %0, !21, !DIExpression(), !24)
    #dbg_value(i64 %1, !22, !DIExpression(), !24)
  %3 = tail call i64 asm sideeffect "amswap_db.d $1, ${2:z}, $0\0A", "=*^ZB,=&r,Jr,*^ZB,~{memory}"(ptr elementtype(i64) %0, i64 %1, ptr elementtype(i64) %0) #3, !dbg !25, !srcloc !26
    #dbg_value(i64 %3, !23, !DIExpression(), !24)
  ret i64 %3, !dbg !27
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @add(ptr noundef %0, i32 noundef signext %1) local_unnamed_addr #0 !dbg !28 {
    #dbg_value(ptr %0, !37, !DIExpression(), !40)
    #dbg_value(i32 %1, !38, !DIExpression(), !40)
  %3 = tail call i64 asm sideeffect "amadd.w $1, $2, $0\0A", "=*^ZB,=&r,r,*^ZB,~{memory}"(ptr elementtype(i32) %0, i32 %1, ptr elementtype(i32) %0) #3, !dbg !41, !srcloc !42
    #dbg_value(i64 %3, !39, !DIExpression(), !40)
  tail call void asm sideeffect "amadd.w $$zero, $1, $0\0A", "=*^ZB,r,*^ZB,~{memory}"(ptr elementtype(i32) %0, i32 %1, ptr elementtype(i32) %0) #3, !dbg !43, !srcloc !44
  ret i64 %3, !dbg !45
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local signext range(i32 0, 2) i32 @get_unless_zero(ptr noundef %0) local_unnamed_addr #0 !dbg !46 {
    #dbg_value(ptr %0, !50, !DIExpression(), !53)
  %2 = tail call { i32, i32 } asm sideeffect "0:\09ll.w $0, $2\0A\09beq $0, $4, 1f\0A\09add.w $1, $0, $3\0A\09sc.w $1, $2\0A\09beqz $1, 0b\0A\09b 2f\0A1:\0A\09dbar 0x700\0A2:\0A", "=&r,=&r,=*^ZB,r,r,~{memory}"(ptr elementtype(i32) %0, i32 1, i32 0) #3, !dbg !54, !srcloc !55
  %3 = extractvalue { i32, i32 } %2, 0, !dbg !54
    #dbg_value(i32 %3, !51, !DIExpression(), !53)
    #dbg_value(i32 poison, !52, !DIExpression(), !53)
  %4 = icmp ne i32 %3, 0, !dbg !56
  %5 = zext i1 %4 to i32, !dbg !56
  ret i32 %5, !dbg !57
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local signext range(i32 0, 2) i32 @compare_exchange(ptr noundef %0, i32 noundef signext %1, i32 noundef signext %2) local_unnamed_addr #0 !dbg !58 {
    #dbg_value(ptr %0, !62, !DIExpression(), !66)
    #dbg_value(i32 %1, !63, !DIExpression(), !66)
    #dbg_value(i32 %2, !64, !DIExpression(), !66)
  %4 = tail call i32 asm sideeffect "1:\09ll.w $0, $2\09# a comment\0A\09bne $0, ${3:z}, 2f\0A\09move $$t0, ${4:z}\0A\09sc.w $$t0, $1\0A\09beqz $$t0, 1b\0A2:\0A\09dbar 0x700\0A", "=&r,=*^ZB,*^ZB,Jr,Jr,~{$r12},~{memory}"(ptr elementtype(i32) %0, ptr elementtype(i32) %0, i32 %1, i32 %2) #3, !dbg !67, !srcloc !68
    #dbg_value(i32 %4, !65, !DIExpression(), !66)
  %5 = icmp eq i32 %4, %1, !dbg !69
  %6 = zext i1 %5 to i32, !dbg !69
  ret i32 %6, !dbg !70
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @ordered(ptr noundef %0, ptr noundef %1) local_unnamed_addr #0 !dbg !71 {
    #dbg_value(ptr %0, !75, !DIExpression(), !78)
    #dbg_value(ptr %1, !76, !DIExpression(), !78)
  %3 = load volatile i64, ptr %0, align 8, !dbg !79
    #dbg_value(i64 %3, !77, !DIExpression(), !78)
  tail call void asm sideeffect "dbar $0 ", "I,~{memory}"(i32 21) #3, !dbg !80, !srcloc !81
  store volatile i64 %3, ptr %1, align 8, !dbg !82
  tail call void asm sideeffect "dbar $0 ", "I,~{memory}"(i32 16) #3, !dbg !83, !srcloc !84
  tail call void asm sideeffect "invtlb 0x5, $$zero, $0", "r,~{memory}"(i64 %3) #3, !dbg !85, !srcloc !86
  ret i64 %3, !dbg !87
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local range(i64 0, 4294967296) i64 @irqs_off(ptr noundef %0) local_unnamed_addr #0 !dbg !88 {
    #dbg_value(ptr %0, !92, !DIExpression(), !96)
    #dbg_value(i32 0, !93, !DIExpression(), !96)
    #dbg_value(i32 4, !95, !DIExpression(), !96)
  %2 = tail call i32 asm sideeffect "csrxchg $0, $1, $2\0A\09", "=r,{$r12},i,0,~{memory}"(i32 4, i32 0, i32 0) #3, !dbg !97, !srcloc !98
    #dbg_value(i32 %2, !93, !DIExpression(), !96)
  %3 = load volatile i64, ptr %0, align 8, !dbg !99
    #dbg_value(i64 %3, !94, !DIExpression(DW_OP_LLVM_convert, 64, DW_ATE_unsigned, DW_OP_LLVM_convert, 32, DW_ATE_unsigned, DW_OP_stack_value), !96)
  %4 = tail call i32 asm sideeffect "csrxchg $0, $1, $2\0A\09", "=r,{$r12},i,0,~{memory}"(i32 4, i32 0, i32 %2) #3, !dbg !100, !srcloc !101
    #dbg_value(i32 %4, !93, !DIExpression(), !96)
  %5 = and i64 %3, 4294967295, !dbg !102
  ret i64 %5, !dbg !103
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @of_this_cpu(ptr noundef %0) local_unnamed_addr #0 !dbg !104 {
    #dbg_value(ptr %0, !106, !DIExpression(), !108)
  %2 = tail call i64 asm sideeffect "ldx.d $0, $$r21, $1\0A", "=&r,r,~{memory}"(ptr %0) #3, !dbg !109, !srcloc !110
    #dbg_value(i64 %2, !107, !DIExpression(), !108)
  %3 = add i64 %2, 1, !dbg !111
  tail call void asm sideeffect "stx.d $0, $$r21, $1\0A", "r,r,~{memory}"(i64 %3, ptr %0) #3, !dbg !112, !srcloc !113
  %4 = tail call i64 @llvm.read_register.i64(metadata !9), !dbg !114
  %5 = add i64 %4, %2, !dbg !115
  ret i64 %5, !dbg !116
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(read)
declare i64 @llvm.read_register.i64(metadata) #1

; Function Attrs: nounwind null_pointer_is_valid
define dso_local void @unknown() local_unnamed_addr #0 !dbg !117 {
  tail call void asm sideeffect "amcas.d $$a0, $$a1, $$a2", "~{memory}"() #3, !dbg !120, !srcloc !121
  ret void, !dbg !122
}

; Function Attrs: nofree nosync nounwind null_pointer_is_valid memory(none)
define dso_local i64 @nothing_but_arithmetic(i64 noundef %0, i64 noundef %1) local_unnamed_addr #2 !dbg !123 {
    #dbg_value(i64 %0, !127, !DIExpression(), !131)
    #dbg_value(i64 %1, !128, !DIExpression(), !131)
  %3 = tail call i64 asm "sub.d $0, $1, $2\0A\09bgez $0, 1f\0A\09li.d $0, 0\0A1:", "=&r,r,r"(i64 %0, i64 %1) #4, !dbg !132, !srcloc !133
    #dbg_value(i64 %3, !129, !DIExpression(), !131)
  %4 = tail call i64 asm "slli.w $0, $1, 2\0A\09add.w $0, $0, $2", "=&r,r,r"(i64 %0, i64 %3) #4, !dbg !134, !srcloc !135
    #dbg_value(i64 %4, !130, !DIExpression(), !131)
  ret i64 %4, !dbg !136
}

attributes #0 = { nounwind null_pointer_is_valid "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="loongarch64" "target-features"="+64bit,+ual,-d,-f,-lsx" }
attributes #1 = { mustprogress nocallback nofree nosync nounwind willreturn memory(read) }
attributes #2 = { nofree nosync nounwind null_pointer_is_valid memory(none) "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="loongarch64" "target-features"="+64bit,+ual,-d,-f,-lsx" }
attributes #3 = { nounwind }
attributes #4 = { nounwind memory(none) }

!llvm.dbg.cu = !{!0}
!llvm.named.register.$tp = !{!9}
!llvm.module.flags = !{!10, !11, !12, !13, !14}
!llvm.ident = !{!15}

!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, producer: "Debian clang version 19.1.7 (3~deb12u1)", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, retainedTypes: !2, splitDebugInlining: false, nameTableKind: None)
!1 = !DIFile(filename: "loongarch64.c", directory: ".", checksumkind: CSK_MD5, checksum: "84bacc1fa12f55870185e701f91c1e5e")
!2 = !{!3, !8}
!3 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !4, size: 64)
!4 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !5)
!5 = !DIDerivedType(tag: DW_TAG_volatile_type, baseType: !6)
!6 = !DIDerivedType(tag: DW_TAG_typedef, name: "u64", file: !1, line: 4, baseType: !7)
!7 = !DIBasicType(name: "unsigned long", size: 64, encoding: DW_ATE_unsigned)
!8 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !5, size: 64)
!9 = !{!"$tp"}
!10 = !{i32 7, !"Dwarf Version", i32 5}
!11 = !{i32 2, !"Debug Info Version", i32 3}
!12 = !{i32 1, !"wchar_size", i32 4}
!13 = !{i32 7, !"direct-access-external-data", i32 0}
!14 = !{i32 7, !"debug-info-assignment-tracking", i1 true}
!15 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!16 = distinct !DISubprogram(name: "exchange", scope: !1, file: !1, line: 11, type: !17, scopeLine: 12, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !20)
!17 = !DISubroutineType(types: !18)
!18 = !{!6, !19, !6}
!19 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !6, size: 64)
!20 = !{!21, !22, !23}
!21 = !DILocalVariable(name: "word", arg: 1, scope: !16, file: !1, line: 11, type: !19)
!22 = !DILocalVariable(name: "v", arg: 2, scope: !16, file: !1, line: 11, type: !6)
!23 = !DILocalVariable(name: "old", scope: !16, file: !1, line: 13, type: !6)
!24 = !DILocation(line: 0, scope: !16)
!25 = !DILocation(line: 15, column: 2, scope: !16)
!26 = !{i64 320}
!27 = !DILocation(line: 16, column: 2, scope: !16)
!28 = distinct !DISubprogram(name: "add", scope: !1, file: !1, line: 20, type: !29, scopeLine: 21, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !36)
!29 = !DISubroutineType(types: !30)
!30 = !{!31, !32, !35}
!31 = !DIBasicType(name: "long", size: 64, encoding: DW_ATE_signed)
!32 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !33, size: 64)
!33 = !DIDerivedType(tag: DW_TAG_typedef, name: "u32", file: !1, line: 3, baseType: !34)
!34 = !DIBasicType(name: "unsigned int", size: 32, encoding: DW_ATE_unsigned)
!35 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!36 = !{!37, !38, !39}
!37 = !DILocalVariable(name: "count", arg: 1, scope: !28, file: !1, line: 20, type: !32)
!38 = !DILocalVariable(name: "by", arg: 2, scope: !28, file: !1, line: 20, type: !35)
!39 = !DILocalVariable(name: "old", scope: !28, file: !1, line: 22, type: !31)
!40 = !DILocation(line: 0, scope: !28)
!41 = !DILocation(line: 24, column: 2, scope: !28)
!42 = !{i64 588}
!43 = !DILocation(line: 25, column: 2, scope: !28)
!44 = !{i64 676}
!45 = !DILocation(line: 26, column: 2, scope: !28)
!46 = distinct !DISubprogram(name: "get_unless_zero", scope: !1, file: !1, line: 30, type: !47, scopeLine: 31, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !49)
!47 = !DISubroutineType(types: !48)
!48 = !{!35, !32}
!49 = !{!50, !51, !52}
!50 = !DILocalVariable(name: "count", arg: 1, scope: !46, file: !1, line: 30, type: !32)
!51 = !DILocalVariable(name: "prev", scope: !46, file: !1, line: 32, type: !35)
!52 = !DILocalVariable(name: "status", scope: !46, file: !1, line: 32, type: !35)
!53 = !DILocation(line: 0, scope: !46)
!54 = !DILocation(line: 34, column: 2, scope: !46)
!55 = !{i64 876, i64 897, i64 919, i64 956, i64 976, i64 994, i64 1002, i64 1006, i64 1020}
!56 = !DILocation(line: 39, column: 14, scope: !46)
!57 = !DILocation(line: 39, column: 2, scope: !46)
!58 = distinct !DISubprogram(name: "compare_exchange", scope: !1, file: !1, line: 43, type: !59, scopeLine: 44, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !61)
!59 = !DISubroutineType(types: !60)
!60 = !{!35, !32, !33, !33}
!61 = !{!62, !63, !64, !65}
!62 = !DILocalVariable(name: "word", arg: 1, scope: !58, file: !1, line: 43, type: !32)
!63 = !DILocalVariable(name: "old", arg: 2, scope: !58, file: !1, line: 43, type: !33)
!64 = !DILocalVariable(name: "new", arg: 3, scope: !58, file: !1, line: 43, type: !33)
!65 = !DILocalVariable(name: "found", scope: !58, file: !1, line: 45, type: !33)
!66 = !DILocation(line: 0, scope: !58)
!67 = !DILocation(line: 47, column: 2, scope: !58)
!68 = !{i64 1313, i64 1342, i64 1361, i64 1378, i64 1404, i64 1420, i64 1424}
!69 = !DILocation(line: 52, column: 15, scope: !58)
!70 = !DILocation(line: 52, column: 2, scope: !58)
!71 = distinct !DISubprogram(name: "ordered", scope: !1, file: !1, line: 55, type: !72, scopeLine: 56, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !74)
!72 = !DISubroutineType(types: !73)
!73 = !{!6, !19, !19}
!74 = !{!75, !76, !77}
!75 = !DILocalVariable(name: "from", arg: 1, scope: !71, file: !1, line: 55, type: !19)
!76 = !DILocalVariable(name: "to", arg: 2, scope: !71, file: !1, line: 55, type: !19)
!77 = !DILocalVariable(name: "v", scope: !71, file: !1, line: 57, type: !6)
!78 = !DILocation(line: 0, scope: !71)
!79 = !DILocation(line: 57, column: 10, scope: !71)
!80 = !DILocation(line: 59, column: 2, scope: !71)
!81 = !{i64 1646}
!82 = !DILocation(line: 60, column: 22, scope: !71)
!83 = !DILocation(line: 61, column: 2, scope: !71)
!84 = !{i64 1722}
!85 = !DILocation(line: 62, column: 2, scope: !71)
!86 = !{i64 1772}
!87 = !DILocation(line: 63, column: 2, scope: !71)
!88 = distinct !DISubprogram(name: "irqs_off", scope: !1, file: !1, line: 66, type: !89, scopeLine: 67, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !91)
!89 = !DISubroutineType(types: !90)
!90 = !{!6, !19}
!91 = !{!92, !93, !94, !95}
!92 = !DILocalVariable(name: "word", arg: 1, scope: !88, file: !1, line: 66, type: !19)
!93 = !DILocalVariable(name: "flags", scope: !88, file: !1, line: 68, type: !33)
!94 = !DILocalVariable(name: "v", scope: !88, file: !1, line: 68, type: !33)
!95 = !DILocalVariable(name: "mask", scope: !88, file: !1, line: 69, type: !33)
!96 = !DILocation(line: 0, scope: !88)
!97 = !DILocation(line: 71, column: 2, scope: !88)
!98 = !{i64 1926, i64 1960}
!99 = !DILocation(line: 72, column: 6, scope: !88)
!100 = !DILocation(line: 73, column: 2, scope: !88)
!101 = !{i64 2067, i64 2101}
!102 = !DILocation(line: 74, column: 9, scope: !88)
!103 = !DILocation(line: 74, column: 2, scope: !88)
!104 = distinct !DISubprogram(name: "of_this_cpu", scope: !1, file: !1, line: 78, type: !89, scopeLine: 79, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !105)
!105 = !{!106, !107}
!106 = !DILocalVariable(name: "variable", arg: 1, scope: !104, file: !1, line: 78, type: !19)
!107 = !DILocalVariable(name: "v", scope: !104, file: !1, line: 80, type: !6)
!108 = !DILocation(line: 0, scope: !104)
!109 = !DILocation(line: 82, column: 2, scope: !104)
!110 = !{i64 2313}
!111 = !DILocation(line: 83, column: 46, scope: !104)
!112 = !DILocation(line: 83, column: 2, scope: !104)
!113 = !{i64 2390}
!114 = !DILocation(line: 84, column: 13, scope: !104)
!115 = !DILocation(line: 84, column: 11, scope: !104)
!116 = !DILocation(line: 84, column: 2, scope: !104)
!117 = distinct !DISubprogram(name: "unknown", scope: !1, file: !1, line: 87, type: !118, scopeLine: 88, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!118 = !DISubroutineType(types: !119)
!119 = !{null}
!120 = !DILocation(line: 89, column: 2, scope: !117)
!121 = !{i64 2510}
!122 = !DILocation(line: 90, column: 1, scope: !117)
!123 = distinct !DISubprogram(name: "nothing_but_arithmetic", scope: !1, file: !1, line: 93, type: !124, scopeLine: 94, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !126)
!124 = !DISubroutineType(types: !125)
!125 = !{!6, !6, !6}
!126 = !{!127, !128, !129, !130}
!127 = !DILocalVariable(name: "a", arg: 1, scope: !123, file: !1, line: 93, type: !6)
!128 = !DILocalVariable(name: "b", arg: 2, scope: !123, file: !1, line: 93, type: !6)
!129 = !DILocalVariable(name: "x", scope: !123, file: !1, line: 95, type: !6)
!130 = !DILocalVariable(name: "y", scope: !123, file: !1, line: 95, type: !6)
!131 = !DILocation(line: 0, scope: !123)
!132 = !DILocation(line: 97, column: 2, scope: !123)
!133 = !{i64 2678, i64 2697, i64 2712, i64 2726}
!134 = !DILocation(line: 98, column: 2, scope: !123)
!135 = !{i64 2765, i64 2784}
!136 = !DILocation(line: 99, column: 2, scope: !123)
