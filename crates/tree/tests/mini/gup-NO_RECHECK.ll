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
  br i1 %32, label %124, label %33, !dbg !116

33:                                               ; preds = %4
  %34 = and i64 %30, 144115188075855872
  %35 = icmp eq i64 %34, 0
  %36 = and i64 %30, 144115188075855874, !dbg !117
  %37 = icmp eq i64 %36, 2, !dbg !117
  br i1 %37, label %74, label %38, !dbg !117

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
  br i1 %43, label %44, label %124, !dbg !140

44:                                               ; preds = %38
  %45 = icmp eq i32 %6, 0, !dbg !141
  %46 = and i64 %30, 2251799813685248, !dbg !142
  %47 = icmp ne i64 %46, 0, !dbg !142
  %48 = or i1 %45, %47, !dbg !142
  %49 = and i1 %35, %48, !dbg !143
  br i1 %49, label %50, label %124, !dbg !143

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
  br i1 %65, label %70, label %66, !dbg !178

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

70:                                               ; preds = %66, %63
  %71 = phi ptr [ %60, %66 ], [ null, %63 ], !dbg !198
    #dbg_value(ptr %71, !130, !DIExpression(), !131)
  %72 = icmp ne ptr %71, null, !dbg !199
  %73 = zext i1 %72 to i32, !dbg !131
  br label %124, !dbg !131

74:                                               ; preds = %33
    #dbg_value(i64 %30, !201, !DIExpression(), !209)
    #dbg_value(ptr %29, !204, !DIExpression(), !209)
    #dbg_value(i32 %6, !205, !DIExpression(), !209)
  %75 = and i64 %30, 281474976706560, !dbg !211
  %76 = or disjoint i64 %75, -281474976710656, !dbg !211
  %77 = inttoptr i64 %76 to ptr, !dbg !211
    #dbg_value(ptr %77, !206, !DIExpression(), !209)
  %78 = load volatile i64, ptr %77, align 4096, !dbg !212
    #dbg_value(i64 %78, !207, !DIExpression(), !209)
  %79 = and i64 %78, 288230376151711745, !dbg !213
  %80 = icmp ne i64 %79, 288230376151711744, !dbg !215
    #dbg_value(i64 %78, !133, !DIExpression(), !216)
    #dbg_value(i32 %6, !136, !DIExpression(), !216)
  %81 = and i64 %78, 65
  %82 = icmp eq i64 %81, 65
  %83 = and i1 %80, %82, !dbg !218
  br i1 %83, label %84, label %124, !dbg !218

84:                                               ; preds = %74
  %85 = icmp eq i32 %6, 0, !dbg !219
  %86 = and i64 %78, 2251799813685248, !dbg !220
  %87 = icmp ne i64 %86, 0, !dbg !220
  %88 = or i1 %85, %87, !dbg !220
  %89 = and i64 %78, 216172782113783808
  %90 = icmp eq i64 %89, 0
  %91 = and i1 %90, %88, !dbg !221
  br i1 %91, label %92, label %124, !dbg !221

92:                                               ; preds = %84
    #dbg_value(i64 %78, !144, !DIExpression(), !222)
  %93 = lshr i64 %78, 12, !dbg !224
  %94 = and i64 %93, 68719476735, !dbg !224
  %95 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %94, !dbg !224
    #dbg_value(ptr %95, !149, !DIExpression(), !222)
  %96 = getelementptr inbounds i8, ptr %95, i64 8, !dbg !225
  %97 = load i64, ptr %96, align 8, !dbg !225
    #dbg_value(i64 %97, !150, !DIExpression(), !222)
  %98 = and i64 %97, 1, !dbg !226
  %99 = icmp eq i64 %98, 0, !dbg !226
  %100 = add nsw i64 %97, -1, !dbg !227
  %101 = inttoptr i64 %100 to ptr, !dbg !227
  %102 = select i1 %99, ptr %95, ptr %101, !dbg !227
    #dbg_value(ptr %102, !149, !DIExpression(), !222)
  %103 = getelementptr inbounds i8, ptr %102, i64 20, !dbg !228
    #dbg_value(ptr %103, !159, !DIExpression(), !229)
    #dbg_value(i32 1, !165, !DIExpression(), !229)
    #dbg_value(i32 0, !166, !DIExpression(), !229)
  %104 = load volatile i32, ptr %103, align 4, !dbg !231
    #dbg_value(i32 %104, !167, !DIExpression(), !229)
  br label %105, !dbg !232

