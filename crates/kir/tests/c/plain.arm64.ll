; ModuleID = 'plain.c'
source_filename = "plain.c"
target datalayout = "e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32"
target triple = "aarch64-unknown-linux-gnu"

%struct.object = type { i32, i8, %union.anon, ptr, i32, [4 x %struct.entry_t] }
%union.anon = type { %struct.list }
%struct.list = type { ptr, ptr }
%struct.entry_t = type { i64 }
%struct.pair = type { i64, i64, i64 }

@table = dso_local global [4 x i64] [i64 1, i64 10, i64 100, i64 1000], align 8, !dbg !0
@first = internal global %struct.object { i32 7, i8 18, %union.anon zeroinitializer, ptr null, i32 0, [4 x %struct.entry_t] [%struct.entry_t { i64 1 }, %struct.entry_t { i64 2 }, %struct.entry_t { i64 3 }, %struct.entry_t { i64 4 }] }, align 8, !dbg !74
@objects = dso_local local_unnamed_addr constant [2 x ptr] [ptr @first, ptr @table], align 8, !dbg !68
@primes = internal unnamed_addr constant [6 x i16] [i16 2, i16 3, i16 5, i16 7, i16 11, i16 13], align 2, !dbg !76

; Function Attrs: mustprogress nofree norecurse nounwind null_pointer_is_valid willreturn memory(argmem: readwrite, inaccessiblemem: readwrite)
define dso_local i64 @two_looks(ptr noundef %0) local_unnamed_addr #0 !dbg !89 {
    #dbg_value(ptr %0, !94, !DIExpression(), !96)
  %2 = load volatile i64, ptr %0, align 8, !dbg !97
    #dbg_value(i64 %2, !95, !DIExpression(), !96)
  %3 = and i64 %2, 1, !dbg !98
  %4 = icmp eq i64 %3, 0, !dbg !98
  %5 = select i1 %4, i64 0, i64 %2, !dbg !96
  ret i64 %5, !dbg !100
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(i64 immarg, ptr nocapture) #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(i64 immarg, ptr nocapture) #1

; Function Attrs: mustprogress nofree norecurse nounwind null_pointer_is_valid willreturn
define dso_local i64 @follow(ptr noundef %0) local_unnamed_addr #2 !dbg !101 {
    #dbg_value(ptr %0, !106, !DIExpression(), !108)
  %2 = load volatile ptr, ptr %0, align 8, !dbg !109
    #dbg_value(ptr %2, !107, !DIExpression(), !108)
  %3 = getelementptr i8, ptr %2, i64 16, !dbg !110
  %4 = load volatile i64, ptr %3, align 8, !dbg !110
  ret i64 %4, !dbg !111
}

; Function Attrs: nofree norecurse nounwind null_pointer_is_valid memory(argmem: readwrite, inaccessiblemem: readwrite)
define dso_local void @dependent_stores(ptr noundef %0, ptr noundef %1) local_unnamed_addr #3 !dbg !112 {
    #dbg_value(ptr %0, !116, !DIExpression(), !119)
    #dbg_value(ptr %1, !117, !DIExpression(), !119)
  %3 = load volatile i64, ptr %0, align 8, !dbg !120
    #dbg_value(i64 %3, !118, !DIExpression(), !119)
  %4 = add i64 %3, 1, !dbg !121
  store volatile i64 %4, ptr %1, align 8, !dbg !121
  %5 = and i64 %3, 2, !dbg !122
  %6 = icmp eq i64 %5, 0, !dbg !122
  br i1 %6, label %9, label %7, !dbg !124

7:                                                ; preds = %2
  %8 = getelementptr i8, ptr %1, i64 8, !dbg !125
  store volatile i64 5, ptr %8, align 8, !dbg !125
  br label %9, !dbg !125

9:                                                ; preds = %7, %2
  ret void, !dbg !126
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 1, 8192) i64 @bit_fields(i32 noundef %0) local_unnamed_addr #4 !dbg !127 {
    #dbg_value(i32 %0, !131, !DIExpression(), !133)
    #dbg_value(i8 1, !132, !DIExpression(DW_OP_LLVM_fragment, 32, 8), !133)
    #dbg_value(i32 %0, !132, !DIExpression(DW_OP_constu, 31, DW_OP_and, DW_OP_constu, 1, DW_OP_or, DW_OP_stack_value, DW_OP_LLVM_fragment, 32, 8), !133)
    #dbg_value(i32 %0, !132, !DIExpression(DW_OP_constu, 31, DW_OP_and, DW_OP_constu, 1, DW_OP_or, DW_OP_stack_value, DW_OP_LLVM_fragment, 32, 8), !133)
  %2 = shl i32 %0, 8, !dbg !134
  %3 = and i32 %2, 7936, !dbg !134
  %4 = or disjoint i32 %3, 1, !dbg !135
  %5 = zext nneg i32 %4 to i64, !dbg !136
  ret i64 %5, !dbg !137
}

; Function Attrs: nofree norecurse nounwind null_pointer_is_valid memory(inaccessiblemem: readwrite)
define dso_local range(i64 1, 3) i64 @reads_uninitialised(i32 noundef %0) local_unnamed_addr #5 !dbg !138 {
  %2 = alloca i32, align 4, !DIAssignID !143
    #dbg_assign(i1 undef, !141, !DIExpression(DW_OP_LLVM_fragment, 32, 32), !143, ptr %2, !DIExpression(), !144)
    #dbg_assign(i1 undef, !141, !DIExpression(DW_OP_LLVM_fragment, 64, 512), !145, ptr undef, !DIExpression(), !144)
    #dbg_value(i32 %0, !140, !DIExpression(), !144)
  call void @llvm.lifetime.start.p0(i64 4, ptr nonnull %2), !dbg !146
  %3 = load volatile i32, ptr %2, align 4, !dbg !147
  %4 = shl i32 %0, 1, !dbg !147
  %5 = and i32 %4, 62, !dbg !147
  %6 = and i32 %3, -63, !dbg !147
  %7 = or disjoint i32 %6, %5, !dbg !147
  store volatile i32 %7, ptr %2, align 4, !dbg !147, !DIAssignID !148
    #dbg_assign(i32 %7, !141, !DIExpression(DW_OP_LLVM_fragment, 32, 32), !148, ptr %2, !DIExpression(), !144)
  %8 = load volatile i32, ptr %2, align 4, !dbg !149
  %9 = and i32 %8, 1, !dbg !149
  %10 = icmp eq i32 %9, 0, !dbg !151
  %11 = select i1 %10, i64 2, i64 1, !dbg !144
  call void @llvm.lifetime.end.p0(i64 4, ptr nonnull %2), !dbg !152
  ret i64 %11, !dbg !152
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @unions(i64 noundef %0) local_unnamed_addr #4 !dbg !153 {
    #dbg_assign(i1 undef, !158, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !159, ptr undef, !DIExpression(), !160)
    #dbg_assign(i1 undef, !158, !DIExpression(DW_OP_LLVM_fragment, 128, 16), !161, ptr undef, !DIExpression(), !160)
    #dbg_assign(i1 undef, !158, !DIExpression(DW_OP_LLVM_fragment, 160, 416), !162, ptr undef, !DIExpression(), !160)
    #dbg_value(i64 %0, !157, !DIExpression(), !160)
    #dbg_assign(i8 0, !158, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !163, ptr undef, !DIExpression(), !160)
    #dbg_value(ptr null, !158, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !160)
    #dbg_assign(i8 0, !158, !DIExpression(DW_OP_LLVM_fragment, 128, 16), !164, ptr undef, !DIExpression(), !160)
    #dbg_value(i16 0, !158, !DIExpression(DW_OP_LLVM_fragment, 144, 16), !160)
    #dbg_assign(i8 0, !158, !DIExpression(DW_OP_LLVM_fragment, 160, 416), !165, ptr undef, !DIExpression(), !160)
    #dbg_value(i64 %0, !158, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !160)
    #dbg_value(i16 -16657, !158, !DIExpression(DW_OP_LLVM_fragment, 144, 16), !160)
  %2 = add i64 %0, 48879, !dbg !166
  ret i64 %2, !dbg !167
}

; Function Attrs: mustprogress nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr nocapture writeonly, i8, i64, i1 immarg) #6

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(read, argmem: none, inaccessiblemem: none)
define dso_local i64 @switches(i32 noundef %0) local_unnamed_addr #7 !dbg !168 {
    #dbg_value(i32 %0, !172, !DIExpression(), !173)
  switch i32 %0, label %10 [
    i32 0, label %11
    i32 1, label %2
    i32 2, label %2
    i32 3, label %2
    i32 4, label %2
    i32 5, label %2
    i32 -3, label %7
    i32 1000, label %8
  ], !dbg !174

