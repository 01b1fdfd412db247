//! The architectures by name, and the patterns that select several of them.

use crate::Arch;
use crate::arch::{arm_lpae, arm64, loongarch64, mips64, powerpc, riscv64, s390x, sparc64, x86_64};

/// Every architecture and era, in the order that tables show them.
pub static ARCHITECTURES: &[&dyn Arch] = &[
    &arm64::ARM64_6_1,
    &arm64::ARM64_6_12,
    &x86_64::X86_64_6_1,
    &x86_64::X86_64_6_12,
    &powerpc::POWERPC_RADIX_6_1,
    &powerpc::POWERPC_RADIX_6_12,
    &powerpc::POWERPC_HASH64K_6_1,
    &powerpc::POWERPC_HASH64K_6_12,
    &loongarch64::LOONGARCH64_PRE,
    &loongarch64::LOONGARCH64_6_1,
    &loongarch64::LOONGARCH64_6_12,
    &riscv64::RISCV64_6_1,
    &riscv64::RISCV64_6_12,
    &s390x::S390X_6_1,
    &s390x::S390X_6_12,
    &sparc64::SPARC64_6_1,
    &mips64::MIPS64_6_1,
    &arm_lpae::ARM_LPAE_6_1,
];

/// The architecture of exactly this name.
pub fn by_name(name: &str) -> Option<&'static dyn Arch> {
    ARCHITECTURES.iter().copied().find(|arch| arch.name() == name)
}

/// Whether `name` is selected by `pattern`: the name itself, `all`, or a prefix followed by `*`.
pub fn matches_pattern(name: &str, pattern: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(prefix) => name.starts_with(prefix),
        None => pattern == "all" || pattern == name,
    }
}
