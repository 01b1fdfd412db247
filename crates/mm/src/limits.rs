//! How large a model may be: what fits the numbers of which the engines' states consist.
//!
//! Engines refuse a larger model. A scenario is checked against the same limits when it is read, so that a scenario
//! that passes `lint` can be run.

/// The maximum number of CPUs.
pub const CPUS: usize = 8;
/// The maximum number of words of memory, with the counters and auxiliary words that folios and tables bring.
pub const WORDS: usize = 64;
/// The maximum number of locks and semaphores.
pub const LOCKS: usize = 32;
/// The maximum number of properties.
pub const PROPERTIES: usize = 32;
/// The maximum number of goals of a cell.
pub const GOALS: usize = 8;
/// The maximum number of folios, pages included.
pub const FOLIOS: usize = 8;
/// The maximum value of a counter; the minimum is `-COUNT - 1`. These are 15 bits, beside one that says whether the
/// folio was reallocated.
pub const COUNT: i64 = (1 << 14) - 1;

/// Whether a counter may have this value, which is negative if its highest bit is set.
pub fn is_count(value: u64) -> bool {
    (-COUNT - 1..=COUNT).contains(&(value as i64))
}
