//! A run in the forms that CI systems and code hosts read.

mod jsonl;
mod junit;
mod markdown;
mod sarif;

pub use jsonl::{jsonl_last, jsonl_result};
pub use junit::junit;
pub use markdown::markdown;
pub use sarif::sarif;
