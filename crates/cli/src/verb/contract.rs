//! `contract`: check the contract of the page-table helpers on each architecture.

use clap::Args;
use pmdrace_pgtable::{ARCHITECTURES, matches_pattern};
use pmdrace_report::contract;

use crate::exit::{Exit, Failure};
use crate::explore;
use crate::options::number;
use crate::output::print;
use crate::select::unknown;

#[derive(Debug, Args)]
pub(crate) struct Contract {
    /// Only this architecture; a pattern such as `arm64*` selects several.
    pub(crate) arch: Option<String>,
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
    let pattern = args.arch.as_deref().unwrap_or("all");
    let reports: Vec<contract::ContractReport> = ARCHITECTURES
        .iter()
        .filter(|arch| matches_pattern(arch.name(), pattern))
        .map(|arch| explore::check_contract(*arch, args.seed, args.words))
        .collect();
    if reports.is_empty() {
        let known: Vec<&str> = ARCHITECTURES.iter().map(|arch| arch.name()).collect();
        return Err(unknown("architecture", pattern, &known));
    }
    if args.json {
        print(&format!("{:#}\n", contract::json(&reports)))?;
    } else {
        print(&contract::text(&reports))?;
    }
    Ok(Exit::AsExpected)
}
