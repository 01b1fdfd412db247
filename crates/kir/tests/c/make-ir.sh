#!/bin/sh
# Compiles the C files beside it to LLVM IR, as a kernel build does. Needs clang-19.
set -eu
cd "$(dirname "$0")"
flags="-O2 -g -std=gnu11 -ffreestanding -fno-strict-aliasing -fno-common -fno-PIE -fwrapv -fno-asynchronous-unwind-tables
    -fno-delete-null-pointer-checks -fdebug-compilation-dir=. -Wall -Wno-uninitialized -S -emit-llvm"
arm64="--target=aarch64-linux-gnu -mgeneral-regs-only -mno-outline-atomics"
x86_64="--target=x86_64-linux-gnu -mcmodel=kernel -mno-red-zone -mno-sse -mno-mmx -mno-80387"
powerpc64="--target=powerpc64le-linux-gnu -mcpu=power8 -mabi=elfv2 -mno-altivec -mno-vsx"
s390x="--target=s390x-linux-gnu -march=z13 -mno-vx"
riscv64="--target=riscv64-linux-gnu -march=rv64imac -mabi=lp64 -mcmodel=medany"
loongarch64="--target=loongarch64-linux-gnusf -march=loongarch64 -msoft-float -mabi=lp64s"
clang-19 $flags $arm64 plain.c -o plain.arm64.ll
clang-19 $flags $x86_64 plain.c -o plain.x86_64.ll
clang-19 $flags $arm64 arm64.c -o arm64.ll
clang-19 $flags $x86_64 x86_64.c -o x86_64.ll
clang-19 $flags $riscv64 riscv64.c -o riscv64.ll
clang-19 $flags $loongarch64 loongarch64.c -o loongarch64.ll
clang-19 $flags $powerpc64 powerpc64.c -o powerpc64.ll
clang-19 $flags $s390x s390x.c -o s390x.ll
# What the front end makes of it, before any pass.
clang-19 $flags $arm64 -Xclang -disable-llvm-passes plain.c -o plain.front.ll
