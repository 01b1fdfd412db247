; ModuleID = 'x86_64.c'
source_filename = "x86_64.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.key = type { i32 }

@per_cpu_word = external dso_local global i64, align 8
@unlikely_key = external dso_local global %struct.key, align 4
@likely_key = external dso_local global %struct.key, align 4

; Function Attrs: noredzone nounwind null_pointer_is_valid
define dso_local i64 @exchange(ptr noundef %0, i64 noundef %1) local_unnamed_addr #0 !dbg !19 {
    #dbg_value(ptr %0, !24, !DIExpression(), !26)
    #dbg_value(i64 %1, !25, !DIExpression(), !26)
  %3 = tail call i64 asm sideeffect "xchgq ${0:q}, $1\0A", "=r,=*m,0,*m,~{memory},~{cc},~{dirflag},~{fpsr},~{flags}"(ptr elementtype(i64) %0, i64 %1, ptr elementtype(i64) %0) #5, !dbg !27, !srcloc !28
    #dbg_value(i64 %3, !25, !DIExpression(), !26)
  ret i64 %3, !dbg !29
}

; Function Attrs: noredzone nounwind null_pointer_is_valid
define dso_local range(i32 0, 2) i32 @get_unless_zero(ptr noundef %0) local_unnamed_addr #0 !dbg !30 {
    #dbg_value(ptr %0, !36, !DIExpression(), !38)
  %2 = load volatile i32, ptr %0, align 4, !dbg !39
    #dbg_value(i32 %2, !37, !DIExpression(), !38)
  br label %3, !dbg !40

3:                                                ; preds = %6, %1
  %4 = phi i32 [ %2, %1 ], [ %10, %6 ], !dbg !38
    #dbg_value(i32 %4, !37, !DIExpression(), !38)
  %5 = icmp eq i32 %4, 0, !dbg !41
  br i1 %5, label %13, label %6, !dbg !44

6:                                                ; preds = %3
  %7 = add i32 %4, 1, !dbg !45
    #dbg_value(ptr %0, !46, !DIExpression(), !54)
    #dbg_value(ptr undef, !51, !DIExpression(), !54)
    #dbg_value(i32 %7, !52, !DIExpression(), !54)
  %8 = tail call { i32, i32 } asm sideeffect ".pushsection .smp_locks,\22a\22\0A.balign 4\0A.long 671f - .\0A.popsection\0A671:\0A\09lock; cmpxchgl $3, $1", "={@ccz},=*m,={ax},r,*m,2,~{memory},~{dirflag},~{fpsr},~{flags}"(ptr elementtype(i32) %0, i32 %7, ptr elementtype(i32) %0, i32 %4) #5, !dbg !56, !srcloc !57
  %9 = extractvalue { i32, i32 } %8, 0, !dbg !56
  %10 = extractvalue { i32, i32 } %8, 1, !dbg !56
  %11 = icmp ult i32 %9, 2, !dbg !56
  tail call void @llvm.assume(i1 %11), !dbg !56
    #dbg_value(i32 %9, !53, !DIExpression(), !54)
    #dbg_value(i32 %10, !37, !DIExpression(), !38)
  %12 = icmp eq i32 %9, 0, !dbg !58
  br i1 %12, label %3, label %13, !dbg !59, !llvm.loop !60

13:                                               ; preds = %6, %3
  %14 = phi i32 [ 0, %3 ], [ 1, %6 ], !dbg !38
  ret i32 %14, !dbg !63
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(i64 immarg, ptr nocapture) #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(i64 immarg, ptr nocapture) #1

; Function Attrs: noredzone nounwind null_pointer_is_valid
define dso_local range(i32 0, 2) i32 @put_and_test(ptr noundef %0) local_unnamed_addr #0 !dbg !64 {
    #dbg_value(ptr %0, !66, !DIExpression(), !68)
  %2 = tail call i32 asm sideeffect ".pushsection .smp_locks,\22a\22\0A.balign 4\0A.long 671f - .\0A.popsection\0A671:\0A\09lock; decl $0\0A\09/* output condition code e */\0A", "=*m,={@cce},*m,~{memory},~{dirflag},~{fpsr},~{flags}"(ptr elementtype(i32) %0, ptr elementtype(i32) %0) #5, !dbg !69, !srcloc !70
  %3 = icmp ult i32 %2, 2, !dbg !69
  tail call void @llvm.assume(i1 %3), !dbg !69
    #dbg_value(i32 %2, !67, !DIExpression(), !68)
  ret i32 %2, !dbg !71
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write)
declare void @llvm.assume(i1 noundef) #2

