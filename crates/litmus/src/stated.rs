//! What a test says of its own answer: the `Result:` line in a comment of the kernel's tests.

use std::fmt;

use crate::answer::Observation;

/// The answer that a test states.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stated {
    /// How often what is asked about is observed.
    Observed(Observation),
    /// `DEADLOCK`: no execution ends.
    Deadlock,
    /// `DATARACE`.
    DataRace,
}

impl fmt::Display for Stated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stated::Observed(observation) => observation.fmt(f),
            Stated::Deadlock => f.write_str("DEADLOCK"),
            Stated::DataRace => f.write_str("DATARACE"),
        }
    }
}

/// The first `Result:` line of a test that says one of these, as tools/memory-model/scripts/judgelitmus.sh of the
/// kernel looks for it.
pub fn stated(text: &str) -> Option<Stated> {
    let line = text.lines().map(|line| line.trim_start_matches([' ', '\t', '*', '(']));
    let mut results = line.filter_map(|line| line.strip_prefix("Result:"));
    results.find_map(|result| {
        // Whatever is observed beside a data race means nothing.
        if result.split_whitespace().any(|word| word == "DATARACE") {
            return Some(Stated::DataRace);
        }
        Some(match result.split_whitespace().next()? {
            "Never" => Stated::Observed(Observation::Never),
            "Sometimes" => Stated::Observed(Observation::Sometimes),
            "Always" => Stated::Observed(Observation::Always),
            "DEADLOCK" => Stated::Deadlock,
            _ => return None,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_result_line_counts() {
        let text = "C t\n\n(*\n * Result: Never\n *)\n// Result: Always\n";
        assert_eq!(stated(text), Some(Stated::Observed(Observation::Never)));
        assert_eq!(stated("Result: Never DATARACE"), Some(Stated::DataRace));
        assert_eq!(stated("(* Result: DEADLOCK *)"), Some(Stated::Deadlock));
        assert_eq!(
            stated("* Result: Maybe\n* Result: Always"),
            Some(Stated::Observed(Observation::Always))
        );
        assert_eq!(stated("C t\n{}\n"), None);
    }
}
