//! The program as its users meet it, and this repository as its developers do.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;
mod races;

mod browser;
mod budgets;
mod conditions;
mod contract;
mod deadlock;
mod display;
mod export;
mod generated;
mod guards;
mod helpers;
mod howto;
mod inputs;
mod kernel;
mod kernel_ci;
mod kernel_races;
mod killed;
mod lint;
mod litmus;
mod mistakes;
mod outputs;
mod random;
mod reloads;
mod reports;
mod sessions;
mod stepper;
mod stories;
mod suggested;
mod tidy;
mod told;
mod traces;
mod webdriver;
mod width;