; Function Attrs: noredzone nounwind null_pointer_is_valid
define dso_local i64 @fetch_add(ptr noundef %0, i64 noundef %1) local_unnamed_addr #0 !dbg !72 {
    #dbg_value(ptr %0, !74, !DIExpression(), !76)
    #dbg_value(i64 %1, !75, !DIExpression(), !76)
  %3 = tail call i64 asm sideeffect ".pushsection .smp_locks,\22a\22\0A.balign 4\0A.long 671f - .\0A.popsection\0A671:\0A\09lock; xaddq $0, $1\0A", "=r,=*m,0,*m,~{memory},~{cc},~{dirflag},~{fpsr},~{flags}"(ptr elementtype(i64) %0, i64 %1, ptr elementtype(i64) %0) #5, !dbg !77, !srcloc !78
    #dbg_value(i64 %3, !75, !DIExpression(), !76)
  ret i64 %3, !dbg !79
}

; Function Attrs: noredzone nounwind null_pointer_is_valid
define dso_local range(i32 0, 2) i32 @test_and_set(ptr noundef %0, i64 noundef %1) local_unnamed_addr #0 !dbg !80 {
    #dbg_value(ptr %0, !85, !DIExpression(), !88)
    #dbg_value(i64 %1, !86, !DIExpression(), !88)
  %3 = tail call i32 asm sideeffect ".pushsection .smp_locks,\22a\22\0A.balign 4\0A.long 671f - .\0A.popsection\0A671:\0A\09lock;  btsq $2, $0\0A", "=*m,={@ccc},Ir,*m,~{memory},~{dirflag},~{fpsr},~{flags}"(ptr elementtype(i64) %0, i64 %1, ptr elementtype(i64) %0) #5, !dbg !89, !srcloc !90
  %4 = icmp ult i32 %3, 2, !dbg !89
  tail call void @llvm.assume(i1 %4), !dbg !89
    #dbg_value(i32 %3, !87, !DIExpression(), !88)
  ret i32 %3, !dbg !91
}

; Function Attrs: noredzone nounwind null_pointer_is_valid
define dso_local range(i32 0, 2) i32 @test_bit(ptr noundef %0, i64 noundef %1) local_unnamed_addr #0 !dbg !92 {
    #dbg_value(ptr %0, !98, !DIExpression(), !101)
    #dbg_value(i64 %1, !99, !DIExpression(), !101)
  %3 = tail call i32 asm sideeffect " btq $2,$1\0A", "={@ccc},*m,Ir,~{memory},~{dirflag},~{fpsr},~{flags}"(ptr elementtype(i64) %0, i64 %1) #5, !dbg !102, !srcloc !103
  %4 = icmp ult i32 %3, 2, !dbg !102
  tail call void @llvm.assume(i1 %4), !dbg !102
    #dbg_value(i32 %3, !100, !DIExpression(), !101)
  ret i32 %3, !dbg !104
}

; Function Attrs: noredzone nounwind null_pointer_is_valid
define dso_local void @barriers() local_unnamed_addr #0 !dbg !105 {
  tail call void asm sideeffect "lock; addl $$0,-4(%rsp)", "~{memory},~{cc},~{dirflag},~{fpsr},~{flags}"() #5, !dbg !108, !srcloc !109
  tail call void asm sideeffect "mfence", "~{memory},~{dirflag},~{fpsr},~{flags}"() #5, !dbg !110, !srcloc !111
  tail call void asm sideeffect "sfence", "~{memory},~{dirflag},~{fpsr},~{flags}"() #5, !dbg !112, !srcloc !113
  ret void, !dbg !114
}

; Function Attrs: noredzone nounwind null_pointer_is_valid
define dso_local i64 @irqs_off(ptr noundef %0) local_unnamed_addr #0 !dbg !115 {
  %2 = alloca i64, align 8, !DIAssignID !122
    #dbg_assign(i1 undef, !120, !DIExpression(), !122, ptr %2, !DIExpression(), !123)
    #dbg_value(ptr %0, !119, !DIExpression(), !123)
  call void @llvm.lifetime.start.p0(i64 8, ptr nonnull %2) #5, !dbg !124
  call void asm sideeffect "# save\0A\09pushf ; pop $0", "=*rm,~{memory},~{dirflag},~{fpsr},~{flags}"(ptr nonnull elementtype(i64) %2) #5, !dbg !125, !srcloc !126
  call void asm sideeffect "cli", "~{memory},~{dirflag},~{fpsr},~{flags}"() #5, !dbg !127, !srcloc !128
  %3 = load volatile i64, ptr %0, align 8, !dbg !129
    #dbg_value(i64 %3, !121, !DIExpression(), !123)
  %4 = load i64, ptr %2, align 8, !dbg !130
  %5 = and i64 %4, 512, !dbg !132
  %6 = icmp eq i64 %5, 0, !dbg !132
  br i1 %6, label %8, label %7, !dbg !133

