//! A run as SARIF 2.1.0, which code hosts show beside the lines of a scenario.
//!
//! The rules are the properties. A result is a property of one cell that is unexpected, inconclusive or in
//! error; it points at the scenario's variant. An expected violation is informational, for which the format
//! allows no level but `none`. What holds has no result, except for one that passes where the verdict rests on a
//! loop bound; a property that applies in no cell of a variant has one that says so.
//!
//! Source: OASIS, SARIF Version 2.1.0, sections 3.27.9 (kind) and 3.27.10 (level). A test validates
//! logs against the schema of the format.

use std::fmt::Write as _;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use pmdrace_engine::Verdict;
use pmdrace_mm::Property;
use serde_json::{Value, json};

use crate::model::finding::{Finding, findings};
use crate::model::remark::{Remark, remarks};
use crate::model::result::params_text;
use crate::model::run::interrupted;
use crate::{Case, CellResult, Class, Drift, Run, Trace};

/// The schema of the format.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
/// The rule for differences from a golden file.
const DRIFT: &str = "golden-file";
/// The characters to escape in a path to make it a relative URI reference.
const OTHERS: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');
/// The name and version of our fingerprints.
const FINGERPRINT: &str = "pmdraceCell/v1";

/// Renders the run as a SARIF log.
///
/// # Errors
/// When the log cannot be written as JSON.
pub fn sarif(run: &Run<'_>) -> Result<String, serde_json::Error> {
    let (name, version) = match run.report.tool.rsplit_once(' ') {
        Some((name, version)) => (name, Some(version)),
        None => (run.report.tool.as_str(), None),
    };
    let of_cases = run.report.cases().flat_map(|case| {
        findings(case).into_iter().map(move |finding| of_cell(run, case, &finding))
    });
    let of_variants = run.scenarios().into_iter().flat_map(|name| {
        let results: Vec<&CellResult> = run.report.cells().filter(|r| r.scenario == name).collect();
        remarks(&results).into_iter().map(|remark| of_variant(run, &remark)).collect::<Vec<_>>()
    });
    let of_drifts = run.drifts.iter().map(|drift| of_drift(run, drift));
    let results = of_cases.chain(of_variants).chain(of_drifts);
    let mut driver = json!({ "name": name, "rules": rules(run) });
    put(&mut driver, "version", version);
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            "invocations": [invocation(run)],
            "results": results.collect::<Vec<_>>(),
        }],
    });
    serde_json::to_string_pretty(&log).map(|text| text + "\n")
}

/// Adds an optional member.
fn put(object: &mut Value, name: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        object[name] = value.into();
    }
}

fn rules(run: &Run<'_>) -> Vec<Value> {
    let rule = |id: &str, text: &str, tag: &str| {
        let text = json!({ "text": text });
        json!({ "id": id, "shortDescription": text, "properties": { "tags": [tag] } })
    };
    let properties = Property::ALL.into_iter();
    let properties = properties.map(|p| rule(p.name(), p.text(), p.kind().name()));
    let text = "verdicts and counts are those of the golden file";
    let drift = (!run.drifts.is_empty()).then(|| rule(DRIFT, text, "golden"));
    properties.chain(drift).collect()
}

/// Whether the run completed.
fn invocation(run: &Run<'_>) -> Value {
    let complete = run.not_begun == 0 && run.report.summary.errors == 0;
    let mut invocation = json!({ "executionSuccessful": complete });
    let interrupted = interrupted(run.not_begun)
        .map(|text| json!([{ "level": "error", "message": { "text": text } }]));
    put(&mut invocation, "toolExecutionNotifications", interrupted);
    invocation
}