2:                                                ; preds = %1, %1, %1, %1, %1
  %3 = zext nneg i32 %0 to i64, !dbg !175
  %4 = getelementptr [6 x i16], ptr @primes, i64 0, i64 %3, !dbg !175
  %5 = load i16, ptr %4, align 2, !dbg !175
  %6 = zext i16 %5 to i64, !dbg !175
  br label %11, !dbg !177

7:                                                ; preds = %1
  br label %11, !dbg !178

8:                                                ; preds = %1
  %9 = load i64, ptr getelementptr inbounds (i8, ptr @table, i64 24), align 8, !dbg !179
  br label %11, !dbg !180

10:                                               ; preds = %1
  br label %11, !dbg !181

11:                                               ; preds = %1, %10, %8, %7, %2
  %12 = phi i64 [ 0, %10 ], [ %9, %8 ], [ 99, %7 ], [ %6, %2 ], [ 7, %1 ], !dbg !182
  ret i64 %12, !dbg !183
}

; Function Attrs: nofree norecurse nosync nounwind null_pointer_is_valid memory(none)
define dso_local i64 @loops(i64 noundef %0) local_unnamed_addr #8 !dbg !184 {
    #dbg_value(i64 %0, !186, !DIExpression(), !190)
    #dbg_value(i64 0, !187, !DIExpression(), !190)
    #dbg_value(i64 0, !188, !DIExpression(), !191)
  switch i64 %0, label %2 [
    i64 0, label %27
    i64 1, label %24
  ], !dbg !192

2:                                                ; preds = %1
  %3 = and i64 %0, -2, !dbg !192
  br label %4, !dbg !192

4:                                                ; preds = %4, %2
  %5 = phi i64 [ 0, %2 ], [ %19, %4 ], !dbg !193
  %6 = phi i64 [ 0, %2 ], [ %17, %4 ]
  %7 = phi i64 [ 0, %2 ], [ %18, %4 ]
  %8 = or disjoint i64 %5, 1, !dbg !192
  %9 = urem i64 %5, 3, !dbg !195
  %10 = urem i64 %8, 3, !dbg !195
  %11 = icmp eq i64 %9, 0, !dbg !198
  %12 = icmp eq i64 %10, 0, !dbg !198
  %13 = mul i64 %5, %5, !dbg !199
  %14 = mul i64 %8, %8, !dbg !199
  %15 = select i1 %11, i64 0, i64 %13, !dbg !199
  %16 = select i1 %12, i64 0, i64 %14, !dbg !199
  %17 = add i64 %15, %6, !dbg !199
  %18 = add i64 %16, %7, !dbg !199
  %19 = add nuw i64 %5, 2, !dbg !193
  %20 = icmp eq i64 %19, %3, !dbg !193
  br i1 %20, label %21, label %4, !dbg !193, !llvm.loop !200

21:                                               ; preds = %4
  %22 = add i64 %18, %17, !dbg !192
  %23 = icmp eq i64 %3, %0, !dbg !192
  br i1 %23, label %27, label %24, !dbg !192

24:                                               ; preds = %1, %21
  %25 = phi i64 [ 0, %1 ], [ %3, %21 ]
  %26 = phi i64 [ 0, %1 ], [ %22, %21 ]
  br label %29, !dbg !192

27:                                               ; preds = %29, %21, %1
  %28 = phi i64 [ %0, %1 ], [ %22, %21 ], [ %36, %29 ], !dbg !205
  ret i64 %28, !dbg !206

29:                                               ; preds = %24, %29
  %30 = phi i64 [ %37, %29 ], [ %25, %24 ]
  %31 = phi i64 [ %36, %29 ], [ %26, %24 ]
    #dbg_value(i64 %30, !188, !DIExpression(), !191)
    #dbg_value(i64 %31, !187, !DIExpression(), !190)
  %32 = urem i64 %30, 3, !dbg !195
  %33 = icmp eq i64 %32, 0, !dbg !198
  %34 = mul i64 %30, %30, !dbg !199
  %35 = select i1 %33, i64 0, i64 %34, !dbg !199
  %36 = add i64 %35, %31, !dbg !199
    #dbg_value(i64 %36, !187, !DIExpression(), !190)
  %37 = add nuw i64 %30, 1, !dbg !193
    #dbg_value(i64 %37, !188, !DIExpression(), !191)
  %38 = icmp eq i64 %37, %0, !dbg !207
  br i1 %38, label %27, label %29, !dbg !192, !llvm.loop !208
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i32 @pointers(i32 noundef %0, i32 noundef %1) local_unnamed_addr #9 !dbg !209 {
  %3 = alloca %struct.object, align 8, !DIAssignID !216
    #dbg_assign(i1 undef, !215, !DIExpression(), !216, ptr %3, !DIExpression(), !217)
    #dbg_value(i32 %0, !213, !DIExpression(), !217)
    #dbg_value(i32 %1, !214, !DIExpression(), !217)
  call void @llvm.lifetime.start.p0(i64 72, ptr nonnull %3) #21, !dbg !218
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(72) %3, i8 0, i64 72, i1 false), !dbg !219, !DIAssignID !220
    #dbg_assign(i8 0, !215, !DIExpression(), !220, ptr %3, !DIExpression(), !217)
  store i32 100, ptr %3, align 8, !dbg !221, !DIAssignID !222
    #dbg_assign(i32 100, !215, !DIExpression(DW_OP_LLVM_fragment, 0, 32), !222, ptr %3, !DIExpression(), !217)
  %4 = getelementptr inbounds i8, ptr %3, i64 24, !dbg !221
  %5 = icmp eq i32 %0, 0, !dbg !223
  %6 = select i1 %5, ptr @twice, ptr @halve, !dbg !223
  store ptr %6, ptr %4, align 8, !dbg !221, !DIAssignID !224
    #dbg_assign(ptr %6, !215, !DIExpression(DW_OP_LLVM_fragment, 192, 64), !224, ptr %4, !DIExpression(), !217)
  %7 = call i32 %6(ptr noundef nonnull %3, i32 noundef %1) #22, !dbg !225, !callees !226
  %8 = load i32, ptr %3, align 8, !dbg !227
  %9 = add i32 %8, %7, !dbg !228
  call void @llvm.lifetime.end.p0(i64 72, ptr nonnull %3) #21, !dbg !229
  ret i32 %9, !dbg !230
}

; Function Attrs: mustprogress nofree noinline norecurse nosync nounwind null_pointer_is_valid willreturn memory(argmem: readwrite)
define internal noundef range(i32 -1073741824, 1073741824) i32 @halve(ptr nocapture noundef %0, i32 noundef %1) #10 !dbg !231 {
    #dbg_value(ptr %0, !233, !DIExpression(), !235)
    #dbg_value(i32 %1, !234, !DIExpression(), !235)
  %3 = load i32, ptr %0, align 8, !dbg !236
  %4 = add i32 %3, %1, !dbg !236
  store i32 %4, ptr %0, align 8, !dbg !236
  %5 = sdiv i32 %1, 2, !dbg !237
  ret i32 %5, !dbg !238
}

; Function Attrs: mustprogress nofree noinline norecurse nosync nounwind null_pointer_is_valid willreturn memory(argmem: readwrite)
define internal noundef i32 @twice(ptr nocapture noundef %0, i32 noundef %1) #10 !dbg !239 {
    #dbg_value(ptr %0, !241, !DIExpression(), !243)
    #dbg_value(i32 %1, !242, !DIExpression(), !243)
  %3 = load i32, ptr %0, align 8, !dbg !244
  %4 = xor i32 %3, %1, !dbg !244
  store i32 %4, ptr %0, align 8, !dbg !244
  %5 = shl i32 %1, 1, !dbg !245
  ret i32 %5, !dbg !246
}

; Function Attrs: nofree norecurse nosync nounwind null_pointer_is_valid memory(readwrite, inaccessiblemem: none)
define dso_local i64 @lists() local_unnamed_addr #11 !dbg !247 {
  %1 = alloca %struct.list, align 8, !DIAssignID !261
    #dbg_assign(i1 undef, !251, !DIExpression(), !261, ptr %1, !DIExpression(), !262)
  %2 = alloca [3 x %struct.list], align 8, !DIAssignID !263
    #dbg_assign(i1 undef, !252, !DIExpression(), !263, ptr %2, !DIExpression(), !262)
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %1) #21, !dbg !264
  store ptr %1, ptr %1, align 8, !dbg !265, !DIAssignID !266
    #dbg_assign(ptr %1, !251, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !266, ptr %1, !DIExpression(), !262)
  %3 = getelementptr inbounds i8, ptr %1, i64 8, !dbg !265
  store ptr %1, ptr %3, align 8, !dbg !265, !DIAssignID !267
    #dbg_assign(ptr %1, !251, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !267, ptr %3, !DIExpression(), !262)
  call void @llvm.lifetime.start.p0(i64 48, ptr nonnull %2) #21, !dbg !264
    #dbg_value(i64 0, !256, !DIExpression(), !262)
    #dbg_value(i32 0, !257, !DIExpression(), !268)
    #dbg_value(i64 0, !257, !DIExpression(), !268)
  call fastcc void @list_add(ptr noundef nonnull %1, ptr noundef nonnull %2) #23, !dbg !269
    #dbg_value(i64 1, !257, !DIExpression(), !268)
  %4 = getelementptr inbounds i8, ptr %2, i64 16, !dbg !271
  call fastcc void @list_add(ptr noundef nonnull %1, ptr noundef %4) #23, !dbg !269
    #dbg_value(i64 2, !257, !DIExpression(), !268)
  %5 = getelementptr inbounds i8, ptr %2, i64 32, !dbg !271
  call fastcc void @list_add(ptr noundef nonnull %1, ptr noundef %5) #23, !dbg !269
    #dbg_value(i64 3, !257, !DIExpression(), !268)
  %6 = load ptr, ptr %1, align 8, !dbg !272
  %7 = icmp eq ptr %6, %1, !dbg !273
  br i1 %7, label %10, label %8, !dbg !275

