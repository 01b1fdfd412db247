; ModuleID = 'gup.c'
source_filename = "gup.c"
target datalayout = "e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32"
target triple = "aarch64-unknown-linux-gnu"

%struct.page = type { i64, i64, i32, i32, ptr, %struct.list, ptr, i32 }
%struct.list = type { ptr, ptr }

@unused_vma = dso_local local_unnamed_addr global ptr null, align 8, !dbg !0

; Function Attrs: nounwind null_pointer_is_valid
define dso_local range(i32 0, 2) i32 @get_user_pages_fast_only(i64 noundef %0, i32 noundef %1, i32 noundef %2, ptr nocapture noundef readnone %3) local_unnamed_addr #0 !dbg !58 {
    #dbg_value(i64 %0, !64, !DIExpression(), !70)
    #dbg_value(i32 %1, !65, !DIExpression(), !70)
    #dbg_value(i32 %2, !66, !DIExpression(), !70)
    #dbg_value(ptr %3, !67, !DIExpression(), !70)
  %5 = tail call i64 asm sideeffect "mrs $0, daif", "=r,~{memory}"() #2, !dbg !71, !srcloc !78
    #dbg_value(i64 %5, !76, !DIExpression(), !79)
  tail call void asm sideeffect "msr daifset, #3", "~{memory}"() #2, !dbg !80, !srcloc !81
    #dbg_value(i64 %5, !69, !DIExpression(), !70)
  %6 = and i32 %2, 1, !dbg !82
    #dbg_value(i64 %0, !83, !DIExpression(), !94)
    #dbg_value(i32 %6, !88, !DIExpression(), !94)
  %7 = tail call i64 asm "mrs $0, sp_el0", "=r"() #3, !dbg !96, !srcloc !103
    #dbg_value(i64 %7, !101, !DIExpression(), !104)
  %8 = inttoptr i64 %7 to ptr, !dbg !105
  %9 = getelementptr inbounds i8, ptr %8, i64 8, !dbg !106
  %10 = load ptr, ptr %9, align 8, !dbg !106
  %11 = getelementptr inbounds i8, ptr %10, i64 8, !dbg !107
  %12 = load ptr, ptr %11, align 8, !dbg !107
    #dbg_value(ptr %12, !89, !DIExpression(), !94)
  %13 = lshr i64 %0, 39, !dbg !108
  %14 = and i64 %13, 511, !dbg !108
  %15 = getelementptr i64, ptr %12, i64 %14, !dbg !108
  %16 = load i64, ptr %15, align 8, !dbg !108
  %17 = and i64 %16, 281474976706560, !dbg !108
  %18 = or disjoint i64 %17, -281474976710656, !dbg !108
  %19 = inttoptr i64 %18 to ptr, !dbg !108
    #dbg_value(ptr %19, !90, !DIExpression(), !94)
  %20 = lshr i64 %0, 30, !dbg !109
  %21 = and i64 %20, 511, !dbg !109
  %22 = getelementptr i64, ptr %19, i64 %21, !dbg !109
  %23 = load i64, ptr %22, align 8, !dbg !109
  %24 = and i64 %23, 281474976706560, !dbg !109
  %25 = or disjoint i64 %24, -281474976710656, !dbg !109
  %26 = inttoptr i64 %25 to ptr, !dbg !109
    #dbg_value(ptr %26, !91, !DIExpression(), !94)
  %27 = lshr i64 %0, 21, !dbg !110
  %28 = and i64 %27, 511, !dbg !111
  %29 = getelementptr i64, ptr %26, i64 %28, !dbg !112
    #dbg_value(ptr %29, !92, !DIExpression(), !94)
  %30 = load volatile i64, ptr %29, align 8, !dbg !113
    #dbg_value(i64 %30, !93, !DIExpression(), !94)
  %31 = and i64 %30, 864691128455135233, !dbg !114
  %32 = icmp eq i64 %31, 0, !dbg !114
  br i1 %32, label %121, label %33, !dbg !116

33:                                               ; preds = %4
  %34 = and i64 %30, 144115188075855874, !dbg !117
  %35 = icmp eq i64 %34, 2, !dbg !117
  br i1 %35, label %70, label %36, !dbg !117

36:                                               ; preds = %33
  %37 = and i64 %30, 144115188075855872
  %38 = icmp ne i64 %37, 0
  %39 = and i64 %30, 288230376151711745, !dbg !119
  %40 = icmp eq i64 %39, 288230376151711744, !dbg !122
  %41 = or i1 %40, %38, !dbg !123
  br i1 %41, label %121, label %42, !dbg !123

