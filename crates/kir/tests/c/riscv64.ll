; ModuleID = 'riscv64.c'
source_filename = "riscv64.c"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "riscv64-unknown-linux-gnu"

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @exchange(ptr noundef %0, i64 noundef %1) local_unnamed_addr #0 !dbg !19 {
    #dbg_value(ptr %0, !24, !DIExpression(), !27)
    #dbg_value(i64 %1, !25, !DIExpression(), !27)
  %3 = tail call i64 asm sideeffect "amoswap.d.aqrl $0, $2, $1\0A", "=r,=*A,r,*A,~{memory}"(ptr elementtype(i64) %0, i64 %1, ptr elementtype(i64) %0) #1, !dbg !28, !srcloc !29
    #dbg_value(i64 %3, !26, !DIExpression(), !27)
  ret i64 %3, !dbg !30
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local signext range(i32 0, 2) i32 @get_unless_zero(ptr noundef %0) local_unnamed_addr #0 !dbg !31 {
    #dbg_value(ptr %0, !39, !DIExpression(), !42)
  %2 = tail call { i32, i32 } asm sideeffect "0:\09lr.w $0, $2\0A\09beq $0, $4, 1f\0A\09add $1, $0, $3\0A\09sc.w.rl $1, $1, $2\0A\09bnez $1, 0b\0A\09fence rw, rw\0A1:\0A", "=&r,=&r,=*A,r,r,*A,~{memory}"(ptr elementtype(i32) %0, i32 1, i32 0, ptr elementtype(i32) %0) #1, !dbg !43, !srcloc !44
  %3 = extractvalue { i32, i32 } %2, 0, !dbg !43
    #dbg_value(i32 %3, !40, !DIExpression(), !42)
    #dbg_value(i32 poison, !41, !DIExpression(), !42)
  %4 = icmp ne i32 %3, 0, !dbg !45
  %5 = zext i1 %4 to i32, !dbg !45
  ret i32 %5, !dbg !46
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @ordered(ptr noundef %0, ptr noundef %1) local_unnamed_addr #0 !dbg !47 {
    #dbg_value(ptr %0, !51, !DIExpression(), !54)
    #dbg_value(ptr %1, !52, !DIExpression(), !54)
  %3 = load volatile i64, ptr %0, align 8, !dbg !55
    #dbg_value(i64 %3, !53, !DIExpression(), !54)
  tail call void asm sideeffect "fence r,r", "~{memory}"() #1, !dbg !56, !srcloc !57
  store volatile i64 %3, ptr %1, align 8, !dbg !58
  tail call void asm sideeffect "fence w,rw", "~{memory}"() #1, !dbg !59, !srcloc !60
  tail call void asm sideeffect "sfence.vma $0", "r,~{memory}"(i64 %3) #1, !dbg !61, !srcloc !62
  ret i64 %3, !dbg !63
}

; Function Attrs: nounwind null_pointer_is_valid
define dso_local i64 @irqs_off(ptr noundef %0) local_unnamed_addr #0 !dbg !64 {
    #dbg_value(ptr %0, !68, !DIExpression(), !71)
  %2 = tail call i64 asm sideeffect "csrrc $0, sstatus, $1", "=r,rK,~{memory}"(i32 2) #1, !dbg !72, !srcloc !73
    #dbg_value(i64 %2, !69, !DIExpression(), !71)
  %3 = load volatile i64, ptr %0, align 8, !dbg !74
    #dbg_value(i64 %3, !70, !DIExpression(), !71)
  %4 = and i64 %2, 2, !dbg !75
  tail call void asm sideeffect "csrs sstatus, $0", "rK,~{memory}"(i64 %4) #1, !dbg !76, !srcloc !77
  ret i64 %3, !dbg !78
}

