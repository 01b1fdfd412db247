//! Architectures by name, and patterns that select several of them.

use crate::Arch;
use crate::arch::ARCHITECTURES;

/// Returns the architecture of exactly this name.
pub fn by_name(name: &str) -> Option<&'static dyn Arch> {
    ARCHITECTURES.iter().copied().find(|arch| arch.name() == name)
}

/// Whether `pattern` selects `name`: the name itself, `all`, or one `*` that stands for any text.
pub fn matches_pattern(name: &str, pattern: &str) -> bool {
    match pattern.split_once('*') {
        Some((prefix, suffix)) => {
            name.strip_prefix(prefix).is_some_and(|rest| rest.ends_with(suffix))
        }
        None => pattern == "all" || pattern == name,
    }
}

#[cfg(test)]
mod tests {
    use super::matches_pattern;

    #[test]
    fn a_star_stands_for_any_text() {
        let name = "powerpc-radix@6.12";
        for pattern in
            ["all", name, "*", "powerpc-*", "powerpc-*@6.12", "*@6.12", "power*radix@6.12"]
        {
            assert!(matches_pattern(name, pattern), "{pattern}");
        }
        for pattern in ["", "powerpc", "*@6.1", "powerpc-radix@6.12*@6.12", "arm64*", "p*c*"] {
            assert!(!matches_pattern(name, pattern), "{pattern}");
        }
    }
}
