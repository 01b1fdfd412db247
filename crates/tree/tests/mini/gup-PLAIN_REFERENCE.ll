; ModuleID = 'gup.c'
source_filename = "gup.c"
target datalayout = "e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32"
target triple = "aarch64-unknown-linux-gnu"

%struct.page = type { i64, i64, i32, i32, ptr, %struct.list, ptr, i32 }
%struct.list = type { ptr, ptr }

@unused_vma = dso_local local_unnamed_addr global ptr null, align 8, !dbg !0

; Function Attrs: nounwind null_pointer_is_valid
define dso_local range(i32 0, 2) i32 @get_user_pages_fast_only(i64 noundef %0, i32 noundef %1, i32 noundef %2, ptr nocapture noundef readnone %3) local_unnamed_addr #0 !dbg !60 {
    #dbg_value(i64 %0, !66, !DIExpression(), !72)
    #dbg_value(i32 %1, !67, !DIExpression(), !72)
    #dbg_value(i32 %2, !68, !DIExpression(), !72)
    #dbg_value(ptr %3, !69, !DIExpression(), !72)
  %5 = tail call i64 asm sideeffect "mrs $0, daif", "=r,~{memory}"() #2, !dbg !73, !srcloc !80
    #dbg_value(i64 %5, !78, !DIExpression(), !81)
  tail call void asm sideeffect "msr daifset, #3", "~{memory}"() #2, !dbg !82, !srcloc !83
    #dbg_value(i64 %5, !71, !DIExpression(), !72)
  %6 = and i32 %2, 1, !dbg !84
    #dbg_value(i64 %0, !85, !DIExpression(), !96)
    #dbg_value(i32 %6, !90, !DIExpression(), !96)
  %7 = tail call i64 asm "mrs $0, sp_el0", "=r"() #3, !dbg !98, !srcloc !105
    #dbg_value(i64 %7, !103, !DIExpression(), !106)
  %8 = inttoptr i64 %7 to ptr, !dbg !107
  %9 = getelementptr inbounds i8, ptr %8, i64 8, !dbg !108
  %10 = load ptr, ptr %9, align 8, !dbg !108
  %11 = getelementptr inbounds i8, ptr %10, i64 8, !dbg !109
  %12 = load ptr, ptr %11, align 8, !dbg !109
    #dbg_value(ptr %12, !91, !DIExpression(), !96)
  %13 = lshr i64 %0, 39, !dbg !110
  %14 = and i64 %13, 511, !dbg !110
  %15 = getelementptr i64, ptr %12, i64 %14, !dbg !110
  %16 = load i64, ptr %15, align 8, !dbg !110
  %17 = and i64 %16, 281474976706560, !dbg !110
  %18 = or disjoint i64 %17, -281474976710656, !dbg !110
  %19 = inttoptr i64 %18 to ptr, !dbg !110
    #dbg_value(ptr %19, !92, !DIExpression(), !96)
  %20 = lshr i64 %0, 30, !dbg !111
  %21 = and i64 %20, 511, !dbg !111
  %22 = getelementptr i64, ptr %19, i64 %21, !dbg !111
  %23 = load i64, ptr %22, align 8, !dbg !111
  %24 = and i64 %23, 281474976706560, !dbg !111
  %25 = or disjoint i64 %24, -281474976710656, !dbg !111
  %26 = inttoptr i64 %25 to ptr, !dbg !111
    #dbg_value(ptr %26, !93, !DIExpression(), !96)
  %27 = lshr i64 %0, 21, !dbg !112
  %28 = and i64 %27, 511, !dbg !113
  %29 = getelementptr i64, ptr %26, i64 %28, !dbg !114
    #dbg_value(ptr %29, !94, !DIExpression(), !96)
  %30 = load volatile i64, ptr %29, align 8, !dbg !115
    #dbg_value(i64 %30, !95, !DIExpression(), !96)
    #dbg_value(i64 %30, !116, !DIExpression(), !122)
  %31 = and i64 %30, 864691128455135233, !dbg !125
  %32 = icmp ne i64 %31, 0, !dbg !126
  %33 = zext i1 %32 to i64, !dbg !127
    #dbg_value(i64 %33, !121, !DIExpression(), !122)
  %34 = tail call i64 asm "/* pmdrace pmd_present */", "=r,r,0"(i64 %30, i64 %33) #3, !dbg !128, !srcloc !129
    #dbg_value(i64 %34, !121, !DIExpression(), !122)
  %35 = and i64 %34, 4294967295, !dbg !130
  %36 = icmp eq i64 %35, 0, !dbg !130
  br i1 %36, label %132, label %37, !dbg !131

37:                                               ; preds = %4
    #dbg_value(i64 %30, !132, !DIExpression(), !136)
  %38 = lshr i64 %30, 1, !dbg !139
  %39 = and i64 %38, 1, !dbg !139
  %40 = xor i64 %39, 1, !dbg !139
    #dbg_value(i64 %40, !135, !DIExpression(), !136)
  %41 = tail call i64 asm "/* pmdrace pmd_trans_huge */", "=r,r,0"(i64 %30, i64 %40) #3, !dbg !140, !srcloc !141
    #dbg_value(i64 %41, !135, !DIExpression(), !136)
  %42 = and i64 %41, 4294967295, !dbg !142
  %43 = and i64 %30, 144115188075855872
  %44 = icmp eq i64 %43, 0
  %45 = or disjoint i64 %42, %43, !dbg !143
  %46 = icmp eq i64 %45, 0, !dbg !143
  br i1 %46, label %84, label %47, !dbg !143

