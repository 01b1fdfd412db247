; ModuleID = 'plain.c'
source_filename = "plain.c"
target datalayout = "e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32"
target triple = "aarch64-unknown-linux-gnu"

%struct.object = type { i32, i8, %union.anon, ptr, i32, [4 x %struct.entry_t] }
%union.anon = type { %struct.list }
%struct.list = type { ptr, ptr }
%struct.entry_t = type { i64 }
%struct.anon = type { i64, [4 x i16] }
%struct.pair = type { i64, i64, i64 }

@table = dso_local global [4 x i64] [i64 1, i64 10, i64 100, i64 1000], align 8, !dbg !0
@first = internal global %struct.object { i32 7, i8 18, %union.anon zeroinitializer, ptr null, i32 0, [4 x %struct.entry_t] [%struct.entry_t { i64 1 }, %struct.entry_t { i64 2 }, %struct.entry_t { i64 3 }, %struct.entry_t { i64 4 }] }, align 8, !dbg !74
@objects = dso_local constant [2 x ptr] [ptr @first, ptr @table], align 8, !dbg !68
@primes = internal constant [6 x i16] [i16 2, i16 3, i16 5, i16 7, i16 11, i16 13], align 2, !dbg !76

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @two_looks(ptr noundef %0) #0 !dbg !88 {
  %2 = alloca i64, align 8
  %3 = alloca ptr, align 8
  %4 = alloca %struct.entry_t, align 8
  %5 = alloca i32, align 4
  store ptr %0, ptr %3, align 8
    #dbg_declare(ptr %3, !93, !DIExpression(), !95)
  call void @llvm.lifetime.start.p0(i64 8, ptr %4) #8, !dbg !96
    #dbg_declare(ptr %4, !94, !DIExpression(), !97)
  %6 = getelementptr inbounds %struct.entry_t, ptr %4, i32 0, i32 0, !dbg !98
  %7 = load ptr, ptr %3, align 8, !dbg !99
  %8 = getelementptr inbounds %struct.entry_t, ptr %7, i32 0, i32 0, !dbg !99
  %9 = load volatile i64, ptr %8, align 8, !dbg !99
  store i64 %9, ptr %6, align 8, !dbg !98
  %10 = getelementptr inbounds %struct.entry_t, ptr %4, i32 0, i32 0, !dbg !100
  %11 = load i64, ptr %10, align 8, !dbg !100
  %12 = and i64 %11, 1, !dbg !102
  %13 = icmp ne i64 %12, 0, !dbg !102
  br i1 %13, label %14, label %18, !dbg !103

14:                                               ; preds = %1
  %15 = load ptr, ptr %3, align 8, !dbg !104
  %16 = getelementptr inbounds %struct.entry_t, ptr %15, i32 0, i32 0, !dbg !105
  %17 = load i64, ptr %16, align 8, !dbg !105
  store i64 %17, ptr %2, align 8, !dbg !106
  store i32 1, ptr %5, align 4
  br label %19, !dbg !106

18:                                               ; preds = %1
  store i64 0, ptr %2, align 8, !dbg !107
  store i32 1, ptr %5, align 4
  br label %19, !dbg !107

19:                                               ; preds = %18, %14
  call void @llvm.lifetime.end.p0(i64 8, ptr %4) #8, !dbg !108
  %20 = load i64, ptr %2, align 8, !dbg !108
  ret i64 %20, !dbg !108
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(i64 immarg, ptr nocapture) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(i64 immarg, ptr nocapture) #1

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @follow(ptr noundef %0) #0 !dbg !109 {
  %2 = alloca ptr, align 8
  %3 = alloca ptr, align 8
  store ptr %0, ptr %2, align 8
    #dbg_declare(ptr %2, !114, !DIExpression(), !116)
  call void @llvm.lifetime.start.p0(i64 8, ptr %3) #8, !dbg !117
    #dbg_declare(ptr %3, !115, !DIExpression(), !118)
  %4 = load ptr, ptr %2, align 8, !dbg !119
  %5 = load volatile ptr, ptr %4, align 8, !dbg !119
  store ptr %5, ptr %3, align 8, !dbg !118
  %6 = load ptr, ptr %3, align 8, !dbg !120
  %7 = getelementptr i64, ptr %6, i64 2, !dbg !120
  %8 = load volatile i64, ptr %7, align 8, !dbg !120
  call void @llvm.lifetime.end.p0(i64 8, ptr %3) #8, !dbg !121
  ret i64 %8, !dbg !122
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local void @dependent_stores(ptr noundef %0, ptr noundef %1) #0 !dbg !123 {
  %3 = alloca ptr, align 8
  %4 = alloca ptr, align 8
  %5 = alloca i64, align 8
  store ptr %0, ptr %3, align 8
    #dbg_declare(ptr %3, !127, !DIExpression(), !130)
  store ptr %1, ptr %4, align 8
    #dbg_declare(ptr %4, !128, !DIExpression(), !131)
  call void @llvm.lifetime.start.p0(i64 8, ptr %5) #8, !dbg !132
    #dbg_declare(ptr %5, !129, !DIExpression(), !133)
  %6 = load ptr, ptr %3, align 8, !dbg !134
  %7 = load volatile i64, ptr %6, align 8, !dbg !134
  store i64 %7, ptr %5, align 8, !dbg !133
  %8 = load i64, ptr %5, align 8, !dbg !135
  %9 = add i64 %8, 1, !dbg !135
  %10 = load ptr, ptr %4, align 8, !dbg !135
  %11 = getelementptr i64, ptr %10, i64 0, !dbg !135
  store volatile i64 %9, ptr %11, align 8, !dbg !135
  %12 = load i64, ptr %5, align 8, !dbg !136
  %13 = and i64 %12, 2, !dbg !138
  %14 = icmp ne i64 %13, 0, !dbg !138
  br i1 %14, label %15, label %18, !dbg !139

15:                                               ; preds = %2
  %16 = load ptr, ptr %4, align 8, !dbg !140
  %17 = getelementptr i64, ptr %16, i64 1, !dbg !140
  store volatile i64 5, ptr %17, align 8, !dbg !140
  br label %18, !dbg !140

18:                                               ; preds = %15, %2
  call void @llvm.lifetime.end.p0(i64 8, ptr %5) #8, !dbg !141
  ret void, !dbg !141
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @bit_fields(i32 noundef %0) #0 !dbg !142 {
  %2 = alloca i32, align 4
  %3 = alloca %struct.object, align 8
  store i32 %0, ptr %2, align 4
    #dbg_declare(ptr %2, !146, !DIExpression(), !148)
  call void @llvm.lifetime.start.p0(i64 72, ptr %3) #8, !dbg !149
    #dbg_declare(ptr %3, !147, !DIExpression(), !150)
  %4 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 1, !dbg !151
  %5 = load i8, ptr %4, align 4, !dbg !152
  %6 = and i8 %5, -2, !dbg !152
  %7 = or i8 %6, 1, !dbg !152
  store i8 %7, ptr %4, align 4, !dbg !152
  %8 = load i32, ptr %2, align 4, !dbg !153
  %9 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 1, !dbg !154
  %10 = trunc i32 %8 to i8, !dbg !155
  %11 = load i8, ptr %9, align 4, !dbg !155
  %12 = and i8 %10, 31, !dbg !155
  %13 = shl i8 %12, 1, !dbg !155
  %14 = and i8 %11, -63, !dbg !155
  %15 = or i8 %14, %13, !dbg !155
  store i8 %15, ptr %9, align 4, !dbg !155
  %16 = zext i8 %12 to i32, !dbg !155
  %17 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 1, !dbg !156
  %18 = load i8, ptr %17, align 4, !dbg !157
  %19 = and i8 %18, -65, !dbg !157
  %20 = or i8 %19, 0, !dbg !157
  store i8 %20, ptr %17, align 4, !dbg !157
  %21 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 1, !dbg !158
  %22 = load i8, ptr %21, align 4, !dbg !158
  %23 = and i8 %22, 1, !dbg !158
  %24 = zext i8 %23 to i32, !dbg !158
  %25 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 1, !dbg !159
  %26 = load i8, ptr %25, align 4, !dbg !159
  %27 = lshr i8 %26, 1, !dbg !159
  %28 = and i8 %27, 31, !dbg !159
  %29 = zext i8 %28 to i32, !dbg !159
  %30 = shl i32 %29, 8, !dbg !160
  %31 = or i32 %24, %30, !dbg !161
  %32 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 1, !dbg !162
  %33 = load i8, ptr %32, align 4, !dbg !162
  %34 = lshr i8 %33, 6, !dbg !162
  %35 = and i8 %34, 1, !dbg !162
  %36 = zext i8 %35 to i32, !dbg !162
  %37 = shl i32 %36, 16, !dbg !163
  %38 = or i32 %31, %37, !dbg !164
  %39 = sext i32 %38 to i64, !dbg !165
  call void @llvm.lifetime.end.p0(i64 72, ptr %3) #8, !dbg !166
  ret i64 %39, !dbg !167
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @reads_uninitialised(i32 noundef %0) #0 !dbg !168 {
  %2 = alloca i64, align 8
  %3 = alloca i32, align 4
  %4 = alloca %struct.object, align 8
  %5 = alloca i32, align 4
  store i32 %0, ptr %3, align 4
    #dbg_declare(ptr %3, !170, !DIExpression(), !173)
  call void @llvm.lifetime.start.p0(i64 72, ptr %4) #8, !dbg !174
    #dbg_declare(ptr %4, !171, !DIExpression(), !175)
  %6 = load i32, ptr %3, align 4, !dbg !176
  %7 = getelementptr inbounds i32, ptr %4, i64 1, !dbg !177
  %8 = load volatile i32, ptr %7, align 4, !dbg !178
  %9 = and i32 %6, 31, !dbg !178
  %10 = shl i32 %9, 1, !dbg !178
  %11 = and i32 %8, -63, !dbg !178
  %12 = or i32 %11, %10, !dbg !178
  store volatile i32 %12, ptr %7, align 4, !dbg !178
  %13 = getelementptr inbounds i32, ptr %4, i64 1, !dbg !179
  %14 = load volatile i32, ptr %13, align 4, !dbg !179
  %15 = and i32 %14, 1, !dbg !179
  %16 = icmp ne i32 %15, 0, !dbg !181
  br i1 %16, label %17, label %18, !dbg !182

17:                                               ; preds = %1
  store i64 1, ptr %2, align 8, !dbg !183
  store i32 1, ptr %5, align 4
  br label %19, !dbg !183

18:                                               ; preds = %1
  store i64 2, ptr %2, align 8, !dbg !184
  store i32 1, ptr %5, align 4
  br label %19, !dbg !184