7:                                                ; preds = %1
  call void asm sideeffect "sti", "~{memory},~{dirflag},~{fpsr},~{flags}"() #5, !dbg !134, !srcloc !135
  br label %8, !dbg !134

8:                                                ; preds = %7, %1
  call void @llvm.lifetime.end.p0(i64 8, ptr nonnull %2) #5, !dbg !136
  ret i64 %3, !dbg !137
}

; Function Attrs: noredzone nounwind null_pointer_is_valid
define dso_local void @flush(i64 noundef %0) local_unnamed_addr #0 !dbg !138 {
    #dbg_value(i64 %0, !142, !DIExpression(), !143)
  tail call void asm sideeffect "invlpg ($0)", "r,~{memory},~{dirflag},~{fpsr},~{flags}"(i64 %0) #5, !dbg !144, !srcloc !145
  ret void, !dbg !146
}

; Function Attrs: noredzone nounwind null_pointer_is_valid
define dso_local i64 @per_cpu(i64 noundef %0) local_unnamed_addr #0 !dbg !147 {
    #dbg_value(i64 %0, !151, !DIExpression(), !153)
  tail call void asm sideeffect "addq $1, %gs:$0", "=*m,re,*m,~{dirflag},~{fpsr},~{flags}"(ptr nonnull elementtype(i64) @per_cpu_word, i64 %0, ptr nonnull elementtype(i64) @per_cpu_word) #5, !dbg !154, !srcloc !155
  %2 = tail call i64 asm "movq %gs:${1:P}, $0", "=r,p,~{dirflag},~{fpsr},~{flags}"(ptr nonnull @per_cpu_word) #6, !dbg !156, !srcloc !157
    #dbg_value(i64 %2, !152, !DIExpression(), !153)
  ret i64 %2, !dbg !158
}

; Function Attrs: noredzone nounwind null_pointer_is_valid
define dso_local range(i32 0, 12) i32 @keys() local_unnamed_addr #0 !dbg !159 {
    #dbg_value(ptr @unlikely_key, !162, !DIExpression(), !174)
    #dbg_value(i32 0, !172, !DIExpression(), !174)
  callbr void asm sideeffect "1:jmp ${2:l} # becomes nops\0A\09.pushsection __jump_table, \22aw\22\0A\09.balign 8\0A\09.long 1b - .\0A\09.long ${2:l} - .\0A\09.quad ${0:c} + ${1:c} - .\0A\09.popsection\0A\09", "i,i,!i,~{dirflag},~{fpsr},~{flags}"(ptr nonnull @unlikely_key, i32 0) #5
          to label %2 [label %1], !dbg !176, !srcloc !177

1:                                                ; preds = %0
    #dbg_label(!173, !178)
  br label %2, !dbg !179

2:                                                ; preds = %0, %1
  %3 = phi i32 [ 10, %1 ], [ 0, %0 ], !dbg !174
    #dbg_value(ptr @likely_key, !162, !DIExpression(), !180)
    #dbg_value(i32 1, !172, !DIExpression(), !180)
  callbr void asm sideeffect "1:jmp ${2:l} # becomes nops\0A\09.pushsection __jump_table, \22aw\22\0A\09.balign 8\0A\09.long 1b - .\0A\09.long ${2:l} - .\0A\09.quad ${0:c} + ${1:c} - .\0A\09.popsection\0A\09", "i,i,!i,~{dirflag},~{fpsr},~{flags}"(ptr nonnull @likely_key, i32 1) #5
          to label %5 [label %4], !dbg !182, !srcloc !177

4:                                                ; preds = %2
    #dbg_label(!173, !183)
  br label %5, !dbg !184

5:                                                ; preds = %2, %4
  %6 = phi i32 [ 1, %4 ], [ 0, %2 ], !dbg !180
  %7 = or disjoint i32 %6, %3, !dbg !185
  ret i32 %7, !dbg !186
}

