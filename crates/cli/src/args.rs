//! The command line: the verbs. Each has its own options in its own file; those that several share are in
//! `options`.

use clap::{Command, CommandFactory as _, Parser, Subcommand};

use crate::display::Display;
use crate::verb::check::Check;
use crate::verb::conform::Conform;
use crate::verb::contract::Contract;
use crate::verb::decode::Decode;
use crate::verb::export::Export;
use crate::verb::gate::Gate;
use crate::verb::kernel::Kernel;
use crate::verb::lint::Lint;
use crate::verb::list::List;
use crate::verb::matrix::Matrix;
use crate::verb::mutate::Mutate;
use crate::verb::replay::Replay;
use crate::verb::show::Show;
use crate::verb::stress::Stress;

/// Model checker for races between lockless page-table walkers and PMD changes in Linux.
#[derive(Debug, Parser)]
#[command(
    name = "pmdrace",
    version,
    max_term_width = 100,
    after_help = "\
Exit codes:
  0  everything is as expected        3    inconclusive, and nothing worse
  1  a verdict or count differs       4    nothing selected
  2  usage error or bad scenario      70   internal error
  74 an output cannot be written      130  interrupted

Start with:
  pmdrace check                       explore the shipped scenarios
  pmdrace list                        see what they are"
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) display: Display,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// The command line as users see it, for man pages and completions: without the verb that is for the program
/// itself.
pub fn command() -> Command {
    let whole = Cli::command();
    let verbs: Vec<Command> =
        whole.get_subcommands().filter(|verb| !verb.is_hide_set()).cloned().collect();
    // clap has no way to take a verb away: build the command again from what stays.
    let mut public = Command::new("pmdrace").version(env!("CARGO_PKG_VERSION"));
    if let Some(about) = whole.get_about() {
        public = public.about(about.clone());
    }
    if let Some(more) = whole.get_after_help() {
        public = public.after_help(more.clone());
    }
    let everywhere = whole.get_arguments().filter(|arg| arg.is_global_set()).cloned();
    public.args(everywhere).subcommand_required(true).subcommands(verbs)
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// List the shipped scenarios.
    #[command(after_help = "Example:\n  pmdrace list")]
    List(List),
    /// Show what a scenario is made of: CPUs, routines, variants, properties, expectations.
    #[command(after_help = "Example:\n  pmdrace show split-migration-vs-gup-fast")]
    Show(Show),
    /// Explore scenarios and say for each property whether it holds.
    #[command(after_help = "\
Examples:
  pmdrace check
  pmdrace check split-migration-vs-gup-fast --variant before --arch arm64@6.1
  pmdrace check my-race.toml --arch 'arm64*' --max-time 60s --json")]
    Check(Check),
    /// Replay a trace file, or a scenario's committed traces.
    #[command(after_help = "\
Examples:
  pmdrace replay race.trace
  pmdrace replay split-migration-vs-gup-fast --variant before --arch arm64@6.1
  pmdrace replay split-migration-vs-gup-fast --variant after --goal window-read --step")]
    Replay(Replay),
    /// Explore a scenario and show who is affected: variants by architectures.
    #[command(after_help = "Example:\n  pmdrace matrix split-migration-vs-gup-fast")]
    Matrix(Matrix),
    /// Compare verdicts and counts with the committed ones, for CI.
    #[command(after_help = "\
Examples:
  pmdrace gate
  pmdrace gate split-migration-vs-gup-fast --bless")]
    Gate(Gate),
    /// Export one cell to another tool: herd7, Graphviz or ShiViz.
    #[command(after_help = "\
Examples:
  pmdrace export mp --variant wmb-rmb --memory rc11 --as litmus
  pmdrace export iriw --variant plain --memory rc11 --as dot | dot -Tsvg > iriw.svg")]
    Export(Export),
    /// Decode a PMD word: its fields by name and what every kernel helper says about it.
    #[command(after_help = "\
Examples:
  pmdrace decode arm64@6.1 0x8000001234600c0
  pmdrace decode --kernel ../linux-build 0x8000001234600c0")]
    Decode(Decode),
    /// Check the contract of the page-table helpers on each architecture.
    #[command(after_help = "\
Examples:
  pmdrace contract
  pmdrace contract 'loongarch64*' --seed 7 --words 10000 --json
  pmdrace contract --kernel ../linux-build")]
    Contract(Contract),
    /// Hold the transcriptions of kernel functions against the C of a kernel build.
    #[command(after_help = "\
Examples:
  pmdrace conform --kernel ../linux-build
  pmdrace conform --kernel ../linux-build gup-fast-read split_huge_pmd_locked")]
    Conform(Conform),
    /// Build a kernel tree so that its own C can be run, and say what a build provides.
    #[command(after_help = "\
Examples:
  pmdrace kernel plan --tree linux --arch arm64 --out linux-build
  pmdrace kernel build --tree linux --arch arm64 --out linux-build
  pmdrace kernel status linux-build")]
    Kernel(Kernel),
    /// Switch off each guard of the routines in turn and see whether a scenario detects it.
    #[command(after_help = "\
Examples:
  pmdrace mutate
  pmdrace mutate migrate-vs-gup-fast --trace")]
    Mutate(Mutate),
    /// Run scenarios on real threads: what was observed, and outcome coverage.
    #[command(after_help = "\
Stress proves nothing: a property that no round violates is inconclusive.
The exit code is 0 unless something unexpected was observed, or no round ran.

Examples:
  pmdrace stress split-migration-vs-gup-fast --variant before --arch arm64@6.1 --time 5s
  pmdrace stress sb --memory tso --seed 1 --yield-every 8")]
    Stress(Stress),
    /// Check scenario files, and find properties that nothing in them can violate.
    #[command(after_help = "\
A mistake ends with exit code 2. A warning does not change the exit code: a listed property
that nothing can violate in any cell of the scenario. To find these, lint explores the cells
within a budget of states; where it does not suffice, lint says that it is not known.

Example:
  pmdrace lint my-race.toml")]
    Lint(Lint),
    /// Explore the cells given on standard input, one JSON job per line.
    #[command(hide = true)]
    Worker,
}
