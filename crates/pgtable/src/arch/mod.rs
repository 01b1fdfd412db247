//! One file per architecture; each opens with its bit table and where it was read.

pub mod arm64;
pub mod arm_lpae;
pub mod loongarch64;
pub mod mips64;
pub mod powerpc;
pub mod riscv64;
pub mod s390x;
pub mod sparc64;
pub mod x86_64;