47:                                               ; preds = %37
  %48 = and i64 %30, 288230376151711745, !dbg !144
  %49 = icmp eq i64 %48, 288230376151711744, !dbg !147
  br i1 %49, label %132, label %50, !dbg !148

50:                                               ; preds = %47
    #dbg_value(i64 %30, !149, !DIExpression(), !157)
    #dbg_value(ptr %29, !154, !DIExpression(), !157)
    #dbg_value(i32 %6, !155, !DIExpression(), !157)
    #dbg_value(i64 %30, !159, !DIExpression(), !164)
    #dbg_value(i32 %6, !162, !DIExpression(), !164)
    #dbg_value(i64 %30, !167, !DIExpression(), !171)
    #dbg_value(i32 %6, !170, !DIExpression(), !171)
  %51 = and i64 %30, 65, !dbg !173
  %52 = icmp eq i64 %51, 65, !dbg !174
  %53 = icmp eq i32 %6, 0, !dbg !175
  %54 = and i64 %30, 2251799813685248, !dbg !175
  %55 = icmp ne i64 %54, 0, !dbg !175
  %56 = or i1 %53, %55, !dbg !175
  %57 = and i1 %52, %56, !dbg !175
  %58 = zext i1 %57 to i64, !dbg !175
    #dbg_value(i64 %58, !163, !DIExpression(), !164)
  %59 = tail call i64 asm "/* pmdrace pmd_access_permitted */", "=r,r,0"(i64 %30, i64 %58) #3, !dbg !176, !srcloc !177
    #dbg_value(i64 %59, !163, !DIExpression(), !164)
  %60 = and i64 %59, 4294967295, !dbg !178
  %61 = icmp ne i64 %60, 0, !dbg !178
  %62 = and i1 %44, %61, !dbg !179
  br i1 %62, label %63, label %132, !dbg !179

63:                                               ; preds = %50
    #dbg_value(i64 %30, !180, !DIExpression(DW_OP_constu, 18302628885631598592, DW_OP_and, DW_OP_stack_value), !187)
  %64 = lshr i64 %30, 12, !dbg !189
  %65 = and i64 %64, 68719476224, !dbg !189
  %66 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %65, !dbg !189
    #dbg_value(ptr %66, !185, !DIExpression(), !187)
  %67 = getelementptr inbounds i8, ptr %66, i64 8, !dbg !190
  %68 = load i64, ptr %67, align 8, !dbg !190
    #dbg_value(i64 %68, !186, !DIExpression(), !187)
  %69 = and i64 %68, 1, !dbg !191
  %70 = icmp eq i64 %69, 0, !dbg !191
  %71 = add nsw i64 %68, -1, !dbg !193
  %72 = inttoptr i64 %71 to ptr, !dbg !193
  %73 = select i1 %70, ptr %66, ptr %72, !dbg !193
    #dbg_value(ptr %73, !185, !DIExpression(), !187)
  %74 = getelementptr inbounds i8, ptr %73, i64 20, !dbg !194
  %75 = load i32, ptr %74, align 4, !dbg !195
  %76 = add i32 %75, 1, !dbg !195
  store i32 %76, ptr %74, align 4, !dbg !195
    #dbg_value(ptr %73, !156, !DIExpression(), !157)
  %77 = icmp eq ptr %73, null, !dbg !196
  br i1 %77, label %132, label %78, !dbg !198

78:                                               ; preds = %63
  %79 = load volatile i64, ptr %29, align 8, !dbg !199
  %80 = icmp eq i64 %79, %30, !dbg !201
  br i1 %80, label %132, label %81, !dbg !202

81:                                               ; preds = %78
    #dbg_value(ptr %73, !203, !DIExpression(), !208)
    #dbg_value(ptr %74, !211, !DIExpression(), !219)
    #dbg_value(i32 -1, !218, !DIExpression(), !219)
  %82 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %74, i32 -1, ptr elementtype(i32) %74) #2, !dbg !222, !srcloc !223
    #dbg_value(i32 %82, !217, !DIExpression(), !219)
  %83 = icmp eq i32 %82, 1, !dbg !224
  br i1 %83, label %130, label %132, !dbg !225

84:                                               ; preds = %37
    #dbg_value(i64 %30, !226, !DIExpression(), !234)
    #dbg_value(ptr %29, !229, !DIExpression(), !234)
    #dbg_value(i32 %6, !230, !DIExpression(), !234)
  %85 = and i64 %30, 281474976706560, !dbg !236
  %86 = or disjoint i64 %85, -281474976710656, !dbg !236
  %87 = inttoptr i64 %86 to ptr, !dbg !236
    #dbg_value(ptr %87, !231, !DIExpression(), !234)
  %88 = load volatile i64, ptr %87, align 4096, !dbg !237
    #dbg_value(i64 %88, !232, !DIExpression(), !234)
  %89 = and i64 %88, 288230376151711745, !dbg !238
  %90 = icmp eq i64 %89, 288230376151711744, !dbg !240
  br i1 %90, label %132, label %91, !dbg !241

