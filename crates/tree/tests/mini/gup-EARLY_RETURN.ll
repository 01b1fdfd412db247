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
  %32 = icmp ne i64 %31, 0, !dbg !114
  %33 = and i64 %30, 2251799813685248
  %34 = icmp eq i64 %33, 0
  %35 = and i1 %32, %34, !dbg !116
  br i1 %35, label %36, label %129, !dbg !116

36:                                               ; preds = %4
  %37 = and i64 %30, 144115188075855874, !dbg !117
  %38 = icmp eq i64 %37, 2, !dbg !117
  br i1 %38, label %78, label %39, !dbg !117

39:                                               ; preds = %36
  %40 = and i64 %30, 144115188075855872
  %41 = icmp eq i64 %40, 0
  %42 = and i64 %30, 288230376151711745, !dbg !119
  %43 = icmp ne i64 %42, 288230376151711744, !dbg !122
    #dbg_value(i64 %30, !123, !DIExpression(), !131)
    #dbg_value(ptr %29, !128, !DIExpression(), !131)
    #dbg_value(i32 %6, !129, !DIExpression(), !131)
    #dbg_value(i64 %30, !133, !DIExpression(), !137)
    #dbg_value(i32 %6, !136, !DIExpression(), !137)
  %44 = and i64 %30, 65
  %45 = icmp eq i64 %44, 65
  %46 = and i1 %43, %45, !dbg !140
  %47 = icmp eq i32 %6, 0
  %48 = and i1 %47, %41
  %49 = and i1 %46, %48, !dbg !140
  br i1 %49, label %50, label %129, !dbg !140

50:                                               ; preds = %39
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
    #dbg_value(ptr %61, !156, !DIExpression(), !166)
    #dbg_value(i32 1, !162, !DIExpression(), !166)
    #dbg_value(i32 0, !163, !DIExpression(), !166)
  %62 = load volatile i32, ptr %61, align 4, !dbg !168
    #dbg_value(i32 %62, !164, !DIExpression(), !166)
  br label %63, !dbg !169

63:                                               ; preds = %66, %50
  %64 = phi i32 [ %62, %50 ], [ %68, %66 ], !dbg !166
    #dbg_value(i32 %64, !164, !DIExpression(), !166)
  %65 = icmp eq i32 %64, 0, !dbg !170
  br i1 %65, label %129, label %66, !dbg !175

66:                                               ; preds = %63
  %67 = add i32 %64, 1, !dbg !176
    #dbg_value(ptr %61, !177, !DIExpression(), !185)
    #dbg_value(i32 %64, !182, !DIExpression(), !185)
    #dbg_value(i32 %67, !183, !DIExpression(), !185)
    #dbg_value(i32 %64, !184, !DIExpression(), !185)
  %68 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %61, i32 %67, i32 %64, ptr elementtype(i32) %61) #2, !dbg !187, !srcloc !188
    #dbg_value(i32 %68, !184, !DIExpression(), !185)
    #dbg_value(i32 %68, !165, !DIExpression(), !166)
  %69 = icmp eq i32 %68, %64, !dbg !189
  br i1 %69, label %70, label %63, !dbg !191, !llvm.loop !192

70:                                               ; preds = %66
    #dbg_value(ptr %60, !130, !DIExpression(), !131)
  %71 = icmp eq ptr %60, null, !dbg !195
  br i1 %71, label %129, label %72, !dbg !197

72:                                               ; preds = %70
  %73 = load volatile i64, ptr %29, align 8, !dbg !198
  %74 = icmp eq i64 %73, %30, !dbg !200
  br i1 %74, label %129, label %75, !dbg !201

75:                                               ; preds = %72
    #dbg_value(ptr %60, !202, !DIExpression(), !207)
    #dbg_value(ptr %61, !210, !DIExpression(), !217)
    #dbg_value(i32 -1, !216, !DIExpression(), !217)
  %76 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %61, i32 -1, ptr elementtype(i32) %61) #2, !dbg !220, !srcloc !221
    #dbg_value(i32 %76, !215, !DIExpression(), !217)
  %77 = icmp eq i32 %76, 1, !dbg !222
  br i1 %77, label %127, label %129, !dbg !223

