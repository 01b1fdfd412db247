; ModuleID = 'gup.c'
source_filename = "gup.c"
target datalayout = "e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32"
target triple = "aarch64-unknown-linux-gnu"

%struct.page = type { i64, i64, i32, i32, ptr, %struct.list, ptr, i32 }
%struct.list = type { ptr, ptr }

@unused_vma = dso_local local_unnamed_addr global ptr null, align 8

; Function Attrs: nounwind null_pointer_is_valid
define dso_local range(i32 0, 2) i32 @get_user_pages_fast_only(i64 noundef %0, i32 noundef %1, i32 noundef %2, ptr nocapture noundef readnone %3) local_unnamed_addr #0 {
  %5 = tail call i64 asm sideeffect "mrs $0, daif", "=r,~{memory}"() #2, !srcloc !3
  tail call void asm sideeffect "msr daifset, #3", "~{memory}"() #2, !srcloc !4
  %6 = and i32 %2, 1
  %7 = tail call i64 asm "mrs $0, sp_el0", "=r"() #3, !srcloc !5
  %8 = inttoptr i64 %7 to ptr
  %9 = getelementptr inbounds i8, ptr %8, i64 8
  %10 = load ptr, ptr %9, align 8
  %11 = getelementptr inbounds i8, ptr %10, i64 8
  %12 = load ptr, ptr %11, align 8
  %13 = lshr i64 %0, 39
  %14 = and i64 %13, 511
  %15 = getelementptr i64, ptr %12, i64 %14
  %16 = load i64, ptr %15, align 8
  %17 = and i64 %16, 281474976706560
  %18 = or disjoint i64 %17, -281474976710656
  %19 = inttoptr i64 %18 to ptr
  %20 = lshr i64 %0, 30
  %21 = and i64 %20, 511
  %22 = getelementptr i64, ptr %19, i64 %21
  %23 = load i64, ptr %22, align 8
  %24 = and i64 %23, 281474976706560
  %25 = or disjoint i64 %24, -281474976710656
  %26 = inttoptr i64 %25 to ptr
  %27 = lshr i64 %0, 21
  %28 = and i64 %27, 511
  %29 = getelementptr i64, ptr %26, i64 %28
  %30 = load volatile i64, ptr %29, align 8
  %31 = and i64 %30, 864691128455135233
  %32 = icmp eq i64 %31, 0
  br i1 %32, label %129, label %33

33:                                               ; preds = %4
  %34 = and i64 %30, 144115188075855872
  %35 = icmp eq i64 %34, 0
  %36 = and i64 %30, 144115188075855874
  %37 = icmp eq i64 %36, 2
  br i1 %37, label %78, label %38

38:                                               ; preds = %33
  %39 = and i64 %30, 288230376151711745
  %40 = icmp ne i64 %39, 288230376151711744
  %41 = and i64 %30, 65
  %42 = icmp eq i64 %41, 65
  %43 = and i1 %40, %42
  br i1 %43, label %44, label %129

44:                                               ; preds = %38
  %45 = icmp eq i32 %6, 0
  %46 = and i64 %30, 2251799813685248
  %47 = icmp ne i64 %46, 0
  %48 = or i1 %45, %47
  %49 = and i1 %35, %48
  br i1 %49, label %50, label %129

50:                                               ; preds = %44
  %51 = lshr i64 %30, 12
  %52 = and i64 %51, 68719476224
  %53 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %52
  %54 = getelementptr inbounds i8, ptr %53, i64 8
  %55 = load i64, ptr %54, align 8
  %56 = and i64 %55, 1
  %57 = icmp eq i64 %56, 0
  %58 = add nsw i64 %55, -1
  %59 = inttoptr i64 %58 to ptr
  %60 = select i1 %57, ptr %53, ptr %59
  %61 = getelementptr inbounds i8, ptr %60, i64 20
  %62 = load volatile i32, ptr %61, align 4
  br label %63

63:                                               ; preds = %66, %50
  %64 = phi i32 [ %62, %50 ], [ %68, %66 ]
  %65 = icmp eq i32 %64, 0
  br i1 %65, label %129, label %66

66:                                               ; preds = %63
  %67 = add i32 %64, 1
  %68 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %61, i32 %67, i32 %64, ptr elementtype(i32) %61) #2, !srcloc !6
  %69 = icmp eq i32 %68, %64
  br i1 %69, label %70, label %63

70:                                               ; preds = %66
  %71 = icmp eq ptr %60, null
  br i1 %71, label %129, label %72

72:                                               ; preds = %70
  %73 = load volatile i64, ptr %29, align 8
  %74 = icmp eq i64 %73, %30
  br i1 %74, label %129, label %75

