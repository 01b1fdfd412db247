; ModuleID = 'gup.c'
source_filename = "gup.c"
target datalayout = "e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32"
target triple = "aarch64-unknown-linux-gnu"

%struct.page = type { i64, i64, i32, i32, ptr, %struct.list, ptr, i32 }
%struct.list = type { ptr, ptr }

@unused_vma = dso_local local_unnamed_addr global ptr null, align 8, !dbg !0

; Function Attrs: nounwind null_pointer_is_valid
define dso_local range(i32 0, 2) i32 @get_user_pages_fast_only(i64 noundef %0, i32 noundef %1, i32 noundef %2, ptr nocapture noundef readnone %3) local_unnamed_addr #0 !dbg !55 {
    #dbg_value(i64 %0, !61, !DIExpression(), !67)
    #dbg_value(i32 %1, !62, !DIExpression(), !67)
    #dbg_value(i32 %2, !63, !DIExpression(), !67)
    #dbg_value(ptr %3, !64, !DIExpression(), !67)
  %5 = tail call i64 asm sideeffect "mrs $0, daif", "=r,~{memory}"() #2, !dbg !68, !srcloc !75
    #dbg_value(i64 %5, !73, !DIExpression(), !76)
  tail call void asm sideeffect "msr daifset, #3", "~{memory}"() #2, !dbg !77, !srcloc !78
    #dbg_value(i64 %5, !66, !DIExpression(), !67)
  %6 = and i32 %2, 1, !dbg !79
    #dbg_value(i64 %0, !80, !DIExpression(), !91)
    #dbg_value(i32 %6, !85, !DIExpression(), !91)
  %7 = tail call i64 asm "mrs $0, sp_el0", "=r"() #3, !dbg !93, !srcloc !100
    #dbg_value(i64 %7, !98, !DIExpression(), !101)
  %8 = inttoptr i64 %7 to ptr, !dbg !102
  %9 = getelementptr inbounds i8, ptr %8, i64 8, !dbg !103
  %10 = load ptr, ptr %9, align 8, !dbg !103
  %11 = getelementptr inbounds i8, ptr %10, i64 8, !dbg !104
  %12 = load ptr, ptr %11, align 8, !dbg !104
    #dbg_value(ptr %12, !86, !DIExpression(), !91)
  %13 = lshr i64 %0, 39, !dbg !105
  %14 = and i64 %13, 511, !dbg !105
  %15 = getelementptr i64, ptr %12, i64 %14, !dbg !105
  %16 = load i64, ptr %15, align 8, !dbg !105
  %17 = and i64 %16, 281474976706560, !dbg !105
  %18 = or disjoint i64 %17, -281474976710656, !dbg !105
  %19 = inttoptr i64 %18 to ptr, !dbg !105
    #dbg_value(ptr %19, !87, !DIExpression(), !91)
  %20 = lshr i64 %0, 30, !dbg !106
  %21 = and i64 %20, 511, !dbg !106
  %22 = getelementptr i64, ptr %19, i64 %21, !dbg !106
  %23 = load i64, ptr %22, align 8, !dbg !106
  %24 = and i64 %23, 281474976706560, !dbg !106
  %25 = or disjoint i64 %24, -281474976710656, !dbg !106
  %26 = inttoptr i64 %25 to ptr, !dbg !106
    #dbg_value(ptr %26, !88, !DIExpression(), !91)
  %27 = lshr i64 %0, 21, !dbg !107
  %28 = and i64 %27, 511, !dbg !108
  %29 = getelementptr i64, ptr %26, i64 %28, !dbg !109
    #dbg_value(ptr %29, !89, !DIExpression(), !91)
  %30 = load volatile i64, ptr %29, align 8, !dbg !110
    #dbg_value(i64 %30, !90, !DIExpression(), !91)
  %31 = and i64 %30, 864691128455135233, !dbg !111
  %32 = icmp eq i64 %31, 0, !dbg !111
  br i1 %32, label %115, label %33, !dbg !113

33:                                               ; preds = %4
  %34 = and i64 %30, 144115188075855872
  %35 = icmp eq i64 %34, 0
  %36 = and i64 %30, 144115188075855874, !dbg !114
  %37 = icmp eq i64 %36, 2, !dbg !114
  br i1 %37, label %71, label %38, !dbg !114