105:                                              ; preds = %108, %92
  %106 = phi i32 [ %104, %92 ], [ %110, %108 ], !dbg !229
    #dbg_value(i32 %106, !167, !DIExpression(), !229)
  %107 = icmp eq i32 %106, 0, !dbg !233
  br i1 %107, label %124, label %108, !dbg !234

108:                                              ; preds = %105
  %109 = add i32 %106, 1, !dbg !235
    #dbg_value(ptr %103, !180, !DIExpression(), !236)
    #dbg_value(i32 %106, !185, !DIExpression(), !236)
    #dbg_value(i32 %109, !186, !DIExpression(), !236)
    #dbg_value(i32 %106, !187, !DIExpression(), !236)
  %110 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %103, i32 %109, i32 %106, ptr elementtype(i32) %103) #2, !dbg !238, !srcloc !191
    #dbg_value(i32 %110, !187, !DIExpression(), !236)
    #dbg_value(i32 %110, !168, !DIExpression(), !229)
  %111 = icmp eq i32 %110, %106, !dbg !239
  br i1 %111, label %112, label %105, !dbg !240, !llvm.loop !241

112:                                              ; preds = %108
    #dbg_value(ptr %102, !208, !DIExpression(), !209)
  %113 = icmp eq ptr %102, null, !dbg !244
  br i1 %113, label %124, label %114, !dbg !246

114:                                              ; preds = %112
  %115 = load volatile i64, ptr %29, align 8, !dbg !247
  %116 = icmp eq i64 %115, %30, !dbg !249
  br i1 %116, label %117, label %120, !dbg !250

117:                                              ; preds = %114
  %118 = load volatile i64, ptr %77, align 4096, !dbg !251
  %119 = icmp eq i64 %78, %118, !dbg !252
  br i1 %119, label %124, label %120, !dbg !253

120:                                              ; preds = %117, %114
    #dbg_value(ptr %102, !254, !DIExpression(), !259)
    #dbg_value(ptr %103, !262, !DIExpression(), !269)
    #dbg_value(i32 -1, !268, !DIExpression(), !269)
  %121 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %103, i32 -1, ptr elementtype(i32) %103) #2, !dbg !272, !srcloc !273
    #dbg_value(i32 %121, !267, !DIExpression(), !269)
  %122 = icmp eq i32 %121, 1, !dbg !274
  br i1 %122, label %123, label %124, !dbg !275

123:                                              ; preds = %120
  tail call void @__folio_put(ptr noundef nonnull %102) #4, !dbg !276
  br label %124, !dbg !276

124:                                              ; preds = %105, %4, %38, %44, %70, %74, %84, %112, %117, %120, %123
  %125 = phi i32 [ 0, %4 ], [ 0, %38 ], [ 0, %44 ], [ %73, %70 ], [ 0, %84 ], [ 0, %74 ], [ 0, %112 ], [ 1, %117 ], [ 0, %120 ], [ 0, %123 ], [ 0, %105 ], !dbg !94
    #dbg_value(i32 %125, !68, !DIExpression(), !70)
    #dbg_value(i64 %5, !277, !DIExpression(), !282)
  tail call void asm sideeffect "msr daif, $0", "r,~{memory}"(i64 %5) #2, !dbg !284, !srcloc !285
  ret i32 %125, !dbg !286
}

