//! kir on C of our own in the kernel's idioms, on text by hand, on random programs and on mutilated files.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod arm64;
mod debug;
mod expressions;
mod fuzz;
mod memory;
mod plain;
mod reader;
mod riscv64;
mod runs;
mod support;
mod x86_64;