attributes #0 = { nounwind null_pointer_is_valid "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic-rv64" "target-features"="+64bit,+a,+c,+m,+relax,+zmmul,-b,-d,-e,-experimental-smmpm,-experimental-smnpm,-experimental-ssnpm,-experimental-sspm,-experimental-ssqosid,-experimental-supm,-experimental-zacas,-experimental-zalasr,-experimental-zicfilp,-experimental-zicfiss,-f,-h,-shcounterenw,-shgatpa,-shtvala,-shvsatpa,-shvstvala,-shvstvecd,-smaia,-smcdeleg,-smcsrind,-smepmp,-smstateen,-ssaia,-ssccfg,-ssccptr,-sscofpmf,-sscounterenw,-sscsrind,-ssstateen,-ssstrict,-sstc,-sstvala,-sstvecd,-ssu64xl,-svade,-svadu,-svbare,-svinval,-svnapot,-svpbmt,-v,-xcvalu,-xcvbi,-xcvbitmanip,-xcvelw,-xcvmac,-xcvmem,-xcvsimd,-xsfcease,-xsfvcp,-xsfvfnrclipxfqf,-xsfvfwmaccqqq,-xsfvqmaccdod,-xsfvqmaccqoq,-xsifivecdiscarddlone,-xsifivecflushdlone,-xtheadba,-xtheadbb,-xtheadbs,-xtheadcmo,-xtheadcondmov,-xtheadfmemidx,-xtheadmac,-xtheadmemidx,-xtheadmempair,-xtheadsync,-xtheadvdot,-xventanacondops,-xwchc,-za128rs,-za64rs,-zaamo,-zabha,-zalrsc,-zama16b,-zawrs,-zba,-zbb,-zbc,-zbkb,-zbkc,-zbkx,-zbs,-zca,-zcb,-zcd,-zce,-zcf,-zcmop,-zcmp,-zcmt,-zdinx,-zfa,-zfbfmin,-zfh,-zfhmin,-zfinx,-zhinx,-zhinxmin,-zic64b,-zicbom,-zicbop,-zicboz,-ziccamoa,-ziccif,-zicclsm,-ziccrse,-zicntr,-zicond,-zicsr,-zifencei,-zihintntl,-zihintpause,-zihpm,-zimop,-zk,-zkn,-zknd,-zkne,-zknh,-zkr,-zks,-zksed,-zksh,-zkt,-ztso,-zvbb,-zvbc,-zve32f,-zve32x,-zve64d,-zve64f,-zve64x,-zvfbfmin,-zvfbfwma,-zvfh,-zvfhmin,-zvkb,-zvkg,-zvkn,-zvknc,-zvkned,-zvkng,-zvknha,-zvknhb,-zvks,-zvksc,-zvksed,-zvksg,-zvksh,-zvkt,-zvl1024b,-zvl128b,-zvl16384b,-zvl2048b,-zvl256b,-zvl32768b,-zvl32b,-zvl4096b,-zvl512b,-zvl64b,-zvl65536b,-zvl8192b" }
attributes #1 = { nounwind }

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!9, !10, !11, !12, !13, !15, !16, !17}
!llvm.ident = !{!18}