78:                                               ; preds = %36
    #dbg_value(i64 %30, !224, !DIExpression(), !232)
    #dbg_value(ptr %29, !227, !DIExpression(), !232)
    #dbg_value(i32 %6, !228, !DIExpression(), !232)
  %79 = and i64 %30, 281474976706560, !dbg !234
  %80 = or disjoint i64 %79, -281474976710656, !dbg !234
  %81 = inttoptr i64 %80 to ptr, !dbg !234
    #dbg_value(ptr %81, !229, !DIExpression(), !232)
  %82 = load volatile i64, ptr %81, align 4096, !dbg !235
    #dbg_value(i64 %82, !230, !DIExpression(), !232)
  %83 = and i64 %82, 288230376151711745, !dbg !236
  %84 = icmp ne i64 %83, 288230376151711744, !dbg !238
    #dbg_value(i64 %82, !133, !DIExpression(), !239)
    #dbg_value(i32 %6, !136, !DIExpression(), !239)
  %85 = and i64 %82, 65
  %86 = icmp eq i64 %85, 65
  %87 = and i1 %84, %86, !dbg !241
  br i1 %87, label %88, label %129, !dbg !241

88:                                               ; preds = %78
  %89 = icmp eq i32 %6, 0, !dbg !242
  %90 = and i64 %82, 2251799813685248, !dbg !243
  %91 = icmp ne i64 %90, 0, !dbg !243
  %92 = or i1 %89, %91, !dbg !243
  %93 = and i64 %82, 216172782113783808
  %94 = icmp eq i64 %93, 0
  %95 = and i1 %94, %92, !dbg !244
  br i1 %95, label %96, label %129, !dbg !244

96:                                               ; preds = %88
    #dbg_value(i64 %82, !141, !DIExpression(), !245)
  %97 = lshr i64 %82, 12, !dbg !247
  %98 = and i64 %97, 68719476735, !dbg !247
  %99 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %98, !dbg !247
    #dbg_value(ptr %99, !146, !DIExpression(), !245)
  %100 = getelementptr inbounds i8, ptr %99, i64 8, !dbg !248
  %101 = load i64, ptr %100, align 8, !dbg !248
    #dbg_value(i64 %101, !147, !DIExpression(), !245)
  %102 = and i64 %101, 1, !dbg !249
  %103 = icmp eq i64 %102, 0, !dbg !249
  %104 = add nsw i64 %101, -1, !dbg !250
  %105 = inttoptr i64 %104 to ptr, !dbg !250
  %106 = select i1 %103, ptr %99, ptr %105, !dbg !250
    #dbg_value(ptr %106, !146, !DIExpression(), !245)
  %107 = getelementptr inbounds i8, ptr %106, i64 20, !dbg !251
    #dbg_value(ptr %107, !156, !DIExpression(), !252)
    #dbg_value(i32 1, !162, !DIExpression(), !252)
    #dbg_value(i32 0, !163, !DIExpression(), !252)
  %108 = load volatile i32, ptr %107, align 4, !dbg !254
    #dbg_value(i32 %108, !164, !DIExpression(), !252)
  br label %109, !dbg !255

109:                                              ; preds = %112, %96
  %110 = phi i32 [ %108, %96 ], [ %114, %112 ], !dbg !252
    #dbg_value(i32 %110, !164, !DIExpression(), !252)
  %111 = icmp eq i32 %110, 0, !dbg !256
  br i1 %111, label %129, label %112, !dbg !257

112:                                              ; preds = %109
  %113 = add i32 %110, 1, !dbg !258
    #dbg_value(ptr %107, !177, !DIExpression(), !259)
    #dbg_value(i32 %110, !182, !DIExpression(), !259)
    #dbg_value(i32 %113, !183, !DIExpression(), !259)
    #dbg_value(i32 %110, !184, !DIExpression(), !259)
  %114 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %107, i32 %113, i32 %110, ptr elementtype(i32) %107) #2, !dbg !261, !srcloc !188
    #dbg_value(i32 %114, !184, !DIExpression(), !259)
    #dbg_value(i32 %114, !165, !DIExpression(), !252)
  %115 = icmp eq i32 %114, %110, !dbg !262
  br i1 %115, label %116, label %109, !dbg !263, !llvm.loop !264

116:                                              ; preds = %112
    #dbg_value(ptr %106, !231, !DIExpression(), !232)
  %117 = icmp eq ptr %106, null, !dbg !267
  br i1 %117, label %129, label %118, !dbg !269

118:                                              ; preds = %116
  %119 = load volatile i64, ptr %29, align 8, !dbg !270
  %120 = icmp eq i64 %119, %30, !dbg !272
  br i1 %120, label %121, label %124, !dbg !273