42:                                               ; preds = %36
    #dbg_value(i64 %30, !124, !DIExpression(DW_OP_constu, 18302628885631598592, DW_OP_and, DW_OP_stack_value), !131)
  %43 = lshr i64 %30, 12, !dbg !142
  %44 = and i64 %43, 68719476224, !dbg !142
  %45 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %44, !dbg !142
    #dbg_value(ptr %45, !129, !DIExpression(), !131)
  %46 = getelementptr inbounds i8, ptr %45, i64 8, !dbg !143
  %47 = load i64, ptr %46, align 8, !dbg !143
    #dbg_value(i64 %47, !130, !DIExpression(), !131)
  %48 = and i64 %47, 1, !dbg !144
  %49 = icmp eq i64 %48, 0, !dbg !144
  %50 = add nsw i64 %47, -1, !dbg !146
  %51 = inttoptr i64 %50 to ptr, !dbg !146
  %52 = select i1 %49, ptr %45, ptr %51, !dbg !146
    #dbg_value(ptr %52, !129, !DIExpression(), !131)
  %53 = getelementptr inbounds i8, ptr %52, i64 20, !dbg !147
    #dbg_value(ptr %53, !148, !DIExpression(), !158)
    #dbg_value(i32 1, !154, !DIExpression(), !158)
    #dbg_value(i32 0, !155, !DIExpression(), !158)
  %54 = load volatile i32, ptr %53, align 4, !dbg !160
    #dbg_value(i32 %54, !156, !DIExpression(), !158)
  br label %55, !dbg !161

55:                                               ; preds = %58, %42
  %56 = phi i32 [ %54, %42 ], [ %60, %58 ], !dbg !158
    #dbg_value(i32 %56, !156, !DIExpression(), !158)
  %57 = icmp eq i32 %56, 0, !dbg !162
  br i1 %57, label %121, label %58, !dbg !167

58:                                               ; preds = %55
  %59 = add i32 %56, 1, !dbg !168
    #dbg_value(ptr %53, !169, !DIExpression(), !177)
    #dbg_value(i32 %56, !174, !DIExpression(), !177)
    #dbg_value(i32 %59, !175, !DIExpression(), !177)
    #dbg_value(i32 %56, !176, !DIExpression(), !177)
  %60 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %53, i32 %59, i32 %56, ptr elementtype(i32) %53) #2, !dbg !179, !srcloc !180
    #dbg_value(i32 %60, !176, !DIExpression(), !177)
    #dbg_value(i32 %60, !157, !DIExpression(), !158)
  %61 = icmp eq i32 %60, %56, !dbg !181
  br i1 %61, label %62, label %55, !dbg !183, !llvm.loop !184

62:                                               ; preds = %58
    #dbg_value(ptr %52, !140, !DIExpression(), !187)
  %63 = icmp eq ptr %52, null, !dbg !188
  br i1 %63, label %121, label %64, !dbg !190

64:                                               ; preds = %62
  %65 = load volatile i64, ptr %29, align 8, !dbg !191
  %66 = icmp eq i64 %65, %30, !dbg !193
  br i1 %66, label %121, label %67, !dbg !194

67:                                               ; preds = %64
    #dbg_value(ptr %52, !195, !DIExpression(), !200)
    #dbg_value(ptr %53, !203, !DIExpression(), !210)
    #dbg_value(i32 -1, !209, !DIExpression(), !210)
  %68 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %53, i32 -1, ptr elementtype(i32) %53) #2, !dbg !213, !srcloc !214
    #dbg_value(i32 %68, !208, !DIExpression(), !210)
  %69 = icmp eq i32 %68, 1, !dbg !215
  br i1 %69, label %119, label %121, !dbg !216

70:                                               ; preds = %33
    #dbg_value(i64 %30, !217, !DIExpression(), !225)
    #dbg_value(ptr %29, !220, !DIExpression(), !225)
    #dbg_value(i32 %6, !221, !DIExpression(), !225)
  %71 = and i64 %30, 281474976706560, !dbg !227
  %72 = or disjoint i64 %71, -281474976710656, !dbg !227
  %73 = inttoptr i64 %72 to ptr, !dbg !227
    #dbg_value(ptr %73, !222, !DIExpression(), !225)
  %74 = load volatile i64, ptr %73, align 4096, !dbg !228
    #dbg_value(i64 %74, !223, !DIExpression(), !225)
  %75 = and i64 %74, 288230376151711745, !dbg !229
  %76 = icmp ne i64 %75, 288230376151711744, !dbg !231
    #dbg_value(i64 %74, !232, !DIExpression(), !236)
    #dbg_value(i32 %6, !235, !DIExpression(), !236)
  %77 = and i64 %74, 65
  %78 = icmp eq i64 %77, 65
  %79 = and i1 %76, %78, !dbg !238
  br i1 %79, label %80, label %121, !dbg !238