/// What was found about one property of a cell.
fn of_cell(run: &Run<'_>, case: Case<'_>, finding: &Finding<'_>) -> Value {
    let result = case.result();
    let (kind, level) = match finding.class {
        Class::Unexpected | Class::Error => ("fail", "error"),
        Class::Inconclusive => ("fail", "warning"),
        Class::AsExpected | Class::NotApplicable => ("informational", "none"),
    };
    let title = words(&result.title());
    let mut text = format!("{title}: {}", finding.text);
    if let (Class::Unexpected, Some(trace)) = (finding.class, &finding.property.counterexample) {
        let _ = write!(text, "\ncause: {}", trace.cause);
        if !trace.harm.is_empty() {
            let _ = write!(text, "\nharm: {}", trace.harm);
        }
    }
    let rule = &finding.property.name;
    let mut found = json!({
        "ruleId": rule,
        "kind": kind,
        "level": level,
        "message": { "text": text },
        "partialFingerprints": { FINGERPRINT: format!("{}: {title}: {rule}", result.scenario) },
        "properties": cell(result),
    });
    put(&mut found, "ruleIndex", index(rule));
    let scenario = location(run, &result.scenario, Some(&result.cell.variant));
    let trace = finding.property.counterexample.as_ref();
    match trace.and_then(in_kernel) {
        Some(line) => {
            put(&mut found, "locations", Some(json!([line])));
            put(&mut found, "relatedLocations", scenario);
        }
        None => put(&mut found, "locations", scenario),
    }
    found
}

/// The line of the kernel that opens the window, so that it is shown in a patch; None where transcriptions run.
fn in_kernel(trace: &Trace) -> Option<Value> {
    let line = trace.opens()?.telling()?;
    let uri = utf8_percent_encode(&line.file, OTHERS).to_string();
    Some(json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri },
            "region": { "startLine": line.line },
        },
        "logicalLocations": [{ "name": line.function, "kind": "function" }],
    }))
}

/// The place of a property among the rules.
fn index(rule: &str) -> Option<usize> {
    Property::ALL.iter().position(|property| property.name() == rule)
}

/// What is to be said about a property of a variant that is not violated.
fn of_variant(run: &Run<'_>, remark: &Remark<'_>) -> Value {
    let (scenario, variant) = (&remark.cell.scenario, &remark.cell.cell.variant);
    let rule = &remark.property.name;
    let kind = match remark.property.verdict {
        Verdict::NotApplicable => "notApplicable",
        _ => "pass",
    };
    let mut said = json!({
        "ruleId": rule,
        "kind": kind,
        "level": "none",
        "message": { "text": format!("{variant}: {}", remark.text) },
        "partialFingerprints": { FINGERPRINT: format!("{scenario}: {variant}: {rule}") },
        "properties": { "scenario": scenario, "variant": variant },
    });
    put(&mut said, "ruleIndex", index(rule));
    put(&mut said, "locations", location(run, scenario, Some(variant)));
    said
}

/// A difference from a golden file.
fn of_drift(run: &Run<'_>, drift: &Drift) -> Value {
    let cell = words(&drift.cell);
    let mut found = json!({
        "ruleId": DRIFT,
        "ruleIndex": Property::ALL.len(),
        "kind": "fail",
        "level": "error",
        "message": { "text": format!("{cell}: {}", drift.change) },
        "partialFingerprints": { FINGERPRINT: format!("{}: {cell}: {DRIFT}", drift.scenario) },
    });
    put(&mut found, "locations", location(run, &drift.scenario, None));
    found
}

/// Text with its words separated by single spaces.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The properties that select the cell.
fn cell(result: &CellResult) -> Value {
    let mut cell = json!({
        "scenario": result.scenario,
        "variant": result.cell.variant,
        "arch": result.cell.arch,
        "memory": result.cell.memory.name(),
    });
    let params = params_text(&result.cell.params, " ");
    put(&mut cell, "reader", result.cell.reader.as_deref());
    put(&mut cell, "params", Some(params).filter(|params| !params.is_empty()));
    cell
}

/// The line of a variant, or the file of its scenario.
fn location(run: &Run<'_>, scenario: &str, variant: Option<&str>) -> Option<Value> {
    let file = run.files.get(scenario)?;
    let uri = utf8_percent_encode(&file.path, OTHERS).to_string();
    let mut place = json!({ "artifactLocation": { "uri": uri } });
    let line = variant.and_then(|variant| file.lines.get(variant));
    put(&mut place, "region", line.map(|line| json!({ "startLine": line })));
    Some(json!([{ "physicalLocation": place }]))
}
