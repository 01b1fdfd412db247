; ModuleID = 's390x.c'
source_filename = "s390x.c"
target datalayout = "E-m:e-i1:8:16-i8:8:16-i64:64-f128:64-v128:64-a:8:16-n32:64"
target triple = "s390x-unknown-linux-gnu"

; Function Attrs: nounwind null_pointer_is_valid
define dso_local zeroext i32 @add_ordered(ptr noundef %0, i32 noundef zeroext %1) local_unnamed_addr #0 !dbg !18 {
    #dbg_value(ptr %0, !25, !DIExpression(), !28)
    #dbg_value(i32 %1, !26, !DIExpression(), !28)
  %3 = tail call i32 asm sideeffect "laa\09$0,$2,$1\0Abcr 14,0\0A", "=d,=*QS,d,*QS,~{cc},~{memory}"(ptr elementtype(i32) %0, i32 %1, ptr elementtype(i32) %0) #4, !dbg !29, !srcloc !30
    #dbg_value(i32 %3, !27, !DIExpression(), !28)
  ret i32 %3, !dbg !31
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(i64 immarg, ptr nocapture) #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(i64 immarg, ptr nocapture) #1

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @set_bits(ptr noundef %0, i64 noundef %1) local_unnamed_addr #0 !dbg !32 {
    #dbg_value(ptr %0, !37, !DIExpression(), !40)
    #dbg_value(i64 %1, !38, !DIExpression(), !40)
  %3 = tail call i64 asm sideeffect "laog\09$0,$2,$1\0A", "=d,=*QS,d,*QS,~{cc},~{memory}"(ptr elementtype(i64) %0, i64 %1, ptr elementtype(i64) %0) #4, !dbg !41, !srcloc !42
    #dbg_value(i64 %3, !39, !DIExpression(), !40)
  ret i64 %3, !dbg !43
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @exchange_if(ptr noundef %0, i64 noundef %1, i64 noundef %2) local_unnamed_addr #0 !dbg !44 {
    #dbg_value(ptr %0, !48, !DIExpression(), !51)
    #dbg_value(i64 %1, !49, !DIExpression(), !51)
    #dbg_value(i64 %2, !50, !DIExpression(), !51)
  %4 = tail call i64 asm sideeffect "\09csg\09$0,$2,$1\0A", "=d,=*QS,d,0,*QS,~{cc},~{memory}"(ptr elementtype(i64) %0, i64 %2, i64 %1, ptr elementtype(i64) %0) #4, !dbg !52, !srcloc !53
    #dbg_value(i64 %4, !49, !DIExpression(), !51)
  ret i64 %4, !dbg !54
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local void @invalidate_segment(ptr noundef %0, i64 noundef %1, i64 noundef %2) local_unnamed_addr #0 !dbg !55 {
    #dbg_value(ptr %0, !59, !DIExpression(), !62)
    #dbg_value(i64 %1, !60, !DIExpression(), !62)
    #dbg_value(i64 %2, !61, !DIExpression(), !62)
  tail call void asm sideeffect "\09idte\09$1,0,$2,$3", "=*m,a,a,i,*m,~{cc}"(ptr elementtype(i64) %0, i64 %1, i64 %2, i32 0, ptr elementtype(i64) %0) #4, !dbg !63, !srcloc !64
  ret void, !dbg !65
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local void @invalidate_page_here(ptr noundef %0, i64 noundef %1, i64 noundef %2) local_unnamed_addr #0 !dbg !66 {
    #dbg_value(ptr %0, !68, !DIExpression(), !71)
    #dbg_value(i64 %1, !69, !DIExpression(), !71)
    #dbg_value(i64 %2, !70, !DIExpression(), !71)
  tail call void asm sideeffect "\09ipte\09$1,$2,0,$3", "=*m,a,a,i,*m"(ptr elementtype(i64) %0, i64 %1, i64 %2, i32 1, ptr elementtype(i64) %0) #4, !dbg !72, !srcloc !73
  ret void, !dbg !74
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local void @drop_space(i64 noundef %0, i64 noundef %1) local_unnamed_addr #0 !dbg !75 {
    #dbg_value(i64 %0, !79, !DIExpression(), !81)
    #dbg_value(i64 %1, !80, !DIExpression(), !81)
  tail call void asm sideeffect "idte\090,$1,$0", "a,a,~{cc}"(i64 %1, i64 %0) #4, !dbg !82, !srcloc !83
  ret void, !dbg !84
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @irqs_off(ptr noundef %0) local_unnamed_addr #0 !dbg !85 {
  %2 = alloca i8, align 2, !DIAssignID !92
    #dbg_assign(i1 undef, !90, !DIExpression(), !92, ptr %2, !DIExpression(), !93)
    #dbg_value(ptr %0, !89, !DIExpression(), !93)
  call void @llvm.lifetime.start.p0(i64 1, ptr nonnull %2) #4, !dbg !94
  call void asm sideeffect "\09stnsm\09$0,$1", "=*Q,i,~{memory}"(ptr nonnull elementtype(i8) %2, i32 252) #4, !dbg !95, !srcloc !96
  %3 = load volatile i64, ptr %0, align 8, !dbg !97
    #dbg_value(i64 %3, !91, !DIExpression(), !93)
  %4 = load i8, ptr %2, align 2, !dbg !98
  %5 = and i8 %4, 3, !dbg !100
  %6 = icmp eq i8 %5, 0, !dbg !100
  br i1 %6, label %8, label %7, !dbg !101

