//! Tests on a kernel in miniature: C of our own, compiled as a kernel build compiles its own.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod adopted;
mod bad_builds;
mod learned;
mod mini;
mod stops;
mod tree_arch;
mod variants;