8:                                                ; preds = %0
  %9 = ptrtoint ptr %2 to i64
  br label %12, !dbg !275

10:                                               ; preds = %12, %0
  %11 = phi i64 [ 0, %0 ], [ %20, %12 ], !dbg !262
  call void @llvm.lifetime.end.p0(i64 48, ptr nonnull %2) #21, !dbg !276
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %1) #21, !dbg !276
  ret i64 %11, !dbg !277

12:                                               ; preds = %8, %12
  %13 = phi ptr [ %6, %8 ], [ %21, %12 ]
  %14 = phi i64 [ 0, %8 ], [ %20, %12 ]
    #dbg_value(i64 %14, !256, !DIExpression(), !262)
  %15 = mul i64 %14, 10, !dbg !278
  %16 = ptrtoint ptr %13 to i64, !dbg !279
  %17 = sub i64 %16, %9, !dbg !279
  %18 = ashr exact i64 %17, 4, !dbg !279
  %19 = or disjoint i64 %15, 1, !dbg !280
  %20 = add i64 %19, %18, !dbg !281
    #dbg_value(i64 %20, !256, !DIExpression(), !262)
    #dbg_value(ptr poison, !259, !DIExpression(), !282)
  %21 = load ptr, ptr %13, align 8, !dbg !272
    #dbg_value(ptr %21, !259, !DIExpression(), !282)
  %22 = icmp eq ptr %21, %1, !dbg !273
  br i1 %22, label %10, label %12, !dbg !275, !llvm.loop !283
}

; Function Attrs: mustprogress nofree noinline norecurse nosync nounwind null_pointer_is_valid willreturn memory(write, argmem: readwrite, inaccessiblemem: none)
define internal fastcc void @list_add(ptr noundef %0, ptr noundef %1) unnamed_addr #12 !dbg !285 {
    #dbg_value(ptr %0, !289, !DIExpression(), !291)
    #dbg_value(ptr %1, !290, !DIExpression(), !291)
  %3 = load ptr, ptr %0, align 8, !dbg !292
  store ptr %3, ptr %1, align 8, !dbg !293
  %4 = getelementptr inbounds i8, ptr %1, i64 8, !dbg !294
  store ptr %0, ptr %4, align 8, !dbg !295
  %5 = load ptr, ptr %0, align 8, !dbg !296
  %6 = getelementptr inbounds i8, ptr %5, i64 8, !dbg !297
  store ptr %1, ptr %6, align 8, !dbg !298
  store ptr %1, ptr %0, align 8, !dbg !299
  ret void, !dbg !300
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(read, argmem: none, inaccessiblemem: none)
define dso_local i64 @constants(i32 noundef %0) local_unnamed_addr #7 !dbg !301 {
    #dbg_value(i32 %0, !303, !DIExpression(), !304)
  %2 = and i32 %0, 3, !dbg !305
  %3 = zext nneg i32 %2 to i64, !dbg !306
  %4 = getelementptr [4 x %struct.entry_t], ptr getelementptr inbounds (i8, ptr @first, i64 40), i64 0, i64 %3, !dbg !306
  %5 = load i64, ptr %4, align 8, !dbg !307
  %6 = mul i64 %5, 1000, !dbg !308
  %7 = getelementptr [6 x i16], ptr @primes, i64 0, i64 %3, !dbg !309
  %8 = load i16, ptr %7, align 2, !dbg !309
  %9 = zext i16 %8 to i64, !dbg !309
  %10 = add i64 %6, %9, !dbg !310
  ret i64 %10, !dbg !311
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @calls_out(ptr noundef %0) local_unnamed_addr #9 !dbg !312 {
    #dbg_value(ptr %0, !316, !DIExpression(), !317)
  %2 = load i32, ptr %0, align 8, !dbg !318
  %3 = zext i32 %2 to i64, !dbg !319
  %4 = tail call i64 @elsewhere(i64 noundef %3, ptr noundef %0) #22, !dbg !320
  %5 = add i64 %4, 1, !dbg !321
  ret i64 %5, !dbg !322
}

; Function Attrs: null_pointer_is_valid
declare !dbg !323 dso_local i64 @elsewhere(i64 noundef, ptr noundef) local_unnamed_addr #13

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i128 0, 113427455640312821148309287786019553281) i128 @wide(i64 noundef %0, i64 noundef %1) local_unnamed_addr #4 !dbg !326 {
    #dbg_value(i64 %0, !330, !DIExpression(), !332)
    #dbg_value(i64 %1, !331, !DIExpression(), !332)
  %3 = zext i64 %0 to i128, !dbg !333
  %4 = zext i64 %1 to i128, !dbg !334
  %5 = add nuw nsw i128 %3, 1, !dbg !335
  %6 = mul nuw i128 %5, %4, !dbg !335
  %7 = udiv i128 %6, 3, !dbg !336
  ret i128 %7, !dbg !337
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i32 @overflow(i32 noundef %0, i32 noundef %1) local_unnamed_addr #4 !dbg !338 {
    #dbg_value(i32 %0, !340, !DIExpression(), !343)
    #dbg_value(i32 %1, !341, !DIExpression(), !343)
  %3 = tail call { i32, i1 } @llvm.sadd.with.overflow.i32(i32 %0, i32 %1), !dbg !344
  %4 = extractvalue { i32, i1 } %3, 1, !dbg !344
    #dbg_value(i32 poison, !342, !DIExpression(), !343)
  %5 = extractvalue { i32, i1 } %3, 0, !dbg !346
  %6 = select i1 %4, i32 -1, i32 %5, !dbg !346
  ret i32 %6, !dbg !347
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare { i32, i1 } @llvm.sadd.with.overflow.i32(i32, i32) #14

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 712001) i64 @builtins(i64 noundef %0) local_unnamed_addr #4 !dbg !348 {
    #dbg_value(i64 %0, !350, !DIExpression(), !352)
  %2 = tail call range(i64 0, 65) i64 @llvm.ctpop.i64(i64 %0), !dbg !353
    #dbg_value(i64 %2, !351, !DIExpression(), !352)
  %3 = mul nuw nsw i64 %2, 100, !dbg !354
  %4 = tail call range(i64 0, 65) i64 @llvm.cttz.i64(i64 %0, i1 false), !dbg !355
  %5 = add nuw nsw i64 %3, %4, !dbg !356
    #dbg_value(i64 %5, !351, !DIExpression(), !352)
  %6 = mul nuw nsw i64 %5, 100, !dbg !357
  %7 = tail call range(i64 0, 65) i64 @llvm.ctlz.i64(i64 %0, i1 false), !dbg !358
    #dbg_value(i64 poison, !351, !DIExpression(), !352)
  %8 = trunc i64 %0 to i16, !dbg !359
  %9 = tail call i16 @llvm.bswap.i16(i16 %8), !dbg !360
  %10 = zext i16 %9 to i64, !dbg !360
  %11 = add nuw nsw i64 %7, %10, !dbg !361
  %12 = add nuw nsw i64 %11, %6, !dbg !362
  ret i64 %12, !dbg !363
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.ctpop.i64(i64) #14

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.cttz.i64(i64, i1 immarg) #14

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.ctlz.i64(i64, i1 immarg) #14

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i16 @llvm.bswap.i16(i16) #14

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local i64 @by_value(i64 noundef %0, i64 noundef %1) local_unnamed_addr #4 !dbg !364 {
  %3 = alloca %struct.pair, align 8, !DIAssignID !376
    #dbg_assign(i1 undef, !370, !DIExpression(), !376, ptr %3, !DIExpression(), !377)
  %4 = alloca %struct.pair, align 8
    #dbg_value(i64 %0, !368, !DIExpression(), !377)
    #dbg_value(i64 %1, !369, !DIExpression(), !377)
  call void @llvm.lifetime.start.p0(i64 24, ptr nonnull %3) #21, !dbg !378
  call void @llvm.lifetime.start.p0(i64 24, ptr nonnull %4) #21, !dbg !379
  store i64 %0, ptr %4, align 8, !dbg !379
  %5 = getelementptr inbounds i8, ptr %4, i64 8, !dbg !379
  store i64 %1, ptr %5, align 8, !dbg !379
  %6 = getelementptr inbounds i8, ptr %4, i64 16, !dbg !379
  store i64 40, ptr %6, align 8, !dbg !379
  call fastcc void @swapped(ptr dead_on_unwind nonnull writable sret(%struct.pair) align 8 %3, ptr noundef nonnull %4) #23, !dbg !379
  call void @llvm.lifetime.end.p0(i64 24, ptr nonnull %4) #21, !dbg !379
  %7 = load i64, ptr %3, align 8, !dbg !380
  %8 = mul i64 %7, 10000, !dbg !381
  %9 = getelementptr inbounds i8, ptr %3, i64 8, !dbg !382
  %10 = load i64, ptr %9, align 8, !dbg !382
  %11 = mul i64 %10, 100, !dbg !383
  %12 = add i64 %11, %8, !dbg !384
  %13 = getelementptr inbounds i8, ptr %3, i64 16, !dbg !385
  %14 = load i64, ptr %13, align 8, !dbg !385
  %15 = add i64 %12, %14, !dbg !386
  call void @llvm.lifetime.end.p0(i64 24, ptr nonnull %3) #21, !dbg !387
  ret i64 %15, !dbg !388
}

