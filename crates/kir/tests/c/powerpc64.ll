; ModuleID = 'powerpc64.c'
source_filename = "powerpc64.c"
target datalayout = "e-m:e-Fn32-i64:64-n32:64-S128-v256:256:256-v512:512:512"
target triple = "powerpc64le-unknown-linux-gnu"

; Function Attrs: nounwind null_pointer_is_valid
define dso_local zeroext i32 @add_unless_zero(ptr noundef %0, i32 noundef zeroext %1) local_unnamed_addr #0 !dbg !13 {
    #dbg_value(ptr %0, !20, !DIExpression(), !23)
    #dbg_value(i32 %1, !21, !DIExpression(), !23)
  %3 = tail call i32 asm sideeffect "\0Async\0A1:\09lwarx\09$0,0,$1\09\09# take\0A\09cmpw\090,$0,$3\0A\09beq\092f\0A\09add${2:I}c\09$0,$0,$2\0A\09stwcx.\09$0,0,$1\0A\09bne-\091b\0A\0Async\0A\09sub${2:I}c\09$0,$0,$2\0A2:", "=&r,r,rI,r,~{cc},~{memory},~{xer}"(ptr %0, i32 %1, i32 0) #2, !dbg !24, !srcloc !25
    #dbg_value(i32 %3, !22, !DIExpression(), !23)
  ret i32 %3, !dbg !26
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @change(ptr noundef %0, i64 noundef %1, i64 noundef %2) local_unnamed_addr #0 !dbg !27 {
    #dbg_value(ptr %0, !32, !DIExpression(), !37)
    #dbg_value(i64 %1, !33, !DIExpression(), !37)
    #dbg_value(i64 %2, !34, !DIExpression(), !37)
  %4 = tail call { i64, i64 } asm sideeffect "1:\09ldarx\09$0,0,$3\0A\09andc\09$1,$0,$5\0A\09or\09$1,$1,$4\0A\09stdcx.\09$1,0,$3\0A\09bne-\091b", "=&r,=&r,=*m,r,r,r,~{cc}"(ptr elementtype(i64) %0, ptr %0, i64 %2, i64 %1) #2, !dbg !38, !srcloc !39
  %5 = extractvalue { i64, i64 } %4, 0, !dbg !38
    #dbg_value(i64 %5, !35, !DIExpression(), !37)
    #dbg_value(i64 poison, !36, !DIExpression(), !37)
  ret i64 %5, !dbg !40
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @change_unless_busy(ptr noundef %0, i64 noundef %1, i64 noundef %2) local_unnamed_addr #0 !dbg !41 {
    #dbg_value(ptr %0, !43, !DIExpression(), !48)
    #dbg_value(i64 %1, !44, !DIExpression(), !48)
    #dbg_value(i64 %2, !45, !DIExpression(), !48)
  %4 = tail call { i64, i64 } asm sideeffect "1:\09ldarx\09$0,0,$3\0A\09and.\09$1,$0,$4\0A\09bne-\091b\0A\09or\09$1,$0,$5\0A\09stdcx.\09$1,0,$3\0A\09bne-\091b", "=&r,=&r,=*m,r,r,r,~{cc}"(ptr elementtype(i64) %0, ptr %0, i64 %1, i64 %2) #2, !dbg !49, !srcloc !50
  %5 = extractvalue { i64, i64 } %4, 0, !dbg !49
    #dbg_value(i64 %5, !46, !DIExpression(), !48)
    #dbg_value(i64 poison, !47, !DIExpression(), !48)
  ret i64 %5, !dbg !51
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @ordered(ptr noundef %0, ptr noundef %1) local_unnamed_addr #0 !dbg !52 {
    #dbg_value(ptr %0, !56, !DIExpression(), !59)
    #dbg_value(ptr %1, !57, !DIExpression(), !59)
  %3 = tail call i64 asm sideeffect "ld${1:U}${1:X} $0,$1", "=r,*m<>"(ptr elementtype(i64) %0) #2, !dbg !60, !srcloc !61
    #dbg_value(i64 %3, !58, !DIExpression(), !59)
  tail call void asm sideeffect "lwsync ", "~{memory}"() #2, !dbg !62, !srcloc !63
  tail call void asm sideeffect "std${0:U}${0:X} $1,$0", "=*m<>,r"(ptr elementtype(i64) %1, i64 %3) #2, !dbg !64, !srcloc !65
  tail call void asm sideeffect "sync", "~{memory}"() #2, !dbg !66, !srcloc !67
  tail call void asm sideeffect "eieio; tlbsync; ptesync", "~{memory}"() #2, !dbg !68, !srcloc !69
  ret i64 %3, !dbg !70
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @own_byte(ptr noundef %0) local_unnamed_addr #0 !dbg !71 {
    #dbg_value(ptr %0, !75, !DIExpression(), !77)
  %2 = tail call i64 asm sideeffect "lbz $0,$1(13)", "=r,i"(i32 16) #2, !dbg !78, !srcloc !79
    #dbg_value(i64 %2, !76, !DIExpression(), !77)
  %3 = or i64 %2, 1, !dbg !80
  tail call void asm sideeffect "stb $0,$1(13)", "r,i,~{memory}"(i64 %3, i32 16) #2, !dbg !81, !srcloc !82
  %4 = load volatile i64, ptr %0, align 8, !dbg !83
  %5 = add i64 %4, %2, !dbg !84
  ret i64 %5, !dbg !85
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local noundef i64 @warn_if(i64 noundef %0) local_unnamed_addr #0 !dbg !86 {
    #dbg_value(i64 %0, !90, !DIExpression(), !91)
  tail call void asm sideeffect "1:\09tdnei\09$4, 0\0A.section __bug_table,\22aw\22\0A2:\09.4byte 1b - .\0A\09.4byte $0 - .\0A\09.short $1, $2\0A.org 2b+$3\0A.previous\0A", "i,i,i,i,r"(i32 0, i32 7, i32 2305, i32 12, i64 %0) #2, !dbg !92, !srcloc !93
  %2 = add i64 %0, 1, !dbg !94
  ret i64 %2, !dbg !95
}

