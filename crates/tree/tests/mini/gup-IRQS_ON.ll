; ModuleID = 'gup.c'
source_filename = "gup.c"
target datalayout = "e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32"
target triple = "aarch64-unknown-linux-gnu"

%struct.page = type { i64, i64, i32, i32, ptr, %struct.list, ptr, i32 }
%struct.list = type { ptr, ptr }

@unused_vma = dso_local local_unnamed_addr global ptr null, align 8, !dbg !0

; Function Attrs: nounwind null_pointer_is_valid
define dso_local range(i32 0, 2) i32 @get_user_pages_fast_only(i64 noundef %0, i32 noundef %1, i32 noundef %2, ptr nocapture noundef readnone %3) local_unnamed_addr #0 !dbg !63 {
    #dbg_value(i64 %0, !69, !DIExpression(), !74)
    #dbg_value(i32 %1, !70, !DIExpression(), !74)
    #dbg_value(i32 %2, !71, !DIExpression(), !74)
    #dbg_value(ptr %3, !72, !DIExpression(), !74)
  %5 = and i32 %2, 1, !dbg !75
    #dbg_value(i64 %0, !76, !DIExpression(), !87)
    #dbg_value(i32 %5, !81, !DIExpression(), !87)
  %6 = tail call i64 asm "mrs $0, sp_el0", "=r"() #2, !dbg !89, !srcloc !96
    #dbg_value(i64 %6, !94, !DIExpression(), !97)
  %7 = inttoptr i64 %6 to ptr, !dbg !98
  %8 = getelementptr inbounds i8, ptr %7, i64 8, !dbg !99
  %9 = load ptr, ptr %8, align 8, !dbg !99
  %10 = getelementptr inbounds i8, ptr %9, i64 8, !dbg !100
  %11 = load ptr, ptr %10, align 8, !dbg !100
    #dbg_value(ptr %11, !82, !DIExpression(), !87)
  %12 = lshr i64 %0, 39, !dbg !101
  %13 = and i64 %12, 511, !dbg !101
  %14 = getelementptr i64, ptr %11, i64 %13, !dbg !101
  %15 = load i64, ptr %14, align 8, !dbg !101
  %16 = and i64 %15, 281474976706560, !dbg !101
  %17 = or disjoint i64 %16, -281474976710656, !dbg !101
  %18 = inttoptr i64 %17 to ptr, !dbg !101
    #dbg_value(ptr %18, !83, !DIExpression(), !87)
  %19 = lshr i64 %0, 30, !dbg !102
  %20 = and i64 %19, 511, !dbg !102
  %21 = getelementptr i64, ptr %18, i64 %20, !dbg !102
  %22 = load i64, ptr %21, align 8, !dbg !102
  %23 = and i64 %22, 281474976706560, !dbg !102
  %24 = or disjoint i64 %23, -281474976710656, !dbg !102
  %25 = inttoptr i64 %24 to ptr, !dbg !102
    #dbg_value(ptr %25, !84, !DIExpression(), !87)
  %26 = lshr i64 %0, 21, !dbg !103
  %27 = and i64 %26, 511, !dbg !104
  %28 = getelementptr i64, ptr %25, i64 %27, !dbg !105
    #dbg_value(ptr %28, !85, !DIExpression(), !87)
  %29 = load volatile i64, ptr %28, align 8, !dbg !106
    #dbg_value(i64 %29, !86, !DIExpression(), !87)
    #dbg_value(i64 %29, !107, !DIExpression(), !113)
  %30 = and i64 %29, 864691128455135233, !dbg !116
  %31 = icmp ne i64 %30, 0, !dbg !117
  %32 = zext i1 %31 to i64, !dbg !118
    #dbg_value(i64 %32, !112, !DIExpression(), !113)
  %33 = tail call i64 asm "/* pmdrace pmd_present */", "=r,r,0"(i64 %29, i64 %32) #2, !dbg !119, !srcloc !120
    #dbg_value(i64 %33, !112, !DIExpression(), !113)
  %34 = and i64 %33, 4294967295, !dbg !121
  %35 = icmp eq i64 %34, 0, !dbg !121
  br i1 %35, label %145, label %36, !dbg !122

36:                                               ; preds = %4
    #dbg_value(i64 %29, !123, !DIExpression(), !127)
  %37 = lshr i64 %29, 1, !dbg !130
  %38 = and i64 %37, 1, !dbg !130
  %39 = xor i64 %38, 1, !dbg !130
    #dbg_value(i64 %39, !126, !DIExpression(), !127)
  %40 = tail call i64 asm "/* pmdrace pmd_trans_huge */", "=r,r,0"(i64 %29, i64 %39) #2, !dbg !131, !srcloc !132
    #dbg_value(i64 %40, !126, !DIExpression(), !127)
  %41 = and i64 %40, 4294967295, !dbg !133
  %42 = and i64 %29, 144115188075855872
  %43 = icmp eq i64 %42, 0
  %44 = or disjoint i64 %41, %42, !dbg !134
  %45 = icmp eq i64 %44, 0, !dbg !134
  br i1 %45, label %90, label %46, !dbg !134

46:                                               ; preds = %36
  %47 = and i64 %29, 288230376151711745, !dbg !135
  %48 = icmp eq i64 %47, 288230376151711744, !dbg !138
  br i1 %48, label %145, label %49, !dbg !139

