//! What the helpers answer: against the kernel's own answers, and against what must hold of any word.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod by_header;
mod invariants;
mod properties;
mod sparc64;
mod vectors;
