; ModuleID = 'gup.c'
source_filename = "gup.c"
target datalayout = "e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32"
target triple = "aarch64-unknown-linux-gnu"

%struct.page = type { i64, i64, i32, i32, ptr, %struct.list, ptr, i32 }
%struct.list = type { ptr, ptr }

@unused_vma = dso_local local_unnamed_addr global ptr null, align 8, !dbg !0

; Function Attrs: nounwind null_pointer_is_valid
define dso_local range(i32 0, 2) i32 @get_user_pages_fast_only(i64 noundef %0, i32 noundef %1, i32 noundef %2, ptr nocapture noundef readnone %3) local_unnamed_addr #0 !dbg !63 {
    #dbg_value(i64 %0, !69, !DIExpression(), !75)
    #dbg_value(i32 %1, !70, !DIExpression(), !75)
    #dbg_value(i32 %2, !71, !DIExpression(), !75)
    #dbg_value(ptr %3, !72, !DIExpression(), !75)
  %5 = tail call i64 asm sideeffect "mrs $0, daif", "=r,~{memory}"() #2, !dbg !76, !srcloc !83
    #dbg_value(i64 %5, !81, !DIExpression(), !84)
  tail call void asm sideeffect "msr daifset, #3", "~{memory}"() #2, !dbg !85, !srcloc !86
    #dbg_value(i64 %5, !74, !DIExpression(), !75)
  %6 = and i32 %2, 1, !dbg !87
    #dbg_value(i64 %0, !88, !DIExpression(), !99)
    #dbg_value(i32 %6, !93, !DIExpression(), !99)
  %7 = tail call i64 asm "mrs $0, sp_el0", "=r"() #3, !dbg !101, !srcloc !108
    #dbg_value(i64 %7, !106, !DIExpression(), !109)
  %8 = inttoptr i64 %7 to ptr, !dbg !110
  %9 = getelementptr inbounds i8, ptr %8, i64 8, !dbg !111
  %10 = load ptr, ptr %9, align 8, !dbg !111
  %11 = getelementptr inbounds i8, ptr %10, i64 8, !dbg !112
  %12 = load ptr, ptr %11, align 8, !dbg !112
    #dbg_value(ptr %12, !94, !DIExpression(), !99)
  %13 = lshr i64 %0, 39, !dbg !113
  %14 = and i64 %13, 511, !dbg !113
  %15 = getelementptr i64, ptr %12, i64 %14, !dbg !113
  %16 = load i64, ptr %15, align 8, !dbg !113
  %17 = and i64 %16, 281474976706560, !dbg !113
  %18 = or disjoint i64 %17, -281474976710656, !dbg !113
  %19 = inttoptr i64 %18 to ptr, !dbg !113
    #dbg_value(ptr %19, !95, !DIExpression(), !99)
  %20 = lshr i64 %0, 30, !dbg !114
  %21 = and i64 %20, 511, !dbg !114
  %22 = getelementptr i64, ptr %19, i64 %21, !dbg !114
  %23 = load i64, ptr %22, align 8, !dbg !114
  %24 = and i64 %23, 281474976706560, !dbg !114
  %25 = or disjoint i64 %24, -281474976710656, !dbg !114
  %26 = inttoptr i64 %25 to ptr, !dbg !114
    #dbg_value(ptr %26, !96, !DIExpression(), !99)
  %27 = lshr i64 %0, 21, !dbg !115
  %28 = and i64 %27, 511, !dbg !116
  %29 = getelementptr i64, ptr %26, i64 %28, !dbg !117
    #dbg_value(ptr %29, !97, !DIExpression(), !99)
  %30 = load volatile i64, ptr %29, align 8, !dbg !118
    #dbg_value(i64 %30, !98, !DIExpression(), !99)
    #dbg_value(i64 %30, !119, !DIExpression(), !125)
  %31 = and i64 %30, 864691128455135233, !dbg !128
  %32 = icmp ne i64 %31, 0, !dbg !129
  %33 = zext i1 %32 to i64, !dbg !130
    #dbg_value(i64 %33, !124, !DIExpression(), !125)
  %34 = tail call i64 asm "/* pmdrace pmd_present */", "=r,r,0"(i64 %30, i64 %33) #3, !dbg !131, !srcloc !132
    #dbg_value(i64 %34, !124, !DIExpression(), !125)
  %35 = and i64 %34, 4294967295, !dbg !133
  %36 = icmp eq i64 %35, 0, !dbg !133
  br i1 %36, label %146, label %37, !dbg !134

37:                                               ; preds = %4
    #dbg_value(i64 %30, !135, !DIExpression(), !139)
  %38 = lshr i64 %30, 1, !dbg !142
  %39 = and i64 %38, 1, !dbg !142
  %40 = xor i64 %39, 1, !dbg !142
    #dbg_value(i64 %40, !138, !DIExpression(), !139)
  %41 = tail call i64 asm "/* pmdrace pmd_trans_huge */", "=r,r,0"(i64 %30, i64 %40) #3, !dbg !143, !srcloc !144
    #dbg_value(i64 %41, !138, !DIExpression(), !139)
  %42 = and i64 %41, 4294967295, !dbg !145
  %43 = and i64 %30, 144115188075855872
  %44 = icmp eq i64 %43, 0
  %45 = or disjoint i64 %42, %43, !dbg !146
  %46 = icmp eq i64 %45, 0, !dbg !146
  br i1 %46, label %91, label %47, !dbg !146

