//! How wide the lines of a table are.

use crate::program::command;

/// The widest line of a table.
fn widest(columns: Option<&str>) -> usize {
    let mut run = command(&["matrix", "numa-pmd-double-read", "-q", "--engine", "statespace"]);
    columns.map(|columns| run.env("COLUMNS", columns));
    let out = String::from_utf8(run.output().unwrap().stdout).unwrap();
    let table = out.split("\n\nnot applicable").next().unwrap();
    assert!(table.starts_with("architecture"), "{out}");
    table.lines().map(|line| line.chars().count()).max().unwrap()
}

#[test]
fn columns_says_how_wide_a_line_may_be() {
    let all = widest(None);
    assert!((81..=100).contains(&all), "{all}");
    for (columns, most) in [("80", 80), ("60", 60), ("20", 40)] {
        let found = widest(Some(columns));
        assert!(found <= most && found > most / 2, "{columns}: {found}");
    }
    for columns in ["1000", "0", "", "wide"] {
        assert_eq!(widest(Some(columns)), all, "{columns}");
    }
}