49:                                               ; preds = %46
    #dbg_value(i64 %29, !140, !DIExpression(), !148)
    #dbg_value(ptr %28, !145, !DIExpression(), !148)
    #dbg_value(i32 %5, !146, !DIExpression(), !148)
    #dbg_value(i64 %29, !150, !DIExpression(), !155)
    #dbg_value(i32 %5, !153, !DIExpression(), !155)
    #dbg_value(i64 %29, !158, !DIExpression(), !162)
    #dbg_value(i32 %5, !161, !DIExpression(), !162)
  %50 = and i64 %29, 65, !dbg !164
  %51 = icmp eq i64 %50, 65, !dbg !165
  %52 = icmp eq i32 %5, 0, !dbg !166
  %53 = and i64 %29, 2251799813685248, !dbg !166
  %54 = icmp ne i64 %53, 0, !dbg !166
  %55 = or i1 %52, %54, !dbg !166
  %56 = and i1 %51, %55, !dbg !166
  %57 = zext i1 %56 to i64, !dbg !166
    #dbg_value(i64 %57, !154, !DIExpression(), !155)
  %58 = tail call i64 asm "/* pmdrace pmd_access_permitted */", "=r,r,0"(i64 %29, i64 %57) #2, !dbg !167, !srcloc !168
    #dbg_value(i64 %58, !154, !DIExpression(), !155)
  %59 = and i64 %58, 4294967295, !dbg !169
  %60 = icmp ne i64 %59, 0, !dbg !169
  %61 = and i1 %43, %60, !dbg !170
  br i1 %61, label %62, label %145, !dbg !170

62:                                               ; preds = %49
    #dbg_value(i64 %29, !171, !DIExpression(DW_OP_constu, 18302628885631598592, DW_OP_and, DW_OP_stack_value), !178)
  %63 = lshr i64 %29, 12, !dbg !180
  %64 = and i64 %63, 68719476224, !dbg !180
  %65 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %64, !dbg !180
    #dbg_value(ptr %65, !176, !DIExpression(), !178)
  %66 = getelementptr inbounds i8, ptr %65, i64 8, !dbg !181
  %67 = load i64, ptr %66, align 8, !dbg !181
    #dbg_value(i64 %67, !177, !DIExpression(), !178)
  %68 = and i64 %67, 1, !dbg !182
  %69 = icmp eq i64 %68, 0, !dbg !182
  %70 = add nsw i64 %67, -1, !dbg !184
  %71 = inttoptr i64 %70 to ptr, !dbg !184
  %72 = select i1 %69, ptr %65, ptr %71, !dbg !184
    #dbg_value(ptr %72, !176, !DIExpression(), !178)
  %73 = getelementptr inbounds i8, ptr %72, i64 20, !dbg !185
    #dbg_value(ptr %73, !186, !DIExpression(), !196)
    #dbg_value(i32 1, !192, !DIExpression(), !196)
    #dbg_value(i32 0, !193, !DIExpression(), !196)
  %74 = load volatile i32, ptr %73, align 4, !dbg !198
    #dbg_value(i32 %74, !194, !DIExpression(), !196)
  br label %75, !dbg !199

75:                                               ; preds = %78, %62
  %76 = phi i32 [ %74, %62 ], [ %80, %78 ], !dbg !196
    #dbg_value(i32 %76, !194, !DIExpression(), !196)
  %77 = icmp eq i32 %76, 0, !dbg !200
  br i1 %77, label %145, label %78, !dbg !205

78:                                               ; preds = %75
  %79 = add i32 %76, 1, !dbg !206
    #dbg_value(ptr %73, !207, !DIExpression(), !215)
    #dbg_value(i32 %76, !212, !DIExpression(), !215)
    #dbg_value(i32 %79, !213, !DIExpression(), !215)
    #dbg_value(i32 %76, !214, !DIExpression(), !215)
  %80 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %73, i32 %79, i32 %76, ptr elementtype(i32) %73) #3, !dbg !217, !srcloc !218
    #dbg_value(i32 %80, !214, !DIExpression(), !215)
    #dbg_value(i32 %80, !195, !DIExpression(), !196)
  %81 = icmp eq i32 %80, %76, !dbg !219
  br i1 %81, label %82, label %75, !dbg !221, !llvm.loop !222

82:                                               ; preds = %78
    #dbg_value(ptr %72, !147, !DIExpression(), !148)
  %83 = icmp eq ptr %72, null, !dbg !225
  br i1 %83, label %145, label %84, !dbg !227

84:                                               ; preds = %82
  %85 = load volatile i64, ptr %28, align 8, !dbg !228
  %86 = icmp eq i64 %85, %29, !dbg !230
  br i1 %86, label %145, label %87, !dbg !231

87:                                               ; preds = %84
    #dbg_value(ptr %72, !232, !DIExpression(), !237)
    #dbg_value(ptr %73, !240, !DIExpression(), !247)
    #dbg_value(i32 -1, !246, !DIExpression(), !247)
  %88 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %73, i32 -1, ptr elementtype(i32) %73) #3, !dbg !250, !srcloc !251
    #dbg_value(i32 %88, !245, !DIExpression(), !247)
  %89 = icmp eq i32 %88, 1, !dbg !252
  br i1 %89, label %143, label %145, !dbg !253

90:                                               ; preds = %36
    #dbg_value(i64 %29, !254, !DIExpression(), !262)
    #dbg_value(ptr %28, !257, !DIExpression(), !262)
    #dbg_value(i32 %5, !258, !DIExpression(), !262)
  %91 = and i64 %29, 281474976706560, !dbg !264
  %92 = or disjoint i64 %91, -281474976710656, !dbg !264
  %93 = inttoptr i64 %92 to ptr, !dbg !264
    #dbg_value(ptr %93, !259, !DIExpression(), !262)
  %94 = load volatile i64, ptr %93, align 4096, !dbg !265
    #dbg_value(i64 %94, !260, !DIExpression(), !262)
  %95 = and i64 %94, 288230376151711745, !dbg !266
  %96 = icmp eq i64 %95, 288230376151711744, !dbg !268
  br i1 %96, label %145, label %97, !dbg !269