; Function Attrs: nofree nosync nounwind null_pointer_is_valid memory(none)
define dso_local i64 @leading(i64 noundef %0) local_unnamed_addr #1 !dbg !96 {
    #dbg_value(i64 %0, !98, !DIExpression(), !100)
  %2 = tail call i64 asm "cntlzd $0,$1", "=r,r"(i64 %0) #3, !dbg !101, !srcloc !102
    #dbg_value(i64 %2, !99, !DIExpression(), !100)
  ret i64 %2, !dbg !103
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local void @unknown() local_unnamed_addr #0 !dbg !104 {
  tail call void asm sideeffect "tlbiel $0", "r,~{memory}"(i32 0) #2, !dbg !107, !srcloc !108
  ret void, !dbg !109
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local void @fixed_up() local_unnamed_addr #0 !dbg !110 {
  tail call void asm sideeffect "971: or 1,1,1\0A972:\0A.pushsection __mmu_ftr_fixup,\22a\22\0A973: .8byte 1\0A.popsection", "~{memory}"() #2, !dbg !111, !srcloc !112
  ret void, !dbg !113
}

attributes #0 = { nounwind null_pointer_is_valid "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="pwr8" "target-features"="+bpermd,+crbits,+crypto,+extdiv,+htm,+isa-v206-instructions,+isa-v207-instructions,+quadword-atomics,-aix-shared-lib-tls-model-opt,-aix-small-local-dynamic-tls,-aix-small-local-exec-tls,-altivec,-direct-move,-float128,-isa-v30-instructions,-mma,-paired-vector-memops,-power10-vector,-power8-vector,-power9-vector,-privileged,-rop-protect,-spe,-vsx" }
attributes #1 = { nofree nosync nounwind null_pointer_is_valid memory(none) "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="pwr8" "target-features"="+bpermd,+crbits,+crypto,+extdiv,+htm,+isa-v206-instructions,+isa-v207-instructions,+quadword-atomics,-aix-shared-lib-tls-model-opt,-aix-small-local-dynamic-tls,-aix-small-local-exec-tls,-altivec,-direct-move,-float128,-isa-v30-instructions,-mma,-paired-vector-memops,-power10-vector,-power8-vector,-power9-vector,-privileged,-rop-protect,-spe,-vsx" }
attributes #2 = { nounwind }
attributes #3 = { nounwind memory(none) }

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!8, !9, !10, !11}
!llvm.ident = !{!12}