91:                                               ; preds = %84
    #dbg_value(i64 %88, !242, !DIExpression(), !247)
    #dbg_value(i32 %6, !245, !DIExpression(), !247)
    #dbg_value(i64 %88, !167, !DIExpression(), !249)
    #dbg_value(i32 %6, !170, !DIExpression(), !249)
  %92 = and i64 %88, 65, !dbg !251
  %93 = icmp eq i64 %92, 65, !dbg !252
  %94 = icmp eq i32 %6, 0, !dbg !253
  %95 = and i64 %88, 2251799813685248, !dbg !253
  %96 = icmp ne i64 %95, 0, !dbg !253
  %97 = or i1 %94, %96, !dbg !253
  %98 = and i1 %93, %97, !dbg !253
  %99 = zext i1 %98 to i64, !dbg !253
    #dbg_value(i64 %99, !246, !DIExpression(), !247)
  %100 = tail call i64 asm "/* pmdrace pte_access_permitted */", "=r,r,0"(i64 %88, i64 %99) #3, !dbg !254, !srcloc !255
    #dbg_value(i64 %100, !246, !DIExpression(), !247)
  %101 = and i64 %100, 4294967295, !dbg !256
  %102 = icmp ne i64 %101, 0, !dbg !256
  %103 = and i64 %88, 216172782113783808
  %104 = icmp eq i64 %103, 0
  %105 = and i1 %104, %102, !dbg !257
  br i1 %105, label %106, label %132, !dbg !257

106:                                              ; preds = %91
    #dbg_value(i64 %88, !180, !DIExpression(), !258)
  %107 = lshr i64 %88, 12, !dbg !260
  %108 = and i64 %107, 68719476735, !dbg !260
  %109 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %108, !dbg !260
    #dbg_value(ptr %109, !185, !DIExpression(), !258)
  %110 = getelementptr inbounds i8, ptr %109, i64 8, !dbg !261
  %111 = load i64, ptr %110, align 8, !dbg !261
    #dbg_value(i64 %111, !186, !DIExpression(), !258)
  %112 = and i64 %111, 1, !dbg !262
  %113 = icmp eq i64 %112, 0, !dbg !262
  %114 = add nsw i64 %111, -1, !dbg !263
  %115 = inttoptr i64 %114 to ptr, !dbg !263
  %116 = select i1 %113, ptr %109, ptr %115, !dbg !263
    #dbg_value(ptr %116, !185, !DIExpression(), !258)
  %117 = getelementptr inbounds i8, ptr %116, i64 20, !dbg !264
  %118 = load i32, ptr %117, align 4, !dbg !265
  %119 = add i32 %118, 1, !dbg !265
  store i32 %119, ptr %117, align 4, !dbg !265
    #dbg_value(ptr %116, !233, !DIExpression(), !234)
  %120 = icmp eq ptr %116, null, !dbg !266
  br i1 %120, label %132, label %121, !dbg !268

121:                                              ; preds = %106
  %122 = load volatile i64, ptr %29, align 8, !dbg !269
  %123 = icmp eq i64 %122, %30, !dbg !271
  br i1 %123, label %124, label %127, !dbg !272

124:                                              ; preds = %121
  %125 = load volatile i64, ptr %87, align 4096, !dbg !273
  %126 = icmp eq i64 %88, %125, !dbg !274
  br i1 %126, label %132, label %127, !dbg !275

127:                                              ; preds = %124, %121
    #dbg_value(ptr %116, !203, !DIExpression(), !276)
    #dbg_value(ptr %117, !211, !DIExpression(), !279)
    #dbg_value(i32 -1, !218, !DIExpression(), !279)
  %128 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %117, i32 -1, ptr elementtype(i32) %117) #2, !dbg !281, !srcloc !223
    #dbg_value(i32 %128, !217, !DIExpression(), !279)
  %129 = icmp eq i32 %128, 1, !dbg !282
  br i1 %129, label %130, label %132, !dbg !283

130:                                              ; preds = %127, %81
  %131 = phi ptr [ %73, %81 ], [ %116, %127 ]
  tail call void @__folio_put(ptr noundef nonnull %131) #4, !dbg !96
  br label %132, !dbg !284

132:                                              ; preds = %4, %47, %50, %63, %78, %81, %84, %91, %106, %124, %127, %130
  %133 = phi i32 [ 0, %4 ], [ 0, %47 ], [ 0, %50 ], [ 0, %63 ], [ 1, %78 ], [ 0, %81 ], [ 0, %91 ], [ 0, %84 ], [ 0, %106 ], [ 1, %124 ], [ 0, %127 ], [ 0, %130 ], !dbg !96
    #dbg_value(i32 %133, !70, !DIExpression(), !72)
    #dbg_value(i64 %5, !285, !DIExpression(), !290)
  tail call void asm sideeffect "msr daif, $0", "r,~{memory}"(i64 %5) #2, !dbg !292, !srcloc !293
  ret i32 %133, !dbg !294
}

; Function Attrs: null_pointer_is_valid
declare !dbg !295 dso_local void @__folio_put(ptr noundef) local_unnamed_addr #1

attributes #0 = { nounwind null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #1 = { null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #2 = { nounwind }
attributes #3 = { nounwind memory(none) }
attributes #4 = { nobuiltin nounwind "no-builtins" }