38:                                               ; preds = %33
  %39 = and i64 %30, 288230376151711745, !dbg !116
  %40 = icmp ne i64 %39, 288230376151711744, !dbg !119
    #dbg_value(i64 %30, !120, !DIExpression(), !128)
    #dbg_value(ptr %29, !125, !DIExpression(), !128)
    #dbg_value(i32 %6, !126, !DIExpression(), !128)
    #dbg_value(i64 %30, !130, !DIExpression(), !134)
    #dbg_value(i32 %6, !133, !DIExpression(), !134)
  %41 = and i64 %30, 65
  %42 = icmp eq i64 %41, 65
  %43 = and i1 %40, %42, !dbg !137
  br i1 %43, label %44, label %115, !dbg !137

44:                                               ; preds = %38
  %45 = icmp eq i32 %6, 0, !dbg !138
  %46 = and i64 %30, 2251799813685248, !dbg !139
  %47 = icmp ne i64 %46, 0, !dbg !139
  %48 = or i1 %45, %47, !dbg !139
  %49 = and i1 %35, %48, !dbg !140
  br i1 %49, label %50, label %115, !dbg !140

50:                                               ; preds = %44
    #dbg_value(i64 %30, !141, !DIExpression(DW_OP_constu, 18302628885631598592, DW_OP_and, DW_OP_stack_value), !148)
  %51 = lshr i64 %30, 12, !dbg !150
  %52 = and i64 %51, 68719476224, !dbg !150
  %53 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %52, !dbg !150
    #dbg_value(ptr %53, !146, !DIExpression(), !148)
  %54 = getelementptr inbounds i8, ptr %53, i64 8, !dbg !151
  %55 = load i64, ptr %54, align 8, !dbg !151
    #dbg_value(i64 %55, !147, !DIExpression(), !148)
  %56 = and i64 %55, 1, !dbg !152
  %57 = icmp eq i64 %56, 0, !dbg !152
  %58 = add nsw i64 %55, -1, !dbg !154
  %59 = inttoptr i64 %58 to ptr, !dbg !154
  %60 = select i1 %57, ptr %53, ptr %59, !dbg !154
    #dbg_value(ptr %60, !146, !DIExpression(), !148)
  %61 = getelementptr inbounds i8, ptr %60, i64 20, !dbg !155
  %62 = load i32, ptr %61, align 4, !dbg !156
  %63 = add i32 %62, 1, !dbg !156
  store i32 %63, ptr %61, align 4, !dbg !156
    #dbg_value(ptr %60, !127, !DIExpression(), !128)
  %64 = icmp eq ptr %60, null, !dbg !157
  br i1 %64, label %115, label %65, !dbg !159

65:                                               ; preds = %50
  %66 = load volatile i64, ptr %29, align 8, !dbg !160
  %67 = icmp eq i64 %66, %30, !dbg !162
  br i1 %67, label %115, label %68, !dbg !163

68:                                               ; preds = %65
    #dbg_value(ptr %60, !164, !DIExpression(), !169)
    #dbg_value(ptr %61, !172, !DIExpression(), !180)
    #dbg_value(i32 -1, !179, !DIExpression(), !180)
  %69 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %61, i32 -1, ptr elementtype(i32) %61) #2, !dbg !183, !srcloc !184
    #dbg_value(i32 %69, !178, !DIExpression(), !180)
  %70 = icmp eq i32 %69, 1, !dbg !185
  br i1 %70, label %113, label %115, !dbg !186

71:                                               ; preds = %33
    #dbg_value(i64 %30, !187, !DIExpression(), !195)
    #dbg_value(ptr %29, !190, !DIExpression(), !195)
    #dbg_value(i32 %6, !191, !DIExpression(), !195)
  %72 = and i64 %30, 281474976706560, !dbg !197
  %73 = or disjoint i64 %72, -281474976710656, !dbg !197
  %74 = inttoptr i64 %73 to ptr, !dbg !197
    #dbg_value(ptr %74, !192, !DIExpression(), !195)
  %75 = load volatile i64, ptr %74, align 4096, !dbg !198
    #dbg_value(i64 %75, !193, !DIExpression(), !195)
  %76 = and i64 %75, 288230376151711745, !dbg !199
  %77 = icmp ne i64 %76, 288230376151711744, !dbg !201
    #dbg_value(i64 %75, !130, !DIExpression(), !202)
    #dbg_value(i32 %6, !133, !DIExpression(), !202)
  %78 = and i64 %75, 65
  %79 = icmp eq i64 %78, 65
  %80 = and i1 %77, %79, !dbg !204
  br i1 %80, label %81, label %115, !dbg !204

