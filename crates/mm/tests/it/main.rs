//! The registry of routines and the oracles, without an engine.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod memory;
mod oracles;
mod routines;
mod watch;
