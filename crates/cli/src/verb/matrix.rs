//! `matrix`: explore one scenario and show who is affected.

use clap::Args;
use pmdrace_report::{matrix, totals};
use pmdrace_scenario::Catalogue;

use super::reports::Reports;
use super::run::{How, check_options, explore, tell_seed};
use super::traces::Folder;
use super::width;
use crate::exit::{Exit, Failure};
use crate::options::{Code, Output, Search, Selection};
use crate::output::{all, print};
use crate::{select, source};

#[derive(Debug, Args)]
pub(crate) struct Matrix {
    /// The name of a shipped scenario, or a scenario file.
    pub(crate) scenario: String,
    #[command(flatten)]
    pub(crate) code: Code,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[command(flatten)]
    pub(crate) search: Search,
    #[command(flatten)]
    pub(crate) output: Output,
}

pub(crate) fn run(args: &Matrix, catalogue: &Catalogue) -> Result<Exit, Failure> {
    check_options(&args.search)?;
    let tree = args.code.open()?;
    let asked = [args.scenario.clone()];
    let loaded = source::load_on(catalogue, &asked, tree.as_ref())?;
    let selected = select::cells(
        &loaded,
        tree.as_ref(),
        &args.selection,
        args.search.engine,
        args.search.full,
    )?;
    let reports = Reports::begin(&args.output, &loaded)?;
    let folder = Folder::new(args.output.traces.as_deref())?;
    let how = How { kernel: args.code.kernel.as_deref(), ..How::asked(&args.search, &folder) };
    tell_seed(&args.search, &how);
    let mut found = explore(&loaded, &selected, &how, &reports)?;
    let mut outputs = vec![reports.finish(&found, &[]), found.traces.result()];
    if !args.output.json {
        let sampling = found.report.sampling_options();
        let sampling = sampling.map_or(String::new(), |options| format!(" {options}"));
        let options = args.selection.options() + &sampling + &args.code.options();
        let totals = totals(&found.report, found.seconds);
        outputs.push(print(&format!(
            "{}\n{totals}\na cell's trace: pmdrace check {} --variant V --arch A{}{options}, \
             or --report html=PATH\n",
            matrix(&found.report.cells().collect::<Vec<_>>(), width()),
            loaded[0].asked(),
            loaded[0].reader_option()
        )));
    }
    all(outputs)?;
    Ok(found.exit())
}
