; ModuleID = 'plain.c'
source_filename = "plain.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.object = type { i32, i8, %union.anon, ptr, i32, [4 x %struct.entry_t] }
%union.anon = type { %struct.list }
%struct.list = type { ptr, ptr }
%struct.entry_t = type { i64 }
%struct.pair = type { i64, i64, i64 }

@table = dso_local global [4 x i64] [i64 1, i64 10, i64 100, i64 1000], align 16, !dbg !0
@first = internal global %struct.object { i32 7, i8 18, %union.anon zeroinitializer, ptr null, i32 0, [4 x %struct.entry_t] [%struct.entry_t { i64 1 }, %struct.entry_t { i64 2 }, %struct.entry_t { i64 3 }, %struct.entry_t { i64 4 }] }, align 8, !dbg !74
@objects = dso_local local_unnamed_addr constant [2 x ptr] [ptr @first, ptr @table], align 16, !dbg !68
@primes = internal unnamed_addr constant [6 x i16] [i16 2, i16 3, i16 5, i16 7, i16 11, i16 13], align 2, !dbg !76

; Function Attrs: mustprogress nofree norecurse noredzone nounwind null_pointer_is_valid willreturn memory(argmem: readwrite, inaccessiblemem: readwrite)
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

; Function Attrs: mustprogress nofree norecurse noredzone nounwind null_pointer_is_valid willreturn
define dso_local i64 @follow(ptr noundef %0) local_unnamed_addr #2 !dbg !101 {
    #dbg_value(ptr %0, !106, !DIExpression(), !108)
  %2 = load volatile ptr, ptr %0, align 8, !dbg !109
    #dbg_value(ptr %2, !107, !DIExpression(), !108)
  %3 = getelementptr i8, ptr %2, i64 16, !dbg !110
  %4 = load volatile i64, ptr %3, align 8, !dbg !110
  ret i64 %4, !dbg !111
}

; Function Attrs: nofree norecurse noredzone nounwind null_pointer_is_valid memory(argmem: readwrite, inaccessiblemem: readwrite)
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

; Function Attrs: mustprogress nofree norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(none)
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

; Function Attrs: nofree norecurse noredzone nounwind null_pointer_is_valid memory(inaccessiblemem: readwrite)
define dso_local range(i64 1, 3) i64 @reads_uninitialised(i32 noundef %0) local_unnamed_addr #5 !dbg !138 {
  %2 = alloca i8, align 4, !DIAssignID !143
    #dbg_assign(i1 undef, !141, !DIExpression(DW_OP_LLVM_fragment, 32, 8), !143, ptr %2, !DIExpression(), !144)
    #dbg_assign(i1 undef, !141, !DIExpression(DW_OP_LLVM_fragment, 40, 536), !145, ptr undef, !DIExpression(), !144)
    #dbg_value(i32 %0, !140, !DIExpression(), !144)
  call void @llvm.lifetime.start.p0(i64 1, ptr nonnull %2), !dbg !146
  %3 = trunc i32 %0 to i8, !dbg !147
  %4 = load volatile i8, ptr %2, align 4, !dbg !147
  %5 = shl i8 %3, 1, !dbg !147
  %6 = and i8 %5, 62, !dbg !147
  %7 = and i8 %4, -63, !dbg !147
  %8 = or disjoint i8 %7, %6, !dbg !147
  store volatile i8 %8, ptr %2, align 4, !dbg !147, !DIAssignID !148
    #dbg_assign(i8 %8, !141, !DIExpression(DW_OP_LLVM_fragment, 32, 8), !148, ptr %2, !DIExpression(), !144)
  %9 = load volatile i8, ptr %2, align 4, !dbg !149
  %10 = and i8 %9, 1, !dbg !149
  %11 = icmp eq i8 %10, 0, !dbg !151
  %12 = select i1 %11, i64 2, i64 1, !dbg !144
  call void @llvm.lifetime.end.p0(i64 1, ptr nonnull %2), !dbg !152
  ret i64 %12, !dbg !152
}

; Function Attrs: mustprogress nofree norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i64 @unions(i64 noundef %0) local_unnamed_addr #4 !dbg !153 {
    #dbg_assign(i1 undef, !158, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !159, ptr undef, !DIExpression(), !160)
    #dbg_assign(i1 undef, !158, !DIExpression(DW_OP_LLVM_fragment, 160, 416), !161, ptr undef, !DIExpression(), !160)
    #dbg_value(i64 %0, !157, !DIExpression(), !160)
    #dbg_assign(i8 0, !158, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !162, ptr undef, !DIExpression(), !160)
    #dbg_value(ptr null, !158, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !160)
    #dbg_value(i16 0, !158, !DIExpression(DW_OP_LLVM_fragment, 128, 16), !160)
    #dbg_value(i16 0, !158, !DIExpression(DW_OP_LLVM_fragment, 144, 16), !160)
    #dbg_assign(i8 0, !158, !DIExpression(DW_OP_LLVM_fragment, 160, 416), !163, ptr undef, !DIExpression(), !160)
    #dbg_value(i64 %0, !158, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !160)
    #dbg_value(i16 -16657, !158, !DIExpression(DW_OP_LLVM_fragment, 144, 16), !160)
  %2 = add i64 %0, 48879, !dbg !164
  ret i64 %2, !dbg !165
}

; Function Attrs: mustprogress nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr nocapture writeonly, i8, i64, i1 immarg) #6

; Function Attrs: mustprogress nofree norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(read, argmem: none, inaccessiblemem: none)
define dso_local i64 @switches(i32 noundef %0) local_unnamed_addr #7 !dbg !166 {
    #dbg_value(i32 %0, !170, !DIExpression(), !171)
  switch i32 %0, label %10 [
    i32 0, label %11
    i32 1, label %2
    i32 2, label %2
    i32 3, label %2
    i32 4, label %2
    i32 5, label %2
    i32 -3, label %7
    i32 1000, label %8
  ], !dbg !172

2:                                                ; preds = %1, %1, %1, %1, %1
  %3 = zext nneg i32 %0 to i64, !dbg !173
  %4 = getelementptr [6 x i16], ptr @primes, i64 0, i64 %3, !dbg !173
  %5 = load i16, ptr %4, align 2, !dbg !173
  %6 = zext i16 %5 to i64, !dbg !173
  br label %11, !dbg !175

7:                                                ; preds = %1
  br label %11, !dbg !176

8:                                                ; preds = %1
  %9 = load i64, ptr getelementptr inbounds (i8, ptr @table, i64 24), align 8, !dbg !177
  br label %11, !dbg !178

10:                                               ; preds = %1
  br label %11, !dbg !179

11:                                               ; preds = %1, %10, %8, %7, %2
  %12 = phi i64 [ 0, %10 ], [ %9, %8 ], [ 99, %7 ], [ %6, %2 ], [ 7, %1 ], !dbg !180
  ret i64 %12, !dbg !181
}

