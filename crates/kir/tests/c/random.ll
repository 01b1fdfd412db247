; ModuleID = 'random.c'
source_filename = "random.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local noundef i64 @f0(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  ret i64 2080374818
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local noundef i64 @f1(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  ret i64 0
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 -128, 128) i64 @f2(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = or i16 %2, 1
  %5 = zext i16 %4 to i64
  %6 = tail call range(i64 48, 64) i64 @llvm.ctlz.i64(i64 %5, i1 true)
  %7 = trunc i64 %0 to i16
  %8 = trunc i64 %0 to i32
  %9 = or i32 %8, %1
  %10 = zext i32 %9 to i64
  %11 = shl i64 %6, 62
  %12 = shl i64 %10, 56
  %13 = or i64 %11, %12
  %14 = ashr exact i64 %13, 56
  %15 = trunc i16 %2 to i8
  %16 = or i8 %15, 108
  %17 = zext i8 %16 to i128
  %18 = trunc i64 %0 to i8
  %19 = or i8 %15, %18
  %20 = sext i8 %19 to i128
  %21 = mul nsw i128 %17, %20
  %22 = and i16 %7, 127
  %23 = zext nneg i16 %22 to i128
  %24 = ashr i128 %21, %23
  %25 = trunc nsw i128 %24 to i64
  %26 = and i64 %25, 63
  %27 = ashr i64 %14, %26
  ret i64 %27
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.ctlz.i64(i64, i1 immarg) #1

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 3584, 4040) i64 @f3(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = and i32 %1, 206
  %5 = or disjoint i32 %4, 1
  %6 = tail call range(i32 24, 32) i32 @llvm.ctlz.i32(i32 %5, i1 true)
  %7 = shl nuw nsw i32 %6, 6
  %8 = or disjoint i32 %7, 2048
  %9 = zext nneg i32 %8 to i64
  ret i64 %9
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local noundef range(i64 0, 256) i64 @f4(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = lshr i64 %0, 29
  %5 = add i64 %4, %0
  %6 = and i64 %5, 255
  ret i64 %6
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.ctpop.i64(i64) #1

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 -6449475634101940480, -6449475634101940224) i64 @f5(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = mul i16 %2, 172
  %5 = and i16 %4, 252
  %6 = zext nneg i16 %5 to i64
  %7 = or disjoint i64 %6, -6449475634101940480
  ret i64 %7
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local i64 @f6(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = sext i32 %1 to i64
  %5 = shl i64 %0, 48
  %6 = ashr exact i64 %5, 48
  %7 = and i64 %6, %4
  %8 = zext i16 %2 to i64
  %9 = sub nsw i64 %7, %8
  %10 = add nsw i64 %9, -124
  ret i64 %10
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 718405631, 718405648) i64 @f7(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = tail call range(i16 0, 17) i16 @llvm.ctpop.i16(i16 %2)
  %5 = zext nneg i16 %4 to i64
  %6 = add nuw nsw i64 %5, 718405631
  ret i64 %6
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local i64 @f8(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = trunc i64 %0 to i32
  %5 = icmp ult i32 %4, -23186
  %6 = select i1 %5, i32 %1, i32 -23186
  %7 = zext i32 %1 to i64
  %8 = shl i64 %7, 56
  %9 = ashr exact i64 %8, 56
  %10 = trunc nsw i64 %9 to i32
  %11 = xor i32 %10, 46
  %12 = add i32 %11, %6
  %13 = sext i32 %12 to i64
  %14 = shl i32 %4, 16
  %15 = ashr exact i32 %14, 16
  %16 = tail call i32 @llvm.bswap.i32(i32 %15)
  %17 = shl i32 %16, 16
  %18 = add i32 %17, 131072
  %19 = ashr exact i32 %18, 16
  %20 = lshr i32 %19, 24
  %21 = and i64 %0, 248
  %22 = icmp ult i64 %21, 40
  %23 = zext i1 %22 to i32
  %24 = add nuw nsw i32 %20, %23
  %25 = and i32 %24, 63
  %26 = zext nneg i32 %25 to i64
  %27 = shl i64 %13, %26
  ret i64 %27
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.bswap.i32(i32) #1

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local noundef i64 @f9(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  ret i64 0
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 -32640, 32386) i64 @f10(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = or i32 %1, 151
  %5 = trunc i64 %0 to i32
  %6 = and i16 %2, 254
  %7 = or disjoint i16 %6, 1
  %8 = zext nneg i16 %7 to i32
  %9 = srem i32 %5, %8
  %10 = icmp ult i32 %4, %9
  %11 = and i32 %1, 160
  %12 = select i1 %10, i32 %11, i32 %9
  %13 = zext i16 %2 to i64
  %14 = shl i64 %13, 56
  %15 = ashr exact i64 %14, 56
  %16 = tail call range(i64 0, 65) i64 @llvm.ctpop.i64(i64 %15)
  %17 = zext i32 %1 to i64
  %18 = add i64 %17, %0
  %19 = trunc i64 %18 to i8
  %20 = icmp sgt i8 %19, 0
  %21 = trunc nuw nsw i64 %16 to i16
  %22 = xor i16 %2, -1
  %23 = or i16 %21, %22
  %24 = zext i16 %23 to i32
  %25 = trunc i64 %18 to i32
  %26 = select i1 %20, i32 %24, i32 %25
  %27 = shl i32 %26, 24
  %28 = and i32 %1, 63
  %29 = zext nneg i32 %28 to i64
  %30 = shl i64 %13, %29
  %31 = and i64 %30, 63
  %32 = shl i64 %16, %31
  %33 = trunc i64 %32 to i32
  %34 = xor i32 %12, %33
  %35 = and i32 %34, 255
  %36 = ashr exact i32 %27, 24
  %37 = mul nsw i32 %35, %36
  %38 = sext i32 %37 to i64
  ret i64 %38
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local noundef i64 @f11(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  ret i64 0
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local i64 @f12(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = sext i32 %1 to i64
  %5 = shl i64 %0, 56
  %6 = ashr exact i64 %5, 56
  %7 = xor i64 %6, %4
  %8 = zext i16 %2 to i32
  %9 = and i32 %1, 254
  %10 = or disjoint i32 %9, 1
  %11 = urem i32 %8, %10
  %12 = or i32 %11, 1
  %13 = zext nneg i32 %12 to i64
  %14 = udiv i64 %7, %13
  %15 = and i64 %0, 146
  %16 = zext i32 %1 to i64
  %17 = shl i64 %16, 56
  %18 = ashr exact i64 %17, 56
  %19 = sub nsw i64 %4, %18
  %20 = xor i64 %19, %15
  %21 = and i64 %14, %20
  ret i64 %21
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 0, 256) i64 @f13(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = and i32 %1, 254
  %5 = or disjoint i32 %4, 1
  %6 = urem i32 144, %5
  %7 = and i32 %1, 255
  %8 = zext nneg i32 %7 to i64
  %9 = shl i64 %0, 32
  %10 = ashr exact i64 %9, 32
  %11 = or i64 %10, 1
  %12 = udiv i64 %8, %11
  %13 = trunc nuw nsw i64 %12 to i32
  %14 = or i32 %6, %13
  %15 = zext nneg i32 %14 to i64
  ret i64 %15
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 -2, 1) i64 @f14(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = lshr i16 %2, 7
  %5 = and i16 %4, 1
  %6 = add nsw i16 %5, -1
  %7 = sext i16 %6 to i64
  %8 = zext i16 %2 to i64
  %9 = and i64 %0, 63
  %10 = lshr i64 %8, %9
  %11 = icmp eq i64 %10, 0
  %12 = sext i1 %11 to i64
  %13 = add nsw i64 %12, %7
  ret i64 %13
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 3584, 4096) i64 @f15(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = udiv i64 %0, 27
  %5 = and i64 %4, 254
  %6 = or disjoint i64 %5, 1
  %7 = tail call range(i64 56, 64) i64 @llvm.ctlz.i64(i64 %6, i1 true)
  %8 = shl nuw nsw i64 %7, 6
  ret i64 %8
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 -1572864, 1572817) i64 @f16(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = trunc i64 %0 to i32
  %5 = shl i32 %1, 16
  %6 = mul i32 %5, %4
  %7 = ashr exact i32 %6, 16
  %8 = mul nsw i32 %7, 48
  %9 = sext i32 %8 to i64
  ret i64 %9
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local noundef i64 @f17(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  ret i64 0
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 -32767, 98304) i64 @f18(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = and i64 %0, -65536
  %5 = and i64 %0, 65535
  %6 = sext i16 %2 to i64
  %7 = sub nsw i64 %5, %6
  %8 = icmp ult i64 %4, %7
  %9 = select i1 %8, i64 0, i64 %7
  %10 = and i32 %1, 254
  %11 = xor i32 %10, 197
  %12 = urem i32 4, %11
  %13 = zext nneg i32 %12 to i64
  %14 = ashr i64 %9, %13
  ret i64 %14
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 3, 4295032834) i64 @f19(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = and i64 %0, 4294967295
  %5 = and i16 %2, 63
  %6 = zext nneg i16 %5 to i64
  %7 = lshr i64 %4, %6
  %8 = and i32 %1, 65535
  %9 = add nuw nsw i32 %8, 3
  %10 = zext nneg i32 %9 to i64
  %11 = add nuw nsw i64 %7, %10
  ret i64 %11
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 3008, 4048) i64 @f20(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = shl i32 %1, 24
  %5 = ashr exact i32 %4, 24
  %6 = and i32 %1, 254
  %7 = or disjoint i32 %6, 1
  %8 = srem i32 %5, %7
  %9 = zext i16 %2 to i32
  %10 = shl nuw nsw i32 %9, 1
  %11 = and i32 %8, %10
  %12 = or disjoint i32 %11, 1
  %13 = tail call range(i32 15, 32) i32 @llvm.ctlz.i32(i32 %12, i1 true)
  %14 = shl nuw nsw i32 %13, 6
  %15 = or disjoint i32 %14, 2048
  %16 = zext nneg i32 %15 to i64
  ret i64 %16
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 0, 2) i64 @f21(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = lshr i32 %1, 31
  %5 = xor i32 %1, -1
  %6 = and i32 %1, 255
  %7 = icmp eq i32 %6, 0
  %8 = sext i1 %7 to i32
  %9 = add i32 %8, %5
  %10 = and i32 %9, 254
  %11 = or disjoint i32 %10, 1
  %12 = urem i32 %4, %11
  %13 = zext nneg i32 %12 to i64
  ret i64 %13
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 0, 255) i64 @f22(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = sext i16 %2 to i32
  %5 = shl i32 %1, 16
  %6 = ashr exact i32 %5, 16
  %7 = icmp sgt i32 %6, %4
  %8 = zext i32 %1 to i64
  %9 = shl i64 %8, 48
  %10 = ashr exact i64 %9, 48
  %11 = tail call range(i64 0, 65) i64 @llvm.ctpop.i64(i64 %10)
  %12 = trunc nuw nsw i64 %11 to i32
  %13 = select i1 %7, i32 3, i32 %12
  %14 = trunc i64 %0 to i16
  %15 = sext i16 %14 to i128
  %16 = mul nsw i128 %15, 1291552783
  %17 = trunc i64 %0 to i32
  %18 = and i32 %17, 127
  %19 = zext nneg i32 %18 to i128
  %20 = ashr i128 %16, %19
  %21 = mul i16 %14, 81
  %22 = zext i16 %21 to i128
  %23 = or i128 %20, %22
  %24 = trunc i128 %23 to i32
  %25 = and i32 %24, 254
  %26 = or disjoint i32 %25, 1
  %27 = urem i32 %13, %26
  %28 = mul i32 %1, 81
  %29 = or i16 %2, 1
  %30 = tail call range(i16 0, 16) i16 @llvm.ctlz.i16(i16 %29, i1 true)
  %31 = shl nuw nsw i16 %30, 6
  %32 = zext nneg i16 %31 to i32
  %33 = and i32 %28, %32
  %34 = icmp slt i16 %2, 117
  %35 = select i1 %34, i32 %17, i32 117
  %36 = and i32 %17, 65535
  %37 = and i32 %36, %35
  %38 = or i32 %33, %37
  %39 = and i32 %27, %38
  %40 = zext nneg i32 %39 to i64
  ret i64 %40
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 -255, 65536) i64 @f23(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = sext i16 %2 to i32
  %5 = and i16 %2, 254
  %6 = or disjoint i16 %5, 1
  %7 = zext nneg i16 %6 to i32
  %8 = srem i32 %4, %7
  %9 = and i32 %8, 65535
  %10 = zext nneg i32 %9 to i64
  %11 = and i32 %1, 255
  %12 = zext nneg i32 %11 to i64
  %13 = or i32 %1, 1
  %14 = sext i32 %13 to i64
  %15 = udiv i64 %12, %14
  %16 = sub nsw i64 %10, %15
  ret i64 %16
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local i64 @f24(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = xor i16 %2, 32357
  %5 = sub i16 1, %4
  %6 = sext i16 %5 to i64
  %7 = zext i16 %2 to i64
  %8 = shl i64 %7, 56
  %9 = sub i64 8718968878589280256, %8
  %10 = ashr exact i64 %9, 56
  %11 = zext i16 %2 to i32
  %12 = sub i32 %11, %1
  %13 = zext i32 %12 to i64
  %14 = shl i64 %13, 56
  %15 = ashr exact i64 %14, 56
  %16 = or i64 %15, 1
  %17 = udiv i64 %10, %16
  %18 = and i64 %17, 4294967294
  %19 = or disjoint i64 %18, 1
  %20 = udiv i64 %6, %19
  ret i64 %20
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 0, 14791) i64 @f25(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = add i16 %2, 84
  %5 = and i16 %4, 255
  %6 = mul nuw nsw i16 %5, 58
  %7 = zext nneg i16 %6 to i64
  ret i64 %7
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local noundef i64 @f26(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  ret i64 4
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 -2, 0) i64 @f27(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = and i16 %2, 255
  %5 = icmp eq i16 %4, 36
  %6 = zext nneg i16 %4 to i32
  %7 = icmp ult i32 %6, %1
  %8 = select i1 %5, i1 true, i1 %7
  %9 = ashr i16 %2, 15
  %10 = zext i1 %8 to i16
  %11 = icmp eq i16 %9, %10
  %12 = select i1 %11, i64 -2, i64 -1
  ret i64 %12
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local noundef i64 @f28(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  ret i64 0
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 -4, 5) i64 @f29(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = trunc i64 %0 to i32
  %5 = srem i32 %4, 5
  %6 = sext i32 %5 to i64
  ret i64 %6
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local noundef i64 @f30(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = xor i64 %0, -1
  %5 = icmp eq i16 %2, 0
  %6 = sext i1 %5 to i64
  %7 = add i64 %6, %4
  ret i64 %7
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local noundef range(i64 0, 28666) i64 @f31(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  ret i64 0
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 0, 256) i64 @f32(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = and i16 %2, 255
  %5 = zext nneg i16 %4 to i64
  %6 = and i64 %5, %0
  ret i64 %6
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 0, 2) i64 @f33(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = zext i16 %2 to i32
  %5 = or i64 %0, 1
  %6 = tail call range(i64 0, 64) i64 @llvm.ctlz.i64(i64 %5, i1 true)
  %7 = trunc nuw nsw i64 %6 to i8
  %8 = shl i8 %7, 6
  %9 = sub nuw nsw i8 -44, %8
  %10 = sext i8 %9 to i32
  %11 = zext i32 %1 to i64
  %12 = and i16 %2, 63
  %13 = zext nneg i16 %12 to i64
  %14 = shl i64 %11, %13
  %15 = trunc i64 %14 to i32
  %16 = shl i32 %1, 24
  %17 = ashr exact i32 %16, 24
  %18 = shl i32 %4, 24
  %19 = ashr exact i32 %18, 24
  %20 = mul i32 %17, 22923865
  %21 = mul i32 %20, %19
  %22 = mul i32 %21, %15
  %23 = icmp eq i32 %22, %10
  %24 = zext i1 %23 to i64
  ret i64 %24
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local noundef i64 @f34(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  ret i64 0
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local noundef range(i64 0, 121) i64 @f35(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = and i64 %0, 120
  ret i64 %4
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 0, -9223372036854775807) i64 @f36(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = zext i16 %2 to i64
  %5 = icmp eq i64 %0, 19676
  %6 = icmp sgt i64 %4, %0
  %7 = or i1 %5, %6
  %8 = and i16 %2, 1
  %9 = xor i16 %8, 1
  %10 = zext nneg i16 %9 to i64
  %11 = select i1 %7, i64 %10, i64 0
  %12 = shl i16 %2, 6
  %13 = zext i16 %12 to i64
  %14 = or i64 %0, 1
  %15 = udiv i64 2058223500310561477, %14
  %16 = or i64 %15, 1
  %17 = udiv i64 %13, %16
  %18 = and i64 %17, 63
  %19 = shl nuw i64 %11, %18
  ret i64 %19
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local noundef i64 @f37(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = sext i32 %1 to i64
  %5 = zext i32 %1 to i64
  %6 = xor i64 %4, %5
  ret i64 %6
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 0, 4039) i64 @f38(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = zext i16 %2 to i64
  %5 = sub nsw i64 3712, %4
  %6 = or i64 %5, 1
  %7 = tail call range(i64 0, 64) i64 @llvm.ctlz.i64(i64 %6, i1 true)
  %8 = shl nuw nsw i64 %7, 6
  ret i64 %8
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 0, 2) i64 @f39(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = shl i32 %1, 24
  %5 = ashr exact i32 %4, 24
  %6 = zext i16 %2 to i32
  %7 = icmp eq i32 %5, %6
  %8 = icmp slt i32 %5, 65
  %9 = or i1 %7, %8
  %10 = zext i1 %9 to i64
  ret i64 %10
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 -128, 4033) i64 @f40(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = sext i32 %1 to i64
  %5 = trunc i64 %0 to i32
  %6 = trunc i64 %0 to i32
  %7 = and i64 %0, 255
  %8 = zext i16 %2 to i64
  %9 = add nsw i64 %7, -161
  %10 = add nsw i64 %9, %8
  %11 = and i32 %6, 65535
  %12 = mul i32 %11, %6
  %13 = sext i32 %12 to i128
  %14 = shl i32 %5, 16
  %15 = ashr exact i32 %14, 16
  %16 = xor i32 %15, 95
  %17 = zext i32 %16 to i128
  %18 = icmp eq i128 %13, %17
  br i1 %18, label %24, label %19

19:                                               ; preds = %3
  %20 = mul nsw i64 %4, 198
  %21 = sext i32 %12 to i64
  %22 = icmp ugt i64 %20, %21
  %23 = zext i1 %22 to i64
  br label %24

24:                                               ; preds = %3, %19
  %25 = phi i64 [ 1, %3 ], [ %23, %19 ]
  %26 = icmp ult i64 %10, %25
  br i1 %26, label %27, label %40

27:                                               ; preds = %24
  %28 = xor i32 %1, 128
  %29 = udiv i64 %4, 23
  %30 = zext i32 %28 to i64
  %31 = xor i64 %29, %30
  %32 = and i64 %0, 128
  %33 = icmp eq i64 %32, 0
  %34 = and i64 %0, 254
  %35 = or disjoint i64 %34, 1
  %36 = tail call range(i64 50, 64) i64 @llvm.ctlz.i64(i64 %35, i1 true)
  %37 = shl nuw nsw i64 %36, 6
  %38 = select i1 %33, i64 %37, i64 3200
  %39 = and i64 %38, %31
  br label %46

40:                                               ; preds = %24
  br i1 %18, label %46, label %41

41:                                               ; preds = %40
  %42 = mul nsw i64 %4, 198
  %43 = sext i32 %12 to i64
  %44 = icmp ugt i64 %42, %43
  %45 = zext i1 %44 to i64
  br label %46

46:                                               ; preds = %41, %40, %27
  %47 = phi i64 [ %39, %27 ], [ 1, %40 ], [ %45, %41 ]
  ret i64 %47
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 -4294967297, 0) i64 @f41(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = trunc i64 %0 to i32
  %5 = lshr i64 %0, 22
  %6 = and i64 %0, 65535
  %7 = icmp eq i64 %6, 0
  %8 = select i1 %7, i64 122, i64 121
  %9 = add nuw nsw i64 %8, %5
  %10 = shl i64 %9, 24
  %11 = zext i16 %2 to i32
  %12 = and i64 %10, 4278190080
  %13 = xor i64 %12, -1
  %14 = and i64 %0, 63
  %15 = lshr i64 117, %14
  %16 = trunc nuw nsw i64 %15 to i32
  %17 = mul i32 %11, %4
  %18 = and i32 %17, %16
  %19 = and i32 %1, 254
  %20 = or disjoint i32 %19, 1
  %21 = urem i32 727982951, %20
  %22 = tail call range(i32 0, 9) i32 @llvm.ctpop.i32(i32 %21)
  %23 = or i32 %22, 1
  %24 = urem i32 %18, %23
  %25 = icmp eq i32 %24, 0
  %26 = sext i1 %25 to i64
  %27 = add nsw i64 %26, %13
  ret i64 %27
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 0, 102591) i64 @f42(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = and i64 %0, 65535
  %5 = mul nuw nsw i64 %4, 12824
  %6 = lshr i64 %5, 13
  ret i64 %6
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 -254331, -3071) i64 @f43(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = and i16 %2, 61
  %5 = xor i16 %4, -1
  %6 = sext i16 %5 to i32
  %7 = icmp ult i16 %2, 73
  %8 = sext i1 %7 to i32
  %9 = add nsw i32 %8, %6
  %10 = or i16 %2, 1
  %11 = zext i16 %10 to i64
  %12 = tail call range(i64 48, 64) i64 @llvm.ctlz.i64(i64 %11, i1 true)
  %13 = trunc nuw nsw i64 %12 to i32
  %14 = shl nsw i32 %9, 6
  %15 = mul nsw i32 %14, %13
  %16 = sext i32 %15 to i64
  ret i64 %16
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local noundef i64 @f44(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = sub i64 -8964537572054901102, %0
  ret i64 %4
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local i64 @f45(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = or i16 %2, 1
  %5 = udiv i16 7, %4
  %6 = and i16 %2, 254
  %7 = or disjoint i16 %6, 1
  %8 = urem i16 155, %7
  %9 = and i16 %8, %5
  %10 = zext nneg i16 %9 to i64
  %11 = zext i16 %2 to i32
  %12 = trunc i64 %0 to i32
  %13 = xor i32 %11, %12
  %14 = shl i32 %13, 24
  %15 = ashr exact i32 %14, 24
  %16 = sext i32 %1 to i128
  %17 = mul nsw i128 %16, 32248
  %18 = and i16 %2, 127
  %19 = zext nneg i16 %18 to i128
  %20 = ashr i128 %17, %19
  %21 = trunc i128 %20 to i32
  %22 = and i32 %21, 254
  %23 = or disjoint i32 %22, 1
  %24 = srem i32 %15, %23
  %25 = and i32 %24, 254
  %26 = or disjoint i32 %25, 1
  %27 = zext nneg i32 %26 to i64
  %28 = udiv i64 %10, %27
  %29 = trunc i16 %2 to i8
  %30 = shl i8 %29, 6
  %31 = or i8 %30, 64
  %32 = sext i8 %31 to i64
  %33 = mul nsw i64 %32, 8114
  %34 = sub i64 7, %0
  %35 = and i64 %34, 15
  %36 = ashr i64 %33, %35
  %37 = mul nsw i64 %28, %36
  ret i64 %37
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 4032, 4097) i64 @f46(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = xor i16 %2, 45
  %5 = trunc i64 %0 to i32
  %6 = sext i32 %5 to i128
  %7 = trunc i16 %2 to i8
  %8 = sext i8 %7 to i128
  %9 = mul nsw i128 %8, %6
  %10 = lshr i128 %9, 37
  %11 = trunc i128 %10 to i16
  %12 = mul i16 %4, %11
  %13 = srem i32 %5, 163
  %14 = sext i32 %13 to i64
  %15 = lshr i32 %5, 24
  %16 = tail call range(i64 0, 65) i64 @llvm.ctpop.i64(i64 %0)
  %17 = trunc nuw nsw i64 %16 to i32
  %18 = add nuw nsw i32 %15, %17
  %19 = and i32 %18, 63
  %20 = zext nneg i32 %19 to i64
  %21 = ashr i64 %14, %20
  %22 = sext i16 %12 to i64
  %23 = icmp eq i64 %21, %22
  br i1 %23, label %36, label %24

24:                                               ; preds = %3
  %25 = shl i64 %0, 56
  %26 = ashr i64 %25, 63
  %27 = trunc nsw i64 %26 to i32
  %28 = and i32 %5, 254
  %29 = or disjoint i32 %28, 1
  %30 = srem i32 %5, %29
  %31 = and i32 %30, 65535
  %32 = add nsw i32 %31, %27
  %33 = sext i16 %12 to i32
  %34 = icmp sgt i32 %32, %33
  %35 = zext i1 %34 to i64
  br label %36

36:                                               ; preds = %24, %3
  %37 = phi i64 [ 1, %3 ], [ %35, %24 ]
  %38 = trunc i64 %0 to i8
  %39 = tail call i8 @llvm.umin.i8(i8 %38, i8 4)
  %40 = zext nneg i8 %39 to i64
  %41 = or disjoint i64 %40, 4048
  %42 = add nuw nsw i64 %41, %37
  ret i64 %42
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 -2621440, 2621361) i64 @f47(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = trunc i32 %1 to i16
  %5 = sext i16 %4 to i128
  %6 = mul nsw i128 %5, 80
  %7 = and i32 %1, 127
  %8 = zext nneg i32 %7 to i128
  %9 = ashr i128 %6, %8
  %10 = trunc nsw i128 %9 to i64
  ret i64 %10
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 -2, 0) i64 @f48(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = and i32 %1, 65535
  %5 = icmp eq i32 %4, 139
  %6 = zext i1 %5 to i64
  %7 = xor i64 %6, -1
  ret i64 %7
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local noundef range(i64 -34, 0) i64 @f49(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = or i64 %0, -34
  ret i64 %4
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local noundef i64 @f50(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  ret i64 -9261
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local i64 @f51(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = xor i32 %1, 150
  %5 = zext i32 %4 to i64
  %6 = shl i64 %5, 56
  %7 = ashr exact i64 %6, 56
  %8 = xor i64 %7, -1
  ret i64 %8
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 0, 65536) i64 @f52(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = zext i16 %2 to i64
  %5 = add nuw nsw i64 %4, 56
  %6 = add i16 %2, 86
  %7 = zext i16 %6 to i64
  %8 = and i64 %5, %7
  ret i64 %8
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local i64 @f53(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = zext i16 %2 to i64
  %5 = mul nuw nsw i64 %4, 20
  %6 = or disjoint i64 %5, 1
  %7 = tail call range(i64 43, 64) i64 @llvm.ctlz.i64(i64 %6, i1 true)
  %8 = shl nuw nsw i64 %7, 6
  %9 = add i32 %1, 1517306853
  %10 = trunc i64 %0 to i32
  %11 = add i32 %10, %1
  %12 = and i32 %11, 254
  %13 = or disjoint i32 %12, 1
  %14 = srem i32 %9, %13
  %15 = and i32 %14, 63
  %16 = zext nneg i32 %15 to i64
  %17 = shl i64 %8, %16
  ret i64 %17
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local noundef i64 @f54(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  ret i64 6349610770492223673
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 0, 2) i64 @f55(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = trunc i64 %0 to i32
  %5 = and i32 %4, 65535
  %6 = icmp eq i32 %5, 0
  %7 = and i32 %4, 127
  %8 = icmp ult i32 %7, 13
  %9 = or i1 %6, %8
  %10 = srem i32 %4, 73
  %11 = sext i32 %1 to i64
  %12 = tail call range(i64 0, 65) i64 @llvm.ctpop.i64(i64 %11)
  %13 = trunc nuw nsw i64 %12 to i32
  %14 = xor i32 %10, %13
  %15 = and i32 %14, 1
  %16 = zext nneg i32 %15 to i64
  %17 = select i1 %9, i64 %16, i64 0
  ret i64 %17
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 -2147483646, 2147483650) i64 @f56(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = zext i16 %2 to i32
  %5 = add i32 %4, %1
  %6 = sext i32 %5 to i64
  %7 = sub nsw i64 1, %6
  ret i64 %7
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 -2147483648, 2147483648) i64 @f57(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = trunc i64 %0 to i32
  %5 = srem i32 %4, 117
  %6 = zext i32 %5 to i64
  %7 = zext i16 %2 to i64
  %8 = or i64 %7, 1
  %9 = udiv i64 20657, %8
  %10 = and i64 %9, 63
  %11 = shl i64 %6, %10
  %12 = trunc i64 %11 to i32
  %13 = and i32 %12, 65535
  %14 = trunc i16 %2 to i8
  %15 = or i8 %14, -111
  %16 = zext i8 %15 to i128
  %17 = mul nuw nsw i128 %16, 318936711
  %18 = zext i32 %1 to i64
  %19 = or i64 %7, %18
  %20 = and i64 %19, 127
  %21 = zext nneg i64 %20 to i128
  %22 = lshr i128 %17, %21
  %23 = trunc i128 %22 to i32
  %24 = shl i32 %23, 24
  %25 = ashr exact i32 %24, 24
  %26 = xor i32 %13, %25
  %27 = sext i32 %26 to i64
  ret i64 %27
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 -32768, 32768) i64 @f58(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = icmp eq i32 %1, 90
  %5 = sext i32 %1 to i64
  %6 = icmp slt i64 %5, %0
  %7 = or i1 %4, %6
  %8 = zext i1 %7 to i32
  %9 = trunc i64 %0 to i32
  %10 = icmp sgt i32 %9, 140
  %11 = zext i1 %10 to i32
  %12 = and i32 %9, 144
  %13 = or disjoint i32 %12, 1
  %14 = urem i32 %11, %13
  %15 = zext nneg i32 %14 to i128
  %16 = zext i16 %2 to i32
  %17 = add i32 %16, %1
  %18 = xor i32 %17, %8
  %19 = trunc i32 %18 to i16
  %20 = sext i16 %19 to i128
  %21 = mul nuw nsw i128 %15, %20
  %22 = and i32 %16, %1
  %23 = or i16 %2, 56
  %24 = zext i16 %23 to i32
  %25 = mul nuw i32 %22, %24
  %26 = and i32 %25, 127
  %27 = zext nneg i32 %26 to i128
  %28 = ashr i128 %21, %27
  %29 = trunc nsw i128 %28 to i64
  ret i64 %29
}

; Function Attrs: mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable
define dso_local range(i64 271269145451270882, 271269149746238178) i64 @f59(i64 noundef %0, i32 noundef %1, i16 noundef zeroext %2) local_unnamed_addr #0 {
  %4 = shl i64 %0, 32
  %5 = ashr exact i64 %4, 32
  %6 = add nsw i64 %5, 271269147598754530
  ret i64 %6
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.ctlz.i32(i32, i1 immarg) #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i16 @llvm.ctpop.i16(i16) #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i16 @llvm.ctlz.i16(i16, i1 immarg) #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.ctpop.i32(i32) #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i8 @llvm.umin.i8(i8, i8) #2

attributes #0 = { mustprogress nofree norecurse nosync nounwind willreturn memory(none) uwtable "min-legal-vector-width"="0" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+x87,-aes,-avx,-avx10.1-256,-avx10.1-512,-avx2,-avx512bf16,-avx512bitalg,-avx512bw,-avx512cd,-avx512dq,-avx512f,-avx512fp16,-avx512ifma,-avx512vbmi,-avx512vbmi2,-avx512vl,-avx512vnni,-avx512vp2intersect,-avx512vpopcntdq,-avxifma,-avxneconvert,-avxvnni,-avxvnniint16,-avxvnniint8,-f16c,-fma,-fma4,-gfni,-kl,-pclmul,-sha,-sha512,-sm3,-sm4,-sse,-sse2,-sse3,-sse4.1,-sse4.2,-sse4a,-ssse3,-vaes,-vpclmulqdq,-widekl,-xop" "tune-cpu"="generic" }
attributes #1 = { mustprogress nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

!llvm.module.flags = !{!0, !1, !2, !3}
!llvm.ident = !{!4}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 8, !"PIC Level", i32 2}
!2 = !{i32 7, !"PIE Level", i32 2}
!3 = !{i32 7, !"uwtable", i32 2}
!4 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
