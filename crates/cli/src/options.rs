//! Options that several verbs share.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Duration;

use bytesize::ByteSize;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use pmdrace_mm::MemoryModel;

/// Which cells to explore.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Selection")]
pub(crate) struct Selection {
    /// Only these variants.
    #[arg(long, value_name = "V", value_delimiter = ',')]
    pub(crate) variant: Vec<String>,
    /// Only these architectures: `arm64@6.12`, `arm64` in every release, or a pattern such as `*@6.1`.
    #[arg(long, value_name = "A", value_delimiter = ',')]
    pub(crate) arch: Vec<String>,
    /// Only these readers.
    #[arg(long, value_name = "R", value_delimiter = ',')]
    pub(crate) reader: Vec<String>,
    /// Only cells with this parameter value, such as `walkers=1`.
    #[arg(long, value_name = "NAME=VALUE", value_delimiter = ',')]
    pub(crate) param: Vec<String>,
    /// Read an entry again at each use of its value, as a compiler may without READ_ONCE().
    #[arg(long)]
    pub(crate) plain_reloads: bool,
    /// Use this memory model instead of each architecture's own.
    #[arg(long, value_name = "MODEL", value_parser = memory_model())]
    pub(crate) memory: Option<MemoryModel>,
}

impl Selection {
    /// The options that a suggested command takes over, since it names variant, architecture and reader itself.
    pub(crate) fn options(&self) -> String {
        let params = match self.param.as_slice() {
            [] => String::new(),
            params => format!(" --param {}", params.join(",")),
        };
        let memory = self.memory.map_or(String::new(), |model| format!(" --memory {model}"));
        params + &memory + if self.plain_reloads { " --plain-reloads" } else { "" }
    }
}

/// Whose code the CPUs run.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Code")]
pub(crate) struct Code {
    /// Run the C of this kernel build, as far as it has what a scenario needs, on the build's own architecture and
    /// configuration; `pmdrace kernel build` makes one.
    #[arg(long, value_name = "DIR")]
    pub(crate) kernel: Option<PathBuf>,
}

/// How to explore.
#[derive(Debug, Args)]
#[command(next_help_heading = "Search")]
pub(crate) struct Search {
    /// The engine.
    #[arg(long, value_name = "ENGINE", default_value = "auto")]
    pub(crate) engine: Engine,
    /// Also run loom on the cells that are slow on it.
    #[arg(long)]
    pub(crate) full: bool,
    /// End each search after this time, such as `60s` or `2min`, with its search for traces. Violations found
    /// late get another half second for theirs.
    #[arg(long, value_name = "TIME", value_parser = humantime::parse_duration)]
    pub(crate) max_time: Option<Duration>,
    /// End each loom search after this many executions (with `--engine auto`, 200,000 by default), or draw this
    /// many with `--engine random` (10,000 by default).
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) max_executions: Option<u64>,
    /// End each state-space search after this many states.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) max_states: Option<u64>,
    /// End each state-space search when its states take this much memory, and likewise its search for traces.
    /// Default: 4GiB.
    #[arg(long, value_name = "SIZE")]
    pub(crate) max_memory: Option<ByteSize>,
    /// Explore only executions with at most this many preemptions on loom. What is not violated in them is
    /// inconclusive.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(..=100))]
    pub(crate) max_preemptions: Option<u8>,
    /// The seed for `--engine random`, in decimal, or in hexadecimal with `0x`. By default pmdrace picks a seed
    /// and prints it.
    #[arg(long, value_name = "N", value_parser = number)]
    pub(crate) seed: Option<u64>,
    /// Schedule `--engine random` by priorities (PCT), with a guarantee for bugs of this depth. By default every
    /// step is drawn uniformly.
    #[arg(long, value_name = "DEPTH", value_parser = clap::value_parser!(u8).range(1..=100))]
    pub(crate) pct: Option<u8>,
    /// End each search at its first violation instead of counting all violations. If that one is expected, the
    /// cell is as expected, and the properties that the search did not get to are not settled.
    #[arg(long)]
    pub(crate) first_violation: bool,
    /// Run this many searches at a time, each in its own process; with fewer searches, state-space searches use
    /// the rest as threads. Default: one per core.
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=MAX_PARALLEL))]
    pub(crate) jobs: Option<u16>,
    /// Hide progress.
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// Where to write results besides the terminal.
#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct Output {
    /// Print only the report document on standard output.
    #[arg(long)]
    pub(crate) json: bool,
    /// Write trace files, one per violation, to this directory. Default: the platform's cache.
    #[arg(long, value_name = "DIR")]
    pub(crate) traces: Option<PathBuf>,
    /// Also write a report; FORMAT is `json`, `jsonl` (one line per result, while it runs), `html`, `markdown`,
    /// `junit` or `sarif`. May be repeated.
    #[arg(long, value_name = "FORMAT=PATH", value_parser = report_file)]
    pub(crate) report: Vec<ReportFile>,
}

