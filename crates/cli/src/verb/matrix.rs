//! `matrix`: explore one scenario and show who is affected.

use pmdrace_report::{matrix, totals};

use super::run::explore;
use super::{check_folders, print, write_reports};
use crate::args::{Matrix, ReportFile};
use crate::exit::{Exit, Failure};
use crate::traces::Folder;
use crate::{select, source};

pub(crate) fn run(args: &Matrix) -> Result<Exit, Failure> {
    let loaded = [source::load(&args.scenario)?];
    let selected = select::cells(&loaded, &args.selection, args.search.engine)?;
    check_folders(args.output.report.iter().map(ReportFile::path))?;
    let folder = Folder::new(args.output.traces.as_deref())?;
    let how = (args.search.jobs, args.search.quiet);
    let found = explore(&loaded, &selected, &(&args.search).into(), how, Some(&folder))?;
    write_reports(&found.report, &args.output)?;
    if !args.output.json {
        let totals = totals(&found.report, found.seconds);
        print(&format!(
            "{}\n{totals}\na cell's trace: pmdrace check {} --variant V --arch A --reader R, \
             or --report html=PATH\n",
            matrix(&found.report.cells().collect::<Vec<_>>()),
            args.scenario
        ));
    }
    Ok(found.exit())
}
