; ModuleID = 'probe.c'
source_filename = "probe.c"
target datalayout = "e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32"
target triple = "aarch64-unknown-linux-gnu"

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_version() local_unnamed_addr #0 !dbg !30 {
  ret i64 20240412, !dbg !33
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 -281474976710656, -281474976714751) i64 @pmdrace_address_of_frame(i64 noundef %0) local_unnamed_addr #0 !dbg !34 {
    #dbg_value(i64 %0, !38, !DIExpression(), !39)
  %2 = shl i64 %0, 12, !dbg !40
  %3 = add i64 %2, -281474976710656, !dbg !40
  ret i64 %3, !dbg !40
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_page_of_frame(i64 noundef %0) local_unnamed_addr #0 !dbg !41 {
    #dbg_value(i64 %0, !43, !DIExpression(), !44)
  %2 = shl i64 %0, 6, !dbg !45
  %3 = add i64 %2, -4398046511104, !dbg !45
  ret i64 %3, !dbg !45
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_page_shift() local_unnamed_addr #0 !dbg !46 {
  ret i64 12, !dbg !47
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_pmd_shift() local_unnamed_addr #0 !dbg !48 {
  ret i64 21, !dbg !49
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_pud_shift() local_unnamed_addr #0 !dbg !50 {
  ret i64 30, !dbg !51
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_levels() local_unnamed_addr #0 !dbg !52 {
  ret i64 4, !dbg !53
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 512) i64 @pmdrace_pgd_index(i64 noundef %0) local_unnamed_addr #0 !dbg !54 {
    #dbg_value(i64 %0, !56, !DIExpression(), !57)
  %2 = lshr i64 %0, 39, !dbg !58
  %3 = and i64 %2, 511, !dbg !58
  ret i64 %3, !dbg !58
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 512) i64 @pmdrace_pud_index(i64 noundef %0) local_unnamed_addr #0 !dbg !59 {
    #dbg_value(i64 %0, !61, !DIExpression(), !62)
  %2 = lshr i64 %0, 30, !dbg !63
  %3 = and i64 %2, 511, !dbg !63
  ret i64 %3, !dbg !63
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 512) i64 @pmdrace_pmd_index(i64 noundef %0) local_unnamed_addr #0 !dbg !64 {
    #dbg_value(i64 %0, !66, !DIExpression(), !67)
  %2 = lshr i64 %0, 21, !dbg !68
  %3 = and i64 %2, 511, !dbg !68
  ret i64 %3, !dbg !68
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 3, 0) i64 @pmdrace_pud_to_table(i64 noundef %0) local_unnamed_addr #0 !dbg !69 {
    #dbg_value(i64 %0, !71, !DIExpression(), !72)
  %2 = shl i64 %0, 12, !dbg !73
  %3 = or disjoint i64 %2, 3, !dbg !73
  ret i64 %3, !dbg !73
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 3, 0) i64 @pmdrace_p4d_to_table(i64 noundef %0) local_unnamed_addr #0 !dbg !74 {
    #dbg_value(i64 %0, !76, !DIExpression(), !77)
  %2 = shl i64 %0, 12, !dbg !78
  %3 = or disjoint i64 %2, 3, !dbg !78
  ret i64 %3, !dbg !78
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_lse_capability() local_unnamed_addr #0 !dbg !79 {
  ret i64 26, !dbg !80
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_split_pmd_locks() local_unnamed_addr #0 !dbg !81 {
  ret i64 1, !dbg !82
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_page_head() local_unnamed_addr #0 !dbg !83 {
  ret i64 1, !dbg !84
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_page_locked() local_unnamed_addr #0 !dbg !85 {
  ret i64 2, !dbg !86
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_page_uptodate() local_unnamed_addr #0 !dbg !87 {
  ret i64 4, !dbg !88
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_page_swapbacked() local_unnamed_addr #0 !dbg !89 {
  ret i64 8, !dbg !90
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_page_exclusive() local_unnamed_addr #0 !dbg !91 {
  ret i64 16, !dbg !92
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_vma_flags() local_unnamed_addr #0 !dbg !93 {
  ret i64 0, !dbg !94
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_vma_protection() local_unnamed_addr #0 !dbg !95 {
  ret i64 0, !dbg !96
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_config_NUMA_BALANCING() local_unnamed_addr #0 !dbg !97 {
  ret i64 1, !dbg !98
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_config_MEMORY_FAILURE() local_unnamed_addr #0 !dbg !99 {
  ret i64 1, !dbg !100
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_config_DEVICE_PRIVATE() local_unnamed_addr #0 !dbg !101 {
  ret i64 1, !dbg !102
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_config_MEM_SOFT_DIRTY() local_unnamed_addr #0 !dbg !103 {
  ret i64 0, !dbg !104
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_config_HAVE_ARCH_USERFAULTFD_WP() local_unnamed_addr #0 !dbg !105 {
  ret i64 0, !dbg !106
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_config_MMU_GATHER_RCU_TABLE_FREE() local_unnamed_addr #0 !dbg !107 {
  ret i64 1, !dbg !108
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_config_MMU_GATHER_MERGE_VMAS() local_unnamed_addr #0 !dbg !109 {
  ret i64 0, !dbg !110
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_config_KVM() local_unnamed_addr #0 !dbg !111 {
  ret i64 0, !dbg !112
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_config_INLINE_SPIN_UNLOCK() local_unnamed_addr #0 !dbg !113 {
  ret i64 0, !dbg !114
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_config_DEBUG_VM() local_unnamed_addr #0 !dbg !115 {
  ret i64 0, !dbg !116
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_config_LOCKDEP() local_unnamed_addr #0 !dbg !117 {
  ret i64 0, !dbg !118
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_config_KASAN() local_unnamed_addr #0 !dbg !119 {
  ret i64 0, !dbg !120
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_config_KCSAN() local_unnamed_addr #0 !dbg !121 {
  ret i64 0, !dbg !122
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_config_PER_VMA_LOCK() local_unnamed_addr #0 !dbg !123 {
  ret i64 0, !dbg !124
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_config_ARCH_HAS_HW_PTE_YOUNG() local_unnamed_addr #0 !dbg !125 {
  ret i64 0, !dbg !126
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_config_CONTPTE() local_unnamed_addr #0 !dbg !127 {
  ret i64 0, !dbg !128
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_gup_fast() local_unnamed_addr #0 !dbg !129 {
  ret i64 1, !dbg !130
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_move_pmd() local_unnamed_addr #0 !dbg !131 {
  ret i64 1, !dbg !132
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_hw_dirty() local_unnamed_addr #0 !dbg !133 {
  ret i64 1, !dbg !134
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_thp_migration() local_unnamed_addr #0 !dbg !135 {
  ret i64 1, !dbg !136
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_swp_pfn_bits() local_unnamed_addr #0 !dbg !137 {
  ret i64 36, !dbg !138
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_max_physmem_bits() local_unnamed_addr #0 !dbg !139 {
  ret i64 48, !dbg !140
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_swp_migration_read() local_unnamed_addr #0 !dbg !141 {
  ret i64 24, !dbg !142
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_swp_migration_read_exclusive() local_unnamed_addr #0 !dbg !143 {
  ret i64 25, !dbg !144
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_swp_migration_write() local_unnamed_addr #0 !dbg !145 {
  ret i64 26, !dbg !146
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_has_pmd_devmap() local_unnamed_addr #0 !dbg !147 {
  ret i64 1, !dbg !148
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_has_pmd_protnone() local_unnamed_addr #0 !dbg !149 {
  ret i64 1, !dbg !150
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_has_pmd_serializing() local_unnamed_addr #0 !dbg !151 {
  ret i64 0, !dbg !152
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_has_pmd_soft_dirty() local_unnamed_addr #0 !dbg !153 {
  ret i64 0, !dbg !154
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_has_swap_pmd() local_unnamed_addr #0 !dbg !155 {
  ret i64 1, !dbg !156
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_has_pmd_swp_soft_dirty() local_unnamed_addr #0 !dbg !157 {
  ret i64 0, !dbg !158
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_has_pmd_swp_uffd_wp() local_unnamed_addr #0 !dbg !159 {
  ret i64 0, !dbg !160
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_none_pmd() local_unnamed_addr #0 !dbg !161 {
  ret i64 0, !dbg !162
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_none_pte() local_unnamed_addr #0 !dbg !163 {
  ret i64 0, !dbg !164
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_none(i64 noundef %0) local_unnamed_addr #0 !dbg !165 {
    #dbg_value(i64 %0, !167, !DIExpression(), !168)
  %2 = icmp eq i64 %0, 0, !dbg !169
  %3 = zext i1 %2 to i64, !dbg !169
  ret i64 %3, !dbg !169
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_present(i64 noundef %0) local_unnamed_addr #0 !dbg !170 {
    #dbg_value(i64 %0, !172, !DIExpression(), !173)
  %2 = and i64 %0, 864691128455135233, !dbg !174
  %3 = icmp ne i64 %2, 0, !dbg !174
  %4 = zext i1 %3 to i64, !dbg !174
  ret i64 %4, !dbg !174
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_bad(i64 noundef %0) local_unnamed_addr #0 !dbg !175 {
    #dbg_value(i64 %0, !177, !DIExpression(), !178)
  %2 = and i64 %0, 3, !dbg !179
  %3 = icmp ne i64 %2, 3, !dbg !179
  %4 = zext i1 %3 to i64, !dbg !179
  ret i64 %4, !dbg !179
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_trans_huge(i64 noundef %0) local_unnamed_addr #0 !dbg !180 {
    #dbg_value(i64 %0, !182, !DIExpression(), !183)
  %2 = and i64 %0, 864691128455135233, !dbg !184
  %3 = icmp ne i64 %2, 0, !dbg !184
  %4 = and i64 %0, 2, !dbg !184
  %5 = icmp eq i64 %4, 0, !dbg !184
  %6 = and i1 %3, %5, !dbg !184
  %7 = zext i1 %6 to i64, !dbg !184
  ret i64 %7, !dbg !184
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_leaf(i64 noundef %0) local_unnamed_addr #0 !dbg !185 {
    #dbg_value(i64 %0, !187, !DIExpression(), !188)
  %2 = and i64 %0, 864691128455135233, !dbg !189
  %3 = icmp ne i64 %2, 0, !dbg !189
  %4 = and i64 %0, 3, !dbg !189
  %5 = icmp ne i64 %4, 3, !dbg !189
  %6 = and i1 %3, %5, !dbg !189
  %7 = zext i1 %6 to i64, !dbg !189
  ret i64 %7, !dbg !189
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 2) i64 @pmdrace_pmd_write(i64 noundef %0) local_unnamed_addr #0 !dbg !190 {
    #dbg_value(i64 %0, !192, !DIExpression(), !193)
  %2 = lshr i64 %0, 51, !dbg !194
  %3 = and i64 %2, 1, !dbg !194
  ret i64 %3, !dbg !194
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_dirty(i64 noundef %0) local_unnamed_addr #0 !dbg !195 {
    #dbg_value(i64 %0, !197, !DIExpression(), !198)
  %2 = and i64 %0, 36028797018963968, !dbg !199
  %3 = icmp ne i64 %2, 0, !dbg !199
  %4 = and i64 %0, 2251799813685376, !dbg !199
  %5 = icmp eq i64 %4, 2251799813685248, !dbg !199
  %6 = or i1 %3, %5, !dbg !199
  %7 = zext i1 %6 to i64, !dbg !199
  ret i64 %7, !dbg !199
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 2) i64 @pmdrace_pmd_young(i64 noundef %0) local_unnamed_addr #0 !dbg !200 {
    #dbg_value(i64 %0, !202, !DIExpression(), !203)
  %2 = lshr i64 %0, 10, !dbg !204
  %3 = and i64 %2, 1, !dbg !204
  ret i64 %3, !dbg !204
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 68719476225) i64 @pmdrace_pmd_pfn(i64 noundef %0) local_unnamed_addr #0 !dbg !205 {
    #dbg_value(i64 %0, !207, !DIExpression(), !208)
  %2 = lshr i64 %0, 12, !dbg !209
  %3 = and i64 %2, 68719476224, !dbg !209
  ret i64 %3, !dbg !209
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 2) i64 @pmdrace_pmd_devmap(i64 noundef %0) local_unnamed_addr #0 !dbg !210 {
    #dbg_value(i64 %0, !212, !DIExpression(), !213)
  %2 = lshr i64 %0, 57, !dbg !214
  %3 = and i64 %2, 1, !dbg !214
  ret i64 %3, !dbg !214
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_protnone(i64 noundef %0) local_unnamed_addr #0 !dbg !215 {
    #dbg_value(i64 %0, !217, !DIExpression(), !218)
  %2 = and i64 %0, 288230376151711745, !dbg !219
  %3 = icmp eq i64 %2, 288230376151711744, !dbg !219
  %4 = zext i1 %3 to i64, !dbg !219
  ret i64 %4, !dbg !219
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_is_pmd_migration_entry(i64 noundef %0) local_unnamed_addr #0 !dbg !220 {
    #dbg_value(i64 %0, !222, !DIExpression(), !223)
  %2 = icmp ne i64 %0, 0, !dbg !224
  %3 = and i64 %0, 864691128455135233, !dbg !224
  %4 = icmp eq i64 %3, 0, !dbg !224
  %5 = and i1 %2, %4, !dbg !224
  br i1 %5, label %6, label %13, !dbg !224