75:                                               ; preds = %72
  %76 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %61, i32 -1, ptr elementtype(i32) %61) #2, !srcloc !7
  %77 = icmp eq i32 %76, 1
  br i1 %77, label %127, label %129

78:                                               ; preds = %33
  %79 = and i64 %30, 281474976706560
  %80 = or disjoint i64 %79, -281474976710656
  %81 = inttoptr i64 %80 to ptr
  %82 = load volatile i64, ptr %81, align 4096
  %83 = and i64 %82, 288230376151711745
  %84 = icmp ne i64 %83, 288230376151711744
  %85 = and i64 %82, 65
  %86 = icmp eq i64 %85, 65
  %87 = and i1 %84, %86
  br i1 %87, label %88, label %129

88:                                               ; preds = %78
  %89 = icmp eq i32 %6, 0
  %90 = and i64 %82, 2251799813685248
  %91 = icmp ne i64 %90, 0
  %92 = or i1 %89, %91
  %93 = and i64 %82, 216172782113783808
  %94 = icmp eq i64 %93, 0
  %95 = and i1 %94, %92
  br i1 %95, label %96, label %129

96:                                               ; preds = %88
  %97 = lshr i64 %82, 12
  %98 = and i64 %97, 68719476735
  %99 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %98
  %100 = getelementptr inbounds i8, ptr %99, i64 8
  %101 = load i64, ptr %100, align 8
  %102 = and i64 %101, 1
  %103 = icmp eq i64 %102, 0
  %104 = add nsw i64 %101, -1
  %105 = inttoptr i64 %104 to ptr
  %106 = select i1 %103, ptr %99, ptr %105
  %107 = getelementptr inbounds i8, ptr %106, i64 20
  %108 = load volatile i32, ptr %107, align 4
  br label %109

109:                                              ; preds = %112, %96
  %110 = phi i32 [ %108, %96 ], [ %114, %112 ]
  %111 = icmp eq i32 %110, 0
  br i1 %111, label %129, label %112

112:                                              ; preds = %109
  %113 = add i32 %110, 1
  %114 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %107, i32 %113, i32 %110, ptr elementtype(i32) %107) #2, !srcloc !6
  %115 = icmp eq i32 %114, %110
  br i1 %115, label %116, label %109

116:                                              ; preds = %112
  %117 = icmp eq ptr %106, null
  br i1 %117, label %129, label %118

118:                                              ; preds = %116
  %119 = load volatile i64, ptr %29, align 8
  %120 = icmp eq i64 %119, %30
  br i1 %120, label %121, label %124

121:                                              ; preds = %118
  %122 = load volatile i64, ptr %81, align 4096
  %123 = icmp eq i64 %82, %122
  br i1 %123, label %129, label %124

124:                                              ; preds = %121, %118
  %125 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %107, i32 -1, ptr elementtype(i32) %107) #2, !srcloc !7
  %126 = icmp eq i32 %125, 1
  br i1 %126, label %127, label %129

127:                                              ; preds = %124, %75
  %128 = phi ptr [ %60, %75 ], [ %106, %124 ]
  tail call void @__folio_put(ptr noundef nonnull %128) #4
  br label %129

129:                                              ; preds = %63, %109, %4, %38, %44, %70, %72, %75, %78, %88, %116, %121, %124, %127
  %130 = phi i32 [ 0, %4 ], [ 0, %38 ], [ 0, %44 ], [ 0, %70 ], [ 1, %72 ], [ 0, %75 ], [ 0, %88 ], [ 0, %78 ], [ 0, %116 ], [ 1, %121 ], [ 0, %124 ], [ 0, %127 ], [ 0, %109 ], [ 0, %63 ]
  tail call void asm sideeffect "msr daif, $0", "r,~{memory}"(i64 %5) #2, !srcloc !8
  ret i32 %130
}

; Function Attrs: null_pointer_is_valid
declare dso_local void @__folio_put(ptr noundef) local_unnamed_addr #1

attributes #0 = { nounwind null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #1 = { null_pointer_is_valid "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+v8a,-fmv,-fp-armv8,-neon,-outline-atomics" }
attributes #2 = { nounwind }
attributes #3 = { nounwind memory(none) }
attributes #4 = { nobuiltin nounwind "no-builtins" }

!llvm.module.flags = !{!0, !1}
!llvm.ident = !{!2}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 7, !"frame-pointer", i32 1}
!2 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!3 = !{i64 673}
!4 = !{i64 731}
!5 = !{i64 540}
!6 = !{i64 975, i64 997}
!7 = !{i64 1404, i64 1426}
!8 = !{i64 842}
