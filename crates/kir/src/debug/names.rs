//! The table of names: which node describes a struct, a function, a variable, an enumerator.

use std::collections::HashMap;

use super::node::Node;
use crate::module::Module;

/// Nodes by name.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// Structs, unions and enumerations with a body, and typedefs.
    pub(crate) types: HashMap<String, u32>,
    pub(crate) functions: HashMap<String, u32>,
    pub(crate) variables: HashMap<String, u32>,
    pub(crate) enumerators: HashMap<String, i128>,
    /// Parameters by the function that has them: number, and the node of the variable.
    pub(crate) parameters: HashMap<u32, Vec<(u64, u32)>>,
}

impl Names {
    /// Looks at every node.
    pub(crate) fn new(module: &Module) -> Names {
        let mut names = Names::default();
        for &(number, span) in module.index.nodes() {
            let line = module.source.text.get(span.start as usize..span.end as usize).unwrap_or("");
            let Some((_, body)) = line.split_once("= ") else { continue };
            let body = body.strip_prefix("distinct ").unwrap_or(body);
            names.add(module, number, body);
        }
        names
    }

    fn add(&mut self, module: &Module, number: u32, body: &str) {
        let read = || Node::read(module, number);
        let named = |node: &Node<'_>| node.text("name").map(str::to_owned);
        let Some((kind, rest)) = body.split_once('(') else { return };
        match kind {
            "!DICompositeType" if rest.contains("elements:") && rest.contains("name:") => {
                if let Some(name) = read().and_then(|node| named(&node)) {
                    self.types.insert(name, number);
                }
            }
            "!DIDerivedType" if rest.starts_with("tag: DW_TAG_typedef") => {
                if let Some(name) = read().and_then(|node| named(&node)) {
                    self.types.entry(name).or_insert(number);
                }
            }
            "!DISubprogram" => {
                // Of a definition and a declaration the definition counts.
                let defines = rest.contains("SPFlagDefinition");
                if let Some(name) = read().and_then(|node| named(&node)) {
                    if defines {
                        self.functions.insert(name, number);
                    } else {
                        self.functions.entry(name).or_insert(number);
                    }
                }
            }
            "!DIGlobalVariable" => {
                if let Some(name) = read().and_then(|node| named(&node)) {
                    self.variables.entry(name).or_insert(number);
                }
            }
            "!DIEnumerator" => {
                if let Some(node) = read()
                    && let (Some(name), Some(value)) = (named(&node), node.int("value"))
                {
                    self.enumerators.insert(name, value);
                }
            }
            "!DILocalVariable" if rest.contains("arg:") => {
                if let Some(node) = read()
                    && let Some(scope) = node.reference("scope")
                {
                    self.parameters.entry(scope).or_default().push((node.count("arg"), number));
                }
            }
            _ => {}
        }
    }
}