!llvm.dbg.cu = !{!2}
!llvm.module.flags = !{!54, !55, !56, !57, !58}
!llvm.ident = !{!59}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "unused_vma", scope: !2, file: !3, line: 229, type: !46, isLocal: false, isDefinition: true)
!2 = distinct !DICompileUnit(language: DW_LANG_C11, file: !3, producer: "Debian clang version 19.1.7 (3~deb12u1)", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, retainedTypes: !4, globals: !45, splitDebugInlining: false, nameTableKind: None)
!3 = !DIFile(filename: "gup.c", directory: ".", checksumkind: CSK_MD5, checksum: "b8c93d93da6a8fbedcb4a7bd0560dbc1")
!4 = !{!5, !6, !12, !28}
!5 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: null, size: 64)
!6 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !7, size: 64)
!7 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !8)
!8 = !DIDerivedType(tag: DW_TAG_volatile_type, baseType: !9)
!9 = !DIDerivedType(tag: DW_TAG_typedef, name: "u64", file: !10, line: 4, baseType: !11)
!10 = !DIFile(filename: "./tree.h", directory: ".", checksumkind: CSK_MD5, checksum: "f07c8419e110ccfa3beaf448413da030")
!11 = !DIBasicType(name: "unsigned long", size: 64, encoding: DW_ATE_unsigned)
!12 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !13, size: 64)
!13 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "task_struct", file: !10, line: 36, size: 128, elements: !14)
!14 = !{!15, !16}
!15 = !DIDerivedType(tag: DW_TAG_member, name: "state", scope: !13, file: !10, line: 37, baseType: !9, size: 64)
!16 = !DIDerivedType(tag: DW_TAG_member, name: "mm", scope: !13, file: !10, line: 38, baseType: !17, size: 64, offset: 64)
!17 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !18, size: 64)
!18 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "mm_struct", file: !10, line: 23, size: 192, elements: !19)
!19 = !{!20, !21, !23}
!20 = !DIDerivedType(tag: DW_TAG_member, name: "notifier_subscriptions", scope: !18, file: !10, line: 24, baseType: !5, size: 64)
!21 = !DIDerivedType(tag: DW_TAG_member, name: "pgd", scope: !18, file: !10, line: 25, baseType: !22, size: 64, offset: 64)
!22 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !9, size: 64)
!23 = !DIDerivedType(tag: DW_TAG_member, name: "mmap_lock", scope: !18, file: !10, line: 28, baseType: !24, size: 64, offset: 128)
!24 = distinct !DICompositeType(tag: DW_TAG_structure_type, scope: !18, file: !10, line: 26, size: 64, elements: !25)
!25 = !{!26}
!26 = !DIDerivedType(tag: DW_TAG_member, name: "count", scope: !24, file: !10, line: 27, baseType: !27, size: 64)
!27 = !DIBasicType(name: "long", size: 64, encoding: DW_ATE_signed)
!28 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !29, size: 64)
!29 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "page", file: !10, line: 12, size: 512, elements: !30)
!30 = !{!31, !32, !33, !36, !37, !38, !43, !44}
!31 = !DIDerivedType(tag: DW_TAG_member, name: "flags", scope: !29, file: !10, line: 13, baseType: !9, size: 64)
!32 = !DIDerivedType(tag: DW_TAG_member, name: "compound_head", scope: !29, file: !10, line: 14, baseType: !9, size: 64, offset: 64)
!33 = !DIDerivedType(tag: DW_TAG_member, name: "compound_order", scope: !29, file: !10, line: 15, baseType: !34, size: 32, offset: 128)
!34 = !DIDerivedType(tag: DW_TAG_typedef, name: "u32", file: !10, line: 3, baseType: !35)
!35 = !DIBasicType(name: "unsigned int", size: 32, encoding: DW_ATE_unsigned)
!36 = !DIDerivedType(tag: DW_TAG_member, name: "_refcount", scope: !29, file: !10, line: 16, baseType: !34, size: 32, offset: 160)
!37 = !DIDerivedType(tag: DW_TAG_member, name: "mapping", scope: !29, file: !10, line: 17, baseType: !5, size: 64, offset: 192)
!38 = !DIDerivedType(tag: DW_TAG_member, name: "lru", scope: !29, file: !10, line: 18, baseType: !39, size: 128, offset: 256)
!39 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "list", file: !10, line: 8, size: 128, elements: !40)
!40 = !{!41, !42}
!41 = !DIDerivedType(tag: DW_TAG_member, name: "next", scope: !39, file: !10, line: 9, baseType: !5, size: 64)
!42 = !DIDerivedType(tag: DW_TAG_member, name: "prev", scope: !39, file: !10, line: 9, baseType: !5, size: 64, offset: 64)
!43 = !DIDerivedType(tag: DW_TAG_member, name: "pmd_huge_pte", scope: !29, file: !10, line: 19, baseType: !28, size: 64, offset: 384)
!44 = !DIDerivedType(tag: DW_TAG_member, name: "ptl", scope: !29, file: !10, line: 20, baseType: !34, size: 32, offset: 448)
!45 = !{!0}
!46 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !47, size: 64)
!47 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "vm_area_struct", file: !10, line: 31, size: 320, elements: !48)
!48 = !{!49, !50, !51, !52, !53}
!49 = !DIDerivedType(tag: DW_TAG_member, name: "vm_mm", scope: !47, file: !10, line: 32, baseType: !17, size: 64)
!50 = !DIDerivedType(tag: DW_TAG_member, name: "vm_start", scope: !47, file: !10, line: 33, baseType: !9, size: 64, offset: 64)
!51 = !DIDerivedType(tag: DW_TAG_member, name: "vm_end", scope: !47, file: !10, line: 33, baseType: !9, size: 64, offset: 128)
!52 = !DIDerivedType(tag: DW_TAG_member, name: "vm_flags", scope: !47, file: !10, line: 33, baseType: !9, size: 64, offset: 192)
!53 = !DIDerivedType(tag: DW_TAG_member, name: "vm_page_prot", scope: !47, file: !10, line: 33, baseType: !9, size: 64, offset: 256)
!54 = !{i32 7, !"Dwarf Version", i32 5}
!55 = !{i32 2, !"Debug Info Version", i32 3}
!56 = !{i32 1, !"wchar_size", i32 4}
!57 = !{i32 7, !"frame-pointer", i32 1}
!58 = !{i32 7, !"debug-info-assignment-tracking", i1 true}
!59 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!60 = distinct !DISubprogram(name: "get_user_pages_fast_only", scope: !3, file: !3, line: 214, type: !61, scopeLine: 215, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !65)
!61 = !DISubroutineType(types: !62)
!62 = !{!63, !9, !63, !34, !64}
!63 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!64 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !28, size: 64)
!65 = !{!66, !67, !68, !69, !70, !71}
!66 = !DILocalVariable(name: "start", arg: 1, scope: !60, file: !3, line: 214, type: !9)
!67 = !DILocalVariable(name: "count", arg: 2, scope: !60, file: !3, line: 214, type: !63)
!68 = !DILocalVariable(name: "flags", arg: 3, scope: !60, file: !3, line: 214, type: !34)
!69 = !DILocalVariable(name: "pages", arg: 4, scope: !60, file: !3, line: 214, type: !64)
!70 = !DILocalVariable(name: "got", scope: !60, file: !3, line: 216, type: !63)
!71 = !DILocalVariable(name: "irqs", scope: !60, file: !3, line: 218, type: !9)
!72 = !DILocation(line: 0, scope: !60)
!73 = !DILocation(line: 40, column: 2, scope: !74, inlinedAt: !79)
!74 = distinct !DISubprogram(name: "irq_save", scope: !3, file: !3, line: 36, type: !75, scopeLine: 37, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !77)
!75 = !DISubroutineType(types: !76)
!76 = !{!9}
!77 = !{!78}
!78 = !DILocalVariable(name: "flags", scope: !74, file: !3, line: 38, type: !9)
!79 = distinct !DILocation(line: 218, column: 13, scope: !60)
!80 = !{i64 1111}
!81 = !DILocation(line: 0, scope: !74, inlinedAt: !79)
!82 = !DILocation(line: 41, column: 2, scope: !74, inlinedAt: !79)
!83 = !{i64 1169}
!84 = !DILocation(line: 221, column: 26, scope: !60)
!85 = !DILocalVariable(name: "address", arg: 1, scope: !86, file: !3, line: 192, type: !9)
!86 = distinct !DISubprogram(name: "walk", scope: !3, file: !3, line: 192, type: !87, scopeLine: 193, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !89)
!87 = !DISubroutineType(types: !88)
!88 = !{!63, !9, !63}
!89 = !{!85, !90, !91, !92, !93, !94, !95}
!90 = !DILocalVariable(name: "write", arg: 2, scope: !86, file: !3, line: 192, type: !63)
!91 = !DILocalVariable(name: "pgd", scope: !86, file: !3, line: 194, type: !22)
!92 = !DILocalVariable(name: "pud", scope: !86, file: !3, line: 195, type: !22)
!93 = !DILocalVariable(name: "pmds", scope: !86, file: !3, line: 196, type: !22)
!94 = !DILocalVariable(name: "pmdp", scope: !86, file: !3, line: 197, type: !22)
!95 = !DILocalVariable(name: "pmd", scope: !86, file: !3, line: 198, type: !9)
!96 = !DILocation(line: 0, scope: !86, inlinedAt: !97)
!97 = distinct !DILocation(line: 221, column: 8, scope: !60)
!98 = !DILocation(line: 32, column: 2, scope: !99, inlinedAt: !104)
!99 = distinct !DISubprogram(name: "current", scope: !3, file: !3, line: 28, type: !100, scopeLine: 29, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !102)
!100 = !DISubroutineType(types: !101)
!101 = !{!12}
!102 = !{!103}
!103 = !DILocalVariable(name: "task", scope: !99, file: !3, line: 30, type: !9)
!104 = distinct !DILocation(line: 194, column: 13, scope: !86, inlinedAt: !97)
!105 = !{i64 978}
!106 = !DILocation(line: 0, scope: !99, inlinedAt: !104)
!107 = !DILocation(line: 33, column: 9, scope: !99, inlinedAt: !104)
!108 = !DILocation(line: 194, column: 24, scope: !86, inlinedAt: !97)
!109 = !DILocation(line: 194, column: 28, scope: !86, inlinedAt: !97)
!110 = !DILocation(line: 195, column: 13, scope: !86, inlinedAt: !97)
!111 = !DILocation(line: 196, column: 14, scope: !86, inlinedAt: !97)
!112 = !DILocation(line: 197, column: 30, scope: !86, inlinedAt: !97)
!113 = !DILocation(line: 197, column: 36, scope: !86, inlinedAt: !97)
!114 = !DILocation(line: 197, column: 19, scope: !86, inlinedAt: !97)
!115 = !DILocation(line: 198, column: 12, scope: !86, inlinedAt: !97)
!116 = !DILocalVariable(name: "pmd", arg: 1, scope: !117, file: !3, line: 101, type: !9)
!117 = distinct !DISubprogram(name: "pmd_present", scope: !3, file: !3, line: 101, type: !118, scopeLine: 102, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !120)
!118 = !DISubroutineType(types: !119)
!119 = !{!63, !9}
!120 = !{!116, !121}
!121 = !DILocalVariable(name: "answer", scope: !117, file: !3, line: 103, type: !9)
!122 = !DILocation(line: 0, scope: !117, inlinedAt: !123)
!123 = distinct !DILocation(line: 200, column: 7, scope: !124, inlinedAt: !97)
!124 = distinct !DILexicalBlock(scope: !86, file: !3, line: 200, column: 6)
!125 = !DILocation(line: 103, column: 22, scope: !117, inlinedAt: !123)
!126 = !DILocation(line: 103, column: 16, scope: !117, inlinedAt: !123)
!127 = !DILocation(line: 103, column: 15, scope: !117, inlinedAt: !123)
!128 = !DILocation(line: 105, column: 2, scope: !117, inlinedAt: !123)
!129 = !{i64 2147507571}
!130 = !DILocation(line: 200, column: 7, scope: !124, inlinedAt: !97)
!131 = !DILocation(line: 200, column: 6, scope: !86, inlinedAt: !97)
!132 = !DILocalVariable(name: "pmd", arg: 1, scope: !133, file: !3, line: 110, type: !9)
!133 = distinct !DISubprogram(name: "pmd_trans_huge", scope: !3, file: !3, line: 110, type: !118, scopeLine: 111, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !134)
!134 = !{!132, !135}
!135 = !DILocalVariable(name: "answer", scope: !133, file: !3, line: 112, type: !9)
!136 = !DILocation(line: 0, scope: !133, inlinedAt: !137)
!137 = distinct !DILocation(line: 206, column: 6, scope: !138, inlinedAt: !97)
!138 = distinct !DILexicalBlock(scope: !86, file: !3, line: 206, column: 6)
!139 = !DILocation(line: 112, column: 15, scope: !133, inlinedAt: !137)
!140 = !DILocation(line: 114, column: 2, scope: !133, inlinedAt: !137)
!141 = !{i64 2147507687}
!142 = !DILocation(line: 206, column: 6, scope: !138, inlinedAt: !97)
!143 = !DILocation(line: 206, column: 26, scope: !138, inlinedAt: !97)
!144 = !DILocation(line: 207, column: 12, scope: !145, inlinedAt: !97)
!145 = distinct !DILexicalBlock(scope: !146, file: !3, line: 207, column: 7)
!146 = distinct !DILexicalBlock(scope: !138, file: !3, line: 206, column: 43)
!147 = !DILocation(line: 207, column: 35, scope: !145, inlinedAt: !97)
!148 = !DILocation(line: 207, column: 7, scope: !146, inlinedAt: !97)
!149 = !DILocalVariable(name: "pmd", arg: 1, scope: !150, file: !3, line: 138, type: !9)
!150 = distinct !DISubprogram(name: "huge", scope: !3, file: !3, line: 138, type: !151, scopeLine: 139, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !153)
!151 = !DISubroutineType(types: !152)
!152 = !{!63, !9, !22, !63}
!153 = !{!149, !154, !155, !156}
!154 = !DILocalVariable(name: "pmdp", arg: 2, scope: !150, file: !3, line: 138, type: !22)
!155 = !DILocalVariable(name: "write", arg: 3, scope: !150, file: !3, line: 138, type: !63)
!156 = !DILocalVariable(name: "page", scope: !150, file: !3, line: 140, type: !28)
!157 = !DILocation(line: 0, scope: !150, inlinedAt: !158)
!158 = distinct !DILocation(line: 209, column: 10, scope: !146, inlinedAt: !97)
!159 = !DILocalVariable(name: "pmd", arg: 1, scope: !160, file: !3, line: 85, type: !9)
!160 = distinct !DISubprogram(name: "pmd_access_permitted", scope: !3, file: !3, line: 85, type: !87, scopeLine: 86, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !161)
!161 = !{!159, !162, !163}
!162 = !DILocalVariable(name: "write", arg: 2, scope: !160, file: !3, line: 85, type: !63)
!163 = !DILocalVariable(name: "answer", scope: !160, file: !3, line: 87, type: !9)
!164 = !DILocation(line: 0, scope: !160, inlinedAt: !165)
!165 = distinct !DILocation(line: 143, column: 7, scope: !166, inlinedAt: !158)
!166 = distinct !DILexicalBlock(scope: !150, file: !3, line: 143, column: 6)
!167 = !DILocalVariable(name: "entry", arg: 1, scope: !168, file: !3, line: 80, type: !9)
!168 = distinct !DISubprogram(name: "permitted", scope: !3, file: !3, line: 80, type: !87, scopeLine: 81, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !169)
!169 = !{!167, !170}
!170 = !DILocalVariable(name: "write", arg: 2, scope: !168, file: !3, line: 80, type: !63)
!171 = !DILocation(line: 0, scope: !168, inlinedAt: !172)
!172 = distinct !DILocation(line: 87, column: 15, scope: !160, inlinedAt: !165)
!173 = !DILocation(line: 82, column: 16, scope: !168, inlinedAt: !172)
!174 = !DILocation(line: 82, column: 34, scope: !168, inlinedAt: !172)
!175 = !DILocation(line: 82, column: 52, scope: !168, inlinedAt: !172)
!176 = !DILocation(line: 89, column: 2, scope: !160, inlinedAt: !165)
!177 = !{i64 2147507308}
!178 = !DILocation(line: 143, column: 7, scope: !166, inlinedAt: !158)
!179 = !DILocation(line: 143, column: 6, scope: !150, inlinedAt: !158)
!180 = !DILocalVariable(name: "entry", arg: 1, scope: !181, file: !3, line: 118, type: !9)
!181 = distinct !DISubprogram(name: "get", scope: !3, file: !3, line: 118, type: !182, scopeLine: 119, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !184)
!182 = !DISubroutineType(types: !183)
!183 = !{!28, !9}
!184 = !{!180, !185, !186}
!185 = !DILocalVariable(name: "page", scope: !181, file: !3, line: 120, type: !28)
!186 = !DILocalVariable(name: "head", scope: !181, file: !3, line: 121, type: !9)
!187 = !DILocation(line: 0, scope: !181, inlinedAt: !188)
!188 = distinct !DILocation(line: 148, column: 9, scope: !150, inlinedAt: !158)
!189 = !DILocation(line: 120, column: 22, scope: !181, inlinedAt: !188)
!190 = !DILocation(line: 121, column: 19, scope: !181, inlinedAt: !188)
!191 = !DILocation(line: 123, column: 11, scope: !192, inlinedAt: !188)
!192 = distinct !DILexicalBlock(scope: !181, file: !3, line: 123, column: 6)
!193 = !DILocation(line: 123, column: 6, scope: !181, inlinedAt: !188)
!194 = !DILocation(line: 126, column: 8, scope: !181, inlinedAt: !188)
!195 = !DILocation(line: 126, column: 17, scope: !181, inlinedAt: !188)
!196 = !DILocation(line: 149, column: 7, scope: !197, inlinedAt: !158)
!197 = distinct !DILexicalBlock(scope: !150, file: !3, line: 149, column: 6)
!198 = !DILocation(line: 149, column: 6, scope: !150, inlinedAt: !158)
!199 = !DILocation(line: 155, column: 13, scope: !200, inlinedAt: !158)
!200 = distinct !DILexicalBlock(scope: !150, file: !3, line: 155, column: 6)
!201 = !DILocation(line: 155, column: 10, scope: !200, inlinedAt: !158)
!202 = !DILocation(line: 155, column: 6, scope: !150, inlinedAt: !158)
!203 = !DILocalVariable(name: "page", arg: 1, scope: !204, file: !3, line: 132, type: !28)
!204 = distinct !DISubprogram(name: "put", scope: !3, file: !3, line: 132, type: !205, scopeLine: 133, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !207)
!205 = !DISubroutineType(types: !206)
!206 = !{null, !28}
!207 = !{!203}
!208 = !DILocation(line: 0, scope: !204, inlinedAt: !209)
!209 = distinct !DILocation(line: 163, column: 3, scope: !210, inlinedAt: !158)
!210 = distinct !DILexicalBlock(scope: !200, file: !3, line: 155, column: 31)
!211 = !DILocalVariable(name: "p", arg: 1, scope: !212, file: !3, line: 72, type: !215)
!212 = distinct !DISubprogram(name: "dec_return", scope: !3, file: !3, line: 72, type: !213, scopeLine: 73, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !216)
!213 = !DISubroutineType(types: !214)
!214 = !{!34, !215}
!215 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !34, size: 64)
!216 = !{!211, !217, !218}
!217 = !DILocalVariable(name: "old", scope: !212, file: !3, line: 74, type: !34)
!218 = !DILocalVariable(name: "minus", scope: !212, file: !3, line: 74, type: !34)
!219 = !DILocation(line: 0, scope: !212, inlinedAt: !220)
!220 = distinct !DILocation(line: 134, column: 6, scope: !221, inlinedAt: !209)
!221 = distinct !DILexicalBlock(scope: !204, file: !3, line: 134, column: 6)
!222 = !DILocation(line: 76, column: 2, scope: !212, inlinedAt: !220)
!223 = !{i64 1842, i64 1864}
!224 = !DILocation(line: 134, column: 35, scope: !221, inlinedAt: !209)
!225 = !DILocation(line: 134, column: 6, scope: !204, inlinedAt: !209)
!226 = !DILocalVariable(name: "pmd", arg: 1, scope: !227, file: !3, line: 170, type: !9)
!227 = distinct !DISubprogram(name: "small", scope: !3, file: !3, line: 170, type: !151, scopeLine: 171, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !228)
!228 = !{!226, !229, !230, !231, !232, !233}
!229 = !DILocalVariable(name: "pmdp", arg: 2, scope: !227, file: !3, line: 170, type: !22)
!230 = !DILocalVariable(name: "write", arg: 3, scope: !227, file: !3, line: 170, type: !63)
!231 = !DILocalVariable(name: "ptep", scope: !227, file: !3, line: 172, type: !22)
!232 = !DILocalVariable(name: "pte", scope: !227, file: !3, line: 173, type: !9)
!233 = !DILocalVariable(name: "page", scope: !227, file: !3, line: 174, type: !28)
!234 = !DILocation(line: 0, scope: !227, inlinedAt: !235)
!235 = distinct !DILocation(line: 211, column: 9, scope: !86, inlinedAt: !97)
!236 = !DILocation(line: 172, column: 14, scope: !227, inlinedAt: !235)
!237 = !DILocation(line: 173, column: 12, scope: !227, inlinedAt: !235)
!238 = !DILocation(line: 176, column: 11, scope: !239, inlinedAt: !235)
!239 = distinct !DILexicalBlock(scope: !227, file: !3, line: 176, column: 6)
!240 = !DILocation(line: 176, column: 34, scope: !239, inlinedAt: !235)
!241 = !DILocation(line: 176, column: 47, scope: !239, inlinedAt: !235)
!242 = !DILocalVariable(name: "pte", arg: 1, scope: !243, file: !3, line: 93, type: !9)
!243 = distinct !DISubprogram(name: "pte_access_permitted", scope: !3, file: !3, line: 93, type: !87, scopeLine: 94, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !244)
!244 = !{!242, !245, !246}
!245 = !DILocalVariable(name: "write", arg: 2, scope: !243, file: !3, line: 93, type: !63)
!246 = !DILocalVariable(name: "answer", scope: !243, file: !3, line: 95, type: !9)
!247 = !DILocation(line: 0, scope: !243, inlinedAt: !248)
!248 = distinct !DILocation(line: 176, column: 51, scope: !239, inlinedAt: !235)
!249 = !DILocation(line: 0, scope: !168, inlinedAt: !250)
!250 = distinct !DILocation(line: 95, column: 15, scope: !243, inlinedAt: !248)
!251 = !DILocation(line: 82, column: 16, scope: !168, inlinedAt: !250)
!252 = !DILocation(line: 82, column: 34, scope: !168, inlinedAt: !250)
!253 = !DILocation(line: 82, column: 52, scope: !168, inlinedAt: !250)
!254 = !DILocation(line: 97, column: 2, scope: !243, inlinedAt: !248)
!255 = !{i64 2147507422}
!256 = !DILocation(line: 176, column: 51, scope: !239, inlinedAt: !235)
!257 = !DILocation(line: 176, column: 84, scope: !239, inlinedAt: !235)
!258 = !DILocation(line: 0, scope: !181, inlinedAt: !259)
!259 = distinct !DILocation(line: 178, column: 9, scope: !227, inlinedAt: !235)
!260 = !DILocation(line: 120, column: 22, scope: !181, inlinedAt: !259)
!261 = !DILocation(line: 121, column: 19, scope: !181, inlinedAt: !259)
!262 = !DILocation(line: 123, column: 11, scope: !192, inlinedAt: !259)
!263 = !DILocation(line: 123, column: 6, scope: !181, inlinedAt: !259)
!264 = !DILocation(line: 126, column: 8, scope: !181, inlinedAt: !259)
!265 = !DILocation(line: 126, column: 17, scope: !181, inlinedAt: !259)
!266 = !DILocation(line: 179, column: 7, scope: !267, inlinedAt: !235)
!267 = distinct !DILexicalBlock(scope: !227, file: !3, line: 179, column: 6)
!268 = !DILocation(line: 179, column: 6, scope: !227, inlinedAt: !235)
!269 = !DILocation(line: 184, column: 13, scope: !270, inlinedAt: !235)
!270 = distinct !DILexicalBlock(scope: !227, file: !3, line: 184, column: 6)
!271 = !DILocation(line: 184, column: 10, scope: !270, inlinedAt: !235)
!272 = !DILocation(line: 184, column: 30, scope: !270, inlinedAt: !235)
!273 = !DILocation(line: 184, column: 40, scope: !270, inlinedAt: !235)
!274 = !DILocation(line: 184, column: 37, scope: !270, inlinedAt: !235)
!275 = !DILocation(line: 184, column: 6, scope: !227, inlinedAt: !235)
!276 = !DILocation(line: 0, scope: !204, inlinedAt: !277)
!277 = distinct !DILocation(line: 186, column: 3, scope: !278, inlinedAt: !235)
!278 = distinct !DILexicalBlock(scope: !270, file: !3, line: 184, column: 58)
!279 = !DILocation(line: 0, scope: !212, inlinedAt: !280)
!280 = distinct !DILocation(line: 134, column: 6, scope: !221, inlinedAt: !277)
!281 = !DILocation(line: 76, column: 2, scope: !212, inlinedAt: !280)
!282 = !DILocation(line: 134, column: 35, scope: !221, inlinedAt: !277)
!283 = !DILocation(line: 134, column: 6, scope: !204, inlinedAt: !277)
!284 = !DILocation(line: 212, column: 1, scope: !86, inlinedAt: !97)
!285 = !DILocalVariable(name: "flags", arg: 1, scope: !286, file: !3, line: 45, type: !9)
!286 = distinct !DISubprogram(name: "irq_restore", scope: !3, file: !3, line: 45, type: !287, scopeLine: 46, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !289)
!287 = !DISubroutineType(types: !288)
!288 = !{null, !9}
!289 = !{!285}
!290 = !DILocation(line: 0, scope: !286, inlinedAt: !291)
!291 = distinct !DILocation(line: 223, column: 2, scope: !60)
!292 = !DILocation(line: 47, column: 2, scope: !286, inlinedAt: !291)
!293 = !{i64 1280}
!294 = !DILocation(line: 225, column: 2, scope: !60)
!295 = !DISubprogram(name: "__folio_put", scope: !3, file: !3, line: 17, type: !205, flags: DIFlagPrototyped, spFlags: DISPFlagOptimized)