; Function Attrs: nofree norecurse noredzone nosync nounwind null_pointer_is_valid memory(none)
define dso_local i64 @loops(i64 noundef %0) local_unnamed_addr #8 !dbg !182 {
    #dbg_value(i64 %0, !184, !DIExpression(), !188)
    #dbg_value(i64 0, !185, !DIExpression(), !188)
    #dbg_value(i64 0, !186, !DIExpression(), !189)
  %2 = icmp eq i64 %0, 0, !dbg !190
  br i1 %2, label %19, label %3, !dbg !192

3:                                                ; preds = %1
  %4 = and i64 %0, 1, !dbg !192
  %5 = icmp eq i64 %0, 1, !dbg !192
  br i1 %5, label %8, label %6, !dbg !192

6:                                                ; preds = %3
  %7 = and i64 %0, -2, !dbg !192
  br label %21, !dbg !192

8:                                                ; preds = %21, %3
  %9 = phi i64 [ poison, %3 ], [ %35, %21 ]
  %10 = phi i64 [ 0, %3 ], [ %36, %21 ]
  %11 = phi i64 [ 0, %3 ], [ %35, %21 ]
  %12 = icmp eq i64 %4, 0, !dbg !192
  br i1 %12, label %19, label %13, !dbg !192

13:                                               ; preds = %8
    #dbg_value(i64 %10, !186, !DIExpression(), !189)
    #dbg_value(i64 %11, !185, !DIExpression(), !188)
  %14 = urem i64 %10, 3, !dbg !193
  %15 = icmp eq i64 %14, 0, !dbg !196
  %16 = mul i64 %10, %10, !dbg !197
  %17 = select i1 %15, i64 0, i64 %16, !dbg !197
  %18 = add i64 %17, %11, !dbg !197
    #dbg_value(i64 %18, !185, !DIExpression(), !188)
    #dbg_value(i64 %10, !186, !DIExpression(DW_OP_plus_uconst, 1, DW_OP_stack_value), !189)
  br label %19, !dbg !198

19:                                               ; preds = %13, %8, %1
  %20 = phi i64 [ 0, %1 ], [ %9, %8 ], [ %18, %13 ], !dbg !199
  ret i64 %20, !dbg !198

21:                                               ; preds = %21, %6
  %22 = phi i64 [ 0, %6 ], [ %36, %21 ]
  %23 = phi i64 [ 0, %6 ], [ %35, %21 ]
  %24 = phi i64 [ 0, %6 ], [ %37, %21 ]
    #dbg_value(i64 %22, !186, !DIExpression(), !189)
    #dbg_value(i64 %23, !185, !DIExpression(), !188)
  %25 = urem i64 %22, 3, !dbg !193
  %26 = icmp eq i64 %25, 0, !dbg !196
  %27 = mul i64 %22, %22, !dbg !197
  %28 = select i1 %26, i64 0, i64 %27, !dbg !197
  %29 = add i64 %28, %23, !dbg !197
    #dbg_value(i64 %29, !185, !DIExpression(), !188)
  %30 = or disjoint i64 %22, 1, !dbg !200
    #dbg_value(i64 %30, !186, !DIExpression(), !189)
  %31 = urem i64 %30, 3, !dbg !193
  %32 = icmp eq i64 %31, 0, !dbg !196
  %33 = mul i64 %30, %30, !dbg !197
  %34 = select i1 %32, i64 0, i64 %33, !dbg !197
  %35 = add i64 %34, %29, !dbg !197
    #dbg_value(i64 %35, !185, !DIExpression(), !188)
  %36 = add nuw i64 %22, 2, !dbg !200
    #dbg_value(i64 %36, !186, !DIExpression(), !189)
  %37 = add i64 %24, 2, !dbg !192
  %38 = icmp eq i64 %37, %7, !dbg !192
  br i1 %38, label %8, label %21, !dbg !192, !llvm.loop !201
}

; Function Attrs: noredzone nounwind null_pointer_is_valid
define dso_local i32 @pointers(i32 noundef %0, i32 noundef %1) local_unnamed_addr #9 !dbg !204 {
  %3 = alloca %struct.object, align 8, !DIAssignID !211
    #dbg_assign(i1 undef, !210, !DIExpression(), !211, ptr %3, !DIExpression(), !212)
    #dbg_value(i32 %0, !208, !DIExpression(), !212)
    #dbg_value(i32 %1, !209, !DIExpression(), !212)
  call void @llvm.lifetime.start.p0(i64 72, ptr nonnull %3) #21, !dbg !213
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(72) %3, i8 0, i64 72, i1 false), !dbg !214, !DIAssignID !215
    #dbg_assign(i8 0, !210, !DIExpression(), !215, ptr %3, !DIExpression(), !212)
  store i32 100, ptr %3, align 8, !dbg !216, !DIAssignID !217
    #dbg_assign(i32 100, !210, !DIExpression(DW_OP_LLVM_fragment, 0, 32), !217, ptr %3, !DIExpression(), !212)
  %4 = getelementptr inbounds i8, ptr %3, i64 24, !dbg !216
  %5 = icmp eq i32 %0, 0, !dbg !218
  %6 = select i1 %5, ptr @twice, ptr @halve, !dbg !218
  store ptr %6, ptr %4, align 8, !dbg !216, !DIAssignID !219
    #dbg_assign(ptr %6, !210, !DIExpression(DW_OP_LLVM_fragment, 192, 64), !219, ptr %4, !DIExpression(), !212)
  %7 = call i32 %6(ptr noundef nonnull %3, i32 noundef %1) #22, !dbg !220, !callees !221
  %8 = load i32, ptr %3, align 8, !dbg !222
  %9 = add i32 %8, %7, !dbg !223
  call void @llvm.lifetime.end.p0(i64 72, ptr nonnull %3) #21, !dbg !224
  ret i32 %9, !dbg !225
}

; Function Attrs: mustprogress nofree noinline norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(argmem: readwrite)
define internal noundef range(i32 -1073741824, 1073741824) i32 @halve(ptr nocapture noundef %0, i32 noundef %1) #10 !dbg !226 {
    #dbg_value(ptr %0, !228, !DIExpression(), !230)
    #dbg_value(i32 %1, !229, !DIExpression(), !230)
  %3 = load i32, ptr %0, align 8, !dbg !231
  %4 = add i32 %3, %1, !dbg !231
  store i32 %4, ptr %0, align 8, !dbg !231
  %5 = sdiv i32 %1, 2, !dbg !232
  ret i32 %5, !dbg !233
}

; Function Attrs: mustprogress nofree noinline norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(argmem: readwrite)
define internal noundef i32 @twice(ptr nocapture noundef %0, i32 noundef %1) #10 !dbg !234 {
    #dbg_value(ptr %0, !236, !DIExpression(), !238)
    #dbg_value(i32 %1, !237, !DIExpression(), !238)
  %3 = load i32, ptr %0, align 8, !dbg !239
  %4 = xor i32 %3, %1, !dbg !239
  store i32 %4, ptr %0, align 8, !dbg !239
  %5 = shl i32 %1, 1, !dbg !240
  ret i32 %5, !dbg !241
}

