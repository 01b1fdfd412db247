//! Debug information of a file: where an instruction comes from, how structs are laid out, what functions take.
//!
//! All of it is read when it is asked for. Names are looked up in a table that the first look-up makes.
//! Source: the LLVM Language Reference, "Specialized Metadata Nodes".

mod function;
mod layout;
mod names;
pub(crate) mod node;
mod place;
mod types;

pub use function::{Parameter, Signature};
pub use layout::{Layout, Member};
pub use place::{Frame, Place};
pub use types::{CType, CTypeKind};

pub(crate) use names::Names;

use crate::module::Module;
use node::Node;

/// Something that the debug information does not say.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum DebugError {
    /// The file has no such entity, or was built without debug information.
    #[error("{module} has no debug information of {what}")]
    Missing {
        /// The file.
        module: String,
        /// What was asked for.
        what: String,
    },
    /// A struct has no such member.
    #[error("{structure} has no member {member}")]
    Member {
        /// The struct.
        structure: String,
        /// The member.
        member: String,
    },
}

/// The debug information of one file.
#[derive(Clone, Copy)]
pub struct DebugInfo<'p> {
    pub(crate) module: &'p Module,
    pub(crate) names: &'p Names,
}

impl<'p> DebugInfo<'p> {
    /// The value of an enumerator such as `TTU_SYNC`.
    ///
    /// # Errors
    /// If the file has none of this name.
    pub fn enumerator(&self, name: &str) -> Result<i128, DebugError> {
        let known = self.names.enumerators.get(name).copied();
        known.ok_or_else(|| self.missing(format!("the enumerator {name}")))
    }

    /// The type of a variable.
    ///
    /// # Errors
    /// If the file has none of this name.
    pub fn variable(&self, name: &str) -> Result<CType, DebugError> {
        let node = self.names.variables.get(name).and_then(|&number| self.node(number));
        let ty = node.and_then(|node| node.reference("type"));
        ty.map(|ty| self.ty(ty)).ok_or_else(|| self.missing(format!("the variable {name}")))
    }

    pub(crate) fn node(&self, number: u32) -> Option<Node<'p>> {
        Node::read(self.module, number)
    }

    pub(crate) fn missing(&self, what: String) -> DebugError {
        DebugError::Missing { module: self.module.name().to_owned(), what }
    }
}