121:                                              ; preds = %118
  %122 = load volatile i64, ptr %81, align 4096, !dbg !274
  %123 = icmp eq i64 %82, %122, !dbg !275
  br i1 %123, label %129, label %124, !dbg !276

124:                                              ; preds = %121, %118
    #dbg_value(ptr %106, !202, !DIExpression(), !277)
    #dbg_value(ptr %107, !210, !DIExpression(), !280)
    #dbg_value(i32 -1, !216, !DIExpression(), !280)
  %125 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %107, i32 -1, ptr elementtype(i32) %107) #2, !dbg !282, !srcloc !221
    #dbg_value(i32 %125, !215, !DIExpression(), !280)
  %126 = icmp eq i32 %125, 1, !dbg !283
  br i1 %126, label %127, label %129, !dbg !284

127:                                              ; preds = %124, %75
  %128 = phi ptr [ %60, %75 ], [ %106, %124 ]
  tail call void @__folio_put(ptr noundef nonnull %128) #4, !dbg !94
  br label %129, !dbg !285

129:                                              ; preds = %63, %109, %4, %39, %70, %72, %75, %78, %88, %116, %121, %124, %127
  %130 = phi i32 [ 0, %4 ], [ 0, %39 ], [ 0, %70 ], [ 1, %72 ], [ 0, %75 ], [ 0, %88 ], [ 0, %78 ], [ 0, %116 ], [ 1, %121 ], [ 0, %124 ], [ 0, %127 ], [ 0, %109 ], [ 0, %63 ], !dbg !94
    #dbg_value(i32 %130, !68, !DIExpression(), !70)
    #dbg_value(i64 %5, !286, !DIExpression(), !291)
  tail call void asm sideeffect "msr daif, $0", "r,~{memory}"(i64 %5) #2, !dbg !293, !srcloc !294
  ret i32 %130, !dbg !295
}

