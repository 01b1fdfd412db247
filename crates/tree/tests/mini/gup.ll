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
  br i1 %32, label %129, label %33, !dbg !116

33:                                               ; preds = %4
  %34 = and i64 %30, 144115188075855872
  %35 = icmp eq i64 %34, 0
  %36 = and i64 %30, 144115188075855874, !dbg !117
  %37 = icmp eq i64 %36, 2, !dbg !117
  br i1 %37, label %78, label %38, !dbg !117

38:                                               ; preds = %33
  %39 = and i64 %30, 288230376151711745, !dbg !119
  %40 = icmp ne i64 %39, 288230376151711744, !dbg !122
    #dbg_value(i64 %30, !123, !DIExpression(), !131)
    #dbg_value(ptr %29, !128, !DIExpression(), !131)
    #dbg_value(i32 %6, !129, !DIExpression(), !131)
    #dbg_value(i64 %30, !133, !DIExpression(), !137)
    #dbg_value(i32 %6, !136, !DIExpression(), !137)
  %41 = and i64 %30, 65
  %42 = icmp eq i64 %41, 65
  %43 = and i1 %40, %42, !dbg !140
  br i1 %43, label %44, label %129, !dbg !140

44:                                               ; preds = %38
  %45 = icmp eq i32 %6, 0, !dbg !141
  %46 = and i64 %30, 2251799813685248, !dbg !142
  %47 = icmp ne i64 %46, 0, !dbg !142
  %48 = or i1 %45, %47, !dbg !142
  %49 = and i1 %35, %48, !dbg !143
  br i1 %49, label %50, label %129, !dbg !143

50:                                               ; preds = %44
    #dbg_value(i64 %30, !144, !DIExpression(DW_OP_constu, 18302628885631598592, DW_OP_and, DW_OP_stack_value), !151)
  %51 = lshr i64 %30, 12, !dbg !153
  %52 = and i64 %51, 68719476224, !dbg !153
  %53 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %52, !dbg !153
    #dbg_value(ptr %53, !149, !DIExpression(), !151)
  %54 = getelementptr inbounds i8, ptr %53, i64 8, !dbg !154
  %55 = load i64, ptr %54, align 8, !dbg !154
    #dbg_value(i64 %55, !150, !DIExpression(), !151)
  %56 = and i64 %55, 1, !dbg !155
  %57 = icmp eq i64 %56, 0, !dbg !155
  %58 = add nsw i64 %55, -1, !dbg !157
  %59 = inttoptr i64 %58 to ptr, !dbg !157
  %60 = select i1 %57, ptr %53, ptr %59, !dbg !157
    #dbg_value(ptr %60, !149, !DIExpression(), !151)
  %61 = getelementptr inbounds i8, ptr %60, i64 20, !dbg !158
    #dbg_value(ptr %61, !159, !DIExpression(), !169)
    #dbg_value(i32 1, !165, !DIExpression(), !169)
    #dbg_value(i32 0, !166, !DIExpression(), !169)
  %62 = load volatile i32, ptr %61, align 4, !dbg !171
    #dbg_value(i32 %62, !167, !DIExpression(), !169)
  br label %63, !dbg !172

63:                                               ; preds = %66, %50
  %64 = phi i32 [ %62, %50 ], [ %68, %66 ], !dbg !169
    #dbg_value(i32 %64, !167, !DIExpression(), !169)
  %65 = icmp eq i32 %64, 0, !dbg !173
  br i1 %65, label %129, label %66, !dbg !178

66:                                               ; preds = %63
  %67 = add i32 %64, 1, !dbg !179
    #dbg_value(ptr %61, !180, !DIExpression(), !188)
    #dbg_value(i32 %64, !185, !DIExpression(), !188)
    #dbg_value(i32 %67, !186, !DIExpression(), !188)
    #dbg_value(i32 %64, !187, !DIExpression(), !188)
  %68 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %61, i32 %67, i32 %64, ptr elementtype(i32) %61) #2, !dbg !190, !srcloc !191
    #dbg_value(i32 %68, !187, !DIExpression(), !188)
    #dbg_value(i32 %68, !168, !DIExpression(), !169)
  %69 = icmp eq i32 %68, %64, !dbg !192
  br i1 %69, label %70, label %63, !dbg !194, !llvm.loop !195

