//! How output looks: options that every verb has, which hold for the whole process.

use std::sync::OnceLock;

use clap::{Args, ValueEnum};

/// How output looks.
#[derive(Clone, Copy, Debug, Args)]
#[command(next_help_heading = "Display")]
pub(crate) struct Display {
    /// When to use colours; `auto` means on a terminal, unless NO_COLOR is set.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: When,
    /// How to show progress on standard error; `auto` means a bar on a terminal, and lines elsewhere.
    #[arg(long, global = true, value_name = "HOW", default_value = "auto")]
    progress: Shown,
    /// The width to lay text out for. Default: the terminal's, up to 100.
    #[arg(long, global = true, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=200))]
    width: Option<u16>,
}

/// When to use colours.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum When {
    Auto,
    Always,
    Never,
}

/// How to show progress.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Shown {
    Auto,
    /// A bar that is drawn again and again.
    Bar,
    /// A line now and then.
    Plain,
    None,
}

/// What was asked for; set once, before anything is printed.
static ASKED: OnceLock<Display> = OnceLock::new();

impl Display {
    /// Has all output look so.
    pub(crate) fn apply(self) {
        match self.color {
            When::Auto => anstream::ColorChoice::Auto,
            When::Always => anstream::ColorChoice::AlwaysAnsi,
            When::Never => anstream::ColorChoice::Never,
        }
        .write_global();
        // A process parses its command line once.
        let _ = ASKED.set(self);
    }
}

/// The width that was asked for.
pub(crate) fn width() -> Option<usize> {
    ASKED.get()?.width.map(usize::from)
}

/// How to show progress.
pub(crate) fn progress() -> Shown {
    ASKED.get().map_or(Shown::Auto, |asked| asked.progress)
}

/// Whether a screen of its own has colours.
pub(crate) fn colour() -> bool {
    match ASKED.get().map_or(When::Auto, |asked| asked.color) {
        When::Always => true,
        When::Never => false,
        When::Auto => std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    }
}
