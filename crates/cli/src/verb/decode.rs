//! `decode`: what a PMD word says.

use clap::Args;
use pmdrace_pgtable::{ARCHITECTURES, Pmd, by_name};
use pmdrace_report::decode;

use crate::exit::{Exit, Failure};
use crate::options::number;
use crate::output::print;
use crate::select::unknown;

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

pub(crate) fn run(args: &Decode) -> Result<Exit, Failure> {
    let arch = by_name(&args.arch).ok_or_else(|| {
        let known: Vec<&str> = ARCHITECTURES.iter().map(|arch| arch.name()).collect();
        unknown("architecture", &args.arch, &known)
    })?;
    let word = Pmd(word(&args.word)?);
    if args.json {
        print(&format!("{}\n", decode::json(arch, word)))?;
    } else {
        print(&decode::text(arch, word))?;
    }
    Ok(Exit::AsExpected)
}

fn word(text: &str) -> Result<u64, Failure> {
    number(text).map_err(|error| {
        Failure::usage(format!(
            "`{text}` is not a valid PMD value: {error}\n  = help: give up to 16 hexadecimal digits after 0x, or a \
             decimal number"
        ))
    })
}
