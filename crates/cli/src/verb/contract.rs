//! `contract`: check the contract of the page-table helpers on each architecture, or on that of a kernel build.

use std::path::PathBuf;

use clap::Args;
use pmdrace_pgtable::{ARCHITECTURES, Arch};
use pmdrace_report::contract;

use crate::exit::{Exit, Failure};
use crate::explore;
use crate::options::number;
use crate::output::print;
use crate::select::{is_arch, unknown};
use crate::tree::{arch_of, asking};

#[derive(Debug, Args)]
pub(crate) struct Contract {
    /// Only this architecture; a pattern such as `arm64*` selects several.
    pub(crate) arch: Option<String>,
    /// Check the helpers of this kernel build instead; `pmdrace kernel build` makes one. May be given several times.
    #[arg(long, value_name = "DIR", conflicts_with = "arch")]
    pub(crate) kernel: Vec<PathBuf>,
    /// The seed of the random words, in decimal, or in hexadecimal with `0x`.
    #[arg(long, value_name = "N", value_parser = number, default_value_t = explore::SEED)]
    pub(crate) seed: u64,
    /// The number of random words of each class to check besides the exhaustive ones.
    #[arg(long, value_name = "N", default_value_t = explore::RANDOM_WORDS,
          value_parser = clap::value_parser!(u64).range(..=1_000_000))]
    pub(crate) words: u64,
    /// Print one JSON document instead.
    #[arg(long)]
    pub(crate) json: bool,
}

pub(crate) fn run(args: &Contract) -> Result<Exit, Failure> {
    let archs = match &args.kernel[..] {
        [] => shipped(args.arch.as_deref().unwrap_or("all"))?,
        builds => builds.iter().map(|directory| arch_of(directory)).collect::<Result<_, _>>()?,
    };
    let text = asking(|| {
        let check = |arch| explore::check_contract(arch, args.seed, args.words);
        let reports: Vec<contract::ContractReport> = archs.into_iter().map(check).collect();
        match args.json {
            true => format!("{:#}\n", contract::json(&reports)),
            false => contract::text(&reports, super::width()),
        }
    })?;
    print(&text)?;
    Ok(Exit::AsExpected)
}

fn shipped(pattern: &str) -> Result<Vec<&'static dyn Arch>, Failure> {
    let all = ARCHITECTURES.iter().copied();
    let archs: Vec<_> = all.filter(|arch| is_arch(arch.name(), pattern)).collect();
    if archs.is_empty() {
        let known: Vec<&str> = ARCHITECTURES.iter().map(|arch| arch.name()).collect();
        return Err(unknown("architecture", pattern, &known));
    }
    Ok(archs)
}
