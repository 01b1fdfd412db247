//! What several tests run the program on.

use std::fs;
use std::path::{Path, PathBuf};

/// The founding race.
pub(crate) const SPLIT: &str = "split-migration-vs-gup-fast";
/// The same with few readers and architectures, as a file.
pub(crate) const SMALL: &str = include_str!("../fixtures/small.toml");

/// A copy of the small scenario in a folder; without the remover its cells are quick.
pub(crate) fn quick_race(folder: &Path) -> PathBuf {
    let path = folder.join("race.toml");
    fs::write(&path, SMALL.replace("remover = [false, true]", "remover = [false]")).unwrap();
    path
}
