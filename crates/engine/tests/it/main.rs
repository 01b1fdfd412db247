//! The engines, against each other, against checkers that share nothing with them, and on small models whose
//! outcomes are known. Scenarios come from a crate beside this one: it is needed for tests only.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod by_hand;
mod catalogue;
mod clocks;

mod agreement;
mod armv8;
mod awaits;
mod blocks;
mod conditions;
mod deadlocks;
mod fuzz;
mod independent;
mod lkmm;
mod loom;
mod rvwmo;
mod sampling;
mod sections;
mod statespace;
mod steps;