; Function Attrs: null_pointer_is_valid
declare !dbg !287 dso_local void @__folio_put(ptr noundef) local_unnamed_addr #1

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
!198 = !DILocation(line: 87, column: 9, scope: !145, inlinedAt: !152)
!199 = !DILocation(line: 107, column: 7, scope: !200, inlinedAt: !132)
!200 = distinct !DILexicalBlock(scope: !124, file: !3, line: 107, column: 6)
!201 = !DILocalVariable(name: "pmd", arg: 1, scope: !202, file: !3, line: 118, type: !9)
!202 = distinct !DISubprogram(name: "small", scope: !3, file: !3, line: 118, type: !125, scopeLine: 119, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !203)
!203 = !{!201, !204, !205, !206, !207, !208}
!204 = !DILocalVariable(name: "pmdp", arg: 2, scope: !202, file: !3, line: 118, type: !22)
!205 = !DILocalVariable(name: "write", arg: 3, scope: !202, file: !3, line: 118, type: !61)
!206 = !DILocalVariable(name: "ptep", scope: !202, file: !3, line: 120, type: !22)
!207 = !DILocalVariable(name: "pte", scope: !202, file: !3, line: 121, type: !9)
!208 = !DILocalVariable(name: "page", scope: !202, file: !3, line: 122, type: !23)
!209 = !DILocation(line: 0, scope: !202, inlinedAt: !210)
!210 = distinct !DILocation(line: 159, column: 9, scope: !84, inlinedAt: !95)
!211 = !DILocation(line: 120, column: 14, scope: !202, inlinedAt: !210)
!212 = !DILocation(line: 121, column: 12, scope: !202, inlinedAt: !210)
!213 = !DILocation(line: 124, column: 11, scope: !214, inlinedAt: !210)
!214 = distinct !DILexicalBlock(scope: !202, file: !3, line: 124, column: 6)
!215 = !DILocation(line: 124, column: 34, scope: !214, inlinedAt: !210)
!216 = !DILocation(line: 0, scope: !134, inlinedAt: !217)
!217 = distinct !DILocation(line: 124, column: 51, scope: !214, inlinedAt: !210)
!218 = !DILocation(line: 124, column: 47, scope: !214, inlinedAt: !210)
!219 = !DILocation(line: 73, column: 57, scope: !134, inlinedAt: !217)
!220 = !DILocation(line: 73, column: 63, scope: !134, inlinedAt: !217)
!221 = !DILocation(line: 124, column: 73, scope: !214, inlinedAt: !210)
!222 = !DILocation(line: 0, scope: !145, inlinedAt: !223)
!223 = distinct !DILocation(line: 126, column: 9, scope: !202, inlinedAt: !210)
!224 = !DILocation(line: 78, column: 22, scope: !145, inlinedAt: !223)
!225 = !DILocation(line: 79, column: 19, scope: !145, inlinedAt: !223)
!226 = !DILocation(line: 81, column: 11, scope: !156, inlinedAt: !223)
!227 = !DILocation(line: 81, column: 6, scope: !145, inlinedAt: !223)
!228 = !DILocation(line: 87, column: 44, scope: !145, inlinedAt: !223)
!229 = !DILocation(line: 0, scope: !160, inlinedAt: !230)
!230 = distinct !DILocation(line: 87, column: 9, scope: !145, inlinedAt: !223)
!231 = !DILocation(line: 51, column: 12, scope: !160, inlinedAt: !230)
!232 = !DILocation(line: 53, column: 2, scope: !160, inlinedAt: !230)
!233 = !DILocation(line: 54, column: 11, scope: !174, inlinedAt: !230)
!234 = !DILocation(line: 54, column: 7, scope: !175, inlinedAt: !230)
!235 = !DILocation(line: 56, column: 31, scope: !175, inlinedAt: !230)
!236 = !DILocation(line: 0, scope: !181, inlinedAt: !237)
!237 = distinct !DILocation(line: 56, column: 11, scope: !175, inlinedAt: !230)
!238 = !DILocation(line: 45, column: 2, scope: !181, inlinedAt: !237)
!239 = !DILocation(line: 57, column: 13, scope: !193, inlinedAt: !230)
!240 = !DILocation(line: 57, column: 7, scope: !175, inlinedAt: !230)
!241 = distinct !{!241, !242, !243}
!242 = !DILocation(line: 53, column: 2, scope: !177, inlinedAt: !230)
!243 = !DILocation(line: 60, column: 2, scope: !177, inlinedAt: !230)
!244 = !DILocation(line: 127, column: 7, scope: !245, inlinedAt: !210)
!245 = distinct !DILexicalBlock(scope: !202, file: !3, line: 127, column: 6)
!246 = !DILocation(line: 127, column: 6, scope: !202, inlinedAt: !210)
!247 = !DILocation(line: 132, column: 13, scope: !248, inlinedAt: !210)
!248 = distinct !DILexicalBlock(scope: !202, file: !3, line: 132, column: 6)
!249 = !DILocation(line: 132, column: 10, scope: !248, inlinedAt: !210)
!250 = !DILocation(line: 132, column: 30, scope: !248, inlinedAt: !210)
!251 = !DILocation(line: 132, column: 40, scope: !248, inlinedAt: !210)
!252 = !DILocation(line: 132, column: 37, scope: !248, inlinedAt: !210)
!253 = !DILocation(line: 132, column: 6, scope: !202, inlinedAt: !210)
!254 = !DILocalVariable(name: "page", arg: 1, scope: !255, file: !3, line: 90, type: !23)
!255 = distinct !DISubprogram(name: "put", scope: !3, file: !3, line: 90, type: !256, scopeLine: 91, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !258)
!256 = !DISubroutineType(types: !257)
!257 = !{null, !23}
!258 = !{!254}
!259 = !DILocation(line: 0, scope: !255, inlinedAt: !260)
!260 = distinct !DILocation(line: 134, column: 3, scope: !261, inlinedAt: !210)
!261 = distinct !DILexicalBlock(scope: !248, file: !3, line: 132, column: 58)
!262 = !DILocalVariable(name: "p", arg: 1, scope: !263, file: !3, line: 63, type: !163)
!263 = distinct !DISubprogram(name: "dec_return", scope: !3, file: !3, line: 63, type: !264, scopeLine: 64, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !266)
!264 = !DISubroutineType(types: !265)
!265 = !{!29, !163}
!266 = !{!262, !267, !268}
!267 = !DILocalVariable(name: "old", scope: !263, file: !3, line: 65, type: !29)
!268 = !DILocalVariable(name: "minus", scope: !263, file: !3, line: 65, type: !29)
!269 = !DILocation(line: 0, scope: !263, inlinedAt: !270)
!270 = distinct !DILocation(line: 92, column: 6, scope: !271, inlinedAt: !260)
!271 = distinct !DILexicalBlock(scope: !255, file: !3, line: 92, column: 6)
!272 = !DILocation(line: 67, column: 2, scope: !263, inlinedAt: !270)
!273 = !{i64 1404, i64 1426}
!274 = !DILocation(line: 92, column: 35, scope: !271, inlinedAt: !260)
!275 = !DILocation(line: 92, column: 6, scope: !255, inlinedAt: !260)
!276 = !DILocation(line: 93, column: 3, scope: !271, inlinedAt: !260)
!277 = !DILocalVariable(name: "flags", arg: 1, scope: !278, file: !3, line: 36, type: !9)
!278 = distinct !DISubprogram(name: "irq_restore", scope: !3, file: !3, line: 36, type: !279, scopeLine: 37, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !281)
!279 = !DISubroutineType(types: !280)
!280 = !{null, !9}
!281 = !{!277}
!282 = !DILocation(line: 0, scope: !278, inlinedAt: !283)
!283 = distinct !DILocation(line: 171, column: 2, scope: !58)
!284 = !DILocation(line: 38, column: 2, scope: !278, inlinedAt: !283)
!285 = !{i64 842}
!286 = !DILocation(line: 173, column: 2, scope: !58)
!287 = !DISubprogram(name: "__folio_put", scope: !3, file: !3, line: 17, type: !256, flags: DIFlagPrototyped, spFlags: DISPFlagOptimized)