47:                                               ; preds = %37
  %48 = and i64 %30, 288230376151711745, !dbg !147
  %49 = icmp eq i64 %48, 288230376151711744, !dbg !150
  br i1 %49, label %146, label %50, !dbg !151

50:                                               ; preds = %47
    #dbg_value(i64 %30, !152, !DIExpression(), !160)
    #dbg_value(ptr %29, !157, !DIExpression(), !160)
    #dbg_value(i32 %6, !158, !DIExpression(), !160)
    #dbg_value(i64 %30, !162, !DIExpression(), !167)
    #dbg_value(i32 %6, !165, !DIExpression(), !167)
    #dbg_value(i64 %30, !170, !DIExpression(), !174)
    #dbg_value(i32 %6, !173, !DIExpression(), !174)
  %51 = and i64 %30, 65, !dbg !176
  %52 = icmp eq i64 %51, 65, !dbg !177
  %53 = icmp eq i32 %6, 0, !dbg !178
  %54 = and i64 %30, 2251799813685248, !dbg !178
  %55 = icmp ne i64 %54, 0, !dbg !178
  %56 = or i1 %53, %55, !dbg !178
  %57 = and i1 %52, %56, !dbg !178
  %58 = zext i1 %57 to i64, !dbg !178
    #dbg_value(i64 %58, !166, !DIExpression(), !167)
  %59 = tail call i64 asm "/* pmdrace pmd_access_permitted */", "=r,r,0"(i64 %30, i64 %58) #3, !dbg !179, !srcloc !180
    #dbg_value(i64 %59, !166, !DIExpression(), !167)
  %60 = and i64 %59, 4294967295, !dbg !181
  %61 = icmp ne i64 %60, 0, !dbg !181
  %62 = and i1 %44, %61, !dbg !182
  br i1 %62, label %63, label %146, !dbg !182

63:                                               ; preds = %50
    #dbg_value(i64 %30, !183, !DIExpression(DW_OP_constu, 18302628885631598592, DW_OP_and, DW_OP_stack_value), !190)
  %64 = lshr i64 %30, 12, !dbg !192
  %65 = and i64 %64, 68719476224, !dbg !192
  %66 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %65, !dbg !192
    #dbg_value(ptr %66, !188, !DIExpression(), !190)
  %67 = getelementptr inbounds i8, ptr %66, i64 8, !dbg !193
  %68 = load i64, ptr %67, align 8, !dbg !193
    #dbg_value(i64 %68, !189, !DIExpression(), !190)
  %69 = and i64 %68, 1, !dbg !194
  %70 = icmp eq i64 %69, 0, !dbg !194
  %71 = add nsw i64 %68, -1, !dbg !196
  %72 = inttoptr i64 %71 to ptr, !dbg !196
  %73 = select i1 %70, ptr %66, ptr %72, !dbg !196
    #dbg_value(ptr %73, !188, !DIExpression(), !190)
  %74 = getelementptr inbounds i8, ptr %73, i64 20, !dbg !197
    #dbg_value(ptr %74, !198, !DIExpression(), !208)
    #dbg_value(i32 1, !204, !DIExpression(), !208)
    #dbg_value(i32 0, !205, !DIExpression(), !208)
  %75 = load volatile i32, ptr %74, align 4, !dbg !210
    #dbg_value(i32 %75, !206, !DIExpression(), !208)
  br label %76, !dbg !211

76:                                               ; preds = %79, %63
  %77 = phi i32 [ %75, %63 ], [ %81, %79 ], !dbg !208
    #dbg_value(i32 %77, !206, !DIExpression(), !208)
  %78 = icmp eq i32 %77, 0, !dbg !212
  br i1 %78, label %146, label %79, !dbg !217

79:                                               ; preds = %76
  %80 = add i32 %77, 1, !dbg !218
    #dbg_value(ptr %74, !219, !DIExpression(), !227)
    #dbg_value(i32 %77, !224, !DIExpression(), !227)
    #dbg_value(i32 %80, !225, !DIExpression(), !227)
    #dbg_value(i32 %77, !226, !DIExpression(), !227)
  %81 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %74, i32 %80, i32 %77, ptr elementtype(i32) %74) #2, !dbg !229, !srcloc !230
    #dbg_value(i32 %81, !226, !DIExpression(), !227)
    #dbg_value(i32 %81, !207, !DIExpression(), !208)
  %82 = icmp eq i32 %81, %77, !dbg !231
  br i1 %82, label %83, label %76, !dbg !233, !llvm.loop !234

83:                                               ; preds = %79
    #dbg_value(ptr %73, !159, !DIExpression(), !160)
  %84 = icmp eq ptr %73, null, !dbg !237
  br i1 %84, label %146, label %85, !dbg !239

85:                                               ; preds = %83
  %86 = load volatile i64, ptr %29, align 8, !dbg !240
  %87 = icmp eq i64 %86, %30, !dbg !242
  br i1 %87, label %146, label %88, !dbg !243

88:                                               ; preds = %85
    #dbg_value(ptr %73, !244, !DIExpression(), !249)
    #dbg_value(ptr %74, !252, !DIExpression(), !259)
    #dbg_value(i32 -1, !258, !DIExpression(), !259)
  %89 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %74, i32 -1, ptr elementtype(i32) %74) #2, !dbg !262, !srcloc !263
    #dbg_value(i32 %89, !257, !DIExpression(), !259)
  %90 = icmp eq i32 %89, 1, !dbg !264
  br i1 %90, label %144, label %146, !dbg !265

