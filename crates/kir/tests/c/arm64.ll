; ModuleID = 'arm64.c'
source_filename = "arm64.c"
target datalayout = "e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32"
target triple = "aarch64-unknown-linux-gnu"

%struct.key = type { i32 }

@unlikely_key = external dso_local global %struct.key, align 4
@likely_key = external dso_local global %struct.key, align 4

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @exchange(ptr noundef %0, i64 noundef %1) local_unnamed_addr #0 !dbg !19 {
    #dbg_value(ptr %0, !24, !DIExpression(), !26)
    #dbg_value(i64 %1, !25, !DIExpression(), !26)
    #dbg_value(ptr %0, !27, !DIExpression(), !33)
    #dbg_value(i64 %1, !30, !DIExpression(), !33)
  %3 = tail call { i64, i64 } asm sideeffect ".if 1 == 1\0A661:\0A\09prfm pstl1strm, $2\0A1:\09ldxr $0, $2\0A\09stlxr ${1:w}, $3, $2\0A\09cbnz ${1:w}, 1b\0A\09dmb ish\0A662:\0A.pushsection .altinstructions,\22a\22\0A .word 661b - .\0A .word 663f - .\0A .hword 26\0A .byte 662b-661b\0A .byte 664f-663f\0A.popsection\0A.subsection 1\0A663:\0A\09.arch_extension lse\0A\09swpal $3, $0, $2\0A.rept 3\0Anop\0A.endr\0A664:\0A\09.org . - (664b-663b) + (662b-661b)\0A\09.org . - (662b-661b) + (664b-663b)\0A.previous\0A.endif\0A", "=&r,=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i64) %0, i64 %1, ptr elementtype(i64) %0) #2, !dbg !35, !srcloc !36
  %4 = extractvalue { i64, i64 } %3, 0, !dbg !35
    #dbg_value(i64 %4, !31, !DIExpression(), !33)
    #dbg_value(i64 poison, !32, !DIExpression(), !33)
  ret i64 %4, !dbg !37
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local range(i32 0, 2) i32 @get_unless_zero(ptr noundef %0) local_unnamed_addr #0 !dbg !38 {
    #dbg_value(ptr %0, !44, !DIExpression(), !47)
  %2 = load volatile i32, ptr %0, align 4, !dbg !48
    #dbg_value(i32 %2, !45, !DIExpression(), !47)
  br label %3, !dbg !49

3:                                                ; preds = %6, %1
  %4 = phi i32 [ %2, %1 ], [ %9, %6 ], !dbg !47
    #dbg_value(i32 %4, !45, !DIExpression(), !47)
  %5 = icmp eq i32 %4, 0, !dbg !49
  br i1 %5, label %11, label %6, !dbg !49

6:                                                ; preds = %3
  %7 = add i32 %4, 1, !dbg !50
    #dbg_value(ptr %0, !52, !DIExpression(), !61)
    #dbg_value(i32 %4, !57, !DIExpression(), !61)
    #dbg_value(i32 %7, !58, !DIExpression(), !61)
  %8 = tail call { i64, i32 } asm sideeffect ".if 1 == 1\0A661:\0A\091:\09ldxr ${1:w}, $2\0A\09eor ${0:w}, ${1:w}, ${3:w}\0A\09cbnz ${0:w}, 2f\0A\09stlxr ${0:w}, ${4:w}, $2\0A\09cbnz ${0:w}, 1b\0A\09dmb ish\0A2:\0A662:\0A.pushsection .altinstructions,\22a\22\0A .word 661b - .\0A .word 663f - .\0A .hword 26\0A .byte 662b-661b\0A .byte 664f-663f\0A.popsection\0A.subsection 1\0A663:\0A\09.arch_extension lse\0A\09mov ${1:w}, ${3:w}\0A\09casal ${1:w}, ${4:w}, $2\0A\0A664:\0A\09.org . - (664b-663b) + (662b-661b)\0A\09.org . - (662b-661b) + (664b-663b)\0A.previous\0A.endif\0A", "=&r,=&r,=*Q,r,r,*Q,~{memory}"(ptr elementtype(i32) %0, i32 %4, i32 %7, ptr elementtype(i32) %0) #2, !dbg !63, !srcloc !64
  %9 = extractvalue { i64, i32 } %8, 1, !dbg !63
    #dbg_value(i64 poison, !60, !DIExpression(), !61)
    #dbg_value(i32 %9, !59, !DIExpression(), !61)
    #dbg_value(i32 %9, !46, !DIExpression(), !47)
  %10 = icmp eq i32 %9, %4, !dbg !65
  br i1 %10, label %11, label %3, !dbg !67, !llvm.loop !68

