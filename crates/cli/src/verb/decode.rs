//! `decode`: what a PMD word says.

use std::path::PathBuf;

use clap::Args;
use pmdrace_pgtable::{ARCHITECTURES, Arch, Pmd, by_name};
use pmdrace_report::decode;

use crate::exit::{Exit, Failure};
use crate::options::number;
use crate::output::print;
use crate::select::unknown;
use crate::tree::{arch_of, asking};

#[derive(Debug, Args)]
#[command(
    allow_missing_positional = true,
    override_usage = "pmdrace decode <ARCH> <WORD>\n       pmdrace decode --kernel <DIR> <WORD>"
)]
pub(crate) struct Decode {
    /// The architecture, such as `arm64@6.1`.
    #[arg(required_unless_present = "kernel", conflicts_with = "kernel")]
    pub(crate) arch: Option<String>,
    /// The word: in hexadecimal with `0x` or as 8 or 16 digits, as traces show it, or in decimal.
    pub(crate) word: String,
    /// Ask the helpers of this kernel build instead; `pmdrace kernel build` makes one.
    #[arg(long, value_name = "DIR")]
    pub(crate) kernel: Option<PathBuf>,
    /// Print one JSON object instead.
    #[arg(long)]
    pub(crate) json: bool,
}

pub(crate) fn run(args: &Decode) -> Result<Exit, Failure> {
    let word = Pmd(word(&args.word)?);
    let arch = match &args.kernel {
        Some(directory) => arch_of(directory)?,
        None => shipped(args.arch.as_deref().unwrap_or_default())?,
    };
    let text = asking(|| match args.json {
        true => format!("{}\n", decode::json(arch, word)),
        false => decode::text(arch, word),
    })?;
    print(&text)?;
    Ok(Exit::AsExpected)
}

fn shipped(name: &str) -> Result<&'static dyn Arch, Failure> {
    by_name(name).ok_or_else(|| {
        let known: Vec<&str> = ARCHITECTURES.iter().map(|arch| arch.name()).collect();
        unknown("architecture", name, &known)
    })
}

/// The number of digits of a word of 32 or 64 bits, as traces show them.
const DIGITS: [usize; 2] = [8, 16];

fn word(text: &str) -> Result<u64, Failure> {
    let bare = DIGITS.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let word = if bare { u64::from_str_radix(text, 16) } else { number(text) };
    word.map_err(|error| {
        Failure::usage(format!(
            "`{text}` is not a valid PMD value: {error}\n  = help: give up to 16 hexadecimal digits after 0x, 8 or 16 \
             without it, or a decimal number"
        ))
    })
}