80:                                               ; preds = %70
  %81 = icmp eq i32 %6, 0, !dbg !239
  %82 = and i64 %74, 2251799813685248, !dbg !240
  %83 = icmp ne i64 %82, 0, !dbg !240
  %84 = or i1 %81, %83, !dbg !240
  %85 = and i64 %74, 216172782113783808
  %86 = icmp eq i64 %85, 0
  %87 = and i1 %86, %84, !dbg !241
  br i1 %87, label %88, label %121, !dbg !241

88:                                               ; preds = %80
    #dbg_value(i64 %74, !124, !DIExpression(), !242)
  %89 = lshr i64 %74, 12, !dbg !244
  %90 = and i64 %89, 68719476735, !dbg !244
  %91 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %90, !dbg !244
    #dbg_value(ptr %91, !129, !DIExpression(), !242)
  %92 = getelementptr inbounds i8, ptr %91, i64 8, !dbg !245
  %93 = load i64, ptr %92, align 8, !dbg !245
    #dbg_value(i64 %93, !130, !DIExpression(), !242)
  %94 = and i64 %93, 1, !dbg !246
  %95 = icmp eq i64 %94, 0, !dbg !246
  %96 = add nsw i64 %93, -1, !dbg !247
  %97 = inttoptr i64 %96 to ptr, !dbg !247
  %98 = select i1 %95, ptr %91, ptr %97, !dbg !247
    #dbg_value(ptr %98, !129, !DIExpression(), !242)
  %99 = getelementptr inbounds i8, ptr %98, i64 20, !dbg !248
    #dbg_value(ptr %99, !148, !DIExpression(), !249)
    #dbg_value(i32 1, !154, !DIExpression(), !249)
    #dbg_value(i32 0, !155, !DIExpression(), !249)
  %100 = load volatile i32, ptr %99, align 4, !dbg !251
    #dbg_value(i32 %100, !156, !DIExpression(), !249)
  br label %101, !dbg !252

101:                                              ; preds = %104, %88
  %102 = phi i32 [ %100, %88 ], [ %106, %104 ], !dbg !249
    #dbg_value(i32 %102, !156, !DIExpression(), !249)
  %103 = icmp eq i32 %102, 0, !dbg !253
  br i1 %103, label %121, label %104, !dbg !254

104:                                              ; preds = %101
  %105 = add i32 %102, 1, !dbg !255
    #dbg_value(ptr %99, !169, !DIExpression(), !256)
    #dbg_value(i32 %102, !174, !DIExpression(), !256)
    #dbg_value(i32 %105, !175, !DIExpression(), !256)
    #dbg_value(i32 %102, !176, !DIExpression(), !256)
  %106 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %99, i32 %105, i32 %102, ptr elementtype(i32) %99) #2, !dbg !258, !srcloc !180
    #dbg_value(i32 %106, !176, !DIExpression(), !256)
    #dbg_value(i32 %106, !157, !DIExpression(), !249)
  %107 = icmp eq i32 %106, %102, !dbg !259
  br i1 %107, label %108, label %101, !dbg !260, !llvm.loop !261

108:                                              ; preds = %104
    #dbg_value(ptr %98, !224, !DIExpression(), !225)
  %109 = icmp eq ptr %98, null, !dbg !264
  br i1 %109, label %121, label %110, !dbg !266

110:                                              ; preds = %108
  %111 = load volatile i64, ptr %29, align 8, !dbg !267
  %112 = icmp eq i64 %111, %30, !dbg !269
  br i1 %112, label %113, label %116, !dbg !270

113:                                              ; preds = %110
  %114 = load volatile i64, ptr %73, align 4096, !dbg !271
  %115 = icmp eq i64 %74, %114, !dbg !272
  br i1 %115, label %121, label %116, !dbg !273

116:                                              ; preds = %113, %110
    #dbg_value(ptr %98, !195, !DIExpression(), !274)
    #dbg_value(ptr %99, !203, !DIExpression(), !277)
    #dbg_value(i32 -1, !209, !DIExpression(), !277)
  %117 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %99, i32 -1, ptr elementtype(i32) %99) #2, !dbg !279, !srcloc !214
    #dbg_value(i32 %117, !208, !DIExpression(), !277)
  %118 = icmp eq i32 %117, 1, !dbg !280
  br i1 %118, label %119, label %121, !dbg !281

119:                                              ; preds = %116, %67
  %120 = phi ptr [ %52, %67 ], [ %98, %116 ]
  tail call void @__folio_put(ptr noundef nonnull %120) #4, !dbg !94
  br label %121, !dbg !282

