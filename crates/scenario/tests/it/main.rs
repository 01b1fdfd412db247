//! Scenario files: what they may say, and where.

mod fixes;
mod lines;
mod names;