91:                                               ; preds = %37
    #dbg_value(i64 %30, !266, !DIExpression(), !274)
    #dbg_value(ptr %29, !269, !DIExpression(), !274)
    #dbg_value(i32 %6, !270, !DIExpression(), !274)
  %92 = and i64 %30, 281474976706560, !dbg !276
  %93 = or disjoint i64 %92, -281474976710656, !dbg !276
  %94 = inttoptr i64 %93 to ptr, !dbg !276
    #dbg_value(ptr %94, !271, !DIExpression(), !274)
  %95 = load volatile i64, ptr %94, align 4096, !dbg !277
    #dbg_value(i64 %95, !272, !DIExpression(), !274)
  %96 = and i64 %95, 288230376151711745, !dbg !278
  %97 = icmp eq i64 %96, 288230376151711744, !dbg !280
  br i1 %97, label %146, label %98, !dbg !281

98:                                               ; preds = %91
    #dbg_value(i64 %95, !282, !DIExpression(), !287)
    #dbg_value(i32 %6, !285, !DIExpression(), !287)
    #dbg_value(i64 %95, !170, !DIExpression(), !289)
    #dbg_value(i32 %6, !173, !DIExpression(), !289)
  %99 = and i64 %95, 65, !dbg !291
  %100 = icmp eq i64 %99, 65, !dbg !292
  %101 = icmp eq i32 %6, 0, !dbg !293
  %102 = and i64 %95, 2251799813685248, !dbg !293
  %103 = icmp ne i64 %102, 0, !dbg !293
  %104 = or i1 %101, %103, !dbg !293
  %105 = and i1 %100, %104, !dbg !293
  %106 = zext i1 %105 to i64, !dbg !293
    #dbg_value(i64 %106, !286, !DIExpression(), !287)
  %107 = tail call i64 asm "/* pmdrace pte_access_permitted */", "=r,r,0"(i64 %95, i64 %106) #3, !dbg !294, !srcloc !295
    #dbg_value(i64 %107, !286, !DIExpression(), !287)
  %108 = and i64 %107, 4294967295, !dbg !296
  %109 = icmp ne i64 %108, 0, !dbg !296
  %110 = and i64 %95, 216172782113783808
  %111 = icmp eq i64 %110, 0
  %112 = and i1 %111, %109, !dbg !297
  br i1 %112, label %113, label %146, !dbg !297

113:                                              ; preds = %98
    #dbg_value(i64 %95, !183, !DIExpression(), !298)
  %114 = lshr i64 %95, 12, !dbg !300
  %115 = and i64 %114, 68719476735, !dbg !300
  %116 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %115, !dbg !300
    #dbg_value(ptr %116, !188, !DIExpression(), !298)
  %117 = getelementptr inbounds i8, ptr %116, i64 8, !dbg !301
  %118 = load i64, ptr %117, align 8, !dbg !301
    #dbg_value(i64 %118, !189, !DIExpression(), !298)
  %119 = and i64 %118, 1, !dbg !302
  %120 = icmp eq i64 %119, 0, !dbg !302
  %121 = add nsw i64 %118, -1, !dbg !303
  %122 = inttoptr i64 %121 to ptr, !dbg !303
  %123 = select i1 %120, ptr %116, ptr %122, !dbg !303
    #dbg_value(ptr %123, !188, !DIExpression(), !298)
  %124 = getelementptr inbounds i8, ptr %123, i64 20, !dbg !304
    #dbg_value(ptr %124, !198, !DIExpression(), !305)
    #dbg_value(i32 1, !204, !DIExpression(), !305)
    #dbg_value(i32 0, !205, !DIExpression(), !305)
  %125 = load volatile i32, ptr %124, align 4, !dbg !307
    #dbg_value(i32 %125, !206, !DIExpression(), !305)
  br label %126, !dbg !308

126:                                              ; preds = %129, %113
  %127 = phi i32 [ %125, %113 ], [ %131, %129 ], !dbg !305
    #dbg_value(i32 %127, !206, !DIExpression(), !305)
  %128 = icmp eq i32 %127, 0, !dbg !309
  br i1 %128, label %146, label %129, !dbg !310

129:                                              ; preds = %126
  %130 = add i32 %127, 1, !dbg !311
    #dbg_value(ptr %124, !219, !DIExpression(), !312)
    #dbg_value(i32 %127, !224, !DIExpression(), !312)
    #dbg_value(i32 %130, !225, !DIExpression(), !312)
    #dbg_value(i32 %127, !226, !DIExpression(), !312)
  %131 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %124, i32 %130, i32 %127, ptr elementtype(i32) %124) #2, !dbg !314, !srcloc !230
    #dbg_value(i32 %131, !226, !DIExpression(), !312)
    #dbg_value(i32 %131, !207, !DIExpression(), !305)
  %132 = icmp eq i32 %131, %127, !dbg !315
  br i1 %132, label %133, label %126, !dbg !316, !llvm.loop !317

133:                                              ; preds = %129
    #dbg_value(ptr %123, !273, !DIExpression(), !274)
  %134 = icmp eq ptr %123, null, !dbg !320
  br i1 %134, label %146, label %135, !dbg !322

135:                                              ; preds = %133
  %136 = load volatile i64, ptr %29, align 8, !dbg !323
  %137 = icmp eq i64 %136, %30, !dbg !325
  br i1 %137, label %138, label %141, !dbg !326

