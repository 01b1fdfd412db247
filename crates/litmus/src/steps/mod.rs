//! Steps: the small language in which a scenario says what a CPU does, for what no routine is worth writing.
//!
//! It is the C of litmus tests, read by the same reader (`crate::c`), with the words of a scenario instead of
//! parameters, and with the kernel's helpers (`functions`) beside its primitives. Steps that are nothing but
//! primitives, one after the other, are a litmus test (`straight`): its accesses are known without running it. Others
//! are run (`run`) as any routine is.
//!
//! A statement may have a label, by which a variant leaves it out: a guard of these steps, as routines have theirs.
//!
//! Numbers have 64 bits and no sign. An object is a number too, its address: `&x`, a folio, a table.

mod check;
mod functions;
mod held;
mod names;
mod run;
mod straight;
#[cfg(test)]
mod tests;
mod texts;

use std::sync::Arc;

use pmdrace_mm::routine::Code;
use pmdrace_mm::routine::litmus::Litmus;

use crate::Problem;
use crate::c::{Thread, statements};
use crate::file::File;

pub use check::register;
pub use functions::{FUNCTIONS, Function, Takes};
pub use names::{Names, Object};
pub use texts::{Labelled, assigned, calls, labelled};

/// The most statements that some steps may have, those inside others not counted.
pub const MAX_STEPS: usize = 100;

/// The most bytes that their texts may have together.
const MAX_BYTES: usize = 1 << 14;

/// Reads the steps of a CPU from texts that follow each other, but for statements with one of the labels `left_out`.
///
/// # Errors
/// When a text is not C as described above, uses a name that is none, or gives back what the CPU does not hold: the
/// number of the text, and the problem at its place there.
pub fn read(texts: &[&str], names: Names, left_out: &[&str]) -> Result<Code, (usize, Problem)> {
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    if bytes > MAX_BYTES {
        let message = format!("{bytes} bytes of steps, and at most {MAX_BYTES} are supported");
        return Err((0, Problem::new("", 0, message, "remove some")));
    }
    let mut thread = Thread::default();
    let mut places = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let file = File::of_steps(text);
        let found =
            statements(&file, &names, left_out, &mut thread).map_err(|problem| (index, problem))?;
        places.extend(found.into_iter().map(|at| (index, at)));
    }
    let problem = |statement: usize, message: String, help: String| {
        let (index, at) = places.get(statement).copied().unwrap_or_default();
        (index, Problem::new(texts.get(index).copied().unwrap_or(""), at, message, help))
    };
    if thread.body.len() > MAX_STEPS {
        let message = format!("{} steps, and at most {MAX_STEPS} are supported", thread.body.len());
        return Err(problem(MAX_STEPS, message, "remove some".to_owned()));
    }
    let asserts = check::all(&names, &thread)
        .map_err(|wrong| problem(wrong.statement, wrong.message, wrong.help))?;
    Ok(match straight::steps(&names, &thread) {
        Some(steps) => Code(Arc::new(Litmus { steps })),
        None => Code(Arc::new(run::Steps { names, thread, asserts })),
    })
}
