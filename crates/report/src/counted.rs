//! Numbers of things in words.

/// A number of things: `1 cell`, `3 cells`, `2 searches`.
///
/// ```
/// use pmdrace_report::counted;
///
/// assert_eq!(counted(1_u64, "cell"), "1 cell");
/// assert_eq!(counted(0_usize, "search"), "0 searches");
/// ```
pub fn counted(count: impl TryInto<u64>, what: &str) -> String {
    let count = count.try_into().unwrap_or(u64::MAX);
    let plural = match what {
        _ if count == 1 => "",
        _ if what.ends_with("ch") => "es",
        _ => "s",
    };
    format!("{count} {what}{plural}")
}
