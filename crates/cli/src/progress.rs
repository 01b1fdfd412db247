//! Progress on standard error: a bar on a terminal, a plain line now and then elsewhere.
//!
//! A search over states tells how many it has seen, how fast they come, how many wait for their
//! successors, and how deep it is. How many there are nobody knows before the end; an estimate is given
//! only once the frontier shrinks from level to level, and for a run of many searches once a tenth of them is done. A
//! sample tells how many executions it has drawn.

use std::collections::BTreeMap;
use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use parking_lot::Mutex;
use pmdrace_report::counted;

use crate::display::{self, Shown};
use crate::output::tell;
use crate::worker::Position;

/// How often a plain line is worth printing.
const EVERY: Duration = Duration::from_secs(5);

/// Counts searches as they are done.
pub(crate) struct Progress {
    of: usize,
    bar: ProgressBar,
    plain: Option<Mutex<Plain>>,
    /// Where each search under way was when it was last heard of.
    last: Mutex<BTreeMap<usize, Position>>,
}

struct Plain {
    done: usize,
    of: usize,
    last: Instant,
}

impl Progress {
    /// For `of` searches.
    pub(crate) fn new(of: usize, quiet: bool) -> Progress {
        let hidden = || ProgressBar::hidden();
        let shown = match (display::progress(), std::io::stderr().is_terminal()) {
            _ if quiet => Shown::None,
            (Shown::Auto, true) => Shown::Bar,
            // A bar cannot be drawn again where there is no terminal.
            (Shown::Auto | Shown::Bar, false) => Shown::Plain,
            (asked, _) => asked,
        };
        let (bar, plain) = if shown == Shown::None {
            (hidden(), None)
        } else if shown == Shown::Plain {
            (hidden(), Some(Mutex::new(Plain { done: 0, of, last: Instant::now() })))
        } else {
            let bar = ProgressBar::with_draw_target(Some(of as u64), ProgressDrawTarget::stderr());
            if let Ok(style) = ProgressStyle::with_template("{bar:20} {pos}/{len}  {wide_msg}") {
                bar.set_style(style);
            }
            bar.enable_steady_tick(Duration::from_millis(200));
            (bar, None)
        };
        Progress { of, bar, plain, last: Mutex::default() }
    }

    /// One more search is done.
    pub(crate) fn done(&self, index: usize, name: &str) {
        self.last.lock().remove(&index);
        self.bar.inc(1);
        let done = usize::try_from(self.bar.position()).unwrap_or(usize::MAX);
        let left = left(done, self.of, self.bar.elapsed().as_secs_f64());
        let left = left.map_or(String::new(), |left| format!("about {left:.0} s left: "));
        self.bar.set_message(format!("{left}{name}"));
        if let Some(plain) = &self.plain {
            plain.lock().done += 1;
        }
        self.say(|plain| format!("{left}{} of {} done", plain.done, counted(plain.of, "search")));
    }

    /// A search has got so far.
    pub(crate) fn at(&self, index: usize, name: &str, position: Position) {
        let before = self.last.lock().insert(index, position);
        let described = describe(before, position);
        // What does not fit is cut off at the end, and the name is the longest part.
        self.bar.set_message(format!("{described}: {name}"));
        self.say(|_| format!("{name}: {described}"));
    }

    /// Prints a plain line if the last one is long enough ago.
    fn say(&self, line: impl Fn(&Plain) -> String) {
        if let Some(plain) = &self.plain {
            let mut plain = plain.lock();
            if plain.last.elapsed() >= EVERY {
                plain.last = Instant::now();
                tell(line(&plain));
            }
        }
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

/// How far a search has got, in words.
fn describe(before: Option<Position>, now: Position) -> String {
    let passed = now.seconds - before.map_or(0.0, |before| before.seconds);
    let fresh = now.states.saturating_sub(before.map_or(0, |before| before.states));
    let per_second = |count: u64| if passed > 0.0 { count as f64 / passed } else { 0.0 };
    if now.drawn > 0 {
        let fresh = now.drawn.saturating_sub(before.map_or(0, |before| before.drawn));
        return format!("{} executions, {:.0}/s", now.drawn, per_second(fresh));
    }
    let rate = per_second(fresh);
    let left = match before.and_then(|before| remaining(before, now)) {
        Some(states) if rate > 0.0 => format!("about {:.0} s left", states / rate),
        _ => "growing".to_owned(),
    };
    format!(
        "{left}, {} states, {rate:.0}/s, frontier {}, level {} of at most {}",
        now.states, now.frontier, now.level, now.levels_at_most
    )
}

/// The seconds left after so many searches of all have taken so many seconds; None while so few are done that it would
/// be a guess.
fn left(done: usize, of: usize, seconds: f64) -> Option<f64> {
    let enough = done >= 20 && done * 10 >= of && seconds >= 2.0;
    enough.then(|| seconds / done as f64 * of.saturating_sub(done) as f64)
}

/// How many states are still to come if the frontier goes on shrinking as it did: the rest of a geometric
/// series. None while it does not shrink.
fn remaining(before: Position, now: Position) -> Option<f64> {
    let levels = now.level.checked_sub(before.level).filter(|levels| *levels > 0)?;
    if before.frontier == 0 || now.frontier >= before.frontier {
        return None;
    }
    let ratio = (now.frontier as f64 / before.frontier as f64).powf(1.0 / levels as f64);
    Some(now.frontier as f64 / (1.0 - ratio))
}

#[cfg(test)]
mod tests {
    use super::{Position, describe, left, remaining};

    fn at(level: u64, states: u64, frontier: u64, seconds: f64) -> Position {
        Position { states, frontier, level, levels_at_most: 50, drawn: 0, seconds }
    }

    #[test]
    fn nothing_is_estimated_while_the_frontier_grows() {
        assert_eq!(remaining(at(3, 100, 40, 1.0), at(4, 150, 60, 2.0)), None);
        assert_eq!(remaining(at(3, 100, 40, 1.0), at(3, 120, 20, 2.0)), None);
        let said = describe(Some(at(3, 100, 40, 1.0)), at(4, 150, 60, 2.0));
        assert!(said.contains("50/s") && said.starts_with("growing"), "{said}");
    }

    #[test]
    fn the_rest_of_a_run_is_not_guessed_from_few_searches() {
        assert_eq!(left(19, 30, 10.0), None);
        assert_eq!(left(30, 1000, 10.0), None);
        assert_eq!(left(500, 1000, 1.0), None);
        assert_eq!(left(250, 1000, 10.0), Some(30.0));
    }

    #[test]
    fn a_shrinking_frontier_gives_the_rest_of_the_series() {
        // Halved each level: 100 now, then 50 + 25 + ... = as many again.
        let rest = remaining(at(8, 1000, 400, 1.0), at(10, 1700, 100, 2.0));
        assert!((rest.unwrap() - 200.0).abs() < 1e-6, "{rest:?}");
    }
}
