; ModuleID = 'gup.c'
source_filename = "gup.c"
target datalayout = "e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32"
target triple = "aarch64-unknown-linux-gnu"

%struct.page = type { i64, i64, i32, i32, ptr, %struct.list, ptr, i32 }
%struct.list = type { ptr, ptr }

@unused_vma = dso_local local_unnamed_addr global ptr null, align 8, !dbg !0

; Function Attrs: nounwind null_pointer_is_valid
define dso_local range(i32 0, 2) i32 @get_user_pages_fast_only(i64 noundef %0, i32 noundef %1, i32 noundef %2, ptr nocapture noundef readnone %3) local_unnamed_addr #0 !dbg !58 {
    #dbg_value(i64 %0, !64, !DIExpression(), !69)
    #dbg_value(i32 %1, !65, !DIExpression(), !69)
    #dbg_value(i32 %2, !66, !DIExpression(), !69)
    #dbg_value(ptr %3, !67, !DIExpression(), !69)
  %5 = and i32 %2, 1, !dbg !70
    #dbg_value(i64 %0, !71, !DIExpression(), !82)
    #dbg_value(i32 %5, !76, !DIExpression(), !82)
  %6 = tail call i64 asm "mrs $0, sp_el0", "=r"() #2, !dbg !84, !srcloc !91
    #dbg_value(i64 %6, !89, !DIExpression(), !92)
  %7 = inttoptr i64 %6 to ptr, !dbg !93
  %8 = getelementptr inbounds i8, ptr %7, i64 8, !dbg !94
  %9 = load ptr, ptr %8, align 8, !dbg !94
  %10 = getelementptr inbounds i8, ptr %9, i64 8, !dbg !95
  %11 = load ptr, ptr %10, align 8, !dbg !95
    #dbg_value(ptr %11, !77, !DIExpression(), !82)
  %12 = lshr i64 %0, 39, !dbg !96
  %13 = and i64 %12, 511, !dbg !96
  %14 = getelementptr i64, ptr %11, i64 %13, !dbg !96
  %15 = load i64, ptr %14, align 8, !dbg !96
  %16 = and i64 %15, 281474976706560, !dbg !96
  %17 = or disjoint i64 %16, -281474976710656, !dbg !96
  %18 = inttoptr i64 %17 to ptr, !dbg !96
    #dbg_value(ptr %18, !78, !DIExpression(), !82)
  %19 = lshr i64 %0, 30, !dbg !97
  %20 = and i64 %19, 511, !dbg !97
  %21 = getelementptr i64, ptr %18, i64 %20, !dbg !97
  %22 = load i64, ptr %21, align 8, !dbg !97
  %23 = and i64 %22, 281474976706560, !dbg !97
  %24 = or disjoint i64 %23, -281474976710656, !dbg !97
  %25 = inttoptr i64 %24 to ptr, !dbg !97
    #dbg_value(ptr %25, !79, !DIExpression(), !82)
  %26 = lshr i64 %0, 21, !dbg !98
  %27 = and i64 %26, 511, !dbg !99
  %28 = getelementptr i64, ptr %25, i64 %27, !dbg !100
    #dbg_value(ptr %28, !80, !DIExpression(), !82)
  %29 = load volatile i64, ptr %28, align 8, !dbg !101
    #dbg_value(i64 %29, !81, !DIExpression(), !82)
  %30 = and i64 %29, 864691128455135233, !dbg !102
  %31 = icmp eq i64 %30, 0, !dbg !102
  br i1 %31, label %128, label %32, !dbg !104

32:                                               ; preds = %4
  %33 = and i64 %29, 144115188075855872
  %34 = icmp eq i64 %33, 0
  %35 = and i64 %29, 144115188075855874, !dbg !105
  %36 = icmp eq i64 %35, 2, !dbg !105
  br i1 %36, label %77, label %37, !dbg !105

37:                                               ; preds = %32
  %38 = and i64 %29, 288230376151711745, !dbg !107
  %39 = icmp ne i64 %38, 288230376151711744, !dbg !110
    #dbg_value(i64 %29, !111, !DIExpression(), !119)
    #dbg_value(ptr %28, !116, !DIExpression(), !119)
    #dbg_value(i32 %5, !117, !DIExpression(), !119)
    #dbg_value(i64 %29, !121, !DIExpression(), !125)
    #dbg_value(i32 %5, !124, !DIExpression(), !125)
  %40 = and i64 %29, 65
  %41 = icmp eq i64 %40, 65
  %42 = and i1 %39, %41, !dbg !128
  br i1 %42, label %43, label %128, !dbg !128

