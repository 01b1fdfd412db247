//! [`Spots`]: where in the source the C is when it asks something, in the terms of traces and goals.

use std::collections::HashMap;
use std::sync::Arc;

use pmdrace_kir::Program;
use pmdrace_kir::debug::Place as Point;
use pmdrace_mm::routine::Registry;
use pmdrace_mm::{Frame, Place, kept};

use crate::sources::Sources;

/// A point of the program: where it asks, and the calls that led there, outermost first.
type Key = (Point, Box<[Point]>);

/// One place in the source.
#[derive(Debug)]
pub(crate) struct Spot {
    /// Its number.
    pub(crate) number: usize,
    /// The functions with file and line, innermost first.
    pub(crate) place: Place,
    /// The functions that a trace names, outermost first: those of C files, and inline functions that routines and
    /// helpers enter.
    pub(crate) functions: Vec<&'static str>,
}

impl Spot {
    /// Whether a function of this name is active, inlined or not.
    pub(crate) fn is_in(&self, function: &str) -> bool {
        self.place.frames().iter().any(|frame| frame.function == function)
    }
}

/// The places that runs came to.
pub(crate) struct Spots {
    known: HashMap<Key, Arc<Spot>>,
    entered: Vec<&'static str>,
    sources: Arc<Sources>,
    /// The file of the function that runs.
    own: String,
}

/// The functions of the instrumented header.
const MARKS: &str = "pmdrace_";

impl Spots {
    /// Places of a function in a file, which is named without its extension.
    pub(crate) fn new(sources: Arc<Sources>, own: &str) -> Spots {
        let entered = Registry::shipped().functions();
        Spots { known: HashMap::new(), entered, sources, own: format!("{own}.c") }
    }

    /// The place of a point of the program.
    pub(crate) fn at(&mut self, program: &Program, point: Point, callers: &[Point]) -> Arc<Spot> {
        // Looking up by what is borrowed would need a copy of the calls for each question.
        let key: Key = (point, callers.into());
        if let Some(spot) = self.known.get(&key) {
            return Arc::clone(spot);
        }
        let points = std::iter::once(point).chain(callers.iter().rev().copied());
        let frames: Vec<Frame> = points
            .flat_map(|point| program.chain(point))
            .filter(|frame| !frame.function.is_empty() && !frame.function.starts_with(MARKS))
            .map(|frame| Frame {
                function: frame.function,
                file: self.sources.relative(&frame.file).to_owned(),
                line: frame.line,
            })
            .collect();
        let named = |frame: &&Frame| {
            frame.file.ends_with(".c") || self.entered.contains(&frame.function.as_str())
        };
        let functions = frames.iter().rev().filter(named).map(|frame| kept(&frame.function));
        let functions = functions.collect();
        // An edited copy of the file may lie elsewhere.
        let own = frames.iter().position(|frame| frame.file.ends_with(&self.own));
        let telling = own.or_else(|| frames.iter().position(|frame| frame.file.ends_with(".c")));
        let number = self.known.len();
        let place = Place::new(frames, telling.unwrap_or(0));
        let spot = Spot { number, place, functions };
        let spot = Arc::new(spot);
        self.known.insert(key, Arc::clone(&spot));
        spot
    }
}
