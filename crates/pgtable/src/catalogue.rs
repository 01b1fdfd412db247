//! Architectures by name, and patterns that select several of them.

use crate::Arch;
use crate::arch::ARCHITECTURES;

/// Returns the architecture of exactly this name.
pub fn by_name(name: &str) -> Option<&'static dyn Arch> {
    ARCHITECTURES.iter().copied().find(|arch| arch.name() == name)
}

/// Whether `pattern` selects `name`: the name itself, `all`, or a prefix followed by `*`.
pub fn matches_pattern(name: &str, pattern: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(prefix) => name.starts_with(prefix),
        None => pattern == "all" || pattern == name,
    }
}
