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
  %32 = icmp ne i64 %31, 0
  %33 = zext i1 %32 to i64
  %34 = tail call i64 asm "/* pmdrace pmd_present */", "=r,r,0"(i64 %30, i64 %33) #3, !srcloc !6
  %35 = and i64 %34, 4294967295
  %36 = icmp eq i64 %35, 0
  br i1 %36, label %146, label %37

37:                                               ; preds = %4
  %38 = lshr i64 %30, 1
  %39 = and i64 %38, 1
  %40 = xor i64 %39, 1
  %41 = tail call i64 asm "/* pmdrace pmd_trans_huge */", "=r,r,0"(i64 %30, i64 %40) #3, !srcloc !7
  %42 = and i64 %41, 4294967295
  %43 = and i64 %30, 144115188075855872
  %44 = icmp eq i64 %43, 0
  %45 = or disjoint i64 %42, %43
  %46 = icmp eq i64 %45, 0
  br i1 %46, label %91, label %47

47:                                               ; preds = %37
  %48 = and i64 %30, 288230376151711745
  %49 = icmp eq i64 %48, 288230376151711744
  br i1 %49, label %146, label %50

50:                                               ; preds = %47
  %51 = and i64 %30, 65
  %52 = icmp eq i64 %51, 65
  %53 = icmp eq i32 %6, 0
  %54 = and i64 %30, 2251799813685248
  %55 = icmp ne i64 %54, 0
  %56 = or i1 %53, %55
  %57 = and i1 %52, %56
  %58 = zext i1 %57 to i64
  %59 = tail call i64 asm "/* pmdrace pmd_access_permitted */", "=r,r,0"(i64 %30, i64 %58) #3, !srcloc !8
  %60 = and i64 %59, 4294967295
  %61 = icmp ne i64 %60, 0
  %62 = and i1 %44, %61
  br i1 %62, label %63, label %146

63:                                               ; preds = %50
  %64 = lshr i64 %30, 12
  %65 = and i64 %64, 68719476224
  %66 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %65
  %67 = getelementptr inbounds i8, ptr %66, i64 8
  %68 = load i64, ptr %67, align 8
  %69 = and i64 %68, 1
  %70 = icmp eq i64 %69, 0
  %71 = add nsw i64 %68, -1
  %72 = inttoptr i64 %71 to ptr
  %73 = select i1 %70, ptr %66, ptr %72
  %74 = getelementptr inbounds i8, ptr %73, i64 20
  %75 = load volatile i32, ptr %74, align 4
  br label %76

76:                                               ; preds = %79, %63
  %77 = phi i32 [ %75, %63 ], [ %81, %79 ]
  %78 = icmp eq i32 %77, 0
  br i1 %78, label %146, label %79

79:                                               ; preds = %76
  %80 = add i32 %77, 1
  %81 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %74, i32 %80, i32 %77, ptr elementtype(i32) %74) #2, !srcloc !9
  %82 = icmp eq i32 %81, %77
  br i1 %82, label %83, label %76

83:                                               ; preds = %79
  %84 = icmp eq ptr %73, null
  br i1 %84, label %146, label %85

85:                                               ; preds = %83
  %86 = load volatile i64, ptr %29, align 8
  %87 = icmp eq i64 %86, %30
  br i1 %87, label %146, label %88

88:                                               ; preds = %85
  %89 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %74, i32 -1, ptr elementtype(i32) %74) #2, !srcloc !10
  %90 = icmp eq i32 %89, 1
  br i1 %90, label %144, label %146

91:                                               ; preds = %37
  %92 = and i64 %30, 281474976706560
  %93 = or disjoint i64 %92, -281474976710656
  %94 = inttoptr i64 %93 to ptr
  %95 = load volatile i64, ptr %94, align 4096
  %96 = and i64 %95, 288230376151711745
  %97 = icmp eq i64 %96, 288230376151711744
  br i1 %97, label %146, label %98