/// The maximum of `--jobs` and `--threads`.
pub(crate) const MAX_PARALLEL: i64 = 1024;

/// The number that was asked for, or one per core.
pub(crate) fn parallel(asked: Option<u16>) -> NonZeroUsize {
    let asked = asked.and_then(|count| NonZeroUsize::new(usize::from(count)));
    let cores = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    asked.unwrap_or_else(cores)
}

/// A memory model by name; one that was renamed is told so.
fn memory_model() -> impl TypedValueParser<Value = MemoryModel> {
    let told = |model: MemoryModel| {
        PossibleValue::new(model.name()).help(match model {
            MemoryModel::Sc => "Sequential consistency",
            MemoryModel::Tso => "Total store order",
            MemoryModel::Rc11 => "RC11, C11 repaired: loom's",
            MemoryModel::Armv8 => "Armv8",
            MemoryModel::Rvwmo => "RVWMO, of RISC-V",
            MemoryModel::Lkmm => "The Linux kernel memory model",
        })
    };
    let old = PossibleValue::new("weak").hide(true);
    PossibleValuesParser::new(MemoryModel::ALL.map(told).into_iter().chain([old])).try_map(
        |name: String| {
            let unknown = || MemoryModel::renamed(&name).unwrap_or("no such memory model");
            MemoryModel::by_name(&name).ok_or_else(unknown)
        },
    )
}

/// An engine by name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Engine {
    /// Both exhaustive engines: the state-space engine always, loom where it can and within its budget.
    Auto,
    /// loom, the reference engine: explores every execution.
    Loom,
    /// The state-space engine: explores every state once.
    Statespace,
    /// Random executions, for models that are too large to exhaust; never a proof.
    Random,
}

impl Engine {
    /// The name on the command line.
    pub(crate) fn name(self) -> String {
        self.to_possible_value().map_or(String::new(), |value| value.get_name().to_owned())
    }
}

/// A file for the report.
#[derive(Clone, Debug)]
pub(crate) struct ReportFile {
    /// Its format.
    pub(crate) format: ReportFormat,
    /// Its path.
    pub(crate) path: PathBuf,
}

/// The format of a report.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ReportFormat {
    /// The report document.
    Json,
    /// An HTML page.
    Html,
    /// JUnit XML, for CI systems.
    Junit,
    /// SARIF, for code hosts.
    Sarif,
    /// JSON lines, written while the run goes on.
    Jsonl,
    /// A Markdown summary of a CI job.
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

/// Parses a time in which something can happen.
pub(crate) fn some_time(text: &str) -> Result<Duration, String> {
    let time = humantime::parse_duration(text).map_err(|error| error.to_string())?;
    match time.is_zero() {
        true => Err("nothing can run in no time; give some, such as 5s".to_owned()),
        false => Ok(time),
    }
}

/// Parses a number in decimal, or in hexadecimal with `0x`.
pub(crate) fn number(text: &str) -> Result<u64, std::num::ParseIntError> {
    match text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        Some(digits) => u64::from_str_radix(&digits.replace('_', ""), 16),
        None => text.parse(),
    }
}