43:                                               ; preds = %37
  %44 = icmp eq i32 %5, 0, !dbg !129
  %45 = and i64 %29, 2251799813685248, !dbg !130
  %46 = icmp ne i64 %45, 0, !dbg !130
  %47 = or i1 %44, %46, !dbg !130
  %48 = and i1 %34, %47, !dbg !131
  br i1 %48, label %49, label %128, !dbg !131

49:                                               ; preds = %43
    #dbg_value(i64 %29, !132, !DIExpression(DW_OP_constu, 18302628885631598592, DW_OP_and, DW_OP_stack_value), !139)
  %50 = lshr i64 %29, 12, !dbg !141
  %51 = and i64 %50, 68719476224, !dbg !141
  %52 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %51, !dbg !141
    #dbg_value(ptr %52, !137, !DIExpression(), !139)
  %53 = getelementptr inbounds i8, ptr %52, i64 8, !dbg !142
  %54 = load i64, ptr %53, align 8, !dbg !142
    #dbg_value(i64 %54, !138, !DIExpression(), !139)
  %55 = and i64 %54, 1, !dbg !143
  %56 = icmp eq i64 %55, 0, !dbg !143
  %57 = add nsw i64 %54, -1, !dbg !145
  %58 = inttoptr i64 %57 to ptr, !dbg !145
  %59 = select i1 %56, ptr %52, ptr %58, !dbg !145
    #dbg_value(ptr %59, !137, !DIExpression(), !139)
  %60 = getelementptr inbounds i8, ptr %59, i64 20, !dbg !146
    #dbg_value(ptr %60, !147, !DIExpression(), !157)
    #dbg_value(i32 1, !153, !DIExpression(), !157)
    #dbg_value(i32 0, !154, !DIExpression(), !157)
  %61 = load volatile i32, ptr %60, align 4, !dbg !159
    #dbg_value(i32 %61, !155, !DIExpression(), !157)
  br label %62, !dbg !160

62:                                               ; preds = %65, %49
  %63 = phi i32 [ %61, %49 ], [ %67, %65 ], !dbg !157
    #dbg_value(i32 %63, !155, !DIExpression(), !157)
  %64 = icmp eq i32 %63, 0, !dbg !161
  br i1 %64, label %128, label %65, !dbg !166

65:                                               ; preds = %62
  %66 = add i32 %63, 1, !dbg !167
    #dbg_value(ptr %60, !168, !DIExpression(), !176)
    #dbg_value(i32 %63, !173, !DIExpression(), !176)
    #dbg_value(i32 %66, !174, !DIExpression(), !176)
    #dbg_value(i32 %63, !175, !DIExpression(), !176)
  %67 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %60, i32 %66, i32 %63, ptr elementtype(i32) %60) #3, !dbg !178, !srcloc !179
    #dbg_value(i32 %67, !175, !DIExpression(), !176)
    #dbg_value(i32 %67, !156, !DIExpression(), !157)
  %68 = icmp eq i32 %67, %63, !dbg !180
  br i1 %68, label %69, label %62, !dbg !182, !llvm.loop !183

69:                                               ; preds = %65
    #dbg_value(ptr %59, !118, !DIExpression(), !119)
  %70 = icmp eq ptr %59, null, !dbg !186
  br i1 %70, label %128, label %71, !dbg !188

71:                                               ; preds = %69
  %72 = load volatile i64, ptr %28, align 8, !dbg !189
  %73 = icmp eq i64 %72, %29, !dbg !191
  br i1 %73, label %128, label %74, !dbg !192

74:                                               ; preds = %71
    #dbg_value(ptr %59, !193, !DIExpression(), !198)
    #dbg_value(ptr %60, !201, !DIExpression(), !208)
    #dbg_value(i32 -1, !207, !DIExpression(), !208)
  %75 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %60, i32 -1, ptr elementtype(i32) %60) #3, !dbg !211, !srcloc !212
    #dbg_value(i32 %75, !206, !DIExpression(), !208)
  %76 = icmp eq i32 %75, 1, !dbg !213
  br i1 %76, label %126, label %128, !dbg !214