; Function Attrs: nofree norecurse noredzone nosync nounwind null_pointer_is_valid memory(readwrite, inaccessiblemem: none)
define dso_local i64 @lists() local_unnamed_addr #11 !dbg !242 {
  %1 = alloca %struct.list, align 8, !DIAssignID !256
    #dbg_assign(i1 undef, !246, !DIExpression(), !256, ptr %1, !DIExpression(), !257)
  %2 = alloca [3 x %struct.list], align 16, !DIAssignID !258
    #dbg_assign(i1 undef, !247, !DIExpression(), !258, ptr %2, !DIExpression(), !257)
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %1) #21, !dbg !259
  store ptr %1, ptr %1, align 8, !dbg !260, !DIAssignID !261
    #dbg_assign(ptr %1, !246, !DIExpression(DW_OP_LLVM_fragment, 0, 64), !261, ptr %1, !DIExpression(), !257)
  %3 = getelementptr inbounds i8, ptr %1, i64 8, !dbg !260
  store ptr %1, ptr %3, align 8, !dbg !260, !DIAssignID !262
    #dbg_assign(ptr %1, !246, !DIExpression(DW_OP_LLVM_fragment, 64, 64), !262, ptr %3, !DIExpression(), !257)
  call void @llvm.lifetime.start.p0(i64 48, ptr nonnull %2) #21, !dbg !259
    #dbg_value(i64 0, !251, !DIExpression(), !257)
    #dbg_value(i32 0, !252, !DIExpression(), !263)
    #dbg_value(i64 0, !252, !DIExpression(), !263)
  call fastcc void @list_add(ptr noundef nonnull %1, ptr noundef nonnull %2) #23, !dbg !264
    #dbg_value(i64 1, !252, !DIExpression(), !263)
  %4 = getelementptr inbounds i8, ptr %2, i64 16, !dbg !266
  call fastcc void @list_add(ptr noundef nonnull %1, ptr noundef %4) #23, !dbg !264
    #dbg_value(i64 2, !252, !DIExpression(), !263)
  %5 = getelementptr inbounds i8, ptr %2, i64 32, !dbg !266
  call fastcc void @list_add(ptr noundef nonnull %1, ptr noundef %5) #23, !dbg !264
    #dbg_value(i64 3, !252, !DIExpression(), !263)
  %6 = load ptr, ptr %1, align 8, !dbg !267
  %7 = icmp eq ptr %6, %1, !dbg !268
  br i1 %7, label %10, label %8, !dbg !270

8:                                                ; preds = %0
  %9 = ptrtoint ptr %2 to i64
  br label %12, !dbg !270

10:                                               ; preds = %12, %0
  %11 = phi i64 [ 0, %0 ], [ %20, %12 ], !dbg !257
  call void @llvm.lifetime.end.p0(i64 48, ptr nonnull %2) #21, !dbg !271
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %1) #21, !dbg !271
  ret i64 %11, !dbg !272

12:                                               ; preds = %8, %12
  %13 = phi ptr [ %6, %8 ], [ %21, %12 ]
  %14 = phi i64 [ 0, %8 ], [ %20, %12 ]
    #dbg_value(i64 %14, !251, !DIExpression(), !257)
  %15 = mul i64 %14, 10, !dbg !273
  %16 = ptrtoint ptr %13 to i64, !dbg !274
  %17 = sub i64 %16, %9, !dbg !274
  %18 = ashr exact i64 %17, 4, !dbg !274
  %19 = or disjoint i64 %15, 1, !dbg !275
  %20 = add i64 %19, %18, !dbg !276
    #dbg_value(i64 %20, !251, !DIExpression(), !257)
    #dbg_value(ptr poison, !254, !DIExpression(), !277)
  %21 = load ptr, ptr %13, align 8, !dbg !267
    #dbg_value(ptr %21, !254, !DIExpression(), !277)
  %22 = icmp eq ptr %21, %1, !dbg !268
  br i1 %22, label %10, label %12, !dbg !270, !llvm.loop !278
}

; Function Attrs: mustprogress nofree noinline norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(write, argmem: readwrite, inaccessiblemem: none)
define internal fastcc void @list_add(ptr noundef %0, ptr noundef %1) unnamed_addr #12 !dbg !280 {
    #dbg_value(ptr %0, !284, !DIExpression(), !286)
    #dbg_value(ptr %1, !285, !DIExpression(), !286)
  %3 = load ptr, ptr %0, align 8, !dbg !287
  store ptr %3, ptr %1, align 8, !dbg !288
  %4 = getelementptr inbounds i8, ptr %1, i64 8, !dbg !289
  store ptr %0, ptr %4, align 8, !dbg !290
  %5 = load ptr, ptr %0, align 8, !dbg !291
  %6 = getelementptr inbounds i8, ptr %5, i64 8, !dbg !292
  store ptr %1, ptr %6, align 8, !dbg !293
  store ptr %1, ptr %0, align 8, !dbg !294
  ret void, !dbg !295
}

; Function Attrs: mustprogress nofree norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(read, argmem: none, inaccessiblemem: none)
define dso_local i64 @constants(i32 noundef %0) local_unnamed_addr #7 !dbg !296 {
    #dbg_value(i32 %0, !298, !DIExpression(), !299)
  %2 = and i32 %0, 3, !dbg !300
  %3 = zext nneg i32 %2 to i64, !dbg !301
  %4 = getelementptr [4 x %struct.entry_t], ptr getelementptr inbounds (i8, ptr @first, i64 40), i64 0, i64 %3, !dbg !301
  %5 = load i64, ptr %4, align 8, !dbg !302
  %6 = mul i64 %5, 1000, !dbg !303
  %7 = getelementptr [6 x i16], ptr @primes, i64 0, i64 %3, !dbg !304
  %8 = load i16, ptr %7, align 2, !dbg !304
  %9 = zext i16 %8 to i64, !dbg !304
  %10 = add i64 %6, %9, !dbg !305
  ret i64 %10, !dbg !306
}

; Function Attrs: noredzone nounwind null_pointer_is_valid
define dso_local i64 @calls_out(ptr noundef %0) local_unnamed_addr #9 !dbg !307 {
    #dbg_value(ptr %0, !311, !DIExpression(), !312)
  %2 = load i32, ptr %0, align 8, !dbg !313
  %3 = zext i32 %2 to i64, !dbg !314
  %4 = tail call i64 @elsewhere(i64 noundef %3, ptr noundef %0) #22, !dbg !315
  %5 = add i64 %4, 1, !dbg !316
  ret i64 %5, !dbg !317
}

; Function Attrs: noredzone null_pointer_is_valid
declare !dbg !318 dso_local i64 @elsewhere(i64 noundef, ptr noundef) local_unnamed_addr #13

