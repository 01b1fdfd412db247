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
  br i1 %36, label %134, label %37, !dbg !134

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
  %44 = or disjoint i64 %42, %43, !dbg !146
  %45 = icmp eq i64 %44, 0, !dbg !146
  br i1 %45, label %79, label %46, !dbg !146

46:                                               ; preds = %37
  %47 = icmp ne i64 %43, 0
  %48 = and i64 %30, 288230376151711745, !dbg !147
  %49 = icmp eq i64 %48, 288230376151711744, !dbg !150
  %50 = or i1 %49, %47, !dbg !151
  br i1 %50, label %134, label %51, !dbg !151

51:                                               ; preds = %46
    #dbg_value(i64 %30, !152, !DIExpression(DW_OP_constu, 18302628885631598592, DW_OP_and, DW_OP_stack_value), !159)
  %52 = lshr i64 %30, 12, !dbg !170
  %53 = and i64 %52, 68719476224, !dbg !170
  %54 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %53, !dbg !170
    #dbg_value(ptr %54, !157, !DIExpression(), !159)
  %55 = getelementptr inbounds i8, ptr %54, i64 8, !dbg !171
  %56 = load i64, ptr %55, align 8, !dbg !171
    #dbg_value(i64 %56, !158, !DIExpression(), !159)
  %57 = and i64 %56, 1, !dbg !172
  %58 = icmp eq i64 %57, 0, !dbg !172
  %59 = add nsw i64 %56, -1, !dbg !174
  %60 = inttoptr i64 %59 to ptr, !dbg !174
  %61 = select i1 %58, ptr %54, ptr %60, !dbg !174
    #dbg_value(ptr %61, !157, !DIExpression(), !159)
  %62 = getelementptr inbounds i8, ptr %61, i64 20, !dbg !175
    #dbg_value(ptr %62, !176, !DIExpression(), !186)
    #dbg_value(i32 1, !182, !DIExpression(), !186)
    #dbg_value(i32 0, !183, !DIExpression(), !186)
  %63 = load volatile i32, ptr %62, align 4, !dbg !188
    #dbg_value(i32 %63, !184, !DIExpression(), !186)
  br label %64, !dbg !189

64:                                               ; preds = %67, %51
  %65 = phi i32 [ %63, %51 ], [ %69, %67 ], !dbg !186
    #dbg_value(i32 %65, !184, !DIExpression(), !186)
  %66 = icmp eq i32 %65, 0, !dbg !190
  br i1 %66, label %134, label %67, !dbg !195

67:                                               ; preds = %64
  %68 = add i32 %65, 1, !dbg !196
    #dbg_value(ptr %62, !197, !DIExpression(), !205)
    #dbg_value(i32 %65, !202, !DIExpression(), !205)
    #dbg_value(i32 %68, !203, !DIExpression(), !205)
    #dbg_value(i32 %65, !204, !DIExpression(), !205)
  %69 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %62, i32 %68, i32 %65, ptr elementtype(i32) %62) #2, !dbg !207, !srcloc !208
    #dbg_value(i32 %69, !204, !DIExpression(), !205)
    #dbg_value(i32 %69, !185, !DIExpression(), !186)
  %70 = icmp eq i32 %69, %65, !dbg !209
  br i1 %70, label %71, label %64, !dbg !211, !llvm.loop !212

71:                                               ; preds = %67
    #dbg_value(ptr %61, !168, !DIExpression(), !215)
  %72 = icmp eq ptr %61, null, !dbg !216
  br i1 %72, label %134, label %73, !dbg !218

73:                                               ; preds = %71
  %74 = load volatile i64, ptr %29, align 8, !dbg !219
  %75 = icmp eq i64 %74, %30, !dbg !221
  br i1 %75, label %134, label %76, !dbg !222

76:                                               ; preds = %73
    #dbg_value(ptr %61, !223, !DIExpression(), !228)
    #dbg_value(ptr %62, !231, !DIExpression(), !238)
    #dbg_value(i32 -1, !237, !DIExpression(), !238)
  %77 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %62, i32 -1, ptr elementtype(i32) %62) #2, !dbg !241, !srcloc !242
    #dbg_value(i32 %77, !236, !DIExpression(), !238)
  %78 = icmp eq i32 %77, 1, !dbg !243
  br i1 %78, label %132, label %134, !dbg !244