!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, producer: "Debian clang version 19.1.7 (3~deb12u1)", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug, retainedTypes: !2, splitDebugInlining: false, nameTableKind: None)
!1 = !DIFile(filename: "riscv64.c", directory: ".", checksumkind: CSK_MD5, checksum: "92b58fff0547c61bc7772a8a1ec34fce")
!2 = !{!3, !8}
!3 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !4, size: 64)
!4 = !DIDerivedType(tag: DW_TAG_const_type, baseType: !5)
!5 = !DIDerivedType(tag: DW_TAG_volatile_type, baseType: !6)
!6 = !DIDerivedType(tag: DW_TAG_typedef, name: "u64", file: !1, line: 4, baseType: !7)
!7 = !DIBasicType(name: "unsigned long", size: 64, encoding: DW_ATE_unsigned)
!8 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !5, size: 64)
!9 = !{i32 7, !"Dwarf Version", i32 5}
!10 = !{i32 2, !"Debug Info Version", i32 3}
!11 = !{i32 1, !"wchar_size", i32 4}
!12 = !{i32 1, !"target-abi", !"lp64"}
!13 = !{i32 6, !"riscv-isa", !14}
!14 = !{!"rv64i2p1_m2p0_a2p1_c2p0_zmmul1p0"}
!15 = !{i32 1, !"Code Model", i32 3}
!16 = !{i32 8, !"SmallDataLimit", i32 8}
!17 = !{i32 7, !"debug-info-assignment-tracking", i1 true}
!18 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!19 = distinct !DISubprogram(name: "exchange", scope: !1, file: !1, line: 8, type: !20, scopeLine: 9, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !23)
!20 = !DISubroutineType(types: !21)
!21 = !{!6, !22, !6}
!22 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !6, size: 64)
!23 = !{!24, !25, !26}
!24 = !DILocalVariable(name: "word", arg: 1, scope: !19, file: !1, line: 8, type: !22)
!25 = !DILocalVariable(name: "v", arg: 2, scope: !19, file: !1, line: 8, type: !6)
!26 = !DILocalVariable(name: "old", scope: !19, file: !1, line: 10, type: !6)
!27 = !DILocation(line: 0, scope: !19)
!28 = !DILocation(line: 12, column: 2, scope: !19)
!29 = !{i64 250}
!30 = !DILocation(line: 13, column: 2, scope: !19)
!31 = distinct !DISubprogram(name: "get_unless_zero", scope: !1, file: !1, line: 17, type: !32, scopeLine: 18, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !38)
!32 = !DISubroutineType(types: !33)
!33 = !{!34, !35}
!34 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!35 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !36, size: 64)
!36 = !DIDerivedType(tag: DW_TAG_typedef, name: "u32", file: !1, line: 3, baseType: !37)
!37 = !DIBasicType(name: "unsigned int", size: 32, encoding: DW_ATE_unsigned)
!38 = !{!39, !40, !41}
!39 = !DILocalVariable(name: "count", arg: 1, scope: !31, file: !1, line: 17, type: !35)
!40 = !DILocalVariable(name: "prev", scope: !31, file: !1, line: 19, type: !34)
!41 = !DILocalVariable(name: "status", scope: !31, file: !1, line: 19, type: !34)
!42 = !DILocation(line: 0, scope: !31)
!43 = !DILocation(line: 21, column: 2, scope: !31)
!44 = !{i64 462, i64 483, i64 505, i64 540, i64 570, i64 588, i64 604}
!45 = !DILocation(line: 26, column: 14, scope: !31)
!46 = !DILocation(line: 26, column: 2, scope: !31)
!47 = distinct !DISubprogram(name: "ordered", scope: !1, file: !1, line: 29, type: !48, scopeLine: 30, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !50)
!48 = !DISubroutineType(types: !49)
!49 = !{!6, !22, !22}
!50 = !{!51, !52, !53}
!51 = !DILocalVariable(name: "from", arg: 1, scope: !47, file: !1, line: 29, type: !22)
!52 = !DILocalVariable(name: "to", arg: 2, scope: !47, file: !1, line: 29, type: !22)
!53 = !DILocalVariable(name: "v", scope: !47, file: !1, line: 31, type: !6)
!54 = !DILocation(line: 0, scope: !47)
!55 = !DILocation(line: 31, column: 10, scope: !47)
!56 = !DILocation(line: 33, column: 2, scope: !47)
!57 = !{i64 823}
!58 = !DILocation(line: 34, column: 22, scope: !47)
!59 = !DILocation(line: 35, column: 2, scope: !47)
!60 = !{i64 890}
!61 = !DILocation(line: 36, column: 2, scope: !47)
!62 = !{i64 932}
!63 = !DILocation(line: 37, column: 2, scope: !47)
!64 = distinct !DISubprogram(name: "irqs_off", scope: !1, file: !1, line: 40, type: !65, scopeLine: 41, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !67)
!65 = !DISubroutineType(types: !66)
!66 = !{!6, !22}
!67 = !{!68, !69, !70}
!68 = !DILocalVariable(name: "word", arg: 1, scope: !64, file: !1, line: 40, type: !22)
!69 = !DILocalVariable(name: "flags", scope: !64, file: !1, line: 42, type: !6)
!70 = !DILocalVariable(name: "v", scope: !64, file: !1, line: 42, type: !6)
!71 = !DILocation(line: 0, scope: !64)
!72 = !DILocation(line: 44, column: 2, scope: !64)
!73 = !{i64 1040}
!74 = !DILocation(line: 45, column: 6, scope: !64)
!75 = !DILocation(line: 46, column: 47, scope: !64)
!76 = !DILocation(line: 46, column: 2, scope: !64)
!77 = !{i64 1138}
!78 = !DILocation(line: 47, column: 2, scope: !64)