19:                                               ; preds = %18, %17
  call void @llvm.lifetime.end.p0(i64 72, ptr %4) #8, !dbg !185
  %20 = load i64, ptr %2, align 8, !dbg !185
  ret i64 %20, !dbg !185
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @unions(i64 noundef %0) #0 !dbg !186 {
  %2 = alloca i64, align 8
  %3 = alloca %struct.object, align 8
  store i64 %0, ptr %2, align 8
    #dbg_declare(ptr %2, !190, !DIExpression(), !192)
  call void @llvm.lifetime.start.p0(i64 72, ptr %3) #8, !dbg !193
    #dbg_declare(ptr %3, !191, !DIExpression(), !194)
  call void @llvm.memset.p0.i64(ptr align 8 %3, i8 0, i64 72, i1 false), !dbg !194
  %4 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 0, !dbg !195
  %5 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 1, !dbg !195
  %6 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 1, !dbg !195
  %7 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 1, !dbg !195
  %8 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 2, !dbg !195
  %9 = getelementptr inbounds %struct.anon, ptr %8, i32 0, i32 0, !dbg !196
  %10 = load i64, ptr %2, align 8, !dbg !197
  store i64 %10, ptr %9, align 8, !dbg !196
  %11 = getelementptr inbounds %struct.anon, ptr %8, i32 0, i32 1, !dbg !196
  %12 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 3, !dbg !195
  %13 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 4, !dbg !195
  %14 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 5, !dbg !195
  %15 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 2, !dbg !198
  %16 = getelementptr inbounds %struct.anon, ptr %15, i32 0, i32 1, !dbg !198
  %17 = getelementptr [4 x i16], ptr %16, i64 0, i64 1, !dbg !199
  store i16 -16657, ptr %17, align 2, !dbg !200
  %18 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 2, !dbg !201
  %19 = getelementptr inbounds %struct.list, ptr %18, i32 0, i32 0, !dbg !202
  %20 = load ptr, ptr %19, align 8, !dbg !202
  %21 = ptrtoint ptr %20 to i64, !dbg !203
  %22 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 2, !dbg !204
  %23 = getelementptr inbounds %struct.anon, ptr %22, i32 0, i32 1, !dbg !204
  %24 = getelementptr [4 x i16], ptr %23, i64 0, i64 1, !dbg !205
  %25 = load i16, ptr %24, align 2, !dbg !205
  %26 = zext i16 %25 to i64, !dbg !205
  %27 = add i64 %21, %26, !dbg !206
  call void @llvm.lifetime.end.p0(i64 72, ptr %3) #8, !dbg !207
  ret i64 %27, !dbg !208
}

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr nocapture writeonly, i8, i64, i1 immarg) #2

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @switches(i32 noundef %0) #0 !dbg !209 {
  %2 = alloca i64, align 8
  %3 = alloca i32, align 4
  store i32 %0, ptr %3, align 4
    #dbg_declare(ptr %3, !213, !DIExpression(), !214)
  %4 = load i32, ptr %3, align 4, !dbg !215
  switch i32 %4, label %15 [
    i32 0, label %5
    i32 1, label %6
    i32 2, label %6
    i32 3, label %6
    i32 4, label %6
    i32 5, label %6
    i32 -3, label %12
    i32 1000, label %13
  ], !dbg !216

5:                                                ; preds = %1
  store i64 7, ptr %2, align 8, !dbg !217
  br label %16, !dbg !217

6:                                                ; preds = %1, %1, %1, %1, %1
  %7 = load i32, ptr %3, align 4, !dbg !219
  %8 = sext i32 %7 to i64, !dbg !220
  %9 = getelementptr [6 x i16], ptr @primes, i64 0, i64 %8, !dbg !220
  %10 = load i16, ptr %9, align 2, !dbg !220
  %11 = zext i16 %10 to i64, !dbg !220
  store i64 %11, ptr %2, align 8, !dbg !221
  br label %16, !dbg !221

12:                                               ; preds = %1
  store i64 99, ptr %2, align 8, !dbg !222
  br label %16, !dbg !222

13:                                               ; preds = %1
  %14 = load i64, ptr getelementptr ([4 x i64], ptr @table, i64 0, i64 3), align 8, !dbg !223
  store i64 %14, ptr %2, align 8, !dbg !224
  br label %16, !dbg !224

15:                                               ; preds = %1
  store i64 0, ptr %2, align 8, !dbg !225
  br label %16, !dbg !225

16:                                               ; preds = %15, %13, %12, %6, %5
  %17 = load i64, ptr %2, align 8, !dbg !226
  ret i64 %17, !dbg !226
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @loops(i64 noundef %0) #0 !dbg !227 {
  %2 = alloca i64, align 8
  %3 = alloca i64, align 8
  %4 = alloca i64, align 8
  store i64 %0, ptr %2, align 8
    #dbg_declare(ptr %2, !229, !DIExpression(), !233)
  call void @llvm.lifetime.start.p0(i64 8, ptr %3) #8, !dbg !234
    #dbg_declare(ptr %3, !230, !DIExpression(), !235)
  store i64 0, ptr %3, align 8, !dbg !235
  call void @llvm.lifetime.start.p0(i64 8, ptr %4) #8, !dbg !236
    #dbg_declare(ptr %4, !231, !DIExpression(), !237)
  store i64 0, ptr %4, align 8, !dbg !237
  br label %5, !dbg !236

5:                                                ; preds = %21, %1
  %6 = load i64, ptr %4, align 8, !dbg !238
  %7 = load i64, ptr %2, align 8, !dbg !240
  %8 = icmp ult i64 %6, %7, !dbg !241
  br i1 %8, label %10, label %9, !dbg !242

9:                                                ; preds = %5
  call void @llvm.lifetime.end.p0(i64 8, ptr %4) #8, !dbg !243
  br label %24

10:                                               ; preds = %5
  %11 = load i64, ptr %4, align 8, !dbg !244
  %12 = urem i64 %11, 3, !dbg !247
  %13 = icmp eq i64 %12, 0, !dbg !248
  br i1 %13, label %14, label %15, !dbg !249

14:                                               ; preds = %10
  br label %21, !dbg !250

15:                                               ; preds = %10
  %16 = load i64, ptr %4, align 8, !dbg !251
  %17 = load i64, ptr %4, align 8, !dbg !252
  %18 = mul i64 %16, %17, !dbg !253
  %19 = load i64, ptr %3, align 8, !dbg !254
  %20 = add i64 %19, %18, !dbg !254
  store i64 %20, ptr %3, align 8, !dbg !254
  br label %21, !dbg !255

21:                                               ; preds = %15, %14
  %22 = load i64, ptr %4, align 8, !dbg !256
  %23 = add i64 %22, 1, !dbg !256
  store i64 %23, ptr %4, align 8, !dbg !256
  br label %5, !dbg !243, !llvm.loop !257

24:                                               ; preds = %9
  %25 = load i64, ptr %3, align 8, !dbg !260
  call void @llvm.lifetime.end.p0(i64 8, ptr %3) #8, !dbg !261
  ret i64 %25, !dbg !262
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i32 @pointers(i32 noundef %0, i32 noundef %1) #0 !dbg !263 {
  %3 = alloca i32, align 4
  %4 = alloca i32, align 4
  %5 = alloca %struct.object, align 8
  store i32 %0, ptr %3, align 4
    #dbg_declare(ptr %3, !267, !DIExpression(), !270)
  store i32 %1, ptr %4, align 4
    #dbg_declare(ptr %4, !268, !DIExpression(), !271)
  call void @llvm.lifetime.start.p0(i64 72, ptr %5) #8, !dbg !272
    #dbg_declare(ptr %5, !269, !DIExpression(), !273)
  call void @llvm.memset.p0.i64(ptr align 8 %5, i8 0, i64 72, i1 false), !dbg !273
  %6 = getelementptr inbounds %struct.object, ptr %5, i32 0, i32 0, !dbg !274
  store i32 100, ptr %6, align 8, !dbg !274
  %7 = getelementptr inbounds %struct.object, ptr %5, i32 0, i32 1, !dbg !274
  %8 = getelementptr inbounds %struct.object, ptr %5, i32 0, i32 1, !dbg !274
  %9 = getelementptr inbounds %struct.object, ptr %5, i32 0, i32 1, !dbg !274
  %10 = getelementptr inbounds %struct.object, ptr %5, i32 0, i32 2, !dbg !274
  %11 = getelementptr inbounds %struct.object, ptr %5, i32 0, i32 3, !dbg !274
  %12 = load i32, ptr %3, align 4, !dbg !275
  %13 = icmp ne i32 %12, 0, !dbg !275
  %14 = zext i1 %13 to i64, !dbg !275
  %15 = select i1 %13, ptr @halve, ptr @twice, !dbg !275
  store ptr %15, ptr %11, align 8, !dbg !274
  %16 = getelementptr inbounds %struct.object, ptr %5, i32 0, i32 4, !dbg !274
  %17 = getelementptr inbounds %struct.object, ptr %5, i32 0, i32 5, !dbg !274
  %18 = getelementptr inbounds %struct.object, ptr %5, i32 0, i32 3, !dbg !276
  %19 = load ptr, ptr %18, align 8, !dbg !276
  %20 = load i32, ptr %4, align 4, !dbg !277
  %21 = call i32 %19(ptr noundef %5, i32 noundef %20) #9, !dbg !278
  %22 = getelementptr inbounds %struct.object, ptr %5, i32 0, i32 0, !dbg !279
  %23 = load i32, ptr %22, align 8, !dbg !279
  %24 = add i32 %21, %23, !dbg !280
  call void @llvm.lifetime.end.p0(i64 72, ptr %5) #8, !dbg !281
  ret i32 %24, !dbg !282
}

; Function Attrs: noinline nounwind null_pointer_is_valid
define internal i32 @halve(ptr noundef %0, i32 noundef %1) #3 !dbg !283 {
  %3 = alloca ptr, align 8
  %4 = alloca i32, align 4
  store ptr %0, ptr %3, align 8
    #dbg_declare(ptr %3, !285, !DIExpression(), !287)
  store i32 %1, ptr %4, align 4
    #dbg_declare(ptr %4, !286, !DIExpression(), !288)
  %5 = load i32, ptr %4, align 4, !dbg !289
  %6 = load ptr, ptr %3, align 8, !dbg !290
  %7 = getelementptr inbounds %struct.object, ptr %6, i32 0, i32 0, !dbg !291
  %8 = load i32, ptr %7, align 8, !dbg !292
  %9 = add i32 %8, %5, !dbg !292
  store i32 %9, ptr %7, align 8, !dbg !292
  %10 = load i32, ptr %4, align 4, !dbg !293
  %11 = sdiv i32 %10, 2, !dbg !294
  ret i32 %11, !dbg !295
}