; Function Attrs: mustprogress nofree norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local { i64, i64 } @wide(i64 noundef %0, i64 noundef %1) local_unnamed_addr #4 !dbg !321 {
    #dbg_value(i64 %0, !325, !DIExpression(), !327)
    #dbg_value(i64 %1, !326, !DIExpression(), !327)
  %3 = zext i64 %0 to i128, !dbg !328
  %4 = zext i64 %1 to i128, !dbg !329
  %5 = add nuw nsw i128 %3, 1, !dbg !330
  %6 = mul nuw i128 %5, %4, !dbg !330
  %7 = udiv i128 %6, 3, !dbg !331
  %8 = trunc i128 %7 to i64, !dbg !332
  %9 = lshr i128 %7, 64, !dbg !332
  %10 = trunc nuw nsw i128 %9 to i64, !dbg !332
  %11 = insertvalue { i64, i64 } poison, i64 %8, 0, !dbg !332
  %12 = insertvalue { i64, i64 } %11, i64 %10, 1, !dbg !332
  ret { i64, i64 } %12, !dbg !332
}

; Function Attrs: mustprogress nofree norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local noundef i32 @overflow(i32 noundef %0, i32 noundef %1) local_unnamed_addr #4 !dbg !333 {
    #dbg_value(i32 %0, !335, !DIExpression(), !338)
    #dbg_value(i32 %1, !336, !DIExpression(), !338)
  %3 = tail call { i32, i1 } @llvm.sadd.with.overflow.i32(i32 %0, i32 %1), !dbg !339
  %4 = extractvalue { i32, i1 } %3, 1, !dbg !339
    #dbg_value(i32 poison, !337, !DIExpression(), !338)
  %5 = extractvalue { i32, i1 } %3, 0, !dbg !341
  %6 = select i1 %4, i32 -1, i32 %5, !dbg !341
  ret i32 %6, !dbg !342
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare { i32, i1 } @llvm.sadd.with.overflow.i32(i32, i32) #14

; Function Attrs: mustprogress nofree norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local range(i64 0, 712001) i64 @builtins(i64 noundef %0) local_unnamed_addr #4 !dbg !343 {
    #dbg_value(i64 %0, !345, !DIExpression(), !347)
  %2 = tail call range(i64 0, 65) i64 @llvm.ctpop.i64(i64 %0), !dbg !348
    #dbg_value(i64 %2, !346, !DIExpression(), !347)
  %3 = mul nuw nsw i64 %2, 100, !dbg !349
  %4 = tail call range(i64 0, 65) i64 @llvm.cttz.i64(i64 %0, i1 false), !dbg !350
  %5 = add nuw nsw i64 %3, %4, !dbg !351
    #dbg_value(i64 %5, !346, !DIExpression(), !347)
  %6 = mul nuw nsw i64 %5, 100, !dbg !352
  %7 = tail call range(i64 0, 65) i64 @llvm.ctlz.i64(i64 %0, i1 false), !dbg !353
    #dbg_value(i64 poison, !346, !DIExpression(), !347)
  %8 = trunc i64 %0 to i16, !dbg !354
  %9 = tail call i16 @llvm.bswap.i16(i16 %8), !dbg !355
  %10 = zext i16 %9 to i64, !dbg !355
  %11 = add nuw nsw i64 %7, %10, !dbg !356
  %12 = add nuw nsw i64 %11, %6, !dbg !357
  ret i64 %12, !dbg !358
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.ctpop.i64(i64) #14

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.cttz.i64(i64, i1 immarg) #14

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.ctlz.i64(i64, i1 immarg) #14

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i16 @llvm.bswap.i16(i16) #14

; Function Attrs: mustprogress nofree norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(none)
define dso_local i64 @by_value(i64 noundef %0, i64 noundef %1) local_unnamed_addr #4 !dbg !359 {
  %3 = alloca %struct.pair, align 8, !DIAssignID !371
    #dbg_assign(i1 undef, !365, !DIExpression(), !371, ptr %3, !DIExpression(), !372)
  %4 = alloca %struct.pair, align 8
    #dbg_value(i64 %0, !363, !DIExpression(), !372)
    #dbg_value(i64 %1, !364, !DIExpression(), !372)
  call void @llvm.lifetime.start.p0(i64 24, ptr nonnull %3) #21, !dbg !373
  store i64 %0, ptr %4, align 8, !dbg !374
  %5 = getelementptr inbounds i8, ptr %4, i64 8, !dbg !374
  store i64 %1, ptr %5, align 8, !dbg !374
  %6 = getelementptr inbounds i8, ptr %4, i64 16, !dbg !374
  store i64 40, ptr %6, align 8, !dbg !374
  call fastcc void @swapped(ptr dead_on_unwind nonnull writable sret(%struct.pair) align 8 %3, ptr noundef nonnull byval(%struct.pair) align 8 %4) #23, !dbg !375
  %7 = load i64, ptr %3, align 8, !dbg !376
  %8 = mul i64 %7, 10000, !dbg !377
  %9 = getelementptr inbounds i8, ptr %3, i64 8, !dbg !378
  %10 = load i64, ptr %9, align 8, !dbg !378
  %11 = mul i64 %10, 100, !dbg !379
  %12 = add i64 %11, %8, !dbg !380
  %13 = getelementptr inbounds i8, ptr %3, i64 16, !dbg !381
  %14 = load i64, ptr %13, align 8, !dbg !381
  %15 = add i64 %12, %14, !dbg !382
  call void @llvm.lifetime.end.p0(i64 24, ptr nonnull %3) #21, !dbg !383
  ret i64 %15, !dbg !384
}

; Function Attrs: mustprogress nofree noinline norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(argmem: readwrite)
define internal fastcc void @swapped(ptr dead_on_unwind noalias nocapture writable writeonly sret(%struct.pair) align 8 %0, ptr nocapture noundef readonly byval(%struct.pair) align 8 %1) unnamed_addr #10 !dbg !385 {
    #dbg_declare(ptr %1, !389, !DIExpression(), !390)
  %3 = getelementptr inbounds i8, ptr %1, i64 8, !dbg !391
  %4 = load i64, ptr %3, align 8, !dbg !391
  store i64 %4, ptr %0, align 8, !dbg !392
  %5 = getelementptr inbounds i8, ptr %0, i64 8, !dbg !392
  %6 = load i64, ptr %1, align 8, !dbg !393
  store i64 %6, ptr %5, align 8, !dbg !392
  %7 = getelementptr inbounds i8, ptr %0, i64 16, !dbg !392
  %8 = getelementptr inbounds i8, ptr %1, i64 16, !dbg !394
  %9 = load i64, ptr %8, align 8, !dbg !394
  %10 = add i64 %9, 1, !dbg !395
  store i64 %10, ptr %7, align 8, !dbg !392
  ret void, !dbg !396
}

