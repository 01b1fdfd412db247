//! Stress results: one cell in detail, or many as a table.

use std::fmt::Write as _;

use pmdrace_engine::Verdict;

use crate::counted;
use crate::model::stress::{Coverage, StressOutcome, StressProperty, StressReport, StressResult};
use crate::text::style::{heading, verdict_word, wrap};

/// The maximum line width.
const WIDTH: usize = 100;
/// The maximum number of outcomes listed for a cell.
const OUTCOMES: usize = 12;
/// The maximum number of cells with a line each; more are summed by variant.
const LINES: usize = 48;

/// Renders a cell: its properties, outcome coverage, and what the rounds ended with.
pub fn stress_details(result: &StressResult) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}", heading(&format!("{}  {}", result.scenario, result.title())));
    if let Some(error) = &result.error {
        let _ = writeln!(text, "  {}{error}", verdict_word(Verdict::Error, false));
    }
    if result.forbidden_rounds > 0 {
        let _ = writeln!(
            text,
            "  {}{} with what {} forbids: a fault of the program or of this host",
            verdict_word(Verdict::Error, false),
            counted(result.forbidden_rounds, "round"),
            result.cell.memory
        );
    }
    let (told, rest): (Vec<&StressProperty>, Vec<_>) = result
        .properties
        .iter()
        .partition(|property| [property.verdict, property.expected].contains(&Verdict::Violated));
    told.iter().for_each(|property| text.push_str(&property_lines(property)));
    if !rest.is_empty() {
        let names: Vec<&str> = rest.iter().map(|property| property.name.as_str()).collect();
        let word = verdict_word(Verdict::Inconclusive, false);
        let first = format!("  {word}");
        let told = format!("{}: not seen violated", names.join(", "));
        text.push_str(&wrap(&told, WIDTH, &first, &" ".repeat(15)));
    }
    for goal in &result.goals {
        let _ = writeln!(text, "  goal {} reached in {}", goal.name, counted(goal.rounds, "round"));
    }
    let _ = writeln!(
        text,
        "  {} in {:.2} s, {} a second, each of the {} CPUs on a thread",
        counted(result.rounds, "round"),
        result.seconds,
        per_second(result.rounds, result.seconds),
        result.cpus
    );
    if result.undecided_rounds > 0 {
        let _ = writeln!(
            text,
            "  {} with too many executions that match to decide what is violated",
            counted(result.undecided_rounds, "round")
        );
    }
    let _ = writeln!(text, "  {}", coverage_words(result.coverage));
    let _ = writeln!(text, "\n      rounds  outcomes  the CPUs end with");
    for outcome in result.outcomes.iter().take(OUTCOMES) {
        outcome_lines(&mut text, outcome);
    }
    if let Some(left @ 1..) = result.outcomes.len().checked_sub(OUTCOMES) {
        let _ = writeln!(text, "  and {left} more; --json lists them");
    }
    text
}

/// The lines of a property that was observed violated, or is expected to be.
fn property_lines(property: &StressProperty) -> String {
    let violated = property.verdict == Verdict::Violated;
    let as_expected = property.verdict == property.expected;
    let (verdict, expected) = match (violated, as_expected) {
        (true, true) => (Verdict::Violated, "as expected"),
        (true, false) => (Verdict::Violated, "NOT EXPECTED"),
        (false, _) if property.possibly > 0 => (Verdict::Inconclusive, "expected violated"),
        (false, _) => (Verdict::Inconclusive, "expected violated, not seen"),
    };
    let mut text = format!(
        "  {}{:<21} {:<11}  {expected:<12}",
        verdict_word(verdict, as_expected),
        property.name,
        property.kind,
    );
    let (Some(first), Some(seconds)) = (property.first_round, property.first_seconds) else {
        if property.possibly > 0 {
            let _ = write!(text, "  perhaps in {}", counted(property.possibly, "round"));
        }
        return text.trim_end().to_owned() + "\n";
    };
    let _ = write!(text, "  in {}", counted(property.rounds, "round"));
    if property.possibly > 0 {
        let _ = write!(text, ", perhaps {} more", property.possibly);
    }
    let _ = writeln!(text, "\n  {:<13}first in round {first}, after {:.1} ms", "", seconds * 1e3);
    text
}

/// Outcome coverage in words.
fn coverage_words(coverage: Coverage) -> String {
    let seen = coverage.seen;
    match (coverage.possible, coverage.possible_on_host) {
        (None, _) => {
            format!("coverage: {seen} outcomes; a search for all possible ones would take too long")
        }
        (Some(all), Some(host)) if host < all => format!(
            "coverage: {seen} of {all} possible outcomes; this host, whose memory is TSO, can show {host}"
        ),
        (Some(all), _) => format!("coverage: {seen} of {all} possible outcomes"),
    }
}

fn outcome_lines(text: &mut String, outcome: &StressOutcome) {
    let mut ends: Vec<String> =
        outcome.ends.iter().map(|end| format!("{}: {}", end.cpu, end.ended)).collect();
    if ends.is_empty() {
        ends.push("every CPU is done".to_owned());
    }
    let mut ends = ends.join("; ");
    if outcome.rounds == 0 {
        ends.push_str("  (possible, not seen)");
    } else if !outcome.violates.is_empty() {
        let some = match outcome.violating == outcome.rounds {
            true => "violates".to_owned(),
            false => format!("{} of them violate", outcome.violating),
        };
        let _ = write!(ends, "  ({some} {})", outcome.violates.join(", "));
    }
    let of = match outcome.possible {
        Some(possible) => format!("{}/{possible}", outcome.seen),
        None => outcome.seen.to_string(),
    };
    let first = format!("  {:>10}  {of:>8}  ", outcome.rounds);
    let rest = " ".repeat(first.len());
    text.push_str(&wrap(&ends, WIDTH, &first, &rest));
}