98:                                               ; preds = %91
  %99 = and i64 %95, 65
  %100 = icmp eq i64 %99, 65
  %101 = icmp eq i32 %6, 0
  %102 = and i64 %95, 2251799813685248
  %103 = icmp ne i64 %102, 0
  %104 = or i1 %101, %103
  %105 = and i1 %100, %104
  %106 = zext i1 %105 to i64
  %107 = tail call i64 asm "/* pmdrace pte_access_permitted */", "=r,r,0"(i64 %95, i64 %106) #3, !srcloc !11
  %108 = and i64 %107, 4294967295
  %109 = icmp ne i64 %108, 0
  %110 = and i64 %95, 216172782113783808
  %111 = icmp eq i64 %110, 0
  %112 = and i1 %111, %109
  br i1 %112, label %113, label %146

113:                                              ; preds = %98
  %114 = lshr i64 %95, 12
  %115 = and i64 %114, 68719476735
  %116 = getelementptr %struct.page, ptr inttoptr (i64 -4398046511104 to ptr), i64 %115
  %117 = getelementptr inbounds i8, ptr %116, i64 8
  %118 = load i64, ptr %117, align 8
  %119 = and i64 %118, 1
  %120 = icmp eq i64 %119, 0
  %121 = add nsw i64 %118, -1
  %122 = inttoptr i64 %121 to ptr
  %123 = select i1 %120, ptr %116, ptr %122
  %124 = getelementptr inbounds i8, ptr %123, i64 20
  %125 = load volatile i32, ptr %124, align 4
  br label %126

126:                                              ; preds = %129, %113
  %127 = phi i32 [ %125, %113 ], [ %131, %129 ]
  %128 = icmp eq i32 %127, 0
  br i1 %128, label %146, label %129

129:                                              ; preds = %126
  %130 = add i32 %127, 1
  %131 = tail call i32 asm sideeffect ".arch_extension lse\0Acasal ${0:w}, ${2:w}, $1", "=r,=*Q,r,0,*Q,~{memory}"(ptr elementtype(i32) %124, i32 %130, i32 %127, ptr elementtype(i32) %124) #2, !srcloc !9
  %132 = icmp eq i32 %131, %127
  br i1 %132, label %133, label %126

133:                                              ; preds = %129
  %134 = icmp eq ptr %123, null
  br i1 %134, label %146, label %135

135:                                              ; preds = %133
  %136 = load volatile i64, ptr %29, align 8
  %137 = icmp eq i64 %136, %30
  br i1 %137, label %138, label %141

138:                                              ; preds = %135
  %139 = load volatile i64, ptr %94, align 4096
  %140 = icmp eq i64 %95, %139
  br i1 %140, label %146, label %141

141:                                              ; preds = %138, %135
  %142 = tail call i32 asm sideeffect ".arch_extension lse\0Aldaddal ${2:w}, ${0:w}, $1", "=&r,=*Q,r,*Q,~{memory}"(ptr elementtype(i32) %124, i32 -1, ptr elementtype(i32) %124) #2, !srcloc !10
  %143 = icmp eq i32 %142, 1
  br i1 %143, label %144, label %146

144:                                              ; preds = %141, %88
  %145 = phi ptr [ %73, %88 ], [ %123, %141 ]
  tail call void @__folio_put(ptr noundef nonnull %145) #4
  br label %146

146:                                              ; preds = %76, %126, %4, %47, %50, %83, %85, %88, %91, %98, %133, %138, %141, %144
  %147 = phi i32 [ 0, %4 ], [ 0, %47 ], [ 0, %50 ], [ 0, %83 ], [ 1, %85 ], [ 0, %88 ], [ 0, %98 ], [ 0, %91 ], [ 0, %133 ], [ 1, %138 ], [ 0, %141 ], [ 0, %144 ], [ 0, %126 ], [ 0, %76 ]
  tail call void asm sideeffect "msr daif, $0", "r,~{memory}"(i64 %5) #2, !srcloc !12
  ret i32 %147
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
!3 = !{i64 1111}
!4 = !{i64 1169}
!5 = !{i64 978}
!6 = !{i64 2147507509}
!7 = !{i64 2147507625}
!8 = !{i64 2147507246}
!9 = !{i64 1413, i64 1435}
!10 = !{i64 1842, i64 1864}
!11 = !{i64 2147507360}
!12 = !{i64 1280}