; Function Attrs: mustprogress nofree norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(argmem: readwrite)
define dso_local void @copies(ptr nocapture noundef writeonly %0, ptr nocapture noundef readonly %1) local_unnamed_addr #15 !dbg !397 {
    #dbg_value(ptr %0, !403, !DIExpression(), !405)
    #dbg_value(ptr %1, !404, !DIExpression(), !405)
  tail call void @llvm.memcpy.p0.p0.i64(ptr noundef align 8 dereferenceable(72) %0, ptr noundef align 8 dereferenceable(72) %1, i64 72, i1 false), !dbg !406
  ret void, !dbg !407
}

; Function Attrs: mustprogress nocallback nofree nounwind willreturn memory(argmem: readwrite)
declare void @llvm.memcpy.p0.p0.i64(ptr noalias nocapture writeonly, ptr noalias nocapture readonly, i64, i1 immarg) #16

; Function Attrs: mustprogress nofree norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(argmem: write)
define dso_local void @clears(ptr nocapture noundef writeonly %0) local_unnamed_addr #17 !dbg !408 {
    #dbg_value(ptr %0, !412, !DIExpression(), !413)
  tail call void @llvm.memset.p0.i64(ptr noundef align 8 dereferenceable(72) %0, i8 0, i64 72, i1 false), !dbg !414
  ret void, !dbg !415
}

; Function Attrs: mustprogress nofree norecurse noredzone nounwind null_pointer_is_valid willreturn
define dso_local i32 @compiler_atomics(ptr nocapture noundef %0) local_unnamed_addr #2 !dbg !416 {
    #dbg_value(ptr %0, !421, !DIExpression(), !423)
  %2 = atomicrmw add ptr %0, i32 3 acq_rel, align 4, !dbg !424
    #dbg_value(i32 %2, !422, !DIExpression(), !423)
  %3 = add i32 %2, 1, !dbg !425
  store atomic i32 %3, ptr %0 release, align 4, !dbg !426
  fence seq_cst, !dbg !427
  %4 = cmpxchg ptr %0, i32 %2, i32 9 seq_cst monotonic, align 4, !dbg !428
  %5 = load atomic i32, ptr %0 acquire, align 4, !dbg !429
  ret i32 %5, !dbg !430
}

; Function Attrs: mustprogress nofree norecurse noredzone nounwind null_pointer_is_valid willreturn memory(argmem: readwrite, inaccessiblemem: readwrite)
define dso_local zeroext i8 @low_byte(ptr noundef %0) local_unnamed_addr #0 !dbg !431 {
    #dbg_value(ptr %0, !435, !DIExpression(), !436)
  %2 = load volatile i8, ptr %0, align 1, !dbg !437
  ret i8 %2, !dbg !438
}

; Function Attrs: nofree noredzone nosync nounwind null_pointer_is_valid memory(none)
define dso_local i64 @deep(i64 noundef %0) local_unnamed_addr #18 !dbg !439 {
    #dbg_value(i64 %0, !441, !DIExpression(), !442)
  %2 = icmp eq i64 %0, 0, !dbg !443
  br i1 %2, label %3, label %5, !dbg !443

3:                                                ; preds = %1, %5
  %4 = phi i64 [ %12, %5 ], [ 1, %1 ]
  ret i64 %4, !dbg !444

5:                                                ; preds = %1
  %6 = add i64 %0, -1, !dbg !445
  %7 = tail call i64 @deep(i64 noundef %6) #23, !dbg !446
  %8 = shl i64 %7, 1, !dbg !447
  %9 = lshr i64 %0, 1, !dbg !448
  %10 = tail call i64 @deep(i64 noundef %9) #23, !dbg !449
  %11 = xor i64 %10, %0, !dbg !450
  %12 = add i64 %11, %8, !dbg !451
  br label %3, !dbg !444
}

; Function Attrs: mustprogress nofree norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(inaccessiblemem: write)
define dso_local noundef range(i32 0, 2) i32 @asserts(i32 noundef %0) local_unnamed_addr #19 !dbg !452 {
    #dbg_value(i32 %0, !456, !DIExpression(), !457)
  %2 = icmp slt i32 %0, 6, !dbg !458
  tail call void @llvm.assume(i1 %2), !dbg !460
  ret i32 1, !dbg !461
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write)
declare void @llvm.assume(i1 noundef) #20

