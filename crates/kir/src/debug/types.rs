//! Types of C as the debug information describes them.

use super::DebugInfo;
use super::node::Meta;

/// How many typedefs, qualifiers and pointers are followed.
const CHAIN: usize = 64;

/// A type of C.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CType {
    /// As C spells it: `struct vm_area_struct *`.
    pub name: String,
    /// Its size in bytes; 0 of `void`, functions and incomplete types.
    pub size: u64,
    /// What it is, without typedefs and qualifiers.
    pub kind: CTypeKind,
}

/// What a type is, without typedefs and qualifiers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CTypeKind {
    /// `void`.
    Void,
    /// An integer, `bool` or `char`.
    Integer {
        /// Whether it has a sign.
        signed: bool,
    },
    /// A pointer.
    Pointer,
    /// A struct, with its tag if it has one.
    Struct(String),
    /// A union, with its tag if it has one.
    Union(String),
    /// An enumeration, with its tag if it has one.
    Enum(String),
    /// An array of so many elements.
    Array(u64),
    /// A function.
    Function,
    /// Something else: a floating-point type.
    Other,
}

impl DebugInfo<'_> {
    /// The type that a node describes.
    pub(crate) fn ty(&self, number: u32) -> CType {
        let (base, size, kind) = self.resolved(number);
        CType {
            name: self.spelled(Some(number), 0),
            size: if size > 0 { size } else { base },
            kind,
        }
    }

    /// Follows typedefs and qualifiers; returns the size of the first node, that of the last, and what it is.
    fn resolved(&self, number: u32) -> (u64, u64, CTypeKind) {
        let (mut number, mut first) = (number, 0);
        for _ in 0..CHAIN {
            let Some(node) = self.node(number) else { break };
            let size = node.count("size") / 8;
            first = first.max(size);
            let name = || node.text("name").unwrap_or("").to_owned();
            let kind = match node.word("tag").unwrap_or("") {
                _ if node.kind == "DIBasicType" => {
                    let encoding = node.word("encoding").unwrap_or("");
                    match encoding {
                        "DW_ATE_signed" | "DW_ATE_signed_char" => {
                            CTypeKind::Integer { signed: true }
                        }
                        "DW_ATE_float" => CTypeKind::Other,
                        _ => CTypeKind::Integer { signed: false },
                    }
                }
                _ if node.kind == "DISubroutineType" => CTypeKind::Function,
                "DW_TAG_pointer_type" => CTypeKind::Pointer,
                "DW_TAG_structure_type" => CTypeKind::Struct(name()),
                "DW_TAG_union_type" => CTypeKind::Union(name()),
                "DW_TAG_enumeration_type" => CTypeKind::Enum(name()),
                "DW_TAG_array_type" => CTypeKind::Array(self.array_count(&node)),
                _ => match node.reference("baseType") {
                    Some(base) => {
                        number = base;
                        continue;
                    }
                    None => CTypeKind::Void,
                },
            };
            return (first, size, kind);
        }
        (first, 0, CTypeKind::Void)
    }

    /// The element count of an array, all dimensions together.
    pub(crate) fn array_count(&self, node: &super::node::Node<'_>) -> u64 {
        let ranges = node.reference("elements").and_then(|number| self.node(number));
        let ranges = ranges.map(|list| list.items).unwrap_or_default();
        ranges.iter().fold(1, |product: u64, range| {
            let count = match range {
                Meta::Node(number) => self.node(*number).map_or(0, |range| range.count("count")),
                _ => 0,
            };
            product.saturating_mul(count)
        })
    }

    fn spelled(&self, number: Option<u32>, depth: usize) -> String {
        let Some(node) = number.and_then(|number| self.node(number)) else {
            return "void".to_owned();
        };
        if depth > CHAIN {
            return "...".to_owned();
        }
        let base = || self.spelled(node.reference("baseType"), depth + 1);
        let name = node.text("name");
        match (node.word("tag").unwrap_or(""), name) {
            ("DW_TAG_pointer_type", _) => {
                let base = base();
                let space = if base.ends_with('*') { "" } else { " " };
                format!("{base}{space}*")
            }
            ("DW_TAG_const_type", _) => format!("const {}", base()),
            ("DW_TAG_volatile_type", _) => format!("volatile {}", base()),
            ("DW_TAG_restrict_type" | "DW_TAG_atomic_type", _) => base(),
            ("DW_TAG_array_type", _) => format!("{}[{}]", base(), self.array_count(&node)),
            ("DW_TAG_structure_type", name) => format!("struct {}", name.unwrap_or("{...}")),
            ("DW_TAG_union_type", name) => format!("union {}", name.unwrap_or("{...}")),
            ("DW_TAG_enumeration_type", name) => format!("enum {}", name.unwrap_or("{...}")),
            (_, Some(name)) => name.to_owned(),
            _ if node.kind == "DISubroutineType" => "function".to_owned(),
            _ => base(),
        }
    }
}