138:                                              ; preds = %135
  %139 = load volatile i64, ptr %94, align 4096, !dbg !327
  %140 = icmp eq i64 %95, %139, !dbg !328
  br i1 %140, label %146, label %141, !dbg !329

141:                                              ; preds = %138, %135
    #dbg_value(ptr %123, !244, !DIExpression(), !330)
    #dbg_value(ptr %124, !252, !DIExpression(), !333)
    #dbg_value(i32 -1, !258, !DIExpression(), !333)
  %142 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %124, i32 -1, ptr elementtype(i32) %124) #2, !dbg !335, !srcloc !263
    #dbg_value(i32 %142, !257, !DIExpression(), !333)
  %143 = icmp eq i32 %142, 1, !dbg !336
  br i1 %143, label %144, label %146, !dbg !337

144:                                              ; preds = %141, %88
  %145 = phi ptr [ %73, %88 ], [ %123, %141 ]
  tail call void @__folio_put(ptr noundef nonnull %145) #4, !dbg !99
  br label %146, !dbg !338

146:                                              ; preds = %76, %126, %4, %47, %50, %83, %85, %88, %91, %98, %133, %138, %141, %144
  %147 = phi i32 [ 0, %4 ], [ 0, %47 ], [ 0, %50 ], [ 0, %83 ], [ 1, %85 ], [ 0, %88 ], [ 0, %98 ], [ 0, %91 ], [ 0, %133 ], [ 1, %138 ], [ 0, %141 ], [ 0, %144 ], [ 0, %126 ], [ 0, %76 ], !dbg !99
    #dbg_value(i32 %147, !73, !DIExpression(), !75)
    #dbg_value(i64 %5, !339, !DIExpression(), !344)
  tail call void asm sideeffect "msr daif, $0", "r,~{memory}"(i64 %5) #2, !dbg !346, !srcloc !347
  ret i32 %147, !dbg !348
}

; Function Attrs: null_pointer_is_valid
declare !dbg !349 dso_local void @__folio_put(ptr noundef) local_unnamed_addr #1