11:                                               ; preds = %3, %6
  %12 = phi i32 [ 1, %6 ], [ 0, %3 ], !dbg !47
  ret i32 %12, !dbg !71
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local void @add_seven(ptr noundef %0) local_unnamed_addr #0 !dbg !72 {
    #dbg_value(ptr %0, !76, !DIExpression(), !77)
    #dbg_value(ptr %0, !78, !DIExpression(), !86)
    #dbg_value(i32 7, !83, !DIExpression(), !86)
  %2 = tail call { i32, i32 } asm sideeffect ".if 1 == 1\0A661:\0A\091:\09ldxr ${0:w}, $2\0A\09add ${0:w}, ${0:w}, ${3:w}\0A\09stxr ${1:w}, ${0:w}, $2\0A\09cbnz ${1:w}, 1b\0A662:\0A.pushsection .altinstructions,\22a\22\0A .word 661b - .\0A .word 663f - .\0A .hword 26\0A .byte 662b-661b\0A .byte 664f-663f\0A.popsection\0A.subsection 1\0A663:\0A\09.arch_extension lse\0A\09stadd ${3:w}, $2\0A\0A664:\0A\09.org . - (664b-663b) + (662b-661b)\0A\09.org . - (662b-661b) + (664b-663b)\0A.previous\0A.endif\0A", "=&r,=&r,=*Q,r,*Q"(ptr elementtype(i32) %0, i32 7, ptr elementtype(i32) %0) #2, !dbg !88, !srcloc !89
    #dbg_value(i32 poison, !84, !DIExpression(), !86)
    #dbg_value(i32 poison, !85, !DIExpression(), !86)
  ret void, !dbg !90
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @acquire_and_release(ptr noundef %0, ptr noundef %1) local_unnamed_addr #0 !dbg !91 {
    #dbg_value(ptr %0, !95, !DIExpression(), !98)
    #dbg_value(ptr %1, !96, !DIExpression(), !98)
  %3 = tail call i64 asm sideeffect "ldar $0, $1", "=r,*Q,~{memory}"(ptr elementtype(i64) %0) #2, !dbg !99, !srcloc !100
    #dbg_value(i64 %3, !97, !DIExpression(), !98)
  tail call void asm sideeffect "dmb ishst", "~{memory}"() #2, !dbg !101, !srcloc !102
  %4 = add i64 %3, 1, !dbg !103
  tail call void asm sideeffect "stlr $1, $0", "=*Q,r,~{memory}"(ptr elementtype(i64) %1, i64 %4) #2, !dbg !104, !srcloc !105
  ret i64 %3, !dbg !106
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local void @flush(i64 noundef %0) local_unnamed_addr #0 !dbg !107 {
    #dbg_value(i64 %0, !111, !DIExpression(), !113)
  %2 = lshr i64 %0, 12, !dbg !114
    #dbg_value(i64 %2, !112, !DIExpression(), !113)
  tail call void asm sideeffect "dsb ishst", "~{memory}"() #2, !dbg !115, !srcloc !116
  tail call void asm sideeffect "tlbi vale1is, ${0:x}", "rZ"(i64 %2) #2, !dbg !117, !srcloc !118
  tail call void asm sideeffect "dsb ish", "~{memory}"() #2, !dbg !119, !srcloc !120
  tail call void asm sideeffect "isb", "~{memory}"() #2, !dbg !121, !srcloc !122
  ret void, !dbg !123
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @irqs_off(ptr noundef %0) local_unnamed_addr #0 !dbg !124 {
    #dbg_value(ptr %0, !128, !DIExpression(), !131)
  %2 = tail call i64 asm sideeffect "mrs $0, daif", "=r,~{memory}"() #2, !dbg !132, !srcloc !133
    #dbg_value(i64 %2, !129, !DIExpression(), !131)
  tail call void asm sideeffect "msr daifset, #3", "~{memory}"() #2, !dbg !134, !srcloc !135
  %3 = load volatile i64, ptr %0, align 8, !dbg !136
    #dbg_value(i64 %3, !130, !DIExpression(), !131)
  tail call void asm sideeffect "msr daif, $0", "r,~{memory}"(i64 %2) #2, !dbg !137, !srcloc !138
  ret i64 %3, !dbg !139
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local range(i32 0, 12) i32 @keys() local_unnamed_addr #0 !dbg !140 {
    #dbg_value(ptr @unlikely_key, !143, !DIExpression(), !153)
  callbr void asm sideeffect "1:\09nop\0A\09.pushsection __jump_table, \22aw\22\0A\09.align 3\0A\09.long 1b - ., ${1:l} - .\0A\09.quad ${0:c} - .\0A\09.popsection\0A\09", "i,!i"(ptr nonnull @unlikely_key) #2
          to label %2 [label %1], !dbg !155, !srcloc !156

