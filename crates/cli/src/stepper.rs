//! `replay --step`: an execution key by key, in the terminal.
//!
//! This file owns the terminal: it takes it over, reads keys, and gives it back whatever happens. Where the
//! user is and where a key leads is in `walk`; what the screen shows is in `view`. Of several executions `pick` has
//! the user choose one first.
//!
//! crossterm never returns from reading a terminal that is gone: it takes the end of the file for no key and tries
//! again (crossterm 0.29, `event/source/unix/mio.rs`). So a second thread watches whether the terminal is still
//! there and whether a request to end is heeded, and otherwise ends the program.

mod pick;
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
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind};

use crate::display;
use crate::exit::{Exit, Failure};
use pick::{Pick, Picked};
use walk::{Go, Walk};

/// How long a request to end may go unnoticed.
const POLL: Duration = Duration::from_millis(200);

/// How long a request to end, or a terminal that is gone, may go unheeded.
const PATIENCE: Duration = Duration::from_secs(1);

/// Walks through the execution that the user picks, or the only one, until the user leaves. `open` makes the trace of
/// an execution by its index among the titles.
pub(crate) fn run(titles: &[String], open: &dyn Fn(usize) -> Trace) -> Result<(), Failure> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(Failure::usage(
            "--step needs a terminal\n  = help: run it in a terminal, or \
             leave out --step to print the execution",
        ));
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
        let walked = step_through(&mut terminal, titles, open, display::colour(), &ended);
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

fn step_through(
    terminal: &mut DefaultTerminal,
    titles: &[String],
    open: &dyn Fn(usize) -> Trace,
    colour: bool,
    ended: &AtomicBool,
) -> io::Result<()> {
    let picked = match titles {
        [_] => Picked::One(0),
        _ => pick_one(terminal, titles, ended)?,
    };
    let Picked::One(index) = picked else { return Ok(()) };
    let trace = open(index);
    let mut walk = Walk::new(&trace, colour);
    loop {
        terminal.draw(|frame| view::draw(&walk, frame))?;
        match next_key(ended)? {
            Some(key) if walk.key(key) == Go::On => {}
            _ => return Ok(()),
        }
    }
}

fn pick_one(
    terminal: &mut DefaultTerminal,
    titles: &[String],
    ended: &AtomicBool,
) -> io::Result<Picked> {
    let mut pick = Pick::new(titles);
    loop {
        terminal.draw(|frame| pick.draw(frame))?;
        let Some(key) = next_key(ended)? else { return Ok(Picked::Left) };
        match pick.key(key) {
            Picked::Choosing => {}
            picked => return Ok(picked),
        }
    }
}

/// The next key, or one that does nothing where the screen is to be drawn again; None if there was a request to end.
fn next_key(ended: &AtomicBool) -> io::Result<Option<KeyEvent>> {
    loop {
        if ended.load(Ordering::Relaxed) {
            return Ok(None);
        }
        if !event::poll(POLL)? {
            continue;
        }
        match event::read()? {
            Event::Key(key) if key.kind != KeyEventKind::Release => return Ok(Some(key)),
            // A change of size is an event too, and the next draw follows it.
            Event::Resize(..) => return Ok(Some(KeyEvent::from(KeyCode::Null))),
            _ => {}
        }
    }
}
