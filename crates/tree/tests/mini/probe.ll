; ModuleID = 'probe.c'
source_filename = "probe.c"
target datalayout = "e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32"
target triple = "aarch64-unknown-linux-gnu"

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 -281474976710656, -281474976714751) i64 @pmdrace_address_of_frame(i64 noundef %0) local_unnamed_addr #0 !dbg !30 {
    #dbg_value(i64 %0, !34, !DIExpression(), !35)
  %2 = shl i64 %0, 12, !dbg !36
  %3 = add i64 %2, -281474976710656, !dbg !36
  ret i64 %3, !dbg !36
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_page_of_frame(i64 noundef %0) local_unnamed_addr #0 !dbg !37 {
    #dbg_value(i64 %0, !39, !DIExpression(), !40)
  %2 = shl i64 %0, 6, !dbg !41
  %3 = add i64 %2, -4398046511104, !dbg !41
  ret i64 %3, !dbg !41
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_page_shift() local_unnamed_addr #0 !dbg !42 {
  ret i64 12, !dbg !45
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_pmd_shift() local_unnamed_addr #0 !dbg !46 {
  ret i64 21, !dbg !47
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 512) i64 @pmdrace_pgd_index(i64 noundef %0) local_unnamed_addr #0 !dbg !48 {
    #dbg_value(i64 %0, !50, !DIExpression(), !51)
  %2 = lshr i64 %0, 39, !dbg !52
  %3 = and i64 %2, 511, !dbg !52
  ret i64 %3, !dbg !52
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 512) i64 @pmdrace_pud_index(i64 noundef %0) local_unnamed_addr #0 !dbg !53 {
    #dbg_value(i64 %0, !55, !DIExpression(), !56)
  %2 = lshr i64 %0, 30, !dbg !57
  %3 = and i64 %2, 511, !dbg !57
  ret i64 %3, !dbg !57
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 512) i64 @pmdrace_pmd_index(i64 noundef %0) local_unnamed_addr #0 !dbg !58 {
    #dbg_value(i64 %0, !60, !DIExpression(), !61)
  %2 = lshr i64 %0, 21, !dbg !62
  %3 = and i64 %2, 511, !dbg !62
  ret i64 %3, !dbg !62
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 3, 0) i64 @pmdrace_pud_to_table(i64 noundef %0) local_unnamed_addr #0 !dbg !63 {
    #dbg_value(i64 %0, !65, !DIExpression(), !66)
  %2 = shl i64 %0, 12, !dbg !67
  %3 = or disjoint i64 %2, 3, !dbg !67
  ret i64 %3, !dbg !67
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 3, 0) i64 @pmdrace_p4d_to_table(i64 noundef %0) local_unnamed_addr #0 !dbg !68 {
    #dbg_value(i64 %0, !70, !DIExpression(), !71)
  %2 = shl i64 %0, 12, !dbg !72
  %3 = or disjoint i64 %2, 3, !dbg !72
  ret i64 %3, !dbg !72
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_lse_capability() local_unnamed_addr #0 !dbg !73 {
  ret i64 26, !dbg !74
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_page_head() local_unnamed_addr #0 !dbg !75 {
  ret i64 1, !dbg !76
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_page_locked() local_unnamed_addr #0 !dbg !77 {
  ret i64 2, !dbg !78
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_page_uptodate() local_unnamed_addr #0 !dbg !79 {
  ret i64 4, !dbg !80
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_page_swapbacked() local_unnamed_addr #0 !dbg !81 {
  ret i64 8, !dbg !82
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_page_exclusive() local_unnamed_addr #0 !dbg !83 {
  ret i64 16, !dbg !84
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_vma_flags() local_unnamed_addr #0 !dbg !85 {
  ret i64 0, !dbg !86
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_vma_protection() local_unnamed_addr #0 !dbg !87 {
  ret i64 0, !dbg !88
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_none(i64 noundef %0) local_unnamed_addr #0 !dbg !89 {
    #dbg_value(i64 %0, !91, !DIExpression(), !92)
  %2 = icmp eq i64 %0, 0, !dbg !93
  %3 = zext i1 %2 to i64, !dbg !93
  ret i64 %3, !dbg !93
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_present(i64 noundef %0) local_unnamed_addr #0 !dbg !94 {
    #dbg_value(i64 %0, !96, !DIExpression(), !97)
  %2 = and i64 %0, 864691128455135233, !dbg !98
  %3 = icmp ne i64 %2, 0, !dbg !98
  %4 = zext i1 %3 to i64, !dbg !98
  ret i64 %4, !dbg !98
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_bad(i64 noundef %0) local_unnamed_addr #0 !dbg !99 {
    #dbg_value(i64 %0, !101, !DIExpression(), !102)
  %2 = and i64 %0, 3, !dbg !103
  %3 = icmp ne i64 %2, 3, !dbg !103
  %4 = zext i1 %3 to i64, !dbg !103
  ret i64 %4, !dbg !103
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_trans_huge(i64 noundef %0) local_unnamed_addr #0 !dbg !104 {
    #dbg_value(i64 %0, !106, !DIExpression(), !107)
  %2 = and i64 %0, 864691128455135233, !dbg !108
  %3 = icmp ne i64 %2, 0, !dbg !108
  %4 = and i64 %0, 2, !dbg !108
  %5 = icmp eq i64 %4, 0, !dbg !108
  %6 = and i1 %3, %5, !dbg !108
  %7 = zext i1 %6 to i64, !dbg !108
  ret i64 %7, !dbg !108
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_leaf(i64 noundef %0) local_unnamed_addr #0 !dbg !109 {
    #dbg_value(i64 %0, !111, !DIExpression(), !112)
  %2 = and i64 %0, 864691128455135233, !dbg !113
  %3 = icmp ne i64 %2, 0, !dbg !113
  %4 = and i64 %0, 3, !dbg !113
  %5 = icmp ne i64 %4, 3, !dbg !113
  %6 = and i1 %3, %5, !dbg !113
  %7 = zext i1 %6 to i64, !dbg !113
  ret i64 %7, !dbg !113
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 2) i64 @pmdrace_pmd_write(i64 noundef %0) local_unnamed_addr #0 !dbg !114 {
    #dbg_value(i64 %0, !116, !DIExpression(), !117)
  %2 = lshr i64 %0, 51, !dbg !118
  %3 = and i64 %2, 1, !dbg !118
  ret i64 %3, !dbg !118
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_dirty(i64 noundef %0) local_unnamed_addr #0 !dbg !119 {
    #dbg_value(i64 %0, !121, !DIExpression(), !122)
  %2 = and i64 %0, 36028797018963968, !dbg !123
  %3 = icmp ne i64 %2, 0, !dbg !123
  %4 = and i64 %0, 2251799813685376, !dbg !123
  %5 = icmp eq i64 %4, 2251799813685248, !dbg !123
  %6 = or i1 %3, %5, !dbg !123
  %7 = zext i1 %6 to i64, !dbg !123
  ret i64 %7, !dbg !123
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 2) i64 @pmdrace_pmd_young(i64 noundef %0) local_unnamed_addr #0 !dbg !124 {
    #dbg_value(i64 %0, !126, !DIExpression(), !127)
  %2 = lshr i64 %0, 10, !dbg !128
  %3 = and i64 %2, 1, !dbg !128
  ret i64 %3, !dbg !128
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 68719476225) i64 @pmdrace_pmd_pfn(i64 noundef %0) local_unnamed_addr #0 !dbg !129 {
    #dbg_value(i64 %0, !131, !DIExpression(), !132)
  %2 = lshr i64 %0, 12, !dbg !133
  %3 = and i64 %2, 68719476224, !dbg !133
  ret i64 %3, !dbg !133
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 2) i64 @pmdrace_pmd_devmap(i64 noundef %0) local_unnamed_addr #0 !dbg !134 {
    #dbg_value(i64 %0, !136, !DIExpression(), !137)
  %2 = lshr i64 %0, 57, !dbg !138
  %3 = and i64 %2, 1, !dbg !138
  ret i64 %3, !dbg !138
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_protnone(i64 noundef %0) local_unnamed_addr #0 !dbg !139 {
    #dbg_value(i64 %0, !141, !DIExpression(), !142)
  %2 = and i64 %0, 288230376151711745, !dbg !143
  %3 = icmp eq i64 %2, 288230376151711744, !dbg !143
  %4 = zext i1 %3 to i64, !dbg !143
  ret i64 %4, !dbg !143
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_is_pmd_migration_entry(i64 noundef %0) local_unnamed_addr #0 !dbg !144 {
    #dbg_value(i64 %0, !146, !DIExpression(), !147)
  %2 = icmp ne i64 %0, 0, !dbg !148
  %3 = and i64 %0, 864691128455135233, !dbg !148
  %4 = icmp eq i64 %3, 0, !dbg !148
  %5 = and i1 %2, %4, !dbg !148
  br i1 %5, label %6, label %13, !dbg !148