7:                                                ; preds = %1
  call void asm sideeffect "\09stosm\09$0,$1", "=*Q,i,~{memory}"(ptr nonnull elementtype(i8) %2, i32 3) #4, !dbg !102, !srcloc !103
  br label %8, !dbg !102

8:                                                ; preds = %7, %1
  call void @llvm.lifetime.end.p0(i64 1, ptr nonnull %2) #4, !dbg !104
  ret i64 %3, !dbg !105
}

; Function Attrs: nofree nosync nounwind null_pointer_is_valid memory(none)
define dso_local i64 @own() local_unnamed_addr #2 !dbg !106 {
  %1 = tail call i64 asm ".pushsection .altinstr_replacement, \22ax\22\0A6641:\0A\09llilh $0,$1\0A6651:\0A.popsection\0A661:\0A\09llilh $0,0\0A662:\0A.pushsection .altinstructions,\22a\22\0A\09.long 661b - .\0A\09.long 6641b - .\0A\09.long (1 << 28 $| 2 << 20)\0A\09.byte 662b-661b\0A.popsection\0A", "=d,i"(i32 7) #5, !dbg !111, !srcloc !112
    #dbg_value(i64 %1, !110, !DIExpression(), !113)
  ret i64 %1, !dbg !114
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local range(i64 0, 128) i64 @leading(i64 noundef %0) local_unnamed_addr #0 !dbg !115 {
    #dbg_value(i64 %0, !119, !DIExpression(), !121)
  %2 = zext i64 %0 to i128, !dbg !122
  %3 = shl nuw i128 %2, 64, !dbg !123
    #dbg_value(i128 %3, !120, !DIExpression(), !121)
  %4 = tail call i128 asm sideeffect "\09flogr\09$0,$0\0A", "=d,0,~{cc}"(i128 %3) #4, !dbg !124, !srcloc !125
    #dbg_value(i128 %4, !120, !DIExpression(), !121)
  %5 = lshr i128 %4, 64, !dbg !126
  %6 = trunc nuw i128 %5 to i64, !dbg !127
  %7 = and i64 %6, 127, !dbg !128
  ret i64 %7, !dbg !129
}