; Function Attrs: noinline nounwind null_pointer_is_valid
define internal i32 @twice(ptr noundef %0, i32 noundef %1) #3 !dbg !296 {
  %3 = alloca ptr, align 8
  %4 = alloca i32, align 4
  store ptr %0, ptr %3, align 8
    #dbg_declare(ptr %3, !298, !DIExpression(), !300)
  store i32 %1, ptr %4, align 4
    #dbg_declare(ptr %4, !299, !DIExpression(), !301)
  %5 = load i32, ptr %4, align 4, !dbg !302
  %6 = load ptr, ptr %3, align 8, !dbg !303
  %7 = getelementptr inbounds %struct.object, ptr %6, i32 0, i32 0, !dbg !304
  %8 = load i32, ptr %7, align 8, !dbg !305
  %9 = xor i32 %8, %5, !dbg !305
  store i32 %9, ptr %7, align 8, !dbg !305
  %10 = load i32, ptr %4, align 4, !dbg !306
  %11 = mul i32 %10, 2, !dbg !307
  ret i32 %11, !dbg !308
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @lists() #0 !dbg !309 {
  %1 = alloca %struct.list, align 8
  %2 = alloca [3 x %struct.list], align 8
  %3 = alloca i64, align 8
  %4 = alloca i32, align 4
  %5 = alloca ptr, align 8
  call void @llvm.lifetime.start.p0(i64 16, ptr %1) #8, !dbg !323
    #dbg_declare(ptr %1, !313, !DIExpression(), !324)
  %6 = getelementptr inbounds %struct.list, ptr %1, i32 0, i32 0, !dbg !325
  store ptr %1, ptr %6, align 8, !dbg !325
  %7 = getelementptr inbounds %struct.list, ptr %1, i32 0, i32 1, !dbg !325
  store ptr %1, ptr %7, align 8, !dbg !325
  call void @llvm.lifetime.start.p0(i64 48, ptr %2) #8, !dbg !323
    #dbg_declare(ptr %2, !314, !DIExpression(), !326)
  call void @llvm.lifetime.start.p0(i64 8, ptr %3) #8, !dbg !327
    #dbg_declare(ptr %3, !318, !DIExpression(), !328)
  store i64 0, ptr %3, align 8, !dbg !328
  call void @llvm.lifetime.start.p0(i64 4, ptr %4) #8, !dbg !329
    #dbg_declare(ptr %4, !319, !DIExpression(), !330)
  store i32 0, ptr %4, align 4, !dbg !330
  br label %8, !dbg !329

8:                                                ; preds = %16, %0
  %9 = load i32, ptr %4, align 4, !dbg !331
  %10 = icmp slt i32 %9, 3, !dbg !333
  br i1 %10, label %12, label %11, !dbg !334

11:                                               ; preds = %8
  call void @llvm.lifetime.end.p0(i64 4, ptr %4) #8, !dbg !335
  br label %19

12:                                               ; preds = %8
  %13 = load i32, ptr %4, align 4, !dbg !336
  %14 = sext i32 %13 to i64, !dbg !337
  %15 = getelementptr [3 x %struct.list], ptr %2, i64 0, i64 %14, !dbg !337
  call void @list_add(ptr noundef %1, ptr noundef %15) #9, !dbg !338
  br label %16, !dbg !338

16:                                               ; preds = %12
  %17 = load i32, ptr %4, align 4, !dbg !339
  %18 = add i32 %17, 1, !dbg !339
  store i32 %18, ptr %4, align 4, !dbg !339
  br label %8, !dbg !335, !llvm.loop !340

19:                                               ; preds = %11
  call void @llvm.lifetime.start.p0(i64 8, ptr %5) #8, !dbg !342
    #dbg_declare(ptr %5, !321, !DIExpression(), !343)
  %20 = getelementptr inbounds %struct.list, ptr %1, i32 0, i32 0, !dbg !344
  %21 = load ptr, ptr %20, align 8, !dbg !344
  store ptr %21, ptr %5, align 8, !dbg !343
  br label %22, !dbg !342

22:                                               ; preds = %37, %19
  %23 = load ptr, ptr %5, align 8, !dbg !345
  %24 = icmp ne ptr %23, %1, !dbg !347
  br i1 %24, label %26, label %25, !dbg !348

25:                                               ; preds = %22
  call void @llvm.lifetime.end.p0(i64 8, ptr %5) #8, !dbg !349
  br label %41

26:                                               ; preds = %22
  %27 = load i64, ptr %3, align 8, !dbg !350
  %28 = mul i64 %27, 10, !dbg !351
  %29 = load ptr, ptr %5, align 8, !dbg !352
  %30 = getelementptr inbounds [3 x %struct.list], ptr %2, i64 0, i64 0, !dbg !353
  %31 = ptrtoint ptr %29 to i64, !dbg !354
  %32 = ptrtoint ptr %30 to i64, !dbg !354
  %33 = sub i64 %31, %32, !dbg !354
  %34 = sdiv exact i64 %33, 16, !dbg !354
  %35 = add i64 %28, %34, !dbg !355
  %36 = add i64 %35, 1, !dbg !356
  store i64 %36, ptr %3, align 8, !dbg !357
  br label %37, !dbg !358

37:                                               ; preds = %26
  %38 = load ptr, ptr %5, align 8, !dbg !359
  %39 = getelementptr inbounds %struct.list, ptr %38, i32 0, i32 0, !dbg !360
  %40 = load ptr, ptr %39, align 8, !dbg !360
  store ptr %40, ptr %5, align 8, !dbg !361
  br label %22, !dbg !349, !llvm.loop !362

41:                                               ; preds = %25
  %42 = load i64, ptr %3, align 8, !dbg !364
  call void @llvm.lifetime.end.p0(i64 8, ptr %3) #8, !dbg !365
  call void @llvm.lifetime.end.p0(i64 48, ptr %2) #8, !dbg !365
  call void @llvm.lifetime.end.p0(i64 16, ptr %1) #8, !dbg !365
  ret i64 %42, !dbg !366
}

; Function Attrs: noinline nounwind null_pointer_is_valid
define internal void @list_add(ptr noundef %0, ptr noundef %1) #3 !dbg !367 {
  %3 = alloca ptr, align 8
  %4 = alloca ptr, align 8
  store ptr %0, ptr %3, align 8
    #dbg_declare(ptr %3, !371, !DIExpression(), !373)
  store ptr %1, ptr %4, align 8
    #dbg_declare(ptr %4, !372, !DIExpression(), !374)
  %5 = load ptr, ptr %3, align 8, !dbg !375
  %6 = getelementptr inbounds %struct.list, ptr %5, i32 0, i32 0, !dbg !376
  %7 = load ptr, ptr %6, align 8, !dbg !376
  %8 = load ptr, ptr %4, align 8, !dbg !377
  %9 = getelementptr inbounds %struct.list, ptr %8, i32 0, i32 0, !dbg !378
  store ptr %7, ptr %9, align 8, !dbg !379
  %10 = load ptr, ptr %3, align 8, !dbg !380
  %11 = load ptr, ptr %4, align 8, !dbg !381
  %12 = getelementptr inbounds %struct.list, ptr %11, i32 0, i32 1, !dbg !382
  store ptr %10, ptr %12, align 8, !dbg !383
  %13 = load ptr, ptr %4, align 8, !dbg !384
  %14 = load ptr, ptr %3, align 8, !dbg !385
  %15 = getelementptr inbounds %struct.list, ptr %14, i32 0, i32 0, !dbg !386
  %16 = load ptr, ptr %15, align 8, !dbg !386
  %17 = getelementptr inbounds %struct.list, ptr %16, i32 0, i32 1, !dbg !387
  store ptr %13, ptr %17, align 8, !dbg !388
  %18 = load ptr, ptr %4, align 8, !dbg !389
  %19 = load ptr, ptr %3, align 8, !dbg !390
  %20 = getelementptr inbounds %struct.list, ptr %19, i32 0, i32 0, !dbg !391
  store ptr %18, ptr %20, align 8, !dbg !392
  ret void, !dbg !393
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @constants(i32 noundef %0) #0 !dbg !394 {
  %2 = alloca i32, align 4
  store i32 %0, ptr %2, align 4
    #dbg_declare(ptr %2, !396, !DIExpression(), !397)
  %3 = load ptr, ptr @objects, align 8, !dbg !398
  %4 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 5, !dbg !399
  %5 = load i32, ptr %2, align 4, !dbg !400
  %6 = and i32 %5, 3, !dbg !401
  %7 = sext i32 %6 to i64, !dbg !398
  %8 = getelementptr [4 x %struct.entry_t], ptr %4, i64 0, i64 %7, !dbg !398
  %9 = getelementptr inbounds %struct.entry_t, ptr %8, i32 0, i32 0, !dbg !402
  %10 = load i64, ptr %9, align 8, !dbg !402
  %11 = mul i64 %10, 1000, !dbg !403
  %12 = load i32, ptr %2, align 4, !dbg !404
  %13 = and i32 %12, 3, !dbg !405
  %14 = sext i32 %13 to i64, !dbg !406
  %15 = getelementptr [6 x i16], ptr @primes, i64 0, i64 %14, !dbg !406
  %16 = load i16, ptr %15, align 2, !dbg !406
  %17 = zext i16 %16 to i64, !dbg !406
  %18 = add i64 %11, %17, !dbg !407
  ret i64 %18, !dbg !408
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @calls_out(ptr noundef %0) #0 !dbg !409 {
  %2 = alloca ptr, align 8
  store ptr %0, ptr %2, align 8
    #dbg_declare(ptr %2, !413, !DIExpression(), !414)
  %3 = load ptr, ptr %2, align 8, !dbg !415
  %4 = getelementptr inbounds %struct.object, ptr %3, i32 0, i32 0, !dbg !416
  %5 = load i32, ptr %4, align 8, !dbg !416
  %6 = zext i32 %5 to i64, !dbg !415
  %7 = load ptr, ptr %2, align 8, !dbg !417
  %8 = call i64 @elsewhere(i64 noundef %6, ptr noundef %7) #9, !dbg !418
  %9 = add i64 %8, 1, !dbg !419
  ret i64 %9, !dbg !420
}

; Function Attrs: null_pointer_is_valid
declare !dbg !421 dso_local i64 @elsewhere(i64 noundef, ptr noundef) #4

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i128 @wide(i64 noundef %0, i64 noundef %1) #0 !dbg !424 {
  %3 = alloca i64, align 8
  %4 = alloca i64, align 8
  store i64 %0, ptr %3, align 8
    #dbg_declare(ptr %3, !428, !DIExpression(), !430)
  store i64 %1, ptr %4, align 8
    #dbg_declare(ptr %4, !429, !DIExpression(), !431)
  %5 = load i64, ptr %3, align 8, !dbg !432
  %6 = zext i64 %5 to i128, !dbg !433
  %7 = load i64, ptr %4, align 8, !dbg !434
  %8 = zext i64 %7 to i128, !dbg !434
  %9 = mul i128 %6, %8, !dbg !435
  %10 = load i64, ptr %4, align 8, !dbg !436
  %11 = zext i64 %10 to i128, !dbg !436
  %12 = add i128 %9, %11, !dbg !437
  %13 = udiv i128 %12, 3, !dbg !438
  ret i128 %13, !dbg !439
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i32 @overflow(i32 noundef %0, i32 noundef %1) #0 !dbg !440 {
  %3 = alloca i32, align 4
  %4 = alloca i32, align 4
  %5 = alloca i32, align 4
  %6 = alloca i32, align 4
  %7 = alloca i32, align 4
  store i32 %0, ptr %4, align 4
    #dbg_declare(ptr %4, !442, !DIExpression(), !445)
  store i32 %1, ptr %5, align 4
    #dbg_declare(ptr %5, !443, !DIExpression(), !446)
  call void @llvm.lifetime.start.p0(i64 4, ptr %6) #8, !dbg !447
    #dbg_declare(ptr %6, !444, !DIExpression(), !448)
  %8 = load i32, ptr %4, align 4, !dbg !449
  %9 = load i32, ptr %5, align 4, !dbg !451
  %10 = call { i32, i1 } @llvm.sadd.with.overflow.i32(i32 %8, i32 %9), !dbg !452
  %11 = extractvalue { i32, i1 } %10, 1, !dbg !452
  %12 = extractvalue { i32, i1 } %10, 0, !dbg !452
  store i32 %12, ptr %6, align 4, !dbg !452
  br i1 %11, label %13, label %14, !dbg !453

