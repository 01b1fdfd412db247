//! [`Place`]: where in a kernel's source a step comes from, for steps that the kernel's own C makes.
//!
//! Places and texts of a build are made once and kept for as long as the program runs, so that notes stay small and can
//! be copied.

use std::collections::HashSet;
use std::fmt;
use std::sync::LazyLock;

use parking_lot::Mutex;

/// A function and the line in it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Frame {
    /// The function.
    pub function: String,
    /// The file, as in the kernel tree: `mm/gup.c`.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
}

impl fmt::Display for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// Where a step comes from: functions from the innermost, which may be inlined, to the outermost.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Place(&'static Kept);

/// The frames, from the innermost, and which of them tells most.
type Kept = (Vec<Frame>, usize);

static PLACES: LazyLock<Mutex<HashSet<&'static Kept>>> = LazyLock::new(Mutex::default);
static TEXTS: LazyLock<Mutex<HashSet<&'static str>>> = LazyLock::new(Mutex::default);

impl Place {
    /// The place with these frames, from the innermost; the one of them with this number is the line that tells most to
    /// whoever knows the function that runs.
    pub fn new(frames: Vec<Frame>, telling: usize) -> Place {
        let mut known = PLACES.lock();
        let place = (frames, telling);
        if let Some(place) = known.get(&place) {
            return Place(place);
        }
        let kept: &'static Kept = Box::leak(Box::new(place));
        known.insert(kept);
        Place(kept)
    }

    /// The frames, from the innermost.
    pub fn frames(self) -> &'static [Frame] {
        &self.0.0
    }

    /// The line that tells most: in the file of the function that runs, rather than in one that it calls; None where
    /// nothing is known.
    pub fn telling(self) -> Option<&'static Frame> {
        self.0.0.get(self.0.1)
    }
}

/// A text that is kept for as long as the program runs: names of functions, and what a build lacks.
pub fn kept(text: &str) -> &'static str {
    let mut known = TEXTS.lock();
    if let Some(text) = known.get(text) {
        return text;
    }
    let text: &'static str = String::leak(text.to_owned());
    known.insert(text);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_places_are_one() {
        let frame = |line| Frame { function: "f".to_owned(), file: "mm/f.c".to_owned(), line };
        let (one, same) = (Place::new(vec![frame(1)], 0), Place::new(vec![frame(1)], 0));
        assert!(std::ptr::eq(one.frames(), same.frames()));
        assert_ne!(one, Place::new(vec![frame(2)], 0));
        assert_eq!(one.telling().map(ToString::to_string).as_deref(), Some("mm/f.c:1"));
        assert!(std::ptr::eq(kept("a text"), kept(&String::from("a text"))));
    }
}