81:                                               ; preds = %71
  %82 = icmp eq i32 %6, 0, !dbg !205
  %83 = and i64 %75, 2251799813685248, !dbg !206
  %84 = icmp ne i64 %83, 0, !dbg !206
  %85 = or i1 %82, %84, !dbg !206
  %86 = and i64 %75, 216172782113783808
  %87 = icmp eq i64 %86, 0
  %88 = and i1 %87, %85, !dbg !207
  br i1 %88, label %89, label %115, !dbg !207

89:                                               ; preds = %81
    #dbg_value(i64 %75, !141, !DIExpression(), !208)
  %90 = lshr i64 %75, 12, !dbg !210
  %91 = and i64 %90, 68719476735, !dbg !210
  %92 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %91, !dbg !210
    #dbg_value(ptr %92, !146, !DIExpression(), !208)
  %93 = getelementptr inbounds i8, ptr %92, i64 8, !dbg !211
  %94 = load i64, ptr %93, align 8, !dbg !211
    #dbg_value(i64 %94, !147, !DIExpression(), !208)
  %95 = and i64 %94, 1, !dbg !212
  %96 = icmp eq i64 %95, 0, !dbg !212
  %97 = add nsw i64 %94, -1, !dbg !213
  %98 = inttoptr i64 %97 to ptr, !dbg !213
  %99 = select i1 %96, ptr %92, ptr %98, !dbg !213
    #dbg_value(ptr %99, !146, !DIExpression(), !208)
  %100 = getelementptr inbounds i8, ptr %99, i64 20, !dbg !214
  %101 = load i32, ptr %100, align 4, !dbg !215
  %102 = add i32 %101, 1, !dbg !215
  store i32 %102, ptr %100, align 4, !dbg !215
    #dbg_value(ptr %99, !194, !DIExpression(), !195)
  %103 = icmp eq ptr %99, null, !dbg !216
  br i1 %103, label %115, label %104, !dbg !218

104:                                              ; preds = %89
  %105 = load volatile i64, ptr %29, align 8, !dbg !219
  %106 = icmp eq i64 %105, %30, !dbg !221
  br i1 %106, label %107, label %110, !dbg !222

107:                                              ; preds = %104
  %108 = load volatile i64, ptr %74, align 4096, !dbg !223
  %109 = icmp eq i64 %75, %108, !dbg !224
  br i1 %109, label %115, label %110, !dbg !225

110:                                              ; preds = %107, %104
    #dbg_value(ptr %99, !164, !DIExpression(), !226)
    #dbg_value(ptr %100, !172, !DIExpression(), !229)
    #dbg_value(i32 -1, !179, !DIExpression(), !229)
  %111 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %100, i32 -1, ptr elementtype(i32) %100) #2, !dbg !231, !srcloc !184
    #dbg_value(i32 %111, !178, !DIExpression(), !229)
  %112 = icmp eq i32 %111, 1, !dbg !232
  br i1 %112, label %113, label %115, !dbg !233

113:                                              ; preds = %110, %68
  %114 = phi ptr [ %60, %68 ], [ %99, %110 ]
  tail call void @__folio_put(ptr noundef nonnull %114) #4, !dbg !91
  br label %115, !dbg !234

115:                                              ; preds = %4, %38, %44, %50, %65, %68, %71, %81, %89, %107, %110, %113
  %116 = phi i32 [ 0, %4 ], [ 0, %38 ], [ 0, %44 ], [ 0, %50 ], [ 1, %65 ], [ 0, %68 ], [ 0, %81 ], [ 0, %71 ], [ 0, %89 ], [ 1, %107 ], [ 0, %110 ], [ 0, %113 ], !dbg !91
    #dbg_value(i32 %116, !65, !DIExpression(), !67)
    #dbg_value(i64 %5, !235, !DIExpression(), !240)
  tail call void asm sideeffect "msr daif, $0", "r,~{memory}"(i64 %5) #2, !dbg !242, !srcloc !243
  ret i32 %116, !dbg !244
}

; Function Attrs: null_pointer_is_valid
declare !dbg !245 dso_local void @__folio_put(ptr noundef) local_unnamed_addr #1

attributes #0 = { nounwind null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #1 = { null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #2 = { nounwind }
attributes #3 = { nounwind memory(none) }
attributes #4 = { nobuiltin nounwind "no-builtins" }

