//! A run as SARIF 2.1.0, which code hosts show beside the lines of a scenario.
//!
//! The rules are the properties. A result is a property of one cell that is not as expected, not settled
//! or in error, and it points at the scenario's variant. A violation that the scenario expects is
//! informational: the format then allows no level but `none`.
//!
//! Source: OASIS, SARIF Version 2.1.0, sections 3.27.9 (kind) and 3.27.10 (level).

mod log;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use pmdrace_mm::Property;

use crate::finding::{Finding, findings};
use crate::{Case, CellResult, Class, Drift, Run};
use log::{
    ArtifactLocation, Driver, Found, Invocation, Kind, Level, Location, Log, Message, Notification,
    PhysicalLocation, Region, Rule, RuleProperties, Tool,
};

/// Where the format is defined.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
/// The rule that what differs from a golden file breaks.
const DRIFT: &str = "golden-file";
/// What is escaped in a path, so that it is a relative URI reference.
const OTHERS: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');
/// The name and version of our fingerprints.
const FINGERPRINT: &str = "pmdraceCell/v1";

/// The run as a SARIF log.
///
/// # Errors
/// When the log cannot be written as JSON.
pub fn sarif(run: &Run<'_>) -> Result<String, serde_json::Error> {
    let (name, version) = match run.report.tool.rsplit_once(' ') {
        Some((name, version)) => (name.to_owned(), Some(version.to_owned())),
        None => (run.report.tool.clone(), None),
    };
    let of_cases = run.report.cases().flat_map(|case| {
        findings(case).into_iter().map(move |finding| of_cell(run, case, &finding))
    });
    let results = of_cases.chain(run.drifts.iter().map(|drift| of_drift(run, drift))).collect();
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [log::Run {
            tool: Tool { driver: Driver { name, version, rules: rules(run) } },
            invocations: [invocation(run)],
            results,
        }],
    };
    serde_json::to_string_pretty(&log).map(|text| text + "\n")
}

fn rules(run: &Run<'_>) -> Vec<Rule> {
    let rule = |id, text: &str, tag| Rule {
        id,
        short_description: Message { text: text.to_owned() },
        properties: RuleProperties { tags: vec![tag] },
    };
    let properties = Property::ALL.into_iter();
    let properties = properties.map(|p| rule(p.name(), p.text(), p.kind().name()));
    let text = "verdicts and counts are those of the golden file";
    let drift = (!run.drifts.is_empty()).then(|| rule(DRIFT, text, "golden"));
    properties.chain(drift).collect()
}

/// Whether the run got through.
fn invocation(run: &Run<'_>) -> Invocation {
    let begun = (run.not_begun > 0).then(|| Notification {
        level: Level::Error,
        message: Message {
            text: format!("interrupted: {} searches were not begun", run.not_begun),
        },
    });
    Invocation {
        execution_successful: run.not_begun == 0 && run.report.summary.errors == 0,
        tool_execution_notifications: begun.into_iter().collect(),
    }
}

/// What was found about one property of a cell.
fn of_cell(run: &Run<'_>, case: Case<'_>, finding: &Finding<'_>) -> Found {
    let result = case.result();
    let (kind, level) = match finding.class {
        Class::Unexpected | Class::Error => (Kind::Fail, Level::Error),
        Class::Inconclusive => (Kind::Fail, Level::Warning),
        Class::AsExpected | Class::NotApplicable => (Kind::Informational, Level::None),
    };
    let title = words(&result.title());
    let mut text = format!("{title}: {}", finding.text);
    if let (Class::Unexpected, Some(trace)) = (finding.class, &finding.property.counterexample) {
        let _ = write!(text, "\ncause: {}\nharm: {}", trace.cause, trace.harm);
    }
    let rule = &finding.property.name;
    let index = Property::by_name(rule);
    Found {
        rule_id: rule.clone(),
        rule_index: index.and_then(|p| Property::ALL.iter().position(|other| *other == p)),
        kind,
        level,
        message: Message { text },
        locations: location(run, &result.scenario, Some(&result.variant)),
        partial_fingerprints: fingerprint(&[&result.scenario, &title, rule]),
        properties: cell(result),
    }
}

/// What differs from a golden file.
fn of_drift(run: &Run<'_>, drift: &Drift) -> Found {
    let cell = words(&drift.cell);
    Found {
        rule_id: DRIFT.to_owned(),
        rule_index: Some(Property::ALL.len()),
        kind: Kind::Fail,
        level: Level::Error,
        message: Message { text: format!("{cell}: {}", drift.change) },
        locations: location(run, &drift.scenario, None),
        partial_fingerprints: fingerprint(&[&drift.scenario, &cell, DRIFT]),
        properties: BTreeMap::new(),
    }
}

/// Words with one space between them.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fingerprint(parts: &[&str]) -> BTreeMap<&'static str, String> {
    BTreeMap::from([(FINGERPRINT, parts.join(": "))])
}

/// What selects the cell.
fn cell(result: &CellResult) -> BTreeMap<&'static str, String> {
    let params = result.params.iter().map(|(name, value)| format!("{name}={value}"));
    let params = params.collect::<Vec<_>>().join(" ");
    let parts = [
        ("scenario", result.scenario.clone()),
        ("variant", result.variant.clone()),
        ("arch", result.arch.clone()),
        ("reader", result.reader.clone().unwrap_or_default()),
        ("params", params),
        ("memory", result.memory.clone()),
    ];
    parts.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// The line of a variant, or else the file of its scenario.
fn location(run: &Run<'_>, scenario: &str, variant: Option<&str>) -> Vec<Location> {
    let Some(file) = run.files.get(scenario) else { return Vec::new() };
    let line = variant.and_then(|variant| file.lines.get(variant));
    vec![Location {
        physical_location: PhysicalLocation {
            artifact_location: ArtifactLocation {
                uri: utf8_percent_encode(&file.path, OTHERS).to_string(),
            },
            region: line.map(|line| Region { start_line: *line }),
        },
    }]
}