13:                                               ; preds = %2
  store i32 -1, ptr %3, align 4, !dbg !454
  store i32 1, ptr %7, align 4
  br label %16, !dbg !454

14:                                               ; preds = %2
  %15 = load i32, ptr %6, align 4, !dbg !455
  store i32 %15, ptr %3, align 4, !dbg !456
  store i32 1, ptr %7, align 4
  br label %16, !dbg !456

16:                                               ; preds = %14, %13
  call void @llvm.lifetime.end.p0(i64 4, ptr %6) #8, !dbg !457
  %17 = load i32, ptr %3, align 4, !dbg !457
  ret i32 %17, !dbg !457
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare { i32, i1 } @llvm.sadd.with.overflow.i32(i32, i32) #5

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @builtins(i64 noundef %0) #0 !dbg !458 {
  %2 = alloca i64, align 8
  %3 = alloca i64, align 8
  store i64 %0, ptr %2, align 8
    #dbg_declare(ptr %2, !460, !DIExpression(), !462)
  call void @llvm.lifetime.start.p0(i64 8, ptr %3) #8, !dbg !463
    #dbg_declare(ptr %3, !461, !DIExpression(), !464)
  %4 = load i64, ptr %2, align 8, !dbg !465
  %5 = call i64 @llvm.ctpop.i64(i64 %4), !dbg !466
  %6 = trunc i64 %5 to i32, !dbg !466
  %7 = sext i32 %6 to i64, !dbg !466
  store i64 %7, ptr %3, align 8, !dbg !464
  %8 = load i64, ptr %3, align 8, !dbg !467
  %9 = mul i64 %8, 100, !dbg !468
  %10 = load i64, ptr %2, align 8, !dbg !469
  %11 = icmp ne i64 %10, 0, !dbg !469
  br i1 %11, label %12, label %16, !dbg !469

12:                                               ; preds = %1
  %13 = load i64, ptr %2, align 8, !dbg !470
  %14 = call i64 @llvm.cttz.i64(i64 %13, i1 false), !dbg !471
  %15 = trunc i64 %14 to i32, !dbg !471
  br label %17, !dbg !469

16:                                               ; preds = %1
  br label %17, !dbg !469

17:                                               ; preds = %16, %12
  %18 = phi i32 [ %15, %12 ], [ 64, %16 ], !dbg !469
  %19 = sext i32 %18 to i64, !dbg !472
  %20 = add i64 %9, %19, !dbg !473
  store i64 %20, ptr %3, align 8, !dbg !474
  %21 = load i64, ptr %3, align 8, !dbg !475
  %22 = mul i64 %21, 100, !dbg !476
  %23 = load i64, ptr %2, align 8, !dbg !477
  %24 = icmp ne i64 %23, 0, !dbg !477
  br i1 %24, label %25, label %29, !dbg !477

25:                                               ; preds = %17
  %26 = load i64, ptr %2, align 8, !dbg !478
  %27 = call i64 @llvm.ctlz.i64(i64 %26, i1 false), !dbg !479
  %28 = trunc i64 %27 to i32, !dbg !479
  br label %30, !dbg !477

29:                                               ; preds = %17
  br label %30, !dbg !477

30:                                               ; preds = %29, %25
  %31 = phi i32 [ %28, %25 ], [ 64, %29 ], !dbg !477
  %32 = sext i32 %31 to i64, !dbg !480
  %33 = add i64 %22, %32, !dbg !481
  store i64 %33, ptr %3, align 8, !dbg !482
  %34 = load i64, ptr %3, align 8, !dbg !483
  %35 = load i64, ptr %2, align 8, !dbg !484
  %36 = trunc i64 %35 to i16, !dbg !484
  %37 = call i16 @llvm.bswap.i16(i16 %36), !dbg !485
  %38 = zext i16 %37 to i64, !dbg !485
  %39 = add i64 %34, %38, !dbg !486
  %40 = load i64, ptr %2, align 8, !dbg !487
  %41 = call i1 @llvm.is.constant.i64(i64 %40), !dbg !488
  %42 = zext i1 %41 to i32, !dbg !488
  %43 = sext i32 %42 to i64, !dbg !488
  %44 = add i64 %39, %43, !dbg !489
  call void @llvm.lifetime.end.p0(i64 8, ptr %3) #8, !dbg !490
  ret i64 %44, !dbg !491
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.ctpop.i64(i64) #5

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.cttz.i64(i64, i1 immarg) #5

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.ctlz.i64(i64, i1 immarg) #5

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i16 @llvm.bswap.i16(i16) #5

; Function Attrs: convergent nocallback nofree nosync nounwind willreturn memory(none)
declare i1 @llvm.is.constant.i64(i64) #6

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @by_value(i64 noundef %0, i64 noundef %1) #0 !dbg !492 {
  %3 = alloca i64, align 8
  %4 = alloca i64, align 8
  %5 = alloca %struct.pair, align 8
  %6 = alloca %struct.pair, align 8
  %7 = alloca %struct.pair, align 8
  store i64 %0, ptr %3, align 8
    #dbg_declare(ptr %3, !496, !DIExpression(), !504)
  store i64 %1, ptr %4, align 8
    #dbg_declare(ptr %4, !497, !DIExpression(), !505)
  call void @llvm.lifetime.start.p0(i64 24, ptr %5) #8, !dbg !506
    #dbg_declare(ptr %5, !498, !DIExpression(), !507)
  %8 = getelementptr inbounds %struct.pair, ptr %6, i32 0, i32 0, !dbg !508
  %9 = load i64, ptr %3, align 8, !dbg !509
  store i64 %9, ptr %8, align 8, !dbg !508
  %10 = getelementptr inbounds %struct.pair, ptr %6, i32 0, i32 1, !dbg !508
  %11 = load i64, ptr %4, align 8, !dbg !510
  store i64 %11, ptr %10, align 8, !dbg !508
  %12 = getelementptr inbounds %struct.pair, ptr %6, i32 0, i32 2, !dbg !508
  store i64 40, ptr %12, align 8, !dbg !508
  call void @llvm.lifetime.start.p0(i64 24, ptr %7) #8, !dbg !511
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %7, ptr align 8 %6, i64 24, i1 false), !dbg !511
  call void @swapped(ptr dead_on_unwind writable sret(%struct.pair) align 8 %5, ptr noundef %7) #9, !dbg !511
  call void @llvm.lifetime.end.p0(i64 24, ptr %7) #8, !dbg !511
  %13 = getelementptr inbounds %struct.pair, ptr %5, i32 0, i32 0, !dbg !512
  %14 = load i64, ptr %13, align 8, !dbg !512
  %15 = mul i64 %14, 10000, !dbg !513
  %16 = getelementptr inbounds %struct.pair, ptr %5, i32 0, i32 1, !dbg !514
  %17 = load i64, ptr %16, align 8, !dbg !514
  %18 = mul i64 %17, 100, !dbg !515
  %19 = add i64 %15, %18, !dbg !516
  %20 = getelementptr inbounds %struct.pair, ptr %5, i32 0, i32 2, !dbg !517
  %21 = load i64, ptr %20, align 8, !dbg !517
  %22 = add i64 %19, %21, !dbg !518
  call void @llvm.lifetime.end.p0(i64 24, ptr %5) #8, !dbg !519
  ret i64 %22, !dbg !520
}

; Function Attrs: noinline nounwind null_pointer_is_valid
define internal void @swapped(ptr dead_on_unwind noalias writable sret(%struct.pair) align 8 %0, ptr noundef %1) #3 !dbg !521 {
  %3 = alloca ptr, align 8
  store ptr %1, ptr %3, align 8
    #dbg_declare(ptr %3, !525, !DIExpression(DW_OP_deref), !526)
  %4 = getelementptr inbounds %struct.pair, ptr %0, i32 0, i32 0, !dbg !527
  %5 = getelementptr inbounds %struct.pair, ptr %1, i32 0, i32 1, !dbg !528
  %6 = load i64, ptr %5, align 8, !dbg !528
  store i64 %6, ptr %4, align 8, !dbg !527
  %7 = getelementptr inbounds %struct.pair, ptr %0, i32 0, i32 1, !dbg !527
  %8 = getelementptr inbounds %struct.pair, ptr %1, i32 0, i32 0, !dbg !529
  %9 = load i64, ptr %8, align 8, !dbg !529
  store i64 %9, ptr %7, align 8, !dbg !527
  %10 = getelementptr inbounds %struct.pair, ptr %0, i32 0, i32 2, !dbg !527
  %11 = getelementptr inbounds %struct.pair, ptr %1, i32 0, i32 2, !dbg !530
  %12 = load i64, ptr %11, align 8, !dbg !530
  %13 = add i64 %12, 1, !dbg !531
  store i64 %13, ptr %10, align 8, !dbg !527
  ret void, !dbg !532
}

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: readwrite)
declare void @llvm.memcpy.p0.p0.i64(ptr noalias nocapture writeonly, ptr noalias nocapture readonly, i64, i1 immarg) #7

