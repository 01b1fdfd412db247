//! What the marks of tables mean.

use super::Grid;

/// Every symbol with its meaning, in the order in which they are explained.
const SYMBOLS: [(char, &str); 11] = [
    ('C', "somebody is hurt (consequence)"),
    ('W', "a kernel warning fires"),
    ('P', "a helper lies (predicate)"),
    ('A', "the outcome is allowed"),
    ('V', "violated"),
    ('x', "fails"),
    ('.', "holds"),
    ('?', "inconclusive"),
    ('E', "error"),
    ('-', "not applicable"),
    ('!', "not expected"),
];

/// The symbols that occur in tables, each with its meaning.
pub(crate) fn legend(grids: &[&Grid<'_>]) -> Vec<(char, &'static str)> {
    let rows = || grids.iter().flat_map(|grid| &grid.groups).flat_map(|group| &group.rows);
    let occurs =
        |symbol| rows().any(|row| (0..row.marks.len()).any(|at| row.letters(at).contains(symbol)));
    SYMBOLS.into_iter().filter(|(symbol, _)| occurs(*symbol)).collect()
}
