//! Progress on standard error: a bar on a terminal, a plain line now and then elsewhere.

use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use parking_lot::Mutex;

/// How often a plain line is worth printing.
const EVERY: Duration = Duration::from_secs(5);

/// Counts cells as they are done.
pub(crate) struct Progress {
    bar: ProgressBar,
    plain: Option<Mutex<Plain>>,
}

struct Plain {
    done: usize,
    of: usize,
    last: Instant,
}

impl Progress {
    /// For `of` cells.
    pub(crate) fn new(of: usize, quiet: bool) -> Progress {
        if quiet {
            return Progress { bar: ProgressBar::hidden(), plain: None };
        }
        if !std::io::stderr().is_terminal() {
            let plain = Plain { done: 0, of, last: Instant::now() };
            return Progress { bar: ProgressBar::hidden(), plain: Some(Mutex::new(plain)) };
        }
        let bar = ProgressBar::with_draw_target(Some(of as u64), ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} cells  {msg}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Progress { bar, plain: None }
    }

    /// One more cell is done.
    pub(crate) fn done(&self, cell: &str) {
        self.bar.inc(1);
        self.bar.set_message(cell.to_owned());
        if let Some(plain) = &self.plain {
            let mut plain = plain.lock();
            plain.done += 1;
            if plain.last.elapsed() >= EVERY {
                plain.last = Instant::now();
                anstream::eprintln!("explored {} of {} cells", plain.done, plain.of);
            }
        }
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