; Function Attrs: nofree norecurse nounwind null_pointer_is_valid memory(inaccessiblemem: readwrite)
define dso_local range(i64 0, 256) i64 @second_byte(i64 noundef %0) local_unnamed_addr #3 !dbg !130 {
  %2 = alloca i64, align 8, !DIAssignID !134
    #dbg_assign(i1 undef, !133, !DIExpression(), !134, ptr %2, !DIExpression(), !135)
    #dbg_value(i64 %0, !132, !DIExpression(), !135)
  call void @llvm.lifetime.start.p0(i64 8, ptr nonnull %2), !dbg !136
  store volatile i64 %0, ptr %2, align 8, !dbg !137, !DIAssignID !138
    #dbg_assign(i64 %0, !133, !DIExpression(), !138, ptr %2, !DIExpression(), !135)
  %3 = getelementptr inbounds i8, ptr %2, i64 1, !dbg !139
  %4 = load volatile i8, ptr %3, align 1, !dbg !139
  %5 = zext i8 %4 to i64, !dbg !139
  call void @llvm.lifetime.end.p0(i64 8, ptr nonnull %2), !dbg !140
  ret i64 %5, !dbg !141
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local void @unknown() local_unnamed_addr #0 !dbg !142 {
  tail call void asm sideeffect "sske $0,$1", "d,a"(i64 1, i64 2) #4, !dbg !145, !srcloc !146
  ret void, !dbg !147
}

attributes #0 = { nounwind null_pointer_is_valid "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="z13" "target-features"="+transactional-execution,-vector" }
attributes #1 = { mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nofree nosync nounwind null_pointer_is_valid memory(none) "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="z13" "target-features"="+transactional-execution,-vector" }
attributes #3 = { nofree norecurse nounwind null_pointer_is_valid memory(inaccessiblemem: readwrite) "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="z13" "target-features"="+transactional-execution,-vector" }
attributes #4 = { nounwind }
attributes #5 = { nounwind memory(none) }

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!13, !14, !15, !16}
!llvm.ident = !{!17}