!llvm.dbg.cu = !{!2}
!llvm.module.flags = !{!49, !50, !51, !52, !53}
!llvm.ident = !{!54}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "unused_vma", scope: !2, file: !3, line: 177, type: !41, isLocal: false, isDefinition: true)
!2 = distinct !DICompileUnit(language: DW_LANG_C11, file: !3, producer: "Debian clang version 19.1.7 (3~deb12u1)", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, retainedTypes: !4, globals: !40, splitDebugInlining: false, nameTableKind: None)
!3 = !DIFile(filename: "gup.c", directory: ".", checksumkind: CSK_MD5, checksum: "e9b0e81142a0bf5177f0b4a8d742be99")
!4 = !{!5, !6, !12, !23}
!5 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: null, size: 64)
!6 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !7, size: 64)
!7 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !8)
!8 = !DIDerivedType(tag: DW_TAG_volatile_type, baseType: !9)
!9 = !DIDerivedType(tag: DW_TAG_typedef, name: "u64", file: !10, line: 4, baseType: !11)
!10 = !DIFile(filename: "./tree.h", directory: ".", checksumkind: CSK_MD5, checksum: "8c9349c2b8ec2e1a017a73b78317fb79")
!11 = !DIBasicType(name: "unsigned long", size: 64, encoding: DW_ATE_unsigned)
!12 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !13, size: 64)
!13 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "task_struct", file: !10, line: 33, size: 128, elements: !14)
!14 = !{!15, !16}
!15 = !DIDerivedType(tag: DW_TAG_member, name: "state", scope: !13, file: !10, line: 34, baseType: !9, size: 64)
!16 = !DIDerivedType(tag: DW_TAG_member, name: "mm", scope: !13, file: !10, line: 35, baseType: !17, size: 64, offset: 64)
!17 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !18, size: 64)
!18 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "mm_struct", file: !10, line: 23, size: 128, elements: !19)
!19 = !{!20, !21}
!20 = !DIDerivedType(tag: DW_TAG_member, name: "notifier_subscriptions", scope: !18, file: !10, line: 24, baseType: !5, size: 64)
!21 = !DIDerivedType(tag: DW_TAG_member, name: "pgd", scope: !18, file: !10, line: 25, baseType: !22, size: 64, offset: 64)
!22 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !9, size: 64)
!23 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !24, size: 64)
!24 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "page", file: !10, line: 12, size: 512, elements: !25)
!25 = !{!26, !27, !28, !31, !32, !33, !38, !39}
!26 = !DIDerivedType(tag: DW_TAG_member, name: "flags", scope: !24, file: !10, line: 13, baseType: !9, size: 64)
!27 = !DIDerivedType(tag: DW_TAG_member, name: "compound_head", scope: !24, file: !10, line: 14, baseType: !9, size: 64, offset: 64)
!28 = !DIDerivedType(tag: DW_TAG_member, name: "compound_order", scope: !24, file: !10, line: 15, baseType: !29, size: 32, offset: 128)
!29 = !DIDerivedType(tag: DW_TAG_typedef, name: "u32", file: !10, line: 3, baseType: !30)
!30 = !DIBasicType(name: "unsigned int", size: 32, encoding: DW_ATE_unsigned)
!31 = !DIDerivedType(tag: DW_TAG_member, name: "_refcount", scope: !24, file: !10, line: 16, baseType: !29, size: 32, offset: 160)
!32 = !DIDerivedType(tag: DW_TAG_member, name: "mapping", scope: !24, file: !10, line: 17, baseType: !5, size: 64, offset: 192)
!33 = !DIDerivedType(tag: DW_TAG_member, name: "lru", scope: !24, file: !10, line: 18, baseType: !34, size: 128, offset: 256)
!34 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "list", file: !10, line: 8, size: 128, elements: !35)
!35 = !{!36, !37}
!36 = !DIDerivedType(tag: DW_TAG_member, name: "next", scope: !34, file: !10, line: 9, baseType: !5, size: 64)
!37 = !DIDerivedType(tag: DW_TAG_member, name: "prev", scope: !34, file: !10, line: 9, baseType: !5, size: 64, offset: 64)
!38 = !DIDerivedType(tag: DW_TAG_member, name: "pmd_huge_pte", scope: !24, file: !10, line: 19, baseType: !23, size: 64, offset: 384)
!39 = !DIDerivedType(tag: DW_TAG_member, name: "ptl", scope: !24, file: !10, line: 20, baseType: !29, size: 32, offset: 448)
!40 = !{!0}
!41 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !42, size: 64)
!42 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "vm_area_struct", file: !10, line: 28, size: 320, elements: !43)
!43 = !{!44, !45, !46, !47, !48}
!44 = !DIDerivedType(tag: DW_TAG_member, name: "vm_mm", scope: !42, file: !10, line: 29, baseType: !17, size: 64)
!45 = !DIDerivedType(tag: DW_TAG_member, name: "vm_start", scope: !42, file: !10, line: 30, baseType: !9, size: 64, offset: 64)
!46 = !DIDerivedType(tag: DW_TAG_member, name: "vm_end", scope: !42, file: !10, line: 30, baseType: !9, size: 64, offset: 128)
!47 = !DIDerivedType(tag: DW_TAG_member, name: "vm_flags", scope: !42, file: !10, line: 30, baseType: !9, size: 64, offset: 192)
!48 = !DIDerivedType(tag: DW_TAG_member, name: "vm_page_prot", scope: !42, file: !10, line: 30, baseType: !9, size: 64, offset: 256)
!49 = !{i32 7, !"Dwarf Version", i32 5}
!50 = !{i32 2, !"Debug Info Version", i32 3}
!51 = !{i32 1, !"wchar_size", i32 4}
!52 = !{i32 7, !"frame-pointer", i32 1}
!53 = !{i32 7, !"debug-info-assignment-tracking", i1 true}
!54 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!55 = distinct !DISubprogram(name: "get_user_pages_fast_only", scope: !3, file: !3, line: 162, type: !56, scopeLine: 163, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !60)
!56 = !DISubroutineType(types: !57)
!57 = !{!58, !9, !58, !29, !59}
!58 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!59 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !23, size: 64)
!60 = !{!61, !62, !63, !64, !65, !66}
!61 = !DILocalVariable(name: "start", arg: 1, scope: !55, file: !3, line: 162, type: !9)
!62 = !DILocalVariable(name: "count", arg: 2, scope: !55, file: !3, line: 162, type: !58)
!63 = !DILocalVariable(name: "flags", arg: 3, scope: !55, file: !3, line: 162, type: !29)
!64 = !DILocalVariable(name: "pages", arg: 4, scope: !55, file: !3, line: 162, type: !59)
!65 = !DILocalVariable(name: "got", scope: !55, file: !3, line: 164, type: !58)
!66 = !DILocalVariable(name: "irqs", scope: !55, file: !3, line: 166, type: !9)
!67 = !DILocation(line: 0, scope: !55)
!68 = !DILocation(line: 31, column: 2, scope: !69, inlinedAt: !74)
!69 = distinct !DISubprogram(name: "irq_save", scope: !3, file: !3, line: 27, type: !70, scopeLine: 28, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !72)
!70 = !DISubroutineType(types: !71)
!71 = !{!9}
!72 = !{!73}
!73 = !DILocalVariable(name: "flags", scope: !69, file: !3, line: 29, type: !9)
!74 = distinct !DILocation(line: 166, column: 13, scope: !55)
!75 = !{i64 673}
!76 = !DILocation(line: 0, scope: !69, inlinedAt: !74)
!77 = !DILocation(line: 32, column: 2, scope: !69, inlinedAt: !74)
!78 = !{i64 731}
!79 = !DILocation(line: 169, column: 26, scope: !55)
!80 = !DILocalVariable(name: "address", arg: 1, scope: !81, file: !3, line: 140, type: !9)
!81 = distinct !DISubprogram(name: "walk", scope: !3, file: !3, line: 140, type: !82, scopeLine: 141, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !84)
!82 = !DISubroutineType(types: !83)
!83 = !{!58, !9, !58}
!84 = !{!80, !85, !86, !87, !88, !89, !90}
!85 = !DILocalVariable(name: "write", arg: 2, scope: !81, file: !3, line: 140, type: !58)
!86 = !DILocalVariable(name: "pgd", scope: !81, file: !3, line: 142, type: !22)
!87 = !DILocalVariable(name: "pud", scope: !81, file: !3, line: 143, type: !22)
!88 = !DILocalVariable(name: "pmds", scope: !81, file: !3, line: 144, type: !22)
!89 = !DILocalVariable(name: "pmdp", scope: !81, file: !3, line: 145, type: !22)
!90 = !DILocalVariable(name: "pmd", scope: !81, file: !3, line: 146, type: !9)
!91 = !DILocation(line: 0, scope: !81, inlinedAt: !92)
!92 = distinct !DILocation(line: 169, column: 8, scope: !55)
!93 = !DILocation(line: 23, column: 2, scope: !94, inlinedAt: !99)
!94 = distinct !DISubprogram(name: "current", scope: !3, file: !3, line: 19, type: !95, scopeLine: 20, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !97)
!95 = !DISubroutineType(types: !96)
!96 = !{!12}
!97 = !{!98}
!98 = !DILocalVariable(name: "task", scope: !94, file: !3, line: 21, type: !9)
!99 = distinct !DILocation(line: 142, column: 13, scope: !81, inlinedAt: !92)
!100 = !{i64 540}
!101 = !DILocation(line: 0, scope: !94, inlinedAt: !99)
!102 = !DILocation(line: 24, column: 9, scope: !94, inlinedAt: !99)
!103 = !DILocation(line: 142, column: 24, scope: !81, inlinedAt: !92)
!104 = !DILocation(line: 142, column: 28, scope: !81, inlinedAt: !92)
!105 = !DILocation(line: 143, column: 13, scope: !81, inlinedAt: !92)
!106 = !DILocation(line: 144, column: 14, scope: !81, inlinedAt: !92)
!107 = !DILocation(line: 145, column: 30, scope: !81, inlinedAt: !92)
!108 = !DILocation(line: 145, column: 36, scope: !81, inlinedAt: !92)
!109 = !DILocation(line: 145, column: 19, scope: !81, inlinedAt: !92)
!110 = !DILocation(line: 146, column: 12, scope: !81, inlinedAt: !92)
!111 = !DILocation(line: 148, column: 12, scope: !112, inlinedAt: !92)
!112 = distinct !DILexicalBlock(scope: !81, file: !3, line: 148, column: 6)
!113 = !DILocation(line: 148, column: 6, scope: !81, inlinedAt: !92)
!114 = !DILocation(line: 154, column: 21, scope: !115, inlinedAt: !92)
!115 = distinct !DILexicalBlock(scope: !81, file: !3, line: 154, column: 6)
!116 = !DILocation(line: 155, column: 12, scope: !117, inlinedAt: !92)
!117 = distinct !DILexicalBlock(scope: !118, file: !3, line: 155, column: 7)
!118 = distinct !DILexicalBlock(scope: !115, file: !3, line: 154, column: 38)
!119 = !DILocation(line: 155, column: 35, scope: !117, inlinedAt: !92)
!120 = !DILocalVariable(name: "pmd", arg: 1, scope: !121, file: !3, line: 96, type: !9)
!121 = distinct !DISubprogram(name: "huge", scope: !3, file: !3, line: 96, type: !122, scopeLine: 97, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !124)
!122 = !DISubroutineType(types: !123)
!123 = !{!58, !9, !22, !58}
!124 = !{!120, !125, !126, !127}
!125 = !DILocalVariable(name: "pmdp", arg: 2, scope: !121, file: !3, line: 96, type: !22)
!126 = !DILocalVariable(name: "write", arg: 3, scope: !121, file: !3, line: 96, type: !58)
!127 = !DILocalVariable(name: "page", scope: !121, file: !3, line: 98, type: !23)
!128 = !DILocation(line: 0, scope: !121, inlinedAt: !129)
!129 = distinct !DILocation(line: 157, column: 10, scope: !118, inlinedAt: !92)
!130 = !DILocalVariable(name: "entry", arg: 1, scope: !131, file: !3, line: 71, type: !9)
!131 = distinct !DISubprogram(name: "permitted", scope: !3, file: !3, line: 71, type: !82, scopeLine: 72, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !132)
!132 = !{!130, !133}
!133 = !DILocalVariable(name: "write", arg: 2, scope: !131, file: !3, line: 71, type: !58)
!134 = !DILocation(line: 0, scope: !131, inlinedAt: !135)
!135 = distinct !DILocation(line: 101, column: 7, scope: !136, inlinedAt: !129)
!136 = distinct !DILexicalBlock(scope: !121, file: !3, line: 101, column: 6)
!137 = !DILocation(line: 155, column: 7, scope: !118, inlinedAt: !92)
!138 = !DILocation(line: 73, column: 57, scope: !131, inlinedAt: !135)
!139 = !DILocation(line: 73, column: 63, scope: !131, inlinedAt: !135)
!140 = !DILocation(line: 101, column: 6, scope: !121, inlinedAt: !129)
!141 = !DILocalVariable(name: "entry", arg: 1, scope: !142, file: !3, line: 76, type: !9)
!142 = distinct !DISubprogram(name: "get", scope: !3, file: !3, line: 76, type: !143, scopeLine: 77, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !145)
!143 = !DISubroutineType(types: !144)
!144 = !{!23, !9}
!145 = !{!141, !146, !147}
!146 = !DILocalVariable(name: "page", scope: !142, file: !3, line: 78, type: !23)
!147 = !DILocalVariable(name: "head", scope: !142, file: !3, line: 79, type: !9)
!148 = !DILocation(line: 0, scope: !142, inlinedAt: !149)
!149 = distinct !DILocation(line: 106, column: 9, scope: !121, inlinedAt: !129)
!150 = !DILocation(line: 78, column: 22, scope: !142, inlinedAt: !149)
!151 = !DILocation(line: 79, column: 19, scope: !142, inlinedAt: !149)
!152 = !DILocation(line: 81, column: 11, scope: !153, inlinedAt: !149)
!153 = distinct !DILexicalBlock(scope: !142, file: !3, line: 81, column: 6)
!154 = !DILocation(line: 81, column: 6, scope: !142, inlinedAt: !149)
!155 = !DILocation(line: 84, column: 8, scope: !142, inlinedAt: !149)
!156 = !DILocation(line: 84, column: 17, scope: !142, inlinedAt: !149)
!157 = !DILocation(line: 107, column: 7, scope: !158, inlinedAt: !129)
!158 = distinct !DILexicalBlock(scope: !121, file: !3, line: 107, column: 6)
!159 = !DILocation(line: 107, column: 6, scope: !121, inlinedAt: !129)
!160 = !DILocation(line: 110, column: 13, scope: !161, inlinedAt: !129)
!161 = distinct !DILexicalBlock(scope: !121, file: !3, line: 110, column: 6)
!162 = !DILocation(line: 110, column: 10, scope: !161, inlinedAt: !129)
!163 = !DILocation(line: 110, column: 6, scope: !121, inlinedAt: !129)
!164 = !DILocalVariable(name: "page", arg: 1, scope: !165, file: !3, line: 90, type: !23)
!165 = distinct !DISubprogram(name: "put", scope: !3, file: !3, line: 90, type: !166, scopeLine: 91, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !168)
!166 = !DISubroutineType(types: !167)
!167 = !{null, !23}
!168 = !{!164}
!169 = !DILocation(line: 0, scope: !165, inlinedAt: !170)
!170 = distinct !DILocation(line: 111, column: 3, scope: !171, inlinedAt: !129)
!171 = distinct !DILexicalBlock(scope: !161, file: !3, line: 110, column: 31)
!172 = !DILocalVariable(name: "p", arg: 1, scope: !173, file: !3, line: 63, type: !176)
!173 = distinct !DISubprogram(name: "dec_return", scope: !3, file: !3, line: 63, type: !174, scopeLine: 64, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !177)
!174 = !DISubroutineType(types: !175)
!175 = !{!29, !176}
!176 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !29, size: 64)
!177 = !{!172, !178, !179}
!178 = !DILocalVariable(name: "old", scope: !173, file: !3, line: 65, type: !29)
!179 = !DILocalVariable(name: "minus", scope: !173, file: !3, line: 65, type: !29)
!180 = !DILocation(line: 0, scope: !173, inlinedAt: !181)
!181 = distinct !DILocation(line: 92, column: 6, scope: !182, inlinedAt: !170)
!182 = distinct !DILexicalBlock(scope: !165, file: !3, line: 92, column: 6)
!183 = !DILocation(line: 67, column: 2, scope: !173, inlinedAt: !181)
!184 = !{i64 1404, i64 1426}
!185 = !DILocation(line: 92, column: 35, scope: !182, inlinedAt: !170)
!186 = !DILocation(line: 92, column: 6, scope: !165, inlinedAt: !170)
!187 = !DILocalVariable(name: "pmd", arg: 1, scope: !188, file: !3, line: 118, type: !9)
!188 = distinct !DISubprogram(name: "small", scope: !3, file: !3, line: 118, type: !122, scopeLine: 119, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !189)
!189 = !{!187, !190, !191, !192, !193, !194}
!190 = !DILocalVariable(name: "pmdp", arg: 2, scope: !188, file: !3, line: 118, type: !22)
!191 = !DILocalVariable(name: "write", arg: 3, scope: !188, file: !3, line: 118, type: !58)
!192 = !DILocalVariable(name: "ptep", scope: !188, file: !3, line: 120, type: !22)
!193 = !DILocalVariable(name: "pte", scope: !188, file: !3, line: 121, type: !9)
!194 = !DILocalVariable(name: "page", scope: !188, file: !3, line: 122, type: !23)
!195 = !DILocation(line: 0, scope: !188, inlinedAt: !196)
!196 = distinct !DILocation(line: 159, column: 9, scope: !81, inlinedAt: !92)
!197 = !DILocation(line: 120, column: 14, scope: !188, inlinedAt: !196)
!198 = !DILocation(line: 121, column: 12, scope: !188, inlinedAt: !196)
!199 = !DILocation(line: 124, column: 11, scope: !200, inlinedAt: !196)
!200 = distinct !DILexicalBlock(scope: !188, file: !3, line: 124, column: 6)
!201 = !DILocation(line: 124, column: 34, scope: !200, inlinedAt: !196)
!202 = !DILocation(line: 0, scope: !131, inlinedAt: !203)
!203 = distinct !DILocation(line: 124, column: 51, scope: !200, inlinedAt: !196)
!204 = !DILocation(line: 124, column: 47, scope: !200, inlinedAt: !196)
!205 = !DILocation(line: 73, column: 57, scope: !131, inlinedAt: !203)
!206 = !DILocation(line: 73, column: 63, scope: !131, inlinedAt: !203)
!207 = !DILocation(line: 124, column: 73, scope: !200, inlinedAt: !196)
!208 = !DILocation(line: 0, scope: !142, inlinedAt: !209)
!209 = distinct !DILocation(line: 126, column: 9, scope: !188, inlinedAt: !196)
!210 = !DILocation(line: 78, column: 22, scope: !142, inlinedAt: !209)
!211 = !DILocation(line: 79, column: 19, scope: !142, inlinedAt: !209)
!212 = !DILocation(line: 81, column: 11, scope: !153, inlinedAt: !209)
!213 = !DILocation(line: 81, column: 6, scope: !142, inlinedAt: !209)
!214 = !DILocation(line: 84, column: 8, scope: !142, inlinedAt: !209)
!215 = !DILocation(line: 84, column: 17, scope: !142, inlinedAt: !209)
!216 = !DILocation(line: 127, column: 7, scope: !217, inlinedAt: !196)
!217 = distinct !DILexicalBlock(scope: !188, file: !3, line: 127, column: 6)
!218 = !DILocation(line: 127, column: 6, scope: !188, inlinedAt: !196)
!219 = !DILocation(line: 132, column: 13, scope: !220, inlinedAt: !196)
!220 = distinct !DILexicalBlock(scope: !188, file: !3, line: 132, column: 6)
!221 = !DILocation(line: 132, column: 10, scope: !220, inlinedAt: !196)
!222 = !DILocation(line: 132, column: 30, scope: !220, inlinedAt: !196)
!223 = !DILocation(line: 132, column: 40, scope: !220, inlinedAt: !196)
!224 = !DILocation(line: 132, column: 37, scope: !220, inlinedAt: !196)
!225 = !DILocation(line: 132, column: 6, scope: !188, inlinedAt: !196)
!226 = !DILocation(line: 0, scope: !165, inlinedAt: !227)
!227 = distinct !DILocation(line: 134, column: 3, scope: !228, inlinedAt: !196)
!228 = distinct !DILexicalBlock(scope: !220, file: !3, line: 132, column: 58)
!229 = !DILocation(line: 0, scope: !173, inlinedAt: !230)
!230 = distinct !DILocation(line: 92, column: 6, scope: !182, inlinedAt: !227)
!231 = !DILocation(line: 67, column: 2, scope: !173, inlinedAt: !230)
!232 = !DILocation(line: 92, column: 35, scope: !182, inlinedAt: !227)
!233 = !DILocation(line: 92, column: 6, scope: !165, inlinedAt: !227)
!234 = !DILocation(line: 160, column: 1, scope: !81, inlinedAt: !92)
!235 = !DILocalVariable(name: "flags", arg: 1, scope: !236, file: !3, line: 36, type: !9)
!236 = distinct !DISubprogram(name: "irq_restore", scope: !3, file: !3, line: 36, type: !237, scopeLine: 37, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !239)
!237 = !DISubroutineType(types: !238)
!238 = !{null, !9}
!239 = !{!235}
!240 = !DILocation(line: 0, scope: !236, inlinedAt: !241)
!241 = distinct !DILocation(line: 171, column: 2, scope: !55)
!242 = !DILocation(line: 38, column: 2, scope: !236, inlinedAt: !241)
!243 = !{i64 842}
!244 = !DILocation(line: 173, column: 2, scope: !55)
!245 = !DISubprogram(name: "__folio_put", scope: !3, file: !3, line: 17, type: !166, flags: DIFlagPrototyped, spFlags: DISPFlagOptimized)