6:                                                ; preds = %1
  %7 = lshr i64 %0, 3, !dbg !148
  %8 = and i64 %7, 31, !dbg !148
  %9 = icmp ugt i64 %8, 23, !dbg !148
  br i1 %9, label %10, label %13, !dbg !148

10:                                               ; preds = %6
  %11 = icmp ult i64 %8, 27, !dbg !148
  %12 = zext i1 %11 to i64, !dbg !148
  br label %13

13:                                               ; preds = %10, %6, %1
  %14 = phi i64 [ 0, %6 ], [ 0, %1 ], [ %12, %10 ], !dbg !147
  ret i64 %14, !dbg !148
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, -1) i64 @pmdrace_pmd_mkinvalid(i64 noundef %0) local_unnamed_addr #0 !dbg !149 {
    #dbg_value(i64 %0, !151, !DIExpression(), !152)
  %2 = and i64 %0, -576460752303423490, !dbg !153
  %3 = or disjoint i64 %2, 576460752303423488, !dbg !153
  ret i64 %3, !dbg !153
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 128, 0) i64 @pmdrace_pmd_wrprotect(i64 noundef %0) local_unnamed_addr #0 !dbg !154 {
    #dbg_value(i64 %0, !156, !DIExpression(), !157)
  %2 = and i64 %0, 2251799813685376, !dbg !158
  %3 = icmp eq i64 %2, 2251799813685248, !dbg !158
  %4 = or i64 %0, 36028797018963968, !dbg !158
  %5 = select i1 %3, i64 %4, i64 %0, !dbg !158
  %6 = and i64 %5, -2251799813685377, !dbg !158
  %7 = or disjoint i64 %6, 128, !dbg !158
  ret i64 %7, !dbg !158
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_pmd_mkdirty(i64 noundef %0) local_unnamed_addr #0 !dbg !159 {
    #dbg_value(i64 %0, !161, !DIExpression(), !162)
  %2 = and i64 %0, 2251799813685248, !dbg !163
  %3 = icmp eq i64 %2, 0, !dbg !163
  %4 = and i64 %0, -36028797018964097, !dbg !163
  %5 = select i1 %3, i64 %0, i64 %4, !dbg !163
  %6 = or i64 %5, 36028797018963968, !dbg !163
  ret i64 %6, !dbg !163
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, -1024) i64 @pmdrace_pmd_mkold(i64 noundef %0) local_unnamed_addr #0 !dbg !164 {
    #dbg_value(i64 %0, !166, !DIExpression(), !167)
  %2 = and i64 %0, -1025, !dbg !168
  ret i64 %2, !dbg !168
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, -2) i64 @pmdrace_pmd_mkhuge(i64 noundef %0) local_unnamed_addr #0 !dbg !169 {
    #dbg_value(i64 %0, !171, !DIExpression(), !172)
  %2 = and i64 %0, -3, !dbg !173
  ret i64 %2, !dbg !173
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_access_permitted_read(i64 noundef %0) local_unnamed_addr #0 !dbg !174 {
    #dbg_value(i64 %0, !176, !DIExpression(), !177)
  %2 = and i64 %0, 65, !dbg !178
  %3 = icmp eq i64 %2, 65, !dbg !178
  %4 = zext i1 %3 to i64, !dbg !178
  ret i64 %4, !dbg !178
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_access_permitted_write(i64 noundef %0) local_unnamed_addr #0 !dbg !179 {
    #dbg_value(i64 %0, !181, !DIExpression(), !182)
  %2 = and i64 %0, 2251799813685313, !dbg !183
  %3 = icmp eq i64 %2, 2251799813685313, !dbg !183
  %4 = zext i1 %3 to i64, !dbg !183
  ret i64 %4, !dbg !183
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pte_none(i64 noundef %0) local_unnamed_addr #0 !dbg !184 {
    #dbg_value(i64 %0, !186, !DIExpression(), !187)
  %2 = icmp eq i64 %0, 0, !dbg !188
  %3 = zext i1 %2 to i64, !dbg !188
  ret i64 %3, !dbg !188
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pte_present(i64 noundef %0) local_unnamed_addr #0 !dbg !189 {
    #dbg_value(i64 %0, !191, !DIExpression(), !192)
  %2 = and i64 %0, 288230376151711745, !dbg !193
  %3 = icmp ne i64 %2, 0, !dbg !193
  %4 = zext i1 %3 to i64, !dbg !193
  ret i64 %4, !dbg !193
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 2) i64 @pmdrace_pte_write(i64 noundef %0) local_unnamed_addr #0 !dbg !194 {
    #dbg_value(i64 %0, !196, !DIExpression(), !197)
  %2 = lshr i64 %0, 51, !dbg !198
  %3 = and i64 %2, 1, !dbg !198
  ret i64 %3, !dbg !198
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 68719476736) i64 @pmdrace_pte_pfn(i64 noundef %0) local_unnamed_addr #0 !dbg !199 {
    #dbg_value(i64 %0, !201, !DIExpression(), !202)
  %2 = lshr i64 %0, 12, !dbg !203
  %3 = and i64 %2, 68719476735, !dbg !203
  ret i64 %3, !dbg !203
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 2) i64 @pmdrace_pte_special(i64 noundef %0) local_unnamed_addr #0 !dbg !204 {
    #dbg_value(i64 %0, !206, !DIExpression(), !207)
  %2 = lshr i64 %0, 56, !dbg !208
  %3 = and i64 %2, 1, !dbg !208
  ret i64 %3, !dbg !208
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pte_protnone(i64 noundef %0) local_unnamed_addr #0 !dbg !209 {
    #dbg_value(i64 %0, !211, !DIExpression(), !212)
  %2 = and i64 %0, 288230376151711745, !dbg !213
  %3 = icmp eq i64 %2, 288230376151711744, !dbg !213
  %4 = zext i1 %3 to i64, !dbg !213
  ret i64 %4, !dbg !213
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pte_access_permitted_read(i64 noundef %0) local_unnamed_addr #0 !dbg !214 {
    #dbg_value(i64 %0, !216, !DIExpression(), !217)
  %2 = and i64 %0, 65, !dbg !218
  %3 = icmp eq i64 %2, 65, !dbg !218
  %4 = zext i1 %3 to i64, !dbg !218
  ret i64 %4, !dbg !218
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pte_access_permitted_write(i64 noundef %0) local_unnamed_addr #0 !dbg !219 {
    #dbg_value(i64 %0, !221, !DIExpression(), !222)
  %2 = and i64 %0, 2251799813685313, !dbg !223
  %3 = icmp eq i64 %2, 2251799813685313, !dbg !223
  %4 = zext i1 %3 to i64, !dbg !223
  ret i64 %4, !dbg !223
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 27021597764227011, 0) i64 @pmdrace_pfn_pmd(i64 noundef %0) local_unnamed_addr #0 !dbg !224 {
    #dbg_value(i64 %0, !226, !DIExpression(), !227)
  %2 = shl i64 %0, 12, !dbg !228
  %3 = or i64 %2, 27021597764227011, !dbg !228
  ret i64 %3, !dbg !228
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 27021597764227011, 0) i64 @pmdrace_mk_pte(i64 noundef %0) local_unnamed_addr #0 !dbg !229 {
    #dbg_value(i64 %0, !231, !DIExpression(), !232)
  %2 = shl i64 %0, 12, !dbg !233
  %3 = or i64 %2, 27021597764227011, !dbg !233
  ret i64 %3, !dbg !233
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 192, 0) i64 @pmdrace_migration_pmd_read(i64 noundef %0) local_unnamed_addr #0 !dbg !234 {
    #dbg_value(i64 %0, !236, !DIExpression(), !237)
  %2 = shl i64 %0, 8, !dbg !238
  %3 = or disjoint i64 %2, 192, !dbg !238
  ret i64 %3, !dbg !238
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 208, 0) i64 @pmdrace_migration_pmd_write(i64 noundef %0) local_unnamed_addr #0 !dbg !239 {
    #dbg_value(i64 %0, !241, !DIExpression(), !242)
  %2 = shl i64 %0, 8, !dbg !243
  %3 = or disjoint i64 %2, 208, !dbg !243
  ret i64 %3, !dbg !243
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 208, 0) i64 @pmdrace_migration_pte_write(i64 noundef %0) local_unnamed_addr #0 !dbg !244 {
    #dbg_value(i64 %0, !246, !DIExpression(), !247)
  %2 = shl i64 %0, 8, !dbg !248
  %3 = or disjoint i64 %2, 208, !dbg !248
  ret i64 %3, !dbg !248
}