; Function Attrs: null_pointer_is_valid
declare !dbg !296 dso_local void @__folio_put(ptr noundef) local_unnamed_addr #1

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
!123 = !DILocalVariable(name: "pmd", arg: 1, scope: !124, file: !3, line: 96, type: !9)
!124 = distinct !DISubprogram(name: "huge", scope: !3, file: !3, line: 96, type: !125, scopeLine: 97, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !127)
!125 = !DISubroutineType(types: !126)
!126 = !{!61, !9, !22, !61}
!127 = !{!123, !128, !129, !130}
!128 = !DILocalVariable(name: "pmdp", arg: 2, scope: !124, file: !3, line: 96, type: !22)
!129 = !DILocalVariable(name: "write", arg: 3, scope: !124, file: !3, line: 96, type: !61)
!130 = !DILocalVariable(name: "page", scope: !124, file: !3, line: 98, type: !23)
!131 = !DILocation(line: 0, scope: !124, inlinedAt: !132)
!132 = distinct !DILocation(line: 157, column: 10, scope: !121, inlinedAt: !95)
!133 = !DILocalVariable(name: "entry", arg: 1, scope: !134, file: !3, line: 71, type: !9)
!134 = distinct !DISubprogram(name: "permitted", scope: !3, file: !3, line: 71, type: !85, scopeLine: 72, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !135)
!135 = !{!133, !136}
!136 = !DILocalVariable(name: "write", arg: 2, scope: !134, file: !3, line: 71, type: !61)
!137 = !DILocation(line: 0, scope: !134, inlinedAt: !138)
!138 = distinct !DILocation(line: 101, column: 7, scope: !139, inlinedAt: !132)
!139 = distinct !DILexicalBlock(scope: !124, file: !3, line: 101, column: 6)
!140 = !DILocation(line: 155, column: 7, scope: !121, inlinedAt: !95)
!141 = !DILocalVariable(name: "entry", arg: 1, scope: !142, file: !3, line: 76, type: !9)
!142 = distinct !DISubprogram(name: "get", scope: !3, file: !3, line: 76, type: !143, scopeLine: 77, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !145)
!143 = !DISubroutineType(types: !144)
!144 = !{!23, !9}
!145 = !{!141, !146, !147}
!146 = !DILocalVariable(name: "page", scope: !142, file: !3, line: 78, type: !23)
!147 = !DILocalVariable(name: "head", scope: !142, file: !3, line: 79, type: !9)
!148 = !DILocation(line: 0, scope: !142, inlinedAt: !149)
!149 = distinct !DILocation(line: 106, column: 9, scope: !124, inlinedAt: !132)
!150 = !DILocation(line: 78, column: 22, scope: !142, inlinedAt: !149)
!151 = !DILocation(line: 79, column: 19, scope: !142, inlinedAt: !149)
!152 = !DILocation(line: 81, column: 11, scope: !153, inlinedAt: !149)
!153 = distinct !DILexicalBlock(scope: !142, file: !3, line: 81, column: 6)
!154 = !DILocation(line: 81, column: 6, scope: !142, inlinedAt: !149)
!155 = !DILocation(line: 87, column: 44, scope: !142, inlinedAt: !149)
!156 = !DILocalVariable(name: "p", arg: 1, scope: !157, file: !3, line: 49, type: !160)
!157 = distinct !DISubprogram(name: "raw_atomic_fetch_add_unless", scope: !3, file: !3, line: 49, type: !158, scopeLine: 50, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !161)
!158 = !DISubroutineType(types: !159)
!159 = !{!61, !160, !29, !29}
!160 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !29, size: 64)
!161 = !{!156, !162, !163, !164, !165}
!162 = !DILocalVariable(name: "n", arg: 2, scope: !157, file: !3, line: 49, type: !29)
!163 = !DILocalVariable(name: "unless", arg: 3, scope: !157, file: !3, line: 49, type: !29)
!164 = !DILocalVariable(name: "old", scope: !157, file: !3, line: 51, type: !29)
!165 = !DILocalVariable(name: "found", scope: !157, file: !3, line: 51, type: !29)
!166 = !DILocation(line: 0, scope: !157, inlinedAt: !167)
!167 = distinct !DILocation(line: 87, column: 9, scope: !142, inlinedAt: !149)
!168 = !DILocation(line: 51, column: 12, scope: !157, inlinedAt: !167)
!169 = !DILocation(line: 53, column: 2, scope: !157, inlinedAt: !167)
!170 = !DILocation(line: 54, column: 11, scope: !171, inlinedAt: !167)
!171 = distinct !DILexicalBlock(scope: !172, file: !3, line: 54, column: 7)
!172 = distinct !DILexicalBlock(scope: !173, file: !3, line: 53, column: 11)
!173 = distinct !DILexicalBlock(scope: !174, file: !3, line: 53, column: 2)
!174 = distinct !DILexicalBlock(scope: !157, file: !3, line: 53, column: 2)
!175 = !DILocation(line: 54, column: 7, scope: !172, inlinedAt: !167)
!176 = !DILocation(line: 56, column: 31, scope: !172, inlinedAt: !167)
!177 = !DILocalVariable(name: "p", arg: 1, scope: !178, file: !3, line: 41, type: !160)
!178 = distinct !DISubprogram(name: "cmpxchg", scope: !3, file: !3, line: 41, type: !179, scopeLine: 42, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !181)
!179 = !DISubroutineType(types: !180)
!180 = !{!29, !160, !29, !29}
!181 = !{!177, !182, !183, !184}
!182 = !DILocalVariable(name: "old", arg: 2, scope: !178, file: !3, line: 41, type: !29)
!183 = !DILocalVariable(name: "new", arg: 3, scope: !178, file: !3, line: 41, type: !29)
!184 = !DILocalVariable(name: "found", scope: !178, file: !3, line: 43, type: !29)
!185 = !DILocation(line: 0, scope: !178, inlinedAt: !186)
!186 = distinct !DILocation(line: 56, column: 11, scope: !172, inlinedAt: !167)
!187 = !DILocation(line: 45, column: 2, scope: !178, inlinedAt: !186)
!188 = !{i64 975, i64 997}
!189 = !DILocation(line: 57, column: 13, scope: !190, inlinedAt: !167)
!190 = distinct !DILexicalBlock(scope: !172, file: !3, line: 57, column: 7)
!191 = !DILocation(line: 57, column: 7, scope: !172, inlinedAt: !167)
!192 = distinct !{!192, !193, !194}
!193 = !DILocation(line: 53, column: 2, scope: !174, inlinedAt: !167)
!194 = !DILocation(line: 60, column: 2, scope: !174, inlinedAt: !167)
!195 = !DILocation(line: 107, column: 7, scope: !196, inlinedAt: !132)
!196 = distinct !DILexicalBlock(scope: !124, file: !3, line: 107, column: 6)
!197 = !DILocation(line: 107, column: 6, scope: !124, inlinedAt: !132)
!198 = !DILocation(line: 110, column: 13, scope: !199, inlinedAt: !132)
!199 = distinct !DILexicalBlock(scope: !124, file: !3, line: 110, column: 6)
!200 = !DILocation(line: 110, column: 10, scope: !199, inlinedAt: !132)
!201 = !DILocation(line: 110, column: 6, scope: !124, inlinedAt: !132)
!202 = !DILocalVariable(name: "page", arg: 1, scope: !203, file: !3, line: 90, type: !23)
!203 = distinct !DISubprogram(name: "put", scope: !3, file: !3, line: 90, type: !204, scopeLine: 91, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !206)
!204 = !DISubroutineType(types: !205)
!205 = !{null, !23}
!206 = !{!202}
!207 = !DILocation(line: 0, scope: !203, inlinedAt: !208)
!208 = distinct !DILocation(line: 111, column: 3, scope: !209, inlinedAt: !132)
!209 = distinct !DILexicalBlock(scope: !199, file: !3, line: 110, column: 31)
!210 = !DILocalVariable(name: "p", arg: 1, scope: !211, file: !3, line: 63, type: !160)
!211 = distinct !DISubprogram(name: "dec_return", scope: !3, file: !3, line: 63, type: !212, scopeLine: 64, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !214)
!212 = !DISubroutineType(types: !213)
!213 = !{!29, !160}
!214 = !{!210, !215, !216}
!215 = !DILocalVariable(name: "old", scope: !211, file: !3, line: 65, type: !29)
!216 = !DILocalVariable(name: "minus", scope: !211, file: !3, line: 65, type: !29)
!217 = !DILocation(line: 0, scope: !211, inlinedAt: !218)
!218 = distinct !DILocation(line: 92, column: 6, scope: !219, inlinedAt: !208)
!219 = distinct !DILexicalBlock(scope: !203, file: !3, line: 92, column: 6)
!220 = !DILocation(line: 67, column: 2, scope: !211, inlinedAt: !218)
!221 = !{i64 1404, i64 1426}
!222 = !DILocation(line: 92, column: 35, scope: !219, inlinedAt: !208)
!223 = !DILocation(line: 92, column: 6, scope: !203, inlinedAt: !208)
!224 = !DILocalVariable(name: "pmd", arg: 1, scope: !225, file: !3, line: 118, type: !9)
!225 = distinct !DISubprogram(name: "small", scope: !3, file: !3, line: 118, type: !125, scopeLine: 119, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !226)
!226 = !{!224, !227, !228, !229, !230, !231}
!227 = !DILocalVariable(name: "pmdp", arg: 2, scope: !225, file: !3, line: 118, type: !22)
!228 = !DILocalVariable(name: "write", arg: 3, scope: !225, file: !3, line: 118, type: !61)
!229 = !DILocalVariable(name: "ptep", scope: !225, file: !3, line: 120, type: !22)
!230 = !DILocalVariable(name: "pte", scope: !225, file: !3, line: 121, type: !9)
!231 = !DILocalVariable(name: "page", scope: !225, file: !3, line: 122, type: !23)
!232 = !DILocation(line: 0, scope: !225, inlinedAt: !233)
!233 = distinct !DILocation(line: 159, column: 9, scope: !84, inlinedAt: !95)
!234 = !DILocation(line: 120, column: 14, scope: !225, inlinedAt: !233)
!235 = !DILocation(line: 121, column: 12, scope: !225, inlinedAt: !233)
!236 = !DILocation(line: 124, column: 11, scope: !237, inlinedAt: !233)
!237 = distinct !DILexicalBlock(scope: !225, file: !3, line: 124, column: 6)
!238 = !DILocation(line: 124, column: 34, scope: !237, inlinedAt: !233)
!239 = !DILocation(line: 0, scope: !134, inlinedAt: !240)
!240 = distinct !DILocation(line: 124, column: 51, scope: !237, inlinedAt: !233)
!241 = !DILocation(line: 124, column: 47, scope: !237, inlinedAt: !233)
!242 = !DILocation(line: 73, column: 57, scope: !134, inlinedAt: !240)
!243 = !DILocation(line: 73, column: 63, scope: !134, inlinedAt: !240)
!244 = !DILocation(line: 124, column: 73, scope: !237, inlinedAt: !233)
!245 = !DILocation(line: 0, scope: !142, inlinedAt: !246)
!246 = distinct !DILocation(line: 126, column: 9, scope: !225, inlinedAt: !233)
!247 = !DILocation(line: 78, column: 22, scope: !142, inlinedAt: !246)
!248 = !DILocation(line: 79, column: 19, scope: !142, inlinedAt: !246)
!249 = !DILocation(line: 81, column: 11, scope: !153, inlinedAt: !246)
!250 = !DILocation(line: 81, column: 6, scope: !142, inlinedAt: !246)
!251 = !DILocation(line: 87, column: 44, scope: !142, inlinedAt: !246)
!252 = !DILocation(line: 0, scope: !157, inlinedAt: !253)
!253 = distinct !DILocation(line: 87, column: 9, scope: !142, inlinedAt: !246)
!254 = !DILocation(line: 51, column: 12, scope: !157, inlinedAt: !253)
!255 = !DILocation(line: 53, column: 2, scope: !157, inlinedAt: !253)
!256 = !DILocation(line: 54, column: 11, scope: !171, inlinedAt: !253)
!257 = !DILocation(line: 54, column: 7, scope: !172, inlinedAt: !253)
!258 = !DILocation(line: 56, column: 31, scope: !172, inlinedAt: !253)
!259 = !DILocation(line: 0, scope: !178, inlinedAt: !260)
!260 = distinct !DILocation(line: 56, column: 11, scope: !172, inlinedAt: !253)
!261 = !DILocation(line: 45, column: 2, scope: !178, inlinedAt: !260)
!262 = !DILocation(line: 57, column: 13, scope: !190, inlinedAt: !253)
!263 = !DILocation(line: 57, column: 7, scope: !172, inlinedAt: !253)
!264 = distinct !{!264, !265, !266}
!265 = !DILocation(line: 53, column: 2, scope: !174, inlinedAt: !253)
!266 = !DILocation(line: 60, column: 2, scope: !174, inlinedAt: !253)
!267 = !DILocation(line: 127, column: 7, scope: !268, inlinedAt: !233)
!268 = distinct !DILexicalBlock(scope: !225, file: !3, line: 127, column: 6)
!269 = !DILocation(line: 127, column: 6, scope: !225, inlinedAt: !233)
!270 = !DILocation(line: 132, column: 13, scope: !271, inlinedAt: !233)
!271 = distinct !DILexicalBlock(scope: !225, file: !3, line: 132, column: 6)
!272 = !DILocation(line: 132, column: 10, scope: !271, inlinedAt: !233)
!273 = !DILocation(line: 132, column: 30, scope: !271, inlinedAt: !233)
!274 = !DILocation(line: 132, column: 40, scope: !271, inlinedAt: !233)
!275 = !DILocation(line: 132, column: 37, scope: !271, inlinedAt: !233)
!276 = !DILocation(line: 132, column: 6, scope: !225, inlinedAt: !233)
!277 = !DILocation(line: 0, scope: !203, inlinedAt: !278)
!278 = distinct !DILocation(line: 134, column: 3, scope: !279, inlinedAt: !233)
!279 = distinct !DILexicalBlock(scope: !271, file: !3, line: 132, column: 58)
!280 = !DILocation(line: 0, scope: !211, inlinedAt: !281)
!281 = distinct !DILocation(line: 92, column: 6, scope: !219, inlinedAt: !278)
!282 = !DILocation(line: 67, column: 2, scope: !211, inlinedAt: !281)
!283 = !DILocation(line: 92, column: 35, scope: !219, inlinedAt: !278)
!284 = !DILocation(line: 92, column: 6, scope: !203, inlinedAt: !278)
!285 = !DILocation(line: 160, column: 1, scope: !84, inlinedAt: !95)
!286 = !DILocalVariable(name: "flags", arg: 1, scope: !287, file: !3, line: 36, type: !9)
!287 = distinct !DISubprogram(name: "irq_restore", scope: !3, file: !3, line: 36, type: !288, scopeLine: 37, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !290)
!288 = !DISubroutineType(types: !289)
!289 = !{null, !9}
!290 = !{!286}
!291 = !DILocation(line: 0, scope: !287, inlinedAt: !292)
!292 = distinct !DILocation(line: 171, column: 2, scope: !58)
!293 = !DILocation(line: 38, column: 2, scope: !287, inlinedAt: !292)
!294 = !{i64 842}
!295 = !DILocation(line: 173, column: 2, scope: !58)
!296 = !DISubprogram(name: "__folio_put", scope: !3, file: !3, line: 17, type: !204, flags: DIFlagPrototyped, spFlags: DISPFlagOptimized)