!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, producer: "Debian clang version 19.1.7 (3~deb12u1)", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, retainedTypes: !2, splitDebugInlining: false, nameTableKind: None)
!1 = !DIFile(filename: "s390x.c", directory: ".", checksumkind: CSK_MD5, checksum: "c77095b774c0166bdb72b15eda532d2f")
!2 = !{!3, !8, !6, !9}
!3 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !4, size: 64)
!4 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !5)
!5 = !DIDerivedType(tag: DW_TAG_volatile_type, baseType: !6)
!6 = !DIDerivedType(tag: DW_TAG_typedef, name: "u64", file: !1, line: 5, baseType: !7)
!7 = !DIBasicType(name: "unsigned long", size: 64, encoding: DW_ATE_unsigned)
!8 = !DIBasicType(name: "unsigned __int128", size: 128, encoding: DW_ATE_unsigned)
!9 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !10, size: 64)
!10 = !DIDerivedType(tag: DW_TAG_volatile_type, baseType: !11)
!11 = !DIDerivedType(tag: DW_TAG_typedef, name: "u8", file: !1, line: 3, baseType: !12)
!12 = !DIBasicType(name: "unsigned char", size: 8, encoding: DW_ATE_unsigned_char)
!13 = !{i32 7, !"Dwarf Version", i32 5}
!14 = !{i32 2, !"Debug Info Version", i32 3}
!15 = !{i32 1, !"wchar_size", i32 4}
!16 = !{i32 7, !"debug-info-assignment-tracking", i1 true}
!17 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!18 = distinct !DISubprogram(name: "add_ordered", scope: !1, file: !1, line: 10, type: !19, scopeLine: 11, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !24)
!19 = !DISubroutineType(types: !20)
!20 = !{!21, !23, !21}
!21 = !DIDerivedType(tag: DW_TAG_typedef, name: "u32", file: !1, line: 4, baseType: !22)
!22 = !DIBasicType(name: "unsigned int", size: 32, encoding: DW_ATE_unsigned)
!23 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !21, size: 64)
!24 = !{!25, !26, !27}
!25 = !DILocalVariable(name: "count", arg: 1, scope: !18, file: !1, line: 10, type: !23)
!26 = !DILocalVariable(name: "n", arg: 2, scope: !18, file: !1, line: 10, type: !21)
!27 = !DILocalVariable(name: "old", scope: !18, file: !1, line: 12, type: !21)
!28 = !DILocation(line: 0, scope: !18)
!29 = !DILocation(line: 14, column: 2, scope: !18)
!30 = !{i64 306, i64 321}
!31 = !DILocation(line: 15, column: 2, scope: !18)
!32 = distinct !DISubprogram(name: "set_bits", scope: !1, file: !1, line: 18, type: !33, scopeLine: 19, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !36)
!33 = !DISubroutineType(types: !34)
!34 = !{!6, !35, !6}
!35 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !6, size: 64)
!36 = !{!37, !38, !39}
!37 = !DILocalVariable(name: "word", arg: 1, scope: !32, file: !1, line: 18, type: !35)
!38 = !DILocalVariable(name: "bits", arg: 2, scope: !32, file: !1, line: 18, type: !6)
!39 = !DILocalVariable(name: "old", scope: !32, file: !1, line: 20, type: !6)
!40 = !DILocation(line: 0, scope: !32)
!41 = !DILocation(line: 22, column: 2, scope: !32)
!42 = !{i64 465}
!43 = !DILocation(line: 23, column: 2, scope: !32)
!44 = distinct !DISubprogram(name: "exchange_if", scope: !1, file: !1, line: 26, type: !45, scopeLine: 27, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !47)
!45 = !DISubroutineType(types: !46)
!46 = !{!6, !35, !6, !6}
!47 = !{!48, !49, !50}
!48 = !DILocalVariable(name: "word", arg: 1, scope: !44, file: !1, line: 26, type: !35)
!49 = !DILocalVariable(name: "old", arg: 2, scope: !44, file: !1, line: 26, type: !6)
!50 = !DILocalVariable(name: "new", arg: 3, scope: !44, file: !1, line: 26, type: !6)
!51 = !DILocation(line: 0, scope: !44)
!52 = !DILocation(line: 28, column: 2, scope: !44)
!53 = !{i64 617}
!54 = !DILocation(line: 29, column: 2, scope: !44)
!55 = distinct !DISubprogram(name: "invalidate_segment", scope: !1, file: !1, line: 33, type: !56, scopeLine: 34, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !58)
!56 = !DISubroutineType(types: !57)
!57 = !{null, !35, !6, !6}
!58 = !{!59, !60, !61}
!59 = !DILocalVariable(name: "entry", arg: 1, scope: !55, file: !1, line: 33, type: !35)
!60 = !DILocalVariable(name: "table", arg: 2, scope: !55, file: !1, line: 33, type: !6)
!61 = !DILocalVariable(name: "address", arg: 3, scope: !55, file: !1, line: 33, type: !6)
!62 = !DILocation(line: 0, scope: !55)
!63 = !DILocation(line: 35, column: 2, scope: !55)
!64 = !{i64 883}
!65 = !DILocation(line: 36, column: 1, scope: !55)
!66 = distinct !DISubprogram(name: "invalidate_page_here", scope: !1, file: !1, line: 38, type: !56, scopeLine: 39, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !67)
!67 = !{!68, !69, !70}
!68 = !DILocalVariable(name: "entry", arg: 1, scope: !66, file: !1, line: 38, type: !35)
!69 = !DILocalVariable(name: "table", arg: 2, scope: !66, file: !1, line: 38, type: !6)
!70 = !DILocalVariable(name: "address", arg: 3, scope: !66, file: !1, line: 38, type: !6)
!71 = !DILocation(line: 0, scope: !66)
!72 = !DILocation(line: 40, column: 2, scope: !66)
!73 = !{i64 1042}
!74 = !DILocation(line: 41, column: 1, scope: !66)
!75 = distinct !DISubprogram(name: "drop_space", scope: !1, file: !1, line: 43, type: !76, scopeLine: 44, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !78)
!76 = !DISubroutineType(types: !77)
!77 = !{null, !6, !6}
!78 = !{!79, !80}
!79 = !DILocalVariable(name: "space", arg: 1, scope: !75, file: !1, line: 43, type: !6)
!80 = !DILocalVariable(name: "options", arg: 2, scope: !75, file: !1, line: 43, type: !6)
!81 = !DILocation(line: 0, scope: !75)
!82 = !DILocation(line: 45, column: 2, scope: !75)
!83 = !{i64 1172}
!84 = !DILocation(line: 46, column: 1, scope: !75)
!85 = distinct !DISubprogram(name: "irqs_off", scope: !1, file: !1, line: 48, type: !86, scopeLine: 49, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !88)
!86 = !DISubroutineType(types: !87)
!87 = !{!6, !35}
!88 = !{!89, !90, !91}
!89 = !DILocalVariable(name: "word", arg: 1, scope: !85, file: !1, line: 48, type: !35)
!90 = !DILocalVariable(name: "flags", scope: !85, file: !1, line: 50, type: !11)
!91 = !DILocalVariable(name: "v", scope: !85, file: !1, line: 51, type: !6)
!92 = distinct !DIAssignID()
!93 = !DILocation(line: 0, scope: !85)
!94 = !DILocation(line: 50, column: 2, scope: !85)
!95 = !DILocation(line: 53, column: 2, scope: !85)
!96 = !{i64 1288}
!97 = !DILocation(line: 54, column: 6, scope: !85)
!98 = !DILocation(line: 55, column: 6, scope: !99)
!99 = distinct !DILexicalBlock(scope: !85, file: !1, line: 55, column: 6)
!100 = !DILocation(line: 55, column: 12, scope: !99)
!101 = !DILocation(line: 55, column: 6, scope: !85)
!102 = !DILocation(line: 56, column: 3, scope: !99)
!103 = !{i64 1396}
!104 = !DILocation(line: 58, column: 1, scope: !85)
!105 = !DILocation(line: 57, column: 2, scope: !85)
!106 = distinct !DISubprogram(name: "own", scope: !1, file: !1, line: 61, type: !107, scopeLine: 62, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !109)
!107 = !DISubroutineType(types: !108)
!108 = !{!6}
!109 = !{!110}
!110 = !DILocalVariable(name: "at", scope: !106, file: !1, line: 63, type: !6)
!111 = !DILocation(line: 65, column: 2, scope: !106)
!112 = !{i64 1558, i64 1603, i64 1610, i64 1625, i64 1632, i64 1645, i64 1651, i64 1665, i64 1679, i64 1716, i64 1734, i64 1753, i64 1790, i64 1809}
!113 = !DILocation(line: 0, scope: !106)
!114 = !DILocation(line: 69, column: 2, scope: !106)
!115 = distinct !DISubprogram(name: "leading", scope: !1, file: !1, line: 73, type: !116, scopeLine: 74, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !118)
!116 = !DISubroutineType(types: !117)
!117 = !{!6, !6}
!118 = !{!119, !120}
!119 = !DILocalVariable(name: "x", arg: 1, scope: !115, file: !1, line: 73, type: !6)
!120 = !DILocalVariable(name: "pair", scope: !115, file: !1, line: 75, type: !8)
!121 = !DILocation(line: 0, scope: !115)
!122 = !DILocation(line: 75, column: 27, scope: !115)
!123 = !DILocation(line: 75, column: 48, scope: !115)
!124 = !DILocation(line: 77, column: 2, scope: !115)
!125 = !{i64 1991}
!126 = !DILocation(line: 78, column: 20, scope: !115)
!127 = !DILocation(line: 78, column: 9, scope: !115)
!128 = !DILocation(line: 78, column: 27, scope: !115)
!129 = !DILocation(line: 78, column: 2, scope: !115)
!130 = distinct !DISubprogram(name: "second_byte", scope: !1, file: !1, line: 82, type: !116, scopeLine: 83, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !131)
!131 = !{!132, !133}
!132 = !DILocalVariable(name: "x", arg: 1, scope: !130, file: !1, line: 82, type: !6)
!133 = !DILocalVariable(name: "word", scope: !130, file: !1, line: 84, type: !5)
!134 = distinct !DIAssignID()
!135 = !DILocation(line: 0, scope: !130)
!136 = !DILocation(line: 84, column: 2, scope: !130)
!137 = !DILocation(line: 84, column: 15, scope: !130)
!138 = distinct !DIAssignID()
!139 = !DILocation(line: 86, column: 9, scope: !130)
!140 = !DILocation(line: 87, column: 1, scope: !130)
!141 = !DILocation(line: 86, column: 2, scope: !130)
!142 = distinct !DISubprogram(name: "unknown", scope: !1, file: !1, line: 89, type: !143, scopeLine: 90, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!143 = !DISubroutineType(types: !144)
!144 = !{null}
!145 = !DILocation(line: 91, column: 2, scope: !142)
!146 = !{i64 2237}
!147 = !DILocation(line: 92, column: 1, scope: !142)