; Function Attrs: nofree noredzone nosync nounwind null_pointer_is_valid memory(none)
define dso_local i64 @alternatives(i64 noundef %0) local_unnamed_addr #3 !dbg !187 {
    #dbg_value(i64 %0, !189, !DIExpression(), !190)
  %2 = tail call i64 asm "# ALT: old\0A661:\0A\09addq $$1, $0\0A662:\0A.skip -(((6651f-6641f)-(662b-661b)) > 0) * ((6651f-6641f)-(662b-661b)),0x90\0A663:\0A.pushsection .altinstructions,\22a\22\0A .long 661b - .\0A .long 6641f - .\0A .4byte (3*32+21)\0A .byte 663b-661b\0A .byte 6651f-6641f\0A.popsection\0A.pushsection .altinstr_replacement, \22ax\22\0A6641:\0A\09\0A6651:\0A.popsection\0A", "=r,0,~{cc},~{dirflag},~{fpsr},~{flags}"(i64 %0) #6, !dbg !191, !srcloc !192
    #dbg_value(i64 %2, !189, !DIExpression(), !190)
  %3 = tail call i64 asm "# ALT: old\0A661:\0A\09\0A662:\0A.skip -(((6651f-6641f)-(662b-661b)) > 0) * ((6651f-6641f)-(662b-661b)),0x90\0A663:\0A.pushsection .altinstructions,\22a\22\0A .long 661b - .\0A .long 6641f - .\0A .4byte ((1 << 16) $| 77)\0A .byte 663b-661b\0A .byte 6651f-6641f\0A.popsection\0A.pushsection .altinstr_replacement, \22ax\22\0A6641:\0A\09shlq $$4, $0\0A6651:\0A.popsection\0A", "=r,0,~{cc},~{dirflag},~{fpsr},~{flags}"(i64 %2) #6, !dbg !193, !srcloc !194
    #dbg_value(i64 %3, !189, !DIExpression(), !190)
  ret i64 %3, !dbg !195
}

; Function Attrs: noredzone nounwind null_pointer_is_valid
define dso_local noundef i32 @warns(i32 noundef %0) local_unnamed_addr #0 !dbg !196 {
    #dbg_value(i32 %0, !200, !DIExpression(), !201)
  %2 = icmp slt i32 %0, 0, !dbg !202
  br i1 %2, label %3, label %4, !dbg !204

3:                                                ; preds = %1
  tail call void asm sideeffect "1:\09.byte 0x0f, 0x0b\0A.pushsection __bug_table,\22aw\22\0A2:\09.long 1b - .\0A\09.word 33\0A\09.word ${0:c}\0A\09.org 2b+8\0A.popsection\0A", "i,~{dirflag},~{fpsr},~{flags}"(i32 2305) #5, !dbg !205, !srcloc !206
  br label %4, !dbg !205

4:                                                ; preds = %3, %1
  %5 = add i32 %0, 1, !dbg !207
  ret i32 %5, !dbg !208
}

; Function Attrs: nofree noredzone nounwind null_pointer_is_valid memory(read)
define dso_local i64 @counts(i64 noundef %0) local_unnamed_addr #4 !dbg !209 {
    #dbg_value(i64 %0, !211, !DIExpression(), !214)
  %2 = tail call i64 asm "rep; bsf $1,$0", "=r,rm,~{dirflag},~{fpsr},~{flags}"(i64 %0) #7, !dbg !215, !srcloc !216
    #dbg_value(i64 %2, !212, !DIExpression(), !214)
  %3 = tail call i64 asm "bsrq $1,${0:q}", "=r,rm,0,~{dirflag},~{fpsr},~{flags}"(i64 %0, i64 -1) #7, !dbg !217, !srcloc !218
    #dbg_value(i64 %3, !213, !DIExpression(), !214)
  %4 = mul i64 %2, 100, !dbg !219
  %5 = add i64 %4, %3, !dbg !220
  ret i64 %5, !dbg !221
}

; Function Attrs: noredzone nounwind null_pointer_is_valid
define dso_local i64 @calls(i64 noundef %0) local_unnamed_addr #0 !dbg !222 {
    #dbg_value(i64 %0, !224, !DIExpression(), !225)
  %2 = tail call i64 asm sideeffect "call helper_${2:P}", "={ax},{di},i,0,~{memory},~{dirflag},~{fpsr},~{flags}"(i64 %0, i64 8, i64 %0) #5, !dbg !226, !srcloc !227
    #dbg_value(i64 %2, !224, !DIExpression(), !225)
  ret i64 %2, !dbg !228
}

; Function Attrs: noredzone nounwind null_pointer_is_valid
define dso_local void @unknown_instruction() local_unnamed_addr #0 !dbg !229 {
  tail call void asm sideeffect "vzeroall", "~{dirflag},~{fpsr},~{flags}"() #5, !dbg !230, !srcloc !231
  ret void, !dbg !232
}