77:                                               ; preds = %32
    #dbg_value(i64 %29, !215, !DIExpression(), !223)
    #dbg_value(ptr %28, !218, !DIExpression(), !223)
    #dbg_value(i32 %5, !219, !DIExpression(), !223)
  %78 = and i64 %29, 281474976706560, !dbg !225
  %79 = or disjoint i64 %78, -281474976710656, !dbg !225
  %80 = inttoptr i64 %79 to ptr, !dbg !225
    #dbg_value(ptr %80, !220, !DIExpression(), !223)
  %81 = load volatile i64, ptr %80, align 4096, !dbg !226
    #dbg_value(i64 %81, !221, !DIExpression(), !223)
  %82 = and i64 %81, 288230376151711745, !dbg !227
  %83 = icmp ne i64 %82, 288230376151711744, !dbg !229
    #dbg_value(i64 %81, !121, !DIExpression(), !230)
    #dbg_value(i32 %5, !124, !DIExpression(), !230)
  %84 = and i64 %81, 65
  %85 = icmp eq i64 %84, 65
  %86 = and i1 %83, %85, !dbg !232
  br i1 %86, label %87, label %128, !dbg !232

87:                                               ; preds = %77
  %88 = icmp eq i32 %5, 0, !dbg !233
  %89 = and i64 %81, 2251799813685248, !dbg !234
  %90 = icmp ne i64 %89, 0, !dbg !234
  %91 = or i1 %88, %90, !dbg !234
  %92 = and i64 %81, 216172782113783808
  %93 = icmp eq i64 %92, 0
  %94 = and i1 %93, %91, !dbg !235
  br i1 %94, label %95, label %128, !dbg !235

95:                                               ; preds = %87
    #dbg_value(i64 %81, !132, !DIExpression(), !236)
  %96 = lshr i64 %81, 12, !dbg !238
  %97 = and i64 %96, 68719476735, !dbg !238
  %98 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %97, !dbg !238
    #dbg_value(ptr %98, !137, !DIExpression(), !236)
  %99 = getelementptr inbounds i8, ptr %98, i64 8, !dbg !239
  %100 = load i64, ptr %99, align 8, !dbg !239
    #dbg_value(i64 %100, !138, !DIExpression(), !236)
  %101 = and i64 %100, 1, !dbg !240
  %102 = icmp eq i64 %101, 0, !dbg !240
  %103 = add nsw i64 %100, -1, !dbg !241
  %104 = inttoptr i64 %103 to ptr, !dbg !241
  %105 = select i1 %102, ptr %98, ptr %104, !dbg !241
    #dbg_value(ptr %105, !137, !DIExpression(), !236)
  %106 = getelementptr inbounds i8, ptr %105, i64 20, !dbg !242
    #dbg_value(ptr %106, !147, !DIExpression(), !243)
    #dbg_value(i32 1, !153, !DIExpression(), !243)
    #dbg_value(i32 0, !154, !DIExpression(), !243)
  %107 = load volatile i32, ptr %106, align 4, !dbg !245
    #dbg_value(i32 %107, !155, !DIExpression(), !243)
  br label %108, !dbg !246

108:                                              ; preds = %111, %95
  %109 = phi i32 [ %107, %95 ], [ %113, %111 ], !dbg !243
    #dbg_value(i32 %109, !155, !DIExpression(), !243)
  %110 = icmp eq i32 %109, 0, !dbg !247
  br i1 %110, label %128, label %111, !dbg !248

111:                                              ; preds = %108
  %112 = add i32 %109, 1, !dbg !249
    #dbg_value(ptr %106, !168, !DIExpression(), !250)
    #dbg_value(i32 %109, !173, !DIExpression(), !250)
    #dbg_value(i32 %112, !174, !DIExpression(), !250)
    #dbg_value(i32 %109, !175, !DIExpression(), !250)
  %113 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %106, i32 %112, i32 %109, ptr elementtype(i32) %106) #3, !dbg !252, !srcloc !179
    #dbg_value(i32 %113, !175, !DIExpression(), !250)
    #dbg_value(i32 %113, !156, !DIExpression(), !243)
  %114 = icmp eq i32 %113, %109, !dbg !253
  br i1 %114, label %115, label %108, !dbg !254, !llvm.loop !255

115:                                              ; preds = %111
    #dbg_value(ptr %105, !222, !DIExpression(), !223)
  %116 = icmp eq ptr %105, null, !dbg !258
  br i1 %116, label %128, label %117, !dbg !260