attributes #0 = { mustprogress nofree norecurse noredzone nounwind null_pointer_is_valid willreturn memory(argmem: readwrite, inaccessiblemem: readwrite) "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #1 = { mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { mustprogress nofree norecurse noredzone nounwind null_pointer_is_valid willreturn "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #3 = { nofree norecurse noredzone nounwind null_pointer_is_valid memory(argmem: readwrite, inaccessiblemem: readwrite) "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #4 = { mustprogress nofree norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(none) "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #5 = { nofree norecurse noredzone nounwind null_pointer_is_valid memory(inaccessiblemem: readwrite) "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #6 = { mustprogress nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #7 = { mustprogress nofree norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(read, argmem: none, inaccessiblemem: none) "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #8 = { nofree norecurse noredzone nosync nounwind null_pointer_is_valid memory(none) "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #9 = { noredzone nounwind null_pointer_is_valid "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #10 = { mustprogress nofree noinline norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(argmem: readwrite) "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #11 = { nofree norecurse noredzone nosync nounwind null_pointer_is_valid memory(readwrite, inaccessiblemem: none) "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #12 = { mustprogress nofree noinline norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(write, argmem: readwrite, inaccessiblemem: none) "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #13 = { noredzone null_pointer_is_valid "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #14 = { mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #15 = { mustprogress nofree norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(argmem: readwrite) "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #16 = { mustprogress nocallback nofree nounwind willreturn memory(argmem: readwrite) }
attributes #17 = { mustprogress nofree norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(argmem: write) "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #18 = { nofree noredzone nosync nounwind null_pointer_is_valid memory(none) "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #19 = { mustprogress nofree norecurse noredzone nosync nounwind null_pointer_is_valid willreturn memory(inaccessiblemem: write) "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-mmx,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-x87,-xop" "tune-cpu"="generic" }
attributes #20 = { nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: write) }
attributes #21 = { nounwind }
attributes #22 = { nobuiltin noredzone nounwind "no-builtins" }
attributes #23 = { nobuiltin noredzone "no-builtins" }

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
!86 = !{i32 1, !"Code Model", i32 2}
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
!164 = !DILocation(line: 100, column: 25, scope: !153)
!165 = !DILocation(line: 100, column: 2, scope: !153)
!166 = distinct !DISubprogram(name: "switches", scope: !3, file: !3, line: 103, type: !167, scopeLine: 104, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !169)
!167 = !DISubroutineType(types: !168)
!168 = !{!33, !45}
!169 = !{!170}
!170 = !DILocalVariable(name: "v", arg: 1, scope: !166, file: !3, line: 103, type: !45)
!171 = !DILocation(line: 0, scope: !166)
!172 = !DILocation(line: 105, column: 2, scope: !166)
!173 = !DILocation(line: 109, column: 10, scope: !174)
!174 = distinct !DILexicalBlock(scope: !166, file: !3, line: 105, column: 13)
!175 = !DILocation(line: 109, column: 3, scope: !174)
!176 = !DILocation(line: 111, column: 3, scope: !174)
!177 = !DILocation(line: 113, column: 10, scope: !174)
!178 = !DILocation(line: 113, column: 3, scope: !174)
!179 = !DILocation(line: 115, column: 3, scope: !174)
!180 = !DILocation(line: 0, scope: !174)
!181 = !DILocation(line: 117, column: 1, scope: !166)
!182 = distinct !DISubprogram(name: "loops", scope: !3, file: !3, line: 119, type: !154, scopeLine: 120, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !183)
!183 = !{!184, !185, !186}
!184 = !DILocalVariable(name: "n", arg: 1, scope: !182, file: !3, line: 119, type: !33)
!185 = !DILocalVariable(name: "sum", scope: !182, file: !3, line: 121, type: !33)
!186 = !DILocalVariable(name: "i", scope: !187, file: !3, line: 123, type: !33)
!187 = distinct !DILexicalBlock(scope: !182, file: !3, line: 123, column: 2)
!188 = !DILocation(line: 0, scope: !182)
!189 = !DILocation(line: 0, scope: !187)
!190 = !DILocation(line: 123, column: 20, scope: !191)
!191 = distinct !DILexicalBlock(scope: !187, file: !3, line: 123, column: 2)
!192 = !DILocation(line: 123, column: 2, scope: !187)
!193 = !DILocation(line: 124, column: 9, scope: !194)
!194 = distinct !DILexicalBlock(scope: !195, file: !3, line: 124, column: 7)
!195 = distinct !DILexicalBlock(scope: !191, file: !3, line: 123, column: 30)
!196 = !DILocation(line: 124, column: 13, scope: !194)
!197 = !DILocation(line: 124, column: 7, scope: !195)
!198 = !DILocation(line: 128, column: 2, scope: !182)
!199 = !DILocation(line: 121, column: 6, scope: !182)
!200 = !DILocation(line: 123, column: 26, scope: !191)
!201 = distinct !{!201, !192, !202, !203}
!202 = !DILocation(line: 127, column: 2, scope: !187)
!203 = !{!"llvm.loop.mustprogress"}
!204 = distinct !DISubprogram(name: "pointers", scope: !3, file: !3, line: 143, type: !205, scopeLine: 144, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !207)
!205 = !DISubroutineType(types: !206)
!206 = !{!45, !45, !45}
!207 = !{!208, !209, !210}
!208 = !DILocalVariable(name: "which", arg: 1, scope: !204, file: !3, line: 143, type: !45)
!209 = !DILocalVariable(name: "n", arg: 2, scope: !204, file: !3, line: 143, type: !45)
!210 = !DILocalVariable(name: "o", scope: !204, file: !3, line: 145, type: !13)
!211 = distinct !DIAssignID()
!212 = !DILocation(line: 0, scope: !204)
!213 = !DILocation(line: 145, column: 2, scope: !204)
!214 = !DILocation(line: 145, column: 16, scope: !204)
!215 = distinct !DIAssignID()
!216 = !DILocation(line: 145, column: 20, scope: !204)
!217 = distinct !DIAssignID()
!218 = !DILocation(line: 145, column: 46, scope: !204)
!219 = distinct !DIAssignID()
!220 = !DILocation(line: 147, column: 9, scope: !204)
!221 = !{ptr @halve, ptr @twice}
!222 = !DILocation(line: 147, column: 34, scope: !204)
!223 = !DILocation(line: 147, column: 25, scope: !204)
!224 = !DILocation(line: 148, column: 1, scope: !204)
!225 = !DILocation(line: 147, column: 2, scope: !204)
!226 = distinct !DISubprogram(name: "halve", scope: !3, file: !3, line: 131, type: !43, scopeLine: 132, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !227)
!227 = !{!228, !229}
!228 = !DILocalVariable(name: "o", arg: 1, scope: !226, file: !3, line: 131, type: !12)
!229 = !DILocalVariable(name: "n", arg: 2, scope: !226, file: !3, line: 131, type: !45)
!230 = !DILocation(line: 0, scope: !226)
!231 = !DILocation(line: 133, column: 11, scope: !226)
!232 = !DILocation(line: 134, column: 11, scope: !226)
!233 = !DILocation(line: 134, column: 2, scope: !226)
!234 = distinct !DISubprogram(name: "twice", scope: !3, file: !3, line: 137, type: !43, scopeLine: 138, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !235)
!235 = !{!236, !237}
!236 = !DILocalVariable(name: "o", arg: 1, scope: !234, file: !3, line: 137, type: !12)
!237 = !DILocalVariable(name: "n", arg: 2, scope: !234, file: !3, line: 137, type: !45)
!238 = !DILocation(line: 0, scope: !234)
!239 = !DILocation(line: 139, column: 11, scope: !234)
!240 = !DILocation(line: 140, column: 11, scope: !234)
!241 = !DILocation(line: 140, column: 2, scope: !234)
!242 = distinct !DISubprogram(name: "lists", scope: !3, file: !3, line: 158, type: !243, scopeLine: 159, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !245)
!243 = !DISubroutineType(types: !244)
!244 = !{!33}
!245 = !{!246, !247, !251, !252, !254}
!246 = !DILocalVariable(name: "head", scope: !242, file: !3, line: 160, type: !24)
!247 = !DILocalVariable(name: "items", scope: !242, file: !3, line: 160, type: !248)
!248 = !DICompositeType(tag: DW_TAG_array_type, baseType: !24, size: 384, elements: !249)
!249 = !{!250}
!250 = !DISubrange(count: 3)
!251 = !DILocalVariable(name: "n", scope: !242, file: !3, line: 161, type: !33)
!252 = !DILocalVariable(name: "i", scope: !253, file: !3, line: 163, type: !45)
!253 = distinct !DILexicalBlock(scope: !242, file: !3, line: 163, column: 2)
!254 = !DILocalVariable(name: "l", scope: !255, file: !3, line: 165, type: !27)
!255 = distinct !DILexicalBlock(scope: !242, file: !3, line: 165, column: 2)
!256 = distinct !DIAssignID()
!257 = !DILocation(line: 0, scope: !242)
!258 = distinct !DIAssignID()
!259 = !DILocation(line: 160, column: 2, scope: !242)
!260 = !DILocation(line: 160, column: 21, scope: !242)
!261 = distinct !DIAssignID()
!262 = distinct !DIAssignID()
!263 = !DILocation(line: 0, scope: !253)
!264 = !DILocation(line: 164, column: 3, scope: !265)
!265 = distinct !DILexicalBlock(scope: !253, file: !3, line: 163, column: 2)
!266 = !DILocation(line: 164, column: 20, scope: !265)
!267 = !DILocation(line: 165, scope: !255)
!268 = !DILocation(line: 165, column: 37, scope: !269)
!269 = distinct !DILexicalBlock(scope: !255, file: !3, line: 165, column: 2)
!270 = !DILocation(line: 165, column: 2, scope: !255)
!271 = !DILocation(line: 168, column: 1, scope: !242)
!272 = !DILocation(line: 167, column: 2, scope: !242)
!273 = !DILocation(line: 166, column: 9, scope: !269)
!274 = !DILocation(line: 166, column: 19, scope: !269)
!275 = !DILocation(line: 166, column: 14, scope: !269)
!276 = !DILocation(line: 166, column: 28, scope: !269)
!277 = !DILocation(line: 0, scope: !255)
!278 = distinct !{!278, !270, !279, !203}
!279 = !DILocation(line: 166, column: 30, scope: !255)
!280 = distinct !DISubprogram(name: "list_add", scope: !3, file: !3, line: 150, type: !281, scopeLine: 151, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !283)
!281 = !DISubroutineType(types: !282)
!282 = !{null, !27, !27}
!283 = !{!284, !285}
!284 = !DILocalVariable(name: "head", arg: 1, scope: !280, file: !3, line: 150, type: !27)
!285 = !DILocalVariable(name: "item", arg: 2, scope: !280, file: !3, line: 150, type: !27)
!286 = !DILocation(line: 0, scope: !280)
!287 = !DILocation(line: 152, column: 21, scope: !280)
!288 = !DILocation(line: 152, column: 13, scope: !280)
!289 = !DILocation(line: 153, column: 8, scope: !280)
!290 = !DILocation(line: 153, column: 13, scope: !280)
!291 = !DILocation(line: 154, column: 8, scope: !280)
!292 = !DILocation(line: 154, column: 14, scope: !280)
!293 = !DILocation(line: 154, column: 19, scope: !280)
!294 = !DILocation(line: 155, column: 13, scope: !280)
!295 = !DILocation(line: 156, column: 1, scope: !280)
!296 = distinct !DISubprogram(name: "constants", scope: !3, file: !3, line: 171, type: !167, scopeLine: 172, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !297)
!297 = !{!298}
!298 = !DILocalVariable(name: "i", arg: 1, scope: !296, file: !3, line: 171, type: !45)
!299 = !DILocation(line: 0, scope: !296)
!300 = !DILocation(line: 173, column: 31, scope: !296)
!301 = !DILocation(line: 173, column: 9, scope: !296)
!302 = !DILocation(line: 173, column: 36, scope: !296)
!303 = !DILocation(line: 173, column: 41, scope: !296)
!304 = !DILocation(line: 173, column: 50, scope: !296)
!305 = !DILocation(line: 173, column: 48, scope: !296)
!306 = !DILocation(line: 173, column: 2, scope: !296)
!307 = distinct !DISubprogram(name: "calls_out", scope: !3, file: !3, line: 176, type: !308, scopeLine: 177, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !310)
!308 = !DISubroutineType(types: !309)
!309 = !{!33, !12}
!310 = !{!311}
!311 = !DILocalVariable(name: "o", arg: 1, scope: !307, file: !3, line: 176, type: !12)
!312 = !DILocation(line: 0, scope: !307)
!313 = !DILocation(line: 178, column: 22, scope: !307)
!314 = !DILocation(line: 178, column: 19, scope: !307)
!315 = !DILocation(line: 178, column: 9, scope: !307)
!316 = !DILocation(line: 178, column: 32, scope: !307)
!317 = !DILocation(line: 178, column: 2, scope: !307)
!318 = !DISubprogram(name: "elsewhere", scope: !3, file: !3, line: 44, type: !319, flags: DIFlagPrototyped, spFlags: DISPFlagOptimized)
!319 = !DISubroutineType(types: !320)
!320 = !{!33, !33, !12}
!321 = distinct !DISubprogram(name: "wide", scope: !3, file: !3, line: 181, type: !322, scopeLine: 182, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !324)
!322 = !DISubroutineType(types: !323)
!323 = !{!61, !33, !33}
!324 = !{!325, !326}
!325 = !DILocalVariable(name: "a", arg: 1, scope: !321, file: !3, line: 181, type: !33)
!326 = !DILocalVariable(name: "b", arg: 2, scope: !321, file: !3, line: 181, type: !33)
!327 = !DILocation(line: 0, scope: !321)
!328 = !DILocation(line: 183, column: 10, scope: !321)
!329 = !DILocation(line: 183, column: 20, scope: !321)
!330 = !DILocation(line: 183, column: 22, scope: !321)
!331 = !DILocation(line: 183, column: 27, scope: !321)
!332 = !DILocation(line: 183, column: 2, scope: !321)
!333 = distinct !DISubprogram(name: "overflow", scope: !3, file: !3, line: 186, type: !205, scopeLine: 187, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !334)
!334 = !{!335, !336, !337}
!335 = !DILocalVariable(name: "a", arg: 1, scope: !333, file: !3, line: 186, type: !45)
!336 = !DILocalVariable(name: "b", arg: 2, scope: !333, file: !3, line: 186, type: !45)
!337 = !DILocalVariable(name: "sum", scope: !333, file: !3, line: 188, type: !45)
!338 = !DILocation(line: 0, scope: !333)
!339 = !DILocation(line: 190, column: 6, scope: !340)
!340 = distinct !DILexicalBlock(scope: !333, file: !3, line: 190, column: 6)
!341 = !DILocation(line: 190, column: 6, scope: !333)
!342 = !DILocation(line: 193, column: 1, scope: !333)
!343 = distinct !DISubprogram(name: "builtins", scope: !3, file: !3, line: 195, type: !154, scopeLine: 196, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !344)
!344 = !{!345, !346}
!345 = !DILocalVariable(name: "v", arg: 1, scope: !343, file: !3, line: 195, type: !33)
!346 = !DILocalVariable(name: "found", scope: !343, file: !3, line: 197, type: !33)
!347 = !DILocation(line: 0, scope: !343)
!348 = !DILocation(line: 197, column: 14, scope: !343)
!349 = !DILocation(line: 199, column: 16, scope: !343)
!350 = !DILocation(line: 199, column: 25, scope: !343)
!351 = !DILocation(line: 199, column: 22, scope: !343)
!352 = !DILocation(line: 200, column: 16, scope: !343)
!353 = !DILocation(line: 200, column: 25, scope: !343)
!354 = !DILocation(line: 201, column: 35, scope: !343)
!355 = !DILocation(line: 201, column: 17, scope: !343)
!356 = !DILocation(line: 200, column: 22, scope: !343)
!357 = !DILocation(line: 201, column: 15, scope: !343)
!358 = !DILocation(line: 201, column: 2, scope: !343)
!359 = distinct !DISubprogram(name: "by_value", scope: !3, file: !3, line: 213, type: !360, scopeLine: 214, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !362)
!360 = !DISubroutineType(types: !361)
!361 = !{!33, !33, !33}
!362 = !{!363, !364, !365}
!363 = !DILocalVariable(name: "a", arg: 1, scope: !359, file: !3, line: 213, type: !33)
!364 = !DILocalVariable(name: "b", arg: 2, scope: !359, file: !3, line: 213, type: !33)
!365 = !DILocalVariable(name: "p", scope: !359, file: !3, line: 215, type: !366)
!366 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "pair", file: !3, line: 204, size: 192, elements: !367)
!367 = !{!368, !369, !370}
!368 = !DIDerivedType(tag: DW_TAG_member, name: "a", scope: !366, file: !3, line: 205, baseType: !33, size: 64)
!369 = !DIDerivedType(tag: DW_TAG_member, name: "b", scope: !366, file: !3, line: 205, baseType: !33, size: 64, offset: 64)
!370 = !DIDerivedType(tag: DW_TAG_member, name: "c", scope: !366, file: !3, line: 205, baseType: !33, size: 64, offset: 128)
!371 = distinct !DIAssignID()
!372 = !DILocation(line: 0, scope: !359)
!373 = !DILocation(line: 215, column: 2, scope: !359)
!374 = !DILocation(line: 215, column: 39, scope: !359)
!375 = !DILocation(line: 215, column: 18, scope: !359)
!376 = !DILocation(line: 217, column: 11, scope: !359)
!377 = !DILocation(line: 217, column: 13, scope: !359)
!378 = !DILocation(line: 217, column: 25, scope: !359)
!379 = !DILocation(line: 217, column: 27, scope: !359)
!380 = !DILocation(line: 217, column: 21, scope: !359)
!381 = !DILocation(line: 217, column: 37, scope: !359)
!382 = !DILocation(line: 217, column: 33, scope: !359)
!383 = !DILocation(line: 218, column: 1, scope: !359)
!384 = !DILocation(line: 217, column: 2, scope: !359)
!385 = distinct !DISubprogram(name: "swapped", scope: !3, file: !3, line: 208, type: !386, scopeLine: 209, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !388)
!386 = !DISubroutineType(types: !387)
!387 = !{!366, !366}
!388 = !{!389}
!389 = !DILocalVariable(name: "p", arg: 1, scope: !385, file: !3, line: 208, type: !366)
!390 = !DILocation(line: 208, column: 49, scope: !385)
!391 = !DILocation(line: 210, column: 26, scope: !385)
!392 = !DILocation(line: 210, column: 22, scope: !385)
!393 = !DILocation(line: 210, column: 31, scope: !385)
!394 = !DILocation(line: 210, column: 36, scope: !385)
!395 = !DILocation(line: 210, column: 38, scope: !385)
!396 = !DILocation(line: 210, column: 2, scope: !385)
!397 = distinct !DISubprogram(name: "copies", scope: !3, file: !3, line: 220, type: !398, scopeLine: 221, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !402)
!398 = !DISubroutineType(types: !399)
!399 = !{null, !12, !400}
!400 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !401, size: 64)
!401 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !13)
!402 = !{!403, !404}
!403 = !DILocalVariable(name: "to", arg: 1, scope: !397, file: !3, line: 220, type: !12)
!404 = !DILocalVariable(name: "from", arg: 2, scope: !397, file: !3, line: 220, type: !400)
!405 = !DILocation(line: 0, scope: !397)
!406 = !DILocation(line: 222, column: 8, scope: !397)
!407 = !DILocation(line: 223, column: 1, scope: !397)
!408 = distinct !DISubprogram(name: "clears", scope: !3, file: !3, line: 225, type: !409, scopeLine: 226, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !411)
!409 = !DISubroutineType(types: !410)
!410 = !{null, !12}
!411 = !{!412}
!412 = !DILocalVariable(name: "o", arg: 1, scope: !408, file: !3, line: 225, type: !12)
!413 = !DILocation(line: 0, scope: !408)
!414 = !DILocation(line: 227, column: 2, scope: !408)
!415 = !DILocation(line: 228, column: 1, scope: !408)
!416 = distinct !DISubprogram(name: "compiler_atomics", scope: !3, file: !3, line: 230, type: !417, scopeLine: 231, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !420)
!417 = !DISubroutineType(types: !418)
!418 = !{!16, !419}
!419 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !16, size: 64)
!420 = !{!421, !422}
!421 = !DILocalVariable(name: "word", arg: 1, scope: !416, file: !3, line: 230, type: !419)
!422 = !DILocalVariable(name: "old", scope: !416, file: !3, line: 232, type: !16)
!423 = !DILocation(line: 0, scope: !416)
!424 = !DILocation(line: 232, column: 12, scope: !416)
!425 = !DILocation(line: 234, column: 29, scope: !416)
!426 = !DILocation(line: 234, column: 2, scope: !416)
!427 = !DILocation(line: 235, column: 2, scope: !416)
!428 = !DILocation(line: 236, column: 2, scope: !416)
!429 = !DILocation(line: 237, column: 9, scope: !416)
!430 = !DILocation(line: 237, column: 2, scope: !416)
!431 = distinct !DISubprogram(name: "low_byte", scope: !3, file: !3, line: 241, type: !432, scopeLine: 242, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !434)
!432 = !DISubroutineType(types: !433)
!433 = !{!65, !92}
!434 = !{!435}
!435 = !DILocalVariable(name: "entry", arg: 1, scope: !431, file: !3, line: 241, type: !92)
!436 = !DILocation(line: 0, scope: !431)
!437 = !DILocation(line: 243, column: 9, scope: !431)
!438 = !DILocation(line: 243, column: 2, scope: !431)
!439 = distinct !DISubprogram(name: "deep", scope: !3, file: !3, line: 246, type: !154, scopeLine: 247, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !440)
!440 = !{!441}
!441 = !DILocalVariable(name: "n", arg: 1, scope: !439, file: !3, line: 246, type: !33)
!442 = !DILocation(line: 0, scope: !439)
!443 = !DILocation(line: 248, column: 9, scope: !439)
!444 = !DILocation(line: 248, column: 2, scope: !439)
!445 = !DILocation(line: 248, column: 20, scope: !439)
!446 = !DILocation(line: 248, column: 13, scope: !439)
!447 = !DILocation(line: 248, column: 25, scope: !439)
!448 = !DILocation(line: 248, column: 43, scope: !439)
!449 = !DILocation(line: 248, column: 36, scope: !439)
!450 = !DILocation(line: 248, column: 34, scope: !439)
!451 = !DILocation(line: 248, column: 29, scope: !439)
!452 = distinct !DISubprogram(name: "asserts", scope: !3, file: !3, line: 251, type: !453, scopeLine: 252, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !455)
!453 = !DISubroutineType(types: !454)
!454 = !{!45, !45}
!455 = !{!456}
!456 = !DILocalVariable(name: "v", arg: 1, scope: !452, file: !3, line: 251, type: !45)
!457 = !DILocation(line: 0, scope: !452)
!458 = !DILocation(line: 253, column: 8, scope: !459)
!459 = distinct !DILexicalBlock(scope: !452, file: !3, line: 253, column: 6)
!460 = !DILocation(line: 253, column: 6, scope: !452)
!461 = !DILocation(line: 255, column: 2, scope: !452)