6:                                                ; preds = %1
  %7 = lshr i64 %0, 3, !dbg !224
  %8 = and i64 %7, 31, !dbg !224
  %9 = icmp ugt i64 %8, 23, !dbg !224
  br i1 %9, label %10, label %13, !dbg !224

10:                                               ; preds = %6
  %11 = icmp ult i64 %8, 27, !dbg !224
  %12 = zext i1 %11 to i64, !dbg !224
  br label %13

13:                                               ; preds = %10, %6, %1
  %14 = phi i64 [ 0, %6 ], [ 0, %1 ], [ %12, %10 ], !dbg !223
  ret i64 %14, !dbg !224
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, -1) i64 @pmdrace_pmd_mkinvalid(i64 noundef %0) local_unnamed_addr #0 !dbg !225 {
    #dbg_value(i64 %0, !227, !DIExpression(), !228)
  %2 = and i64 %0, -576460752303423490, !dbg !229
  %3 = or disjoint i64 %2, 576460752303423488, !dbg !229
  ret i64 %3, !dbg !229
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_huge(i64 noundef %0) local_unnamed_addr #0 !dbg !230 {
    #dbg_value(i64 %0, !232, !DIExpression(), !233)
  %2 = icmp ne i64 %0, 0, !dbg !234
  %3 = and i64 %0, 2, !dbg !234
  %4 = icmp eq i64 %3, 0, !dbg !234
  %5 = and i1 %2, %4, !dbg !234
  %6 = zext i1 %5 to i64, !dbg !234
  ret i64 %6, !dbg !234
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_pmd_special(i64 noundef %0) local_unnamed_addr #0 !dbg !235 {
    #dbg_value(i64 %0, !237, !DIExpression(), !238)
  ret i64 0, !dbg !239
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_pmd_serializing(i64 noundef %0) local_unnamed_addr #0 !dbg !240 {
    #dbg_value(i64 %0, !242, !DIExpression(), !243)
  ret i64 0, !dbg !244
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_pmd_soft_dirty(i64 noundef %0) local_unnamed_addr #0 !dbg !245 {
    #dbg_value(i64 %0, !247, !DIExpression(), !248)
  ret i64 0, !dbg !249
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_pmd_swp_soft_dirty(i64 noundef %0) local_unnamed_addr #0 !dbg !250 {
    #dbg_value(i64 %0, !252, !DIExpression(), !253)
  ret i64 0, !dbg !254
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_pmd_swp_uffd_wp(i64 noundef %0) local_unnamed_addr #0 !dbg !255 {
    #dbg_value(i64 %0, !257, !DIExpression(), !258)
  ret i64 0, !dbg !259
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 32) i64 @pmdrace_pmd_swp_type(i64 noundef %0) local_unnamed_addr #0 !dbg !260 {
    #dbg_value(i64 %0, !262, !DIExpression(), !263)
  %2 = lshr i64 %0, 3, !dbg !264
  %3 = and i64 %2, 31, !dbg !264
  ret i64 %3, !dbg !264
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 1125899906842624) i64 @pmdrace_pmd_swp_offset(i64 noundef %0) local_unnamed_addr #0 !dbg !265 {
    #dbg_value(i64 %0, !267, !DIExpression(), !268)
  %2 = lshr i64 %0, 8, !dbg !269
  %3 = and i64 %2, 1125899906842623, !dbg !269
  ret i64 %3, !dbg !269
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_swp_entry_to_pmd(i64 noundef %0, i64 noundef %1) local_unnamed_addr #0 !dbg !270 {
    #dbg_value(i64 %0, !274, !DIExpression(), !276)
    #dbg_value(i64 %1, !275, !DIExpression(), !276)
  %3 = shl i64 %0, 3, !dbg !277
  %4 = shl i64 %1, 8, !dbg !277
  %5 = or i64 %4, %3, !dbg !277
  ret i64 %5, !dbg !277
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_swp_entry_to_pte(i64 noundef %0, i64 noundef %1) local_unnamed_addr #0 !dbg !278 {
    #dbg_value(i64 %0, !280, !DIExpression(), !282)
    #dbg_value(i64 %1, !281, !DIExpression(), !282)
  %3 = shl i64 %0, 3, !dbg !283
  %4 = shl i64 %1, 8, !dbg !283
  %5 = or i64 %4, %3, !dbg !283
  ret i64 %5, !dbg !283
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 576460752303423488, 0) i64 @pmdrace_table_pmd(i64 noundef %0) local_unnamed_addr #0 !dbg !284 {
    #dbg_value(i64 %0, !286, !DIExpression(), !287)
  %2 = shl i64 %0, 12, !dbg !288
  %3 = or i64 %2, 576460752303423491, !dbg !288
  ret i64 %3, !dbg !288
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 68719476736) i64 @pmdrace_table_pfn(i64 noundef %0) local_unnamed_addr #0 !dbg !289 {
    #dbg_value(i64 %0, !291, !DIExpression(), !292)
  %2 = lshr i64 %0, 12, !dbg !293
  %3 = and i64 %2, 68719476735, !dbg !293
  ret i64 %3, !dbg !293
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 315251973915934848, 0) i64 @pmdrace_pmd_modify_none(i64 noundef %0) local_unnamed_addr #0 !dbg !294 {
    #dbg_value(i64 %0, !296, !DIExpression(), !297)
  %2 = and i64 %0, 2251799813685376, !dbg !298
  %3 = icmp eq i64 %2, 2251799813685248, !dbg !298
  %4 = or i64 %0, 36028797018963968, !dbg !298
  %5 = select i1 %3, i64 %4, i64 %0, !dbg !298
  %6 = and i64 %5, -318629673636462814, !dbg !298
  %7 = or disjoint i64 %6, 315251973915934848, !dbg !298
  ret i64 %7, !dbg !298
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_pmd_mkwrite(i64 noundef %0) local_unnamed_addr #0 !dbg !299 {
    #dbg_value(i64 %0, !301, !DIExpression(), !302)
  %2 = and i64 %0, 36028797018963968, !dbg !303
  %3 = icmp eq i64 %2, 0, !dbg !303
  %4 = and i64 %0, -2251799813685377, !dbg !303
  %5 = select i1 %3, i64 %0, i64 %4, !dbg !303
  %6 = or i64 %5, 2251799813685248, !dbg !303
  ret i64 %6, !dbg !303
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_pmd_mk_savedwrite(i64 noundef %0) local_unnamed_addr #0 !dbg !304 {
    #dbg_value(i64 %0, !306, !DIExpression(), !307)
  %2 = and i64 %0, 36028797018963968, !dbg !308
  %3 = icmp eq i64 %2, 0, !dbg !308
  %4 = and i64 %0, -2251799813685377, !dbg !308
  %5 = select i1 %3, i64 %0, i64 %4, !dbg !308
  %6 = or i64 %5, 2251799813685248, !dbg !308
  ret i64 %6, !dbg !308
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 1024, 0) i64 @pmdrace_pmd_mkyoung(i64 noundef %0) local_unnamed_addr #0 !dbg !309 {
    #dbg_value(i64 %0, !311, !DIExpression(), !312)
  %2 = or i64 %0, 1024, !dbg !313
  ret i64 %2, !dbg !313
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 128, 0) i64 @pmdrace_pmd_wrprotect(i64 noundef %0) local_unnamed_addr #0 !dbg !314 {
    #dbg_value(i64 %0, !316, !DIExpression(), !317)
  %2 = and i64 %0, 2251799813685376, !dbg !318
  %3 = icmp eq i64 %2, 2251799813685248, !dbg !318
  %4 = or i64 %0, 36028797018963968, !dbg !318
  %5 = select i1 %3, i64 %4, i64 %0, !dbg !318
  %6 = and i64 %5, -2251799813685377, !dbg !318
  %7 = or disjoint i64 %6, 128, !dbg !318
  ret i64 %7, !dbg !318
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_pmd_mkdirty(i64 noundef %0) local_unnamed_addr #0 !dbg !319 {
    #dbg_value(i64 %0, !321, !DIExpression(), !322)
  %2 = and i64 %0, 2251799813685248, !dbg !323
  %3 = icmp eq i64 %2, 0, !dbg !323
  %4 = and i64 %0, -36028797018964097, !dbg !323
  %5 = select i1 %3, i64 %0, i64 %4, !dbg !323
  %6 = or i64 %5, 36028797018963968, !dbg !323
  ret i64 %6, !dbg !323
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, -1024) i64 @pmdrace_pmd_mkold(i64 noundef %0) local_unnamed_addr #0 !dbg !324 {
    #dbg_value(i64 %0, !326, !DIExpression(), !327)
  %2 = and i64 %0, -1025, !dbg !328
  ret i64 %2, !dbg !328
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, -2) i64 @pmdrace_pmd_mkhuge(i64 noundef %0) local_unnamed_addr #0 !dbg !329 {
    #dbg_value(i64 %0, !331, !DIExpression(), !332)
  %2 = and i64 %0, -3, !dbg !333
  ret i64 %2, !dbg !333
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_access_permitted_read(i64 noundef %0) local_unnamed_addr #0 !dbg !334 {
    #dbg_value(i64 %0, !336, !DIExpression(), !337)
  %2 = and i64 %0, 65, !dbg !338
  %3 = icmp eq i64 %2, 65, !dbg !338
  %4 = zext i1 %3 to i64, !dbg !338
  ret i64 %4, !dbg !338
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pmd_access_permitted_write(i64 noundef %0) local_unnamed_addr #0 !dbg !339 {
    #dbg_value(i64 %0, !341, !DIExpression(), !342)
  %2 = and i64 %0, 2251799813685313, !dbg !343
  %3 = icmp eq i64 %2, 2251799813685313, !dbg !343
  %4 = zext i1 %3 to i64, !dbg !343
  ret i64 %4, !dbg !343
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pte_none(i64 noundef %0) local_unnamed_addr #0 !dbg !344 {
    #dbg_value(i64 %0, !346, !DIExpression(), !347)
  %2 = icmp eq i64 %0, 0, !dbg !348
  %3 = zext i1 %2 to i64, !dbg !348
  ret i64 %3, !dbg !348
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pte_present(i64 noundef %0) local_unnamed_addr #0 !dbg !349 {
    #dbg_value(i64 %0, !351, !DIExpression(), !352)
  %2 = and i64 %0, 288230376151711745, !dbg !353
  %3 = icmp ne i64 %2, 0, !dbg !353
  %4 = zext i1 %3 to i64, !dbg !353
  ret i64 %4, !dbg !353
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 2) i64 @pmdrace_pte_write(i64 noundef %0) local_unnamed_addr #0 !dbg !354 {
    #dbg_value(i64 %0, !356, !DIExpression(), !357)
  %2 = lshr i64 %0, 51, !dbg !358
  %3 = and i64 %2, 1, !dbg !358
  ret i64 %3, !dbg !358
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pte_dirty(i64 noundef %0) local_unnamed_addr #0 !dbg !359 {
    #dbg_value(i64 %0, !361, !DIExpression(), !362)
  %2 = and i64 %0, 36028797018963968, !dbg !363
  %3 = icmp ne i64 %2, 0, !dbg !363
  %4 = and i64 %0, 2251799813685376, !dbg !363
  %5 = icmp eq i64 %4, 2251799813685248, !dbg !363
  %6 = or i1 %3, %5, !dbg !363
  %7 = zext i1 %6 to i64, !dbg !363
  ret i64 %7, !dbg !363
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 68719476736) i64 @pmdrace_pte_pfn(i64 noundef %0) local_unnamed_addr #0 !dbg !364 {
    #dbg_value(i64 %0, !366, !DIExpression(), !367)
  %2 = lshr i64 %0, 12, !dbg !368
  %3 = and i64 %2, 68719476735, !dbg !368
  ret i64 %3, !dbg !368
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 2) i64 @pmdrace_pte_special(i64 noundef %0) local_unnamed_addr #0 !dbg !369 {
    #dbg_value(i64 %0, !371, !DIExpression(), !372)
  %2 = lshr i64 %0, 56, !dbg !373
  %3 = and i64 %2, 1, !dbg !373
  ret i64 %3, !dbg !373
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pte_protnone(i64 noundef %0) local_unnamed_addr #0 !dbg !374 {
    #dbg_value(i64 %0, !376, !DIExpression(), !377)
  %2 = and i64 %0, 288230376151711745, !dbg !378
  %3 = icmp eq i64 %2, 288230376151711744, !dbg !378
  %4 = zext i1 %3 to i64, !dbg !378
  ret i64 %4, !dbg !378
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pte_access_permitted_read(i64 noundef %0) local_unnamed_addr #0 !dbg !379 {
    #dbg_value(i64 %0, !381, !DIExpression(), !382)
  %2 = and i64 %0, 65, !dbg !383
  %3 = icmp eq i64 %2, 65, !dbg !383
  %4 = zext i1 %3 to i64, !dbg !383
  ret i64 %4, !dbg !383
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 2) i64 @pmdrace_pte_access_permitted_write(i64 noundef %0) local_unnamed_addr #0 !dbg !384 {
    #dbg_value(i64 %0, !386, !DIExpression(), !387)
  %2 = and i64 %0, 2251799813685313, !dbg !388
  %3 = icmp eq i64 %2, 2251799813685313, !dbg !388
  %4 = zext i1 %3 to i64, !dbg !388
  ret i64 %4, !dbg !388
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, 2) i64 @pmdrace_pte_devmap(i64 noundef %0) local_unnamed_addr #0 !dbg !389 {
    #dbg_value(i64 %0, !391, !DIExpression(), !392)
  %2 = lshr i64 %0, 57, !dbg !393
  %3 = and i64 %2, 1, !dbg !393
  ret i64 %3, !dbg !393
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_pte_mkwrite(i64 noundef %0) local_unnamed_addr #0 !dbg !394 {
    #dbg_value(i64 %0, !396, !DIExpression(), !397)
  %2 = and i64 %0, 36028797018963968, !dbg !398
  %3 = icmp eq i64 %2, 0, !dbg !398
  %4 = and i64 %0, -2251799813685377, !dbg !398
  %5 = select i1 %3, i64 %0, i64 %4, !dbg !398
  %6 = or i64 %5, 2251799813685248, !dbg !398
  ret i64 %6, !dbg !398
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 128, 0) i64 @pmdrace_pte_wrprotect(i64 noundef %0) local_unnamed_addr #0 !dbg !399 {
    #dbg_value(i64 %0, !401, !DIExpression(), !402)
  %2 = and i64 %0, 2251799813685376, !dbg !403
  %3 = icmp eq i64 %2, 2251799813685248, !dbg !403
  %4 = or i64 %0, 36028797018963968, !dbg !403
  %5 = select i1 %3, i64 %4, i64 %0, !dbg !403
  %6 = and i64 %5, -2251799813685377, !dbg !403
  %7 = or disjoint i64 %6, 128, !dbg !403
  ret i64 %7, !dbg !403
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_pte_mkdirty(i64 noundef %0) local_unnamed_addr #0 !dbg !404 {
    #dbg_value(i64 %0, !406, !DIExpression(), !407)
  %2 = and i64 %0, 2251799813685248, !dbg !408
  %3 = icmp eq i64 %2, 0, !dbg !408
  %4 = and i64 %0, -36028797018964097, !dbg !408
  %5 = select i1 %3, i64 %0, i64 %4, !dbg !408
  %6 = or i64 %5, 36028797018963968, !dbg !408
  ret i64 %6, !dbg !408
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_pte_mksoft_dirty(i64 noundef returned %0) local_unnamed_addr #0 !dbg !409 {
    #dbg_value(i64 %0, !411, !DIExpression(), !412)
  ret i64 %0, !dbg !413
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @pmdrace_pte_clear_soft_dirty(i64 noundef returned %0) local_unnamed_addr #0 !dbg !414 {
    #dbg_value(i64 %0, !416, !DIExpression(), !417)
  ret i64 %0, !dbg !418
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 1024, 0) i64 @pmdrace_pte_mkyoung(i64 noundef %0) local_unnamed_addr #0 !dbg !419 {
    #dbg_value(i64 %0, !421, !DIExpression(), !422)
  %2 = or i64 %0, 1024, !dbg !423
  ret i64 %2, !dbg !423
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 0, -1024) i64 @pmdrace_pte_mkold(i64 noundef %0) local_unnamed_addr #0 !dbg !424 {
    #dbg_value(i64 %0, !426, !DIExpression(), !427)
  %2 = and i64 %0, -1025, !dbg !428
  ret i64 %2, !dbg !428
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 27021597764227011, 0) i64 @pmdrace_pfn_pmd(i64 noundef %0) local_unnamed_addr #0 !dbg !429 {
    #dbg_value(i64 %0, !431, !DIExpression(), !432)
  %2 = shl i64 %0, 12, !dbg !433
  %3 = or i64 %2, 27021597764227011, !dbg !433
  ret i64 %3, !dbg !433
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef range(i64 27021597764227011, 0) i64 @pmdrace_mk_pte(i64 noundef %0) local_unnamed_addr #0 !dbg !434 {
    #dbg_value(i64 %0, !436, !DIExpression(), !437)
  %2 = shl i64 %0, 12, !dbg !438
  %3 = or i64 %2, 27021597764227011, !dbg !438
  ret i64 %3, !dbg !438
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 192, 0) i64 @pmdrace_migration_pmd_read(i64 noundef %0) local_unnamed_addr #0 !dbg !439 {
    #dbg_value(i64 %0, !441, !DIExpression(), !442)
  %2 = shl i64 %0, 8, !dbg !443
  %3 = or disjoint i64 %2, 192, !dbg !443
  ret i64 %3, !dbg !443
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 208, 0) i64 @pmdrace_migration_pmd_write(i64 noundef %0) local_unnamed_addr #0 !dbg !444 {
    #dbg_value(i64 %0, !446, !DIExpression(), !447)
  %2 = shl i64 %0, 8, !dbg !448
  %3 = or disjoint i64 %2, 208, !dbg !448
  ret i64 %3, !dbg !448
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 208, 0) i64 @pmdrace_migration_pte_write(i64 noundef %0) local_unnamed_addr #0 !dbg !449 {
    #dbg_value(i64 %0, !451, !DIExpression(), !452)
  %2 = shl i64 %0, 8, !dbg !453
  %3 = or disjoint i64 %2, 208, !dbg !453
  ret i64 %3, !dbg !453
}

