//! The command line.

use std::num::{NonZeroU32, NonZeroUsize};
use std::path::PathBuf;
use std::time::Duration;

use bytesize::ByteSize;
use clap::{Args, Command, CommandFactory as _, Parser, Subcommand, ValueEnum};
use pmdrace_mm::MemoryModel;

use crate::verb::contract::Contract;
use crate::verb::number;

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
  2  usage error or bad scenario      70   internal error      130  interrupted

Start with:
  pmdrace check                       explore the shipped scenarios
  pmdrace list                        see what they are"
)]
pub(crate) struct Cli {
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
    public.subcommand_required(true).subcommands(verbs)
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
    /// Go the way of a trace once more: of a file, or the committed ones of a scenario.
    #[command(after_help = "\
Examples:
  pmdrace replay race.trace
  pmdrace replay split-migration-vs-gup-fast --variant before --arch arm64@6.1
  pmdrace replay split-migration-vs-gup-fast --variant after --goal window-read --step")]
    Replay(Replay),
    /// Explore a scenario and show who is affected: variants by architectures.
    #[command(after_help = "Example:\n  pmdrace matrix split-migration-vs-gup-fast")]
    Matrix(Matrix),
    /// Compare verdicts and counts with the committed ones: the verb for CI.
    #[command(after_help = "\
Examples:
  pmdrace gate
  pmdrace gate split-migration-vs-gup-fast --bless")]
    Gate(Gate),
    /// Write one cell for another tool: herd7, Graphviz or ShiViz.
    #[command(after_help = "\
Examples:
  pmdrace export mp --variant wmb-rmb --memory weak --as litmus
  pmdrace export iriw --variant plain --memory weak --as dot | dot -Tsvg > iriw.svg")]
    Export(Export),
    /// Decode a PMD word: its fields by name and what every kernel helper says about it.
    #[command(after_help = "Example:\n  pmdrace decode arm64@6.1 0x8000001234600c0")]
    Decode(Decode),
    /// Ask which promises about the page-table helpers each architecture keeps.
    #[command(after_help = "\
Examples:
  pmdrace contract
  pmdrace contract 'loongarch64*' --seed 7 --words 10000 --json")]
    Contract(Contract),
    /// Switch off every guard that the routines rely on, one at a time: does some scenario notice?
    #[command(after_help = "\
Examples:
  pmdrace mutate
  pmdrace mutate migrate-vs-gup-fast --trace")]
    Mutate(Mutate),
    /// Run scenarios on real threads: does the race show, and how much of what can happen does?
    #[command(after_help = "\
Stress proves nothing, so a property that no round violates is inconclusive. The exit code is 0 unless
something was seen that the scenario does not expect.

Examples:
  pmdrace stress split-migration-vs-gup-fast --variant before --arch arm64@6.1 --time 5s
  pmdrace stress sb --memory tso --seed 1 --yield-every 8")]
    Stress(Stress),
    /// Check scenario files without exploring them.
    #[command(after_help = "Example:\n  pmdrace lint my-race.toml")]
    Lint(Lint),
    /// Explore cells given on standard input, one JSON job a line.
    #[command(hide = true)]
    Worker,
}

#[derive(Debug, Args)]
pub(crate) struct List {
    /// Print the list as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Mutate {
    /// Only the guards of this scenario's routines, and only this scenario to notice.
    pub(crate) scenario: Option<String>,
    /// Print the shortest execution that shows what each guard is for.
    #[arg(long)]
    pub(crate) trace: bool,
    /// Print one JSON document instead.
    #[arg(long)]
    pub(crate) json: bool,
    /// Do not tell how far it has come.
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    /// The name of a shipped scenario, or a scenario file.
    pub(crate) scenario: String,
    /// List this many executions of the first cell that is selected instead, orders left out that the
    /// search leaves out.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) interleavings: Option<u16>,
    #[command(flatten)]
    pub(crate) selection: Selection,
}

/// Which cells to explore.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Selection")]
pub(crate) struct Selection {
    /// Only these variants.
    #[arg(long, value_name = "V", value_delimiter = ',')]
    pub(crate) variant: Vec<String>,
    /// Only these architectures; a pattern such as `arm64*` selects several.
    #[arg(long, value_name = "A", value_delimiter = ',')]
    pub(crate) arch: Vec<String>,
    /// Only these readers.
    #[arg(long, value_name = "R", value_delimiter = ',')]
    pub(crate) reader: Vec<String>,
    /// Only cells with this parameter value, such as `walkers=1`.
    #[arg(long, value_name = "NAME=VALUE", value_delimiter = ',')]
    pub(crate) param: Vec<String>,
    /// On loom, also explore the cells that take it so long that a scenario keeps them for full runs.
    #[arg(long)]
    pub(crate) full: bool,
    /// Let the compiler read an entry again each time that its value is used, as it may without READ_ONCE().
    #[arg(long)]
    pub(crate) plain_reloads: bool,
    /// Explore under this memory model instead of each architecture's own.
    #[arg(long, value_name = "MODEL")]
    pub(crate) memory: Option<Memory>,
}