attributes #0 = { noredzone nounwind null_pointer_is_valid "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #1 = { mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { mustprogress nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write) }
attributes #3 = { nofree noredzone nosync nounwind null_pointer_is_valid memory(none) "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #4 = { nofree noredzone nounwind null_pointer_is_valid memory(read) "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #5 = { nounwind }
attributes #6 = { nounwind memory(none) }
attributes #7 = { nounwind memory(read) }

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!13, !14, !15, !16, !17}
!llvm.ident = !{!18}

!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, producer: "Debian clang version 19.1.7 (3~deb12u1)", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, retainedTypes: !2, splitDebugInlining: false, nameTableKind: None)
!1 = !DIFile(filename: "x86_64.c", directory: ".", checksumkind: CSK_MD5, checksum: "53dda8993e6ea1fb9afad3275ea4c8e8")
!2 = !{!3, !8}
!3 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !4, size: 64)
!4 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !5)
!5 = !DIDerivedType(tag: DW_TAG_volatile_type, baseType: !6)
!6 = !DIDerivedType(tag: DW_TAG_typedef, name: "u32", file: !1, line: 4, baseType: !7)
!7 = !DIBasicType(name: "unsigned int", size: 32, encoding: DW_ATE_unsigned)
!8 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !9, size: 64)
!9 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !10)
!10 = !DIDerivedType(tag: DW_TAG_volatile_type, baseType: !11)
!11 = !DIDerivedType(tag: DW_TAG_typedef, name: "u64", file: !1, line: 5, baseType: !12)
!12 = !DIBasicType(name: "unsigned long", size: 64, encoding: DW_ATE_unsigned)
!13 = !{i32 7, !"Dwarf Version", i32 5}
!14 = !{i32 2, !"Debug Info Version", i32 3}
!15 = !{i32 1, !"wchar_size", i32 4}
!16 = !{i32 1, !"Code Model", i32 2}
!17 = !{i32 7, !"debug-info-assignment-tracking", i1 true}
!18 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!19 = distinct !DISubprogram(name: "exchange", scope: !1, file: !1, line: 18, type: !20, scopeLine: 19, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !23)
!20 = !DISubroutineType(types: !21)
!21 = !{!11, !22, !11}
!22 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !11, size: 64)
!23 = !{!24, !25}
!24 = !DILocalVariable(name: "word", arg: 1, scope: !19, file: !1, line: 18, type: !22)
!25 = !DILocalVariable(name: "v", arg: 2, scope: !19, file: !1, line: 18, type: !11)
!26 = !DILocation(line: 0, scope: !19)
!27 = !DILocation(line: 20, column: 2, scope: !19)
!28 = !{i64 943}
!29 = !DILocation(line: 21, column: 2, scope: !19)
!30 = distinct !DISubprogram(name: "get_unless_zero", scope: !1, file: !1, line: 36, type: !31, scopeLine: 37, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !35)
!31 = !DISubroutineType(types: !32)
!32 = !{!33, !34}
!33 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!34 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !6, size: 64)
!35 = !{!36, !37}
!36 = !DILocalVariable(name: "count", arg: 1, scope: !30, file: !1, line: 36, type: !34)
!37 = !DILocalVariable(name: "old", scope: !30, file: !1, line: 38, type: !6)
!38 = !DILocation(line: 0, scope: !30)
!39 = !DILocation(line: 38, column: 12, scope: !30)
!40 = !DILocation(line: 40, column: 2, scope: !30)
!41 = !DILocation(line: 41, column: 8, scope: !42)
!42 = distinct !DILexicalBlock(scope: !43, file: !1, line: 41, column: 7)
!43 = distinct !DILexicalBlock(scope: !30, file: !1, line: 40, column: 5)
!44 = !DILocation(line: 41, column: 7, scope: !43)
!45 = !DILocation(line: 43, column: 41, scope: !30)
!46 = !DILocalVariable(name: "p", arg: 1, scope: !47, file: !1, line: 24, type: !34)
!47 = distinct !DISubprogram(name: "try_cmpxchg", scope: !1, file: !1, line: 24, type: !48, scopeLine: 25, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !50)
!48 = !DISubroutineType(types: !49)
!49 = !{!33, !34, !34, !6}
!50 = !{!46, !51, !52, !53}
!51 = !DILocalVariable(name: "old", arg: 2, scope: !47, file: !1, line: 24, type: !34)
!52 = !DILocalVariable(name: "new", arg: 3, scope: !47, file: !1, line: 24, type: !6)
!53 = !DILocalVariable(name: "success", scope: !47, file: !1, line: 26, type: !33)
!54 = !DILocation(line: 0, scope: !47, inlinedAt: !55)
!55 = distinct !DILocation(line: 43, column: 12, scope: !30)
!56 = !DILocation(line: 28, column: 2, scope: !47, inlinedAt: !55)
!57 = !{i64 2147504385, i64 2147504417, i64 2147504428, i64 2147504444, i64 2147504457, i64 2147504463}
!58 = !DILocation(line: 43, column: 11, scope: !30)
!59 = !DILocation(line: 43, column: 2, scope: !43)
!60 = distinct !{!60, !40, !61, !62}
!61 = !DILocation(line: 43, column: 45, scope: !30)
!62 = !{!"llvm.loop.mustprogress"}
!63 = !DILocation(line: 45, column: 1, scope: !30)
!64 = distinct !DISubprogram(name: "put_and_test", scope: !1, file: !1, line: 47, type: !31, scopeLine: 48, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !65)
!65 = !{!66, !67}
!66 = !DILocalVariable(name: "count", arg: 1, scope: !64, file: !1, line: 47, type: !34)
!67 = !DILocalVariable(name: "zero", scope: !64, file: !1, line: 49, type: !33)
!68 = !DILocation(line: 0, scope: !64)
!69 = !DILocation(line: 51, column: 2, scope: !64)
!70 = !{i64 2147504523, i64 2147504555, i64 2147504566, i64 2147504582, i64 2147504595, i64 2147504601, i64 1535}
!71 = !DILocation(line: 53, column: 2, scope: !64)
!72 = distinct !DISubprogram(name: "fetch_add", scope: !1, file: !1, line: 56, type: !20, scopeLine: 57, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !73)
!73 = !{!74, !75}
!74 = !DILocalVariable(name: "word", arg: 1, scope: !72, file: !1, line: 56, type: !22)
!75 = !DILocalVariable(name: "n", arg: 2, scope: !72, file: !1, line: 56, type: !11)
!76 = !DILocation(line: 0, scope: !72)
!77 = !DILocation(line: 58, column: 2, scope: !72)
!78 = !{i64 2147504611, i64 2147504643, i64 2147504654, i64 2147504670, i64 2147504683, i64 2147504689}
!79 = !DILocation(line: 59, column: 2, scope: !72)
!80 = distinct !DISubprogram(name: "test_and_set", scope: !1, file: !1, line: 62, type: !81, scopeLine: 63, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !84)
!81 = !DISubroutineType(types: !82)
!82 = !{!33, !22, !83}
!83 = !DIBasicType(name: "long", size: 64, encoding: DW_ATE_signed)
!84 = !{!85, !86, !87}
!85 = !DILocalVariable(name: "word", arg: 1, scope: !80, file: !1, line: 62, type: !22)
!86 = !DILocalVariable(name: "bit", arg: 2, scope: !80, file: !1, line: 62, type: !83)
!87 = !DILocalVariable(name: "old", scope: !80, file: !1, line: 64, type: !33)
!88 = !DILocation(line: 0, scope: !80)
!89 = !DILocation(line: 66, column: 2, scope: !80)
!90 = !{i64 2147504699, i64 2147504731, i64 2147504742, i64 2147504758, i64 2147504771, i64 2147504777}
!91 = !DILocation(line: 67, column: 2, scope: !80)
!92 = distinct !DISubprogram(name: "test_bit", scope: !1, file: !1, line: 70, type: !93, scopeLine: 71, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !97)
!93 = !DISubroutineType(types: !94)
!94 = !{!33, !95, !83}
!95 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !96, size: 64)
!96 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !11)
!97 = !{!98, !99, !100}
!98 = !DILocalVariable(name: "word", arg: 1, scope: !92, file: !1, line: 70, type: !95)
!99 = !DILocalVariable(name: "bit", arg: 2, scope: !92, file: !1, line: 70, type: !83)
!100 = !DILocalVariable(name: "old", scope: !92, file: !1, line: 72, type: !33)
!101 = !DILocation(line: 0, scope: !92)
!102 = !DILocation(line: 74, column: 2, scope: !92)
!103 = !{i64 1984}
!104 = !DILocation(line: 75, column: 2, scope: !92)
!105 = distinct !DISubprogram(name: "barriers", scope: !1, file: !1, line: 78, type: !106, scopeLine: 79, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!106 = !DISubroutineType(types: !107)
!107 = !{null}
!108 = !DILocation(line: 80, column: 2, scope: !105)
!109 = !{i64 2103}
!110 = !DILocation(line: 81, column: 2, scope: !105)
!111 = !{i64 2164}
!112 = !DILocation(line: 82, column: 2, scope: !105)
!113 = !{i64 2202}
!114 = !DILocation(line: 83, column: 1, scope: !105)
!115 = distinct !DISubprogram(name: "irqs_off", scope: !1, file: !1, line: 85, type: !116, scopeLine: 86, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !118)
!116 = !DISubroutineType(types: !117)
!117 = !{!11, !22}
!118 = !{!119, !120, !121}
!119 = !DILocalVariable(name: "word", arg: 1, scope: !115, file: !1, line: 85, type: !22)
!120 = !DILocalVariable(name: "flags", scope: !115, file: !1, line: 87, type: !11)
!121 = !DILocalVariable(name: "v", scope: !115, file: !1, line: 87, type: !11)
!122 = distinct !DIAssignID()
!123 = !DILocation(line: 0, scope: !115)
!124 = !DILocation(line: 87, column: 2, scope: !115)
!125 = !DILocation(line: 89, column: 2, scope: !115)
!126 = !{i64 2285, i64 2294}
!127 = !DILocation(line: 90, column: 2, scope: !115)
!128 = !{i64 2353}
!129 = !DILocation(line: 91, column: 6, scope: !115)
!130 = !DILocation(line: 92, column: 6, scope: !131)
!131 = distinct !DILexicalBlock(scope: !115, file: !1, line: 92, column: 6)
!132 = !DILocation(line: 92, column: 12, scope: !131)
!133 = !DILocation(line: 92, column: 6, scope: !115)
!134 = !DILocation(line: 93, column: 3, scope: !131)
!135 = !{i64 2432}
!136 = !DILocation(line: 95, column: 1, scope: !115)
!137 = !DILocation(line: 94, column: 2, scope: !115)
!138 = distinct !DISubprogram(name: "flush", scope: !1, file: !1, line: 97, type: !139, scopeLine: 98, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !141)
!139 = !DISubroutineType(types: !140)
!140 = !{null, !11}
!141 = !{!142}
!142 = !DILocalVariable(name: "address", arg: 1, scope: !138, file: !1, line: 97, type: !11)
!143 = !DILocation(line: 0, scope: !138)
!144 = !DILocation(line: 99, column: 2, scope: !138)
!145 = !{i64 2507}
!146 = !DILocation(line: 100, column: 1, scope: !138)
!147 = distinct !DISubprogram(name: "per_cpu", scope: !1, file: !1, line: 104, type: !148, scopeLine: 105, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !150)
!148 = !DISubroutineType(types: !149)
!149 = !{!11, !11}
!150 = !{!151, !152}
!151 = !DILocalVariable(name: "n", arg: 1, scope: !147, file: !1, line: 104, type: !11)
!152 = !DILocalVariable(name: "v", scope: !147, file: !1, line: 106, type: !11)
!153 = !DILocation(line: 0, scope: !147)
!154 = !DILocation(line: 108, column: 2, scope: !147)
!155 = !{i64 2622}
!156 = !DILocation(line: 109, column: 2, scope: !147)
!157 = !{i64 2679}
!158 = !DILocation(line: 110, column: 2, scope: !147)
!159 = distinct !DISubprogram(name: "keys", scope: !1, file: !1, line: 129, type: !160, scopeLine: 130, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!160 = !DISubroutineType(types: !161)
!161 = !{!33}
!162 = !DILocalVariable(name: "key", arg: 1, scope: !163, file: !1, line: 119, type: !166)
!163 = distinct !DISubprogram(name: "key_branch", scope: !1, file: !1, line: 119, type: !164, scopeLine: 120, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !171)
!164 = !DISubroutineType(types: !165)
!165 = !{!33, !166, !170}
!166 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !167, size: 64)
!167 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "key", file: !1, line: 113, size: 32, elements: !168)
!168 = !{!169}
!169 = !DIDerivedType(tag: DW_TAG_member, name: "enabled", scope: !167, file: !1, line: 114, baseType: !33, size: 32)
!170 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !33)
!171 = !{!162, !172, !173}
!172 = !DILocalVariable(name: "inverted", arg: 2, scope: !163, file: !1, line: 119, type: !170)
!173 = !DILabel(scope: !163, name: "yes", file: !1, line: 125)
!174 = !DILocation(line: 0, scope: !163, inlinedAt: !175)
!175 = distinct !DILocation(line: 131, column: 9, scope: !159)
!176 = !DILocation(line: 121, column: 2, scope: !163, inlinedAt: !175)
!177 = !{i64 2969, i64 3000, i64 3037, i64 3050, i64 3072, i64 3093, i64 3116, i64 3131}
!178 = !DILocation(line: 125, column: 1, scope: !163, inlinedAt: !175)
!179 = !DILocation(line: 126, column: 2, scope: !163, inlinedAt: !175)
!180 = !DILocation(line: 0, scope: !163, inlinedAt: !181)
!181 = distinct !DILocation(line: 131, column: 45, scope: !159)
!182 = !DILocation(line: 121, column: 2, scope: !163, inlinedAt: !181)
!183 = !DILocation(line: 125, column: 1, scope: !163, inlinedAt: !181)
!184 = !DILocation(line: 126, column: 2, scope: !163, inlinedAt: !181)
!185 = !DILocation(line: 131, column: 43, scope: !159)
!186 = !DILocation(line: 131, column: 2, scope: !159)
!187 = distinct !DISubprogram(name: "alternatives", scope: !1, file: !1, line: 135, type: !148, scopeLine: 136, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !188)
!188 = !{!189}
!189 = !DILocalVariable(name: "v", arg: 1, scope: !187, file: !1, line: 135, type: !11)
!190 = !DILocation(line: 0, scope: !187)
!191 = !DILocation(line: 137, column: 2, scope: !187)
!192 = !{i64 2147504835, i64 2147504848, i64 2147504854, i64 2147504865, i64 2147504915, i64 2147504992, i64 2147505004, i64 2147505041, i64 2147505058, i64 2147505083, i64 2147505101, i64 2147505119, i64 2147505139, i64 2147505162, i64 2147505206, i64 2147505213, i64 2147505224, i64 2147505231}
!193 = !DILocation(line: 138, column: 2, scope: !187)
!194 = !{i64 2147505275, i64 2147505288, i64 2147505294, i64 2147505305, i64 2147505355, i64 2147505432, i64 2147505444, i64 2147505481, i64 2147505498, i64 2147505523, i64 2147505541, i64 2147505559, i64 2147505579, i64 2147505602, i64 2147505646, i64 2147505653, i64 2147505664, i64 2147505671}
!195 = !DILocation(line: 139, column: 2, scope: !187)
!196 = distinct !DISubprogram(name: "warns", scope: !1, file: !1, line: 142, type: !197, scopeLine: 143, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !199)
!197 = !DISubroutineType(types: !198)
!198 = !{!33, !33}
!199 = !{!200}
!200 = !DILocalVariable(name: "v", arg: 1, scope: !196, file: !1, line: 142, type: !33)
!201 = !DILocation(line: 0, scope: !196)
!202 = !DILocation(line: 144, column: 8, scope: !203)
!203 = distinct !DILexicalBlock(scope: !196, file: !1, line: 144, column: 6)
!204 = !DILocation(line: 144, column: 6, scope: !196)
!205 = !DILocation(line: 145, column: 3, scope: !203)
!206 = !{i64 3600, i64 3623, i64 3656, i64 3685, i64 3697, i64 3710, i64 3723}
!207 = !DILocation(line: 147, column: 11, scope: !196)
!208 = !DILocation(line: 147, column: 2, scope: !196)
!209 = distinct !DISubprogram(name: "counts", scope: !1, file: !1, line: 150, type: !148, scopeLine: 151, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !210)
!210 = !{!211, !212, !213}
!211 = !DILocalVariable(name: "v", arg: 1, scope: !209, file: !1, line: 150, type: !11)
!212 = !DILocalVariable(name: "trailing", scope: !209, file: !1, line: 152, type: !11)
!213 = !DILocalVariable(name: "highest", scope: !209, file: !1, line: 152, type: !11)
!214 = !DILocation(line: 0, scope: !209)
!215 = !DILocation(line: 154, column: 2, scope: !209)
!216 = !{i64 3820}
!217 = !DILocation(line: 155, column: 2, scope: !209)
!218 = !{i64 3871}
!219 = !DILocation(line: 156, column: 18, scope: !209)
!220 = !DILocation(line: 156, column: 24, scope: !209)
!221 = !DILocation(line: 156, column: 2, scope: !209)
!222 = distinct !DISubprogram(name: "calls", scope: !1, file: !1, line: 159, type: !148, scopeLine: 160, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !223)
!223 = !{!224}
!224 = !DILocalVariable(name: "v", arg: 1, scope: !222, file: !1, line: 159, type: !11)
!225 = !DILocation(line: 0, scope: !222)
!226 = !DILocation(line: 161, column: 2, scope: !222)
!227 = !{i64 3994}
!228 = !DILocation(line: 162, column: 2, scope: !222)
!229 = distinct !DISubprogram(name: "unknown_instruction", scope: !1, file: !1, line: 165, type: !106, scopeLine: 166, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!230 = !DILocation(line: 167, column: 2, scope: !229)
!231 = !{i64 4121}
!232 = !DILocation(line: 168, column: 1, scope: !229)