attributes #0 = { nounwind null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #1 = { null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #2 = { nounwind }
attributes #3 = { nounwind memory(none) }
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
!68 = !{!69, !70, !71, !72, !73, !74}
!69 = !DILocalVariable(name: "start", arg: 1, scope: !63, file: !3, line: 214, type: !9)
!70 = !DILocalVariable(name: "count", arg: 2, scope: !63, file: !3, line: 214, type: !66)
!71 = !DILocalVariable(name: "flags", arg: 3, scope: !63, file: !3, line: 214, type: !34)
!72 = !DILocalVariable(name: "pages", arg: 4, scope: !63, file: !3, line: 214, type: !67)
!73 = !DILocalVariable(name: "got", scope: !63, file: !3, line: 216, type: !66)
!74 = !DILocalVariable(name: "irqs", scope: !63, file: !3, line: 218, type: !9)
!75 = !DILocation(line: 0, scope: !63)
!76 = !DILocation(line: 40, column: 2, scope: !77, inlinedAt: !82)
!77 = distinct !DISubprogram(name: "irq_save", scope: !3, file: !3, line: 36, type: !78, scopeLine: 37, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !80)
!78 = !DISubroutineType(types: !79)
!79 = !{!9}
!80 = !{!81}
!81 = !DILocalVariable(name: "flags", scope: !77, file: !3, line: 38, type: !9)
!82 = distinct !DILocation(line: 218, column: 13, scope: !63)
!83 = !{i64 1111}
!84 = !DILocation(line: 0, scope: !77, inlinedAt: !82)
!85 = !DILocation(line: 41, column: 2, scope: !77, inlinedAt: !82)
!86 = !{i64 1169}
!87 = !DILocation(line: 221, column: 26, scope: !63)
!88 = !DILocalVariable(name: "address", arg: 1, scope: !89, file: !3, line: 192, type: !9)
!89 = distinct !DISubprogram(name: "walk", scope: !3, file: !3, line: 192, type: !90, scopeLine: 193, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !92)
!90 = !DISubroutineType(types: !91)
!91 = !{!66, !9, !66}
!92 = !{!88, !93, !94, !95, !96, !97, !98}
!93 = !DILocalVariable(name: "write", arg: 2, scope: !89, file: !3, line: 192, type: !66)
!94 = !DILocalVariable(name: "pgd", scope: !89, file: !3, line: 194, type: !22)
!95 = !DILocalVariable(name: "pud", scope: !89, file: !3, line: 195, type: !22)
!96 = !DILocalVariable(name: "pmds", scope: !89, file: !3, line: 196, type: !22)
!97 = !DILocalVariable(name: "pmdp", scope: !89, file: !3, line: 197, type: !22)
!98 = !DILocalVariable(name: "pmd", scope: !89, file: !3, line: 198, type: !9)
!99 = !DILocation(line: 0, scope: !89, inlinedAt: !100)
!100 = distinct !DILocation(line: 221, column: 8, scope: !63)
!101 = !DILocation(line: 32, column: 2, scope: !102, inlinedAt: !107)
!102 = distinct !DISubprogram(name: "current", scope: !3, file: !3, line: 28, type: !103, scopeLine: 29, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !105)
!103 = !DISubroutineType(types: !104)
!104 = !{!12}
!105 = !{!106}
!106 = !DILocalVariable(name: "task", scope: !102, file: !3, line: 30, type: !9)
!107 = distinct !DILocation(line: 194, column: 13, scope: !89, inlinedAt: !100)
!108 = !{i64 978}
!109 = !DILocation(line: 0, scope: !102, inlinedAt: !107)
!110 = !DILocation(line: 33, column: 9, scope: !102, inlinedAt: !107)
!111 = !DILocation(line: 194, column: 24, scope: !89, inlinedAt: !100)
!112 = !DILocation(line: 194, column: 28, scope: !89, inlinedAt: !100)
!113 = !DILocation(line: 195, column: 13, scope: !89, inlinedAt: !100)
!114 = !DILocation(line: 196, column: 14, scope: !89, inlinedAt: !100)
!115 = !DILocation(line: 197, column: 30, scope: !89, inlinedAt: !100)
!116 = !DILocation(line: 197, column: 36, scope: !89, inlinedAt: !100)
!117 = !DILocation(line: 197, column: 19, scope: !89, inlinedAt: !100)
!118 = !DILocation(line: 198, column: 12, scope: !89, inlinedAt: !100)
!119 = !DILocalVariable(name: "pmd", arg: 1, scope: !120, file: !3, line: 101, type: !9)
!120 = distinct !DISubprogram(name: "pmd_present", scope: !3, file: !3, line: 101, type: !121, scopeLine: 102, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !123)
!121 = !DISubroutineType(types: !122)
!122 = !{!66, !9}
!123 = !{!119, !124}
!124 = !DILocalVariable(name: "answer", scope: !120, file: !3, line: 103, type: !9)
!125 = !DILocation(line: 0, scope: !120, inlinedAt: !126)
!126 = distinct !DILocation(line: 200, column: 7, scope: !127, inlinedAt: !100)
!127 = distinct !DILexicalBlock(scope: !89, file: !3, line: 200, column: 6)
!128 = !DILocation(line: 103, column: 22, scope: !120, inlinedAt: !126)
!129 = !DILocation(line: 103, column: 16, scope: !120, inlinedAt: !126)
!130 = !DILocation(line: 103, column: 15, scope: !120, inlinedAt: !126)
!131 = !DILocation(line: 105, column: 2, scope: !120, inlinedAt: !126)
!132 = !{i64 2147507545}
!133 = !DILocation(line: 200, column: 7, scope: !127, inlinedAt: !100)
!134 = !DILocation(line: 200, column: 6, scope: !89, inlinedAt: !100)
!135 = !DILocalVariable(name: "pmd", arg: 1, scope: !136, file: !3, line: 110, type: !9)
!136 = distinct !DISubprogram(name: "pmd_trans_huge", scope: !3, file: !3, line: 110, type: !121, scopeLine: 111, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !137)
!137 = !{!135, !138}
!138 = !DILocalVariable(name: "answer", scope: !136, file: !3, line: 112, type: !9)
!139 = !DILocation(line: 0, scope: !136, inlinedAt: !140)
!140 = distinct !DILocation(line: 206, column: 6, scope: !141, inlinedAt: !100)
!141 = distinct !DILexicalBlock(scope: !89, file: !3, line: 206, column: 6)
!142 = !DILocation(line: 112, column: 15, scope: !136, inlinedAt: !140)
!143 = !DILocation(line: 114, column: 2, scope: !136, inlinedAt: !140)
!144 = !{i64 2147507661}
!145 = !DILocation(line: 206, column: 6, scope: !141, inlinedAt: !100)
!146 = !DILocation(line: 206, column: 26, scope: !141, inlinedAt: !100)
!147 = !DILocation(line: 207, column: 12, scope: !148, inlinedAt: !100)
!148 = distinct !DILexicalBlock(scope: !149, file: !3, line: 207, column: 7)
!149 = distinct !DILexicalBlock(scope: !141, file: !3, line: 206, column: 43)
!150 = !DILocation(line: 207, column: 35, scope: !148, inlinedAt: !100)
!151 = !DILocation(line: 207, column: 7, scope: !149, inlinedAt: !100)
!152 = !DILocalVariable(name: "pmd", arg: 1, scope: !153, file: !3, line: 138, type: !9)
!153 = distinct !DISubprogram(name: "huge", scope: !3, file: !3, line: 138, type: !154, scopeLine: 139, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !156)
!154 = !DISubroutineType(types: !155)
!155 = !{!66, !9, !22, !66}
!156 = !{!152, !157, !158, !159}
!157 = !DILocalVariable(name: "pmdp", arg: 2, scope: !153, file: !3, line: 138, type: !22)
!158 = !DILocalVariable(name: "write", arg: 3, scope: !153, file: !3, line: 138, type: !66)
!159 = !DILocalVariable(name: "page", scope: !153, file: !3, line: 140, type: !28)
!160 = !DILocation(line: 0, scope: !153, inlinedAt: !161)
!161 = distinct !DILocation(line: 209, column: 10, scope: !149, inlinedAt: !100)
!162 = !DILocalVariable(name: "pmd", arg: 1, scope: !163, file: !3, line: 85, type: !9)
!163 = distinct !DISubprogram(name: "pmd_access_permitted", scope: !3, file: !3, line: 85, type: !90, scopeLine: 86, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !164)
!164 = !{!162, !165, !166}
!165 = !DILocalVariable(name: "write", arg: 2, scope: !163, file: !3, line: 85, type: !66)
!166 = !DILocalVariable(name: "answer", scope: !163, file: !3, line: 87, type: !9)
!167 = !DILocation(line: 0, scope: !163, inlinedAt: !168)
!168 = distinct !DILocation(line: 143, column: 7, scope: !169, inlinedAt: !161)
!169 = distinct !DILexicalBlock(scope: !153, file: !3, line: 143, column: 6)
!170 = !DILocalVariable(name: "entry", arg: 1, scope: !171, file: !3, line: 80, type: !9)
!171 = distinct !DISubprogram(name: "permitted", scope: !3, file: !3, line: 80, type: !90, scopeLine: 81, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !172)
!172 = !{!170, !173}
!173 = !DILocalVariable(name: "write", arg: 2, scope: !171, file: !3, line: 80, type: !66)
!174 = !DILocation(line: 0, scope: !171, inlinedAt: !175)
!175 = distinct !DILocation(line: 87, column: 15, scope: !163, inlinedAt: !168)
!176 = !DILocation(line: 82, column: 16, scope: !171, inlinedAt: !175)
!177 = !DILocation(line: 82, column: 34, scope: !171, inlinedAt: !175)
!178 = !DILocation(line: 82, column: 52, scope: !171, inlinedAt: !175)
!179 = !DILocation(line: 89, column: 2, scope: !163, inlinedAt: !168)
!180 = !{i64 2147507282}
!181 = !DILocation(line: 143, column: 7, scope: !169, inlinedAt: !161)
!182 = !DILocation(line: 143, column: 6, scope: !153, inlinedAt: !161)
!183 = !DILocalVariable(name: "entry", arg: 1, scope: !184, file: !3, line: 118, type: !9)
!184 = distinct !DISubprogram(name: "get", scope: !3, file: !3, line: 118, type: !185, scopeLine: 119, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !187)
!185 = !DISubroutineType(types: !186)
!186 = !{!28, !9}
!187 = !{!183, !188, !189}
!188 = !DILocalVariable(name: "page", scope: !184, file: !3, line: 120, type: !28)
!189 = !DILocalVariable(name: "head", scope: !184, file: !3, line: 121, type: !9)
!190 = !DILocation(line: 0, scope: !184, inlinedAt: !191)
!191 = distinct !DILocation(line: 148, column: 9, scope: !153, inlinedAt: !161)
!192 = !DILocation(line: 120, column: 22, scope: !184, inlinedAt: !191)
!193 = !DILocation(line: 121, column: 19, scope: !184, inlinedAt: !191)
!194 = !DILocation(line: 123, column: 11, scope: !195, inlinedAt: !191)
!195 = distinct !DILexicalBlock(scope: !184, file: !3, line: 123, column: 6)
!196 = !DILocation(line: 123, column: 6, scope: !184, inlinedAt: !191)
!197 = !DILocation(line: 129, column: 44, scope: !184, inlinedAt: !191)
!198 = !DILocalVariable(name: "p", arg: 1, scope: !199, file: !3, line: 58, type: !202)
!199 = distinct !DISubprogram(name: "raw_atomic_fetch_add_unless", scope: !3, file: !3, line: 58, type: !200, scopeLine: 59, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !203)
!200 = !DISubroutineType(types: !201)
!201 = !{!66, !202, !34, !34}
!202 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !34, size: 64)
!203 = !{!198, !204, !205, !206, !207}
!204 = !DILocalVariable(name: "n", arg: 2, scope: !199, file: !3, line: 58, type: !34)
!205 = !DILocalVariable(name: "unless", arg: 3, scope: !199, file: !3, line: 58, type: !34)
!206 = !DILocalVariable(name: "old", scope: !199, file: !3, line: 60, type: !34)
!207 = !DILocalVariable(name: "found", scope: !199, file: !3, line: 60, type: !34)
!208 = !DILocation(line: 0, scope: !199, inlinedAt: !209)
!209 = distinct !DILocation(line: 129, column: 9, scope: !184, inlinedAt: !191)
!210 = !DILocation(line: 60, column: 12, scope: !199, inlinedAt: !209)
!211 = !DILocation(line: 62, column: 2, scope: !199, inlinedAt: !209)
!212 = !DILocation(line: 63, column: 11, scope: !213, inlinedAt: !209)
!213 = distinct !DILexicalBlock(scope: !214, file: !3, line: 63, column: 7)
!214 = distinct !DILexicalBlock(scope: !215, file: !3, line: 62, column: 11)
!215 = distinct !DILexicalBlock(scope: !216, file: !3, line: 62, column: 2)
!216 = distinct !DILexicalBlock(scope: !199, file: !3, line: 62, column: 2)
!217 = !DILocation(line: 63, column: 7, scope: !214, inlinedAt: !209)
!218 = !DILocation(line: 65, column: 31, scope: !214, inlinedAt: !209)
!219 = !DILocalVariable(name: "p", arg: 1, scope: !220, file: !3, line: 50, type: !202)
!220 = distinct !DISubprogram(name: "cmpxchg", scope: !3, file: !3, line: 50, type: !221, scopeLine: 51, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !223)
!221 = !DISubroutineType(types: !222)
!222 = !{!34, !202, !34, !34}
!223 = !{!219, !224, !225, !226}
!224 = !DILocalVariable(name: "old", arg: 2, scope: !220, file: !3, line: 50, type: !34)
!225 = !DILocalVariable(name: "new", arg: 3, scope: !220, file: !3, line: 50, type: !34)
!226 = !DILocalVariable(name: "found", scope: !220, file: !3, line: 52, type: !34)
!227 = !DILocation(line: 0, scope: !220, inlinedAt: !228)
!228 = distinct !DILocation(line: 65, column: 11, scope: !214, inlinedAt: !209)
!229 = !DILocation(line: 54, column: 2, scope: !220, inlinedAt: !228)
!230 = !{i64 1413, i64 1435}
!231 = !DILocation(line: 66, column: 13, scope: !232, inlinedAt: !209)
!232 = distinct !DILexicalBlock(scope: !214, file: !3, line: 66, column: 7)
!233 = !DILocation(line: 66, column: 7, scope: !214, inlinedAt: !209)
!234 = distinct !{!234, !235, !236}
!235 = !DILocation(line: 62, column: 2, scope: !216, inlinedAt: !209)
!236 = !DILocation(line: 69, column: 2, scope: !216, inlinedAt: !209)
!237 = !DILocation(line: 149, column: 7, scope: !238, inlinedAt: !161)
!238 = distinct !DILexicalBlock(scope: !153, file: !3, line: 149, column: 6)
!239 = !DILocation(line: 149, column: 6, scope: !153, inlinedAt: !161)
!240 = !DILocation(line: 155, column: 13, scope: !241, inlinedAt: !161)
!241 = distinct !DILexicalBlock(scope: !153, file: !3, line: 155, column: 6)
!242 = !DILocation(line: 155, column: 10, scope: !241, inlinedAt: !161)
!243 = !DILocation(line: 155, column: 6, scope: !153, inlinedAt: !161)
!244 = !DILocalVariable(name: "page", arg: 1, scope: !245, file: !3, line: 132, type: !28)
!245 = distinct !DISubprogram(name: "put", scope: !3, file: !3, line: 132, type: !246, scopeLine: 133, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !248)
!246 = !DISubroutineType(types: !247)
!247 = !{null, !28}
!248 = !{!244}
!249 = !DILocation(line: 0, scope: !245, inlinedAt: !250)
!250 = distinct !DILocation(line: 163, column: 3, scope: !251, inlinedAt: !161)
!251 = distinct !DILexicalBlock(scope: !241, file: !3, line: 155, column: 31)
!252 = !DILocalVariable(name: "p", arg: 1, scope: !253, file: !3, line: 72, type: !202)
!253 = distinct !DISubprogram(name: "dec_return", scope: !3, file: !3, line: 72, type: !254, scopeLine: 73, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !256)
!254 = !DISubroutineType(types: !255)
!255 = !{!34, !202}
!256 = !{!252, !257, !258}
!257 = !DILocalVariable(name: "old", scope: !253, file: !3, line: 74, type: !34)
!258 = !DILocalVariable(name: "minus", scope: !253, file: !3, line: 74, type: !34)
!259 = !DILocation(line: 0, scope: !253, inlinedAt: !260)
!260 = distinct !DILocation(line: 134, column: 6, scope: !261, inlinedAt: !250)
!261 = distinct !DILexicalBlock(scope: !245, file: !3, line: 134, column: 6)
!262 = !DILocation(line: 76, column: 2, scope: !253, inlinedAt: !260)
!263 = !{i64 1842, i64 1864}
!264 = !DILocation(line: 134, column: 35, scope: !261, inlinedAt: !250)
!265 = !DILocation(line: 134, column: 6, scope: !245, inlinedAt: !250)
!266 = !DILocalVariable(name: "pmd", arg: 1, scope: !267, file: !3, line: 170, type: !9)
!267 = distinct !DISubprogram(name: "small", scope: !3, file: !3, line: 170, type: !154, scopeLine: 171, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !268)
!268 = !{!266, !269, !270, !271, !272, !273}
!269 = !DILocalVariable(name: "pmdp", arg: 2, scope: !267, file: !3, line: 170, type: !22)
!270 = !DILocalVariable(name: "write", arg: 3, scope: !267, file: !3, line: 170, type: !66)
!271 = !DILocalVariable(name: "ptep", scope: !267, file: !3, line: 172, type: !22)
!272 = !DILocalVariable(name: "pte", scope: !267, file: !3, line: 173, type: !9)
!273 = !DILocalVariable(name: "page", scope: !267, file: !3, line: 174, type: !28)
!274 = !DILocation(line: 0, scope: !267, inlinedAt: !275)
!275 = distinct !DILocation(line: 211, column: 9, scope: !89, inlinedAt: !100)
!276 = !DILocation(line: 172, column: 14, scope: !267, inlinedAt: !275)
!277 = !DILocation(line: 173, column: 12, scope: !267, inlinedAt: !275)
!278 = !DILocation(line: 176, column: 11, scope: !279, inlinedAt: !275)
!279 = distinct !DILexicalBlock(scope: !267, file: !3, line: 176, column: 6)
!280 = !DILocation(line: 176, column: 34, scope: !279, inlinedAt: !275)
!281 = !DILocation(line: 176, column: 47, scope: !279, inlinedAt: !275)
!282 = !DILocalVariable(name: "pte", arg: 1, scope: !283, file: !3, line: 93, type: !9)
!283 = distinct !DISubprogram(name: "pte_access_permitted", scope: !3, file: !3, line: 93, type: !90, scopeLine: 94, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !284)
!284 = !{!282, !285, !286}
!285 = !DILocalVariable(name: "write", arg: 2, scope: !283, file: !3, line: 93, type: !66)
!286 = !DILocalVariable(name: "answer", scope: !283, file: !3, line: 95, type: !9)
!287 = !DILocation(line: 0, scope: !283, inlinedAt: !288)
!288 = distinct !DILocation(line: 176, column: 51, scope: !279, inlinedAt: !275)
!289 = !DILocation(line: 0, scope: !171, inlinedAt: !290)
!290 = distinct !DILocation(line: 95, column: 15, scope: !283, inlinedAt: !288)
!291 = !DILocation(line: 82, column: 16, scope: !171, inlinedAt: !290)
!292 = !DILocation(line: 82, column: 34, scope: !171, inlinedAt: !290)
!293 = !DILocation(line: 82, column: 52, scope: !171, inlinedAt: !290)
!294 = !DILocation(line: 97, column: 2, scope: !283, inlinedAt: !288)
!295 = !{i64 2147507396}
!296 = !DILocation(line: 176, column: 51, scope: !279, inlinedAt: !275)
!297 = !DILocation(line: 176, column: 84, scope: !279, inlinedAt: !275)
!298 = !DILocation(line: 0, scope: !184, inlinedAt: !299)
!299 = distinct !DILocation(line: 178, column: 9, scope: !267, inlinedAt: !275)
!300 = !DILocation(line: 120, column: 22, scope: !184, inlinedAt: !299)
!301 = !DILocation(line: 121, column: 19, scope: !184, inlinedAt: !299)
!302 = !DILocation(line: 123, column: 11, scope: !195, inlinedAt: !299)
!303 = !DILocation(line: 123, column: 6, scope: !184, inlinedAt: !299)
!304 = !DILocation(line: 129, column: 44, scope: !184, inlinedAt: !299)
!305 = !DILocation(line: 0, scope: !199, inlinedAt: !306)
!306 = distinct !DILocation(line: 129, column: 9, scope: !184, inlinedAt: !299)
!307 = !DILocation(line: 60, column: 12, scope: !199, inlinedAt: !306)
!308 = !DILocation(line: 62, column: 2, scope: !199, inlinedAt: !306)
!309 = !DILocation(line: 63, column: 11, scope: !213, inlinedAt: !306)
!310 = !DILocation(line: 63, column: 7, scope: !214, inlinedAt: !306)
!311 = !DILocation(line: 65, column: 31, scope: !214, inlinedAt: !306)
!312 = !DILocation(line: 0, scope: !220, inlinedAt: !313)
!313 = distinct !DILocation(line: 65, column: 11, scope: !214, inlinedAt: !306)
!314 = !DILocation(line: 54, column: 2, scope: !220, inlinedAt: !313)
!315 = !DILocation(line: 66, column: 13, scope: !232, inlinedAt: !306)
!316 = !DILocation(line: 66, column: 7, scope: !214, inlinedAt: !306)
!317 = distinct !{!317, !318, !319}
!318 = !DILocation(line: 62, column: 2, scope: !216, inlinedAt: !306)
!319 = !DILocation(line: 69, column: 2, scope: !216, inlinedAt: !306)
!320 = !DILocation(line: 179, column: 7, scope: !321, inlinedAt: !275)
!321 = distinct !DILexicalBlock(scope: !267, file: !3, line: 179, column: 6)
!322 = !DILocation(line: 179, column: 6, scope: !267, inlinedAt: !275)
!323 = !DILocation(line: 184, column: 13, scope: !324, inlinedAt: !275)
!324 = distinct !DILexicalBlock(scope: !267, file: !3, line: 184, column: 6)
!325 = !DILocation(line: 184, column: 10, scope: !324, inlinedAt: !275)
!326 = !DILocation(line: 184, column: 30, scope: !324, inlinedAt: !275)
!327 = !DILocation(line: 184, column: 40, scope: !324, inlinedAt: !275)
!328 = !DILocation(line: 184, column: 37, scope: !324, inlinedAt: !275)
!329 = !DILocation(line: 184, column: 6, scope: !267, inlinedAt: !275)
!330 = !DILocation(line: 0, scope: !245, inlinedAt: !331)
!331 = distinct !DILocation(line: 186, column: 3, scope: !332, inlinedAt: !275)
!332 = distinct !DILexicalBlock(scope: !324, file: !3, line: 184, column: 58)
!333 = !DILocation(line: 0, scope: !253, inlinedAt: !334)
!334 = distinct !DILocation(line: 134, column: 6, scope: !261, inlinedAt: !331)
!335 = !DILocation(line: 76, column: 2, scope: !253, inlinedAt: !334)
!336 = !DILocation(line: 134, column: 35, scope: !261, inlinedAt: !331)
!337 = !DILocation(line: 134, column: 6, scope: !245, inlinedAt: !331)
!338 = !DILocation(line: 212, column: 1, scope: !89, inlinedAt: !100)
!339 = !DILocalVariable(name: "flags", arg: 1, scope: !340, file: !3, line: 45, type: !9)
!340 = distinct !DISubprogram(name: "irq_restore", scope: !3, file: !3, line: 45, type: !341, scopeLine: 46, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !343)
!341 = !DISubroutineType(types: !342)
!342 = !{null, !9}
!343 = !{!339}
!344 = !DILocation(line: 0, scope: !340, inlinedAt: !345)
!345 = distinct !DILocation(line: 223, column: 2, scope: !63)
!346 = !DILocation(line: 47, column: 2, scope: !340, inlinedAt: !345)
!347 = !{i64 1280}
!348 = !DILocation(line: 225, column: 2, scope: !63)
!349 = !DISubprogram(name: "__folio_put", scope: !3, file: !3, line: 17, type: !246, flags: DIFlagPrototyped, spFlags: DISPFlagOptimized)