fn per_second(rounds: u64, seconds: f64) -> u64 {
    if seconds > 0.0 { (rounds as f64 / seconds) as u64 } else { 0 }
}

/// Renders many cells, with a line for each cell or for each variant.
pub fn stress_table(report: &StressReport) -> String {
    let many = report.results.len() > LINES;
    let names: Vec<Vec<String>> = report.results.iter().map(|result| name(result, many)).collect();
    // What all names have in common goes into the title.
    let parts = names.iter().map(Vec::len).max().unwrap_or_default();
    let common: Vec<bool> = (0..parts)
        .map(|part| names.iter().all(|name| name.get(part) == names[0].get(part)))
        .collect();
    let of = |name: &[String], wanted: bool| {
        let parts = name.iter().zip(&common).filter(|(_, common)| **common == wanted);
        parts.map(|(part, _)| part.as_str()).collect::<Vec<_>>().join("  ")
    };
    let mut lines: Vec<(String, Line)> = Vec::new();
    for (result, name) in report.results.iter().zip(&names) {
        let label = of(name, false);
        let index = lines.iter().position(|(known, _)| *known == label).unwrap_or_else(|| {
            lines.push((label, Line::default()));
            lines.len() - 1
        });
        lines[index].1.add(result);
    }
    let mut text = String::new();
    let title = names.first().map(|name| of(name, true)).unwrap_or_default();
    if !title.is_empty() {
        let _ = writeln!(text, "{}", heading(&title));
    }
    let width = lines.iter().map(|(label, _)| label.chars().count()).max().unwrap_or_default();
    let _ = writeln!(
        text,
        "{:<width$}  {:>8} {:>7}  {:>9} {:>9}  outcomes",
        "", "rounds", "per s", "violating", "first ms"
    );
    for (label, line) in &lines {
        let _ = writeln!(text, "{label:<width$}  {}", line.words(many));
    }
    if lines.iter().any(|(_, line)| line.here < line.possible) {
        let _ = writeln!(text, "(N here): this host's memory is TSO and can show N of them");
    }
    text
}

/// The parts of the name of a cell, or of a variant of many cells.
fn name(result: &StressResult, many: bool) -> Vec<String> {
    let mut name = vec![result.scenario.clone(), result.cell.variant.clone()];
    if !many {
        name.push(result.cell.arch.clone());
        name.push(result.cell.memory.to_string());
        name.extend(result.cell.reader.clone());
        name.extend(result.cell.params.iter().map(|(name, value)| format!("{name}={value}")));
    }
    name
}

/// The sums of a line.
#[derive(Default)]
struct Line {
    cells: usize,
    rounds: u64,
    seconds: f64,
    violating: u64,
    /// The number of cells with an expected violation, and of those in which it was observed.
    expected: usize,
    found: usize,
    first: Option<f64>,
    seen: u64,
    possible: Option<u64>,
    /// Possible on this host.
    here: Option<u64>,
    odd: bool,
}

impl Line {
    fn add(&mut self, result: &StressResult) {
        let some = |of: fn(&StressProperty) -> Verdict| {
            result.properties.iter().any(|property| of(property) == Verdict::Violated)
        };
        let expected = some(|property| property.expected);
        let found = some(|property| property.verdict);
        let first = result.properties.iter().filter_map(|property| property.first_seconds);
        let first = first.chain(self.first).reduce(f64::min);
        let coverage = result.coverage;
        let here = coverage.possible_on_host.or(coverage.possible);
        let both = |so_far: Option<u64>, more: Option<u64>| match self.cells {
            0 => more,
            _ => so_far.zip(more).map(|(so_far, more)| so_far + more),
        };
        (self.possible, self.here) =
            (both(self.possible, coverage.possible), both(self.here, here));
        self.cells += 1;
        self.rounds += result.rounds;
        self.seconds += result.seconds;
        self.violating += result.violating_rounds;
        self.expected += usize::from(expected);
        self.found += usize::from(found);
        self.first = first;
        self.seen += coverage.seen;
        self.odd |= !result.as_expected;
    }

    fn words(&self, many: bool) -> String {
        let first = self.first.map_or("-".to_owned(), |first| format!("{:.1}", first * 1e3));
        let violating = match self.violating {
            0 => "-".to_owned(),
            some => some.to_string(),
        };
        let of = self.possible.map_or("?".to_owned(), |possible| possible.to_string());
        let mut words = format!(
            "{:>8} {:>7}  {violating:>9} {first:>9}  {} of {of}",
            self.rounds,
            per_second(self.rounds, self.seconds),
            self.seen
        );
        if let Some(here) = self.here.filter(|here| Some(*here) < self.possible) {
            let _ = write!(words, " ({here} here)");
        }
        if self.odd {
            words.push_str("  NOT EXPECTED");
        } else if many && self.expected > 0 {
            let _ = write!(words, "; race in {} of {}", self.found, self.expected);
        } else if self.found < self.expected {
            words.push_str("; race not seen");
        }
        words
    }
}
