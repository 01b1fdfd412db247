//! Where an instruction comes from: file, line, and the functions that were inlined there.

use std::fmt;

use super::node::Node;
use crate::program::Program;

/// How long a chain of inlined functions or of scopes may be.
const CHAIN: usize = 128;

/// A place in the source, as a number. [`Program::chain`] says what it stands for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Place {
    module: u32,
    /// The metadata node.
    node: u32,
}

impl Place {
    /// No place: the file was built without debug information, or the compiler made the instruction up.
    pub const NONE: Place = Place { module: u32::MAX, node: u32::MAX };

    pub(crate) fn new(module: u32, node: u32) -> Place {
        Place { module, node }
    }
}

/// One function at a place: itself, or inlined.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Frame {
    /// The function.
    pub function: String,
    /// The file: from the root of the file system, if the compiler said where it is.
    pub file: String,
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

impl fmt::Display for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}:{}", self.function, self.file, self.line)
    }
}

/// The path of a file, from the root of the file system if its directory is known.
fn path(file: &Node<'_>) -> String {
    let name = file.text("filename").unwrap_or("");
    match file.text("directory") {
        Some(directory) if directory.starts_with('/') && !name.starts_with('/') => {
            format!("{}/{name}", directory.trim_end_matches('/'))
        }
        _ => name.to_owned(),
    }
}

impl Program {
    /// The functions at a place, the innermost first: what was inlined, then what it was inlined into.
    pub fn chain(&self, place: Place) -> Vec<Frame> {
        let mut frames = Vec::new();
        let Some(module) = self.modules().get(place.module as usize) else { return frames };
        let mut next = Some(place.node);
        while let Some(number) = next
            && frames.len() < CHAIN
        {
            let Some(location) = Node::read(module, number) else { break };
            let own = (location.kind == "DISubprogram").then_some(number);
            let line = u32::try_from(location.count("line")).unwrap_or(0);
            let column = u32::try_from(location.count("column")).unwrap_or(0);
            let mut frame = Frame { function: String::new(), file: String::new(), line, column };
            let mut scope = own.or_else(|| location.reference("scope"));
            for _ in 0..CHAIN {
                let Some(node) = scope.and_then(|number| Node::read(module, number)) else { break };
                if frame.file.is_empty()
                    && let Some(file) = node.reference("file").and_then(|n| Node::read(module, n))
                {
                    frame.file = path(&file);
                }
                if node.kind == "DISubprogram" {
                    frame.function = node.text("name").unwrap_or("").to_owned();
                    break;
                }
                scope = node.reference("scope");
            }
            frames.push(frame);
            next = location.reference("inlinedAt");
        }
        frames
    }
}