; Function Attrs: mustprogress nofree noinline norecurse nosync nounwind null_pointer_is_valid willreturn memory(argmem: readwrite)
define internal fastcc void @swapped(ptr dead_on_unwind noalias nocapture writable writeonly sret(%struct.pair) align 8 %0, ptr nocapture noundef readonly %1) unnamed_addr #10 !dbg !389 {
    #dbg_value(ptr %1, !393, !DIExpression(DW_OP_deref), !394)
  %3 = getelementptr inbounds i8, ptr %1, i64 8, !dbg !395
  %4 = load i64, ptr %3, align 8, !dbg !395
  store i64 %4, ptr %0, align 8, !dbg !396
  %5 = getelementptr inbounds i8, ptr %0, i64 8, !dbg !396
  %6 = load i64, ptr %1, align 8, !dbg !397
  store i64 %6, ptr %5, align 8, !dbg !396
  %7 = getelementptr inbounds i8, ptr %0, i64 16, !dbg !396
  %8 = getelementptr inbounds i8, ptr %1, i64 16, !dbg !398
  %9 = load i64, ptr %8, align 8, !dbg !398
  %10 = add i64 %9, 1, !dbg !399
  store i64 %10, ptr %7, align 8, !dbg !396
  ret void, !dbg !400
}

; Function Attrs: mustprogress nocallback nofree nounwind willreturn memory(argmem: readwrite)
declare void @llvm.memcpy.p0.p0.i64(ptr noalias nocapture writeonly, ptr noalias nocapture readonly, i64, i1 immarg) #15

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(argmem: readwrite)
define dso_local void @copies(ptr nocapture noundef writeonly %0, ptr nocapture noundef readonly %1) local_unnamed_addr #16 !dbg !401 {
    #dbg_value(ptr %0, !407, !DIExpression(), !409)
    #dbg_value(ptr %1, !408, !DIExpression(), !409)
  tail call void @llvm.memcpy.p0.p0.i64(ptr noundef align 8 dereferenceable(72) %0, ptr noundef align 8 dereferenceable(72) %1, i64 72, i1 false), !dbg !410
  ret void, !dbg !411
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(argmem: write)
define dso_local void @clears(ptr nocapture noundef writeonly %0) local_unnamed_addr #17 !dbg !412 {
    #dbg_value(ptr %0, !416, !DIExpression(), !417)
  tail call void @llvm.memset.p0.i64(ptr noundef align 8 dereferenceable(72) %0, i8 0, i64 72, i1 false), !dbg !418
  ret void, !dbg !419
}

; Function Attrs: mustprogress nofree norecurse nounwind null_pointer_is_valid willreturn
define dso_local i32 @compiler_atomics(ptr nocapture noundef %0) local_unnamed_addr #2 !dbg !420 {
    #dbg_value(ptr %0, !425, !DIExpression(), !427)
  %2 = atomicrmw add ptr %0, i32 3 acq_rel, align 4, !dbg !428
    #dbg_value(i32 %2, !426, !DIExpression(), !427)
  %3 = add i32 %2, 1, !dbg !429
  store atomic i32 %3, ptr %0 release, align 4, !dbg !430
  fence seq_cst, !dbg !431
  %4 = cmpxchg ptr %0, i32 %2, i32 9 seq_cst monotonic, align 4, !dbg !432
  %5 = load atomic i32, ptr %0 acquire, align 4, !dbg !433
  ret i32 %5, !dbg !434
}

; Function Attrs: mustprogress nofree norecurse nounwind null_pointer_is_valid willreturn memory(argmem: readwrite, inaccessiblemem: readwrite)
define dso_local i8 @low_byte(ptr noundef %0) local_unnamed_addr #0 !dbg !435 {
    #dbg_value(ptr %0, !439, !DIExpression(), !440)
  %2 = load volatile i8, ptr %0, align 1, !dbg !441
  ret i8 %2, !dbg !442
}

; Function Attrs: nofree nosync nounwind null_pointer_is_valid memory(none)
define dso_local i64 @deep(i64 noundef %0) local_unnamed_addr #18 !dbg !443 {
    #dbg_value(i64 %0, !445, !DIExpression(), !446)
  %2 = icmp eq i64 %0, 0, !dbg !447
  br i1 %2, label %3, label %5, !dbg !447

3:                                                ; preds = %1, %5
  %4 = phi i64 [ %12, %5 ], [ 1, %1 ]
  ret i64 %4, !dbg !448

5:                                                ; preds = %1
  %6 = add i64 %0, -1, !dbg !449
  %7 = tail call i64 @deep(i64 noundef %6) #23, !dbg !450
  %8 = shl i64 %7, 1, !dbg !451
  %9 = lshr i64 %0, 1, !dbg !452
  %10 = tail call i64 @deep(i64 noundef %9) #23, !dbg !453
  %11 = xor i64 %10, %0, !dbg !454
  %12 = add i64 %11, %8, !dbg !455
  br label %3, !dbg !448
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(inaccessiblemem: write)
define dso_local noundef range(i32 0, 2) i32 @asserts(i32 noundef %0) local_unnamed_addr #19 !dbg !456 {
    #dbg_value(i32 %0, !460, !DIExpression(), !461)
  %2 = icmp slt i32 %0, 6, !dbg !462
  tail call void @llvm.assume(i1 %2), !dbg !464
  ret i32 1, !dbg !465
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write)
declare void @llvm.assume(i1 noundef) #20

attributes #0 = { mustprogress nofree norecurse nounwind null_pointer_is_valid willreturn memory(argmem: readwrite, inaccessiblemem: readwrite) "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #1 = { mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { mustprogress nofree norecurse nounwind null_pointer_is_valid willreturn "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #3 = { nofree norecurse nounwind null_pointer_is_valid memory(argmem: readwrite, inaccessiblemem: readwrite) "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #4 = { mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(none) "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #5 = { nofree norecurse nounwind null_pointer_is_valid memory(inaccessiblemem: readwrite) "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #6 = { mustprogress nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #7 = { mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(read, argmem: none, inaccessiblemem: none) "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #8 = { nofree norecurse nosync nounwind null_pointer_is_valid memory(none) "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #9 = { nounwind null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #10 = { mustprogress nofree noinline norecurse nosync nounwind null_pointer_is_valid willreturn memory(argmem: readwrite) "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #11 = { nofree norecurse nosync nounwind null_pointer_is_valid memory(readwrite, inaccessiblemem: none) "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #12 = { mustprogress nofree noinline norecurse nosync nounwind null_pointer_is_valid willreturn memory(write, argmem: readwrite, inaccessiblemem: none) "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #13 = { null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #14 = { mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #15 = { mustprogress nocallback nofree nounwind willreturn memory(argmem: readwrite) }
attributes #16 = { mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(argmem: readwrite) "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #17 = { mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(argmem: write) "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #18 = { nofree nosync nounwind null_pointer_is_valid memory(none) "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #19 = { mustprogress nofree norecurse nosync nounwind null_pointer_is_valid willreturn memory(inaccessiblemem: write) "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #20 = { nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write) }
attributes #21 = { nounwind }
attributes #22 = { nobuiltin nounwind "no-builtins" }
attributes #23 = { nobuiltin "no-builtins" }

!llvm.dbg.cu = !{!2}
!llvm.module.flags = !{!83, !84, !85, !86, !87}
!llvm.ident = !{!88}