97:                                               ; preds = %90
    #dbg_value(i64 %94, !270, !DIExpression(), !275)
    #dbg_value(i32 %5, !273, !DIExpression(), !275)
    #dbg_value(i64 %94, !158, !DIExpression(), !277)
    #dbg_value(i32 %5, !161, !DIExpression(), !277)
  %98 = and i64 %94, 65, !dbg !279
  %99 = icmp eq i64 %98, 65, !dbg !280
  %100 = icmp eq i32 %5, 0, !dbg !281
  %101 = and i64 %94, 2251799813685248, !dbg !281
  %102 = icmp ne i64 %101, 0, !dbg !281
  %103 = or i1 %100, %102, !dbg !281
  %104 = and i1 %99, %103, !dbg !281
  %105 = zext i1 %104 to i64, !dbg !281
    #dbg_value(i64 %105, !274, !DIExpression(), !275)
  %106 = tail call i64 asm "/* pmdrace pte_access_permitted */", "=r,r,0"(i64 %94, i64 %105) #2, !dbg !282, !srcloc !283
    #dbg_value(i64 %106, !274, !DIExpression(), !275)
  %107 = and i64 %106, 4294967295, !dbg !284
  %108 = icmp ne i64 %107, 0, !dbg !284
  %109 = and i64 %94, 216172782113783808
  %110 = icmp eq i64 %109, 0
  %111 = and i1 %110, %108, !dbg !285
  br i1 %111, label %112, label %145, !dbg !285

112:                                              ; preds = %97
    #dbg_value(i64 %94, !171, !DIExpression(), !286)
  %113 = lshr i64 %94, 12, !dbg !288
  %114 = and i64 %113, 68719476735, !dbg !288
  %115 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %114, !dbg !288
    #dbg_value(ptr %115, !176, !DIExpression(), !286)
  %116 = getelementptr inbounds i8, ptr %115, i64 8, !dbg !289
  %117 = load i64, ptr %116, align 8, !dbg !289
    #dbg_value(i64 %117, !177, !DIExpression(), !286)
  %118 = and i64 %117, 1, !dbg !290
  %119 = icmp eq i64 %118, 0, !dbg !290
  %120 = add nsw i64 %117, -1, !dbg !291
  %121 = inttoptr i64 %120 to ptr, !dbg !291
  %122 = select i1 %119, ptr %115, ptr %121, !dbg !291
    #dbg_value(ptr %122, !176, !DIExpression(), !286)
  %123 = getelementptr inbounds i8, ptr %122, i64 20, !dbg !292
    #dbg_value(ptr %123, !186, !DIExpression(), !293)
    #dbg_value(i32 1, !192, !DIExpression(), !293)
    #dbg_value(i32 0, !193, !DIExpression(), !293)
  %124 = load volatile i32, ptr %123, align 4, !dbg !295
    #dbg_value(i32 %124, !194, !DIExpression(), !293)
  br label %125, !dbg !296

125:                                              ; preds = %128, %112
  %126 = phi i32 [ %124, %112 ], [ %130, %128 ], !dbg !293
    #dbg_value(i32 %126, !194, !DIExpression(), !293)
  %127 = icmp eq i32 %126, 0, !dbg !297
  br i1 %127, label %145, label %128, !dbg !298

128:                                              ; preds = %125
  %129 = add i32 %126, 1, !dbg !299
    #dbg_value(ptr %123, !207, !DIExpression(), !300)
    #dbg_value(i32 %126, !212, !DIExpression(), !300)
    #dbg_value(i32 %129, !213, !DIExpression(), !300)
    #dbg_value(i32 %126, !214, !DIExpression(), !300)
  %130 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %123, i32 %129, i32 %126, ptr elementtype(i32) %123) #3, !dbg !302, !srcloc !218
    #dbg_value(i32 %130, !214, !DIExpression(), !300)
    #dbg_value(i32 %130, !195, !DIExpression(), !293)
  %131 = icmp eq i32 %130, %126, !dbg !303
  br i1 %131, label %132, label %125, !dbg !304, !llvm.loop !305

132:                                              ; preds = %128
    #dbg_value(ptr %122, !261, !DIExpression(), !262)
  %133 = icmp eq ptr %122, null, !dbg !308
  br i1 %133, label %145, label %134, !dbg !310

134:                                              ; preds = %132
  %135 = load volatile i64, ptr %28, align 8, !dbg !311
  %136 = icmp eq i64 %135, %29, !dbg !313
  br i1 %136, label %137, label %140, !dbg !314

137:                                              ; preds = %134
  %138 = load volatile i64, ptr %93, align 4096, !dbg !315
  %139 = icmp eq i64 %94, %138, !dbg !316
  br i1 %139, label %145, label %140, !dbg !317

140:                                              ; preds = %137, %134
    #dbg_value(ptr %122, !232, !DIExpression(), !318)
    #dbg_value(ptr %123, !240, !DIExpression(), !321)
    #dbg_value(i32 -1, !246, !DIExpression(), !321)
  %141 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %123, i32 -1, ptr elementtype(i32) %123) #3, !dbg !323, !srcloc !251
    #dbg_value(i32 %141, !245, !DIExpression(), !321)
  %142 = icmp eq i32 %141, 1, !dbg !324
  br i1 %142, label %143, label %145, !dbg !325