70:                                               ; preds = %66
    #dbg_value(ptr %60, !130, !DIExpression(), !131)
  %71 = icmp eq ptr %60, null, !dbg !198
  br i1 %71, label %129, label %72, !dbg !200

72:                                               ; preds = %70
  %73 = load volatile i64, ptr %29, align 8, !dbg !201
  %74 = icmp eq i64 %73, %30, !dbg !203
  br i1 %74, label %129, label %75, !dbg !204

75:                                               ; preds = %72
    #dbg_value(ptr %60, !205, !DIExpression(), !210)
    #dbg_value(ptr %61, !213, !DIExpression(), !220)
    #dbg_value(i32 -1, !219, !DIExpression(), !220)
  %76 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %61, i32 -1, ptr elementtype(i32) %61) #2, !dbg !223, !srcloc !224
    #dbg_value(i32 %76, !218, !DIExpression(), !220)
  %77 = icmp eq i32 %76, 1, !dbg !225
  br i1 %77, label %127, label %129, !dbg !226

78:                                               ; preds = %33
    #dbg_value(i64 %30, !227, !DIExpression(), !235)
    #dbg_value(ptr %29, !230, !DIExpression(), !235)
    #dbg_value(i32 %6, !231, !DIExpression(), !235)
  %79 = and i64 %30, 281474976706560, !dbg !237
  %80 = or disjoint i64 %79, -281474976710656, !dbg !237
  %81 = inttoptr i64 %80 to ptr, !dbg !237
    #dbg_value(ptr %81, !232, !DIExpression(), !235)
  %82 = load volatile i64, ptr %81, align 4096, !dbg !238
    #dbg_value(i64 %82, !233, !DIExpression(), !235)
  %83 = and i64 %82, 288230376151711745, !dbg !239
  %84 = icmp ne i64 %83, 288230376151711744, !dbg !241
    #dbg_value(i64 %82, !133, !DIExpression(), !242)
    #dbg_value(i32 %6, !136, !DIExpression(), !242)
  %85 = and i64 %82, 65
  %86 = icmp eq i64 %85, 65
  %87 = and i1 %84, %86, !dbg !244
  br i1 %87, label %88, label %129, !dbg !244

88:                                               ; preds = %78
  %89 = icmp eq i32 %6, 0, !dbg !245
  %90 = and i64 %82, 2251799813685248, !dbg !246
  %91 = icmp ne i64 %90, 0, !dbg !246
  %92 = or i1 %89, %91, !dbg !246
  %93 = and i64 %82, 216172782113783808
  %94 = icmp eq i64 %93, 0
  %95 = and i1 %94, %92, !dbg !247
  br i1 %95, label %96, label %129, !dbg !247

96:                                               ; preds = %88
    #dbg_value(i64 %82, !144, !DIExpression(), !248)
  %97 = lshr i64 %82, 12, !dbg !250
  %98 = and i64 %97, 68719476735, !dbg !250
  %99 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %98, !dbg !250
    #dbg_value(ptr %99, !149, !DIExpression(), !248)
  %100 = getelementptr inbounds i8, ptr %99, i64 8, !dbg !251
  %101 = load i64, ptr %100, align 8, !dbg !251
    #dbg_value(i64 %101, !150, !DIExpression(), !248)
  %102 = and i64 %101, 1, !dbg !252
  %103 = icmp eq i64 %102, 0, !dbg !252
  %104 = add nsw i64 %101, -1, !dbg !253
  %105 = inttoptr i64 %104 to ptr, !dbg !253
  %106 = select i1 %103, ptr %99, ptr %105, !dbg !253
    #dbg_value(ptr %106, !149, !DIExpression(), !248)
  %107 = getelementptr inbounds i8, ptr %106, i64 20, !dbg !254
    #dbg_value(ptr %107, !159, !DIExpression(), !255)
    #dbg_value(i32 1, !165, !DIExpression(), !255)
    #dbg_value(i32 0, !166, !DIExpression(), !255)
  %108 = load volatile i32, ptr %107, align 4, !dbg !257
    #dbg_value(i32 %108, !167, !DIExpression(), !255)
  br label %109, !dbg !258

109:                                              ; preds = %112, %96
  %110 = phi i32 [ %108, %96 ], [ %114, %112 ], !dbg !255
    #dbg_value(i32 %110, !167, !DIExpression(), !255)
  %111 = icmp eq i32 %110, 0, !dbg !259
  br i1 %111, label %129, label %112, !dbg !260