1:                                                ; preds = %0
    #dbg_label(!152, !157)
  br label %2, !dbg !158

2:                                                ; preds = %0, %1
  %3 = phi i32 [ 10, %1 ], [ 0, %0 ], !dbg !153
    #dbg_value(ptr @likely_key, !143, !DIExpression(), !159)
  callbr void asm sideeffect "1:\09nop\0A\09.pushsection __jump_table, \22aw\22\0A\09.align 3\0A\09.long 1b - ., ${1:l} - .\0A\09.quad ${0:c} - .\0A\09.popsection\0A\09", "i,!i"(ptr nonnull @likely_key) #2
          to label %5 [label %4], !dbg !161, !srcloc !156

4:                                                ; preds = %2
    #dbg_label(!152, !162)
  br label %5, !dbg !163

5:                                                ; preds = %2, %4
  %6 = phi i32 [ 1, %4 ], [ 0, %2 ], !dbg !159
  %7 = or disjoint i32 %6, %3, !dbg !164
  ret i32 %7, !dbg !165
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local range(i32 0, 2) i32 @capability() local_unnamed_addr #0 !dbg !166 {
    #dbg_value(i32 42, !167, !DIExpression(), !173)
  callbr void asm sideeffect ".if 1 == 1\0A661:\0A\09b ${1:l}\0A662:\0A.pushsection .altinstructions,\22a\22\0A .word 661b - .\0A .word alt_cb_patch_nops - .\0A .hword (1 << 15) | ($0)\0A .byte 662b-661b\0A .byte 664f-663f\0A.popsection\0A663:\0A\09664:\0A\09.endif\0A", "i,!i"(i32 42) #2
          to label %2 [label %1], !dbg !175, !srcloc !176

1:                                                ; preds = %0
    #dbg_label(!172, !177)
  br label %2, !dbg !178

2:                                                ; preds = %0, %1
  %3 = phi i32 [ 0, %1 ], [ 1, %0 ], !dbg !173
  ret i32 %3, !dbg !179
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local noundef i32 @warns(i32 noundef %0) local_unnamed_addr #0 !dbg !180 {
    #dbg_value(i32 %0, !182, !DIExpression(), !183)
  %2 = icmp slt i32 %0, 0, !dbg !184
  br i1 %2, label %3, label %4, !dbg !186

3:                                                ; preds = %1
  tail call void asm sideeffect ".pushsection __bug_table,\22aw\22; .align 2; 14470: .long 14471f - .; .short 44; .short (1 << 0)|(9 << 8); .align 2; .popsection; 14471: brk 0x800", ""() #2, !dbg !187, !srcloc !188
  br label %4, !dbg !187

4:                                                ; preds = %3, %1
  %5 = add i32 %0, 1, !dbg !189
  ret i32 %5, !dbg !190
}