!0 = !DIGlobalVariableExpression(var: !1, expr: !DIExpression())
!1 = distinct !DIGlobalVariable(name: "table", scope: !2, file: !3, line: 40, type: !82, isLocal: false, isDefinition: true)
!2 = distinct !DICompileUnit(language: DW_LANG_C11, file: !3, producer: "Debian clang version 19.1.7 (3~deb12u1)", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, enums: !4, retainedTypes: !11, globals: !67, splitDebugInlining: false, nameTableKind: None)
!3 = !DIFile(filename: "plain.c", directory: ".", checksumkind: CSK_MD5, checksum: "12a3920882c9b2a33e1e40152297929c")
!4 = !{!5}
!5 = !DICompositeType(tag: DW_TAG_enumeration_type, name: "kind", file: !3, line: 21, baseType: !6, size: 32, elements: !7)
!6 = !DIBasicType(name: "unsigned int", size: 32, encoding: DW_ATE_unsigned)
!7 = !{!8, !9, !10}
!8 = !DIEnumerator(name: "KIND_TABLE", value: 3)
!9 = !DIEnumerator(name: "KIND_LEAF", value: 1)
!10 = !DIEnumerator(name: "KIND_NONE", value: 0)
!11 = !{!12, !53, !56, !60, !33, !45, !61, !63}
!12 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !13, size: 64)
!13 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "object", file: !3, line: 23, size: 576, elements: !14)
!14 = !{!15, !17, !18, !19, !20, !41, !46, !47}
!15 = !DIDerivedType(tag: DW_TAG_member, name: "flags", scope: !13, file: !3, line: 24, baseType: !16, size: 32)
!16 = !DIDerivedType(tag: DW_TAG_typedef, name: "u32", file: !3, line: 5, baseType: !6)
!17 = !DIDerivedType(tag: DW_TAG_member, name: "dirty", scope: !13, file: !3, line: 25, baseType: !16, size: 1, offset: 32, flags: DIFlagBitField, extraData: i64 32)
!18 = !DIDerivedType(tag: DW_TAG_member, name: "order", scope: !13, file: !3, line: 26, baseType: !16, size: 5, offset: 33, flags: DIFlagBitField, extraData: i64 32)
!19 = !DIDerivedType(tag: DW_TAG_member, name: "young", scope: !13, file: !3, line: 27, baseType: !16, size: 1, offset: 38, flags: DIFlagBitField, extraData: i64 32)
!20 = !DIDerivedType(tag: DW_TAG_member, scope: !13, file: !3, line: 28, baseType: !21, size: 128, offset: 64)
!21 = distinct !DICompositeType(tag: DW_TAG_union_type, scope: !13, file: !3, line: 28, size: 128, elements: !22)
!22 = !{!23, !29}
!23 = !DIDerivedType(tag: DW_TAG_member, name: "lru", scope: !21, file: !3, line: 29, baseType: !24, size: 128)
!24 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "list", file: !3, line: 17, size: 128, elements: !25)
!25 = !{!26, !28}
!26 = !DIDerivedType(tag: DW_TAG_member, name: "next", scope: !24, file: !3, line: 18, baseType: !27, size: 64)
!27 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !24, size: 64)
!28 = !DIDerivedType(tag: DW_TAG_member, name: "prev", scope: !24, file: !3, line: 18, baseType: !27, size: 64, offset: 64)
!29 = !DIDerivedType(tag: DW_TAG_member, scope: !21, file: !3, line: 30, baseType: !30, size: 128)
!30 = distinct !DICompositeType(tag: DW_TAG_structure_type, scope: !21, file: !3, line: 30, size: 128, elements: !31)
!31 = !{!32, !35}
!32 = !DIDerivedType(tag: DW_TAG_member, name: "owner", scope: !30, file: !3, line: 31, baseType: !33, size: 64)
!33 = !DIDerivedType(tag: DW_TAG_typedef, name: "u64", file: !3, line: 6, baseType: !34)
!34 = !DIBasicType(name: "unsigned long", size: 64, encoding: DW_ATE_unsigned)
!35 = !DIDerivedType(tag: DW_TAG_member, name: "small", scope: !30, file: !3, line: 32, baseType: !36, size: 64, offset: 64)
!36 = !DICompositeType(tag: DW_TAG_array_type, baseType: !37, size: 64, elements: !39)
!37 = !DIDerivedType(tag: DW_TAG_typedef, name: "u16", file: !3, line: 4, baseType: !38)
!38 = !DIBasicType(name: "unsigned short", size: 16, encoding: DW_ATE_unsigned)
!39 = !{!40}
!40 = !DISubrange(count: 4)
!41 = !DIDerivedType(tag: DW_TAG_member, name: "shrink", scope: !13, file: !3, line: 35, baseType: !42, size: 64, offset: 192)
!42 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !43, size: 64)
!43 = !DISubroutineType(types: !44)
!44 = !{!45, !12, !45}
!45 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!46 = !DIDerivedType(tag: DW_TAG_member, name: "kind", scope: !13, file: !3, line: 36, baseType: !5, size: 32, offset: 256)
!47 = !DIDerivedType(tag: DW_TAG_member, name: "entries", scope: !13, file: !3, line: 37, baseType: !48, size: 256, offset: 320)
!48 = !DICompositeType(tag: DW_TAG_array_type, baseType: !49, size: 256, elements: !39)
!49 = !DIDerivedType(tag: DW_TAG_typedef, name: "entry_t", file: !3, line: 15, baseType: !50)
!50 = distinct !DICompositeType(tag: DW_TAG_structure_type, file: !3, line: 13, size: 64, elements: !51)
!51 = !{!52}
!52 = !DIDerivedType(tag: DW_TAG_member, name: "bits", scope: !50, file: !3, line: 14, baseType: !33, size: 64)
!53 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !54, size: 64)
!54 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !55)
!55 = !DIDerivedType(tag: DW_TAG_volatile_type, baseType: !33)
!56 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !57, size: 64)
!57 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !58)
!58 = !DIDerivedType(tag: DW_TAG_volatile_type, baseType: !59)
!59 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !33, size: 64)
!60 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !55, size: 64)
!61 = !DIDerivedType(tag: DW_TAG_typedef, name: "u128", file: !3, line: 7, baseType: !62)
!62 = !DIBasicType(name: "unsigned __int128", size: 128, encoding: DW_ATE_unsigned)
!63 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !64, size: 64)
!64 = !DIDerivedType(tag: DW_TAG_volatile_type, baseType: !65)
!65 = !DIDerivedType(tag: DW_TAG_typedef, name: "u8", file: !3, line: 3, baseType: !66)
!66 = !DIBasicType(name: "unsigned char", size: 8, encoding: DW_ATE_unsigned_char)
!67 = !{!0, !68, !74, !76}
!68 = !DIGlobalVariableExpression(var: !69, expr: !DIExpression())
!69 = distinct !DIGlobalVariable(name: "objects", scope: !2, file: !3, line: 43, type: !70, isLocal: false, isDefinition: true)
!70 = !DICompositeType(tag: DW_TAG_array_type, baseType: !71, size: 128, elements: !72)
!71 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !12)
!72 = !{!73}
!73 = !DISubrange(count: 2)
!74 = !DIGlobalVariableExpression(var: !75, expr: !DIExpression())
!75 = distinct !DIGlobalVariable(name: "first", scope: !2, file: !3, line: 42, type: !13, isLocal: true, isDefinition: true)
!76 = !DIGlobalVariableExpression(var: !77, expr: !DIExpression())
!77 = distinct !DIGlobalVariable(name: "primes", scope: !2, file: !3, line: 41, type: !78, isLocal: true, isDefinition: true)
!78 = !DICompositeType(tag: DW_TAG_array_type, baseType: !79, size: 96, elements: !80)
!79 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !37)
!80 = !{!81}
!81 = !DISubrange(count: 6)
!82 = !DICompositeType(tag: DW_TAG_array_type, baseType: !33, size: 256, elements: !39)
!83 = !{i32 7, !"Dwarf Version", i32 5}
!84 = !{i32 2, !"Debug Info Version", i32 3}
!85 = !{i32 1, !"wchar_size", i32 4}
!86 = !{i32 7, !"frame-pointer", i32 1}
!87 = !{i32 7, !"debug-info-assignment-tracking", i1 true}
!88 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!89 = distinct !DISubprogram(name: "two_looks", scope: !3, file: !3, line: 47, type: !90, scopeLine: 48, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !93)
!90 = !DISubroutineType(types: !91)
!91 = !{!33, !92}
!92 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !49, size: 64)
!93 = !{!94, !95}
!94 = !DILocalVariable(name: "entry", arg: 1, scope: !89, file: !3, line: 47, type: !92)
!95 = !DILocalVariable(name: "once", scope: !89, file: !3, line: 49, type: !49)
!96 = !DILocation(line: 0, scope: !89)
!97 = !DILocation(line: 49, column: 19, scope: !89)
!98 = !DILocation(line: 51, column: 16, scope: !99)
!99 = distinct !DILexicalBlock(scope: !89, file: !3, line: 51, column: 6)
!100 = !DILocation(line: 54, column: 1, scope: !89)
!101 = distinct !DISubprogram(name: "follow", scope: !3, file: !3, line: 57, type: !102, scopeLine: 58, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !105)
!102 = !DISubroutineType(types: !103)
!103 = !{!33, !104}
!104 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !59, size: 64)
!105 = !{!106, !107}
!106 = !DILocalVariable(name: "head", arg: 1, scope: !101, file: !3, line: 57, type: !104)
!107 = !DILocalVariable(name: "p", scope: !101, file: !3, line: 59, type: !59)
!108 = !DILocation(line: 0, scope: !101)
!109 = !DILocation(line: 59, column: 11, scope: !101)
!110 = !DILocation(line: 61, column: 9, scope: !101)
!111 = !DILocation(line: 61, column: 2, scope: !101)
!112 = distinct !DISubprogram(name: "dependent_stores", scope: !3, file: !3, line: 65, type: !113, scopeLine: 66, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !115)
!113 = !DISubroutineType(types: !114)
!114 = !{null, !59, !59}
!115 = !{!116, !117, !118}
!116 = !DILocalVariable(name: "from", arg: 1, scope: !112, file: !3, line: 65, type: !59)
!117 = !DILocalVariable(name: "to", arg: 2, scope: !112, file: !3, line: 65, type: !59)
!118 = !DILocalVariable(name: "v", scope: !112, file: !3, line: 67, type: !33)
!119 = !DILocation(line: 0, scope: !112)
!120 = !DILocation(line: 67, column: 10, scope: !112)
!121 = !DILocation(line: 69, column: 2, scope: !112)
!122 = !DILocation(line: 70, column: 8, scope: !123)
!123 = distinct !DILexicalBlock(scope: !112, file: !3, line: 70, column: 6)
!124 = !DILocation(line: 70, column: 6, scope: !112)
!125 = !DILocation(line: 71, column: 3, scope: !123)
!126 = !DILocation(line: 72, column: 1, scope: !112)
!127 = distinct !DISubprogram(name: "bit_fields", scope: !3, file: !3, line: 74, type: !128, scopeLine: 75, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !130)
!128 = !DISubroutineType(types: !129)
!129 = !{!33, !16}
!130 = !{!131, !132}
!131 = !DILocalVariable(name: "order", arg: 1, scope: !127, file: !3, line: 74, type: !16)
!132 = !DILocalVariable(name: "o", scope: !127, file: !3, line: 76, type: !13)
!133 = !DILocation(line: 0, scope: !127)
!134 = !DILocation(line: 82, column: 27, scope: !127)
!135 = !DILocation(line: 82, column: 17, scope: !127)
!136 = !DILocation(line: 82, column: 9, scope: !127)
!137 = !DILocation(line: 82, column: 2, scope: !127)
!138 = distinct !DISubprogram(name: "reads_uninitialised", scope: !3, file: !3, line: 85, type: !128, scopeLine: 86, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !139)
!139 = !{!140, !141}
!140 = !DILocalVariable(name: "order", arg: 1, scope: !138, file: !3, line: 85, type: !16)
!141 = !DILocalVariable(name: "o", scope: !138, file: !3, line: 87, type: !142)
!142 = !DIDerivedType(tag: DW_TAG_volatile_type, baseType: !13)
!143 = distinct !DIAssignID()
!144 = !DILocation(line: 0, scope: !138)
!145 = distinct !DIAssignID()
!146 = !DILocation(line: 87, column: 2, scope: !138)
!147 = !DILocation(line: 89, column: 10, scope: !138)
!148 = distinct !DIAssignID()
!149 = !DILocation(line: 90, column: 8, scope: !150)
!150 = distinct !DILexicalBlock(scope: !138, file: !3, line: 90, column: 6)
!151 = !DILocation(line: 90, column: 6, scope: !150)
!152 = !DILocation(line: 93, column: 1, scope: !138)
!153 = distinct !DISubprogram(name: "unions", scope: !3, file: !3, line: 95, type: !154, scopeLine: 96, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !156)
!154 = !DISubroutineType(types: !155)
!155 = !{!33, !33}
!156 = !{!157, !158}
!157 = !DILocalVariable(name: "owner", arg: 1, scope: !153, file: !3, line: 95, type: !33)
!158 = !DILocalVariable(name: "o", scope: !153, file: !3, line: 97, type: !13)
!159 = distinct !DIAssignID()
!160 = !DILocation(line: 0, scope: !153)
!161 = distinct !DIAssignID()
!162 = distinct !DIAssignID()
!163 = distinct !DIAssignID()
!164 = distinct !DIAssignID()
!165 = distinct !DIAssignID()
!166 = !DILocation(line: 100, column: 25, scope: !153)
!167 = !DILocation(line: 100, column: 2, scope: !153)
!168 = distinct !DISubprogram(name: "switches", scope: !3, file: !3, line: 103, type: !169, scopeLine: 104, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !171)
!169 = !DISubroutineType(types: !170)
!170 = !{!33, !45}
!171 = !{!172}
!172 = !DILocalVariable(name: "v", arg: 1, scope: !168, file: !3, line: 103, type: !45)
!173 = !DILocation(line: 0, scope: !168)
!174 = !DILocation(line: 105, column: 2, scope: !168)
!175 = !DILocation(line: 109, column: 10, scope: !176)
!176 = distinct !DILexicalBlock(scope: !168, file: !3, line: 105, column: 13)
!177 = !DILocation(line: 109, column: 3, scope: !176)
!178 = !DILocation(line: 111, column: 3, scope: !176)
!179 = !DILocation(line: 113, column: 10, scope: !176)
!180 = !DILocation(line: 113, column: 3, scope: !176)
!181 = !DILocation(line: 115, column: 3, scope: !176)
!182 = !DILocation(line: 0, scope: !176)
!183 = !DILocation(line: 117, column: 1, scope: !168)
!184 = distinct !DISubprogram(name: "loops", scope: !3, file: !3, line: 119, type: !154, scopeLine: 120, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !185)
!185 = !{!186, !187, !188}
!186 = !DILocalVariable(name: "n", arg: 1, scope: !184, file: !3, line: 119, type: !33)
!187 = !DILocalVariable(name: "sum", scope: !184, file: !3, line: 121, type: !33)
!188 = !DILocalVariable(name: "i", scope: !189, file: !3, line: 123, type: !33)
!189 = distinct !DILexicalBlock(scope: !184, file: !3, line: 123, column: 2)
!190 = !DILocation(line: 0, scope: !184)
!191 = !DILocation(line: 0, scope: !189)
!192 = !DILocation(line: 123, column: 2, scope: !189)
!193 = !DILocation(line: 123, column: 26, scope: !194)
!194 = distinct !DILexicalBlock(scope: !189, file: !3, line: 123, column: 2)
!195 = !DILocation(line: 124, column: 9, scope: !196)
!196 = distinct !DILexicalBlock(scope: !197, file: !3, line: 124, column: 7)
!197 = distinct !DILexicalBlock(scope: !194, file: !3, line: 123, column: 30)
!198 = !DILocation(line: 124, column: 13, scope: !196)
!199 = !DILocation(line: 124, column: 7, scope: !197)
!200 = distinct !{!200, !192, !201, !202, !203, !204}
!201 = !DILocation(line: 127, column: 2, scope: !189)
!202 = !{!"llvm.loop.mustprogress"}
!203 = !{!"llvm.loop.isvectorized", i32 1}
!204 = !{!"llvm.loop.unroll.runtime.disable"}
!205 = !DILocation(line: 121, column: 6, scope: !184)
!206 = !DILocation(line: 128, column: 2, scope: !184)
!207 = !DILocation(line: 123, column: 20, scope: !194)
!208 = distinct !{!208, !192, !201, !202, !203}
!209 = distinct !DISubprogram(name: "pointers", scope: !3, file: !3, line: 143, type: !210, scopeLine: 144, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !212)
!210 = !DISubroutineType(types: !211)
!211 = !{!45, !45, !45}
!212 = !{!213, !214, !215}
!213 = !DILocalVariable(name: "which", arg: 1, scope: !209, file: !3, line: 143, type: !45)
!214 = !DILocalVariable(name: "n", arg: 2, scope: !209, file: !3, line: 143, type: !45)
!215 = !DILocalVariable(name: "o", scope: !209, file: !3, line: 145, type: !13)
!216 = distinct !DIAssignID()
!217 = !DILocation(line: 0, scope: !209)
!218 = !DILocation(line: 145, column: 2, scope: !209)
!219 = !DILocation(line: 145, column: 16, scope: !209)
!220 = distinct !DIAssignID()
!221 = !DILocation(line: 145, column: 20, scope: !209)
!222 = distinct !DIAssignID()
!223 = !DILocation(line: 145, column: 46, scope: !209)
!224 = distinct !DIAssignID()
!225 = !DILocation(line: 147, column: 9, scope: !209)
!226 = !{ptr @halve, ptr @twice}
!227 = !DILocation(line: 147, column: 34, scope: !209)
!228 = !DILocation(line: 147, column: 25, scope: !209)
!229 = !DILocation(line: 148, column: 1, scope: !209)
!230 = !DILocation(line: 147, column: 2, scope: !209)
!231 = distinct !DISubprogram(name: "halve", scope: !3, file: !3, line: 131, type: !43, scopeLine: 132, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !232)
!232 = !{!233, !234}
!233 = !DILocalVariable(name: "o", arg: 1, scope: !231, file: !3, line: 131, type: !12)
!234 = !DILocalVariable(name: "n", arg: 2, scope: !231, file: !3, line: 131, type: !45)
!235 = !DILocation(line: 0, scope: !231)
!236 = !DILocation(line: 133, column: 11, scope: !231)
!237 = !DILocation(line: 134, column: 11, scope: !231)
!238 = !DILocation(line: 134, column: 2, scope: !231)
!239 = distinct !DISubprogram(name: "twice", scope: !3, file: !3, line: 137, type: !43, scopeLine: 138, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !240)
!240 = !{!241, !242}
!241 = !DILocalVariable(name: "o", arg: 1, scope: !239, file: !3, line: 137, type: !12)
!242 = !DILocalVariable(name: "n", arg: 2, scope: !239, file: !3, line: 137, type: !45)
!243 = !DILocation(line: 0, scope: !239)
!244 = !DILocation(line: 139, column: 11, scope: !239)
!245 = !DILocation(line: 140, column: 11, scope: !239)
!246 = !DILocation(line: 140, column: 2, scope: !239)
!247 = distinct !DISubprogram(name: "lists", scope: !3, file: !3, line: 158, type: !248, scopeLine: 159, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !250)
!248 = !DISubroutineType(types: !249)
!249 = !{!33}
!250 = !{!251, !252, !256, !257, !259}
!251 = !DILocalVariable(name: "head", scope: !247, file: !3, line: 160, type: !24)
!252 = !DILocalVariable(name: "items", scope: !247, file: !3, line: 160, type: !253)
!253 = !DICompositeType(tag: DW_TAG_array_type, baseType: !24, size: 384, elements: !254)
!254 = !{!255}
!255 = !DISubrange(count: 3)
!256 = !DILocalVariable(name: "n", scope: !247, file: !3, line: 161, type: !33)
!257 = !DILocalVariable(name: "i", scope: !258, file: !3, line: 163, type: !45)
!258 = distinct !DILexicalBlock(scope: !247, file: !3, line: 163, column: 2)
!259 = !DILocalVariable(name: "l", scope: !260, file: !3, line: 165, type: !27)
!260 = distinct !DILexicalBlock(scope: !247, file: !3, line: 165, column: 2)
!261 = distinct !DIAssignID()
!262 = !DILocation(line: 0, scope: !247)
!263 = distinct !DIAssignID()
!264 = !DILocation(line: 160, column: 2, scope: !247)
!265 = !DILocation(line: 160, column: 21, scope: !247)
!266 = distinct !DIAssignID()
!267 = distinct !DIAssignID()
!268 = !DILocation(line: 0, scope: !258)
!269 = !DILocation(line: 164, column: 3, scope: !270)
!270 = distinct !DILexicalBlock(scope: !258, file: !3, line: 163, column: 2)
!271 = !DILocation(line: 164, column: 20, scope: !270)
!272 = !DILocation(line: 165, scope: !260)
!273 = !DILocation(line: 165, column: 37, scope: !274)
!274 = distinct !DILexicalBlock(scope: !260, file: !3, line: 165, column: 2)
!275 = !DILocation(line: 165, column: 2, scope: !260)
!276 = !DILocation(line: 168, column: 1, scope: !247)
!277 = !DILocation(line: 167, column: 2, scope: !247)
!278 = !DILocation(line: 166, column: 9, scope: !274)
!279 = !DILocation(line: 166, column: 19, scope: !274)
!280 = !DILocation(line: 166, column: 14, scope: !274)
!281 = !DILocation(line: 166, column: 28, scope: !274)
!282 = !DILocation(line: 0, scope: !260)
!283 = distinct !{!283, !275, !284, !202}
!284 = !DILocation(line: 166, column: 30, scope: !260)
!285 = distinct !DISubprogram(name: "list_add", scope: !3, file: !3, line: 150, type: !286, scopeLine: 151, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !288)
!286 = !DISubroutineType(types: !287)
!287 = !{null, !27, !27}
!288 = !{!289, !290}
!289 = !DILocalVariable(name: "head", arg: 1, scope: !285, file: !3, line: 150, type: !27)
!290 = !DILocalVariable(name: "item", arg: 2, scope: !285, file: !3, line: 150, type: !27)
!291 = !DILocation(line: 0, scope: !285)
!292 = !DILocation(line: 152, column: 21, scope: !285)
!293 = !DILocation(line: 152, column: 13, scope: !285)
!294 = !DILocation(line: 153, column: 8, scope: !285)
!295 = !DILocation(line: 153, column: 13, scope: !285)
!296 = !DILocation(line: 154, column: 8, scope: !285)
!297 = !DILocation(line: 154, column: 14, scope: !285)
!298 = !DILocation(line: 154, column: 19, scope: !285)
!299 = !DILocation(line: 155, column: 13, scope: !285)
!300 = !DILocation(line: 156, column: 1, scope: !285)
!301 = distinct !DISubprogram(name: "constants", scope: !3, file: !3, line: 171, type: !169, scopeLine: 172, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !302)
!302 = !{!303}
!303 = !DILocalVariable(name: "i", arg: 1, scope: !301, file: !3, line: 171, type: !45)
!304 = !DILocation(line: 0, scope: !301)
!305 = !DILocation(line: 173, column: 31, scope: !301)
!306 = !DILocation(line: 173, column: 9, scope: !301)
!307 = !DILocation(line: 173, column: 36, scope: !301)
!308 = !DILocation(line: 173, column: 41, scope: !301)
!309 = !DILocation(line: 173, column: 50, scope: !301)
!310 = !DILocation(line: 173, column: 48, scope: !301)
!311 = !DILocation(line: 173, column: 2, scope: !301)
!312 = distinct !DISubprogram(name: "calls_out", scope: !3, file: !3, line: 176, type: !313, scopeLine: 177, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !315)
!313 = !DISubroutineType(types: !314)
!314 = !{!33, !12}
!315 = !{!316}
!316 = !DILocalVariable(name: "o", arg: 1, scope: !312, file: !3, line: 176, type: !12)
!317 = !DILocation(line: 0, scope: !312)
!318 = !DILocation(line: 178, column: 22, scope: !312)
!319 = !DILocation(line: 178, column: 19, scope: !312)
!320 = !DILocation(line: 178, column: 9, scope: !312)
!321 = !DILocation(line: 178, column: 32, scope: !312)
!322 = !DILocation(line: 178, column: 2, scope: !312)
!323 = !DISubprogram(name: "elsewhere", scope: !3, file: !3, line: 44, type: !324, flags: DIFlagPrototyped, spFlags: DISPFlagOptimized)
!324 = !DISubroutineType(types: !325)
!325 = !{!33, !33, !12}
!326 = distinct !DISubprogram(name: "wide", scope: !3, file: !3, line: 181, type: !327, scopeLine: 182, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !329)
!327 = !DISubroutineType(types: !328)
!328 = !{!61, !33, !33}
!329 = !{!330, !331}
!330 = !DILocalVariable(name: "a", arg: 1, scope: !326, file: !3, line: 181, type: !33)
!331 = !DILocalVariable(name: "b", arg: 2, scope: !326, file: !3, line: 181, type: !33)
!332 = !DILocation(line: 0, scope: !326)
!333 = !DILocation(line: 183, column: 10, scope: !326)
!334 = !DILocation(line: 183, column: 20, scope: !326)
!335 = !DILocation(line: 183, column: 22, scope: !326)
!336 = !DILocation(line: 183, column: 27, scope: !326)
!337 = !DILocation(line: 183, column: 2, scope: !326)
!338 = distinct !DISubprogram(name: "overflow", scope: !3, file: !3, line: 186, type: !210, scopeLine: 187, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !339)
!339 = !{!340, !341, !342}
!340 = !DILocalVariable(name: "a", arg: 1, scope: !338, file: !3, line: 186, type: !45)
!341 = !DILocalVariable(name: "b", arg: 2, scope: !338, file: !3, line: 186, type: !45)
!342 = !DILocalVariable(name: "sum", scope: !338, file: !3, line: 188, type: !45)
!343 = !DILocation(line: 0, scope: !338)
!344 = !DILocation(line: 190, column: 6, scope: !345)
!345 = distinct !DILexicalBlock(scope: !338, file: !3, line: 190, column: 6)
!346 = !DILocation(line: 190, column: 6, scope: !338)
!347 = !DILocation(line: 193, column: 1, scope: !338)
!348 = distinct !DISubprogram(name: "builtins", scope: !3, file: !3, line: 195, type: !154, scopeLine: 196, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !349)
!349 = !{!350, !351}
!350 = !DILocalVariable(name: "v", arg: 1, scope: !348, file: !3, line: 195, type: !33)
!351 = !DILocalVariable(name: "found", scope: !348, file: !3, line: 197, type: !33)
!352 = !DILocation(line: 0, scope: !348)
!353 = !DILocation(line: 197, column: 14, scope: !348)
!354 = !DILocation(line: 199, column: 16, scope: !348)
!355 = !DILocation(line: 199, column: 25, scope: !348)
!356 = !DILocation(line: 199, column: 22, scope: !348)
!357 = !DILocation(line: 200, column: 16, scope: !348)
!358 = !DILocation(line: 200, column: 25, scope: !348)
!359 = !DILocation(line: 201, column: 35, scope: !348)
!360 = !DILocation(line: 201, column: 17, scope: !348)
!361 = !DILocation(line: 200, column: 22, scope: !348)
!362 = !DILocation(line: 201, column: 15, scope: !348)
!363 = !DILocation(line: 201, column: 2, scope: !348)
!364 = distinct !DISubprogram(name: "by_value", scope: !3, file: !3, line: 213, type: !365, scopeLine: 214, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !367)
!365 = !DISubroutineType(types: !366)
!366 = !{!33, !33, !33}
!367 = !{!368, !369, !370}
!368 = !DILocalVariable(name: "a", arg: 1, scope: !364, file: !3, line: 213, type: !33)
!369 = !DILocalVariable(name: "b", arg: 2, scope: !364, file: !3, line: 213, type: !33)
!370 = !DILocalVariable(name: "p", scope: !364, file: !3, line: 215, type: !371)
!371 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "pair", file: !3, line: 204, size: 192, elements: !372)
!372 = !{!373, !374, !375}
!373 = !DIDerivedType(tag: DW_TAG_member, name: "a", scope: !371, file: !3, line: 205, baseType: !33, size: 64)
!374 = !DIDerivedType(tag: DW_TAG_member, name: "b", scope: !371, file: !3, line: 205, baseType: !33, size: 64, offset: 64)
!375 = !DIDerivedType(tag: DW_TAG_member, name: "c", scope: !371, file: !3, line: 205, baseType: !33, size: 64, offset: 128)
!376 = distinct !DIAssignID()
!377 = !DILocation(line: 0, scope: !364)
!378 = !DILocation(line: 215, column: 2, scope: !364)
!379 = !DILocation(line: 215, column: 18, scope: !364)
!380 = !DILocation(line: 217, column: 11, scope: !364)
!381 = !DILocation(line: 217, column: 13, scope: !364)
!382 = !DILocation(line: 217, column: 25, scope: !364)
!383 = !DILocation(line: 217, column: 27, scope: !364)
!384 = !DILocation(line: 217, column: 21, scope: !364)
!385 = !DILocation(line: 217, column: 37, scope: !364)
!386 = !DILocation(line: 217, column: 33, scope: !364)
!387 = !DILocation(line: 218, column: 1, scope: !364)
!388 = !DILocation(line: 217, column: 2, scope: !364)
!389 = distinct !DISubprogram(name: "swapped", scope: !3, file: !3, line: 208, type: !390, scopeLine: 209, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !392)
!390 = !DISubroutineType(types: !391)
!391 = !{!371, !371}
!392 = !{!393}
!393 = !DILocalVariable(name: "p", arg: 1, scope: !389, file: !3, line: 208, type: !371)
!394 = !DILocation(line: 0, scope: !389)
!395 = !DILocation(line: 210, column: 26, scope: !389)
!396 = !DILocation(line: 210, column: 22, scope: !389)
!397 = !DILocation(line: 210, column: 31, scope: !389)
!398 = !DILocation(line: 210, column: 36, scope: !389)
!399 = !DILocation(line: 210, column: 38, scope: !389)
!400 = !DILocation(line: 210, column: 2, scope: !389)
!401 = distinct !DISubprogram(name: "copies", scope: !3, file: !3, line: 220, type: !402, scopeLine: 221, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !406)
!402 = !DISubroutineType(types: !403)
!403 = !{null, !12, !404}
!404 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !405, size: 64)
!405 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !13)
!406 = !{!407, !408}
!407 = !DILocalVariable(name: "to", arg: 1, scope: !401, file: !3, line: 220, type: !12)
!408 = !DILocalVariable(name: "from", arg: 2, scope: !401, file: !3, line: 220, type: !404)
!409 = !DILocation(line: 0, scope: !401)
!410 = !DILocation(line: 222, column: 8, scope: !401)
!411 = !DILocation(line: 223, column: 1, scope: !401)
!412 = distinct !DISubprogram(name: "clears", scope: !3, file: !3, line: 225, type: !413, scopeLine: 226, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !415)
!413 = !DISubroutineType(types: !414)
!414 = !{null, !12}
!415 = !{!416}
!416 = !DILocalVariable(name: "o", arg: 1, scope: !412, file: !3, line: 225, type: !12)
!417 = !DILocation(line: 0, scope: !412)
!418 = !DILocation(line: 227, column: 2, scope: !412)
!419 = !DILocation(line: 228, column: 1, scope: !412)
!420 = distinct !DISubprogram(name: "compiler_atomics", scope: !3, file: !3, line: 230, type: !421, scopeLine: 231, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !424)
!421 = !DISubroutineType(types: !422)
!422 = !{!16, !423}
!423 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !16, size: 64)
!424 = !{!425, !426}
!425 = !DILocalVariable(name: "word", arg: 1, scope: !420, file: !3, line: 230, type: !423)
!426 = !DILocalVariable(name: "old", scope: !420, file: !3, line: 232, type: !16)
!427 = !DILocation(line: 0, scope: !420)
!428 = !DILocation(line: 232, column: 12, scope: !420)
!429 = !DILocation(line: 234, column: 29, scope: !420)
!430 = !DILocation(line: 234, column: 2, scope: !420)
!431 = !DILocation(line: 235, column: 2, scope: !420)
!432 = !DILocation(line: 236, column: 2, scope: !420)
!433 = !DILocation(line: 237, column: 9, scope: !420)
!434 = !DILocation(line: 237, column: 2, scope: !420)
!435 = distinct !DISubprogram(name: "low_byte", scope: !3, file: !3, line: 241, type: !436, scopeLine: 242, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !438)
!436 = !DISubroutineType(types: !437)
!437 = !{!65, !92}
!438 = !{!439}
!439 = !DILocalVariable(name: "entry", arg: 1, scope: !435, file: !3, line: 241, type: !92)
!440 = !DILocation(line: 0, scope: !435)
!441 = !DILocation(line: 243, column: 9, scope: !435)
!442 = !DILocation(line: 243, column: 2, scope: !435)
!443 = distinct !DISubprogram(name: "deep", scope: !3, file: !3, line: 246, type: !154, scopeLine: 247, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !444)
!444 = !{!445}
!445 = !DILocalVariable(name: "n", arg: 1, scope: !443, file: !3, line: 246, type: !33)
!446 = !DILocation(line: 0, scope: !443)
!447 = !DILocation(line: 248, column: 9, scope: !443)
!448 = !DILocation(line: 248, column: 2, scope: !443)
!449 = !DILocation(line: 248, column: 20, scope: !443)
!450 = !DILocation(line: 248, column: 13, scope: !443)
!451 = !DILocation(line: 248, column: 25, scope: !443)
!452 = !DILocation(line: 248, column: 43, scope: !443)
!453 = !DILocation(line: 248, column: 36, scope: !443)
!454 = !DILocation(line: 248, column: 34, scope: !443)
!455 = !DILocation(line: 248, column: 29, scope: !443)
!456 = distinct !DISubprogram(name: "asserts", scope: !3, file: !3, line: 251, type: !457, scopeLine: 252, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !459)
!457 = !DISubroutineType(types: !458)
!458 = !{!45, !45}
!459 = !{!460}
!460 = !DILocalVariable(name: "v", arg: 1, scope: !456, file: !3, line: 251, type: !45)
!461 = !DILocation(line: 0, scope: !456)
!462 = !DILocation(line: 253, column: 8, scope: !463)
!463 = distinct !DILexicalBlock(scope: !456, file: !3, line: 253, column: 6)
!464 = !DILocation(line: 253, column: 6, scope: !456)
!465 = !DILocation(line: 255, column: 2, scope: !456)