79:                                               ; preds = %37
    #dbg_value(i64 %30, !245, !DIExpression(), !253)
    #dbg_value(ptr %29, !248, !DIExpression(), !253)
    #dbg_value(i32 %6, !249, !DIExpression(), !253)
  %80 = and i64 %30, 281474976706560, !dbg !255
  %81 = or disjoint i64 %80, -281474976710656, !dbg !255
  %82 = inttoptr i64 %81 to ptr, !dbg !255
    #dbg_value(ptr %82, !250, !DIExpression(), !253)
  %83 = load volatile i64, ptr %82, align 4096, !dbg !256
    #dbg_value(i64 %83, !251, !DIExpression(), !253)
  %84 = and i64 %83, 288230376151711745, !dbg !257
  %85 = icmp eq i64 %84, 288230376151711744, !dbg !259
  br i1 %85, label %134, label %86, !dbg !260

86:                                               ; preds = %79
    #dbg_value(i64 %83, !261, !DIExpression(), !266)
    #dbg_value(i32 %6, !264, !DIExpression(), !266)
    #dbg_value(i64 %83, !268, !DIExpression(), !272)
    #dbg_value(i32 %6, !271, !DIExpression(), !272)
  %87 = and i64 %83, 65, !dbg !274
  %88 = icmp eq i64 %87, 65, !dbg !275
  %89 = icmp eq i32 %6, 0, !dbg !276
  %90 = and i64 %83, 2251799813685248, !dbg !276
  %91 = icmp ne i64 %90, 0, !dbg !276
  %92 = or i1 %89, %91, !dbg !276
  %93 = and i1 %88, %92, !dbg !276
  %94 = zext i1 %93 to i64, !dbg !276
    #dbg_value(i64 %94, !265, !DIExpression(), !266)
  %95 = tail call i64 asm "/* pmdrace pte_access_permitted */", "=r,r,0"(i64 %83, i64 %94) #3, !dbg !277, !srcloc !278
    #dbg_value(i64 %95, !265, !DIExpression(), !266)
  %96 = and i64 %95, 4294967295, !dbg !279
  %97 = icmp ne i64 %96, 0, !dbg !279
  %98 = and i64 %83, 216172782113783808
  %99 = icmp eq i64 %98, 0
  %100 = and i1 %99, %97, !dbg !280
  br i1 %100, label %101, label %134, !dbg !280

101:                                              ; preds = %86
    #dbg_value(i64 %83, !152, !DIExpression(), !281)
  %102 = lshr i64 %83, 12, !dbg !283
  %103 = and i64 %102, 68719476735, !dbg !283
  %104 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %103, !dbg !283
    #dbg_value(ptr %104, !157, !DIExpression(), !281)
  %105 = getelementptr inbounds i8, ptr %104, i64 8, !dbg !284
  %106 = load i64, ptr %105, align 8, !dbg !284
    #dbg_value(i64 %106, !158, !DIExpression(), !281)
  %107 = and i64 %106, 1, !dbg !285
  %108 = icmp eq i64 %107, 0, !dbg !285
  %109 = add nsw i64 %106, -1, !dbg !286
  %110 = inttoptr i64 %109 to ptr, !dbg !286
  %111 = select i1 %108, ptr %104, ptr %110, !dbg !286
    #dbg_value(ptr %111, !157, !DIExpression(), !281)
  %112 = getelementptr inbounds i8, ptr %111, i64 20, !dbg !287
    #dbg_value(ptr %112, !176, !DIExpression(), !288)
    #dbg_value(i32 1, !182, !DIExpression(), !288)
    #dbg_value(i32 0, !183, !DIExpression(), !288)
  %113 = load volatile i32, ptr %112, align 4, !dbg !290
    #dbg_value(i32 %113, !184, !DIExpression(), !288)
  br label %114, !dbg !291