/// How to explore.
#[derive(Debug, Args)]
#[command(next_help_heading = "Search")]
pub(crate) struct Search {
    /// The engine.
    #[arg(long, value_name = "ENGINE", default_value = "auto")]
    pub(crate) engine: Engine,
    /// End each search after this time, such as `60s` or `2min`.
    #[arg(long, value_name = "TIME", value_parser = humantime::parse_duration)]
    pub(crate) max_time: Option<Duration>,
    /// End each loom search after this many executions; with `--engine auto` after 200,000 if not given. With
    /// `--engine random` draw this many; 10,000 if not given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) max_executions: Option<u64>,
    /// End each state-space search after this many states.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) max_states: Option<u64>,
    /// End each state-space search when its states take this much memory.
    #[arg(long, value_name = "SIZE", default_value = "4GiB")]
    pub(crate) max_memory: ByteSize,
    /// On loom, explore only executions with at most this many preemptions; not a proof beyond.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(..=100))]
    pub(crate) max_preemptions: Option<u8>,
    /// With `--engine random`, where the random numbers come from, in decimal, or in hexadecimal with `0x`;
    /// if not given, the operating system draws a seed, and it is told.
    #[arg(long, value_name = "N", value_parser = number)]
    pub(crate) seed: Option<u64>,
    /// With `--engine random`, draw by priorities (PCT), with a guarantee for bugs of this depth; if not
    /// given, every step is drawn uniformly.
    #[arg(long, value_name = "DEPTH", value_parser = clap::value_parser!(u8).range(1..=100))]
    pub(crate) pct: Option<u8>,
    /// End each search at its first violation instead of counting all.
    #[arg(long)]
    pub(crate) first_violation: bool,
    /// How many searches at a time, each in a process of its own; where there are fewer searches, a
    /// state-space search uses the rest as threads. Default: one per core.
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// No progress on standard error.
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Names of shipped scenarios or scenario files; none: all shipped ones.
    pub(crate) scenarios: Vec<String>,
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[command(flatten)]
    pub(crate) search: Search,
    #[command(flatten)]
    pub(crate) output: Output,
    /// Show every cell in detail instead of a table.
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

/// Where results go besides the terminal.
#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct Output {
    /// Print the report document on standard output and nothing else there.
    #[arg(long)]
    pub(crate) json: bool,
    /// The folder for trace files, one for each violation; default: the platform's cache.
    #[arg(long, value_name = "DIR")]
    pub(crate) traces: Option<PathBuf>,
    /// Also write the report to a file; FORMAT is `json`, `jsonl` (line by line, as results come),
    /// `html`, `markdown`, `junit` or `sarif`. Can be given several times.
    #[arg(long, value_name = "FORMAT=PATH", value_parser = report_file)]
    pub(crate) report: Vec<ReportFile>,
}

