//! Signatures of functions: results and parameters with their names and types.

use super::node::Meta;
use super::{CType, CTypeKind, DebugError, DebugInfo};

/// A function of C.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signature {
    /// Its name.
    pub name: String,
    /// The file that defines it.
    pub file: String,
    /// The line.
    pub line: u64,
    /// What it returns.
    pub result: CType,
    /// What it takes.
    pub parameters: Vec<Parameter>,
}

/// A parameter of a function.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parameter {
    /// Its name; empty if the file only declares the function.
    pub name: String,
    /// Its type.
    pub ty: CType,
}

impl DebugInfo<'_> {
    /// The signature of a function.
    ///
    /// # Errors
    /// If the file has none of this name.
    pub fn signature(&self, name: &str) -> Result<Signature, DebugError> {
        let missing = || self.missing(format!("the function {name}"));
        let number = *self.names.functions.get(name).ok_or_else(missing)?;
        let node = self.node(number).ok_or_else(missing)?;
        let file = node.reference("file").and_then(|file| self.node(file));
        let file = file.and_then(|file| file.text("filename")).unwrap_or("").to_owned();
        let subroutine = node.reference("type").and_then(|ty| self.node(ty));
        let types = subroutine.and_then(|ty| ty.reference("types")).and_then(|ty| self.node(ty));
        let mut types = types.map(|types| types.items).unwrap_or_default().into_iter();
        let void = || CType { name: "void".to_owned(), size: 0, kind: CTypeKind::Void };
        let mut ty = |item| match item {
            Meta::Node(number) => self.ty(number),
            _ => void(),
        };
        let result = types.next().map_or_else(void, &mut ty);
        let names = self.names.parameters.get(&number).map(Vec::as_slice).unwrap_or_default();
        let parameters = types
            .zip(1..)
            .map(|(item, place)| {
                let variable = names.iter().find(|(number, _)| *number == place);
                let variable = variable.and_then(|(_, number)| self.node(*number));
                let name = variable.and_then(|variable| variable.text("name"));
                Parameter { name: name.unwrap_or("").to_owned(), ty: ty(item) }
            })
            .collect();
        Ok(Signature { name: name.to_owned(), file, line: node.count("line"), result, parameters })
    }
}
