//! A run as Markdown, for the summary page of a CI job: totals, the matrix of each scenario, and what is not as
//! expected, with the command that shows the trace.

use std::fmt::Write as _;

use pmdrace_engine::Verdict;
use pmdrace_scenario::printable;

use crate::model::finding::why;
use crate::model::grid::{self, Column, Grid, Places, Row, legend, levels};
use crate::model::hardware::spared;
use crate::model::remark::remark_lines;
use crate::model::result::params_text;
use crate::model::run::interrupted;
use crate::{CellResult, Run};

/// How many entries a list shows; the rest are counted. Such pages have a size limit.
const MANY: usize = 50;
/// Renders the run as a page.
pub fn markdown(run: &Run<'_>) -> String {
    let mut text = String::from("# pmdrace\n\n");
    let verdict = match run.is_as_expected() {
        true => "Everything is as expected.",
        false => "**Not everything is as expected.**",
    };
    let _ = writeln!(text, "{verdict}\n");
    totals(&mut text, run);
    if let Some(said) = interrupted(run.not_begun) {
        let _ = writeln!(text, "**{said}**\n");
    }
    odd(&mut text, run);
    drifts(&mut text, run);
    let of_it = |name: &str| run.report.cells().filter(|r| r.scenario == name).collect();
    let results: Vec<Vec<&CellResult>> = run.scenarios().into_iter().map(of_it).collect();
    let grids: Vec<Grid<'_>> = results.iter().map(|its| grid::details(its)).collect();
    for ((name, results), grid) in run.scenarios().into_iter().zip(&results).zip(&grids) {
        scenario(&mut text, run, name, results, grid);
    }
    let symbols = legend(&grids.iter().collect::<Vec<_>>()).into_iter();
    let symbols: Vec<String> = symbols
        .map(|(symbol, meaning)| format!("{} {meaning}", escape(&symbol.to_string())))
        .collect();
    let _ = writeln!(text, "{}", symbols.join(", "));
    text
}

fn totals(text: &mut String, run: &Run<'_>) {
    let summary = run.report.summary;
    row(
        text,
        ["cells", "as expected", "of them violated", "unexpected", "inconclusive", "errors"]
            .map(str::to_owned),
    );
    let _ = writeln!(text, "|{}", " --: |".repeat(6));
    let counts = [
        run.report.explored(),
        summary.as_expected,
        run.report.violated_as_expected(),
        summary.unexpected,
        summary.inconclusive,
        summary.errors,
    ];
    row(text, counts.map(|count| count.to_string()));
    let _ = writeln!(text, "\nnot applicable: {}\n", summary.not_applicable);
}

/// The cells that are not as expected, each with the reason.
fn odd(text: &mut String, run: &Run<'_>) {
    let odd: Vec<_> =
        run.report.cells().filter_map(|cell| Some((cell, cell.class().odd()?))).collect();
    if odd.is_empty() {
        return;
    }
    let _ = writeln!(text, "## Not as expected ({})\n", odd.len());
    for (result, word) in odd.iter().take(MANY) {
        let (scenario, title) = (escape(&result.scenario), escape(&result.title()));
        let _ = writeln!(text, "- **{word}** {scenario}: {title}: {}", escape(&why(result)));
        if result.properties.iter().any(|p| p.verdict == Verdict::Violated) {
            let _ = writeln!(text, "  - trace: {}", code(&trace_command(run, result)));
        }
    }
    more(text, odd.len());
}

/// The differences from the golden files.
fn drifts(text: &mut String, run: &Run<'_>) {
    if run.drifts.is_empty() {
        return;
    }
    let _ = writeln!(text, "## Differences from the golden files ({})\n", run.drifts.len());
    for drift in run.drifts.iter().take(MANY) {
        let (scenario, cell) = (escape(&drift.scenario), escape(&drift.cell));
        let _ = writeln!(text, "- {scenario}: {cell}: {}", escape(&drift.change));
    }
    more(text, run.drifts.len());
}

fn more(text: &mut String, count: usize) {
    if count > MANY {
        let _ = writeln!(text, "- and {} more", count - MANY);
    }
    text.push('\n');
}

