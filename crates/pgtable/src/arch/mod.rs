//! One file per architecture; each opens with its bit table and where it was read.

pub mod arm64;
pub mod loongarch64;
pub mod x86_64;
