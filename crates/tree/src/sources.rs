//! [`Sources`]: the kernel tree that a build was made of, for its lines and the names of its files.
//!
//! Lines are read when somebody asks for them, and not kept in any result: a tree that has changed since it was built
//! shows other lines.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use parking_lot::Mutex;

/// The largest source file that is read.
const LARGEST: u64 = 8 << 20;

/// The source of a build.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    /// The root of the tree with a slash at its end; empty if it is not known.
    root: String,
    /// The files that were read, as lines; None of a file that cannot be.
    files: Mutex<HashMap<String, Option<Arc<[String]>>>>,
}

impl Sources {
    /// The tree of a file whose LLVM IR this is, which is named so within the tree.
    pub(crate) fn of(ir: &str, file: &str) -> Sources {
        let named = |line: &str| {
            let path = line.strip_prefix("source_filename = \"")?.strip_suffix('"')?;
            Some(path.strip_suffix(&format!("{file}.c"))?.to_owned())
        };
        let root = ir.lines().take(4).find_map(named).unwrap_or_default();
        Sources { root, files: Mutex::default() }
    }

    /// The path of a file as in the tree, if it is in the tree.
    pub(crate) fn relative<'f>(&self, file: &'f str) -> &'f str {
        match self.root.is_empty() {
            true => file,
            false => file.strip_prefix(&self.root).unwrap_or(file),
        }
    }

    /// A line of a file of the tree, from 1, without the spaces around it; None if it cannot be read.
    pub(crate) fn line(&self, file: &str, line: u32) -> Option<String> {
        let mut files = self.files.lock();
        let lines = files.entry(file.to_owned()).or_insert_with(|| self.read(file));
        let index = usize::try_from(line).ok()?.checked_sub(1)?;
        lines.as_ref()?.get(index).map(|line| line.trim().to_owned())
    }

    fn read(&self, file: &str) -> Option<Arc<[String]>> {
        let path: PathBuf = Path::new(&self.root).join(file);
        // Of a tree that is not known, this would be a file of whoever runs here.
        if !path.is_absolute() {
            return None;
        }
        let found = fs::metadata(&path).ok()?;
        if !found.is_file() || found.len() > LARGEST {
            return None;
        }
        let text = String::from_utf8_lossy(&fs::read(&path).ok()?).into_owned();
        Some(text.lines().map(str::to_owned).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_as_in_the_tree() {
        let ir = "; ModuleID = 'gup'\nsource_filename = \"/src/linux/mm/gup.c\"\n";
        let sources = Sources::of(ir, "mm/gup");
        assert_eq!(sources.relative("/src/linux/include/linux/mm.h"), "include/linux/mm.h");
        assert_eq!(sources.relative("/other/mm.h"), "/other/mm.h");
        assert_eq!(sources.line("mm/gup.c", 1), None);
        assert_eq!(Sources::of("", "mm/gup").relative("gup.c"), "gup.c");
    }

    #[test]
    fn lines_are_those_of_the_tree_and_of_no_other_folder() {
        let tree = tempfile::tempdir().unwrap();
        std::fs::create_dir(tree.path().join("mm")).unwrap();
        std::fs::write(tree.path().join("mm/gup.c"), b"one\n\t two \n\xff\n").unwrap();
        let ir = format!("source_filename = \"{}/mm/gup.c\"\n", tree.path().display());
        let sources = Sources::of(&ir, "mm/gup");
        let line = |number| sources.line("mm/gup.c", number);
        assert_eq!(line(2).as_deref(), Some("two"));
        assert_eq!(line(3).as_deref(), Some("\u{fffd}"));
        assert_eq!((line(0), line(4)), (None, None));
        assert_eq!(sources.line("mm", 1), None);
        // Tests run in the folder of the package, which has such a file.
        assert!(Path::new("Cargo.toml").exists());
        assert_eq!(Sources::default().line("Cargo.toml", 1), None);
    }
}