/// Properties by architectures, and what stands beside them.
fn scenario(
    text: &mut String,
    run: &Run<'_>,
    name: &str,
    results: &[&CellResult],
    grid: &Grid<'_>,
) {
    let _ = writeln!(text, "## {}\n", escape(name));
    if !grid.columns.is_empty() {
        table(text, grid);
    }
    let missing = Places::of(results).missing(results);
    let mut beside = remark_lines(results, |_| true);
    beside.extend(spared(results));
    for line in missing.iter().chain(&beside) {
        let _ = writeln!(text, "{}\n", escape(line));
    }
    if results.iter().any(|result| result.verdict == Verdict::Violated) {
        let reader =
            if results.iter().any(|r| r.cell.reader.is_some()) { " --reader R" } else { "" };
        let sampling = run.report.sampling_options();
        let sampling = sampling.map_or(String::new(), |options| format!(" {options}"));
        let command =
            format!("pmdrace check {} --variant V --arch A{reader}{sampling}", asked(run, name))
                + &results.iter().find_map(|result| of_build(result)).unwrap_or_default();
        let _ = writeln!(text, "A cell's trace: {}\n", code(&command));
    }
}

/// A table has one row of headings, so each of them says all that the levels say.
fn table(text: &mut String, grid: &Grid<'_>) {
    let levels = levels(&grid.columns);
    let labels: Vec<&str> = levels.iter().map(|level| level.label).collect();
    let says = |column: &Column| {
        let says = column.says().into_iter().filter(|said| !said.is_empty());
        says.map(escape).collect::<Vec<_>>().join("<br>")
    };
    let headings = grid.columns.iter().map(says);
    row(text, std::iter::once(labels.join("<br>")).chain(headings));
    let _ = writeln!(text, "| --- |{}", " :-: |".repeat(grid.columns.len()));
    for group in &grid.groups {
        let title = format!("**{}** {}", escape(&group.title), escape(&group.remark()));
        let empty = std::iter::repeat_n(String::new(), grid.columns.len());
        row(text, std::iter::once(title.trim_end().to_owned()).chain(empty));
        for its in &group.rows {
            let marks = (0..grid.columns.len()).map(|column| escape(&its.letters(column)));
            row(text, std::iter::once(label(its)).chain(marks));
        }
    }
    text.push('\n');
}

/// What a row is about.
fn label(row: &Row<'_>) -> String {
    format!("{} ({})<br>{}", escape(&row.name), escape(row.kind), escape(&row.who.full()))
}

/// Writes a row of cells that are already escaped.
fn row(text: &mut String, cells: impl IntoIterator<Item = String>) {
    let _ = writeln!(text, "| {} |", Vec::from_iter(cells).join(" | "));
}

/// The command that shows the trace of a cell.
fn trace_command(run: &Run<'_>, result: &CellResult) -> String {
    let params = params_text(&result.cell.params, ",");
    let options = [
        ("variant", result.cell.variant.as_str()),
        ("arch", &result.cell.arch),
        ("reader", result.cell.reader.as_deref().unwrap_or_default()),
        ("param", &params),
        ("memory", result.cell.memory.name()),
    ];
    let given = options.into_iter().filter(|(_, value)| !value.is_empty());
    let given: String = given.map(|(name, value)| format!(" --{name} {}", quote(value))).collect();
    let sampling = result.sampling.as_ref().map(|sampling| sampling.options(result.executions));
    let sampling = sampling.map_or(String::new(), |options| format!(" {options}"));
    let build = of_build(result).unwrap_or_default();
    format!("pmdrace check {}{given}{sampling}{build}", asked(run, &result.scenario))
}

/// The option that names the kernel build of a result, with a space before it.
fn of_build(result: &CellResult) -> Option<String> {
    let source = result.source.as_ref()?;
    Some(format!(" --kernel {}", quote(&source.build)))
}

/// The name of a scenario on a command line.
fn asked(run: &Run<'_>, scenario: &str) -> String {
    quote(run.files.get(scenario).map_or(scenario, |file| &file.asked))
}

/// A word, quoted for a shell if it has to be. Lists such as `walkers=1,remover=true` stay readable.
fn quote(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "@%_+=:,./-".contains(c);
    match !word.is_empty() && word.chars().all(plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    }
}

/// Text as a code span, in which only the backtick is special.
fn code(text: &str) -> String {
    let fence = "`".repeat(text.split(|c| c != '`').map(str::len).max().unwrap_or(0) + 1);
    let space = if fence.len() > 1 { " " } else { "" };
    format!("{fence}{space}{}{space}{fence}", printable(&text.replace(['\n', '\r'], " ")))
}

/// Text with all characters escaped that are special in Markdown, and control characters spelt out.
fn escape(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut escaped = String::new();
    for c in printable(&words.join(" ")).chars() {
        if "\\`*_[]<>|~&#".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