; Function Attrs: nounwind null_pointer_is_valid
define dso_local void @copies(ptr noundef %0, ptr noundef %1) #0 !dbg !533 {
  %3 = alloca ptr, align 8
  %4 = alloca ptr, align 8
  store ptr %0, ptr %3, align 8
    #dbg_declare(ptr %3, !539, !DIExpression(), !541)
  store ptr %1, ptr %4, align 8
    #dbg_declare(ptr %4, !540, !DIExpression(), !542)
  %5 = load ptr, ptr %3, align 8, !dbg !543
  %6 = load ptr, ptr %4, align 8, !dbg !544
  call void @llvm.memcpy.p0.p0.i64(ptr align 8 %5, ptr align 8 %6, i64 72, i1 false), !dbg !545
  ret void, !dbg !546
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local void @clears(ptr noundef %0) #0 !dbg !547 {
  %2 = alloca ptr, align 8
  store ptr %0, ptr %2, align 8
    #dbg_declare(ptr %2, !551, !DIExpression(), !552)
  %3 = load ptr, ptr %2, align 8, !dbg !553
  call void @llvm.memset.p0.i64(ptr align 8 %3, i8 0, i64 72, i1 false), !dbg !554
  ret void, !dbg !555
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i32 @compiler_atomics(ptr noundef %0) #0 !dbg !556 {
  %2 = alloca ptr, align 8
  %3 = alloca i32, align 4
  %4 = alloca i32, align 4
  %5 = alloca i32, align 4
  %6 = alloca i32, align 4
  %7 = alloca i32, align 4
  %8 = alloca i8, align 1
  %9 = alloca i32, align 4
  store ptr %0, ptr %2, align 8
    #dbg_declare(ptr %2, !561, !DIExpression(), !563)
  call void @llvm.lifetime.start.p0(i64 4, ptr %3) #8, !dbg !564
    #dbg_declare(ptr %3, !562, !DIExpression(), !565)
  %10 = load ptr, ptr %2, align 8, !dbg !566
  store i32 3, ptr %4, align 4, !dbg !567
  %11 = load i32, ptr %4, align 4, !dbg !567
  %12 = atomicrmw add ptr %10, i32 %11 acq_rel, align 4, !dbg !567
  store i32 %12, ptr %5, align 4, !dbg !567
  %13 = load i32, ptr %5, align 4, !dbg !567
  store i32 %13, ptr %3, align 4, !dbg !565
  %14 = load ptr, ptr %2, align 8, !dbg !568
  %15 = load i32, ptr %3, align 4, !dbg !569
  %16 = add i32 %15, 1, !dbg !570
  store i32 %16, ptr %6, align 4, !dbg !571
  %17 = load i32, ptr %6, align 4, !dbg !571
  store atomic i32 %17, ptr %14 release, align 4, !dbg !571
  fence seq_cst, !dbg !572
  %18 = load ptr, ptr %2, align 8, !dbg !573
  store i32 9, ptr %7, align 4, !dbg !574
  %19 = load i32, ptr %3, align 4, !dbg !574
  %20 = load i32, ptr %7, align 4, !dbg !574
  %21 = cmpxchg ptr %18, i32 %19, i32 %20 seq_cst monotonic, align 4, !dbg !574
  %22 = extractvalue { i32, i1 } %21, 0, !dbg !574
  %23 = extractvalue { i32, i1 } %21, 1, !dbg !574
  br i1 %23, label %25, label %24, !dbg !574

24:                                               ; preds = %1
  store i32 %22, ptr %3, align 4, !dbg !574
  br label %25, !dbg !574

25:                                               ; preds = %24, %1
  %26 = zext i1 %23 to i8, !dbg !574
  store i8 %26, ptr %8, align 1, !dbg !574
  %27 = load i8, ptr %8, align 1, !dbg !574, !range !575, !noundef !576
  %28 = trunc i8 %27 to i1, !dbg !574
  %29 = load ptr, ptr %2, align 8, !dbg !577
  %30 = load atomic i32, ptr %29 acquire, align 4, !dbg !578
  store i32 %30, ptr %9, align 4, !dbg !578
  %31 = load i32, ptr %9, align 4, !dbg !578
  call void @llvm.lifetime.end.p0(i64 4, ptr %3) #8, !dbg !579
  ret i32 %31, !dbg !580
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i8 @low_byte(ptr noundef %0) #0 !dbg !581 {
  %2 = alloca ptr, align 8
  store ptr %0, ptr %2, align 8
    #dbg_declare(ptr %2, !585, !DIExpression(), !586)
  %3 = load ptr, ptr %2, align 8, !dbg !587
  %4 = load volatile i8, ptr %3, align 1, !dbg !588
  ret i8 %4, !dbg !589
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @deep(i64 noundef %0) #0 !dbg !590 {
  %2 = alloca i64, align 8
  store i64 %0, ptr %2, align 8
    #dbg_declare(ptr %2, !592, !DIExpression(), !593)
  %3 = load i64, ptr %2, align 8, !dbg !594
  %4 = icmp ne i64 %3, 0, !dbg !594
  br i1 %4, label %5, label %16, !dbg !594

5:                                                ; preds = %1
  %6 = load i64, ptr %2, align 8, !dbg !595
  %7 = sub i64 %6, 1, !dbg !596
  %8 = call i64 @deep(i64 noundef %7) #9, !dbg !597
  %9 = mul i64 %8, 2, !dbg !598
  %10 = load i64, ptr %2, align 8, !dbg !599
  %11 = load i64, ptr %2, align 8, !dbg !600
  %12 = udiv i64 %11, 2, !dbg !601
  %13 = call i64 @deep(i64 noundef %12) #9, !dbg !602
  %14 = xor i64 %10, %13, !dbg !603
  %15 = add i64 %9, %14, !dbg !604
  br label %17, !dbg !594

16:                                               ; preds = %1
  br label %17, !dbg !594

17:                                               ; preds = %16, %5
  %18 = phi i64 [ %15, %5 ], [ 1, %16 ], !dbg !594
  ret i64 %18, !dbg !605
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i32 @asserts(i32 noundef %0) #0 !dbg !606 {
  %2 = alloca i32, align 4
  store i32 %0, ptr %2, align 4
    #dbg_declare(ptr %2, !610, !DIExpression(), !611)
  %3 = load i32, ptr %2, align 4, !dbg !612
  %4 = icmp sgt i32 %3, 5, !dbg !614
  br i1 %4, label %5, label %6, !dbg !615

5:                                                ; preds = %1
  unreachable, !dbg !616

6:                                                ; preds = %1
  %7 = load i32, ptr %2, align 4, !dbg !617
  %8 = icmp slt i32 %7, 6, !dbg !618
  %9 = zext i1 %8 to i32, !dbg !618
  ret i32 %9, !dbg !619
}

attributes #0 = { nounwind null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #3 = { noinline nounwind null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #4 = { null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #5 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #6 = { convergent nocallback nofree nosync nounwind willreturn memory(none) }
attributes #7 = { nocallback nofree nounwind willreturn memory(argmem: readwrite) }
attributes #8 = { nounwind }
attributes #9 = { nobuiltin "no-builtins" }