117:                                              ; preds = %115
  %118 = load volatile i64, ptr %28, align 8, !dbg !261
  %119 = icmp eq i64 %118, %29, !dbg !263
  br i1 %119, label %120, label %123, !dbg !264

120:                                              ; preds = %117
  %121 = load volatile i64, ptr %80, align 4096, !dbg !265
  %122 = icmp eq i64 %81, %121, !dbg !266
  br i1 %122, label %128, label %123, !dbg !267

123:                                              ; preds = %120, %117
    #dbg_value(ptr %105, !193, !DIExpression(), !268)
    #dbg_value(ptr %106, !201, !DIExpression(), !271)
    #dbg_value(i32 -1, !207, !DIExpression(), !271)
  %124 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %106, i32 -1, ptr elementtype(i32) %106) #3, !dbg !273, !srcloc !212
    #dbg_value(i32 %124, !206, !DIExpression(), !271)
  %125 = icmp eq i32 %124, 1, !dbg !274
  br i1 %125, label %126, label %128, !dbg !275

126:                                              ; preds = %123, %74
  %127 = phi ptr [ %59, %74 ], [ %105, %123 ]
  tail call void @__folio_put(ptr noundef nonnull %127) #4, !dbg !82
  br label %128, !dbg !276

128:                                              ; preds = %62, %108, %4, %37, %43, %69, %71, %74, %77, %87, %115, %120, %123, %126
  %129 = phi i32 [ 0, %4 ], [ 0, %37 ], [ 0, %43 ], [ 0, %69 ], [ 1, %71 ], [ 0, %74 ], [ 0, %87 ], [ 0, %77 ], [ 0, %115 ], [ 1, %120 ], [ 0, %123 ], [ 0, %126 ], [ 0, %108 ], [ 0, %62 ], !dbg !82
    #dbg_value(i32 %129, !68, !DIExpression(), !69)
  ret i32 %129, !dbg !277
}

; Function Attrs: null_pointer_is_valid
declare !dbg !278 dso_local void @__folio_put(ptr noundef) local_unnamed_addr #1