!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, producer: "Debian clang version 19.1.7 (3~deb12u1)", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, retainedTypes: !2, splitDebugInlining: false, nameTableKind: None)
!1 = !DIFile(filename: "powerpc64.c", directory: ".", checksumkind: CSK_MD5, checksum: "e267c77dfc0ddd4acf5f225a33f2e2c2")
!2 = !{!3}
!3 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !4, size: 64)
!4 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !5)
!5 = !DIDerivedType(tag: DW_TAG_volatile_type, baseType: !6)
!6 = !DIDerivedType(tag: DW_TAG_typedef, name: "u64", file: !1, line: 4, baseType: !7)
!7 = !DIBasicType(name: "unsigned long", size: 64, encoding: DW_ATE_unsigned)
!8 = !{i32 7, !"Dwarf Version", i32 5}
!9 = !{i32 2, !"Debug Info Version", i32 3}
!10 = !{i32 1, !"wchar_size", i32 4}
!11 = !{i32 7, !"debug-info-assignment-tracking", i1 true}
!12 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!13 = distinct !DISubprogram(name: "add_unless_zero", scope: !1, file: !1, line: 9, type: !14, scopeLine: 10, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !19)
!14 = !DISubroutineType(types: !15)
!15 = !{!16, !18, !16}
!16 = !DIDerivedType(tag: DW_TAG_typedef, name: "u32", file: !1, line: 3, baseType: !17)
!17 = !DIBasicType(name: "unsigned int", size: 32, encoding: DW_ATE_unsigned)
!18 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !16, size: 64)
!19 = !{!20, !21, !22}
!20 = !DILocalVariable(name: "count", arg: 1, scope: !13, file: !1, line: 9, type: !18)
!21 = !DILocalVariable(name: "n", arg: 2, scope: !13, file: !1, line: 9, type: !16)
!22 = !DILocalVariable(name: "old", scope: !13, file: !1, line: 11, type: !16)
!23 = !DILocation(line: 0, scope: !13)
!24 = !DILocation(line: 13, column: 2, scope: !13)
!25 = !{i64 358, i64 361, i64 367, i64 393, i64 409, i64 429, i64 449, i64 467, i64 478, i64 480, i64 486, i64 506}
!26 = !DILocation(line: 18, column: 2, scope: !13)
!27 = distinct !DISubprogram(name: "change", scope: !1, file: !1, line: 22, type: !28, scopeLine: 23, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !31)
!28 = !DISubroutineType(types: !29)
!29 = !{!6, !30, !6, !6}
!30 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !6, size: 64)
!31 = !{!32, !33, !34, !35, !36}
!32 = !DILocalVariable(name: "word", arg: 1, scope: !27, file: !1, line: 22, type: !30)
!33 = !DILocalVariable(name: "clear", arg: 2, scope: !27, file: !1, line: 22, type: !6)
!34 = !DILocalVariable(name: "set", arg: 3, scope: !27, file: !1, line: 22, type: !6)
!35 = !DILocalVariable(name: "old", scope: !27, file: !1, line: 24, type: !6)
!36 = !DILocalVariable(name: "tmp", scope: !27, file: !1, line: 24, type: !6)
!37 = !DILocation(line: 0, scope: !27)
!38 = !DILocation(line: 26, column: 2, scope: !27)
!39 = !{i64 733, i64 752, i64 769, i64 784, i64 802}
!40 = !DILocation(line: 30, column: 2, scope: !27)
!41 = distinct !DISubprogram(name: "change_unless_busy", scope: !1, file: !1, line: 34, type: !28, scopeLine: 35, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !42)
!42 = !{!43, !44, !45, !46, !47}
!43 = !DILocalVariable(name: "word", arg: 1, scope: !41, file: !1, line: 34, type: !30)
!44 = !DILocalVariable(name: "busy", arg: 2, scope: !41, file: !1, line: 34, type: !6)
!45 = !DILocalVariable(name: "set", arg: 3, scope: !41, file: !1, line: 34, type: !6)
!46 = !DILocalVariable(name: "old", scope: !41, file: !1, line: 36, type: !6)
!47 = !DILocalVariable(name: "tmp", scope: !41, file: !1, line: 36, type: !6)
!48 = !DILocation(line: 0, scope: !41)
!49 = !DILocation(line: 38, column: 2, scope: !41)
!50 = !{i64 1072, i64 1091, i64 1108, i64 1119, i64 1144, i64 1162}
!51 = !DILocation(line: 43, column: 2, scope: !41)
!52 = distinct !DISubprogram(name: "ordered", scope: !1, file: !1, line: 46, type: !53, scopeLine: 47, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !55)
!53 = !DISubroutineType(types: !54)
!54 = !{!6, !30, !30}
!55 = !{!56, !57, !58}
!56 = !DILocalVariable(name: "from", arg: 1, scope: !52, file: !1, line: 46, type: !30)
!57 = !DILocalVariable(name: "to", arg: 2, scope: !52, file: !1, line: 46, type: !30)
!58 = !DILocalVariable(name: "v", scope: !52, file: !1, line: 48, type: !6)
!59 = !DILocation(line: 0, scope: !52)
!60 = !DILocation(line: 50, column: 2, scope: !52)
!61 = !{i64 1347}
!62 = !DILocation(line: 51, column: 2, scope: !52)
!63 = !{i64 1405}
!64 = !DILocation(line: 52, column: 2, scope: !52)
!65 = !{i64 1444}
!66 = !DILocation(line: 53, column: 2, scope: !52)
!67 = !{i64 1501}
!68 = !DILocation(line: 54, column: 2, scope: !52)
!69 = !{i64 1537}
!70 = !DILocation(line: 55, column: 2, scope: !52)
!71 = distinct !DISubprogram(name: "own_byte", scope: !1, file: !1, line: 59, type: !72, scopeLine: 60, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !74)
!72 = !DISubroutineType(types: !73)
!73 = !{!6, !30}
!74 = !{!75, !76}
!75 = !DILocalVariable(name: "word", arg: 1, scope: !71, file: !1, line: 59, type: !30)
!76 = !DILocalVariable(name: "flags", scope: !71, file: !1, line: 61, type: !6)
!77 = !DILocation(line: 0, scope: !71)
!78 = !DILocation(line: 63, column: 2, scope: !71)
!79 = !{i64 1707}
!80 = !DILocation(line: 64, column: 45, scope: !71)
!81 = !DILocation(line: 64, column: 2, scope: !71)
!82 = !{i64 1763}
!83 = !DILocation(line: 65, column: 17, scope: !71)
!84 = !DILocation(line: 65, column: 15, scope: !71)
!85 = !DILocation(line: 65, column: 2, scope: !71)
!86 = distinct !DISubprogram(name: "warn_if", scope: !1, file: !1, line: 69, type: !87, scopeLine: 70, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !89)
!87 = !DISubroutineType(types: !88)
!88 = !{!6, !6}
!89 = !{!90}
!90 = !DILocalVariable(name: "x", arg: 1, scope: !86, file: !1, line: 69, type: !6)
!91 = !DILocation(line: 0, scope: !86)
!92 = !DILocation(line: 71, column: 2, scope: !86)
!93 = !{i64 1936, i64 1953, i64 1982, i64 2000, i64 2027, i64 2044, i64 2056}
!94 = !DILocation(line: 74, column: 11, scope: !86)
!95 = !DILocation(line: 74, column: 2, scope: !86)
!96 = distinct !DISubprogram(name: "leading", scope: !1, file: !1, line: 77, type: !87, scopeLine: 78, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !97)
!97 = !{!98, !99}
!98 = !DILocalVariable(name: "x", arg: 1, scope: !96, file: !1, line: 77, type: !6)
!99 = !DILocalVariable(name: "n", scope: !96, file: !1, line: 79, type: !6)
!100 = !DILocation(line: 0, scope: !96)
!101 = !DILocation(line: 81, column: 2, scope: !96)
!102 = !{i64 2178}
!103 = !DILocation(line: 82, column: 2, scope: !96)
!104 = distinct !DISubprogram(name: "unknown", scope: !1, file: !1, line: 85, type: !105, scopeLine: 86, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!105 = !DISubroutineType(types: !106)
!106 = !{null}
!107 = !DILocation(line: 87, column: 2, scope: !104)
!108 = !{i64 2263}
!109 = !DILocation(line: 88, column: 1, scope: !104)
!110 = distinct !DISubprogram(name: "fixed_up", scope: !1, file: !1, line: 90, type: !105, scopeLine: 91, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!111 = !DILocation(line: 92, column: 2, scope: !110)
!112 = !{i64 2338, i64 2354, i64 2360, i64 2396, i64 2411}
!113 = !DILocation(line: 93, column: 1, scope: !110)