!llvm.dbg.cu = !{!2}
!llvm.module.flags = !{!83, !84, !85, !86}
!llvm.ident = !{!87}

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
!87 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!88 = distinct !DISubprogram(name: "two_looks", scope: !3, file: !3, line: 47, type: !89, scopeLine: 48, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !92)
!89 = !DISubroutineType(types: !90)
!90 = !{!33, !91}
!91 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !49, size: 64)
!92 = !{!93, !94}
!93 = !DILocalVariable(name: "entry", arg: 1, scope: !88, file: !3, line: 47, type: !91)
!94 = !DILocalVariable(name: "once", scope: !88, file: !3, line: 49, type: !49)
!95 = !DILocation(line: 47, column: 24, scope: !88)
!96 = !DILocation(line: 49, column: 2, scope: !88)
!97 = !DILocation(line: 49, column: 10, scope: !88)
!98 = !DILocation(line: 49, column: 17, scope: !88)
!99 = !DILocation(line: 49, column: 19, scope: !88)
!100 = !DILocation(line: 51, column: 11, scope: !101)
!101 = distinct !DILexicalBlock(scope: !88, file: !3, line: 51, column: 6)
!102 = !DILocation(line: 51, column: 16, scope: !101)
!103 = !DILocation(line: 51, column: 6, scope: !88)
!104 = !DILocation(line: 52, column: 10, scope: !101)
!105 = !DILocation(line: 52, column: 17, scope: !101)
!106 = !DILocation(line: 52, column: 3, scope: !101)
!107 = !DILocation(line: 53, column: 2, scope: !88)
!108 = !DILocation(line: 54, column: 1, scope: !88)
!109 = distinct !DISubprogram(name: "follow", scope: !3, file: !3, line: 57, type: !110, scopeLine: 58, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !113)
!110 = !DISubroutineType(types: !111)
!111 = !{!33, !112}
!112 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !59, size: 64)
!113 = !{!114, !115}
!114 = !DILocalVariable(name: "head", arg: 1, scope: !109, file: !3, line: 57, type: !112)
!115 = !DILocalVariable(name: "p", scope: !109, file: !3, line: 59, type: !59)
!116 = !DILocation(line: 57, column: 18, scope: !109)
!117 = !DILocation(line: 59, column: 2, scope: !109)
!118 = !DILocation(line: 59, column: 7, scope: !109)
!119 = !DILocation(line: 59, column: 11, scope: !109)
!120 = !DILocation(line: 61, column: 9, scope: !109)
!121 = !DILocation(line: 62, column: 1, scope: !109)
!122 = !DILocation(line: 61, column: 2, scope: !109)
!123 = distinct !DISubprogram(name: "dependent_stores", scope: !3, file: !3, line: 65, type: !124, scopeLine: 66, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !126)
!124 = !DISubroutineType(types: !125)
!125 = !{null, !59, !59}
!126 = !{!127, !128, !129}
!127 = !DILocalVariable(name: "from", arg: 1, scope: !123, file: !3, line: 65, type: !59)
!128 = !DILocalVariable(name: "to", arg: 2, scope: !123, file: !3, line: 65, type: !59)
!129 = !DILocalVariable(name: "v", scope: !123, file: !3, line: 67, type: !33)
!130 = !DILocation(line: 65, column: 28, scope: !123)
!131 = !DILocation(line: 65, column: 39, scope: !123)
!132 = !DILocation(line: 67, column: 2, scope: !123)
!133 = !DILocation(line: 67, column: 6, scope: !123)
!134 = !DILocation(line: 67, column: 10, scope: !123)
!135 = !DILocation(line: 69, column: 2, scope: !123)
!136 = !DILocation(line: 70, column: 6, scope: !137)
!137 = distinct !DILexicalBlock(scope: !123, file: !3, line: 70, column: 6)
!138 = !DILocation(line: 70, column: 8, scope: !137)
!139 = !DILocation(line: 70, column: 6, scope: !123)
!140 = !DILocation(line: 71, column: 3, scope: !137)
!141 = !DILocation(line: 72, column: 1, scope: !123)
!142 = distinct !DISubprogram(name: "bit_fields", scope: !3, file: !3, line: 74, type: !143, scopeLine: 75, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !145)
!143 = !DISubroutineType(types: !144)
!144 = !{!33, !16}
!145 = !{!146, !147}
!146 = !DILocalVariable(name: "order", arg: 1, scope: !142, file: !3, line: 74, type: !16)
!147 = !DILocalVariable(name: "o", scope: !142, file: !3, line: 76, type: !13)
!148 = !DILocation(line: 74, column: 20, scope: !142)
!149 = !DILocation(line: 76, column: 2, scope: !142)
!150 = !DILocation(line: 76, column: 16, scope: !142)
!151 = !DILocation(line: 79, column: 4, scope: !142)
!152 = !DILocation(line: 79, column: 10, scope: !142)
!153 = !DILocation(line: 80, column: 12, scope: !142)
!154 = !DILocation(line: 80, column: 4, scope: !142)
!155 = !DILocation(line: 80, column: 10, scope: !142)
!156 = !DILocation(line: 81, column: 4, scope: !142)
!157 = !DILocation(line: 81, column: 10, scope: !142)
!158 = !DILocation(line: 82, column: 11, scope: !142)
!159 = !DILocation(line: 82, column: 21, scope: !142)
!160 = !DILocation(line: 82, column: 27, scope: !142)
!161 = !DILocation(line: 82, column: 17, scope: !142)
!162 = !DILocation(line: 82, column: 36, scope: !142)
!163 = !DILocation(line: 82, column: 42, scope: !142)
!164 = !DILocation(line: 82, column: 32, scope: !142)
!165 = !DILocation(line: 82, column: 9, scope: !142)
!166 = !DILocation(line: 83, column: 1, scope: !142)
!167 = !DILocation(line: 82, column: 2, scope: !142)
!168 = distinct !DISubprogram(name: "reads_uninitialised", scope: !3, file: !3, line: 85, type: !143, scopeLine: 86, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !169)
!169 = !{!170, !171}
!170 = !DILocalVariable(name: "order", arg: 1, scope: !168, file: !3, line: 85, type: !16)
!171 = !DILocalVariable(name: "o", scope: !168, file: !3, line: 87, type: !172)
!172 = !DIDerivedType(tag: DW_TAG_volatile_type, baseType: !13)
!173 = !DILocation(line: 85, column: 29, scope: !168)
!174 = !DILocation(line: 87, column: 2, scope: !168)
!175 = !DILocation(line: 87, column: 25, scope: !168)
!176 = !DILocation(line: 89, column: 12, scope: !168)
!177 = !DILocation(line: 89, column: 4, scope: !168)
!178 = !DILocation(line: 89, column: 10, scope: !168)
!179 = !DILocation(line: 90, column: 8, scope: !180)
!180 = distinct !DILexicalBlock(scope: !168, file: !3, line: 90, column: 6)
!181 = !DILocation(line: 90, column: 6, scope: !180)
!182 = !DILocation(line: 90, column: 6, scope: !168)
!183 = !DILocation(line: 91, column: 3, scope: !180)
!184 = !DILocation(line: 92, column: 2, scope: !168)
!185 = !DILocation(line: 93, column: 1, scope: !168)
!186 = distinct !DISubprogram(name: "unions", scope: !3, file: !3, line: 95, type: !187, scopeLine: 96, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !189)
!187 = !DISubroutineType(types: !188)
!188 = !{!33, !33}
!189 = !{!190, !191}
!190 = !DILocalVariable(name: "owner", arg: 1, scope: !186, file: !3, line: 95, type: !33)
!191 = !DILocalVariable(name: "o", scope: !186, file: !3, line: 97, type: !13)
!192 = !DILocation(line: 95, column: 16, scope: !186)
!193 = !DILocation(line: 97, column: 2, scope: !186)
!194 = !DILocation(line: 97, column: 16, scope: !186)
!195 = !DILocation(line: 97, column: 20, scope: !186)
!196 = !DILocation(line: 97, column: 22, scope: !186)
!197 = !DILocation(line: 97, column: 31, scope: !186)
!198 = !DILocation(line: 99, column: 4, scope: !186)
!199 = !DILocation(line: 99, column: 2, scope: !186)
!200 = !DILocation(line: 99, column: 13, scope: !186)
!201 = !DILocation(line: 100, column: 16, scope: !186)
!202 = !DILocation(line: 100, column: 20, scope: !186)
!203 = !DILocation(line: 100, column: 9, scope: !186)
!204 = !DILocation(line: 100, column: 29, scope: !186)
!205 = !DILocation(line: 100, column: 27, scope: !186)
!206 = !DILocation(line: 100, column: 25, scope: !186)
!207 = !DILocation(line: 101, column: 1, scope: !186)
!208 = !DILocation(line: 100, column: 2, scope: !186)
!209 = distinct !DISubprogram(name: "switches", scope: !3, file: !3, line: 103, type: !210, scopeLine: 104, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !212)
!210 = !DISubroutineType(types: !211)
!211 = !{!33, !45}
!212 = !{!213}
!213 = !DILocalVariable(name: "v", arg: 1, scope: !209, file: !3, line: 103, type: !45)
!214 = !DILocation(line: 103, column: 18, scope: !209)
!215 = !DILocation(line: 105, column: 10, scope: !209)
!216 = !DILocation(line: 105, column: 2, scope: !209)
!217 = !DILocation(line: 107, column: 3, scope: !218)
!218 = distinct !DILexicalBlock(scope: !209, file: !3, line: 105, column: 13)
!219 = !DILocation(line: 109, column: 17, scope: !218)
!220 = !DILocation(line: 109, column: 10, scope: !218)
!221 = !DILocation(line: 109, column: 3, scope: !218)
!222 = !DILocation(line: 111, column: 3, scope: !218)
!223 = !DILocation(line: 113, column: 10, scope: !218)
!224 = !DILocation(line: 113, column: 3, scope: !218)
!225 = !DILocation(line: 115, column: 3, scope: !218)
!226 = !DILocation(line: 117, column: 1, scope: !209)
!227 = distinct !DISubprogram(name: "loops", scope: !3, file: !3, line: 119, type: !187, scopeLine: 120, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !228)
!228 = !{!229, !230, !231}
!229 = !DILocalVariable(name: "n", arg: 1, scope: !227, file: !3, line: 119, type: !33)
!230 = !DILocalVariable(name: "sum", scope: !227, file: !3, line: 121, type: !33)
!231 = !DILocalVariable(name: "i", scope: !232, file: !3, line: 123, type: !33)
!232 = distinct !DILexicalBlock(scope: !227, file: !3, line: 123, column: 2)
!233 = !DILocation(line: 119, column: 15, scope: !227)
!234 = !DILocation(line: 121, column: 2, scope: !227)
!235 = !DILocation(line: 121, column: 6, scope: !227)
!236 = !DILocation(line: 123, column: 7, scope: !232)
!237 = !DILocation(line: 123, column: 11, scope: !232)
!238 = !DILocation(line: 123, column: 18, scope: !239)
!239 = distinct !DILexicalBlock(scope: !232, file: !3, line: 123, column: 2)
!240 = !DILocation(line: 123, column: 22, scope: !239)
!241 = !DILocation(line: 123, column: 20, scope: !239)
!242 = !DILocation(line: 123, column: 2, scope: !232)
!243 = !DILocation(line: 123, column: 2, scope: !239)
!244 = !DILocation(line: 124, column: 7, scope: !245)
!245 = distinct !DILexicalBlock(scope: !246, file: !3, line: 124, column: 7)
!246 = distinct !DILexicalBlock(scope: !239, file: !3, line: 123, column: 30)
!247 = !DILocation(line: 124, column: 9, scope: !245)
!248 = !DILocation(line: 124, column: 13, scope: !245)
!249 = !DILocation(line: 124, column: 7, scope: !246)
!250 = !DILocation(line: 125, column: 4, scope: !245)
!251 = !DILocation(line: 126, column: 10, scope: !246)
!252 = !DILocation(line: 126, column: 14, scope: !246)
!253 = !DILocation(line: 126, column: 12, scope: !246)
!254 = !DILocation(line: 126, column: 7, scope: !246)
!255 = !DILocation(line: 127, column: 2, scope: !246)
!256 = !DILocation(line: 123, column: 26, scope: !239)
!257 = distinct !{!257, !242, !258, !259}
!258 = !DILocation(line: 127, column: 2, scope: !232)
!259 = !{!"llvm.loop.mustprogress"}
!260 = !DILocation(line: 128, column: 9, scope: !227)
!261 = !DILocation(line: 129, column: 1, scope: !227)
!262 = !DILocation(line: 128, column: 2, scope: !227)
!263 = distinct !DISubprogram(name: "pointers", scope: !3, file: !3, line: 143, type: !264, scopeLine: 144, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !266)
!264 = !DISubroutineType(types: !265)
!265 = !{!45, !45, !45}
!266 = !{!267, !268, !269}
!267 = !DILocalVariable(name: "which", arg: 1, scope: !263, file: !3, line: 143, type: !45)
!268 = !DILocalVariable(name: "n", arg: 2, scope: !263, file: !3, line: 143, type: !45)
!269 = !DILocalVariable(name: "o", scope: !263, file: !3, line: 145, type: !13)
!270 = !DILocation(line: 143, column: 18, scope: !263)
!271 = !DILocation(line: 143, column: 29, scope: !263)
!272 = !DILocation(line: 145, column: 2, scope: !263)
!273 = !DILocation(line: 145, column: 16, scope: !263)
!274 = !DILocation(line: 145, column: 20, scope: !263)
!275 = !DILocation(line: 145, column: 46, scope: !263)
!276 = !DILocation(line: 147, column: 11, scope: !263)
!277 = !DILocation(line: 147, column: 22, scope: !263)
!278 = !DILocation(line: 147, column: 9, scope: !263)
!279 = !DILocation(line: 147, column: 34, scope: !263)
!280 = !DILocation(line: 147, column: 25, scope: !263)
!281 = !DILocation(line: 148, column: 1, scope: !263)
!282 = !DILocation(line: 147, column: 2, scope: !263)
!283 = distinct !DISubprogram(name: "halve", scope: !3, file: !3, line: 131, type: !43, scopeLine: 132, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !284)
!284 = !{!285, !286}
!285 = !DILocalVariable(name: "o", arg: 1, scope: !283, file: !3, line: 131, type: !12)
!286 = !DILocalVariable(name: "n", arg: 2, scope: !283, file: !3, line: 131, type: !45)
!287 = !DILocation(line: 131, column: 42, scope: !283)
!288 = !DILocation(line: 131, column: 49, scope: !283)
!289 = !DILocation(line: 133, column: 14, scope: !283)
!290 = !DILocation(line: 133, column: 2, scope: !283)
!291 = !DILocation(line: 133, column: 5, scope: !283)
!292 = !DILocation(line: 133, column: 11, scope: !283)
!293 = !DILocation(line: 134, column: 9, scope: !283)
!294 = !DILocation(line: 134, column: 11, scope: !283)
!295 = !DILocation(line: 134, column: 2, scope: !283)
!296 = distinct !DISubprogram(name: "twice", scope: !3, file: !3, line: 137, type: !43, scopeLine: 138, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !297)
!297 = !{!298, !299}
!298 = !DILocalVariable(name: "o", arg: 1, scope: !296, file: !3, line: 137, type: !12)
!299 = !DILocalVariable(name: "n", arg: 2, scope: !296, file: !3, line: 137, type: !45)
!300 = !DILocation(line: 137, column: 42, scope: !296)
!301 = !DILocation(line: 137, column: 49, scope: !296)
!302 = !DILocation(line: 139, column: 14, scope: !296)
!303 = !DILocation(line: 139, column: 2, scope: !296)
!304 = !DILocation(line: 139, column: 5, scope: !296)
!305 = !DILocation(line: 139, column: 11, scope: !296)
!306 = !DILocation(line: 140, column: 9, scope: !296)
!307 = !DILocation(line: 140, column: 11, scope: !296)
!308 = !DILocation(line: 140, column: 2, scope: !296)
!309 = distinct !DISubprogram(name: "lists", scope: !3, file: !3, line: 158, type: !310, scopeLine: 159, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !312)
!310 = !DISubroutineType(types: !311)
!311 = !{!33}
!312 = !{!313, !314, !318, !319, !321}
!313 = !DILocalVariable(name: "head", scope: !309, file: !3, line: 160, type: !24)
!314 = !DILocalVariable(name: "items", scope: !309, file: !3, line: 160, type: !315)
!315 = !DICompositeType(tag: DW_TAG_array_type, baseType: !24, size: 384, elements: !316)
!316 = !{!317}
!317 = !DISubrange(count: 3)
!318 = !DILocalVariable(name: "n", scope: !309, file: !3, line: 161, type: !33)
!319 = !DILocalVariable(name: "i", scope: !320, file: !3, line: 163, type: !45)
!320 = distinct !DILexicalBlock(scope: !309, file: !3, line: 163, column: 2)
!321 = !DILocalVariable(name: "l", scope: !322, file: !3, line: 165, type: !27)
!322 = distinct !DILexicalBlock(scope: !309, file: !3, line: 165, column: 2)
!323 = !DILocation(line: 160, column: 2, scope: !309)
!324 = !DILocation(line: 160, column: 14, scope: !309)
!325 = !DILocation(line: 160, column: 21, scope: !309)
!326 = !DILocation(line: 160, column: 39, scope: !309)
!327 = !DILocation(line: 161, column: 2, scope: !309)
!328 = !DILocation(line: 161, column: 6, scope: !309)
!329 = !DILocation(line: 163, column: 7, scope: !320)
!330 = !DILocation(line: 163, column: 11, scope: !320)
!331 = !DILocation(line: 163, column: 18, scope: !332)
!332 = distinct !DILexicalBlock(scope: !320, file: !3, line: 163, column: 2)
!333 = !DILocation(line: 163, column: 20, scope: !332)
!334 = !DILocation(line: 163, column: 2, scope: !320)
!335 = !DILocation(line: 163, column: 2, scope: !332)
!336 = !DILocation(line: 164, column: 26, scope: !332)
!337 = !DILocation(line: 164, column: 20, scope: !332)
!338 = !DILocation(line: 164, column: 3, scope: !332)
!339 = !DILocation(line: 163, column: 26, scope: !332)
!340 = distinct !{!340, !334, !341, !259}
!341 = !DILocation(line: 164, column: 28, scope: !320)
!342 = !DILocation(line: 165, column: 7, scope: !322)
!343 = !DILocation(line: 165, column: 20, scope: !322)
!344 = !DILocation(line: 165, column: 29, scope: !322)
!345 = !DILocation(line: 165, column: 35, scope: !346)
!346 = distinct !DILexicalBlock(scope: !322, file: !3, line: 165, column: 2)
!347 = !DILocation(line: 165, column: 37, scope: !346)
!348 = !DILocation(line: 165, column: 2, scope: !322)
!349 = !DILocation(line: 165, column: 2, scope: !346)
!350 = !DILocation(line: 166, column: 7, scope: !346)
!351 = !DILocation(line: 166, column: 9, scope: !346)
!352 = !DILocation(line: 166, column: 17, scope: !346)
!353 = !DILocation(line: 166, column: 21, scope: !346)
!354 = !DILocation(line: 166, column: 19, scope: !346)
!355 = !DILocation(line: 166, column: 14, scope: !346)
!356 = !DILocation(line: 166, column: 28, scope: !346)
!357 = !DILocation(line: 166, column: 5, scope: !346)
!358 = !DILocation(line: 166, column: 3, scope: !346)
!359 = !DILocation(line: 165, column: 51, scope: !346)
!360 = !DILocation(line: 165, column: 54, scope: !346)
!361 = !DILocation(line: 165, column: 49, scope: !346)
!362 = distinct !{!362, !348, !363, !259}
!363 = !DILocation(line: 166, column: 30, scope: !322)
!364 = !DILocation(line: 167, column: 9, scope: !309)
!365 = !DILocation(line: 168, column: 1, scope: !309)
!366 = !DILocation(line: 167, column: 2, scope: !309)
!367 = distinct !DISubprogram(name: "list_add", scope: !3, file: !3, line: 150, type: !368, scopeLine: 151, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !370)
!368 = !DISubroutineType(types: !369)
!369 = !{null, !27, !27}
!370 = !{!371, !372}
!371 = !DILocalVariable(name: "head", arg: 1, scope: !367, file: !3, line: 150, type: !27)
!372 = !DILocalVariable(name: "item", arg: 2, scope: !367, file: !3, line: 150, type: !27)
!373 = !DILocation(line: 150, column: 44, scope: !367)
!374 = !DILocation(line: 150, column: 63, scope: !367)
!375 = !DILocation(line: 152, column: 15, scope: !367)
!376 = !DILocation(line: 152, column: 21, scope: !367)
!377 = !DILocation(line: 152, column: 2, scope: !367)
!378 = !DILocation(line: 152, column: 8, scope: !367)
!379 = !DILocation(line: 152, column: 13, scope: !367)
!380 = !DILocation(line: 153, column: 15, scope: !367)
!381 = !DILocation(line: 153, column: 2, scope: !367)
!382 = !DILocation(line: 153, column: 8, scope: !367)
!383 = !DILocation(line: 153, column: 13, scope: !367)
!384 = !DILocation(line: 154, column: 21, scope: !367)
!385 = !DILocation(line: 154, column: 2, scope: !367)
!386 = !DILocation(line: 154, column: 8, scope: !367)
!387 = !DILocation(line: 154, column: 14, scope: !367)
!388 = !DILocation(line: 154, column: 19, scope: !367)
!389 = !DILocation(line: 155, column: 15, scope: !367)
!390 = !DILocation(line: 155, column: 2, scope: !367)
!391 = !DILocation(line: 155, column: 8, scope: !367)
!392 = !DILocation(line: 155, column: 13, scope: !367)
!393 = !DILocation(line: 156, column: 1, scope: !367)
!394 = distinct !DISubprogram(name: "constants", scope: !3, file: !3, line: 171, type: !210, scopeLine: 172, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !395)
!395 = !{!396}
!396 = !DILocalVariable(name: "i", arg: 1, scope: !394, file: !3, line: 171, type: !45)
!397 = !DILocation(line: 171, column: 19, scope: !394)
!398 = !DILocation(line: 173, column: 9, scope: !394)
!399 = !DILocation(line: 173, column: 21, scope: !394)
!400 = !DILocation(line: 173, column: 29, scope: !394)
!401 = !DILocation(line: 173, column: 31, scope: !394)
!402 = !DILocation(line: 173, column: 36, scope: !394)
!403 = !DILocation(line: 173, column: 41, scope: !394)
!404 = !DILocation(line: 173, column: 57, scope: !394)
!405 = !DILocation(line: 173, column: 59, scope: !394)
!406 = !DILocation(line: 173, column: 50, scope: !394)
!407 = !DILocation(line: 173, column: 48, scope: !394)
!408 = !DILocation(line: 173, column: 2, scope: !394)
!409 = distinct !DISubprogram(name: "calls_out", scope: !3, file: !3, line: 176, type: !410, scopeLine: 177, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !412)
!410 = !DISubroutineType(types: !411)
!411 = !{!33, !12}
!412 = !{!413}
!413 = !DILocalVariable(name: "o", arg: 1, scope: !409, file: !3, line: 176, type: !12)
!414 = !DILocation(line: 176, column: 30, scope: !409)
!415 = !DILocation(line: 178, column: 19, scope: !409)
!416 = !DILocation(line: 178, column: 22, scope: !409)
!417 = !DILocation(line: 178, column: 29, scope: !409)
!418 = !DILocation(line: 178, column: 9, scope: !409)
!419 = !DILocation(line: 178, column: 32, scope: !409)
!420 = !DILocation(line: 178, column: 2, scope: !409)
!421 = !DISubprogram(name: "elsewhere", scope: !3, file: !3, line: 44, type: !422, flags: DIFlagPrototyped, spFlags: DISPFlagOptimized)
!422 = !DISubroutineType(types: !423)
!423 = !{!33, !33, !12}
!424 = distinct !DISubprogram(name: "wide", scope: !3, file: !3, line: 181, type: !425, scopeLine: 182, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !427)
!425 = !DISubroutineType(types: !426)
!426 = !{!61, !33, !33}
!427 = !{!428, !429}
!428 = !DILocalVariable(name: "a", arg: 1, scope: !424, file: !3, line: 181, type: !33)
!429 = !DILocalVariable(name: "b", arg: 2, scope: !424, file: !3, line: 181, type: !33)
!430 = !DILocation(line: 181, column: 15, scope: !424)
!431 = !DILocation(line: 181, column: 22, scope: !424)
!432 = !DILocation(line: 183, column: 16, scope: !424)
!433 = !DILocation(line: 183, column: 10, scope: !424)
!434 = !DILocation(line: 183, column: 20, scope: !424)
!435 = !DILocation(line: 183, column: 18, scope: !424)
!436 = !DILocation(line: 183, column: 24, scope: !424)
!437 = !DILocation(line: 183, column: 22, scope: !424)
!438 = !DILocation(line: 183, column: 27, scope: !424)
!439 = !DILocation(line: 183, column: 2, scope: !424)
!440 = distinct !DISubprogram(name: "overflow", scope: !3, file: !3, line: 186, type: !264, scopeLine: 187, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !441)
!441 = !{!442, !443, !444}
!442 = !DILocalVariable(name: "a", arg: 1, scope: !440, file: !3, line: 186, type: !45)
!443 = !DILocalVariable(name: "b", arg: 2, scope: !440, file: !3, line: 186, type: !45)
!444 = !DILocalVariable(name: "sum", scope: !440, file: !3, line: 188, type: !45)
!445 = !DILocation(line: 186, column: 18, scope: !440)
!446 = !DILocation(line: 186, column: 25, scope: !440)
!447 = !DILocation(line: 188, column: 2, scope: !440)
!448 = !DILocation(line: 188, column: 6, scope: !440)
!449 = !DILocation(line: 190, column: 29, scope: !450)
!450 = distinct !DILexicalBlock(scope: !440, file: !3, line: 190, column: 6)
!451 = !DILocation(line: 190, column: 32, scope: !450)
!452 = !DILocation(line: 190, column: 6, scope: !450)
!453 = !DILocation(line: 190, column: 6, scope: !440)
!454 = !DILocation(line: 191, column: 3, scope: !450)
!455 = !DILocation(line: 192, column: 9, scope: !440)
!456 = !DILocation(line: 192, column: 2, scope: !440)
!457 = !DILocation(line: 193, column: 1, scope: !440)
!458 = distinct !DISubprogram(name: "builtins", scope: !3, file: !3, line: 195, type: !187, scopeLine: 196, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !459)
!459 = !{!460, !461}
!460 = !DILocalVariable(name: "v", arg: 1, scope: !458, file: !3, line: 195, type: !33)
!461 = !DILocalVariable(name: "found", scope: !458, file: !3, line: 197, type: !33)
!462 = !DILocation(line: 195, column: 18, scope: !458)
!463 = !DILocation(line: 197, column: 2, scope: !458)
!464 = !DILocation(line: 197, column: 6, scope: !458)
!465 = !DILocation(line: 197, column: 34, scope: !458)
!466 = !DILocation(line: 197, column: 14, scope: !458)
!467 = !DILocation(line: 199, column: 10, scope: !458)
!468 = !DILocation(line: 199, column: 16, scope: !458)
!469 = !DILocation(line: 199, column: 25, scope: !458)
!470 = !DILocation(line: 199, column: 44, scope: !458)
!471 = !DILocation(line: 199, column: 29, scope: !458)
!472 = !DILocation(line: 199, column: 24, scope: !458)
!473 = !DILocation(line: 199, column: 22, scope: !458)
!474 = !DILocation(line: 199, column: 8, scope: !458)
!475 = !DILocation(line: 200, column: 10, scope: !458)
!476 = !DILocation(line: 200, column: 16, scope: !458)
!477 = !DILocation(line: 200, column: 25, scope: !458)
!478 = !DILocation(line: 200, column: 44, scope: !458)
!479 = !DILocation(line: 200, column: 29, scope: !458)
!480 = !DILocation(line: 200, column: 24, scope: !458)
!481 = !DILocation(line: 200, column: 22, scope: !458)
!482 = !DILocation(line: 200, column: 8, scope: !458)
!483 = !DILocation(line: 201, column: 9, scope: !458)
!484 = !DILocation(line: 201, column: 35, scope: !458)
!485 = !DILocation(line: 201, column: 17, scope: !458)
!486 = !DILocation(line: 201, column: 15, scope: !458)
!487 = !DILocation(line: 201, column: 61, scope: !458)
!488 = !DILocation(line: 201, column: 40, scope: !458)
!489 = !DILocation(line: 201, column: 38, scope: !458)
!490 = !DILocation(line: 202, column: 1, scope: !458)
!491 = !DILocation(line: 201, column: 2, scope: !458)
!492 = distinct !DISubprogram(name: "by_value", scope: !3, file: !3, line: 213, type: !493, scopeLine: 214, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !495)
!493 = !DISubroutineType(types: !494)
!494 = !{!33, !33, !33}
!495 = !{!496, !497, !498}
!496 = !DILocalVariable(name: "a", arg: 1, scope: !492, file: !3, line: 213, type: !33)
!497 = !DILocalVariable(name: "b", arg: 2, scope: !492, file: !3, line: 213, type: !33)
!498 = !DILocalVariable(name: "p", scope: !492, file: !3, line: 215, type: !499)
!499 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "pair", file: !3, line: 204, size: 192, elements: !500)
!500 = !{!501, !502, !503}
!501 = !DIDerivedType(tag: DW_TAG_member, name: "a", scope: !499, file: !3, line: 205, baseType: !33, size: 64)
!502 = !DIDerivedType(tag: DW_TAG_member, name: "b", scope: !499, file: !3, line: 205, baseType: !33, size: 64, offset: 64)
!503 = !DIDerivedType(tag: DW_TAG_member, name: "c", scope: !499, file: !3, line: 205, baseType: !33, size: 64, offset: 128)
!504 = !DILocation(line: 213, column: 18, scope: !492)
!505 = !DILocation(line: 213, column: 25, scope: !492)
!506 = !DILocation(line: 215, column: 2, scope: !492)
!507 = !DILocation(line: 215, column: 14, scope: !492)
!508 = !DILocation(line: 215, column: 39, scope: !492)
!509 = !DILocation(line: 215, column: 41, scope: !492)
!510 = !DILocation(line: 215, column: 44, scope: !492)
!511 = !DILocation(line: 215, column: 18, scope: !492)
!512 = !DILocation(line: 217, column: 11, scope: !492)
!513 = !DILocation(line: 217, column: 13, scope: !492)
!514 = !DILocation(line: 217, column: 25, scope: !492)
!515 = !DILocation(line: 217, column: 27, scope: !492)
!516 = !DILocation(line: 217, column: 21, scope: !492)
!517 = !DILocation(line: 217, column: 37, scope: !492)
!518 = !DILocation(line: 217, column: 33, scope: !492)
!519 = !DILocation(line: 218, column: 1, scope: !492)
!520 = !DILocation(line: 217, column: 2, scope: !492)
!521 = distinct !DISubprogram(name: "swapped", scope: !3, file: !3, line: 208, type: !522, scopeLine: 209, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !524)
!522 = !DISubroutineType(types: !523)
!523 = !{!499, !499}
!524 = !{!525}
!525 = !DILocalVariable(name: "p", arg: 1, scope: !521, file: !3, line: 208, type: !499)
!526 = !DILocation(line: 208, column: 49, scope: !521)
!527 = !DILocation(line: 210, column: 22, scope: !521)
!528 = !DILocation(line: 210, column: 26, scope: !521)
!529 = !DILocation(line: 210, column: 31, scope: !521)
!530 = !DILocation(line: 210, column: 36, scope: !521)
!531 = !DILocation(line: 210, column: 38, scope: !521)
!532 = !DILocation(line: 210, column: 2, scope: !521)
!533 = distinct !DISubprogram(name: "copies", scope: !3, file: !3, line: 220, type: !534, scopeLine: 221, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !538)
!534 = !DISubroutineType(types: !535)
!535 = !{null, !12, !536}
!536 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !537, size: 64)
!537 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !13)
!538 = !{!539, !540}
!539 = !DILocalVariable(name: "to", arg: 1, scope: !533, file: !3, line: 220, type: !12)
!540 = !DILocalVariable(name: "from", arg: 2, scope: !533, file: !3, line: 220, type: !536)
!541 = !DILocation(line: 220, column: 28, scope: !533)
!542 = !DILocation(line: 220, column: 53, scope: !533)
!543 = !DILocation(line: 222, column: 3, scope: !533)
!544 = !DILocation(line: 222, column: 9, scope: !533)
!545 = !DILocation(line: 222, column: 8, scope: !533)
!546 = !DILocation(line: 223, column: 1, scope: !533)
!547 = distinct !DISubprogram(name: "clears", scope: !3, file: !3, line: 225, type: !548, scopeLine: 226, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !550)
!548 = !DISubroutineType(types: !549)
!549 = !{null, !12}
!550 = !{!551}
!551 = !DILocalVariable(name: "o", arg: 1, scope: !547, file: !3, line: 225, type: !12)
!552 = !DILocation(line: 225, column: 28, scope: !547)
!553 = !DILocation(line: 227, column: 19, scope: !547)
!554 = !DILocation(line: 227, column: 2, scope: !547)
!555 = !DILocation(line: 228, column: 1, scope: !547)
!556 = distinct !DISubprogram(name: "compiler_atomics", scope: !3, file: !3, line: 230, type: !557, scopeLine: 231, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !560)
!557 = !DISubroutineType(types: !558)
!558 = !{!16, !559}
!559 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !16, size: 64)
!560 = !{!561, !562}
!561 = !DILocalVariable(name: "word", arg: 1, scope: !556, file: !3, line: 230, type: !559)
!562 = !DILocalVariable(name: "old", scope: !556, file: !3, line: 232, type: !16)
!563 = !DILocation(line: 230, column: 27, scope: !556)
!564 = !DILocation(line: 232, column: 2, scope: !556)
!565 = !DILocation(line: 232, column: 6, scope: !556)
!566 = !DILocation(line: 232, column: 31, scope: !556)
!567 = !DILocation(line: 232, column: 12, scope: !556)
!568 = !DILocation(line: 234, column: 19, scope: !556)
!569 = !DILocation(line: 234, column: 25, scope: !556)
!570 = !DILocation(line: 234, column: 29, scope: !556)
!571 = !DILocation(line: 234, column: 2, scope: !556)
!572 = !DILocation(line: 235, column: 2, scope: !556)
!573 = !DILocation(line: 236, column: 30, scope: !556)
!574 = !DILocation(line: 236, column: 2, scope: !556)
!575 = !{i8 0, i8 2}
!576 = !{}
!577 = !DILocation(line: 237, column: 25, scope: !556)
!578 = !DILocation(line: 237, column: 9, scope: !556)
!579 = !DILocation(line: 238, column: 1, scope: !556)
!580 = !DILocation(line: 237, column: 2, scope: !556)
!581 = distinct !DISubprogram(name: "low_byte", scope: !3, file: !3, line: 241, type: !582, scopeLine: 242, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !584)
!582 = !DISubroutineType(types: !583)
!583 = !{!65, !91}
!584 = !{!585}
!585 = !DILocalVariable(name: "entry", arg: 1, scope: !581, file: !3, line: 241, type: !91)
!586 = !DILocation(line: 241, column: 22, scope: !581)
!587 = !DILocation(line: 243, column: 25, scope: !581)
!588 = !DILocation(line: 243, column: 9, scope: !581)
!589 = !DILocation(line: 243, column: 2, scope: !581)
!590 = distinct !DISubprogram(name: "deep", scope: !3, file: !3, line: 246, type: !187, scopeLine: 247, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !591)
!591 = !{!592}
!592 = !DILocalVariable(name: "n", arg: 1, scope: !590, file: !3, line: 246, type: !33)
!593 = !DILocation(line: 246, column: 14, scope: !590)
!594 = !DILocation(line: 248, column: 9, scope: !590)
!595 = !DILocation(line: 248, column: 18, scope: !590)
!596 = !DILocation(line: 248, column: 20, scope: !590)
!597 = !DILocation(line: 248, column: 13, scope: !590)
!598 = !DILocation(line: 248, column: 25, scope: !590)
!599 = !DILocation(line: 248, column: 32, scope: !590)
!600 = !DILocation(line: 248, column: 41, scope: !590)
!601 = !DILocation(line: 248, column: 43, scope: !590)
!602 = !DILocation(line: 248, column: 36, scope: !590)
!603 = !DILocation(line: 248, column: 34, scope: !590)
!604 = !DILocation(line: 248, column: 29, scope: !590)
!605 = !DILocation(line: 248, column: 2, scope: !590)
!606 = distinct !DISubprogram(name: "asserts", scope: !3, file: !3, line: 251, type: !607, scopeLine: 252, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !2, retainedNodes: !609)
!607 = !DISubroutineType(types: !608)
!608 = !{!45, !45}
!609 = !{!610}
!610 = !DILocalVariable(name: "v", arg: 1, scope: !606, file: !3, line: 251, type: !45)
!611 = !DILocation(line: 251, column: 17, scope: !606)
!612 = !DILocation(line: 253, column: 6, scope: !613)
!613 = distinct !DILexicalBlock(scope: !606, file: !3, line: 253, column: 6)
!614 = !DILocation(line: 253, column: 8, scope: !613)
!615 = !DILocation(line: 253, column: 6, scope: !606)
!616 = !DILocation(line: 254, column: 3, scope: !613)
!617 = !DILocation(line: 255, column: 9, scope: !606)
!618 = !DILocation(line: 255, column: 11, scope: !606)
!619 = !DILocation(line: 255, column: 2, scope: !606)