; Function Attrs: nofree nosync nounwind null_pointer_is_valid memory(none)
define dso_local i64 @current_task() local_unnamed_addr #1 !dbg !191 {
  %1 = tail call i64 asm "mrs $0, sp_el0", "=r"() #3, !dbg !196, !srcloc !197
    #dbg_value(i64 %1, !195, !DIExpression(), !198)
  ret i64 %1, !dbg !199
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @by_macro() local_unnamed_addr #0 !dbg !200 {
  %1 = tail call i64 asm sideeffect ".irp num,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20\0A.equ .L__gpr_num_x\\num, \\num\0A.endr\0A.macro mrs_s, rt, sreg\0A.inst (0xd5200000|(\\sreg)|(.L__gpr_num_\\rt))\0A.endm\0Amrs_s $0, (((3) << 19) | ((0) << 16) | ((4) << 12) | ((6) << 8) | ((0) << 5))\0A.purgem mrs_s\0A", "=&r"() #2, !dbg !203, !srcloc !204
    #dbg_value(i64 %1, !202, !DIExpression(), !205)
  ret i64 %1, !dbg !206
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local void @unknown_instruction() local_unnamed_addr #0 !dbg !207 {
  tail call void asm sideeffect "wrp x0, #3", ""() #2, !dbg !210, !srcloc !211
  ret void, !dbg !212
}

; Function Attrs: nofree nosync nounwind null_pointer_is_valid memory(none)
define dso_local i64 @selects(i64 noundef %0, i64 noundef %1) local_unnamed_addr #1 !dbg !213 {
    #dbg_value(i64 %0, !217, !DIExpression(), !220)
    #dbg_value(i64 %1, !218, !DIExpression(), !220)
  %3 = tail call i64 asm "cmp $1, $2\0A\09csel $0, $1, $2, lo", "=r,r,r,~{cc}"(i64 %0, i64 %1) #3, !dbg !221, !srcloc !222
    #dbg_value(i64 %3, !219, !DIExpression(), !220)
  ret i64 %3, !dbg !223
}

attributes #0 = { nounwind null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #1 = { nofree nosync nounwind null_pointer_is_valid memory(none) "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #2 = { nounwind }
attributes #3 = { nounwind memory(none) }

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!13, !14, !15, !16, !17}
!llvm.ident = !{!18}

