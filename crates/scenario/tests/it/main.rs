//! Scenario files: what they may say, and where.

mod lines;
mod names;