121:                                              ; preds = %55, %101, %4, %36, %62, %64, %67, %70, %80, %108, %113, %116, %119
  %122 = phi i32 [ 0, %4 ], [ 0, %36 ], [ 0, %62 ], [ 1, %64 ], [ 0, %67 ], [ 0, %80 ], [ 0, %70 ], [ 0, %108 ], [ 1, %113 ], [ 0, %116 ], [ 0, %119 ], [ 0, %101 ], [ 0, %55 ], !dbg !94
    #dbg_value(i32 %122, !68, !DIExpression(), !70)
    #dbg_value(i64 %5, !283, !DIExpression(), !288)
  tail call void asm sideeffect "msr daif, $0", "r,~{memory}"(i64 %5) #2, !dbg !290, !srcloc !291
  ret i32 %122, !dbg !292
}

; Function Attrs: null_pointer_is_valid
declare !dbg !293 dso_local void @__folio_put(ptr noundef) local_unnamed_addr #1

attributes #0 = { nounwind null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #1 = { null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #2 = { nounwind }
attributes #3 = { nounwind memory(none) }
attributes #4 = { nobuiltin nounwind "no-builtins" }

!llvm.dbg.cu = !{!2}
!llvm.module.flags = !{!52, !53, !54, !55, !56}
!llvm.ident = !{!57}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "unused_vma", scope: !2, file: !3, line: 177, type: !44, isLocal: false, isDefinition: true)
!2 = distinct !DICompileUnit(language: DW_LANG_C11, file: !3, producer: "Debian clang version 19.1.7 (3~deb12u1)", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, retainedTypes: !4, globals: !43, splitDebugInlining: false, nameTableKind: None)
!3 = !DIFile(filename: "gup.c", directory: ".", checksumkind: CSK_MD5, checksum: "e9b0e81142a0bf5177f0b4a8d742be99")
!4 = !{!5, !6, !12, !23, !40}
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
!40 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !41, size: 64)
!41 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !42)
!42 = !DIDerivedType(tag: DW_TAG_volatile_type, baseType: !29)
!43 = !{!0}
!44 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !45, size: 64)
!45 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "vm_area_struct", file: !10, line: 28, size: 320, elements: !46)
!46 = !{!47, !48, !49, !50, !51}
!47 = !DIDerivedType(tag: DW_TAG_member, name: "vm_mm", scope: !45, file: !10, line: 29, baseType: !17, size: 64)
!48 = !DIDerivedType(tag: DW_TAG_member, name: "vm_start", scope: !45, file: !10, line: 30, baseType: !9, size: 64, offset: 64)
!49 = !DIDerivedType(tag: DW_TAG_member, name: "vm_end", scope: !45, file: !10, line: 30, baseType: !9, size: 64, offset: 128)
!50 = !DIDerivedType(tag: DW_TAG_member, name: "vm_flags", scope: !45, file: !10, line: 30, baseType: !9, size: 64, offset: 192)
!51 = !DIDerivedType(tag: DW_TAG_member, name: "vm_page_prot", scope: !45, file: !10, line: 30, baseType: !9, size: 64, offset: 256)
!52 = !{i32 7, !"Dwarf Version", i32 5}
!53 = !{i32 2, !"Debug Info Version", i32 3}
!54 = !{i32 1, !"wchar_size", i32 4}
!55 = !{i32 7, !"frame-pointer", i32 1}
!56 = !{i32 7, !"debug-info-assignment-tracking", i1 true}
!57 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!58 = distinct !DISubprogram(name: "get_user_pages_fast_only", scope: !3, file: !3, line: 162, type: !59, scopeLine: 163, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !63)
!59 = !DISubroutineType(types: !60)
!60 = !{!61, !9, !61, !29, !62}
!61 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!62 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !23, size: 64)
!63 = !{!64, !65, !66, !67, !68, !69}
!64 = !DILocalVariable(name: "start", arg: 1, scope: !58, file: !3, line: 162, type: !9)
!65 = !DILocalVariable(name: "count", arg: 2, scope: !58, file: !3, line: 162, type: !61)
!66 = !DILocalVariable(name: "flags", arg: 3, scope: !58, file: !3, line: 162, type: !29)
!67 = !DILocalVariable(name: "pages", arg: 4, scope: !58, file: !3, line: 162, type: !62)
!68 = !DILocalVariable(name: "got", scope: !58, file: !3, line: 164, type: !61)
!69 = !DILocalVariable(name: "irqs", scope: !58, file: !3, line: 166, type: !9)
!70 = !DILocation(line: 0, scope: !58)
!71 = !DILocation(line: 31, column: 2, scope: !72, inlinedAt: !77)
!72 = distinct !DISubprogram(name: "irq_save", scope: !3, file: !3, line: 27, type: !73, scopeLine: 28, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !75)
!73 = !DISubroutineType(types: !74)
!74 = !{!9}
!75 = !{!76}
!76 = !DILocalVariable(name: "flags", scope: !72, file: !3, line: 29, type: !9)
!77 = distinct !DILocation(line: 166, column: 13, scope: !58)
!78 = !{i64 673}
!79 = !DILocation(line: 0, scope: !72, inlinedAt: !77)
!80 = !DILocation(line: 32, column: 2, scope: !72, inlinedAt: !77)
!81 = !{i64 731}
!82 = !DILocation(line: 169, column: 26, scope: !58)
!83 = !DILocalVariable(name: "address", arg: 1, scope: !84, file: !3, line: 140, type: !9)
!84 = distinct !DISubprogram(name: "walk", scope: !3, file: !3, line: 140, type: !85, scopeLine: 141, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !87)
!85 = !DISubroutineType(types: !86)
!86 = !{!61, !9, !61}
!87 = !{!83, !88, !89, !90, !91, !92, !93}
!88 = !DILocalVariable(name: "write", arg: 2, scope: !84, file: !3, line: 140, type: !61)
!89 = !DILocalVariable(name: "pgd", scope: !84, file: !3, line: 142, type: !22)
!90 = !DILocalVariable(name: "pud", scope: !84, file: !3, line: 143, type: !22)
!91 = !DILocalVariable(name: "pmds", scope: !84, file: !3, line: 144, type: !22)
!92 = !DILocalVariable(name: "pmdp", scope: !84, file: !3, line: 145, type: !22)
!93 = !DILocalVariable(name: "pmd", scope: !84, file: !3, line: 146, type: !9)
!94 = !DILocation(line: 0, scope: !84, inlinedAt: !95)
!95 = distinct !DILocation(line: 169, column: 8, scope: !58)
!96 = !DILocation(line: 23, column: 2, scope: !97, inlinedAt: !102)
!97 = distinct !DISubprogram(name: "current", scope: !3, file: !3, line: 19, type: !98, scopeLine: 20, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !100)
!98 = !DISubroutineType(types: !99)
!99 = !{!12}
!100 = !{!101}
!101 = !DILocalVariable(name: "task", scope: !97, file: !3, line: 21, type: !9)
!102 = distinct !DILocation(line: 142, column: 13, scope: !84, inlinedAt: !95)
!103 = !{i64 540}
!104 = !DILocation(line: 0, scope: !97, inlinedAt: !102)
!105 = !DILocation(line: 24, column: 9, scope: !97, inlinedAt: !102)
!106 = !DILocation(line: 142, column: 24, scope: !84, inlinedAt: !95)
!107 = !DILocation(line: 142, column: 28, scope: !84, inlinedAt: !95)
!108 = !DILocation(line: 143, column: 13, scope: !84, inlinedAt: !95)
!109 = !DILocation(line: 144, column: 14, scope: !84, inlinedAt: !95)
!110 = !DILocation(line: 145, column: 30, scope: !84, inlinedAt: !95)
!111 = !DILocation(line: 145, column: 36, scope: !84, inlinedAt: !95)
!112 = !DILocation(line: 145, column: 19, scope: !84, inlinedAt: !95)
!113 = !DILocation(line: 146, column: 12, scope: !84, inlinedAt: !95)
!114 = !DILocation(line: 148, column: 12, scope: !115, inlinedAt: !95)
!115 = distinct !DILexicalBlock(scope: !84, file: !3, line: 148, column: 6)
!116 = !DILocation(line: 148, column: 6, scope: !84, inlinedAt: !95)
!117 = !DILocation(line: 154, column: 21, scope: !118, inlinedAt: !95)
!118 = distinct !DILexicalBlock(scope: !84, file: !3, line: 154, column: 6)
!119 = !DILocation(line: 155, column: 12, scope: !120, inlinedAt: !95)
!120 = distinct !DILexicalBlock(scope: !121, file: !3, line: 155, column: 7)
!121 = distinct !DILexicalBlock(scope: !118, file: !3, line: 154, column: 38)
!122 = !DILocation(line: 155, column: 35, scope: !120, inlinedAt: !95)
!123 = !DILocation(line: 155, column: 7, scope: !121, inlinedAt: !95)
!124 = !DILocalVariable(name: "entry", arg: 1, scope: !125, file: !3, line: 76, type: !9)
!125 = distinct !DISubprogram(name: "get", scope: !3, file: !3, line: 76, type: !126, scopeLine: 77, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !128)
!126 = !DISubroutineType(types: !127)
!127 = !{!23, !9}
!128 = !{!124, !129, !130}
!129 = !DILocalVariable(name: "page", scope: !125, file: !3, line: 78, type: !23)
!130 = !DILocalVariable(name: "head", scope: !125, file: !3, line: 79, type: !9)
!131 = !DILocation(line: 0, scope: !125, inlinedAt: !132)
!132 = distinct !DILocation(line: 106, column: 9, scope: !133, inlinedAt: !141)
!133 = distinct !DISubprogram(name: "huge", scope: !3, file: !3, line: 96, type: !134, scopeLine: 97, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !136)
!134 = !DISubroutineType(types: !135)
!135 = !{!61, !9, !22, !61}
!136 = !{!137, !138, !139, !140}
!137 = !DILocalVariable(name: "pmd", arg: 1, scope: !133, file: !3, line: 96, type: !9)
!138 = !DILocalVariable(name: "pmdp", arg: 2, scope: !133, file: !3, line: 96, type: !22)
!139 = !DILocalVariable(name: "write", arg: 3, scope: !133, file: !3, line: 96, type: !61)
!140 = !DILocalVariable(name: "page", scope: !133, file: !3, line: 98, type: !23)
!141 = distinct !DILocation(line: 157, column: 10, scope: !121, inlinedAt: !95)
!142 = !DILocation(line: 78, column: 22, scope: !125, inlinedAt: !132)
!143 = !DILocation(line: 79, column: 19, scope: !125, inlinedAt: !132)
!144 = !DILocation(line: 81, column: 11, scope: !145, inlinedAt: !132)
!145 = distinct !DILexicalBlock(scope: !125, file: !3, line: 81, column: 6)
!146 = !DILocation(line: 81, column: 6, scope: !125, inlinedAt: !132)
!147 = !DILocation(line: 87, column: 44, scope: !125, inlinedAt: !132)
!148 = !DILocalVariable(name: "p", arg: 1, scope: !149, file: !3, line: 49, type: !152)
!149 = distinct !DISubprogram(name: "raw_atomic_fetch_add_unless", scope: !3, file: !3, line: 49, type: !150, scopeLine: 50, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !153)
!150 = !DISubroutineType(types: !151)
!151 = !{!61, !152, !29, !29}
!152 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !29, size: 64)
!153 = !{!148, !154, !155, !156, !157}
!154 = !DILocalVariable(name: "n", arg: 2, scope: !149, file: !3, line: 49, type: !29)
!155 = !DILocalVariable(name: "unless", arg: 3, scope: !149, file: !3, line: 49, type: !29)
!156 = !DILocalVariable(name: "old", scope: !149, file: !3, line: 51, type: !29)
!157 = !DILocalVariable(name: "found", scope: !149, file: !3, line: 51, type: !29)
!158 = !DILocation(line: 0, scope: !149, inlinedAt: !159)
!159 = distinct !DILocation(line: 87, column: 9, scope: !125, inlinedAt: !132)
!160 = !DILocation(line: 51, column: 12, scope: !149, inlinedAt: !159)
!161 = !DILocation(line: 53, column: 2, scope: !149, inlinedAt: !159)
!162 = !DILocation(line: 54, column: 11, scope: !163, inlinedAt: !159)
!163 = distinct !DILexicalBlock(scope: !164, file: !3, line: 54, column: 7)
!164 = distinct !DILexicalBlock(scope: !165, file: !3, line: 53, column: 11)
!165 = distinct !DILexicalBlock(scope: !166, file: !3, line: 53, column: 2)
!166 = distinct !DILexicalBlock(scope: !149, file: !3, line: 53, column: 2)
!167 = !DILocation(line: 54, column: 7, scope: !164, inlinedAt: !159)
!168 = !DILocation(line: 56, column: 31, scope: !164, inlinedAt: !159)
!169 = !DILocalVariable(name: "p", arg: 1, scope: !170, file: !3, line: 41, type: !152)
!170 = distinct !DISubprogram(name: "cmpxchg", scope: !3, file: !3, line: 41, type: !171, scopeLine: 42, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !173)
!171 = !DISubroutineType(types: !172)
!172 = !{!29, !152, !29, !29}
!173 = !{!169, !174, !175, !176}
!174 = !DILocalVariable(name: "old", arg: 2, scope: !170, file: !3, line: 41, type: !29)
!175 = !DILocalVariable(name: "new", arg: 3, scope: !170, file: !3, line: 41, type: !29)
!176 = !DILocalVariable(name: "found", scope: !170, file: !3, line: 43, type: !29)
!177 = !DILocation(line: 0, scope: !170, inlinedAt: !178)
!178 = distinct !DILocation(line: 56, column: 11, scope: !164, inlinedAt: !159)
!179 = !DILocation(line: 45, column: 2, scope: !170, inlinedAt: !178)
!180 = !{i64 975, i64 997}
!181 = !DILocation(line: 57, column: 13, scope: !182, inlinedAt: !159)
!182 = distinct !DILexicalBlock(scope: !164, file: !3, line: 57, column: 7)
!183 = !DILocation(line: 57, column: 7, scope: !164, inlinedAt: !159)
!184 = distinct !{!184, !185, !186}
!185 = !DILocation(line: 53, column: 2, scope: !166, inlinedAt: !159)
!186 = !DILocation(line: 60, column: 2, scope: !166, inlinedAt: !159)
!187 = !DILocation(line: 0, scope: !133, inlinedAt: !141)
!188 = !DILocation(line: 107, column: 7, scope: !189, inlinedAt: !141)
!189 = distinct !DILexicalBlock(scope: !133, file: !3, line: 107, column: 6)
!190 = !DILocation(line: 107, column: 6, scope: !133, inlinedAt: !141)
!191 = !DILocation(line: 110, column: 13, scope: !192, inlinedAt: !141)
!192 = distinct !DILexicalBlock(scope: !133, file: !3, line: 110, column: 6)
!193 = !DILocation(line: 110, column: 10, scope: !192, inlinedAt: !141)
!194 = !DILocation(line: 110, column: 6, scope: !133, inlinedAt: !141)
!195 = !DILocalVariable(name: "page", arg: 1, scope: !196, file: !3, line: 90, type: !23)
!196 = distinct !DISubprogram(name: "put", scope: !3, file: !3, line: 90, type: !197, scopeLine: 91, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !199)
!197 = !DISubroutineType(types: !198)
!198 = !{null, !23}
!199 = !{!195}
!200 = !DILocation(line: 0, scope: !196, inlinedAt: !201)
!201 = distinct !DILocation(line: 111, column: 3, scope: !202, inlinedAt: !141)
!202 = distinct !DILexicalBlock(scope: !192, file: !3, line: 110, column: 31)
!203 = !DILocalVariable(name: "p", arg: 1, scope: !204, file: !3, line: 63, type: !152)
!204 = distinct !DISubprogram(name: "dec_return", scope: !3, file: !3, line: 63, type: !205, scopeLine: 64, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !207)
!205 = !DISubroutineType(types: !206)
!206 = !{!29, !152}
!207 = !{!203, !208, !209}
!208 = !DILocalVariable(name: "old", scope: !204, file: !3, line: 65, type: !29)
!209 = !DILocalVariable(name: "minus", scope: !204, file: !3, line: 65, type: !29)
!210 = !DILocation(line: 0, scope: !204, inlinedAt: !211)
!211 = distinct !DILocation(line: 92, column: 6, scope: !212, inlinedAt: !201)
!212 = distinct !DILexicalBlock(scope: !196, file: !3, line: 92, column: 6)
!213 = !DILocation(line: 67, column: 2, scope: !204, inlinedAt: !211)
!214 = !{i64 1404, i64 1426}
!215 = !DILocation(line: 92, column: 35, scope: !212, inlinedAt: !201)
!216 = !DILocation(line: 92, column: 6, scope: !196, inlinedAt: !201)
!217 = !DILocalVariable(name: "pmd", arg: 1, scope: !218, file: !3, line: 118, type: !9)
!218 = distinct !DISubprogram(name: "small", scope: !3, file: !3, line: 118, type: !134, scopeLine: 119, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !219)
!219 = !{!217, !220, !221, !222, !223, !224}
!220 = !DILocalVariable(name: "pmdp", arg: 2, scope: !218, file: !3, line: 118, type: !22)
!221 = !DILocalVariable(name: "write", arg: 3, scope: !218, file: !3, line: 118, type: !61)
!222 = !DILocalVariable(name: "ptep", scope: !218, file: !3, line: 120, type: !22)
!223 = !DILocalVariable(name: "pte", scope: !218, file: !3, line: 121, type: !9)
!224 = !DILocalVariable(name: "page", scope: !218, file: !3, line: 122, type: !23)
!225 = !DILocation(line: 0, scope: !218, inlinedAt: !226)
!226 = distinct !DILocation(line: 159, column: 9, scope: !84, inlinedAt: !95)
!227 = !DILocation(line: 120, column: 14, scope: !218, inlinedAt: !226)
!228 = !DILocation(line: 121, column: 12, scope: !218, inlinedAt: !226)
!229 = !DILocation(line: 124, column: 11, scope: !230, inlinedAt: !226)
!230 = distinct !DILexicalBlock(scope: !218, file: !3, line: 124, column: 6)
!231 = !DILocation(line: 124, column: 34, scope: !230, inlinedAt: !226)
!232 = !DILocalVariable(name: "entry", arg: 1, scope: !233, file: !3, line: 71, type: !9)
!233 = distinct !DISubprogram(name: "permitted", scope: !3, file: !3, line: 71, type: !85, scopeLine: 72, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !234)
!234 = !{!232, !235}
!235 = !DILocalVariable(name: "write", arg: 2, scope: !233, file: !3, line: 71, type: !61)
!236 = !DILocation(line: 0, scope: !233, inlinedAt: !237)
!237 = distinct !DILocation(line: 124, column: 51, scope: !230, inlinedAt: !226)
!238 = !DILocation(line: 124, column: 47, scope: !230, inlinedAt: !226)
!239 = !DILocation(line: 73, column: 57, scope: !233, inlinedAt: !237)
!240 = !DILocation(line: 73, column: 63, scope: !233, inlinedAt: !237)
!241 = !DILocation(line: 124, column: 73, scope: !230, inlinedAt: !226)
!242 = !DILocation(line: 0, scope: !125, inlinedAt: !243)
!243 = distinct !DILocation(line: 126, column: 9, scope: !218, inlinedAt: !226)
!244 = !DILocation(line: 78, column: 22, scope: !125, inlinedAt: !243)
!245 = !DILocation(line: 79, column: 19, scope: !125, inlinedAt: !243)
!246 = !DILocation(line: 81, column: 11, scope: !145, inlinedAt: !243)
!247 = !DILocation(line: 81, column: 6, scope: !125, inlinedAt: !243)
!248 = !DILocation(line: 87, column: 44, scope: !125, inlinedAt: !243)
!249 = !DILocation(line: 0, scope: !149, inlinedAt: !250)
!250 = distinct !DILocation(line: 87, column: 9, scope: !125, inlinedAt: !243)
!251 = !DILocation(line: 51, column: 12, scope: !149, inlinedAt: !250)
!252 = !DILocation(line: 53, column: 2, scope: !149, inlinedAt: !250)
!253 = !DILocation(line: 54, column: 11, scope: !163, inlinedAt: !250)
!254 = !DILocation(line: 54, column: 7, scope: !164, inlinedAt: !250)
!255 = !DILocation(line: 56, column: 31, scope: !164, inlinedAt: !250)
!256 = !DILocation(line: 0, scope: !170, inlinedAt: !257)
!257 = distinct !DILocation(line: 56, column: 11, scope: !164, inlinedAt: !250)
!258 = !DILocation(line: 45, column: 2, scope: !170, inlinedAt: !257)
!259 = !DILocation(line: 57, column: 13, scope: !182, inlinedAt: !250)
!260 = !DILocation(line: 57, column: 7, scope: !164, inlinedAt: !250)
!261 = distinct !{!261, !262, !263}
!262 = !DILocation(line: 53, column: 2, scope: !166, inlinedAt: !250)
!263 = !DILocation(line: 60, column: 2, scope: !166, inlinedAt: !250)
!264 = !DILocation(line: 127, column: 7, scope: !265, inlinedAt: !226)
!265 = distinct !DILexicalBlock(scope: !218, file: !3, line: 127, column: 6)
!266 = !DILocation(line: 127, column: 6, scope: !218, inlinedAt: !226)
!267 = !DILocation(line: 132, column: 13, scope: !268, inlinedAt: !226)
!268 = distinct !DILexicalBlock(scope: !218, file: !3, line: 132, column: 6)
!269 = !DILocation(line: 132, column: 10, scope: !268, inlinedAt: !226)
!270 = !DILocation(line: 132, column: 30, scope: !268, inlinedAt: !226)
!271 = !DILocation(line: 132, column: 40, scope: !268, inlinedAt: !226)
!272 = !DILocation(line: 132, column: 37, scope: !268, inlinedAt: !226)
!273 = !DILocation(line: 132, column: 6, scope: !218, inlinedAt: !226)
!274 = !DILocation(line: 0, scope: !196, inlinedAt: !275)
!275 = distinct !DILocation(line: 134, column: 3, scope: !276, inlinedAt: !226)
!276 = distinct !DILexicalBlock(scope: !268, file: !3, line: 132, column: 58)
!277 = !DILocation(line: 0, scope: !204, inlinedAt: !278)
!278 = distinct !DILocation(line: 92, column: 6, scope: !212, inlinedAt: !275)
!279 = !DILocation(line: 67, column: 2, scope: !204, inlinedAt: !278)
!280 = !DILocation(line: 92, column: 35, scope: !212, inlinedAt: !275)
!281 = !DILocation(line: 92, column: 6, scope: !196, inlinedAt: !275)
!282 = !DILocation(line: 160, column: 1, scope: !84, inlinedAt: !95)
!283 = !DILocalVariable(name: "flags", arg: 1, scope: !284, file: !3, line: 36, type: !9)
!284 = distinct !DISubprogram(name: "irq_restore", scope: !3, file: !3, line: 36, type: !285, scopeLine: 37, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !287)
!285 = !DISubroutineType(types: !286)
!286 = !{null, !9}
!287 = !{!283}
!288 = !DILocation(line: 0, scope: !284, inlinedAt: !289)
!289 = distinct !DILocation(line: 171, column: 2, scope: !58)
!290 = !DILocation(line: 38, column: 2, scope: !284, inlinedAt: !289)
!291 = !{i64 842}
!292 = !DILocation(line: 173, column: 2, scope: !58)
!293 = !DISubprogram(name: "__folio_put", scope: !3, file: !3, line: 17, type: !197, flags: DIFlagPrototyped, spFlags: DISPFlagOptimized)