112:                                              ; preds = %109
  %113 = add i32 %110, 1, !dbg !261
    #dbg_value(ptr %107, !180, !DIExpression(), !262)
    #dbg_value(i32 %110, !185, !DIExpression(), !262)
    #dbg_value(i32 %113, !186, !DIExpression(), !262)
    #dbg_value(i32 %110, !187, !DIExpression(), !262)
  %114 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %107, i32 %113, i32 %110, ptr elementtype(i32) %107) #2, !dbg !264, !srcloc !191
    #dbg_value(i32 %114, !187, !DIExpression(), !262)
    #dbg_value(i32 %114, !168, !DIExpression(), !255)
  %115 = icmp eq i32 %114, %110, !dbg !265
  br i1 %115, label %116, label %109, !dbg !266, !llvm.loop !267

116:                                              ; preds = %112
    #dbg_value(ptr %106, !234, !DIExpression(), !235)
  %117 = icmp eq ptr %106, null, !dbg !270
  br i1 %117, label %129, label %118, !dbg !272

118:                                              ; preds = %116
  %119 = load volatile i64, ptr %29, align 8, !dbg !273
  %120 = icmp eq i64 %119, %30, !dbg !275
  br i1 %120, label %121, label %124, !dbg !276

121:                                              ; preds = %118
  %122 = load volatile i64, ptr %81, align 4096, !dbg !277
  %123 = icmp eq i64 %82, %122, !dbg !278
  br i1 %123, label %129, label %124, !dbg !279

124:                                              ; preds = %121, %118
    #dbg_value(ptr %106, !205, !DIExpression(), !280)
    #dbg_value(ptr %107, !213, !DIExpression(), !283)
    #dbg_value(i32 -1, !219, !DIExpression(), !283)
  %125 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %107, i32 -1, ptr elementtype(i32) %107) #2, !dbg !285, !srcloc !224
    #dbg_value(i32 %125, !218, !DIExpression(), !283)
  %126 = icmp eq i32 %125, 1, !dbg !286
  br i1 %126, label %127, label %129, !dbg !287

127:                                              ; preds = %124, %75
  %128 = phi ptr [ %60, %75 ], [ %106, %124 ]
  tail call void @__folio_put(ptr noundef nonnull %128) #4, !dbg !94
  br label %129, !dbg !288

129:                                              ; preds = %63, %109, %4, %38, %44, %70, %72, %75, %78, %88, %116, %121, %124, %127
  %130 = phi i32 [ 0, %4 ], [ 0, %38 ], [ 0, %44 ], [ 0, %70 ], [ 1, %72 ], [ 0, %75 ], [ 0, %88 ], [ 0, %78 ], [ 0, %116 ], [ 1, %121 ], [ 0, %124 ], [ 0, %127 ], [ 0, %109 ], [ 0, %63 ], !dbg !94
    #dbg_value(i32 %130, !68, !DIExpression(), !70)
    #dbg_value(i64 %5, !289, !DIExpression(), !294)
  tail call void asm sideeffect "msr daif, $0", "r,~{memory}"(i64 %5) #2, !dbg !296, !srcloc !297
  ret i32 %130, !dbg !298
}