143:                                              ; preds = %140, %87
  %144 = phi ptr [ %72, %87 ], [ %122, %140 ]
  tail call void @__folio_put(ptr noundef nonnull %144) #4, !dbg !87
  br label %145, !dbg !326

145:                                              ; preds = %75, %125, %4, %46, %49, %82, %84, %87, %90, %97, %132, %137, %140, %143
  %146 = phi i32 [ 0, %4 ], [ 0, %46 ], [ 0, %49 ], [ 0, %82 ], [ 1, %84 ], [ 0, %87 ], [ 0, %97 ], [ 0, %90 ], [ 0, %132 ], [ 1, %137 ], [ 0, %140 ], [ 0, %143 ], [ 0, %125 ], [ 0, %75 ], !dbg !87
    #dbg_value(i32 %146, !73, !DIExpression(), !74)
  ret i32 %146, !dbg !327
}

; Function Attrs: null_pointer_is_valid
declare !dbg !328 dso_local void @__folio_put(ptr noundef) local_unnamed_addr #1

attributes #0 = { nounwind null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #1 = { null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #2 = { nounwind memory(none) }
attributes #3 = { nounwind }
attributes #4 = { nobuiltin nounwind "no-builtins" }

!llvm.dbg.cu = !{!2}
!llvm.module.flags = !{!57, !58, !59, !60, !61}
!llvm.ident = !{!62}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "unused_vma", scope: !2, file: !3, line: 229, type: !49, isLocal: false, isDefinition: true)
!2 = distinct !DICompileUnit(language: DW_LANG_C11, file: !3, producer: "Debian clang version 19.1.7 (3~deb12u1)", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, retainedTypes: !4, globals: !48, splitDebugInlining: false, nameTableKind: None)
!3 = !DIFile(filename: "gup.c", directory: ".", checksumkind: CSK_MD5, checksum: "b8c93d93da6a8fbedcb4a7bd0560dbc1")
!4 = !{!5, !6, !12, !28, !45}
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
!45 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !46, size: 64)
!46 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !47)
!47 = !DIDerivedType(tag: DW_TAG_volatile_type, baseType: !34)
!48 = !{!0}
!49 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !50, size: 64)
!50 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "vm_area_struct", file: !10, line: 31, size: 320, elements: !51)
!51 = !{!52, !53, !54, !55, !56}
!52 = !DIDerivedType(tag: DW_TAG_member, name: "vm_mm", scope: !50, file: !10, line: 32, baseType: !17, size: 64)
!53 = !DIDerivedType(tag: DW_TAG_member, name: "vm_start", scope: !50, file: !10, line: 33, baseType: !9, size: 64, offset: 64)
!54 = !DIDerivedType(tag: DW_TAG_member, name: "vm_end", scope: !50, file: !10, line: 33, baseType: !9, size: 64, offset: 128)
!55 = !DIDerivedType(tag: DW_TAG_member, name: "vm_flags", scope: !50, file: !10, line: 33, baseType: !9, size: 64, offset: 192)
!56 = !DIDerivedType(tag: DW_TAG_member, name: "vm_page_prot", scope: !50, file: !10, line: 33, baseType: !9, size: 64, offset: 256)
!57 = !{i32 7, !"Dwarf Version", i32 5}
!58 = !{i32 2, !"Debug Info Version", i32 3}
!59 = !{i32 1, !"wchar_size", i32 4}
!60 = !{i32 7, !"frame-pointer", i32 1}
!61 = !{i32 7, !"debug-info-assignment-tracking", i1 true}
!62 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!63 = distinct !DISubprogram(name: "get_user_pages_fast_only", scope: !3, file: !3, line: 214, type: !64, scopeLine: 215, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !68)
!64 = !DISubroutineType(types: !65)
!65 = !{!66, !9, !66, !34, !67}
!66 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!67 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !28, size: 64)
!68 = !{!69, !70, !71, !72, !73}
!69 = !DILocalVariable(name: "start", arg: 1, scope: !63, file: !3, line: 214, type: !9)
!70 = !DILocalVariable(name: "count", arg: 2, scope: !63, file: !3, line: 214, type: !66)
!71 = !DILocalVariable(name: "flags", arg: 3, scope: !63, file: !3, line: 214, type: !34)
!72 = !DILocalVariable(name: "pages", arg: 4, scope: !63, file: !3, line: 214, type: !67)
!73 = !DILocalVariable(name: "got", scope: !63, file: !3, line: 216, type: !66)
!74 = !DILocation(line: 0, scope: !63)
!75 = !DILocation(line: 221, column: 26, scope: !63)
!76 = !DILocalVariable(name: "address", arg: 1, scope: !77, file: !3, line: 192, type: !9)
!77 = distinct !DISubprogram(name: "walk", scope: !3, file: !3, line: 192, type: !78, scopeLine: 193, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !80)
!78 = !DISubroutineType(types: !79)
!79 = !{!66, !9, !66}
!80 = !{!76, !81, !82, !83, !84, !85, !86}
!81 = !DILocalVariable(name: "write", arg: 2, scope: !77, file: !3, line: 192, type: !66)
!82 = !DILocalVariable(name: "pgd", scope: !77, file: !3, line: 194, type: !22)
!83 = !DILocalVariable(name: "pud", scope: !77, file: !3, line: 195, type: !22)
!84 = !DILocalVariable(name: "pmds", scope: !77, file: !3, line: 196, type: !22)
!85 = !DILocalVariable(name: "pmdp", scope: !77, file: !3, line: 197, type: !22)
!86 = !DILocalVariable(name: "pmd", scope: !77, file: !3, line: 198, type: !9)
!87 = !DILocation(line: 0, scope: !77, inlinedAt: !88)
!88 = distinct !DILocation(line: 221, column: 8, scope: !63)
!89 = !DILocation(line: 32, column: 2, scope: !90, inlinedAt: !95)
!90 = distinct !DISubprogram(name: "current", scope: !3, file: !3, line: 28, type: !91, scopeLine: 29, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !93)
!91 = !DISubroutineType(types: !92)
!92 = !{!12}
!93 = !{!94}
!94 = !DILocalVariable(name: "task", scope: !90, file: !3, line: 30, type: !9)
!95 = distinct !DILocation(line: 194, column: 13, scope: !77, inlinedAt: !88)
!96 = !{i64 978}
!97 = !DILocation(line: 0, scope: !90, inlinedAt: !95)
!98 = !DILocation(line: 33, column: 9, scope: !90, inlinedAt: !95)
!99 = !DILocation(line: 194, column: 24, scope: !77, inlinedAt: !88)
!100 = !DILocation(line: 194, column: 28, scope: !77, inlinedAt: !88)
!101 = !DILocation(line: 195, column: 13, scope: !77, inlinedAt: !88)
!102 = !DILocation(line: 196, column: 14, scope: !77, inlinedAt: !88)
!103 = !DILocation(line: 197, column: 30, scope: !77, inlinedAt: !88)
!104 = !DILocation(line: 197, column: 36, scope: !77, inlinedAt: !88)
!105 = !DILocation(line: 197, column: 19, scope: !77, inlinedAt: !88)
!106 = !DILocation(line: 198, column: 12, scope: !77, inlinedAt: !88)
!107 = !DILocalVariable(name: "pmd", arg: 1, scope: !108, file: !3, line: 101, type: !9)
!108 = distinct !DISubprogram(name: "pmd_present", scope: !3, file: !3, line: 101, type: !109, scopeLine: 102, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !111)
!109 = !DISubroutineType(types: !110)
!110 = !{!66, !9}
!111 = !{!107, !112}
!112 = !DILocalVariable(name: "answer", scope: !108, file: !3, line: 103, type: !9)
!113 = !DILocation(line: 0, scope: !108, inlinedAt: !114)
!114 = distinct !DILocation(line: 200, column: 7, scope: !115, inlinedAt: !88)
!115 = distinct !DILexicalBlock(scope: !77, file: !3, line: 200, column: 6)
!116 = !DILocation(line: 103, column: 22, scope: !108, inlinedAt: !114)
!117 = !DILocation(line: 103, column: 16, scope: !108, inlinedAt: !114)
!118 = !DILocation(line: 103, column: 15, scope: !108, inlinedAt: !114)
!119 = !DILocation(line: 105, column: 2, scope: !108, inlinedAt: !114)
!120 = !{i64 2147507563}
!121 = !DILocation(line: 200, column: 7, scope: !115, inlinedAt: !88)
!122 = !DILocation(line: 200, column: 6, scope: !77, inlinedAt: !88)
!123 = !DILocalVariable(name: "pmd", arg: 1, scope: !124, file: !3, line: 110, type: !9)
!124 = distinct !DISubprogram(name: "pmd_trans_huge", scope: !3, file: !3, line: 110, type: !109, scopeLine: 111, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !125)
!125 = !{!123, !126}
!126 = !DILocalVariable(name: "answer", scope: !124, file: !3, line: 112, type: !9)
!127 = !DILocation(line: 0, scope: !124, inlinedAt: !128)
!128 = distinct !DILocation(line: 206, column: 6, scope: !129, inlinedAt: !88)
!129 = distinct !DILexicalBlock(scope: !77, file: !3, line: 206, column: 6)
!130 = !DILocation(line: 112, column: 15, scope: !124, inlinedAt: !128)
!131 = !DILocation(line: 114, column: 2, scope: !124, inlinedAt: !128)
!132 = !{i64 2147507679}
!133 = !DILocation(line: 206, column: 6, scope: !129, inlinedAt: !88)
!134 = !DILocation(line: 206, column: 26, scope: !129, inlinedAt: !88)
!135 = !DILocation(line: 207, column: 12, scope: !136, inlinedAt: !88)
!136 = distinct !DILexicalBlock(scope: !137, file: !3, line: 207, column: 7)
!137 = distinct !DILexicalBlock(scope: !129, file: !3, line: 206, column: 43)
!138 = !DILocation(line: 207, column: 35, scope: !136, inlinedAt: !88)
!139 = !DILocation(line: 207, column: 7, scope: !137, inlinedAt: !88)
!140 = !DILocalVariable(name: "pmd", arg: 1, scope: !141, file: !3, line: 138, type: !9)
!141 = distinct !DISubprogram(name: "huge", scope: !3, file: !3, line: 138, type: !142, scopeLine: 139, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !144)
!142 = !DISubroutineType(types: !143)
!143 = !{!66, !9, !22, !66}
!144 = !{!140, !145, !146, !147}
!145 = !DILocalVariable(name: "pmdp", arg: 2, scope: !141, file: !3, line: 138, type: !22)
!146 = !DILocalVariable(name: "write", arg: 3, scope: !141, file: !3, line: 138, type: !66)
!147 = !DILocalVariable(name: "page", scope: !141, file: !3, line: 140, type: !28)
!148 = !DILocation(line: 0, scope: !141, inlinedAt: !149)
!149 = distinct !DILocation(line: 209, column: 10, scope: !137, inlinedAt: !88)
!150 = !DILocalVariable(name: "pmd", arg: 1, scope: !151, file: !3, line: 85, type: !9)
!151 = distinct !DISubprogram(name: "pmd_access_permitted", scope: !3, file: !3, line: 85, type: !78, scopeLine: 86, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !152)
!152 = !{!150, !153, !154}
!153 = !DILocalVariable(name: "write", arg: 2, scope: !151, file: !3, line: 85, type: !66)
!154 = !DILocalVariable(name: "answer", scope: !151, file: !3, line: 87, type: !9)
!155 = !DILocation(line: 0, scope: !151, inlinedAt: !156)
!156 = distinct !DILocation(line: 143, column: 7, scope: !157, inlinedAt: !149)
!157 = distinct !DILexicalBlock(scope: !141, file: !3, line: 143, column: 6)
!158 = !DILocalVariable(name: "entry", arg: 1, scope: !159, file: !3, line: 80, type: !9)
!159 = distinct !DISubprogram(name: "permitted", scope: !3, file: !3, line: 80, type: !78, scopeLine: 81, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !160)
!160 = !{!158, !161}
!161 = !DILocalVariable(name: "write", arg: 2, scope: !159, file: !3, line: 80, type: !66)
!162 = !DILocation(line: 0, scope: !159, inlinedAt: !163)
!163 = distinct !DILocation(line: 87, column: 15, scope: !151, inlinedAt: !156)
!164 = !DILocation(line: 82, column: 16, scope: !159, inlinedAt: !163)
!165 = !DILocation(line: 82, column: 34, scope: !159, inlinedAt: !163)
!166 = !DILocation(line: 82, column: 52, scope: !159, inlinedAt: !163)
!167 = !DILocation(line: 89, column: 2, scope: !151, inlinedAt: !156)
!168 = !{i64 2147507300}
!169 = !DILocation(line: 143, column: 7, scope: !157, inlinedAt: !149)
!170 = !DILocation(line: 143, column: 6, scope: !141, inlinedAt: !149)
!171 = !DILocalVariable(name: "entry", arg: 1, scope: !172, file: !3, line: 118, type: !9)
!172 = distinct !DISubprogram(name: "get", scope: !3, file: !3, line: 118, type: !173, scopeLine: 119, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !175)
!173 = !DISubroutineType(types: !174)
!174 = !{!28, !9}
!175 = !{!171, !176, !177}
!176 = !DILocalVariable(name: "page", scope: !172, file: !3, line: 120, type: !28)
!177 = !DILocalVariable(name: "head", scope: !172, file: !3, line: 121, type: !9)
!178 = !DILocation(line: 0, scope: !172, inlinedAt: !179)
!179 = distinct !DILocation(line: 148, column: 9, scope: !141, inlinedAt: !149)
!180 = !DILocation(line: 120, column: 22, scope: !172, inlinedAt: !179)
!181 = !DILocation(line: 121, column: 19, scope: !172, inlinedAt: !179)
!182 = !DILocation(line: 123, column: 11, scope: !183, inlinedAt: !179)
!183 = distinct !DILexicalBlock(scope: !172, file: !3, line: 123, column: 6)
!184 = !DILocation(line: 123, column: 6, scope: !172, inlinedAt: !179)
!185 = !DILocation(line: 129, column: 44, scope: !172, inlinedAt: !179)
!186 = !DILocalVariable(name: "p", arg: 1, scope: !187, file: !3, line: 58, type: !190)
!187 = distinct !DISubprogram(name: "raw_atomic_fetch_add_unless", scope: !3, file: !3, line: 58, type: !188, scopeLine: 59, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !191)
!188 = !DISubroutineType(types: !189)
!189 = !{!66, !190, !34, !34}
!190 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !34, size: 64)
!191 = !{!186, !192, !193, !194, !195}
!192 = !DILocalVariable(name: "n", arg: 2, scope: !187, file: !3, line: 58, type: !34)
!193 = !DILocalVariable(name: "unless", arg: 3, scope: !187, file: !3, line: 58, type: !34)
!194 = !DILocalVariable(name: "old", scope: !187, file: !3, line: 60, type: !34)
!195 = !DILocalVariable(name: "found", scope: !187, file: !3, line: 60, type: !34)
!196 = !DILocation(line: 0, scope: !187, inlinedAt: !197)
!197 = distinct !DILocation(line: 129, column: 9, scope: !172, inlinedAt: !179)
!198 = !DILocation(line: 60, column: 12, scope: !187, inlinedAt: !197)
!199 = !DILocation(line: 62, column: 2, scope: !187, inlinedAt: !197)
!200 = !DILocation(line: 63, column: 11, scope: !201, inlinedAt: !197)
!201 = distinct !DILexicalBlock(scope: !202, file: !3, line: 63, column: 7)
!202 = distinct !DILexicalBlock(scope: !203, file: !3, line: 62, column: 11)
!203 = distinct !DILexicalBlock(scope: !204, file: !3, line: 62, column: 2)
!204 = distinct !DILexicalBlock(scope: !187, file: !3, line: 62, column: 2)
!205 = !DILocation(line: 63, column: 7, scope: !202, inlinedAt: !197)
!206 = !DILocation(line: 65, column: 31, scope: !202, inlinedAt: !197)
!207 = !DILocalVariable(name: "p", arg: 1, scope: !208, file: !3, line: 50, type: !190)
!208 = distinct !DISubprogram(name: "cmpxchg", scope: !3, file: !3, line: 50, type: !209, scopeLine: 51, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !211)
!209 = !DISubroutineType(types: !210)
!210 = !{!34, !190, !34, !34}
!211 = !{!207, !212, !213, !214}
!212 = !DILocalVariable(name: "old", arg: 2, scope: !208, file: !3, line: 50, type: !34)
!213 = !DILocalVariable(name: "new", arg: 3, scope: !208, file: !3, line: 50, type: !34)
!214 = !DILocalVariable(name: "found", scope: !208, file: !3, line: 52, type: !34)
!215 = !DILocation(line: 0, scope: !208, inlinedAt: !216)
!216 = distinct !DILocation(line: 65, column: 11, scope: !202, inlinedAt: !197)
!217 = !DILocation(line: 54, column: 2, scope: !208, inlinedAt: !216)
!218 = !{i64 1413, i64 1435}
!219 = !DILocation(line: 66, column: 13, scope: !220, inlinedAt: !197)
!220 = distinct !DILexicalBlock(scope: !202, file: !3, line: 66, column: 7)
!221 = !DILocation(line: 66, column: 7, scope: !202, inlinedAt: !197)
!222 = distinct !{!222, !223, !224}
!223 = !DILocation(line: 62, column: 2, scope: !204, inlinedAt: !197)
!224 = !DILocation(line: 69, column: 2, scope: !204, inlinedAt: !197)
!225 = !DILocation(line: 149, column: 7, scope: !226, inlinedAt: !149)
!226 = distinct !DILexicalBlock(scope: !141, file: !3, line: 149, column: 6)
!227 = !DILocation(line: 149, column: 6, scope: !141, inlinedAt: !149)
!228 = !DILocation(line: 155, column: 13, scope: !229, inlinedAt: !149)
!229 = distinct !DILexicalBlock(scope: !141, file: !3, line: 155, column: 6)
!230 = !DILocation(line: 155, column: 10, scope: !229, inlinedAt: !149)
!231 = !DILocation(line: 155, column: 6, scope: !141, inlinedAt: !149)
!232 = !DILocalVariable(name: "page", arg: 1, scope: !233, file: !3, line: 132, type: !28)
!233 = distinct !DISubprogram(name: "put", scope: !3, file: !3, line: 132, type: !234, scopeLine: 133, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !236)
!234 = !DISubroutineType(types: !235)
!235 = !{null, !28}
!236 = !{!232}
!237 = !DILocation(line: 0, scope: !233, inlinedAt: !238)
!238 = distinct !DILocation(line: 163, column: 3, scope: !239, inlinedAt: !149)
!239 = distinct !DILexicalBlock(scope: !229, file: !3, line: 155, column: 31)
!240 = !DILocalVariable(name: "p", arg: 1, scope: !241, file: !3, line: 72, type: !190)
!241 = distinct !DISubprogram(name: "dec_return", scope: !3, file: !3, line: 72, type: !242, scopeLine: 73, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !244)
!242 = !DISubroutineType(types: !243)
!243 = !{!34, !190}
!244 = !{!240, !245, !246}
!245 = !DILocalVariable(name: "old", scope: !241, file: !3, line: 74, type: !34)
!246 = !DILocalVariable(name: "minus", scope: !241, file: !3, line: 74, type: !34)
!247 = !DILocation(line: 0, scope: !241, inlinedAt: !248)
!248 = distinct !DILocation(line: 134, column: 6, scope: !249, inlinedAt: !238)
!249 = distinct !DILexicalBlock(scope: !233, file: !3, line: 134, column: 6)
!250 = !DILocation(line: 76, column: 2, scope: !241, inlinedAt: !248)
!251 = !{i64 1842, i64 1864}
!252 = !DILocation(line: 134, column: 35, scope: !249, inlinedAt: !238)
!253 = !DILocation(line: 134, column: 6, scope: !233, inlinedAt: !238)
!254 = !DILocalVariable(name: "pmd", arg: 1, scope: !255, file: !3, line: 170, type: !9)
!255 = distinct !DISubprogram(name: "small", scope: !3, file: !3, line: 170, type: !142, scopeLine: 171, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !256)
!256 = !{!254, !257, !258, !259, !260, !261}
!257 = !DILocalVariable(name: "pmdp", arg: 2, scope: !255, file: !3, line: 170, type: !22)
!258 = !DILocalVariable(name: "write", arg: 3, scope: !255, file: !3, line: 170, type: !66)
!259 = !DILocalVariable(name: "ptep", scope: !255, file: !3, line: 172, type: !22)
!260 = !DILocalVariable(name: "pte", scope: !255, file: !3, line: 173, type: !9)
!261 = !DILocalVariable(name: "page", scope: !255, file: !3, line: 174, type: !28)
!262 = !DILocation(line: 0, scope: !255, inlinedAt: !263)
!263 = distinct !DILocation(line: 211, column: 9, scope: !77, inlinedAt: !88)
!264 = !DILocation(line: 172, column: 14, scope: !255, inlinedAt: !263)
!265 = !DILocation(line: 173, column: 12, scope: !255, inlinedAt: !263)
!266 = !DILocation(line: 176, column: 11, scope: !267, inlinedAt: !263)
!267 = distinct !DILexicalBlock(scope: !255, file: !3, line: 176, column: 6)
!268 = !DILocation(line: 176, column: 34, scope: !267, inlinedAt: !263)
!269 = !DILocation(line: 176, column: 47, scope: !267, inlinedAt: !263)
!270 = !DILocalVariable(name: "pte", arg: 1, scope: !271, file: !3, line: 93, type: !9)
!271 = distinct !DISubprogram(name: "pte_access_permitted", scope: !3, file: !3, line: 93, type: !78, scopeLine: 94, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !272)
!272 = !{!270, !273, !274}
!273 = !DILocalVariable(name: "write", arg: 2, scope: !271, file: !3, line: 93, type: !66)
!274 = !DILocalVariable(name: "answer", scope: !271, file: !3, line: 95, type: !9)
!275 = !DILocation(line: 0, scope: !271, inlinedAt: !276)
!276 = distinct !DILocation(line: 176, column: 51, scope: !267, inlinedAt: !263)
!277 = !DILocation(line: 0, scope: !159, inlinedAt: !278)
!278 = distinct !DILocation(line: 95, column: 15, scope: !271, inlinedAt: !276)
!279 = !DILocation(line: 82, column: 16, scope: !159, inlinedAt: !278)
!280 = !DILocation(line: 82, column: 34, scope: !159, inlinedAt: !278)
!281 = !DILocation(line: 82, column: 52, scope: !159, inlinedAt: !278)
!282 = !DILocation(line: 97, column: 2, scope: !271, inlinedAt: !276)
!283 = !{i64 2147507414}
!284 = !DILocation(line: 176, column: 51, scope: !267, inlinedAt: !263)
!285 = !DILocation(line: 176, column: 84, scope: !267, inlinedAt: !263)
!286 = !DILocation(line: 0, scope: !172, inlinedAt: !287)
!287 = distinct !DILocation(line: 178, column: 9, scope: !255, inlinedAt: !263)
!288 = !DILocation(line: 120, column: 22, scope: !172, inlinedAt: !287)
!289 = !DILocation(line: 121, column: 19, scope: !172, inlinedAt: !287)
!290 = !DILocation(line: 123, column: 11, scope: !183, inlinedAt: !287)
!291 = !DILocation(line: 123, column: 6, scope: !172, inlinedAt: !287)
!292 = !DILocation(line: 129, column: 44, scope: !172, inlinedAt: !287)
!293 = !DILocation(line: 0, scope: !187, inlinedAt: !294)
!294 = distinct !DILocation(line: 129, column: 9, scope: !172, inlinedAt: !287)
!295 = !DILocation(line: 60, column: 12, scope: !187, inlinedAt: !294)
!296 = !DILocation(line: 62, column: 2, scope: !187, inlinedAt: !294)
!297 = !DILocation(line: 63, column: 11, scope: !201, inlinedAt: !294)
!298 = !DILocation(line: 63, column: 7, scope: !202, inlinedAt: !294)
!299 = !DILocation(line: 65, column: 31, scope: !202, inlinedAt: !294)
!300 = !DILocation(line: 0, scope: !208, inlinedAt: !301)
!301 = distinct !DILocation(line: 65, column: 11, scope: !202, inlinedAt: !294)
!302 = !DILocation(line: 54, column: 2, scope: !208, inlinedAt: !301)
!303 = !DILocation(line: 66, column: 13, scope: !220, inlinedAt: !294)
!304 = !DILocation(line: 66, column: 7, scope: !202, inlinedAt: !294)
!305 = distinct !{!305, !306, !307}
!306 = !DILocation(line: 62, column: 2, scope: !204, inlinedAt: !294)
!307 = !DILocation(line: 69, column: 2, scope: !204, inlinedAt: !294)
!308 = !DILocation(line: 179, column: 7, scope: !309, inlinedAt: !263)
!309 = distinct !DILexicalBlock(scope: !255, file: !3, line: 179, column: 6)
!310 = !DILocation(line: 179, column: 6, scope: !255, inlinedAt: !263)
!311 = !DILocation(line: 184, column: 13, scope: !312, inlinedAt: !263)
!312 = distinct !DILexicalBlock(scope: !255, file: !3, line: 184, column: 6)
!313 = !DILocation(line: 184, column: 10, scope: !312, inlinedAt: !263)
!314 = !DILocation(line: 184, column: 30, scope: !312, inlinedAt: !263)
!315 = !DILocation(line: 184, column: 40, scope: !312, inlinedAt: !263)
!316 = !DILocation(line: 184, column: 37, scope: !312, inlinedAt: !263)
!317 = !DILocation(line: 184, column: 6, scope: !255, inlinedAt: !263)
!318 = !DILocation(line: 0, scope: !233, inlinedAt: !319)
!319 = distinct !DILocation(line: 186, column: 3, scope: !320, inlinedAt: !263)
!320 = distinct !DILexicalBlock(scope: !312, file: !3, line: 184, column: 58)
!321 = !DILocation(line: 0, scope: !241, inlinedAt: !322)
!322 = distinct !DILocation(line: 134, column: 6, scope: !249, inlinedAt: !319)
!323 = !DILocation(line: 76, column: 2, scope: !241, inlinedAt: !322)
!324 = !DILocation(line: 134, column: 35, scope: !249, inlinedAt: !319)
!325 = !DILocation(line: 134, column: 6, scope: !233, inlinedAt: !319)
!326 = !DILocation(line: 212, column: 1, scope: !77, inlinedAt: !88)
!327 = !DILocation(line: 225, column: 2, scope: !63)
!328 = !DISubprogram(name: "__folio_put", scope: !3, file: !3, line: 17, type: !234, flags: DIFlagPrototyped, spFlags: DISPFlagOptimized)