attributes #0 = { mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none) "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!24, !25, !26, !27, !28}
!llvm.ident = !{!29}

!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, producer: "Debian clang version 19.1.7 (3~deb12u1)", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, retainedTypes: !2, splitDebugInlining: false, nameTableKind: None)
!1 = !DIFile(filename: "probe.c", directory: ".", checksumkind: CSK_MD5, checksum: "88d8566071085127675932189c62a3b7")
!2 = !{!3, !6, !7}
!3 = !DIDerivedType(tag: DW_TAG_typedef, name: "u64", file: !4, line: 4, baseType: !5)
!4 = !DIFile(filename: "./tree.h", directory: ".", checksumkind: CSK_MD5, checksum: "f07c8419e110ccfa3beaf448413da030")
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
!30 = distinct !DISubprogram(name: "pmdrace_version", scope: !1, file: !1, line: 9, type: !31, scopeLine: 9, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!31 = !DISubroutineType(types: !32)
!32 = !{!3}
!33 = !DILocation(line: 9, column: 1, scope: !30)
!34 = distinct !DISubprogram(name: "pmdrace_address_of_frame", scope: !1, file: !1, line: 11, type: !35, scopeLine: 11, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !37)
!35 = !DISubroutineType(types: !36)
!36 = !{!3, !3}
!37 = !{!38}
!38 = !DILocalVariable(name: "x", arg: 1, scope: !34, file: !1, line: 11, type: !3)
!39 = !DILocation(line: 0, scope: !34)
!40 = !DILocation(line: 11, column: 1, scope: !34)
!41 = distinct !DISubprogram(name: "pmdrace_page_of_frame", scope: !1, file: !1, line: 12, type: !35, scopeLine: 12, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !42)
!42 = !{!43}
!43 = !DILocalVariable(name: "x", arg: 1, scope: !41, file: !1, line: 12, type: !3)
!44 = !DILocation(line: 0, scope: !41)
!45 = !DILocation(line: 12, column: 1, scope: !41)
!46 = distinct !DISubprogram(name: "pmdrace_page_shift", scope: !1, file: !1, line: 13, type: !31, scopeLine: 13, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!47 = !DILocation(line: 13, column: 1, scope: !46)
!48 = distinct !DISubprogram(name: "pmdrace_pmd_shift", scope: !1, file: !1, line: 14, type: !31, scopeLine: 14, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!49 = !DILocation(line: 14, column: 1, scope: !48)
!50 = distinct !DISubprogram(name: "pmdrace_pud_shift", scope: !1, file: !1, line: 15, type: !31, scopeLine: 15, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!51 = !DILocation(line: 15, column: 1, scope: !50)
!52 = distinct !DISubprogram(name: "pmdrace_levels", scope: !1, file: !1, line: 16, type: !31, scopeLine: 16, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!53 = !DILocation(line: 16, column: 1, scope: !52)
!54 = distinct !DISubprogram(name: "pmdrace_pgd_index", scope: !1, file: !1, line: 17, type: !35, scopeLine: 17, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !55)
!55 = !{!56}
!56 = !DILocalVariable(name: "x", arg: 1, scope: !54, file: !1, line: 17, type: !3)
!57 = !DILocation(line: 0, scope: !54)
!58 = !DILocation(line: 17, column: 1, scope: !54)
!59 = distinct !DISubprogram(name: "pmdrace_pud_index", scope: !1, file: !1, line: 18, type: !35, scopeLine: 18, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !60)
!60 = !{!61}
!61 = !DILocalVariable(name: "x", arg: 1, scope: !59, file: !1, line: 18, type: !3)
!62 = !DILocation(line: 0, scope: !59)
!63 = !DILocation(line: 18, column: 1, scope: !59)
!64 = distinct !DISubprogram(name: "pmdrace_pmd_index", scope: !1, file: !1, line: 19, type: !35, scopeLine: 19, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !65)
!65 = !{!66}
!66 = !DILocalVariable(name: "x", arg: 1, scope: !64, file: !1, line: 19, type: !3)
!67 = !DILocation(line: 0, scope: !64)
!68 = !DILocation(line: 19, column: 1, scope: !64)
!69 = distinct !DISubprogram(name: "pmdrace_pud_to_table", scope: !1, file: !1, line: 20, type: !35, scopeLine: 20, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !70)
!70 = !{!71}
!71 = !DILocalVariable(name: "x", arg: 1, scope: !69, file: !1, line: 20, type: !3)
!72 = !DILocation(line: 0, scope: !69)
!73 = !DILocation(line: 20, column: 1, scope: !69)
!74 = distinct !DISubprogram(name: "pmdrace_p4d_to_table", scope: !1, file: !1, line: 21, type: !35, scopeLine: 21, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !75)
!75 = !{!76}
!76 = !DILocalVariable(name: "x", arg: 1, scope: !74, file: !1, line: 21, type: !3)
!77 = !DILocation(line: 0, scope: !74)
!78 = !DILocation(line: 21, column: 1, scope: !74)
!79 = distinct !DISubprogram(name: "pmdrace_lse_capability", scope: !1, file: !1, line: 22, type: !31, scopeLine: 22, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!80 = !DILocation(line: 22, column: 1, scope: !79)
!81 = distinct !DISubprogram(name: "pmdrace_split_pmd_locks", scope: !1, file: !1, line: 23, type: !31, scopeLine: 23, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!82 = !DILocation(line: 23, column: 1, scope: !81)
!83 = distinct !DISubprogram(name: "pmdrace_page_head", scope: !1, file: !1, line: 24, type: !31, scopeLine: 24, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!84 = !DILocation(line: 24, column: 1, scope: !83)
!85 = distinct !DISubprogram(name: "pmdrace_page_locked", scope: !1, file: !1, line: 25, type: !31, scopeLine: 25, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!86 = !DILocation(line: 25, column: 1, scope: !85)
!87 = distinct !DISubprogram(name: "pmdrace_page_uptodate", scope: !1, file: !1, line: 26, type: !31, scopeLine: 26, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!88 = !DILocation(line: 26, column: 1, scope: !87)
!89 = distinct !DISubprogram(name: "pmdrace_page_swapbacked", scope: !1, file: !1, line: 27, type: !31, scopeLine: 27, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!90 = !DILocation(line: 27, column: 1, scope: !89)
!91 = distinct !DISubprogram(name: "pmdrace_page_exclusive", scope: !1, file: !1, line: 28, type: !31, scopeLine: 28, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!92 = !DILocation(line: 28, column: 1, scope: !91)
!93 = distinct !DISubprogram(name: "pmdrace_vma_flags", scope: !1, file: !1, line: 29, type: !31, scopeLine: 29, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!94 = !DILocation(line: 29, column: 1, scope: !93)
!95 = distinct !DISubprogram(name: "pmdrace_vma_protection", scope: !1, file: !1, line: 30, type: !31, scopeLine: 30, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!96 = !DILocation(line: 30, column: 1, scope: !95)
!97 = distinct !DISubprogram(name: "pmdrace_config_NUMA_BALANCING", scope: !1, file: !1, line: 62, type: !31, scopeLine: 62, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!98 = !DILocation(line: 62, column: 1, scope: !97)
!99 = distinct !DISubprogram(name: "pmdrace_config_MEMORY_FAILURE", scope: !1, file: !1, line: 63, type: !31, scopeLine: 63, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!100 = !DILocation(line: 63, column: 1, scope: !99)
!101 = distinct !DISubprogram(name: "pmdrace_config_DEVICE_PRIVATE", scope: !1, file: !1, line: 64, type: !31, scopeLine: 64, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!102 = !DILocation(line: 64, column: 1, scope: !101)
!103 = distinct !DISubprogram(name: "pmdrace_config_MEM_SOFT_DIRTY", scope: !1, file: !1, line: 65, type: !31, scopeLine: 65, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!104 = !DILocation(line: 65, column: 1, scope: !103)
!105 = distinct !DISubprogram(name: "pmdrace_config_HAVE_ARCH_USERFAULTFD_WP", scope: !1, file: !1, line: 66, type: !31, scopeLine: 66, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!106 = !DILocation(line: 66, column: 1, scope: !105)
!107 = distinct !DISubprogram(name: "pmdrace_config_MMU_GATHER_RCU_TABLE_FREE", scope: !1, file: !1, line: 67, type: !31, scopeLine: 67, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!108 = !DILocation(line: 67, column: 1, scope: !107)
!109 = distinct !DISubprogram(name: "pmdrace_config_MMU_GATHER_MERGE_VMAS", scope: !1, file: !1, line: 68, type: !31, scopeLine: 68, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!110 = !DILocation(line: 68, column: 1, scope: !109)
!111 = distinct !DISubprogram(name: "pmdrace_config_KVM", scope: !1, file: !1, line: 69, type: !31, scopeLine: 69, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!112 = !DILocation(line: 69, column: 1, scope: !111)
!113 = distinct !DISubprogram(name: "pmdrace_config_INLINE_SPIN_UNLOCK", scope: !1, file: !1, line: 70, type: !31, scopeLine: 70, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!114 = !DILocation(line: 70, column: 1, scope: !113)
!115 = distinct !DISubprogram(name: "pmdrace_config_DEBUG_VM", scope: !1, file: !1, line: 71, type: !31, scopeLine: 71, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!116 = !DILocation(line: 71, column: 1, scope: !115)
!117 = distinct !DISubprogram(name: "pmdrace_config_LOCKDEP", scope: !1, file: !1, line: 72, type: !31, scopeLine: 72, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!118 = !DILocation(line: 72, column: 1, scope: !117)
!119 = distinct !DISubprogram(name: "pmdrace_config_KASAN", scope: !1, file: !1, line: 73, type: !31, scopeLine: 73, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!120 = !DILocation(line: 73, column: 1, scope: !119)
!121 = distinct !DISubprogram(name: "pmdrace_config_KCSAN", scope: !1, file: !1, line: 74, type: !31, scopeLine: 74, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!122 = !DILocation(line: 74, column: 1, scope: !121)
!123 = distinct !DISubprogram(name: "pmdrace_config_PER_VMA_LOCK", scope: !1, file: !1, line: 75, type: !31, scopeLine: 75, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!124 = !DILocation(line: 75, column: 1, scope: !123)
!125 = distinct !DISubprogram(name: "pmdrace_config_ARCH_HAS_HW_PTE_YOUNG", scope: !1, file: !1, line: 76, type: !31, scopeLine: 76, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!126 = !DILocation(line: 76, column: 1, scope: !125)
!127 = distinct !DISubprogram(name: "pmdrace_config_CONTPTE", scope: !1, file: !1, line: 77, type: !31, scopeLine: 77, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!128 = !DILocation(line: 77, column: 1, scope: !127)
!129 = distinct !DISubprogram(name: "pmdrace_gup_fast", scope: !1, file: !1, line: 78, type: !31, scopeLine: 78, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!130 = !DILocation(line: 78, column: 1, scope: !129)
!131 = distinct !DISubprogram(name: "pmdrace_move_pmd", scope: !1, file: !1, line: 79, type: !31, scopeLine: 79, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!132 = !DILocation(line: 79, column: 1, scope: !131)
!133 = distinct !DISubprogram(name: "pmdrace_hw_dirty", scope: !1, file: !1, line: 80, type: !31, scopeLine: 80, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!134 = !DILocation(line: 80, column: 1, scope: !133)
!135 = distinct !DISubprogram(name: "pmdrace_thp_migration", scope: !1, file: !1, line: 81, type: !31, scopeLine: 81, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!136 = !DILocation(line: 81, column: 1, scope: !135)
!137 = distinct !DISubprogram(name: "pmdrace_swp_pfn_bits", scope: !1, file: !1, line: 82, type: !31, scopeLine: 82, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!138 = !DILocation(line: 82, column: 1, scope: !137)
!139 = distinct !DISubprogram(name: "pmdrace_max_physmem_bits", scope: !1, file: !1, line: 83, type: !31, scopeLine: 83, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!140 = !DILocation(line: 83, column: 1, scope: !139)
!141 = distinct !DISubprogram(name: "pmdrace_swp_migration_read", scope: !1, file: !1, line: 84, type: !31, scopeLine: 84, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!142 = !DILocation(line: 84, column: 1, scope: !141)
!143 = distinct !DISubprogram(name: "pmdrace_swp_migration_read_exclusive", scope: !1, file: !1, line: 85, type: !31, scopeLine: 85, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!144 = !DILocation(line: 85, column: 1, scope: !143)
!145 = distinct !DISubprogram(name: "pmdrace_swp_migration_write", scope: !1, file: !1, line: 86, type: !31, scopeLine: 86, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!146 = !DILocation(line: 86, column: 1, scope: !145)
!147 = distinct !DISubprogram(name: "pmdrace_has_pmd_devmap", scope: !1, file: !1, line: 87, type: !31, scopeLine: 87, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!148 = !DILocation(line: 87, column: 1, scope: !147)
!149 = distinct !DISubprogram(name: "pmdrace_has_pmd_protnone", scope: !1, file: !1, line: 88, type: !31, scopeLine: 88, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!150 = !DILocation(line: 88, column: 1, scope: !149)
!151 = distinct !DISubprogram(name: "pmdrace_has_pmd_serializing", scope: !1, file: !1, line: 89, type: !31, scopeLine: 89, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!152 = !DILocation(line: 89, column: 1, scope: !151)
!153 = distinct !DISubprogram(name: "pmdrace_has_pmd_soft_dirty", scope: !1, file: !1, line: 90, type: !31, scopeLine: 90, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!154 = !DILocation(line: 90, column: 1, scope: !153)
!155 = distinct !DISubprogram(name: "pmdrace_has_swap_pmd", scope: !1, file: !1, line: 91, type: !31, scopeLine: 91, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!156 = !DILocation(line: 91, column: 1, scope: !155)
!157 = distinct !DISubprogram(name: "pmdrace_has_pmd_swp_soft_dirty", scope: !1, file: !1, line: 92, type: !31, scopeLine: 92, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!158 = !DILocation(line: 92, column: 1, scope: !157)
!159 = distinct !DISubprogram(name: "pmdrace_has_pmd_swp_uffd_wp", scope: !1, file: !1, line: 93, type: !31, scopeLine: 93, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!160 = !DILocation(line: 93, column: 1, scope: !159)
!161 = distinct !DISubprogram(name: "pmdrace_none_pmd", scope: !1, file: !1, line: 94, type: !31, scopeLine: 94, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!162 = !DILocation(line: 94, column: 1, scope: !161)
!163 = distinct !DISubprogram(name: "pmdrace_none_pte", scope: !1, file: !1, line: 95, type: !31, scopeLine: 95, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!164 = !DILocation(line: 95, column: 1, scope: !163)
!165 = distinct !DISubprogram(name: "pmdrace_pmd_none", scope: !1, file: !1, line: 97, type: !35, scopeLine: 97, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !166)
!166 = !{!167}
!167 = !DILocalVariable(name: "x", arg: 1, scope: !165, file: !1, line: 97, type: !3)
!168 = !DILocation(line: 0, scope: !165)
!169 = !DILocation(line: 97, column: 1, scope: !165)
!170 = distinct !DISubprogram(name: "pmdrace_pmd_present", scope: !1, file: !1, line: 98, type: !35, scopeLine: 98, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !171)
!171 = !{!172}
!172 = !DILocalVariable(name: "x", arg: 1, scope: !170, file: !1, line: 98, type: !3)
!173 = !DILocation(line: 0, scope: !170)
!174 = !DILocation(line: 98, column: 1, scope: !170)
!175 = distinct !DISubprogram(name: "pmdrace_pmd_bad", scope: !1, file: !1, line: 99, type: !35, scopeLine: 99, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !176)
!176 = !{!177}
!177 = !DILocalVariable(name: "x", arg: 1, scope: !175, file: !1, line: 99, type: !3)
!178 = !DILocation(line: 0, scope: !175)
!179 = !DILocation(line: 99, column: 1, scope: !175)
!180 = distinct !DISubprogram(name: "pmdrace_pmd_trans_huge", scope: !1, file: !1, line: 100, type: !35, scopeLine: 100, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !181)
!181 = !{!182}
!182 = !DILocalVariable(name: "x", arg: 1, scope: !180, file: !1, line: 100, type: !3)
!183 = !DILocation(line: 0, scope: !180)
!184 = !DILocation(line: 100, column: 1, scope: !180)
!185 = distinct !DISubprogram(name: "pmdrace_pmd_leaf", scope: !1, file: !1, line: 101, type: !35, scopeLine: 101, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !186)
!186 = !{!187}
!187 = !DILocalVariable(name: "x", arg: 1, scope: !185, file: !1, line: 101, type: !3)
!188 = !DILocation(line: 0, scope: !185)
!189 = !DILocation(line: 101, column: 1, scope: !185)
!190 = distinct !DISubprogram(name: "pmdrace_pmd_write", scope: !1, file: !1, line: 102, type: !35, scopeLine: 102, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !191)
!191 = !{!192}
!192 = !DILocalVariable(name: "x", arg: 1, scope: !190, file: !1, line: 102, type: !3)
!193 = !DILocation(line: 0, scope: !190)
!194 = !DILocation(line: 102, column: 1, scope: !190)
!195 = distinct !DISubprogram(name: "pmdrace_pmd_dirty", scope: !1, file: !1, line: 103, type: !35, scopeLine: 103, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !196)
!196 = !{!197}
!197 = !DILocalVariable(name: "x", arg: 1, scope: !195, file: !1, line: 103, type: !3)
!198 = !DILocation(line: 0, scope: !195)
!199 = !DILocation(line: 103, column: 1, scope: !195)
!200 = distinct !DISubprogram(name: "pmdrace_pmd_young", scope: !1, file: !1, line: 104, type: !35, scopeLine: 104, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !201)
!201 = !{!202}
!202 = !DILocalVariable(name: "x", arg: 1, scope: !200, file: !1, line: 104, type: !3)
!203 = !DILocation(line: 0, scope: !200)
!204 = !DILocation(line: 104, column: 1, scope: !200)
!205 = distinct !DISubprogram(name: "pmdrace_pmd_pfn", scope: !1, file: !1, line: 105, type: !35, scopeLine: 105, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !206)
!206 = !{!207}
!207 = !DILocalVariable(name: "x", arg: 1, scope: !205, file: !1, line: 105, type: !3)
!208 = !DILocation(line: 0, scope: !205)
!209 = !DILocation(line: 105, column: 1, scope: !205)
!210 = distinct !DISubprogram(name: "pmdrace_pmd_devmap", scope: !1, file: !1, line: 106, type: !35, scopeLine: 106, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !211)
!211 = !{!212}
!212 = !DILocalVariable(name: "x", arg: 1, scope: !210, file: !1, line: 106, type: !3)
!213 = !DILocation(line: 0, scope: !210)
!214 = !DILocation(line: 106, column: 1, scope: !210)
!215 = distinct !DISubprogram(name: "pmdrace_pmd_protnone", scope: !1, file: !1, line: 107, type: !35, scopeLine: 107, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !216)
!216 = !{!217}
!217 = !DILocalVariable(name: "x", arg: 1, scope: !215, file: !1, line: 107, type: !3)
!218 = !DILocation(line: 0, scope: !215)
!219 = !DILocation(line: 107, column: 1, scope: !215)
!220 = distinct !DISubprogram(name: "pmdrace_is_pmd_migration_entry", scope: !1, file: !1, line: 108, type: !35, scopeLine: 108, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !221)
!221 = !{!222}
!222 = !DILocalVariable(name: "x", arg: 1, scope: !220, file: !1, line: 108, type: !3)
!223 = !DILocation(line: 0, scope: !220)
!224 = !DILocation(line: 108, column: 1, scope: !220)
!225 = distinct !DISubprogram(name: "pmdrace_pmd_mkinvalid", scope: !1, file: !1, line: 109, type: !35, scopeLine: 109, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !226)
!226 = !{!227}
!227 = !DILocalVariable(name: "x", arg: 1, scope: !225, file: !1, line: 109, type: !3)
!228 = !DILocation(line: 0, scope: !225)
!229 = !DILocation(line: 109, column: 1, scope: !225)
!230 = distinct !DISubprogram(name: "pmdrace_pmd_huge", scope: !1, file: !1, line: 110, type: !35, scopeLine: 110, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !231)
!231 = !{!232}
!232 = !DILocalVariable(name: "x", arg: 1, scope: !230, file: !1, line: 110, type: !3)
!233 = !DILocation(line: 0, scope: !230)
!234 = !DILocation(line: 110, column: 1, scope: !230)
!235 = distinct !DISubprogram(name: "pmdrace_pmd_special", scope: !1, file: !1, line: 111, type: !35, scopeLine: 111, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !236)
!236 = !{!237}
!237 = !DILocalVariable(name: "x", arg: 1, scope: !235, file: !1, line: 111, type: !3)
!238 = !DILocation(line: 0, scope: !235)
!239 = !DILocation(line: 111, column: 1, scope: !235)
!240 = distinct !DISubprogram(name: "pmdrace_pmd_serializing", scope: !1, file: !1, line: 112, type: !35, scopeLine: 112, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !241)
!241 = !{!242}
!242 = !DILocalVariable(name: "x", arg: 1, scope: !240, file: !1, line: 112, type: !3)
!243 = !DILocation(line: 0, scope: !240)
!244 = !DILocation(line: 112, column: 1, scope: !240)
!245 = distinct !DISubprogram(name: "pmdrace_pmd_soft_dirty", scope: !1, file: !1, line: 113, type: !35, scopeLine: 113, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !246)
!246 = !{!247}
!247 = !DILocalVariable(name: "x", arg: 1, scope: !245, file: !1, line: 113, type: !3)
!248 = !DILocation(line: 0, scope: !245)
!249 = !DILocation(line: 113, column: 1, scope: !245)
!250 = distinct !DISubprogram(name: "pmdrace_pmd_swp_soft_dirty", scope: !1, file: !1, line: 114, type: !35, scopeLine: 114, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !251)
!251 = !{!252}
!252 = !DILocalVariable(name: "x", arg: 1, scope: !250, file: !1, line: 114, type: !3)
!253 = !DILocation(line: 0, scope: !250)
!254 = !DILocation(line: 114, column: 1, scope: !250)
!255 = distinct !DISubprogram(name: "pmdrace_pmd_swp_uffd_wp", scope: !1, file: !1, line: 115, type: !35, scopeLine: 115, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !256)
!256 = !{!257}
!257 = !DILocalVariable(name: "x", arg: 1, scope: !255, file: !1, line: 115, type: !3)
!258 = !DILocation(line: 0, scope: !255)
!259 = !DILocation(line: 115, column: 1, scope: !255)
!260 = distinct !DISubprogram(name: "pmdrace_pmd_swp_type", scope: !1, file: !1, line: 116, type: !35, scopeLine: 116, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !261)
!261 = !{!262}
!262 = !DILocalVariable(name: "x", arg: 1, scope: !260, file: !1, line: 116, type: !3)
!263 = !DILocation(line: 0, scope: !260)
!264 = !DILocation(line: 116, column: 1, scope: !260)
!265 = distinct !DISubprogram(name: "pmdrace_pmd_swp_offset", scope: !1, file: !1, line: 117, type: !35, scopeLine: 117, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !266)
!266 = !{!267}
!267 = !DILocalVariable(name: "x", arg: 1, scope: !265, file: !1, line: 117, type: !3)
!268 = !DILocation(line: 0, scope: !265)
!269 = !DILocation(line: 117, column: 1, scope: !265)
!270 = distinct !DISubprogram(name: "pmdrace_swp_entry_to_pmd", scope: !1, file: !1, line: 118, type: !271, scopeLine: 118, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !273)
!271 = !DISubroutineType(types: !272)
!272 = !{!3, !3, !3}
!273 = !{!274, !275}
!274 = !DILocalVariable(name: "x", arg: 1, scope: !270, file: !1, line: 118, type: !3)
!275 = !DILocalVariable(name: "y", arg: 2, scope: !270, file: !1, line: 118, type: !3)
!276 = !DILocation(line: 0, scope: !270)
!277 = !DILocation(line: 118, column: 1, scope: !270)
!278 = distinct !DISubprogram(name: "pmdrace_swp_entry_to_pte", scope: !1, file: !1, line: 119, type: !271, scopeLine: 119, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !279)
!279 = !{!280, !281}
!280 = !DILocalVariable(name: "x", arg: 1, scope: !278, file: !1, line: 119, type: !3)
!281 = !DILocalVariable(name: "y", arg: 2, scope: !278, file: !1, line: 119, type: !3)
!282 = !DILocation(line: 0, scope: !278)
!283 = !DILocation(line: 119, column: 1, scope: !278)
!284 = distinct !DISubprogram(name: "pmdrace_table_pmd", scope: !1, file: !1, line: 120, type: !35, scopeLine: 120, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !285)
!285 = !{!286}
!286 = !DILocalVariable(name: "x", arg: 1, scope: !284, file: !1, line: 120, type: !3)
!287 = !DILocation(line: 0, scope: !284)
!288 = !DILocation(line: 120, column: 1, scope: !284)
!289 = distinct !DISubprogram(name: "pmdrace_table_pfn", scope: !1, file: !1, line: 121, type: !35, scopeLine: 121, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !290)
!290 = !{!291}
!291 = !DILocalVariable(name: "x", arg: 1, scope: !289, file: !1, line: 121, type: !3)
!292 = !DILocation(line: 0, scope: !289)
!293 = !DILocation(line: 121, column: 1, scope: !289)
!294 = distinct !DISubprogram(name: "pmdrace_pmd_modify_none", scope: !1, file: !1, line: 122, type: !35, scopeLine: 122, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !295)
!295 = !{!296}
!296 = !DILocalVariable(name: "x", arg: 1, scope: !294, file: !1, line: 122, type: !3)
!297 = !DILocation(line: 0, scope: !294)
!298 = !DILocation(line: 122, column: 1, scope: !294)
!299 = distinct !DISubprogram(name: "pmdrace_pmd_mkwrite", scope: !1, file: !1, line: 123, type: !35, scopeLine: 123, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !300)
!300 = !{!301}
!301 = !DILocalVariable(name: "x", arg: 1, scope: !299, file: !1, line: 123, type: !3)
!302 = !DILocation(line: 0, scope: !299)
!303 = !DILocation(line: 123, column: 1, scope: !299)
!304 = distinct !DISubprogram(name: "pmdrace_pmd_mk_savedwrite", scope: !1, file: !1, line: 124, type: !35, scopeLine: 124, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !305)
!305 = !{!306}
!306 = !DILocalVariable(name: "x", arg: 1, scope: !304, file: !1, line: 124, type: !3)
!307 = !DILocation(line: 0, scope: !304)
!308 = !DILocation(line: 124, column: 1, scope: !304)
!309 = distinct !DISubprogram(name: "pmdrace_pmd_mkyoung", scope: !1, file: !1, line: 125, type: !35, scopeLine: 125, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !310)
!310 = !{!311}
!311 = !DILocalVariable(name: "x", arg: 1, scope: !309, file: !1, line: 125, type: !3)
!312 = !DILocation(line: 0, scope: !309)
!313 = !DILocation(line: 125, column: 1, scope: !309)
!314 = distinct !DISubprogram(name: "pmdrace_pmd_wrprotect", scope: !1, file: !1, line: 126, type: !35, scopeLine: 126, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !315)
!315 = !{!316}
!316 = !DILocalVariable(name: "x", arg: 1, scope: !314, file: !1, line: 126, type: !3)
!317 = !DILocation(line: 0, scope: !314)
!318 = !DILocation(line: 126, column: 1, scope: !314)
!319 = distinct !DISubprogram(name: "pmdrace_pmd_mkdirty", scope: !1, file: !1, line: 127, type: !35, scopeLine: 127, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !320)
!320 = !{!321}
!321 = !DILocalVariable(name: "x", arg: 1, scope: !319, file: !1, line: 127, type: !3)
!322 = !DILocation(line: 0, scope: !319)
!323 = !DILocation(line: 127, column: 1, scope: !319)
!324 = distinct !DISubprogram(name: "pmdrace_pmd_mkold", scope: !1, file: !1, line: 128, type: !35, scopeLine: 128, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !325)
!325 = !{!326}
!326 = !DILocalVariable(name: "x", arg: 1, scope: !324, file: !1, line: 128, type: !3)
!327 = !DILocation(line: 0, scope: !324)
!328 = !DILocation(line: 128, column: 1, scope: !324)
!329 = distinct !DISubprogram(name: "pmdrace_pmd_mkhuge", scope: !1, file: !1, line: 129, type: !35, scopeLine: 129, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !330)
!330 = !{!331}
!331 = !DILocalVariable(name: "x", arg: 1, scope: !329, file: !1, line: 129, type: !3)
!332 = !DILocation(line: 0, scope: !329)
!333 = !DILocation(line: 129, column: 1, scope: !329)
!334 = distinct !DISubprogram(name: "pmdrace_pmd_access_permitted_read", scope: !1, file: !1, line: 130, type: !35, scopeLine: 130, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !335)
!335 = !{!336}
!336 = !DILocalVariable(name: "x", arg: 1, scope: !334, file: !1, line: 130, type: !3)
!337 = !DILocation(line: 0, scope: !334)
!338 = !DILocation(line: 130, column: 1, scope: !334)
!339 = distinct !DISubprogram(name: "pmdrace_pmd_access_permitted_write", scope: !1, file: !1, line: 131, type: !35, scopeLine: 131, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !340)
!340 = !{!341}
!341 = !DILocalVariable(name: "x", arg: 1, scope: !339, file: !1, line: 131, type: !3)
!342 = !DILocation(line: 0, scope: !339)
!343 = !DILocation(line: 131, column: 1, scope: !339)
!344 = distinct !DISubprogram(name: "pmdrace_pte_none", scope: !1, file: !1, line: 132, type: !35, scopeLine: 132, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !345)
!345 = !{!346}
!346 = !DILocalVariable(name: "x", arg: 1, scope: !344, file: !1, line: 132, type: !3)
!347 = !DILocation(line: 0, scope: !344)
!348 = !DILocation(line: 132, column: 1, scope: !344)
!349 = distinct !DISubprogram(name: "pmdrace_pte_present", scope: !1, file: !1, line: 133, type: !35, scopeLine: 133, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !350)
!350 = !{!351}
!351 = !DILocalVariable(name: "x", arg: 1, scope: !349, file: !1, line: 133, type: !3)
!352 = !DILocation(line: 0, scope: !349)
!353 = !DILocation(line: 133, column: 1, scope: !349)
!354 = distinct !DISubprogram(name: "pmdrace_pte_write", scope: !1, file: !1, line: 134, type: !35, scopeLine: 134, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !355)
!355 = !{!356}
!356 = !DILocalVariable(name: "x", arg: 1, scope: !354, file: !1, line: 134, type: !3)
!357 = !DILocation(line: 0, scope: !354)
!358 = !DILocation(line: 134, column: 1, scope: !354)
!359 = distinct !DISubprogram(name: "pmdrace_pte_dirty", scope: !1, file: !1, line: 135, type: !35, scopeLine: 135, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !360)
!360 = !{!361}
!361 = !DILocalVariable(name: "x", arg: 1, scope: !359, file: !1, line: 135, type: !3)
!362 = !DILocation(line: 0, scope: !359)
!363 = !DILocation(line: 135, column: 1, scope: !359)
!364 = distinct !DISubprogram(name: "pmdrace_pte_pfn", scope: !1, file: !1, line: 136, type: !35, scopeLine: 136, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !365)
!365 = !{!366}
!366 = !DILocalVariable(name: "x", arg: 1, scope: !364, file: !1, line: 136, type: !3)
!367 = !DILocation(line: 0, scope: !364)
!368 = !DILocation(line: 136, column: 1, scope: !364)
!369 = distinct !DISubprogram(name: "pmdrace_pte_special", scope: !1, file: !1, line: 137, type: !35, scopeLine: 137, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !370)
!370 = !{!371}
!371 = !DILocalVariable(name: "x", arg: 1, scope: !369, file: !1, line: 137, type: !3)
!372 = !DILocation(line: 0, scope: !369)
!373 = !DILocation(line: 137, column: 1, scope: !369)
!374 = distinct !DISubprogram(name: "pmdrace_pte_protnone", scope: !1, file: !1, line: 138, type: !35, scopeLine: 138, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !375)
!375 = !{!376}
!376 = !DILocalVariable(name: "x", arg: 1, scope: !374, file: !1, line: 138, type: !3)
!377 = !DILocation(line: 0, scope: !374)
!378 = !DILocation(line: 138, column: 1, scope: !374)
!379 = distinct !DISubprogram(name: "pmdrace_pte_access_permitted_read", scope: !1, file: !1, line: 139, type: !35, scopeLine: 139, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !380)
!380 = !{!381}
!381 = !DILocalVariable(name: "x", arg: 1, scope: !379, file: !1, line: 139, type: !3)
!382 = !DILocation(line: 0, scope: !379)
!383 = !DILocation(line: 139, column: 1, scope: !379)
!384 = distinct !DISubprogram(name: "pmdrace_pte_access_permitted_write", scope: !1, file: !1, line: 140, type: !35, scopeLine: 140, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !385)
!385 = !{!386}
!386 = !DILocalVariable(name: "x", arg: 1, scope: !384, file: !1, line: 140, type: !3)
!387 = !DILocation(line: 0, scope: !384)
!388 = !DILocation(line: 140, column: 1, scope: !384)
!389 = distinct !DISubprogram(name: "pmdrace_pte_devmap", scope: !1, file: !1, line: 141, type: !35, scopeLine: 141, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !390)
!390 = !{!391}
!391 = !DILocalVariable(name: "x", arg: 1, scope: !389, file: !1, line: 141, type: !3)
!392 = !DILocation(line: 0, scope: !389)
!393 = !DILocation(line: 141, column: 1, scope: !389)
!394 = distinct !DISubprogram(name: "pmdrace_pte_mkwrite", scope: !1, file: !1, line: 142, type: !35, scopeLine: 142, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !395)
!395 = !{!396}
!396 = !DILocalVariable(name: "x", arg: 1, scope: !394, file: !1, line: 142, type: !3)
!397 = !DILocation(line: 0, scope: !394)
!398 = !DILocation(line: 142, column: 1, scope: !394)
!399 = distinct !DISubprogram(name: "pmdrace_pte_wrprotect", scope: !1, file: !1, line: 143, type: !35, scopeLine: 143, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !400)
!400 = !{!401}
!401 = !DILocalVariable(name: "x", arg: 1, scope: !399, file: !1, line: 143, type: !3)
!402 = !DILocation(line: 0, scope: !399)
!403 = !DILocation(line: 143, column: 1, scope: !399)
!404 = distinct !DISubprogram(name: "pmdrace_pte_mkdirty", scope: !1, file: !1, line: 144, type: !35, scopeLine: 144, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !405)
!405 = !{!406}
!406 = !DILocalVariable(name: "x", arg: 1, scope: !404, file: !1, line: 144, type: !3)
!407 = !DILocation(line: 0, scope: !404)
!408 = !DILocation(line: 144, column: 1, scope: !404)
!409 = distinct !DISubprogram(name: "pmdrace_pte_mksoft_dirty", scope: !1, file: !1, line: 145, type: !35, scopeLine: 145, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !410)
!410 = !{!411}
!411 = !DILocalVariable(name: "x", arg: 1, scope: !409, file: !1, line: 145, type: !3)
!412 = !DILocation(line: 0, scope: !409)
!413 = !DILocation(line: 145, column: 1, scope: !409)
!414 = distinct !DISubprogram(name: "pmdrace_pte_clear_soft_dirty", scope: !1, file: !1, line: 146, type: !35, scopeLine: 146, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !415)
!415 = !{!416}
!416 = !DILocalVariable(name: "x", arg: 1, scope: !414, file: !1, line: 146, type: !3)
!417 = !DILocation(line: 0, scope: !414)
!418 = !DILocation(line: 146, column: 1, scope: !414)
!419 = distinct !DISubprogram(name: "pmdrace_pte_mkyoung", scope: !1, file: !1, line: 147, type: !35, scopeLine: 147, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !420)
!420 = !{!421}
!421 = !DILocalVariable(name: "x", arg: 1, scope: !419, file: !1, line: 147, type: !3)
!422 = !DILocation(line: 0, scope: !419)
!423 = !DILocation(line: 147, column: 1, scope: !419)
!424 = distinct !DISubprogram(name: "pmdrace_pte_mkold", scope: !1, file: !1, line: 148, type: !35, scopeLine: 148, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !425)
!425 = !{!426}
!426 = !DILocalVariable(name: "x", arg: 1, scope: !424, file: !1, line: 148, type: !3)
!427 = !DILocation(line: 0, scope: !424)
!428 = !DILocation(line: 148, column: 1, scope: !424)
!429 = distinct !DISubprogram(name: "pmdrace_pfn_pmd", scope: !1, file: !1, line: 149, type: !35, scopeLine: 149, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !430)
!430 = !{!431}
!431 = !DILocalVariable(name: "x", arg: 1, scope: !429, file: !1, line: 149, type: !3)
!432 = !DILocation(line: 0, scope: !429)
!433 = !DILocation(line: 149, column: 1, scope: !429)
!434 = distinct !DISubprogram(name: "pmdrace_mk_pte", scope: !1, file: !1, line: 150, type: !35, scopeLine: 150, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !435)
!435 = !{!436}
!436 = !DILocalVariable(name: "x", arg: 1, scope: !434, file: !1, line: 150, type: !3)
!437 = !DILocation(line: 0, scope: !434)
!438 = !DILocation(line: 150, column: 1, scope: !434)
!439 = distinct !DISubprogram(name: "pmdrace_migration_pmd_read", scope: !1, file: !1, line: 151, type: !35, scopeLine: 151, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !440)
!440 = !{!441}
!441 = !DILocalVariable(name: "x", arg: 1, scope: !439, file: !1, line: 151, type: !3)
!442 = !DILocation(line: 0, scope: !439)
!443 = !DILocation(line: 151, column: 1, scope: !439)
!444 = distinct !DISubprogram(name: "pmdrace_migration_pmd_write", scope: !1, file: !1, line: 152, type: !35, scopeLine: 152, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !445)
!445 = !{!446}
!446 = !DILocalVariable(name: "x", arg: 1, scope: !444, file: !1, line: 152, type: !3)
!447 = !DILocation(line: 0, scope: !444)
!448 = !DILocation(line: 152, column: 1, scope: !444)
!449 = distinct !DISubprogram(name: "pmdrace_migration_pte_write", scope: !1, file: !1, line: 153, type: !35, scopeLine: 153, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !450)
!450 = !{!451}
!451 = !DILocalVariable(name: "x", arg: 1, scope: !449, file: !1, line: 153, type: !3)
!452 = !DILocation(line: 0, scope: !449)
!453 = !DILocation(line: 153, column: 1, scope: !449)