114:                                              ; preds = %117, %101
  %115 = phi i32 [ %113, %101 ], [ %119, %117 ], !dbg !288
    #dbg_value(i32 %115, !184, !DIExpression(), !288)
  %116 = icmp eq i32 %115, 0, !dbg !292
  br i1 %116, label %134, label %117, !dbg !293

117:                                              ; preds = %114
  %118 = add i32 %115, 1, !dbg !294
    #dbg_value(ptr %112, !197, !DIExpression(), !295)
    #dbg_value(i32 %115, !202, !DIExpression(), !295)
    #dbg_value(i32 %118, !203, !DIExpression(), !295)
    #dbg_value(i32 %115, !204, !DIExpression(), !295)
  %119 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %112, i32 %118, i32 %115, ptr elementtype(i32) %112) #2, !dbg !297, !srcloc !208
    #dbg_value(i32 %119, !204, !DIExpression(), !295)
    #dbg_value(i32 %119, !185, !DIExpression(), !288)
  %120 = icmp eq i32 %119, %115, !dbg !298
  br i1 %120, label %121, label %114, !dbg !299, !llvm.loop !300

121:                                              ; preds = %117
    #dbg_value(ptr %111, !252, !DIExpression(), !253)
  %122 = icmp eq ptr %111, null, !dbg !303
  br i1 %122, label %134, label %123, !dbg !305

123:                                              ; preds = %121
  %124 = load volatile i64, ptr %29, align 8, !dbg !306
  %125 = icmp eq i64 %124, %30, !dbg !308
  br i1 %125, label %126, label %129, !dbg !309

126:                                              ; preds = %123
  %127 = load volatile i64, ptr %82, align 4096, !dbg !310
  %128 = icmp eq i64 %83, %127, !dbg !311
  br i1 %128, label %134, label %129, !dbg !312

129:                                              ; preds = %126, %123
    #dbg_value(ptr %111, !223, !DIExpression(), !313)
    #dbg_value(ptr %112, !231, !DIExpression(), !316)
    #dbg_value(i32 -1, !237, !DIExpression(), !316)
  %130 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %112, i32 -1, ptr elementtype(i32) %112) #2, !dbg !318, !srcloc !242
    #dbg_value(i32 %130, !236, !DIExpression(), !316)
  %131 = icmp eq i32 %130, 1, !dbg !319
  br i1 %131, label %132, label %134, !dbg !320

132:                                              ; preds = %129, %76
  %133 = phi ptr [ %61, %76 ], [ %111, %129 ]
  tail call void @__folio_put(ptr noundef nonnull %133) #4, !dbg !99
  br label %134, !dbg !321

134:                                              ; preds = %64, %114, %4, %46, %71, %73, %76, %79, %86, %121, %126, %129, %132
  %135 = phi i32 [ 0, %4 ], [ 0, %46 ], [ 0, %71 ], [ 1, %73 ], [ 0, %76 ], [ 0, %86 ], [ 0, %79 ], [ 0, %121 ], [ 1, %126 ], [ 0, %129 ], [ 0, %132 ], [ 0, %114 ], [ 0, %64 ], !dbg !99
    #dbg_value(i32 %135, !73, !DIExpression(), !75)
    #dbg_value(i64 %5, !322, !DIExpression(), !327)
  tail call void asm sideeffect "msr daif, $0", "r,~{memory}"(i64 %5) #2, !dbg !329, !srcloc !330
  ret i32 %135, !dbg !331
}