; Function Attrs: null_pointer_is_valid
declare !dbg !299 dso_local void @__folio_put(ptr noundef) local_unnamed_addr #1

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
!141 = !DILocation(line: 73, column: 57, scope: !134, inlinedAt: !138)
!142 = !DILocation(line: 73, column: 63, scope: !134, inlinedAt: !138)
!143 = !DILocation(line: 101, column: 6, scope: !124, inlinedAt: !132)
!144 = !DILocalVariable(name: "entry", arg: 1, scope: !145, file: !3, line: 76, type: !9)
!145 = distinct !DISubprogram(name: "get", scope: !3, file: !3, line: 76, type: !146, scopeLine: 77, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !148)
!146 = !DISubroutineType(types: !147)
!147 = !{!23, !9}
!148 = !{!144, !149, !150}
!149 = !DILocalVariable(name: "page", scope: !145, file: !3, line: 78, type: !23)
!150 = !DILocalVariable(name: "head", scope: !145, file: !3, line: 79, type: !9)
!151 = !DILocation(line: 0, scope: !145, inlinedAt: !152)
!152 = distinct !DILocation(line: 106, column: 9, scope: !124, inlinedAt: !132)
!153 = !DILocation(line: 78, column: 22, scope: !145, inlinedAt: !152)
!154 = !DILocation(line: 79, column: 19, scope: !145, inlinedAt: !152)
!155 = !DILocation(line: 81, column: 11, scope: !156, inlinedAt: !152)
!156 = distinct !DILexicalBlock(scope: !145, file: !3, line: 81, column: 6)
!157 = !DILocation(line: 81, column: 6, scope: !145, inlinedAt: !152)
!158 = !DILocation(line: 87, column: 44, scope: !145, inlinedAt: !152)
!159 = !DILocalVariable(name: "p", arg: 1, scope: !160, file: !3, line: 49, type: !163)
!160 = distinct !DISubprogram(name: "raw_atomic_fetch_add_unless", scope: !3, file: !3, line: 49, type: !161, scopeLine: 50, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !164)
!161 = !DISubroutineType(types: !162)
!162 = !{!61, !163, !29, !29}
!163 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !29, size: 64)
!164 = !{!159, !165, !166, !167, !168}
!165 = !DILocalVariable(name: "n", arg: 2, scope: !160, file: !3, line: 49, type: !29)
!166 = !DILocalVariable(name: "unless", arg: 3, scope: !160, file: !3, line: 49, type: !29)
!167 = !DILocalVariable(name: "old", scope: !160, file: !3, line: 51, type: !29)
!168 = !DILocalVariable(name: "found", scope: !160, file: !3, line: 51, type: !29)
!169 = !DILocation(line: 0, scope: !160, inlinedAt: !170)
!170 = distinct !DILocation(line: 87, column: 9, scope: !145, inlinedAt: !152)
!171 = !DILocation(line: 51, column: 12, scope: !160, inlinedAt: !170)
!172 = !DILocation(line: 53, column: 2, scope: !160, inlinedAt: !170)
!173 = !DILocation(line: 54, column: 11, scope: !174, inlinedAt: !170)
!174 = distinct !DILexicalBlock(scope: !175, file: !3, line: 54, column: 7)
!175 = distinct !DILexicalBlock(scope: !176, file: !3, line: 53, column: 11)
!176 = distinct !DILexicalBlock(scope: !177, file: !3, line: 53, column: 2)
!177 = distinct !DILexicalBlock(scope: !160, file: !3, line: 53, column: 2)
!178 = !DILocation(line: 54, column: 7, scope: !175, inlinedAt: !170)
!179 = !DILocation(line: 56, column: 31, scope: !175, inlinedAt: !170)
!180 = !DILocalVariable(name: "p", arg: 1, scope: !181, file: !3, line: 41, type: !163)
!181 = distinct !DISubprogram(name: "cmpxchg", scope: !3, file: !3, line: 41, type: !182, scopeLine: 42, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !184)
!182 = !DISubroutineType(types: !183)
!183 = !{!29, !163, !29, !29}
!184 = !{!180, !185, !186, !187}
!185 = !DILocalVariable(name: "old", arg: 2, scope: !181, file: !3, line: 41, type: !29)
!186 = !DILocalVariable(name: "new", arg: 3, scope: !181, file: !3, line: 41, type: !29)
!187 = !DILocalVariable(name: "found", scope: !181, file: !3, line: 43, type: !29)
!188 = !DILocation(line: 0, scope: !181, inlinedAt: !189)
!189 = distinct !DILocation(line: 56, column: 11, scope: !175, inlinedAt: !170)
!190 = !DILocation(line: 45, column: 2, scope: !181, inlinedAt: !189)
!191 = !{i64 975, i64 997}
!192 = !DILocation(line: 57, column: 13, scope: !193, inlinedAt: !170)
!193 = distinct !DILexicalBlock(scope: !175, file: !3, line: 57, column: 7)
!194 = !DILocation(line: 57, column: 7, scope: !175, inlinedAt: !170)
!195 = distinct !{!195, !196, !197}
!196 = !DILocation(line: 53, column: 2, scope: !177, inlinedAt: !170)
!197 = !DILocation(line: 60, column: 2, scope: !177, inlinedAt: !170)
!198 = !DILocation(line: 107, column: 7, scope: !199, inlinedAt: !132)
!199 = distinct !DILexicalBlock(scope: !124, file: !3, line: 107, column: 6)
!200 = !DILocation(line: 107, column: 6, scope: !124, inlinedAt: !132)
!201 = !DILocation(line: 110, column: 13, scope: !202, inlinedAt: !132)
!202 = distinct !DILexicalBlock(scope: !124, file: !3, line: 110, column: 6)
!203 = !DILocation(line: 110, column: 10, scope: !202, inlinedAt: !132)
!204 = !DILocation(line: 110, column: 6, scope: !124, inlinedAt: !132)
!205 = !DILocalVariable(name: "page", arg: 1, scope: !206, file: !3, line: 90, type: !23)
!206 = distinct !DISubprogram(name: "put", scope: !3, file: !3, line: 90, type: !207, scopeLine: 91, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !209)
!207 = !DISubroutineType(types: !208)
!208 = !{null, !23}
!209 = !{!205}
!210 = !DILocation(line: 0, scope: !206, inlinedAt: !211)
!211 = distinct !DILocation(line: 111, column: 3, scope: !212, inlinedAt: !132)
!212 = distinct !DILexicalBlock(scope: !202, file: !3, line: 110, column: 31)
!213 = !DILocalVariable(name: "p", arg: 1, scope: !214, file: !3, line: 63, type: !163)
!214 = distinct !DISubprogram(name: "dec_return", scope: !3, file: !3, line: 63, type: !215, scopeLine: 64, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !217)
!215 = !DISubroutineType(types: !216)
!216 = !{!29, !163}
!217 = !{!213, !218, !219}
!218 = !DILocalVariable(name: "old", scope: !214, file: !3, line: 65, type: !29)
!219 = !DILocalVariable(name: "minus", scope: !214, file: !3, line: 65, type: !29)
!220 = !DILocation(line: 0, scope: !214, inlinedAt: !221)
!221 = distinct !DILocation(line: 92, column: 6, scope: !222, inlinedAt: !211)
!222 = distinct !DILexicalBlock(scope: !206, file: !3, line: 92, column: 6)
!223 = !DILocation(line: 67, column: 2, scope: !214, inlinedAt: !221)
!224 = !{i64 1404, i64 1426}
!225 = !DILocation(line: 92, column: 35, scope: !222, inlinedAt: !211)
!226 = !DILocation(line: 92, column: 6, scope: !206, inlinedAt: !211)
!227 = !DILocalVariable(name: "pmd", arg: 1, scope: !228, file: !3, line: 118, type: !9)
!228 = distinct !DISubprogram(name: "small", scope: !3, file: !3, line: 118, type: !125, scopeLine: 119, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !229)
!229 = !{!227, !230, !231, !232, !233, !234}
!230 = !DILocalVariable(name: "pmdp", arg: 2, scope: !228, file: !3, line: 118, type: !22)
!231 = !DILocalVariable(name: "write", arg: 3, scope: !228, file: !3, line: 118, type: !61)
!232 = !DILocalVariable(name: "ptep", scope: !228, file: !3, line: 120, type: !22)
!233 = !DILocalVariable(name: "pte", scope: !228, file: !3, line: 121, type: !9)
!234 = !DILocalVariable(name: "page", scope: !228, file: !3, line: 122, type: !23)
!235 = !DILocation(line: 0, scope: !228, inlinedAt: !236)
!236 = distinct !DILocation(line: 159, column: 9, scope: !84, inlinedAt: !95)
!237 = !DILocation(line: 120, column: 14, scope: !228, inlinedAt: !236)
!238 = !DILocation(line: 121, column: 12, scope: !228, inlinedAt: !236)
!239 = !DILocation(line: 124, column: 11, scope: !240, inlinedAt: !236)
!240 = distinct !DILexicalBlock(scope: !228, file: !3, line: 124, column: 6)
!241 = !DILocation(line: 124, column: 34, scope: !240, inlinedAt: !236)
!242 = !DILocation(line: 0, scope: !134, inlinedAt: !243)
!243 = distinct !DILocation(line: 124, column: 51, scope: !240, inlinedAt: !236)
!244 = !DILocation(line: 124, column: 47, scope: !240, inlinedAt: !236)
!245 = !DILocation(line: 73, column: 57, scope: !134, inlinedAt: !243)
!246 = !DILocation(line: 73, column: 63, scope: !134, inlinedAt: !243)
!247 = !DILocation(line: 124, column: 73, scope: !240, inlinedAt: !236)
!248 = !DILocation(line: 0, scope: !145, inlinedAt: !249)
!249 = distinct !DILocation(line: 126, column: 9, scope: !228, inlinedAt: !236)
!250 = !DILocation(line: 78, column: 22, scope: !145, inlinedAt: !249)
!251 = !DILocation(line: 79, column: 19, scope: !145, inlinedAt: !249)
!252 = !DILocation(line: 81, column: 11, scope: !156, inlinedAt: !249)
!253 = !DILocation(line: 81, column: 6, scope: !145, inlinedAt: !249)
!254 = !DILocation(line: 87, column: 44, scope: !145, inlinedAt: !249)
!255 = !DILocation(line: 0, scope: !160, inlinedAt: !256)
!256 = distinct !DILocation(line: 87, column: 9, scope: !145, inlinedAt: !249)
!257 = !DILocation(line: 51, column: 12, scope: !160, inlinedAt: !256)
!258 = !DILocation(line: 53, column: 2, scope: !160, inlinedAt: !256)
!259 = !DILocation(line: 54, column: 11, scope: !174, inlinedAt: !256)
!260 = !DILocation(line: 54, column: 7, scope: !175, inlinedAt: !256)
!261 = !DILocation(line: 56, column: 31, scope: !175, inlinedAt: !256)
!262 = !DILocation(line: 0, scope: !181, inlinedAt: !263)
!263 = distinct !DILocation(line: 56, column: 11, scope: !175, inlinedAt: !256)
!264 = !DILocation(line: 45, column: 2, scope: !181, inlinedAt: !263)
!265 = !DILocation(line: 57, column: 13, scope: !193, inlinedAt: !256)
!266 = !DILocation(line: 57, column: 7, scope: !175, inlinedAt: !256)
!267 = distinct !{!267, !268, !269}
!268 = !DILocation(line: 53, column: 2, scope: !177, inlinedAt: !256)
!269 = !DILocation(line: 60, column: 2, scope: !177, inlinedAt: !256)
!270 = !DILocation(line: 127, column: 7, scope: !271, inlinedAt: !236)
!271 = distinct !DILexicalBlock(scope: !228, file: !3, line: 127, column: 6)
!272 = !DILocation(line: 127, column: 6, scope: !228, inlinedAt: !236)
!273 = !DILocation(line: 132, column: 13, scope: !274, inlinedAt: !236)
!274 = distinct !DILexicalBlock(scope: !228, file: !3, line: 132, column: 6)
!275 = !DILocation(line: 132, column: 10, scope: !274, inlinedAt: !236)
!276 = !DILocation(line: 132, column: 30, scope: !274, inlinedAt: !236)
!277 = !DILocation(line: 132, column: 40, scope: !274, inlinedAt: !236)
!278 = !DILocation(line: 132, column: 37, scope: !274, inlinedAt: !236)
!279 = !DILocation(line: 132, column: 6, scope: !228, inlinedAt: !236)
!280 = !DILocation(line: 0, scope: !206, inlinedAt: !281)
!281 = distinct !DILocation(line: 134, column: 3, scope: !282, inlinedAt: !236)
!282 = distinct !DILexicalBlock(scope: !274, file: !3, line: 132, column: 58)
!283 = !DILocation(line: 0, scope: !214, inlinedAt: !284)
!284 = distinct !DILocation(line: 92, column: 6, scope: !222, inlinedAt: !281)
!285 = !DILocation(line: 67, column: 2, scope: !214, inlinedAt: !284)
!286 = !DILocation(line: 92, column: 35, scope: !222, inlinedAt: !281)
!287 = !DILocation(line: 92, column: 6, scope: !206, inlinedAt: !281)
!288 = !DILocation(line: 160, column: 1, scope: !84, inlinedAt: !95)
!289 = !DILocalVariable(name: "flags", arg: 1, scope: !290, file: !3, line: 36, type: !9)
!290 = distinct !DISubprogram(name: "irq_restore", scope: !3, file: !3, line: 36, type: !291, scopeLine: 37, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !293)
!291 = !DISubroutineType(types: !292)
!292 = !{null, !9}
!293 = !{!289}
!294 = !DILocation(line: 0, scope: !290, inlinedAt: !295)
!295 = distinct !DILocation(line: 171, column: 2, scope: !58)
!296 = !DILocation(line: 38, column: 2, scope: !290, inlinedAt: !295)
!297 = !{i64 842}
!298 = !DILocation(line: 173, column: 2, scope: !58)
!299 = !DISubprogram(name: "__folio_put", scope: !3, file: !3, line: 17, type: !207, flags: DIFlagPrototyped, spFlags: DISPFlagOptimized)
