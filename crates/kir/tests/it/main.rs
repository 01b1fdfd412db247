//! kir on C of our own in the kernel's idioms, on text by hand, on random programs and on mutilated files.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod arm64;
mod debug;
mod expressions;
mod fuzz;
mod loongarch64;
mod marks;
mod memory;
mod plain;
mod powerpc64;
mod reader;
mod riscv64;
mod runs;
mod s390x;
mod support;
mod x86_64;
