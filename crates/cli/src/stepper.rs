//! `replay --step`: an execution key by key, in the terminal.
//!
//! This file owns the terminal: it takes it over, reads keys, and gives it back whatever happens. Where the
//! user is and where a key leads is in `walk`; what the screen shows is in `view`.

#[cfg(test)]
mod tests;
mod view;
mod walk;

use std::io::{self, IsTerminal as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use pmdrace_report::Trace;
use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event, KeyEventKind};

use crate::exit::Failure;
use walk::{Go, Walk};

/// How long a request to end may go unnoticed.
const POLL: Duration = Duration::from_millis(200);

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
    // From here on a panic gives the terminal back too: `try_init` sets a hook.
    let done = ratatui::try_init().and_then(|mut terminal| {
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        walk_through(&mut terminal, Walk::new(trace, !no_colour), &ended)
    });
    let restored = ratatui::try_restore();
    if ended.load(Ordering::Relaxed) {
        return Err(Failure::interrupted());
    }
    done.and(restored).map_err(|error| Failure::internal(format!("the terminal: {error}")))
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
