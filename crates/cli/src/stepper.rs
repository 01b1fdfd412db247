//! `replay --step`: an execution key by key, in the terminal.
//!
//! This file owns the terminal: it takes it over, reads keys, and gives it back whatever happens. Where the
//! user is and where a key leads is in `walk`; what the screen shows is in `view`.
//!
//! crossterm never returns from reading a terminal that is gone: it takes the end of the file for no key and tries
//! again (crossterm 0.29, `event/source/unix/mio.rs`). So a second thread watches whether the terminal is still
//! there and whether a request to end is heeded, and otherwise ends the program.

#[cfg(test)]
mod tests;
mod view;
mod walk;

use std::io::{self, IsTerminal as _};
use std::mem::ManuallyDrop;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossbeam::channel::{Receiver, RecvTimeoutError};
use pmdrace_report::Trace;
use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event, KeyEventKind};

use crate::exit::{Exit, Failure};
use walk::{Go, Walk};

/// How long a request to end may go unnoticed.
const POLL: Duration = Duration::from_millis(200);

/// How long a request to end, or a terminal that is gone, may go unheeded.
const PATIENCE: Duration = Duration::from_secs(1);

/// Walks through an execution until the user leaves.
pub(crate) fn run(trace: &Trace) -> Result<(), Failure> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(Failure::usage(
            "--step needs a terminal\n  = help: run it in a terminal, or \
             leave out --step to print the execution",
        ));
    }
    if trace.steps.is_empty() {
        return Err(Failure::nothing("the execution has no steps"));
    }
    let ended = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&ended);
    ctrlc::set_handler(move || flag.store(true, Ordering::Relaxed))
        .map_err(|error| Failure::internal(format!("cannot handle signals: {error}")))?;
    let (left, watched) = crossbeam::channel::bounded::<()>(0);
    let flag = Arc::clone(&ended);
    std::thread::spawn(move || watch(&flag, &watched));
    // From here on a panic gives the terminal back too: `try_init` sets a hook.
    let done = ratatui::try_init().and_then(|terminal| {
        // Dropped, it reports on stderr what fails, and panics where that is a terminal that is gone.
        let mut terminal = ManuallyDrop::new(terminal);
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let walked = walk_through(&mut terminal, Walk::new(trace, !no_colour), &ended);
        walked.and(terminal.show_cursor())
    });
    drop(left);
    let restored = ratatui::try_restore();
    // A terminal that goes away may fail to draw before the watch notices.
    if is_over(&ended) {
        return Err(Failure::interrupted());
    }
    done.and(restored).map_err(|error| Failure::internal(format!("the terminal: {error}")))
}

/// Whether there was a request to end, or nobody can press a key any more.
fn is_over(ended: &AtomicBool) -> bool {
    ended.load(Ordering::Relaxed) || !io::stdin().is_terminal()
}

/// Ends the program when nobody can press a key any more, or a request to end goes unheeded, until the walk is
/// left.
fn watch(ended: &AtomicBool, left: &Receiver<()>) {
    let mut late = Duration::ZERO;
    while left.recv_timeout(POLL) == Err(RecvTimeoutError::Timeout) {
        late = if is_over(ended) { late + POLL } else { Duration::ZERO };
        if late >= PATIENCE {
            let _ = ratatui::try_restore();
            std::process::exit(Exit::Interrupted as i32);
        }
    }
}

fn walk_through(
    terminal: &mut DefaultTerminal,
    mut walk: Walk<'_>,
    ended: &AtomicBool,
) -> io::Result<()> {
    while !ended.load(Ordering::Relaxed) {
        terminal.draw(|frame| view::draw(&walk, frame))?;
        // A change of size is an event too, and the next draw follows it.
        while !event::poll(POLL)? {
            if ended.load(Ordering::Relaxed) {
                return Ok(());
            }
        }
        if let Event::Key(key) = event::read()?
            && key.kind != KeyEventKind::Release
            && walk.key(key) == Go::Leave
        {
            break;
        }
    }
    Ok(())
}
