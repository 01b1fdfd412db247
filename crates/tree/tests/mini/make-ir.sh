#!/bin/sh
# Compiles the C files beside it to LLVM IR, as a kernel build does. Needs clang-19.
set -eu
cd "$(dirname "$0")"
flags="-O2 -g -std=gnu11 -ffreestanding -fno-strict-aliasing -fno-common -fno-PIE -fwrapv
    -fno-asynchronous-unwind-tables -fno-delete-null-pointer-checks -fdebug-compilation-dir=. -S -emit-llvm
    --target=aarch64-linux-gnu -mgeneral-regs-only -mno-outline-atomics -w"
clang-19 $flags probe.c -o probe.ll
clang-19 $flags rest.c -o rest.ll
clang-19 $flags gup.c -o gup.ll
clang-19 $flags -g0 gup.c -o gup-without-debug.ll
for variant in NO_ACCESS_TEST NO_RECHECK SWAPPED EARLY_RETURN IRQS_ON PLAIN_REFERENCE UNKNOWN_CALL WARNS BUGS; do
    clang-19 $flags -D$variant gup.c -o gup-$variant.ll
done