; Function Attrs: null_pointer_is_valid
declare !dbg !332 dso_local void @__folio_put(ptr noundef) local_unnamed_addr #1

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
!132 = !{i64 2147507570}
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
!144 = !{i64 2147507686}
!145 = !DILocation(line: 206, column: 6, scope: !141, inlinedAt: !100)
!146 = !DILocation(line: 206, column: 26, scope: !141, inlinedAt: !100)
!147 = !DILocation(line: 207, column: 12, scope: !148, inlinedAt: !100)
!148 = distinct !DILexicalBlock(scope: !149, file: !3, line: 207, column: 7)
!149 = distinct !DILexicalBlock(scope: !141, file: !3, line: 206, column: 43)
!150 = !DILocation(line: 207, column: 35, scope: !148, inlinedAt: !100)
!151 = !DILocation(line: 207, column: 7, scope: !149, inlinedAt: !100)
!152 = !DILocalVariable(name: "entry", arg: 1, scope: !153, file: !3, line: 118, type: !9)
!153 = distinct !DISubprogram(name: "get", scope: !3, file: !3, line: 118, type: !154, scopeLine: 119, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !156)
!154 = !DISubroutineType(types: !155)
!155 = !{!28, !9}
!156 = !{!152, !157, !158}
!157 = !DILocalVariable(name: "page", scope: !153, file: !3, line: 120, type: !28)
!158 = !DILocalVariable(name: "head", scope: !153, file: !3, line: 121, type: !9)
!159 = !DILocation(line: 0, scope: !153, inlinedAt: !160)
!160 = distinct !DILocation(line: 148, column: 9, scope: !161, inlinedAt: !169)
!161 = distinct !DISubprogram(name: "huge", scope: !3, file: !3, line: 138, type: !162, scopeLine: 139, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !164)
!162 = !DISubroutineType(types: !163)
!163 = !{!66, !9, !22, !66}
!164 = !{!165, !166, !167, !168}
!165 = !DILocalVariable(name: "pmd", arg: 1, scope: !161, file: !3, line: 138, type: !9)
!166 = !DILocalVariable(name: "pmdp", arg: 2, scope: !161, file: !3, line: 138, type: !22)
!167 = !DILocalVariable(name: "write", arg: 3, scope: !161, file: !3, line: 138, type: !66)
!168 = !DILocalVariable(name: "page", scope: !161, file: !3, line: 140, type: !28)
!169 = distinct !DILocation(line: 209, column: 10, scope: !149, inlinedAt: !100)
!170 = !DILocation(line: 120, column: 22, scope: !153, inlinedAt: !160)
!171 = !DILocation(line: 121, column: 19, scope: !153, inlinedAt: !160)
!172 = !DILocation(line: 123, column: 11, scope: !173, inlinedAt: !160)
!173 = distinct !DILexicalBlock(scope: !153, file: !3, line: 123, column: 6)
!174 = !DILocation(line: 123, column: 6, scope: !153, inlinedAt: !160)
!175 = !DILocation(line: 129, column: 44, scope: !153, inlinedAt: !160)
!176 = !DILocalVariable(name: "p", arg: 1, scope: !177, file: !3, line: 58, type: !180)
!177 = distinct !DISubprogram(name: "raw_atomic_fetch_add_unless", scope: !3, file: !3, line: 58, type: !178, scopeLine: 59, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !181)
!178 = !DISubroutineType(types: !179)
!179 = !{!66, !180, !34, !34}
!180 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !34, size: 64)
!181 = !{!176, !182, !183, !184, !185}
!182 = !DILocalVariable(name: "n", arg: 2, scope: !177, file: !3, line: 58, type: !34)
!183 = !DILocalVariable(name: "unless", arg: 3, scope: !177, file: !3, line: 58, type: !34)
!184 = !DILocalVariable(name: "old", scope: !177, file: !3, line: 60, type: !34)
!185 = !DILocalVariable(name: "found", scope: !177, file: !3, line: 60, type: !34)
!186 = !DILocation(line: 0, scope: !177, inlinedAt: !187)
!187 = distinct !DILocation(line: 129, column: 9, scope: !153, inlinedAt: !160)
!188 = !DILocation(line: 60, column: 12, scope: !177, inlinedAt: !187)
!189 = !DILocation(line: 62, column: 2, scope: !177, inlinedAt: !187)
!190 = !DILocation(line: 63, column: 11, scope: !191, inlinedAt: !187)
!191 = distinct !DILexicalBlock(scope: !192, file: !3, line: 63, column: 7)
!192 = distinct !DILexicalBlock(scope: !193, file: !3, line: 62, column: 11)
!193 = distinct !DILexicalBlock(scope: !194, file: !3, line: 62, column: 2)
!194 = distinct !DILexicalBlock(scope: !177, file: !3, line: 62, column: 2)
!195 = !DILocation(line: 63, column: 7, scope: !192, inlinedAt: !187)
!196 = !DILocation(line: 65, column: 31, scope: !192, inlinedAt: !187)
!197 = !DILocalVariable(name: "p", arg: 1, scope: !198, file: !3, line: 50, type: !180)
!198 = distinct !DISubprogram(name: "cmpxchg", scope: !3, file: !3, line: 50, type: !199, scopeLine: 51, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !201)
!199 = !DISubroutineType(types: !200)
!200 = !{!34, !180, !34, !34}
!201 = !{!197, !202, !203, !204}
!202 = !DILocalVariable(name: "old", arg: 2, scope: !198, file: !3, line: 50, type: !34)
!203 = !DILocalVariable(name: "new", arg: 3, scope: !198, file: !3, line: 50, type: !34)
!204 = !DILocalVariable(name: "found", scope: !198, file: !3, line: 52, type: !34)
!205 = !DILocation(line: 0, scope: !198, inlinedAt: !206)
!206 = distinct !DILocation(line: 65, column: 11, scope: !192, inlinedAt: !187)
!207 = !DILocation(line: 54, column: 2, scope: !198, inlinedAt: !206)
!208 = !{i64 1413, i64 1435}
!209 = !DILocation(line: 66, column: 13, scope: !210, inlinedAt: !187)
!210 = distinct !DILexicalBlock(scope: !192, file: !3, line: 66, column: 7)
!211 = !DILocation(line: 66, column: 7, scope: !192, inlinedAt: !187)
!212 = distinct !{!212, !213, !214}
!213 = !DILocation(line: 62, column: 2, scope: !194, inlinedAt: !187)
!214 = !DILocation(line: 69, column: 2, scope: !194, inlinedAt: !187)
!215 = !DILocation(line: 0, scope: !161, inlinedAt: !169)
!216 = !DILocation(line: 149, column: 7, scope: !217, inlinedAt: !169)
!217 = distinct !DILexicalBlock(scope: !161, file: !3, line: 149, column: 6)
!218 = !DILocation(line: 149, column: 6, scope: !161, inlinedAt: !169)
!219 = !DILocation(line: 155, column: 13, scope: !220, inlinedAt: !169)
!220 = distinct !DILexicalBlock(scope: !161, file: !3, line: 155, column: 6)
!221 = !DILocation(line: 155, column: 10, scope: !220, inlinedAt: !169)
!222 = !DILocation(line: 155, column: 6, scope: !161, inlinedAt: !169)
!223 = !DILocalVariable(name: "page", arg: 1, scope: !224, file: !3, line: 132, type: !28)
!224 = distinct !DISubprogram(name: "put", scope: !3, file: !3, line: 132, type: !225, scopeLine: 133, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !227)
!225 = !DISubroutineType(types: !226)
!226 = !{null, !28}
!227 = !{!223}
!228 = !DILocation(line: 0, scope: !224, inlinedAt: !229)
!229 = distinct !DILocation(line: 163, column: 3, scope: !230, inlinedAt: !169)
!230 = distinct !DILexicalBlock(scope: !220, file: !3, line: 155, column: 31)
!231 = !DILocalVariable(name: "p", arg: 1, scope: !232, file: !3, line: 72, type: !180)
!232 = distinct !DISubprogram(name: "dec_return", scope: !3, file: !3, line: 72, type: !233, scopeLine: 73, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !235)
!233 = !DISubroutineType(types: !234)
!234 = !{!34, !180}
!235 = !{!231, !236, !237}
!236 = !DILocalVariable(name: "old", scope: !232, file: !3, line: 74, type: !34)
!237 = !DILocalVariable(name: "minus", scope: !232, file: !3, line: 74, type: !34)
!238 = !DILocation(line: 0, scope: !232, inlinedAt: !239)
!239 = distinct !DILocation(line: 134, column: 6, scope: !240, inlinedAt: !229)
!240 = distinct !DILexicalBlock(scope: !224, file: !3, line: 134, column: 6)
!241 = !DILocation(line: 76, column: 2, scope: !232, inlinedAt: !239)
!242 = !{i64 1842, i64 1864}
!243 = !DILocation(line: 134, column: 35, scope: !240, inlinedAt: !229)
!244 = !DILocation(line: 134, column: 6, scope: !224, inlinedAt: !229)
!245 = !DILocalVariable(name: "pmd", arg: 1, scope: !246, file: !3, line: 170, type: !9)
!246 = distinct !DISubprogram(name: "small", scope: !3, file: !3, line: 170, type: !162, scopeLine: 171, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !247)
!247 = !{!245, !248, !249, !250, !251, !252}
!248 = !DILocalVariable(name: "pmdp", arg: 2, scope: !246, file: !3, line: 170, type: !22)
!249 = !DILocalVariable(name: "write", arg: 3, scope: !246, file: !3, line: 170, type: !66)
!250 = !DILocalVariable(name: "ptep", scope: !246, file: !3, line: 172, type: !22)
!251 = !DILocalVariable(name: "pte", scope: !246, file: !3, line: 173, type: !9)
!252 = !DILocalVariable(name: "page", scope: !246, file: !3, line: 174, type: !28)
!253 = !DILocation(line: 0, scope: !246, inlinedAt: !254)
!254 = distinct !DILocation(line: 211, column: 9, scope: !89, inlinedAt: !100)
!255 = !DILocation(line: 172, column: 14, scope: !246, inlinedAt: !254)
!256 = !DILocation(line: 173, column: 12, scope: !246, inlinedAt: !254)
!257 = !DILocation(line: 176, column: 11, scope: !258, inlinedAt: !254)
!258 = distinct !DILexicalBlock(scope: !246, file: !3, line: 176, column: 6)
!259 = !DILocation(line: 176, column: 34, scope: !258, inlinedAt: !254)
!260 = !DILocation(line: 176, column: 47, scope: !258, inlinedAt: !254)
!261 = !DILocalVariable(name: "pte", arg: 1, scope: !262, file: !3, line: 93, type: !9)
!262 = distinct !DISubprogram(name: "pte_access_permitted", scope: !3, file: !3, line: 93, type: !90, scopeLine: 94, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !263)
!263 = !{!261, !264, !265}
!264 = !DILocalVariable(name: "write", arg: 2, scope: !262, file: !3, line: 93, type: !66)
!265 = !DILocalVariable(name: "answer", scope: !262, file: !3, line: 95, type: !9)
!266 = !DILocation(line: 0, scope: !262, inlinedAt: !267)
!267 = distinct !DILocation(line: 176, column: 51, scope: !258, inlinedAt: !254)
!268 = !DILocalVariable(name: "entry", arg: 1, scope: !269, file: !3, line: 80, type: !9)
!269 = distinct !DISubprogram(name: "permitted", scope: !3, file: !3, line: 80, type: !90, scopeLine: 81, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !270)
!270 = !{!268, !271}
!271 = !DILocalVariable(name: "write", arg: 2, scope: !269, file: !3, line: 80, type: !66)
!272 = !DILocation(line: 0, scope: !269, inlinedAt: !273)
!273 = distinct !DILocation(line: 95, column: 15, scope: !262, inlinedAt: !267)
!274 = !DILocation(line: 82, column: 16, scope: !269, inlinedAt: !273)
!275 = !DILocation(line: 82, column: 34, scope: !269, inlinedAt: !273)
!276 = !DILocation(line: 82, column: 52, scope: !269, inlinedAt: !273)
!277 = !DILocation(line: 97, column: 2, scope: !262, inlinedAt: !267)
!278 = !{i64 2147507421}
!279 = !DILocation(line: 176, column: 51, scope: !258, inlinedAt: !254)
!280 = !DILocation(line: 176, column: 84, scope: !258, inlinedAt: !254)
!281 = !DILocation(line: 0, scope: !153, inlinedAt: !282)
!282 = distinct !DILocation(line: 178, column: 9, scope: !246, inlinedAt: !254)
!283 = !DILocation(line: 120, column: 22, scope: !153, inlinedAt: !282)
!284 = !DILocation(line: 121, column: 19, scope: !153, inlinedAt: !282)
!285 = !DILocation(line: 123, column: 11, scope: !173, inlinedAt: !282)
!286 = !DILocation(line: 123, column: 6, scope: !153, inlinedAt: !282)
!287 = !DILocation(line: 129, column: 44, scope: !153, inlinedAt: !282)
!288 = !DILocation(line: 0, scope: !177, inlinedAt: !289)
!289 = distinct !DILocation(line: 129, column: 9, scope: !153, inlinedAt: !282)
!290 = !DILocation(line: 60, column: 12, scope: !177, inlinedAt: !289)
!291 = !DILocation(line: 62, column: 2, scope: !177, inlinedAt: !289)
!292 = !DILocation(line: 63, column: 11, scope: !191, inlinedAt: !289)
!293 = !DILocation(line: 63, column: 7, scope: !192, inlinedAt: !289)
!294 = !DILocation(line: 65, column: 31, scope: !192, inlinedAt: !289)
!295 = !DILocation(line: 0, scope: !198, inlinedAt: !296)
!296 = distinct !DILocation(line: 65, column: 11, scope: !192, inlinedAt: !289)
!297 = !DILocation(line: 54, column: 2, scope: !198, inlinedAt: !296)
!298 = !DILocation(line: 66, column: 13, scope: !210, inlinedAt: !289)
!299 = !DILocation(line: 66, column: 7, scope: !192, inlinedAt: !289)
!300 = distinct !{!300, !301, !302}
!301 = !DILocation(line: 62, column: 2, scope: !194, inlinedAt: !289)
!302 = !DILocation(line: 69, column: 2, scope: !194, inlinedAt: !289)
!303 = !DILocation(line: 179, column: 7, scope: !304, inlinedAt: !254)
!304 = distinct !DILexicalBlock(scope: !246, file: !3, line: 179, column: 6)
!305 = !DILocation(line: 179, column: 6, scope: !246, inlinedAt: !254)
!306 = !DILocation(line: 184, column: 13, scope: !307, inlinedAt: !254)
!307 = distinct !DILexicalBlock(scope: !246, file: !3, line: 184, column: 6)
!308 = !DILocation(line: 184, column: 10, scope: !307, inlinedAt: !254)
!309 = !DILocation(line: 184, column: 30, scope: !307, inlinedAt: !254)
!310 = !DILocation(line: 184, column: 40, scope: !307, inlinedAt: !254)
!311 = !DILocation(line: 184, column: 37, scope: !307, inlinedAt: !254)
!312 = !DILocation(line: 184, column: 6, scope: !246, inlinedAt: !254)
!313 = !DILocation(line: 0, scope: !224, inlinedAt: !314)
!314 = distinct !DILocation(line: 186, column: 3, scope: !315, inlinedAt: !254)
!315 = distinct !DILexicalBlock(scope: !307, file: !3, line: 184, column: 58)
!316 = !DILocation(line: 0, scope: !232, inlinedAt: !317)
!317 = distinct !DILocation(line: 134, column: 6, scope: !240, inlinedAt: !314)
!318 = !DILocation(line: 76, column: 2, scope: !232, inlinedAt: !317)
!319 = !DILocation(line: 134, column: 35, scope: !240, inlinedAt: !314)
!320 = !DILocation(line: 134, column: 6, scope: !224, inlinedAt: !314)
!321 = !DILocation(line: 212, column: 1, scope: !89, inlinedAt: !100)
!322 = !DILocalVariable(name: "flags", arg: 1, scope: !323, file: !3, line: 45, type: !9)
!323 = distinct !DISubprogram(name: "irq_restore", scope: !3, file: !3, line: 45, type: !324, scopeLine: 46, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !326)
!324 = !DISubroutineType(types: !325)
!325 = !{null, !9}
!326 = !{!322}
!327 = !DILocation(line: 0, scope: !323, inlinedAt: !328)
!328 = distinct !DILocation(line: 223, column: 2, scope: !63)
!329 = !DILocation(line: 47, column: 2, scope: !323, inlinedAt: !328)
!330 = !{i64 1280}
!331 = !DILocation(line: 225, column: 2, scope: !63)
!332 = !DISubprogram(name: "__folio_put", scope: !3, file: !3, line: 17, type: !225, flags: DIFlagPrototyped, spFlags: DISPFlagOptimized)
