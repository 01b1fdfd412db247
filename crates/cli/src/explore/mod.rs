//! What explores models, or generates words, for a report: the crates below either run a model or show results.
//!
//! The engine does not know scenarios, and `pmdrace-report` explores nothing, so what needs both is here: mutants
//! of a scenario, replay of a recorded execution, the helper contract checked on generated words.

mod clock;
mod contract;
mod fixed;
mod mutants;
mod replay;
mod words;

pub(crate) use clock::{Stopwatch, unlimited};
pub use contract::{RANDOM_WORDS, SEED, check_contract};
pub(crate) use fixed::with_fix;
pub use mutants::{MutationError, mutate};
pub use replay::{Difference, Replayed, replay};
