//! Differences between transcriptions and the C that are meant, each with the reason why no verdict depends on it.

use std::sync::LazyLock;

use pmdrace_mm::pgtable::matches_pattern;
use serde::Deserialize;

/// One difference that is meant.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declared {
    /// The routines.
    pub routines: Vec<String>,
    /// The architectures, as patterns.
    pub architectures: Vec<String>,
    /// What the transcription does there, without words and answers; empty where the C makes a call that the
    /// transcription does not make.
    #[serde(default)]
    pub transcription: String,
    /// What the C does.
    pub kernel: String,
    /// Why no verdict depends on it.
    pub reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    difference: Vec<Declared>,
}

static DECLARED: LazyLock<Vec<Declared>> = LazyLock::new(|| {
    let file = toml::from_str::<File>(include_str!("../../differences.toml"));
    // A test reads the file: what ships is well formed.
    file.map(|file| file.difference).unwrap_or_default()
});

/// All of them.
pub fn declared() -> &'static [Declared] {
    &DECLARED
}

impl Declared {
    /// Whether it concerns a routine on an architecture.
    pub fn concerns(&self, routine: &str, arch: &str) -> bool {
        self.routines.iter().any(|name| name == routine)
            && self.architectures.iter().any(|pattern| matches_pattern(arch, pattern))
    }

    /// Whether the steps that part are those that it is about.
    pub(super) fn fits(&self, transcription: &str, kernel: &str) -> bool {
        let begins = |text: &str, with: &str| with.is_empty() || text.starts_with(with);
        begins(transcription, &self.transcription) && kernel.starts_with(&self.kernel)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_well_formed() {
        let file = toml::from_str::<File>(include_str!("../../differences.toml"));
        let all = file.map(|file| file.difference);
        let all = all.unwrap_or_else(|error| unreachable!("{error}"));
        assert!(all.len() <= 12, "{} differences: repair the transcriptions", all.len());
        for one in all {
            assert!(!one.kernel.is_empty() && one.reason.len() > 20, "{one:?}");
        }
    }
}
