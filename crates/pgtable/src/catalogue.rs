//! The architectures by name, and the patterns that select several of them.

use crate::Arch;
use crate::arch::{arm64, loongarch64, x86_64};

/// Every architecture and era, in the order that tables show them.
pub static ARCHITECTURES: &[&dyn Arch] = &[
    &arm64::ARM64_6_1,
    &arm64::ARM64_6_12,
    &x86_64::X86_64_6_1,
    &x86_64::X86_64_6_12,
    &loongarch64::LOONGARCH64_6_1,
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
