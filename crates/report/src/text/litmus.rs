//! Litmus tests as a table, or one in detail.

use std::fmt::Write as _;

use anstyle::Style;
use pmdrace_engine::Verdict;
use pmdrace_scenario::printable;

use super::style::{paint, verdict_style};
use crate::{LitmusReport, LitmusResult, counted};

/// One line per test, and how many ended how.
pub fn litmus_table(report: &LitmusReport) -> String {
    let name = |test: &LitmusResult| test.name.clone().unwrap_or_else(|| test.file.clone());
    let widest = report.tests.iter().map(|test| name(test).chars().count()).max().unwrap_or(0);
    let width = widest.clamp(4, 60);
    let mut text = format!("{:width$}  {:<6}  {:<10}  {}\n", "test", "model", "observed", "stated");
    for test in &report.tests {
        let name = name(test);
        let name = printable(&name);
        let memory = test.memory.as_deref().unwrap_or("");
        let _ = write!(text, "{name:width$}  {memory:<6}  ");
        match (&test.observed, &test.reason) {
            (Some(observed), _) => {
                let style = verdict_style(test.verdict, test.as_expected);
                let stated = printable(test.stated.as_deref().unwrap_or("-"));
                let _ = write!(text, "{}  {stated}", paint(style, &format!("{observed:<10}")));
            }
            (None, Some(reason)) => {
                let style = verdict_style(Verdict::Inconclusive, false);
                let word = if test.verdict == Verdict::Error { "unread" } else { "unknown" };
                let _ = write!(text, "{}: {}", paint(style, word), printable(reason));
            }
            (None, None) => {}
        }
        if !test.flags.is_empty() {
            let _ = write!(text, "  {}", test.flags.join(", "));
        }
        if test.observed.is_some() && !test.as_expected {
            let _ = write!(text, "  {}", paint(Style::new().bold(), "<- not as expected"));
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    text.push('\n');
    text.push_str(&litmus_totals(report));
    text
}

/// How many tests ended how, as a line.
pub fn litmus_totals(report: &LitmusReport) -> String {
    let totals = report.totals();
    let parts = [
        (totals.as_stated, "as stated"),
        (totals.unexpected, "not as expected"),
        (totals.unstated, "with no stated result"),
        (totals.inconclusive, "inconclusive"),
        (totals.unread, "that could not be read"),
    ];
    let parts: Vec<String> = (parts.iter().filter(|(count, _)| *count > 0))
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    let tests = counted(report.tests.len(), "test");
    format!("{tests} in {:.1} s: {}\n", report.seconds, parts.join(", "))
}

/// One test, with an execution that has the outcome.
pub fn litmus_details(test: &LitmusResult) -> String {
    let mut text = String::new();
    let name = test.name.as_deref().unwrap_or(&test.file);
    let name = paint(Style::new().bold(), printable(name).as_ref());
    let by = if test.engine == "axioms" { "" } else { ", by its machine" };
    let under = test.memory.as_ref().map_or(String::new(), |memory| format!(" under {memory}{by}"));
    let _ = writeln!(text, "{name}{under}");
    if let Some(question) = &test.question {
        let _ = writeln!(text, "  {}", printable(question));
    }
    let word = test.observed.as_deref().unwrap_or(match test.verdict {
        Verdict::Error => "error",
        _ => "inconclusive",
    });
    let means = match word {
        "Never" => "no execution has this outcome",
        "Sometimes" => "some executions have this outcome, others have not",
        "Always" => "all executions have this outcome",
        _ => test.reason.as_deref().unwrap_or_default(),
    };
    let stated = match (&test.stated, test.as_expected) {
        (Some(_), true) => ", as the test states".to_owned(),
        (Some(stated), false) => format!("; the test states {}", printable(stated)),
        (None, _) => String::new(),
    };
    let word = paint(verdict_style(test.verdict, test.as_expected), word);
    let _ = writeln!(text, "  {word}: {}{stated}", printable(means));
    for flag in &test.flags {
        let _ = writeln!(text, "  flag {flag}");
    }
    if !test.witness.is_empty() {
        let _ = writeln!(text, "  one of them:");
        let number = test.witness.len().saturating_sub(1).to_string().len();
        for (thread, events) in test.witness.iter().enumerate() {
            let events: Vec<String> =
                events.iter().map(|event| printable(event).to_string()).collect();
            let _ = writeln!(text, "    P{thread:<number$}  {}", events.join("  "));
        }
    }
    text
}