#[derive(Debug, Args)]
pub(crate) struct Stress {
    /// Names of shipped scenarios or scenario files; none: all shipped ones.
    pub(crate) scenarios: Vec<String>,
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// How long, for all selected cells together; which of them the next rounds are of is drawn at random.
    #[arg(long, value_name = "TIME", default_value = "10s", value_parser = humantime::parse_duration)]
    pub(crate) time: Duration,
    /// How many threads at most; a model takes one for each CPU, and as many copies of it run side by side
    /// as fit, one at least. Default: one per core.
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<NonZeroUsize>,
    /// What delays and the choice of cells follow from; a run is not repeatable by it, for threads are not.
    /// Default: drawn at random, and told.
    #[arg(long, value_name = "S", value_parser = super::verb::number)]
    pub(crate) seed: Option<u64>,
    /// Have each CPU yield the processor before one step in so many.
    #[arg(long, value_name = "N")]
    pub(crate) yield_every: Option<NonZeroU32>,
    /// Print one JSON document on standard output and nothing else there.
    #[arg(long)]
    pub(crate) json: bool,
    /// The folder for trace files, one for each violation; default: the platform's cache.
    #[arg(long, value_name = "DIR")]
    pub(crate) traces: Option<PathBuf>,
    /// Nothing on standard error.
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Replay {
    /// A trace file, the name of a shipped scenario, or a scenario file.
    #[arg(value_name = "TRACE|NAME")]
    pub(crate) what: String,
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// Only traces that violate this property.
    #[arg(long, value_name = "P")]
    pub(crate) property: Option<String>,
    /// Show the shortest execution that reaches this goal instead.
    #[arg(long, value_name = "G", conflicts_with = "property")]
    pub(crate) goal: Option<String>,
    /// The file of the scenario that a trace is of, if it is not shipped.
    #[arg(long, value_name = "FILE")]
    pub(crate) scenario: Option<PathBuf>,
    /// Walk through it key by key.
    #[arg(long)]
    pub(crate) step: bool,
    /// Also write it as one page that stands alone.
    #[arg(long, value_name = "PATH")]
    pub(crate) html: Option<PathBuf>,
}

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

#[derive(Debug, Args)]
pub(crate) struct Gate {
    /// Names of shipped scenarios or scenario files; none: all shipped ones.
    pub(crate) scenarios: Vec<String>,
    /// On loom, also explore the cells that take it so long that a scenario keeps them for full runs.
    #[arg(long)]
    pub(crate) full: bool,
    /// Write what was found into the golden files instead of comparing with them.
    #[arg(long)]
    pub(crate) bless: bool,
    /// The folder in which `--bless` finds the golden files of shipped scenarios.
    #[arg(long, value_name = "DIR", default_value = "scenarios")]
    pub(crate) dir: PathBuf,
    /// How many searches at a time, each in a process of its own; default: one per core.
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// No progress on standard error.
    #[arg(short, long)]
    pub(crate) quiet: bool,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The name of a shipped scenario, or a scenario file.
    pub(crate) scenario: String,
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// For which tool.
    #[arg(long = "as", value_name = "FORM")]
    pub(crate) form: Form,
    /// Write to a file instead of standard output.
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,
}

/// What other tools read.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Form {
    /// A C litmus test of herd7, for scenarios that are made of primitives.
    Litmus,
    /// A graph of the shortest violating execution, or of one that reaches a goal.
    Dot,
    /// The same as a ShiViz log.
    Shiviz,
}

#[derive(Debug, Args)]
pub(crate) struct Decode {
    /// The architecture, such as `arm64@6.1`.
    pub(crate) arch: String,
    /// The word, in hexadecimal with `0x`, or in decimal.
    pub(crate) word: String,
    /// Print one JSON object instead.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Lint {
    /// The scenario files.
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
}

/// A memory model by name.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Memory {
    /// Sequential consistency.
    Sc,
    /// Total store order.
    Tso,
    /// Weak: only barriers and dependencies order.
    Weak,
}

impl From<Memory> for MemoryModel {
    fn from(memory: Memory) -> MemoryModel {
        match memory {
            Memory::Sc => MemoryModel::Sc,
            Memory::Tso => MemoryModel::Tso,
            Memory::Weak => MemoryModel::Weak,
        }
    }
}

/// An engine by name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Engine {
    /// Both, side by side: the state-space engine always, loom where it can and its budget lasts.
    Auto,
    /// loom, the reference engine: every execution.
    Loom,
    /// The state-space engine: every state once.
    Statespace,
    /// Executions drawn at random, for what is too large to exhaust: never a proof.
    Random,
}

/// A file for the report.
#[derive(Clone, Debug)]
pub(crate) struct ReportFile {
    /// What to write.
    pub(crate) format: ReportFormat,
    /// Where it goes.
    pub(crate) path: PathBuf,
}

/// The form of a report.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ReportFormat {
    /// The report document.
    Json,
    /// A page for people.
    Html,
    /// Tests, for CI systems.
    Junit,
    /// Findings at lines, for code hosts.
    Sarif,
    /// The results line by line, as they come.
    Jsonl,
    /// A summary for the page of a CI job.
    Markdown,
}

/// The formats by name.
const FORMATS: [(&str, ReportFormat); 6] = [
    ("json", ReportFormat::Json),
    ("html", ReportFormat::Html),
    ("junit", ReportFormat::Junit),
    ("sarif", ReportFormat::Sarif),
    ("jsonl", ReportFormat::Jsonl),
    ("markdown", ReportFormat::Markdown),
];

fn report_file(text: &str) -> Result<ReportFile, String> {
    let Some((name, path)) = text.split_once('=').filter(|(_, path)| !path.is_empty()) else {
        return Err("give FORMAT=PATH, such as json=report.json".to_owned());
    };
    let format = FORMATS.into_iter().find(|(known, _)| *known == name);
    let Some((_, format)) = format else {
        let names = FORMATS.map(|(name, _)| format!("`{name}`")).join(", ");
        return Err(format!("unknown report format `{name}`; this version writes {names}"));
    };
    Ok(ReportFile { format, path: PathBuf::from(path) })
}