attributes #0 = { mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none) "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!24, !25, !26, !27, !28}
!llvm.ident = !{!29}

!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, producer: "Debian clang version 19.1.7 (3~deb12u1)", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, retainedTypes: !2, splitDebugInlining: false, nameTableKind: None)
!1 = !DIFile(filename: "probe.c", directory: ".", checksumkind: CSK_MD5, checksum: "e0d5579fe2e6b121a723425af9825dec")
!2 = !{!3, !6, !7}
!3 = !DIDerivedType(tag: DW_TAG_typedef, name: "u64", file: !4, line: 4, baseType: !5)
!4 = !DIFile(filename: "./tree.h", directory: ".", checksumkind: CSK_MD5, checksum: "8c9349c2b8ec2e1a017a73b78317fb79")
!5 = !DIBasicType(name: "unsigned long", size: 64, encoding: DW_ATE_unsigned)
!6 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: null, size: 64)
!7 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !8, size: 64)
!8 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "page", file: !4, line: 12, size: 512, elements: !9)
!9 = !{!10, !11, !12, !15, !16, !17, !22, !23}
!10 = !DIDerivedType(tag: DW_TAG_member, name: "flags", scope: !8, file: !4, line: 13, baseType: !3, size: 64)
!11 = !DIDerivedType(tag: DW_TAG_member, name: "compound_head", scope: !8, file: !4, line: 14, baseType: !3, size: 64, offset: 64)
!12 = !DIDerivedType(tag: DW_TAG_member, name: "compound_order", scope: !8, file: !4, line: 15, baseType: !13, size: 32, offset: 128)
!13 = !DIDerivedType(tag: DW_TAG_typedef, name: "u32", file: !4, line: 3, baseType: !14)
!14 = !DIBasicType(name: "unsigned int", size: 32, encoding: DW_ATE_unsigned)
!15 = !DIDerivedType(tag: DW_TAG_member, name: "_refcount", scope: !8, file: !4, line: 16, baseType: !13, size: 32, offset: 160)
!16 = !DIDerivedType(tag: DW_TAG_member, name: "mapping", scope: !8, file: !4, line: 17, baseType: !6, size: 64, offset: 192)
!17 = !DIDerivedType(tag: DW_TAG_member, name: "lru", scope: !8, file: !4, line: 18, baseType: !18, size: 128, offset: 256)
!18 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "list", file: !4, line: 8, size: 128, elements: !19)
!19 = !{!20, !21}
!20 = !DIDerivedType(tag: DW_TAG_member, name: "next", scope: !18, file: !4, line: 9, baseType: !6, size: 64)
!21 = !DIDerivedType(tag: DW_TAG_member, name: "prev", scope: !18, file: !4, line: 9, baseType: !6, size: 64, offset: 64)
!22 = !DIDerivedType(tag: DW_TAG_member, name: "pmd_huge_pte", scope: !8, file: !4, line: 19, baseType: !7, size: 64, offset: 384)
!23 = !DIDerivedType(tag: DW_TAG_member, name: "ptl", scope: !8, file: !4, line: 20, baseType: !13, size: 32, offset: 448)
!24 = !{i32 7, !"Dwarf Version", i32 5}
!25 = !{i32 2, !"Debug Info Version", i32 3}
!26 = !{i32 1, !"wchar_size", i32 4}
!27 = !{i32 7, !"frame-pointer", i32 1}
!28 = !{i32 7, !"debug-info-assignment-tracking", i1 true}
!29 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!30 = distinct !DISubprogram(name: "pmdrace_address_of_frame", scope: !1, file: !1, line: 7, type: !31, scopeLine: 7, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !33)
!31 = !DISubroutineType(types: !32)
!32 = !{!3, !3}
!33 = !{!34}
!34 = !DILocalVariable(name: "x", arg: 1, scope: !30, file: !1, line: 7, type: !3)
!35 = !DILocation(line: 0, scope: !30)
!36 = !DILocation(line: 7, column: 1, scope: !30)
!37 = distinct !DISubprogram(name: "pmdrace_page_of_frame", scope: !1, file: !1, line: 8, type: !31, scopeLine: 8, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !38)
!38 = !{!39}
!39 = !DILocalVariable(name: "x", arg: 1, scope: !37, file: !1, line: 8, type: !3)
!40 = !DILocation(line: 0, scope: !37)
!41 = !DILocation(line: 8, column: 1, scope: !37)
!42 = distinct !DISubprogram(name: "pmdrace_page_shift", scope: !1, file: !1, line: 9, type: !43, scopeLine: 9, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!43 = !DISubroutineType(types: !44)
!44 = !{!3}
!45 = !DILocation(line: 9, column: 1, scope: !42)
!46 = distinct !DISubprogram(name: "pmdrace_pmd_shift", scope: !1, file: !1, line: 10, type: !43, scopeLine: 10, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!47 = !DILocation(line: 10, column: 1, scope: !46)
!48 = distinct !DISubprogram(name: "pmdrace_pgd_index", scope: !1, file: !1, line: 11, type: !31, scopeLine: 11, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !49)
!49 = !{!50}
!50 = !DILocalVariable(name: "x", arg: 1, scope: !48, file: !1, line: 11, type: !3)
!51 = !DILocation(line: 0, scope: !48)
!52 = !DILocation(line: 11, column: 1, scope: !48)
!53 = distinct !DISubprogram(name: "pmdrace_pud_index", scope: !1, file: !1, line: 12, type: !31, scopeLine: 12, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !54)
!54 = !{!55}
!55 = !DILocalVariable(name: "x", arg: 1, scope: !53, file: !1, line: 12, type: !3)
!56 = !DILocation(line: 0, scope: !53)
!57 = !DILocation(line: 12, column: 1, scope: !53)
!58 = distinct !DISubprogram(name: "pmdrace_pmd_index", scope: !1, file: !1, line: 13, type: !31, scopeLine: 13, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !59)
!59 = !{!60}
!60 = !DILocalVariable(name: "x", arg: 1, scope: !58, file: !1, line: 13, type: !3)
!61 = !DILocation(line: 0, scope: !58)
!62 = !DILocation(line: 13, column: 1, scope: !58)
!63 = distinct !DISubprogram(name: "pmdrace_pud_to_table", scope: !1, file: !1, line: 14, type: !31, scopeLine: 14, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !64)
!64 = !{!65}
!65 = !DILocalVariable(name: "x", arg: 1, scope: !63, file: !1, line: 14, type: !3)
!66 = !DILocation(line: 0, scope: !63)
!67 = !DILocation(line: 14, column: 1, scope: !63)
!68 = distinct !DISubprogram(name: "pmdrace_p4d_to_table", scope: !1, file: !1, line: 15, type: !31, scopeLine: 15, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !69)
!69 = !{!70}
!70 = !DILocalVariable(name: "x", arg: 1, scope: !68, file: !1, line: 15, type: !3)
!71 = !DILocation(line: 0, scope: !68)
!72 = !DILocation(line: 15, column: 1, scope: !68)
!73 = distinct !DISubprogram(name: "pmdrace_lse_capability", scope: !1, file: !1, line: 16, type: !43, scopeLine: 16, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!74 = !DILocation(line: 16, column: 1, scope: !73)
!75 = distinct !DISubprogram(name: "pmdrace_page_head", scope: !1, file: !1, line: 17, type: !43, scopeLine: 17, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!76 = !DILocation(line: 17, column: 1, scope: !75)
!77 = distinct !DISubprogram(name: "pmdrace_page_locked", scope: !1, file: !1, line: 18, type: !43, scopeLine: 18, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!78 = !DILocation(line: 18, column: 1, scope: !77)
!79 = distinct !DISubprogram(name: "pmdrace_page_uptodate", scope: !1, file: !1, line: 19, type: !43, scopeLine: 19, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!80 = !DILocation(line: 19, column: 1, scope: !79)
!81 = distinct !DISubprogram(name: "pmdrace_page_swapbacked", scope: !1, file: !1, line: 20, type: !43, scopeLine: 20, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!82 = !DILocation(line: 20, column: 1, scope: !81)
!83 = distinct !DISubprogram(name: "pmdrace_page_exclusive", scope: !1, file: !1, line: 21, type: !43, scopeLine: 21, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!84 = !DILocation(line: 21, column: 1, scope: !83)
!85 = distinct !DISubprogram(name: "pmdrace_vma_flags", scope: !1, file: !1, line: 22, type: !43, scopeLine: 22, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!86 = !DILocation(line: 22, column: 1, scope: !85)
!87 = distinct !DISubprogram(name: "pmdrace_vma_protection", scope: !1, file: !1, line: 23, type: !43, scopeLine: 23, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!88 = !DILocation(line: 23, column: 1, scope: !87)
!89 = distinct !DISubprogram(name: "pmdrace_pmd_none", scope: !1, file: !1, line: 46, type: !31, scopeLine: 46, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !90)
!90 = !{!91}
!91 = !DILocalVariable(name: "x", arg: 1, scope: !89, file: !1, line: 46, type: !3)
!92 = !DILocation(line: 0, scope: !89)
!93 = !DILocation(line: 46, column: 1, scope: !89)
!94 = distinct !DISubprogram(name: "pmdrace_pmd_present", scope: !1, file: !1, line: 47, type: !31, scopeLine: 47, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !95)
!95 = !{!96}
!96 = !DILocalVariable(name: "x", arg: 1, scope: !94, file: !1, line: 47, type: !3)
!97 = !DILocation(line: 0, scope: !94)
!98 = !DILocation(line: 47, column: 1, scope: !94)
!99 = distinct !DISubprogram(name: "pmdrace_pmd_bad", scope: !1, file: !1, line: 48, type: !31, scopeLine: 48, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !100)
!100 = !{!101}
!101 = !DILocalVariable(name: "x", arg: 1, scope: !99, file: !1, line: 48, type: !3)
!102 = !DILocation(line: 0, scope: !99)
!103 = !DILocation(line: 48, column: 1, scope: !99)
!104 = distinct !DISubprogram(name: "pmdrace_pmd_trans_huge", scope: !1, file: !1, line: 49, type: !31, scopeLine: 49, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !105)
!105 = !{!106}
!106 = !DILocalVariable(name: "x", arg: 1, scope: !104, file: !1, line: 49, type: !3)
!107 = !DILocation(line: 0, scope: !104)
!108 = !DILocation(line: 49, column: 1, scope: !104)
!109 = distinct !DISubprogram(name: "pmdrace_pmd_leaf", scope: !1, file: !1, line: 50, type: !31, scopeLine: 50, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !110)
!110 = !{!111}
!111 = !DILocalVariable(name: "x", arg: 1, scope: !109, file: !1, line: 50, type: !3)
!112 = !DILocation(line: 0, scope: !109)
!113 = !DILocation(line: 50, column: 1, scope: !109)
!114 = distinct !DISubprogram(name: "pmdrace_pmd_write", scope: !1, file: !1, line: 51, type: !31, scopeLine: 51, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !115)
!115 = !{!116}
!116 = !DILocalVariable(name: "x", arg: 1, scope: !114, file: !1, line: 51, type: !3)
!117 = !DILocation(line: 0, scope: !114)
!118 = !DILocation(line: 51, column: 1, scope: !114)
!119 = distinct !DISubprogram(name: "pmdrace_pmd_dirty", scope: !1, file: !1, line: 52, type: !31, scopeLine: 52, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !120)
!120 = !{!121}
!121 = !DILocalVariable(name: "x", arg: 1, scope: !119, file: !1, line: 52, type: !3)
!122 = !DILocation(line: 0, scope: !119)
!123 = !DILocation(line: 52, column: 1, scope: !119)
!124 = distinct !DISubprogram(name: "pmdrace_pmd_young", scope: !1, file: !1, line: 53, type: !31, scopeLine: 53, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !125)
!125 = !{!126}
!126 = !DILocalVariable(name: "x", arg: 1, scope: !124, file: !1, line: 53, type: !3)
!127 = !DILocation(line: 0, scope: !124)
!128 = !DILocation(line: 53, column: 1, scope: !124)
!129 = distinct !DISubprogram(name: "pmdrace_pmd_pfn", scope: !1, file: !1, line: 54, type: !31, scopeLine: 54, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !130)
!130 = !{!131}
!131 = !DILocalVariable(name: "x", arg: 1, scope: !129, file: !1, line: 54, type: !3)
!132 = !DILocation(line: 0, scope: !129)
!133 = !DILocation(line: 54, column: 1, scope: !129)
!134 = distinct !DISubprogram(name: "pmdrace_pmd_devmap", scope: !1, file: !1, line: 55, type: !31, scopeLine: 55, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !135)
!135 = !{!136}
!136 = !DILocalVariable(name: "x", arg: 1, scope: !134, file: !1, line: 55, type: !3)
!137 = !DILocation(line: 0, scope: !134)
!138 = !DILocation(line: 55, column: 1, scope: !134)
!139 = distinct !DISubprogram(name: "pmdrace_pmd_protnone", scope: !1, file: !1, line: 56, type: !31, scopeLine: 56, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !140)
!140 = !{!141}
!141 = !DILocalVariable(name: "x", arg: 1, scope: !139, file: !1, line: 56, type: !3)
!142 = !DILocation(line: 0, scope: !139)
!143 = !DILocation(line: 56, column: 1, scope: !139)
!144 = distinct !DISubprogram(name: "pmdrace_is_pmd_migration_entry", scope: !1, file: !1, line: 57, type: !31, scopeLine: 57, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !145)
!145 = !{!146}
!146 = !DILocalVariable(name: "x", arg: 1, scope: !144, file: !1, line: 57, type: !3)
!147 = !DILocation(line: 0, scope: !144)
!148 = !DILocation(line: 57, column: 1, scope: !144)
!149 = distinct !DISubprogram(name: "pmdrace_pmd_mkinvalid", scope: !1, file: !1, line: 58, type: !31, scopeLine: 58, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !150)
!150 = !{!151}
!151 = !DILocalVariable(name: "x", arg: 1, scope: !149, file: !1, line: 58, type: !3)
!152 = !DILocation(line: 0, scope: !149)
!153 = !DILocation(line: 58, column: 1, scope: !149)
!154 = distinct !DISubprogram(name: "pmdrace_pmd_wrprotect", scope: !1, file: !1, line: 59, type: !31, scopeLine: 59, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !155)
!155 = !{!156}
!156 = !DILocalVariable(name: "x", arg: 1, scope: !154, file: !1, line: 59, type: !3)
!157 = !DILocation(line: 0, scope: !154)
!158 = !DILocation(line: 59, column: 1, scope: !154)
!159 = distinct !DISubprogram(name: "pmdrace_pmd_mkdirty", scope: !1, file: !1, line: 60, type: !31, scopeLine: 60, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !160)
!160 = !{!161}
!161 = !DILocalVariable(name: "x", arg: 1, scope: !159, file: !1, line: 60, type: !3)
!162 = !DILocation(line: 0, scope: !159)
!163 = !DILocation(line: 60, column: 1, scope: !159)
!164 = distinct !DISubprogram(name: "pmdrace_pmd_mkold", scope: !1, file: !1, line: 61, type: !31, scopeLine: 61, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !165)
!165 = !{!166}
!166 = !DILocalVariable(name: "x", arg: 1, scope: !164, file: !1, line: 61, type: !3)
!167 = !DILocation(line: 0, scope: !164)
!168 = !DILocation(line: 61, column: 1, scope: !164)
!169 = distinct !DISubprogram(name: "pmdrace_pmd_mkhuge", scope: !1, file: !1, line: 62, type: !31, scopeLine: 62, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !170)
!170 = !{!171}
!171 = !DILocalVariable(name: "x", arg: 1, scope: !169, file: !1, line: 62, type: !3)
!172 = !DILocation(line: 0, scope: !169)
!173 = !DILocation(line: 62, column: 1, scope: !169)
!174 = distinct !DISubprogram(name: "pmdrace_pmd_access_permitted_read", scope: !1, file: !1, line: 63, type: !31, scopeLine: 63, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !175)
!175 = !{!176}
!176 = !DILocalVariable(name: "x", arg: 1, scope: !174, file: !1, line: 63, type: !3)
!177 = !DILocation(line: 0, scope: !174)
!178 = !DILocation(line: 63, column: 1, scope: !174)
!179 = distinct !DISubprogram(name: "pmdrace_pmd_access_permitted_write", scope: !1, file: !1, line: 64, type: !31, scopeLine: 64, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !180)
!180 = !{!181}
!181 = !DILocalVariable(name: "x", arg: 1, scope: !179, file: !1, line: 64, type: !3)
!182 = !DILocation(line: 0, scope: !179)
!183 = !DILocation(line: 64, column: 1, scope: !179)
!184 = distinct !DISubprogram(name: "pmdrace_pte_none", scope: !1, file: !1, line: 65, type: !31, scopeLine: 65, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !185)
!185 = !{!186}
!186 = !DILocalVariable(name: "x", arg: 1, scope: !184, file: !1, line: 65, type: !3)
!187 = !DILocation(line: 0, scope: !184)
!188 = !DILocation(line: 65, column: 1, scope: !184)
!189 = distinct !DISubprogram(name: "pmdrace_pte_present", scope: !1, file: !1, line: 66, type: !31, scopeLine: 66, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !190)
!190 = !{!191}
!191 = !DILocalVariable(name: "x", arg: 1, scope: !189, file: !1, line: 66, type: !3)
!192 = !DILocation(line: 0, scope: !189)
!193 = !DILocation(line: 66, column: 1, scope: !189)
!194 = distinct !DISubprogram(name: "pmdrace_pte_write", scope: !1, file: !1, line: 67, type: !31, scopeLine: 67, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !195)
!195 = !{!196}
!196 = !DILocalVariable(name: "x", arg: 1, scope: !194, file: !1, line: 67, type: !3)
!197 = !DILocation(line: 0, scope: !194)
!198 = !DILocation(line: 67, column: 1, scope: !194)
!199 = distinct !DISubprogram(name: "pmdrace_pte_pfn", scope: !1, file: !1, line: 68, type: !31, scopeLine: 68, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !200)
!200 = !{!201}
!201 = !DILocalVariable(name: "x", arg: 1, scope: !199, file: !1, line: 68, type: !3)
!202 = !DILocation(line: 0, scope: !199)
!203 = !DILocation(line: 68, column: 1, scope: !199)
!204 = distinct !DISubprogram(name: "pmdrace_pte_special", scope: !1, file: !1, line: 69, type: !31, scopeLine: 69, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !205)
!205 = !{!206}
!206 = !DILocalVariable(name: "x", arg: 1, scope: !204, file: !1, line: 69, type: !3)
!207 = !DILocation(line: 0, scope: !204)
!208 = !DILocation(line: 69, column: 1, scope: !204)
!209 = distinct !DISubprogram(name: "pmdrace_pte_protnone", scope: !1, file: !1, line: 70, type: !31, scopeLine: 70, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !210)
!210 = !{!211}
!211 = !DILocalVariable(name: "x", arg: 1, scope: !209, file: !1, line: 70, type: !3)
!212 = !DILocation(line: 0, scope: !209)
!213 = !DILocation(line: 70, column: 1, scope: !209)
!214 = distinct !DISubprogram(name: "pmdrace_pte_access_permitted_read", scope: !1, file: !1, line: 71, type: !31, scopeLine: 71, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !215)
!215 = !{!216}
!216 = !DILocalVariable(name: "x", arg: 1, scope: !214, file: !1, line: 71, type: !3)
!217 = !DILocation(line: 0, scope: !214)
!218 = !DILocation(line: 71, column: 1, scope: !214)
!219 = distinct !DISubprogram(name: "pmdrace_pte_access_permitted_write", scope: !1, file: !1, line: 72, type: !31, scopeLine: 72, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !220)
!220 = !{!221}
!221 = !DILocalVariable(name: "x", arg: 1, scope: !219, file: !1, line: 72, type: !3)
!222 = !DILocation(line: 0, scope: !219)
!223 = !DILocation(line: 72, column: 1, scope: !219)
!224 = distinct !DISubprogram(name: "pmdrace_pfn_pmd", scope: !1, file: !1, line: 73, type: !31, scopeLine: 73, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !225)
!225 = !{!226}
!226 = !DILocalVariable(name: "x", arg: 1, scope: !224, file: !1, line: 73, type: !3)
!227 = !DILocation(line: 0, scope: !224)
!228 = !DILocation(line: 73, column: 1, scope: !224)
!229 = distinct !DISubprogram(name: "pmdrace_mk_pte", scope: !1, file: !1, line: 74, type: !31, scopeLine: 74, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !230)
!230 = !{!231}
!231 = !DILocalVariable(name: "x", arg: 1, scope: !229, file: !1, line: 74, type: !3)
!232 = !DILocation(line: 0, scope: !229)
!233 = !DILocation(line: 74, column: 1, scope: !229)
!234 = distinct !DISubprogram(name: "pmdrace_migration_pmd_read", scope: !1, file: !1, line: 75, type: !31, scopeLine: 75, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !235)
!235 = !{!236}
!236 = !DILocalVariable(name: "x", arg: 1, scope: !234, file: !1, line: 75, type: !3)
!237 = !DILocation(line: 0, scope: !234)
!238 = !DILocation(line: 75, column: 1, scope: !234)
!239 = distinct !DISubprogram(name: "pmdrace_migration_pmd_write", scope: !1, file: !1, line: 76, type: !31, scopeLine: 76, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !240)
!240 = !{!241}
!241 = !DILocalVariable(name: "x", arg: 1, scope: !239, file: !1, line: 76, type: !3)
!242 = !DILocation(line: 0, scope: !239)
!243 = !DILocation(line: 76, column: 1, scope: !239)
!244 = distinct !DISubprogram(name: "pmdrace_migration_pte_write", scope: !1, file: !1, line: 77, type: !31, scopeLine: 77, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !245)
!245 = !{!246}
!246 = !DILocalVariable(name: "x", arg: 1, scope: !244, file: !1, line: 77, type: !3)
!247 = !DILocation(line: 0, scope: !244)
!248 = !DILocation(line: 77, column: 1, scope: !244)
