//! `matrix`: explore one scenario and show who is affected.

use clap::Args;
use pmdrace_report::{matrix, totals};
use pmdrace_scenario::Catalogue;

use super::print;
use super::reports::Reports;
use super::run::{How, check_options, explore};
use super::traces::Folder;
use crate::exit::{Exit, Failure};
use crate::options::{Output, Search, Selection};
use crate::{select, source};

#[derive(Debug, Args)]
pub(crate) struct Matrix {
    /// The name of a shipped scenario, or a scenario file.
    pub(crate) scenario: String,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[command(flatten)]
    pub(crate) search: Search,
    #[command(flatten)]
    pub(crate) output: Output,
}

pub(crate) fn run(args: &Matrix, catalogue: &Catalogue) -> Result<Exit, Failure> {
    check_options(&args.search)?;
    let loaded = [source::load(catalogue, &args.scenario)?];
    let selected = select::cells(&loaded, &args.selection, args.search.engine)?;
    let reports = Reports::begin(&args.output, &loaded)?;
    let folder = Folder::new(args.output.traces.as_deref())?;
    let how = How::asked(&args.search, &folder);
    let found = explore(&loaded, &selected, &how, &reports)?;
    reports.finish(&found, &[])?;
    if !args.output.json {
        let sampling = found.report.sampling_options();
        let sampling = sampling.map_or(String::new(), |options| format!(" {options}"));
        let totals = totals(&found.report, found.seconds);
        print(&format!(
            "{}\n{totals}\na cell's trace: pmdrace check {} --variant V --arch A --reader R{sampling}, \
             or --report html=PATH\n",
            matrix(&found.report.cells().collect::<Vec<_>>()),
            args.scenario
        ));
    }
    Ok(found.exit())
}