attributes #0 = { nounwind null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #1 = { null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #2 = { nounwind memory(none) }
attributes #3 = { nounwind }
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
!63 = !{!64, !65, !66, !67, !68}
!64 = !DILocalVariable(name: "start", arg: 1, scope: !58, file: !3, line: 162, type: !9)
!65 = !DILocalVariable(name: "count", arg: 2, scope: !58, file: !3, line: 162, type: !61)
!66 = !DILocalVariable(name: "flags", arg: 3, scope: !58, file: !3, line: 162, type: !29)
!67 = !DILocalVariable(name: "pages", arg: 4, scope: !58, file: !3, line: 162, type: !62)
!68 = !DILocalVariable(name: "got", scope: !58, file: !3, line: 164, type: !61)
!69 = !DILocation(line: 0, scope: !58)
!70 = !DILocation(line: 169, column: 26, scope: !58)
!71 = !DILocalVariable(name: "address", arg: 1, scope: !72, file: !3, line: 140, type: !9)
!72 = distinct !DISubprogram(name: "walk", scope: !3, file: !3, line: 140, type: !73, scopeLine: 141, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !75)
!73 = !DISubroutineType(types: !74)
!74 = !{!61, !9, !61}
!75 = !{!71, !76, !77, !78, !79, !80, !81}
!76 = !DILocalVariable(name: "write", arg: 2, scope: !72, file: !3, line: 140, type: !61)
!77 = !DILocalVariable(name: "pgd", scope: !72, file: !3, line: 142, type: !22)
!78 = !DILocalVariable(name: "pud", scope: !72, file: !3, line: 143, type: !22)
!79 = !DILocalVariable(name: "pmds", scope: !72, file: !3, line: 144, type: !22)
!80 = !DILocalVariable(name: "pmdp", scope: !72, file: !3, line: 145, type: !22)
!81 = !DILocalVariable(name: "pmd", scope: !72, file: !3, line: 146, type: !9)
!82 = !DILocation(line: 0, scope: !72, inlinedAt: !83)
!83 = distinct !DILocation(line: 169, column: 8, scope: !58)
!84 = !DILocation(line: 23, column: 2, scope: !85, inlinedAt: !90)
!85 = distinct !DISubprogram(name: "current", scope: !3, file: !3, line: 19, type: !86, scopeLine: 20, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !88)
!86 = !DISubroutineType(types: !87)
!87 = !{!12}
!88 = !{!89}
!89 = !DILocalVariable(name: "task", scope: !85, file: !3, line: 21, type: !9)
!90 = distinct !DILocation(line: 142, column: 13, scope: !72, inlinedAt: !83)
!91 = !{i64 540}
!92 = !DILocation(line: 0, scope: !85, inlinedAt: !90)
!93 = !DILocation(line: 24, column: 9, scope: !85, inlinedAt: !90)
!94 = !DILocation(line: 142, column: 24, scope: !72, inlinedAt: !83)
!95 = !DILocation(line: 142, column: 28, scope: !72, inlinedAt: !83)
!96 = !DILocation(line: 143, column: 13, scope: !72, inlinedAt: !83)
!97 = !DILocation(line: 144, column: 14, scope: !72, inlinedAt: !83)
!98 = !DILocation(line: 145, column: 30, scope: !72, inlinedAt: !83)
!99 = !DILocation(line: 145, column: 36, scope: !72, inlinedAt: !83)
!100 = !DILocation(line: 145, column: 19, scope: !72, inlinedAt: !83)
!101 = !DILocation(line: 146, column: 12, scope: !72, inlinedAt: !83)
!102 = !DILocation(line: 148, column: 12, scope: !103, inlinedAt: !83)
!103 = distinct !DILexicalBlock(scope: !72, file: !3, line: 148, column: 6)
!104 = !DILocation(line: 148, column: 6, scope: !72, inlinedAt: !83)
!105 = !DILocation(line: 154, column: 21, scope: !106, inlinedAt: !83)
!106 = distinct !DILexicalBlock(scope: !72, file: !3, line: 154, column: 6)
!107 = !DILocation(line: 155, column: 12, scope: !108, inlinedAt: !83)
!108 = distinct !DILexicalBlock(scope: !109, file: !3, line: 155, column: 7)
!109 = distinct !DILexicalBlock(scope: !106, file: !3, line: 154, column: 38)
!110 = !DILocation(line: 155, column: 35, scope: !108, inlinedAt: !83)
!111 = !DILocalVariable(name: "pmd", arg: 1, scope: !112, file: !3, line: 96, type: !9)
!112 = distinct !DISubprogram(name: "huge", scope: !3, file: !3, line: 96, type: !113, scopeLine: 97, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !115)
!113 = !DISubroutineType(types: !114)
!114 = !{!61, !9, !22, !61}
!115 = !{!111, !116, !117, !118}
!116 = !DILocalVariable(name: "pmdp", arg: 2, scope: !112, file: !3, line: 96, type: !22)
!117 = !DILocalVariable(name: "write", arg: 3, scope: !112, file: !3, line: 96, type: !61)
!118 = !DILocalVariable(name: "page", scope: !112, file: !3, line: 98, type: !23)
!119 = !DILocation(line: 0, scope: !112, inlinedAt: !120)
!120 = distinct !DILocation(line: 157, column: 10, scope: !109, inlinedAt: !83)
!121 = !DILocalVariable(name: "entry", arg: 1, scope: !122, file: !3, line: 71, type: !9)
!122 = distinct !DISubprogram(name: "permitted", scope: !3, file: !3, line: 71, type: !73, scopeLine: 72, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !123)
!123 = !{!121, !124}
!124 = !DILocalVariable(name: "write", arg: 2, scope: !122, file: !3, line: 71, type: !61)
!125 = !DILocation(line: 0, scope: !122, inlinedAt: !126)
!126 = distinct !DILocation(line: 101, column: 7, scope: !127, inlinedAt: !120)
!127 = distinct !DILexicalBlock(scope: !112, file: !3, line: 101, column: 6)
!128 = !DILocation(line: 155, column: 7, scope: !109, inlinedAt: !83)
!129 = !DILocation(line: 73, column: 57, scope: !122, inlinedAt: !126)
!130 = !DILocation(line: 73, column: 63, scope: !122, inlinedAt: !126)
!131 = !DILocation(line: 101, column: 6, scope: !112, inlinedAt: !120)
!132 = !DILocalVariable(name: "entry", arg: 1, scope: !133, file: !3, line: 76, type: !9)
!133 = distinct !DISubprogram(name: "get", scope: !3, file: !3, line: 76, type: !134, scopeLine: 77, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !136)
!134 = !DISubroutineType(types: !135)
!135 = !{!23, !9}
!136 = !{!132, !137, !138}
!137 = !DILocalVariable(name: "page", scope: !133, file: !3, line: 78, type: !23)
!138 = !DILocalVariable(name: "head", scope: !133, file: !3, line: 79, type: !9)
!139 = !DILocation(line: 0, scope: !133, inlinedAt: !140)
!140 = distinct !DILocation(line: 106, column: 9, scope: !112, inlinedAt: !120)
!141 = !DILocation(line: 78, column: 22, scope: !133, inlinedAt: !140)
!142 = !DILocation(line: 79, column: 19, scope: !133, inlinedAt: !140)
!143 = !DILocation(line: 81, column: 11, scope: !144, inlinedAt: !140)
!144 = distinct !DILexicalBlock(scope: !133, file: !3, line: 81, column: 6)
!145 = !DILocation(line: 81, column: 6, scope: !133, inlinedAt: !140)
!146 = !DILocation(line: 87, column: 44, scope: !133, inlinedAt: !140)
!147 = !DILocalVariable(name: "p", arg: 1, scope: !148, file: !3, line: 49, type: !151)
!148 = distinct !DISubprogram(name: "raw_atomic_fetch_add_unless", scope: !3, file: !3, line: 49, type: !149, scopeLine: 50, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !152)
!149 = !DISubroutineType(types: !150)
!150 = !{!61, !151, !29, !29}
!151 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !29, size: 64)
!152 = !{!147, !153, !154, !155, !156}
!153 = !DILocalVariable(name: "n", arg: 2, scope: !148, file: !3, line: 49, type: !29)
!154 = !DILocalVariable(name: "unless", arg: 3, scope: !148, file: !3, line: 49, type: !29)
!155 = !DILocalVariable(name: "old", scope: !148, file: !3, line: 51, type: !29)
!156 = !DILocalVariable(name: "found", scope: !148, file: !3, line: 51, type: !29)
!157 = !DILocation(line: 0, scope: !148, inlinedAt: !158)
!158 = distinct !DILocation(line: 87, column: 9, scope: !133, inlinedAt: !140)
!159 = !DILocation(line: 51, column: 12, scope: !148, inlinedAt: !158)
!160 = !DILocation(line: 53, column: 2, scope: !148, inlinedAt: !158)
!161 = !DILocation(line: 54, column: 11, scope: !162, inlinedAt: !158)
!162 = distinct !DILexicalBlock(scope: !163, file: !3, line: 54, column: 7)
!163 = distinct !DILexicalBlock(scope: !164, file: !3, line: 53, column: 11)
!164 = distinct !DILexicalBlock(scope: !165, file: !3, line: 53, column: 2)
!165 = distinct !DILexicalBlock(scope: !148, file: !3, line: 53, column: 2)
!166 = !DILocation(line: 54, column: 7, scope: !163, inlinedAt: !158)
!167 = !DILocation(line: 56, column: 31, scope: !163, inlinedAt: !158)
!168 = !DILocalVariable(name: "p", arg: 1, scope: !169, file: !3, line: 41, type: !151)
!169 = distinct !DISubprogram(name: "cmpxchg", scope: !3, file: !3, line: 41, type: !170, scopeLine: 42, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !172)
!170 = !DISubroutineType(types: !171)
!171 = !{!29, !151, !29, !29}
!172 = !{!168, !173, !174, !175}
!173 = !DILocalVariable(name: "old", arg: 2, scope: !169, file: !3, line: 41, type: !29)
!174 = !DILocalVariable(name: "new", arg: 3, scope: !169, file: !3, line: 41, type: !29)
!175 = !DILocalVariable(name: "found", scope: !169, file: !3, line: 43, type: !29)
!176 = !DILocation(line: 0, scope: !169, inlinedAt: !177)
!177 = distinct !DILocation(line: 56, column: 11, scope: !163, inlinedAt: !158)
!178 = !DILocation(line: 45, column: 2, scope: !169, inlinedAt: !177)
!179 = !{i64 975, i64 997}
!180 = !DILocation(line: 57, column: 13, scope: !181, inlinedAt: !158)
!181 = distinct !DILexicalBlock(scope: !163, file: !3, line: 57, column: 7)
!182 = !DILocation(line: 57, column: 7, scope: !163, inlinedAt: !158)
!183 = distinct !{!183, !184, !185}
!184 = !DILocation(line: 53, column: 2, scope: !165, inlinedAt: !158)
!185 = !DILocation(line: 60, column: 2, scope: !165, inlinedAt: !158)
!186 = !DILocation(line: 107, column: 7, scope: !187, inlinedAt: !120)
!187 = distinct !DILexicalBlock(scope: !112, file: !3, line: 107, column: 6)
!188 = !DILocation(line: 107, column: 6, scope: !112, inlinedAt: !120)
!189 = !DILocation(line: 110, column: 13, scope: !190, inlinedAt: !120)
!190 = distinct !DILexicalBlock(scope: !112, file: !3, line: 110, column: 6)
!191 = !DILocation(line: 110, column: 10, scope: !190, inlinedAt: !120)
!192 = !DILocation(line: 110, column: 6, scope: !112, inlinedAt: !120)
!193 = !DILocalVariable(name: "page", arg: 1, scope: !194, file: !3, line: 90, type: !23)
!194 = distinct !DISubprogram(name: "put", scope: !3, file: !3, line: 90, type: !195, scopeLine: 91, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !197)
!195 = !DISubroutineType(types: !196)
!196 = !{null, !23}
!197 = !{!193}
!198 = !DILocation(line: 0, scope: !194, inlinedAt: !199)
!199 = distinct !DILocation(line: 111, column: 3, scope: !200, inlinedAt: !120)
!200 = distinct !DILexicalBlock(scope: !190, file: !3, line: 110, column: 31)
!201 = !DILocalVariable(name: "p", arg: 1, scope: !202, file: !3, line: 63, type: !151)
!202 = distinct !DISubprogram(name: "dec_return", scope: !3, file: !3, line: 63, type: !203, scopeLine: 64, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !205)
!203 = !DISubroutineType(types: !204)
!204 = !{!29, !151}
!205 = !{!201, !206, !207}
!206 = !DILocalVariable(name: "old", scope: !202, file: !3, line: 65, type: !29)
!207 = !DILocalVariable(name: "minus", scope: !202, file: !3, line: 65, type: !29)
!208 = !DILocation(line: 0, scope: !202, inlinedAt: !209)
!209 = distinct !DILocation(line: 92, column: 6, scope: !210, inlinedAt: !199)
!210 = distinct !DILexicalBlock(scope: !194, file: !3, line: 92, column: 6)
!211 = !DILocation(line: 67, column: 2, scope: !202, inlinedAt: !209)
!212 = !{i64 1404, i64 1426}
!213 = !DILocation(line: 92, column: 35, scope: !210, inlinedAt: !199)
!214 = !DILocation(line: 92, column: 6, scope: !194, inlinedAt: !199)
!215 = !DILocalVariable(name: "pmd", arg: 1, scope: !216, file: !3, line: 118, type: !9)
!216 = distinct !DISubprogram(name: "small", scope: !3, file: !3, line: 118, type: !113, scopeLine: 119, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !217)
!217 = !{!215, !218, !219, !220, !221, !222}
!218 = !DILocalVariable(name: "pmdp", arg: 2, scope: !216, file: !3, line: 118, type: !22)
!219 = !DILocalVariable(name: "write", arg: 3, scope: !216, file: !3, line: 118, type: !61)
!220 = !DILocalVariable(name: "ptep", scope: !216, file: !3, line: 120, type: !22)
!221 = !DILocalVariable(name: "pte", scope: !216, file: !3, line: 121, type: !9)
!222 = !DILocalVariable(name: "page", scope: !216, file: !3, line: 122, type: !23)
!223 = !DILocation(line: 0, scope: !216, inlinedAt: !224)
!224 = distinct !DILocation(line: 159, column: 9, scope: !72, inlinedAt: !83)
!225 = !DILocation(line: 120, column: 14, scope: !216, inlinedAt: !224)
!226 = !DILocation(line: 121, column: 12, scope: !216, inlinedAt: !224)
!227 = !DILocation(line: 124, column: 11, scope: !228, inlinedAt: !224)
!228 = distinct !DILexicalBlock(scope: !216, file: !3, line: 124, column: 6)
!229 = !DILocation(line: 124, column: 34, scope: !228, inlinedAt: !224)
!230 = !DILocation(line: 0, scope: !122, inlinedAt: !231)
!231 = distinct !DILocation(line: 124, column: 51, scope: !228, inlinedAt: !224)
!232 = !DILocation(line: 124, column: 47, scope: !228, inlinedAt: !224)
!233 = !DILocation(line: 73, column: 57, scope: !122, inlinedAt: !231)
!234 = !DILocation(line: 73, column: 63, scope: !122, inlinedAt: !231)
!235 = !DILocation(line: 124, column: 73, scope: !228, inlinedAt: !224)
!236 = !DILocation(line: 0, scope: !133, inlinedAt: !237)
!237 = distinct !DILocation(line: 126, column: 9, scope: !216, inlinedAt: !224)
!238 = !DILocation(line: 78, column: 22, scope: !133, inlinedAt: !237)
!239 = !DILocation(line: 79, column: 19, scope: !133, inlinedAt: !237)
!240 = !DILocation(line: 81, column: 11, scope: !144, inlinedAt: !237)
!241 = !DILocation(line: 81, column: 6, scope: !133, inlinedAt: !237)
!242 = !DILocation(line: 87, column: 44, scope: !133, inlinedAt: !237)
!243 = !DILocation(line: 0, scope: !148, inlinedAt: !244)
!244 = distinct !DILocation(line: 87, column: 9, scope: !133, inlinedAt: !237)
!245 = !DILocation(line: 51, column: 12, scope: !148, inlinedAt: !244)
!246 = !DILocation(line: 53, column: 2, scope: !148, inlinedAt: !244)
!247 = !DILocation(line: 54, column: 11, scope: !162, inlinedAt: !244)
!248 = !DILocation(line: 54, column: 7, scope: !163, inlinedAt: !244)
!249 = !DILocation(line: 56, column: 31, scope: !163, inlinedAt: !244)
!250 = !DILocation(line: 0, scope: !169, inlinedAt: !251)
!251 = distinct !DILocation(line: 56, column: 11, scope: !163, inlinedAt: !244)
!252 = !DILocation(line: 45, column: 2, scope: !169, inlinedAt: !251)
!253 = !DILocation(line: 57, column: 13, scope: !181, inlinedAt: !244)
!254 = !DILocation(line: 57, column: 7, scope: !163, inlinedAt: !244)
!255 = distinct !{!255, !256, !257}
!256 = !DILocation(line: 53, column: 2, scope: !165, inlinedAt: !244)
!257 = !DILocation(line: 60, column: 2, scope: !165, inlinedAt: !244)
!258 = !DILocation(line: 127, column: 7, scope: !259, inlinedAt: !224)
!259 = distinct !DILexicalBlock(scope: !216, file: !3, line: 127, column: 6)
!260 = !DILocation(line: 127, column: 6, scope: !216, inlinedAt: !224)
!261 = !DILocation(line: 132, column: 13, scope: !262, inlinedAt: !224)
!262 = distinct !DILexicalBlock(scope: !216, file: !3, line: 132, column: 6)
!263 = !DILocation(line: 132, column: 10, scope: !262, inlinedAt: !224)
!264 = !DILocation(line: 132, column: 30, scope: !262, inlinedAt: !224)
!265 = !DILocation(line: 132, column: 40, scope: !262, inlinedAt: !224)
!266 = !DILocation(line: 132, column: 37, scope: !262, inlinedAt: !224)
!267 = !DILocation(line: 132, column: 6, scope: !216, inlinedAt: !224)
!268 = !DILocation(line: 0, scope: !194, inlinedAt: !269)
!269 = distinct !DILocation(line: 134, column: 3, scope: !270, inlinedAt: !224)
!270 = distinct !DILexicalBlock(scope: !262, file: !3, line: 132, column: 58)
!271 = !DILocation(line: 0, scope: !202, inlinedAt: !272)
!272 = distinct !DILocation(line: 92, column: 6, scope: !210, inlinedAt: !269)
!273 = !DILocation(line: 67, column: 2, scope: !202, inlinedAt: !272)
!274 = !DILocation(line: 92, column: 35, scope: !210, inlinedAt: !269)
!275 = !DILocation(line: 92, column: 6, scope: !194, inlinedAt: !269)
!276 = !DILocation(line: 160, column: 1, scope: !72, inlinedAt: !83)
!277 = !DILocation(line: 173, column: 2, scope: !58)
!278 = !DISubprogram(name: "__folio_put", scope: !3, file: !3, line: 17, type: !195, flags: DIFlagPrototyped, spFlags: DISPFlagOptimized)