!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, producer: "Debian clang version 19.1.7 (3~deb12u1)", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, retainedTypes: !2, splitDebugInlining: false, nameTableKind: None)
!1 = !DIFile(filename: "arm64.c", directory: ".", checksumkind: CSK_MD5, checksum: "a6e305bab9fcf077ccfb91bf5d655e36")
!2 = !{!3, !8}
!3 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !4, size: 64)
!4 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !5)
!5 = !DIDerivedType(tag: DW_TAG_volatile_type, baseType: !6)
!6 = !DIDerivedType(tag: DW_TAG_typedef, name: "u32", file: !1, line: 3, baseType: !7)
!7 = !DIBasicType(name: "unsigned int", size: 32, encoding: DW_ATE_unsigned)
!8 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !9, size: 64)
!9 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !10)
!10 = !DIDerivedType(tag: DW_TAG_volatile_type, baseType: !11)
!11 = !DIDerivedType(tag: DW_TAG_typedef, name: "u64", file: !1, line: 4, baseType: !12)
!12 = !DIBasicType(name: "unsigned long", size: 64, encoding: DW_ATE_unsigned)
!13 = !{i32 7, !"Dwarf Version", i32 5}
!14 = !{i32 2, !"Debug Info Version", i32 3}
!15 = !{i32 1, !"wchar_size", i32 4}
!16 = !{i32 7, !"frame-pointer", i32 1}
!17 = !{i32 7, !"debug-info-assignment-tracking", i1 true}
!18 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!19 = distinct !DISubprogram(name: "exchange", scope: !1, file: !1, line: 61, type: !20, scopeLine: 62, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !23)
!20 = !DISubroutineType(types: !21)
!21 = !{!11, !22, !11}
!22 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !11, size: 64)
!23 = !{!24, !25}
!24 = !DILocalVariable(name: "word", arg: 1, scope: !19, file: !1, line: 61, type: !22)
!25 = !DILocalVariable(name: "v", arg: 2, scope: !19, file: !1, line: 61, type: !11)
!26 = !DILocation(line: 0, scope: !19)
!27 = !DILocalVariable(name: "p", arg: 1, scope: !28, file: !1, line: 23, type: !22)
!28 = distinct !DISubprogram(name: "xchg", scope: !1, file: !1, line: 23, type: !20, scopeLine: 24, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !29)
!29 = !{!27, !30, !31, !32}
!30 = !DILocalVariable(name: "v", arg: 2, scope: !28, file: !1, line: 23, type: !11)
!31 = !DILocalVariable(name: "old", scope: !28, file: !1, line: 25, type: !11)
!32 = !DILocalVariable(name: "tmp", scope: !28, file: !1, line: 25, type: !11)
!33 = !DILocation(line: 0, scope: !28, inlinedAt: !34)
!34 = distinct !DILocation(line: 63, column: 9, scope: !19)
!35 = !DILocation(line: 27, column: 2, scope: !28, inlinedAt: !34)
!36 = !{i64 2147506211, i64 2147506224, i64 2147506230, i64 2147506740, i64 2147506756, i64 2147506780, i64 2147506796, i64 2147506241, i64 2147506287, i64 2147506362, i64 2147506379, i64 2147506396, i64 2147506437, i64 2147506455, i64 2147506473, i64 2147506512, i64 2147506527, i64 2147506533, i64 2147506835, i64 2147506855, i64 2147506864, i64 2147506869, i64 2147506544, i64 2147506550, i64 2147506623, i64 2147506698, i64 2147506709}
!37 = !DILocation(line: 63, column: 2, scope: !19)
!38 = distinct !DISubprogram(name: "get_unless_zero", scope: !1, file: !1, line: 67, type: !39, scopeLine: 68, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !43)
!39 = !DISubroutineType(types: !40)
!40 = !{!41, !42}
!41 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!42 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !6, size: 64)
!43 = !{!44, !45, !46}
!44 = !DILocalVariable(name: "count", arg: 1, scope: !38, file: !1, line: 67, type: !42)
!45 = !DILocalVariable(name: "old", scope: !38, file: !1, line: 69, type: !6)
!46 = !DILocalVariable(name: "found", scope: !38, file: !1, line: 69, type: !6)
!47 = !DILocation(line: 0, scope: !38)
!48 = !DILocation(line: 69, column: 12, scope: !38)
!49 = !DILocation(line: 71, column: 2, scope: !38)
!50 = !DILocation(line: 72, column: 35, scope: !51)
!51 = distinct !DILexicalBlock(scope: !38, file: !1, line: 71, column: 14)
!52 = !DILocalVariable(name: "p", arg: 1, scope: !53, file: !1, line: 36, type: !42)
!53 = distinct !DISubprogram(name: "cmpxchg", scope: !1, file: !1, line: 36, type: !54, scopeLine: 37, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !56)
!54 = !DISubroutineType(types: !55)
!55 = !{!6, !42, !6, !6}
!56 = !{!52, !57, !58, !59, !60}
!57 = !DILocalVariable(name: "old", arg: 2, scope: !53, file: !1, line: 36, type: !6)
!58 = !DILocalVariable(name: "new", arg: 3, scope: !53, file: !1, line: 36, type: !6)
!59 = !DILocalVariable(name: "found", scope: !53, file: !1, line: 38, type: !6)
!60 = !DILocalVariable(name: "tmp", scope: !53, file: !1, line: 39, type: !11)
!61 = !DILocation(line: 0, scope: !53, inlinedAt: !62)
!62 = distinct !DILocation(line: 72, column: 11, scope: !51)
!63 = !DILocation(line: 41, column: 2, scope: !53, inlinedAt: !62)
!64 = !{i64 2147506895, i64 2147506908, i64 2147506914, i64 2147507421, i64 2147507442, i64 2147507461, i64 2147507483, i64 2147507499, i64 2147507510, i64 2147506925, i64 2147506971, i64 2147507046, i64 2147507063, i64 2147507080, i64 2147507121, i64 2147507139, i64 2147507157, i64 2147507196, i64 2147507211, i64 2147507217, i64 2147507542, i64 2147507558, i64 2147507226, i64 2147507228, i64 2147507234, i64 2147507307, i64 2147507382, i64 2147507393}
!65 = !DILocation(line: 73, column: 13, scope: !66)
!66 = distinct !DILexicalBlock(scope: !51, file: !1, line: 73, column: 7)
!67 = !DILocation(line: 73, column: 7, scope: !51)
!68 = distinct !{!68, !49, !69, !70}
!69 = !DILocation(line: 76, column: 2, scope: !38)
!70 = !{!"llvm.loop.mustprogress"}
!71 = !DILocation(line: 78, column: 1, scope: !38)
!72 = distinct !DISubprogram(name: "add_seven", scope: !1, file: !1, line: 80, type: !73, scopeLine: 81, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !75)
!73 = !DISubroutineType(types: !74)
!74 = !{null, !42}
!75 = !{!76}
!76 = !DILocalVariable(name: "count", arg: 1, scope: !72, file: !1, line: 80, type: !42)
!77 = !DILocation(line: 0, scope: !72)
!78 = !DILocalVariable(name: "p", arg: 1, scope: !79, file: !1, line: 50, type: !42)
!79 = distinct !DISubprogram(name: "add", scope: !1, file: !1, line: 50, type: !80, scopeLine: 51, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !82)
!80 = !DISubroutineType(types: !81)
!81 = !{null, !42, !6}
!82 = !{!78, !83, !84, !85}
!83 = !DILocalVariable(name: "n", arg: 2, scope: !79, file: !1, line: 50, type: !6)
!84 = !DILocalVariable(name: "tmp", scope: !79, file: !1, line: 52, type: !6)
!85 = !DILocalVariable(name: "status", scope: !79, file: !1, line: 52, type: !6)
!86 = !DILocation(line: 0, scope: !79, inlinedAt: !87)
!87 = distinct !DILocation(line: 82, column: 2, scope: !72)
!88 = !DILocation(line: 54, column: 2, scope: !79, inlinedAt: !87)
!89 = !{i64 2147507601, i64 2147507614, i64 2147507620, i64 2147508127, i64 2147508148, i64 2147508172, i64 2147507631, i64 2147507677, i64 2147507752, i64 2147507769, i64 2147507786, i64 2147507827, i64 2147507845, i64 2147507863, i64 2147507902, i64 2147507917, i64 2147507923, i64 2147508216, i64 2147507932, i64 2147507934, i64 2147507940, i64 2147508013, i64 2147508088, i64 2147508099}
!90 = !DILocation(line: 83, column: 1, scope: !72)
!91 = distinct !DISubprogram(name: "acquire_and_release", scope: !1, file: !1, line: 85, type: !92, scopeLine: 86, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !94)
!92 = !DISubroutineType(types: !93)
!93 = !{!11, !22, !22}
!94 = !{!95, !96, !97}
!95 = !DILocalVariable(name: "from", arg: 1, scope: !91, file: !1, line: 85, type: !22)
!96 = !DILocalVariable(name: "to", arg: 2, scope: !91, file: !1, line: 85, type: !22)
!97 = !DILocalVariable(name: "v", scope: !91, file: !1, line: 87, type: !11)
!98 = !DILocation(line: 0, scope: !91)
!99 = !DILocation(line: 89, column: 2, scope: !91)
!100 = !{i64 2427}
!101 = !DILocation(line: 90, column: 2, scope: !91)
!102 = !{i64 2491}
!103 = !DILocation(line: 91, column: 49, scope: !91)
!104 = !DILocation(line: 91, column: 2, scope: !91)
!105 = !{i64 2532}
!106 = !DILocation(line: 92, column: 2, scope: !91)
!107 = distinct !DISubprogram(name: "flush", scope: !1, file: !1, line: 95, type: !108, scopeLine: 96, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !110)
!108 = !DISubroutineType(types: !109)
!109 = !{null, !11}
!110 = !{!111, !112}
!111 = !DILocalVariable(name: "address", arg: 1, scope: !107, file: !1, line: 95, type: !11)
!112 = !DILocalVariable(name: "arg", scope: !107, file: !1, line: 97, type: !11)
!113 = !DILocation(line: 0, scope: !107)
!114 = !DILocation(line: 97, column: 20, scope: !107)
!115 = !DILocation(line: 99, column: 2, scope: !107)
!116 = !{i64 2665}
!117 = !DILocation(line: 100, column: 2, scope: !107)
!118 = !{i64 2706}
!119 = !DILocation(line: 101, column: 2, scope: !107)
!120 = !{i64 2754}
!121 = !DILocation(line: 102, column: 2, scope: !107)
!122 = !{i64 2793}
!123 = !DILocation(line: 103, column: 1, scope: !107)
!124 = distinct !DISubprogram(name: "irqs_off", scope: !1, file: !1, line: 106, type: !125, scopeLine: 107, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !127)
!125 = !DISubroutineType(types: !126)
!126 = !{!11, !22}
!127 = !{!128, !129, !130}
!128 = !DILocalVariable(name: "word", arg: 1, scope: !124, file: !1, line: 106, type: !22)
!129 = !DILocalVariable(name: "flags", scope: !124, file: !1, line: 108, type: !11)
!130 = !DILocalVariable(name: "v", scope: !124, file: !1, line: 108, type: !11)
!131 = !DILocation(line: 0, scope: !124)
!132 = !DILocation(line: 110, column: 2, scope: !124)
!133 = !{i64 2909}
!134 = !DILocation(line: 111, column: 2, scope: !124)
!135 = !{i64 2964}
!136 = !DILocation(line: 112, column: 6, scope: !124)
!137 = !DILocation(line: 113, column: 2, scope: !124)
!138 = !{i64 3034}
!139 = !DILocation(line: 114, column: 2, scope: !124)
!140 = distinct !DISubprogram(name: "keys", scope: !1, file: !1, line: 133, type: !141, scopeLine: 134, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!141 = !DISubroutineType(types: !142)
!142 = !{!41}
!143 = !DILocalVariable(name: "key", arg: 1, scope: !144, file: !1, line: 123, type: !147)
!144 = distinct !DISubprogram(name: "key_on", scope: !1, file: !1, line: 123, type: !145, scopeLine: 124, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !151)
!145 = !DISubroutineType(types: !146)
!146 = !{!41, !147}
!147 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !148, size: 64)
!148 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "key", file: !1, line: 117, size: 32, elements: !149)
!149 = !{!150}
!150 = !DIDerivedType(tag: DW_TAG_member, name: "enabled", scope: !148, file: !1, line: 118, baseType: !41, size: 32)
!151 = !{!143, !152}
!152 = !DILabel(scope: !144, name: "yes", file: !1, line: 129)
!153 = !DILocation(line: 0, scope: !144, inlinedAt: !154)
!154 = distinct !DILocation(line: 135, column: 9, scope: !140)
!155 = !DILocation(line: 125, column: 2, scope: !144, inlinedAt: !154)
!156 = !{i64 3296, i64 3305, i64 3342, i64 3354, i64 3389, i64 3406, i64 3421}
!157 = !DILocation(line: 129, column: 1, scope: !144, inlinedAt: !154)
!158 = !DILocation(line: 130, column: 2, scope: !144, inlinedAt: !154)
!159 = !DILocation(line: 0, scope: !144, inlinedAt: !160)
!160 = distinct !DILocation(line: 135, column: 38, scope: !140)
!161 = !DILocation(line: 125, column: 2, scope: !144, inlinedAt: !160)
!162 = !DILocation(line: 129, column: 1, scope: !144, inlinedAt: !160)
!163 = !DILocation(line: 130, column: 2, scope: !144, inlinedAt: !160)
!164 = !DILocation(line: 135, column: 36, scope: !140)
!165 = !DILocation(line: 135, column: 2, scope: !140)
!166 = distinct !DISubprogram(name: "capability", scope: !1, file: !1, line: 149, type: !141, scopeLine: 150, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!167 = !DILocalVariable(name: "cap", arg: 1, scope: !168, file: !1, line: 138, type: !41)
!168 = distinct !DISubprogram(name: "has_cap", scope: !1, file: !1, line: 138, type: !169, scopeLine: 139, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !171)
!169 = !DISubroutineType(types: !170)
!170 = !{!41, !41}
!171 = !{!167, !172}
!172 = !DILabel(scope: !168, name: "no", file: !1, line: 145)
!173 = !DILocation(line: 0, scope: !168, inlinedAt: !174)
!174 = distinct !DILocation(line: 151, column: 9, scope: !166)
!175 = !DILocation(line: 140, column: 2, scope: !168, inlinedAt: !174)
!176 = !{i64 3601, i64 3614, i64 3620, i64 3632, i64 3638, i64 3681, i64 3698, i64 3728, i64 3760, i64 3778, i64 3796, i64 3809, i64 3815, i64 3823}
!177 = !DILocation(line: 145, column: 1, scope: !168, inlinedAt: !174)
!178 = !DILocation(line: 146, column: 2, scope: !168, inlinedAt: !174)
!179 = !DILocation(line: 151, column: 2, scope: !166)
!180 = distinct !DISubprogram(name: "warns", scope: !1, file: !1, line: 155, type: !169, scopeLine: 156, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !181)
!181 = !{!182}
!182 = !DILocalVariable(name: "v", arg: 1, scope: !180, file: !1, line: 155, type: !41)
!183 = !DILocation(line: 0, scope: !180)
!184 = !DILocation(line: 157, column: 8, scope: !185)
!185 = distinct !DILexicalBlock(scope: !180, file: !1, line: 157, column: 6)
!186 = !DILocation(line: 157, column: 6, scope: !180)
!187 = !DILocation(line: 158, column: 3, scope: !185)
!188 = !{i64 4026}
!189 = !DILocation(line: 160, column: 11, scope: !180)
!190 = !DILocation(line: 160, column: 2, scope: !180)
!191 = distinct !DISubprogram(name: "current_task", scope: !1, file: !1, line: 163, type: !192, scopeLine: 164, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !194)
!192 = !DISubroutineType(types: !193)
!193 = !{!11}
!194 = !{!195}
!195 = !DILocalVariable(name: "v", scope: !191, file: !1, line: 165, type: !11)
!196 = !DILocation(line: 167, column: 2, scope: !191)
!197 = !{i64 4243}
!198 = !DILocation(line: 0, scope: !191)
!199 = !DILocation(line: 168, column: 2, scope: !191)
!200 = distinct !DISubprogram(name: "by_macro", scope: !1, file: !1, line: 171, type: !192, scopeLine: 172, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !201)
!201 = !{!202}
!202 = !DILocalVariable(name: "v", scope: !200, file: !1, line: 173, type: !11)
!203 = !DILocation(line: 175, column: 2, scope: !200)
!204 = !{i64 4330, i64 4404, i64 4436, i64 4443, i64 4477, i64 4525, i64 4542, i64 4631}
!205 = !DILocation(line: 0, scope: !200)
!206 = !DILocation(line: 181, column: 2, scope: !200)
!207 = distinct !DISubprogram(name: "unknown_instruction", scope: !1, file: !1, line: 184, type: !208, scopeLine: 185, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!208 = !DISubroutineType(types: !209)
!209 = !{null}
!210 = !DILocation(line: 186, column: 2, scope: !207)
!211 = !{i64 4729}
!212 = !DILocation(line: 187, column: 1, scope: !207)
!213 = distinct !DISubprogram(name: "selects", scope: !1, file: !1, line: 190, type: !214, scopeLine: 191, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !216)
!214 = !DISubroutineType(types: !215)
!215 = !{!11, !11, !11}
!216 = !{!217, !218, !219}
!217 = !DILocalVariable(name: "a", arg: 1, scope: !213, file: !1, line: 190, type: !11)
!218 = !DILocalVariable(name: "b", arg: 2, scope: !213, file: !1, line: 190, type: !11)
!219 = !DILocalVariable(name: "v", scope: !213, file: !1, line: 192, type: !11)
!220 = !DILocation(line: 0, scope: !213)
!221 = !DILocation(line: 194, column: 2, scope: !213)
!222 = !{i64 4847, i64 4860}
!223 = !DILocation(line: 195, column: 2, scope: !213)
